//! `text → Expr`: reading, the faults of a text, and printing.
//!
//! Invariants: terms are in postorder; every name is resolved; a text that does not parse gives
//! exactly one error.

mod error;
mod exact;
mod expr;
mod expression;
mod lexer;
mod name;
mod notices;
mod parser;
mod print;
mod reader;
mod scope;
mod span;

pub use error::{Bracket, ErrorKind, ParseError};
pub use exact::exact;
pub use expr::*;
pub use lexer::is_name;
pub use name::{Names, lowered, name_parts, numbered};
pub use parser::{LONGEST_TEXT, parse};
pub use print::print;
pub use span::Span;
