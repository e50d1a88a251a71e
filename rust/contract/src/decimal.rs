//! Numbers that outgrow machine words.

use std::fmt::{Display, Formatter, Result};
use std::ops::AddAssign;

/// A whole number of any size, eighteen decimal digits a word, the lowest first: it can be added, and is written out word by word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decimal(Vec<u64>);

const DIGITS: usize = 18;
const BASE: u64 = 10u64.pow(DIGITS as u32);

impl Decimal {
    pub fn one() -> Self {
        Self(vec![1])
    }
}

impl AddAssign<&Decimal> for Decimal {
    fn add_assign(&mut self, other: &Decimal) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        let mut carry = 0;
        for (at, word) in self.0.iter_mut().enumerate() {
            if at >= other.0.len() && carry == 0 {
                return;
            }
            let sum = *word + other.0.get(at).unwrap_or(&0) + carry;
            carry = u64::from(sum >= BASE);
            *word = sum - carry * BASE;
        }
        if carry > 0 {
            self.0.push(carry);
        }
    }
}

impl Display for Decimal {
    fn fmt(&self, to: &mut Formatter) -> Result {
        let mut words = self.0.iter().rev();
        write!(to, "{}", words.next().unwrap_or(&0))?;
        words.try_for_each(|word| write!(to, "{word:0DIGITS$}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_doubles_past_every_word() {
        let mut number = Decimal::one();
        for bit in 1..128 {
            let same = number.clone();
            number += &same;
            assert_eq!(number.to_string(), (1u128 << bit).to_string());
        }
    }

    #[test]
    fn numbers_of_different_lengths() {
        let ten_to_36 = Decimal(vec![0, 0, 1]);
        let nines = Decimal(vec![BASE - 1, BASE - 1]);
        let mut sum = Decimal::default();
        assert_eq!(sum.to_string(), "0");
        sum += &nines;
        sum += &Decimal::one();
        assert_eq!(sum, ten_to_36);
        sum += &Decimal::one();
        assert_eq!(sum.to_string(), "1000000000000000000000000000000000001");
        sum += &Decimal::default();
        assert_eq!(sum, Decimal(vec![1, 0, 1]));
    }
}
