//! The words of `comity request` and `comity form`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use comity_casework::Lent;
use comity_record::sign::VerifyingKey;
use comity_record::{Amount, AmountError, Country, Language, Sha256Digest};

use super::dispatch::{AnswerRequest, OpenAnswer, SendRequest, TakeParcel, Telling};
use super::exhibit::exhibit_number;
use super::law::Printed;
use super::{As, CaseName, Moment};

#[derive(Subcommand)]
pub enum RequestCommand {
    /// The forms in force in the office, with what each asks
    Forms(As),
    /// Begin a request: fill a form from the case, check it, and say what is missing
    #[command(visible_alias = "new")]
    Draft(DraftArguments),
    /// Change values of a request; each change is another version
    ///
    /// Without any change it is checked anew by the packs in force.
    Set(SetArguments),
    /// Say what is missing, which article demands it, where it goes, and what to type next
    Check(Which),
    /// Confirm, overrule or reject a legal fact that a request relies on, by name
    Confirm(ConfirmArguments),
    /// Say that another officer's version may be proposed for issue, or send it back
    Review {
        #[command(flatten)]
        which: Which,
        /// Send it back to its author, for this reason
        #[arg(long, value_name = "REASON")]
        send_back: Option<String>,
    },
    /// Propose to issue the version that was reviewed; another person approves with comity case approve
    Propose {
        #[command(flatten)]
        which: Which,
        /// Why
        #[arg(long)]
        reason: String,
    },
    /// Take the next step of the office's own approval chain, or record what was decided elsewhere
    Endorse {
        #[command(flatten)]
        which: Which,
        /// The step, as the practice of the office names it; comity request show tells the next one
        step: String,
        /// The number of the decision, where it was taken outside of the office
        #[arg(long, requires = "day")]
        number: Option<String>,
        /// The day of that decision
        #[arg(long, value_name = "YYYY-MM-DD", requires = "number")]
        day: Option<jiff::civil::Date>,
        #[command(flatten)]
        when: When,
    },
    /// Issue the version that was approved: print it with its twin, and record it
    Issue {
        #[command(flatten)]
        which: Which,
        /// The number of the outgoing register
        #[arg(long)]
        register_number: String,
        /// The folder for the original, the advance copy, the twin and its signature
        #[arg(long, value_name = "FOLDER")]
        out: PathBuf,
        #[command(flatten)]
        when: When,
    },
    /// Print a request: a draft as a draft, an issued one as it was issued, a received one to be read
    #[command(visible_alias = "render")]
    Print {
        #[command(flatten)]
        which: Which,
        /// The copy that travels ahead of the original, in the languages of the issue
        #[arg(long, conflicts_with = "languages")]
        advance: bool,
        /// In this language, and in a second one beside it: ru, or ru,en, or given twice; those of the request, if left out
        #[arg(long = "in", alias = "languages", value_name = "TAG", value_delimiter = ',', num_args = 1)]
        languages: Vec<Language>,
        /// The file; it must not exist
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// Write the machine-readable twin into this file too
        #[arg(long, value_name = "FILE")]
        twin: Option<PathBuf>,
        /// Write the signature beside the twin into this file too; a draft and a copy for reading have none
        #[arg(long, value_name = "FILE")]
        signature: Option<PathBuf>,
        /// Write it as DOCX into this file too, for a last edit; comity request import reads it back
        #[arg(long, value_name = "FILE")]
        docx: Option<PathBuf>,
    },
    /// Print the letter that lies on top of a request that was issued, with the hash values of what is enclosed
    Cover {
        #[command(flatten)]
        which: Which,
        /// How many sheets of paper are enclosed
        #[arg(long)]
        sheets: Option<u64>,
        #[command(flatten)]
        paper: PaperArguments,
    },
    /// Print the certificate of what was done on a request of another state, and of what was not
    Certificate {
        #[command(flatten)]
        which: Which,
        /// A thing that is handed over: NUMBER=WHAT, or NUMBER=WHAT=YYYY-MM-DD when it must be given back by then; may be
        /// given again
        #[arg(long = "lent", value_name = "NUMBER=WHAT", value_parser = lent)]
        lent: Vec<Lent>,
        /// Why the rest was not done
        #[arg(long, value_name = "REASON")]
        why_not: Option<String>,
        #[command(flatten)]
        paper: PaperArguments,
    },
    /// Say what the texts of a request say in the language of the other side; what was said before and the glossary propose
    ///
    /// Without --set or --take the texts are listed, numbered, with what is proposed for each.
    #[command(disable_version_flag = true)]
    Translate {
        #[command(flatten)]
        which: Which,
        /// A translation: NUMBER=WORDS, or NUMBER=@FILE for the words of a file, or NUMBER= to take one away; may be given
        /// again
        #[arg(long = "set", value_name = "NUMBER=WORDS", num_args = 1)]
        set: Vec<String>,
        /// Take what was said of the same text before, for the text of that number; may be given again
        #[arg(long = "take", value_name = "NUMBER", num_args = 1)]
        taken: Vec<usize>,
        /// The version of the request from whose list the numbers are, as the list says; a number that means another text
        /// by now is refused
        #[arg(long = "version", value_name = "NUMBER")]
        seen: Option<u32>,
        #[command(flatten)]
        when: When,
    },
    /// Read back what an office without a node sends: an edited print as DOCX, a twin, or a PDF with a twin inside
    ///
    /// Of an edited draft it shows which fields hold something else, and takes those that you name into a new version. Of
    /// an answer by the form of that name it shows what was done, and records it with --all.
    Import {
        #[command(flatten)]
        which: Which,
        /// The file
        file: PathBuf,
        /// Take these changes, by their numbers, into a new version; may be given again
        #[arg(long = "take", value_name = "NUMBER", num_args = 1, conflicts_with = "all")]
        taken: Vec<usize>,
        /// Take all changes into a new version, or record the answer
        #[arg(long)]
        all: bool,
        #[command(flatten)]
        when: When,
    },
    /// On what grounds a request may be refused or put off and on which it may not, for a person to weigh
    ///
    /// By the law pack of this office. A ground that is there decides nothing: before a refusal the two sides consult, and
    /// reasons are due.
    Grounds(Which),
    /// Carry the pending requests of your old register over into a case, from a table in CSV: all of them or none
    ///
    /// The first line names the columns, in any order: direction (sent or received), state (KZ), measure (of comity law
    /// measures), register_number, day (of issue or receipt, 2026-03-01) and stage (acknowledged and the like); and, where
    /// known, stage_day, their_reference, deadline and notes. Commas or semicolons part the cells; the text is UTF-8.
    CarryOver(CarryOverArguments),
    /// Say what happened to a request; comity request show tells what may happen next
    Record(Box<RecordArguments>),
    /// The requests of a case, or of all cases that you may read, with their clocks
    List {
        #[command(flatten)]
        who: As,
        /// The case
        case: Option<CaseName>,
    },
    /// What the requests wait for and until when, the most urgent first: answers, tickets, questions, originals
    ///
    /// All of it is computed from what is on record, the office's own calendar (comity packs copy practice) and today.
    Clocks {
        #[command(flatten)]
        who: As,
        /// The case; all that you may read, if left out
        case: Option<CaseName>,
        /// Only what is overdue or to be acted on now
        #[arg(long)]
        urgent: bool,
    },
    /// A request with its versions, its life, its clocks, and what may happen next
    Show(Which),
    /// The kept versions of a request: who wrote each, when, and which fields it changed
    Versions(Which),
    /// Show field by field what one version of a request says differently from another
    Compare {
        #[command(flatten)]
        which: Which,
        /// The number of the version to compare from; the one before the other, if left out
        #[arg(long, value_name = "NUMBER")]
        from: Option<u32>,
        /// The number of the version to compare to; the last one, if left out
        #[arg(long, value_name = "NUMBER")]
        to: Option<u32>,
    },
    /// How many requests went out and came in, how far they got and how long that took, and why they were refused
    ///
    /// Counts the requests of all cases that you may read, and of no others.
    Statistics(StatisticsArguments),
    /// Take in a request of another state from its machine-readable twin
    Receive(ReceiveArguments),
    /// Acknowledge a request that was received, and print the acknowledgement
    Acknowledge {
        #[command(flatten)]
        which: Which,
        /// The number of the ticket under which the data is kept
        #[arg(long, value_name = "NUMBER", requires = "keep_days")]
        ticket: Option<String>,
        /// For how many days it is kept
        #[arg(long, value_name = "DAYS", requires = "ticket")]
        keep_days: Option<u16>,
        /// In this language, and in a second one beside it: ru, or ru,en, or given twice; those of the request, if left out
        #[arg(long = "in", alias = "languages", value_name = "TAG", value_delimiter = ',', num_args = 1)]
        languages: Vec<Language>,
        /// The file; it must not exist
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        #[command(flatten)]
        telling: Telling,
        #[command(flatten)]
        when: When,
    },
    /// Send an issued request to the other office under an agreement, ahead of its sealed original
    Send(SendRequest),
    /// Take what a message brings into a case: a request, what happened to one, or an answer
    Take(TakeParcel),
    /// Give what a request asked for: send a sealed package to the office that asked
    Answer(AnswerRequest),
    /// Write what came in answer to a request into a folder, and check it
    OpenAnswer(OpenAnswer),
}

/// Which request.
#[derive(Args)]
pub struct Which {
    #[command(flatten)]
    pub who: As,
    /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
    pub case: CaseName,
    /// The request: its reference, or its identifier or the beginning of it
    pub request: String,
}

/// Where a paper is written to, and in which languages.
#[derive(Args)]
pub struct PaperArguments {
    /// In this language, and in a second one beside it: ru, or ru,en, or given twice; if left out, those of the request, or that of the messages
    #[arg(long = "in", alias = "languages", value_name = "TAG", value_delimiter = ',', num_args = 1)]
    pub languages: Vec<Language>,
    /// The PDF; it must not exist
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// Write it as DOCX into this file too, for a last edit
    #[arg(long, value_name = "FILE")]
    pub docx: Option<PathBuf>,
}

/// A thing that is handed over.
fn lent(text: &str) -> Result<Lent, String> {
    let mut parts = text.splitn(3, '=').map(str::trim);
    let (Some(exhibit), Some(what)) = (parts.next(), parts.next().filter(|what| !what.is_empty())) else {
        return Err("write its number, an equals sign, and what it is: E-1=One telephone".to_owned());
    };
    let return_by = parts.next().map(|day| day.parse().map_err(|_| format!("{day} is no day: YYYY-MM-DD")));
    Ok(Lent { exhibit: exhibit.to_owned(), what: what.to_owned(), return_by: return_by.transpose()? })
}

/// When the act took place.
#[derive(Args)]
pub struct When {
    /// When it took place: 2026-11-23T12:00 by the clocks of the node, with an offset 2026-11-23T12:00+05:00, or with offset and
    /// zone 2026-11-23T12:00:00+05:00[Asia/Dushanbe]; now, if left out
    #[arg(long, value_name = "TIME")]
    pub at: Option<Moment>,
}

/// Values of fields.
#[derive(Args)]
pub struct Values {
    /// A value: FIELD=VALUE, or FIELD=@FILE for the words of a file; may be given again
    #[arg(long = "set", value_name = "FIELD=VALUE", num_args = 1)]
    pub set: Vec<String>,
    /// One more value of a list: FIELD=VALUE; may be given again
    #[arg(long = "add", value_name = "FIELD=VALUE", num_args = 1)]
    pub add: Vec<String>,
    /// A file of values in TOML or JSON, one key a field
    #[arg(long, value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// An exhibit of the case that goes along as an annex: E-1, or 1; may be given again
    #[arg(long = "exhibit", value_name = "EXHIBIT", num_args = 1, value_parser = exhibit_number)]
    pub exhibits: Vec<u32>,
    /// Take the wording of provisions that are named without it from the office's library
    #[arg(long)]
    pub wording: bool,
}

#[derive(Args)]
pub struct DraftArguments {
    #[command(flatten)]
    pub who: As,
    /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
    pub case: CaseName,
    /// The form; comity request forms lists them
    #[arg(long)]
    pub form: String,
    /// The state that is asked: two letters of ISO 3166-1
    #[arg(long)]
    pub to: Country,
    /// The language in which you write
    #[arg(long, value_name = "TAG")]
    pub written_in: Language,
    /// The language of the other side, printed beside yours
    #[arg(long, value_name = "TAG")]
    pub beside: Option<Language>,
    /// The service that the request is about, as a trace of the case names it; the one with the largest sum, if left
    /// out
    #[arg(long, value_name = "NAME")]
    pub service: Option<String>,
    /// A category of offence of the law pack; may be given again
    #[arg(long = "offence", value_name = "CATEGORY", num_args = 1)]
    pub offences: Vec<String>,
    /// An instrument to cite; the best of those that oblige, if left out; may be given again
    #[arg(long = "cite", value_name = "INSTRUMENT", num_args = 1)]
    pub cited: Vec<String>,
    /// Your reference; the number of the case and a count, if left out
    #[arg(long)]
    pub reference: Option<String>,
    #[command(flatten)]
    pub values: Values,
    #[command(flatten)]
    pub when: When,
}

#[derive(Args)]
pub struct SetArguments {
    #[command(flatten)]
    pub which: Which,
    #[command(flatten)]
    pub values: Values,
    /// Take the value of a field away; may be given again
    #[arg(long = "unset", value_name = "FIELD", num_args = 1)]
    pub unset: Vec<String>,
    /// Cite these instruments and no others; may be given again
    #[arg(long = "cite", value_name = "INSTRUMENT", num_args = 1, conflicts_with = "cite_none")]
    pub cited: Vec<String>,
    /// Cite no instrument
    #[arg(long)]
    pub cite_none: bool,
    /// Another language of the other side
    #[arg(long, value_name = "TAG")]
    pub beside: Option<Language>,
    #[command(flatten)]
    pub when: When,
}

#[derive(Args)]
pub struct ConfirmArguments {
    #[command(flatten)]
    pub which: Which,
    /// What: its number in comity request check, a language, or all
    pub subject: String,
    /// What you say of it
    #[command(flatten)]
    pub decision: DecisionArguments,
    /// Against which text you compared it, or why the request may rely on it
    #[arg(long)]
    pub reason: String,
    #[command(flatten)]
    pub when: When,
}

#[derive(Args)]
#[group(required = true, multiple = false)]
pub struct DecisionArguments {
    /// It is so: you compared it with the text that the reason names
    #[arg(long)]
    pub confirm: bool,
    /// It was not compared, or is doubtful; the request may rely on it all the same
    #[arg(long)]
    pub overrule: bool,
    /// It is not so: nothing may be issued that relies on it
    #[arg(long)]
    pub reject: bool,
}

/// What happened, as it is written on the command line. What has a command of its own is not here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum EventName {
    AdvanceCopySent,
    AdvanceCopyReceived,
    OriginalDispatched,
    OriginalReceived,
    OriginalScanned,
    SignatureKept,
    Acknowledged,
    Questioned,
    Answered,
    Accepted,
    Assigned,
    CalledBack,
    CostNoted,
    ExecutedInPart,
    Executed,
    Postponed,
    Resumed,
    Refused,
    Withdrawn,
    StatusAsked,
    StatusGiven,
    TicketGiven,
    TicketRenewed,
    EvidenceReturned,
    Closed,
}

/// Who bears a cost, as it is written on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum BorneByName {
    /// The state that asks
    Requesting,
    /// The state that is asked
    Requested,
    /// Not agreed yet
    Open,
}

fn yes_or_no(text: &str) -> Result<bool, String> {
    match text {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err("say yes or no".to_owned()),
    }
}

/// A number and its unit.
fn amount(text: &str) -> Result<Amount, String> {
    let (number, unit) = text.trim().split_once(' ').ok_or("write the number and its unit: 120.50 USD")?;
    let unit = unit.trim().parse().map_err(|e: AmountError| e.to_string())?;
    Amount::parse(number, unit).map_err(|e| e.to_string())
}

#[derive(Args)]
pub struct RecordArguments {
    #[command(flatten)]
    pub which: Which,
    /// What happened
    pub event: EventName,
    /// On which day; today, if left out
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub day: Option<jiff::civil::Date>,
    /// Until which day
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub until: Option<jiff::civil::Date>,
    /// How it was sent
    #[arg(long)]
    pub channel: Option<String>,
    /// The number of the covering note
    #[arg(long)]
    pub note_number: Option<String>,
    /// The number of the courier or bag
    #[arg(long)]
    pub courier_number: Option<String>,
    /// The number of a register
    #[arg(long)]
    pub register_number: Option<String>,
    /// The reference of the other side
    #[arg(long)]
    pub reference: Option<String>,
    /// The name of a question, by which it is answered
    #[arg(long)]
    pub question: Option<String>,
    /// The words of a question, answer or status
    #[arg(long)]
    pub text: Option<String>,
    /// The office that executes it
    #[arg(long)]
    pub charged: Option<String>,
    /// What was done
    #[arg(long)]
    pub what: Option<String>,
    /// What is still to be done
    #[arg(long)]
    pub outstanding: Option<String>,
    /// SHA-256 of what came of it
    #[arg(long, value_name = "SHA256")]
    pub result: Option<Sha256Digest>,
    /// SHA-256 of the scan or signature file
    #[arg(long, value_name = "SHA256")]
    pub sha256: Option<Sha256Digest>,
    /// What a kept signature says it is
    #[arg(long)]
    pub format: Option<String>,
    /// Why; may be given again for a refusal or postponement
    #[arg(long = "reason", value_name = "REASON", num_args = 1)]
    pub reasons: Vec<String>,
    /// The ground of the first reason, as comity request grounds names it
    #[arg(long, value_name = "GROUND")]
    pub ground: Option<String>,
    /// The instrument and article of a refusal or postponement
    #[arg(long)]
    pub provision: Option<String>,
    /// The number of a ticket, of a receipt, or the telephone number that was called
    #[arg(long)]
    pub number: Option<String>,
    /// Who was spoken with
    #[arg(long, value_name = "NAME")]
    pub spoke_with: Option<String>,
    /// Where the number is from: a directory of your own, never the request itself
    #[arg(long, value_name = "SOURCE")]
    pub number_from: Option<String>,
    /// Whether the authority that asks confirmed the request
    #[arg(long, value_name = "YES|NO", value_parser = yes_or_no)]
    pub confirmed: Option<bool>,
    /// A cost: 120.50 USD
    #[arg(long, value_name = "NUMBER UNIT", value_parser = amount)]
    pub amount: Option<Amount>,
    /// Who bears the cost
    #[arg(long, value_name = "WHO")]
    pub borne_by: Option<BorneByName>,
    /// For how many days data is kept
    #[arg(long, value_name = "DAYS")]
    pub keep_days: Option<u16>,
    #[command(flatten)]
    pub telling: Telling,
    #[command(flatten)]
    pub when: When,
}

#[derive(Args)]
pub struct CarryOverArguments {
    #[command(flatten)]
    pub who: As,
    /// The case: its number in the register, or its identifier or the first letters of it (6 or more)
    pub case: CaseName,
    /// The table
    pub file: PathBuf,
    /// The language of the notes
    #[arg(long, value_name = "TAG")]
    pub written_in: Language,
    /// Show row by row what would be recorded, and record nothing
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub when: When,
}

#[derive(Args)]
pub struct StatisticsArguments {
    #[command(flatten)]
    pub who: As,
    /// Requests that were issued, or came in, on this day or later
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub from: Option<jiff::civil::Date>,
    /// Requests that were issued, or came in, on this day or before
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub to: Option<jiff::civil::Date>,
    /// Write the figures as CSV into this file, which must not exist; with - they are printed instead of the tables
    #[arg(long, value_name = "FILE")]
    pub csv: Option<PathBuf>,
    #[command(flatten)]
    pub print: Printed,
}

#[derive(Args)]
pub struct ReceiveArguments {
    #[command(flatten)]
    pub who: As,
    /// The twin comity-twin.json that came with the request, or the PDF inside which it lies
    pub twin: PathBuf,
    /// The case; a new one is opened when left out
    #[arg(long)]
    pub case: Option<CaseName>,
    /// The signature that came beside the twin; the one inside the PDF, if left out
    #[arg(long, value_name = "FILE", requires = "sender_key")]
    pub signature: Option<PathBuf>,
    /// The public key of the sender's node, in hexadecimal, as your agreement names it
    #[arg(long, value_name = "KEY")]
    pub sender_key: Option<VerifyingKey>,
    /// The signed and sealed original is here, not a copy ahead of it
    #[arg(long)]
    pub original: bool,
    /// The number of the incoming register
    #[arg(long)]
    pub register_number: String,
    /// The day on which it came in; today, if left out
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub day: Option<jiff::civil::Date>,
    #[command(flatten)]
    pub when: When,
}

#[derive(Subcommand)]
pub enum FormCommand {
    /// The forms that the program carries
    List {
        #[command(flatten)]
        packs: FormPacks,
    },
    /// What a form asks, and how each answer is written
    Show {
        /// The form
        form: String,
        #[command(flatten)]
        packs: FormPacks,
    },
    /// Check a draft in a file: what is missing, which article demands it, where it goes
    Check {
        /// The draft, in TOML or JSON
        file: PathBuf,
        #[command(flatten)]
        packs: FormPacks,
    },
    /// Print a draft that lies in a file
    Print {
        /// The draft, in TOML or JSON
        file: PathBuf,
        /// The reference under which your office keeps it
        #[arg(long)]
        reference: Option<String>,
        /// In this language, and in a second one beside it: ru, or ru,en, or given twice; those of the draft, if left out
        #[arg(long = "in", alias = "languages", value_name = "TAG", value_delimiter = ',', num_args = 1)]
        languages: Vec<Language>,
        /// The PDF; it must not exist
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        #[command(flatten)]
        packs: FormPacks,
    },
    /// Read a machine-readable twin, and check its digest and the signature beside it
    Twin {
        /// The twin
        file: PathBuf,
        /// The signature beside it
        #[arg(long, value_name = "FILE", requires = "sender_key")]
        signature: Option<PathBuf>,
        /// The public key of the sender's node, in hexadecimal
        #[arg(long, value_name = "KEY", requires = "signature")]
        sender_key: Option<VerifyingKey>,
    },
}

/// Other packs than those that the program carries.
#[derive(Args)]
pub struct FormPacks {
    /// Another pack of forms than the one that the program carries
    #[arg(long, value_name = "FOLDER")]
    pub forms: Option<PathBuf>,
    /// Another law pack than the one that the program carries
    #[arg(long, value_name = "FOLDER")]
    pub law: Option<PathBuf>,
}
