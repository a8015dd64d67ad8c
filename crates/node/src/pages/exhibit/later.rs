//! What is on record of an exhibit beside its acts, in the order of time, and the offices to which it was offered.

use comity_casework::exhibit::{CheckResult, Exhibit, Later, OfferEnd, OfferMade, PackageLeft, shown_name};
use comity_casework::secret::Look;

use super::person;
use crate::facts::{Reader, entry_link};
use crate::shown::Shown;

/// What happened, when, and by whom.
pub(super) struct LaterView {
    pub(super) when: Shown,
    pub(super) what: Shown,
    pub(super) more: Shown,
    pub(super) by: Shown,
    pub(super) reason: Shown,
    pub(super) entry: Shown,
}

/// An offer to an office of another node.
pub(super) struct OfferView {
    pub(super) since: Shown,
    pub(super) to: Shown,
    pub(super) name: Shown,
    pub(super) bytes: Shown,
    pub(super) by: Shown,
    pub(super) standing: Shown,
    pub(super) entry: Shown,
}

/// The last things of an exhibit that one page lists, in the order of time, and how many came before them.
pub(super) fn later(
    reader: &Reader<'_>,
    exhibit: &Exhibit,
    (looks, packages): (&[Look], &[PackageLeft]),
    most: usize,
) -> (Vec<LaterView>, usize) {
    let all = exhibit.later(looks, packages);
    let before = all.len().saturating_sub(most);
    (all.into_iter().skip(before).map(|later| view(reader, &later)).collect(), before)
}

fn view(reader: &Reader<'_>, later: &Later<'_>) -> LaterView {
    let none = || reader.word("node-none");
    let said = |text: Option<&String>| text.map_or_else(none, |text| Shown::said(text));
    let gone = || reader.word("node-content-forgotten");
    let kind = |kind: &str| reader.kind(kind);
    let (what, more, by, reason, entry) = match later {
        Later::Checked(of) => {
            let more = of.said.as_ref().map_or_else(gone, |said| {
                let result = reader.word_or("document-custody-check-", said.result.as_str());
                match said.result {
                    CheckResult::Unchanged => result,
                    CheckResult::Changed | CheckResult::Undecided => {
                        Shown::pair(result, Shown::ltr(said.findings))
                    }
                }
            });
            let reason = said(of.said.as_ref().and_then(|said| said.reason.as_ref()));
            (kind("exhibit.checked"), more, person(&of.by), reason, of.entry)
        }
        Later::Found(of) => {
            let more = of.said.as_ref().map_or_else(gone, |said| {
                let finding = reader.word_or("document-custody-found-", said.finding.as_str());
                let files = reader.words.with("node-session-files", "files", &said.files.len().to_string());
                Shown::pair(finding, Shown::Words(files))
            });
            (kind("files.checked"), more, reader.word("node-by-node"), none(), of.entry)
        }
        Later::GivenOut(of) => {
            let path = of.said.as_ref().map(|said| Shown::ltr(shown_name(&said.path)));
            let reason = said(of.said.as_ref().map(|said| &said.reason));
            (kind("exhibit.file-given-out"), path.unwrap_or_else(gone), person(&of.by), reason, of.entry)
        }
        Later::Look(of) => {
            let approved = reader.word("document-custody-look-approved");
            let more = vec![Shown::ltr(&of.fingerprint), Shown::pair(approved, person(&of.approved_by))];
            (kind("secret.revealed"), Shown::List(more), person(&of.by), Shown::said(&of.reason), of.entry)
        }
        Later::Packaged(of) => {
            let recipient = of.packaged.said.as_ref().map_or_else(gone, |said| Shown::said(&said.recipient));
            let struck = of.withdrawn.as_ref().map(|_| reader.word("document-custody-withdrawn"));
            let more = Shown::List([Some(recipient), struck].into_iter().flatten().collect());
            let reason = said(of.packaged.said.as_ref().map(|said| &said.reason));
            (kind("exhibit.packaged"), more, person(&of.packaged.by), reason, of.packaged.entry)
        }
        Later::Offered(of) => {
            let more = to(reader, of);
            (reader.word("node-exhibit-offered"), more, person(&of.offer.by), none(), of.offer.entry)
        }
    };
    let when = Shown::Time(later.at().to_string());
    LaterView { when, what, more, by, reason, entry: entry_link(entry) }
}

fn to(reader: &Reader<'_>, made: &OfferMade) -> Shown {
    made.to.as_deref().map_or_else(|| reader.word("node-none"), Shown::said)
}

/// The offers of the packages of an exhibit; those that were taken back among them.
pub(super) fn offers(reader: &Reader<'_>, packages: &[PackageLeft]) -> Vec<OfferView> {
    let all = packages.iter().flat_map(|package| &package.offers);
    let view = |made: &OfferMade| {
        let (offer, none) = (&made.offer, || reader.word("node-none"));
        let mut standing: Vec<_> = made.standing().iter().map(|key| reader.word(key)).collect();
        if let Some(OfferEnd::Withdrawn(of)) = &made.ended {
            standing.push(Shown::said(&of.reason));
            standing.push(Shown::pair(person(&of.by), Shown::Time(of.at.to_string())));
        }
        OfferView {
            since: Shown::Time(offer.at.to_string()),
            to: to(reader, made),
            name: offer.said.as_ref().map_or_else(none, |said| Shown::ltr(shown_name(&said.name))),
            bytes: offer.said.as_ref().map_or_else(none, |said| Shown::ltr(said.size)),
            by: person(&offer.by),
            standing: Shown::List(standing),
            entry: entry_link(offer.entry),
        }
    };
    all.map(view).collect()
}
