# How long an answer about law takes, against its limit of one millisecond of processor time.
set -euo pipefail
cd "$(dirname "$0")/.."
cargo run --quiet --release --locked -p comity-law --example law_answers -- packs/law
