### آنچه ممکن است در خود فایل‌های پیام نادرست باشد.

# $language is the language, $line the line of the file, $cause what the reader of the file says.
messages-syntax = پیام‌های زبان { $language } در سطر { $line } خوانده نمی‌شود: { $cause }.
    .do = آن سطر را طبق packs/locales/README.md اصلاح کنید.
# $language is a language tag.
messages-too-large = پیام‌های زبان { $language } بیش از حد بزرگ است.
    .do = بررسی کنید که فایل فقط پیام‌ها را داشته باشد.
# $language is the language, $cause what is wrong in the file.
messages-review = فایل review.toml زبان { $language } خوانده نمی‌شود: { $cause }.
    .do = مقادیر reviewed_by و reviewed_on را طبق packs/locales/README.md بنویسید.
# $language is the language asked for.
messages-language = پیامی به زبان { $language } وجود ندارد.
    .do = به زبان دیگری چاپ کنید یا فایل پیام‌های آن را اضافه کنید.
# $language is the language, $key the name of the message.
messages-missing = پیام { $key } در زبان { $language } وجود ندارد.
    .do = این پیام را به فایل پیام‌های آن زبان اضافه کنید.
# $language is the language, $key the name of the message, $cause what is wrong.
messages-values = پیام { $key } در زبان { $language } ساخته نمی‌شود: { $cause }.
    .do = فقط مقادیر پیام انگلیسی را به کار ببرید.
