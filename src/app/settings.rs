//! What a topic of the page adds to the document and to the link.

/// The settings of a topic: saved, shared and undone with the document. In the link they stand under the
/// topic's prefix, `plot.axis=x`.
pub trait Settings {
    /// What stands before the dot in the link.
    const PREFIX: &'static str;

    /// Hands every key and value that is not the default to `pair`.
    fn write(&self, pair: &mut dyn FnMut(&str, &str));

    /// Takes a key and its value, and tells whether the key is one of its own: a variable may have the
    /// name of the topic, and then the ends of its slider stand under the same prefix.
    fn read(&mut self, key: &str, value: &str) -> bool;
}
