//! Where one looks at the graph from: pan and zoom as plain arithmetic.

use crate::layout::Rect;

/// The largest scale: one looks no closer.
pub const CLOSEST: f64 = 4.0;

/// Screen = world × scale + offset.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// Offset to the right, in pixels.
    pub x: f64,
    /// Offset downward, in pixels.
    pub y: f64,
    /// Pixels per unit of the world.
    pub scale: f64,
}

/// Room around a graph that fits: left and right, top, bottom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Margin {
    /// Left and right.
    pub side: f64,
    /// Above, where the tools are.
    pub top: f64,
    /// Below.
    pub bottom: f64,
}

impl Camera {
    /// The whole of `bounds` in a window of this size, not larger than `largest`.
    pub fn fit(bounds: Rect, width: f64, height: f64, margin: Margin, largest: f64) -> Camera {
        let free_width = (width - 2.0 * margin.side).max(1.0);
        let free_height = (height - margin.top - margin.bottom).max(1.0);
        let scale = (free_width / bounds.width.max(1.0)).min(free_height / bounds.height.max(1.0)).min(largest);
        Camera {
            x: width / 2.0 - (bounds.x + bounds.width / 2.0) * scale,
            y: margin.top + (free_height - bounds.height * scale) / 2.0 - bounds.y * scale,
            scale,
        }
    }

    /// A world rectangle at the top of the window, in the middle, at this scale.
    pub fn at_top(rect: Rect, width: f64, margin: Margin, scale: f64) -> Camera {
        Camera { x: width / 2.0 - (rect.x + rect.width / 2.0) * scale, y: margin.top - rect.y * scale, scale }
    }

    /// Moved by so many pixels.
    pub fn moved(self, dx: f64, dy: f64) -> Camera {
        Camera { x: self.x + dx, y: self.y + dy, ..self }
    }

    /// Zoomed by a factor; the point of the screen at (x, y) stays where it is.
    pub fn zoomed(self, factor: f64, x: f64, y: f64, farthest: f64) -> Camera {
        let scale = (self.scale * factor).clamp(farthest.min(self.scale), CLOSEST);
        let factor = scale / self.scale;
        Camera { x: x - (x - self.x) * factor, y: y - (y - self.y) * factor, scale }
    }

    /// The part of the world a window of this size shows.
    pub fn window(self, width: f64, height: f64) -> Rect {
        Rect {
            x: -self.x / self.scale,
            y: -self.y / self.scale,
            width: width / self.scale,
            height: height / self.scale,
        }
    }

    /// Moved no further than needed so that this rectangle of the world is in the window.
    pub fn showing(self, rect: Rect, width: f64, height: f64) -> Camera {
        const EDGE: f64 = 24.0;
        let shift = |low: f64, high: f64, size: f64| {
            if low < EDGE {
                EDGE - low
            } else if high > size - EDGE {
                (size - EDGE - high).max(EDGE - low)
            } else {
                0.0
            }
        };
        let (left, top) = (rect.x * self.scale + self.x, rect.y * self.scale + self.y);
        self.moved(
            shift(left, left + rect.width * self.scale, width),
            shift(top, top + rect.height * self.scale, height),
        )
    }
}
