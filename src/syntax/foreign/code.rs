//! What programs, spreadsheets and sentences put around a formula: definitions of functions, imports,
//! quotation marks, and the value that a variable has.

use super::super::scope::is_reserved;
use super::derivatives::names_in;
use super::mark::Foreign;
use super::node::{Kind, Node};
use super::print::{print, split};
use super::rewriter::{Rewriter, span_of};

/// Words before a formula that say nothing about it.
#[rustfmt::skip]
const BEFORE: &[&str] = &[
    "let", "const", "var", "val", "auto", "return", "plot", "graph", "draw", "sketch", "calculate", "compute", "evaluate", "solve", "minimize", "maximize",
    "minimise", "maximise", "min_", "argmin", "print", "show", "type", "def", "function", "fn", "func", "fun", "define", "set", "given", "simplify", "expand", "factor",
    "the", "what", "whats", "is", "double", "float", "int", "real", "zeichne", "berechne", "sei", "soit", "Function", "y_", "global", "static", "public", "pub", "echo", "my", "local",
];

/// Words that begin a line without a formula.
const WHOLE_LINES: &[&str] = &["import", "from", "using", "include", "use", "require", "library", "package"];

/// Words that stand for a sign or a function, as they are spoken.
const PHRASES: &[(&str, &str)] = &[
    ("divided by", "/"),
    ("multiplied by", "*"),
    ("to the power of", "^"),
    ("to the power", "^"),
    ("raised to", "^"),
    ("square root of", "sqrt"),
    ("square root", "sqrt"),
    ("cube root of", "cbrt"),
    ("cube root", "cbrt"),
    ("absolute value of", "abs"),
    ("natural log of", "ln"),
    ("natural logarithm of", "ln"),
    ("greater than", ">"),
    ("less than", "<"),
];

/// Quotation marks, and the dollars of LaTeX.
const QUOTES: &[&str] = &["$", "$$", "\"", "`", "“", "”", "„", "«", "»", "‘", "’"];

/// Words before the values of variables.
const VALUES: &[&str] = &["at", "where", "with", "for", "when", "if", "given", "bei", "für", "mit", ",", "|", "."];

/// Arrows between the parameters of a function and its body.
const ARROWS: &[&str] = &["=>", "->", "↦", "→"];

impl Rewriter<'_> {
    /// Takes off what stands around the whole text, before it is split into statements.
    pub(super) fn wrapped(&mut self, items: Vec<Node>) -> Vec<Node> {
        let mut out: Vec<Node> = Vec::with_capacity(items.len());
        let count = items.len();
        // A quotation mark has another one; a single one is a slip.
        let quotes = items.iter().filter(|node| is_quote(node)).count();
        let apostrophes = items.first().is_some_and(|first| first.is_sign("'"));
        for (place, node) in items.into_iter().enumerate() {
            let quote = is_quote(&node) && (quotes > 1 || node.text == "$$")
                || node.is_sign("'") && apostrophes && (place == 0 || place + 1 == count);
            let excel = place == 0 && node.is_sign("=");
            let is_head =
                |before: &[Node]| matches!(before, [] | [_]) || matches!(before, [_, call] if call.is_open("("));
            let asks = place + 1 == count && (node.is_sign("?") || node.is_sign("=") && !is_head(&out));
            // The line after Python's `def f(x):` goes on.
            let goes_on = node.kind == Kind::Break && out.last().is_some_and(|before| before.is_sign(":"));
            if quote || excel || asks || goes_on {
                self.needless(node.span);
            } else {
                out.push(node);
            }
        }
        if let [.., last] = &out[..]
            && last.is_sign("=")
            && self.marks.iter().any(|mark| mark.span.start > last.span.start)
        {
            // `x + 1 = ?`
            out.pop();
        }
        out
    }

    /// Statements that commas part: where one of them defines something, a comma can part nothing else.
    pub(super) fn parted(&mut self, items: Vec<Node>) -> Vec<Node> {
        let defines = |part: &[Node]| part.iter().any(|node| node.is_sign("="));
        let values_follow = |items: &[Node]| split(items, ",").iter().skip(1).all(|part| defines(part));
        let parts = |items: &[Node]| split(items, ",").len() > 1 && defines(items) && !values_follow(items);
        let statements: Vec<&[Node]> = items.split_inclusive(|node| node.kind == Kind::Break).collect();
        let mut out = Vec::with_capacity(items.len());
        for statement in statements {
            let commas = parts(statement);
            for node in statement {
                if commas && node.is_sign(",") {
                    self.written(node.span, node.span, ";");
                    out.push(Node { kind: Kind::Break, text: ";".to_owned(), ..node.clone() });
                } else {
                    out.push(node.clone());
                }
            }
        }
        out
    }

    /// A statement without the words around it; none if nothing is left.
    pub(super) fn statement(&mut self, mut items: Vec<Node>) -> Option<Vec<Node>> {
        items = self.phrases(items);
        let first = items.first()?;
        if first.kind == Kind::Name
            && WHOLE_LINES.contains(&first.text.as_str())
            && items.get(1).is_some_and(|next| next.gap && next.kind == Kind::Name)
        {
            self.needless(span_of(&items));
            return None;
        }
        while let [first, next, ..] = &items[..]
            && first.kind == Kind::Name
            && BEFORE.contains(&first.text.as_str())
            && !self.own.contains(&first.text)
            && (next.kind == Kind::Name || next.is_operand() && next.gap || next.is_sign("-"))
        {
            self.needless(first.span);
            items.remove(0);
        }
        if items.len() > 1 && items.last().is_some_and(|last| last.is_sign(",") || last.is_sign(".")) {
            items.pop();
        }
        // R's arrow to the left.
        if let [name, less, minus, value, ..] = &items[..]
            && name.kind == Kind::Name
            && less.is_sign("<")
            && minus.is_sign("-")
            && !minus.gap
            && value.gap
        {
            let arrow = less.span.join(minus.span);
            self.written(arrow, arrow, "=");
            items[1].text = "=".to_owned();
            items.remove(2);
        }
        let items = self.values_behind(items);
        Some(self.function(items))
    }

    /// What is spoken in several words.
    fn phrases(&mut self, items: Vec<Node>) -> Vec<Node> {
        let mut out: Vec<Node> = Vec::with_capacity(items.len());
        let mut place = 0;
        while let Some(node) = items.get(place) {
            let spoken = |(phrase, here): &(&str, &'static str)| {
                let words: Vec<&str> = phrase.split(' ').collect();
                let said = items.get(place..place + words.len())?;
                said.iter()
                    .zip(&words)
                    .all(|(node, word)| node.is_name(word))
                    .then(|| (span_of(said), words.len(), *here))
            };
            if let Some((span, length, here)) = PHRASES.iter().find_map(spoken) {
                self.written(span, span, here);
                let kind = if here.starts_with(char::is_alphabetic) { Kind::Name } else { Kind::Sign };
                out.push(Node { gap: node.gap, ..Node::new(kind, here, span) });
                place += length;
            } else {
                out.push(node.clone());
                place += 1;
            }
        }
        out
    }

    /// A function as other languages define it: `lambda x: …`, `x => …`, `f[x_] := …`, `f(x): return …`.
    fn function(&mut self, mut items: Vec<Node>) -> Vec<Node> {
        for node in &mut items {
            if node.is_sign(":=") {
                self.written(node.span, node.span, "=");
                node.text = "=".to_owned();
            }
        }
        // Mathematica's patterns, f[x_].
        if let [name, brackets, equals, ..] = &mut items[..]
            && name.kind == Kind::Name
            && brackets.is_open("[")
            && equals.is_sign("=")
            && let Kind::Group(inside) = &mut brackets.kind
        {
            inside.iter_mut().for_each(|node| node.text = node.text.trim_end_matches('_').to_owned());
            brackets.text = "(".to_owned();
            let whole = name.span.join(brackets.span);
            let here = format!("{}({})", name.text, print(brackets.inside("(").unwrap_or_default()));
            self.written(name.span, whole, here);
        }
        let equals = items.iter().position(|node| node.is_sign("=")).map_or(0, |equals| equals + 1);
        let (head, value) = items.split_at(equals);
        let (parameters, body, sign) = match value {
            [lambda, parameters @ .., _] | [lambda, parameters @ ..]
                if lambda.is_name("lambda") || lambda.is_name("λ") =>
            {
                let Some(colon) = parameters.iter().position(|node| node.is_sign(":") || node.is_sign(".")) else {
                    return items;
                };
                (&parameters[..colon], &value[colon + 2..], lambda)
            }
            [at, parameters, body @ ..] if (at.is_sign("@") || at.is_name("function")) && parameters.is_open("(") => {
                (std::slice::from_ref(parameters), body, at)
            }
            [parameters, arrow, body @ ..] if is_arrow(arrow) && equals == 0 || is_arrow(arrow) && !body.is_empty() => {
                (std::slice::from_ref(parameters), body, arrow)
            }
            [name, colon, parameters, arrow, body @ ..] if colon.is_sign(":") && is_arrow(arrow) => {
                return self.defined(name, std::slice::from_ref(parameters), body, arrow);
            }
            // def f(x): … and function f(x) { … } without their first word.
            [name, parameters, colon, body @ ..]
                if name.kind == Kind::Name && parameters.is_open("(") && colon.is_sign(":") && equals == 0 =>
            {
                return self.defined(name, std::slice::from_ref(parameters), body, colon);
            }
            [name, parameters, braces]
                if name.kind == Kind::Name
                    && parameters.is_open("(")
                    && equals == 0
                    && braces.inside("{").is_some_and(|inside| inside.iter().any(|node| node.is_name("return"))) =>
            {
                return self.defined(
                    name,
                    std::slice::from_ref(parameters),
                    braces.inside("{").unwrap_or_default(),
                    braces,
                );
            }
            _ => return items,
        };
        match head {
            [name, ..] if !body.is_empty() => {
                let (name, sign) = (name.clone(), sign.clone());
                let (parameters, body) = (parameters.to_vec(), body.to_vec());
                self.defined(&name, &parameters, &body, &sign)
            }
            _ => {
                // A function without a name is its body.
                let before = &value[..value.len() - body.len()];
                self.needless(span_of(before));
                unwrapped(body)
            }
        }
    }

    fn defined(&mut self, name: &Node, parameters: &[Node], body: &[Node], sign: &Node) -> Vec<Node> {
        let inside = match parameters {
            [only] => only.inside("(").unwrap_or(parameters),
            _ => parameters,
        };
        // Types of parameters are needless here: f(x: float).
        let plain: Vec<Node> = split(inside, ",")
            .iter()
            .enumerate()
            .flat_map(|(place, parameter)| {
                let comma = (place > 0).then(|| Node::sign(",", sign.span));
                comma.into_iter().chain(parameter.first().map(|first| Node { gap: place > 0, ..first.clone() }))
            })
            .collect();
        if is_reserved(&name.text) {
            // What a function of ours computes has its name already.
            self.needless(name.span.join(sign.span));
            return unwrapped(body);
        }
        let here = format!("{}({}) = ", name.text, print(&plain));
        self.written(sign.span, name.span.join(sign.span), format!("{here}…"));
        let mut out =
            vec![name.clone(), Node::group("(", plain, sign.span), Node { gap: true, ..Node::sign("=", sign.span) }];
        let body = unwrapped(body);
        out.extend(body.into_iter().enumerate().map(|(place, node)| Node { gap: node.gap || place == 0, ..node }));
        out
    }

    /// `x^2 at x = 3`, `x^2, x = 3`: the values of variables behind the formula.
    fn values_behind(&mut self, mut items: Vec<Node>) -> Vec<Node> {
        while let Some(place) =
            items.iter().rposition(|node| node.is_sign("=") || is_arrow(node)).filter(|place| *place > 2)
            && let [word, name] = &items[place - 2..place]
            && name.kind == Kind::Name
            && VALUES.contains(&word.text.as_str())
            && let Ok(value) = print(&items[place + 1..]).replace(' ', "").replace('−', "-").parse::<f64>()
            && value.is_finite()
        {
            let name = name.clone();
            let slash = place > 3 && word.is_sign(".") && items[place - 3].is_sign("/");
            self.mark(name.span.join(span_of(&items[place..])), Foreign::Value);
            self.values.push((name.text, value));
            items.truncate(place - 2 - usize::from(slash));
        }
        items
    }

    /// `x^2; x = 3`: a value below the formula is one that the slider can have.
    pub(super) fn value_below(&mut self, items: Vec<Node>) -> Vec<Node> {
        let Some(place) = items.iter().rposition(|node| node.kind == Kind::Break) else { return items };
        let (above, last) = items.split_at(place);
        if let [_, name, equals, value @ ..] = last
            && name.kind == Kind::Name
            && equals.is_sign("=")
            && let Ok(number) = print(value).replace(' ', "").replace('−', "-").parse::<f64>()
            && number.is_finite()
            && names_in(above).contains(&name.text)
            && !above.windows(2).any(|two| two[0].is_name(&name.text) && two[1].is_sign("="))
        {
            self.mark(span_of(&last[1..]), Foreign::Value);
            self.values.push((name.text.clone(), number));
            return above.to_vec();
        }
        items
    }

    /// An equation that defines nothing, as the difference of its sides.
    pub(super) fn equation(&mut self, items: Vec<Node>) -> Vec<Node> {
        let Some(place) = items.iter().position(|node| node.is_sign("=")) else { return items };
        let (left, right) = (&items[..place], &items[place + 1..]);
        let is_head = match left {
            [name] => name.kind == Kind::Name,
            [name, call] => name.kind == Kind::Name && call.is_open("(") || name.kind == Kind::Done(None),
            [done, ..] => matches!(done.kind, Kind::Done(None)) && done.text.contains('='),
            _ => true,
        };
        if is_head || right.is_empty() || right.iter().any(|node| node.is_sign("=")) {
            return items;
        }
        let up_to_sign = span_of(&items[..=place]);
        // y on the left of nothing but a number is its definition turned round.
        if let ([_], [name]) = (left, right)
            && name.kind == Kind::Name
        {
            let turned = vec![name.clone(), items[place].clone(), Node { gap: true, ..left[0].clone() }];
            self.written(up_to_sign, span_of(&items), print(&turned));
            return turned;
        }
        self.mark(up_to_sign, Foreign::Equation);
        let mut out = left.to_vec();
        let zero = matches!(right, [zero] if zero.text == "0");
        if !zero {
            out.push(Node { gap: true, ..Node::sign("-", items[place].span) });
            out.push(Node { gap: true, ..super::template::done(right, span_of(right)) });
        }
        out
    }
}

fn is_quote(node: &Node) -> bool {
    node.kind == Kind::Sign && QUOTES.contains(&node.text.as_str())
}

fn is_arrow(node: &Node) -> bool {
    node.kind == Kind::Sign && ARROWS.contains(&node.text.as_str())
        || node.kind == Kind::Command && node.text == "mapsto"
}

/// A body without `return`, braces and the break at its end.
fn unwrapped(body: &[Node]) -> Vec<Node> {
    let body = match body {
        // Braces with a colon hold cases of our own.
        [only] => only.inside("{").filter(|inside| !inside.iter().any(|node| node.is_sign(":"))).unwrap_or(body),
        _ => body,
    };
    body.iter().filter(|node| !node.is_name("return") && node.kind != Kind::Break).cloned().collect()
}
