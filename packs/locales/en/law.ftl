# Messages of the law engine. Sentences about treaties say only what the pack knows; keep the hedges in translation.

# Shown when a file of the law pack is absent. $file is a file name.
law-pack-file-missing = The law pack has no file { $file }.
    .do = Put the file back, or take the whole pack again from where you got it.

# Shown when a file of the law pack is over a limit. $what names what is too large.
law-pack-too-large = { $file }: { $what } is over the limit of { $most }.
    .do = Shorten it: notes are a few sentences, and treaty texts do not belong in the pack.

# Shown when a file of the law pack is not valid TOML. $cause comes from the reader, in English.
law-pack-syntax = { $file }, line { $line }: { $cause }
    .do = Mend the line. Texts stand between quotation marks, and each field on its own line.

# Shown when the first table of a file of the law pack is wrong, or a table is unknown. $cause is in English.
law-pack-meta = { $file }: { $cause }
    .do = Compare the head of the file with the README of the law pack.

# Shown when a row of the law pack lacks a field or has a wrong one. $cause comes from the reader, in English.
law-pack-row = { $file }, line { $line }, { $table } { $row }: { $cause }
    .do = Mend the field. The README of the law pack lists the fields of each table.

# Shown when a row names something that is nowhere in the pack. $kind says what it should be, in English.
law-pack-dangling = { $file }, { $table } { $row }: { $field } names { $value }, which is no { $kind } of the pack.
    .do = Correct the name, or add the row that it names.

# Shown when two rows of a table have one name.
law-pack-row-twice = { $file }: { $table } { $row } is there twice.
    .do = Keep the better row and delete the other.

# Shown when a fact is called verified although no document was seen.
law-pack-verified-from-recall = { $file }, { $table } { $row }: { $field } says verified, but no document was seen.
    .do = Write unverified, or add the document to sources.toml and name it as the source.

# Shown when a confidence is neither of the two words that are allowed.
law-pack-confidence-unknown = { $file }, { $table } { $row }: { $field } is { $value }.
    .do = Write verified or unverified; there is no third value.

# Shown when a focus State has no row for a treaty.
law-pack-party-missing = parties.toml says nothing of { $state } and { $instrument }.
    .do = Add a row, with the status unknown if nobody has looked it up.

# Shown when two fields of a row cannot both be right. $cause is in English.
law-pack-contradiction = { $file }, { $table } { $row }: { $cause }
    .do = Look at the source again and correct the field that is wrong.

# Shown when a text of the pack looks like private data. $what says what it looks like, in English.
law-pack-private = { $file }, line { $line }: { $what } has no place in the pack.
    .do = Delete it. Contact points belong in the office's own directory.

# Shown when a question names a State of which the pack knows nothing.
law-state-unknown = The law pack knows nothing of { $state }.
    .do = Check the two-letter code, or have a jurist add the State to the pack.

# Shown when the requesting and the requested State are the same.
law-same-state = { $state } cannot ask itself for assistance.
    .do = Name another requested State.

# Shown when a question names a kind of help that the pack does not have.
law-measure-unknown = The law pack has no measure { $id }.
    .do = comity law measures lists them.

# Shown when a question names a category of offences, or an offence, that the pack does not have.
law-category-unknown = The law pack has no offence or category { $id } for the requesting State.
    .do = comity law categories lists them.

# Shown when a question names an instrument that the pack does not have.
law-instrument-unknown = The law pack has no instrument { $id }.
    .do = comity law instruments lists them.

# Shown when a comparison names no State, or too many.
law-states-count = A comparison takes 1 to { $most } States.
    .do = Name each State by its two-letter code: --state TJ --state KZ.

# Shown when a question names more offences than one request can bear.
law-too-many-offences = A question may name { $most } offences at most.
    .do = Split the request.

## Reasons: why an answer about law is what it is. Shown beside an instrument, a State, an authority or a network.

# Reason, shown beside an answer about law.
law-reason-in-force = The instrument was in force on that day.

# Reason, shown beside an answer about law.
law-reason-enters-later = The instrument entered into force after that day.

# Reason, shown beside an answer about law.
law-reason-not-in-force-as-known = The instrument is not in force, as far as the source shows.

# Reason, shown beside an answer about law.
law-reason-in-force-by = The instrument was in force by a day that is known; the exact day is not.

# Reason, shown beside an answer about law.
law-reason-in-force-seen-undated = A source says that the instrument is in force, but gives no date.

# Reason, shown beside an answer about law.
law-reason-entry-date-approximate = Only the month or year of entry into force is known, and the day lies in it.

# Reason, shown beside an answer about law.
law-reason-entry-date-unknown = The date of entry into force was not seen.

# Reason, shown beside an answer about law.
law-reason-not-adopted-yet = The instrument had not been adopted yet.

# Reason, shown beside an answer about law.
law-reason-party-since = The State was a party on that day.

# Reason, shown beside an answer about law.
law-reason-party-date-unknown = The State is a party; the day on which it became one was not seen.

# Reason, shown beside an answer about law.
law-reason-consent-later = The instrument was not in force for the State yet.

# Reason, shown beside an answer about law.
law-reason-consent-recent = The State consented shortly before; whether the instrument was in force for it yet is not known.

# Reason, shown beside an answer about law.
law-reason-consent-approximate = Only the month or year of the State's consent is known, and the day lies in it.

# Reason, shown beside an answer about law.
law-reason-party-seen-later = The source that calls the State a party is younger than that day.

# Reason, shown beside an answer about law.
law-reason-signed-only = The State signed; that it is bound was not seen.

# Reason, shown beside an answer about law.
law-reason-not-party = The State is no party, as far as the source shows.

# Reason, shown beside an answer about law.
law-reason-standing-unknown = Whether the State is a party was not found.

# Reason, shown beside an answer about law.
law-reason-standing-not-looked-up = Nobody has looked up whether the State is a party.

# Reason, shown beside an answer about law.
law-reason-declaration-made = The State made a declaration or reservation, which must be read.

# Reason, shown beside an answer about law.
law-reason-replaced = Another instrument in force between the two States takes its place.

# Reason, shown beside an answer about law.
law-reason-maybe-replaced = Another instrument may take its place; that is not sure.

# Reason, shown beside an answer about law.
law-reason-articles-provide = It has articles on this measure.

# Reason, shown beside an answer about law.
law-reason-general-clause-carries = Its general duty to assist covers this measure.

# Reason, shown beside an answer about law.
law-reason-general-clause-may-be-asked = It does not oblige to this measure; its general clause lets it be asked for.

# Reason, shown beside an answer about law.
law-reason-topic-not-checked = Nobody has checked whether it provides for this measure.

# Reason, shown beside an answer about law.
law-reason-text-not-read = The text of this treaty has not been read.

# Reason, shown beside an answer about law.
law-reason-not-provided-as-known = It does not provide for this measure, as far as known.

# Reason, shown beside an answer about law.
law-reason-any-offence = It is open to any criminal matter.

# Reason, shown beside an answer about law.
law-reason-listed-offence = It names this offence.

# Reason, shown beside an answer about law.
law-reason-threshold-met = The highest penalty of the offence reaches its threshold.

# Reason, shown beside an answer about law.
law-reason-threshold-met-if-aggravated = Only an aggravated form, or another offence of the category, reaches its threshold.

# Reason, shown beside an answer about law.
law-reason-threshold-not-met = The highest penalty of the offence is below its threshold: do not cite it for this offence.

# Reason, shown beside an answer about law.
law-reason-penalty-unknown = The highest penalty of the offence was not seen.

# Reason, shown beside an answer about law.
law-reason-offence-not-listed = It does not name this offence.

# Reason, shown beside an answer about law.
law-reason-scope-not-sorted = Which offences open it has not been sorted.

# Reason, shown beside an answer about law.
law-reason-no-offence-named = No offence was named, so it cannot be said whether it is open.

# Reason, shown beside an answer about law.
law-reason-scope-needs-person = It asks for more than the offence: read its scope and compare it with the facts.

# Reason, shown beside an answer about law.
law-reason-dual-elements-match = Both provisions are criminal, and the requested State's asks for nothing that yours does not.

# Reason, shown beside an answer about law.
law-reason-dual-elements-not-examined = Both provisions are criminal; what the requested State's asks for beyond the plain conduct nobody has examined. Read both texts.

# Reason, shown beside an answer about law.
law-reason-dual-facts-must-show = The requested State's provision asks for more than yours: the facts must show it.

# Reason, shown beside an answer about law.
law-reason-dual-administrative-there = In the requested State it is an administrative offence, which seldom suffices.

# Reason, shown beside an answer about law.
law-reason-dual-administrative-here = In the requesting State itself it is an administrative offence.

# Reason, shown beside an answer about law.
law-reason-dual-not-seen-there = The pack has no provision of the requested State for it; that does not say that there is none.

# Reason, shown beside an answer about law.
law-reason-dual-not-seen-here = The pack has no provision of the requesting State for it; that does not say that there is none.

# Reason, shown beside an answer about law.
law-reason-instrument-obliges = An instrument in force obliges the requested State.

# Reason, shown beside an answer about law.
law-reason-no-instrument-obliges = No instrument obliges the requested State, as far as known.

# Reason, shown beside an answer about law.
law-reason-no-instrument-known-to-oblige = No instrument is known to oblige the requested State; some between the two are not read or not sure.

# Reason, shown beside an answer about law.
law-reason-reciprocity-open = The requested State can help on reciprocity.

# Reason, shown beside an answer about law.
law-reason-treaty-needed = The law of the requested State wants a treaty.

# Reason, shown beside an answer about law.
law-reason-reciprocity-unknown = Whether the requested State helps without a treaty was not found.

# Reason, shown beside an answer about law.
law-reason-domestic-provision = The requested State's own law has a provision for this measure.

# Reason, shown beside an answer about law.
law-reason-network-of-both = Both States belong to this network.

# Reason, shown beside an answer about law.
law-reason-network-membership-not-seen = That both States belong to this network was not seen.

# Reason, shown beside an answer about law.
law-reason-network-not-of-both = One of the two States does not belong to this network.

# Reason, shown beside an answer about law.
law-reason-police-information-only = It passes police information, which is no evidence.

# Reason, shown beside an answer about law.
law-reason-intelligence-only = It passes intelligence, which is evidence only with consent.

# Reason, shown beside an answer about law.
law-reason-provider-voluntary = The provider may act of its own will; nothing obliges it.

# Reason, shown beside an answer about law.
law-reason-named-for-instrument = This authority is named for the instrument.

# Reason, shown beside an answer about law.
law-reason-not-named-for-instrument = This is a central authority or channel, but it was not seen named for the instrument.

# Reason, shown beside an answer about law.
law-reason-addressee-unknown = The authority to address was not found; ask before sending.

# Reason, shown beside an answer about law.
law-reason-language-unknown = The language in which the requested State takes requests was not found.

# Reason, shown beside an answer about law.
law-reason-seizable-unknown = Whether the requested State's law lets virtual assets be seized was not found.

# Reason, shown beside an answer about law.
law-reason-row-unverified = The fact is not verified.

## Words of the answers

# Beside each legal fact: how sure it is.
law-confidence-verified = Verified in the source

# Beside each legal fact: how sure it is.
law-confidence-unverified = Not verified

# Whether an instrument binds, or an offence opens it.
law-binds-yes = Yes

# Whether an instrument binds, or an offence opens it.
law-binds-unclear = Not clear

# Whether an instrument binds, or an offence opens it.
law-binds-no = No

# How much a content is asked for.
law-strength-required = Required

# How much a content is asked for.
law-strength-required-in-practice = Expected in practice

# How much a content is asked for.
law-strength-optional = Optional

# Whether the articles apply between the two States.
law-standing-applies = Applies

# Whether the articles apply between the two States.
law-standing-may-yield = May yield to another treaty

# Whether the articles apply between the two States.
law-standing-yields = Yields to another treaty; applies only if both States agree

# A way that remains beside a treaty.
law-way-general-clause = Ask under a general clause

# A way that remains beside a treaty.
law-way-reciprocity = Offer reciprocity

# A way that remains beside a treaty.
law-way-domestic-provision = Point to the requested State's own law

# A way that remains beside a treaty.
law-way-contact-points = 24/7 contact points

# A way that remains beside a treaty.
law-way-police = Police channel

# A way that remains beside a treaty.
law-way-financial-intelligence = FIU to FIU

# A way that remains beside a treaty.
law-way-asset-recovery = Asset-recovery network

# A way that remains beside a treaty.
law-way-other-network = Another network

# A way that remains beside a treaty.
law-way-provider = Ask the provider itself

# The kind of liability for an offence.
law-liability-criminal = Criminal

# The kind of liability for an offence.
law-liability-administrative = Administrative

# The part of a row of the law pack on which a fact rests.
law-aspect-row = The row

# The part of a row of the law pack on which a fact rests.
law-aspect-articles = Articles

# The part of a row of the law pack on which a fact rests.
law-aspect-replacement = Replacement

# The part of a row of the law pack on which a fact rests.
law-aspect-entry-into-force = Entry into force

# The part of a row of the law pack on which a fact rests.
law-aspect-mla-basis = Need of a treaty

# The part of a row of the law pack on which a fact rests.
law-aspect-request-language = Language of requests

# The part of a row of the law pack on which a fact rests.
law-aspect-penalty = Penalty

# The part of a row of the law pack on which a fact rests.
law-aspect-uncyber-articles = Articles of the UN Convention against Cybercrime

# The part of a row of the law pack on which a fact rests.
law-aspect-seizable = Seizure of virtual assets

# Note on every print of an answer about law.
law-not-advice = A drafting aid, not legal advice. Check each fact against its source.

# An element that an offence adds to the plain conduct.
law-element-substantial-harm = Substantial harm

# An element that an offence adds to the plain conduct.
law-element-security-measure = A security measure is overcome

# An element that an offence adds to the plain conduct.
law-element-dishonest-intent = Dishonest intent

# An element that an offence adds to the plain conduct.
law-element-harmful-result = A harmful result: destruction, blocking, change, copying

# An element that an offence adds to the plain conduct.
law-element-non-public-communication = The communication is not public

# An element that an offence adds to the plain conduct.
law-element-alteration-only = Only alteration counts

# Whether a measure is coercive.
law-coercion-yes = The measure is coercive.

# Whether a measure is coercive.
law-coercion-no = The measure is not coercive.

# Whether a measure is coercive.
law-coercion-by-law = Whether the measure is coercive, the requested State's law says.

# What the pack has seen of a State's law on one thing.
law-finding-provided = There is a provision

# What the pack has seen of a State's law on one thing.
law-finding-narrower = There is a provision, but it asks for more than the plain conduct

# What the pack has seen of a State's law on one thing.
law-finding-administrative = Administrative offence only

# What the pack has seen of a State's law on one thing.
law-finding-recalled = Said to be there; nobody has seen the text

# What the pack has seen of a State's law on one thing.
law-finding-not-seen = Not seen

# What the pack has seen of a State's law on one thing.
law-finding-not-looked-for = Nobody has looked

# In the place of a number of years: the penalty was not found.
law-penalty-not-seen = Not seen

# In the place of a number of years: no imprisonment is provided for.
law-penalty-none = No imprisonment

# In the place of the date of a source.
law-date-unknown = Date unknown

# A State's standing towards a treaty.
law-standing-of-party = Party

# A State's standing towards a treaty.
law-standing-of-signatory = Signed only

# A State's standing towards a treaty.
law-standing-of-none = Not a party, as of the date of the source

# A State's standing towards a treaty.
law-standing-of-unknown = Not found

# Title of a page and of a printed table.
law-sheet-compare = Offences of several States side by side

# Title of a page and of a printed table.
law-sheet-gaps = What a State's law lacks against an instrument

# Title of a page and of a printed table.
law-sheet-work-list = Facts to verify between two States

# Heading above the sentences that say how to read a table.
law-sheet-reading = How to read this

# Sentence above tables about the law of States.
law-sheet-not-seen = Not seen says that the law pack holds no such provision. It does not say that the law has none.

# Heading and caption of a table.
law-sheet-offences = Offences that the instrument names

# In the place of a table.
law-sheet-offences-none = The law pack ties no kind of offence to this instrument.

# Heading and caption of a table.
law-sheet-powers = Powers that the instrument asks for

# In the place of a table.
law-sheet-powers-none = The law pack ties no measure to this instrument.

# Sentence above the list of facts to verify.
law-sheet-work-list-about = Every fact that an answer between the two States rests on and that is not sure; those on which most rests come first. Look up the text, note what it says and where you found it, and have the pack changed.

# In the place of the list of facts to verify.
law-sheet-work-list-none = Nothing is left to verify.

# Heading of a column.
law-column-state = State

# Heading of a column.
law-column-offence = Offence

# Heading of a column.
law-column-provision = Provision

# Heading of a column.
law-column-years = Highest penalty, years

# Heading of a column.
law-column-years-aggravated = Aggravated form, years

# Heading of a column.
law-column-elements = Adds to the plain conduct

# Heading of a column.
law-column-source = Source

# Heading of a column.
law-column-articles = Articles of the instrument

# Heading of a column.
law-column-finding = In the State's law

# Heading of a column.
law-column-threshold = Threshold of serious crime

# Heading of a column.
law-column-power = Power

# Heading of a column.
law-column-law = Law and provisions

# Heading of a column.
law-column-number = No.

# Heading of a column.
law-column-fact = Row of the pack

# Heading of a column.
law-column-uncertain = What is not sure

# Heading of a column.
law-column-needed-for = Needed for

# Heading of a column.
law-column-source-now = Rests on now

# Heading of an empty column, to be filled in by hand.
law-column-checked = Found, where, by whom

# Label of a field above a table.
law-field-states = States

# Label of a field above a table.
law-field-state = State

# Label of a field above a table.
law-field-instrument = Instrument

# Label of a field above a table.
law-field-standing = Standing of the State

# Label of a field above a table: the least highest penalty of a serious crime.
law-field-threshold = Serious crime from, years

# Label of a field above a table.
law-field-from = Requesting State

# Label of a field above a table.
law-field-to = Requested State

# Label of a field above a table.
law-field-on = On the day

# Label of a field above a table.
law-field-pack = Law pack

# Label of a field above a table.
law-field-compiled = Compiled on

# Heading of a column: how many measures rest on the fact.
law-column-measures = Measures
