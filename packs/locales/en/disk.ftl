# Messages about the disk: what could not be read or written.

# Shown when a path leaves the folder it belongs to, or cannot be used as a path. $cause says what is wrong with it.
disk-path-refused = The path { $path } is refused: { $cause }.
    .do = Give a path below the folder, without "..", and shorter than 3072 bytes.

# Shown when a file or folder that is needed is not there.
disk-missing = { $path } does not exist.
    .do = Check the path. If the file belongs to the node, restore it from the backup.

# Shown when something is in the way of a file or folder that is to be made.
disk-exists = { $path } exists already.
    .do = Choose another name, or move away what is there. Nothing was overwritten.

# Shown when a file stands where a folder is needed.
disk-not-a-folder = { $path } is not a folder.
    .do = Give a folder. Links to folders are not followed.

# Shown when a folder, link, device or pipe stands where a plain file is needed.
disk-not-a-file = { $path } is not a regular file.
    .do = Give a regular file. Links, devices and pipes are not opened.

# Shown when a folder holds a name that is not valid UTF-8 text.
disk-name-not-utf8 = The folder { $path } holds a name that is not UTF-8 text.
    .do = Rename the file on a copy, and note the change. The original must stay as it is.

# Shown when another process uses the same folder.
disk-locked = { $path } is locked by another process.
    .do = Close the other program, or speak to the node that is serving this folder.

# Shown when the disk has no room left.
disk-full = No room is left on the disk for { $path }.
    .do = Free some room or use a larger disk, then run the command again. Nothing that was stored before is lost.

# Shown when the operating system reports a failure. $cause is what it said.
disk-failed = { $path }: { $cause }.
    .do = Check the disk, its cable and its file system before you go on. If it is evidence, image it first.

# Shown when a file is larger than what the program will read at once. $limit is in bytes.
disk-too-large = { $path } holds more than { $limit } bytes.
    .do = Check that this is the right file. A file of this kind is never that large.

# Shown when a file ends before what should be there. $offset is in bytes.
disk-short = { $path } ends at byte { $offset }, before what was to be read.
    .do = The file was cut. Restore it from the backup or take it in again.

# Shown only in tests of power loss.
disk-power-lost = The simulated machine has lost power.
    .do = This is a test. Nothing is to be done.
