//! On what grounds a request may be refused, and on which it may not, as prompts for a person.
//!
//! Nothing of it decides: whether a ground is there, and whether to use one that only allows refusal, somebody weighs.

use serde::Serialize;

use crate::basis::{Basis, Candidate, RefusalGround};

/// The ground that articles on dual criminality speak of; all others stand in the articles on refusal.
const NO_DUAL_CRIMINALITY: &str = "no_dual_criminality";
/// The ground and the topic of fiscal matters.
const FISCAL: &str = "fiscal_offence";

/// A ground on which instruments between the two States let a request be refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GroundPrompt {
    /// The ground.
    pub ground: RefusalGround,
    /// The instruments that name it, in the order of the answer.
    pub by: Vec<Cites>,
}

/// An instrument with the articles of it that speak of something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cites {
    /// Its id.
    pub instrument: String,
    /// Its usual name.
    pub short_name: String,
    /// The articles; empty where the pack has none.
    pub articles: Vec<String>,
}

impl Cites {
    fn of(candidate: &Candidate, topic: &str) -> Self {
        let articles = candidate.articles.value().get(topic).into_iter().flatten();
        Self {
            instrument: candidate.instrument.clone(),
            short_name: candidate.short_name.value().clone(),
            articles: articles.map(|article| article.article.clone()).collect(),
        }
    }

    /// As it is cited: the usual name and the articles.
    pub fn cited(&self) -> String {
        if self.articles.is_empty() {
            self.short_name.clone()
        } else {
            format!("{} {}", self.short_name, self.articles.join(", "))
        }
    }
}

/// What a requested State weighs before it refuses or puts off, by the instruments between the two States.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RefusalPrompts {
    /// Grounds that may be weighed.
    pub grounds: Vec<GroundPrompt>,
    /// Where bank secrecy is no ground.
    pub bank_secrecy: Vec<Cites>,
    /// Where it is no ground that an offence touches fiscal matters.
    pub fiscal: Vec<Cites>,
    /// Where reasons are due.
    pub reasons: Vec<Cites>,
    /// Where help may be put off.
    pub postponement: Vec<Cites>,
}

impl Basis {
    /// What a requested State weighs before it refuses or puts off, by the instruments that bind both States or may, and
    /// that no other replaces between them.
    pub fn refusal_prompts(&self) -> RefusalPrompts {
        let candidates = || self.candidates.iter().filter(|candidate| candidate.replaced.is_none());
        let mut grounds: Vec<GroundPrompt> = vec![];
        for candidate in candidates() {
            for ground in candidate.refusal_grounds.value() {
                let topic = if ground.ground == NO_DUAL_CRIMINALITY { "dual_criminality" } else { "refusal" };
                let cites = Cites::of(candidate, topic);
                match grounds.iter_mut().find(|known| known.ground.ground == ground.ground) {
                    Some(known) => known.by.push(cites),
                    None => grounds.push(GroundPrompt { ground: ground.clone(), by: vec![cites] }),
                }
            }
        }
        let cited = |topic: &str| {
            let all = candidates().map(|candidate| Cites::of(candidate, topic));
            all.filter(|cites| !cites.articles.is_empty()).collect::<Vec<_>>()
        };
        // The same articles that forbid it in one treaty allow it in another.
        let is_ground_in = |cites: &Cites, grounds: &[GroundPrompt]| {
            let fiscal = grounds.iter().find(|known| known.ground.ground == FISCAL);
            fiscal.is_some_and(|known| known.by.iter().any(|by| by.instrument == cites.instrument))
        };
        RefusalPrompts {
            bank_secrecy: cited("bank_secrecy"),
            fiscal: cited(FISCAL).into_iter().filter(|cites| !is_ground_in(cites, &grounds)).collect(),
            reasons: cited("refusal_reasons"),
            postponement: cited("postponement"),
            grounds,
        }
    }
}
