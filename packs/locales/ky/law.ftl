### The words of printed tables about law. The comments for translators are those of the English file. What is not here is for screens.
### Not reviewed by a jurist or native translator of any authority: see review.toml.

# Beside each legal fact: how sure it is.
law-confidence-verified = Булакта ырасталган

# Beside each legal fact: how sure it is.
law-confidence-unverified = Ырасталбаган

# The kind of liability for an offence.
law-liability-criminal = Кылмыш-жаза

# The kind of liability for an offence.
law-liability-administrative = Административдик

# The part of a row of the law pack on which a fact rests.
law-aspect-row = Сап

# The part of a row of the law pack on which a fact rests.
law-aspect-articles = Беренелер

# The part of a row of the law pack on which a fact rests.
law-aspect-replacement = Алмаштыруу

# The part of a row of the law pack on which a fact rests.
law-aspect-entry-into-force = Күчүнө кириши

# The part of a row of the law pack on which a fact rests.
law-aspect-mla-basis = Келишимдин зарылдыгы

# The part of a row of the law pack on which a fact rests.
law-aspect-request-language = Суроо-талаптардын тили

# The part of a row of the law pack on which a fact rests.
law-aspect-penalty = Жаза

# The part of a row of the law pack on which a fact rests.
law-aspect-uncyber-articles = БУУнун Киберкылмыштуулукка каршы конвенциясынын беренелери

# The part of a row of the law pack on which a fact rests.
law-aspect-seizable = Виртуалдык активдерге камак салуу

# Note on every print of an answer about law.
law-not-advice = Долбоор түзүүгө жардамчы курал, юридикалык кеңеш эмес. Ар бир маалыматты булагы менен салыштырыңыз.

# An element that an offence adds to the plain conduct.
law-element-substantial-harm = Олуттуу зыян

# An element that an offence adds to the plain conduct.
law-element-security-measure = Коопсуздук чарасы бузулуп өтүлгөн

# An element that an offence adds to the plain conduct.
law-element-dishonest-intent = Арам ниет

# An element that an offence adds to the plain conduct.
law-element-harmful-result = Зыяндуу кесепет: жок кылуу, бөгөттөө, өзгөртүү, көчүрүү

# An element that an offence adds to the plain conduct.
law-element-non-public-communication = Кабарлашуу ачык эмес

# An element that an offence adds to the plain conduct.
law-element-alteration-only = Өзгөртүү гана эсепке алынат

# What the pack has seen of a State's law on one thing.
law-finding-provided = Ченем бар

# What the pack has seen of a State's law on one thing.
law-finding-narrower = Ченем бар, бирок жөнөкөй жосундан көптү талап кылат

# What the pack has seen of a State's law on one thing.
law-finding-administrative = Административдик укук бузуу гана

# What the pack has seen of a State's law on one thing.
law-finding-recalled = Бар деп айтылат; текстин эч ким көргөн эмес

# What the pack has seen of a State's law on one thing.
law-finding-not-seen = Көрүлгөн эмес

# What the pack has seen of a State's law on one thing.
law-finding-not-looked-for = Эч ким издеген эмес

# In the place of a number of years: the penalty was not found.
law-penalty-not-seen = Көрүлгөн эмес

# In the place of a number of years: no imprisonment is provided for.
law-penalty-none = Эркинен ажыратуу жок

# In the place of the date of a source.
law-date-unknown = Датасы белгисиз

# A State's standing towards a treaty.
law-standing-of-party = Катышуучу

# A State's standing towards a treaty.
law-standing-of-signatory = Кол гана койгон

# A State's standing towards a treaty.
law-standing-of-none = Булактын датасына карата катышуучу эмес

# A State's standing towards a treaty.
law-standing-of-unknown = Табылган жок

# Title of a page and of a printed table.
law-sheet-compare = Бир нече мамлекеттин кылмыштары катар

# Title of a page and of a printed table.
law-sheet-gaps = Документке салыштырмалуу мамлекеттин мыйзамында эмне жетишпейт

# Title of a page and of a printed table.
law-sheet-work-list = Эки мамлекеттин ортосунда текшерилүүчү маалыматтар

# Heading above the sentences that say how to read a table.
law-sheet-reading = Муну кантип окуш керек

# Sentence above tables about the law of States.
law-sheet-not-seen = «Көрүлгөн эмес» деген — мыйзамдар жыйнагында мындай ченем жок. Бул мыйзамда ченем жок дегенди билдирбейт.

# Heading and caption of a table.
law-sheet-offences = Документте аталган кылмыштар

# In the place of a table.
law-sheet-offences-none = Мыйзамдар жыйнагы бул документке кылмыштын эч бир түрүн байланыштырбайт.

# Heading and caption of a table.
law-sheet-powers = Документ талап кылган ыйгарым укуктар

# In the place of a table.
law-sheet-powers-none = Мыйзамдар жыйнагы бул документке эч бир чараны байланыштырбайт.

# Sentence above the list of facts to verify.
law-sheet-work-list-about = Эки мамлекеттин ортосундагы жооп негизделген, бирок так эмес ар бир маалымат; эң көп негиз болгондору биринчи турат. Текстти таап, анда эмне айтылганын жана кайдан тапканыңызды жазып алыңыз, андан кийин жыйнакты өзгөртүүнү сураңыз.

# In the place of the list of facts to verify.
law-sheet-work-list-none = Текшериле турган эч нерсе калган жок.

# Heading of a column.
law-column-state = Мамлекет

# Heading of a column.
law-column-offence = Кылмыш

# Heading of a column.
law-column-provision = Ченем

# Heading of a column.
law-column-years = Эң жогорку жаза, жыл

# Heading of a column.
law-column-years-aggravated = Оорлотуучу түрү, жыл

# Heading of a column.
law-column-elements = Жөнөкөй жосунга кошкону

# Heading of a column.
law-column-source = Булак

# Heading of a column.
law-column-articles = Документтин беренелери

# Heading of a column.
law-column-finding = Мамлекеттин мыйзамында

# Heading of a column.
law-column-threshold = Оор кылмыштын чеги

# Heading of a column.
law-column-power = Ыйгарым укук

# Heading of a column.
law-column-law = Мыйзам жана жоболор

# Heading of a column.
law-column-number = №

# Heading of a column.
law-column-fact = Жыйнактын сабы

# Heading of a column.
law-column-uncertain = Эмне так эмес

# Heading of a column.
law-column-needed-for = Эмне үчүн керек

# Heading of a column.
law-column-source-now = Азыр эмнеге негизделген

# Heading of an empty column, to be filled in by hand.
law-column-checked = Табылды, кайдан, ким тапты

# Label of a field above a table.
law-field-states = Мамлекеттер

# Label of a field above a table.
law-field-state = Мамлекет

# Label of a field above a table.
law-field-instrument = Документ

# Label of a field above a table.
law-field-standing = Мамлекеттин статусу

# Label of a field above a table: the least highest penalty of a serious crime.
law-field-threshold = Оор кылмыш, тартып, жыл

# Label of a field above a table.
law-field-from = Суроо-талап жөнөткөн мамлекет

# Label of a field above a table.
law-field-to = Суроо-талап жөнөтүлгөн мамлекет

# Label of a field above a table.
law-field-on = Кайсы күнгө

# Label of a field above a table.
law-field-pack = Мыйзамдар жыйнагы

# Label of a field above a table.
law-field-compiled = Түзүлгөн датасы

# Heading of a column: how many measures rest on the fact.
law-column-measures = Чаралар

# Reason, shown beside an answer about law.
law-reason-in-force = Документ ошол күнү күчүндө болгон.

# Reason, shown beside an answer about law.
law-reason-enters-later = Документ ошол күндөн кийин күчүнө кирген.

# Reason, shown beside an answer about law.
law-reason-not-in-force-as-known = Булак көрсөткөндөй, документ күчүндө эмес.

# Reason, shown beside an answer about law.
law-reason-in-force-by = Документ белгилүү күнгө карата күчүндө болгон; так күнү белгисиз.

# Reason, shown beside an answer about law.
law-reason-in-force-seen-undated = Булак документтин күчүндө экенин айтат, бирок датасын көрсөтпөйт.

# Reason, shown beside an answer about law.
law-reason-entry-date-approximate = Күчүнө кирген айы же жылы гана белгилүү, тиги күн ошонун ичинде.

# Reason, shown beside an answer about law.
law-reason-entry-date-unknown = Күчүнө кирген датасы көрүлгөн эмес.

# Reason, shown beside an answer about law.
law-reason-not-adopted-yet = Документ али кабыл алынган эмес эле.

# Reason, shown beside an answer about law.
law-reason-party-since = Мамлекет ошол күнү катышуучу болгон.

# Reason, shown beside an answer about law.
law-reason-party-date-unknown = Мамлекет катышуучу; катышуучу болгон күнү көрүлгөн эмес.

# Reason, shown beside an answer about law.
law-reason-consent-later = Документ бул мамлекет үчүн али күчүндө эмес эле.

# Reason, shown beside an answer about law.
law-reason-consent-recent = Мамлекет анын алдында гана макулдук берген; документ ал үчүн күчүндө болгон-болбогону белгисиз.

# Reason, shown beside an answer about law.
law-reason-consent-approximate = Мамлекеттин макулдугунун айы же жылы гана белгилүү, тиги күн ошонун ичинде.

# Reason, shown beside an answer about law.
law-reason-party-seen-later = Мамлекетти катышуучу деп атаган булак ошол күндөн кийинки.

# Reason, shown beside an answer about law.
law-reason-signed-only = Мамлекет кол койгон; анын милдеттүү экени көрүлгөн эмес.

# Reason, shown beside an answer about law.
law-reason-not-party = Булак көрсөткөндөй, мамлекет катышуучу эмес.

# Reason, shown beside an answer about law.
law-reason-standing-unknown = Мамлекеттин катышуучу экени табылган жок.

# Reason, shown beside an answer about law.
law-reason-standing-not-looked-up = Мамлекеттин катышуучу экенин эч ким издеген эмес.

# Reason, shown beside an answer about law.
law-reason-declaration-made = Мамлекет билдирүү же эскертүү жасаган, аны окуу керек.

# Reason, shown beside an answer about law.
law-reason-replaced = Эки мамлекеттин ортосунда күчүндө турган башка документ анын ордуна жүрөт.

# Reason, shown beside an answer about law.
law-reason-maybe-replaced = Анын ордуна башка документ жүрүшү мүмкүн; бул так эмес.

# Reason, shown beside an answer about law.
law-reason-articles-provide = Анда бул чара жөнүндө беренелер бар.

# Reason, shown beside an answer about law.
law-reason-general-clause-carries = Жардам көрсөтүүнүн жалпы милдети бул чараны камтыйт.

# Reason, shown beside an answer about law.
law-reason-general-clause-may-be-asked = Ал бул чарага милдеттендирбейт; жалпы жобосу аны суроого мүмкүндүк берет.

# Reason, shown beside an answer about law.
law-reason-topic-not-checked = Анын бул чараны караганын эч ким текшерген эмес.

# Reason, shown beside an answer about law.
law-reason-text-not-read = Бул келишимдин тексти окулган эмес.

# Reason, shown beside an answer about law.
law-reason-not-provided-as-known = Белгилүү болгондой, ал бул чараны карабайт.

# Reason, shown beside an answer about law.
law-reason-any-offence = Ал ар кандай кылмыш иши боюнча колдонулат.

# Reason, shown beside an answer about law.
law-reason-listed-offence = Анда бул кылмыш аталган.

# Reason, shown beside an answer about law.
law-reason-threshold-met = Кылмыштын эң жогорку жазасы анын чегине жетет.

# Reason, shown beside an answer about law.
law-reason-threshold-met-if-aggravated = Оорлотуучу түрү же категориядагы башка кылмыш гана анын чегине жетет.

# Reason, shown beside an answer about law.
law-reason-threshold-not-met = Кылмыштын эң жогорку жазасы анын чегинен төмөн: бул кылмыш үчүн ага шилтеме кылбаңыз.

# Reason, shown beside an answer about law.
law-reason-penalty-unknown = Кылмыштын эң жогорку жазасы көрүлгөн эмес.

# Reason, shown beside an answer about law.
law-reason-offence-not-listed = Анда бул кылмыш аталган эмес.

# Reason, shown beside an answer about law.
law-reason-scope-not-sorted = Анын кайсы кылмыштарга колдонулары аныкталган эмес.

# Reason, shown beside an answer about law.
law-reason-no-offence-named = Кылмыш аталган эмес, ошондуктан анын колдонуларын айтуу мүмкүн эмес.

# Reason, shown beside an answer about law.
law-reason-scope-needs-person = Ал кылмыштын өзүнөн көптү талап кылат: колдонуу чөйрөсүн окуп, жагдайлар менен салыштырыңыз.

# Reason, shown beside an answer about law.
law-reason-dual-elements-match = Эки ченем тең кылмыш-жаза ченеми, суроо-талап жөнөтүлгөн мамлекеттики сиздикинен ашык эч нерсе талап кылбайт.

# Reason, shown beside an answer about law.
law-reason-dual-elements-not-examined = Эки ченем тең кылмыш-жаза ченеми; суроо-талап жөнөтүлгөн мамлекеттики жөнөкөй жосундан тышкары эмне талап кыларын эч ким текшерген эмес. Эки текстти тең окуңуз.

# Reason, shown beside an answer about law.
law-reason-dual-facts-must-show = Суроо-талап жөнөтүлгөн мамлекеттин ченеми сиздикинен көптү талап кылат: жагдайлар муну көрсөтүүгө тийиш.

# Reason, shown beside an answer about law.
law-reason-dual-administrative-there = Суроо-талап жөнөтүлгөн мамлекетте бул административдик укук бузуу, ал сейрек жетиштүү болот.

# Reason, shown beside an answer about law.
law-reason-dual-administrative-here = Суроо-талап жөнөткөн мамлекеттин өзүндө бул административдик укук бузуу.

# Reason, shown beside an answer about law.
law-reason-dual-not-seen-there = Жыйнакта бул үчүн суроо-талап жөнөтүлгөн мамлекеттин ченеми жок; бул ченем такыр жок дегенди билдирбейт.

# Reason, shown beside an answer about law.
law-reason-dual-not-seen-here = Жыйнакта бул үчүн суроо-талап жөнөткөн мамлекеттин ченеми жок; бул ченем такыр жок дегенди билдирбейт.

# Reason, shown beside an answer about law.
law-reason-instrument-obliges = Күчүндө турган документ суроо-талап жөнөтүлгөн мамлекетти милдеттендирет.

# Reason, shown beside an answer about law.
law-reason-no-instrument-obliges = Белгилүү болгондой, суроо-талап жөнөтүлгөн мамлекетти эч бир документ милдеттендирбейт.

# Reason, shown beside an answer about law.
law-reason-no-instrument-known-to-oblige = Суроо-талап жөнөтүлгөн мамлекетти милдеттендирген документ белгилүү эмес; эки мамлекеттин ортосундагы айрым документтер окулган эмес же так эмес.

# Reason, shown beside an answer about law.
law-reason-reciprocity-open = Суроо-талап жөнөтүлгөн мамлекет өз ара принциби боюнча жардам бере алат.

# Reason, shown beside an answer about law.
law-reason-treaty-needed = Суроо-талап жөнөтүлгөн мамлекеттин мыйзамы келишимди талап кылат.

# Reason, shown beside an answer about law.
law-reason-reciprocity-unknown = Суроо-талап жөнөтүлгөн мамлекет келишимсиз жардам берери табылган жок.

# Reason, shown beside an answer about law.
law-reason-domestic-provision = Суроо-талап жөнөтүлгөн мамлекеттин өз мыйзамында бул чара жөнүндө ченем бар.

# Reason, shown beside an answer about law.
law-reason-network-of-both = Эки мамлекет тең бул тармакка кирет.

# Reason, shown beside an answer about law.
law-reason-network-membership-not-seen = Эки мамлекет тең бул тармакка кирери көрүлгөн эмес.

# Reason, shown beside an answer about law.
law-reason-network-not-of-both = Эки мамлекеттин бири бул тармакка кирбейт.

# Reason, shown beside an answer about law.
law-reason-police-information-only = Ал полиция маалыматын берет, ал далил эмес.

# Reason, shown beside an answer about law.
law-reason-intelligence-only = Ал чалгындоо маалыматын берет, ал макулдук менен гана далил болот.

# Reason, shown beside an answer about law.
law-reason-provider-voluntary = Провайдер өз эрки менен аракет кыла алат; аны эч нерсе милдеттендирбейт.

# Reason, shown beside an answer about law.
law-reason-named-for-instrument = Бул орган документ үчүн дайындалган.

# Reason, shown beside an answer about law.
law-reason-not-named-for-instrument = Бул борбордук орган же канал, бирок анын документ үчүн дайындалганы көрүлгөн эмес.

# Reason, shown beside an answer about law.
law-reason-addressee-unknown = Кайрылуучу орган табылган жок; жөнөтөрдөн мурун сураңыз.

# Reason, shown beside an answer about law.
law-reason-language-unknown = Суроо-талап жөнөтүлгөн мамлекет суроо-талаптарды кайсы тилде кабыл алары табылган жок.

# Reason, shown beside an answer about law.
law-reason-seizable-unknown = Суроо-талап жөнөтүлгөн мамлекеттин мыйзамы виртуалдык активдерге камак салууга жол берери табылган жок.

# Reason, shown beside an answer about law.
law-reason-row-unverified = Бул маалымат ырасталган эмес.
