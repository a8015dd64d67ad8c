### The words of printed documents. The comments for translators are those of the English file. What is not here is for screens.
### Not reviewed by a jurist or native translator of any authority: see review.toml.

## Marks that stand on every page.

# A mark in large letters on every page of an exercise. It must not be taken for a real request.
document-exercise = تمرین
# A mark in large letters on every page of a draft.
document-draft = مسوده
# Stands below the letter head of the copy that is sent ahead of the signed and sealed paper.
document-advance-copy = لومړنۍ کاپي. لاسلیک او مهر شوی اصل وروسته لېږل کېږي.
# Stands below the letter head of a print that was made to be read, by the receiving office or in a language that nobody approved.
document-reading-copy = د لوستلو لپاره کاپي چې د ماشین د لوستلو وړ منځپانګې څخه چاپ شوې ده. یوازې لاسلیک شوی اصل د اعتبار وړ دی.
# Stands below the letter head of a request that asks for precedence.
document-urgent = بیړنۍ غوښتنه

## Letter head, addressee, references.

# Label before the authority that is written to.
document-to = مخاطب
# Label before an authority that passes the document on, such as a ministry.
document-through = له لارې
# Label before the one line that says what the document is about.
document-subject = موضوع
# Label before a day: of the document, and below a signature.
document-date = نېټه
# Label before the sender's own reference number.
document-our-reference = زموږ شمېره
# Label before the reference number of the other side.
document-your-reference = ستاسو شمېره
# Label before the number of the criminal case or proceeding.
document-case-number = د قضیې شمېره
# Label before the number under which an office's register has the document.
document-register-number = د ثبت شمېره
# Label before the number that a receiving office gives to a request when it confirms receipt.
document-ticket = د تعقیب شمېره
# Label before the day on which a measure or ticket lapses.
document-valid-until = تر دې نېټې د اعتبار وړ
# Label before the day by which an answer is asked for.
document-reply-by = د ځواب غوښتل شوې نېټه
# Label before the moment at which something was received.
document-received-at = ترلاسه شوه

## Titles.

# Title of a request for legal assistance.
document-title-request = د حقوقي مرستې غوښتنه
# Title of a request to preserve computer data before the full request.
document-title-preservation = د کمپیوټري معلوماتو د بیړنۍ ساتنې غوښتنه
# Title of the paper that confirms receipt of a request.
document-title-acknowledgement = د ترلاسه کولو تایید
# Title of the record of who had an exhibit, and when.
document-title-custody = د شواهدو د ساتنې لیکنه

## Headings of the parts.

# Heading of the part that names who conducts the investigation.
document-section-authority = د قضیې څېړونکې مرجع
# Heading of the table of treaties and articles that the request stands on.
document-section-basis = حقوقي بنسټ
# Heading of the summary of facts.
document-section-facts = د پېښو لنډیز
# Heading of the part with offences and penalties.
document-section-offences = جرمونه او جزاګانې
# Heading of the part about persons.
document-section-persons = اړوند اشخاص
# Heading of the part that says what is asked for.
document-section-items = غوښتل شوې مرسته
# Heading of the part that says what the evidence is for.
document-section-purpose = د غوښتنې موخه
# Heading of the part about secrecy.
document-section-confidentiality = محرمیت
# Heading of the part about a particular procedure that is wished.
document-section-procedure = غوښتل شوی طرزالعمل
# Heading of the part with a deadline and its reason.
document-section-deadline = ټاکلې موده او د هغې دلیل
# Heading of the part with promises of the requesting state.
document-section-assurances = تضمینونه
# Heading of the part that follows the money; a drawing and a table.
document-section-tracing = د مجازي شتمنیو ردیابي
# Heading of the list of attached files.
document-annexes = ضمیمې

## Columns and labels.

# Column: the treaty or law.
document-basis-instrument = سند
# Column: the articles of the treaty or law.
document-basis-articles = مادې
# Column: what the articles provide.
document-basis-provides = حکمونه
# Column, in drafts only: whether a jurist has confirmed the row.
document-basis-standing = د حقوق پوه تایید
# In drafts only, in the column about confirmation: a jurist has confirmed the row.
document-basis-confirmed = تایید شوی
# In drafts only: nobody has confirmed the row. $source is the source of the fact, $date its date, $confidence how sure the law pack is.
document-basis-unconfirmed = نه دی تایید شوی. سرچینه: { $source }، { $date }؛ د باور کچه: { $confidence }.
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-verified = تایید شوی
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-unverified = ناتایید شوی
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-disputed = د اختلاف وړ
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-unknown = نامعلوم
# Stands where the date of a source is not known.
document-date-unknown = نېټه نامعلومه
# Whole sentence in the part about legal basis when no treaty obliges the other state. Nothing may sound like an obligation.
document-basis-none = غوښتونکې مرجع داسې کوم نړیوال تړون نه پېژني چې غوښتل شوی دولت د دې مرستې کولو ته مکلف کړي. دا مرسته د متقابل عمل او د غوښتل شوي دولت د قانون پر بنسټ غوښتل کېږي.
# Promise of the requesting state, a whole sentence.
document-assurance-reciprocity = غوښتونکی دولت به د ورته غوښتنې په ځواب کې ورته مرسته وکړي.
# Promise of the requesting state, a whole sentence. $reference is the number of the request.
document-assurance-use = هغه څه چې ورکول کېږي، یوازې په هغې رسیدنې کې کارول کېږي چې په { $reference } غوښتنه کې یاده شوې ده، مګر دا چې غوښتل شوی دولت د بلې کارونې سره موافقه وکړي.
# Sentence of an acknowledgement. $reference is the number of the request, $moment when it was received.
document-received = د { $reference } غوښتنه په { $moment } ترلاسه شوه. دا لیک یوازې ترلاسه کول تاییدوي؛ د غوښتنې په اړه پرېکړه نه ده.
# Column or label: a number in a list.
document-annex-number = شمېره
# Column: what an annex is.
document-annex-title = ضمیمه
# Column: the length of a file in bytes.
document-annex-length = بایټ
# Column: the SHA-256 value of a file.
document-annex-hash = د SHA-256 هش ارزښت
# A span of days, both included. $from and $to are dates.
document-period = له { $from } تر { $to } پورې
# Label before the full name of a person.
document-full-name = بشپړ نوم
# Label before the day of birth of a person.
document-born = د زېږېدو نېټه
# Label before the citizenship of a person.
document-citizenship = تابعیت
# Label before the part that a person has in the proceeding, such as suspect or victim.
document-standing = په قضیه کې موقف
# A value of the status of a person.
document-standing-suspect = مظنون
# A value of the status of a person.
document-standing-victim = زیانمن شوی
# A value of the status of a person.
document-standing-witness = شاهد
# A value of the status of a person who is not yet known by name.
document-standing-unknown = نه دی پېژندل شوی
# Label before where a person lives.
document-residence = د استوګنې ځای
# Label before the number of a passport or identity card.
document-identity-document = د هویت سند
# Label before a crypto address.
document-address = د کریپټو پته
# Label before the name of a ledger.
document-ledger = بلاکچین
# Label before a transaction on a ledger.
document-transaction = معامله
# Label before an amount.
document-amount = مبلغ
# Label before a time span.
document-period-label = موده
# Label before a service provider that holds the data.
document-provider = د خدمتونو وړاندې کوونکی
# Label before a moment.
document-moment = وخت
# Label before what something is.
document-description = توضیحات
# Label before the item that a row is about.
document-item = مورد
# Label before the language in which an answer is asked for.
document-reply-language = د ځواب ژبه
# Label before an exhibit.
document-exhibit = مادي دلیل
# Column of a custody record: who gave the exhibit.
document-given-by = سپارونکی
# Column of a custody record: who took the exhibit.
document-taken-by = تسلیمېدونکی
# Column of a custody record: why the exhibit changed hands.
document-reason = لامل
# Caption of the table of a custody record.
document-custody-table = د مادي دلیل لېږد
# A column: what was done with an exhibit.
document-custody-act = عمل
# What was done with an exhibit.
document-custody-collected = ضبط شو
# What was done with an exhibit.
document-custody-received = تسلیم شو
# What was done with an exhibit.
document-custody-handed-over = وسپارل شو
# What was done with an exhibit.
document-custody-copied = کاپي شو
# What was done with an exhibit.
document-custody-examined = وڅېړل شو
# What was done with an exhibit.
document-custody-sealed = مهر شو
# What was done with an exhibit.
document-custody-opened = پرانستل شو
# What was done with an exhibit.
document-custody-returned = بېرته ورکړل شو
# What was done with an exhibit.
document-custody-destroyed = له منځه یوړل شو
# Heading of a custody record: each act with all that was recorded of it.
document-custody-details = د هر عمل تفصیل
# Name of a field of a custody record: the number of the working copy that an act concerns.
document-custody-copy = د کاري کاپۍ شمېره
# Name of a field of a custody record: the number of the working copy that was made.
document-custody-copy-made = د جوړې شوې کاري کاپۍ شمېره
# Name of a field of a custody record: who else was present.
document-custody-present = نور حاضر کسان
# Name of a field of a custody record: the warrant, consent, request or order.
document-custody-authority = حقوقي بنسټ
# Name of a field of a custody record: numbers of the seals that were on it before the act.
document-custody-seals-before = له عمل مخکې مهرونه
# Name of a field of a custody record: numbers of the seals that were on it after the act.
document-custody-seals-after = له عمل وروسته مهرونه
# Name of a field of a custody record: in what state the exhibit was.
document-custody-condition = حالت
# Name of a field of a custody record: program or instrument, version, settings.
document-custody-tool = کارول شوې وسیله
# Name of a field of a custody record: the hash value before the act.
document-custody-before = له عمل مخکې SHA-256
# Name of a field of a custody record: the hash value after the act.
document-custody-after = له عمل وروسته SHA-256
# Name of a field of a custody record: a change that could not be avoided, and why.
document-custody-change = ناګزیر بدلون او لامل یې
# How an exhibit travelled, and in what.
document-custody-transport = لېږد
# Where an exhibit is kept, and how.
document-custody-storage = د ساتنې ځای
# Who signed an act of custody as the second person, and when.
document-custody-confirmed = په دویم لاسلیک تایید شوی
# Name of a field of a custody record: who holds the exhibit now.
document-custody-holder = اوسنی ساتونکی
# Stands where nobody holds the exhibit: it was returned or destroyed.
document-custody-ended = هېڅوک: ساتنه پای ته رسېدلې ده
# Name of a field: the title of the case.
document-case-title = قضیه
# Name of a field: the identifier of the case in the record.
document-case-identifier = د قضیې پېژند
# Name of a field: the identifier of an entry in the record.
document-entry = ثبت
# Name of a field: when something was written down in the record.
document-recorded-at = د ثبت وخت
# Name of a field: when an act was written down that had taken place before others which were written down earlier.
document-recorded-late = په ځنډ د ثبت وخت
# The exhibit itself, as against its working copies.
document-custody-original = اصل
# A working copy. $number is its number.
document-custody-on-copy = کاري کاپۍ نمبر { $number }
# A name and its value on one line. Both are filled in.
document-labelled = { $label }: { $value }
# Name of a hash value: of the one file of an exhibit.
document-hash-file = د دوتنې SHA-256
# Name of a hash value: of the list of all files of an exhibit with their hash values.
document-hash-root = د دوتنو د لېست ریښه (SHA-256)
# Name of a field: how many files an exhibit holds.
document-custody-file-count = د دوتنو شمېر
# Name of a field: how many bytes all files of an exhibit hold.
document-custody-bytes = ټول بایټونه
# Marks an act of custody that was withdrawn; its ground follows in some places.
document-custody-withdrawn = بېرته اخیستل شوی: نه شمېرل کېږي
# Name of a field: who withdrew an act, and when.
document-custody-withdrawn-by = بېرته اخیستونکی
# A ground on which an entry was withdrawn.
document-ground-mistaken = په تېروتنه ثبت شوی
# A ground on which an entry was withdrawn: secrecy of counsel or the like.
document-ground-privileged = د محرمیت تر ساتنې لاندې
# A ground on which an entry was withdrawn.
document-ground-wrong-case = د بلې قضیې اړوند
# Name of a field: who signed an act by hand, on paper.
document-custody-on-paper = پر کاغذ لاسلیک کوونکی
# Name of a field: the officer who has seen the paper that was signed by hand, and when.
document-custody-paper-seen-by = د کاغذ لیدونکی
# Name of a field: the hash value of the scan of a paper that was signed by hand.
document-custody-paper = د سکن شوي کاغذ SHA-256
# Name of a field: what the person who confirms an act has to say about it.
document-custody-note = یادونه
# Name of a value: who had the exhibit last.
document-custody-last-holder = وروستی ساتونکی
# Stands for an act whose content is kept from the paper because it was withdrawn as privileged or of another case.
document-content-withheld = منځپانګه نه ده ورکړل شوې
# Stands for an act whose content was destroyed by order of two persons.
document-content-destroyed = منځپانګه له منځه وړل شوې
# Who made a thing.
document-item-make = جوړوونکی
# What its maker calls a thing.
document-item-model = موډل
# The number that the maker gave a thing.
document-item-serial = سریال شمېره
# The number of a mobile device.
document-item-imei = IMEI
# How many bytes a disk or memory can hold.
document-item-capacity = ظرفیت، بایټ
# Whether a device was running when it was found.
document-item-power = د موندلو پر مهال د برېښنا حالت
# By how many seconds the clock of a device was ahead.
document-item-clock-ahead = ساعت مخکې و، ثانیې
# By how many seconds the clock of a device was behind.
document-item-clock-behind = ساعت وروسته و، ثانیې
# Name of a field of a custody record: a number of bytes.
document-custody-unread = د خراب وسیلې هغه بایټونه چې ونه لوستل شول (په کاپي کې صفرونه)
# Heading of a custody record: the files were read again and compared with what came in.
document-custody-checks = د دوتنو وروستۍ کتنې
# Column of a custody record: how many checks there were, one after the other, with the same result.
document-custody-check-count = څو ځله
# Column of a custody record: the officers who had the files read again.
document-custody-checked-by = چا وکتل
# Column of a custody record: what came of the check.
document-custody-check-result = پایله
# Result of a check: all files are what came in.
document-custody-check-unchanged = نه دي بدل شوي
# Result of a check; how many files or places follows as a number.
document-custody-check-changed = بدل، زیانمن یا ورک
# Result of a check: not all could be read; how many files or places follows as a number.
document-custody-check-undecided = ونه ټاکل شوه
# Heading of a custody record: files of the exhibit that were written out, in the clear.
document-custody-given-out = ورکړل شوې دوتنې
# Column of a custody record: the officer who had a file written out.
document-custody-given-out-by = چا ورکړې
# Heading of a custody record: who saw a recovery phrase or key that was found in the exhibit.
document-custody-looks = د موندل شویو رازونو کتنې
# Column of a custody record: a recovery phrase or key, named by a fingerprint.
document-custody-secret = راز (د ګوتې نښه)
# Column of a custody record: the officer who saw a recovery phrase or key.
document-custody-seen-by = چا ولید
# Column of a custody record: the officer who approved that another saw it.
document-custody-look-approved = چا تایید کړ
# Heading of a custody record: the node read files of the exhibit again by itself, and some were damaged.
document-custody-found = هغه زیان چې غوټې وموند
# What was found of a file when the node read it again.
document-custody-found-decayed = هغه نه دی چې لیکل شوی و: بایټونه یې بدل شوي
# What was found of a file when the node read it again.
document-custody-found-malformed = پرې شوی یا نور د زېرمې دوتنه نه ده
# What was found of a file when the node read it again.
document-custody-found-unreadable = له ډیسک نه لوستل کېږي
# What was found of a file when the node looked for it.
document-custody-found-missing = نور په زېرمه کې نشته
# What was found of a file when the node read it again, after it was not so.
document-custody-found-whole = بیا روغه ده
# Heading of a custody record: packages with files of the exhibit that were written for somebody.
document-custody-packages = لیکل شوې کڅوړې
# Column of a custody record: for whom a package was written.
document-custody-packaged-for = د چا لپاره
# Column of a custody record: the officer who wrote a package.
document-custody-packaged-by = چا ولیکله
# Heading of a custody record: packages that offices of other nodes may fetch, or might.
document-custody-offers = نورو دفترونو ته وړاندیزونه
# Column of a custody record: the office that may fetch a package.
document-custody-offered-to = څوک یې اخیستلی شي
# Column of a custody record: the officer who offered a package to another office.
document-custody-offered-by = چا وړاندیز وکړ
# Column of a custody record: whether an offer holds, and how far it has come.
document-custody-offer-standing = حالت
# State of an offer to another office.
document-custody-offer-withdrawn = بېرته واخیستل شو
# State of an offer to another office: the agreement under which it was made is not in force.
document-custody-offer-ended = د تړون سره پای ته ورسېد
# State of an offer to another office: its message was not delivered yet.
document-custody-offer-waiting = لا نه دی رسېدلی
# State of an offer to another office: its message came there.
document-custody-offer-received = ورسېد
# State of an offer to another office: an officer there has opened it, and may have fetched the package.
document-custody-offer-opened = هلته پرانیستل شو؛ ښايي کڅوړه اخیستل شوې وي
# State of an offer to another office: its node refused the message.
document-custody-offer-refused = رد شو
# Heading of a custody record: the intake was cut off, and gone on with.
document-custody-sessions = د اخیستلو ناستې
# Column of a custody record: when a session of an intake began.
document-custody-session-began = پیل
# Column of a custody record: the files that a session found half copied; behind each the first byte that it read.
document-custody-session-went-on = دوام ورکړل شوي، له بایټ نه
# Heading of a custody record: what is missing in the chain.
document-custody-gaps = نیمګړتیاوې او تناقضونه
# Column of a custody record: what is missing or contradictory at an act.
document-custody-gap = موندنه
# Sentence of a custody record.
document-custody-no-gaps = په ثبت شوو معلوماتو کې هېڅ عمل کم نه دی او هېڅ عمل له بل سره په تناقض کې نه دی.
# Heading and caption of a custody record: the files that the exhibit holds.
document-custody-files = د مادي دلیل دوتنې
# Column of a custody record: name of a file with its folder.
document-custody-file = دوتنه
# Sentence of a custody record, above the list of annexes. $count is how many files are not printed.
document-custody-files-more = نورې { $count } فایلونه په بشپړ لېست کې دي چې ضمیمه دی او لاندې د خپل هش مقدار سره یاد شوی دی.
# Caption of a table in a custody record: hash values that were asked for beside SHA-256.
document-custody-further = د دوتنو نور هش ارزښتونه
# Column of a custody record: the name of a hash algorithm, such as MD5.
document-custody-algorithm = الګوریتم
# Column of a custody record: a hash value that this program computed.
document-custody-computed = محاسبه شوی هش ارزښت
# Heading and caption of a table in a custody record: what lies inside image files of disks, hashed apart from the files.
document-custody-media = د ډیسک انځورونه: د رسنۍ منځپانګه
# Column of a custody record: a hash value that the image file itself holds, from when it was made.
document-custody-stored = په انځور کې خوندي شوی هش ارزښت
# Column of a custody record: how the computed hash value compares with the stored one.
document-custody-comparison = پرتله
# In that column: both are the same.
document-custody-media-same = یو شان
# In that column: they differ.
document-custody-media-different = توپیر لري
# In that column: the image file holds no such hash value.
document-custody-media-not-stored = نه دی خوندي شوی
# In that column: the image file could not be read to its end.
document-custody-media-unread = تر پایه ونه لوستل شو
# What is missing in a chain of custody.
document-gap-no-beginning = دا نه دي ثبت شوي چې مادي دلیل څنګه تر ساتنې لاندې راغلی دی.
# What is missing in a chain of custody.
document-gap-hand-over = دا نه دي ثبت شوي چې مادي دلیل له وروستي ساتونکي څخه دلته یاد شوي کس ته څنګه رسېدلی دی.
# What is missing in a chain of custody.
document-gap-person = د سپارونکي یا تسلیمېدونکي نوم نه دی یاد شوی.
# What is wrong in a chain of custody.
document-gap-same-person = سپارونکی او تسلیمېدونکی یو کس دی.
# What is wrong in a chain of custody.
document-gap-time = د دې عمل وخت د مخکیني عمل له وخت څخه دمخه دی.
# What is wrong in a chain of custody.
document-gap-seals = له عمل مخکې مهرونه هغه نه دي چې له مخکیني عمل وروسته پاتې وو.
# What is wrong in a chain of custody.
document-gap-seals-in-act = مهرونه بدل شوي دي، حال دا چې هېڅ شی نه دی مهر شوی او نه پرانستل شوی.
# What is wrong in a chain of custody.
document-gap-digest = د هش ارزښت د مخکیني عمل د هش له ارزښت سره یو شان نه دی.
# What is missing in a chain of custody.
document-gap-change = په دې عمل کې منځپانګه بدله شوې ده او لامل یې نه دی ثبت شوی.
# What is wrong in a chain of custody.
document-gap-after-end = مادي دلیل له دې عمل مخکې بېرته ورکړل شوی یا له منځه وړل شوی و.
# What is wrong in a chain of custody.
document-gap-second-beginning = مادي دلیل د دوهم ځل لپاره تر ساتنې لاندې راغلی دی.
# A finding: a hand-over with one signature.
document-gap-signature = سپارل یوازې له دوو کسانو یوه لاسلیک کړي دي.
# What is missing in a chain of custody.
document-gap-authority = دا نه دي ثبت شوي چې دا عمل د چا په امر شوی دی.
# What is missing in a chain of custody.
document-gap-copy = دا نه دي ثبت شوي چې دا کاپي څنګه جوړه شوې ده.
# What is wrong in a chain of custody.
document-gap-other-exhibit = دا عمل د بل مادي دلیل لپاره ثبت شوی دی.
# Caption of the table of transactions that a trace followed.
document-tracing-table = تعقیب شوې معاملې
# Caption below the drawing of a trace.
document-tracing-figure = د شتمنیو بهیر

## Signature and seal.

# Label before the line for a signature.
document-signature = لاسلیک
# Label before the name of the person who signs.
document-name = نوم
# Label before the office held by the person who signs.
document-position = دنده
# Stands inside the circle for the seal. Russian practice has two letters there.
document-seal-place = د مهر ځای
# Above a place for signature: the authority that asks.
document-role-requesting = د غوښتونکې مرجع له خوا
# Above a place for signature: the authority that was asked.
document-role-requested = د غوښتل شوې مرجع له خوا
# Above a place for signature: the translator.
document-role-translator = ژباړن
# Above a place for signature: the officer who has an exhibit now.
document-role-custodian = د ساتنې مسوول

## Papers that go with a request and come back for it: cover letter, certificate of execution, minutes.

# Title of the letter on top of a request that goes out on paper.
document-title-cover-letter = ملګری لیک
# Heading of the part of a cover letter that says what is enclosed.
document-section-enclosed = له لیک سره لېږل شوي
# Sentence of a cover letter. $reference is the number of the request, $date its day.
document-cover-enclosed = د { $date } نېټې { $reference } غوښتنه له دې لیک سره لېږل کېږي. د هغې ضمیمې د خپلو هش ارزښتونو سره لاندې راغلي دي.
# Sentence of a cover letter: the other side is asked to confirm receipt.
document-cover-acknowledge = هیله ده د دې شمېرې په یادولو سره لېږونکي ته د ترلاسه کولو تایید ورکړئ.
# Label before the number of sheets of paper that are enclosed.
document-sheets = د پاڼو شمېر
# Title of the paper that says what was done on a request.
document-title-certificate = د غوښتنې د اجرا تصدیق
# Sentence of a certificate of execution. $reference is the number of the request.
document-certificate-whole = د { $reference } غوښتنه په بشپړه توګه اجرا شوه.
# Sentence of a certificate of execution when something was not done. $reference is the number of the request.
document-certificate-part = د { $reference } غوښتنه تر یوې اندازې اجرا شوه. هغه څه چې نه دي اجرا شوي، له لامل سره لاندې راغلي دي.
# Heading of the part that says what was done: on a request, or in the course of an act.
document-section-executed = ترسره شوي کارونه
# Column of a certificate of execution: the act that was carried out.
document-executed-act = کړنه
# Column of a certificate of execution: the office or officer who carried out the act.
document-executed-by = ترسره کوونکی
# Column of a certificate of execution: what came of the act.
document-executed-outcome = پایله
# Heading of the part of a certificate of execution that says what was not done.
document-section-not-executed = نااجرا شوې برخې
# Column of a certificate of execution: why a part of the request was not executed.
document-not-executed-reason = لامل
# Heading of the part about evidence that is handed over and may have to come back.
document-section-return = د شواهدو بېرته ورکول
# Caption of the table of evidence that is handed over.
document-handed-over = سپارل شوي شواهد
# Column: the day by which a piece of evidence must be given back.
document-return-by = د بېرته ورکولو نېټه
# Stands in the column of the day of return where the other side may keep the evidence.
document-return-not-asked = بېرته ورکول نه غوښتل کېږي
# Title of the minutes of an act such as a search or the taking of a statement.
document-title-minutes = محضر
# Label before the place of an act.
document-place = ځای
# Heading of the list of those who were there.
document-section-present = حاضر کسان
# Column: in which part a person was there, such as specialist, interpreter or attesting witness.
document-present-part = رول
# Heading of the list of what was taken in the course of an act.
document-section-taken = اخیستل شوي شیان
# Heading of the part with what those present had to say to the minutes.
document-section-objections = څرګندونې او اعتراضونه
# Column: what a person present had to say to the minutes.
document-objection = څرګندونه یا اعتراض
# Sentence of minutes to which nobody had anything to say.
document-objections-none = هېڅ څرګندونه یا اعتراض ونه شو.
# Sentence before the signatures of minutes.
document-minutes-read = ټولو حاضرو کسانو له لاسلیک مخکې دا محضر لوستی یا ورته لوستل شوی دی.
# Above a place for signature: the official who keeps the minutes.
document-role-recorder = د محضر ترتیبوونکی
# Above a place for signature of minutes: a person who was there.
document-role-present = د کړنې پر مهال حاضر

## The twin: the same content for machines, attached to the file.

# Small print at the end. $file is the name of the attached file, $sha256 its hash value.
document-twin-note = د دې سند منځپانګه د ماشین د لوستلو وړ بڼه کې د برېښنايي دوتنې دننه شته: { $file }، SHA-256 { $sha256 }
# What a viewer shows beside the attached file.
document-twin-description = د دې سند منځپانګه د ماشین د لوستلو وړ بڼه کې
# What a viewer shows beside the attached signature.
document-twin-signature = د ماشین د لوستلو وړ بڼې لاسلیک

## States: the short names that stand in a letter head.

# The name of the state in its own documents, without article.
document-country-AF = افغانستان
# The name of the state in its own documents, without article.
document-country-IR = د ایران اسلامي جمهوریت
# The name of the state in its own documents, without article.
document-country-KZ = د قزاقستان جمهوریت
# The name of the state in its own documents, without article.
document-country-KG = د قرغیزستان جمهوریت
# The name of the state in its own documents, without article.
document-country-PK = د پاکستان اسلامي جمهوریت
# The name of the state in its own documents, without article.
document-country-TJ = د تاجکستان جمهوریت
# The name of the state in its own documents, without article.
document-country-UZ = د ازبکستان جمهوریت
# The name of the state in its own documents, without article.
document-country-AE = متحده عربي امارات
# The name of the state in its own documents, without article.
document-country-AM = د ارمنستان جمهوریت
# The name of the state in its own documents, without article.
document-country-AZ = د اذربایجان جمهوریت
# The name of the state in its own documents, without article.
document-country-BY = د بېلاروس جمهوریت
# The name of the state in its own documents, without article.
document-country-CN = د چین خلکو جمهوریت
# The name of the state in its own documents, without article.
document-country-DE = د جرمني فدرالي جمهوریت
# The name of the state in its own documents, without article.
document-country-EE = د استونیا جمهوریت
# The name of the state in its own documents, without article.
document-country-FR = د فرانسې جمهوریت
# The name of the state in its own documents, without article.
document-country-GB = د لویې بریتانیا او شمالي ایرلنډ متحده پاچاهي
# The name of the state in its own documents, without article.
document-country-GE = ګرجستان
# The name of the state in its own documents, without article.
document-country-IN = د هند جمهوریت
# The name of the state in its own documents, without article.
document-country-NL = د هالنډ پاچاهي
# The name of the state in its own documents, without article.
document-country-RU = د روسیې فدراسیون
# The name of the state in its own documents, without article.
document-country-SG = د سینګاپور جمهوریت
# The name of the state in its own documents, without article.
document-country-TM = ترکمنستان
# The name of the state in its own documents, without article.
document-country-TR = د ترکیې جمهوریت
# The name of the state in its own documents, without article.
document-country-US = د امریکا متحده ایالات

## Names of languages.

# The name of a language, as it stands after *Language of the reply*.
document-language-en = انګلیسي
# The name of a language, as it stands after *Language of the reply*.
document-language-ru = روسي
# The name of a language, as it stands after *Language of the reply*.
document-language-fa = فارسي
# The name of a language, as it stands after *Language of the reply*.
document-language-fa-AF = دري
# The name of a language, as it stands after *Language of the reply*.
document-language-ps = پښتو
# The name of a language, as it stands after *Language of the reply*.
document-language-ur = اردو
# The name of a language, as it stands after *Language of the reply*.
document-language-tg = تاجکي
# The name of a language, as it stands after *Language of the reply*.
document-language-uz = ازبکي
# The name of a language, as it stands after *Language of the reply*.
document-language-kk = قزاقي
# The name of a language, as it stands after *Language of the reply*.
document-language-ky = قرغزي
