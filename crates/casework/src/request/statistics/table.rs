//! The figures as a table for spreadsheets: RFC 4180 in UTF-8, one figure a line, in words that do not change with the
//! language.

use comity_request::life::Side;

use super::{Figures, Statistics};

const COLUMNS: [&str; 9] =
    ["direction", "from", "to", "measure", "figure", "name", "requests", "median_days", "longest_days"];

/// The figures as CSV.
///
/// `figure` is `all`, `carried-over`, `pending`, `stage` or `refused`; `name` is the stage, or the ground of refusal with its
/// provision.
///
/// # Panics
/// Never: what is written lies in memory.
pub fn to_csv(statistics: &Statistics) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(vec![]);
    let mut write = |row: [String; 9]| writer.write_record(row).expect("rows of one length go into memory");
    write(COLUMNS.map(str::to_owned));
    for row in &statistics.rows {
        write(line(row, "all", "", row.requests, [None; 2]));
        write(line(row, "carried-over", "", row.carried_over, [None; 2]));
        write(line(row, "pending", "", row.pending, [None; 2]));
        for stage in &row.stages {
            let days = [stage.median_days, stage.longest_days];
            write(line(row, "stage", stage.stage.code(), stage.reached, days));
        }
        for refusal in &row.refusals {
            let name = [refusal.ground.as_str(), refusal.provision.as_str()];
            let name: Vec<_> = name.into_iter().filter(|part| !part.is_empty()).collect();
            write(line(row, "refused", &name.join(": "), refusal.requests, [None; 2]));
        }
    }
    writer.into_inner().expect("memory takes what is written")
}

fn line(row: &Figures, figure: &str, name: &str, requests: usize, days: [Option<u32>; 2]) -> [String; 9] {
    let direction = match row.side {
        Side::Sender => "sent",
        Side::Receiver => "received",
    };
    let [median, longest] = days.map(|days| days.map(|days| days.to_string()).unwrap_or_default());
    [
        direction.to_owned(),
        row.from.to_string(),
        row.to.to_string(),
        harmless(&row.measure),
        figure.to_owned(),
        harmless(name),
        requests.to_string(),
        median,
        longest,
    ]
}

/// Text that a spreadsheet would take for a formula, made text by an apostrophe in front (OWASP, *CSV Injection*): what
/// another state wrote as its ground must not run on the machine of whoever opens the table.
fn harmless(cell: &str) -> String {
    const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    if cell.starts_with(FORMULA) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_a_formula() {
        for sign in ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"] {
            let hostile = format!("{sign}HYPERLINK(\"http://example.org\")");
            assert_eq!(harmless(&hostile), format!("'{hostile}"));
        }
        assert_eq!(harmless("article 46(21)(b)"), "article 46(21)(b)");
        assert_eq!(harmless(""), "");
    }
}
