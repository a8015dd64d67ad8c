//! The reader of the law pack: any file of it may be anything.

use comity_law::{Confidence, Day, Law, OffenceAsked, Provenance, Question, RECALLED};
use comity_record::pack::Pack;

use crate::Target;

/// The smallest pack that is sound, file by file.
const FILES: &[(&str, &str)] = &[
    (
        "sources.toml",
        "[meta]\nfile = \"sources\"\nschema_version = 1\ncompiled = \"2026-11-23\"\n\
         [[source]]\nid = \"recalled\"\ntitle = \"Nothing seen\"\nkind = \"none\"\nas_of = \"unknown\"\n\
         [[source]]\nid = \"seen\"\ntitle = \"A text\"\nkind = \"official-copy\"\nas_of = \"2024-05\"\n",
    ),
    (
        "instruments.toml",
        "[meta]\nfile = \"instruments\"\nschema_version = 1\ncompiled = \"2026-11-23\"\n\
         topics = [\"mla_general\", \"request_contents\"]\n\
         [[content_field]]\nid = \"facts_summary\"\nlabel = \"Facts\"\n\
         [[refusal_ground]]\nid = \"political_offence\"\nlabel = \"Political\"\n\
         [[instrument]]\nid = \"t\"\nofficial_name = \"T\"\nshort_name = \"T\"\nkind = \"multilateral\"\n\
         depositary = \"none\"\nadopted_date = \"2000\"\nadopted_place = \"x\"\nin_force_date = \"2003-09-29\"\n\
         scope = \"x\"\noffence_scope = \"listed_or_serious\"\nmla_treaty = \"no\"\nentry_after_consent_days = 30\n\
         entry_clause = \"38(2)\"\nserious_crime_threshold_years = 4.0\nsource = \"seen\"\n\
         confidence = \"verified\"\nrequest_contents_required = [\"facts_summary\"]\n\
         request_contents_optional = []\nrefusal_grounds = [\"political_offence\"]\nunknown_topics = []\n\
         subsidiary_clause = \"18(7)\"\nsubsidiary_paragraphs = \"18(9)-18(29)\"\narticles_source = \"recalled\"\n\
         articles_confidence = \"unverified\"\n[instrument.articles]\nmla_general = [\"18(1)\"]\n\
         request_contents = [\"18(15)\"]\n",
    ),
    (
        "parties.toml",
        "[meta]\nfile = \"parties\"\nschema_version = 1\ncompiled = \"2026-11-23\"\n\
         [[state]]\ncode = \"KZ\"\nname = \"K\"\nname_local = \"K\"\ngroup = \"focus\"\nlanguages = [\"kk\"]\n\
         mla_basis = \"unknown\"\nmla_basis_source = \"recalled\"\nmla_basis_confidence = \"unverified\"\n\
         request_language = \"unknown\"\nrequest_language_source = \"recalled\"\n\
         request_language_confidence = \"unverified\"\n\
         [[state]]\ncode = \"UZ\"\nname = \"U\"\nname_local = \"U\"\ngroup = \"partner\"\nlanguages = []\n\
         mla_basis = \"treaty-only\"\nmla_basis_source = \"seen\"\nmla_basis_confidence = \"verified\"\n\
         request_language = \"unknown\"\nrequest_language_source = \"seen\"\n\
         request_language_confidence = \"verified\"\n\
         [[party]]\nstate = \"KZ\"\ninstrument = \"t\"\nstatus = \"party\"\nsignature_date = \"none\"\n\
         consent_date = \"2008-07\"\nconsent_type = \"accession\"\nas_of = \"2014-01\"\nsource = \"seen\"\n\
         confidence = \"verified\"\n",
    ),
    (
        "authorities.toml",
        "[meta]\nfile = \"authorities\"\nschema_version = 1\ncompiled = \"2026-11-23\"\n\
         [[authority]]\nid = \"a\"\nstate = \"UZ\"\nroles = [\"central_authority_mla\"]\nname_en = \"unknown\"\n\
         name_local = \"\"\ninstruments = [\"t\"]\nas_of = \"unknown\"\nsource = \"recalled\"\n\
         confidence = \"unverified\"\n",
    ),
    (
        "offences.toml",
        "[meta]\nfile = \"offences\"\nschema_version = 1\ncompiled = \"2026-11-23\"\n\
         [[category]]\nid = \"fraud\"\nlabel = \"Fraud\"\nbudapest_articles = []\nuncyber_articles = []\n\
         other_treaty_articles = []\nsource = \"seen\"\nconfidence = \"verified\"\n\
         [[offence]]\nid = \"k\"\nstate = \"KZ\"\ncategory = \"fraud\"\nstatute = \"C\"\nstatute_year = 0\n\
         article = \"1\"\ntitle = \"\"\nliability = \"criminal\"\nmax_years = 4.0\npenalty_confidence = \"verified\"\n\
         as_of = \"2021\"\nsource = \"seen\"\nconfidence = \"verified\"\n",
    ),
    (
        "measures.toml",
        "[meta]\nfile = \"measures\"\nschema_version = 1\ncompiled = \"2026-11-23\"\n\
         [[measure]]\nid = \"m\"\nlabel = \"M\"\ntopics = []\ngeneral_clause = \"carries\"\ndomestic_topics = []\n\
         network_uses = []\nprovider = true\n",
    ),
];

const MANIFEST: &str = "name = \"law\"\nschema = \"law\"\nschema_version = 1\nversion = \"1\"\n\
                        licence = \"Apache-2.0\"\nabout = \"Facts.\"\n";

/// Every target of this crate.
pub fn targets() -> Vec<Target> {
    vec![Target { name: "law-pack", seeds, run }]
}

/// The number of a file, then its bytes.
fn seeds() -> Vec<Vec<u8>> {
    let with_number = |(n, (_, text)): (usize, &(&str, &str))| {
        std::iter::once(u8::try_from(n).expect("six files")).chain(text.bytes()).collect()
    };
    FILES.iter().enumerate().map(with_number).collect()
}

/// A pack is refused with problems, or answers without panic and with nothing recalled called verified.
fn run(bytes: &[u8]) {
    let Some((number, content)) = bytes.split_first() else { return };
    let place = usize::from(*number) % FILES.len();
    let files = FILES.iter().enumerate().map(|(n, (name, text))| {
        ((*name).to_owned(), if n == place { content.to_vec() } else { text.as_bytes().to_vec() })
    });
    let manifest = std::iter::once(("pack.toml".to_owned(), MANIFEST.as_bytes().to_vec()));
    let pack = Pack::from_files(files.chain(manifest)).expect("names and sizes are ours");
    match Law::from_pack(&pack) {
        Err(error) => assert!(!error.problems().is_empty()),
        Ok(law) => {
            let states: Vec<_> = law.states().map(|row| row.data.code).collect();
            let measures: Vec<_> = law.measures().map(|row| row.data.id.clone()).collect();
            let offences: Vec<_> = law.categories().map(|row| OffenceAsked::of(&row.data.id)).collect();
            for (from, to) in states.iter().zip(states.iter().rev()).filter(|(a, b)| a != b) {
                for measure in &measures {
                    let on = Day::constant(2026, 11, 23);
                    let (from, to, offences) = (*from, *to, offences.iter().take(3).cloned().collect());
                    let basis = law.basis(&Question { from, to, on, measure: measure.clone(), offences });
                    let basis = basis.expect("states, measures and offences are those of the pack");
                    for candidate in &basis.candidates {
                        let verified = candidate.provision.confidence() == Confidence::Verified;
                        let recalled = |p: &Provenance| p.source == RECALLED;
                        assert!(!(verified && candidate.provision.rests_on().iter().any(recalled)));
                    }
                }
            }
        }
    }
}
