//! Things one after the other.

use super::Message;
use super::messages::messages;

messages! {
    "list":
    /// The end of a list: `firsts` are one thing, or several with commas between them.
    and(firsts: Message, last: Message) = "{firsts} and {last}";
    /// A list goes on.
    comma(firsts: Message, next: Message) = "{firsts}, {next}";
}

/// "a", "a and b", "a, b and c".
///
/// ```
/// use chainrule::words::{Message, list};
/// let names = ["a", "b", "c"].map(Message::neutral);
/// assert_eq!(list::all_of(names).text(), "a, b and c");
/// ```
pub fn all_of(things: impl IntoIterator<Item = Message>) -> Message {
    let mut things: Vec<Message> = things.into_iter().collect();
    match things.pop() {
        Some(last) if !things.is_empty() => and(in_a_row(things), last),
        last => in_a_row(last),
    }
}

/// "a", "a, b", "a, b, c".
///
/// ```
/// use chainrule::words::{Message, list};
/// assert_eq!(list::in_a_row(["a", "b", "c"].map(Message::neutral)).text(), "a, b, c");
/// ```
pub fn in_a_row(things: impl IntoIterator<Item = Message>) -> Message {
    // Neighbours are joined two by two, so that a message of many things is not nested as deep as it is long.
    let mut things: Vec<Message> = things.into_iter().collect();
    while things.len() > 1 {
        let mut rest = things.into_iter();
        things = std::iter::from_fn(|| match (rest.next()?, rest.next()) {
            (first, Some(next)) => Some(comma(first, next)),
            (last, None) => Some(last),
        })
        .collect();
    }
    things.pop().unwrap_or_else(|| Message::neutral(""))
}

/// Whole sentences, one after the other.
pub fn sentences(sentences: impl IntoIterator<Item = Message>) -> Message {
    let after = |mut text: crate::typeset::Line, next: Message| {
        if !text.is_empty() {
            text.push(crate::typeset::Part::Words(" ".into()));
        }
        text.extend(next.line());
        text
    };
    Message::neutral(sentences.into_iter().fold(crate::typeset::Line::new(), after))
}
