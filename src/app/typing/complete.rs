//! `text + caret → entries`: the functions, constants and names of the text that begin as the name at the
//! caret does.

use super::entry::{Entry, Insertion, Meaning};
use crate::ops::{Constant, Op};
use crate::syntax::{Named, NamedKind, Outline, Span, is_callable};

/// The names that fit at a caret.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// What is typed of the name; empty where the caret stands at no name.
    pub span: Span,
    /// The names: first those of the text, then those of the language. Never empty.
    pub entries: Vec<Entry>,
    /// The entry that was moved to.
    pub active: Option<usize>,
}

/// The longest piece of a person's own statement that is shown as an example, in characters.
const LONGEST_EXAMPLE: usize = 60;

/// What fits at a caret; none where nothing does.
///
/// ```
/// use chainrule::app::typing::complete;
/// let list = complete("weight = 2; we", 14).unwrap();
/// assert_eq!(list.entries[0].name, "weight");
/// assert_eq!(list.insertion(0, "weight = 2; we").unwrap().caret, 18);
/// assert!(complete("x + 1", 3).is_some(), "behind a sign everything fits");
/// assert!(complete("zzz", 3).is_none());
/// ```
pub fn complete(source: &str, caret: usize) -> Option<List> {
    let outline = Outline::of(source, caret);
    let span = outline.at_caret.unwrap_or(Span::new(caret, caret));
    let typed = source.get(span.range().start..caret)?;
    let start = typed.to_lowercase();
    let own: Vec<&Named> = outline.names.iter().filter(|named| is_known_at(named, caret)).collect();
    let is_own = |name: &str| own.iter().any(|named| named.name == name);
    let mut entries: Vec<Entry> = own.iter().map(|named| of_text(named, source)).collect();
    entries.extend(functions(&start));
    entries.extend(constants().filter(|entry| !is_own(&entry.name)));
    entries.retain(|entry| begins(&entry.name, &start));
    (!entries.is_empty()).then_some(List { span, entries, active: None })
}

/// A parameter is known in its own statement only.
fn is_known_at(named: &Named, caret: usize) -> bool {
    let statement = named.statement.range();
    named.kind != NamedKind::Parameter || statement.start <= caret && caret <= statement.end
}

fn of_text(named: &Named, source: &str) -> Entry {
    let statement = || source[named.statement.range()].chars().take(LONGEST_EXAMPLE).collect();
    let meaning = match named.kind {
        NamedKind::Variable => Meaning::Variable,
        NamedKind::Parameter => Meaning::Parameter,
        NamedKind::Definition => Meaning::Definition(statement()),
        NamedKind::Function => Meaning::Function(statement()),
    };
    Entry { name: named.name.to_owned(), meaning }
}

/// What is written `name(…)` and begins so, each function once: under its own name, or under another one if only
/// that begins so.
fn functions(start: &str) -> impl Iterator<Item = Entry> {
    Op::ALL.iter().filter(|op| is_callable(**op)).filter_map(move |&op| {
        let row = op.row();
        let mut names = std::iter::once(row.name).chain(row.aliases.iter().copied());
        let name = names.find(|name| begins(name, start))?;
        Some(Entry { name: name.to_owned(), meaning: Meaning::Op(op) })
    })
}

fn begins(name: &str, start: &str) -> bool {
    name.to_lowercase().starts_with(start)
}

/// The constants under each of their names.
fn constants() -> impl Iterator<Item = Entry> {
    Constant::ALL.into_iter().flat_map(|constant| {
        let entry = move |name: &&str| Entry { name: (*name).to_owned(), meaning: Meaning::Constant(constant) };
        constant.names().iter().map(entry)
    })
}

impl List {
    /// What taking an entry does to the text that the list belongs to.
    pub fn insertion(&self, place: usize, source: &str) -> Option<Insertion> {
        Some(self.entries.get(place)?.insertion(source, self.span))
    }

    /// Whether it offers to a caret behind a name what does not stand there already: a name that is complete
    /// is no news if it is the only one, or if it is called already.
    pub(super) fn is_news(&self, source: &str, caret: usize) -> bool {
        let typed = &source[self.span.range()];
        let is_complete = self.entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(typed));
        let is_called = source[self.span.range().end..].starts_with('(');
        self.span.range().end == caret && !(is_complete && (is_called || self.entries.len() == 1))
    }

    /// Moves on by so many entries. Before the first one there is none; the last one stays the last.
    pub(super) fn step(&mut self, by: isize) {
        let place = self.active.map_or(0, |active| active + 1);
        let place = place.saturating_add_signed(by).min(self.entries.len());
        self.active = place.checked_sub(1);
    }
}
