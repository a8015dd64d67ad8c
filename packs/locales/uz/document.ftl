### The words of printed documents. The comments for translators are those of the English file. What is not here is for screens.
### Not reviewed by a jurist or native translator of any authority: see review.toml.

## Marks that stand on every page.

# A mark in large letters on every page of an exercise. It must not be taken for a real request.
document-exercise = OʻQUV MASHQI
# A mark in large letters on every page of a draft.
document-draft = QORALAMA
# Stands below the letter head of the copy that is sent ahead of the signed and sealed paper.
document-advance-copy = Oldindan yuboriladigan nusxa. Imzolangan va muhrlangan asl nusxasi keyin yuboriladi.
# Stands below the letter head of a print that was made to be read, by the receiving office or in a language that nobody approved.
document-reading-copy = Mashinada oʻqiladigan mazmundan chop etilgan, tanishish uchun nusxa. Faqat imzolangan asl nusxa kuchga ega.
# Stands below the letter head of a request that asks for precedence.
document-urgent = SHOSHILINCH SOʻROV

## Letter head, addressee, references.

# Label before the authority that is written to.
document-to = Kimga
# Label before an authority that passes the document on, such as a ministry.
document-through = Orqali
# Label before the one line that says what the document is about.
document-subject = Mavzu
# Label before a day: of the document, and below a signature.
document-date = Sana
# Label before the sender's own reference number.
document-our-reference = Bizning raqam
# Label before the reference number of the other side.
document-your-reference = Sizning raqam
# Label before the number of the criminal case or proceeding.
document-case-number = Ish raqami
# Label before the number under which an office's register has the document.
document-register-number = Roʻyxatga olish raqami
# Label before the number that a receiving office gives to a request when it confirms receipt.
document-ticket = Qabul raqami
# Label before the day on which a measure or ticket lapses.
document-valid-until = Amal qilishining oxirgi kuni
# Label before the day by which an answer is asked for.
document-reply-by = Javob soʻralgan muddat
# Label before the moment at which something was received.
document-received-at = Qabul qilindi

## Titles.

# Title of a request for legal assistance.
document-title-request = Huquqiy yordam koʻrsatish toʻgʻrisidagi soʻrov
# Title of a request to preserve computer data before the full request.
document-title-preservation = Kompyuter axborotining saqlanishini tezkor taʼminlash toʻgʻrisidagi soʻrov
# Title of the paper that confirms receipt of a request.
document-title-acknowledgement = Qabul qilinganini tasdiqlash
# Title of the record of who had an exhibit, and when.
document-title-custody = Dalilni saqlash bayonnomasi

## Headings of the parts.

# Heading of the part that names who conducts the investigation.
document-section-authority = Ish yurituvchi organ
# Heading of the table of treaties and articles that the request stands on.
document-section-basis = Huquqiy asos
# Heading of the summary of facts.
document-section-facts = Holatlarning qisqacha bayoni
# Heading of the part with offences and penalties.
document-section-offences = Jinoyatlar va jazolar
# Heading of the part about persons.
document-section-persons = Aloqador shaxslar
# Heading of the part that says what is asked for.
document-section-items = Soʻralayotgan yordam
# Heading of the part that says what the evidence is for.
document-section-purpose = Soʻrovning maqsadi
# Heading of the part about secrecy.
document-section-confidentiality = Maxfiylik
# Heading of the part about a particular procedure that is wished.
document-section-procedure = Rioya etiladigan tartib
# Heading of the part with a deadline and its reason.
document-section-deadline = Muddat va uning sababi
# Heading of the part with promises of the requesting state.
document-section-assurances = Kafolatlar
# Heading of the part that follows the money; a drawing and a table.
document-section-tracing = Kripto-aktivlarni kuzatish
# Heading of the list of attached files.
document-annexes = Ilovalar

## Columns and labels.

# Column: the treaty or law.
document-basis-instrument = Hujjat
# Column: the articles of the treaty or law.
document-basis-articles = Moddalar
# Column: what the articles provide.
document-basis-provides = Nimani nazarda tutadi
# Column, in drafts only: whether a jurist has confirmed the row.
document-basis-standing = Yurist tasdiqlagan
# In drafts only, in the column about confirmation: a jurist has confirmed the row.
document-basis-confirmed = Tasdiqlangan
# In drafts only: nobody has confirmed the row. $source is the source of the fact, $date its date, $confidence how sure the law pack is.
document-basis-unconfirmed = TASDIQLANMAGAN. Manba: { $source }, { $date }; ishonchliligi: { $confidence }.
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-verified = tasdiqlangan
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-unverified = tasdiqlanmagan
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-disputed = bahsli
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-unknown = nomaʼlum
# Stands where the date of a source is not known.
document-date-unknown = sanasi nomaʼlum
# Whole sentence in the part about legal basis when no treaty obliges the other state. Nothing may sound like an obligation.
document-basis-none = Soʻrov berayotgan organga soʻrov berilayotgan davlatni ushbu yordamni koʻrsatishga majbur qiladigan xalqaro shartnoma maʼlum emas. Yordam oʻzarolik prinsipi va soʻrov berilayotgan davlat qonunchiligi asosida soʻralmoqda.
# Promise of the requesting state, a whole sentence.
document-assurance-reciprocity = Soʻrov berayotgan davlat shunday soʻrov boʻyicha shunga oʻxshash yordam koʻrsatadi.
# Promise of the requesting state, a whole sentence. $reference is the number of the request.
document-assurance-use = Taqdim etilgan maʼlumotlar, agar soʻrov berilayotgan davlat boshqacha foydalanishga rozi boʻlmasa, faqat { $reference } soʻrovda koʻrsatilgan ish boʻyicha ishlatiladi.
# Sentence of an acknowledgement. $reference is the number of the request, $moment when it was received.
document-received = { $reference } soʻrov qabul qilingan vaqt: { $moment }. Ushbu hujjat faqat qabul qilinganini tasdiqlaydi; u soʻrov boʻyicha qaror emas.
# Column or label: a number in a list.
document-annex-number = №
# Column: what an annex is.
document-annex-title = Ilova
# Column: the length of a file in bytes.
document-annex-length = Bayt
# Column: the SHA-256 value of a file.
document-annex-hash = SHA-256 xesh qiymati
# A span of days, both included. $from and $to are dates.
document-period = { $from } — { $to }
# Label before the full name of a person.
document-full-name = Familiyasi, ismi, otasining ismi
# Label before the day of birth of a person.
document-born = Tugʻilgan sanasi
# Label before the citizenship of a person.
document-citizenship = Fuqaroligi
# Label before the part that a person has in the proceeding, such as suspect or victim.
document-standing = Ishdagi maqomi
# A value of the status of a person.
document-standing-suspect = gumon qilinuvchi
# A value of the status of a person.
document-standing-victim = jabrlanuvchi
# A value of the status of a person.
document-standing-witness = guvoh
# A value of the status of a person who is not yet known by name.
document-standing-unknown = aniqlanmagan
# Label before where a person lives.
document-residence = Yashash joyi
# Label before the number of a passport or identity card.
document-identity-document = Shaxsni tasdiqlovchi hujjat
# Label before a crypto address.
document-address = Kripto-manzil
# Label before the name of a ledger.
document-ledger = Blokcheyn
# Label before a transaction on a ledger.
document-transaction = Tranzaksiya
# Label before an amount.
document-amount = Summa
# Label before a time span.
document-period-label = Davr
# Label before a service provider that holds the data.
document-provider = Xizmatlar provayderi
# Label before a moment.
document-moment = Vaqt
# Label before what something is.
document-description = Tavsifi
# Label before the item that a row is about.
document-item = Band
# Label before the language in which an answer is asked for.
document-reply-language = Javob tili
# Label before an exhibit.
document-exhibit = Ashyoviy dalil
# Column of a custody record: who gave the exhibit.
document-given-by = Topshirdi
# Column of a custody record: who took the exhibit.
document-taken-by = Qabul qildi
# Column of a custody record: why the exhibit changed hands.
document-reason = Sababi
# Caption of the table of a custody record.
document-custody-table = Ashyoviy dalilning harakati
# A column: what was done with an exhibit.
document-custody-act = Harakat
# What was done with an exhibit.
document-custody-collected = Olib qoʻyildi
# What was done with an exhibit.
document-custody-received = Qabul qilindi
# What was done with an exhibit.
document-custody-handed-over = Topshirildi
# What was done with an exhibit.
document-custody-copied = Nusxa olindi
# What was done with an exhibit.
document-custody-examined = Tekshirildi
# What was done with an exhibit.
document-custody-sealed = Muhrlandi
# What was done with an exhibit.
document-custody-opened = Ochildi
# What was done with an exhibit.
document-custody-returned = Qaytarildi
# What was done with an exhibit.
document-custody-destroyed = Yoʻq qilindi
# Heading of a custody record: each act with all that was recorded of it.
document-custody-details = Har bir harakat toʻgʻrisida maʼlumot
# Name of a field of a custody record: the number of the working copy that an act concerns.
document-custody-copy = Ishchi nusxa, №
# Name of a field of a custody record: the number of the working copy that was made.
document-custody-copy-made = Tayyorlangan ishchi nusxa, №
# Name of a field of a custody record: who else was present.
document-custody-present = Boshqa ishtirok etganlar
# Name of a field of a custody record: the warrant, consent, request or order.
document-custody-authority = Huquqiy asos
# Name of a field of a custody record: numbers of the seals that were on it before the act.
document-custody-seals-before = Harakatdan oldingi muhrlar
# Name of a field of a custody record: numbers of the seals that were on it after the act.
document-custody-seals-after = Harakatdan keyingi muhrlar
# Name of a field of a custody record: in what state the exhibit was.
document-custody-condition = Holati
# Name of a field of a custody record: program or instrument, version, settings.
document-custody-tool = Qoʻllanilgan vosita
# Name of a field of a custody record: the hash value before the act.
document-custody-before = Harakatdan oldingi SHA-256
# Name of a field of a custody record: the hash value after the act.
document-custody-after = Harakatdan keyingi SHA-256
# Name of a field of a custody record: a change that could not be avoided, and why.
document-custody-change = Oldini olib boʻlmagan oʻzgarish va uning sababi
# How an exhibit travelled, and in what.
document-custody-transport = Tashish
# Where an exhibit is kept, and how.
document-custody-storage = Saqlash joyi
# Who signed an act of custody as the second person, and when.
document-custody-confirmed = Ikkinchi imzo bilan tasdiqlandi
# Name of a field of a custody record: who holds the exhibit now.
document-custody-holder = Hozirgi saqlovchi
# Stands where nobody holds the exhibit: it was returned or destroyed.
document-custody-ended = hech kim: saqlash tugagan
# Name of a field: the title of the case.
document-case-title = Ish
# Name of a field: the identifier of the case in the record.
document-case-identifier = Ish identifikatori
# Name of a field: the identifier of an entry in the record.
document-entry = Yozuv
# Name of a field: when something was written down in the record.
document-recorded-at = Qayd etilgan vaqt
# Name of a field: when an act was written down that had taken place before others which were written down earlier.
document-recorded-late = Kechikib qayd etilgan vaqt
# The exhibit itself, as against its working copies.
document-custody-original = Asl nusxa
# A working copy. $number is its number.
document-custody-on-copy = Ishchi nusxa № { $number }
# A name and its value on one line. Both are filled in.
document-labelled = { $label }: { $value }
# Name of a hash value: of the one file of an exhibit.
document-hash-file = Fayl SHA-256 qiymati
# Name of a hash value: of the list of all files of an exhibit with their hash values.
document-hash-root = Fayllar roʻyxatining ildizi (SHA-256)
# Name of a field: how many files an exhibit holds.
document-custody-file-count = Fayllar soni
# Name of a field: how many bytes all files of an exhibit hold.
document-custody-bytes = Jami bayt
# Marks an act of custody that was withdrawn; its ground follows in some places.
document-custody-withdrawn = Qaytarib olingan: hisobga olinmaydi
# Name of a field: who withdrew an act, and when.
document-custody-withdrawn-by = Kim qaytarib olgan
# A ground on which an entry was withdrawn.
document-ground-mistaken = xato qayd etilgan
# A ground on which an entry was withdrawn: secrecy of counsel or the like.
document-ground-privileged = sir bilan himoyalangan
# A ground on which an entry was withdrawn.
document-ground-wrong-case = boshqa ishga tegishli
# Name of a field: who signed an act by hand, on paper.
document-custody-on-paper = Qogʻozda imzolagan
# Name of a field: the officer who has seen the paper that was signed by hand, and when.
document-custody-paper-seen-by = Qogʻozni koʻrgan
# Name of a field: the hash value of the scan of a paper that was signed by hand.
document-custody-paper = Skanerlangan qogʻozning SHA-256 qiymati
# Name of a field: what the person who confirms an act has to say about it.
document-custody-note = Izoh
# Name of a value: who had the exhibit last.
document-custody-last-holder = Oxirgi saqlovchi
# Stands for an act whose content is kept from the paper because it was withdrawn as privileged or of another case.
document-content-withheld = Mazmuni keltirilmaydi
# Stands for an act whose content was destroyed by order of two persons.
document-content-destroyed = Mazmuni yoʻq qilingan
# Who made a thing.
document-item-make = Ishlab chiqaruvchi
# What its maker calls a thing.
document-item-model = Model
# The number that the maker gave a thing.
document-item-serial = Seriya raqami
# The number of a mobile device.
document-item-imei = IMEI
# How many bytes a disk or memory can hold.
document-item-capacity = Sigʻimi, bayt
# Whether a device was running when it was found.
document-item-power = Topilgandagi quvvat holati
# By how many seconds the clock of a device was ahead.
document-item-clock-ahead = Soat oldinda edi, soniya
# By how many seconds the clock of a device was behind.
document-item-clock-behind = Soat orqada edi, soniya
# Name of a field of a custody record: a number of bytes.
document-custody-unread = Nosoz qurilmaning oʻqilmagan baytlari (nusxada nollar)
# Heading of a custody record: the files were read again and compared with what came in.
document-custody-checks = Fayllarning keyingi tekshiruvlari
# Column of a custody record: how many checks there were, one after the other, with the same result.
document-custody-check-count = Necha marta
# Column of a custody record: the officers who had the files read again.
document-custody-checked-by = Kim tekshirdi
# Column of a custody record: what came of the check.
document-custody-check-result = Natija
# Result of a check: all files are what came in.
document-custody-check-unchanged = oʻzgarishsiz
# Result of a check; how many files or places follows as a number.
document-custody-check-changed = oʻzgargan, shikastlangan yoki yoʻq
# Result of a check: not all could be read; how many files or places follows as a number.
document-custody-check-undecided = aniqlanmadi
# Heading of a custody record: files of the exhibit that were written out, in the clear.
document-custody-given-out = Berilgan fayllar
# Column of a custody record: the officer who had a file written out.
document-custody-given-out-by = Kim berdi
# Heading of a custody record: who saw a recovery phrase or key that was found in the exhibit.
document-custody-looks = Topilgan sirlarni koʻrish
# Column of a custody record: a recovery phrase or key, named by a fingerprint.
document-custody-secret = Sir (barmoq izi)
# Column of a custody record: the officer who saw a recovery phrase or key.
document-custody-seen-by = Kim koʻrdi
# Column of a custody record: the officer who approved that another saw it.
document-custody-look-approved = Kim ruxsat berdi
# Heading of a custody record: the node read files of the exhibit again by itself, and some were damaged.
document-custody-found = Tugun topgan shikastlar
# What was found of a file when the node read it again.
document-custody-found-decayed = yozilganidek emas: baytlari oʻzgargan
# What was found of a file when the node read it again.
document-custody-found-malformed = kesilgan yoki endi ombor fayli emas
# What was found of a file when the node read it again.
document-custody-found-unreadable = diskdan oʻqilmaydi
# What was found of a file when the node looked for it.
document-custody-found-missing = endi omborda yoʻq
# What was found of a file when the node read it again, after it was not so.
document-custody-found-whole = yana butun
# Heading of a custody record: packages with files of the exhibit that were written for somebody.
document-custody-packages = Yozilgan paketlar
# Column of a custody record: for whom a package was written.
document-custody-packaged-for = Kim uchun
# Column of a custody record: the officer who wrote a package.
document-custody-packaged-by = Kim yozdi
# Heading of a custody record: packages that offices of other nodes may fetch, or might.
document-custody-offers = Boshqa idoralarga takliflar
# Column of a custody record: the office that may fetch a package.
document-custody-offered-to = Kim olishi mumkin
# Column of a custody record: the officer who offered a package to another office.
document-custody-offered-by = Kim taklif qildi
# Column of a custody record: whether an offer holds, and how far it has come.
document-custody-offer-standing = Holati
# State of an offer to another office.
document-custody-offer-withdrawn = qaytarib olindi
# State of an offer to another office: the agreement under which it was made is not in force.
document-custody-offer-ended = bitim bilan tugadi
# State of an offer to another office: its message was not delivered yet.
document-custody-offer-waiting = hali yetkazilmagan
# State of an offer to another office: its message came there.
document-custody-offer-received = yetkazildi
# State of an offer to another office: an officer there has opened it, and may have fetched the package.
document-custody-offer-opened = u yerda ochildi; paket olingan boʻlishi mumkin
# State of an offer to another office: its node refused the message.
document-custody-offer-refused = rad etildi
# Heading of a custody record: the intake was cut off, and gone on with.
document-custody-sessions = Qabul qilish seanslari
# Column of a custody record: when a session of an intake began.
document-custody-session-began = Boshlanishi
# Column of a custody record: the files that a session found half copied; behind each the first byte that it read.
document-custody-session-went-on = Davom ettirildi, baytdan
# Heading of a custody record: what is missing in the chain.
document-custody-gaps = Yetishmayotgan yoki ziddiyatli maʼlumotlar
# Column of a custody record: what is missing or contradictory at an act.
document-custody-gap = Aniqlangan holat
# Sentence of a custody record.
document-custody-no-gaps = Qayd etilgan maʼlumotlarda birorta harakat tushib qolmagan va birorta harakat boshqasiga zid emas.
# Heading and caption of a custody record: the files that the exhibit holds.
document-custody-files = Ashyoviy dalilning fayllari
# Column of a custody record: name of a file with its folder.
document-custody-file = Fayl
# Sentence of a custody record, above the list of annexes. $count is how many files are not printed.
document-custody-files-more = Qolgan fayllar ({ $count }) ilova qilingan va quyida xesh qiymati bilan koʻrsatilgan toʻliq roʻyxatda keltirilgan.
# Caption of a table in a custody record: hash values that were asked for beside SHA-256.
document-custody-further = Fayllarning boshqa xesh qiymatlari
# Column of a custody record: the name of a hash algorithm, such as MD5.
document-custody-algorithm = Algoritm
# Column of a custody record: a hash value that this program computed.
document-custody-computed = Hisoblangan xesh qiymati
# Heading and caption of a table in a custody record: what lies inside image files of disks, hashed apart from the files.
document-custody-media = Disk obrazlari: tashuvchi tarkibi
# Column of a custody record: a hash value that the image file itself holds, from when it was made.
document-custody-stored = Obrazda saqlangan xesh qiymati
# Column of a custody record: how the computed hash value compares with the stored one.
document-custody-comparison = Solishtirish
# In that column: both are the same.
document-custody-media-same = Bir xil
# In that column: they differ.
document-custody-media-different = Farq qiladi
# In that column: the image file holds no such hash value.
document-custody-media-not-stored = Saqlanmagan
# In that column: the image file could not be read to its end.
document-custody-media-unread = Oxirigacha oʻqilmadi
# What is missing in a chain of custody.
document-gap-no-beginning = Ashyoviy dalil saqlashga qanday qabul qilingani qayd etilmagan.
# What is missing in a chain of custody.
document-gap-hand-over = Ashyoviy dalil oxirgi saqlovchidan bu yerda koʻrsatilgan shaxsga qanday oʻtgani qayd etilmagan.
# What is missing in a chain of custody.
document-gap-person = Ashyoviy dalilni topshirgan yoki qabul qilgan shaxs koʻrsatilmagan.
# What is wrong in a chain of custody.
document-gap-same-person = Ashyoviy dalilni ayni bir shaxs topshirgan va qabul qilgan.
# What is wrong in a chain of custody.
document-gap-time = Harakatning vaqti avvalgi harakatning vaqtidan oldin.
# What is wrong in a chain of custody.
document-gap-seals = Harakatdan oldingi muhrlar avvalgi harakatdan keyin qoldirilgan muhrlarga mos emas.
# What is wrong in a chain of custody.
document-gap-seals-in-act = Hech narsa muhrlanmagan va ochilmagan boʻlsa-da, muhrlar oʻzgargan.
# What is wrong in a chain of custody.
document-gap-digest = Xesh qiymati avvalgi harakatdagi xesh qiymatiga mos emas.
# What is missing in a chain of custody.
document-gap-change = Harakat davomida mazmun oʻzgargan, buning sababi qayd etilmagan.
# What is wrong in a chain of custody.
document-gap-after-end = Ashyoviy dalil bu harakatdan oldin qaytarilgan yoki yoʻq qilingan edi.
# What is wrong in a chain of custody.
document-gap-second-beginning = Ashyoviy dalil saqlashga ikkinchi marta qabul qilingan.
# A finding: a hand-over with one signature.
document-gap-signature = Topshirishni ikki shaxsdan faqat bittasi imzolagan.
# What is missing in a chain of custody.
document-gap-authority = Harakat kimning farmoyishi bilan bajarilgani qayd etilmagan.
# What is missing in a chain of custody.
document-gap-copy = Ushbu nusxa qanday olingani qayd etilmagan.
# What is wrong in a chain of custody.
document-gap-other-exhibit = Harakat boshqa ashyoviy dalil boʻyicha qayd etilgan.
# Caption of the table of transactions that a trace followed.
document-tracing-table = Kuzatilgan tranzaksiyalar
# Caption below the drawing of a trace.
document-tracing-figure = Aktivlarning harakati

## Signature and seal.

# Label before the line for a signature.
document-signature = Imzo
# Label before the name of the person who signs.
document-name = Ism-sharifi
# Label before the office held by the person who signs.
document-position = Lavozimi
# Stands inside the circle for the seal. Russian practice has two letters there.
document-seal-place = Muhr oʻrni
# Above a place for signature: the authority that asks.
document-role-requesting = Soʻrov berayotgan organ nomidan
# Above a place for signature: the authority that was asked.
document-role-requested = Soʻrov berilayotgan organ nomidan
# Above a place for signature: the translator.
document-role-translator = Tarjimon
# Above a place for signature: the officer who has an exhibit now.
document-role-custodian = Saqlash uchun masʼul shaxs

## Papers that go with a request and come back for it: cover letter, certificate of execution, minutes.

# Title of the letter on top of a request that goes out on paper.
document-title-cover-letter = Ilova xat
# Heading of the part of a cover letter that says what is enclosed.
document-section-enclosed = Ilova qilinadi
# Sentence of a cover letter. $reference is the number of the request, $date its day.
document-cover-enclosed = { $reference } soʻrov yuborilmoqda, sanasi: { $date }. Unga ilova qilinganlar xesh qiymatlari bilan quyida keltirilgan.
# Sentence of a cover letter: the other side is asked to confirm receipt.
document-cover-acknowledge = Qabul qilinganini ushbu raqamni koʻrsatgan holda yuboruvchiga tasdiqlashingizni soʻraymiz.
# Label before the number of sheets of paper that are enclosed.
document-sheets = Varaqlar soni
# Title of the paper that says what was done on a request.
document-title-certificate = Soʻrov ijrosi toʻgʻrisida maʼlumotnoma
# Sentence of a certificate of execution. $reference is the number of the request.
document-certificate-whole = { $reference } soʻrov toʻliq ijro etildi.
# Sentence of a certificate of execution when something was not done. $reference is the number of the request.
document-certificate-part = { $reference } soʻrov qisman ijro etildi. Ijro etilmagan qismi sababi bilan quyida koʻrsatilgan.
# Heading of the part that says what was done: on a request, or in the course of an act.
document-section-executed = Bajarilgan harakatlar
# Column of a certificate of execution: the act that was carried out.
document-executed-act = Harakat
# Column of a certificate of execution: the office or officer who carried out the act.
document-executed-by = Kim tomonidan
# Column of a certificate of execution: what came of the act.
document-executed-outcome = Natija
# Heading of the part of a certificate of execution that says what was not done.
document-section-not-executed = Ijro etilmagan
# Column of a certificate of execution: why a part of the request was not executed.
document-not-executed-reason = Sababi
# Heading of the part about evidence that is handed over and may have to come back.
document-section-return = Dalillarni qaytarish
# Caption of the table of evidence that is handed over.
document-handed-over = Topshiriladigan dalillar
# Column: the day by which a piece of evidence must be given back.
document-return-by = Qaytarish muddati
# Stands in the column of the day of return where the other side may keep the evidence.
document-return-not-asked = qaytarish talab qilinmaydi
# Title of the minutes of an act such as a search or the taking of a statement.
document-title-minutes = Bayonnoma
# Label before the place of an act.
document-place = Joyi
# Heading of the list of those who were there.
document-section-present = Ishtirok etganlar
# Column: in which part a person was there, such as specialist, interpreter or attesting witness.
document-present-part = Qaysi maqomda
# Heading of the list of what was taken in the course of an act.
document-section-taken = Olib qoʻyilgan
# Heading of the part with what those present had to say to the minutes.
document-section-objections = Mulohazalar va eʼtirozlar
# Column: what a person present had to say to the minutes.
document-objection = Mulohaza yoki eʼtiroz
# Sentence of minutes to which nobody had anything to say.
document-objections-none = Mulohaza va eʼtirozlar bildirilmadi.
# Sentence before the signatures of minutes.
document-minutes-read = Ishtirok etganlarning barchasi imzolashdan oldin bayonnomani oʻqigan yoki u ularga oʻqib eshittirilgan.
# Above a place for signature: the official who keeps the minutes.
document-role-recorder = Bayonnomani tuzgan mansabdor shaxs
# Above a place for signature of minutes: a person who was there.
document-role-present = Harakat davomida ishtirok etgan

## The twin: the same content for machines, attached to the file.

# Small print at the end. $file is the name of the attached file, $sha256 its hash value.
document-twin-note = Ushbu hujjatning mazmuni elektron fayl ichida mashinada oʻqiladigan shaklda berilgan: { $file }, SHA-256 { $sha256 }
# What a viewer shows beside the attached file.
document-twin-description = Ushbu hujjatning mashinada oʻqiladigan shakldagi mazmuni
# What a viewer shows beside the attached signature.
document-twin-signature = Mashinada oʻqiladigan shaklning imzosi

## States: the short names that stand in a letter head.

# The name of the state in its own documents, without article.
document-country-AF = Afgʻoniston
# The name of the state in its own documents, without article.
document-country-IR = Eron Islom Respublikasi
# The name of the state in its own documents, without article.
document-country-KZ = Qozogʻiston Respublikasi
# The name of the state in its own documents, without article.
document-country-KG = Qirgʻiz Respublikasi
# The name of the state in its own documents, without article.
document-country-PK = Pokiston Islom Respublikasi
# The name of the state in its own documents, without article.
document-country-TJ = Tojikiston Respublikasi
# The name of the state in its own documents, without article.
document-country-UZ = Oʻzbekiston Respublikasi
# The name of the state in its own documents, without article.
document-country-AE = Birlashgan Arab Amirliklari
# The name of the state in its own documents, without article.
document-country-AM = Armaniston Respublikasi
# The name of the state in its own documents, without article.
document-country-AZ = Ozarbayjon Respublikasi
# The name of the state in its own documents, without article.
document-country-BY = Belarus Respublikasi
# The name of the state in its own documents, without article.
document-country-CN = Xitoy Xalq Respublikasi
# The name of the state in its own documents, without article.
document-country-DE = Germaniya Federativ Respublikasi
# The name of the state in its own documents, without article.
document-country-EE = Estoniya Respublikasi
# The name of the state in its own documents, without article.
document-country-FR = Fransiya Respublikasi
# The name of the state in its own documents, without article.
document-country-GB = Buyuk Britaniya va Shimoliy Irlandiya Birlashgan Qirolligi
# The name of the state in its own documents, without article.
document-country-GE = Gruziya
# The name of the state in its own documents, without article.
document-country-IN = Hindiston Respublikasi
# The name of the state in its own documents, without article.
document-country-NL = Niderlandiya Qirolligi
# The name of the state in its own documents, without article.
document-country-RU = Rossiya Federatsiyasi
# The name of the state in its own documents, without article.
document-country-SG = Singapur Respublikasi
# The name of the state in its own documents, without article.
document-country-TM = Turkmaniston
# The name of the state in its own documents, without article.
document-country-TR = Turkiya Respublikasi
# The name of the state in its own documents, without article.
document-country-US = Amerika Qoʻshma Shtatlari

## Names of languages.

# The name of a language, as it stands after *Language of the reply*.
document-language-en = ingliz tili
# The name of a language, as it stands after *Language of the reply*.
document-language-ru = rus tili
# The name of a language, as it stands after *Language of the reply*.
document-language-fa = fors tili
# The name of a language, as it stands after *Language of the reply*.
document-language-fa-AF = dariy tili
# The name of a language, as it stands after *Language of the reply*.
document-language-ps = pushtu tili
# The name of a language, as it stands after *Language of the reply*.
document-language-ur = urdu tili
# The name of a language, as it stands after *Language of the reply*.
document-language-tg = tojik tili
# The name of a language, as it stands after *Language of the reply*.
document-language-uz = oʻzbek tili
# The name of a language, as it stands after *Language of the reply*.
document-language-kk = qozoq tili
# The name of a language, as it stands after *Language of the reply*.
document-language-ky = qirgʻiz tili
