//! Reading what most inputs are made of: numbers.

use crate::InvalidInput;

/// The number from 0 to `limit` that decimal digits spell; no sign, no space, no underscore.
///
/// # Errors
///
/// [`InvalidInput`] on `line` where `word` spells none.
pub fn natural(word: &[u8], line: usize, limit: u64) -> Result<u64, InvalidInput> {
    let value = word.iter().try_fold(0u64, |value, byte| match byte {
        b'0'..=b'9' => value.checked_mul(10)?.checked_add(u64::from(byte - b'0')),
        _ => None,
    });
    match value {
        Some(value) if value <= limit && !word.is_empty() => Ok(value),
        _ => Err(InvalidInput::new(line, format!("expected a number from 0 to {limit}"))),
    }
}

/// The whole number that a text begins with: decimal digits, behind a minus if it is negative. It is
/// taken off the text; `None` if there are no digits. Whatever is further from 0 than `limit`, which is below
/// 10^17, is read as just beyond it.
#[inline]
pub fn integer(text: &mut &[u8], limit: i64) -> Option<i64> {
    let unsigned = text.strip_prefix(b"-").unwrap_or(text);
    let (mut value, mut length) = (0, 0);
    while let Some(digit) =
        unsigned.get(length).map(|byte| byte.wrapping_sub(b'0')).filter(|&digit| digit < 10)
    {
        value = (value * 10 + i64::from(digit)).min(limit + 1);
        length += 1;
    }
    let negative = unsigned.len() < text.len();
    *text = &unsigned[length..];
    (length > 0).then_some(if negative { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_plain_digits_within_the_limit() {
        assert_eq!(natural(b"0", 1, 9), Ok(0));
        assert_eq!(natural(b"0000000000000000000000009", 1, 9), Ok(9));
        assert_eq!(natural(b"18446744073709551615", 1, u64::MAX), Ok(u64::MAX));
        for word in ["", "10", "-1", "+1", " 1", "1_0", "18446744073709551616"] {
            let error = InvalidInput::new(3, "expected a number from 0 to 9");
            assert_eq!(natural(word.as_bytes(), 3, 9), Err(error), "{word:?}");
        }
    }

    #[test]
    fn integers_may_have_a_minus_and_are_taken_off() {
        for (word, value, left) in [("-12,", -12, ","), ("0", 0, ""), ("-00..", 0, ".."), ("10-", 10, "-")] {
            let mut text = word.as_bytes();
            assert_eq!((integer(&mut text, 12), text), (Some(value), left.as_bytes()), "{word:?}");
        }
        for (word, value) in [("13", 13), ("99999999999999999999999", 13), ("-18446744073709551616", -13)] {
            assert_eq!(integer(&mut word.as_bytes(), 12), Some(value), "{word:?}");
        }
        for word in ["", "-", "+1", "--1", " 1", "x"] {
            assert_eq!(integer(&mut word.as_bytes(), 12), None, "{word:?}");
        }
    }
}
