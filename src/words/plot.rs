//! The plot and the map in words: for a screen reader, and beside the point.

use super::Message;
use super::messages::messages;

messages! {
    "plot":
    /// Why there is no plot.
    no_variable() = "Without a variable there is nothing to plot: any name you type, such as x, becomes one.";
    /// Why there is no plot.
    too_large() = "This function takes too many steps to be drawn at hundreds of points.";

    /// What the lens on the point shows.
    no_value_here() = "There is no value here.";
    /// What the lens on the point shows.
    sharp_corner() = "100 times closer the corner is as sharp as before: the curve has no tangent here.";
    /// What the lens on the point shows.
    no_slope_to_tell() = "There is no slope here that a number could tell.";
    /// What the lens on the point shows.
    torn() = "100 times closer the curve is still torn here.";
    /// What the lens on the point shows.
    smooth() = "100 times closer the curve lies on its tangent, as every smooth curve does.";
    /// What the lens on the point shows.
    still_bent() = "100 times closer the curve still bends: still closer it would lie on its tangent.";

    /// Beside the point: where there is no value.
    no_value() = "no value here";
    /// Beside the point: where there is no slope.
    no_slope() = "no slope here";
    /// Beside the point: a corner, and the number that stands for its slope.
    corner(slope: String) = "corner: {slope} by convention";
    /// Beside the point: a jump, and the number that stands for its slope.
    jump(slope: String) = "jump: {slope} by convention";
    /// Beside the point.
    slope(slope: Message) = "slope {slope}";
    /// A screen reader at the point: the name of the variable and its value, the same of the output, and
    /// its slope or what stands in its place.
    reading(x: String, at: Message, y: String, value: Message, slope: Message) = "{x} {at}, {y} {value}, {slope}";

    /// The whole curve.
    no_value_anywhere(output: String, variable: String, from: Message, to: Message) =
        "{output} over {variable} from {from} to {to}: no value anywhere.";
    /// The whole curve.
    everywhere(output: String, variable: String, from: Message, to: Message, value: Message) =
        "{output} over {variable} from {from} to {to}: {value} everywhere.";
    /// The whole curve; `lowest` and `highest` are points.
    between(output: String, variable: String, from: Message, to: Message, lowest: Message, highest: Message) =
        "{output} over {variable} from {from} to {to}: lowest {lowest}, highest {highest}.";
    /// A point of the curve by its value and the place where it is.
    value_at(value: Message, place: Message) = "{value} at {place}";
    /// The whole curve, which has poles.
    unbounded(output: String, variable: String, from: Message, to: Message) =
        "{output} over {variable} from {from} to {to}.";
    /// Poles; `places` is a list of numbers.
    poles(places: Message) = "Grows beyond all bounds at {places}.";
    /// More poles than are read out.
    many_poles(count: usize) =
        "Grows beyond all bounds at {count} place." | "Grows beyond all bounds at {count} places.";
    /// Jumps; `places` is a list of numbers.
    jumps(places: Message) = "Jumps at {places}.";
    /// More jumps than are read out.
    many_jumps(count: usize) = "Jumps at {count} place." | "Jumps at {count} places.";
    /// Corners; `places` is a list of numbers.
    corners(places: Message) = "Has a corner at {places}.";
    /// More corners than are read out.
    many_corners(count: usize) = "Has a corner at {count} place." | "Has a corner at {count} places.";
    /// Holes; `places` is a list of numbers.
    holes(places: Message) = "Has a hole at {places}.";
    /// More holes than are read out.
    many_holes(count: usize) = "Has a hole at {count} place." | "Has a hole at {count} places.";
    /// Part of the axis.
    no_value_between(from: Message, to: Message) = "No value from {from} to {to}.";

    /// What a map is of, where there is data.
    mean_of(output: String) = "mean {output}";
    /// How the lines of a map follow each other.
    line_every(step: String) = "a line every {step}";
    /// How the lines of a map follow each other.
    line_times(factor: String) = "each line is {factor} times the one below";
    /// How the lines of a map follow each other, on both sides of 0.
    line_times_mirrored(factor: String) = "away from 0 each line is {factor} times the one before";
    /// Below a map that has one value everywhere.
    one_level() = "nothing to tell apart here";
    /// The scale of a map: how its lines follow each other, and the lowest and the highest of them.
    scale(output: Message, rule: Message, low: Message, high: Message) =
        "Scale of {output}: {rule}, from {low} to {high}";
    /// The scale of a map without lines.
    empty_scale(output: Message, rule: Message) = "Scale of {output}: {rule}";
    /// A screen reader at the point of a map: both variables, the value, and the gradient as a pair.
    map_reading(
        x: String, at_x: Message, y: String, at_y: Message, output: Message, value: Message, gradient: Message,
    ) =
        "{x} {at_x}, {y} {at_y}, {output} {value}, gradient {gradient}";
    /// Two numbers that belong together.
    pair(first: Message, second: Message) = "({first}, {second})";
    /// Beside the mouse on a map: both variables and the value there.
    map_read(x: String, at_x: String, y: String, at_y: String, output: Message, value: String) =
        "{x} {at_x}, {y} {at_y}, {output} {value}";

    /// Above the plot, and its group of buttons.
    title() = "Plot";
    /// Before the list of the variable on the axis; `list` is an element.
    over(list: String) = "over {list}";
    /// Before the list of the second variable; `list` is an element.
    and(list: String) = "and {list}";
    /// A group of buttons.
    zoom() = "Zoom of the plot";
    /// Below the curve: where a derivative is too large to be found.
    too_large_to_find() = "too large to find as a formula";
    /// A screen reader, after a person asked to hear a curve where none is drawn.
    nothing_to_hear() = "There is nothing to hear.";
    /// A group of buttons.
    map() = "Map";
    /// The map, to a screen reader.
    map_over(x: String, y: String) = "Map over {x} and {y}";
    /// The point of the map, to a screen reader.
    map_point(x: String, y: String) = "Point, {x} and {y}";
    /// What kind of thing the point of the map is.
    point_in_plane() = "point in the plane";
    /// The rows of the data as a picture.
    scatter(y: String, x: String) = "{y} over {x}: the rows as dots, the fitted curve as a line";
}
