//! A program as one list of operations, with its definitions and function calls inlined.

use std::collections::HashMap;
use std::rc::Rc;

use super::derivative;
use crate::ops::{Arity, Constant, Notation, Op, Syntax};
use crate::syntax::{Expr, Program, StatementKind, TermId, TermKind};

/// Index of an entry.
pub(super) type EntryId = u32;

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum EntryKind {
    /// The bits of a number.
    Number(u64),
    Constant(Constant),
    Variable(u32),
    Op(Op),
}

/// One operation or leaf.
#[derive(Debug)]
pub(super) struct Entry {
    pub kind: EntryKind,
    pub args: Rc<[EntryId]>,
    /// The definition that names it, as an index of a statement.
    pub definition: Option<u32>,
}

impl Entry {
    /// Whether it is a comparison or several of them.
    pub fn is_condition(&self) -> bool {
        matches!(self.kind, EntryKind::Op(op) if op.row().notation == Notation::Relation)
    }
}

/// The operations and leaves of a program, arguments first; equal ones are stored once.
pub(super) struct Arena {
    pub entries: Vec<Entry>,
    pub output: EntryId,
}

impl Arena {
    /// The arena of a program; `None` if it would visit more terms than the limit.
    pub fn new(program: &Program, limit: usize) -> Option<Arena> {
        let mut builder = Builder {
            program,
            entries: Vec::new(),
            known: HashMap::new(),
            definitions: Vec::new(),
            bodies: HashMap::new(),
            visited: 0,
            limit,
            derivable: limit,
        };
        builder.run()?;
        let output = builder.definitions.last().copied()?;
        Some(Arena { entries: builder.entries, output })
    }

    /// Which entries depend on a variable.
    pub fn depends_on(&self, variable: usize) -> Vec<bool> {
        let mut depends: Vec<bool> = Vec::with_capacity(self.entries.len());
        for entry in &self.entries {
            let own = entry.kind == EntryKind::Variable(variable as u32);
            depends.push(own || entry.args.iter().any(|&arg| depends[arg as usize]));
        }
        depends
    }

    /// How often each entry is used on the way to the output; 0 for those that are not.
    pub fn uses(&self) -> Vec<u32> {
        let mut uses = vec![0; self.entries.len()];
        uses[self.output as usize] = 1;
        for (id, entry) in self.entries.iter().enumerate().rev() {
            if uses[id] > 0 {
                entry.args.iter().for_each(|&arg| uses[arg as usize] += 1);
            }
        }
        uses
    }
}

struct Builder<'p> {
    program: &'p Program,
    entries: Vec<Entry>,
    known: HashMap<(EntryKind, Rc<[EntryId]>), EntryId>,
    /// The entry of each statement.
    definitions: Vec<EntryId>,
    /// Derivatives of functions, by function and order.
    bodies: HashMap<(u32, u32), Rc<Expr>>,
    /// How many terms have been visited.
    visited: usize,
    limit: usize,
    /// How many terms of derivatives may still be written.
    derivable: usize,
}

/// A function body or statement that is being evaluated.
struct CallFrame {
    body: Rc<Expr>,
    parameters: Vec<EntryId>,
    /// Entries of the terms that are done.
    done: Vec<EntryId>,
}

impl Builder<'_> {
    fn run(&mut self) -> Option<()> {
        let program = self.program;
        let last = program.statements.len().checked_sub(1)?;
        for (index, statement) in program.statements.iter().enumerate() {
            let parameters = match &statement.kind {
                StatementKind::Function { parameters, .. } if index == last => {
                    let variables = program.variables_of(parameters);
                    variables.map(|variable| self.entry(EntryKind::Variable(variable), &[])).collect()
                }
                _ => Vec::new(),
            };
            let is_needed = index == last || matches!(statement.kind, StatementKind::Define { .. });
            let entry = if is_needed { self.evaluate(Rc::new(statement.expr.clone()), parameters)? } else { 0 };
            if matches!(statement.kind, StatementKind::Define { .. }) {
                let entry = &mut self.entries[entry as usize];
                entry.definition = entry.definition.or(Some(index as u32));
            }
            self.definitions.push(entry);
        }
        Some(())
    }

    fn entry(&mut self, kind: EntryKind, args: &[EntryId]) -> EntryId {
        let args: Rc<[EntryId]> = args.into();
        let entries = &mut self.entries;
        *self.known.entry((kind, Rc::clone(&args))).or_insert_with(|| {
            entries.push(Entry { kind, args, definition: None });
            entries.len() as EntryId - 1
        })
    }

    /// An operation; one with any number of arguments becomes a chain of operations on two arguments.
    fn operation(&mut self, op: Op, args: &[EntryId]) -> EntryId {
        let row = op.row();
        match row.arity {
            Arity::AtLeast(2) if row.syntax != Syntax::Braces && args.len() > 2 => {
                let first = args[0];
                args[1..].iter().fold(first, |left, &right| self.entry(EntryKind::Op(op), &[left, right]))
            }
            _ => self.entry(EntryKind::Op(op), args),
        }
    }

    fn evaluate(&mut self, body: Rc<Expr>, parameters: Vec<EntryId>) -> Option<EntryId> {
        let mut frames = vec![CallFrame { body, parameters, done: Vec::new() }];
        loop {
            let frame = frames.last()?;
            if frame.done.len() == frame.body.terms.len() {
                let result = frames.pop()?.done.pop()?;
                match frames.last_mut() {
                    Some(caller) => caller.done.push(result),
                    None => return Some(result),
                }
                continue;
            }
            self.visited += 1;
            if self.visited > self.limit {
                return None;
            }
            let id = frame.done.len() as TermId;
            let args: Vec<EntryId> = frame.body.args_of(id).iter().map(|&arg| frame.done[arg as usize]).collect();
            let entry = match frame.body.term(id).kind {
                TermKind::Number(value) => self.entry(EntryKind::Number(value.to_bits()), &[]),
                TermKind::Constant(constant) => self.entry(EntryKind::Constant(constant), &[]),
                TermKind::Variable(index) => self.entry(EntryKind::Variable(index), &[]),
                TermKind::Parameter(index) => frame.parameters[index as usize],
                TermKind::Definition(index) => self.definitions[index as usize],
                TermKind::Apply(op, _) => self.operation(op, &args),
                TermKind::Call { function, derivative, .. } => {
                    let body = self.body(function, derivative)?;
                    frames.push(CallFrame { body, parameters: args, done: Vec::new() });
                    continue;
                }
            };
            if let Some(frame) = frames.last_mut() {
                frame.done.push(entry);
            }
        }
    }

    fn body(&mut self, function: u32, order: u32) -> Option<Rc<Expr>> {
        if let Some(body) = self.bodies.get(&(function, order)) {
            return Some(Rc::clone(body));
        }
        let expr = &self.program.statements[function as usize].expr;
        let body = Rc::new(derivative(self.program, expr, 0, order, &mut self.derivable)?);
        self.bodies.insert((function, order), Rc::clone(&body));
        Some(body)
    }
}
