//! Who may do what: the policies in force, asked over what the log says of officers and cases.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};

use comity_policy::{Policies, Question};
use comity_record::pack::Pack;
use comity_record::{CaseId, OfficeId, OfficerId, Sha256Digest};
use serde_json::{Value, json};

use crate::body::office_journal;
use crate::error::CaseworkError;
use crate::library::Library;
use crate::refusal::Refusal;
use crate::state::{Case, Office, State, Status};

/// The name of the pack that holds the policies.
pub const POLICIES: &str = "policies";
const POLICY_FILE: &str = "office.cedar";
const SCHEMA_FILE: &str = "office.cedarschema";

/// A step that somebody wants to take.
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    /// The office for which it is taken.
    pub office: OfficeId,
    /// Who takes it.
    pub officer: OfficerId,
    /// The journal that it belongs to: a case, or the office's own.
    pub journal: CaseId,
    /// The action: the kind of the entry, or `case.read` and its like.
    pub action: &'a str,
    /// What a proposal, an approval or an event of a request is about; empty for everything else.
    pub act: &'a str,
}

/// The packs that lie at hand, by digest, and the policies among them, loaded. More come while a node works; none goes.
#[derive(Default)]
pub struct Packs {
    at_hand: RwLock<AtHand>,
    pub(crate) library: Library,
}

#[derive(Default)]
struct AtHand {
    packs: BTreeMap<Sha256Digest, Arc<Pack>>,
    policies: BTreeMap<Sha256Digest, Arc<Policies>>,
}

impl Packs {
    /// Takes packs as they are built in or lie in the node's folder.
    ///
    /// # Errors
    /// Fails when a pack of policies cannot be loaded: it could not be activated either.
    pub fn new(packs: impl IntoIterator<Item = Pack>) -> Result<Self, CaseworkError> {
        let all = Self::default();
        all.add(packs)?;
        Ok(all)
    }

    /// Takes more packs. That one is at hand puts nothing in force.
    ///
    /// # Errors
    /// Fails when a pack of policies cannot be loaded.
    pub fn add(&self, packs: impl IntoIterator<Item = Pack>) -> Result<(), CaseworkError> {
        for pack in packs {
            let policies = if pack.manifest().schema.as_str() == POLICIES {
                let text = |path| pack.file(path).map(String::from_utf8_lossy).unwrap_or_default();
                Some(Policies::load(&text(SCHEMA_FILE), &text(POLICY_FILE))?)
            } else {
                None
            };
            let mut at_hand = self.at_hand.write().unwrap_or_else(PoisonError::into_inner);
            at_hand.policies.extend(policies.map(|policies| (pack.digest(), Arc::new(policies))));
            at_hand.packs.insert(pack.digest(), Arc::new(pack));
        }
        Ok(())
    }

    /// The pack of a digest.
    pub fn pack(&self, digest: Sha256Digest) -> Option<Arc<Pack>> {
        self.at_hand().packs.get(&digest).cloned()
    }

    /// All packs, as they are at hand now.
    pub fn iter(&self) -> impl Iterator<Item = Arc<Pack>> {
        self.at_hand().packs.values().cloned().collect::<Vec<_>>().into_iter()
    }

    fn at_hand(&self) -> RwLockReadGuard<'_, AtHand> {
        self.at_hand.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Checks that every pack in force in an office is here, and is what was activated.
    ///
    /// # Errors
    /// Names the first that is missing.
    pub fn check(&self, office: &Office) -> Result<(), CaseworkError> {
        let at_hand = self.at_hand();
        for (name, digest) in &office.packs {
            let fits = at_hand.packs.get(digest).is_some_and(|pack| pack.manifest().name == *name);
            let loaded = name.as_str() != POLICIES || at_hand.policies.contains_key(digest);
            if !fits || !loaded {
                return Err(CaseworkError::PackMissing {
                    office: office.id,
                    name: name.to_string(),
                    digest: *digest,
                });
            }
        }
        Ok(())
    }

    /// Asks the policies in force whether a step may be taken. Gives the digest of the pack that said yes.
    ///
    /// # Errors
    /// [`Refusal::NotAllowed`] names the policies that forbid it.
    pub fn decide(&self, state: &State, step: &Step<'_>) -> Result<Sha256Digest, CaseworkError> {
        let office = state.office(step.office)?;
        if !office.founded {
            return Err(Refusal::NotFounded.into());
        }
        let officer = office.officers.get(&step.officer).ok_or(Refusal::UnknownOfficer(step.officer))?;
        let missing =
            |digest| CaseworkError::PackMissing { office: office.id, name: POLICIES.to_owned(), digest };
        let digest = state.active_pack(step.office, POLICIES).ok_or(Refusal::NotFounded)?;
        let policies = self.at_hand().policies.get(&digest).cloned().ok_or_else(|| missing(digest))?;

        let officer_id = officer.id.to_string();
        let roles: Vec<_> = officer.roles.iter().map(|role| role.as_str()).collect();
        let mut entities = vec![json!({
            "uid": uid("Officer", &officer_id),
            "attrs": { "office": office.id.to_string(), "roles": roles },
            "parents": [],
        })];
        let of_office = step.journal == office_journal(step.office);
        let resource_id = if of_office { office.id.to_string() } else { step.journal.to_string() };
        let resource = if of_office {
            entities.push(json!({
                "uid": uid("Office", &resource_id),
                "attrs": { "exercise": office.exercise },
                "parents": [],
            }));
            ("Office", resource_id.as_str())
        } else {
            let case = state.case(step.journal)?;
            entities.push(case_entity(case, &case.members));
            ("Case", resource_id.as_str())
        };
        let ask = |entities| {
            policies.decide(&Question {
                principal: ("Officer", &officer_id),
                action: step.action,
                resource,
                context: json!({ "act": step.act }),
                entities: Value::Array(entities),
            })
        };
        let verdict = ask(entities.clone())?;
        if verdict.allowed {
            return Ok(digest);
        }
        // Whoever has the right role, and only is no member, is told so.
        let as_member = match state.case(step.journal) {
            Ok(case) if !of_office && !case.members.contains(&step.officer) => {
                let mut members = case.members.clone();
                members.insert(step.officer);
                entities.pop();
                entities.push(case_entity(case, &members));
                ask(entities)?.allowed
            }
            _ => false,
        };
        let action = step.action.to_owned();
        Err(Refusal::NotAllowed { action, policies: verdict.policies, as_member }.into())
    }
}

fn case_entity(case: &Case, members: &BTreeSet<OfficerId>) -> Value {
    let members: Vec<_> =
        members.iter().map(|member| json!({ "__entity": uid("Officer", &member.to_string()) })).collect();
    json!({
        "uid": uid("Case", &case.id.to_string()),
        "attrs": {
            "office": case.office.to_string(),
            "exercise": case.exercise,
            "closed": case.status == Status::Closed,
            "members": members,
        },
        "parents": [],
    })
}

fn uid(of: &str, id: &str) -> Value {
    json!({ "type": of, "id": id })
}
