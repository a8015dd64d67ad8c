### Слова страниц. The comments for translators are those of the English file.
### Not reviewed by any authority: see review.toml.

## What can go wrong at the door of a node.

# Shown to a program that asks without a session; a browser is led to the sign-in.
node-not-signed-in = Вход не выполнен.
    .do = Войдите и повторите.
# Which of the three is wrong is not said on purpose.
node-sign-in-failed = Подразделение, сотрудник и парольная фраза не соответствуют друг другу.
    .do = Проверьте имя так, как оно записано в подразделении, и введите фразу снова. Если фраза утрачена, другой сотрудник должен заменить ваш ключ.
# $seconds is a number of seconds.
node-too-many-attempts = Слишком много попыток входа.
    .do = Подождите { $seconds } с и повторите.
# Shown when a form was sent by something else than a page of this node.
node-cross-site = Запрос пришёл не со страницы этого узла; ничего не сделано.
    .do = Откройте страницу в этом браузере и отправьте форму с неё.
# Shown when the node was asked under a name that is not its own.
node-host = Под этим именем узел не отвечает.
    .do = Используйте адрес, который узел показал при запуске.
# Shown for an address that leads nowhere.
node-not-found = Такой страницы нет.
    .do = Вернитесь к списку дел.
# Shown when a page is asked in a way that it does not know.
node-method = Страница не принимает такой запрос.
    .do = Откройте страницу и пользуйтесь её формами.
# $most is a number of bytes.
node-request-too-large = Запрос больше { $most } байт.
    .do = Сократите текст или приложите его файлом.
# Shown when a form or address cannot be read.
node-request-malformed = Запрос невозможно прочитать.
    .do = Откройте страницу снова и заполните форму.
# $seconds is a number of seconds.
node-timeout = Ответ занял больше { $seconds } с.
    .do = Проверьте, записано ли действие, и затем повторите.
# Shown when a proof is asked for an entry that no checkpoint covers yet.
node-not-logged-yet = Запись сохранена, но опубликованный журнал её ещё не охватывает.
    .do = Запросите доказательство через минуту.
# Shown by a node that was started without its passphrase.
node-locked = Узел заблокирован: после запуска никто не ввёл его парольную фразу.
    .do = Попросите администратора разблокировать узел и затем загрузите страницу снова. Ничего не потеряно.
# Shown when a page could not be written; a fault of the program.
node-page = Страницу не удалось построить.
    .do = Сообщите администратору узла код и время.
# $address is a network address.
node-not-loopback = Адрес { $address } доступен с других машин; страницы там выдаются только по TLS.
    .do = Укажите сертификат (--tls-certificate и --tls-key), или пусть узел создаст его сам (--tls-self-signed), или запустите узел на 127.0.0.1 или ::1.
# $address is a network address and a port. The option is one of the command line.
node-no-name = У страниц по адресу { $address } нет имени, под которым их запрашивают браузеры.
    .do = Укажите каждое имя или адрес этой машины через --name, например --name node.example.org.
# $address is a network address, $cause what the operating system says.
node-listen = Адрес { $address } занять не удалось: { $cause }.
    .do = Завершите программу, занявшую порт, или выберите другой порт.

## What one node tells another at its door. The words are those of the node that reads them.

# Another node asked for something that the door does not have. Both offices may see it.
node-door-path = По этому пути у узла для других узлов ничего нет.
    .do = Проверьте, подходят ли друг к другу версии программы на обоих узлах.
# As the one before.
node-door-method = Такой запрос от другого узла не принимается.
    .do = Проверьте, подходят ли друг к другу версии программы на обоих узлах.
# As the one before.
node-door-length = В запросе не указана его длина.
    .do = Проверьте, что запрашивает узел этой программы и что ничто в пути не меняет его запросы.
# As the one before.
node-door-too-large = Запрос больше 64 МиБ.
    .do = Отправляйте меньше за раз или передайте сообщения файлом.
# Shown to a node whose agreement has ended.
node-door-not-known = Ни одно действующее соглашение на том узле не называет ключ этого узла.
    .do = Спросите другое подразделение, не закончилось ли соглашение и не заменён ли ключ.
# Shown to a node that sends again before it has the answer, or while there is too much to do.
node-door-busy = Узел занят другим обменом.
    .do = Делать ничего не нужно: отправка повторится.
# Shown to a node whose exchange took too long.
node-door-timed-out = Обмен занял слишком много времени.
    .do = Делать ничего не нужно: отправка повторится. Если так и останется, проверьте линию.
# Shown when a connection ended in the middle of a request.
node-door-cut = Запрос оборвался до конца.
    .do = Делать ничего не нужно: отправка повторится. Если так и останется, проверьте линию.
# Shown when the answer is too large to send; a fault of the program.
node-door-answer = Ответ узла больше 64 МиБ и не отправлен.
    .do = Сообщите администратору того узла.

## What stands around every page.

# The name of this language in itself; on the button that chooses it.
node-language-name = Русский
# The name of the program.
node-brand = Comity
# The first link of every page, for people who use a keyboard.
node-skip = Перейти к содержанию
# On top of every page of an exercise node. It must not be taken for real work.
node-exercise-banner = Учение: здесь нет ничего настоящего
# The name of the navigation, for screen readers.
node-navigation = Основные страницы
# Before the buttons that choose the language.
node-language = Язык
# In the footer while nobody is named as reviewer of these words.
node-unreviewed = Слова этих страниц на этом языке ещё никто не проверил для официального использования.
# Button.
node-sign-out = Выйти
# The name of the links to earlier and later entries, for screen readers.
node-pages = Части хронологии
# Link to the entries before these.
node-earlier = Более ранние записи
# Link to the entries after these.
node-later = Более поздние записи
# Answer.
node-yes = Да
# Answer.
node-no = Нет
# In place of a value that is not there.
node-none = нет
# In place of an author when the node did something by itself.
node-by-node = сам узел

## Errors.

# Heading of the page of a node that was started without its passphrase.
node-locked-title = Узел заблокирован
# Heading of a page that shows an error.
node-error-title = Это не выполнено
# Before the stable code of an error.
node-error-code = Код:
# Link.
node-error-back = Перейти к делам

## Sign-in.

# Heading.
node-sign-in-title = Вход
# Button.
node-sign-in = Войти
# Label of a field.
node-sign-in-officer = Сотрудник
# Below that field.
node-sign-in-officer-hint = Ваше имя так, как оно записано в подразделении, или ваш идентификатор.
# Label of a field.
node-sign-in-passphrase = Парольная фраза
# Below that field.
node-sign-in-passphrase-hint = Она открывает ваш ключ подписи до выхода, но не дольше 15 минут бездействия и 8 часов всего.
# Shown when no office was founded on the node yet.
node-no-office = На этом узле ещё не учреждено ни одно подразделение.

## Cases.

# Heading and link.
node-cases = Дела
# Above the table of cases.
node-cases-caption = Дела, доступные вам для чтения; последние сверху
# In place of the table.
node-cases-none = Нет дел, доступных вам для чтения.
# Status of a case.
node-case-open = открыто
# Status of a case.
node-case-closed = закрыто
# The name of the box on top of a case, for screen readers.
node-case-facts = О деле
# Heading of a form.
node-open-case-title = Открыть дело
# Button.
node-open-case = Открыть дело
# Label of a field that may stay empty.
node-open-case-number = Регистрационный номер, если есть
# Heading of the entries of a case.
node-timeline = Хронология
# Link at an entry of a time line, to all that proves it.
node-proof-link = Показать доказательство
# Heading of a form.
node-note-title = Написать заметку
# Below the field of a note.
node-note-hint = Заметка подписывается вашим ключом. Позже её можно исправить новой записью или отозвать, но не изменить.
# Button.
node-note-write = Подписать заметку
# Heading of the forms that only some roles see.
node-steer = Кто ведёт дело и его завершение
# Label of a choice of officers.
node-assign-join = Сотрудник, который подключается
# Button.
node-assign = Назначить
# Label of a choice of officers.
node-assign-leave = Сотрудник, который выбывает
# Button.
node-unassign = Снять с дела
# Label of a field.
node-close-reason = Почему дело закрывается
# Below that field.
node-close-hint = Закрытое дело не принимает записей, пока его не возобновят.
# Button.
node-close = Закрыть дело
# Label of a field.
node-reopen-reason = Почему дело возобновляется
# Button.
node-reopen = Возобновить дело

## Proposals: steps that take two persons.

# Heading.
node-case-proposals = Действия, требующие двух лиц
# Heading.
node-office-proposals = Предложения
# In place of the proposals.
node-proposals-none = Ничего не предложено.
# Status of a proposal.
node-proposal-open = ждёт второго лица
# Status of a proposal.
node-proposal-approved = одобрено
# Status of a proposal.
node-proposal-rejected = отклонено
# Before the name of an officer.
node-proposed-by = Предложил(а):
# Before the identifier of the entry that made the proposal.
node-proposal-entry = Обоснование в записи
# In place of the button to approve.
node-second-person = Решить должно другое лицо, имеющее право одобрять.
# Button.
node-approve = Одобрить
# Button.
node-reject = Отклонить
# Label of a field.
node-reject-reason = Почему отклоняется
# What a proposal would do: an officer joins the office.
node-act-add-officer = Новый сотрудник
# Above the button that approves this; says what follows from it.
node-consequence-add-officer = После одобрения это лицо сразу может подписывать от имени подразделения.
# What a proposal would do: an officer gets other roles.
node-act-set-roles = Другие роли
# Above the button that approves this; says what follows from it.
node-consequence-set-roles = После одобрения эти роли сразу заменяют прежние.
# What a proposal would do: an officer gets another key.
node-act-replace-key = Другой ключ
# Above the button that approves this; says what follows from it.
node-consequence-replace-key = После одобрения старый ключ больше никогда ничего не подпишет.
# What a proposal would do: a pack comes into force.
node-act-activate-pack = Пакет вступает в силу
# Above the button that approves this; says what follows from it.
node-consequence-activate-pack = После одобрения всё подразделение сразу работает с этим пакетом.
# What a proposal would do: the content of an entry is destroyed.
node-act-forget = Уничтожить содержание записи
# Above the button that approves this; says what follows from it.
node-consequence-forget = Содержание уничтожается навсегда, в том числе при последующих восстановлениях. Остаётся только подписанное заявление.
# Under the proposal to destroy the content of an entry. A list of entries follows.
node-forget-more = Уничтожается вместе с ней, так как повторяет её
# Under the proposal to destroy the content of an entry. A list of entries follows that are not destroyed.
node-forget-stays = Опирается на неё, может говорить то же и остаётся
# What a proposal would do: a case is written out for a recipient.
node-act-export = Выгрузить дело
# Above the button that approves this; says what follows from it.
node-consequence-export = После одобрения дело может покинуть узел для названного получателя.
# What a proposal would do: exhibits are written out as a package for a recipient.
node-act-package = Выдать вещественные доказательства пакетом
# Above the button that approves this; says what follows from it.
node-consequence-package = После одобрения доказательства могут покинуть узел для названного получателя; если указан ключ, пакет откроет только его владелец.
# What a proposal would do: a request to another state is issued.
node-act-issue-request = Издать запрос
# Above the button that approves this; says what follows from it.
node-consequence-issue-request = После одобрения эту версию запроса можно подписать и отправить.
# What a proposal would do: a message goes to another office.
node-act-send = Отправить в другое подразделение
# What a proposal would do: a recovery phrase or key that was found in an exhibit is shown to whoever proposes it.
node-act-reveal-secret = Показать секрет, один раз
# Above the button that approves this; says what follows from it.
node-consequence-send = После одобрения сообщение может покинуть узел. Отозвать его нельзя.
# What happens when a proposal is approved: a recovery phrase or key is shown to whoever proposes it.
node-consequence-reveal-secret = Сотрудник, который это предлагает, один раз увидит фразу восстановления или ключ открыто и сможет распорядиться тем, что они открывают. С вашим одобрением передаётся ваша половина ключа.
# What a proposal would do.
node-act-file-agreement = Приобщить соглашение с другим подразделением
# Above the button that approves this; says what follows from it.
node-consequence-file-agreement = После одобрения по этому соглашению можно обмениваться сообщениями. Сначала сверьте его отпечаток с другой стороной иным путём.
# What a proposal would do.
node-act-end-agreement = Прекратить соглашение
# Above the button that approves this; says what follows from it.
node-consequence-end-agreement = После одобрения по этому соглашению ничего больше не отправляется, а приходящее отклоняется.
# What a proposal would do: packs that an office publishes are taken from then on.
node-act-trust-publisher = Принимать пакеты от издателя
# Above the button that approves this; says what follows from it.
node-consequence-trust-publisher = После одобрения здесь можно будет предложить пакет, который подписали двое из этой карточки. Сначала сверьте хеш с издателем другим путём.
# What a proposal would do.
node-act-distrust-publisher = Больше не принимать пакеты от издателя
# Above the button that approves this; says what follows from it.
node-consequence-distrust-publisher = После одобрения пакеты от этого издателя больше не принимаются. Принятое раньше остаётся в силе.
# What a proposal would do: which server is asked for time-stamps, and which authorities are believed.
node-act-set-stamp-server = Назначить сервер меток времени
# Above the button that approves this; says what follows from it.
node-consequence-set-stamp-server = После одобрения этому серверу отправляются хеши вещественных доказательств и журнала, а его метки времени признаются по этим сертификатам. Сначала сверьте их хеши с оператором удостоверяющего центра другим путём.
# What a proposal would do: how much of the disk the vault and each case may take.
node-act-set-vault-limits = Ограничить объём хранилища
# Above the button that approves this; says what follows from it.
node-consequence-set-vault-limits = После одобрения приём, который превысил бы этот объём хранилища или дела либо оставил бы на диске меньше места, отклоняется до начала. Уже принятое остаётся.
# Stands before a number of bytes, or before that there is no limit: what the vault may hold in all.
node-vault-most = всего, байтов:
# As before: what one case may hold.
node-vault-most-case = в одном деле, байтов:
# Stands before a number of bytes of the disk.
node-vault-kept-free = остаётся свободным на диске, байтов:
# Stands in the place of the address of a time-stamp server.
node-stamp-server-none = больше ни один сервер не запрашивается
# Stands before the name of the office that published a pack.
node-pack-released = выпущен:
# Stands beside a pack whose version is not newer than the one in force.
node-pack-older = не новее действующего, и это сделано намеренно: прочтите обоснование
# Above what a pack would change. $before and $after are versions.
node-diff-head = С версии { $before } на версию { $after }
# Above what a pack would bring. $after is its version.
node-diff-first = Пакет с этим именем не действует: вся версия { $after } новая.
# Shown when two packs are the same.
node-diff-same = Ничего не меняется.
# Heads a list of answers. $count is a number, $on a day.
node-diff-answers = Другие ответы на { $on } между государствами, для которых сделан пакет: { $count }
# Heads a list of rows of the law pack. $count is a number.
node-diff-rows = Другие строки: { $count }
# Heads a list of files. $count is a number.
node-diff-files = Другие файлы: { $count }
# Heads two answers, before and after. $from and $to are codes of states, $measures are ids of measures for which the answer changes alike.
node-diff-answer = { $from } просит { $to } о { $measures }
# Label of what was said before.
node-diff-before = Было
# Label of what is said after.
node-diff-after = Стало
# In place of an answer.
node-diff-not-asked = Пакет не знает одного из государств или этой меры.
# Before a list of ids of treaties.
node-diff-unchecked = обязывают ли, не установлено:
# Beside a row or file.
node-diff-added = добавлено
# Beside a row or file.
node-diff-removed = удалено
# Beside a row or file.
node-diff-changed = изменено

## The office.

# Heading and link.
node-office = Подразделение
# The title of the page that tells what requests wait for, and the link to it.
node-clocks = Сроки
# A caption above what requests wait for.
node-clocks-overdue = Просрочено
# A caption above what requests wait for.
node-clocks-now = Сделать сейчас
# A caption above what requests wait for.
node-clocks-runs = Идёт
# A caption above what requests wait for.
node-clocks-waits = Ожидается, без срока
# A label: the day of today.
node-clocks-today = Сегодня
# Beside the day of today.
node-clocks-working = рабочий день
# Beside the day of today.
node-clocks-resting = нерабочий день
# A label: from when to when, and the time zone.
node-clocks-hours = Часы работы
# In place of the tables when nothing waits.
node-clocks-none = Ни один из доступных вам запросов ничего не ожидает.
# The journal of the office itself, beside those of its cases.
node-office-journal = Журнал подразделения
# Above a table.
node-officers-caption = Сотрудники
# Above a table.
node-packs-caption = Действующие пакеты
# Caption of a table.
node-publishers-caption = Издатели, чьи пакеты принимаются
# In place of the roles of an officer who has none any more.
node-roles-none = нет роли
# A role in an office.
node-role-investigator = Следователь
# A role in an office.
node-role-analyst = Аналитик
# A role in an office.
node-role-prosecutor = Прокурор
# A role in an office.
node-role-custody-officer = Хранитель активов
# A role in an office.
node-role-supervisor = Руководитель
# A role in an office.
node-role-auditor = Аудитор
# A role in an office.
node-role-administrator = Администратор

## An entry and its proof.

# $sequence is the place of the entry in its case.
node-entry-title = Запись { $sequence }
# Heading.
node-entry-content = Содержание
# When an entry has no content of its own.
node-content-empty = Всё сказано видом записи.
# In place of a content that was destroyed.
node-content-forgotten = Содержание уничтожено. Подписанное заявление остаётся.
# Heading.
node-entry-statement = Заявление
# Below that heading.
node-entry-statement-hint = Это подписал автор.
# Heading.
node-entry-handling = Условия обращения
# Heading.
node-entry-seal = Печать узла
# Below that heading.
node-entry-seal-hint = Это подписал узел, когда принял запись.
# Heading.
node-entry-proof = Доказательство включения в журнал
# Below that heading.
node-entry-proof-hint = С помощью файла ниже любой может проверить без этой программы, что запись включена в журнал.
# In place of the proof.
node-proof-waits = Запись сохранена. Её охватит следующая контрольная точка журнала; запросите через минуту.
# Heading above a list of hashes.
node-proof-path = Хеши от листа до корня
# In place of the hashes.
node-proof-path-none = В журнале одна запись: лист и есть корень.
# Heading above the text of a checkpoint.
node-checkpoint = Контрольная точка, подписанная узлом
# Link to a file.
node-proof-download = Скачать файл доказательства (C2SP tlog-proof)
# Link to a file.
node-checkpoint-download = Скачать контрольную точку
# Before the entry that corrects this one.
node-corrected-by = Исправлена записью
# Before the entry that withdraws this one.
node-withdrawn-by = Отозвана записью
# Before the approval by which the content was destroyed.
node-forgotten-by = Содержание уничтожено решением

## Labels of values.

# Who made an entry.
node-field-author = Автор
# The office of an entry, case or person.
node-field-office = Подразделение
# The case, or the journal of the office, that an entry belongs to.
node-field-journal = Журнал
# The kind of an entry.
node-field-kind = Вид
# When the act took place, as its author says.
node-field-act-time = Время действия, по словам автора
# Other entries that this one speaks of.
node-field-refs = Ссылается на
# The digest of salt and content, SHA-256.
node-field-content-digest = Хеш соли и содержания (SHA-256)
# Whose information it is.
node-field-origin = Источник сведений
# H0 to H3, from police message exchange.
node-field-handling-code = Код обращения
# For what it may be used.
node-field-purposes = Допустимые цели
# To which states it may go.
node-field-recipients = Допустимые получатели
# Whether a recipient may pass it on.
node-field-onward = Дальнейшая передача
# Evidence or intelligence.
node-field-use = Использование
# The last day on which it may be kept.
node-field-retain-until = Хранить до
# When the node recorded an entry.
node-field-recorded = Записано узлом
# Whether the clock stood behind the time recorded last.
node-field-clock-jump = Часы были переведены назад
# The place of an entry in its case, from 0.
node-field-sequence = Место в журнале
# The entry before this one in the same case.
node-field-previous = Предыдущая запись
# The number of the leaf in the log of the node, from 0.
node-field-log-index = Место в общем журнале
# A new life of the log begins with every restore from a backup.
node-field-incarnation = Воплощение журнала
# The digest of the policies under which the node allowed it.
node-field-policies = Разрешено политиками
# The key that signed the statement.
node-field-signed-by = Подписано ключом
# The key that signed the seal.
node-field-sealed-by = Опечатано ключом
# The leaf of the log: the identifier of the entry.
node-field-leaf = Лист
# The content of an entry, as a label.
node-field-content = Содержание
# A file that belongs to an entry.
node-field-attachment = Приложенный файл
# What people call a case.
node-field-title = Название
# The number of a case in the register of the office.
node-field-register-number = Регистрационный номер
# The words of a note.
node-field-text = Текст
# Why something was done.
node-field-reason = Обоснование
# An officer who begins to work on a case.
node-field-joins = Подключается
# An officer who ends working on a case.
node-field-leaves = Выбывает
# The office that shall take a case.
node-field-to-office = В подразделение
# The office that a case has been offered to.
node-field-offered-to = Предложено подразделению
# Why an entry does not count.
node-field-ground = Основание
# What a proposal would do.
node-field-proposes = Предлагает
# A number of entries.
node-field-entries = Записи
# When the last entry of a case was recorded.
node-field-last-recorded = Последняя запись
# Open or closed.
node-field-status = Состояние
# Those who work on a case.
node-field-members = Ведут дело
# The identifier of a case.
node-field-case-id = Идентификатор дела
# The identifier of an office.
node-field-office-id = Идентификатор подразделения
# The identifier of an officer.
node-field-officer-id = Идентификатор
# The identifier of the key of the node.
node-field-node-key = Ключ узла
# The identifier of the key that an officer signs with.
node-field-key = Действующий ключ
# The name of an office, officer or pack.
node-field-name = Имя
# The state of an office.
node-field-country = Государство
# The authority that an office belongs to.
node-field-authority = Ведомство
# Whether an office exists for exercises only.
node-field-exercise = Только для учений
# The two officers who founded an office.
node-field-founders = Учредители
# The packs in force from the beginning.
node-field-packs = Пакеты
# The roles of an officer.
node-field-roles = Роли
# The version of a pack.
node-field-version = Версия
# The digest of a pack.
node-field-digest = Хеш
# Of the wording of a provision.
node-field-statute = Закон
# Of the wording of a provision.
node-field-article = Статья
# Of the wording of a provision.
node-field-wording = Текст
# Of the wording of a provision.
node-field-source = Источник
# Of the wording of a provision.
node-field-as-of = В редакции на
# Of the wording of a provision.
node-field-confirmed-by = Сверил

## Names of fields in the bodies of entries that have no page of their own yet.

# The digest of an exported package.
node-body-package = Пакет выгрузки (SHA-256)
# The identifier of a key.
node-body-key = Ключ
# The place in the case up to which entries are meant.
node-body-up-to = До места
# A number of entries whose content was withheld.
node-body-withheld = Записей удержано
# The identifier of the entry before.
node-body-after = После записи

## Kinds of entries.

# A kind of entry.
node-kind-office-founded = Подразделение учреждено
# A kind of entry.
node-kind-office-founding-confirmed = Учреждение подтверждено
# A kind of entry.
node-kind-proposal-made = Предложение по подразделению
# A kind of entry.
node-kind-proposal-approved = Предложение одобрено
# A kind of entry.
node-kind-proposal-rejected = Предложение отклонено
# A kind of entry: an officer signed a pack for other offices.
node-kind-pack-signed = Пакет выпущен
# A kind of entry: an officer put the wording of a provision into the library of the office.
node-kind-provision-added = Текст нормы внесён в библиотеку
# A kind of entry.
node-kind-provision-removed = Текст нормы изъят из библиотеки
# A kind of entry.
node-kind-node-restored = Узел восстановлен из копии
# A kind of entry.
node-kind-case-opened = Дело открыто
# A kind of entry.
node-kind-note-written = Заметка
# A kind of entry.
node-kind-case-assigned = Назначение
# A kind of entry.
node-kind-case-closed = Дело закрыто
# A kind of entry.
node-kind-case-reopened = Дело возобновлено
# A kind of entry.
node-kind-case-handed-over = Дело передано
# A kind of entry.
node-kind-case-taken-over = Дело принято
# A kind of entry.
node-kind-entry-corrected = Исправление
# A kind of entry.
node-kind-entry-withdrawn = Отзыв
# A kind of entry.
node-kind-case-proposal-made = Предложение
# A kind of entry.
node-kind-case-proposal-approved = Одобрение
# A kind of entry.
node-kind-case-proposal-rejected = Отклонение
# A kind of entry.
node-kind-case-exported = Дело выгружено
# A kind of entry.
node-kind-exhibit-received = Вещественное доказательство принято
# A kind of entry.
node-kind-exhibit-custody-recorded = Передача на хранение
# A kind of entry: copies of exhibits left as a package.
node-kind-exhibit-packaged = Вещественные доказательства упакованы
node-kind-exhibit-custody-confirmed = Вторая подпись
# A kind of entry: the files of an exhibit were compared with what came in.
node-kind-exhibit-checked = Повторная проверка доказательства
# A kind of entry: a file of an exhibit was written out of the vault, in the clear.
node-kind-exhibit-file-given-out = Файл выдан
# A kind of entry.
node-kind-scan-recorded = Поиск в данных
# Kind of an entry: recovery phrases and keys that a search found were sealed to two officers.
node-kind-secrets-sealed = Секреты запечатаны
# A kind of entry.
node-kind-hit-promoted = Находка включена в дело
# A kind of entry.
node-kind-timestamp-taken = Получена метка времени
# A kind of entry: the node had the time-stamp before it stamped.
node-kind-timestamp-renewed = Метка времени продлена
# A kind of entry: the node read files in its vault again, and found what is damaged or whole again.
node-kind-files-checked = Файлы прочитаны заново
# A kind of entry.
node-kind-ledger-read = Чтение реестра
# A kind of entry.
node-kind-trace-recorded = Отслеживание средств
# A kind of entry.
node-kind-request-drafted = Проект запроса
# A kind of entry.
node-kind-request-fact-confirmed = Правовой факт подтверждён
# A kind of entry.
node-kind-request-reviewed = Запрос проверен
# A kind of entry.
node-kind-request-endorsed = Согласование запроса
# A kind of entry.
node-kind-request-recorded = Этап запроса
# A kind of entry.
node-kind-request-received = Запрос получен
# A kind of entry.
node-kind-request-carried-over = Запрос перенесён из старого реестра
# A kind of entry.
node-kind-message-recorded = Сообщение
# A kind of entry.
node-kind-agreement-signed = Соглашение подписано
# A kind of entry.
node-kind-sealing-drawn = Создан ключ для запечатывания
# A kind of entry.
node-kind-sealing-destroyed = Ключ для запечатывания уничтожен
# A kind of entry.
node-kind-keys-published = Объявлены свои ключи
# A kind of entry.
node-kind-keys-received = Получены ключи другой стороны
# A kind of entry.
node-kind-message-drafted = Проект сообщения
# A kind of entry.
node-kind-message-sent = Сообщение отправлено
# A kind of entry.
node-kind-message-queued = Сообщение ждёт доставки
# A kind of entry.
node-kind-message-held = Сообщение пришло раньше очереди
# A kind of entry.
node-kind-message-received = Сообщение получено
# A kind of entry.
node-kind-message-refused = Сообщение отклонено
# A kind of entry.
node-kind-message-opened = Сообщение открыто
# A kind of entry.
node-kind-message-filed = Сообщение приобщено к делу
# A kind of entry.
node-kind-receipt-filed = Квитанция другой стороны
# A kind of entry.
node-kind-message-given-up = Сообщение не подтверждено 30 дней
# A kind of entry.
node-kind-message-taken-up = Повторная отправка сообщения
# A kind of entry.
node-kind-counterpart-heard = Получены сведения о другой стороне
# A kind of entry.
node-kind-counterpart-restored = Узел другой стороны восстановлен из копии
# A kind of entry.
node-kind-counterpart-concern = Сомнение по поводу другой стороны
# A kind of entry.
node-kind-counterpart-accepted = Сомнение рассмотрено и принято
# A kind of entry.
node-kind-counterpart-address-set = Адрес другой стороны
# A kind of entry.
node-kind-checkpoint-cosigned = Журнал другой стороны заверен
# A kind of entry.
node-kind-cosignature-received = Свой журнал заверен другой стороной
# A kind of entry.
node-kind-secret-revealed = Секрет раскрыт

## What an entry is to another that it names.

# Before the identifier of the other entry.
node-ref-about = О запросе
# Before the identifier of the other entry.
node-ref-carries-out = Исполняет
# Before the identifier of the other entry.
node-ref-approves = Одобряет
# Before the identifier of the other entry.
node-ref-rejects = Отклоняет
# Before the identifier of the other entry.
node-ref-confirms = Подтверждает
# What an entry is to another one: that one holds the files.
node-ref-held-by = Хранится в записи
# Before the identifier of the other entry.
node-ref-corrects = Исправляет
# Before the identifier of the other entry.
node-ref-withdraws = Отзывает
# What another entry is to this one.
node-ref-sends = Отправляет
# What another entry is to this one.
node-ref-proposes = Предлагает
# What another entry is to this one.
node-ref-opens = Открывает
# What another entry is to this one.
node-ref-files = Приобщает
# What another entry is to this one.
node-ref-held = Ожидало с
# What another entry is to this one.
node-ref-accepts = Принимает

## Why an entry does not count.

# The ground of a withdrawal.
node-ground-wrong-case = Относится к другому делу
# The ground of a withdrawal.
node-ground-privileged = Защищено тайной
# The ground of a withdrawal.
node-ground-mistaken = Ошибочно

## Handling.

# A handling code of police message exchange, with its meaning.
node-handling-h0 = H0: только для названных целей
# A handling code of police message exchange, with its meaning.
node-handling-h1 = H1: не как доказательство без разрешения
# A handling code of police message exchange, with its meaning.
node-handling-h2 = H2: не передавать без разрешения
# A handling code of police message exchange, with its meaning.
node-handling-h3 = H3: иные условия
# A purpose of use.
node-purpose-criminal-investigation = уголовное расследование
# A purpose of use.
node-purpose-prosecution = уголовное преследование
# When no purpose is named.
node-purposes-none = только для самого дела
# When no state is named.
node-recipients-none = никакому другому государству
# Whether it may be passed on.
node-onward-permitted = разрешена названным получателям
# Whether it may be passed on.
node-onward-with-consent = только с согласия
# Whether it may be passed on.
node-onward-forbidden = запрещена
# What it may serve as.
node-use-intelligence = оперативные сведения: не для суда
# What it may serve as.
node-use-evidence = доказательство

## Exhibits and traces.

# A heading.
node-case-exhibits = Вещественные доказательства
# A heading.
node-case-traces = Трассировки
# A heading.
node-case-requests = Запросы
# $count is a number: how many more there are than the page lists.
node-more = Ещё { $count } здесь не показано.
# $count is a number: how many more characters a text has than the page shows.
node-more-text = { $count ->
        [one] Ещё { $count } знак здесь не показан.
        [few] Ещё { $count } знака здесь не показаны.
       *[other] Ещё { $count } знаков здесь не показано.
    }
# $files and $bytes are numbers.
node-exhibit-holds = Файлов: { $files }, байтов: { $bytes }
# Shown for an exhibit without files.
node-exhibit-thing = Предмет без файлов
# Shown for an exhibit that was withdrawn.
node-exhibit-withdrawn = Это доказательство отозвано и не учитывается.
# Read aloud by screen readers.
node-exhibit-facts = Сведения о доказательстве
# A heading.
node-exhibit-custody = Цепочка хранения
# Heading of the page of an exhibit: that it was read again, what left of it, who saw a secret in it, in the order of time.
node-exhibit-later = Что ещё записано
# In that list: a package with its files was offered to an office of another node.
node-exhibit-offered = Предложено другому подразделению
# Below the list of offers to offices of other nodes.
node-exhibit-offers-hint = Сколько из файла получено, не записывается. Предложение отзывают, отзывая его запись.
# A heading above what is missing in a chain of custody.
node-exhibit-gaps = Недостаёт в цепочке
# A heading; the name of the program follows.
node-exhibit-scan = Найдено поиском
# Shown when a search found nothing.
node-exhibit-scan-none = Ничего не найдено.
# A heading.
node-exhibit-files = Файлы
# $number counts the traces of a case.
node-trace-title = Трассировка { $number }
# Read aloud by screen readers.
node-trace-facts = Сведения о трассировке
# A heading.
node-trace-reached = Достигнутые сервисы
# Below the heading of the services.
node-trace-reached-hint = Кому принадлежит адрес, указано в пакете меток. Строка и дайджест пакета показывают, где это записано.
# Shown when no service was reached.
node-trace-reached-none = Ни один сервис из пакетов меток не достигнут.
# A heading.
node-trace-flow = Поток
# Read aloud instead of the drawing.
node-trace-drawing = Рисунок движения средств; таблица ниже содержит то же самое.
# A heading.
node-trace-rows = Движения
# A heading.
node-trace-again = Проверить заново
# Below the heading; the files follow.
node-trace-again-hint = У кого те же блоки, тот получит тот же дайджест результата: comity chain verify с файлом результата.
# A field.
node-field-holds = Содержит
# Field: when the sessions began in which the files of an exhibit were taken in, where that was interrupted.
node-field-sessions = Принято за несколько сеансов
# Stands after the time at which a session began. $files is a number.
node-session-files = { $files ->
        [one] { $files } файл
        [few] { $files } файла
       *[many] { $files } файлов
    }
# Field: files of an exhibit that were not whole when the node read them again.
node-field-damaged = Повреждённые файлы
# Field: what was found when files were read again.
node-field-finding = Что обнаружено
# Field of an office: where the files of exhibits lie, and when all of them were read again.
node-field-vault = Хранилище
# What was found of a file when it was read again.
node-finding-decayed = не такой, каким был записан: байты изменились
# What was found of a file when it was read again.
node-finding-malformed = обрезан или больше не является файлом хранилища
# What was found of a file when it was read again.
node-finding-unreadable = не читается с диска
# What was found of a file when it was read again, after it was not so.
node-finding-whole = снова цел
# Stands before a time: until then the whole vault was read again.
node-vault-whole = прочитано заново целиком:
# The node has not read its whole vault again.
node-vault-not-yet = целиком заново ещё не прочитано
# $count is a number of files in the vault.
node-vault-damaged = { $count ->
        [one] повреждён { $count } файл
        [few] повреждены { $count } файла
       *[many] повреждено { $count } файлов
    }; в делах, где они хранятся, указано, какие
# $count is a number of files that an entry holds and that the vault has no more.
node-vault-missing = { $count ->
        [one] недостаёт { $count } файла
       *[many] недостаёт { $count } файлов
    }; в делах, где они хранятся, указано, каких
# A field.
node-field-root = Корень описи
# A field.
node-field-in-place = Находится в
# A field.
node-field-holder = Хранитель
# A field: warrant, consent, order.
node-field-legal-authority = Правовое основание
# A field.
node-field-taken-in = Принято записью
node-field-make = Изготовитель
node-field-model = Модель
node-field-serial = Серийный номер
node-field-imei = IMEI
node-field-capacity = Ёмкость в байтах
node-field-power = Состояние питания при обнаружении
node-field-clock-ahead = Часы спешили, секунд
node-field-unread = Непрочитанные байты
# A field of an entry about evidence, or a value of one.
node-field-exhibit = Вещественное доказательство
# A field of an entry about evidence, or a value of one.
node-field-copy = Рабочая копия
# A field of an entry about evidence, or a value of one.
node-field-copy-made = Изготовлена рабочая копия
# A field of an entry about evidence, or a value of one.
node-field-present = Присутствовали
# A field of an entry about evidence, or a value of one.
node-field-seals-found = Обнаруженные пломбы
# A field of an entry about evidence, or a value of one.
node-field-seals-left = Установленные пломбы
# A field of an entry about evidence, or a value of one.
node-field-condition = Состояние
# A field of an entry about evidence, or a value of one.
node-field-storage = Место хранения
# A field of an entry about evidence, or a value of one.
node-field-transport = Перевозка
# A field of an entry about evidence, or a value of one.
node-field-change = Неизбежное изменение
# A field of an entry about evidence, or a value of one.
node-field-recipient = Получатель
# A field of an entry about evidence, or a value of one.
node-field-program = Программа
# A field of an entry about evidence, or a value of one.
node-field-files-read = Прочитано файлов
# A field of an entry about evidence, or a value of one.
node-field-files-unread = Не прочитано файлов
# A field of an entry: what came of comparing an exhibit with what came in.
node-field-check-result = Результат
# What came of comparing an exhibit with what came in.
node-check-unchanged = Без изменений
# What came of comparing an exhibit with what came in.
node-check-changed = Изменено, повреждено или отсутствует
# What came of comparing an exhibit with what came in: not all could be read.
node-check-undecided = Не установлено
# A field of an entry: the paths of files that are not as they came in.
node-field-check-found = Не совпадает с поступившим
# A field of an entry about evidence, or a value of one.
node-field-found = Найдено
# A field of an entry about evidence, or a value of one.
node-field-account-of = Чей счёт
# A field of an entry about evidence, or a value of one.
node-field-reached = Достигнутые сервисы
# A field of an entry about evidence, or a value of one.
node-field-stamp-of = Штамп времени на
# A field of an entry about evidence, or a value of one.
node-field-stamp-time = Время штампа
# A field of an entry about evidence, or a value of one.
node-field-stamp-until = Проверяемо до
# A field of an entry about evidence, or a value of one.
node-stamp-checkpoint = Журнал на тот момент
# A field of an entry about evidence, or a value of one.
node-stamp-exhibit = Вещественное доказательство
# A field of an entry about evidence, or a value of one.
node-account-suspect = Подозреваемый
# A field of an entry about evidence, or a value of one.
node-account-victim = Потерпевший
# A field of an entry about evidence, or a value of one.
node-account-witness = Свидетель
# A field of an entry about evidence, or a value of one.
node-account-service = Сервис
# A field of an entry about evidence, or a value of one.
node-account-other = Иное лицо
# A field of an entry about evidence, or a value of one.
node-account-unknown = Неизвестно
# A field.
node-field-network = Сеть
# A field.
node-field-method = Метод
# A field.
node-field-direction = Направление
# A field.
node-field-from = Начало
# A field: the height of a block.
node-field-height = На высоте
# A field: coins at the start.
node-field-started = Исходная сумма
# A field: where the coins ended.
node-field-ended = Завершилось
# A field.
node-field-tag-packs = Пакеты меток
# A field.
node-field-result-digest = Дайджест результата
# A field.
node-field-entry = Запись
# A column.
node-column-act = Действие
# A column.
node-column-when = Когда
# A column.
node-column-place = Место
# A column: who gave it.
node-column-giver = Передал
# A column: who took it.
node-column-taker = Принял
# A column.
node-column-reason = Причина
# A column.
node-column-entry = Запись
node-column-second-signature = Вторая подпись
# A column: what a search found.
node-column-find = Находка
# A column.
node-column-kind = Вид
# A column: how sure a hit is.
node-column-class = Достоверность
# A column: file and place in it.
node-column-place-in-file = Где
# A column.
node-column-file = Файл
# A column.
node-column-bytes = Байты
# A column: an amount in coins.
node-column-coins = BTC
# A column: who holds an address.
node-column-holder = Держатель
# A column.
node-column-category = Категория
# A column.
node-column-address = Адрес
# A column: row and digest of a tag pack.
node-column-tag = Строка и пакет меток
# A column: transactions since the start.
node-column-hop = Шаг
# A column.
node-column-height = Высота
# A column: transaction and output.
node-column-output = Выход
# A column: why it was followed no further.
node-column-end = Далее
# An act of custody.
node-custody-collected = Изъято
# An act of custody.
node-custody-received = Получено
# An act of custody.
node-custody-handed-over = Передано
# An act of custody.
node-custody-copied = Скопировано
# An act of custody.
node-custody-examined = Исследовано
# An act of custody.
node-custody-sealed = Опечатано
# An act of custody.
node-custody-opened = Вскрыто
# An act of custody.
node-custody-returned = Возвращено
# An act of custody.
node-custody-destroyed = Уничтожено
# What a search found.
node-hit-bitcoin-address = Биткоин-адрес
# What a search found.
node-hit-tron-address = Адрес TRON
# What a search found.
node-hit-evm-address = Адрес Ethereum или подобной сети
# What a search found.
node-hit-bitcoin-cash-address = Адрес Bitcoin Cash
# What a search found.
node-hit-litecoin-address = Адрес Litecoin
# What a search found.
node-hit-dogecoin-address = Адрес Dogecoin
# What a search found.
node-hit-dash-address = Адрес Dash
# What a search found.
node-hit-zcash-address = Адрес Zcash
# What a search found.
node-hit-monero-address = Адрес Monero
# What a search found.
node-hit-xrp-address = Адрес сети XRP Ledger
# What a search found.
node-hit-solana-address = Адрес Solana
# What a search found.
node-hit-ton-address = Адрес TON
# What a search found.
node-hit-transaction-id = Идентификатор транзакции
# What a search found.
node-hit-extended-public-key = Расширенный открытый ключ кошелька
# What a search found.
node-hit-extended-private-key = Расширенный закрытый ключ кошелька
# What a search found.
node-hit-wif-key = Закрытый ключ
# What a search found.
node-hit-electrum-phrase = Фраза восстановления Electrum
# What a search found.
node-hit-monero-phrase = Фраза восстановления Monero
# What a search found.
node-hit-email-address = Адрес электронной почты
# What a search found.
node-hit-url = Веб-адрес
# What a search found.
node-hit-domain-name = Доменное имя
# What a search found.
node-hit-onion-service = Служба onion
# What a search found.
node-hit-ip-address = IP-адрес
# What a search found.
node-hit-telephone-number = Номер телефона
# What a search found.
node-hit-messenger-name = Имя в мессенджере
# What a search found.
node-hit-iban = IBAN
# What a search found.
node-hit-payment-card = Платёжная карта
# What a search found.
node-hit-pgp-public-key = Открытый ключ PGP
# What a search found.
node-hit-pgp-private-key = Закрытый ключ PGP
# What a search found.
node-hit-pgp-message = Сообщение PGP
# What a search found: a file in which a program keeps the keys of a wallet.
node-hit-wallet-file = Файл кошелька
# What a search found: a rule of the language YARA that an officer gave.
node-hit-rule = Правило
# What a search found.
node-hit-bip39-phrase = Фраза восстановления
# How sure a hit is: its checksum is right.
node-class-verified = Контрольная сумма верна
# How sure a hit is: the kind has no checksum.
node-class-well-formed = Правильная форма
# How sure a hit is.
node-class-shape-only = Только внешний вид
# How sure a hit is: a rule that an officer gave holds.
node-class-matched = Правило сработало
# A method of tracing.
node-method-fifo = Первым пришёл — первым ушёл
# A method of tracing.
node-method-lifo = Последним пришёл — первым ушёл
# A method of tracing.
node-method-haircut = Пропорционально (haircut)
# A method of tracing.
node-method-poison = Всё, чего коснулось (poison)
# A method of tracing.
node-method-lowest-intermediate-balance = Наименьший промежуточный остаток
# A direction of tracing.
node-direction-forward = Вперёд: куда ушли деньги
# A direction of tracing.
node-direction-backward = Назад: откуда пришли деньги
# A category of service.
node-category-exchange = Биржа
# Where money ended.
node-end-followed = Прослежено дальше
# Where money ended.
node-end-service = Достигло сервиса
# Where money ended.
node-end-unspent = Не потрачено
# Where money ended.
node-end-fee = Комиссия
# Where money ended or came from.
node-end-new-coins = Новые монеты и комиссии блока
# Where money ended or came from.
node-end-named-address = Адрес, на котором следует остановиться
# Where money ended or came from.
node-end-named-transaction = Транзакция, на которой следует остановиться
# Where money ended or came from.
node-end-coinjoin = CoinJoin
# Where money ended or came from.
node-end-age = За пределами заданного времени
# Where money ended.
node-end-joins-start = Дошло до другого начала и учтено там
# Where money ended.
node-end-hops = Предел шагов
# Where money ended.
node-end-least-value = Меньше наименьшей суммы
# Where money ended.
node-end-output-limit = Предел числа выходов
# Where money ended.
node-end-unknown-input = Участвует вход неизвестной стоимости
# Where money ended.
node-end-unspendable = Нельзя потратить
# Where money ended.
node-end-overwritten = Перезаписано

## Requests.

# The name of the list of links to the parts of a page, for screen readers.
node-request-contents = На этой странице
# A heading: form, states, stage and numbers of a request.
node-request-part-about = О запросе
# A heading: what an officer does next with a request.
node-request-part-next = Что дальше
# A heading: what is missing in a request.
node-request-part-check = Полнота
# A heading: legal facts that a jurist must confirm or overrule.
node-request-part-facts = Факты, которые подтверждает юрист
# A heading: the treaties on which a request rests.
node-request-part-basis = Правовое основание
# A heading: the fields of a request.
node-request-part-says = Содержание запроса
# A heading: the versions of a request.
node-request-part-versions = Версии
# A heading: the files of a request.
node-request-part-files = Файлы
# A heading: what happened to a request.
node-request-part-life = Что произошло
# The name of the list of terms that run, for screen readers.
node-request-clocks = Сроки и открытые вопросы
# Before a term that needs somebody now.
node-request-urgent = Срочно:
# In a list of requests: which state asks which. $from and $to are names of states.
node-request-between = { $from } → { $to }
# In place of a step when nothing stands out.
node-request-next-none = Какого-либо одного шага нет. Сначала то, что отмечено выше; что может последовать, указано ниже.
# In place of a step when nobody waits any more.
node-request-next-ended = По этому запросу больше никто ничего не ждёт.
# What comes next; the command to type follows. $question is the number or name of a question.
node-request-next-answer = Ответьте на вопрос { $question }.
# What comes next; the command to type follows. $more is another option of it.
node-request-next-fill = Заполните недостающее: добавьте указанный ниже параметр для каждого поля или { $more } для многих значений сразу.
# What comes next; the command to type follows.
node-request-next-review = Другой сотрудник читает эту версию и пропускает её или возвращает.
# What comes next; the command to type follows.
node-request-next-propose = Предложите издать эту версию.
# A link to the case, where the proposal waits; the command to type follows.
node-request-next-approve = Другое лицо одобряет предложение издать эту версию.
# What comes next; the command to type follows.
node-request-next-clear = Юрист подтверждает каждый факт ниже или берёт его на себя, поимённо и с обоснованием.
# What comes next; the command to type follows.
node-request-next-issue = Издайте эту версию под исходящим регистрационным номером.
# What comes next; the command to type follows. $more is the title of a step of the approval chain.
node-request-next-endorse = Следующее согласование ведомства: { $more }.
# What comes next; the command to type follows. $more is another command.
node-request-next-send = Отправьте запрос и укажите, каким каналом. По соглашению { $more } делает и то и другое.
# What comes next; the command to type follows. $more is options of it.
node-request-next-acknowledge = Подтвердите получение запроса; с { $more } данные хранятся с сегодняшнего дня.
# What comes next in an emergency; the command to type follows.
node-request-next-call-back = Срочно: до передачи данных перезвоните запрашивающему по номеру из собственного справочника. Данные передаёт другой сотрудник.
# A heading above what stands in the way of issue.
node-request-obstacles = Что мешает изданию
# Above a table of events and the commands that record them.
node-request-allowed = Что может произойти дальше и что набрать
# The title of that table.
node-request-allowed-caption = События, которые могут последовать
# Above that table.
node-request-allowed-hint = Команда, которой не хватает параметра, называет его.
# Before the verdict of a complete request.
node-request-complete = Всё, чего требуют форма или документ, на который дана ссылка, есть.
# What a check found. The values are numbers.
node-request-verdict = Полей с ошибкой или пустых: { $errors }. Недостаёт иных сведений, которых требует документ, на который дана ссылка: { $missing }. Обдумать: { $warnings }.
# What a check of another state's request found. The values are numbers.
node-request-own-verdict = По нашим собственным пакетам. Полей с ошибкой или пустых: { $errors }. Недостаёт иных сведений, которых требует документ, на который дана ссылка: { $missing }. Обдумать: { $warnings }.
# On a request of another state whose form is not known here.
node-request-not-checked = Наши пакеты не знают этой формы или её вопроса, поэтому ничего не проверено.
# Above a table.
node-request-errors = Исправить до издания
# Above a table.
node-request-errors-received = Что по нашим пакетам неверно или отсутствует
# Above a table.
node-request-warnings = Замечания, которые не препятствуют
# What a reader opens: remarks of a check that do not stand in the way of issue. Their number follows.
node-request-warnings-all = Обдумать:
# In place of what is wrong with a field.
node-request-content-missing = Нет сведений, которых требует документ, на который дана ссылка.
# In place of the name of a field, where a remark is about the whole request.
node-request-whole = Весь запрос
# Who asks for a field, where no instrument does.
node-request-asked-by-form = Форма
# Beside an instrument.
node-request-not-cited = ссылки на него нет
# Beside an instrument.
node-request-cited = есть ссылка
# Something that a jurist must overrule; the language follows.
node-request-words-unreviewed = Слова, которыми печатается запрос, никто не проверял
# Below the heading of the facts; the command to type follows. The values are a word and three options of it.
node-request-confirm-how = Юрист набирает, указав номер факта (или { $all }) и { $confirm }, { $overrule } или { $reject }:
# Beside a fact.
node-request-nobody-spoke = Никто ещё не подтвердил это и не взял на себя
# Below the heading of the legal basis.
node-request-recorded-only = Действующие пакеты не знают этой формы или её вопроса. Ниже то, что записано вместе с версией.
# Above what a reader may open: instruments that a request does not cite.
node-request-others = Другие документы между двумя государствами
# Below the legal basis. $pack is a digest, $compiled a day.
node-request-pack-same = Помощь в составлении, а не юридическая консультация. Ответ дан пакетом права { $pack } от { $compiled }, которым проверена и версия.
# Below the legal basis. $pack is a digest, $compiled a day.
node-request-pack-other = Помощь в составлении, а не юридическая консультация. Ответ дан действующим сейчас пакетом права { $pack } от { $compiled }; версия проверена другим.
# Below the legal basis. $pack is a digest.
node-request-pack-recorded = Помощь в составлении, а не юридическая консультация. Записано из пакета права { $pack }.
# A field: the official name of a treaty.
node-request-official-name = Официальное название
# A field: what a treaty provides for what is asked.
node-request-provides = Для этой меры
# Beside what a treaty provides or asks for. $articles lists articles.
node-request-articles = Статьи: { $articles }
# A field: whether a treaty binds both states.
node-request-binds = Обязывает оба государства
# A field: which paragraphs of a treaty yield to another.
node-request-yields = Что уступает
# $paragraphs is a range of paragraphs, $clause the clause that says so; the other treaties follow.
node-request-yields-yes = Пункты { $paragraphs } уступают другому договору, действующему между двумя государствами (положение { $clause }):
# As the one before.
node-request-yields-unclear = Пункты { $paragraphs } могут уступать другому договору (положение { $clause }); действует ли такой, не ясно.
# As the one before.
node-request-yields-no = Не известен другой договор, которому уступали бы пункты { $paragraphs } (положение { $clause }).
# A field: which treaty takes the place of this one.
node-request-replaced = Что его заменяет
# A field: whether the offences open a treaty.
node-request-opens = Применимость к преступлениям
# A field: to which authority a request under a treaty goes.
node-request-addressee = Кому направлять
# In place of the name of an authority.
node-request-addressee-unknown = не найден: спросите до отправки
# A field: what a fact rests on, with the date of the source and how sure it is.
node-request-sources = Источники
# In place of a source.
node-request-no-source = без источника
# In place of the date of a source.
node-request-date-unknown = дата неизвестна
# Above a table of the ways that remain where no treaty obliges.
node-request-ways = О чём можно просить, когда ничто не обязывает
# Above a table of the ways that remain beside a treaty.
node-request-ways-besides = О чём можно просить помимо этого
# A field: whether a request is ours or theirs.
node-request-side = Сторона
# A value of that field.
node-request-side-sender = Запрашивает этот орган
# A value of that field.
node-request-side-receiver = Запрос адресован этому органу
# A field.
node-request-form = Форма
# A field: where a request stands in its life.
node-request-stage = Этап
# A field: in which languages a request is written and printed.
node-request-languages = Языки
# A field: the number that the other side gave.
node-request-their-reference = Номер другой стороны
# A field: the office that carries out a request.
node-request-assigned-to = Исполняет
# A label: the name of a step of the approval chain.
node-request-step = Согласование
# A label: the steps of the approval chain.
node-request-chain = Согласования ведомства
# Beside a step of the approval chain that nobody has taken.
node-request-step-open = ещё не дано
# A label: what the call to the other side found.
node-request-call-answer = Ответ
# What a call found.
node-request-call-confirmed = Запрос подтверждён
# What a call found.
node-request-call-denied = Запрос не подтверждён
# A label: a name.
node-request-spoke-with = Собеседник
# A label: a telephone number.
node-request-call-number = Набранный номер
# A label: the directory that a telephone number is from.
node-request-number-from = Источник номера
# A label: for what a cost arose.
node-request-cost = За что
# A label: a sum of money.
node-request-amount = Сумма
# A label: who bears a cost.
node-request-borne-by = Несёт
# A heading: what a person weighs before a refusal.
node-request-part-grounds = Отказ или отсрочка
# A caption above grounds for refusal with their articles.
node-request-grounds-caption = Основания, по которым в помощи может быть отказано
# Above the grounds for refusal.
node-request-grounds-hint = Есть ли такое основание и стоит ли на него ссылаться, решает человек; само собой ничего не следует. Сначала проконсультируйтесь с другой стороной.
# A column: a ground for refusal.
node-column-ground = Основание
# A label; instruments with articles follow.
node-request-grounds-secrecy = Банковская тайна — не основание
# A label; instruments with articles follow.
node-request-grounds-fiscal = Налоговый характер — не основание
# A label; instruments with articles follow.
node-request-grounds-reasons = Отказ мотивируется
# A label; instruments with articles follow.
node-request-grounds-postponement = Помощь может быть отсрочена или оказана на условиях
# A label: what evidence went back.
node-request-returned = Возвращено
# A label: the number of a receipt.
node-request-receipt-number = Номер расписки
# A field: why a request was refused or put off.
node-request-reasons = Указанные причины
# A field: whose key signed the machine-readable copy.
node-request-signed-by = Двойник подписан
# A value of that field.
node-request-unsigned = никем: подпись не проверялась. Отпечаток внутри сходится: случайных изменений нет, но кто писал, он не показывает.
# A value of that field; the identifier of the key follows.
node-request-signer-unknown = ключ, не названный ни в одном соглашении
# A value: from one time to another.
node-request-period = с { $from } по { $to }
# A field: who wrote a version, when, and the entry.
node-request-written-by = Составил
# A field: who took a request of another state in, when, and the entry.
node-request-taken-by = Принял
# A field: what a check found when a version was written.
node-request-found = Результат проверки
# A field: the digest of a law pack.
node-request-law-pack = Проверено пакетом права
# A field: languages.
node-request-unreviewed = Непроверенные слова
# A field: who reviewed a version or sent it back.
node-request-read-by = Прочли
# A field: who approved a version.
node-request-approved-by = Одобрили
# A field: the register number under which a version was issued.
node-request-issued-under = Издано под номером
# Above a table.
node-request-files-caption = Файлы записей этого запроса
# Above a table.
node-request-life-caption = События этого запроса по порядку
# A file.
node-request-file-original = Оригинал для подписи и печати
# A file.
node-request-file-advance = Предварительная копия
# A file.
node-request-file-twin = Машиночитаемый двойник
# A file.
node-request-file-signature = Подпись узла под двойником
# A file.
node-request-file-acknowledgement = Подтверждение получения
# A file.
node-request-file-answer = То, о чём просили: пакет
# A file of another name.
node-request-file-other = Другой файл
# A field: by which way an advance copy went.
node-request-channel = Канал
# A field: the number of the covering note.
node-request-note-number = Номер ноты
# A field: the number of the courier or bag.
node-request-courier-number = Номер отправления
# A field: what kind of signature file it is.
node-request-format = Формат
# A field: the number or name of a question.
node-request-question = Вопрос
# Beside an answer that came after another one.
node-request-further-answer = новый ответ вместо прежнего
# A field: what was done.
node-request-done = Сделано
# A field: what was not done yet.
node-request-outstanding = Осталось
# A field: the digest of what came of a request.
node-request-result = Результат (SHA-256)
# A field: until when a request is put off.
node-request-until = До
# A field.
node-request-keep-days = Дней хранения
# A field of an entry: a link to the request that it is about.
node-request-link = Запрос
# A column: what happened.
node-column-event = Событие
# A column: what to type.
node-column-command = Команда
# A column: whether the request names this way.
node-column-chosen = Названо в запросе
# A column: why a way is open, and what it is worth.
node-column-worth = Чего стоит
# A column.
node-column-source = Источник, его дата, достоверность
# A column.
node-column-field = Поле
# A column: what is wrong and what to do.
node-column-wrong = Что не так и что сделать
# A column: which instruments and articles ask for a field.
node-column-asked-by = Кто требует
# A column: what to think twice about.
node-column-think = Что обдумать
# A column: what a file is.
node-column-what = Что это
# A column: the case.
node-column-case = Дело
# A column.
node-column-day = День
# A column: who did it.
node-column-by = Кто
# A column: what an event says.
node-column-said = Содержание
# What another entry is to this one: the message by which something left.
node-ref-sent-by = Отправлено сообщением
# What another entry is to this one: the filed message from which something was taken.
node-ref-taken-from = Взято из сообщения

# Link in the head of each page, to what the law pack says.
node-law = Право

# Title of a page and name of its link.
node-law-basis = На каком основании можно просить о помощи?

# Title of a page and name of its link.
node-law-compare = Составы преступлений рядом

# Title of a page and name of its link.
node-law-gaps = Пробелы по сравнению с документом

# Title of a page and name of its link.
node-law-to-verify = Что требует проверки

# Hint above the form.
node-law-basis-about = Какие документы связывают оба государства в этот день, что каждый даёт для этой меры и что остаётся, если ни один не обязывает.

# Hint above the form.
node-law-compare-about = Что и как наказывается в нескольких государствах, с наказаниями и признаками. Отметьте государства.

# Hint above the form.
node-law-gaps-about = Какие составы и полномочия документа есть в праве государства, насколько это видно из пакета.

# Hint above the form.
node-law-to-verify-about = Рабочий список для юристов: сведения, на которых основаны ответы о двух государствах и которые не достоверны.

# Name of a form, for those who hear it.
node-law-question = Вопрос

# First line of a list to choose from.
node-law-choose = Выберите

# Label of a list to choose from.
node-law-measure = Мера

# Label of boxes to tick.
node-law-offences = Виды преступлений

# Button that sends the question.
node-law-ask = Показать

# Heading above an answer.
node-law-answer = Ответ

# Opens the list of instruments that bind both States but cannot be cited for this request.
node-law-not-carrying = Другие документы между ними, которые этот запрос не обосновывают

# Link to the same table as a PDF.
node-law-paper = То же на бумаге (PDF)

# Below an answer. $pack is a digest, $compiled a day.
node-law-pack = Пакет права { $pack }, составлен { $compiled }.

# Heading.
node-law-dual = Обоюдное признание деяния преступлением

# Label: whether the act is an offence in both States.
node-law-dual-answer = Преступно ли деяние в обоих государствах

# Label: whether the measure is coercive.
node-law-coercion = Принуждение

# Label above the instruments that let help be refused.
node-law-dual-grounds = Документы, позволяющие отказать при её отсутствии

# Beside an instrument. $clause is an article.
node-law-non-coercive = Помощь без принуждения всё же должна быть оказана ({ $clause }).

# Label above measures that need less coercion.
node-law-milder = О чём можно просить с меньшим принуждением

# Caption of a table.
node-law-dual-table = Норма рядом с нормой

# Before an element that both provisions ask for.
node-law-element-both = Обе

# Before an element that only the requesting State's provision asks for.
node-law-element-here = Только запрашивающее государство

# Before an element that only the requested State's provision asks for.
node-law-element-there = Только запрашиваемое государство

# Heading of a column.
node-law-column-here = В запрашивающем государстве

# Heading of a column.
node-law-column-there = В запрашиваемом государстве

# Heading of a column.
node-law-column-answer = Обоюдное признание деяния преступлением

## Statistics of requests

# Name of the form that asks for a period.
node-statistics-period = Период

# Hint in the form that asks for a period.
node-statistics-period-about = Запрос учитывается в день, когда он издан или поступил. Пустое поле оставляет период открытым.

# Button of the form that asks for a period.
node-statistics-count = Посчитать

# Link to the figures as a file.
node-statistics-csv = Цифры для электронной таблицы (CSV)

## Versions of a request compared

# Title of a page, and link to it.
node-request-compare = Сравнение версий

# Button of the form that asks which versions are compared.
node-request-compare-do = Сравнить

# Caption of a table of fields.
node-request-compare-caption = Чем вторая версия отличается от первой

# Something that two versions have differently.
node-request-compare-cited = Упомянутые договоры

# Something that two versions have differently.
node-request-compare-translation = Язык рядом с языком составителя

# Something that two versions have differently.
node-request-compare-form = Форма была другой.

# Something that two versions have differently.
node-request-compare-law = Ответ дал другой правовой пакет.
# A kind of entry: what is in the case was found in other places, too.
node-kind-hit-placed = Другие места находки
# A kind of entry: the owner of another case is asked about a value that both know.
node-kind-owner-asked = Вопрос ведущему другого дела
# A kind of entry.
node-kind-owner-answered = Ответ на вопрос из другого дела
# The role of a reference: to the exhibit that an entry is about.
node-ref-exhibit = Вещественное доказательство
# A reference to the search in which something was found.
node-ref-found-in = Найдено при поиске
# A reference to the entry that took a value into the case.
node-ref-account = К находке
# A reference to the question that is answered.
node-ref-answers = Отвечает на
# A heading of the page of a case.
node-case-leads = Что найдено
# A heading: what the case holds of hits, and what other cases know of it.
node-leads = Кошельки, счета и лица
# A link. $count is a number.
node-leads-count = Кошельки, счета и лица: { $count }
# Shown when no hit was taken into the case.
node-leads-none = В это дело ещё не включена ни одна находка. Проведите поиск в вещественном доказательстве и включите важное с его страницы.
# A mark of what was withdrawn.
node-leads-withdrawn = Отозвано: не учитывается.
# A label: what a hit is in the case.
node-field-becomes = В деле
# A label: whose wallet or account it is taken to be.
node-field-whose = Чей, по версии следствия
# A label: which other cases of the node know it.
node-field-elsewhere = Известно в других делах
# What a hit is in the case.
node-becomes-subject = Лицо
# What a hit is in the case.
node-becomes-account = Учётная запись или счёт
# What a hit is in the case.
node-becomes-wallet = Кошелёк
# Whose a wallet or account is taken to be.
node-whose-suspect = Подозреваемый
# Whose a wallet or account is taken to be.
node-whose-victim = Потерпевший
# Whose a wallet or account is taken to be.
node-whose-witness = Свидетель
# Whose a wallet or account is taken to be.
node-whose-service = Сервис
# Whose a wallet or account is taken to be.
node-whose-other = Другое лицо
# Whose a wallet or account is taken to be.
node-whose-unknown = Неизвестно
# Another case, which the reader may not read, knows the value; the name of its office follows.
node-match-closed = Совпадение есть. Спросите ведущего
# A button.
node-ask = Спросить ведущего
# A label.
node-ask-reason = Почему вы спрашиваете
# Below a field. What is told by asking.
node-ask-hint = Ведущий увидит ваше имя, ваш отдел, это значение и этот текст, но ничего из вашего дела. Вопрос станет записью.
# A heading.
node-questions-to = Вопросы из других дел
# A heading.
node-questions-by = Вопросы этого дела
# A button.
node-answer = Ответить
# A label.
node-answer-text = Что можно сообщить спросившему
# Below a field. What is told by answering.
node-answer-hint = Каждый, кому доступно дело спросившего, увидит ваше имя, ваш отдел и этот текст, но ничего из этого дела. Ответ станет записью.
# A column: the entry that took a hit into the case.
node-column-taken = В деле
# A heading of a form.
node-promote-title = Включить находки в дело
# Below a heading.
node-promote-hint = Если значение уже есть в деле, добавляется новое место. От секрета в дело идут только маска и отпечаток.
# A choice: what a hit becomes follows from its kind.
node-promote-by-kind = По её виду
# A button.
node-promote-ticked = Включить отмеченные
# A button.
node-promote-verified = Включить все с верной контрольной суммой
# A heading: pages of web captures.
node-captured = Сохранённые веб-страницы
# A link. $count is a number.
node-captured-count = Сохранённые веб-страницы: { $count }
# A label of a field for a search.
node-captured-find = Поиск
# Below a field.
node-captured-find-hint = Часть веб-адреса, заголовка или всего, что найдено на странице: кошелька, ключа, имени.
# A button.
node-captured-search = Показать страницы
# Shown when there are no pages, or none that is looked for.
node-captured-none = Таких страниц нет.
# A heading.
node-captured-shared = На нескольких страницах
# The caption of a table.
node-captured-shared-hint = Что связывает страницы между собой
# A column: how many pages.
node-captured-pages = Страниц
# A heading.
node-captured-list = Страницы
# A label.
node-captured-url = Веб-адрес
# A label.
node-captured-date = Сохранена
# A label: the answer of the server, a number.
node-captured-status = Код ответа
# A label: what the page is written in.
node-captured-media = Тип содержимого
# A label.
node-captured-digest = Хеш в архиве
# A label.
node-captured-exhibit = Вещественное доказательство
# Before a link to the entry that took the value into the case.
node-captured-account = В деле:
# $count is the number of other pages that show the same.
node-captured-others = { $count ->
        [0] только на этой странице
        [one] ещё на { $count } странице
       *[other] ещё на { $count } страницах
    }
