### What can be wrong with policies: the texts that say who may do what.

# $what is schema or policies.
policy-too-long = The { $what } is too long.
    .do = Split the pack, or leave out what is not needed.
# $cause is what the policy engine says.
policy-schema = The schema of the policies cannot be read: { $cause }.
    .do = Correct the .cedarschema file, then run comity packs check again.
# $cause is what the policy engine says.
policy-syntax = The policies cannot be read: { $cause }.
    .do = Correct the .cedar file, then run comity packs check again.
# $cause is what the policy engine says.
policy-invalid = The policies speak of something that the schema does not know: { $cause }.
    .do = Correct the names in the .cedar file, then run comity packs check again.
# $cause is the policy that has no name.
policy-unnamed = A policy has no name of its own: { $cause }.
    .do = Write @id("a-name") before it; every policy needs a different one.
# $cause is what the policy engine says.
policy-question = This step cannot be decided by the policies in force: { $cause }.
    .do = The policies are made for another version of Comity. Activate the policies of this version.
