//! The moves along the story of both passes.

use super::{State, Walk};

/// Moves along the story. Whoever moves by hand stops the clock.
pub(super) fn walk(state: &mut State, walk: Walk) {
    let (last, stride) = (state.stepping().steps(), state.stepping().stride());
    let session = &mut state.session;
    let moment = session.moment;
    session.moment = match walk {
        Walk::Forward => Some(moment.map_or(1, |moment| (moment + 1).min(last))),
        Walk::Back => Some(moment.unwrap_or(last).saturating_sub(1)),
        Walk::Start => Some(0),
        Walk::End => None,
        Walk::To(moment) => Some(moment.min(last)),
        Walk::Beat => moment.map(|moment| (moment + stride).min(last)),
    };
    session.player.playing &= walk == Walk::Beat && session.moment.is_some_and(|moment| moment < last);
}

/// Starts or stops the clock. At the end it starts over.
pub(super) fn play(state: &mut State, playing: bool) {
    state.session.player.playing = playing;
    if playing && state.stepping().is_complete() {
        state.session.moment = Some(0);
    }
}
