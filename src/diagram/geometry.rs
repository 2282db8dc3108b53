//! Points, sizes and rectangles.

/// A place on the canvas.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Point {
    pub x: f64,
    pub y: f64,
}

/// How much room something takes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Size {
    pub width: f64,
    pub height: f64,
}

/// A rectangle by its centre.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Rect {
    pub center: Point,
    pub size: Size,
}

/// The way a layered picture runs; layouts are made as if it were `Right`, and turned at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Axis {
    Right,
    Down,
}

impl Point {
    pub fn moved(self, by: Point) -> Self {
        Self { x: self.x + by.x, y: self.y + by.y }
    }
}

impl Size {
    /// The smallest size that holds both.
    pub fn cover(self, other: Self) -> Self {
        Self { width: self.width.max(other.width), height: self.height.max(other.height) }
    }
}

impl Rect {
    pub fn left(self) -> f64 {
        self.center.x - self.size.width / 2.0
    }

    pub fn right(self) -> f64 {
        self.center.x + self.size.width / 2.0
    }

    pub fn top(self) -> f64 {
        self.center.y - self.size.height / 2.0
    }

    pub fn bottom(self) -> f64 {
        self.center.y + self.size.height / 2.0
    }

    pub fn moved(self, by: Point) -> Self {
        Self { center: self.center.moved(by), ..self }
    }
}

impl Axis {
    pub fn point(self, point: Point) -> Point {
        match self {
            Self::Right => point,
            Self::Down => Point { x: point.y, y: point.x },
        }
    }

    pub fn size(self, size: Size) -> Size {
        match self {
            Self::Right => size,
            Self::Down => Size { width: size.height, height: size.width },
        }
    }

    pub fn rect(self, rect: Rect) -> Rect {
        Rect { center: self.point(rect.center), size: self.size(rect.size) }
    }
}
