//! `text → Program`, with what is worth saying about the text.

use super::fixed;
use super::foreign::{self, Foreign};
use super::invisible::is_invisible;
use super::lexer::is_name;
use super::parser::read;
use super::{ErrorKind, Notice, NoticeKind, Offer, ParseError, Program};

/// Reads a text.
///
/// # Errors
/// The first fault that a reader would correct, with its place. Where the text is of another notation, the
/// error says how it is written here and offers the whole text.
///
/// ```
/// let program = chainrule::syntax::parse("h = w*x + b; h^2").unwrap();
/// assert_eq!(program.variables, ["w", "x", "b"]);
/// assert_eq!(program.statements.len(), 2);
/// ```
pub fn parse(text: &str) -> Result<Program, ParseError> {
    let mut result = read(text);
    match &mut result {
        Ok(program) => {
            let fixed = fixed::notice(text, program);
            program.notices.extend(fixed);
        }
        Err(error) => {
            let visible = matches!(error.kind, ErrorKind::UnknownCharacter(c) if is_invisible(c))
                .then(|| Offer::whole(text, text.replace(is_invisible, "")));
            error.offer = visible.or(error.offer.take()).filter(|offer| helps(text, offer));
        }
    }
    let Some(found) = foreign::read(text) else { return result };
    let is_lack = found.is_lack();
    let foreign::Reading { span, what, offer } = found;
    let offer = Some(offer).filter(|offer| offer.text != text && read(&offer.text).is_ok());
    match &mut result {
        Ok(program) if offer.is_some() || is_lack => {
            program.notices.retain(|notice| notice.offer.is_none());
            program.notices.push(Notice { span, kind: NoticeKind::Foreign(what), offer });
        }
        Err(error)
            if offer.is_some()
                || span.start <= error.span.start && (is_lack || error.offer.is_none() && is_said(&what)) =>
        {
            *error = ParseError { span, kind: ErrorKind::Foreign(what), offer };
        }
        _ => {}
    }
    result
}

/// Whether a remark is true by itself, without a whole text to offer: it names something of ours.
fn is_said(what: &Foreign) -> bool {
    match what {
        Foreign::Written { typed, here } => typed.starts_with('\\') || is_name(here) || read(here).is_ok(),
        _ => true,
    }
}

/// Whether a correction leaves a text that is read, or one with a like fault further on.
fn helps(text: &str, offer: &Offer) -> bool {
    let corrected = offer.accepted(text).map(|text| read(&text));
    corrected.is_some_and(|result| match result {
        Ok(_) => true,
        Err(next) => matches!(next.kind, ErrorKind::UnknownFunction { .. }),
    })
}
