### The words of printed documents. The comments for translators are those of the English file. What is not here is for screens.
### Not reviewed by a jurist or native translator of any authority: see review.toml.

## Marks that stand on every page.

# A mark in large letters on every page of an exercise. It must not be taken for a real request.
document-exercise = مشق
# A mark in large letters on every page of a draft.
document-draft = مسودہ
# Stands below the letter head of the copy that is sent ahead of the signed and sealed paper.
document-advance-copy = پیشگی نقل۔ دستخط شدہ اور مہر شدہ اصل بعد میں ارسال کی جائے گی۔
# Stands below the letter head of a print that was made to be read, by the receiving office or in a language that nobody approved.
document-reading-copy = مطالعے کے لیے نقل، جو مشین سے پڑھے جانے والے مواد سے پرنٹ کی گئی ہے۔ صرف دستخط شدہ اصل معتبر ہے۔
# Stands below the letter head of a request that asks for precedence.
document-urgent = فوری درخواست

## Letter head, addressee, references.

# Label before the authority that is written to.
document-to = بنام
# Label before an authority that passes the document on, such as a ministry.
document-through = بذریعہ
# Label before the one line that says what the document is about.
document-subject = موضوع
# Label before a day: of the document, and below a signature.
document-date = تاریخ
# Label before the sender's own reference number.
document-our-reference = ہمارا حوالہ
# Label before the reference number of the other side.
document-your-reference = آپ کا حوالہ
# Label before the number of the criminal case or proceeding.
document-case-number = مقدمہ نمبر
# Label before the number under which an office's register has the document.
document-register-number = رجسٹر نمبر
# Label before the number that a receiving office gives to a request when it confirms receipt.
document-ticket = وصولی نمبر
# Label before the day on which a measure or ticket lapses.
document-valid-until = مؤثر تا
# Label before the day by which an answer is asked for.
document-reply-by = جواب کی مطلوبہ تاریخ
# Label before the moment at which something was received.
document-received-at = وصول ہوئی

## Titles.

# Title of a request for legal assistance.
document-title-request = قانونی معاونت کی درخواست
# Title of a request to preserve computer data before the full request.
document-title-preservation = کمپیوٹر ڈیٹا کے فوری تحفظ کی درخواست
# Title of the paper that confirms receipt of a request.
document-title-acknowledgement = وصولی کی تصدیق
# Title of the record of who had an exhibit, and when.
document-title-custody = شہادت کی تحویل کا ریکارڈ

## Headings of the parts.

# Heading of the part that names who conducts the investigation.
document-section-authority = کارروائی کرنے والی اتھارٹی
# Heading of the table of treaties and articles that the request stands on.
document-section-basis = قانونی بنیاد
# Heading of the summary of facts.
document-section-facts = حقائق کا خلاصہ
# Heading of the part with offences and penalties.
document-section-offences = جرائم اور سزائیں
# Heading of the part about persons.
document-section-persons = متعلقہ افراد
# Heading of the part that says what is asked for.
document-section-items = مطلوبہ معاونت
# Heading of the part that says what the evidence is for.
document-section-purpose = درخواست کا مقصد
# Heading of the part about secrecy.
document-section-confidentiality = رازداری
# Heading of the part about a particular procedure that is wished.
document-section-procedure = اختیار کیا جانے والا طریقہ کار
# Heading of the part with a deadline and its reason.
document-section-deadline = آخری تاریخ اور اس کی وجہ
# Heading of the part with promises of the requesting state.
document-section-assurances = یقین دہانیاں
# Heading of the part that follows the money; a drawing and a table.
document-section-tracing = ورچوئل اثاثوں کی سراغ رسانی
# Heading of the list of attached files.
document-annexes = منسلکات

## Columns and labels.

# Column: the treaty or law.
document-basis-instrument = دستاویز
# Column: the articles of the treaty or law.
document-basis-articles = دفعات
# Column: what the articles provide.
document-basis-provides = دستاویز کیا فراہم کرتی ہے
# Column, in drafts only: whether a jurist has confirmed the row.
document-basis-standing = ماہر قانون کی توثیق
# In drafts only, in the column about confirmation: a jurist has confirmed the row.
document-basis-confirmed = توثیق شدہ
# In drafts only: nobody has confirmed the row. $source is the source of the fact, $date its date, $confidence how sure the law pack is.
document-basis-unconfirmed = غیر توثیق شدہ۔ ماخذ: { $source }، { $date }؛ اعتماد: { $confidence }۔
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-verified = تصدیق شدہ
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-unverified = غیر تصدیق شدہ
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-disputed = متنازع
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-unknown = نامعلوم
# Stands where the date of a source is not known.
document-date-unknown = تاریخ نامعلوم
# Whole sentence in the part about legal basis when no treaty obliges the other state. Nothing may sound like an obligation.
document-basis-none = درخواست کنندہ اتھارٹی کے علم میں کوئی ایسا بین الاقوامی معاہدہ نہیں جو درخواست وصول کنندہ ریاست کو یہ معاونت فراہم کرنے کا پابند کرے۔ یہ معاونت باہمی برتاؤ کے اصول اور درخواست وصول کنندہ ریاست کے قانون کی بنیاد پر طلب کی جاتی ہے۔
# Promise of the requesting state, a whole sentence.
document-assurance-reciprocity = درخواست کنندہ ریاست اسی نوعیت کی درخواست پر اسی نوعیت کی معاونت فراہم کرے گی۔
# Promise of the requesting state, a whole sentence. $reference is the number of the request.
document-assurance-use = جو کچھ فراہم کیا جائے گا وہ صرف درخواست { $reference } میں مذکور کارروائی کے لیے استعمال ہو گا، سوائے اس کے کہ درخواست وصول کنندہ ریاست کسی اور استعمال پر رضامند ہو۔
# Sentence of an acknowledgement. $reference is the number of the request, $moment when it was received.
document-received = درخواست { $reference } بتاریخ { $moment } وصول ہوئی۔ یہ خط صرف وصولی کی تصدیق کرتا ہے؛ یہ درخواست پر فیصلہ نہیں ہے۔
# Column or label: a number in a list.
document-annex-number = نمبر شمار
# Column: what an annex is.
document-annex-title = منسلکہ
# Column: the length of a file in bytes.
document-annex-length = بائٹ
# Column: the SHA-256 value of a file.
document-annex-hash = SHA-256 ہیش ویلیو
# A span of days, both included. $from and $to are dates.
document-period = { $from } سے { $to } تک
# Label before the full name of a person.
document-full-name = پورا نام
# Label before the day of birth of a person.
document-born = تاریخ پیدائش
# Label before the citizenship of a person.
document-citizenship = شہریت
# Label before the part that a person has in the proceeding, such as suspect or victim.
document-standing = مقدمے میں حیثیت
# A value of the status of a person.
document-standing-suspect = مشتبہ شخص
# A value of the status of a person.
document-standing-victim = متاثرہ شخص
# A value of the status of a person.
document-standing-witness = گواہ
# A value of the status of a person who is not yet known by name.
document-standing-unknown = شناخت نہیں ہوئی
# Label before where a person lives.
document-residence = رہائش
# Label before the number of a passport or identity card.
document-identity-document = شناختی دستاویز
# Label before a crypto address.
document-address = کرپٹو پتہ
# Label before the name of a ledger.
document-ledger = بلاک چین
# Label before a transaction on a ledger.
document-transaction = ٹرانزیکشن
# Label before an amount.
document-amount = رقم
# Label before a time span.
document-period-label = مدت
# Label before a service provider that holds the data.
document-provider = سروس فراہم کرنے والا ادارہ
# Label before a moment.
document-moment = وقت
# Label before what something is.
document-description = تفصیل
# Label before the item that a row is about.
document-item = مد
# Label before the language in which an answer is asked for.
document-reply-language = جواب کی زبان
# Label before an exhibit.
document-exhibit = مادی شہادت
# Column of a custody record: who gave the exhibit.
document-given-by = حوالے کرنے والا
# Column of a custody record: who took the exhibit.
document-taken-by = وصول کرنے والا
# Column of a custody record: why the exhibit changed hands.
document-reason = وجہ
# Caption of the table of a custody record.
document-custody-table = مادی شہادت کی منتقلی
# A column: what was done with an exhibit.
document-custody-act = عمل
# What was done with an exhibit.
document-custody-collected = قبضے میں لیا گیا
# What was done with an exhibit.
document-custody-received = وصول کیا گیا
# What was done with an exhibit.
document-custody-handed-over = حوالے کیا گیا
# What was done with an exhibit.
document-custody-copied = نقل تیار کی گئی
# What was done with an exhibit.
document-custody-examined = معائنہ کیا گیا
# What was done with an exhibit.
document-custody-sealed = سربمہر کیا گیا
# What was done with an exhibit.
document-custody-opened = کھولا گیا
# What was done with an exhibit.
document-custody-returned = واپس کیا گیا
# What was done with an exhibit.
document-custody-destroyed = تلف کیا گیا
# Heading of a custody record: each act with all that was recorded of it.
document-custody-details = ہر عمل کی تفصیل
# Name of a field of a custody record: the number of the working copy that an act concerns.
document-custody-copy = ورکنگ نقل نمبر
# Name of a field of a custody record: the number of the working copy that was made.
document-custody-copy-made = تیار کردہ ورکنگ نقل نمبر
# Name of a field of a custody record: who else was present.
document-custody-present = دیگر حاضر افراد
# Name of a field of a custody record: the warrant, consent, request or order.
document-custody-authority = قانونی بنیاد
# Name of a field of a custody record: numbers of the seals that were on it before the act.
document-custody-seals-before = عمل سے پہلے کی مہریں
# Name of a field of a custody record: numbers of the seals that were on it after the act.
document-custody-seals-after = عمل کے بعد کی مہریں
# Name of a field of a custody record: in what state the exhibit was.
document-custody-condition = حالت
# Name of a field of a custody record: program or instrument, version, settings.
document-custody-tool = استعمال شدہ آلہ
# Name of a field of a custody record: the hash value before the act.
document-custody-before = عمل سے پہلے SHA-256
# Name of a field of a custody record: the hash value after the act.
document-custody-after = عمل کے بعد SHA-256
# Name of a field of a custody record: a change that could not be avoided, and why.
document-custody-change = ناگزیر تبدیلی اور اس کی وجہ
# How an exhibit travelled, and in what.
document-custody-transport = نقل و حمل
# Where an exhibit is kept, and how.
document-custody-storage = محفوظ رکھنے کی جگہ
# Who signed an act of custody as the second person, and when.
document-custody-confirmed = دوسرے دستخط سے تصدیق شدہ
# Name of a field of a custody record: who holds the exhibit now.
document-custody-holder = موجودہ تحویل دار
# Stands where nobody holds the exhibit: it was returned or destroyed.
document-custody-ended = کوئی نہیں: تحویل ختم ہو چکی ہے
# Name of a field: the title of the case.
document-case-title = مقدمہ
# Name of a field: the identifier of the case in the record.
document-case-identifier = مقدمے کا شناخت کنندہ
# Name of a field: the identifier of an entry in the record.
document-entry = اندراج
# Name of a field: when something was written down in the record.
document-recorded-at = اندراج کا وقت
# Name of a field: when an act was written down that had taken place before others which were written down earlier.
document-recorded-late = تاخیر سے اندراج کا وقت
# The exhibit itself, as against its working copies.
document-custody-original = اصل
# A working copy. $number is its number.
document-custody-on-copy = ورکنگ نقل نمبر { $number }
# A name and its value on one line. Both are filled in.
document-labelled = { $label }: { $value }
# Name of a hash value: of the one file of an exhibit.
document-hash-file = فائل کا SHA-256
# Name of a hash value: of the list of all files of an exhibit with their hash values.
document-hash-root = فائلوں کی فہرست کی جڑ (SHA-256)
# Name of a field: how many files an exhibit holds.
document-custody-file-count = فائلوں کی تعداد
# Name of a field: how many bytes all files of an exhibit hold.
document-custody-bytes = کل بائٹ
# Marks an act of custody that was withdrawn; its ground follows in some places.
document-custody-withdrawn = واپس لیا گیا: شمار نہیں ہوتا
# Name of a field: who withdrew an act, and when.
document-custody-withdrawn-by = واپس لینے والا
# A ground on which an entry was withdrawn.
document-ground-mistaken = غلطی سے درج ہوا
# A ground on which an entry was withdrawn: secrecy of counsel or the like.
document-ground-privileged = رازداری کے استحقاق میں
# A ground on which an entry was withdrawn.
document-ground-wrong-case = دوسرے مقدمے سے متعلق
# Name of a field: who signed an act by hand, on paper.
document-custody-on-paper = کاغذ پر دستخط کنندہ
# Name of a field: the officer who has seen the paper that was signed by hand, and when.
document-custody-paper-seen-by = کاغذ دیکھنے والا
# Name of a field: the hash value of the scan of a paper that was signed by hand.
document-custody-paper = سکین شدہ کاغذ کا SHA-256
# Name of a field: what the person who confirms an act has to say about it.
document-custody-note = تبصرہ
# Name of a value: who had the exhibit last.
document-custody-last-holder = آخری تحویل دار
# Stands for an act whose content is kept from the paper because it was withdrawn as privileged or of another case.
document-content-withheld = مواد پیش نہیں کیا گیا
# Stands for an act whose content was destroyed by order of two persons.
document-content-destroyed = مواد تلف کر دیا گیا
# Who made a thing.
document-item-make = بنانے والا
# What its maker calls a thing.
document-item-model = ماڈل
# The number that the maker gave a thing.
document-item-serial = سیریل نمبر
# The number of a mobile device.
document-item-imei = IMEI
# How many bytes a disk or memory can hold.
document-item-capacity = گنجائش، بائٹ
# Whether a device was running when it was found.
document-item-power = ملنے کے وقت بجلی کی حالت
# By how many seconds the clock of a device was ahead.
document-item-clock-ahead = گھڑی آگے تھی، سیکنڈ
# By how many seconds the clock of a device was behind.
document-item-clock-behind = گھڑی پیچھے تھی، سیکنڈ
# Name of a field of a custody record: a number of bytes.
document-custody-unread = خراب آلے کے وہ بائٹس جو پڑھے نہ جا سکے (نقل میں صفر)
# Heading of a custody record: the files were read again and compared with what came in.
document-custody-checks = فائلوں کی بعد کی جانچ
# Column of a custody record: how many checks there were, one after the other, with the same result.
document-custody-check-count = کتنی بار
# Column of a custody record: the officers who had the files read again.
document-custody-checked-by = جانچنے والا
# Column of a custody record: what came of the check.
document-custody-check-result = نتیجہ
# Result of a check: all files are what came in.
document-custody-check-unchanged = تبدیل نہیں ہوئیں
# Result of a check; how many files or places follows as a number.
document-custody-check-changed = بدلی ہوئی، خراب یا غائب
# Result of a check: not all could be read; how many files or places follows as a number.
document-custody-check-undecided = طے نہ ہو سکا
# Heading of a custody record: files of the exhibit that were written out, in the clear.
document-custody-given-out = حوالے کی گئی فائلیں
# Column of a custody record: the officer who had a file written out.
document-custody-given-out-by = حوالے کرنے والا
# Heading of a custody record: who saw a recovery phrase or key that was found in the exhibit.
document-custody-looks = ملنے والے رازوں کا معائنہ
# Column of a custody record: a recovery phrase or key, named by a fingerprint.
document-custody-secret = راز (فنگر پرنٹ)
# Column of a custody record: the officer who saw a recovery phrase or key.
document-custody-seen-by = دیکھنے والا
# Column of a custody record: the officer who approved that another saw it.
document-custody-look-approved = منظوری دینے والا
# Heading of a custody record: the node read files of the exhibit again by itself, and some were damaged.
document-custody-found = نوڈ کو ملنے والا نقصان
# What was found of a file when the node read it again.
document-custody-found-decayed = ویسی نہیں جیسی لکھی گئی تھی: اس کے بائٹ بدل گئے ہیں
# What was found of a file when the node read it again.
document-custody-found-malformed = کٹی ہوئی، یا اب ذخیرے کی فائل نہیں
# What was found of a file when the node read it again.
document-custody-found-unreadable = ڈسک سے پڑھی نہیں جا سکتی
# What was found of a file when the node looked for it.
document-custody-found-missing = اب ذخیرے میں نہیں
# What was found of a file when the node read it again, after it was not so.
document-custody-found-whole = دوبارہ درست
# Heading of a custody record: packages with files of the exhibit that were written for somebody.
document-custody-packages = لکھے گئے پیکج
# Column of a custody record: for whom a package was written.
document-custody-packaged-for = کس کے لیے
# Column of a custody record: the officer who wrote a package.
document-custody-packaged-by = لکھنے والا
# Heading of a custody record: packages that offices of other nodes may fetch, or might.
document-custody-offers = دوسرے دفاتر کو پیشکشیں
# Column of a custody record: the office that may fetch a package.
document-custody-offered-to = کون لے سکتا ہے
# Column of a custody record: the officer who offered a package to another office.
document-custody-offered-by = پیشکش کرنے والا
# Column of a custody record: whether an offer holds, and how far it has come.
document-custody-offer-standing = حالت
# State of an offer to another office.
document-custody-offer-withdrawn = واپس لے لی گئی
# State of an offer to another office: the agreement under which it was made is not in force.
document-custody-offer-ended = معاہدے کے ساتھ ختم
# State of an offer to another office: its message was not delivered yet.
document-custody-offer-waiting = ابھی نہیں پہنچی
# State of an offer to another office: its message came there.
document-custody-offer-received = پہنچ گئی
# State of an offer to another office: an officer there has opened it, and may have fetched the package.
document-custody-offer-opened = وہاں کھولی گئی؛ پیکج لیا گیا ہو سکتا ہے
# State of an offer to another office: its node refused the message.
document-custody-offer-refused = مسترد
# Heading of a custody record: the intake was cut off, and gone on with.
document-custody-sessions = وصولی کے مرحلے
# Column of a custody record: when a session of an intake began.
document-custody-session-began = آغاز
# Column of a custody record: the files that a session found half copied; behind each the first byte that it read.
document-custody-session-went-on = جاری رکھی گئی، بائٹ سے
# Heading of a custody record: what is missing in the chain.
document-custody-gaps = غیر موجود یا متضاد امور
# Column of a custody record: what is missing or contradictory at an act.
document-custody-gap = مشاہدہ
# Sentence of a custody record.
document-custody-no-gaps = جو کچھ درج کیا گیا ہے اس میں کوئی عمل غائب نہیں اور کوئی عمل دوسرے سے متضاد نہیں۔
# Heading and caption of a custody record: the files that the exhibit holds.
document-custody-files = مادی شہادت کی فائلیں
# Column of a custody record: name of a file with its folder.
document-custody-file = فائل
# Sentence of a custody record, above the list of annexes. $count is how many files are not printed.
document-custody-files-more = مزید { $count } فائلیں مکمل فہرست میں درج ہیں، جو منسلک ہے اور نیچے اس کی ہیش ویلیو کے ساتھ درج ہے۔
# Caption of a table in a custody record: hash values that were asked for beside SHA-256.
document-custody-further = فائلوں کی مزید ہیش ویلیوز
# Column of a custody record: the name of a hash algorithm, such as MD5.
document-custody-algorithm = الگورتھم
# Column of a custody record: a hash value that this program computed.
document-custody-computed = حساب کردہ ہیش ویلیو
# Heading and caption of a table in a custody record: what lies inside image files of disks, hashed apart from the files.
document-custody-media = ڈسک امیجز: اندر کا میڈیا
# Column of a custody record: a hash value that the image file itself holds, from when it was made.
document-custody-stored = امیج میں محفوظ ہیش ویلیو
# Column of a custody record: how the computed hash value compares with the stored one.
document-custody-comparison = موازنہ
# In that column: both are the same.
document-custody-media-same = یکساں
# In that column: they differ.
document-custody-media-different = مختلف
# In that column: the image file holds no such hash value.
document-custody-media-not-stored = محفوظ نہیں
# In that column: the image file could not be read to its end.
document-custody-media-unread = آخر تک نہیں پڑھا گیا
# What is missing in a chain of custody.
document-gap-no-beginning = یہ درج نہیں کہ مادی شہادت تحویل میں کیسے آئی۔
# What is missing in a chain of custody.
document-gap-hand-over = یہ درج نہیں کہ مادی شہادت آخری تحویل دار سے یہاں مذکور شخص تک کیسے پہنچی۔
# What is missing in a chain of custody.
document-gap-person = حوالے کرنے والے یا وصول کرنے والے کا نام درج نہیں۔
# What is wrong in a chain of custody.
document-gap-same-person = حوالے کرنے والا اور وصول کرنے والا ایک ہی شخص ہے۔
# What is wrong in a chain of custody.
document-gap-time = اس عمل کا وقت پچھلے عمل کے وقت سے پہلے کا ہے۔
# What is wrong in a chain of custody.
document-gap-seals = عمل سے پہلے کی مہریں وہ نہیں جو پچھلے عمل کے بعد چھوڑی گئی تھیں۔
# What is wrong in a chain of custody.
document-gap-seals-in-act = مہریں تبدیل ہو گئیں حالانکہ نہ کچھ سربمہر کیا گیا اور نہ کھولا گیا۔
# What is wrong in a chain of custody.
document-gap-digest = ہیش ویلیو پچھلے عمل کی ہیش ویلیو سے مختلف ہے۔
# What is missing in a chain of custody.
document-gap-change = عمل کے دوران مواد تبدیل ہوا اور وجہ درج نہیں۔
# What is wrong in a chain of custody.
document-gap-after-end = مادی شہادت اس عمل سے پہلے واپس یا تلف کی جا چکی تھی۔
# What is wrong in a chain of custody.
document-gap-second-beginning = مادی شہادت دوسری بار تحویل میں آئی۔
# A finding: a hand-over with one signature.
document-gap-signature = حوالگی پر دو میں سے صرف ایک شخص نے دستخط کیے ہیں۔
# What is missing in a chain of custody.
document-gap-authority = یہ درج نہیں کہ یہ عمل کس کے حکم سے کیا گیا۔
# What is missing in a chain of custody.
document-gap-copy = یہ درج نہیں کہ یہ نقل کیسے تیار کی گئی۔
# What is wrong in a chain of custody.
document-gap-other-exhibit = یہ عمل کسی اور مادی شہادت کے لیے درج ہے۔
# Caption of the table of transactions that a trace followed.
document-tracing-table = سراغ لگائی گئی ٹرانزیکشنز
# Caption below the drawing of a trace.
document-tracing-figure = اثاثوں کا بہاؤ

## Signature and seal.

# Label before the line for a signature.
document-signature = دستخط
# Label before the name of the person who signs.
document-name = نام
# Label before the office held by the person who signs.
document-position = عہدہ
# Stands inside the circle for the seal. Russian practice has two letters there.
document-seal-place = مہر کی جگہ
# Above a place for signature: the authority that asks.
document-role-requesting = منجانب درخواست کنندہ اتھارٹی
# Above a place for signature: the authority that was asked.
document-role-requested = منجانب درخواست وصول کنندہ اتھارٹی
# Above a place for signature: the translator.
document-role-translator = مترجم
# Above a place for signature: the officer who has an exhibit now.
document-role-custodian = تحویل کا ذمہ دار افسر

## Papers that go with a request and come back for it: cover letter, certificate of execution, minutes.

# Title of the letter on top of a request that goes out on paper.
document-title-cover-letter = مراسلۂ ارسال
# Heading of the part of a cover letter that says what is enclosed.
document-section-enclosed = ہمراہ ارسال کردہ
# Sentence of a cover letter. $reference is the number of the request, $date its day.
document-cover-enclosed = درخواست { $reference } بتاریخ { $date } اس مراسلے کے ساتھ ارسال ہے۔ اس کے منسلکات اپنی ہیش ویلیو کے ساتھ ذیل میں درج ہیں۔
# Sentence of a cover letter: the other side is asked to confirm receipt.
document-cover-acknowledge = براہ کرم اس حوالے کے ساتھ ارسال کنندہ کو وصولی کی تصدیق کریں۔
# Label before the number of sheets of paper that are enclosed.
document-sheets = منسلک اوراق کی تعداد
# Title of the paper that says what was done on a request.
document-title-certificate = تعمیل کی تصدیق
# Sentence of a certificate of execution. $reference is the number of the request.
document-certificate-whole = درخواست { $reference } کی مکمل تعمیل کر دی گئی۔
# Sentence of a certificate of execution when something was not done. $reference is the number of the request.
document-certificate-part = درخواست { $reference } کی جزوی تعمیل کی گئی۔ جس حصے کی تعمیل نہیں ہوئی وہ وجہ کے ساتھ ذیل میں درج ہے۔
# Heading of the part that says what was done: on a request, or in the course of an act.
document-section-executed = کیے گئے اقدامات
# Column of a certificate of execution: the act that was carried out.
document-executed-act = اقدام
# Column of a certificate of execution: the office or officer who carried out the act.
document-executed-by = انجام دہندہ
# Column of a certificate of execution: what came of the act.
document-executed-outcome = نتیجہ
# Heading of the part of a certificate of execution that says what was not done.
document-section-not-executed = عدم تعمیل
# Column of a certificate of execution: why a part of the request was not executed.
document-not-executed-reason = وجہ
# Heading of the part about evidence that is handed over and may have to come back.
document-section-return = شہادت کی واپسی
# Caption of the table of evidence that is handed over.
document-handed-over = حوالے کی گئی شہادت
# Column: the day by which a piece of evidence must be given back.
document-return-by = واپسی کی تاریخ
# Stands in the column of the day of return where the other side may keep the evidence.
document-return-not-asked = واپسی مطلوب نہیں
# Title of the minutes of an act such as a search or the taking of a statement.
document-title-minutes = رودادِ کارروائی
# Label before the place of an act.
document-place = مقام
# Heading of the list of those who were there.
document-section-present = حاضر افراد
# Column: in which part a person was there, such as specialist, interpreter or attesting witness.
document-present-part = حیثیت
# Heading of the list of what was taken in the course of an act.
document-section-taken = ضبط شدہ اشیا
# Heading of the part with what those present had to say to the minutes.
document-section-objections = ملاحظات اور اعتراضات
# Column: what a person present had to say to the minutes.
document-objection = ملاحظہ یا اعتراض
# Sentence of minutes to which nobody had anything to say.
document-objections-none = کوئی ملاحظہ یا اعتراض پیش نہیں کیا گیا۔
# Sentence before the signatures of minutes.
document-minutes-read = تمام حاضر افراد نے دستخط سے پہلے یہ روداد پڑھ لی ہے یا انہیں پڑھ کر سنا دی گئی ہے۔
# Above a place for signature: the official who keeps the minutes.
document-role-recorder = روداد مرتب کرنے والا اہلکار
# Above a place for signature of minutes: a person who was there.
document-role-present = کارروائی میں حاضر

## The twin: the same content for machines, attached to the file.

# Small print at the end. $file is the name of the attached file, $sha256 its hash value.
document-twin-note = اس دستاویز کا مواد مشین سے پڑھی جانے والی شکل میں الیکٹرانک فائل کے اندر موجود ہے: { $file }، SHA-256 { $sha256 }
# What a viewer shows beside the attached file.
document-twin-description = اس دستاویز کا مواد مشین سے پڑھی جانے والی شکل میں
# What a viewer shows beside the attached signature.
document-twin-signature = مشین سے پڑھی جانے والی شکل پر دستخط

## States: the short names that stand in a letter head.

# The name of the state in its own documents, without article.
document-country-AF = افغانستان
# The name of the state in its own documents, without article.
document-country-IR = اسلامی جمہوریہ ایران
# The name of the state in its own documents, without article.
document-country-KZ = جمہوریہ قازقستان
# The name of the state in its own documents, without article.
document-country-KG = جمہوریہ کرغیز
# The name of the state in its own documents, without article.
document-country-PK = اسلامی جمہوریہ پاکستان
# The name of the state in its own documents, without article.
document-country-TJ = جمہوریہ تاجکستان
# The name of the state in its own documents, without article.
document-country-UZ = جمہوریہ ازبکستان
# The name of the state in its own documents, without article.
document-country-AE = متحدہ عرب امارات
# The name of the state in its own documents, without article.
document-country-AM = جمہوریہ آرمینیا
# The name of the state in its own documents, without article.
document-country-AZ = جمہوریہ آذربائیجان
# The name of the state in its own documents, without article.
document-country-BY = جمہوریہ بیلاروس
# The name of the state in its own documents, without article.
document-country-CN = عوامی جمہوریہ چین
# The name of the state in its own documents, without article.
document-country-DE = وفاقی جمہوریہ جرمنی
# The name of the state in its own documents, without article.
document-country-EE = جمہوریہ ایسٹونیا
# The name of the state in its own documents, without article.
document-country-FR = جمہوریہ فرانس
# The name of the state in its own documents, without article.
document-country-GB = مملکت متحدہ برطانیہ عظمیٰ و شمالی آئرلینڈ
# The name of the state in its own documents, without article.
document-country-GE = جارجیا
# The name of the state in its own documents, without article.
document-country-IN = جمہوریہ بھارت
# The name of the state in its own documents, without article.
document-country-NL = مملکت نیدرلینڈز
# The name of the state in its own documents, without article.
document-country-RU = روسی فیڈریشن
# The name of the state in its own documents, without article.
document-country-SG = جمہوریہ سنگاپور
# The name of the state in its own documents, without article.
document-country-TM = ترکمانستان
# The name of the state in its own documents, without article.
document-country-TR = جمہوریہ ترکیہ
# The name of the state in its own documents, without article.
document-country-US = ریاستہائے متحدہ امریکا

## Names of languages.

# The name of a language, as it stands after *Language of the reply*.
document-language-en = انگریزی
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
document-language-tg = تاجک
# The name of a language, as it stands after *Language of the reply*.
document-language-uz = ازبک
# The name of a language, as it stands after *Language of the reply*.
document-language-kk = قازق
# The name of a language, as it stands after *Language of the reply*.
document-language-ky = کرغیز
