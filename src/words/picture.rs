//! The picture of the graph, and the bar for stepping below it.

use super::Message;
use super::messages::messages;

messages! {
    "picture":
    /// The picture.
    title() = "Computation graph";
    /// The picture, to a screen reader.
    tree() = "Computation graph, the output first";
    /// A large graph that is too small to be read.
    sketch() = "Zoom in to read the nodes";
    /// A group of buttons.
    tools() = "Picture";
    /// A group of buttons: tree or graph.
    drawn_as() = "Drawn as";
    /// A group of buttons: backward or forward.
    carried() = "Derivatives are carried";
    /// The list of the variable of forward mode.
    from(variable: String) = "from {variable}";
    /// A group of buttons.
    zoom() = "Zoom";
    /// A button: shows the whole graph.
    fit() = "Fit";
    /// A group of buttons: start, back, play, next, end.
    steps() = "Steps";
    /// The counter, before the first step.
    start() = "Start";
    /// The counter, in the forward pass.
    forward() = "Forward";
    /// The counter, in the backward pass.
    backward() = "Backward";
    /// The button for the speed: its name, and the speed of the moment.
    speed(name: Message, speed: String) = "{name} {speed}";
    /// A symbol in a formula that leads to its node.
    explain(symbol: String) = "{symbol}, explain it";
    /// The column at the right.
    column() = "Explanation";
    /// Above a line of the derivation.
    carried_up() = "Carried up in forward mode:";
}
