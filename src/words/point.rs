//! Buttons and choices of the sliders: at random, back to the start, and playing.

use super::Message;
use super::messages::messages;

messages! {
    "point":
    /// A group of buttons: values at random, and back to the start.
    values() = "All values";
    /// The button that plays a slider.
    play(variable: String) = "Play {variable}";
    /// The same button, while the slider plays.
    pause(variable: String) = "Pause {variable}";
    /// A list of choices: what a slider does that plays and comes to an end of its track.
    at_end() = "At the end";
    /// A choice there.
    stop() = "stop";
    /// A choice there.
    again() = "start over";
    /// A choice there.
    bounce() = "turn round";
    /// A list of choices: how far apart the values of a slider are that plays.
    steps() = "Steps";
    /// A choice there.
    fine() = "fine";
    /// A choice there.
    medium() = "medium";
    /// A choice there.
    coarse() = "coarse";
    /// A screen reader, after the sliders went to random values; `values` is a list such as "x = 0.3, y = 2".
    randomised(values: Message) = "At random: {values}";
    /// A screen reader, after the sliders went back to where they started.
    back_at_start(values: Message) = "Back at the start: {values}";
}
