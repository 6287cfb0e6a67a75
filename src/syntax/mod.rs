//! `text → Expr`: reading, the faults of a text, and printing.
//!
//! Invariants: terms are in postorder; every name is resolved; a text that does not parse gives
//! exactly one error.

mod brackets;
mod error;
mod exact;
mod expr;
mod expression;
mod fixed;
mod foreign;
mod fraction;
mod invisible;
mod lexer;
mod name;
mod offer;
mod outline;
mod parse;
mod parser;
mod print;
mod products;
mod reader;
mod scope;
mod span;

pub use brackets::{Pair, pair_at};
pub use error::{Bracket, ErrorKind, ParseError};
pub use exact::exact;
pub use expr::*;
pub use foreign::Foreign;
pub use invisible::is_invisible;
pub use lexer::is_name;
pub use name::{Names, lowered, name_parts, numbered};
pub use offer::Offer;
pub use outline::{Named, NamedKind, Outline};
pub use parse::parse;
pub use parser::LONGEST_TEXT;
pub use print::print;
pub use scope::is_callable;
pub use span::Span;
