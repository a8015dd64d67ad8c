//! Checks a package: `verify_bag DIR`, for packages of other programs. Ends with an error unless the package passes.

use std::error::Error;
use std::path::{Path, PathBuf};

use comity_disk::{DiskPath, RealDisk};
use comity_evidence::bag::verify;
use comity_evidence::{Limits, Verdict};

fn main() -> Result<(), Box<dyn Error>> {
    let bag: PathBuf = std::env::args_os().nth(1).ok_or("usage: verify_bag DIR")?.into();
    let above = bag.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = bag.file_name().and_then(|n| n.to_str()).ok_or("DIR needs a name")?;
    let report = verify(&RealDisk::open(above)?, &DiskPath::new(name)?, &Limits::default(), None);
    if report.verdict() != Verdict::Pass {
        return Err(format!("{:?}", report.findings).into());
    }
    Ok(())
}
