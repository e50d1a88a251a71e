//! What a transform's size implies.

use super::complex::LANES;

/// How a product's vectors are split: in four so often, into leaves of 4 to 7, or of 8, 10, 12 or 14.
pub struct Shape {
    pub count: usize,
    pub depths: u32,
}

impl Shape {
    /// Of a product of so many coefficients, at least.
    pub fn new(coefficients: usize) -> Self {
        let vectors = coefficients.div_ceil(2 * LANES).max(16);
        let unit = 1 << (vectors.ilog2() - 2);
        let count = vectors.next_multiple_of(unit);
        Self { count, depths: count.ilog2() / 2 - 1 }
    }

    /// How far the sums may be from integers, over the product of the factors' norms.
    ///
    /// Let u be 2^-53. A sum is rounded by u of it, a complex product by √5 u (Brent, Percival and Zimmermann, 2007), and a
    /// root is within 0.71 u. A value passes a product and two sums in a split: 5 u. But for a factor
    /// of 2 a split is unitary, so these add up relative to the norm, and to both norms on the way to the leaves. There
    /// a sum of M products comes within 2 √2 M u + 3 u of that of their magnitudes, which is at most the product of the norms
    /// (Cauchy and Schwarz), over all blocks. On the way back each sum is a mean of values of all blocks times
    /// points of the circle, and each of these passes as many roundings again.
    pub fn error(&self) -> f64 {
        let splits = 5 * (self.depths + 1);
        let leaf = (self.count >> (2 * self.depths)) as f64;
        (f64::from(3 * splits + 4) + 2.83 * leaf) * f64::EPSILON / 2.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_product_has_leaves_of_few_sizes() {
        for coefficients in (1..3000).chain([99_999, 1_000_000, 3_000_001]) {
            let shape = Shape::new(coefficients);
            let leaf = shape.count >> (2 * shape.depths);
            assert!(
                [4, 5, 6, 7, 8, 10, 12, 14].contains(&leaf)
                    && shape.depths > 0
                    && 8 * shape.count >= coefficients
            );
            assert_eq!(leaf << (2 * shape.depths), shape.count);
        }
    }
}
