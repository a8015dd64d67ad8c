### Слова ответов о праве на страницах: причины, пути, степень достоверности.
### Not reviewed by a jurist or native translator of any authority: see review.toml.

# Reason, shown beside an answer about law.
law-reason-in-force = Документ действовал в тот день.

# Reason, shown beside an answer about law.
law-reason-enters-later = Документ вступил в силу после того дня.

# Reason, shown beside an answer about law.
law-reason-not-in-force-as-known = Документ, судя по источнику, не действует.

# Reason, shown beside an answer about law.
law-reason-in-force-by = Документ вступил в силу не позднее известного дня; сам день неизвестен.

# Reason, shown beside an answer about law.
law-reason-in-force-seen-undated = Источник говорит, что документ действует, но даты не называет.

# Reason, shown beside an answer about law.
law-reason-entry-date-approximate = Известен лишь месяц или год вступления в силу, и этот день приходится на него.

# Reason, shown beside an answer about law.
law-reason-entry-date-unknown = Дата вступления в силу не обнаружена.

# Reason, shown beside an answer about law.
law-reason-not-adopted-yet = Документ ещё не был принят.

# Reason, shown beside an answer about law.
law-reason-party-since = Государство было участником в тот день.

# Reason, shown beside an answer about law.
law-reason-party-date-unknown = Государство — участник; с какого дня, не обнаружено.

# Reason, shown beside an answer about law.
law-reason-consent-later = Для этого государства документ ещё не действовал.

# Reason, shown beside an answer about law.
law-reason-consent-recent = Государство выразило согласие незадолго до того; действовал ли уже документ для него, неизвестно.

# Reason, shown beside an answer about law.
law-reason-consent-approximate = Известен лишь месяц или год согласия государства, и этот день приходится на него.

# Reason, shown beside an answer about law.
law-reason-party-seen-later = Источник, называющий государство участником, моложе того дня.

# Reason, shown beside an answer about law.
law-reason-signed-only = Государство подписало; что оно обязано, не обнаружено.

# Reason, shown beside an answer about law.
law-reason-not-party = Государство, судя по источнику, не участник.

# Reason, shown beside an answer about law.
law-reason-standing-unknown = Является ли государство участником, не найдено.

# Reason, shown beside an answer about law.
law-reason-standing-not-looked-up = Является ли государство участником, никто не выяснял.

# Reason, shown beside an answer about law.
law-reason-declaration-made = Государство сделало заявление или оговорку, которую нужно прочесть.

# Reason, shown beside an answer about law.
law-reason-replaced = Его заменяет другой документ, действующий между двумя государствами.

# Reason, shown beside an answer about law.
law-reason-maybe-replaced = Возможно, его заменяет другой документ; это не установлено.

# Reason, shown beside an answer about law.
law-reason-articles-provide = В нём есть статьи об этой мере.

# Reason, shown beside an answer about law.
law-reason-general-clause-carries = Мера охватывается его общей обязанностью оказывать помощь.

# Reason, shown beside an answer about law.
law-reason-general-clause-may-be-asked = К этой мере он не обязывает; общее положение позволяет о ней просить.

# Reason, shown beside an answer about law.
law-reason-topic-not-checked = Предусматривает ли он эту меру, никто не проверял.

# Reason, shown beside an answer about law.
law-reason-text-not-read = Текст этого договора не читали.

# Reason, shown beside an answer about law.
law-reason-not-provided-as-known = Этой меры он, насколько известно, не предусматривает.

# Reason, shown beside an answer about law.
law-reason-any-offence = Распространяется на любое уголовное дело.

# Reason, shown beside an answer about law.
law-reason-listed-offence = Называет это преступление.

# Reason, shown beside an answer about law.
law-reason-threshold-met = Наибольшее наказание за преступление достигает его порога.

# Reason, shown beside an answer about law.
law-reason-threshold-met-if-aggravated = Порога достигает лишь квалифицированный состав или другое преступление этой категории.

# Reason, shown beside an answer about law.
law-reason-threshold-not-met = Наибольшее наказание за преступление ниже его порога: не ссылайтесь на него для этого преступления.

# Reason, shown beside an answer about law.
law-reason-penalty-unknown = Наибольшее наказание за преступление не обнаружено.

# Reason, shown beside an answer about law.
law-reason-offence-not-listed = Этого преступления он не называет.

# Reason, shown beside an answer about law.
law-reason-scope-not-sorted = На какие преступления он распространяется, не разобрано.

# Reason, shown beside an answer about law.
law-reason-no-offence-named = Преступление не названо, поэтому сказать, распространяется ли он на него, нельзя.

# Reason, shown beside an answer about law.
law-reason-scope-needs-person = Он требует больше, чем само преступление: прочтите его сферу действия и сравните с фактами.

# Reason, shown beside an answer about law.
law-reason-dual-elements-match = Обе нормы уголовные, и норма запрашиваемого государства не требует ничего сверх вашей.

# Reason, shown beside an answer about law.
law-reason-dual-elements-not-examined = Обе нормы уголовные; требует ли норма запрашиваемого государства чего-либо сверх самого деяния, никто не проверял. Прочтите оба текста.

# Reason, shown beside an answer about law.
law-reason-dual-facts-must-show = Норма запрашиваемого государства требует больше, чем ваша: это должны показать изложенные факты.

# Reason, shown beside an answer about law.
law-reason-dual-administrative-there = В запрашиваемом государстве это административное правонарушение, чего обычно недостаточно.

# Reason, shown beside an answer about law.
law-reason-dual-administrative-here = В самом запрашивающем государстве это административное правонарушение.

# Reason, shown beside an answer about law.
law-reason-dual-not-seen-there = В пакете нет нормы запрашиваемого государства об этом; это не значит, что её не существует.

# Reason, shown beside an answer about law.
law-reason-dual-not-seen-here = В пакете нет нормы запрашивающего государства об этом; это не значит, что её не существует.

# Reason, shown beside an answer about law.
law-reason-instrument-obliges = Действующий документ обязывает запрашиваемое государство.

# Reason, shown beside an answer about law.
law-reason-no-instrument-obliges = Насколько известно, ни один документ не обязывает запрашиваемое государство.

# Reason, shown beside an answer about law.
law-reason-no-instrument-known-to-oblige = Не известен документ, обязывающий запрашиваемое государство; некоторые документы между двумя государствами не прочитаны или не установлены.

# Reason, shown beside an answer about law.
law-reason-reciprocity-open = Запрашиваемое государство может помочь на основе взаимности.

# Reason, shown beside an answer about law.
law-reason-treaty-needed = Закон запрашиваемого государства требует договора.

# Reason, shown beside an answer about law.
law-reason-reciprocity-unknown = Помогает ли запрашиваемое государство без договора, не найдено.

# Reason, shown beside an answer about law.
law-reason-domestic-provision = В собственном законе запрашиваемого государства есть норма об этой мере.

# Reason, shown beside an answer about law.
law-reason-network-of-both = Оба государства входят в эту сеть.

# Reason, shown beside an answer about law.
law-reason-network-membership-not-seen = Что оба государства входят в эту сеть, не обнаружено.

# Reason, shown beside an answer about law.
law-reason-network-not-of-both = Одно из двух государств не входит в эту сеть.

# Reason, shown beside an answer about law.
law-reason-police-information-only = Передаёт полицейскую информацию, которая не является доказательством.

# Reason, shown beside an answer about law.
law-reason-intelligence-only = Передаёт оперативные сведения, которые служат доказательством лишь с согласия.

# Reason, shown beside an answer about law.
law-reason-provider-voluntary = Поставщик услуг может действовать добровольно; ничто его не обязывает.

# Reason, shown beside an answer about law.
law-reason-named-for-instrument = Этот орган назван для документа.

# Reason, shown beside an answer about law.
law-reason-not-named-for-instrument = Это центральный орган или канал, но что он назван для этого документа, не обнаружено.

# Reason, shown beside an answer about law.
law-reason-addressee-unknown = Кому направлять, не найдено; спросите до отправки.

# Reason, shown beside an answer about law.
law-reason-language-unknown = Язык, на котором запрашиваемое государство принимает запросы, не найден.

# Reason, shown beside an answer about law.
law-reason-seizable-unknown = Не найдено, позволяет ли право запрашиваемого государства изымать виртуальные активы.

# Reason, shown beside an answer about law.
law-reason-row-unverified = Факт не подтверждён.

# The part of a row of the law pack on which a fact rests.
law-aspect-row = Строка

# The part of a row of the law pack on which a fact rests.
law-aspect-articles = Статьи

# The part of a row of the law pack on which a fact rests.
law-aspect-replacement = Замена другого договора

# The part of a row of the law pack on which a fact rests.
law-aspect-entry-into-force = Вступление в силу

# The part of a row of the law pack on which a fact rests.
law-aspect-mla-basis = Нужен ли договор

# The part of a row of the law pack on which a fact rests.
law-aspect-request-language = Язык запросов

# The part of a row of the law pack on which a fact rests.
law-aspect-penalty = Наказание

# The part of a row of the law pack on which a fact rests.
law-aspect-uncyber-articles = Статьи Конвенции ООН против киберпреступности

# The part of a row of the law pack on which a fact rests.
law-aspect-seizable = Арест виртуальных активов

# Beside each legal fact: how sure it is.
law-confidence-verified = Подтверждено источником

# Beside each legal fact: how sure it is.
law-confidence-unverified = Не подтверждено

# Whether an instrument binds, or an offence opens it.
law-binds-yes = Да

# Whether an instrument binds, or an offence opens it.
law-binds-unclear = Не ясно

# Whether an instrument binds, or an offence opens it.
law-binds-no = Нет

# How much a content is asked for.
law-strength-required = Обязательно

# How much a content is asked for.
law-strength-required-in-practice = Ожидается на практике

# How much a content is asked for.
law-strength-optional = По желанию

# Whether the articles apply between the two States.
law-standing-applies = Применяется

# Whether the articles apply between the two States.
law-standing-may-yield = Может уступать другому договору

# Whether the articles apply between the two States.
law-standing-yields = Уступает другому договору; применяется, лишь если оба государства согласны

# A way that remains beside a treaty.
law-way-general-clause = Просить на основании общего положения

# A way that remains beside a treaty.
law-way-reciprocity = Предложить взаимность

# A way that remains beside a treaty.
law-way-domestic-provision = Указать на собственный закон запрашиваемого государства

# A way that remains beside a treaty.
law-way-contact-points = Круглосуточные контактные пункты

# A way that remains beside a treaty.
law-way-police = Полицейский канал

# A way that remains beside a treaty.
law-way-financial-intelligence = Между подразделениями финансовой разведки

# A way that remains beside a treaty.
law-way-asset-recovery = Сеть по возвращению активов

# A way that remains beside a treaty.
law-way-other-network = Другая сеть

# A way that remains beside a treaty.
law-way-provider = Просить самого поставщика услуг

# An element that an offence adds to the plain conduct.
law-element-substantial-harm = Существенный вред

# An element that an offence adds to the plain conduct.
law-element-security-measure = Преодоление средства защиты

# An element that an offence adds to the plain conduct.
law-element-dishonest-intent = Корыстный или иной недобросовестный умысел

# An element that an offence adds to the plain conduct.
law-element-harmful-result = Вредные последствия: уничтожение, блокирование, изменение, копирование

# An element that an offence adds to the plain conduct.
law-element-non-public-communication = Сообщение не является общедоступным

# An element that an offence adds to the plain conduct.
law-element-alteration-only = Наказуемо только изменение

# Whether a measure is coercive.
law-coercion-yes = Мера является принудительной.

# Whether a measure is coercive.
law-coercion-no = Мера не является принудительной.

# Whether a measure is coercive.
law-coercion-by-law = Является ли мера принудительной, определяет право запрашиваемого государства.

# What the pack has seen of a State's law on one thing.
law-finding-provided = Норма есть

# What the pack has seen of a State's law on one thing.
law-finding-narrower = Норма есть, но требует большего, чем само деяние

# What the pack has seen of a State's law on one thing.
law-finding-administrative = Только административное правонарушение

# What the pack has seen of a State's law on one thing.
law-finding-recalled = Называется, но текста никто не видел

# What the pack has seen of a State's law on one thing.
law-finding-not-seen = Не найдено

# What the pack has seen of a State's law on one thing.
law-finding-not-looked-for = Никто не искал

# In the place of a number of years: the penalty was not found.
law-penalty-not-seen = Не найдено

# In the place of a number of years: no imprisonment is provided for.
law-penalty-none = Без лишения свободы

# In the place of the date of a source.
law-date-unknown = Дата неизвестна

# A State's standing towards a treaty.
law-standing-of-party = Участник

# A State's standing towards a treaty.
law-standing-of-signatory = Только подписало

# A State's standing towards a treaty.
law-standing-of-none = Не участник на дату источника

# A State's standing towards a treaty.
law-standing-of-unknown = Не найдено

# Title of a page and of a printed table.
law-sheet-compare = Составы преступлений нескольких государств рядом

# Title of a page and of a printed table.
law-sheet-gaps = Чего недостаёт праву государства по сравнению с документом

# Title of a page and of a printed table.
law-sheet-work-list = Сведения о двух государствах, требующие проверки

# Heading above the sentences that say how to read a table.
law-sheet-reading = Как это читать

# Sentence above tables about the law of States.
law-sheet-not-seen = «Не найдено» значит, что в пакете такой нормы нет. Это не значит, что её нет в законе.

# Heading and caption of a table.
law-sheet-offences = Преступления, названные в документе

# In the place of a table.
law-sheet-offences-none = Пакет не связывает с этим документом ни одного вида преступлений.

# Heading and caption of a table.
law-sheet-powers = Полномочия, которых требует документ

# In the place of a table.
law-sheet-powers-none = Пакет не связывает с этим документом ни одной меры.

# Sentence above the list of facts to verify.
law-sheet-work-list-about = Все сведения, на которых основан ответ о двух государствах и которые не достоверны; первыми идут те, от которых зависит больше всего. Найдите текст, запишите, что в нём сказано и где он найден, и дайте изменить пакет.

# In the place of the list of facts to verify.
law-sheet-work-list-none = Проверять больше нечего.

# Heading of a column.
law-column-state = Государство

# Heading of a column.
law-column-offence = Преступление

# Heading of a column.
law-column-provision = Норма

# Heading of a column.
law-column-years = Высшая мера, лет

# Heading of a column.
law-column-years-aggravated = При отягчающих, лет

# Heading of a column.
law-column-elements = Требует сверх самого деяния

# Heading of a column.
law-column-source = Источник

# Heading of a column.
law-column-articles = Статьи документа

# Heading of a column.
law-column-finding = В праве государства

# Heading of a column.
law-column-threshold = Порог серьёзного преступления

# Heading of a column.
law-column-power = Полномочие

# Heading of a column.
law-column-law = Закон и нормы

# Heading of a column.
law-column-number = №

# Heading of a column.
law-column-fact = Строка пакета

# Heading of a column.
law-column-uncertain = Что не достоверно

# Heading of a column.
law-column-needed-for = Нужно для

# Heading of a column.
law-column-source-now = Основано сейчас на

# Heading of an empty column, to be filled in by hand.
law-column-checked = Найдено что, где, кем

# Label of a field above a table.
law-field-states = Государства

# Label of a field above a table.
law-field-state = Государство

# Label of a field above a table.
law-field-instrument = Документ

# Label of a field above a table.
law-field-standing = Положение государства

# Label of a field above a table: the least highest penalty of a serious crime.
law-field-threshold = Серьёзное преступление — от, лет

# Label of a field above a table.
law-field-from = Запрашивающее государство

# Label of a field above a table.
law-field-to = Запрашиваемое государство

# Label of a field above a table.
law-field-on = На день

# Label of a field above a table.
law-field-pack = Пакет права

# Label of a field above a table.
law-field-compiled = Составлен

# Heading of a column: how many measures rest on the fact.
law-column-measures = Мер

# Shown when a question names a State of which the pack knows nothing.
law-state-unknown = В пакете нет ничего о государстве { $state }.
    .do = Проверьте двухбуквенный код или дайте юристу внести государство в пакет.

# Shown when the requesting and the requested State are the same.
law-same-state = { $state } не может просить помощи у самого себя.
    .do = Укажите другое запрашиваемое государство.

# Shown when a question names a kind of help that the pack does not have.
law-measure-unknown = В пакете нет меры { $id }.
    .do = Их перечисляет comity law measures.

# Shown when a question names a category of offences, or an offence, that the pack does not have.
law-category-unknown = В пакете нет преступления или вида преступлений { $id } для запрашивающего государства.
    .do = Их перечисляет comity law categories.

# Shown when a question names an instrument that the pack does not have.
law-instrument-unknown = В пакете нет документа { $id }.
    .do = Их перечисляет comity law instruments.

# Shown when a comparison names no State, or too many.
law-states-count = Для сравнения нужно от 1 до { $most } государств.
    .do = Назовите каждое двухбуквенным кодом: --state TJ --state KZ.

# Shown when a question names more offences than one request can bear.
law-too-many-offences = В вопросе может быть не больше { $most } преступлений.
    .do = Разделите запрос.

# The kind of liability for an offence.
law-liability-criminal = Уголовная

# The kind of liability for an offence.
law-liability-administrative = Административная

# Note on every print of an answer about law.
law-not-advice = Это помощь в составлении, а не юридическая консультация. Сверьте каждое сведение с источником.
