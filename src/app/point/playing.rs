//! Sliders that move by themselves.

use std::collections::BTreeMap;

use crate::app::{Document, Input, Speed};
use crate::words::{Message, point};

/// How long a slider takes from end to end at normal speed, in milliseconds.
const SWEEP_MS: usize = 8_000;

/// A beat counts as no longer than this, in milliseconds: where the browser was held up, sliders go on from near
/// where they stand and do not jump.
const LONGEST_BEAT_MS: f64 = 1_000.0;

/// What a slider does that plays and comes to an end of its track.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AtEnd {
    /// It stops.
    Stop,
    /// It goes on from the other end.
    Loop,
    /// It turns round.
    #[default]
    Bounce,
}

impl AtEnd {
    /// Every choice, in the order of the list.
    pub const ALL: [AtEnd; 3] = [AtEnd::Bounce, AtEnd::Loop, AtEnd::Stop];

    /// What it is called.
    pub fn label(self) -> Message {
        match self {
            AtEnd::Stop => point::stop(),
            AtEnd::Loop => point::again(),
            AtEnd::Bounce => point::bounce(),
        }
    }
}

/// How far apart the values are that a playing slider stops at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stride {
    /// About a thousandth of the track: it glides.
    #[default]
    Fine,
    /// About a hundredth.
    Medium,
    /// About a tenth.
    Coarse,
}

impl Stride {
    /// Every choice, in the order of the list.
    pub const ALL: [Stride; 3] = [Stride::Fine, Stride::Medium, Stride::Coarse];

    /// What it is called.
    pub fn label(self) -> Message {
        match self {
            Stride::Fine => point::fine(),
            Stride::Medium => point::medium(),
            Stride::Coarse => point::coarse(),
        }
    }

    /// The distance between two values of a slider: a power of ten.
    fn step(self, input: Input) -> f64 {
        match self {
            Stride::Fine => input.step(),
            Stride::Medium => 10.0 * input.step(),
            Stride::Coarse => 100.0 * input.step(),
        }
    }
}

/// Which sliders play, and how; part of the session, and not of the link.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Playing {
    rides: BTreeMap<String, Ride>,
    /// How fast.
    pub speed: Speed,
    /// In which steps.
    pub stride: Stride,
    /// What happens at the end of the track.
    pub at_end: AtEnd,
}

/// Where a slider is on its way: between two of the values that it stops at.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Ride {
    at: f64,
    forward: bool,
}

impl Playing {
    /// Whether this slider plays.
    pub fn plays(&self, name: &str) -> bool {
        self.rides.contains_key(name)
    }

    /// Whether any slider plays.
    pub fn is_on(&self) -> bool {
        !self.rides.is_empty()
    }

    /// Lets a slider play from where it stands. One that stands at the end, where it would stop at once, starts
    /// over.
    pub(in crate::app) fn start(&mut self, name: &str, input: Input) {
        let over = self.at_end == AtEnd::Stop && input.value >= input.max;
        self.rides.insert(name.into(), Ride { at: if over { input.min } else { input.value }, forward: true });
    }

    /// Lets a slider stand.
    pub(in crate::app) fn stop(&mut self, name: &str) {
        self.rides.remove(name);
    }

    /// Lets all sliders stand.
    pub(in crate::app) fn halt(&mut self) {
        self.rides.clear();
    }

    /// Lets so many milliseconds pass; gives the sliders that moved. Those that are at their end are out.
    pub(super) fn pass(&mut self, ms: f64, document: &Document) -> Vec<(String, Input)> {
        let part = ms.clamp(0.0, LONGEST_BEAT_MS) / self.speed.scaled(SWEEP_MS) as f64;
        let (stride, at_end) = (self.stride, self.at_end);
        let mut moved = Vec::new();
        self.rides.retain(|name, ride| {
            let input = document.input(name);
            let goes_on = ride.travel(part, input, at_end);
            let now = input.at(input.nearest(ride.at, stride.step(input)));
            if now.value != input.value {
                moved.push((name.clone(), now));
            }
            goes_on
        });
        moved
    }
}

impl Ride {
    /// Goes on by this part of the track; tells whether there is a way left.
    fn travel(&mut self, part: f64, input: Input, at_end: AtEnd) -> bool {
        let Input { min, max, .. } = input;
        self.forward |= at_end != AtEnd::Bounce;
        let way = part * (max - min);
        self.at = self.at.clamp(min, max) + if self.forward { way } else { -way };
        if (min..=max).contains(&self.at) {
            return true;
        }
        match at_end {
            AtEnd::Stop => self.at = max,
            AtEnd::Loop => self.at -= max - min,
            AtEnd::Bounce => {
                self.at = if self.forward { max - (self.at - max) } else { min + (min - self.at) };
                self.forward = !self.forward;
            }
        }
        at_end != AtEnd::Stop
    }
}
