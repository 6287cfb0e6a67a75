//! What everything on the screen is: one table that gives buttons their names and keys, and answers
//! "what is this?".
//!
//! An element of the page names its row with `data-help`; what stands inside of it and names none
//! has the row of what is around it. A new thing on the screen is a row here and that attribute.
//!
//! ```
//! use chainrule::app::help;
//! assert_eq!(help::name("undo"), "Undo");
//! assert_eq!(help::title("undo"), "Undo (Ctrl+Z)");
//! ```

/// One thing on the screen.
#[derive(Debug)]
pub struct Thing {
    /// What elements call it in `data-help`.
    pub id: &'static str,
    /// Its name: label and tooltip of a button.
    pub name: &'static str,
    /// Keys, and what each does in the list of keys, where it is not said already; the first stands
    /// in the tooltip.
    pub keys: &'static [(&'static str, &'static str)],
    /// What it is, in a sentence or two.
    pub says: &'static str,
}

const fn thing(id: &'static str, name: &'static str, says: &'static str) -> Thing {
    Thing { id, name, keys: &[], says }
}

impl Thing {
    const fn keys(self, keys: &'static [(&'static str, &'static str)]) -> Thing {
        Thing { keys, ..self }
    }
}

/// The row with this id.
pub fn find(id: &str) -> Option<&'static Thing> {
    THINGS.iter().find(|thing| thing.id == id)
}

/// The name of a thing.
pub fn name(id: &str) -> &'static str {
    find(id).map_or("", |thing| thing.name)
}

/// The tooltip of a thing: its name, and the key that does the same.
pub fn title(id: &str) -> String {
    titled(name(id), id)
}

/// The tooltip of a thing that has another name at the moment, as "Pause" for "Play".
pub fn titled(name: &str, id: &str) -> String {
    match find(id).and_then(|thing| thing.keys.first()) {
        Some((key, _)) => format!("{name} ({key})"),
        None => name.to_owned(),
    }
}

/// Everything on the screen, from top left to bottom right.
pub const THINGS: &[Thing] = &[
    thing("page", "Chainrule", "Type a function and see how it is computed, step by step: values flow forward, gradients flow back by the chain rule."),
    thing("examples", "Examples", "Functions to start from; choosing one replaces what you typed, and Undo brings that back."),
    thing("undo", "Undo", "Takes back your last change: of the function, a slider, the data or a setting.").keys(&[("Ctrl+Z", "undo")]),
    thing("redo", "Redo", "Does again what Undo took back.").keys(&[("Ctrl+Shift+Z", "redo"), ("Ctrl+Y", "")]),
    thing("share", "Copy a link to this function and these values", "Copies a link that opens this page just as you see it now: function, sliders, data and settings. Nothing is sent anywhere."),
    thing("language", "Language", "The language of this page; functions, names and links are the same in all of them."),
    thing("theme", "Colours", "Light, dark, or as your device has it."),
    thing("help", "What is this?", "Switch it on, then point at anything, or move to it with Tab, to read what it is. On a touch screen a long press does the same at any time.")
        .keys(&[("?", "list the keys, and say what is under the pointer"), ("Esc", "leave help, close an explanation, end stepping")]),
    thing("expression", "Function", "Type a function here, such as (4*x+1)^2. Several statements are separated by ; or stand on lines of their own, and the last one is the output. Every name you have not defined becomes a slider."),
    thing("offer", "Suggestion", "One click puts this correction into the function."),
    thing("echo", "As it was read", "Your function as mathematics: check here that it was read as you meant it. Point at a part to see its node."),
    thing("slider", "Slider", "Moves a variable; everything on the page follows at once.").keys(&[("← →", "move the slider that has the focus")]),
    thing("number", "Value", "The variable's value; type any number here, or an expression such as pi/2.")
        .keys(&[("↑ ↓", "in a box with a value: larger, smaller; with Shift in finer steps")]),
    thing("ends", "End of the slider", "The slider's smallest or largest value; type another to change its range."),
    thing("result", "Output", "The value of the function at these values of the variables: the end of the forward pass."),
    thing("partial", "Partial derivative", "How fast the output changes when this variable alone moves a little: the end of the backward pass. At 3, a small step adds three times as much to the output."),
    thing("trust", "Checked", "Each gradient of the backward pass is compared with forward mode, with the formula, and with a measured slope: f just left and right of this point, their difference divided by the distance."),
    thing("derivative", "Derivative as a formula", "The derivative for all values at once, found with the rules of calculus; at the present values it gives the gradient above."),
    thing("second", "Second derivatives", "How fast each derivative itself changes: how much the function bends, and, for two different variables, how each one's slope depends on the other. Found by differentiating the formula once more."),
    thing("steps", "Every step, by name", "The computation as a table, the output first: each node's formula, its value, and its gradient, which is how fast the output changes when that node changes. Choose a line to see why."),
    thing("tree", "Computation graph", "The function taken apart into single steps: variables and numbers at the bottom, the output at the top. Drag to move it, turn the wheel to zoom, choose a node or an edge to see why it has its number."),
    thing("node", "Node", "One step of the computation: left, in blue, its value; right, after ∂, its gradient: how fast the output changes when this node changes.")
        .keys(&[("↑ ↓ ← →", "walk from node to node in the graph"), ("Enter", "explain the node that has the focus"), ("Home, End", "first and last node of the graph")]),
    thing("edge", "Edge", "One use of a node by another. Its label is the local derivative, the factor by which the gradient is multiplied on its way down; the broader the line, the more gradient flows."),
    thing("form-tree", "Tree", "Draws every use of a name as a leaf of its own: the function as it is written."),
    thing("form-graph", "Graph", "Draws every variable as one node, however often it is used: the function as it is computed."),
    thing("merge", "Merge equal", "Draws equal terms as one node, so that they are computed only once."),
    thing("backward", "Backward", "Derivatives are carried down, from the output to every node: each node shows ∂, the output's derivative toward it. One sweep gives the derivatives toward all variables."),
    thing("forward", "Forward", "Derivatives are carried up, from one variable to every node: each node shows ↑∂, its own derivative toward that variable. One sweep serves one variable."),
    thing("from", "From which variable", "The variable toward which forward mode takes all derivatives: its sweep starts there with 1, and at every other variable with 0."),
    thing("zoom-out", "Zoom out", "Makes the picture smaller.").keys(&[("−", "zoom out, in the graph")]),
    thing("fit", "Fit: show the whole graph", "Brings the whole graph into view.").keys(&[("0", "show the whole graph, in the graph")]),
    thing("zoom-in", "Zoom in", "Makes the picture larger.").keys(&[("+", "zoom in, in the graph")]),
    thing("ways", "Paths to the output", "Along these paths a change of the node you point at reaches the output. The local derivatives along each path multiply; the products of all paths add up to the gradient."),
    thing("transport", "Stepping", "Goes through both passes one step at a time: forward from the variables to the output, then backward with the gradients."),
    thing("cost", "What the two modes cost", "Each sweep multiplies once by the local derivative of every edge it goes along; counted for this very function."),
    thing("start", "To the start", "Goes to where only the variables and the numbers are known."),
    thing("back", "Step back", "Goes one step back.").keys(&[(",", "one step back")]),
    thing("play", "Play", "Plays the steps one after the other, or pauses.").keys(&[("Space", "play or pause the steps")]),
    thing("next", "Step forward", "Does the next step.").keys(&[(".", "one step forward")]),
    thing("end", "Show everything", "Ends stepping: every value and every gradient is shown again.").keys(&[("Esc", "")]),
    thing("timeline", "Step", "All steps on one line, the forward pass in blue and the backward pass in orange; drag to go to any moment."),
    thing("speed", "Speed", "How fast the steps are played."),
    thing("plot", "Plot", "The function as a picture, at the present values of the variables that are on no axis. Point anywhere to read off, drag the ground to move it, turn the wheel with Ctrl to zoom.")
        .keys(&[("+ −", "zoom, in the plot"), ("0", "back to the slider's range, in the plot")]),
    thing("plot-axis", "Variable on the axis", "Chooses over which variable the curve is drawn; the others stay where their sliders are."),
    thing("plot-second", "Second variable", "Choose a second variable to see the function from above, as a map."),
    thing("map", "Map", "The function seen from above: along a line it has one value, and darker means more on a light page, lighter means more on a dark one. Drag the point, or press anywhere to send it there; drag the ground to move the map, turn the wheel with Ctrl to zoom."),
    thing("map-point", "Point and gradient", "The present values. The arrow is the gradient: it points where the function grows fastest, in the units of both axes; longer means steeper, by the logarithm. Where the axes have different scales it does not cross the lines at right angles.")
        .keys(&[("← → ↑ ↓", "move the point of a map, with Shift in larger steps")]),
    thing("map-legend", "Scale", "Which colour stands for which values; the numbers are those of the lines."),
    thing("map-field", "Gradient everywhere", "Draws the gradient as small arrows all over the map."),
    thing("plot-large", "Enlarge", "Gives the plot half of the page, or takes it back."),
    thing("plot-point", "Point on the curve", "Where the slider stands. Drag it along the curve; the dashed line is the tangent, and its slope is the partial derivative.")
        .keys(&[("← →", "on the point: move it along the curve, with Shift in larger steps")]),
    thing("plot-slope", "Slope f′", "Draws the slope of the curve below it, over the same axis: the derivative f′, as a function."),
    thing("plot-bend", "Second derivative f″", "Draws how fast the slope changes: the second derivative f″. Where it is above zero, the curve bends upward."),
    thing("plot-lens", "Lens", "Shows the surroundings of the point 100 times larger. Seen so closely, every smooth curve lies on its tangent; a corner stays a corner."),
    thing("plot-listen", "Listen", "Plays the curve once from left to right: the higher the curve, the higher the tone, and silence where it has no value. Escape stops it."),
    thing("plot-out", "Show more", "Shows a larger part of the plane."),
    thing("plot-home", "Whole range", "Shows everything from end to end of the sliders."),
    thing("plot-in", "Show less", "Shows a smaller part of the plane, enlarged; it is computed anew."),
    thing("why", "Why?", "Where a gradient comes from, line by line, with the numbers of this moment. Choose any node, edge or underlined name to see why it has its own."),
    thing("copy-all", "Copy the derivation as TeX", "Copies all lines for a paper or a lecture."),
    thing("copy-line", "Copy this line as TeX", "Copies this line for a paper or a lecture."),
    thing("data", "Rows of data", "Rows of numbers that stand in for variables: the function is computed for each row, and what counts is its mean over all of them. The first line has the variables' names."),
    thing("mean", "Mean over the rows", "The average of the output over all rows: what a descent makes small. Its gradient is the average of the rows' gradients."),
    thing("scatter", "Rows and curve", "Every row as a dot, and as a line what the function predicts at the present sliders: the better the fit, the closer the line comes to the dots."),
    thing("row", "Row in the tree", "The tree computes one row at a time: choose which. Moving a slider of the data leaves the row."),
    thing("batch", "Batch", "How many rows a descent looks at in one step: all of them give the true gradient, fewer a rough one that costs less. The rows are shuffled; the same seed gives the same order."),
    thing("close", "Close this explanation", "Goes back to the explanation of the first variable.").keys(&[("Esc", "")]),
    thing("descent", "Descend", "Moves the variables against the gradient, step by step, so that the output falls; the sliders, the graph and the plot go along."),
    thing("descend-step", "Step", "Takes one step of the method from where the sliders stand."),
    thing("descend-run", "Run", "Takes one step after the other until there is something to say about it."),
    thing("descend-back", "Back", "Takes the last step back, exactly."),
    thing("descend-reset", "Reset to start", "Goes back to where this descent began."),
    thing("descend-pace", "Speed of a run", "Slow: two steps a second. Normal: twenty. Fast: as many as there is time for."),
    thing("standing", "Where it stands", "How many steps are done, and the value there."),
    thing("update", "The update in numbers", "The method's rule with the numbers of this step, for the first variables."),
    thing("watch", "Watch the next step", "Plays both passes at this point, forward and backward, and then takes the step."),
    thing("loss", "Value over the steps", "How the value changed from step to step. On a logarithmic scale a steady approach to 0 is a straight line."),
    thing("descend-by", "Method", "How the step follows from the gradient: the optimizers that networks are trained with, and Newton's method for contrast."),
    thing("rate", "Learning rate", "The factor η of every step. Too small, and it takes for ever; too large, and it overshoots."),
    thing("rule", "The rule", "What one step does to a variable whose gradient is g: the arrow gives a name its new value."),
    thing("descend-goal", "Goal", "Down to a valley, or up to a top."),
    thing("over", "Variables that move", "The others stay where their sliders are."),
    thing("descend-against", "Compare with", "A second method or rate from the same start, in the chart and in the plot; the sliders follow the first."),
];
