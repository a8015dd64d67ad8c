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
law-reason-dual-elements-match = هر دو حکم کیفری‌اند و حکم کشور درخواست‌شونده چیزی افزون بر حکم شما نمی‌خواهد.

# Reason, shown beside an answer about law.
law-reason-dual-elements-not-examined = هر دو حکم کیفری‌اند؛ کسی بررسی نکرده است که حکم کشور درخواست‌شونده افزون بر خود رفتار چه می‌خواهد. هر دو متن را بخوانید.

# Reason, shown beside an answer about law.
law-reason-dual-facts-must-show = حکم کشور درخواست‌شونده بیش از حکم شما می‌خواهد: شرح وقایع باید آن را نشان دهد.

# Reason, shown beside an answer about law.
law-reason-dual-administrative-there = در کشور درخواست‌شونده این عمل تخلف اداری است که معمولاً کافی نیست.

# Reason, shown beside an answer about law.
law-reason-dual-administrative-here = در خود کشور درخواست‌کننده این عمل تخلف اداری است.

# Reason, shown beside an answer about law.
law-reason-dual-not-seen-there = بسته برای آن حکمی از کشور درخواست‌شونده ندارد؛ این به معنای نبودن آن نیست.

# Reason, shown beside an answer about law.
law-reason-dual-not-seen-here = بسته برای آن حکمی از کشور درخواست‌کننده ندارد؛ این به معنای نبودن آن نیست.

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
law-reason-language-unknown = زبانی که کشور درخواست‌شونده درخواست‌ها را به آن می‌پذیرد یافت نشد.

# Reason, shown beside an answer about law.
law-reason-seizable-unknown = یافت نشد که آیا قانون کشور درخواست‌شونده توقیف دارایی مجازی را اجازه می‌دهد.

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

# An element that an offence adds to the plain conduct.
law-element-substantial-harm = زیان قابل توجه

# An element that an offence adds to the plain conduct.
law-element-security-measure = نقض تدبیر حفاظتی

# An element that an offence adds to the plain conduct.
law-element-dishonest-intent = قصد متقلبانه

# An element that an offence adds to the plain conduct.
law-element-harmful-result = نتیجه زیان‌بار: نابودی، مسدود کردن، تغییر، نسخه‌برداری

# An element that an offence adds to the plain conduct.
law-element-non-public-communication = ارتباط غیرعمومی است

# An element that an offence adds to the plain conduct.
law-element-alteration-only = تنها تغییر جرم است

# Whether a measure is coercive.
law-coercion-yes = این اقدام قهری است.

# Whether a measure is coercive.
law-coercion-no = این اقدام قهری نیست.

# Whether a measure is coercive.
law-coercion-by-law = قهری بودن این اقدام را قانون کشور درخواست‌شونده معین می‌کند.

# What the pack has seen of a State's law on one thing.
law-finding-provided = حکم وجود دارد

# What the pack has seen of a State's law on one thing.
law-finding-narrower = حکم وجود دارد، اما بیش از خود رفتار می‌خواهد

# What the pack has seen of a State's law on one thing.
law-finding-administrative = تنها تخلف اداری

# What the pack has seen of a State's law on one thing.
law-finding-recalled = گفته می‌شود هست؛ کسی متن را ندیده است

# What the pack has seen of a State's law on one thing.
law-finding-not-seen = دیده نشده

# What the pack has seen of a State's law on one thing.
law-finding-not-looked-for = کسی جست‌وجو نکرده

# In the place of a number of years: the penalty was not found.
law-penalty-not-seen = دیده نشده

# In the place of a number of years: no imprisonment is provided for.
law-penalty-none = بدون حبس

# In the place of the date of a source.
law-date-unknown = تاریخ نامعلوم

# A State's standing towards a treaty.
law-standing-of-party = عضو

# A State's standing towards a treaty.
law-standing-of-signatory = تنها امضا کرده

# A State's standing towards a treaty.
law-standing-of-none = در تاریخ منبع عضو نیست

# A State's standing towards a treaty.
law-standing-of-unknown = یافت نشد

# Title of a page and of a printed table.
law-sheet-compare = جرایم چند کشور در کنار هم

# Title of a page and of a printed table.
law-sheet-gaps = کاستی‌های قانون یک کشور در برابر یک سند

# Title of a page and of a printed table.
law-sheet-work-list = داده‌هایی که میان دو کشور باید بررسی شود

# Heading above the sentences that say how to read a table.
law-sheet-reading = چگونه خوانده شود

# Sentence above tables about the law of States.
law-sheet-not-seen = «دیده نشده» یعنی بسته حقوقی چنین حکمی ندارد؛ به این معنا نیست که قانون چنین حکمی ندارد.

# Heading and caption of a table.
law-sheet-offences = جرایمی که سند نام می‌برد

# In the place of a table.
law-sheet-offences-none = بسته حقوقی هیچ نوع جرمی را به این سند پیوند نداده است.

# Heading and caption of a table.
law-sheet-powers = اختیاراتی که سند می‌خواهد

# In the place of a table.
law-sheet-powers-none = بسته حقوقی هیچ اقدامی را به این سند پیوند نداده است.

# Sentence above the list of facts to verify.
law-sheet-work-list-about = همه داده‌هایی که پاسخ میان دو کشور بر آن‌ها استوار است و قطعی نیست؛ نخست آن‌هایی که بیشترین تکیه بر آن‌هاست. متن را بیابید، آنچه می‌گوید و جای یافتن آن را بنویسید و بسته را اصلاح کنید.

# In the place of the list of facts to verify.
law-sheet-work-list-none = چیزی برای بررسی نمانده است.

# Heading of a column.
law-column-state = کشور

# Heading of a column.
law-column-offence = جرم

# Heading of a column.
law-column-provision = حکم

# Heading of a column.
law-column-years = بیشترین مجازات، سال

# Heading of a column.
law-column-years-aggravated = شکل مشدد، سال

# Heading of a column.
law-column-elements = افزون بر خود رفتار

# Heading of a column.
law-column-source = منبع

# Heading of a column.
law-column-articles = مواد سند

# Heading of a column.
law-column-finding = در قانون کشور

# Heading of a column.
law-column-threshold = آستانه جرم شدید

# Heading of a column.
law-column-power = اختیار

# Heading of a column.
law-column-law = قانون و احکام

# Heading of a column.
law-column-number = شماره

# Heading of a column.
law-column-fact = سطر بسته

# Heading of a column.
law-column-uncertain = چه چیزی قطعی نیست

# Heading of a column.
law-column-needed-for = برای

# Heading of a column.
law-column-source-now = اکنون استوار بر

# Heading of an empty column, to be filled in by hand.
law-column-checked = چه یافته شد، کجا، توسط چه کسی

# Label of a field above a table.
law-field-states = کشورها

# Label of a field above a table.
law-field-state = کشور

# Label of a field above a table.
law-field-instrument = سند

# Label of a field above a table.
law-field-standing = وضعیت کشور

# Label of a field above a table: the least highest penalty of a serious crime.
law-field-threshold = جرم شدید از، سال

# Label of a field above a table.
law-field-from = کشور درخواست‌کننده

# Label of a field above a table.
law-field-to = کشور درخواست‌شونده

# Label of a field above a table.
law-field-on = در روز

# Label of a field above a table.
law-field-pack = بسته حقوقی

# Label of a field above a table.
law-field-compiled = تاریخ تدوین

# Heading of a column: how many measures rest on the fact.
law-column-measures = شمار اقدام‌ها

# Shown when a question names a State of which the pack knows nothing.
law-state-unknown = بسته حقوقی چیزی درباره { $state } ندارد.
    .do = کد دوحرفی را بررسی کنید یا بخواهید حقوق‌دانی آن کشور را به بسته بیفزاید.

# Shown when the requesting and the requested State are the same.
law-same-state = { $state } نمی‌تواند از خود درخواست معاضدت کند.
    .do = کشور درخواست‌شونده دیگری را نام ببرید.

# Shown when a question names a kind of help that the pack does not have.
law-measure-unknown = بسته حقوقی اقدامی به نام { $id } ندارد.
    .do = comity law measures آن‌ها را فهرست می‌کند.

# Shown when a question names a category of offences, or an offence, that the pack does not have.
law-category-unknown = بسته حقوقی برای کشور درخواست‌کننده جرم یا نوع جرمی به نام { $id } ندارد.
    .do = comity law categories آن‌ها را فهرست می‌کند.

# Shown when a question names an instrument that the pack does not have.
law-instrument-unknown = بسته حقوقی سندی به نام { $id } ندارد.
    .do = comity law instruments آن‌ها را فهرست می‌کند.

# Shown when a comparison names no State, or too many.
law-states-count = مقایسه 1 تا { $most } کشور می‌پذیرد.
    .do = هر کشور را با کد دوحرفی نام ببرید: --state TJ --state KZ.

# Shown when a question names more offences than one request can bear.
law-too-many-offences = یک پرسش حداکثر { $most } جرم می‌پذیرد.
    .do = درخواست را تقسیم کنید.

# The kind of liability for an offence.
law-liability-criminal = کیفری

# The kind of liability for an offence.
law-liability-administrative = اداری

# Note on every print of an answer about law.
law-not-advice = این ابزار کمک به نگارش است، نه مشاوره حقوقی. هر داده را با منبع آن بسنجید.
