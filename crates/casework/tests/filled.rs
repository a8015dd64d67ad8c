//! Every form filled to its last field from one sample case, in any language that documents are printed in. Nobody and
//! nothing in it exists.
//!
//! The values come from the form's own definitions: type, choices, limits, kinds of identifiers. A form that a jurist
//! adds is filled without a word here.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "shared between the tests and the example, which use parts of it"
)]

use comity_casework::request::Identifiers;
use comity_casework::request::print::{PrintAs, document};
use comity_document::{CopyKind, RequestDocument, State, Twin};
use comity_law::rows::YesNoUnknown;
use comity_law::{Basis, Law, OffenceAsked, Question, Sourced, Term};
use comity_record::pack::Pack;
use comity_record::{Amount, Currency, Language, Sha256Digest};
use comity_request::{
    Authority, Document, Draft, Field, FieldKind, Form, Forms, Identifier, Item, Offence, Party, PartyKind,
    Period, Report, RequestTwin, RequestVersion, Signatory, TicketRef, Value, WayChosen, check,
};
use std::path::Path;

const ADDRESS: &str = "mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn";
const TRANSACTION: &str = "5f0c2d9a7b3e4816a1c05d7e9f2b3846c7d8e9fa0b1c2d3e4f5061728394a5b6";
const OFFENCE: &str = "computer_fraud";

/// What a drafter writes in one language, mixed as such texts are: words with dates, sums and identifiers among them.
pub struct Words {
    pub tag: &'static str,
    /// The State that asks, and the one that is asked.
    states: (&'static str, &'static str),
    office: &'static str,
    unit: &'static str,
    person: &'static str,
    position: &'static str,
    place: &'static str,
    sentence: &'static str,
    thing: &'static str,
    provision: &'static str,
}

/// A case in each language that documents are printed in.
pub const WORDS: &[Words] = &[
    Words {
        tag: "en",
        states: ("PK", "IR"),
        office: "Exercise Prosecutor's Office",
        unit: "Department for cybercrime",
        person: "A. Exercise",
        position: "Deputy prosecutor of the exercise",
        place: "1 Example Street, flat 7",
        sentence: "On 2026-10-04 at 02:17 UTC+05:00 somebody moved 2.41873 BTC to the address mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn, which belongs to Example Exchange (finding F-1).",
        thing: "Documents given when the account was opened",
        provision: "Exercise Code, article 272(2)",
    },
    Words {
        tag: "ru",
        states: ("KZ", "UZ"),
        office: "Учебная прокуратура",
        unit: "Отдел по киберпреступлениям",
        person: "А. Учебный",
        position: "Заместитель учебного прокурора",
        place: "ул. Примерная, 1, кв. 7",
        sentence: "04.10.2026 в 02:17 UTC+05:00 неустановленное лицо перевело 2,41873 BTC на адрес mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn, принадлежащий сервису Example Exchange (результат F-1).",
        thing: "Документы, предъявленные при открытии счёта",
        provision: "Учебный кодекс, часть 2 статьи 272",
    },
    Words {
        tag: "fa",
        states: ("IR", "TJ"),
        office: "دادستانی تمرینی",
        unit: "واحد جرایم رایانه‌ای",
        person: "الف. تمرینی",
        position: "معاون دادستان تمرین",
        place: "خیابان نمونه، شماره 1، واحد 7",
        sentence: "در تاریخ 2026-10-04 ساعت 02:17 UTC+05:00 شخصی ناشناس مبلغ 2.41873 BTC را به آدرس mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn منتقل کرد که متعلق به Example Exchange است (یافته F-1).",
        thing: "مدارکی که هنگام گشایش حساب ارائه شده است",
        provision: "قانون تمرینی، ماده 272(2)",
    },
    Words {
        tag: "fa-AF",
        states: ("AF", "PK"),
        office: "څارنوالی تمرینی",
        unit: "آمریت جرایم سایبری",
        person: "الف. تمرینی",
        position: "معاون څارنوال تمرین",
        place: "سرک نمونه، خانه نمبر 1، ناحیه 7",
        sentence: "به تاریخ 2026-10-04 ساعت 02:17 UTC+05:00 شخصی ناشناس مبلغ 2.41873 BTC را به آدرس mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn انتقال داد که مربوط Example Exchange می‌باشد (یافته F-1).",
        thing: "اسنادی که هنگام افتتاح حساب ارائه گردیده است",
        provision: "قانون تمرینی، ماده 272(2)",
    },
    Words {
        tag: "ps",
        states: ("AF", "TJ"),
        office: "تمریني څارنوالي",
        unit: "د سایبري جرمونو آمریت",
        person: "ا. تمریني",
        position: "د تمرین د څارنوال مرستیال",
        place: "د نمونې سړک، 1 نمبر کور، 7 ناحیه",
        sentence: "په 2026-10-04 نېټه په 02:17 UTC+05:00 بجو یو نامعلوم کس 2.41873 BTC د mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn پتې ته ولېږدول، چې د Example Exchange ملکیت دی (موندنه F-1).",
        thing: "هغه اسناد چې د حساب د پرانیستلو پر مهال وړاندې شوي دي",
        provision: "تمریني قانون، 272(2) ماده",
    },
    Words {
        tag: "ur",
        states: ("PK", "AF"),
        office: "مشقی دفترِ استغاثہ",
        unit: "شعبۂ سائبر جرائم",
        person: "الف۔ مشقی",
        position: "مشق کے نائب پراسیکیوٹر",
        place: "مثالی سڑک، مکان نمبر 1، بلاک 7",
        sentence: "مورخہ 2026-10-04 کو 02:17 UTC+05:00 بجے ایک نامعلوم شخص نے 2.41873 BTC پتے mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn پر منتقل کیے، جو Example Exchange کی ملکیت ہے (نتیجہ F-1)۔",
        thing: "کھاتہ کھولتے وقت پیش کی گئی دستاویزات",
        provision: "مشقی ضابطہ، دفعہ 272(2)",
    },
    Words {
        tag: "tg",
        states: ("TJ", "KZ"),
        office: "Прокуратураи таълимӣ",
        unit: "Шуъбаи ҷиноятҳои киберӣ",
        person: "А. Таълимӣ",
        position: "Муовини прокурори таълимӣ",
        place: "кӯчаи Намуна, хонаи 1, ҳуҷраи 7",
        sentence: "04.10.2026 соати 02:17 UTC+05:00 шахси номаълум 2,41873 BTC-ро ба суроғаи mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn интиқол дод, ки ба Example Exchange тааллуқ дорад (натиҷаи F-1).",
        thing: "Ҳуҷҷатҳое, ки ҳангоми кушодани ҳисоб пешниҳод шудаанд",
        provision: "Кодекси таълимӣ, моддаи 272(2)",
    },
    Words {
        tag: "uz",
        states: ("UZ", "KG"),
        office: "Oʻquv prokuraturasi",
        unit: "Kiberjinoyatlar boʻlimi",
        person: "A. Mashqov",
        position: "Oʻquv prokurori oʻrinbosari",
        place: "Namuna koʻchasi, 1-uy, 7-xonadon",
        sentence: "2026-10-04 kuni soat 02:17 UTC+05:00 da nomaʼlum shaxs 2,41873 BTC ni Example Exchangega tegishli mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn manziliga oʻtkazgan (F-1 xulosasi).",
        thing: "Hisob ochishda taqdim etilgan hujjatlar",
        provision: "Oʻquv kodeksi, 272-moddaning 2-qismi",
    },
    Words {
        tag: "uz-Cyrl",
        states: ("UZ", "TJ"),
        office: "Ўқув прокуратураси",
        unit: "Кибержиноятлар бўлими",
        person: "А. Машқов",
        position: "Ўқув прокурори ўринбосари",
        place: "Намуна кўчаси, 1-уй, 7-хонадон",
        sentence: "2026-10-04 куни соат 02:17 UTC+05:00 да номаълум шахс 2,41873 BTC ни Example Exchange га тегишли mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn манзилига ўтказган (F-1 хулосаси).",
        thing: "Ҳисоб очишда тақдим этилган ҳужжатлар",
        provision: "Ўқув кодекси, 272-модданинг 2-қисми",
    },
    Words {
        tag: "kk",
        states: ("KZ", "KG"),
        office: "Оқу-жаттығу прокуратурасы",
        unit: "Киберқылмыстар бөлімі",
        person: "А. Жаттығу",
        position: "Оқу-жаттығу прокурорының орынбасары",
        place: "Үлгі көшесі, 1-үй, 7-пәтер",
        sentence: "2026-10-04 күні сағат 02:17 UTC+05:00 белгісіз тұлға 2,41873 BTC-ді Example Exchange сервисіне тиесілі mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn мекенжайына аударған (F-1 нәтижесі).",
        thing: "Шот ашу кезінде ұсынылған құжаттар",
        provision: "Оқу кодексі, 272-баптың 2-бөлігі",
    },
    Words {
        tag: "ky",
        states: ("KG", "TJ"),
        office: "Окуу-машыгуу прокуратурасы",
        unit: "Киберкылмыштар бөлүмү",
        person: "А. Машыгуу",
        position: "Окуу-машыгуу прокурорунун орун басары",
        place: "Үлгү көчөсү, 1-үй, 7-батир",
        sentence: "2026-10-04 күнү саат 02:17 UTC+05:00 белгисиз адам 2,41873 BTC суммасын Example Exchange сервисине таандык mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn дарегине которгон (F-1 жыйынтыгы).",
        thing: "Эсеп ачууда берилген документтер",
        provision: "Окуу кодекси, 272-берененин 2-бөлүгү",
    },
];

/// The words of a language.
pub fn words(tag: &str) -> &'static Words {
    WORDS.iter().find(|words| words.tag == tag).unwrap()
}

/// The forms that ship, and the law that they stand on.
pub fn shipped() -> (Law, Forms) {
    let folder = |name: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs").join(name);
        let files = std::fs::read_dir(path).unwrap().map(Result::unwrap);
        let files = files.map(|f| (f.file_name().into_string().unwrap(), std::fs::read(f.path()).unwrap()));
        Pack::from_files(files).unwrap()
    };
    let law = Law::from_pack(&folder("law")).unwrap();
    let forms = Forms::from_pack(&folder("forms"), &law).unwrap();
    (law, forms)
}

/// A filled form, and what the office's own check says of it.
pub struct Filled {
    pub version: RequestVersion,
    pub report: Report,
}

impl Filled {
    /// Fills `form` in the language of `words`, for a translation into another one.
    pub fn new((law, forms): &(Law, Forms), form: &Form, words: &Words, translation: Option<&str>) -> Self {
        let (from, to) = words.states;
        let question = Question {
            from: from.parse().unwrap(),
            to: to.parse().unwrap(),
            on: "2026-11-23".parse().unwrap(),
            measure: form.measure.clone(),
            offences: vec![OffenceAsked::of(OFFENCE)],
        };
        let basis = law.basis(&question).unwrap();
        let mut draft = Draft::begin(form, question, words.tag.parse().unwrap(), true);
        draft.translation = translation.map(|tag| tag.parse().unwrap());
        draft.cited = basis.obligation.by.iter().map(|by| by.value().clone()).collect();
        for field in &form.fields {
            if let Some(value) = words.value(form, field, &basis) {
                draft.values.insert(field.id.clone(), value);
            }
        }
        let report = check(form, &draft, &basis, &Identifiers::of(forms));
        Self { version: RequestVersion::freeze(form, "EX-2026/0017-03", 1, None, draft, &basis), report }
    }

    /// The document with the twin that travels in it. A draft shows the facts on which no jurist has spoken.
    pub fn on_paper(&self, state: State) -> (RequestDocument, Twin) {
        let act = "2026-11-23T12:05:00+05:00[Asia/Dushanbe]".parse().unwrap();
        let (copy, open) = match state {
            State::Draft => (CopyKind::Original, self.report.to_confirm.as_slice()),
            State::Issued => (CopyKind::Advance, [].as_slice()),
        };
        let print = PrintAs { state, copy, act: &act, register_number: Some("1-07/2026"), open };
        let twin = RequestTwin::of(self.version.clone()).unwrap().to_bytes().unwrap();
        (document(&self.version, &print).unwrap(), Twin { json: twin, signature: None })
    }
}

impl Words {
    pub fn language(&self) -> Language {
        self.tag.parse().unwrap()
    }

    /// A value that the field takes; none where the law leaves no way to name.
    fn value(&self, form: &Form, field: &Field, basis: &Basis) -> Option<Value> {
        if !field.list {
            return self.one(form, field, basis, 0);
        }
        let most = field.max_items.unwrap_or(2);
        let wanted = match field.kind {
            FieldKind::Identifier => kinds(field).len(),
            _ => 2,
        };
        let count = wanted.max(field.min_items.unwrap_or(0)).min(most);
        let values: Vec<_> = (0..count).filter_map(|at| self.one(form, field, basis, at)).collect();
        (!values.is_empty()).then_some(Value::List(values))
    }

    /// The value at a place of a list.
    fn one(&self, form: &Form, field: &Field, basis: &Basis, at: usize) -> Option<Value> {
        let number = at + 1;
        Some(match field.kind {
            FieldKind::Text => Value::Text(self.text(field.max_chars)),
            FieldKind::Choice => Value::Choice(field.values[at % field.values.len()].clone()),
            FieldKind::Flag => Value::Flag(true),
            FieldKind::Number => Value::Number(field.max.or(field.min).unwrap_or(12_345)),
            FieldKind::Date => Value::Date("2026-12-20".parse().unwrap()),
            FieldKind::Period => Value::Period(Period {
                from: "2026-12-01T09:00:00+05:00[Asia/Dushanbe]".parse().unwrap(),
                to: "2026-12-02T18:30:00+05:00[Asia/Dushanbe]".parse().unwrap(),
            }),
            FieldKind::Amount if number.is_multiple_of(2) => {
                Value::Amount(Amount::parse("1234567.89", "KZT".parse().unwrap()).unwrap())
            }
            FieldKind::Amount => Value::Amount(Amount::parse("2.41873", Currency::BITCOIN).unwrap()),
            FieldKind::Authority => {
                let asked = field.id == "requested_authority";
                Value::Authority(Authority {
                    country: if asked { basis.question.to } else { basis.question.from },
                    name: self.office.to_owned(),
                    unit: self.unit.to_owned(),
                    reference: format!("2026-114/0{number}"),
                })
            }
            FieldKind::Signatory => {
                Value::Signatory(Signatory { name: self.person.to_owned(), office: self.position.to_owned() })
            }
            FieldKind::Party => Value::Party(self.party(at)),
            FieldKind::Identifier => {
                let kinds = kinds(field);
                Value::Identifier(identifier(kinds[at % kinds.len()]))
            }
            FieldKind::Offence => Value::Offence(Offence {
                category: OFFENCE.to_owned(),
                provision: self.provision.to_owned(),
                text: self.sentence.to_owned(),
                max_penalty: Some(Term::from_years(6)),
                conduct: self.sentence.to_owned(),
            }),
            FieldKind::Item => {
                // It may name only an offence and an account that the form has a field for.
                let other = |kind: FieldKind| form.fields.iter().find(|f| f.kind == kind);
                let account = other(FieldKind::Identifier).map(|field| identifier(kinds(field)[0]).text);
                Value::Item(Item {
                    what: self.thing.to_owned(),
                    link: self.sentence.to_owned(),
                    offence: other(FieldKind::Offence).map(|_| self.provision.to_owned()).unwrap_or_default(),
                    account: account.unwrap_or_default(),
                })
            }
            FieldKind::Exhibit => Value::Exhibit(self.document(&format!("X-{number}"))),
            FieldKind::Finding => Value::Finding(self.document(&format!("F-{number}"))),
            FieldKind::Ticket => Value::Ticket(TicketRef {
                number: format!("EX-T-00041{number}"),
                kept_until: "2027-02-21".parse().unwrap(),
            }),
            FieldKind::Way => {
                let remaining = basis.remains.iter().map(Sourced::value);
                let way = remaining.filter(|way| way.open != YesNoUnknown::No).nth(at)?;
                Value::Way(WayChosen { way: way.way.code().into(), id: way.id.clone() })
            }
        })
    }

    /// As long as a drafter may make it: one sentence, or some paragraphs of it where the form gives room.
    fn text(&self, most: Option<usize>) -> String {
        let paragraphs = match most {
            Some(most) if most >= 4_000 => 3,
            _ => 1,
        };
        vec![self.sentence; paragraphs].join("\n\n")
    }

    fn party(&self, at: usize) -> Party {
        let kind = if at == 0 { PartyKind::Person } else { PartyKind::Body };
        Party {
            kind,
            names: vec![self.person.to_owned(), "Example Exchange Ltd".to_owned()],
            role: self.position.to_owned(),
            born: "1990-05-17".to_owned(),
            nationality: "TJ".to_owned(),
            address: self.place.to_owned(),
            occupation: self.unit.to_owned(),
            registration: "A 0417-2291".to_owned(),
        }
    }

    fn document(&self, number: &str) -> Document {
        Document {
            number: number.to_owned(),
            title: self.thing.to_owned(),
            sha256: Sha256Digest::of(number.as_bytes()),
        }
    }
}

/// The kinds of identifier that the field takes.
fn kinds(field: &Field) -> Vec<&str> {
    if field.kinds.is_empty() {
        comity_request::IDENTIFIER_KINDS.to_vec()
    } else {
        field.kinds.iter().map(String::as_str).collect()
    }
}

fn identifier(kind: &str) -> Identifier {
    let (network, text) = match kind {
        "address" => ("bitcoin-testnet", ADDRESS),
        "transaction" => ("bitcoin-testnet", TRANSACTION),
        "e-mail" => ("", "desk@exchange.example"),
        "ip" => ("", "2001:db8::7:1"),
        // ISO 13616-1 gives it as its example.
        "iban" => ("", "GB82 WEST 1234 5698 7654 32"),
        "domain" => ("", "exchange.example"),
        "telephone" => ("", "+992 37 000 00 00"),
        // A number that card schemes keep for tests.
        "card" => ("", "4111 1111 1111 1111"),
        // 3GPP TS 23.003 gives the digits as its example.
        "imei" => ("", "490154203237518"),
        // RFC 9542 keeps the block for documentation.
        "mac" => ("", "00:00:5E:00:53:01"),
        "url" => ("", "https://exchange.example/desk"),
        _ => ("Example Exchange", "user-00417"),
    };
    Identifier::new(kind, network, text)
}
