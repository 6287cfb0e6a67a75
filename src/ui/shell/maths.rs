//! Formulas, and lines of words and formulas, as elements.

use std::fmt::Write;

use yew::prelude::*;
use yew::virtual_dom::{VNode, VTag};

use crate::syntax::Span;
use crate::typeset::{Math, Part, Role};
use crate::words;

/// A part of a formula as elements; as deep as the formula, which the typesetter keeps shallow.
pub(in crate::ui) fn element(math: &Math) -> Html {
    element_with(math, &mut |_| None)
}

/// The same; `place` may hold the elements of what was typed at a place.
pub(in crate::ui) fn element_with(math: &Math, place: &mut dyn FnMut(Span) -> Option<NodeRef>) -> Html {
    let mut tag = VTag::new(math.element());
    for (name, value) in math.attributes() {
        tag.add_attribute(name, *value);
    }
    if let Some(span) = math.span {
        tag.add_attribute("data-span", format!("{}-{}", span.start, span.end));
        if let Some(place) = place(span) {
            tag.node_ref = place;
        }
    }
    if let Some(text) = math.text() {
        // Browsers drop spaces at the ends of words in formulas.
        let text = if tag.tag() == "mtext" { text.replace(' ', "\u{a0}") } else { text.into_owned() };
        tag.add_child(VNode::from(text));
    }
    for child in math.children() {
        tag.add_child(element_with(child, place));
    }
    tag.into()
}

/// A line. A sign is kept together with what follows it, so that lines break before signs.
pub(in crate::ui) fn line(parts: &[Part]) -> Html {
    let mut groups: Vec<Vec<&Part>> = Vec::new();
    let mut joins = false;
    for part in parts {
        match groups.last_mut().filter(|_| joins) {
            Some(group) => group.push(part),
            None => groups.push(vec![part]),
        }
        joins = is_sign(part);
    }
    groups.into_iter().map(|group| html! { <span class="group">{ for group.into_iter().map(piece) }</span> }).collect()
}

fn is_sign(part: &Part) -> bool {
    matches!(part, Part::Formula { math, .. } if math.element() == "mo")
}

/// A sentence: words and formulas as they come.
pub(in crate::ui) fn sentence(parts: &[Part]) -> Html {
    parts.iter().map(piece).collect()
}

/// Words, a formula, or one that leads to its node.
fn piece(part: &Part) -> Html {
    match part {
        Part::Words(words) => words.into(),
        Part::Formula { math, role, node } => {
            let drawn = html! { <math translate="no">{ element(math) }</math> };
            let class = role_class(*role);
            match node {
                Some(node) => html! {
                    <button type="button" class={classes!("symbol", class)} data-points={node.0.to_string()}
                        aria-label={words::picture::explain(flat(math))}>{ drawn }</button>
                },
                None => html! { <span {class}>{ drawn }</span> },
            }
        }
    }
}

/// A line as text with fractions in one line: headings have no room for more. Its gradient is written
/// into `grad` as often as it changes.
pub(in crate::ui) fn flat_line(parts: &[Part], grad: &NodeRef) -> Html {
    let piece = |part: &Part| match part {
        Part::Words(words) => html! { <>{ words }</> },
        Part::Formula { role: Role::Gradient, .. } => html! { <span class="formula grad" ref={grad.clone()}></span> },
        Part::Formula { math, .. } if math.element() == "mo" => html! { <span>{ part.text() }</span> },
        Part::Formula { math, .. } => html! { <span class="formula" translate="no">{ flat(math) }</span> },
    };
    parts.iter().map(piece).collect()
}

fn flat(math: &Math) -> String {
    math.plain().replace(" / ", "/")
}

fn role_class(role: Role) -> Option<&'static str> {
    match role {
        Role::Plain => None,
        Role::Value => Some("value"),
        Role::Gradient => Some("grad"),
    }
}

/// A line as the text of its elements. Everything in it is made by the typesetter, which escapes.
pub(in crate::ui) fn line_markup(line: &[Part]) -> String {
    let mut markup = String::from("<p>");
    let mut joins = false;
    for part in line {
        if let Part::Formula { math, role, .. } = part {
            // A sign goes with what follows it, so that lines break before signs.
            markup += if joins || markup.ends_with("<p>") { "" } else { "</span>" };
            markup += if joins { "" } else { "<span class=\"group\">" };
            let class = role_class(*role).unwrap_or_default();
            let _ = write!(markup, "<span class=\"{class}\"><math translate=\"no\">{math}</math></span>");
            joins = math.element() == "mo";
        }
    }
    markup += "</span>";
    markup + "</p>"
}
