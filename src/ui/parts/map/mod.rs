//! The map of two variables: lines of equal value, shading, the point and its gradient.

mod gestures;
mod lines;
mod view;
mod writer;

use std::rc::Rc;

use gloo_events::EventListener;
use web_sys::Element;
use yew::prelude::*;

use crate::app::help::{Help, name};
use crate::app::plot::Change;
use crate::app::{Model, Theme};
use crate::typeset::name_text;
use crate::ui::parts::plot::{switch, turned, zoom};
use crate::ui::shell::bind::use_binds;
use crate::ui::shell::dom::{place_in, window};
use crate::ui::shell::pace::Pace;
use crate::ui::shell::store::Store;
use crate::ui::shell::shared::Shared;
use crate::ui::shell::watch::Watch;
use crate::words;
use gestures::{Gestures, Measure};
use view::Texts;
use writer::Relief;

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct Props {
    pub store: Store,
    pub model: Shared<Model>,
    /// The variable to the right, then the one upward.
    pub axes: [usize; 2],
    pub theme: Theme,
}

/// The map. What is in it is drawn by [`Relief`].
#[component]
pub(in crate::ui) fn Map(props: &Props) -> Html {
    let store = &props.store;
    let bind = use_binds(store, Some(&props.model));
    // The map reads its colours from the style sheet when it is drawn, so that another theme draws it anew.
    let measure = (*use_memo((), |()| Rc::<Measure>::default())).clone();
    {
        let (store, measure) = (store.clone(), measure.clone());
        use_effect_with((), move |()| {
            let again = {
                let (store, measure) = (store.clone(), measure.clone());
                move || {
                    measure.is_old.set(true);
                    store.write(Pace::Event);
                    store.follow();
                }
            };
            let frame = measure.frame.cast::<Element>();
            let watch = frame.map(|frame| Watch::new([frame], again.clone()));
            // The device may switch to dark colours while the page is open.
            let media = window().match_media("(prefers-color-scheme: dark)").ok().flatten();
            let turn = media.map(|media| EventListener::new(&media, "change", move |_| again()));
            move || drop((watch, turn))
        });
    }
    let texts = Texts::new(&measure);
    let gestures = Gestures::new(store, &measure);
    let onwheel = {
        let gestures = gestures.clone();
        Callback::from(move |event: WheelEvent| {
            if let Some(factor) = turned(&gestures.store, &event) {
                gestures.zoom(factor, Some(place_in(&event, &gestures.measure.frame)));
            }
        })
    };
    let onkeydown = {
        let gestures = gestures.clone();
        Callback::from(move |event: KeyboardEvent| gestures.key(&event))
    };
    let variables = props.model.graph.variables();
    let [x, y] = props.axes.map(|axis| variables.get(axis).map_or("".into(), |variable| name_text(&variable.name)));
    let picture = texts.view(&[x, y], &gestures, onkeydown, onwheel);
    bind.add(Relief::new(props.model.0.clone(), measure.clone(), texts));
    html! {
        <div class="map" data-help={Help::Map} ref={measure.root.clone()}>
            { picture }
            <div class="plot-tools" role="group" aria-label={words::plot::map()}>
                { switch(&bind, store, Help::MapField, name(Help::MapField).into(), |plot| plot.field,
                    |plot| Change::Field(!plot.field)) }
                { zoom(store, &|factor| {
                    let gestures = gestures.clone();
                    Callback::from(move |_: MouseEvent| gestures.zoom(factor, None))
                }) }
            </div>
        </div>
    }
}
