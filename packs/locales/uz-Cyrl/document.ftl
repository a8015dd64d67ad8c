### The words of printed documents. The comments for translators are those of the English file. What is not here is for screens.
### Not reviewed by a jurist or native translator of any authority: see review.toml.

## Marks that stand on every page.

# A mark in large letters on every page of an exercise. It must not be taken for a real request.
document-exercise = ЎҚУВ МАШҚИ
# A mark in large letters on every page of a draft.
document-draft = ҚОРАЛАМА
# Stands below the letter head of the copy that is sent ahead of the signed and sealed paper.
document-advance-copy = Олдиндан юбориладиган нусха. Имзоланган ва муҳрланган асл нусхаси кейин юборилади.
# Stands below the letter head of a print that was made to be read, by the receiving office or in a language that nobody approved.
document-reading-copy = Машинада ўқиладиган мазмундан чоп этилган, танишиш учун нусха. Фақат имзоланган асл нусха кучга эга.
# Stands below the letter head of a request that asks for precedence.
document-urgent = ШОШИЛИНЧ СЎРОВ

## Letter head, addressee, references.

# Label before the authority that is written to.
document-to = Кимга
# Label before an authority that passes the document on, such as a ministry.
document-through = Орқали
# Label before the one line that says what the document is about.
document-subject = Мавзу
# Label before a day: of the document, and below a signature.
document-date = Сана
# Label before the sender's own reference number.
document-our-reference = Бизнинг рақам
# Label before the reference number of the other side.
document-your-reference = Сизнинг рақам
# Label before the number of the criminal case or proceeding.
document-case-number = Иш рақами
# Label before the number under which an office's register has the document.
document-register-number = Рўйхатга олиш рақами
# Label before the number that a receiving office gives to a request when it confirms receipt.
document-ticket = Қабул рақами
# Label before the day on which a measure or ticket lapses.
document-valid-until = Амал қилишининг охирги куни
# Label before the day by which an answer is asked for.
document-reply-by = Жавоб сўралган муддат
# Label before the moment at which something was received.
document-received-at = Қабул қилинди

## Titles.

# Title of a request for legal assistance.
document-title-request = Ҳуқуқий ёрдам кўрсатиш тўғрисидаги сўров
# Title of a request to preserve computer data before the full request.
document-title-preservation = Компьютер ахборотининг сақланишини тезкор таъминлаш тўғрисидаги сўров
# Title of the paper that confirms receipt of a request.
document-title-acknowledgement = Қабул қилинганини тасдиқлаш
# Title of the record of who had an exhibit, and when.
document-title-custody = Далилни сақлаш баённомаси

## Headings of the parts.

# Heading of the part that names who conducts the investigation.
document-section-authority = Иш юритувчи орган
# Heading of the table of treaties and articles that the request stands on.
document-section-basis = Ҳуқуқий асос
# Heading of the summary of facts.
document-section-facts = Ҳолатларнинг қисқача баёни
# Heading of the part with offences and penalties.
document-section-offences = Жиноятлар ва жазолар
# Heading of the part about persons.
document-section-persons = Алоқадор шахслар
# Heading of the part that says what is asked for.
document-section-items = Сўралаётган ёрдам
# Heading of the part that says what the evidence is for.
document-section-purpose = Сўровнинг мақсади
# Heading of the part about secrecy.
document-section-confidentiality = Махфийлик
# Heading of the part about a particular procedure that is wished.
document-section-procedure = Риоя этиладиган тартиб
# Heading of the part with a deadline and its reason.
document-section-deadline = Муддат ва унинг сабаби
# Heading of the part with promises of the requesting state.
document-section-assurances = Кафолатлар
# Heading of the part that follows the money; a drawing and a table.
document-section-tracing = Крипто-активларни кузатиш
# Heading of the list of attached files.
document-annexes = Иловалар

## Columns and labels.

# Column: the treaty or law.
document-basis-instrument = Ҳужжат
# Column: the articles of the treaty or law.
document-basis-articles = Моддалар
# Column: what the articles provide.
document-basis-provides = Нимани назарда тутади
# Column, in drafts only: whether a jurist has confirmed the row.
document-basis-standing = Юрист тасдиқлаган
# In drafts only, in the column about confirmation: a jurist has confirmed the row.
document-basis-confirmed = Тасдиқланган
# In drafts only: nobody has confirmed the row. $source is the source of the fact, $date its date, $confidence how sure the law pack is.
document-basis-unconfirmed = ТАСДИҚЛАНМАГАН. Манба: { $source }, { $date }; ишончлилиги: { $confidence }.
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-verified = тасдиқланган
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-unverified = тасдиқланмаган
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-disputed = баҳсли
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-unknown = номаълум
# Stands where the date of a source is not known.
document-date-unknown = санаси номаълум
# Whole sentence in the part about legal basis when no treaty obliges the other state. Nothing may sound like an obligation.
document-basis-none = Сўров бераётган органга сўров берилаётган давлатни ушбу ёрдамни кўрсатишга мажбур қиладиган халқаро шартнома маълум эмас. Ёрдам ўзаролик принципи ва сўров берилаётган давлат қонунчилиги асосида сўралмоқда.
# Promise of the requesting state, a whole sentence.
document-assurance-reciprocity = Сўров бераётган давлат шундай сўров бўйича шунга ўхшаш ёрдам кўрсатади.
# Promise of the requesting state, a whole sentence. $reference is the number of the request.
document-assurance-use = Тақдим этилган маълумотлар, агар сўров берилаётган давлат бошқача фойдаланишга рози бўлмаса, фақат { $reference } сўровда кўрсатилган иш бўйича ишлатилади.
# Sentence of an acknowledgement. $reference is the number of the request, $moment when it was received.
document-received = { $reference } сўров қабул қилинган вақт: { $moment }. Ушбу ҳужжат фақат қабул қилинганини тасдиқлайди; у сўров бўйича қарор эмас.
# Column or label: a number in a list.
document-annex-number = №
# Column: what an annex is.
document-annex-title = Илова
# Column: the length of a file in bytes.
document-annex-length = Байт
# Column: the SHA-256 value of a file.
document-annex-hash = SHA-256 хеш қиймати
# A span of days, both included. $from and $to are dates.
document-period = { $from } — { $to }
# Label before the full name of a person.
document-full-name = Фамилияси, исми, отасининг исми
# Label before the day of birth of a person.
document-born = Туғилган санаси
# Label before the citizenship of a person.
document-citizenship = Фуқаролиги
# Label before the part that a person has in the proceeding, such as suspect or victim.
document-standing = Ишдаги мақоми
# A value of the status of a person.
document-standing-suspect = гумон қилинувчи
# A value of the status of a person.
document-standing-victim = жабрланувчи
# A value of the status of a person.
document-standing-witness = гувоҳ
# A value of the status of a person who is not yet known by name.
document-standing-unknown = аниқланмаган
# Label before where a person lives.
document-residence = Яшаш жойи
# Label before the number of a passport or identity card.
document-identity-document = Шахсни тасдиқловчи ҳужжат
# Label before a crypto address.
document-address = Крипто-манзил
# Label before the name of a ledger.
document-ledger = Блокчейн
# Label before a transaction on a ledger.
document-transaction = Транзакция
# Label before an amount.
document-amount = Сумма
# Label before a time span.
document-period-label = Давр
# Label before a service provider that holds the data.
document-provider = Хизматлар провайдери
# Label before a moment.
document-moment = Вақт
# Label before what something is.
document-description = Тавсифи
# Label before the item that a row is about.
document-item = Банд
# Label before the language in which an answer is asked for.
document-reply-language = Жавоб тили
# Label before an exhibit.
document-exhibit = Ашёвий далил
# Column of a custody record: who gave the exhibit.
document-given-by = Топширди
# Column of a custody record: who took the exhibit.
document-taken-by = Қабул қилди
# Column of a custody record: why the exhibit changed hands.
document-reason = Сабаби
# Caption of the table of a custody record.
document-custody-table = Ашёвий далилнинг ҳаракати
# A column: what was done with an exhibit.
document-custody-act = Ҳаракат
# What was done with an exhibit.
document-custody-collected = Олиб қўйилди
# What was done with an exhibit.
document-custody-received = Қабул қилинди
# What was done with an exhibit.
document-custody-handed-over = Топширилди
# What was done with an exhibit.
document-custody-copied = Нусха олинди
# What was done with an exhibit.
document-custody-examined = Текширилди
# What was done with an exhibit.
document-custody-sealed = Муҳрланди
# What was done with an exhibit.
document-custody-opened = Очилди
# What was done with an exhibit.
document-custody-returned = Қайтарилди
# What was done with an exhibit.
document-custody-destroyed = Йўқ қилинди
# Heading of a custody record: each act with all that was recorded of it.
document-custody-details = Ҳар бир ҳаракат тўғрисида маълумот
# Name of a field of a custody record: the number of the working copy that an act concerns.
document-custody-copy = Ишчи нусха, №
# Name of a field of a custody record: the number of the working copy that was made.
document-custody-copy-made = Тайёрланган ишчи нусха, №
# Name of a field of a custody record: who else was present.
document-custody-present = Бошқа иштирок этганлар
# Name of a field of a custody record: the warrant, consent, request or order.
document-custody-authority = Ҳуқуқий асос
# Name of a field of a custody record: numbers of the seals that were on it before the act.
document-custody-seals-before = Ҳаракатдан олдинги муҳрлар
# Name of a field of a custody record: numbers of the seals that were on it after the act.
document-custody-seals-after = Ҳаракатдан кейинги муҳрлар
# Name of a field of a custody record: in what state the exhibit was.
document-custody-condition = Ҳолати
# Name of a field of a custody record: program or instrument, version, settings.
document-custody-tool = Қўлланилган восита
# Name of a field of a custody record: the hash value before the act.
document-custody-before = Ҳаракатдан олдинги SHA-256
# Name of a field of a custody record: the hash value after the act.
document-custody-after = Ҳаракатдан кейинги SHA-256
# Name of a field of a custody record: a change that could not be avoided, and why.
document-custody-change = Олдини олиб бўлмаган ўзгариш ва унинг сабаби
# How an exhibit travelled, and in what.
document-custody-transport = Ташиш
# Where an exhibit is kept, and how.
document-custody-storage = Сақлаш жойи
# Who signed an act of custody as the second person, and when.
document-custody-confirmed = Иккинчи имзо билан тасдиқланди
# Name of a field of a custody record: who holds the exhibit now.
document-custody-holder = Ҳозирги сақловчи
# Stands where nobody holds the exhibit: it was returned or destroyed.
document-custody-ended = ҳеч ким: сақлаш тугаган
# Name of a field: the title of the case.
document-case-title = Иш
# Name of a field: the identifier of the case in the record.
document-case-identifier = Иш идентификатори
# Name of a field: the identifier of an entry in the record.
document-entry = Ёзув
# Name of a field: when something was written down in the record.
document-recorded-at = Қайд этилган вақт
# Name of a field: when an act was written down that had taken place before others which were written down earlier.
document-recorded-late = Кечикиб қайд этилган вақт
# The exhibit itself, as against its working copies.
document-custody-original = Асл нусха
# A working copy. $number is its number.
document-custody-on-copy = Ишчи нусха № { $number }
# A name and its value on one line. Both are filled in.
document-labelled = { $label }: { $value }
# Name of a hash value: of the one file of an exhibit.
document-hash-file = Файл SHA-256 қиймати
# Name of a hash value: of the list of all files of an exhibit with their hash values.
document-hash-root = Файллар рўйхатининг илдизи (SHA-256)
# Name of a field: how many files an exhibit holds.
document-custody-file-count = Файллар сони
# Name of a field: how many bytes all files of an exhibit hold.
document-custody-bytes = Жами байт
# Marks an act of custody that was withdrawn; its ground follows in some places.
document-custody-withdrawn = Қайтариб олинган: ҳисобга олинмайди
# Name of a field: who withdrew an act, and when.
document-custody-withdrawn-by = Ким қайтариб олган
# A ground on which an entry was withdrawn.
document-ground-mistaken = хато қайд этилган
# A ground on which an entry was withdrawn: secrecy of counsel or the like.
document-ground-privileged = сир билан ҳимояланган
# A ground on which an entry was withdrawn.
document-ground-wrong-case = бошқа ишга тегишли
# Name of a field: who signed an act by hand, on paper.
document-custody-on-paper = Қоғозда имзолаган
# Name of a field: the officer who has seen the paper that was signed by hand, and when.
document-custody-paper-seen-by = Қоғозни кўрган
# Name of a field: the hash value of the scan of a paper that was signed by hand.
document-custody-paper = Сканерланган қоғознинг SHA-256 қиймати
# Name of a field: what the person who confirms an act has to say about it.
document-custody-note = Изоҳ
# Name of a value: who had the exhibit last.
document-custody-last-holder = Охирги сақловчи
# Stands for an act whose content is kept from the paper because it was withdrawn as privileged or of another case.
document-content-withheld = Мазмуни келтирилмайди
# Stands for an act whose content was destroyed by order of two persons.
document-content-destroyed = Мазмуни йўқ қилинган
# Who made a thing.
document-item-make = Ишлаб чиқарувчи
# What its maker calls a thing.
document-item-model = Модел
# The number that the maker gave a thing.
document-item-serial = Серия рақами
# The number of a mobile device.
document-item-imei = IMEI
# How many bytes a disk or memory can hold.
document-item-capacity = Сиғими, байт
# Whether a device was running when it was found.
document-item-power = Топилгандаги қувват ҳолати
# By how many seconds the clock of a device was ahead.
document-item-clock-ahead = Соат олдинда эди, сония
# By how many seconds the clock of a device was behind.
document-item-clock-behind = Соат орқада эди, сония
# Name of a field of a custody record: a number of bytes.
document-custody-unread = Носоз қурилманинг ўқилмаган байтлари (нусхада ноллар)
# Heading of a custody record: the files were read again and compared with what came in.
document-custody-checks = Файлларнинг кейинги текширувлари
# Column of a custody record: how many checks there were, one after the other, with the same result.
document-custody-check-count = Неча марта
# Column of a custody record: the officers who had the files read again.
document-custody-checked-by = Ким текширди
# Column of a custody record: what came of the check.
document-custody-check-result = Натижа
# Result of a check: all files are what came in.
document-custody-check-unchanged = ўзгаришсиз
# Result of a check; how many files or places follows as a number.
document-custody-check-changed = ўзгарган, шикастланган ёки йўқ
# Result of a check: not all could be read; how many files or places follows as a number.
document-custody-check-undecided = аниқланмади
# Heading of a custody record: files of the exhibit that were written out, in the clear.
document-custody-given-out = Берилган файллар
# Column of a custody record: the officer who had a file written out.
document-custody-given-out-by = Ким берди
# Heading of a custody record: who saw a recovery phrase or key that was found in the exhibit.
document-custody-looks = Топилган сирларни кўриш
# Column of a custody record: a recovery phrase or key, named by a fingerprint.
document-custody-secret = Сир (бармоқ изи)
# Column of a custody record: the officer who saw a recovery phrase or key.
document-custody-seen-by = Ким кўрди
# Column of a custody record: the officer who approved that another saw it.
document-custody-look-approved = Ким рухсат берди
# Heading of a custody record: the node read files of the exhibit again by itself, and some were damaged.
document-custody-found = Тугун топган шикастлар
# What was found of a file when the node read it again.
document-custody-found-decayed = ёзилганидек эмас: байтлари ўзгарган
# What was found of a file when the node read it again.
document-custody-found-malformed = кесилган ёки энди омбор файли эмас
# What was found of a file when the node read it again.
document-custody-found-unreadable = дискдан ўқилмайди
# What was found of a file when the node looked for it.
document-custody-found-missing = энди омборда йўқ
# What was found of a file when the node read it again, after it was not so.
document-custody-found-whole = яна бутун
# Heading of a custody record: packages with files of the exhibit that were written for somebody.
document-custody-packages = Ёзилган пакетлар
# Column of a custody record: for whom a package was written.
document-custody-packaged-for = Ким учун
# Column of a custody record: the officer who wrote a package.
document-custody-packaged-by = Ким ёзди
# Heading of a custody record: packages that offices of other nodes may fetch, or might.
document-custody-offers = Бошқа идораларга таклифлар
# Column of a custody record: the office that may fetch a package.
document-custody-offered-to = Ким олиши мумкин
# Column of a custody record: the officer who offered a package to another office.
document-custody-offered-by = Ким таклиф қилди
# Column of a custody record: whether an offer holds, and how far it has come.
document-custody-offer-standing = Ҳолати
# State of an offer to another office.
document-custody-offer-withdrawn = қайтариб олинди
# State of an offer to another office: the agreement under which it was made is not in force.
document-custody-offer-ended = битим билан тугади
# State of an offer to another office: its message was not delivered yet.
document-custody-offer-waiting = ҳали етказилмаган
# State of an offer to another office: its message came there.
document-custody-offer-received = етказилди
# State of an offer to another office: an officer there has opened it, and may have fetched the package.
document-custody-offer-opened = у ерда очилди; пакет олинган бўлиши мумкин
# State of an offer to another office: its node refused the message.
document-custody-offer-refused = рад этилди
# Heading of a custody record: the intake was cut off, and gone on with.
document-custody-sessions = Қабул қилиш сеанслари
# Column of a custody record: when a session of an intake began.
document-custody-session-began = Бошланиши
# Column of a custody record: the files that a session found half copied; behind each the first byte that it read.
document-custody-session-went-on = Давом эттирилди, байтдан
# Heading of a custody record: what is missing in the chain.
document-custody-gaps = Етишмаётган ёки зиддиятли маълумотлар
# Column of a custody record: what is missing or contradictory at an act.
document-custody-gap = Аниқланган ҳолат
# Sentence of a custody record.
document-custody-no-gaps = Қайд этилган маълумотларда бирорта ҳаракат тушиб қолмаган ва бирорта ҳаракат бошқасига зид эмас.
# Heading and caption of a custody record: the files that the exhibit holds.
document-custody-files = Ашёвий далилнинг файллари
# Column of a custody record: name of a file with its folder.
document-custody-file = Файл
# Sentence of a custody record, above the list of annexes. $count is how many files are not printed.
document-custody-files-more = Қолган файллар ({ $count }) илова қилинган ва қуйида хеш қиймати билан кўрсатилган тўлиқ рўйхатда келтирилган.
# Caption of a table in a custody record: hash values that were asked for beside SHA-256.
document-custody-further = Файлларнинг бошқа хеш қийматлари
# Column of a custody record: the name of a hash algorithm, such as MD5.
document-custody-algorithm = Алгоритм
# Column of a custody record: a hash value that this program computed.
document-custody-computed = Ҳисобланган хеш қиймати
# Heading and caption of a table in a custody record: what lies inside image files of disks, hashed apart from the files.
document-custody-media = Диск образлари: ташувчи таркиби
# Column of a custody record: a hash value that the image file itself holds, from when it was made.
document-custody-stored = Образда сақланган хеш қиймати
# Column of a custody record: how the computed hash value compares with the stored one.
document-custody-comparison = Солиштириш
# In that column: both are the same.
document-custody-media-same = Бир хил
# In that column: they differ.
document-custody-media-different = Фарқ қилади
# In that column: the image file holds no such hash value.
document-custody-media-not-stored = Сақланмаган
# In that column: the image file could not be read to its end.
document-custody-media-unread = Охиригача ўқилмади
# What is missing in a chain of custody.
document-gap-no-beginning = Ашёвий далил сақлашга қандай қабул қилингани қайд этилмаган.
# What is missing in a chain of custody.
document-gap-hand-over = Ашёвий далил охирги сақловчидан бу ерда кўрсатилган шахсга қандай ўтгани қайд этилмаган.
# What is missing in a chain of custody.
document-gap-person = Ашёвий далилни топширган ёки қабул қилган шахс кўрсатилмаган.
# What is wrong in a chain of custody.
document-gap-same-person = Ашёвий далилни айни бир шахс топширган ва қабул қилган.
# What is wrong in a chain of custody.
document-gap-time = Ҳаракатнинг вақти аввалги ҳаракатнинг вақтидан олдин.
# What is wrong in a chain of custody.
document-gap-seals = Ҳаракатдан олдинги муҳрлар аввалги ҳаракатдан кейин қолдирилган муҳрларга мос эмас.
# What is wrong in a chain of custody.
document-gap-seals-in-act = Ҳеч нарса муҳрланмаган ва очилмаган бўлса-да, муҳрлар ўзгарган.
# What is wrong in a chain of custody.
document-gap-digest = Хеш қиймати аввалги ҳаракатдаги хеш қийматига мос эмас.
# What is missing in a chain of custody.
document-gap-change = Ҳаракат давомида мазмун ўзгарган, бунинг сабаби қайд этилмаган.
# What is wrong in a chain of custody.
document-gap-after-end = Ашёвий далил бу ҳаракатдан олдин қайтарилган ёки йўқ қилинган эди.
# What is wrong in a chain of custody.
document-gap-second-beginning = Ашёвий далил сақлашга иккинчи марта қабул қилинган.
# A finding: a hand-over with one signature.
document-gap-signature = Топширишни икки шахсдан фақат биттаси имзолаган.
# What is missing in a chain of custody.
document-gap-authority = Ҳаракат кимнинг фармойиши билан бажарилгани қайд этилмаган.
# What is missing in a chain of custody.
document-gap-copy = Ушбу нусха қандай олингани қайд этилмаган.
# What is wrong in a chain of custody.
document-gap-other-exhibit = Ҳаракат бошқа ашёвий далил бўйича қайд этилган.
# Caption of the table of transactions that a trace followed.
document-tracing-table = Кузатилган транзакциялар
# Caption below the drawing of a trace.
document-tracing-figure = Активларнинг ҳаракати

## Signature and seal.

# Label before the line for a signature.
document-signature = Имзо
# Label before the name of the person who signs.
document-name = Исм-шарифи
# Label before the office held by the person who signs.
document-position = Лавозими
# Stands inside the circle for the seal. Russian practice has two letters there.
document-seal-place = Муҳр ўрни
# Above a place for signature: the authority that asks.
document-role-requesting = Сўров бераётган орган номидан
# Above a place for signature: the authority that was asked.
document-role-requested = Сўров берилаётган орган номидан
# Above a place for signature: the translator.
document-role-translator = Таржимон
# Above a place for signature: the officer who has an exhibit now.
document-role-custodian = Сақлаш учун масъул шахс

## Papers that go with a request and come back for it: cover letter, certificate of execution, minutes.

# Title of the letter on top of a request that goes out on paper.
document-title-cover-letter = Илова хат
# Heading of the part of a cover letter that says what is enclosed.
document-section-enclosed = Илова қилинади
# Sentence of a cover letter. $reference is the number of the request, $date its day.
document-cover-enclosed = { $reference } сўров юборилмоқда, санаси: { $date }. Унга илова қилинганлар хеш қийматлари билан қуйида келтирилган.
# Sentence of a cover letter: the other side is asked to confirm receipt.
document-cover-acknowledge = Қабул қилинганини ушбу рақамни кўрсатган ҳолда юборувчига тасдиқлашингизни сўраймиз.
# Label before the number of sheets of paper that are enclosed.
document-sheets = Варақлар сони
# Title of the paper that says what was done on a request.
document-title-certificate = Сўров ижроси тўғрисида маълумотнома
# Sentence of a certificate of execution. $reference is the number of the request.
document-certificate-whole = { $reference } сўров тўлиқ ижро этилди.
# Sentence of a certificate of execution when something was not done. $reference is the number of the request.
document-certificate-part = { $reference } сўров қисман ижро этилди. Ижро этилмаган қисми сабаби билан қуйида кўрсатилган.
# Heading of the part that says what was done: on a request, or in the course of an act.
document-section-executed = Бажарилган ҳаракатлар
# Column of a certificate of execution: the act that was carried out.
document-executed-act = Ҳаракат
# Column of a certificate of execution: the office or officer who carried out the act.
document-executed-by = Ким томонидан
# Column of a certificate of execution: what came of the act.
document-executed-outcome = Натижа
# Heading of the part of a certificate of execution that says what was not done.
document-section-not-executed = Ижро этилмаган
# Column of a certificate of execution: why a part of the request was not executed.
document-not-executed-reason = Сабаби
# Heading of the part about evidence that is handed over and may have to come back.
document-section-return = Далилларни қайтариш
# Caption of the table of evidence that is handed over.
document-handed-over = Топшириладиган далиллар
# Column: the day by which a piece of evidence must be given back.
document-return-by = Қайтариш муддати
# Stands in the column of the day of return where the other side may keep the evidence.
document-return-not-asked = қайтариш талаб қилинмайди
# Title of the minutes of an act such as a search or the taking of a statement.
document-title-minutes = Баённома
# Label before the place of an act.
document-place = Жойи
# Heading of the list of those who were there.
document-section-present = Иштирок этганлар
# Column: in which part a person was there, such as specialist, interpreter or attesting witness.
document-present-part = Қайси мақомда
# Heading of the list of what was taken in the course of an act.
document-section-taken = Олиб қўйилган
# Heading of the part with what those present had to say to the minutes.
document-section-objections = Мулоҳазалар ва эътирозлар
# Column: what a person present had to say to the minutes.
document-objection = Мулоҳаза ёки эътироз
# Sentence of minutes to which nobody had anything to say.
document-objections-none = Мулоҳаза ва эътирозлар билдирилмади.
# Sentence before the signatures of minutes.
document-minutes-read = Иштирок этганларнинг барчаси имзолашдан олдин баённомани ўқиган ёки у уларга ўқиб эшиттирилган.
# Above a place for signature: the official who keeps the minutes.
document-role-recorder = Баённомани тузган мансабдор шахс
# Above a place for signature of minutes: a person who was there.
document-role-present = Ҳаракат давомида иштирок этган

## The twin: the same content for machines, attached to the file.

# Small print at the end. $file is the name of the attached file, $sha256 its hash value.
document-twin-note = Ушбу ҳужжатнинг мазмуни электрон файл ичида машинада ўқиладиган шаклда берилган: { $file }, SHA-256 { $sha256 }
# What a viewer shows beside the attached file.
document-twin-description = Ушбу ҳужжатнинг машинада ўқиладиган шаклдаги мазмуни
# What a viewer shows beside the attached signature.
document-twin-signature = Машинада ўқиладиган шаклнинг имзоси

## States: the short names that stand in a letter head.

# The name of the state in its own documents, without article.
document-country-AF = Афғонистон
# The name of the state in its own documents, without article.
document-country-IR = Эрон Ислом Республикаси
# The name of the state in its own documents, without article.
document-country-KZ = Қозоғистон Республикаси
# The name of the state in its own documents, without article.
document-country-KG = Қирғиз Республикаси
# The name of the state in its own documents, without article.
document-country-PK = Покистон Ислом Республикаси
# The name of the state in its own documents, without article.
document-country-TJ = Тожикистон Республикаси
# The name of the state in its own documents, without article.
document-country-UZ = Ўзбекистон Республикаси
# The name of the state in its own documents, without article.
document-country-AE = Бирлашган Араб Амирликлари
# The name of the state in its own documents, without article.
document-country-AM = Арманистон Республикаси
# The name of the state in its own documents, without article.
document-country-AZ = Озарбайжон Республикаси
# The name of the state in its own documents, without article.
document-country-BY = Беларусь Республикаси
# The name of the state in its own documents, without article.
document-country-CN = Хитой Халқ Республикаси
# The name of the state in its own documents, without article.
document-country-DE = Германия Федератив Республикаси
# The name of the state in its own documents, without article.
document-country-EE = Эстония Республикаси
# The name of the state in its own documents, without article.
document-country-FR = Франция Республикаси
# The name of the state in its own documents, without article.
document-country-GB = Буюк Британия ва Шимолий Ирландия Бирлашган Қироллиги
# The name of the state in its own documents, without article.
document-country-GE = Грузия
# The name of the state in its own documents, without article.
document-country-IN = Ҳиндистон Республикаси
# The name of the state in its own documents, without article.
document-country-NL = Нидерландия Қироллиги
# The name of the state in its own documents, without article.
document-country-RU = Россия Федерацияси
# The name of the state in its own documents, without article.
document-country-SG = Сингапур Республикаси
# The name of the state in its own documents, without article.
document-country-TM = Туркманистон
# The name of the state in its own documents, without article.
document-country-TR = Туркия Республикаси
# The name of the state in its own documents, without article.
document-country-US = Америка Қўшма Штатлари

## Names of languages.

# The name of a language, as it stands after *Language of the reply*.
document-language-en = инглиз тили
# The name of a language, as it stands after *Language of the reply*.
document-language-ru = рус тили
# The name of a language, as it stands after *Language of the reply*.
document-language-fa = форс тили
# The name of a language, as it stands after *Language of the reply*.
document-language-fa-AF = дарий тили
# The name of a language, as it stands after *Language of the reply*.
document-language-ps = пушту тили
# The name of a language, as it stands after *Language of the reply*.
document-language-ur = урду тили
# The name of a language, as it stands after *Language of the reply*.
document-language-tg = тожик тили
# The name of a language, as it stands after *Language of the reply*.
document-language-uz = ўзбек тили
# The name of a language, as it stands after *Language of the reply*.
document-language-kk = қозоқ тили
# The name of a language, as it stands after *Language of the reply*.
document-language-ky = қирғиз тили
