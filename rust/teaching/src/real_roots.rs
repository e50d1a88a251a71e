//! How many real roots a polynomial has: by the signs of subresultants, each known by its remainders modulo primes of 30 bits.
//!
//! Sturm's sequence speaks by the signs of its leading coefficients. But for known factors these are determinants, the
//! principal subresultants: whole numbers with a bound (Hadamard's), so that remainders tell them (Collins, 1967). Modulo
//! a prime Euclid's algorithm takes n² steps on words, and the sequence itself as many on numbers with n times the digits.
//! No prime is a bad one, for where a determinant's remainder is 0, it is 0. How gaps count is told by Basu, Pollack and
//! Roy (*Algorithms in Real Algebraic Geometry*, 4.2).

pub use crate::residues::MixedBase;
use crate::residues::{BITS, Prime};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, Zero};

/// Coefficients, the leading one last.
pub type Polynomial = Vec<BigInt>;

pub fn derivative(polynomial: &[BigInt]) -> Polynomial {
    (1u32..).zip(&polynomial[1..]).map(|(power, coefficient)| coefficient * power).collect()
}

/// Does no root come twice? True only if so; false if it looks as if one did modulo a prime.
pub fn has_simple_roots(polynomial: &[BigInt]) -> bool {
    let p = Prime::all().next().expect("there are primes");
    polynomial.len() == 1 || subresultants(p, polynomial).1.len() == 1
}

/// How many real roots there are, each counted once, and at how many of these the sign changes.
pub fn real_roots(polynomial: &[BigInt], base: &mut MixedBase) -> (usize, usize) {
    let degree = polynomial.len() - 1;
    if degree == 0 {
        return (0, 0);
    }
    let [of_this, of_slope] = [length(polynomial), length(&derivative(polynomial))];
    let primes = |index: usize| ((degree - 1 - index) * of_this + (degree - index) * of_slope + 1) / BITS + 1;
    base.grow(primes(0));
    let found: Vec<_> = base.primes().take(primes(0)).map(|p| subresultants(p, polynomial).0).collect();
    let (mut last, mut sign, mut roots) = (degree, polynomial[degree].is_positive(), 0);
    for index in (0..degree).rev() {
        let remainders = found[..primes(index)].iter().map(|row| row[index]);
        let Some(positive) = base.is_positive(remainders) else { continue };
        if (last - index) % 2 == 1 {
            roots += if (sign == positive) == flips(last - index) { -1 } else { 1 };
        }
        (last, sign) = (index, positive);
    }
    let even = if last == 0 { 0 } else { real_roots(&divisor(polynomial, last), base).1 };
    (roots as usize, roots as usize - even)
}

/// The length of the vector of coefficients is below two to this.
fn length(polynomial: &[BigInt]) -> usize {
    polynomial.iter().map(|value| value * value).sum::<BigInt>().bits().div_ceil(2) as usize
}

/// Is the order of so many things, turned around, an odd permutation?
fn flips(count: usize) -> bool {
    count / 2 % 2 == 1
}

/// Modulo a prime, all principal subresultants of a polynomial and its slope, and the greatest common divisor of both.
///
/// With a, b of degrees m, n and the remainder -r of degree k the subresultant of index n is that of a determinant of
/// blocks, `b^(m - n)` but for a sign, and those of a lower index are `b^(m - k)`, for the leading b, times those of b and r. A
/// multiple of r by `s` makes these `s^(n - index)` as large, which is divided by in the end.
fn subresultants(p: Prime, polynomial: &[BigInt]) -> (Vec<u32>, Vec<u32>) {
    let mut found = vec![0; polynomial.len() - 1];
    let mut a: Vec<u32> = polynomial.iter().map(|value| p.remainder(value)).collect();
    if a[found.len()] == 0 {
        return (found, vec![]);
    }
    let mut b: Vec<u32> = (1..).zip(&a[1..]).map(|(power, &value)| p.times(p.word(power), value)).collect();
    let mut steps = Vec::with_capacity(b.len());
    let [mut known, mut scale, mut more, mut all] = [p.word(1); 4];
    loop {
        let (down, from, leading) = (a.len() - b.len(), a.len(), b[b.len() - 1]);
        known = if flips(down) { p.minus(0, known) } else { known };
        steps.push((b.len() - 1, p.times(known, p.power(leading, down)), more));
        for left in (0..=down).rev() {
            let first = a.pop().expect("its degree is not below the divisor's");
            let [keep, take] =
                if left > 0 { [leading, p.minus(0, first)] } else { [p.minus(0, leading), first] };
            a[..left].iter_mut().for_each(|value| *value = p.times(keep, *value));
            for (value, &other) in a[left..].iter_mut().zip(&b) {
                *value = p.reduced(u64::from(keep) * u64::from(*value) + u64::from(take) * u64::from(other));
            }
        }
        while a.last() == Some(&0) {
            a.pop();
        }
        if a.is_empty() {
            break;
        }
        known = p.times(known, p.power(leading, from - a.len()));
        scale = p.times(scale, p.power(leading, down + 1));
        more = p.power(scale, b.len() - a.len());
        all = p.times(all, more);
        std::mem::swap(&mut a, &mut b);
    }
    let mut inverse = p.inverse(all);
    for (index, value, more) in steps.into_iter().rev() {
        found[index] = p.reduced(p.times(value, inverse).into());
        inverse = p.times(inverse, more);
    }
    (found, b)
}

/// The greatest common divisor of a polynomial and its slope, of a known degree.
///
/// Modulo a prime where it has that degree it is known but for a factor. Times the whole leading coefficient, its coefficients are
/// whole, and below `2^degree` times the polynomial's length (Mignotte, 1974).
fn divisor(polynomial: &[BigInt], degree: usize) -> Polynomial {
    let leading = &polynomial[polynomial.len() - 1];
    let (mut base, mut rows) = (MixedBase::default(), Vec::new());
    let primes = (degree + length(polynomial) + 1) / BITS + 1;
    for p in Prime::all() {
        if rows.len() == primes {
            break;
        }
        let (_, found) = subresultants(p, polynomial);
        if found.len() == degree + 1 {
            let scale = p.times(p.remainder(leading), p.inverse(found[degree]));
            rows.push(found.iter().map(|&value| p.reduced(p.times(value, scale).into())).collect::<Vec<_>>());
            base.push(p);
        }
    }
    let found: Polynomial =
        (0..=degree).map(|place| base.number(rows.iter().map(|row| row[place]))).collect();
    let content = found.iter().fold(BigInt::zero(), |content, value| content.gcd(value));
    found.into_iter().map(|value| value / &content).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The product of (x - root)^times over all, and of so many (x² + 1).
    fn product(roots: &[(i64, usize)], pairs: usize) -> Polynomial {
        let linear = roots.iter().flat_map(|&(root, times)| vec![vec![-root, 1]; times]);
        linear.chain(vec![vec![1, 0, 1]; pairs]).fold(vec![BigInt::from(-3)], |product, factor| {
            let mut found = vec![BigInt::zero(); product.len() + factor.len() - 1];
            for (place, value) in product.iter().enumerate() {
                for (shift, more) in factor.iter().enumerate() {
                    found[place + shift] += value * more;
                }
            }
            found
        })
    }

    #[test]
    fn roots_are_counted_with_gaps_and_multiples() {
        let mut base = MixedBase::default();
        for (roots, pairs) in [
            (vec![], 0),
            (vec![], 3),
            (vec![(0, 1)], 0),
            (vec![(0, 7)], 2),
            (vec![(1, 2), (-5, 3), (9, 4), (10, 1)], 1),
            ((-9..10).map(|root| (root, 1)).collect(), 5),
            ((-4..5).map(|root| (root * 1003, 3)).collect(), 2),
        ] {
            let odd = roots.iter().filter(|&&(_, times)| times % 2 == 1).count();
            assert_eq!(real_roots(&product(&roots, pairs), &mut base), (roots.len(), odd), "{roots:?}");
        }
        for degree in 1..40 {
            let mut gaps = vec![BigInt::zero(); degree + 1];
            (gaps[0], gaps[degree]) = (BigInt::from(-2), BigInt::from(1));
            let expected = 2 - degree % 2;
            assert_eq!(real_roots(&gaps, &mut base), (expected, expected), "{degree}");
        }
    }
}
