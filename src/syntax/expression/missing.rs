//! Chooses the error for a place where an operand is missing: the fault that a reader would correct.

use super::super::Span;
use super::super::error::{Bracket, ErrorKind};
use super::super::lexer::{Token, TokenKind};
use super::{Expression, PendingKind, Result, error};

impl<'t> Expression<'_, 't> {
    /// The error for a token that stands where an operand is expected.
    pub(super) fn missing(&mut self, token: Token) -> Result<()> {
        let text = |span: Span| self.parser.slice(span).to_owned();
        match token.kind {
            TokenKind::Unknown(c) => return error(token.span, ErrorKind::UnknownCharacter(c)),
            TokenKind::BadNumber => return error(token.span, ErrorKind::BadNumber),
            TokenKind::Primes(_) => return error(token.span, ErrorKind::StrayPrime),
            TokenKind::Operator(_) | TokenKind::Superscript(_) => {
                return error(token.span, ErrorKind::MissingBefore { operator: text(token.span) });
            }
            _ => {}
        }
        match self.pending.last().copied() {
            None => match (token.kind, self.parser.previous()) {
                (TokenKind::Close, _) => error(token.span, ErrorKind::NeverOpened(Bracket::Parenthesis)),
                (TokenKind::CloseBrace, _) => error(token.span, ErrorKind::NeverOpened(Bracket::Brace)),
                (TokenKind::Comma, _) => error(token.span, ErrorKind::StrayComma),
                (TokenKind::Colon, _) => error(token.span, ErrorKind::StrayColon),
                // After `name =` of a definition; an empty statement is skipped before.
                (_, Some(before)) => error(before.span, ErrorKind::MissingAfter { operator: text(before.span) }),
                (_, None) => error(token.span, ErrorKind::Empty),
            },
            Some(pending) if !pending.kind.is_bracket() => {
                let (span, operator) = match pending.kind {
                    PendingKind::Infix(op, _) if pending.span.start == pending.span.end => {
                        (pending.span, op.row().symbol.to_owned())
                    }
                    _ => (pending.span, text(pending.span)),
                };
                error(span, ErrorKind::MissingAfter { operator })
            }
            Some(pending) => match (token.kind, pending.kind) {
                (TokenKind::Close, PendingKind::Parenthesis) => {
                    error(pending.span.join(token.span), ErrorKind::EmptyParentheses)
                }
                (TokenKind::Comma, PendingKind::Parenthesis | PendingKind::Bar(_)) => {
                    error(token.span, ErrorKind::StrayComma)
                }
                (TokenKind::Comma | TokenKind::Colon | TokenKind::Close | TokenKind::CloseBrace, _) => {
                    match (self.parser.previous(), pending.kind) {
                        (Some(before), PendingKind::Call { .. }) if before.span != pending.span => {
                            error(before.span, ErrorKind::MissingAfter { operator: text(before.span) })
                        }
                        (_, PendingKind::Braces { .. }) => error(pending.span.join(token.span), ErrorKind::NoCase),
                        _ => error(token.span, ErrorKind::MissingBefore { operator: text(token.span) }),
                    }
                }
                _ => self.never_closed(),
            },
        }
    }

    pub(super) fn never_closed<T>(&self) -> Result<T> {
        let innermost = self.innermost_bracket().expect("called with an open bracket");
        let what = innermost.kind.bracket();
        let count = self.pending.iter().filter(|p| p.kind.is_bracket() && p.kind.bracket() == what).count();
        error(innermost.span, ErrorKind::NeverClosed { what, count })
    }
}
