### واژه‌های صفحه‌ها. The comments for translators are those of the English file.
### Not reviewed by any authority: see review.toml.

## What can go wrong at the door of a node.

# Shown to a program that asks without a session; a browser is led to the sign-in.
node-not-signed-in = کسی وارد نشده است.
    .do = وارد شوید و دوباره تلاش کنید.
# Which of the three is wrong is not said on purpose.
node-sign-in-failed = اداره، مأمور و عبارت عبور با هم مطابقت ندارند.
    .do = نام را همان‌گونه که در اداره ثبت است بررسی کنید و عبارت عبور را دوباره بنویسید. اگر عبارت از دست رفته است، مأمور دیگری باید کلید شما را عوض کند.
# $seconds is a number of seconds.
node-too-many-attempts = تلاش برای ورود بیش از اندازه بود.
    .do = { $seconds } ثانیه صبر کنید و دوباره تلاش کنید.
# Shown when a form was sent by something else than a page of this node.
node-cross-site = این درخواست از صفحه‌ای از این گره نیامده است و کاری انجام نشد.
    .do = صفحه را در همین مرورگر باز کنید و فرم را از همان‌جا بفرستید.
# Shown when the node was asked under a name that is not its own.
node-host = این گره با این نام پاسخ نمی‌دهد.
    .do = نشانی‌ای را به کار ببرید که گره هنگام آغاز نشان داد.
# Shown for an address that leads nowhere.
node-not-found = چنین صفحه‌ای وجود ندارد.
    .do = به فهرست پرونده‌ها برگردید.
# Shown when a page is asked in a way that it does not know.
node-method = این صفحه چنین درخواستی را نمی‌پذیرد.
    .do = صفحه را باز کنید و از فرم‌های آن استفاده کنید.
# $most is a number of bytes.
node-request-too-large = درخواست از { $most } بایت بزرگ‌تر است.
    .do = کوتاه‌تر بنویسید یا متن را به صورت پرونده پیوست کنید.
# Shown when a form or address cannot be read.
node-request-malformed = این درخواست خوانده نمی‌شود.
    .do = صفحه را دوباره باز کنید و فرم را پر کنید.
# $seconds is a number of seconds.
node-timeout = پاسخ بیش از { $seconds } ثانیه طول کشید.
    .do = نخست ببینید که اقدام ثبت شده است یا نه، سپس دوباره تلاش کنید.
# Shown when a proof is asked for an entry that no checkpoint covers yet.
node-not-logged-yet = این ثبت ذخیره شده است، اما دفتر منتشرشده هنوز آن را در بر ندارد.
    .do = یک دقیقه دیگر دوباره گواه را بخواهید.
# Shown by a node that was started without its passphrase.
node-locked = گره قفل است: پس از راه‌اندازی، هنوز کسی عبارت عبور آن را نداده است.
    .do = از مدیر گره بخواهید قفل را باز کند، سپس صفحه را دوباره بار کنید. چیزی از دست نرفته است.
# Shown when a page could not be written; a fault of the program.
node-page = صفحه ساخته نشد.
    .do = کد و زمان را به مدیر گره بگویید.
# $address is a network address.
node-not-loopback = دستگاه‌های دیگر به { $address } می‌رسند و صفحه‌ها آن‌جا تنها با TLS داده می‌شود.
    .do = گواهی‌ای نام ببرید (--tls-certificate و --tls-key)، یا بگذارید گره خود آن را بسازد (--tls-self-signed)، یا گره را روی 127.0.0.1 یا ::1 اجرا کنید.
# $address is a network address and a port. The option is one of the command line.
node-no-name = صفحه‌ها در { $address } نامی ندارند که مرورگرها با آن بپرسند.
    .do = هر نام یا نشانی این دستگاه را با --name بدهید، مانند --name node.example.org.
# $address is a network address, $cause what the operating system says.
node-listen = نشانی { $address } در اختیار گرفته نشد: { $cause }.
    .do = برنامه‌ای را که درگاه را گرفته است پایان دهید یا درگاه دیگری برگزینید.

## What one node tells another at its door. The words are those of the node that reads them.

# Another node asked for something that the door does not have. Both offices may see it.
node-door-path = در این مسیر چیزی برای گره‌های دیگر نیست.
    .do = بررسی کنید که نسخه‌های برنامه در هر دو گره با هم سازگارند.
# As the one before.
node-door-method = چنین درخواستی از گره دیگر پذیرفته نمی‌شود.
    .do = بررسی کنید که نسخه‌های برنامه در هر دو گره با هم سازگارند.
# As the one before.
node-door-length = درخواست درازای خود را نمی‌گوید.
    .do = بررسی کنید که گره‌ای از همین برنامه می‌پرسد و چیزی در راه درخواست‌هایش را دگرگون نمی‌کند.
# As the one before.
node-door-too-large = درخواست از ۶۴ مبی‌بایت بزرگ‌تر است.
    .do = هر بار کمتر بفرستید یا پیام‌ها را به صورت فایل ببرید.
# Shown to a node whose agreement has ended.
node-door-not-known = هیچ توافق‌نامه معتبری در آن گره کلید این گره را نام نمی‌برد.
    .do = از اداره دیگر بپرسید که توافق‌نامه پایان یافته یا کلید عوض شده است یا نه.
# Shown to a node that sends again before it has the answer, or while there is too much to do.
node-door-busy = گره سرگرم تبادل دیگری است.
    .do = کاری لازم نیست: دوباره فرستاده می‌شود.
# Shown to a node whose exchange took too long.
node-door-timed-out = تبادل بیش از اندازه طول کشید.
    .do = کاری لازم نیست: دوباره فرستاده می‌شود. اگر چنین ماند، خط را بررسی کنید.
# Shown when a connection ended in the middle of a request.
node-door-cut = درخواست پیش از پایان بریده شد.
    .do = کاری لازم نیست: دوباره فرستاده می‌شود. اگر چنین ماند، خط را بررسی کنید.
# Shown when the answer is too large to send; a fault of the program.
node-door-answer = پاسخ گره از ۶۴ مبی‌بایت بزرگ‌تر است و فرستاده نشد.
    .do = به مدیر آن گره بگویید.

## What stands around every page.

# The name of this language in itself; on the button that chooses it.
node-language-name = فارسی
# The name of the program.
node-brand = Comity
# The first link of every page, for people who use a keyboard.
node-skip = رفتن به متن اصلی
# On top of every page of an exercise node. It must not be taken for real work.
node-exercise-banner = تمرین: هیچ چیز در این‌جا واقعی نیست
# The name of the navigation, for screen readers.
node-navigation = صفحه‌های اصلی
# Before the buttons that choose the language.
node-language = زبان
# In the footer while nobody is named as reviewer of these words.
node-unreviewed = هنوز کسی واژه‌های این صفحه‌ها را به این زبان برای استفاده رسمی بازبینی نکرده است.
# Button.
node-sign-out = خروج
# The name of the links to earlier and later entries, for screen readers.
node-pages = بخش‌های خط زمانی
# Link to the entries before these.
node-earlier = ثبت‌های پیشین
# Link to the entries after these.
node-later = ثبت‌های پسین
# Answer.
node-yes = بله
# Answer.
node-no = خیر
# In place of a value that is not there.
node-none = ندارد
# In place of an author when the node did something by itself.
node-by-node = خود گره

## Errors.

# Heading of the page of a node that was started without its passphrase.
node-locked-title = گره قفل است
# Heading of a page that shows an error.
node-error-title = این کار انجام نشد
# Before the stable code of an error.
node-error-code = کد:
# Link.
node-error-back = رفتن به پرونده‌ها

## Sign-in.

# Heading.
node-sign-in-title = ورود
# Button.
node-sign-in = ورود
# Label of a field.
node-sign-in-officer = مأمور
# Below that field.
node-sign-in-officer-hint = نام شما همان‌گونه که در اداره ثبت است، یا شناسه شما.
# Label of a field.
node-sign-in-passphrase = عبارت عبور
# Below that field.
node-sign-in-passphrase-hint = این عبارت کلید امضای شما را تا هنگام خروج باز می‌کند؛ حداکثر ۱۵ دقیقه بدون استفاده و در مجموع ۸ ساعت.
# Shown when no office was founded on the node yet.
node-no-office = هنوز هیچ اداره‌ای در این گره بنیان گذاشته نشده است.

## Cases.

# Heading and link.
node-cases = پرونده‌ها
# Above the table of cases.
node-cases-caption = پرونده‌هایی که اجازه خواندن آن‌ها را دارید؛ تازه‌ترین در آغاز
# In place of the table.
node-cases-none = پرونده‌ای نیست که اجازه خواندن آن را داشته باشید.
# Status of a case.
node-case-open = باز
# Status of a case.
node-case-closed = بسته
# The name of the box on top of a case, for screen readers.
node-case-facts = درباره پرونده
# Heading of a form.
node-open-case-title = گشودن پرونده
# Button.
node-open-case = گشودن پرونده
# Label of a field that may stay empty.
node-open-case-number = شماره ثبت، اگر هست
# Heading of the entries of a case.
node-timeline = خط زمانی
# Link at an entry of a time line, to all that proves it.
node-proof-link = نمایش گواه
# Heading of a form.
node-note-title = نوشتن یادداشت
# Below the field of a note.
node-note-hint = یادداشت با کلید شما امضا می‌شود. بعداً می‌توان آن را تصحیح کرد یا پس گرفت، اما نمی‌توان تغییر داد.
# Button.
node-note-write = امضای یادداشت
# Heading of the forms that only some roles see.
node-steer = چه کسی روی پرونده کار می‌کند، و پایان آن
# Label of a choice of officers.
node-assign-join = مأموری که می‌پیوندد
# Button.
node-assign = گماردن
# Label of a choice of officers.
node-assign-leave = مأموری که کنار می‌رود
# Button.
node-unassign = کنار گذاشتن از پرونده
# Label of a field.
node-close-reason = چرا پرونده بسته می‌شود
# Below that field.
node-close-hint = پرونده بسته تا بازگشایی هیچ ثبتی نمی‌پذیرد.
# Button.
node-close = بستن پرونده
# Label of a field.
node-reopen-reason = چرا پرونده بازگشایی می‌شود
# Button.
node-reopen = بازگشایی پرونده

## Proposals: steps that take two persons.

# Heading.
node-case-proposals = اقدام‌هایی که دو نفر می‌خواهد
# Heading.
node-office-proposals = پیشنهادها
# In place of the proposals.
node-proposals-none = چیزی پیشنهاد نشده است.
# Status of a proposal.
node-proposal-open = در انتظار نفر دوم
# Status of a proposal.
node-proposal-approved = تأیید شده
# Status of a proposal.
node-proposal-rejected = رد شده
# Before the name of an officer.
node-proposed-by = پیشنهاددهنده:
# Before the identifier of the entry that made the proposal.
node-proposal-entry = دلیل را در این ثبت بخوانید:
# In place of the button to approve.
node-second-person = شخص دیگری که حق تأیید دارد باید تصمیم بگیرد.
# Button.
node-approve = تأیید
# Button.
node-reject = رد
# Label of a field.
node-reject-reason = چرا رد می‌شود
# What a proposal would do: an officer joins the office.
node-act-add-officer = مأمور تازه
# Above the button that approves this; says what follows from it.
node-consequence-add-officer = پس از تأیید، این شخص بی‌درنگ می‌تواند برای اداره امضا کند.
# What a proposal would do: an officer gets other roles.
node-act-set-roles = نقش‌های دیگر
# Above the button that approves this; says what follows from it.
node-consequence-set-roles = پس از تأیید، این نقش‌ها بی‌درنگ جای نقش‌های پیشین را می‌گیرد.
# What a proposal would do: an officer gets another key.
node-act-replace-key = کلید دیگر
# Above the button that approves this; says what follows from it.
node-consequence-replace-key = پس از تأیید، کلید پیشین دیگر هرگز چیزی امضا نمی‌کند.
# What a proposal would do: a pack comes into force.
node-act-activate-pack = بسته‌ای به اجرا درمی‌آید
# Above the button that approves this; says what follows from it.
node-consequence-activate-pack = پس از تأیید، همه اداره بی‌درنگ با این بسته کار می‌کند.
# What a proposal would do: the content of an entry is destroyed.
node-act-forget = نابود کردن محتوای یک ثبت
# Above the button that approves this; says what follows from it.
node-consequence-forget = محتوا برای همیشه نابود می‌شود، حتی در بازیابی‌های بعدی. تنها اظهارنامه امضاشده می‌ماند.
# Under the proposal to destroy the content of an entry. A list of entries follows.
node-forget-more = همراه آن نابود می‌شود، چون آن را تکرار می‌کند
# Under the proposal to destroy the content of an entry. A list of entries follows that are not destroyed.
node-forget-stays = بر آن استوار است، شاید همان را بگوید، و می‌ماند
# What a proposal would do: a case is written out for a recipient.
node-act-export = برون‌بری پرونده
# Above the button that approves this; says what follows from it.
node-consequence-export = پس از تأیید، پرونده می‌تواند برای گیرنده نام‌برده از این گره بیرون برود.
# What a proposal would do: exhibits are written out as a package for a recipient.
node-act-package = بسته‌بندی مدارک
# Above the button that approves this; says what follows from it.
node-consequence-package = پس از تأیید، مدارک می‌توانند برای گیرنده نام‌برده از این گره بیرون بروند؛ اگر کلیدی نام برده شده باشد، تنها دارنده آن بسته را باز می‌کند.
# What a proposal would do: a request to another state is issued.
node-act-issue-request = صدور درخواست
# Above the button that approves this; says what follows from it.
node-consequence-issue-request = پس از تأیید، این نسخه از درخواست را می‌توان امضا و ارسال کرد.
# What a proposal would do: a message goes to another office.
node-act-send = ارسال به اداره دیگر
# What a proposal would do: a recovery phrase or key that was found in an exhibit is shown to whoever proposes it.
node-act-reveal-secret = نمایش یک راز، یک بار
# Above the button that approves this; says what follows from it.
node-consequence-send = پس از تأیید، پیام می‌تواند از این گره بیرون برود. بازگرداندن آن ممکن نیست.
# What happens when a proposal is approved: a recovery phrase or key is shown to whoever proposes it.
node-consequence-reveal-secret = کارمند پیشنهاددهنده یک بار عبارت بازیابی یا کلید را آشکارا می‌بیند و می‌تواند آنچه را با آن در اختیار است بردارد. نیمه کلید شما همراه با تأیید شما داده می‌شود.
# What a proposal would do.
node-act-file-agreement = ثبت توافق‌نامه با اداره دیگر
# Above the button that approves this; says what follows from it.
node-consequence-file-agreement = پس از تأیید، پیام‌ها می‌توانند بر پایه این توافق‌نامه رد و بدل شوند. نخست چکیده آن را از راه دیگری با طرف مقابل بسنجید.
# What a proposal would do.
node-act-end-agreement = پایان دادن به توافق‌نامه
# Above the button that approves this; says what follows from it.
node-consequence-end-agreement = پس از تأیید، دیگر چیزی بر پایه این توافق‌نامه فرستاده نمی‌شود و آنچه برسد رد می‌شود.
# What a proposal would do: packs that an office publishes are taken from then on.
node-act-trust-publisher = پذیرش بسته از یک ناشر
# Above the button that approves this; says what follows from it.
node-consequence-trust-publisher = پس از تأیید، بسته‌ای که دو نفر از این کارت امضا کرده باشند اینجا پیشنهادشدنی است. نخست درهم‌ساز را از راهی دیگر با ناشر بسنجید.
# What a proposal would do.
node-act-distrust-publisher = نپذیرفتن بسته از یک ناشر از این پس
# Above the button that approves this; says what follows from it.
node-consequence-distrust-publisher = پس از تأیید، دیگر بسته‌ای از این ناشر پذیرفته نمی‌شود. آنچه پیش‌تر آمده جاری می‌ماند.
# What a proposal would do: which server is asked for time-stamps, and which authorities are believed.
node-act-set-stamp-server = تعیین سرور مهر زمان
# Above the button that approves this; says what follows from it.
node-consequence-set-stamp-server = پس از تأیید، درهم‌ساز مدارک مادی و دفتر ثبت به این سرور فرستاده می‌شود و مهرهای زمان آن با این گواهی‌ها معتبر شمرده می‌شوند. نخست درهم‌ساز گواهی‌ها را از راهی دیگر با گرداننده آن مرجع بسنجید.
# What a proposal would do: how much of the disk the vault and each case may take.
node-act-set-vault-limits = محدود کردن گنجایش مخزن
# Above the button that approves this; says what follows from it.
node-consequence-set-vault-limits = پس از تأیید، پذیرشی که مخزن یا پرونده را از این بزرگ‌تر کند یا جای کمتری روی دیسک باقی بگذارد، پیش از آغاز رد می‌شود. آنچه هم‌اکنون نگهداری می‌شود می‌ماند.
# Stands before a number of bytes, or before that there is no limit: what the vault may hold in all.
node-vault-most = روی هم، بایت:
# As before: what one case may hold.
node-vault-most-case = در یک پرونده، بایت:
# Stands before a number of bytes of the disk.
node-vault-kept-free = آزاد ماندن روی دیسک، بایت:
# Stands in the place of the address of a time-stamp server.
node-stamp-server-none = دیگر از هیچ سروری پرسیده نمی‌شود
# Stands before the name of the office that published a pack.
node-pack-released = منتشرشده از سوی
# Stands beside a pack whose version is not newer than the one in force.
node-pack-older = تازه‌تر از نسخهٔ جاری نیست و این عمدی است: دلیل را بخوانید
# Above what a pack would change. $before and $after are versions.
node-diff-head = از نسخهٔ { $before } به نسخهٔ { $after }
# Above what a pack would bring. $after is its version.
node-diff-first = بسته‌ای به این نام جاری نیست: همهٔ نسخهٔ { $after } تازه است.
# Shown when two packs are the same.
node-diff-same = چیزی تغییر نمی‌کند.
# Heads a list of answers. $count is a number, $on a day.
node-diff-answers = پاسخ‌های دیگر در { $on }، میان دولت‌هایی که بسته برایشان ساخته شده است: { $count }
# Heads a list of rows of the law pack. $count is a number.
node-diff-rows = سطرهای دیگر: { $count }
# Heads a list of files. $count is a number.
node-diff-files = پرونده‌های دیگر: { $count }
# Heads two answers, before and after. $from and $to are codes of states, $measures are ids of measures for which the answer changes alike.
node-diff-answer = { $from } از { $to } می‌خواهد: { $measures }
# Label of what was said before.
node-diff-before = پیش از این
# Label of what is said after.
node-diff-after = پس از این
# In place of an answer.
node-diff-not-asked = بسته یکی از دولت‌ها یا این اقدام را نمی‌شناسد.
# Before a list of ids of treaties.
node-diff-unchecked = الزام‌آور بودنشان روشن نیست:
# Beside a row or file.
node-diff-added = تازه
# Beside a row or file.
node-diff-removed = حذف‌شده
# Beside a row or file.
node-diff-changed = تغییریافته

## The office.

# Heading and link.
node-office = اداره
# The title of the page that tells what requests wait for, and the link to it.
node-clocks = مهلت‌ها
# A caption above what requests wait for.
node-clocks-overdue = مهلت گذشته
# A caption above what requests wait for.
node-clocks-now = اکنون انجام شود
# A caption above what requests wait for.
node-clocks-runs = در جریان
# A caption above what requests wait for.
node-clocks-waits = در انتظار، بی مهلت
# A label: the day of today.
node-clocks-today = امروز
# Beside the day of today.
node-clocks-working = روز کاری
# Beside the day of today.
node-clocks-resting = روز تعطیل
# A label: from when to when, and the time zone.
node-clocks-hours = ساعات کار
# In place of the tables when nothing waits.
node-clocks-none = هیچ درخواستی که بتوانید بخوانید در انتظار چیزی نیست.
# The journal of the office itself, beside those of its cases.
node-office-journal = دفتر اداره
# Above a table.
node-officers-caption = مأموران
# Above a table.
node-packs-caption = بسته‌های جاری
# Caption of a table.
node-publishers-caption = ناشرانی که بسته‌هایشان پذیرفته می‌شود
# In place of the roles of an officer who has none any more.
node-roles-none = بدون نقش
# A role in an office.
node-role-investigator = بازپرس
# A role in an office.
node-role-analyst = تحلیلگر
# A role in an office.
node-role-prosecutor = دادستان
# A role in an office.
node-role-custody-officer = مسئول نگهداری
# A role in an office.
node-role-supervisor = سرپرست
# A role in an office.
node-role-auditor = حسابرس
# A role in an office.
node-role-administrator = مدیر گره

## An entry and its proof.

# $sequence is the place of the entry in its case.
node-entry-title = ثبت { $sequence }
# Heading.
node-entry-content = محتوا
# When an entry has no content of its own.
node-content-empty = نوع ثبت همه چیز را می‌گوید.
# In place of a content that was destroyed.
node-content-forgotten = محتوا نابود شده است. اظهارنامه امضاشده باقی است.
# Heading.
node-entry-statement = اظهارنامه
# Below that heading.
node-entry-statement-hint = این همان است که نویسنده امضا کرده است.
# Heading.
node-entry-handling = شرایط استفاده
# Heading.
node-entry-seal = مُهر گره
# Below that heading.
node-entry-seal-hint = این همان است که گره هنگام پذیرفتن ثبت امضا کرد.
# Heading.
node-entry-proof = گواه ثبت در دفتر
# Below that heading.
node-entry-proof-hint = با پرونده زیر هر کس می‌تواند بدون این برنامه بررسی کند که این ثبت در دفتر هست.
# In place of the proof.
node-proof-waits = ثبت ذخیره شده است. نقطه وارسی بعدی دفتر آن را در بر می‌گیرد؛ یک دقیقه دیگر دوباره ببینید.
# Heading above a list of hashes.
node-proof-path = درهم‌سازها از برگ تا ریشه
# In place of the hashes.
node-proof-path-none = دفتر یک ثبت دارد: برگ همان ریشه است.
# Heading above the text of a checkpoint.
node-checkpoint = نقطه وارسی، با امضای گره
# Link to a file.
node-proof-download = دریافت پرونده گواه (C2SP tlog-proof)
# Link to a file.
node-checkpoint-download = دریافت نقطه وارسی
# Before the entry that corrects this one.
node-corrected-by = تصحیح شده با
# Before the entry that withdraws this one.
node-withdrawn-by = پس گرفته شده با
# Before the approval by which the content was destroyed.
node-forgotten-by = محتوا نابود شده با

## Labels of values.

# Who made an entry.
node-field-author = نویسنده
# The office of an entry, case or person.
node-field-office = اداره
# The case, or the journal of the office, that an entry belongs to.
node-field-journal = دفتر
# The kind of an entry.
node-field-kind = نوع
# When the act took place, as its author says.
node-field-act-time = زمان اقدام، به گفته نویسنده
# Other entries that this one speaks of.
node-field-refs = اشاره دارد به
# The digest of salt and content, SHA-256.
node-field-content-digest = درهم‌ساز نمک و محتوا (SHA-256)
# Whose information it is.
node-field-origin = صاحب اطلاعات
# H0 to H3, from police message exchange.
node-field-handling-code = کد شرایط استفاده
# For what it may be used.
node-field-purposes = کاربرد مجاز
# To which states it may go.
node-field-recipients = گیرندگان مجاز
# Whether a recipient may pass it on.
node-field-onward = انتقال به دیگران
# Evidence or intelligence.
node-field-use = استفاده
# The last day on which it may be kept.
node-field-retain-until = نگهداری تا
# When the node recorded an entry.
node-field-recorded = زمان ثبت در گره
# Whether the clock stood behind the time recorded last.
node-field-clock-jump = ساعت به عقب رفته بود
# The place of an entry in its case, from 0.
node-field-sequence = جایگاه در دفتر پرونده
# The entry before this one in the same case.
node-field-previous = ثبت پیشین
# The number of the leaf in the log of the node, from 0.
node-field-log-index = جایگاه در دفتر کل
# A new life of the log begins with every restore from a backup.
node-field-incarnation = دوره حیات دفتر
# The digest of the policies under which the node allowed it.
node-field-policies = سیاست‌هایی که آن را مجاز دانست
# The key that signed the statement.
node-field-signed-by = امضا شده با کلید
# The key that signed the seal.
node-field-sealed-by = مُهر شده با کلید
# The leaf of the log: the identifier of the entry.
node-field-leaf = برگ
# The content of an entry, as a label.
node-field-content = محتوا
# A file that belongs to an entry.
node-field-attachment = پرونده پیوست
# What people call a case.
node-field-title = عنوان
# The number of a case in the register of the office.
node-field-register-number = شماره ثبت
# The words of a note.
node-field-text = متن
# Why something was done.
node-field-reason = دلیل
# An officer who begins to work on a case.
node-field-joins = می‌پیوندد
# An officer who ends working on a case.
node-field-leaves = کنار می‌رود
# The office that shall take a case.
node-field-to-office = به اداره
# The office that a case has been offered to.
node-field-offered-to = پیشنهاد شده به
# Why an entry does not count.
node-field-ground = مبنا
# What a proposal would do.
node-field-proposes = پیشنهاد
# A number of entries.
node-field-entries = شمار ثبت‌ها
# When the last entry of a case was recorded.
node-field-last-recorded = واپسین ثبت
# Open or closed.
node-field-status = وضعیت
# Those who work on a case.
node-field-members = دست‌اندرکاران
# The identifier of a case.
node-field-case-id = شناسه پرونده
# The identifier of an office.
node-field-office-id = شناسه اداره
# The identifier of an officer.
node-field-officer-id = شناسه
# The identifier of the key of the node.
node-field-node-key = کلید گره
# The identifier of the key that an officer signs with.
node-field-key = کلید جاری
# The name of an office, officer or pack.
node-field-name = نام
# The state of an office.
node-field-country = کشور
# The authority that an office belongs to.
node-field-authority = مرجع
# Whether an office exists for exercises only.
node-field-exercise = تنها برای تمرین
# The two officers who founded an office.
node-field-founders = بنیان‌گذاران
# The packs in force from the beginning.
node-field-packs = بسته‌ها
# The roles of an officer.
node-field-roles = نقش‌ها
# The version of a pack.
node-field-version = نسخه
# The digest of a pack.
node-field-digest = درهم‌ساز
# Of the wording of a provision.
node-field-statute = قانون
# Of the wording of a provision.
node-field-article = ماده
# Of the wording of a provision.
node-field-wording = متن
# Of the wording of a provision.
node-field-source = منبع
# Of the wording of a provision.
node-field-as-of = متن در تاریخ
# Of the wording of a provision.
node-field-confirmed-by = مقابله‌کننده

## Names of fields in the bodies of entries that have no page of their own yet.

# The digest of an exported package.
node-body-package = بسته برون‌بری (SHA-256)
# The identifier of a key.
node-body-key = کلید
# The place in the case up to which entries are meant.
node-body-up-to = تا جایگاه
# A number of entries whose content was withheld.
node-body-withheld = شمار ثبت‌های نگه‌داشته
# The identifier of the entry before.
node-body-after = پس از ثبت

## Kinds of entries.

# A kind of entry.
node-kind-office-founded = بنیان‌گذاری اداره
# A kind of entry.
node-kind-office-founding-confirmed = تأیید بنیان‌گذاری
# A kind of entry.
node-kind-proposal-made = پیشنهاد برای اداره
# A kind of entry.
node-kind-proposal-approved = تأیید پیشنهاد
# A kind of entry.
node-kind-proposal-rejected = رد پیشنهاد
# A kind of entry: an officer signed a pack for other offices.
node-kind-pack-signed = انتشار بسته
# A kind of entry: an officer put the wording of a provision into the library of the office.
node-kind-provision-added = متن ماده در کتابخانه نهاده شد
# A kind of entry.
node-kind-provision-removed = متن ماده از کتابخانه برداشته شد
# A kind of entry.
node-kind-node-restored = بازیابی گره از نسخه پشتیبان
# A kind of entry.
node-kind-case-opened = گشایش پرونده
# A kind of entry.
node-kind-note-written = یادداشت
# A kind of entry.
node-kind-case-assigned = گماردن
# A kind of entry.
node-kind-case-closed = بستن پرونده
# A kind of entry.
node-kind-case-reopened = بازگشایی پرونده
# A kind of entry.
node-kind-case-handed-over = واگذاری پرونده
# A kind of entry.
node-kind-case-taken-over = پذیرش پرونده
# A kind of entry.
node-kind-entry-corrected = تصحیح
# A kind of entry.
node-kind-entry-withdrawn = پس گرفتن
# A kind of entry.
node-kind-case-proposal-made = پیشنهاد
# A kind of entry.
node-kind-case-proposal-approved = تأیید
# A kind of entry.
node-kind-case-proposal-rejected = رد
# A kind of entry.
node-kind-case-exported = برون‌بری پرونده انجام شد
# A kind of entry.
node-kind-exhibit-received = دریافت مدرک مادی
# A kind of entry.
node-kind-exhibit-custody-recorded = زنجیره نگهداری
# A kind of entry: copies of exhibits left as a package.
node-kind-exhibit-packaged = مدارک مادی بسته‌بندی شد
node-kind-exhibit-custody-confirmed = امضای دوم
# A kind of entry: the files of an exhibit were compared with what came in.
node-kind-exhibit-checked = بازخوانی مدرک
# A kind of entry: a file of an exhibit was written out of the vault, in the clear.
node-kind-exhibit-file-given-out = فایل تحویل داده شد
# A kind of entry.
node-kind-scan-recorded = کاوش داده
# Kind of an entry: recovery phrases and keys that a search found were sealed to two officers.
node-kind-secrets-sealed = مهر و موم رازها
# A kind of entry.
node-kind-hit-promoted = افزودن یافته به پرونده
# A kind of entry.
node-kind-timestamp-taken = مهر زمان گرفته شد
# A kind of entry: the node had the time-stamp before it stamped.
node-kind-timestamp-renewed = مهر زمان تمدید شد
# A kind of entry: the node read files in its vault again, and found what is damaged or whole again.
node-kind-files-checked = بازخوانی فایل‌ها
# A kind of entry.
node-kind-ledger-read = خواندن دفتر زنجیره
# A kind of entry.
node-kind-trace-recorded = ردیابی پول
# A kind of entry.
node-kind-request-drafted = پیش‌نویس درخواست
# A kind of entry.
node-kind-request-fact-confirmed = تأیید واقعیت حقوقی
# A kind of entry.
node-kind-request-reviewed = بازبینی درخواست
# A kind of entry.
node-kind-request-endorsed = تأیید درخواست
# A kind of entry.
node-kind-request-recorded = مرحله درخواست
# A kind of entry.
node-kind-request-received = درخواست دریافت‌شده
# A kind of entry.
node-kind-request-carried-over = انتقال درخواست از دفتر ثبت پیشین
# A kind of entry.
node-kind-message-recorded = پیام
# A kind of entry.
node-kind-agreement-signed = امضای توافق‌نامه
# A kind of entry.
node-kind-sealing-drawn = ساخت کلید مهر و موم
# A kind of entry.
node-kind-sealing-destroyed = نابودی کلید مهر و موم
# A kind of entry.
node-kind-keys-published = اعلام کلیدهای خودی
# A kind of entry.
node-kind-keys-received = دریافت کلیدهای طرف مقابل
# A kind of entry.
node-kind-message-drafted = پیش‌نویس پیام
# A kind of entry.
node-kind-message-sent = ارسال پیام
# A kind of entry.
node-kind-message-queued = پیام در انتظار تحویل
# A kind of entry.
node-kind-message-held = پیام پیش از نوبت رسید
# A kind of entry.
node-kind-message-received = دریافت پیام
# A kind of entry.
node-kind-message-refused = رد پیام
# A kind of entry.
node-kind-message-opened = گشودن پیام
# A kind of entry.
node-kind-message-filed = افزودن پیام به پرونده
# A kind of entry.
node-kind-receipt-filed = رسید طرف مقابل
# A kind of entry.
node-kind-message-given-up = پیام سی روز تأیید نشد
# A kind of entry.
node-kind-message-taken-up = تلاش دوباره برای پیام
# A kind of entry.
node-kind-counterpart-heard = خبر از طرف مقابل
# A kind of entry.
node-kind-counterpart-restored = بازیابی گره طرف مقابل از نسخه پشتیبان
# A kind of entry.
node-kind-counterpart-concern = نگرانی درباره طرف مقابل
# A kind of entry.
node-kind-counterpart-accepted = نگرانی بررسی و پذیرفته شد
# A kind of entry.
node-kind-counterpart-address-set = نشانی طرف مقابل
# A kind of entry.
node-kind-checkpoint-cosigned = هم‌امضای دفتر طرف مقابل
# A kind of entry.
node-kind-cosignature-received = هم‌امضای دفتر خودی از سوی طرف مقابل
# A kind of entry.
node-kind-secret-revealed = افشای راز

## What an entry is to another that it names.

# Before the identifier of the other entry.
node-ref-about = درباره
# Before the identifier of the other entry.
node-ref-carries-out = اجرا می‌کند
# Before the identifier of the other entry.
node-ref-approves = تأیید می‌کند
# Before the identifier of the other entry.
node-ref-rejects = رد می‌کند
# Before the identifier of the other entry.
node-ref-confirms = تصدیق می‌کند
# What an entry is to another one: that one holds the files.
node-ref-held-by = نگهداری‌شده در
# Before the identifier of the other entry.
node-ref-corrects = تصحیح می‌کند
# Before the identifier of the other entry.
node-ref-withdraws = پس می‌گیرد
# What another entry is to this one.
node-ref-sends = می‌فرستد
# What another entry is to this one.
node-ref-proposes = پیشنهاد می‌کند
# What another entry is to this one.
node-ref-opens = می‌گشاید
# What another entry is to this one.
node-ref-files = به پرونده می‌افزاید
# What another entry is to this one.
node-ref-held = نگه داشته شده از
# What another entry is to this one.
node-ref-accepts = می‌پذیرد

## Why an entry does not count.

# The ground of a withdrawal.
node-ground-wrong-case = به پرونده دیگری مربوط است
# The ground of a withdrawal.
node-ground-privileged = مشمول امتیاز رازداری است
# The ground of a withdrawal.
node-ground-mistaken = نادرست است

## Handling.

# A handling code of police message exchange, with its meaning.
node-handling-h0 = H0: تنها برای هدف‌های نام‌برده
# A handling code of police message exchange, with its meaning.
node-handling-h1 = H1: بدون اجازه دلیل به شمار نرود
# A handling code of police message exchange, with its meaning.
node-handling-h2 = H2: بدون اجازه منتقل نشود
# A handling code of police message exchange, with its meaning.
node-handling-h3 = H3: شرایط دیگر
# A purpose of use.
node-purpose-criminal-investigation = تحقیقات کیفری
# A purpose of use.
node-purpose-prosecution = تعقیب کیفری
# When no purpose is named.
node-purposes-none = تنها برای همین پرونده
# When no state is named.
node-recipients-none = هیچ کشور دیگر
# Whether it may be passed on.
node-onward-permitted = به گیرندگان نام‌برده مجاز است
# Whether it may be passed on.
node-onward-with-consent = تنها با رضایت
# Whether it may be passed on.
node-onward-forbidden = ممنوع
# What it may serve as.
node-use-intelligence = اطلاعات: نه برای دادگاه
# What it may serve as.
node-use-evidence = دلیل

## Exhibits and traces.

# A heading.
node-case-exhibits = ادله مادی
# A heading.
node-case-traces = ردیابی‌ها
# A heading.
node-case-requests = درخواست‌ها
# $count is a number: how many more there are than the page lists.
node-more = { $count } مورد دیگر اینجا فهرست نشده است.
# $count is a number: how many more characters a text has than the page shows.
node-more-text = { $count } نویسهٔ دیگر اینجا نشان داده نشده است.
# $files and $bytes are numbers.
node-exhibit-holds = { $files } فایل، { $bytes } بایت
# Shown for an exhibit without files.
node-exhibit-thing = شیء بدون فایل
# Shown for an exhibit that was withdrawn.
node-exhibit-withdrawn = این مدرک پس گرفته شده و به حساب نمی‌آید.
# Read aloud by screen readers.
node-exhibit-facts = درباره مدرک
# A heading.
node-exhibit-custody = زنجیره نگهداری
# Heading of the page of an exhibit: that it was read again, what left of it, who saw a secret in it, in the order of time.
node-exhibit-later = دیگر ثبت‌ها
# In that list: a package with its files was offered to an office of another node.
node-exhibit-offered = پیشنهاد به دفتر دیگر
# Below the list of offers to offices of other nodes.
node-exhibit-offers-hint = اینکه چه مقدار از فایل گرفته شده ثبت نمی‌شود. پیشنهاد با پس‌گرفتن ثبت آن پس گرفته می‌شود.
# A heading above what is missing in a chain of custody.
node-exhibit-gaps = کمبودهای زنجیره
# A heading; the name of the program follows.
node-exhibit-scan = یافته‌های جستجو
# Shown when a search found nothing.
node-exhibit-scan-none = چیزی یافت نشد.
# A heading.
node-exhibit-files = فایل‌ها
# $number counts the traces of a case.
node-trace-title = ردیابی { $number }
# Read aloud by screen readers.
node-trace-facts = درباره ردیابی
# A heading.
node-trace-reached = سرویس‌های رسیده
# Below the heading of the services.
node-trace-reached-hint = اینکه آدرس از آنِ کیست گفته بسته برچسب است. شماره سطر و چکیده بسته نشان می‌دهد کجا آمده است.
# Shown when no service was reached.
node-trace-reached-none = به هیچ سرویسی که در بسته‌های برچسب آمده نرسید.
# A heading.
node-trace-flow = جریان
# Read aloud instead of the drawing.
node-trace-drawing = نقشه جریان پول؛ جدول زیر همان را می‌گوید.
# A heading.
node-trace-rows = جابه‌جایی‌ها
# A heading.
node-trace-again = یافتن دوباره
# Below the heading; the files follow.
node-trace-again-hint = هر کس همان بلاک‌ها را داشته باشد به همان چکیده نتیجه می‌رسد: comity chain verify با فایل یافته.
# A field.
node-field-holds = محتوا
# Field: when the sessions began in which the files of an exhibit were taken in, where that was interrupted.
node-field-sessions = پذیرفته‌شده در چند نشست
# Stands after the time at which a session began. $files is a number.
node-session-files = { $files } فایل
# Field: files of an exhibit that were not whole when the node read them again.
node-field-damaged = فایل‌های آسیب‌دیده
# Field: what was found when files were read again.
node-field-finding = یافته
# Field of an office: where the files of exhibits lie, and when all of them were read again.
node-field-vault = مخزن
# What was found of a file when it was read again.
node-finding-decayed = آن نیست که نوشته شده بود: بایت‌هایش دگرگون شده است
# What was found of a file when it was read again.
node-finding-malformed = بریده شده یا دیگر فایل مخزن نیست
# What was found of a file when it was read again.
node-finding-unreadable = از دیسک خوانده نمی‌شود
# What was found of a file when it was read again, after it was not so.
node-finding-whole = دوباره سالم است
# Stands before a time: until then the whole vault was read again.
node-vault-whole = از آغاز تا پایان بازخوانی شد تا
# The node has not read its whole vault again.
node-vault-not-yet = هنوز از آغاز تا پایان بازخوانی نشده است
# $count is a number of files in the vault.
node-vault-damaged = { $count } فایل آسیب دیده است؛ پرونده‌هایی که آن‌ها را دارند می‌گویند کدام‌ها
# $count is a number of files that an entry holds and that the vault has no more.
node-vault-missing = { $count } فایل گم شده است؛ پرونده‌هایی که آن‌ها را دارند می‌گویند کدام‌ها
# A field.
node-field-root = ریشه فهرست
# A field.
node-field-in-place = محل
# A field.
node-field-holder = نگهدارنده
# A field: warrant, consent, order.
node-field-legal-authority = مجوز قانونی
# A field.
node-field-taken-in = دریافت با ثبت
node-field-make = سازنده
node-field-model = مدل
node-field-serial = شماره سریال
node-field-imei = IMEI
node-field-capacity = ظرفیت به بایت
node-field-power = وضعیت روشن یا خاموش هنگام یافتن
node-field-clock-ahead = جلو بودن ساعت به ثانیه
node-field-unread = بایت‌های خوانده‌نشده
# A field of an entry about evidence, or a value of one.
node-field-exhibit = مدرک مادی
# A field of an entry about evidence, or a value of one.
node-field-copy = نسخهٔ کاری
# A field of an entry about evidence, or a value of one.
node-field-copy-made = نسخهٔ کاری ساخته‌شده
# A field of an entry about evidence, or a value of one.
node-field-present = حاضران
# A field of an entry about evidence, or a value of one.
node-field-seals-found = مهر و موم‌های پیش از اقدام
# A field of an entry about evidence, or a value of one.
node-field-seals-left = مهر و موم‌های پس از اقدام
# A field of an entry about evidence, or a value of one.
node-field-condition = وضعیت
# A field of an entry about evidence, or a value of one.
node-field-storage = محل نگهداری
# A field of an entry about evidence, or a value of one.
node-field-transport = شیوهٔ حمل
# A field of an entry about evidence, or a value of one.
node-field-change = تغییر ناگزیر
# A field of an entry about evidence, or a value of one.
node-field-recipient = گیرنده
# A field of an entry about evidence, or a value of one.
node-field-program = برنامه
# A field of an entry about evidence, or a value of one.
node-field-files-read = فایل‌های خوانده‌شده
# A field of an entry about evidence, or a value of one.
node-field-files-unread = فایل‌های خوانده‌نشده
# A field of an entry: what came of comparing an exhibit with what came in.
node-field-check-result = نتیجه
# What came of comparing an exhibit with what came in.
node-check-unchanged = بدون تغییر
# What came of comparing an exhibit with what came in.
node-check-changed = تغییریافته، آسیب‌دیده یا ناموجود
# What came of comparing an exhibit with what came in: not all could be read.
node-check-undecided = تعیین نشد
# A field of an entry: the paths of files that are not as they came in.
node-field-check-found = متفاوت با آنچه وارد شد
# A field of an entry about evidence, or a value of one.
node-field-found = یافته‌ها
# A field of an entry about evidence, or a value of one.
node-field-account-of = حساب از آنِ
# A field of an entry about evidence, or a value of one.
node-field-reached = سرویس‌های رسیده
# A field of an entry about evidence, or a value of one.
node-field-stamp-of = مهر زمان برای
# A field of an entry about evidence, or a value of one.
node-field-stamp-time = زمان مهر
# A field of an entry about evidence, or a value of one.
node-field-stamp-until = قابل بررسی تا
# A field of an entry about evidence, or a value of one.
node-stamp-checkpoint = دفتر در آن هنگام
# A field of an entry about evidence, or a value of one.
node-stamp-exhibit = یک مدرک مادی
# A field of an entry about evidence, or a value of one.
node-account-suspect = مظنون
# A field of an entry about evidence, or a value of one.
node-account-victim = قربانی
# A field of an entry about evidence, or a value of one.
node-account-witness = شاهد
# A field of an entry about evidence, or a value of one.
node-account-service = سرویس
# A field of an entry about evidence, or a value of one.
node-account-other = شخص دیگر
# A field of an entry about evidence, or a value of one.
node-account-unknown = نامعلوم
# A field.
node-field-network = شبکه
# A field.
node-field-method = روش
# A field.
node-field-direction = جهت
# A field.
node-field-from = از
# A field: the height of a block.
node-field-height = در ارتفاع
# A field: coins at the start.
node-field-started = مبلغ آغاز
# A field: where the coins ended.
node-field-ended = پایان
# A field.
node-field-tag-packs = بسته‌های برچسب
# A field.
node-field-result-digest = چکیده نتیجه
# A field.
node-field-entry = ثبت
# A column.
node-column-act = اقدام
# A column.
node-column-when = زمان
# A column.
node-column-place = مکان
# A column: who gave it.
node-column-giver = دهنده
# A column: who took it.
node-column-taker = گیرنده
# A column.
node-column-reason = دلیل
# A column.
node-column-entry = ثبت
node-column-second-signature = امضای دوم
# A column: what a search found.
node-column-find = یافته
# A column.
node-column-kind = نوع
# A column: how sure a hit is.
node-column-class = اطمینان
# A column: file and place in it.
node-column-place-in-file = کجا
# A column.
node-column-file = فایل
# A column.
node-column-bytes = بایت
# A column: an amount in coins.
node-column-coins = BTC
# A column: who holds an address.
node-column-holder = دارنده
# A column.
node-column-category = دسته
# A column.
node-column-address = آدرس
# A column: row and digest of a tag pack.
node-column-tag = سطر و بسته برچسب
# A column: transactions since the start.
node-column-hop = گام
# A column.
node-column-height = ارتفاع
# A column: transaction and output.
node-column-output = خروجی
# A column: why it was followed no further.
node-column-end = سپس
# An act of custody.
node-custody-collected = ضبط شد
# An act of custody.
node-custody-received = دریافت شد
# An act of custody.
node-custody-handed-over = تحویل شد
# An act of custody.
node-custody-copied = رونوشت شد
# An act of custody.
node-custody-examined = بررسی شد
# An act of custody.
node-custody-sealed = مهر و موم شد
# An act of custody.
node-custody-opened = مهر گشوده شد
# An act of custody.
node-custody-returned = بازگردانده شد
# An act of custody.
node-custody-destroyed = نابود شد
# What a search found.
node-hit-bitcoin-address = آدرس بیت‌کوین
# What a search found.
node-hit-tron-address = آدرس ترون
# What a search found.
node-hit-evm-address = آدرس اتریوم یا زنجیره همانند
# What a search found.
node-hit-bitcoin-cash-address = آدرس بیت‌کوین کش
# What a search found.
node-hit-litecoin-address = آدرس لایت‌کوین
# What a search found.
node-hit-dogecoin-address = آدرس دوج‌کوین
# What a search found.
node-hit-dash-address = آدرس دش
# What a search found.
node-hit-zcash-address = آدرس زی‌کش
# What a search found.
node-hit-monero-address = آدرس مونرو
# What a search found.
node-hit-xrp-address = آدرس دفتر کل XRP
# What a search found.
node-hit-solana-address = آدرس سولانا
# What a search found.
node-hit-ton-address = آدرس TON
# What a search found.
node-hit-transaction-id = شناسه تراکنش
# What a search found.
node-hit-extended-public-key = کلید عمومی گسترده کیف پول
# What a search found.
node-hit-extended-private-key = کلید خصوصی گسترده کیف پول
# What a search found.
node-hit-wif-key = کلید خصوصی
# What a search found.
node-hit-electrum-phrase = عبارت بازیابی الکتروم
# What a search found.
node-hit-monero-phrase = عبارت بازیابی مونرو
# What a search found.
node-hit-email-address = نشانی رایانامه
# What a search found.
node-hit-url = نشانی وب
# What a search found.
node-hit-domain-name = نام دامنه
# What a search found.
node-hit-onion-service = سرویس onion
# What a search found.
node-hit-ip-address = نشانی IP
# What a search found.
node-hit-telephone-number = شماره تلفن
# What a search found.
node-hit-messenger-name = نام در پیام‌رسان
# What a search found.
node-hit-iban = شماره حساب بین‌المللی (IBAN)
# What a search found.
node-hit-payment-card = کارت پرداخت
# What a search found.
node-hit-pgp-public-key = کلید عمومی PGP
# What a search found.
node-hit-pgp-private-key = کلید خصوصی PGP
# What a search found.
node-hit-pgp-message = پیام PGP
# What a search found: a file in which a program keeps the keys of a wallet.
node-hit-wallet-file = فایل کیف پول
# What a search found: a rule of the language YARA that an officer gave.
node-hit-rule = قاعده
# What a search found.
node-hit-bip39-phrase = عبارت بازیابی
# How sure a hit is: its checksum is right.
node-class-verified = جمع‌آزمای درست
# How sure a hit is: the kind has no checksum.
node-class-well-formed = خوش‌ساخت
# How sure a hit is.
node-class-shape-only = تنها شکل
# How sure a hit is: a rule that an officer gave holds.
node-class-matched = قاعده صدق می‌کند
# A method of tracing.
node-method-fifo = اولین ورودی، اولین خروجی
# A method of tracing.
node-method-lifo = آخرین ورودی، اولین خروجی
# A method of tracing.
node-method-haircut = به نسبت (haircut)
# A method of tracing.
node-method-poison = هر چه به آن رسید (poison)
# A method of tracing.
node-method-lowest-intermediate-balance = کمترین ماندهٔ میانی
# A direction of tracing.
node-direction-forward = رو به جلو: پول به کجا رفت
# A direction of tracing.
node-direction-backward = رو به عقب: پول از کجا آمد
# A category of service.
node-category-exchange = صرافی
# Where money ended.
node-end-followed = دنبال شد
# Where money ended.
node-end-service = به سرویس رسید
# Where money ended.
node-end-unspent = خرج نشده
# Where money ended.
node-end-fee = کارمزد
# Where money ended or came from.
node-end-new-coins = سکه‌های نو و کارمزدهای بلوک
# Where money ended or came from.
node-end-named-address = نشانی تعیین‌شده برای توقف
# Where money ended or came from.
node-end-named-transaction = تراکنش تعیین‌شده برای توقف
# Where money ended or came from.
node-end-coinjoin = CoinJoin
# Where money ended or came from.
node-end-age = بیرون از زمان خواسته‌شده
# Where money ended.
node-end-joins-start = به آغاز دیگری رسید و آنجا شمرده شده
# Where money ended.
node-end-hops = حد گام‌ها
# Where money ended.
node-end-least-value = کمتر از حداقل مبلغ
# Where money ended.
node-end-output-limit = حد خروجی‌ها
# Where money ended.
node-end-unknown-input = ورودی با ارزش ناشناخته در آن است
# Where money ended.
node-end-unspendable = خرج‌نشدنی
# Where money ended.
node-end-overwritten = بازنویسی شده

## Requests.

# The name of the list of links to the parts of a page, for screen readers.
node-request-contents = در این صفحه
# A heading: form, states, stage and numbers of a request.
node-request-part-about = درباره درخواست
# A heading: what an officer does next with a request.
node-request-part-next = گام بعدی
# A heading: what is missing in a request.
node-request-part-check = کامل بودن
# A heading: legal facts that a jurist must confirm or overrule.
node-request-part-facts = واقعیت‌هایی که حقوقدان تأیید می‌کند
# A heading: the treaties on which a request rests.
node-request-part-basis = مبنای حقوقی
# A heading: the fields of a request.
node-request-part-says = متن درخواست
# A heading: the versions of a request.
node-request-part-versions = نسخه‌ها
# A heading: the files of a request.
node-request-part-files = فایل‌ها
# A heading: what happened to a request.
node-request-part-life = رویدادها
# The name of the list of terms that run, for screen readers.
node-request-clocks = مهلت‌ها و پرسش‌های باز
# Before a term that needs somebody now.
node-request-urgent = فوری:
# In a list of requests: which state asks which. $from and $to are names of states.
node-request-between = { $from } ← { $to }
# In place of a step when nothing stands out.
node-request-next-none = گام مشخصی در کار نیست. نخست آنچه در بالا نشان شده، سپس آنچه در زیر آمده است.
# In place of a step when nobody waits any more.
node-request-next-ended = در این درخواست دیگر کسی منتظر چیزی نیست.
# What comes next; the command to type follows. $question is the number or name of a question.
node-request-next-answer = به پرسش { $question } پاسخ دهید.
# What comes next; the command to type follows. $more is another option of it.
node-request-next-fill = کمبودها را پر کنید: برای هر فیلد گزینه زیر را بیفزایید، یا برای چند مقدار با هم { $more }.
# What comes next; the command to type follows.
node-request-next-review = کارمند دیگری این نسخه را می‌خواند و آن را می‌پذیرد یا بازمی‌گرداند.
# What comes next; the command to type follows.
node-request-next-propose = صدور این نسخه را پیشنهاد کنید.
# A link to the case, where the proposal waits; the command to type follows.
node-request-next-approve = شخص دیگری پیشنهاد صدور این نسخه را تأیید می‌کند.
# What comes next; the command to type follows.
node-request-next-clear = حقوقدان هر واقعیت زیر را با نام و دلیل تأیید می‌کند یا با مسئولیت خود می‌پذیرد.
# What comes next; the command to type follows.
node-request-next-issue = این نسخه را با شماره دفتر صادره صادر کنید.
# What comes next; the command to type follows. $more is the title of a step of the approval chain.
node-request-next-endorse = تأیید بعدی دفتر: { $more }.
# What comes next; the command to type follows. $more is another command.
node-request-next-send = درخواست را ارسال کنید و بگویید از کدام مسیر. بر پایه موافقت‌نامه، { $more } هر دو را انجام می‌دهد.
# What comes next; the command to type follows. $more is options of it.
node-request-next-acknowledge = دریافت درخواست را تأیید کنید؛ با { $more } داده‌ها از امروز نگه داشته می‌شود.
# What comes next in an emergency; the command to type follows.
node-request-next-call-back = فوری: پیش از ارسال داده با شماره‌ای از فهرست خودتان با درخواست‌کننده تماس بگیرید. کارمند دیگری داده را می‌فرستد.
# A heading above what stands in the way of issue.
node-request-obstacles = موانع صدور
# Above a table of events and the commands that record them.
node-request-allowed = آنچه ممکن است رخ دهد و فرمان آن
# The title of that table.
node-request-allowed-caption = رویدادهایی که ممکن است در پی آید
# Above that table.
node-request-allowed-hint = فرمانی که گزینه‌ای کم داشته باشد آن را نام می‌برد.
# Before the verdict of a complete request.
node-request-complete = چیزی که فرم یا سند مورد استناد می‌خواهد کم نیست.
# What a check found. The values are numbers.
node-request-verdict = فیلدهای نادرست یا خالی: { $errors }. مطالب دیگری که سند مورد استناد می‌خواهد و نیست: { $missing }. نکته‌های درخور تأمل: { $warnings }.
# What a check of another state's request found. The values are numbers.
node-request-own-verdict = بر پایه بسته‌های خودمان. فیلدهای نادرست یا خالی: { $errors }. مطالب دیگری که سند مورد استناد می‌خواهد و نیست: { $missing }. نکته‌های درخور تأمل: { $warnings }.
# On a request of another state whose form is not known here.
node-request-not-checked = بسته‌های ما این فرم یا پرسش آن را نمی‌شناسند، پس چیزی بررسی نشد.
# Above a table.
node-request-errors = پیش از صدور باید اصلاح شود
# Above a table.
node-request-errors-received = آنچه از نظر بسته‌های ما نادرست است یا کم دارد
# Above a table.
node-request-warnings = نکته‌هایی که مانع نیستند
# What a reader opens: remarks of a check that do not stand in the way of issue. Their number follows.
node-request-warnings-all = درخور تأمل:
# In place of what is wrong with a field.
node-request-content-missing = مطلبی که سند مورد استناد می‌خواهد نیست.
# In place of the name of a field, where a remark is about the whole request.
node-request-whole = کل درخواست
# Who asks for a field, where no instrument does.
node-request-asked-by-form = فرم
# Beside an instrument.
node-request-not-cited = به آن استناد نشده
# Beside an instrument.
node-request-cited = مورد استناد
# Something that a jurist must overrule; the language follows.
node-request-words-unreviewed = واژه‌هایی که درخواست با آنها چاپ می‌شود بازبینی نشده است
# Below the heading of the facts; the command to type follows. The values are a word and three options of it.
node-request-confirm-how = حقوقدان با شماره واقعیت (یا { $all }) و یکی از { $confirm }، { $overrule } یا { $reject } می‌نویسد:
# Beside a fact.
node-request-nobody-spoke = هنوز کسی این را تأیید نکرده یا با مسئولیت خود نپذیرفته است
# Below the heading of the legal basis.
node-request-recorded-only = بسته‌های جاری این فرم یا پرسش آن را نمی‌شناسند. آنچه می‌آید همراه نسخه ثبت شده است.
# Above what a reader may open: instruments that a request does not cite.
node-request-others = سایر اسناد میان دو کشور
# Below the legal basis. $pack is a digest, $compiled a day.
node-request-pack-same = کمک به نگارش است نه مشاوره حقوقی. پاسخ از بسته حقوقی { $pack } مورخ { $compiled } است که نسخه نیز با آن بررسی شد.
# Below the legal basis. $pack is a digest, $compiled a day.
node-request-pack-other = کمک به نگارش است نه مشاوره حقوقی. پاسخ از بسته حقوقی جاری { $pack } مورخ { $compiled } است؛ نسخه با بسته دیگری بررسی شد.
# Below the legal basis. $pack is a digest.
node-request-pack-recorded = کمک به نگارش است نه مشاوره حقوقی. از بسته حقوقی { $pack } ثبت شده است.
# A field: the official name of a treaty.
node-request-official-name = عنوان رسمی
# A field: what a treaty provides for what is asked.
node-request-provides = برای این اقدام
# Beside what a treaty provides or asks for. $articles lists articles.
node-request-articles = مواد: { $articles }
# A field: whether a treaty binds both states.
node-request-binds = هر دو کشور را متعهد می‌کند
# A field: which paragraphs of a treaty yield to another.
node-request-yields = آنچه جای خود را می‌دهد
# $paragraphs is a range of paragraphs, $clause the clause that says so; the other treaties follow.
node-request-yields-yes = بندهای { $paragraphs } جای خود را به معاهده دیگری می‌دهند که میان دو کشور لازم‌الاجراست (شرط { $clause }):
# As the one before.
node-request-yields-unclear = بندهای { $paragraphs } ممکن است جای خود را به معاهده دیگری بدهند (شرط { $clause })؛ لازم‌الاجرا بودن آن روشن نیست.
# As the one before.
node-request-yields-no = معاهده دیگری که بندهای { $paragraphs } جای خود را به آن بدهند شناخته نشده است (شرط { $clause }).
# A field: which treaty takes the place of this one.
node-request-replaced = جایگزین آن
# A field: whether the offences open a treaty.
node-request-opens = شمول بر جرایم
# A field: to which authority a request under a treaty goes.
node-request-addressee = مرجع مخاطب
# In place of the name of an authority.
node-request-addressee-unknown = یافت نشد: پیش از ارسال بپرسید
# A field: what a fact rests on, with the date of the source and how sure it is.
node-request-sources = منابع
# In place of a source.
node-request-no-source = بدون منبع
# In place of the date of a source.
node-request-date-unknown = تاریخ نامعلوم
# Above a table of the ways that remain where no treaty obliges.
node-request-ways = آنچه بدون تعهد می‌توان خواست
# Above a table of the ways that remain beside a treaty.
node-request-ways-besides = آنچه افزون بر آن می‌توان خواست
# A field: whether a request is ours or theirs.
node-request-side = طرف
# A value of that field.
node-request-side-sender = این دفتر درخواست می‌کند
# A value of that field.
node-request-side-receiver = از این دفتر درخواست شده است
# A field.
node-request-form = فرم
# A field: where a request stands in its life.
node-request-stage = مرحله
# A field: in which languages a request is written and printed.
node-request-languages = زبان‌ها
# A field: the number that the other side gave.
node-request-their-reference = شماره طرف مقابل
# A field: the office that carries out a request.
node-request-assigned-to = مجری
# A label: the name of a step of the approval chain.
node-request-step = تأیید
# A label: the steps of the approval chain.
node-request-chain = تأییدهای دفتر
# Beside a step of the approval chain that nobody has taken.
node-request-step-open = هنوز داده نشده
# A label: what the call to the other side found.
node-request-call-answer = پاسخ
# What a call found.
node-request-call-confirmed = درخواست تأیید شد
# What a call found.
node-request-call-denied = درخواست تأیید نشد
# A label: a name.
node-request-spoke-with = طرف گفتگو
# A label: a telephone number.
node-request-call-number = شمارهٔ تماس
# A label: the directory that a telephone number is from.
node-request-number-from = منبع شماره
# A label: for what a cost arose.
node-request-cost = بابت
# A label: a sum of money.
node-request-amount = مبلغ
# A label: who bears a cost.
node-request-borne-by = بر عهدهٔ
# A heading: what a person weighs before a refusal.
node-request-part-grounds = رد یا تعویق
# A caption above grounds for refusal with their articles.
node-request-grounds-caption = زمینه‌هایی که کمک به موجب آن‌ها قابل رد است
# Above the grounds for refusal.
node-request-grounds-hint = این که چنین زمینه‌ای هست و آیا باید به آن استناد کرد با شخص است؛ هیچ چیز خودبه‌خود نتیجه نمی‌شود. نخست با طرف دیگر مشورت کنید.
# A column: a ground for refusal.
node-column-ground = زمینه
# A label; instruments with articles follow.
node-request-grounds-secrecy = رازداری بانکی زمینهٔ رد نیست
# A label; instruments with articles follow.
node-request-grounds-fiscal = جنبهٔ مالیاتی زمینهٔ رد نیست
# A label; instruments with articles follow.
node-request-grounds-reasons = ذکر دلایل لازم است
# A label; instruments with articles follow.
node-request-grounds-postponement = کمک می‌تواند به تعویق افتد یا مشروط شود
# A label: what evidence went back.
node-request-returned = بازگردانده‌شده
# A label: the number of a receipt.
node-request-receipt-number = شمارهٔ رسید
# A field: why a request was refused or put off.
node-request-reasons = دلایل اعلام‌شده
# A field: whose key signed the machine-readable copy.
node-request-signed-by = امضاکننده نسخه ماشین‌خوان
# A value of that field.
node-request-unsigned = هیچ‌کس: امضایی بررسی نشد. چکیده درون آن درست است؛ یعنی چیزی اتفاقی تغییر نکرده، نه اینکه نویسنده کیست.
# A value of that field; the identifier of the key follows.
node-request-signer-unknown = کلیدی که در هیچ موافقت‌نامه‌ای نیست
# A value: from one time to another.
node-request-period = از { $from } تا { $to }
# A field: who wrote a version, when, and the entry.
node-request-written-by = نوشته
# A field: who took a request of another state in, when, and the entry.
node-request-taken-by = ثبت‌کننده دریافت
# A field: what a check found when a version was written.
node-request-found = نتیجه بررسی
# A field: the digest of a law pack.
node-request-law-pack = بررسی‌شده با بسته حقوقی
# A field: languages.
node-request-unreviewed = واژه‌های بازبینی‌نشده
# A field: who reviewed a version or sent it back.
node-request-read-by = خوانندگان
# A field: who approved a version.
node-request-approved-by = تأییدکنندگان
# A field: the register number under which a version was issued.
node-request-issued-under = صادر شده با شماره
# Above a table.
node-request-files-caption = فایل‌های ثبت‌های این درخواست
# Above a table.
node-request-life-caption = رویدادهای این درخواست به ترتیب
# A file.
node-request-file-original = اصل برای امضا و مهر
# A file.
node-request-file-advance = نسخه پیش‌فرست
# A file.
node-request-file-twin = نسخه ماشین‌خوان
# A file.
node-request-file-signature = امضای گره بر نسخه ماشین‌خوان
# A file.
node-request-file-acknowledgement = تأیید دریافت
# A file.
node-request-file-answer = آنچه خواسته شد: بسته
# A file of another name.
node-request-file-other = فایل دیگر
# A field: by which way an advance copy went.
node-request-channel = مسیر
# A field: the number of the covering note.
node-request-note-number = شماره یادداشت
# A field: the number of the courier or bag.
node-request-courier-number = شماره پیک
# A field: what kind of signature file it is.
node-request-format = قالب
# A field: the number or name of a question.
node-request-question = پرسش
# Beside an answer that came after another one.
node-request-further-answer = پاسخی تازه به جای پاسخ پیشین
# A field: what was done.
node-request-done = انجام شد
# A field: what was not done yet.
node-request-outstanding = باقی‌مانده
# A field: the digest of what came of a request.
node-request-result = نتیجه (SHA-256)
# A field: until when a request is put off.
node-request-until = تا
# A field.
node-request-keep-days = روزهای نگهداری
# A field of an entry: a link to the request that it is about.
node-request-link = درخواست
# A column: what happened.
node-column-event = رویداد
# A column: what to type.
node-column-command = فرمان
# A column: whether the request names this way.
node-column-chosen = در درخواست آمده
# A column: why a way is open, and what it is worth.
node-column-worth = ارزش آن
# A column.
node-column-source = منبع، تاریخ آن، میزان اطمینان
# A column.
node-column-field = فیلد
# A column: what is wrong and what to do.
node-column-wrong = ایراد و چاره آن
# A column: which instruments and articles ask for a field.
node-column-asked-by = خواسته
# A column: what to think twice about.
node-column-think = نکته
# A column: what a file is.
node-column-what = چیست
# A column: the case.
node-column-case = پرونده
# A column.
node-column-day = روز
# A column: who did it.
node-column-by = به دست
# A column: what an event says.
node-column-said = شرح
# What another entry is to this one: the message by which something left.
node-ref-sent-by = ارسال‌شده با پیام
# What another entry is to this one: the filed message from which something was taken.
node-ref-taken-from = برگرفته از پیام

# Link in the head of each page, to what the law pack says.
node-law = حقوق

# Title of a page and name of its link.
node-law-basis = بر چه پایه‌ای می‌توان کمک خواست؟

# Title of a page and name of its link.
node-law-compare = جرایم در کنار هم

# Title of a page and name of its link.
node-law-gaps = کاستی‌ها در برابر یک سند

# Title of a page and name of its link.
node-law-to-verify = آنچه باید بررسی شود

# Hint above the form.
node-law-basis-about = چه اسنادی در آن روز هر دو کشور را متعهد می‌کند، هر یک برای این اقدام چه پیش‌بینی کرده و اگر هیچ‌یک متعهد نکند چه راهی می‌ماند.

# Hint above the form.
node-law-compare-about = قوانین چند کشور چه چیزی را و با چه مجازات و عناصری جرم می‌داند. کشورها را برگزینید.

# Hint above the form.
node-law-gaps-about = تا آنجا که در بسته دیده شده، قانون کشور کدام جرایم و اختیارات سند را دارد.

# Hint above the form.
node-law-to-verify-about = فهرست کار حقوق‌دانان: داده‌هایی که پاسخ میان دو کشور بر آن‌ها استوار است و قطعی نیست.

# Name of a form, for those who hear it.
node-law-question = پرسش

# First line of a list to choose from.
node-law-choose = برگزینید

# Label of a list to choose from.
node-law-measure = اقدام

# Label of boxes to tick.
node-law-offences = انواع جرم

# Button that sends the question.
node-law-ask = نمایش

# Heading above an answer.
node-law-answer = پاسخ

# Opens the list of instruments that bind both States but cannot be cited for this request.
node-law-not-carrying = دیگر اسناد میان دو کشور که پایه این درخواست نمی‌شود

# Link to the same table as a PDF.
node-law-paper = همین روی کاغذ (PDF)

# Below an answer. $pack is a digest, $compiled a day.
node-law-pack = بسته حقوقی { $pack }، تدوین { $compiled }.

# Heading.
node-law-dual = جرم‌انگاری متقابل

# Label: whether the act is an offence in both States.
node-law-dual-answer = آیا عمل در هر دو کشور جرم است

# Label: whether the measure is coercive.
node-law-coercion = قهری بودن

# Label above the instruments that let help be refused.
node-law-dual-grounds = اسنادی که در نبود آن رد کمک را اجازه می‌دهد

# Beside an instrument. $clause is an article.
node-law-non-coercive = کمک غیرقهری با این همه باید انجام شود ({ $clause }).

# Label above measures that need less coercion.
node-law-milder = آنچه با اجبار کمتر می‌توان خواست

# Caption of a table.
node-law-dual-table = حکم در کنار حکم

# Before an element that both provisions ask for.
node-law-element-both = هر دو

# Before an element that only the requesting State's provision asks for.
node-law-element-here = تنها کشور درخواست‌کننده

# Before an element that only the requested State's provision asks for.
node-law-element-there = تنها کشور درخواست‌شونده

# Heading of a column.
node-law-column-here = در کشور درخواست‌کننده

# Heading of a column.
node-law-column-there = در کشور درخواست‌شونده

# Heading of a column.
node-law-column-answer = جرم‌انگاری متقابل

## Statistics of requests

# Name of the form that asks for a period.
node-statistics-period = دوره

# Hint in the form that asks for a period.
node-statistics-period-about = درخواست در روزی شمرده می‌شود که صادر یا دریافت شده است. خانه خالی دوره را باز می‌گذارد.

# Button of the form that asks for a period.
node-statistics-count = شمارش

# Link to the figures as a file.
node-statistics-csv = ارقام برای صفحه‌گسترده (CSV)

## Versions of a request compared

# Title of a page, and link to it.
node-request-compare = مقایسه نسخه‌ها

# Button of the form that asks which versions are compared.
node-request-compare-do = مقایسه

# Caption of a table of fields.
node-request-compare-caption = تفاوت نسخه دوم با نخست

# Something that two versions have differently.
node-request-compare-cited = اسناد مورد استناد

# Something that two versions have differently.
node-request-compare-translation = زبان کنار زبان نگارنده

# Something that two versions have differently.
node-request-compare-form = فرم دیگری بود.

# Something that two versions have differently.
node-request-compare-law = بسته حقوقی دیگری پاسخ داد.
# A kind of entry: what is in the case was found in other places, too.
node-kind-hit-placed = جاهای دیگر یافته
# A kind of entry: the owner of another case is asked about a value that both know.
node-kind-owner-asked = پرسش از مسئول پروندهٔ دیگر
# A kind of entry.
node-kind-owner-answered = پاسخ به پروندهٔ دیگر
# The role of a reference: to the exhibit that an entry is about.
node-ref-exhibit = مدرک مادی
# A reference to the search in which something was found.
node-ref-found-in = یافته در
# A reference to the entry that took a value into the case.
node-ref-account = مربوط به
# A reference to the question that is answered.
node-ref-answers = پاسخ به
# A heading of the page of a case.
node-case-leads = آنچه یافت شد
# A heading: what the case holds of hits, and what other cases know of it.
node-leads = کیف پول‌ها، حساب‌ها و اشخاص
# A link. $count is a number.
node-leads-count = کیف پول‌ها، حساب‌ها و اشخاص: { $count }
# Shown when no hit was taken into the case.
node-leads-none = هنوز یافته‌ای به این پرونده افزوده نشده است. در یک مدرک جستجو کنید و آنچه را مهم است از صفحهٔ آن بیفزایید.
# A mark of what was withdrawn.
node-leads-withdrawn = پس گرفته شده: به شمار نمی‌آید.
# A label: what a hit is in the case.
node-field-becomes = در پرونده
# A label: whose wallet or account it is taken to be.
node-field-whose = منسوب به
# A label: which other cases of the node know it.
node-field-elsewhere = شناخته در پرونده‌های دیگر
# What a hit is in the case.
node-becomes-subject = شخص
# What a hit is in the case.
node-becomes-account = حساب
# What a hit is in the case.
node-becomes-wallet = کیف پول
# Whose a wallet or account is taken to be.
node-whose-suspect = مظنون
# Whose a wallet or account is taken to be.
node-whose-victim = بزه‌دیده
# Whose a wallet or account is taken to be.
node-whose-witness = شاهد
# Whose a wallet or account is taken to be.
node-whose-service = خدمات‌دهنده
# Whose a wallet or account is taken to be.
node-whose-other = شخص دیگر
# Whose a wallet or account is taken to be.
node-whose-unknown = نامعلوم
# Another case, which the reader may not read, knows the value; the name of its office follows.
node-match-closed = مطابقتی وجود دارد. از مسئول آن بپرسید
# A button.
node-ask = پرسش از مسئول
# A label.
node-ask-reason = چرا می‌پرسید
# Below a field. What is told by asking.
node-ask-hint = مسئول نام شما، اداره‌تان، این مقدار و این متن را می‌خواند و از پروندهٔ شما چیزی نمی‌بیند. پرسش ثبت می‌شود.
# A heading.
node-questions-to = پرسش‌های پرونده‌های دیگر
# A heading.
node-questions-by = پرسش‌های این پرونده
# A button.
node-answer = پاسخ دادن
# A label.
node-answer-text = آنچه پرسنده می‌تواند بداند
# Below a field. What is told by answering.
node-answer-hint = هر که پروندهٔ پرسنده را می‌خواند نام شما، اداره‌تان و این متن را می‌بیند و از این پرونده چیزی نمی‌بیند. پاسخ ثبت می‌شود.
# A column: the entry that took a hit into the case.
node-column-taken = در پرونده
# A heading of a form.
node-promote-title = افزودن یافته‌ها به پرونده
# Below a heading.
node-promote-hint = اگر مقداری از پیش در پرونده باشد، جای تازه به آن افزوده می‌شود. از راز تنها صورت پوشیده و اثر انگشت آن می‌آید.
# A choice: what a hit becomes follows from its kind.
node-promote-by-kind = بر پایهٔ نوع آن
# A button.
node-promote-ticked = افزودن موارد نشان‌شده
# A button.
node-promote-verified = افزودن همهٔ موارد با جمع‌آزمای درست
# A heading: pages of web captures.
node-captured = صفحه‌های وب ذخیره‌شده
# A link. $count is a number.
node-captured-count = صفحه‌های وب ذخیره‌شده: { $count }
# A label of a field for a search.
node-captured-find = جستجو
# Below a field.
node-captured-find-hint = بخشی از نشانی وب، عنوان، یا هر چه در صفحه یافت شده: کیف پول، کلید، نام.
# A button.
node-captured-search = نمایش صفحه‌ها
# Shown when there are no pages, or none that is looked for.
node-captured-none = چنین صفحه‌ای نیست.
# A heading.
node-captured-shared = در چند صفحه
# The caption of a table.
node-captured-shared-hint = آنچه صفحه‌ها را به هم پیوند می‌دهد
# A column: how many pages.
node-captured-pages = صفحه‌ها
# A heading.
node-captured-list = صفحه‌ها
# A label.
node-captured-url = نشانی وب
# A label.
node-captured-date = زمان ذخیره
# A label: the answer of the server, a number.
node-captured-status = کد پاسخ
# A label: what the page is written in.
node-captured-media = نوع محتوا
# A label.
node-captured-digest = چکیده در بایگانی
# A label.
node-captured-exhibit = مدرک
# Before a link to the entry that took the value into the case.
node-captured-account = در پرونده:
# $count is the number of other pages that show the same.
node-captured-others = { $count ->
        [0] تنها در این صفحه
       *[other] در { $count } صفحهٔ دیگر نیز
    }
