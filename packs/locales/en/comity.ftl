### What the command line says.

## Answers

# $office is the name of the office, $folder the node's folder.
comity-founded =
    { $office } is founded in { $folder }.
    Take a third officer in soon (comity office add-officer): of two, neither can give the other a new key when a passphrase is lost.
# $path is a file.
comity-recovery-sheet-written = The recovery sheet is in { $path }. Print it, put it into a safe, and delete the file.
# The sheet itself. $node is an identifier, $code the secret.
comity-recovery-sheet =
    RECOVERY SHEET

    Node:    { $node }

    Recovery code:

        { $code }

    Whoever has this sheet and a copy of the node's folder can read every case in it.
    Keep it in a safe, apart from the machine and from all backups.
    It is needed when the passphrase of the node is lost.
# $name is an office, $authority the authority that it belongs to.
comity-status-office = { $name }, { $authority }
# All are numbers; incarnation counts the lives of the log.
comity-status = { $entries ->
        [one] 1 entry
       *[other] { $entries } entries
    }, { $logged } in the log, { $cases ->
        [one] 1 case
       *[other] { $cases } cases
    }, incarnation { $incarnation }.
# How far the node has come with reading its vault again. $ended and $began are times in UTC, the others are numbers.
comity-status-vault = All files of the vault were read again until { $ended }: { $files } files, { $bytes } bytes.
comity-status-vault-never = The vault was not read again from end to end yet. A node that serves does it, a part each day.
comity-status-vault-round = Since { $began } it is being read again: { $files } files so far.
comity-status-vault-missing = ! { $count ->
        [one] 1 file of an entry was
       *[other] { $count } files of entries were
    } NOT in the vault when it was looked for. The cases that hold them say which; comity node verify names them.
# $count is a number.
comity-status-vault-damaged = ! { $count ->
        [one] 1 file of the vault is
       *[other] { $count } files of the vault are
    } DAMAGED. The cases that hold them say which exhibits they are of; comity node scrub --resume names them.
# $key is a public key in hexadecimal.
comity-status-key = Public key { $key }. With it others check what this node signs: twins of requests, exports, the log.
# $url is the address of the pages.
comity-serving = The pages of the node are at { $url }. Ctrl-C ends it.
# Follows the line before, for pages with a certificate that the node made. $fingerprint is long.
comity-serving-fingerprint = Browsers do not know the certificate of these pages. Go on only when yours shows this SHA-256 fingerprint:
      { $fingerprint }
# Follows the line before, for a node that was started without its passphrase.
comity-serving-locked = It is locked and answers nothing until somebody gives its passphrase with comity node unlock.
# The answer of a node that serves.
comity-unlocked = The node is unlocked and serves.
# The answer of a node that serves; nothing was asked.
comity-unlocked-already = The node was not locked.
# All are numbers.
comity-verified = { $entries ->
        [one] 1 entry
       *[other] { $entries } entries
    } and { $rows ->
        [one] 1 row
       *[other] { $rows } rows
    } were read again; { $faults ->
        [one] 1 fault
       *[other] { $faults } faults
    }.
# $rows is a number.
comity-rebuilt = The views were made anew: { $rows ->
        [one] 1 row
       *[other] { $rows } rows
    }.
# All are numbers.
comity-scrubbed = { $files } files of the vault with { $bytes } bytes were read; { $damaged } are damaged.
# Follow the line before, where there is something to tell. $count is a number.
comity-scrubbed-mended = { $count } that were damaged before are whole now, or are needed no more.
comity-scrubbed-recorded = The cases that hold them say so: { $count ->
        [one] 1 entry
       *[other] { $count } entries
    } of the node.
comity-scrubbed-stopped = It was stopped before its end. comity node scrub --resume goes on.
# Both are numbers.
comity-swept = { $removed } files that no entry needs were removed; { $waiting } more are removed once they were not needed for a week.
# $data and $keys are files.
comity-backed-up = The entries are in { $data }, the keys in { $keys }. Keep them apart.
# Follows the line before. $folder is a folder, $copied a number.
comity-backed-up-objects = { $copied } files of exhibits were copied to { $folder }. They are sealed.
# Follows the line before when the node has files of exhibits and nobody said where they go.
comity-backed-up-without-objects = The files of exhibits are not in this backup. Give --objects FOLDER to have them copied.
# $entries and $incarnation are numbers.
comity-restored = { $entries } entries were restored. The log begins incarnation { $incarnation }; tell your counterparts.
# Follows the line before. $missing is a number.
comity-restored-without-objects = { $missing } files of exhibits are missing. Restore once more into a new folder, with --objects.
# Follows the first lines of a long list. $more is a number.
comity-and-more = and { $more } more
# Stands before the last lines of a long list in the order of time. $earlier is a number.
comity-and-earlier = { $earlier } earlier ones
# $entry is an identifier.
comity-recorded = Recorded as entry { $entry }.
# $name names a pack, $folder a folder.
comity-packs-copied = The pack { $name } lies in { $folder }. Change it, raise version in its pack.toml, and try it with comity packs check; comity packs activate puts it before another person.
# $name is what was typed, $known the packs that there are.
comity-packs-unknown = The program carries no pack { $name }.
    .do = Name one of these: { $known }
# $count is a number. Shown when a case is handed over to another office of the node.
comity-handed-over-requests = { $count ->
        [one] 1 request
       *[other] { $count } requests
    } of this case went or came under an agreement of this office. Answers still come here and cannot be taken into the case: read them with comity channel open, and tell the office that takes the case over.
# $entry is an identifier.
comity-proposed = Proposed as entry { $entry }. A second person must approve it.
# After a package was proposed. $count is a number of names of files.
comity-package-names = { $count ->
        [one] One name of a file in it holds
       *[other] { $count } names of files in it hold
    } what looks like a recovery phrase or a private key. A package names its files as they are: whoever has it can read that. Approve it only if the recipient may, or seal it with --key.
# $entry is an identifier.
comity-approved = Approved with entry { $entry }.
# $entry is an identifier.
comity-rejected = Rejected with entry { $entry }.
# $entry is an identifier.
comity-open-proposal = Waits for a second person: { $entry }
# Of an officer, or of the node. $key is the identifier of a key, $public the key itself.
comity-officer-key = {"      "}key { $key }, public key { $public }
# A wording of the office's library. $entry is an identifier, $country two letters, $provision statute and article,
# $language a tag, $day the day as of which it reads so, $source where it comes from, $who who compared it.
comity-provision = { $country }: { $provision } ({ $language }, as of { $day }), entry { $entry }. Source: { $source }. Compared by { $who }.
# The answer of office change-passphrase.
comity-passphrase-changed = The passphrase is changed. Older copies of the node still open with the old one.
# What waits for a second person, or was approved. Each value is a name, a list of roles, a key, a digest or a number.
comity-act-by = {"  "}Proposed by { $name }.
comity-act-add-officer = {"  "}{ $name } joins with the roles { $roles } and the key { $key }.
comity-act-set-roles = {"  "}{ $name } has the roles { $roles } from then on; before: { $before }.
comity-act-replace-key = {"  "}{ $name } gets another key, { $key }; the old one signs nothing more.
comity-act-activate-pack = {"  "}Pack { $name } of digest { $digest } comes into force.
comity-act-take-pack = {"  "}Pack { $name }, version { $version } of digest { $digest }, comes into force. { $publisher } released it, signed by:
comity-act-take-pack-older = {"  "}Its version is not newer than the one in force. Whoever proposed it means that; read the reason.
comity-act-trust-publisher = {"  "}Packs are taken from { $name } when two of these keys sign. Compare the digest { $digest } with that office by another way: comity packs card shows it there.
comity-act-distrust-publisher = {"  "}No pack is taken from { $name } any more. What came from it stays in force.
comity-act-set-vault-limits = {"  "}The vault may hold { $vault } bytes in all and a case { $case }; { $free } bytes of the disk stay free. What is held already stays.
comity-act-set-stamp-server = {"  "}Time-stamps are asked for at { $url }, and believed under the certificates of these digests: { $digests }. Compare them with the operator of the authority by another way.
comity-act-set-stamp-server-tls = {"  "}The server itself is called by TLS under the certificates of these digests: { $digests }.
comity-act-set-stamp-server-none = {"  "}No time-stamps are asked for any more. Those that were taken stay.
comity-act-file-agreement = {"  "}The agreement of digest { $digest } comes into force. Compare the digest with the other office by another way.
comity-act-end-agreement = {"  "}The agreement { $digest } with { $office } ends for this office.
comity-act-forget = {"  "}The content of entry { $entry } ({ $kind }) is destroyed for ever, and that of { $more ->
        [0] no other
       *[other] { $more } more
    } that repeats it.
# What a proposal in a case would do. $exhibit is the label of an exhibit, $fingerprint names a recovery phrase or key.
comity-act-reveal-secret = {"  "}The secret { $fingerprint } of { $exhibit } is shown to the officer who proposes it, once.
# Follows the line before. $stays is a number; a list of entries follows.
comity-act-forget-stays = {"  "}It leaves { $stays ->
        [one] 1 entry that rests on it and
       *[other] { $stays } entries that rest on it and
    } may say the same. Have them destroyed as well if they must go; a request that was drafted stays.
comity-act-export = {"  "}The case is written out for { $recipient }, who has the key { $key }: its first { $entries } entries.
# $exhibits are numbers such as E-1, E-2, $key is the identifier of a key, or the word none.
comity-act-package = {"  "}{ $exhibits } are written out as a package for { $recipient }, { $key ->
        [none] open to whoever has it.
       *[other] sealed to the key { $key }.
    }
comity-act-issue-request = {"  "}Request { $reference }, version { $version }, of digest { $digest }, is issued.
# The state of a case in a list.
comity-case-open = open
# The state of a case in a list.
comity-case-closed = closed
# Marks an entry in a time line.
comity-mark-corrected = corrected
# Marks an entry in a time line.
comity-mark-withdrawn = withdrawn
# Marks an entry in a time line.
comity-mark-forgotten = content destroyed
# An entry of a time line. $officer is a name.
comity-told-joins = { $officer } joins
# An entry of a time line. $officer is a name.
comity-told-leaves = { $officer } leaves
# An entry of a time line. $office is a name, $reason a text.
comity-told-to-office = to { $office }: { $reason }
# An entry of a time line. $place is the place of another entry in it, $now what that should have said, $reason a text.
comity-told-corrects = Entry { $place } should say: { $now } ({ $reason })
# An entry of a time line. $place is the place of another entry in it, $ground a sentence, $reason a text.
comity-told-withdraws = Entry { $place } does not count. { $ground }: { $reason }
# In the time line. $place is the place of the proposal in it.
comity-told-approves = Approves entry { $place }
# An entry of a time line. $act is what is proposed, $reason a text.
comity-told-proposes = { $act }: { $reason }
# An entry of a time line. $exhibit is a number such as E-1, $title a text, $files and $bytes are numbers.
comity-told-exhibit = { $exhibit } “{ $title }”: { $files ->
        [one] 1 file
       *[other] { $files } files
    }, { $bytes ->
        [one] 1 byte
       *[other] { $bytes } bytes
    }
# An entry of a time line. $exhibit is a number such as E-1, $title a text, $files and $bytes are numbers.
comity-told-exhibit-in-place = { $exhibit } “{ $title }”: { $files ->
        [one] 1 file
       *[other] { $files } files
    }, { $bytes ->
        [one] 1 byte
       *[other] { $bytes } bytes
    }, left in place
# An entry of a time line. $exhibit is a number such as E-1, $title a text.
comity-told-exhibit-thing = { $exhibit } “{ $title }”: a thing without files
# After an intake from a failing device. $places and $bytes are numbers.
comity-exhibit-salvaged = { $bytes } bytes in { $places ->
        [one] one place
       *[other] { $places } places
    } could not be read. Zeros stand for them in the copy, and its record says where (beginning and length):
# After an intake that was cut off and gone on with, and of its exhibit. $count is a number, two or more; a line for each follows.
comity-exhibit-sessions = The files were taken in in { $count } sessions:
# $began is a time, $files a number.
comity-exhibit-session = {"  "}begun { $began }: { $files ->
        [one] 1 file
       *[other] { $files } files
    }
# What is missing in a chain of custody. $number counts the acts, $entry is an entry or empty, $what one or more sentences.
comity-exhibit-gap = {"  "}! Act { $number } { $entry }: { $what }
# Heads a list of files of an exhibit, each with what was found when the node read it again. $count is a number.
comity-exhibit-damaged = ! { $count ->
        [one] 1 file was
       *[other] { $count } files were
    } not whole when the node read the vault again:
# Below an exhibit in a list. $count is a number.
comity-exhibit-gaps = ! { $count ->
        [one] 1 thing is
       *[other] { $count } things are
    } missing or contradictory in its custody: comity evidence show
# A search of an exhibit. $program is a name with a version, $files and $hits are numbers, $entry an entry.
comity-exhibit-scan = Searched by { $program }: { $files ->
        [one] 1 file
       *[other] { $files } files
    }, { $hits ->
        [one] 1 hit
       *[other] { $hits } hits
    }. Scan { $entry }
# After an act that was only tried. $gaps is a number.
comity-custody-dry-run = Nothing was recorded. { $gaps ->
        [0] The act would be taken, and leaves nothing missing.
        [one] The act would be taken, and the chain would show 1 thing that is missing or contradictory.
       *[other] The act would be taken, and the chain would show { $gaps } things that are missing or contradictory.
    }
# After an act of custody. $case is a case, $entry an entry.
comity-custody-undo = If it is wrong, withdraw it, and it stays on record as withdrawn: comity case withdraw { $case } { $entry } --ground mistaken --reason "…"
# Shown when the scan of a paper is too large. $path is a file, $most a number of bytes.
comity-paper-too-large = { $path } has more than { $most } bytes.
    .do = Scan the paper with fewer dots an inch, or in grey.
# An entry of a time line: an officer has seen a paper that others signed. $place says which entry, $signers are names with
# organisations, $note what he adds, or is empty.
comity-told-custody-on-paper = Has seen on paper that { $signers } signed entry { $place }. { $note }
# An entry of a time line. $exhibit is a number such as E-1, $act a word for what was done, $giver a name, $reason a text.
comity-told-custody = { $exhibit } { $act } by { $giver }: { $reason }
# An entry of a time line. $exhibit is a number such as E-1, $act a word for what was done, $giver and $taker are names, $reason a text.
comity-told-custody-passed = { $exhibit } { $act } by { $giver } to { $taker }: { $reason }
# An entry of a time line. $exhibits are numbers such as E-1, E-2, $recipient is a name, $reason a text, $root a digest.
comity-told-packaged = { $exhibits } packaged for { $recipient }: { $reason }; root { $root }
# What an entry says: $count is a number, $officers are two names.
comity-told-secrets-sealed = { $count } different secrets, sealed to { $officers }.
# What an entry says: $place is the number of the entry by which it was asked.
comity-told-secret-seen = Saw the secret that entry { $place } asks for.
# After a search of an exhibit. $entry is an entry.
comity-secrets-sealed = The secrets are sealed to the two officers: entry { $entry }.
# After a search of an exhibit that kept no secrets. $count is a number.
comity-secrets-masked = Of the secrets among the hits ({ $count }) only the fingerprints are kept. To keep them, search again and name two officers: --secrets-officer NAME --secrets-officer NAME.
# A list of what is kept. $entry is an entry, $officers are two names.
comity-secrets-kept = { $entry }  sealed to { $officers }
# A look at a secret. $at is a time, $fingerprint names the secret, $by and $approved are officers, $reason says why.
comity-secret-look = { $at }  { $fingerprint }  seen by { $by }, approved by { $approved }: { $reason }
# After a secret was shown on the terminal. $entry is the entry that tells of it.
comity-secret-seen = It was shown once, as entry { $entry } tells. Clear the terminal.
# After a secret was sealed to a key. $path is a file, $entry the entry that tells of it.
comity-secret-written = { $path } holds the secret, sealed to the key. Entry { $entry } tells of it.
# An entry of a time line: an exhibit was compared with what came in. $place is the number of the entry by which the exhibit
# came in, $files a number, $result a word for the outcome, $findings how much is not as it came in, $reason why, or empty.
comity-told-checked = Read the exhibit of entry { $place } again, { $files } files: { $result } ({ $findings }). { $reason }
# An entry of a time line: a file of an exhibit was written out. $place is the number of the entry by which the exhibit came in,
# $path the file, $sha256 its digest, $reason says why.
comity-told-given-out = { $path } of the exhibit of entry { $place } given out: { $reason }; SHA-256 { $sha256 }
# A line about an exhibit: it was compared with what came in. $at is a time, $by an officer, $result a word for the outcome,
# $files and $findings are numbers, $reason says why, or is empty.
comity-exhibit-checked = { $at }  read again by { $by }, { $files } files: { $result } ({ $findings }). { $reason }
# A line about an exhibit: a file was written out. $at is a time, $path the file, $by an officer, $reason says why.
comity-exhibit-given-out = { $at }  { $path } given out by { $by }: { $reason }
# A line about an exhibit: the node read its files again by itself. $at is a time, $count a number, $finding what was found
# (document-custody-found-...).
comity-exhibit-found = { $at }  { $count ->
        [one] 1 file
       *[other] { $count } files
    } read again by the node: { $finding }
# A line about an exhibit: a recovery phrase or key in it was seen. $at is a time, $fingerprint names it, $by and $approved are
# officers, $reason says why.
comity-exhibit-look = { $at }  secret { $fingerprint } seen by { $by }, as { $approved } approved: { $reason }
# A line about an exhibit: a package with its files was written. $at is a time, $recipient for whom, $by an officer, $reason why.
comity-exhibit-packaged = { $at }  packaged by { $by } for { $recipient }: { $reason }
# A line about an exhibit: a package was offered to another office. $at is a time, $name a file, $to the office, $by an officer,
# $standing whether the offer holds and how far it has come (document-custody-offer-...).
comity-exhibit-offered = { $at }  { $name } offered by { $by } to { $to }: { $standing }
# After an exhibit was compared with what came in. $entry is an entry.
comity-exhibit-check-recorded = Recorded as entry { $entry }.
# An entry of a time line: a person signs an act that another one recorded. $place says which entry, $note what he adds, or is empty.
comity-told-custody-confirmed = Confirms entry { $place }. { $note }
# An entry of a time line, by the node: it read files again that are in its vault. $place says which entry holds them, $finding
# what was found (document-custody-found-...), $count is a number.
comity-told-files-checked = { $count ->
        [one] 1 file
       *[other] { $count } files
    } of entry { $place }: { $finding }
# An entry of a time line. $exhibit is a number such as E-1, the others are numbers.
comity-told-scan = { $exhibit } searched: { $files ->
        [one] 1 file
       *[other] { $files } files
    }, { $hits ->
        [one] 1 hit
       *[other] { $hits } hits
    }, { $failures ->
        [one] 1 file that could not be read
       *[other] { $failures } files that could not be read
    }
# Follows the entry before. $count is a number of files.
comity-told-scan-without-rules = to { $count ->
        [one] 1 file
       *[other] { $count } files
    } no rule was applied, since rules failed on it
# An entry of a time line. $what is an address or a fingerprint, $role a word, $reason a text.
comity-told-account = { $what } ({ $role }): { $reason }
# An entry of a time line. $place is the number of an entry, $count how many places.
comity-told-placed = What entry { $place } took in was found in { $count ->
        [one] 1 further place
       *[other] { $count } further places
    }
# An entry of a time line. $value is an address or a fingerprint, $reason a text.
comity-told-asked = The owners of other cases are asked about { $value }: { $reason }
# An entry of a time line: the answer to a question of another case. $text is a text.
comity-told-answered = A question of another case is answered: { $text }
# An entry of a time line. $network is a name, $height a number, $source a text.
comity-told-ledger = { $network } to height { $height } from { $source }
# An entry of a time line. $number, $started and $services are numbers, $direction is forward or backward, $starts a list of addresses and the like.
comity-told-trace = Trace { $number } { $direction } from { $starts }: { $started ->
        [one] 1 satoshi
       *[other] { $started } satoshis
    }, { $services ->
        [0] no service reached
        [one] 1 service reached
       *[other] { $services } services reached
    }
# An entry of a time line. $reference is that of a request, $what what happened to it.
comity-told-request = { $reference }: { $what }
# What happened to a request. $title is that of its form, $number counts its versions.
comity-told-version = { $title }, version { $number }
# All are numbers.
comity-scan-done = { $files ->
        [one] 1 file
       *[other] { $files } files
    } read, { $hits ->
        [one] 1 hit
       *[other] { $hits } hits
    }, { $failures } files not read.
# Follows the line before. $count is a number.
comity-scan-unopened = { $count ->
        [one] 1 part inside these files was
       *[other] { $count } parts inside these files were
    } not opened, or not to the end.
# Follows the line before. $count is a number.
comity-scan-left-out = { $count ->
        [one] 1 thing in folders was
       *[other] { $count } things in folders were
    } left out: links, pipes and the like.
# After a scan that wrote the secrets into a file. $count is a number, $path the file.
comity-scan-secrets = { $count ->
        [0] No secrets were found; { $path } holds an empty list.
        [one] One place with a secret is in { $path }, encrypted.
       *[other] { $count } places with secrets are in { $path }, encrypted.
    }
# Shown after the hits of a file. $path is the file, or the place of one inside it; $kind is the key of a kind of hit, such as
# email-address; $count is the number of hits that are not listed.
comity-scan-unlisted = { $path } has too many hits of the kind { $kind }: { $count } more of them are counted but not listed.
    .do = What is listed stands, and hits of other kinds are listed. Divide the file to see the others too.
# Shown for a file in the name of which a secret seems to stand that is not among the hits. $path is the name, masked.
comity-scan-name = The name of { $path } holds what looks like a recovery phrase or a private key. It is masked wherever the name is shown, and it was not kept with the secrets.
    .do = Look at the name where the file lies, and keep what it says as you keep secrets.
# Shown with the error after which the search of a file ended. $path is the file, $count the number of hits before.
comity-scan-part = { $path } was not searched to its end. Hits found before that, which stand: { $count }.
    .do = Read the error that follows. Take the file apart, or unpack it yourself, and search its parts to see the rest.
# After a scan. $count is a number of files.
comity-scan-known = { $count ->
        [one] One file is on the lists of known files and was not searched.
       *[other] { $count } files are on the lists of known files and were not searched.
    }
# Shown when not exactly two officers are named to whom secrets are sealed.
comity-secret-two-officers = Secrets are sealed to exactly two officers.
    .do = Give --secrets-officer twice, with two different names.
# Shown when a secret is named and nothing is said of what to do with it.
comity-secret-reason = Nobody sees a secret without a reason that is on record.
    .do = Ask with --reason. When the other officer has approved, see it with --asked and the entry by which you asked.
# Shown when a secret would go into a file or pipe in plain.
comity-secret-no-terminal = A secret is shown on a terminal and nowhere else.
    .do = Run the command on a terminal without --json, or have the secret sealed: --for age1… --out FILE.
# After a scan by rules. $count is a number of files and of parts of files.
comity-scan-blocks = { $count ->
        [one] One part was too long to be seen whole by the rules, and was seen
       *[other] { $count } parts were too long to be seen whole by the rules, and were seen
    } in blocks: there filesize, uint32() and modules know nothing.
# Shown for a file on which rules failed. $path is a path.
comity-rules-not-applied = No rule was applied to { $path }, since the search with rules failed. It was searched without them.
    .do = Search it again with fewer rules, to find the one that fails.
# Shown when rules took too long for several parts of one file. $limit is a number, $path the place in the file at which they were given up.
comity-rules-given-up = The rules took too long for { $limit } parts of one file, and were asked no more from { $path } on.
    .do = Look for rules with loops over large ranges or with strings of few bytes, make them narrower, and search the file again.
# Shown for a list of known files in which there is no digest. $path is a file.
comity-known-none = { $path } has no line with a SHA-256 digest.
    .do = Give a list as sha256sum or hashdeep -c sha256 writes it. Lists with MD5 or SHA-1 alone do not tell files apart.
# Shown for lists of known files that are too long. $path is a file, $limit a number.
comity-known-too-many = With { $path } there are more than { $limit } digests of known files.
    .do = Give the lists of the systems that you expect, rather than all there are.
# $path is a path.
comity-scan-special = { $path } is a pipe, a socket or such a device, and was not searched.
    .do = Such a thing may never end. Write what comes out of it to a file, and search that.
# $folder is a folder.
comity-man-written = The manual pages are in { $folder }.

# $package is a folder or file, $files and $bytes numbers, $root the digest to write down, $entry an identifier.
comity-packaged = { $files ->
        [one] 1 file
       *[other] { $files } files
    } with { $bytes ->
        [one] 1 byte
       *[other] { $bytes } bytes
    } of exhibits are in { $package }, signed and recorded as { $entry }. Root: { $root }
# Follows comity-packaged. $count is a number.
comity-packaged-withheld = { $count ->
        [one] 1 entry is in it without its content; package.json says why.
       *[other] { $count } entries are in it without their content; package.json says why.
    }
# Follows comity-packaged. $list is a file, $root a digest.
comity-packaged-leaves = Its leaves are listed in { $list }, so that it can be carried and checked in parts. BLAKE3 of the file: { $root }
# $entry is the identifier of the entry that offers, $file a file.
comity-offered = Offered, recorded as { $entry }. Leave { $file } where it is until it was fetched. comity channel sync delivers the message.
# Told of a proposed message that offers a package. $name is the name of a file, $bytes a number, $entry the entry by which the package was written, $key the key that it is sealed to, $root a digest.
comity-proposed-offer = It lets that office fetch the package { $name } of { $bytes } bytes, written as entry { $entry } and sealed to the key { $key }. BLAKE3: { $root }
# Told of a message that came. $name is the name of a file, $bytes a number, $message an identifier.
comity-message-offer = It offers the package { $name } of { $bytes } bytes. Fetch it with comity evidence fetch { $message } FOLDER
# Follows comity-transferred, of a package that was fetched. $file is a file, $key the identifier of a key.
comity-fetched = It is sealed to the key { $key }. Open it with comity case export open { $file }, then check it with comity evidence verify.
# $offered and $found are numbers of bytes.
comity-fetch-other-size = The offer speaks of { $offered } bytes, and the list of { $found }.
    .do = The offer or the list is wrong. Ask the other office to offer the package again.
# $package is a folder, $files and $bytes numbers, $root the digest to write down.
comity-sealed = { $files ->
        [one] 1 file
       *[other] { $files } files
    } with { $bytes ->
        [one] 1 byte
       *[other] { $bytes } bytes
    } are sealed in { $package }. Root: { $root }
# Follows the line before. $sessions is a number, two or more.
comity-sealed-in-sessions = It was made in { $sessions } sessions; comity/sessions.json in it says when each began and where it went on.
# Follows the message about a sealing by copy that failed or was stopped, and what to do. $folder is a folder.
comity-sealing-left = What was copied by then is kept in { $folder }, not encrypted, as the source is. The same command with --resume goes on from there; with --anew instead, that is removed and all begins anew. If nobody is to go on, the folder can be removed: the source is untouched.
# Shown when what an earlier sealing left is in the way. $package and $folder are folders.
comity-sealing-left-before = An earlier sealing into { $package } was cut off. What it copied is in { $folder }, not encrypted.
    .do = Give the same command with --resume to go on from there, or with --anew to remove that and begin anew.
# Shown when an intake into a case would give up what an earlier one brought. $path is a folder, $began a time.
comity-intake-left-before = An intake of { $path } into this case that began at { $began } was cut off. Files that it brought are kept in the vault, encrypted.
    .do = Give the same command with --resume to go on with it, or with --anew to give that up and begin anew.
# Follows the message about an intake into a case that failed or was stopped, and what to do.
comity-intake-left = Files that it brought by then are kept in the vault, encrypted, and belong to no exhibit yet. The same command with --resume goes on with them; with --anew instead, all begins anew. What nobody goes on with within a week is removed by comity node sweep.
# $path is a file, $files and $withheld numbers, $digest a digest.
comity-exported = The case is written to { $path }: { $files ->
        [one] 1 file
       *[other] { $files } files
    }, { $withheld ->
        [one] 1 entry
       *[other] { $withheld } entries
    } without content. Only the recipient opens it. Digest: { $digest }
# $count is a number. That many lines of comity-export-withheld-entry follow.
comity-export-withheld = { $count ->
        [0] As the case stands, every content goes out.
        [one] As the case stands, 1 entry goes out without its content. Its number, author and times are shown, and the words of whoever withdrew it or had it destroyed:
       *[other] As the case stands, { $count } entries go out without their contents. Their numbers, authors and times are shown, and the words of whoever withdrew them or had them destroyed:
    }
# $number is a place in the case, $kind a word such as note.written, $ground one of four words.
comity-export-withheld-entry = Entry { $number }, { $kind }: { $ground ->
        [privileged] it is privileged, or stands on what is
        [wrong-case] it belongs to another case, or stands on what does
        [forgotten] it was destroyed, or stands on what was
       *[missing] it was lost with a backup. Let two persons forget it, so that somebody signs for that: check.py faults the export otherwise
    }
# $files and $exhibits are numbers.
comity-export-exhibits = Not in it: { $files ->
        [one] 1 file
       *[other] { $files } files
    } of { $exhibits ->
        [one] 1 exhibit
       *[other] { $exhibits } exhibits
    }; their digests are. To hand them over, write each out with comity evidence file, make a package with comity evidence seal FOLDER --out PACKAGE, and record it with comity evidence custody. What was hashed where it was found lies there.
# $files is a number.
comity-export-large = Not in it: { $files ->
        [one] 1 attachment of more than 16 MiB; its digest is. Write it out with comity case file.
       *[other] { $files } attachments of more than 16 MiB; their digests are. Write them out with comity case file.
    }
# $folder is a folder, $files a number, $digest a digest.
comity-export-opened = { $files ->
        [one] 1 file is
       *[other] { $files } files are
    } opened into { $folder }. Compare the digest with what the sender told you: { $digest }
# $list is a file, $root the digest to write down.
comity-leaves-listed = The leaves are listed in { $list }. Root: { $root }
# $file is a file, $leaves a number, $root a digest.
comity-leaves-whole = { $file } is whole and right. Root: { $root }
# As comity-leaves-whole, of a part of the file.
comity-leaves-right = { $leaves ->
        [one] 1 leaf of { $file } was
       *[other] { $leaves } leaves of { $file } were
    } read and right. Root: { $root }
# $file is a file, $first and $last numbers of bytes.
comity-leaves-wrong = { $file }: bytes { $first } to { $last } are damaged or missing.
# Follows comity-leaves-wrong. $count is a number.
comity-leaves-wrong-others = { $count ->
        [one] 1 more place is damaged or missing.
       *[other] { $count } more places are damaged or missing.
    }
# $file is a file.
comity-leaves-longer = { $file } is longer than the file that the list is of.
# $expected and $found are digests.
comity-leaves-other-root = The list is of another file: its root is { $found }, not { $expected }.
    .do = Compare the root with what the sender told you, and ask for the list again.
# $path is a file or folder.
comity-leaves-no-file = { $path } is no file.
    .do = Name one file. A package that is a folder is written as one file with comity evidence package write --key.
# $file is a file, $bytes a number, $root a digest.
comity-transferred = { $file } is whole and right; { $bytes ->
        [0] it was there already
        [one] 1 byte was copied now
       *[other] { $bytes } bytes were copied now
    }. Root: { $root }
# $file is a file, $leaves a number.
comity-transfer-incomplete = { $leaves ->
        [one] 1 leaf of { $file } is missing still.
       *[other] { $leaves } leaves of { $file } are missing still.
    } What came is kept: run the command again, or with another copy of the file, and only the rest is copied.
# $path is a file.
comity-transfer-other-list = { $path } is the list of another file.
    .do = Choose another place for the file, or move that list away.
# $file is a file, $bytes how many bytes its list says that it has.
comity-transfer-longer = { $file } is longer than the { $bytes } bytes of the file that the list is of. Nothing was copied.
    .do = If the file was written anew, move the old list away, which has the ending .leaves, and give the command again. If the list is right, look where the file comes from.
# $path is a file, $bytes and $room numbers of bytes.
comity-transfer-no-room = { $bytes } bytes of { $path } are still to come, and the disk has room for { $room }.
    .do = Make room, or choose a place on another disk. What came is kept.

# $path is a file.
comity-file-exists = { $path } exists already.
    .do = Choose another name, or move the file away.
# $path is a file, $most a number of bytes.
comity-file-too-large = { $path } is larger than the { $most } bytes that are read.
    .do = Check that it is the right file.
# The answers of the commands on time-stamps. $time and $until are times in UTC, $authority is a name that stands in a
# certificate, $number counts the time-stamps of a case, $of is an exhibit such as E-1 or the words of comity-stamp-of-log.
comity-stamped = { $authority } says that it was there at { $time }. That can be checked until { $until }.
comity-stamp-checked = The time-stamp holds: { $authority } says that it was there at { $time }. That can be checked until { $until }. Whether a certificate was revoked was not asked.
comity-stamp-of-digest = It is about the data of SHA-256 { $digest }. Give --data to compare a file with it.
comity-stamp-of-log = the log
comity-stamp-holds = { $number }: { $of }, there at { $time } as { $authority } says, renewed { $renewals } times. That can be checked until { $until }.
comity-stamp-does-not-hold = { $number }: { $of }. The time-stamp does not hold as it is here:
comity-stamp-withdrawn = { $number }: { $of }, withdrawn
comity-stamp-forgotten = { $number }: { $of }, its content was destroyed
# Of one time-stamp. $case and $entry are identifiers, $until is when its certificates end.
comity-stamp-ending = Case { $case }, entry { $entry }: ends at { $until }
comity-stamp-renewed = Case { $case }, entry { $entry }: renewed before { $until }
comity-stamp-not-renewed = Case { $case }, entry { $entry }: not renewed, and ends at { $until }:
# $renewed and $left are numbers.
comity-stamps-renewed = Renewed: { $renewed }. Left: { $left }.
# $exhibit is a number such as E-1, $entry an identifier.
comity-exhibit-added = { $exhibit } is taken in with entry { $entry }.
# The media inside an image file of a disk, read apart from it. Below stand its digests, each beside the one that the image
# bears. $path is the image, $bytes the length of the media, $sha256 its digest.
comity-media-same = The media in { $path }: { $bytes } bytes, SHA-256 { $sha256 }; it is what the image says.
comity-media-different = The media in { $path }: { $bytes } bytes, SHA-256 { $sha256 }. It is NOT what the image says: the image is damaged or was changed.
comity-media-not-stored = The media in { $path }: { $bytes } bytes, SHA-256 { $sha256 }; the image bears no digest of it.
# $code is the code of what went wrong.
comity-media-unread = The media in { $path } was not read to its end ({ $code }): what it is was not decided.
# Stands before a list. $count is a number.
comity-exhibit-left-out = Not taken in, for want of a content of its own: { $count ->
        [one] 1 thing
       *[other] { $count } things
    }
# What an exhibit holds. $files and $bytes are numbers; a hash value with its name follows.
comity-held = { $files ->
        [one] 1 file
       *[other] { $files } files
    }, { $bytes ->
        [one] 1 byte
       *[other] { $bytes } bytes
    }
# What an exhibit holds that stays where it is. $files and $bytes are numbers, $path is a folder or file.
comity-held-in-place = { $files ->
        [one] 1 file
       *[other] { $files } files
    }, { $bytes ->
        [one] 1 byte
       *[other] { $bytes } bytes
    }, in place at { $path }
# Both are paths as they are found in a folder.
comity-left-out-link = { $path }, a link to { $target }
# $path is a path.
comity-left-out-empty-folder = { $path }, an empty folder
# $path is a path.
comity-left-out-special = { $path }, a pipe, socket or device
# Stands for the title of an exhibit or the like whose content two persons had destroyed.
comity-content-gone = (content destroyed)
# Shown when none of the files of an exhibit could be read. $exhibit is a number such as E-1, $files a number.
comity-exhibit-unread = { $files ->
        [one] The only file of { $exhibit } could not be read.
       *[other] None of the { $files } files of { $exhibit } could be read.
    } Nothing was searched, and nothing recorded.
    .do = Of an exhibit in place, bring the files back to where they were. Of one in the vault, run comity node scrub, and bring back from a backup what is damaged or missing.
# Shown when an exhibit is checked. $file is a file of it.
comity-exhibit-file-damaged = { $file } is damaged in the vault, or not there.
# Follows the lines before. $exhibit is a label such as E-1.
comity-exhibit-check-damaged = Fail: files of { $exhibit } cannot be read from the vault as they came in.
    Copy objects/ of a backup over the folder of the node while it is not served, or below the prefix in the store where objects.toml in the folder names one. Then check the exhibit again.
# Shown when an exhibit that was left in place is searched. $file is a file of it, $exhibit a label such as E-1.
comity-exhibit-file-changed = { $file } of { $exhibit } is not what was taken in any more: other bytes stand there now, or a link. It was not searched.
    .do = Find out who changed it, and put back what was taken in. Run comity evidence check, so that the change is on record.
# $files, $hits and $failures are numbers, $entry is an identifier.
comity-exhibit-scanned = { $files ->
        [one] 1 file
       *[other] { $files } files
    } searched, { $hits ->
        [one] 1 hit
       *[other] { $hits } hits
    }, { $failures ->
        [one] 1 file that could not be read
       *[other] { $failures } files that could not be read
    }. Recorded as entry { $entry }.
# $path is a file, $sha256 a digest.
comity-exhibit-file-written = Written to { $path }. SHA-256: { $sha256 }
# After a file of an exhibit was written out. $path is a file, $sha256 a digest, $entry the entry that tells of it.
comity-exhibit-file-given-out = Written to { $path }, in the clear. SHA-256: { $sha256 }. Entry { $entry } tells of it.
# $file is a path inside an exhibit, $exhibit a number such as E-1.
comity-exhibit-file-unknown = { $exhibit } has no file { $file }.
    .do = List its files with comity evidence show, and copy the path from there.
# After a time was given without a zone, or by the clocks of the node. $at is the moment as it is recorded.
comity-moment = The time was understood as { $at }.
# Shown for a time of day that the clocks of a zone show twice, or never, because they are put back or forward. $time is a time,
# $zone a zone such as Europe/Berlin.
comity-moment-ambiguous = In { $zone } the clocks showed { $time } twice, or not at all.
    .do = Add the offset, such as +01:00, to say which moment it was.
# Below a list of hits that is longer. $shown, $wanted and $all are numbers: shown, those that were asked for, those of the search.
comity-hits-more = { $shown } of { $wanted } hits are shown, of { $all } that the search found. See the others with comity evidence hits and --all, --limit, --kind, --class, --find or --file.
# Below a list of hits of which some were asked for. $shown and $all are numbers.
comity-hits-of = { $shown } of { $all } hits.
# $text is what was typed.
comity-party = Not a person: { $text }
    .do = Write a person as NAME=ORGANISATION, for example "Nurlan=Unit One".
# $text is what was typed.
comity-tool = Not a program or instrument with its version: { $text }
    .do = Write it as NAME=VERSION, for example "Imager=4.2".
# Shown when a command that takes hits into a case names none.
comity-promote-what = No hits are named.
    .do = Name hits by their numbers, a kind with --kind, or all that are verified with --all-verified.
# $made, $placed and $known are numbers.
comity-promoted = { $made } taken into the case, { $placed } found in further places, { $known ->
        [one] 1 hit was on record before.
       *[other] { $known } hits were on record before.
    }
# What a hit became in the case.
comity-becomes-subject = subject
# What a hit became in the case.
comity-becomes-account = account
# What a hit became in the case.
comity-becomes-wallet = wallet
# A value that another case knows, which the reader may read. $case and $entry are identifiers, $title a text, $exhibit a number such as E-1, or empty.
comity-match-open = known in the case { $title } ({ $case }), entry { $entry } { $exhibit }
# A value that a case knows which the reader may not read. $office is a name.
comity-match-closed = a match exists; ask its owner: { $office }
# Shown when no other case knows anything of this one.
comity-matches-none = No other case of this node knows a value of this one.
# A question from another case. $entry is an identifier, $by a person and an office, $at a time, $value an address or the like, $reason a text.
comity-question-to = Question { $entry } from { $by }, { $at }, about { $value }: { $reason }
# A question that this case asked, with the same values.
comity-question-by = Asked by { $by }, { $at }, about { $value }: { $reason } ({ $entry })
# An answer. $by is a person and an office, $at a time, $text what is said.
comity-answer = { $by }, { $at }: { $text }
# Shown when searches came by no pages, or none that holds what is looked for.
comity-pages-none = No pages of web captures.
# $count is a number of addresses, keys and the like; a list of them follows, each with the number of its pages.
comity-pages-shared = { $count ->
        [one] 1 value stands on several pages:
       *[other] { $count } values stand on several pages:
    }
# $count is the number of other pages that show the same.
comity-page-others = { $count ->
        [0] on this page alone
        [one] on 1 other page
       *[other] on { $count } other pages
    }
# Shown when a case has no questions.
comity-questions-none = No questions: none from other cases, and none of this one.
# $account is an identifier.
comity-account-unknown = Entry { $account } made no account of this case that can be traced from.
    .do = List the accounts with comity case accounts.
# Shown when a trace has nothing to start from.
comity-trace-no-start = The trace has nothing to start from.
    .do = Name an account of the case with --account, or an address, transaction or output with --from.
# $network is a name, $height and $utxos numbers, $total a number of satoshis.
comity-ledger-read = { $network } was read to height { $height }: { $utxos ->
        [one] 1 unspent output
       *[other] { $utxos } unspent outputs
    } with { $total ->
        [one] 1 satoshi
       *[other] { $total } satoshis
    }.
# $number counts the traces of the case, $method is a word, $direction forward or backward, $starts a list, $network a name, $height and $started numbers.
comity-trace = Trace { $number } ({ $method }, { $direction }) on { $network } at height { $height } from { $starts }: { $started ->
        [one] 1 satoshi
       *[other] { $started } satoshis
    }.
# $value and $largest are numbers of satoshis, $label a name, $addresses a number, $address an address, $row a number, $pack a digest.
comity-trace-reached = { $value } satoshis reached { $label } at { $addresses } of its addresses; the largest sum, { $largest }, at { $address } (row { $row } of tag pack { $pack }).
# The same of a trace backward, where the money came from.
comity-trace-came-from = { $value } satoshis came from { $label }, at { $addresses } of its addresses; the largest sum, { $largest }, from { $address } (row { $row } of tag pack { $pack }).
# Shown when a trace reached no service that a tag names.
comity-trace-reached-none = No service that the tag packs name was reached.
# $address is an address.
comity-tags-none = { $address }: no pack names it.
# $address is an address; $label, $category, $abuse, $confidence, $source, $date, $pack, $creator and $licence are texts of the pack, - where it does not say; $row is a number, $digest a digest.
comity-tags-row = { $address }: { $label } (category { $category }, abuse { $abuse }, confidence { $confidence }), source { $source }, as of { $date }; row { $row } of { $pack } by { $creator }, licence { $licence }, SHA-256 { $digest }
# After a file of tags was imported. $name is the file, $title what it calls itself, $digest its digest; the rest are counts of rows.
comity-tags-imported = { $name }: { $title }, SHA-256 { $digest }. Rows: { $rows }; taken: { $taken }; of other currencies: { $other }.
# After a file of actors was imported. $rows is a count.
comity-tags-imported-actors = { $name }: { $title }, SHA-256 { $digest }. Actors: { $rows }.
# A file that is imported again.
comity-tags-imported-before = { $name } is kept already as { $title }, SHA-256 { $digest }. Nothing was changed.
# $count is a count, $rows the numbers of the rows, the first of them if there are many.
comity-tags-no-address = { $count ->
        [one] 1 row names
       *[other] { $count } rows name
    } no address of this network: { $rows }.
# $count is a count, $rows the numbers of the rows, the first of them if there are many.
comity-tags-repeated-rows = { $count ->
        [one] 1 row says what an earlier row of the file says, and was
       *[other] { $count } rows say what an earlier row of the file says, and were
    } left out: { $rows }.
# $count is a count of addresses. The command stays as it is.
comity-tags-imported-conflicts = On { $count ->
        [one] 1 address
       *[other] { $count } addresses
    } of this file the tags of all files disagree; see them with: comity chain tags conflicts
# A file of tags that a ledger keeps. $rows is a count; $format, $licence and $creator are short texts; $name is the file.
comity-tags-kept = { $digest }  { $title }, by { $creator } ({ $format }, { $rows } rows, licence { $licence }, file { $name })
# After a file of tags was removed. The values are those of the message before.
comity-tags-removed = Removed: { $title }, by { $creator } ({ $format }, { $rows } rows, licence { $licence }, file { $name }), SHA-256 { $digest }.
comity-tags-nothing-kept = This ledger keeps no tags.
comity-tags-no-conflicts = The tags of this ledger agree.
# $name is an actor or a label, $country the code of a state, $source a text that says where that is written.
comity-tags-answers-to = { $name } answers to { $country } ({ $source }).
# $name is an actor or a label.
comity-tags-answers-to-unknown = Which state { $name } answers to is unknown.
# What a pack of actors says. $name is the short name, $label the name, $uri an address; $categories and $jurisdictions are lists of the pack; $row is a number.
comity-tags-actor = Actor { $name }: { $label }, { $uri }, categories { $categories }; the pack names the jurisdictions { $jurisdictions }, which does not say what state it answers to. Row { $row } of { $pack }, SHA-256 { $digest }
# $digest is a digest.
comity-trace-digest = Result digest: { $digest }. Whoever has the same blocks finds the same.
# What came of one check of a package. $check is what was checked: comity-check-… .
comity-checked-pass = { $check }: pass
# As comity-checked-pass. The reason follows on the next lines.
comity-checked-fail = { $check }: fail
# As comity-checked-pass. The reason follows on the next line.
comity-checked-undecided = { $check }: cannot be decided, because
# A check of a package: its form, the paths and kinds of its files.
comity-check-structure = form of the package
# A check of a package: the files that were sealed.
comity-check-payload = files against their list
# A check of a package: the texts about the files.
comity-check-tags = texts against their list
# A check of a package: how many files and bytes it says that it holds.
comity-check-oxum = number of files and bytes
# A check of a package: the seal with both hash values of each file.
comity-check-seal = seal
# A check of a package: the signature over the seal and the texts.
comity-check-signature = signature
# A check of a package: whether the key that signed is that of the person who should have signed.
comity-check-signer = key of the signer
# A check of a package: whether the key of the node is the one that it should be.
comity-check-node = key of the node
# A check of a package: the entries of the case journal, their signatures and their proofs from the log.
comity-check-journal = journal entries and proofs
# A check of a package: the officer who signed is the one that the package names.
comity-check-officer = officer who signed
# A check of a package: two persons approved that it leaves.
comity-check-approval = approval by two persons
# A check of a package: the files of each exhibit are those that came into the case.
comity-check-exhibits = exhibits as they came in
# A check of a package: the record of custody against the signed entries.
comity-check-custody = record of custody
# A check of a package: the graph in the form CASE/UCO.
comity-check-case-uco = CASE/UCO graph
# A check of a package: time-stamps by other authorities.
comity-check-timestamps = time-stamps
# Why the check of the node's key fails. $key is the identifier of a key.
comity-node-other = the log is that of another node, { $key }.
    .do = Do not rely on the package. Ask the authority which key its node has.
# Why the key of the node was not checked. $key is the identifier of a key.
comity-node-not-given = no key was given with which to compare { $key }.
    .do = Ask the authority for the key of its node by another way, and give it with --node-key.
# Why the key of the node was not checked.
comity-node-no-journal = there is no journal that holds.
    .do = See what is said of the journal.
# Who signed a package. $signer is what the signer is called, $at a time, $key a public key.
comity-signed-by = Signed by { $signer } at { $at } with the key { $key }.
# Shown when a package to be checked is a file. $path is where it lies.
comity-package-no-folder = { $path } is a file, and a package is a folder.
    .do = A package that was sealed to a key is opened first, by its recipient: comity case export open. Files that were sealed in place are checked with --seal.
# What a time-stamp of a package says. $path is a file, $time and $until are times.
comity-stamped-at = Stamped at { $time } ({ $path }); can be checked until { $until }.
# Why the check of the signer's key fails. $key is the identifier of a key.
comity-signer-other = it was signed with another key, { $key }.
    .do = Do not rely on the package. Ask the sender which key it is.
# Why the key of the signer was not checked. $key is the identifier of a key.
comity-signer-not-given = no key was given with which to compare { $key }.
    .do = Ask the authority for its key by another way, and give it with --signer.
# Why the key of the signer was not checked.
comity-signer-no-signature = there is no signature that holds.
    .do = Ask the sender for a signed package, or for the root by another way.
# Shown when files are to be sealed where they lie and signed.
comity-seal-signature-where = It is not said where the signature goes.
    .do = Name a file with --signature, which must not exist, or a package with --out.
# The answer to a check.
comity-verdict-pass = Pass: every check was made, and nothing was changed.
# The answer to a check of which not every part was made.
comity-verdict-partly = What was checked passes. See above what was not checked.
# The answer to a check.
comity-verdict-fail = Fail: see above.
# The answer to a check that could not be made whole.
comity-verdict-undecided = Cannot be decided: not everything could be checked, see above.
# Shown when several methods of tracing are to be written into one file.
comity-trace-relied-on = A finding, a drawing and a graph are of one method.
    .do = Say with --relied-on which of the methods it is; the finding holds the sums of the others beside it.
# $path is a file that was named for two things that a trace writes.
comity-trace-same-file = The finding, the drawing and the graph are files of their own; { $path } was named for two of them.
    .do = Name another file. Nothing was written.
# Which of several methods of tracing is relied on. $method is the name of the method.
comity-trace-relies = Relied on: { $method }.
# A step of a peel chain. $place is the number of an output, $coins an amount, $address an address, $reasons a list of reasons.
comity-peel-change =           carried on: output { $place }, { $coins } to { $address }, because: { $reasons }
# An output of the transaction at which a peel chain could not be decided. $output is TXID:N, $reasons a list of reasons or a dash.
comity-peel-undecided = For { $output } speaks: { $reasons }
# The end of a peel chain. $steps is a number, $stop why it ended.
comity-peeled = { $steps ->
        [one] 1 step
       *[other] { $steps } steps
    }; then: { $stop }.
# $rows is a number, $digest the digest of the finding.
comity-traced = { $rows ->
        [one] 1 movement
       *[other] { $rows } movements
    }. Digest of the finding: { $digest }
# $address and $other are addresses.
comity-not-joined = Nothing of the layers asked for makes { $address } and { $other } one owner's.
# The same address was given twice, perhaps in two spellings.
comity-joined-same = { $address } and { $other } are the same address: nothing had to join them. Give two.
# Two addresses are taken for one owner's. $txid is the transaction by which they became so, $height its block; the steps follow.
comity-joined = They became one owner's by transaction { $txid }, at height { $height }. Step by step:
# One of the unions that are held when two addresses are asked for. $actors are who is named for either side.
comity-joined-held = Held, since tags name different holders ({ $actors }): transaction { $txid } would join them or what they belong to. Look at it; --decided { $txid } joins it all the same.
# After ways between addresses. $count is how many CoinJoins ended ways.
comity-paths-coinjoins = { $count } CoinJoins were reached, and no way was followed through them. --through-coinjoins follows them too.
# After the movements of a trace. $method is its name, or the names of several, $direction forward or backward, $height the block taken as the tip, $stops what it stopped at as name=value.
comity-trace-asked = { $method }, { $direction }, as of height { $height }; stops: { $stops }
# After a trace. $method is the name of a method; all methods were asked for.
comity-trace-left-out = Left out: { $method }. It is defined forward only.
# Below a drawing of a flow that is too large to draw, and after the trace. $count is a count of boxes, each an output or a fee.
comity-trace-drawing-left-out = { $count } more boxes are not drawn. They are in the table and in the graph.
# After a trace. $stop is a stop as it was asked for, category=NAME or address=ADDRESS.
comity-trace-stop-nowhere = { $stop } stops nothing: no tag has the category, or nothing was ever paid to the address.
# Beside an amount: what the trace started from.
comity-trace-started = started
# Beside an amount: what came in besides, by a method that marks whole outputs.
comity-trace-joined = joined on the way
# Before the steps of a way between addresses. $number counts the ways from 1, $steps is how many transactions it has.
comity-path = Way { $number }, of { $steps ->
        [one] 1 transaction
       *[other] { $steps } transactions
    }:
# After the ways that were found. $count and $transactions are numbers; a limit ended the search.
comity-paths-cut-off = { $count } ways found among { $transactions } transactions. A limit ended the search: there may be others. Ask with more --depth or --limit, or of fewer addresses.
# After the ways that were found. $count and $transactions are numbers; nothing is left out.
comity-paths-all = { $count } ways found; all { $transactions } transactions that lie on any within these limits were looked at.
# Before a table of measures. $tip is the last block of the chain that they are of; the counts say how much of it is labelled.
comity-scored = Measured on the labelled chain of { $network } that ends in block { $tip }: { $transactions } transactions, { $addresses } addresses, { $owners } owners. It says nothing of error rates on the real ledger.
# After the line before a table of measures, where all transactions of the chain were counted. $unlabelled is how many of them the truth does not list.
comity-score-whole = All of its transactions but coinbases are counted. { $unlabelled } of them are not labelled, and counted as no CoinJoin and no peel.
# The same, where only those that the truth lists were counted. $unlabelled is how many it does not list, $coinjoins how many of these were taken for CoinJoins.
comity-score-labelled = Of its transactions only those that are labelled are counted. { $unlabelled } others are not, { $coinjoins } of which were taken for CoinJoins.
# The columns of the table of measures.
comity-score-columns = What, by which rule: precision, recall; right, said, actual
# The answer to a recomputation.
comity-finding-equal = The finding was found again, to the same digest.
# The answer to a recomputation.
comity-finding-differs = The finding was not found again. It differs here:
# Below the differences of a recomputation, where there are more. $count is their number.
comity-finding-left-out = { $count } more differences are not listed.
# After a recomputation, of each file of tags that the finding names. $rows is a count, $digest the SHA-256 of the file.
comity-finding-pack-agrees = Tags of { $title } by { $creator } ({ $digest }): the file is here, and the rows of the finding are its rows ({ $rows }).
# The same, where the file says something else than the finding does.
comity-finding-pack-differs = Tags of { $title } by { $creator } ({ $digest }): the file is here and says something else than the finding does ({ $rows } rows).
# The same, where the file is not in the ledger and was not given.
comity-finding-pack-not-here = Tags of { $title } by { $creator } ({ $digest }): the file is not here. Its rows ({ $rows }) are as the finding states them, unchecked. Give the file with --tags to check them.
# After one of the first two of these. $rows is a count of rows.
comity-finding-pack-entered = In { $rows } of these rows a source, or the state that the service answers to, was entered by whoever made the finding. No file says it: unchecked.
# Heading above the ways that remain.
comity-law-remains = What can be asked besides, or where nothing obliges:
# Heading above the contents that an instrument demands; articles in brackets yield to another treaty.
comity-law-contents = {"  "}A request must or may say:
# Heading above instruments that bind both states but cannot be cited for this; the reason follows each.
comity-law-not-carrying = These bind both states, but do not carry this request:
# Whether an instrument binds both states; $value is yes, no or not clear. The reasons follow.
comity-law-binds = {"  "}Binds both states: { $value }
# Whether the offences open an instrument; $value is yes, no or not clear. The reasons follow.
comity-law-opens = {"  "}Open to the offence: { $value }
# The penalty of a provision of the requesting state; $years are numbers, the aggravated form last.
comity-law-penalty = {"      "}{ $provision }: { $years } years at most
# $paragraphs of an instrument yield by its $clause to the instruments $to.
comity-law-yields = {"  "}Paragraphs { $paragraphs } yield to { $to } (by { $clause }).
# $value is the name of an authority, or unknown.
comity-law-addressee = {"  "}Address it to: { $value }
# $value is a number of days.
comity-law-kept = {"  "}Data are kept for at least { $value } days.
# $value is a number of days.
comity-law-safe-conduct = {"  "}A witness who could leave loses safe conduct after { $value } days.
# Heading above the grounds on which a request may be refused.
comity-law-grounds = {"  "}May be refused for:
# $language is in the words of the pack, or unknown.
comity-law-language = { $state } takes requests in: { $language }
# $periods are periods of the $law in days.
comity-law-periods = Periods in days of { $law }: { $periods }
# Heading.
comity-law-dual = Dual criminality:
# $here is a provision of the requesting state, $there one of the requested state.
comity-law-compared = {"    "}{ $here } beside { $there }
# An element that both provisions ask for.
comity-law-element-both = {"      "}both ask for: { $element }
# An element that only the requesting state's provision asks for.
comity-law-element-here = {"      "}only yours asks for: { $element }
# An element that only the requested state's provision asks for.
comity-law-element-there = {"      "}only theirs asks for: { $element }
# An instrument that lets help be refused for want of dual criminality.
comity-law-dual-ground = {"  "}{ $name } lets help be refused where it is missing ({ $articles }).
# $clause is the clause of the instrument named in the line before.
comity-law-non-coercive = {"      "}Help without coercion is owed all the same ({ $clause }).
# $measures is a list of measures with their names.
comity-law-milder = {"  "}With less coercion you can ask for: { $measures }
# A domestic offence.
comity-law-offence = { $id }: { $provision }, { $title } ({ $liability }; { $years } years)
# An institution; $local is its name at home.
comity-law-authority = { $id }: { $name } { $local } ({ $roles })
# The instruments for which an institution is named.
comity-law-authority-for = {"      "}named for: { $instruments }
# $title is a source, $as_of its date, $confidence how sure the fact is.
comity-law-source = {"      "}source: { $title } ({ $as_of }; { $confidence })
# $pack is a digest, $compiled a date.
comity-law-advice = A drafting aid, not legal advice. Facts of { $compiled }, pack { $pack }.
# How sure a fact is: it was seen in the source.
comity-confidence-verified = verified
# How sure a fact is: it was not seen in the source.
comity-confidence-unverified = unverified, to be confirmed by a jurist

## Agreements and messages

# $path is a file.
comity-card-written = The card of the office is in { $path }. Give it to the other office.
# $digest is the digest of an agreement.
comity-agreement-compare = Digest: { $digest }. Compare it with the other office by another way before anybody approves it.
# $offices are names of offices, or nothing.
comity-agreement-signed-by = Signed by: { $offices }
# $path is a file.
comity-agreement-written = Written to { $path }.
# Under an agreement that two persons ended.
comity-agreement-ended = This agreement was ended.
# $value is a key.
comity-agreement-node = {"  "}Key of its node: { $value }
# $value is a list of identifiers.
comity-agreement-signers = {"  "}Signing keys: { $value }
# Of an agreement for exercises.
comity-agreement-exercise = For exercises only.
# $value are two dates.
comity-agreement-days = In force: { $value }
# $value is a list of words.
comity-agreement-purposes = Purposes: { $value }
# $value is a list of words; (2) marks what two persons approve.
comity-agreement-kinds = Messages, (2) where two persons approve: { $value }
# $value is a list of words.
comity-agreement-measures = Measures: { $value }
# $value is a list of words.
comity-agreement-data = Data: { $value }
# $value is a list of states.
comity-agreement-recipients = States to which information may go: { $value }
# $value is a number of days.
comity-agreement-retain = Kept for { $value ->
        [one] 1 day
       *[other] { $value } days
    } at most.
# A term of an agreement.
comity-agreement-cosign = The nodes cosign each other's logs.
# A term of an agreement.
comity-agreement-no-cosign = The nodes do not cosign each other's logs.
# $entry is an identifier.
comity-message-queued = Recorded as entry { $entry }. The message waits to be delivered.
# $path is a file.
comity-message-written = What was inside is in { $path }.
# Shown when a message is no text.
comity-message-binary = The message is no text. Write it to a file with --out.
# $path is a file; $bytes, $messages and $waiting are numbers.
comity-bundle-written = { $messages } of { $waiting } messages that wait are in { $path } ({ $bytes } bytes). It is sealed for the counterpart.
# $messages and $receipts are numbers.
comity-exchanged = { $messages ->
        [one] 1 message
       *[other] { $messages } messages
    } came, { $receipts ->
        [one] 1 receipt was
       *[other] { $receipts } receipts were
    } filed.
# $key is an identifier.
comity-keys-rotated = Messages are sealed to key { $key } from now on. The old key still opens what is on its way.
# $name is the counterpart, $agreement the beginning of a digest; the others are numbers.
comity-channel-status = { $name } ({ $agreement }): { $waiting } waiting, { $given_up } given up, { $refused } refused there, { $unread } unread, { $refused_here } refused here, { $held } before their turn, { $concerns } to look into.
# $address is a host and a port.
comity-channel-address = {"  "}Called at { $address }.
# Of a counterpart without address.
comity-channel-no-address = {"  "}Not called; it calls, or messages are carried.
# $entries is a number.
comity-channel-cosigned = {"  "}It has cosigned the first { $entries } entries of the log.
# $what says what it is, $entry is an identifier.
comity-channel-concern = {"  "}Look into this: { $what } ({ $entry })
# What a person has to look into.
comity-concern-fork = the counterpart signed two different messages for one place
# What a person has to look into.
comity-concern-broken = a message does not follow from the one before it
# What a person has to look into.
comity-concern-superseded = a message came from before the counterpart's node was restored
# What a person has to look into.
comity-concern-unknown-past = the counterpart's node was restored, and its messages do not join what is here
# What a person has to look into.
comity-concern-receipt = a receipt contradicts what the counterpart signed before
# What a person has to look into.
comity-concern-log-restored = the counterpart's log was restored from an old backup
# What a person has to look into.
comity-concern-log = the counterpart's log is not what it showed before
# What a person has to look into.
comity-concern-other = something that this version of the program does not know
# How far a message has come.
comity-message-waiting = waiting
# How far a message has come.
comity-message-given-up = not acknowledged for 30 days
# How far a message has come.
comity-message-received = received
# How far a message has come.
comity-message-opened = opened
# How far a message has come.
comity-message-refused = refused
# How far a message has come.
comity-message-unread = unread
# $rule is the code of a rule.
comity-message-rule = {"  "}Refused by { $rule }.
# $case is an identifier.
comity-message-case = {"  "}Case { $case }
# $entry is an identifier.
comity-message-receipt = {"  "}Receipt of the counterpart: { $entry }
## Requests

# $reference is the office's own reference, $entry an identifier.
comity-request-drafted = Request { $reference } is begun as entry { $entry }.
# $provision is statute and article, $day the day as of which the wording reads so.
comity-request-wording = The wording of { $provision } as of { $day } is taken from the library.
# $more is how many remarks like the one above are not told.
comity-request-warnings-alike = {"      "}and { $more } more like it, in the same field.
# Shown when the signature of a print is asked for that has none.
comity-request-no-signature = This print carries no signature of the node: it is a draft, or a copy for reading. Nothing was written.
    .do = Leave out --signature; or print the original in the languages in which it was issued.
# $text is an address or the identifier of a transaction.
comity-chain-nothing = Nothing was found of { $text } in these blocks.
# After an answer about $address, which is the address of the hash of a public key (P2PKH). "script:" is written so.
comity-chain-bare-key = Outputs to the bare public key of { $address } (P2PK), if there are any, are not in this answer. They are looked up by the key in hexadecimal, or by script: and the SHA-256 of the script.
# After blocks were taken into a ledger. $added and $taken-back are counts of blocks, $height and $tip are the last one.
comity-chain-ingested = { $added } blocks added, { $back } taken back. The ledger ends at height { $height }, block { $tip }.
# After blocks were taken into a ledger: what it now holds.
comity-chain-holds = { $transactions } transactions, { $inputs } inputs, { $outputs } outputs, { $scripts } different scripts.
# After blocks were taken into a ledger. $count is how many blocks could not be placed, $first is the hash of one of them.
comity-chain-unconnected = { $count ->
    [one] One block follows
   *[other] { $count } blocks follow
} on a block that is neither in the files nor in the ledger, and { $count ->
    [one] is
   *[other] are
} left aside ({ $first } and on). Perhaps a block file is missing.
# After blocks were taken into a ledger: $count blocks of branches that others with more work have overtaken.
comity-chain-stale = { $count ->
    [one] One block is of a branch
   *[other] { $count } blocks are of branches
} with less work and left aside.
# The blocks that were given have less work than those of the ledger.
comity-chain-not-taken = These blocks are of a chain with less work than the one that the ledger holds. Nothing was changed.
# After a ledger was written as Parquet files. $height and $block are the last block of it; $files, $written and $removed are counts of files.
comity-chain-exported = Exported as of height { $height }, block { $block }: { $files } files, { $written } written now, { $removed } of an earlier export removed.
# $txid is a transaction that was named in a question.
comity-chain-unknown-transaction = The ledger does not hold transaction { $txid } at this height.
    .do = Copy the transaction again, or ask at a height (--at) at which it is confirmed.
comity-chain-changed = Blocks of the ledger were taken back while it was read.
    .do = Ask again.
# The kernel has no means by which the program could give up its rights.
comity-chain-unconfined = This system cannot confine the program (no Landlock): a fault in it could reach your other files.
# The kernel can keep the program to its files, but is too old to keep it from the network.
comity-chain-unconfined-network = This system cannot keep the program from the network (Linux before 6.7): a fault in it could send out what it reads.
# Shown when the traces of the case reached more than one service and none was chosen.
comity-request-service = It is about { $service }, which the largest sum reached. The traces reached { $reached }; --service chooses another.
# $reference is the office's own reference, $version a number.
comity-request-revised = Request { $reference } is written anew as version { $version }. What was reviewed or approved before counts no more.
# One line on an own request. $stage says where it stands.
comity-request-line-sender = { $reference }  { $title }, to { $to }, version { $version }: { $stage }
# One line on a received request. $stage says where it stands.
comity-request-line-receiver = { $reference }  { $title }, from { $from }, version { $version }: { $stage }
# $instrument is a treaty, $articles its articles, $provides a sentence.
comity-request-cited = {"  "}Cited: { $instrument }, articles { $articles }. { $provides }
# The check found nothing to mend.
comity-request-complete = Nothing is missing that the form or a cited instrument demands.
# $count is a number.
comity-request-to-mend = To be mended before issue: { $count }.
# $name is the name of a content that a treaty demands.
comity-request-content-missing = {"  "}- { $name } is missing.
# $by names the instrument that is cited and its articles.
comity-request-demanded = {"      "}Demanded by { $by }.
# $by lists instruments with their articles: they are not cited, yield to another, or leave it open.
comity-request-expected = {"      "}Named by { $by }.
# $count is a number.
comity-request-warnings = To be thought over: { $count }.
# $count is a number.
comity-request-to-confirm = A jurist must confirm or overrule before issue: { $count }.
# $number is its number, $language a language tag.
comity-request-words = {"  "}{ $number }  { $language }: nobody has reviewed the words in which the request is printed.
# $command is what to type.
comity-request-confirm-how = {"  "}Type: { $command } NUMBER --confirm --reason "against which text" (or --overrule, --reject; all for everything)
# A fact that is not sure. $instrument names an instrument or a state, $aspect a part of a row, $row where it stands in the law pack, $reason is a sentence.
comity-request-fact = { $instrument }, { $aspect } ({ $row }): { $reason }
# $fields are fields of a row of the law pack with their values.
comity-request-fact-says = {"      "}the row says: { $fields }
# $language is a language tag.
comity-request-words-of = words in { $language }
# $event is something that happened to a request: a further answer came in place of the one before.
comity-request-further-answer = { $event } (a further answer, in place of the one before)
# $fact names the fact, $name the jurist.
comity-request-word-confirmed = {"  "}Confirmed by { $name }: { $fact }. { $reason }
# $fact names the fact, $name the jurist.
comity-request-word-overruled = {"  "}Overruled by { $name }: { $fact }. { $reason }
# $fact names the fact, $name the jurist.
comity-request-word-rejected = {"  "}Rejected by { $name }: { $fact }. { $reason }
# $command is what to type.
comity-request-next-fill = Next: fill what is missing. { $command } --set FIELD=VALUE, or --file FILE for many values at once.
# $command is what to type.
comity-request-next-review = Next: another officer reviews it. { $command }
# $command is what to type.
comity-request-next-propose = Next: propose to issue it. { $command }
# $command is what to type.
comity-request-next-approve = Next: another person approves it. { $command }
# $command is what to type.
comity-request-next-issue = Next: issue it. { $command }
# $step is the title of a step of the approval chain, $command what to type.
comity-request-next-endorse = Next: { $step }. { $command }
# $send and $command are what to type.
comity-request-next-send = Next: send it under an agreement: { $send }. Or by another way, and say so: { $command }
# $command is what to type.
comity-request-next-acknowledge = Next: acknowledge it. { $command }
# Shown for an emergency. $command is what to type.
comity-request-next-call-back = EMERGENCY: call back whoever asks, at a number from a directory of your own, before data leaves; another officer lets it go. { $command }
# Shown when no request waits for anything.
comity-request-clocks-none = No request waits for anything.
# Shown when nothing is overdue or to be done now.
comity-request-clocks-none-urgent = Nothing is overdue, and nothing falls due in the next days.
# $ground is what was typed, $known the grounds that there are.
comity-request-ground = No instrument between the two States names a ground { $ground }.
    .do = Name one of these, or leave --ground out: { $known }
# A translation that somebody made before. $alike is a number of percent, $reference names the request, $of is the text that was translated,
# $translation are its words.
comity-request-translate-before = {"     "}before ({ $reference }, { $alike } % alike): { $of } = { $translation }
# $command is what to type.
comity-request-translate-how = To say what a text says in the other language: { $command } --set NUMBER=WORDS; --take NUMBER takes what was said of the same text before. The version tells of which list the numbers are. (?) marks a term that nobody has seen in a source.
# $number is the number of a text.
comity-request-translate-nothing = The same words as text { $number } were not translated before.
    .do = Give the words yourself: --set { $number }=WORDS.
# $text is what was typed.
comity-request-translate-set = { $text } is no translation.
    .do = Write the number of the text, an equals sign, and the words: --set 3=WORDS, or --set 3=@FILE.
# $version and $missing are numbers.
comity-request-translated = Version { $version } has the translations; texts without one: { $missing }.
# Above the grounds on which a request may be refused.
comity-request-grounds = Grounds on which help may be refused, with the articles. Whether one is there, and whether to use it, a person weighs; consult with the other side first.
# $articles are instruments with their articles.
comity-request-grounds-secrecy = Bank secrecy is no ground: { $articles }
# $articles are instruments with their articles.
comity-request-grounds-fiscal = That the offence touches fiscal matters is no ground: { $articles }
# $articles are instruments with their articles.
comity-request-grounds-reasons = Reasons are due: { $articles }
# $articles are instruments with their articles.
comity-request-grounds-postponement = Help may be put off instead, or given under conditions: { $articles }
# $command is what to type.
comity-request-grounds-how = To put it on record: { $command } refused --ground GROUND --reason …, or postponed --reason … --until DAY.
# $events are the names of events.
comity-request-allowed = May happen next: { $events }.
# $command is what to type.
comity-request-show-check = What is missing: { $command }
# $register_number is the number of the outgoing register, $folder a folder.
comity-request-issued = Issued under { $register_number }. The original, the advance copy, the twin and its signature are in { $folder }.
# $texts is a number.
comity-request-untranslated = {"  "}{ $texts ->
        [one] 1 text stands
       *[other] { $texts } texts stand
    } in the language of the author only; add a translation beside the print.
# $path is a file, $pages a number.
comity-request-printed = { $path } has { $pages ->
        [one] 1 page
       *[other] { $pages } pages
    }.
# $path is a file.
comity-request-printed-as-issued = { $path } holds the copy that was kept when the request was issued.
# A row of an old register. $line is its line in the table, $number the register number, $stage where it stands.
comity-request-carry-over-sent = line { $line }: { $number } to { $state }, { $measure }, issued on { $day }: { $stage }
# A row of an old register. $line is its line in the table, $number the register number, $stage where it stands.
comity-request-carry-over-received = line { $line }: { $number } from { $state }, { $measure }, received on { $day }: { $stage }
# $count is how many rows there are.
comity-request-carry-over-dry = { $count } requests can be carried over. Nothing was recorded.
# $count is how many requests there are, $case an identifier.
comity-request-carried-over = { $count } requests were carried over into case { $case }. comity request list shows them.
# $count is how many things are wrong, $more how many of them are not told above.
comity-request-carry-over-faults = Nothing was carried over: { $count } { $count ->
        [one] thing stands
       *[other] things stand
    } in the way{ $more ->
        [0] , as told above.
       *[other] ; the first of them are told above, { $more } more are not.
    }
    .do = Mend the table and try again, with --dry-run first.
# $reference is the reference of the sender, $case an identifier.
comity-request-received = Request { $reference } is taken into case { $case }.
# $reference is the reference of another request, $case an identifier.
comity-request-same-number = The other side gave the same number for request { $reference }, in case { $case }. It may be a second copy of one letter: compare the two.
# $reference is the reference of the sender, $state the code of a state.
comity-request-received-title = Request { $reference } of { $state }
# Shown when the signature beside a twin holds and an agreement names its key. $office is the name of an office.
comity-request-signed = The signature beside the twin holds: it is by the node of { $office }, as an agreement names it.
# Shown when the signature beside a twin holds and no agreement names its key. $key names a key, $state is the code of a state.
comity-request-signed-unknown = The signature beside the twin holds for key { $key }, but no agreement names this key as that of an office of { $state }. It does not show who signed.
# Shown when no signature was given.
comity-request-unsigned = No signature was checked. The digest inside holds, which shows that nothing was changed by accident, not who wrote it.
# $errors and $missing are numbers.
comity-request-own-verdict = By your own packs: { $errors } fields are wrong or missing, and { $missing } contents that a cited instrument demands.
# Shown when the packs of the office do not know the form.
comity-request-no-verdict = Your packs do not know this form or its question, so nothing was checked.
# A field that must be filled.
comity-form-required = must be filled
# A field that must be filled under conditions.
comity-form-required-when = must be filled in some cases
# A field that may be left empty.
comity-form-optional = may be left empty
# $reference is the sender's, $from and $to are codes of states, $digest names the version.
comity-form-twin = Request { $reference } from { $from } to { $to }, SHA-256 of the version { $digest }. The digest holds.
# $authority issued it under $number.
comity-form-twin-signed = The signature holds: issued by { $authority } under { $number }.

## The demonstration

# Heads a step.
comity-demo-found = 1. Two offices of two states are founded, each on a node of its own, and both nodes serve.
# Heads a step.
comity-demo-agree = 2. The offices agree on what may be sent to and fro: both sign, and in each two persons file it.
# Heads a step.
comity-demo-open = 3. An investigator opens a case; the prosecutor works on it, too.
# Heads a step.
comity-demo-exhibit = 4. The trader's notes are taken in as an exhibit, sealed, and searched; the victim's address becomes an account.
# Heads a step.
comity-demo-real-notes =    Real ransom notes are at hand: what is in them is found, and whether a tag names it is said.
# Heads a step.
comity-demo-trace = 5. The blocks are read, and the money is followed from the theft to the two exchanges that most of it reached.
# Heads a step.
comity-demo-recompute = 6. Another office would recompute the finding on its own blocks.
# Heads a step.
comity-demo-law = 7. On what basis can the other state be asked for the records?
# Heads a step.
comity-demo-draft = 8. The request is drafted from the case and checked.
# Heads a step.
comity-demo-confirm = 9. A named jurist answers for the facts of law, reviews the request, and a second person approves its issue.
# Heads a step.
comity-demo-issue = 10. The request is issued: printed in two languages for signature and seal, with its machine-readable twin.
# Heads a step.
comity-demo-send = 11. The advance copy goes to the other office under the agreement, as two persons approve.
# Heads a step.
comity-demo-receive = 12. The other office verifies the request, takes it into a case, and acknowledges it with a ticket.
# Heads a step.
comity-demo-acknowledged = 13. The acknowledgement and the ticket come back.
# Heads a step.
comity-demo-answer = 14. The other office answers with a sealed package.
# Heads a step.
comity-demo-file = 15. The answer is verified and filed as an exhibit.
# Heads a step.
comity-demo-export = 16. The case leaves for a court: approved, encrypted to the recipient, and opened there.
# Heads a step.
comity-demo-strangers = 17. Programs of others check what the court has.
# Heads a step.
comity-demo-verify = 18. Both nodes are read again: signatures, seals, contents, views, log.
# $folder is a folder.
comity-demo-done =
    Done. Everything lies in { $folder }:
      request/        the request for signature and seal, the advance copy, the twin and its signature;
                      qpdf --check reads the print, and pdfdetach -list names what is inside
      finding.json    the trace; comity chain verify finds the same, flow.svg shows it
      records-package and answer   the records as they left and as they came: bagit.py and sha256sum check them
      court/          the exported case; sha256sum -c and check.py check it without this program
      tj and kz       the two nodes
## Prompts

# $of is the node's folder.
comity-prompt-recovery = Code of the recovery sheet of { $of }:{" "}
# $of is the node's folder.
comity-prompt-node = Passphrase of the node { $of }:{" "}
# $of is the node's folder.
comity-prompt-node-new = New passphrase of the node { $of }:{" "}
# $of is an officer.
comity-prompt-officer = Passphrase of { $of }:{" "}
# $of is an officer.
comity-prompt-officer-new = New passphrase, to be typed by { $of }:{" "}
# $of is a file that is to be encrypted by it.
comity-prompt-secrets = New passphrase for the secrets in { $of }:{" "}
# $of says whose it is.
comity-prompt-again = The same again:{" "}

## Errors

# $doing is read, write, make or start, $path a file, $cause what the system says.
comity-file = Could not { $doing } { $path }: { $cause }.
    .do = Check the path and your rights to it, then try again.
# $folder is a folder.
comity-folder-exists = { $folder } exists already.
    .do = Choose a folder that does not exist; nothing is overwritten.
# A node is put together in $folder before it takes its place. $name is something that lies in it; empty when it is no folder.
comity-beside-foreign = { $folder } is in the way, and was not left by a founding or restoration that broke off: { $name }.
    .do = Look what it is, and move it elsewhere; or give the new node another place with --node. Nothing was changed.
# $folder is a folder.
comity-node-unfinished = The node in { $folder } was never finished: its founding or restoration broke off.
    .do = Run comity node init or comity node restore again for the place where the node should be. Nothing is lost: nobody was told of this one.
# $given is a number.
comity-founders = An office is founded by two persons; { $given } were named.
    .do = Give --founder exactly twice.
# $text is what was given, $roles the roles that there are.
comity-person = { $text } is not a person with roles.
    .do = Write NAME=role,role with roles out of: { $roles }.
# $folder is the node's folder. The command makes a node, or must be the only one that works in its folder.
comity-served = A node serves { $folder }, and this command cannot run beside it.
    .do = End the serving node (Ctrl-C, or systemctl stop), then run the command again.
# $folder is the node's folder. The node went away, or was silent, in the middle of a command.
comity-served-cut = The node that serves { $folder } ended before it said how the command went. It may have been carried out or not.
    .do = Start the node, and look whether the step is recorded (comity case show) before you run the command again.
# $folder is the node's folder.
comity-node-locked = The node that serves { $folder } is locked: nobody has given its passphrase since it was started.
    .do = Give it with comity node unlock, then run the command again.
# $folder is the folder that was named. Shown when a command reached another node than the one that it names.
comity-other-node = The node that serves is not the one in { $folder }.
    .do = Name the folder with --node as it is, not through a link, and run the command again.
# Shown when the program met a fault of its own while it carried out a command.
comity-fault = The program met a fault of its own and stopped the command. What was recorded before stays recorded.
    .do = Look what was recorded before you run the command again. Report the fault with what the node printed.
# $name is what was given.
comity-credential-name = { $name } is not the name of a credential.
    .do = Give the name alone, as it stands before the colon of LoadCredential= in the unit of systemd.
# $name is the name of a credential. Shown when the program was not started by systemd with credentials.
comity-no-credentials = There is no credential { $name }: systemd handed none to this process.
    .do = Start the node by systemd, with LoadCredentialEncrypted={ $name } in its unit; or use --node-passphrase-file.
# $path is a file of settings, $node the public name of another node's key.
comity-object-store-taken = The store that { $path } describes is that of the node { $node } already.
    .do = Give the new node a prefix of its own in the settings. To bring that node back, use comity node restore with --object-store. If there never was one, because its founding was cut off, have the operator remove the object called node below the prefix.
# $named is what was given, $known the officers that there are.
comity-officer-unknown = No officer, or more than one, is called { $named }.
    .do = Use the identifier, or one of: { $known }.
# $named is what was given to name a case.
comity-case-unknown = No case that you may read is called { $named }.
    .do = Name it by its number in the register, its identifier, or the first six letters of that or more. comity case list shows them.
# $named is what was given, $known the identifiers of the cases that it fits, each with its number and title.
comity-case-ambiguous = { $named } fits several cases: { $known }.
    .do = Give the whole identifier of the one that you mean, or more letters of it.
# $named is what was given, $known the offices that there are.
comity-office-unknown = No office, or more than one, fits { $named }.
    .do = Name one with --office, out of: { $known }.
# $named is what was given, $known the agreements that there are.
comity-agreement-unknown = No agreement, or more than one, begins with { $named }.
    .do = Name one with --agreement, out of: { $known }.
# Shown when no counterpart can be called.
comity-no-address = No counterpart has an address.
    .do = Set one with comity channel address, or write a file with comity channel write and have it carried.
# $folder is the node's folder.
comity-recovery-sheet-inside = The recovery sheet must not lie in the folder that it recovers ({ $folder }).
    .do = Choose a place outside, best a medium that you can take out.
# $path is a file.
comity-recovery-sheet-exists = { $path } exists already, and a recovery sheet overwrites nothing.
    .do = Choose another file. A sheet that was left by a founding that broke off opens nothing; delete it.
# $faults lists what is wrong, each on its line.
comity-faults = The node is not as its entries say:
    { $faults }
    .do = Run comity node rebuild for the views. If the log is wrong, keep a copy as evidence and restore a backup.
# Shown when --resume is given for what is sent to the program by another one.
comity-resume-stream = What is sent to the program cannot be gone on with: it has no beginning that could be left out.
    .do = Send all of it again without --resume, or name a file.
# $faults lists files of entries that cannot be read from the vault any more, each on its line.
comity-faults-of-files = The vault does not have what its entries say:
    { $faults }
    .do = Copy objects/ of a backup over the folder of the node while it is not served, or below the prefix in the store where objects.toml in the folder names one. Then run comity node verify again.
# Shown when what was sealed is to be opened. $path is a file that should hold a secret key.
comity-identity = { $path } does not hold one secret key AGE-SECRET-KEY-1….
    .do = Give the file that comity case export key or age-keygen wrote: with one key in it, and that of the recipient.
# $files lists files of the vault by their names there, or by the entries that have them, and what is wrong with each.
comity-damaged = Files of the vault are damaged or missing: { $files }.
    .do = Copy objects/ of a backup over the folder of the node while it is not served, or below the prefix in the store where objects.toml in the folder names one; comity node scrub then tells the cases what is whole again, and comity evidence check reads an exhibit whole.
# $entry is a proposal, $act a word for what it would do.
comity-proposed-no-message = The proposal { $entry } sends no message: { $act }.
    .do = comity case show tells what it is about; comity request show shows a request that is to be issued.
# $cause is what the reader of the command line says, in English.
comity-command-line = The command line is not understood: { $cause }
    .do = comity help shows the commands, and --help after a command what it takes.
# $named is what was typed.
comity-pack-not-found = There is no pack { $named }: no folder, no bundle, no name and no digest.
    .do = Name a folder, a bundle, or a pack that comity packs list shows; with --node those in the node's folder are found, too.
# $named is the name of a pack, $known are digests with versions.
comity-pack-which = There are several packs { $named }: { $known }.
    .do = Name the one that you mean by its digest.
# $folder is the folder of a pack.
comity-pack-edited = The pack in { $folder } is not the one that its name says: it was edited, or the disk has decayed.
    .do = Keep a copy for whoever looks into it. Then restore the folder from a backup, or remove it if comity packs list shows the pack: that one is used then.
# $folder is the folder of a node.
comity-node-passphrase-wrong = This is not the passphrase of the node in { $folder }.
    .do = Try again: it is another one than that of an officer. If it is lost, comity node recover takes the code of the recovery sheet.
# $folder is a folder.
comity-not-a-node = { $folder } is not the folder of a node.
    .do = Give the folder with --node, or make one with comity node init. If it is the folder of a node whose node.key is gone, put that file back from your copy of it.
# $name is what was given.
comity-licence-unknown = Nothing called { $name } is part of this program.
    .do = See the names with comity licences.
# $name is the name of a pack.
comity-pack-unknown = There is no pack called { $name }.
    .do = Name its folder with --pack.
# Shown when a child process answers what it should not.
comity-child-answer = The part of the program that reads foreign files gave no usable answer.
    .do = Try again; if it happens again with the same file, keep the file and report it.
# Shown when a file is to be read and something else is there. $path is what was named.
comity-not-a-file = { $path } is no regular file, but a folder, a device or a pipe.
    .do = Give a regular file. What comes out of a pipe is written into a file first.
# Shown when a block file is a symbolic link that leads out of the folder that was named. $path is the link, $target where it leads.
comity-block-link = { $path } is a symbolic link to { $target }. While blocks are taken in, nothing outside of the folder that was named can be read.
    .do = Put the file itself into the folder, or mount the folder that it lies in there (mount --bind), and give the command again.
# $folder is a folder.
comity-no-block-files = { $folder } holds no block files.
    .do = Name the folder blocks of a Bitcoin node, which holds blk00000.dat and so on.
# $path is a file.
comity-xor-key = { $path } is not the key of a node's block files: it must have 8 bytes.
    .do = Copy xor.dat from the same folder as the block files.
# $named is what was given, $known the references that there are.
comity-request-which = No request of the case, or more than one, is called { $named }.
    .do = Use the reference or the beginning of the identifier. Known: { $known }.
# $named is what was given, $most a number.
comity-request-subject = { $named } names nothing that is to be confirmed.
    .do = Use a number from 1 to { $most } of comity request check, a language of the print, or all.
# $event is the name of an event, $options what it asks for.
comity-request-event = { $event } lacks something, or holds what it cannot.
    .do = Give { $options }.
# $given is what was given.
comity-request-set = { $given } is no value of a field.
    .do = Write FIELD=VALUE. comity form show FORM tells the fields and how each value is written.
# $field is a field.
comity-request-not-a-list = { $field } holds one value only.
    .do = Use --set instead of --add.
# Shown when somebody names the key of a node, and no signature is there to be checked by it.
comity-request-unsigned-twin = There is no signature by this key: none was named, and none lies inside the file.
    .do = Name the signature that came beside the twin with --signature, or leave --sender-key out; the request is then taken as unsigned.
# $form is the name of a form.
comity-request-no-annexes = The form { $form } has no field for documents that go along.
    .do = Send them beside the request, or use a form that has one.
# $path is a file.
comity-request-not-text = { $path } is not a text in UTF-8.
    .do = Save it as plain text in UTF-8.
# $path is a file.
comity-request-file-exists = { $path } exists already.
    .do = Choose an empty folder; nothing is overwritten.
# $office is the office, $url an address.
comity-demo-pages = Pages of the office in { $office }: { $url }
# $officer is a name, $file a file.
comity-demo-sign-in =   sign in as { $officer }; the passphrase is in { $file }
# $lines is how many lines more a command tells.
comity-demo-more = {"    "}({ $lines ->
        [one] 1 line more
       *[other] { $lines } lines more
    })
# Shown while the pages are open.
comity-demo-waiting = The pages stay open until Ctrl-C.
# $program is the name of a program.
comity-demo-not-here = { $program } is not on this machine; the package can be checked on another.
# $address is an address.
comity-serving-door = Other nodes are let in at { $address }, if an agreement names them.
# $name is the name of a file, $known the names that there are.
comity-no-such-file = The entry has no file { $name }. It has: { $known }
    .do = Copy the name from comity case show.
# $cause is what the step said.
comity-demo-stopped = The demonstration stopped at this step: { $cause }
    .do = Look at the message above. Delete the folder of the demonstration before you run it again.

## Requests that travel.

# $entry is an identifier.
comity-request-sent = Sent with entry { $entry }. It is delivered when the other node can be reached; comity channel outbox shows how far it has come.
# $kind is a kind of messages, $office and $state the counterpart, $purposes words, $until a day.
comity-proposed-message = To { $office } ({ $state }), as { $kind }: for { $purposes }, to be kept until { $until }.
# $reference is a reference, $version a digest.
comity-proposed-request = The request { $reference } with its twin and print; version { $version }. comity channel proposed, with --out, writes the print into a file.
# $version is a digest. A list of events follows.
comity-proposed-events = What happened to the request of version { $version }:
# $version and $digest are digests. A list of files follows.
comity-proposed-answer = The answer to the request of version { $version }: a package with digest { $digest } and these files. comity channel proposed, with --out, writes it into a file.
# $version is a digest. What was done follows.
comity-proposed-answer-alone = The answer to the request of version { $version }, with no package:
# $bytes is a number. The text follows, if it is one.
comity-proposed-other = A message of { $bytes } bytes:
# Follows the line that tells what was recorded.
comity-request-told = The other office is told so when its node can be reached; comity channel outbox shows how far it has come.
# $reference is the reference of a request, $case an identifier, $stage a word of the life of a request.
comity-request-taken = { $reference } is taken in case { $case }; it stands at: { $stage }
# $number is the number of a ticket, $until a day.
comity-request-ticket = Ticket { $number }: the data is kept until { $until }.
# The title of a case that is opened for a message. $office is a name, $state two letters.
comity-request-from-title = Request from { $office } ({ $state })
# $folder is a folder, $files a number, $digest a digest.
comity-answer-opened = { $files ->
        [one] 1 file is
       *[other] { $files } files are
    } written to { $folder }. Digest of the package: { $digest }
# Shown when an answer names no package.
comity-answer-no-package = The answer has no package.
    .do = Seal the records with comity evidence seal, and name the package with --package.
# $folder is a folder.
comity-answer-not-a-package = { $folder } is no package, but another folder.
    .do = Seal the records first: comity evidence seal { $folder } --out PACKAGE. Then name PACKAGE with --package.
# Shown when a request was answered before.
comity-answer-further = This request was answered before. What is sent now takes the place of that answer on both sides.
# Shown when --language names a language in which there are no messages. $languages is a list of language tags.
comity-language-unknown = There are no messages in { $language }.
    .do = Give one of these: { $languages }. What is not translated yet is told in English.
# An edited print says what the version says. $reference is that of the request.
comity-request-import-equal = The file says what version { $version } of { $reference } says.
# A field with other words in an edited print; the words before and after follow.
comity-request-import-change = { $number }. { $field }:
# A field of which an edited print has no control any more.
comity-request-import-lost = The file has no place for { $field } any more, so nobody can tell what became of it.
# An edited print has other words outside of all fields.
comity-request-import-outside = Words outside of the fields were changed too: this paper is not equal to the twin of version { $version }, and no field can make it so. Print the request anew rather than sign it.
# After the changes of an edited print, when none was taken.
comity-request-import-take = Nothing was taken. Take changes into a new version with --take NUMBER, or all of them with --all.
# An answer by the form of that name, which came from an office without a node. $event is what was done.
comity-request-import-answer = Answer to { $reference }: { $event }
# After an answer that was not recorded.
comity-request-import-answer-take = Nothing was recorded. Compare it with the signed paper, and record it with --all.
# A kept version. $name is that of an officer, $at a moment.
comity-request-version = Version { $number }, by { $name } on { $at }
# What a version changed. $fields are names of fields.
comity-request-version-changed = Changed: { $fields }
# $command is a command.
comity-request-version-compare = What changed from one to another: { $command } --from NUMBER --to NUMBER
# Shown when two versions say the same.
comity-request-compare-same = They say the same.
# $before and $after are lists of instruments, or dashes.
comity-request-compare-cited = Instruments cited: { $before } → { $after }
# $before and $after are languages, or dashes.
comity-request-compare-translation = Language beside: { $before } → { $after }
# Shown when the form was changed between two versions.
comity-request-compare-form = The form was another one.
# Shown when another law pack answered.
comity-request-compare-law = The law pack was another one.

# A person who signed a bundle. $officer and $office are identifiers, $key the digest of a key.
comity-pack-signer = {"      "}signed by officer { $officer } of office { $office }, key { $key }
# $name is a pack, $version its version, $digest its digest, $path the file.
comity-pack-signed = Pack { $name }, version { $version } of digest { $digest }, is in the bundle { $path }.
# Shown when one person alone has signed. $path is the file.
comity-pack-sign-next = Another officer has to sign it, too: comity packs sign { $path }. Nobody takes it before.
# $publisher is the name of an office. Those who signed follow, and what changes.
comity-pack-taken = { $publisher } released this pack, and its signatures hold:
# Heads the list of publishers.
comity-publishers = Packs are taken from:
# Among what an office is. $vault and $case are bytes or the words of comity-vault-no-limit, $free is bytes.
comity-vault-limits = The vault may hold { $vault } bytes in all and a case { $case }; { $free } bytes of the disk stay free.
comity-vault-no-limit = any number of
# Follow the line before. $bytes is a number.
comity-vault-held = It holds { $bytes } bytes.
comity-vault-free = The disk has { $bytes } bytes free.
# Among what an office is. $url is the address of a server.
comity-stamp-server = Time-stamps are asked for at { $url }.
# $key is the digest of a key.
comity-publisher-key = {"      "}signs with key { $key }
# $keys are digests of keys.
comity-publisher-keys-gone = {"  "}Not any more, by this card: { $keys }
# $keys are digests of keys.
comity-publisher-keys-new = {"  "}New on this card: { $keys }
# $digest is the digest of the card's content.
comity-publisher-compare = Compare this digest with the publisher by another way, by telephone with somebody whose voice you know: { $digest }

# Heads the changes. $name is a pack, $before and $after are versions.
comity-diff-head = Pack { $name }: from version { $before } to version { $after }
# $name is a pack, $after its version.
comity-diff-first = Pack { $name }, version { $after }: none of that name is in force, so all of it is new.
# Shown when two packs are the same.
comity-diff-same = Nothing changes.
# Heads a list. $count is a number, $on a day.
comity-diff-answers = Other answers on { $on }, between the states for which the pack is made: { $count }
# Heads a list. $count is a number.
comity-diff-rows = Other rows: { $count }
# Heads a list. $count is a number.
comity-diff-files = Other files: { $count }
# $from and $to are codes of states, $measures are ids of measures for which the answer changes alike. What is answered follows.
comity-diff-answer = { $from } asks { $to } for { $measures }:
# In place of an answer.
comity-diff-not-asked = The pack does not know one of the states or the measure.
# $instruments are ids of treaties.
comity-diff-obliged = obliged before, and not any more: { $instruments }
# $instruments are ids of treaties.
comity-diff-obliges = obliges now, and did not before: { $instruments }
# $instrument is the id of a treaty, $before and $after say how sure it is.
comity-diff-sureness = that { $instrument } obliges was { $before }, and is { $after }
# $instruments are ids of treaties.
comity-diff-unchecked-gone = could oblige before, which was not sure, and not any more: { $instruments }
# $instruments are ids of treaties.
comity-diff-unchecked-new = may oblige now, which is not sure, and could not before: { $instruments }
# In place of the value of a field that a row does not have.
comity-diff-absent = (absent)
# $path is a file of a pack. Its lines follow.
comity-diff-file-added = { $path } is new
# $path is a file of a pack. Its lines follow.
comity-diff-file-removed = { $path } is gone
# $path is a file of a pack. Its lines follow, unless its rows were told.
comity-diff-file-changed = { $path } is another
# $path is a file of a pack.
comity-diff-file-unread = { $path } is another; it is no text, or too long for its lines to be compared
