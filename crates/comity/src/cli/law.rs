//! The commands that ask the law pack.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use comity_law::{OffenceAsked, TermError};
use comity_record::{Country, Language};

/// Facts about treaties, authorities and offences: what binds whom, what it asks for, and how sure it is
#[derive(Subcommand)]
pub enum LawCommand {
    /// Which instruments bind two states, what each provides, and what remains when none obliges
    Basis {
        #[command(flatten)]
        between: Between,
        /// The measure; see comity law measures
        #[arg(long)]
        measure: String,
        /// A category of offence that the request is about, and the highest penalty as you read it; may be given again
        #[arg(long = "offence", value_name = "CATEGORY[=YEARS]", value_parser = offence)]
        offences: Vec<OffenceAsked>,
        #[command(flatten)]
        pack: OtherPack,
    },
    /// The offences of a state, with their penalties
    Offences {
        /// The state
        #[arg(long)]
        state: Country,
        /// Only of this category
        #[arg(long, value_name = "CATEGORY")]
        category: Option<String>,
        #[command(flatten)]
        pack: OtherPack,
    },
    /// The authorities of a state, and what each is named for
    Authorities {
        /// The state
        #[arg(long)]
        state: Country,
        /// Only of this role, such as central_authority_mla or fiu
        #[arg(long)]
        role: Option<String>,
        #[command(flatten)]
        pack: OtherPack,
    },
    /// The offences of several states side by side
    Compare {
        /// A state; may be given again
        #[arg(long = "state", value_name = "STATE", required = true)]
        states: Vec<Country>,
        /// Only this category of offence; may be given again
        #[arg(long = "offence", value_name = "CATEGORY")]
        offences: Vec<String>,
        #[command(flatten)]
        print: Printed,
        #[command(flatten)]
        pack: OtherPack,
    },
    /// What the law of a state lacks against an instrument, as far as the pack knows
    Gaps {
        /// The state
        #[arg(long)]
        state: Country,
        /// The instrument; see comity law instruments
        #[arg(long, value_name = "INSTRUMENT")]
        against: String,
        #[command(flatten)]
        print: Printed,
        #[command(flatten)]
        pack: OtherPack,
    },
    /// The facts that a jurist should verify between two states, those on which most rests first
    ToVerify {
        #[command(flatten)]
        between: Between,
        #[command(flatten)]
        print: Printed,
        #[command(flatten)]
        pack: OtherPack,
    },
    /// The instruments of the pack
    Instruments {
        #[command(flatten)]
        pack: OtherPack,
    },
    /// The categories of offences
    Categories {
        #[command(flatten)]
        pack: OtherPack,
    },
    /// The measures that can be asked for
    Measures {
        #[command(flatten)]
        pack: OtherPack,
    },
}

/// Between which states, on which day.
#[derive(Args)]
pub struct Between {
    /// The requesting state
    #[arg(long)]
    pub from: Country,
    /// The requested state
    #[arg(long)]
    pub to: Country,
    /// The day of the request; today, if left out
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub on: Option<jiff::civil::Date>,
}

/// The answer on paper as well.
#[derive(Args)]
pub struct Printed {
    /// Print the answer to this PDF file as well
    #[arg(long, value_name = "FILE")]
    pub pdf: Option<PathBuf>,
    /// The language of the print, or two side by side: ru, or ru,en, or given twice; English, if left out
    #[arg(long, alias = "in", value_delimiter = ',', num_args = 1, requires = "pdf", value_name = "TAG")]
    pub languages: Vec<Language>,
}

/// Another law pack.
#[derive(Args)]
pub struct OtherPack {
    /// Another law pack than the one that the program carries
    #[arg(long, value_name = "FOLDER")]
    pub pack: Option<PathBuf>,
}

/// A category, perhaps with the highest penalty in years: `computer_fraud=7.5`.
fn offence(text: &str) -> Result<OffenceAsked, TermError> {
    let Some((category, years)) = text.split_once('=') else { return Ok(OffenceAsked::of(text)) };
    Ok(OffenceAsked { max_penalty: Some(years.parse()?), ..OffenceAsked::of(category) })
}
