//! Numbers as text, eight digits at a time.

/// Coefficients as text, the most significant first, each with the sign.
pub fn written(coefficients: &[u64], negative: bool) -> String {
    let longest = coefficients.iter().max().map_or(1, |most| most.checked_ilog10().unwrap_or(0) as usize + 1);
    let mut text = vec![0; coefficients.len() * (longest + 2) + 8];
    let mut at = 0;
    for &coefficient in coefficients.iter().rev() {
        if negative && coefficient > 0 {
            text[at] = b'-';
            at += 1;
        }
        at = write_number(&mut text, at, coefficient);
        text[at] = b' ';
        at += 1;
    }
    text.truncate(at - 1);
    String::from_utf8(text).expect("all ASCII")
}

/// Writes a number at a place, and up to seven bytes too many; where it ends.
#[inline]
fn write_number(text: &mut [u8], at: usize, value: u64) -> usize {
    const EIGHT: u64 = 100_000_000;
    let (at, value, zeros) = if value < EIGHT {
        let word = numerals(value as u32);
        (at, word, (word | 1 << 56).trailing_zeros() / 8)
    } else {
        (write_number(text, at, value / EIGHT), numerals((value % EIGHT) as u32), 0)
    };
    let word = (value | 0x3030_3030_3030_3030) >> (8 * zeros);
    text[at..at + 8].copy_from_slice(&word.to_le_bytes());
    at + 8 - zeros as usize
}

/// The eight decimal digits of a value, a byte each, the most significant in the lowest byte.
#[inline(always)]
pub fn numerals(value: u32) -> u64 {
    let high = value / 10_000;
    u64::from(four(high)) | u64::from(four(value - 10_000 * high)) << 32
}

/// The four decimal digits of a value, likewise: both halves are split side by side.
#[inline(always)]
pub fn four(value: u32) -> u32 {
    let hundreds = (value * 5243) >> 19;
    let twos = hundreds + ((value - 100 * hundreds) << 16);
    let tens = ((twos * 103) >> 10) & 0x000f_000f;
    tens + ((twos - 10 * tens) << 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_std_writes_them() {
        let mut random = 88_172_645_463_325_252u64;
        let mut next = || {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            random
        };
        let numbers = (0..2000).map(|_| next() >> (next() % 64));
        let edges = (0..20).flat_map(|e| [10u64.pow(e) - 1, 10u64.pow(e), 10u64.pow(e) + 1]);
        let numbers: Vec<u64> = numbers.chain(edges).chain([0, u64::MAX]).collect();
        for sign in ["", "-"] {
            let words =
                numbers.iter().rev().map(|n| if *n > 0 { format!("{sign}{n}") } else { "0".to_owned() });
            assert_eq!(written(&numbers, sign == "-"), words.collect::<Vec<_>>().join(" "));
        }
    }
}
