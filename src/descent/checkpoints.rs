//! Checkpoints of a run: a bounded number of whole states, evenly spaced.

/// Most numbers that are kept, so that they fit in the processor's cache.
const MOST_NUMBERS: usize = 30_000;

/// Most states that are kept.
const MOST_CHECKPOINTS: usize = 1_500;

/// States at steps 0, stride, 2·stride… When there are too many, every third is kept: an odd stride
/// shows both sides of a run that jumps to and fro.
#[derive(Clone, Debug)]
pub(super) struct Checkpoints {
    numbers: Vec<f64>,
    width: usize,
    stride: usize,
}

impl Checkpoints {
    pub fn new(start: &[f64]) -> Checkpoints {
        Checkpoints { numbers: start.to_vec(), width: start.len().max(1), stride: 1 }
    }

    pub fn len(&self) -> usize {
        self.numbers.len() / self.width
    }

    /// The states with their steps.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &[f64])> {
        self.numbers.chunks_exact(self.width).enumerate().map(|(index, state)| (index * self.stride, state))
    }

    /// Stores the state of this step if the step is the next checkpoint.
    pub fn keep(&mut self, step: usize, state: &[f64]) {
        if step != self.len() * self.stride {
            return;
        }
        self.numbers.extend_from_slice(state);
        if self.len() > (MOST_NUMBERS / self.width).clamp(30, MOST_CHECKPOINTS) {
            self.stride *= 3;
            let (width, kept) = (self.width, self.len().div_ceil(3));
            for index in 1..kept {
                self.numbers.copy_within(3 * index * width..(3 * index + 1) * width, index * width);
            }
            self.numbers.truncate(kept * width);
        }
    }

    /// The last checkpoint at or before a step; the checkpoints after the step are discarded.
    pub fn before(&mut self, step: usize) -> (usize, &[f64]) {
        let index = (step / self.stride).min(self.len() - 1);
        self.numbers.truncate((step / self.stride + 1).min(self.len()) * self.width);
        (index * self.stride, &self.numbers[index * self.width..(index + 1) * self.width])
    }
}
