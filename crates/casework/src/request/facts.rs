//! What a case knows that a request may need: who asks, which accounts, what the traces reached.

use std::collections::BTreeSet;

use comity_record::CaseId;
use comity_request::{Authority, CaseFacts, Document, Identifier, Party, PartyKind};
use comity_store::Store;

use crate::casework::{Casework, Session};
use crate::error::CaseworkError;
use crate::exhibit::{Holding, label};
use crate::lead::{FINDING, Reached, Service, TraceRecorded};
use crate::refusal::Refusal;
use crate::request::RequestError;
use crate::state::{Case, Office};

/// The kind of hit that names an account on a ledger.
const ADDRESS: &str = "bitcoin-address";

impl<S: Store> Casework<S> {
    /// What a case knows that a request may need: the own office and its number of the case, a service that money
    /// reached with its addresses and transactions, the accounts that officers follow, and the findings.
    ///
    /// The service is the one that tags call `service`; where none is named, the one that a trace of the case gives
    /// the largest sum. Sums of two traces are not added up, for they may follow the same coins.
    ///
    /// Exhibits are not among it: what goes to another state is chosen one by one ([`Self::exhibit_for_request`]).
    ///
    /// # Errors
    /// Fails for a case that the officer may not read, and for a service that no trace of the case reached.
    pub async fn case_facts(
        &self,
        session: &Session,
        case: CaseId,
        service: Option<&str>,
    ) -> Result<CaseFacts, CaseworkError> {
        let state = self.state();
        let mut facts = own(state.office(session.office())?, state.case(case)?);
        let traces = self.traces(session, case).await?;
        let counting = traces.iter().filter(|trace| !trace.withdrawn);
        let counting: Vec<_> =
            counting.filter_map(|trace| Some((trace.recorded.as_ref()?, &trace.attachments))).collect();
        let services: Vec<_> = counting
            .iter()
            .flat_map(|(trace, _)| trace.services().into_iter().map(move |service| (*trace, service)))
            .collect();
        if let Some(label) = chosen(&services, service)? {
            facts.provider = Some(Party::named(PartyKind::Body, label));
            for (trace, service) in services.iter().filter(|(_, service)| service.label == label) {
                let network = network(&trace.network);
                facts.accounts.extend(service.at.iter().flat_map(|reached| of_service(&network, reached)));
            }
        }
        for account in self.accounts(session, case).await?.into_iter().filter(|account| !account.withdrawn) {
            let Some(hit) = account.promoted.map(|promoted| promoted.hit) else { continue };
            let Some(text) = hit.canonical.filter(|_| hit.kind == ADDRESS) else { continue };
            let network = network(hit.network.as_deref().unwrap_or_default());
            facts.accounts.push(Identifier { kind: "address".to_owned(), network, text });
        }
        let mut seen = BTreeSet::new();
        facts.accounts.retain(|account| seen.insert(account.clone()));
        for (trace, attachments) in counting {
            let finding = attachments.iter().find(|file| file.name == FINDING);
            facts.findings.extend(finding.map(|finding| Document {
                number: format!("T-{}", trace.number),
                title: format!("{}, {}: {}", trace.network, trace.at_height, trace.starts.join(", ")),
                sha256: finding.sha256,
            }));
        }
        Ok(facts)
    }

    /// An exhibit of the case as an annex: its number, its title, and the digest of the list of its files, or of the
    /// one file.
    ///
    /// # Errors
    /// Fails for an exhibit that there is not, that was withdrawn or forgotten, or that is a thing without files.
    pub async fn exhibit_for_request(
        &self,
        session: &Session,
        case: CaseId,
        number: u32,
    ) -> Result<Document, CaseworkError> {
        let entry = self.state().case(case)?.exhibits.entry(number)?;
        let exhibits = self.exhibits(session, case).await?;
        let exhibit = exhibits.into_iter().find(|exhibit| exhibit.number == number);
        let exhibit = exhibit.ok_or(Refusal::UnknownEntry(entry))?;
        if exhibit.withdrawn {
            return Err(Refusal::Withdrawn(entry).into());
        }
        let received = exhibit.received.ok_or(Refusal::UnknownEntry(entry))?;
        let digest = match (exhibit.manifest, received.holds) {
            (Some(manifest), _) => Some(manifest.sha256),
            (None, Holding::InPlace(reference)) => Some(reference.digest()),
            (None, _) => None,
        };
        let sha256 = digest.ok_or(RequestError::NothingToPrint("files"))?;
        Ok(Document { number: label(number), title: received.title, sha256 })
    }
}

/// The name of the service that a request is about: the one that is asked for, or else the one with the largest sum.
fn chosen<'a>(
    services: &[(&TraceRecorded, Service<'a>)],
    service: Option<&str>,
) -> Result<Option<&'a str>, RequestError> {
    let Some(asked) = service else {
        let largest = services.iter().max_by_key(|(_, service)| service.value_sat());
        return Ok(largest.map(|(_, service)| service.label));
    };
    let labels: BTreeSet<&str> = services.iter().map(|(_, service)| service.label).collect();
    labels.get(asked).copied().map(Some).ok_or_else(|| RequestError::ServiceNotReached {
        service: asked.to_owned(),
        reached: labels.iter().copied().map(str::to_owned).collect(),
    })
}

/// Who asks, and under which number.
fn own(office: &Office, case: &Case) -> CaseFacts {
    let own = Authority {
        country: office.country,
        name: office.authority.clone(),
        unit: office.name.clone(),
        reference: case.register_number.clone().unwrap_or_default(),
    };
    CaseFacts { own_authority: Some(own.clone()), conducting_authority: Some(own), ..CaseFacts::default() }
}

/// The address of a service that money reached, and the transactions that brought it.
fn of_service(network: &str, reached: &Reached) -> Vec<Identifier> {
    let named = |kind: &str, text: &String| Identifier {
        kind: kind.to_owned(),
        network: network.to_owned(),
        text: text.clone(),
    };
    let transactions = reached.txids.iter().map(|txid| named("transaction", txid));
    std::iter::once(named("address", &reached.address)).chain(transactions).collect()
}

/// The name of a network as a request has it.
fn network(of: &str) -> String {
    match of {
        "" | "mainnet" => "bitcoin".to_owned(),
        "testnet-or-regtest" => "bitcoin-testnet".to_owned(),
        other => format!("bitcoin-{other}"),
    }
}
