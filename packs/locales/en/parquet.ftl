# Messages about exports of a ledger as Parquet files.

# Shown when somebody exports into the folder at the same time.
parquet-folder-in-use = Another export writes to this folder.
    .do = Wait until it has ended, or give another folder.

# Shown when the folder for an export holds other things. $name is the first of them.
parquet-folder-not-empty = The folder holds { $name }, which is no part of an export.
    .do = Give a folder that is empty, or one that an earlier export made. Nothing was changed.

# Shown when the list of files of an earlier export was changed or damaged. $cause is the technical cause.
parquet-list-malformed = The file export.json of this folder is not what an export writes: { $cause }.
    .do = Export into an empty folder. Nothing was changed here.

# Shown when the folder was written by another version of this program. $format is a number.
parquet-list-format = The folder holds an export of form { $format }, which this program does not write.
    .do = Export into an empty folder, or use the version of the program that made this one. Nothing was changed.

# Shown when the folder holds the export of a ledger whose rows have other numbers. $found and $expected are names of networks, $found_first and $expected_first the heights of the first blocks.
parquet-other-ledger = The folder holds an export of { $found } from height { $found_first }; this ledger is of { $expected } from height { $expected_first }.
    .do = Export into an empty folder. Nothing was changed.

# Shown when blocks were taken back from the ledger during an export.
parquet-ledger-changed = The ledger changed while it was exported: blocks that the export has were taken back.
    .do = Export again into the same folder. What is still right is not written again.

# Shown when the library that writes the files refuses. $cause is the technical cause.
parquet-not-written = A file cannot be written: { $cause }.
    .do = Export again into the same folder. If it happens again, report it with the cause.
