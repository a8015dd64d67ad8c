### Что может быть не так с самими файлами сообщений.

# $language is the language, $line the line of the file, $cause what the reader of the file says.
messages-syntax = Сообщения языка { $language } не читаются, строка { $line }: { $cause }.
    .do = Исправьте эту строку, как описано в packs/locales/README.md.
# $language is a language tag.
messages-too-large = Сообщения языка { $language } занимают слишком много места.
    .do = Проверьте, что это файл сообщений и ничего более.
# $language is the language, $cause what is wrong in the file.
messages-review = Файл review.toml языка { $language } не читается: { $cause }.
    .do = Запишите reviewed_by и reviewed_on, как описано в packs/locales/README.md.
# $language is the language asked for.
messages-language = Сообщений на языке { $language } нет.
    .do = Выберите другой язык или добавьте файл сообщений.
# $language is the language, $key the name of the message.
messages-missing = Среди сообщений языка { $language } нет { $key }.
    .do = Добавьте это сообщение в файл сообщений.
# $language is the language, $key the name of the message, $cause what is wrong.
messages-values = Сообщение { $key } языка { $language } не составляется: { $cause }.
    .do = Используйте только те значения, что есть в английском сообщении.
