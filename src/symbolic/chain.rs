//! One step of a derivative: the chain rule for one operation, in normal form.

use super::algebra::{Algebra, Id, Leaf};
use super::arena::{Entry, EntryKind};
use super::textbook::forms;
use crate::ops::{Op, Syntax};

/// The value of a step whose arguments have these values.
pub(super) fn value(algebra: &mut Algebra, entry: &Entry, args: &[Id]) -> Id {
    match entry.kind {
        EntryKind::Number(bits) => algebra.literal(f64::from_bits(bits)),
        EntryKind::Constant(constant) => algebra.leaf(Leaf::Constant(constant as u8)),
        EntryKind::Variable(index) => algebra.leaf(Leaf::Variable(index)),
        EntryKind::Op(op) => algebra.apply(op, args),
    }
}

/// The chain rule for one operation: the sum over its arguments of partial × derivative of the
/// argument.
pub(super) fn chain(algebra: &mut Algebra, op: Op, args: &[Id], value: Id, slopes: &[Id]) -> Id {
    if op.row().syntax == Syntax::Braces {
        let last = args.len() - 1;
        let is_value = |slot: usize| slot % 2 == 1 || slot == last;
        let args: Vec<Id> =
            (0..args.len()).map(|slot| if is_value(slot) { slopes[slot] } else { args[slot] }).collect();
        return algebra.apply(op, &args);
    }
    let forms = forms(op);
    let name = |name: &String| match name.as_str() {
        "a" => args[0],
        "b" => args[1],
        "c" => args[2],
        "p" => slopes[0],
        "q" => slopes[1],
        "r" => slopes[2],
        _ => value,
    };
    let moving = slopes.iter().filter(|&&slope| slope != Id::ZERO).count();
    if let Some(choice) = forms.choice.as_ref().filter(|_| moving > 1) {
        let names: Vec<Id> = choice.variables.iter().map(name).collect();
        return algebra.read(&choice.output().expr, Some(&names));
    }
    let mut sum = Id::ZERO;
    for (slot, &slope) in slopes.iter().enumerate().filter(|(_, slope)| **slope != Id::ZERO) {
        let form = &forms.partials[slot.min(forms.partials.len() - 1)];
        let names: Vec<Id> = form.variables.iter().map(name).collect();
        let partial = algebra.read(&form.output().expr, Some(&names));
        let term = algebra.times_inside(partial, slope);
        sum = algebra.add(sum, term);
    }
    sum
}
