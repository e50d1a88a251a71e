//! Roots of unity, found in whole numbers, so that each is rounded once.

use super::complex::{Complex, LANES, each};

/// A point's cosine and sine in 2^-62; as a factor, a rotation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rotation(i64, i64);

const ONE: i64 = 1 << 62;

/// By 2^-k of a turn, each within a few 2^-62: halves have cos² = (1 + cos) / 2 and sin = sin / (2 cos).
const HALVED: [Rotation; 65] = {
    let mut halved = [Rotation(ONE, 0); 65];
    halved[1] = Rotation(-ONE, 0);
    halved[2] = Rotation(0, ONE);
    let mut k = 3;
    while k < 65 {
        let Rotation(cos, sin) = halved[k - 1];
        let half = (((ONE + cos) as u128) << 61).isqrt() as i64;
        halved[k] = Rotation(half, (((sin as i128) << 61) / half as i128) as i64);
        k += 1;
    }
    halved
};

/// By an angle in 2^-64 of a turn.
pub fn turn(angle: u64) -> Rotation {
    (1..=64).filter(|k| angle >> (64 - k) & 1 == 1).fold(HALVED[0], |rotation, k| rotation.times(HALVED[k]))
}

impl Rotation {
    /// One after the other.
    pub fn times(self, other: Self) -> Self {
        let product = |a: i64, b: i64| i128::from(a) * i128::from(b);
        let scaled = |value: i128| ((value + (1 << 61)) >> 62) as i64;
        Self(
            scaled(product(self.0, other.0) - product(self.1, other.1)),
            scaled(product(self.0, other.1) + product(self.1, other.0)),
        )
    }
}

/// What a block x^4h - w is split by: y with y^4 = w, y^2 and y^3.
pub type Roots = [Complex; 3];

pub fn powers(y: [Rotation; LANES]) -> Roots {
    let square = each(|k| y[k].times(y[k]));
    let cube = each(|k| y[k].times(square[k]));
    let nearest = |value: i64| value as f64 / ONE as f64;
    [y, square, cube].map(|z| Complex { re: z.map(|z| nearest(z.0)), im: z.map(|z| nearest(z.1)) })
}

/// The order in which a block's quarters x^h - w come, w being y, -y, iy and -iy: in quarters of a turn.
pub const QUARTERS: [u64; 4] = [0, 2, 1, 3];

/// The roots of all blocks by depth, from a whole whose w are at these angles; an angle is in 2^-64 of a turn.
///
/// The w of a quarter is at a fourth of its whole's angle and some quarters of a turn, and so on. So what the way to a block
/// adds does not depend on its depth, if the last digit of its number weighs most.
pub fn table(angles: [u64; LANES], depths: u32) -> Vec<Vec<Roots>> {
    let mut ways = vec![turn(0)];
    (0..depths)
        .map(|depth| {
            if depth > 0 {
                let rotations = QUARTERS.map(|quarters| turn(quarters << (62 - 2 * depth)));
                ways = rotations
                    .iter()
                    .flat_map(|&rotation| ways.iter().map(move |way| way.times(rotation)))
                    .collect();
            }
            let first = angles.map(|angle| turn(angle >> (2 * depth + 2)));
            ways.iter().map(|&way| powers(each(|k| first[k].times(way)))).collect()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns_add_up_and_keep_their_length() {
        for (a, b) in
            [(1, 2), (1 << 63, 1 << 62), (0x0123_4567_89ab_cdef, 0xfedc_ba98_7654_3210), (u64::MAX, 77)]
        {
            let (Rotation(x, y), Rotation(z, w)) = (turn(a).times(turn(b)), turn(a.wrapping_add(b)));
            assert!(x.abs_diff(z) < 256 && y.abs_diff(w) < 256);
            assert!((i128::from(x).pow(2) + i128::from(y).pow(2) - (1 << 124)).abs() < 1 << 71);
        }
        let angle = std::f64::consts::TAU * 0.3;
        let [y, _, _] = powers([turn((0.3 * 2f64.powi(64)) as u64); LANES]);
        assert!((y.re[0] - angle.cos()).abs() < 1e-15 && (y.im[3] - angle.sin()).abs() < 1e-15);
    }
}
