//! Names of nodes, as the article gives them: letters for inner nodes, f for the output.

use std::collections::{HashMap, HashSet};

use super::parts::Part;
use super::{NodeId, NodeKind};
use crate::syntax::Program;

/// Letters for inner nodes; e and f have a meaning, i, l and o look like other things.
const LETTERS: &[u8] = b"abcdghjkmnpqrstuvwxyz";

/// One name per node and whether it is the user's own; unnamed numbers get an empty one.
pub(super) fn name_nodes(program: &Program, parts: &[Part], output: NodeId) -> Vec<(String, bool)> {
    let mut taken: HashSet<&str> = program.variables.iter().map(String::as_str).collect();
    taken.extend(program.statements.iter().filter_map(|statement| statement.name()));
    let mut letters = letters().filter(|letter| !taken.contains(letter.as_str()));
    // f(x) = … as the last statement gives the output its name.
    let (output_name, output_is_own) = (program.output_name(), program.output().name().is_some());
    let mut definitions_named = HashMap::new();
    let name = |(index, part): (usize, &Part)| {
        if let NodeKind::Variable(variable) = part.kind {
            return (program.variables[variable as usize].clone(), true);
        }
        if let Some(name) = part.definition.and_then(|statement| program.statements[statement as usize].name()) {
            // A name given anew: c, then c₂.
            let statement = part.definition;
            let of_name = definitions_named.entry(name).or_insert_with(Vec::new);
            let nth = of_name.iter().position(|&known| known == statement).unwrap_or_else(|| {
                of_name.push(statement);
                of_name.len() - 1
            });
            let name = if nth == 0 { name.to_owned() } else { format!("{name}{}", subscript(nth + 1)) };
            return (name, true);
        }
        if index == output.index() {
            return (output_name.clone(), output_is_own);
        }
        if part.op().is_none() {
            return (String::new(), false);
        }
        loop {
            let letter = letters.next().expect("there is no end of letters");
            if letter != output_name {
                return (letter, false);
            }
        }
    };
    parts.iter().enumerate().map(name).collect()
}

/// a, b, …, z, a₁, b₁, …
fn letters() -> impl Iterator<Item = String> {
    (0usize..).flat_map(|round| {
        LETTERS.iter().map(move |&letter| {
            let mut name = String::from(char::from(letter));
            if round > 0 {
                name += &subscript(round);
            }
            name
        })
    })
}

fn subscript(number: usize) -> String {
    number
        .to_string()
        .bytes()
        .map(|digit| char::from_u32('₀' as u32 + u32::from(digit - b'0')).unwrap_or('₀'))
        .collect()
}
