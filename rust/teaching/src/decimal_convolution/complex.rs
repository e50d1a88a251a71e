//! Complex numbers, four side by side.

use bytemuck::{Pod, Zeroable};

pub const LANES: usize = 4;
pub type Lanes = [f64; LANES];

/// A complex number for each lane.
#[derive(Clone, Copy, Pod, Zeroable)]
#[repr(C, align(64))]
pub struct Complex {
    pub re: Lanes,
    pub im: Lanes,
}

/// What each lane has.
#[inline(always)]
pub fn each<T>(f: impl Fn(usize) -> T) -> [T; LANES] {
    [f(0), f(1), f(2), f(3)]
}

/// a b + c, rounded once where `FMA`.
#[inline(always)]
fn fused<const FMA: bool>(a: f64, b: f64, c: f64) -> f64 {
    if FMA { a.mul_add(b, c) } else { a * b + c }
}

impl Complex {
    pub const ZERO: Self = Self { re: [0.0; LANES], im: [0.0; LANES] };

    #[inline(always)]
    pub fn plus(self, other: Self) -> Self {
        Self { re: each(|k| self.re[k] + other.re[k]), im: each(|k| self.im[k] + other.im[k]) }
    }

    #[inline(always)]
    pub fn minus(self, other: Self) -> Self {
        Self { re: each(|k| self.re[k] - other.re[k]), im: each(|k| self.im[k] - other.im[k]) }
    }

    /// The product with i.
    #[inline(always)]
    pub fn turned(self) -> Self {
        Self { re: each(|k| -self.im[k]), im: self.re }
    }

    /// The product with a real number for each lane.
    #[inline(always)]
    pub fn scaled(self, by: Lanes) -> Self {
        Self { re: each(|k| self.re[k] * by[k]), im: each(|k| self.im[k] * by[k]) }
    }

    #[inline(always)]
    pub fn times<const FMA: bool>(self, z: Self) -> Self {
        Self {
            re: each(|k| fused::<FMA>(self.re[k], z.re[k], -(self.im[k] * z.im[k]))),
            im: each(|k| fused::<FMA>(self.re[k], z.im[k], self.im[k] * z.re[k])),
        }
    }

    /// The product with the conjugate of z.
    #[inline(always)]
    pub fn over<const FMA: bool>(self, z: Self) -> Self {
        self.times::<FMA>(Self { re: z.re, im: each(|k| -z.im[k]) })
    }

    /// self + a b
    #[inline(always)]
    pub fn plus_product<const FMA: bool>(self, a: Self, b: Self) -> Self {
        Self {
            re: each(|k| fused::<FMA>(-a.im[k], b.im[k], fused::<FMA>(a.re[k], b.re[k], self.re[k]))),
            im: each(|k| fused::<FMA>(a.im[k], b.re[k], fused::<FMA>(a.re[k], b.im[k], self.im[k]))),
        }
    }
}
