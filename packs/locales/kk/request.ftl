### The words of requests that are printed. The comments for translators are those of the English file. What is not here is for screens.
### Not reviewed by a jurist or native translator of any authority: see review.toml.

## Titles of forms

# Title of the form for records of a virtual-asset service provider.
request-form-vasp-records = Цифрлық активтер бойынша қызметтер провайдеріндегі мәліметтер туралы сұрау салу
# Title of the form for expedited preservation.
request-form-preservation = Сақталған компьютерлік деректердің сақталуын жедел қамтамасыз ету туралы сұрау салу
# Title of the form for expedited disclosure of the path of a communication.
request-form-traffic-path-disclosure = Байланыс жолын жедел ашу туралы сұрау салу
# Title of the form for subscriber data.
request-form-subscriber-data = Абонент туралы мәліметтер жөнінде сұрау салу
# Title of the form for stored content of an account.
request-form-stored-content = Есептік жазбаның сақталған мазмұны туралы сұрау салу
# Title of the form for traffic data collected in real time.
request-form-real-time-traffic = Трафик туралы деректерді нақты уақыт режимінде жинау туралы сұрау салу
# Title of the form for the interception of content.
request-form-content-interception = Мазмұн туралы деректерді ұстап қалу туралы сұрау салу
# Title of the form for disclosure in an emergency.
request-form-emergency-disclosure = Төтенше жағдайда деректерді ашу туралы сұрау салу
# Title of the form for the statement of a witness, suspect, victim or expert.
request-form-statement = Жауап алу туралы сұрау салу
# Title of the form for a hearing by videoconference.
request-form-videoconference = Бейнеконференция арқылы жауап алу туралы сұрау салу
# Title of the form for the service of documents.
request-form-service-of-documents = Құжаттарды тапсыру туралы сұрау салу
# Title of the form for search and seizure.
request-form-search-and-seizure = Тінту және алу туралы сұрау салу
# Title of the form for records of banks and companies.
request-form-bank-records = Банктер мен компаниялардың мәліметтері туралы сұрау салу
# Title of the form for the tracing of proceeds.
request-form-asset-tracing = Қылмыстық кірістерді іздеу туралы сұрау салу
# Title of the form for freezing or seizure of property.
request-form-freezing = Мүлікті бұғаттау немесе оған тыйым салу туралы сұрау салу
# Title of the form for confiscation.
request-form-confiscation = Тәркілеу туралы сұрау салу
# Title of the form for the return or sharing of assets.
request-form-asset-return = Активтерді қайтару немесе бөлу туралы сұрау салу
# Title of the form for a joint investigation.
request-form-joint-investigation = Бірлескен тергеу туралы сұрау салу
# Title of the form for a controlled delivery.
request-form-controlled-delivery = Бақыланатын жеткізілім туралы сұрау салу
# Title of the form for the transfer of criminal proceedings.
request-form-transfer-of-proceedings = Қылмыстық қудалауды беру туралы сұрау салу
# Title of the form for the transfer of a detained person as a witness.
request-form-transfer-of-detained-person = Күзетпен ұсталатын адамды куә ретінде беру туралы сұрау салу
# Title of the form for information that nobody asked for.
request-form-spontaneous-information = Өз бастамасы бойынша берілетін ақпарат
# Title of the form for a letter that adds to a request, asks how it stands, or withdraws it.
request-form-supplement = Сұрау салуды толықтыру, еске салу немесе кері қайтарып алу
# Title of the form for the answer to a request.
request-form-answer = Сұрау салуға жауап

## Parts of a request

# Heading of a part of a request.
request-section-authorities = Органдар
# Heading of a part of a request.
request-section-matter = Іс жүргізу және мән-жайлар
# Heading of a part of a request.
request-section-help = Не сұралады
# Heading of a part of a request: on what ground it is asked where no treaty obliges.
request-section-ground = Қандай негізде сұралады
# Heading of a part of a request.
request-section-handling = Осы сұрау салуды орындау тәртібі
# Heading of a part of a request.
request-section-annexes = Қосымшалар
# Heading of a part of a request.
request-section-emergency = Төтенше жағдай
# Heading of a part of a request.
request-section-hearing = Жауап алу
# Heading of a part of a request.
request-section-order = Шешім
# Heading of a part of a request.
request-section-property = Мүлік
# Heading of a part of a request.
request-section-letter = Осы хаттың мазмұны

## What the print leaves room for

# Label of the place for the signature on the print.
request-place-signature = Қолтаңба
# Label of the place for the official seal on the print.
request-place-seal = Ресми мөр
# Label of the place for the number of the outgoing register.
request-place-register-number = Тіркеу нөмірі
# Label of the place for the stamp of receipt.
request-place-date-received = Алынған күні

## What can be chosen

# A choice: a new preservation.
request-value-new = Сақтаудың жаңа талабы
# A choice: a preservation is renewed.
request-value-renewal = Бұрынғы сақтауды ұзарту
# A choice: whether the own State has ordered the measure.
request-value-order-attached = Шешім шығарылған; көшірмесі қоса беріледі
# A choice: whether the own State has ordered the measure.
request-value-order-not-needed = Сұрау салушы тараптың заңы шешімді талап етпейді
# A choice: whether the request is the first one for the data.
request-value-first-request = Алғашқы сұрау салу
# A choice: whether the request is the first one for the data.
request-value-after-request = Бұрынғы сұрау салудың жалғасы
# A choice: whether the request is the first one for the data.
request-value-after-preservation = Деректерді сақтаудың жалғасы
# A choice: through whom the request goes.
request-value-through-authority = Сұрау салынатын тараптың органы
# A choice: through whom the request goes.
request-value-direct-to-provider = Тікелей провайдер
# A choice: through whom the request goes.
request-value-asset-recovery-network = Активтерді қайтару желісі
# A choice: through whom the request goes.
request-value-intelligence-units = Қаржылық барлау бөлімшелері
# A choice: through whom the request goes.
request-value-central-authorities = Орталық органдар
# A choice: something is not asked for.
request-value-not-asked = Сұралмайды
# A choice: something is asked for.
request-value-asked = Сұралады
# A choice: on what the gravity of the offence rests.
request-value-four-years-or-more = Ең жоғары жаза төрт жылға бас бостандығынан айыру немесе одан көп
# A choice: on what the gravity of the offence rests.
request-value-on-list = Заң бұл шараға жол беретін қылмыстар тізбесінде бар
# A choice: what is at risk in an emergency.
request-value-risk-to-life = Адамның өміріне
# A choice: what is at risk in an emergency.
request-value-risk-to-safety = Адамның қауіпсіздігіне
# A choice: in which capacity a person is heard.
request-value-witness = Куә
# A choice: in which capacity a person is heard.
request-value-suspect = Күдікті немесе айыпталушы
# A choice: in which capacity a person is heard.
request-value-victim = Жәбірленуші
# A choice: in which capacity a person is heard.
request-value-expert = Сарапшы
# A choice: whether a person has consented.
request-value-consent-given = Берілді
# A choice: whether a person has consented.
request-value-consent-to-be-obtained = Сұрау салынатын тарап алуға тиіс
# A choice: what kind of document is served.
request-value-summons = Келу туралы шақыру қағазы
# A choice: what kind of document is served.
request-value-decision = Үкім немесе өзге шешім
# A choice: what kind of document is served.
request-value-other-document = Өзге құжат
# A choice: which records are asked for.
request-value-known-accounts = Белгілі шоттар бойынша
# A choice: which records are asked for.
request-value-accounts-of-person = Адамның немесе ұйымның барлық шоттары бойынша
# A choice: which records are asked for.
request-value-company-records = Компания немесе тізілім бойынша
# A choice: what the results may be used for.
request-value-lead-only = Бағдар ретінде ғана
# A choice: what the results may be used for.
request-value-as-evidence = Дәлелдеме ретінде
# A choice: what kind of property is concerned.
request-value-virtual-assets = Цифрлық активтер
# A choice: what kind of property is concerned.
request-value-money-on-account = Шоттағы ақша
# A choice: what kind of property is concerned.
request-value-other-property = Өзге мүлік
# A choice: who controls a wallet.
request-value-hosted-wallet = Провайдер
# A choice: who controls a wallet.
request-value-own-wallet = Иесінің өзі ғана
# A choice: on what it rests that an address belongs to somebody.
request-value-attribution-confirmed = Провайдер немесе иесі растаған
# A choice: on what it rests that an address belongs to somebody.
request-value-attribution-published = Жарияланған дереккөзде көрсетілген
# A choice: on what it rests that an address belongs to somebody.
request-value-attribution-inferred = Қосымшада көрсетілген әдіспен анықталған
# A choice: what kind of confiscation is asked for.
request-value-own-order-asked = Сұрау салынатын тараптың шешімі бойынша
# A choice: what kind of confiscation is asked for.
request-value-foreign-order-enforced = Сұрау салушы тараптың шешімін орындау арқылы
# A choice: how assets are to be returned.
request-value-whole-return = Толық қайтару
# A choice: how assets are to be returned.
request-value-asset-sharing = Активтерді бөлу
# A choice: how assets are to be returned.
request-value-victim-compensation = Жәбірленушілерге өтемақы төлеу
# A choice: how a controlled delivery is carried out.
request-value-pass-intact = Жүк өзгеріссіз өткізіледі
# A choice: how a controlled delivery is carried out.
request-value-replaced-in-part = Жүктің бір бөлігі ауыстырылады
# A choice: how a controlled delivery is carried out.
request-value-replaced-whole = Жүк толық ауыстырылады
# A choice: through which States goods pass.
request-value-no-transit = Үшінші мемлекетсіз
# A choice: through which States goods pass.
request-value-through-transit-states = Транзит мемлекеттер арқылы
# A choice: whether the accused are in custody.
request-value-at-liberty = Бостандықта
# A choice: whether the accused are in custody.
request-value-in-custody = Қамауда
# A choice: whether the use of information is limited.
request-value-limits-set = Шектеулер белгіленген
# A choice: whether the use of information is limited.
request-value-no-limits = Шектеулер белгіленбеген
# A choice: what a letter is.
request-value-supplement = Толықтыру
# A choice: what a letter is.
request-value-reminder = Еске салу
# A choice: what a letter is.
request-value-withdrawal = Кері қайтарып алу
# A choice: what an answer is.
request-value-answered-in-full = Толық жауап берілді
# A choice: what an answer is.
request-value-answered-in-part = Ішінара жауап берілді
# A choice: what an answer is.
request-value-refused = Бас тартылды
# A choice: what an answer is.
request-value-postponed = Кейінге қалдырылды

## Labels of fields

# Label of a field of a request, on the screen and on the print.
request-field-requesting-authority = Сұрау салушы орган
# Label of a field of a request, on the screen and on the print.
request-field-requested-authority = Сұрау салу жіберілген орган
# Label of a field of a request, on the screen and on the print.
request-field-conducting-authority = Іс жүргізуді жүзеге асыратын орган
# Label of a field of a request, on the screen and on the print.
request-field-matter-nature = Іс жүргізудің мәні мен сатысы
# Label of a field of a request, on the screen and on the print.
request-field-facts-summary = Мән-жайлардың қысқаша мазмұны
# Label of a field of a request, on the screen and on the print.
request-field-facts-short = Мән-жайлар қысқаша
# Label of a field of a request, on the screen and on the print.
request-field-offences = Қылмыстық құқық бұзушылықтар және жазалар
# Label of a field of a request, on the screen and on the print.
request-field-damage = Залал
# Label of a field of a request, on the screen and on the print.
request-field-persons = Қатысты тұлғалар мен ұйымдар
# Label of a field of a request, on the screen and on the print.
request-field-provider = Мәліметтерді ұстаушы провайдер
# Label of a field of a request, on the screen and on the print.
request-field-holder = Деректерді ұстаушы
# Label of a field of a request, on the screen and on the print.
request-field-accounts = Шоттар, мекенжайлар және транзакциялар
# Label of a field of a request, on the screen and on the print.
request-field-period = Қамтылатын уақыт
# Label of a field of a request, on the screen and on the print.
request-field-items = Не сұралады
# Label of a field of a request, on the screen and on the print.
request-field-data = Сақталуға тиіс деректер
# Label of a field of a request, on the screen and on the print.
request-field-purpose = Мақсаты
# Label of a field of a request, on the screen and on the print.
request-field-findings = Іздеу нәтижелері және өзге қорытындылар
# Label of a field of a request, on the screen and on the print.
request-field-tickets = Бұрынғы сақтау
# Label of a field of a request, on the screen and on the print.
request-field-ways = Шарттың орнына негіз болатын
# Label of a field of a request, on the screen and on the print.
request-field-reciprocity-offer = Өзаралық ұсынысы
# Label of a field of a request, on the screen and on the print.
request-field-special-procedure = Қалаулы рәсім
# Label of a field of a request, on the screen and on the print.
request-field-special-procedure-reason = Рәсімнің себебі
# Label of a field of a request, on the screen and on the print.
request-field-deadline = Жауап күтілетін мерзім
# Label of a field of a request, on the screen and on the print.
request-field-deadline-reason = Мерзімнің себебі
# Label of a field of a request, on the screen and on the print.
request-field-secrecy = Құпия сақталсын
# Label of a field of a request, on the screen and on the print.
request-field-secrecy-reason = Құпиялылықтың себебі
# Label of a field of a request, on the screen and on the print.
request-field-signatory = Қол қойған
# Label of a field of a request, on the screen and on the print.
request-field-exhibits = Қоса берілген құжаттар
# Label of a field of a request, on the screen and on the print.
request-field-reply-contact = Жедел жауап үшін байланыс
# Label of a field of a request, on the screen and on the print.
request-field-renewal = Жаңа немесе ұзарту
# Label of a field of a request, on the screen and on the print.
request-field-preservation-need = Деректер неге қазір сақталуы керек
# Label of a field of a request, on the screen and on the print.
request-field-intent-to-follow-up = Деректерге сұрау салу кейін жіберіледі
# Label of a field of a request, on the screen and on the print.
request-field-keep-days = Деректерді сақтау мерзімі, күн
# Label of a field of a request, on the screen and on the print.
request-field-use-undertaking = Пайдалану туралы міндеттеме
# Label of a field of a request, on the screen and on the print.
request-field-costs = Шығыстар
# Label of a field of a request, on the screen and on the print.
request-field-earlier-requests = Бұрынғы сұрау салулар мен байланыстар
# Label of a field of a request, on the screen and on the print.
request-field-least-intrusive = Жеңілірек шара неге жеткіліксіз
# Label of a field of a request, on the screen and on the print.
request-field-own-order = Сұрау салушы тараптағы шешім
# Label of a field of a request, on the screen and on the print.
request-field-orders = Шешімдердің көшірмелері
# Label of a field of a request, on the screen and on the print.
request-field-no-order-reason = Шешім неге қажет емес
# Label of a field of a request, on the screen and on the print.
request-field-dual-criminality = Іс-әрекетті екі тараптың да қылмыс деп тануы
# Label of a field of a request, on the screen and on the print.
request-field-communication = Жолы ізделетін байланыс
# Label of a field of a request, on the screen and on the print.
request-field-path-known = Жолдың әзірге белгілі бөлігі
# Label of a field of a request, on the screen and on the print.
request-field-next-provider = Жолдағы келесі провайдер
# Label of a field of a request, on the screen and on the print.
request-field-request-status = Алғашқы сұрау салу немесе жалғасы
# Label of a field of a request, on the screen and on the print.
request-field-asked-through = Сұрау жіберілетін арна
# Label of a field of a request, on the screen and on the print.
request-field-treaty-basis = Провайдерден тікелей сұраудың негізі
# Label of a field of a request, on the screen and on the print.
request-field-domestic-grounds = Сұрау салушы тарап заңындағы негіз
# Label of a field of a request, on the screen and on the print.
request-field-content = Хабарламалардың мазмұны
# Label of a field of a request, on the screen and on the print.
request-field-delivery = Нәтижелерді тапсыру тәртібі
# Label of a field of a request, on the screen and on the print.
request-field-lines = Қатысты желілер мен есептік жазбалар
# Label of a field of a request, on the screen and on the print.
request-field-measure-period = Шараның уақыты
# Label of a field of a request, on the screen and on the print.
request-field-technique = Техникалық әдіс
# Label of a field of a request, on the screen and on the print.
request-field-availability-own = Сұрау салушы тарап заңындағы шара
# Label of a field of a request, on the screen and on the print.
request-field-availability-other = Сұрау салынатын тарап заңындағы шара
# Label of a field of a request, on the screen and on the print.
request-field-gravity = Қылмыстың ауырлығы
# Label of a field of a request, on the screen and on the print.
request-field-gravity-provision = Ауырлығын көрсететін норма
# Label of a field of a request, on the screen and on the print.
request-field-safeguards = Басқа адамдардың құқықтарын қорғау
# Label of a field of a request, on the screen and on the print.
request-field-risk = Тікелей қауіп
# Label of a field of a request, on the screen and on the print.
request-field-emergency = Жағдай неге төтенше
# Label of a field of a request, on the screen and on the print.
request-field-emergency-link = Деректердің төтенше жағдайға қатысы
# Label of a field of a request, on the screen and on the print.
request-field-who-at-risk = Кімге қауіп төніп тұр
# Label of a field of a request, on the screen and on the print.
request-field-when-at-risk = Зиян қашан күтіледі
# Label of a field of a request, on the screen and on the print.
request-field-second-signatory = Екінші болып қол қойған
# Label of a field of a request, on the screen and on the print.
request-field-person-status = Адамның мәртебесі
# Label of a field of a request, on the screen and on the print.
request-field-hearing-person = Жауап алынатын адам
# Label of a field of a request, on the screen and on the print.
request-field-questions = Сұрақтар
# Label of a field of a request, on the screen and on the print.
request-field-rights-notice = Құқықтарды түсіндіру
# Label of a field of a request, on the screen and on the print.
request-field-presence = Қатысуды қалайтын лауазымды адамдар
# Label of a field of a request, on the screen and on the print.
request-field-video-wish = Бейнеконференция
# Label of a field of a request, on the screen and on the print.
request-field-video-reason = Бейнеконференцияның себебі
# Label of a field of a request, on the screen and on the print.
request-field-hearing-time = Жауап алу уақыты
# Label of a field of a request, on the screen and on the print.
request-field-hearing-time-there = Сұрау салынатын тараптағы сол уақыт
# Label of a field of a request, on the screen and on the print.
request-field-other-times = Өзге ықтимал уақыттар
# Label of a field of a request, on the screen and on the print.
request-field-link = Техникалық байланыс
# Label of a field of a request, on the screen and on the print.
request-field-hearing-law = Жауап алуға қолданылатын заң
# Label of a field of a request, on the screen and on the print.
request-field-taking-part = Қатысушылар
# Label of a field of a request, on the screen and on the print.
request-field-interpretation = Ауызша аударма
# Label of a field of a request, on the screen and on the print.
request-field-person-consent = Адамның келісімі
# Label of a field of a request, on the screen and on the print.
request-field-served-person = Құжат тапсырылатын адам
# Label of a field of a request, on the screen and on the print.
request-field-served-documents = Тапсырылатын құжаттар
# Label of a field of a request, on the screen and on the print.
request-field-document-kind = Құжат түрі
# Label of a field of a request, on the screen and on the print.
request-field-documents-summary = Құжаттардың мазмұны
# Label of a field of a request, on the screen and on the print.
request-field-appearance-date = Келу күні
# Label of a field of a request, on the screen and on the print.
request-field-appearance-place = Келу орны мен сағаты
# Label of a field of a request, on the screen and on the print.
request-field-document-language = Құжаттардың тілі
# Label of a field of a request, on the screen and on the print.
request-field-proof-of-service = Тапсырылғанын растаудың қалаулы түрі
# Label of a field of a request, on the screen and on the print.
request-field-safe-conduct = Адамға берілетін кепілдік
# Label of a field of a request, on the screen and on the print.
request-field-detained-person = Күзетпен ұсталатын адам
# Label of a field of a request, on the screen and on the print.
request-field-consents = Жазбаша келісім
# Label of a field of a request, on the screen and on the print.
request-field-consent-asking = Келісім қалай алынуы керек
# Label of a field of a request, on the screen and on the print.
request-field-presence-need = Қатысуы неге қажет
# Label of a field of a request, on the screen and on the print.
request-field-transfer-period = Беру мерзімі
# Label of a field of a request, on the screen and on the print.
request-field-custody-place = Күзетпен ұстау орны
# Label of a field of a request, on the screen and on the print.
request-field-custody-credit = Күзетпен ұстау уақытын жазаға есептеу
# Label of a field of a request, on the screen and on the print.
request-field-return-undertaking = Адамды қайтару туралы міндеттеме
# Label of a field of a request, on the screen and on the print.
request-field-escort = Айдауылдау және жол
# Label of a field of a request, on the screen and on the print.
request-field-search-places = Тінту жүргізілетін орындар
# Label of a field of a request, on the screen and on the print.
request-field-search-items = Ізделетін заттар мен деректер
# Label of a field of a request, on the screen and on the print.
request-field-search-grounds = Олар сол жерде деп санауға негіздер
# Label of a field of a request, on the screen and on the print.
request-field-device-handling = Құрылғылармен және деректермен жұмыс тәртібі
# Label of a field of a request, on the screen and on the print.
request-field-record-kind = Қатысты мәліметтер
# Label of a field of a request, on the screen and on the print.
request-field-record-holder = Банк, компания немесе тізілім
# Label of a field of a request, on the screen and on the print.
request-field-bank-accounts = Банк шоттары
# Label of a field of a request, on the screen and on the print.
request-field-bank-secrecy = Банк құпиясы
# Label of a field of a request, on the screen and on the print.
request-field-assets = Ізделетін мүлік
# Label of a field of a request, on the screen and on the print.
request-field-asset-links = Байланыстар және олардың дереккөздері
# Label of a field of a request, on the screen and on the print.
request-field-actions-wanted = Қалаулы әрекеттер
# Label of a field of a request, on the screen and on the print.
request-field-result-use = Нәтижелерді пайдалану
# Label of a field of a request, on the screen and on the print.
request-field-value = Құны немесе ең жоғары сома
# Label of a field of a request, on the screen and on the print.
request-field-property-kind = Мүлік түрі
# Label of a field of a request, on the screen and on the print.
request-field-property = Қатысты мүлік
# Label of a field of a request, on the screen and on the print.
request-field-property-place = Мүліктің орналасқан жері
# Label of a field of a request, on the screen and on the print.
request-field-property-holder = Мүлікті ұстаушы
# Label of a field of a request, on the screen and on the print.
request-field-wallets = Әмияндар, мекенжайлар және транзакциялар
# Label of a field of a request, on the screen and on the print.
request-field-wallet-control = Әмиян кімнің бақылауында
# Label of a field of a request, on the screen and on the print.
request-field-attribution = Тиесілілігін анықтау негізі
# Label of a field of a request, on the screen and on the print.
request-field-asset-amount = Цифрлық активтердің мөлшері
# Label of a field of a request, on the screen and on the print.
request-field-value-time = Бағалау уақыты
# Label of a field of a request, on the screen and on the print.
request-field-value-source = Баға дереккөзі
# Label of a field of a request, on the screen and on the print.
request-field-custody-plan = Сақтау жоспары
# Label of a field of a request, on the screen and on the print.
request-field-release-risk = Шығып кету немесе жоғалу қаупі
# Label of a field of a request, on the screen and on the print.
request-field-freeze-days = Шараны сақтау мерзімі, күн
# Label of a field of a request, on the screen and on the print.
request-field-confiscation-intent = Кейін болатын тәркілеу
# Label of a field of a request, on the screen and on the print.
request-field-grounds-for-order = Сұрау салынатын тарап шешімінің негізіндегі мән-жайлар
# Label of a field of a request, on the screen and on the print.
request-field-third-party-notice = Үшінші тұлғаларды хабардар ету
# Label of a field of a request, on the screen and on the print.
request-field-confiscation-kind = Тәркілеу түрі
# Label of a field of a request, on the screen and on the print.
request-field-order-copies = Орындалуға тиіс шешім
# Label of a field of a request, on the screen and on the print.
request-field-finality = Шешімнің заңды күшіне енгені
# Label of a field of a request, on the screen and on the print.
request-field-extent = Орындау көлемі
# Label of a field of a request, on the screen and on the print.
request-field-due-process = Тиісті сот рәсімінің сақталуы
# Label of a field of a request, on the screen and on the print.
request-field-return-basis = Қайтарудың құқықтық негізі
# Label of a field of a request, on the screen and on the print.
request-field-return-kind = Қайтару түрі
# Label of a field of a request, on the screen and on the print.
request-field-confiscation-reference = Негіз болатын тәркілеу
# Label of a field of a request, on the screen and on the print.
request-field-share = Талап етілетін үлес және оның себебі
# Label of a field of a request, on the screen and on the print.
request-field-victims = Жәбірленушілер
# Label of a field of a request, on the screen and on the print.
request-field-receiving-account = Қабылдайтын шот
# Label of a field of a request, on the screen and on the print.
request-field-account-owner = Сол шоттың иесі
# Label of a field of a request, on the screen and on the print.
request-field-end-use = Қайтарылған активтерді пайдалану
# Label of a field of a request, on the screen and on the print.
request-field-draft-agreement = Келісім жобасы
# Label of a field of a request, on the screen and on the print.
request-field-team-aim = Бірлескен тергеудің мақсаты
# Label of a field of a request, on the screen and on the print.
request-field-members-own = Сұрау салушы тараптан мүшелер
# Label of a field of a request, on the screen and on the print.
request-field-members-other = Сұрау салынатын тараптан қалаулы мүшелер
# Label of a field of a request, on the screen and on the print.
request-field-team-lead = Басшылық
# Label of a field of a request, on the screen and on the print.
request-field-team-term = Топтың жұмыс мерзімі
# Label of a field of a request, on the screen and on the print.
request-field-evidence-rules = Дәлелдемелер қағидалары
# Label of a field of a request, on the screen and on the print.
request-field-powers-abroad = Лауазымды адамдардың шетелдегі өкілеттіктері
# Label of a field of a request, on the screen and on the print.
request-field-liability = Залал үшін жауаптылық
# Label of a field of a request, on the screen and on the print.
request-field-goods = Жүк
# Label of a field of a request, on the screen and on the print.
request-field-delivery-method = Жеткізу әдісі
# Label of a field of a request, on the screen and on the print.
request-field-route = Бағыт
# Label of a field of a request, on the screen and on the print.
request-field-stops = Аялдамалар және тапсыру орындары
# Label of a field of a request, on the screen and on the print.
request-field-delivery-period = Жеткізу уақыты
# Label of a field of a request, on the screen and on the print.
request-field-transit = Транзит
# Label of a field of a request, on the screen and on the print.
request-field-transit-authorities = Транзит мемлекеттердің органдары
# Label of a field of a request, on the screen and on the print.
request-field-transit-consents = Әрбір транзит мемлекеттің келісімі
# Label of a field of a request, on the screen and on the print.
request-field-surveillance = Жүкті бақылау
# Label of a field of a request, on the screen and on the print.
request-field-abort = Жеткізу қашан тоқтатылады
# Label of a field of a request, on the screen and on the print.
request-field-prosecution = Кім қудалайды
# Label of a field of a request, on the screen and on the print.
request-field-accused = Күдіктілер немесе айыпталушылар
# Label of a field of a request, on the screen and on the print.
request-field-custody-state = Күзетпен ұстау
# Label of a field of a request, on the screen and on the print.
request-field-custody-until = Күзетпен ұстаудың аяқталуы
# Label of a field of a request, on the screen and on the print.
request-field-transfer-reason = Қылмыстық қудалау неге берілуі керек
# Label of a field of a request, on the screen and on the print.
request-field-decision-wanted = Қалаулы шешім
# Label of a field of a request, on the screen and on the print.
request-field-file-inventory = Іс құжаттарының тізімдемесі
# Label of a field of a request, on the screen and on the print.
request-field-file-language = Іс тілі
# Label of a field of a request, on the screen and on the print.
request-field-limitation = Ескіру мерзімдері
# Label of a field of a request, on the screen and on the print.
request-field-own-proceedings = Сұрау салушы тараптағы іс жүргізу
# Label of a field of a request, on the screen and on the print.
request-field-sending-authority = Ақпарат беретін орган
# Label of a field of a request, on the screen and on the print.
request-field-receiving-authority = Ақпарат алатын орган
# Label of a field of a request, on the screen and on the print.
request-field-information = Берілген ақпарат
# Label of a field of a request, on the screen and on the print.
request-field-suggested-use = Алушы тарап онымен не істей алады
# Label of a field of a request, on the screen and on the print.
request-field-use-limits = Пайдалануды шектеу
# Label of a field of a request, on the screen and on the print.
request-field-use-limits-text = Шектеулердің мәтіні
# Label of a field of a request, on the screen and on the print.
request-field-letter-kind = Хат түрі
# Label of a field of a request, on the screen and on the print.
request-field-parent = Сілтеме жасалған сұрау салу
# Label of a field of a request, on the screen and on the print.
request-field-supplement-text = Қосымша ақпарат
# Label of a field of a request, on the screen and on the print.
request-field-status-asked = Сұралатын жай-күй
# Label of a field of a request, on the screen and on the print.
request-field-withdrawal-reason = Кері қайтарып алу себебі
# Label of a field of a request, on the screen and on the print.
request-field-withdrawal-effects = Нәтижелер мен шаралардың тағдыры
# Label of a field of a request, on the screen and on the print.
request-field-answering-authority = Жауап беретін орган
# Label of a field of a request, on the screen and on the print.
request-field-asking-authority = Сұрау салған орган
# Label of a field of a request, on the screen and on the print.
request-field-executing-authority = Сұрау салуды орындаған орган
# Label of a field of a request, on the screen and on the print.
request-field-answer-kind = Жауап түрі
# Label of a field of a request, on the screen and on the print.
request-field-result = Нәтиже
# Label of a field of a request, on the screen and on the print.
request-field-open-part = Не орындалмады және неге
# Label of a field of a request, on the screen and on the print.
request-field-refusal-reasons = Бас тарту себептері
# Label of a field of a request, on the screen and on the print.
request-field-postponement-reasons = Кейінге қалдыру себептері
# Label of a field of a request, on the screen and on the print.
request-field-postponed-until = Қайта қолға алынатын күні
# Label of a field of a request, on the screen and on the print.
request-field-consultation = Шешім алдындағы кеңесу
# Label of a field of a request, on the screen and on the print.
request-field-returned-objects = Қайтарылуға тиіс заттар

## Words on every print of a request

# Word or sentence on the print of a request.
request-twin-reference = Нөмірі
# Word or sentence on the print of a request.
request-twin-version = Нұсқа
# Word or sentence on the print of a request.
request-twin-digest = Осы нұсқаның SHA-256 мәні
# Word or sentence on the print of a request.
request-twin-date = Күні
# Word or sentence on the print of a request.
request-twin-requesting-state = Сұрау салушы тарап
# Word or sentence on the print of a request.
request-twin-requested-state = Сұрау салынатын тарап
# Word or sentence on the print of a request.
request-twin-legal-basis = Құқықтық негіз
# Word or sentence on the print of a request.
request-twin-articles = Баптар
# Word or sentence on the print of a request.
request-twin-no-obligation = Екі мемлекет арасында қолданыстағы, сұрау салынатын тарапты осы шараға міндеттейтін шарт белгілі емес. Ол төменде көрсетілген негізде сұралады.
# Word or sentence on the print of a request.
request-twin-asked-instead = Мына негізде сұралады
# Word or sentence on the print of a request.
request-twin-asked-under-general-clause = Осы шараға міндеттемейтін жалпы ереже бойынша сұралады
# Word or sentence on the print of a request.
request-twin-official-name-unknown = Ресми атауы расталуға тиіс
# Word or sentence on the print of a request.
request-twin-annexes = Қосымшалар
# Word or sentence on the print of a request.
request-twin-annex-number = Нөмірі
# Word or sentence on the print of a request.
request-twin-annex-title = Атауы
# Word or sentence on the print of a request.
request-twin-annex-sha256 = SHA-256
# Word or sentence on the print of a request.
request-twin-advance-copy = Алдын ала жіберілетін көшірме. Қол қойылған түпнұсқа кейін жіберіледі.
# Word or sentence on the print of a request.
request-twin-original = Түпнұсқа
# Word or sentence on the print of a request.
request-twin-exercise = ОҚУ-ЖАТТЫҒУ — нақты сұрау салу емес
# Word or sentence on the print of a request.
request-twin-from = Басталуы
# Word or sentence on the print of a request.
request-twin-to = Аяқталуы
# Word or sentence on the print of a request.
request-twin-kept-until = Сақтаудың соңғы күні
# Word or sentence on the print of a request.
request-twin-yes = Иә
# Word or sentence on the print of a request.
request-twin-no = Жоқ
# Word or sentence on the print of a request.
request-twin-name = Аты
# Word or sentence on the print of a request.
request-twin-unit = Бөлімше
# Word or sentence on the print of a request.
request-twin-role = Мәртебесі
# Word or sentence on the print of a request.
request-twin-born = Туған немесе құрылған күні мен жері
# Word or sentence on the print of a request.
request-twin-nationality = Азаматтығы немесе тіркелген мемлекеті
# Word or sentence on the print of a request.
request-twin-address = Мекенжайы
# Word or sentence on the print of a request.
request-twin-occupation = Кәсібі немесе қызметі
# Word or sentence on the print of a request.
request-twin-registration = Құжат немесе тіркеу нөмірі
# Word or sentence on the print of a request.
request-twin-network = Желі немесе платформа
# Word or sentence on the print of a request.
request-twin-provision = Норма
# Word or sentence on the print of a request.
request-twin-provision-text = Мәтіні
# Word or sentence on the print of a request.
request-twin-max-penalty = Ең жоғары жаза, жыл
# Word or sentence on the print of a request.
request-twin-conduct = Іс-әрекет
# Word or sentence on the print of a request.
request-twin-item = Сұралады
# Word or sentence on the print of a request.
request-twin-link = Неге маңызды
# Word or sentence on the print of a request.
request-twin-offence = Қылмыс
# Word or sentence on the print of a request.
request-twin-account = Шот
# Word or sentence on the print of a request.
request-twin-machine-readable = Осы сұрау салудың машинамен оқылатын көшірмесі осы файлға қоса берілген.
# Word or sentence on the print of a request.
request-twin-basis-provides = Осы шараны көздейді.
# Word or sentence on the print of a request.
request-twin-basis-carries = Көмек көрсетудің жалпы міндеті осы шараны қамтиды.
# Word or sentence on the print of a request.
request-twin-basis-between = Екі мемлекет арасындағы көмекті реттейді.
# Word or sentence on the print of a request.
request-twin-way = Негіз
# Word or sentence on the print of a request.
request-twin-way-name = Заң, желі немесе орган
# Word or sentence on the print of a request.
request-twin-provisions = Ережелер
# Word or sentence on the print of a request.
request-twin-identifier-kind = Түрі
# Word or sentence on the print of a request.
request-twin-identifier = Сәйкестендіргіш

# Word or sentence on the print of a request.
request-twin-identifier-at = Пайдаланылған сәті

# Word or sentence on the print of a request.
request-twin-identifier-port = Порт
# Sentence on an acknowledgement. $ticket is the number of the preservation, $until its last day.
request-twin-preserved = Сұрау салуда көрсетілген деректер { $ticket } нөмірімен сақталады; сақтаудың соңғы күні: { $until }. Ұзағырақ сақтау қажет болса, ұзарту сол күнге дейін сұралады.

## Kinds of identifiers on the print

# Kind of an identifier, in a table on the print.
request-identifier-address = Мекенжай
# Kind of an identifier, in a table on the print.
request-identifier-transaction = Транзакция
# Kind of an identifier, in a table on the print.
request-identifier-account = Шот
# Kind of an identifier, in a table on the print.
request-identifier-e-mail = Электрондық пошта мекенжайы
# Kind of an identifier, in a table on the print.
request-identifier-ip = IP мекенжайы
# Kind of an identifier, in a table on the print.
request-identifier-iban = IBAN
# Kind of an identifier, in a table on the print.
request-identifier-domain = Домен атауы
# Kind of an identifier, in a table on the print.
request-identifier-telephone = Телефон нөмірі

# Kind of an identifier, in a table on the print.
request-identifier-url = Веб-мекенжай

# Kind of an identifier, in a table on the print.
request-identifier-card = Төлем картасы

# Kind of an identifier, in a table on the print.
request-identifier-imei = Мобильді құрылғы (IMEI)

# Kind of an identifier, in a table on the print.
request-identifier-mac = Желілік интерфейс (MAC)

## Grounds on which something is asked where no instrument obliges, on the print

# A ground, in a table on the print.
request-way-general-clause = Осы шараға міндеттемейтін құжаттың жалпы ережесі
# A ground, in a table on the print.
request-way-reciprocity = Өзаралық қағидаты
# A ground, in a table on the print.
request-way-domestic-provision = Сұрау салынатын тараптың өз заңы
# A ground, in a table on the print.
request-way-contact-points = Тәулік бойғы байланыс пункттері
# A ground, in a table on the print.
request-way-police = Полиция ынтымақтастығы
# A ground, in a table on the print.
request-way-financial-intelligence = Қаржылық барлау бөлімшелерінің ынтымақтастығы
# A ground, in a table on the print.
request-way-asset-recovery = Активтерді қайтару желісі
# A ground, in a table on the print.
request-way-other-network = Органдар желісі
# A ground, in a table on the print.
request-way-provider = Провайдердің өз еркі

## Where a request stands

# Where a request stands.
request-stage-drafted = Жоба
# Where a request stands.
request-stage-reviewed = Тексерілді
# Where a request stands.
request-stage-approved = Мақұлданды
# Where a request stands.
request-stage-issued = Шығарылды
# Where a request stands.
request-stage-advance-copy-sent = Алдын ала көшірме жіберілді
# Where a request stands.
request-stage-original-dispatched = Түпнұсқа жіберілді
# Where a request stands.
request-stage-advance-copy-received = Алдын ала көшірме алынды
# Where a request stands.
request-stage-original-received = Түпнұсқа алынды
# Where a request stands.
request-stage-acknowledged = Алынғаны расталды
# Where a request stands.
request-stage-questioned = Ашық сұрақ
# Where a request stands.
request-stage-answered = Сұраққа жауап берілді
# Where a request stands.
request-stage-accepted = Орындауға қабылданды
# Where a request stands.
request-stage-assigned = Орындауға берілді
# Where a request stands.
request-stage-executed-in-part = Ішінара орындалды
# Where a request stands.
request-stage-executed = Орындалды
# Where a request stands.
request-stage-postponed = Кейінге қалдырылды
# Where a request stands.
request-stage-refused = Бас тартылды
# Where a request stands.
request-stage-withdrawn = Қайтарып алынды
# Where a request stands.
request-stage-closed = Жабылды

## Statistics, on the screen and on paper

# Title of a sheet with figures.
request-statistics = Сұрау салулар статистикасы
# Sentence above the figures.
request-statistics-about = Тек сұраған адамның оқуға құқығы бар істердегі сұрау салулар есептелді, әрқайсысы шығарылған немесе келіп түскен кезеңде. Басқа қызметкердің сандары өзгеше болуы мүмкін.
# Sentence above the figures.
request-statistics-days = Күндер шығарылғанға дейін алғашқы жобадан, одан кейін шығарылған немесе алынған күннен есептеледі. Бірнеше негіз бойынша бас тартылған сұрау салу олардың әрқайсысында есептеледі.
# Heading of a table.
request-statistics-counts = Сұрау салулар
# Heading of a table.
request-statistics-times = Әр кезеңге дейінгі уақыт
# Heading of a table.
request-statistics-refusals = Бас тарту негіздері
# In place of a table that has no rows.
request-statistics-none = Бұл кезеңде жоқ.
# Heading of a column.
request-statistics-direction = Бағыты
# Heading of a column.
request-statistics-measure = Шара
# Heading of a column, and label of a field above the figures: how many.
request-statistics-requests = Сұрау салулар саны
# Heading of a column: how many were carried over from the register that the office kept before.
request-statistics-carried-over = Ескі тізілімнен
# Heading of a column.
request-statistics-pending = Орындалуда
# Heading of a column.
request-statistics-stage = Кезең
# Heading of a column.
request-statistics-reached = Жеткендер
# Heading of a column.
request-statistics-median = Медиана, күн
# Heading of a column.
request-statistics-longest = Ең ұзақ, күн
# Heading of a column.
request-statistics-ground = Негіз
# Heading of a column.
request-statistics-refused = Бас тартылды
# In the column of directions: this office asked.
request-statistics-sent = Жіберілген
# In the column of directions: this office was asked.
request-statistics-received = Алынған
# In the column of grounds: the refusal names neither a ground nor a provision.
request-statistics-no-ground = Көрсетілмеген
# Label of a field above the figures.
request-statistics-since = Мына күннен
# Label of a field above the figures.
request-statistics-until = Мына күнге дейін
# Label of a field above the figures.
request-statistics-on = Жай-күйі күні
# Label of a field above the figures: how many cases were looked through.
request-statistics-cases = Есептелген істер
