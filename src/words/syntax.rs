//! What is wrong with a typed text, and remarks on how it was read. The sentences stand below the
//! box with the function, in lower case and without a full stop.

use super::Message;
use super::messages::messages;
use crate::ops::Arity;
use crate::syntax::{self, Bracket, ErrorKind, Notice, NoticeKind, ParseError};

messages! {
    "syntax":
    /// Nothing is typed; the formula is one to begin with.
    empty() = "type a function, for example (4*x+1)^2";
    /// The text has too many letters.
    too_long(megabytes: usize) = "the text is longer than {megabytes} MB";
    /// `[` or `]` was typed.
    square_bracket() = "square brackets mean nothing here; use parentheses ( )";
    /// `"` was typed.
    quotation_mark() = "quotation marks mean nothing here; this is a formula, not text";
    /// A character was typed that is not of the language.
    unknown_character(character: char) = "the character {character} means nothing here";
    /// A character was typed, or rather pasted, that nobody sees.
    invisible_character() = "an invisible character stands here, perhaps from pasting; it means nothing";
    /// `1.2.3`
    bad_number() = "a number has one decimal point at most";
    /// `2 3`
    two_numbers() = "two numbers side by side; put an operator between them";
    /// Nothing stands before an operator that needs something there.
    missing_before(operator: String) = "something is missing before {operator}";
    /// Nothing stands after an operator that needs something there.
    missing_after(operator: String) = "something is missing after {operator}";
    /// `()`
    empty_parentheses() = "there is nothing between these parentheses";
    /// `((x`; the place that is marked is the last one of them.
    parentheses_never_closed(count: usize) = "{count} parenthesis was opened here and never closed"
        | "{count} parentheses were opened and never closed, the last one here";
    /// `|x`, the bars being those of an absolute value.
    bars_never_closed(count: usize) = "{count} absolute-value bar was opened here and never closed"
        | "{count} absolute-value bars were opened and never closed, the last one here";
    /// `{x < 0: 1`
    braces_never_closed(count: usize) = "{count} brace was opened here and never closed"
        | "{count} braces were opened and never closed, the last one here";
    /// `x)`
    parenthesis_never_opened() = "this parenthesis closes nothing; it was never opened";
    /// `x + |`
    bar_never_opened() = "this absolute-value bar closes nothing; it was never opened";
    /// `x}`
    brace_never_opened() = "this brace closes nothing; it was never opened";
    /// `(|x)`: another bracket has to be closed before this one.
    wrong_close(expected: char) = "{expected} was expected here first";
    /// `sine(x)`
    unknown_function_near(name: String, near: &str) = "unknown function {name}; did you mean {near}?";
    /// `foo(x)`
    unknown_function(name: String) = "unknown function {name}; to multiply, write {name}*( … )";
    /// `sin` with nothing after it.
    needs_argument(name: String) = "{name} needs an argument, for example {name}(x)";
    /// `max x`
    needs_parentheses(name: String) = "{name} is a function; put its arguments in parentheses";
    /// A function is given too few or too many arguments.
    takes(name: String, takes: usize, got: usize) = "{name} takes {takes} argument, got {got}"
        | "{name} takes {takes} arguments, got {got}";
    /// `sin()`
    takes_got_none(name: String, takes: usize) = "{name} takes {takes} argument, got none"
        | "{name} takes {takes} arguments, got none";
    /// `max(x)`
    takes_at_least(name: String, takes: usize, got: usize) = "{name} takes {takes} or more arguments, got {got}";
    /// `max()`
    takes_at_least_got_none(name: String, takes: usize) = "{name} takes {takes} or more arguments, got none";
    /// `sin^-1(x)`, which some read as arc sine and some as 1/sin.
    inverse_or_reciprocal(name: &str) = "{name} to the power −1 can mean two things; write a{name}(x) or 1/{name}(x)";
    /// A comma between what are no arguments.
    stray_comma() = "a comma only stands between the arguments of a function or the cases in braces";
    /// A colon outside of braces.
    stray_colon() = "a colon only stands in braces, as in {{x < 0: -x, x}}";
    /// `x'`
    stray_prime() = "a prime only stands after a function, as in f'(x)";
    /// `x < 0` outside of braces.
    comparison_outside_braces() = "comparisons go in braces: {{x > 0: x, 0}}";
    /// `{x: 1}`
    not_a_condition() = "a case starts with a comparison, as in {{x < 0: -x, x}}";
    /// `{x}`
    no_case() = "braces hold cases, as in {{x < 0: -x, x}}";
    /// `{1, x < 0: 2}`
    otherwise_not_last() = "a value without a condition comes last, after all cases";
    /// `x + 1 = 2`
    not_a_name() = "only a name, or a function such as f(t), can stand before =";
    /// `sin = 3`
    function_name_taken(name: &str) = "{name} is a built-in function; choose another name";
    /// `f(2) = 3`
    parameter_not_a_name() = "the parameters of a function are names, as in f(t) = t^2";
    /// `f(t, t) = 1`
    duplicate_parameter(name: String) = "the parameter {name} stands here twice";
    /// `f(t) = f(t)`
    recursion(name: String) = "{name} calls itself; a function cannot use itself here";
    /// `y = a; a = 2; y`
    used_above_definition(name: String) = "{name} is used here but defined further on; define it first";
    /// `a = a + 1`
    used_in_own_definition(name: String) = "{name} is used in its own definition before it has a value";
    /// `f(a, b) = a*b; f'(x, y)`
    derivative_of_many(name: String) = "{name}' needs one variable, but {name} has several";
    /// `sin'(x)`
    no_primes(name: String) = "a prime only stands after a function of your own, such as f(t) = {name}(t)";
    /// `e = 3`, where e was a constant before: `value` is 2.7183….
    shadowed(name: &str, value: String) = "from here on {name} is your own and no longer {value}";
    /// `xy`, where x*y may be meant. Beside it stands a button that writes that.
    one_name(name: &str, replacement: &str) = "{name} is read as one name; did you mean {replacement}?";
    /// `x = 3; x^2`. Beside it stands a button that takes the definition away.
    fixed(name: String) = "{name} is a fixed number here; as a variable it gets a slider that starts there";
    /// `a = 2; b = 3; a*x + b`
    fixed_several(names: String) = "{names} are fixed numbers here; as variables they get sliders that start there";
    /// `np.exp(x)`, `x % 3`: the text is of another notation. Beside it stands a button that rewrites it.
    written(typed: String, here: String) = "{typed} is written {here} here";
    /// `let`, `$`: what other notations need around a formula.
    needless(typed: String) = "{typed} is not needed here";
    /// `d/dx x^2`
    derivative() = "a derivative is a prime after a function of your own, as in f(x) = x^2; f'(x)";
    /// `f'(x)` without an f.
    no_such_function(name: String) = "{name} is no function yet; define it first, as in {name}(x) = x^2; {name}'(x)";
    /// `dy/dx`
    shown() = "no need to ask for it: the page shows the derivatives of what you type";
    /// `x^2 + y^2 = 1`
    equation() = "an equation has no value; the difference of its sides is 0 where it holds";
    /// `x > 0`
    condition(here: String) = "a comparison is no number; {here} is 1 where it holds";
    /// `∫ x^2 dx`
    integral() = "there are no integrals here; what is integrated can be shown";
    /// `lim`
    limit() = "there are no limits here; move the slider toward the place, or type the function alone";
    /// `∑`
    series() = "sums and products over an index are written term by term, as in x1 + x2";
    /// `[1, 2]`, `W @ x`
    vector() = "numbers only so far, no lists or vectors: write them out, as in w1*x1 + w2*x2";
    /// `∞`
    infinity() = "infinity is no number to type; 1/0 has that value";
    /// `±`
    two_values() = "± stands for two values; a function has one, so choose + or -";
    /// `random()`
    random() = "nothing is left to chance here: the same values give the same result";
    /// `x^2 at x = 3`
    value() = "values are set by sliders; this one can start there";
}

/// Names are the person's own text and may be of any length; a sentence quotes their beginning.
fn quoted(name: &str) -> String {
    const LONGEST: usize = 40;
    match name.char_indices().nth(LONGEST) {
        None => name.to_owned(),
        Some((end, _)) => format!("{}…", &name[..end]),
    }
}

/// What is wrong with a text.
///
/// ```
/// use chainrule::{syntax, words};
/// let error = syntax::parse("sine(x)").unwrap_err();
/// assert_eq!(words::syntax::error(&error).text(), "unknown function sine; did you mean sin?");
/// ```
pub fn error(error: &ParseError) -> Message {
    use ErrorKind::*;
    match &error.kind {
        Empty => empty(),
        TooLong { limit } => too_long(limit >> 20),
        UnknownCharacter('[' | ']') => square_bracket(),
        UnknownCharacter('"') => quotation_mark(),
        UnknownCharacter(character) if syntax::is_invisible(*character) => invisible_character(),
        UnknownCharacter(character) => unknown_character(*character),
        BadNumber => bad_number(),
        TwoNumbers => two_numbers(),
        MissingBefore { operator } => missing_before(quoted(operator)),
        MissingAfter { operator } => missing_after(quoted(operator)),
        EmptyParentheses => empty_parentheses(),
        NeverClosed { what: Bracket::Parenthesis, count } => parentheses_never_closed(*count),
        NeverClosed { what: Bracket::Bar, count } => bars_never_closed(*count),
        NeverClosed { what: Bracket::Brace, count } => braces_never_closed(*count),
        NeverOpened(Bracket::Parenthesis) => parenthesis_never_opened(),
        NeverOpened(Bracket::Bar) => bar_never_opened(),
        NeverOpened(Bracket::Brace) => brace_never_opened(),
        WrongClose { expected } => wrong_close(expected.closing()),
        UnknownFunction { name, suggestion: Some(near) } => unknown_function_near(quoted(name), near),
        UnknownFunction { name, suggestion: None } => unknown_function(quoted(name)),
        NeedsArgument { name } => needs_argument(quoted(name)),
        NeedsParentheses { name } => needs_parentheses(quoted(name)),
        WrongCount { name, takes: Arity::Exactly(count), got: 0 } => takes_got_none(quoted(name), *count),
        WrongCount { name, takes: Arity::Exactly(count), got } => takes(quoted(name), *count, *got),
        WrongCount { name, takes: Arity::AtLeast(count), got: 0 } => takes_at_least_got_none(quoted(name), *count),
        WrongCount { name, takes: Arity::AtLeast(count), got } => takes_at_least(quoted(name), *count, *got),
        InverseOrReciprocal { name } => inverse_or_reciprocal(name),
        StrayComma => stray_comma(),
        StrayColon => stray_colon(),
        StrayPrime => stray_prime(),
        ComparisonOutsideBraces => comparison_outside_braces(),
        NotACondition => not_a_condition(),
        NoCase => no_case(),
        OtherwiseNotLast => otherwise_not_last(),
        NotAName => not_a_name(),
        FunctionNameTaken { name } => function_name_taken(name),
        ParameterNotAName => parameter_not_a_name(),
        DuplicateParameter { name } => duplicate_parameter(quoted(name)),
        Recursion { name } => recursion(quoted(name)),
        UsedAboveDefinition { name } => used_above_definition(quoted(name)),
        UsedInOwnDefinition { name } => used_in_own_definition(quoted(name)),
        DerivativeOfMany { name } => derivative_of_many(quoted(name)),
        NoPrimes { name } => no_primes(quoted(name)),
        Foreign(what) => foreign(what),
    }
}

/// A remark on how a text was read.
pub fn notice(notice: &Notice) -> Message {
    match &notice.kind {
        NoticeKind::Shadowed { name, constant } => shadowed(name, format!("{:.4}…", constant.value())),
        NoticeKind::OneName { name, meant } => one_name(name, meant),
        NoticeKind::Fixed { names } => match &names[..] {
            [name] => fixed(quoted(name)),
            several => fixed_several(quoted(&several.join(", "))),
        },
        NoticeKind::Foreign(what) => foreign(what),
    }
}

/// What is written otherwise here, or what the language does not have.
fn foreign(what: &syntax::Foreign) -> Message {
    use syntax::Foreign::*;
    match what {
        Written { typed, here } => written(typed.clone(), here.clone()),
        Needless { typed } => needless(typed.clone()),
        Derivative => derivative(),
        NoSuchFunction { name } => no_such_function(quoted(name)),
        Shown => shown(),
        Equation => equation(),
        Condition { here } => condition(quoted(here)),
        Integral => integral(),
        Limit => limit(),
        Series => series(),
        Vector => vector(),
        Infinity => infinity(),
        TwoValues => two_values(),
        Random => random(),
        Value => value(),
    }
}
