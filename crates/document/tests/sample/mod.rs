//! A request of an exercise, with every kind of block. Nobody and nothing in it exists.

use comity_document::{
    Annex, Authority, BasisRow, Block, CopyKind, Field, Figure, Label, Localized, RequestDocument, Section,
    Signatory, Standing, State, Table, Value,
};
use comity_record::{Amount, Currency, Language, Sha256Digest};
use jiff::civil::Date;

#[allow(dead_code, reason = "some of those who share the sample print no papers around a request")]
pub mod papers;

/// Languages with every word that the program says.
#[allow(dead_code, reason = "the examples print in languages of their own choice")]
pub const WHOLE: &[&str] = &["en", "ru", "fa"];

/// Languages with the words that stand on paper, and no others: screens fall back to English.
#[allow(dead_code, reason = "as above")]
pub const PRINTED: &[&str] = &["fa-AF", "tg", "kk", "ky", "uz", "uz-Cyrl", "ur", "ps"];

/// Every language that documents are printed in.
#[allow(dead_code, reason = "as above")]
pub fn tags() -> impl Iterator<Item = &'static str> {
    WHOLE.iter().chain(PRINTED).copied()
}

/// Those of them that are read from the right.
#[allow(dead_code, reason = "as above")]
pub fn tags_from_the_right() -> impl Iterator<Item = &'static str> {
    tags().filter(|tag| language(tag).direction() == comity_record::Direction::Rtl)
}

pub fn language(tag: &str) -> Language {
    tag.parse().expect("a tag of the sample")
}

/// A text in the three languages.
fn three(en: &str, ru: &str, fa: &str) -> Localized {
    Localized::new(language("en"), en).with(language("ru"), ru).with(language("fa"), fa)
}

fn text(en: &str, ru: &str, fa: &str) -> Value {
    Value::Text(three(en, ru, fa))
}

fn id(value: &str) -> Value {
    Value::Identifier(value.to_owned())
}

fn field(key: &str, value: Value) -> Field {
    Field::one(Label::key(key), value)
}

fn section(key: &str, blocks: Vec<Block>) -> Section {
    Section { heading: Label::key(key), blocks }
}

/// An address of the exercise chain, as long as such addresses get.
pub const ADDRESS: &str = "bcrt1p9yqzsq5hjr4x7wq3t0uz2mk8h6n4c5v0a3s7d9f2g6j8l4e5k0psx2w3r";

/// A transaction of the exercise chain.
pub const TRANSACTION: &str = "5f0c2d9a7b3e4816a1c05d7e9f2b3846c7d8e9fa0b1c2d3e4f5061728394a5b6";

pub fn request(state: State) -> RequestDocument {
    RequestDocument {
        title: Label::key("document-title-request"),
        subject: three(
            "Records of the account into which stolen virtual assets were paid",
            "Сведения о счёте, на который поступили похищенные виртуальные активы",
            "اطلاعات حسابی که دارایی‌های مجازی ربوده‌شده به آن واریز شده است",
        ),
        state,
        copy: CopyKind::Advance,
        exercise: true,
        urgent: true,
        act: "2026-11-23T12:05:00+05:00[Asia/Dushanbe]".parse().expect("a time of the sample"),
        from: Some(Authority {
            country: "TJ".parse().expect("a state"),
            name: three("Exercise Office of the Prosecutor", "Учебная прокуратура", "دادستانی تمرینی"),
            contact: vec![
                text(
                    "1 Example Street, Dushanbe",
                    "г. Душанбе, ул. Примерная, 1",
                    "دوشنبه، خیابان نمونه، شماره 1",
                ),
                id("+992 37 000 00 00"),
                id("office@prosecutor.example"),
            ],
        }),
        to: Some(Authority {
            country: "KZ".parse().expect("a state"),
            name: three("Exercise Central Authority", "Учебный центральный орган", "مرجع مرکزی تمرینی"),
            contact: vec![id("desk@authority.example")],
        }),
        through: vec![],
        references: vec![
            field("document-our-reference", id("TJ-EX-2026/0017-03")),
            field("document-case-number", id("2026-114/07")),
        ],
        notice: vec![field("document-reply-by", Value::Date(Date::constant(2027, 1, 22)))],
        sections: sections(state),
        annexes: annexes(),
        signatures: vec![
            Signatory {
                role: Label::key("document-role-requesting"),
                name: None,
                position: Some(three("Prosecutor of the exercise", "Учебный прокурор", "دادستان تمرین")),
                seal: true,
            },
            Signatory {
                role: Label::key("document-role-translator"),
                name: None,
                position: None,
                seal: false,
            },
        ],
    }
}

fn sections(state: State) -> Vec<Section> {
    let coins = |number: &str| Value::Amount(Amount::parse(number, Currency::BITCOIN).expect("an amount"));
    let standing = match state {
        State::Issued => Standing::Confirmed,
        State::Draft => Standing::Unconfirmed {
            source: "UNTC, chapter XVIII-12".into(),
            source_date: Some(Date::constant(2026, 11, 2)),
            confidence: "unverified".into(),
        },
    };
    vec![
        section(
            "document-section-authority",
            vec![Block::Text(three(
                "Investigation unit for computer crime of the Exercise Office; it conducts the proceeding and may seize and examine evidence.",
                "Следственный отдел по киберпреступлениям Учебной прокуратуры; ведёт производство, вправе изымать и исследовать доказательства.",
                "واحد تحقیق جرایم رایانه‌ای دادستانی تمرینی؛ این واحد رسیدگی را انجام می‌دهد و حق ضبط و بررسی ادله را دارد.",
            ))],
        ),
        section(
            "document-section-basis",
            vec![
                Block::Basis(vec![
                    BasisRow {
                        instrument: three(
                            "United Nations Convention against Transnational Organized Crime, 2000",
                            "Конвенция ООН против транснациональной организованной преступности, 2000 г.",
                            "کنوانسیون ملل متحد علیه جرایم سازمان‌یافته فراملی، ۲۰۰۰",
                        ),
                        articles: vec!["18(1)".into(), "18(3)(f)".into()],
                        provides: Label::Text(three(
                            "Assistance in investigations; originals or copies of records, also of banks and businesses.",
                            "Помощь в расследовании; подлинники или копии документов, в том числе банковских и коммерческих.",
                            "معاضدت در تحقیقات؛ اصل یا رونوشت اسناد، از جمله اسناد بانکی و تجاری.",
                        )),
                        standing,
                    },
                    BasisRow {
                        instrument: three("Reciprocity", "Принцип взаимности", "عمل متقابل"),
                        articles: vec![],
                        provides: Label::Text(three(
                            "For what no treaty covers.",
                            "В части, не охваченной договором.",
                            "برای مواردی که معاهده‌ای ندارد.",
                        )),
                        standing: Standing::Confirmed,
                    },
                ]),
                Block::Message { key: "document-assurance-reciprocity".into(), values: [].into() },
            ],
        ),
        section(
            "document-section-facts",
            vec![Block::Text(three(
                "On 2026-10-04 at 02:17 UTC+05:00 somebody entered the systems of a company without right and moved 2.41873 BTC out of its wallet.\n\nThe transfer was followed on the ledger. Most of it reached an address that a public source attributes to Example Exchange, a service that is registered in the requested state.",
                "04.10.2026 в 02:17 UTC+05:00 неустановленное лицо получило незаконный доступ к системам компании и вывело из её кошелька 2,41873 BTC.\n\nПеревод прослежен в реестре. Бóльшая часть поступила на адрес, который открытый источник относит к сервису Example Exchange, зарегистрированному в запрашиваемом государстве.",
                "در تاریخ 2026-10-04 ساعت 02:17 UTC+05:00 شخصی ناشناس بدون مجوز به سامانه‌های یک شرکت دسترسی یافت و 2.41873 BTC را از کیف پول آن خارج کرد.\n\nاین انتقال در بلاکچین ردیابی شد. بخش عمده آن به آدرسی رسید که یک منبع عمومی آن را متعلق به Example Exchange می‌داند؛ این صرافی در کشور طرف درخواست‌شونده ثبت شده است.",
            )
            .of_field("facts_summary"))],
        ),
        section(
            "document-section-offences",
            vec![Block::List(vec![
                three(
                    "Illegal access to computer information",
                    "Незаконный доступ к компьютерной информации",
                    "دسترسی غیرمجاز به داده‌های رایانه‌ای",
                ),
                three(
                    "Theft by means of computer technology, on a large scale",
                    "Хищение с использованием компьютерной техники в крупном размере",
                    "سرقت با استفاده از فناوری رایانه‌ای در مقیاس بزرگ",
                ),
            ])],
        ),
        section(
            "document-section-persons",
            vec![Block::Records(vec![
                vec![
                    field(
                        "document-full-name",
                        text(
                            "Holder of the account, not identified",
                            "Владелец счёта, не установлен",
                            "دارنده حساب، شناسایی‌نشده",
                        ),
                    ),
                    field("document-standing", Value::Choice("document-standing-unknown".into())),
                ],
                vec![
                    field(
                        "document-full-name",
                        Value::Text(Localized::new(
                            language("ru"),
                            "Общество с ограниченной ответственностью «Пример»",
                        )),
                    ),
                    field("document-standing", Value::Choice("document-standing-victim".into())),
                    field("document-citizenship", Value::Country("TJ".parse().expect("a state"))),
                ],
            ])],
        ),
        section(
            "document-section-items",
            vec![
                Block::List(vec![
                    three(
                        "Who opened the account that controls the address below, with the documents given at opening.",
                        "Кто открыл счёт, управляющий указанным ниже адресом, и документы, предъявленные при открытии.",
                        "چه کسی حساب مسلط بر آدرس زیر را گشوده است، همراه با مدارکی که هنگام گشایش ارائه شده است.",
                    ),
                    three(
                        "All transactions of that account and the IP addresses of its sign-ins in the period below.",
                        "Все операции по этому счёту и IP-адреса входов за указанный ниже период.",
                        "همه تراکنش‌های آن حساب و نشانی‌های IP ورود در دوره زمانی زیر.",
                    ),
                ]),
                Block::Fields(vec![
                    field("document-address", id(ADDRESS)),
                    field(
                        "document-period-label",
                        Value::Period(Date::constant(2026, 10, 1), Date::constant(2026, 11, 20)),
                    ),
                    field(
                        "document-provider",
                        text("Example Exchange", "Example Exchange", "Example Exchange"),
                    ),
                    field("document-reply-language", Value::Language(language("ru"))),
                ]),
            ],
        ),
        section(
            "document-section-tracing",
            vec![
                Block::Table(Table {
                    caption: Label::key("document-tracing-table"),
                    columns: [
                        "document-annex-number",
                        "document-transaction",
                        "document-amount",
                        "document-moment",
                    ]
                    .map(Label::key)
                    .to_vec(),
                    rows: vec![
                        vec![
                            Value::Number(1),
                            id(TRANSACTION),
                            coins("2.41873"),
                            Value::Moment(
                                "2026-10-04T02:17:41+05:00[Asia/Dushanbe]".parse().expect("a time"),
                            ),
                        ],
                        vec![
                            Value::Number(2),
                            id(&TRANSACTION.chars().rev().collect::<String>()),
                            coins("2.40000001"),
                            Value::Moment(
                                "2026-10-04T03:02:09+05:00[Asia/Dushanbe]".parse().expect("a time"),
                            ),
                        ],
                    ],
                }),
                Block::Figure(Figure {
                    svg: SVG.into(),
                    caption: Label::key("document-tracing-figure"),
                    alt: three(
                        "From the wallet of the company through one address to Example Exchange, 2.40000001 BTC",
                        "Из кошелька компании через один адрес на Example Exchange, 2,40000001 BTC",
                        "از کیف پول شرکت از طریق یک آدرس به Example Exchange، 2.40000001 BTC",
                    ),
                }),
            ],
        ),
        section(
            "document-section-assurances",
            vec![Block::Message {
                key: "document-assurance-use".into(),
                values: [("reference".to_owned(), id("TJ-EX-2026/0017-03"))].into(),
            }],
        ),
    ]
}

fn annexes() -> Vec<Annex> {
    vec![
        Annex {
            title: three("Finding of the trace", "Результат отслеживания", "یافته ردیابی"),
            file: "finding.json".into(),
            length: 48_211,
            sha256: Sha256Digest::of(b"finding"),
        },
        Annex {
            title: three(
                "Order of the prosecutor, certified copy",
                "Постановление прокурора, заверенная копия",
                "دستور دادستان، رونوشت مصدق",
            ),
            file: "order-2026-114-07.pdf".into(),
            length: 1_203_344,
            sha256: Sha256Digest::of(b"order"),
        },
    ]
}

/// A receipt of that request, with the ticket in the frame.
pub fn acknowledgement() -> RequestDocument {
    let asked = request(State::Issued);
    let received = Value::Moment("2026-11-23T13:40:00+05:00[Asia/Almaty]".parse().expect("a time"));
    RequestDocument {
        title: Label::key("document-title-acknowledgement"),
        state: State::Issued,
        copy: CopyKind::Original,
        urgent: false,
        act: "2026-11-23T14:00:00+05:00[Asia/Almaty]".parse().expect("a time"),
        from: asked.to.clone(),
        to: asked.from.clone(),
        references: vec![
            field("document-our-reference", id("KZ-EX-2026-88")),
            field("document-your-reference", id("TJ-EX-2026/0017-03")),
        ],
        notice: vec![
            field("document-ticket", id("KZ-T-000412")),
            field("document-valid-until", Value::Date(Date::constant(2027, 2, 21))),
        ],
        sections: vec![section(
            "document-received-at",
            vec![Block::Message {
                key: "document-received".into(),
                values: [("reference".to_owned(), id("TJ-EX-2026/0017-03")), ("moment".to_owned(), received)]
                    .into(),
            }],
        )],
        annexes: vec![],
        signatures: vec![Signatory {
            role: Label::key("document-role-requested"),
            name: None,
            position: None,
            seal: true,
        }],
        ..asked
    }
}

/// A record of who had the exhibit of the exercise.
pub fn custody_record() -> RequestDocument {
    let asked = request(State::Issued);
    let moment = |text: &str| Value::Moment(text.parse().expect("a time"));
    RequestDocument {
        title: Label::key("document-title-custody"),
        subject: three(
            "Exhibit 3: one storage medium",
            "Доказательство № 3: носитель информации",
            "دلیل شماره 3: یک حامل داده",
        ),
        copy: CopyKind::Original,
        urgent: false,
        to: None,
        notice: vec![field("document-exhibit", id("EX-2026-114/07-3"))],
        sections: vec![section(
            "document-custody-table",
            vec![Block::Table(Table {
                caption: Label::key("document-custody-table"),
                columns: ["document-moment", "document-given-by", "document-taken-by", "document-reason"]
                    .map(Label::key)
                    .to_vec(),
                rows: vec![vec![
                    moment("2026-10-05T09:10:00+05:00[Asia/Dushanbe]"),
                    text("Investigator of the exercise", "Учебный следователь", "بازپرس تمرین"),
                    text("Custody officer", "Ответственный хранитель", "مسئول نگهداری"),
                    text("Taken in after the search", "Принято после обыска", "پس از تفتیش تحویل شد"),
                ]],
            })],
        )],
        signatures: vec![Signatory {
            role: Label::key("document-role-custodian"),
            name: None,
            position: None,
            seal: true,
        }],
        ..asked
    }
}

const SVG: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 120" font-family="Noto Sans" font-size="13">
<g fill="#fff" stroke="#333"><rect x="10" y="40" width="140" height="40" rx="4"/><rect x="230" y="40" width="140" height="40" rx="4"/><rect x="450" y="40" width="140" height="40" rx="4"/></g>
<g stroke="#333" stroke-width="2"><path d="M150 60H226"/><path d="M370 60H446"/></g><g fill="#333"><path d="M230 60l-9-5v10z"/><path d="M450 60l-9-5v10z"/></g>
<g fill="#222" text-anchor="middle"><text x="80" y="65">wallet</text><text x="300" y="65">bcrt1p9yq…2w3r</text><text x="520" y="65">Example Exchange</text><text x="188" y="50">2.41873</text><text x="408" y="50">2.40</text></g></svg>"##;
