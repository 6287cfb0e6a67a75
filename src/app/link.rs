//! The part of the address behind `#`: a document in one readable line.
//!
//! `e=` is the text, `x=` a variable's value, `x.min=` and `x.max=` are the ends of its slider, `panel=`
//! is what stands below the plot, `lang=` the language; `form=tree`, `merge=on` and `forward=x` are the
//! options. What begins with the prefix of a topic, such as `plot.`, belongs to that topic. A variable
//! is never taken for an option: its value is a number, and its name has no dot.

use std::fmt::Write;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::{Document, Input, Panel};
use crate::graph::Form;
use crate::typeset::exact;
use crate::words::Language;

/// No link that a person made has more sliders than this.
const MOST_INPUTS: usize = 10_000;

/// What `encodeURIComponent` writes as `%` and two digits: all but letters, digits and nine marks.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'!')
    .remove(b'~')
    .remove(b'*')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')');

/// Writes a document, percent-encoded as `encodeURIComponent` does.
///
/// ```
/// use chainrule::app::{Document, link};
/// assert_eq!(link::write(&Document::of("σ(x) + 1")), "e=%CF%83(x)%20%2B%201");
/// ```
pub fn write(document: &Document) -> String {
    let mut text = String::from("e=");
    encode(&mut text, &document.source);
    let mut pair = |name: &str, end: &str, value: f64| {
        text.push('&');
        encode(&mut text, name);
        let _ = write!(text, "{end}={}", exact(value));
    };
    let default = Input::default();
    for (name, input) in &document.inputs {
        pair(name, "", input.value);
        if input.min != default.min {
            pair(name, ".min", input.min);
        }
        if input.max != default.max {
            pair(name, ".max", input.max);
        }
    }
    if document.options.form == Form::Tree {
        text.push_str("&form=tree");
    }
    if document.options.merge {
        text.push_str("&merge=on");
    }
    let mut setting = |key: &str, value: &str| {
        text.push('&');
        encode(&mut text, key);
        text.push('=');
        encode(&mut text, value);
    };
    if let Some(variable) = &document.forward {
        setting("forward", variable);
    }
    if document.panel != Panel::default() {
        setting("panel", document.panel.name());
    }
    if let Some(language) = document.language {
        setting("lang", language);
    }
    document.write_topics(&mut setting);
    text
}

/// Reads what [`write()`] wrote, with or without `#` before it. None unless there is a text in it;
/// parts that say nothing are skipped.
///
/// ```
/// use chainrule::app::link;
/// assert_eq!(link::read("#e=x%5E2&x=3").unwrap().input("x").value, 3.0);
/// assert_eq!(link::read("#garbage%FF"), None);
/// ```
pub fn read(text: &str) -> Option<Document> {
    let text = text.strip_prefix('#').unwrap_or(text);
    let mut source = None;
    let mut document = Document::of("");
    let mut ends: Vec<(String, Option<f64>, Option<f64>)> = Vec::new();
    for part in text.split('&').take(3 * MOST_INPUTS) {
        let Some((key, value)) = part.split_once('=') else { continue };
        let (Some(key), Some(value)) = (decode(key), decode(value)) else { continue };
        match (key.as_str(), value.as_str()) {
            ("e", _) if source.is_none() => source = Some(value),
            ("form", "tree") => document.options.form = Form::Tree,
            ("merge", "on") => document.options.merge = true,
            // A number is the value of a variable of that name.
            ("forward", name) if !is_number(name) => document.forward = Some(value),
            ("panel", name) if !is_number(name) => document.panel = Panel::from_name(name).unwrap_or_default(),
            ("lang", code) if Language::near(code).is_some() => document.language = Language::near(code),
            (key, value) if document.read_topic(key, value) => {}
            _ => {
                let Some(number) = value.parse::<f64>().ok().filter(|number| number.is_finite()) else { continue };
                if let Some(name) = key.strip_suffix(".min") {
                    ends.push((name.into(), Some(number), None));
                } else if let Some(name) = key.strip_suffix(".max") {
                    ends.push((name.into(), None, Some(number)));
                } else if document.inputs.len() < MOST_INPUTS {
                    document.inputs.insert(key, Input::default().at(number));
                }
            }
        }
    }
    restore_ends(&mut document, &ends);
    document.source = source?.into();
    Some(document)
}

/// Whether an address holds nothing, with or without `#` before it.
pub fn is_blank(text: &str) -> bool {
    text.trim_start_matches('#').is_empty()
}

fn is_number(text: &str) -> bool {
    text.parse().is_ok_and(f64::is_finite)
}

/// Ends count only together with a value, and only if they make a range that holds it.
fn restore_ends(document: &mut Document, ends: &[(String, Option<f64>, Option<f64>)]) {
    for (name, min, max) in ends {
        if let Some(input) = document.inputs.get_mut(name) {
            let value = input.value;
            let (min, max) = (min.unwrap_or(input.min), max.unwrap_or(input.max));
            // One end may be read before the other, so that the two cross for a moment.
            *input = Input { value, min, max };
        }
    }
    for input in document.inputs.values_mut() {
        let Input { value, min, max } = *input;
        *input = Input::default().at(value).between(min, max).unwrap_or_default().at(value);
    }
}

fn encode(out: &mut String, text: &str) {
    out.extend(utf8_percent_encode(text, ESCAPED));
}

/// None if it is not UTF-8. A lone `%` stands for itself, as people write links by hand.
fn decode(text: &str) -> Option<String> {
    percent_decode_str(text).decode_utf8().ok().map(|text| text.into_owned())
}
