//! Messages and ids of help where elements are written: `{ message }`, `title={message}`,
//! `data-help={Help::Undo}`.

use yew::AttrValue;
use yew::html::IntoPropValue;
use yew::prelude::*;

use crate::app::help::Help;
use crate::words::Message;

impl IntoPropValue<Html> for Message {
    fn into_prop_value(self) -> Html {
        self.text().into()
    }
}

impl IntoPropValue<AttrValue> for Message {
    fn into_prop_value(self) -> AttrValue {
        self.text().into()
    }
}

impl IntoPropValue<Option<AttrValue>> for Message {
    fn into_prop_value(self) -> Option<AttrValue> {
        Some(self.text().into())
    }
}

impl From<Message> for String {
    fn from(message: Message) -> String {
        message.text()
    }
}

impl IntoPropValue<Option<AttrValue>> for Help {
    fn into_prop_value(self) -> Option<AttrValue> {
        Some(AttrValue::Static(self.id()))
    }
}

/// The text of a message; empty if there is none.
pub(in crate::ui) fn text_of(message: Option<Message>) -> String {
    message.map(String::from).unwrap_or_default()
}

/// Stands in a message for the element that [`with_elements`] puts there.
pub(in crate::ui) const HERE: &str = "\u{e000}";

/// A message in which elements stand where its slots hold [`HERE`], in their order.
pub(in crate::ui) fn with_elements(message: Message, elements: impl IntoIterator<Item = Html>) -> Html {
    let text = message.text();
    let mut elements = elements.into_iter();
    let mut parts = Vec::new();
    for (place, words) in text.split(HERE).enumerate() {
        if place > 0 {
            parts.extend(elements.next());
        }
        parts.push(Html::from(words.to_owned()));
    }
    parts.into_iter().collect()
}
