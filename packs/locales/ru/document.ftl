### Слова печатных документов. Комментарии для переводчиков стоят в английском файле над теми же ключами и повторены здесь.
### Not reviewed by a jurist or native translator of any authority: see review.toml.

## Marks that stand on every page.

# A mark in large letters on every page of an exercise. It must not be taken for a real request.
document-exercise = УЧЕНИЕ
# A mark in large letters on every page of a draft.
document-draft = ЧЕРНОВИК
# Stands below the letter head of the copy that is sent ahead of the signed and sealed paper.
document-advance-copy = Предварительная копия. Подписанный оригинал с печатью следует.
# Stands below the letter head of a print that was made to be read, by the receiving office or in a language that nobody approved.
document-reading-copy = Копия для чтения: напечатана по машиночитаемому содержанию. Силу имеет только подписанный оригинал.
# Stands below the letter head of a request that asks for precedence.
document-urgent = СРОЧНЫЙ ЗАПРОС

## Letter head, addressee, references.

# Label before the authority that is written to.
document-to = Кому
# Label before an authority that passes the document on, such as a ministry.
document-through = Через
# Label before the one line that says what the document is about.
document-subject = Предмет
# Label before a day: of the document, and below a signature.
document-date = Дата
# Label before the sender's own reference number.
document-our-reference = Наш исходящий номер
# Label before the reference number of the other side.
document-your-reference = Ваш номер
# Label before the number of the criminal case or proceeding.
document-case-number = Номер дела
# Label before the number under which an office's register has the document.
document-register-number = Регистрационный номер
# Label before the number that a receiving office gives to a request when it confirms receipt.
document-ticket = Номер обращения
# Label before the day on which a measure or ticket lapses.
document-valid-until = Действительно до
# Label before the day by which an answer is asked for.
document-reply-by = Ответ просим дать до
# Label before the moment at which something was received.
document-received-at = Получено

## Titles.

# Title of a request for legal assistance.
document-title-request = Запрос о правовой помощи
# Title of a request to preserve computer data before the full request.
document-title-preservation = Запрос об оперативном обеспечении сохранности компьютерных данных
# Title of the paper that confirms receipt of a request.
document-title-acknowledgement = Подтверждение получения
# Title of the record of who had an exhibit, and when.
document-title-custody = Акт учёта хранения доказательства

## Headings of the parts.

# Heading of the part that names who conducts the investigation.
document-section-authority = Орган, ведущий производство
# Heading of the table of treaties and articles that the request stands on.
document-section-basis = Правовое основание
# Heading of the summary of facts.
document-section-facts = Краткое изложение обстоятельств
# Heading of the part with offences and penalties.
document-section-offences = Квалификация деяния и наказание
# Heading of the part about persons.
document-section-persons = Лица, которых касается запрос
# Heading of the part that says what is asked for.
document-section-items = Испрашиваемая помощь
# Heading of the part that says what the evidence is for.
document-section-purpose = Цель запроса
# Heading of the part about secrecy.
document-section-confidentiality = Конфиденциальность
# Heading of the part about a particular procedure that is wished.
document-section-procedure = Желаемый порядок исполнения
# Heading of the part with a deadline and its reason.
document-section-deadline = Срок и его обоснование
# Heading of the part with promises of the requesting state.
document-section-assurances = Заверения
# Heading of the part that follows the money; a drawing and a table.
document-section-tracing = Отслеживание виртуальных активов
# Heading of the list of attached files.
document-annexes = Приложения

## Columns and labels.

# Column: the treaty or law.
document-basis-instrument = Документ
# Column: the articles of the treaty or law.
document-basis-articles = Статьи
# Column: what the articles provide.
document-basis-provides = Что предусмотрено
# Column, in drafts only: whether a jurist has confirmed the row.
document-basis-standing = Подтверждение юриста
# In drafts only, in the column about confirmation: a jurist has confirmed the row.
document-basis-confirmed = Подтверждено
# In drafts only: nobody has confirmed the row. $source is the source of the fact, $date its date, $confidence how sure the law pack is.
document-basis-unconfirmed = НЕ ПОДТВЕРЖДЕНО. Источник: { $source }, { $date }; достоверность: { $confidence }.
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-verified = проверено
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-unverified = не проверено
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-disputed = спорно
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-unknown = неизвестно
# Stands where the date of a source is not known.
document-date-unknown = дата неизвестна
# Whole sentence in the part about legal basis when no treaty obliges the other state. Nothing may sound like an obligation.
document-basis-none = Запрашивающему органу не известен международный договор, обязывающий запрашиваемое государство оказать эту помощь. О ней просят на основе принципа взаимности и законодательства запрашиваемого государства.
# Promise of the requesting state, a whole sentence.
document-assurance-reciprocity = Запрашивающее государство окажет сопоставимую помощь по аналогичному запросу.
# Promise of the requesting state, a whole sentence. $reference is the number of the request.
document-assurance-use = Полученные сведения и материалы будут использованы только в производстве, указанном в запросе { $reference }, если запрашиваемое государство не согласится на иное использование.
# Sentence of an acknowledgement. $reference is the number of the request, $moment when it was received.
document-received = Запрос { $reference } получен: { $moment }. Настоящий документ подтверждает только получение и не является решением по запросу.
# Column or label: a number in a list.
document-annex-number = №
# Column: what an annex is.
document-annex-title = Приложение
# Column: the length of a file in bytes.
document-annex-length = Байт
# Column: the SHA-256 value of a file.
document-annex-hash = Хеш-сумма SHA-256
# A span of days, both included. $from and $to are dates.
document-period = с { $from } по { $to }
# Label before the full name of a person.
document-full-name = Фамилия, имя, отчество
# Label before the day of birth of a person.
document-born = Дата рождения
# Label before the citizenship of a person.
document-citizenship = Гражданство
# Label before the part that a person has in the proceeding, such as suspect or victim.
document-standing = Процессуальное положение
# A value of the status of a person.
document-standing-suspect = подозреваемый
# A value of the status of a person.
document-standing-victim = потерпевший
# A value of the status of a person.
document-standing-witness = свидетель
# A value of the status of a person who is not yet known by name.
document-standing-unknown = не установлено
# Label before where a person lives.
document-residence = Место жительства
# Label before the number of a passport or identity card.
document-identity-document = Документ, удостоверяющий личность
# Label before a crypto address.
document-address = Адрес
# Label before the name of a ledger.
document-ledger = Блокчейн
# Label before a transaction on a ledger.
document-transaction = Транзакция
# Label before an amount.
document-amount = Сумма
# Label before a time span.
document-period-label = Период
# Label before a service provider that holds the data.
document-provider = Поставщик услуг
# Label before a moment.
document-moment = Время
# Label before what something is.
document-description = Описание
# Label before the item that a row is about.
document-item = Предмет
# Label before the language in which an answer is asked for.
document-reply-language = Язык ответа
# Label before an exhibit.
document-exhibit = Вещественное доказательство
# Column of a custody record: who gave the exhibit.
document-given-by = Передал
# Column of a custody record: who took the exhibit.
document-taken-by = Принял
# Column of a custody record: why the exhibit changed hands.
document-reason = Основание
# Caption of the table of a custody record.
document-custody-table = Движение доказательства
# A column: what was done with an exhibit.
document-custody-act = Действие
# What was done with an exhibit.
document-custody-collected = Изъято
# What was done with an exhibit.
document-custody-received = Принято
# What was done with an exhibit.
document-custody-handed-over = Передано
# What was done with an exhibit.
document-custody-copied = Скопировано
# What was done with an exhibit.
document-custody-examined = Исследовано
# What was done with an exhibit.
document-custody-sealed = Опечатано
# What was done with an exhibit.
document-custody-opened = Вскрыто
# What was done with an exhibit.
document-custody-returned = Возвращено
# What was done with an exhibit.
document-custody-destroyed = Уничтожено
# Heading of a custody record: each act with all that was recorded of it.
document-custody-details = Сведения о каждом действии
# Name of a field of a custody record: the number of the working copy that an act concerns.
document-custody-copy = Рабочая копия №
# Name of a field of a custody record: the number of the working copy that was made.
document-custody-copy-made = Изготовленная рабочая копия №
# Name of a field of a custody record: who else was present.
document-custody-present = Также присутствовали
# Name of a field of a custody record: the warrant, consent, request or order.
document-custody-authority = Правовое основание
# Name of a field of a custody record: numbers of the seals that were on it before the act.
document-custody-seals-before = Печати до действия
# Name of a field of a custody record: numbers of the seals that were on it after the act.
document-custody-seals-after = Печати после действия
# Name of a field of a custody record: in what state the exhibit was.
document-custody-condition = Состояние
# Name of a field of a custody record: program or instrument, version, settings.
document-custody-tool = Применённое средство
# Name of a field of a custody record: the hash value before the act.
document-custody-before = SHA-256 до действия
# Name of a field of a custody record: the hash value after the act.
document-custody-after = SHA-256 после действия
# Name of a field of a custody record: a change that could not be avoided, and why.
document-custody-change = Неизбежное изменение и его причина
# How an exhibit travelled, and in what.
document-custody-transport = Перевозка
# Where an exhibit is kept, and how.
document-custody-storage = Место хранения
# Who signed an act of custody as the second person, and when.
document-custody-confirmed = Подтверждено второй подписью
# Name of a field of a custody record: who holds the exhibit now.
document-custody-holder = Нынешний хранитель
# Stands where nobody holds the exhibit: it was returned or destroyed.
document-custody-ended = отсутствует: хранение прекращено
# Name of a field: the title of the case.
document-case-title = Дело
# Name of a field: the identifier of the case in the record.
document-case-identifier = Идентификатор дела
# Name of a field: the identifier of an entry in the record.
document-entry = Запись
# Name of a field: when something was written down in the record.
document-recorded-at = Внесено в журнал
# Name of a field: when an act was written down that had taken place before others which were written down earlier.
document-recorded-late = Внесено в журнал с опозданием
# The exhibit itself, as against its working copies.
document-custody-original = Оригинал
# A working copy. $number is its number.
document-custody-on-copy = Рабочая копия № { $number }
# A name and its value on one line. Both are filled in.
document-labelled = { $label }: { $value }
# Name of a hash value: of the one file of an exhibit.
document-hash-file = SHA-256 файла
# Name of a hash value: of the list of all files of an exhibit with their hash values.
document-hash-root = Корень списка файлов (SHA-256)
# Name of a field: how many files an exhibit holds.
document-custody-file-count = Файлов
# Name of a field: how many bytes all files of an exhibit hold.
document-custody-bytes = Всего байт
# Marks an act of custody that was withdrawn; its ground follows in some places.
document-custody-withdrawn = Отозвано: не учитывается
# Name of a field: who withdrew an act, and when.
document-custody-withdrawn-by = Кем отозвано
# A ground on which an entry was withdrawn.
document-ground-mistaken = внесено по ошибке
# A ground on which an entry was withdrawn: secrecy of counsel or the like.
document-ground-privileged = защищено тайной
# A ground on which an entry was withdrawn.
document-ground-wrong-case = относится к другому делу
# Name of a field: who signed an act by hand, on paper.
document-custody-on-paper = Подписано на бумаге
# Name of a field: the officer who has seen the paper that was signed by hand, and when.
document-custody-paper-seen-by = Бумагу видел(а)
# Name of a field: the hash value of the scan of a paper that was signed by hand.
document-custody-paper = SHA-256 скана бумаги
# Name of a field: what the person who confirms an act has to say about it.
document-custody-note = Замечание
# Name of a value: who had the exhibit last.
document-custody-last-holder = Последний хранитель
# Stands for an act whose content is kept from the paper because it was withdrawn as privileged or of another case.
document-content-withheld = Содержание не приводится
# Stands for an act whose content was destroyed by order of two persons.
document-content-destroyed = Содержание уничтожено
# Who made a thing.
document-item-make = Изготовитель
# What its maker calls a thing.
document-item-model = Модель
# The number that the maker gave a thing.
document-item-serial = Серийный номер
# The number of a mobile device.
document-item-imei = IMEI
# How many bytes a disk or memory can hold.
document-item-capacity = Ёмкость, байт
# Whether a device was running when it was found.
document-item-power = Состояние питания при обнаружении
# By how many seconds the clock of a device was ahead.
document-item-clock-ahead = Часы спешили, секунд
# By how many seconds the clock of a device was behind.
document-item-clock-behind = Часы отставали, секунд
# Name of a field of a custody record: a number of bytes.
document-custody-unread = Байты неисправного носителя, которые не удалось прочитать (в копии — нули)
# Heading of a custody record: the files were read again and compared with what came in.
document-custody-checks = Последующие проверки файлов
# Column of a custody record: how many checks there were, one after the other, with the same result.
document-custody-check-count = Сколько раз
# Column of a custody record: the officers who had the files read again.
document-custody-checked-by = Кто проверил
# Column of a custody record: what came of the check.
document-custody-check-result = Результат
# Result of a check: all files are what came in.
document-custody-check-unchanged = без изменений
# Result of a check; how many files or places follows as a number.
document-custody-check-changed = изменено, повреждено или отсутствует
# Result of a check: not all could be read; how many files or places follows as a number.
document-custody-check-undecided = не установлено
# Heading of a custody record: files of the exhibit that were written out, in the clear.
document-custody-given-out = Выданные файлы
# Column of a custody record: the officer who had a file written out.
document-custody-given-out-by = Кто выдал
# Heading of a custody record: who saw a recovery phrase or key that was found in the exhibit.
document-custody-looks = Просмотры найденных секретов
# Column of a custody record: a recovery phrase or key, named by a fingerprint.
document-custody-secret = Секрет (отпечаток)
# Column of a custody record: the officer who saw a recovery phrase or key.
document-custody-seen-by = Кто видел
# Column of a custody record: the officer who approved that another saw it.
document-custody-look-approved = Кто разрешил
# Heading of a custody record: the node read files of the exhibit again by itself, and some were damaged.
document-custody-found = Повреждения, обнаруженные узлом
# What was found of a file when the node read it again.
document-custody-found-decayed = не такой, каким был записан: байты изменились
# What was found of a file when the node read it again.
document-custody-found-malformed = обрезан или больше не является файлом хранилища
# What was found of a file when the node read it again.
document-custody-found-unreadable = не читается с диска
# What was found of a file when the node looked for it.
document-custody-found-missing = больше нет в хранилище
# What was found of a file when the node read it again, after it was not so.
document-custody-found-whole = снова цел
# Heading of a custody record: packages with files of the exhibit that were written for somebody.
document-custody-packages = Составленные пакеты
# Column of a custody record: for whom a package was written.
document-custody-packaged-for = Для кого
# Column of a custody record: the officer who wrote a package.
document-custody-packaged-by = Кто составил
# Heading of a custody record: packages that offices of other nodes may fetch, or might.
document-custody-offers = Предложения другим подразделениям
# Column of a custody record: the office that may fetch a package.
document-custody-offered-to = Кто может получить
# Column of a custody record: the officer who offered a package to another office.
document-custody-offered-by = Кто предложил
# Column of a custody record: whether an offer holds, and how far it has come.
document-custody-offer-standing = Состояние
# State of an offer to another office.
document-custody-offer-withdrawn = отозвано
# State of an offer to another office: the agreement under which it was made is not in force.
document-custody-offer-ended = прекращено вместе с соглашением
# State of an offer to another office: its message was not delivered yet.
document-custody-offer-waiting = ещё не доставлено
# State of an offer to another office: its message came there.
document-custody-offer-received = доставлено
# State of an offer to another office: an officer there has opened it, and may have fetched the package.
document-custody-offer-opened = открыто получателем; пакет мог быть получен
# State of an offer to another office: its node refused the message.
document-custody-offer-refused = отклонено
# Heading of a custody record: the intake was cut off, and gone on with.
document-custody-sessions = Сеансы приёма
# Column of a custody record: when a session of an intake began.
document-custody-session-began = Начало
# Column of a custody record: the files that a session found half copied; behind each the first byte that it read.
document-custody-session-went-on = Продолжено, с байта
# Heading of a custody record: what is missing in the chain.
document-custody-gaps = Пробелы и противоречия
# Column of a custody record: what is missing or contradictory at an act.
document-custody-gap = Выявлено
# Sentence of a custody record.
document-custody-no-gaps = В зафиксированных сведениях нет пропущенных действий и действий, противоречащих друг другу.
# Heading and caption of a custody record: the files that the exhibit holds.
document-custody-files = Файлы вещественного доказательства
# Column of a custody record: name of a file with its folder.
document-custody-file = Файл
# Sentence of a custody record, above the list of annexes. $count is how many files are not printed.
document-custody-files-more = Остальные файлы ({ $count }) указаны в полном перечне, который прилагается и назван ниже с его хеш-суммой.
# Caption of a table in a custody record: hash values that were asked for beside SHA-256.
document-custody-further = Другие хеш-суммы файлов
# Column of a custody record: the name of a hash algorithm, such as MD5.
document-custody-algorithm = Алгоритм
# Column of a custody record: a hash value that this program computed.
document-custody-computed = Вычисленная хеш-сумма
# Heading and caption of a table in a custody record: what lies inside image files of disks, hashed apart from the files.
document-custody-media = Образы дисков: содержимое носителя
# Column of a custody record: a hash value that the image file itself holds, from when it was made.
document-custody-stored = Хеш-сумма, сохранённая в образе
# Column of a custody record: how the computed hash value compares with the stored one.
document-custody-comparison = Сравнение
# In that column: both are the same.
document-custody-media-same = Совпадает
# In that column: they differ.
document-custody-media-different = Не совпадает
# In that column: the image file holds no such hash value.
document-custody-media-not-stored = Не сохранена
# In that column: the image file could not be read to its end.
document-custody-media-unread = Не прочитано до конца
# What is missing in a chain of custody.
document-gap-no-beginning = Не зафиксировано, как доказательство поступило на хранение.
# What is missing in a chain of custody.
document-gap-hand-over = Не зафиксировано, как доказательство перешло от последнего хранителя к указанному здесь лицу.
# What is missing in a chain of custody.
document-gap-person = Не названо лицо, передавшее или принявшее доказательство.
# What is wrong in a chain of custody.
document-gap-same-person = Передало и приняло доказательство одно и то же лицо.
# What is wrong in a chain of custody.
document-gap-time = Действие отнесено к более раннему времени, чем предыдущее.
# What is wrong in a chain of custody.
document-gap-seals = Печати до действия не совпадают с оставленными при предыдущем действии.
# What is wrong in a chain of custody.
document-gap-seals-in-act = Печати изменились, хотя ничего не опечатывалось и не вскрывалось.
# What is wrong in a chain of custody.
document-gap-digest = Хеш-сумма не совпадает с зафиксированной при предыдущем действии.
# What is missing in a chain of custody.
document-gap-change = При действии содержимое изменилось, причина не зафиксирована.
# What is wrong in a chain of custody.
document-gap-after-end = До этого действия доказательство уже было возвращено или уничтожено.
# What is wrong in a chain of custody.
document-gap-second-beginning = Доказательство поступило на хранение повторно.
# A finding: a hand-over with one signature.
document-gap-signature = Передачу подписало только одно из двух лиц.
# What is missing in a chain of custody.
document-gap-authority = Не зафиксировано, по чьему распоряжению совершено действие.
# What is missing in a chain of custody.
document-gap-copy = Не зафиксировано, как изготовлена эта копия.
# What is wrong in a chain of custody.
document-gap-other-exhibit = Действие зафиксировано в отношении другого доказательства.
# Caption of the table of transactions that a trace followed.
document-tracing-table = Прослеженные транзакции
# Caption below the drawing of a trace.
document-tracing-figure = Движение активов

## Signature and seal.

# Label before the line for a signature.
document-signature = Подпись
# Label before the name of the person who signs.
document-name = Ф. И. О.
# Label before the office held by the person who signs.
document-position = Должность
# Stands inside the circle for the seal. Russian practice has two letters there.
document-seal-place = М. П.
# Above a place for signature: the authority that asks.
document-role-requesting = От запрашивающего органа
# Above a place for signature: the authority that was asked.
document-role-requested = От запрашиваемого органа
# Above a place for signature: the translator.
document-role-translator = Переводчик
# Above a place for signature: the officer who has an exhibit now.
document-role-custodian = Ответственный хранитель

## Papers that go with a request and come back for it: cover letter, certificate of execution, minutes.

# Title of the letter on top of a request that goes out on paper.
document-title-cover-letter = Сопроводительное письмо
# Heading of the part of a cover letter that says what is enclosed.
document-section-enclosed = Вложения
# Sentence of a cover letter. $reference is the number of the request, $date its day.
document-cover-enclosed = Направляем запрос { $reference } (дата: { $date }). Приложения к нему перечислены ниже с их хеш-значениями.
# Sentence of a cover letter: the other side is asked to confirm receipt.
document-cover-acknowledge = Просим подтвердить получение отправителю со ссылкой на этот номер.
# Label before the number of sheets of paper that are enclosed.
document-sheets = Количество листов
# Title of the paper that says what was done on a request.
document-title-certificate = Справка об исполнении запроса
# Sentence of a certificate of execution. $reference is the number of the request.
document-certificate-whole = Запрос { $reference } исполнен полностью.
# Sentence of a certificate of execution when something was not done. $reference is the number of the request.
document-certificate-part = Запрос { $reference } исполнен частично. Неисполненная часть указана ниже с причиной.
# Heading of the part that says what was done: on a request, or in the course of an act.
document-section-executed = Произведённые действия
# Column of a certificate of execution: the act that was carried out.
document-executed-act = Действие
# Column of a certificate of execution: the office or officer who carried out the act.
document-executed-by = Кем произведено
# Column of a certificate of execution: what came of the act.
document-executed-outcome = Результат
# Heading of the part of a certificate of execution that says what was not done.
document-section-not-executed = Не исполнено
# Column of a certificate of execution: why a part of the request was not executed.
document-not-executed-reason = Причина
# Heading of the part about evidence that is handed over and may have to come back.
document-section-return = Возврат доказательств
# Caption of the table of evidence that is handed over.
document-handed-over = Передаваемые доказательства
# Column: the day by which a piece of evidence must be given back.
document-return-by = Вернуть до
# Stands in the column of the day of return where the other side may keep the evidence.
document-return-not-asked = возврат не требуется
# Title of the minutes of an act such as a search or the taking of a statement.
document-title-minutes = Протокол
# Label before the place of an act.
document-place = Место
# Heading of the list of those who were there.
document-section-present = Присутствующие лица
# Column: in which part a person was there, such as specialist, interpreter or attesting witness.
document-present-part = В качестве
# Heading of the list of what was taken in the course of an act.
document-section-taken = Изъято
# Heading of the part with what those present had to say to the minutes.
document-section-objections = Замечания и возражения
# Column: what a person present had to say to the minutes.
document-objection = Замечание или возражение
# Sentence of minutes to which nobody had anything to say.
document-objections-none = Замечаний и возражений не поступило.
# Sentence before the signatures of minutes.
document-minutes-read = Все присутствующие прочитали протокол или он был им оглашён до подписания.
# Above a place for signature: the official who keeps the minutes.
document-role-recorder = Должностное лицо, составившее протокол
# Above a place for signature of minutes: a person who was there.
document-role-present = Присутствовал(а) при производстве действия

## The twin: the same content for machines, attached to the file.

# Small print at the end. $file is the name of the attached file, $sha256 its hash value.
document-twin-note = Содержание документа вложено в электронный файл в машиночитаемом виде: { $file }, SHA-256 { $sha256 }
# What a viewer shows beside the attached file.
document-twin-description = Содержание документа в машиночитаемом виде
# What a viewer shows beside the attached signature.
document-twin-signature = Подпись под машиночитаемым содержанием

## States: the short names that stand in a letter head.

# The name of the state in its own documents, without article.
document-country-AF = Афганистан
# The name of the state in its own documents, without article.
document-country-IR = Исламская Республика Иран
# The name of the state in its own documents, without article.
document-country-KZ = Республика Казахстан
# The name of the state in its own documents, without article.
document-country-KG = Кыргызская Республика
# The name of the state in its own documents, without article.
document-country-PK = Исламская Республика Пакистан
# The name of the state in its own documents, without article.
document-country-TJ = Республика Таджикистан
# The name of the state in its own documents, without article.
document-country-UZ = Республика Узбекистан
# The name of the state in its own documents, without article.
document-country-AE = Объединённые Арабские Эмираты
# The name of the state in its own documents, without article.
document-country-AM = Республика Армения
# The name of the state in its own documents, without article.
document-country-AZ = Азербайджанская Республика
# The name of the state in its own documents, without article.
document-country-BY = Республика Беларусь
# The name of the state in its own documents, without article.
document-country-CN = Китайская Народная Республика
# The name of the state in its own documents, without article.
document-country-DE = Федеративная Республика Германия
# The name of the state in its own documents, without article.
document-country-EE = Эстонская Республика
# The name of the state in its own documents, without article.
document-country-FR = Французская Республика
# The name of the state in its own documents, without article.
document-country-GB = Соединённое Королевство Великобритании и Северной Ирландии
# The name of the state in its own documents, without article.
document-country-GE = Грузия
# The name of the state in its own documents, without article.
document-country-IN = Республика Индия
# The name of the state in its own documents, without article.
document-country-NL = Королевство Нидерландов
# The name of the state in its own documents, without article.
document-country-RU = Российская Федерация
# The name of the state in its own documents, without article.
document-country-SG = Республика Сингапур
# The name of the state in its own documents, without article.
document-country-TM = Туркменистан
# The name of the state in its own documents, without article.
document-country-TR = Турецкая Республика
# The name of the state in its own documents, without article.
document-country-US = Соединённые Штаты Америки

## Names of languages.

# The name of a language, as it stands after *Language of the reply*.
document-language-en = английский
# The name of a language, as it stands after *Language of the reply*.
document-language-ru = русский
# The name of a language, as it stands after *Language of the reply*.
document-language-fa = персидский
# The name of a language, as it stands after *Language of the reply*.
document-language-fa-AF = дари
# The name of a language, as it stands after *Language of the reply*.
document-language-ps = пушту
# The name of a language, as it stands after *Language of the reply*.
document-language-ur = урду
# The name of a language, as it stands after *Language of the reply*.
document-language-tg = таджикский
# The name of a language, as it stands after *Language of the reply*.
document-language-uz = узбекский
# The name of a language, as it stands after *Language of the reply*.
document-language-kk = казахский
# The name of a language, as it stands after *Language of the reply*.
document-language-ky = кыргызский

## What can go wrong. The words shown are for officers, not for programmers.

# $count is how many languages were given.
document-languages-count = Документ печатается на одном языке или на двух разных; указано: { $count }.
    .do = Укажите один язык или два разных, например en,fa.
# $count is how many rows of the legal basis are concerned.
document-basis-not-confirmed = Документ нельзя выдать: неподтверждённых строк правового основания: { $count }.
    .do = Пусть юрист подтвердит или снимет каждую из них, затем повторите.
# $what is the part that is too large, $most the limit.
document-too-large = Часть документа больше допустимого: { $what }, не более { $most }.
    .do = Приложите большое отдельным файлом и укажите его среди приложений.
# $row is the row of the table, $cells the cells in it, $columns the columns.
document-table-shape = В строке { $row } таблицы ячеек: { $cells }, а столбцов: { $columns }.
    .do = Заполните в каждой строке столько ячеек, сколько столбцов.
# $line is the line of the file.
document-twin-not-json = Машиночитаемое содержание не является JSON (строка { $line }).
    .do = Создайте его заново из запроса; не правьте вручную.
# $glyphs is a list of signs.
document-glyphs-missing = Шрифты программы не содержат знаков: { $glyphs }.
    .do = Напишите иначе или транслитерируйте.
# $template is the name of the layout, $cause what the compiler says.
document-template-failed = Макет { $template } не работает: { $cause }.
    .do = Возьмите макет программы или исправьте свой.
# $template is the name of the layout, $name a name that it may not define, $line the line.
document-template-direction = Макет { $template } определяет { $name } в строке { $line }.
    .do = Выберите другое имя; ltr и rtl обозначают направления письма.
# $template is the name of the layout, $most the limit in bytes.
document-template-too-large = Макет { $template } больше { $most } байт.
    .do = Проверьте, что это макет и ничего более.

# Shown when a foreign PDF or something in it is too large. $what is an English word for what it is, $most a number of bytes or of attachments.
document-pdf-too-large = Слишком большой размер: { $what }, допускается не более { $most }.
    .do = Отправьте по частям или без лишнего: достаточно одного файла с машиночитаемой копией.

# Shown when a file is no PDF.
document-pdf-not = Это не PDF или файл повреждён.
    .do = Попросите прислать файл ещё раз и сверьте его хэш с отправителем.

# Shown when a foreign PDF is locked.
document-pdf-encrypted = PDF защищён паролем.
    .do = Попросите у отправителя файл без пароля: иначе машиночитаемую копию не прочитать.

# Shown when a foreign PDF has no twin. $name is the name of the file that was looked for.
document-pdf-no-twin = К PDF не приложен файл { $name }.
    .do = Попросите файл, напечатанный вместе с машиночитаемой копией, или только её. В скане бумаги её нет.

# Shown when a foreign PDF has two twins. $name is a name of a file.
document-pdf-twice = В PDF два файла с именем { $name }, и неизвестно, к какому относится бумага.
    .do = Не действуйте по нему. Попросите файл ещё раз.

# Shown when a twin in a foreign PDF cannot be unpacked. $name is a name of a file.
document-pdf-packed = { $name } лежит в PDF в виде, который нельзя распаковать.
    .do = Попросите машиночитаемую копию отдельным файлом.

# Shown when an edited file, or a part of it, is over a limit.
document-docx-too-large = { $what }: больше { $most } байт.
    .do = Уберите рисунки и вставки и сохраните файл снова.

# Shown when a file is no DOCX. $cause comes from the reader, in English.
document-docx-not = Это не документ офисной программы: { $cause }
    .do = Сохраните его как DOCX (Office Open XML) и возьмите этот файл.

# Shown when a part of a DOCX cannot be read. $cause comes from the reader, in English.
document-docx-malformed = { $part }, байт { $at }: { $cause }
    .do = Откройте файл в офисной программе, снова сохраните как DOCX и возьмите его.
