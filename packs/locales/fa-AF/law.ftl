### The words of printed tables about law. The comments for translators are those of the English file. What is not here is for screens.
### Not reviewed by a jurist or native translator of any authority: see review.toml.

# Beside each legal fact: how sure it is.
law-confidence-verified = در منبع تصدیق شده است

# Beside each legal fact: how sure it is.
law-confidence-unverified = تصدیق نشده است

# The kind of liability for an offence.
law-liability-criminal = جزایی

# The kind of liability for an offence.
law-liability-administrative = اداری

# The part of a row of the law pack on which a fact rests.
law-aspect-row = سطر

# The part of a row of the law pack on which a fact rests.
law-aspect-articles = مواد

# The part of a row of the law pack on which a fact rests.
law-aspect-replacement = جاگزینی

# The part of a row of the law pack on which a fact rests.
law-aspect-entry-into-force = انفاذ

# The part of a row of the law pack on which a fact rests.
law-aspect-mla-basis = ضرورت معاهده

# The part of a row of the law pack on which a fact rests.
law-aspect-request-language = لسان درخواست‌ها

# The part of a row of the law pack on which a fact rests.
law-aspect-penalty = مجازات

# The part of a row of the law pack on which a fact rests.
law-aspect-uncyber-articles = مواد کنوانسیون ملل متحد علیه جرایم سایبری

# The part of a row of the law pack on which a fact rests.
law-aspect-seizable = ضبط دارایی‌های مجازی

# Note on every print of an answer about law.
law-not-advice = وسیلهٔ کمکی برای تسوید است، نه مشورهٔ حقوقی. هر واقعیت را با منبع آن مقایسه کنید.

# An element that an offence adds to the plain conduct.
law-element-substantial-harm = ضرر قابل ملاحظه

# An element that an offence adds to the plain conduct.
law-element-security-measure = گذشتن از تدبیر امنیتی

# An element that an offence adds to the plain conduct.
law-element-dishonest-intent = قصد متقلبانه

# An element that an offence adds to the plain conduct.
law-element-harmful-result = نتیجهٔ زیان‌آور: از بین رفتن، مسدود شدن، تغییر، کاپی

# An element that an offence adds to the plain conduct.
law-element-non-public-communication = مخابره علنی نیست

# An element that an offence adds to the plain conduct.
law-element-alteration-only = تنها تغییر شمرده می‌شود

# What the pack has seen of a State's law on one thing.
law-finding-provided = حکم موجود است

# What the pack has seen of a State's law on one thing.
law-finding-narrower = حکم موجود است، اما بیش از عمل ساده را می‌خواهد

# What the pack has seen of a State's law on one thing.
law-finding-administrative = تنها تخلف اداری

# What the pack has seen of a State's law on one thing.
law-finding-recalled = گفته می‌شود موجود است؛ کسی متن را ندیده است

# What the pack has seen of a State's law on one thing.
law-finding-not-seen = دیده نشده است

# What the pack has seen of a State's law on one thing.
law-finding-not-looked-for = کسی جستجو نکرده است

# In the place of a number of years: the penalty was not found.
law-penalty-not-seen = دیده نشده است

# In the place of a number of years: no imprisonment is provided for.
law-penalty-none = مجازات حبس ندارد

# In the place of the date of a source.
law-date-unknown = تاریخ نامعلوم

# A State's standing towards a treaty.
law-standing-of-party = عضو

# A State's standing towards a treaty.
law-standing-of-signatory = تنها امضا کرده است

# A State's standing towards a treaty.
law-standing-of-none = مطابق تاریخ منبع عضو نیست

# A State's standing towards a treaty.
law-standing-of-unknown = یافت نشد

# Title of a page and of a printed table.
law-sheet-compare = جرایم چند دولت در کنار هم

# Title of a page and of a printed table.
law-sheet-gaps = آنچه قانون یک دولت در مقایسه با سند کم دارد

# Title of a page and of a printed table.
law-sheet-work-list = واقعیت‌های قابل تصدیق میان دو دولت

# Heading above the sentences that say how to read a table.
law-sheet-reading = طرز خواندن

# Sentence above tables about the law of States.
law-sheet-not-seen = «دیده نشده است» به این معنی است که بستهٔ قوانین چنین حکمی ندارد؛ به این معنی نیست که قانون آن را ندارد.

# Heading and caption of a table.
law-sheet-offences = جرایمی که سند نام می‌برد

# In the place of a table.
law-sheet-offences-none = بستهٔ قوانین هیچ نوع جرم را به این سند ربط نمی‌دهد.

# Heading and caption of a table.
law-sheet-powers = صلاحیت‌هایی که سند می‌خواهد

# In the place of a table.
law-sheet-powers-none = بستهٔ قوانین هیچ تدبیر را به این سند ربط نمی‌دهد.

# Sentence above the list of facts to verify.
law-sheet-work-list-about = هر واقعیتی که جواب میان دو دولت بر آن استوار است و یقینی نیست؛ آنچه بیشترین موارد بر آن استوار است نخست می‌آید. متن را بیابید، یادداشت کنید که چه می‌گوید و در کجا یافتید، و تغییر بسته را بخواهید.

# In the place of the list of facts to verify.
law-sheet-work-list-none = چیزی برای تصدیق نمانده است.

# Heading of a column.
law-column-state = دولت

# Heading of a column.
law-column-offence = جرم

# Heading of a column.
law-column-provision = حکم قانون

# Heading of a column.
law-column-years = حد اکثر مجازات به سال

# Heading of a column.
law-column-years-aggravated = حالت مشدده به سال

# Heading of a column.
law-column-elements = بر عمل ساده می‌افزاید

# Heading of a column.
law-column-source = منبع

# Heading of a column.
law-column-articles = مواد سند

# Heading of a column.
law-column-finding = در قانون دولت

# Heading of a column.
law-column-threshold = آستانهٔ جرم شدید

# Heading of a column.
law-column-power = صلاحیت

# Heading of a column.
law-column-law = قانون و احکام

# Heading of a column.
law-column-number = شماره

# Heading of a column.
law-column-fact = سطر بسته

# Heading of a column.
law-column-uncertain = آنچه یقینی نیست

# Heading of a column.
law-column-needed-for = لازم برای

# Heading of a column.
law-column-source-now = اکنون استوار بر

# Heading of an empty column, to be filled in by hand.
law-column-checked = یافته، محل و شخص

# Label of a field above a table.
law-field-states = دولت‌ها

# Label of a field above a table.
law-field-state = دولت

# Label of a field above a table.
law-field-instrument = سند

# Label of a field above a table.
law-field-standing = موقف دولت

# Label of a field above a table: the least highest penalty of a serious crime.
law-field-threshold = جرم شدید از، به سال

# Label of a field above a table.
law-field-from = دولت درخواست‌کننده

# Label of a field above a table.
law-field-to = دولت درخواست‌شونده

# Label of a field above a table.
law-field-on = در تاریخ

# Label of a field above a table.
law-field-pack = بستهٔ قوانین

# Label of a field above a table.
law-field-compiled = ترتیب‌شده به تاریخ

# Heading of a column: how many measures rest on the fact.
law-column-measures = تدابیر

# Reason, shown beside an answer about law.
law-reason-in-force = سند در آن روز نافذ بود.

# Reason, shown beside an answer about law.
law-reason-enters-later = سند بعد از آن روز نافذ گردید.

# Reason, shown beside an answer about law.
law-reason-not-in-force-as-known = سند تا جایی که منبع نشان می‌دهد نافذ نیست.

# Reason, shown beside an answer about law.
law-reason-in-force-by = سند تا روزی که معلوم است نافذ بوده است؛ روز دقیق معلوم نیست.

# Reason, shown beside an answer about law.
law-reason-in-force-seen-undated = منبعی می‌گوید سند نافذ است، اما تاریخ نمی‌دهد.

# Reason, shown beside an answer about law.
law-reason-entry-date-approximate = تنها ماه یا سال انفاذ معلوم است و آن روز در همان قرار دارد.

# Reason, shown beside an answer about law.
law-reason-entry-date-unknown = تاریخ انفاذ دیده نشده است.

# Reason, shown beside an answer about law.
law-reason-not-adopted-yet = سند هنوز تصویب نشده بود.

# Reason, shown beside an answer about law.
law-reason-party-since = دولت در آن روز عضو بود.

# Reason, shown beside an answer about law.
law-reason-party-date-unknown = دولت عضو است؛ روز عضویت دیده نشده است.

# Reason, shown beside an answer about law.
law-reason-consent-later = سند هنوز برای آن دولت نافذ نبود.

# Reason, shown beside an answer about law.
law-reason-consent-recent = دولت اندکی پیش از آن رضایت داد؛ معلوم نیست که سند برای آن نافذ شده بود یا نه.

# Reason, shown beside an answer about law.
law-reason-consent-approximate = تنها ماه یا سال رضایت دولت معلوم است و آن روز در همان قرار دارد.

# Reason, shown beside an answer about law.
law-reason-party-seen-later = منبعی که دولت را عضو می‌خواند از آن روز جدیدتر است.

# Reason, shown beside an answer about law.
law-reason-signed-only = دولت امضا کرده است؛ ملزم بودن آن دیده نشده است.

# Reason, shown beside an answer about law.
law-reason-not-party = دولت تا جایی که منبع نشان می‌دهد عضو نیست.

# Reason, shown beside an answer about law.
law-reason-standing-unknown = یافت نشد که دولت عضو است یا نه.

# Reason, shown beside an answer about law.
law-reason-standing-not-looked-up = کسی جستجو نکرده است که دولت عضو است یا نه.

# Reason, shown beside an answer about law.
law-reason-declaration-made = دولت اعلامیه یا حق شرطی دارد که باید خوانده شود.

# Reason, shown beside an answer about law.
law-reason-replaced = سند دیگری که میان دو دولت نافذ است جای آن را می‌گیرد.

# Reason, shown beside an answer about law.
law-reason-maybe-replaced = شاید سند دیگری جای آن را بگیرد؛ این یقینی نیست.

# Reason, shown beside an answer about law.
law-reason-articles-provide = در مورد این تدبیر موادی دارد.

# Reason, shown beside an answer about law.
law-reason-general-clause-carries = تعهد عمومی آن به همکاری این تدبیر را در بر می‌گیرد.

# Reason, shown beside an answer about law.
law-reason-general-clause-may-be-asked = به این تدبیر ملزم نمی‌سازد؛ حکم عمومی آن اجازهٔ تقاضا را می‌دهد.

# Reason, shown beside an answer about law.
law-reason-topic-not-checked = کسی بررسی نکرده است که این تدبیر را پیش‌بینی می‌کند یا نه.

# Reason, shown beside an answer about law.
law-reason-text-not-read = متن این معاهده خوانده نشده است.

# Reason, shown beside an answer about law.
law-reason-not-provided-as-known = تا جایی که معلوم است این تدبیر را پیش‌بینی نمی‌کند.

# Reason, shown beside an answer about law.
law-reason-any-offence = شامل هر موضوع جزایی می‌شود.

# Reason, shown beside an answer about law.
law-reason-listed-offence = این جرم را نام می‌برد.

# Reason, shown beside an answer about law.
law-reason-threshold-met = حد اکثر مجازات جرم به آستانهٔ آن می‌رسد.

# Reason, shown beside an answer about law.
law-reason-threshold-met-if-aggravated = تنها حالت مشدده یا جرم دیگری از این نوع به آستانهٔ آن می‌رسد.

# Reason, shown beside an answer about law.
law-reason-threshold-not-met = حد اکثر مجازات جرم کمتر از آستانهٔ آن است: برای این جرم به آن استناد نکنید.

# Reason, shown beside an answer about law.
law-reason-penalty-unknown = حد اکثر مجازات جرم دیده نشده است.

# Reason, shown beside an answer about law.
law-reason-offence-not-listed = این جرم را نام نمی‌برد.

# Reason, shown beside an answer about law.
law-reason-scope-not-sorted = معین نشده است که کدام جرایم را در بر می‌گیرد.

# Reason, shown beside an answer about law.
law-reason-no-offence-named = جرمی نام برده نشده است، از این رو شمول آن را نمی‌توان گفت.

# Reason, shown beside an answer about law.
law-reason-scope-needs-person = بیش از خود جرم را می‌خواهد: ساحهٔ آن را بخوانید و با وقایع مقایسه کنید.

# Reason, shown beside an answer about law.
law-reason-dual-elements-match = هر دو حکم جزایی است و حکم دولت درخواست‌شونده چیزی بیش از حکم شما نمی‌خواهد.

# Reason, shown beside an answer about law.
law-reason-dual-elements-not-examined = هر دو حکم جزایی است؛ کسی بررسی نکرده است که حکم دولت درخواست‌شونده بیش از عمل ساده چه می‌خواهد. هر دو متن را بخوانید.

# Reason, shown beside an answer about law.
law-reason-dual-facts-must-show = حکم دولت درخواست‌شونده بیش از حکم شما می‌خواهد: وقایع باید آن را نشان دهد.

# Reason, shown beside an answer about law.
law-reason-dual-administrative-there = در دولت درخواست‌شونده تخلف اداری است که به ندرت کافی است.

# Reason, shown beside an answer about law.
law-reason-dual-administrative-here = در خود دولت درخواست‌کننده تخلف اداری است.

# Reason, shown beside an answer about law.
law-reason-dual-not-seen-there = بسته حکمی از دولت درخواست‌شونده برای آن ندارد؛ این به معنی نبودن حکم نیست.

# Reason, shown beside an answer about law.
law-reason-dual-not-seen-here = بسته حکمی از دولت درخواست‌کننده برای آن ندارد؛ این به معنی نبودن حکم نیست.

# Reason, shown beside an answer about law.
law-reason-instrument-obliges = سند نافذی دولت درخواست‌شونده را ملزم می‌سازد.

# Reason, shown beside an answer about law.
law-reason-no-instrument-obliges = تا جایی که معلوم است هیچ سند دولت درخواست‌شونده را ملزم نمی‌سازد.

# Reason, shown beside an answer about law.
law-reason-no-instrument-known-to-oblige = سندی که دولت درخواست‌شونده را ملزم سازد شناخته نشده است؛ بعضی اسناد میان دو دولت خوانده نشده یا یقینی نیست.

# Reason, shown beside an answer about law.
law-reason-reciprocity-open = دولت درخواست‌شونده می‌تواند بر اساس معاملهٔ بالمثل همکاری کند.

# Reason, shown beside an answer about law.
law-reason-treaty-needed = قانون دولت درخواست‌شونده معاهده می‌خواهد.

# Reason, shown beside an answer about law.
law-reason-reciprocity-unknown = یافت نشد که دولت درخواست‌شونده بدون معاهده همکاری می‌کند یا نه.

# Reason, shown beside an answer about law.
law-reason-domestic-provision = قانون خود دولت درخواست‌شونده برای این تدبیر حکمی دارد.

# Reason, shown beside an answer about law.
law-reason-network-of-both = هر دو دولت شامل این شبکه هستند.

# Reason, shown beside an answer about law.
law-reason-network-membership-not-seen = شمول هر دو دولت در این شبکه دیده نشده است.

# Reason, shown beside an answer about law.
law-reason-network-not-of-both = یکی از دو دولت شامل این شبکه نیست.

# Reason, shown beside an answer about law.
law-reason-police-information-only = معلومات پولیسی را انتقال می‌دهد که دلیل شمرده نمی‌شود.

# Reason, shown beside an answer about law.
law-reason-intelligence-only = معلومات استخباراتی را انتقال می‌دهد که تنها با رضایت دلیل شمرده می‌شود.

# Reason, shown beside an answer about law.
law-reason-provider-voluntary = ارایه‌کنندهٔ خدمات می‌تواند به ارادهٔ خود عمل کند؛ چیزی آن را ملزم نمی‌سازد.

# Reason, shown beside an answer about law.
law-reason-named-for-instrument = این مرجع برای سند تعیین شده است.

# Reason, shown beside an answer about law.
law-reason-not-named-for-instrument = این یک مرجع یا مجرای مرکزی است، اما تعیین آن برای سند دیده نشده است.

# Reason, shown beside an answer about law.
law-reason-addressee-unknown = مرجع مخاطب یافت نشد؛ قبل از ارسال بپرسید.

# Reason, shown beside an answer about law.
law-reason-language-unknown = لسانی که دولت درخواست‌شونده درخواست‌ها را به آن می‌پذیرد یافت نشد.

# Reason, shown beside an answer about law.
law-reason-seizable-unknown = یافت نشد که قانون دولت درخواست‌شونده ضبط دارایی‌های مجازی را اجازه می‌دهد یا نه.

# Reason, shown beside an answer about law.
law-reason-row-unverified = این واقعیت تصدیق نشده است.
