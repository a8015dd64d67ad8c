### The words of requests that are printed. The comments for translators are those of the English file. What is not here is for screens.
### Not reviewed by a jurist or native translator of any authority: see review.toml.

## Titles of forms

# Title of the form for records of a virtual-asset service provider.
request-form-vasp-records = Kripto-aktivlar aylanmasi sohasidagi xizmatlar provayderidagi maʼlumotlar toʻgʻrisidagi soʻrov
# Title of the form for expedited preservation.
request-form-preservation = Saqlanayotgan kompyuter axborotining saqlanishini tezkor taʼminlash toʻgʻrisidagi soʻrov
# Title of the form for expedited disclosure of the path of a communication.
request-form-traffic-path-disclosure = Aloqa yoʻlini tezkor oshkor qilish toʻgʻrisidagi soʻrov
# Title of the form for subscriber data.
request-form-subscriber-data = Abonent haqidagi maʼlumotlar toʻgʻrisidagi soʻrov
# Title of the form for stored content of an account.
request-form-stored-content = Hisobning saqlanayotgan mazmuni toʻgʻrisidagi soʻrov
# Title of the form for traffic data collected in real time.
request-form-real-time-traffic = Trafik maʼlumotlarini real vaqt rejimida yigʻish toʻgʻrisidagi soʻrov
# Title of the form for the interception of content.
request-form-content-interception = Mazmunga oid maʼlumotlarni tutib olish toʻgʻrisidagi soʻrov
# Title of the form for disclosure in an emergency.
request-form-emergency-disclosure = Favqulodda holatda maʼlumotlarni oshkor qilish toʻgʻrisidagi soʻrov
# Title of the form for the statement of a witness, suspect, victim or expert.
request-form-statement = Koʻrsatuv olish toʻgʻrisidagi soʻrov
# Title of the form for a hearing by videoconference.
request-form-videoconference = Videokonferensaloqa orqali soʻroq qilish toʻgʻrisidagi soʻrov
# Title of the form for the service of documents.
request-form-service-of-documents = Hujjatlarni topshirish toʻgʻrisidagi soʻrov
# Title of the form for search and seizure.
request-form-search-and-seizure = Tintuv va olib qoʻyish toʻgʻrisidagi soʻrov
# Title of the form for records of banks and companies.
request-form-bank-records = Banklar va kompaniyalarning maʼlumotlari toʻgʻrisidagi soʻrov
# Title of the form for the tracing of proceeds.
request-form-asset-tracing = Jinoiy daromadlarni kuzatish toʻgʻrisidagi soʻrov
# Title of the form for freezing or seizure of property.
request-form-freezing = Mol-mulkni ishga solmay turish yoki xatlash toʻgʻrisidagi soʻrov
# Title of the form for confiscation.
request-form-confiscation = Musodara qilish toʻgʻrisidagi soʻrov
# Title of the form for the return or sharing of assets.
request-form-asset-return = Aktivlarni qaytarish yoki taqsimlash toʻgʻrisidagi soʻrov
# Title of the form for a joint investigation.
request-form-joint-investigation = Qoʻshma tergov toʻgʻrisidagi soʻrov
# Title of the form for a controlled delivery.
request-form-controlled-delivery = Nazorat ostida yetkazib berish toʻgʻrisidagi soʻrov
# Title of the form for the transfer of criminal proceedings.
request-form-transfer-of-proceedings = Jinoiy taʼqibni topshirish toʻgʻrisidagi soʻrov
# Title of the form for the transfer of a detained person as a witness.
request-form-transfer-of-detained-person = Qamoqda saqlanayotgan shaxsni guvoh sifatida topshirish toʻgʻrisidagi soʻrov
# Title of the form for information that nobody asked for.
request-form-spontaneous-information = Oʻz tashabbusi bilan taqdim etilgan axborot
# Title of the form for a letter that adds to a request, asks how it stands, or withdraws it.
request-form-supplement = Soʻrovni toʻldirish, eslatish yoki qaytarib olish
# Title of the form for the answer to a request.
request-form-answer = Soʻrovga javob

## Parts of a request

# Heading of a part of a request.
request-section-authorities = Organlar
# Heading of a part of a request.
request-section-matter = Ish yurituvi va holatlar
# Heading of a part of a request.
request-section-help = Nima soʻralmoqda
# Heading of a part of a request: on what ground it is asked where no treaty obliges.
request-section-ground = Qanday asosda soʻralmoqda
# Heading of a part of a request.
request-section-handling = Ushbu soʻrovni ijro etish tartibi
# Heading of a part of a request.
request-section-annexes = Ilovalar
# Heading of a part of a request.
request-section-emergency = Favqulodda holat
# Heading of a part of a request.
request-section-hearing = Soʻroq
# Heading of a part of a request.
request-section-order = Qaror
# Heading of a part of a request.
request-section-property = Mol-mulk
# Heading of a part of a request.
request-section-letter = Ushbu xatning mazmuni

## What the print leaves room for

# Label of the place for the signature on the print.
request-place-signature = Imzo
# Label of the place for the official seal on the print.
request-place-seal = Rasmiy muhr
# Label of the place for the number of the outgoing register.
request-place-register-number = Roʻyxatga olish raqami
# Label of the place for the stamp of receipt.
request-place-date-received = Qabul qilingan sana

## What can be chosen

# A choice: a new preservation.
request-value-new = Yangi saqlash
# A choice: a preservation is renewed.
request-value-renewal = Avvalgi saqlashni uzaytirish
# A choice: whether the own State has ordered the measure.
request-value-order-attached = Qaror chiqarilgan; nusxasi ilova qilinadi
# A choice: whether the own State has ordered the measure.
request-value-order-not-needed = Soʻrov berayotgan davlat qonuni qaror talab qilmaydi
# A choice: whether the request is the first one for the data.
request-value-first-request = Birinchi soʻrov
# A choice: whether the request is the first one for the data.
request-value-after-request = Avvalgi soʻrovning davomi
# A choice: whether the request is the first one for the data.
request-value-after-preservation = Maʼlumotlarni saqlashning davomi
# A choice: through whom the request goes.
request-value-through-authority = Soʻrov berilayotgan davlat organi
# A choice: through whom the request goes.
request-value-direct-to-provider = Bevosita provayderning oʻzi
# A choice: through whom the request goes.
request-value-asset-recovery-network = Aktivlarni qaytarish tarmogʻi
# A choice: through whom the request goes.
request-value-intelligence-units = Moliyaviy tezkor axborot boʻlinmalari
# A choice: through whom the request goes.
request-value-central-authorities = Markaziy organlar
# A choice: something is not asked for.
request-value-not-asked = Soʻralmaydi
# A choice: something is asked for.
request-value-asked = Soʻraladi
# A choice: on what the gravity of the offence rests.
request-value-four-years-or-more = Eng yuqori jazo toʻrt yil ozodlikdan mahrum qilish yoki undan koʻp
# A choice: on what the gravity of the offence rests.
request-value-on-list = Qonun ushbu chorani qoʻllashga yoʻl qoʻygan jinoyatlar roʻyxatida bor
# A choice: what is at risk in an emergency.
request-value-risk-to-life = Shaxsning hayotiga
# A choice: what is at risk in an emergency.
request-value-risk-to-safety = Shaxsning xavfsizligiga
# A choice: in which capacity a person is heard.
request-value-witness = Guvoh
# A choice: in which capacity a person is heard.
request-value-suspect = Gumon qilinuvchi yoki ayblanuvchi
# A choice: in which capacity a person is heard.
request-value-victim = Jabrlanuvchi
# A choice: in which capacity a person is heard.
request-value-expert = Ekspert
# A choice: whether a person has consented.
request-value-consent-given = Berilgan
# A choice: whether a person has consented.
request-value-consent-to-be-obtained = Soʻrov berilayotgan davlat olishi kerak
# A choice: what kind of document is served.
request-value-summons = Kelish toʻgʻrisidagi chaqiruv qogʻozi
# A choice: what kind of document is served.
request-value-decision = Hukm yoki boshqa qaror
# A choice: what kind of document is served.
request-value-other-document = Boshqa hujjat
# A choice: which records are asked for.
request-value-known-accounts = Maʼlum hisobvaraqlar boʻyicha
# A choice: which records are asked for.
request-value-accounts-of-person = Shaxs yoki tashkilotning barcha hisobvaraqlari boʻyicha
# A choice: which records are asked for.
request-value-company-records = Kompaniya yoki reyestr boʻyicha
# A choice: what the results may be used for.
request-value-lead-only = Faqat yoʻnaltiruvchi maʼlumot sifatida
# A choice: what the results may be used for.
request-value-as-evidence = Dalil sifatida
# A choice: what kind of property is concerned.
request-value-virtual-assets = Kripto-aktivlar
# A choice: what kind of property is concerned.
request-value-money-on-account = Hisobvaraqdagi pul
# A choice: what kind of property is concerned.
request-value-other-property = Boshqa mol-mulk
# A choice: who controls a wallet.
request-value-hosted-wallet = Provayder
# A choice: who controls a wallet.
request-value-own-wallet = Faqat egasining oʻzi
# A choice: on what it rests that an address belongs to somebody.
request-value-attribution-confirmed = Provayder yoki egasi tasdiqlagan
# A choice: on what it rests that an address belongs to somebody.
request-value-attribution-published = Eʼlon qilingan manbada koʻrsatilgan
# A choice: on what it rests that an address belongs to somebody.
request-value-attribution-inferred = Ilovada koʻrsatilgan usul bilan xulosa qilingan
# A choice: what kind of confiscation is asked for.
request-value-own-order-asked = Soʻrov berilayotgan davlat qarori bilan
# A choice: what kind of confiscation is asked for.
request-value-foreign-order-enforced = Soʻrov berayotgan davlat qarorini ijro etish bilan
# A choice: how assets are to be returned.
request-value-whole-return = Toʻliq qaytarish
# A choice: how assets are to be returned.
request-value-asset-sharing = Aktivlarni taqsimlash
# A choice: how assets are to be returned.
request-value-victim-compensation = Jabrlanuvchilarga tovon toʻlash
# A choice: how a controlled delivery is carried out.
request-value-pass-intact = Yuk oʻzgarishsiz oʻtkaziladi
# A choice: how a controlled delivery is carried out.
request-value-replaced-in-part = Yukning bir qismi almashtiriladi
# A choice: how a controlled delivery is carried out.
request-value-replaced-whole = Yuk toʻliq almashtiriladi
# A choice: through which States goods pass.
request-value-no-transit = Uchinchi davlatsiz
# A choice: through which States goods pass.
request-value-through-transit-states = Tranzit davlatlar orqali
# A choice: whether the accused are in custody.
request-value-at-liberty = Ozodlikda
# A choice: whether the accused are in custody.
request-value-in-custody = Qamoqda
# A choice: whether the use of information is limited.
request-value-limits-set = Cheklovlar belgilangan
# A choice: whether the use of information is limited.
request-value-no-limits = Cheklovlar belgilanmagan
# A choice: what a letter is.
request-value-supplement = Toʻldirish
# A choice: what a letter is.
request-value-reminder = Eslatish
# A choice: what a letter is.
request-value-withdrawal = Qaytarib olish
# A choice: what an answer is.
request-value-answered-in-full = Toʻliq javob berildi
# A choice: what an answer is.
request-value-answered-in-part = Qisman javob berildi
# A choice: what an answer is.
request-value-refused = Rad etildi
# A choice: what an answer is.
request-value-postponed = Kechiktirildi

## Labels of fields

# Label of a field of a request, on the screen and on the print.
request-field-requesting-authority = Soʻrov berayotgan organ
# Label of a field of a request, on the screen and on the print.
request-field-requested-authority = Soʻrov yuborilgan organ
# Label of a field of a request, on the screen and on the print.
request-field-conducting-authority = Ish yurituvchi organ
# Label of a field of a request, on the screen and on the print.
request-field-matter-nature = Ishning predmeti va bosqichi
# Label of a field of a request, on the screen and on the print.
request-field-facts-summary = Holatlarning qisqacha bayoni
# Label of a field of a request, on the screen and on the print.
request-field-facts-short = Holatlar qisqacha
# Label of a field of a request, on the screen and on the print.
request-field-offences = Jinoyatlar va jazolar
# Label of a field of a request, on the screen and on the print.
request-field-damage = Zarar
# Label of a field of a request, on the screen and on the print.
request-field-persons = Aloqador shaxslar va tashkilotlar
# Label of a field of a request, on the screen and on the print.
request-field-provider = Maʼlumotlarni saqlovchi provayder
# Label of a field of a request, on the screen and on the print.
request-field-holder = Maʼlumotlarni saqlovchi
# Label of a field of a request, on the screen and on the print.
request-field-accounts = Hisobvaraqlar, manzillar va tranzaksiyalar
# Label of a field of a request, on the screen and on the print.
request-field-period = Qamrab olingan vaqt
# Label of a field of a request, on the screen and on the print.
request-field-items = Nima soʻralmoqda
# Label of a field of a request, on the screen and on the print.
request-field-data = Saqlanishi kerak boʻlgan maʼlumotlar
# Label of a field of a request, on the screen and on the print.
request-field-purpose = Maqsad
# Label of a field of a request, on the screen and on the print.
request-field-findings = Kuzatish natijalari va boshqa xulosalar
# Label of a field of a request, on the screen and on the print.
request-field-tickets = Avvalgi saqlash
# Label of a field of a request, on the screen and on the print.
request-field-ways = Shartnoma oʻrniga asos boʻladigan
# Label of a field of a request, on the screen and on the print.
request-field-reciprocity-offer = Oʻzarolik taklifi
# Label of a field of a request, on the screen and on the print.
request-field-special-procedure = Istalgan tartib
# Label of a field of a request, on the screen and on the print.
request-field-special-procedure-reason = Tartibning sababi
# Label of a field of a request, on the screen and on the print.
request-field-deadline = Javob kutilayotgan muddat
# Label of a field of a request, on the screen and on the print.
request-field-deadline-reason = Muddatning sababi
# Label of a field of a request, on the screen and on the print.
request-field-secrecy = Maxfiy saqlansin
# Label of a field of a request, on the screen and on the print.
request-field-secrecy-reason = Maxfiylikning sababi
# Label of a field of a request, on the screen and on the print.
request-field-signatory = Imzolagan
# Label of a field of a request, on the screen and on the print.
request-field-exhibits = Ilova qilingan hujjatlar
# Label of a field of a request, on the screen and on the print.
request-field-reply-contact = Tezkor javob uchun aloqa
# Label of a field of a request, on the screen and on the print.
request-field-renewal = Yangi yoki uzaytirish
# Label of a field of a request, on the screen and on the print.
request-field-preservation-need = Maʼlumotlar nima uchun hozir saqlanishi kerak
# Label of a field of a request, on the screen and on the print.
request-field-intent-to-follow-up = Maʼlumotlar boʻyicha soʻrov keyin yuboriladi
# Label of a field of a request, on the screen and on the print.
request-field-keep-days = Maʼlumotlarni saqlash muddati, kun
# Label of a field of a request, on the screen and on the print.
request-field-use-undertaking = Foydalanish toʻgʻrisidagi majburiyat
# Label of a field of a request, on the screen and on the print.
request-field-costs = Xarajatlar
# Label of a field of a request, on the screen and on the print.
request-field-earlier-requests = Avvalgi soʻrovlar va aloqalar
# Label of a field of a request, on the screen and on the print.
request-field-least-intrusive = Yengilroq chora nima uchun yetarli emas
# Label of a field of a request, on the screen and on the print.
request-field-own-order = Soʻrov berayotgan davlatdagi qaror
# Label of a field of a request, on the screen and on the print.
request-field-orders = Qarorlarning nusxalari
# Label of a field of a request, on the screen and on the print.
request-field-no-order-reason = Qaror nima uchun kerak emas
# Label of a field of a request, on the screen and on the print.
request-field-dual-criminality = Harakatni jinoyat deb ikki tomonlama tan olish
# Label of a field of a request, on the screen and on the print.
request-field-communication = Yoʻli izlanayotgan aloqa
# Label of a field of a request, on the screen and on the print.
request-field-path-known = Yoʻlning hozircha maʼlum qismi
# Label of a field of a request, on the screen and on the print.
request-field-next-provider = Yoʻldagi keyingi provayder
# Label of a field of a request, on the screen and on the print.
request-field-request-status = Birinchi soʻrov yoki davomi
# Label of a field of a request, on the screen and on the print.
request-field-asked-through = Soʻrov yuborilgan kanal
# Label of a field of a request, on the screen and on the print.
request-field-treaty-basis = Provayderga bevosita murojaat asosi
# Label of a field of a request, on the screen and on the print.
request-field-domestic-grounds = Soʻrov berayotgan davlat qonunidagi asos
# Label of a field of a request, on the screen and on the print.
request-field-content = Xabarlashuv mazmuni
# Label of a field of a request, on the screen and on the print.
request-field-delivery = Natijalarni topshirish tartibi
# Label of a field of a request, on the screen and on the print.
request-field-lines = Aloqador liniyalar va hisoblar
# Label of a field of a request, on the screen and on the print.
request-field-measure-period = Choraning vaqti
# Label of a field of a request, on the screen and on the print.
request-field-technique = Texnik usul
# Label of a field of a request, on the screen and on the print.
request-field-availability-own = Soʻrov berayotgan davlat qonunidagi chora
# Label of a field of a request, on the screen and on the print.
request-field-availability-other = Soʻrov berilayotgan davlat qonunidagi chora
# Label of a field of a request, on the screen and on the print.
request-field-gravity = Jinoyatning ogʻirligi
# Label of a field of a request, on the screen and on the print.
request-field-gravity-provision = Ogʻirligini koʻrsatuvchi norma
# Label of a field of a request, on the screen and on the print.
request-field-safeguards = Boshqalarning huquqlarini himoya qilish
# Label of a field of a request, on the screen and on the print.
request-field-risk = Bevosita xavf
# Label of a field of a request, on the screen and on the print.
request-field-emergency = Holat nima uchun favqulodda
# Label of a field of a request, on the screen and on the print.
request-field-emergency-link = Maʼlumotlarning favqulodda holatga aloqasi
# Label of a field of a request, on the screen and on the print.
request-field-who-at-risk = Kimga xavf bor
# Label of a field of a request, on the screen and on the print.
request-field-when-at-risk = Zarar qachon kutilmoqda
# Label of a field of a request, on the screen and on the print.
request-field-second-signatory = Ikkinchi imzolagan
# Label of a field of a request, on the screen and on the print.
request-field-person-status = Shaxsning maqomi
# Label of a field of a request, on the screen and on the print.
request-field-hearing-person = Soʻroq qilinadigan shaxs
# Label of a field of a request, on the screen and on the print.
request-field-questions = Savollar
# Label of a field of a request, on the screen and on the print.
request-field-rights-notice = Huquqlarni tushuntirish
# Label of a field of a request, on the screen and on the print.
request-field-presence = Qatnashishni istagan mansabdor shaxslar
# Label of a field of a request, on the screen and on the print.
request-field-video-wish = Videokonferensaloqa
# Label of a field of a request, on the screen and on the print.
request-field-video-reason = Videokonferensaloqaning sababi
# Label of a field of a request, on the screen and on the print.
request-field-hearing-time = Soʻroq vaqti
# Label of a field of a request, on the screen and on the print.
request-field-hearing-time-there = Soʻrov berilayotgan davlatdagi xuddi shu vaqt
# Label of a field of a request, on the screen and on the print.
request-field-other-times = Boshqa mumkin boʻlgan vaqtlar
# Label of a field of a request, on the screen and on the print.
request-field-link = Texnik aloqa
# Label of a field of a request, on the screen and on the print.
request-field-hearing-law = Soʻroqqa qoʻllaniladigan qonun
# Label of a field of a request, on the screen and on the print.
request-field-taking-part = Qatnashuvchilar
# Label of a field of a request, on the screen and on the print.
request-field-interpretation = Ogʻzaki tarjima
# Label of a field of a request, on the screen and on the print.
request-field-person-consent = Shaxsning roziligi
# Label of a field of a request, on the screen and on the print.
request-field-served-person = Hujjat topshiriladigan shaxs
# Label of a field of a request, on the screen and on the print.
request-field-served-documents = Topshiriladigan hujjatlar
# Label of a field of a request, on the screen and on the print.
request-field-document-kind = Hujjat turi
# Label of a field of a request, on the screen and on the print.
request-field-documents-summary = Hujjatlarning mazmuni
# Label of a field of a request, on the screen and on the print.
request-field-appearance-date = Kelish kuni
# Label of a field of a request, on the screen and on the print.
request-field-appearance-place = Kelish joyi va soati
# Label of a field of a request, on the screen and on the print.
request-field-document-language = Hujjatlar tili
# Label of a field of a request, on the screen and on the print.
request-field-proof-of-service = Topshirilganini tasdiqlashning istalgan turi
# Label of a field of a request, on the screen and on the print.
request-field-safe-conduct = Shaxsga beriladigan kafolat
# Label of a field of a request, on the screen and on the print.
request-field-detained-person = Qamoqda saqlanayotgan shaxs
# Label of a field of a request, on the screen and on the print.
request-field-consents = Yozma rozilik
# Label of a field of a request, on the screen and on the print.
request-field-consent-asking = Rozilik qanday olinishi kerak
# Label of a field of a request, on the screen and on the print.
request-field-presence-need = Qatnashuvi nima uchun kerak
# Label of a field of a request, on the screen and on the print.
request-field-transfer-period = Topshirish muddati
# Label of a field of a request, on the screen and on the print.
request-field-custody-place = Qamoqda saqlash joyi
# Label of a field of a request, on the screen and on the print.
request-field-custody-credit = Qamoqda saqlash vaqtini jazoga hisoblash
# Label of a field of a request, on the screen and on the print.
request-field-return-undertaking = Shaxsni qaytarish majburiyati
# Label of a field of a request, on the screen and on the print.
request-field-escort = Kuzatib borish va yoʻl
# Label of a field of a request, on the screen and on the print.
request-field-search-places = Tintuv oʻtkaziladigan joylar
# Label of a field of a request, on the screen and on the print.
request-field-search-items = Izlanayotgan ashyolar va maʼlumotlar
# Label of a field of a request, on the screen and on the print.
request-field-search-grounds = Ular shu yerda deb hisoblash asoslari
# Label of a field of a request, on the screen and on the print.
request-field-device-handling = Qurilmalar va maʼlumotlar bilan ishlash tartibi
# Label of a field of a request, on the screen and on the print.
request-field-record-kind = Tegishli maʼlumotlar
# Label of a field of a request, on the screen and on the print.
request-field-record-holder = Bank, kompaniya yoki reyestr
# Label of a field of a request, on the screen and on the print.
request-field-bank-accounts = Bank hisobvaraqlari
# Label of a field of a request, on the screen and on the print.
request-field-bank-secrecy = Bank siri
# Label of a field of a request, on the screen and on the print.
request-field-assets = Kuzatiladigan mol-mulk
# Label of a field of a request, on the screen and on the print.
request-field-asset-links = Bogʻlanishlar va ularning manbalari
# Label of a field of a request, on the screen and on the print.
request-field-actions-wanted = Istalgan harakatlar
# Label of a field of a request, on the screen and on the print.
request-field-result-use = Natijalardan foydalanish
# Label of a field of a request, on the screen and on the print.
request-field-value = Qiymati yoki eng yuqori summa
# Label of a field of a request, on the screen and on the print.
request-field-property-kind = Mol-mulk turi
# Label of a field of a request, on the screen and on the print.
request-field-property = Tegishli mol-mulk
# Label of a field of a request, on the screen and on the print.
request-field-property-place = Mol-mulk joylashgan joy
# Label of a field of a request, on the screen and on the print.
request-field-property-holder = Mol-mulkni saqlovchi
# Label of a field of a request, on the screen and on the print.
request-field-wallets = Hamyonlar, manzillar va tranzaksiyalar
# Label of a field of a request, on the screen and on the print.
request-field-wallet-control = Hamyon kimning nazoratida
# Label of a field of a request, on the screen and on the print.
request-field-attribution = Mansubligini aniqlash asosi
# Label of a field of a request, on the screen and on the print.
request-field-asset-amount = Kripto-aktivlar miqdori
# Label of a field of a request, on the screen and on the print.
request-field-value-time = Baholash vaqti
# Label of a field of a request, on the screen and on the print.
request-field-value-source = Narx manbasi
# Label of a field of a request, on the screen and on the print.
request-field-custody-plan = Saqlash rejasi
# Label of a field of a request, on the screen and on the print.
request-field-release-risk = Chiqib ketish yoki yoʻqolish xavfi
# Label of a field of a request, on the screen and on the print.
request-field-freeze-days = Chorani saqlash muddati, kun
# Label of a field of a request, on the screen and on the print.
request-field-confiscation-intent = Keyin boʻladigan musodara
# Label of a field of a request, on the screen and on the print.
request-field-grounds-for-order = Soʻrov berilayotgan davlat qarori uchun holatlar
# Label of a field of a request, on the screen and on the print.
request-field-third-party-notice = Uchinchi shaxslarni xabardor qilish
# Label of a field of a request, on the screen and on the print.
request-field-confiscation-kind = Musodara turi
# Label of a field of a request, on the screen and on the print.
request-field-order-copies = Ijro etilishi kerak boʻlgan qaror
# Label of a field of a request, on the screen and on the print.
request-field-finality = Qarorning qonuniy kuchga kirgani
# Label of a field of a request, on the screen and on the print.
request-field-extent = Ijro hajmi
# Label of a field of a request, on the screen and on the print.
request-field-due-process = Sud jarayonining tegishli tartibi saqlangani
# Label of a field of a request, on the screen and on the print.
request-field-return-basis = Qaytarishning huquqiy asosi
# Label of a field of a request, on the screen and on the print.
request-field-return-kind = Qaytarish turi
# Label of a field of a request, on the screen and on the print.
request-field-confiscation-reference = Asos boʻlgan musodara
# Label of a field of a request, on the screen and on the print.
request-field-share = Talab qilinayotgan ulush va uning sababi
# Label of a field of a request, on the screen and on the print.
request-field-victims = Jabrlanuvchilar
# Label of a field of a request, on the screen and on the print.
request-field-receiving-account = Qabul qiluvchi hisobvaraq
# Label of a field of a request, on the screen and on the print.
request-field-account-owner = Shu hisobvaraqning egasi
# Label of a field of a request, on the screen and on the print.
request-field-end-use = Qaytarilgan aktivlardan foydalanish
# Label of a field of a request, on the screen and on the print.
request-field-draft-agreement = Kelishuv loyihasi
# Label of a field of a request, on the screen and on the print.
request-field-team-aim = Qoʻshma tergovning maqsadi
# Label of a field of a request, on the screen and on the print.
request-field-members-own = Soʻrov berayotgan davlatdan aʼzolar
# Label of a field of a request, on the screen and on the print.
request-field-members-other = Soʻrov berilayotgan davlatdan istalgan aʼzolar
# Label of a field of a request, on the screen and on the print.
request-field-team-lead = Rahbarlik
# Label of a field of a request, on the screen and on the print.
request-field-team-term = Guruhning ish muddati
# Label of a field of a request, on the screen and on the print.
request-field-evidence-rules = Dalillar qoidalari
# Label of a field of a request, on the screen and on the print.
request-field-powers-abroad = Mansabdor shaxslarning chet eldagi vakolatlari
# Label of a field of a request, on the screen and on the print.
request-field-liability = Zarar uchun javobgarlik
# Label of a field of a request, on the screen and on the print.
request-field-goods = Yuk
# Label of a field of a request, on the screen and on the print.
request-field-delivery-method = Yetkazib berish usuli
# Label of a field of a request, on the screen and on the print.
request-field-route = Yoʻnalish
# Label of a field of a request, on the screen and on the print.
request-field-stops = Toʻxtash va topshirish joylari
# Label of a field of a request, on the screen and on the print.
request-field-delivery-period = Yetkazib berish vaqti
# Label of a field of a request, on the screen and on the print.
request-field-transit = Tranzit
# Label of a field of a request, on the screen and on the print.
request-field-transit-authorities = Tranzit davlatlarning organlari
# Label of a field of a request, on the screen and on the print.
request-field-transit-consents = Har bir tranzit davlatning roziligi
# Label of a field of a request, on the screen and on the print.
request-field-surveillance = Yukni kuzatib turish
# Label of a field of a request, on the screen and on the print.
request-field-abort = Yetkazib berish qachon toʻxtatiladi
# Label of a field of a request, on the screen and on the print.
request-field-prosecution = Kim taʼqib qiladi
# Label of a field of a request, on the screen and on the print.
request-field-accused = Gumon qilinuvchilar yoki ayblanuvchilar
# Label of a field of a request, on the screen and on the print.
request-field-custody-state = Qamoqda saqlash
# Label of a field of a request, on the screen and on the print.
request-field-custody-until = Qamoqda saqlashning tugashi
# Label of a field of a request, on the screen and on the print.
request-field-transfer-reason = Jinoiy taʼqib nima uchun topshirilishi kerak
# Label of a field of a request, on the screen and on the print.
request-field-decision-wanted = Istalgan qaror
# Label of a field of a request, on the screen and on the print.
request-field-file-inventory = Ish hujjatlari roʻyxati
# Label of a field of a request, on the screen and on the print.
request-field-file-language = Ish tili
# Label of a field of a request, on the screen and on the print.
request-field-limitation = Javobgarlikka tortish muddatlari
# Label of a field of a request, on the screen and on the print.
request-field-own-proceedings = Soʻrov berayotgan davlatdagi ish yurituvi
# Label of a field of a request, on the screen and on the print.
request-field-sending-authority = Axborot beruvchi organ
# Label of a field of a request, on the screen and on the print.
request-field-receiving-authority = Axborot oluvchi organ
# Label of a field of a request, on the screen and on the print.
request-field-information = Berilgan axborot
# Label of a field of a request, on the screen and on the print.
request-field-suggested-use = Oluvchi davlat u bilan nima qila oladi
# Label of a field of a request, on the screen and on the print.
request-field-use-limits = Foydalanishni cheklash
# Label of a field of a request, on the screen and on the print.
request-field-use-limits-text = Cheklovlar matni
# Label of a field of a request, on the screen and on the print.
request-field-letter-kind = Xat turi
# Label of a field of a request, on the screen and on the print.
request-field-parent = Havola qilingan soʻrov
# Label of a field of a request, on the screen and on the print.
request-field-supplement-text = Qoʻshimcha maʼlumot
# Label of a field of a request, on the screen and on the print.
request-field-status-asked = Soʻralayotgan holat
# Label of a field of a request, on the screen and on the print.
request-field-withdrawal-reason = Qaytarib olish sababi
# Label of a field of a request, on the screen and on the print.
request-field-withdrawal-effects = Natijalar va choralar bilan nima boʻladi
# Label of a field of a request, on the screen and on the print.
request-field-answering-authority = Javob beruvchi organ
# Label of a field of a request, on the screen and on the print.
request-field-asking-authority = Soʻragan organ
# Label of a field of a request, on the screen and on the print.
request-field-executing-authority = Soʻrovni ijro etgan organ
# Label of a field of a request, on the screen and on the print.
request-field-answer-kind = Javob turi
# Label of a field of a request, on the screen and on the print.
request-field-result = Natija
# Label of a field of a request, on the screen and on the print.
request-field-open-part = Nima bajarilmadi va nima uchun
# Label of a field of a request, on the screen and on the print.
request-field-refusal-reasons = Rad etish sabablari
# Label of a field of a request, on the screen and on the print.
request-field-postponement-reasons = Kechiktirish sabablari
# Label of a field of a request, on the screen and on the print.
request-field-postponed-until = Qayta boshlanadigan sana
# Label of a field of a request, on the screen and on the print.
request-field-consultation = Qarordan oldingi maslahatlashuv
# Label of a field of a request, on the screen and on the print.
request-field-returned-objects = Qaytarilishi kerak boʻlgan ashyolar

## Words on every print of a request

# Word or sentence on the print of a request.
request-twin-reference = Raqami
# Word or sentence on the print of a request.
request-twin-version = Tahrir
# Word or sentence on the print of a request.
request-twin-digest = Ushbu tahrirning SHA-256 qiymati
# Word or sentence on the print of a request.
request-twin-date = Sana
# Word or sentence on the print of a request.
request-twin-requesting-state = Soʻrov berayotgan davlat
# Word or sentence on the print of a request.
request-twin-requested-state = Soʻrov berilayotgan davlat
# Word or sentence on the print of a request.
request-twin-legal-basis = Huquqiy asos
# Word or sentence on the print of a request.
request-twin-articles = Moddalar
# Word or sentence on the print of a request.
request-twin-no-obligation = Ikki davlat oʻrtasida amalda boʻlgan, soʻrov berilayotgan davlatni ushbu choraga majbur qiladigan shartnoma maʼlum emas. U quyida koʻrsatilgan asosda soʻralmoqda.
# Word or sentence on the print of a request.
request-twin-asked-instead = Shu asosda soʻralmoqda
# Word or sentence on the print of a request.
request-twin-asked-under-general-clause = Ushbu choraga majbur qilmaydigan umumiy qoida boʻyicha soʻralmoqda
# Word or sentence on the print of a request.
request-twin-official-name-unknown = Rasmiy nomi tasdiqlanishi kerak
# Word or sentence on the print of a request.
request-twin-annexes = Ilovalar
# Word or sentence on the print of a request.
request-twin-annex-number = Raqami
# Word or sentence on the print of a request.
request-twin-annex-title = Nomi
# Word or sentence on the print of a request.
request-twin-annex-sha256 = SHA-256
# Word or sentence on the print of a request.
request-twin-advance-copy = Oldindan yuboriladigan nusxa. Imzolangan asl nusxasi keyin yuboriladi.
# Word or sentence on the print of a request.
request-twin-original = Asl nusxa
# Word or sentence on the print of a request.
request-twin-exercise = OʻQUV MASHQI — haqiqiy soʻrov emas
# Word or sentence on the print of a request.
request-twin-from = Boshlanishi
# Word or sentence on the print of a request.
request-twin-to = Tugashi
# Word or sentence on the print of a request.
request-twin-kept-until = Saqlashning oxirgi kuni
# Word or sentence on the print of a request.
request-twin-yes = Ha
# Word or sentence on the print of a request.
request-twin-no = Yoʻq
# Word or sentence on the print of a request.
request-twin-name = Nomi
# Word or sentence on the print of a request.
request-twin-unit = Boʻlinma
# Word or sentence on the print of a request.
request-twin-role = Maqomi
# Word or sentence on the print of a request.
request-twin-born = Tugʻilgan yoki tashkil etilgan sanasi va joyi
# Word or sentence on the print of a request.
request-twin-nationality = Fuqaroligi yoki roʻyxatdan oʻtgan davlati
# Word or sentence on the print of a request.
request-twin-address = Manzili
# Word or sentence on the print of a request.
request-twin-occupation = Kasbi yoki faoliyati
# Word or sentence on the print of a request.
request-twin-registration = Hujjat yoki roʻyxat raqami
# Word or sentence on the print of a request.
request-twin-network = Tarmoq yoki platforma
# Word or sentence on the print of a request.
request-twin-provision = Norma
# Word or sentence on the print of a request.
request-twin-provision-text = Matni
# Word or sentence on the print of a request.
request-twin-max-penalty = Eng yuqori jazo, yil
# Word or sentence on the print of a request.
request-twin-conduct = Harakat
# Word or sentence on the print of a request.
request-twin-item = Soʻralmoqda
# Word or sentence on the print of a request.
request-twin-link = Nima uchun muhim
# Word or sentence on the print of a request.
request-twin-offence = Jinoyat
# Word or sentence on the print of a request.
request-twin-account = Hisobvaraq
# Word or sentence on the print of a request.
request-twin-machine-readable = Ushbu soʻrovning mashinada oʻqiladigan nusxasi shu faylga ilova qilingan.
# Word or sentence on the print of a request.
request-twin-basis-provides = Ushbu chorani nazarda tutadi.
# Word or sentence on the print of a request.
request-twin-basis-carries = Yordam koʻrsatishning umumiy majburiyati ushbu chorani qamrab oladi.
# Word or sentence on the print of a request.
request-twin-basis-between = Ikki davlat oʻrtasidagi yordamni tartibga soladi.
# Word or sentence on the print of a request.
request-twin-way = Asos
# Word or sentence on the print of a request.
request-twin-way-name = Qonun, tarmoq yoki organ
# Word or sentence on the print of a request.
request-twin-provisions = Qoidalar
# Word or sentence on the print of a request.
request-twin-identifier-kind = Turi
# Word or sentence on the print of a request.
request-twin-identifier = Identifikator

# Word or sentence on the print of a request.
request-twin-identifier-at = Foydalanish vaqti

# Word or sentence on the print of a request.
request-twin-identifier-port = Port
# Sentence on an acknowledgement. $ticket is the number of the preservation, $until its last day.
request-twin-preserved = Soʻrovda koʻrsatilgan maʼlumotlar { $ticket } raqami bilan saqlanadi; saqlashning oxirgi kuni: { $until }. Uzoqroq saqlash kerak boʻlsa, uzaytirish shu kungacha soʻraladi.

## Kinds of identifiers on the print

# Kind of an identifier, in a table on the print.
request-identifier-address = Manzil
# Kind of an identifier, in a table on the print.
request-identifier-transaction = Tranzaksiya
# Kind of an identifier, in a table on the print.
request-identifier-account = Hisobvaraq
# Kind of an identifier, in a table on the print.
request-identifier-e-mail = Elektron pochta manzili
# Kind of an identifier, in a table on the print.
request-identifier-ip = IP manzil
# Kind of an identifier, in a table on the print.
request-identifier-iban = IBAN
# Kind of an identifier, in a table on the print.
request-identifier-domain = Domen nomi
# Kind of an identifier, in a table on the print.
request-identifier-telephone = Telefon raqami

# Kind of an identifier, in a table on the print.
request-identifier-url = Veb-manzil

# Kind of an identifier, in a table on the print.
request-identifier-card = Toʻlov kartasi

# Kind of an identifier, in a table on the print.
request-identifier-imei = Mobil qurilma (IMEI)

# Kind of an identifier, in a table on the print.
request-identifier-mac = Tarmoq interfeysi (MAC)

## Grounds on which something is asked where no instrument obliges, on the print

# A ground, in a table on the print.
request-way-general-clause = Ushbu choraga majbur qilmaydigan hujjatning umumiy qoidasi
# A ground, in a table on the print.
request-way-reciprocity = Oʻzarolik prinsipi
# A ground, in a table on the print.
request-way-domestic-provision = Soʻrov berilayotgan davlatning oʻz qonuni
# A ground, in a table on the print.
request-way-contact-points = Kecha-yu kunduz ishlaydigan aloqa punktlari
# A ground, in a table on the print.
request-way-police = Politsiya hamkorligi
# A ground, in a table on the print.
request-way-financial-intelligence = Moliyaviy tezkor axborot boʻlinmalarining hamkorligi
# A ground, in a table on the print.
request-way-asset-recovery = Aktivlarni qaytarish tarmogʻi
# A ground, in a table on the print.
request-way-other-network = Organlar tarmogʻi
# A ground, in a table on the print.
request-way-provider = Provayderning oʻz xohishi

## Where a request stands

# Where a request stands.
request-stage-drafted = Loyiha
# Where a request stands.
request-stage-reviewed = Koʻrib chiqilgan
# Where a request stands.
request-stage-approved = Maʼqullangan
# Where a request stands.
request-stage-issued = Chiqarilgan
# Where a request stands.
request-stage-advance-copy-sent = Oldindan yuboriladigan nusxa yuborilgan
# Where a request stands.
request-stage-original-dispatched = Asl nusxa yuborilgan
# Where a request stands.
request-stage-advance-copy-received = Oldindan yuboriladigan nusxa olingan
# Where a request stands.
request-stage-original-received = Asl nusxa olingan
# Where a request stands.
request-stage-acknowledged = Qabul qilingani tasdiqlangan
# Where a request stands.
request-stage-questioned = Ochiq savol
# Where a request stands.
request-stage-answered = Savolga javob berilgan
# Where a request stands.
request-stage-accepted = Ijroga qabul qilingan
# Where a request stands.
request-stage-assigned = Ijroga topshirilgan
# Where a request stands.
request-stage-executed-in-part = Qisman ijro etilgan
# Where a request stands.
request-stage-executed = Ijro etilgan
# Where a request stands.
request-stage-postponed = Kechiktirilgan
# Where a request stands.
request-stage-refused = Rad etilgan
# Where a request stands.
request-stage-withdrawn = Qaytarib olingan
# Where a request stands.
request-stage-closed = Yopilgan

## Statistics, on the screen and on paper

# Title of a sheet with figures.
request-statistics = Soʻrovlar statistikasi
# Sentence above the figures.
request-statistics-about = Faqat soʻragan shaxs oʻqishga haqli boʻlgan ishlardagi soʻrovlar hisobga olingan, har biri chiqarilgan yoki kelib tushgan davrda. Boshqa xodimning raqamlari boshqacha boʻlishi mumkin.
# Sentence above the figures.
request-statistics-days = Kunlar chiqarilgunga qadar birinchi loyihadan, undan keyin chiqarilgan yoki qabul qilingan kundan hisoblanadi. Bir nechta asosda rad etilgan soʻrov ularning har birida hisobga olinadi.
# Heading of a table.
request-statistics-counts = Soʻrovlar
# Heading of a table.
request-statistics-times = Har bir bosqichgacha vaqt
# Heading of a table.
request-statistics-refusals = Rad etish asoslari
# In place of a table that has no rows.
request-statistics-none = Bu davrda yoʻq.
# Heading of a column.
request-statistics-direction = Yoʻnalish
# Heading of a column.
request-statistics-measure = Chora
# Heading of a column, and label of a field above the figures: how many.
request-statistics-requests = Soʻrovlar soni
# Heading of a column: how many were carried over from the register that the office kept before.
request-statistics-carried-over = Eski reyestrdan
# Heading of a column.
request-statistics-pending = Ijroda
# Heading of a column.
request-statistics-stage = Bosqich
# Heading of a column.
request-statistics-reached = Yetib borgan
# Heading of a column.
request-statistics-median = Mediana, kun
# Heading of a column.
request-statistics-longest = Eng uzoq, kun
# Heading of a column.
request-statistics-ground = Asos
# Heading of a column.
request-statistics-refused = Rad etilgan
# In the column of directions: this office asked.
request-statistics-sent = Yuborilgan
# In the column of directions: this office was asked.
request-statistics-received = Olingan
# In the column of grounds: the refusal names neither a ground nor a provision.
request-statistics-no-ground = Koʻrsatilmagan
# Label of a field above the figures.
request-statistics-since = Shu kundan
# Label of a field above the figures.
request-statistics-until = Shu kungacha
# Label of a field above the figures.
request-statistics-on = Holat sanasi
# Label of a field above the figures: how many cases were looked through.
request-statistics-cases = Hisobga olingan ishlar
