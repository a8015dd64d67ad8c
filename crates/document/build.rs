//! Embeds the fonts and their licences, and installs them first where they are missing.

#[path = "../../assets/install.rs"]
mod install;

use std::fmt::Write as _;
use std::path::Path;

/// Package below `@expo-google-fonts`, and the files of it that are embedded.
const FONTS: &[(&str, &[&str])] = &[
    ("noto-serif", &["400Regular/NotoSerif_400Regular.ttf", "700Bold/NotoSerif_700Bold.ttf"]),
    ("noto-sans", &["400Regular/NotoSans_400Regular.ttf", "700Bold/NotoSans_700Bold.ttf"]),
    (
        "noto-naskh-arabic",
        &["400Regular/NotoNaskhArabic_400Regular.ttf", "700Bold/NotoNaskhArabic_700Bold.ttf"],
    ),
    ("noto-sans-mono", &["400Regular/NotoSansMono_400Regular.ttf"]),
];

fn main() -> Result<(), String> {
    let path = |package: &str, file: &str| format!("@expo-google-fonts/{package}/{file}");
    let wanted: Vec<String> = FONTS
        .iter()
        .flat_map(|(package, files)| {
            files.iter().copied().chain(["LICENSE_FONT", "LICENSE"]).map(|file| path(package, file))
        })
        .collect();
    let wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
    let assets = install::ensure(&wanted)?;
    let modules = assets.join("node_modules");

    let mut code = String::from("/// The font files, in the order in which a missing sign is looked for.\n");
    code.push_str("pub(crate) static FONT_FILES: &[&[u8]] = &[\n");
    for (package, files) in FONTS {
        for file in *files {
            writeln!(code, "    include_bytes!({}),", literal(&modules.join(path(package, file))))
                .map_err(|e| e.to_string())?;
        }
    }
    code.push_str("];\n\n/// Package, licence of the fonts, licence of the package around them.\n");
    code.push_str("pub(crate) static FONT_LICENCES: &[(&str, &str, &str)] = &[\n");
    for (package, _) in FONTS {
        let font = literal(&modules.join(path(package, "LICENSE_FONT")));
        let around = literal(&modules.join(path(package, "LICENSE")));
        writeln!(code, "    ({package:?}, include_str!({font}), include_str!({around})),")
            .map_err(|e| e.to_string())?;
    }
    code.push_str("];\n");

    let out = std::env::var("OUT_DIR").map_err(|e| e.to_string())?;
    #[expect(
        clippy::disallowed_methods,
        reason = "a build script makes a file that the next build makes again"
    )]
    std::fs::write(Path::new(&out).join("fonts.rs"), code).map_err(|e| e.to_string())?;

    let mut watched: Vec<_> = wanted.iter().map(|file| modules.join(file)).collect();
    watched.extend(["package.json", "package-lock.json", "install.rs"].map(|file| assets.join(file)));
    for file in watched {
        println!("cargo::rerun-if-changed={}", file.display());
    }
    Ok(())
}

/// The path as a string of Rust source.
fn literal(path: &Path) -> String {
    format!("{:?}", path.display().to_string())
}
