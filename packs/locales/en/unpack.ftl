# Messages of the opener, which looks for what lies inside files: archives, mails, encoded text. Each is about one part of a
# file; the rest of the file is searched all the same. $path is the file and the way to the part inside it.

# Shown when the decoders of one file together gave more bytes than allowed.
unpack-bytes = { $path }: what was unpacked grew beyond { $limit } bytes. Nothing more of this file was opened.
    .do = Treat the file as made to exhaust its reader. Unpack by hand what you need of it, and scan that.

# Shown when a part made the program that reads it fail.
unpack-crashed = { $path }: the reader of this part failed. What it gave before was searched, and its bytes as they are.
    .do = Keep the file: it shows a flaw of this program, or was made to exploit one. Report it to whoever maintains the program.

# Shown when a part of a file breaks the rules of its format. $cause is what the decoder says, in English.
unpack-damaged = { $path }: a part is damaged: { $cause }. What was read before the damage was searched.
    .do = If there is another copy of the file, scan that too.

# Shown when archives lie in archives deeper than allowed.
unpack-depth = { $path }: more than { $limit } layers lie in each other. What lies deeper was not opened.
    .do = Unpack the innermost archive by hand, and scan it.

# Shown when a part of an archive is encrypted.
unpack-encrypted = { $path }: a part is encrypted and was not opened.
    .do = Find its password, decrypt it by hand, and scan what comes out.

# Shown when a part is packed in a way that the program does not know. $method is its number or name.
unpack-method = { $path }: a part is packed by method { $method }, which is not known here, and was not opened.
    .do = Unpack it with the program that made it, and scan what comes out.

# Shown when a file holds more parts than are opened.
unpack-parts = { $path }: the file holds more than { $limit } parts. Those after them were not opened.
    .do = Unpack the file by hand, and scan what comes out.

# Shown when a small packed part grows very large.
unpack-ratio = { $path }: a part grows to more than { $limit } times its size. It was read up to there.
    .do = Treat the file as made to exhaust its reader. If it is not, unpack it by hand, and scan what comes out.

# Shown when the file itself cannot be read to its end. $offset counts bytes from its beginning.
unpack-read-failed = Reading stopped at byte { $offset }: { $cause }. What was found before that is reported.
    .do = Check the device that holds the file. If it is failing, take an image of it first, then scan the image.

# Shown when an image of a disk was divided into several files and one of them is not there. $number is the number of the first
# that is missing.
unpack-segment-missing = { $path }: the file with segment { $number } of this image is missing. The image was searched up to there.
    .do = Put all files of the image (E01, E02, …) into one folder, and scan the first of them.

# Shown for a file whose parts are read again and again; nothing more of it is opened. $limit is a number of bytes.
unpack-taken = { $path }: more than { $limit } bytes of this file and of what is in it were read to open its parts. The rest of it was searched without being opened.
    .do = A small file that does this was made to hold the search up. Look at it by hand.
# Shown when a part that has to be read out of order is too large to be held in memory.
unpack-too-large = { $path }: a part of more than { $limit } bytes lies packed in another and was not opened. Its bytes were searched as they are.
    .do = Unpack it by hand, and scan what comes out.

# Shown when a part ends before it should.
unpack-truncated = { $path }: a part is cut off. What there is of it was searched.
    .do = If there is another copy of the file, scan that too.
