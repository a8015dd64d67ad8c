### واژه‌های درخواست‌ها که چاپ می‌شوند: عنوان فرم‌ها، بخش‌ها و فیلدها، مقادیر و مبانی.
### Not reviewed by a jurist or native translator of any authority: see review.toml.

# Title of the form for records of a virtual-asset service provider.
request-form-vasp-records = درخواست سوابق نزد ارائه‌دهنده خدمات دارایی مجازی

# Title of the form for expedited preservation.
request-form-preservation = درخواست حفظ فوری داده‌های رایانه‌ای ذخیره‌شده

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
