//! `comity request carry-over`: the pending requests of an old register, shown row by row, and taken all or none.

use comity_casework::request::{CarryOver, OldRegister};
use comity_request::life::Side;
use comity_request::{MAX_REGISTER_BYTES, RegisterRow};
use serde_json::json;

use super::read;
use crate::cli::request::CarryOverArguments;
use crate::folder;
use crate::out::{Failure, Out};

/// Faults that are told at once; whoever has more mends these first.
const MAX_TOLD: usize = 100;

pub async fn run(out: &Out, arguments: CarryOverArguments) -> Result<(), Failure> {
    let CarryOverArguments { who, case, file, written_in, dry_run, when } = arguments;
    let register = read(&file, MAX_REGISTER_BYTES as u64 + 1)?;
    let (opened, session) = folder::sign_in(out, &who).await?;
    let case = opened.case(&session, &case)?;
    let OldRegister { rows, faults } =
        opened.node.read_old_register(&session, &register).map_err(Failure::of)?;
    for (line, row) in &rows {
        out.answer(&json!({ "line": line, "row": row }), |out| show(out, *line, row));
    }
    if !faults.is_empty() {
        for fault in faults.iter().take(MAX_TOLD) {
            let advice = out.advice(fault);
            let answer = json!({ "fault": advice.code, "message": advice.what, "to_do": advice.to_do });
            out.answer(&answer, |out| {
                out.line(&advice.what);
                out.line(&format!("    {}", advice.to_do.as_deref().unwrap_or_default()));
            });
        }
        let (count, more) = (faults.len(), faults.len().saturating_sub(MAX_TOLD));
        let values = vec![("count", count.to_string()), ("more", more.to_string())];
        return Err(Failure::new("comity-request-carry-over-faults", values));
    }
    let count = rows.len().to_string();
    if dry_run {
        out.say("comity-request-carry-over-dry", &[("count", &count)]);
        return Ok(());
    }
    let new = CarryOver { register, language: written_in };
    let taken = opened.node.carry_over_requests(&session, case, &new, when.with(out)?).await;
    let entries: Vec<_> = taken.map_err(Failure::of)?.iter().map(|receipt| receipt.entry).collect();
    out.answer(&json!({ "entries": entries }), |out| {
        let values = [("count", count.as_str()), ("case", &case.to_string())];
        out.say("comity-request-carried-over", &values);
    });
    Ok(())
}

fn show(out: &Out, line: u64, row: &RegisterRow) {
    let key = match row.side {
        Side::Sender => "comity-request-carry-over-sent",
        Side::Receiver => "comity-request-carry-over-received",
    };
    let stage = out.message(&format!("request-stage-{}", row.stage.code()), &[]);
    let values = [
        ("line", line.to_string()),
        ("state", row.state.to_string()),
        ("measure", row.measure.clone()),
        ("number", row.register_number.clone()),
        ("day", row.day.to_string()),
        ("stage", stage),
    ];
    out.say(key, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
}
