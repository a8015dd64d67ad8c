# Messages of the scanner, which finds addresses and recovery phrases in files.

# Shown when a file given to the scanner, or found in a folder given to it, cannot be opened.
scan-file-unreadable = The file { $path } cannot be read: { $cause }.
    .do = Check that the path is right and that you may read the file, then run the command again.

# Shown when the names in a folder cannot be read.
scan-folder-unreadable = The folder { $path } cannot be listed: { $cause }.
    .do = Check that you may open the folder, then run the command again.

# Shown when the name of a kind of hit is not known. $known lists the names that are.
scan-kind-unknown = “{ $kind }” is not a kind that the scanner knows.
    .do = Use one or more of: { $known }.

# Shown when a folder holds something that is no plain file: a link, a pipe, a socket or a device.
scan-not-a-file = { $path } is not a plain file and was left out.
    .do = If it has to be scanned, name it itself on the command line.

# Shown when a file could be opened but not read to its end. $offset counts bytes from its beginning.
scan-read-failed = Reading stopped at byte { $offset }: { $cause }. What was found before that is reported.
    .do = Check the device that holds the file. If it is failing, take an image of it first, then scan the image.
