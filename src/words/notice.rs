//! What a person should know about the page as a whole.

use super::messages::messages;

messages! {
    "notice":
    /// The address held something that cannot be read.
    damaged_link() = "The link is damaged and could not be read. Ask for it again, or start from here.";
    /// A link was copied that does not hold the data.
    link_without_data() = "Link copied, but without the rows of data: they are too many for a link. Whoever opens it has to \
        load them again.";
    /// A file or a pasted text is no table.
    no_table() = "This is no table of numbers, so nothing was loaded. A table has names of variables in its first line and \
        numbers in the others.";
    /// There is no link.
    too_large_for_link() = "This function is too long for a link, so nothing was copied. It stays in this tab; to pass it on, \
        copy its text.";
    /// The page has stopped because of a mistake in its program.
    stopped() = "Chainrule has stopped because of a mistake in its program. Nothing that you typed is lost:";
    /// A label: the text that was being typed when the page stopped.
    your_text() = "Your text";
    /// A button: load the page again, with the text.
    reload() = "Reload";
    /// A button: load the page again, with the function that a new visit shows.
    start_afresh() = "Start afresh";
}
