### The words of printed documents. The comments for translators are those of the English file. What is not here is for screens.
### Not reviewed by a jurist or native translator of any authority: see review.toml.

## Marks that stand on every page.

# A mark in large letters on every page of an exercise. It must not be taken for a real request.
document-exercise = ОҚУ-ЖАТТЫҒУ
# A mark in large letters on every page of a draft.
document-draft = ЖОБА
# Stands below the letter head of the copy that is sent ahead of the signed and sealed paper.
document-advance-copy = Алдын ала жіберілетін көшірме. Қол қойылған және мөр басылған түпнұсқа кейін жіберіледі.
# Stands below the letter head of a print that was made to be read, by the receiving office or in a language that nobody approved.
document-reading-copy = Машинамен оқылатын мазмұннан басылған, танысуға арналған көшірме. Қол қойылған түпнұсқаның ғана күші бар.
# Stands below the letter head of a request that asks for precedence.
document-urgent = ШҰҒЫЛ СҰРАУ САЛУ

## Letter head, addressee, references.

# Label before the authority that is written to.
document-to = Кімге
# Label before an authority that passes the document on, such as a ministry.
document-through = Арқылы
# Label before the one line that says what the document is about.
document-subject = Тақырыбы
# Label before a day: of the document, and below a signature.
document-date = Күні
# Label before the sender's own reference number.
document-our-reference = Біздің нөміріміз
# Label before the reference number of the other side.
document-your-reference = Сіздің нөміріңіз
# Label before the number of the criminal case or proceeding.
document-case-number = Іс нөмірі
# Label before the number under which an office's register has the document.
document-register-number = Тіркеу нөмірі
# Label before the number that a receiving office gives to a request when it confirms receipt.
document-ticket = Қабылдау нөмірі
# Label before the day on which a measure or ticket lapses.
document-valid-until = Жарамдылығының соңғы күні
# Label before the day by which an answer is asked for.
document-reply-by = Жауап сұралатын мерзім
# Label before the moment at which something was received.
document-received-at = Алынды

## Titles.

# Title of a request for legal assistance.
document-title-request = Құқықтық көмек туралы сұрау салу
# Title of a request to preserve computer data before the full request.
document-title-preservation = Компьютерлік деректердің сақталуын жедел қамтамасыз ету туралы сұрау салу
# Title of the paper that confirms receipt of a request.
document-title-acknowledgement = Алынғанын растау
# Title of the record of who had an exhibit, and when.
document-title-custody = Дәлелдемені сақтау хаттамасы

## Headings of the parts.

# Heading of the part that names who conducts the investigation.
document-section-authority = Іс жүргізуді жүзеге асыратын орган
# Heading of the table of treaties and articles that the request stands on.
document-section-basis = Құқықтық негіз
# Heading of the summary of facts.
document-section-facts = Мән-жайлардың қысқаша мазмұны
# Heading of the part with offences and penalties.
document-section-offences = Қылмыстық құқық бұзушылықтар және жазалар
# Heading of the part about persons.
document-section-persons = Қатысты тұлғалар
# Heading of the part that says what is asked for.
document-section-items = Сұралатын көмек
# Heading of the part that says what the evidence is for.
document-section-purpose = Сұрау салудың мақсаты
# Heading of the part about secrecy.
document-section-confidentiality = Құпиялылық
# Heading of the part about a particular procedure that is wished.
document-section-procedure = Сақталуға тиіс рәсім
# Heading of the part with a deadline and its reason.
document-section-deadline = Мерзім және оның себебі
# Heading of the part with promises of the requesting state.
document-section-assurances = Кепілдіктер
# Heading of the part that follows the money; a drawing and a table.
document-section-tracing = Цифрлық активтерді іздеу
# Heading of the list of attached files.
document-annexes = Қосымшалар

## Columns and labels.

# Column: the treaty or law.
document-basis-instrument = Құжат
# Column: the articles of the treaty or law.
document-basis-articles = Баптар
# Column: what the articles provide.
document-basis-provides = Нені көздейді
# Column, in drafts only: whether a jurist has confirmed the row.
document-basis-standing = Заңгер растаған
# In drafts only, in the column about confirmation: a jurist has confirmed the row.
document-basis-confirmed = Расталды
# In drafts only: nobody has confirmed the row. $source is the source of the fact, $date its date, $confidence how sure the law pack is.
document-basis-unconfirmed = РАСТАЛМАҒАН. Дереккөз: { $source }, { $date }; сенімділігі: { $confidence }.
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-verified = расталған
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-unverified = расталмаған
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-disputed = даулы
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-unknown = белгісіз
# Stands where the date of a source is not known.
document-date-unknown = күні белгісіз
# Whole sentence in the part about legal basis when no treaty obliges the other state. Nothing may sound like an obligation.
document-basis-none = Сұрау салушы органға сұрау салынатын тарапты осы көмекті көрсетуге міндеттейтін халықаралық шарт белгілі емес. Көмек өзаралық қағидаты және сұрау салынатын тараптың заңнамасы негізінде сұралады.
# Promise of the requesting state, a whole sentence.
document-assurance-reciprocity = Сұрау салушы тарап осындай сұрау салу бойынша осыған ұқсас көмек көрсетеді.
# Promise of the requesting state, a whole sentence. $reference is the number of the request.
document-assurance-use = Берілген мәліметтер сұрау салынатын тарап өзгеше пайдалануға келісім бермесе, { $reference } сұрау салуда көрсетілген іс бойынша ғана пайдаланылады.
# Sentence of an acknowledgement. $reference is the number of the request, $moment when it was received.
document-received = { $reference } сұрау салу алынған уақыт: { $moment }. Бұл құжат алынғанын ғана растайды; ол сұрау салу бойынша шешім болып табылмайды.
# Column or label: a number in a list.
document-annex-number = №
# Column: what an annex is.
document-annex-title = Қосымша
# Column: the length of a file in bytes.
document-annex-length = Байт
# Column: the SHA-256 value of a file.
document-annex-hash = SHA-256 хэш мәні
# A span of days, both included. $from and $to are dates.
document-period = { $from } — { $to }
# Label before the full name of a person.
document-full-name = Тегі, аты, әкесінің аты
# Label before the day of birth of a person.
document-born = Туған күні
# Label before the citizenship of a person.
document-citizenship = Азаматтығы
# Label before the part that a person has in the proceeding, such as suspect or victim.
document-standing = Істегі мәртебесі
# A value of the status of a person.
document-standing-suspect = күдікті
# A value of the status of a person.
document-standing-victim = жәбірленуші
# A value of the status of a person.
document-standing-witness = куә
# A value of the status of a person who is not yet known by name.
document-standing-unknown = анықталмаған
# Label before where a person lives.
document-residence = Тұрғылықты жері
# Label before the number of a passport or identity card.
document-identity-document = Жеке басын куәландыратын құжат
# Label before a crypto address.
document-address = Криптомекенжай
# Label before the name of a ledger.
document-ledger = Блокчейн
# Label before a transaction on a ledger.
document-transaction = Транзакция
# Label before an amount.
document-amount = Сома
# Label before a time span.
document-period-label = Кезең
# Label before a service provider that holds the data.
document-provider = Қызметтерді жеткізуші
# Label before a moment.
document-moment = Уақыты
# Label before what something is.
document-description = Сипаттамасы
# Label before the item that a row is about.
document-item = Тармақ
# Label before the language in which an answer is asked for.
document-reply-language = Жауап тілі
# Label before an exhibit.
document-exhibit = Заттай дәлелдеме
# Column of a custody record: who gave the exhibit.
document-given-by = Тапсырған
# Column of a custody record: who took the exhibit.
document-taken-by = Қабылдаған
# Column of a custody record: why the exhibit changed hands.
document-reason = Себебі
# Caption of the table of a custody record.
document-custody-table = Заттай дәлелдеменің қозғалысы
# A column: what was done with an exhibit.
document-custody-act = Әрекет
# What was done with an exhibit.
document-custody-collected = Алынды
# What was done with an exhibit.
document-custody-received = Қабылданды
# What was done with an exhibit.
document-custody-handed-over = Тапсырылды
# What was done with an exhibit.
document-custody-copied = Көшірмесі жасалды
# What was done with an exhibit.
document-custody-examined = Зерттелді
# What was done with an exhibit.
document-custody-sealed = Мөрленді
# What was done with an exhibit.
document-custody-opened = Ашылды
# What was done with an exhibit.
document-custody-returned = Қайтарылды
# What was done with an exhibit.
document-custody-destroyed = Жойылды
# Heading of a custody record: each act with all that was recorded of it.
document-custody-details = Әрбір әрекет туралы мәлімет
# Name of a field of a custody record: the number of the working copy that an act concerns.
document-custody-copy = Жұмыс көшірмесі, №
# Name of a field of a custody record: the number of the working copy that was made.
document-custody-copy-made = Жасалған жұмыс көшірмесі, №
# Name of a field of a custody record: who else was present.
document-custody-present = Басқа қатысқан адамдар
# Name of a field of a custody record: the warrant, consent, request or order.
document-custody-authority = Құқықтық негіз
# Name of a field of a custody record: numbers of the seals that were on it before the act.
document-custody-seals-before = Әрекетке дейінгі мөрлер
# Name of a field of a custody record: numbers of the seals that were on it after the act.
document-custody-seals-after = Әрекеттен кейінгі мөрлер
# Name of a field of a custody record: in what state the exhibit was.
document-custody-condition = Жай-күйі
# Name of a field of a custody record: program or instrument, version, settings.
document-custody-tool = Қолданылған құрал
# Name of a field of a custody record: the hash value before the act.
document-custody-before = Әрекетке дейінгі SHA-256
# Name of a field of a custody record: the hash value after the act.
document-custody-after = Әрекеттен кейінгі SHA-256
# Name of a field of a custody record: a change that could not be avoided, and why.
document-custody-change = Алдын алу мүмкін болмаған өзгеріс және оның себебі
# How an exhibit travelled, and in what.
document-custody-transport = Тасымалдау
# Where an exhibit is kept, and how.
document-custody-storage = Сақтау орны
# Who signed an act of custody as the second person, and when.
document-custody-confirmed = Екінші қолмен расталды
# Name of a field of a custody record: who holds the exhibit now.
document-custody-holder = Қазіргі сақтаушы
# Stands where nobody holds the exhibit: it was returned or destroyed.
document-custody-ended = ешкім: сақтау аяқталған
# Name of a field: the title of the case.
document-case-title = Іс
# Name of a field: the identifier of the case in the record.
document-case-identifier = Істің сәйкестендіргіші
# Name of a field: the identifier of an entry in the record.
document-entry = Жазба
# Name of a field: when something was written down in the record.
document-recorded-at = Тіркелген уақыты
# Name of a field: when an act was written down that had taken place before others which were written down earlier.
document-recorded-late = Кешіктіріліп тіркелген уақыты
# The exhibit itself, as against its working copies.
document-custody-original = Түпнұсқа
# A working copy. $number is its number.
document-custody-on-copy = Жұмыс көшірмесі № { $number }
# A name and its value on one line. Both are filled in.
document-labelled = { $label }: { $value }
# Name of a hash value: of the one file of an exhibit.
document-hash-file = Файлдың SHA-256 мәні
# Name of a hash value: of the list of all files of an exhibit with their hash values.
document-hash-root = Файлдар тізімінің түбірі (SHA-256)
# Name of a field: how many files an exhibit holds.
document-custody-file-count = Файлдар саны
# Name of a field: how many bytes all files of an exhibit hold.
document-custody-bytes = Барлығы байт
# Marks an act of custody that was withdrawn; its ground follows in some places.
document-custody-withdrawn = Кері қайтарылған: есепке алынбайды
# Name of a field: who withdrew an act, and when.
document-custody-withdrawn-by = Кері қайтарған
# A ground on which an entry was withdrawn.
document-ground-mistaken = қателесіп тіркелген
# A ground on which an entry was withdrawn: secrecy of counsel or the like.
document-ground-privileged = құпиямен қорғалған
# A ground on which an entry was withdrawn.
document-ground-wrong-case = басқа іске жатады
# Name of a field: who signed an act by hand, on paper.
document-custody-on-paper = Қағазда қол қойған
# Name of a field: the officer who has seen the paper that was signed by hand, and when.
document-custody-paper-seen-by = Қағазды көрген
# Name of a field: the hash value of the scan of a paper that was signed by hand.
document-custody-paper = Сканерленген қағаздың SHA-256 мәні
# Name of a field: what the person who confirms an act has to say about it.
document-custody-note = Ескертпе
# Name of a value: who had the exhibit last.
document-custody-last-holder = Соңғы сақтаушы
# Stands for an act whose content is kept from the paper because it was withdrawn as privileged or of another case.
document-content-withheld = Мазмұны берілмейді
# Stands for an act whose content was destroyed by order of two persons.
document-content-destroyed = Мазмұны жойылған
# Who made a thing.
document-item-make = Өндіруші
# What its maker calls a thing.
document-item-model = Моделі
# The number that the maker gave a thing.
document-item-serial = Сериялық нөмірі
# The number of a mobile device.
document-item-imei = IMEI
# How many bytes a disk or memory can hold.
document-item-capacity = Сыйымдылығы, байт
# Whether a device was running when it was found.
document-item-power = Табылғандағы қуат күйі
# By how many seconds the clock of a device was ahead.
document-item-clock-ahead = Сағаты алға кеткен, секунд
# By how many seconds the clock of a device was behind.
document-item-clock-behind = Сағаты артта қалған, секунд
# Name of a field of a custody record: a number of bytes.
document-custody-unread = Ақаулы құрылғының оқылмаған байттары (көшірмеде нөлдер)
# Heading of a custody record: the files were read again and compared with what came in.
document-custody-checks = Файлдарды кейінгі тексерулер
# Column of a custody record: how many checks there were, one after the other, with the same result.
document-custody-check-count = Неше рет
# Column of a custody record: the officers who had the files read again.
document-custody-checked-by = Кім тексерді
# Column of a custody record: what came of the check.
document-custody-check-result = Нәтижесі
# Result of a check: all files are what came in.
document-custody-check-unchanged = өзгеріссіз
# Result of a check; how many files or places follows as a number.
document-custody-check-changed = өзгерген, бүлінген немесе жоқ
# Result of a check: not all could be read; how many files or places follows as a number.
document-custody-check-undecided = анықталмады
# Heading of a custody record: files of the exhibit that were written out, in the clear.
document-custody-given-out = Берілген файлдар
# Column of a custody record: the officer who had a file written out.
document-custody-given-out-by = Кім берді
# Heading of a custody record: who saw a recovery phrase or key that was found in the exhibit.
document-custody-looks = Табылған құпияларды қарау
# Column of a custody record: a recovery phrase or key, named by a fingerprint.
document-custody-secret = Құпия (саусақ ізі)
# Column of a custody record: the officer who saw a recovery phrase or key.
document-custody-seen-by = Кім көрді
# Column of a custody record: the officer who approved that another saw it.
document-custody-look-approved = Кім рұқсат берді
# Heading of a custody record: the node read files of the exhibit again by itself, and some were damaged.
document-custody-found = Түйін тапқан бүлінулер
# What was found of a file when the node read it again.
document-custody-found-decayed = жазылғандай емес: байттары өзгерген
# What was found of a file when the node read it again.
document-custody-found-malformed = кесілген немесе енді қойма файлы емес
# What was found of a file when the node read it again.
document-custody-found-unreadable = дискіден оқылмайды
# What was found of a file when the node looked for it.
document-custody-found-missing = енді қоймада жоқ
# What was found of a file when the node read it again, after it was not so.
document-custody-found-whole = қайтадан бүтін
# Heading of a custody record: packages with files of the exhibit that were written for somebody.
document-custody-packages = Жазылған пакеттер
# Column of a custody record: for whom a package was written.
document-custody-packaged-for = Кім үшін
# Column of a custody record: the officer who wrote a package.
document-custody-packaged-by = Кім жазды
# Heading of a custody record: packages that offices of other nodes may fetch, or might.
document-custody-offers = Басқа бөлімшелерге ұсыныстар
# Column of a custody record: the office that may fetch a package.
document-custody-offered-to = Кім ала алады
# Column of a custody record: the officer who offered a package to another office.
document-custody-offered-by = Кім ұсынды
# Column of a custody record: whether an offer holds, and how far it has come.
document-custody-offer-standing = Күйі
# State of an offer to another office.
document-custody-offer-withdrawn = қайтарып алынды
# State of an offer to another office: the agreement under which it was made is not in force.
document-custody-offer-ended = келісіммен бірге аяқталды
# State of an offer to another office: its message was not delivered yet.
document-custody-offer-waiting = әлі жеткізілмеген
# State of an offer to another office: its message came there.
document-custody-offer-received = жеткізілді
# State of an offer to another office: an officer there has opened it, and may have fetched the package.
document-custody-offer-opened = сонда ашылды; пакет алынған болуы мүмкін
# State of an offer to another office: its node refused the message.
document-custody-offer-refused = қабылданбады
# Heading of a custody record: the intake was cut off, and gone on with.
document-custody-sessions = Қабылдау сеанстары
# Column of a custody record: when a session of an intake began.
document-custody-session-began = Басталуы
# Column of a custody record: the files that a session found half copied; behind each the first byte that it read.
document-custody-session-went-on = Жалғастырылды, байттан
# Heading of a custody record: what is missing in the chain.
document-custody-gaps = Жетіспейтін немесе қайшы мәліметтер
# Column of a custody record: what is missing or contradictory at an act.
document-custody-gap = Анықталған жағдай
# Sentence of a custody record.
document-custody-no-gaps = Тіркелген мәліметтерде бірде-бір әрекет қалып қоймаған және бірде-бір әрекет екіншісіне қайшы келмейді.
# Heading and caption of a custody record: the files that the exhibit holds.
document-custody-files = Заттай дәлелдеменің файлдары
# Column of a custody record: name of a file with its folder.
document-custody-file = Файл
# Sentence of a custody record, above the list of annexes. $count is how many files are not printed.
document-custody-files-more = Қалған файлдар ({ $count }) қоса берілген және төменде хэш мәнімен көрсетілген толық тізімде келтірілген.
# Caption of a table in a custody record: hash values that were asked for beside SHA-256.
document-custody-further = Файлдардың басқа хэш мәндері
# Column of a custody record: the name of a hash algorithm, such as MD5.
document-custody-algorithm = Алгоритм
# Column of a custody record: a hash value that this program computed.
document-custody-computed = Есептелген хэш мәні
# Heading and caption of a table in a custody record: what lies inside image files of disks, hashed apart from the files.
document-custody-media = Диск бейнелері: ішіндегі тасымалдағыш
# Column of a custody record: a hash value that the image file itself holds, from when it was made.
document-custody-stored = Бейнеде сақталған хэш мәні
# Column of a custody record: how the computed hash value compares with the stored one.
document-custody-comparison = Салыстыру
# In that column: both are the same.
document-custody-media-same = Бірдей
# In that column: they differ.
document-custody-media-different = Әртүрлі
# In that column: the image file holds no such hash value.
document-custody-media-not-stored = Сақталмаған
# In that column: the image file could not be read to its end.
document-custody-media-unread = Соңына дейін оқылмады
# What is missing in a chain of custody.
document-gap-no-beginning = Заттай дәлелдеменің сақтауға қалай қабылданғаны тіркелмеген.
# What is missing in a chain of custody.
document-gap-hand-over = Заттай дәлелдеменің соңғы сақтаушыдан осында көрсетілген адамға қалай өткені тіркелмеген.
# What is missing in a chain of custody.
document-gap-person = Заттай дәлелдемені тапсырған немесе қабылдаған адам көрсетілмеген.
# What is wrong in a chain of custody.
document-gap-same-person = Заттай дәлелдемені бір адамның өзі тапсырған әрі қабылдаған.
# What is wrong in a chain of custody.
document-gap-time = Әрекеттің уақыты алдыңғы әрекеттің уақытынан бұрын.
# What is wrong in a chain of custody.
document-gap-seals = Әрекетке дейінгі мөрлер алдыңғы әрекеттен кейін қалдырылған мөрлерге сәйкес келмейді.
# What is wrong in a chain of custody.
document-gap-seals-in-act = Ештеңе мөрленбесе де, ашылмаса да, мөрлер өзгерген.
# What is wrong in a chain of custody.
document-gap-digest = Хэш мәні алдыңғы әрекеттегі хэш мәніне сәйкес келмейді.
# What is missing in a chain of custody.
document-gap-change = Әрекет барысында мазмұны өзгерген, оның себебі тіркелмеген.
# What is wrong in a chain of custody.
document-gap-after-end = Заттай дәлелдеме осы әрекетке дейін қайтарылған немесе жойылған.
# What is wrong in a chain of custody.
document-gap-second-beginning = Заттай дәлелдеме сақтауға екінші рет қабылданған.
# A finding: a hand-over with one signature.
document-gap-signature = Тапсыруға екі адамның біреуі ғана қол қойған.
# What is missing in a chain of custody.
document-gap-authority = Әрекеттің кімнің өкімімен жүргізілгені тіркелмеген.
# What is missing in a chain of custody.
document-gap-copy = Осы көшірменің қалай жасалғаны тіркелмеген.
# What is wrong in a chain of custody.
document-gap-other-exhibit = Әрекет басқа заттай дәлелдеме бойынша тіркелген.
# Caption of the table of transactions that a trace followed.
document-tracing-table = Ізделген транзакциялар
# Caption below the drawing of a trace.
document-tracing-figure = Активтердің қозғалысы

## Signature and seal.

# Label before the line for a signature.
document-signature = Қолтаңба
# Label before the name of the person who signs.
document-name = Аты-жөні
# Label before the office held by the person who signs.
document-position = Лауазымы
# Stands inside the circle for the seal. Russian practice has two letters there.
document-seal-place = Мөр орны
# Above a place for signature: the authority that asks.
document-role-requesting = Сұрау салушы орган атынан
# Above a place for signature: the authority that was asked.
document-role-requested = Сұрау салынатын орган атынан
# Above a place for signature: the translator.
document-role-translator = Аудармашы
# Above a place for signature: the officer who has an exhibit now.
document-role-custodian = Сақтауға жауапты адам

## Papers that go with a request and come back for it: cover letter, certificate of execution, minutes.

# Title of the letter on top of a request that goes out on paper.
document-title-cover-letter = Ілеспе хат
# Heading of the part of a cover letter that says what is enclosed.
document-section-enclosed = Қоса жіберіледі
# Sentence of a cover letter. $reference is the number of the request, $date its day.
document-cover-enclosed = { $reference } сұрау салу жіберіледі, күні: { $date }. Оның қосымшалары хэш мәндерімен бірге төменде берілген.
# Sentence of a cover letter: the other side is asked to confirm receipt.
document-cover-acknowledge = Алынғанын осы нөмірді көрсете отырып жіберушіге растауыңызды сұраймыз.
# Label before the number of sheets of paper that are enclosed.
document-sheets = Парақтар саны
# Title of the paper that says what was done on a request.
document-title-certificate = Сұрау салудың орындалғаны туралы анықтама
# Sentence of a certificate of execution. $reference is the number of the request.
document-certificate-whole = { $reference } сұрау салу толық орындалды.
# Sentence of a certificate of execution when something was not done. $reference is the number of the request.
document-certificate-part = { $reference } сұрау салу ішінара орындалды. Орындалмаған бөлігі себебімен бірге төменде көрсетілген.
# Heading of the part that says what was done: on a request, or in the course of an act.
document-section-executed = Жүргізілген әрекеттер
# Column of a certificate of execution: the act that was carried out.
document-executed-act = Әрекет
# Column of a certificate of execution: the office or officer who carried out the act.
document-executed-by = Кім жүргізді
# Column of a certificate of execution: what came of the act.
document-executed-outcome = Нәтиже
# Heading of the part of a certificate of execution that says what was not done.
document-section-not-executed = Орындалмады
# Column of a certificate of execution: why a part of the request was not executed.
document-not-executed-reason = Себебі
# Heading of the part about evidence that is handed over and may have to come back.
document-section-return = Дәлелдемелерді қайтару
# Caption of the table of evidence that is handed over.
document-handed-over = Тапсырылатын дәлелдемелер
# Column: the day by which a piece of evidence must be given back.
document-return-by = Қайтару мерзімі
# Stands in the column of the day of return where the other side may keep the evidence.
document-return-not-asked = қайтару талап етілмейді
# Title of the minutes of an act such as a search or the taking of a statement.
document-title-minutes = Хаттама
# Label before the place of an act.
document-place = Орны
# Heading of the list of those who were there.
document-section-present = Қатысқан адамдар
# Column: in which part a person was there, such as specialist, interpreter or attesting witness.
document-present-part = Қандай ретінде
# Heading of the list of what was taken in the course of an act.
document-section-taken = Алынды
# Heading of the part with what those present had to say to the minutes.
document-section-objections = Ескертулер мен қарсылықтар
# Column: what a person present had to say to the minutes.
document-objection = Ескерту немесе қарсылық
# Sentence of minutes to which nobody had anything to say.
document-objections-none = Ескертулер мен қарсылықтар айтылған жоқ.
# Sentence before the signatures of minutes.
document-minutes-read = Қатысқан адамдардың барлығы қол қоюға дейін хаттаманы оқыды немесе ол оларға оқып берілді.
# Above a place for signature: the official who keeps the minutes.
document-role-recorder = Хаттаманы жасаған лауазымды адам
# Above a place for signature of minutes: a person who was there.
document-role-present = Әрекет жүргізілген кезде қатысқан

## The twin: the same content for machines, attached to the file.

# Small print at the end. $file is the name of the attached file, $sha256 its hash value.
document-twin-note = Осы құжаттың мазмұны электрондық файлдың ішінде машинамен оқылатын нысанда берілген: { $file }, SHA-256 { $sha256 }
# What a viewer shows beside the attached file.
document-twin-description = Осы құжаттың машинамен оқылатын нысандағы мазмұны
# What a viewer shows beside the attached signature.
document-twin-signature = Машинамен оқылатын нысанның қолтаңбасы

## States: the short names that stand in a letter head.

# The name of the state in its own documents, without article.
document-country-AF = Ауғанстан
# The name of the state in its own documents, without article.
document-country-IR = Иран Ислам Республикасы
# The name of the state in its own documents, without article.
document-country-KZ = Қазақстан Республикасы
# The name of the state in its own documents, without article.
document-country-KG = Қырғыз Республикасы
# The name of the state in its own documents, without article.
document-country-PK = Пәкістан Ислам Республикасы
# The name of the state in its own documents, without article.
document-country-TJ = Тәжікстан Республикасы
# The name of the state in its own documents, without article.
document-country-UZ = Өзбекстан Республикасы
# The name of the state in its own documents, without article.
document-country-AE = Біріккен Араб Әмірліктері
# The name of the state in its own documents, without article.
document-country-AM = Армения Республикасы
# The name of the state in its own documents, without article.
document-country-AZ = Әзербайжан Республикасы
# The name of the state in its own documents, without article.
document-country-BY = Беларусь Республикасы
# The name of the state in its own documents, without article.
document-country-CN = Қытай Халық Республикасы
# The name of the state in its own documents, without article.
document-country-DE = Германия Федеративтік Республикасы
# The name of the state in its own documents, without article.
document-country-EE = Эстония Республикасы
# The name of the state in its own documents, without article.
document-country-FR = Франция Республикасы
# The name of the state in its own documents, without article.
document-country-GB = Ұлыбритания және Солтүстік Ирландия Біріккен Корольдігі
# The name of the state in its own documents, without article.
document-country-GE = Грузия
# The name of the state in its own documents, without article.
document-country-IN = Үндістан Республикасы
# The name of the state in its own documents, without article.
document-country-NL = Нидерланд Корольдігі
# The name of the state in its own documents, without article.
document-country-RU = Ресей Федерациясы
# The name of the state in its own documents, without article.
document-country-SG = Сингапур Республикасы
# The name of the state in its own documents, without article.
document-country-TM = Түрікменстан
# The name of the state in its own documents, without article.
document-country-TR = Түркия Республикасы
# The name of the state in its own documents, without article.
document-country-US = Америка Құрама Штаттары

## Names of languages.

# The name of a language, as it stands after *Language of the reply*.
document-language-en = ағылшын тілі
# The name of a language, as it stands after *Language of the reply*.
document-language-ru = орыс тілі
# The name of a language, as it stands after *Language of the reply*.
document-language-fa = парсы тілі
# The name of a language, as it stands after *Language of the reply*.
document-language-fa-AF = дари тілі
# The name of a language, as it stands after *Language of the reply*.
document-language-ps = пушту тілі
# The name of a language, as it stands after *Language of the reply*.
document-language-ur = урду тілі
# The name of a language, as it stands after *Language of the reply*.
document-language-tg = тәжік тілі
# The name of a language, as it stands after *Language of the reply*.
document-language-uz = өзбек тілі
# The name of a language, as it stands after *Language of the reply*.
document-language-kk = қазақ тілі
# The name of a language, as it stands after *Language of the reply*.
document-language-ky = қырғыз тілі
