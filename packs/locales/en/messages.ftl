### What can be wrong with the catalogues of messages themselves.

# $language is a language tag, $line a number, $cause what the parser says.
messages-syntax = The catalogue of { $language } cannot be read at line { $line }: { $cause }.
    .do = Correct the .ftl file, then run comity packs check again.
# $language is a language tag.
messages-too-large = A catalogue of { $language } is too large.
    .do = Split it into several files.
# $language is a language tag, $cause what the parser says.
messages-review = review.toml of { $language } cannot be read: { $cause }.
    .do = Correct the file, then run comity packs check again.
# $language is a language tag.
messages-language = There are no messages in { $language }.
    .do = Choose another language. Documents are printed in en, ru, fa, fa-AF, ps, ur, tg, uz, uz-Cyrl, kk and ky.
# $language is a language tag, $key the name of a message.
messages-missing = There is no message { $key } in { $language }.
    .do = Add it to the catalogue of the language.
# $language is a language tag, $key the name of a message, $cause what the formatter says.
messages-values = The message { $key } in { $language } cannot be filled: { $cause }.
    .do = Use only the values that the English message uses.
