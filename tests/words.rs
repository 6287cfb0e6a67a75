//! Every sentence can be translated: it has a key of its own, and its template fits its slots.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::Path;

use chainrule::app::examples::EXAMPLES;
use chainrule::app::help::{self, Help};
use chainrule::app::sentences;
use chainrule::app::typing::{NOTATIONS, Notation};
use chainrule::autodiff::Reason;
use chainrule::descent::Optimizer;
use chainrule::ops::{Constant, Op};
use chainrule::words::{self, Language, Message};

/// Where operations have no value, or no derivative.
const POINTS: [f64; 7] = [-2.0, -1.0, -0.5, 0.0, 0.5, 1.0, f64::INFINITY];

/// Names of the slots of a template.
fn slots(template: &str) -> Vec<String> {
    let plain = template.replace("{{", "").replace("}}", "");
    plain.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn keys_are_unique_and_can_stand_in_a_language_file() {
    let mut seen = HashSet::new();
    for text in sentences() {
        let language = Language::read(&format!("{} = ?", text.key)).expect("a line of a language file");
        assert_eq!(language.templates().map(|(key, _)| key).collect::<Vec<_>>(), [text.key.as_str()]);
        assert!(seen.insert(text.key.clone()), "two sentences are called {}", text.key);
    }
    assert!(seen.len() > 400, "all tables are read: {}", seen.len());
}

#[test]
fn templates_are_whole_and_fit_their_slots() {
    for text in sentences() {
        for template in &text.templates {
            assert!(!template.is_empty(), "{}: nothing to say", text.key);
            assert!(!template.ends_with(' ') && !template.starts_with(' '), "{}: a piece of a sentence", text.key);
            assert!(!template.contains("  "), "{}: two spaces", text.key);
            assert!(!template.contains(" | "), "{}: what parts the forms in a language file", text.key);
            for slot in slots(template) {
                assert!(text.slots.contains(&slot.as_str()), "{}: no slot {slot}", text.key);
            }
        }
        let last = text.templates.last().expect("a template");
        let named: HashSet<String> = slots(last).into_iter().collect();
        assert_eq!(named.len(), text.slots.len(), "{}: a slot is forgotten", text.key);
        assert!(text.templates.len() <= 2, "{}: English has two forms", text.key);
    }
}

#[test]
fn a_language_file_has_every_sentence_and_nothing_else() {
    let texts: HashMap<String, words::Text> = sentences().map(|text| (text.key.clone(), text)).collect();
    for (code, file) in Language::FILES {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/lang").join(format!("{code}.txt"));
        let language = Language::read(&fs::read_to_string(path).expect(file)).expect(file);
        assert_eq!(language.code(), *code, "the file is called after its language");
        let said: HashMap<&str, &[String]> = language.templates().collect();
        let mut missing: Vec<&String> = texts.keys().filter(|key| !said.contains_key(key.as_str())).collect();
        missing.sort();
        assert!(missing.is_empty(), "{code}: these sentences are not there: {missing:#?}");
        for (key, templates) in said {
            let text = texts.get(key).unwrap_or_else(|| panic!("{code}: no sentence is called {key}"));
            let forms = if text.templates.len() > 1 { language.forms() } else { 1 };
            assert_eq!(templates.len(), forms, "{code}: forms of {key}");
            let mut named = HashSet::new();
            for slot in templates.iter().flat_map(|template| slots(template)) {
                assert!(text.slots.contains(&slot.as_str()), "{code}: {key} has no slot {slot}");
                named.insert(slot);
            }
            assert_eq!(named.len(), text.slots.len(), "{code}: {key} forgets a slot");
        }
    }
}

/// A language in which every sentence that is listed is its own key.
fn keys_for_sentences() -> Language {
    let line = |text: words::Text| format!("{0} = §{0}\n", text.key);
    Language::read(&sentences().map(line).collect::<String>()).expect("a language file")
}

#[test]
fn what_the_tables_say_is_listed() {
    let mut said: Vec<Message> = Vec::new();
    for &op in Op::ALL {
        said.extend([words::ops::doc(op), words::ops::spoken(op)]);
        said.extend((0..4).flat_map(|slot| [Some(words::ops::rule(op, slot)), words::ops::hint(op, slot)]).flatten());
        let reasons = op.row().reasons.into_iter().flatten();
        said.extend(reasons.map(|reason| words::autodiff::reason(Reason::OfRow(reason))));
    }
    said.extend(Constant::ALL.map(words::ops::constant));
    said.extend(NOTATIONS.iter().map(Notation::says));
    for optimizer in Optimizer::ALL {
        said.extend([words::descent::name, words::descent::doc, words::descent::paper].map(|cell| cell(optimizer)));
        said.extend(optimizer.knobs.iter().map(|knob| words::descent::knob(optimizer, knob)));
    }
    for &help in Help::ALL {
        said.extend([help::name(help), help::says(help)]);
        said.extend(help::keys(help).flat_map(|(key, does)| [Some(key), does]).flatten());
    }
    for example in EXAMPLES {
        said.extend([example.title(), example.about(), example.group.heading()]);
    }
    words::speak(keys_for_sentences());
    for message in said {
        let text = message.text();
        assert!(text.starts_with('§'), "“{text}” is not among the sentences to translate");
    }
    assert_eq!(words::ops::hint(Op::ALL[1], 1).unwrap().text(), "§op.sub.hint.2");
    assert_eq!(help::keys(Help::Redo).next().unwrap().1.unwrap().text(), "§help.redo.key.1");
    assert_eq!(help::title(Help::Undo).text(), "§page.with_key");
    words::speak(Language::default());
}

#[test]
fn a_reason_of_a_row_is_what_a_note_says() {
    for row in Op::ALL.iter().map(|op| op.row()) {
        let reasons: Vec<&str> = row.reasons.into_iter().flatten().copied().collect();
        for a in POINTS {
            for b in POINTS {
                for args in [vec![a], vec![a, b], vec![a, b, 1.0]] {
                    let said = [(row.domain)(&args), (row.kink)(&args)];
                    assert!(
                        said.into_iter().flatten().all(|reason| reasons.contains(&reason)),
                        "{} at {args:?}",
                        row.name
                    );
                }
            }
        }
    }
}

#[test]
fn what_the_core_says_is_among_them() {
    let keys: HashSet<String> = words::all().map(|text| text.key).collect();
    for key in [
        "syntax.comparison_outside_braces",
        "data.wrong_width",
        "op.mul.doc",
        "op.sub.hint.2",
        "rule.product rule",
        "reason.a tie: the gradient is shared equally by convention",
        "autodiff.overflow",
        "descent.saddle",
        "optimizer.adam.beta1",
    ] {
        assert!(keys.contains(key), "{key}");
    }
}
