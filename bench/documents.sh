# A printed request of five pages in two languages beside Typst's own time for the same pages, which it may take three
# times; and memory over a thousand documents, which must stay flat.
set -euo pipefail
cd "$(dirname "$0")/.."
cargo run --quiet --release --locked -p comity-document --example document_throughput
