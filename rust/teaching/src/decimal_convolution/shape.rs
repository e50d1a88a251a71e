//! What a transform's size implies.

use super::complex::LANES;

/// How a product's vectors are split: in two or not, in four so often, and into leaves of 4 to 7.
pub struct Shape {
    pub count: usize,
    pub in_two: bool,
    pub depths: u32,
}

impl Shape {
    /// Of a product of so many coefficients, at least.
    pub fn new(coefficients: usize) -> Self {
        let vectors = coefficients.div_ceil(2 * LANES).max(16);
        let unit = 1 << (vectors.ilog2() - 2);
        let count = vectors.next_multiple_of(unit);
        let levels = count.ilog2() - 2;
        Self { count, in_two: levels % 2 == 1, depths: levels / 2 }
    }

    /// How far the sums may be from integers, over the product of the factors' norms.
    ///
    /// Let u be 2^-53. A sum is rounded by u of it, a complex product by √5 u (Brent, Percival and Zimmermann, 2007), and a
    /// root is within 0.71 u. A value passes a product and two sums in a split in four: 5 u, in two: 4 u. But for a factor
    /// of 2, or √2, a split is unitary, so these add up relative to the norm, and to both norms on the way to the leaves. There
    /// a sum of M products comes within 2 √2 M u + 3 u of that of their magnitudes, which is at most the product of the norms
    /// (Cauchy and Schwarz), over all blocks. On the way back each sum is a mean of values of all blocks times
    /// points of the circle, and each of these passes as many roundings again.
    pub fn error(&self) -> f64 {
        let splits = 5 * (self.depths + 1) + if self.in_two { 4 } else { 0 };
        let leaf = (self.count >> (2 * self.depths + u32::from(self.in_two))) as f64;
        (f64::from(3 * splits + 4) + 2.83 * leaf) * f64::EPSILON / 2.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_product_has_leaves_of_four_to_seven() {
        for coefficients in (1..3000).chain([99_999, 1_000_000, 3_000_001]) {
            let shape = Shape::new(coefficients);
            let leaf = shape.count >> (2 * shape.depths + u32::from(shape.in_two));
            assert!((4..8).contains(&leaf) && shape.depths > 0 && 8 * shape.count >= coefficients);
            assert_eq!(leaf << (2 * shape.depths + u32::from(shape.in_two)), shape.count);
        }
    }
}
