//! What is typed in other notations: what is said about it, and the text after the offer is accepted.

use chainrule::syntax::{ErrorKind, Offer, Span, parse};
use chainrule::words;
use proptest::prelude::*;

/// The sentence about a text, its place, and the first offer; none if there is nothing to say.
fn remark(text: &str) -> Option<(String, Span, Option<Offer>)> {
    match parse(text) {
        Err(error) => Some((words::syntax::error(&error).text(), error.span, error.offer)),
        Ok(program) => {
            let notice = program.notices.into_iter().next()?;
            Some((words::syntax::notice(&notice).text(), notice.span, notice.offer))
        }
    }
}

/// The texts of a table, each on a line with what it becomes behind an arrow; `⏎` stands for a new line, and
/// a text without an arrow gets a sentence only.
const TABLE: &str = include_str!("notations.txt");

fn rows() -> impl Iterator<Item = (String, Option<String>)> {
    let rows = TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with("# "));
    rows.map(|row| match row.split_once("  ⇒  ") {
        Some((typed, becomes)) => (typed.replace('⏎', "\n"), Some(becomes.replace('⏎', "\n"))),
        None => (row.replace('⏎', "\n"), None),
    })
}

#[test]
fn every_text_is_read_or_offered_as_the_table_says() {
    let mut wrong = String::new();
    for (typed, becomes) in rows() {
        let Some((sentence, _, offer)) = remark(&typed) else {
            wrong += &format!("{typed}: nothing is said\n");
            continue;
        };
        let accepted = offer.as_ref().and_then(|offer| offer.accepted(&typed));
        if accepted != becomes {
            wrong += &format!("{typed}: becomes {accepted:?}, not {becomes:?} ({sentence})\n");
        }
        if let Some(text) = &accepted {
            match parse(text) {
                Ok(program) => {
                    let missing =
                        offer.iter().flat_map(|offer| &offer.values).find(|(name, _)| program.variable(name).is_none());
                    assert!(missing.is_none(), "{typed}: no variable takes {missing:?}");
                }
                Err(error) => {
                    assert!(matches!(error.kind, ErrorKind::UnknownFunction { .. }), "{typed}: {text}: {error}")
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_sentence_names_the_place_and_what_to_write() {
    let mut all = String::new();
    for (typed, _) in rows() {
        let Some((sentence, span, offer)) = remark(&typed) else { continue };
        let values: String =
            offer.iter().flat_map(|offer| &offer.values).map(|(name, value)| format!(" [{name} = {value}]")).collect();
        all += &format!(
            "{}\n    at {}: {sentence}{values}\n",
            typed.replace('\n', "⏎"),
            &typed[span.range()].replace('\n', "⏎")
        );
    }
    insta::assert_snapshot!(all);
}

#[test]
fn our_own_texts_are_left_alone() {
    for text in [
        "(4*x+1)^2",
        "h = w*x + b; tanh(h)^2",
        "f(t) = t^2; f(x) + f'(x)",
        "{x < 0: -x, x}",
        "{0 <= x <= 1: x, x > 1: 1}",
        "rate*time + bias",
        "learning_rate*grad",
        "max(1,5)",
        "sin x cos y",
        "a/b c",
        "r x (1 - x)",
        "log_2(x) + log_b(x)",
        "e^x + 2e",
        "(x - mu)/sigma",
        "gamma*(x - mean)/std + beta",
        "out2 + test1",
        "square(t) = t^2; square(x)",
        "mod(a, b) = a - b*floor(a/b); mod(x, 3)",
        "x=3*t;y=4*t;z=x*y;",
        "|x - |y||",
        "2 # 10% of it",
    ] {
        assert_eq!(parse(text).unwrap().notices, [], "{text}");
    }
}

/// Pieces of all notations; by chance they make the strangest texts.
const PIECES: &str = r"(\\frac|\\sqrt|\\left|\\right|\\begin|\\end|\\sum|\\int|\\lim|\\\{|\\\}|\\\\|[a-z(){}\[\]|+\-*/^,:;=<>0-9. $%!?@'_&#\n]|sin|max|sum|mean|mod|softmax|d/dx|diff|lambda|if|else|def|return|np|\.|->|=>|:=|//|∫|½|ᵀ|°|square|root|of|log_|x_|at|let|∑|⌊|⌋){0,24}";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]
    #[test]
    fn an_accepted_offer_is_read(text in PIECES) {
        if let Some((sentence, span, offer)) = remark(&text) {
            prop_assert!(text.get(span.range()).is_some(), "{}", text);
            prop_assert!((1..400).contains(&sentence.len()), "{}", sentence);
            if let Some(offer) = offer {
                let accepted = offer.accepted(&text);
                prop_assert!(accepted.is_some());
                let result = parse(&accepted.unwrap());
                let read = match &result {
                    Ok(_) => true,
                    Err(error) => matches!(error.kind, ErrorKind::UnknownFunction { .. }),
                };
                prop_assert!(read, "{} became {}: {:?}", text, offer.text, result);
            }
        }
    }
}

#[test]
fn texts_that_double_with_every_bracket_get_an_answer_at_once() {
    for text in [
        "sum(".repeat(39) + "x" + &")".repeat(39),
        "mod(".repeat(39) + "x" + &",2)".repeat(39),
        "x".to_owned() + &"!".repeat(3900),
        r"\frac".repeat(700),
        "1 if x>0 else ".repeat(280),
        "x?".repeat(1900),
        "x%y".repeat(1300),
        "{".repeat(39) + &"}".repeat(39),
    ] {
        remark(&text);
    }
}
