//! A node at work delivers by itself, whatever becomes of its calls.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use comity_casework::CaseworkError;
use comity_casework::exchange::{Destination, Way};
use comity_node::{CALL_EVERY, Carrier, Config, ConverseError, converse, deliver, router};
use comity_record::Coded;
use comity_record::sign::VerifyingKey;
use comity_record::testing::{Counting, Standing};
use tokio::sync::oneshot;

use crate::bench::{Browser, HOST};
use crate::shared::two::{Node, Side, Two};

/// A line between two nodes of this process. It can be cut.
struct Line {
    from: VerifyingKey,
    to: Arc<Node>,
    cut: AtomicBool,
    calls: AtomicUsize,
}

#[derive(Debug, thiserror::Error)]
enum LineError {
    #[error("the line is cut")]
    Cut,
    #[error(transparent)]
    There(CaseworkError),
}

impl Coded for LineError {
    fn code(&self) -> &'static str {
        match self {
            Self::Cut => "test-line-cut",
            Self::There(error) => error.code(),
        }
    }
}

impl Carrier for Line {
    type Error = LineError;

    async fn carry(&self, to: &Destination, body: Vec<u8>) -> Result<Vec<u8>, LineError> {
        assert_eq!(to.node, self.to.node_key());
        self.calls.fetch_add(1, Ordering::Relaxed);
        if self.cut.load(Ordering::Relaxed) {
            return Err(LineError::Cut);
        }
        self.to.exchange(self.from, &body).await.map_err(LineError::There)
    }
}

/// Two offices of which the first can call the second.
async fn connected() -> (Two, Arc<Line>) {
    let two = Two::new().await;
    let address = Some("node.example.org:8471".to_owned());
    two.a.node.set_address(two.a.administrator(), two.agreement, address).await.unwrap();
    let line = Line {
        from: two.a.node.node_key(),
        to: Arc::clone(&two.b.node),
        cut: AtomicBool::new(false),
        calls: AtomicUsize::new(0),
    };
    (two, Arc::new(line))
}

async fn send(two: &Two, from: &Side, body: &str) {
    let what = two.what(from, "request.acknowledged", body);
    from.node.send(from.investigator(), from.case, what).await.unwrap();
}

fn statuses(side: &Side, way: Way) -> Vec<&'static str> {
    let messages = side.node.messages(side.auditor()).unwrap();
    messages.iter().filter(|message| message.way == way).map(|message| message.status).collect()
}

/// Lets the loop work for so long: the clock of the nodes goes on with that of the loop.
async fn pass(two: &mut Two, seconds: u64) {
    for _ in 0..seconds {
        two.wait(1);
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_node_at_work_delivers_and_fetches_by_itself() {
    let (mut two, line) = connected().await;
    let (stop, stopped) = oneshot::channel::<()>();
    let work = tokio::spawn(deliver(Arc::clone(&two.a.node), Arc::clone(&line), async {
        drop(stopped.await);
    }));
    pass(&mut two, 3).await;
    send(&two, &two.a, "to b").await;
    pass(&mut two, 3).await;
    assert_eq!(statuses(&two.b, Way::In), ["unread"], "what is queued goes at once");
    assert_eq!(statuses(&two.a, Way::Out), ["received"]);

    // The second office cannot call; what waits there is fetched.
    send(&two, &two.b, "to a").await;
    pass(&mut two, CALL_EVERY.as_secs() + 1).await;
    assert_eq!(statuses(&two.a, Way::In), ["unread"]);
    assert_eq!(statuses(&two.b, Way::Out), ["received"]);

    // While the line is cut it is tried again, with pauses that grow; then everything goes.
    line.cut.store(true, Ordering::Relaxed);
    send(&two, &two.a, "while the line is cut").await;
    let before = line.calls.load(Ordering::Relaxed);
    pass(&mut two, 1200).await;
    let tried = line.calls.load(Ordering::Relaxed) - before;
    assert!((4..60).contains(&tried), "{tried} calls in twenty minutes");
    line.cut.store(false, Ordering::Relaxed);
    pass(&mut two, CALL_EVERY.as_secs() + 1).await;
    assert_eq!(statuses(&two.b, Way::In), ["unread", "unread"]);
    assert_eq!(statuses(&two.a, Way::Out), ["received", "received"]);

    stop.send(()).unwrap();
    work.await.unwrap();
    let calls = line.calls.load(Ordering::Relaxed);
    send(&two, &two.a, "after the end").await;
    pass(&mut two, 1000).await;
    assert_eq!(line.calls.load(Ordering::Relaxed), calls);
    two.a.check().await;
    two.b.check().await;
}

#[tokio::test]
async fn a_conversation_ends_and_its_failure_has_a_code() {
    let (mut two, line) = connected().await;
    for n in 0..3 {
        send(&two, &two.a, &n.to_string()).await;
        send(&two, &two.b, &n.to_string()).await;
    }
    let to = two.a.node.destinations().remove(0);
    two.wait(1);
    let told = converse(two.a.node.as_ref(), line.as_ref(), &to).await.unwrap();
    assert_eq!((told.messages, told.receipts), (3, 3));
    assert!(told.rounds <= 5, "{told:?}");

    line.cut.store(true, Ordering::Relaxed);
    let cut = converse(two.a.node.as_ref(), line.as_ref(), &to).await.unwrap_err();
    assert!(matches!(cut, ConverseError::Carrier(LineError::Cut)));
    // A node that speaks for somebody else is refused there.
    let stranger =
        Line { from: two.b.node.node_key(), to: Arc::clone(&two.b.node), cut: false.into(), calls: 0.into() };
    let refused = converse(two.a.node.as_ref(), &stranger, &to).await.unwrap_err();
    assert_eq!(refused.code(), "casework-exchange-other-peer");

    // Whom nobody can call is not called.
    two.a.node.set_address(two.a.administrator(), two.agreement, None).await.unwrap();
    assert_eq!(two.a.node.destinations(), []);
}

#[tokio::test]
async fn whoever_approves_a_message_sees_on_the_page_what_would_leave() {
    let (two, _) = connected().await;
    let side = &two.a;
    let what = two.what(side, "intelligence.spontaneous", "Coins of the theft reached <b>your</b> exchange");
    let reason = "The other side can still freeze them".to_owned();
    let proposed = side.node.propose_message(side.investigator(), side.case, &what, reason).await.unwrap();
    side.node.assign(side.supervisor(), side.case, side.supervisor().officer(), true).await.unwrap();
    let clock = Arc::new(Standing::at(crate::bench::NOON));
    let config = Config::new(clock, Arc::new(Counting::default()));
    let mut browser = Browser::of(router(Arc::clone(&side.node), config).unwrap(), HOST);
    browser.sign_in(side.office, "supervisor", "the passphrase of supervisor").await;
    let page = browser.get(&format!("/cases/{}", side.case)).await;
    let them = side.node.state().channels().get(two.agreement).unwrap().them().name.clone();
    for told in [&*them, "intelligence.spontaneous", "Coins of the theft reached &lt;b&gt;your"] {
        page.has(told);
    }
    page.has(&proposed.entry.to_string()).lacks("are not shown here");
    let long = two.what(side, "intelligence.spontaneous", &format!("{}tail of it", "word ".repeat(400)));
    let reason = "It says how".to_owned();
    side.node.propose_message(side.investigator(), side.case, &long, reason).await.unwrap();
    let page = browser.get(&format!("/cases/{}", side.case)).await;
    page.has("\u{2068}10\u{2069} more characters are not shown here").lacks("tail of it");
}
