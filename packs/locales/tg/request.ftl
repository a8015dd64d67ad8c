### The words of requests that are printed. The comments for translators are those of the English file. What is not here is for screens.
### Not reviewed by a jurist or native translator of any authority: see review.toml.

## Titles of forms

# Title of the form for records of a virtual-asset service provider.
request-form-vasp-records = Дархост дар бораи маълумоти назди провайдери хизматрасонии дороиҳои виртуалӣ буда
# Title of the form for expedited preservation.
request-form-preservation = Дархост дар бораи нигоҳдории фаврии иттилооти компютерии захирашуда
# Title of the form for expedited disclosure of the path of a communication.
request-form-traffic-path-disclosure = Дархост дар бораи ошкор кардани фаврии роҳи алоқа
# Title of the form for subscriber data.
request-form-subscriber-data = Дархост дар бораи маълумоти муштарӣ
# Title of the form for stored content of an account.
request-form-stored-content = Дархост дар бораи мундариҷаи захирашудаи ҳисоби корбарӣ
# Title of the form for traffic data collected in real time.
request-form-real-time-traffic = Дархост дар бораи ҷамъоварии маълумоти трафик дар вақти воқеӣ
# Title of the form for the interception of content.
request-form-content-interception = Дархост дар бораи дастгир кардани маълумоти мундариҷа
# Title of the form for disclosure in an emergency.
request-form-emergency-disclosure = Дархост дар бораи ошкор кардани маълумот дар ҳолати фавқулода
# Title of the form for the statement of a witness, suspect, victim or expert.
request-form-statement = Дархост дар бораи гирифтани баёнот
# Title of the form for a hearing by videoconference.
request-form-videoconference = Дархост дар бораи пурсиш тавассути видеоконференсия
# Title of the form for the service of documents.
request-form-service-of-documents = Дархост дар бораи супоридани ҳуҷҷатҳо
# Title of the form for search and seizure.
request-form-search-and-seizure = Дархост дар бораи кофтуков ва гирифтан
# Title of the form for records of banks and companies.
request-form-bank-records = Дархост дар бораи маълумоти бонкҳо ва ширкатҳо
# Title of the form for the tracing of proceeds.
request-form-asset-tracing = Дархост дар бораи пайгирии даромадҳои бо роҳи ҷиноят бадастоварда
# Title of the form for freezing or seizure of property.
request-form-freezing = Дархост дар бораи мавқуф гузоштан ё ҳабси амвол
# Title of the form for confiscation.
request-form-confiscation = Дархост дар бораи мусодира
# Title of the form for the return or sharing of assets.
request-form-asset-return = Дархост дар бораи баргардонидан ё тақсими дороиҳо
# Title of the form for a joint investigation.
request-form-joint-investigation = Дархост дар бораи тафтишоти муштарак
# Title of the form for a controlled delivery.
request-form-controlled-delivery = Дархост дар бораи таҳвили назоратшаванда
# Title of the form for the transfer of criminal proceedings.
request-form-transfer-of-proceedings = Дархост дар бораи супоридани таъқиби ҷиноятӣ
# Title of the form for the transfer of a detained person as a witness.
request-form-transfer-of-detained-person = Дархост дар бораи интиқоли шахси ҳабсшуда ба сифати шоҳид
# Title of the form for information that nobody asked for.
request-form-spontaneous-information = Маълумоте, ки бо ташаббуси худ пешниҳод мешавад
# Title of the form for a letter that adds to a request, asks how it stands, or withdraws it.
request-form-supplement = Илова, ёдраскунӣ ё бозпас гирифтани дархост
# Title of the form for the answer to a request.
request-form-answer = Ҷавоб ба дархост

## Parts of a request

# Heading of a part of a request.
request-section-authorities = Мақомот
# Heading of a part of a request.
request-section-matter = Парванда ва ҳолатҳо
# Heading of a part of a request.
request-section-help = Чӣ дархост мешавад
# Heading of a part of a request: on what ground it is asked where no treaty obliges.
request-section-ground = Дар кадом асос дархост мешавад
# Heading of a part of a request.
request-section-handling = Тартиби баррасии ин дархост
# Heading of a part of a request.
request-section-annexes = Замимаҳо
# Heading of a part of a request.
request-section-emergency = Ҳолати фавқулода
# Heading of a part of a request.
request-section-hearing = Пурсиш
# Heading of a part of a request.
request-section-order = Қарор
# Heading of a part of a request.
request-section-property = Амвол
# Heading of a part of a request.
request-section-letter = Мазмуни ин нома

## What the print leaves room for

# Label of the place for the signature on the print.
request-place-signature = Имзо
# Label of the place for the official seal on the print.
request-place-seal = Мӯҳри расмӣ
# Label of the place for the number of the outgoing register.
request-place-register-number = Рақами бақайдгирӣ
# Label of the place for the stamp of receipt.
request-place-date-received = Санаи қабул

## What can be chosen

# A choice: a new preservation.
request-value-new = Нигоҳдории нав
# A choice: a preservation is renewed.
request-value-renewal = Тамдиди нигоҳдории пешина
# A choice: whether the own State has ordered the measure.
request-value-order-attached = Қарор бароварда шудааст; нусхааш замима мешавад
# A choice: whether the own State has ordered the measure.
request-value-order-not-needed = Қонуни давлати дархосткунанда қарорро талаб намекунад
# A choice: whether the request is the first one for the data.
request-value-first-request = Дархости аввал
# A choice: whether the request is the first one for the data.
request-value-after-request = Дар идомаи дархости пешина
# A choice: whether the request is the first one for the data.
request-value-after-preservation = Дар идомаи нигоҳдории маълумот
# A choice: through whom the request goes.
request-value-through-authority = Мақоми давлати дархостшаванда
# A choice: through whom the request goes.
request-value-direct-to-provider = Бевосита провайдер
# A choice: through whom the request goes.
request-value-asset-recovery-network = Шабакаи баргардонидани дороиҳо
# A choice: through whom the request goes.
request-value-intelligence-units = Воҳидҳои иктишофи молиявӣ
# A choice: through whom the request goes.
request-value-central-authorities = Мақомоти марказӣ
# A choice: something is not asked for.
request-value-not-asked = Дархост намешавад
# A choice: something is asked for.
request-value-asked = Дархост мешавад
# A choice: on what the gravity of the offence rests.
request-value-four-years-or-more = Ҷазои ниҳоӣ чор сол маҳрум сохтан аз озодӣ ё зиёда аз он
# A choice: on what the gravity of the offence rests.
request-value-on-list = Дар рӯйхати ҷиноятҳое, ки қонун барои онҳо ин чораро иҷозат медиҳад
# A choice: what is at risk in an emergency.
request-value-risk-to-life = Барои ҳаёти шахс
# A choice: what is at risk in an emergency.
request-value-risk-to-safety = Барои бехатарии шахс
# A choice: in which capacity a person is heard.
request-value-witness = Шоҳид
# A choice: in which capacity a person is heard.
request-value-suspect = Гумонбаршуда ё айбдоршаванда
# A choice: in which capacity a person is heard.
request-value-victim = Ҷабрдида
# A choice: in which capacity a person is heard.
request-value-expert = Коршинос
# A choice: whether a person has consented.
request-value-consent-given = Дода шудааст
# A choice: whether a person has consented.
request-value-consent-to-be-obtained = Бояд аз ҷониби давлати дархостшаванда гирифта шавад
# A choice: what kind of document is served.
request-value-summons = Даъватнома барои ҳозир шудан
# A choice: what kind of document is served.
request-value-decision = Ҳукм ё қарори дигар
# A choice: what kind of document is served.
request-value-other-document = Ҳуҷҷати дигар
# A choice: which records are asked for.
request-value-known-accounts = Оид ба ҳисобҳои маълум
# A choice: which records are asked for.
request-value-accounts-of-person = Оид ба ҳамаи ҳисобҳои шахс ё ташкилот
# A choice: which records are asked for.
request-value-company-records = Оид ба ширкат ё феҳрист
# A choice: what the results may be used for.
request-value-lead-only = Танҳо ҳамчун маълумоти роҳнамо
# A choice: what the results may be used for.
request-value-as-evidence = Ҳамчун далел
# A choice: what kind of property is concerned.
request-value-virtual-assets = Дороиҳои виртуалӣ
# A choice: what kind of property is concerned.
request-value-money-on-account = Маблағи пулии ҳисоб
# A choice: what kind of property is concerned.
request-value-other-property = Амволи дигар
# A choice: who controls a wallet.
request-value-hosted-wallet = Провайдер
# A choice: who controls a wallet.
request-value-own-wallet = Танҳо дорандаи он
# A choice: on what it rests that an address belongs to somebody.
request-value-attribution-confirmed = Аз ҷониби провайдер ё доранда тасдиқ шудааст
# A choice: on what it rests that an address belongs to somebody.
request-value-attribution-published = Дар манбаи нашршуда зикр шудааст
# A choice: on what it rests that an address belongs to somebody.
request-value-attribution-inferred = Бо усули дар замима номбаршуда хулоса бароварда шудааст
# A choice: what kind of confiscation is asked for.
request-value-own-order-asked = Бо қарори давлати дархостшаванда
# A choice: what kind of confiscation is asked for.
request-value-foreign-order-enforced = Бо иҷрои қарори давлати дархосткунанда
# A choice: how assets are to be returned.
request-value-whole-return = Баргардонидани пурра
# A choice: how assets are to be returned.
request-value-asset-sharing = Тақсими дороиҳо
# A choice: how assets are to be returned.
request-value-victim-compensation = Ҷуброни зарари ҷабрдидагон
# A choice: how a controlled delivery is carried out.
request-value-pass-intact = Бор бетағйир мегузарад
# A choice: how a controlled delivery is carried out.
request-value-replaced-in-part = Бор қисман иваз карда мешавад
# A choice: how a controlled delivery is carried out.
request-value-replaced-whole = Бор пурра иваз карда мешавад
# A choice: through which States goods pass.
request-value-no-transit = Бе гузаштан аз давлати сеюм
# A choice: through which States goods pass.
request-value-through-transit-states = Тавассути давлатҳои транзитӣ
# A choice: whether the accused are in custody.
request-value-at-liberty = Дар озодӣ
# A choice: whether the accused are in custody.
request-value-in-custody = Дар ҳабс
# A choice: whether the use of information is limited.
request-value-limits-set = Маҳдудиятҳо муқаррар шудаанд
# A choice: whether the use of information is limited.
request-value-no-limits = Маҳдудият муқаррар нашудааст
# A choice: what a letter is.
request-value-supplement = Илова
# A choice: what a letter is.
request-value-reminder = Ёдраскунӣ
# A choice: what a letter is.
request-value-withdrawal = Бозпас гирифтан
# A choice: what an answer is.
request-value-answered-in-full = Ҷавоби пурра
# A choice: what an answer is.
request-value-answered-in-part = Ҷавоби қисман
# A choice: what an answer is.
request-value-refused = Рад карда шуд
# A choice: what an answer is.
request-value-postponed = Ба таъхир гузошта шуд

## Labels of fields

# Label of a field of a request, on the screen and on the print.
request-field-requesting-authority = Мақоми дархосткунанда
# Label of a field of a request, on the screen and on the print.
request-field-requested-authority = Мақоме, ки дархост ба он равона шудааст
# Label of a field of a request, on the screen and on the print.
request-field-conducting-authority = Мақоме, ки парвандаро пеш мебарад
# Label of a field of a request, on the screen and on the print.
request-field-matter-nature = Мавзуъ ва марҳилаи парванда
# Label of a field of a request, on the screen and on the print.
request-field-facts-summary = Баёни мухтасари ҳолатҳо
# Label of a field of a request, on the screen and on the print.
request-field-facts-short = Ҳолатҳо ба таври кӯтоҳ
# Label of a field of a request, on the screen and on the print.
request-field-offences = Ҷиноятҳо ва ҷазоҳо
# Label of a field of a request, on the screen and on the print.
request-field-damage = Зарар
# Label of a field of a request, on the screen and on the print.
request-field-persons = Шахсон ва ташкилотҳои дахлдор
# Label of a field of a request, on the screen and on the print.
request-field-provider = Провайдере, ки маълумотро нигоҳ медорад
# Label of a field of a request, on the screen and on the print.
request-field-holder = Дорандаи маълумот
# Label of a field of a request, on the screen and on the print.
request-field-accounts = Ҳисобҳо, суроғаҳо ва транзаксияҳо
# Label of a field of a request, on the screen and on the print.
request-field-period = Давраи фарогирифташуда
# Label of a field of a request, on the screen and on the print.
request-field-items = Чӣ дархост мешавад
# Label of a field of a request, on the screen and on the print.
request-field-data = Маълумоте, ки бояд нигоҳ дошта шавад
# Label of a field of a request, on the screen and on the print.
request-field-purpose = Мақсад
# Label of a field of a request, on the screen and on the print.
request-field-findings = Натиҷаҳои пайгирӣ ва натиҷаҳои дигар
# Label of a field of a request, on the screen and on the print.
request-field-tickets = Нигоҳдории пешина
# Label of a field of a request, on the screen and on the print.
request-field-ways = Ба ҷойи шартнома чӣ асос дониста мешавад
# Label of a field of a request, on the screen and on the print.
request-field-reciprocity-offer = Пешниҳоди мутақобила
# Label of a field of a request, on the screen and on the print.
request-field-special-procedure = Тартиби дилхоҳ
# Label of a field of a request, on the screen and on the print.
request-field-special-procedure-reason = Сабаби ин тартиб
# Label of a field of a request, on the screen and on the print.
request-field-deadline = Муҳлати дилхоҳи ҷавоб
# Label of a field of a request, on the screen and on the print.
request-field-deadline-reason = Сабаби муҳлат
# Label of a field of a request, on the screen and on the print.
request-field-secrecy = Махфӣ нигоҳ дошта шавад
# Label of a field of a request, on the screen and on the print.
request-field-secrecy-reason = Сабаби махфият
# Label of a field of a request, on the screen and on the print.
request-field-signatory = Имзо кард
# Label of a field of a request, on the screen and on the print.
request-field-exhibits = Ҳуҷҷатҳои замимашуда
# Label of a field of a request, on the screen and on the print.
request-field-reply-contact = Тамос барои ҷавоби зуд
# Label of a field of a request, on the screen and on the print.
request-field-renewal = Нав ё тамдид
# Label of a field of a request, on the screen and on the print.
request-field-preservation-need = Чаро маълумот бояд ҳозир нигоҳ дошта шавад
# Label of a field of a request, on the screen and on the print.
request-field-intent-to-follow-up = Баъдтар дархости худи маълумот фиристода мешавад
# Label of a field of a request, on the screen and on the print.
request-field-keep-days = Шумораи рӯзҳои нигоҳдории маълумот
# Label of a field of a request, on the screen and on the print.
request-field-use-undertaking = Уҳдадорӣ оид ба истифода
# Label of a field of a request, on the screen and on the print.
request-field-costs = Хароҷот
# Label of a field of a request, on the screen and on the print.
request-field-earlier-requests = Дархостҳо ва тамосҳои пешина
# Label of a field of a request, on the screen and on the print.
request-field-least-intrusive = Чаро чораи сабуктар кифоя нест
# Label of a field of a request, on the screen and on the print.
request-field-own-order = Қарор дар давлати дархосткунанда
# Label of a field of a request, on the screen and on the print.
request-field-orders = Нусхаҳои қарорҳо
# Label of a field of a request, on the screen and on the print.
request-field-no-order-reason = Чаро қарор лозим нест
# Label of a field of a request, on the screen and on the print.
request-field-dual-criminality = Аз ҷониби ҳар ду тараф ҷиноят эътироф шудани кирдор
# Label of a field of a request, on the screen and on the print.
request-field-communication = Алоқае, ки роҳи он ҷуста мешавад
# Label of a field of a request, on the screen and on the print.
request-field-path-known = Қисми то ҳол маълуми роҳ
# Label of a field of a request, on the screen and on the print.
request-field-next-provider = Провайдери навбатии роҳ
# Label of a field of a request, on the screen and on the print.
request-field-request-status = Дархости аввал ё идома
# Label of a field of a request, on the screen and on the print.
request-field-asked-through = Дархост тавассути
# Label of a field of a request, on the screen and on the print.
request-field-treaty-basis = Асоси муроҷиати бевосита ба провайдер
# Label of a field of a request, on the screen and on the print.
request-field-domestic-grounds = Асос дар қонуни давлати дархосткунанда
# Label of a field of a request, on the screen and on the print.
request-field-content = Мундариҷаи муошират
# Label of a field of a request, on the screen and on the print.
request-field-delivery = Тарзи супоридани натиҷаҳо
# Label of a field of a request, on the screen and on the print.
request-field-lines = Хатҳо ва ҳисобҳои дахлдор
# Label of a field of a request, on the screen and on the print.
request-field-measure-period = Муҳлати чора
# Label of a field of a request, on the screen and on the print.
request-field-technique = Усули техникӣ
# Label of a field of a request, on the screen and on the print.
request-field-availability-own = Ин чора дар қонуни давлати дархосткунанда
# Label of a field of a request, on the screen and on the print.
request-field-availability-other = Ин чора дар қонуни давлати дархостшаванда
# Label of a field of a request, on the screen and on the print.
request-field-gravity = Вазнинии ҷиноят
# Label of a field of a request, on the screen and on the print.
request-field-gravity-provision = Муқаррароте, ки вазнинии ҷиноятро нишон медиҳад
# Label of a field of a request, on the screen and on the print.
request-field-safeguards = Кафолатҳо барои дигарон
# Label of a field of a request, on the screen and on the print.
request-field-risk = Хатари бевосита
# Label of a field of a request, on the screen and on the print.
request-field-emergency = Чаро ҳолат фавқулода аст
# Label of a field of a request, on the screen and on the print.
request-field-emergency-link = Маълумот ба ҳолати фавқулода чӣ гуна алоқаманд аст
# Label of a field of a request, on the screen and on the print.
request-field-who-at-risk = Кӣ дар хатар аст
# Label of a field of a request, on the screen and on the print.
request-field-when-at-risk = Зарар кай интизор мешавад
# Label of a field of a request, on the screen and on the print.
request-field-second-signatory = Имзои дуюм
# Label of a field of a request, on the screen and on the print.
request-field-person-status = Мақоми ҳуқуқии шахс
# Label of a field of a request, on the screen and on the print.
request-field-hearing-person = Шахсе, ки бояд пурсида шавад
# Label of a field of a request, on the screen and on the print.
request-field-questions = Саволҳо
# Label of a field of a request, on the screen and on the print.
request-field-rights-notice = Фаҳмонидани ҳуқуқҳо
# Label of a field of a request, on the screen and on the print.
request-field-presence = Шахсони мансабдоре, ки мехоҳанд ҳузур дошта бошанд
# Label of a field of a request, on the screen and on the print.
request-field-video-wish = Видеоконференсия
# Label of a field of a request, on the screen and on the print.
request-field-video-reason = Сабаби видеоконференсия
# Label of a field of a request, on the screen and on the print.
request-field-hearing-time = Вақти пурсиш
# Label of a field of a request, on the screen and on the print.
request-field-hearing-time-there = Ҳамон вақт дар давлати дархостшаванда
# Label of a field of a request, on the screen and on the print.
request-field-other-times = Вақтҳои дигари имконпазир
# Label of a field of a request, on the screen and on the print.
request-field-link = Алоқаи техникӣ
# Label of a field of a request, on the screen and on the print.
request-field-hearing-law = Қонуни пурсиш
# Label of a field of a request, on the screen and on the print.
request-field-taking-part = Иштирокчиён
# Label of a field of a request, on the screen and on the print.
request-field-interpretation = Тарҷумаи шифоҳӣ
# Label of a field of a request, on the screen and on the print.
request-field-person-consent = Розигии шахс
# Label of a field of a request, on the screen and on the print.
request-field-served-person = Шахсе, ки ҳуҷҷат ба ӯ супорида мешавад
# Label of a field of a request, on the screen and on the print.
request-field-served-documents = Ҳуҷҷатҳои супоридашаванда
# Label of a field of a request, on the screen and on the print.
request-field-document-kind = Навъи ҳуҷҷат
# Label of a field of a request, on the screen and on the print.
request-field-documents-summary = Мазмуни ҳуҷҷатҳо
# Label of a field of a request, on the screen and on the print.
request-field-appearance-date = Рӯзи ҳозиршавӣ
# Label of a field of a request, on the screen and on the print.
request-field-appearance-place = Ҷой ва соати ҳозиршавӣ
# Label of a field of a request, on the screen and on the print.
request-field-document-language = Забони ҳуҷҷатҳо
# Label of a field of a request, on the screen and on the print.
request-field-proof-of-service = Тасдиқи дилхоҳи супоридан
# Label of a field of a request, on the screen and on the print.
request-field-safe-conduct = Кафолат ба шахс
# Label of a field of a request, on the screen and on the print.
request-field-detained-person = Шахси ҳабсшуда
# Label of a field of a request, on the screen and on the print.
request-field-consents = Розигии хаттӣ
# Label of a field of a request, on the screen and on the print.
request-field-consent-asking = Розигӣ чӣ гуна бояд гирифта шавад
# Label of a field of a request, on the screen and on the print.
request-field-presence-need = Чаро ҳузур зарур аст
# Label of a field of a request, on the screen and on the print.
request-field-transfer-period = Муҳлати интиқол
# Label of a field of a request, on the screen and on the print.
request-field-custody-place = Ҷойи нигоҳдорӣ дар ҳабс
# Label of a field of a request, on the screen and on the print.
request-field-custody-credit = Ба ҳисоби ҷазо дохил кардани муҳлати ҳабс
# Label of a field of a request, on the screen and on the print.
request-field-return-undertaking = Уҳдадорӣ оид ба баргардонидани шахс
# Label of a field of a request, on the screen and on the print.
request-field-escort = Посбонӣ ва роҳ
# Label of a field of a request, on the screen and on the print.
request-field-search-places = Ҷойҳои кофтуков
# Label of a field of a request, on the screen and on the print.
request-field-search-items = Ашё ва маълумоти ҷусташаванда
# Label of a field of a request, on the screen and on the print.
request-field-search-grounds = Асосҳои дар он ҷо будани онҳо
# Label of a field of a request, on the screen and on the print.
request-field-device-handling = Тарзи муносибат бо дастгоҳҳо ва маълумот
# Label of a field of a request, on the screen and on the print.
request-field-record-kind = Маълумоти дахлдор
# Label of a field of a request, on the screen and on the print.
request-field-record-holder = Бонк, ширкат ё феҳрист
# Label of a field of a request, on the screen and on the print.
request-field-bank-accounts = Ҳисобҳои бонкӣ
# Label of a field of a request, on the screen and on the print.
request-field-bank-secrecy = Сирри бонкӣ
# Label of a field of a request, on the screen and on the print.
request-field-assets = Амволи пайгиришаванда
# Label of a field of a request, on the screen and on the print.
request-field-asset-links = Робитаҳо ва манбаъҳои онҳо
# Label of a field of a request, on the screen and on the print.
request-field-actions-wanted = Амалҳои дилхоҳ
# Label of a field of a request, on the screen and on the print.
request-field-result-use = Истифодаи натиҷаҳо
# Label of a field of a request, on the screen and on the print.
request-field-value = Арзиш ё маблағи ниҳоӣ
# Label of a field of a request, on the screen and on the print.
request-field-property-kind = Навъи амвол
# Label of a field of a request, on the screen and on the print.
request-field-property = Амволи дахлдор
# Label of a field of a request, on the screen and on the print.
request-field-property-place = Ҷойи амвол
# Label of a field of a request, on the screen and on the print.
request-field-property-holder = Дорандаи амвол
# Label of a field of a request, on the screen and on the print.
request-field-wallets = Ҳамёнҳо, суроғаҳо ва транзаксияҳо
# Label of a field of a request, on the screen and on the print.
request-field-wallet-control = Ҳамён дар ихтиёри кист
# Label of a field of a request, on the screen and on the print.
request-field-attribution = Асоси мансуб донистан
# Label of a field of a request, on the screen and on the print.
request-field-asset-amount = Миқдори дороиҳои виртуалӣ
# Label of a field of a request, on the screen and on the print.
request-field-value-time = Вақти муайян кардани арзиш
# Label of a field of a request, on the screen and on the print.
request-field-value-source = Манбаи нарх
# Label of a field of a request, on the screen and on the print.
request-field-custody-plan = Нақшаи нигоҳдорӣ
# Label of a field of a request, on the screen and on the print.
request-field-release-risk = Хатари баровардан ё аз даст рафтан
# Label of a field of a request, on the screen and on the print.
request-field-freeze-days = Шумораи рӯзҳои амали чора
# Label of a field of a request, on the screen and on the print.
request-field-confiscation-intent = Мусодирае, ки баъдтар анҷом мешавад
# Label of a field of a request, on the screen and on the print.
request-field-grounds-for-order = Ҳолатҳо барои қарори давлати дархостшаванда
# Label of a field of a request, on the screen and on the print.
request-field-third-party-notice = Огоҳ кардани шахсони сеюм
# Label of a field of a request, on the screen and on the print.
request-field-confiscation-kind = Навъи мусодира
# Label of a field of a request, on the screen and on the print.
request-field-order-copies = Қароре, ки бояд иҷро шавад
# Label of a field of a request, on the screen and on the print.
request-field-finality = Қатъӣ будани қарор
# Label of a field of a request, on the screen and on the print.
request-field-extent = Ҳаҷми иҷро
# Label of a field of a request, on the screen and on the print.
request-field-due-process = Риояи тартиби қонунии мурофиа
# Label of a field of a request, on the screen and on the print.
request-field-return-basis = Асоси ҳуқуқии баргардонидан
# Label of a field of a request, on the screen and on the print.
request-field-return-kind = Навъи баргардонидан
# Label of a field of a request, on the screen and on the print.
request-field-confiscation-reference = Мусодирае, ки асос мебошад
# Label of a field of a request, on the screen and on the print.
request-field-share = Ҳиссаи талабшаванда ва сабаби он
# Label of a field of a request, on the screen and on the print.
request-field-victims = Ҷабрдидагон
# Label of a field of a request, on the screen and on the print.
request-field-receiving-account = Ҳисоби қабулкунанда
# Label of a field of a request, on the screen and on the print.
request-field-account-owner = Соҳиби он ҳисоб
# Label of a field of a request, on the screen and on the print.
request-field-end-use = Истифодаи дороиҳои баргардонидашуда
# Label of a field of a request, on the screen and on the print.
request-field-draft-agreement = Лоиҳаи созишнома
# Label of a field of a request, on the screen and on the print.
request-field-team-aim = Мақсади тафтишоти муштарак
# Label of a field of a request, on the screen and on the print.
request-field-members-own = Аъзо аз давлати дархосткунанда
# Label of a field of a request, on the screen and on the print.
request-field-members-other = Аъзои дилхоҳ аз давлати дархостшаванда
# Label of a field of a request, on the screen and on the print.
request-field-team-lead = Роҳбарӣ
# Label of a field of a request, on the screen and on the print.
request-field-team-term = Муҳлати кори гурӯҳ
# Label of a field of a request, on the screen and on the print.
request-field-evidence-rules = Қоидаҳои далелҳо
# Label of a field of a request, on the screen and on the print.
request-field-powers-abroad = Ваколатҳои шахсони мансабдор дар хориҷа
# Label of a field of a request, on the screen and on the print.
request-field-liability = Ҷавобгарӣ барои зарар
# Label of a field of a request, on the screen and on the print.
request-field-goods = Бор
# Label of a field of a request, on the screen and on the print.
request-field-delivery-method = Усули таҳвил
# Label of a field of a request, on the screen and on the print.
request-field-route = Масир
# Label of a field of a request, on the screen and on the print.
request-field-stops = Таваққуфҳо ва нуқтаҳои супоридан
# Label of a field of a request, on the screen and on the print.
request-field-delivery-period = Вақти таҳвил
# Label of a field of a request, on the screen and on the print.
request-field-transit = Транзит
# Label of a field of a request, on the screen and on the print.
request-field-transit-authorities = Мақомоти давлатҳои транзитӣ
# Label of a field of a request, on the screen and on the print.
request-field-transit-consents = Розигии ҳар як давлати транзитӣ
# Label of a field of a request, on the screen and on the print.
request-field-surveillance = Назорати бор
# Label of a field of a request, on the screen and on the print.
request-field-abort = Таҳвил кай қатъ карда мешавад
# Label of a field of a request, on the screen and on the print.
request-field-prosecution = Кӣ таъқиб мекунад
# Label of a field of a request, on the screen and on the print.
request-field-accused = Шахсони гумонбаршуда ё айбдоршаванда
# Label of a field of a request, on the screen and on the print.
request-field-custody-state = Ҳабс
# Label of a field of a request, on the screen and on the print.
request-field-custody-until = Анҷоми муҳлати ҳабс
# Label of a field of a request, on the screen and on the print.
request-field-transfer-reason = Чаро таъқиб бояд супорида шавад
# Label of a field of a request, on the screen and on the print.
request-field-decision-wanted = Қарори дилхоҳ
# Label of a field of a request, on the screen and on the print.
request-field-file-inventory = Рӯйхати ҳуҷҷатҳои парванда
# Label of a field of a request, on the screen and on the print.
request-field-file-language = Забони парванда
# Label of a field of a request, on the screen and on the print.
request-field-limitation = Муҳлатҳои давомнокӣ
# Label of a field of a request, on the screen and on the print.
request-field-own-proceedings = Парванда дар давлати дархосткунанда
# Label of a field of a request, on the screen and on the print.
request-field-sending-authority = Мақоме, ки маълумот медиҳад
# Label of a field of a request, on the screen and on the print.
request-field-receiving-authority = Мақоме, ки маълумот мегирад
# Label of a field of a request, on the screen and on the print.
request-field-information = Маълумоти пешниҳодшуда
# Label of a field of a request, on the screen and on the print.
request-field-suggested-use = Давлати қабулкунанда бо он чӣ карда метавонад
# Label of a field of a request, on the screen and on the print.
request-field-use-limits = Маҳдудияти истифода
# Label of a field of a request, on the screen and on the print.
request-field-use-limits-text = Матни маҳдудиятҳо
# Label of a field of a request, on the screen and on the print.
request-field-letter-kind = Навъи нома
# Label of a field of a request, on the screen and on the print.
request-field-parent = Дархости зикршуда
# Label of a field of a request, on the screen and on the print.
request-field-supplement-text = Маълумоти иловагӣ
# Label of a field of a request, on the screen and on the print.
request-field-status-asked = Ҳолати пурсидашаванда
# Label of a field of a request, on the screen and on the print.
request-field-withdrawal-reason = Сабаби бозпас гирифтан
# Label of a field of a request, on the screen and on the print.
request-field-withdrawal-effects = Натиҷаҳо ва чораҳо чӣ мешаванд
# Label of a field of a request, on the screen and on the print.
request-field-answering-authority = Мақоме, ки ҷавоб медиҳад
# Label of a field of a request, on the screen and on the print.
request-field-asking-authority = Мақоме, ки дархост кардааст
# Label of a field of a request, on the screen and on the print.
request-field-executing-authority = Мақоме, ки дархостро иҷро кард
# Label of a field of a request, on the screen and on the print.
request-field-answer-kind = Навъи ҷавоб
# Label of a field of a request, on the screen and on the print.
request-field-result = Натиҷа
# Label of a field of a request, on the screen and on the print.
request-field-open-part = Чӣ боқӣ мондааст ва чаро
# Label of a field of a request, on the screen and on the print.
request-field-refusal-reasons = Сабабҳои рад кардан
# Label of a field of a request, on the screen and on the print.
request-field-postponement-reasons = Сабабҳои ба таъхир гузоштан
# Label of a field of a request, on the screen and on the print.
request-field-postponed-until = Санаи аз сар гирифтан
# Label of a field of a request, on the screen and on the print.
request-field-consultation = Машварат пеш аз қарор
# Label of a field of a request, on the screen and on the print.
request-field-returned-objects = Ашёи баргардонидашаванда

## Words on every print of a request

# Word or sentence on the print of a request.
request-twin-reference = Рақам
# Word or sentence on the print of a request.
request-twin-version = Таҳрир
# Word or sentence on the print of a request.
request-twin-digest = SHA-256-и ин таҳрир
# Word or sentence on the print of a request.
request-twin-date = Сана
# Word or sentence on the print of a request.
request-twin-requesting-state = Давлати дархосткунанда
# Word or sentence on the print of a request.
request-twin-requested-state = Давлати дархостшаванда
# Word or sentence on the print of a request.
request-twin-legal-basis = Асоси ҳуқуқӣ
# Word or sentence on the print of a request.
request-twin-articles = Моддаҳо
# Word or sentence on the print of a request.
request-twin-no-obligation = Шартномаи байни ду давлат амалкунандае маълум нест, ки давлати дархостшавандаро ба ин чора вазифадор кунад. Ин чора дар асоси дар поён баёншуда дархост мешавад.
# Word or sentence on the print of a request.
request-twin-asked-instead = Дар ин асос дархост мешавад
# Word or sentence on the print of a request.
request-twin-asked-under-general-clause = Мувофиқи муқаррароти умумие дархост мешавад, ки ба ин чора вазифадор намекунад
# Word or sentence on the print of a request.
request-twin-official-name-unknown = Номи расмӣ бояд тасдиқ шавад
# Word or sentence on the print of a request.
request-twin-annexes = Замимаҳо
# Word or sentence on the print of a request.
request-twin-annex-number = Рақам
# Word or sentence on the print of a request.
request-twin-annex-title = Ном
# Word or sentence on the print of a request.
request-twin-annex-sha256 = SHA-256
# Word or sentence on the print of a request.
request-twin-advance-copy = Нусхаи пешакӣ. Нусхаи аслии имзошуда баъдтар фиристода мешавад.
# Word or sentence on the print of a request.
request-twin-original = Нусхаи аслӣ
# Word or sentence on the print of a request.
request-twin-exercise = МАШҚ — дархости воқеӣ нест
# Word or sentence on the print of a request.
request-twin-from = Аз
# Word or sentence on the print of a request.
request-twin-to = То
# Word or sentence on the print of a request.
request-twin-kept-until = Нигоҳ дошта мешавад то
# Word or sentence on the print of a request.
request-twin-yes = Ҳа
# Word or sentence on the print of a request.
request-twin-no = Не
# Word or sentence on the print of a request.
request-twin-name = Ном
# Word or sentence on the print of a request.
request-twin-unit = Воҳид
# Word or sentence on the print of a request.
request-twin-role = Мақоми ҳуқуқӣ
# Word or sentence on the print of a request.
request-twin-born = Таваллуд ё таъсис
# Word or sentence on the print of a request.
request-twin-nationality = Шаҳрвандӣ ё давлати бақайдгирӣ
# Word or sentence on the print of a request.
request-twin-address = Суроға
# Word or sentence on the print of a request.
request-twin-occupation = Касб ё фаъолият
# Word or sentence on the print of a request.
request-twin-registration = Рақами ҳуҷҷат ё бақайдгирӣ
# Word or sentence on the print of a request.
request-twin-network = Шабака ё платформа
# Word or sentence on the print of a request.
request-twin-provision = Муқаррарот
# Word or sentence on the print of a request.
request-twin-provision-text = Матн
# Word or sentence on the print of a request.
request-twin-max-penalty = Ҷазои ниҳоӣ, бо солҳо
# Word or sentence on the print of a request.
request-twin-conduct = Кирдор
# Word or sentence on the print of a request.
request-twin-item = Дархост мешавад
# Word or sentence on the print of a request.
request-twin-link = Чаро муҳим аст
# Word or sentence on the print of a request.
request-twin-offence = Ҷиноят
# Word or sentence on the print of a request.
request-twin-account = Ҳисоб
# Word or sentence on the print of a request.
request-twin-machine-readable = Нусхаи мошинхони ин дархост ба ҳамин файл замима шудааст.
# Word or sentence on the print of a request.
request-twin-basis-provides = Ин чораро пешбинӣ мекунад.
# Word or sentence on the print of a request.
request-twin-basis-carries = Уҳдадории умумии он оид ба ёрӣ ин чораро фаро мегирад.
# Word or sentence on the print of a request.
request-twin-basis-between = Ёрии байни ду давлатро танзим мекунад.
# Word or sentence on the print of a request.
request-twin-way = Асос
# Word or sentence on the print of a request.
request-twin-way-name = Қонун, шабака ё мақом
# Word or sentence on the print of a request.
request-twin-provisions = Муқаррарот
# Word or sentence on the print of a request.
request-twin-identifier-kind = Навъ
# Word or sentence on the print of a request.
request-twin-identifier = Нишонаи муайянкунанда

# Word or sentence on the print of a request.
request-twin-identifier-at = Лаҳзаи истифода

# Word or sentence on the print of a request.
request-twin-identifier-port = Порт
# Sentence on an acknowledgement. $ticket is the number of the preservation, $until its last day.
request-twin-preserved = Маълумоти дар дархост номбаршуда бо рақами { $ticket } то охири { $until } нигоҳ дошта мешавад. Агар муҳлати дарозтар лозим бошад, тамдид бояд пеш аз он рӯз дархост шавад.

## Kinds of identifiers on the print

# Kind of an identifier, in a table on the print.
request-identifier-address = Суроға
# Kind of an identifier, in a table on the print.
request-identifier-transaction = Транзаксия
# Kind of an identifier, in a table on the print.
request-identifier-account = Ҳисоб
# Kind of an identifier, in a table on the print.
request-identifier-e-mail = Суроғаи почтаи электронӣ
# Kind of an identifier, in a table on the print.
request-identifier-ip = IP-суроға
# Kind of an identifier, in a table on the print.
request-identifier-iban = IBAN
# Kind of an identifier, in a table on the print.
request-identifier-domain = Номи домен
# Kind of an identifier, in a table on the print.
request-identifier-telephone = Рақами телефон

# Kind of an identifier, in a table on the print.
request-identifier-url = Нишонии веб

# Kind of an identifier, in a table on the print.
request-identifier-card = Корти пардохт

# Kind of an identifier, in a table on the print.
request-identifier-imei = Дастгоҳи мобилӣ (IMEI)

# Kind of an identifier, in a table on the print.
request-identifier-mac = Интерфейси шабака (MAC)

## Grounds on which something is asked where no instrument obliges, on the print

# A ground, in a table on the print.
request-way-general-clause = Муқаррароти умумии санаде, ки ба ин чора вазифадор намекунад
# A ground, in a table on the print.
request-way-reciprocity = Асоси мутақобила
# A ground, in a table on the print.
request-way-domestic-provision = Қонуни худи давлати дархостшаванда
# A ground, in a table on the print.
request-way-contact-points = Нуқтаҳои тамоси шабонарӯзӣ
# A ground, in a table on the print.
request-way-police = Ҳамкории политсия
# A ground, in a table on the print.
request-way-financial-intelligence = Ҳамкории байни воҳидҳои иктишофи молиявӣ
# A ground, in a table on the print.
request-way-asset-recovery = Шабакаи баргардонидани дороиҳо
# A ground, in a table on the print.
request-way-other-network = Шабакаи мақомот
# A ground, in a table on the print.
request-way-provider = Иродаи худи провайдер

## Where a request stands

# Where a request stands.
request-stage-drafted = Лоиҳа
# Where a request stands.
request-stage-reviewed = Санҷидашуда
# Where a request stands.
request-stage-approved = Тасдиқшуда
# Where a request stands.
request-stage-issued = Содиршуда
# Where a request stands.
request-stage-advance-copy-sent = Нусхаи пешакӣ фиристода шуд
# Where a request stands.
request-stage-original-dispatched = Нусхаи аслӣ фиристода шуд
# Where a request stands.
request-stage-advance-copy-received = Нусхаи пешакӣ қабул шуд
# Where a request stands.
request-stage-original-received = Нусхаи аслӣ қабул шуд
# Where a request stands.
request-stage-acknowledged = Қабул тасдиқ шуд
# Where a request stands.
request-stage-questioned = Саволи кушода
# Where a request stands.
request-stage-answered = Ба савол ҷавоб дода шуд
# Where a request stands.
request-stage-accepted = Барои иҷро қабулшуда
# Where a request stands.
request-stage-assigned = Ба иҷро супорида
# Where a request stands.
request-stage-executed-in-part = Қисман иҷрошуда
# Where a request stands.
request-stage-executed = Иҷрошуда
# Where a request stands.
request-stage-postponed = Ба таъхир гузошташуда
# Where a request stands.
request-stage-refused = Радшуда
# Where a request stands.
request-stage-withdrawn = Бозпасгирифта
# Where a request stands.
request-stage-closed = Пӯшида

## Statistics, on the screen and on paper

# Title of a sheet with figures.
request-statistics = Омори дархостҳо
# Sentence above the figures.
request-statistics-about = Танҳо дархостҳои парвандаҳое ҳисоб шудаанд, ки пурсанда ҳуқуқи хондани онҳоро дорад, ҳар кадом дар давраи содир ё қабул шуданаш. Рақамҳои корманди дигар метавонанд дигар бошанд.
# Sentence above the figures.
request-statistics-days = Рӯзҳо то содир шудан аз лоиҳаи аввал ва баъд аз он аз содир шудан ё қабул шудан ҳисоб мешаванд. Дархосте, ки бо якчанд асос рад шудааст, дар ҳар кадоми онҳо ҳисоб мешавад.
# Heading of a table.
request-statistics-counts = Дархостҳо
# Heading of a table.
request-statistics-times = Вақт то ҳар марҳила
# Heading of a table.
request-statistics-refusals = Асосҳои рад кардан
# In place of a table that has no rows.
request-statistics-none = Дар ин давра нест.
# Heading of a column.
request-statistics-direction = Самт
# Heading of a column.
request-statistics-measure = Чора
# Heading of a column, and label of a field above the figures: how many.
request-statistics-requests = Шумораи дархостҳо
# Heading of a column: how many were carried over from the register that the office kept before.
request-statistics-carried-over = Аз дафтари пештара
# Heading of a column.
request-statistics-pending = Дар иҷро
# Heading of a column.
request-statistics-stage = Марҳила
# Heading of a column.
request-statistics-reached = Ба он расидааст
# Heading of a column.
request-statistics-median = Миёна, бо рӯзҳо
# Heading of a column.
request-statistics-longest = Дарозтарин, бо рӯзҳо
# Heading of a column.
request-statistics-ground = Асос
# Heading of a column.
request-statistics-refused = Рад шудааст
# In the column of directions: this office asked.
request-statistics-sent = Фиристода
# In the column of directions: this office was asked.
request-statistics-received = Қабулшуда
# In the column of grounds: the refusal names neither a ground nor a provision.
request-statistics-no-ground = Нишон дода нашудааст
# Label of a field above the figures.
request-statistics-since = Аз рӯзи
# Label of a field above the figures.
request-statistics-until = То рӯзи
# Label of a field above the figures.
request-statistics-on = Ба ҳолати рӯзи
# Label of a field above the figures: how many cases were looked through.
request-statistics-cases = Парвандаҳои ҳисобшуда
