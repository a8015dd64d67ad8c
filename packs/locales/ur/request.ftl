### The words of requests that are printed. The comments for translators are those of the English file. What is not here is for screens.
### Not reviewed by a jurist or native translator of any authority: see review.toml.

## Titles of forms

# Title of the form for records of a virtual-asset service provider.
request-form-vasp-records = ورچوئل اثاثہ جات کی سروس فراہم کرنے والے ادارے کے ریکارڈ کی درخواست
# Title of the form for expedited preservation.
request-form-preservation = محفوظ کردہ کمپیوٹر ڈیٹا کے فوری تحفظ کی درخواست
# Title of the form for expedited disclosure of the path of a communication.
request-form-traffic-path-disclosure = مواصلت کے راستے کے فوری انکشاف کی درخواست
# Title of the form for subscriber data.
request-form-subscriber-data = صارف کی معلومات کی درخواست
# Title of the form for stored content of an account.
request-form-stored-content = اکاؤنٹ کے محفوظ مواد کی درخواست
# Title of the form for traffic data collected in real time.
request-form-real-time-traffic = حقیقی وقت میں ٹریفک ڈیٹا جمع کرنے کی درخواست
# Title of the form for the interception of content.
request-form-content-interception = مواد کی مداخلتِ مواصلات کی درخواست
# Title of the form for disclosure in an emergency.
request-form-emergency-disclosure = ہنگامی حالت میں انکشاف کی درخواست
# Title of the form for the statement of a witness, suspect, victim or expert.
request-form-statement = بیان لینے کی درخواست
# Title of the form for a hearing by videoconference.
request-form-videoconference = ویڈیو کانفرنس کے ذریعے سماعت کی درخواست
# Title of the form for the service of documents.
request-form-service-of-documents = دستاویزات کی تعمیل کی درخواست
# Title of the form for search and seizure.
request-form-search-and-seizure = تلاشی اور ضبطی کی درخواست
# Title of the form for records of banks and companies.
request-form-bank-records = بینکوں اور کمپنیوں کے ریکارڈ کی درخواست
# Title of the form for the tracing of proceeds.
request-form-asset-tracing = جرم سے حاصل شدہ آمدن کی سراغ رسانی کی درخواست
# Title of the form for freezing or seizure of property.
request-form-freezing = املاک منجمد کرنے یا قبضے میں لینے کی درخواست
# Title of the form for confiscation.
request-form-confiscation = ضبطی کی درخواست
# Title of the form for the return or sharing of assets.
request-form-asset-return = اثاثوں کی واپسی یا تقسیم کی درخواست
# Title of the form for a joint investigation.
request-form-joint-investigation = مشترکہ تحقیقات کی درخواست
# Title of the form for a controlled delivery.
request-form-controlled-delivery = زیر نگرانی ترسیل کی درخواست
# Title of the form for the transfer of criminal proceedings.
request-form-transfer-of-proceedings = فوجداری کارروائی کی منتقلی کی درخواست
# Title of the form for the transfer of a detained person as a witness.
request-form-transfer-of-detained-person = زیر حراست شخص کی بطور گواہ منتقلی کی درخواست
# Title of the form for information that nobody asked for.
request-form-spontaneous-information = بلا درخواست فراہم کردہ معلومات
# Title of the form for a letter that adds to a request, asks how it stands, or withdraws it.
request-form-supplement = درخواست کا تتمہ، یاد دہانی یا واپسی
# Title of the form for the answer to a request.
request-form-answer = درخواست کا جواب

## Parts of a request

# Heading of a part of a request.
request-section-authorities = اتھارٹیز
# Heading of a part of a request.
request-section-matter = کارروائی اور حقائق
# Heading of a part of a request.
request-section-help = کیا طلب کیا جاتا ہے
# Heading of a part of a request: on what ground it is asked where no treaty obliges.
request-section-ground = کس بنیاد پر طلب کیا جاتا ہے
# Heading of a part of a request.
request-section-handling = اس درخواست پر عمل کا طریقہ
# Heading of a part of a request.
request-section-annexes = منسلکات
# Heading of a part of a request.
request-section-emergency = ہنگامی حالت
# Heading of a part of a request.
request-section-hearing = سماعت
# Heading of a part of a request.
request-section-order = حکم
# Heading of a part of a request.
request-section-property = املاک
# Heading of a part of a request.
request-section-letter = اس خط کا مضمون

## What the print leaves room for

# Label of the place for the signature on the print.
request-place-signature = دستخط
# Label of the place for the official seal on the print.
request-place-seal = سرکاری مہر
# Label of the place for the number of the outgoing register.
request-place-register-number = رجسٹر نمبر
# Label of the place for the stamp of receipt.
request-place-date-received = تاریخ وصولی

## What can be chosen

# A choice: a new preservation.
request-value-new = نیا تحفظ
# A choice: a preservation is renewed.
request-value-renewal = سابقہ تحفظ کی تجدید
# A choice: whether the own State has ordered the measure.
request-value-order-attached = حکم جاری ہو چکا؛ نقل منسلک ہے
# A choice: whether the own State has ordered the measure.
request-value-order-not-needed = درخواست کنندہ ریاست کا قانون حکم کا تقاضا نہیں کرتا
# A choice: whether the request is the first one for the data.
request-value-first-request = پہلی درخواست
# A choice: whether the request is the first one for the data.
request-value-after-request = سابقہ درخواست کا تسلسل
# A choice: whether the request is the first one for the data.
request-value-after-preservation = ڈیٹا کے تحفظ کا تسلسل
# A choice: through whom the request goes.
request-value-through-authority = درخواست وصول کنندہ ریاست کی اتھارٹی
# A choice: through whom the request goes.
request-value-direct-to-provider = براہ راست سروس فراہم کرنے والا ادارہ
# A choice: through whom the request goes.
request-value-asset-recovery-network = اثاثوں کی بازیابی کا نیٹ ورک
# A choice: through whom the request goes.
request-value-intelligence-units = مالیاتی انٹیلی جنس یونٹ
# A choice: through whom the request goes.
request-value-central-authorities = مرکزی اتھارٹیز
# A choice: something is not asked for.
request-value-not-asked = طلب نہیں کیا جاتا
# A choice: something is asked for.
request-value-asked = طلب کیا جاتا ہے
# A choice: on what the gravity of the offence rests.
request-value-four-years-or-more = زیادہ سے زیادہ سزا چار سال قید یا اس سے زائد
# A choice: on what the gravity of the offence rests.
request-value-on-list = ان جرائم کی فہرست میں شامل جن کے لیے قانون اس اقدام کی اجازت دیتا ہے
# A choice: what is at risk in an emergency.
request-value-risk-to-life = کسی شخص کی جان کو
# A choice: what is at risk in an emergency.
request-value-risk-to-safety = کسی شخص کی سلامتی کو
# A choice: in which capacity a person is heard.
request-value-witness = گواہ
# A choice: in which capacity a person is heard.
request-value-suspect = مشتبہ شخص یا ملزم
# A choice: in which capacity a person is heard.
request-value-victim = متاثرہ شخص
# A choice: in which capacity a person is heard.
request-value-expert = ماہر
# A choice: whether a person has consented.
request-value-consent-given = دی گئی
# A choice: whether a person has consented.
request-value-consent-to-be-obtained = درخواست وصول کنندہ ریاست حاصل کرے گی
# A choice: what kind of document is served.
request-value-summons = حاضری کا سمن
# A choice: what kind of document is served.
request-value-decision = فیصلہ یا دیگر حکم
# A choice: what kind of document is served.
request-value-other-document = دیگر دستاویز
# A choice: which records are asked for.
request-value-known-accounts = معلوم اکاؤنٹس کا
# A choice: which records are asked for.
request-value-accounts-of-person = کسی شخص یا ادارے کے تمام اکاؤنٹس کا
# A choice: which records are asked for.
request-value-company-records = کمپنی یا رجسٹر کا
# A choice: what the results may be used for.
request-value-lead-only = صرف بطور سراغ
# A choice: what the results may be used for.
request-value-as-evidence = بطور شہادت
# A choice: what kind of property is concerned.
request-value-virtual-assets = ورچوئل اثاثے
# A choice: what kind of property is concerned.
request-value-money-on-account = اکاؤنٹ میں موجود رقم
# A choice: what kind of property is concerned.
request-value-other-property = دیگر املاک
# A choice: who controls a wallet.
request-value-hosted-wallet = سروس فراہم کرنے والا ادارہ
# A choice: who controls a wallet.
request-value-own-wallet = صرف اس کا حامل
# A choice: on what it rests that an address belongs to somebody.
request-value-attribution-confirmed = سروس فراہم کرنے والے ادارے یا حامل سے تصدیق شدہ
# A choice: on what it rests that an address belongs to somebody.
request-value-attribution-published = شائع شدہ ماخذ میں بیان کردہ
# A choice: on what it rests that an address belongs to somebody.
request-value-attribution-inferred = منسلکہ میں مذکور طریقے سے اخذ کردہ
# A choice: what kind of confiscation is asked for.
request-value-own-order-asked = درخواست وصول کنندہ ریاست کے حکم سے
# A choice: what kind of confiscation is asked for.
request-value-foreign-order-enforced = درخواست کنندہ ریاست کے حکم پر عمل درآمد سے
# A choice: how assets are to be returned.
request-value-whole-return = مکمل واپسی
# A choice: how assets are to be returned.
request-value-asset-sharing = تقسیم
# A choice: how assets are to be returned.
request-value-victim-compensation = متاثرین کو معاوضہ
# A choice: how a controlled delivery is carried out.
request-value-pass-intact = سامان بلا تبدیلی گزرے گا
# A choice: how a controlled delivery is carried out.
request-value-replaced-in-part = سامان جزوی طور پر تبدیل کیا جائے گا
# A choice: how a controlled delivery is carried out.
request-value-replaced-whole = سامان مکمل طور پر تبدیل کیا جائے گا
# A choice: through which States goods pass.
request-value-no-transit = کسی تیسری ریاست سے گزرے بغیر
# A choice: through which States goods pass.
request-value-through-transit-states = راہداری ریاستوں سے گزر کر
# A choice: whether the accused are in custody.
request-value-at-liberty = آزاد
# A choice: whether the accused are in custody.
request-value-in-custody = زیر حراست
# A choice: whether the use of information is limited.
request-value-limits-set = حدود مقرر ہیں
# A choice: whether the use of information is limited.
request-value-no-limits = کوئی حد مقرر نہیں
# A choice: what a letter is.
request-value-supplement = تتمہ
# A choice: what a letter is.
request-value-reminder = یاد دہانی
# A choice: what a letter is.
request-value-withdrawal = درخواست کی واپسی
# A choice: what an answer is.
request-value-answered-in-full = مکمل جواب دیا گیا
# A choice: what an answer is.
request-value-answered-in-part = جزوی جواب دیا گیا
# A choice: what an answer is.
request-value-refused = انکار
# A choice: what an answer is.
request-value-postponed = التوا

## Labels of fields

# Label of a field of a request, on the screen and on the print.
request-field-requesting-authority = درخواست کنندہ اتھارٹی
# Label of a field of a request, on the screen and on the print.
request-field-requested-authority = مخاطب اتھارٹی
# Label of a field of a request, on the screen and on the print.
request-field-conducting-authority = کارروائی کرنے والی اتھارٹی
# Label of a field of a request, on the screen and on the print.
request-field-matter-nature = کارروائی کا موضوع اور مرحلہ
# Label of a field of a request, on the screen and on the print.
request-field-facts-summary = حقائق کا خلاصہ
# Label of a field of a request, on the screen and on the print.
request-field-facts-short = مختصر حقائق
# Label of a field of a request, on the screen and on the print.
request-field-offences = جرائم اور سزائیں
# Label of a field of a request, on the screen and on the print.
request-field-damage = نقصان
# Label of a field of a request, on the screen and on the print.
request-field-persons = متعلقہ افراد اور ادارے
# Label of a field of a request, on the screen and on the print.
request-field-provider = ریکارڈ رکھنے والا سروس فراہم کرنے والا ادارہ
# Label of a field of a request, on the screen and on the print.
request-field-holder = ڈیٹا کس کے پاس ہے
# Label of a field of a request, on the screen and on the print.
request-field-accounts = اکاؤنٹس، پتے اور ٹرانزیکشنز
# Label of a field of a request, on the screen and on the print.
request-field-period = زیر احاطہ وقت
# Label of a field of a request, on the screen and on the print.
request-field-items = کیا طلب کیا جاتا ہے
# Label of a field of a request, on the screen and on the print.
request-field-data = محفوظ رکھا جانے والا ڈیٹا
# Label of a field of a request, on the screen and on the print.
request-field-purpose = مقصد
# Label of a field of a request, on the screen and on the print.
request-field-findings = سراغ رسانی اور دیگر نتائج
# Label of a field of a request, on the screen and on the print.
request-field-tickets = سابقہ تحفظ
# Label of a field of a request, on the screen and on the print.
request-field-ways = معاہدے کے بجائے کس بنیاد پر طلب کیا جاتا ہے
# Label of a field of a request, on the screen and on the print.
request-field-reciprocity-offer = باہمی برتاؤ کی پیشکش
# Label of a field of a request, on the screen and on the print.
request-field-special-procedure = مطلوبہ طریقہ کار
# Label of a field of a request, on the screen and on the print.
request-field-special-procedure-reason = طریقہ کار کی وجہ
# Label of a field of a request, on the screen and on the print.
request-field-deadline = جواب کی مطلوبہ تاریخ
# Label of a field of a request, on the screen and on the print.
request-field-deadline-reason = آخری تاریخ کی وجہ
# Label of a field of a request, on the screen and on the print.
request-field-secrecy = راز میں رکھا جائے
# Label of a field of a request, on the screen and on the print.
request-field-secrecy-reason = رازداری کی وجہ
# Label of a field of a request, on the screen and on the print.
request-field-signatory = دستخط کنندہ
# Label of a field of a request, on the screen and on the print.
request-field-exhibits = منسلک دستاویزات
# Label of a field of a request, on the screen and on the print.
request-field-reply-contact = فوری جواب کے لیے رابطہ
# Label of a field of a request, on the screen and on the print.
request-field-renewal = نئی یا تجدید
# Label of a field of a request, on the screen and on the print.
request-field-preservation-need = ڈیٹا ابھی کیوں محفوظ رکھا جائے
# Label of a field of a request, on the screen and on the print.
request-field-intent-to-follow-up = ڈیٹا کی درخواست بعد میں بھیجی جائے گی
# Label of a field of a request, on the screen and on the print.
request-field-keep-days = ڈیٹا محفوظ رکھنے کے دن
# Label of a field of a request, on the screen and on the print.
request-field-use-undertaking = استعمال کے بارے میں اقرار
# Label of a field of a request, on the screen and on the print.
request-field-costs = اخراجات
# Label of a field of a request, on the screen and on the print.
request-field-earlier-requests = سابقہ درخواستیں اور رابطے
# Label of a field of a request, on the screen and on the print.
request-field-least-intrusive = کوئی ہلکا اقدام کیوں کافی نہیں
# Label of a field of a request, on the screen and on the print.
request-field-own-order = درخواست کنندہ ریاست میں حکم
# Label of a field of a request, on the screen and on the print.
request-field-orders = احکام کی نقول
# Label of a field of a request, on the screen and on the print.
request-field-no-order-reason = حکم کیوں ضروری نہیں
# Label of a field of a request, on the screen and on the print.
request-field-dual-criminality = دوہری مجرمیت
# Label of a field of a request, on the screen and on the print.
request-field-communication = وہ مواصلت جس کا راستہ مطلوب ہے
# Label of a field of a request, on the screen and on the print.
request-field-path-known = راستے کا اب تک معلوم حصہ
# Label of a field of a request, on the screen and on the print.
request-field-next-provider = راستے میں اگلا سروس فراہم کرنے والا ادارہ
# Label of a field of a request, on the screen and on the print.
request-field-request-status = پہلی درخواست یا تسلسل
# Label of a field of a request, on the screen and on the print.
request-field-asked-through = کس کے ذریعے طلب کیا جاتا ہے
# Label of a field of a request, on the screen and on the print.
request-field-treaty-basis = ادارے سے براہ راست طلب کرنے کی بنیاد
# Label of a field of a request, on the screen and on the print.
request-field-domestic-grounds = درخواست کنندہ ریاست کے قانون میں بنیاد
# Label of a field of a request, on the screen and on the print.
request-field-content = مواصلات کا مواد
# Label of a field of a request, on the screen and on the print.
request-field-delivery = نتائج حوالے کرنے کا طریقہ
# Label of a field of a request, on the screen and on the print.
request-field-lines = متعلقہ لائنیں اور اکاؤنٹس
# Label of a field of a request, on the screen and on the print.
request-field-measure-period = اقدام کی مدت
# Label of a field of a request, on the screen and on the print.
request-field-technique = تکنیکی طریقہ
# Label of a field of a request, on the screen and on the print.
request-field-availability-own = درخواست کنندہ ریاست کے قانون میں یہ اقدام
# Label of a field of a request, on the screen and on the print.
request-field-availability-other = درخواست وصول کنندہ ریاست کے قانون میں یہ اقدام
# Label of a field of a request, on the screen and on the print.
request-field-gravity = جرم کی سنگینی
# Label of a field of a request, on the screen and on the print.
request-field-gravity-provision = سنگینی ظاہر کرنے والی دفعہ
# Label of a field of a request, on the screen and on the print.
request-field-safeguards = دوسروں کے لیے تحفظات
# Label of a field of a request, on the screen and on the print.
request-field-risk = فوری خطرہ
# Label of a field of a request, on the screen and on the print.
request-field-emergency = ہنگامی حالت کیوں ہے
# Label of a field of a request, on the screen and on the print.
request-field-emergency-link = ڈیٹا کا ہنگامی حالت سے تعلق
# Label of a field of a request, on the screen and on the print.
request-field-who-at-risk = کون خطرے میں ہے
# Label of a field of a request, on the screen and on the print.
request-field-when-at-risk = نقصان کب متوقع ہے
# Label of a field of a request, on the screen and on the print.
request-field-second-signatory = دوسرا دستخط کنندہ
# Label of a field of a request, on the screen and on the print.
request-field-person-status = شخص کی حیثیت
# Label of a field of a request, on the screen and on the print.
request-field-hearing-person = جس شخص کی سماعت ہو گی
# Label of a field of a request, on the screen and on the print.
request-field-questions = سوالات
# Label of a field of a request, on the screen and on the print.
request-field-rights-notice = حقوق سے آگاہی
# Label of a field of a request, on the screen and on the print.
request-field-presence = حاضر ہونے کے خواہش مند افسران
# Label of a field of a request, on the screen and on the print.
request-field-video-wish = ویڈیو کانفرنس
# Label of a field of a request, on the screen and on the print.
request-field-video-reason = ویڈیو کانفرنس کی وجہ
# Label of a field of a request, on the screen and on the print.
request-field-hearing-time = سماعت کا وقت
# Label of a field of a request, on the screen and on the print.
request-field-hearing-time-there = درخواست وصول کنندہ ریاست میں وہی وقت
# Label of a field of a request, on the screen and on the print.
request-field-other-times = دیگر ممکنہ اوقات
# Label of a field of a request, on the screen and on the print.
request-field-link = تکنیکی رابطہ
# Label of a field of a request, on the screen and on the print.
request-field-hearing-law = سماعت پر لاگو قانون
# Label of a field of a request, on the screen and on the print.
request-field-taking-part = شرکاء
# Label of a field of a request, on the screen and on the print.
request-field-interpretation = زبانی ترجمہ
# Label of a field of a request, on the screen and on the print.
request-field-person-consent = شخص کی رضامندی
# Label of a field of a request, on the screen and on the print.
request-field-served-person = جس شخص پر تعمیل ہو گی
# Label of a field of a request, on the screen and on the print.
request-field-served-documents = تعمیل کے لیے دستاویزات
# Label of a field of a request, on the screen and on the print.
request-field-document-kind = دستاویز کی قسم
# Label of a field of a request, on the screen and on the print.
request-field-documents-summary = دستاویزات کا مضمون
# Label of a field of a request, on the screen and on the print.
request-field-appearance-date = حاضری کی تاریخ
# Label of a field of a request, on the screen and on the print.
request-field-appearance-place = حاضری کی جگہ اور وقت
# Label of a field of a request, on the screen and on the print.
request-field-document-language = دستاویزات کی زبان
# Label of a field of a request, on the screen and on the print.
request-field-proof-of-service = تعمیل کا مطلوبہ ثبوت
# Label of a field of a request, on the screen and on the print.
request-field-safe-conduct = شخص کو یقین دہانی
# Label of a field of a request, on the screen and on the print.
request-field-detained-person = زیر حراست شخص
# Label of a field of a request, on the screen and on the print.
request-field-consents = تحریری رضامندی
# Label of a field of a request, on the screen and on the print.
request-field-consent-asking = رضامندی کس طرح حاصل کی جائے
# Label of a field of a request, on the screen and on the print.
request-field-presence-need = حاضری کیوں ضروری ہے
# Label of a field of a request, on the screen and on the print.
request-field-transfer-period = منتقلی کی مدت
# Label of a field of a request, on the screen and on the print.
request-field-custody-place = حراست کی جگہ
# Label of a field of a request, on the screen and on the print.
request-field-custody-credit = حراست کی مدت سزا میں شمار ہو گی
# Label of a field of a request, on the screen and on the print.
request-field-return-undertaking = شخص کو واپس کرنے کا اقرار
# Label of a field of a request, on the screen and on the print.
request-field-escort = نگرانی اور سفر
# Label of a field of a request, on the screen and on the print.
request-field-search-places = تلاشی کے مقامات
# Label of a field of a request, on the screen and on the print.
request-field-search-items = مطلوبہ اشیا اور ڈیٹا
# Label of a field of a request, on the screen and on the print.
request-field-search-grounds = وہاں ان کی موجودگی کی بنیاد
# Label of a field of a request, on the screen and on the print.
request-field-device-handling = آلات اور ڈیٹا سے نمٹنے کا طریقہ
# Label of a field of a request, on the screen and on the print.
request-field-record-kind = متعلقہ ریکارڈ
# Label of a field of a request, on the screen and on the print.
request-field-record-holder = بینک، کمپنی یا رجسٹر
# Label of a field of a request, on the screen and on the print.
request-field-bank-accounts = بینک اکاؤنٹس
# Label of a field of a request, on the screen and on the print.
request-field-bank-secrecy = بینک کی رازداری
# Label of a field of a request, on the screen and on the print.
request-field-assets = وہ املاک جن کا سراغ لگانا ہے
# Label of a field of a request, on the screen and on the print.
request-field-asset-links = تعلقات اور ان کے ماخذ
# Label of a field of a request, on the screen and on the print.
request-field-actions-wanted = مطلوبہ اقدامات
# Label of a field of a request, on the screen and on the print.
request-field-result-use = نتائج کا استعمال
# Label of a field of a request, on the screen and on the print.
request-field-value = مالیت یا زیادہ سے زیادہ رقم
# Label of a field of a request, on the screen and on the print.
request-field-property-kind = املاک کی قسم
# Label of a field of a request, on the screen and on the print.
request-field-property = متعلقہ املاک
# Label of a field of a request, on the screen and on the print.
request-field-property-place = املاک کا مقام
# Label of a field of a request, on the screen and on the print.
request-field-property-holder = املاک کس کے پاس ہیں
# Label of a field of a request, on the screen and on the print.
request-field-wallets = والٹ، پتے اور ٹرانزیکشنز
# Label of a field of a request, on the screen and on the print.
request-field-wallet-control = والٹ کس کے اختیار میں ہے
# Label of a field of a request, on the screen and on the print.
request-field-attribution = انتساب کی بنیاد
# Label of a field of a request, on the screen and on the print.
request-field-asset-amount = ورچوئل اثاثوں کی مقدار
# Label of a field of a request, on the screen and on the print.
request-field-value-time = مالیت کا وقت
# Label of a field of a request, on the screen and on the print.
request-field-value-source = قیمت کا ماخذ
# Label of a field of a request, on the screen and on the print.
request-field-custody-plan = تحویل کا منصوبہ
# Label of a field of a request, on the screen and on the print.
request-field-release-risk = اخراج یا ضیاع کا خطرہ
# Label of a field of a request, on the screen and on the print.
request-field-freeze-days = اقدام برقرار رکھنے کے دن
# Label of a field of a request, on the screen and on the print.
request-field-confiscation-intent = بعد میں ہونے والی ضبطی
# Label of a field of a request, on the screen and on the print.
request-field-grounds-for-order = درخواست وصول کنندہ ریاست کے حکم کے لیے حقائق
# Label of a field of a request, on the screen and on the print.
request-field-third-party-notice = تیسرے فریقوں کو اطلاع
# Label of a field of a request, on the screen and on the print.
request-field-confiscation-kind = ضبطی کی قسم
# Label of a field of a request, on the screen and on the print.
request-field-order-copies = جس حکم پر عمل درآمد ہو گا
# Label of a field of a request, on the screen and on the print.
request-field-finality = حکم کا حتمی ہونا
# Label of a field of a request, on the screen and on the print.
request-field-extent = عمل درآمد کی حد
# Label of a field of a request, on the screen and on the print.
request-field-due-process = منصفانہ قانونی کارروائی
# Label of a field of a request, on the screen and on the print.
request-field-return-basis = واپسی کی قانونی بنیاد
# Label of a field of a request, on the screen and on the print.
request-field-return-kind = واپسی کی قسم
# Label of a field of a request, on the screen and on the print.
request-field-confiscation-reference = ضبطی جس پر یہ مبنی ہے
# Label of a field of a request, on the screen and on the print.
request-field-share = دعویٰ کردہ حصہ اور اس کی وجہ
# Label of a field of a request, on the screen and on the print.
request-field-victims = متاثرین
# Label of a field of a request, on the screen and on the print.
request-field-receiving-account = وصول کرنے والا اکاؤنٹ
# Label of a field of a request, on the screen and on the print.
request-field-account-owner = اس اکاؤنٹ کا مالک
# Label of a field of a request, on the screen and on the print.
request-field-end-use = واپس کیے گئے اثاثوں کا استعمال
# Label of a field of a request, on the screen and on the print.
request-field-draft-agreement = معاہدے کا مسودہ
# Label of a field of a request, on the screen and on the print.
request-field-team-aim = مشترکہ تحقیقات کا مقصد
# Label of a field of a request, on the screen and on the print.
request-field-members-own = درخواست کنندہ ریاست سے ارکان
# Label of a field of a request, on the screen and on the print.
request-field-members-other = درخواست وصول کنندہ ریاست سے مطلوبہ ارکان
# Label of a field of a request, on the screen and on the print.
request-field-team-lead = قیادت
# Label of a field of a request, on the screen and on the print.
request-field-team-term = ٹیم کی مدت
# Label of a field of a request, on the screen and on the print.
request-field-evidence-rules = شہادت کے قواعد
# Label of a field of a request, on the screen and on the print.
request-field-powers-abroad = بیرون ملک افسران کے اختیارات
# Label of a field of a request, on the screen and on the print.
request-field-liability = نقصان کی ذمہ داری
# Label of a field of a request, on the screen and on the print.
request-field-goods = سامان
# Label of a field of a request, on the screen and on the print.
request-field-delivery-method = ترسیل کا طریقہ
# Label of a field of a request, on the screen and on the print.
request-field-route = راستہ
# Label of a field of a request, on the screen and on the print.
request-field-stops = قیام اور حوالگی کے مقامات
# Label of a field of a request, on the screen and on the print.
request-field-delivery-period = ترسیل کا وقت
# Label of a field of a request, on the screen and on the print.
request-field-transit = راہداری
# Label of a field of a request, on the screen and on the print.
request-field-transit-authorities = راہداری ریاستوں کی اتھارٹیز
# Label of a field of a request, on the screen and on the print.
request-field-transit-consents = ہر راہداری ریاست کی رضامندی
# Label of a field of a request, on the screen and on the print.
request-field-surveillance = سامان کی نگرانی
# Label of a field of a request, on the screen and on the print.
request-field-abort = ترسیل کب ختم کی جائے گی
# Label of a field of a request, on the screen and on the print.
request-field-prosecution = استغاثہ کون کرے گا
# Label of a field of a request, on the screen and on the print.
request-field-accused = مشتبہ یا ملزم افراد
# Label of a field of a request, on the screen and on the print.
request-field-custody-state = حراست
# Label of a field of a request, on the screen and on the print.
request-field-custody-until = حراست ختم ہونے کی تاریخ
# Label of a field of a request, on the screen and on the print.
request-field-transfer-reason = کارروائی کیوں منتقل کی جائے
# Label of a field of a request, on the screen and on the print.
request-field-decision-wanted = مطلوبہ فیصلہ
# Label of a field of a request, on the screen and on the print.
request-field-file-inventory = فائل کی فہرست
# Label of a field of a request, on the screen and on the print.
request-field-file-language = فائل کی زبان
# Label of a field of a request, on the screen and on the print.
request-field-limitation = میعاد سماعت
# Label of a field of a request, on the screen and on the print.
request-field-own-proceedings = درخواست کنندہ ریاست میں کارروائی
# Label of a field of a request, on the screen and on the print.
request-field-sending-authority = معلومات دینے والی اتھارٹی
# Label of a field of a request, on the screen and on the print.
request-field-receiving-authority = معلومات وصول کرنے والی اتھارٹی
# Label of a field of a request, on the screen and on the print.
request-field-information = فراہم کردہ معلومات
# Label of a field of a request, on the screen and on the print.
request-field-suggested-use = وصول کنندہ ریاست ان کا کیا کر سکتی ہے
# Label of a field of a request, on the screen and on the print.
request-field-use-limits = استعمال کی حدود
# Label of a field of a request, on the screen and on the print.
request-field-use-limits-text = حدود کا متن
# Label of a field of a request, on the screen and on the print.
request-field-letter-kind = خط کی قسم
# Label of a field of a request, on the screen and on the print.
request-field-parent = جس درخواست کا حوالہ دیا گیا
# Label of a field of a request, on the screen and on the print.
request-field-supplement-text = اضافی معلومات
# Label of a field of a request, on the screen and on the print.
request-field-status-asked = مطلوبہ صورت حال
# Label of a field of a request, on the screen and on the print.
request-field-withdrawal-reason = واپسی کی وجہ
# Label of a field of a request, on the screen and on the print.
request-field-withdrawal-effects = نتائج اور اقدامات کا کیا ہو گا
# Label of a field of a request, on the screen and on the print.
request-field-answering-authority = جواب دینے والی اتھارٹی
# Label of a field of a request, on the screen and on the print.
request-field-asking-authority = درخواست کرنے والی اتھارٹی
# Label of a field of a request, on the screen and on the print.
request-field-executing-authority = درخواست پر عمل کرنے والی اتھارٹی
# Label of a field of a request, on the screen and on the print.
request-field-answer-kind = جواب کی قسم
# Label of a field of a request, on the screen and on the print.
request-field-result = نتیجہ
# Label of a field of a request, on the screen and on the print.
request-field-open-part = کیا باقی ہے اور کیوں
# Label of a field of a request, on the screen and on the print.
request-field-refusal-reasons = انکار کی وجوہات
# Label of a field of a request, on the screen and on the print.
request-field-postponement-reasons = التوا کی وجوہات
# Label of a field of a request, on the screen and on the print.
request-field-postponed-until = دوبارہ شروع کرنے کی تاریخ
# Label of a field of a request, on the screen and on the print.
request-field-consultation = فیصلے سے پہلے مشاورت
# Label of a field of a request, on the screen and on the print.
request-field-returned-objects = واپس کی جانے والی اشیا

## Words on every print of a request

# Word or sentence on the print of a request.
request-twin-reference = حوالہ
# Word or sentence on the print of a request.
request-twin-version = نسخہ
# Word or sentence on the print of a request.
request-twin-digest = اس نسخے کا SHA-256
# Word or sentence on the print of a request.
request-twin-date = تاریخ
# Word or sentence on the print of a request.
request-twin-requesting-state = درخواست کنندہ ریاست
# Word or sentence on the print of a request.
request-twin-requested-state = درخواست وصول کنندہ ریاست
# Word or sentence on the print of a request.
request-twin-legal-basis = قانونی بنیاد
# Word or sentence on the print of a request.
request-twin-articles = دفعات
# Word or sentence on the print of a request.
request-twin-no-obligation = دونوں ریاستوں کے درمیان کوئی ایسا نافذ العمل معاہدہ معلوم نہیں جو درخواست وصول کنندہ ریاست کو اس اقدام کا پابند کرے۔ یہ ذیل میں بیان کردہ بنیاد پر طلب کیا جاتا ہے۔
# Word or sentence on the print of a request.
request-twin-asked-instead = اس بنیاد پر طلب کیا جاتا ہے
# Word or sentence on the print of a request.
request-twin-asked-under-general-clause = عمومی شق کے تحت طلب کیا جاتا ہے، جو اس اقدام کا پابند نہیں کرتی
# Word or sentence on the print of a request.
request-twin-official-name-unknown = سرکاری عنوان کی توثیق باقی ہے
# Word or sentence on the print of a request.
request-twin-annexes = منسلکات
# Word or sentence on the print of a request.
request-twin-annex-number = نمبر
# Word or sentence on the print of a request.
request-twin-annex-title = عنوان
# Word or sentence on the print of a request.
request-twin-annex-sha256 = SHA-256
# Word or sentence on the print of a request.
request-twin-advance-copy = پیشگی نقل۔ دستخط شدہ اصل بعد میں ارسال کی جائے گی۔
# Word or sentence on the print of a request.
request-twin-original = اصل
# Word or sentence on the print of a request.
request-twin-exercise = مشق — یہ حقیقی درخواست نہیں
# Word or sentence on the print of a request.
request-twin-from = از
# Word or sentence on the print of a request.
request-twin-to = تا
# Word or sentence on the print of a request.
request-twin-kept-until = محفوظ تا
# Word or sentence on the print of a request.
request-twin-yes = ہاں
# Word or sentence on the print of a request.
request-twin-no = نہیں
# Word or sentence on the print of a request.
request-twin-name = نام
# Word or sentence on the print of a request.
request-twin-unit = یونٹ
# Word or sentence on the print of a request.
request-twin-role = حیثیت
# Word or sentence on the print of a request.
request-twin-born = پیدائش یا قیام
# Word or sentence on the print of a request.
request-twin-nationality = شہریت یا رجسٹریشن کی ریاست
# Word or sentence on the print of a request.
request-twin-address = پتہ
# Word or sentence on the print of a request.
request-twin-occupation = پیشہ یا کاروبار
# Word or sentence on the print of a request.
request-twin-registration = دستاویز یا رجسٹریشن نمبر
# Word or sentence on the print of a request.
request-twin-network = نیٹ ورک یا پلیٹ فارم
# Word or sentence on the print of a request.
request-twin-provision = دفعہ
# Word or sentence on the print of a request.
request-twin-provision-text = متن
# Word or sentence on the print of a request.
request-twin-max-penalty = زیادہ سے زیادہ سزا، سالوں میں
# Word or sentence on the print of a request.
request-twin-conduct = فعل
# Word or sentence on the print of a request.
request-twin-item = مطلوب
# Word or sentence on the print of a request.
request-twin-link = اہمیت
# Word or sentence on the print of a request.
request-twin-offence = جرم
# Word or sentence on the print of a request.
request-twin-account = اکاؤنٹ
# Word or sentence on the print of a request.
request-twin-machine-readable = اس درخواست کی مشین سے پڑھی جانے والی نقل اس فائل کے ساتھ منسلک ہے۔
# Word or sentence on the print of a request.
request-twin-basis-provides = یہ اقدام اس میں فراہم کیا گیا ہے۔
# Word or sentence on the print of a request.
request-twin-basis-carries = معاونت کا عمومی فرض اس اقدام پر محیط ہے۔
# Word or sentence on the print of a request.
request-twin-basis-between = دونوں ریاستوں کے درمیان معاونت اس کے تابع ہے۔
# Word or sentence on the print of a request.
request-twin-way = بنیاد
# Word or sentence on the print of a request.
request-twin-way-name = قانون، نیٹ ورک یا ادارہ
# Word or sentence on the print of a request.
request-twin-provisions = احکام
# Word or sentence on the print of a request.
request-twin-identifier-kind = قسم
# Word or sentence on the print of a request.
request-twin-identifier = شناخت کنندہ

# Word or sentence on the print of a request.
request-twin-identifier-at = استعمال کا وقت

# Word or sentence on the print of a request.
request-twin-identifier-port = پورٹ
# Sentence on an acknowledgement. $ticket is the number of the preservation, $until its last day.
request-twin-preserved = درخواست میں مذکور ڈیٹا نمبر { $ticket } کے تحت { $until } کے اختتام تک محفوظ رکھا جاتا ہے۔ جسے زیادہ مدت درکار ہو وہ اس دن سے پہلے تجدید طلب کرے۔

## Kinds of identifiers on the print

# Kind of an identifier, in a table on the print.
request-identifier-address = پتہ
# Kind of an identifier, in a table on the print.
request-identifier-transaction = ٹرانزیکشن
# Kind of an identifier, in a table on the print.
request-identifier-account = اکاؤنٹ
# Kind of an identifier, in a table on the print.
request-identifier-e-mail = ای میل پتہ
# Kind of an identifier, in a table on the print.
request-identifier-ip = IP ایڈریس
# Kind of an identifier, in a table on the print.
request-identifier-iban = IBAN
# Kind of an identifier, in a table on the print.
request-identifier-domain = ڈومین نام
# Kind of an identifier, in a table on the print.
request-identifier-telephone = ٹیلی فون نمبر

# Kind of an identifier, in a table on the print.
request-identifier-url = ویب پتا

# Kind of an identifier, in a table on the print.
request-identifier-card = ادائیگی کارڈ

# Kind of an identifier, in a table on the print.
request-identifier-imei = موبائل آلہ (IMEI)

# Kind of an identifier, in a table on the print.
request-identifier-mac = نیٹ ورک انٹرفیس (MAC)

## Grounds on which something is asked where no instrument obliges, on the print

# A ground, in a table on the print.
request-way-general-clause = ایسی دستاویز کی عمومی شق جو اس اقدام کا پابند نہیں کرتی
# A ground, in a table on the print.
request-way-reciprocity = باہمی برتاؤ کا اصول
# A ground, in a table on the print.
request-way-domestic-provision = درخواست وصول کنندہ ریاست کا اپنا قانون
# A ground, in a table on the print.
request-way-contact-points = ہمہ وقت رابطہ مراکز
# A ground, in a table on the print.
request-way-police = پولیس تعاون
# A ground, in a table on the print.
request-way-financial-intelligence = مالیاتی انٹیلی جنس یونٹوں کے درمیان تعاون
# A ground, in a table on the print.
request-way-asset-recovery = اثاثوں کی بازیابی کا نیٹ ورک
# A ground, in a table on the print.
request-way-other-network = اتھارٹیز کا نیٹ ورک
# A ground, in a table on the print.
request-way-provider = سروس فراہم کرنے والے ادارے کی اپنی مرضی

## Where a request stands

# Where a request stands.
request-stage-drafted = مسودہ
# Where a request stands.
request-stage-reviewed = جائزہ شدہ
# Where a request stands.
request-stage-approved = منظور شدہ
# Where a request stands.
request-stage-issued = جاری شدہ
# Where a request stands.
request-stage-advance-copy-sent = پیشگی نقل ارسال ہوئی
# Where a request stands.
request-stage-original-dispatched = اصل ارسال ہوئی
# Where a request stands.
request-stage-advance-copy-received = پیشگی نقل موصول ہوئی
# Where a request stands.
request-stage-original-received = اصل موصول ہوئی
# Where a request stands.
request-stage-acknowledged = وصولی کی تصدیق ہوئی
# Where a request stands.
request-stage-questioned = سوال باقی ہے
# Where a request stands.
request-stage-answered = سوال کا جواب دیا گیا
# Where a request stands.
request-stage-accepted = قبول شدہ
# Where a request stands.
request-stage-assigned = سپرد شدہ
# Where a request stands.
request-stage-executed-in-part = جزوی تعمیل شدہ
# Where a request stands.
request-stage-executed = تعمیل شدہ
# Where a request stands.
request-stage-postponed = مؤخر شدہ
# Where a request stands.
request-stage-refused = مسترد
# Where a request stands.
request-stage-withdrawn = واپس لی گئی
# Where a request stands.
request-stage-closed = بند

## Statistics, on the screen and on paper

# Title of a sheet with figures.
request-statistics = درخواستوں کے اعداد و شمار
# Sentence above the figures.
request-statistics-about = صرف ان مقدمات کی درخواستیں شمار کی گئی ہیں جنہیں پوچھنے والا پڑھنے کا مجاز ہے، ہر ایک اس مدت میں جس میں وہ جاری یا موصول ہوئی۔ کسی اور افسر کے اعداد مختلف ہو سکتے ہیں۔
# Sentence above the figures.
request-statistics-days = دن اجرا تک پہلے مسودے سے، اور اس کے بعد اجرا یا وصولی سے شمار ہوتے ہیں۔ جو درخواست کئی وجوہات پر مسترد ہوئی وہ ہر وجہ کے تحت شمار ہوتی ہے۔
# Heading of a table.
request-statistics-counts = درخواستیں
# Heading of a table.
request-statistics-times = ہر مرحلے تک کا وقت
# Heading of a table.
request-statistics-refusals = انکار کی وجوہات
# In place of a table that has no rows.
request-statistics-none = اس مدت میں کوئی نہیں۔
# Heading of a column.
request-statistics-direction = سمت
# Heading of a column.
request-statistics-measure = اقدام
# Heading of a column, and label of a field above the figures: how many.
request-statistics-requests = درخواستوں کی تعداد
# Heading of a column: how many were carried over from the register that the office kept before.
request-statistics-carried-over = پرانے رجسٹر سے
# Heading of a column.
request-statistics-pending = زیر التوا
# Heading of a column.
request-statistics-stage = مرحلہ
# Heading of a column.
request-statistics-reached = اس تک پہنچیں
# Heading of a column.
request-statistics-median = وسطانیہ، دنوں میں
# Heading of a column.
request-statistics-longest = طویل ترین، دنوں میں
# Heading of a column.
request-statistics-ground = وجہ
# Heading of a column.
request-statistics-refused = مسترد
# In the column of directions: this office asked.
request-statistics-sent = ارسال کردہ
# In the column of directions: this office was asked.
request-statistics-received = موصولہ
# In the column of grounds: the refusal names neither a ground nor a provision.
request-statistics-no-ground = درج نہیں
# Label of a field above the figures.
request-statistics-since = اس دن سے
# Label of a field above the figures.
request-statistics-until = اس دن تک
# Label of a field above the figures.
request-statistics-on = بتاریخ
# Label of a field above the figures: how many cases were looked through.
request-statistics-cases = شمار شدہ مقدمات
