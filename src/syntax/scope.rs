//! What the names of a text stand for, while the text is being parsed.

use std::collections::{BTreeMap, HashMap};

use super::error::{ErrorKind, ParseError};
use super::{Span, TermKind};
use crate::ops::{Constant, Level, Op, Syntax};

/// What a name stands for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Binding {
    /// A free variable and where it stands first.
    Variable(u32, Span),
    /// A definition: the index of its statement.
    Definition(u32),
    /// A user-defined function: the index of its statement.
    Function(u32),
}

/// The names known so far.
#[derive(Default)]
pub(super) struct Scope<'t> {
    bindings: BTreeMap<&'t str, Binding>,
    /// Parameters of the function whose body is being read, each with its place among them.
    pub parameters: HashMap<&'t str, u32>,
    /// The name that the current statement defines.
    pub defining: Option<&'t str>,
    /// Free variables in order of first appearance.
    pub variables: Vec<String>,
}

impl<'t> Scope<'t> {
    pub fn binding(&self, name: &str) -> Option<Binding> {
        self.bindings.get(name).copied()
    }

    /// Whether a name is a free variable.
    pub fn is_free(&self, name: &str) -> bool {
        matches!(self.binding(name), Some(Binding::Variable(..)))
    }

    /// Whether the name has a meaning of its own already: parameter, binding or constant.
    pub fn knows(&self, name: &str) -> bool {
        self.parameters.contains_key(name) || self.bindings.contains_key(name) || Constant::from_name(name).is_some()
    }

    /// What a name that is not called means; an unknown one becomes a free variable.
    ///
    /// Functions are not values: a user-defined function gives `None`.
    pub fn value(&mut self, name: &'t str, span: Span) -> Result<Option<TermKind>, ParseError> {
        if let Some(&parameter) = self.parameters.get(name) {
            return Ok(Some(TermKind::Parameter(parameter)));
        }
        let kind = match self.binding(name) {
            Some(Binding::Variable(index, _)) => TermKind::Variable(index),
            Some(Binding::Definition(statement)) => TermKind::Definition(statement),
            Some(Binding::Function(_)) => return Ok(None),
            None => match Constant::from_name(name) {
                Some(constant) => TermKind::Constant(constant),
                None if self.defining == Some(name) => {
                    return Err(ParseError::new(span, ErrorKind::UsedInOwnDefinition { name: name.to_owned() }));
                }
                None => self.variable(name, span),
            },
        };
        Ok(Some(kind))
    }

    fn variable(&mut self, name: &'t str, span: Span) -> TermKind {
        let index = self.variables.len() as u32;
        self.variables.push(name.to_owned());
        self.bindings.insert(name, Binding::Variable(index, span));
        TermKind::Variable(index)
    }

    /// Binds the name of a statement that has been read. A name that was a free variable further
    /// up cannot be defined any more.
    pub fn define(&mut self, name: &'t str, binding: Binding) -> Result<(), ParseError> {
        if let Some(Binding::Variable(_, first)) = self.binding(name) {
            return Err(ParseError::new(first, ErrorKind::UsedAboveDefinition { name: name.to_owned() }));
        }
        self.bindings.insert(name, binding);
        Ok(())
    }

    /// The function whose name is nearest to an unknown one, if any is near.
    pub fn nearest_function(&self, name: &str) -> Option<String> {
        let builtin = Op::ALL.iter().filter(|op| is_callable(**op)).flat_map(|op| {
            let row = op.row();
            std::iter::once(row.name).chain(row.aliases.iter().copied())
        });
        let own =
            self.bindings.iter().filter(|(_, binding)| matches!(binding, Binding::Function(_))).map(|(name, _)| *name);
        nearest(name, builtin.chain(own)).map(str::to_owned)
    }
}

/// Long names are not compared: nobody mistypes that much, and the cost is quadratic.
const LONGEST_COMPARED: usize = 24;

fn nearest<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let length = name.chars().count();
    if length > LONGEST_COMPARED {
        return None;
    }
    let lower = name.to_ascii_lowercase();
    candidates
        .map(|candidate| (strsim::osa_distance(&lower, candidate), candidate))
        .filter(|&(distance, candidate)| distance <= if length <= 4 { 1 } else { 2 } && distance < candidate.len())
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
}

/// Whether an operation can be written `name(…)`.
pub fn is_callable(op: Op) -> bool {
    matches!(
        op.row().syntax,
        Syntax::Call | Syntax::Bars | Syntax::Radical | Syntax::Subscript | Syntax::Infix(Level::Power, _)
    )
}

/// The built-in function of this name, to the letter.
pub(super) fn builtin(name: &str) -> Option<Op> {
    // Most names in a formula are one byte long, and no function's name is.
    if name.len() == 1 {
        return None;
    }
    Op::from_name(name).filter(|&op| is_callable(op))
}

/// Names of functions that are usual names of quantities as well: the spread of a distribution, the scale of a
/// normalization. They are functions where a parenthesis follows and nothing else has the name.
const QUANTITIES: [&str; 4] = ["gamma", "Γ", "sigma", "σ"];

/// Whether a name may be given to a quantity although a function has it.
pub(super) fn is_quantity(name: &str) -> bool {
    QUANTITIES.contains(&name)
}

/// Whether a name belongs to a built-in function, so that nothing else can have it.
pub(super) fn is_reserved(name: &str) -> bool {
    builtin(name).is_some() && !is_quantity(name)
}

/// The built-in function of this name without regard to case: `ReLU`, `LeakyReLU`.
pub(super) fn builtin_any_case(name: &str) -> Option<Op> {
    builtin(&name.to_ascii_lowercase())
}
