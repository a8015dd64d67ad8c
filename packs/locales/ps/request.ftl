### The words of requests that are printed. The comments for translators are those of the English file. What is not here is for screens.
### Not reviewed by a jurist or native translator of any authority: see review.toml.

## Titles of forms

# Title of the form for records of a virtual-asset service provider.
request-form-vasp-records = د مجازي شتمنیو د خدمتونو له وړاندې کوونکي د سوابقو غوښتنه
# Title of the form for expedited preservation.
request-form-preservation = د زېرمه شویو کمپیوټري معلوماتو د بیړنۍ ساتنې غوښتنه
# Title of the form for expedited disclosure of the path of a communication.
request-form-traffic-path-disclosure = د اړیکې د لارې د بیړني څرګندولو غوښتنه
# Title of the form for subscriber data.
request-form-subscriber-data = د پېرودونکي د معلوماتو غوښتنه
# Title of the form for stored content of an account.
request-form-stored-content = د حساب د زېرمه شوې محتوا غوښتنه
# Title of the form for traffic data collected in real time.
request-form-real-time-traffic = په ریښتیني وخت کې د ترافیک د معلوماتو د راټولولو غوښتنه
# Title of the form for the interception of content.
request-form-content-interception = د محتوا د اورېدنې غوښتنه
# Title of the form for disclosure in an emergency.
request-form-emergency-disclosure = په بیړني حالت کې د معلوماتو د څرګندولو غوښتنه
# Title of the form for the statement of a witness, suspect, victim or expert.
request-form-statement = د اظهاراتو د اخیستلو غوښتنه
# Title of the form for a hearing by videoconference.
request-form-videoconference = د ویډیو کنفرانس له لارې د اورېدنې غونډې غوښتنه
# Title of the form for the service of documents.
request-form-service-of-documents = د اسنادو د ابلاغ غوښتنه
# Title of the form for search and seizure.
request-form-search-and-seizure = د تلاشۍ او ضبط غوښتنه
# Title of the form for records of banks and companies.
request-form-bank-records = د بانکونو او شرکتونو د سوابقو غوښتنه
# Title of the form for the tracing of proceeds.
request-form-asset-tracing = له جرم څخه د ترلاسه شویو عوایدو د ردیابۍ غوښتنه
# Title of the form for freezing or seizure of property.
request-form-freezing = د شتمنیو د کنګل کولو یا ضبط غوښتنه
# Title of the form for confiscation.
request-form-confiscation = د مصادرې غوښتنه
# Title of the form for the return or sharing of assets.
request-form-asset-return = د شتمنیو د راستنولو یا وېش غوښتنه
# Title of the form for a joint investigation.
request-form-joint-investigation = د ګډ تحقیق غوښتنه
# Title of the form for a controlled delivery.
request-form-controlled-delivery = د څارنې لاندې تسلیمۍ غوښتنه
# Title of the form for the transfer of criminal proceedings.
request-form-transfer-of-proceedings = د جزايي تعقیب د لېږد غوښتنه
# Title of the form for the transfer of a detained person as a witness.
request-form-transfer-of-detained-person = د شاهد په توګه د توقیف شوي شخص د لېږد غوښتنه
# Title of the form for information that nobody asked for.
request-form-spontaneous-information = پرته له غوښتنې ورکړل شوي معلومات
# Title of the form for a letter that adds to a request, asks how it stands, or withdraws it.
request-form-supplement = د غوښتنې بشپړونه، یادونه یا بېرته اخیستل
# Title of the form for the answer to a request.
request-form-answer = د غوښتنې ځواب

## Parts of a request

# Heading of a part of a request.
request-section-authorities = مراجع
# Heading of a part of a request.
request-section-matter = رسیدنه او پېښې
# Heading of a part of a request.
request-section-help = څه غوښتل کېږي
# Heading of a part of a request: on what ground it is asked where no treaty obliges.
request-section-ground = پر کوم بنسټ غوښتل کېږي
# Heading of a part of a request.
request-section-handling = د دې غوښتنې د ترسره کولو څرنګوالی
# Heading of a part of a request.
request-section-annexes = ضمیمې
# Heading of a part of a request.
request-section-emergency = بیړنی حالت
# Heading of a part of a request.
request-section-hearing = د اورېدنې غونډه
# Heading of a part of a request.
request-section-order = امر
# Heading of a part of a request.
request-section-property = شتمني
# Heading of a part of a request.
request-section-letter = د دې لیک منځپانګه

## What the print leaves room for

# Label of the place for the signature on the print.
request-place-signature = لاسلیک
# Label of the place for the official seal on the print.
request-place-seal = رسمي مهر
# Label of the place for the number of the outgoing register.
request-place-register-number = د ثبت شمېره
# Label of the place for the stamp of receipt.
request-place-date-received = د ترلاسه کولو نېټه

## What can be chosen

# A choice: a new preservation.
request-value-new = نوې ساتنه
# A choice: a preservation is renewed.
request-value-renewal = د پخوانۍ ساتنې تمدید
# A choice: whether the own State has ordered the measure.
request-value-order-attached = امر شوی دی؛ کاپي یې ضمیمه ده
# A choice: whether the own State has ordered the measure.
request-value-order-not-needed = د غوښتونکي دولت قانون امر نه غواړي
# A choice: whether the request is the first one for the data.
request-value-first-request = لومړنۍ غوښتنه
# A choice: whether the request is the first one for the data.
request-value-after-request = د پخوانۍ غوښتنې دوام
# A choice: whether the request is the first one for the data.
request-value-after-preservation = د ساتنې دوام
# A choice: through whom the request goes.
request-value-through-authority = د غوښتل شوي دولت مرجع
# A choice: through whom the request goes.
request-value-direct-to-provider = نېغ په نېغه وړاندې کوونکی
# A choice: through whom the request goes.
request-value-asset-recovery-network = د شتمنیو د بېرته ترلاسه کولو شبکه
# A choice: through whom the request goes.
request-value-intelligence-units = د مالي استخباراتو واحدونه
# A choice: through whom the request goes.
request-value-central-authorities = مرکزي مراجع
# A choice: something is not asked for.
request-value-not-asked = نه غوښتل کېږي
# A choice: something is asked for.
request-value-asked = غوښتل کېږي
# A choice: on what the gravity of the offence rests.
request-value-four-years-or-more = تر ټولو لوړه جزا څلور کاله حبس یا تر هغه زیات ده
# A choice: on what the gravity of the offence rests.
request-value-on-list = د هغو جرمونو په لړلیک کې دی چې قانون یې د دې تدبیر اجازه ورکوي
# A choice: what is at risk in an emergency.
request-value-risk-to-life = د شخص ژوند ته
# A choice: what is at risk in an emergency.
request-value-risk-to-safety = د شخص خوندیتوب ته
# A choice: in which capacity a person is heard.
request-value-witness = شاهد
# A choice: in which capacity a person is heard.
request-value-suspect = مظنون یا متهم
# A choice: in which capacity a person is heard.
request-value-victim = زیانمن شوی
# A choice: in which capacity a person is heard.
request-value-expert = د مسلک کارپوه
# A choice: whether a person has consented.
request-value-consent-given = ورکړل شوې ده
# A choice: whether a person has consented.
request-value-consent-to-be-obtained = غوښتل شوی دولت یې باید ترلاسه کړي
# A choice: what kind of document is served.
request-value-summons = د حاضرېدو جلب پاڼه
# A choice: what kind of document is served.
request-value-decision = حکم یا بله پرېکړه
# A choice: what kind of document is served.
request-value-other-document = بل سند
# A choice: which records are asked for.
request-value-known-accounts = د معلومو حسابونو
# A choice: which records are asked for.
request-value-accounts-of-person = د یو شخص یا ادارې د ټولو حسابونو
# A choice: which records are asked for.
request-value-company-records = د شرکت یا ثبت
# A choice: what the results may be used for.
request-value-lead-only = یوازې د لارښود معلومات په توګه
# A choice: what the results may be used for.
request-value-as-evidence = د دلیل په توګه
# A choice: what kind of property is concerned.
request-value-virtual-assets = مجازي شتمنۍ
# A choice: what kind of property is concerned.
request-value-money-on-account = په حساب کې پیسې
# A choice: what kind of property is concerned.
request-value-other-property = بله شتمني
# A choice: who controls a wallet.
request-value-hosted-wallet = وړاندې کوونکی
# A choice: who controls a wallet.
request-value-own-wallet = یوازې خپله لرونکی
# A choice: on what it rests that an address belongs to somebody.
request-value-attribution-confirmed = د وړاندې کوونکي یا لرونکي له خوا تایید شوی
# A choice: on what it rests that an address belongs to somebody.
request-value-attribution-published = په خپره شوې سرچینه کې ویل شوی
# A choice: on what it rests that an address belongs to somebody.
request-value-attribution-inferred = په هغه کړنلاره استنباط شوی چې په ضمیمه کې یاده ده
# A choice: what kind of confiscation is asked for.
request-value-own-order-asked = د غوښتل شوي دولت په امر
# A choice: what kind of confiscation is asked for.
request-value-foreign-order-enforced = د غوښتونکي دولت د امر په اجرا
# A choice: how assets are to be returned.
request-value-whole-return = بشپړ راستنول
# A choice: how assets are to be returned.
request-value-asset-sharing = د شتمنیو وېش
# A choice: how assets are to be returned.
request-value-victim-compensation = زیانمن شویو ته تاوان ورکول
# A choice: how a controlled delivery is carried out.
request-value-pass-intact = مال بې بدلونه تېرېږي
# A choice: how a controlled delivery is carried out.
request-value-replaced-in-part = د مال یوه برخه بدلېږي
# A choice: how a controlled delivery is carried out.
request-value-replaced-whole = ټول مال بدلېږي
# A choice: through which States goods pass.
request-value-no-transit = پرته له درېیم دولت
# A choice: through which States goods pass.
request-value-through-transit-states = د ترانزیت دولتونو له لارې
# A choice: whether the accused are in custody.
request-value-at-liberty = ازاد
# A choice: whether the accused are in custody.
request-value-in-custody = په توقیف کې
# A choice: whether the use of information is limited.
request-value-limits-set = محدودیتونه ټاکل شوي دي
# A choice: whether the use of information is limited.
request-value-no-limits = محدودیت نه دی ټاکل شوی
# A choice: what a letter is.
request-value-supplement = بشپړونه
# A choice: what a letter is.
request-value-reminder = یادونه
# A choice: what a letter is.
request-value-withdrawal = بېرته اخیستل
# A choice: what an answer is.
request-value-answered-in-full = بشپړ ځواب ورکړل شو
# A choice: what an answer is.
request-value-answered-in-part = یوې برخې ته ځواب ورکړل شو
# A choice: what an answer is.
request-value-refused = رد شوه
# A choice: what an answer is.
request-value-postponed = وځنډول شوه

## Labels of fields

# Label of a field of a request, on the screen and on the print.
request-field-requesting-authority = غوښتونکې مرجع
# Label of a field of a request, on the screen and on the print.
request-field-requested-authority = مخاطبه مرجع
# Label of a field of a request, on the screen and on the print.
request-field-conducting-authority = د قضیې څېړونکې مرجع
# Label of a field of a request, on the screen and on the print.
request-field-matter-nature = د رسیدنې موضوع او پړاو
# Label of a field of a request, on the screen and on the print.
request-field-facts-summary = د پېښو لنډیز
# Label of a field of a request, on the screen and on the print.
request-field-facts-short = لنډې پېښې
# Label of a field of a request, on the screen and on the print.
request-field-offences = جرمونه او جزاګانې
# Label of a field of a request, on the screen and on the print.
request-field-damage = تاوان
# Label of a field of a request, on the screen and on the print.
request-field-persons = اړوند اشخاص او ادارې
# Label of a field of a request, on the screen and on the print.
request-field-provider = د سوابقو لرونکی وړاندې کوونکی
# Label of a field of a request, on the screen and on the print.
request-field-holder = د معلوماتو لرونکی
# Label of a field of a request, on the screen and on the print.
request-field-accounts = حسابونه، پتې او معاملې
# Label of a field of a request, on the screen and on the print.
request-field-period = اړوند وخت
# Label of a field of a request, on the screen and on the print.
request-field-items = څه غوښتل کېږي
# Label of a field of a request, on the screen and on the print.
request-field-data = هغه معلومات چې باید وساتل شي
# Label of a field of a request, on the screen and on the print.
request-field-purpose = موخه
# Label of a field of a request, on the screen and on the print.
request-field-findings = د ردیابۍ پایلې او نورې موندنې
# Label of a field of a request, on the screen and on the print.
request-field-tickets = پخوانۍ ساتنه
# Label of a field of a request, on the screen and on the print.
request-field-ways = د تړون پر ځای د غوښتنې بنسټ
# Label of a field of a request, on the screen and on the print.
request-field-reciprocity-offer = د متقابل عمل وړاندیز
# Label of a field of a request, on the screen and on the print.
request-field-special-procedure = غوښتل شوی طرزالعمل
# Label of a field of a request, on the screen and on the print.
request-field-special-procedure-reason = د طرزالعمل دلیل
# Label of a field of a request, on the screen and on the print.
request-field-deadline = د ځواب غوښتل شوې نېټه
# Label of a field of a request, on the screen and on the print.
request-field-deadline-reason = د ټاکلې مودې دلیل
# Label of a field of a request, on the screen and on the print.
request-field-secrecy = محرم دې وساتل شي
# Label of a field of a request, on the screen and on the print.
request-field-secrecy-reason = د محرمیت دلیل
# Label of a field of a request, on the screen and on the print.
request-field-signatory = لاسلیک کوونکی
# Label of a field of a request, on the screen and on the print.
request-field-exhibits = ضمیمه شوي اسناد
# Label of a field of a request, on the screen and on the print.
request-field-reply-contact = د چټک ځواب لپاره اړیکه
# Label of a field of a request, on the screen and on the print.
request-field-renewal = نوې یا تمدید
# Label of a field of a request, on the screen and on the print.
request-field-preservation-need = معلومات ولې باید اوس وساتل شي
# Label of a field of a request, on the screen and on the print.
request-field-intent-to-follow-up = د معلوماتو غوښتنه وروسته لېږل کېږي
# Label of a field of a request, on the screen and on the print.
request-field-keep-days = د معلوماتو د ساتنې ورځې
# Label of a field of a request, on the screen and on the print.
request-field-use-undertaking = د کارونې په اړه ژمنه
# Label of a field of a request, on the screen and on the print.
request-field-costs = لګښتونه
# Label of a field of a request, on the screen and on the print.
request-field-earlier-requests = پخوانۍ غوښتنې او اړیکې
# Label of a field of a request, on the screen and on the print.
request-field-least-intrusive = ولې نرم تدبیر بسنه نه کوي
# Label of a field of a request, on the screen and on the print.
request-field-own-order = په غوښتونکي دولت کې امر
# Label of a field of a request, on the screen and on the print.
request-field-orders = د امرونو کاپي
# Label of a field of a request, on the screen and on the print.
request-field-no-order-reason = ولې امر ته اړتیا نشته
# Label of a field of a request, on the screen and on the print.
request-field-dual-criminality = دوه اړخیز مجرمیت
# Label of a field of a request, on the screen and on the print.
request-field-communication = هغه اړیکه چې لار یې لټول کېږي
# Label of a field of a request, on the screen and on the print.
request-field-path-known = د لارې تر اوسه معلومه برخه
# Label of a field of a request, on the screen and on the print.
request-field-next-provider = په لاره کې بل وړاندې کوونکی
# Label of a field of a request, on the screen and on the print.
request-field-request-status = لومړنۍ غوښتنه یا دوام
# Label of a field of a request, on the screen and on the print.
request-field-asked-through = د چا له لارې غوښتل کېږي
# Label of a field of a request, on the screen and on the print.
request-field-treaty-basis = له وړاندې کوونکي نېغ په نېغه د غوښتنې بنسټ
# Label of a field of a request, on the screen and on the print.
request-field-domestic-grounds = د غوښتونکي دولت په قانون کې بنسټ
# Label of a field of a request, on the screen and on the print.
request-field-content = د اړیکو محتوا
# Label of a field of a request, on the screen and on the print.
request-field-delivery = د پایلو د سپارلو څرنګوالی
# Label of a field of a request, on the screen and on the print.
request-field-lines = اړوندې کرښې او حسابونه
# Label of a field of a request, on the screen and on the print.
request-field-measure-period = د تدبیر موده
# Label of a field of a request, on the screen and on the print.
request-field-technique = تخنیکي کړنلاره
# Label of a field of a request, on the screen and on the print.
request-field-availability-own = د غوښتونکي دولت په قانون کې دا تدبیر
# Label of a field of a request, on the screen and on the print.
request-field-availability-other = د غوښتل شوي دولت په قانون کې دا تدبیر
# Label of a field of a request, on the screen and on the print.
request-field-gravity = د جرم شدت
# Label of a field of a request, on the screen and on the print.
request-field-gravity-provision = هغه حکم چې شدت ښيي
# Label of a field of a request, on the screen and on the print.
request-field-safeguards = د نورو لپاره تضمینونه
# Label of a field of a request, on the screen and on the print.
request-field-risk = سمدستي ګواښ
# Label of a field of a request, on the screen and on the print.
request-field-emergency = ولې بیړنی حالت دی
# Label of a field of a request, on the screen and on the print.
request-field-emergency-link = له بیړني حالت سره د معلوماتو تړاو
# Label of a field of a request, on the screen and on the print.
request-field-who-at-risk = څوک په ګواښ کې دی
# Label of a field of a request, on the screen and on the print.
request-field-when-at-risk = زیان کله تمه کېږي
# Label of a field of a request, on the screen and on the print.
request-field-second-signatory = دویم لاسلیک کوونکی
# Label of a field of a request, on the screen and on the print.
request-field-person-status = د شخص موقف
# Label of a field of a request, on the screen and on the print.
request-field-hearing-person = هغه شخص چې اظهارات یې اخیستل کېږي
# Label of a field of a request, on the screen and on the print.
request-field-questions = پوښتنې
# Label of a field of a request, on the screen and on the print.
request-field-rights-notice = د حقونو پوهاوی
# Label of a field of a request, on the screen and on the print.
request-field-presence = هغه مامورین چې غواړي حاضر وي
# Label of a field of a request, on the screen and on the print.
request-field-video-wish = ویډیو کنفرانس
# Label of a field of a request, on the screen and on the print.
request-field-video-reason = د ویډیو کنفرانس دلیل
# Label of a field of a request, on the screen and on the print.
request-field-hearing-time = د اورېدنې وخت
# Label of a field of a request, on the screen and on the print.
request-field-hearing-time-there = په غوښتل شوي دولت کې همدا وخت
# Label of a field of a request, on the screen and on the print.
request-field-other-times = نور ممکن وختونه
# Label of a field of a request, on the screen and on the print.
request-field-link = تخنیکي اړیکه
# Label of a field of a request, on the screen and on the print.
request-field-hearing-law = د اورېدنې قانون
# Label of a field of a request, on the screen and on the print.
request-field-taking-part = ګډونوال
# Label of a field of a request, on the screen and on the print.
request-field-interpretation = شفاهي ژباړه
# Label of a field of a request, on the screen and on the print.
request-field-person-consent = د شخص رضایت
# Label of a field of a request, on the screen and on the print.
request-field-served-person = هغه شخص چې اسناد ورته ابلاغېږي
# Label of a field of a request, on the screen and on the print.
request-field-served-documents = د ابلاغ وړ اسناد
# Label of a field of a request, on the screen and on the print.
request-field-document-kind = د سند ډول
# Label of a field of a request, on the screen and on the print.
request-field-documents-summary = د اسنادو منځپانګه
# Label of a field of a request, on the screen and on the print.
request-field-appearance-date = د حاضرېدو ورځ
# Label of a field of a request, on the screen and on the print.
request-field-appearance-place = د حاضرېدو ځای او ساعت
# Label of a field of a request, on the screen and on the print.
request-field-document-language = د اسنادو ژبه
# Label of a field of a request, on the screen and on the print.
request-field-proof-of-service = د ابلاغ غوښتل شوی ثبوت
# Label of a field of a request, on the screen and on the print.
request-field-safe-conduct = شخص ته تضمین
# Label of a field of a request, on the screen and on the print.
request-field-detained-person = توقیف شوی شخص
# Label of a field of a request, on the screen and on the print.
request-field-consents = لیکلی رضایت
# Label of a field of a request, on the screen and on the print.
request-field-consent-asking = رضایت باید څنګه ترلاسه شي
# Label of a field of a request, on the screen and on the print.
request-field-presence-need = حضور ولې اړین دی
# Label of a field of a request, on the screen and on the print.
request-field-transfer-period = د لېږد موده
# Label of a field of a request, on the screen and on the print.
request-field-custody-place = د توقیف ځای
# Label of a field of a request, on the screen and on the print.
request-field-custody-credit = د توقیف موده په جزا کې حسابېږي
# Label of a field of a request, on the screen and on the print.
request-field-return-undertaking = د شخص د راستنولو ژمنه
# Label of a field of a request, on the screen and on the print.
request-field-escort = بدرګه او سفر
# Label of a field of a request, on the screen and on the print.
request-field-search-places = د تلاشۍ ځایونه
# Label of a field of a request, on the screen and on the print.
request-field-search-items = لټول شوي شیان او معلومات
# Label of a field of a request, on the screen and on the print.
request-field-search-grounds = هلته د هغو د شتون دلایل
# Label of a field of a request, on the screen and on the print.
request-field-device-handling = له وسایلو او معلوماتو سره د کار څرنګوالی
# Label of a field of a request, on the screen and on the print.
request-field-record-kind = اړوند سوابق
# Label of a field of a request, on the screen and on the print.
request-field-record-holder = بانک، شرکت یا ثبت
# Label of a field of a request, on the screen and on the print.
request-field-bank-accounts = بانکي حسابونه
# Label of a field of a request, on the screen and on the print.
request-field-bank-secrecy = بانکي محرمیت
# Label of a field of a request, on the screen and on the print.
request-field-assets = د ردیابۍ وړ شتمني
# Label of a field of a request, on the screen and on the print.
request-field-asset-links = تړاوونه او سرچینې یې
# Label of a field of a request, on the screen and on the print.
request-field-actions-wanted = غوښتل شوې کړنې
# Label of a field of a request, on the screen and on the print.
request-field-result-use = د پایلو کارونه
# Label of a field of a request, on the screen and on the print.
request-field-value = ارزښت یا تر ټولو لوړ مبلغ
# Label of a field of a request, on the screen and on the print.
request-field-property-kind = د شتمنۍ ډول
# Label of a field of a request, on the screen and on the print.
request-field-property = اړونده شتمني
# Label of a field of a request, on the screen and on the print.
request-field-property-place = د شتمنۍ ځای
# Label of a field of a request, on the screen and on the print.
request-field-property-holder = د شتمنۍ لرونکی
# Label of a field of a request, on the screen and on the print.
request-field-wallets = والټونه، پتې او معاملې
# Label of a field of a request, on the screen and on the print.
request-field-wallet-control = والټ د چا په واک کې دی
# Label of a field of a request, on the screen and on the print.
request-field-attribution = د انتساب بنسټ
# Label of a field of a request, on the screen and on the print.
request-field-asset-amount = د مجازي شتمنیو اندازه
# Label of a field of a request, on the screen and on the print.
request-field-value-time = د ارزښت وخت
# Label of a field of a request, on the screen and on the print.
request-field-value-source = د بیې سرچینه
# Label of a field of a request, on the screen and on the print.
request-field-custody-plan = د ساتنې پلان
# Label of a field of a request, on the screen and on the print.
request-field-release-risk = د وتلو یا له لاسه ورکولو خطر
# Label of a field of a request, on the screen and on the print.
request-field-freeze-days = د تدبیر د ساتلو ورځې
# Label of a field of a request, on the screen and on the print.
request-field-confiscation-intent = راتلونکې مصادره
# Label of a field of a request, on the screen and on the print.
request-field-grounds-for-order = د غوښتل شوي دولت د امر لپاره پېښې
# Label of a field of a request, on the screen and on the print.
request-field-third-party-notice = درېیمو اشخاصو ته خبرتیا
# Label of a field of a request, on the screen and on the print.
request-field-confiscation-kind = د مصادرې ډول
# Label of a field of a request, on the screen and on the print.
request-field-order-copies = هغه امر چې باید اجرا شي
# Label of a field of a request, on the screen and on the print.
request-field-finality = د امر قطعیت
# Label of a field of a request, on the screen and on the print.
request-field-extent = د اجرا اندازه
# Label of a field of a request, on the screen and on the print.
request-field-due-process = د عادلانه محاکمې رعایت
# Label of a field of a request, on the screen and on the print.
request-field-return-basis = د راستنولو حقوقي بنسټ
# Label of a field of a request, on the screen and on the print.
request-field-return-kind = د راستنولو ډول
# Label of a field of a request, on the screen and on the print.
request-field-confiscation-reference = هغه مصادره چې بنسټ دی
# Label of a field of a request, on the screen and on the print.
request-field-share = غوښتل شوې ونډه او د هغې دلیل
# Label of a field of a request, on the screen and on the print.
request-field-victims = زیانمن شوي
# Label of a field of a request, on the screen and on the print.
request-field-receiving-account = ترلاسه کوونکی حساب
# Label of a field of a request, on the screen and on the print.
request-field-account-owner = د هغه حساب خاوند
# Label of a field of a request, on the screen and on the print.
request-field-end-use = د راستنو شویو شتمنیو کارونه
# Label of a field of a request, on the screen and on the print.
request-field-draft-agreement = د موافقه لیک مسوده
# Label of a field of a request, on the screen and on the print.
request-field-team-aim = د ګډ تحقیق موخه
# Label of a field of a request, on the screen and on the print.
request-field-members-own = د غوښتونکي دولت غړي
# Label of a field of a request, on the screen and on the print.
request-field-members-other = د غوښتل شوي دولت غوښتل شوي غړي
# Label of a field of a request, on the screen and on the print.
request-field-team-lead = مشري
# Label of a field of a request, on the screen and on the print.
request-field-team-term = د ټیم موده
# Label of a field of a request, on the screen and on the print.
request-field-evidence-rules = د دلایلو قواعد
# Label of a field of a request, on the screen and on the print.
request-field-powers-abroad = په بهر کې د مامورینو واکونه
# Label of a field of a request, on the screen and on the print.
request-field-liability = د تاوان مسوولیت
# Label of a field of a request, on the screen and on the print.
request-field-goods = مال
# Label of a field of a request, on the screen and on the print.
request-field-delivery-method = د تسلیمۍ کړنلاره
# Label of a field of a request, on the screen and on the print.
request-field-route = لار
# Label of a field of a request, on the screen and on the print.
request-field-stops = تمځایونه او د سپارلو ځایونه
# Label of a field of a request, on the screen and on the print.
request-field-delivery-period = د تسلیمۍ وخت
# Label of a field of a request, on the screen and on the print.
request-field-transit = ترانزیت
# Label of a field of a request, on the screen and on the print.
request-field-transit-authorities = د ترانزیت دولتونو مراجع
# Label of a field of a request, on the screen and on the print.
request-field-transit-consents = د هر ترانزیت دولت رضایت
# Label of a field of a request, on the screen and on the print.
request-field-surveillance = د مال څارنه
# Label of a field of a request, on the screen and on the print.
request-field-abort = تسلیمي کله درول کېږي
# Label of a field of a request, on the screen and on the print.
request-field-prosecution = څوک تعقیب کوي
# Label of a field of a request, on the screen and on the print.
request-field-accused = مظنون یا متهم اشخاص
# Label of a field of a request, on the screen and on the print.
request-field-custody-state = توقیف
# Label of a field of a request, on the screen and on the print.
request-field-custody-until = د توقیف پای
# Label of a field of a request, on the screen and on the print.
request-field-transfer-reason = تعقیب ولې باید ولېږدول شي
# Label of a field of a request, on the screen and on the print.
request-field-decision-wanted = غوښتل شوې پرېکړه
# Label of a field of a request, on the screen and on the print.
request-field-file-inventory = د دوسیې لړلیک
# Label of a field of a request, on the screen and on the print.
request-field-file-language = د دوسیې ژبه
# Label of a field of a request, on the screen and on the print.
request-field-limitation = د مرور زمان مودې
# Label of a field of a request, on the screen and on the print.
request-field-own-proceedings = په غوښتونکي دولت کې رسیدنه
# Label of a field of a request, on the screen and on the print.
request-field-sending-authority = د معلوماتو ورکوونکې مرجع
# Label of a field of a request, on the screen and on the print.
request-field-receiving-authority = د معلوماتو ترلاسه کوونکې مرجع
# Label of a field of a request, on the screen and on the print.
request-field-information = ورکړل شوي معلومات
# Label of a field of a request, on the screen and on the print.
request-field-suggested-use = ترلاسه کوونکی دولت پرې څه کولای شي
# Label of a field of a request, on the screen and on the print.
request-field-use-limits = د کارونې محدودیتونه
# Label of a field of a request, on the screen and on the print.
request-field-use-limits-text = د محدودیتونو متن
# Label of a field of a request, on the screen and on the print.
request-field-letter-kind = د لیک ډول
# Label of a field of a request, on the screen and on the print.
request-field-parent = یاده شوې غوښتنه
# Label of a field of a request, on the screen and on the print.
request-field-supplement-text = بشپړوونکي معلومات
# Label of a field of a request, on the screen and on the print.
request-field-status-asked = پوښتل شوی حالت
# Label of a field of a request, on the screen and on the print.
request-field-withdrawal-reason = د بېرته اخیستلو دلیل
# Label of a field of a request, on the screen and on the print.
request-field-withdrawal-effects = د پایلو او تدبیرونو برخلیک
# Label of a field of a request, on the screen and on the print.
request-field-answering-authority = ځواب ورکوونکې مرجع
# Label of a field of a request, on the screen and on the print.
request-field-asking-authority = پوښتونکې مرجع
# Label of a field of a request, on the screen and on the print.
request-field-executing-authority = هغه مرجع چې غوښتنه یې اجرا کړه
# Label of a field of a request, on the screen and on the print.
request-field-answer-kind = د ځواب ډول
# Label of a field of a request, on the screen and on the print.
request-field-result = پایله
# Label of a field of a request, on the screen and on the print.
request-field-open-part = څه پاتې دي او ولې
# Label of a field of a request, on the screen and on the print.
request-field-refusal-reasons = د ردولو دلایل
# Label of a field of a request, on the screen and on the print.
request-field-postponement-reasons = د ځنډولو دلایل
# Label of a field of a request, on the screen and on the print.
request-field-postponed-until = د بیا پیل نېټه
# Label of a field of a request, on the screen and on the print.
request-field-consultation = له پرېکړې مخکې مشوره
# Label of a field of a request, on the screen and on the print.
request-field-returned-objects = د راستنولو وړ شیان

## Words on every print of a request

# Word or sentence on the print of a request.
request-twin-reference = شمېره
# Word or sentence on the print of a request.
request-twin-version = نسخه
# Word or sentence on the print of a request.
request-twin-digest = د دې نسخې SHA-256
# Word or sentence on the print of a request.
request-twin-date = نېټه
# Word or sentence on the print of a request.
request-twin-requesting-state = غوښتونکی دولت
# Word or sentence on the print of a request.
request-twin-requested-state = غوښتل شوی دولت
# Word or sentence on the print of a request.
request-twin-legal-basis = حقوقي بنسټ
# Word or sentence on the print of a request.
request-twin-articles = مادې
# Word or sentence on the print of a request.
request-twin-no-obligation = د دواړو دولتونو ترمنځ داسې نافذ تړون نه دی پېژندل شوی چې غوښتل شوی دولت دې تدبیر ته مکلف کړي. دا پر هغه بنسټ غوښتل کېږي چې لاندې ویل شوی دی.
# Word or sentence on the print of a request.
request-twin-asked-instead = پر دې بنسټ غوښتل کېږي
# Word or sentence on the print of a request.
request-twin-asked-under-general-clause = د عمومي حکم له مخې غوښتل کېږي چې دې تدبیر ته مکلف نه کوي
# Word or sentence on the print of a request.
request-twin-official-name-unknown = رسمي سرلیک باید تایید شي
# Word or sentence on the print of a request.
request-twin-annexes = ضمیمې
# Word or sentence on the print of a request.
request-twin-annex-number = شمېره
# Word or sentence on the print of a request.
request-twin-annex-title = سرلیک
# Word or sentence on the print of a request.
request-twin-annex-sha256 = SHA-256
# Word or sentence on the print of a request.
request-twin-advance-copy = لومړنۍ کاپي. لاسلیک شوی اصل وروسته لېږل کېږي.
# Word or sentence on the print of a request.
request-twin-original = اصل
# Word or sentence on the print of a request.
request-twin-exercise = تمرین — ریښتینې غوښتنه نه ده
# Word or sentence on the print of a request.
request-twin-from = له
# Word or sentence on the print of a request.
request-twin-to = تر
# Word or sentence on the print of a request.
request-twin-kept-until = تر دې نېټې ساتل کېږي
# Word or sentence on the print of a request.
request-twin-yes = هو
# Word or sentence on the print of a request.
request-twin-no = نه
# Word or sentence on the print of a request.
request-twin-name = نوم
# Word or sentence on the print of a request.
request-twin-unit = واحد
# Word or sentence on the print of a request.
request-twin-role = موقف
# Word or sentence on the print of a request.
request-twin-born = زېږېدنه یا تاسیس
# Word or sentence on the print of a request.
request-twin-nationality = تابعیت یا د ثبت دولت
# Word or sentence on the print of a request.
request-twin-address = پته
# Word or sentence on the print of a request.
request-twin-occupation = دنده یا سوداګري
# Word or sentence on the print of a request.
request-twin-registration = د سند یا ثبت شمېره
# Word or sentence on the print of a request.
request-twin-network = شبکه یا پلټفورم
# Word or sentence on the print of a request.
request-twin-provision = د قانون حکم
# Word or sentence on the print of a request.
request-twin-provision-text = متن
# Word or sentence on the print of a request.
request-twin-max-penalty = تر ټولو لوړه جزا په کلونو
# Word or sentence on the print of a request.
request-twin-conduct = کړنه
# Word or sentence on the print of a request.
request-twin-item = غوښتل شوی
# Word or sentence on the print of a request.
request-twin-link = ولې مهم دی
# Word or sentence on the print of a request.
request-twin-offence = جرم
# Word or sentence on the print of a request.
request-twin-account = حساب
# Word or sentence on the print of a request.
request-twin-machine-readable = د دې غوښتنې د ماشین د لوستلو وړ کاپي له دې دوتنې سره نښلول شوې ده.
# Word or sentence on the print of a request.
request-twin-basis-provides = د دې تدبیر وړاندوینه کوي.
# Word or sentence on the print of a request.
request-twin-basis-carries = د مرستې عمومي مکلفیت یې دا تدبیر رانغاړي.
# Word or sentence on the print of a request.
request-twin-basis-between = د دواړو دولتونو ترمنځ مرسته تنظیموي.
# Word or sentence on the print of a request.
request-twin-way = بنسټ
# Word or sentence on the print of a request.
request-twin-way-name = قانون، شبکه یا اداره
# Word or sentence on the print of a request.
request-twin-provisions = حکمونه
# Word or sentence on the print of a request.
request-twin-identifier-kind = ډول
# Word or sentence on the print of a request.
request-twin-identifier = پېژندوونکی

# Word or sentence on the print of a request.
request-twin-identifier-at = د کارونې وخت

# Word or sentence on the print of a request.
request-twin-identifier-port = پورټ
# Sentence on an acknowledgement. $ticket is the number of the preservation, $until its last day.
request-twin-preserved = په غوښتنه کې یاد شوي معلومات د { $ticket } شمېرې لاندې د { $until } تر پای پورې ساتل کېږي. که زیاته موده پکار وي، تمدید باید له هغې ورځې مخکې وغوښتل شي.

## Kinds of identifiers on the print

# Kind of an identifier, in a table on the print.
request-identifier-address = پته
# Kind of an identifier, in a table on the print.
request-identifier-transaction = معامله
# Kind of an identifier, in a table on the print.
request-identifier-account = حساب
# Kind of an identifier, in a table on the print.
request-identifier-e-mail = برېښنالیک پته
# Kind of an identifier, in a table on the print.
request-identifier-ip = د IP پته
# Kind of an identifier, in a table on the print.
request-identifier-iban = IBAN
# Kind of an identifier, in a table on the print.
request-identifier-domain = د ډومېن نوم
# Kind of an identifier, in a table on the print.
request-identifier-telephone = د ټیلیفون شمېره

# Kind of an identifier, in a table on the print.
request-identifier-url = وېب پته

# Kind of an identifier, in a table on the print.
request-identifier-card = د تادیې کارت

# Kind of an identifier, in a table on the print.
request-identifier-imei = موبایل وسیله (IMEI)

# Kind of an identifier, in a table on the print.
request-identifier-mac = د شبکې انټرفېس (MAC)

## Grounds on which something is asked where no instrument obliges, on the print

# A ground, in a table on the print.
request-way-general-clause = د داسې سند عمومي حکم چې دې تدبیر ته مکلف نه کوي
# A ground, in a table on the print.
request-way-reciprocity = متقابل عمل
# A ground, in a table on the print.
request-way-domestic-provision = د غوښتل شوي دولت خپل قانون
# A ground, in a table on the print.
request-way-contact-points = شپه او ورځ د تماس ټکي
# A ground, in a table on the print.
request-way-police = پولیسي همکاري
# A ground, in a table on the print.
request-way-financial-intelligence = د مالي استخباراتو د واحدونو ترمنځ همکاري
# A ground, in a table on the print.
request-way-asset-recovery = د شتمنیو د بېرته ترلاسه کولو شبکه
# A ground, in a table on the print.
request-way-other-network = د مراجعو شبکه
# A ground, in a table on the print.
request-way-provider = د وړاندې کوونکي خپله خوښه

## Where a request stands

# Where a request stands.
request-stage-drafted = مسوده
# Where a request stands.
request-stage-reviewed = کتل شوې
# Where a request stands.
request-stage-approved = تایید شوې
# Where a request stands.
request-stage-issued = صادره شوې
# Where a request stands.
request-stage-advance-copy-sent = لومړنۍ کاپي ولېږل شوه
# Where a request stands.
request-stage-original-dispatched = اصل ولېږل شو
# Where a request stands.
request-stage-advance-copy-received = لومړنۍ کاپي ترلاسه شوه
# Where a request stands.
request-stage-original-received = اصل ترلاسه شو
# Where a request stands.
request-stage-acknowledged = ترلاسه کول تایید شول
# Where a request stands.
request-stage-questioned = پرانیستې پوښتنه
# Where a request stands.
request-stage-answered = پوښتنې ته ځواب ورکړل شو
# Where a request stands.
request-stage-accepted = منل شوې
# Where a request stands.
request-stage-assigned = سپارل شوې
# Where a request stands.
request-stage-executed-in-part = یوه برخه اجرا شوې
# Where a request stands.
request-stage-executed = اجرا شوې
# Where a request stands.
request-stage-postponed = ځنډول شوې
# Where a request stands.
request-stage-refused = رد شوې
# Where a request stands.
request-stage-withdrawn = بېرته اخیستل شوې
# Where a request stands.
request-stage-closed = تړل شوې

## Statistics, on the screen and on paper

# Title of a sheet with figures.
request-statistics = د غوښتنو احصایه
# Sentence above the figures.
request-statistics-about = یوازې د هغو قضیو غوښتنې شمېرل شوې چې پوښتونکی یې د لوستلو اجازه لري، هره یوه په هغه موده کې چې صادره یا ترلاسه شوې ده. د بل مامور شمېرې بېلې کېدای شي.
# Sentence above the figures.
request-statistics-days = ورځې تر صادرېدو پورې له لومړۍ مسودې او تر هغه وروسته له صادرېدو یا ترلاسه کېدو شمېرل کېږي. هغه غوښتنه چې په څو دلایلو رد شوې وي، د هر یوه لاندې شمېرل کېږي.
# Heading of a table.
request-statistics-counts = غوښتنې
# Heading of a table.
request-statistics-times = تر هر پړاو پورې موده
# Heading of a table.
request-statistics-refusals = د رد دلایل
# In place of a table that has no rows.
request-statistics-none = په دې موده کې نشته.
# Heading of a column.
request-statistics-direction = لوری
# Heading of a column.
request-statistics-measure = تدبیر
# Heading of a column, and label of a field above the figures: how many.
request-statistics-requests = د غوښتنو شمېر
# Heading of a column: how many were carried over from the register that the office kept before.
request-statistics-carried-over = له پخواني دفتر څخه
# Heading of a column.
request-statistics-pending = روانې
# Heading of a column.
request-statistics-stage = پړاو
# Heading of a column.
request-statistics-reached = ور رسېدلې
# Heading of a column.
request-statistics-median = منځنۍ، په ورځو
# Heading of a column.
request-statistics-longest = تر ټولو اوږده، په ورځو
# Heading of a column.
request-statistics-ground = دلیل
# Heading of a column.
request-statistics-refused = رد شوې
# In the column of directions: this office asked.
request-statistics-sent = لېږل شوې
# In the column of directions: this office was asked.
request-statistics-received = ترلاسه شوې
# In the column of grounds: the refusal names neither a ground nor a provision.
request-statistics-no-ground = نه دی ویل شوی
# Label of a field above the figures.
request-statistics-since = له ورځې
# Label of a field above the figures.
request-statistics-until = تر ورځې
# Label of a field above the figures.
request-statistics-on = په نېټه
# Label of a field above the figures: how many cases were looked through.
request-statistics-cases = شمېرل شوې قضیې
