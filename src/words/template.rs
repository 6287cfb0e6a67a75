//! Templates: words with slots in braces.

/// A part of a template.
#[derive(Debug, PartialEq)]
pub(super) enum Segment<'a> {
    /// Words, with braces as they are meant.
    Words(String),
    /// The name of a slot.
    Slot(&'a str),
}

/// Takes a template apart. `{name}` is a slot, `{{` and `}}` are braces; a brace that is never closed
/// stands for itself.
pub(super) fn segments(template: &str) -> Vec<Segment<'_>> {
    let mut segments = Vec::new();
    let mut words = String::new();
    let mut rest = template;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, found) = rest.split_at(at);
        words.push_str(before);
        let double = found.as_bytes().get(1) == found.as_bytes().first();
        match found.find('}').filter(|_| !double && found.starts_with('{')) {
            Some(end) => {
                if !words.is_empty() {
                    segments.push(Segment::Words(std::mem::take(&mut words)));
                }
                segments.push(Segment::Slot(&found[1..end]));
                rest = &found[end + 1..];
            }
            None => {
                words.push_str(&found[..1]);
                rest = &found[if double { 2 } else { 1 }..];
            }
        }
    }
    words.push_str(rest);
    if !words.is_empty() {
        segments.push(Segment::Words(words));
    }
    segments
}

/// Whether every slot that the templates name is there, and every slot is named by the last
/// template. Runs while the program is compiled.
pub(super) const fn fits(templates: &[&str], slots: &[&str]) -> bool {
    let mut index = 0;
    while index < templates.len() {
        let is_last = index + 1 == templates.len();
        if !fits_one(templates[index].as_bytes(), slots, is_last) {
            return false;
        }
        index += 1;
    }
    true
}

const fn fits_one(template: &[u8], slots: &[&str], needs_all: bool) -> bool {
    let mut seen = [false; 16];
    assert!(slots.len() <= seen.len(), "a message has too many slots");
    let mut at = 0;
    while at < template.len() {
        if template[at] == b'{' && at + 1 < template.len() && template[at + 1] == b'{' {
            at += 2;
        } else if template[at] == b'{' {
            let Some(slot) = slot_at(template, at + 1, slots) else { return false };
            seen[slot] = true;
            at += slots[slot].len() + 2;
        } else {
            at += 1;
        }
    }
    let mut slot = 0;
    while needs_all && slot < slots.len() {
        if !seen[slot] {
            return false;
        }
        slot += 1;
    }
    true
}

/// Which slot is named from this byte on, up to the closing brace.
const fn slot_at(template: &[u8], start: usize, slots: &[&str]) -> Option<usize> {
    let mut slot = 0;
    while slot < slots.len() {
        let name = slots[slot].as_bytes();
        let mut same = start + name.len() < template.len() && template[start + name.len()] == b'}';
        let mut index = 0;
        while same && index < name.len() {
            same = template[start + index] == name[index];
            index += 1;
        }
        if same {
            return Some(slot);
        }
        slot += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_words_and_slots() {
        let words = |text: &str| Segment::Words(text.into());
        assert_eq!(segments("{a} and {b}."), [Segment::Slot("a"), words(" and "), Segment::Slot("b"), words(".")]);
        assert_eq!(segments("as in {{x > 0: x, 0}}"), [words("as in {x > 0: x, 0}")]);
        assert_eq!(segments("open {"), [words("open {")]);
        assert_eq!(segments(""), []);
    }

    #[test]
    fn templates_and_slots_must_fit() {
        assert!(fits(&["{count} row", "{count} rows"], &["count"]));
        assert!(fits(&["one row", "{count} rows"], &["count"]), "one may go without its count");
        assert!(!fits(&["{count} rows"], &["cuont"]), "a slot that is not there");
        assert!(!fits(&["rows"], &["count"]), "a slot that is forgotten");
        assert!(fits(&["{{x}} braces"], &[]));
    }
}
