# Messages about evidence: intake, vault, packages, custody.

# Shown when the operating system cannot read a file or folder that is to be taken in. $cause is what it said.
evidence-unreadable = { $path } cannot be read: { $cause }.
    .do = Check that the path is right and that you may read it, then run the command again. Nothing was taken in.

# Shown when a link, pipe, socket or folder is given where a file is needed.
evidence-not-regular = { $path } is not a regular file.
    .do = Give the file itself. Links are not followed, because they may point outside the exhibit.

# Shown when a file changed while it was read.
evidence-changed = { $path } changed while it was read.
    .do = Stop whatever writes to it, or work on an image made with a write blocker, then take it in again.

# Shown when one file is over the limit of an intake. $limit is in bytes.
evidence-file-too-large = { $path } is larger than { $limit } bytes.
    .do = Reference it in place, or raise the limit if its size is expected.

# Shown when all files of an intake together are over the limit. $limit is in bytes.
evidence-total-too-large = The files together are larger than { $limit } bytes.
    .do = Take them in as several exhibits, or reference them in place.

# Shown when a folder tree has more files than the limit of an intake.
evidence-too-many-files = There are more than { $limit } files.
    .do = Take the folders in one by one, or as an image.

# Shown when folders lie deeper inside one another than the limit of an intake.
evidence-too-deep = { $path } lies deeper than { $limit } folders.
    .do = Look whether the tree was made to hinder programs. Take in the deeper part by itself, or as an image.

# Shown when a name stays too long for a package even in its quoted form.
evidence-name-too-long = { $path } has a name too long to be kept in a package.
    .do = Take the folder in as an image, which keeps every name as it is.

# Shown when an intake would make the vault larger than the office lets it be. All are bytes: $most may be held, $held are, $wanted
# are to come.
evidence-no-room-vault = The vault may hold { $most } bytes and holds { $held }: there is no room for { $wanted } more. Nothing was taken in.
    .do = Reference the evidence in place (--in-place), or have an administrator allow more: comity office vault-limits.

# Shown when an intake would make a case larger than the office lets it be. All are bytes, as above.
evidence-no-room-case = A case may hold { $most } bytes and this one holds { $held }: there is no room for { $wanted } more. Nothing was taken in.
    .do = Reference the evidence in place (--in-place), or have an administrator allow more: comity office vault-limits.

# Shown when an intake would leave less free on the disk than the office wants kept. All are bytes: $most stay free, $held are free,
# $wanted are to come.
evidence-no-room-disk = The disk of the node has { $held } bytes free, of which { $most } are kept free: there is no room for { $wanted } more. Nothing was taken in.
    .do = Make room on the disk of the node, reference the evidence in place (--in-place), or have an administrator keep less free: comity office vault-limits.

# Shown when the system does not say how much room there is. $cause is what it said.
evidence-room-unknown = It cannot be said whether there is room: { $cause }. Nothing was taken in.
    .do = Check the disk of the node.

# Shown when the person at the keyboard stopped an intake or a check.
evidence-stopped = The intake was stopped.
    .do = Run the command again when you are ready. Nothing was taken in.

# Shown when the vault does not hold an object that an entry speaks of. $name is a row of hexadecimal digits.
evidence-object-missing = The vault holds no object { $name }.
    .do = Restore it from the backup. If the exhibit still exists, take it in again.

# Shown when a file in the vault is cut or is no object.
evidence-object-malformed = The object { $name } is cut, or is no object of the vault.
    .do = Restore it from the backup, and look for the cause: disk, file system or a person.

# Shown when an object does not open: another key, or somebody changed it. $offset is the place in the content.
evidence-object-does-not-open = The object { $name } does not open with this key at byte { $offset }.
    .do = Scrub the vault. If the object is whole, the key is another one; if it is damaged, restore it from the backup.

# Shown when an object opens, but holds other content than was stored under its name.
evidence-object-other-content = The content of the object { $name } is not what was stored under this name.
    .do = Treat this as tampering: stop the node, keep the disk as it is, and restore from the backup.

# Shown when work on the same content was interrupted many times, each leaving a copy that no entry names.
evidence-too-many-copies = Work on this content was cut off { $limit } times, and each time left a copy that nothing needs.
    .do = Find out what cuts it off. “comity node sweep”, given now and again after seven days, removes the copies.

# Shown by scrubbing when an object's bytes changed on the disk.
evidence-damage-decayed = Its bytes are not those that were written.
    .do = Restore the object from the backup and check the disk.

# Shown by scrubbing when an object is cut or is no object.
evidence-damage-malformed = It is cut, or is no object of the vault.
    .do = Restore the object from the backup and check the disk.

# Shown by scrubbing when the disk does not give the bytes of an object. $cause is what the system said.
evidence-damage-unreadable = It cannot be read: { $cause }.
    .do = Copy the vault to another disk at once, then restore the object from the backup.

# Shown when sealing is taken up again and what was copied before has changed since. $path is a file in the package.
evidence-copy-decayed = The part of { $path } that was copied before is not what was copied then.
    .do = Look for the cause: the disk, or a person. Seal again without --resume; all is copied anew then.

# Shown when sealing is taken up again and the source is another one than before. $path is the file or device.
evidence-other-source = { $path } and what was half copied of it before differ.
    .do = Attach the device that was being copied. If it is the right one and was changed, seal it with --anew instead of --resume.

# Shown when sealing is taken up again with a source of which nothing was copied before. $path is the file or folder.
evidence-nothing-of-it = What the interrupted sealing left has nothing of { $path }.
    .do = Name the file or folder that was being sealed, as it was called then. For this one choose another package, or give --anew instead of --resume.

# Shown when a path cannot be used inside a package. $cause says what is wrong with it.
evidence-package-path = The path { $path } has no place in a package: { $cause }.
    .do = Choose another path inside the package.

# Shown when two paths of a package could not be told apart on some file systems.
evidence-package-clash = The path { $path } differs from another one only by letter case or Unicode form, or not at all.
    .do = Choose another path for one of the two.

# Shown when a file that is packaged is longer or shorter than it is known to be. $path is the file.
evidence-package-length = { $path } is not as long as it was said to be.
    .do = See to it that nothing writes to the file, and try again.

# Shown when a label or value does not fit into bag-info.txt.
evidence-package-info = The label { $label } or its value has no place in bag-info.txt.
    .do = Use one line without a colon in the label, and leave out dates and sizes, which are filled in.

# Shown when a seal was made by a version of this program that is not known. $format is what it says of itself.
evidence-seal-format = The seal is of the form { $format }, which is not known here.
    .do = Use a newer version of this program.

# Shown when a text that should be a seal is none. $cause is technical.
evidence-seal-malformed = This is not a seal: { $cause }.
    .do = Check that this is the file made when the folder was sealed.

# Shown when a file that should be a signature is none. $cause is technical, in English.
evidence-signature-malformed = This is not the signature of a seal: { $cause }.
    .do = Check that it is the right file, and ask the sender for another copy.

# Shown when a signature is of a later form. $version is a number.
evidence-signature-version = The signature is of version { $version }, which is not known here.
    .do = Check it with a newer version of this program.

# Shown when a signature is over another seal than the one that was given.
evidence-signature-other-root = The signature is over another seal.
    .do = Give the signature that was made with this seal. If it is the one, the seal was changed.

# Shown when a file that should be a list of leaves is none. A leaf is a part of a large file that is checked alone. $line is a number.
evidence-leaves-malformed = This is not a list of leaves: line { $line } is not as it should be.
    .do = Give the list that lies beside the file and whose name ends in ".leaves", or ask the sender for another copy of it.

# Shown when a file has too many leaves for a list. $limit is a number.
evidence-leaves-too-many = The file has more leaves than the { $limit } that a list may have.
    .do = Split the file, or carry it as a whole and check it with b3sum.

# Shown when a list has not as many leaves as the file that it names. $expected and $found are numbers.
evidence-leaves-lines = The list has { $found } leaves, and a file of the size that it names has { $expected }.
    .do = The list is cut off or changed. Ask the sender for another copy of it.

# Shown when the leaves in a list do not give the digest that it names. $root is a digest.
evidence-leaves-other-root = The leaves in the list do not belong to the file of digest { $root }.
    .do = The list was changed. Ask the sender for another copy of it.

# Shown when a part of a file that came is wrong. $leaf, $start and $end are numbers.
evidence-transfer-wrong = What came for leaf { $leaf } (bytes { $start } to { $end }) is not what the sender has. Nothing of it was written.
    .do = Try again. If it is wrong each time, the sender's copy is damaged there: ask for that part from another copy.

# Shown when a file cannot be finished. $missing is a number.
evidence-transfer-incomplete = Of the file { $missing } leaves are missing still.
    .do = Run the same command again, or with another copy of the file: only what is missing is fetched.

# Shown when another file is where one should come. $path is a file.
evidence-transfer-other-file = At { $path } there is another file. It was left as it is.
    .do = Choose another place, or remove that file if it is not needed.

# Shown when a package lacks bagit.txt or it is damaged.
evidence-found-declaration = bagit.txt is missing or is not the declaration of a package.
    .do = Check that this is the folder of the package itself. If it is, ask the sender for a new copy.

# Shown when a package has no list of its files.
evidence-found-no-manifest = The package has no list of its files.
    .do = Ask the sender for a complete package.

# Shown when a package has no data folder.
evidence-found-no-payload = The package has no folder "data".
    .do = Ask the sender for a complete package.

# Shown when a file named by a list is not there.
evidence-found-missing = { $path } is named by { $manifest } and is missing.
    .do = Ask the sender for a new copy. Do not use the package as it is.

# Shown when a file is there that a list does not name.
evidence-found-unlisted = { $path } is not named by { $manifest }.
    .do = Find out who added the file. Do not use it as part of the package.

# Shown when a file is not what a list says: the file or the list was changed.
evidence-found-mismatch = { $path } is not what { $manifest } says.
    .do = Ask the sender for a new copy, and compare. Do not use the file as it is.

# Shown when a list names a file twice.
evidence-found-duplicate = { $path } is named twice by { $manifest }.
    .do = Ask the sender to make the package anew.

# Shown when a list names a path outside the package, or one that programs disagree about. $cause says which.
evidence-found-path = The path { $path } in { $manifest } is refused: { $cause }.
    .do = Do not unpack or open this package with other programs. Ask the sender about it.

# Shown when a line of a list cannot be read.
evidence-found-line = Line { $line } of { $manifest } cannot be read.
    .do = Ask the sender for a new copy.

# Shown when a text of the package does not have the form that it must have.
evidence-found-form = { $path } is not of the form that it must have.
    .do = Ask the sender for a new copy.

# Shown when a package holds a link, pipe, socket or device.
evidence-found-not-regular = { $path } is a link or a special file.
    .do = Ask the sender for a package of plain files. Do not follow the link.

# Shown when two names of a package could not be told apart on some file systems.
evidence-found-clash = { $path } and { $other } differ only by letter case or Unicode form.
    .do = Ask the sender to make the package anew with distinct names.

# Shown when a folder of a package holds a name that is not UTF-8 text.
evidence-found-not-utf8 = { $path } holds a name that is not UTF-8 text.
    .do = Ask the sender to make the package anew with names in UTF-8.

# Shown when a package asks for parts of itself to be fetched from the network.
evidence-found-fetch = fetch.txt asks for files from elsewhere.
    .do = Ask the sender for a package that is complete. Nothing is fetched.

# Shown when the size of the payload is not what the package says: bytes, a dot, number of files.
evidence-found-oxum = The package says that it holds { $said }, and it holds { $found }.
    .do = Ask the sender for a new copy.

# Shown when a file and the seal do not agree.
evidence-found-seal = { $path } is not what the seal says.
    .do = Do not use the file as it is. Compare it with another copy.

# Shown when a seal does not fit itself: somebody changed it.
evidence-found-seal-root = The root of the seal does not follow from the files that it names.
    .do = Do not rely on this seal. Take the seal as it was printed when the files were sealed.

# Shown when files that stay where they are do not hold what was sealed or taken in. $path is a file, a folder or a link.
evidence-place-missing = { $path } was there when the seal was made, and is not any more.
    .do = Find out who took it away, and when. Bring it back from a copy, and check again.

# Shown when something lies among files that stay where they are that was not there before. $path is a file, a folder or a link.
evidence-place-added = { $path } was not there when the seal was made.
    .do = Find out who put it there, and when. Do not use it as part of what was sealed.

# Shown when something among files that stay where they are was changed. $path is a file.
evidence-place-changed = { $path } is not any more what it was when the seal was made.
    .do = Find out who changed it, and when. Do not use it as it is. Compare it with a copy.

# Shown when something among files that stay where they are cannot be read. $path is a file, $cause is technical.
evidence-place-unreadable = { $path } cannot be read: { $cause }.
    .do = Check that the disk is there and that you may read it, and check again.

# Shown when the signature of a package does not hold. $cause is technical, in English.
evidence-found-signature = The signature does not hold: { $cause }.
    .do = Do not rely on the package. Ask the sender for another copy, and tell the sender what was found.

# Shown when a package was changed after it was signed, or bears the signature of another one.
evidence-found-signed-other = The signature does not cover { $path } as it is.
    .do = Do not use the file as it is. Compare it with another copy.

# Shown when a package is larger than the limits of the check, so that it was not checked to its end.
evidence-undecided-limits = The package is larger than the limits of this check.
    .do = Raise the limits if the size is expected, and check again.

# Shown when a package is of a version of BagIt that is not known.
evidence-undecided-version = BagIt version { $version } is not known here.
    .do = Check the package with a newer program.

# Shown when the texts of a package are in an encoding that is not known.
evidence-undecided-encoding = The encoding { $encoding } is not known here.
    .do = Ask the sender for a package with texts in UTF-8.

# Shown when the seal of a package is of a form that is not known, so that it was not checked.
evidence-undecided-seal-format = The seal is of the form { $format }, which is not known here.
    .do = Check the package with a newer version of this program.

# Shown when the signature of a package is of a later form. $version is a number.
evidence-undecided-signature-version = The signature is of version { $version }, which is not known here.
    .do = Check the package with a newer version of this program.

# Shown when a list of digests is in an algorithm that is not known, so that it was not checked, or when there is none
# but in MD5 or SHA-1, which are broken.
evidence-undecided-algorithm = { $manifest } decides nothing: its algorithm is not known here, or is broken (MD5, SHA-1).
    .do = Ask the sender for SHA-256 digests, or check a list of another algorithm with another program.

# Shown when the disk does not give a file, so that it was not checked. $cause is what the system said.
evidence-undecided-unreadable = { $path } cannot be read: { $cause }.
    .do = Check the medium, copy the package to another one, and check again.

# Shown when the person at the keyboard stopped a check.
evidence-undecided-stopped = The check was stopped.
    .do = Run the check again to its end.

# Shown as a note: nothing protects the texts about the payload.
evidence-note-no-tag-manifest = The package has no list that protects its texts.
    .do = Rely on the payload only. The texts about it may have been changed unseen.

# Shown as a note: one text about the payload is not protected.
evidence-note-tag-unprotected = { $path } is not protected by any list.
    .do = Do not rely on this file without another source for it.

# Shown as a note: a list writes a percent sign as older programs do.
evidence-note-percent-unescaped = The name { $path } is written in the manner of older programs.
    .do = Nothing is to be done. Another program may report this file as missing.

# Shown as a note, and as the reason why a check was not made: the package was not made by this program.
evidence-note-no-seal = The package carries no seal of this program.
    .do = Nothing is to be done. It was checked by its own lists.

# Shown as a note, and as the reason why a check was not made: nobody signed the package.
evidence-note-no-signature = The package is not signed.
    .do = Ask the sender for the root of the package by another way, and compare it.

# Shown as the reason why a check was not made: the package does not say how large it should be.
evidence-note-no-oxum = The package does not say how many files and bytes it holds.
    .do = Nothing is to be done. The list of its files was compared.

# Shown as the reason why a check was not made.
evidence-note-not-reached = A check before it did not come to its end.
    .do = Mend what is said above, and check again.

# Shown in the chain of custody when its first act is neither a collection nor a receipt.
evidence-gap-no-beginning = It is not recorded how the exhibit came into custody.
    .do = Add the record of the search, seizure or receipt. If there is none, say so in the record.

# Shown when somebody acts on an exhibit who was not the last to take it. The page names both persons beside it.
evidence-gap-hand-over = It is not recorded how the exhibit passed from its last holder to the person named here.
    .do = Add the hand-over with both signatures. If it was not recorded, let both persons say so in the record.

# Shown when an act lacks a person; which one stands behind it.
evidence-gap-person = The person who gave it or who took it is not named.
    .do = Withdraw the entry, and record it again with the person named.

# Shown when giver and taker of a hand-over are the same.
evidence-gap-same-person = Giver and taker are the same person.
    .do = Correct the entry. A hand-over needs two persons.

# Shown when an act is earlier than the act before it.
evidence-gap-time = The act is earlier than the one before it.
    .do = Check the times and zones of both entries, and correct the wrong one.

# Shown when the seals on an exhibit are not those that the act before left; both stand behind it.
evidence-gap-seals = The seals found are not those that were left by the act before.
    .do = Add the opening or sealing between the two. If nobody did it, the seal was broken: say so in the record.

# Shown when the seals changed in an act that neither opens nor seals.
evidence-gap-seals-in-act = The seals changed although nothing was sealed or opened.
    .do = Record the opening and the sealing as acts of their own.

# Shown when the bytes found are not those that the act before left.
evidence-gap-digest = The hash value is not that of the act before.
    .do = Find out when the content changed. Work on from the last copy that agrees.

# Shown when the bytes changed in an act and no reason is given.
evidence-gap-change = The content changed in the act, and the reason is not recorded.
    .do = Explain the change in the entry, or work on from a copy that agrees.

# Shown when there is an act on an exhibit that was returned or destroyed before.
evidence-gap-after-end = The exhibit had been returned or destroyed before this act.
    .do = Check the number of the exhibit in both entries, and correct the wrong one.

# Shown when an exhibit is collected or received a second time.
evidence-gap-second-beginning = The exhibit came into custody a second time.
    .do = Record a hand-over if it never left custody, or give the second item a number of its own.

# Shown when only one of the two persons of a hand-over has signed it.
evidence-gap-signature = Only one of the two persons has signed the hand-over.
    .do = Let the other one confirm it: comity evidence confirm CASE ENTRY. Who is no officer here signs on paper, and an officer who was not the giver puts that on record: comity evidence confirm CASE ENTRY --paper FILE.

# Shown when an exhibit is returned or destroyed without an order.
evidence-gap-authority = It is not recorded by whose order.
    .do = Withdraw the act, and record it again with the order: --authority.

# Shown when acts are recorded on a working copy that no act of copying made.
evidence-gap-copy = It is not recorded how this copy was made.
    .do = Add the act of copying with both digests.

# Shown when the entries given are not those of one exhibit.
evidence-gap-other-exhibit = The act is recorded for another exhibit.
    .do = Check the number of the exhibit in the entry.
