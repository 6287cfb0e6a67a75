//! The pseudo-language: English that cannot be mistaken for English.

/// How much longer a sentence becomes, in percent: about as German does.
const LONGER: usize = 40;

/// The template in accented letters, longer, and in brackets. Slots stay as they are.
pub(super) fn accented(template: &str) -> String {
    let mut text = String::from("⟦");
    let mut in_slot = false;
    let mut letters = 0;
    for char in template.chars() {
        match char {
            '{' => in_slot = true,
            '}' => in_slot = false,
            _ => {}
        }
        let accent = if in_slot { char } else { accent(char) };
        letters += usize::from(accent != char);
        text.push(accent);
    }
    // One long word would not break into lines, as no real one is so long.
    for place in 0..(letters * LONGER).div_ceil(100) {
        text.push(if place % 8 == 0 { ' ' } else { '·' });
    }
    text + "⟧"
}

fn accent(char: char) -> char {
    const PLAIN: &str = "aceinosuyACEINOSUY";
    const ACCENTED: &str = "åçéîñøšüýÅÇÉÎÑØŠÜÝ";
    PLAIN.chars().position(|plain| plain == char).and_then(|place| ACCENTED.chars().nth(place)).unwrap_or(char)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_change_and_slots_do_not() {
        let text = accented("{count} rows are shown");
        assert!(text.starts_with("⟦{count} røwš åré šhøwñ ·") && text.ends_with('⟧'), "{text}");
    }
}
