//! Reading what most inputs are made of: numbers and rectangles.

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

/// The width of a text and its rows, which are all as long as the first, not empty, and made of bytes that may be there.
///
/// # Errors
///
/// [`InvalidInput`] that says `wrong` on the first row that is not so, and `outside` on one that is, but is not among so
/// many rows and columns.
pub fn rectangular<'a>(
    text: &'a str,
    may: impl Fn(u8) -> bool,
    wrong: &str,
    most: usize,
    outside: &str,
) -> Result<(usize, impl ExactSizeIterator<Item = &'a [u8]> + Clone), InvalidInput> {
    let text = text.as_bytes();
    let width = text.iter().position(|&byte| byte == b'\n').unwrap_or(text.len());
    let mut rest = Some(text);
    let mut number = 0;
    while let Some(here) = rest {
        number += 1;
        let (row, behind) = here.split_at(width.min(here.len()));
        // No early end, so that it is vector code.
        let fine = row.iter().fold(true, |fine, &byte| fine & may(byte));
        let ends = behind.first().is_none_or(|&byte| byte == b'\n');
        if row.len() < width || width == 0 || !fine || !ends {
            return Err(InvalidInput::new(number, wrong));
        }
        if number > most || width > most {
            return Err(InvalidInput::new(number, outside));
        }
        rest = behind.get(1..);
    }
    Ok((width, text.chunks(width + 1).map(move |row| &row[..width])))
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
    fn rectangles_have_a_width_and_rows() {
        let read = |text| {
            let (width, rows) = rectangular(text, |byte| byte.is_ascii_digit(), "wrong", 3, "outside")?;
            Ok((width, rows.map(|row| std::str::from_utf8(row).unwrap()).collect::<Vec<_>>()))
        };
        assert_eq!(read("1"), Ok((1, vec!["1"])));
        assert_eq!(read("12\n34\n56"), Ok((2, vec!["12", "34", "56"])));
        for (text, line) in [
            ("", 1),
            ("\n", 1),
            ("\n1", 1),
            ("12\n", 2),
            ("1\n\n1", 2),
            ("12\n3", 2),
            ("12\n345", 2),
            ("12\n3 \n4", 2),
        ] {
            assert_eq!(read(text), Err(InvalidInput::new(line, "wrong")), "{text:?}");
        }
        for (text, line) in [("1234\n5", 1), ("1\n2\n3\n4", 4)] {
            assert_eq!(read(text), Err(InvalidInput::new(line, "outside")), "{text:?}");
        }
        assert_eq!(read("123a\n5"), Err(InvalidInput::new(1, "wrong")));
        assert_eq!(read("1\n2\n3\n45"), Err(InvalidInput::new(4, "wrong")));
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
