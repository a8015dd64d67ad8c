### The words of the pages, and of what can go wrong at the door of a node.

## What can go wrong at the door of a node.

# Shown to a program that asks without a session; a browser is led to the sign-in.
node-not-signed-in = Nobody is signed in.
    .do = Sign in and try again.
# Which of the three is wrong is not said on purpose.
node-sign-in-failed = Office, officer and passphrase do not belong together.
    .do = Check the name as the office has it, and type the passphrase again. After a lost passphrase, another officer must replace your key.
# $seconds is a number of seconds.
node-too-many-attempts = Too many attempts to sign in.
    .do = Wait { $seconds } seconds and try again.
# Shown when a form was sent by something else than a page of this node.
node-cross-site = The request does not come from a page of this node, and nothing was done.
    .do = Open the page in this browser and send the form from there.
# Shown when the node was asked under a name that is not its own.
node-host = This node does not answer under that name.
    .do = Use the address that the node printed when it started.
# Shown for an address that leads nowhere.
node-not-found = There is no such page.
    .do = Go back to the list of cases.
# Shown when a page is asked in a way that it does not know.
node-method = The page takes no such request.
    .do = Open the page and use its forms.
# $most is a number of bytes.
node-request-too-large = The request is larger than { $most } bytes.
    .do = Write less, or attach the text as a file.
# Shown when a form or address cannot be read.
node-request-malformed = The request cannot be read.
    .do = Open the page again and fill in the form.
# $seconds is a number of seconds.
node-timeout = The answer took longer than { $seconds } seconds.
    .do = Look whether the step was recorded, then try again.
# Shown when a proof is asked for an entry that no checkpoint covers yet.
node-not-logged-yet = The entry is stored, but the published log does not cover it yet.
    .do = Ask for the proof again in a minute.
# Shown by a node that was started without its passphrase.
node-locked = The node is locked: nobody has given its passphrase since it was started.
    .do = Ask an administrator to unlock it, then load the page again. Nothing was lost.
# Shown when a page could not be written; a fault of the program.
node-page = The page could not be written.
    .do = Tell the administrator of the node the code and the time.
# $address is a network address.
node-not-loopback = Other machines can reach { $address }, and pages are served there only with TLS.
    .do = Name a certificate (--tls-certificate and --tls-key) or let the node make one (--tls-self-signed), or serve on 127.0.0.1 or ::1.
# $address is a network address and a port. The option is one of the command line.
node-no-name = Pages at { $address } have no name under which browsers ask for them.
    .do = Give each name or address of this machine with --name, as in --name node.example.org.
# $address is a network address, $cause what the operating system says.
node-listen = The address { $address } cannot be served: { $cause }.
    .do = End the program that uses the port, or choose another port.

## What one node tells another at its door. The words are those of the node that reads them.

# Another node asked for something that the door does not have. Both offices may see it.
node-door-path = The door of the node has nothing under this path.
    .do = Check that both nodes run versions of this program that fit each other.
# As the one before.
node-door-method = The door of the node takes no such request.
    .do = Check that both nodes run versions of this program that fit each other.
# As the one before.
node-door-length = The request does not say how long it is.
    .do = Check that a node of this program asks and that nothing on the way changes its requests.
# As the one before.
node-door-too-large = The request is larger than 64 MiB.
    .do = Send less at once, or carry the messages as a file.
# Shown to a node whose agreement has ended.
node-door-not-known = No agreement in force at that node names this node's key.
    .do = Ask the other office whether the agreement has ended or the key was replaced.
# Shown to a node that sends again before it has the answer, or while there is too much to do.
node-door-busy = The node is at work on another exchange.
    .do = Nothing need be done: it is sent again.
# Shown to a node whose exchange took too long.
node-door-timed-out = The exchange took too long.
    .do = Nothing need be done: it is sent again. If it stays so, check the line.
# Shown when a connection ended in the middle of a request.
node-door-cut = The request was cut off before its end.
    .do = Nothing need be done: it is sent again. If it stays so, check the line.
# Shown when the answer is too large to send; a fault of the program.
node-door-answer = The node's answer is larger than 64 MiB and was not sent.
    .do = Report it to the administrator of that node.

## What stands around every page.

# The name of this language in itself; on the button that chooses it.
node-language-name = English
# The name of the program.
node-brand = Comity
# The first link of every page, for people who use a keyboard.
node-skip = Skip to the content
# On top of every page of an exercise node. It must not be taken for real work.
node-exercise-banner = Exercise: nothing here is real
# The name of the navigation, for screen readers.
node-navigation = Main pages
# Before the buttons that choose the language.
node-language = Language
# In the footer while nobody is named as reviewer of these words.
node-unreviewed = Nobody has reviewed the words of these pages in this language for an authority yet.
# Button.
node-sign-out = Sign out
# The name of the links to earlier and later entries, for screen readers.
node-pages = Parts of the time line
# Link to the entries before these.
node-earlier = Earlier entries
# Link to the entries after these.
node-later = Later entries
# Answer.
node-yes = Yes
# Answer.
node-no = No
# In place of a value that is not there.
node-none = none
# In place of an author when the node did something by itself.
node-by-node = the node itself

## Errors.

# Heading of the page of a node that was started without its passphrase.
node-locked-title = The node is locked
# Heading of a page that shows an error.
node-error-title = This was not done
# Before the stable code of an error.
node-error-code = Code:
# Link.
node-error-back = Go to the cases

## Sign-in.

# Heading.
node-sign-in-title = Sign in
# Button.
node-sign-in = Sign in
# Label of a field.
node-sign-in-officer = Officer
# Below that field.
node-sign-in-officer-hint = Your name as the office has it, or your identifier.
# Label of a field.
node-sign-in-passphrase = Passphrase
# Below that field.
node-sign-in-passphrase-hint = It unlocks your signing key until you sign out, for 15 minutes without use, or for 8 hours at most.
# Shown when no office was founded on the node yet.
node-no-office = No office has been founded on this node yet.

## Cases.

# Heading and link.
node-cases = Cases
# Above the table of cases.
node-cases-caption = Cases that you may read, the last used first
# In place of the table.
node-cases-none = There is no case that you may read.
# Status of a case.
node-case-open = open
# Status of a case.
node-case-closed = closed
# The name of the box on top of a case, for screen readers.
node-case-facts = About the case
# Heading of a form.
node-open-case-title = Open a case
# Button.
node-open-case = Open the case
# Label of a field that may stay empty.
node-open-case-number = Register number, if there is one
# Heading of the entries of a case.
node-timeline = Time line
# Link at an entry of a time line, to all that proves it.
node-proof-link = Show the proof
# Heading of a form.
node-note-title = Write a note
# Below the field of a note.
node-note-hint = The note is signed with your key. It can be corrected or withdrawn later, but not changed.
# Button.
node-note-write = Sign the note
# Heading of the forms that only some roles see.
node-steer = Who works on the case, and its end
# Label of a choice of officers.
node-assign-join = Officer who joins
# Button.
node-assign = Assign
# Label of a choice of officers.
node-assign-leave = Officer who leaves
# Button.
node-unassign = Take off the case
# Label of a field.
node-close-reason = Why the case is closed
# Below that field.
node-close-hint = A closed case takes no entries until it is reopened.
# Button.
node-close = Close the case
# Label of a field.
node-reopen-reason = Why the case is reopened
# Button.
node-reopen = Reopen the case

## Proposals: steps that take two persons.

# Heading.
node-case-proposals = Steps that take two persons
# Heading.
node-office-proposals = Proposals
# In place of the proposals.
node-proposals-none = Nothing has been proposed.
# Status of a proposal.
node-proposal-open = waits for a second person
# Status of a proposal.
node-proposal-approved = approved
# Status of a proposal.
node-proposal-rejected = rejected
# Before the name of an officer.
node-proposed-by = Proposed by
# Before the identifier of the entry that made the proposal.
node-proposal-entry = Read why in the entry
# In place of the button to approve.
node-second-person = Another person with the right to approve must decide.
# Button.
node-approve = Approve
# Button.
node-reject = Reject
# Label of a field.
node-reject-reason = Why it is rejected
# What a proposal would do: an officer joins the office.
node-act-add-officer = New officer
# Above the button that approves this; says what follows from it.
node-consequence-add-officer = After you approve, this person can sign for the office at once.
# What a proposal would do: an officer gets other roles.
node-act-set-roles = Other roles
# Above the button that approves this; says what follows from it.
node-consequence-set-roles = After you approve, these roles replace the old ones at once.
# What a proposal would do: an officer gets another key.
node-act-replace-key = Another key
# Above the button that approves this; says what follows from it.
node-consequence-replace-key = After you approve, the old key signs nothing more, for ever.
# What a proposal would do: a pack comes into force.
node-act-activate-pack = Pack comes into force
# Above the button that approves this; says what follows from it.
node-consequence-activate-pack = After you approve, the whole office works with this pack at once.
# What a proposal would do: the content of an entry is destroyed.
node-act-forget = Destroy the content of an entry
# Above the button that approves this; says what follows from it.
node-consequence-forget = The content is destroyed for ever, also in later restores. Only the signed statement remains.
# Under the proposal to destroy the content of an entry. A list of entries follows.
node-forget-more = Destroyed with it, because it repeats it
# Under the proposal to destroy the content of an entry. A list of entries follows that are not destroyed.
node-forget-stays = Rests on it, may say the same, and stays
# What a proposal would do: a case is written out for a recipient.
node-act-export = Export the case
# Above the button that approves this; says what follows from it.
node-consequence-export = After you approve, the case can leave this node for the recipient named.
# What a proposal would do: exhibits are written out as a package for a recipient.
node-act-package = Package exhibits
# Above the button that approves this; says what follows from it.
node-consequence-package = After you approve, the exhibits can leave this node for the recipient named; with a key, only its holder opens the package.
# What a proposal would do: a request to another state is issued.
node-act-issue-request = Issue a request
# Above the button that approves this; says what follows from it.
node-consequence-issue-request = After you approve, this version of the request can be signed and sent.
# What a proposal would do: a message goes to another office.
node-act-send = Send to another office
# What a proposal would do: a recovery phrase or key that was found in an exhibit is shown to whoever proposes it.
node-act-reveal-secret = Show a secret, once
# Above the button that approves this; says what follows from it.
node-consequence-send = After you approve, the message can leave this node. It cannot be called back.
# What happens when a proposal is approved: a recovery phrase or key is shown to whoever proposes it.
node-consequence-reveal-secret = The officer who proposes it sees the recovery phrase or key in plain, once, and could take what it controls. Your half of the key goes with your approval.
# What a proposal would do.
node-act-file-agreement = File an agreement with another office
# Above the button that approves this; says what follows from it.
node-consequence-file-agreement = After you approve, messages can go to and fro under this agreement. Compare its digest with the counterpart by another way first.
# What a proposal would do.
node-act-end-agreement = End an agreement
# Above the button that approves this; says what follows from it.
node-consequence-end-agreement = After you approve, nothing is sent under this agreement any more, and what comes is refused.
# What a proposal would do: packs that an office publishes are taken from then on.
node-act-trust-publisher = Take packs from a publisher
# Above the button that approves this; says what follows from it.
node-consequence-trust-publisher = After you approve, a pack that two persons of this card sign can be proposed here. Compare the digest with the publisher by another way first.
# What a proposal would do.
node-act-distrust-publisher = Take no more packs from a publisher
# Above the button that approves this; says what follows from it.
node-consequence-distrust-publisher = After you approve, no pack is taken from this publisher any more. What came from it stays in force.
# What a proposal would do: which server is asked for time-stamps, and which authorities are believed.
node-act-set-stamp-server = Name a time-stamp server
# Above the button that approves this; says what follows from it.
node-consequence-set-stamp-server = After you approve, the digests of exhibits and of the log are sent to this server, and its time-stamps count under these certificates. Compare their digests with the operator of the authority by another way first.
# What a proposal would do: how much of the disk the vault and each case may take.
node-act-set-vault-limits = Limit what the vault may hold
# Above the button that approves this; says what follows from it.
node-consequence-set-vault-limits = After you approve, an intake that would make the vault or a case larger than this, or leave less free on the disk, is refused before it begins. What is held already stays.
# Stands before a number of bytes, or before that there is no limit: what the vault may hold in all.
node-vault-most = in all, bytes:
# As before: what one case may hold.
node-vault-most-case = in one case, bytes:
# Stands before a number of bytes of the disk.
node-vault-kept-free = kept free on the disk, bytes:
# Stands in the place of the address of a time-stamp server.
node-stamp-server-none = no server is asked any more
# Stands before the name of the office that published a pack.
node-pack-released = released by
# Stands beside a pack whose version is not newer than the one in force.
node-pack-older = not newer than the one in force, and meant so: read the reason
# Above what a pack would change. $before and $after are versions.
node-diff-head = From version { $before } to version { $after }
# Above what a pack would bring. $after is its version.
node-diff-first = No pack of this name is in force: all of version { $after } is new.
# Shown when two packs are the same.
node-diff-same = Nothing changes.
# Heads a list of answers. $count is a number, $on a day.
node-diff-answers = Other answers on { $on }, between the states for which the pack is made: { $count }
# Heads a list of rows of the law pack. $count is a number.
node-diff-rows = Other rows: { $count }
# Heads a list of files. $count is a number.
node-diff-files = Other files: { $count }
# Heads two answers, before and after. $from and $to are codes of states, $measures are ids of measures for which the answer changes alike.
node-diff-answer = { $from } asks { $to } for { $measures }
# Label of what was said before.
node-diff-before = Before
# Label of what is said after.
node-diff-after = After
# In place of an answer.
node-diff-not-asked = The pack does not know one of the states or the measure.
# Before a list of ids of treaties.
node-diff-unchecked = not sure to oblige:
# Beside a row or file.
node-diff-added = new
# Beside a row or file.
node-diff-removed = gone
# Beside a row or file.
node-diff-changed = changed

## The office.

# Heading and link.
node-office = Office
# The title of the page that tells what requests wait for, and the link to it.
node-clocks = Due
# A caption above what requests wait for.
node-clocks-overdue = Overdue
# A caption above what requests wait for.
node-clocks-now = To be done now
# A caption above what requests wait for.
node-clocks-runs = Running
# A caption above what requests wait for.
node-clocks-waits = Waiting, without a term
# A label: the day of today.
node-clocks-today = Today
# Beside the day of today.
node-clocks-working = the office works
# Beside the day of today.
node-clocks-resting = the office rests
# A label: from when to when, and the time zone.
node-clocks-hours = Office hours
# In place of the tables when nothing waits.
node-clocks-none = No request that you may read waits for anything.
# The journal of the office itself, beside those of its cases.
node-office-journal = Journal of the office
# Above a table.
node-officers-caption = Officers
# Above a table.
node-packs-caption = Packs in force
# Caption of a table.
node-publishers-caption = Publishers whose packs are taken
# In place of the roles of an officer who has none any more.
node-roles-none = no role
# A role in an office.
node-role-investigator = Investigator
# A role in an office.
node-role-analyst = Analyst
# A role in an office.
node-role-prosecutor = Prosecutor
# A role in an office.
node-role-custody-officer = Custody officer
# A role in an office.
node-role-supervisor = Supervisor
# A role in an office.
node-role-auditor = Auditor
# A role in an office.
node-role-administrator = Administrator

## An entry and its proof.

# $sequence is the place of the entry in its case.
node-entry-title = Entry { $sequence }
# Heading.
node-entry-content = Content
# When an entry has no content of its own.
node-content-empty = The kind of the entry says it all.
# In place of a content that was destroyed.
node-content-forgotten = The content was destroyed. The signed statement remains.
# Heading.
node-entry-statement = Statement
# Below that heading.
node-entry-statement-hint = This is what the author signed.
# Heading.
node-entry-handling = Handling
# Heading.
node-entry-seal = Seal of the node
# Below that heading.
node-entry-seal-hint = This is what the node signed when it took the entry.
# Heading.
node-entry-proof = Proof that it stands in the log
# Below that heading.
node-entry-proof-hint = With the file below, anybody can check without this program that the entry stands in the log.
# In place of the proof.
node-proof-waits = The entry is stored. The next checkpoint of the log will cover it; ask again in a minute.
# Heading above a list of hashes.
node-proof-path = Hashes from the leaf to the root
# In place of the hashes.
node-proof-path-none = The log has one entry: the leaf is the root.
# Heading above the text of a checkpoint.
node-checkpoint = Checkpoint, signed by the node
# Link to a file.
node-proof-download = Download the proof file (C2SP tlog-proof)
# Link to a file.
node-checkpoint-download = Download the checkpoint
# Before the entry that corrects this one.
node-corrected-by = Corrected by
# Before the entry that withdraws this one.
node-withdrawn-by = Withdrawn by
# Before the approval by which the content was destroyed.
node-forgotten-by = Content destroyed by

## Labels of values.

# Who made an entry.
node-field-author = Author
# The office of an entry, case or person.
node-field-office = Office
# The case, or the journal of the office, that an entry belongs to.
node-field-journal = Journal
# The kind of an entry.
node-field-kind = Kind
# When the act took place, as its author says.
node-field-act-time = Time of the act, as the author says
# Other entries that this one speaks of.
node-field-refs = Speaks of
# The digest of salt and content, SHA-256.
node-field-content-digest = Digest of salt and content (SHA-256)
# Whose information it is.
node-field-origin = Information of
# H0 to H3, from police message exchange.
node-field-handling-code = Handling code
# For what it may be used.
node-field-purposes = May be used for
# To which states it may go.
node-field-recipients = May go to
# Whether a recipient may pass it on.
node-field-onward = Passing on
# Evidence or intelligence.
node-field-use = Use
# The last day on which it may be kept.
node-field-retain-until = Keep until
# When the node recorded an entry.
node-field-recorded = Recorded by the node
# Whether the clock stood behind the time recorded last.
node-field-clock-jump = The clock had gone back
# The place of an entry in its case, from 0.
node-field-sequence = Place in the journal
# The entry before this one in the same case.
node-field-previous = Entry before it
# The number of the leaf in the log of the node, from 0.
node-field-log-index = Place in the log
# A new life of the log begins with every restore from a backup.
node-field-incarnation = Life of the log
# The digest of the policies under which the node allowed it.
node-field-policies = Allowed under policies
# The key that signed the statement.
node-field-signed-by = Signed by key
# The key that signed the seal.
node-field-sealed-by = Sealed by key
# The leaf of the log: the identifier of the entry.
node-field-leaf = Leaf
# The content of an entry, as a label.
node-field-content = Content
# A file that belongs to an entry.
node-field-attachment = Attached file
# What people call a case.
node-field-title = Title
# The number of a case in the register of the office.
node-field-register-number = Register number
# The words of a note.
node-field-text = Text
# Why something was done.
node-field-reason = Reason
# An officer who begins to work on a case.
node-field-joins = Joins
# An officer who ends working on a case.
node-field-leaves = Leaves
# The office that shall take a case.
node-field-to-office = To the office
# The office that a case has been offered to.
node-field-offered-to = Offered to
# Why an entry does not count.
node-field-ground = Ground
# What a proposal would do.
node-field-proposes = Proposes
# A number of entries.
node-field-entries = Entries
# When the last entry of a case was recorded.
node-field-last-recorded = Last entry
# Open or closed.
node-field-status = Status
# Those who work on a case.
node-field-members = Working on it
# The identifier of a case.
node-field-case-id = Identifier of the case
# The identifier of an office.
node-field-office-id = Identifier of the office
# The identifier of an officer.
node-field-officer-id = Identifier
# The identifier of the key of the node.
node-field-node-key = Key of the node
# The identifier of the key that an officer signs with.
node-field-key = Key in force
# The name of an office, officer or pack.
node-field-name = Name
# The state of an office.
node-field-country = State
# The authority that an office belongs to.
node-field-authority = Authority
# Whether an office exists for exercises only.
node-field-exercise = For exercises only
# The two officers who founded an office.
node-field-founders = Founders
# The packs in force from the beginning.
node-field-packs = Packs
# The roles of an officer.
node-field-roles = Roles
# The version of a pack.
node-field-version = Version
# The digest of a pack.
node-field-digest = Digest
# Of the wording of a provision.
node-field-statute = Statute
# Of the wording of a provision.
node-field-article = Article
# Of the wording of a provision.
node-field-wording = Wording
# Of the wording of a provision.
node-field-source = Source
# Of the wording of a provision.
node-field-as-of = Reads so as of
# Of the wording of a provision.
node-field-confirmed-by = Compared by

## Names of fields in the bodies of entries that have no page of their own yet.

# The digest of an exported package.
node-body-package = Package (SHA-256)
# The identifier of a key.
node-body-key = Key
# The place in the case up to which entries are meant.
node-body-up-to = Up to place
# A number of entries whose content was withheld.
node-body-withheld = Withheld entries
# The identifier of the entry before.
node-body-after = After entry

## Kinds of entries.

# A kind of entry.
node-kind-office-founded = Office founded
# A kind of entry.
node-kind-office-founding-confirmed = Founding confirmed
# A kind of entry.
node-kind-proposal-made = Proposal for the office
# A kind of entry.
node-kind-proposal-approved = Proposal approved
# A kind of entry.
node-kind-proposal-rejected = Proposal rejected
# A kind of entry: an officer signed a pack for other offices.
node-kind-pack-signed = Pack released
# A kind of entry: an officer put the wording of a provision into the library of the office.
node-kind-provision-added = Wording of a provision kept
# A kind of entry.
node-kind-provision-removed = Wording of a provision removed
# A kind of entry.
node-kind-node-restored = Node restored from a backup
# A kind of entry.
node-kind-case-opened = Case opened
# A kind of entry.
node-kind-note-written = Note
# A kind of entry.
node-kind-case-assigned = Assignment
# A kind of entry.
node-kind-case-closed = Case closed
# A kind of entry.
node-kind-case-reopened = Case reopened
# A kind of entry.
node-kind-case-handed-over = Handed over
# A kind of entry.
node-kind-case-taken-over = Taken over
# A kind of entry.
node-kind-entry-corrected = Correction
# A kind of entry.
node-kind-entry-withdrawn = Withdrawal
# A kind of entry.
node-kind-case-proposal-made = Proposal
# A kind of entry.
node-kind-case-proposal-approved = Approval
# A kind of entry.
node-kind-case-proposal-rejected = Rejection
# A kind of entry.
node-kind-case-exported = Case exported
# A kind of entry.
node-kind-exhibit-received = Exhibit received
# A kind of entry.
node-kind-exhibit-custody-recorded = Custody
# A kind of entry: copies of exhibits left as a package.
node-kind-exhibit-packaged = Exhibits packaged
# A kind of entry: a second person signs an act of custody.
node-kind-exhibit-custody-confirmed = Second signature
# A kind of entry: the files of an exhibit were compared with what came in.
node-kind-exhibit-checked = Exhibit read again
# A kind of entry: a file of an exhibit was written out of the vault, in the clear.
node-kind-exhibit-file-given-out = File given out
# A kind of entry.
node-kind-scan-recorded = Scan
# Kind of an entry: recovery phrases and keys that a search found were sealed to two officers.
node-kind-secrets-sealed = Secrets sealed
# A kind of entry.
node-kind-hit-promoted = Hit taken into the case
# A kind of entry.
node-kind-timestamp-taken = Time-stamp taken
# A kind of entry: the node had the time-stamp before it stamped.
node-kind-timestamp-renewed = Time-stamp renewed
# A kind of entry: the node read files in its vault again, and found what is damaged or whole again.
node-kind-files-checked = Files read again
# A kind of entry.
node-kind-ledger-read = Ledger read
# A kind of entry.
node-kind-trace-recorded = Trace of money
# A kind of entry.
node-kind-request-drafted = Draft of a request
# A kind of entry.
node-kind-request-fact-confirmed = Legal fact confirmed
# A kind of entry.
node-kind-request-reviewed = Request reviewed
# A kind of entry.
node-kind-request-endorsed = Approval of a request
# A kind of entry.
node-kind-request-recorded = Step of a request
# A kind of entry.
node-kind-request-received = Request received
# A kind of entry.
node-kind-request-carried-over = Request carried over from the old register
# A kind of entry.
node-kind-message-recorded = Message
# A kind of entry.
node-kind-agreement-signed = Agreement signed
# A kind of entry.
node-kind-sealing-drawn = Sealing key drawn
# A kind of entry.
node-kind-sealing-destroyed = Sealing key destroyed
# A kind of entry.
node-kind-keys-published = Own keys announced
# A kind of entry.
node-kind-keys-received = Keys of the counterpart received
# A kind of entry.
node-kind-message-drafted = Draft of a message
# A kind of entry.
node-kind-message-sent = Message sent
# A kind of entry.
node-kind-message-queued = Message waits to be delivered
# A kind of entry.
node-kind-message-held = Message came before its turn
# A kind of entry.
node-kind-message-received = Message received
# A kind of entry.
node-kind-message-refused = Message refused
# A kind of entry.
node-kind-message-opened = Message opened
# A kind of entry.
node-kind-message-filed = Message put into the case
# A kind of entry.
node-kind-receipt-filed = Receipt of the counterpart
# A kind of entry.
node-kind-message-given-up = Message not acknowledged for 30 days
# A kind of entry.
node-kind-message-taken-up = Message tried again
# A kind of entry.
node-kind-counterpart-heard = Counterpart heard
# A kind of entry.
node-kind-counterpart-restored = Counterpart restored from a backup
# A kind of entry.
node-kind-counterpart-concern = Concern about the counterpart
# A kind of entry.
node-kind-counterpart-accepted = Concern looked into and accepted
# A kind of entry.
node-kind-counterpart-address-set = Address of the counterpart
# A kind of entry.
node-kind-checkpoint-cosigned = Counterpart's log cosigned
# A kind of entry.
node-kind-cosignature-received = Own log cosigned by the counterpart
# A kind of entry.
node-kind-secret-revealed = Secret revealed

## What an entry is to another that it names.

# Before the identifier of the other entry.
node-ref-about = About
# Before the identifier of the other entry.
node-ref-carries-out = Carries out
# Before the identifier of the other entry.
node-ref-approves = Approves
# Before the identifier of the other entry.
node-ref-rejects = Rejects
# Before the identifier of the other entry.
node-ref-confirms = Confirms
# What an entry is to another one: that one holds the files.
node-ref-held-by = Held by
# Before the identifier of the other entry.
node-ref-corrects = Corrects
# Before the identifier of the other entry.
node-ref-withdraws = Withdraws
# What another entry is to this one.
node-ref-sends = Sends
# What another entry is to this one.
node-ref-proposes = Proposes
# What another entry is to this one.
node-ref-opens = Opens
# What another entry is to this one.
node-ref-files = Puts into the case
# What another entry is to this one.
node-ref-held = Was held since
# What another entry is to this one.
node-ref-accepts = Accepts

## Why an entry does not count.

# The ground of a withdrawal.
node-ground-wrong-case = It belongs to another case
# The ground of a withdrawal.
node-ground-privileged = It is privileged
# The ground of a withdrawal.
node-ground-mistaken = It is mistaken

## Handling.

# A handling code of police message exchange, with its meaning.
node-handling-h0 = H0: for the purposes named, nothing further
# A handling code of police message exchange, with its meaning.
node-handling-h1 = H1: not as evidence without permission
# A handling code of police message exchange, with its meaning.
node-handling-h2 = H2: not to be passed on without permission
# A handling code of police message exchange, with its meaning.
node-handling-h3 = H3: other conditions
# A purpose of use.
node-purpose-criminal-investigation = criminal investigation
# A purpose of use.
node-purpose-prosecution = prosecution
# When no purpose is named.
node-purposes-none = nothing beyond the case itself
# When no state is named.
node-recipients-none = no other state
# Whether it may be passed on.
node-onward-permitted = permitted to the recipients named
# Whether it may be passed on.
node-onward-with-consent = only with consent
# Whether it may be passed on.
node-onward-forbidden = forbidden
# What it may serve as.
node-use-intelligence = intelligence: not for a court
# What it may serve as.
node-use-evidence = evidence

## Exhibits and traces.

# A heading.
node-case-exhibits = Exhibits
# A heading.
node-case-traces = Traces
# A heading.
node-case-requests = Requests
# $count is a number: how many more there are than the page lists.
node-more = { $count } more are not listed here.
# $count is a number: how many more characters a text has than the page shows.
node-more-text = { $count ->
        [one] 1 more character is not shown here.
       *[other] { $count } more characters are not shown here.
    }
# $files and $bytes are numbers.
node-exhibit-holds = { $files } files, { $bytes } bytes
# Shown for an exhibit without files.
node-exhibit-thing = A thing without files
# Shown for an exhibit that was withdrawn.
node-exhibit-withdrawn = This exhibit was withdrawn: it does not count.
# Read aloud by screen readers.
node-exhibit-facts = About the exhibit
# A heading.
node-exhibit-custody = Chain of custody
# Heading of the page of an exhibit: that it was read again, what left of it, who saw a secret in it, in the order of time.
node-exhibit-later = What else is on record
# In that list: a package with its files was offered to an office of another node.
node-exhibit-offered = Offered to another office
# Below the list of offers to offices of other nodes.
node-exhibit-offers-hint = How much of the file was fetched is not on record. An offer is taken back by withdrawing its entry.
# A heading above what is missing in a chain of custody.
node-exhibit-gaps = Missing in the chain
# A heading; the name of the program follows.
node-exhibit-scan = Found by a search
# Shown when a search found nothing.
node-exhibit-scan-none = Nothing was found.
# A heading.
node-exhibit-files = Files
# $number counts the traces of a case.
node-trace-title = Trace { $number }
# Read aloud by screen readers.
node-trace-facts = About the trace
# A heading.
node-trace-reached = Services that were reached
# Below the heading of the services.
node-trace-reached-hint = Who holds an address is what a tag pack says. The row and the digest of the pack show where it stands.
# Shown when no service was reached.
node-trace-reached-none = No service that the tag packs name was reached.
# A heading.
node-trace-flow = Flow
# Read aloud instead of the drawing.
node-trace-drawing = Drawing of the flow of money; the table below says the same.
# A heading.
node-trace-rows = Movements
# A heading.
node-trace-again = Find it again
# Below the heading; the files follow.
node-trace-again-hint = Whoever has the same blocks finds the same result digest: comity chain verify with the finding.
# A field.
node-field-holds = Holds
# Field: when the sessions began in which the files of an exhibit were taken in, where that was interrupted.
node-field-sessions = Taken in in sessions
# Stands after the time at which a session began. $files is a number.
node-session-files = { $files ->
        [one] 1 file
       *[other] { $files } files
    }
# Field: files of an exhibit that were not whole when the node read them again.
node-field-damaged = Damaged files
# Field: what was found when files were read again.
node-field-finding = Finding
# Field of an office: where the files of exhibits lie, and when all of them were read again.
node-field-vault = Vault
# What was found of a file when it was read again.
node-finding-decayed = not as it was written: its bytes have changed
# What was found of a file when it was read again.
node-finding-malformed = cut, or no file of the vault any more
# What was found of a file when it was read again.
node-finding-unreadable = cannot be read from the disk
# What was found of a file when it was read again, after it was not so.
node-finding-whole = whole again
# Stands before a time: until then the whole vault was read again.
node-vault-whole = read again from end to end until
# The node has not read its whole vault again.
node-vault-not-yet = not read again from end to end yet
# $count is a number of files in the vault.
node-vault-damaged = { $count ->
        [one] 1 file is
       *[other] { $count } files are
    } DAMAGED; the cases that hold them say which
# $count is a number of files that an entry holds and that the vault has no more.
node-vault-missing = { $count ->
        [one] 1 file is
       *[other] { $count } files are
    } MISSING; the cases that hold them say which
# A field.
node-field-root = Root of the manifest
# A field.
node-field-in-place = Lies at
# A field.
node-field-holder = Held by
# A field: warrant, consent, order.
node-field-legal-authority = Legal authority
# A field.
node-field-taken-in = Taken in by entry
# A fact about a thing: who made it.
node-field-make = Make
# A fact about a thing: what its maker calls it.
node-field-model = Model
# A fact about a thing.
node-field-serial = Serial number
# A fact about a mobile device.
node-field-imei = IMEI
# A fact about a disk or memory.
node-field-capacity = Capacity in bytes
# A fact about a thing: whether it was running when it was found.
node-field-power = Power state when found
# A fact about a device: by how many seconds its clock was ahead; negative means behind.
node-field-clock-ahead = Clock ahead by seconds
# A fact about a copy of a failing device: a number.
node-field-unread = Bytes that did not read
# A field of an entry about evidence, or a value of one.
node-field-exhibit = Exhibit
# A field of an entry about evidence, or a value of one.
node-field-copy = Working copy
# A field of an entry about evidence, or a value of one.
node-field-copy-made = Working copy made
# A field of an entry about evidence, or a value of one.
node-field-present = Present
# A field of an entry about evidence, or a value of one.
node-field-seals-found = Seals found
# A field of an entry about evidence, or a value of one.
node-field-seals-left = Seals left
# A field of an entry about evidence, or a value of one.
node-field-condition = Condition
# A field of an entry about evidence, or a value of one.
node-field-storage = Kept in
# A field of an entry about evidence, or a value of one.
node-field-transport = Transport
# A field of an entry about evidence, or a value of one.
node-field-change = Change that could not be avoided
# A field of an entry about evidence, or a value of one.
node-field-recipient = Recipient
# A field of an entry about evidence, or a value of one.
node-field-program = Program
# A field of an entry about evidence, or a value of one.
node-field-files-read = Files read
# A field of an entry about evidence, or a value of one.
node-field-files-unread = Files not read
# A field of an entry: what came of comparing an exhibit with what came in.
node-field-check-result = Result
# What came of comparing an exhibit with what came in.
node-check-unchanged = Unchanged
# What came of comparing an exhibit with what came in.
node-check-changed = Changed, damaged or missing
# What came of comparing an exhibit with what came in: not all could be read.
node-check-undecided = Not decided
# A field of an entry: the paths of files that are not as they came in.
node-field-check-found = Not as it came in
# A field of an entry about evidence, or a value of one.
node-field-found = Found
# A field of an entry about evidence, or a value of one.
node-field-account-of = Account of
# A field of an entry about evidence, or a value of one.
node-field-reached = Services reached
# A field of an entry about evidence, or a value of one.
node-field-stamp-of = Stamped
# A field of an entry about evidence, or a value of one.
node-field-stamp-time = Time of the stamp
# A field of an entry about evidence, or a value of one.
node-field-stamp-until = Can be checked until
# A field of an entry about evidence, or a value of one.
node-stamp-checkpoint = The log as it stood
# A field of an entry about evidence, or a value of one.
node-stamp-exhibit = An exhibit
# A field of an entry about evidence, or a value of one.
node-account-suspect = Suspect
# A field of an entry about evidence, or a value of one.
node-account-victim = Victim
# A field of an entry about evidence, or a value of one.
node-account-witness = Witness
# A field of an entry about evidence, or a value of one.
node-account-service = Service
# A field of an entry about evidence, or a value of one.
node-account-other = Somebody else
# A field of an entry about evidence, or a value of one.
node-account-unknown = Not known
# A field.
node-field-network = Network
# A field.
node-field-method = Method
# A field.
node-field-direction = Direction
# A field.
node-field-from = From
# A field: the height of a block.
node-field-height = At height
# A field: coins at the start.
node-field-started = Started with
# A field: where the coins ended.
node-field-ended = Ended
# A field.
node-field-tag-packs = Tag packs
# A field.
node-field-result-digest = Result digest
# A field.
node-field-entry = Entry
# A column.
node-column-act = Act
# A column.
node-column-when = When
# A column.
node-column-place = Place
# A column: who gave it.
node-column-giver = Given by
# A column: who took it.
node-column-taker = Taken by
# A column.
node-column-reason = Reason
# A column.
node-column-entry = Entry
# A column: who signed an act of custody as the second person.
node-column-second-signature = Second signature
# A column: what a search found.
node-column-find = Hit
# A column.
node-column-kind = Kind
# A column: how sure a hit is.
node-column-class = Certainty
# A column: file and place in it.
node-column-place-in-file = Where
# A column.
node-column-file = File
# A column.
node-column-bytes = Bytes
# A column: an amount in coins.
node-column-coins = BTC
# A column: who holds an address.
node-column-holder = Holder
# A column.
node-column-category = Category
# A column.
node-column-address = Address
# A column: row and digest of a tag pack.
node-column-tag = Tag row and pack
# A column: transactions since the start.
node-column-hop = Hop
# A column.
node-column-height = Height
# A column: transaction and output.
node-column-output = Output
# A column: why it was followed no further.
node-column-end = Then
# An act of custody.
node-custody-collected = Collected
# An act of custody.
node-custody-received = Received
# An act of custody.
node-custody-handed-over = Handed over
# An act of custody.
node-custody-copied = Copied
# An act of custody.
node-custody-examined = Examined
# An act of custody.
node-custody-sealed = Sealed
# An act of custody.
node-custody-opened = Seal opened
# An act of custody.
node-custody-returned = Returned
# An act of custody.
node-custody-destroyed = Destroyed
# What a search found.
node-hit-bitcoin-address = Bitcoin address
# What a search found.
node-hit-tron-address = TRON address
# What a search found.
node-hit-evm-address = Address of Ethereum or a chain like it
# What a search found.
node-hit-bitcoin-cash-address = Bitcoin Cash address
# What a search found.
node-hit-litecoin-address = Litecoin address
# What a search found.
node-hit-dogecoin-address = Dogecoin address
# What a search found.
node-hit-dash-address = Dash address
# What a search found.
node-hit-zcash-address = Zcash address
# What a search found.
node-hit-monero-address = Monero address
# What a search found.
node-hit-xrp-address = Address of the XRP Ledger
# What a search found.
node-hit-solana-address = Address of Solana
# What a search found.
node-hit-ton-address = TON address
# What a search found.
node-hit-transaction-id = Identifier of a transaction
# What a search found.
node-hit-extended-public-key = Extended public key of a wallet
# What a search found.
node-hit-extended-private-key = Extended private key of a wallet
# What a search found.
node-hit-wif-key = Private key
# What a search found.
node-hit-bip39-phrase = Recovery phrase
# What a search found. Electrum is the name of a wallet program.
node-hit-electrum-phrase = Recovery phrase of Electrum
# What a search found.
node-hit-monero-phrase = Recovery phrase of Monero
# What a search found.
node-hit-email-address = E-mail address
# What a search found.
node-hit-url = Web address
# What a search found.
node-hit-domain-name = Domain
# What a search found.
node-hit-onion-service = Onion service
# What a search found.
node-hit-ip-address = IP address
# What a search found.
node-hit-telephone-number = Telephone number
# What a search found.
node-hit-messenger-name = Name at a messenger
# What a search found.
node-hit-iban = Bank account (IBAN)
# What a search found.
node-hit-payment-card = Payment card
# What a search found.
node-hit-pgp-public-key = Public key (OpenPGP)
# What a search found.
node-hit-pgp-private-key = Private key (OpenPGP)
# What a search found.
node-hit-pgp-message = Message (OpenPGP)
# What a search found: a file in which a program keeps the keys of a wallet.
node-hit-wallet-file = Wallet file
# What a search found: a rule of the language YARA that an officer gave.
node-hit-rule = Rule
# How sure a hit is: its checksum is right.
node-class-verified = Checksum right
# How sure a hit is: the kind has no checksum.
node-class-well-formed = Well formed
# How sure a hit is.
node-class-shape-only = Shape only
# How sure a hit is: a rule that an officer gave holds.
node-class-matched = Rule holds
# A method of tracing.
node-method-fifo = First in, first out
# A method of tracing.
node-method-lifo = Last in, first out
# A method of tracing.
node-method-haircut = In proportion (haircut)
# A method of tracing.
node-method-poison = Whatever it touches (poison)
# A method of tracing.
node-method-lowest-intermediate-balance = Lowest intermediate balance
# A direction of tracing.
node-direction-forward = Forward, to where money went
# A direction of tracing.
node-direction-backward = Backward, to where money came from
# A category of service.
node-category-exchange = Exchange
# Where money ended.
node-end-followed = Followed
# Where money ended.
node-end-service = Reached a service
# Where money ended.
node-end-unspent = Not spent
# Where money ended.
node-end-fee = Fee
# Where money ended or came from.
node-end-new-coins = New coins and fees of a block
# Where money ended or came from.
node-end-named-address = Address at which to stop
# Where money ended or came from.
node-end-named-transaction = Transaction at which to stop
# Where money ended or came from.
node-end-coinjoin = CoinJoin
# Where money ended or came from.
node-end-age = Outside the time asked for
# Where money ended.
node-end-joins-start = Joined another start and is counted there
# Where money ended.
node-end-hops = Limit of hops
# Where money ended.
node-end-least-value = Below the least value
# Where money ended.
node-end-output-limit = Limit of outputs
# Where money ended.
node-end-unknown-input = Input of unknown worth takes part
# Where money ended.
node-end-unspendable = Cannot be spent
# Where money ended.
node-end-overwritten = Overwritten

## Requests.

# The name of the list of links to the parts of a page, for screen readers.
node-request-contents = On this page
# A heading: form, states, stage and numbers of a request.
node-request-part-about = About the request
# A heading: what an officer does next with a request.
node-request-part-next = What comes next
# A heading: what is missing in a request.
node-request-part-check = Completeness
# A heading: legal facts that a jurist must confirm or overrule.
node-request-part-facts = Facts that a jurist confirms
# A heading: the treaties on which a request rests.
node-request-part-basis = Legal basis
# A heading: the fields of a request.
node-request-part-says = What the request says
# A heading: the versions of a request.
node-request-part-versions = Versions
# A heading: the files of a request.
node-request-part-files = Files
# A heading: what happened to a request.
node-request-part-life = What happened
# The name of the list of terms that run, for screen readers.
node-request-clocks = Terms and open questions
# Before a term that needs somebody now.
node-request-urgent = Now:
# In a list of requests: which state asks which. $from and $to are names of states.
node-request-between = { $from } → { $to }
# In place of a step when nothing stands out.
node-request-next-none = No one step stands out. What is marked above comes first; what may follow is below.
# In place of a step when nobody waits any more.
node-request-next-ended = Nobody waits for anything in this request any more.
# What comes next; the command to type follows. $question is the number or name of a question.
node-request-next-answer = Answer question { $question }.
# What comes next; the command to type follows. $more is another option of it.
node-request-next-fill = Fill what is missing: add the option below for each field, or { $more } for many values at once.
# What comes next; the command to type follows.
node-request-next-review = Another officer reads this version and lets it pass or sends it back.
# What comes next; the command to type follows.
node-request-next-propose = Propose to issue this version.
# A link to the case, where the proposal waits; the command to type follows.
node-request-next-approve = Another person approves the proposal to issue this version.
# What comes next; the command to type follows.
node-request-next-clear = A jurist confirms or overrules each fact below, by name and with a reason.
# What comes next; the command to type follows.
node-request-next-issue = Issue this version under a number of the outgoing register.
# What comes next; the command to type follows. $more is the title of a step of the approval chain.
node-request-next-endorse = The next approval of the office: { $more }.
# What comes next; the command to type follows. $more is another command.
node-request-next-send = Send the request, and say by which channel. Under an agreement, { $more } does both.
# What comes next; the command to type follows. $more is options of it.
node-request-next-acknowledge = Acknowledge the request; with { $more } the data is kept from today.
# What comes next in an emergency; the command to type follows.
node-request-next-call-back = Emergency: call back whoever asks, at a number from a directory of your own, before data leaves. Another officer lets it go.
# A heading above what stands in the way of issue.
node-request-obstacles = In the way of issue
# Above a table of events and the commands that record them.
node-request-allowed = What may happen next, and what to type
# The title of that table.
node-request-allowed-caption = Events that may follow
# Above that table.
node-request-allowed-hint = A command that lacks an option names it.
# Before the verdict of a complete request.
node-request-complete = Nothing is missing that the form or a cited instrument demands.
# What a check found. The values are numbers.
node-request-verdict = Fields that are wrong or missing: { $errors }. Other contents missing that a cited instrument demands: { $missing }. To be thought over: { $warnings }.
# What a check of another state's request found. The values are numbers.
node-request-own-verdict = By our own packs. Fields that are wrong or missing: { $errors }. Other contents missing that a cited instrument demands: { $missing }. To be thought over: { $warnings }.
# On a request of another state whose form is not known here.
node-request-not-checked = Our packs do not know this form or its question, so nothing was checked.
# Above a table.
node-request-errors = To be mended before issue
# Above a table.
node-request-errors-received = What is wrong or missing by our own packs
# Above a table.
node-request-warnings = Remarks that do not stand in the way
# What a reader opens: remarks of a check that do not stand in the way of issue. Their number follows.
node-request-warnings-all = To be thought over:
# In place of what is wrong with a field.
node-request-content-missing = A content that a cited instrument demands is missing.
# In place of the name of a field, where a remark is about the whole request.
node-request-whole = The whole request
# Who asks for a field, where no instrument does.
node-request-asked-by-form = The form
# Beside an instrument.
node-request-not-cited = not cited
# Beside an instrument.
node-request-cited = cited
# Something that a jurist must overrule; the language follows.
node-request-words-unreviewed = Nobody has reviewed the words in which the request is printed
# Below the heading of the facts; the command to type follows. The values are a word and three options of it.
node-request-confirm-how = A jurist types, with the number of the fact (or { $all }) and { $confirm }, { $overrule } or { $reject }:
# Beside a fact.
node-request-nobody-spoke = Nobody has confirmed or overruled this yet
# Below the heading of the legal basis.
node-request-recorded-only = The packs in force do not know this form or its question. What follows was recorded with the version.
# Above what a reader may open: instruments that a request does not cite.
node-request-others = Other instruments between the two States
# Below the legal basis. $pack is a digest, $compiled a day.
node-request-pack-same = A drafting aid, not legal advice. Answered by law pack { $pack } of { $compiled }, by which the version was checked.
# Below the legal basis. $pack is a digest, $compiled a day.
node-request-pack-other = A drafting aid, not legal advice. Answered by law pack { $pack } of { $compiled }, which is in force now; the version was checked by another one.
# Below the legal basis. $pack is a digest.
node-request-pack-recorded = A drafting aid, not legal advice. Recorded from law pack { $pack }.
# A field: the official name of a treaty.
node-request-official-name = Official name
# A field: what a treaty provides for what is asked.
node-request-provides = For this measure
# Beside what a treaty provides or asks for. $articles lists articles.
node-request-articles = Articles: { $articles }
# A field: whether a treaty binds both states.
node-request-binds = Binds both States
# A field: which paragraphs of a treaty yield to another.
node-request-yields = What yields
# $paragraphs is a range of paragraphs, $clause the clause that says so; the other treaties follow.
node-request-yields-yes = Paragraphs { $paragraphs } yield to another treaty in force between the two States (clause { $clause }):
# As the one before.
node-request-yields-unclear = Paragraphs { $paragraphs } may yield to another treaty (clause { $clause }); whether one is in force is not clear.
# As the one before.
node-request-yields-no = No other treaty is known to which paragraphs { $paragraphs } would yield (clause { $clause }).
# A field: which treaty takes the place of this one.
node-request-replaced = Takes its place
# A field: whether the offences open a treaty.
node-request-opens = Open to the offences
# A field: to which authority a request under a treaty goes.
node-request-addressee = To be addressed to
# In place of the name of an authority.
node-request-addressee-unknown = not found: ask before sending
# A field: what a fact rests on, with the date of the source and how sure it is.
node-request-sources = Sources
# In place of a source.
node-request-no-source = no source
# In place of the date of a source.
node-request-date-unknown = date not known
# Above a table of the ways that remain where no treaty obliges.
node-request-ways = What can be asked where nothing obliges
# Above a table of the ways that remain beside a treaty.
node-request-ways-besides = What can be asked besides
# A field: whether a request is ours or theirs.
node-request-side = Side
# A value of that field.
node-request-side-sender = This office asks
# A value of that field.
node-request-side-receiver = This office is asked
# A field.
node-request-form = Form
# A field: where a request stands in its life.
node-request-stage = Stage
# A field: in which languages a request is written and printed.
node-request-languages = Languages
# A field: the number that the other side gave.
node-request-their-reference = Reference of the other side
# A field: the office that carries out a request.
node-request-assigned-to = Carried out by
# A label: the name of a step of the approval chain.
node-request-step = Approval
# A label: the steps of the approval chain.
node-request-chain = Approvals of the office
# Beside a step of the approval chain that nobody has taken.
node-request-step-open = not given yet
# A label: what the call to the other side found.
node-request-call-answer = Answer
# What a call found.
node-request-call-confirmed = The request was confirmed
# What a call found.
node-request-call-denied = The request was not confirmed
# A label: a name.
node-request-spoke-with = Spoke with
# A label: a telephone number.
node-request-call-number = Number called
# A label: the directory that a telephone number is from.
node-request-number-from = Number from
# A label: for what a cost arose.
node-request-cost = For what
# A label: a sum of money.
node-request-amount = Amount
# A label: who bears a cost.
node-request-borne-by = Borne by
# A heading: what a person weighs before a refusal.
node-request-part-grounds = Refusal or postponement
# A caption above grounds for refusal with their articles.
node-request-grounds-caption = Grounds on which help may be refused
# Above the grounds for refusal.
node-request-grounds-hint = A person weighs whether one of them is there, and whether to use it; nothing follows by itself. Consult with the other side first.
# A column: a ground for refusal.
node-column-ground = Ground
# A label; instruments with articles follow.
node-request-grounds-secrecy = Bank secrecy is no ground
# A label; instruments with articles follow.
node-request-grounds-fiscal = Fiscal matters are no ground
# A label; instruments with articles follow.
node-request-grounds-reasons = Reasons are due
# A label; instruments with articles follow.
node-request-grounds-postponement = Help may be put off, or given under conditions
# A label: what evidence went back.
node-request-returned = Returned
# A label: the number of a receipt.
node-request-receipt-number = Number of the receipt
# A field: why a request was refused or put off.
node-request-reasons = Reasons given
# A field: whose key signed the machine-readable copy.
node-request-signed-by = Twin signed by
# A value of that field.
node-request-unsigned = nobody: no signature was checked. The digest inside holds, which shows that nothing was changed by accident, not who wrote it.
# A value of that field; the identifier of the key follows.
node-request-signer-unknown = a key that no agreement here names
# A value: from one time to another.
node-request-period = from { $from } to { $to }
# A field: who wrote a version, when, and the entry.
node-request-written-by = Written by
# A field: who took a request of another state in, when, and the entry.
node-request-taken-by = Taken in by
# A field: what a check found when a version was written.
node-request-found = The check found
# A field: the digest of a law pack.
node-request-law-pack = Checked by law pack
# A field: languages.
node-request-unreviewed = Words that nobody reviewed
# A field: who reviewed a version or sent it back.
node-request-read-by = Read by
# A field: who approved a version.
node-request-approved-by = Approved by
# A field: the register number under which a version was issued.
node-request-issued-under = Issued under
# Above a table.
node-request-files-caption = Files of the entries of this request
# Above a table.
node-request-life-caption = Events of this request, in order
# A file.
node-request-file-original = Original for signature and seal
# A file.
node-request-file-advance = Advance copy
# A file.
node-request-file-twin = Machine-readable twin
# A file.
node-request-file-signature = Signature of the node over the twin
# A file.
node-request-file-acknowledgement = Acknowledgement
# A file.
node-request-file-answer = What was asked for: a package
# A file of another name.
node-request-file-other = Other file
# A field: by which way an advance copy went.
node-request-channel = Channel
# A field: the number of the covering note.
node-request-note-number = Note number
# A field: the number of the courier or bag.
node-request-courier-number = Courier number
# A field: what kind of signature file it is.
node-request-format = Format
# A field: the number or name of a question.
node-request-question = Question
# Beside an answer that came after another one.
node-request-further-answer = a further answer, in place of the one before
# A field: what was done.
node-request-done = Done
# A field: what was not done yet.
node-request-outstanding = Outstanding
# A field: the digest of what came of a request.
node-request-result = Result (SHA-256)
# A field: until when a request is put off.
node-request-until = Until
# A field.
node-request-keep-days = Days of keeping
# A field of an entry: a link to the request that it is about.
node-request-link = Request
# A column: what happened.
node-column-event = Event
# A column: what to type.
node-column-command = Command
# A column: whether the request names this way.
node-column-chosen = Named in the request
# A column: why a way is open, and what it is worth.
node-column-worth = What it is worth
# A column.
node-column-source = Source, its date, confidence
# A column.
node-column-field = Field
# A column: what is wrong and what to do.
node-column-wrong = What is wrong, and what to do
# A column: which instruments and articles ask for a field.
node-column-asked-by = Asked for by
# A column: what to think twice about.
node-column-think = What to think over
# A column: what a file is.
node-column-what = What it is
# A column: the case.
node-column-case = Case
# A column.
node-column-day = Day
# A column: who did it.
node-column-by = By
# A column: what an event says.
node-column-said = What it says
# What another entry is to this one: the message by which something left.
node-ref-sent-by = Sent by message
# What another entry is to this one: the filed message from which something was taken.
node-ref-taken-from = Taken from message

# Link in the head of each page, to what the law pack says.
node-law = Law

# Title of a page and name of its link.
node-law-basis = On what basis can help be asked?

# Title of a page and name of its link.
node-law-compare = Offences side by side

# Title of a page and name of its link.
node-law-gaps = Gaps against an instrument

# Title of a page and name of its link.
node-law-to-verify = Facts to verify

# Hint above the form.
node-law-basis-about = Which instruments bind both States on that day, what each provides for the measure, and what remains when none obliges.

# Hint above the form.
node-law-compare-about = What the laws of several States punish, with penalties and elements. Tick the States.

# Hint above the form.
node-law-gaps-about = Which offences and powers of an instrument the law of a State has, as far as the pack has seen.

# Hint above the form.
node-law-to-verify-about = A work list for jurists: the facts on which answers between two States rest and that are not sure.

# Name of a form, for those who hear it.
node-law-question = Question

# First line of a list to choose from.
node-law-choose = Choose

# Label of a list to choose from.
node-law-measure = Measure

# Label of boxes to tick.
node-law-offences = Kinds of offence

# Button that sends the question.
node-law-ask = Show

# Heading above an answer.
node-law-answer = Answer

# Opens the list of instruments that bind both States but cannot be cited for this request.
node-law-not-carrying = Other instruments between the two, which do not carry this request

# Link to the same table as a PDF.
node-law-paper = The same on paper (PDF)

# Below an answer. $pack is a digest, $compiled a day.
node-law-pack = Law pack { $pack }, compiled on { $compiled }.

# Heading.
node-law-dual = Dual criminality

# Label: whether the act is an offence in both States.
node-law-dual-answer = Whether it is an offence in both States

# Label: whether the measure is coercive.
node-law-coercion = Coercion

# Label above the instruments that let help be refused.
node-law-dual-grounds = Instruments that let help be refused where it is missing

# Beside an instrument. $clause is an article.
node-law-non-coercive = Help without coercion is owed all the same ({ $clause }).

# Label above measures that need less coercion.
node-law-milder = What can be asked with less coercion

# Caption of a table.
node-law-dual-table = Provision beside provision

# Before an element that both provisions ask for.
node-law-element-both = Both

# Before an element that only the requesting State's provision asks for.
node-law-element-here = Requesting State only

# Before an element that only the requested State's provision asks for.
node-law-element-there = Requested State only

# Heading of a column.
node-law-column-here = In the requesting State

# Heading of a column.
node-law-column-there = In the requested State

# Heading of a column.
node-law-column-answer = Dual criminality

## Statistics of requests

# Name of the form that asks for a period.
node-statistics-period = Period

# Hint in the form that asks for a period.
node-statistics-period-about = A request counts on the day on which it was issued, or came in. An empty field leaves the period open.

# Button of the form that asks for a period.
node-statistics-count = Count

# Link to the figures as a file.
node-statistics-csv = The figures for a spreadsheet (CSV)

## Versions of a request compared

# Title of a page, and link to it.
node-request-compare = Versions compared

# Button of the form that asks which versions are compared.
node-request-compare-do = Compare

# Caption of a table of fields.
node-request-compare-caption = What the second version says differently from the first

# Something that two versions have differently.
node-request-compare-cited = Instruments cited

# Something that two versions have differently.
node-request-compare-translation = Language beside that of the drafter

# Something that two versions have differently.
node-request-compare-form = The form was another one.

# Something that two versions have differently.
node-request-compare-law = The law pack that answered was another one.
# A kind of entry: what is in the case was found in other places, too.
node-kind-hit-placed = Further places of a hit
# A kind of entry: the owner of another case is asked about a value that both know.
node-kind-owner-asked = Question to the owner of another case
# A kind of entry.
node-kind-owner-answered = Answer to another case
# The role of a reference: to the exhibit that an entry is about.
node-ref-exhibit = Exhibit
# A reference to the search in which something was found.
node-ref-found-in = Found in
# A reference to the entry that took a value into the case.
node-ref-account = Of
# A reference to the question that is answered.
node-ref-answers = Answers
# A heading of the page of a case.
node-case-leads = What was found
# A heading: what the case holds of hits, and what other cases know of it.
node-leads = Wallets, accounts and subjects
# A link. $count is a number.
node-leads-count = Wallets, accounts and subjects: { $count }
# Shown when no hit was taken into the case.
node-leads-none = No hit was taken into this case yet. Search an exhibit, and take what matters from its page.
# A mark of what was withdrawn.
node-leads-withdrawn = Withdrawn: it does not count.
# A label: what a hit is in the case.
node-field-becomes = In the case
# A label: whose wallet or account it is taken to be.
node-field-whose = Taken to be of
# A label: which other cases of the node know it.
node-field-elsewhere = Known in other cases
# What a hit is in the case.
node-becomes-subject = Subject
# What a hit is in the case.
node-becomes-account = Account
# What a hit is in the case.
node-becomes-wallet = Wallet
# Whose a wallet or account is taken to be.
node-whose-suspect = Suspect
# Whose a wallet or account is taken to be.
node-whose-victim = Victim
# Whose a wallet or account is taken to be.
node-whose-witness = Witness
# Whose a wallet or account is taken to be.
node-whose-service = Service
# Whose a wallet or account is taken to be.
node-whose-other = Somebody else
# Whose a wallet or account is taken to be.
node-whose-unknown = Not known
# Another case, which the reader may not read, knows the value; the name of its office follows.
node-match-closed = A match exists. Ask its owner
# A button.
node-ask = Ask the owner
# A label.
node-ask-reason = Why you ask
# Below a field. What is told by asking.
node-ask-hint = The owner reads your name, your office, this value and this text, and nothing of your case. The question is an entry.
# A heading.
node-questions-to = Questions of other cases
# A heading.
node-questions-by = Questions of this case
# A button.
node-answer = Answer
# A label.
node-answer-text = What the one who asks may know
# Below a field. What is told by answering.
node-answer-hint = Whoever may read the case that asks reads your name, your office and this text, and nothing of this case. The answer is an entry.
# A column: the entry that took a hit into the case.
node-column-taken = In the case
# A heading of a form.
node-promote-title = Take hits into the case
# Below a heading.
node-promote-hint = A value that is in the case already gets the new place. Of a secret only the mask and the fingerprint go in.
# A choice: what a hit becomes follows from its kind.
node-promote-by-kind = By its kind
# A button.
node-promote-ticked = Take the ticked ones
# A button.
node-promote-verified = Take all whose checksum is right
# A heading: pages of web captures.
node-captured = Captured pages
# A link. $count is a number.
node-captured-count = Captured pages: { $count }
# A label of a field for a search.
node-captured-find = Search
# Below a field.
node-captured-find-hint = Part of a web address, of a title, or of anything that was found on a page: a wallet, a key, a name.
# A button.
node-captured-search = Show pages
# Shown when there are no pages, or none that is looked for.
node-captured-none = No such pages.
# A heading.
node-captured-shared = On several pages
# The caption of a table.
node-captured-shared-hint = What ties pages to each other
# A column: how many pages.
node-captured-pages = Pages
# A heading.
node-captured-list = Pages
# A label.
node-captured-url = Web address
# A label.
node-captured-date = Captured
# A label: the answer of the server, a number.
node-captured-status = Status of the answer
# A label: what the page is written in.
node-captured-media = Kind of content
# A label.
node-captured-digest = Digest in the capture
# A label.
node-captured-exhibit = Exhibit
# Before a link to the entry that took the value into the case.
node-captured-account = In the case:
# $count is the number of other pages that show the same.
node-captured-others = { $count ->
        [0] on this page alone
        [one] on 1 other page
       *[other] on { $count } other pages
    }
