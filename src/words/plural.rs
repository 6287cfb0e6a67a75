//! Plural forms: which of a language's forms goes with a count.
//!
//! A rule is written as in the [CLDR](https://www.unicode.org/reports/tr35/tr35-numbers.html#Language_Plural_Rules),
//! one condition a form, the last form being for all other counts: `n = 1` (English, German),
//! `n = 0..1` (French), `n % 10 = 1 & n % 100 != 11 | n % 10 = 2..4 & n % 100 != 12..14` (Russian).

/// Which form goes with which count.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Plural {
    forms: Vec<Vec<Condition>>,
}

/// `n % modulus` lies in a range, or does not.
#[derive(Clone, Debug, PartialEq)]
struct Condition {
    modulus: usize,
    within: (usize, usize),
    holds: bool,
}

impl Default for Plural {
    /// One, and all other counts.
    fn default() -> Plural {
        Plural { forms: vec![vec![Condition { modulus: usize::MAX, within: (1, 1), holds: true }]] }
    }
}

impl Plural {
    /// Reads a rule; none if it is no rule.
    pub fn read(rule: &str) -> Option<Plural> {
        let form = |form: &str| form.split('&').map(condition).collect::<Option<Vec<_>>>();
        Some(Plural { forms: rule.split('|').map(form).collect::<Option<_>>()? })
    }

    /// How many forms there are.
    pub fn len(&self) -> usize {
        self.forms.len() + 1
    }

    /// The place of the form for a count.
    pub fn form(&self, count: usize) -> usize {
        let holds = |condition: &Condition| {
            let (low, high) = condition.within;
            (low..=high).contains(&(count % condition.modulus)) == condition.holds
        };
        self.forms.iter().position(|form| form.iter().all(holds)).unwrap_or(self.forms.len())
    }
}

fn condition(text: &str) -> Option<Condition> {
    let (left, right) = text.split_once('=')?;
    let (left, holds) = match left.trim().strip_suffix('!') {
        Some(left) => (left.trim(), false),
        None => (left.trim(), true),
    };
    let modulus = match left.split_once('%') {
        Some((n, modulus)) if n.trim() == "n" => modulus.trim().parse().ok().filter(|&modulus| modulus > 0)?,
        None if left == "n" => usize::MAX,
        _ => return None,
    };
    let (low, high) = right.split_once("..").unwrap_or((right, right));
    Some(Condition { modulus, within: (low.trim().parse().ok()?, high.trim().parse().ok()?), holds })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(rule: &str, counts: &[usize]) -> Vec<usize> {
        let plural = Plural::read(rule).expect("it is a rule");
        counts.iter().map(|&count| plural.form(count)).collect()
    }

    #[test]
    fn rules_of_languages() {
        assert_eq!(forms("n = 1", &[0, 1, 2, 11]), [1, 0, 1, 1]);
        assert_eq!(forms("n = 0..1", &[0, 1, 2]), [0, 0, 1]);
        let russian = "n % 10 = 1 & n % 100 != 11 | n % 10 = 2..4 & n % 100 != 12..14";
        assert_eq!(forms(russian, &[1, 2, 5, 11, 12, 21, 22, 112]), [0, 1, 2, 2, 2, 0, 1, 2]);
        assert_eq!(Plural::default(), Plural::read("n = 1").unwrap());
    }

    #[test]
    fn what_is_no_rule_is_none() {
        for text in ["", "n", "m = 1", "n = x", "n % 0 = 1", "n % 10"] {
            assert_eq!(Plural::read(text), None, "{text}");
        }
    }
}
