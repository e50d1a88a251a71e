//! Sweeping: one step that turns a symmetric matrix into its inverse, a row and column at a time.
//!
//! With variables x = A y, to sweep k is to solve the k-th equation for y_k and put that into the others, so that x_k and y_k change
//! sides; a minus keeps the matrix symmetric. All of A swept is -1/A. What is not swept has lost what the others explain
//! of it (a Schur complement). See Goodnight, *A tutorial on the SWEEP operator* (1979).
//!
//! All entries have one denominator, a minor of the matrix, and so are minors, too: each division is exact (Bareiss, Edmonds).

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;

/// A symmetric matrix times a denominator, which is not 0: its rows up to the diagonal.
#[derive(Clone, Debug, PartialEq)]
pub struct Tableau {
    pub rows: Vec<Vec<BigInt>>,
    pub denominator: BigInt,
}

impl Tableau {
    pub fn entry(&self, row: usize, column: usize) -> &BigInt {
        &self.rows[row.max(column)][row.min(column)]
    }

    pub fn value(&self, row: usize, column: usize) -> BigRational {
        BigRational::new(self.entry(row, column).clone(), self.denominator.clone())
    }

    /// False, and nothing is changed, if there is a 0 where it would divide.
    pub fn sweep(&mut self, pivot: usize) -> bool {
        let scale = self.rows[pivot][pivot].clone();
        if scale.is_zero() {
            return false;
        }
        self.step(pivot, scale, -1);
        true
    }

    /// What [`sweep`](Self::sweep) has done at that place is undone, whatever was swept since.
    pub fn sweep_back(&mut self, pivot: usize) {
        let scale = -&self.rows[pivot][pivot];
        self.step(pivot, scale, 1);
    }

    /// Forgets a place that is not swept.
    pub fn drop(&mut self, place: usize) {
        self.rows.remove(place);
        self.rows[place..].iter_mut().for_each(|row| {
            row.remove(place);
        });
    }

    fn step(&mut self, pivot: usize, scale: BigInt, sign: i32) {
        let column: Vec<BigInt> = (0..self.rows.len()).map(|row| self.entry(row, pivot).clone()).collect();
        for at in (0..column.len()).filter(|&at| at != pivot) {
            let own = &column[at] * sign;
            for (place, (value, other)) in self.rows[at].iter_mut().zip(&column).enumerate() {
                if place != pivot {
                    *value = (&*value * &scale + &own * other) / &self.denominator;
                }
            }
        }
        self.rows[pivot][pivot] = std::mem::replace(&mut self.denominator, scale) * sign;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sweep_is_undone_after_others() {
        let entry = |row: i64, column: i64| BigInt::from(row * row + 3 * row * column % 7 - 4 + column);
        let rows = (0..5).map(|row| (0..=row).map(|column| entry(row, column)).collect()).collect();
        let first = Tableau { rows, denominator: BigInt::from(1) };
        let mut swept = first.clone();
        assert!([2, 0, 4, 1].iter().all(|&pivot| swept.sweep(pivot)));
        assert!(swept != first);
        [4, 2, 1, 0].iter().for_each(|&pivot| swept.sweep_back(pivot));
        assert_eq!(swept, first);
        let mut zeros = Tableau { rows: vec![vec![BigInt::ZERO]], denominator: BigInt::from(3) };
        assert!(!zeros.sweep(0));
    }
}
