### What can be wrong with the parts of an entry. The words shown are for officers, not for programmers.

# Shown when bytes that should be an entry cannot be read at all.
record-cbor-malformed = The data cannot be read as an entry.
    .do = It was cut short or is not from Comity. Get the file again from where it came.
# Shown when bytes can be read but are not written in the one way that a signature covers.
record-cbor-not-canonical = The data is not written in the form that is signed.
    .do = It was made or changed by another program. Ask the sender for the original.
# Shown when an entry holds a kind of value that entries may not hold.
record-cbor-forbidden = The data holds a kind of value that an entry may not hold.
    .do = Write numbers as whole numbers of the smallest unit, and leave out tags.
# Shown when an entry is larger than the limit.
record-cbor-too-large = The data is larger than an entry may be.
    .do = Attach large content as a file instead.
# Shown when an entry is nested too deeply.
record-cbor-too-deep = The data is nested deeper than an entry may be.
    .do = Attach the structure as a file instead.
# Shown when an entry has another content than its kind promises.
record-cbor-shape = The entry does not have the content that its kind promises.
    .do = It may come from a newer version. Update Comity, or ask the sender.
# $text is what was given as a state.
record-country-unknown = { $text } is not the code of a state.
    .do = Use the two capital letters of ISO 3166-1, for example UZ.
# $text is what was given as a language.
record-language-malformed = { $text } is not a language tag.
    .do = Use a tag such as ru, fa, fa-AF or uz-Cyrl.
# $text is what was given as a currency.
record-amount-unit = { $text } is not a currency.
    .do = Use a code of ISO 4217 such as UZS, or a virtual asset with its decimals such as BTC/8.
# $text is what was given as a number, $decimals the decimals that the currency has.
record-amount-number = { $text } is not an amount.
    .do = Write plain digits with a point and at most { $decimals } decimals.
# Shown when an amount is larger than any that exists.
record-amount-too-large = The amount is too large.
    .do = Check the number of zeros and the unit.
# $first and $second are two currencies.
record-amount-units-differ = Amounts of { $first } and { $second } cannot be added.
    .do = Keep a sum for each currency.
# $text is what was given as a time.
record-time-malformed = { $text } is not a time with offset and zone.
    .do = Write it like 2026-11-23T09:30:00+05:00[Asia/Tashkent].
# $text is what was given as a time zone.
record-time-zone-unknown = { $text } is not a known time zone.
    .do = Use a name such as Asia/Dushanbe, or UTC.
# $text is what was given as a word of a vocabulary.
record-token-malformed = { $text } is not a word that can be used here.
    .do = Use lower-case letters and digits, joined by hyphens or dots.
# $cause is the technical reason.
record-signature-malformed = The signed data is not of the form used here: { $cause }.
    .do = It was changed or made by another program. Ask the sender for the original.
# $named is the key in the data, $expected the key of the person or office.
record-signature-other-key = The data is signed by key { $named }, not by { $expected }.
    .do = Find out whose key it is before you rely on the data.
# $key is the key that is named in the data.
record-signature-invalid = The signature of key { $key } does not hold.
    .do = The data was changed. Do not use it; ask the sender for the original and report it.
# Shown when a file was given that holds no key of the form that is read. PEM is the name of the form.
record-key-text = This is not an Ed25519 key in PEM without a passphrase.
    .do = Give the file that openssl genpkey -algorithm ed25519 writes, or for a public key the one that openssl pkey -pubout writes.
# Shown when sealed data cannot be opened.
record-sealed-does-not-open = The sealed data does not open.
    .do = It was changed, or it is sealed for another case or person. Check that you have the right file and key.
# $version is the version of the form.
record-entry-version = The entry has form version { $version }, which is not known here.
    .do = Update Comity.
# $what is what there are too many of, $most how many are allowed.
record-entry-too-many = The entry has more than { $most } { $what }.
    .do = Attach a list or a package instead.
# Shown when the body of an entry is not the one that was signed.
record-entry-commitment = The content is not the one that was signed.
    .do = Do not use it. Ask the sender for the original and report it.
# Shown when a pack has no manifest.
record-pack-no-manifest = The pack has no pack.toml.
    .do = Give the folder that holds pack.toml.
# $cause is what is wrong in the file.
record-pack-manifest = pack.toml cannot be used: { $cause }.
    .do = Correct the file as packs/README.md describes.
# $path is the path of a file in the pack.
record-pack-path = The pack holds a file that it may not hold: { $path }.
    .do = Use names of letters, digits, dots, hyphens and underscores, inside the folder.
# $most is the limit, $what is files or bytes.
record-pack-too-large = The pack has more than { $most } { $what }.
    .do = Leave out what does not belong to it.
# $cause is the technical reason.
record-bundle-malformed = This is not a bundle of a pack, or it was changed on its way: { $cause }.
    .do = Ask the office that publishes the pack for the bundle again.
# $cause is the technical reason.
record-bundle-signature = A signature in the bundle does not hold: { $cause }.
    .do = The bundle was forged or changed. Do not use it; ask the office that publishes the pack, by another way, and report it.
# $version is a number.
record-bundle-version = This program does not know version { $version } of bundles.
    .do = Update the program, or ask the publisher for a bundle of the earlier form.
# $most is a number of bytes.
record-bundle-too-large = The bundle is larger than { $most } bytes.
    .do = Leave out of the pack what does not belong to it.
# $count and $most are numbers.
record-bundle-too-many-signatures = The bundle has { $count } signatures; { $most } are the most.
    .do = Two signatures are enough. Ask the publisher for a bundle with fewer.
# $name is the name of a pack, $signed and $found are digests.
record-bundle-other-pack = The files of the bundle are not those that were signed: pack { $name } of digest { $signed } was signed, and the files have digest { $found }.
    .do = The bundle was forged or changed. Do not use it; ask the office that publishes the pack, by another way, and report it.
# $officer is an identifier.
record-bundle-signed-twice = Officer { $officer } has signed this bundle already, or the same key has under another name.
    .do = Another officer signs. One person is one signature.
# $most is a number of bytes.
record-bundle-pack-version = The version in pack.toml is empty, longer than { $most } bytes, or holds signs that cannot be seen.
    .do = Write a version such as 2026-12-01 into pack.toml.
