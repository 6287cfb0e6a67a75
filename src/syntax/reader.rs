//! The parser's state: the tokens of a text, the next token, and the program read so far.

use super::lexer::{Token, tokens};
use super::scope::Scope;
use super::{Program, Span, StatementKind};

/// The parser's state: its position, the meanings of names, the program read so far.
pub(super) struct Parser<'t> {
    pub text: &'t str,
    pub tokens: Vec<Token>,
    pub at: usize,
    pub scope: Scope<'t>,
    pub program: Program,
}

impl<'t> Parser<'t> {
    pub fn new(text: &'t str) -> Parser<'t> {
        Parser { text, tokens: tokens(text), at: 0, scope: Scope::default(), program: Program::default() }
    }

    pub fn peek(&self) -> Token {
        self.tokens[self.at]
    }

    /// The token after the next one.
    pub fn peek_second(&self) -> Token {
        self.tokens[(self.at + 1).min(self.tokens.len() - 1)]
    }

    pub fn advance(&mut self) -> Token {
        let token = self.peek();
        self.at = (self.at + 1).min(self.tokens.len() - 1);
        token
    }

    pub fn previous(&self) -> Option<Token> {
        self.at.checked_sub(1).map(|before| self.tokens[before])
    }

    pub fn slice(&self, span: Span) -> &'t str {
        &self.text[span.range()]
    }

    pub fn statement_kind(&self, index: u32) -> &StatementKind {
        &self.program.statements[index as usize].kind
    }
}
