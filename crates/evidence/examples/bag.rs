//! Makes a package: `bag SOURCE OUT DATE`, or, with an example of its own, `bag --example OUT`.
//!
//! For checks by validators of others. Prints the digest of the tag manifest.

use std::error::Error;
use std::path::{Path, PathBuf};

use comity_disk::{DiskPath, RealDisk};
use comity_evidence::{Intake, Limits, SealOptions, TagFile, seal_to_bag};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let (source, out, date) = match arguments.as_slice() {
        [flag, out] if flag.as_os_str() == "--example" => {
            let source = out.with_extension("source");
            write_example(&source)?;
            (source, out.clone(), "2026-11-23".to_owned())
        }
        [source, out, date] => (source.clone(), out.clone(), date.to_string_lossy().into_owned()),
        _ => return Err("usage: bag SOURCE OUT YYYY-MM-DD | bag --example OUT".into()),
    };
    let above = out.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = out.file_name().and_then(|n| n.to_str()).ok_or("OUT needs a name")?;
    let options = SealOptions {
        bagging_date: date.parse()?,
        info: vec![
            ("Source-Organization".to_owned(), "Exercise unit".to_owned()),
            ("External-Description".to_owned(), "Пример — نمونه".to_owned()),
        ],
        tags: vec![TagFile { path: "custody/record.txt".to_owned(), bytes: b"collected\n".to_vec() }],
    };
    let mut intake = Intake::new(Limits::default());
    let disk = RealDisk::open(above)?;
    let sealed = seal_to_bag(&source, &disk, &DiskPath::new(name)?, &options, None, &mut intake)?;
    #[expect(clippy::print_stdout, reason = "a program for the command line")]
    {
        println!("{}", sealed.bag.tag_manifest);
    }
    Ok(())
}

/// Files whose names are hard for checkers.
fn write_example(source: &Path) -> Result<(), Box<dyn Error>> {
    use std::io::Write as _;
    use std::os::unix::ffi::OsStrExt as _;
    let names: [&[u8]; 12] = [
        b"plain.txt",
        b"with space.txt",
        b"100%25.txt",
        b"percent%0A.txt",
        b"line\nend.txt",
        b"back\\slash.txt",
        b"end ",
        b"\xff\xfe",
        "отчёт/گزارش.txt".as_bytes(),
        b"Case/Makefile",
        b"Case/makefile",
        b"empty",
    ];
    for name in names {
        let path = source.join(std::ffi::OsStr::from_bytes(name));
        std::fs::create_dir_all(path.parent().ok_or("no folder")?)?;
        std::fs::File::create(&path)?.write_all(if name == b"empty" { b"" } else { name })?;
    }
    std::fs::create_dir_all(source.join("empty folder"))?;
    Ok(())
}
