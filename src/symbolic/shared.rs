//! An expression under construction in which equal terms are one term.

use std::collections::HashMap;

use crate::ops::{Constant, Op};
use crate::syntax::{ArgRange, Expr, Span, TermId, TermKind};

/// What makes two terms equal, beside their arguments.
#[derive(PartialEq, Eq, Hash)]
enum Kind {
    /// The bits of a number.
    Number(u64),
    Constant(Constant),
    Variable(u32),
    Definition(u32),
    Parameter(u32),
    Apply(Op),
    Call(u32, u32),
}

/// An expression under construction in which equal terms are one term, at the place of the first of them.
#[derive(Default)]
pub(super) struct Shared {
    expr: Expr,
    known: HashMap<(Kind, Box<[TermId]>), TermId>,
}

impl Shared {
    /// Number of terms.
    pub fn len(&self) -> usize {
        self.expr.terms.len()
    }

    /// A term of this kind on these arguments, in place of those that the kind names.
    pub fn add(&mut self, kind: TermKind, args: &[TermId], span: Span) -> TermId {
        let key = match kind {
            TermKind::Number(value) => Kind::Number(value.to_bits()),
            TermKind::Constant(constant) => Kind::Constant(constant),
            TermKind::Variable(index) => Kind::Variable(index),
            TermKind::Definition(index) => Kind::Definition(index),
            TermKind::Parameter(index) => Kind::Parameter(index),
            TermKind::Apply(op, _) => Kind::Apply(op),
            TermKind::Call { function, derivative, .. } => Kind::Call(function, derivative),
        };
        let expr = &mut self.expr;
        *self.known.entry((key, args.into())).or_insert_with(|| add(expr, kind, args, span))
    }

    /// A number.
    pub fn number(&mut self, value: f64, span: Span) -> TermId {
        self.add(TermKind::Number(value), &[], span)
    }

    /// An operation.
    pub fn apply(&mut self, op: Op, args: &[TermId], span: Span) -> TermId {
        self.add(TermKind::Apply(op, ArgRange { start: 0, len: 0 }), args, span)
    }

    /// What a term is.
    pub fn kind(&self, id: TermId) -> TermKind {
        self.expr.term(id).kind
    }

    /// The arguments of a term.
    pub fn args(&self, id: TermId) -> &[TermId] {
        self.expr.args_of(id)
    }

    /// The value of a term that is a number.
    pub fn as_number(&self, id: TermId) -> Option<f64> {
        match self.expr.term(id).kind {
            TermKind::Number(value) => Some(value),
            _ => None,
        }
    }

    /// The expression whose last term is this one; what it does not need is left out.
    pub fn finish(self, root: TermId) -> Expr {
        let all = self.expr;
        let mut needed = vec![false; root as usize + 1];
        needed[root as usize] = true;
        for id in (0..=root).rev() {
            if needed[id as usize] {
                all.args_of(id).iter().for_each(|&arg| needed[arg as usize] = true);
            }
        }
        let mut kept = Expr::default();
        let mut map: Vec<TermId> = vec![0; needed.len()];
        for id in (0..=root).filter(|&id| needed[id as usize]) {
            let args: Vec<TermId> = all.args_of(id).iter().map(|&arg| map[arg as usize]).collect();
            let term = all.term(id);
            map[id as usize] = add(&mut kept, term.kind, &args, term.span);
        }
        kept
    }
}

/// Adds a term of the same kind with other arguments.
fn add(out: &mut Expr, kind: TermKind, args: &[TermId], span: Span) -> TermId {
    match kind {
        TermKind::Apply(op, _) => out.apply(op, args, span),
        TermKind::Call { function, derivative, .. } => {
            let args = out.arg_range(args);
            out.leaf(TermKind::Call { function, derivative, args }, span)
        }
        leaf => out.leaf(leaf, span),
    }
}
