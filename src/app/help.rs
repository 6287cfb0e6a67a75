//! What everything on the screen is: one table that gives buttons their names and keys, and answers
//! "what is this?".
//!
//! An element of the page names its row with `data-help`; what stands inside of it and names none
//! has the row of what is around it. A new thing on the screen is a row here and that attribute.
//!
//! ```
//! use chainrule::app::help::{self, Help};
//! assert_eq!(help::name(Help::Undo).text(), "Undo");
//! assert_eq!(help::title(Help::Undo).text(), "Undo (Ctrl+Z)");
//! ```

use std::collections::BTreeSet;

use crate::words::{Message, Text, page};

/// A row of the table.
#[derive(Debug)]
struct Thing {
    /// What elements call it in `data-help`.
    id: &'static str,
    /// Its name: label and tooltip of a button.
    name: &'static str,
    /// What it is, in a sentence or two.
    says: &'static str,
    /// Keys, and what each does in the list of keys, where it is not said already; the first stands
    /// in the tooltip.
    keys: &'static [(&'static str, Option<&'static str>)],
}

/// What a key does.
macro_rules! does {
    () => {
        None
    };
    ($does:literal) => {
        Some($does)
    };
}

macro_rules! things {
    ($($Help:ident $id:literal: $name:literal, $says:literal $(, [$($key:literal $(=> $does:literal)?),+])?;)*) => {
        /// A thing on the screen.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Help {
            $(#[doc = $says] $Help,)*
        }

        static THINGS: &[Thing] = &[$(
            Thing { id: $id, name: $name, says: $says, keys: &[$($(($key, does!($($does)?))),+)?] },
        )*];

        impl Help {
            /// Everything on the screen, from top left to bottom right.
            pub const ALL: &[Help] = &[$(Help::$Help),*];
        }
    };
}

impl Help {
    /// What elements call it in `data-help`.
    pub fn id(self) -> &'static str {
        self.row().id
    }

    fn row(self) -> &'static Thing {
        &THINGS[self as usize]
    }
}

const TABLE: &str = "help";
const KEY: &str = "key";

/// The cells that say what the keys of a row do.
const DOES: [&str; 3] = ["key.1", "key.2", "key.3"];

/// The thing that has this name in `data-help`.
pub fn find(id: &str) -> Option<Help> {
    Help::ALL.iter().copied().find(|help| help.id() == id)
}

/// The name of a thing.
pub fn name(help: Help) -> Message {
    Message::of_table(TABLE, help.id(), "name", help.row().name)
}

/// What a thing is, in a sentence or two.
pub fn says(help: Help) -> Message {
    Message::of_table(TABLE, help.id(), "says", help.row().says)
}

/// The keys of a thing, and what each does where that is not said already.
pub fn keys(help: Help) -> impl Iterator<Item = (Message, Option<Message>)> {
    let does = move |cell, does: Option<&'static str>| Some(Message::of_table(TABLE, help.id(), cell, does?));
    help.row().keys.iter().zip(DOES).map(move |(key, cell)| (Message::of_text(KEY, key.0), does(cell, key.1)))
}

/// The tooltip of a thing: its name, and the key that does the same.
pub fn title(help: Help) -> Message {
    titled(name(help), help)
}

/// The tooltip of a thing that has another name at the moment, as "Pause" for "Play".
pub fn titled(name: Message, help: Help) -> Message {
    match keys(help).next() {
        Some((key, _)) => page::with_key(name, key),
        None => name,
    }
}

/// Every sentence of the table. Keys that stand in several rows are given once.
pub(super) fn sentences() -> impl Iterator<Item = Text> {
    let keys: BTreeSet<&str> = THINGS.iter().flat_map(|thing| thing.keys).map(|key| key.0).collect();
    let rows = THINGS.iter().flat_map(|thing| {
        let does = thing.keys.iter().zip(DOES).filter_map(|(key, cell)| Some((cell, key.1?)));
        let cells = [("name", thing.name), ("says", thing.says)].into_iter().chain(does);
        cells.map(|(cell, text)| Text::of_table(TABLE, thing.id, cell, text))
    });
    rows.chain(keys.into_iter().map(|key| Text::of_text(KEY, key)))
}

things! {
    Page "page": "Chainrule", "Type a function and see how it is computed, step by step: values flow forward, gradients flow back by the chain rule.";
    Afresh "afresh": "Chainrule: start afresh", "Opens the page as it was at first, with its first function; Undo brings back what was there.";
    Examples "examples": "Examples", "Functions to start from; choosing one replaces what you typed, and Undo brings that back.";
    Undo "undo": "Undo", "Takes back your last change: of the function, a slider, the data or a setting.",
        ["Ctrl+Z" => "undo"];
    Redo "redo": "Redo", "Does again what Undo took back.",
        ["Ctrl+Shift+Z" => "redo", "Ctrl+Y"];
    Share "share": "Copy a link to this function and these values", "Copies a link that opens this page just as you see it now: function, sliders, data and settings. Nothing is sent anywhere.";
    Language "language": "Language", "The language of this page; functions, names and links are the same in all of them.";
    Theme "theme": "Colours", "Light, dark, or as your device has it.";
    Help "help": "What is this?", "Switch it on, then point at anything, or move to it with Tab, to read what it is. On a touch screen a long press does the same at any time.",
        ["?" => "list the keys, and say what is under the pointer", "Esc" => "leave help, close an explanation, end stepping"];
    Expression "expression": "Function", "Type a function here, such as (4*x+1)^2. Several statements are separated by ; or stand on lines of their own, and the last one is the output. Every name you have not defined becomes a slider.",
        ["Ctrl+Space" => "names that fit at the caret, in the function"];
    Completion "completion": "Names that fit", "Functions, constants and names of your own that begin as you typed. Arrow down goes into the list, Enter or Tab writes what you went to, Escape closes it.";
    Palette "palette": "Insert", "Every function, constant and way to write, with an example; what you choose comes to where the caret stands, in place of what is selected.",
        ["/" => "search everything you can write"];
    Keys "keys": "Keys for formulas", "Signs that the keyboard of a phone hides, and the variables of your function.";
    Offer "offer": "Suggestion", "One click puts this correction into the function.";
    Echo "echo": "As it was read", "Your function as mathematics: check here that it was read as you meant it. Point at a part to see its node.";
    Slider "slider": "Slider", "Moves a variable; everything on the page follows at once. With Shift it moves a tenth as far.",
        ["← →" => "move the slider that has the focus", "Shift+← →" => "move it in fine steps"];
    PlaySlider "play-slider": "Play a slider", "Lets the slider move by itself, from end to end of its track, or stops it; several may play at once.",
        ["Space" => "on a slider: let it play, or stop it"];
    Playing "playing": "Playing", "How the sliders play: how fast, in which steps, and what they do at the end of the track.";
    Randomise "randomise": "Randomise", "Sends all sliders to random values between their ends, where the function has a value if there is such a point. The same link gives the same values.";
    StartValues "start-values": "Reset", "Sends all sliders back to where they started: as the link, the example or this page put them.";
    Number "number": "Value", "The variable's value; type any number here, or an expression such as pi/2.",
        ["↑ ↓" => "in a box with a value: larger, smaller; with Shift in finer steps"];
    Ends "ends": "End of the slider", "The slider's smallest or largest value; type another to change its range.";
    Result "result": "Output", "The value of the function at these values of the variables: the end of the forward pass.";
    Partial "partial": "Partial derivative", "How fast the output changes when this variable alone moves a little: the end of the backward pass. Where it is 3, the output changes three times as much as the variable.";
    Trust "trust": "Checked", "Each gradient of the backward pass is compared with forward mode, with the formula, and with a measured slope: f just left and right of this point, their difference divided by the distance.";
    Derivative "derivative": "Derivative as a formula", "The derivative for all values at once, found with the rules of calculus; at the present values it gives the gradient above.";
    Second "second": "Second derivatives", "How fast each derivative itself changes: how much the function bends, and, for two different variables, how each one's slope depends on the other. Found by differentiating the formula once more.";
    Steps "steps": "Every step, by name", "The computation as a table, the output first: each node's formula, its value, and its gradient, which is how fast the output changes when that node changes. Choose a line to see why.";
    Tree "tree": "Computation graph", "The function taken apart into single steps: variables and numbers at the bottom, the output at the top. Drag to move it, turn the wheel to zoom, choose a node or an edge to see why it has its number.";
    Node "node": "Node", "One step of the computation: left, in blue, its value; right, after ∂, its gradient: how fast the output changes when this node changes.",
        ["↑ ↓ ← →" => "walk from node to node in the graph", "Enter" => "explain the node that has the focus", "Home, End" => "first and last node of the graph"];
    Edge "edge": "Edge", "One use of a node by another. Its label is the local derivative, the factor by which the gradient is multiplied on its way down; the broader the line, the more gradient flows.";
    FormTree "form-tree": "Tree", "Draws every use of a name as a leaf of its own: the function as it is written.";
    FormGraph "form-graph": "Graph", "Draws every variable as one node, however often it is used: the function as it is computed.";
    Merge "merge": "Share repeated parts", "Draws parts that stand in the function several times as one node, so that they are computed only once.";
    Backward "backward": "Backward", "Derivatives are carried down, from the output to every node: each node shows ∂, the output's derivative with respect to it. One sweep gives the derivatives with respect to all variables.";
    Forward "forward": "Forward", "Derivatives are carried up, from one variable to every node: each node shows ↑∂, its own derivative with respect to that variable. One sweep serves one variable.";
    From "from": "From which variable", "The variable with respect to which forward mode takes all derivatives: its sweep starts there with 1, and at every other variable with 0.";
    ZoomOut "zoom-out": "Zoom out", "Makes the picture smaller.",
        ["−" => "zoom out, in the graph"];
    Fit "fit": "Fit: show the whole graph", "Brings the whole graph into view.",
        ["0" => "show the whole graph, in the graph"];
    ZoomIn "zoom-in": "Zoom in", "Makes the picture larger.",
        ["+" => "zoom in, in the graph"];
    Ways "ways": "Paths to the output", "Along these paths a change of the node you point at reaches the output. The local derivatives along each path multiply; the products of all paths add up to the gradient.";
    Transport "transport": "Stepping", "Goes through both passes one step at a time: forward from the variables to the output, then backward with the gradients.";
    Cost "cost": "What the two modes cost", "Each sweep multiplies once by the local derivative of every edge it goes along; counted for this very function.";
    Start "start": "To the start", "Goes to where only the variables and the numbers are known.";
    Back "back": "Step back", "Goes one step back.",
        ["," => "one step back"];
    Play "play": "Play", "Plays the steps one after the other, or pauses.",
        ["Space" => "play or pause the steps"];
    Next "next": "Step forward", "Does the next step.",
        ["." => "one step forward"];
    End "end": "Show everything", "Ends stepping: every value and every gradient is shown again.",
        ["Esc"];
    Timeline "timeline": "Step", "All steps on one line, the forward pass in blue and the backward pass in orange; drag to go to any moment.";
    Speed "speed": "Speed", "How fast the steps are played.";
    Plot "plot": "Plot", "The function as a picture, at the present values of the variables that are on no axis. Point anywhere to read off, drag the ground to move it, turn the wheel with Ctrl to zoom.",
        ["+ −" => "zoom, in the plot", "0" => "back to the slider's range, in the plot"];
    PlotAxis "plot-axis": "Variable on the axis", "Chooses over which variable the curve is drawn; the others stay where their sliders are.";
    PlotSecond "plot-second": "Second variable", "Choose a second variable to see the function from above, as a map.";
    Map "map": "Map", "The function seen from above: along a line it has one value, and darker means more on a light page, lighter means more on a dark one. Drag the point, or press anywhere to send it there; drag the ground to move the map, turn the wheel with Ctrl to zoom.";
    MapPoint "map-point": "Point and gradient", "The present values. The arrow is the gradient: it points where the function grows fastest, in the units of both axes; longer means steeper, by the logarithm. Where the axes have different scales it does not cross the lines at right angles.",
        ["← → ↑ ↓" => "move the point of a map, with Shift in larger steps"];
    MapLegend "map-legend": "Scale", "Which colour stands for which values; the numbers are those of the lines.";
    MapField "map-field": "Gradient everywhere", "Draws the gradient as small arrows all over the map.";
    PlotLarge "plot-large": "Enlarge", "Gives the plot half of the page, or takes it back.";
    PlotPoint "plot-point": "Point on the curve", "Where the slider stands. Drag it along the curve; the dashed line is the tangent, and its slope is the partial derivative.",
        ["← →" => "on the point: move it along the curve, with Shift in larger steps"];
    PlotSlope "plot-slope": "Slope f′", "Draws the slope of the curve below it, over the same axis: the derivative f′, as a function.";
    PlotBend "plot-bend": "Second derivative f″", "Draws how fast the slope changes: the second derivative f″. Where it is above zero, the curve bends upward.";
    PlotLens "plot-lens": "Lens", "Shows the surroundings of the point 100 times larger. Seen so closely, every smooth curve lies on its tangent; a corner stays a corner.";
    PlotListen "plot-listen": "Listen", "Plays the curve once from left to right: the higher the curve, the higher the tone, and silence where it has no value. Escape stops it.";
    PlotOut "plot-out": "Show more", "Shows a larger part of the plane.";
    PlotHome "plot-home": "Whole range", "Shows everything from end to end of the sliders.";
    PlotIn "plot-in": "Show less", "Shows a smaller part of the plane, enlarged; it is computed anew.";
    Why "why": "Why?", "Where a gradient comes from, line by line, with the numbers of this moment. Choose any node, edge or underlined name to see why it has its own.";
    CopyAll "copy-all": "Copy the derivation as TeX", "Copies all lines for a paper or a lecture.";
    CopyLine "copy-line": "Copy this line as TeX", "Copies this line for a paper or a lecture.";
    Data "data": "Rows of data", "Rows of numbers that stand in for variables: the function is computed for each row, and what counts is its mean over all of them. The first line has the variables' names.";
    Mean "mean": "Mean over the rows", "The average of the output over all rows: what a descent makes small. Its gradient is the average of the rows' gradients.";
    Scatter "scatter": "Rows and curve", "Every row as a dot, and as a line what the function predicts at the present sliders: the better the fit, the closer the line comes to the dots.";
    Row "row": "Row in the tree", "The tree computes one row at a time: choose which. Moving a slider of the data leaves the row.";
    Batch "batch": "Batch", "How many rows a descent looks at in one step: all of them give the true gradient, fewer a rough one that costs less. The rows are shuffled; the same seed gives the same order.";
    Notice "notice": "Notice", "Something about the page as a whole; it goes when you close it or change anything.";
    CloseNotice "close-notice": "Close this notice", "Puts the notice away.";
    Close "close": "Close this explanation", "Goes back to the explanation of the first variable.",
        ["Esc"];
    Descent "descent": "Descend", "Moves the variables against the gradient, step by step, so that the output falls; the sliders, the graph and the plot go along.";
    DescendStep "descend-step": "Step", "Takes one step of the method from where the sliders stand.";
    DescendRun "descend-run": "Run", "Takes one step after the other until there is something to say about it.";
    DescendBack "descend-back": "Back", "Takes the last step back, exactly.";
    DescendReset "descend-reset": "Reset to start", "Goes back to where this descent began.";
    DescendPace "descend-pace": "Speed of a run", "Slow: two steps a second. Normal: twenty. Fast: as many as there is time for.";
    Standing "standing": "Where it stands", "How many steps are done, and the value there.";
    Update "update": "The update in numbers", "The method's rule with the numbers of this step, for the first variables.";
    Watch "watch": "Show how this step is computed", "Plays both passes at this point, forward and backward, and then takes the step.";
    Loss "loss": "Value over the steps", "How the value changed from step to step. On a logarithmic scale a steady approach to 0 is a straight line.";
    DescendBy "descend-by": "Method", "How the step follows from the gradient: the optimizers that networks are trained with, and Newton's method for contrast.";
    Rate "rate": "Learning rate", "The factor η of every step. Too small, and it takes for ever; too large, and it overshoots.";
    Rule "rule": "The rule", "What one step does to a variable whose gradient is g: the arrow gives a name its new value.";
    DescendGoal "descend-goal": "Goal", "Down to a valley, or up to a top.";
    Over "over": "Variables that move", "The others stay where their sliders are.";
    DescendAgainst "descend-against": "Compare with", "A second method or rate from the same start, in the chart and in the plot; the sliders follow the first.";
}
