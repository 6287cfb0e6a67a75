//! Small changes of a text.

use super::random::Random;

/// Pieces of formulas, links and tables.
const PIECES: &[&str] = &[
    "(",
    ")",
    "{",
    "}",
    "|",
    ",",
    ":",
    ";",
    "\n",
    "=",
    "<",
    "<=",
    ">",
    ">=",
    "&&",
    "+",
    "-",
    "*",
    "/",
    "^",
    "**",
    "'",
    "''",
    "²",
    "⁻¹",
    "√",
    "π",
    "e",
    "tau",
    "x",
    "y",
    "t",
    "x_1",
    "x₂",
    "f",
    "f(x)",
    "f'(x)",
    "f'''(x)",
    "f(t)=",
    "g(t)=",
    "a=",
    "a",
    "sin(",
    "ln(",
    "sqrt(",
    "max(",
    "min(x,",
    "clamp(",
    "abs(",
    "exp(",
    "gelu(",
    "log_2(",
    "log_x(",
    "sign(",
    "atan2(",
    "{x<0:",
    "{x=0:0,",
    ",1}",
    "0",
    "1",
    "2",
    ".5",
    "1e400",
    "1e-320",
    "1e308",
    "1e16",
    "0/0",
    "1/0",
    "-1e-32",
    "#",
    " ",
    "\t",
    "\r\n",
    "\0",
    "ß",
    "∞",
    "😀",
    "\u{301}",
    "\u{feff}",
    "NaN",
    "inf",
    "-inf",
    "&",
    "%",
    "%2B",
    "&x=",
    "&x.min=",
    "&x.max=",
    "&plot.and=y",
    "&plot.axis=x",
    "&plot.window=",
    "&plot.slope=on",
    "&plot.bend=on",
    "&plot.lens=on",
    "&plot.field=on",
    "&form=tree",
    "&merge=on",
    "&forward=x",
    "&data.rows=",
    "&data.row=",
    "1,234",
    "0,5",
    "\"",
    "x,y\n",
];

/// Longer than this a changed text does not become.
const LONGEST: usize = 4_000;

/// A text with some changes; `other` is one that pieces may come from.
pub fn mutated(text: &str, other: &str, random: &mut Random) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    let other: Vec<char> = other.chars().collect();
    for _ in 0..=random.below(5) {
        change(&mut chars, &other, random);
        chars.truncate(LONGEST);
    }
    chars.into_iter().collect()
}

fn change(chars: &mut Vec<char>, other: &[char], random: &mut Random) {
    let at = random.below(chars.len() + 1);
    let end = at + random.below((chars.len() - at).min(12) + 1);
    let piece: Vec<char> = random.one_of(PIECES).chars().collect();
    match random.below(8) {
        0 => drop(chars.drain(at..end)),
        1 | 2 => drop(chars.splice(at..at, piece)),
        3 => drop(chars.splice(at..end, piece)),
        // The same many times, as in f''''''(x) and ((((x.
        4 => {
            let count = 1 << random.below(8);
            let many: Vec<char> = piece.iter().copied().cycle().take(piece.len() * count).collect();
            chars.splice(at..at, many);
        }
        5 => {
            let copy = chars[at..end].to_vec();
            let count = 1 + random.below(6);
            (0..count).for_each(|_| drop(chars.splice(at..at, copy.iter().copied())));
        }
        6 => {
            let from = random.below(other.len() + 1);
            let to = from + random.below(other.len() - from + 1);
            chars.splice(at..end, other[from..to].iter().copied());
        }
        _ => {
            // The digits of a number become another number.
            if let Some(digit) = (at..chars.len()).find(|&at| chars[at].is_ascii_digit()) {
                let numbers =
                    ["0", "-0", "1e-320", "1e308", "-1e308", "1e-32", "9007199254740993", "0.1", "NaN", "inf"];
                chars.splice(digit..=digit, random.one_of(&numbers).chars());
            }
        }
    }
}
