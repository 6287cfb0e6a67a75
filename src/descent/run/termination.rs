//! Whether a run is over, and why.

use super::{Descent, LIMIT, SMALL, TAIL, Tail, Terrain};
use crate::descent::Verdict;
use crate::descent::newton::curves_up;

/// Number of consecutive steps that overshoot and end farther from the goal before a run counts as
/// diverging.
const OVERSHOTS: f64 = 3.0;

/// Number of steps without progress before a run counts as stuck.
const PATIENCE: f64 = 200.0;

/// At more variables the second derivatives are not looked at to tell a valley from a saddle.
const MOST_PROBED: usize = 40;

impl Descent {
    /// Counts the steps without progress and the steps that overshoot.
    pub(super) fn count(&mut self, value: f64) {
        let old = self.before[self.state.len() - TAIL + Tail::Value as usize];
        let worse = self.cost(value) > self.cost(old);
        self.set(Tail::Overshots, if self.sight.turned && worse { self.get(Tail::Overshots) + 1.0 } else { 0.0 });
        let best = self.get(Tail::Best);
        // An improvement within the rounding error is no progress.
        if self.cost(value) < self.cost(best) - 1e-14 * best.abs() {
            self.set(Tail::Best, value);
            self.set(Tail::Stale, 0.0);
        } else {
            self.set(Tail::Stale, self.get(Tail::Stale) + 1.0);
        }
    }

    /// Why the run is over, if it is.
    pub(super) fn judge(&self, terrain: &mut dyn Terrain) -> Option<Verdict> {
        if !self.sight.finite {
            let endless = self.cost(self.value()) == f64::NEG_INFINITY;
            let worse =
                self.step > 1 && self.cost(self.before[self.state.len() - TAIL]) > self.cost(self.start_value());
            return Some(match (endless, worse) {
                (true, _) => Verdict::Endless,
                (false, true) => Verdict::Diverges,
                (false, false) => Verdict::NotFinite,
            });
        }
        let whole = !terrain.is_sampled();
        if whole && self.sight.small {
            return Some(self.shape(terrain));
        }
        // While the value is better than at the start, overshooting may be part of converging.
        let off = self.cost(self.value()) > self.cost(self.start_value());
        if whole && off && self.get(Tail::Overshots) >= OVERSHOTS {
            return Some(Verdict::Diverges);
        }
        if whole && self.get(Tail::Stale) >= PATIENCE {
            return Some(Verdict::Stuck);
        }
        (self.step > 0 && self.step.is_multiple_of(LIMIT)).then_some(Verdict::Limit)
    }

    fn start_value(&self) -> f64 {
        self.checkpoints.iter().next().map_or(f64::NAN, |(_, state)| state[state.len() - TAIL])
    }

    /// What kind of place it is where the gradient is 0, by the second derivatives: those of the
    /// terrain, else differences of its gradients.
    fn shape(&self, terrain: &mut dyn Terrain) -> Verdict {
        let n = self.n;
        if n == 0 || n > MOST_PROBED {
            return Verdict::Flat;
        }
        let mut matrix = vec![0.0; n * n];
        if !terrain.hessian(self.at(), &mut matrix) {
            let mut at = self.at().to_vec();
            let (mut above, mut below) = (vec![0.0; n], vec![0.0; n]);
            for i in 0..n {
                let (x, h) = (at[i], 1e-4 * at[i].abs().max(1.0));
                at[i] = x + h;
                terrain.gradient(self.step, &at, &mut above);
                at[i] = x - h;
                terrain.gradient(self.step, &at, &mut below);
                at[i] = x;
                for j in 0..n {
                    // Half of the difference goes to each of the two mirrored places, so that the matrix is symmetric.
                    let bend = (above[j] - below[j]) / (4.0 * h);
                    matrix[i * n + j] += bend;
                    matrix[j * n + i] += bend;
                }
            }
        }
        let largest = matrix.iter().fold(0.0, |largest: f64, bend| largest.max(bend.abs()));
        let shift = 1e-7 * largest;
        if largest < SMALL {
            Verdict::Flat
        } else if curves_up(&matrix, n, 1.0, -shift) {
            Verdict::Valley
        } else if curves_up(&matrix, n, -1.0, -shift) {
            Verdict::Top
        } else if curves_up(&matrix, n, 1.0, shift) || curves_up(&matrix, n, -1.0, shift) {
            Verdict::Flat
        } else {
            Verdict::Saddle
        }
    }
}
