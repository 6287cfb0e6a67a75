//! What differs between two readings of the page.

use std::collections::{BTreeMap, BTreeSet};

/// A reading of the page: places, and what is there, in the order of the document.
pub type Lines = Vec<[String; 2]>;

/// Two places that differ by less than this, in pixels, count as equal.
const LEAST_SEEN: f64 = 0.25;

/// Everything that differs, a line each: what is shown, and what a fresh page shows.
pub fn differences(shown: &Lines, fresh: &Lines) -> Vec<String> {
    let (here, there) = (by_place(shown), by_place(fresh));
    let places: BTreeSet<_> = here.keys().chain(there.keys()).copied().collect();
    let mut found: Vec<String> = places
        .into_iter()
        .filter_map(|place| {
            let [here, there] = [here.get(place), there.get(place)].map(|values| values.map_or(&[][..], Vec::as_slice));
            (!all_same(here, there))
                .then(|| format!("{place}: {} — fresh: {}", listed(here, there), listed(there, here)))
        })
        .collect();
    if found.is_empty()
        && let Some((here, there)) = shown.iter().zip(fresh).find(|(here, there)| here[0] != there[0])
    {
        found.push(format!("order: {here:?} — fresh: {there:?}"));
    }
    found
}

fn by_place(lines: &Lines) -> BTreeMap<&str, Vec<&str>> {
    let mut places = BTreeMap::<_, Vec<_>>::new();
    for [place, value] in lines {
        places.entry(&place[..]).or_default().push(&value[..]);
    }
    places
}

fn all_same(values: &[&str], others: &[&str]) -> bool {
    values.len() == others.len() && values.iter().zip(others).all(|(value, other)| same(value, other))
}

/// Whether two values are equal: exactly, or within [`LEAST_SEEN`] for places in a picture.
fn same(value: &str, other: &str) -> bool {
    value == other || places(value).zip(places(other)).is_some_and(|(a, b)| near(&a, &b))
}

/// What is marked as a list of places.
fn places(value: &str) -> Option<Vec<f64>> {
    value.strip_prefix("≈ ")?.split(' ').map(|place| place.parse().ok()).collect()
}

fn near(places: &[f64], others: &[f64]) -> bool {
    places.len() == others.len() && places.iter().zip(others).all(|(place, other)| (place - other).abs() < LEAST_SEEN)
}

/// Of values at one place those that are not the same in both.
fn listed(values: &[&str], others: &[&str]) -> String {
    let different =
        values.iter().enumerate().filter(|&(index, value)| others.get(index).is_none_or(|other| !same(value, other)));
    let texts: Vec<String> = different.map(|(_, value)| format!("{value:?}")).collect();
    if texts.is_empty() { "nothing".to_owned() } else { texts.join(", ") }
}

/// The places of differences without their numbers, which tell one node from another.
pub fn kinds(differences: &[String]) -> BTreeSet<String> {
    let place = |line: &String| line.split(": ").next().unwrap_or_default().to_owned();
    differences.iter().map(|line| place(line).replace(|char: char| char.is_ascii_digit(), "")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(pairs: &[(&str, &str)]) -> Lines {
        pairs.iter().map(|&(place, value)| [place.to_owned(), value.to_owned()]).collect()
    }

    #[test]
    fn equal_readings_do_not_differ() {
        let reading = lines(&[("a", "1"), ("b", "2"), ("a", "3")]);
        assert_eq!(differences(&reading, &reading), [""; 0]);
    }

    #[test]
    fn what_is_missing_more_or_other_differs() {
        let shown = lines(&[("node 1", "x"), ("b", "2"), ("b", "3")]);
        let fresh = lines(&[("node 1", "y"), ("b", "2"), ("c", "4")]);
        let expected = ["b: \"3\" — fresh: nothing", "c: nothing — fresh: \"4\"", "node 1: \"x\" — fresh: \"y\""];
        let found = differences(&shown, &fresh);
        assert_eq!(found, expected);
        assert_eq!(kinds(&found), ["b", "c", "node "].map(str::to_owned).into());
    }

    #[test]
    fn places_in_a_picture_may_differ_by_what_nobody_sees() {
        assert!(same("≈ 1.00 2.50", "≈ 1.10 2.40"));
        assert!(!same("≈ 1.00 2.50", "≈ 1.50 2.50") && !same("≈ 1.00", "≈ 1.00 2.00"));
        assert!(!same("1.00", "1.10"), "only what is marked as a place");
    }

    #[test]
    fn another_order_differs() {
        let found = differences(&lines(&[("a", "1"), ("b", "2")]), &lines(&[("b", "2"), ("a", "1")]));
        assert_eq!(found, ["order: [\"a\", \"1\"] — fresh: [\"b\", \"2\"]"]);
    }
}
