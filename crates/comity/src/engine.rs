//! The engines as commands on files. None of them knows a case.

pub mod chain;
pub mod evidence;
pub mod form;
pub mod law;
pub mod scan;
