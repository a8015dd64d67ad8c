### The words of printed documents. The comments for translators are those of the English file. What is not here is for screens.
### Not reviewed by a jurist or native translator of any authority: see review.toml.

## Marks that stand on every page.

# A mark in large letters on every page of an exercise. It must not be taken for a real request.
document-exercise = تمرین
# A mark in large letters on every page of a draft.
document-draft = پیش‌نویس
# Stands below the letter head of the copy that is sent ahead of the signed and sealed paper.
document-advance-copy = کاپی مقدماتی. اصل امضا و مهرشده متعاقباً ارسال می‌گردد.
# Stands below the letter head of a print that was made to be read, by the receiving office or in a language that nobody approved.
document-reading-copy = کاپی برای مطالعه که از روی محتوای قابل خواندن توسط ماشین چاپ شده است. تنها اصل امضاشده مدار اعتبار است.
# Stands below the letter head of a request that asks for precedence.
document-urgent = درخواست عاجل

## Letter head, addressee, references.

# Label before the authority that is written to.
document-to = به
# Label before an authority that passes the document on, such as a ministry.
document-through = از طریق
# Label before the one line that says what the document is about.
document-subject = موضوع
# Label before a day: of the document, and below a signature.
document-date = تاریخ
# Label before the sender's own reference number.
document-our-reference = شمارهٔ ما
# Label before the reference number of the other side.
document-your-reference = شمارهٔ شما
# Label before the number of the criminal case or proceeding.
document-case-number = شمارهٔ قضیه
# Label before the number under which an office's register has the document.
document-register-number = شمارهٔ ثبت
# Label before the number that a receiving office gives to a request when it confirms receipt.
document-ticket = شمارهٔ پیگیری
# Label before the day on which a measure or ticket lapses.
document-valid-until = مدار اعتبار الی
# Label before the day by which an answer is asked for.
document-reply-by = مهلت ارایهٔ جواب
# Label before the moment at which something was received.
document-received-at = زمان دریافت

## Titles.

# Title of a request for legal assistance.
document-title-request = درخواست همکاری عدلی
# Title of a request to preserve computer data before the full request.
document-title-preservation = درخواست حفظ عاجل اطلاعات کمپیوتری
# Title of the paper that confirms receipt of a request.
document-title-acknowledgement = تصدیق دریافت
# Title of the record of who had an exhibit, and when.
document-title-custody = محضر زنجیرهٔ نگهداری مدارک

## Headings of the parts.

# Heading of the part that names who conducts the investigation.
document-section-authority = مرجع رسیدگی‌کننده
# Heading of the table of treaties and articles that the request stands on.
document-section-basis = اساس حقوقی
# Heading of the summary of facts.
document-section-facts = خلاصهٔ وقایع
# Heading of the part with offences and penalties.
document-section-offences = جرایم و مجازات‌ها
# Heading of the part about persons.
document-section-persons = اشخاص ذیربط
# Heading of the part that says what is asked for.
document-section-items = همکاری مورد درخواست
# Heading of the part that says what the evidence is for.
document-section-purpose = هدف درخواست
# Heading of the part about secrecy.
document-section-confidentiality = محرمیت
# Heading of the part about a particular procedure that is wished.
document-section-procedure = طرزالعمل مورد نظر
# Heading of the part with a deadline and its reason.
document-section-deadline = ضرب‌الاجل و دلیل آن
# Heading of the part with promises of the requesting state.
document-section-assurances = تضمین‌ها
# Heading of the part that follows the money; a drawing and a table.
document-section-tracing = ردیابی دارایی‌های مجازی
# Heading of the list of attached files.
document-annexes = ضمایم

## Columns and labels.

# Column: the treaty or law.
document-basis-instrument = سند
# Column: the articles of the treaty or law.
document-basis-articles = مواد
# Column: what the articles provide.
document-basis-provides = احکام آن
# Column, in drafts only: whether a jurist has confirmed the row.
document-basis-standing = تأیید حقوق‌دان
# In drafts only, in the column about confirmation: a jurist has confirmed the row.
document-basis-confirmed = تأییدشده
# In drafts only: nobody has confirmed the row. $source is the source of the fact, $date its date, $confidence how sure the law pack is.
document-basis-unconfirmed = تأییدناشده. منبع: { $source }، { $date }؛ میزان اطمینان: { $confidence }.
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-verified = تصدیق‌شده
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-unverified = تصدیق‌نشده
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-disputed = مورد اختلاف
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-unknown = نامعلوم
# Stands where the date of a source is not known.
document-date-unknown = تاریخ نامعلوم
# Whole sentence in the part about legal basis when no treaty obliges the other state. Nothing may sound like an obligation.
document-basis-none = مرجع درخواست‌کننده معاهدهٔ بین‌المللی‌ای نمی‌شناسد که دولت درخواست‌شونده را به ارایهٔ این همکاری ملزم سازد. این همکاری بر اساس معاملهٔ بالمثل و قوانین دولت درخواست‌شونده تقاضا می‌گردد.
# Promise of the requesting state, a whole sentence.
document-assurance-reciprocity = دولت درخواست‌کننده در برابر درخواست مشابه، همکاری مشابه ارایه خواهد کرد.
# Promise of the requesting state, a whole sentence. $reference is the number of the request.
document-assurance-use = آنچه ارایه گردد تنها در رسیدگی مندرج درخواست { $reference } به کار برده می‌شود، مگر اینکه دولت درخواست‌شونده با استفادهٔ دیگری موافقت نماید.
# Sentence of an acknowledgement. $reference is the number of the request, $moment when it was received.
document-received = درخواست { $reference } به تاریخ { $moment } دریافت گردید. این مکتوب تنها دریافت را تصدیق می‌نماید و تصمیم در مورد درخواست نیست.
# Column or label: a number in a list.
document-annex-number = شماره
# Column: what an annex is.
document-annex-title = ضمیمه
# Column: the length of a file in bytes.
document-annex-length = بایت
# Column: the SHA-256 value of a file.
document-annex-hash = مقدار هش SHA-256
# A span of days, both included. $from and $to are dates.
document-period = از { $from } الی { $to }
# Label before the full name of a person.
document-full-name = نام مکمل
# Label before the day of birth of a person.
document-born = تاریخ تولد
# Label before the citizenship of a person.
document-citizenship = تابعیت
# Label before the part that a person has in the proceeding, such as suspect or victim.
document-standing = موقف در قضیه
# A value of the status of a person.
document-standing-suspect = مظنون
# A value of the status of a person.
document-standing-victim = مجنی‌علیه
# A value of the status of a person.
document-standing-witness = شاهد
# A value of the status of a person who is not yet known by name.
document-standing-unknown = تشخیص‌نشده
# Label before where a person lives.
document-residence = محل سکونت
# Label before the number of a passport or identity card.
document-identity-document = سند هویت
# Label before a crypto address.
document-address = آدرس رمزارز
# Label before the name of a ledger.
document-ledger = بلاکچین
# Label before a transaction on a ledger.
document-transaction = معامله
# Label before an amount.
document-amount = مبلغ
# Label before a time span.
document-period-label = مدت
# Label before a service provider that holds the data.
document-provider = ارایه‌کنندهٔ خدمات
# Label before a moment.
document-moment = زمان
# Label before what something is.
document-description = توضیحات
# Label before the item that a row is about.
document-item = مورد
# Label before the language in which an answer is asked for.
document-reply-language = لسان جواب
# Label before an exhibit.
document-exhibit = مدرک مادی
# Column of a custody record: who gave the exhibit.
document-given-by = تسلیم‌دهنده
# Column of a custody record: who took the exhibit.
document-taken-by = تسلیم‌شونده
# Column of a custody record: why the exhibit changed hands.
document-reason = دلیل
# Caption of the table of a custody record.
document-custody-table = انتقالات مدرک مادی
# A column: what was done with an exhibit.
document-custody-act = اقدام
# What was done with an exhibit.
document-custody-collected = ضبط شد
# What was done with an exhibit.
document-custody-received = تسلیم گرفته شد
# What was done with an exhibit.
document-custody-handed-over = تسلیم داده شد
# What was done with an exhibit.
document-custody-copied = کاپی شد
# What was done with an exhibit.
document-custody-examined = معاینه شد
# What was done with an exhibit.
document-custody-sealed = مهر و لاک شد
# What was done with an exhibit.
document-custody-opened = باز شد
# What was done with an exhibit.
document-custody-returned = مسترد شد
# What was done with an exhibit.
document-custody-destroyed = از بین برده شد
# Heading of a custody record: each act with all that was recorded of it.
document-custody-details = شرح هر اقدام
# Name of a field of a custody record: the number of the working copy that an act concerns.
document-custody-copy = شمارهٔ کاپی کاری
# Name of a field of a custody record: the number of the working copy that was made.
document-custody-copy-made = شمارهٔ کاپی کاری تهیه‌شده
# Name of a field of a custody record: who else was present.
document-custody-present = سایر حاضران
# Name of a field of a custody record: the warrant, consent, request or order.
document-custody-authority = اساس حقوقی
# Name of a field of a custody record: numbers of the seals that were on it before the act.
document-custody-seals-before = مهر و لاک‌های قبل از اقدام
# Name of a field of a custody record: numbers of the seals that were on it after the act.
document-custody-seals-after = مهر و لاک‌های بعد از اقدام
# Name of a field of a custody record: in what state the exhibit was.
document-custody-condition = حالت
# Name of a field of a custody record: program or instrument, version, settings.
document-custody-tool = وسیلهٔ استفاده‌شده
# Name of a field of a custody record: the hash value before the act.
document-custody-before = SHA-256 قبل از اقدام
# Name of a field of a custody record: the hash value after the act.
document-custody-after = SHA-256 بعد از اقدام
# Name of a field of a custody record: a change that could not be avoided, and why.
document-custody-change = تغییر اجتناب‌ناپذیر و دلیل آن
# How an exhibit travelled, and in what.
document-custody-transport = انتقال
# Where an exhibit is kept, and how.
document-custody-storage = محل نگهداری
# Who signed an act of custody as the second person, and when.
document-custody-confirmed = تأیید با امضای دوم
# Name of a field of a custody record: who holds the exhibit now.
document-custody-holder = نگهدارندهٔ فعلی
# Stands where nobody holds the exhibit: it was returned or destroyed.
document-custody-ended = هیچ‌کس: نگهداری ختم گردیده است
# Name of a field: the title of the case.
document-case-title = قضیه
# Name of a field: the identifier of the case in the record.
document-case-identifier = شناسهٔ قضیه
# Name of a field: the identifier of an entry in the record.
document-entry = ثبت
# Name of a field: when something was written down in the record.
document-recorded-at = زمان ثبت
# Name of a field: when an act was written down that had taken place before others which were written down earlier.
document-recorded-late = زمان ثبت با تأخیر
# The exhibit itself, as against its working copies.
document-custody-original = اصل
# A working copy. $number is its number.
document-custody-on-copy = کاپی کاری شمارهٔ { $number }
# A name and its value on one line. Both are filled in.
document-labelled = { $label }: { $value }
# Name of a hash value: of the one file of an exhibit.
document-hash-file = SHA-256 فایل
# Name of a hash value: of the list of all files of an exhibit with their hash values.
document-hash-root = ریشهٔ فهرست فایل‌ها (SHA-256)
# Name of a field: how many files an exhibit holds.
document-custody-file-count = تعداد فایل‌ها
# Name of a field: how many bytes all files of an exhibit hold.
document-custody-bytes = مجموع بایت
# Marks an act of custody that was withdrawn; its ground follows in some places.
document-custody-withdrawn = پس گرفته شده: به حساب نمی‌آید
# Name of a field: who withdrew an act, and when.
document-custody-withdrawn-by = پس‌گیرنده
# A ground on which an entry was withdrawn.
document-ground-mistaken = به اشتباه ثبت شده
# A ground on which an entry was withdrawn: secrecy of counsel or the like.
document-ground-privileged = مشمول محرمیت مسلکی
# A ground on which an entry was withdrawn.
document-ground-wrong-case = مربوط به قضیهٔ دیگر
# Name of a field: who signed an act by hand, on paper.
document-custody-on-paper = امضاکننده روی کاغذ
# Name of a field: the officer who has seen the paper that was signed by hand, and when.
document-custody-paper-seen-by = بینندهٔ کاغذ
# Name of a field: the hash value of the scan of a paper that was signed by hand.
document-custody-paper = SHA-256 تصویر کاغذ
# Name of a field: what the person who confirms an act has to say about it.
document-custody-note = ملاحظه
# Name of a value: who had the exhibit last.
document-custody-last-holder = آخرین نگهدارنده
# Stands for an act whose content is kept from the paper because it was withdrawn as privileged or of another case.
document-content-withheld = محتوا ارائه نمی‌شود
# Stands for an act whose content was destroyed by order of two persons.
document-content-destroyed = محتوا از بین برده شده است
# Who made a thing.
document-item-make = سازنده
# What its maker calls a thing.
document-item-model = مودل
# The number that the maker gave a thing.
document-item-serial = شماره سریال
# The number of a mobile device.
document-item-imei = IMEI
# How many bytes a disk or memory can hold.
document-item-capacity = ظرفیت، بایت
# Whether a device was running when it was found.
document-item-power = حالت روشن یا خاموش هنگام یافتن
# By how many seconds the clock of a device was ahead.
document-item-clock-ahead = ساعت پیش بود، ثانیه
# By how many seconds the clock of a device was behind.
document-item-clock-behind = ساعت پس بود، ثانیه
# Name of a field of a custody record: a number of bytes.
document-custody-unread = بایت‌های وسیلهٔ خراب که خوانده نشد (در کاپی، صفر)
# Heading of a custody record: the files were read again and compared with what came in.
document-custody-checks = بررسی‌های بعدی فایل‌ها
# Column of a custody record: how many checks there were, one after the other, with the same result.
document-custody-check-count = دفعات
# Column of a custody record: the officers who had the files read again.
document-custody-checked-by = بررسی‌کننده
# Column of a custody record: what came of the check.
document-custody-check-result = نتیجه
# Result of a check: all files are what came in.
document-custody-check-unchanged = بدون تغییر
# Result of a check; how many files or places follows as a number.
document-custody-check-changed = تغییرکرده، آسیب‌دیده یا ناموجود
# Result of a check: not all could be read; how many files or places follows as a number.
document-custody-check-undecided = تعیین نشد
# Heading of a custody record: files of the exhibit that were written out, in the clear.
document-custody-given-out = فایل‌های داده‌شده
# Column of a custody record: the officer who had a file written out.
document-custody-given-out-by = دهنده
# Heading of a custody record: who saw a recovery phrase or key that was found in the exhibit.
document-custody-looks = مشاهده رازهای یافت‌شده
# Column of a custody record: a recovery phrase or key, named by a fingerprint.
document-custody-secret = راز (نشان انگشت)
# Column of a custody record: the officer who saw a recovery phrase or key.
document-custody-seen-by = مشاهده‌کننده
# Column of a custody record: the officer who approved that another saw it.
document-custody-look-approved = تأییدکننده
# Heading of a custody record: the node read files of the exhibit again by itself, and some were damaged.
document-custody-found = آسیب‌هایی که گره یافت
# What was found of a file when the node read it again.
document-custody-found-decayed = چنان نیست که نوشته شده بود: بایت‌هایش تغییر کرده است
# What was found of a file when the node read it again.
document-custody-found-malformed = بریده شده یا دیگر فایل مخزن نیست
# What was found of a file when the node read it again.
document-custody-found-unreadable = از دیسک خوانده نمی‌شود
# What was found of a file when the node looked for it.
document-custody-found-missing = دیگر در مخزن نیست
# What was found of a file when the node read it again, after it was not so.
document-custody-found-whole = دوباره سالم است
# Heading of a custody record: packages with files of the exhibit that were written for somebody.
document-custody-packages = بسته‌های نوشته‌شده
# Column of a custody record: for whom a package was written.
document-custody-packaged-for = برای
# Column of a custody record: the officer who wrote a package.
document-custody-packaged-by = نویسنده
# Heading of a custody record: packages that offices of other nodes may fetch, or might.
document-custody-offers = پیشنهاد به دفاتر دیگر
# Column of a custody record: the office that may fetch a package.
document-custody-offered-to = کی می‌تواند بگیرد
# Column of a custody record: the officer who offered a package to another office.
document-custody-offered-by = پیشنهادکننده
# Column of a custody record: whether an offer holds, and how far it has come.
document-custody-offer-standing = وضعیت
# State of an offer to another office.
document-custody-offer-withdrawn = پس گرفته شد
# State of an offer to another office: the agreement under which it was made is not in force.
document-custody-offer-ended = با ختم توافق ختم شد
# State of an offer to another office: its message was not delivered yet.
document-custody-offer-waiting = هنوز نرسیده
# State of an offer to another office: its message came there.
document-custody-offer-received = رسید
# State of an offer to another office: an officer there has opened it, and may have fetched the package.
document-custody-offer-opened = در آنجا باز شد؛ شاید بسته گرفته شده باشد
# State of an offer to another office: its node refused the message.
document-custody-offer-refused = رد شد
# Heading of a custody record: the intake was cut off, and gone on with.
document-custody-sessions = نشست‌های دریافت
# Column of a custody record: when a session of an intake began.
document-custody-session-began = آغاز
# Column of a custody record: the files that a session found half copied; behind each the first byte that it read.
document-custody-session-went-on = ادامه‌یافته، از بایت
# Heading of a custody record: what is missing in the chain.
document-custody-gaps = کمبودها و تناقضات
# Column of a custody record: what is missing or contradictory at an act.
document-custody-gap = یافته
# Sentence of a custody record.
document-custody-no-gaps = در آنچه ثبت گردیده، هیچ اقدامی از قلم نیفتاده و هیچ اقدامی با اقدام دیگر در تناقض نیست.
# Heading and caption of a custody record: the files that the exhibit holds.
document-custody-files = فایل‌های مدرک مادی
# Column of a custody record: name of a file with its folder.
document-custody-file = فایل
# Sentence of a custody record, above the list of annexes. $count is how many files are not printed.
document-custody-files-more = { $count } فایل دیگر در فهرست کامل آمده است که ضمیمه است و در زیر با مقدار هش آن ذکر شده است.
# Caption of a table in a custody record: hash values that were asked for beside SHA-256.
document-custody-further = مقادیر هش دیگر فایل‌ها
# Column of a custody record: the name of a hash algorithm, such as MD5.
document-custody-algorithm = الگوریتم
# Column of a custody record: a hash value that this program computed.
document-custody-computed = مقدار هش محاسبه‌شده
# Heading and caption of a table in a custody record: what lies inside image files of disks, hashed apart from the files.
document-custody-media = ایمیج‌های دیسک: محتوای رسانه
# Column of a custody record: a hash value that the image file itself holds, from when it was made.
document-custody-stored = مقدار هش ذخیره‌شده در ایمیج
# Column of a custody record: how the computed hash value compares with the stored one.
document-custody-comparison = مقایسه
# In that column: both are the same.
document-custody-media-same = یکسان
# In that column: they differ.
document-custody-media-different = متفاوت
# In that column: the image file holds no such hash value.
document-custody-media-not-stored = ذخیره نشده
# In that column: the image file could not be read to its end.
document-custody-media-unread = تا پایان خوانده نشد
# What is missing in a chain of custody.
document-gap-no-beginning = ثبت نگردیده است که مدرک مادی چگونه تحت نگهداری قرار گرفت.
# What is missing in a chain of custody.
document-gap-hand-over = ثبت نگردیده است که مدرک مادی چگونه از آخرین نگهدارنده به شخص مذکور در اینجا انتقال یافت.
# What is missing in a chain of custody.
document-gap-person = نام تسلیم‌دهنده یا تسلیم‌شونده ذکر نگردیده است.
# What is wrong in a chain of custody.
document-gap-same-person = تسلیم‌دهنده و تسلیم‌شونده یک شخص می‌باشند.
# What is wrong in a chain of custody.
document-gap-time = زمان این اقدام قبل از زمان اقدام قبلی است.
# What is wrong in a chain of custody.
document-gap-seals = مهر و لاک‌های قبل از اقدام با آنچه بعد از اقدام قبلی باقی مانده بود مطابقت ندارد.
# What is wrong in a chain of custody.
document-gap-seals-in-act = مهر و لاک‌ها تغییر نموده است، در حالی که چیزی مهر و لاک یا باز نشده است.
# What is wrong in a chain of custody.
document-gap-digest = مقدار هش با مقدار هش اقدام قبلی مطابقت ندارد.
# What is missing in a chain of custody.
document-gap-change = محتوا در جریان این اقدام تغییر نموده و دلیل آن ثبت نگردیده است.
# What is wrong in a chain of custody.
document-gap-after-end = مدرک مادی قبل از این اقدام مسترد یا از بین برده شده بود.
# What is wrong in a chain of custody.
document-gap-second-beginning = مدرک مادی برای بار دوم تحت نگهداری قرار گرفته است.
# A finding: a hand-over with one signature.
document-gap-signature = تسلیمی را تنها یکی از دو نفر امضا کرده است.
# What is missing in a chain of custody.
document-gap-authority = ثبت نگردیده است که این اقدام به امر چه کسی صورت گرفته است.
# What is missing in a chain of custody.
document-gap-copy = ثبت نگردیده است که این کاپی چگونه تهیه شده است.
# What is wrong in a chain of custody.
document-gap-other-exhibit = این اقدام برای مدرک مادی دیگری ثبت گردیده است.
# Caption of the table of transactions that a trace followed.
document-tracing-table = معاملات ردیابی‌شده
# Caption below the drawing of a trace.
document-tracing-figure = جریان دارایی‌ها

## Signature and seal.

# Label before the line for a signature.
document-signature = امضا
# Label before the name of the person who signs.
document-name = نام
# Label before the office held by the person who signs.
document-position = وظیفه
# Stands inside the circle for the seal. Russian practice has two letters there.
document-seal-place = محل مهر
# Above a place for signature: the authority that asks.
document-role-requesting = از جانب مرجع درخواست‌کننده
# Above a place for signature: the authority that was asked.
document-role-requested = از جانب مرجع درخواست‌شونده
# Above a place for signature: the translator.
document-role-translator = ترجمان
# Above a place for signature: the officer who has an exhibit now.
document-role-custodian = مسؤول نگهداری

## Papers that go with a request and come back for it: cover letter, certificate of execution, minutes.

# Title of the letter on top of a request that goes out on paper.
document-title-cover-letter = مکتوب ضمیمه
# Heading of the part of a cover letter that says what is enclosed.
document-section-enclosed = موارد ضمیمه
# Sentence of a cover letter. $reference is the number of the request, $date its day.
document-cover-enclosed = درخواست { $reference } مورخ { $date } به ضمیمه ارسال می‌گردد. ضمایم آن همراه با مقدار هش هر یک در ذیل درج است.
# Sentence of a cover letter: the other side is asked to confirm receipt.
document-cover-acknowledge = لطفاً دریافت آن را با ذکر این شماره به فرستنده تصدیق نمایید.
# Label before the number of sheets of paper that are enclosed.
document-sheets = تعداد اوراق
# Title of the paper that says what was done on a request.
document-title-certificate = تصدیق‌نامهٔ اجرای درخواست
# Sentence of a certificate of execution. $reference is the number of the request.
document-certificate-whole = درخواست { $reference } به صورت کامل اجرا گردید.
# Sentence of a certificate of execution when something was not done. $reference is the number of the request.
document-certificate-part = درخواست { $reference } قسماً اجرا گردید. آنچه اجرا نشده همراه با دلیل در ذیل درج است.
# Heading of the part that says what was done: on a request, or in the course of an act.
document-section-executed = اجراآت انجام‌شده
# Column of a certificate of execution: the act that was carried out.
document-executed-act = اجراآت
# Column of a certificate of execution: the office or officer who carried out the act.
document-executed-by = انجام‌دهنده
# Column of a certificate of execution: what came of the act.
document-executed-outcome = نتیجه
# Heading of the part of a certificate of execution that says what was not done.
document-section-not-executed = موارد اجرانشده
# Column of a certificate of execution: why a part of the request was not executed.
document-not-executed-reason = دلیل
# Heading of the part about evidence that is handed over and may have to come back.
document-section-return = اعادهٔ مدارک
# Caption of the table of evidence that is handed over.
document-handed-over = مدارک تسلیم‌شده
# Column: the day by which a piece of evidence must be given back.
document-return-by = مهلت اعاده
# Stands in the column of the day of return where the other side may keep the evidence.
document-return-not-asked = اعاده لازم نیست
# Title of the minutes of an act such as a search or the taking of a statement.
document-title-minutes = محضر
# Label before the place of an act.
document-place = محل
# Heading of the list of those who were there.
document-section-present = حاضران
# Column: in which part a person was there, such as specialist, interpreter or attesting witness.
document-present-part = سمت
# Heading of the list of what was taken in the course of an act.
document-section-taken = اشیای ضبط‌شده
# Heading of the part with what those present had to say to the minutes.
document-section-objections = ملاحظات و اعتراضات
# Column: what a person present had to say to the minutes.
document-objection = ملاحظه یا اعتراض
# Sentence of minutes to which nobody had anything to say.
document-objections-none = ملاحظه یا اعتراضی ابراز نگردید.
# Sentence before the signatures of minutes.
document-minutes-read = همهٔ حاضران قبل از امضا این محضر را خوانده‌اند یا برای‌شان قرائت گردیده است.
# Above a place for signature: the official who keeps the minutes.
document-role-recorder = ترتیب‌کنندهٔ محضر
# Above a place for signature of minutes: a person who was there.
document-role-present = حاضر در محل

## The twin: the same content for machines, attached to the file.

# Small print at the end. $file is the name of the attached file, $sha256 its hash value.
document-twin-note = محتوای این سند به شکل قابل خواندن توسط ماشین در داخل فایل الکترونیکی شامل است: { $file }، SHA-256 { $sha256 }
# What a viewer shows beside the attached file.
document-twin-description = محتوای این سند به شکل قابل خواندن توسط ماشین
# What a viewer shows beside the attached signature.
document-twin-signature = امضای شکل قابل خواندن توسط ماشین

## States: the short names that stand in a letter head.

# The name of the state in its own documents, without article.
document-country-AF = افغانستان
# The name of the state in its own documents, without article.
document-country-IR = جمهوری اسلامی ایران
# The name of the state in its own documents, without article.
document-country-KZ = جمهوری قزاقستان
# The name of the state in its own documents, without article.
document-country-KG = جمهوری قرغزستان
# The name of the state in its own documents, without article.
document-country-PK = جمهوری اسلامی پاکستان
# The name of the state in its own documents, without article.
document-country-TJ = جمهوری تاجکستان
# The name of the state in its own documents, without article.
document-country-UZ = جمهوری ازبکستان
# The name of the state in its own documents, without article.
document-country-AE = امارات متحدهٔ عربی
# The name of the state in its own documents, without article.
document-country-AM = جمهوری ارمنستان
# The name of the state in its own documents, without article.
document-country-AZ = جمهوری آذربایجان
# The name of the state in its own documents, without article.
document-country-BY = جمهوری بلاروس
# The name of the state in its own documents, without article.
document-country-CN = جمهوری مردم چین
# The name of the state in its own documents, without article.
document-country-DE = جمهوری فدرال آلمان
# The name of the state in its own documents, without article.
document-country-EE = جمهوری استونیا
# The name of the state in its own documents, without article.
document-country-FR = جمهوری فرانسه
# The name of the state in its own documents, without article.
document-country-GB = شاهی متحدهٔ بریتانیای کبیر و آیرلند شمالی
# The name of the state in its own documents, without article.
document-country-GE = گرجستان
# The name of the state in its own documents, without article.
document-country-IN = جمهوری هند
# The name of the state in its own documents, without article.
document-country-NL = شاهی هالند
# The name of the state in its own documents, without article.
document-country-RU = فدراسیون روسیه
# The name of the state in its own documents, without article.
document-country-SG = جمهوری سنگاپور
# The name of the state in its own documents, without article.
document-country-TM = ترکمنستان
# The name of the state in its own documents, without article.
document-country-TR = جمهوری ترکیه
# The name of the state in its own documents, without article.
document-country-US = ایالات متحدهٔ امریکا

## Names of languages.

# The name of a language, as it stands after *Language of the reply*.
document-language-en = انگلیسی
# The name of a language, as it stands after *Language of the reply*.
document-language-ru = روسی
# The name of a language, as it stands after *Language of the reply*.
document-language-fa = فارسی
# The name of a language, as it stands after *Language of the reply*.
document-language-fa-AF = دری
# The name of a language, as it stands after *Language of the reply*.
document-language-ps = پشتو
# The name of a language, as it stands after *Language of the reply*.
document-language-ur = اردو
# The name of a language, as it stands after *Language of the reply*.
document-language-tg = تاجکی
# The name of a language, as it stands after *Language of the reply*.
document-language-uz = ازبکی
# The name of a language, as it stands after *Language of the reply*.
document-language-kk = قزاقی
# The name of a language, as it stands after *Language of the reply*.
document-language-ky = قرغزی
