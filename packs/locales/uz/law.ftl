### The words of printed tables about law. The comments for translators are those of the English file. What is not here is for screens.
### Not reviewed by a jurist or native translator of any authority: see review.toml.

# Beside each legal fact: how sure it is.
law-confidence-verified = Manbada tasdiqlangan

# Beside each legal fact: how sure it is.
law-confidence-unverified = Tasdiqlanmagan

# The kind of liability for an offence.
law-liability-criminal = Jinoiy

# The kind of liability for an offence.
law-liability-administrative = Maʼmuriy

# The part of a row of the law pack on which a fact rests.
law-aspect-row = Satr

# The part of a row of the law pack on which a fact rests.
law-aspect-articles = Moddalar

# The part of a row of the law pack on which a fact rests.
law-aspect-replacement = Almashtirish

# The part of a row of the law pack on which a fact rests.
law-aspect-entry-into-force = Kuchga kirishi

# The part of a row of the law pack on which a fact rests.
law-aspect-mla-basis = Shartnoma zarurligi

# The part of a row of the law pack on which a fact rests.
law-aspect-request-language = Soʻrovlar tili

# The part of a row of the law pack on which a fact rests.
law-aspect-penalty = Jazo

# The part of a row of the law pack on which a fact rests.
law-aspect-uncyber-articles = BMTning Kiberjinoyatchilikka qarshi konvensiyasi moddalari

# The part of a row of the law pack on which a fact rests.
law-aspect-seizable = Kripto-aktivlarni xatlash

# Note on every print of an answer about law.
law-not-advice = Loyiha tuzish uchun yordamchi vosita, yuridik maslahat emas. Har bir maʼlumotni manbasi bilan solishtiring.

# An element that an offence adds to the plain conduct.
law-element-substantial-harm = Jiddiy zarar

# An element that an offence adds to the plain conduct.
law-element-security-measure = Xavfsizlik chorasi yengib oʻtilgan

# An element that an offence adds to the plain conduct.
law-element-dishonest-intent = Gʻarazli niyat

# An element that an offence adds to the plain conduct.
law-element-harmful-result = Zararli oqibat: yoʻq qilish, toʻsib qoʻyish, oʻzgartirish, nusxa olish

# An element that an offence adds to the plain conduct.
law-element-non-public-communication = Xabarlashuv ommaviy emas

# An element that an offence adds to the plain conduct.
law-element-alteration-only = Faqat oʻzgartirish hisobga olinadi

# What the pack has seen of a State's law on one thing.
law-finding-provided = Norma bor

# What the pack has seen of a State's law on one thing.
law-finding-narrower = Norma bor, lekin oddiy harakatdan koʻproq talab qiladi

# What the pack has seen of a State's law on one thing.
law-finding-administrative = Faqat maʼmuriy huquqbuzarlik

# What the pack has seen of a State's law on one thing.
law-finding-recalled = Bor deyiladi; matnini hech kim koʻrmagan

# What the pack has seen of a State's law on one thing.
law-finding-not-seen = Koʻrilmagan

# What the pack has seen of a State's law on one thing.
law-finding-not-looked-for = Hech kim izlamagan

# In the place of a number of years: the penalty was not found.
law-penalty-not-seen = Koʻrilmagan

# In the place of a number of years: no imprisonment is provided for.
law-penalty-none = Ozodlikdan mahrum qilish yoʻq

# In the place of the date of a source.
law-date-unknown = Sanasi nomaʼlum

# A State's standing towards a treaty.
law-standing-of-party = Ishtirokchi

# A State's standing towards a treaty.
law-standing-of-signatory = Faqat imzolagan

# A State's standing towards a treaty.
law-standing-of-none = Manba sanasiga koʻra ishtirokchi emas

# A State's standing towards a treaty.
law-standing-of-unknown = Topilmadi

# Title of a page and of a printed table.
law-sheet-compare = Bir necha davlatning jinoyatlari yonma-yon

# Title of a page and of a printed table.
law-sheet-gaps = Hujjatga nisbatan davlat qonunida nima yetishmaydi

# Title of a page and of a printed table.
law-sheet-work-list = Ikki davlat oʻrtasida tekshiriladigan maʼlumotlar

# Heading above the sentences that say how to read a table.
law-sheet-reading = Buni qanday oʻqish kerak

# Sentence above tables about the law of States.
law-sheet-not-seen = «Koʻrilmagan» degani — qonunlar toʻplamida bunday norma yoʻq. Bu qonunda norma yoʻq deganini bildirmaydi.

# Heading and caption of a table.
law-sheet-offences = Hujjatda nomlangan jinoyatlar

# In the place of a table.
law-sheet-offences-none = Qonunlar toʻplami bu hujjatga hech bir jinoyat turini bogʻlamaydi.

# Heading and caption of a table.
law-sheet-powers = Hujjat talab qiladigan vakolatlar

# In the place of a table.
law-sheet-powers-none = Qonunlar toʻplami bu hujjatga hech bir chorani bogʻlamaydi.

# Sentence above the list of facts to verify.
law-sheet-work-list-about = Ikki davlat oʻrtasidagi javob asoslangan, lekin aniq boʻlmagan har bir maʼlumot; eng koʻp asos boʻlganlari birinchi turadi. Matnni toping, unda nima deyilganini va qayerdan topganingizni yozib oling, soʻng toʻplamni oʻzgartirishni soʻrang.

# In the place of the list of facts to verify.
law-sheet-work-list-none = Tekshiriladigan hech narsa qolmadi.

# Heading of a column.
law-column-state = Davlat

# Heading of a column.
law-column-offence = Jinoyat

# Heading of a column.
law-column-provision = Norma

# Heading of a column.
law-column-years = Eng yuqori jazo, yil

# Heading of a column.
law-column-years-aggravated = Ogʻirlashtirilgan turi, yil

# Heading of a column.
law-column-elements = Oddiy harakatga qoʻshadi

# Heading of a column.
law-column-source = Manba

# Heading of a column.
law-column-articles = Hujjat moddalari

# Heading of a column.
law-column-finding = Davlat qonunida

# Heading of a column.
law-column-threshold = Ogʻir jinoyat chegarasi

# Heading of a column.
law-column-power = Vakolat

# Heading of a column.
law-column-law = Qonun va qoidalar

# Heading of a column.
law-column-number = №

# Heading of a column.
law-column-fact = Toʻplam satri

# Heading of a column.
law-column-uncertain = Nima aniq emas

# Heading of a column.
law-column-needed-for = Nima uchun kerak

# Heading of a column.
law-column-source-now = Hozir nimaga asoslangan

# Heading of an empty column, to be filled in by hand.
law-column-checked = Topildi, qayerda, kim topdi

# Label of a field above a table.
law-field-states = Davlatlar

# Label of a field above a table.
law-field-state = Davlat

# Label of a field above a table.
law-field-instrument = Hujjat

# Label of a field above a table.
law-field-standing = Davlatning maqomi

# Label of a field above a table: the least highest penalty of a serious crime.
law-field-threshold = Ogʻir jinoyat, eng kami, yil

# Label of a field above a table.
law-field-from = Soʻrov berayotgan davlat

# Label of a field above a table.
law-field-to = Soʻrov berilayotgan davlat

# Label of a field above a table.
law-field-on = Qaysi kunga

# Label of a field above a table.
law-field-pack = Qonunlar toʻplami

# Label of a field above a table.
law-field-compiled = Tuzilgan sana

# Heading of a column: how many measures rest on the fact.
law-column-measures = Choralar

# Reason, shown beside an answer about law.
law-reason-in-force = Hujjat shu kuni amalda boʻlgan.

# Reason, shown beside an answer about law.
law-reason-enters-later = Hujjat shu kundan keyin kuchga kirgan.

# Reason, shown beside an answer about law.
law-reason-not-in-force-as-known = Manba koʻrsatishicha, hujjat amalda emas.

# Reason, shown beside an answer about law.
law-reason-in-force-by = Hujjat maʼlum kunga kelib amalda boʻlgan; aniq kuni nomaʼlum.

# Reason, shown beside an answer about law.
law-reason-in-force-seen-undated = Manba hujjat amalda ekanini aytadi, lekin sanasini bermaydi.

# Reason, shown beside an answer about law.
law-reason-entry-date-approximate = Kuchga kirgan oyi yoki yili maʼlum, xolos, va shu kun uning ichida.

# Reason, shown beside an answer about law.
law-reason-entry-date-unknown = Kuchga kirgan sanasi koʻrilmagan.

# Reason, shown beside an answer about law.
law-reason-not-adopted-yet = Hujjat hali qabul qilinmagan edi.

# Reason, shown beside an answer about law.
law-reason-party-since = Davlat shu kuni ishtirokchi boʻlgan.

# Reason, shown beside an answer about law.
law-reason-party-date-unknown = Davlat ishtirokchi; ishtirokchi boʻlgan kuni koʻrilmagan.

# Reason, shown beside an answer about law.
law-reason-consent-later = Hujjat bu davlat uchun hali amalda emas edi.

# Reason, shown beside an answer about law.
law-reason-consent-recent = Davlat undan sal oldin rozilik bergan; hujjat u uchun amalda boʻlgani nomaʼlum.

# Reason, shown beside an answer about law.
law-reason-consent-approximate = Davlat roziligining oyi yoki yili maʼlum, xolos, va shu kun uning ichida.

# Reason, shown beside an answer about law.
law-reason-party-seen-later = Davlatni ishtirokchi deb ataydigan manba shu kundan keyingi.

# Reason, shown beside an answer about law.
law-reason-signed-only = Davlat imzolagan; uning majburligi koʻrilmagan.

# Reason, shown beside an answer about law.
law-reason-not-party = Manba koʻrsatishicha, davlat ishtirokchi emas.

# Reason, shown beside an answer about law.
law-reason-standing-unknown = Davlat ishtirokchi ekani topilmadi.

# Reason, shown beside an answer about law.
law-reason-standing-not-looked-up = Davlat ishtirokchi ekanini hech kim izlamagan.

# Reason, shown beside an answer about law.
law-reason-declaration-made = Davlat bayonot yoki izoh bildirgan, uni oʻqish kerak.

# Reason, shown beside an answer about law.
law-reason-replaced = Ikki davlat oʻrtasida amaldagi boshqa hujjat uning oʻrnini bosadi.

# Reason, shown beside an answer about law.
law-reason-maybe-replaced = Uning oʻrnini boshqa hujjat bosishi mumkin; bu aniq emas.

# Reason, shown beside an answer about law.
law-reason-articles-provide = Unda ushbu chora toʻgʻrisida moddalar bor.

# Reason, shown beside an answer about law.
law-reason-general-clause-carries = Yordam koʻrsatishning umumiy majburiyati ushbu chorani qamrab oladi.

# Reason, shown beside an answer about law.
law-reason-general-clause-may-be-asked = U ushbu choraga majbur qilmaydi; umumiy qoidasi uni soʻrashga imkon beradi.

# Reason, shown beside an answer about law.
law-reason-topic-not-checked = U ushbu chorani nazarda tutishini hech kim tekshirmagan.

# Reason, shown beside an answer about law.
law-reason-text-not-read = Bu shartnomaning matni oʻqilmagan.

# Reason, shown beside an answer about law.
law-reason-not-provided-as-known = Maʼlum boʻlishicha, u ushbu chorani nazarda tutmaydi.

# Reason, shown beside an answer about law.
law-reason-any-offence = U har qanday jinoyat ishi boʻyicha qoʻllanadi.

# Reason, shown beside an answer about law.
law-reason-listed-offence = Unda bu jinoyat nomlangan.

# Reason, shown beside an answer about law.
law-reason-threshold-met = Jinoyatning eng yuqori jazosi uning chegarasiga yetadi.

# Reason, shown beside an answer about law.
law-reason-threshold-met-if-aggravated = Faqat ogʻirlashtirilgan turi yoki toifadagi boshqa jinoyat uning chegarasiga yetadi.

# Reason, shown beside an answer about law.
law-reason-threshold-not-met = Jinoyatning eng yuqori jazosi uning chegarasidan past: bu jinoyat uchun unga havola qilmang.

# Reason, shown beside an answer about law.
law-reason-penalty-unknown = Jinoyatning eng yuqori jazosi koʻrilmagan.

# Reason, shown beside an answer about law.
law-reason-offence-not-listed = Unda bu jinoyat nomlanmagan.

# Reason, shown beside an answer about law.
law-reason-scope-not-sorted = Uning qaysi jinoyatlarga qoʻllanishi aniqlanmagan.

# Reason, shown beside an answer about law.
law-reason-no-offence-named = Jinoyat nomlanmagan, shuning uchun uning qoʻllanishini aytib boʻlmaydi.

# Reason, shown beside an answer about law.
law-reason-scope-needs-person = U jinoyatning oʻzidan koʻproq talab qiladi: qoʻllanish doirasini oʻqing va holatlar bilan solishtiring.

# Reason, shown beside an answer about law.
law-reason-dual-elements-match = Ikkala norma ham jinoiy, soʻrov berilayotgan davlatniki siznikidan ortiq narsa talab qilmaydi.

# Reason, shown beside an answer about law.
law-reason-dual-elements-not-examined = Ikkala norma ham jinoiy; soʻrov berilayotgan davlatniki oddiy harakatdan tashqari nima talab qilishini hech kim tekshirmagan. Ikkala matnni ham oʻqing.

# Reason, shown beside an answer about law.
law-reason-dual-facts-must-show = Soʻrov berilayotgan davlat normasi siznikidan koʻproq talab qiladi: holatlar buni koʻrsatishi kerak.

# Reason, shown beside an answer about law.
law-reason-dual-administrative-there = Soʻrov berilayotgan davlatda bu maʼmuriy huquqbuzarlik boʻlib, u kamdan-kam yetarli boʻladi.

# Reason, shown beside an answer about law.
law-reason-dual-administrative-here = Soʻrov berayotgan davlatning oʻzida bu maʼmuriy huquqbuzarlik.

# Reason, shown beside an answer about law.
law-reason-dual-not-seen-there = Toʻplamda bu uchun soʻrov berilayotgan davlat normasi yoʻq; bu norma umuman yoʻq deganini bildirmaydi.

# Reason, shown beside an answer about law.
law-reason-dual-not-seen-here = Toʻplamda bu uchun soʻrov berayotgan davlat normasi yoʻq; bu norma umuman yoʻq deganini bildirmaydi.

# Reason, shown beside an answer about law.
law-reason-instrument-obliges = Amaldagi hujjat soʻrov berilayotgan davlatni majbur qiladi.

# Reason, shown beside an answer about law.
law-reason-no-instrument-obliges = Maʼlum boʻlishicha, soʻrov berilayotgan davlatni hech bir hujjat majbur qilmaydi.

# Reason, shown beside an answer about law.
law-reason-no-instrument-known-to-oblige = Soʻrov berilayotgan davlatni majbur qiladigan hujjat maʼlum emas; ikki davlat oʻrtasidagi ayrim hujjatlar oʻqilmagan yoki aniq emas.

# Reason, shown beside an answer about law.
law-reason-reciprocity-open = Soʻrov berilayotgan davlat oʻzarolik prinsipi boʻyicha yordam bera oladi.

# Reason, shown beside an answer about law.
law-reason-treaty-needed = Soʻrov berilayotgan davlat qonuni shartnoma talab qiladi.

# Reason, shown beside an answer about law.
law-reason-reciprocity-unknown = Soʻrov berilayotgan davlat shartnomasiz yordam berishi topilmadi.

# Reason, shown beside an answer about law.
law-reason-domestic-provision = Soʻrov berilayotgan davlatning oʻz qonunida ushbu chora uchun norma bor.

# Reason, shown beside an answer about law.
law-reason-network-of-both = Ikkala davlat ham bu tarmoqqa kiradi.

# Reason, shown beside an answer about law.
law-reason-network-membership-not-seen = Ikkala davlat ham bu tarmoqqa kirishi koʻrilmagan.

# Reason, shown beside an answer about law.
law-reason-network-not-of-both = Ikki davlatdan biri bu tarmoqqa kirmaydi.

# Reason, shown beside an answer about law.
law-reason-police-information-only = U politsiya axborotini uzatadi, u esa dalil emas.

# Reason, shown beside an answer about law.
law-reason-intelligence-only = U tezkor axborotni uzatadi, u faqat rozilik bilan dalil boʻladi.

# Reason, shown beside an answer about law.
law-reason-provider-voluntary = Provayder oʻz xohishi bilan harakat qilishi mumkin; uni hech narsa majbur qilmaydi.

# Reason, shown beside an answer about law.
law-reason-named-for-instrument = Bu organ hujjat uchun tayinlangan.

# Reason, shown beside an answer about law.
law-reason-not-named-for-instrument = Bu markaziy organ yoki kanal, lekin uning hujjat uchun tayinlangani koʻrilmagan.

# Reason, shown beside an answer about law.
law-reason-addressee-unknown = Murojaat qilinadigan organ topilmadi; yuborishdan oldin soʻrang.

# Reason, shown beside an answer about law.
law-reason-language-unknown = Soʻrov berilayotgan davlat soʻrovlarni qaysi tilda qabul qilishi topilmadi.

# Reason, shown beside an answer about law.
law-reason-seizable-unknown = Soʻrov berilayotgan davlat qonuni kripto-aktivlarni xatlashga yoʻl qoʻyishi topilmadi.

# Reason, shown beside an answer about law.
law-reason-row-unverified = Bu maʼlumot tasdiqlanmagan.
