//! The macro that a list of messages is written with.

/// Writes functions that make messages.
///
/// Each line is a doc, a name with typed slots, and a template; two templates with `|` between them
/// are for a count of one and for every other count, which the first slot of type `usize` holds. In a
/// template `{name}` is a slot, and `{{` a brace.
///
/// ```ignore
/// messages! {
///     "page":
///     /// How many rows of data there are.
///     rows(count: usize) = "{count} row" | "{count} rows";
/// }
/// ```
macro_rules! messages {
    ($subject:literal:
     $($(#[$doc:meta])* $name:ident($($slot:ident: $kind:ty),* $(,)?) = $($template:literal)|+;)*) => {
        $(
            $(#[$doc])*
            pub fn $name($($slot: $kind),*) -> $crate::words::Message {
                const { $crate::words::Entry::check(&[$($template),+], &[$(stringify!($slot)),*]) };
                let entry = messages!(@entry $subject $name ($($slot)*) $($template)+);
                $crate::words::Message::new(entry, vec![$($crate::words::Slot::from($slot)),*])
            }
        )*

        /// Every message of this file.
        pub const ALL: &[$crate::words::Entry] = &[$(messages!(@entry $subject $name ($($slot)*) $($template)+)),*];
    };
    (@entry $subject:literal $name:ident ($($slot:ident)*) $($template:literal)+) => {
        $crate::words::Entry::new(concat!(
            $subject, ".", stringify!($name), "\n" $(, stringify!($slot), " ")* $(, "\n", $template)+
        ))
    };
}
pub(super) use messages;
