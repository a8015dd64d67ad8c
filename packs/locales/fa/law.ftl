### واژه‌های پاسخ‌های حقوقی در صفحه‌ها: دلیل‌ها، راه‌ها، میزان اطمینان.
### Not reviewed by a jurist or native translator of any authority: see review.toml.

# Reason, shown beside an answer about law.
law-reason-in-force = سند در آن روز لازم‌الاجرا بود.

# Reason, shown beside an answer about law.
law-reason-enters-later = سند پس از آن روز لازم‌الاجرا شد.

# Reason, shown beside an answer about law.
law-reason-not-in-force-as-known = سند تا آنجا که منبع نشان می‌دهد لازم‌الاجرا نیست.

# Reason, shown beside an answer about law.
law-reason-in-force-by = سند تا روزی که دانسته است لازم‌الاجرا شده؛ خود آن روز دانسته نیست.

# Reason, shown beside an answer about law.
law-reason-in-force-seen-undated = منبعی می‌گوید سند لازم‌الاجراست، ولی تاریخی نمی‌دهد.

# Reason, shown beside an answer about law.
law-reason-entry-date-approximate = تنها ماه یا سال لازم‌الاجرا شدن دانسته است و آن روز در همان قرار دارد.

# Reason, shown beside an answer about law.
law-reason-entry-date-unknown = تاریخ لازم‌الاجرا شدن دیده نشده است.

# Reason, shown beside an answer about law.
law-reason-not-adopted-yet = سند هنوز تصویب نشده بود.

# Reason, shown beside an answer about law.
law-reason-party-since = کشور در آن روز عضو بود.

# Reason, shown beside an answer about law.
law-reason-party-date-unknown = کشور عضو است؛ روز عضویت دیده نشده است.

# Reason, shown beside an answer about law.
law-reason-consent-later = سند هنوز برای آن کشور لازم‌الاجرا نبود.

# Reason, shown beside an answer about law.
law-reason-consent-recent = کشور اندکی پیش از آن رضایت داد؛ دانسته نیست که سند برای آن لازم‌الاجرا بوده است یا نه.

# Reason, shown beside an answer about law.
law-reason-consent-approximate = تنها ماه یا سال رضایت کشور دانسته است و آن روز در همان قرار دارد.

# Reason, shown beside an answer about law.
law-reason-party-seen-later = منبعی که کشور را عضو می‌داند از آن روز تازه‌تر است.

# Reason, shown beside an answer about law.
law-reason-signed-only = کشور امضا کرده است؛ متعهد بودن آن دیده نشده است.

# Reason, shown beside an answer about law.
law-reason-not-party = کشور تا آنجا که منبع نشان می‌دهد عضو نیست.

# Reason, shown beside an answer about law.
law-reason-standing-unknown = عضویت کشور یافت نشد.

# Reason, shown beside an answer about law.
law-reason-standing-not-looked-up = کسی عضویت کشور را جست‌وجو نکرده است.

# Reason, shown beside an answer about law.
law-reason-declaration-made = کشور اعلامیه یا حق شرطی دارد که باید خوانده شود.

# Reason, shown beside an answer about law.
law-reason-replaced = سند دیگری که میان دو کشور لازم‌الاجراست جای آن را می‌گیرد.

# Reason, shown beside an answer about law.
law-reason-maybe-replaced = شاید سند دیگری جای آن را بگیرد؛ این قطعی نیست.

# Reason, shown beside an answer about law.
law-reason-articles-provide = موادی درباره این اقدام دارد.

# Reason, shown beside an answer about law.
law-reason-general-clause-carries = تعهد کلی آن به معاضدت این اقدام را در بر می‌گیرد.

# Reason, shown beside an answer about law.
law-reason-general-clause-may-be-asked = به این اقدام متعهد نمی‌کند؛ حکم کلی آن اجازه درخواست می‌دهد.

# Reason, shown beside an answer about law.
law-reason-topic-not-checked = کسی بررسی نکرده که این اقدام را پیش‌بینی می‌کند یا نه.

# Reason, shown beside an answer about law.
law-reason-text-not-read = متن این معاهده خوانده نشده است.

# Reason, shown beside an answer about law.
law-reason-not-provided-as-known = تا آنجا که دانسته است این اقدام را پیش‌بینی نمی‌کند.

# Reason, shown beside an answer about law.
law-reason-any-offence = هر موضوع کیفری را در بر می‌گیرد.

# Reason, shown beside an answer about law.
law-reason-listed-offence = این جرم را نام می‌برد.

# Reason, shown beside an answer about law.
law-reason-threshold-met = حداکثر مجازات جرم به آستانه آن می‌رسد.

# Reason, shown beside an answer about law.
law-reason-threshold-met-if-aggravated = تنها شکل مشدد یا جرم دیگری از این دسته به آستانه می‌رسد.

# Reason, shown beside an answer about law.
law-reason-threshold-not-met = حداکثر مجازات جرم از آستانه آن کمتر است: برای این جرم به آن استناد نکنید.

# Reason, shown beside an answer about law.
law-reason-penalty-unknown = حداکثر مجازات جرم دیده نشده است.

# Reason, shown beside an answer about law.
law-reason-offence-not-listed = این جرم را نام نمی‌برد.

# Reason, shown beside an answer about law.
law-reason-scope-not-sorted = مشخص نشده که کدام جرایم را در بر می‌گیرد.

# Reason, shown beside an answer about law.
law-reason-no-offence-named = جرمی نام برده نشده، پس شمول آن را نمی‌توان گفت.

# Reason, shown beside an answer about law.
law-reason-scope-needs-person = بیش از خود جرم را می‌خواهد: دامنه آن را بخوانید و با وقایع مقایسه کنید.

# Reason, shown beside an answer about law.
law-reason-instrument-obliges = سندی لازم‌الاجرا کشور درخواست‌شونده را متعهد می‌کند.

# Reason, shown beside an answer about law.
law-reason-no-instrument-obliges = تا آنجا که دانسته است هیچ سندی کشور درخواست‌شونده را متعهد نمی‌کند.

# Reason, shown beside an answer about law.
law-reason-no-instrument-known-to-oblige = سندی که کشور درخواست‌شونده را متعهد کند شناخته نشده است؛ برخی اسناد میان دو کشور خوانده نشده یا قطعی نیست.

# Reason, shown beside an answer about law.
law-reason-reciprocity-open = کشور درخواست‌شونده می‌تواند بر پایه عمل متقابل کمک کند.

# Reason, shown beside an answer about law.
law-reason-treaty-needed = قانون کشور درخواست‌شونده معاهده می‌خواهد.

# Reason, shown beside an answer about law.
law-reason-reciprocity-unknown = یافت نشد که کشور درخواست‌شونده بدون معاهده کمک می‌کند یا نه.

# Reason, shown beside an answer about law.
law-reason-domestic-provision = قانون خود کشور درخواست‌شونده حکمی برای این اقدام دارد.

# Reason, shown beside an answer about law.
law-reason-network-of-both = هر دو کشور عضو این شبکه‌اند.

# Reason, shown beside an answer about law.
law-reason-network-membership-not-seen = عضویت هر دو کشور در این شبکه دیده نشده است.

# Reason, shown beside an answer about law.
law-reason-network-not-of-both = یکی از دو کشور عضو این شبکه نیست.

# Reason, shown beside an answer about law.
law-reason-police-information-only = اطلاعات پلیسی را منتقل می‌کند که دلیل نیست.

# Reason, shown beside an answer about law.
law-reason-intelligence-only = اطلاعاتی را منتقل می‌کند که تنها با رضایت دلیل به شمار می‌آید.

# Reason, shown beside an answer about law.
law-reason-provider-voluntary = ارائه‌دهنده خدمات می‌تواند داوطلبانه اقدام کند؛ چیزی او را متعهد نمی‌کند.

# Reason, shown beside an answer about law.
law-reason-named-for-instrument = این مرجع برای سند تعیین شده است.

# Reason, shown beside an answer about law.
law-reason-not-named-for-instrument = مرجع مرکزی یا مسیر است، ولی تعیین آن برای این سند دیده نشده است.

# Reason, shown beside an answer about law.
law-reason-addressee-unknown = مرجع مخاطب یافت نشد؛ پیش از ارسال بپرسید.

# Reason, shown beside an answer about law.
law-reason-row-unverified = واقعیت تأیید نشده است.

# The part of a row of the law pack on which a fact rests.
law-aspect-row = ردیف

# The part of a row of the law pack on which a fact rests.
law-aspect-articles = مواد

# The part of a row of the law pack on which a fact rests.
law-aspect-replacement = جایگزینی معاهده دیگر

# The part of a row of the law pack on which a fact rests.
law-aspect-entry-into-force = لازم‌الاجرا شدن

# The part of a row of the law pack on which a fact rests.
law-aspect-mla-basis = نیاز به معاهده

# The part of a row of the law pack on which a fact rests.
law-aspect-request-language = زبان درخواست‌ها

# The part of a row of the law pack on which a fact rests.
law-aspect-penalty = مجازات

# The part of a row of the law pack on which a fact rests.
law-aspect-uncyber-articles = مواد کنوانسیون سازمان ملل علیه جرایم سایبری

# The part of a row of the law pack on which a fact rests.
law-aspect-seizable = توقیف دارایی‌های مجازی

# Beside each legal fact: how sure it is.
law-confidence-verified = در منبع دیده شد

# Beside each legal fact: how sure it is.
law-confidence-unverified = تأییدنشده

# Whether an instrument binds, or an offence opens it.
law-binds-yes = بله

# Whether an instrument binds, or an offence opens it.
law-binds-unclear = روشن نیست

# Whether an instrument binds, or an offence opens it.
law-binds-no = خیر

# How much a content is asked for.
law-strength-required = الزامی

# How much a content is asked for.
law-strength-required-in-practice = در عمل انتظار می‌رود

# How much a content is asked for.
law-strength-optional = اختیاری

# Whether the articles apply between the two States.
law-standing-applies = اجرا می‌شود

# Whether the articles apply between the two States.
law-standing-may-yield = ممکن است جای خود را به معاهده دیگری بدهد

# Whether the articles apply between the two States.
law-standing-yields = جای خود را به معاهده دیگری می‌دهد؛ تنها با توافق هر دو کشور اجرا می‌شود

# A way that remains beside a treaty.
law-way-general-clause = درخواست بر پایه حکم کلی

# A way that remains beside a treaty.
law-way-reciprocity = پیشنهاد عمل متقابل

# A way that remains beside a treaty.
law-way-domestic-provision = استناد به قانون خود کشور درخواست‌شونده

# A way that remains beside a treaty.
law-way-contact-points = نقاط تماس شبانه‌روزی

# A way that remains beside a treaty.
law-way-police = مسیر پلیسی

# A way that remains beside a treaty.
law-way-financial-intelligence = میان مراکز اطلاعات مالی

# A way that remains beside a treaty.
law-way-asset-recovery = شبکه استرداد اموال

# A way that remains beside a treaty.
law-way-other-network = شبکه دیگر

# A way that remains beside a treaty.
law-way-provider = درخواست از خود ارائه‌دهنده خدمات
