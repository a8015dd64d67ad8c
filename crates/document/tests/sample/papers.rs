//! The papers around the request of the exercise.

use comity_document::{
    Annex, CoverLetter, ExecutedAct, ExecutionCertificate, Field, HandedOver, Head, Label, Localized,
    Minutes, Objection, Present, RequestDocument, Signatory, State, Taken, Unexecuted, Value,
};
use comity_record::Sha256Digest;
use jiff::civil::Date;

use super::{acknowledgement, annexes, field, id, request, three};

/// The number of the request that the papers belong to.
pub const REFERENCE: &str = "TJ-EX-2026/0017-03";

/// The letter on top of the request.
pub fn cover_letter() -> CoverLetter {
    let asked = request(State::Issued);
    CoverLetter {
        head: Head {
            references: vec![field("document-our-reference", id("OUT-2026/118"))],
            ..head(asked, "2026-11-23T15:30:00+05:00[Asia/Dushanbe]")
        },
        reference: REFERENCE.into(),
        day: Date::constant(2026, 11, 23),
        sheets: Some(14),
        annexes: annexes(),
        signatory: signatory("document-role-requesting", true),
    }
}

/// What was done on it, all but one part.
pub fn execution_certificate() -> ExecutionCertificate {
    let act = |what: Localized, at: &str, outcome: Localized| ExecutedAct {
        what,
        by: three(
            "Exercise cybercrime unit",
            "Учебный отдел по киберпреступлениям",
            "واحد تمرینی جرایم رایانه‌ای",
        ),
        at: at.parse().expect("a time"),
        outcome,
    };
    ExecutionCertificate {
        head: head(acknowledgement(), "2026-12-14T12:00:00+05:00[Asia/Almaty]"),
        reference: REFERENCE.into(),
        acts: vec![
            act(
                three(
                    "Records obtained from the service",
                    "Получены сведения от сервиса",
                    "اطلاعات از ارائه‌دهنده دریافت شد",
                ),
                "2026-12-08T16:20:00+05:00[Asia/Almaty]",
                three(
                    "One file, see the annexes",
                    "Один файл, см. приложения",
                    "یک فایل، به پیوست‌ها نگاه کنید",
                ),
            ),
            act(
                three(
                    "Statement of the holder of the account",
                    "Показания владельца счёта",
                    "اظهارات دارنده حساب",
                ),
                "2026-12-11T10:05:00+05:00[Asia/Almaty]",
                three("Record on 3 sheets", "Протокол на 3 листах", "صورت‌جلسه در 3 برگ"),
            ),
        ],
        unexecuted: vec![Unexecuted {
            what: three(
                "IP addresses before 1 October 2026",
                "IP-адреса до 1 октября 2026 г.",
                "نشانی‌های IP پیش از 2026-10-01",
            ),
            reason: three(
                "Not kept so long by the service",
                "Сервис не хранит их так долго",
                "ارائه‌دهنده آن‌ها را این مدت نگه نمی‌دارد",
            ),
        }],
        results: vec![Annex {
            title: three("Records of the account", "Сведения о счёте", "اطلاعات حساب"),
            file: "account-records.zip".into(),
            length: 2_114_022,
            sha256: Sha256Digest::of(b"records"),
        }],
        handed_over: vec![
            HandedOver {
                exhibit: "KZ-EX-3".into(),
                what: three("One telephone", "Один телефон", "یک دستگاه تلفن"),
                return_by: Some(Date::constant(2027, 6, 30)),
            },
            HandedOver {
                exhibit: "KZ-EX-4".into(),
                what: three("Certified copies", "Заверенные копии", "رونوشت‌های مصدق"),
                return_by: None,
            },
        ],
        signatory: signatory("document-role-requested", true),
    }
}

/// How the telephone was taken.
pub fn minutes() -> Minutes {
    let present =
        |name: &str, part: Localized| Present { name: Localized::name(super::language("en"), name), part };
    Minutes {
        head: Head {
            to: None,
            references: vec![field("document-case-number", id("2026-114/07"))],
            ..head(acknowledgement(), "2026-12-09T11:45:00+05:00[Asia/Almaty]")
        },
        place: three(
            "1 Example Street, Almaty",
            "г. Алматы, ул. Примерная, 1",
            "آلماتی، خیابان نمونه، شماره 1",
        ),
        began: "2026-12-09T09:10:00+05:00[Asia/Almaty]".parse().expect("a time"),
        ended: "2026-12-09T11:45:00+05:00[Asia/Almaty]".parse().expect("a time"),
        present: vec![
            present("B. Exercise", three("Attesting witness", "Понятой", "شاهد")),
            present("C. Exercise", three("Specialist", "Специалист", "کارشناس")),
        ],
        course: three(
            "The rooms were entered at 09:10.\n\nA telephone was found on the table, switched to flight mode and sealed in bag 0417.",
            "Вход в помещение в 09:10.\n\nНа столе обнаружен телефон; переведён в режим полёта и упакован в пакет № 0417.",
            "ورود به محل در ساعت 09:10.\n\nیک دستگاه تلفن روی میز یافت شد، در حالت پرواز قرار گرفت و در بسته 0417 مهر و موم شد.",
        ),
        taken: vec![
            Taken {
                exhibit: "KZ-EX-3".into(),
                what: three("One telephone", "Один телефон", "یک دستگاه تلفن"),
                marks: vec![Field::one(
                    Label::key("document-item-imei"),
                    Value::Identifier("490154203237518".into()),
                )],
                hash: None,
            },
            Taken {
                exhibit: "KZ-EX-5".into(),
                what: three("Copy of its memory", "Копия его памяти", "رونوشت حافظه آن"),
                marks: vec![],
                hash: Some(("document-hash-file", Sha256Digest::of(b"memory"))),
            },
        ],
        objections: vec![Objection {
            by: Localized::name(super::language("en"), "B. Exercise"),
            words: three("The light was poor.", "Освещение было слабым.", "نور کافی نبود."),
        }],
        recorder: signatory("document-role-recorder", false),
    }
}

fn head(document: RequestDocument, act: &str) -> Head {
    Head {
        from: document.from.expect("the sample has a sender"),
        to: document.to,
        through: document.through,
        references: document.references,
        subject: document.subject,
        state: State::Issued,
        exercise: true,
        act: act.parse().expect("a time"),
    }
}

fn signatory(role: &str, seal: bool) -> Signatory {
    Signatory { role: Label::key(role), name: None, position: None, seal }
}

/// The digests that a document binds.
pub fn digests(document: &RequestDocument) -> Vec<String> {
    let rows = document.sections.iter().flat_map(|section| &section.blocks);
    let tables =
        rows.filter_map(|block| if let comity_document::Block::Table(t) = block { Some(t) } else { None });
    let values = tables.flat_map(|table| table.rows.iter().flatten()).flat_map(Value::each);
    let named = values
        .filter_map(|value| if let Value::Identifier(text) = value { Some(text.clone()) } else { None });
    let annexes = document.annexes.iter().map(|annex| annex.sha256.to_string());
    named.filter(|text| text.len() == 64).chain(annexes).collect()
}
