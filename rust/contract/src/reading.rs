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
}
