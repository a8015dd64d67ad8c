### Слова запросов, которые печатаются: названия форм, разделов и полей, значения, основания.
### Not reviewed by a jurist or native translator of any authority: see review.toml.

# Title of the form for records of a virtual-asset service provider.
request-form-vasp-records = Запрос о предоставлении сведений, хранящихся у поставщика услуг виртуальных активов

# Title of the form for expedited preservation.
request-form-preservation = Запрос об оперативном обеспечении сохранности компьютерных данных

# Title of the form for expedited disclosure of the path of a communication.
request-form-traffic-path-disclosure = Запрос об оперативном раскрытии данных о маршруте сообщения

# Title of the form for subscriber data.
request-form-subscriber-data = Запрос о предоставлении сведений об абоненте

# Title of the form for stored content of an account.
request-form-stored-content = Запрос о предоставлении хранящихся данных о содержании

# Title of the form for traffic data collected in real time.
request-form-real-time-traffic = Запрос о сборе данных трафика в режиме реального времени

# Title of the form for the interception of content.
request-form-content-interception = Запрос о перехвате данных о содержании

# Title of the form for disclosure in an emergency.
request-form-emergency-disclosure = Запрос о раскрытии данных в чрезвычайной ситуации

# Title of the form for the statement of a witness, suspect, victim or expert.
request-form-statement = Запрос о получении показаний

# Title of the form for a hearing by videoconference.
request-form-videoconference = Запрос о допросе посредством видеоконференц-связи

# Title of the form for the service of documents.
request-form-service-of-documents = Запрос о вручении документов

# Title of the form for search and seizure.
request-form-search-and-seizure = Запрос о производстве обыска и выемки

# Title of the form for records of banks and companies.
request-form-bank-records = Запрос о предоставлении банковских сведений и сведений о компаниях

# Title of the form for the tracing of proceeds.
request-form-asset-tracing = Запрос об отслеживании доходов от преступной деятельности

# Title of the form for freezing or seizure of property.
request-form-freezing = Запрос о замораживании имущества или наложении на него ареста

# Title of the form for confiscation.
request-form-confiscation = Запрос о конфискации

# Title of the form for the return or sharing of assets.
request-form-asset-return = Запрос о возврате или разделе активов

# Title of the form for a joint investigation.
request-form-joint-investigation = Запрос о проведении совместного расследования

# Title of the form for a controlled delivery.
request-form-controlled-delivery = Запрос о проведении контролируемой поставки

# Title of the form for the transfer of criminal proceedings.
request-form-transfer-of-proceedings = Запрос о передаче уголовного производства

# Title of the form for the transfer of a detained person as a witness.
request-form-transfer-of-detained-person = Запрос о временной передаче лица, содержащегося под стражей, для дачи показаний

# Title of the form for information that nobody asked for.
request-form-spontaneous-information = Предоставление информации по собственной инициативе

# Title of the form for a letter that adds to a request, asks how it stands, or withdraws it.
request-form-supplement = Дополнение к запросу, напоминание о нём или его отзыв

# Title of the form for the answer to a request.
request-form-answer = Ответ на запрос

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

# Heading of a part of a request.
request-section-emergency = Чрезвычайная ситуация

# Heading of a part of a request.
request-section-hearing = Допрос

# Heading of a part of a request.
request-section-order = Решение

# Heading of a part of a request.
request-section-property = Имущество

# Heading of a part of a request.
request-section-letter = Содержание письма

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

# A choice: whether the own State has ordered the measure.
request-value-order-attached = Решение принято, копия прилагается

# A choice: whether the own State has ordered the measure.
request-value-order-not-needed = По законодательству запрашивающего государства решение не требуется

# A choice: whether the request is the first one for the data.
request-value-first-request = Первичный запрос

# A choice: whether the request is the first one for the data.
request-value-after-request = В продолжение ранее направленного запроса

# A choice: whether the request is the first one for the data.
request-value-after-preservation = В продолжение обеспечения сохранности данных

# A choice: through whom the request goes.
request-value-through-authority = Компетентный орган запрашиваемого государства

# A choice: through whom the request goes.
request-value-direct-to-provider = Непосредственно поставщик услуг

# A choice: through whom the request goes.
request-value-asset-recovery-network = Сеть по возвращению активов

# A choice: through whom the request goes.
request-value-intelligence-units = Подразделения финансовой разведки

# A choice: through whom the request goes.
request-value-central-authorities = Центральные органы

# A choice: something is not asked for.
request-value-not-asked = Не испрашивается

# A choice: something is asked for.
request-value-asked = Испрашивается

# A choice: on what the gravity of the offence rests.
request-value-four-years-or-more = Наибольшее наказание — четыре года лишения свободы или более

# A choice: on what the gravity of the offence rests.
request-value-on-list = Преступление входит в перечень, для которого закон допускает эту меру

# A choice: what is at risk in an emergency.
request-value-risk-to-life = Для жизни человека

# A choice: what is at risk in an emergency.
request-value-risk-to-safety = Для безопасности человека

# A choice: in which capacity a person is heard.
request-value-witness = Свидетель

# A choice: in which capacity a person is heard.
request-value-suspect = Подозреваемый или обвиняемый

# A choice: in which capacity a person is heard.
request-value-victim = Потерпевший

# A choice: in which capacity a person is heard.
request-value-expert = Эксперт

# A choice: whether a person has consented.
request-value-consent-given = Дано

# A choice: whether a person has consented.
request-value-consent-to-be-obtained = Подлежит получению запрашиваемым государством

# A choice: what kind of document is served.
request-value-summons = Повестка о вызове

# A choice: what kind of document is served.
request-value-decision = Приговор или иное решение

# A choice: what kind of document is served.
request-value-other-document = Иной документ

# A choice: which records are asked for.
request-value-known-accounts = По известным счетам

# A choice: which records are asked for.
request-value-accounts-of-person = По всем счетам лица или организации

# A choice: which records are asked for.
request-value-company-records = О компании или из реестра

# A choice: what the results may be used for.
request-value-lead-only = Только как ориентирующая информация

# A choice: what the results may be used for.
request-value-as-evidence = В качестве доказательств

# A choice: what kind of property is concerned.
request-value-virtual-assets = Виртуальные активы

# A choice: what kind of property is concerned.
request-value-money-on-account = Денежные средства на счёте

# A choice: what kind of property is concerned.
request-value-other-property = Иное имущество

# A choice: who controls a wallet.
request-value-hosted-wallet = Поставщик услуг

# A choice: who controls a wallet.
request-value-own-wallet = Только сам владелец

# A choice: on what it rests that an address belongs to somebody.
request-value-attribution-confirmed = Подтверждено поставщиком услуг или владельцем

# A choice: on what it rests that an address belongs to somebody.
request-value-attribution-published = Указано в опубликованном источнике

# A choice: on what it rests that an address belongs to somebody.
request-value-attribution-inferred = Выведено методом, названным в приложении

# A choice: what kind of confiscation is asked for.
request-value-own-order-asked = По решению запрашиваемого государства

# A choice: what kind of confiscation is asked for.
request-value-foreign-order-enforced = Путём исполнения решения запрашивающего государства

# A choice: how assets are to be returned.
request-value-whole-return = Возврат в полном объёме

# A choice: how assets are to be returned.
request-value-asset-sharing = Раздел активов

# A choice: how assets are to be returned.
request-value-victim-compensation = Возмещение вреда потерпевшим

# A choice: how a controlled delivery is carried out.
request-value-pass-intact = Груз пропускается без изменений

# A choice: how a controlled delivery is carried out.
request-value-replaced-in-part = Груз заменяется частично

# A choice: how a controlled delivery is carried out.
request-value-replaced-whole = Груз заменяется полностью

# A choice: through which States goods pass.
request-value-no-transit = Без транзита через третьи государства

# A choice: through which States goods pass.
request-value-through-transit-states = Через государства транзита

# A choice: whether the accused are in custody.
request-value-at-liberty = На свободе

# A choice: whether the accused are in custody.
request-value-in-custody = Под стражей

# A choice: whether the use of information is limited.
request-value-limits-set = Установлены

# A choice: whether the use of information is limited.
request-value-no-limits = Не установлены

# A choice: what a letter is.
request-value-supplement = Дополнение

# A choice: what a letter is.
request-value-reminder = Напоминание

# A choice: what a letter is.
request-value-withdrawal = Отзыв запроса

# A choice: what an answer is.
request-value-answered-in-full = Запрос исполнен полностью

# A choice: what an answer is.
request-value-answered-in-part = Запрос исполнен частично

# A choice: what an answer is.
request-value-refused = В исполнении отказано

# A choice: what an answer is.
request-value-postponed = Исполнение отсрочено

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

# Label of a field of a request, on the screen and on the print.
request-field-use-undertaking = Обязательство об ограничении использования

# Label of a field of a request, on the screen and on the print.
request-field-costs = Расходы

# Label of a field of a request, on the screen and on the print.
request-field-earlier-requests = Прежние запросы и контакты

# Label of a field of a request, on the screen and on the print.
request-field-least-intrusive = Почему недостаточно менее строгих мер

# Label of a field of a request, on the screen and on the print.
request-field-own-order = Решение о мере в запрашивающем государстве

# Label of a field of a request, on the screen and on the print.
request-field-orders = Копии решений

# Label of a field of a request, on the screen and on the print.
request-field-no-order-reason = Почему решение не требуется

# Label of a field of a request, on the screen and on the print.
request-field-dual-criminality = Обоюдное признание деяния преступлением

# Label of a field of a request, on the screen and on the print.
request-field-communication = Сообщение, маршрут которого устанавливается

# Label of a field of a request, on the screen and on the print.
request-field-path-known = Известная часть маршрута

# Label of a field of a request, on the screen and on the print.
request-field-next-provider = Следующий поставщик услуг на маршруте

# Label of a field of a request, on the screen and on the print.
request-field-request-status = Первичный или последующий запрос

# Label of a field of a request, on the screen and on the print.
request-field-asked-through = Канал направления запроса

# Label of a field of a request, on the screen and on the print.
request-field-treaty-basis = Основание прямого обращения к поставщику услуг

# Label of a field of a request, on the screen and on the print.
request-field-domestic-grounds = Основание в законодательстве запрашивающего государства

# Label of a field of a request, on the screen and on the print.
request-field-content = Содержание сообщений

# Label of a field of a request, on the screen and on the print.
request-field-delivery = Порядок передачи результатов

# Label of a field of a request, on the screen and on the print.
request-field-lines = Линии связи и учётные записи

# Label of a field of a request, on the screen and on the print.
request-field-measure-period = Срок действия меры

# Label of a field of a request, on the screen and on the print.
request-field-technique = Технический способ

# Label of a field of a request, on the screen and on the print.
request-field-availability-own = Мера в законодательстве запрашивающего государства

# Label of a field of a request, on the screen and on the print.
request-field-availability-other = Мера в законодательстве запрашиваемого государства

# Label of a field of a request, on the screen and on the print.
request-field-gravity = Тяжесть преступления

# Label of a field of a request, on the screen and on the print.
request-field-gravity-provision = Норма, подтверждающая тяжесть преступления

# Label of a field of a request, on the screen and on the print.
request-field-safeguards = Гарантии прав посторонних лиц

# Label of a field of a request, on the screen and on the print.
request-field-risk = Непосредственная угроза

# Label of a field of a request, on the screen and on the print.
request-field-emergency = В чём состоит чрезвычайная ситуация

# Label of a field of a request, on the screen and on the print.
request-field-emergency-link = Связь данных с чрезвычайной ситуацией

# Label of a field of a request, on the screen and on the print.
request-field-who-at-risk = Кому угрожает опасность

# Label of a field of a request, on the screen and on the print.
request-field-when-at-risk = Когда ожидается наступление вреда

# Label of a field of a request, on the screen and on the print.
request-field-second-signatory = Вторая подпись

# Label of a field of a request, on the screen and on the print.
request-field-person-status = Процессуальное положение лица

# Label of a field of a request, on the screen and on the print.
request-field-hearing-person = Лицо, показания которого требуются

# Label of a field of a request, on the screen and on the print.
request-field-questions = Вопросы

# Label of a field of a request, on the screen and on the print.
request-field-rights-notice = Разъяснение прав

# Label of a field of a request, on the screen and on the print.
request-field-presence = Должностные лица, желающие присутствовать

# Label of a field of a request, on the screen and on the print.
request-field-video-wish = Видеоконференц-связь

# Label of a field of a request, on the screen and on the print.
request-field-video-reason = Обоснование использования видеоконференц-связи

# Label of a field of a request, on the screen and on the print.
request-field-hearing-time = Время допроса

# Label of a field of a request, on the screen and on the print.
request-field-hearing-time-there = То же время в запрашиваемом государстве

# Label of a field of a request, on the screen and on the print.
request-field-other-times = Другое возможное время

# Label of a field of a request, on the screen and on the print.
request-field-link = Техническое соединение

# Label of a field of a request, on the screen and on the print.
request-field-hearing-law = Право, применимое к допросу

# Label of a field of a request, on the screen and on the print.
request-field-taking-part = Участники допроса

# Label of a field of a request, on the screen and on the print.
request-field-interpretation = Устный перевод

# Label of a field of a request, on the screen and on the print.
request-field-person-consent = Согласие лица

# Label of a field of a request, on the screen and on the print.
request-field-served-person = Лицо, которому вручаются документы

# Label of a field of a request, on the screen and on the print.
request-field-served-documents = Документы для вручения

# Label of a field of a request, on the screen and on the print.
request-field-document-kind = Вид документа

# Label of a field of a request, on the screen and on the print.
request-field-documents-summary = Содержание документов

# Label of a field of a request, on the screen and on the print.
request-field-appearance-date = День явки

# Label of a field of a request, on the screen and on the print.
request-field-appearance-place = Место и час явки

# Label of a field of a request, on the screen and on the print.
request-field-document-language = Язык документов

# Label of a field of a request, on the screen and on the print.
request-field-proof-of-service = Требуемое подтверждение вручения

# Label of a field of a request, on the screen and on the print.
request-field-safe-conduct = Гарантия неприкосновенности лица

# Label of a field of a request, on the screen and on the print.
request-field-detained-person = Лицо, содержащееся под стражей

# Label of a field of a request, on the screen and on the print.
request-field-consents = Письменное согласие

# Label of a field of a request, on the screen and on the print.
request-field-consent-asking = Порядок получения согласия

# Label of a field of a request, on the screen and on the print.
request-field-presence-need = Почему необходимо присутствие лица

# Label of a field of a request, on the screen and on the print.
request-field-transfer-period = Срок передачи

# Label of a field of a request, on the screen and on the print.
request-field-custody-place = Место содержания под стражей

# Label of a field of a request, on the screen and on the print.
request-field-custody-credit = Зачёт срока содержания под стражей

# Label of a field of a request, on the screen and on the print.
request-field-return-undertaking = Обязательство вернуть лицо

# Label of a field of a request, on the screen and on the print.
request-field-escort = Конвоирование и маршрут

# Label of a field of a request, on the screen and on the print.
request-field-search-places = Места проведения обыска

# Label of a field of a request, on the screen and on the print.
request-field-search-items = Искомые предметы и данные

# Label of a field of a request, on the screen and on the print.
request-field-search-grounds = Основания полагать, что искомое находится там

# Label of a field of a request, on the screen and on the print.
request-field-device-handling = Обращение с устройствами и данными

# Label of a field of a request, on the screen and on the print.
request-field-record-kind = Какие сведения испрашиваются

# Label of a field of a request, on the screen and on the print.
request-field-record-holder = Банк, компания или реестр

# Label of a field of a request, on the screen and on the print.
request-field-bank-accounts = Банковские счета

# Label of a field of a request, on the screen and on the print.
request-field-bank-secrecy = Банковская тайна

# Label of a field of a request, on the screen and on the print.
request-field-assets = Имущество, подлежащее отслеживанию

# Label of a field of a request, on the screen and on the print.
request-field-asset-links = Связи и их источники

# Label of a field of a request, on the screen and on the print.
request-field-actions-wanted = Испрашиваемые действия

# Label of a field of a request, on the screen and on the print.
request-field-result-use = Использование результатов

# Label of a field of a request, on the screen and on the print.
request-field-value = Стоимость или наибольшая сумма

# Label of a field of a request, on the screen and on the print.
request-field-property-kind = Вид имущества

# Label of a field of a request, on the screen and on the print.
request-field-property = Имущество, которого касается запрос

# Label of a field of a request, on the screen and on the print.
request-field-property-place = Местонахождение имущества

# Label of a field of a request, on the screen and on the print.
request-field-property-holder = У кого находится имущество

# Label of a field of a request, on the screen and on the print.
request-field-wallets = Кошельки, адреса и транзакции

# Label of a field of a request, on the screen and on the print.
request-field-wallet-control = Кто управляет кошельком

# Label of a field of a request, on the screen and on the print.
request-field-attribution = На чём основан вывод о принадлежности адреса

# Label of a field of a request, on the screen and on the print.
request-field-asset-amount = Количество виртуальных активов

# Label of a field of a request, on the screen and on the print.
request-field-value-time = Момент оценки

# Label of a field of a request, on the screen and on the print.
request-field-value-source = Источник цены

# Label of a field of a request, on the screen and on the print.
request-field-custody-plan = План хранения активов

# Label of a field of a request, on the screen and on the print.
request-field-release-risk = Риск вывода или утраты имущества

# Label of a field of a request, on the screen and on the print.
request-field-freeze-days = Срок действия меры, дней

# Label of a field of a request, on the screen and on the print.
request-field-confiscation-intent = Последующая конфискация

# Label of a field of a request, on the screen and on the print.
request-field-grounds-for-order = Факты для вынесения решения запрашиваемым государством

# Label of a field of a request, on the screen and on the print.
request-field-third-party-notice = Уведомление третьих лиц

# Label of a field of a request, on the screen and on the print.
request-field-confiscation-kind = Вид конфискации

# Label of a field of a request, on the screen and on the print.
request-field-order-copies = Решение, подлежащее исполнению

# Label of a field of a request, on the screen and on the print.
request-field-finality = Вступление решения в законную силу

# Label of a field of a request, on the screen and on the print.
request-field-extent = Объём исполнения

# Label of a field of a request, on the screen and on the print.
request-field-due-process = Соблюдение процессуальных гарантий

# Label of a field of a request, on the screen and on the print.
request-field-return-basis = Правовое основание возврата

# Label of a field of a request, on the screen and on the print.
request-field-return-kind = Вид возврата

# Label of a field of a request, on the screen and on the print.
request-field-confiscation-reference = Решение о конфискации

# Label of a field of a request, on the screen and on the print.
request-field-share = Испрашиваемая доля и её обоснование

# Label of a field of a request, on the screen and on the print.
request-field-victims = Потерпевшие

# Label of a field of a request, on the screen and on the print.
request-field-receiving-account = Счёт для зачисления

# Label of a field of a request, on the screen and on the print.
request-field-account-owner = Владелец этого счёта

# Label of a field of a request, on the screen and on the print.
request-field-end-use = Использование возвращённых активов

# Label of a field of a request, on the screen and on the print.
request-field-draft-agreement = Проект соглашения

# Label of a field of a request, on the screen and on the print.
request-field-team-aim = Цель совместного расследования

# Label of a field of a request, on the screen and on the print.
request-field-members-own = Участники от запрашивающего государства

# Label of a field of a request, on the screen and on the print.
request-field-members-other = Желаемые участники от запрашиваемого государства

# Label of a field of a request, on the screen and on the print.
request-field-team-lead = Руководство группой

# Label of a field of a request, on the screen and on the print.
request-field-team-term = Срок работы группы

# Label of a field of a request, on the screen and on the print.
request-field-evidence-rules = Правила получения доказательств

# Label of a field of a request, on the screen and on the print.
request-field-powers-abroad = Полномочия сотрудников за рубежом

# Label of a field of a request, on the screen and on the print.
request-field-liability = Ответственность за причинённый вред

# Label of a field of a request, on the screen and on the print.
request-field-goods = Груз

# Label of a field of a request, on the screen and on the print.
request-field-delivery-method = Способ проведения поставки

# Label of a field of a request, on the screen and on the print.
request-field-route = Маршрут

# Label of a field of a request, on the screen and on the print.
request-field-stops = Остановки и пункты передачи

# Label of a field of a request, on the screen and on the print.
request-field-delivery-period = Время проведения поставки

# Label of a field of a request, on the screen and on the print.
request-field-transit = Транзит

# Label of a field of a request, on the screen and on the print.
request-field-transit-authorities = Органы государств транзита

# Label of a field of a request, on the screen and on the print.
request-field-transit-consents = Согласие каждого государства транзита

# Label of a field of a request, on the screen and on the print.
request-field-surveillance = Наблюдение за грузом

# Label of a field of a request, on the screen and on the print.
request-field-abort = Когда поставка прекращается

# Label of a field of a request, on the screen and on the print.
request-field-prosecution = Кто осуществляет уголовное преследование

# Label of a field of a request, on the screen and on the print.
request-field-accused = Подозреваемые и обвиняемые

# Label of a field of a request, on the screen and on the print.
request-field-custody-state = Содержание под стражей

# Label of a field of a request, on the screen and on the print.
request-field-custody-until = Срок содержания под стражей истекает

# Label of a field of a request, on the screen and on the print.
request-field-transfer-reason = Почему производство следует передать

# Label of a field of a request, on the screen and on the print.
request-field-decision-wanted = Испрашиваемое решение

# Label of a field of a request, on the screen and on the print.
request-field-file-inventory = Опись материалов дела

# Label of a field of a request, on the screen and on the print.
request-field-file-language = Язык материалов дела

# Label of a field of a request, on the screen and on the print.
request-field-limitation = Сроки давности

# Label of a field of a request, on the screen and on the print.
request-field-own-proceedings = Производство в запрашивающем государстве

# Label of a field of a request, on the screen and on the print.
request-field-sending-authority = Орган, предоставляющий информацию

# Label of a field of a request, on the screen and on the print.
request-field-receiving-authority = Орган, получающий информацию

# Label of a field of a request, on the screen and on the print.
request-field-information = Предоставляемая информация

# Label of a field of a request, on the screen and on the print.
request-field-suggested-use = Для чего может служить информация

# Label of a field of a request, on the screen and on the print.
request-field-use-limits = Ограничения использования

# Label of a field of a request, on the screen and on the print.
request-field-use-limits-text = Содержание ограничений

# Label of a field of a request, on the screen and on the print.
request-field-letter-kind = Вид письма

# Label of a field of a request, on the screen and on the print.
request-field-parent = Запрос, к которому относится письмо

# Label of a field of a request, on the screen and on the print.
request-field-supplement-text = Дополнительная информация

# Label of a field of a request, on the screen and on the print.
request-field-status-asked = Запрашиваемые сведения о ходе исполнения

# Label of a field of a request, on the screen and on the print.
request-field-withdrawal-reason = Причина отзыва запроса

# Label of a field of a request, on the screen and on the print.
request-field-withdrawal-effects = Что следует сделать с результатами и принятыми мерами

# Label of a field of a request, on the screen and on the print.
request-field-answering-authority = Орган, дающий ответ

# Label of a field of a request, on the screen and on the print.
request-field-asking-authority = Орган, направивший запрос

# Label of a field of a request, on the screen and on the print.
request-field-executing-authority = Орган, исполнивший запрос

# Label of a field of a request, on the screen and on the print.
request-field-answer-kind = Вид ответа

# Label of a field of a request, on the screen and on the print.
request-field-result = Результат исполнения

# Label of a field of a request, on the screen and on the print.
request-field-open-part = Что осталось неисполненным и почему

# Label of a field of a request, on the screen and on the print.
request-field-refusal-reasons = Основания отказа

# Label of a field of a request, on the screen and on the print.
request-field-postponement-reasons = Причины отсрочки исполнения

# Label of a field of a request, on the screen and on the print.
request-field-postponed-until = Возобновление исполнения

# Label of a field of a request, on the screen and on the print.
request-field-consultation = Консультации до принятия решения

# Label of a field of a request, on the screen and on the print.
request-field-returned-objects = Предметы, подлежащие возврату

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

# Word or sentence on the print of a request.
request-twin-identifier-at = Момент использования

# Word or sentence on the print of a request.
request-twin-identifier-port = Порт

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

# Kind of an identifier, in a table on the print.
request-identifier-url = Адрес в сети

# Kind of an identifier, in a table on the print.
request-identifier-card = Платёжная карта

# Kind of an identifier, in a table on the print.
request-identifier-imei = Мобильное устройство (IMEI)

# Kind of an identifier, in a table on the print.
request-identifier-mac = Сетевой интерфейс (MAC)

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

## Where a request stands

# In place of the title of a form, and heading: a request that began before there was a node.
request-register-title = Из старого реестра; проекта здесь нет

# Something that happened to a request, in its history.
request-register-event = Перенесён из старого реестра

# Label of a field of a request of an old register.
request-register-deadline = Ответ запрошен до

# Label of a field of a request of an old register.
request-register-notes = Пометки реестра

# Where a request stands.
request-stage-drafted = Проект

# Where a request stands.
request-stage-reviewed = Проверен

# Where a request stands.
request-stage-approved = Одобрен

# Where a request stands.
request-stage-issued = Издан

# Where a request stands.
request-stage-advance-copy-sent = Предварительная копия отправлена

# Where a request stands.
request-stage-original-dispatched = Оригинал отправлен

# Where a request stands.
request-stage-advance-copy-received = Предварительная копия получена

# Where a request stands.
request-stage-original-received = Оригинал получен

# Where a request stands.
request-stage-acknowledged = Получение подтверждено

# Where a request stands.
request-stage-questioned = Есть открытый вопрос

# Where a request stands.
request-stage-answered = На вопрос дан ответ

# Where a request stands.
request-stage-accepted = Принят к исполнению

# Where a request stands.
request-stage-assigned = Передан на исполнение

# Where a request stands.
request-stage-executed-in-part = Исполнен частично

# Where a request stands.
request-stage-executed = Исполнен

# Where a request stands.
request-stage-postponed = Отложен

# Where a request stands.
request-stage-refused = Отказано

# Where a request stands.
request-stage-withdrawn = Отозван

# Where a request stands.
request-stage-closed = Закрыт

## What happened to a request

# Something that happened to a request, in its history.
request-event-drafted = Начат проект

# Something that happened to a request, in its history.
request-event-revised = Составлена новая версия

# Something that happened to a request, in its history.
request-event-reviewed = Проверен

# Something that happened to a request, in its history.
request-event-sent-back = Возвращён на доработку

# Something that happened to a request, in its history.
request-event-endorsed = Шаг согласования пройден

# Something that happened to a request, in its history.
request-event-approved = Одобрен

# Something that happened to a request, in its history.
request-event-issued = Издан

# Something that happened to a request, in its history.
request-event-advance-copy-sent = Отправлена предварительная копия

# Something that happened to a request, in its history.
request-event-advance-copy-received = Получена предварительная копия

# Something that happened to a request, in its history.
request-event-original-dispatched = Оригинал отправлен

# Something that happened to a request, in its history.
request-event-original-received = Оригинал получен

# Something that happened to a request, in its history.
request-event-original-scanned = Подписанный оригинал отсканирован

# Something that happened to a request, in its history.
request-event-signature-kept = Сохранена национальная электронная подпись, этой программой не проверена

# Something that happened to a request, in its history.
request-event-acknowledged = Получение подтверждено

# Something that happened to a request, in its history.
request-event-questioned = Задан вопрос

# Something that happened to a request, in its history.
request-event-answered = Дан ответ на вопрос

# Something that happened to a request, in its history.
request-event-accepted = Принят к исполнению

# Something that happened to a request, in its history.
request-event-assigned = Передан на исполнение

# Something that happened to a request, in its history.
request-event-called-back = Обратный звонок

# Something that happened to a request, in its history.
request-event-cost-noted = Расходы учтены

# Something that happened to a request, in its history.
request-event-executed-in-part = Исполнен частично

# Something that happened to a request, in its history.
request-event-executed = Исполнен

# Something that happened to a request, in its history.
request-event-postponed = Отложен

# Something that happened to a request, in its history.
request-event-resumed = Возобновлён

# Something that happened to a request, in its history.
request-event-refused = Отказано

# Something that happened to a request, in its history.
request-event-withdrawn = Отозван

# Something that happened to a request, in its history.
request-event-status-asked = Запрошены сведения о ходе исполнения

# Something that happened to a request, in its history.
request-event-status-given = Даны сведения о ходе исполнения

# Something that happened to a request, in its history.
request-event-ticket-given = Данные взяты на сохранение под номером

# Something that happened to a request, in its history.
request-event-ticket-renewed = Сохранность данных продлена

# Something that happened to a request, in its history.
request-event-evidence-returned = Доказательства возвращены

# Something that happened to a request, in its history.
request-event-closed = Закрыт

## What a jurist decides

# A jurist's decision on a legal fact.
request-confirm-confirmed = Подтверждено

# A jurist's decision on a legal fact: not checked, but the request may rely on it.
request-confirm-overruled = Взято на себя

# A jurist's decision on a legal fact: it is wrong.
request-confirm-rejected = Отклонено

## What stands in the way of issue

# Shown when a request cannot be issued because of its fields. $count is a number.
request-issue-fields = Полей с ошибкой или пустых: { $count }.
    .do = Откройте проверку запроса и исправьте каждое поле.

# Shown when a request lacks what a cited treaty demands. $count is a number.
request-issue-contents = Недостаёт сведений, которых требует документ, на который дана ссылка: { $count }.
    .do = Заполните поля, названные при проверке, с указанной для каждого статьёй.

# Shown when legal facts are not confirmed. $count is a number.
request-issue-unconfirmed = Правовых фактов, которые никто не подтвердил и не взял на себя: { $count }.
    .do = Пусть юрист поимённо и с обоснованием подтвердит каждый факт списка или возьмёт его на себя.

# Shown when a jurist rejected facts that the request relies on. $count is a number.
request-issue-rejected = Правовых фактов, отклонённых юристом: { $count }.
    .do = Сошлитесь на другой документ или исправьте пакет права.

# Shown when nobody approved the version that is to be issued.
request-issue-not-approved = Эту версию никто не одобрил.
    .do = Просите одобрить именно эту версию. Изменённому запросу нужно новое одобрение.

# Shown when only the drafter approved.
request-issue-approved-by-drafter = Эту версию одобрил только тот, кто её составил.
    .do = Попросите другого сотрудника одобрить её.

# Shown when a request is too large.
request-issue-too-large = Запрос слишком велик, чтобы его записать.
    .do = Вынесите длинные тексты в приложения.

# Shown when a check was made for another draft.
request-issue-other-draft = Проверка сделана для другого проекта или другим пакетом права.
    .do = Проверьте эту версию заново.

## Remarks of the check. $field is the label of a field.

# Remark of the check of a request: must be mended before issue.
request-check-field-missing = { $field }: поле пустое.
    .do = Заполните его.

# Remark of the check of a request: must be mended before issue.
request-check-field-unknown = В форме нет поля { $field }.
    .do = Уберите значение или выберите форму, в которой оно есть.

# Remark of the check of a request: must be mended before issue.
request-check-type-wrong = { $field }: значение иного рода.
    .do = Введите его заново.

# Remark of the check of a request: must be mended before issue.
request-check-too-long = { $field }: длиннее { $most } знаков.
    .do = Сократите или приложите отдельно.

# Remark of the check of a request: must be mended before issue.
request-check-characters-forbidden = { $field }: есть управляющие знаки или знаки, меняющие направление письма.
    .do = Наберите текст заново, не вставляя его.

# Remark of the check of a request: must be mended before issue.
request-check-too-few = { $field }: нужно записей не меньше { $least }.
    .do = Добавьте недостающее.

# Remark of the check of a request: must be mended before issue.
request-check-too-many = { $field }: записей не больше { $most }.
    .do = Разделите запрос.

# Remark of the check of a request: must be mended before issue.
request-check-out-of-range = { $field }: число { $value } вне допустимых пределов.
    .do = Исправьте число.

# Remark of the check of a request: must be mended before issue.
request-check-choice-unknown = { $field }: { $value } нет среди вариантов.
    .do = Выберите из списка.

# Remark of the check of a request: must be mended before issue.
request-check-period-backwards = { $field }: конец раньше начала.
    .do = Поменяйте или исправьте время.

# Remark of the check of a request: must be mended before issue.
request-check-period-too-long = { $field }: период { $days } дней, больше, чем допускает форма.
    .do = Просите за то время, которое нужно делу.

# Remark of the check of a request: must be mended before issue.
request-check-amount-negative = { $field }: сумма меньше нуля.
    .do = Исправьте сумму.

# Remark of the check of a request: must be mended before issue.
request-check-identifier-wrong = { $field }: { $text } не имеет вида, положенного для этого рода.
    .do = Сверьте посимвольно с доказательством; выберите другой вид, если это он.

# Remark of the check of a request: must be mended before issue. $expected and $found are numbers.
request-check-identifier-length = { $field }: в { $text } знаков { $found }, а должно быть { $expected }.
    .do = Сверьте с доказательством: знака не хватает или есть лишний.

# Remark of the check of a request: must be mended before issue.
request-check-identifier-checksum = { $field }: контрольная сумма { $text } не сходится, значит, какой-то знак неверен.
    .do = Сверьте посимвольно с доказательством; копируйте, а не набирайте.

# Remark of the check of a request: must be mended before issue. $ledgers are names of ledgers, $network the one that was named.
request-check-identifier-other-ledger = { $field }: { $text } — адрес { $ledgers }, а не { $network }.
    .do = Укажите реестр этого адреса или возьмите адрес из доказательства заново.

# Remark of the check of a request: must be mended before issue. $is is mainnet, testnet or regtest, $network the ledger that was named.
request-check-identifier-other-network = { $field }: { $text } — адрес другой сети ({ $is }), чем { $network }.
    .do = Укажите сеть этого адреса. Монеты испытательной сети ничего не стоят.

# Remark of the check of a request: must be mended before issue.
request-check-identifier-kind = { $field }: идентификаторы вида { $kind } не принимаются.
    .do = Впишите в другое поле или выберите другой вид.

# Remark of the check of a request: must be mended before issue.
request-check-item-dangling = { $field }: { $item } называет { $named }, чего в запросе нет.
    .do = Выберите преступление и счёт из этого запроса.

# Remark of the check of a request: must be mended before issue.
request-check-way-closed = { $field }: { $way } ({ $id }), насколько известно, закрыт.
    .do = Выберите другой способ из ответа пакета права.

# Remark of the check of a request: must be mended before issue.
request-check-form-other = Проект начат по другой форме или другой её версии.
    .do = Начните заново по нынешней форме; подходящие значения сохранятся.

# Remark of the check of a request: must be mended before issue.
request-check-basis-other = Правовой ответ дан на другой вопрос.
    .do = Спросите пакет права заново для этого запроса.

# Remark of the check of a request: must be mended before issue.
request-check-nothing-cited = Есть документ, обязывающий запрашиваемое государство, а запрос ни на один не ссылается.
    .do = Выберите документ из списка.

# Remark of the check of a request: must be mended before issue.
request-check-cited-not-binding = { $instrument } не обязывает оба государства на день запроса.
    .do = Сошлитесь на другой документ.

# Remark of the check of a request: must be mended before issue.
request-check-cited-replaced = { $instrument } между двумя государствами заменён другим документом.
    .do = Сошлитесь на тот, который его заменяет.

# Remark of the check of a request: must be mended before issue.
request-check-cited-not-open = { $instrument } не распространяется на преступления запроса.
    .do = Сошлитесь на другой документ или назовите преступление, на которое он распространяется, если факты это позволяют.

# Remark of the check of a request: must be mended before issue.
request-check-cited-not-providing = { $instrument }, насколько известно, этой меры не предусматривает.
    .do = Сошлитесь на другой документ или просите иным способом.

# Remark of the check of a request: a warning, not an error.
request-warn-period-overbroad = { $field }: период { $days } дней; другая сторона может счесть его чрезмерным.
    .do = Сузьте его или скажите в обстоятельствах, почему важно всё время.

# Remark of the check of a request: a warning, not an error.
request-warn-item-without-link = { $field }: { $item } не говорит, почему это важно или для какого преступления.
    .do = Свяжите с фактом и преступлением.

# Remark of the check of a request: a warning, not an error.
request-warn-reason-missing = { $field }: просьба без обоснования.
    .do = Дайте обоснование в поле { $reason_field }.

# Remark of the check of a request: a warning, not an error.
request-warn-identifier-not-checked = { $field }: { $text } здесь никто не мог проверить.
    .do = Сверьте посимвольно с доказательством.

# Remark of the check of a request: a warning, not an error.
request-warn-identifier-without-checksum = { $field }: у { $text } нет контрольной суммы, поэтому описка не видна.
    .do = Сверьте посимвольно с доказательством.

# Remark of the check of a request: a warning, not an error. $ledgers are names of ledgers.
request-warn-ledger-missing = { $field }: { $text } может быть адресом { $ledgers }, а реестр не указан.
    .do = Укажите реестр: один и тот же адрес может быть в нескольких.

# Remark of the check of a request: a warning, not an error. $platform is the name of a service.
request-warn-account-form = { $field }: { $platform }, насколько известно, не записывает учётные записи так: { $text }.
    .do = Сверьте с доказательством. Учётная запись может быть старше известного здесь правила.

# Remark of the check of a request: a warning, not an error. $state has two letters.
request-warn-iban-state-unknown = { $field }: вид номеров счетов { $state } неизвестен; у { $text } проверены только контрольные цифры.
    .do = Сверьте с доказательством и узнайте, есть ли в этом государстве такие номера.

# Remark of the check of a request: a warning, not an error. $spelled is the spelling in the Domain Name System.
request-warn-mixed-script = { $field }: в { $text } смешаны похожие буквы разных письменностей; имя записывается как { $spelled }.
    .do = Скопируйте его из доказательства и укажите и эту запись: прочитанное с бумаги может быть другим именем.

# Remark of the check of a request: a warning, not an error.
request-warn-ip-local = { $field }: { $text } — адрес, которым многие сети пользуются внутри; чей он был, не скажет никто.
    .do = Найдите внешний адрес той сети, с моментом и портом.

# Remark of the check of a request: a warning, not an error.
request-warn-ip-without-time = { $field }: у { $text } нет момента со смещением от UTC. Через минуты провайдер отдаёт адрес другому клиенту.
    .do = Добавьте момент из журнала: 192.0.2.1:51000 @ 2026-09-01T10:00:00+05:00[Asia/Dushanbe].

# Remark of the check of a request: a warning, not an error.
request-warn-ip-without-port = { $field }: у { $text } нет порта. Такой адрес одновременно делят многие клиенты провайдера.
    .do = Добавьте порт отправителя из журнала после адреса, например 192.0.2.1:51000, если он там есть.

# Remark of the check of a request: a warning, not an error.
request-warn-provision-text-missing = { $field }: { $provision } названо без текста нормы.
    .do = Приложите текст из библиотеки органа.

# Remark of the check of a request: a warning, not an error.
request-warn-provision-text-kept = { $field }: { $provision } упомянуто без текста, а в библиотеке ведомства он есть.
    .do = Возьмите его с помощью --wording.

# Remark of the check of a request: a warning, not an error.
request-warn-contents-not-seen = Перечень сведений, которых требует { $instrument }, виден не полностью.
    .do = Сверьте запрос с текстом документа.

# Remark of the check of a request: a warning, not an error. $offence is the name of a kind of offence.
request-warn-dual-criminality = Не установлено, что деяние ({ $offence }) преступно в обоих государствах, а { $instruments } позволяет отказать, если это не так.
    .do = Сравните обе нормы, покажите в фактах то, чего требует их норма, или просите о помощи без принуждения.

# Remark of the check of a request: a warning, not an error.
request-warn-paragraphs-yield = Пункты документа { $instrument } уступают { $to } ({ $clause }).
    .do = Сошлитесь и на тот договор или согласуйте с другой стороной, что эти пункты применяются.

# Remark of the check of a request: a warning, not an error.
request-warn-may-only-be-asked = { $instrument } к этой мере не обязывает, а лишь позволяет о ней просить.
    .do = Скажите об этом в запросе и назовите рядом другой способ.

# Remark of the check of a request: a warning, not an error.
request-warn-language-unknown = На каком языке принимает запросы { $state }, не найдено.
    .do = Спросите орган, прежде чем переводить.

# Remark of the check of a request: a warning, not an error.
request-warn-domestic-form = { $law } содержит своё правило о форме запросов ({ $provision }).
    .do = Сверьте запрос с этим правилом или спросите орган.

# Remark of the check of a request: a warning, not an error.
request-warn-ticket-lapsed = { $field }: сохранность { $ticket } истекла { $until }.
    .do = Немедленно узнайте, есть ли ещё данные.

# Remark of the check of a request: a warning, not an error.
request-warn-pack-older = Пакет права составлен { $compiled }, задолго до дня запроса.
    .do = Проверьте, не изменилось ли что-нибудь с тех пор.


# Remark of the check of a request: a warning, not an error. $count is a number, $language a language tag.
request-warn-untranslated = Тексты только на языке проекта, без перевода на { $language }: { $count }.
    .do = Их список с предложениями: comity request translate CASE REQUEST

# Who bears a cost of a request.
request-borne-by-requesting = Запрашивающее государство

# Who bears a cost of a request.
request-borne-by-requested = Запрашиваемое государство

# Who bears a cost of a request.
request-borne-by-open = Ещё не согласовано

# What a request waits for.
request-clock-reply-ours = Наш ответ

# What a request waits for.
request-clock-reply-theirs = Ответ другой стороны

# What a request waits for. $about is the name of a question or the number of a ticket.
request-clock-ticket-ours = Просить о продлении по талону { $about }, по которому другая сторона хранит данные

# What a request waits for. $about is the name of a question or the number of a ticket.
request-clock-ticket-theirs = Талон { $about }, по которому данные хранятся для другой стороны, пока она не попросит о продлении

# What a request waits for. $about is the name of a question or the number of a ticket.
request-clock-follow-up-ours = Запросить данные, хранимые по талону { $about }

# What a request waits for. $about is the name of a question or the number of a ticket.
request-clock-question-ours = Наш ответ на вопрос { $about }

# What a request waits for. $about is the name of a question or the number of a ticket.
request-clock-question-theirs = Ответ другой стороны на вопрос { $about }

# What a request waits for.
request-clock-status-ours = Наши сведения о ходе исполнения

# What a request waits for.
request-clock-status-theirs = Сведения другой стороны о ходе исполнения

# What a request waits for.
request-clock-acknowledge-ours = Подтвердить получение запроса

# What a request waits for.
request-clock-call-back-ours = СРОЧНО: перезвонить запрашивающему до передачи данных

# What a request waits for.
request-clock-original-ours = Направить подписанный подлинник с печатью

# What a request waits for.
request-clock-original-theirs = Подписанный подлинник с печатью, который должен поступить

# What a request waits for.
request-clock-resume-ours = Возобновить отложенное исполнение

# What a request waits for.
request-clock-resume-theirs = Другая сторона, отложившая исполнение

# What a request waits for.
request-clock-remind-ours = Напомнить другой стороне, от которой нет вестей

# Beside what a request waits for: how urgent it is. $act_by is the last working day on which it can be acted on in time, $due the last
# day, $since the day since when it waits.
request-clock-overdue = просрочено с { $due }

# Beside what a request waits for: how urgent it is. $act_by is the last working day on which it can be acted on in time, $due the last
# day, $since the day since when it waits.
request-clock-now = до { $act_by }; последний день { $due }

# Beside what a request waits for: how urgent it is. $act_by is the last working day on which it can be acted on in time, $due the last
# day, $since the day since when it waits.
request-clock-runs = до { $act_by }; последний день { $due }

# Beside what a request waits for: how urgent it is. $act_by is the last working day on which it can be acted on in time, $due the last
# day, $since the day since when it waits.
request-clock-waits = ожидается с { $since }
## Statistics, on the screen and on paper

# Title of a sheet with figures.
request-statistics = Статистика запросов

# Sentence above the figures.
request-statistics-about = Учтены только запросы по делам, которые вправе читать запросивший сведения, каждый в том периоде, когда он издан или поступил. У другого сотрудника цифры могут быть иными.

# Sentence above the figures.
request-statistics-days = Дни считаются от первого проекта до издания, а после него от издания или получения. Запрос, в исполнении которого отказано по нескольким основаниям, учтён по каждому из них.

# Heading of a table.
request-statistics-counts = Запросы

# Heading of a table.
request-statistics-times = Время до каждой стадии

# Heading of a table.
request-statistics-refusals = Основания отказа

# In place of a table that has no rows.
request-statistics-none = За этот период нет.

# Heading of a column.
request-statistics-direction = Направление

# Heading of a column.
request-statistics-measure = Мера

# Heading of a column, and label of a field above the figures: how many.
request-statistics-requests = Запросов

# Heading of a column: how many were carried over from the register that the office kept before.
request-statistics-carried-over = Из старого реестра

# Heading of a column.
request-statistics-pending = На исполнении

# Heading of a column.
request-statistics-stage = Стадия

# Heading of a column.
request-statistics-reached = Достигли

# Heading of a column.
request-statistics-median = Медиана, дней

# Heading of a column.
request-statistics-longest = Дольше всего, дней

# Heading of a column.
request-statistics-ground = Основание

# Heading of a column.
request-statistics-refused = Отказано

# In the column of directions: this office asked.
request-statistics-sent = Отправлен

# In the column of directions: this office was asked.
request-statistics-received = Получен

# In the column of grounds: the refusal names neither a ground nor a provision.
request-statistics-no-ground = Не указано

# Label of a field above the figures.
request-statistics-since = С даты

# Label of a field above the figures.
request-statistics-until = По дату

# Label of a field above the figures.
request-statistics-on = По состоянию на

# Label of a field above the figures: how many cases were looked through.
request-statistics-cases = Учтено дел
