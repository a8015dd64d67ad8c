//! `comity evidence offer` and `fetch`: a package goes from node to node, leaf by leaf.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use comity_adapters::delivery::DeliveryError;
use comity_adapters::package_part::PackagePart;
use comity_casework::exchange::Destination;
use comity_casework::offer::Offer;
use comity_evidence::transfer::TransferError;
use comity_evidence::{Arriving, Leaves};
use serde_json::json;

use crate::agreement::named;
use crate::carrier::{CarryError, Https};
use crate::case::{as_answer, receipt};
use crate::channel::label;
use crate::cli::{FetchPackage, OfferCommand};
use crate::engine::evidence::transfer::{Told, begin, beside, expected, leaves_of, read};
use crate::folder;
use crate::out::{Failure, Out, shown};

/// How many seconds are waited before a part is asked for again when the line failed: long enough for a node that is
/// started anew. Whoever waits longer gives the command again.
const PAUSES: [u64; 6] = [1, 2, 4, 8, 16, 32];
/// How often a leaf is asked for that comes wrong each time.
const WRONG_TRIES: usize = 3;
/// What the other node answers where it cannot read a leaf any more: the others may be had.
const LEAF_GONE: &str = "casework-offer-leaf-gone";
/// What else it answers of a package; these are told as they are.
const REFUSALS: [&str; 3] =
    ["casework-offer-unknown", "casework-offer-withdrawn", "casework-offer-file-gone"];

/// Proposes that another office may fetch a package, or offers it as was approved.
pub async fn offer(out: &Out, command: OfferCommand) -> Result<(), Failure> {
    match command {
        OfferCommand::Propose(words) => {
            let leaves = leaves_of(out, &words.file, None)?;
            let (opened, session) = folder::sign_in(out, &words.under.who).await?;
            let case = opened.case(&session, &words.case)?;
            let channel = named(&opened, &session, words.under.agreement.as_deref())?;
            let name = words.file.file_name().unwrap_or_default().to_string_lossy();
            let label = label(&words.conditions, &channel)?;
            let of = (name.as_ref(), &leaves);
            let what =
                opened.node.offer_message(&session, case, channel.agreement(), words.packaged, of, label);
            let what = what.await.map_err(Failure::of)?;
            let proposed = opened.node.propose_offer(&session, case, &what, words.reason).await;
            receipt(out, "comity-proposed", &proposed.map_err(Failure::of)?);
        }
        OfferCommand::Send { who, case, proposal, file } => {
            let file = file.canonicalize().map_err(|e| Failure::file("read", &file, e))?;
            let leaves = leaves_of(out, &file, None)?;
            let (opened, session) = folder::sign_in(out, &who).await?;
            let case = opened.case(&session, &case)?;
            let sent = opened.node.send_offer(&session, case, proposal, (&file, &leaves)).await;
            let (offer, taken) = sent.map_err(Failure::of)?;
            let mut answer = as_answer(&taken);
            answer["offer"] = json!(offer);
            out.answer(&answer, |out| {
                let values = [("entry", taken.entry.to_string()), ("file", shown(&file))];
                out.say("comity-offered", &values.each_ref().map(|(name, value)| (*name, value.as_str())));
            });
        }
    }
    Ok(())
}

/// Fetches a package that another office offers, or what is missing of it.
pub async fn fetch(out: &Out, words: &FetchPackage) -> Result<ExitCode, Failure> {
    let (opened, session) = folder::sign_in(out, &words.who).await?;
    let (offer, from) = opened.node.offer_in(&session, words.message).await.map_err(Failure::of)?;
    let to = if words.to.is_dir() { words.to.join(&offer.name) } else { words.to.clone() };
    let line = Line { carrier: Https::of(&opened.node), from, offer };
    let leaves = line.leaves(&beside(&to)).await?;
    let mut told = Told { copied: 0, wrong: BTreeSet::new() };
    if let Some(mut arriving) = begin(out, &to, leaves.clone())? {
        let missing = arriving.bytes_missing();
        // What came is kept, and whoever ends it is told that it can be gone on with.
        out.hear_interrupts();
        let bar = out.progress(Some(missing));
        for leaf in arriving.missing().collect::<Vec<_>>() {
            if bar.is_abandoned() {
                break;
            }
            if let Err(failure) = line.fetch(leaf, &mut arriving).await {
                // What came is durable before anybody is told that it is kept.
                arriving.pause().map_err(Failure::of)?;
                return Err(failure);
            }
            bar.set(missing - arriving.bytes_missing());
        }
        drop(bar);
        arriving.pause().map_err(Failure::of)?;
        told.copied = missing - arriving.bytes_missing();
        told.wrong = arriving.missing().collect();
        if told.wrong.is_empty() {
            arriving.settle().map_err(Failure::of)?;
        }
    }
    let key = line.offer.key.to_string();
    Ok(told.tell(out, (&to, &to), &leaves, |out| {
        out.say("comity-fetched", &[("key", &key), ("file", &shown(&to))]);
    }))
}

/// The way to a package that is offered.
struct Line {
    carrier: Https,
    from: Destination,
    offer: Offer,
}

impl Line {
    /// The list of the leaves: the one that is there from an earlier try, or else the sender's. Either is the one of the
    /// offer, or it is refused.
    async fn leaves(&self, at: &Path) -> Result<Leaves, Failure> {
        let leaves = if at.is_file() {
            read(at, Some(self.offer.root))?
        } else {
            let bytes = self.ask(PackagePart::Leaves(self.offer.root)).await?.unwrap_or_default();
            expected(Leaves::parse(&bytes).map_err(Failure::of)?, Some(self.offer.root))?
        };
        if leaves.size() != self.offer.size {
            let args = vec![("offered", self.offer.size.to_string()), ("found", leaves.size().to_string())];
            return Err(Failure::new("comity-fetch-other-size", args));
        }
        Ok(leaves)
    }

    /// Fetches a leaf. It stays missing where the sender has it no more, or it comes wrong each time.
    async fn fetch(&self, leaf: u64, arriving: &mut Arriving) -> Result<(), Failure> {
        for _ in 0..WRONG_TRIES {
            let Some(bytes) = self.ask(PackagePart::Leaf(self.offer.root, leaf)).await? else { break };
            match arriving.put(leaf, &bytes) {
                Err(error @ TransferError::Wrong { .. }) => {
                    tracing::warn!(%error, "a leaf of a package came wrong");
                }
                done => return done.map_err(Failure::of),
            }
        }
        Ok(())
    }

    /// Asks for a part, and again where the line fails. Nothing, where the sender cannot read it any more.
    async fn ask(&self, part: PackagePart) -> Result<Option<Vec<u8>>, Failure> {
        let mut pauses = PAUSES.iter();
        loop {
            let error = match self.carrier.fetch(&self.from, part).await {
                Ok(bytes) => return Ok(Some(bytes)),
                Err(error) => error,
            };
            if let CarryError::Delivery(DeliveryError::Refused { code: Some(code), .. }) = &error {
                if code == LEAF_GONE {
                    return Ok(None);
                }
                if let Some(refusal) = REFUSALS.iter().find(|refusal| *refusal == code) {
                    return Err(Failure::new(refusal, vec![]));
                }
            }
            match pauses.next() {
                Some(pause) if is_of_the_line(&error) => {
                    tokio::time::sleep(Duration::from_secs(*pause)).await;
                }
                _ => return Err(Failure::of(error)),
            }
        }
    }
}

/// Whether an error is one that may pass.
fn is_of_the_line(error: &CarryError) -> bool {
    matches!(
        error,
        CarryError::Delivery(
            DeliveryError::Unreachable { .. } | DeliveryError::TimedOut { .. } | DeliveryError::Broken { .. }
        )
    )
}
