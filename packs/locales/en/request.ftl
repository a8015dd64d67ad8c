# Messages of requests: forms, checks, confirmation, life and print.

# Shown when a form's file is too large.
request-form-too-large = The form { $file } is larger than { $most } bytes.
    .do = Shorten it: words belong in the catalogue of messages, and guidance in one sentence.

# Shown when a form cannot be read. $cause comes from the reader, in English.
request-form-syntax = { $file }, line { $line }: { $cause }
    .do = Mend the line. The README of the forms lists the keys.

# Shown when two forms have one name.
request-form-twice = Two forms are called { $id }.
    .do = Give one of them another id.

# Shown when a name in a form has letters that are not allowed.
request-form-name = { $file }, { $place }: { $value } is not a name that a form may use.
    .do = Use lower-case letters and digits; fields join words by underscores, all other names by hyphens.

# Shown when two sections or fields of a form have one name.
request-form-name-twice = { $file }: there are two called { $place }.
    .do = Rename one of them.

# Shown when a form names something that is nowhere: a section, a field, a measure or a content of the law pack.
request-form-dangling = { $file }, { $place }: { $value } is nowhere.
    .do = Correct the name. Measures and contents are those of the law pack.

# Shown when a limit in a form contradicts another one. $value names the limit.
request-form-limit = { $file }, { $place }: the limit { $value } cannot be kept.
    .do = Put the lower limit below the higher one, and both within what the README allows.

# Shown when a key does not go with the type of the field. $value names the key.
request-form-misplaced = { $file }, { $place }: { $value } does not go with this type of field.
    .do = Remove the key, or change the type.

# Shown when a pattern in platforms.toml cannot be used.
request-form-pattern = { $file }, { $place }: { $value } is not a pattern that can be used.
    .do = Write a regular expression of at most 200 letters, without look-around and references back.

# Shown when the conditions of a field are wrong.
request-form-conditions = { $file }, { $place }: the conditions do not say exactly one thing each, or are there without need.
    .do = Write required = "when" together with conditions, each of one of the forms in the README.

# Shown when a form has no fields or too many.
request-form-size = { $file }: a form needs at least one section and one field, and not too many fields.
    .do = Split the form, or add what is missing.

# Shown when a file of values is too large.
request-plain-too-large = The values are larger than { $most } bytes.
    .do = Attach long texts as annexes.

# Shown when a file of values cannot be read. $cause comes from the reader, in English.
request-plain-syntax = Line { $line } cannot be read: { $cause }
    .do = Mend the line. A file of values is TOML, or JSON when it begins with a brace.

# Shown when a form does not exist. $known lists those that do.
request-plain-form = There is no form { $form }.
    .do = Choose one of: { $known }.

# Shown when a field does not exist. $known lists those that do; $line is 0 where it stands in no file.
request-plain-field = { $line ->
        [0] The form has no field { $field }.
       *[other] Line { $line }: the form has no field { $field }.
    }
    .do = Choose one of: { $known }.

# Shown when a value is not of the type of its field. $pattern shows how it is written, $cause is in English; $line is 0
# where it stands in no file.
request-plain-shape = { $line ->
        [0] { $field } cannot be read: { $cause }
       *[other] Line { $line }: { $field } cannot be read: { $cause }
    }
    .do = Write it like this: { $pattern }

# Shown when a jurist's confirmation carries no name.
request-confirm-name-missing = The confirmation names nobody.
    .do = Sign in as the jurist who answers for it.

# Shown when a jurist's confirmation gives no reason.
request-confirm-reason-missing = The confirmation gives no reason.
    .do = Say against which text you checked the fact, or why the request may rely on it.

# Shown when a confirmation is too long.
request-confirm-too-long = The confirmation is too long.
    .do = Shorten the reason.

# Shown when a request cannot be issued because of its fields. $count is a number.
request-issue-fields = { $count } fields are wrong or missing.
    .do = Open the check of the request and mend each field.

# Shown when a request lacks what a cited treaty demands. $count is a number.
request-issue-contents = { $count } contents are missing that a cited instrument demands.
    .do = Fill the fields that the check names, with the article that asks for each.

# Shown when legal facts are not confirmed. $count is a number.
request-issue-unconfirmed = { $count } legal facts are neither confirmed nor overruled.
    .do = Have a jurist confirm or overrule each fact of the list, by name and with a reason.

# Shown when a jurist rejected facts that the request relies on. $count is a number.
request-issue-rejected = { $count } legal facts were rejected by a jurist.
    .do = Cite another instrument, or correct the law pack.

# Shown when nobody approved the version that is to be issued.
request-issue-not-approved = Nobody has approved this version.
    .do = Ask for the approval of exactly this version. A changed request needs a new one.

# Shown when only the drafter approved.
request-issue-approved-by-drafter = Only the officer who drafted this version approved it.
    .do = Ask another officer to approve it.

# Shown when a request is too large.
request-issue-too-large = The request is too large to be written down.
    .do = Move long texts into annexes.

# Shown when a check was made for another draft.
request-issue-other-draft = The check was made for another draft, or with another law pack.
    .do = Check this version again.

# Shown when a preservation ticket has no number.
request-ticket-number-missing = The ticket has no number.
    .do = Enter the number that the other side gave.

# Shown when the days of a preservation are out of range.
request-ticket-days = Data can be kept for 1 to { $most } days, not { $days }.
    .do = Correct the number of days.

# Shown when a lapsed ticket is to be renewed.
request-ticket-lapsed = The ticket lapsed on { $day }.
    .do = Ask for a new preservation; say that the earlier one lapsed.

# Shown when a renewal is dated too early.
request-ticket-before-issue = The renewal is dated before { $day }, when the ticket was given.
    .do = Correct the date.

# Shown when a date cannot be reckoned.
request-ticket-beyond-calendar = The day is beyond the calendar.
    .do = Correct the date.

# Shown when an event of a request cannot be read. $cause is in English.
request-life-unknown = This is no event of a request that this version knows: { $cause }
    .do = If it comes from a newer version, update this one.

# Shown when an event cannot follow. $event, $stage and $side are stable names, in English.
request-life-illegal = { $event } cannot follow { $stage } on the side of the { $side }.
    .do = Look at the events that are allowed now, and enter what is missing before.

# Shown when a refusal or postponement has no reasons.
request-life-reasons-missing = { $event } needs reasons.
    .do = Give at least one reason in words. Reasons are due to the requesting State (UNCAC article 46(23)).

# Shown when an event lacks a text.
request-life-text-missing = { $event } lacks a text that must be there.
    .do = Fill the number, the reason or the words that the event asks for.

# Shown when a text of an event is too long.
request-life-too-long = { $event } holds a text that is too long.
    .do = Shorten it, or attach it as a document.

# Shown when an event is about another version.
request-life-other-version = { $event } is about another version of the request.
    .do = Review, approve and issue the same version; a changed one begins again.

# Shown when an answer has no question, or a question comes twice.
request-life-question = There is no open question { $question }, or it was asked before.
    .do = Choose one of the open questions, or give the new one its own number.


# Shown when a step of the approval chain is taken twice. $step is its name.
request-life-endorsed = The approval { $step } was given for this version already.
    .do = Nothing is to be done; comity request show tells the next step.


# $file and $line say where, $cause what the reader found.
request-glossary = { $file }, line { $line }: { $cause }
    .do = Mend it. The README of the pack tells its keys: comity packs copy glossary FOLDER.

# Shown when a pack of practice lacks a file.
request-practice-missing = The pack has no { $file }.
    .do = Begin with a copy of what the program carries: comity packs copy practice FOLDER.

# $file and $line say where, $cause what the reader found.
request-practice-syntax = { $file }, line { $line }: { $cause }
    .do = Mend the line. The README of the pack lists the keys: comity packs copy practice FOLDER.

# $file, $line and $place say where, $cause what does not fit.
request-practice-fault = { $file }, line { $line }, { $place }: { $cause }
    .do = Mend it. The README of the pack lists the keys: comity packs copy practice FOLDER.

# Shown when a ticket does not fit. $cause is in English.
request-life-ticket = The ticket does not fit: { $cause }.
    .do = Look at the ticket of this request and correct the entry.

# Shown when a request has too many events.
request-life-too-many = A request has more than { $most } events.
    .do = Close it and begin a new one that refers to it.

# Shown when a table of an old register is too large.
request-register-too-large = The table is larger than { $most } bytes.
    .do = Split it, and carry over one part after the other.

# Shown when a table of an old register has too many rows.
request-register-too-many-rows = The table has more than { $most } rows.
    .do = Split it, and carry over one part after the other.

# Shown when a table of an old register has no row.
request-register-no-row = The table holds no request.
    .do = Put the names of the columns into the first line, and a request into each line after it.

# Shown when a column is missing in a table of an old register.
request-register-column-missing = There is no column { $column }.
    .do = Name it in the first line, exactly so. comity request carry-over --help tells what it holds.

# Shown when a column of a table of an old register is not known.
request-register-column-unknown = The column { $column } is not known, or stands twice.
    .do = Remove it, or call it by one of: { $known }.

# Shown when a line of a table cannot be read. $cause comes from the reader, in English.
request-register-line = Line { $line } cannot be read: { $cause }
    .do = Save the table as CSV in UTF-8, with as many cells in each line as there are columns.

# Shown when a cell of a table is empty that must not be.
request-register-empty = Line { $line }: { $column } is empty.
    .do = Fill it in. What the register does not say cannot be carried over.

# Shown when a cell of a table holds something else than it may. $expected lists what it may hold, or shows how it is written.
request-register-value = Line { $line }: { $column } holds { $value }.
    .do = Write it so: { $expected }. Requests that have ended are not carried over.

# Shown when a cell of a table is too long.
request-register-too-long = Line { $line }: { $column } has more than { $most } bytes.
    .do = Shorten it, and put the long text into the case as an exhibit.

# Shown when a request stands twice in a table. $first is the earlier line.
request-register-twice = Line { $line }, register_number: it is the request of line { $first }: the same direction, State and register number.
    .do = Remove one of the two.

# Shown when a twin is too large.
request-twin-too-large = The machine-readable twin is larger than { $most } bytes.
    .do = Ask the sender for the request without its annexes inside.

# Shown when a twin cannot be read. $cause comes from the reader, in English.
request-twin-malformed = The machine-readable twin cannot be read, line { $line }: { $cause }
    .do = Ask the sender to send the file again.

# Shown when a twin is of an unknown kind.
request-twin-unknown = { $schema } version { $version } is no twin that this version reads.
    .do = If the sender uses a newer version, update this one; the print itself counts.

# Shown when a twin was changed.
request-twin-digest-differs = The request inside the twin is not the one that its digest names.
    .do = Do not use it. Ask the sender for the twin again and compare the digest with the print.

# Shown when a twin shows other fields or annexes than its request has.
request-twin-shows-other = The twin shows other fields or annexes than the request has.
    .do = Do not use it. Ask the sender for the twin again.

# Shown when a request is beyond a limit. $cause is in English.
request-twin-unwritable = The request cannot be written down: { $cause }
    .do = Move long texts into annexes.

## Remarks of the check. $field is the label of a field.

# Remark of the check of a request: must be mended before issue.
request-check-field-missing = { $field } is empty.
    .do = Fill it.

# Remark of the check of a request: must be mended before issue.
request-check-field-unknown = The form has no field { $field }.
    .do = Remove the value, or choose the form that has it.

# Remark of the check of a request: must be mended before issue.
request-check-type-wrong = { $field } holds something of another kind.
    .do = Enter it again.

# Remark of the check of a request: must be mended before issue.
request-check-too-long = { $field } is longer than { $most } letters.
    .do = Shorten it, or attach it as an annex.

# Remark of the check of a request: must be mended before issue.
request-check-characters-forbidden = { $field } holds control characters or marks that turn its direction.
    .do = Type the text again instead of pasting it.

# Remark of the check of a request: must be mended before issue.
request-check-too-few = { $field } needs at least { $least } entries.
    .do = Add what is missing.

# Remark of the check of a request: must be mended before issue.
request-check-too-many = { $field } takes at most { $most } entries.
    .do = Split the request.

# Remark of the check of a request: must be mended before issue.
request-check-out-of-range = { $field }: { $value } is out of range.
    .do = Correct the number.

# Remark of the check of a request: must be mended before issue.
request-check-choice-unknown = { $field }: { $value } is none of the choices.
    .do = Choose one of the list.

# Remark of the check of a request: must be mended before issue.
request-check-period-backwards = { $field } ends before it begins.
    .do = Swap or correct the times.

# Remark of the check of a request: must be mended before issue.
request-check-period-too-long = { $field } covers { $days } days, more than the form allows.
    .do = Ask for the time that the case needs.

# Remark of the check of a request: must be mended before issue.
request-check-amount-negative = { $field } is below zero.
    .do = Correct the amount.

# Remark of the check of a request: must be mended before issue.
request-check-identifier-wrong = { $field }: { $text } does not have the form of its kind.
    .do = Compare it letter by letter with the exhibit; choose another kind if it is one.

# Remark of the check of a request: must be mended before issue. $expected and $found are numbers.
request-check-identifier-length = { $field }: { $text } has { $found } signs, and { $expected } are expected.
    .do = Compare it with the exhibit: a sign is missing, or there is one too many.

# Remark of the check of a request: must be mended before issue.
request-check-identifier-checksum = { $field }: the checksum of { $text } does not fit, so a sign of it is wrong.
    .do = Compare it letter by letter with the exhibit; copy it rather than type it.

# Remark of the check of a request: must be mended before issue. $ledgers are names of ledgers, $network the one that was named.
request-check-identifier-other-ledger = { $field }: { $text } is an address of { $ledgers }, not of { $network }.
    .do = Name the ledger of the address, or take the address from the exhibit anew.

# Remark of the check of a request: must be mended before issue. $is is mainnet, testnet or regtest, $network the ledger that was named.
request-check-identifier-other-network = { $field }: { $text } is an address of another network ({ $is }) than { $network }.
    .do = Name the network of the address. Coins of a test network are worth nothing.

# Remark of the check of a request: must be mended before issue.
request-check-identifier-kind = { $field } takes no identifier of the kind { $kind }.
    .do = Enter it in another field, or choose another kind.

# Remark of the check of a request: must be mended before issue.
request-check-item-dangling = { $field }: { $item } names { $named }, which is not in the request.
    .do = Choose an offence and an account of this request.

# Remark of the check of a request: must be mended before issue.
request-check-way-closed = { $field }: { $way } ({ $id }) is not open, as far as known.
    .do = Choose another way from the answer of the law pack.

# Remark of the check of a request: must be mended before issue.
request-check-form-other = The draft was begun with another form or another version of it.
    .do = Begin it again with the form as it is now; values that fit are taken over.

# Remark of the check of a request: must be mended before issue.
request-check-basis-other = The legal answer is about another question.
    .do = Ask the law pack again for this request.

# Remark of the check of a request: must be mended before issue.
request-check-nothing-cited = An instrument obliges the requested State, and the request cites none.
    .do = Choose an instrument from the list.

# Remark of the check of a request: must be mended before issue.
request-check-cited-not-binding = { $instrument } does not bind both States on the day of the request.
    .do = Cite another instrument.

# Remark of the check of a request: must be mended before issue.
request-check-cited-replaced = { $instrument } is replaced by another instrument between the two States.
    .do = Cite the one that takes its place.

# Remark of the check of a request: must be mended before issue.
request-check-cited-not-open = { $instrument } is not open to the offences of the request.
    .do = Cite another instrument, or name an offence that opens it, if the facts bear it.

# Remark of the check of a request: must be mended before issue.
request-check-cited-not-providing = { $instrument } does not provide for this measure, as far as known.
    .do = Cite another instrument, or ask in another way.

# Remark of the check of a request: a warning, not an error.
request-warn-period-overbroad = { $field } covers { $days } days; the other side may find that overbroad.
    .do = Narrow it, or say in the facts why the whole time matters.

# Remark of the check of a request: a warning, not an error.
request-warn-item-without-link = { $field }: { $item } does not say why it matters, or to which offence.
    .do = Tie it to a fact and an offence.

# Remark of the check of a request: a warning, not an error.
request-warn-reason-missing = { $field } is asked for without a reason.
    .do = Give the reason in { $reason_field }.

# Remark of the check of a request: a warning, not an error.
request-warn-identifier-not-checked = { $field }: nobody here could check { $text }.
    .do = Compare it letter by letter with the exhibit.

# Remark of the check of a request: a warning, not an error.
request-warn-identifier-without-checksum = { $field }: { $text } has no checksum, so a slip would not show.
    .do = Compare it letter by letter with the exhibit.

# Remark of the check of a request: a warning, not an error. $ledgers are names of ledgers.
request-warn-ledger-missing = { $field }: { $text } can be an address of { $ledgers }, and no ledger is named.
    .do = Name the ledger: the same address may exist on several.

# Remark of the check of a request: a warning, not an error. $platform is the name of a service.
request-warn-account-form = { $field }: { $platform } does not write accounts as { $text }, as far as known.
    .do = Compare it with the exhibit. The account may be older than the rule that is known here.

# Remark of the check of a request: a warning, not an error. $state has two letters.
request-warn-iban-state-unknown = { $field }: of { $state } no form of account numbers is known; only the check digits of { $text } were checked.
    .do = Compare it with the exhibit, and ask whether that state has such numbers.

# Remark of the check of a request: a warning, not an error. $spelled is the spelling in the Domain Name System.
request-warn-mixed-script = { $field }: { $text } mixes letters of several scripts that look alike; it is spelled { $spelled }.
    .do = Copy it from the exhibit, and name the spelling above too: what is read from paper may be another name.

# Remark of the check of a request: a warning, not an error.
request-warn-ip-local = { $field }: { $text } is an address that many networks use for themselves, so nobody can tell whose it was.
    .do = Find the outer address of that network, with moment and port.

# Remark of the check of a request: a warning, not an error.
request-warn-ip-without-time = { $field }: { $text } has no moment with its UTC offset. Providers give an address to another customer within minutes.
    .do = Add the moment from the log: 192.0.2.1:51000 @ 2026-09-01T10:00:00+05:00[Asia/Dushanbe].

# Remark of the check of a request: a warning, not an error.
request-warn-ip-without-port = { $field }: { $text } has no port. Many customers of a provider share such an address at the same time.
    .do = Add the port of the sender from the log behind the address, as in 192.0.2.1:51000, if the log has it.

# Remark of the check of a request: a warning, not an error.
request-warn-provision-text-missing = { $field }: { $provision } is named without its wording.
    .do = Attach the wording from the office's library.

# Remark of the check of a request: a warning, not an error.
request-warn-provision-text-kept = { $field }: { $provision } is named without its wording, which the office's library has.
    .do = Take it from there with --wording.

# Remark of the check of a request: a warning, not an error.
request-warn-contents-not-seen = The list of contents that { $instrument } asks for was not seen whole.
    .do = Compare the request with the text of the instrument.

# Remark of the check of a request: a warning, not an error. $offence is the name of a kind of offence.
request-warn-dual-criminality = That the act ({ $offence }) is an offence in both States is not sure, and { $instruments } lets help be refused where it is not.
    .do = Compare both provisions, show in the facts what theirs asks for, or ask for help without coercion.

# Remark of the check of a request: a warning, not an error.
request-warn-paragraphs-yield = Paragraphs of { $instrument } yield to { $to } ({ $clause }).
    .do = Cite that treaty too, or agree with the other side that these paragraphs apply.

# Remark of the check of a request: a warning, not an error.
request-warn-may-only-be-asked = { $instrument } does not oblige to this measure; it only lets it be asked for.
    .do = Say so in the request, and name another way beside it.

# Remark of the check of a request: a warning, not an error.
request-warn-language-unknown = Which language { $state } takes was not found.
    .do = Ask the authority before you translate.

# Remark of the check of a request: a warning, not an error.
request-warn-domestic-form = { $law } has its own rule on the form of requests ({ $provision }).
    .do = Compare the request with that rule, or ask the authority.

# Remark of the check of a request: a warning, not an error.
request-warn-ticket-lapsed = { $field }: the preservation { $ticket } lapsed on { $until }.
    .do = Ask at once whether the data is still there.

# Remark of the check of a request: a warning, not an error.
request-warn-pack-older = The law pack was compiled on { $compiled }, long before the day of the request.
    .do = Check whether anything has changed since.


# Remark of the check of a request: a warning, not an error. $count is a number, $language a language tag.
request-warn-untranslated = { $count } texts stand in the language of the draft only, and not in { $language }.
    .do = List them, with what is proposed for each: comity request translate CASE REQUEST

# Remark of the check: a content is missing. $content is its label, $instrument a treaty, $articles a list of articles, $field the label of a field.
request-missing-content = { $instrument } asks for: { $content } ({ $articles }). Put it in { $field }.

# Remark of the check: a content is missing and the form has no field for it.
request-missing-content-no-field = { $instrument } asks for: { $content } ({ $articles }). This form has no field for it; add it to the facts or choose another form.

## Forms

# Title of the form for records of a virtual-asset service provider.
request-form-vasp-records = Request for records held by a virtual-asset service provider

# One sentence on when to use this form, in the list of forms.
request-form-vasp-records-about = For account, identity, transaction and access records of an exchange or other provider, after a trace has led there.

# Title of the form for expedited preservation.
request-form-preservation = Request for expedited preservation of stored computer data

# One sentence on when to use this form, in the list of forms.
request-form-preservation-about = To have data kept before it is lost, until a request for the data itself arrives.

# Title of the form for expedited disclosure of the path of a communication.
request-form-traffic-path-disclosure = Request for expedited disclosure of the path of a communication

# One sentence on when to use this form, in the list of forms.
request-form-traffic-path-disclosure-about = To learn through which providers a communication went, once its data is preserved.

# Title of the form for subscriber data.
request-form-subscriber-data = Request for subscriber data

# One sentence on when to use this form, in the list of forms.
request-form-subscriber-data-about = To learn who stands behind an account: identity, contacts, payment and use, never content.

# Title of the form for stored content of an account.
request-form-stored-content = Request for stored content of an account

# One sentence on when to use this form, in the list of forms.
request-form-stored-content-about = For messages, files and other content that a provider keeps, with the order that the own law wants.

# Title of the form for traffic data collected in real time.
request-form-real-time-traffic = Request for the collection of traffic data in real time

# One sentence on when to use this form, in the list of forms.
request-form-real-time-traffic-about = To have recorded from now on who communicates with whom and when, without the content.

# Title of the form for the interception of content.
request-form-content-interception = Request for the interception of content

# One sentence on when to use this form, in the list of forms.
request-form-content-interception-about = To have communications listened to or read while they take place, for grave offences only.

# Title of the form for disclosure in an emergency.
request-form-emergency-disclosure = Request for disclosure in an emergency

# One sentence on when to use this form, in the list of forms.
request-form-emergency-disclosure-about = For data that is needed at once to avert a risk to the life or safety of a person.

# Title of the form for the statement of a witness, suspect, victim or expert.
request-form-statement = Request to take a statement

# One sentence on when to use this form, in the list of forms.
request-form-statement-about = To have a witness, suspect, victim or expert questioned by the authorities of the requested State.

# Title of the form for a hearing by videoconference.
request-form-videoconference = Request for a hearing by videoconference

# One sentence on when to use this form, in the list of forms.
request-form-videoconference-about = To hear a person in the requested State from the own court or office, by picture and sound.

# Title of the form for the service of documents.
request-form-service-of-documents = Request for the service of documents

# One sentence on when to use this form, in the list of forms.
request-form-service-of-documents-about = To have a summons, a judgment or another document handed to a person in the requested State.

# Title of the form for search and seizure.
request-form-search-and-seizure = Request for search and seizure

# One sentence on when to use this form, in the list of forms.
request-form-search-and-seizure-about = To have a place searched, and objects or data seized there as evidence.

# Title of the form for records of banks and companies.
request-form-bank-records = Request for records of banks and companies

# One sentence on when to use this form, in the list of forms.
request-form-bank-records-about = For account, payment and company records that are to serve as evidence.

# Title of the form for the tracing of proceeds.
request-form-asset-tracing = Request for the tracing of proceeds

# One sentence on when to use this form, in the list of forms.
request-form-asset-tracing-about = To learn where proceeds are and in whose name, before they are frozen.

# Title of the form for freezing or seizure of property.
request-form-freezing = Request for the freezing or seizure of property

# One sentence on when to use this form, in the list of forms.
request-form-freezing-about = To keep property from being moved or spent, virtual assets included, until a decision on confiscation.

# Title of the form for confiscation.
request-form-confiscation = Request for confiscation

# One sentence on when to use this form, in the list of forms.
request-form-confiscation-about = To have property confiscated by an order of the requested State, or the own order executed there.

# Title of the form for the return or sharing of assets.
request-form-asset-return = Request for the return or sharing of assets

# One sentence on when to use this form, in the list of forms.
request-form-asset-return-about = To have confiscated property returned, shared, or used to compensate victims.

# Title of the form for a joint investigation.
request-form-joint-investigation = Request for a joint investigation

# One sentence on when to use this form, in the list of forms.
request-form-joint-investigation-about = To set up a team of both States for one case, by an agreement that is still to be signed.

# Title of the form for a controlled delivery.
request-form-controlled-delivery = Request for a controlled delivery

# One sentence on when to use this form, in the list of forms.
request-form-controlled-delivery-about = To let a suspect consignment pass under watch, so that those behind it are found.

# Title of the form for the transfer of criminal proceedings.
request-form-transfer-of-proceedings = Request for the transfer of criminal proceedings

# One sentence on when to use this form, in the list of forms.
request-form-transfer-of-proceedings-about = To have the requested State take over a prosecution, with the file.

# Title of the form for the transfer of a detained person as a witness.
request-form-transfer-of-detained-person = Request for the transfer of a detained person as a witness

# One sentence on when to use this form, in the list of forms.
request-form-transfer-of-detained-person-about = To have a detained or sentenced person brought over for a time, with the person's consent.

# Title of the form for information that nobody asked for.
request-form-spontaneous-information = Information given without request

# One sentence on when to use this form, in the list of forms.
request-form-spontaneous-information-about = To tell another State what may help it, without being asked, and within which limits it may be used.

# Title of the form for a letter that adds to a request, asks how it stands, or withdraws it.
request-form-supplement = Supplement, reminder or withdrawal of a request

# One sentence on when to use this form, in the list of forms.
request-form-supplement-about = To add to a request that was sent, to ask how it stands, or to take it back.

# Title of the form for the answer to a request.
request-form-answer = Answer to a request

# One sentence on when to use this form, in the list of forms.
request-form-answer-about = To answer a request in full or in part, to refuse it, or to postpone it, with the reasons.

# Heading of a part of a request.
request-section-authorities = Authorities

# Heading of a part of a request.
request-section-matter = The proceedings and the facts

# Heading of a part of a request.
request-section-help = What is asked

# Heading of a part of a request: on what ground it is asked where no treaty obliges.
request-section-ground = On what ground it is asked

# Heading of a part of a request.
request-section-handling = How to handle this request

# Heading of a part of a request.
request-section-annexes = Annexes

# Heading of a part of a request.
request-section-emergency = The emergency

# Heading of a part of a request.
request-section-hearing = The hearing

# Heading of a part of a request.
request-section-order = The order

# Heading of a part of a request.
request-section-property = Property

# Heading of a part of a request.
request-section-letter = What this letter says

# Label of the place for the signature on the print.
request-place-signature = Signature

# Label of the place for the official seal on the print.
request-place-seal = Official seal

# Label of the place for the number of the outgoing register.
request-place-register-number = Register number

# Label of the place for the stamp of receipt.
request-place-date-received = Received on

# A choice: a new preservation.
request-value-new = New preservation

# A choice: a preservation is renewed.
request-value-renewal = Renewal of an earlier preservation

# A choice: whether the own State has ordered the measure.
request-value-order-attached = Ordered; a copy is attached

# A choice: whether the own State has ordered the measure.
request-value-order-not-needed = The law of the requesting State wants no order

# A choice: whether the request is the first one for the data.
request-value-first-request = First request

# A choice: whether the request is the first one for the data.
request-value-after-request = Follow-up to an earlier request

# A choice: whether the request is the first one for the data.
request-value-after-preservation = Follow-up to a preservation

# A choice: through whom the request goes.
request-value-through-authority = The authority of the requested State

# A choice: through whom the request goes.
request-value-direct-to-provider = The provider directly

# A choice: through whom the request goes.
request-value-asset-recovery-network = Asset recovery network

# A choice: through whom the request goes.
request-value-intelligence-units = Financial intelligence units

# A choice: through whom the request goes.
request-value-central-authorities = Central authorities

# A choice: something is not asked for.
request-value-not-asked = Not asked for

# A choice: something is asked for.
request-value-asked = Asked for

# A choice: on what the gravity of the offence rests.
request-value-four-years-or-more = Highest penalty of four years of imprisonment or more

# A choice: on what the gravity of the offence rests.
request-value-on-list = On the list of offences for which the law allows the measure

# A choice: what is at risk in an emergency.
request-value-risk-to-life = To the life of a person

# A choice: what is at risk in an emergency.
request-value-risk-to-safety = To the safety of a person

# A choice: in which capacity a person is heard.
request-value-witness = Witness

# A choice: in which capacity a person is heard.
request-value-suspect = Suspect or accused

# A choice: in which capacity a person is heard.
request-value-victim = Victim

# A choice: in which capacity a person is heard.
request-value-expert = Expert

# A choice: whether a person has consented.
request-value-consent-given = Given

# A choice: whether a person has consented.
request-value-consent-to-be-obtained = To be obtained by the requested State

# A choice: what kind of document is served.
request-value-summons = Summons to appear

# A choice: what kind of document is served.
request-value-decision = Judgment or other decision

# A choice: what kind of document is served.
request-value-other-document = Other document

# A choice: which records are asked for.
request-value-known-accounts = Of accounts that are known

# A choice: which records are asked for.
request-value-accounts-of-person = Of all accounts of a person or body

# A choice: which records are asked for.
request-value-company-records = Of a company or register

# A choice: what the results may be used for.
request-value-lead-only = As a lead only

# A choice: what the results may be used for.
request-value-as-evidence = As evidence

# A choice: what kind of property is concerned.
request-value-virtual-assets = Virtual assets

# A choice: what kind of property is concerned.
request-value-money-on-account = Money on an account

# A choice: what kind of property is concerned.
request-value-other-property = Other property

# A choice: who controls a wallet.
request-value-hosted-wallet = A provider

# A choice: who controls a wallet.
request-value-own-wallet = Its holder alone

# A choice: on what it rests that an address belongs to somebody.
request-value-attribution-confirmed = Confirmed by the provider or the holder

# A choice: on what it rests that an address belongs to somebody.
request-value-attribution-published = Stated by a published source

# A choice: on what it rests that an address belongs to somebody.
request-value-attribution-inferred = Inferred by the method that the annex names

# A choice: what kind of confiscation is asked for.
request-value-own-order-asked = By an order of the requested State

# A choice: what kind of confiscation is asked for.
request-value-foreign-order-enforced = By execution of an order of the requesting State

# A choice: how assets are to be returned.
request-value-whole-return = Return of the whole

# A choice: how assets are to be returned.
request-value-asset-sharing = Sharing

# A choice: how assets are to be returned.
request-value-victim-compensation = Compensation of victims

# A choice: how a controlled delivery is carried out.
request-value-pass-intact = The goods pass intact

# A choice: how a controlled delivery is carried out.
request-value-replaced-in-part = The goods are replaced in part

# A choice: how a controlled delivery is carried out.
request-value-replaced-whole = The goods are replaced as a whole

# A choice: through which States goods pass.
request-value-no-transit = Through no third State

# A choice: through which States goods pass.
request-value-through-transit-states = Through transit States

# A choice: whether the accused are in custody.
request-value-at-liberty = At liberty

# A choice: whether the accused are in custody.
request-value-in-custody = In custody

# A choice: whether the use of information is limited.
request-value-limits-set = Limits are set

# A choice: whether the use of information is limited.
request-value-no-limits = No limits are set

# A choice: what a letter is.
request-value-supplement = Supplement

# A choice: what a letter is.
request-value-reminder = Reminder

# A choice: what a letter is.
request-value-withdrawal = Withdrawal

# A choice: what an answer is.
request-value-answered-in-full = Answered in full

# A choice: what an answer is.
request-value-answered-in-part = Answered in part

# A choice: what an answer is.
request-value-refused = Refused

# A choice: what an answer is.
request-value-postponed = Postponed

# A jurist's decision on a legal fact.
request-confirm-confirmed = Confirmed

# A jurist's decision on a legal fact: not checked, but the request may rely on it.
request-confirm-overruled = Overruled

# A jurist's decision on a legal fact: it is wrong.
request-confirm-rejected = Rejected

# Label of a field of a request, on the screen and on the print.
request-field-requesting-authority = Requesting authority

# Help for the field "Requesting authority", on the screen only.
request-guide-requesting-authority = The authority in whose name the request is made, with its file number.

# Label of a field of a request, on the screen and on the print.
request-field-requested-authority = Authority addressed

# Help for the field "Authority addressed", on the screen only.
request-guide-requested-authority = The authority that receives the request. Take it from the answer of the law pack, and ask if it is not confirmed.

# Label of a field of a request, on the screen and on the print.
request-field-conducting-authority = Authority that conducts the proceedings

# Help for the field "Authority that conducts the proceedings", on the screen only.
request-guide-conducting-authority = The body that investigates, prosecutes or tries, and what it does.

# Label of a field of a request, on the screen and on the print.
request-field-matter-nature = Subject and stage of the proceedings

# Help for the field "Subject and stage of the proceedings", on the screen only.
request-guide-matter-nature = The number and kind of the case, and whether it is an inquiry, a prosecution or a trial.

# Label of a field of a request, on the screen and on the print.
request-field-facts-summary = Summary of the facts

# Help for the field "Summary of the facts", on the screen only.
request-guide-facts-summary = Who did what, when, where and how, so that a reader who knows nothing of the case can judge it.

# Label of a field of a request, on the screen and on the print.
request-field-facts-short = Short facts

# Help for the field "Short facts", on the screen only.
request-guide-facts-short = A few sentences: the conduct, the time, and how the data is tied to it.

# Label of a field of a request, on the screen and on the print.
request-field-offences = Offences and penalties

# Help for the field "Offences and penalties", on the screen only.
request-guide-offences = Each offence with its provision, the wording from the office's library, and the highest penalty.

# Label of a field of a request, on the screen and on the print.
request-field-damage = Damage

# Help for the field "Damage", on the screen only.
request-guide-damage = The size of the damage, if it is known.

# Label of a field of a request, on the screen and on the print.
request-field-persons = Persons and bodies concerned

# Help for the field "Persons and bodies concerned", on the screen only.
request-guide-persons = Names in every script that is known, role, birth or registration, nationality and address.

# Label of a field of a request, on the screen and on the print.
request-field-provider = Provider that holds the records

# Help for the field "Provider that holds the records", on the screen only.
request-guide-provider = The provider's full name and seat, and how it is known that it holds the records.

# Label of a field of a request, on the screen and on the print.
request-field-holder = Who holds the data

# Help for the field "Who holds the data", on the screen only.
request-guide-holder = The provider, or where the system is.

# Label of a field of a request, on the screen and on the print.
request-field-accounts = Accounts, addresses and transactions

# Help for the field "Accounts, addresses and transactions", on the screen only.
request-guide-accounts = Each in its exact form, with its chain or platform. The check compares checksums.

# Label of a field of a request, on the screen and on the print.
request-field-period = Time covered

# Help for the field "Time covered", on the screen only.
request-guide-period = From when to when, each with its UTC offset. Ask for no more than the case needs.

# Label of a field of a request, on the screen and on the print.
request-field-items = What is asked for

# Help for the field "What is asked for", on the screen only.
request-guide-items = One line for each kind of record, with the fact and the offence that it is to prove.

# Label of a field of a request, on the screen and on the print.
request-field-data = Data to be preserved

# Help for the field "Data to be preserved", on the screen only.
request-guide-data = One line for each kind of data, with how it is tied to the offence.

# Label of a field of a request, on the screen and on the print.
request-field-purpose = Purpose

# Help for the field "Purpose", on the screen only.
request-guide-purpose = What the records are to prove, and in which proceedings they will be used.

# Label of a field of a request, on the screen and on the print.
request-field-findings = Traces and other results

# Help for the field "Traces and other results", on the screen only.
request-guide-findings = The results on which the request rests. They go along as annexes with their digests.

# Label of a field of a request, on the screen and on the print.
request-field-tickets = Earlier preservation

# Help for the field "Earlier preservation", on the screen only.
request-guide-tickets = The numbers of tickets under which the data is already kept, with their last day.

# Label of a field of a request, on the screen and on the print.
request-field-ways = What is asked instead of a treaty

# Help for the field "What is asked instead of a treaty", on the screen only.
request-guide-ways = No instrument is known to oblige the requested State. Choose from the ways that remain.

# Label of a field of a request, on the screen and on the print.
request-field-reciprocity-offer = Offer of reciprocity

# Help for the field "Offer of reciprocity", on the screen only.
request-guide-reciprocity-offer = That the own State would do the same in a like case, in the words that the office may use.

# Label of a field of a request, on the screen and on the print.
request-field-special-procedure = Procedure wished

# Help for the field "Procedure wished", on the screen only.
request-guide-special-procedure = Formalities that the evidence needs to count at home.

# Label of a field of a request, on the screen and on the print.
request-field-special-procedure-reason = Reason for the procedure

# Help for the field "Reason for the procedure", on the screen only.
request-guide-special-procedure-reason = Why the evidence would not count otherwise.

# Label of a field of a request, on the screen and on the print.
request-field-deadline = Answer wished by

# Help for the field "Answer wished by", on the screen only.
request-guide-deadline = A day. It counts only with a reason.

# Label of a field of a request, on the screen and on the print.
request-field-deadline-reason = Reason for the deadline

# Help for the field "Reason for the deadline", on the screen only.
request-guide-deadline-reason = The hearing, the end of detention, or the end of data retention that sets it.

# Label of a field of a request, on the screen and on the print.
request-field-secrecy = Keep confidential

# Help for the field "Keep confidential", on the screen only.
request-guide-secrecy = Whether the holder and the persons concerned must not learn of the request.

# Label of a field of a request, on the screen and on the print.
request-field-secrecy-reason = Reason for confidentiality

# Help for the field "Reason for confidentiality", on the screen only.
request-guide-secrecy-reason = What would be lost if they learned of it.

# Label of a field of a request, on the screen and on the print.
request-field-signatory = Signed by

# Help for the field "Signed by", on the screen only.
request-guide-signatory = The official whose signature makes the request valid.

# Label of a field of a request, on the screen and on the print.
request-field-exhibits = Documents attached

# Help for the field "Documents attached", on the screen only.
request-guide-exhibits = Exhibits that go along, with their digests.

# Label of a field of a request, on the screen and on the print.
request-field-reply-contact = Contact for a quick reply

# Help for the field "Contact for a quick reply", on the screen only.
request-guide-reply-contact = The desk, its office hours and its time zone. No private numbers.

# Label of a field of a request, on the screen and on the print.
request-field-renewal = New or renewal

# Help for the field "New or renewal", on the screen only.
request-guide-renewal = Whether the data is kept already under a ticket.

# Label of a field of a request, on the screen and on the print.
request-field-preservation-need = Why the data must be kept now

# Help for the field "Why the data must be kept now", on the screen only.
request-guide-preservation-need = How and when it would be lost.

# Label of a field of a request, on the screen and on the print.
request-field-intent-to-follow-up = Request for the data will follow

# Help for the field "Request for the data will follow", on the screen only.
request-guide-intent-to-follow-up = That a formal request for the data will be sent, and by when.

# Label of a field of a request, on the screen and on the print.
request-field-keep-days = Days to keep the data

# Help for the field "Days to keep the data", on the screen only.
request-guide-keep-days = For how many days the data should be kept.

# Label of a field of a request, on the screen and on the print.
request-field-use-undertaking = Undertaking on use

# Help for the field "Undertaking on use", on the screen only.
request-guide-use-undertaking = For which purposes and proceedings the results will be used, and that any other use waits for consent. Where no treaty sets this limit, the other side looks for it here.

# Label of a field of a request, on the screen and on the print.
request-field-costs = Costs

# Help for the field "Costs", on the screen only.
request-guide-costs = Costs beyond the ordinary, such as experts, interpreters or travel, and who is to bear them. Leave it empty if none are expected.

# Label of a field of a request, on the screen and on the print.
request-field-earlier-requests = Earlier requests and contacts

# Help for the field "Earlier requests and contacts", on the screen only.
request-guide-earlier-requests = Reference, date and channel of each, police and financial intelligence included. Without them the other side opens a second file.

# Label of a field of a request, on the screen and on the print.
request-field-least-intrusive = Why nothing milder serves

# Help for the field "Why nothing milder serves", on the screen only.
request-guide-least-intrusive = Which milder ways were tried or weighed, and why they do not do. A request for more than the case needs is cut down or refused.

# Label of a field of a request, on the screen and on the print.
request-field-own-order = Order in the requesting State

# Help for the field "Order in the requesting State", on the screen only.
request-guide-own-order = Whether a court or prosecutor of the own State has ordered the measure, if its law wants that. The requested State will ask for a copy.

# Label of a field of a request, on the screen and on the print.
request-field-orders = Copies of orders

# Help for the field "Copies of orders", on the screen only.
request-guide-orders = Each order as an annex, certified, with the body and the date in its title. An order that has lapsed or names another account sends the request back.

# Label of a field of a request, on the screen and on the print.
request-field-no-order-reason = Why no order is needed

# Help for the field "Why no order is needed", on the screen only.
request-guide-no-order-reason = The provision under which the authority may act without an order. A sentence without a provision invites a question.

# Label of a field of a request, on the screen and on the print.
request-field-dual-criminality = Dual criminality

# Help for the field "Dual criminality", on the screen only.
request-guide-dual-criminality = Each element of the offence beside that of an offence of the requested State, and the fact that meets it. An offence that is only administrative there usually does not do.

# Label of a field of a request, on the screen and on the print.
request-field-communication = Communication whose path is sought

# Help for the field "Communication whose path is sought", on the screen only.
request-guide-communication = The addresses, accounts or numbers at its ends, each in exact form with its platform. An IP address without the time leads nowhere.

# Label of a field of a request, on the screen and on the print.
request-field-path-known = Path known so far

# Help for the field "Path known so far", on the screen only.
request-guide-path-known = Each point in order: provider, address, time with its UTC offset, and the exhibit that shows it. Say where the path breaks off.

# Label of a field of a request, on the screen and on the print.
request-field-next-provider = Next provider on the path

# Help for the field "Next provider on the path", on the screen only.
request-guide-next-provider = The provider to which the known path leads, with its State, as far as known.

# Label of a field of a request, on the screen and on the print.
request-field-request-status = First request or follow-up

# Help for the field "First request or follow-up", on the screen only.
request-guide-request-status = Whether the same data was asked for or preserved before. A follow-up without the earlier number is treated as new.

# Label of a field of a request, on the screen and on the print.
request-field-asked-through = Asked through

# Help for the field "Asked through", on the screen only.
request-guide-asked-through = Ask a provider directly only where a treaty or the law of both States lets you. Otherwise the answer may not count as evidence.

# Label of a field of a request, on the screen and on the print.
request-field-treaty-basis = Basis for asking the provider directly

# Help for the field "Basis for asking the provider directly", on the screen only.
request-guide-treaty-basis = That the request is made under this clause or law, with the article as the answer of the law pack shows it. A provider refuses a request that does not name its basis.

# Label of a field of a request, on the screen and on the print.
request-field-domestic-grounds = Ground in the law of the requesting State

# Help for the field "Ground in the law of the requesting State", on the screen only.
request-guide-domestic-grounds = The provision that empowers the authority to ask for this data in an own case. Name the statute and its article.

# Label of a field of a request, on the screen and on the print.
request-field-content = Content of communications

# Help for the field "Content of communications", on the screen only.
request-guide-content = Confirm that none is asked for. One line that asks for messages makes the short form the wrong one.

# Label of a field of a request, on the screen and on the print.
request-field-delivery = How results are handed over

# Help for the field "How results are handed over", on the screen only.
request-guide-delivery = File format, digests, protection, and the desk that receives them. Write no password here.

# Label of a field of a request, on the screen and on the print.
request-field-lines = Lines and accounts concerned

# Help for the field "Lines and accounts concerned", on the screen only.
request-guide-lines = Each number, account or address in exact form, with its provider and who uses it. One wrong digit puts a stranger under the measure.

# Label of a field of a request, on the screen and on the print.
request-field-measure-period = Time of the measure

# Help for the field "Time of the measure", on the screen only.
request-guide-measure-period = First and last moment, each with its UTC offset. Ask for the shortest time that serves, and count the days that the request itself takes.

# Label of a field of a request, on the screen and on the print.
request-field-technique = Technical method

# Help for the field "Technical method", on the screen only.
request-guide-technique = What is to be recorded, at which point and how, so that the other side can tell whether its providers can do it.

# Label of a field of a request, on the screen and on the print.
request-field-availability-own = The measure in the law of the requesting State

# Help for the field "The measure in the law of the requesting State", on the screen only.
request-guide-availability-own = The provision that allows it in a like case at home, on whose order and for how long. What the own law does not allow is not asked of others.

# Label of a field of a request, on the screen and on the print.
request-field-availability-other = The measure in the law of the requested State

# Help for the field "The measure in the law of the requested State", on the screen only.
request-guide-availability-other = Whether and for which offences its law allows the measure, as far as known, and from where that is known. Ask before you sign if nothing is known.

# Label of a field of a request, on the screen and on the print.
request-field-gravity = Gravity of the offence

# Help for the field "Gravity of the offence", on the screen only.
request-guide-gravity = On which of the two the request rests. Simple access to a system often carries less than four years.

# Label of a field of a request, on the screen and on the print.
request-field-gravity-provision = Provision that shows the gravity

# Help for the field "Provision that shows the gravity", on the screen only.
request-guide-gravity-provision = The provision with its highest penalty, or the list with the place in it. An aggravated form counts only if the facts show its elements.

# Label of a field of a request, on the screen and on the print.
request-field-safeguards = Safeguards for others

# Help for the field "Safeguards for others", on the screen only.
request-guide-safeguards = Whose confidential talk may be caught, such as that with a lawyer or doctor, and how it is left out or destroyed.

# Label of a field of a request, on the screen and on the print.
request-field-risk = Imminent risk

# Help for the field "Imminent risk", on the screen only.
request-guide-risk = What is at risk. A risk to money alone is no emergency in this sense.

# Label of a field of a request, on the screen and on the print.
request-field-emergency = Why there is an emergency

# Help for the field "Why there is an emergency", on the screen only.
request-guide-emergency = What threatens, from whom, how it is known, and why the ordinary way is too slow. Facts, no adjectives.

# Label of a field of a request, on the screen and on the print.
request-field-emergency-link = How the data relates to the emergency

# Help for the field "How the data relates to the emergency", on the screen only.
request-guide-emergency-link = How this data can avert the harm: whom it finds, what it stops. Data that only helps to prosecute later goes into an ordinary request.

# Label of a field of a request, on the screen and on the print.
request-field-who-at-risk = Who is in danger

# Help for the field "Who is in danger", on the screen only.
request-guide-who-at-risk = Name or description, age and place, as far as known. Write that it is unknown rather than nothing.

# Label of a field of a request, on the screen and on the print.
request-field-when-at-risk = When the harm is expected

# Help for the field "When the harm is expected", on the screen only.
request-guide-when-at-risk = Day and hour with the UTC offset, and on what that rests. Imminent means before an ordinary answer could come.

# Label of a field of a request, on the screen and on the print.
request-field-second-signatory = Countersigned by

# Help for the field "Countersigned by", on the screen only.
request-guide-second-signatory = A second official who has read the request and answers for it. Two names that can be called back tell a true request from a forged one.

# Label of a field of a request, on the screen and on the print.
request-field-person-status = Status of the person

# Help for the field "Status of the person", on the screen only.
request-guide-person-status = In which capacity the person is heard. Rights and oath hang on it, and a statement taken under the wrong one may not count.

# Label of a field of a request, on the screen and on the print.
request-field-hearing-person = Person to be heard

# Help for the field "Person to be heard", on the screen only.
request-guide-hearing-person = Names in every script that is known, birth, nationality, and the address where a summons arrives.

# Label of a field of a request, on the screen and on the print.
request-field-questions = Questions

# Help for the field "Questions", on the screen only.
request-guide-questions = One line for each, in order, for an officer who does not know the case. Say whether questions that follow from the answers are welcome.

# Label of a field of a request, on the screen and on the print.
request-field-rights-notice = Notice of rights

# Help for the field "Notice of rights", on the screen only.
request-guide-rights-notice = The rights and duties that must be read out, word for word, and whether an oath is needed. Without them the statement may not count at home.

# Label of a field of a request, on the screen and on the print.
request-field-presence = Officials who wish to be present

# Help for the field "Officials who wish to be present", on the screen only.
request-guide-presence = Name and office of each, and whether they ask to put questions. Their coming needs consent, so do not book before it.

# Label of a field of a request, on the screen and on the print.
request-field-video-wish = Videoconference

# Help for the field "Videoconference", on the screen only.
request-guide-video-wish = Whether the person is to be heard by picture and sound. If so, add the form for a videoconference.

# Label of a field of a request, on the screen and on the print.
request-field-video-reason = Reason for the videoconference

# Help for the field "Reason for the videoconference", on the screen only.
request-guide-video-reason = Why it is not possible or not desirable that the person comes. State it even where it seems plain.

# Label of a field of a request, on the screen and on the print.
request-field-hearing-time = Time of the hearing

# Help for the field "Time of the hearing", on the screen only.
request-guide-hearing-time = Begin and end with the UTC offset of the requesting State. Leave the other side time to summon the person.

# Label of a field of a request, on the screen and on the print.
request-field-hearing-time-there = The same time in the requested State

# Help for the field "The same time in the requested State", on the screen only.
request-guide-hearing-time-there = The same begin and end, written with the UTC offset of the requested State. Nobody compares the two for you, so read them against each other.

# Label of a field of a request, on the screen and on the print.
request-field-other-times = Other possible times

# Help for the field "Other possible times", on the screen only.
request-guide-other-times = Times that would do as well. They spare a letter if the court or the person is not free.

# Label of a field of a request, on the screen and on the print.
request-field-link = Technical link

# Help for the field "Technical link", on the screen only.
request-guide-link = System, protection, time of a test call, and the desk that sets it up. Write no meeting password here.

# Label of a field of a request, on the screen and on the print.
request-field-hearing-law = Law of the hearing

# Help for the field "Law of the hearing", on the screen only.
request-guide-hearing-law = Who leads the hearing, who checks identity, and which oath and warnings of the own law are wished beside those of the requested State.

# Label of a field of a request, on the screen and on the print.
request-field-taking-part = Who takes part

# Help for the field "Who takes part", on the screen only.
request-guide-taking-part = Court, parties, counsel and interpreter on each side, by office.

# Label of a field of a request, on the screen and on the print.
request-field-interpretation = Interpretation

# Help for the field "Interpretation", on the screen only.
request-guide-interpretation = Languages of the hearing, and which side brings the interpreter.

# Label of a field of a request, on the screen and on the print.
request-field-person-consent = Consent of the person

# Help for the field "Consent of the person", on the screen only.
request-guide-person-consent = Whether a suspect or accused agrees to be heard in this way. Many laws want it, so settle it before the day.

# Label of a field of a request, on the screen and on the print.
request-field-served-person = Person to be served

# Help for the field "Person to be served", on the screen only.
request-guide-served-person = Names in every script that is known, birth or registration, and the full address. Papers with half an address come back.

# Label of a field of a request, on the screen and on the print.
request-field-served-documents = Documents to be served

# Help for the field "Documents to be served", on the screen only.
request-guide-served-documents = Each as an annex, with its certified translation beside it.

# Label of a field of a request, on the screen and on the print.
request-field-document-kind = Kind of document

# Help for the field "Kind of document", on the screen only.
request-guide-document-kind = What is served. A summons needs a day and a place to appear; the other kinds do not.

# Label of a field of a request, on the screen and on the print.
request-field-documents-summary = What the documents say

# Help for the field "What the documents say", on the screen only.
request-guide-documents-summary = One or two sentences for each: what it is, in which matter, and what follows if the person does nothing. Service needs no summary of the facts.

# Label of a field of a request, on the screen and on the print.
request-field-appearance-date = Day to appear

# Help for the field "Day to appear", on the screen only.
request-guide-appearance-date = The day on which the person is to appear. Leave time for translation, for the other authority and for the journey.

# Label of a field of a request, on the screen and on the print.
request-field-appearance-place = Place and hour to appear

# Help for the field "Place and hour to appear", on the screen only.
request-guide-appearance-place = Court or office, address, and the hour with its UTC offset.

# Label of a field of a request, on the screen and on the print.
request-field-document-language = Language of the documents

# Help for the field "Language of the documents", on the screen only.
request-guide-document-language = Language of each document and of its translation. A person may decline papers in a language that he does not read.

# Label of a field of a request, on the screen and on the print.
request-field-proof-of-service = Proof of service wished

# Help for the field "Proof of service wished", on the screen only.
request-guide-proof-of-service = What must come back: a receipt with day and signature, or a certificate that says how and to whom it was served, or why not.

# Label of a field of a request, on the screen and on the print.
request-field-safe-conduct = Assurance to the person

# Help for the field "Assurance to the person", on the screen only.
request-guide-safe-conduct = That the person is not prosecuted or held for anything before the journey, and until when this holds. Take the days from the cited instrument.

# Label of a field of a request, on the screen and on the print.
request-field-detained-person = Detained person

# Help for the field "Detained person", on the screen only.
request-guide-detained-person = Names in every script that is known, birth, nationality, where the person is held, under which order, and until when.

# Label of a field of a request, on the screen and on the print.
request-field-consents = Written consent

# Help for the field "Written consent", on the screen only.
request-guide-consents = The signed statement as an annex, in a language that the person reads, with the day and who explained it.

# Label of a field of a request, on the screen and on the print.
request-field-consent-asking = How the consent is to be obtained

# Help for the field "How the consent is to be obtained", on the screen only.
request-guide-consent-asking = What the person is to be told, that counsel may be present, and in which form the answer is written down.

# Label of a field of a request, on the screen and on the print.
request-field-presence-need = Why the presence is needed

# Help for the field "Why the presence is needed", on the screen only.
request-guide-presence-need = The act for which the person must be there, and why a statement or a videoconference does not do.

# Label of a field of a request, on the screen and on the print.
request-field-transfer-period = Time of the transfer

# Help for the field "Time of the transfer", on the screen only.
request-guide-transfer-period = First and last moment away, each with its UTC offset. Say what happens if the detention at home ends meanwhile.

# Label of a field of a request, on the screen and on the print.
request-field-custody-place = Place of custody

# Help for the field "Place of custody", on the screen only.
request-guide-custody-place = Where and under whose guard the person is held, and from whom the person is kept apart.

# Label of a field of a request, on the screen and on the print.
request-field-custody-credit = Custody counts towards the sentence

# Help for the field "Custody counts towards the sentence", on the screen only.
request-guide-custody-credit = That the time away counts towards the sentence that is being served, in the words that the office may use.

# Label of a field of a request, on the screen and on the print.
request-field-return-undertaking = Undertaking to return the person

# Help for the field "Undertaking to return the person", on the screen only.
request-guide-return-undertaking = That the person stays in custody and goes back as agreed, without extradition proceedings.

# Label of a field of a request, on the screen and on the print.
request-field-escort = Escort and journey

# Help for the field "Escort and journey", on the screen only.
request-guide-escort = Who fetches and brings back, by which way and through which States, and what the person's health needs.

# Label of a field of a request, on the screen and on the print.
request-field-search-places = Places to be searched

# Help for the field "Places to be searched", on the screen only.
request-guide-search-places = Exact address, rooms, vehicles or devices, and who uses them, one line for each. A wrong number on the door ends the search.

# Label of a field of a request, on the screen and on the print.
request-field-search-items = Objects and data sought

# Help for the field "Objects and data sought", on the screen only.
request-guide-search-items = One line for each kind, with the fact and the offence that it proves. To ask for everything electronic is too wide; name devices and accounts.

# Label of a field of a request, on the screen and on the print.
request-field-search-grounds = Grounds to expect them there

# Help for the field "Grounds to expect them there", on the screen only.
request-guide-search-grounds = The facts, each with its source, that put the objects at that place now. A suspicion against the person alone is not enough.

# Label of a field of a request, on the screen and on the print.
request-field-device-handling = Handling of devices and data

# Help for the field "Handling of devices and data", on the screen only.
request-guide-device-handling = How devices are secured, imaged and sealed, and that digests are written down. Ask for copies where originals are not needed.

# Label of a field of a request, on the screen and on the print.
request-field-record-kind = Records concerned

# Help for the field "Records concerned", on the screen only.
request-guide-record-kind = Which of the three is asked for. A search for all accounts of a person needs more reasons than the records of one that is known.

# Label of a field of a request, on the screen and on the print.
request-field-record-holder = Bank, company or register

# Help for the field "Bank, company or register", on the screen only.
request-guide-record-holder = Full name, branch or seat, registration, and how it is known that the records are there.

# Label of a field of a request, on the screen and on the print.
request-field-bank-accounts = Bank accounts

# Help for the field "Bank accounts", on the screen only.
request-guide-bank-accounts = Each IBAN or account number exactly, with its bank. The check compares the checksum of an IBAN; a local number has none.

# Label of a field of a request, on the screen and on the print.
request-field-bank-secrecy = Bank secrecy

# Help for the field "Bank secrecy", on the screen only.
request-guide-bank-secrecy = The clause of the cited instrument by which bank secrecy is no ground for refusal, as the law pack shows it. If there is none, say how the own law lifts it in a like case.

# Label of a field of a request, on the screen and on the print.
request-field-assets = Property to be traced

# Help for the field "Property to be traced", on the screen only.
request-guide-assets = One line for each asset or kind of asset, where it may be, and how it comes from the offence.

# Label of a field of a request, on the screen and on the print.
request-field-asset-links = Links and their sources

# Help for the field "Links and their sources", on the screen only.
request-guide-asset-links = One line for each link from the offence to the property, with the number of the exhibit or finding that shows it. A link without a source is not followed.

# Label of a field of a request, on the screen and on the print.
request-field-actions-wanted = Actions wanted

# Help for the field "Actions wanted", on the screen only.
request-guide-actions-wanted = One line for each, by its result, such as a list of accounts. Name no procedure of the own law; the other side has its own.

# Label of a field of a request, on the screen and on the print.
request-field-result-use = Use of the results

# Help for the field "Use of the results", on the screen only.
request-guide-result-use = What is meant. What a financial intelligence unit gives becomes evidence only with its consent, or by a formal request.

# Label of a field of a request, on the screen and on the print.
request-field-value = Value or highest sum

# Help for the field "Value or highest sum", on the screen only.
request-guide-value = The estimated value, or the sum up to which property is meant, in one currency. An order without a sum is hard to make.

# Label of a field of a request, on the screen and on the print.
request-field-property-kind = Kind of property

# Help for the field "Kind of property", on the screen only.
request-guide-property-kind = One kind for each request. Other holders and other rules are concerned by another kind, so it goes into a request of its own.

# Label of a field of a request, on the screen and on the print.
request-field-property = Property concerned

# Help for the field "Property concerned", on the screen only.
request-guide-property = One line for each object: what it is, its number or mark, and how it comes from the offence or served it.

# Label of a field of a request, on the screen and on the print.
request-field-property-place = Place of the property

# Help for the field "Place of the property", on the screen only.
request-guide-property-place = Address, register, bank or provider where it is, and in whose name. Of virtual assets, who has the keys.

# Label of a field of a request, on the screen and on the print.
request-field-property-holder = Who holds the property

# Help for the field "Who holds the property", on the screen only.
request-guide-property-holder = Full name and seat of the provider, bank or person who can carry out the order.

# Label of a field of a request, on the screen and on the print.
request-field-wallets = Wallets, addresses and transactions

# Help for the field "Wallets, addresses and transactions", on the screen only.
request-guide-wallets = Each in exact form with its chain, and the transaction that brought the assets there. The check compares checksums.

# Label of a field of a request, on the screen and on the print.
request-field-wallet-control = Who controls the wallet

# Help for the field "Who controls the wallet", on the screen only.
request-guide-wallet-control = A provider can freeze what it holds. A wallet that its holder controls alone is secured only by moving the assets.

# Label of a field of a request, on the screen and on the print.
request-field-attribution = On what the attribution rests

# Help for the field "On what the attribution rests", on the screen only.
request-guide-attribution = How it is known that the address belongs to this provider or person. Say no more than the finding bears.

# Label of a field of a request, on the screen and on the print.
request-field-asset-amount = Amount of virtual assets

# Help for the field "Amount of virtual assets", on the screen only.
request-guide-asset-amount = The amount in the asset itself, as the ledger shows it at the time of the value.

# Label of a field of a request, on the screen and on the print.
request-field-value-time = Time of the value

# Help for the field "Time of the value", on the screen only.
request-guide-value-time = The moment to which the value belongs, with its UTC offset: the same moment twice, or the span whose average price was taken.

# Label of a field of a request, on the screen and on the print.
request-field-value-source = Source of the price

# Help for the field "Source of the price", on the screen only.
request-guide-value-source = The market or publication from which the price was taken, and how the value was reckoned.

# Label of a field of a request, on the screen and on the print.
request-field-custody-plan = Custody plan

# Help for the field "Custody plan", on the screen only.
request-guide-custody-plan = To which wallet the assets go, who has which key, and how each step is witnessed and recorded. Never write a key or a recovery phrase here.

# Label of a field of a request, on the screen and on the print.
request-field-release-risk = Risk of release or loss

# Help for the field "Risk of release or loss", on the screen only.
request-guide-release-risk = Who can move the property and how fast, and what is lost if the measure lapses. Ask to be heard before it is lifted.

# Label of a field of a request, on the screen and on the print.
request-field-freeze-days = Days to keep the measure

# Help for the field "Days to keep the measure", on the screen only.
request-guide-freeze-days = For how many days the measure is asked. Leave it empty if it is to last until the decision on confiscation.

# Label of a field of a request, on the screen and on the print.
request-field-confiscation-intent = Confiscation that will follow

# Help for the field "Confiscation that will follow", on the screen only.
request-guide-confiscation-intent = Which confiscation the measure is to secure, in which proceedings, and by when it will be asked for. A freeze without a goal is lifted.

# Label of a field of a request, on the screen and on the print.
request-field-grounds-for-order = Facts for an order of the requested State

# Help for the field "Facts for an order of the requested State", on the screen only.
request-guide-grounds-for-order = Facts with their sources from which its court can make an order. Write for a judge who has nothing else before him.

# Label of a field of a request, on the screen and on the print.
request-field-third-party-notice = Notice to third parties

# Help for the field "Notice to third parties", on the screen only.
request-guide-third-party-notice = Who may claim the property in good faith, how and when each was told, and what each answered. Say so if there is none.

# Label of a field of a request, on the screen and on the print.
request-field-confiscation-kind = Kind of confiscation

# Help for the field "Kind of confiscation", on the screen only.
request-guide-confiscation-kind = Whether the requested State is to make its own order or to execute the one that exists. The two need different papers.

# Label of a field of a request, on the screen and on the print.
request-field-order-copies = Order to be executed

# Help for the field "Order to be executed", on the screen only.
request-guide-order-copies = A certified copy that the courts of the requested State admit, as an annex. Ask beforehand which certificate they want.

# Label of a field of a request, on the screen and on the print.
request-field-finality = That the order is final

# Help for the field "That the order is final", on the screen only.
request-guide-finality = Court, day on which the order became final, and that no ordinary remedy is open.

# Label of a field of a request, on the screen and on the print.
request-field-extent = Extent of the execution

# Help for the field "Extent of the execution", on the screen only.
request-guide-extent = Which property and which sum are to be confiscated under the order, and what was recovered already.

# Label of a field of a request, on the screen and on the print.
request-field-due-process = Due process

# Help for the field "Due process", on the screen only.
request-guide-due-process = How the persons concerned were summoned, heard and defended, and which remedy they had.

# Label of a field of a request, on the screen and on the print.
request-field-return-basis = Legal basis of the return

# Help for the field "Legal basis of the return", on the screen only.
request-guide-return-basis = The clause, agreement or law under which the property is to come back, and the facts that meet it. Ownership must be shown, not stated.

# Label of a field of a request, on the screen and on the print.
request-field-return-kind = Kind of return

# Help for the field "Kind of return", on the screen only.
request-guide-return-kind = What is claimed. Sharing needs a proposal, compensation needs the victims by name.

# Label of a field of a request, on the screen and on the print.
request-field-confiscation-reference = Confiscation on which it rests

# Help for the field "Confiscation on which it rests", on the screen only.
request-guide-confiscation-reference = Court, number and day of the final order, and which State carried it out.

# Label of a field of a request, on the screen and on the print.
request-field-share = Share claimed and its reason

# Help for the field "Share claimed and its reason", on the screen only.
request-guide-share = The part or sum that is claimed, and what the own State did for the recovery.

# Label of a field of a request, on the screen and on the print.
request-field-victims = Victims

# Help for the field "Victims", on the screen only.
request-guide-victims = Each victim with the loss and the document that shows it.

# Label of a field of a request, on the screen and on the print.
request-field-receiving-account = Account that receives

# Help for the field "Account that receives", on the screen only.
request-guide-receiving-account = The account or address of the State, never that of an official. The check compares the checksum.

# Label of a field of a request, on the screen and on the print.
request-field-account-owner = Owner of that account

# Help for the field "Owner of that account", on the screen only.
request-guide-account-owner = The treasury or other body in whose name it runs, with its registration.

# Label of a field of a request, on the screen and on the print.
request-field-end-use = Use of the returned assets

# Help for the field "Use of the returned assets", on the screen only.
request-guide-end-use = For what they will be used and who accounts for it, if the other side wishes to know.

# Label of a field of a request, on the screen and on the print.
request-field-draft-agreement = Draft agreement

# Help for the field "Draft agreement", on the screen only.
request-guide-draft-agreement = The text that is proposed for signature, as an annex, in the languages of both States.

# Label of a field of a request, on the screen and on the print.
request-field-team-aim = Aim of the joint investigation

# Help for the field "Aim of the joint investigation", on the screen only.
request-guide-team-aim = Which offences and persons, and what the team is to find out. Too wide an aim makes a team without an end.

# Label of a field of a request, on the screen and on the print.
request-field-members-own = Members from the requesting State

# Help for the field "Members from the requesting State", on the screen only.
request-guide-members-own = Authority, office and part of each. Names may follow in the agreement.

# Label of a field of a request, on the screen and on the print.
request-field-members-other = Members wished from the requested State

# Help for the field "Members wished from the requested State", on the screen only.
request-guide-members-other = Which authorities and skills are wished. Who comes is for the other side to say.

# Label of a field of a request, on the screen and on the print.
request-field-team-lead = Leadership

# Help for the field "Leadership", on the screen only.
request-guide-team-lead = Who leads on the territory of each State, and who decides if the two disagree.

# Label of a field of a request, on the screen and on the print.
request-field-team-term = Term of the team

# Help for the field "Term of the team", on the screen only.
request-guide-team-term = First and last moment, each with its UTC offset. What is done after the last needs a new agreement.

# Label of a field of a request, on the screen and on the print.
request-field-evidence-rules = Rules of evidence

# Help for the field "Rules of evidence", on the screen only.
request-guide-evidence-rules = How evidence is taken so that it counts in both States, who keeps it, and how it passes between them without a new request.

# Label of a field of a request, on the screen and on the print.
request-field-powers-abroad = Powers of officials abroad

# Help for the field "Powers of officials abroad", on the screen only.
request-guide-powers-abroad = What members may do on the territory of the other State: be present, advise, put questions. What is not written they may not do.

# Label of a field of a request, on the screen and on the print.
request-field-liability = Liability for damage

# Help for the field "Liability for damage", on the screen only.
request-guide-liability = Which State answers for damage that a member does on the territory of the other.

# Label of a field of a request, on the screen and on the print.
request-field-goods = Goods

# Help for the field "Goods", on the screen only.
request-guide-goods = One line for each: what it is, how much, how it is packed and marked, and how that is known.

# Label of a field of a request, on the screen and on the print.
request-field-delivery-method = Method of the delivery

# Help for the field "Method of the delivery", on the screen only.
request-guide-delivery-method = Whether the goods pass as they are or are replaced. Some laws allow only one of these, so ask first.

# Label of a field of a request, on the screen and on the print.
request-field-route = Route

# Help for the field "Route", on the screen only.
request-guide-route = One line for each leg: from and to, means of transport, expected time with its UTC offset.

# Label of a field of a request, on the screen and on the print.
request-field-stops = Stops and hand-over points

# Help for the field "Stops and hand-over points", on the screen only.
request-guide-stops = Where the goods rest, and where one State hands the watch over to the next.

# Label of a field of a request, on the screen and on the print.
request-field-delivery-period = Time of the delivery

# Help for the field "Time of the delivery", on the screen only.
request-guide-delivery-period = From the first moment to the last, each with its UTC offset. Add the margin that a delay at a border needs.

# Label of a field of a request, on the screen and on the print.
request-field-transit = Transit

# Help for the field "Transit", on the screen only.
request-guide-transit = Whether the goods pass through a third State, a stop of the ship or plane included.

# Label of a field of a request, on the screen and on the print.
request-field-transit-authorities = Authorities of transit States

# Help for the field "Authorities of transit States", on the screen only.
request-guide-transit-authorities = The authority of every State on the way, with its reference. One that does not know of the delivery seizes the goods.

# Label of a field of a request, on the screen and on the print.
request-field-transit-consents = Consent of each transit State

# Help for the field "Consent of each transit State", on the screen only.
request-guide-transit-consents = One document for each State, as an annex. Count them against the authorities above; one that is missing stops the delivery.

# Label of a field of a request, on the screen and on the print.
request-field-surveillance = Watch over the goods

# Help for the field "Watch over the goods", on the screen only.
request-guide-surveillance = Who watches on each leg, by which means, and how the two sides reach each other at every hour.

# Label of a field of a request, on the screen and on the print.
request-field-abort = When the delivery is ended

# Help for the field "When the delivery is ended", on the screen only.
request-guide-abort = In which events the goods are seized at once, such as lost sight or danger, and who decides.

# Label of a field of a request, on the screen and on the print.
request-field-prosecution = Who prosecutes

# Help for the field "Who prosecutes", on the screen only.
request-guide-prosecution = Which State arrests and prosecutes whom, and what becomes of the goods as evidence.

# Label of a field of a request, on the screen and on the print.
request-field-accused = Suspected or accused persons

# Help for the field "Suspected or accused persons", on the screen only.
request-guide-accused = Names in every script that is known, birth, nationality and place of stay, and the role of each in the facts.

# Label of a field of a request, on the screen and on the print.
request-field-custody-state = Custody

# Help for the field "Custody", on the screen only.
request-guide-custody-state = Whether anybody is held for these acts. The end of the detention then sets the pace.

# Label of a field of a request, on the screen and on the print.
request-field-custody-until = Custody ends on

# Help for the field "Custody ends on", on the screen only.
request-guide-custody-until = The last day of the detention as ordered, the earliest if several are held.

# Label of a field of a request, on the screen and on the print.
request-field-transfer-reason = Why the proceedings should be transferred

# Help for the field "Why the proceedings should be transferred", on the screen only.
request-guide-transfer-reason = Why the requested State can try the case better: residence or nationality of the accused, evidence, proceedings that run there.

# Label of a field of a request, on the screen and on the print.
request-field-decision-wanted = Decision wished

# Help for the field "Decision wished", on the screen only.
request-guide-decision-wanted = That the prosecution of these persons for these acts be taken over, and that the outcome be told with a copy of the final decision.

# Label of a field of a request, on the screen and on the print.
request-field-file-inventory = Inventory of the file

# Help for the field "Inventory of the file", on the screen only.
request-guide-file-inventory = Every volume and document that goes along, with its pages in the title. The other side checks receipt by this list.

# Label of a field of a request, on the screen and on the print.
request-field-file-language = Language of the file

# Help for the field "Language of the file", on the screen only.
request-guide-file-language = In which languages the file is, and which parts are translated. A file that nobody reads is sent back.

# Label of a field of a request, on the screen and on the print.
request-field-limitation = Limitation periods

# Help for the field "Limitation periods", on the screen only.
request-guide-limitation = When each offence becomes time-barred in the own law, what has interrupted the time, and what is known of the law on the other side.

# Label of a field of a request, on the screen and on the print.
request-field-own-proceedings = Proceedings in the requesting State

# Help for the field "Proceedings in the requesting State", on the screen only.
request-guide-own-proceedings = What becomes of the own case while the answer is awaited and once the case is taken over. Nobody is to be tried twice.

# Label of a field of a request, on the screen and on the print.
request-field-sending-authority = Authority that gives the information

# Help for the field "Authority that gives the information", on the screen only.
request-guide-sending-authority = The authority in whose name the information is given, with its file number.

# Label of a field of a request, on the screen and on the print.
request-field-receiving-authority = Authority that receives the information

# Help for the field "Authority that receives the information", on the screen only.
request-guide-receiving-authority = The authority that can use it. No request of that State need be open.

# Label of a field of a request, on the screen and on the print.
request-field-information = Information given

# Help for the field "Information given", on the screen only.
request-guide-information = What is known, how it became known, and how sure it is. Keep back what would harm the own inquiry.

# Label of a field of a request, on the screen and on the print.
request-field-suggested-use = What the receiving State may do with it

# Help for the field "What the receiving State may do with it", on the screen only.
request-guide-suggested-use = Such as to open an inquiry or to make a request. What you want done for the own case goes into a request.

# Label of a field of a request, on the screen and on the print.
request-field-use-limits = Limits on use

# Help for the field "Limits on use", on the screen only.
request-guide-use-limits = Whether the use of what is given is limited. Only limits that are told with it hold.

# Label of a field of a request, on the screen and on the print.
request-field-use-limits-text = Wording of the limits

# Help for the field "Wording of the limits", on the screen only.
request-guide-use-limits-text = What needs consent first: use in court, passing on, naming the source. Leave room for what clears an accused.

# Label of a field of a request, on the screen and on the print.
request-field-letter-kind = Kind of letter

# Help for the field "Kind of letter", on the screen only.
request-guide-letter-kind = One letter does one of the three. A request that is no longer needed is withdrawn at once.

# Label of a field of a request, on the screen and on the print.
request-field-parent = Request referred to

# Help for the field "Request referred to", on the screen only.
request-guide-parent = Own reference and day of the request, and the number that the other side gave. It must still be open; what it says is not repeated here.

# Label of a field of a request, on the screen and on the print.
request-field-supplement-text = Supplementary information

# Help for the field "Supplementary information", on the screen only.
request-guide-supplement-text = Answers to the questions of the other side by their numbers, or new facts. Say whether what is asked for changes.

# Label of a field of a request, on the screen and on the print.
request-field-status-asked = Status asked for

# Help for the field "Status asked for", on the screen only.
request-guide-status-asked = What you need to know, and what is lost if it comes late. Name the hearing or the end of detention that presses.

# Label of a field of a request, on the screen and on the print.
request-field-withdrawal-reason = Reason for the withdrawal

# Help for the field "Reason for the withdrawal", on the screen only.
request-guide-withdrawal-reason = Why the help is no longer needed, in whole or in part. One sentence is enough.

# Label of a field of a request, on the screen and on the print.
request-field-withdrawal-effects = What becomes of results and measures

# Help for the field "What becomes of results and measures", on the screen only.
request-guide-withdrawal-effects = Whether preserved data is released, measures are lifted, and results returned or destroyed. Without a word they may run on.

# Label of a field of a request, on the screen and on the print.
request-field-answering-authority = Authority that answers

# Help for the field "Authority that answers", on the screen only.
request-guide-answering-authority = The authority in whose name the answer is given, with the number under which it registered the request.

# Label of a field of a request, on the screen and on the print.
request-field-asking-authority = Authority that asked

# Help for the field "Authority that asked", on the screen only.
request-guide-asking-authority = The authority that sent the request, with its reference.

# Label of a field of a request, on the screen and on the print.
request-field-executing-authority = Authority that executed the request

# Help for the field "Authority that executed the request", on the screen only.
request-guide-executing-authority = The body that carried it out, if it is another one.

# Label of a field of a request, on the screen and on the print.
request-field-answer-kind = Kind of answer

# Help for the field "Kind of answer", on the screen only.
request-guide-answer-kind = What the answer is. Refusal and postponement need reasons, and a consultation before them.

# Label of a field of a request, on the screen and on the print.
request-field-result = Result

# Help for the field "Result", on the screen only.
request-guide-result = What was done, when and by whom, and which annex answers which point of the request.

# Label of a field of a request, on the screen and on the print.
request-field-open-part = What remains open, and why

# Help for the field "What remains open, and why", on the screen only.
request-guide-open-part = Each point that is not answered, the reason, and by when it will be, if at all.

# Label of a field of a request, on the screen and on the print.
request-field-refusal-reasons = Reasons for the refusal

# Help for the field "Reasons for the refusal", on the screen only.
request-guide-refusal-reasons = One line for each ground: its clause, and the fact that meets it. A bare refusal brings the same request again.

# Label of a field of a request, on the screen and on the print.
request-field-postponement-reasons = Reasons for the postponement

# Help for the field "Reasons for the postponement", on the screen only.
request-guide-postponement-reasons = Which own inquiry, prosecution or trial the help would disturb, and what can be given now.

# Label of a field of a request, on the screen and on the print.
request-field-postponed-until = Taken up again on

# Help for the field "Taken up again on", on the screen only.
request-guide-postponed-until = The day on which it will be looked at again, so that the other side need not guess.

# Label of a field of a request, on the screen and on the print.
request-field-consultation = Consultation before the decision

# Help for the field "Consultation before the decision", on the screen only.
request-guide-consultation = When and how the requesting State was asked, and under which terms the help could be given.

# Label of a field of a request, on the screen and on the print.
request-field-returned-objects = Objects to be returned

# Help for the field "Objects to be returned", on the screen only.
request-guide-returned-objects = What goes along in the original, and by when it is to come back.

# Help for the field "Authority addressed" in the form for subscriber data, on the screen only.
request-guide-requested-or-provider = The authority that receives the request, or the provider if it is asked directly. Take an authority from the answer of the law pack, and ask if it is not confirmed.

# Help for the field "What is asked for" in the form for subscriber data, on the screen only.
request-guide-subscriber-items = One line for each kind of data, such as name, contacts, payment, or addresses of access. Tie each to the fact that it is to prove.

# Help for the field "What is asked for" in the form for stored content, on the screen only.
request-guide-content-items = One line for each category of content, with the fact and the offence that it is to prove. A category without a link is struck out.

# Help for the field "What is asked for" in the forms for traffic data in real time and interception, on the screen only.
request-guide-measure-items = One line for each kind of data to be collected, with the fact and the offence that it is to prove.

# Help for the field "Request for the data will follow" in the form for an emergency, on the screen only.
request-guide-follow-up-emergency = By which day the formal request, or the confirmation in writing, will be sent. Without it the data may not be used in court.

# Help for the field "Contact for a quick reply" in forms that cannot wait, on the screen only.
request-guide-urgent-contact = A desk that answers at every hour of the days ahead, with its time zone. No private numbers.

# Help for the field "Answer wished by" in the form for the service of documents, on the screen only.
request-guide-deadline-service = The day by which proof of service must be here. Set it well before the day to appear.

# Help for the field "Asked through" in the form for the tracing of proceeds, on the screen only.
request-guide-trace-channel = Which way it goes. A network or a financial intelligence unit gives leads quickly; evidence comes through the central authorities.

# Help for the field "Consent of the person" in the form for the transfer of a detained person, on the screen only.
request-guide-transfer-consent = Whether the person has agreed freely and knows what the transfer means. Nobody is transferred without it.

# Help for the field "The measure in the law of the requesting State" and "The measure in the law of the requested State" in the form for a joint investigation, on the screen only.
request-guide-team-law = The provisions on joint investigations and the body that may sign. If the law is silent, name the general rule that serves.

# Help for the field "Value or highest sum" in the form for the return of assets, on the screen only.
request-guide-return-sum = The sum or value that is to come back, in one currency, before costs.

# Help for the field "Costs" in the form for the return of assets, on the screen only.
request-guide-return-costs = Which reasonable costs of the recovery the other side may deduct, and how they are shown.

# Help for the field "Signed by" in letters that make no request, on the screen only.
request-guide-letter-signatory = The official who answers for this letter.

# Help for the field "Request referred to" in an answer, on the screen only.
request-guide-answered-request = Reference and day of the request that is answered, and of each letter that added to it.

# Help for the field "Purpose" in forms that ask for more than records, on the screen only.
request-guide-purpose-of-help = What the help is for, and in which proceedings its result will be used.

# Help for the field "Limits on use" in an answer, on the screen only.
request-guide-passed-use-limits = Whether the use of what is given is limited beyond the treaty. Only limits that are told with it hold.

## Words on every print of a request

# Word or sentence on the print of a request.
request-twin-reference = Reference

# Word or sentence on the print of a request.
request-twin-version = Version

# Word or sentence on the print of a request.
request-twin-digest = SHA-256 of this version

# Word or sentence on the print of a request.
request-twin-date = Date

# Word or sentence on the print of a request.
request-twin-requesting-state = Requesting State

# Word or sentence on the print of a request.
request-twin-requested-state = Requested State

# Word or sentence on the print of a request.
request-twin-legal-basis = Legal basis

# Word or sentence on the print of a request.
request-twin-articles = Articles

# Word or sentence on the print of a request.
request-twin-no-obligation = No treaty in force between the two States is known to oblige the requested State to this measure. It is asked for on the ground stated below.

# Word or sentence on the print of a request.
request-twin-asked-instead = Asked on this ground

# Word or sentence on the print of a request.
request-twin-asked-under-general-clause = Asked under the general clause, which does not oblige to this measure

# Word or sentence on the print of a request.
request-twin-official-name-unknown = Official title to be confirmed

# Word or sentence on the print of a request.
request-twin-annexes = Annexes

# Word or sentence on the print of a request.
request-twin-annex-number = Number

# Word or sentence on the print of a request.
request-twin-annex-title = Title

# Word or sentence on the print of a request.
request-twin-annex-sha256 = SHA-256

# Word or sentence on the print of a request.
request-twin-advance-copy = Advance copy. The signed original follows.

# Word or sentence on the print of a request.
request-twin-original = Original

# Word or sentence on the print of a request.
request-twin-exercise = EXERCISE - not a real request

# Word or sentence on the print of a request.
request-twin-from = From

# Word or sentence on the print of a request.
request-twin-to = To

# Word or sentence on the print of a request.
request-twin-kept-until = Kept until

# Word or sentence on the print of a request.
request-twin-yes = Yes

# Word or sentence on the print of a request.
request-twin-no = No

# Word or sentence on the print of a request.
request-twin-name = Name

# Word or sentence on the print of a request.
request-twin-unit = Unit

# Word or sentence on the print of a request.
request-twin-role = Role

# Word or sentence on the print of a request.
request-twin-born = Birth or founding

# Word or sentence on the print of a request.
request-twin-nationality = Nationality or State of registration

# Word or sentence on the print of a request.
request-twin-address = Address

# Word or sentence on the print of a request.
request-twin-occupation = Occupation or business

# Word or sentence on the print of a request.
request-twin-registration = Document or register number

# Word or sentence on the print of a request.
request-twin-network = Chain or platform

# Word or sentence on the print of a request.
request-twin-provision = Provision

# Word or sentence on the print of a request.
request-twin-provision-text = Wording

# Word or sentence on the print of a request.
request-twin-max-penalty = Highest penalty, in years

# Word or sentence on the print of a request.
request-twin-conduct = Conduct

# Word or sentence on the print of a request.
request-twin-item = Asked for

# Word or sentence on the print of a request.
request-twin-link = Why it matters

# Word or sentence on the print of a request.
request-twin-offence = Offence

# Word or sentence on the print of a request.
request-twin-account = Account

# Word or sentence on the print of a request.
request-twin-machine-readable = A machine-readable copy of this request is attached to this file.

# Word or sentence on the print of a request.
request-twin-basis-provides = Provides for this measure.

# Word or sentence on the print of a request.
request-twin-basis-carries = Its general duty to assist covers this measure.

# Word or sentence on the print of a request.
request-twin-basis-between = Governs assistance between the two States.

# Word or sentence on the print of a request.
request-twin-way = Ground

# Word or sentence on the print of a request.
request-twin-way-name = Law, network or body

# Word or sentence on the print of a request.
request-twin-provisions = Provisions

# Word or sentence on the print of a request.
request-twin-identifier-kind = Kind

# Word or sentence on the print of a request.
request-twin-identifier = Identifier

# Word or sentence on the print of a request.
request-twin-identifier-at = Moment of use

# Word or sentence on the print of a request.
request-twin-identifier-port = Port

# Sentence on an acknowledgement. $ticket is the number of the preservation, $until its last day.
request-twin-preserved = The data named in the request is kept under ticket { $ticket } to the end of { $until }. Who needs it longer asks for renewal before that day.

## Kinds of identifiers on the print

# Kind of an identifier, in a table on the print.
request-identifier-address = Address

# Kind of an identifier, in a table on the print.
request-identifier-transaction = Transaction

# Kind of an identifier, in a table on the print.
request-identifier-account = Account

# Kind of an identifier, in a table on the print.
request-identifier-e-mail = E-mail address

# Kind of an identifier, in a table on the print.
request-identifier-ip = IP address

# Kind of an identifier, in a table on the print.
request-identifier-iban = IBAN

# Kind of an identifier, in a table on the print.
request-identifier-domain = Domain name

# Kind of an identifier, in a table on the print.
request-identifier-telephone = Telephone number

# Kind of an identifier, in a table on the print.
request-identifier-url = Web address

# Kind of an identifier, in a table on the print.
request-identifier-card = Payment card

# Kind of an identifier, in a table on the print.
request-identifier-imei = Mobile device (IMEI)

# Kind of an identifier, in a table on the print.
request-identifier-mac = Network interface (MAC)

## Grounds on which something is asked where no instrument obliges, on the print

# A ground, in a table on the print.
request-way-general-clause = General clause of an instrument that does not oblige to this measure

# A ground, in a table on the print.
request-way-reciprocity = Reciprocity

# A ground, in a table on the print.
request-way-domestic-provision = The requested State's own law

# A ground, in a table on the print.
request-way-contact-points = Contact points at all hours

# A ground, in a table on the print.
request-way-police = Police cooperation

# A ground, in a table on the print.
request-way-financial-intelligence = Cooperation between financial intelligence units

# A ground, in a table on the print.
request-way-asset-recovery = Asset recovery network

# A ground, in a table on the print.
request-way-other-network = Network of authorities

# A ground, in a table on the print.
request-way-provider = The provider's own will

## Life of a request

# In place of the title of a form, and heading: a request that began before there was a node.
request-register-title = From the old register; no draft of it is here

# Something that happened to a request, in its history.
request-register-event = Carried over from the old register

# Label of a field of a request of an old register.
request-register-deadline = Answer asked for by

# Label of a field of a request of an old register.
request-register-notes = Notes of the register

# Where a request stands.
request-stage-drafted = Draft

# Where a request stands.
request-stage-reviewed = Reviewed

# Where a request stands.
request-stage-approved = Approved

# Where a request stands.
request-stage-issued = Issued

# Where a request stands.
request-stage-advance-copy-sent = Advance copy sent

# Where a request stands.
request-stage-original-dispatched = Original dispatched

# Where a request stands.
request-stage-advance-copy-received = Advance copy received

# Where a request stands.
request-stage-original-received = Original received

# Where a request stands.
request-stage-acknowledged = Receipt acknowledged

# Where a request stands.
request-stage-questioned = Question open

# Where a request stands.
request-stage-answered = Question answered

# Where a request stands.
request-stage-accepted = Accepted

# Where a request stands.
request-stage-assigned = Assigned

# Where a request stands.
request-stage-executed-in-part = Executed in part

# Where a request stands.
request-stage-executed = Executed

# Where a request stands.
request-stage-postponed = Postponed

# Where a request stands.
request-stage-refused = Refused

# Where a request stands.
request-stage-withdrawn = Withdrawn

# Where a request stands.
request-stage-closed = Closed

# Something that happened to a request, in its history.
request-event-drafted = Draft begun

# Something that happened to a request, in its history.
request-event-revised = New version written

# Something that happened to a request, in its history.
request-event-reviewed = Reviewed

# Something that happened to a request, in its history.
request-event-sent-back = Sent back for revision

# Something that happened to a request, in its history.
request-event-endorsed = Step of the approval chain taken

# Something that happened to a request, in its history.
request-event-approved = Approved

# Something that happened to a request, in its history.
request-event-issued = Issued

# Something that happened to a request, in its history.
request-event-advance-copy-sent = Advance copy sent

# Something that happened to a request, in its history.
request-event-advance-copy-received = Advance copy received

# Something that happened to a request, in its history.
request-event-original-dispatched = Original dispatched

# Something that happened to a request, in its history.
request-event-original-received = Original received

# Something that happened to a request, in its history.
request-event-original-scanned = Signed original scanned

# Something that happened to a request, in its history.
request-event-signature-kept = National electronic signature kept, not checked by this program

# Something that happened to a request, in its history.
request-event-acknowledged = Receipt acknowledged

# Something that happened to a request, in its history.
request-event-questioned = Question asked

# Something that happened to a request, in its history.
request-event-answered = Question answered

# Something that happened to a request, in its history.
request-event-accepted = Accepted

# Something that happened to a request, in its history.
request-event-assigned = Assigned to an office

# Something that happened to a request, in its history.
request-event-called-back = Called back

# Something that happened to a request, in its history.
request-event-cost-noted = Cost noted

# Something that happened to a request, in its history.
request-event-executed-in-part = Executed in part

# Something that happened to a request, in its history.
request-event-executed = Executed

# Something that happened to a request, in its history.
request-event-postponed = Postponed

# Something that happened to a request, in its history.
request-event-resumed = Taken up again

# Something that happened to a request, in its history.
request-event-refused = Refused

# Something that happened to a request, in its history.
request-event-withdrawn = Withdrawn

# Something that happened to a request, in its history.
request-event-status-asked = Status asked

# Something that happened to a request, in its history.
request-event-status-given = Status given

# Something that happened to a request, in its history.
request-event-ticket-given = Preservation ticket given

# Something that happened to a request, in its history.
request-event-ticket-renewed = Preservation renewed

# Something that happened to a request, in its history.
request-event-evidence-returned = Evidence returned

# Something that happened to a request, in its history.
request-event-closed = Closed

# Who bears a cost of a request.
request-borne-by-requesting = The requesting State

# Who bears a cost of a request.
request-borne-by-requested = The requested State

# Who bears a cost of a request.
request-borne-by-open = Not agreed yet

# What a request waits for.
request-clock-reply-ours = Our answer

# What a request waits for.
request-clock-reply-theirs = The answer of the other side

# What a request waits for. $about is the name of a question or the number of a ticket.
request-clock-ticket-ours = To ask for renewal of ticket { $about }, under which the other side keeps the data

# What a request waits for. $about is the name of a question or the number of a ticket.
request-clock-ticket-theirs = Ticket { $about }, under which data is kept for the other side, until it asks for renewal

# What a request waits for. $about is the name of a question or the number of a ticket.
request-clock-follow-up-ours = To ask for the data that is kept under ticket { $about }

# What a request waits for. $about is the name of a question or the number of a ticket.
request-clock-question-ours = Our answer to question { $about }

# What a request waits for. $about is the name of a question or the number of a ticket.
request-clock-question-theirs = Their answer to question { $about }

# What a request waits for.
request-clock-status-ours = Our word on how the request stands

# What a request waits for.
request-clock-status-theirs = Their word on how the request stands

# What a request waits for.
request-clock-acknowledge-ours = To acknowledge the request

# What a request waits for.
request-clock-call-back-ours = EMERGENCY: to call back whoever asks, before data leaves

# What a request waits for.
request-clock-original-ours = To send the signed and sealed original

# What a request waits for.
request-clock-original-theirs = The signed and sealed original, which is to come

# What a request waits for.
request-clock-resume-ours = To take up again what was put off

# What a request waits for.
request-clock-resume-theirs = The other side, which put the request off

# What a request waits for.
request-clock-remind-ours = To remind the other side, which has said nothing

# Beside what a request waits for: how urgent it is. $act_by is the last working day on which it can be acted on in time, $due the last
# day, $since the day since when it waits.
request-clock-overdue = overdue since { $due }

# Beside what a request waits for: how urgent it is. $act_by is the last working day on which it can be acted on in time, $due the last
# day, $since the day since when it waits.
request-clock-now = by { $act_by }; the last day is { $due }

# Beside what a request waits for: how urgent it is. $act_by is the last working day on which it can be acted on in time, $due the last
# day, $since the day since when it waits.
request-clock-runs = by { $act_by }; the last day is { $due }

# Beside what a request waits for: how urgent it is. $act_by is the last working day on which it can be acted on in time, $due the last
# day, $since the day since when it waits.
request-clock-waits = waiting since { $since }
## Statistics, on the screen and on paper

# Title of a sheet with figures.
request-statistics = Statistics of requests

# Sentence above the figures.
request-statistics-about = Only requests of cases that whoever asked may read are counted, each in the period in which it was issued or came in. Another officer may have other figures.

# Sentence above the figures.
request-statistics-days = Days run from the first draft up to the issue, and from the issue or the receipt after it. A request that was refused on several grounds is counted under each of them.

# Heading of a table.
request-statistics-counts = Requests

# Heading of a table.
request-statistics-times = Time to each stage

# Heading of a table.
request-statistics-refusals = Grounds for refusal

# In place of a table that has no rows.
request-statistics-none = None in this period.

# Heading of a column.
request-statistics-direction = Direction

# Heading of a column.
request-statistics-measure = Measure

# Heading of a column, and label of a field above the figures: how many.
request-statistics-requests = Requests

# Heading of a column: how many were carried over from the register that the office kept before.
request-statistics-carried-over = From the old register

# Heading of a column.
request-statistics-pending = Pending

# Heading of a column.
request-statistics-stage = Stage

# Heading of a column.
request-statistics-reached = Reached it

# Heading of a column.
request-statistics-median = Median, in days

# Heading of a column.
request-statistics-longest = Longest, in days

# Heading of a column.
request-statistics-ground = Ground

# Heading of a column.
request-statistics-refused = Refused

# In the column of directions: this office asked.
request-statistics-sent = Sent

# In the column of directions: this office was asked.
request-statistics-received = Received

# In the column of grounds: the refusal names neither a ground nor a provision.
request-statistics-no-ground = None named

# Label of a field above the figures.
request-statistics-since = From the day

# Label of a field above the figures.
request-statistics-until = To the day

# Label of a field above the figures.
request-statistics-on = As of

# Label of a field above the figures: how many cases were looked through.
request-statistics-cases = Cases counted
