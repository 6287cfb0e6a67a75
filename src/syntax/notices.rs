//! Remarks on how a text was read that are not errors: suggestions and warnings.

use super::scope::{Scope, builtin};
use super::{Notice, NoticeKind, Span};
use crate::ops::Constant;

/// A definition took a constant's name.
pub(super) fn shadowed(constant: Constant, name: &str, span: Span) -> Notice {
    Notice { span, kind: NoticeKind::Shadowed { name: name.to_owned(), constant } }
}

/// Suggests a product or a call for an unknown name: where x and y are used elsewhere, `xy` may mean
/// x*y, and `sinx` may mean sin(x).
pub(super) fn unknown_products(scope: &Scope<'_>, notices: &mut Vec<Notice>) {
    const LONGEST_PRODUCT: usize = 4;
    for (name, span) in scope.free() {
        let mut letters = name.chars();
        let count = name.chars().count();
        let product = (2..=LONGEST_PRODUCT).contains(&count)
            && letters.all(|letter| letter.is_alphabetic() && scope.knows(letter.encode_utf8(&mut [0; 4])));
        let meant = if product {
            name.chars().map(String::from).collect::<Vec<_>>().join("*")
        } else if let Some((function, argument)) = applied(scope, name) {
            format!("{function}({argument})")
        } else {
            continue;
        };
        notices.push(Notice { span, kind: NoticeKind::OneName { name: name.to_owned(), meant } });
    }
}

/// Splits a name into a built-in function and a name that is used elsewhere: `sinx` with an x.
fn applied<'n>(scope: &Scope<'_>, name: &'n str) -> Option<(&'n str, &'n str)> {
    /// No function's name is longer. The limit bounds the search, because a name may have a megabyte.
    const LONGEST_FUNCTION: usize = 16;
    let splits = name.char_indices().skip(2).take(LONGEST_FUNCTION).map(|(at, _)| name.split_at(at));
    let mut splits = splits
        .filter(|(function, argument)| builtin(function).is_some() && (scope.knows(argument) || *argument == "x"));
    splits.next()
}
