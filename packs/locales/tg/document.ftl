### The words of printed documents. The comments for translators are those of the English file. What is not here is for screens.
### Not reviewed by a jurist or native translator of any authority: see review.toml.

## Marks that stand on every page.

# A mark in large letters on every page of an exercise. It must not be taken for a real request.
document-exercise = МАШҚ
# A mark in large letters on every page of a draft.
document-draft = ЛОИҲА
# Stands below the letter head of the copy that is sent ahead of the signed and sealed paper.
document-advance-copy = Нусхаи пешакӣ. Нусхаи аслии имзошуда ва мӯҳргузошташуда баъдтар фиристода мешавад.
# Stands below the letter head of a print that was made to be read, by the receiving office or in a language that nobody approved.
document-reading-copy = Нусха барои мутолиа, ки аз мундариҷаи мошинхон чоп шудааст. Танҳо нусхаи аслии имзошуда эътибор дорад.
# Stands below the letter head of a request that asks for precedence.
document-urgent = ДАРХОСТИ ФАВРӢ

## Letter head, addressee, references.

# Label before the authority that is written to.
document-to = Ба
# Label before an authority that passes the document on, such as a ministry.
document-through = Тавассути
# Label before the one line that says what the document is about.
document-subject = Мавзуъ
# Label before a day: of the document, and below a signature.
document-date = Сана
# Label before the sender's own reference number.
document-our-reference = Рақами мо
# Label before the reference number of the other side.
document-your-reference = Рақами шумо
# Label before the number of the criminal case or proceeding.
document-case-number = Рақами парванда
# Label before the number under which an office's register has the document.
document-register-number = Рақами бақайдгирӣ
# Label before the number that a receiving office gives to a request when it confirms receipt.
document-ticket = Рақами пайгирӣ
# Label before the day on which a measure or ticket lapses.
document-valid-until = Эътибор дорад то
# Label before the day by which an answer is asked for.
document-reply-by = Муҳлати дархостшудаи ҷавоб
# Label before the moment at which something was received.
document-received-at = Қабул шуд

## Titles.

# Title of a request for legal assistance.
document-title-request = Дархост дар бораи расонидани ёрии ҳуқуқӣ
# Title of a request to preserve computer data before the full request.
document-title-preservation = Дархост дар бораи нигоҳдории фаврии иттилооти компютерӣ
# Title of the paper that confirms receipt of a request.
document-title-acknowledgement = Тасдиқи қабул
# Title of the record of who had an exhibit, and when.
document-title-custody = Протоколи нигоҳдории далел

## Headings of the parts.

# Heading of the part that names who conducts the investigation.
document-section-authority = Мақоме, ки парвандаро пеш мебарад
# Heading of the table of treaties and articles that the request stands on.
document-section-basis = Асоси ҳуқуқӣ
# Heading of the summary of facts.
document-section-facts = Баёни мухтасари ҳолатҳо
# Heading of the part with offences and penalties.
document-section-offences = Ҷиноятҳо ва ҷазоҳо
# Heading of the part about persons.
document-section-persons = Шахсони дахлдор
# Heading of the part that says what is asked for.
document-section-items = Ёрии дархостшаванда
# Heading of the part that says what the evidence is for.
document-section-purpose = Мақсади дархост
# Heading of the part about secrecy.
document-section-confidentiality = Махфият
# Heading of the part about a particular procedure that is wished.
document-section-procedure = Тартиби риояшаванда
# Heading of the part with a deadline and its reason.
document-section-deadline = Муҳлат ва сабаби он
# Heading of the part with promises of the requesting state.
document-section-assurances = Кафолатҳо
# Heading of the part that follows the money; a drawing and a table.
document-section-tracing = Пайгирии дороиҳои виртуалӣ
# Heading of the list of attached files.
document-annexes = Замимаҳо

## Columns and labels.

# Column: the treaty or law.
document-basis-instrument = Санад
# Column: the articles of the treaty or law.
document-basis-articles = Моддаҳо
# Column: what the articles provide.
document-basis-provides = Муқаррароти он
# Column, in drafts only: whether a jurist has confirmed the row.
document-basis-standing = Аз ҷониби ҳуқуқшинос тасдиқ шудааст
# In drafts only, in the column about confirmation: a jurist has confirmed the row.
document-basis-confirmed = Тасдиқ шудааст
# In drafts only: nobody has confirmed the row. $source is the source of the fact, $date its date, $confidence how sure the law pack is.
document-basis-unconfirmed = ТАСДИҚ НАШУДААСТ. Манбаъ: { $source }, { $date }; дараҷаи эътимод: { $confidence }.
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-verified = тасдиқшуда
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-unverified = тасдиқнашуда
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-disputed = баҳснок
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-unknown = номаълум
# Stands where the date of a source is not known.
document-date-unknown = сана номаълум
# Whole sentence in the part about legal basis when no treaty obliges the other state. Nothing may sound like an obligation.
document-basis-none = Ба мақоми дархосткунанда ягон шартномаи байналмилалие маълум нест, ки давлати дархостшавандаро ба расонидани ин ёрӣ вазифадор кунад. Ин ёрӣ дар асоси мутақобила ва қонунгузории давлати дархостшаванда дархост мешавад.
# Promise of the requesting state, a whole sentence.
document-assurance-reciprocity = Давлати дархосткунанда ба дархости монанд ёрии монанд мерасонад.
# Promise of the requesting state, a whole sentence. $reference is the number of the request.
document-assurance-use = Он чи пешниҳод мешавад, танҳо дар парвандаи дар дархости { $reference } номбаршуда истифода мешавад, агар давлати дархостшаванда ба истифодаи дигар розӣ нашавад.
# Sentence of an acknowledgement. $reference is the number of the request, $moment when it was received.
document-received = Дархости { $reference } дар санаи { $moment } қабул шуд. Ин нома танҳо қабулро тасдиқ мекунад ва қарор оид ба дархост нест.
# Column or label: a number in a list.
document-annex-number = Рақам
# Column: what an annex is.
document-annex-title = Замима
# Column: the length of a file in bytes.
document-annex-length = Байт
# Column: the SHA-256 value of a file.
document-annex-hash = Қимати хеши SHA-256
# A span of days, both included. $from and $to are dates.
document-period = аз { $from } то { $to }
# Label before the full name of a person.
document-full-name = Ному насаби пурра
# Label before the day of birth of a person.
document-born = Санаи таваллуд
# Label before the citizenship of a person.
document-citizenship = Шаҳрвандӣ
# Label before the part that a person has in the proceeding, such as suspect or victim.
document-standing = Мақоми ҳуқуқӣ дар парванда
# A value of the status of a person.
document-standing-suspect = гумонбаршуда
# A value of the status of a person.
document-standing-victim = ҷабрдида
# A value of the status of a person.
document-standing-witness = шоҳид
# A value of the status of a person who is not yet known by name.
document-standing-unknown = муайян нашудааст
# Label before where a person lives.
document-residence = Ҷойи истиқомат
# Label before the number of a passport or identity card.
document-identity-document = Ҳуҷҷати тасдиқкунандаи шахсият
# Label before a crypto address.
document-address = Суроғаи криптоасъор
# Label before the name of a ledger.
document-ledger = Блокчейн
# Label before a transaction on a ledger.
document-transaction = Транзаксия
# Label before an amount.
document-amount = Маблағ
# Label before a time span.
document-period-label = Давра
# Label before a service provider that holds the data.
document-provider = Провайдери хизматрасонӣ
# Label before a moment.
document-moment = Вақт
# Label before what something is.
document-description = Тавсиф
# Label before the item that a row is about.
document-item = Банд
# Label before the language in which an answer is asked for.
document-reply-language = Забони ҷавоб
# Label before an exhibit.
document-exhibit = Далели шайъӣ
# Column of a custody record: who gave the exhibit.
document-given-by = Супорид
# Column of a custody record: who took the exhibit.
document-taken-by = Қабул кард
# Column of a custody record: why the exhibit changed hands.
document-reason = Сабаб
# Caption of the table of a custody record.
document-custody-table = Интиқоли далели шайъӣ
# A column: what was done with an exhibit.
document-custody-act = Амал
# What was done with an exhibit.
document-custody-collected = Гирифта шуд
# What was done with an exhibit.
document-custody-received = Қабул шуд
# What was done with an exhibit.
document-custody-handed-over = Супорида шуд
# What was done with an exhibit.
document-custody-copied = Нусха бардошта шуд
# What was done with an exhibit.
document-custody-examined = Тадқиқ шуд
# What was done with an exhibit.
document-custody-sealed = Мӯҳр карда шуд
# What was done with an exhibit.
document-custody-opened = Кушода шуд
# What was done with an exhibit.
document-custody-returned = Баргардонида шуд
# What was done with an exhibit.
document-custody-destroyed = Нобуд карда шуд
# Heading of a custody record: each act with all that was recorded of it.
document-custody-details = Маълумот дар бораи ҳар як амал
# Name of a field of a custody record: the number of the working copy that an act concerns.
document-custody-copy = Рақами нусхаи корӣ
# Name of a field of a custody record: the number of the working copy that was made.
document-custody-copy-made = Рақами нусхаи кории тайёршуда
# Name of a field of a custody record: who else was present.
document-custody-present = Дигар ҳозирон
# Name of a field of a custody record: the warrant, consent, request or order.
document-custody-authority = Асоси ҳуқуқӣ
# Name of a field of a custody record: numbers of the seals that were on it before the act.
document-custody-seals-before = Мӯҳрҳои пеш аз амал
# Name of a field of a custody record: numbers of the seals that were on it after the act.
document-custody-seals-after = Мӯҳрҳои пас аз амал
# Name of a field of a custody record: in what state the exhibit was.
document-custody-condition = Ҳолат
# Name of a field of a custody record: program or instrument, version, settings.
document-custody-tool = Воситаи истифодашуда
# Name of a field of a custody record: the hash value before the act.
document-custody-before = SHA-256 пеш аз амал
# Name of a field of a custody record: the hash value after the act.
document-custody-after = SHA-256 пас аз амал
# Name of a field of a custody record: a change that could not be avoided, and why.
document-custody-change = Тағйири ногузир ва сабаби он
# How an exhibit travelled, and in what.
document-custody-transport = Интиқол
# Where an exhibit is kept, and how.
document-custody-storage = Ҷойи нигоҳдорӣ
# Who signed an act of custody as the second person, and when.
document-custody-confirmed = Бо имзои дуюм тасдиқ шуд
# Name of a field of a custody record: who holds the exhibit now.
document-custody-holder = Нигоҳдорандаи ҳозира
# Stands where nobody holds the exhibit: it was returned or destroyed.
document-custody-ended = ҳеҷ кас: нигоҳдорӣ ба анҷом расидааст
# Name of a field: the title of the case.
document-case-title = Парванда
# Name of a field: the identifier of the case in the record.
document-case-identifier = Муайянкунандаи парванда
# Name of a field: the identifier of an entry in the record.
document-entry = Сабт
# Name of a field: when something was written down in the record.
document-recorded-at = Вақти сабт
# Name of a field: when an act was written down that had taken place before others which were written down earlier.
document-recorded-late = Бо таъхир сабт шуд
# The exhibit itself, as against its working copies.
document-custody-original = Асл
# A working copy. $number is its number.
document-custody-on-copy = Нусхаи кории № { $number }
# A name and its value on one line. Both are filled in.
document-labelled = { $label }: { $value }
# Name of a hash value: of the one file of an exhibit.
document-hash-file = SHA-256-и файл
# Name of a hash value: of the list of all files of an exhibit with their hash values.
document-hash-root = Решаи рӯйхати файлҳо (SHA-256)
# Name of a field: how many files an exhibit holds.
document-custody-file-count = Шумораи файлҳо
# Name of a field: how many bytes all files of an exhibit hold.
document-custody-bytes = Ҳамагӣ байт
# Marks an act of custody that was withdrawn; its ground follows in some places.
document-custody-withdrawn = Бозпас гирифта шуд: ба ҳисоб намеравад
# Name of a field: who withdrew an act, and when.
document-custody-withdrawn-by = Кӣ бозпас гирифт
# A ground on which an entry was withdrawn.
document-ground-mistaken = хато сабт шудааст
# A ground on which an entry was withdrawn: secrecy of counsel or the like.
document-ground-privileged = бо махфияти касбӣ ҳифз мешавад
# A ground on which an entry was withdrawn.
document-ground-wrong-case = ба парвандаи дигар тааллуқ дорад
# Name of a field: who signed an act by hand, on paper.
document-custody-on-paper = Дар коғаз имзо кард
# Name of a field: the officer who has seen the paper that was signed by hand, and when.
document-custody-paper-seen-by = Коғазро дид
# Name of a field: the hash value of the scan of a paper that was signed by hand.
document-custody-paper = SHA-256-и скани коғаз
# Name of a field: what the person who confirms an act has to say about it.
document-custody-note = Эзоҳ
# Name of a value: who had the exhibit last.
document-custody-last-holder = Нигоҳдорандаи охирин
# Stands for an act whose content is kept from the paper because it was withdrawn as privileged or of another case.
document-content-withheld = Мазмун оварда намешавад
# Stands for an act whose content was destroyed by order of two persons.
document-content-destroyed = Мазмун нобуд карда шуд
# Who made a thing.
document-item-make = Истеҳсолкунанда
# What its maker calls a thing.
document-item-model = Модел
# The number that the maker gave a thing.
document-item-serial = Рақами силсилавӣ
# The number of a mobile device.
document-item-imei = IMEI
# How many bytes a disk or memory can hold.
document-item-capacity = Ғунҷоиш, байт
# Whether a device was running when it was found.
document-item-power = Ҳолати барқ ҳангоми ёфтан
# By how many seconds the clock of a device was ahead.
document-item-clock-ahead = Соат пеш буд, сония
# By how many seconds the clock of a device was behind.
document-item-clock-behind = Соат ақиб буд, сония
# Name of a field of a custody record: a number of bytes.
document-custody-unread = Байтҳои таҷҳизоти носоз, ки хонда нашуданд (дар нусха сифрҳо)
# Heading of a custody record: the files were read again and compared with what came in.
document-custody-checks = Санҷишҳои минбаъдаи файлҳо
# Column of a custody record: how many checks there were, one after the other, with the same result.
document-custody-check-count = Чанд бор
# Column of a custody record: the officers who had the files read again.
document-custody-checked-by = Кӣ санҷид
# Column of a custody record: what came of the check.
document-custody-check-result = Натиҷа
# Result of a check: all files are what came in.
document-custody-check-unchanged = бетағйир
# Result of a check; how many files or places follows as a number.
document-custody-check-changed = тағйирёфта, осебдида ё нест
# Result of a check: not all could be read; how many files or places follows as a number.
document-custody-check-undecided = муайян нашуд
# Heading of a custody record: files of the exhibit that were written out, in the clear.
document-custody-given-out = Файлҳои додашуда
# Column of a custody record: the officer who had a file written out.
document-custody-given-out-by = Кӣ дод
# Heading of a custody record: who saw a recovery phrase or key that was found in the exhibit.
document-custody-looks = Дидани асрори ёфтшуда
# Column of a custody record: a recovery phrase or key, named by a fingerprint.
document-custody-secret = Роз (изи ангушт)
# Column of a custody record: the officer who saw a recovery phrase or key.
document-custody-seen-by = Кӣ дид
# Column of a custody record: the officer who approved that another saw it.
document-custody-look-approved = Кӣ иҷозат дод
# Heading of a custody record: the node read files of the exhibit again by itself, and some were damaged.
document-custody-found = Осебе, ки гиреҳ ёфт
# What was found of a file when the node read it again.
document-custody-found-decayed = он тавре нест, ки навишта шуда буд: байтҳояш тағйир ёфтаанд
# What was found of a file when the node read it again.
document-custody-found-malformed = бурида шудааст ё дигар файли анбор нест
# What was found of a file when the node read it again.
document-custody-found-unreadable = аз диск хонда намешавад
# What was found of a file when the node looked for it.
document-custody-found-missing = дигар дар анбор нест
# What was found of a file when the node read it again, after it was not so.
document-custody-found-whole = боз солим аст
# Heading of a custody record: packages with files of the exhibit that were written for somebody.
document-custody-packages = Бастаҳои навишташуда
# Column of a custody record: for whom a package was written.
document-custody-packaged-for = Барои кӣ
# Column of a custody record: the officer who wrote a package.
document-custody-packaged-by = Кӣ навишт
# Heading of a custody record: packages that offices of other nodes may fetch, or might.
document-custody-offers = Пешниҳодҳо ба идораҳои дигар
# Column of a custody record: the office that may fetch a package.
document-custody-offered-to = Кӣ гирифта метавонад
# Column of a custody record: the officer who offered a package to another office.
document-custody-offered-by = Кӣ пешниҳод кард
# Column of a custody record: whether an offer holds, and how far it has come.
document-custody-offer-standing = Ҳолат
# State of an offer to another office.
document-custody-offer-withdrawn = бозпас гирифта шуд
# State of an offer to another office: the agreement under which it was made is not in force.
document-custody-offer-ended = бо созишнома қатъ шуд
# State of an offer to another office: its message was not delivered yet.
document-custody-offer-waiting = ҳанӯз расонида нашудааст
# State of an offer to another office: its message came there.
document-custody-offer-received = расонида шуд
# State of an offer to another office: an officer there has opened it, and may have fetched the package.
document-custody-offer-opened = дар он ҷо кушода шуд; баста шояд гирифта шуда бошад
# State of an offer to another office: its node refused the message.
document-custody-offer-refused = рад шуд
# Heading of a custody record: the intake was cut off, and gone on with.
document-custody-sessions = Марҳилаҳои қабул
# Column of a custody record: when a session of an intake began.
document-custody-session-began = Оғоз
# Column of a custody record: the files that a session found half copied; behind each the first byte that it read.
document-custody-session-went-on = Идома ёфт, аз байти
# Heading of a custody record: what is missing in the chain.
document-custody-gaps = Норасоиҳо ва зиддиятҳо
# Column of a custody record: what is missing or contradictory at an act.
document-custody-gap = Ҳолати муайяншуда
# Sentence of a custody record.
document-custody-no-gaps = Дар маълумоти сабтшуда ягон амал аз қалам намондааст ва ягон амал ба амали дигар мухолиф нест.
# Heading and caption of a custody record: the files that the exhibit holds.
document-custody-files = Файлҳои далели шайъӣ
# Column of a custody record: name of a file with its folder.
document-custody-file = Файл
# Sentence of a custody record, above the list of annexes. $count is how many files are not printed.
document-custody-files-more = { $count } файли дигар дар рӯйхати пурра оварда шудаанд, ки замима аст ва дар поён бо қимати хеши он номбар шудааст.
# Caption of a table in a custody record: hash values that were asked for beside SHA-256.
document-custody-further = Қиматҳои дигари хеши файлҳо
# Column of a custody record: the name of a hash algorithm, such as MD5.
document-custody-algorithm = Алгоритм
# Column of a custody record: a hash value that this program computed.
document-custody-computed = Қимати ҳисобшудаи хеш
# Heading and caption of a table in a custody record: what lies inside image files of disks, hashed apart from the files.
document-custody-media = Образҳои диск: мундариҷаи барандаи маълумот
# Column of a custody record: a hash value that the image file itself holds, from when it was made.
document-custody-stored = Қимати хеше, ки дар образ нигоҳ дошта шудааст
# Column of a custody record: how the computed hash value compares with the stored one.
document-custody-comparison = Муқоиса
# In that column: both are the same.
document-custody-media-same = Якхела
# In that column: they differ.
document-custody-media-different = Фарқ мекунад
# In that column: the image file holds no such hash value.
document-custody-media-not-stored = Нигоҳ дошта нашудааст
# In that column: the image file could not be read to its end.
document-custody-media-unread = То охир хонда нашуд
# What is missing in a chain of custody.
document-gap-no-beginning = Сабт нашудааст, ки далели шайъӣ чӣ гуна ба нигоҳдорӣ қабул шудааст.
# What is missing in a chain of custody.
document-gap-hand-over = Сабт нашудааст, ки далели шайъӣ чӣ гуна аз нигоҳдорандаи охирин ба шахси дар ин ҷо номбаршуда гузаштааст.
# What is missing in a chain of custody.
document-gap-person = Шахсе, ки далели шайъиро супоридааст ё қабул кардааст, номбар нашудааст.
# What is wrong in a chain of custody.
document-gap-same-person = Супоранда ва қабулкунанда ҳамон як шахс аст.
# What is wrong in a chain of custody.
document-gap-time = Вақти ин амал пеш аз вақти амали қаблӣ аст.
# What is wrong in a chain of custody.
document-gap-seals = Мӯҳрҳои пеш аз амал ба мӯҳрҳои пас аз амали қаблӣ боқимонда мувофиқ нестанд.
# What is wrong in a chain of custody.
document-gap-seals-in-act = Мӯҳрҳо тағйир ёфтаанд, ҳарчанд чизе мӯҳр карда ё кушода нашудааст.
# What is wrong in a chain of custody.
document-gap-digest = Қимати хеш ба қимати хеши амали қаблӣ мувофиқ нест.
# What is missing in a chain of custody.
document-gap-change = Ҳангоми амал мундариҷа тағйир ёфтааст ва сабаби он сабт нашудааст.
# What is wrong in a chain of custody.
document-gap-after-end = Далели шайъӣ пеш аз ин амал баргардонида ё нобуд карда шуда буд.
# What is wrong in a chain of custody.
document-gap-second-beginning = Далели шайъӣ бори дуюм ба нигоҳдорӣ қабул шудааст.
# A finding: a hand-over with one signature.
document-gap-signature = Супориданро танҳо яке аз ду шахс имзо кардааст.
# What is missing in a chain of custody.
document-gap-authority = Сабт нашудааст, ки амал бо амри кӣ анҷом дода шудааст.
# What is missing in a chain of custody.
document-gap-copy = Сабт нашудааст, ки ин нусха чӣ гуна бардошта шудааст.
# What is wrong in a chain of custody.
document-gap-other-exhibit = Амал барои далели шайъии дигар сабт шудааст.
# Caption of the table of transactions that a trace followed.
document-tracing-table = Транзаксияҳои пайгиришуда
# Caption below the drawing of a trace.
document-tracing-figure = Ҳаракати дороиҳо

## Signature and seal.

# Label before the line for a signature.
document-signature = Имзо
# Label before the name of the person who signs.
document-name = Ному насаб
# Label before the office held by the person who signs.
document-position = Вазифа
# Stands inside the circle for the seal. Russian practice has two letters there.
document-seal-place = Ҷойи мӯҳр
# Above a place for signature: the authority that asks.
document-role-requesting = Аз номи мақоми дархосткунанда
# Above a place for signature: the authority that was asked.
document-role-requested = Аз номи мақоми дархостшаванда
# Above a place for signature: the translator.
document-role-translator = Тарҷумон
# Above a place for signature: the officer who has an exhibit now.
document-role-custodian = Масъули нигоҳдорӣ

## Papers that go with a request and come back for it: cover letter, certificate of execution, minutes.

# Title of the letter on top of a request that goes out on paper.
document-title-cover-letter = Мактуби ҳамроҳӣ
# Heading of the part of a cover letter that says what is enclosed.
document-section-enclosed = Он чи ҳамроҳ фиристода мешавад
# Sentence of a cover letter. $reference is the number of the request, $date its day.
document-cover-enclosed = Дархости { $reference } аз { $date } фиристода мешавад. Замимаҳои он бо қимати хеши ҳар яке дар поён оварда шудаанд.
# Sentence of a cover letter: the other side is asked to confirm receipt.
document-cover-acknowledge = Хоҳишмандем, ки қабули онро бо зикри ин рақам ба фиристанда тасдиқ намоед.
# Label before the number of sheets of paper that are enclosed.
document-sheets = Шумораи варақҳо
# Title of the paper that says what was done on a request.
document-title-certificate = Маълумотнома дар бораи иҷрои дархост
# Sentence of a certificate of execution. $reference is the number of the request.
document-certificate-whole = Дархости { $reference } пурра иҷро шуд.
# Sentence of a certificate of execution when something was not done. $reference is the number of the request.
document-certificate-part = Дархости { $reference } қисман иҷро шуд. Қисми иҷронашуда бо сабабаш дар поён оварда шудааст.
# Heading of the part that says what was done: on a request, or in the course of an act.
document-section-executed = Амалҳои анҷомдодашуда
# Column of a certificate of execution: the act that was carried out.
document-executed-act = Амал
# Column of a certificate of execution: the office or officer who carried out the act.
document-executed-by = Аз ҷониби кӣ
# Column of a certificate of execution: what came of the act.
document-executed-outcome = Натиҷа
# Heading of the part of a certificate of execution that says what was not done.
document-section-not-executed = Иҷро нашудааст
# Column of a certificate of execution: why a part of the request was not executed.
document-not-executed-reason = Сабаб
# Heading of the part about evidence that is handed over and may have to come back.
document-section-return = Баргардонидани далелҳо
# Caption of the table of evidence that is handed over.
document-handed-over = Далелҳои супоридашуда
# Column: the day by which a piece of evidence must be given back.
document-return-by = То сана баргардонида шавад
# Stands in the column of the day of return where the other side may keep the evidence.
document-return-not-asked = баргардонидан талаб карда намешавад
# Title of the minutes of an act such as a search or the taking of a statement.
document-title-minutes = Протокол
# Label before the place of an act.
document-place = Ҷой
# Heading of the list of those who were there.
document-section-present = Шахсони ҳозирбуда
# Column: in which part a person was there, such as specialist, interpreter or attesting witness.
document-present-part = Ба сифати
# Heading of the list of what was taken in the course of an act.
document-section-taken = Гирифта шуд
# Heading of the part with what those present had to say to the minutes.
document-section-objections = Эзоҳҳо ва эътирозҳо
# Column: what a person present had to say to the minutes.
document-objection = Эзоҳ ё эътироз
# Sentence of minutes to which nobody had anything to say.
document-objections-none = Эзоҳ ва эътироз баён карда нашуд.
# Sentence before the signatures of minutes.
document-minutes-read = Ҳамаи ҳозирон пеш аз имзо ин протоколро хондаанд ё он ба онҳо хонда шудааст.
# Above a place for signature: the official who keeps the minutes.
document-role-recorder = Шахси мансабдоре, ки протоколро тартиб додааст
# Above a place for signature of minutes: a person who was there.
document-role-present = Ҳангоми анҷоми амал ҳозир буд

## The twin: the same content for machines, attached to the file.

# Small print at the end. $file is the name of the attached file, $sha256 its hash value.
document-twin-note = Мундариҷаи ин ҳуҷҷат дар шакли мошинхон дар дохили файли электронӣ ҷойгир аст: { $file }, SHA-256 { $sha256 }
# What a viewer shows beside the attached file.
document-twin-description = Мундариҷаи ин ҳуҷҷат дар шакли мошинхон
# What a viewer shows beside the attached signature.
document-twin-signature = Имзои шакли мошинхон

## States: the short names that stand in a letter head.

# The name of the state in its own documents, without article.
document-country-AF = Афғонистон
# The name of the state in its own documents, without article.
document-country-IR = Ҷумҳурии Исломии Эрон
# The name of the state in its own documents, without article.
document-country-KZ = Ҷумҳурии Қазоқистон
# The name of the state in its own documents, without article.
document-country-KG = Ҷумҳурии Қирғизистон
# The name of the state in its own documents, without article.
document-country-PK = Ҷумҳурии Исломии Покистон
# The name of the state in its own documents, without article.
document-country-TJ = Ҷумҳурии Тоҷикистон
# The name of the state in its own documents, without article.
document-country-UZ = Ҷумҳурии Узбекистон
# The name of the state in its own documents, without article.
document-country-AE = Аморати Муттаҳидаи Араб
# The name of the state in its own documents, without article.
document-country-AM = Ҷумҳурии Арманистон
# The name of the state in its own documents, without article.
document-country-AZ = Ҷумҳурии Озарбойҷон
# The name of the state in its own documents, without article.
document-country-BY = Ҷумҳурии Беларус
# The name of the state in its own documents, without article.
document-country-CN = Ҷумҳурии Мардумии Хитой
# The name of the state in its own documents, without article.
document-country-DE = Ҷумҳурии Федеративии Олмон
# The name of the state in its own documents, without article.
document-country-EE = Ҷумҳурии Эстония
# The name of the state in its own documents, without article.
document-country-FR = Ҷумҳурии Фаронса
# The name of the state in its own documents, without article.
document-country-GB = Шоҳигарии Муттаҳидаи Британияи Кабир ва Ирландияи Шимолӣ
# The name of the state in its own documents, without article.
document-country-GE = Гурҷистон
# The name of the state in its own documents, without article.
document-country-IN = Ҷумҳурии Ҳиндустон
# The name of the state in its own documents, without article.
document-country-NL = Шоҳигарии Нидерландия
# The name of the state in its own documents, without article.
document-country-RU = Федератсияи Россия
# The name of the state in its own documents, without article.
document-country-SG = Ҷумҳурии Сингапур
# The name of the state in its own documents, without article.
document-country-TM = Туркманистон
# The name of the state in its own documents, without article.
document-country-TR = Ҷумҳурии Туркия
# The name of the state in its own documents, without article.
document-country-US = Иёлоти Муттаҳидаи Америка

## Names of languages.

# The name of a language, as it stands after *Language of the reply*.
document-language-en = англисӣ
# The name of a language, as it stands after *Language of the reply*.
document-language-ru = русӣ
# The name of a language, as it stands after *Language of the reply*.
document-language-fa = форсӣ
# The name of a language, as it stands after *Language of the reply*.
document-language-fa-AF = дарӣ
# The name of a language, as it stands after *Language of the reply*.
document-language-ps = пашту
# The name of a language, as it stands after *Language of the reply*.
document-language-ur = урду
# The name of a language, as it stands after *Language of the reply*.
document-language-tg = тоҷикӣ
# The name of a language, as it stands after *Language of the reply*.
document-language-uz = ӯзбекӣ
# The name of a language, as it stands after *Language of the reply*.
document-language-kk = қазоқӣ
# The name of a language, as it stands after *Language of the reply*.
document-language-ky = қирғизӣ
