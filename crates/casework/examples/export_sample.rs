//! Writes a sample export into a folder: the case of the tests, for the independent checker.
//!
//! `export_sample FOLDER` makes `FOLDER/case` (the package), `FOLDER/handed-over` (the package of a case that went to
//! another office after the export was approved), `FOLDER/restored` (the package of the same case after the node was
//! restored from a backup), `FOLDER/case.age` (sealed to the recipient) and `FOLDER/recipient.key` (the
//! recipient's secret key, which is the same in every run and protects nothing).
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "an example ends when something is wrong")]

#[path = "../tests/bench.rs"]
#[allow(dead_code, reason = "shared with the tests")]
mod bench;
#[path = "../tests/sample.rs"]
mod sample;

use comity_disk::{DiskPath, RealDisk, write_durable};
use comity_record::testing::Counting;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let folder = std::env::args_os().nth(1).expect("a folder to write to");
    let disk = RealDisk::open(&folder).unwrap();
    let path = |name: &str| DiskPath::new(name).unwrap();
    let sample = sample::Sample::new(&bench::Bench::new()).await;
    let identity = sample::identity();
    let export = sample.export(&identity.recipient()).await;
    export.package.write(&disk, &path("case")).unwrap();
    write_durable(&disk, &path("case.age"), &export.sealed(&Counting::default()).unwrap()).unwrap();
    write_durable(&disk, &path("recipient.key"), identity.reveal().as_bytes()).unwrap();
    let other = sample::Sample::new(&bench::Bench::new()).await.export_by_other(&identity.recipient()).await;
    other.package.write(&disk, &path("handed-over")).unwrap();
    let restored = Box::pin(sample.restored()).await;
    restored.export(&identity.recipient()).await.package.write(&disk, &path("restored")).unwrap();
    println!("{} {}", export.package.files().len(), restored.node().node_key());
}
