### The words of printed documents. The comments for translators are those of the English file. What is not here is for screens.
### Not reviewed by a jurist or native translator of any authority: see review.toml.

## Marks that stand on every page.

# A mark in large letters on every page of an exercise. It must not be taken for a real request.
document-exercise = ОКУУ-МАШЫГУУ
# A mark in large letters on every page of a draft.
document-draft = ДОЛБООР
# Stands below the letter head of the copy that is sent ahead of the signed and sealed paper.
document-advance-copy = Алдын ала жөнөтүлгөн көчүрмө. Кол коюлган жана мөөр басылган түп нуска кийин жөнөтүлөт.
# Stands below the letter head of a print that was made to be read, by the receiving office or in a language that nobody approved.
document-reading-copy = Машина окуй турган мазмундан басылган, таанышуу үчүн көчүрмө. Кол коюлган түп нуска гана күчкө ээ.
# Stands below the letter head of a request that asks for precedence.
document-urgent = ШАШЫЛЫШ СУРОО-ТАЛАП

## Letter head, addressee, references.

# Label before the authority that is written to.
document-to = Кимге
# Label before an authority that passes the document on, such as a ministry.
document-through = Аркылуу
# Label before the one line that says what the document is about.
document-subject = Темасы
# Label before a day: of the document, and below a signature.
document-date = Датасы
# Label before the sender's own reference number.
document-our-reference = Биздин номер
# Label before the reference number of the other side.
document-your-reference = Сиздин номер
# Label before the number of the criminal case or proceeding.
document-case-number = Иштин номери
# Label before the number under which an office's register has the document.
document-register-number = Каттоо номери
# Label before the number that a receiving office gives to a request when it confirms receipt.
document-ticket = Кабыл алуу номери
# Label before the day on which a measure or ticket lapses.
document-valid-until = Жарактуулугунун акыркы күнү
# Label before the day by which an answer is asked for.
document-reply-by = Жооп суралган мөөнөт
# Label before the moment at which something was received.
document-received-at = Алынды

## Titles.

# Title of a request for legal assistance.
document-title-request = Укуктук жардам көрсөтүү жөнүндө суроо-талап
# Title of a request to preserve computer data before the full request.
document-title-preservation = Компьютердик маалыматтын сакталышын ыкчам камсыз кылуу жөнүндө суроо-талап
# Title of the paper that confirms receipt of a request.
document-title-acknowledgement = Алынганын ырастоо
# Title of the record of who had an exhibit, and when.
document-title-custody = Далилди сактоо протоколу

## Headings of the parts.

# Heading of the part that names who conducts the investigation.
document-section-authority = Иш жүргүзүүчү орган
# Heading of the table of treaties and articles that the request stands on.
document-section-basis = Укуктук негиз
# Heading of the summary of facts.
document-section-facts = Жагдайлардын кыскача баяны
# Heading of the part with offences and penalties.
document-section-offences = Кылмыштар жана жазалар
# Heading of the part about persons.
document-section-persons = Тиешелүү адамдар
# Heading of the part that says what is asked for.
document-section-items = Суралган жардам
# Heading of the part that says what the evidence is for.
document-section-purpose = Суроо-талаптын максаты
# Heading of the part about secrecy.
document-section-confidentiality = Купуялуулук
# Heading of the part about a particular procedure that is wished.
document-section-procedure = Сакталууга тийиш болгон тартип
# Heading of the part with a deadline and its reason.
document-section-deadline = Мөөнөт жана анын себеби
# Heading of the part with promises of the requesting state.
document-section-assurances = Кепилдиктер
# Heading of the part that follows the money; a drawing and a table.
document-section-tracing = Виртуалдык активдердин изин издөө
# Heading of the list of attached files.
document-annexes = Тиркемелер

## Columns and labels.

# Column: the treaty or law.
document-basis-instrument = Документ
# Column: the articles of the treaty or law.
document-basis-articles = Беренелер
# Column: what the articles provide.
document-basis-provides = Эмнени карайт
# Column, in drafts only: whether a jurist has confirmed the row.
document-basis-standing = Юрист ырастаган
# In drafts only, in the column about confirmation: a jurist has confirmed the row.
document-basis-confirmed = Ырасталды
# In drafts only: nobody has confirmed the row. $source is the source of the fact, $date its date, $confidence how sure the law pack is.
document-basis-unconfirmed = ЫРАСТАЛБАГАН. Булак: { $source }, { $date }; ишенимдүүлүгү: { $confidence }.
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-verified = ырасталган
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-unverified = ырасталбаган
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-disputed = талаштуу
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-unknown = белгисиз
# Stands where the date of a source is not known.
document-date-unknown = датасы белгисиз
# Whole sentence in the part about legal basis when no treaty obliges the other state. Nothing may sound like an obligation.
document-basis-none = Суроо-талап жөнөткөн органга суроо-талап жөнөтүлгөн мамлекетти бул жардамды көрсөтүүгө милдеттендирген эл аралык келишим белгилүү эмес. Жардам өз ара принциби жана суроо-талап жөнөтүлгөн мамлекеттин мыйзамдары боюнча суралат.
# Promise of the requesting state, a whole sentence.
document-assurance-reciprocity = Суроо-талап жөнөткөн мамлекет ушундай суроо-талап боюнча ушуга окшош жардам көрсөтөт.
# Promise of the requesting state, a whole sentence. $reference is the number of the request.
document-assurance-use = Берилген маалымат, эгерде суроо-талап жөнөтүлгөн мамлекет башкача пайдаланууга макул болбосо, { $reference } суроо-талапта көрсөтүлгөн иш боюнча гана пайдаланылат.
# Sentence of an acknowledgement. $reference is the number of the request, $moment when it was received.
document-received = { $reference } суроо-талап алынган убакыт: { $moment }. Бул документ алынганын гана ырастайт; ал суроо-талап боюнча чечим эмес.
# Column or label: a number in a list.
document-annex-number = №
# Column: what an annex is.
document-annex-title = Тиркеме
# Column: the length of a file in bytes.
document-annex-length = Байт
# Column: the SHA-256 value of a file.
document-annex-hash = SHA-256 хеш мааниси
# A span of days, both included. $from and $to are dates.
document-period = { $from } — { $to }
# Label before the full name of a person.
document-full-name = Фамилиясы, аты, атасынын аты
# Label before the day of birth of a person.
document-born = Туулган датасы
# Label before the citizenship of a person.
document-citizenship = Жарандыгы
# Label before the part that a person has in the proceeding, such as suspect or victim.
document-standing = Иштеги статусу
# A value of the status of a person.
document-standing-suspect = шектүү
# A value of the status of a person.
document-standing-victim = жабырлануучу
# A value of the status of a person.
document-standing-witness = күбө
# A value of the status of a person who is not yet known by name.
document-standing-unknown = аныкталган эмес
# Label before where a person lives.
document-residence = Жашаган жери
# Label before the number of a passport or identity card.
document-identity-document = Инсандыгын ырастоочу документ
# Label before a crypto address.
document-address = Криптодарек
# Label before the name of a ledger.
document-ledger = Блокчейн
# Label before a transaction on a ledger.
document-transaction = Транзакция
# Label before an amount.
document-amount = Сумма
# Label before a time span.
document-period-label = Мезгил
# Label before a service provider that holds the data.
document-provider = Кызмат көрсөтүүчү
# Label before a moment.
document-moment = Убактысы
# Label before what something is.
document-description = Сүрөттөмөсү
# Label before the item that a row is about.
document-item = Пункт
# Label before the language in which an answer is asked for.
document-reply-language = Жооптун тили
# Label before an exhibit.
document-exhibit = Буюм далили
# Column of a custody record: who gave the exhibit.
document-given-by = Тапшырган
# Column of a custody record: who took the exhibit.
document-taken-by = Кабыл алган
# Column of a custody record: why the exhibit changed hands.
document-reason = Себеби
# Caption of the table of a custody record.
document-custody-table = Буюм далилинин кыймылы
# A column: what was done with an exhibit.
document-custody-act = Аракет
# What was done with an exhibit.
document-custody-collected = Алынды
# What was done with an exhibit.
document-custody-received = Кабыл алынды
# What was done with an exhibit.
document-custody-handed-over = Тапшырылды
# What was done with an exhibit.
document-custody-copied = Көчүрмөсү алынды
# What was done with an exhibit.
document-custody-examined = Изилденди
# What was done with an exhibit.
document-custody-sealed = Мөөрлөндү
# What was done with an exhibit.
document-custody-opened = Ачылды
# What was done with an exhibit.
document-custody-returned = Кайтарылды
# What was done with an exhibit.
document-custody-destroyed = Жок кылынды
# Heading of a custody record: each act with all that was recorded of it.
document-custody-details = Ар бир аракет жөнүндө маалымат
# Name of a field of a custody record: the number of the working copy that an act concerns.
document-custody-copy = Жумушчу көчүрмө, №
# Name of a field of a custody record: the number of the working copy that was made.
document-custody-copy-made = Жасалган жумушчу көчүрмө, №
# Name of a field of a custody record: who else was present.
document-custody-present = Башка катышкан адамдар
# Name of a field of a custody record: the warrant, consent, request or order.
document-custody-authority = Укуктук негиз
# Name of a field of a custody record: numbers of the seals that were on it before the act.
document-custody-seals-before = Аракетке чейинки мөөрлөр
# Name of a field of a custody record: numbers of the seals that were on it after the act.
document-custody-seals-after = Аракеттен кийинки мөөрлөр
# Name of a field of a custody record: in what state the exhibit was.
document-custody-condition = Абалы
# Name of a field of a custody record: program or instrument, version, settings.
document-custody-tool = Колдонулган каражат
# Name of a field of a custody record: the hash value before the act.
document-custody-before = Аракетке чейинки SHA-256
# Name of a field of a custody record: the hash value after the act.
document-custody-after = Аракеттен кийинки SHA-256
# Name of a field of a custody record: a change that could not be avoided, and why.
document-custody-change = Алдын алуу мүмкүн болбогон өзгөрүү жана анын себеби
# How an exhibit travelled, and in what.
document-custody-transport = Ташуу
# Where an exhibit is kept, and how.
document-custody-storage = Сактоо жайы
# Who signed an act of custody as the second person, and when.
document-custody-confirmed = Экинчи кол менен ырасталды
# Name of a field of a custody record: who holds the exhibit now.
document-custody-holder = Азыркы сактоочу
# Stands where nobody holds the exhibit: it was returned or destroyed.
document-custody-ended = эч ким: сактоо аяктаган
# Name of a field: the title of the case.
document-case-title = Иш
# Name of a field: the identifier of the case in the record.
document-case-identifier = Иштин идентификатору
# Name of a field: the identifier of an entry in the record.
document-entry = Жазуу
# Name of a field: when something was written down in the record.
document-recorded-at = Катталган убакыт
# Name of a field: when an act was written down that had taken place before others which were written down earlier.
document-recorded-late = Кечигип катталган убакыт
# The exhibit itself, as against its working copies.
document-custody-original = Түп нуска
# A working copy. $number is its number.
document-custody-on-copy = Жумушчу көчүрмө № { $number }
# A name and its value on one line. Both are filled in.
document-labelled = { $label }: { $value }
# Name of a hash value: of the one file of an exhibit.
document-hash-file = Файлдын SHA-256 мааниси
# Name of a hash value: of the list of all files of an exhibit with their hash values.
document-hash-root = Файлдардын тизмесинин тамыры (SHA-256)
# Name of a field: how many files an exhibit holds.
document-custody-file-count = Файлдардын саны
# Name of a field: how many bytes all files of an exhibit hold.
document-custody-bytes = Бардыгы байт
# Marks an act of custody that was withdrawn; its ground follows in some places.
document-custody-withdrawn = Кайтарып алынган: эсепке алынбайт
# Name of a field: who withdrew an act, and when.
document-custody-withdrawn-by = Ким кайтарып алган
# A ground on which an entry was withdrawn.
document-ground-mistaken = жаңылыш катталган
# A ground on which an entry was withdrawn: secrecy of counsel or the like.
document-ground-privileged = сыр менен корголгон
# A ground on which an entry was withdrawn.
document-ground-wrong-case = башка ишке тиешелүү
# Name of a field: who signed an act by hand, on paper.
document-custody-on-paper = Кагазга кол койгон
# Name of a field: the officer who has seen the paper that was signed by hand, and when.
document-custody-paper-seen-by = Кагазды көргөн
# Name of a field: the hash value of the scan of a paper that was signed by hand.
document-custody-paper = Скандалган кагаздын SHA-256 мааниси
# Name of a field: what the person who confirms an act has to say about it.
document-custody-note = Эскертүү
# Name of a value: who had the exhibit last.
document-custody-last-holder = Акыркы сактоочу
# Stands for an act whose content is kept from the paper because it was withdrawn as privileged or of another case.
document-content-withheld = Мазмуну келтирилбейт
# Stands for an act whose content was destroyed by order of two persons.
document-content-destroyed = Мазмуну жок кылынган
# Who made a thing.
document-item-make = Өндүрүүчү
# What its maker calls a thing.
document-item-model = Модели
# The number that the maker gave a thing.
document-item-serial = Сериялык номери
# The number of a mobile device.
document-item-imei = IMEI
# How many bytes a disk or memory can hold.
document-item-capacity = Сыйымдуулугу, байт
# Whether a device was running when it was found.
document-item-power = Табылгандагы кубат абалы
# By how many seconds the clock of a device was ahead.
document-item-clock-ahead = Сааты алдыда болгон, секунд
# By how many seconds the clock of a device was behind.
document-item-clock-behind = Сааты артта калган, секунд
# Name of a field of a custody record: a number of bytes.
document-custody-unread = Бузук түзүлүштүн окулбаган байттары (көчүрмөдө нөлдөр)
# Heading of a custody record: the files were read again and compared with what came in.
document-custody-checks = Файлдарды кийинки текшерүүлөр
# Column of a custody record: how many checks there were, one after the other, with the same result.
document-custody-check-count = Канча жолу
# Column of a custody record: the officers who had the files read again.
document-custody-checked-by = Ким текшерди
# Column of a custody record: what came of the check.
document-custody-check-result = Натыйжасы
# Result of a check: all files are what came in.
document-custody-check-unchanged = өзгөрүүсүз
# Result of a check; how many files or places follows as a number.
document-custody-check-changed = өзгөргөн, бузулган же жок
# Result of a check: not all could be read; how many files or places follows as a number.
document-custody-check-undecided = аныкталган жок
# Heading of a custody record: files of the exhibit that were written out, in the clear.
document-custody-given-out = Берилген файлдар
# Column of a custody record: the officer who had a file written out.
document-custody-given-out-by = Ким берди
# Heading of a custody record: who saw a recovery phrase or key that was found in the exhibit.
document-custody-looks = Табылган сырларды көрүү
# Column of a custody record: a recovery phrase or key, named by a fingerprint.
document-custody-secret = Сыр (манжа изи)
# Column of a custody record: the officer who saw a recovery phrase or key.
document-custody-seen-by = Ким көрдү
# Column of a custody record: the officer who approved that another saw it.
document-custody-look-approved = Ким уруксат берди
# Heading of a custody record: the node read files of the exhibit again by itself, and some were damaged.
document-custody-found = Түйүн тапкан бузулуулар
# What was found of a file when the node read it again.
document-custody-found-decayed = жазылгандай эмес: байттары өзгөргөн
# What was found of a file when the node read it again.
document-custody-found-malformed = кесилген же эми кампанын файлы эмес
# What was found of a file when the node read it again.
document-custody-found-unreadable = дисктен окулбайт
# What was found of a file when the node looked for it.
document-custody-found-missing = эми кампада жок
# What was found of a file when the node read it again, after it was not so.
document-custody-found-whole = кайра бүтүн
# Heading of a custody record: packages with files of the exhibit that were written for somebody.
document-custody-packages = Жазылган пакеттер
# Column of a custody record: for whom a package was written.
document-custody-packaged-for = Ким үчүн
# Column of a custody record: the officer who wrote a package.
document-custody-packaged-by = Ким жазды
# Heading of a custody record: packages that offices of other nodes may fetch, or might.
document-custody-offers = Башка бөлүмдөргө сунуштар
# Column of a custody record: the office that may fetch a package.
document-custody-offered-to = Ким ала алат
# Column of a custody record: the officer who offered a package to another office.
document-custody-offered-by = Ким сунуштады
# Column of a custody record: whether an offer holds, and how far it has come.
document-custody-offer-standing = Абалы
# State of an offer to another office.
document-custody-offer-withdrawn = кайтарып алынды
# State of an offer to another office: the agreement under which it was made is not in force.
document-custody-offer-ended = келишим менен бүттү
# State of an offer to another office: its message was not delivered yet.
document-custody-offer-waiting = али жеткирилген эмес
# State of an offer to another office: its message came there.
document-custody-offer-received = жеткирилди
# State of an offer to another office: an officer there has opened it, and may have fetched the package.
document-custody-offer-opened = ал жакта ачылды; пакет алынган болушу мүмкүн
# State of an offer to another office: its node refused the message.
document-custody-offer-refused = четке кагылды
# Heading of a custody record: the intake was cut off, and gone on with.
document-custody-sessions = Кабыл алуу сеанстары
# Column of a custody record: when a session of an intake began.
document-custody-session-began = Башталышы
# Column of a custody record: the files that a session found half copied; behind each the first byte that it read.
document-custody-session-went-on = Улантылды, байттан
# Heading of a custody record: what is missing in the chain.
document-custody-gaps = Жетишпеген же карама-каршы маалыматтар
# Column of a custody record: what is missing or contradictory at an act.
document-custody-gap = Аныкталган жагдай
# Sentence of a custody record.
document-custody-no-gaps = Катталган маалыматтарда бир да аракет калып калган эмес жана бир да аракет экинчисине карама-каршы келбейт.
# Heading and caption of a custody record: the files that the exhibit holds.
document-custody-files = Буюм далилинин файлдары
# Column of a custody record: name of a file with its folder.
document-custody-file = Файл
# Sentence of a custody record, above the list of annexes. $count is how many files are not printed.
document-custody-files-more = Калган файлдар ({ $count }) тиркелген жана төмөндө хеш мааниси менен көрсөтүлгөн толук тизмеде берилген.
# Caption of a table in a custody record: hash values that were asked for beside SHA-256.
document-custody-further = Файлдардын башка хеш маанилери
# Column of a custody record: the name of a hash algorithm, such as MD5.
document-custody-algorithm = Алгоритм
# Column of a custody record: a hash value that this program computed.
document-custody-computed = Эсептелген хеш мааниси
# Heading and caption of a table in a custody record: what lies inside image files of disks, hashed apart from the files.
document-custody-media = Диск сүрөттөлүштөрү: ичиндеги алып жүрүүчү
# Column of a custody record: a hash value that the image file itself holds, from when it was made.
document-custody-stored = Сүрөттөлүштө сакталган хеш мааниси
# Column of a custody record: how the computed hash value compares with the stored one.
document-custody-comparison = Салыштыруу
# In that column: both are the same.
document-custody-media-same = Бирдей
# In that column: they differ.
document-custody-media-different = Башкача
# In that column: the image file holds no such hash value.
document-custody-media-not-stored = Сакталган эмес
# In that column: the image file could not be read to its end.
document-custody-media-unread = Аягына чейин окулган жок
# What is missing in a chain of custody.
document-gap-no-beginning = Буюм далилинин сактоого кантип кабыл алынганы катталган эмес.
# What is missing in a chain of custody.
document-gap-hand-over = Буюм далилинин акыркы сактоочудан ушул жерде көрсөтүлгөн адамга кантип өткөнү катталган эмес.
# What is missing in a chain of custody.
document-gap-person = Буюм далилин тапшырган же кабыл алган адам көрсөтүлгөн эмес.
# What is wrong in a chain of custody.
document-gap-same-person = Буюм далилин бир эле адам тапшырган жана кабыл алган.
# What is wrong in a chain of custody.
document-gap-time = Аракеттин убактысы мурунку аракеттин убактысынан эрте.
# What is wrong in a chain of custody.
document-gap-seals = Аракетке чейинки мөөрлөр мурунку аракеттен кийин калтырылган мөөрлөргө дал келбейт.
# What is wrong in a chain of custody.
document-gap-seals-in-act = Эч нерсе мөөрлөнбөсө да, ачылбаса да, мөөрлөр өзгөргөн.
# What is wrong in a chain of custody.
document-gap-digest = Хеш мааниси мурунку аракеттеги хеш маанисине дал келбейт.
# What is missing in a chain of custody.
document-gap-change = Аракет учурунда мазмуну өзгөргөн, анын себеби катталган эмес.
# What is wrong in a chain of custody.
document-gap-after-end = Буюм далили бул аракетке чейин кайтарылган же жок кылынган.
# What is wrong in a chain of custody.
document-gap-second-beginning = Буюм далили сактоого экинчи жолу кабыл алынган.
# A finding: a hand-over with one signature.
document-gap-signature = Өткөрүп берүүгө эки адамдын бирөө гана кол койгон.
# What is missing in a chain of custody.
document-gap-authority = Аракеттин кимдин буйругу менен жүргүзүлгөнү катталган эмес.
# What is missing in a chain of custody.
document-gap-copy = Бул көчүрмөнүн кантип жасалганы катталган эмес.
# What is wrong in a chain of custody.
document-gap-other-exhibit = Аракет башка буюм далили боюнча катталган.
# Caption of the table of transactions that a trace followed.
document-tracing-table = Изи изделген транзакциялар
# Caption below the drawing of a trace.
document-tracing-figure = Активдердин кыймылы

## Signature and seal.

# Label before the line for a signature.
document-signature = Кол тамга
# Label before the name of the person who signs.
document-name = Аты-жөнү
# Label before the office held by the person who signs.
document-position = Кызматы
# Stands inside the circle for the seal. Russian practice has two letters there.
document-seal-place = Мөөр орду
# Above a place for signature: the authority that asks.
document-role-requesting = Суроо-талап жөнөткөн органдын атынан
# Above a place for signature: the authority that was asked.
document-role-requested = Суроо-талап жөнөтүлгөн органдын атынан
# Above a place for signature: the translator.
document-role-translator = Котормочу
# Above a place for signature: the officer who has an exhibit now.
document-role-custodian = Сактоого жооптуу адам

## Papers that go with a request and come back for it: cover letter, certificate of execution, minutes.

# Title of the letter on top of a request that goes out on paper.
document-title-cover-letter = Коштомо кат
# Heading of the part of a cover letter that says what is enclosed.
document-section-enclosed = Кошо жөнөтүлөт
# Sentence of a cover letter. $reference is the number of the request, $date its day.
document-cover-enclosed = { $reference } суроо-талап жөнөтүлөт, датасы: { $date }. Анын тиркемелери хеш маанилери менен төмөндө берилген.
# Sentence of a cover letter: the other side is asked to confirm receipt.
document-cover-acknowledge = Алынганын ушул номерди көрсөтүү менен жөнөтүүчүгө ырастооңузду суранабыз.
# Label before the number of sheets of paper that are enclosed.
document-sheets = Барактардын саны
# Title of the paper that says what was done on a request.
document-title-certificate = Суроо-талаптын аткарылышы жөнүндө маалымкат
# Sentence of a certificate of execution. $reference is the number of the request.
document-certificate-whole = { $reference } суроо-талап толук аткарылды.
# Sentence of a certificate of execution when something was not done. $reference is the number of the request.
document-certificate-part = { $reference } суроо-талап жарым-жартылай аткарылды. Аткарылбаган бөлүгү себеби менен төмөндө көрсөтүлгөн.
# Heading of the part that says what was done: on a request, or in the course of an act.
document-section-executed = Жүргүзүлгөн аракеттер
# Column of a certificate of execution: the act that was carried out.
document-executed-act = Аракет
# Column of a certificate of execution: the office or officer who carried out the act.
document-executed-by = Ким жүргүзгөн
# Column of a certificate of execution: what came of the act.
document-executed-outcome = Натыйжа
# Heading of the part of a certificate of execution that says what was not done.
document-section-not-executed = Аткарылган жок
# Column of a certificate of execution: why a part of the request was not executed.
document-not-executed-reason = Себеби
# Heading of the part about evidence that is handed over and may have to come back.
document-section-return = Далилдерди кайтаруу
# Caption of the table of evidence that is handed over.
document-handed-over = Тапшырылуучу далилдер
# Column: the day by which a piece of evidence must be given back.
document-return-by = Кайтаруу мөөнөтү
# Stands in the column of the day of return where the other side may keep the evidence.
document-return-not-asked = кайтаруу талап кылынбайт
# Title of the minutes of an act such as a search or the taking of a statement.
document-title-minutes = Протокол
# Label before the place of an act.
document-place = Орду
# Heading of the list of those who were there.
document-section-present = Катышкан адамдар
# Column: in which part a person was there, such as specialist, interpreter or attesting witness.
document-present-part = Кандай катары
# Heading of the list of what was taken in the course of an act.
document-section-taken = Алынды
# Heading of the part with what those present had to say to the minutes.
document-section-objections = Эскертүүлөр жана каршылыктар
# Column: what a person present had to say to the minutes.
document-objection = Эскертүү же каршылык
# Sentence of minutes to which nobody had anything to say.
document-objections-none = Эскертүүлөр жана каршылыктар айтылган жок.
# Sentence before the signatures of minutes.
document-minutes-read = Катышкан адамдардын баары кол коюуга чейин протоколду окуган же ал аларга окуп берилген.
# Above a place for signature: the official who keeps the minutes.
document-role-recorder = Протоколду түзгөн кызмат адамы
# Above a place for signature of minutes: a person who was there.
document-role-present = Аракет жүргүзүлүп жатканда катышкан

## The twin: the same content for machines, attached to the file.

# Small print at the end. $file is the name of the attached file, $sha256 its hash value.
document-twin-note = Бул документтин мазмуну электрондук файлдын ичинде машина окуй турган түрдө берилген: { $file }, SHA-256 { $sha256 }
# What a viewer shows beside the attached file.
document-twin-description = Бул документтин машина окуй турган түрдөгү мазмуну
# What a viewer shows beside the attached signature.
document-twin-signature = Машина окуй турган түрдүн кол тамгасы

## States: the short names that stand in a letter head.

# The name of the state in its own documents, without article.
document-country-AF = Афганистан
# The name of the state in its own documents, without article.
document-country-IR = Иран Ислам Республикасы
# The name of the state in its own documents, without article.
document-country-KZ = Казакстан Республикасы
# The name of the state in its own documents, without article.
document-country-KG = Кыргыз Республикасы
# The name of the state in its own documents, without article.
document-country-PK = Пакистан Ислам Республикасы
# The name of the state in its own documents, without article.
document-country-TJ = Тажикстан Республикасы
# The name of the state in its own documents, without article.
document-country-UZ = Өзбекстан Республикасы
# The name of the state in its own documents, without article.
document-country-AE = Бириккен Араб Эмираттары
# The name of the state in its own documents, without article.
document-country-AM = Армения Республикасы
# The name of the state in its own documents, without article.
document-country-AZ = Азербайжан Республикасы
# The name of the state in its own documents, without article.
document-country-BY = Беларусь Республикасы
# The name of the state in its own documents, without article.
document-country-CN = Кытай Эл Республикасы
# The name of the state in its own documents, without article.
document-country-DE = Германия Федеративдик Республикасы
# The name of the state in its own documents, without article.
document-country-EE = Эстония Республикасы
# The name of the state in its own documents, without article.
document-country-FR = Франция Республикасы
# The name of the state in its own documents, without article.
document-country-GB = Улуу Британия жана Түндүк Ирландия Бириккен Королдугу
# The name of the state in its own documents, without article.
document-country-GE = Грузия
# The name of the state in its own documents, without article.
document-country-IN = Индия Республикасы
# The name of the state in its own documents, without article.
document-country-NL = Нидерланд Королдугу
# The name of the state in its own documents, without article.
document-country-RU = Россия Федерациясы
# The name of the state in its own documents, without article.
document-country-SG = Сингапур Республикасы
# The name of the state in its own documents, without article.
document-country-TM = Түркмөнстан
# The name of the state in its own documents, without article.
document-country-TR = Түркия Республикасы
# The name of the state in its own documents, without article.
document-country-US = Америка Кошмо Штаттары

## Names of languages.

# The name of a language, as it stands after *Language of the reply*.
document-language-en = англис тили
# The name of a language, as it stands after *Language of the reply*.
document-language-ru = орус тили
# The name of a language, as it stands after *Language of the reply*.
document-language-fa = перс тили
# The name of a language, as it stands after *Language of the reply*.
document-language-fa-AF = дари тили
# The name of a language, as it stands after *Language of the reply*.
document-language-ps = пушту тили
# The name of a language, as it stands after *Language of the reply*.
document-language-ur = урду тили
# The name of a language, as it stands after *Language of the reply*.
document-language-tg = тажик тили
# The name of a language, as it stands after *Language of the reply*.
document-language-uz = өзбек тили
# The name of a language, as it stands after *Language of the reply*.
document-language-kk = казак тили
# The name of a language, as it stands after *Language of the reply*.
document-language-ky = кыргыз тили
