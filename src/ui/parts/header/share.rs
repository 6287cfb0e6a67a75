//! Copies the address, which holds everything.

use yew::prelude::*;

use crate::app::{Action, Notice, State};
use crate::app::help::{Help, title};
use crate::ui::shell::pace::TimerSlot;
use crate::ui::shell::store::Store;
use crate::ui::shell::world::World;
use crate::words::{Message, header};

/// How long the button says "Link copied", in milliseconds.
const THANKS_MS: u32 = 2_000;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub store: Store,
}

#[component]
pub(super) fn Share(props: &Props) -> Html {
    let outcome = use_state(|| None::<bool>);
    let later = (*use_memo((), |()| TimerSlot::default())).clone();
    let onclick = {
        let (store, outcome) = (props.store.clone(), outcome.setter());
        Callback::from(move |_: MouseEvent| {
            let (told, outcome, later) = (store.clone(), outcome.clone(), later.clone());
            let link = store.read(State::link);
            if !World::fits_address(&link) {
                return store.dispatch(Action::Tell(Some(Notice::TooLargeForLink)));
            }
            World::copy_link(&link, move |copied| {
                told.world().announce(&share_text(Some(copied)).text());
                outcome.set(Some(copied));
                if copied && told.read(|state| !state.document.data.fits_link()) {
                    told.dispatch(Action::Tell(Some(Notice::LinkWithoutData)));
                }
                later.after(THANKS_MS, move || outcome.set(None));
            });
        })
    };
    html! {
        <button type="button" class="text" {onclick} data-help={Help::Share} title={title(Help::Share)}>
            { share_text(*outcome) }
        </button>
    }
}

fn share_text(outcome: Option<bool>) -> Message {
    match outcome {
        None => header::share(),
        Some(true) => header::copied(),
        Some(false) => header::not_copied(),
    }
}
