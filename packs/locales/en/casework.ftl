### What can stand in the way of a step in an office or case.

# $least is the least number of characters.
casework-passphrase-length = The passphrase is too short or too long.
    .do = Choose at least { $least } characters; several unrelated words are easy to remember and hard to guess.
# $least is not shown.
casework-passphrase-wrong = The passphrase or recovery code does not open the key.
    .do = Try again. After a lost passphrase, use the recovery sheet for that of the node; for that of an officer, a colleague proposes another key with comity office replace-key.
# Shown when a sealed key cannot be read.
casework-passphrase-sealed-malformed = The sealed key cannot be read.
    .do = Restore the keys from the last backup.
# Shown when node.key cannot be read.
casework-node-key-malformed = The key file of the node cannot be read.
    .do = Put back node.key from the copy that you keep apart from the backup.
# $officer is an identifier.
casework-unknown-officer = Officer { $officer } does not sign for this office.
    .do = Check the identifier with comity office show; a new officer needs the approval of a second person first.
# Shown when a signature is not by the key that the officer has now.
casework-wrong-key = The signature is not by the key that is in force for its author.
    .do = Sign in again. If the key was replaced, use the new one.
# $office is an identifier.
casework-unknown-office = Office { $office } is not served by this node.
    .do = Check the identifier with comity office list.
# Shown when the second founder has not confirmed.
casework-not-founded = The office is not founded yet.
    .do = Its second founder must confirm the founding.
# $case is an identifier.
casework-unknown-case = Case { $case } is not known here.
    .do = Check the identifier with comity case list.
# $entry is an identifier.
casework-unknown-entry = Entry { $entry } is not in this case.
    .do = Check the identifier in the time line of the case.
# $agreement is the digest of an agreement.
casework-unknown-agreement = Your office has not filed agreement { $agreement }.
    .do = Look at the agreements with comity agreement list. An agreement that both offices signed is filed by two persons.
# $agreement is the digest of an agreement.
casework-agreement-ended = Agreement { $agreement } was ended.
    .do = Use another agreement with this office, or come to a new one.
# $entry is an identifier.
casework-unknown-message = Entry { $entry } is not a message of a counterpart of your office.
    .do = Look at the messages with comity channel inbox.
# $what is the state of the message.
casework-message-state = The message is { $what }.
    .do = Look at it with comity channel show. A message that nobody has opened yet is opened first.
# $what is the thing that exists: office, case, officer or key.
casework-exists = There is such a thing already: { $what }.
    .do = Use the one that exists, or choose another.
# $what is the role of a reference.
casework-reference = The entry must refer to exactly one other entry ({ $what }).
    .do = Name the one entry that it is about.
# $sha256 is a digest.
casework-unknown-file = There is no file { $sha256 } here.
    .do = Look at the entry again; its file may have been forgotten with it.
# $number is the number of an exhibit.
casework-unknown-exhibit = Exhibit { $number } is not in this case, or has no files.
    .do = List the exhibits with comity evidence list.
# $line counts the hits of a scan.
casework-unknown-hit = The scan has no hit { $line }.
    .do = List its hits with comity evidence hits.
# $role is the word that was given, $known the words that there are.
casework-unknown-role = An account has no role { $role }.
    .do = Choose one of: { $known }.
# $what is an address or the fingerprint of a secret, $entry an identifier.
casework-account-exists = { $what } is an account of this case already, by entry { $entry }.
    .do = Use that account. If it has the wrong role or reason, withdraw its entry first, then promote the hit again.
# $number is the number of an exhibit.
casework-not-searched = E-{ $number } was not searched, or its searches were withdrawn.
    .do = Search it with comity evidence scan.
# Shown when nothing of what a search found is of the kind or certainty that was asked for.
casework-no-hits = The search found nothing of that kind.
    .do = List what it found with comity evidence hits.
# $values and $most are numbers.
casework-too-many-hits = These hits hold { $values } values. At most { $most } are taken into a case at once.
    .do = Choose fewer: by their numbers, by kind, or only those that are verified.
# Shown when an officer wants to ask about a value that no other case knows, or only cases that he may read himself.
casework-no-match = No case whose owner you would have to ask knows this value.
    .do = List what other cases know with comity case matches.
# $entry is an identifier.
casework-entry-withdrawn = Entry { $entry } was withdrawn: it does not count.
    .do = Choose another one; the lists of the case mark what was withdrawn.
# $at is a time.
casework-nothing-sent = Nothing came over standard input.
    .do = See whether the program that should have sent it ran to its end, and give the command again. Nothing was taken in.

casework-act-in-future = The act is said to be at { $at }, which is yet to come.
    .do = Give the time when it took place. If it is right, the clock of the node is slow: have it set.
# $day is a day.
casework-day-in-future = It is said to have happened on { $day }, which is yet to come.
    .do = Give the day on which it happened. If it is right, the clock of the node is slow: have it set.
# Both are times.
casework-act-before = The act is said to be at { $at }, and the one before it at { $before }.
    .do = Check the time. If an act is recorded late, say --late: it is recorded, and the chain shows that the times run back.
# $bytes is the size of a file, $most the largest that is read at once.
casework-file-too-large = The file has { $bytes } bytes, more than the { $most } that are read at once.
    .do = Write it out to a disk instead, and look at it there.
# Shown when the second person would be the first.
casework-same-person = The second person must be another one than the first.
    .do = Ask a colleague with the right to approve.
# Shown when an officer asks for or approves a look at a secret that is not sealed to him, or looks on another's word.
casework-secret-not-holder = This secret is not sealed to you, or somebody else asked for it.
    .do = Secrets are sealed to two officers: one of them asks, the other approves, and whoever asked sees it. comity evidence secret lists who they are.
# Shown when no secret of that fingerprint is kept. $fingerprint is eight hexadecimal digits.
casework-secret-unknown = No secret { $fingerprint } is kept of this exhibit.
    .do = Copy the fingerprint from the hits. If the search kept no secrets, search the exhibit again and name two officers.
# Shown when the proposal that was given is about another secret. $asked and $given are of eight hexadecimal digits.
casework-secret-other = The proposal asks to see the secret { $asked }, not { $given }.
    .do = Give the proposal that is about { $given } with --asked. If there is none, ask to see it by --reason.
# Shown when a look that was approved has taken place. $entry is the entry that tells of it.
casework-secret-shown = It was shown already, as entry { $entry } tells.
    .do = Ask again, and say why it must be seen once more.
# Shown when a secret is sealed to a key that was replaced.
casework-secret-lost = The secret is sealed to a key that one of the two officers has no more.
    .do = Search the exhibit again and name two officers: the secrets are sealed to the keys that they have now.
# Shown when secrets are to be sealed to two officers who could not see them.
casework-secret-officers = Secrets cannot be sealed to these two officers.
    .do = Name two different members of the case, of whom one may ask for a secret (a custody officer) and the other may approve it (a custody officer, prosecutor or supervisor).
# Shown when a scan found too many secrets. $count and $most are numbers.
casework-secret-too-many = { $count } different secrets were found, and one scan keeps { $most }.
    .do = Search in parts, for some kinds at a time.
# Shown when an officer confirms an act of custody in which he is neither giver nor taker. Each of $officer, $giver and $taker is a
# name with an organisation; $giver or $taker may be empty.
casework-not-of-act = { $officer } is not a person of this act. It was given by: { $giver }. It was taken by: { $taker }.
    .do = Let that person confirm it; both the name and the organisation must be those of the office. Of a person outside, put the signed paper on record: comity evidence confirm CASE ENTRY --paper FILE. If a name is written wrongly in the act, withdraw the act and record it again.
# Shown when a copy is recorded without its number. $free is a number.
casework-custody-copy-unnamed = The working copy that was made has no number.
    .do = Say --copy-made { $free }: it is the next number.
# Shown when a copy is recorded under the number of another. $copy and $free are numbers, $entry an entry.
casework-custody-copy-exists = Working copy { $copy } was made already, by entry { $entry }.
    .do = Say --copy-made { $free }: it is the next number.
# Shown when an act is recorded on a copy that was never made. $copy and $copies are numbers, $made a list of numbers.
casework-custody-copy-unknown = There is no working copy { $copy }: no act on record made it.
    .do = { $copies ->
        [0] Record its making first: --act copied --copy-made { $copy }. For an act on the exhibit itself leave --copy out.
       *[other] Name one of these: { $made }. Or record its making first: --act copied --copy-made { $copy }.
    }
# Shown when a hand-over lacks a person. $who is "giver" or "taker".
casework-custody-person = A hand-over needs two persons, and this one names no { $who }.
    .do = Say --{ $who } NAME=ORGANISATION.
# Shown when a person would give something to himself. $who is a name with an organisation.
casework-custody-himself = { $who } would be giver and taker.
    .do = Name the person on the other side. If it stays with the same person, record another act: sealed, examined.
# Shown when an act is recorded on what was given back or destroyed. $copy is the number of the working copy, or 0 for the exhibit
# itself, $act is "returned" or "destroyed", $at a time, $entry an entry.
casework-custody-ended = { $copy ->
        [0] The exhibit
       *[other] Working copy { $copy }
    } was { $act } at { $at }, by entry { $entry }. Its custody has ended.
    .do = Check the number of the exhibit and --copy. If that entry is wrong, withdraw it. What was done before is recorded with its time and --late.
# Shown when somebody confirms an act that was withdrawn. $entry is the entry that withdrew it.
casework-custody-withdrawn = The act was withdrawn by entry { $entry }: nobody confirms it any more.
    .do = Look at the custody of the exhibit with comity evidence show, and confirm the act that took its place.
# Shown when an act has its second signature. $who is a name with an organisation, $entry an entry.
casework-custody-confirmed = The act was confirmed already by { $who }, with entry { $entry }.
    .do = Nothing more is needed.
# Shown when a paper is put on record for an officer, who can sign himself. $who is a name with an organisation.
casework-custody-officer = { $who } is an officer of this node and signs for himself.
    .do = Let that officer say: comity evidence confirm CASE ENTRY.
# Shown when the giver or taker of an act says that he has seen the paper. $who is a name with an organisation.
casework-custody-own-paper = { $who } is a person of this act, and cannot be who saw the signed paper.
    .do = Let another officer of the case compare the paper and put it on record. Who is named in the act confirms it without --paper.
# Shown when a time-stamp is asked for, or a server is given up, in an office that has named none.
casework-no-stamp-server = The office has named no time-stamp server.
    .do = Name one with comity office stamp-server, and have a second person approve it.
# Shown when a time-stamp server is named without the certificates by which it is checked, or with some that it does not need.
casework-stamp-server-authorities = A time-stamp server needs the certificates of the authorities above its time-stamps, and those of TLS where it is called by https and only there.
    .do = Give --authorities, and --tls-authorities with an address that begins with https.
# Shown when a time-stamp is to be renewed, but the server still signs with a certificate that ends as early. $until is a time.
casework-timestamp-no-later = The time-stamp was not renewed: that of the server ends at { $until }, no later than the one before.
    .do = Ask the operator of the server for its next certificate, or name another server. It is tried again each day.
# Shown when a founding or a change of roles leaves nobody with the role of administrator.
casework-no-administrator = The office would have no administrator: nobody could take a person in or keep a copy of the node.
    .do = Give one officer the role administrator, too.
# Shown when a founding or a change of roles leaves nobody who could approve what the administrator proposes.
casework-no-second-person = The office would have nobody to approve what its administrator proposes: nothing of the office could be changed any more.
    .do = Give a second officer the role supervisor or administrator, too.
# Shown when a proposal was decided already.
casework-decided = This was decided already.
    .do = Look at the time line. To decide anew, make a new proposal.
# Shown when a step has no approval.
casework-not-approved = Nobody has approved this step.
    .do = Propose it, and have a second person approve it.
# Shown when exercise and real work would be mixed.
casework-exercise-mix = Exercise and real work do not mix.
    .do = Use a node for exercises only, with its own folder.
# $what is the reason.
casework-not-changeable = The entry cannot be changed in this way: { $what }.
    .do = Write a new entry that says what is right.
# $what is the state of the case.
casework-case-state = The case is { $what }.
    .do = Look at the case first.
# $what is the text that is missing or too long, $most the limit in bytes.
casework-text = A text is missing or too long: { $what } (at most { $most } bytes).
    .do = Write something, and no more than that; attach a longer text as a file.
# $cause is the technical reason.
casework-body = The content is not one that this kind of entry allows: { $cause }.
    .do = Check what you entered.
# $action is the step, $policies the names of the policies that forbid it, $member is "missing" where the officer would be allowed if
# he worked on the case.
casework-not-allowed = { $member ->
        [missing] The policies of your office do not allow this step ({ $action }) to you, for you are not a member of this case.
       *[other] The policies of your office do not allow this step ({ $action }). { $policies }
    }
    .do = { $member ->
        [missing] Ask a colleague whose role allows it, or have a supervisor add you to the case: comity case assign CASE OFFICER.
       *[other] Ask a colleague whose role allows it, or have the roles or policies changed by two officers.
    }
# $index is the number of the entry in the log, $what the reason.
casework-damaged = Entry { $index } of the log is not what this node signed: { $what }.
    .do = Do not work on. Keep a copy of the folder as evidence, and restore the last backup with comity node restore.
# $log and $store are numbers of entries.
casework-rolled-back = The database holds { $store } entries, the log { $log }: an older database was put in its place.
    .do = Put back the right database, or restore a backup with comity node restore so that everybody can see it.
# $office is an identifier, $name the name of a pack, $digest its digest.
casework-pack-missing = Office { $office } works with pack { $name } of digest { $digest }, which is not here.
    .do = Put the pack that two officers activated back into the folder packs of the node.
# $name is the name of a pack, $digest its digest.
casework-pack-not-here = Pack { $name } of digest { $digest } is not here, so it cannot come into force.
    .do = Take its bundle over again with comity packs take, or put its folder into the folder packs of the node and start the node anew.
# Shown when nobody has signed a bundle.
casework-pack-unsigned = Nobody has signed this bundle. Nothing was changed.
    .do = Ask the publisher for the bundle that two of its officers signed.
# $office is the identifier of an office.
casework-pack-publisher-unknown = Office { $office } is no publisher that your office trusts. Nothing was changed.
    .do = Look at comity packs publishers. A publisher is trusted by its card, with comity packs trust, when two of your office decide so.
# $officer is an identifier, $key the digest of a key, $publisher the name of an office.
casework-pack-not-its-signer = Officer { $officer } signed for { $publisher } with key { $key }, which is not on the card that your office trusts. Nothing was changed.
    .do = Ask the publisher by another way whether this person signs for it. If so, have its newer card trusted with comity packs trust; if not, report the bundle as forged.
# $publisher is the name of an office, $officer an identifier.
casework-pack-one-signer = One person alone of { $publisher } has signed: officer { $officer }. Two must. Nothing was changed.
    .do = Ask the publisher for the bundle that another of its officers has signed, too.
# Shown when persons of different offices have signed.
casework-pack-divided = Persons of different offices have signed, and not two of one publisher that your office trusts. Nothing was changed.
    .do = Ask one publisher for a bundle that two of its own officers signed.
# $name is a pack, $version and $in_force are versions.
casework-pack-older = Version { $version } of pack { $name } is not newer than version { $in_force }, which is in force. Nothing was changed.
    .do = Ask the publisher for its latest bundle: somebody may want to bring back what was corrected since. If you mean it, say --older and why.
# $name is a pack.
casework-pack-replaced = Another pack { $name } came into force since this one was compared with it.
    .do = Reject the proposal, take the bundle over again, and look at what it changes now.
# $name is a pack.
casework-pack-in-force = This very pack { $name } is in force already.
    .do = There is nothing to do.
# $name and $schema are words of pack.toml.
casework-pack-schema = A pack called { $name } cannot be of schema { $schema }.
    .do = Correct the name or the schema in pack.toml.
# $count, $least and $most are numbers.
casework-publisher-signers = The card names { $count } keys that sign; it needs at least { $least }, and at most { $most }.
    .do = Ask the publisher for a card with the persons who release its packs.
# Shown when an office would trust itself.
casework-publisher-itself = This is the card of your own office.
    .do = Put packs of your own in force with comity packs activate.
# $name is the name of an office.
casework-publisher-trusted = This card of { $name } is trusted already.
    .do = There is nothing to do.
# $of says whose key it is.
casework-key-missing = The key of { $of } is not here.
    .do = Restore the keys from the last backup.
# Shown instead of clearing up. $files is a number, $case and $entry name one of the files.
casework-files-lost = { $files } files of entries cannot be opened, among them one of entry { $entry } in case { $case }. Nothing was removed.
    .do = See with comity node verify which files these are, and restore the last backup with comity node restore.
# $cause is the reason.
casework-backup = The backup cannot be restored: { $cause }.
    .do = Use the data and the newest keys of the same node, and an empty folder.
# $cause is in English.
casework-backup-write = The backup cannot be written: { $cause }.
    .do = Give files on a medium that has room, and make the backup again; what was written of this one is of no use.
# Shown when the node was stopped in the middle of a step.
casework-interrupted = The step was not taken.
    .do = Try again.
# $what is the file, $cause what is wrong with it.
casework-card-malformed = What should be { $what } cannot be read: { $cause }.
    .do = Check that it is the right file, and correct the line that is named.
# $version is a number.
casework-card-version = This program does not know version { $version } of cards.
    .do = Ask the counterpart which version of the program it uses, and update yours.
# $term is the name of a term in the file.
casework-card-term-missing = The terms do not say { $term }. Only agreements for exercises have defaults.
    .do = Add the term to the file, as both offices mean it.
# $count is the number of signatures.
casework-card-unsigned = The agreement has { $count } signatures; it needs one of each office.
    .do = Have it signed with comity agreement sign, here and by the counterpart.
# Shown when an address of a counterpart's node cannot be one.
casework-exchange-address = This is not an address of a node.
    .do = Write the host name and the port, such as node.example.org:8471, without https:// and without a path.
# $agreement is the digest of an agreement.
casework-exchange-other-peer = Agreement { $agreement } is with another node than the one that speaks.
    .do = Do not rely on it. Ask the counterpart whether its node was replaced; a new node key needs a new agreement.
# $found and $expected are digests of agreements.
casework-exchange-other-agreement = The answer is under agreement { $found }, not { $expected }.
    .do = Try again. If it happens again, ask the counterpart which version of the program it uses.
# Shown when messages come without the sheet in front of them.
casework-exchange-no-sheet = What came is not an exchange between two nodes: there is not exactly one sheet in front.
    .do = Check that it is the right file, written with comity channel write.
# $bytes and $most are numbers of bytes.
casework-exchange-too-long = { $bytes } bytes are more than the { $most } that one exchange may have.
    .do = Ask the counterpart which version of the program it uses.
# $times is a number.
casework-exchange-overtaken = Other messages took the place of this one { $times } times. It was not sent.
    .do = Send it again.
# Shown when there is no letter in a message.
casework-exchange-no-letter = There is nothing to be read in this message: it was refused, or its content was destroyed.
    .do = Look at what became of it with comity channel show.
# Shown when the approved step is another than an export.
casework-export-other-step = What was approved is not this step.
    .do = Name the proposal to export the case, or to package the exhibits.
# Shown when a package was approved for one recipient's key, and no key was given. $key is the identifier of a key.
casework-package-key-needed = The package was approved to be sealed to the key { $key }, and no key was given.
    .do = Give the key with --key, or propose a package without a key.
# Shown when a package was approved to be open, and a key was given. $key is the identifier of a key.
casework-package-key-not-approved = The package was approved to be open to whoever has it, not to be sealed to the key { $key }.
    .do = Leave --key out, or propose a package for this key.
# $approved and $given are identifiers of keys.
casework-export-other-recipient = What was to leave was approved for the key { $approved }, not for { $given }.
    .do = Use the key of the recipient whom two persons approved, or propose an export for this one.
# $up_to is a place in the case, counted from 0, $entries a number.
casework-export-place = The case has no entry { $up_to } yet: { $entries ->
        [one] it has 1 entry
       *[other] it has { $entries } entries
    }, counted from 0. Nobody approves what comes later.
    .do = Propose the export up to an entry that is there.
# $up_to is a place in the case.
casework-export-other-entries = What was approved does not name the entries of the case up to { $up_to } as they stand.
    .do = Propose the export again. If it stays so, run comity node verify.
# $logged is the number of entries under the checkpoint, $needed the index of an entry.
casework-export-not-logged = The log covers { $logged } entries, and entry { $needed } is to be proven.
    .do = Try again in a moment. If it stays so, look at the free space on the disk.
# $most is a number of bytes.
casework-export-too-large = The export is larger than { $most } bytes.
    .do = Propose exports of parts of the case, each up to an earlier entry.
# Shown when an exhibit cannot leave any more. $exhibit is a number such as E-1.
casework-package-exhibit-gone = { $exhibit } was withdrawn or destroyed.
    .do = Leave it out of the package.
# Shown when a file of an exhibit is damaged, or was changed where it lies. $path is the file.
casework-package-exhibit-changed = { $path } is not any more what came in.
    .do = Check the exhibit, and bring the file back from a backup. No package was written.
# Shown in the check of a package. $path is a file in it, $cause is technical, in English.
casework-package-journal = The journal does not hold at { $path }: { $cause }.
    .do = Do not rely on what the package says of custody. Ask the sender for another copy.
# Shown in the check of a package.
casework-package-other-officer = The officer whom the package names has another key than the one that signed.
    .do = Do not rely on the package. Ask the authority who wrote it out.
# Shown in the check of a package.
casework-package-approval = The entries do not show that two persons approved this package.
    .do = Do not rely on it that the office let it go. Ask the authority.
# Shown in the check of a package as the reason why something cannot be decided.
casework-package-no-approval = The package is of a version that one officer could write alone.
    .do = Nothing is to be done. The officer who signed answers for it.
# Shown in the check of a package. $exhibit is a number such as E-1.
casework-package-exhibit = The files of { $exhibit } are not those that came into the case.
    .do = Do not use them. Ask the sender for another copy.
# Shown in the check of a package. $path is a file in it.
casework-package-stray = { $path } belongs to no exhibit of the package.
    .do = Do not use the file. Ask the sender where it comes from.
# Shown in the check of a package. $exhibit is a number such as E-1.
casework-package-custody = The record of custody of { $exhibit } says something else than the signed entries.
    .do = Rely on the entries, and ask the sender for the reason.
# Shown in the check of a package. $path is a file in it.
casework-package-form = { $path } is missing or not of the form that it must have.
    .do = Ask the sender for another copy.
# Shown in the check of a package. $path is a file in it.
casework-package-graph = The CASE/UCO graph does not have { $path } with its hash value.
    .do = Do not use the graph. The lists of the package have every file.
# Shown in the check of a package as the reason why something cannot be decided.
casework-package-graph-other = The CASE/UCO graph is not the one that this version of the program writes.
    .do = Check it with the version that bag-info.txt names. The signature covers the graph.
# Shown in the check of a package as the reason why something cannot be decided. $version is a number.
casework-package-version = The package is of version { $version }, which is not known here.
    .do = Check the package with a newer version of this program.
# Shown in the check of a package as the reason why something cannot be decided. $path is a file, $cause is technical.
casework-package-unreadable = { $path } cannot be read: { $cause }.
    .do = Copy the package from its medium again, and check that.
# Shown in the check of a package as the reason why something cannot be decided.
casework-package-rests-on = A check on which this one rests does not hold.
    .do = See what is said of the other checks.
# Shown in the check of a package as the reason why something cannot be decided.
casework-package-no-timestamps = The package bears no time-stamp.
    .do = Nothing is to be done. When it was signed rests on the word of the signer and on the log.
# Shown in the check of a package as the reason why something cannot be decided.
casework-package-timestamps-unchecked = The package bears time-stamps, and no authority was given by whom they could be checked.
    .do = Give the certificate of the authority, as you know it by another way, with --authorities. The README of the package says how openssl checks them.
# Shown when a package lacks a time-stamp that its entries tell of.
casework-package-timestamp-missing = A time-stamp of which the entries tell is missing in the package.
    .do = Ask for the package anew: somebody has taken the time-stamp out.
# Shown when a time-stamp in a package, or a file beside it, is of nothing in it. $path is a file.
casework-package-timestamp-other = { $path } belongs to nothing in the package.
    .do = Ask the office that wrote the package what it is of.
# Shown when a time-stamp in a package does not hold. $path is a file, $cause says why.
casework-package-timestamp = { $path } does not hold: { $cause }.
    .do = Do not rest on the time that it tells. Ask the office for its own copy.
# Shown when it cannot be said whether a time-stamp in a package holds. $path is a file, $cause says why.
casework-package-timestamp-undecided = Whether { $path } holds cannot be said: { $cause }.
    .do = Give the certificate of the authority that made it with --authorities.
# Shown when a sealed file was opened and holds something else.
casework-export-not-a-package = What was opened is not an exported case.
    .do = Ask the sender which file is meant.
# Shown when the text of a key cannot be read.
casework-export-key-text = This is not the key of a recipient.
    .do = A recipient's key begins with age1 and is made by age-keygen. Copy it whole.
# Shown when something is to be sealed to no key or to too many. $most is a number.
casework-age-recipients = Something is sealed to at least one key, and to { $most } at most.
    .do = Name fewer keys.
# Shown when a key would keep nothing secret.
casework-export-key-weak = Nothing can be kept secret with this key.
    .do = Ask the recipient for a new key, and how this one came about.
# Shown when a file is not a sealed export.
casework-export-sealed-malformed = The file is not an export that is sealed to one key.
    .do = Check that it is the right file and that it came over whole.
# Shown when a file is sealed to somebody else.
casework-export-sealed-other-key = The file is not sealed to your key.
    .do = Open it with the key whose public half you gave to the sender.
# Shown when a sealed file was changed.
casework-export-sealed-changed = The sealed file was changed or is not whole.
    .do = Ask the sender for another copy, and keep this one.

## Requests to other states and from them

# Shown when a file that was edited does not come from a print of this request.
casework-request-edit-of-other = The file was printed from no version of this request.
    .do = Name the request that it was printed from, or print this one with --docx and edit that.

# Shown when a field was changed after the print that was edited. $field is its name.
casework-request-edit-overtaken = { $field } says something else by now than on the print that was edited.
    .do = Compare both by hand, and write the field with comity request set.

# $entry is an identifier.
casework-request-unknown = Entry { $entry } began no request of this case.
    .do = Look for the request with comity request list.
# Shown when a version does not continue the last one.
casework-request-does-not-follow = The version does not follow the one before it.
    .do = Somebody wrote another version meanwhile. Look at it with comity request show, then make your change again.
# Shown when a step names another version than the one in force.
casework-request-other-version = The step is about another version than the one in force.
    .do = Look at the version in force with comity request show, then take the step again.
# Shown when a version was checked by packs that are not in force.
casework-request-other-packs = The version was checked by other packs than those in force in the office.
    .do = Write it again: comity request set checks it by the packs in force.
# Shown when a version holds values that its print would not show.
casework-request-hides = The version does not show exactly what it says.
    .do = Do not use it. Ask whoever made it to write it with an unchanged program.
# $state is the two-letter code of a state.
casework-request-other-state = The request names { $state }, which is not the state of this office.
    .do = A request is drafted by the state that asks and received by the state that is asked. Choose the right node.
# $event is the stable name of an event, in English.
casework-request-own-entry = { $event } happens by a command of its own.
    .do = Use comity request set, review, approve or receive.
# Shown when the day of issue is not the day of the act.
casework-request-other-day = The day of issue is not the day of the act.
    .do = Issue it again; the day follows from the time of the act.
# Shown when a version is proposed for issue that only its author has read.
casework-request-not-reviewed = Nobody has reviewed this version.
    .do = Have another officer read it: comity request review CASE REQUEST
# $step names a step of the approval chain.
casework-request-step-open = The approval { $step } is missing, which the practice of your office asks for.
    .do = Have it given: comity request endorse CASE REQUEST { $step }. What it is and who gives it: comity request show.
# $named and $next name steps of the approval chain.
casework-request-step-order = The next approval of this version is { $next }, and not { $named }.
    .do = Take the steps in their order: comity request show tells the next one.
# $role is a role of the office.
casework-request-step-role = This approval is given by an officer in the role { $role }.
    .do = Have such an officer give it, or have two persons change the roles or the practice of the office.
# Shown when an approval is given with a decision that it cannot have, or without one that it needs.
casework-request-step-decision = An approval from outside has a number and a day that is not yet to come; one of this office has neither.
    .do = For a decision that was taken elsewhere give --number and --day as its paper has them; leave both out for a step of this office.
# Shown when data is to leave in an emergency.
casework-request-call-back = Nobody has called back whoever asks, and had the request confirmed.
    .do = Call at a number from a directory of your own, and record it: comity request record CASE REQUEST called-back --spoke-with NAME --number NUMBER --number-from SOURCE --confirmed yes. Another officer lets the data go.
# Shown at the issue of a version that was written before the office changed its practice.
casework-request-practice-changed = The office asks for other approvals by now than when this version was written.
    .do = Write the version anew, and have it reviewed and approved again: comity request set CASE REQUEST.
# Shown when a call back was made to a number of the request itself.
casework-request-number-of-request = The number that was called stands in the request itself.
    .do = Whoever writes a false request writes its number too. Call at a number from a directory of your own, and record that.
# Shown when a cover letter is asked for too early.
casework-request-not-issued-yet = The request is not issued yet, so no letter goes on top of it.
    .do = Issue it first: comity request issue.
# Shown when a certificate is asked for too early, or for a request of one's own.
casework-request-nothing-done = Nothing was done on the request that could be certified.
    .do = On the side that is asked, put on record what was done: comity request record CASE REQUEST executed, or executed-in-part, or comity request answer.
# Shown when a certificate tells of a part that was not done.
casework-request-why-not = A part of the request was not done, and nobody says why.
    .do = Say it, reasons are due: --why-not REASON.
# $line says where in a file of minutes, $cause what the reader found.
casework-minutes = Line { $line }: { $cause }
    .do = Mend the line; comity evidence minutes --help lists the keys.
# Shown when a request in one language is to be translated.
casework-request-one-language = The request is printed in one language, so nothing of it is translated.
    .do = Name the language of the other side first: comity request set CASE REQUEST --beside TAG.
# $number and $texts are numbers.
casework-request-no-such-text = There is no text { $number }; there are { $texts }.
    .do = comity request translate without --set lists them with their numbers.
# $language is a language tag.
casework-request-words-unreviewed = Nobody has reviewed the words in { $language }, in which the request is printed.
    .do = Have a named person read the print and confirm or overrule it: comity request confirm CASE REQUEST { $language } --overrule --reason "…"
# Shown when somebody confirms what the request does not rely on.
casework-request-not-relied-on = The request does not rely on this.
    .do = comity request check lists what is to be confirmed.
# Shown when a confirmation bears another name.
casework-request-other-name = The name is not that of the officer who signs.
    .do = Sign in as the jurist who answers for it.
# Shown when something of an issued or received request is to be confirmed.
casework-request-issued = The request was issued already, or is not this office's own.
    .do = Facts are confirmed before a request is issued, by the office that asks.
# Shown when the signature beside a twin does not fit it.
casework-request-signature-other = The signature is over another twin.
    .do = Ask the sender for the twin and its signature again, both from the same file.
# $signed and $from are codes of states.
casework-request-signature-other-state = The signature was made for { $signed }, but the request is one of { $from }. It was not taken.
    .do = Do not act on it. Ask the office of { $from } by a way that you know whether the request is its own.
# $case is an identifier, $reference the reference of a request.
casework-request-held = This request is here already, as { $reference } in case { $case }.
    .do = If the signed original has come, say so there: comity request record { $case } "{ $reference }" original-received --register-number …
# $number is a number of the office's own register, $case an identifier, $reference the reference of another request.
casework-request-number-taken = The number { $number } of your register is that of request { $reference } already, in case { $case }.
    .do = Look there first: comity request show { $case } "{ $reference }". If it is another letter, give this one its own number. Where your register begins anew each year, write the year with the number.
# $number is a number of the office's own register, with its signs written as codes.
casework-request-number-hides = The register number holds a sign that does not show, such as a line break or a space of no width: { $number }
    .do = Type the number again by hand.
# Shown to an officer who may not read the case of the other request.
casework-request-held-elsewhere = This request is here already, in a case that you may not read.
    .do = Ask whoever distributes the incoming requests; a second copy is recorded there.
# $number is a number of the office's own register. Shown to an officer who may not read the case of the other request.
casework-request-number-taken-elsewhere = The number { $number } of your register is that of a request already, in a case that you may not read.
    .do = Ask whoever keeps the register, and give this request its own number. Where your register begins anew each year, write the year with the number.
# $day and $issued are days.
casework-request-before-issue = It is said to have happened on { $day }, but the request was issued on { $issued }. Nothing was recorded.
    .do = Check which request it belongs to, and give the day on which it happened.
# $day and $received are days.
casework-request-before-receipt = It is said to have happened on { $day }, but the request came in on { $received }. Nothing was recorded.
    .do = Check which request it belongs to, and give the day on which it happened. If the day of receipt on record is too late, give that day, and say in the text when it was.
# $from and $to are days.
casework-request-period = The period begins on { $from } and ends on { $to }, which is before.
    .do = Exchange the two days, or leave one of them out: the period is then open on that side.
# All are numbers; $version and $last are versions of a request.
casework-request-text-moved = Text { $number } of version { $version } is not text { $number } of version { $last }, which is in force: the request was changed meanwhile. Nothing was recorded.
    .do = List the texts again with comity request translate, and give the numbers that stand there, with --version { $last }.
# $name is the name of a pack.
casework-request-no-pack = No pack { $name } is in force in the office.
    .do = Propose one with comity packs activate, and have a second person approve it.
# Shown when a new version would say what the last one says.
casework-request-unchanged = Nothing was changed, so no new version was written.
    .do = comity request check tells what is missing.
# Shown when the law answers otherwise on the day of issue than when the version was written.
casework-request-answer-changed = The law answers otherwise today than when this version was written.
    .do = Write it again with comity request set CASE REQUEST, read what has changed, and have it reviewed and approved anew.
# $text is what was given.
casework-request-subject = { $text } names no single thing that is to be confirmed.
    .do = comity request check lists what is to be confirmed, with the number of each.
# $name is what was to be printed, in English.
casework-request-nothing-to-print = There is nothing to print here: { $name }.
    .do = The office that is asked prints acknowledgements; the office that asks prints requests.
# $number is what was given, $most how many changes there are.
casework-request-no-change = There is no change { $number }; the file has { $most }.
    .do = Import it without --take first: the changes are shown with their numbers.
# $number is what was given, $most the number of the last version.
casework-request-no-version = There is no version { $number }; the last is { $most }.
    .do = comity request versions shows them.
# $text is what the answer says of the request that it answers.
casework-request-answer-of-other = This answer is not one of the requested State to this request. It names: { $text }
    .do = Import it into the request whose reference or register number it names. If it names none, record what it says with comity request record.
# $text is what the answer says it is.
casework-request-answer-unclear = The answer does not say whether the request was executed, refused or postponed: { $text }
    .do = Ask the other side, or record what it says with comity request record.
# Shown when a twin is recorded as an answer that is none.
casework-request-no-answer = The twin is no answer to a request.
    .do = Import it without --all first: it is shown what it is.
# Shown when something is asked of a request of an old register that needs its draft.
casework-request-no-draft = This request was carried over from an old register. There is no draft of it here to be checked, printed or told of under an agreement.
    .do = Record what happens to it with comity request record, without --tell, and tell the other side by the way on which the request travelled.
# $line is a line of a table, $measure what it says, $known lists the measures.
casework-register-measure = Line { $line }, measure: the law pack knows no measure { $measure }.
    .do = Write one of: { $known }.
# $line is a line of a table.
casework-register-own-state = Line { $line }, state: the other State is that of this office.
    .do = Write the State that was asked, or that asks.
# $line is a line of a table, $column the name of one of its columns, $day a day.
casework-register-future = Line { $line }, { $column }: { $day } has not begun.
    .do = Correct the day, or carry the row over when it has come.
# $line is a line of a table, $number a register number, $case an identifier, $reference the reference of a request.
casework-register-held = Line { $line }, register_number: { $number } is here already, as { $reference } in case { $case }.
    .do = Remove the row, and record what happened to the request there.
# $service is the name that was given; $reached names the services that were reached, or is a dash.
casework-request-service-not-reached = No trace of the case reached { $service }.
    .do = Name a service as the trace names it. The traces of this case reached: { $reached }

## Packages that another office fetches.

# An offer is a message that lets another office fetch a package from this node.
casework-offer-own-command = A message that offers a package is made by a command of its own.
    .do = Use comity evidence offer propose, and comity evidence offer send once it was approved.
# $entry is an identifier.
casework-offer-no-package = Entry { $entry } does not tell of a package that was written as one sealed file.
    .do = Write the package with comity evidence package write --key, and name the entry that this prints. A package that was written by an earlier version must be written again.
# $packaged and $found are digests.
casework-offer-other-file = The file is not the package that was written: its digest is { $found }, and that of the package { $packaged }.
    .do = Name the file as comity evidence package write made it. If it was damaged, write the package again.
# $name is the name of a file.
casework-offer-name = A file cannot be called { $name } on every computer.
    .do = Give the file a short name without a slash, that does not begin with a dot.
# Shown for a message that should offer a package.
casework-offer-malformed = The message offers no package that this version can fetch.
    .do = Check that it is the right message, with comity channel inbox. If it is, ask the sender to offer it again, with a newer version perhaps.
# Shown before a package is fetched from another office.
casework-offer-no-address = Nobody has said where the node of the other office is reached.
    .do = Say it with comity channel address, or have the package carried on a medium (comity evidence transfer).
# What another node answers when a package is fetched. Both offices may see it.
casework-offer-unknown = The other office offers no such package, or its agreement has ended.
    .do = Ask the other office to offer it again.
# What another node answers when a package is fetched. Both offices may see it.
casework-offer-withdrawn = The package was withdrawn by the office that has it.
    .do = Do not use what came of it. Ask the other office why, and whether there is another.
# What another node answers when a package is fetched. Both offices may see it.
casework-offer-file-gone = The office that offers the package has the file no longer where it was.
    .do = Ask the other office to put the file back to its place, then fetch it again: what came is kept.
# $leaf is a number. Both offices may see it.
casework-offer-leaf-gone = The office that offers the package cannot read leaf { $leaf } of it, or the file was changed there.
    .do = Ask the other office for another copy of the file. What came is kept.
# $limit is a number.
casework-offer-too-many = The node offers { $limit } packages already, as many as it may at a time.
    .do = Withdraw an offer that was fetched (comity case withdraw), and try again.

## Requests that travel.

# $kind is a kind of messages.
casework-dispatch-only-requests = Messages of the kind { $kind } are made and taken by the commands for requests.
    .do = Use comity request send, answer, acknowledge --tell or record --tell; and comity request take for one that came.
# $kind and $holds are kinds of messages.
casework-dispatch-other-kind = A message of the kind { $kind } holds what only { $holds } may bring. It was not taken.
    .do = Tell the other office. Their agreement lets one person send the first kind, and perhaps not the second.
# Shown when a message about one request is used for another.
casework-dispatch-other-request = The message is about another request.
    .do = Name the request for which it was proposed and approved; comity request list shows them.
# Shown when an office speaks of a request that is between this office and another.
casework-dispatch-other-office = The other office has nothing to do with this request.
    .do = Use the agreement with the office that the request went to or came from. If a message came, tell a supervisor.
# $agreement is the digest of an agreement.
casework-dispatch-other-agreement = This request travels under agreement { $agreement }, which is in force.
    .do = Leave --agreement out, or name that one. Messages about one request go by one agreement, so that they are taken in order.
# $cause is in English.
casework-dispatch-not-a-parcel = The message holds nothing about a request that this program reads: { $cause }.
    .do = Read it with comity channel open, and answer the sender by other means. A newer version of the program may read it.
# Shown when a request that was not issued is to be sent.
casework-dispatch-not-issued = The request was not issued.
    .do = Issue it first: comity request show says what is missing.
# $version is a digest.
casework-dispatch-no-such-request = No request of this case was issued as version { $version }.
    .do = Name the case in which the request lies: comity request list shows them all. If that case was handed over to another office of this node, read the message with comity channel open, and have that office put on record what it says: comity request record.
# $event is a word of the life of a request.
casework-dispatch-not-theirs = The other side may not say this of a request: { $event }.
    .do = Ask the other office what it meant; nothing was taken.
# $event is a word of the life of a request.
casework-dispatch-by-answer = That a request was executed is told with the answer, not as an event: { $event }.
    .do = Use comity request answer CASE REQUEST with --package, or with --without-package if nothing is handed over in it.
# $cause says what is wrong with the package.
casework-dispatch-unsound = The package does not pass its own check, so it was not proposed or sent: { $cause }.
    .do = Look at it with comity evidence verify PACKAGE, and seal the records again with comity evidence seal.
# Shown when a message is taken a second time.
casework-dispatch-taken-before = What this message brings was taken before.
    .do = Nothing more is to be done; comity request show tells where the request stands.
# $message is an identifier.
casework-dispatch-take-first = An earlier message about the same request waits. Nothing was taken.
    .do = Take that one first: comity request take { $message }
# Shown when a package does not fit its message.
casework-dispatch-other-package = The package is not the one that the message names.
    .do = Ask the other office to send it again.
# $country is a state, $found a number.
casework-dispatch-which-agreement = { $found } agreements are in force with { $country }.
    .do = Name one with --agreement; comity agreement list shows them.
# Shown when a package is asked for and the last answer had none.
casework-dispatch-answer-without-package = The last answer to this request brought no package.
    .do = comity request show tells what it says. The package of an earlier answer is written out by comity case file CASE ENTRY answer.tar.
# Shown when nothing came in answer.
casework-dispatch-no-answer = Nothing came in answer to this request.
    .do = Look at the messages with comity channel inbox, and take the answer with comity request take.
