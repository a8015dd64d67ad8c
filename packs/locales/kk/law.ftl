### The words of printed tables about law. The comments for translators are those of the English file. What is not here is for screens.
### Not reviewed by a jurist or native translator of any authority: see review.toml.

# Beside each legal fact: how sure it is.
law-confidence-verified = Дереккөзде расталған

# Beside each legal fact: how sure it is.
law-confidence-unverified = Расталмаған

# The kind of liability for an offence.
law-liability-criminal = Қылмыстық

# The kind of liability for an offence.
law-liability-administrative = Әкімшілік

# The part of a row of the law pack on which a fact rests.
law-aspect-row = Жол

# The part of a row of the law pack on which a fact rests.
law-aspect-articles = Баптар

# The part of a row of the law pack on which a fact rests.
law-aspect-replacement = Ауыстыру

# The part of a row of the law pack on which a fact rests.
law-aspect-entry-into-force = Күшіне енуі

# The part of a row of the law pack on which a fact rests.
law-aspect-mla-basis = Шарттың қажеттігі

# The part of a row of the law pack on which a fact rests.
law-aspect-request-language = Сұрау салулардың тілі

# The part of a row of the law pack on which a fact rests.
law-aspect-penalty = Жаза

# The part of a row of the law pack on which a fact rests.
law-aspect-uncyber-articles = БҰҰ-ның Киберқылмысқа қарсы конвенциясының баптары

# The part of a row of the law pack on which a fact rests.
law-aspect-seizable = Цифрлық активтерге тыйым салу

# Note on every print of an answer about law.
law-not-advice = Жоба жасауға арналған көмекші құрал, заңгерлік кеңес емес. Әр мәліметті дереккөзімен салыстырыңыз.

# An element that an offence adds to the plain conduct.
law-element-substantial-harm = Елеулі зиян

# An element that an offence adds to the plain conduct.
law-element-security-measure = Қауіпсіздік шарасы бұзып өтілген

# An element that an offence adds to the plain conduct.
law-element-dishonest-intent = Арам пиғыл

# An element that an offence adds to the plain conduct.
law-element-harmful-result = Зиянды салдар: жою, бұғаттау, өзгерту, көшіру

# An element that an offence adds to the plain conduct.
law-element-non-public-communication = Хабарлама көпшілікке арналмаған

# An element that an offence adds to the plain conduct.
law-element-alteration-only = Тек өзгерту ескеріледі

# What the pack has seen of a State's law on one thing.
law-finding-provided = Норма бар

# What the pack has seen of a State's law on one thing.
law-finding-narrower = Норма бар, бірақ жай іс-әрекеттен көбірек талап етеді

# What the pack has seen of a State's law on one thing.
law-finding-administrative = Тек әкімшілік құқық бұзушылық

# What the pack has seen of a State's law on one thing.
law-finding-recalled = Бар делінеді; мәтінін ешкім көрген жоқ

# What the pack has seen of a State's law on one thing.
law-finding-not-seen = Көрілмеген

# What the pack has seen of a State's law on one thing.
law-finding-not-looked-for = Ешкім іздемеген

# In the place of a number of years: the penalty was not found.
law-penalty-not-seen = Көрілмеген

# In the place of a number of years: no imprisonment is provided for.
law-penalty-none = Бас бостандығынан айыру жоқ

# In the place of the date of a source.
law-date-unknown = Күні белгісіз

# A State's standing towards a treaty.
law-standing-of-party = Қатысушы

# A State's standing towards a treaty.
law-standing-of-signatory = Тек қол қойған

# A State's standing towards a treaty.
law-standing-of-none = Дереккөз күніне қатысушы емес

# A State's standing towards a treaty.
law-standing-of-unknown = Табылмады

# Title of a page and of a printed table.
law-sheet-compare = Бірнеше мемлекеттің қылмыстары қатар

# Title of a page and of a printed table.
law-sheet-gaps = Құжатпен салыстырғанда мемлекет заңында не жетіспейді

# Title of a page and of a printed table.
law-sheet-work-list = Екі мемлекет арасында тексерілуге тиіс мәліметтер

# Heading above the sentences that say how to read a table.
law-sheet-reading = Мұны қалай оқу керек

# Sentence above tables about the law of States.
law-sheet-not-seen = «Көрілмеген» дегені — заңдар жинағында мұндай норма жоқ. Бұл заңда норма жоқ дегенді білдірмейді.

# Heading and caption of a table.
law-sheet-offences = Құжатта аталған қылмыстар

# In the place of a table.
law-sheet-offences-none = Заңдар жинағы бұл құжатқа қылмыстың ешбір түрін байланыстырмайды.

# Heading and caption of a table.
law-sheet-powers = Құжат талап ететін өкілеттіктер

# In the place of a table.
law-sheet-powers-none = Заңдар жинағы бұл құжатқа ешбір шараны байланыстырмайды.

# Sentence above the list of facts to verify.
law-sheet-work-list-about = Екі мемлекет арасындағы жауап негізделген, бірақ нақты емес әрбір мәлімет; ең көп негіз болғандары бірінші тұрады. Мәтінді тауып, оның не айтатынын және қайдан тапқаныңызды жазып алыңыз, содан кейін жинақты өзгертуді сұраңыз.

# In the place of the list of facts to verify.
law-sheet-work-list-none = Тексерілетін ештеңе қалған жоқ.

# Heading of a column.
law-column-state = Мемлекет

# Heading of a column.
law-column-offence = Қылмыс

# Heading of a column.
law-column-provision = Норма

# Heading of a column.
law-column-years = Ең жоғары жаза, жыл

# Heading of a column.
law-column-years-aggravated = Ауырлататын түрі, жыл

# Heading of a column.
law-column-elements = Жай іс-әрекетке қосатыны

# Heading of a column.
law-column-source = Дереккөз

# Heading of a column.
law-column-articles = Құжаттың баптары

# Heading of a column.
law-column-finding = Мемлекет заңында

# Heading of a column.
law-column-threshold = Ауыр қылмыстың шегі

# Heading of a column.
law-column-power = Өкілеттік

# Heading of a column.
law-column-law = Заң және ережелер

# Heading of a column.
law-column-number = №

# Heading of a column.
law-column-fact = Жинақтың жолы

# Heading of a column.
law-column-uncertain = Не нақты емес

# Heading of a column.
law-column-needed-for = Не үшін қажет

# Heading of a column.
law-column-source-now = Қазір неге негізделген

# Heading of an empty column, to be filled in by hand.
law-column-checked = Табылды, қайдан, кім тапты

# Label of a field above a table.
law-field-states = Мемлекеттер

# Label of a field above a table.
law-field-state = Мемлекет

# Label of a field above a table.
law-field-instrument = Құжат

# Label of a field above a table.
law-field-standing = Мемлекеттің мәртебесі

# Label of a field above a table: the least highest penalty of a serious crime.
law-field-threshold = Ауыр қылмыс, бастап, жыл

# Label of a field above a table.
law-field-from = Сұрау салушы тарап

# Label of a field above a table.
law-field-to = Сұрау салынатын тарап

# Label of a field above a table.
law-field-on = Қай күнге

# Label of a field above a table.
law-field-pack = Заңдар жинағы

# Label of a field above a table.
law-field-compiled = Жасалған күні

# Heading of a column: how many measures rest on the fact.
law-column-measures = Шаралар

# Reason, shown beside an answer about law.
law-reason-in-force = Құжат сол күні күшінде болған.

# Reason, shown beside an answer about law.
law-reason-enters-later = Құжат сол күннен кейін күшіне енген.

# Reason, shown beside an answer about law.
law-reason-not-in-force-as-known = Дереккөз көрсеткендей, құжат күшінде емес.

# Reason, shown beside an answer about law.
law-reason-in-force-by = Құжат белгілі күнге қарай күшінде болған; дәл күні белгісіз.

# Reason, shown beside an answer about law.
law-reason-in-force-seen-undated = Дереккөз құжаттың күшінде екенін айтады, бірақ күнін көрсетпейді.

# Reason, shown beside an answer about law.
law-reason-entry-date-approximate = Күшіне енген айы немесе жылы ғана белгілі, әлгі күн соның ішінде.

# Reason, shown beside an answer about law.
law-reason-entry-date-unknown = Күшіне енген күні көрілмеген.

# Reason, shown beside an answer about law.
law-reason-not-adopted-yet = Құжат әлі қабылданбаған еді.

# Reason, shown beside an answer about law.
law-reason-party-since = Мемлекет сол күні қатысушы болған.

# Reason, shown beside an answer about law.
law-reason-party-date-unknown = Мемлекет қатысушы; қатысушы болған күні көрілмеген.

# Reason, shown beside an answer about law.
law-reason-consent-later = Құжат бұл мемлекет үшін әлі күшінде емес еді.

# Reason, shown beside an answer about law.
law-reason-consent-recent = Мемлекет соның алдында ғана келісім берген; құжаттың ол үшін күшінде болған-болмағаны белгісіз.

# Reason, shown beside an answer about law.
law-reason-consent-approximate = Мемлекет келісімінің айы немесе жылы ғана белгілі, әлгі күн соның ішінде.

# Reason, shown beside an answer about law.
law-reason-party-seen-later = Мемлекетті қатысушы деп атайтын дереккөз сол күннен кейінгі.

# Reason, shown beside an answer about law.
law-reason-signed-only = Мемлекет қол қойған; оның міндетті екені көрілмеген.

# Reason, shown beside an answer about law.
law-reason-not-party = Дереккөз көрсеткендей, мемлекет қатысушы емес.

# Reason, shown beside an answer about law.
law-reason-standing-unknown = Мемлекеттің қатысушы екені табылмады.

# Reason, shown beside an answer about law.
law-reason-standing-not-looked-up = Мемлекеттің қатысушы екенін ешкім іздемеген.

# Reason, shown beside an answer about law.
law-reason-declaration-made = Мемлекет мәлімдеме немесе ескертпе жасаған, оны оқу керек.

# Reason, shown beside an answer about law.
law-reason-replaced = Екі мемлекет арасында қолданыстағы басқа құжат оның орнына жүреді.

# Reason, shown beside an answer about law.
law-reason-maybe-replaced = Оның орнына басқа құжат жүруі мүмкін; бұл нақты емес.

# Reason, shown beside an answer about law.
law-reason-articles-provide = Онда осы шара туралы баптар бар.

# Reason, shown beside an answer about law.
law-reason-general-clause-carries = Көмек көрсетудің жалпы міндеті осы шараны қамтиды.

# Reason, shown beside an answer about law.
law-reason-general-clause-may-be-asked = Ол осы шараға міндеттемейді; жалпы ережесі оны сұрауға мүмкіндік береді.

# Reason, shown beside an answer about law.
law-reason-topic-not-checked = Оның осы шараны көздейтінін ешкім тексермеген.

# Reason, shown beside an answer about law.
law-reason-text-not-read = Бұл шарттың мәтіні оқылмаған.

# Reason, shown beside an answer about law.
law-reason-not-provided-as-known = Белгілі болғанша, ол осы шараны көздемейді.

# Reason, shown beside an answer about law.
law-reason-any-offence = Ол кез келген қылмыстық іс бойынша қолданылады.

# Reason, shown beside an answer about law.
law-reason-listed-offence = Онда осы қылмыс аталған.

# Reason, shown beside an answer about law.
law-reason-threshold-met = Қылмыстың ең жоғары жазасы оның шегіне жетеді.

# Reason, shown beside an answer about law.
law-reason-threshold-met-if-aggravated = Тек ауырлататын түрі немесе санаттағы басқа қылмыс оның шегіне жетеді.

# Reason, shown beside an answer about law.
law-reason-threshold-not-met = Қылмыстың ең жоғары жазасы оның шегінен төмен: бұл қылмыс үшін оған сілтеме жасамаңыз.

# Reason, shown beside an answer about law.
law-reason-penalty-unknown = Қылмыстың ең жоғары жазасы көрілмеген.

# Reason, shown beside an answer about law.
law-reason-offence-not-listed = Онда осы қылмыс аталмаған.

# Reason, shown beside an answer about law.
law-reason-scope-not-sorted = Оның қай қылмыстарға қолданылатыны анықталмаған.

# Reason, shown beside an answer about law.
law-reason-no-offence-named = Қылмыс аталмаған, сондықтан оның қолданылатынын айту мүмкін емес.

# Reason, shown beside an answer about law.
law-reason-scope-needs-person = Ол қылмыстың өзінен көбірек талап етеді: қолданылу аясын оқып, мән-жайлармен салыстырыңыз.

# Reason, shown beside an answer about law.
law-reason-dual-elements-match = Екі норма да қылмыстық, сұрау салынатын тараптың нормасы сіздікінен артық ештеңе талап етпейді.

# Reason, shown beside an answer about law.
law-reason-dual-elements-not-examined = Екі норма да қылмыстық; сұрау салынатын тараптың нормасы жай іс-әрекеттен тыс не талап ететінін ешкім тексермеген. Екі мәтінді де оқыңыз.

# Reason, shown beside an answer about law.
law-reason-dual-facts-must-show = Сұрау салынатын тараптың нормасы сіздікінен көбірек талап етеді: мән-жайлар соны көрсетуге тиіс.

# Reason, shown beside an answer about law.
law-reason-dual-administrative-there = Сұрау салынатын тарапта бұл әкімшілік құқық бұзушылық, ол сирек жеткілікті болады.

# Reason, shown beside an answer about law.
law-reason-dual-administrative-here = Сұрау салушы тараптың өзінде бұл әкімшілік құқық бұзушылық.

# Reason, shown beside an answer about law.
law-reason-dual-not-seen-there = Жинақта бұл үшін сұрау салынатын тараптың нормасы жоқ; бұл норма мүлде жоқ дегенді білдірмейді.

# Reason, shown beside an answer about law.
law-reason-dual-not-seen-here = Жинақта бұл үшін сұрау салушы тараптың нормасы жоқ; бұл норма мүлде жоқ дегенді білдірмейді.

# Reason, shown beside an answer about law.
law-reason-instrument-obliges = Қолданыстағы құжат сұрау салынатын тарапты міндеттейді.

# Reason, shown beside an answer about law.
law-reason-no-instrument-obliges = Белгілі болғанша, сұрау салынатын тарапты ешбір құжат міндеттемейді.

# Reason, shown beside an answer about law.
law-reason-no-instrument-known-to-oblige = Сұрау салынатын тарапты міндеттейтін құжат белгілі емес; екі мемлекет арасындағы кейбір құжаттар оқылмаған немесе нақты емес.

# Reason, shown beside an answer about law.
law-reason-reciprocity-open = Сұрау салынатын тарап өзаралық қағидаты бойынша көмектесе алады.

# Reason, shown beside an answer about law.
law-reason-treaty-needed = Сұрау салынатын тараптың заңы шартты талап етеді.

# Reason, shown beside an answer about law.
law-reason-reciprocity-unknown = Сұрау салынатын тараптың шартсыз көмектесетіні табылмады.

# Reason, shown beside an answer about law.
law-reason-domestic-provision = Сұрау салынатын тараптың өз заңында осы шара туралы норма бар.

# Reason, shown beside an answer about law.
law-reason-network-of-both = Екі мемлекет те осы желіге кіреді.

# Reason, shown beside an answer about law.
law-reason-network-membership-not-seen = Екі мемлекеттің де осы желіге кіретіні көрілмеген.

# Reason, shown beside an answer about law.
law-reason-network-not-of-both = Екі мемлекеттің бірі осы желіге кірмейді.

# Reason, shown beside an answer about law.
law-reason-police-information-only = Ол полиция ақпаратын береді, ал ол дәлелдеме емес.

# Reason, shown beside an answer about law.
law-reason-intelligence-only = Ол барлау ақпаратын береді, ол келісіммен ғана дәлелдеме болады.

# Reason, shown beside an answer about law.
law-reason-provider-voluntary = Провайдер өз еркімен әрекет ете алады; оны ештеңе міндеттемейді.

# Reason, shown beside an answer about law.
law-reason-named-for-instrument = Бұл орган құжат үшін тағайындалған.

# Reason, shown beside an answer about law.
law-reason-not-named-for-instrument = Бұл — орталық орган немесе арна, бірақ оның құжат үшін тағайындалғаны көрілмеген.

# Reason, shown beside an answer about law.
law-reason-addressee-unknown = Жүгінетін орган табылмады; жіберер алдында сұраңыз.

# Reason, shown beside an answer about law.
law-reason-language-unknown = Сұрау салынатын тарап сұрау салуларды қай тілде қабылдайтыны табылмады.

# Reason, shown beside an answer about law.
law-reason-seizable-unknown = Сұрау салынатын тараптың заңы цифрлық активтерге тыйым салуға жол беретіні табылмады.

# Reason, shown beside an answer about law.
law-reason-row-unverified = Бұл мәлімет расталмаған.
