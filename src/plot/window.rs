/// The shortest length that can be drawn, as a part of the larger end: pixels need doubles between them.
const SHORTEST_PART: f64 = 1e-10;

/// The shortest length that can be drawn, and the largest end: far enough from the ends of the doubles that
/// what is computed with them stays within.
const SHORTEST: f64 = 1e-250;
const LARGEST: f64 = 1e250;

/// An interval of numbers; `min` is less than `max`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// Left or lower end.
    pub min: f64,
    /// Right or upper end.
    pub max: f64,
}

impl Range {
    /// The range between two numbers.
    pub fn new(min: f64, max: f64) -> Range {
        Range { min, max }
    }

    /// How long it is.
    pub fn len(&self) -> f64 {
        self.max - self.min
    }

    /// Whether there is nothing in it; ranges that were made from numbers in order hold something.
    pub fn is_empty(&self) -> bool {
        self.len() <= 0.0
    }

    /// Whether a number is in it, ends included.
    pub fn contains(&self, value: f64) -> bool {
        self.min <= value && value <= self.max
    }

    /// What part of the range lies before a number: 0 at `min`, 1 at `max`.
    pub fn part(&self, value: f64) -> f64 {
        (value - self.min) / self.len()
    }

    /// The number at a part of the range.
    pub fn at(&self, part: f64) -> f64 {
        self.min + part * self.len()
    }

    /// The range moved by a part of its own length.
    pub fn moved(&self, part: f64) -> Range {
        let by = part * self.len();
        Range { min: self.min + by, max: self.max + by }
    }

    /// The range made `factor` times as long; what is at `part` stays there.
    ///
    /// It stays as it is where it would become so long or so short that doubles end.
    ///
    /// ```
    /// use chainrule::plot::Range;
    /// assert_eq!(Range::new(-5.0, 5.0).scaled(0.5, 0.5), Range::new(-2.5, 2.5));
    /// assert_eq!(Range::new(0.0, 4.0).scaled(0.5, 0.0), Range::new(0.0, 2.0));
    /// ```
    pub fn scaled(&self, factor: f64, part: f64) -> Range {
        let (fixed, len) = (self.at(part), self.len() * factor);
        let scaled = Range { min: fixed - part * len, max: fixed + (1.0 - part) * len };
        if scaled.can_be_drawn() { scaled } else { *self }
    }

    /// Whether it is neither so long nor so short that doubles end before a picture of it does.
    ///
    /// ```
    /// use chainrule::plot::Range;
    /// assert!(Range::new(-1e9, 1e9).can_be_drawn());
    /// assert!(!Range::new(-1e308, 1e308).can_be_drawn(), "its length is infinite");
    /// assert!(!Range::new(1e16, 1e16 + 2.0).can_be_drawn(), "there is no number between");
    /// ```
    pub fn can_be_drawn(&self) -> bool {
        let size = self.min.abs().max(self.max.abs());
        self.len() > size * SHORTEST_PART && self.len() > SHORTEST && size < LARGEST
    }

    /// The range, made longer around its middle where it is too short to be drawn.
    ///
    /// ```
    /// use chainrule::plot::Range;
    /// assert_eq!(Range::new(-5.0, 5.0).long_enough(), Range::new(-5.0, 5.0));
    /// assert!(Range::new(0.0, 1e-320).long_enough().can_be_drawn());
    /// assert!(Range::new(1e16, 1e16 + 2.0).long_enough().can_be_drawn());
    /// ```
    pub fn long_enough(&self) -> Range {
        let size = self.min.abs().max(self.max.abs());
        let least = (size * SHORTEST_PART).max(SHORTEST);
        if self.len() > least {
            return *self;
        }
        let middle = self.at(0.5);
        Range { min: middle - least, max: middle + least }
    }

    /// The smallest range around this one and a number.
    pub fn with(&self, value: f64) -> Range {
        Range { min: self.min.min(value), max: self.max.max(value) }
    }
}

/// What part of the plane a picture shows, and how large the picture is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// From the left edge to the right one.
    pub x: Range,
    /// From the lower edge to the upper one.
    pub y: Range,
    /// Width of the picture in pixels.
    pub width: f64,
    /// Height of the picture in pixels.
    pub height: f64,
}

impl Window {
    /// Pixels from the left edge.
    ///
    /// ```
    /// use chainrule::plot::{Range, Window};
    /// let window = Window { x: Range::new(-5.0, 5.0), y: Range::new(0.0, 10.0), width: 300.0, height: 200.0 };
    /// assert_eq!((window.px(0.0), window.py(10.0)), (150.0, 0.0));
    /// assert_eq!((window.x_at(150.0), window.y_at(200.0)), (0.0, 0.0));
    /// ```
    pub fn px(&self, x: f64) -> f64 {
        self.x.part(x) * self.width
    }

    /// Pixels from the upper edge.
    pub fn py(&self, y: f64) -> f64 {
        (1.0 - self.y.part(y)) * self.height
    }

    /// The x at so many pixels from the left edge.
    pub fn x_at(&self, px: f64) -> f64 {
        self.x.at(px / self.width)
    }

    /// The y at so many pixels from the upper edge.
    pub fn y_at(&self, py: f64) -> f64 {
        self.y.at(1.0 - py / self.height)
    }

    /// Pixels upward per pixel to the right, of a line with this slope.
    pub fn steepness(&self, slope: f64) -> f64 {
        slope * (self.height / self.y.len()) * (self.x.len() / self.width)
    }
}
