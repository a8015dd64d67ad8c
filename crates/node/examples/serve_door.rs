//! Opens a door that gives back what it is sent, for looking at it with programs that others wrote.
//!
//! Its arguments are the keys that it knows, in hex. Prints its address and its own key. Ends when its standard input
//! does, or by a signal.

use std::io::{Read as _, Write as _};
use std::sync::Arc;

use comity_adapters::tls::Identity;
use comity_adapters::world::SystemEntropy;
use comity_node::door::{Door, Exchange, ExchangeRefused};
use comity_record::sign::{SigningKey, VerifyingKey};

struct Echo(Vec<VerifyingKey>);

impl Exchange for Echo {
    fn knows(&self, peer: &VerifyingKey) -> bool {
        self.0.contains(peer)
    }

    async fn exchange(&self, _: VerifyingKey, body: Vec<u8>) -> Result<Vec<u8>, ExchangeRefused> {
        Ok(body)
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let known = std::env::args().skip(1).map(|key| key.parse()).collect::<Result<_, _>>()?;
    let identity = Identity::of(&SigningKey::draw(&SystemEntropy));
    let door = Door::bind("127.0.0.1:0".parse()?, &identity, Arc::new(Echo(known))).await?;
    let mut out = std::io::stdout();
    writeln!(out, "{} {}", door.address(), identity.key())?;
    out.flush()?;
    let ended = tokio::task::spawn_blocking(|| std::io::stdin().read_to_end(&mut Vec::new()));
    door.run(async { drop(ended.await) }).await;
    Ok(())
}
