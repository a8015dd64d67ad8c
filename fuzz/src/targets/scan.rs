//! The scanner of addresses and recovery phrases.

use comity_scan::{Scanner, Value};

use crate::Target;

/// Every target of this crate.
pub fn targets() -> Vec<Target> {
    vec![Target { name: "scan-bytes", seeds, run }]
}

fn seeds() -> Vec<Vec<u8>> {
    let phrase = "legal winner thank year wave sausage worth useful legal winner thank yellow";
    [
        "Pay to mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn now",
        "\\u000atb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx",
        "BC1SW50QGDZ25J bc1pfeessrawgf 1111111111111111111114oLvT2",
        phrase,
        "1. legal 2. winner 3. thank 4. year 5. wave 6. sausage\n7. worth 8. useful 9. legal 10. winner",
        "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn",
    ]
    .iter()
    .flat_map(|seed| {
        let wide = "\u{FEFF}".encode_utf16().chain(seed.encode_utf16()).flat_map(u16::to_le_bytes);
        [seed.as_bytes().to_vec(), wide.collect()]
    })
    .collect()
}

/// A small window and a large one find the same; each hit lies where it says, and shows no secret.
fn run(bytes: &[u8]) {
    // Repeated, so that short inputs too meet the borders of the small window.
    let long = bytes.repeat(1 + 40_000 / bytes.len().max(1)).into_iter().take(60_000).collect::<Vec<_>>();
    for bytes in [bytes, &long] {
        let hits = Scanner::new().with_window(usize::MAX).scan_bytes(bytes);
        let by_parts = Scanner::new().with_window(0).scan_bytes(bytes);
        assert_eq!(format!("{hits:?}"), format!("{by_parts:?}"));
        for hit in hits {
            let start = usize::try_from(hit.offset).expect("the input is in memory");
            let length = usize::try_from(hit.length).expect("the input is in memory");
            let place = &bytes[start..start + length];
            match &hit.value {
                Value::Plain { found, .. } if place.len() == found.len() => {
                    assert_eq!(found.as_bytes(), place);
                }
                // In UTF-16 a letter takes two bytes, one of them zero.
                Value::Plain { found, .. } => {
                    let letters: Vec<u8> = place.chunks(2).map(|unit| unit[0] | unit[1]).collect();
                    assert_eq!(found.as_bytes(), letters);
                }
                Value::Secret(secret) => {
                    assert!(!format!("{hit:?}").contains(secret.reveal()));
                    assert_eq!(secret.reveal().split(' ').count(), usize::from(secret.words()));
                }
                _ => {}
            }
        }
    }
}
