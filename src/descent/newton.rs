//! Small symmetric matrices, row by row in one slice.

/// Solves `matrix · x = right` by Gaussian elimination with pivoting. The solution replaces `right`;
/// the matrix is overwritten. False if the matrix has no inverse.
pub(super) fn solve(matrix: &mut [f64], right: &mut [f64]) -> bool {
    let n = right.len();
    let largest = matrix.iter().fold(0.0, |largest: f64, entry| largest.max(entry.abs()));
    for column in 0..n {
        let size = |row: usize| matrix[row * n + column].abs();
        let pivot = (column + 1..n).fold(column, |best, row| if size(row) > size(best) { row } else { best });
        // Written so that NaN fails too.
        if !(size(pivot) > largest * f64::EPSILON * n as f64 && size(pivot).is_finite()) {
            return false;
        }
        for k in 0..n {
            matrix.swap(column * n + k, pivot * n + k);
        }
        right.swap(column, pivot);
        for row in 0..n {
            let factor = matrix[row * n + column] / matrix[column * n + column];
            if row == column || factor == 0.0 {
                continue;
            }
            for k in column..n {
                matrix[row * n + k] -= factor * matrix[column * n + k];
            }
            right[row] -= factor * right[column];
        }
    }
    for row in 0..n {
        right[row] /= matrix[row * n + row];
    }
    true
}

/// Whether `sign · matrix + shift · identity` is positive definite, by Cholesky's factorization, which
/// exists only then.
pub(super) fn curves_up(matrix: &[f64], n: usize, sign: f64, shift: f64) -> bool {
    let mut lower = vec![0.0; n * n];
    for i in 0..n {
        for j in 0..=i {
            let known: f64 = (0..j).map(|k| lower[i * n + k] * lower[j * n + k]).sum();
            let rest = sign * matrix[i * n + j] + if i == j { shift } else { 0.0 } - known;
            if i > j {
                lower[i * n + j] = rest / lower[j * n + j];
            } else if rest > 0.0 {
                lower[i * n + i] = rest.sqrt();
            } else {
                return false;
            }
        }
    }
    true
}
