//! The panel of the descent.

use super::Message;
use super::messages::messages;

messages! {
    "run":
    /// The panel.
    title() = "Descend";
    /// What it is for.
    nothing() = "Without a variable there is nothing to step.";
    /// What it is for; `variables` is a list of names, or how many there are.
    down(variables: Message, output: String) =
        "Step {variables} against the gradient and watch {output} fall to the valley.";
    /// The same with data.
    down_mean(variables: Message, output: String) =
        "Step {variables} against the gradient and watch the mean of {output} fall to the valley.";
    /// The same uphill.
    up(variables: Message, output: String) = "Step {variables} along the gradient and watch {output} rise to the top.";
    /// The same uphill, with data.
    up_mean(variables: Message, output: String) =
        "Step {variables} along the gradient and watch the mean of {output} rise to the top.";
    /// More variables than are called by name.
    variables(count: usize) = "{count} variable" | "{count} variables";
    /// A group of buttons.
    steps() = "Steps of the descent";
    /// A button: one step.
    step() = "Step";
    /// A button: one step after the other.
    run() = "Run";
    /// A button: one step back.
    back() = "Back";
    /// A button: to the start.
    reset() = "Reset";
    /// How many steps are done; `steps` is an element.
    done(steps: String) = "Step {steps}";
    /// The value that falls or rises, where there is data.
    mean_of(output: String) = "mean of {output}";
    /// Above the numbers of a step that is done.
    step_number(step: usize) = "Step {step}";
    /// Above the numbers of a step that is not done yet.
    next_step() = "The next step";
    /// A switch below the chart.
    log_scale() = "log scale";
    /// The run that a line of the chart shows: its method and its rate.
    runner(method: Message, rate: String) = "{method}, learning rate {rate}";
    /// A line of the chart, to a screen reader.
    reached(runner: Message, value: String, steps: usize) =
        "{runner}: {value} after {steps} step" | "{runner}: {value} after {steps} steps";
    /// The chart, to a screen reader.
    chart(lines: Message) = "Value over the steps. {lines}";
    /// Beside the slider of the rate; the letter before it is that of the rule.
    rate() = "rate";
    /// A box.
    learning_rate() = "Learning rate";
    /// A box.
    rival_rate() = "Learning rate to compare with";
    /// Below the rule: what its letters mean.
    letters_of_many() = "θ is each variable in turn, g its gradient, η the learning rate.";
    /// The same for a function of one variable.
    letters_of_one() = "g is the gradient, η the learning rate.";
    /// Where a method comes from.
    source(paper: Message) = "{paper}.";
    /// The list of goals.
    goal() = "Goal";
    /// A group of switches.
    over() = "Variables that move";
    /// The list of methods.
    method() = "Method";
    /// The list of methods to compare with.
    compare() = "Compare with";
}
