//! The update of an optimizer: its rule as formulas, and a step of it in numbers,
//! `x ← x − 0.01 · 40 = 0.6`.

use crate::descent::{Assign, Descent, Optimizer, Terrain};
use crate::syntax::parse;
use crate::typeset::{Line, Math, Part, Role, name_math, number_math, output_with};

/// The update rule of a variable of this name as formulas, uphill or downhill.
///
/// ```
/// use chainrule::{descent::Optimizer, explain::update_rule, typeset::to_tex};
/// let rule = update_rule(Optimizer::from_id("momentum").unwrap(), "θ", false);
/// assert_eq!(rule[0].plain(), "v ← μ · v + g");
/// assert_eq!(to_tex(&rule[1]), r"\theta  \leftarrow \theta -\eta  \cdot v");
/// ```
pub fn update_rule(optimizer: &Optimizer, variable: &str, maximise: bool) -> Vec<Math> {
    let formula = |assign: &Assign| {
        let text = optimizer.formula(assign, maximise).replacen("x ", &[variable, " "].concat(), 1);
        let right = output_with(&parse(&text).ok()?, &|_| None)?;
        let left = if assign.name == "x" { variable } else { assign.name };
        Some(Math::row([name_math(left), Math::operator("←"), right.unplaced()]))
    };
    optimizer.rule.iter().filter_map(formula).collect()
}

/// The last step of one variable, with its numbers, line by line of the rule; none at the start.
pub fn last_update(descent: &Descent, variable: usize, name: &str) -> Option<Vec<Line>> {
    let (before, after) = descent.last()?;
    Some(lines(descent, descent.steps(), before, after, variable, name))
}

/// The step that comes next, likewise; none where there is no step.
///
/// ```
/// use chainrule::{descent::{Descent, Plan}, explain::next_update, typeset::plain_text};
/// let mut valley = |at: &[f64], gradient: &mut [f64]| {
///     gradient[0] = 8.0 * (4.0 * at[0] + 1.0);
///     (4.0 * at[0] + 1.0).powi(2)
/// };
/// let descent = Descent::new(Plan::default(), &[1.0], &mut valley);
/// let lines = next_update(&descent, 0, "x", &mut valley).unwrap();
/// assert_eq!(plain_text(&lines[0]), "x ← x − 0.01 · 40 = 0.6");
/// ```
pub fn next_update(descent: &Descent, variable: usize, name: &str, terrain: &mut dyn Terrain) -> Option<Vec<Line>> {
    let after = descent.next(terrain)?;
    Some(lines(descent, descent.steps() + 1, descent.state(), &after, variable, name))
}

fn lines(descent: &Descent, step: usize, before: &[f64], after: &[f64], variable: usize, name: &str) -> Vec<Line> {
    let plan = descent.plan();
    let (n, room) = (descent.at().len(), plan.optimizer.memory.len());
    // Numbers of this variable by the names that the rule has for them; a line sees what the
    // lines before it have set.
    let place = |symbol: &str| match symbol {
        "x" => Some(variable),
        "g" => Some(n + variable),
        _ => {
            let cell = plan.optimizer.memory.iter().position(|&memory| memory == symbol)?;
            Some(2 * n + variable * room + cell)
        }
    };
    let mixed = plan.optimizer.needs_hessian() && n > 1;
    let variable_name = name_math(name);
    // Among several variables each has a memory of its own.
    let own = |math: Math| if n > 1 { Math::subscript(math, variable_name.clone()) } else { math };
    let line = |(index, assign): (usize, &Assign)| {
        let knob = |symbol: &str| {
            let knob = plan.optimizer.knobs.iter().position(|knob| knob.symbol == symbol)?;
            plan.knobs.get(knob).copied()
        };
        let value = |symbol: &str| match symbol {
            "η" => Some(plan.rate),
            "t" => Some(step as f64),
            "x" => None,
            // The matrix mixes the gradients of all variables.
            "g" if mixed => None,
            _ => knob(symbol).or_else(|| {
                let set = plan.optimizer.rule[..index].iter().any(|earlier| earlier.name == symbol);
                Some(if set { after } else { before }[place(symbol)?])
            }),
        };
        let text = plan.optimizer.formula(assign, plan.maximise);
        let math = output_with(&parse(&text).ok()?, &value)?;
        let set = if assign.name == "x" { variable_name.clone() } else { own(name_math(assign.name)) };
        let mut line = vec![plain(set), plain(Math::operator("←"))];
        match mixed && assign.name != "x" {
            true => line.push(plain(own(Math::fenced("(", math.unplaced(), ")")))),
            false => flatten(math, &text, &variable_name, &mut line),
        }
        let result = Part::Formula {
            math: number_math(after[place(assign.name)?]),
            role: if assign.name == "x" { Role::Value } else { Role::Gradient },
            node: None,
        };
        line.extend([plain(Math::operator("=")), result]);
        Some(line)
    };
    plan.optimizer.rule.iter().enumerate().filter_map(line).collect()
}

fn plain(math: Math) -> Part {
    Part::Formula { math, role: Role::Plain, node: None }
}

/// Parts side by side become parts of the line, so that each has its colour; `x` gets the name of
/// the variable.
fn flatten(math: Math, text: &str, called: &Math, line: &mut Line) {
    let fenced = math.children().first().and_then(Math::text).as_deref() == Some("(");
    // What parentheses were set around keeps its place in the text.
    let placed = if fenced { &math.children()[1] } else { &math };
    let from = placed.span.and_then(|span| text.get(span.range())).unwrap_or_default();
    match math.element() {
        // As deep as the rule, which is a row of our own table.
        "mrow" if !fenced => math.children().iter().for_each(|part| flatten(part.clone(), text, called, line)),
        // Between numbers a sign is needed where names had none.
        "mo" if math.text().as_deref() == Some("\u{2062}") => line.push(plain(Math::operator("·"))),
        _ if from == "x" && !fenced => line.push(plain(called.clone())),
        _ => {
            let role = if from == "g" { Role::Gradient } else { Role::Plain };
            line.push(Part::Formula { math: math.unplaced(), role, node: None });
        }
    }
}
