//! Optimizers: a point goes downhill along the gradient, step by step.
//!
//! [`Optimizer::ALL`] is a table with one row per method; the update rule of a row is written once
//! and is the code that runs as well as the formula that is shown, as text of our own language. A
//! [`Descent`] walks over a [`Terrain`], which is anything that has a value and a gradient, and says
//! with a [`Verdict`] when and why it is over.
//!
//! ```
//! use chainrule::descent::{Descent, Plan};
//! let mut valley = |at: &[f64], gradient: &mut [f64]| {
//!     gradient[0] = 8.0 * (4.0 * at[0] + 1.0);
//!     (4.0 * at[0] + 1.0).powi(2)
//! };
//! let mut descent = Descent::new(Plan::default(), &[1.0], &mut valley);
//! descent.step(&mut valley);
//! assert_eq!(descent.at(), [0.6]);
//! ```

mod checkpoints;
mod newton;
mod optimizer;
mod rows;
mod run;
mod verdict;

pub use optimizer::{Assign, Knob, Optimizer, Plan};
pub use run::{Descent, LIMIT, Terrain};
pub use verdict::Verdict;
