use super::{examples, help, typing};
use crate::words::{self, Text};

/// Every sentence of the program, for whoever translates it or checks a translation.
pub fn sentences() -> impl Iterator<Item = Text> {
    words::all().chain(help::sentences()).chain(examples::sentences()).chain(typing::sentences())
}
