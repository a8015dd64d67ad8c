//! Whole-program tests.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops, and says where")]

mod repository;
mod walls;
