//! How large a table may be.

/// Most rows of a table.
pub const MOST_ROWS: usize = 10_000;

/// Most columns of a table.
pub const MOST_COLUMNS: usize = 50;

/// Longest text of a table, in bytes.
pub const LONGEST_TEXT: usize = 4 << 20;
