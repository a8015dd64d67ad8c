### The words of printed tables about law. The comments for translators are those of the English file. What is not here is for screens.
### Not reviewed by a jurist or native translator of any authority: see review.toml.

# Beside each legal fact: how sure it is.
law-confidence-verified = ماخذ میں تصدیق شدہ

# Beside each legal fact: how sure it is.
law-confidence-unverified = غیر تصدیق شدہ

# The kind of liability for an offence.
law-liability-criminal = فوجداری

# The kind of liability for an offence.
law-liability-administrative = انتظامی

# The part of a row of the law pack on which a fact rests.
law-aspect-row = سطر

# The part of a row of the law pack on which a fact rests.
law-aspect-articles = دفعات

# The part of a row of the law pack on which a fact rests.
law-aspect-replacement = متبادل

# The part of a row of the law pack on which a fact rests.
law-aspect-entry-into-force = نفاذ

# The part of a row of the law pack on which a fact rests.
law-aspect-mla-basis = معاہدے کی ضرورت

# The part of a row of the law pack on which a fact rests.
law-aspect-request-language = درخواستوں کی زبان

# The part of a row of the law pack on which a fact rests.
law-aspect-penalty = سزا

# The part of a row of the law pack on which a fact rests.
law-aspect-uncyber-articles = اقوام متحدہ کے سائبر کرائم کنونشن کی دفعات

# The part of a row of the law pack on which a fact rests.
law-aspect-seizable = ورچوئل اثاثوں کو قبضے میں لینا

# Note on every print of an answer about law.
law-not-advice = یہ مسودہ تیار کرنے میں مدد ہے، قانونی مشورہ نہیں۔ ہر حقیقت کو اس کے ماخذ سے ملا کر دیکھیں۔

# An element that an offence adds to the plain conduct.
law-element-substantial-harm = نمایاں نقصان

# An element that an offence adds to the plain conduct.
law-element-security-measure = حفاظتی اقدام پر قابو پایا گیا ہو

# An element that an offence adds to the plain conduct.
law-element-dishonest-intent = بددیانتی کا ارادہ

# An element that an offence adds to the plain conduct.
law-element-harmful-result = نقصان دہ نتیجہ: تلفی، بندش، تبدیلی، نقل

# An element that an offence adds to the plain conduct.
law-element-non-public-communication = مواصلت عام نہیں

# An element that an offence adds to the plain conduct.
law-element-alteration-only = صرف تبدیلی شمار ہوتی ہے

# What the pack has seen of a State's law on one thing.
law-finding-provided = دفعہ موجود ہے

# What the pack has seen of a State's law on one thing.
law-finding-narrower = دفعہ موجود ہے، لیکن سادہ فعل سے زیادہ کا تقاضا کرتی ہے

# What the pack has seen of a State's law on one thing.
law-finding-administrative = صرف انتظامی خلاف ورزی

# What the pack has seen of a State's law on one thing.
law-finding-recalled = کہا جاتا ہے کہ موجود ہے؛ متن کسی نے نہیں دیکھا

# What the pack has seen of a State's law on one thing.
law-finding-not-seen = نہیں دیکھا گیا

# What the pack has seen of a State's law on one thing.
law-finding-not-looked-for = کسی نے تلاش نہیں کیا

# In the place of a number of years: the penalty was not found.
law-penalty-not-seen = نہیں دیکھا گیا

# In the place of a number of years: no imprisonment is provided for.
law-penalty-none = قید نہیں

# In the place of the date of a source.
law-date-unknown = تاریخ نامعلوم

# A State's standing towards a treaty.
law-standing-of-party = فریق

# A State's standing towards a treaty.
law-standing-of-signatory = صرف دستخط کیے

# A State's standing towards a treaty.
law-standing-of-none = ماخذ کی تاریخ تک فریق نہیں

# A State's standing towards a treaty.
law-standing-of-unknown = نہیں ملا

# Title of a page and of a printed table.
law-sheet-compare = متعدد ریاستوں کے جرائم ایک ساتھ

# Title of a page and of a printed table.
law-sheet-gaps = دستاویز کے مقابلے میں ریاست کے قانون میں کیا کمی ہے

# Title of a page and of a printed table.
law-sheet-work-list = دو ریاستوں کے درمیان قابل تصدیق حقائق

# Heading above the sentences that say how to read a table.
law-sheet-reading = اسے کیسے پڑھیں

# Sentence above tables about the law of States.
law-sheet-not-seen = «نہیں دیکھا گیا» کا مطلب ہے کہ قوانین کے مجموعے میں ایسی کوئی دفعہ نہیں۔ اس کا یہ مطلب نہیں کہ قانون میں کوئی دفعہ نہیں۔

# Heading and caption of a table.
law-sheet-offences = دستاویز میں مذکور جرائم

# In the place of a table.
law-sheet-offences-none = قوانین کا مجموعہ اس دستاویز سے جرم کی کوئی قسم نہیں جوڑتا۔

# Heading and caption of a table.
law-sheet-powers = دستاویز کے مطلوبہ اختیارات

# In the place of a table.
law-sheet-powers-none = قوانین کا مجموعہ اس دستاویز سے کوئی اقدام نہیں جوڑتا۔

# Sentence above the list of facts to verify.
law-sheet-work-list-about = ہر وہ حقیقت جس پر دو ریاستوں کے درمیان جواب مبنی ہے اور جو یقینی نہیں؛ جن پر زیادہ انحصار ہے وہ پہلے ہیں۔ متن تلاش کریں، لکھیں کہ وہ کیا کہتا ہے اور کہاں ملا، اور مجموعے میں تبدیلی کرائیں۔

# In the place of the list of facts to verify.
law-sheet-work-list-none = تصدیق کے لیے کچھ باقی نہیں۔

# Heading of a column.
law-column-state = ریاست

# Heading of a column.
law-column-offence = جرم

# Heading of a column.
law-column-provision = دفعہ

# Heading of a column.
law-column-years = زیادہ سے زیادہ سزا، سال

# Heading of a column.
law-column-years-aggravated = سنگین صورت، سال

# Heading of a column.
law-column-elements = سادہ فعل پر اضافہ

# Heading of a column.
law-column-source = ماخذ

# Heading of a column.
law-column-articles = دستاویز کی دفعات

# Heading of a column.
law-column-finding = ریاست کے قانون میں

# Heading of a column.
law-column-threshold = سنگین جرم کی حد

# Heading of a column.
law-column-power = اختیار

# Heading of a column.
law-column-law = قانون اور احکام

# Heading of a column.
law-column-number = نمبر

# Heading of a column.
law-column-fact = مجموعے کی سطر

# Heading of a column.
law-column-uncertain = کیا یقینی نہیں

# Heading of a column.
law-column-needed-for = کس لیے ضروری ہے

# Heading of a column.
law-column-source-now = اس وقت کس پر مبنی ہے

# Heading of an empty column, to be filled in by hand.
law-column-checked = ملا، کہاں، کس نے

# Label of a field above a table.
law-field-states = ریاستیں

# Label of a field above a table.
law-field-state = ریاست

# Label of a field above a table.
law-field-instrument = دستاویز

# Label of a field above a table.
law-field-standing = ریاست کی حیثیت

# Label of a field above a table: the least highest penalty of a serious crime.
law-field-threshold = سنگین جرم کم از کم، سال

# Label of a field above a table.
law-field-from = درخواست کنندہ ریاست

# Label of a field above a table.
law-field-to = درخواست وصول کنندہ ریاست

# Label of a field above a table.
law-field-on = بتاریخ

# Label of a field above a table.
law-field-pack = قوانین کا مجموعہ

# Label of a field above a table.
law-field-compiled = مرتب ہونے کی تاریخ

# Heading of a column: how many measures rest on the fact.
law-column-measures = اقدامات

# Reason, shown beside an answer about law.
law-reason-in-force = دستاویز اس دن نافذ تھی۔

# Reason, shown beside an answer about law.
law-reason-enters-later = دستاویز اس دن کے بعد نافذ ہوئی۔

# Reason, shown beside an answer about law.
law-reason-not-in-force-as-known = جہاں تک ماخذ ظاہر کرتا ہے، دستاویز نافذ نہیں۔

# Reason, shown beside an answer about law.
law-reason-in-force-by = دستاویز ایک معلوم دن تک نافذ ہو چکی تھی؛ صحیح دن معلوم نہیں۔

# Reason, shown beside an answer about law.
law-reason-in-force-seen-undated = ایک ماخذ کہتا ہے کہ دستاویز نافذ ہے، لیکن تاریخ نہیں دیتا۔

# Reason, shown beside an answer about law.
law-reason-entry-date-approximate = نفاذ کا صرف مہینہ یا سال معلوم ہے، اور وہ دن اسی میں ہے۔

# Reason, shown beside an answer about law.
law-reason-entry-date-unknown = نفاذ کی تاریخ نہیں دیکھی گئی۔

# Reason, shown beside an answer about law.
law-reason-not-adopted-yet = دستاویز ابھی منظور نہیں ہوئی تھی۔

# Reason, shown beside an answer about law.
law-reason-party-since = ریاست اس دن فریق تھی۔

# Reason, shown beside an answer about law.
law-reason-party-date-unknown = ریاست فریق ہے؛ فریق بننے کا دن نہیں دیکھا گیا۔

# Reason, shown beside an answer about law.
law-reason-consent-later = دستاویز ابھی ریاست کے لیے نافذ نہیں تھی۔

# Reason, shown beside an answer about law.
law-reason-consent-recent = ریاست نے اس سے کچھ ہی پہلے رضامندی دی؛ معلوم نہیں کہ دستاویز اس کے لیے نافذ ہو چکی تھی یا نہیں۔

# Reason, shown beside an answer about law.
law-reason-consent-approximate = ریاست کی رضامندی کا صرف مہینہ یا سال معلوم ہے، اور وہ دن اسی میں ہے۔

# Reason, shown beside an answer about law.
law-reason-party-seen-later = جو ماخذ ریاست کو فریق کہتا ہے وہ اس دن سے نیا ہے۔

# Reason, shown beside an answer about law.
law-reason-signed-only = ریاست نے دستخط کیے؛ اس کا پابند ہونا نہیں دیکھا گیا۔

# Reason, shown beside an answer about law.
law-reason-not-party = جہاں تک ماخذ ظاہر کرتا ہے، ریاست فریق نہیں۔

# Reason, shown beside an answer about law.
law-reason-standing-unknown = نہیں ملا کہ ریاست فریق ہے یا نہیں۔

# Reason, shown beside an answer about law.
law-reason-standing-not-looked-up = کسی نے تلاش نہیں کیا کہ ریاست فریق ہے یا نہیں۔

# Reason, shown beside an answer about law.
law-reason-declaration-made = ریاست نے اعلامیہ یا تحفظ پیش کیا ہے، جسے پڑھنا لازم ہے۔

# Reason, shown beside an answer about law.
law-reason-replaced = دونوں ریاستوں کے درمیان نافذ ایک اور دستاویز اس کی جگہ لیتی ہے۔

# Reason, shown beside an answer about law.
law-reason-maybe-replaced = ہو سکتا ہے کوئی اور دستاویز اس کی جگہ لے؛ یہ یقینی نہیں۔

# Reason, shown beside an answer about law.
law-reason-articles-provide = اس میں اس اقدام کے بارے میں دفعات ہیں۔

# Reason, shown beside an answer about law.
law-reason-general-clause-carries = معاونت کا عمومی فرض اس اقدام پر محیط ہے۔

# Reason, shown beside an answer about law.
law-reason-general-clause-may-be-asked = یہ اس اقدام کا پابند نہیں کرتی؛ اس کی عمومی شق اسے طلب کرنے کی اجازت دیتی ہے۔

# Reason, shown beside an answer about law.
law-reason-topic-not-checked = کسی نے جانچ نہیں کی کہ اس میں یہ اقدام شامل ہے یا نہیں۔

# Reason, shown beside an answer about law.
law-reason-text-not-read = اس معاہدے کا متن نہیں پڑھا گیا۔

# Reason, shown beside an answer about law.
law-reason-not-provided-as-known = جہاں تک معلوم ہے، اس میں یہ اقدام شامل نہیں۔

# Reason, shown beside an answer about law.
law-reason-any-offence = یہ ہر فوجداری معاملے پر لاگو ہے۔

# Reason, shown beside an answer about law.
law-reason-listed-offence = اس میں یہ جرم مذکور ہے۔

# Reason, shown beside an answer about law.
law-reason-threshold-met = جرم کی زیادہ سے زیادہ سزا اس کی حد تک پہنچتی ہے۔

# Reason, shown beside an answer about law.
law-reason-threshold-met-if-aggravated = صرف سنگین صورت، یا اس قسم کا کوئی اور جرم، اس کی حد تک پہنچتا ہے۔

# Reason, shown beside an answer about law.
law-reason-threshold-not-met = جرم کی زیادہ سے زیادہ سزا اس کی حد سے کم ہے: اس جرم کے لیے اس کا حوالہ نہ دیں۔

# Reason, shown beside an answer about law.
law-reason-penalty-unknown = جرم کی زیادہ سے زیادہ سزا نہیں دیکھی گئی۔

# Reason, shown beside an answer about law.
law-reason-offence-not-listed = اس میں یہ جرم مذکور نہیں۔

# Reason, shown beside an answer about law.
law-reason-scope-not-sorted = یہ طے نہیں کیا گیا کہ یہ کن جرائم پر لاگو ہے۔

# Reason, shown beside an answer about law.
law-reason-no-offence-named = کوئی جرم مذکور نہیں، اس لیے نہیں کہا جا سکتا کہ یہ لاگو ہے یا نہیں۔

# Reason, shown beside an answer about law.
law-reason-scope-needs-person = یہ جرم سے زیادہ کا تقاضا کرتی ہے: اس کا دائرہ پڑھیں اور حقائق سے ملائیں۔

# Reason, shown beside an answer about law.
law-reason-dual-elements-match = دونوں دفعات فوجداری ہیں، اور درخواست وصول کنندہ ریاست کی دفعہ آپ کی دفعہ سے زیادہ کا تقاضا نہیں کرتی۔

# Reason, shown beside an answer about law.
law-reason-dual-elements-not-examined = دونوں دفعات فوجداری ہیں؛ کسی نے جانچ نہیں کی کہ درخواست وصول کنندہ ریاست کی دفعہ سادہ فعل سے زیادہ کیا چاہتی ہے۔ دونوں متن پڑھیں۔

# Reason, shown beside an answer about law.
law-reason-dual-facts-must-show = درخواست وصول کنندہ ریاست کی دفعہ آپ کی دفعہ سے زیادہ کا تقاضا کرتی ہے: حقائق سے یہ ظاہر ہونا لازم ہے۔

# Reason, shown beside an answer about law.
law-reason-dual-administrative-there = درخواست وصول کنندہ ریاست میں یہ انتظامی خلاف ورزی ہے، جو شاذ و نادر ہی کافی ہوتی ہے۔

# Reason, shown beside an answer about law.
law-reason-dual-administrative-here = خود درخواست کنندہ ریاست میں یہ انتظامی خلاف ورزی ہے۔

# Reason, shown beside an answer about law.
law-reason-dual-not-seen-there = مجموعے میں اس کے لیے درخواست وصول کنندہ ریاست کی کوئی دفعہ نہیں؛ اس کا یہ مطلب نہیں کہ کوئی دفعہ ہے ہی نہیں۔

# Reason, shown beside an answer about law.
law-reason-dual-not-seen-here = مجموعے میں اس کے لیے درخواست کنندہ ریاست کی کوئی دفعہ نہیں؛ اس کا یہ مطلب نہیں کہ کوئی دفعہ ہے ہی نہیں۔

# Reason, shown beside an answer about law.
law-reason-instrument-obliges = ایک نافذ دستاویز درخواست وصول کنندہ ریاست کو پابند کرتی ہے۔

# Reason, shown beside an answer about law.
law-reason-no-instrument-obliges = جہاں تک معلوم ہے، کوئی دستاویز درخواست وصول کنندہ ریاست کو پابند نہیں کرتی۔

# Reason, shown beside an answer about law.
law-reason-no-instrument-known-to-oblige = کوئی ایسی دستاویز معلوم نہیں جو درخواست وصول کنندہ ریاست کو پابند کرے؛ دونوں کے درمیان بعض دستاویزات پڑھی نہیں گئیں یا یقینی نہیں۔

# Reason, shown beside an answer about law.
law-reason-reciprocity-open = درخواست وصول کنندہ ریاست باہمی برتاؤ کے اصول پر مدد کر سکتی ہے۔

# Reason, shown beside an answer about law.
law-reason-treaty-needed = درخواست وصول کنندہ ریاست کا قانون معاہدے کا تقاضا کرتا ہے۔

# Reason, shown beside an answer about law.
law-reason-reciprocity-unknown = نہیں ملا کہ درخواست وصول کنندہ ریاست معاہدے کے بغیر مدد کرتی ہے یا نہیں۔

# Reason, shown beside an answer about law.
law-reason-domestic-provision = درخواست وصول کنندہ ریاست کے اپنے قانون میں اس اقدام کے لیے دفعہ موجود ہے۔

# Reason, shown beside an answer about law.
law-reason-network-of-both = دونوں ریاستیں اس نیٹ ورک میں شامل ہیں۔

# Reason, shown beside an answer about law.
law-reason-network-membership-not-seen = دونوں ریاستوں کا اس نیٹ ورک میں شامل ہونا نہیں دیکھا گیا۔

# Reason, shown beside an answer about law.
law-reason-network-not-of-both = دونوں میں سے ایک ریاست اس نیٹ ورک میں شامل نہیں۔

# Reason, shown beside an answer about law.
law-reason-police-information-only = یہ پولیس کی معلومات پہنچاتا ہے، جو شہادت نہیں۔

# Reason, shown beside an answer about law.
law-reason-intelligence-only = یہ انٹیلی جنس پہنچاتا ہے، جو صرف رضامندی سے شہادت بنتی ہے۔

# Reason, shown beside an answer about law.
law-reason-provider-voluntary = سروس فراہم کرنے والا ادارہ اپنی مرضی سے عمل کر سکتا ہے؛ کوئی چیز اسے پابند نہیں کرتی۔

# Reason, shown beside an answer about law.
law-reason-named-for-instrument = یہ اتھارٹی دستاویز کے لیے نامزد ہے۔

# Reason, shown beside an answer about law.
law-reason-not-named-for-instrument = یہ مرکزی اتھارٹی یا ذریعہ ہے، لیکن دستاویز کے لیے اس کی نامزدگی نہیں دیکھی گئی۔

# Reason, shown beside an answer about law.
law-reason-addressee-unknown = مخاطب اتھارٹی نہیں ملی؛ بھیجنے سے پہلے پوچھ لیں۔

# Reason, shown beside an answer about law.
law-reason-language-unknown = وہ زبان نہیں ملی جس میں درخواست وصول کنندہ ریاست درخواستیں قبول کرتی ہے۔

# Reason, shown beside an answer about law.
law-reason-seizable-unknown = نہیں ملا کہ درخواست وصول کنندہ ریاست کا قانون ورچوئل اثاثوں کو قبضے میں لینے کی اجازت دیتا ہے یا نہیں۔

# Reason, shown beside an answer about law.
law-reason-row-unverified = یہ حقیقت تصدیق شدہ نہیں۔
