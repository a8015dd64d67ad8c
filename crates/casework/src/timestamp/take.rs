//! How a time-stamp is asked for, verified and recorded.

use comity_record::{Bytes, CaseId, Coded, RecordedTime, Sha256Digest};
use comity_stamp::{Fault, Request, Stamped, Stamper, Undecided, Verdict, verify};
use comity_store::Store;

use super::body::{StampServer, StampedToken, Subject, TimestampTaken};
use super::fold::EXHIBIT;
use crate::body::{Body as _, OfficeAct, OfficeProposal, office_journal};
use crate::casework::{Casework, Receipt, Session, With};
use crate::error::CaseworkError;
use crate::refusal::Refusal;
use crate::state::Office;

/// What an officer has stamped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stampable {
    /// The log as it stands, and with it every entry of the case until now.
    Checkpoint,
    /// The exhibit of this number.
    Exhibit(u32),
}

/// A time-stamp that was taken.
#[derive(Clone, Debug)]
pub struct TakenStamp {
    /// Its entry.
    pub receipt: Receipt,
    /// What it says.
    pub stamped: Stamped,
}

/// Why there is no time-stamp. Nothing was recorded.
#[derive(Debug, thiserror::Error)]
pub enum StampingError<E> {
    /// It may not be asked for, or not be recorded.
    #[error(transparent)]
    Casework(#[from] CaseworkError),
    /// The server gave no reply.
    #[error("{0}")]
    Server(E),
    /// What the server gave does not hold.
    #[error(transparent)]
    Fault(#[from] Fault),
    /// It cannot be said whether it holds.
    #[error(transparent)]
    Undecided(#[from] Undecided),
    /// The certificates of the server end no later than those of the time-stamp that it should renew.
    #[error("its certificates end at {0}, no later than before")]
    NoLater(RecordedTime),
}

impl<E: Coded> Coded for StampingError<E> {
    fn code(&self) -> &'static str {
        match self {
            Self::Casework(e) => e.code(),
            Self::Server(e) => e.code(),
            Self::Fault(e) => e.code(),
            Self::Undecided(e) => e.code(),
            Self::NoLater(_) => "casework-timestamp-no-later",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Casework(e) => e.args(),
            Self::Server(e) => e.args(),
            Self::Fault(e) => e.args(),
            Self::Undecided(e) => e.args(),
            Self::NoLater(until) => vec![("until", until.to_string())],
        }
    }
}

impl<E> From<Refusal> for StampingError<E> {
    fn from(refusal: Refusal) -> Self {
        Self::Casework(refusal.into())
    }
}

impl<S: Store> Casework<S> {
    /// Proposes the time-stamp server that the office asks from then on; without one, that it asks none.
    ///
    /// # Errors
    /// Fails for an address that is none, for certificates that cannot be read, and for the server that is asked already.
    pub async fn propose_stamp_server(
        &self,
        session: &Session,
        server: Option<StampServer>,
        reason: String,
    ) -> Result<Receipt, CaseworkError> {
        let readable = |server: &StampServer| {
            server.server()?;
            server.anchors()?;
            comity_stamp::Anchors::from_der(server.tls_anchors()).map(drop)
        };
        server.as_ref().map_or(Ok(()), readable)?;
        let body = OfficeProposal { act: OfficeAct::SetStampServer(server), reason };
        self.record(session, office_journal(session.office), &body, With::default()).await
    }

    /// The time-stamp server that the officer's office asks.
    ///
    /// # Errors
    /// Fails when the officer may not read the office's journal, and where no server is named.
    pub fn stamp_server(&self, session: &Session) -> Result<StampServer, CaseworkError> {
        self.may(session, office_journal(session.office), "office.read")?;
        Ok(server_of(self.state().office(session.office)?)?.clone())
    }

    /// Has something of a case stamped, verifies what comes back, and records it.
    ///
    /// # Errors
    /// Says why nothing was recorded: no server is named, it gave no reply, or the reply does not hold.
    pub async fn stamp<T: Stamper>(
        &self,
        session: &Session,
        case: CaseId,
        of: Stampable,
        stamper: &T,
    ) -> Result<TakenStamp, StampingError<T::Error>> {
        // Nobody asks a server who may not record what it gives.
        self.may_since(session, case, TimestampTaken::KIND)?;
        let server = server_of(self.state().office(session.office)?)?.clone();
        let (of, with) = match of {
            Stampable::Checkpoint => (Subject::Checkpoint(self.log().note().to_string()), With::default()),
            Stampable::Exhibit(number) => {
                let exhibit = self.exhibit(session, case, number).await?;
                let digest = exhibit.digest().ok_or(Refusal::UnknownExhibit(number))?;
                (Subject::Exhibit(digest), With::reference(EXHIBIT, exhibit.entry))
            }
        };
        let (token, stamped) = self.ask(&server, of.imprint(), stamper).await?;
        let receipt = self.record(session, case, &TimestampTaken { of, token }, with).await?;
        Ok(TakenStamp { receipt, stamped })
    }

    /// Asks a server for a time-stamp of a digest, and verifies what it gives.
    pub(super) async fn ask<T: Stamper>(
        &self,
        server: &StampServer,
        imprint: Sha256Digest,
        stamper: &T,
    ) -> Result<(StampedToken, Stamped), StampingError<T::Error>> {
        let (place, anchors) =
            (server.server().map_err(Fault::from)?, server.anchors().map_err(Fault::from)?);
        let request = Request::new(imprint, self.entropy.draw());
        let sent = request.to_der();
        let asked = stamper.stamp(&place, &server.tls_anchors(), sent.clone()).await;
        let reply = asked.map_err(StampingError::Server)?;
        let stamped = match verify(&reply, &request, &anchors) {
            Verdict::Pass(stamped) => stamped,
            Verdict::Fail(fault) => return Err(fault.into()),
            Verdict::Undecided(undecided) => return Err(undecided.into()),
        };
        let token = StampedToken {
            request: Bytes(sent),
            reply: Bytes(reply),
            server: server.digest(),
            time: RecordedTime::at(stamped.time),
            until: RecordedTime::at(stamped.until),
        };
        Ok((token, stamped))
    }
}

/// The server that an office asks.
pub(super) fn server_of(office: &Office) -> Result<&StampServer, Refusal> {
    office.stamping.server().ok_or(Refusal::NoStampServer)
}
