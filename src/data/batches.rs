//! Which rows a step of descent uses.

use std::ops::Range;

/// How many rows a step uses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Batching {
    /// All rows: the exact gradient of the mean.
    #[default]
    Full,
    /// This many rows, at least one.
    Mini(usize),
    /// One row.
    Single,
}

/// The rows of every step. Each epoch goes through all rows once, in an order of its own that depends
/// on the seed alone. The rows of any step can be asked for at any time, so that a descent can go back.
///
/// ```
/// use chainrule::data::{Batches, Batching};
/// let mut batches = Batches::new(5, Batching::Mini(2), 7);
/// let first = batches.at(0).to_vec();
/// assert_eq!((batches.at(1).len(), batches.at(2).len(), batches.epoch_of(3)), (2, 1, 1));
/// assert_eq!(batches.at(0), first);
/// ```
#[derive(Clone, Debug)]
pub struct Batches {
    rows: usize,
    size: usize,
    seed: u64,
    shuffled: bool,
    /// The epoch that `order` belongs to.
    epoch: usize,
    order: Vec<usize>,
}

impl Batches {
    /// Batches over this many rows.
    pub fn new(rows: usize, batching: Batching, seed: u64) -> Batches {
        let size = match batching {
            Batching::Full => rows,
            Batching::Mini(size) => size.min(rows),
            Batching::Single => 1,
        };
        let shuffled = batching != Batching::Full;
        let mut batches = Batches { rows, size: size.max(1), seed, shuffled, epoch: 0, order: Vec::new() };
        batches.shuffle();
        batches
    }

    /// Number of steps in an epoch, which goes through all rows once.
    pub fn steps_per_epoch(&self) -> usize {
        self.rows.div_ceil(self.size).max(1)
    }

    /// Number of epochs that were completed before this step.
    pub fn epoch_of(&self, step: usize) -> usize {
        step / self.steps_per_epoch()
    }

    /// The rows of a step, counted from 0.
    pub fn at(&mut self, step: usize) -> &[usize] {
        let epoch = self.epoch_of(step);
        if epoch != self.epoch {
            self.epoch = epoch;
            self.shuffle();
        }
        let start = step % self.steps_per_epoch() * self.size;
        let rows: Range<usize> = start..self.rows.min(start + self.size);
        &self.order[rows]
    }

    /// Puts all rows in the order of the present epoch; every order is equally likely (Fisher–Yates
    /// shuffle in Durstenfeld's form, *CACM* 7 (1964), algorithm 235).
    fn shuffle(&mut self) {
        self.order.clear();
        self.order.extend(0..self.rows);
        if self.shuffled {
            let mut random = SplitMix64::new(self.seed);
            let mut random = SplitMix64::new(random.next() ^ SplitMix64::new(self.epoch as u64).next());
            for last in (1..self.rows).rev() {
                self.order.swap(last, random.below(last + 1));
            }
        }
    }
}

/// Steele, Lea & Flood, *Fast splittable pseudorandom number generators*, OOPSLA 2014; the
/// constants are those of their method `nextLong` in the variant of Stafford's Mix13.
///
/// ```
/// use chainrule::data::SplitMix64;
/// assert_eq!(SplitMix64::new(1234567).next(), 6457827717110365317);
/// ```
#[derive(Clone, Debug)]
pub struct SplitMix64(u64);

impl SplitMix64 {
    /// The sequence of a seed.
    pub fn new(seed: u64) -> SplitMix64 {
        SplitMix64(seed)
    }

    /// The next 64 bits.
    #[allow(clippy::should_implement_trait)] // it never ends
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`; with at most 10⁴ of them the odds differ by less than 10⁻¹⁵.
    pub fn below(&mut self, end: usize) -> usize {
        ((u128::from(self.next()) * end as u128) >> 64) as usize
    }
}
