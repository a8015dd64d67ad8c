### What can go wrong with the file in which a node keeps its database.

# $path is the file; $cause is what the operating system says.
store-sqlite-create = The database { $path } cannot be made: { $cause }.
    .do = Check that the folder is there, that you may write to it and that the disk is not full, then start the node again.
# $path is the file; $cause is what the operating system or the database says.
store-sqlite-open = The database { $path } cannot be opened: { $cause }.
    .do = Check that you may read and write this file and its folder, then start the node again.
# $path is the file.
store-sqlite-foreign = { $path } is a database, but not one of Comity.
    .do = Check the node's folder in the configuration. Nothing was changed in the file.
# Shown when another program has been writing to the database for too long.
store-sqlite-busy = Another program keeps the node's database busy.
    .do = Close other programs that have the database open, for example a backup, then try again.
