//! The keys to which messages for an office are sealed: drawn, announced, and destroyed when their time is over.

use comity_channel::{BUNDLE_VERSION, KeyBundle, Keyring, MAX_KEYS, PublishedKey, SealingKey, Suite};
use comity_record::{Bytes, KeyId, OfficeId, Sha256Digest};
use comity_store::{Store, WrapChange, WrapKind};
use jiff::ToSpan as _;

use super::body::{KeysPublished, SealingDestroyed, SealingDrawn};
use super::channels::Channel;
use super::error::ExchangeError;
use crate::casework::{Casework, Receipt, Session, With, put};
use crate::error::CaseworkError;

/// For how many days a key is sealed to. Shorter use gives away less when a key is lost; longer use needs fewer
/// announcements of a counterpart that is reached by couriers.
pub const SEALING_DAYS: i64 = 180;
/// How many days before the last day of a key the next one is drawn and announced: time enough for a courier.
pub const RENEW_BEFORE_DAYS: i64 = 45;

impl<S: Store> Casework<S> {
    /// The private keys of an office that are still here.
    pub(super) async fn sealing_ring(&self, office: OfficeId) -> Result<Keyring, CaseworkError> {
        let mut ring = Keyring::new();
        for published in self.state().channels().sealing_keys(office) {
            let id = published.id();
            // A key that a restore did not bring back is gone, as one that was destroyed.
            let Some(wrapped) = self.store.wrap(WrapKind::Sealing, id.as_bytes()).await? else { continue };
            let private = self
                .keyring
                .sealing_wrapping()
                .open(&sealing_context(id), &wrapped)
                .map_err(|_| CaseworkError::KeyMissing(format!("sealing key {id}")))?;
            ring.add(SealingKey::restore(private, published.clone()).map_err(ExchangeError::from)?);
        }
        Ok(ring)
    }

    /// Draws a key for an office. Durable when it returns.
    pub(super) async fn draw_sealing(&self, office: OfficeId) -> Result<PublishedKey, CaseworkError> {
        let from = self.channel_day();
        let until = from.saturating_add((SEALING_DAYS - 1).days());
        let key = SealingKey::draw(self.entropy.as_ref(), Suite::PREFERRED, from, until)
            .map_err(ExchangeError::from)?;
        let published = key.published().clone();
        let context = sealing_context(published.id());
        let wrapped =
            self.keyring.sealing_wrapping().seal(self.entropy.as_ref(), &context, key.private().as_slice());
        let body = SealingDrawn { key: published.clone() };
        let mut drawn = self.by_node(&self.state(), office, &body, With::default())?;
        drawn.wraps.push(put(WrapKind::Sealing, published.id().as_bytes(), wrapped));
        self.append(vec![drawn]).await?;
        Ok(published)
    }

    /// Draws a key for an office, unless one is in use for long enough.
    pub(super) async fn ensure_sealing(&self, office: OfficeId) -> Result<(), CaseworkError> {
        let today = self.channel_day();
        let enough = today.saturating_add(RENEW_BEFORE_DAYS.days());
        let lasts = |key: &PublishedKey| key.in_use(today) && key.until >= enough;
        let lasting = self.state().channels().sealing_keys(office).any(lasts);
        if lasting { Ok(()) } else { self.draw_sealing(office).await.map(drop) }
    }

    /// Draws a new key for the office and announces it to every counterpart, as an officer asks after a loss, say.
    ///
    /// # Errors
    /// Fails when the officer may not operate channels.
    pub async fn rotate_keys(&self, session: &Session) -> Result<KeyId, CaseworkError> {
        self.may_operate(session)?;
        let drawn = self.draw_sealing(session.office()).await?;
        for channel in self.channels_of(session.office()) {
            self.announce(channel).await?;
        }
        Ok(drawn.id())
    }

    /// Does what the calendar asks for: draws keys before the present ones end, announces what was not announced, and
    /// destroys private keys whose grace is over. To be done at the start of a node, and every day. Says whether it was
    /// done: not as long as the clock is much later than all that was recorded and nobody has confirmed it.
    ///
    /// # Errors
    /// Fails when the store does.
    pub async fn tend_keys(&self) -> Result<bool, CaseworkError> {
        let state = self.state();
        if !self.believes_clock(&state) {
            tracing::warn!(clock = %self.clock.now(), "no key is drawn or destroyed until an officer records something at this time");
            return Ok(false);
        }
        let offices: Vec<OfficeId> = state.offices().map(|office| office.id).collect();
        for office in offices {
            let channels = self.channels_of(office);
            let lasting = channels.iter().any(|agreement| {
                state.channels().get(*agreement).is_ok_and(|channel| channel.ended_by.is_none())
            });
            // An office that has agreed with nobody needs no key.
            if lasting {
                self.ensure_sealing(office).await?;
            }
            for agreement in channels {
                self.announce(agreement).await?;
            }
            self.destroy_overdue(office).await?;
        }
        Ok(true)
    }

    fn channels_of(&self, office: OfficeId) -> Vec<Sha256Digest> {
        let state = self.state();
        let of_office = state.channels().iter().filter(|channel| channel.office == office);
        of_office.map(Channel::agreement).collect()
    }

    /// Announces the office's keys under an agreement, unless the counterpart was told of the same ones.
    pub(super) async fn announce(&self, agreement: Sha256Digest) -> Result<Option<Receipt>, CaseworkError> {
        let today = self.channel_day();
        let known = self.runtime.peer(agreement, |peer| peer.keys).unwrap_or(0);
        let receipts = self
            .append_made(|state| {
                let channel = state.channels().get(agreement)?;
                // The newest count; a list has room for a few.
                let newest = state.channels().newest_keys(channel.office);
                let newest = newest.filter(|key| key.until >= today).take(MAX_KEYS);
                let mut keys: Vec<PublishedKey> = newest.cloned().collect();
                keys.sort_by_key(PublishedKey::id);
                let number = channel.announced.as_ref().map_or(0, |(number, _)| *number);
                let told = channel.announced_keys();
                // A counterpart that knows a later number heard it from this node before it was restored.
                if keys.is_empty() || channel.ended_by.is_some() || (keys == told && known <= number) {
                    return Ok(vec![]);
                }
                let bundle = KeyBundle {
                    v: BUNDLE_VERSION,
                    agreement,
                    office: channel.office,
                    number: number.max(known) + 1,
                    keys,
                };
                let bundle = Bytes(bundle.sign(self.keyring.signing()).map_err(ExchangeError::from)?);
                let body = KeysPublished { agreement, bundle };
                Ok(vec![self.by_node(state, channel.office, &body, With::default())?])
            })
            .await?;
        if !receipts.is_empty() {
            self.runtime.news.notify_one();
        }
        Ok(receipts.first().copied())
    }

    /// Destroys the private keys of an office whose grace is over. What was recorded on the wire and sealed to them
    /// opens for nobody any more.
    async fn destroy_overdue(&self, office: OfficeId) -> Result<(), CaseworkError> {
        let overdue = self.sealing_ring(office).await?.overdue(self.channel_day());
        if overdue.is_empty() {
            return Ok(());
        }
        self.append_made(|state| {
            let kept: Vec<_> = state.channels().sealing_keys(office).map(PublishedKey::id).collect();
            let over = overdue.iter().filter(|key| kept.contains(key));
            over.map(|key| {
                let body = SealingDestroyed { key: *key };
                let mut destroyed = self.by_node(state, office, &body, With::default())?;
                destroyed.wraps.push(WrapChange::Destroy(WrapKind::Sealing, key.as_bytes().to_vec()));
                Ok(destroyed)
            })
            .collect()
        })
        .await
        .map(drop)
    }
}

impl Channel {
    /// The keys of this office that the counterpart was told of: by the last announcement, or by the agreement.
    fn announced_keys(&self) -> Vec<PublishedKey> {
        let announced = self.announced.as_ref();
        let bundle = announced.and_then(|(_, b)| KeyBundle::open(b.as_ref(), &self.agreed, self.office).ok());
        bundle.map_or_else(|| self.us().keys.clone(), |bundle| bundle.keys)
    }
}

fn sealing_context(key: KeyId) -> Vec<u8> {
    [b"comity/sealing-key/1".as_slice(), key.as_bytes()].concat()
}
