//! The time-stamps of a case for whoever reads them, and as files that other programs check.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use comity_record::{CaseId, EntryId, Sha256Digest};
use comity_stamp::{Anchors, Series, Verdict, verify_series};
use comity_store::Store;

use super::body::{StampedToken, Subject, TimestampRenewed, TimestampTaken};
use super::fold::{EXHIBIT, RENEWS};
use super::{KINDS, StampServer};
use crate::body::Body as _;
use crate::casework::{Casework, Session};
use crate::error::CaseworkError;
use crate::state::State;

/// Letters of a line in a file in PEM (RFC 7468, 2).
const PEM_LINE: usize = 64;

/// A time-stamp with those that renewed it.
#[derive(Clone, Debug)]
pub struct Timestamp {
    /// Its number among the time-stamps of the case, from 1: files are called by it.
    pub number: u32,
    /// The entry that holds the first of them.
    pub entry: EntryId,
    /// What it is about; none once that was forgotten.
    pub of: Option<Subject>,
    /// The entry of the exhibit that it is about.
    pub exhibit: Option<EntryId>,
    /// Whether it was withdrawn, or one that renewed it was.
    pub withdrawn: bool,
    /// Each time-stamp with its entry, the first one first.
    pub links: Vec<Link>,
    /// The certificates, in DER, of the authorities that were trusted when they were taken.
    pub authorities: Vec<Vec<u8>>,
    /// Whether all hold, checked anew; or the place of the one that does not, from 0, and why.
    pub verdict: Result<Series, (usize, Verdict)>,
}

/// One time-stamp of a series.
#[derive(Clone, Debug)]
pub struct Link {
    /// Its entry.
    pub entry: EntryId,
    /// The time-stamp.
    pub token: StampedToken,
}

impl Timestamp {
    /// The files by which others check it, each with its name: requests (`.tsq`) and replies (`.tsr`) as `openssl ts`
    /// reads them, the checkpoint that was stamped, and the authorities in PEM. A renewal is over the reply before it, so
    /// that `openssl ts -verify -data stamp-1.tsr -in stamp-1-2.tsr` checks it.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let mut files = Vec::new();
        let base = format!("stamp-{}", self.number);
        for (at, link) in self.links.iter().enumerate() {
            let name = if at == 0 { base.clone() } else { format!("{base}-{}", at + 1) };
            files.push((format!("{name}.tsq"), link.token.request.as_ref().to_vec()));
            files.push((format!("{name}.tsr"), link.token.reply.as_ref().to_vec()));
        }
        if let Some(Subject::Checkpoint(note)) = &self.of {
            files.push((format!("{base}.checkpoint"), note.clone().into_bytes()));
        }
        let authorities = self.authorities.iter().flat_map(|bytes| pem(bytes).into_bytes()).collect();
        files.push((format!("{base}.authorities.pem"), authorities));
        files
    }
}

fn pem(certificate: &[u8]) -> String {
    let text = STANDARD.encode(certificate);
    let lines: Vec<_> = text.as_bytes().chunks(PEM_LINE).map(String::from_utf8_lossy).collect();
    format!("-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n", lines.join("\n"))
}

impl<S: Store> Casework<S> {
    /// The time-stamps of a case, each checked anew.
    ///
    /// # Errors
    /// Fails when the officer may not read the case.
    pub async fn timestamps(&self, session: &Session, case: CaseId) -> Result<Vec<Timestamp>, CaseworkError> {
        let state = self.state();
        let mut all: Vec<Timestamp> = Vec::new();
        for told in self.entries_of(session, case, KINDS).await? {
            if told.kind == TimestampTaken::KIND {
                let number = u32::try_from(all.len() + 1).unwrap_or(u32::MAX);
                let taken: Option<TimestampTaken> = told.body();
                let (of, token) = taken.map(|taken| (taken.of, taken.token)).unzip();
                all.push(Timestamp {
                    number,
                    entry: told.entry,
                    of,
                    exhibit: told.reference(EXHIBIT),
                    withdrawn: told.withdrawn,
                    links: token.map(|token| Link { entry: told.entry, token }).into_iter().collect(),
                    authorities: vec![],
                    verdict: verify_series(Sha256Digest::of(b""), &[], &Anchors::default()),
                });
            } else if let Some(before) = told.reference(RENEWS)
                && let Some(series) = all.iter_mut().find(|series| ends_with(series, before))
            {
                series.withdrawn |= told.withdrawn;
                if let Some(TimestampRenewed { token }) = told.body() {
                    series.links.push(Link { entry: told.entry, token });
                }
            }
        }
        for series in &mut all {
            series.authorities = authorities(&state, &series.links);
            series.verdict = verdict(series);
        }
        Ok(all)
    }

    /// The files by which others check the time-stamps of a case, each with its name; without those that were withdrawn or
    /// forgotten.
    ///
    /// # Errors
    /// Fails when the officer may not read the case.
    pub async fn timestamp_files(
        &self,
        session: &Session,
        case: CaseId,
    ) -> Result<Vec<(String, Vec<u8>)>, CaseworkError> {
        let all = self.timestamps(session, case).await?;
        let counting = all.iter().filter(|series| !series.withdrawn && !series.links.is_empty());
        Ok(counting.flat_map(Timestamp::files).collect())
    }
}

fn ends_with(series: &Timestamp, entry: EntryId) -> bool {
    series.links.last().is_some_and(|link| link.entry == entry)
}

/// Whoever was trusted when the time-stamps of a series were taken, each once.
fn authorities(state: &State, links: &[Link]) -> Vec<Vec<u8>> {
    let server = |digest| state.offices().find_map(|office| office.stamping.known(digest));
    let servers = links.iter().filter_map(|link| server(link.token.server));
    let mut all = Vec::new();
    for certificate in servers.flat_map(|server: &StampServer| &server.authorities) {
        let certificate = certificate.as_ref().to_vec();
        if !all.contains(&certificate) {
            all.push(certificate);
        }
    }
    all
}

fn verdict(series: &Timestamp) -> Result<Series, (usize, Verdict)> {
    let anchors = Anchors::from_der(series.authorities.clone());
    let anchors = anchors.map_err(|error| (0, Verdict::Fail(error.into())))?;
    let link =
        |Link { token, .. }: &'_ Link| (token.request.as_ref().to_vec(), token.reply.as_ref().to_vec());
    let bytes: Vec<_> = series.links.iter().map(link).collect();
    let links: Vec<_> = bytes.iter().map(|(request, reply)| comity_stamp::Link { request, reply }).collect();
    // What was forgotten has no link either.
    let imprint = series.of.as_ref().map_or(Sha256Digest::of(b""), Subject::imprint);
    verify_series(imprint, &links, &anchors)
}
