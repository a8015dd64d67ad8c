### The words of printed tables about law. The comments for translators are those of the English file. What is not here is for screens.
### Not reviewed by a jurist or native translator of any authority: see review.toml.

# Beside each legal fact: how sure it is.
law-confidence-verified = Дар манбаъ тасдиқ шудааст

# Beside each legal fact: how sure it is.
law-confidence-unverified = Тасдиқ нашудааст

# The kind of liability for an offence.
law-liability-criminal = Ҷиноятӣ

# The kind of liability for an offence.
law-liability-administrative = Маъмурӣ

# The part of a row of the law pack on which a fact rests.
law-aspect-row = Сатр

# The part of a row of the law pack on which a fact rests.
law-aspect-articles = Моддаҳо

# The part of a row of the law pack on which a fact rests.
law-aspect-replacement = Ивазкунӣ

# The part of a row of the law pack on which a fact rests.
law-aspect-entry-into-force = Эътибор пайдо кардан

# The part of a row of the law pack on which a fact rests.
law-aspect-mla-basis = Зарурати шартнома

# The part of a row of the law pack on which a fact rests.
law-aspect-request-language = Забони дархостҳо

# The part of a row of the law pack on which a fact rests.
law-aspect-penalty = Ҷазо

# The part of a row of the law pack on which a fact rests.
law-aspect-uncyber-articles = Моддаҳои Конвенсияи СММ бар зидди ҷиноятҳои киберӣ

# The part of a row of the law pack on which a fact rests.
law-aspect-seizable = Ҳабси дороиҳои виртуалӣ

# Note on every print of an answer about law.
law-not-advice = Воситаи ёрирасони таҳия аст, на машварати ҳуқуқӣ. Ҳар маълумотро бо манбаи он санҷед.

# An element that an offence adds to the plain conduct.
law-element-substantial-harm = Зарари ҷиддӣ

# An element that an offence adds to the plain conduct.
law-element-security-measure = Чораи амният бартараф карда мешавад

# An element that an offence adds to the plain conduct.
law-element-dishonest-intent = Қасди ғаразнок

# An element that an offence adds to the plain conduct.
law-element-harmful-result = Оқибати зараровар: нобуд кардан, бастан, тағйир додан, нусхабардорӣ

# An element that an offence adds to the plain conduct.
law-element-non-public-communication = Алоқа оммавӣ нест

# An element that an offence adds to the plain conduct.
law-element-alteration-only = Танҳо тағйир ба ҳисоб гирифта мешавад

# What the pack has seen of a State's law on one thing.
law-finding-provided = Муқаррарот ҳаст

# What the pack has seen of a State's law on one thing.
law-finding-narrower = Муқаррарот ҳаст, вале аз кирдори оддӣ бештар талаб мекунад

# What the pack has seen of a State's law on one thing.
law-finding-administrative = Танҳо ҳуқуқвайронкунии маъмурӣ

# What the pack has seen of a State's law on one thing.
law-finding-recalled = Гуфта мешавад, ки ҳаст; матнро касе надидааст

# What the pack has seen of a State's law on one thing.
law-finding-not-seen = Дида нашудааст

# What the pack has seen of a State's law on one thing.
law-finding-not-looked-for = Касе ҷустуҷӯ накардааст

# In the place of a number of years: the penalty was not found.
law-penalty-not-seen = Дида нашудааст

# In the place of a number of years: no imprisonment is provided for.
law-penalty-none = Маҳрум сохтан аз озодӣ нест

# In the place of the date of a source.
law-date-unknown = Сана номаълум

# A State's standing towards a treaty.
law-standing-of-party = Иштирокчӣ

# A State's standing towards a treaty.
law-standing-of-signatory = Танҳо имзо кардааст

# A State's standing towards a treaty.
law-standing-of-none = Дар санаи манбаъ иштирокчӣ нест

# A State's standing towards a treaty.
law-standing-of-unknown = Ёфт нашуд

# Title of a page and of a printed table.
law-sheet-compare = Ҷиноятҳои якчанд давлат дар паҳлӯи ҳам

# Title of a page and of a printed table.
law-sheet-gaps = Дар қонуни давлат нисбат ба санад чӣ намерасад

# Title of a page and of a printed table.
law-sheet-work-list = Маълумоти санҷидашаванда байни ду давлат

# Heading above the sentences that say how to read a table.
law-sheet-reading = Инро чӣ тавр бояд хонд

# Sentence above tables about the law of States.
law-sheet-not-seen = «Дида нашудааст» маънои онро дорад, ки бастаи қонунҳо чунин муқаррарот надорад. Ин маънои онро надорад, ки қонун онро надорад.

# Heading and caption of a table.
law-sheet-offences = Ҷиноятҳое, ки санад номбар мекунад

# In the place of a table.
law-sheet-offences-none = Бастаи қонунҳо ягон навъи ҷиноятро ба ин санад намепайвандад.

# Heading and caption of a table.
law-sheet-powers = Ваколатҳое, ки санад талаб мекунад

# In the place of a table.
law-sheet-powers-none = Бастаи қонунҳо ягон чораро ба ин санад намепайвандад.

# Sentence above the list of facts to verify.
law-sheet-work-list-about = Ҳар маълумоте, ки ҷавоби байни ду давлат ба он такя мекунад ва боэътимод нест; аввал онҳое меоянд, ки чизи бештар ба онҳо такя мекунад. Матнро ёбед, нависед, ки он чӣ мегӯяд ва дар куҷо ёфтед, ва тағйири бастаро хоҳиш кунед.

# In the place of the list of facts to verify.
law-sheet-work-list-none = Чизе барои санҷидан намондааст.

# Heading of a column.
law-column-state = Давлат

# Heading of a column.
law-column-offence = Ҷиноят

# Heading of a column.
law-column-provision = Муқаррарот

# Heading of a column.
law-column-years = Ҷазои ниҳоӣ, солҳо

# Heading of a column.
law-column-years-aggravated = Шакли вазнин, солҳо

# Heading of a column.
law-column-elements = Ба кирдори оддӣ илова мекунад

# Heading of a column.
law-column-source = Манбаъ

# Heading of a column.
law-column-articles = Моддаҳои санад

# Heading of a column.
law-column-finding = Дар қонуни давлат

# Heading of a column.
law-column-threshold = Ҳадди ҷинояти вазнин

# Heading of a column.
law-column-power = Ваколат

# Heading of a column.
law-column-law = Қонун ва муқаррарот

# Heading of a column.
law-column-number = Рақам

# Heading of a column.
law-column-fact = Сатри баста

# Heading of a column.
law-column-uncertain = Чӣ боэътимод нест

# Heading of a column.
law-column-needed-for = Барои чӣ лозим аст

# Heading of a column.
law-column-source-now = Ҳоло ба чӣ такя мекунад

# Heading of an empty column, to be filled in by hand.
law-column-checked = Ёфт шуд, дар куҷо, аз ҷониби кӣ

# Label of a field above a table.
law-field-states = Давлатҳо

# Label of a field above a table.
law-field-state = Давлат

# Label of a field above a table.
law-field-instrument = Санад

# Label of a field above a table.
law-field-standing = Мақоми давлат

# Label of a field above a table: the least highest penalty of a serious crime.
law-field-threshold = Ҷинояти вазнин аз, солҳо

# Label of a field above a table.
law-field-from = Давлати дархосткунанда

# Label of a field above a table.
law-field-to = Давлати дархостшаванда

# Label of a field above a table.
law-field-on = Дар рӯзи

# Label of a field above a table.
law-field-pack = Бастаи қонунҳо

# Label of a field above a table.
law-field-compiled = Санаи тартиб додан

# Heading of a column: how many measures rest on the fact.
law-column-measures = Чораҳо

# Reason, shown beside an answer about law.
law-reason-in-force = Санад дар он рӯз эътибор дошт.

# Reason, shown beside an answer about law.
law-reason-enters-later = Санад баъд аз он рӯз эътибор пайдо кард.

# Reason, shown beside an answer about law.
law-reason-not-in-force-as-known = Санад, то ҷое ки манбаъ нишон медиҳад, эътибор надорад.

# Reason, shown beside an answer about law.
law-reason-in-force-by = Санад то рӯзи маълум эътибор дошт; рӯзи аниқ маълум нест.

# Reason, shown beside an answer about law.
law-reason-in-force-seen-undated = Манбаъ мегӯяд, ки санад эътибор дорад, вале сана намедиҳад.

# Reason, shown beside an answer about law.
law-reason-entry-date-approximate = Танҳо моҳ ё соли эътибор пайдо кардан маълум аст ва он рӯз дар ҳамон меафтад.

# Reason, shown beside an answer about law.
law-reason-entry-date-unknown = Санаи эътибор пайдо кардан дида нашудааст.

# Reason, shown beside an answer about law.
law-reason-not-adopted-yet = Санад ҳанӯз қабул нашуда буд.

# Reason, shown beside an answer about law.
law-reason-party-since = Давлат дар он рӯз иштирокчӣ буд.

# Reason, shown beside an answer about law.
law-reason-party-date-unknown = Давлат иштирокчӣ аст; рӯзи иштирокчӣ шудан дида нашудааст.

# Reason, shown beside an answer about law.
law-reason-consent-later = Санад ҳанӯз барои давлат эътибор надошт.

# Reason, shown beside an answer about law.
law-reason-consent-recent = Давлат андаке пеш аз он розигӣ дод; маълум нест, ки санад барои он аллакай эътибор дошт ё не.

# Reason, shown beside an answer about law.
law-reason-consent-approximate = Танҳо моҳ ё соли розигии давлат маълум аст ва он рӯз дар ҳамон меафтад.

# Reason, shown beside an answer about law.
law-reason-party-seen-later = Манбае, ки давлатро иштирокчӣ меномад, аз он рӯз дертар аст.

# Reason, shown beside an answer about law.
law-reason-signed-only = Давлат имзо кардааст; вазифадор будани он дида нашудааст.

# Reason, shown beside an answer about law.
law-reason-not-party = Давлат, то ҷое ки манбаъ нишон медиҳад, иштирокчӣ нест.

# Reason, shown beside an answer about law.
law-reason-standing-unknown = Иштирокчӣ будани давлат ёфт нашуд.

# Reason, shown beside an answer about law.
law-reason-standing-not-looked-up = Касе иштирокчӣ будани давлатро ҷустуҷӯ накардааст.

# Reason, shown beside an answer about law.
law-reason-declaration-made = Давлат баёнот ё қайду шарт кардааст, ки бояд хонда шавад.

# Reason, shown beside an answer about law.
law-reason-replaced = Санади дигаре, ки байни ду давлат эътибор дорад, ҷойи онро мегирад.

# Reason, shown beside an answer about law.
law-reason-maybe-replaced = Шояд санади дигар ҷойи онро гирад; ин боэътимод нест.

# Reason, shown beside an answer about law.
law-reason-articles-provide = Оид ба ин чора моддаҳо дорад.

# Reason, shown beside an answer about law.
law-reason-general-clause-carries = Уҳдадории умумии он оид ба ёрӣ ин чораро фаро мегирад.

# Reason, shown beside an answer about law.
law-reason-general-clause-may-be-asked = Ба ин чора вазифадор намекунад; муқаррароти умумии он дархостро иҷозат медиҳад.

# Reason, shown beside an answer about law.
law-reason-topic-not-checked = Касе насанҷидааст, ки он ин чораро пешбинӣ мекунад ё не.

# Reason, shown beside an answer about law.
law-reason-text-not-read = Матни ин шартнома хонда нашудааст.

# Reason, shown beside an answer about law.
law-reason-not-provided-as-known = То ҷое ки маълум аст, ин чораро пешбинӣ намекунад.

# Reason, shown beside an answer about law.
law-reason-any-offence = Барои ҳар парвандаи ҷиноятӣ кушода аст.

# Reason, shown beside an answer about law.
law-reason-listed-offence = Ин ҷиноятро номбар мекунад.

# Reason, shown beside an answer about law.
law-reason-threshold-met = Ҷазои ниҳоии ҷиноят ба ҳадди он мерасад.

# Reason, shown beside an answer about law.
law-reason-threshold-met-if-aggravated = Танҳо шакли вазнин ё ҷинояти дигари ин навъ ба ҳадди он мерасад.

# Reason, shown beside an answer about law.
law-reason-threshold-not-met = Ҷазои ниҳоии ҷиноят аз ҳадди он камтар аст: барои ин ҷиноят ба он истинод накунед.

# Reason, shown beside an answer about law.
law-reason-penalty-unknown = Ҷазои ниҳоии ҷиноят дида нашудааст.

# Reason, shown beside an answer about law.
law-reason-offence-not-listed = Ин ҷиноятро номбар намекунад.

# Reason, shown beside an answer about law.
law-reason-scope-not-sorted = Муайян нашудааст, ки кадом ҷиноятҳоро фаро мегирад.

# Reason, shown beside an answer about law.
law-reason-no-offence-named = Ҷиноят номбар нашудааст, бинобар ин гуфтан мумкин нест, ки онро фаро мегирад ё не.

# Reason, shown beside an answer about law.
law-reason-scope-needs-person = Аз худи ҷиноят бештар талаб мекунад: доираи онро хонед ва бо ҳолатҳо муқоиса кунед.

# Reason, shown beside an answer about law.
law-reason-dual-elements-match = Ҳар ду муқаррарот ҷиноятӣ аст ва муқаррароти давлати дархостшаванда аз муқаррароти шумо чизи бештар талаб намекунад.

# Reason, shown beside an answer about law.
law-reason-dual-elements-not-examined = Ҳар ду муқаррарот ҷиноятӣ аст; касе насанҷидааст, ки муқаррароти давлати дархостшаванда аз кирдори оддӣ чӣ бештар талаб мекунад. Ҳар ду матнро хонед.

# Reason, shown beside an answer about law.
law-reason-dual-facts-must-show = Муқаррароти давлати дархостшаванда аз муқаррароти шумо бештар талаб мекунад: ҳолатҳо бояд инро нишон диҳанд.

# Reason, shown beside an answer about law.
law-reason-dual-administrative-there = Дар давлати дархостшаванда ин ҳуқуқвайронкунии маъмурист, ки кам вақт кифоя аст.

# Reason, shown beside an answer about law.
law-reason-dual-administrative-here = Дар худи давлати дархосткунанда ин ҳуқуқвайронкунии маъмурист.

# Reason, shown beside an answer about law.
law-reason-dual-not-seen-there = Баста барои ин муқаррароти давлати дархостшавандаро надорад; ин маънои набудани онро надорад.

# Reason, shown beside an answer about law.
law-reason-dual-not-seen-here = Баста барои ин муқаррароти давлати дархосткунандаро надорад; ин маънои набудани онро надорад.

# Reason, shown beside an answer about law.
law-reason-instrument-obliges = Санади амалкунанда давлати дархостшавандаро вазифадор мекунад.

# Reason, shown beside an answer about law.
law-reason-no-instrument-obliges = То ҷое ки маълум аст, ягон санад давлати дархостшавандаро вазифадор намекунад.

# Reason, shown beside an answer about law.
law-reason-no-instrument-known-to-oblige = Санаде маълум нест, ки давлати дархостшавандаро вазифадор кунад; баъзе санадҳои байни ду давлат хонда нашудаанд ё боэътимод нестанд.

# Reason, shown beside an answer about law.
law-reason-reciprocity-open = Давлати дархостшаванда метавонад дар асоси мутақобила ёрӣ расонад.

# Reason, shown beside an answer about law.
law-reason-treaty-needed = Қонуни давлати дархостшаванда шартнома талаб мекунад.

# Reason, shown beside an answer about law.
law-reason-reciprocity-unknown = Ёфт нашуд, ки давлати дархостшаванда бе шартнома ёрӣ мерасонад ё не.

# Reason, shown beside an answer about law.
law-reason-domestic-provision = Қонуни худи давлати дархостшаванда барои ин чора муқаррарот дорад.

# Reason, shown beside an answer about law.
law-reason-network-of-both = Ҳар ду давлат ба ин шабака дохиланд.

# Reason, shown beside an answer about law.
law-reason-network-membership-not-seen = Ба ин шабака дохил будани ҳар ду давлат дида нашудааст.

# Reason, shown beside an answer about law.
law-reason-network-not-of-both = Яке аз ду давлат ба ин шабака дохил нест.

# Reason, shown beside an answer about law.
law-reason-police-information-only = Он маълумоти политсияро мерасонад, ки далел нест.

# Reason, shown beside an answer about law.
law-reason-intelligence-only = Он маълумоти иктишофиро мерасонад, ки танҳо бо розигӣ далел мешавад.

# Reason, shown beside an answer about law.
law-reason-provider-voluntary = Провайдер метавонад бо иродаи худ амал кунад; чизе онро вазифадор намекунад.

# Reason, shown beside an answer about law.
law-reason-named-for-instrument = Ин мақом барои санад таъин шудааст.

# Reason, shown beside an answer about law.
law-reason-not-named-for-instrument = Ин мақом ё роҳи марказӣ аст, вале таъин шуданаш барои санад дида нашудааст.

# Reason, shown beside an answer about law.
law-reason-addressee-unknown = Мақоме, ки ба он бояд муроҷиат кард, ёфт нашуд; пеш аз фиристодан пурсед.

# Reason, shown beside an answer about law.
law-reason-language-unknown = Забоне, ки давлати дархостшаванда дархостҳоро бо он мепазирад, ёфт нашуд.

# Reason, shown beside an answer about law.
law-reason-seizable-unknown = Ёфт нашуд, ки қонуни давлати дархостшаванда ҳабси дороиҳои виртуалиро иҷозат медиҳад ё не.

# Reason, shown beside an answer about law.
law-reason-row-unverified = Ин маълумот тасдиқ нашудааст.
