//! Sets in words.

/// The places of a word's ones, the lowest first.
#[inline]
pub fn ones(mut word: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let place = word.trailing_zeros() as usize;
        (word != 0).then(|| {
            word &= word - 1;
            place
        })
    })
}

/// The 64 bits that begin `by` places, 0 to 64, above the lowest of two words in a row.
#[inline]
pub fn window(low: u64, high: u64, by: u32) -> u64 {
    debug_assert!(by <= 64);
    low.checked_shr(by).unwrap_or(0) | high.checked_shl(64 - by).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ones_are_found_from_the_lowest() {
        assert_eq!(ones(0).count(), 0);
        assert_eq!(ones(0b1011).collect::<Vec<_>>(), [0, 1, 3]);
        assert_eq!(ones(1 << 63 | 1 << 5).collect::<Vec<_>>(), [5, 63]);
        assert_eq!(ones(u64::MAX).collect::<Vec<_>>(), (0..64).collect::<Vec<_>>());
    }

    #[test]
    fn a_window_slides_over_both_words() {
        assert_eq!(window(3, 5, 0), 3);
        assert_eq!(window(3, 5, 1), 1 | 1 << 63);
        assert_eq!(window(3, 5, 63), 5 << 1);
        assert_eq!(window(3, 5, 64), 5);
    }
}
