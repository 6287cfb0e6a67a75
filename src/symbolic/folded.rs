//! The derivative of a long program, computed backward with named intermediate results, so that its
//! length is at most a constant times the length of the program.

use std::collections::{HashMap, HashSet};

use super::algebra::{Algebra, Id, Leaf, NormalForm, Summand};
use super::arena::{Arena, EntryKind};
use super::chain::{chain, value};
use super::rational::Rational;
use super::write::{Style, write};
use crate::ops::{Constant, Op};
use crate::syntax::{Names, Program, Span, Statement, StatementKind, TermKind};

/// An expression of more terms gets a name.
const LONGEST: u32 = 12;

/// An expression of more terms gets a name if it is used more than once.
const LONGEST_REPEATED: u32 = 4;

/// ∂output/∂variable as definitions and a last value: first the program's values that the derivative
/// needs, then the derivatives of the output in the order of the backward pass.
pub(super) fn partial(program: &Program, arena: &Arena, uses: &[u32], variable: usize, style: Style) -> Vec<Statement> {
    let mut folding = Folding { algebra: Algebra::new(), names: FreeNames::new(program), definitions: Vec::new() };
    let count = arena.entries.len();
    let mut values: Vec<Id> = vec![Id::ZERO; count];
    let mut names: Vec<Option<String>> = vec![None; count];
    for (index, entry) in arena.entries.iter().enumerate().filter(|(index, _)| uses[*index] > 0) {
        let args: Vec<Id> = entry.args.iter().map(|&arg| values[arg as usize]).collect();
        let value = value(&mut folding.algebra, entry, &args);
        let weight = folding.algebra.weight(value);
        let own_name = entry.definition.and_then(|statement| program.statements[statement as usize].name());
        let is_named = own_name.is_some() && !entry.args.is_empty() && weight > 1;
        let is_long = weight > LONGEST || uses[index] > 1 && weight > LONGEST_REPEATED;
        // A condition stands in braces only: it has no name.
        values[index] = if is_named || is_long && !entry.is_condition() {
            let name = match own_name {
                Some(name) => folding.names.fresh(name),
                None => folding.names.numbered(),
            };
            names[index] = Some(name.clone());
            folding.define(name, value)
        } else {
            value
        };
    }
    let depends = arena.depends_on(variable);
    let mut received: Vec<Vec<Summand>> = vec![Vec::new(); count];
    received[arena.output as usize].push((Rational::ONE, Id::ONE));
    let mut result = Id::ZERO;
    for (index, entry) in arena.entries.iter().enumerate().rev() {
        let contributions = std::mem::take(&mut received[index]);
        if !depends[index] || contributions.is_empty() {
            continue;
        }
        let mut gradient = folding.algebra.sum(&contributions);
        let EntryKind::Op(op) = entry.kind else {
            result = gradient;
            continue;
        };
        let weight = folding.algebra.weight(gradient);
        let receivers = entry.args.iter().filter(|&&arg| depends[arg as usize]).count();
        let is_named = entry.definition.is_some() && names[index].is_some() && weight > 1;
        if is_named || weight > LONGEST || receivers > 1 && weight > LONGEST_REPEATED {
            let base = names[index].clone().unwrap_or_else(|| folding.names.numbered());
            let name = folding.names.fresh(&format!("d{base}"));
            gradient = folding.define(name, gradient);
        }
        let args: Vec<Id> = entry.args.iter().map(|&arg| values[arg as usize]).collect();
        for (slot, &arg) in entry.args.iter().enumerate().filter(|(_, arg)| depends[**arg as usize]) {
            let sent = folding.sent(op, &args, values[index], slot, gradient);
            if sent != Id::ZERO {
                received[arg as usize].push((Rational::ONE, sent));
            }
        }
    }
    folding.statements(result, style)
}

struct Folding {
    algebra: Algebra,
    names: FreeNames,
    definitions: Vec<(String, Id)>,
}

impl Folding {
    /// Gives an expression a name, and returns the name as an expression.
    fn define(&mut self, name: String, id: Id) -> Id {
        self.definitions.push((name, id));
        self.algebra.leaf(Leaf::Definition(self.definitions.len() as u32 - 1))
    }

    /// The gradient that an operation sends back to one argument.
    fn sent(&mut self, op: Op, args: &[Id], value: Id, slot: usize, gradient: Id) -> Id {
        let mut slopes = vec![Id::ZERO; args.len()];
        slopes[slot] = gradient;
        chain(&mut self.algebra, op, args, value, &slopes)
    }

    /// The definitions that the result needs, and the result.
    fn statements(self, result: Id, style: Style) -> Vec<Statement> {
        let needed = self.needed(result);
        let mut places = vec![0; self.definitions.len()];
        let mut statements: Vec<Statement> = Vec::new();
        let written = |id: Id, places: &[u32]| {
            let mut expr = write(&self.algebra, id, style);
            for term in &mut expr.terms {
                if let TermKind::Definition(index) = &mut term.kind {
                    *index = places[*index as usize];
                }
            }
            expr
        };
        for (index, (name, id)) in self.definitions.iter().enumerate().filter(|(index, _)| needed[*index]) {
            let kind = StatementKind::Define { name: name.clone(), name_span: Span::default() };
            places[index] = statements.len() as u32;
            statements.push(Statement { kind, expr: written(*id, &places), span: Span::default() });
        }
        let expr = written(result, &places);
        statements.push(Statement { kind: StatementKind::Value, expr, span: Span::default() });
        statements
    }

    /// Which definitions an expression needs.
    fn needed(&self, root: Id) -> Vec<bool> {
        let mut needed = vec![false; self.definitions.len()];
        let mut seen: HashSet<Id> = HashSet::new();
        let mut work = vec![root];
        while let Some(id) = work.pop() {
            if !seen.insert(id) {
                continue;
            }
            match self.algebra.form(id) {
                NormalForm::Leaf(Leaf::Definition(index)) => {
                    needed[*index as usize] = true;
                    work.push(self.definitions[*index as usize].1);
                }
                NormalForm::Number(_) | NormalForm::Leaf(_) => {}
                NormalForm::Sum(terms) => work.extend(terms.iter().map(|term| term.1)),
                NormalForm::Product(_, factors) => {
                    work.extend(factors.iter().flat_map(|&(base, exponent)| [base, exponent]))
                }
                NormalForm::Apply(_, args) => work.extend_from_slice(args),
            }
        }
        needed
    }
}

/// Names that are not used for anything else.
struct FreeNames {
    taken: Names,
    /// By stem: the first number that may still be free.
    next: HashMap<String, u32>,
}

impl FreeNames {
    fn new(program: &Program) -> FreeNames {
        let mut taken = Names::default();
        program.variables.iter().for_each(|name| _ = taken.take(name));
        FreeNames { taken, next: HashMap::new() }
    }

    /// This name if it is free, otherwise with a number: `c`, `c_2`, `c_3`.
    fn fresh(&mut self, name: &str) -> String {
        let is_no_other = Constant::from_name(name).is_none_or(|constant| constant == Constant::E);
        if is_no_other && Op::from_name(name).is_none() && self.taken.take(name) {
            return name.to_owned();
        }
        self.counted(format!("{name}_"), 2)
    }

    /// `t1`, `t2`, …
    fn numbered(&mut self) -> String {
        self.counted("t".to_owned(), 1)
    }

    fn counted(&mut self, stem: String, first: u32) -> String {
        let next = self.next.entry(stem.clone()).or_insert(first);
        loop {
            let name = format!("{stem}{next}");
            *next += 1;
            if self.taken.take(&name) {
                return name;
            }
        }
    }
}
