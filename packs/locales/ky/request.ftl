### The words of requests that are printed. The comments for translators are those of the English file. What is not here is for screens.
### Not reviewed by a jurist or native translator of any authority: see review.toml.

## Titles of forms

# Title of the form for records of a virtual-asset service provider.
request-form-vasp-records = Виртуалдык активдер боюнча кызматтарды сунуштоочудагы маалыматтар жөнүндө суроо-талап
# Title of the form for expedited preservation.
request-form-preservation = Сакталган компьютердик маалыматтын сакталышын ыкчам камсыз кылуу жөнүндө суроо-талап
# Title of the form for expedited disclosure of the path of a communication.
request-form-traffic-path-disclosure = Байланыш жолун ыкчам ачып берүү жөнүндө суроо-талап
# Title of the form for subscriber data.
request-form-subscriber-data = Абонент жөнүндө маалымат боюнча суроо-талап
# Title of the form for stored content of an account.
request-form-stored-content = Эсептик жазуунун сакталган мазмуну жөнүндө суроо-талап
# Title of the form for traffic data collected in real time.
request-form-real-time-traffic = Трафик жөнүндө маалыматтарды реалдуу убакыт режиминде чогултуу жөнүндө суроо-талап
# Title of the form for the interception of content.
request-form-content-interception = Мазмун жөнүндө маалыматтарды кармап алуу жөнүндө суроо-талап
# Title of the form for disclosure in an emergency.
request-form-emergency-disclosure = Өзгөчө кырдаалда маалыматты ачып берүү жөнүндө суроо-талап
# Title of the form for the statement of a witness, suspect, victim or expert.
request-form-statement = Көрсөтмө алуу жөнүндө суроо-талап
# Title of the form for a hearing by videoconference.
request-form-videoconference = Видеоконференция аркылуу суракка алуу жөнүндө суроо-талап
# Title of the form for the service of documents.
request-form-service-of-documents = Документтерди тапшыруу жөнүндө суроо-талап
# Title of the form for search and seizure.
request-form-search-and-seizure = Тинтүү жана алып коюу жөнүндө суроо-талап
# Title of the form for records of banks and companies.
request-form-bank-records = Банктардын жана компаниялардын маалыматтары жөнүндө суроо-талап
# Title of the form for the tracing of proceeds.
request-form-asset-tracing = Кылмыштуу кирешелердин изин издөө жөнүндө суроо-талап
# Title of the form for freezing or seizure of property.
request-form-freezing = Мүлктү тоңдуруу же мүлккө камак салуу жөнүндө суроо-талап
# Title of the form for confiscation.
request-form-confiscation = Конфискациялоо жөнүндө суроо-талап
# Title of the form for the return or sharing of assets.
request-form-asset-return = Активдерди кайтаруу же бөлүштүрүү жөнүндө суроо-талап
# Title of the form for a joint investigation.
request-form-joint-investigation = Биргелешкен тергөө жөнүндө суроо-талап
# Title of the form for a controlled delivery.
request-form-controlled-delivery = Көзөмөлдөнгөн жеткирүү жөнүндө суроо-талап
# Title of the form for the transfer of criminal proceedings.
request-form-transfer-of-proceedings = Кылмыш-жаза куугунтугун өткөрүп берүү жөнүндө суроо-талап
# Title of the form for the transfer of a detained person as a witness.
request-form-transfer-of-detained-person = Камактагы адамды күбө катары өткөрүп берүү жөнүндө суроо-талап
# Title of the form for information that nobody asked for.
request-form-spontaneous-information = Өз демилгеси боюнча берилген маалымат
# Title of the form for a letter that adds to a request, asks how it stands, or withdraws it.
request-form-supplement = Суроо-талапты толуктоо, эске салуу же кайра чакыртып алуу
# Title of the form for the answer to a request.
request-form-answer = Суроо-талапка жооп

## Parts of a request

# Heading of a part of a request.
request-section-authorities = Органдар
# Heading of a part of a request.
request-section-matter = Иш жүргүзүү жана жагдайлар
# Heading of a part of a request.
request-section-help = Эмне суралат
# Heading of a part of a request: on what ground it is asked where no treaty obliges.
request-section-ground = Кандай негизде суралат
# Heading of a part of a request.
request-section-handling = Бул суроо-талапты аткаруу тартиби
# Heading of a part of a request.
request-section-annexes = Тиркемелер
# Heading of a part of a request.
request-section-emergency = Өзгөчө кырдаал
# Heading of a part of a request.
request-section-hearing = Сурак
# Heading of a part of a request.
request-section-order = Чечим
# Heading of a part of a request.
request-section-property = Мүлк
# Heading of a part of a request.
request-section-letter = Бул каттын мазмуну

## What the print leaves room for

# Label of the place for the signature on the print.
request-place-signature = Кол тамга
# Label of the place for the official seal on the print.
request-place-seal = Расмий мөөр
# Label of the place for the number of the outgoing register.
request-place-register-number = Каттоо номери
# Label of the place for the stamp of receipt.
request-place-date-received = Алынган датасы

## What can be chosen

# A choice: a new preservation.
request-value-new = Жаңы сактоо
# A choice: a preservation is renewed.
request-value-renewal = Мурдагы сактоону узартуу
# A choice: whether the own State has ordered the measure.
request-value-order-attached = Чечим чыгарылган; көчүрмөсү тиркелет
# A choice: whether the own State has ordered the measure.
request-value-order-not-needed = Суроо-талап жөнөткөн мамлекеттин мыйзамы чечимди талап кылбайт
# A choice: whether the request is the first one for the data.
request-value-first-request = Биринчи суроо-талап
# A choice: whether the request is the first one for the data.
request-value-after-request = Мурдагы суроо-талаптын уландысы
# A choice: whether the request is the first one for the data.
request-value-after-preservation = Маалыматты сактоонун уландысы
# A choice: through whom the request goes.
request-value-through-authority = Суроо-талап жөнөтүлгөн мамлекеттин органы
# A choice: through whom the request goes.
request-value-direct-to-provider = Түз провайдердин өзү
# A choice: through whom the request goes.
request-value-asset-recovery-network = Активдерди кайтаруу тармагы
# A choice: through whom the request goes.
request-value-intelligence-units = Каржылык чалгындоо бөлүмдөрү
# A choice: through whom the request goes.
request-value-central-authorities = Борбордук органдар
# A choice: something is not asked for.
request-value-not-asked = Суралбайт
# A choice: something is asked for.
request-value-asked = Суралат
# A choice: on what the gravity of the offence rests.
request-value-four-years-or-more = Эң жогорку жаза төрт жылга эркинен ажыратуу же андан көп
# A choice: on what the gravity of the offence rests.
request-value-on-list = Мыйзам бул чарага жол берген кылмыштардын тизмесинде бар
# A choice: what is at risk in an emergency.
request-value-risk-to-life = Адамдын өмүрүнө
# A choice: what is at risk in an emergency.
request-value-risk-to-safety = Адамдын коопсуздугуна
# A choice: in which capacity a person is heard.
request-value-witness = Күбө
# A choice: in which capacity a person is heard.
request-value-suspect = Шектүү же айыпталуучу
# A choice: in which capacity a person is heard.
request-value-victim = Жабырлануучу
# A choice: in which capacity a person is heard.
request-value-expert = Эксперт
# A choice: whether a person has consented.
request-value-consent-given = Берилген
# A choice: whether a person has consented.
request-value-consent-to-be-obtained = Суроо-талап жөнөтүлгөн мамлекет алууга тийиш
# A choice: what kind of document is served.
request-value-summons = Келүү жөнүндө чакыруу кагазы
# A choice: what kind of document is served.
request-value-decision = Өкүм же башка чечим
# A choice: what kind of document is served.
request-value-other-document = Башка документ
# A choice: which records are asked for.
request-value-known-accounts = Белгилүү эсептер боюнча
# A choice: which records are asked for.
request-value-accounts-of-person = Адамдын же уюмдун бардык эсептери боюнча
# A choice: which records are asked for.
request-value-company-records = Компания же реестр боюнча
# A choice: what the results may be used for.
request-value-lead-only = Багыт берүүчү маалымат катары гана
# A choice: what the results may be used for.
request-value-as-evidence = Далил катары
# A choice: what kind of property is concerned.
request-value-virtual-assets = Виртуалдык активдер
# A choice: what kind of property is concerned.
request-value-money-on-account = Эсептеги акча
# A choice: what kind of property is concerned.
request-value-other-property = Башка мүлк
# A choice: who controls a wallet.
request-value-hosted-wallet = Провайдер
# A choice: who controls a wallet.
request-value-own-wallet = Ээсинин өзү гана
# A choice: on what it rests that an address belongs to somebody.
request-value-attribution-confirmed = Провайдер же ээси ырастаган
# A choice: on what it rests that an address belongs to somebody.
request-value-attribution-published = Жарыяланган булакта көрсөтүлгөн
# A choice: on what it rests that an address belongs to somebody.
request-value-attribution-inferred = Тиркемеде көрсөтүлгөн ыкма менен тыянак чыгарылган
# A choice: what kind of confiscation is asked for.
request-value-own-order-asked = Суроо-талап жөнөтүлгөн мамлекеттин чечими менен
# A choice: what kind of confiscation is asked for.
request-value-foreign-order-enforced = Суроо-талап жөнөткөн мамлекеттин чечимин аткаруу менен
# A choice: how assets are to be returned.
request-value-whole-return = Толугу менен кайтаруу
# A choice: how assets are to be returned.
request-value-asset-sharing = Активдерди бөлүштүрүү
# A choice: how assets are to be returned.
request-value-victim-compensation = Жабырлануучуларга компенсация төлөө
# A choice: how a controlled delivery is carried out.
request-value-pass-intact = Жүк өзгөрүүсүз өткөрүлөт
# A choice: how a controlled delivery is carried out.
request-value-replaced-in-part = Жүктүн бир бөлүгү алмаштырылат
# A choice: how a controlled delivery is carried out.
request-value-replaced-whole = Жүк толугу менен алмаштырылат
# A choice: through which States goods pass.
request-value-no-transit = Үчүнчү мамлекетсиз
# A choice: through which States goods pass.
request-value-through-transit-states = Транзиттик мамлекеттер аркылуу
# A choice: whether the accused are in custody.
request-value-at-liberty = Эркиндикте
# A choice: whether the accused are in custody.
request-value-in-custody = Камакта
# A choice: whether the use of information is limited.
request-value-limits-set = Чектөөлөр коюлган
# A choice: whether the use of information is limited.
request-value-no-limits = Чектөөлөр коюлган эмес
# A choice: what a letter is.
request-value-supplement = Толуктоо
# A choice: what a letter is.
request-value-reminder = Эске салуу
# A choice: what a letter is.
request-value-withdrawal = Кайра чакыртып алуу
# A choice: what an answer is.
request-value-answered-in-full = Толук жооп берилди
# A choice: what an answer is.
request-value-answered-in-part = Жарым-жартылай жооп берилди
# A choice: what an answer is.
request-value-refused = Баш тартылды
# A choice: what an answer is.
request-value-postponed = Кийинкиге калтырылды

## Labels of fields

# Label of a field of a request, on the screen and on the print.
request-field-requesting-authority = Суроо-талап жөнөткөн орган
# Label of a field of a request, on the screen and on the print.
request-field-requested-authority = Суроо-талап жөнөтүлгөн орган
# Label of a field of a request, on the screen and on the print.
request-field-conducting-authority = Иш жүргүзүүчү орган
# Label of a field of a request, on the screen and on the print.
request-field-matter-nature = Иштин предмети жана стадиясы
# Label of a field of a request, on the screen and on the print.
request-field-facts-summary = Жагдайлардын кыскача баяны
# Label of a field of a request, on the screen and on the print.
request-field-facts-short = Жагдайлар кыскача
# Label of a field of a request, on the screen and on the print.
request-field-offences = Кылмыштар жана жазалар
# Label of a field of a request, on the screen and on the print.
request-field-damage = Зыян
# Label of a field of a request, on the screen and on the print.
request-field-persons = Тиешелүү адамдар жана уюмдар
# Label of a field of a request, on the screen and on the print.
request-field-provider = Маалыматты сактаган провайдер
# Label of a field of a request, on the screen and on the print.
request-field-holder = Маалыматты кармап турган
# Label of a field of a request, on the screen and on the print.
request-field-accounts = Эсептер, даректер жана транзакциялар
# Label of a field of a request, on the screen and on the print.
request-field-period = Камтылган убакыт
# Label of a field of a request, on the screen and on the print.
request-field-items = Эмне суралат
# Label of a field of a request, on the screen and on the print.
request-field-data = Сакталууга тийиш болгон маалымат
# Label of a field of a request, on the screen and on the print.
request-field-purpose = Максаты
# Label of a field of a request, on the screen and on the print.
request-field-findings = Изин издөөнүн жыйынтыктары жана башка тыянактар
# Label of a field of a request, on the screen and on the print.
request-field-tickets = Мурдагы сактоо
# Label of a field of a request, on the screen and on the print.
request-field-ways = Келишимдин ордуна негиз болгон
# Label of a field of a request, on the screen and on the print.
request-field-reciprocity-offer = Өз ара принциби боюнча сунуш
# Label of a field of a request, on the screen and on the print.
request-field-special-procedure = Каалаган тартип
# Label of a field of a request, on the screen and on the print.
request-field-special-procedure-reason = Тартиптин себеби
# Label of a field of a request, on the screen and on the print.
request-field-deadline = Жооп күтүлгөн мөөнөт
# Label of a field of a request, on the screen and on the print.
request-field-deadline-reason = Мөөнөттүн себеби
# Label of a field of a request, on the screen and on the print.
request-field-secrecy = Купуя сакталсын
# Label of a field of a request, on the screen and on the print.
request-field-secrecy-reason = Купуялуулуктун себеби
# Label of a field of a request, on the screen and on the print.
request-field-signatory = Кол койгон
# Label of a field of a request, on the screen and on the print.
request-field-exhibits = Тиркелген документтер
# Label of a field of a request, on the screen and on the print.
request-field-reply-contact = Тез жооп берүү үчүн байланыш
# Label of a field of a request, on the screen and on the print.
request-field-renewal = Жаңы же узартуу
# Label of a field of a request, on the screen and on the print.
request-field-preservation-need = Маалымат эмне үчүн азыр сакталышы керек
# Label of a field of a request, on the screen and on the print.
request-field-intent-to-follow-up = Маалымат боюнча суроо-талап кийин жөнөтүлөт
# Label of a field of a request, on the screen and on the print.
request-field-keep-days = Маалыматты сактоо мөөнөтү, күн
# Label of a field of a request, on the screen and on the print.
request-field-use-undertaking = Пайдалануу жөнүндө милдеттенме
# Label of a field of a request, on the screen and on the print.
request-field-costs = Чыгымдар
# Label of a field of a request, on the screen and on the print.
request-field-earlier-requests = Мурдагы суроо-талаптар жана байланыштар
# Label of a field of a request, on the screen and on the print.
request-field-least-intrusive = Жеңилирээк чара эмне үчүн жетишсиз
# Label of a field of a request, on the screen and on the print.
request-field-own-order = Суроо-талап жөнөткөн мамлекеттеги чечим
# Label of a field of a request, on the screen and on the print.
request-field-orders = Чечимдердин көчүрмөлөрү
# Label of a field of a request, on the screen and on the print.
request-field-no-order-reason = Чечим эмне үчүн керек эмес
# Label of a field of a request, on the screen and on the print.
request-field-dual-criminality = Жосунду эки тараптын тең кылмыш деп таануусу
# Label of a field of a request, on the screen and on the print.
request-field-communication = Жолу изделген байланыш
# Label of a field of a request, on the screen and on the print.
request-field-path-known = Жолдун азырынча белгилүү бөлүгү
# Label of a field of a request, on the screen and on the print.
request-field-next-provider = Жолдогу кийинки провайдер
# Label of a field of a request, on the screen and on the print.
request-field-request-status = Биринчи суроо-талап же уландысы
# Label of a field of a request, on the screen and on the print.
request-field-asked-through = Суроо жөнөтүлгөн канал
# Label of a field of a request, on the screen and on the print.
request-field-treaty-basis = Провайдерге түз кайрылуунун негизи
# Label of a field of a request, on the screen and on the print.
request-field-domestic-grounds = Суроо-талап жөнөткөн мамлекеттин мыйзамындагы негиз
# Label of a field of a request, on the screen and on the print.
request-field-content = Кабарлашуунун мазмуну
# Label of a field of a request, on the screen and on the print.
request-field-delivery = Жыйынтыктарды тапшыруу тартиби
# Label of a field of a request, on the screen and on the print.
request-field-lines = Тиешелүү линиялар жана эсептик жазуулар
# Label of a field of a request, on the screen and on the print.
request-field-measure-period = Чаранын убактысы
# Label of a field of a request, on the screen and on the print.
request-field-technique = Техникалык ыкма
# Label of a field of a request, on the screen and on the print.
request-field-availability-own = Суроо-талап жөнөткөн мамлекеттин мыйзамындагы чара
# Label of a field of a request, on the screen and on the print.
request-field-availability-other = Суроо-талап жөнөтүлгөн мамлекеттин мыйзамындагы чара
# Label of a field of a request, on the screen and on the print.
request-field-gravity = Кылмыштын оордугу
# Label of a field of a request, on the screen and on the print.
request-field-gravity-provision = Оордугун көрсөткөн ченем
# Label of a field of a request, on the screen and on the print.
request-field-safeguards = Башкалардын укуктарын коргоо
# Label of a field of a request, on the screen and on the print.
request-field-risk = Түздөн-түз коркунуч
# Label of a field of a request, on the screen and on the print.
request-field-emergency = Кырдаал эмне үчүн өзгөчө
# Label of a field of a request, on the screen and on the print.
request-field-emergency-link = Маалыматтын өзгөчө кырдаалга тиешеси
# Label of a field of a request, on the screen and on the print.
request-field-who-at-risk = Кимге коркунуч бар
# Label of a field of a request, on the screen and on the print.
request-field-when-at-risk = Зыян качан күтүлөт
# Label of a field of a request, on the screen and on the print.
request-field-second-signatory = Экинчи болуп кол койгон
# Label of a field of a request, on the screen and on the print.
request-field-person-status = Адамдын статусу
# Label of a field of a request, on the screen and on the print.
request-field-hearing-person = Суракка алынуучу адам
# Label of a field of a request, on the screen and on the print.
request-field-questions = Суроолор
# Label of a field of a request, on the screen and on the print.
request-field-rights-notice = Укуктарды түшүндүрүү
# Label of a field of a request, on the screen and on the print.
request-field-presence = Катышууну каалаган кызмат адамдары
# Label of a field of a request, on the screen and on the print.
request-field-video-wish = Видеоконференция
# Label of a field of a request, on the screen and on the print.
request-field-video-reason = Видеоконференциянын себеби
# Label of a field of a request, on the screen and on the print.
request-field-hearing-time = Сурактын убактысы
# Label of a field of a request, on the screen and on the print.
request-field-hearing-time-there = Суроо-талап жөнөтүлгөн мамлекеттеги ошол эле убакыт
# Label of a field of a request, on the screen and on the print.
request-field-other-times = Башка мүмкүн болгон убакыттар
# Label of a field of a request, on the screen and on the print.
request-field-link = Техникалык байланыш
# Label of a field of a request, on the screen and on the print.
request-field-hearing-law = Суракка колдонулуучу мыйзам
# Label of a field of a request, on the screen and on the print.
request-field-taking-part = Катышуучулар
# Label of a field of a request, on the screen and on the print.
request-field-interpretation = Оозеки котормо
# Label of a field of a request, on the screen and on the print.
request-field-person-consent = Адамдын макулдугу
# Label of a field of a request, on the screen and on the print.
request-field-served-person = Документ тапшырылуучу адам
# Label of a field of a request, on the screen and on the print.
request-field-served-documents = Тапшырылуучу документтер
# Label of a field of a request, on the screen and on the print.
request-field-document-kind = Документтин түрү
# Label of a field of a request, on the screen and on the print.
request-field-documents-summary = Документтердин мазмуну
# Label of a field of a request, on the screen and on the print.
request-field-appearance-date = Келүү күнү
# Label of a field of a request, on the screen and on the print.
request-field-appearance-place = Келүү жери жана сааты
# Label of a field of a request, on the screen and on the print.
request-field-document-language = Документтердин тили
# Label of a field of a request, on the screen and on the print.
request-field-proof-of-service = Тапшырылганын ырастоонун каалаган түрү
# Label of a field of a request, on the screen and on the print.
request-field-safe-conduct = Адамга берилүүчү кепилдик
# Label of a field of a request, on the screen and on the print.
request-field-detained-person = Камактагы адам
# Label of a field of a request, on the screen and on the print.
request-field-consents = Жазуу жүзүндөгү макулдук
# Label of a field of a request, on the screen and on the print.
request-field-consent-asking = Макулдук кантип алынышы керек
# Label of a field of a request, on the screen and on the print.
request-field-presence-need = Катышуусу эмне үчүн керек
# Label of a field of a request, on the screen and on the print.
request-field-transfer-period = Өткөрүп берүү мөөнөтү
# Label of a field of a request, on the screen and on the print.
request-field-custody-place = Камакта кармоо жери
# Label of a field of a request, on the screen and on the print.
request-field-custody-credit = Камакта кармоо убактысын жазага эсептөө
# Label of a field of a request, on the screen and on the print.
request-field-return-undertaking = Адамды кайтарып берүү милдеттенмеси
# Label of a field of a request, on the screen and on the print.
request-field-escort = Коштоо жана жол
# Label of a field of a request, on the screen and on the print.
request-field-search-places = Тинтүү жүргүзүлүүчү жерлер
# Label of a field of a request, on the screen and on the print.
request-field-search-items = Изделген буюмдар жана маалымат
# Label of a field of a request, on the screen and on the print.
request-field-search-grounds = Алар ошол жерде деп эсептөөнүн негиздери
# Label of a field of a request, on the screen and on the print.
request-field-device-handling = Түзмөктөр жана маалымат менен иштөө тартиби
# Label of a field of a request, on the screen and on the print.
request-field-record-kind = Тиешелүү маалыматтар
# Label of a field of a request, on the screen and on the print.
request-field-record-holder = Банк, компания же реестр
# Label of a field of a request, on the screen and on the print.
request-field-bank-accounts = Банк эсептери
# Label of a field of a request, on the screen and on the print.
request-field-bank-secrecy = Банк сыры
# Label of a field of a request, on the screen and on the print.
request-field-assets = Изи изделүүчү мүлк
# Label of a field of a request, on the screen and on the print.
request-field-asset-links = Байланыштар жана алардын булактары
# Label of a field of a request, on the screen and on the print.
request-field-actions-wanted = Каалаган аракеттер
# Label of a field of a request, on the screen and on the print.
request-field-result-use = Жыйынтыктарды пайдалануу
# Label of a field of a request, on the screen and on the print.
request-field-value = Наркы же эң жогорку сумма
# Label of a field of a request, on the screen and on the print.
request-field-property-kind = Мүлктүн түрү
# Label of a field of a request, on the screen and on the print.
request-field-property = Тиешелүү мүлк
# Label of a field of a request, on the screen and on the print.
request-field-property-place = Мүлктүн турган жери
# Label of a field of a request, on the screen and on the print.
request-field-property-holder = Мүлктү кармап турган
# Label of a field of a request, on the screen and on the print.
request-field-wallets = Капчыктар, даректер жана транзакциялар
# Label of a field of a request, on the screen and on the print.
request-field-wallet-control = Капчык кимдин көзөмөлүндө
# Label of a field of a request, on the screen and on the print.
request-field-attribution = Таандык экенин аныктоонун негизи
# Label of a field of a request, on the screen and on the print.
request-field-asset-amount = Виртуалдык активдердин өлчөмү
# Label of a field of a request, on the screen and on the print.
request-field-value-time = Баалоо убактысы
# Label of a field of a request, on the screen and on the print.
request-field-value-source = Баанын булагы
# Label of a field of a request, on the screen and on the print.
request-field-custody-plan = Сактоо планы
# Label of a field of a request, on the screen and on the print.
request-field-release-risk = Чыгып кетүү же жоготуу коркунучу
# Label of a field of a request, on the screen and on the print.
request-field-freeze-days = Чараны сактоо мөөнөтү, күн
# Label of a field of a request, on the screen and on the print.
request-field-confiscation-intent = Кийин боло турган конфискациялоо
# Label of a field of a request, on the screen and on the print.
request-field-grounds-for-order = Суроо-талап жөнөтүлгөн мамлекеттин чечими үчүн жагдайлар
# Label of a field of a request, on the screen and on the print.
request-field-third-party-notice = Үчүнчү жактарга билдирүү
# Label of a field of a request, on the screen and on the print.
request-field-confiscation-kind = Конфискациялоонун түрү
# Label of a field of a request, on the screen and on the print.
request-field-order-copies = Аткарылууга тийиш болгон чечим
# Label of a field of a request, on the screen and on the print.
request-field-finality = Чечимдин мыйзамдуу күчүнө киргени
# Label of a field of a request, on the screen and on the print.
request-field-extent = Аткаруунун көлөмү
# Label of a field of a request, on the screen and on the print.
request-field-due-process = Тийиштүү сот процессинин сакталышы
# Label of a field of a request, on the screen and on the print.
request-field-return-basis = Кайтаруунун укуктук негизи
# Label of a field of a request, on the screen and on the print.
request-field-return-kind = Кайтаруунун түрү
# Label of a field of a request, on the screen and on the print.
request-field-confiscation-reference = Негиз болгон конфискациялоо
# Label of a field of a request, on the screen and on the print.
request-field-share = Талап кылынган үлүш жана анын себеби
# Label of a field of a request, on the screen and on the print.
request-field-victims = Жабырлануучулар
# Label of a field of a request, on the screen and on the print.
request-field-receiving-account = Кабыл алуучу эсеп
# Label of a field of a request, on the screen and on the print.
request-field-account-owner = Ошол эсептин ээси
# Label of a field of a request, on the screen and on the print.
request-field-end-use = Кайтарылган активдерди пайдалануу
# Label of a field of a request, on the screen and on the print.
request-field-draft-agreement = Макулдашуунун долбоору
# Label of a field of a request, on the screen and on the print.
request-field-team-aim = Биргелешкен тергөөнүн максаты
# Label of a field of a request, on the screen and on the print.
request-field-members-own = Суроо-талап жөнөткөн мамлекеттен мүчөлөр
# Label of a field of a request, on the screen and on the print.
request-field-members-other = Суроо-талап жөнөтүлгөн мамлекеттен каалаган мүчөлөр
# Label of a field of a request, on the screen and on the print.
request-field-team-lead = Жетекчилик
# Label of a field of a request, on the screen and on the print.
request-field-team-term = Топтун иштөө мөөнөтү
# Label of a field of a request, on the screen and on the print.
request-field-evidence-rules = Далилдердин эрежелери
# Label of a field of a request, on the screen and on the print.
request-field-powers-abroad = Кызмат адамдарынын чет өлкөдөгү ыйгарым укуктары
# Label of a field of a request, on the screen and on the print.
request-field-liability = Зыян үчүн жоопкерчилик
# Label of a field of a request, on the screen and on the print.
request-field-goods = Жүк
# Label of a field of a request, on the screen and on the print.
request-field-delivery-method = Жеткирүү ыкмасы
# Label of a field of a request, on the screen and on the print.
request-field-route = Багыт
# Label of a field of a request, on the screen and on the print.
request-field-stops = Аялдамалар жана тапшыруу жерлери
# Label of a field of a request, on the screen and on the print.
request-field-delivery-period = Жеткирүү убактысы
# Label of a field of a request, on the screen and on the print.
request-field-transit = Транзит
# Label of a field of a request, on the screen and on the print.
request-field-transit-authorities = Транзиттик мамлекеттердин органдары
# Label of a field of a request, on the screen and on the print.
request-field-transit-consents = Ар бир транзиттик мамлекеттин макулдугу
# Label of a field of a request, on the screen and on the print.
request-field-surveillance = Жүккө көз салуу
# Label of a field of a request, on the screen and on the print.
request-field-abort = Жеткирүү качан токтотулат
# Label of a field of a request, on the screen and on the print.
request-field-prosecution = Ким куугунтуктайт
# Label of a field of a request, on the screen and on the print.
request-field-accused = Шектүүлөр же айыпталуучулар
# Label of a field of a request, on the screen and on the print.
request-field-custody-state = Камакта кармоо
# Label of a field of a request, on the screen and on the print.
request-field-custody-until = Камакта кармоонун аякташы
# Label of a field of a request, on the screen and on the print.
request-field-transfer-reason = Куугунтук эмне үчүн өткөрүлүп берилиши керек
# Label of a field of a request, on the screen and on the print.
request-field-decision-wanted = Каалаган чечим
# Label of a field of a request, on the screen and on the print.
request-field-file-inventory = Иш кагаздарынын тизмеси
# Label of a field of a request, on the screen and on the print.
request-field-file-language = Иштин тили
# Label of a field of a request, on the screen and on the print.
request-field-limitation = Эскирүү мөөнөттөрү
# Label of a field of a request, on the screen and on the print.
request-field-own-proceedings = Суроо-талап жөнөткөн мамлекеттеги иш жүргүзүү
# Label of a field of a request, on the screen and on the print.
request-field-sending-authority = Маалымат берүүчү орган
# Label of a field of a request, on the screen and on the print.
request-field-receiving-authority = Маалымат алуучу орган
# Label of a field of a request, on the screen and on the print.
request-field-information = Берилген маалымат
# Label of a field of a request, on the screen and on the print.
request-field-suggested-use = Алуучу мамлекет аны менен эмне кыла алат
# Label of a field of a request, on the screen and on the print.
request-field-use-limits = Пайдаланууну чектөө
# Label of a field of a request, on the screen and on the print.
request-field-use-limits-text = Чектөөлөрдүн тексти
# Label of a field of a request, on the screen and on the print.
request-field-letter-kind = Каттын түрү
# Label of a field of a request, on the screen and on the print.
request-field-parent = Шилтеме кылынган суроо-талап
# Label of a field of a request, on the screen and on the print.
request-field-supplement-text = Кошумча маалымат
# Label of a field of a request, on the screen and on the print.
request-field-status-asked = Суралган абал
# Label of a field of a request, on the screen and on the print.
request-field-withdrawal-reason = Кайра чакыртып алуунун себеби
# Label of a field of a request, on the screen and on the print.
request-field-withdrawal-effects = Жыйынтыктар жана чаралар менен эмне болот
# Label of a field of a request, on the screen and on the print.
request-field-answering-authority = Жооп берүүчү орган
# Label of a field of a request, on the screen and on the print.
request-field-asking-authority = Сураган орган
# Label of a field of a request, on the screen and on the print.
request-field-executing-authority = Суроо-талапты аткарган орган
# Label of a field of a request, on the screen and on the print.
request-field-answer-kind = Жооптун түрү
# Label of a field of a request, on the screen and on the print.
request-field-result = Жыйынтык
# Label of a field of a request, on the screen and on the print.
request-field-open-part = Эмне аткарылган жок жана эмне үчүн
# Label of a field of a request, on the screen and on the print.
request-field-refusal-reasons = Баш тартуунун себептери
# Label of a field of a request, on the screen and on the print.
request-field-postponement-reasons = Кийинкиге калтыруунун себептери
# Label of a field of a request, on the screen and on the print.
request-field-postponed-until = Кайра колго алынуучу дата
# Label of a field of a request, on the screen and on the print.
request-field-consultation = Чечимдин алдындагы кеңешүү
# Label of a field of a request, on the screen and on the print.
request-field-returned-objects = Кайтарылууга тийиш болгон буюмдар

## Words on every print of a request

# Word or sentence on the print of a request.
request-twin-reference = Номери
# Word or sentence on the print of a request.
request-twin-version = Нуска
# Word or sentence on the print of a request.
request-twin-digest = Бул нусканын SHA-256 мааниси
# Word or sentence on the print of a request.
request-twin-date = Датасы
# Word or sentence on the print of a request.
request-twin-requesting-state = Суроо-талап жөнөткөн мамлекет
# Word or sentence on the print of a request.
request-twin-requested-state = Суроо-талап жөнөтүлгөн мамлекет
# Word or sentence on the print of a request.
request-twin-legal-basis = Укуктук негиз
# Word or sentence on the print of a request.
request-twin-articles = Беренелер
# Word or sentence on the print of a request.
request-twin-no-obligation = Эки мамлекеттин ортосунда күчүндө турган, суроо-талап жөнөтүлгөн мамлекетти бул чарага милдеттендирген келишим белгилүү эмес. Ал төмөндө көрсөтүлгөн негизде суралат.
# Word or sentence on the print of a request.
request-twin-asked-instead = Ушул негизде суралат
# Word or sentence on the print of a request.
request-twin-asked-under-general-clause = Бул чарага милдеттендирбеген жалпы жобо боюнча суралат
# Word or sentence on the print of a request.
request-twin-official-name-unknown = Расмий аталышы ырасталууга тийиш
# Word or sentence on the print of a request.
request-twin-annexes = Тиркемелер
# Word or sentence on the print of a request.
request-twin-annex-number = Номери
# Word or sentence on the print of a request.
request-twin-annex-title = Аталышы
# Word or sentence on the print of a request.
request-twin-annex-sha256 = SHA-256
# Word or sentence on the print of a request.
request-twin-advance-copy = Алдын ала жөнөтүлгөн көчүрмө. Кол коюлган түп нуска кийин жөнөтүлөт.
# Word or sentence on the print of a request.
request-twin-original = Түп нуска
# Word or sentence on the print of a request.
request-twin-exercise = ОКУУ-МАШЫГУУ — чыныгы суроо-талап эмес
# Word or sentence on the print of a request.
request-twin-from = Башталышы
# Word or sentence on the print of a request.
request-twin-to = Аякташы
# Word or sentence on the print of a request.
request-twin-kept-until = Сактоонун акыркы күнү
# Word or sentence on the print of a request.
request-twin-yes = Ооба
# Word or sentence on the print of a request.
request-twin-no = Жок
# Word or sentence on the print of a request.
request-twin-name = Аты
# Word or sentence on the print of a request.
request-twin-unit = Бөлүм
# Word or sentence on the print of a request.
request-twin-role = Статусу
# Word or sentence on the print of a request.
request-twin-born = Туулган же түзүлгөн датасы жана жери
# Word or sentence on the print of a request.
request-twin-nationality = Жарандыгы же катталган мамлекети
# Word or sentence on the print of a request.
request-twin-address = Дареги
# Word or sentence on the print of a request.
request-twin-occupation = Кесиби же ишмердиги
# Word or sentence on the print of a request.
request-twin-registration = Документтин же каттоонун номери
# Word or sentence on the print of a request.
request-twin-network = Тармак же платформа
# Word or sentence on the print of a request.
request-twin-provision = Ченем
# Word or sentence on the print of a request.
request-twin-provision-text = Тексти
# Word or sentence on the print of a request.
request-twin-max-penalty = Эң жогорку жаза, жыл
# Word or sentence on the print of a request.
request-twin-conduct = Жосун
# Word or sentence on the print of a request.
request-twin-item = Суралат
# Word or sentence on the print of a request.
request-twin-link = Эмне үчүн маанилүү
# Word or sentence on the print of a request.
request-twin-offence = Кылмыш
# Word or sentence on the print of a request.
request-twin-account = Эсеп
# Word or sentence on the print of a request.
request-twin-machine-readable = Бул суроо-талаптын машина окуй турган көчүрмөсү ушул файлга тиркелген.
# Word or sentence on the print of a request.
request-twin-basis-provides = Бул чараны карайт.
# Word or sentence on the print of a request.
request-twin-basis-carries = Жардам көрсөтүүнүн жалпы милдети бул чараны камтыйт.
# Word or sentence on the print of a request.
request-twin-basis-between = Эки мамлекеттин ортосундагы жардамды жөнгө салат.
# Word or sentence on the print of a request.
request-twin-way = Негиз
# Word or sentence on the print of a request.
request-twin-way-name = Мыйзам, тармак же орган
# Word or sentence on the print of a request.
request-twin-provisions = Жоболор
# Word or sentence on the print of a request.
request-twin-identifier-kind = Түрү
# Word or sentence on the print of a request.
request-twin-identifier = Идентификатор

# Word or sentence on the print of a request.
request-twin-identifier-at = Колдонулган учуру

# Word or sentence on the print of a request.
request-twin-identifier-port = Порт
# Sentence on an acknowledgement. $ticket is the number of the preservation, $until its last day.
request-twin-preserved = Суроо-талапта көрсөтүлгөн маалымат { $ticket } номери менен сакталат; сактоонун акыркы күнү: { $until }. Узагыраак сактоо керек болсо, узартуу ошол күнгө чейин суралат.

## Kinds of identifiers on the print

# Kind of an identifier, in a table on the print.
request-identifier-address = Дарек
# Kind of an identifier, in a table on the print.
request-identifier-transaction = Транзакция
# Kind of an identifier, in a table on the print.
request-identifier-account = Эсеп
# Kind of an identifier, in a table on the print.
request-identifier-e-mail = Электрондук почта дареги
# Kind of an identifier, in a table on the print.
request-identifier-ip = IP дареги
# Kind of an identifier, in a table on the print.
request-identifier-iban = IBAN
# Kind of an identifier, in a table on the print.
request-identifier-domain = Домендин аталышы
# Kind of an identifier, in a table on the print.
request-identifier-telephone = Телефон номери

# Kind of an identifier, in a table on the print.
request-identifier-url = Веб-дарек

# Kind of an identifier, in a table on the print.
request-identifier-card = Төлөм картасы

# Kind of an identifier, in a table on the print.
request-identifier-imei = Мобилдик түзүлүш (IMEI)

# Kind of an identifier, in a table on the print.
request-identifier-mac = Тармак интерфейси (MAC)

## Grounds on which something is asked where no instrument obliges, on the print

# A ground, in a table on the print.
request-way-general-clause = Бул чарага милдеттендирбеген документтин жалпы жобосу
# A ground, in a table on the print.
request-way-reciprocity = Өз ара принциби
# A ground, in a table on the print.
request-way-domestic-provision = Суроо-талап жөнөтүлгөн мамлекеттин өз мыйзамы
# A ground, in a table on the print.
request-way-contact-points = Күнү-түнү иштеген байланыш пункттары
# A ground, in a table on the print.
request-way-police = Полициянын кызматташтыгы
# A ground, in a table on the print.
request-way-financial-intelligence = Каржылык чалгындоо бөлүмдөрүнүн кызматташтыгы
# A ground, in a table on the print.
request-way-asset-recovery = Активдерди кайтаруу тармагы
# A ground, in a table on the print.
request-way-other-network = Органдардын тармагы
# A ground, in a table on the print.
request-way-provider = Провайдердин өз эрки

## Where a request stands

# Where a request stands.
request-stage-drafted = Долбоор
# Where a request stands.
request-stage-reviewed = Текшерилди
# Where a request stands.
request-stage-approved = Макулданды
# Where a request stands.
request-stage-issued = Чыгарылды
# Where a request stands.
request-stage-advance-copy-sent = Алдын ала көчүрмө жөнөтүлдү
# Where a request stands.
request-stage-original-dispatched = Түп нуска жөнөтүлдү
# Where a request stands.
request-stage-advance-copy-received = Алдын ала көчүрмө алынды
# Where a request stands.
request-stage-original-received = Түп нуска алынды
# Where a request stands.
request-stage-acknowledged = Алынганы ырасталды
# Where a request stands.
request-stage-questioned = Ачык суроо
# Where a request stands.
request-stage-answered = Суроого жооп берилди
# Where a request stands.
request-stage-accepted = Аткарууга кабыл алынды
# Where a request stands.
request-stage-assigned = Аткарууга берилди
# Where a request stands.
request-stage-executed-in-part = Жарым-жартылай аткарылды
# Where a request stands.
request-stage-executed = Аткарылды
# Where a request stands.
request-stage-postponed = Кийинкиге калтырылды
# Where a request stands.
request-stage-refused = Баш тартылды
# Where a request stands.
request-stage-withdrawn = Кайтарып алынды
# Where a request stands.
request-stage-closed = Жабылды

## Statistics, on the screen and on paper

# Title of a sheet with figures.
request-statistics = Суроо-талаптардын статистикасы
# Sentence above the figures.
request-statistics-about = Сураган адам окууга укуктуу болгон иштердеги суроо-талаптар гана эсептелди, ар бири чыгарылган же келип түшкөн мезгилде. Башка кызматкердин сандары башкача болушу мүмкүн.
# Sentence above the figures.
request-statistics-days = Күндөр чыгарылганга чейин биринчи долбоордон, андан кийин чыгарылган же алынган күндөн эсептелет. Бир нече негиз боюнча баш тартылган суроо-талап алардын ар биринде эсептелет.
# Heading of a table.
request-statistics-counts = Суроо-талаптар
# Heading of a table.
request-statistics-times = Ар бир баскычка чейинки убакыт
# Heading of a table.
request-statistics-refusals = Баш тартуу негиздери
# In place of a table that has no rows.
request-statistics-none = Бул мезгилде жок.
# Heading of a column.
request-statistics-direction = Багыты
# Heading of a column.
request-statistics-measure = Чара
# Heading of a column, and label of a field above the figures: how many.
request-statistics-requests = Суроо-талаптардын саны
# Heading of a column: how many were carried over from the register that the office kept before.
request-statistics-carried-over = Эски реестрден
# Heading of a column.
request-statistics-pending = Аткарылууда
# Heading of a column.
request-statistics-stage = Баскыч
# Heading of a column.
request-statistics-reached = Жеткендер
# Heading of a column.
request-statistics-median = Медиана, күн
# Heading of a column.
request-statistics-longest = Эң узак, күн
# Heading of a column.
request-statistics-ground = Негиз
# Heading of a column.
request-statistics-refused = Баш тартылды
# In the column of directions: this office asked.
request-statistics-sent = Жөнөтүлгөн
# In the column of directions: this office was asked.
request-statistics-received = Алынган
# In the column of grounds: the refusal names neither a ground nor a provision.
request-statistics-no-ground = Көрсөтүлгөн эмес
# Label of a field above the figures.
request-statistics-since = Ушул күндөн
# Label of a field above the figures.
request-statistics-until = Ушул күнгө чейин
# Label of a field above the figures.
request-statistics-on = Абалынын күнү
# Label of a field above the figures: how many cases were looked through.
request-statistics-cases = Эсептелген иштер
