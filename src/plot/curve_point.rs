/// A point of a curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CurvePoint {
    /// Where.
    pub x: f64,
    /// The function's value there.
    pub y: f64,
    /// Its derivative there.
    pub slope: f64,
}

/// A place where a curve is not smooth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// Where.
    pub x: f64,
    /// What is there.
    pub kind: MarkKind,
}

/// What is not smooth at a mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum MarkKind {
    /// The slope jumps, the value does not.
    Kink {
        /// The value.
        y: f64,
    },
    /// The value jumps.
    Jump {
        /// The value just left of it.
        left: f64,
        /// The value just right of it.
        right: f64,
        /// The value at the place itself; NaN where there is none.
        at: f64,
    },
    /// The value grows beyond every bound on one side at least.
    Pole,
    /// A single place without a value, where the two sides meet.
    Hole {
        /// The value that would fill it.
        y: f64,
    },
}
