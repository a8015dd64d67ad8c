### The log of a node: its files, its checkpoints, and what other nodes say of them.
### "Checkpoint" is the log's signed statement of its length and content. "Entry" is one signed act. "Life" of a log is the time
### between two restores from a backup.

# Shown when a checkpoint claims more entries than any log can have.
journal-tree-too-large = A log cannot have { $size } entries.
    .do = The file was made by a faulty or hostile program. Ask its sender for a new one, by another way than the one it came by.

# Shown when an entry is asked for, or claimed, at a place that the log does not have. Places are counted from zero.
journal-index-outside = There is no entry { $index } in a log of { $size } entries.
    .do = Check the number. If it comes from a proof file, the file does not fit its checkpoint: ask for a new one.

# Shown when a later state of a log has fewer entries than the earlier one.
journal-tree-shrinks = A log of { $old } entries cannot later have { $new }.
    .do = Check that the two checkpoints were not exchanged. If they were not, the log was shortened: keep both and tell your supervisor.

# Shown when a proof has more or fewer hashes than its sizes allow.
journal-proof-length = The proof has { $found } hashes, which does not fit the log.
    .do = The proof is damaged or was made for another checkpoint. Ask for a new one.

# Shown when a proof is well formed but leads to something else than the log signed.
journal-proof-root = The proof does not lead to what the log signed.
    .do = Do not rely on it. Keep the file, ask for a new one, and if that fails too, tell your supervisor: the log may have been changed.

# Shown when a file name in a log folder is not one that a log writes.
journal-tile-path = This is not the name of a file of a log.
    .do = Check that the folder holds a log and nothing else.

# Shown when a file of the log has the wrong length or form. "tile" is its path.
journal-tile-content = The file { $tile } of the log is damaged.
    .do = Stop the node and restore the log from the latest backup, or rebuild it from the entries.

# Shown when a signed text is larger than any checkpoint.
journal-note-too-long = A signed text of { $bytes } bytes is too long.
    .do = The file is not a checkpoint. Check that you chose the right one.

# Shown when a file that should hold a checkpoint holds something else.
journal-note-malformed = This is not a signed checkpoint.
    .do = Check that you chose the right file, and that no mail program or editor changed its line ends.

# Shown when one line among the signatures is damaged. Lines are counted from 1 below the text.
journal-note-signature-line = Signature line { $line } is damaged.
    .do = Ask for the file again. Do not edit it by hand.

# Shown when a signed text carries more signatures than are read.
journal-note-too-many-signatures = { $count } signatures are more than a checkpoint may carry.
    .do = Ask for the checkpoint with the signatures of the log and of its known witnesses only.

# Shown when a name for a key in signed texts is not allowed.
journal-note-key-name = This cannot be the name of a key.
    .do = Choose a name without spaces and plus signs, at most 255 bytes long.

# Shown when the text of a public key for checkpoints was mistyped or cut.
journal-note-key-text = This is not the text of a public key.
    .do = Copy the whole line again from the agreement or the node that it belongs to.

# Shown when none of the signatures is by a key that the reader was told to trust.
journal-note-unknown-keys = Nobody whom you trust has signed this.
    .do = Check that the keys in the agreement are those of this log. If they are, the checkpoint is a forgery: do not rely on it.

# Shown when a signature names a known key but was not made by it. "name" is the name of the key.
journal-note-signature-invalid = The signature by { $name } does not hold.
    .do = Do not rely on the file: it was changed after it was signed. Keep it and ask for a new one.

# Shown when the first line of a checkpoint cannot be the name of a log.
journal-checkpoint-origin = This does not name a log.
    .do = Check that the file is a checkpoint, and ask its sender for a new one.

# Shown when a line of a checkpoint is damaged. Lines are counted from 1.
journal-checkpoint-line = Line { $line } of the checkpoint is damaged.
    .do = Ask for the checkpoint again. Do not edit it by hand.

# Shown when a restored log names an impossible earlier state as the one it goes on from.
journal-checkpoint-parent = The checkpoint names an earlier state from which the log cannot go on.
    .do = Do not rely on it. Ask the office that runs the log how it was restored.

# Shown when a checkpoint is of another log than the one that the reader expected. Both values are names of logs.
journal-checkpoint-other-log = This is of the log { $found }, not of { $expected }.
    .do = Check that you chose the right file. If another office sent it, tell it that it speaks for the wrong log.

# Shown when the disk fails. "path" is the file within the log's folder, "cause" what the system says.
journal-log-store = The log's file { $path } cannot be read or written: { $cause }.
    .do = Check that the disk is there and not full, and that the node may write to its folder. Then start the node again.

# Shown when a file of the log is gone.
journal-log-missing = The log's file { $path } is missing.
    .do = Stop the node and restore the log from the latest backup, or rebuild it from the entries. Find out who removed it.

# Shown when a file of the log is not what was signed.
journal-log-changed = The log's file { $path } was changed.
    .do = Stop the node, keep a copy of its folder as evidence, then rebuild the log from the entries. Find out who changed it.

# Shown when the files of the log do not fit its checkpoint and no single file can be named.
journal-log-root = The log's files do not fit its checkpoint.
    .do = Stop the node, keep a copy of its folder as evidence, then rebuild the log from the entries.

# Shown when a new log would be begun where there is one.
journal-log-exists = There is a log here already.
    .do = Use it, or choose an empty folder.

# Shown when there is no log in the folder of a node.
journal-log-absent = There is no log here.
    .do = Check that this is the folder of a node. A node that has lost its log is restored from a backup.

# Shown when the log in the folder is of another node, or of another life of this one. Both values are names of logs.
journal-log-other = This is the log { $found }, not { $expected }.
    .do = Check that the folder was not exchanged. After a restore, let the restore command finish.

# Shown when a restored log would go on under a name that is not later than the one before. Both values are names of logs.
journal-log-incarnation = { $found } is not a later life of { $current }.
    .do = Give the restored log a number higher than any that a counterpart has seen.

# Shown when a write failed before, so that it is not known what is on the disk.
journal-log-unsure = The log has to be opened again after a failed write.
    .do = Start the node again. Nothing that was confirmed is lost.

# Shown to a node that is asked to witness another's log and gets too much.
journal-submission-too-long = A request to cosign of { $bytes } bytes is too long.
    .do = The other node runs a faulty or hostile program. Tell the office that runs it.

# Shown when a line of a request to cosign is damaged. Lines are counted from 1.
journal-submission-line = Line { $line } of the request to cosign is damaged.
    .do = Let the other node send it again. If it stays so, tell the office that runs it.

# Shown when a proof in a request to cosign is longer than any proof. "most" is the largest number of hashes.
journal-submission-too-many-hashes = A proof has more than { $most } hashes.
    .do = The other node runs a faulty or hostile program. Tell the office that runs it.

# Shown when a counterpart's log has fewer entries than it showed before: a sign of an old backup passed off as the present.
journal-witness-shrunk = The log { $origin } showed { $seen } entries before, and now shows { $now }.
    .do = It was shortened, or an old backup is passed off as its present state. Nothing was cosigned. Keep both checkpoints and ask the office that runs it.

# Shown when a counterpart's log signed two different contents of the same length: a proof of fraud or of a grave fault.
journal-witness-forked = The log { $origin } signed two different states of { $size } entries.
    .do = The two checkpoints together prove it. Keep both, do not rely on this log, and tell your supervisor.

# Shown when a counterpart's log does not prove that it still holds what it showed before.
journal-witness-inconsistent = The log { $origin } does not prove that it still holds the { $seen } entries that it showed before.
    .do = Nothing was cosigned. Let it try once more; if it stays so, its history was changed: keep the checkpoints and tell your supervisor.

# Shown when a proof begins at another state than the one last seen. The other node normally tries again by itself.
journal-witness-proof-from = The proof begins at { $from } entries, but { $seen } were seen last.
    .do = The other node has to send a proof from { $seen } entries. Nothing needs to be done here.

# Shown when an earlier life of a restored log comes back. "seen" is the number of the later life.
journal-witness-superseded = { $origin } is an earlier life of a log that is already at number { $seen }.
    .do = Two copies of that node may be running, or an old backup was started. Ask the office that runs it to stop the old one.

# Shown when a restored log changes its story about the state it was restored from.
journal-witness-parent-changed = The log { $origin } now says that it goes on from another state than it said before.
    .do = Nothing was cosigned. Keep both checkpoints and ask the office that runs it.

# Shown when a restored log does not prove from which earlier state it goes on.
journal-witness-parent-unproven = The log { $origin } does not prove from which earlier state it goes on.
    .do = Nothing was cosigned. Let the other node send the proof; if it cannot, ask the office that runs it how it was restored.

# Shown when two checkpoints of the same log were handled at once.
journal-witness-raced = Another checkpoint of { $origin } was accepted meanwhile.
    .do = Let the other node send its checkpoint again.

# Shown when the clock of this node shows an impossible time. "seconds" counts from the year 1970.
journal-witness-time = { $seconds } seconds since 1970 is no time for a signature.
    .do = Set the clock of this node.

# Shown when a proof file is larger than any proof.
journal-proof-file-too-long = A proof file of { $bytes } bytes is too long.
    .do = Check that you chose the right file.

# Shown when a line of a proof file is damaged. Lines are counted from 1.
journal-proof-file-line = Line { $line } of the proof file is damaged.
    .do = Check that you chose the right file. If so, ask for it again, and do not edit it by hand.

# Shown when too few witnesses have confirmed a checkpoint.
journal-proof-file-quorum = { $found } of { $quorum } witnesses have cosigned.
    .do = Ask the office that runs the log for a proof with more cosignatures, or add the keys of the witnesses that you trust.
