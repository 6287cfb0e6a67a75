//! Names of nodes: letters for inner nodes, f for the output.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::unnamed::UnnamedNode;
use super::{NodeId, NodeKind};
use crate::syntax::{Names, Program, numbered};

/// Letters for inner nodes. e and f have a meaning of their own; i, l and o look like other characters.
const LETTERS: &[u8] = b"abcdghjkmnpqrstuvwxyz";

/// One name per node and whether it is the user's own; unnamed numbers get an empty one.
///
/// No two nodes have names that look the same, except names that the user spelled differently and
/// the copies of one node in a tree.
pub(super) fn name_nodes(program: &Program, parts: &[UnnamedNode], output: NodeId) -> Vec<(String, bool)> {
    let mut taken = Names::of(program);
    let mut definitions = Definitions { program, numbers: HashMap::new(), names: HashMap::new() };
    let last = program.statements.len() as u32 - 1;
    // The output is named first, then what the user named, then the rest in their order.
    let output_name = program.output().name().is_none().then(|| program.output_name());
    output_name.iter().for_each(|name| _ = taken.take(name));
    let definition = |(index, part): (usize, &UnnamedNode)| match part.kind {
        NodeKind::Variable(_) => None,
        // f(x) = … as the last statement gives the output its name.
        _ if index == output.index() && output_name.is_none() => part.definition.or(Some(last)),
        _ => part.definition,
    };
    parts.iter().enumerate().filter_map(definition).for_each(|statement| definitions.name(statement, &mut taken));
    let mut letters = letters();
    let name = |(index, part): (usize, &UnnamedNode)| match (part.kind, definition((index, part)), &output_name) {
        (NodeKind::Variable(variable), ..) => (program.variables[variable as usize].clone(), true),
        (_, Some(statement), _) => (definitions.names[&statement].clone(), true),
        (_, _, Some(name)) if index == output.index() => (name.clone(), false),
        (NodeKind::Op(_), ..) => (letters.find(|letter| taken.take(letter)).unwrap_or_default(), false),
        _ => (String::new(), false),
    };
    parts.iter().enumerate().map(name).collect()
}

/// The names that statements give.
struct Definitions<'p> {
    program: &'p Program,
    /// By name: the last number that was given to it.
    numbers: HashMap<&'p str, usize>,
    /// The name of each statement that names a node.
    names: HashMap<u32, String>,
}

impl<'p> Definitions<'p> {
    /// Names the node that a statement defines. A name that is defined again gets a number: c, then c₂.
    fn name(&mut self, statement: u32, taken: &mut Names) {
        let Some(name) = self.program.statements[statement as usize].name() else { return };
        let Entry::Vacant(place) = self.names.entry(statement) else { return };
        let number = self.numbers.entry(name).or_insert(0);
        let chosen = loop {
            *number += 1;
            match *number {
                1 => break name.to_owned(),
                number => {
                    let further = numbered(name, number);
                    if taken.take(&further) {
                        break further;
                    }
                }
            }
        };
        place.insert(chosen);
    }
}

/// a, b, …, z, a₁, b₁, …
fn letters() -> impl Iterator<Item = String> {
    (0usize..).flat_map(|round| {
        LETTERS.iter().map(move |&letter| match char::from(letter).to_string() {
            letter if round == 0 => letter,
            letter => numbered(&letter, round),
        })
    })
}
