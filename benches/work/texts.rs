//! Functions of known size to measure with.

/// The README's example.
pub const ARTICLE: &str = "(4*x+1)^2";

/// A small linear congruential generator (Knuth's MMIX constants): the same texts in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

/// The squared error of a network with two inputs, five tanh neurons and one output: 60 operations or so.
pub fn neuron_loss() -> String {
    let hidden: String = (1..=5).map(|i| format!("h{i} = tanh(w{i}*x + v{i}*z + b{i}); ")).collect();
    let sum: Vec<String> = (1..=5).map(|i| format!("u{i}*h{i}")).collect();
    let decay: Vec<String> = (1..=5).map(|i| format!("w{i}^2 + v{i}^2")).collect();
    format!("{hidden}o = {} + c; (o - y)^2 + 0.01*({})", sum.join(" + "), decay.join(" + "))
}

/// A random program of `operations` operations with moderate values, one definition per line.
pub fn random(operations: usize) -> String {
    let mut random = Random(7);
    let mut text = String::from("n0 = x*y; ");
    for i in 1..operations / 2 {
        let earlier = |random: &mut Random| match random.below(6) {
            0 => "x".to_owned(),
            1 => "y".to_owned(),
            _ => format!("n{}", i as u64 - 1 - random.below(i.min(40) as u64)),
        };
        let (a, b) = (earlier(&mut random), earlier(&mut random));
        text += &match random.below(7) {
            0 => format!("n{i} = sin({a} + {b}); "),
            1 => format!("n{i} = tanh({a} - {b}); "),
            2 => format!("n{i} = cos({a}*{b}); "),
            3 => format!("n{i} = sigmoid({a})*{b}; "),
            4 => format!("n{i} = 0.5*({a}); m{i} = n{i} + {b}; "),
            5 => format!("n{i} = {a}/({b}^2 + 2); "),
            _ => format!("n{i} = exp(-({a})^2); "),
        };
    }
    // The output uses every definition, so that nothing is pruned.
    let all: Vec<String> = (0..operations / 2).map(|i| format!("n{i}")).collect();
    let all: Vec<String> = all.chunks(64).map(|chunk| format!("({})", chunk.join("+"))).collect();
    text + &all.join("+")
}

/// Rosenbrock's valley.
pub const ROSENBROCK: &str = "(1 - x)^2 + 100*(y - x^2)^2";
