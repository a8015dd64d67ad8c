### The words of printed documents: requests, acknowledgements, custody records. Terms as in the glossary.
### Whole sentences, so that each language can order its words; values come in already written for the language.

## Marks that stand on every page.

# A mark in large letters on every page of an exercise. It must not be taken for a real request.
document-exercise = EXERCISE
# A mark in large letters on every page of a draft.
document-draft = DRAFT
# Stands below the letter head of the copy that is sent ahead of the signed and sealed paper.
document-advance-copy = Advance copy. The signed and sealed original follows.
# Stands below the letter head of a print that was made to be read, by the receiving office or in a language that nobody approved.
document-reading-copy = Reading copy, printed from the machine-readable content. Only the signed original counts.
# Stands below the letter head of a request that asks for precedence.
document-urgent = URGENT REQUEST

## Letter head, addressee, references.

# Label before the authority that is written to.
document-to = To
# Label before an authority that passes the document on, such as a ministry.
document-through = Through
# Label before the one line that says what the document is about.
document-subject = Subject
# Label before a day: of the document, and below a signature.
document-date = Date
# Label before the sender's own reference number.
document-our-reference = Our reference
# Label before the reference number of the other side.
document-your-reference = Your reference
# Label before the number of the criminal case or proceeding.
document-case-number = Case number
# Label before the number under which an office's register has the document.
document-register-number = Register number
# Label before the number that a receiving office gives to a request when it confirms receipt.
document-ticket = Ticket
# Label before the day on which a measure or ticket lapses.
document-valid-until = Valid until
# Label before the day by which an answer is asked for.
document-reply-by = Reply asked for by
# Label before the moment at which something was received.
document-received-at = Received

## Titles.

# Title of a request for legal assistance.
document-title-request = Request for legal assistance
# Title of a request to preserve computer data before the full request.
document-title-preservation = Request for the expedited preservation of computer data
# Title of the paper that confirms receipt of a request.
document-title-acknowledgement = Acknowledgement of receipt
# Title of the record of who had an exhibit, and when.
document-title-custody = Custody record

## Headings of the parts.

# Heading of the part that names who conducts the investigation.
document-section-authority = Authority conducting the proceeding
# Heading of the table of treaties and articles that the request stands on.
document-section-basis = Legal basis
# Heading of the summary of facts.
document-section-facts = Summary of facts
# Heading of the part with offences and penalties.
document-section-offences = Offences and penalties
# Heading of the part about persons.
document-section-persons = Persons concerned
# Heading of the part that says what is asked for.
document-section-items = Assistance sought
# Heading of the part that says what the evidence is for.
document-section-purpose = Purpose of the request
# Heading of the part about secrecy.
document-section-confidentiality = Confidentiality
# Heading of the part about a particular procedure that is wished.
document-section-procedure = Procedure to be followed
# Heading of the part with a deadline and its reason.
document-section-deadline = Time limit and its reason
# Heading of the part with promises of the requesting state.
document-section-assurances = Assurances
# Heading of the part that follows the money; a drawing and a table.
document-section-tracing = Tracing of virtual assets
# Heading of the list of attached files.
document-annexes = Annexes

## Columns and labels.

# Column: the treaty or law.
document-basis-instrument = Instrument
# Column: the articles of the treaty or law.
document-basis-articles = Articles
# Column: what the articles provide.
document-basis-provides = What it provides
# Column, in drafts only: whether a jurist has confirmed the row.
document-basis-standing = Confirmed by a jurist
# In drafts only, in the column about confirmation: a jurist has confirmed the row.
document-basis-confirmed = Confirmed
# In drafts only: nobody has confirmed the row. $source is the source of the fact, $date its date, $confidence how sure the law pack is.
document-basis-unconfirmed = NOT CONFIRMED. Source: { $source }, { $date }; confidence: { $confidence }.
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-verified = verified
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-unverified = unverified
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-disputed = disputed
# How sure the law pack is of a fact; stands after *confidence*.
document-confidence-unknown = unknown
# Stands where the date of a source is not known.
document-date-unknown = date unknown
# Whole sentence in the part about legal basis when no treaty obliges the other state. Nothing may sound like an obligation.
document-basis-none = No international treaty known to the requesting authority obliges the requested state to give this assistance. It is asked for on the basis of reciprocity and of the law of the requested state.
# Promise of the requesting state, a whole sentence.
document-assurance-reciprocity = The requesting state will give comparable assistance on a comparable request.
# Promise of the requesting state, a whole sentence. $reference is the number of the request.
document-assurance-use = What is given will be used only for the proceeding named in request { $reference }, unless the requested state agrees to another use.
# Sentence of an acknowledgement. $reference is the number of the request, $moment when it was received.
document-received = Request { $reference } was received on { $moment }. This paper confirms receipt only; it is not a decision on the request.
# Column or label: a number in a list.
document-annex-number = No.
# Column: what an annex is.
document-annex-title = Annex
# Column: the length of a file in bytes.
document-annex-length = Bytes
# Column: the SHA-256 value of a file.
document-annex-hash = SHA-256 hash value
# A span of days, both included. $from and $to are dates.
document-period = { $from } to { $to }
# Label before the full name of a person.
document-full-name = Full name
# Label before the day of birth of a person.
document-born = Date of birth
# Label before the citizenship of a person.
document-citizenship = Citizenship
# Label before the part that a person has in the proceeding, such as suspect or victim.
document-standing = Status in the proceeding
# A value of the status of a person.
document-standing-suspect = suspect
# A value of the status of a person.
document-standing-victim = victim
# A value of the status of a person.
document-standing-witness = witness
# A value of the status of a person who is not yet known by name.
document-standing-unknown = not identified
# Label before where a person lives.
document-residence = Residence
# Label before the number of a passport or identity card.
document-identity-document = Identity document
# Label before a crypto address.
document-address = Crypto address
# Label before the name of a ledger.
document-ledger = Blockchain
# Label before a transaction on a ledger.
document-transaction = Transaction
# Label before an amount.
document-amount = Amount
# Label before a time span.
document-period-label = Period
# Label before a service provider that holds the data.
document-provider = Service provider
# Label before a moment.
document-moment = Time
# Label before what something is.
document-description = Description
# Label before the item that a row is about.
document-item = Item
# Label before the language in which an answer is asked for.
document-reply-language = Language of the reply
# Label before an exhibit.
document-exhibit = Exhibit
# Column of a custody record: who gave the exhibit.
document-given-by = Given by
# Column of a custody record: who took the exhibit.
document-taken-by = Taken by
# Column of a custody record: why the exhibit changed hands.
document-reason = Reason
# Caption of the table of a custody record.
document-custody-table = Movements of the exhibit
# A column: what was done with an exhibit.
document-custody-act = Act
# What was done with an exhibit.
document-custody-collected = Collected
# What was done with an exhibit.
document-custody-received = Received
# What was done with an exhibit.
document-custody-handed-over = Handed over
# What was done with an exhibit.
document-custody-copied = Copied
# What was done with an exhibit.
document-custody-examined = Examined
# What was done with an exhibit.
document-custody-sealed = Sealed
# What was done with an exhibit.
document-custody-opened = Opened
# What was done with an exhibit.
document-custody-returned = Returned
# What was done with an exhibit.
document-custody-destroyed = Destroyed
# Heading of a custody record: each act with all that was recorded of it.
document-custody-details = The acts one by one
# Name of a field of a custody record: the number of the working copy that an act concerns.
document-custody-copy = Working copy No.
# Name of a field of a custody record: the number of the working copy that was made.
document-custody-copy-made = Working copy made, No.
# Name of a field of a custody record: who else was present.
document-custody-present = Also present
# Name of a field of a custody record: the warrant, consent, request or order.
document-custody-authority = Legal ground
# Name of a field of a custody record: numbers of the seals that were on it before the act.
document-custody-seals-before = Seals found
# Name of a field of a custody record: numbers of the seals that were on it after the act.
document-custody-seals-after = Seals left
# Name of a field of a custody record: in what state the exhibit was.
document-custody-condition = Condition
# Name of a field of a custody record: program or instrument, version, settings.
document-custody-tool = Tool used
# Name of a field of a custody record: the hash value before the act.
document-custody-before = SHA-256 before the act
# Name of a field of a custody record: the hash value after the act.
document-custody-after = SHA-256 after the act
# Name of a field of a custody record: a change that could not be avoided, and why.
document-custody-change = Unavoidable change and its reason
# How an exhibit travelled, and in what.
document-custody-transport = Transport
# Where an exhibit is kept, and how.
document-custody-storage = Kept at
# Who signed an act of custody as the second person, and when.
document-custody-confirmed = Confirmed by a second signature
# Name of a field of a custody record: who holds the exhibit now.
document-custody-holder = Held now by
# Stands where nobody holds the exhibit: it was returned or destroyed.
document-custody-ended = nobody: custody has ended
# Name of a field: the title of the case.
document-case-title = Case
# Name of a field: the identifier of the case in the record.
document-case-identifier = Identifier of the case
# Name of a field: the identifier of an entry in the record.
document-entry = Entry
# Name of a field: when something was written down in the record.
document-recorded-at = Recorded
# Name of a field: when an act was written down that had taken place before others which were written down earlier.
document-recorded-late = Recorded late
# The exhibit itself, as against its working copies.
document-custody-original = Original
# A working copy. $number is its number.
document-custody-on-copy = Working copy No. { $number }
# A name and its value on one line. Both are filled in.
document-labelled = { $label }: { $value }
# Name of a hash value: of the one file of an exhibit.
document-hash-file = SHA-256 of the file
# Name of a hash value: of the list of all files of an exhibit with their hash values.
document-hash-root = Root of the list of files (SHA-256)
# Name of a field: how many files an exhibit holds.
document-custody-file-count = Files
# Name of a field: how many bytes all files of an exhibit hold.
document-custody-bytes = Bytes in all
# Marks an act of custody that was withdrawn; its ground follows in some places.
document-custody-withdrawn = Withdrawn: does not count
# Name of a field: who withdrew an act, and when.
document-custody-withdrawn-by = Withdrawn by
# A ground on which an entry was withdrawn.
document-ground-mistaken = recorded by mistake
# A ground on which an entry was withdrawn: secrecy of counsel or the like.
document-ground-privileged = protected by privilege
# A ground on which an entry was withdrawn.
document-ground-wrong-case = belongs to another case
# Name of a field: who signed an act by hand, on paper.
document-custody-on-paper = Signed on paper by
# Name of a field: the officer who has seen the paper that was signed by hand, and when.
document-custody-paper-seen-by = Paper seen by
# Name of a field: the hash value of the scan of a paper that was signed by hand.
document-custody-paper = SHA-256 of the scanned paper
# Name of a field: what the person who confirms an act has to say about it.
document-custody-note = Remark
# Name of a value: who had the exhibit last.
document-custody-last-holder = Last holder
# Stands for an act whose content is kept from the paper because it was withdrawn as privileged or of another case.
document-content-withheld = Content withheld
# Stands for an act whose content was destroyed by order of two persons.
document-content-destroyed = Content destroyed
# Who made a thing.
document-item-make = Make
# What its maker calls a thing.
document-item-model = Model
# The number that the maker gave a thing.
document-item-serial = Serial number
# The number of a mobile device.
document-item-imei = IMEI
# How many bytes a disk or memory can hold.
document-item-capacity = Capacity, bytes
# Whether a device was running when it was found.
document-item-power = Power state when found
# By how many seconds the clock of a device was ahead.
document-item-clock-ahead = Clock ahead, seconds
# By how many seconds the clock of a device was behind.
document-item-clock-behind = Clock behind, seconds
# Name of a field of a custody record: a number of bytes.
document-custody-unread = Bytes of a failing device that could not be read (zeros in the copy)
# Heading of a custody record: the files were read again and compared with what came in.
document-custody-checks = Later checks of the files
# Column of a custody record: how many checks there were, one after the other, with the same result.
document-custody-check-count = Times
# Column of a custody record: the officers who had the files read again.
document-custody-checked-by = Checked by
# Column of a custody record: what came of the check.
document-custody-check-result = Result
# Result of a check: all files are what came in.
document-custody-check-unchanged = unchanged
# Result of a check; how many files or places follows as a number.
document-custody-check-changed = changed, damaged or missing
# Result of a check: not all could be read; how many files or places follows as a number.
document-custody-check-undecided = not decided
# Heading of a custody record: files of the exhibit that were written out, in the clear.
document-custody-given-out = Files given out
# Column of a custody record: the officer who had a file written out.
document-custody-given-out-by = Given out by
# Heading of a custody record: who saw a recovery phrase or key that was found in the exhibit.
document-custody-looks = Looks at secrets that were found in it
# Column of a custody record: a recovery phrase or key, named by a fingerprint.
document-custody-secret = Secret (fingerprint)
# Column of a custody record: the officer who saw a recovery phrase or key.
document-custody-seen-by = Seen by
# Column of a custody record: the officer who approved that another saw it.
document-custody-look-approved = Approved by
# Heading of a custody record: the node read files of the exhibit again by itself, and some were damaged.
document-custody-found = Damage found by the node
# What was found of a file when the node read it again.
document-custody-found-decayed = not as it was written: its bytes have changed
# What was found of a file when the node read it again.
document-custody-found-malformed = cut, or no file of the vault any more
# What was found of a file when the node read it again.
document-custody-found-unreadable = cannot be read from the disk
# What was found of a file when the node looked for it.
document-custody-found-missing = not in the vault any more
# What was found of a file when the node read it again, after it was not so.
document-custody-found-whole = whole again
# Heading of a custody record: packages with files of the exhibit that were written for somebody.
document-custody-packages = Packages written out
# Column of a custody record: for whom a package was written.
document-custody-packaged-for = For
# Column of a custody record: the officer who wrote a package.
document-custody-packaged-by = Written by
# Heading of a custody record: packages that offices of other nodes may fetch, or might.
document-custody-offers = Offers to other offices
# Column of a custody record: the office that may fetch a package.
document-custody-offered-to = May be fetched by
# Column of a custody record: the officer who offered a package to another office.
document-custody-offered-by = Offered by
# Column of a custody record: whether an offer holds, and how far it has come.
document-custody-offer-standing = State
# State of an offer to another office.
document-custody-offer-withdrawn = withdrawn
# State of an offer to another office: the agreement under which it was made is not in force.
document-custody-offer-ended = ended with the agreement
# State of an offer to another office: its message was not delivered yet.
document-custody-offer-waiting = not delivered yet
# State of an offer to another office: its message came there.
document-custody-offer-received = delivered
# State of an offer to another office: an officer there has opened it, and may have fetched the package.
document-custody-offer-opened = opened there; it may have been fetched
# State of an offer to another office: its node refused the message.
document-custody-offer-refused = refused
# Heading of a custody record: the intake was cut off, and gone on with.
document-custody-sessions = Sessions of the intake
# Column of a custody record: when a session of an intake began.
document-custody-session-began = Begun
# Column of a custody record: the files that a session found half copied; behind each the first byte that it read.
document-custody-session-went-on = Gone on with, from byte
# Heading of a custody record: what is missing in the chain.
document-custody-gaps = What is missing or contradictory
# Column of a custody record: what is missing or contradictory at an act.
document-custody-gap = Finding
# Sentence of a custody record.
document-custody-no-gaps = In what was recorded, no act is missing and none contradicts another.
# Heading and caption of a custody record: the files that the exhibit holds.
document-custody-files = Files of the exhibit
# Column of a custody record: name of a file with its folder.
document-custody-file = File
# Sentence of a custody record, above the list of annexes. $count is how many files are not printed.
document-custody-files-more = { $count } further files stand in the complete list, which is annexed and named below with its hash value.
# Caption of a table in a custody record: hash values that were asked for beside SHA-256.
document-custody-further = Further hash values of the files
# Column of a custody record: the name of a hash algorithm, such as MD5.
document-custody-algorithm = Algorithm
# Column of a custody record: a hash value that this program computed.
document-custody-computed = Computed hash value
# Heading and caption of a table in a custody record: what lies inside image files of disks, hashed apart from the files.
document-custody-media = Disk images: the media inside
# Column of a custody record: a hash value that the image file itself holds, from when it was made.
document-custody-stored = Hash value stored in the image
# Column of a custody record: how the computed hash value compares with the stored one.
document-custody-comparison = Comparison
# In that column: both are the same.
document-custody-media-same = Same
# In that column: they differ.
document-custody-media-different = Different
# In that column: the image file holds no such hash value.
document-custody-media-not-stored = None stored
# In that column: the image file could not be read to its end.
document-custody-media-unread = Not read to the end
# What is missing in a chain of custody.
document-gap-no-beginning = It is not recorded how the exhibit came into custody.
# What is missing in a chain of custody.
document-gap-hand-over = It is not recorded how the exhibit passed from its last holder to the person named here.
# What is missing in a chain of custody.
document-gap-person = The person who gave it or who took it is not named.
# What is wrong in a chain of custody.
document-gap-same-person = Giver and taker are the same person.
# What is wrong in a chain of custody.
document-gap-time = The act is earlier than the one before it.
# What is wrong in a chain of custody.
document-gap-seals = The seals found are not those that were left by the act before.
# What is wrong in a chain of custody.
document-gap-seals-in-act = The seals changed although nothing was sealed or opened.
# What is wrong in a chain of custody.
document-gap-digest = The hash value is not that of the act before.
# What is missing in a chain of custody.
document-gap-change = The content changed in the act, and the reason is not recorded.
# What is wrong in a chain of custody.
document-gap-after-end = The exhibit had been returned or destroyed before this act.
# What is wrong in a chain of custody.
document-gap-second-beginning = The exhibit came into custody a second time.
# A finding: a hand-over with one signature.
document-gap-signature = Only one of the two persons has signed the hand-over.
# What is missing in a chain of custody.
document-gap-authority = It is not recorded by whose order.
# What is missing in a chain of custody.
document-gap-copy = It is not recorded how this copy was made.
# What is wrong in a chain of custody.
document-gap-other-exhibit = The act is recorded for another exhibit.
# Caption of the table of transactions that a trace followed.
document-tracing-table = Transactions followed
# Caption below the drawing of a trace.
document-tracing-figure = Flow of the assets

## Signature and seal.

# Label before the line for a signature.
document-signature = Signature
# Label before the name of the person who signs.
document-name = Name
# Label before the office held by the person who signs.
document-position = Position
# Stands inside the circle for the seal. Russian practice has two letters there.
document-seal-place = Place of seal
# Above a place for signature: the authority that asks.
document-role-requesting = For the requesting authority
# Above a place for signature: the authority that was asked.
document-role-requested = For the requested authority
# Above a place for signature: the translator.
document-role-translator = Translator
# Above a place for signature: the officer who has an exhibit now.
document-role-custodian = Custody officer

## Papers that go with a request and come back for it: cover letter, certificate of execution, minutes.

# Title of the letter on top of a request that goes out on paper.
document-title-cover-letter = Cover letter
# Heading of the part of a cover letter that says what is enclosed.
document-section-enclosed = Enclosures
# Sentence of a cover letter. $reference is the number of the request, $date its day.
document-cover-enclosed = Enclosed is request { $reference } of { $date }. What is attached to it is listed below with its hash values.
# Sentence of a cover letter: the other side is asked to confirm receipt.
document-cover-acknowledge = Please confirm receipt to the sender and quote this reference.
# Label before the number of sheets of paper that are enclosed.
document-sheets = Sheets enclosed
# Title of the paper that says what was done on a request.
document-title-certificate = Certificate of execution
# Sentence of a certificate of execution. $reference is the number of the request.
document-certificate-whole = Request { $reference } was executed in full.
# Sentence of a certificate of execution when something was not done. $reference is the number of the request.
document-certificate-part = Request { $reference } was executed in part. What was not executed is named below with the reason.
# Heading of the part that says what was done: on a request, or in the course of an act.
document-section-executed = What was done
# Column of a certificate of execution: the act that was carried out.
document-executed-act = Act
# Column of a certificate of execution: the office or officer who carried out the act.
document-executed-by = Carried out by
# Column of a certificate of execution: what came of the act.
document-executed-outcome = Outcome
# Heading of the part of a certificate of execution that says what was not done.
document-section-not-executed = What was not executed
# Column of a certificate of execution: why a part of the request was not executed.
document-not-executed-reason = Reason
# Heading of the part about evidence that is handed over and may have to come back.
document-section-return = Return of evidence
# Caption of the table of evidence that is handed over.
document-handed-over = Evidence handed over
# Column: the day by which a piece of evidence must be given back.
document-return-by = To be returned by
# Stands in the column of the day of return where the other side may keep the evidence.
document-return-not-asked = return is not asked for
# Title of the minutes of an act such as a search or the taking of a statement.
document-title-minutes = Minutes
# Label before the place of an act.
document-place = Place
# Heading of the list of those who were there.
document-section-present = Persons present
# Column: in which part a person was there, such as specialist, interpreter or attesting witness.
document-present-part = Part
# Heading of the list of what was taken in the course of an act.
document-section-taken = What was taken
# Heading of the part with what those present had to say to the minutes.
document-section-objections = Remarks and objections
# Column: what a person present had to say to the minutes.
document-objection = Remark or objection
# Sentence of minutes to which nobody had anything to say.
document-objections-none = No remarks or objections were made.
# Sentence before the signatures of minutes.
document-minutes-read = All persons present have read these minutes, or had them read out to them, before signing.
# Above a place for signature: the official who keeps the minutes.
document-role-recorder = Official who kept the minutes
# Above a place for signature of minutes: a person who was there.
document-role-present = Present at the act

## The twin: the same content for machines, attached to the file.

# Small print at the end. $file is the name of the attached file, $sha256 its hash value.
document-twin-note = The content of this document travels inside the electronic file in machine-readable form: { $file }, SHA-256 { $sha256 }
# What a viewer shows beside the attached file.
document-twin-description = The content of this document in machine-readable form
# What a viewer shows beside the attached signature.
document-twin-signature = Signature over the machine-readable form

## States: the short names that stand in a letter head.

# The name of the state in its own documents, without article.
document-country-AF = Afghanistan
# The name of the state in its own documents, without article.
document-country-IR = Islamic Republic of Iran
# The name of the state in its own documents, without article.
document-country-KZ = Republic of Kazakhstan
# The name of the state in its own documents, without article.
document-country-KG = Kyrgyz Republic
# The name of the state in its own documents, without article.
document-country-PK = Islamic Republic of Pakistan
# The name of the state in its own documents, without article.
document-country-TJ = Republic of Tajikistan
# The name of the state in its own documents, without article.
document-country-UZ = Republic of Uzbekistan
# The name of the state in its own documents, without article.
document-country-AE = United Arab Emirates
# The name of the state in its own documents, without article.
document-country-AM = Republic of Armenia
# The name of the state in its own documents, without article.
document-country-AZ = Republic of Azerbaijan
# The name of the state in its own documents, without article.
document-country-BY = Republic of Belarus
# The name of the state in its own documents, without article.
document-country-CN = People's Republic of China
# The name of the state in its own documents, without article.
document-country-DE = Federal Republic of Germany
# The name of the state in its own documents, without article.
document-country-EE = Republic of Estonia
# The name of the state in its own documents, without article.
document-country-FR = French Republic
# The name of the state in its own documents, without article.
document-country-GB = United Kingdom of Great Britain and Northern Ireland
# The name of the state in its own documents, without article.
document-country-GE = Georgia
# The name of the state in its own documents, without article.
document-country-IN = Republic of India
# The name of the state in its own documents, without article.
document-country-NL = Kingdom of the Netherlands
# The name of the state in its own documents, without article.
document-country-RU = Russian Federation
# The name of the state in its own documents, without article.
document-country-SG = Republic of Singapore
# The name of the state in its own documents, without article.
document-country-TM = Turkmenistan
# The name of the state in its own documents, without article.
document-country-TR = Republic of Türkiye
# The name of the state in its own documents, without article.
document-country-US = United States of America

## Names of languages.

# The name of a language, as it stands after *Language of the reply*.
document-language-en = English
# The name of a language, as it stands after *Language of the reply*.
document-language-ru = Russian
# The name of a language, as it stands after *Language of the reply*.
document-language-fa = Persian
# The name of a language, as it stands after *Language of the reply*.
document-language-fa-AF = Dari
# The name of a language, as it stands after *Language of the reply*.
document-language-ps = Pashto
# The name of a language, as it stands after *Language of the reply*.
document-language-ur = Urdu
# The name of a language, as it stands after *Language of the reply*.
document-language-tg = Tajik
# The name of a language, as it stands after *Language of the reply*.
document-language-uz = Uzbek
# The name of a language, as it stands after *Language of the reply*.
document-language-kk = Kazakh
# The name of a language, as it stands after *Language of the reply*.
document-language-ky = Kyrgyz

## What can go wrong. The words shown are for officers, not for programmers.

# $count is how many languages were given.
document-languages-count = A document is printed in one language or in two different ones; { $count } were given.
    .do = Give one language, or two different ones such as en,fa.
# $count is how many rows of the legal basis are concerned.
document-basis-not-confirmed = The document cannot be issued: unconfirmed rows of its legal basis: { $count }.
    .do = Have a jurist confirm or overrule each of them, then issue again.
# $what is the part that is too large, $most the limit.
document-too-large = A part of the document is larger than allowed: { $what }, at most { $most }.
    .do = Attach what is large as a separate file and list it among the annexes.
# $row is the row of the table, $cells the cells in it, $columns the columns.
document-table-shape = Row { $row } of a table has { $cells } cells for { $columns } columns.
    .do = Give each row as many cells as the table has columns.
# $line is the line of the file.
document-twin-not-json = The machine-readable form is not JSON (line { $line }).
    .do = Make it again from the request; do not edit it by hand.
# $glyphs is a list of signs.
document-glyphs-missing = The fonts of the program cannot show these signs: { $glyphs }.
    .do = Write them in another way, or transliterate them.
# $template is the name of the layout, $cause what the compiler says.
document-template-failed = The layout { $template } cannot be used: { $cause }.
    .do = Use the layout of the program, or correct your own.
# $template is the name of the layout, $name a name that it may not define, $line the line.
document-template-direction = The layout { $template } defines { $name } at line { $line }.
    .do = Choose another name; ltr and rtl are directions of the layout language.
# $template is the name of the layout, $most the limit in bytes.
document-template-too-large = The layout { $template } is larger than { $most } bytes.
    .do = Check that it is a layout and nothing else.

# Shown when a foreign PDF or something in it is too large. $what is an English word for what it is, $most a number of bytes or of attachments.
document-pdf-too-large = The { $what } is larger than { $most }.
    .do = Send it in parts, or without what makes it so large: the twin alone is enough.

# Shown when a file is no PDF.
document-pdf-not = This is no PDF, or a damaged one.
    .do = Have the file sent again, and compare its digest with the sender.

# Shown when a foreign PDF is locked.
document-pdf-encrypted = The PDF is locked by a password.
    .do = Ask the sender for one without a password: the twin inside cannot be read otherwise.

# Shown when a foreign PDF has no twin. $name is the name of the file that was looked for.
document-pdf-no-twin = No { $name } is attached to the PDF.
    .do = Ask the sender for the file that was printed with its twin, or for the twin alone. A scan of the paper has none.

# Shown when a foreign PDF has two twins. $name is a name of a file.
document-pdf-twice = Two files in the PDF are called { $name }, and nobody knows which one the paper means.
    .do = Do not act on it. Ask the sender for the file again.

# Shown when a twin in a foreign PDF cannot be unpacked. $name is a name of a file.
document-pdf-packed = { $name } lies in the PDF in a form that cannot be unpacked.
    .do = Ask the sender for the twin as a file of its own.

# Shown when an edited file, or a part of it, is over a limit.
document-docx-too-large = { $what } is larger than { $most } bytes.
    .do = Take out pictures and what was pasted in, and save it again.

# Shown when a file is no DOCX. $cause comes from the reader, in English.
document-docx-not = This is no document of an office program: { $cause }
    .do = Save it as DOCX (Office Open XML), and take that file.

# Shown when a part of a DOCX cannot be read. $cause comes from the reader, in English.
document-docx-malformed = { $part }, byte { $at }: { $cause }
    .do = Open it in the office program, save it again as DOCX, and take that file.
