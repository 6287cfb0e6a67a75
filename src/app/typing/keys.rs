//! The keys that a phone's keyboard hides.

/// What formulas need most and what stands on no first page of a phone's keyboard.
const SIGNS: [&str; 6] = ["^", "(", ")", "/", "√", "π"];

/// What they need now and then.
const FURTHER_SIGNS: [&str; 3] = ["=", ",", "|"];

/// The variable of a text that has none yet.
const FIRST: &str = "x";

/// The most variables that get a key: more would push the signs out of reach.
const MOST_VARIABLES: usize = 8;

/// The keys above a phone's keyboard: signs, and between them the variables of the text.
///
/// ```
/// use chainrule::app::typing::keys;
/// assert_eq!(keys(&["a".into(), "b".into()]).concat(), "^()/√πab=,|");
/// assert_eq!(keys(&[]).concat(), "^()/√πx=,|");
/// ```
pub fn keys(variables: &[String]) -> Vec<String> {
    let first = [FIRST.to_owned()];
    let variables = if variables.is_empty() { &first } else { variables };
    let variables = variables.iter().take(MOST_VARIABLES).map(String::as_str);
    SIGNS.into_iter().chain(variables).chain(FURTHER_SIGNS).map(str::to_owned).collect()
}

/// What covers less of the window is no keyboard, but a bar of the browser that came or went, in pixels.
const LEAST_KEYBOARD: f64 = 120.0;

/// Whether a keyboard stands on the screen: it covers the foot of the page, or makes the window lower than
/// it ever was. `visible` is the height of what can be seen, as it is without enlarging the page.
///
/// ```
/// use chainrule::app::typing::is_keyboard_up;
/// assert!(is_keyboard_up(800.0, 460.0));
/// assert!(!is_keyboard_up(800.0, 744.0), "the address bar is back");
/// ```
pub fn is_keyboard_up(tallest: f64, visible: f64) -> bool {
    tallest - visible >= LEAST_KEYBOARD
}
