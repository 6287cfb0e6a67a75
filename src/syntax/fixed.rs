//! Numbers that have a name and never change: as variables they get a slider.

use std::collections::HashMap;

use super::{Notice, NoticeKind, Offer, Program, Statement, StatementKind, TermKind};
use crate::ops::{Constant, known};

/// Offers to make variables of the names whose definition is a number.
pub(super) fn notice(text: &str, program: &Program) -> Option<Notice> {
    let mut values = Vec::new();
    let mut rest = String::new();
    let mut place = None;
    let mut definitions: HashMap<&str, usize> = HashMap::new();
    program.statements.iter().filter_map(Statement::name).for_each(|name| *definitions.entry(name).or_default() += 1);
    for (index, statement) in program.statements.iter().enumerate() {
        let start = statement.span.range().start;
        let end = program.statements.get(index + 1).map_or(text.len(), |next| next.span.range().start);
        match number(statement).filter(|_| index + 1 < program.statements.len()) {
            Some((name, value)) if definitions[name] == 1 => {
                values.push((name.to_owned(), value));
                place.get_or_insert(statement.span);
            }
            _ => rest += &text[start..end],
        }
    }
    let names = values.iter().map(|(name, _)| name.clone()).collect();
    let offer = Offer { values, ..Offer::whole(text, rest.trim_end()) };
    Some(Notice { span: place?, kind: NoticeKind::Fixed { names }, offer: Some(offer) })
}

/// The name and the number of a statement like `x = 3`.
fn number(statement: &Statement) -> Option<(&str, f64)> {
    let StatementKind::Define { name, .. } = &statement.kind else { return None };
    if Constant::from_name(name).is_some() {
        return None;
    }
    match statement.expr.terms.iter().map(|term| term.kind).collect::<Vec<_>>()[..] {
        [TermKind::Number(value)] => Some((name, value)),
        [TermKind::Number(value), TermKind::Apply(op, _)] if op == known::NEG => Some((name, -value)),
        _ => None,
    }
}
