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
        let column: Vec<BigInt> = (0..self.rows.len()).map(|row| self.entry(row, pivot).clone()).collect();
        let scale = &column[pivot];
        if scale.is_zero() {
            return false;
        }
        for (row, own) in
            self.rows.iter_mut().zip(&column).enumerate().filter(|(at, _)| *at != pivot).map(|(_, pair)| pair)
        {
            for (at, (value, other)) in row.iter_mut().zip(&column).enumerate() {
                if at != pivot {
                    *value = (&*value * scale - own * other) / &self.denominator;
                }
            }
        }
        self.rows[pivot][pivot] = -std::mem::replace(&mut self.denominator, scale.clone());
        true
    }
}
