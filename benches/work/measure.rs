//! Two pieces of work in turn, so that their ratio holds when the machine's speed drifts.

/// Seconds on a monotonic clock; the two ways to run the benchmarks each bring theirs.
pub type Clock = fn() -> f64;

/// Times of one piece of work, in seconds a call.
struct Timed<'a> {
    work: Box<dyn FnMut() + 'a>,
    calls: u32,
    times: Vec<f64>,
}

impl<'a> Timed<'a> {
    /// Finds how many calls fill a slice long enough for the clock.
    fn new(clock: Clock, work: impl FnMut() + 'a) -> Timed<'a> {
        const SLICE: f64 = 0.004;
        let mut timed = Timed { work: Box::new(work), calls: 1, times: Vec::new() };
        loop {
            let seconds = timed.slice(clock) * f64::from(timed.calls);
            if seconds >= SLICE || timed.calls > 1 << 24 {
                timed.times.clear();
                return timed;
            }
            timed.calls *= if seconds < SLICE / 8.0 { 4 } else { 2 };
        }
    }

    fn slice(&mut self, clock: Clock) -> f64 {
        let start = clock();
        for _ in 0..self.calls {
            (self.work)();
        }
        let seconds = (clock() - start) / f64::from(self.calls);
        self.times.push(seconds);
        seconds
    }

    fn median(&self) -> f64 {
        median(self.times.clone())
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn human(seconds: f64) -> String {
    match seconds {
        s if s < 1e-6 => format!("{:7.1} ns", s * 1e9),
        s if s < 1e-3 => format!("{:7.2} µs", s * 1e6),
        s => format!("{:7.2} ms", s * 1e3),
    }
}

/// Slices of each piece of work.
const ROUNDS: usize = 21;

/// One line: our median, the floor's, and the median of their ratios pair by pair.
pub fn against<'a>(clock: Clock, what: &str, ours: impl FnMut() + 'a, floor: impl FnMut() + 'a) -> String {
    let (mut ours, mut floor) = (Timed::new(clock, ours), Timed::new(clock, floor));
    let ratios = (0..ROUNDS).map(|_| ours.slice(clock) / floor.slice(clock)).collect();
    format!("{what:<44} {}   floor {}   ratio {:.2}", human(ours.median()), human(floor.median()), median(ratios))
}

/// One line for work that has no floor.
pub fn alone<'a>(clock: Clock, what: &str, work: impl FnMut() + 'a) -> String {
    let mut work = Timed::new(clock, work);
    (0..ROUNDS).for_each(|_| _ = work.slice(clock));
    format!("{what:<44} {}", human(work.median()))
}
