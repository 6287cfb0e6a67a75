//! The settings of the point, and their part of the link.

use crate::app::Settings;

/// The point's settings: saved, shared and undone with the document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// What the last random values followed from; 0 while there were none. The next ones follow from the next
    /// number, so that whoever opens the same link gets the same.
    pub seed: u32,
}

impl Settings for Options {
    const PREFIX: &'static str = "point";

    fn write(&self, pair: &mut dyn FnMut(&str, &str)) {
        if self.seed != 0 {
            pair("seed", &self.seed.to_string());
        }
    }

    fn read(&mut self, key: &str, value: &str) -> bool {
        let is_seed = key == "seed";
        if is_seed {
            self.seed = value.parse().unwrap_or(self.seed);
        }
        is_seed
    }
}
