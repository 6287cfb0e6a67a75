//! The parsed program as flat data.

use std::collections::HashMap;

use super::{Foreign, Offer, Span};
use crate::ops::{Constant, Op};

/// Index of a [`Term`] in its [`Expr`].
pub type TermId = u32;

/// One expression: its terms in postorder, so that arguments precede the terms that use them and the
/// last term is the whole expression. It is flat, so that deep nesting never causes recursion.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Expr {
    /// The terms, arguments first.
    pub terms: Vec<Term>,
    /// Argument lists of all terms, one after the other.
    pub args: Vec<TermId>,
}

/// One part of an expression.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Term {
    /// What it is.
    pub kind: TermKind,
    /// Its place in the text, without parentheses around it.
    pub span: Span,
}

/// What a term is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TermKind {
    /// A number as typed.
    Number(f64),
    /// π, τ or e.
    Constant(Constant),
    /// A free variable: index into [`Program::variables`].
    Variable(u32),
    /// A name defined by an earlier statement: index into [`Program::statements`].
    Definition(u32),
    /// A parameter of the function whose body this is.
    Parameter(u32),
    /// An operation on arguments.
    Apply(Op, ArgRange),
    /// A call of the user's own function.
    Call {
        /// The function's statement: index into [`Program::statements`].
        function: u32,
        /// 0 for the function itself, 1 for its derivative f′, 2 for f″…
        derivative: u32,
        /// The arguments.
        args: ArgRange,
    },
}

/// A range of [`Expr::args`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArgRange {
    /// Index of the first argument.
    pub start: u32,
    /// Number of arguments.
    pub len: u32,
}

impl Expr {
    /// The term that is the whole expression.
    ///
    /// # Panics
    /// If there is no term; a parsed expression has at least one.
    pub fn root(&self) -> TermId {
        self.terms.len() as TermId - 1
    }

    /// The term of this id.
    pub fn term(&self, id: TermId) -> &Term {
        &self.terms[id as usize]
    }

    /// Arguments of this term, in order; none for numbers and names.
    pub fn args_of(&self, id: TermId) -> &[TermId] {
        match self.term(id).kind {
            TermKind::Apply(_, args) | TermKind::Call { args, .. } => {
                &self.args[args.start as usize..(args.start + args.len) as usize]
            }
            _ => &[],
        }
    }

    /// Adds a leaf.
    pub fn leaf(&mut self, kind: TermKind, span: Span) -> TermId {
        self.terms.push(Term { kind, span });
        self.root()
    }

    /// Adds an operation on terms that were added before.
    pub fn apply(&mut self, op: Op, args: &[TermId], span: Span) -> TermId {
        let args = self.arg_range(args);
        self.leaf(TermKind::Apply(op, args), span)
    }

    /// Stores an argument list for a term about to be added.
    pub fn arg_range(&mut self, args: &[TermId]) -> ArgRange {
        let range = ArgRange { start: self.args.len() as u32, len: args.len() as u32 };
        self.args.extend_from_slice(args);
        range
    }

    /// Nesting depth: 1 for a leaf.
    pub fn depth(&self) -> usize {
        let mut depths = vec![1usize; self.terms.len()];
        for id in 0..self.terms.len() {
            let deepest = self.args_of(id as TermId).iter().map(|&arg| depths[arg as usize]).max().unwrap_or(0);
            depths[id] = deepest + 1;
        }
        depths.last().copied().unwrap_or(0)
    }
}

/// A parsed text: statements in order, names resolved.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Program {
    /// Free variables in order of first appearance; each gets a slider.
    pub variables: Vec<String>,
    /// The statements; the last one is the output. Never empty after parsing.
    pub statements: Vec<Statement>,
    /// Remarks on how the text was read, none of them an error.
    pub notices: Vec<Notice>,
}

/// One statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// What it states.
    pub kind: StatementKind,
    /// The right-hand side, or the expression itself.
    pub expr: Expr,
    /// The whole statement in the text.
    pub span: Span,
}

/// What a statement states.
#[derive(Clone, Debug, PartialEq)]
pub enum StatementKind {
    /// `name = expr`
    Define {
        /// The name.
        name: String,
        /// Where the name stands.
        name_span: Span,
    },
    /// `name(parameters) = expr`. As the last statement it is the output, with its parameters
    /// taken as free variables of the same names.
    Function {
        /// The name.
        name: String,
        /// Where the name stands.
        name_span: Span,
        /// Its parameters.
        parameters: Vec<String>,
    },
    /// `expr` alone.
    Value,
}

impl Statement {
    /// The name it defines, if it defines one.
    pub fn name(&self) -> Option<&str> {
        match &self.kind {
            StatementKind::Define { name, .. } | StatementKind::Function { name, .. } => Some(name),
            StatementKind::Value => None,
        }
    }

    /// Its parameters; empty unless it is a function.
    pub fn parameters(&self) -> &[String] {
        match &self.kind {
            StatementKind::Function { parameters, .. } => parameters,
            _ => &[],
        }
    }
}

impl Program {
    /// The last statement: what the program computes.
    ///
    /// # Panics
    /// If the program is empty; a parsed one is not.
    pub fn output(&self) -> &Statement {
        self.statements.last().expect("a parsed program has a statement")
    }

    /// Indices of the variables that have these names; names of none are left out.
    pub fn variables_of(&self, names: &[String]) -> impl Iterator<Item = u32> {
        let variables: HashMap<&str, u32> = self.variables.iter().map(String::as_str).zip(0..).collect();
        names.iter().filter_map(move |name| variables.get(name.as_str()).copied())
    }

    /// Index of the variable of this name.
    pub fn variable(&self, name: &str) -> Option<usize> {
        self.variables.iter().position(|variable| variable == name)
    }
}

/// A remark on how the text was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// The place it is about.
    pub span: Span,
    /// What it says.
    pub kind: NoticeKind,
    /// A change of the text that may have been meant.
    pub offer: Option<Offer>,
}

/// What is worth a remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// A definition took the name of a constant.
    Shadowed {
        /// The name.
        name: String,
        /// What it was before.
        constant: Constant,
    },
    /// A name that may be meant as a product or a call.
    OneName {
        /// The name.
        name: String,
        /// The product or the call.
        meant: String,
    },
    /// Names of numbers that never change, which could be variables.
    Fixed {
        /// The names.
        names: Vec<String>,
    },
    /// Something that reads like another notation.
    Foreign(Foreign),
}
