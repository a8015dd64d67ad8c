### The words of printed tables about law. The comments for translators are those of the English file. What is not here is for screens.
### Not reviewed by a jurist or native translator of any authority: see review.toml.

# Beside each legal fact: how sure it is.
law-confidence-verified = Манбада тасдиқланган

# Beside each legal fact: how sure it is.
law-confidence-unverified = Тасдиқланмаган

# The kind of liability for an offence.
law-liability-criminal = Жиноий

# The kind of liability for an offence.
law-liability-administrative = Маъмурий

# The part of a row of the law pack on which a fact rests.
law-aspect-row = Сатр

# The part of a row of the law pack on which a fact rests.
law-aspect-articles = Моддалар

# The part of a row of the law pack on which a fact rests.
law-aspect-replacement = Алмаштириш

# The part of a row of the law pack on which a fact rests.
law-aspect-entry-into-force = Кучга кириши

# The part of a row of the law pack on which a fact rests.
law-aspect-mla-basis = Шартнома зарурлиги

# The part of a row of the law pack on which a fact rests.
law-aspect-request-language = Сўровлар тили

# The part of a row of the law pack on which a fact rests.
law-aspect-penalty = Жазо

# The part of a row of the law pack on which a fact rests.
law-aspect-uncyber-articles = БМТнинг Кибержиноятчиликка қарши конвенцияси моддалари

# The part of a row of the law pack on which a fact rests.
law-aspect-seizable = Крипто-активларни хатлаш

# Note on every print of an answer about law.
law-not-advice = Лойиҳа тузиш учун ёрдамчи восита, юридик маслаҳат эмас. Ҳар бир маълумотни манбаси билан солиштиринг.

# An element that an offence adds to the plain conduct.
law-element-substantial-harm = Жиддий зарар

# An element that an offence adds to the plain conduct.
law-element-security-measure = Хавфсизлик чораси енгиб ўтилган

# An element that an offence adds to the plain conduct.
law-element-dishonest-intent = Ғаразли ният

# An element that an offence adds to the plain conduct.
law-element-harmful-result = Зарарли оқибат: йўқ қилиш, тўсиб қўйиш, ўзгартириш, нусха олиш

# An element that an offence adds to the plain conduct.
law-element-non-public-communication = Хабарлашув оммавий эмас

# An element that an offence adds to the plain conduct.
law-element-alteration-only = Фақат ўзгартириш ҳисобга олинади

# What the pack has seen of a State's law on one thing.
law-finding-provided = Норма бор

# What the pack has seen of a State's law on one thing.
law-finding-narrower = Норма бор, лекин оддий ҳаракатдан кўпроқ талаб қилади

# What the pack has seen of a State's law on one thing.
law-finding-administrative = Фақат маъмурий ҳуқуқбузарлик

# What the pack has seen of a State's law on one thing.
law-finding-recalled = Бор дейилади; матнини ҳеч ким кўрмаган

# What the pack has seen of a State's law on one thing.
law-finding-not-seen = Кўрилмаган

# What the pack has seen of a State's law on one thing.
law-finding-not-looked-for = Ҳеч ким изламаган

# In the place of a number of years: the penalty was not found.
law-penalty-not-seen = Кўрилмаган

# In the place of a number of years: no imprisonment is provided for.
law-penalty-none = Озодликдан маҳрум қилиш йўқ

# In the place of the date of a source.
law-date-unknown = Санаси номаълум

# A State's standing towards a treaty.
law-standing-of-party = Иштирокчи

# A State's standing towards a treaty.
law-standing-of-signatory = Фақат имзолаган

# A State's standing towards a treaty.
law-standing-of-none = Манба санасига кўра иштирокчи эмас

# A State's standing towards a treaty.
law-standing-of-unknown = Топилмади

# Title of a page and of a printed table.
law-sheet-compare = Бир неча давлатнинг жиноятлари ёнма-ён

# Title of a page and of a printed table.
law-sheet-gaps = Ҳужжатга нисбатан давлат қонунида нима етишмайди

# Title of a page and of a printed table.
law-sheet-work-list = Икки давлат ўртасида текшириладиган маълумотлар

# Heading above the sentences that say how to read a table.
law-sheet-reading = Буни қандай ўқиш керак

# Sentence above tables about the law of States.
law-sheet-not-seen = «Кўрилмаган» дегани — қонунлар тўпламида бундай норма йўқ. Бу қонунда норма йўқ деганини билдирмайди.

# Heading and caption of a table.
law-sheet-offences = Ҳужжатда номланган жиноятлар

# In the place of a table.
law-sheet-offences-none = Қонунлар тўплами бу ҳужжатга ҳеч бир жиноят турини боғламайди.

# Heading and caption of a table.
law-sheet-powers = Ҳужжат талаб қиладиган ваколатлар

# In the place of a table.
law-sheet-powers-none = Қонунлар тўплами бу ҳужжатга ҳеч бир чорани боғламайди.

# Sentence above the list of facts to verify.
law-sheet-work-list-about = Икки давлат ўртасидаги жавоб асосланган, лекин аниқ бўлмаган ҳар бир маълумот; энг кўп асос бўлганлари биринчи туради. Матнни топинг, унда нима дейилганини ва қаердан топганингизни ёзиб олинг, сўнг тўпламни ўзгартиришни сўранг.

# In the place of the list of facts to verify.
law-sheet-work-list-none = Текшириладиган ҳеч нарса қолмади.

# Heading of a column.
law-column-state = Давлат

# Heading of a column.
law-column-offence = Жиноят

# Heading of a column.
law-column-provision = Норма

# Heading of a column.
law-column-years = Энг юқори жазо, йил

# Heading of a column.
law-column-years-aggravated = Оғирлаштирилган тури, йил

# Heading of a column.
law-column-elements = Оддий ҳаракатга қўшади

# Heading of a column.
law-column-source = Манба

# Heading of a column.
law-column-articles = Ҳужжат моддалари

# Heading of a column.
law-column-finding = Давлат қонунида

# Heading of a column.
law-column-threshold = Оғир жиноят чегараси

# Heading of a column.
law-column-power = Ваколат

# Heading of a column.
law-column-law = Қонун ва қоидалар

# Heading of a column.
law-column-number = №

# Heading of a column.
law-column-fact = Тўплам сатри

# Heading of a column.
law-column-uncertain = Нима аниқ эмас

# Heading of a column.
law-column-needed-for = Нима учун керак

# Heading of a column.
law-column-source-now = Ҳозир нимага асосланган

# Heading of an empty column, to be filled in by hand.
law-column-checked = Топилди, қаерда, ким топди

# Label of a field above a table.
law-field-states = Давлатлар

# Label of a field above a table.
law-field-state = Давлат

# Label of a field above a table.
law-field-instrument = Ҳужжат

# Label of a field above a table.
law-field-standing = Давлатнинг мақоми

# Label of a field above a table: the least highest penalty of a serious crime.
law-field-threshold = Оғир жиноят, энг ками, йил

# Label of a field above a table.
law-field-from = Сўров бераётган давлат

# Label of a field above a table.
law-field-to = Сўров берилаётган давлат

# Label of a field above a table.
law-field-on = Қайси кунга

# Label of a field above a table.
law-field-pack = Қонунлар тўплами

# Label of a field above a table.
law-field-compiled = Тузилган сана

# Heading of a column: how many measures rest on the fact.
law-column-measures = Чоралар

# Reason, shown beside an answer about law.
law-reason-in-force = Ҳужжат шу куни амалда бўлган.

# Reason, shown beside an answer about law.
law-reason-enters-later = Ҳужжат шу кундан кейин кучга кирган.

# Reason, shown beside an answer about law.
law-reason-not-in-force-as-known = Манба кўрсатишича, ҳужжат амалда эмас.

# Reason, shown beside an answer about law.
law-reason-in-force-by = Ҳужжат маълум кунга келиб амалда бўлган; аниқ куни номаълум.

# Reason, shown beside an answer about law.
law-reason-in-force-seen-undated = Манба ҳужжат амалда эканини айтади, лекин санасини бермайди.

# Reason, shown beside an answer about law.
law-reason-entry-date-approximate = Кучга кирган ойи ёки йили маълум, холос, ва шу кун унинг ичида.

# Reason, shown beside an answer about law.
law-reason-entry-date-unknown = Кучга кирган санаси кўрилмаган.

# Reason, shown beside an answer about law.
law-reason-not-adopted-yet = Ҳужжат ҳали қабул қилинмаган эди.

# Reason, shown beside an answer about law.
law-reason-party-since = Давлат шу куни иштирокчи бўлган.

# Reason, shown beside an answer about law.
law-reason-party-date-unknown = Давлат иштирокчи; иштирокчи бўлган куни кўрилмаган.

# Reason, shown beside an answer about law.
law-reason-consent-later = Ҳужжат бу давлат учун ҳали амалда эмас эди.

# Reason, shown beside an answer about law.
law-reason-consent-recent = Давлат ундан сал олдин розилик берган; ҳужжат у учун амалда бўлгани номаълум.

# Reason, shown beside an answer about law.
law-reason-consent-approximate = Давлат розилигининг ойи ёки йили маълум, холос, ва шу кун унинг ичида.

# Reason, shown beside an answer about law.
law-reason-party-seen-later = Давлатни иштирокчи деб атайдиган манба шу кундан кейинги.

# Reason, shown beside an answer about law.
law-reason-signed-only = Давлат имзолаган; унинг мажбурлиги кўрилмаган.

# Reason, shown beside an answer about law.
law-reason-not-party = Манба кўрсатишича, давлат иштирокчи эмас.

# Reason, shown beside an answer about law.
law-reason-standing-unknown = Давлат иштирокчи экани топилмади.

# Reason, shown beside an answer about law.
law-reason-standing-not-looked-up = Давлат иштирокчи эканини ҳеч ким изламаган.

# Reason, shown beside an answer about law.
law-reason-declaration-made = Давлат баёнот ёки изоҳ билдирган, уни ўқиш керак.

# Reason, shown beside an answer about law.
law-reason-replaced = Икки давлат ўртасида амалдаги бошқа ҳужжат унинг ўрнини босади.

# Reason, shown beside an answer about law.
law-reason-maybe-replaced = Унинг ўрнини бошқа ҳужжат босиши мумкин; бу аниқ эмас.

# Reason, shown beside an answer about law.
law-reason-articles-provide = Унда ушбу чора тўғрисида моддалар бор.

# Reason, shown beside an answer about law.
law-reason-general-clause-carries = Ёрдам кўрсатишнинг умумий мажбурияти ушбу чорани қамраб олади.

# Reason, shown beside an answer about law.
law-reason-general-clause-may-be-asked = У ушбу чорага мажбур қилмайди; умумий қоидаси уни сўрашга имкон беради.

# Reason, shown beside an answer about law.
law-reason-topic-not-checked = У ушбу чорани назарда тутишини ҳеч ким текширмаган.

# Reason, shown beside an answer about law.
law-reason-text-not-read = Бу шартноманинг матни ўқилмаган.

# Reason, shown beside an answer about law.
law-reason-not-provided-as-known = Маълум бўлишича, у ушбу чорани назарда тутмайди.

# Reason, shown beside an answer about law.
law-reason-any-offence = У ҳар қандай жиноят иши бўйича қўлланади.

# Reason, shown beside an answer about law.
law-reason-listed-offence = Унда бу жиноят номланган.

# Reason, shown beside an answer about law.
law-reason-threshold-met = Жиноятнинг энг юқори жазоси унинг чегарасига етади.

# Reason, shown beside an answer about law.
law-reason-threshold-met-if-aggravated = Фақат оғирлаштирилган тури ёки тоифадаги бошқа жиноят унинг чегарасига етади.

# Reason, shown beside an answer about law.
law-reason-threshold-not-met = Жиноятнинг энг юқори жазоси унинг чегарасидан паст: бу жиноят учун унга ҳавола қилманг.

# Reason, shown beside an answer about law.
law-reason-penalty-unknown = Жиноятнинг энг юқори жазоси кўрилмаган.

# Reason, shown beside an answer about law.
law-reason-offence-not-listed = Унда бу жиноят номланмаган.

# Reason, shown beside an answer about law.
law-reason-scope-not-sorted = Унинг қайси жиноятларга қўлланиши аниқланмаган.

# Reason, shown beside an answer about law.
law-reason-no-offence-named = Жиноят номланмаган, шунинг учун унинг қўлланишини айтиб бўлмайди.

# Reason, shown beside an answer about law.
law-reason-scope-needs-person = У жиноятнинг ўзидан кўпроқ талаб қилади: қўлланиш доирасини ўқинг ва ҳолатлар билан солиштиринг.

# Reason, shown beside an answer about law.
law-reason-dual-elements-match = Иккала норма ҳам жиноий, сўров берилаётган давлатники сизникидан ортиқ нарса талаб қилмайди.

# Reason, shown beside an answer about law.
law-reason-dual-elements-not-examined = Иккала норма ҳам жиноий; сўров берилаётган давлатники оддий ҳаракатдан ташқари нима талаб қилишини ҳеч ким текширмаган. Иккала матнни ҳам ўқинг.

# Reason, shown beside an answer about law.
law-reason-dual-facts-must-show = Сўров берилаётган давлат нормаси сизникидан кўпроқ талаб қилади: ҳолатлар буни кўрсатиши керак.

# Reason, shown beside an answer about law.
law-reason-dual-administrative-there = Сўров берилаётган давлатда бу маъмурий ҳуқуқбузарлик бўлиб, у камдан-кам етарли бўлади.

# Reason, shown beside an answer about law.
law-reason-dual-administrative-here = Сўров бераётган давлатнинг ўзида бу маъмурий ҳуқуқбузарлик.

# Reason, shown beside an answer about law.
law-reason-dual-not-seen-there = Тўпламда бу учун сўров берилаётган давлат нормаси йўқ; бу норма умуман йўқ деганини билдирмайди.

# Reason, shown beside an answer about law.
law-reason-dual-not-seen-here = Тўпламда бу учун сўров бераётган давлат нормаси йўқ; бу норма умуман йўқ деганини билдирмайди.

# Reason, shown beside an answer about law.
law-reason-instrument-obliges = Амалдаги ҳужжат сўров берилаётган давлатни мажбур қилади.

# Reason, shown beside an answer about law.
law-reason-no-instrument-obliges = Маълум бўлишича, сўров берилаётган давлатни ҳеч бир ҳужжат мажбур қилмайди.

# Reason, shown beside an answer about law.
law-reason-no-instrument-known-to-oblige = Сўров берилаётган давлатни мажбур қиладиган ҳужжат маълум эмас; икки давлат ўртасидаги айрим ҳужжатлар ўқилмаган ёки аниқ эмас.

# Reason, shown beside an answer about law.
law-reason-reciprocity-open = Сўров берилаётган давлат ўзаролик принципи бўйича ёрдам бера олади.

# Reason, shown beside an answer about law.
law-reason-treaty-needed = Сўров берилаётган давлат қонуни шартнома талаб қилади.

# Reason, shown beside an answer about law.
law-reason-reciprocity-unknown = Сўров берилаётган давлат шартномасиз ёрдам бериши топилмади.

# Reason, shown beside an answer about law.
law-reason-domestic-provision = Сўров берилаётган давлатнинг ўз қонунида ушбу чора учун норма бор.

# Reason, shown beside an answer about law.
law-reason-network-of-both = Иккала давлат ҳам бу тармоққа киради.

# Reason, shown beside an answer about law.
law-reason-network-membership-not-seen = Иккала давлат ҳам бу тармоққа кириши кўрилмаган.

# Reason, shown beside an answer about law.
law-reason-network-not-of-both = Икки давлатдан бири бу тармоққа кирмайди.

# Reason, shown beside an answer about law.
law-reason-police-information-only = У полиция ахборотини узатади, у эса далил эмас.

# Reason, shown beside an answer about law.
law-reason-intelligence-only = У тезкор ахборотни узатади, у фақат розилик билан далил бўлади.

# Reason, shown beside an answer about law.
law-reason-provider-voluntary = Провайдер ўз хоҳиши билан ҳаракат қилиши мумкин; уни ҳеч нарса мажбур қилмайди.

# Reason, shown beside an answer about law.
law-reason-named-for-instrument = Бу орган ҳужжат учун тайинланган.

# Reason, shown beside an answer about law.
law-reason-not-named-for-instrument = Бу марказий орган ёки канал, лекин унинг ҳужжат учун тайинлангани кўрилмаган.

# Reason, shown beside an answer about law.
law-reason-addressee-unknown = Мурожаат қилинадиган орган топилмади; юборишдан олдин сўранг.

# Reason, shown beside an answer about law.
law-reason-language-unknown = Сўров берилаётган давлат сўровларни қайси тилда қабул қилиши топилмади.

# Reason, shown beside an answer about law.
law-reason-seizable-unknown = Сўров берилаётган давлат қонуни крипто-активларни хатлашга йўл қўйиши топилмади.

# Reason, shown beside an answer about law.
law-reason-row-unverified = Бу маълумот тасдиқланмаган.
