//! Numbers with all their digits, as links, tables and attributes hold them.

/// The shortest text that reads back as the same double, as attributes and the trace protocol
/// have it.
///
/// ```
/// use chainrule::syntax::exact;
/// assert_eq!(exact(0.1 + 0.2), "0.30000000000000004");
/// assert_eq!(exact(-25.0), "-25");
/// assert_eq!(exact(1e300), "1e300");
/// assert_eq!(exact(f64::NEG_INFINITY), "-Infinity");
/// ```
pub fn exact(value: f64) -> String {
    if value.is_infinite() {
        return if value > 0.0 { "Infinity" } else { "-Infinity" }.into();
    }
    let mut text = format!("{value:?}");
    if text.ends_with(".0") {
        text.truncate(text.len() - 2);
    }
    text
}
