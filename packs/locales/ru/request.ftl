### Слова запросов, которые печатаются: названия форм, разделов и полей, значения, основания.
### Not reviewed by a jurist or native translator of any authority: see review.toml.

# Title of the form for records of a virtual-asset service provider.
request-form-vasp-records = Запрос о предоставлении сведений, хранящихся у поставщика услуг виртуальных активов

# Title of the form for expedited preservation.
request-form-preservation = Запрос об оперативном обеспечении сохранности компьютерных данных

# Heading of a part of a request.
request-section-authorities = Органы

# Heading of a part of a request.
request-section-matter = Производство и обстоятельства дела

# Heading of a part of a request.
request-section-help = Испрашиваемая помощь

# Heading of a part of a request: on what ground it is asked where no treaty obliges.
request-section-ground = На каком основании испрашивается помощь

# Heading of a part of a request.
request-section-handling = Порядок обращения с запросом

# Heading of a part of a request.
request-section-annexes = Приложения

# Label of the place for the signature on the print.
request-place-signature = Подпись

# Label of the place for the official seal on the print.
request-place-seal = Гербовая печать

# Label of the place for the number of the outgoing register.
request-place-register-number = Регистрационный номер

# Label of the place for the stamp of receipt.
request-place-date-received = Дата получения

# A choice: a new preservation.
request-value-new = Первичное обеспечение сохранности

# A choice: a preservation is renewed.
request-value-renewal = Продление ранее обеспеченной сохранности

# Label of a field of a request, on the screen and on the print.
request-field-requesting-authority = Запрашивающий орган

# Label of a field of a request, on the screen and on the print.
request-field-requested-authority = Орган, которому адресован запрос

# Label of a field of a request, on the screen and on the print.
request-field-conducting-authority = Орган, ведущий производство

# Label of a field of a request, on the screen and on the print.
request-field-matter-nature = Предмет и стадия производства

# Label of a field of a request, on the screen and on the print.
request-field-facts-summary = Изложение обстоятельств дела

# Label of a field of a request, on the screen and on the print.
request-field-facts-short = Краткие обстоятельства

# Label of a field of a request, on the screen and on the print.
request-field-offences = Преступления и наказания

# Label of a field of a request, on the screen and on the print.
request-field-damage = Ущерб

# Label of a field of a request, on the screen and on the print.
request-field-persons = Лица и организации, которых касается запрос

# Label of a field of a request, on the screen and on the print.
request-field-provider = Поставщик услуг, у которого хранятся сведения

# Label of a field of a request, on the screen and on the print.
request-field-holder = У кого находятся данные

# Label of a field of a request, on the screen and on the print.
request-field-accounts = Счета, адреса и транзакции

# Label of a field of a request, on the screen and on the print.
request-field-period = Период

# Label of a field of a request, on the screen and on the print.
request-field-items = Что испрашивается

# Label of a field of a request, on the screen and on the print.
request-field-data = Данные, сохранность которых требуется обеспечить

# Label of a field of a request, on the screen and on the print.
request-field-purpose = Цель

# Label of a field of a request, on the screen and on the print.
request-field-findings = Результаты отслеживания и иные выводы

# Label of a field of a request, on the screen and on the print.
request-field-tickets = Ранее обеспеченная сохранность

# Label of a field of a request, on the screen and on the print.
request-field-ways = На что запрос опирается вместо договора

# Label of a field of a request, on the screen and on the print.
request-field-reciprocity-offer = Предложение взаимности

# Label of a field of a request, on the screen and on the print.
request-field-special-procedure = Желаемый порядок исполнения

# Label of a field of a request, on the screen and on the print.
request-field-special-procedure-reason = Обоснование порядка исполнения

# Label of a field of a request, on the screen and on the print.
request-field-deadline = Ответ просим дать до

# Label of a field of a request, on the screen and on the print.
request-field-deadline-reason = Обоснование срока

# Label of a field of a request, on the screen and on the print.
request-field-secrecy = Сохранять конфиденциальность

# Label of a field of a request, on the screen and on the print.
request-field-secrecy-reason = Обоснование конфиденциальности

# Label of a field of a request, on the screen and on the print.
request-field-signatory = Подписал

# Label of a field of a request, on the screen and on the print.
request-field-exhibits = Прилагаемые материалы

# Label of a field of a request, on the screen and on the print.
request-field-reply-contact = Контакт для быстрого ответа

# Label of a field of a request, on the screen and on the print.
request-field-renewal = Первичное обеспечение или продление

# Label of a field of a request, on the screen and on the print.
request-field-preservation-need = Почему данные необходимо сохранить сейчас

# Label of a field of a request, on the screen and on the print.
request-field-intent-to-follow-up = Последующий запрос о предоставлении данных

# Label of a field of a request, on the screen and on the print.
request-field-keep-days = На сколько дней обеспечить сохранность

# Word or sentence on the print of a request.
request-twin-reference = Номер

# Word or sentence on the print of a request.
request-twin-version = Версия

# Word or sentence on the print of a request.
request-twin-digest = SHA-256 этой версии

# Word or sentence on the print of a request.
request-twin-date = Дата

# Word or sentence on the print of a request.
request-twin-requesting-state = Запрашивающее государство

# Word or sentence on the print of a request.
request-twin-requested-state = Запрашиваемое государство

# Word or sentence on the print of a request.
request-twin-legal-basis = Правовое основание

# Word or sentence on the print of a request.
request-twin-articles = Статьи

# Word or sentence on the print of a request.
request-twin-no-obligation = Не известен действующий между двумя государствами договор, который обязывал бы запрашиваемое государство к этой мере. О ней просят на основании, указанном ниже.

# Word or sentence on the print of a request.
request-twin-asked-instead = Испрашивается на этом основании

# Word or sentence on the print of a request.
request-twin-asked-under-general-clause = Испрашивается на основании общего положения, которое не обязывает к этой мере.

# Word or sentence on the print of a request.
request-twin-official-name-unknown = Официальное название подлежит уточнению

# Word or sentence on the print of a request.
request-twin-annexes = Приложения

# Word or sentence on the print of a request.
request-twin-annex-number = Номер

# Word or sentence on the print of a request.
request-twin-annex-title = Название

# Word or sentence on the print of a request.
request-twin-annex-sha256 = SHA-256

# Word or sentence on the print of a request.
request-twin-advance-copy = Предварительная копия. Подписанный оригинал следует.

# Word or sentence on the print of a request.
request-twin-original = Оригинал

# Word or sentence on the print of a request.
request-twin-exercise = УЧЕНИЕ — не является настоящим запросом

# Word or sentence on the print of a request.
request-twin-from = С

# Word or sentence on the print of a request.
request-twin-to = По

# Word or sentence on the print of a request.
request-twin-kept-until = Хранится до

# Word or sentence on the print of a request.
request-twin-yes = Да

# Word or sentence on the print of a request.
request-twin-no = Нет

# Word or sentence on the print of a request.
request-twin-name = Имя или наименование

# Word or sentence on the print of a request.
request-twin-unit = Подразделение

# Word or sentence on the print of a request.
request-twin-role = Роль в деле

# Word or sentence on the print of a request.
request-twin-born = Дата и место рождения или создания

# Word or sentence on the print of a request.
request-twin-nationality = Гражданство или государство регистрации

# Word or sentence on the print of a request.
request-twin-address = Адрес

# Word or sentence on the print of a request.
request-twin-occupation = Род занятий или деятельности

# Word or sentence on the print of a request.
request-twin-registration = Номер документа или регистрации

# Word or sentence on the print of a request.
request-twin-network = Сеть или платформа

# Word or sentence on the print of a request.
request-twin-provision = Норма

# Word or sentence on the print of a request.
request-twin-provision-text = Текст нормы

# Word or sentence on the print of a request.
request-twin-max-penalty = Наибольшее наказание, лет

# Word or sentence on the print of a request.
request-twin-conduct = Деяние

# Word or sentence on the print of a request.
request-twin-item = Испрашивается

# Word or sentence on the print of a request.
request-twin-link = Значение для дела

# Word or sentence on the print of a request.
request-twin-offence = Преступление

# Word or sentence on the print of a request.
request-twin-account = Счёт

# Word or sentence on the print of a request.
request-twin-machine-readable = Машиночитаемая копия запроса вложена в этот файл.

# Word or sentence on the print of a request.
request-twin-basis-provides = Предусматривает эту меру.

# Word or sentence on the print of a request.
request-twin-basis-carries = Мера охватывается общей обязанностью оказывать помощь.

# Word or sentence on the print of a request.
request-twin-basis-between = Регулирует оказание помощи между двумя государствами.

# Word or sentence on the print of a request.
request-twin-way = Основание

# Word or sentence on the print of a request.
request-twin-way-name = Закон, сеть или орган

# Word or sentence on the print of a request.
request-twin-provisions = Положения

# Word or sentence on the print of a request.
request-twin-identifier-kind = Вид

# Word or sentence on the print of a request.
request-twin-identifier = Идентификатор

# Sentence on an acknowledgement. $ticket is the number of the preservation, $until its last day.
request-twin-preserved = Данные, указанные в запросе, до конца дня { $until } хранятся под номером { $ticket }. Если они нужны дольше, о продлении следует просить до этого дня.

# Kind of an identifier, in a table on the print.
request-identifier-address = Адрес

# Kind of an identifier, in a table on the print.
request-identifier-transaction = Транзакция

# Kind of an identifier, in a table on the print.
request-identifier-account = Учётная запись или счёт

# Kind of an identifier, in a table on the print.
request-identifier-e-mail = Адрес электронной почты

# Kind of an identifier, in a table on the print.
request-identifier-ip = IP-адрес

# Kind of an identifier, in a table on the print.
request-identifier-iban = IBAN

# Kind of an identifier, in a table on the print.
request-identifier-domain = Доменное имя

# Kind of an identifier, in a table on the print.
request-identifier-telephone = Номер телефона

# A ground, in a table on the print.
request-way-general-clause = Общее положение документа, который к этой мере не обязывает

# A ground, in a table on the print.
request-way-reciprocity = Принцип взаимности

# A ground, in a table on the print.
request-way-domestic-provision = Законодательство запрашиваемого государства

# A ground, in a table on the print.
request-way-contact-points = Круглосуточные контактные пункты

# A ground, in a table on the print.
request-way-police = Сотрудничество полиции

# A ground, in a table on the print.
request-way-financial-intelligence = Сотрудничество подразделений финансовой разведки

# A ground, in a table on the print.
request-way-asset-recovery = Сеть по возвращению активов

# A ground, in a table on the print.
request-way-other-network = Сеть органов

# A ground, in a table on the print.
request-way-provider = Добровольные действия поставщика услуг
