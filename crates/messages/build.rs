//! Embeds every catalogue of `packs/locales`: one folder a language, one file a crate.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Path::new(&std::env::var("CARGO_MANIFEST_DIR")?).join("../../packs/locales");
    let mut code = String::from("/// Language, name of the catalogue, its text.\n");
    code.push_str("static EMBEDDED: &[(&str, &str, &str)] = &[\n");
    let mut reviews =
        String::from("/// Language, its `review.toml`.\nstatic REVIEWS: &[(&str, &str)] = &[\n");
    watch(&root);
    for language in sorted(&root)? {
        let Some(tag) = language.file_name().and_then(|n| n.to_str()).filter(|_| language.is_dir()) else {
            continue;
        };
        watch(&language);
        for file in sorted(&language)? {
            let name = file.file_stem().and_then(|n| n.to_str()).ok_or("a name that is not UTF-8")?;
            match file.extension().and_then(|e| e.to_str()) {
                Some("ftl") => writeln!(code, "    ({tag:?}, {name:?}, include_str!({:?})),", text(&file)?)?,
                Some("toml") if name == "review" => {
                    writeln!(reviews, "    ({tag:?}, include_str!({:?})),", text(&file)?)?;
                }
                _ => return Err(format!("{} is no catalogue", file.display()).into()),
            }
        }
    }
    code.push_str("];\n");
    reviews.push_str("];\n");
    let out = Path::new(&std::env::var("OUT_DIR")?).join("embedded.rs");
    #[expect(
        clippy::disallowed_methods,
        reason = "a build script makes a file that the next build makes again"
    )]
    std::fs::write(out, code + &reviews)?;
    Ok(())
}

fn sorted(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut paths =
        std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn text(path: &Path) -> Result<&str, &'static str> {
    path.to_str().ok_or("a path that is not UTF-8")
}

fn watch(path: &Path) {
    println!("cargo::rerun-if-changed={}", path.display());
}
