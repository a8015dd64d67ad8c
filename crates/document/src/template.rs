//! Layouts: a page of Typst for each kind of document over one common base.

/// A layout. It says where things stand and holds no words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    name: String,
    main: String,
    base: String,
}

/// Bytes of a template. Ours have fewer than 12 000.
pub const MAX_TEMPLATE_BYTES: usize = 256 << 10;

const BASE: &str = include_str!("../../../packs/documents/base.typ");

/// Why a template of an office is not taken.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TemplateError {
    /// A function or variable is named like a direction of the language, which fails far from here.
    #[error("the template {template} defines {name} at line {line}, a name that Typst needs for a direction")]
    DirectionRedefined {
        /// The template.
        template: String,
        /// `ltr` or `rtl`.
        name: &'static str,
        /// The line, from 1.
        line: usize,
    },
    /// Larger than [`MAX_TEMPLATE_BYTES`].
    #[error("the template {0} is larger than {MAX_TEMPLATE_BYTES} bytes")]
    TooLarge(String),
}

impl comity_record::Coded for TemplateError {
    fn code(&self) -> &'static str {
        match self {
            Self::DirectionRedefined { .. } => "document-template-direction",
            Self::TooLarge(_) => "document-template-too-large",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::DirectionRedefined { template, name, line } => {
                vec![("template", template.clone()), ("name", (*name).to_owned()), ("line", line.to_string())]
            }
            Self::TooLarge(template) => {
                vec![("template", template.clone()), ("most", MAX_TEMPLATE_BYTES.to_string())]
            }
        }
    }
}

impl Template {
    /// A request to another state.
    pub fn request() -> Self {
        Self::embedded("request", include_str!("../../../packs/documents/request.typ"))
    }

    /// The receipt of a request, with the ticket in a frame.
    pub fn acknowledgement() -> Self {
        Self::embedded("acknowledgement", include_str!("../../../packs/documents/acknowledgement.typ"))
    }

    /// The record of who had an exhibit, and when.
    pub fn custody_record() -> Self {
        Self::embedded("custody-record", include_str!("../../../packs/documents/custody-record.typ"))
    }

    /// A letter with what is enclosed: a cover letter, or a certificate of execution.
    pub fn letter() -> Self {
        Self::embedded("letter", include_str!("../../../packs/documents/letter.typ"))
    }

    /// The minutes of an act.
    pub fn minutes() -> Self {
        Self::embedded("minutes", include_str!("../../../packs/documents/minutes.typ"))
    }

    /// A table about the law of States.
    pub fn law_sheet() -> Self {
        Self::embedded("law-sheet", include_str!("../../../packs/documents/law-sheet.typ"))
    }

    /// Every layout that the program carries.
    pub fn all() -> [Self; 6] {
        [
            Self::request(),
            Self::acknowledgement(),
            Self::custody_record(),
            Self::letter(),
            Self::minutes(),
            Self::law_sheet(),
        ]
    }

    /// An office's own layout `main`, and its own `base` where it has one.
    ///
    /// # Errors
    /// Fails on a source that would break direction everywhere, or is too large. Other faults show when it is used.
    pub fn new(name: &str, main: &str, base: Option<&str>) -> Result<Self, TemplateError> {
        let base = base.unwrap_or(BASE);
        for source in [main, base] {
            if source.len() > MAX_TEMPLATE_BYTES {
                return Err(TemplateError::TooLarge(name.to_owned()));
            }
            lint(name, source)?;
        }
        Ok(Self { name: name.to_owned(), main: main.to_owned(), base: base.to_owned() })
    }

    /// The name of the layout.
    pub fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn main(&self) -> &str {
        &self.main
    }

    pub(crate) fn base(&self) -> &str {
        &self.base
    }

    fn embedded(name: &str, main: &str) -> Self {
        Self { name: name.to_owned(), main: main.to_owned(), base: BASE.to_owned() }
    }
}

fn lint(template: &str, source: &str) -> Result<(), TemplateError> {
    for (line, text) in (1..).zip(source.lines()) {
        for name in ["ltr", "rtl"] {
            let defines = text.match_indices("let ").any(|(at, _)| {
                let rest = text[at + "let ".len()..].trim_start();
                let after = rest.strip_prefix(name).map(str::trim_start);
                after.is_some_and(|rest| rest.starts_with(['(', '=']))
            });
            if defines {
                return Err(TemplateError::DirectionRedefined { template: template.to_owned(), name, line });
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_template_may_define_ltr_or_rtl() {
        for template in Template::all() {
            assert!(Template::new(template.name(), template.main(), Some(template.base())).is_ok());
        }
        for wrong in ["#let ltr(x) = x", "text\n #let rtl = 1", "#{ let  ltr = 2 }"] {
            assert!(
                matches!(Template::new("x", wrong, None), Err(TemplateError::DirectionRedefined { .. })),
                "{wrong}"
            );
            assert!(matches!(
                Template::new("x", "", Some(wrong)),
                Err(TemplateError::DirectionRedefined { .. })
            ));
        }
        assert!(Template::new("x", "#let ltrs = 1\n#set text(dir: rtl)", None).is_ok());
    }

    #[test]
    fn a_template_is_taken_up_to_the_limit() {
        assert!(Template::new("x", &" ".repeat(MAX_TEMPLATE_BYTES), None).is_ok());
        assert!(matches!(
            Template::new("x", &" ".repeat(MAX_TEMPLATE_BYTES + 1), None),
            Err(TemplateError::TooLarge(_))
        ));
    }
}
