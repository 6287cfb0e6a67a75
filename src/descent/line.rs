//! A step in numbers: `x ← x − 0.01 · 40 = 0.6`.

use super::{Assign, Descent, Terrain};
use crate::syntax::parse;
use crate::typeset::{Line, Part, Role};
use crate::typeset::{Math, name_math, number_math, output_with};

impl Descent {
    /// The last step of one variable, with its numbers, line by line of the rule; none at the start.
    pub fn last_lines(&self, variable: usize, name: &str) -> Option<Vec<Line>> {
        let (before, after) = self.last()?;
        Some(self.lines(self.steps(), before, after, variable, name))
    }

    /// The step that comes next, likewise; none where there is no step.
    ///
    /// ```
    /// use chainrule::{descent::{Descent, Plan}, typeset::plain_text};
    /// let mut valley = |at: &[f64], gradient: &mut [f64]| {
    ///     gradient[0] = 8.0 * (4.0 * at[0] + 1.0);
    ///     (4.0 * at[0] + 1.0).powi(2)
    /// };
    /// let descent = Descent::new(Plan::default(), &[1.0], &mut valley);
    /// let lines = descent.next_lines(0, "x", &mut valley).unwrap();
    /// assert_eq!(plain_text(&lines[0]), "x ← x − 0.01 · 40 = 0.6");
    /// ```
    pub fn next_lines(&self, variable: usize, name: &str, terrain: &mut dyn Terrain) -> Option<Vec<Line>> {
        let after = self.next(terrain)?;
        Some(self.lines(self.steps() + 1, self.state(), &after, variable, name))
    }

    fn lines(&self, step: usize, before: &[f64], after: &[f64], variable: usize, name: &str) -> Vec<Line> {
        let plan = self.plan();
        let (n, room) = (self.at().len(), plan.optimizer.memory.len());
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
}

fn plain(math: Math) -> Part {
    Part::Formula { math, role: Role::Plain, node: None }
}

/// Parts side by side become parts of the line, so that each has its colour; `x` gets the name of
/// the variable.
fn flatten(math: Math, text: &str, called: &Math, line: &mut Line) {
    let fenced = math.children().first().and_then(Math::text) == Some("(");
    // What parentheses were set around keeps its place in the text.
    let placed = if fenced { &math.children()[1] } else { &math };
    let from = placed.span.and_then(|span| text.get(span.range())).unwrap_or_default();
    match math.element() {
        // As deep as the rule, which is a row of our own table.
        "mrow" if !fenced => math.children().iter().for_each(|part| flatten(part.clone(), text, called, line)),
        // Between numbers a sign is needed where names had none.
        "mo" if math.text() == Some("\u{2062}") => line.push(plain(Math::operator("·"))),
        _ if from == "x" && !fenced => line.push(plain(called.clone())),
        _ => {
            let role = if from == "g" { Role::Gradient } else { Role::Plain };
            line.push(Part::Formula { math: math.unplaced(), role, node: None });
        }
    }
}
