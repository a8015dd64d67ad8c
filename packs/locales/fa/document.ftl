### واژه‌های سندهای چاپی. The comments for translators are those of the English file.
### Not reviewed by a jurist or native translator of any authority: see review.toml.

## Marks that stand on every page.

# A mark in large letters on every page of an exercise. It must not be taken for a real request.
document-exercise = تمرین
# A mark in large letters on every page of a draft.
document-draft = پیش‌نویس
# Stands below the letter head of the copy that is sent ahead of the signed and sealed paper.
document-advance-copy = نسخه مقدماتی. اصل امضا و مهر شده متعاقباً ارسال می‌شود.
# Stands below the letter head of a print that was made to be read, by the receiving office or in a language that nobody approved.
document-reading-copy = نسخه برای مطالعه که از روی محتوای ماشین‌خوان چاپ شده است. فقط اصل امضاشده معتبر است.
# Stands below the letter head of a request that asks for precedence.
document-urgent = درخواست فوری

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
document-our-reference = شماره ما
# Label before the reference number of the other side.
document-your-reference = شماره شما
# Label before the number of the criminal case or proceeding.
document-case-number = شماره پرونده
# Label before the number under which an office's register has the document.
document-register-number = شماره ثبت
# Label before the number that a receiving office gives to a request when it confirms receipt.
document-ticket = شماره پیگیری
# Label before the day on which a measure or ticket lapses.
document-valid-until = معتبر تا
# Label before the day by which an answer is asked for.
document-reply-by = مهلت پاسخ
# Label before the moment at which something was received.
document-received-at = زمان دریافت

## Titles.

# Title of a request for legal assistance.
document-title-request = درخواست معاضدت حقوقی
# Title of a request to preserve computer data before the full request.
document-title-preservation = درخواست حفظ فوری داده‌های رایانه‌ای
# Title of the paper that confirms receipt of a request.
document-title-acknowledgement = تأیید دریافت
# Title of the record of who had an exhibit, and when.
document-title-custody = صورت‌جلسه زنجیره نگهداری

## Headings of the parts.

# Heading of the part that names who conducts the investigation.
document-section-authority = مرجع رسیدگی‌کننده
# Heading of the table of treaties and articles that the request stands on.
document-section-basis = مبنای حقوقی
# Heading of the summary of facts.
document-section-facts = خلاصه وقایع
# Heading of the part with offences and penalties.
document-section-offences = جرایم و مجازات‌ها
# Heading of the part about persons.
document-section-persons = اشخاص ذی‌ربط
# Heading of the part that says what is asked for.
document-section-items = معاضدت مورد درخواست
# Heading of the part that says what the evidence is for.
document-section-purpose = هدف درخواست
# Heading of the part about secrecy.
document-section-confidentiality = محرمانه بودن
# Heading of the part about a particular procedure that is wished.
document-section-procedure = تشریفات مورد نظر
# Heading of the part with a deadline and its reason.
document-section-deadline = مهلت و دلیل آن
# Heading of the part with promises of the requesting state.
document-section-assurances = تضمین‌ها
# Heading of the part that follows the money; a drawing and a table.
document-section-tracing = ردیابی دارایی‌های مجازی
# Heading of the list of attached files.
document-annexes = پیوست‌ها

## Columns and labels.

# Column: the treaty or law.
document-basis-instrument = سند
# Column: the articles of the treaty or law.
document-basis-articles = مواد
# Column: what the articles provide.
document-basis-provides = مفاد
# Column, in drafts only: whether a jurist has confirmed the row.
document-basis-standing = تأیید حقوق‌دان
# In drafts only, in the column about confirmation: a jurist has confirmed the row.
document-basis-confirmed = تأییدشده
# In drafts only: nobody has confirmed the row. $source is the source of the fact, $date its date, $confidence how sure the law pack is.
document-basis-unconfirmed = تأییدنشده. منبع: { $source }، { $date }؛ میزان اطمینان: { $confidence }.
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-verified = تأییدشده
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-unverified = تأییدنشده
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-disputed = مورد اختلاف
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-unknown = نامعلوم
# Stands where the date of a source is not known.
document-date-unknown = تاریخ نامعلوم
# Whole sentence in the part about legal basis when no treaty obliges the other state. Nothing may sound like an obligation.
document-basis-none = مرجع درخواست‌کننده معاهده‌ای نمی‌شناسد که طرف درخواست‌شونده را به این معاضدت ملزم کند. این معاضدت بر پایه عمل متقابل و قوانین طرف درخواست‌شونده درخواست می‌شود.
# Promise of the requesting state, a whole sentence.
document-assurance-reciprocity = طرف درخواست‌کننده در برابر درخواست مشابه، معاضدت مشابه ارائه خواهد کرد.
# Promise of the requesting state, a whole sentence. $reference is the number of the request.
document-assurance-use = آنچه ارائه شود فقط در رسیدگی موضوع درخواست { $reference } به کار می‌رود، مگر آنکه طرف درخواست‌شونده با استفاده دیگر موافقت کند.
# Sentence of an acknowledgement. $reference is the number of the request, $moment when it was received.
document-received = درخواست { $reference } در { $moment } دریافت شد. این نامه فقط دریافت را تأیید می‌کند و تصمیمی درباره درخواست نیست.
# Column or label: a number in a list.
document-annex-number = ردیف
# Column: what an annex is.
document-annex-title = پیوست
# Column: the length of a file in bytes.
document-annex-length = بایت
# Column: the SHA-256 value of a file.
document-annex-hash = مقدار هش SHA-256
# A span of days, both included. $from and $to are dates.
document-period = از { $from } تا { $to }
# Label before the full name of a person.
document-full-name = نام کامل
# Label before the day of birth of a person.
document-born = تاریخ تولد
# Label before the citizenship of a person.
document-citizenship = تابعیت
# Label before the part that a person has in the proceeding, such as suspect or victim.
document-standing = سمت در پرونده
# A value of the status of a person.
document-standing-suspect = مظنون
# A value of the status of a person.
document-standing-victim = بزه‌دیده
# A value of the status of a person.
document-standing-witness = شاهد
# A value of the status of a person who is not yet known by name.
document-standing-unknown = شناسایی‌نشده
# Label before where a person lives.
document-residence = محل اقامت
# Label before the number of a passport or identity card.
document-identity-document = سند هویتی
# Label before a crypto address.
document-address = آدرس رمزارز
# Label before the name of a ledger.
document-ledger = بلاکچین
# Label before a transaction on a ledger.
document-transaction = تراکنش
# Label before an amount.
document-amount = مبلغ
# Label before a time span.
document-period-label = دوره زمانی
# Label before a service provider that holds the data.
document-provider = ارائه‌دهنده خدمات
# Label before a moment.
document-moment = زمان
# Label before what something is.
document-description = شرح
# Label before the item that a row is about.
document-item = مورد
# Label before the language in which an answer is asked for.
document-reply-language = زبان پاسخ
# Label before an exhibit.
document-exhibit = دلیل مادی
# Column of a custody record: who gave the exhibit.
document-given-by = تحویل‌دهنده
# Column of a custody record: who took the exhibit.
document-taken-by = تحویل‌گیرنده
# Column of a custody record: why the exhibit changed hands.
document-reason = دلیل تحویل
# Caption of the table of a custody record.
document-custody-table = جابه‌جایی‌های دلیل
# A column: what was done with an exhibit.
document-custody-act = اقدام
# What was done with an exhibit.
document-custody-collected = ضبط شد
# What was done with an exhibit.
document-custody-received = تحویل گرفته شد
# What was done with an exhibit.
document-custody-handed-over = تحویل داده شد
# What was done with an exhibit.
document-custody-copied = نسخه‌برداری شد
# What was done with an exhibit.
document-custody-examined = بررسی شد
# What was done with an exhibit.
document-custody-sealed = مهر و موم شد
# What was done with an exhibit.
document-custody-opened = گشوده شد
# What was done with an exhibit.
document-custody-returned = بازگردانده شد
# What was done with an exhibit.
document-custody-destroyed = معدوم شد
# Heading of a custody record: each act with all that was recorded of it.
document-custody-details = شرح یک‌به‌یک اقدامات
# Name of a field of a custody record: the number of the working copy that an act concerns.
document-custody-copy = شماره نسخه کاری
# Name of a field of a custody record: the number of the working copy that was made.
document-custody-copy-made = شماره نسخه کاری تهیه‌شده
# Name of a field of a custody record: who else was present.
document-custody-present = سایر حاضران
# Name of a field of a custody record: the warrant, consent, request or order.
document-custody-authority = مبنای حقوقی
# Name of a field of a custody record: numbers of the seals that were on it before the act.
document-custody-seals-before = مهر و موم‌های پیش از اقدام
# Name of a field of a custody record: numbers of the seals that were on it after the act.
document-custody-seals-after = مهر و موم‌های پس از اقدام
# Name of a field of a custody record: in what state the exhibit was.
document-custody-condition = وضعیت
# Name of a field of a custody record: program or instrument, version, settings.
document-custody-tool = ابزار به‌کاررفته
# Name of a field of a custody record: the hash value before the act.
document-custody-before = SHA-256 پیش از اقدام
# Name of a field of a custody record: the hash value after the act.
document-custody-after = SHA-256 پس از اقدام
# Name of a field of a custody record: a change that could not be avoided, and why.
document-custody-change = تغییر اجتناب‌ناپذیر و علت آن
# How an exhibit travelled, and in what.
document-custody-transport = حمل‌ونقل
# Where an exhibit is kept, and how.
document-custody-storage = محل نگهداری
# Who signed an act of custody as the second person, and when.
document-custody-confirmed = تأیید با امضای دوم
# Name of a field of a custody record: who holds the exhibit now.
document-custody-holder = نگهدارنده کنونی
# Stands where nobody holds the exhibit: it was returned or destroyed.
document-custody-ended = هیچ‌کس: نگهداری پایان یافته است
# Name of a field: the title of the case.
document-case-title = پرونده
# Name of a field: the identifier of the case in the record.
document-case-identifier = شناسه پرونده
# Name of a field: the identifier of an entry in the record.
document-entry = ثبت
# Name of a field: when something was written down in the record.
document-recorded-at = زمان ثبت
# Name of a field: when an act was written down that had taken place before others which were written down earlier.
document-recorded-late = زمان ثبت با تأخیر
# The exhibit itself, as against its working copies.
document-custody-original = اصل
# A working copy. $number is its number.
document-custody-on-copy = نسخه کاری شماره { $number }
# A name and its value on one line. Both are filled in.
document-labelled = { $label }: { $value }
# Name of a hash value: of the one file of an exhibit.
document-hash-file = SHA-256 فایل
# Name of a hash value: of the list of all files of an exhibit with their hash values.
document-hash-root = ریشه فهرست فایل‌ها (SHA-256)
# Name of a field: how many files an exhibit holds.
document-custody-file-count = شمار فایل‌ها
# Name of a field: how many bytes all files of an exhibit hold.
document-custody-bytes = مجموع بایت
# Marks an act of custody that was withdrawn; its ground follows in some places.
document-custody-withdrawn = پس گرفته شده: به حساب نمی‌آید
# Name of a field: who withdrew an act, and when.
document-custody-withdrawn-by = پس‌گیرنده
# A ground on which an entry was withdrawn.
document-ground-mistaken = به اشتباه ثبت شده
# A ground on which an entry was withdrawn: secrecy of counsel or the like.
document-ground-privileged = مشمول رازداری حرفه‌ای
# A ground on which an entry was withdrawn.
document-ground-wrong-case = متعلق به پرونده دیگر
# Name of a field: who signed an act by hand, on paper.
document-custody-on-paper = امضاکننده روی کاغذ
# Name of a field: the officer who has seen the paper that was signed by hand, and when.
document-custody-paper-seen-by = بیننده کاغذ
# Name of a field: the hash value of the scan of a paper that was signed by hand.
document-custody-paper = SHA-256 تصویر کاغذ
# Name of a field: what the person who confirms an act has to say about it.
document-custody-note = ملاحظه
# Name of a value: who had the exhibit last.
document-custody-last-holder = آخرین نگهدارنده
# Stands for an act whose content is kept from the paper because it was withdrawn as privileged or of another case.
document-content-withheld = محتوا ارائه نمی‌شود
# Stands for an act whose content was destroyed by order of two persons.
document-content-destroyed = محتوا نابود شده است
# Who made a thing.
document-item-make = سازنده
# What its maker calls a thing.
document-item-model = مدل
# The number that the maker gave a thing.
document-item-serial = شماره سریال
# The number of a mobile device.
document-item-imei = IMEI
# How many bytes a disk or memory can hold.
document-item-capacity = ظرفیت، بایت
# Whether a device was running when it was found.
document-item-power = وضعیت روشن یا خاموش هنگام یافتن
# By how many seconds the clock of a device was ahead.
document-item-clock-ahead = ساعت جلو بود، ثانیه
# By how many seconds the clock of a device was behind.
document-item-clock-behind = ساعت عقب بود، ثانیه
# Name of a field of a custody record: a number of bytes.
document-custody-unread = بایت‌هایی از رسانه معیوب که خوانده نشد (در نسخه، صفر)
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
document-custody-check-changed = تغییریافته، آسیب‌دیده یا ناموجود
# Result of a check: not all could be read; how many files or places follows as a number.
document-custody-check-undecided = تعیین نشد
# Heading of a custody record: files of the exhibit that were written out, in the clear.
document-custody-given-out = فایل‌های تحویل‌داده‌شده
# Column of a custody record: the officer who had a file written out.
document-custody-given-out-by = تحویل‌دهنده
# Heading of a custody record: who saw a recovery phrase or key that was found in the exhibit.
document-custody-looks = مشاهده رازهای یافته‌شده
# Column of a custody record: a recovery phrase or key, named by a fingerprint.
document-custody-secret = راز (اثر انگشت)
# Column of a custody record: the officer who saw a recovery phrase or key.
document-custody-seen-by = مشاهده‌کننده
# Column of a custody record: the officer who approved that another saw it.
document-custody-look-approved = تأییدکننده
# Heading of a custody record: the node read files of the exhibit again by itself, and some were damaged.
document-custody-found = آسیب‌هایی که گره یافت
# What was found of a file when the node read it again.
document-custody-found-decayed = آن نیست که نوشته شده بود: بایت‌هایش دگرگون شده است
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
document-custody-offers = پیشنهاد به دفترهای دیگر
# Column of a custody record: the office that may fetch a package.
document-custody-offered-to = چه کسی می‌تواند بگیرد
# Column of a custody record: the officer who offered a package to another office.
document-custody-offered-by = پیشنهاددهنده
# Column of a custody record: whether an offer holds, and how far it has come.
document-custody-offer-standing = وضعیت
# State of an offer to another office.
document-custody-offer-withdrawn = پس گرفته شد
# State of an offer to another office: the agreement under which it was made is not in force.
document-custody-offer-ended = با پایان توافق پایان یافت
# State of an offer to another office: its message was not delivered yet.
document-custody-offer-waiting = هنوز تحویل نشده
# State of an offer to another office: its message came there.
document-custody-offer-received = تحویل شد
# State of an offer to another office: an officer there has opened it, and may have fetched the package.
document-custody-offer-opened = در آنجا باز شد؛ شاید بسته گرفته شده باشد
# State of an offer to another office: its node refused the message.
document-custody-offer-refused = رد شد
# Heading of a custody record: the intake was cut off, and gone on with.
document-custody-sessions = نشست‌های پذیرش
# Column of a custody record: when a session of an intake began.
document-custody-session-began = آغاز
# Column of a custody record: the files that a session found half copied; behind each the first byte that it read.
document-custody-session-went-on = ادامه‌یافته، از بایت
# Heading of a custody record: what is missing in the chain.
document-custody-gaps = کمبودها و تناقض‌ها
# Column of a custody record: what is missing or contradictory at an act.
document-custody-gap = یافته
# Sentence of a custody record.
document-custody-no-gaps = در آنچه ثبت شده است، هیچ اقدامی از قلم نیفتاده و هیچ اقدامی با اقدام دیگر تناقض ندارد.
# Heading and caption of a custody record: the files that the exhibit holds.
document-custody-files = فایل‌های دلیل مادی
# Column of a custody record: name of a file with its folder.
document-custody-file = فایل
# Sentence of a custody record, above the list of annexes. $count is how many files are not printed.
document-custody-files-more = { $count } فایل دیگر در فهرست کامل آمده است که پیوست است و در زیر با مقدار هش آن ذکر شده است.
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
document-gap-no-beginning = چگونگی ورود دلیل مادی به زنجیره نگهداری ثبت نشده است.
# What is missing in a chain of custody.
document-gap-hand-over = چگونگی انتقال دلیل مادی از آخرین نگهدارنده به شخص مذکور در اینجا ثبت نشده است.
# What is missing in a chain of custody.
document-gap-person = نام تحویل‌دهنده یا تحویل‌گیرنده ذکر نشده است.
# What is wrong in a chain of custody.
document-gap-same-person = تحویل‌دهنده و تحویل‌گیرنده یک شخص هستند.
# What is wrong in a chain of custody.
document-gap-time = زمان این اقدام پیش از زمان اقدام پیشین است.
# What is wrong in a chain of custody.
document-gap-seals = مهر و موم‌های پیش از اقدام با آنچه پس از اقدام پیشین برجا مانده بود یکسان نیست.
# What is wrong in a chain of custody.
document-gap-seals-in-act = مهر و موم‌ها تغییر کرده است، در حالی که چیزی مهر و موم یا گشوده نشده است.
# What is wrong in a chain of custody.
document-gap-digest = مقدار هش با مقدار هش اقدام پیشین یکسان نیست.
# What is missing in a chain of custody.
document-gap-change = محتوا در این اقدام تغییر کرده و علت آن ثبت نشده است.
# What is wrong in a chain of custody.
document-gap-after-end = دلیل مادی پیش از این اقدام بازگردانده یا معدوم شده بود.
# What is wrong in a chain of custody.
document-gap-second-beginning = دلیل مادی برای بار دوم وارد زنجیره نگهداری شده است.
# A finding: a hand-over with one signature.
document-gap-signature = تحویل را فقط یکی از دو نفر امضا کرده است.
# What is missing in a chain of custody.
document-gap-authority = ثبت نشده است که این اقدام به دستور چه کسی انجام شده است.
# What is missing in a chain of custody.
document-gap-copy = چگونگی تهیه این نسخه ثبت نشده است.
# What is wrong in a chain of custody.
document-gap-other-exhibit = این اقدام برای دلیل مادی دیگری ثبت شده است.
# Caption of the table of transactions that a trace followed.
document-tracing-table = تراکنش‌های ردیابی‌شده
# Caption below the drawing of a trace.
document-tracing-figure = جریان دارایی‌ها

## Signature and seal.

# Label before the line for a signature.
document-signature = امضا
# Label before the name of the person who signs.
document-name = نام
# Label before the office held by the person who signs.
document-position = سمت
# Stands inside the circle for the seal. Russian practice has two letters there.
document-seal-place = محل مهر
# Above a place for signature: the authority that asks.
document-role-requesting = از طرف مرجع درخواست‌کننده
# Above a place for signature: the authority that was asked.
document-role-requested = از طرف مرجع درخواست‌شونده
# Above a place for signature: the translator.
document-role-translator = مترجم
# Above a place for signature: the officer who has an exhibit now.
document-role-custodian = مسئول نگهداری

## Papers that go with a request and come back for it: cover letter, certificate of execution, minutes.

# Title of the letter on top of a request that goes out on paper.
document-title-cover-letter = نامه همراه
# Heading of the part of a cover letter that says what is enclosed.
document-section-enclosed = موارد پیوست
# Sentence of a cover letter. $reference is the number of the request, $date its day.
document-cover-enclosed = درخواست { $reference } مورخ { $date } به پیوست ارسال می‌شود. پیوست‌های آن همراه با مقدار هش هر یک در زیر آمده است.
# Sentence of a cover letter: the other side is asked to confirm receipt.
document-cover-acknowledge = خواهشمند است وصول آن را با ذکر این شماره به فرستنده اعلام فرمایید.
# Label before the number of sheets of paper that are enclosed.
document-sheets = تعداد برگ‌ها
# Title of the paper that says what was done on a request.
document-title-certificate = گواهی اجرای درخواست
# Sentence of a certificate of execution. $reference is the number of the request.
document-certificate-whole = درخواست { $reference } به طور کامل اجرا شد.
# Sentence of a certificate of execution when something was not done. $reference is the number of the request.
document-certificate-part = درخواست { $reference } به صورت جزئی اجرا شد. آنچه اجرا نشده همراه با دلیل در زیر آمده است.
# Heading of the part that says what was done: on a request, or in the course of an act.
document-section-executed = اقدامات انجام‌شده
# Column of a certificate of execution: the act that was carried out.
document-executed-act = اقدام
# Column of a certificate of execution: the office or officer who carried out the act.
document-executed-by = انجام‌دهنده
# Column of a certificate of execution: what came of the act.
document-executed-outcome = نتیجه
# Heading of the part of a certificate of execution that says what was not done.
document-section-not-executed = موارد اجرانشده
# Column of a certificate of execution: why a part of the request was not executed.
document-not-executed-reason = دلیل
# Heading of the part about evidence that is handed over and may have to come back.
document-section-return = بازگرداندن ادله
# Caption of the table of evidence that is handed over.
document-handed-over = ادله تحویل‌شده
# Column: the day by which a piece of evidence must be given back.
document-return-by = مهلت بازگرداندن
# Stands in the column of the day of return where the other side may keep the evidence.
document-return-not-asked = بازگرداندن لازم نیست
# Title of the minutes of an act such as a search or the taking of a statement.
document-title-minutes = صورت‌جلسه
# Label before the place of an act.
document-place = محل
# Heading of the list of those who were there.
document-section-present = حاضران
# Column: in which part a person was there, such as specialist, interpreter or attesting witness.
document-present-part = سمت
# Heading of the list of what was taken in the course of an act.
document-section-taken = اشیای ضبط‌شده
# Heading of the part with what those present had to say to the minutes.
document-section-objections = تذکرات و اعتراضات
# Column: what a person present had to say to the minutes.
document-objection = تذکر یا اعتراض
# Sentence of minutes to which nobody had anything to say.
document-objections-none = تذکر یا اعتراضی ابراز نشد.
# Sentence before the signatures of minutes.
document-minutes-read = همه حاضران پیش از امضا این صورت‌جلسه را خوانده‌اند یا برای آنان خوانده شده است.
# Above a place for signature: the official who keeps the minutes.
document-role-recorder = تنظیم‌کننده صورت‌جلسه
# Above a place for signature of minutes: a person who was there.
document-role-present = حاضر در محل

## The twin: the same content for machines, attached to the file.

# Small print at the end. $file is the name of the attached file, $sha256 its hash value.
document-twin-note = محتوای این سند به صورت ماشین‌خوان در فایل الکترونیکی پیوست شده است: { $file }، SHA-256 { $sha256 }
# What a viewer shows beside the attached file.
document-twin-description = محتوای این سند به صورت ماشین‌خوان
# What a viewer shows beside the attached signature.
document-twin-signature = امضای محتوای ماشین‌خوان

## States: the short names that stand in a letter head.

# The name of the state in its own documents, without article.
document-country-AF = افغانستان
# The name of the state in its own documents, without article.
document-country-IR = جمهوری اسلامی ایران
# The name of the state in its own documents, without article.
document-country-KZ = جمهوری قزاقستان
# The name of the state in its own documents, without article.
document-country-KG = جمهوری قرقیزستان
# The name of the state in its own documents, without article.
document-country-PK = جمهوری اسلامی پاکستان
# The name of the state in its own documents, without article.
document-country-TJ = جمهوری تاجیکستان
# The name of the state in its own documents, without article.
document-country-UZ = جمهوری ازبکستان
# The name of the state in its own documents, without article.
document-country-AE = امارات متحده عربی
# The name of the state in its own documents, without article.
document-country-AM = جمهوری ارمنستان
# The name of the state in its own documents, without article.
document-country-AZ = جمهوری آذربایجان
# The name of the state in its own documents, without article.
document-country-BY = جمهوری بلاروس
# The name of the state in its own documents, without article.
document-country-CN = جمهوری خلق چین
# The name of the state in its own documents, without article.
document-country-DE = جمهوری فدرال آلمان
# The name of the state in its own documents, without article.
document-country-EE = جمهوری استونی
# The name of the state in its own documents, without article.
document-country-FR = جمهوری فرانسه
# The name of the state in its own documents, without article.
document-country-GB = پادشاهی متحد بریتانیای کبیر و ایرلند شمالی
# The name of the state in its own documents, without article.
document-country-GE = گرجستان
# The name of the state in its own documents, without article.
document-country-IN = جمهوری هند
# The name of the state in its own documents, without article.
document-country-NL = پادشاهی هلند
# The name of the state in its own documents, without article.
document-country-RU = فدراسیون روسیه
# The name of the state in its own documents, without article.
document-country-SG = جمهوری سنگاپور
# The name of the state in its own documents, without article.
document-country-TM = ترکمنستان
# The name of the state in its own documents, without article.
document-country-TR = جمهوری ترکیه
# The name of the state in its own documents, without article.
document-country-US = ایالات متحده آمریکا

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
document-language-tg = تاجیکی
# The name of a language, as it stands after *Language of the reply*.
document-language-uz = ازبکی
# The name of a language, as it stands after *Language of the reply*.
document-language-kk = قزاقی
# The name of a language, as it stands after *Language of the reply*.
document-language-ky = قرقیزی

## What can go wrong. The words shown are for officers, not for programmers.

# $count is how many languages were given.
document-languages-count = سند به یک زبان یا دو زبان متفاوت چاپ می‌شود؛ تعداد داده‌شده: { $count }.
    .do = یک زبان یا دو زبان متفاوت مانند en,fa بدهید.
# $count is how many rows of the legal basis are concerned.
document-basis-not-confirmed = سند قابل صدور نیست: ردیف‌های تأییدنشده مبنای حقوقی: { $count }.
    .do = حقوق‌دان باید هر ردیف را تأیید یا رد کند، سپس دوباره صادر کنید.
# $what is the part that is too large, $most the limit.
document-too-large = بخشی از سند بزرگ‌تر از حد مجاز است: { $what }، حداکثر { $most }.
    .do = بخش بزرگ را به صورت فایل جدا پیوست و در فهرست پیوست‌ها ذکر کنید.
# $row is the row of the table, $cells the cells in it, $columns the columns.
document-table-shape = ردیف { $row } جدول { $cells } خانه برای { $columns } ستون دارد.
    .do = هر ردیف باید به تعداد ستون‌ها خانه داشته باشد.
# $line is the line of the file.
document-twin-not-json = محتوای ماشین‌خوان JSON نیست (سطر { $line }).
    .do = آن را دوباره از روی درخواست بسازید و دستی ویرایش نکنید.
# $glyphs is a list of signs.
document-glyphs-missing = قلم‌های برنامه این نشانه‌ها را ندارند: { $glyphs }.
    .do = آن‌ها را به شکل دیگری بنویسید یا حرف‌نویسی کنید.
# $template is the name of the layout, $cause what the compiler says.
document-template-failed = قالب { $template } قابل استفاده نیست: { $cause }.
    .do = از قالب برنامه استفاده کنید یا قالب خود را اصلاح کنید.
# $template is the name of the layout, $name a name that it may not define, $line the line.
document-template-direction = قالب { $template } در سطر { $line } نام { $name } را تعریف می‌کند.
    .do = نام دیگری برگزینید؛ ltr و rtl جهت نوشتار هستند.
# $template is the name of the layout, $most the limit in bytes.
document-template-too-large = قالب { $template } از { $most } بایت بزرگ‌تر است.
    .do = بررسی کنید که فایل فقط قالب باشد.

# Shown when a foreign PDF or something in it is too large. $what is an English word for what it is, $most a number of bytes or of attachments.
document-pdf-too-large = { $what } بزرگ‌تر از { $most } است.
    .do = آن را در چند بخش یا بدون آنچه بزرگش می‌کند بفرستید: همان نسخه ماشین‌خوان کافی است.

# Shown when a file is no PDF.
document-pdf-not = این PDF نیست یا آسیب دیده است.
    .do = بخواهید پرونده دوباره فرستاده شود و درهم‌سازی آن را با فرستنده مقایسه کنید.

# Shown when a foreign PDF is locked.
document-pdf-encrypted = این PDF با گذرواژه قفل شده است.
    .do = از فرستنده پرونده بی‌گذرواژه بخواهید؛ در غیر این صورت نسخه ماشین‌خوان خوانده نمی‌شود.

# Shown when a foreign PDF has no twin. $name is the name of the file that was looked for.
document-pdf-no-twin = پرونده { $name } به این PDF پیوست نیست.
    .do = پرونده‌ای را بخواهید که همراه نسخه ماشین‌خوان چاپ شده است، یا خود آن نسخه را. تصویر کاغذ آن را ندارد.

# Shown when a foreign PDF has two twins. $name is a name of a file.
document-pdf-twice = دو پرونده در این PDF نام { $name } دارند و معلوم نیست کاغذ به کدام اشاره دارد.
    .do = بر پایه آن عمل نکنید. پرونده را دوباره بخواهید.

# Shown when a twin in a foreign PDF cannot be unpacked. $name is a name of a file.
document-pdf-packed = { $name } در این PDF به شکلی است که باز نمی‌شود.
    .do = نسخه ماشین‌خوان را به صورت پرونده جداگانه بخواهید.

# Shown when an edited file, or a part of it, is over a limit.
document-docx-too-large = { $what } از { $most } بایت بزرگ‌تر است.
    .do = تصویرها و متن‌های چسبانده‌شده را بردارید و دوباره ذخیره کنید.

# Shown when a file is no DOCX. $cause comes from the reader, in English.
document-docx-not = این سند برنامه اداری نیست: { $cause }
    .do = آن را به‌صورت DOCX (Office Open XML) ذخیره کنید و همان فایل را بردارید.

# Shown when a part of a DOCX cannot be read. $cause comes from the reader, in English.
document-docx-malformed = { $part }، بایت { $at }: { $cause }
    .do = فایل را در برنامه اداری باز کنید، دوباره به‌صورت DOCX ذخیره کنید و همان را بردارید.
