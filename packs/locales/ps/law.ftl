### The words of printed tables about law. The comments for translators are those of the English file. What is not here is for screens.
### Not reviewed by a jurist or native translator of any authority: see review.toml.

# Beside each legal fact: how sure it is.
law-confidence-verified = په سرچینه کې تایید شوی

# Beside each legal fact: how sure it is.
law-confidence-unverified = ناتایید شوی

# The kind of liability for an offence.
law-liability-criminal = جزايي

# The kind of liability for an offence.
law-liability-administrative = اداري

# The part of a row of the law pack on which a fact rests.
law-aspect-row = کرښه

# The part of a row of the law pack on which a fact rests.
law-aspect-articles = مادې

# The part of a row of the law pack on which a fact rests.
law-aspect-replacement = ځای نیونه

# The part of a row of the law pack on which a fact rests.
law-aspect-entry-into-force = نافذېدل

# The part of a row of the law pack on which a fact rests.
law-aspect-mla-basis = د تړون اړتیا

# The part of a row of the law pack on which a fact rests.
law-aspect-request-language = د غوښتنو ژبه

# The part of a row of the law pack on which a fact rests.
law-aspect-penalty = جزا

# The part of a row of the law pack on which a fact rests.
law-aspect-uncyber-articles = د سایبري جرمونو پر وړاندې د ملګرو ملتونو د کنوانسیون مادې

# The part of a row of the law pack on which a fact rests.
law-aspect-seizable = د مجازي شتمنیو ضبط

# Note on every print of an answer about law.
law-not-advice = د مسودې لپاره مرستندویه وسیله ده، حقوقي مشوره نه ده. هر حقیقت له سرچینې سره وګورئ.

# An element that an offence adds to the plain conduct.
law-element-substantial-harm = د پام وړ زیان

# An element that an offence adds to the plain conduct.
law-element-security-measure = له امنیتي تدبیر څخه تېرېدل

# An element that an offence adds to the plain conduct.
law-element-dishonest-intent = درغلی قصد

# An element that an offence adds to the plain conduct.
law-element-harmful-result = زیانمنوونکې پایله: له منځه وړل، بندول، بدلول، کاپي کول

# An element that an offence adds to the plain conduct.
law-element-non-public-communication = اړیکه عامه نه ده

# An element that an offence adds to the plain conduct.
law-element-alteration-only = یوازې بدلون شمېرل کېږي

# What the pack has seen of a State's law on one thing.
law-finding-provided = حکم شته

# What the pack has seen of a State's law on one thing.
law-finding-narrower = حکم شته، خو له ساده کړنې ډېر څه غواړي

# What the pack has seen of a State's law on one thing.
law-finding-administrative = یوازې اداري سرغړونه

# What the pack has seen of a State's law on one thing.
law-finding-recalled = ویل کېږي چې شته؛ متن یې چا نه دی لیدلی

# What the pack has seen of a State's law on one thing.
law-finding-not-seen = نه دی لیدل شوی

# What the pack has seen of a State's law on one thing.
law-finding-not-looked-for = چا نه دی لټولی

# In the place of a number of years: the penalty was not found.
law-penalty-not-seen = نه دی لیدل شوی

# In the place of a number of years: no imprisonment is provided for.
law-penalty-none = حبس نه لري

# In the place of the date of a source.
law-date-unknown = نېټه نامعلومه

# A State's standing towards a treaty.
law-standing-of-party = غړی

# A State's standing towards a treaty.
law-standing-of-signatory = یوازې لاسلیک یې کړی

# A State's standing towards a treaty.
law-standing-of-none = د سرچینې تر نېټې غړی نه دی

# A State's standing towards a treaty.
law-standing-of-unknown = ونه موندل شو

# Title of a page and of a printed table.
law-sheet-compare = د څو دولتونو جرمونه یو د بل تر څنګ

# Title of a page and of a printed table.
law-sheet-gaps = د سند په پرتله د دولت قانون څه نه لري

# Title of a page and of a printed table.
law-sheet-work-list = د دوو دولتونو ترمنځ د تایید وړ حقیقتونه

# Heading above the sentences that say how to read a table.
law-sheet-reading = دا څنګه ولولئ

# Sentence above tables about the law of States.
law-sheet-not-seen = «نه دی لیدل شوی» دا معنا لري چې د قوانینو ټولګه داسې حکم نه لري. دا معنا نه لري چې قانون یې نه لري.

# Heading and caption of a table.
law-sheet-offences = هغه جرمونه چې سند یې نوموي

# In the place of a table.
law-sheet-offences-none = د قوانینو ټولګه له دې سند سره د جرم هېڅ ډول نه تړي.

# Heading and caption of a table.
law-sheet-powers = هغه واکونه چې سند یې غواړي

# In the place of a table.
law-sheet-powers-none = د قوانینو ټولګه له دې سند سره هېڅ تدبیر نه تړي.

# Sentence above the list of facts to verify.
law-sheet-work-list-about = هر هغه حقیقت چې د دوو دولتونو ترمنځ ځواب پرې ولاړ دی او ډاډمن نه دی؛ هغه چې ډېر څه پرې ولاړ دي لومړی راځي. متن ومومئ، ولیکئ چې څه وايي او چېرته مو وموند، او د ټولګې بدلول وغواړئ.

# In the place of the list of facts to verify.
law-sheet-work-list-none = د تایید لپاره هېڅ نه دي پاتې.

# Heading of a column.
law-column-state = دولت

# Heading of a column.
law-column-offence = جرم

# Heading of a column.
law-column-provision = د قانون حکم

# Heading of a column.
law-column-years = تر ټولو لوړه جزا، کلونه

# Heading of a column.
law-column-years-aggravated = مشدد حالت، کلونه

# Heading of a column.
law-column-elements = پر ساده کړنه زیاتوي

# Heading of a column.
law-column-source = سرچینه

# Heading of a column.
law-column-articles = د سند مادې

# Heading of a column.
law-column-finding = د دولت په قانون کې

# Heading of a column.
law-column-threshold = د شدید جرم کچه

# Heading of a column.
law-column-power = واک

# Heading of a column.
law-column-law = قانون او حکمونه

# Heading of a column.
law-column-number = شمېره

# Heading of a column.
law-column-fact = د ټولګې کرښه

# Heading of a column.
law-column-uncertain = څه ډاډمن نه دي

# Heading of a column.
law-column-needed-for = د څه لپاره اړین دی

# Heading of a column.
law-column-source-now = اوس پر څه ولاړ دی

# Heading of an empty column, to be filled in by hand.
law-column-checked = وموندل شو، چېرته، چا

# Label of a field above a table.
law-field-states = دولتونه

# Label of a field above a table.
law-field-state = دولت

# Label of a field above a table.
law-field-instrument = سند

# Label of a field above a table.
law-field-standing = د دولت موقف

# Label of a field above a table: the least highest penalty of a serious crime.
law-field-threshold = شدید جرم له، کلونه

# Label of a field above a table.
law-field-from = غوښتونکی دولت

# Label of a field above a table.
law-field-to = غوښتل شوی دولت

# Label of a field above a table.
law-field-on = په نېټه

# Label of a field above a table.
law-field-pack = د قوانینو ټولګه

# Label of a field above a table.
law-field-compiled = د ترتیب نېټه

# Heading of a column: how many measures rest on the fact.
law-column-measures = تدبیرونه

# Reason, shown beside an answer about law.
law-reason-in-force = سند په هغه ورځ نافذ و.

# Reason, shown beside an answer about law.
law-reason-enters-later = سند تر هغې ورځې وروسته نافذ شو.

# Reason, shown beside an answer about law.
law-reason-not-in-force-as-known = سند تر هغه ځایه چې سرچینه ښيي نافذ نه دی.

# Reason, shown beside an answer about law.
law-reason-in-force-by = سند تر یوې معلومې ورځې نافذ شوی و؛ کټ مټ ورځ نه ده معلومه.

# Reason, shown beside an answer about law.
law-reason-in-force-seen-undated = یوه سرچینه وايي چې سند نافذ دی، خو نېټه نه ورکوي.

# Reason, shown beside an answer about law.
law-reason-entry-date-approximate = یوازې د نافذېدو میاشت یا کال معلوم دی، او هغه ورځ په همدې کې ده.

# Reason, shown beside an answer about law.
law-reason-entry-date-unknown = د نافذېدو نېټه نه ده لیدل شوې.

# Reason, shown beside an answer about law.
law-reason-not-adopted-yet = سند لا نه و تصویب شوی.

# Reason, shown beside an answer about law.
law-reason-party-since = دولت په هغه ورځ غړی و.

# Reason, shown beside an answer about law.
law-reason-party-date-unknown = دولت غړی دی؛ د غړیتوب ورځ نه ده لیدل شوې.

# Reason, shown beside an answer about law.
law-reason-consent-later = سند لا د دولت لپاره نافذ نه و.

# Reason, shown beside an answer about law.
law-reason-consent-recent = دولت له هغه لږ مخکې رضایت ورکړ؛ نه ده معلومه چې سند ورته نافذ شوی و که نه.

# Reason, shown beside an answer about law.
law-reason-consent-approximate = یوازې د دولت د رضایت میاشت یا کال معلوم دی، او هغه ورځ په همدې کې ده.

# Reason, shown beside an answer about law.
law-reason-party-seen-later = هغه سرچینه چې دولت غړی بولي تر هغې ورځې نوې ده.

# Reason, shown beside an answer about law.
law-reason-signed-only = دولت لاسلیک کړی دی؛ مکلف کېدل یې نه دي لیدل شوي.

# Reason, shown beside an answer about law.
law-reason-not-party = دولت تر هغه ځایه چې سرچینه ښيي غړی نه دی.

# Reason, shown beside an answer about law.
law-reason-standing-unknown = ونه موندل شوه چې دولت غړی دی که نه.

# Reason, shown beside an answer about law.
law-reason-standing-not-looked-up = چا نه دي لټولي چې دولت غړی دی که نه.

# Reason, shown beside an answer about law.
law-reason-declaration-made = دولت اعلامیه یا شرط لري چې باید ولوستل شي.

# Reason, shown beside an answer about law.
law-reason-replaced = د دواړو دولتونو ترمنځ بل نافذ سند د دې ځای نیسي.

# Reason, shown beside an answer about law.
law-reason-maybe-replaced = ښايي بل سند د دې ځای ونیسي؛ دا ډاډمن نه ده.

# Reason, shown beside an answer about law.
law-reason-articles-provide = د دې تدبیر په اړه مادې لري.

# Reason, shown beside an answer about law.
law-reason-general-clause-carries = د مرستې عمومي مکلفیت یې دا تدبیر رانغاړي.

# Reason, shown beside an answer about law.
law-reason-general-clause-may-be-asked = دې تدبیر ته مکلف نه کوي؛ عمومي حکم یې د غوښتلو اجازه ورکوي.

# Reason, shown beside an answer about law.
law-reason-topic-not-checked = چا نه دي کتلي چې د دې تدبیر وړاندوینه کوي که نه.

# Reason, shown beside an answer about law.
law-reason-text-not-read = د دې تړون متن نه دی لوستل شوی.

# Reason, shown beside an answer about law.
law-reason-not-provided-as-known = تر هغه ځایه چې معلومه ده د دې تدبیر وړاندوینه نه کوي.

# Reason, shown beside an answer about law.
law-reason-any-offence = پر هره جزايي قضیه پلی کېږي.

# Reason, shown beside an answer about law.
law-reason-listed-offence = دا جرم نوموي.

# Reason, shown beside an answer about law.
law-reason-threshold-met = د جرم تر ټولو لوړه جزا د دې کچې ته رسېږي.

# Reason, shown beside an answer about law.
law-reason-threshold-met-if-aggravated = یوازې مشدد حالت یا د دې ډول بل جرم د دې کچې ته رسېږي.

# Reason, shown beside an answer about law.
law-reason-threshold-not-met = د جرم تر ټولو لوړه جزا د دې له کچې ټیټه ده: د دې جرم لپاره ورته استناد مه کوئ.

# Reason, shown beside an answer about law.
law-reason-penalty-unknown = د جرم تر ټولو لوړه جزا نه ده لیدل شوې.

# Reason, shown beside an answer about law.
law-reason-offence-not-listed = دا جرم نه نوموي.

# Reason, shown beside an answer about law.
law-reason-scope-not-sorted = نه ده ټاکل شوې چې پر کومو جرمونو پلی کېږي.

# Reason, shown beside an answer about law.
law-reason-no-offence-named = جرم نه دی نومول شوی، نو نه شي ویل کېدای چې پلی کېږي که نه.

# Reason, shown beside an answer about law.
law-reason-scope-needs-person = تر جرم ډېر څه غواړي: ساحه یې ولولئ او له پېښو سره یې پرتله کړئ.

# Reason, shown beside an answer about law.
law-reason-dual-elements-match = دواړه حکمونه جزايي دي، او د غوښتل شوي دولت حکم ستاسو تر حکم ډېر څه نه غواړي.

# Reason, shown beside an answer about law.
law-reason-dual-elements-not-examined = دواړه حکمونه جزايي دي؛ چا نه دي کتلي چې د غوښتل شوي دولت حکم تر ساده کړنې ډېر څه غواړي. دواړه متنونه ولولئ.

# Reason, shown beside an answer about law.
law-reason-dual-facts-must-show = د غوښتل شوي دولت حکم ستاسو تر حکم ډېر څه غواړي: پېښې باید دا وښيي.

# Reason, shown beside an answer about law.
law-reason-dual-administrative-there = په غوښتل شوي دولت کې دا اداري سرغړونه ده، چې ډېره لږ بسنه کوي.

# Reason, shown beside an answer about law.
law-reason-dual-administrative-here = په خپله په غوښتونکي دولت کې دا اداري سرغړونه ده.

# Reason, shown beside an answer about law.
law-reason-dual-not-seen-there = ټولګه د دې لپاره د غوښتل شوي دولت حکم نه لري؛ دا معنا نه لري چې حکم نشته.

# Reason, shown beside an answer about law.
law-reason-dual-not-seen-here = ټولګه د دې لپاره د غوښتونکي دولت حکم نه لري؛ دا معنا نه لري چې حکم نشته.

# Reason, shown beside an answer about law.
law-reason-instrument-obliges = یو نافذ سند غوښتل شوی دولت مکلف کوي.

# Reason, shown beside an answer about law.
law-reason-no-instrument-obliges = تر هغه ځایه چې معلومه ده هېڅ سند غوښتل شوی دولت نه مکلف کوي.

# Reason, shown beside an answer about law.
law-reason-no-instrument-known-to-oblige = داسې سند نه دی پېژندل شوی چې غوښتل شوی دولت مکلف کړي؛ د دواړو ترمنځ ځینې سندونه نه دي لوستل شوي یا ډاډمن نه دي.

# Reason, shown beside an answer about law.
law-reason-reciprocity-open = غوښتل شوی دولت د متقابل عمل پر بنسټ مرسته کولای شي.

# Reason, shown beside an answer about law.
law-reason-treaty-needed = د غوښتل شوي دولت قانون تړون غواړي.

# Reason, shown beside an answer about law.
law-reason-reciprocity-unknown = ونه موندل شوه چې غوښتل شوی دولت له تړون پرته مرسته کوي که نه.

# Reason, shown beside an answer about law.
law-reason-domestic-provision = د غوښتل شوي دولت خپل قانون د دې تدبیر لپاره حکم لري.

# Reason, shown beside an answer about law.
law-reason-network-of-both = دواړه دولتونه په دې شبکه کې دي.

# Reason, shown beside an answer about law.
law-reason-network-membership-not-seen = په دې شبکه کې د دواړو دولتونو شتون نه دی لیدل شوی.

# Reason, shown beside an answer about law.
law-reason-network-not-of-both = له دواړو دولتونو یو په دې شبکه کې نه دی.

# Reason, shown beside an answer about law.
law-reason-police-information-only = دا د پولیسو معلومات رسوي، چې دلیل نه دی.

# Reason, shown beside an answer about law.
law-reason-intelligence-only = دا استخباراتي معلومات رسوي، چې یوازې په رضایت دلیل کېدای شي.

# Reason, shown beside an answer about law.
law-reason-provider-voluntary = وړاندې کوونکی په خپله خوښه عمل کولای شي؛ هېڅ شی یې نه مکلف کوي.

# Reason, shown beside an answer about law.
law-reason-named-for-instrument = دا مرجع د سند لپاره ټاکل شوې ده.

# Reason, shown beside an answer about law.
law-reason-not-named-for-instrument = دا مرکزي مرجع یا لار ده، خو د سند لپاره یې ټاکنه نه ده لیدل شوې.

# Reason, shown beside an answer about law.
law-reason-addressee-unknown = مخاطبه مرجع ونه موندل شوه؛ له لېږلو مخکې وپوښتئ.

# Reason, shown beside an answer about law.
law-reason-language-unknown = هغه ژبه ونه موندل شوه چې غوښتل شوی دولت په کې غوښتنې مني.

# Reason, shown beside an answer about law.
law-reason-seizable-unknown = ونه موندل شوه چې د غوښتل شوي دولت قانون د مجازي شتمنیو ضبط ته اجازه ورکوي که نه.

# Reason, shown beside an answer about law.
law-reason-row-unverified = دا حقیقت نه دی تایید شوی.
