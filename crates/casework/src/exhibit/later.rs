//! What else is on record of an exhibit beside the acts of its custody: that it was read again and what was found, what left
//! of it, and who saw a secret in it.

use comity_channel::Status;
use comity_record::{ActTime, CaseId, EntryId};
use comity_store::Store;

use super::act::{OnRecord, Withdrawal, withdrawal};
use super::{Exhibit, ExhibitChecked, ExhibitsPackaged, FileGivenOut};
use crate::body::{Body as _, EntryWithdrawn, WithdrawalGround};
use crate::casework::{Casework, Session};
use crate::dispatch::in_force;
use crate::error::CaseworkError;
use crate::exchange::MessageSent;
use crate::offer::{OFFERS, Offer};
use crate::scrubbing::FilesChecked;
use crate::secret::Look;
use crate::told::Told;

/// A package with files of an exhibit, as it was written out.
#[derive(Clone, Debug)]
pub struct PackageLeft {
    /// The entry that tells of it, by whom and when.
    pub packaged: OnRecord<ExhibitsPackaged>,
    /// Whether that was withdrawn. Then no other office may fetch the package any more.
    pub withdrawn: Option<Withdrawal>,
    /// To whom it was offered, in order.
    pub offers: Vec<OfferMade>,
}

/// An offer of a package to the office of another node, which may fetch it.
#[derive(Clone, Debug)]
pub struct OfferMade {
    /// The entry of the case that tells of it, by whom and since when; what the offer says.
    pub offer: OnRecord<Offer>,
    /// The office that may fetch it, as the agreement calls it; none where the agreement is not one of this office.
    pub to: Option<String>,
    /// Why it may be fetched no more.
    pub ended: Option<OfferEnd>,
    /// How far the message that offers it has come; none where that is not known here. Whoever fetches has opened it. What
    /// was fetched of the file is not on record.
    pub message: Option<Status>,
}

/// Why an offer holds no more.
#[derive(Clone, Debug)]
pub enum OfferEnd {
    /// It was taken back.
    Withdrawn(Withdrawal),
    /// The package was withdrawn.
    PackageWithdrawn,
    /// The agreement is not in force.
    Agreement,
}

impl PackageLeft {
    /// What may stand on a paper: of a package that was withdrawn because it was privileged or of another case only that there
    /// was one.
    pub fn leaving(&self) -> Option<&ExhibitsPackaged> {
        let stays = |of: &Withdrawal| of.ground != WithdrawalGround::Mistaken;
        self.packaged.said.as_ref().filter(|_| !self.withdrawn.as_ref().is_some_and(stays))
    }
}

impl OfferEnd {
    /// The word for it.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Withdrawn(_) | Self::PackageWithdrawn => "withdrawn",
            Self::Agreement => "ended",
        }
    }
}

impl OfferMade {
    /// The keys of the words that say how it stands: why it holds no more, and how far its message has come.
    pub fn standing(&self) -> Vec<String> {
        let message = self.message.map(|status| match status {
            Status::Waiting | Status::GivenUp => "waiting",
            Status::Received => "received",
            Status::Opened => "opened",
            Status::Refused => "refused",
        });
        let words = self.ended.iter().map(OfferEnd::as_str).chain(message);
        words.map(|word| format!("document-custody-offer-{word}")).collect()
    }
}

/// Something on record of an exhibit beside the acts of its custody.
#[derive(Clone, Copy, Debug)]
pub enum Later<'a> {
    /// An officer had it read again.
    Checked(&'a OnRecord<ExhibitChecked>),
    /// The node read files of it again and found some damaged, or whole after that.
    Found(&'a OnRecord<FilesChecked>),
    /// A file of it was given out.
    GivenOut(&'a OnRecord<FileGivenOut>),
    /// A secret in it was seen.
    Look(&'a Look),
    /// A package with its files was written out.
    Packaged(&'a PackageLeft),
    /// Such a package was offered to another office.
    Offered(&'a OfferMade),
}

impl Later<'_> {
    /// When it took place.
    pub fn at(&self) -> &ActTime {
        match self {
            Self::Checked(of) => &of.at,
            Self::Found(of) => &of.at,
            Self::GivenOut(of) => &of.at,
            Self::Look(of) => &of.at,
            Self::Packaged(of) => &of.packaged.at,
            Self::Offered(of) => &of.offer.at,
        }
    }
}

impl Exhibit {
    /// What is on record of it beside its acts, in the order of time. `looks` are those of the case, `packages` its own.
    pub fn later<'a>(&'a self, looks: &'a [Look], packages: &'a [PackageLeft]) -> Vec<Later<'a>> {
        let looks = looks.iter().filter(|look| look.exhibit == self.entry);
        let mut all: Vec<_> = { self.checks.iter().map(Later::Checked) }
            .chain(self.found.iter().map(Later::Found))
            .chain(self.given_out.iter().map(Later::GivenOut))
            .chain(looks.map(Later::Look))
            .chain(packages.iter().map(Later::Packaged))
            .chain(packages.iter().flat_map(|package| &package.offers).map(Later::Offered))
            .collect();
        all.sort_by_key(|later| later.at().timestamp());
        all
    }
}

impl<S: Store> Casework<S> {
    /// The packages with files of an exhibit that were written out, and to whom each was offered, in order.
    ///
    /// # Errors
    /// Fails when the officer may not read the case.
    pub async fn packages_of(
        &self,
        session: &Session,
        case: CaseId,
        exhibit: EntryId,
    ) -> Result<Vec<PackageLeft>, CaseworkError> {
        let kinds = [ExhibitsPackaged::KIND, MessageSent::KIND, EntryWithdrawn::KIND];
        let told = self.entries_of(session, case, &kinds).await?;
        let of_it = told.iter().filter(|entry| {
            let names = entry.refs.iter().any(|(role, of)| role == "exhibit" && *of == exhibit);
            names && entry.kind == ExhibitsPackaged::KIND
        });
        let mut packages = Vec::new();
        for packaged in of_it {
            let withdrawn = self.withdrawn_in(session, &told, packaged.entry)?;
            let mut offers = Vec::new();
            for sent in told.iter().filter(|sent| sent.reference(OFFERS) == Some(packaged.entry)) {
                offers.push(self.offer_made(session, case, &told, sent, withdrawn.is_some()).await?);
            }
            packages.push(PackageLeft { packaged: self.on_record(session, packaged)?, withdrawn, offers });
        }
        Ok(packages)
    }

    async fn offer_made(
        &self,
        session: &Session,
        case: CaseId,
        told: &[Told],
        sent: &Told,
        package_withdrawn: bool,
    ) -> Result<OfferMade, CaseworkError> {
        let said = self.offer_of(case, sent.entry).await?;
        let by = self.named(session, &sent.author)?;
        // Acts of channels are told in UTC.
        let at = self.at_office(session, &sent.act)?;
        let offer = OnRecord { entry: sent.entry, by, at, said };
        let state = self.state();
        let message = sent.body::<MessageSent>();
        let channel = message.as_ref().and_then(|message| {
            state.channels().iter().find(|channel| {
                channel.office == session.office() && channel.agreement() == message.agreement
            })
        });
        let ended = match self.withdrawn_in(session, told, sent.entry)? {
            Some(withdrawal) => Some(OfferEnd::Withdrawn(withdrawal)),
            None if package_withdrawn => Some(OfferEnd::PackageWithdrawn),
            None => {
                channel.filter(|channel| !in_force(channel, self.channel_day())).map(|_| OfferEnd::Agreement)
            }
        };
        let known = channel
            .zip(message)
            .and_then(|(channel, message)| channel.sent.get(&message.place).map(|sent| channel.status(sent)));
        let to = channel.map(|channel| format!("{}, {}", channel.them().name, channel.them().authority));
        Ok(OfferMade { offer, to, ended, message: known })
    }

    /// By which of these entries another one was withdrawn.
    fn withdrawn_in(
        &self,
        session: &Session,
        told: &[Told],
        entry: EntryId,
    ) -> Result<Option<Withdrawal>, CaseworkError> {
        let found = told
            .iter()
            .find(|of| of.kind == EntryWithdrawn::KIND && of.reference("withdraws") == Some(entry));
        found.map_or(Ok(None), |told| {
            let by = self.named(session, &told.author)?;
            Ok(withdrawal(told, by))
        })
    }
}
