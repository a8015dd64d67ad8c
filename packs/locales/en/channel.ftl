### The channel between two offices: agreements, sealed envelopes, receipts, and what travels on a stick.
### "Agreement" is the memorandum that both offices signed and that the program holds both to. "Envelope" is one sealed message.
### "Counterpart" is the other office. "Letter" is what lies inside an envelope. "Node" is an office's installation of this program.

# Shown when the text of an agreement is larger than any agreement can be. "bytes" is its size.
channel-agreement-too-long = An agreement of { $bytes } bytes is too long.
    .do = Check that the file is an agreement. If the two offices really agreed on so much, make two agreements of it.

# Shown when an agreement was written by a newer version of the program.
channel-agreement-version = This program does not know version { $version } of agreements.
    .do = Ask the counterpart which version of the program it uses, and update yours.

# Shown when a field of an agreement cannot be accepted. "field" is its English name, "why" an English reason.
channel-agreement-field = The agreement cannot be accepted: { $field }: { $why }.
    .do = Correct the field in the draft. Both offices have to sign again, because the signatures are over the whole text.

# Shown when a key signed, or is to sign, that the agreement does not list for that office.
channel-agreement-signer = The key { $key } is not one that signs for office { $office }.
    .do = Sign with a key that the agreement lists for the office, or add the key to the draft before anybody signs.

# Shown when a signature is genuine but was made for another text.
channel-agreement-other-text = Office { $office } signed another text than this one.
    .do = Compare the digest of the agreement with the counterpart by telephone. Sign again when both have the same text.

# Shown when an office is named that the agreement does not mention.
channel-agreement-not-a-party = Office { $office } is not a party to the agreement.
    .do = Choose the agreement that is with this office.

# Shown when a file or message with keys is larger than it can be.
channel-keys-too-long = A list of keys of { $bytes } bytes is too long.
    .do = Do not use it. Ask the counterpart to send its keys again.

# Shown when a list of keys was written by a newer version of the program.
channel-keys-version = This program does not know version { $version } of key lists.
    .do = Ask the counterpart which version of the program it uses, and update yours.

# Shown when bytes that should be a public key are none. "key" is the identifier.
channel-keys-not-a-key = What is named { $key } is not a public key.
    .do = Do not use it. Ask the counterpart to send its keys again.

# Shown when the days on which a key may be used end before they begin, or are more than allowed.
channel-keys-days = The days of use of key { $key } cannot be accepted.
    .do = Ask the counterpart to publish the key with a shorter time of use.

# Shown when a list of keys is empty, too long, or not in order.
channel-keys-list = The list of keys is empty, too long, or not in order.
    .do = Ask the counterpart to send its keys again.

# Shown when a list of keys is for another agreement or by another office.
channel-keys-other = These keys are of another agreement or office.
    .do = Check which agreement the file belongs to.

# Shown when a list of keys is older than the one in use. "known" and "found" are numbers of lists.
channel-keys-superseded = Key list { $found } is older than, or differs from, list { $known }, which is in use.
    .do = Nothing needs to be done if it came late. If the counterpart sent it today, ask whether its node was restored from a backup.

# Shown when there is no key of the counterpart to which a message can be sealed today. "day" is a date.
channel-keys-none-in-use = The counterpart has published no key that is in use on { $day }.
    .do = Ask the counterpart to publish new keys. The message stays here until then.

# Shown when a message is sealed to a key that this node does not have, or that was destroyed after its time.
channel-keys-gone = The private key { $key } is not here. It was destroyed after its time, or was never here.
    .do = Ask the counterpart to send the message again, sealed to a present key.

# Shown when a message was sealed on a day on which its key was not in use. "day" is a date.
channel-keys-not-in-use = Key { $key } was not in use on { $day }.
    .do = Ask the counterpart to send the message again, sealed to a present key, and to check the clock of its node.

# Shown when a private key that this node stored cannot be read.
channel-keys-stored = A private key that this node stored cannot be read.
    .do = Restore the keys from the backup of the keys. Messages sealed to the lost key have to be sent again.

# Shown when an envelope, or the letter to be put into one, is too large. "bytes" and "limit" are sizes.
channel-envelope-too-long = { $bytes } bytes are more than the { $limit } that fit.
    .do = Attach large content as a file; it then travels on its own and the letter names it.

# Shown when an envelope was written by a newer version of the program.
channel-envelope-version = This program does not know version { $version } of envelopes.
    .do = Ask the counterpart which version of the program it uses, and update yours.

# Shown when an envelope names another agreement. "found" and "expected" are digests.
channel-envelope-other-agreement = The envelope is under agreement { $found }, not { $expected }.
    .do = Check whether the agreement was renewed and only one office has activated the new one.

# Shown when an envelope is for another office.
channel-envelope-not-for-us = The envelope is for office { $office }.
    .do = Give the file to that office, unopened.

# Shown when an envelope cannot be opened with the key that it names.
channel-envelope-does-not-open = The envelope does not open under key { $key }. It was sealed to another key, or changed.
    .do = Keep it, and ask the counterpart to send the message again.

# Shown when what was sealed in an envelope does not have the form of a letter.
channel-envelope-padding = What is in the envelope is not a letter.
    .do = Keep it, and tell the counterpart that its program writes envelopes that cannot be read.

# Shown when a list within a letter is too long or out of order. "what" is its English name.
channel-envelope-list = The { $what } of the letter are too many, not in order, or one is there twice.
    .do = Send fewer in one letter, each once.

# Shown when a receipt is larger than any receipt can be.
channel-receipt-too-long = A receipt of { $bytes } bytes is too long.
    .do = Do not rely on it. Ask the counterpart for its receipts again.

# Shown when a receipt was written by a newer version of the program.
channel-receipt-version = This program does not know version { $version } of receipts.
    .do = Ask the counterpart which version of the program it uses, and update yours.

# Shown when a receipt belongs to another agreement.
channel-receipt-other-agreement = The receipt is under another agreement.
    .do = File it with the agreement that it names.

# Shown when an envelope or receipt is put into the wrong outbox: a mistake in the program, or somebody who sends our own receipts back.
channel-outbox-other-channel = This belongs to another channel, or to the other direction of this one.
    .do = Do not rely on it. Report this with the identifier of the envelope or receipt.

# Shown when a message was sealed while another took its place in the order. "sealed" and "next" are numbers.
channel-outbox-not-next = The message was sealed for place { $sealed }, and the next place is { $next }.
    .do = Send the message again. It is then sealed for the right place.

# Shown when the counterpart signed two receipts that contradict each other. "sequence" is their number.
channel-outbox-receipt-fork = The counterpart signed two different receipts with number { $sequence }.
    .do = Keep both and tell your supervisor: one of them is not true.

# Shown when a receipt does not follow from the one before it.
channel-outbox-receipt-chain = Receipt { $sequence } of the counterpart does not follow from the one before it.
    .do = Keep it and tell your supervisor: receipts were left out or changed.

# Shown when a receipt comes from before the counterpart's node was restored. "known" and "found" count the restores.
channel-outbox-superseded = The receipt is of life { $found } of the counterpart's log, which is now at { $known }.
    .do = Keep it and tell your supervisor: an old copy of the counterpart's node may be running.

# Shown when a restored node is to go on with a number that was used. "known" and "found" count the restores.
channel-outbox-incarnation = Life { $found } of the log is not later than { $known }.
    .do = Restore the node with the restore command, which counts the lives of the log.

# Shown when somebody wants to try again a message for which nobody has to decide.
channel-outbox-not-given-up = No message at this place waits for a decision.
    .do = Reload the page. Somebody else may have decided.

# Shown when an envelope is put into the wrong inbox: a mistake in the program.
channel-inbox-other-channel = The envelope belongs to another channel.
    .do = Report this with the identifier of the envelope.

# Shown when a message is marked as read that is not there.
channel-inbox-not-delivered = There is no message at this place.
    .do = Reload the page.

# Shown when this node's own log stands in an earlier life than its receipts. "known" and "found" count the restores.
channel-inbox-incarnation = This node's log is in life { $found }, and its receipts are from life { $known }.
    .do = Stop the node. An old copy of its folder may have been started: restore it with the restore command.

# Shown when a message about checkpoints was written by a newer version of the program.
channel-cosign-version = This program does not know version { $version } of messages about checkpoints.
    .do = Ask the counterpart which version of the program it uses, and update yours.

# Shown when an answer to a checkpoint is signed by somebody else than the counterpart's node.
channel-cosign-not-theirs = The answer does not hold a cosignature by the counterpart's node.
    .do = Do not rely on it. Ask the counterpart whether its node key has changed.

# Shown to a person when the counterpart's node says that it was restored from a backup. "node" is its key, "entries" a number.
channel-log-restored = The log of { $node } was restored from a backup. { $entries } entries that were seen here may be lost there.
    .do = Ask the counterpart what happened. Accept the new state only when the answer satisfies you. What it signed before stays here as evidence.

# Shown to a person when the counterpart's node shows an old state without saying so. "finding" is an English sentence.
channel-log-rolled-back = The log of { $node } shows an earlier state than before: { $finding }.
    .do = Tell your supervisor and the counterpart. An old backup was probably put back without the restore command. Nothing is cosigned until this is settled.

# Shown to a person when the counterpart's log no longer holds what it showed before. "finding" is an English sentence.
channel-log-rewritten = The log of { $node } was changed: { $finding }.
    .do = Tell your supervisor. Keep what the counterpart signed: the two states together prove the change. Nothing is cosigned until this is settled.

# Shown when what a counterpart says of itself is longer than it can be. "bytes" is its size.
channel-sheet-too-long = A sheet of { $bytes } bytes is too long.
    .do = Ask the counterpart which version of the program it uses.

# Shown when the sheet was written by a newer version of the program.
channel-sheet-version = This program does not know version { $version } of sheets.
    .do = Ask the counterpart which version of the program it uses, and update yours.

# Shown when the sheet in front of messages names another agreement.
channel-sheet-other-agreement = The messages are under another agreement.
    .do = Check whether the agreement was renewed and only one office has filed the new one.

# Shown when a file is not a bundle of envelopes.
channel-bundle-magic = This file is not a bundle of messages.
    .do = Check that you chose the right file on the medium.

# Shown when a bundle is larger than can be read. "bytes" is its size.
channel-bundle-too-long = A bundle of { $bytes } bytes is too long.
    .do = Ask the counterpart to write several smaller bundles.

# Shown when a bundle holds more parts than it may.
channel-bundle-too-many = A bundle of { $parts } parts has too many.
    .do = Ask the counterpart to write several smaller bundles.

# Shown when a bundle breaks off or goes on after its end.
channel-bundle-length = The bundle does not end where it says.
    .do = Copy the file from the medium again. If that does not help, ask for a new one.

# Shown when the digest at the end of a bundle does not match its content.
channel-bundle-damaged = The bundle is damaged.
    .do = Copy the file from the medium again. If that does not help, ask for a new one on another medium.

# Shown when a part of a bundle is of an unknown kind or too long. "part" is its number.
channel-bundle-part = Part { $part } of the bundle cannot be read.
    .do = Ask the counterpart which version of the program wrote it. Take nothing from the bundle.

# A rule of the agreement that refuses a message. Shown to the sender before sending, or to the receiver.
channel-rule-agreement = The message is under another agreement.
    .do = Send it under the agreement that is in force between the two offices.

# A rule of the agreement that refuses a message.
channel-rule-parties = The agreement is not between these two offices.
    .do = Choose the agreement that is with the recipient.

# A rule of the agreement that refuses a message.
channel-rule-exercise = Exercise material and real material do not mix.
    .do = Use the agreement for exercises for an exercise case, and the real one for a real case.

# A rule of the agreement that refuses a message.
channel-rule-not-yet-valid = The agreement was not yet in force on the day of the message.
    .do = Send the message when the agreement is in force.

# A rule of the agreement that refuses a message.
channel-rule-expired = The agreement has ended. Messages can be received under it, but not sent.
    .do = Have the agreement renewed. The message stays here until then.

# A rule that refuses a message whose time lies in the future.
channel-rule-clock = The time of the message lies in the future.
    .do = Check the clocks of both nodes.

# A rule of the agreement that refuses a message.
channel-rule-kind = This kind of message is not part of the agreement.
    .do = Choose another way, or have the agreement extended.

# A rule of the agreement that refuses a request to cosign a checkpoint.
channel-rule-cosign = The two offices have not agreed to cosign each other's checkpoints.
    .do = Have the agreement extended if this is wanted.

# A rule of the agreement that refuses a message.
channel-rule-approval = Two officers must approve this kind of message before it leaves.
    .do = Ask a second officer to approve it.

# A rule of the agreement that refuses a message.
channel-rule-purpose = The purpose is not one of the agreement, or not one for which the information may be used.
    .do = State another purpose if there is one, or ask the originator of the information.

# A rule of the agreement that refuses a message.
channel-rule-measures = The message asks for a measure that is not part of the agreement.
    .do = Ask for it by a request outside the agreement, or have the agreement extended.

# A rule of the agreement that refuses a message.
channel-rule-data = The message holds a kind of data that is not part of the agreement.
    .do = Leave these data out, or have the agreement extended.

# A rule of the agreement that refuses a message.
channel-rule-handling-code = The information is under a stricter handling code than the agreement covers.
    .do = Ask the originator whether a lower code is possible, or choose another way.

# A rule of the agreement that refuses a message.
channel-rule-use = The agreement is for intelligence only, and this information may serve as evidence.
    .do = Mark it as intelligence if that is what it is, or send it by a formal request.

# A rule of the agreement that refuses a message.
channel-rule-onward = The information could be passed on further than the agreement allows.
    .do = Set stricter conditions on passing it on.

# A rule that refuses information of a third state.
channel-rule-consent = The information comes from a third state, which has not consented to this transfer.
    .do = Ask that state for its consent and attach it.

# A rule of the agreement that refuses a message.
channel-rule-recipients = The information may not go to the recipient's state, or may go to states outside the agreement.
    .do = Correct the states to which the information may go.

# A rule of the agreement that refuses a message.
channel-rule-retention = The information could be kept for longer than the agreement allows, or has no last day.
    .do = Name a last day on which it may be kept (--keep-until), within the time that the agreement allows.

# Shown when a message cannot be decided, which is a refusal.
channel-rule-undecided = The message carries no conditions, or they cannot be judged.
    .do = Set the handling conditions of the message. If they are set, report this with the identifier of the message.
