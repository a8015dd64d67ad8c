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
