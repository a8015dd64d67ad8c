//! The program as a new user would run it.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../build/collect.rs"]
#[allow(dead_code, reason = "the build script uses the rest")]
mod collect;
#[path = "../build/resolve.rs"]
#[allow(dead_code, reason = "the build script uses the rest")]
mod resolve;

mod bench;
mod captures;
mod case_names;
mod channel;
mod custody;
mod demo;
mod edited;
mod engines;
mod exhibits;
mod founding;
mod guide;
mod kill;
mod kill_two;
mod kill_walk;
mod law;
mod ledger;
mod licences;
mod node;
mod packages;
mod packs;
mod parquet;
mod practice;
mod provisions;
mod readings;
mod real;
mod register;
mod request;
mod rules;
mod secrets;
mod serve;
mod served;
mod tags;
mod transfer;
mod unusable;
mod words;
