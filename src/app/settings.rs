//! What a topic of the page adds to the document and to the link.

/// The settings of a topic: saved, shared and undone with the document. In the link they stand under the
/// topic's prefix, `plot.axis=x`.
pub trait Settings {
    /// Stands before the dot in the link.
    const PREFIX: &'static str;

    /// Hands its keys and values to `pair`; nothing of what is as usual.
    fn write(&self, pair: &mut dyn FnMut(&str, &str));

    /// Takes a key and its value; tells whether it was one of its own. A variable may be called as the
    /// topic is, so that the ends of its slider stand under the same prefix.
    fn read(&mut self, key: &str, value: &str) -> bool;
}
