//! Draws runs of edits at random, always the same ones for a seed.

use serde_json::Value;

use super::Run;

/// Longest text that is typed; longer ones make the comparison slow and find no other faults.
const LONGEST: usize = 80;

const GOOD: &str = include_str!("../../../data/public.jsonl");
const BAD: &str = include_str!("../../../data/public_bad.jsonl");

/// Links that runs start from.
const STARTS: [&str; 6] = [
    "#e=(4*x%2B1)%5E2&x=1",
    "#e=x*y%2Bsin(x)&x=2&y=0.5",
    "#e=a*b%2Bb*c&a=1&b=2&c=3&form=tree",
    "#e=max(x%2Cy)*z%2Bx&x=3&y=-1&z=2&plot.and=y",
    "#e=(m*x%20%2B%20b%20-%20y)%5E2&m=1&b=1&x=1&y=1&panel=data&data.rows=x%2Cy%0A0%2C1%0A1%2C2%0A2%2C6&data.row=1",
    "#e=x%5E2%2By%5E2&x=3&y=1&panel=descent",
];

/// What is put before and behind a text, and the new name of a renamed variable.
const FRONTS: [&str; 5] = ["3 + ", "-", "2*", "y*", "exp("];
const BACKS: [&str; 6] = [" + 1", "*x", "^2", ")", " - sin(x)", " + x*y"];
const NAMES: [&str; 6] = ["x", "y", "w", "theta", "x1", "alpha"];

/// Buttons that are pressed, by what they are called in the page's table of help. Those of stepping
/// and descending come more than once.
const BUTTONS: [&str; 37] = [
    "afresh",
    "randomise",
    "start-values",
    "play-slider",
    "form-graph",
    "form-tree",
    "form-tree",
    "merge",
    "merge",
    "forward",
    "forward",
    "backward",
    "next",
    "next",
    "next",
    "next",
    "next",
    "back",
    "start",
    "end",
    "play",
    "play",
    "plot-slope",
    "plot-bend",
    "plot-lens",
    "plot-in",
    "plot-out",
    "plot-home",
    "plot-large",
    "map-field",
    "descend-step",
    "descend-step",
    "descend-run",
    "descend-back",
    "descend-reset",
    "watch",
    "zoom-in",
];

/// Lists in which something is chosen.
const LISTS: [&str; 7] = [
    "[data-help=from]",
    "[data-help=plot-axis]",
    "[data-help=plot-second]",
    "#descend-by",
    "#descend-against",
    "#descend-goal",
    "#data-batch",
];

/// Texts that are typed into boxes for numbers; some are no numbers.
const NUMBERS: [&str; 9] = ["0", "1", "-2.5", "7", "1e3", "pi", "0.001", "nonsense", "12"];

/// A generator of edits.
#[derive(Clone, Debug)]
pub struct Draw {
    seed: u64,
    good: Vec<String>,
    bad: Vec<String>,
}

impl Draw {
    /// Draws what follows from a seed.
    pub fn new(seed: u64) -> Self {
        Self { seed, good: texts(GOOD), bad: texts(BAD) }
    }

    /// A run of so many edits.
    pub fn run(&mut self, edits: usize) -> Run {
        Run { start: (*self.of(&STARTS)).to_owned(), edits: (0..edits).map(|_| self.edit()).collect() }
    }

    /// One edit.
    pub fn edit(&mut self) -> String {
        match self.below(66) {
            0..6 => format!("paste {}", self.good()),
            6..8 => format!("type {}", self.good()),
            8 => format!("paste {}", self.bad()),
            9..12 => format!("front {}", Value::from(*self.of(&FRONTS))),
            12..15 => format!("back {}", Value::from(*self.of(&BACKS))),
            15..17 => format!("cut {}", 1 + self.below(4)),
            17 => format!("rename {} {}", self.below(4), self.of(&NAMES)),
            18..20 => format!("gallery {}", self.below(100)),
            20 => format!("copy {}", self.below(100)),
            21..25 => format!("slide {} 0.{:02}", self.below(5), self.below(100)),
            25..27 => format!("drag {} 0.{} 0.{}", self.below(5), self.below(10), self.below(10)),
            27 => format!("box {} {}", self.below(5), self.of(&NUMBERS)),
            28 => format!("min {} {}", self.below(5), self.of(&NUMBERS)),
            29 => format!("max {} {}", self.below(5), self.of(&NUMBERS)),
            30..45 => format!("press {}", self.of(&BUTTONS)),
            45..47 => format!("tab {}", self.of(&["why", "descent", "data"])),
            47..51 => format!("choose {} {}", self.of(&LISTS), self.below(6)),
            51..53 => format!("node {}", self.below(12)),
            53 => format!("edge {}", self.below(12)),
            54 => format!("row {}", self.below(8)),
            55 => format!("hover {}", self.below(12)),
            56 => format!("rate 0.{:02}", 1 + self.below(40)),
            57 => format!("table {} {}", 1 + self.below(3), 2 + self.below(4)),
            58 => format!("pick {}", self.below(5)),
            59 => "clear".to_owned(),
            60..62 => "undo".to_owned(),
            62 => "redo".to_owned(),
            63 => "escape".to_owned(),
            64 => "second".to_owned(),
            _ => format!("pause {}", 200 + 400 * self.below(3)),
        }
    }

    fn good(&mut self) -> String {
        let place = self.below(self.good.len());
        Value::from(self.good[place].as_str()).to_string()
    }

    fn bad(&mut self) -> String {
        let place = self.below(self.bad.len());
        Value::from(self.bad[place].as_str()).to_string()
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// A number from 0 on, below this one.
    fn below(&mut self, end: usize) -> usize {
        self.seed = self.seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.seed >> 33) as usize % end
    }
}

/// The texts of a file of examples that are short enough and of one line.
fn texts(file: &str) -> Vec<String> {
    let texts =
        file.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()?["expr"].as_str().map(str::to_owned));
    texts.filter(|text| text.len() <= LONGEST && !text.contains('\n')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_draws_the_same_run_again() {
        assert_eq!(Draw::new(7).run(20), Draw::new(7).run(20));
        assert_ne!(Draw::new(7).run(20), Draw::new(8).run(20));
    }

    #[test]
    fn there_are_texts_of_both_kinds() {
        let draw = Draw::new(1);
        assert!(draw.good.len() > 100 && draw.bad.len() > 15, "{} and {}", draw.good.len(), draw.bad.len());
    }
}
