### The words of requests that are printed. The comments for translators are those of the English file. What is not here is for screens.
### Not reviewed by a jurist or native translator of any authority: see review.toml.

## Titles of forms

# Title of the form for records of a virtual-asset service provider.
request-form-vasp-records = درخواست سوابق موجود نزد ارایه‌کنندهٔ خدمات دارایی مجازی
# Title of the form for expedited preservation.
request-form-preservation = درخواست حفظ عاجل اطلاعات کمپیوتری ذخیره‌شده
# Title of the form for expedited disclosure of the path of a communication.
request-form-traffic-path-disclosure = درخواست افشای عاجل مسیر مخابره
# Title of the form for subscriber data.
request-form-subscriber-data = درخواست معلومات مشترک
# Title of the form for stored content of an account.
request-form-stored-content = درخواست معلومات محتوایی ذخیره‌شدهٔ حساب
# Title of the form for traffic data collected in real time.
request-form-real-time-traffic = درخواست جمع‌آوری معلومات ترافیک در زمان واقعی
# Title of the form for the interception of content.
request-form-content-interception = درخواست شنود محتوای مخابرات
# Title of the form for disclosure in an emergency.
request-form-emergency-disclosure = درخواست افشای معلومات در حالت اضطراری
# Title of the form for the statement of a witness, suspect, victim or expert.
request-form-statement = درخواست اخذ اظهارات
# Title of the form for a hearing by videoconference.
request-form-videoconference = درخواست استماع از طریق ویدیوکنفرانس
# Title of the form for the service of documents.
request-form-service-of-documents = درخواست ابلاغ اسناد
# Title of the form for search and seizure.
request-form-search-and-seizure = درخواست تلاشی و ضبط
# Title of the form for records of banks and companies.
request-form-bank-records = درخواست سوابق بانک‌ها و شرکت‌ها
# Title of the form for the tracing of proceeds.
request-form-asset-tracing = درخواست ردیابی عواید ناشی از جرایم
# Title of the form for freezing or seizure of property.
request-form-freezing = درخواست انجماد یا ضبط اموال
# Title of the form for confiscation.
request-form-confiscation = درخواست مصادره
# Title of the form for the return or sharing of assets.
request-form-asset-return = درخواست بازگرداندن یا تقسیم دارایی‌ها
# Title of the form for a joint investigation.
request-form-joint-investigation = درخواست تحقیق مشترک
# Title of the form for a controlled delivery.
request-form-controlled-delivery = درخواست تحویلی تحت نظارت
# Title of the form for the transfer of criminal proceedings.
request-form-transfer-of-proceedings = درخواست انتقال رسیدگی جزایی
# Title of the form for the transfer of a detained person as a witness.
request-form-transfer-of-detained-person = درخواست انتقال شخص توقیف‌شده به حیث شاهد
# Title of the form for information that nobody asked for.
request-form-spontaneous-information = ارایهٔ معلومات بدون درخواست قبلی
# Title of the form for a letter that adds to a request, asks how it stands, or withdraws it.
request-form-supplement = تکمیل، یادآوری یا پس گرفتن درخواست
# Title of the form for the answer to a request.
request-form-answer = جواب به درخواست

## Parts of a request

# Heading of a part of a request.
request-section-authorities = مراجع
# Heading of a part of a request.
request-section-matter = رسیدگی و وقایع
# Heading of a part of a request.
request-section-help = همکاری مورد تقاضا
# Heading of a part of a request: on what ground it is asked where no treaty obliges.
request-section-ground = اساس تقاضا
# Heading of a part of a request.
request-section-handling = طرز رسیدگی به این درخواست
# Heading of a part of a request.
request-section-annexes = ضمایم
# Heading of a part of a request.
request-section-emergency = حالت اضطراری
# Heading of a part of a request.
request-section-hearing = جلسهٔ استماع
# Heading of a part of a request.
request-section-order = امر
# Heading of a part of a request.
request-section-property = اموال
# Heading of a part of a request.
request-section-letter = محتوای این مکتوب

## What the print leaves room for

# Label of the place for the signature on the print.
request-place-signature = امضا
# Label of the place for the official seal on the print.
request-place-seal = مهر رسمی
# Label of the place for the number of the outgoing register.
request-place-register-number = شمارهٔ ثبت
# Label of the place for the stamp of receipt.
request-place-date-received = تاریخ دریافت

## What can be chosen

# A choice: a new preservation.
request-value-new = حفظ جدید
# A choice: a preservation is renewed.
request-value-renewal = تمدید حفظ قبلی
# A choice: whether the own State has ordered the measure.
request-value-order-attached = امر صادر شده و کاپی آن ضمیمه است
# A choice: whether the own State has ordered the measure.
request-value-order-not-needed = قانون دولت درخواست‌کننده امری را لازم نمی‌داند
# A choice: whether the request is the first one for the data.
request-value-first-request = درخواست نخست
# A choice: whether the request is the first one for the data.
request-value-after-request = در تعقیب درخواست قبلی
# A choice: whether the request is the first one for the data.
request-value-after-preservation = در تعقیب حفظ معلومات
# A choice: through whom the request goes.
request-value-through-authority = مرجع دولت درخواست‌شونده
# A choice: through whom the request goes.
request-value-direct-to-provider = مستقیماً از ارایه‌کنندهٔ خدمات
# A choice: through whom the request goes.
request-value-asset-recovery-network = شبکهٔ استرداد دارایی‌ها
# A choice: through whom the request goes.
request-value-intelligence-units = واحدهای استخبارات مالی
# A choice: through whom the request goes.
request-value-central-authorities = مراجع مرکزی
# A choice: something is not asked for.
request-value-not-asked = تقاضا نمی‌شود
# A choice: something is asked for.
request-value-asked = تقاضا می‌شود
# A choice: on what the gravity of the offence rests.
request-value-four-years-or-more = حد اکثر مجازات چهار سال حبس یا بیشتر از آن است
# A choice: on what the gravity of the offence rests.
request-value-on-list = شامل فهرست جرایمی است که قانون این تدبیر را در آن‌ها مجاز می‌داند
# A choice: what is at risk in an emergency.
request-value-risk-to-life = برای حیات شخص
# A choice: what is at risk in an emergency.
request-value-risk-to-safety = برای مصؤونیت شخص
# A choice: in which capacity a person is heard.
request-value-witness = شاهد
# A choice: in which capacity a person is heard.
request-value-suspect = مظنون یا متهم
# A choice: in which capacity a person is heard.
request-value-victim = مجنی‌علیه
# A choice: in which capacity a person is heard.
request-value-expert = اهل خبره
# A choice: whether a person has consented.
request-value-consent-given = داده شده است
# A choice: whether a person has consented.
request-value-consent-to-be-obtained = توسط دولت درخواست‌شونده اخذ گردد
# A choice: what kind of document is served.
request-value-summons = جلب‌نامه برای حضور
# A choice: what kind of document is served.
request-value-decision = حکم یا تصمیم دیگر
# A choice: what kind of document is served.
request-value-other-document = سند دیگر
# A choice: which records are asked for.
request-value-known-accounts = از حساب‌های معلوم
# A choice: which records are asked for.
request-value-accounts-of-person = از تمام حساب‌های یک شخص یا نهاد
# A choice: which records are asked for.
request-value-company-records = از شرکت یا دفتر ثبت
# A choice: what the results may be used for.
request-value-lead-only = تنها به حیث سرنخ
# A choice: what the results may be used for.
request-value-as-evidence = به حیث دلیل
# A choice: what kind of property is concerned.
request-value-virtual-assets = دارایی‌های مجازی
# A choice: what kind of property is concerned.
request-value-money-on-account = پول موجود در حساب
# A choice: what kind of property is concerned.
request-value-other-property = مال دیگر
# A choice: who controls a wallet.
request-value-hosted-wallet = ارایه‌کنندهٔ خدمات
# A choice: who controls a wallet.
request-value-own-wallet = تنها دارندهٔ آن
# A choice: on what it rests that an address belongs to somebody.
request-value-attribution-confirmed = توسط ارایه‌کنندهٔ خدمات یا دارنده تأیید شده است
# A choice: on what it rests that an address belongs to somebody.
request-value-attribution-published = در منبع نشرشده بیان شده است
# A choice: on what it rests that an address belongs to somebody.
request-value-attribution-inferred = با روشی که در ضمیمه ذکر است استنباط شده است
# A choice: what kind of confiscation is asked for.
request-value-own-order-asked = به امر دولت درخواست‌شونده
# A choice: what kind of confiscation is asked for.
request-value-foreign-order-enforced = با تنفیذ امر دولت درخواست‌کننده
# A choice: how assets are to be returned.
request-value-whole-return = بازگرداندن کامل
# A choice: how assets are to be returned.
request-value-asset-sharing = تقسیم دارایی‌ها
# A choice: how assets are to be returned.
request-value-victim-compensation = جبران خسارهٔ مجنی‌علیهم
# A choice: how a controlled delivery is carried out.
request-value-pass-intact = عبور محموله بدون تغییر
# A choice: how a controlled delivery is carried out.
request-value-replaced-in-part = تعویض قسمتی از محموله
# A choice: how a controlled delivery is carried out.
request-value-replaced-whole = تعویض کامل محموله
# A choice: through which States goods pass.
request-value-no-transit = بدون عبور از دولت ثالث
# A choice: through which States goods pass.
request-value-through-transit-states = از طریق دولت‌های ترانزیت
# A choice: whether the accused are in custody.
request-value-at-liberty = آزاد
# A choice: whether the accused are in custody.
request-value-in-custody = در توقیف
# A choice: whether the use of information is limited.
request-value-limits-set = محدودیت‌ها وضع شده است
# A choice: whether the use of information is limited.
request-value-no-limits = محدودیت وضع نشده است
# A choice: what a letter is.
request-value-supplement = تکمیل درخواست
# A choice: what a letter is.
request-value-reminder = یادآوری
# A choice: what a letter is.
request-value-withdrawal = پس گرفتن درخواست
# A choice: what an answer is.
request-value-answered-in-full = جواب مکمل
# A choice: what an answer is.
request-value-answered-in-part = جواب قسمی
# A choice: what an answer is.
request-value-refused = رد درخواست
# A choice: what an answer is.
request-value-postponed = تعویق

## Labels of fields

# Label of a field of a request, on the screen and on the print.
request-field-requesting-authority = مرجع درخواست‌کننده
# Label of a field of a request, on the screen and on the print.
request-field-requested-authority = مرجع مخاطب
# Label of a field of a request, on the screen and on the print.
request-field-conducting-authority = مرجع رسیدگی‌کننده به قضیه
# Label of a field of a request, on the screen and on the print.
request-field-matter-nature = موضوع و مرحلهٔ رسیدگی
# Label of a field of a request, on the screen and on the print.
request-field-facts-summary = خلاصهٔ وقایع
# Label of a field of a request, on the screen and on the print.
request-field-facts-short = وقایع به شکل مختصر
# Label of a field of a request, on the screen and on the print.
request-field-offences = جرایم و مجازات‌ها
# Label of a field of a request, on the screen and on the print.
request-field-damage = خساره
# Label of a field of a request, on the screen and on the print.
request-field-persons = اشخاص و نهادهای ذیربط
# Label of a field of a request, on the screen and on the print.
request-field-provider = ارایه‌کنندهٔ خدمات که سوابق نزد اوست
# Label of a field of a request, on the screen and on the print.
request-field-holder = دارندهٔ معلومات
# Label of a field of a request, on the screen and on the print.
request-field-accounts = حساب‌ها، آدرس‌ها و معاملات
# Label of a field of a request, on the screen and on the print.
request-field-period = مدت شامل درخواست
# Label of a field of a request, on the screen and on the print.
request-field-items = آنچه تقاضا می‌شود
# Label of a field of a request, on the screen and on the print.
request-field-data = معلوماتی که باید حفظ شود
# Label of a field of a request, on the screen and on the print.
request-field-purpose = هدف
# Label of a field of a request, on the screen and on the print.
request-field-findings = نتایج ردیابی و یافته‌های دیگر
# Label of a field of a request, on the screen and on the print.
request-field-tickets = حفظ قبلی معلومات
# Label of a field of a request, on the screen and on the print.
request-field-ways = آنچه به عوض معاهده اساس تقاضا است
# Label of a field of a request, on the screen and on the print.
request-field-reciprocity-offer = پیشنهاد معاملهٔ بالمثل
# Label of a field of a request, on the screen and on the print.
request-field-special-procedure = طرزالعمل مورد نظر
# Label of a field of a request, on the screen and on the print.
request-field-special-procedure-reason = دلیل این طرزالعمل
# Label of a field of a request, on the screen and on the print.
request-field-deadline = جواب الی این تاریخ تقاضا می‌شود
# Label of a field of a request, on the screen and on the print.
request-field-deadline-reason = دلیل ضرب‌الاجل
# Label of a field of a request, on the screen and on the print.
request-field-secrecy = محرم نگه داشته شود
# Label of a field of a request, on the screen and on the print.
request-field-secrecy-reason = دلیل محرمیت
# Label of a field of a request, on the screen and on the print.
request-field-signatory = امضاکننده
# Label of a field of a request, on the screen and on the print.
request-field-exhibits = اسناد ضمیمه
# Label of a field of a request, on the screen and on the print.
request-field-reply-contact = تماس برای جواب عاجل
# Label of a field of a request, on the screen and on the print.
request-field-renewal = جدید یا تمدید
# Label of a field of a request, on the screen and on the print.
request-field-preservation-need = دلیل ضرورت حفظ فوری معلومات
# Label of a field of a request, on the screen and on the print.
request-field-intent-to-follow-up = درخواست معلومات متعاقباً ارسال می‌شود
# Label of a field of a request, on the screen and on the print.
request-field-keep-days = مدت حفظ معلومات به روز
# Label of a field of a request, on the screen and on the print.
request-field-use-undertaking = تعهد در مورد استفاده
# Label of a field of a request, on the screen and on the print.
request-field-costs = مصارف
# Label of a field of a request, on the screen and on the print.
request-field-earlier-requests = درخواست‌ها و تماس‌های قبلی
# Label of a field of a request, on the screen and on the print.
request-field-least-intrusive = دلیل کافی نبودن تدبیر خفیف‌تر
# Label of a field of a request, on the screen and on the print.
request-field-own-order = امر در دولت درخواست‌کننده
# Label of a field of a request, on the screen and on the print.
request-field-orders = کاپی اوامر
# Label of a field of a request, on the screen and on the print.
request-field-no-order-reason = دلیل عدم ضرورت امر
# Label of a field of a request, on the screen and on the print.
request-field-dual-criminality = مجرمیت مضاعف
# Label of a field of a request, on the screen and on the print.
request-field-communication = مخابره‌ای که مسیر آن مطلوب است
# Label of a field of a request, on the screen and on the print.
request-field-path-known = مسیری که تاکنون معلوم است
# Label of a field of a request, on the screen and on the print.
request-field-next-provider = ارایه‌کنندهٔ بعدی خدمات در مسیر
# Label of a field of a request, on the screen and on the print.
request-field-request-status = درخواست نخست یا بعدی
# Label of a field of a request, on the screen and on the print.
request-field-asked-through = از این طریق تقاضا می‌شود
# Label of a field of a request, on the screen and on the print.
request-field-treaty-basis = اساس مراجعهٔ مستقیم به ارایه‌کنندهٔ خدمات
# Label of a field of a request, on the screen and on the print.
request-field-domestic-grounds = اساس در قانون دولت درخواست‌کننده
# Label of a field of a request, on the screen and on the print.
request-field-content = محتوای مخابرات
# Label of a field of a request, on the screen and on the print.
request-field-delivery = طرز تسلیمی نتایج
# Label of a field of a request, on the screen and on the print.
request-field-lines = خطوط و حساب‌های ذیربط
# Label of a field of a request, on the screen and on the print.
request-field-measure-period = مدت تدبیر
# Label of a field of a request, on the screen and on the print.
request-field-technique = روش تخنیکی
# Label of a field of a request, on the screen and on the print.
request-field-availability-own = این تدبیر در قانون دولت درخواست‌کننده
# Label of a field of a request, on the screen and on the print.
request-field-availability-other = این تدبیر در قانون دولت درخواست‌شونده
# Label of a field of a request, on the screen and on the print.
request-field-gravity = شدت جرم
# Label of a field of a request, on the screen and on the print.
request-field-gravity-provision = حکم قانون که شدت جرم را نشان می‌دهد
# Label of a field of a request, on the screen and on the print.
request-field-safeguards = تضمین حقوق دیگران
# Label of a field of a request, on the screen and on the print.
request-field-risk = خطر قریب‌الوقوع
# Label of a field of a request, on the screen and on the print.
request-field-emergency = دلیل موجودیت حالت اضطراری
# Label of a field of a request, on the screen and on the print.
request-field-emergency-link = ارتباط معلومات با حالت اضطراری
# Label of a field of a request, on the screen and on the print.
request-field-who-at-risk = شخصی که در خطر است
# Label of a field of a request, on the screen and on the print.
request-field-when-at-risk = زمانی که وقوع ضرر متصور است
# Label of a field of a request, on the screen and on the print.
request-field-second-signatory = امضاکنندهٔ دوم
# Label of a field of a request, on the screen and on the print.
request-field-person-status = موقف شخص
# Label of a field of a request, on the screen and on the print.
request-field-hearing-person = شخصی که اظهارات او اخذ می‌شود
# Label of a field of a request, on the screen and on the print.
request-field-questions = سؤالات
# Label of a field of a request, on the screen and on the print.
request-field-rights-notice = تفهیم حقوق
# Label of a field of a request, on the screen and on the print.
request-field-presence = مأمورینی که حضور آن‌ها مطلوب است
# Label of a field of a request, on the screen and on the print.
request-field-video-wish = ویدیوکنفرانس
# Label of a field of a request, on the screen and on the print.
request-field-video-reason = دلیل ویدیوکنفرانس
# Label of a field of a request, on the screen and on the print.
request-field-hearing-time = زمان جلسهٔ استماع
# Label of a field of a request, on the screen and on the print.
request-field-hearing-time-there = عین زمان در دولت درخواست‌شونده
# Label of a field of a request, on the screen and on the print.
request-field-other-times = زمان‌های ممکن دیگر
# Label of a field of a request, on the screen and on the print.
request-field-link = ارتباط تخنیکی
# Label of a field of a request, on the screen and on the print.
request-field-hearing-law = قانون حاکم بر استماع
# Label of a field of a request, on the screen and on the print.
request-field-taking-part = اشتراک‌کنندگان
# Label of a field of a request, on the screen and on the print.
request-field-interpretation = ترجمانی شفاهی
# Label of a field of a request, on the screen and on the print.
request-field-person-consent = رضایت شخص
# Label of a field of a request, on the screen and on the print.
request-field-served-person = شخصی که اسناد به او ابلاغ می‌شود
# Label of a field of a request, on the screen and on the print.
request-field-served-documents = اسناد قابل ابلاغ
# Label of a field of a request, on the screen and on the print.
request-field-document-kind = نوع سند
# Label of a field of a request, on the screen and on the print.
request-field-documents-summary = مضمون اسناد
# Label of a field of a request, on the screen and on the print.
request-field-appearance-date = تاریخ حضور
# Label of a field of a request, on the screen and on the print.
request-field-appearance-place = محل و ساعت حضور
# Label of a field of a request, on the screen and on the print.
request-field-document-language = لسان اسناد
# Label of a field of a request, on the screen and on the print.
request-field-proof-of-service = سند ابلاغ مورد نظر
# Label of a field of a request, on the screen and on the print.
request-field-safe-conduct = تضمین برای شخص
# Label of a field of a request, on the screen and on the print.
request-field-detained-person = شخص توقیف‌شده
# Label of a field of a request, on the screen and on the print.
request-field-consents = رضایت کتبی
# Label of a field of a request, on the screen and on the print.
request-field-consent-asking = طرز اخذ رضایت
# Label of a field of a request, on the screen and on the print.
request-field-presence-need = دلیل ضرورت حضور
# Label of a field of a request, on the screen and on the print.
request-field-transfer-period = مدت انتقال
# Label of a field of a request, on the screen and on the print.
request-field-custody-place = محل نگهداری
# Label of a field of a request, on the screen and on the print.
request-field-custody-credit = محاسبهٔ مدت نگهداری در مجازات
# Label of a field of a request, on the screen and on the print.
request-field-return-undertaking = تعهد به بازگرداندن شخص
# Label of a field of a request, on the screen and on the print.
request-field-escort = بدرقه و سفر
# Label of a field of a request, on the screen and on the print.
request-field-search-places = محلات مورد تلاشی
# Label of a field of a request, on the screen and on the print.
request-field-search-items = اشیا و معلومات مورد جستجو
# Label of a field of a request, on the screen and on the print.
request-field-search-grounds = دلایل موجودیت آن‌ها در محل
# Label of a field of a request, on the screen and on the print.
request-field-device-handling = طرز کار با وسایل و معلومات
# Label of a field of a request, on the screen and on the print.
request-field-record-kind = سوابق مورد نظر
# Label of a field of a request, on the screen and on the print.
request-field-record-holder = بانک، شرکت یا دفتر ثبت
# Label of a field of a request, on the screen and on the print.
request-field-bank-accounts = حساب‌های بانکی
# Label of a field of a request, on the screen and on the print.
request-field-bank-secrecy = محرمیت بانکی
# Label of a field of a request, on the screen and on the print.
request-field-assets = اموال مورد ردیابی
# Label of a field of a request, on the screen and on the print.
request-field-asset-links = ارتباطات و منابع آن‌ها
# Label of a field of a request, on the screen and on the print.
request-field-actions-wanted = اقدامات مورد نظر
# Label of a field of a request, on the screen and on the print.
request-field-result-use = استفاده از نتایج
# Label of a field of a request, on the screen and on the print.
request-field-value = ارزش یا حد اکثر مبلغ
# Label of a field of a request, on the screen and on the print.
request-field-property-kind = نوع مال
# Label of a field of a request, on the screen and on the print.
request-field-property = اموال ذیربط
# Label of a field of a request, on the screen and on the print.
request-field-property-place = محل مال
# Label of a field of a request, on the screen and on the print.
request-field-property-holder = دارندهٔ مال
# Label of a field of a request, on the screen and on the print.
request-field-wallets = کیف‌های پول، آدرس‌ها و معاملات
# Label of a field of a request, on the screen and on the print.
request-field-wallet-control = کیف پول در اختیار کی است
# Label of a field of a request, on the screen and on the print.
request-field-attribution = اساس انتساب
# Label of a field of a request, on the screen and on the print.
request-field-asset-amount = مقدار دارایی‌های مجازی
# Label of a field of a request, on the screen and on the print.
request-field-value-time = زمان تعیین ارزش
# Label of a field of a request, on the screen and on the print.
request-field-value-source = منبع قیمت
# Label of a field of a request, on the screen and on the print.
request-field-custody-plan = پلان نگهداری
# Label of a field of a request, on the screen and on the print.
request-field-release-risk = خطر انتقال یا ضیاع
# Label of a field of a request, on the screen and on the print.
request-field-freeze-days = مدت حفظ تدبیر به روز
# Label of a field of a request, on the screen and on the print.
request-field-confiscation-intent = مصادره‌ای که متعاقباً صورت می‌گیرد
# Label of a field of a request, on the screen and on the print.
request-field-grounds-for-order = وقایع لازم برای صدور امر دولت درخواست‌شونده
# Label of a field of a request, on the screen and on the print.
request-field-third-party-notice = اطلاع به اشخاص ثالث
# Label of a field of a request, on the screen and on the print.
request-field-confiscation-kind = نوع مصادره
# Label of a field of a request, on the screen and on the print.
request-field-order-copies = امری که باید تنفیذ شود
# Label of a field of a request, on the screen and on the print.
request-field-finality = قطعیت امر
# Label of a field of a request, on the screen and on the print.
request-field-extent = حدود تنفیذ
# Label of a field of a request, on the screen and on the print.
request-field-due-process = رعایت اصول محاکمهٔ عادلانه
# Label of a field of a request, on the screen and on the print.
request-field-return-basis = اساس حقوقی بازگرداندن
# Label of a field of a request, on the screen and on the print.
request-field-return-kind = نوع بازگرداندن
# Label of a field of a request, on the screen and on the print.
request-field-confiscation-reference = مصادره‌ای که اساس آن است
# Label of a field of a request, on the screen and on the print.
request-field-share = سهم مورد مطالبه و دلیل آن
# Label of a field of a request, on the screen and on the print.
request-field-victims = مجنی‌علیهم
# Label of a field of a request, on the screen and on the print.
request-field-receiving-account = حساب دریافت‌کننده
# Label of a field of a request, on the screen and on the print.
request-field-account-owner = صاحب آن حساب
# Label of a field of a request, on the screen and on the print.
request-field-end-use = استفاده از دارایی‌های بازگردانده‌شده
# Label of a field of a request, on the screen and on the print.
request-field-draft-agreement = مسودهٔ موافقت‌نامه
# Label of a field of a request, on the screen and on the print.
request-field-team-aim = هدف تحقیق مشترک
# Label of a field of a request, on the screen and on the print.
request-field-members-own = اعضا از دولت درخواست‌کننده
# Label of a field of a request, on the screen and on the print.
request-field-members-other = اعضای مورد نظر از دولت درخواست‌شونده
# Label of a field of a request, on the screen and on the print.
request-field-team-lead = رهبری تیم
# Label of a field of a request, on the screen and on the print.
request-field-team-term = مدت کار تیم
# Label of a field of a request, on the screen and on the print.
request-field-evidence-rules = قواعد جمع‌آوری دلایل
# Label of a field of a request, on the screen and on the print.
request-field-powers-abroad = صلاحیت‌های مأمورین در خارج
# Label of a field of a request, on the screen and on the print.
request-field-liability = مسؤولیت جبران خساره
# Label of a field of a request, on the screen and on the print.
request-field-goods = محموله
# Label of a field of a request, on the screen and on the print.
request-field-delivery-method = روش تحویلی
# Label of a field of a request, on the screen and on the print.
request-field-route = مسیر
# Label of a field of a request, on the screen and on the print.
request-field-stops = توقف‌ها و نقاط تسلیمی
# Label of a field of a request, on the screen and on the print.
request-field-delivery-period = مدت تحویلی
# Label of a field of a request, on the screen and on the print.
request-field-transit = ترانزیت
# Label of a field of a request, on the screen and on the print.
request-field-transit-authorities = مراجع دولت‌های ترانزیت
# Label of a field of a request, on the screen and on the print.
request-field-transit-consents = رضایت هر دولت ترانزیت
# Label of a field of a request, on the screen and on the print.
request-field-surveillance = مراقبت از محموله
# Label of a field of a request, on the screen and on the print.
request-field-abort = زمانی که تحویلی متوقف می‌شود
# Label of a field of a request, on the screen and on the print.
request-field-prosecution = دولتی که تعقیب عدلی می‌نماید
# Label of a field of a request, on the screen and on the print.
request-field-accused = اشخاص مظنون یا متهم
# Label of a field of a request, on the screen and on the print.
request-field-custody-state = توقیف
# Label of a field of a request, on the screen and on the print.
request-field-custody-until = ختم مدت توقیف
# Label of a field of a request, on the screen and on the print.
request-field-transfer-reason = دلیل ضرورت انتقال رسیدگی
# Label of a field of a request, on the screen and on the print.
request-field-decision-wanted = تصمیم مورد نظر
# Label of a field of a request, on the screen and on the print.
request-field-file-inventory = فهرست اوراق دوسیه
# Label of a field of a request, on the screen and on the print.
request-field-file-language = لسان دوسیه
# Label of a field of a request, on the screen and on the print.
request-field-limitation = مواعد مرور زمان
# Label of a field of a request, on the screen and on the print.
request-field-own-proceedings = رسیدگی در دولت درخواست‌کننده
# Label of a field of a request, on the screen and on the print.
request-field-sending-authority = مرجع ارایه‌کنندهٔ معلومات
# Label of a field of a request, on the screen and on the print.
request-field-receiving-authority = مرجع دریافت‌کنندهٔ معلومات
# Label of a field of a request, on the screen and on the print.
request-field-information = معلومات ارایه‌شده
# Label of a field of a request, on the screen and on the print.
request-field-suggested-use = آنچه دولت دریافت‌کننده می‌تواند با آن انجام دهد
# Label of a field of a request, on the screen and on the print.
request-field-use-limits = محدودیت استفاده
# Label of a field of a request, on the screen and on the print.
request-field-use-limits-text = متن محدودیت‌ها
# Label of a field of a request, on the screen and on the print.
request-field-letter-kind = نوع مکتوب
# Label of a field of a request, on the screen and on the print.
request-field-parent = درخواست مورد اشاره
# Label of a field of a request, on the screen and on the print.
request-field-supplement-text = معلومات تکمیلی
# Label of a field of a request, on the screen and on the print.
request-field-status-asked = وضعیت مورد پرسش
# Label of a field of a request, on the screen and on the print.
request-field-withdrawal-reason = دلیل پس گرفتن
# Label of a field of a request, on the screen and on the print.
request-field-withdrawal-effects = آنچه در مورد نتایج و تدابیر انجام می‌شود
# Label of a field of a request, on the screen and on the print.
request-field-answering-authority = مرجع جواب‌دهنده
# Label of a field of a request, on the screen and on the print.
request-field-asking-authority = مرجع تقاضاکننده
# Label of a field of a request, on the screen and on the print.
request-field-executing-authority = مرجعی که درخواست را اجرا نمود
# Label of a field of a request, on the screen and on the print.
request-field-answer-kind = نوع جواب
# Label of a field of a request, on the screen and on the print.
request-field-result = نتیجه
# Label of a field of a request, on the screen and on the print.
request-field-open-part = آنچه باقی مانده و دلیل آن
# Label of a field of a request, on the screen and on the print.
request-field-refusal-reasons = دلایل رد
# Label of a field of a request, on the screen and on the print.
request-field-postponement-reasons = دلایل تعویق
# Label of a field of a request, on the screen and on the print.
request-field-postponed-until = از سرگیری به تاریخ
# Label of a field of a request, on the screen and on the print.
request-field-consultation = مشوره قبل از تصمیم
# Label of a field of a request, on the screen and on the print.
request-field-returned-objects = اشیای قابل بازگشت

## Words on every print of a request

# Word or sentence on the print of a request.
request-twin-reference = شماره
# Word or sentence on the print of a request.
request-twin-version = نسخه
# Word or sentence on the print of a request.
request-twin-digest = SHA-256 این نسخه
# Word or sentence on the print of a request.
request-twin-date = تاریخ
# Word or sentence on the print of a request.
request-twin-requesting-state = دولت درخواست‌کننده
# Word or sentence on the print of a request.
request-twin-requested-state = دولت درخواست‌شونده
# Word or sentence on the print of a request.
request-twin-legal-basis = اساس حقوقی
# Word or sentence on the print of a request.
request-twin-articles = مواد
# Word or sentence on the print of a request.
request-twin-no-obligation = معاهدهٔ نافذی میان دو دولت که دولت درخواست‌شونده را به این تدبیر ملزم سازد شناخته نشده است. این تدبیر بر اساسی تقاضا می‌شود که در ذیل بیان گردیده است.
# Word or sentence on the print of a request.
request-twin-asked-instead = بر این اساس تقاضا می‌شود
# Word or sentence on the print of a request.
request-twin-asked-under-general-clause = بر اساس حکم عمومی تقاضا می‌شود که به این تدبیر ملزم نمی‌سازد
# Word or sentence on the print of a request.
request-twin-official-name-unknown = عنوان رسمی باید تأیید شود
# Word or sentence on the print of a request.
request-twin-annexes = ضمایم
# Word or sentence on the print of a request.
request-twin-annex-number = شماره
# Word or sentence on the print of a request.
request-twin-annex-title = عنوان
# Word or sentence on the print of a request.
request-twin-annex-sha256 = SHA-256
# Word or sentence on the print of a request.
request-twin-advance-copy = کاپی مقدماتی. اصل امضاشده متعاقباً ارسال می‌گردد.
# Word or sentence on the print of a request.
request-twin-original = اصل
# Word or sentence on the print of a request.
request-twin-exercise = تمرین — این درخواست واقعی نیست
# Word or sentence on the print of a request.
request-twin-from = از
# Word or sentence on the print of a request.
request-twin-to = الی
# Word or sentence on the print of a request.
request-twin-kept-until = حفظ الی
# Word or sentence on the print of a request.
request-twin-yes = بلی
# Word or sentence on the print of a request.
request-twin-no = نخیر
# Word or sentence on the print of a request.
request-twin-name = نام
# Word or sentence on the print of a request.
request-twin-unit = واحد
# Word or sentence on the print of a request.
request-twin-role = موقف
# Word or sentence on the print of a request.
request-twin-born = تولد یا تأسیس
# Word or sentence on the print of a request.
request-twin-nationality = تابعیت یا دولت محل ثبت
# Word or sentence on the print of a request.
request-twin-address = آدرس
# Word or sentence on the print of a request.
request-twin-occupation = شغل یا فعالیت
# Word or sentence on the print of a request.
request-twin-registration = شمارهٔ سند یا ثبت
# Word or sentence on the print of a request.
request-twin-network = شبکه یا پلتفورم
# Word or sentence on the print of a request.
request-twin-provision = حکم قانون
# Word or sentence on the print of a request.
request-twin-provision-text = متن حکم
# Word or sentence on the print of a request.
request-twin-max-penalty = حد اکثر مجازات به سال
# Word or sentence on the print of a request.
request-twin-conduct = عمل ارتکابی
# Word or sentence on the print of a request.
request-twin-item = آنچه تقاضا می‌شود
# Word or sentence on the print of a request.
request-twin-link = اهمیت آن
# Word or sentence on the print of a request.
request-twin-offence = جرم
# Word or sentence on the print of a request.
request-twin-account = حساب
# Word or sentence on the print of a request.
request-twin-machine-readable = کاپی قابل خواندن توسط ماشین این درخواست ضمیمهٔ همین فایل است.
# Word or sentence on the print of a request.
request-twin-basis-provides = این تدبیر را پیش‌بینی می‌نماید.
# Word or sentence on the print of a request.
request-twin-basis-carries = تعهد عمومی آن به همکاری این تدبیر را در بر می‌گیرد.
# Word or sentence on the print of a request.
request-twin-basis-between = همکاری میان دو دولت را تنظیم می‌نماید.
# Word or sentence on the print of a request.
request-twin-way = اساس
# Word or sentence on the print of a request.
request-twin-way-name = قانون، شبکه یا نهاد
# Word or sentence on the print of a request.
request-twin-provisions = احکام
# Word or sentence on the print of a request.
request-twin-identifier-kind = نوع
# Word or sentence on the print of a request.
request-twin-identifier = مشخصه

# Word or sentence on the print of a request.
request-twin-identifier-at = زمان استفاده

# Word or sentence on the print of a request.
request-twin-identifier-port = پورت
# Sentence on an acknowledgement. $ticket is the number of the preservation, $until its last day.
request-twin-preserved = معلومات مندرج درخواست تحت شمارهٔ { $ticket } الی ختم { $until } حفظ می‌شود. هرگاه مدت بیشتری لازم باشد، تمدید باید قبل از آن روز تقاضا گردد.

## Kinds of identifiers on the print

# Kind of an identifier, in a table on the print.
request-identifier-address = آدرس
# Kind of an identifier, in a table on the print.
request-identifier-transaction = معامله
# Kind of an identifier, in a table on the print.
request-identifier-account = حساب
# Kind of an identifier, in a table on the print.
request-identifier-e-mail = آدرس ایمیل
# Kind of an identifier, in a table on the print.
request-identifier-ip = آدرس IP
# Kind of an identifier, in a table on the print.
request-identifier-iban = IBAN
# Kind of an identifier, in a table on the print.
request-identifier-domain = نام دومین
# Kind of an identifier, in a table on the print.
request-identifier-telephone = شمارهٔ تلفون

# Kind of an identifier, in a table on the print.
request-identifier-url = نشانی ویب

# Kind of an identifier, in a table on the print.
request-identifier-card = کارت پرداخت

# Kind of an identifier, in a table on the print.
request-identifier-imei = دستگاه همراه (IMEI)

# Kind of an identifier, in a table on the print.
request-identifier-mac = رابط شبکه (MAC)

## Grounds on which something is asked where no instrument obliges, on the print

# A ground, in a table on the print.
request-way-general-clause = حکم عمومی سندی که به این تدبیر ملزم نمی‌سازد
# A ground, in a table on the print.
request-way-reciprocity = معاملهٔ بالمثل
# A ground, in a table on the print.
request-way-domestic-provision = قانون خود دولت درخواست‌شونده
# A ground, in a table on the print.
request-way-contact-points = نقاط تماس شبانه‌روزی
# A ground, in a table on the print.
request-way-police = همکاری پولیس
# A ground, in a table on the print.
request-way-financial-intelligence = همکاری میان واحدهای استخبارات مالی
# A ground, in a table on the print.
request-way-asset-recovery = شبکهٔ استرداد دارایی‌ها
# A ground, in a table on the print.
request-way-other-network = شبکهٔ مراجع
# A ground, in a table on the print.
request-way-provider = ارادهٔ خود ارایه‌کنندهٔ خدمات

## Where a request stands

# Where a request stands.
request-stage-drafted = مسوده
# Where a request stands.
request-stage-reviewed = بازبینی‌شده
# Where a request stands.
request-stage-approved = تأییدشده
# Where a request stands.
request-stage-issued = صادرشده
# Where a request stands.
request-stage-advance-copy-sent = کاپی مقدماتی فرستاده شد
# Where a request stands.
request-stage-original-dispatched = اصل فرستاده شد
# Where a request stands.
request-stage-advance-copy-received = کاپی مقدماتی دریافت شد
# Where a request stands.
request-stage-original-received = اصل دریافت شد
# Where a request stands.
request-stage-acknowledged = دریافت تصدیق شد
# Where a request stands.
request-stage-questioned = سؤال باز
# Where a request stands.
request-stage-answered = به سؤال جواب داده شد
# Where a request stands.
request-stage-accepted = پذیرفته‌شده
# Where a request stands.
request-stage-assigned = سپرده‌شده
# Where a request stands.
request-stage-executed-in-part = قسماً اجراشده
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

## Statistics, on the screen and on paper

# Title of a sheet with figures.
request-statistics = احصائیهٔ درخواست‌ها
# Sentence above the figures.
request-statistics-about = تنها درخواست‌های قضیه‌هایی شمرده شده‌اند که شخص پرسنده اجازهٔ خواندن آن‌ها را دارد، هر یک در دوره‌ای که صادر یا دریافت گردیده است. ارقام مأمور دیگر می‌تواند متفاوت باشد.
# Sentence above the figures.
request-statistics-days = روزها تا صدور از نخستین مسوده و پس از آن از صدور یا دریافت شمرده می‌شوند. درخواستی که به چند دلیل رد شده باشد، تحت هر یک از آن‌ها شمرده می‌شود.
# Heading of a table.
request-statistics-counts = درخواست‌ها
# Heading of a table.
request-statistics-times = زمان تا هر مرحله
# Heading of a table.
request-statistics-refusals = دلایل رد
# In place of a table that has no rows.
request-statistics-none = در این دوره موجود نیست.
# Heading of a column.
request-statistics-direction = جهت
# Heading of a column.
request-statistics-measure = تدبیر
# Heading of a column, and label of a field above the figures: how many.
request-statistics-requests = تعداد درخواست
# Heading of a column: how many were carried over from the register that the office kept before.
request-statistics-carried-over = از دفتر ثبت سابق
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
request-statistics-until = الی روز
# Label of a field above the figures.
request-statistics-on = در تاریخ
# Label of a field above the figures: how many cases were looked through.
request-statistics-cases = قضیه‌های شمرده‌شده
