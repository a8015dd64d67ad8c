### The words of requests that are printed. The comments for translators are those of the English file. What is not here is for screens.
### Not reviewed by a jurist or native translator of any authority: see review.toml.

## Titles of forms

# Title of the form for records of a virtual-asset service provider.
request-form-vasp-records = Крипто-активлар айланмаси соҳасидаги хизматлар провайдеридаги маълумотлар тўғрисидаги сўров
# Title of the form for expedited preservation.
request-form-preservation = Сақланаётган компьютер ахборотининг сақланишини тезкор таъминлаш тўғрисидаги сўров
# Title of the form for expedited disclosure of the path of a communication.
request-form-traffic-path-disclosure = Алоқа йўлини тезкор ошкор қилиш тўғрисидаги сўров
# Title of the form for subscriber data.
request-form-subscriber-data = Абонент ҳақидаги маълумотлар тўғрисидаги сўров
# Title of the form for stored content of an account.
request-form-stored-content = Ҳисобнинг сақланаётган мазмуни тўғрисидаги сўров
# Title of the form for traffic data collected in real time.
request-form-real-time-traffic = Трафик маълумотларини реал вақт режимида йиғиш тўғрисидаги сўров
# Title of the form for the interception of content.
request-form-content-interception = Мазмунга оид маълумотларни тутиб олиш тўғрисидаги сўров
# Title of the form for disclosure in an emergency.
request-form-emergency-disclosure = Фавқулодда ҳолатда маълумотларни ошкор қилиш тўғрисидаги сўров
# Title of the form for the statement of a witness, suspect, victim or expert.
request-form-statement = Кўрсатув олиш тўғрисидаги сўров
# Title of the form for a hearing by videoconference.
request-form-videoconference = Видеоконференцалоқа орқали сўроқ қилиш тўғрисидаги сўров
# Title of the form for the service of documents.
request-form-service-of-documents = Ҳужжатларни топшириш тўғрисидаги сўров
# Title of the form for search and seizure.
request-form-search-and-seizure = Тинтув ва олиб қўйиш тўғрисидаги сўров
# Title of the form for records of banks and companies.
request-form-bank-records = Банклар ва компанияларнинг маълумотлари тўғрисидаги сўров
# Title of the form for the tracing of proceeds.
request-form-asset-tracing = Жиноий даромадларни кузатиш тўғрисидаги сўров
# Title of the form for freezing or seizure of property.
request-form-freezing = Мол-мулкни ишга солмай туриш ёки хатлаш тўғрисидаги сўров
# Title of the form for confiscation.
request-form-confiscation = Мусодара қилиш тўғрисидаги сўров
# Title of the form for the return or sharing of assets.
request-form-asset-return = Активларни қайтариш ёки тақсимлаш тўғрисидаги сўров
# Title of the form for a joint investigation.
request-form-joint-investigation = Қўшма тергов тўғрисидаги сўров
# Title of the form for a controlled delivery.
request-form-controlled-delivery = Назорат остида етказиб бериш тўғрисидаги сўров
# Title of the form for the transfer of criminal proceedings.
request-form-transfer-of-proceedings = Жиноий таъқибни топшириш тўғрисидаги сўров
# Title of the form for the transfer of a detained person as a witness.
request-form-transfer-of-detained-person = Қамоқда сақланаётган шахсни гувоҳ сифатида топшириш тўғрисидаги сўров
# Title of the form for information that nobody asked for.
request-form-spontaneous-information = Ўз ташаббуси билан тақдим этилган ахборот
# Title of the form for a letter that adds to a request, asks how it stands, or withdraws it.
request-form-supplement = Сўровни тўлдириш, эслатиш ёки қайтариб олиш
# Title of the form for the answer to a request.
request-form-answer = Сўровга жавоб

## Parts of a request

# Heading of a part of a request.
request-section-authorities = Органлар
# Heading of a part of a request.
request-section-matter = Иш юритуви ва ҳолатлар
# Heading of a part of a request.
request-section-help = Нима сўралмоқда
# Heading of a part of a request: on what ground it is asked where no treaty obliges.
request-section-ground = Қандай асосда сўралмоқда
# Heading of a part of a request.
request-section-handling = Ушбу сўровни ижро этиш тартиби
# Heading of a part of a request.
request-section-annexes = Иловалар
# Heading of a part of a request.
request-section-emergency = Фавқулодда ҳолат
# Heading of a part of a request.
request-section-hearing = Сўроқ
# Heading of a part of a request.
request-section-order = Қарор
# Heading of a part of a request.
request-section-property = Мол-мулк
# Heading of a part of a request.
request-section-letter = Ушбу хатнинг мазмуни

## What the print leaves room for

# Label of the place for the signature on the print.
request-place-signature = Имзо
# Label of the place for the official seal on the print.
request-place-seal = Расмий муҳр
# Label of the place for the number of the outgoing register.
request-place-register-number = Рўйхатга олиш рақами
# Label of the place for the stamp of receipt.
request-place-date-received = Қабул қилинган сана

## What can be chosen

# A choice: a new preservation.
request-value-new = Янги сақлаш
# A choice: a preservation is renewed.
request-value-renewal = Аввалги сақлашни узайтириш
# A choice: whether the own State has ordered the measure.
request-value-order-attached = Қарор чиқарилган; нусхаси илова қилинади
# A choice: whether the own State has ordered the measure.
request-value-order-not-needed = Сўров бераётган давлат қонуни қарор талаб қилмайди
# A choice: whether the request is the first one for the data.
request-value-first-request = Биринчи сўров
# A choice: whether the request is the first one for the data.
request-value-after-request = Аввалги сўровнинг давоми
# A choice: whether the request is the first one for the data.
request-value-after-preservation = Маълумотларни сақлашнинг давоми
# A choice: through whom the request goes.
request-value-through-authority = Сўров берилаётган давлат органи
# A choice: through whom the request goes.
request-value-direct-to-provider = Бевосита провайдернинг ўзи
# A choice: through whom the request goes.
request-value-asset-recovery-network = Активларни қайтариш тармоғи
# A choice: through whom the request goes.
request-value-intelligence-units = Молиявий тезкор ахборот бўлинмалари
# A choice: through whom the request goes.
request-value-central-authorities = Марказий органлар
# A choice: something is not asked for.
request-value-not-asked = Сўралмайди
# A choice: something is asked for.
request-value-asked = Сўралади
# A choice: on what the gravity of the offence rests.
request-value-four-years-or-more = Энг юқори жазо тўрт йил озодликдан маҳрум қилиш ёки ундан кўп
# A choice: on what the gravity of the offence rests.
request-value-on-list = Қонун ушбу чорани қўллашга йўл қўйган жиноятлар рўйхатида бор
# A choice: what is at risk in an emergency.
request-value-risk-to-life = Шахснинг ҳаётига
# A choice: what is at risk in an emergency.
request-value-risk-to-safety = Шахснинг хавфсизлигига
# A choice: in which capacity a person is heard.
request-value-witness = Гувоҳ
# A choice: in which capacity a person is heard.
request-value-suspect = Гумон қилинувчи ёки айбланувчи
# A choice: in which capacity a person is heard.
request-value-victim = Жабрланувчи
# A choice: in which capacity a person is heard.
request-value-expert = Эксперт
# A choice: whether a person has consented.
request-value-consent-given = Берилган
# A choice: whether a person has consented.
request-value-consent-to-be-obtained = Сўров берилаётган давлат олиши керак
# A choice: what kind of document is served.
request-value-summons = Келиш тўғрисидаги чақирув қоғози
# A choice: what kind of document is served.
request-value-decision = Ҳукм ёки бошқа қарор
# A choice: what kind of document is served.
request-value-other-document = Бошқа ҳужжат
# A choice: which records are asked for.
request-value-known-accounts = Маълум ҳисобварақлар бўйича
# A choice: which records are asked for.
request-value-accounts-of-person = Шахс ёки ташкилотнинг барча ҳисобварақлари бўйича
# A choice: which records are asked for.
request-value-company-records = Компания ёки реестр бўйича
# A choice: what the results may be used for.
request-value-lead-only = Фақат йўналтирувчи маълумот сифатида
# A choice: what the results may be used for.
request-value-as-evidence = Далил сифатида
# A choice: what kind of property is concerned.
request-value-virtual-assets = Крипто-активлар
# A choice: what kind of property is concerned.
request-value-money-on-account = Ҳисобварақдаги пул
# A choice: what kind of property is concerned.
request-value-other-property = Бошқа мол-мулк
# A choice: who controls a wallet.
request-value-hosted-wallet = Провайдер
# A choice: who controls a wallet.
request-value-own-wallet = Фақат эгасининг ўзи
# A choice: on what it rests that an address belongs to somebody.
request-value-attribution-confirmed = Провайдер ёки эгаси тасдиқлаган
# A choice: on what it rests that an address belongs to somebody.
request-value-attribution-published = Эълон қилинган манбада кўрсатилган
# A choice: on what it rests that an address belongs to somebody.
request-value-attribution-inferred = Иловада кўрсатилган усул билан хулоса қилинган
# A choice: what kind of confiscation is asked for.
request-value-own-order-asked = Сўров берилаётган давлат қарори билан
# A choice: what kind of confiscation is asked for.
request-value-foreign-order-enforced = Сўров бераётган давлат қарорини ижро этиш билан
# A choice: how assets are to be returned.
request-value-whole-return = Тўлиқ қайтариш
# A choice: how assets are to be returned.
request-value-asset-sharing = Активларни тақсимлаш
# A choice: how assets are to be returned.
request-value-victim-compensation = Жабрланувчиларга товон тўлаш
# A choice: how a controlled delivery is carried out.
request-value-pass-intact = Юк ўзгаришсиз ўтказилади
# A choice: how a controlled delivery is carried out.
request-value-replaced-in-part = Юкнинг бир қисми алмаштирилади
# A choice: how a controlled delivery is carried out.
request-value-replaced-whole = Юк тўлиқ алмаштирилади
# A choice: through which States goods pass.
request-value-no-transit = Учинчи давлатсиз
# A choice: through which States goods pass.
request-value-through-transit-states = Транзит давлатлар орқали
# A choice: whether the accused are in custody.
request-value-at-liberty = Озодликда
# A choice: whether the accused are in custody.
request-value-in-custody = Қамоқда
# A choice: whether the use of information is limited.
request-value-limits-set = Чекловлар белгиланган
# A choice: whether the use of information is limited.
request-value-no-limits = Чекловлар белгиланмаган
# A choice: what a letter is.
request-value-supplement = Тўлдириш
# A choice: what a letter is.
request-value-reminder = Эслатиш
# A choice: what a letter is.
request-value-withdrawal = Қайтариб олиш
# A choice: what an answer is.
request-value-answered-in-full = Тўлиқ жавоб берилди
# A choice: what an answer is.
request-value-answered-in-part = Қисман жавоб берилди
# A choice: what an answer is.
request-value-refused = Рад этилди
# A choice: what an answer is.
request-value-postponed = Кечиктирилди

## Labels of fields

# Label of a field of a request, on the screen and on the print.
request-field-requesting-authority = Сўров бераётган орган
# Label of a field of a request, on the screen and on the print.
request-field-requested-authority = Сўров юборилган орган
# Label of a field of a request, on the screen and on the print.
request-field-conducting-authority = Иш юритувчи орган
# Label of a field of a request, on the screen and on the print.
request-field-matter-nature = Ишнинг предмети ва босқичи
# Label of a field of a request, on the screen and on the print.
request-field-facts-summary = Ҳолатларнинг қисқача баёни
# Label of a field of a request, on the screen and on the print.
request-field-facts-short = Ҳолатлар қисқача
# Label of a field of a request, on the screen and on the print.
request-field-offences = Жиноятлар ва жазолар
# Label of a field of a request, on the screen and on the print.
request-field-damage = Зарар
# Label of a field of a request, on the screen and on the print.
request-field-persons = Алоқадор шахслар ва ташкилотлар
# Label of a field of a request, on the screen and on the print.
request-field-provider = Маълумотларни сақловчи провайдер
# Label of a field of a request, on the screen and on the print.
request-field-holder = Маълумотларни сақловчи
# Label of a field of a request, on the screen and on the print.
request-field-accounts = Ҳисобварақлар, манзиллар ва транзакциялар
# Label of a field of a request, on the screen and on the print.
request-field-period = Қамраб олинган вақт
# Label of a field of a request, on the screen and on the print.
request-field-items = Нима сўралмоқда
# Label of a field of a request, on the screen and on the print.
request-field-data = Сақланиши керак бўлган маълумотлар
# Label of a field of a request, on the screen and on the print.
request-field-purpose = Мақсад
# Label of a field of a request, on the screen and on the print.
request-field-findings = Кузатиш натижалари ва бошқа хулосалар
# Label of a field of a request, on the screen and on the print.
request-field-tickets = Аввалги сақлаш
# Label of a field of a request, on the screen and on the print.
request-field-ways = Шартнома ўрнига асос бўладиган
# Label of a field of a request, on the screen and on the print.
request-field-reciprocity-offer = Ўзаролик таклифи
# Label of a field of a request, on the screen and on the print.
request-field-special-procedure = Исталган тартиб
# Label of a field of a request, on the screen and on the print.
request-field-special-procedure-reason = Тартибнинг сабаби
# Label of a field of a request, on the screen and on the print.
request-field-deadline = Жавоб кутилаётган муддат
# Label of a field of a request, on the screen and on the print.
request-field-deadline-reason = Муддатнинг сабаби
# Label of a field of a request, on the screen and on the print.
request-field-secrecy = Махфий сақлансин
# Label of a field of a request, on the screen and on the print.
request-field-secrecy-reason = Махфийликнинг сабаби
# Label of a field of a request, on the screen and on the print.
request-field-signatory = Имзолаган
# Label of a field of a request, on the screen and on the print.
request-field-exhibits = Илова қилинган ҳужжатлар
# Label of a field of a request, on the screen and on the print.
request-field-reply-contact = Тезкор жавоб учун алоқа
# Label of a field of a request, on the screen and on the print.
request-field-renewal = Янги ёки узайтириш
# Label of a field of a request, on the screen and on the print.
request-field-preservation-need = Маълумотлар нима учун ҳозир сақланиши керак
# Label of a field of a request, on the screen and on the print.
request-field-intent-to-follow-up = Маълумотлар бўйича сўров кейин юборилади
# Label of a field of a request, on the screen and on the print.
request-field-keep-days = Маълумотларни сақлаш муддати, кун
# Label of a field of a request, on the screen and on the print.
request-field-use-undertaking = Фойдаланиш тўғрисидаги мажбурият
# Label of a field of a request, on the screen and on the print.
request-field-costs = Харажатлар
# Label of a field of a request, on the screen and on the print.
request-field-earlier-requests = Аввалги сўровлар ва алоқалар
# Label of a field of a request, on the screen and on the print.
request-field-least-intrusive = Енгилроқ чора нима учун етарли эмас
# Label of a field of a request, on the screen and on the print.
request-field-own-order = Сўров бераётган давлатдаги қарор
# Label of a field of a request, on the screen and on the print.
request-field-orders = Қарорларнинг нусхалари
# Label of a field of a request, on the screen and on the print.
request-field-no-order-reason = Қарор нима учун керак эмас
# Label of a field of a request, on the screen and on the print.
request-field-dual-criminality = Ҳаракатни жиноят деб икки томонлама тан олиш
# Label of a field of a request, on the screen and on the print.
request-field-communication = Йўли изланаётган алоқа
# Label of a field of a request, on the screen and on the print.
request-field-path-known = Йўлнинг ҳозирча маълум қисми
# Label of a field of a request, on the screen and on the print.
request-field-next-provider = Йўлдаги кейинги провайдер
# Label of a field of a request, on the screen and on the print.
request-field-request-status = Биринчи сўров ёки давоми
# Label of a field of a request, on the screen and on the print.
request-field-asked-through = Сўров юборилган канал
# Label of a field of a request, on the screen and on the print.
request-field-treaty-basis = Провайдерга бевосита мурожаат асоси
# Label of a field of a request, on the screen and on the print.
request-field-domestic-grounds = Сўров бераётган давлат қонунидаги асос
# Label of a field of a request, on the screen and on the print.
request-field-content = Хабарлашув мазмуни
# Label of a field of a request, on the screen and on the print.
request-field-delivery = Натижаларни топшириш тартиби
# Label of a field of a request, on the screen and on the print.
request-field-lines = Алоқадор линиялар ва ҳисоблар
# Label of a field of a request, on the screen and on the print.
request-field-measure-period = Чоранинг вақти
# Label of a field of a request, on the screen and on the print.
request-field-technique = Техник усул
# Label of a field of a request, on the screen and on the print.
request-field-availability-own = Сўров бераётган давлат қонунидаги чора
# Label of a field of a request, on the screen and on the print.
request-field-availability-other = Сўров берилаётган давлат қонунидаги чора
# Label of a field of a request, on the screen and on the print.
request-field-gravity = Жиноятнинг оғирлиги
# Label of a field of a request, on the screen and on the print.
request-field-gravity-provision = Оғирлигини кўрсатувчи норма
# Label of a field of a request, on the screen and on the print.
request-field-safeguards = Бошқаларнинг ҳуқуқларини ҳимоя қилиш
# Label of a field of a request, on the screen and on the print.
request-field-risk = Бевосита хавф
# Label of a field of a request, on the screen and on the print.
request-field-emergency = Ҳолат нима учун фавқулодда
# Label of a field of a request, on the screen and on the print.
request-field-emergency-link = Маълумотларнинг фавқулодда ҳолатга алоқаси
# Label of a field of a request, on the screen and on the print.
request-field-who-at-risk = Кимга хавф бор
# Label of a field of a request, on the screen and on the print.
request-field-when-at-risk = Зарар қачон кутилмоқда
# Label of a field of a request, on the screen and on the print.
request-field-second-signatory = Иккинчи имзолаган
# Label of a field of a request, on the screen and on the print.
request-field-person-status = Шахснинг мақоми
# Label of a field of a request, on the screen and on the print.
request-field-hearing-person = Сўроқ қилинадиган шахс
# Label of a field of a request, on the screen and on the print.
request-field-questions = Саволлар
# Label of a field of a request, on the screen and on the print.
request-field-rights-notice = Ҳуқуқларни тушунтириш
# Label of a field of a request, on the screen and on the print.
request-field-presence = Қатнашишни истаган мансабдор шахслар
# Label of a field of a request, on the screen and on the print.
request-field-video-wish = Видеоконференцалоқа
# Label of a field of a request, on the screen and on the print.
request-field-video-reason = Видеоконференцалоқанинг сабаби
# Label of a field of a request, on the screen and on the print.
request-field-hearing-time = Сўроқ вақти
# Label of a field of a request, on the screen and on the print.
request-field-hearing-time-there = Сўров берилаётган давлатдаги худди шу вақт
# Label of a field of a request, on the screen and on the print.
request-field-other-times = Бошқа мумкин бўлган вақтлар
# Label of a field of a request, on the screen and on the print.
request-field-link = Техник алоқа
# Label of a field of a request, on the screen and on the print.
request-field-hearing-law = Сўроққа қўлланиладиган қонун
# Label of a field of a request, on the screen and on the print.
request-field-taking-part = Қатнашувчилар
# Label of a field of a request, on the screen and on the print.
request-field-interpretation = Оғзаки таржима
# Label of a field of a request, on the screen and on the print.
request-field-person-consent = Шахснинг розилиги
# Label of a field of a request, on the screen and on the print.
request-field-served-person = Ҳужжат топшириладиган шахс
# Label of a field of a request, on the screen and on the print.
request-field-served-documents = Топшириладиган ҳужжатлар
# Label of a field of a request, on the screen and on the print.
request-field-document-kind = Ҳужжат тури
# Label of a field of a request, on the screen and on the print.
request-field-documents-summary = Ҳужжатларнинг мазмуни
# Label of a field of a request, on the screen and on the print.
request-field-appearance-date = Келиш куни
# Label of a field of a request, on the screen and on the print.
request-field-appearance-place = Келиш жойи ва соати
# Label of a field of a request, on the screen and on the print.
request-field-document-language = Ҳужжатлар тили
# Label of a field of a request, on the screen and on the print.
request-field-proof-of-service = Топширилганини тасдиқлашнинг исталган тури
# Label of a field of a request, on the screen and on the print.
request-field-safe-conduct = Шахсга бериладиган кафолат
# Label of a field of a request, on the screen and on the print.
request-field-detained-person = Қамоқда сақланаётган шахс
# Label of a field of a request, on the screen and on the print.
request-field-consents = Ёзма розилик
# Label of a field of a request, on the screen and on the print.
request-field-consent-asking = Розилик қандай олиниши керак
# Label of a field of a request, on the screen and on the print.
request-field-presence-need = Қатнашуви нима учун керак
# Label of a field of a request, on the screen and on the print.
request-field-transfer-period = Топшириш муддати
# Label of a field of a request, on the screen and on the print.
request-field-custody-place = Қамоқда сақлаш жойи
# Label of a field of a request, on the screen and on the print.
request-field-custody-credit = Қамоқда сақлаш вақтини жазога ҳисоблаш
# Label of a field of a request, on the screen and on the print.
request-field-return-undertaking = Шахсни қайтариш мажбурияти
# Label of a field of a request, on the screen and on the print.
request-field-escort = Кузатиб бориш ва йўл
# Label of a field of a request, on the screen and on the print.
request-field-search-places = Тинтув ўтказиладиган жойлар
# Label of a field of a request, on the screen and on the print.
request-field-search-items = Изланаётган ашёлар ва маълумотлар
# Label of a field of a request, on the screen and on the print.
request-field-search-grounds = Улар шу ерда деб ҳисоблаш асослари
# Label of a field of a request, on the screen and on the print.
request-field-device-handling = Қурилмалар ва маълумотлар билан ишлаш тартиби
# Label of a field of a request, on the screen and on the print.
request-field-record-kind = Тегишли маълумотлар
# Label of a field of a request, on the screen and on the print.
request-field-record-holder = Банк, компания ёки реестр
# Label of a field of a request, on the screen and on the print.
request-field-bank-accounts = Банк ҳисобварақлари
# Label of a field of a request, on the screen and on the print.
request-field-bank-secrecy = Банк сири
# Label of a field of a request, on the screen and on the print.
request-field-assets = Кузатиладиган мол-мулк
# Label of a field of a request, on the screen and on the print.
request-field-asset-links = Боғланишлар ва уларнинг манбалари
# Label of a field of a request, on the screen and on the print.
request-field-actions-wanted = Исталган ҳаракатлар
# Label of a field of a request, on the screen and on the print.
request-field-result-use = Натижалардан фойдаланиш
# Label of a field of a request, on the screen and on the print.
request-field-value = Қиймати ёки энг юқори сумма
# Label of a field of a request, on the screen and on the print.
request-field-property-kind = Мол-мулк тури
# Label of a field of a request, on the screen and on the print.
request-field-property = Тегишли мол-мулк
# Label of a field of a request, on the screen and on the print.
request-field-property-place = Мол-мулк жойлашган жой
# Label of a field of a request, on the screen and on the print.
request-field-property-holder = Мол-мулкни сақловчи
# Label of a field of a request, on the screen and on the print.
request-field-wallets = Ҳамёнлар, манзиллар ва транзакциялар
# Label of a field of a request, on the screen and on the print.
request-field-wallet-control = Ҳамён кимнинг назоратида
# Label of a field of a request, on the screen and on the print.
request-field-attribution = Мансублигини аниқлаш асоси
# Label of a field of a request, on the screen and on the print.
request-field-asset-amount = Крипто-активлар миқдори
# Label of a field of a request, on the screen and on the print.
request-field-value-time = Баҳолаш вақти
# Label of a field of a request, on the screen and on the print.
request-field-value-source = Нарх манбаси
# Label of a field of a request, on the screen and on the print.
request-field-custody-plan = Сақлаш режаси
# Label of a field of a request, on the screen and on the print.
request-field-release-risk = Чиқиб кетиш ёки йўқолиш хавфи
# Label of a field of a request, on the screen and on the print.
request-field-freeze-days = Чорани сақлаш муддати, кун
# Label of a field of a request, on the screen and on the print.
request-field-confiscation-intent = Кейин бўладиган мусодара
# Label of a field of a request, on the screen and on the print.
request-field-grounds-for-order = Сўров берилаётган давлат қарори учун ҳолатлар
# Label of a field of a request, on the screen and on the print.
request-field-third-party-notice = Учинчи шахсларни хабардор қилиш
# Label of a field of a request, on the screen and on the print.
request-field-confiscation-kind = Мусодара тури
# Label of a field of a request, on the screen and on the print.
request-field-order-copies = Ижро этилиши керак бўлган қарор
# Label of a field of a request, on the screen and on the print.
request-field-finality = Қарорнинг қонуний кучга киргани
# Label of a field of a request, on the screen and on the print.
request-field-extent = Ижро ҳажми
# Label of a field of a request, on the screen and on the print.
request-field-due-process = Суд жараёнининг тегишли тартиби сақлангани
# Label of a field of a request, on the screen and on the print.
request-field-return-basis = Қайтаришнинг ҳуқуқий асоси
# Label of a field of a request, on the screen and on the print.
request-field-return-kind = Қайтариш тури
# Label of a field of a request, on the screen and on the print.
request-field-confiscation-reference = Асос бўлган мусодара
# Label of a field of a request, on the screen and on the print.
request-field-share = Талаб қилинаётган улуш ва унинг сабаби
# Label of a field of a request, on the screen and on the print.
request-field-victims = Жабрланувчилар
# Label of a field of a request, on the screen and on the print.
request-field-receiving-account = Қабул қилувчи ҳисобварақ
# Label of a field of a request, on the screen and on the print.
request-field-account-owner = Шу ҳисобварақнинг эгаси
# Label of a field of a request, on the screen and on the print.
request-field-end-use = Қайтарилган активлардан фойдаланиш
# Label of a field of a request, on the screen and on the print.
request-field-draft-agreement = Келишув лойиҳаси
# Label of a field of a request, on the screen and on the print.
request-field-team-aim = Қўшма терговнинг мақсади
# Label of a field of a request, on the screen and on the print.
request-field-members-own = Сўров бераётган давлатдан аъзолар
# Label of a field of a request, on the screen and on the print.
request-field-members-other = Сўров берилаётган давлатдан исталган аъзолар
# Label of a field of a request, on the screen and on the print.
request-field-team-lead = Раҳбарлик
# Label of a field of a request, on the screen and on the print.
request-field-team-term = Гуруҳнинг иш муддати
# Label of a field of a request, on the screen and on the print.
request-field-evidence-rules = Далиллар қоидалари
# Label of a field of a request, on the screen and on the print.
request-field-powers-abroad = Мансабдор шахсларнинг чет элдаги ваколатлари
# Label of a field of a request, on the screen and on the print.
request-field-liability = Зарар учун жавобгарлик
# Label of a field of a request, on the screen and on the print.
request-field-goods = Юк
# Label of a field of a request, on the screen and on the print.
request-field-delivery-method = Етказиб бериш усули
# Label of a field of a request, on the screen and on the print.
request-field-route = Йўналиш
# Label of a field of a request, on the screen and on the print.
request-field-stops = Тўхташ ва топшириш жойлари
# Label of a field of a request, on the screen and on the print.
request-field-delivery-period = Етказиб бериш вақти
# Label of a field of a request, on the screen and on the print.
request-field-transit = Транзит
# Label of a field of a request, on the screen and on the print.
request-field-transit-authorities = Транзит давлатларнинг органлари
# Label of a field of a request, on the screen and on the print.
request-field-transit-consents = Ҳар бир транзит давлатнинг розилиги
# Label of a field of a request, on the screen and on the print.
request-field-surveillance = Юкни кузатиб туриш
# Label of a field of a request, on the screen and on the print.
request-field-abort = Етказиб бериш қачон тўхтатилади
# Label of a field of a request, on the screen and on the print.
request-field-prosecution = Ким таъқиб қилади
# Label of a field of a request, on the screen and on the print.
request-field-accused = Гумон қилинувчилар ёки айбланувчилар
# Label of a field of a request, on the screen and on the print.
request-field-custody-state = Қамоқда сақлаш
# Label of a field of a request, on the screen and on the print.
request-field-custody-until = Қамоқда сақлашнинг тугаши
# Label of a field of a request, on the screen and on the print.
request-field-transfer-reason = Жиноий таъқиб нима учун топширилиши керак
# Label of a field of a request, on the screen and on the print.
request-field-decision-wanted = Исталган қарор
# Label of a field of a request, on the screen and on the print.
request-field-file-inventory = Иш ҳужжатлари рўйхати
# Label of a field of a request, on the screen and on the print.
request-field-file-language = Иш тили
# Label of a field of a request, on the screen and on the print.
request-field-limitation = Жавобгарликка тортиш муддатлари
# Label of a field of a request, on the screen and on the print.
request-field-own-proceedings = Сўров бераётган давлатдаги иш юритуви
# Label of a field of a request, on the screen and on the print.
request-field-sending-authority = Ахборот берувчи орган
# Label of a field of a request, on the screen and on the print.
request-field-receiving-authority = Ахборот олувчи орган
# Label of a field of a request, on the screen and on the print.
request-field-information = Берилган ахборот
# Label of a field of a request, on the screen and on the print.
request-field-suggested-use = Олувчи давлат у билан нима қила олади
# Label of a field of a request, on the screen and on the print.
request-field-use-limits = Фойдаланишни чеклаш
# Label of a field of a request, on the screen and on the print.
request-field-use-limits-text = Чекловлар матни
# Label of a field of a request, on the screen and on the print.
request-field-letter-kind = Хат тури
# Label of a field of a request, on the screen and on the print.
request-field-parent = Ҳавола қилинган сўров
# Label of a field of a request, on the screen and on the print.
request-field-supplement-text = Қўшимча маълумот
# Label of a field of a request, on the screen and on the print.
request-field-status-asked = Сўралаётган ҳолат
# Label of a field of a request, on the screen and on the print.
request-field-withdrawal-reason = Қайтариб олиш сабаби
# Label of a field of a request, on the screen and on the print.
request-field-withdrawal-effects = Натижалар ва чоралар билан нима бўлади
# Label of a field of a request, on the screen and on the print.
request-field-answering-authority = Жавоб берувчи орган
# Label of a field of a request, on the screen and on the print.
request-field-asking-authority = Сўраган орган
# Label of a field of a request, on the screen and on the print.
request-field-executing-authority = Сўровни ижро этган орган
# Label of a field of a request, on the screen and on the print.
request-field-answer-kind = Жавоб тури
# Label of a field of a request, on the screen and on the print.
request-field-result = Натижа
# Label of a field of a request, on the screen and on the print.
request-field-open-part = Нима бажарилмади ва нима учун
# Label of a field of a request, on the screen and on the print.
request-field-refusal-reasons = Рад этиш сабаблари
# Label of a field of a request, on the screen and on the print.
request-field-postponement-reasons = Кечиктириш сабаблари
# Label of a field of a request, on the screen and on the print.
request-field-postponed-until = Қайта бошланадиган сана
# Label of a field of a request, on the screen and on the print.
request-field-consultation = Қарордан олдинги маслаҳатлашув
# Label of a field of a request, on the screen and on the print.
request-field-returned-objects = Қайтарилиши керак бўлган ашёлар

## Words on every print of a request

# Word or sentence on the print of a request.
request-twin-reference = Рақами
# Word or sentence on the print of a request.
request-twin-version = Таҳрир
# Word or sentence on the print of a request.
request-twin-digest = Ушбу таҳрирнинг SHA-256 қиймати
# Word or sentence on the print of a request.
request-twin-date = Сана
# Word or sentence on the print of a request.
request-twin-requesting-state = Сўров бераётган давлат
# Word or sentence on the print of a request.
request-twin-requested-state = Сўров берилаётган давлат
# Word or sentence on the print of a request.
request-twin-legal-basis = Ҳуқуқий асос
# Word or sentence on the print of a request.
request-twin-articles = Моддалар
# Word or sentence on the print of a request.
request-twin-no-obligation = Икки давлат ўртасида амалда бўлган, сўров берилаётган давлатни ушбу чорага мажбур қиладиган шартнома маълум эмас. У қуйида кўрсатилган асосда сўралмоқда.
# Word or sentence on the print of a request.
request-twin-asked-instead = Шу асосда сўралмоқда
# Word or sentence on the print of a request.
request-twin-asked-under-general-clause = Ушбу чорага мажбур қилмайдиган умумий қоида бўйича сўралмоқда
# Word or sentence on the print of a request.
request-twin-official-name-unknown = Расмий номи тасдиқланиши керак
# Word or sentence on the print of a request.
request-twin-annexes = Иловалар
# Word or sentence on the print of a request.
request-twin-annex-number = Рақами
# Word or sentence on the print of a request.
request-twin-annex-title = Номи
# Word or sentence on the print of a request.
request-twin-annex-sha256 = SHA-256
# Word or sentence on the print of a request.
request-twin-advance-copy = Олдиндан юбориладиган нусха. Имзоланган асл нусхаси кейин юборилади.
# Word or sentence on the print of a request.
request-twin-original = Асл нусха
# Word or sentence on the print of a request.
request-twin-exercise = ЎҚУВ МАШҚИ — ҳақиқий сўров эмас
# Word or sentence on the print of a request.
request-twin-from = Бошланиши
# Word or sentence on the print of a request.
request-twin-to = Тугаши
# Word or sentence on the print of a request.
request-twin-kept-until = Сақлашнинг охирги куни
# Word or sentence on the print of a request.
request-twin-yes = Ҳа
# Word or sentence on the print of a request.
request-twin-no = Йўқ
# Word or sentence on the print of a request.
request-twin-name = Номи
# Word or sentence on the print of a request.
request-twin-unit = Бўлинма
# Word or sentence on the print of a request.
request-twin-role = Мақоми
# Word or sentence on the print of a request.
request-twin-born = Туғилган ёки ташкил этилган санаси ва жойи
# Word or sentence on the print of a request.
request-twin-nationality = Фуқаролиги ёки рўйхатдан ўтган давлати
# Word or sentence on the print of a request.
request-twin-address = Манзили
# Word or sentence on the print of a request.
request-twin-occupation = Касби ёки фаолияти
# Word or sentence on the print of a request.
request-twin-registration = Ҳужжат ёки рўйхат рақами
# Word or sentence on the print of a request.
request-twin-network = Тармоқ ёки платформа
# Word or sentence on the print of a request.
request-twin-provision = Норма
# Word or sentence on the print of a request.
request-twin-provision-text = Матни
# Word or sentence on the print of a request.
request-twin-max-penalty = Энг юқори жазо, йил
# Word or sentence on the print of a request.
request-twin-conduct = Ҳаракат
# Word or sentence on the print of a request.
request-twin-item = Сўралмоқда
# Word or sentence on the print of a request.
request-twin-link = Нима учун муҳим
# Word or sentence on the print of a request.
request-twin-offence = Жиноят
# Word or sentence on the print of a request.
request-twin-account = Ҳисобварақ
# Word or sentence on the print of a request.
request-twin-machine-readable = Ушбу сўровнинг машинада ўқиладиган нусхаси шу файлга илова қилинган.
# Word or sentence on the print of a request.
request-twin-basis-provides = Ушбу чорани назарда тутади.
# Word or sentence on the print of a request.
request-twin-basis-carries = Ёрдам кўрсатишнинг умумий мажбурияти ушбу чорани қамраб олади.
# Word or sentence on the print of a request.
request-twin-basis-between = Икки давлат ўртасидаги ёрдамни тартибга солади.
# Word or sentence on the print of a request.
request-twin-way = Асос
# Word or sentence on the print of a request.
request-twin-way-name = Қонун, тармоқ ёки орган
# Word or sentence on the print of a request.
request-twin-provisions = Қоидалар
# Word or sentence on the print of a request.
request-twin-identifier-kind = Тури
# Word or sentence on the print of a request.
request-twin-identifier = Идентификатор

# Word or sentence on the print of a request.
request-twin-identifier-at = Фойдаланиш вақти

# Word or sentence on the print of a request.
request-twin-identifier-port = Порт
# Sentence on an acknowledgement. $ticket is the number of the preservation, $until its last day.
request-twin-preserved = Сўровда кўрсатилган маълумотлар { $ticket } рақами билан сақланади; сақлашнинг охирги куни: { $until }. Узоқроқ сақлаш керак бўлса, узайтириш шу кунгача сўралади.

## Kinds of identifiers on the print

# Kind of an identifier, in a table on the print.
request-identifier-address = Манзил
# Kind of an identifier, in a table on the print.
request-identifier-transaction = Транзакция
# Kind of an identifier, in a table on the print.
request-identifier-account = Ҳисобварақ
# Kind of an identifier, in a table on the print.
request-identifier-e-mail = Электрон почта манзили
# Kind of an identifier, in a table on the print.
request-identifier-ip = IP манзил
# Kind of an identifier, in a table on the print.
request-identifier-iban = IBAN
# Kind of an identifier, in a table on the print.
request-identifier-domain = Домен номи
# Kind of an identifier, in a table on the print.
request-identifier-telephone = Телефон рақами

# Kind of an identifier, in a table on the print.
request-identifier-url = Веб-манзил

# Kind of an identifier, in a table on the print.
request-identifier-card = Тўлов картаси

# Kind of an identifier, in a table on the print.
request-identifier-imei = Мобил қурилма (IMEI)

# Kind of an identifier, in a table on the print.
request-identifier-mac = Тармоқ интерфейси (MAC)

## Grounds on which something is asked where no instrument obliges, on the print

# A ground, in a table on the print.
request-way-general-clause = Ушбу чорага мажбур қилмайдиган ҳужжатнинг умумий қоидаси
# A ground, in a table on the print.
request-way-reciprocity = Ўзаролик принципи
# A ground, in a table on the print.
request-way-domestic-provision = Сўров берилаётган давлатнинг ўз қонуни
# A ground, in a table on the print.
request-way-contact-points = Кеча-ю кундуз ишлайдиган алоқа пунктлари
# A ground, in a table on the print.
request-way-police = Полиция ҳамкорлиги
# A ground, in a table on the print.
request-way-financial-intelligence = Молиявий тезкор ахборот бўлинмаларининг ҳамкорлиги
# A ground, in a table on the print.
request-way-asset-recovery = Активларни қайтариш тармоғи
# A ground, in a table on the print.
request-way-other-network = Органлар тармоғи
# A ground, in a table on the print.
request-way-provider = Провайдернинг ўз хоҳиши

## Where a request stands

# Where a request stands.
request-stage-drafted = Лойиҳа
# Where a request stands.
request-stage-reviewed = Кўриб чиқилган
# Where a request stands.
request-stage-approved = Маъқулланган
# Where a request stands.
request-stage-issued = Чиқарилган
# Where a request stands.
request-stage-advance-copy-sent = Олдиндан юбориладиган нусха юборилган
# Where a request stands.
request-stage-original-dispatched = Асл нусха юборилган
# Where a request stands.
request-stage-advance-copy-received = Олдиндан юбориладиган нусха олинган
# Where a request stands.
request-stage-original-received = Асл нусха олинган
# Where a request stands.
request-stage-acknowledged = Қабул қилингани тасдиқланган
# Where a request stands.
request-stage-questioned = Очиқ савол
# Where a request stands.
request-stage-answered = Саволга жавоб берилган
# Where a request stands.
request-stage-accepted = Ижрога қабул қилинган
# Where a request stands.
request-stage-assigned = Ижрога топширилган
# Where a request stands.
request-stage-executed-in-part = Қисман ижро этилган
# Where a request stands.
request-stage-executed = Ижро этилган
# Where a request stands.
request-stage-postponed = Кечиктирилган
# Where a request stands.
request-stage-refused = Рад этилган
# Where a request stands.
request-stage-withdrawn = Қайтариб олинган
# Where a request stands.
request-stage-closed = Ёпилган

## Statistics, on the screen and on paper

# Title of a sheet with figures.
request-statistics = Сўровлар статистикаси
# Sentence above the figures.
request-statistics-about = Фақат сўраган шахс ўқишга ҳақли бўлган ишлардаги сўровлар ҳисобга олинган, ҳар бири чиқарилган ёки келиб тушган даврда. Бошқа ходимнинг рақамлари бошқача бўлиши мумкин.
# Sentence above the figures.
request-statistics-days = Кунлар чиқарилгунга қадар биринчи лойиҳадан, ундан кейин чиқарилган ёки қабул қилинган кундан ҳисобланади. Бир нечта асосда рад этилган сўров уларнинг ҳар бирида ҳисобга олинади.
# Heading of a table.
request-statistics-counts = Сўровлар
# Heading of a table.
request-statistics-times = Ҳар бир босқичгача вақт
# Heading of a table.
request-statistics-refusals = Рад этиш асослари
# In place of a table that has no rows.
request-statistics-none = Бу даврда йўқ.
# Heading of a column.
request-statistics-direction = Йўналиш
# Heading of a column.
request-statistics-measure = Чора
# Heading of a column, and label of a field above the figures: how many.
request-statistics-requests = Сўровлар сони
# Heading of a column: how many were carried over from the register that the office kept before.
request-statistics-carried-over = Эски реестрдан
# Heading of a column.
request-statistics-pending = Ижрода
# Heading of a column.
request-statistics-stage = Босқич
# Heading of a column.
request-statistics-reached = Етиб борган
# Heading of a column.
request-statistics-median = Медиана, кун
# Heading of a column.
request-statistics-longest = Энг узоқ, кун
# Heading of a column.
request-statistics-ground = Асос
# Heading of a column.
request-statistics-refused = Рад этилган
# In the column of directions: this office asked.
request-statistics-sent = Юборилган
# In the column of directions: this office was asked.
request-statistics-received = Олинган
# In the column of grounds: the refusal names neither a ground nor a provision.
request-statistics-no-ground = Кўрсатилмаган
# Label of a field above the figures.
request-statistics-since = Шу кундан
# Label of a field above the figures.
request-statistics-until = Шу кунгача
# Label of a field above the figures.
request-statistics-on = Ҳолат санаси
# Label of a field above the figures: how many cases were looked through.
request-statistics-cases = Ҳисобга олинган ишлар
