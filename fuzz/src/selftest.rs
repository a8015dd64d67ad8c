//! Targets that fail, each in its own way, to try the driver itself (`tests/tests.rs`).

use comity_fuzz::Target;

/// One target for each way to fail, and one that does not.
pub fn targets() -> Vec<Target> {
    let seeds = || vec![b"a harmless seed".to_vec()];
    vec![
        Target { name: "selftest-sound", seeds, run: |_| {} },
        Target { name: "selftest-panics", seeds, run: |bytes| assert!(!bytes.contains(&0xff), "met 0xff") },
        Target {
            name: "selftest-overflows",
            seeds,
            run: |bytes| {
                if bytes.contains(&0xff) {
                    std::hint::black_box(deeper(bytes));
                }
            },
        },
        Target {
            name: "selftest-hangs",
            seeds,
            run: |bytes| {
                while bytes.contains(&0xff) {
                    std::thread::yield_now();
                }
            },
        },
        Target {
            name: "selftest-swallows",
            seeds,
            run: |bytes| {
                if bytes.contains(&0xff) {
                    std::hint::black_box(Vec::<u8>::with_capacity(1 << 32));
                }
            },
        },
    ]
}

/// Calls itself until the stack is used up.
#[expect(unconditional_recursion, reason = "this is how a parser without a limit of depth ends")]
fn deeper(bytes: &[u8]) -> u64 {
    let frame = std::hint::black_box([0_u64; 64]);
    frame[bytes.len() % 64] + deeper(bytes)
}
