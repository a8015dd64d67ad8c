//! `comity licences`: under which terms the program and everything in it may be used and handed on.

use std::process::ExitCode;

use serde_json::json;

use crate::out::{Failure, Out};

include!(concat!(env!("OUT_DIR"), "/licences.rs"));

/// A part of the program.
struct Component {
    /// `comity`, `crate` for a package of Rust, `npm` for a font or script.
    kind: &'static str,
    name: &'static str,
    version: &'static str,
    licence: &'static str,
    /// Its files with licences and notices, and where among the texts each is.
    texts: &'static [(&'static str, usize)],
}

pub fn run(out: &Out, name: Option<&str>) -> Result<ExitCode, Failure> {
    let Some(name) = name else {
        for component in COMPONENTS {
            let Component { kind, name, version, licence, .. } = component;
            out.answer(
                &json!({ "kind": kind, "name": name, "version": version, "licence": licence }),
                |out| {
                    out.line(&format!("{name} {version}  {licence}"));
                },
            );
        }
        return Ok(ExitCode::SUCCESS);
    };
    let mut named = COMPONENTS.iter().filter(|component| component.name == name).peekable();
    if named.peek().is_none() {
        return Err(Failure::new("comity-licence-unknown", vec![("name", name.to_owned())]));
    }
    for Component { kind, name, version, licence, texts } in named {
        let texts: Vec<(&str, &str)> = texts.iter().map(|(file, at)| (*file, TEXTS[*at])).collect();
        let answer = json!({
            "kind": kind, "name": name, "version": version, "licence": licence,
            "texts": texts.iter().map(|(file, text)| json!({ "file": file, "text": text })).collect::<Vec<_>>(),
        });
        out.answer(&answer, |out| {
            out.line(&format!("{name} {version}  {licence}"));
            for (file, text) in &texts {
                out.line(&format!("\n{file}\n\n{}", text.trim_end()));
            }
        });
    }
    Ok(ExitCode::SUCCESS)
}
