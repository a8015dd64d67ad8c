### What can go wrong with the database of a node.

# Shown when two programs changed a case at the same time. $expected and $found are counts of entries.
store-conflict = Somebody else added an entry at the same moment.
    .do = Look at the case again, then repeat your step.
# $cause is the technical reason.
store-refused = The change was not taken: { $cause }.
    .do = Nothing was changed. Report this to the people who maintain Comity.
# $found and $known are version numbers of the database's form.
store-newer = The folder was written by a newer version of Comity (form { $found }; this version knows { $known }).
    .do = Update Comity on this machine.
# $cause is what the database answered.
store-backend = The database could not do it: { $cause }.
    .do = Check that the disk is not full and that you may write to the node's folder, then try again.
# $what is the place that is damaged.
store-damaged = Stored data is damaged: { $what }.
    .do = Stop the node, keep a copy of the folder, and restore from the last backup.
