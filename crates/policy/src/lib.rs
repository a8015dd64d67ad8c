//! Cedar policies as this house uses them: loaded whole, checked against a schema, decided with reasons.
//!
//! Who may do what is text that a supervisor can read, in the Cedar language. This crate keeps the policy engine, a
//! slow dependency, behind a boundary of its own. It knows neither officers nor agreements: it answers a
//! [`Question`] over the entities that the caller hands in.
//!
//! ```
//! use comity_policy::{Policies, Question};
//! use serde_json::json;
//!
//! let schema = "entity Officer { roles: Set<String> }; entity Case;
//!               action open appliesTo { principal: Officer, resource: Case };";
//! let policies = "@id(\"investigators-open\")
//!                 permit(principal, action == Action::\"open\", resource)
//!                 when { principal.roles.contains(\"investigator\") };";
//! let policies = Policies::load(schema, policies)?;
//! let verdict = policies.decide(&Question {
//!     principal: ("Officer", "a"),
//!     action: "open",
//!     resource: ("Case", "1"),
//!     context: json!({}),
//!     entities: json!([
//!         { "uid": { "type": "Officer", "id": "a" }, "attrs": { "roles": ["investigator"] }, "parents": [] },
//!         { "uid": { "type": "Case", "id": "1" }, "attrs": {}, "parents": [] },
//!     ]),
//! })?;
//! assert!(verdict.allowed);
//! assert_eq!(verdict.policies, ["investigators-open"]);
//! # Ok::<(), comity_policy::PolicyError>(())
//! ```
//!
//! Invariants:
//! - a set that does not pass the validation of its schema is not loaded;
//! - a question that raises any error while it is evaluated is answered with *no*: Cedar alone would skip the
//!   policy that failed, and a skipped `forbid` is a permission.

use cedar_policy::{
    Authorizer, Context, Decision, Entities, EntityId, EntityTypeName, EntityUid, PolicyId, PolicySet,
    Request, Schema, ValidationMode, Validator,
};
use comity_record::Coded;

/// Bytes of policies or schema. The sets in use have some kilobytes; parsing is not linear in the worst case.
pub const MAX_TEXT: usize = 256 << 10;

/// Why policies cannot be loaded, or a question not be put.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PolicyError {
    /// More than [`MAX_TEXT`] bytes.
    #[error("the {0} is longer than {MAX_TEXT} bytes")]
    TooLong(&'static str),
    /// The schema cannot be read.
    #[error("schema: {0}")]
    Schema(String),
    /// The policies cannot be read.
    #[error("policies: {0}")]
    Syntax(String),
    /// A policy speaks of something that the schema does not know.
    #[error("policies do not fit the schema: {0}")]
    Invalid(String),
    /// A policy has no `@id`, or two have the same.
    #[error("every policy needs an @id of its own: {0}")]
    Unnamed(String),
    /// The question does not fit the schema: a programming error, answered like a refusal.
    #[error("the question does not fit the schema: {0}")]
    Question(String),
}

impl Coded for PolicyError {
    fn code(&self) -> &'static str {
        match self {
            Self::TooLong(_) => "policy-too-long",
            Self::Schema(_) => "policy-schema",
            Self::Syntax(_) => "policy-syntax",
            Self::Invalid(_) => "policy-invalid",
            Self::Unnamed(_) => "policy-unnamed",
            Self::Question(_) => "policy-question",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLong(what) => vec![("what", (*what).to_owned())],
            Self::Schema(cause)
            | Self::Syntax(cause)
            | Self::Invalid(cause)
            | Self::Unnamed(cause)
            | Self::Question(cause) => vec![("cause", cause.clone())],
        }
    }
}

/// The codes of every error of this crate; each has a message in `packs/locales`.
pub const CODES: &[&str] = &[
    "policy-too-long",
    "policy-schema",
    "policy-syntax",
    "policy-invalid",
    "policy-unnamed",
    "policy-question",
];

/// Who wants to do what to which thing.
#[derive(Clone, Debug)]
pub struct Question<'a> {
    /// Type and id of the one who acts.
    pub principal: (&'a str, &'a str),
    /// The name of the action.
    pub action: &'a str,
    /// Type and id of the thing.
    pub resource: (&'a str, &'a str),
    /// The circumstances, as Cedar's JSON form of a record.
    pub context: serde_json::Value,
    /// What is known of both, as Cedar's JSON form of entities.
    pub entities: serde_json::Value,
}

/// The answer, with the policies that determined it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Whether it is allowed.
    pub allowed: bool,
    /// The `@id` of each policy that determined the answer, sorted. Empty when no policy permits.
    pub policies: Vec<String>,
    /// What went wrong while it was evaluated; never empty-handed: with an error the answer is no.
    pub errors: Vec<String>,
}

/// A set of policies that fits its schema.
#[derive(Clone, Debug)]
pub struct Policies {
    schema: Schema,
    set: PolicySet,
}

impl Policies {
    /// Loads policies and the schema that they must fit.
    ///
    /// # Errors
    /// Fails for text that cannot be read, that does not fit the schema, or that leaves a policy without a name.
    pub fn load(schema: &str, policies: &str) -> Result<Self, PolicyError> {
        for (what, text) in [("schema", schema), ("policies", policies)] {
            if text.len() > MAX_TEXT {
                return Err(PolicyError::TooLong(what));
            }
        }
        let (schema, _) =
            Schema::from_cedarschema_str(schema).map_err(|e| PolicyError::Schema(e.to_string()))?;
        let parsed: PolicySet = policies.parse().map_err(|e| PolicyError::Syntax(format!("{e}")))?;
        let set = named(&parsed)?;
        let result = Validator::new(schema.clone()).validate(&set, ValidationMode::Strict);
        if !result.validation_passed() {
            let errors: Vec<_> = result.validation_errors().map(ToString::to_string).collect();
            return Err(PolicyError::Invalid(errors.join("; ")));
        }
        Ok(Self { schema, set })
    }

    /// The `@id` of every policy, sorted.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<_> = self.set.policies().map(|policy| policy.id().to_string()).collect();
        names.sort();
        names
    }

    /// Answers a question.
    ///
    /// # Errors
    /// Fails when the question itself does not fit the schema; a caller treats that as a refusal.
    pub fn decide(&self, question: &Question<'_>) -> Result<Verdict, PolicyError> {
        let uid = |(of, id): (&str, &str)| -> Result<EntityUid, PolicyError> {
            let of: EntityTypeName = of.parse().map_err(|e| PolicyError::Question(format!("{e}")))?;
            Ok(EntityUid::from_type_name_and_id(of, EntityId::new(id)))
        };
        let refuse = |e: &dyn std::fmt::Display| PolicyError::Question(e.to_string());
        let action = uid(("Action", question.action))?;
        let context = Context::from_json_value(question.context.clone(), Some((&self.schema, &action)))
            .map_err(|e| refuse(&e))?;
        let entities = Entities::from_json_value(question.entities.clone(), Some(&self.schema))
            .map_err(|e| refuse(&e))?;
        let request = Request::new(
            uid(question.principal)?,
            action,
            uid(question.resource)?,
            context,
            Some(&self.schema),
        )
        .map_err(|e| refuse(&e))?;
        let response = Authorizer::new().is_authorized(&request, &self.set, &entities);
        let errors: Vec<_> = response.diagnostics().errors().map(ToString::to_string).collect();
        let mut policies: Vec<_> = response.diagnostics().reason().map(ToString::to_string).collect();
        policies.sort();
        Ok(Verdict { allowed: response.decision() == Decision::Allow && errors.is_empty(), policies, errors })
    }
}

/// The same policies, each under its `@id`, so that a verdict names what a person can find in the text.
fn named(parsed: &PolicySet) -> Result<PolicySet, PolicyError> {
    if parsed.templates().next().is_some() {
        return Err(PolicyError::Syntax("templates are not used here".to_owned()));
    }
    let mut set = PolicySet::new();
    for policy in parsed.policies() {
        let name = policy
            .annotation("id")
            .filter(|name| !name.is_empty())
            .ok_or_else(|| PolicyError::Unnamed(policy.to_string().chars().take(120).collect()))?;
        set.add(policy.new_id(PolicyId::new(name))).map_err(|_| PolicyError::Unnamed(name.to_owned()))?;
    }
    Ok(set)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const SCHEMA: &str = "entity Officer { roles: Set<String>, rank?: Long }; entity Case { closed: Bool };
        action open, read appliesTo { principal: Officer, resource: Case, context: { exercise: Bool } };";

    fn ask(policies: &Policies, action: &str, roles: &[&str], closed: bool) -> Verdict {
        policies
            .decide(&Question {
                principal: ("Officer", "a"),
                action,
                resource: ("Case", "1"),
                context: json!({ "exercise": true }),
                entities: json!([
                    { "uid": { "type": "Officer", "id": "a" }, "attrs": { "roles": roles }, "parents": [] },
                    { "uid": { "type": "Case", "id": "1" }, "attrs": { "closed": closed }, "parents": [] },
                ]),
            })
            .unwrap()
    }

    #[test]
    fn nothing_is_allowed_that_no_policy_permits_and_a_forbid_wins() {
        let policies = Policies::load(
            SCHEMA,
            "@id(\"all\") permit(principal, action == Action::\"read\", resource)
                 when { principal.roles.contains(\"auditor\") };
             @id(\"closed\") forbid(principal, action, resource) when { resource.closed };",
        )
        .unwrap();
        assert_eq!(policies.names(), ["all", "closed"]);
        assert!(ask(&policies, "read", &["auditor"], false).allowed);
        assert!(!ask(&policies, "open", &["auditor"], false).allowed);
        assert!(!ask(&policies, "read", &[], false).allowed);
        let closed = ask(&policies, "read", &["auditor"], true);
        assert_eq!((closed.allowed, closed.policies), (false, vec!["closed".to_owned()]));
    }

    #[test]
    fn an_error_in_a_forbid_is_a_refusal_and_not_a_permission() {
        // Overflow is the one error that strict validation cannot exclude.
        let policies = Policies::load(
            SCHEMA,
            "@id(\"all\") permit(principal, action, resource);
             @id(\"fails\") forbid(principal, action, resource)
                 when { 9223372036854775807 + (if resource.closed then 0 else 1) == 0 };",
        )
        .unwrap();
        let verdict = ask(&policies, "read", &[], false);
        assert!(!verdict.allowed);
        assert_eq!(verdict.errors.len(), 1);
    }

    #[test]
    fn a_set_that_does_not_fit_is_not_loaded() {
        let load = |text| Policies::load(SCHEMA, text);
        assert!(matches!(load("permit(principal"), Err(PolicyError::Syntax(_))));
        assert!(matches!(load("permit(principal, action, resource);"), Err(PolicyError::Unnamed(_))));
        let twice = "@id(\"a\") permit(principal, action, resource);".repeat(2);
        assert!(matches!(load(&twice), Err(PolicyError::Unnamed(_))));
        let unknown = "@id(\"a\") permit(principal, action, resource) when { principal.rank > 1 };";
        assert!(matches!(load(unknown), Err(PolicyError::Invalid(_))));
        assert!(matches!(Policies::load("entity", ""), Err(PolicyError::Schema(_))));
        let long = " ".repeat(MAX_TEXT + 1);
        assert!(matches!(load(&long), Err(PolicyError::TooLong("policies"))));
        assert!(load(&long[1..]).is_ok());
    }

    #[test]
    fn a_question_that_the_schema_does_not_know_is_an_error() {
        let policies = Policies::load(SCHEMA, "").unwrap();
        let question = Question {
            principal: ("Officer", "a"),
            action: "steal",
            resource: ("Case", "1"),
            context: json!({}),
            entities: json!([]),
        };
        assert!(matches!(policies.decide(&question), Err(PolicyError::Question(_))));
    }
}
