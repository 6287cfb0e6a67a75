//! `tokens → Program`. The grammar (a statement ends at `;` or at a newline outside of brackets):
//!
//! ```text
//! program   = { statement (";" | newline) }          # comment to the end of the line
//! statement = name "=" expr | name "(" names ")" "=" expr | expr
//! expr      = product { ("+" | "-") product }
//! product   = unary { [ "*" | "/" ] unary }          nothing between = ×, same strength as *
//! unary     = ("-" | "+") unary | function applied | power
//! applied   = function applied | power { power }     nothing between, a name each after the first: sin 2x
//! power     = postfix [ ("^" | "**") unary ]         right-associative
//! postfix   = atom { superscript }
//! atom      = number | name | name "(" args ")" | "(" expr ")" | "|" expr "|" | "√" atom
//!           | "{" cond ":" expr { "," cond ":" expr } [ "," expr ] "}"
//! ```
//!
//! Statements are read here, expressions in [`super::expression`].

use std::collections::HashSet;

use super::Span;
use super::error::{ErrorKind, ParseError};
use super::expr::*;
use super::expression::Expression;
use super::lexer::{Token, TokenKind};
use super::products;
use super::reader::Parser;
use super::scope::{Binding, is_reserved};
use crate::ops::Constant;

/// The longest text that is read, in bytes.
pub const LONGEST_TEXT: usize = 4 << 20;

/// Reads a text by the grammar alone.
pub(super) fn read(text: &str) -> Result<Program, ParseError> {
    if text.len() > LONGEST_TEXT {
        return Err(ParseError::new(Span::new(0, LONGEST_TEXT), ErrorKind::TooLong { limit: LONGEST_TEXT }));
    }
    let mut parser = Parser::new(text);
    parser.program()?;
    let product = products::notice(&parser);
    let Parser { scope, mut program, .. } = parser;
    program.notices.extend(product);
    program.variables = scope.variables;
    Ok(program)
}

impl<'t> Parser<'t> {
    fn program(&mut self) -> Result<(), ParseError> {
        loop {
            while matches!(self.peek().kind, TokenKind::Semicolon | TokenKind::Newline) {
                self.advance();
            }
            if self.peek().kind == TokenKind::End {
                break;
            }
            self.statement()?;
        }
        if self.program.statements.is_empty() {
            return Err(ParseError::new(Span::new(0, self.text.len()), ErrorKind::Empty));
        }
        Ok(())
    }

    fn statement(&mut self) -> Result<(), ParseError> {
        let start = self.peek().span;
        let first_variable = self.scope.variables.len();
        let kind = self.head()?;
        let statement = self.program.statements.len() as u32;
        self.scope.defining = kind.name();
        self.scope.parameters = kind.parameters().iter().copied().zip(0..).collect();
        let mut expr = Expression::read(self)?;
        let end = self.previous().map_or(start, |token| token.span);
        self.scope.parameters.clear();
        self.scope.defining = None;
        let is_last = self.tokens[self.at..]
            .iter()
            .all(|token| matches!(token.kind, TokenKind::Semicolon | TokenKind::Newline | TokenKind::End));
        let kind = match kind {
            Head::Value => StatementKind::Value,
            Head::Define(name, name_span) => {
                self.scope.define(name, Binding::Definition(statement))?;
                if let Some(constant) = Constant::from_name(name) {
                    self.program.notices.push(shadowed(constant, name, name_span));
                }
                StatementKind::Define { name: name.to_owned(), name_span }
            }
            Head::Function(name, name_span, parameters) => {
                self.scope.define(name, Binding::Function(statement))?;
                if is_last {
                    self.free_parameters(&parameters, &mut expr, first_variable);
                }
                let parameters = parameters.iter().map(|&p| p.to_owned()).collect();
                StatementKind::Function { name: name.to_owned(), name_span, parameters }
            }
        };
        self.program.statements.push(Statement { kind, expr, span: start.join(end) });
        Ok(())
    }

    /// The parameters of the function that is the output are free variables, and come before the
    /// other variables of its body, as they do in the text.
    fn free_parameters(&mut self, parameters: &[&'t str], expr: &mut Expr, first: usize) {
        let variables = &mut self.scope.variables;
        let known: HashSet<&str> = variables.iter().map(String::as_str).collect();
        let new: Vec<String> =
            parameters.iter().filter(|&&name| !known.contains(name)).map(|&name| name.to_owned()).collect();
        let added = new.len();
        variables.splice(first..first, new);
        for term in &mut expr.terms {
            if let TermKind::Variable(index) = &mut term.kind
                && *index as usize >= first
            {
                *index += added as u32;
            }
        }
    }

    /// What stands before `=`, if the statement has one.
    fn head(&mut self) -> Result<Head<'t>, ParseError> {
        let token = self.peek();
        if token.kind != TokenKind::Name {
            return Ok(Head::Value);
        }
        let name = self.slice(token.span);
        let head = match self.peek_second().kind {
            _ if self.peek_second().is_equals() => {
                self.at += 2;
                Head::Define(name, token.span)
            }
            TokenKind::Open => match self.function_head_end() {
                Some(end) => {
                    let parameters = self.parameters(end)?;
                    self.at = end + 2;
                    Head::Function(name, token.span, parameters)
                }
                None => return Ok(Head::Value),
            },
            _ => return Ok(Head::Value),
        };
        if is_reserved(name) {
            return Err(ParseError::new(token.span, ErrorKind::FunctionNameTaken { name: name.to_owned() }));
        }
        Ok(head)
    }

    /// Index of the `)` of `name(…) =`, if that is how the statement begins.
    fn function_head_end(&self) -> Option<usize> {
        let mut depth = 0usize;
        for (index, token) in self.tokens.iter().enumerate().skip(self.at + 1) {
            match token.kind {
                TokenKind::Open => depth += 1,
                TokenKind::Close => {
                    depth -= 1;
                    if depth == 0 {
                        return self.tokens.get(index + 1)?.is_equals().then_some(index);
                    }
                }
                TokenKind::Semicolon | TokenKind::End => return None,
                _ => {}
            }
        }
        None
    }

    /// The names between the parentheses of a function's head.
    fn parameters(&mut self, end: usize) -> Result<Vec<&'t str>, ParseError> {
        let list: Vec<Token> =
            self.tokens[self.at + 2..end].iter().copied().filter(|token| token.kind != TokenKind::Newline).collect();
        let whole = self.tokens[self.at].span.join(self.tokens[end].span);
        let mut parameters = Vec::new();
        let mut known = HashSet::new();
        for (index, token) in list.iter().enumerate() {
            let comma = index % 2 == 1;
            match token.kind {
                TokenKind::Comma if comma => {}
                TokenKind::Name if !comma => {
                    let name = self.slice(token.span);
                    if is_reserved(name) {
                        return Err(ParseError::new(
                            token.span,
                            ErrorKind::FunctionNameTaken { name: name.to_owned() },
                        ));
                    }
                    if !known.insert(name) {
                        return Err(ParseError::new(
                            token.span,
                            ErrorKind::DuplicateParameter { name: name.to_owned() },
                        ));
                    }
                    parameters.push(name);
                }
                _ => return Err(ParseError::new(token.span, ErrorKind::ParameterNotAName)),
            }
        }
        if list.len() != 2 * parameters.len().max(1) - 1 {
            return Err(ParseError::new(whole, ErrorKind::ParameterNotAName));
        }
        Ok(parameters)
    }
}

/// A definition took a constant's name.
fn shadowed(constant: Constant, name: &str, span: Span) -> Notice {
    Notice { span, kind: NoticeKind::Shadowed { name: name.to_owned(), constant }, offer: None }
}

/// The part of a statement before its expression.
enum Head<'t> {
    Value,
    Define(&'t str, Span),
    Function(&'t str, Span, Vec<&'t str>),
}

impl<'t> Head<'t> {
    fn name(&self) -> Option<&'t str> {
        match *self {
            Head::Value => None,
            Head::Define(name, _) | Head::Function(name, ..) => Some(name),
        }
    }

    fn parameters(&self) -> &[&'t str] {
        match self {
            Head::Function(_, _, parameters) => parameters,
            _ => &[],
        }
    }
}
