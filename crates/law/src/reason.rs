//! Why an answer is what it is, as stable codes. The words are in `packs/locales/<language>/law.ftl`.

use serde::{Deserialize, Serialize};

/// Declares the reasons with their stable codes and the list of all of them.
macro_rules! reasons {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)*) => {
        /// A reason, as a code that never changes once released.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[non_exhaustive]
        pub enum Reason {
            $($(#[$doc])* #[serde(rename = $code)] $name,)*
        }

        impl Reason {
            /// Every reason.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The code; its message in the catalogue is `law-reason-<code>`.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }
        }
    };
}

reasons! {
    /// The instrument was in force on the day.
    InForce = "in-force",
    /// The instrument entered into force after the day.
    EntersLater = "enters-later",
    /// Not in force as far as the source shows.
    NotInForceAsKnown = "not-in-force-as-known",
    /// In force not later than a day that is known; the day itself is not.
    InForceByLatest = "in-force-by",
    /// A source says that it is in force; no date was seen.
    InForceSeenUndated = "in-force-seen-undated",
    /// Only the month or year of entry into force is known, and the day lies in it.
    EntryDateApproximate = "entry-date-approximate",
    /// The date of entry into force was not seen.
    EntryDateUnknown = "entry-date-unknown",
    /// The instrument did not exist yet.
    NotAdoptedYet = "not-adopted-yet",

    /// The State is bound since a known day.
    PartySince = "party-since",
    /// The State is a party; since when was not seen.
    PartyDateUnknown = "party-date-unknown",
    /// The State consented after the day.
    ConsentLater = "consent-later",
    /// The State consented shortly before the day; whether the instrument was in force for it yet is not known.
    ConsentRecent = "consent-recent",
    /// Only the month or year of the consent is known, and the day lies in it.
    ConsentApproximate = "consent-approximate",
    /// The source that calls the State a party is younger than the day.
    PartySeenLater = "party-seen-later",
    /// The State signed; that it is bound was not seen.
    SignedOnly = "signed-only",
    /// The State is no party, as far as the source shows.
    NotParty = "not-party",
    /// The State's standing was not found.
    StandingUnknown = "standing-unknown",
    /// The pack has no row for the State and the instrument: nobody looked.
    StandingNotLookedUp = "standing-not-looked-up",
    /// The State made a declaration or reservation, which a person must read.
    DeclarationMade = "declaration-made",

    /// Another instrument in force between the two replaces this one.
    Replaced = "replaced",
    /// Another instrument replaces this one, if it is in force between the two, which is not sure.
    MaybeReplaced = "maybe-replaced",

    /// Articles of the instrument provide for the measure itself.
    ArticlesProvide = "articles-provide",
    /// The instrument's general duty to assist covers the measure.
    GeneralClauseCarries = "general-clause-carries",
    /// The measure may be asked for under the general clause, which does not oblige to it.
    GeneralClauseMayBeAsked = "general-clause-may-be-asked",
    /// Nobody checked whether the instrument provides for the measure.
    TopicNotChecked = "topic-not-checked",
    /// The text of the bilateral treaty was not read.
    TextNotRead = "text-not-read",
    /// The instrument does not provide for the measure, as far as known.
    NotProvidedAsKnown = "not-provided-as-known",

    /// The instrument is open to any criminal matter.
    AnyOffence = "any-offence",
    /// The offence is one of those that the instrument names.
    ListedOffence = "listed-offence",
    /// The offence's highest penalty reaches the threshold of the instrument.
    ThresholdMet = "threshold-met",
    /// Only the aggravated form of the offence reaches the threshold.
    ThresholdMetIfAggravated = "threshold-met-if-aggravated",
    /// The offence's highest penalty is below the threshold: citing the instrument for it would be wrong.
    ThresholdNotMet = "threshold-not-met",
    /// The highest penalty of the offence was not seen.
    PenaltyUnknown = "penalty-unknown",
    /// The offence is none of those that the instrument names.
    OffenceNotListed = "offence-not-listed",
    /// Which offences open the instrument has not been sorted.
    ScopeNotSorted = "scope-not-sorted",
    /// The question named no offence.
    NoOffenceNamed = "no-offence-named",
    /// The instrument asks for more than the offence (a cross-border act, an organized group): a person must check.
    ScopeNeedsPerson = "scope-needs-person",

    /// Both provisions are criminal, and the requested State's adds nothing that the requesting State's has not.
    DualElementsMatch = "dual-elements-match",
    /// Both provisions are criminal; what the requested State's adds to the plain conduct nobody examined.
    DualElementsNotExamined = "dual-elements-not-examined",
    /// The requested State's provision adds an element that the requesting State's has not: the facts must show it.
    DualFactsMustShow = "dual-facts-must-show",
    /// In the requested State it is an administrative offence, which seldom suffices.
    DualAdministrativeThere = "dual-administrative-there",
    /// In the requesting State itself it is an administrative offence.
    DualAdministrativeHere = "dual-administrative-here",
    /// The pack has no provision of the requested State for it.
    DualNotSeenThere = "dual-not-seen-there",
    /// The pack has no provision of the requesting State for it.
    DualNotSeenHere = "dual-not-seen-here",

    /// At least one instrument in force between the two obliges the requested State.
    InstrumentObliges = "instrument-obliges",
    /// No instrument obliges the requested State, as far as the pack knows.
    NoInstrumentObliges = "no-instrument-obliges",
    /// No instrument is known to oblige, but some between the two were not read or are not sure to bind.
    NoInstrumentKnownToOblige = "no-instrument-known-to-oblige",

    /// The requested State can act on reciprocity without a treaty.
    ReciprocityOpen = "reciprocity-open",
    /// The requested State's law wants a treaty.
    TreatyNeeded = "treaty-needed",
    /// Whether the requested State helps without a treaty was not found.
    ReciprocityUnknown = "reciprocity-unknown",
    /// The requested State's own law has a provision for the measure.
    DomesticProvision = "domestic-provision",
    /// Both States belong to the network.
    NetworkOfBoth = "network-of-both",
    /// That both States belong to the network was not seen.
    NetworkMembershipNotSeen = "network-membership-not-seen",
    /// At least one of the two does not belong to the network.
    NetworkNotOfBoth = "network-not-of-both",
    /// The network passes police information, which is no evidence.
    PoliceInformationOnly = "police-information-only",
    /// FIUs exchange intelligence, which is evidence only with consent.
    IntelligenceOnly = "intelligence-only",
    /// The provider may act of its own will; nothing obliges it.
    ProviderVoluntary = "provider-voluntary",

    /// The authority is named for this instrument.
    NamedForInstrument = "named-for-instrument",
    /// The authority is the State's central authority, but not seen named for this instrument.
    NotNamedForInstrument = "not-named-for-instrument",
    /// Who is addressed was not found: ask before sending.
    AddresseeUnknown = "addressee-unknown",

    /// The language in which the requested State takes requests was not found.
    LanguageUnknown = "language-unknown",
    /// Whether the requested State's law lets virtual assets be seized was not found.
    SeizableUnknown = "seizable-unknown",

    /// The row that the answer relies on is not verified.
    RowUnverified = "row-unverified",
}

impl Reason {
    /// Whether the reason stands for something that is not known, so that a named jurist must confirm it before
    /// a request relies on it.
    pub const fn is_uncertain(self) -> bool {
        matches!(
            self,
            Self::InForceSeenUndated
                | Self::EntryDateApproximate
                | Self::EntryDateUnknown
                | Self::ConsentRecent
                | Self::ConsentApproximate
                | Self::PartySeenLater
                | Self::StandingUnknown
                | Self::StandingNotLookedUp
                | Self::DeclarationMade
                | Self::MaybeReplaced
                | Self::TopicNotChecked
                | Self::TextNotRead
                | Self::ThresholdMetIfAggravated
                | Self::PenaltyUnknown
                | Self::ScopeNotSorted
                | Self::NoOffenceNamed
                | Self::ScopeNeedsPerson
                | Self::NotNamedForInstrument
                | Self::AddresseeUnknown
                | Self::RowUnverified
        )
    }
}
