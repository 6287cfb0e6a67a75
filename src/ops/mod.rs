//! One row per operation, as pure data. This folder imports no other folder of the project.
//!
//! Everything the rest of the project knows about `sin` or `+` is one row in `rows.rs`: names,
//! syntax, notation, value, local derivatives, domain, kinks and a sentence of documentation.
//! Parser, typesetter, help and tests iterate [`Op::ALL`]. No code outside this folder matches on
//! single operations; code that needs a certain operation takes it from [`known`].
//!
//! The local derivatives are written once. The compiler turns them into closures, and
//! [`Row::partials`] keeps the same tokens as text of our own language, so the formula that is
//! shown is the formula that is computed.
//!
//! ```
//! use chainrule::ops::Op;
//! let sigmoid = Op::from_name("sigmoid").unwrap();
//! assert_eq!(sigmoid.value(&[0.0]), 0.5);
//! assert_eq!(sigmoid.partial(&[0.0], 0, 0.5), 0.25);
//! assert_eq!(sigmoid.row().partials, ["y * sigmoid(-a)"]);
//! ```

pub mod known;
mod math;
mod op;
mod row;
mod rows;
mod special;

pub use row::{Arity, Constant, Level, Notation, Partials, Row, Syntax, Topic, Visit};
pub use rows::Op;
