//! What a case knows that a request may need: who asks, which accounts, what the traces reached.

use std::collections::BTreeSet;

use comity_record::CaseId;
use comity_record::entry::Attachment;
use comity_request::{Authority, CaseFacts, Document, Identifier, Party, PartyKind};
use comity_scan::Ledger;
use comity_store::Store;

use crate::body::Body as _;
use crate::casework::{Casework, Session};
use crate::error::CaseworkError;
use crate::exhibit::label;
use crate::lead::{FINDING, HitPromoted, LedgerRead, Reached, Service, TraceRecorded};
use crate::refusal::Refusal;
use crate::request::RequestError;
use crate::state::{Case, Office};
use crate::told::Told;

/// The ledger whose addresses tell their network.
const BITCOIN: &str = "bitcoin";
/// The role of an account that is the victim's own.
const VICTIM: &str = "victim";
/// The role of an account that is taken to be a suspect's.
const SUSPECT: &str = "suspect";
/// The network with money on it, as ledgers and scans name it.
const MAINNET: &str = "mainnet";
/// What a scan says of an address that is spelled alike in two networks.
const TEST_OR_REGTEST: &str = "testnet-or-regtest";

impl<S: Store> Casework<S> {
    /// What a case knows that a request may need: the own office and its number of the case, a service that money
    /// reached with its addresses and transactions, those of the accounts that officers follow which the request is
    /// about, and the findings. An account of the victim is never asked about, and where a request is about a service,
    /// of the other accounts only those at this service and those of a suspect are.
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
        let about = chosen(&services, service)?;
        if let Some(label) = about {
            facts.provider = Some(Party::named(PartyKind::Body, label));
            for (trace, service) in services.iter().filter(|(_, service)| service.label == label) {
                let network = network(&trace.network);
                facts.accounts.extend(service.at.iter().flat_map(|reached| of_service(&network, reached)));
            }
        }
        for account in self.accounts(session, case).await?.into_iter().filter(|account| !account.withdrawn) {
            let Some(HitPromoted { hit, role, .. }) = account.promoted else { continue };
            let Some((text, ledger)) = hit.canonical.zip(ledger_of(&hit.kind)) else { continue };
            let asked = match role.as_str() {
                VICTIM => false,
                SUSPECT => true,
                // At the service it is among the accounts already.
                _ => about.is_none(),
            };
            if asked {
                let network = match ledger {
                    BITCOIN => {
                        self.network_of(session, case, hit.network.as_deref(), &text, &counting).await?
                    }
                    other => other.to_owned(),
                };
                facts.accounts.push(Identifier::new("address", &network, &text));
            }
        }
        // What a trace says of an address comes first, so that its network stays.
        let mut seen = BTreeSet::new();
        facts.accounts.retain(|account| seen.insert(account.text.clone()));
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

    /// The network of an address. What its letters do not tell, a ledger does that the case was traced on or that was
    /// read for it: the one in which the address was found, or else the only one of the test networks.
    async fn network_of(
        &self,
        session: &Session,
        case: CaseId,
        of: Option<&str>,
        address: &str,
        traces: &[(&TraceRecorded, &Vec<Attachment>)],
    ) -> Result<String, CaseworkError> {
        if of != Some(TEST_OR_REGTEST) {
            return Ok(network(of.unwrap_or_default()));
        }
        let names = |trace: &TraceRecorded| {
            trace
                .starts
                .iter()
                .chain(trace.reached.iter().map(|reached| &reached.address))
                .any(|a| a == address)
        };
        if let Some((trace, _)) = traces.iter().find(|(trace, _)| names(trace)) {
            return Ok(network(&trace.network));
        }
        let read = self.entries_of(session, case, &[LedgerRead::KIND]).await?;
        let read = read.iter().filter(|told| !told.withdrawn).filter_map(Told::body::<LedgerRead>);
        let traced = traces.iter().map(|(trace, _)| trace.network.clone());
        let mut known: Vec<_> = traced.chain(read.map(|read| read.network)).collect();
        known.retain(|network| network != MAINNET);
        known.sort_unstable();
        known.dedup();
        Ok(network(match known.as_slice() {
            [only] => only,
            _ => TEST_OR_REGTEST,
        }))
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
        let digest = exhibit.digest();
        let received = exhibit.received.ok_or(Refusal::UnknownEntry(entry))?;
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
    let named = |kind: &str, text: &str| Identifier::new(kind, network, text);
    let transactions = reached.txids.iter().map(|txid| named("transaction", txid));
    std::iter::once(named("address", &reached.address)).chain(transactions).collect()
}

/// The ledger of which a kind of hit is an address. One of Ethereum's may be of any chain that took them over: the drafter
/// names it.
fn ledger_of(kind: &str) -> Option<&'static str> {
    match kind.strip_suffix("-address")?.parse().ok()? {
        Ledger::Evm => Some(""),
        ledger => Some(ledger.as_str()),
    }
}

/// The name of a network as a request has it.
fn network(of: &str) -> String {
    match of {
        "" | MAINNET => "bitcoin".to_owned(),
        TEST_OR_REGTEST => "bitcoin-testnet".to_owned(),
        other => format!("bitcoin-{other}"),
    }
}
