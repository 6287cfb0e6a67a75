//! What a person writes elsewhere: in LaTeX, Python, JavaScript, Mathematica, MATLAB, a spreadsheet, Desmos
//! or in another language's names of functions.
//!
//! A text in another notation is read into a tree of brackets ([`node`]), the rules rewrite it piece by piece
//! by their tables ([`calls`], [`commands`], …), and the result is offered if our own grammar reads it. The
//! text that was typed keeps its meaning until the person accepts.
//!
//! What the language lacks, integrals or vectors, is named at the place where it stands.

mod aggregates;
mod calls;
mod code;
mod commands;
mod conditions;
mod derivatives;
mod dotted;
mod mark;
mod node;
mod operators;
mod print;
mod reading;
mod rewriter;
mod template;
mod wholes;

pub use mark::Foreign;
pub(super) use reading::{Reading, read};
