### واژه‌های درخواست‌ها که چاپ می‌شوند: عنوان فرم‌ها، بخش‌ها و فیلدها، مقادیر و مبانی.
### Not reviewed by a jurist or native translator of any authority: see review.toml.

# Title of the form for records of a virtual-asset service provider.
request-form-vasp-records = درخواست سوابق نزد ارائه‌دهنده خدمات دارایی مجازی

# Title of the form for expedited preservation.
request-form-preservation = درخواست حفظ فوری داده‌های رایانه‌ای ذخیره‌شده

# Title of the form for expedited disclosure of the path of a communication.
request-form-traffic-path-disclosure = درخواست افشای فوری مسیر ارتباط

# Title of the form for subscriber data.
request-form-subscriber-data = درخواست اطلاعات کاربر

# Title of the form for stored content of an account.
request-form-stored-content = درخواست داده محتوای ذخیره‌شده

# Title of the form for traffic data collected in real time.
request-form-real-time-traffic = درخواست جمع‌آوری هم‌زمان داده ترافیک

# Title of the form for the interception of content.
request-form-content-interception = درخواست شنود داده محتوا

# Title of the form for disclosure in an emergency.
request-form-emergency-disclosure = درخواست افشای داده‌ها در وضعیت اضطراری

# Title of the form for the statement of a witness, suspect, victim or expert.
request-form-statement = درخواست اخذ اظهارات

# Title of the form for a hearing by videoconference.
request-form-videoconference = درخواست استماع از طریق ویدئوکنفرانس

# Title of the form for the service of documents.
request-form-service-of-documents = درخواست ابلاغ اوراق قضایی

# Title of the form for search and seizure.
request-form-search-and-seizure = درخواست تفتیش و توقیف

# Title of the form for records of banks and companies.
request-form-bank-records = درخواست سوابق بانک‌ها و شرکت‌ها

# Title of the form for the tracing of proceeds.
request-form-asset-tracing = درخواست ردیابی عواید حاصل از جرم

# Title of the form for freezing or seizure of property.
request-form-freezing = درخواست انسداد یا توقیف اموال

# Title of the form for confiscation.
request-form-confiscation = درخواست مصادره

# Title of the form for the return or sharing of assets.
request-form-asset-return = درخواست بازگرداندن یا تسهیم دارایی‌ها

# Title of the form for a joint investigation.
request-form-joint-investigation = درخواست تحقیق مشترک

# Title of the form for a controlled delivery.
request-form-controlled-delivery = درخواست تحویل تحت نظارت

# Title of the form for the transfer of criminal proceedings.
request-form-transfer-of-proceedings = درخواست انتقال رسیدگی کیفری

# Title of the form for the transfer of a detained person as a witness.
request-form-transfer-of-detained-person = درخواست انتقال موقت شخص بازداشت‌شده برای ادای شهادت

# Title of the form for information that nobody asked for.
request-form-spontaneous-information = ارائه خودجوش اطلاعات

# Title of the form for a letter that adds to a request, asks how it stands, or withdraws it.
request-form-supplement = تکمیل، یادآوری یا پس‌گرفتن درخواست

# Title of the form for the answer to a request.
request-form-answer = پاسخ به درخواست

# Heading of a part of a request.
request-section-authorities = مراجع

# Heading of a part of a request.
request-section-matter = پرونده و شرح وقایع

# Heading of a part of a request.
request-section-help = معاضدت درخواستی

# Heading of a part of a request: on what ground it is asked where no treaty obliges.
request-section-ground = مبنای درخواست

# Heading of a part of a request.
request-section-handling = نحوه رسیدگی به درخواست

# Heading of a part of a request.
request-section-annexes = پیوست‌ها

# Heading of a part of a request.
request-section-emergency = وضعیت اضطراری

# Heading of a part of a request.
request-section-hearing = جلسه استماع

# Heading of a part of a request.
request-section-order = دستور

# Heading of a part of a request.
request-section-property = اموال

# Heading of a part of a request.
request-section-letter = مفاد نامه

# Label of the place for the signature on the print.
request-place-signature = امضا

# Label of the place for the official seal on the print.
request-place-seal = مهر رسمی

# Label of the place for the number of the outgoing register.
request-place-register-number = شماره ثبت

# Label of the place for the stamp of receipt.
request-place-date-received = تاریخ دریافت

# A choice: a new preservation.
request-value-new = درخواست نخست حفظ داده‌ها

# A choice: a preservation is renewed.
request-value-renewal = تمدید حفظ پیشین داده‌ها

# A choice: whether the own State has ordered the measure.
request-value-order-attached = دستور صادر شده و رونوشت آن پیوست است

# A choice: whether the own State has ordered the measure.
request-value-order-not-needed = به موجب قانون کشور درخواست‌کننده دستوری لازم نیست

# A choice: whether the request is the first one for the data.
request-value-first-request = درخواست نخست

# A choice: whether the request is the first one for the data.
request-value-after-request = در پی درخواست پیشین

# A choice: whether the request is the first one for the data.
request-value-after-preservation = در پی حفظ داده‌ها

# A choice: through whom the request goes.
request-value-through-authority = مرجع صالح کشور درخواست‌شونده

# A choice: through whom the request goes.
request-value-direct-to-provider = مستقیماً ارائه‌دهنده خدمات

# A choice: through whom the request goes.
request-value-asset-recovery-network = شبکه استرداد اموال

# A choice: through whom the request goes.
request-value-intelligence-units = مراکز اطلاعات مالی

# A choice: through whom the request goes.
request-value-central-authorities = مراجع مرکزی

# A choice: something is not asked for.
request-value-not-asked = درخواست نمی‌شود

# A choice: something is asked for.
request-value-asked = درخواست می‌شود

# A choice: on what the gravity of the offence rests.
request-value-four-years-or-more = حداکثر مجازات چهار سال حبس یا بیشتر است

# A choice: on what the gravity of the offence rests.
request-value-on-list = جرم در فهرستی است که قانون این اقدام را برای آن مجاز می‌داند

# A choice: what is at risk in an emergency.
request-value-risk-to-life = برای جان شخص

# A choice: what is at risk in an emergency.
request-value-risk-to-safety = برای ایمنی شخص

# A choice: in which capacity a person is heard.
request-value-witness = شاهد

# A choice: in which capacity a person is heard.
request-value-suspect = مظنون یا متهم

# A choice: in which capacity a person is heard.
request-value-victim = بزه‌دیده

# A choice: in which capacity a person is heard.
request-value-expert = کارشناس

# A choice: whether a person has consented.
request-value-consent-given = داده شده است

# A choice: whether a person has consented.
request-value-consent-to-be-obtained = کشور درخواست‌شونده باید آن را اخذ کند

# A choice: what kind of document is served.
request-value-summons = احضاریه

# A choice: what kind of document is served.
request-value-decision = حکم یا تصمیم دیگر

# A choice: what kind of document is served.
request-value-other-document = سند دیگر

# A choice: which records are asked for.
request-value-known-accounts = سوابق حساب‌های معلوم

# A choice: which records are asked for.
request-value-accounts-of-person = سوابق همه حساب‌های یک شخص

# A choice: which records are asked for.
request-value-company-records = سوابق شرکت یا مرجع ثبت

# A choice: what the results may be used for.
request-value-lead-only = تنها به عنوان سرنخ

# A choice: what the results may be used for.
request-value-as-evidence = به عنوان دلیل

# A choice: what kind of property is concerned.
request-value-virtual-assets = دارایی مجازی

# A choice: what kind of property is concerned.
request-value-money-on-account = وجوه موجود در حساب

# A choice: what kind of property is concerned.
request-value-other-property = مال دیگر

# A choice: who controls a wallet.
request-value-hosted-wallet = ارائه‌دهنده خدمات

# A choice: who controls a wallet.
request-value-own-wallet = تنها دارنده آن

# A choice: on what it rests that an address belongs to somebody.
request-value-attribution-confirmed = تأیید ارائه‌دهنده خدمات یا دارنده

# A choice: on what it rests that an address belongs to somebody.
request-value-attribution-published = اعلام در منبع منتشرشده

# A choice: on what it rests that an address belongs to somebody.
request-value-attribution-inferred = استنباط با روشی که در پیوست آمده است

# A choice: what kind of confiscation is asked for.
request-value-own-order-asked = به دستور کشور درخواست‌شونده

# A choice: what kind of confiscation is asked for.
request-value-foreign-order-enforced = با اجرای دستور کشور درخواست‌کننده

# A choice: how assets are to be returned.
request-value-whole-return = بازگرداندن کامل

# A choice: how assets are to be returned.
request-value-asset-sharing = تسهیم اموال مصادره‌شده

# A choice: how assets are to be returned.
request-value-victim-compensation = جبران خسارت بزه‌دیدگان

# A choice: how a controlled delivery is carried out.
request-value-pass-intact = عبور محموله بدون تغییر

# A choice: how a controlled delivery is carried out.
request-value-replaced-in-part = جایگزینی بخشی از محموله

# A choice: how a controlled delivery is carried out.
request-value-replaced-whole = جایگزینی کامل محموله

# A choice: through which States goods pass.
request-value-no-transit = بدون عبور از کشور ثالث

# A choice: through which States goods pass.
request-value-through-transit-states = با عبور از کشورهای ترانزیت

# A choice: whether the accused are in custody.
request-value-at-liberty = آزاد

# A choice: whether the accused are in custody.
request-value-in-custody = در بازداشت

# A choice: whether the use of information is limited.
request-value-limits-set = تعیین شده است

# A choice: whether the use of information is limited.
request-value-no-limits = تعیین نشده است

# A choice: what a letter is.
request-value-supplement = تکمیل درخواست

# A choice: what a letter is.
request-value-reminder = یادآوری

# A choice: what a letter is.
request-value-withdrawal = پس‌گرفتن درخواست

# A choice: what an answer is.
request-value-answered-in-full = پاسخ کامل

# A choice: what an answer is.
request-value-answered-in-part = پاسخ به بخشی از درخواست

# A choice: what an answer is.
request-value-refused = رد درخواست

# A choice: what an answer is.
request-value-postponed = تعویق اجرا

# Label of a field of a request, on the screen and on the print.
request-field-requesting-authority = مرجع درخواست‌کننده

# Label of a field of a request, on the screen and on the print.
request-field-requested-authority = مرجع مخاطب درخواست

# Label of a field of a request, on the screen and on the print.
request-field-conducting-authority = مرجع رسیدگی‌کننده به پرونده

# Label of a field of a request, on the screen and on the print.
request-field-matter-nature = موضوع و مرحله رسیدگی

# Label of a field of a request, on the screen and on the print.
request-field-facts-summary = شرح وقایع پرونده

# Label of a field of a request, on the screen and on the print.
request-field-facts-short = خلاصه وقایع

# Label of a field of a request, on the screen and on the print.
request-field-offences = جرایم و مجازات‌ها

# Label of a field of a request, on the screen and on the print.
request-field-damage = خسارت

# Label of a field of a request, on the screen and on the print.
request-field-persons = اشخاص مرتبط با درخواست

# Label of a field of a request, on the screen and on the print.
request-field-provider = ارائه‌دهنده خدمات که سوابق نزد اوست

# Label of a field of a request, on the screen and on the print.
request-field-holder = دارنده داده‌ها

# Label of a field of a request, on the screen and on the print.
request-field-accounts = حساب‌ها، آدرس‌ها و تراکنش‌ها

# Label of a field of a request, on the screen and on the print.
request-field-period = بازه زمانی

# Label of a field of a request, on the screen and on the print.
request-field-items = موارد درخواستی

# Label of a field of a request, on the screen and on the print.
request-field-data = داده‌هایی که باید حفظ شود

# Label of a field of a request, on the screen and on the print.
request-field-purpose = هدف

# Label of a field of a request, on the screen and on the print.
request-field-findings = یافته‌های ردیابی و سایر نتایج

# Label of a field of a request, on the screen and on the print.
request-field-tickets = حفظ داده‌های پیشین

# Label of a field of a request, on the screen and on the print.
request-field-ways = مبنای درخواست به جای معاهده

# Label of a field of a request, on the screen and on the print.
request-field-reciprocity-offer = پیشنهاد عمل متقابل

# Label of a field of a request, on the screen and on the print.
request-field-special-procedure = تشریفات مورد نظر برای اجرا

# Label of a field of a request, on the screen and on the print.
request-field-special-procedure-reason = دلیل درخواست این تشریفات

# Label of a field of a request, on the screen and on the print.
request-field-deadline = مهلت مورد نظر برای پاسخ

# Label of a field of a request, on the screen and on the print.
request-field-deadline-reason = دلیل تعیین مهلت

# Label of a field of a request, on the screen and on the print.
request-field-secrecy = محرمانه نگه داشته شود

# Label of a field of a request, on the screen and on the print.
request-field-secrecy-reason = دلیل محرمانه بودن

# Label of a field of a request, on the screen and on the print.
request-field-signatory = امضاکننده

# Label of a field of a request, on the screen and on the print.
request-field-exhibits = مدارک پیوست

# Label of a field of a request, on the screen and on the print.
request-field-reply-contact = نشانی تماس برای پاسخ فوری

# Label of a field of a request, on the screen and on the print.
request-field-renewal = درخواست نخست یا تمدید

# Label of a field of a request, on the screen and on the print.
request-field-preservation-need = دلیل ضرورت حفظ فوری داده‌ها

# Label of a field of a request, on the screen and on the print.
request-field-intent-to-follow-up = درخواست بعدی برای دریافت داده‌ها

# Label of a field of a request, on the screen and on the print.
request-field-keep-days = مدت حفظ داده‌ها به روز

# Label of a field of a request, on the screen and on the print.
request-field-use-undertaking = تعهد به محدودیت در استفاده

# Label of a field of a request, on the screen and on the print.
request-field-costs = هزینه‌ها

# Label of a field of a request, on the screen and on the print.
request-field-earlier-requests = درخواست‌ها و تماس‌های پیشین

# Label of a field of a request, on the screen and on the print.
request-field-least-intrusive = دلیل کافی نبودن اقدام خفیف‌تر

# Label of a field of a request, on the screen and on the print.
request-field-own-order = دستور در کشور درخواست‌کننده

# Label of a field of a request, on the screen and on the print.
request-field-orders = رونوشت دستورها

# Label of a field of a request, on the screen and on the print.
request-field-no-order-reason = دلیل لازم نبودن دستور

# Label of a field of a request, on the screen and on the print.
request-field-dual-criminality = جرم‌انگاری متقابل

# Label of a field of a request, on the screen and on the print.
request-field-communication = ارتباطی که مسیر آن جستجو می‌شود

# Label of a field of a request, on the screen and on the print.
request-field-path-known = بخش شناخته‌شده مسیر

# Label of a field of a request, on the screen and on the print.
request-field-next-provider = ارائه‌دهنده خدمات بعدی در مسیر

# Label of a field of a request, on the screen and on the print.
request-field-request-status = درخواست نخست یا بعدی

# Label of a field of a request, on the screen and on the print.
request-field-asked-through = مجرای ارسال درخواست

# Label of a field of a request, on the screen and on the print.
request-field-treaty-basis = مبنای مراجعه مستقیم به ارائه‌دهنده خدمات

# Label of a field of a request, on the screen and on the print.
request-field-domestic-grounds = مبنا در قانون کشور درخواست‌کننده

# Label of a field of a request, on the screen and on the print.
request-field-content = محتوای ارتباطات

# Label of a field of a request, on the screen and on the print.
request-field-delivery = نحوه تحویل نتایج

# Label of a field of a request, on the screen and on the print.
request-field-lines = خطوط و حساب‌های ارتباطی

# Label of a field of a request, on the screen and on the print.
request-field-measure-period = مدت اجرای اقدام

# Label of a field of a request, on the screen and on the print.
request-field-technique = روش فنی

# Label of a field of a request, on the screen and on the print.
request-field-availability-own = این اقدام در قانون کشور درخواست‌کننده

# Label of a field of a request, on the screen and on the print.
request-field-availability-other = این اقدام در قانون کشور درخواست‌شونده

# Label of a field of a request, on the screen and on the print.
request-field-gravity = شدت جرم

# Label of a field of a request, on the screen and on the print.
request-field-gravity-provision = ماده قانونی که شدت جرم را نشان می‌دهد

# Label of a field of a request, on the screen and on the print.
request-field-safeguards = تضمین حقوق دیگران

# Label of a field of a request, on the screen and on the print.
request-field-risk = خطر قریب‌الوقوع

# Label of a field of a request, on the screen and on the print.
request-field-emergency = شرح وضعیت اضطراری

# Label of a field of a request, on the screen and on the print.
request-field-emergency-link = ارتباط داده‌ها با وضعیت اضطراری

# Label of a field of a request, on the screen and on the print.
request-field-who-at-risk = چه کسی در خطر است

# Label of a field of a request, on the screen and on the print.
request-field-when-at-risk = زمان مورد انتظار وقوع آسیب

# Label of a field of a request, on the screen and on the print.
request-field-second-signatory = امضاکننده دوم

# Label of a field of a request, on the screen and on the print.
request-field-person-status = وضعیت شخص در پرونده

# Label of a field of a request, on the screen and on the print.
request-field-hearing-person = شخصی که اظهارات او خواسته شده است

# Label of a field of a request, on the screen and on the print.
request-field-questions = پرسش‌ها

# Label of a field of a request, on the screen and on the print.
request-field-rights-notice = تفهیم حقوق

# Label of a field of a request, on the screen and on the print.
request-field-presence = مقام‌هایی که مایل به حضورند

# Label of a field of a request, on the screen and on the print.
request-field-video-wish = ویدئوکنفرانس

# Label of a field of a request, on the screen and on the print.
request-field-video-reason = دلیل درخواست ویدئوکنفرانس

# Label of a field of a request, on the screen and on the print.
request-field-hearing-time = زمان جلسه استماع

# Label of a field of a request, on the screen and on the print.
request-field-hearing-time-there = همان زمان در کشور درخواست‌شونده

# Label of a field of a request, on the screen and on the print.
request-field-other-times = زمان‌های ممکن دیگر

# Label of a field of a request, on the screen and on the print.
request-field-link = ارتباط فنی

# Label of a field of a request, on the screen and on the print.
request-field-hearing-law = قانون حاکم بر جلسه استماع

# Label of a field of a request, on the screen and on the print.
request-field-taking-part = شرکت‌کنندگان در جلسه

# Label of a field of a request, on the screen and on the print.
request-field-interpretation = ترجمه شفاهی

# Label of a field of a request, on the screen and on the print.
request-field-person-consent = رضایت شخص

# Label of a field of a request, on the screen and on the print.
request-field-served-person = شخصی که اوراق به او ابلاغ می‌شود

# Label of a field of a request, on the screen and on the print.
request-field-served-documents = اوراق مورد ابلاغ

# Label of a field of a request, on the screen and on the print.
request-field-document-kind = نوع سند

# Label of a field of a request, on the screen and on the print.
request-field-documents-summary = مضمون اوراق

# Label of a field of a request, on the screen and on the print.
request-field-appearance-date = تاریخ حضور

# Label of a field of a request, on the screen and on the print.
request-field-appearance-place = محل و ساعت حضور

# Label of a field of a request, on the screen and on the print.
request-field-document-language = زبان اوراق

# Label of a field of a request, on the screen and on the print.
request-field-proof-of-service = گواهی ابلاغ مورد نیاز

# Label of a field of a request, on the screen and on the print.
request-field-safe-conduct = تضمین مصونیت شخص

# Label of a field of a request, on the screen and on the print.
request-field-detained-person = شخص بازداشت‌شده

# Label of a field of a request, on the screen and on the print.
request-field-consents = رضایت‌نامه کتبی

# Label of a field of a request, on the screen and on the print.
request-field-consent-asking = نحوه اخذ رضایت

# Label of a field of a request, on the screen and on the print.
request-field-presence-need = دلیل ضرورت حضور شخص

# Label of a field of a request, on the screen and on the print.
request-field-transfer-period = مدت انتقال

# Label of a field of a request, on the screen and on the print.
request-field-custody-place = محل نگهداری شخص

# Label of a field of a request, on the screen and on the print.
request-field-custody-credit = احتساب مدت نگهداری در محکومیت

# Label of a field of a request, on the screen and on the print.
request-field-return-undertaking = تعهد به بازگرداندن شخص

# Label of a field of a request, on the screen and on the print.
request-field-escort = بدرقه و مسیر انتقال

# Label of a field of a request, on the screen and on the print.
request-field-search-places = محل‌های تفتیش

# Label of a field of a request, on the screen and on the print.
request-field-search-items = اشیا و داده‌های مورد جستجو

# Label of a field of a request, on the screen and on the print.
request-field-search-grounds = دلایل وجود آن‌ها در محل

# Label of a field of a request, on the screen and on the print.
request-field-device-handling = نحوه کار با دستگاه‌ها و داده‌ها

# Label of a field of a request, on the screen and on the print.
request-field-record-kind = نوع سوابق

# Label of a field of a request, on the screen and on the print.
request-field-record-holder = بانک، شرکت یا مرجع ثبت

# Label of a field of a request, on the screen and on the print.
request-field-bank-accounts = حساب‌های بانکی

# Label of a field of a request, on the screen and on the print.
request-field-bank-secrecy = رازداری بانکی

# Label of a field of a request, on the screen and on the print.
request-field-assets = اموال مورد ردیابی

# Label of a field of a request, on the screen and on the print.
request-field-asset-links = پیوندها و منابع آن‌ها

# Label of a field of a request, on the screen and on the print.
request-field-actions-wanted = اقدامات مورد درخواست

# Label of a field of a request, on the screen and on the print.
request-field-result-use = نحوه استفاده از نتایج

# Label of a field of a request, on the screen and on the print.
request-field-value = ارزش یا حداکثر مبلغ

# Label of a field of a request, on the screen and on the print.
request-field-property-kind = نوع مال

# Label of a field of a request, on the screen and on the print.
request-field-property = اموال موضوع درخواست

# Label of a field of a request, on the screen and on the print.
request-field-property-place = محل اموال

# Label of a field of a request, on the screen and on the print.
request-field-property-holder = دارنده مال

# Label of a field of a request, on the screen and on the print.
request-field-wallets = کیف‌های پول، آدرس‌ها و تراکنش‌ها

# Label of a field of a request, on the screen and on the print.
request-field-wallet-control = کیف پول در اختیار کیست

# Label of a field of a request, on the screen and on the print.
request-field-attribution = مبنای انتساب آدرس

# Label of a field of a request, on the screen and on the print.
request-field-asset-amount = مقدار دارایی مجازی

# Label of a field of a request, on the screen and on the print.
request-field-value-time = زمان ارزش‌گذاری

# Label of a field of a request, on the screen and on the print.
request-field-value-source = منبع قیمت

# Label of a field of a request, on the screen and on the print.
request-field-custody-plan = برنامه نگهداری دارایی

# Label of a field of a request, on the screen and on the print.
request-field-release-risk = خطر خروج یا از دست رفتن مال

# Label of a field of a request, on the screen and on the print.
request-field-freeze-days = مدت اقدام به روز

# Label of a field of a request, on the screen and on the print.
request-field-confiscation-intent = مصادره بعدی

# Label of a field of a request, on the screen and on the print.
request-field-grounds-for-order = وقایع لازم برای صدور دستور در کشور درخواست‌شونده

# Label of a field of a request, on the screen and on the print.
request-field-third-party-notice = اطلاع به اشخاص ثالث

# Label of a field of a request, on the screen and on the print.
request-field-confiscation-kind = نوع مصادره

# Label of a field of a request, on the screen and on the print.
request-field-order-copies = دستور مورد اجرا

# Label of a field of a request, on the screen and on the print.
request-field-finality = قطعیت دستور

# Label of a field of a request, on the screen and on the print.
request-field-extent = حدود اجرا

# Label of a field of a request, on the screen and on the print.
request-field-due-process = رعایت تضمین‌های دادرسی

# Label of a field of a request, on the screen and on the print.
request-field-return-basis = مبنای حقوقی بازگرداندن دارایی

# Label of a field of a request, on the screen and on the print.
request-field-return-kind = نوع بازگرداندن

# Label of a field of a request, on the screen and on the print.
request-field-confiscation-reference = دستور مصادره مبنا

# Label of a field of a request, on the screen and on the print.
request-field-share = سهم مورد درخواست و دلیل آن

# Label of a field of a request, on the screen and on the print.
request-field-victims = بزه‌دیدگان

# Label of a field of a request, on the screen and on the print.
request-field-receiving-account = حساب دریافت‌کننده

# Label of a field of a request, on the screen and on the print.
request-field-account-owner = صاحب این حساب

# Label of a field of a request, on the screen and on the print.
request-field-end-use = نحوه مصرف دارایی‌های بازگردانده‌شده

# Label of a field of a request, on the screen and on the print.
request-field-draft-agreement = پیش‌نویس موافقت‌نامه

# Label of a field of a request, on the screen and on the print.
request-field-team-aim = هدف تحقیق مشترک

# Label of a field of a request, on the screen and on the print.
request-field-members-own = اعضای کشور درخواست‌کننده

# Label of a field of a request, on the screen and on the print.
request-field-members-other = اعضای مورد نظر از کشور درخواست‌شونده

# Label of a field of a request, on the screen and on the print.
request-field-team-lead = سرپرستی تیم

# Label of a field of a request, on the screen and on the print.
request-field-team-term = مدت کار تیم

# Label of a field of a request, on the screen and on the print.
request-field-evidence-rules = قواعد تحصیل دلیل

# Label of a field of a request, on the screen and on the print.
request-field-powers-abroad = اختیارات مأموران در کشور دیگر

# Label of a field of a request, on the screen and on the print.
request-field-liability = مسئولیت جبران خسارت

# Label of a field of a request, on the screen and on the print.
request-field-goods = محموله

# Label of a field of a request, on the screen and on the print.
request-field-delivery-method = شیوه تحویل تحت نظارت

# Label of a field of a request, on the screen and on the print.
request-field-route = مسیر

# Label of a field of a request, on the screen and on the print.
request-field-stops = توقف‌ها و نقاط تحویل

# Label of a field of a request, on the screen and on the print.
request-field-delivery-period = زمان تحویل تحت نظارت

# Label of a field of a request, on the screen and on the print.
request-field-transit = ترانزیت

# Label of a field of a request, on the screen and on the print.
request-field-transit-authorities = مراجع کشورهای ترانزیت

# Label of a field of a request, on the screen and on the print.
request-field-transit-consents = رضایت هر یک از کشورهای ترانزیت

# Label of a field of a request, on the screen and on the print.
request-field-surveillance = مراقبت از محموله

# Label of a field of a request, on the screen and on the print.
request-field-abort = موارد توقف عملیات

# Label of a field of a request, on the screen and on the print.
request-field-prosecution = کشور تعقیب‌کننده

# Label of a field of a request, on the screen and on the print.
request-field-accused = مظنونان و متهمان

# Label of a field of a request, on the screen and on the print.
request-field-custody-state = وضعیت بازداشت

# Label of a field of a request, on the screen and on the print.
request-field-custody-until = پایان مدت بازداشت

# Label of a field of a request, on the screen and on the print.
request-field-transfer-reason = دلیل انتقال رسیدگی

# Label of a field of a request, on the screen and on the print.
request-field-decision-wanted = تصمیم مورد درخواست

# Label of a field of a request, on the screen and on the print.
request-field-file-inventory = فهرست اوراق پرونده

# Label of a field of a request, on the screen and on the print.
request-field-file-language = زبان اوراق پرونده

# Label of a field of a request, on the screen and on the print.
request-field-limitation = مواعد مرور زمان

# Label of a field of a request, on the screen and on the print.
request-field-own-proceedings = رسیدگی در کشور درخواست‌کننده

# Label of a field of a request, on the screen and on the print.
request-field-sending-authority = مرجع ارائه‌دهنده اطلاعات

# Label of a field of a request, on the screen and on the print.
request-field-receiving-authority = مرجع دریافت‌کننده اطلاعات

# Label of a field of a request, on the screen and on the print.
request-field-information = اطلاعات ارائه‌شده

# Label of a field of a request, on the screen and on the print.
request-field-suggested-use = کاربرد اطلاعات برای کشور دریافت‌کننده

# Label of a field of a request, on the screen and on the print.
request-field-use-limits = محدودیت در استفاده

# Label of a field of a request, on the screen and on the print.
request-field-use-limits-text = متن محدودیت‌ها

# Label of a field of a request, on the screen and on the print.
request-field-letter-kind = نوع نامه

# Label of a field of a request, on the screen and on the print.
request-field-parent = درخواست مورد اشاره

# Label of a field of a request, on the screen and on the print.
request-field-supplement-text = اطلاعات تکمیلی

# Label of a field of a request, on the screen and on the print.
request-field-status-asked = وضعیت مورد پرسش

# Label of a field of a request, on the screen and on the print.
request-field-withdrawal-reason = دلیل پس‌گرفتن درخواست

# Label of a field of a request, on the screen and on the print.
request-field-withdrawal-effects = سرنوشت نتایج و اقدامات انجام‌شده

# Label of a field of a request, on the screen and on the print.
request-field-answering-authority = مرجع پاسخ‌دهنده

# Label of a field of a request, on the screen and on the print.
request-field-asking-authority = مرجع فرستنده درخواست

# Label of a field of a request, on the screen and on the print.
request-field-executing-authority = مرجع اجراکننده درخواست

# Label of a field of a request, on the screen and on the print.
request-field-answer-kind = نوع پاسخ

# Label of a field of a request, on the screen and on the print.
request-field-result = نتیجه اجرا

# Label of a field of a request, on the screen and on the print.
request-field-open-part = موارد اجرانشده و دلیل آن

# Label of a field of a request, on the screen and on the print.
request-field-refusal-reasons = دلایل رد درخواست

# Label of a field of a request, on the screen and on the print.
request-field-postponement-reasons = دلایل تعویق

# Label of a field of a request, on the screen and on the print.
request-field-postponed-until = ازسرگیری اجرا

# Label of a field of a request, on the screen and on the print.
request-field-consultation = مشورت پیش از تصمیم

# Label of a field of a request, on the screen and on the print.
request-field-returned-objects = اشیای قابل بازگشت

# Word or sentence on the print of a request.
request-twin-reference = شماره

# Word or sentence on the print of a request.
request-twin-version = نسخه

# Word or sentence on the print of a request.
request-twin-digest = SHA-256 این نسخه

# Word or sentence on the print of a request.
request-twin-date = تاریخ

# Word or sentence on the print of a request.
request-twin-requesting-state = کشور درخواست‌کننده

# Word or sentence on the print of a request.
request-twin-requested-state = کشور درخواست‌شونده

# Word or sentence on the print of a request.
request-twin-legal-basis = مبنای حقوقی

# Word or sentence on the print of a request.
request-twin-articles = مواد

# Word or sentence on the print of a request.
request-twin-no-obligation = معاهده‌ای که میان دو کشور لازم‌الاجرا باشد و کشور درخواست‌شونده را به این اقدام ملزم کند شناخته نشده است. این اقدام بر مبنایی درخواست می‌شود که در زیر آمده است.

# Word or sentence on the print of a request.
request-twin-asked-instead = بر این مبنا درخواست می‌شود

# Word or sentence on the print of a request.
request-twin-asked-under-general-clause = بر اساس حکم کلی درخواست می‌شود که به این اقدام ملزم نمی‌کند.

# Word or sentence on the print of a request.
request-twin-official-name-unknown = عنوان رسمی باید تأیید شود

# Word or sentence on the print of a request.
request-twin-annexes = پیوست‌ها

# Word or sentence on the print of a request.
request-twin-annex-number = شماره

# Word or sentence on the print of a request.
request-twin-annex-title = عنوان

# Word or sentence on the print of a request.
request-twin-annex-sha256 = SHA-256

# Word or sentence on the print of a request.
request-twin-advance-copy = نسخه پیش‌فرست. اصل امضاشده متعاقباً ارسال می‌شود.

# Word or sentence on the print of a request.
request-twin-original = اصل

# Word or sentence on the print of a request.
request-twin-exercise = تمرین — این درخواست واقعی نیست

# Word or sentence on the print of a request.
request-twin-from = از

# Word or sentence on the print of a request.
request-twin-to = تا

# Word or sentence on the print of a request.
request-twin-kept-until = نگهداری تا

# Word or sentence on the print of a request.
request-twin-yes = بله

# Word or sentence on the print of a request.
request-twin-no = خیر

# Word or sentence on the print of a request.
request-twin-name = نام

# Word or sentence on the print of a request.
request-twin-unit = واحد

# Word or sentence on the print of a request.
request-twin-role = سمت در پرونده

# Word or sentence on the print of a request.
request-twin-born = تاریخ و محل تولد یا تأسیس

# Word or sentence on the print of a request.
request-twin-nationality = تابعیت یا کشور محل ثبت

# Word or sentence on the print of a request.
request-twin-address = نشانی

# Word or sentence on the print of a request.
request-twin-occupation = شغل یا زمینه فعالیت

# Word or sentence on the print of a request.
request-twin-registration = شماره سند شناسایی یا ثبت

# Word or sentence on the print of a request.
request-twin-network = شبکه یا سکو

# Word or sentence on the print of a request.
request-twin-provision = ماده قانونی

# Word or sentence on the print of a request.
request-twin-provision-text = متن ماده

# Word or sentence on the print of a request.
request-twin-max-penalty = حداکثر مجازات به سال

# Word or sentence on the print of a request.
request-twin-conduct = رفتار ارتکابی

# Word or sentence on the print of a request.
request-twin-item = مورد درخواستی

# Word or sentence on the print of a request.
request-twin-link = ارتباط با پرونده

# Word or sentence on the print of a request.
request-twin-offence = جرم

# Word or sentence on the print of a request.
request-twin-account = حساب

# Word or sentence on the print of a request.
request-twin-machine-readable = نسخه ماشین‌خوان این درخواست در همین فایل پیوست است.

# Word or sentence on the print of a request.
request-twin-basis-provides = این اقدام را پیش‌بینی کرده است.

# Word or sentence on the print of a request.
request-twin-basis-carries = تعهد کلی به معاضدت این اقدام را در بر می‌گیرد.

# Word or sentence on the print of a request.
request-twin-basis-between = ناظر بر معاضدت میان دو کشور است.

# Word or sentence on the print of a request.
request-twin-way = مبنا

# Word or sentence on the print of a request.
request-twin-way-name = قانون، شبکه یا مرجع

# Word or sentence on the print of a request.
request-twin-provisions = مفاد

# Word or sentence on the print of a request.
request-twin-identifier-kind = نوع

# Word or sentence on the print of a request.
request-twin-identifier = شناسه

# Word or sentence on the print of a request.
request-twin-identifier-at = زمان استفاده

# Word or sentence on the print of a request.
request-twin-identifier-port = درگاه

# Sentence on an acknowledgement. $ticket is the number of the preservation, $until its last day.
request-twin-preserved = داده‌های مذکور در درخواست با شماره { $ticket } تا پایان روز { $until } نگهداری می‌شود. اگر مدت بیشتری لازم باشد، تمدید باید پیش از آن روز درخواست شود.

# Kind of an identifier, in a table on the print.
request-identifier-address = آدرس

# Kind of an identifier, in a table on the print.
request-identifier-transaction = تراکنش

# Kind of an identifier, in a table on the print.
request-identifier-account = حساب

# Kind of an identifier, in a table on the print.
request-identifier-e-mail = نشانی پست الکترونیکی

# Kind of an identifier, in a table on the print.
request-identifier-ip = نشانی IP

# Kind of an identifier, in a table on the print.
request-identifier-iban = IBAN

# Kind of an identifier, in a table on the print.
request-identifier-domain = نام دامنه

# Kind of an identifier, in a table on the print.
request-identifier-telephone = شماره تلفن

# Kind of an identifier, in a table on the print.
request-identifier-url = نشانی وب

# Kind of an identifier, in a table on the print.
request-identifier-card = کارت پرداخت

# Kind of an identifier, in a table on the print.
request-identifier-imei = دستگاه همراه (IMEI)

# Kind of an identifier, in a table on the print.
request-identifier-mac = رابط شبکه (MAC)

# A ground, in a table on the print.
request-way-general-clause = حکم کلی سندی که به این اقدام ملزم نمی‌کند

# A ground, in a table on the print.
request-way-reciprocity = عمل متقابل

# A ground, in a table on the print.
request-way-domestic-provision = قانون داخلی کشور درخواست‌شونده

# A ground, in a table on the print.
request-way-contact-points = نقاط تماس شبانه‌روزی

# A ground, in a table on the print.
request-way-police = همکاری پلیسی

# A ground, in a table on the print.
request-way-financial-intelligence = همکاری مراکز اطلاعات مالی

# A ground, in a table on the print.
request-way-asset-recovery = شبکه استرداد اموال

# A ground, in a table on the print.
request-way-other-network = شبکه مراجع

# A ground, in a table on the print.
request-way-provider = اقدام داوطلبانه ارائه‌دهنده خدمات

## Where a request stands

# In place of the title of a form, and heading: a request that began before there was a node.
request-register-title = از دفتر ثبت پیشین؛ پیش‌نویسی از آن اینجا نیست

# Something that happened to a request, in its history.
request-register-event = از دفتر ثبت پیشین منتقل شد

# Label of a field of a request of an old register.
request-register-deadline = مهلت پاسخ

# Label of a field of a request of an old register.
request-register-notes = یادداشت‌های دفتر ثبت

# Where a request stands.
request-stage-drafted = پیش‌نویس

# Where a request stands.
request-stage-reviewed = بازبینی‌شده

# Where a request stands.
request-stage-approved = تأییدشده

# Where a request stands.
request-stage-issued = صادرشده

# Where a request stands.
request-stage-advance-copy-sent = نسخه پیش‌فرست ارسال شد

# Where a request stands.
request-stage-original-dispatched = اصل ارسال شد

# Where a request stands.
request-stage-advance-copy-received = نسخه پیش‌فرست دریافت شد

# Where a request stands.
request-stage-original-received = اصل دریافت شد

# Where a request stands.
request-stage-acknowledged = دریافت تأیید شد

# Where a request stands.
request-stage-questioned = پرسش باز

# Where a request stands.
request-stage-answered = پرسش پاسخ داده شد

# Where a request stands.
request-stage-accepted = پذیرفته‌شده

# Where a request stands.
request-stage-assigned = ارجاع‌شده

# Where a request stands.
request-stage-executed-in-part = اجراشده در بخشی

# Where a request stands.
request-stage-executed = اجراشده

# Where a request stands.
request-stage-postponed = به تعویق افتاده

# Where a request stands.
request-stage-refused = ردشده

# Where a request stands.
request-stage-withdrawn = پس‌گرفته‌شده

# Where a request stands.
request-stage-closed = بسته

## What happened to a request

# Something that happened to a request, in its history.
request-event-drafted = پیش‌نویس آغاز شد

# Something that happened to a request, in its history.
request-event-revised = نسخه تازه نوشته شد

# Something that happened to a request, in its history.
request-event-reviewed = بازبینی شد

# Something that happened to a request, in its history.
request-event-sent-back = برای اصلاح بازگردانده شد

# Something that happened to a request, in its history.
request-event-endorsed = گامی از زنجیرهٔ تأیید برداشته شد

# Something that happened to a request, in its history.
request-event-approved = تأیید شد

# Something that happened to a request, in its history.
request-event-issued = صادر شد

# Something that happened to a request, in its history.
request-event-advance-copy-sent = نسخه پیش‌فرست ارسال شد

# Something that happened to a request, in its history.
request-event-advance-copy-received = نسخه پیش‌فرست دریافت شد

# Something that happened to a request, in its history.
request-event-original-dispatched = اصل ارسال شد

# Something that happened to a request, in its history.
request-event-original-received = اصل دریافت شد

# Something that happened to a request, in its history.
request-event-original-scanned = اصل امضاشده پویش شد

# Something that happened to a request, in its history.
request-event-signature-kept = امضای الکترونیکی ملی نگه داشته شد؛ این برنامه آن را بررسی نکرده است

# Something that happened to a request, in its history.
request-event-acknowledged = دریافت تأیید شد

# Something that happened to a request, in its history.
request-event-questioned = پرسش مطرح شد

# Something that happened to a request, in its history.
request-event-answered = پرسش پاسخ داده شد

# Something that happened to a request, in its history.
request-event-accepted = پذیرفته شد

# Something that happened to a request, in its history.
request-event-assigned = به دفتری ارجاع شد

# Something that happened to a request, in its history.
request-event-called-back = تماس بازگشتی گرفته شد

# Something that happened to a request, in its history.
request-event-cost-noted = هزینه ثبت شد

# Something that happened to a request, in its history.
request-event-executed-in-part = در بخشی اجرا شد

# Something that happened to a request, in its history.
request-event-executed = اجرا شد

# Something that happened to a request, in its history.
request-event-postponed = به تعویق افتاد

# Something that happened to a request, in its history.
request-event-resumed = از سر گرفته شد

# Something that happened to a request, in its history.
request-event-refused = رد شد

# Something that happened to a request, in its history.
request-event-withdrawn = پس گرفته شد

# Something that happened to a request, in its history.
request-event-status-asked = وضعیت پرسیده شد

# Something that happened to a request, in its history.
request-event-status-given = وضعیت اعلام شد

# Something that happened to a request, in its history.
request-event-ticket-given = شماره پیگیری حفظ داده‌ها داده شد

# Something that happened to a request, in its history.
request-event-ticket-renewed = حفظ داده‌ها تمدید شد

# Something that happened to a request, in its history.
request-event-evidence-returned = ادله بازگردانده شد

# Something that happened to a request, in its history.
request-event-closed = بسته شد

## What a jurist decides

# A jurist's decision on a legal fact.
request-confirm-confirmed = تأیید شد

# A jurist's decision on a legal fact: not checked, but the request may rely on it.
request-confirm-overruled = با مسئولیت خود پذیرفته شد

# A jurist's decision on a legal fact: it is wrong.
request-confirm-rejected = رد شد

## What stands in the way of issue

# Shown when a request cannot be issued because of its fields. $count is a number.
request-issue-fields = فیلدهای نادرست یا خالی: { $count }.
    .do = بررسی درخواست را باز کنید و هر فیلد را اصلاح کنید.

# Shown when a request lacks what a cited treaty demands. $count is a number.
request-issue-contents = مطالبی که سند مورد استناد می‌خواهد و نیست: { $count }.
    .do = فیلدهایی را که بررسی نام برده، با ماده هر یک، پر کنید.

# Shown when legal facts are not confirmed. $count is a number.
request-issue-unconfirmed = واقعیت‌های حقوقی که کسی تأیید نکرده یا با مسئولیت خود نپذیرفته است: { $count }.
    .do = بخواهید حقوقدان هر مورد فهرست را با نام و دلیل تأیید کند یا با مسئولیت خود بپذیرد.

# Shown when a jurist rejected facts that the request relies on. $count is a number.
request-issue-rejected = واقعیت‌های حقوقی که حقوقدان رد کرده است: { $count }.
    .do = به سند دیگری استناد کنید یا بسته حقوقی را اصلاح کنید.

# Shown when nobody approved the version that is to be issued.
request-issue-not-approved = کسی این نسخه را تأیید نکرده است.
    .do = تأیید همین نسخه را بخواهید. درخواست تغییریافته تأیید تازه می‌خواهد.

# Shown when only the drafter approved.
request-issue-approved-by-drafter = این نسخه را تنها نویسنده‌اش تأیید کرده است.
    .do = از کارمند دیگری بخواهید آن را تأیید کند.

# Shown when a request is too large.
request-issue-too-large = درخواست برای ثبت بیش از اندازه بزرگ است.
    .do = متن‌های بلند را به پیوست ببرید.

# Shown when a check was made for another draft.
request-issue-other-draft = بررسی برای پیش‌نویس دیگر یا با بسته حقوقی دیگری انجام شده است.
    .do = این نسخه را دوباره بررسی کنید.

## Remarks of the check. $field is the label of a field.

# Remark of the check of a request: must be mended before issue.
request-check-field-missing = { $field } خالی است.
    .do = آن را پر کنید.

# Remark of the check of a request: must be mended before issue.
request-check-field-unknown = فرم فیلد { $field } ندارد.
    .do = مقدار را بردارید یا فرمی را برگزینید که آن را دارد.

# Remark of the check of a request: must be mended before issue.
request-check-type-wrong = { $field } مقداری از نوع دیگر دارد.
    .do = دوباره وارد کنید.

# Remark of the check of a request: must be mended before issue.
request-check-too-long = { $field } از { $most } نویسه بلندتر است.
    .do = کوتاهش کنید یا پیوست کنید.

# Remark of the check of a request: must be mended before issue.
request-check-characters-forbidden = { $field } نویسه‌های کنترلی یا نشانه‌های تغییر جهت دارد.
    .do = متن را به جای چسباندن دوباره بنویسید.

# Remark of the check of a request: must be mended before issue.
request-check-too-few = { $field } دست‌کم { $least } مورد می‌خواهد.
    .do = کمبود را بیفزایید.

# Remark of the check of a request: must be mended before issue.
request-check-too-many = { $field } حداکثر { $most } مورد می‌پذیرد.
    .do = درخواست را تقسیم کنید.

# Remark of the check of a request: must be mended before issue.
request-check-out-of-range = { $field }: عدد { $value } بیرون از محدوده است.
    .do = عدد را اصلاح کنید.

# Remark of the check of a request: must be mended before issue.
request-check-choice-unknown = { $field }: { $value } در میان گزینه‌ها نیست.
    .do = یکی از فهرست را برگزینید.

# Remark of the check of a request: must be mended before issue.
request-check-period-backwards = { $field } پیش از آغاز پایان می‌یابد.
    .do = زمان‌ها را جابه‌جا یا اصلاح کنید.

# Remark of the check of a request: must be mended before issue.
request-check-period-too-long = { $field } { $days } روز است و از حد فرم بیشتر.
    .do = بازه‌ای را بخواهید که پرونده نیاز دارد.

# Remark of the check of a request: must be mended before issue.
request-check-amount-negative = { $field } کمتر از صفر است.
    .do = مبلغ را اصلاح کنید.

# Remark of the check of a request: must be mended before issue.
request-check-identifier-wrong = { $field }: { $text } شکل نوع خود را ندارد.
    .do = آن را حرف به حرف با مدرک بسنجید؛ اگر از نوع دیگری است، آن نوع را برگزینید.

# Remark of the check of a request: must be mended before issue. $expected and $found are numbers.
request-check-identifier-length = { $field }: { $text } دارای { $found } نشانه است، در حالی که باید { $expected } نشانه باشد.
    .do = آن را با مدرک بسنجید: نشانه‌ای کم است یا یکی زیاد.

# Remark of the check of a request: must be mended before issue.
request-check-identifier-checksum = { $field }: رقم کنترلی { $text } درست نیست، پس یکی از نشانه‌های آن نادرست است.
    .do = آن را حرف به حرف با مدرک بسنجید؛ به جای نوشتن، رونوشت بردارید.

# Remark of the check of a request: must be mended before issue. $ledgers are names of ledgers, $network the one that was named.
request-check-identifier-other-ledger = { $field }: { $text } آدرس { $ledgers } است، نه { $network }.
    .do = دفتر این آدرس را نام ببرید، یا آدرس را دوباره از مدرک بردارید.

# Remark of the check of a request: must be mended before issue. $is is mainnet, testnet or regtest, $network the ledger that was named.
request-check-identifier-other-network = { $field }: { $text } آدرس شبکه دیگری ({ $is }) جز { $network } است.
    .do = شبکه این آدرس را نام ببرید. سکه‌های شبکه آزمایشی ارزشی ندارند.

# Remark of the check of a request: must be mended before issue.
request-check-identifier-kind = { $field } شناسه از نوع { $kind } نمی‌پذیرد.
    .do = در فیلد دیگری وارد کنید یا نوع دیگری برگزینید.

# Remark of the check of a request: must be mended before issue.
request-check-item-dangling = { $field }: { $item } از { $named } نام می‌برد که در درخواست نیست.
    .do = جرم و حسابی از همین درخواست برگزینید.

# Remark of the check of a request: must be mended before issue.
request-check-way-closed = { $field }: { $way } ({ $id }) تا آنجا که دانسته است باز نیست.
    .do = راه دیگری از پاسخ بسته حقوقی برگزینید.

# Remark of the check of a request: must be mended before issue.
request-check-form-other = پیش‌نویس با فرم دیگر یا نسخه دیگری از آن آغاز شده است.
    .do = با فرم کنونی دوباره آغاز کنید؛ مقدارهای سازگار می‌مانند.

# Remark of the check of a request: must be mended before issue.
request-check-basis-other = پاسخ حقوقی درباره پرسش دیگری است.
    .do = برای این درخواست دوباره از بسته حقوقی بپرسید.

# Remark of the check of a request: must be mended before issue.
request-check-nothing-cited = سندی کشور درخواست‌شونده را متعهد می‌کند و درخواست به هیچ سندی استناد نکرده است.
    .do = سندی از فهرست برگزینید.

# Remark of the check of a request: must be mended before issue.
request-check-cited-not-binding = { $instrument } در روز درخواست هر دو کشور را متعهد نمی‌کند.
    .do = به سند دیگری استناد کنید.

# Remark of the check of a request: must be mended before issue.
request-check-cited-replaced = میان دو کشور سند دیگری جای { $instrument } را گرفته است.
    .do = به سند جایگزین استناد کنید.

# Remark of the check of a request: must be mended before issue.
request-check-cited-not-open = { $instrument } جرایم این درخواست را در بر نمی‌گیرد.
    .do = به سند دیگری استناد کنید یا اگر وقایع اجازه می‌دهد جرمی را نام ببرید که مشمول آن است.

# Remark of the check of a request: must be mended before issue.
request-check-cited-not-providing = { $instrument } تا آنجا که دانسته است این اقدام را پیش‌بینی نمی‌کند.
    .do = به سند دیگری استناد کنید یا از راه دیگری بخواهید.

# Remark of the check of a request: a warning, not an error.
request-warn-period-overbroad = { $field } { $days } روز است؛ طرف مقابل ممکن است آن را بیش از اندازه بداند.
    .do = محدودش کنید یا در شرح وقایع بگویید چرا همه آن مهم است.

# Remark of the check of a request: a warning, not an error.
request-warn-item-without-link = { $field }: { $item } نمی‌گوید چرا یا برای کدام جرم مهم است.
    .do = آن را به واقعه و جرمی پیوند دهید.

# Remark of the check of a request: a warning, not an error.
request-warn-reason-missing = { $field } بدون دلیل خواسته شده است.
    .do = دلیل را در { $reason_field } بنویسید.

# Remark of the check of a request: a warning, not an error.
request-warn-identifier-not-checked = { $field }: کسی اینجا نتوانست { $text } را بررسی کند.
    .do = حرف به حرف با مدرک مقایسه کنید.

# Remark of the check of a request: a warning, not an error.
request-warn-identifier-without-checksum = { $field }: { $text } رقم کنترلی ندارد و لغزش در آن دیده نمی‌شود.
    .do = حرف به حرف با مدرک مقایسه کنید.

# Remark of the check of a request: a warning, not an error. $ledgers are names of ledgers.
request-warn-ledger-missing = { $field }: { $text } می‌تواند آدرس { $ledgers } باشد و دفتری نام برده نشده است.
    .do = دفتر را نام ببرید: یک آدرس ممکن است در چند دفتر باشد.

# Remark of the check of a request: a warning, not an error. $platform is the name of a service.
request-warn-account-form = { $field }: تا آنجا که دانسته است، { $platform } حساب‌ها را به شکل { $text } نمی‌نویسد.
    .do = آن را با مدرک بسنجید. شاید حساب کهنه‌تر از قاعده‌ای باشد که اینجا دانسته است.

# Remark of the check of a request: a warning, not an error. $state has two letters.
request-warn-iban-state-unknown = { $field }: شکل شماره حساب‌های { $state } دانسته نیست؛ از { $text } تنها رقم‌های کنترلی بررسی شد.
    .do = آن را با مدرک بسنجید و بپرسید که آیا آن کشور چنین شماره‌هایی دارد.

# Remark of the check of a request: a warning, not an error. $spelled is the spelling in the Domain Name System.
request-warn-mixed-script = { $field }: در { $text } حروف همانند از چند خط آمیخته است؛ نوشتار آن { $spelled } است.
    .do = آن را از مدرک رونوشت بردارید و این نوشتار را هم بیاورید: آنچه از کاغذ خوانده شود شاید نام دیگری باشد.

# Remark of the check of a request: a warning, not an error.
request-warn-ip-local = { $field }: { $text } نشانی‌ای است که بسیاری از شبکه‌ها در درون خود به کار می‌برند؛ کسی نمی‌تواند بگوید از آنِ که بوده است.
    .do = نشانی بیرونی آن شبکه را با زمان و درگاه بیابید.

# Remark of the check of a request: a warning, not an error.
request-warn-ip-without-time = { $field }: { $text } زمانی با اختلاف از UTC ندارد. ارائه‌دهندگان در چند دقیقه نشانی را به مشتری دیگری می‌دهند.
    .do = زمان را از گزارش بیفزایید: 192.0.2.1:51000 @ 2026-09-01T10:00:00+05:00[Asia/Dushanbe].

# Remark of the check of a request: a warning, not an error.
request-warn-ip-without-port = { $field }: { $text } درگاه ندارد. بسیاری از مشتریان یک ارائه‌دهنده همزمان از چنین نشانی‌ای استفاده می‌کنند.
    .do = درگاه فرستنده را، اگر در گزارش هست، پس از نشانی بنویسید، مانند 192.0.2.1:51000.

# Remark of the check of a request: a warning, not an error.
request-warn-provision-text-missing = { $field }: { $provision } بدون متن آن آمده است.
    .do = متن را از کتابخانه دفتر پیوست کنید.

# Remark of the check of a request: a warning, not an error.
request-warn-provision-text-kept = { $field }: { $provision } بدون متن آن آمده است، در حالی که متن در کتابخانه اداره هست.
    .do = آن را با --wording بردارید.

# Remark of the check of a request: a warning, not an error.
request-warn-contents-not-seen = فهرست مطالبی که { $instrument } می‌خواهد کامل دیده نشده است.
    .do = درخواست را با متن سند مقایسه کنید.

# Remark of the check of a request: a warning, not an error. $offence is the name of a kind of offence.
request-warn-dual-criminality = قطعی نیست که عمل ({ $offence }) در هر دو کشور جرم باشد و { $instruments } رد کمک را در غیر این صورت اجازه می‌دهد.
    .do = هر دو حکم را بسنجید، در شرح وقایع آنچه حکم آن‌ها می‌خواهد نشان دهید یا کمک غیرقهری بخواهید.

# Remark of the check of a request: a warning, not an error.
request-warn-paragraphs-yield = بندهایی از { $instrument } جای خود را به { $to } می‌دهند ({ $clause }).
    .do = به آن معاهده نیز استناد کنید یا با طرف مقابل توافق کنید که این بندها اجرا شود.

# Remark of the check of a request: a warning, not an error.
request-warn-may-only-be-asked = { $instrument } به این اقدام متعهد نمی‌کند و تنها اجازه درخواست آن را می‌دهد.
    .do = این را در درخواست بگویید و راه دیگری در کنارش نام ببرید.

# Remark of the check of a request: a warning, not an error.
request-warn-language-unknown = زبانی که { $state } می‌پذیرد یافت نشد.
    .do = پیش از ترجمه از مرجع بپرسید.

# Remark of the check of a request: a warning, not an error.
request-warn-domestic-form = { $law } قاعده خاصی درباره شکل درخواست دارد ({ $provision }).
    .do = درخواست را با آن قاعده مقایسه کنید یا از مرجع بپرسید.

# Remark of the check of a request: a warning, not an error.
request-warn-ticket-lapsed = { $field }: مهلت حفظ { $ticket } در { $until } پایان یافت.
    .do = فوراً بپرسید که آیا داده‌ها هنوز هست.

# Remark of the check of a request: a warning, not an error.
request-warn-pack-older = بسته حقوقی در { $compiled }، بسیار پیش از روز درخواست، گردآوری شده است.
    .do = بررسی کنید که از آن زمان چیزی تغییر کرده است یا نه.


# Remark of the check of a request: a warning, not an error. $count is a number, $language a language tag.
request-warn-untranslated = متن‌هایی که تنها به زبان پیش‌نویس است و به { $language } ترجمه نشده: { $count }.
    .do = فهرست آن‌ها با پیشنهادها: comity request translate CASE REQUEST

# Who bears a cost of a request.
request-borne-by-requesting = دولت درخواست‌کننده

# Who bears a cost of a request.
request-borne-by-requested = دولت درخواست‌شونده

# Who bears a cost of a request.
request-borne-by-open = هنوز توافق نشده

# What a request waits for.
request-clock-reply-ours = پاسخ ما

# What a request waits for.
request-clock-reply-theirs = پاسخ طرف دیگر

# What a request waits for. $about is the name of a question or the number of a ticket.
request-clock-ticket-ours = درخواست تمدید برگهٔ { $about } که طرف دیگر داده‌ها را به موجب آن نگه می‌دارد

# What a request waits for. $about is the name of a question or the number of a ticket.
request-clock-ticket-theirs = برگهٔ { $about } که داده‌ها به موجب آن برای طرف دیگر نگه داشته می‌شود، تا زمانی که تمدید بخواهد

# What a request waits for. $about is the name of a question or the number of a ticket.
request-clock-follow-up-ours = درخواست داده‌هایی که به موجب برگهٔ { $about } نگه داشته می‌شود

# What a request waits for. $about is the name of a question or the number of a ticket.
request-clock-question-ours = پاسخ ما به پرسش { $about }

# What a request waits for. $about is the name of a question or the number of a ticket.
request-clock-question-theirs = پاسخ طرف دیگر به پرسش { $about }

# What a request waits for.
request-clock-status-ours = گزارش ما از وضعیت درخواست

# What a request waits for.
request-clock-status-theirs = گزارش طرف دیگر از وضعیت درخواست

# What a request waits for.
request-clock-acknowledge-ours = اعلام وصول درخواست

# What a request waits for.
request-clock-call-back-ours = فوری: تماس بازگشتی با درخواست‌کننده پیش از ارسال داده

# What a request waits for.
request-clock-original-ours = فرستادن اصل امضا و مهرشده

# What a request waits for.
request-clock-original-theirs = اصل امضا و مهرشده که باید برسد

# What a request waits for.
request-clock-resume-ours = از سر گرفتن آنچه به تعویق افتاد

# What a request waits for.
request-clock-resume-theirs = طرف دیگر که درخواست را به تعویق انداخت

# What a request waits for.
request-clock-remind-ours = یادآوری به طرف دیگر که خبری نداده است

# Beside what a request waits for: how urgent it is. $act_by is the last working day on which it can be acted on in time, $due the last
# day, $since the day since when it waits.
request-clock-overdue = مهلت در { $due } گذشته است

# Beside what a request waits for: how urgent it is. $act_by is the last working day on which it can be acted on in time, $due the last
# day, $since the day since when it waits.
request-clock-now = تا { $act_by }؛ آخرین روز { $due }

# Beside what a request waits for: how urgent it is. $act_by is the last working day on which it can be acted on in time, $due the last
# day, $since the day since when it waits.
request-clock-runs = تا { $act_by }؛ آخرین روز { $due }

# Beside what a request waits for: how urgent it is. $act_by is the last working day on which it can be acted on in time, $due the last
# day, $since the day since when it waits.
request-clock-waits = در انتظار از { $since }
## Statistics, on the screen and on paper

# Title of a sheet with figures.
request-statistics = آمار درخواست‌ها

# Sentence above the figures.
request-statistics-about = تنها درخواست‌های پرونده‌هایی شمرده شده‌اند که درخواست‌کننده آمار اجازه خواندن آن‌ها را دارد، هر یک در دوره‌ای که صادر یا دریافت شده است. ارقام مأمور دیگر ممکن است متفاوت باشد.

# Sentence above the figures.
request-statistics-days = روزها تا صدور از نخستین پیش‌نویس و پس از آن از صدور یا دریافت شمرده می‌شوند. درخواستی که به چند دلیل رد شده باشد، ذیل هر یک از آن‌ها شمرده می‌شود.

# Heading of a table.
request-statistics-counts = درخواست‌ها

# Heading of a table.
request-statistics-times = زمان تا هر مرحله

# Heading of a table.
request-statistics-refusals = دلایل رد

# In place of a table that has no rows.
request-statistics-none = در این دوره موردی نیست.

# Heading of a column.
request-statistics-direction = جهت

# Heading of a column.
request-statistics-measure = اقدام

# Heading of a column, and label of a field above the figures: how many.
request-statistics-requests = تعداد درخواست

# Heading of a column: how many were carried over from the register that the office kept before.
request-statistics-carried-over = از دفتر ثبت پیشین

# Heading of a column.
request-statistics-pending = در جریان

# Heading of a column.
request-statistics-stage = مرحله

# Heading of a column.
request-statistics-reached = رسیده به آن

# Heading of a column.
request-statistics-median = میانه، به روز

# Heading of a column.
request-statistics-longest = طولانی‌ترین، به روز

# Heading of a column.
request-statistics-ground = دلیل

# Heading of a column.
request-statistics-refused = ردشده

# In the column of directions: this office asked.
request-statistics-sent = ارسالی

# In the column of directions: this office was asked.
request-statistics-received = دریافتی

# In the column of grounds: the refusal names neither a ground nor a provision.
request-statistics-no-ground = ذکر نشده

# Label of a field above the figures.
request-statistics-since = از روز

# Label of a field above the figures.
request-statistics-until = تا روز

# Label of a field above the figures.
request-statistics-on = در تاریخ

# Label of a field above the figures: how many cases were looked through.
request-statistics-cases = پرونده‌های شمرده‌شده
