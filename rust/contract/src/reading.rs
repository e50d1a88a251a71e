//! Reading by forms: what a line looks like is said once, and a line that does not is refused with one message.
//!
//! ```
//! use contract::reading::{Cursor, lines};
//!
//! let form = |line: &mut Cursor| {
//!     let x = line.natural(9999)?;
//!     line.tag(",")?;
//!     Some((x, line.natural(9999)?))
//! };
//! assert_eq!(lines("1,2\n3,4", "expected two numbers as 1,2", form), Ok(vec![(1, 2), (3, 4)]));
//! assert_eq!(lines("1,2\n3;4", "expected two numbers as 1,2", form).unwrap_err().line, 2);
//! ```
//!
//! A text of several forms is read by a [`Cursor`] of its own: [`line`](Cursor::line), [`block`](Cursor::block),
//! [`blank`](Cursor::blank), [`blocks`](Cursor::blocks). No form reads across the end of its line.

use crate::InvalidInput;

/// A place in a text. What does not begin there is `None`, and the place may have moved: to try something else, keep a copy.
#[derive(Clone, Copy)]
pub struct Cursor<'a> {
    text: &'a [u8],
    rest: &'a [u8],
    /// The end of the last line has been read.
    done: bool,
}

const NO_MORE: &str = "expected no more lines";

impl<'a> Cursor<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { text: text.as_bytes(), rest: text.as_bytes(), done: false }
    }

    /// Just these bytes.
    #[inline]
    pub fn tag(&mut self, bytes: &str) -> Option<()> {
        self.rest = self.rest.strip_prefix(bytes.as_bytes())?;
        Some(())
    }

    /// A number from 0 to `most`, in 1 to 18 decimal digits.
    #[inline]
    pub fn natural(&mut self, most: u64) -> Option<u64> {
        let (mut value, mut length) = (0u64, 0);
        while let Some(digit) =
            self.rest.get(length).map(|byte| byte.wrapping_sub(b'0')).filter(|&digit| digit < 10)
        {
            value = value.wrapping_mul(10).wrapping_add(digit.into());
            length += 1;
        }
        self.rest = &self.rest[length..];
        (0 < length && length <= 18 && value <= most).then_some(value)
    }

    /// A number as far from 0 as `most` or less, after a minus if it is negative.
    #[inline]
    pub fn integer(&mut self, most: u64) -> Option<i64> {
        let negative = self.tag("-").is_some();
        let size = self.natural(most)? as i64;
        Some(if negative { -size } else { size })
    }

    /// The next byte of the line, whatever it is.
    #[inline]
    pub fn byte(&mut self) -> Option<u8> {
        let (&byte, rest) = self.rest.split_first().filter(|(byte, _)| **byte != b'\n')?;
        self.rest = rest;
        Some(byte)
    }

    /// One or more bytes of the line, as many as may be there.
    #[inline]
    pub fn word(&mut self, may: impl Fn(u8) -> bool) -> Option<&'a [u8]> {
        let end = self.rest.iter().position(|&byte| byte == b'\n' || !may(byte)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        (end > 0).then_some(word)
    }

    /// Any number of spaces.
    #[inline]
    pub fn spaces(&mut self) {
        while let [b' ', rest @ ..] = self.rest {
            self.rest = rest;
        }
    }

    /// Which of these begins here? The first that does is read.
    #[inline]
    pub fn choice(&mut self, tags: &[&str]) -> Option<usize> {
        tags.iter().position(|tag| self.tag(tag).is_some())
    }

    /// One or more, with `between` two of them.
    #[inline]
    pub fn separated<T>(
        &mut self,
        between: &str,
        mut item: impl FnMut(&mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        let mut items = vec![item(self)?];
        while self.tag(between).is_some() {
            items.push(item(self)?);
        }
        Some(items)
    }

    /// Is the whole text read, the end of its last line included?
    pub fn is_done(&self) -> bool {
        self.done
    }

    /// What is wrong with the line in which the place is.
    pub fn fault(&self, message: &str) -> InvalidInput {
        let read = &self.text[..self.text.len() - self.rest.len()];
        InvalidInput::new(1 + read.iter().filter(|&&byte| byte == b'\n').count(), message)
    }

    /// A line, with its end.
    ///
    /// # Errors
    ///
    /// [`InvalidInput`] with the message where the line has another form, or there is none.
    #[inline]
    pub fn line<T>(
        &mut self,
        message: &str,
        form: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Result<T, InvalidInput> {
        let found = if self.done { None } else { form(self) };
        match (found, self.rest) {
            (Some(value), []) => {
                self.done = true;
                Ok(value)
            }
            (Some(value), [b'\n', rest @ ..]) => {
                self.rest = rest;
                Ok(value)
            }
            _ => Err(self.fault(message)),
        }
    }

    /// One or more lines of one form, up to an empty one or the end of the text.
    ///
    /// # Errors
    ///
    /// As [`line`](Self::line).
    pub fn block<T>(
        &mut self,
        message: &str,
        mut form: impl FnMut(&mut Self) -> Option<T>,
    ) -> Result<Vec<T>, InvalidInput> {
        let mut found = vec![self.line(message, &mut form)?];
        while !self.done && !matches!(self.rest, [] | [b'\n', ..]) {
            found.push(self.line(message, &mut form)?);
        }
        Ok(found)
    }

    /// An empty line.
    ///
    /// # Errors
    ///
    /// As [`line`](Self::line).
    pub fn blank(&mut self, message: &str) -> Result<(), InvalidInput> {
        self.line(message, |_| Some(()))
    }

    /// One or more, with an empty line between two of them, up to the end of the text.
    ///
    /// # Errors
    ///
    /// Those of `form`, or [`InvalidInput`] on what follows one and is no empty line.
    pub fn blocks<T>(
        &mut self,
        mut form: impl FnMut(&mut Self) -> Result<T, InvalidInput>,
    ) -> Result<Vec<T>, InvalidInput> {
        let mut found = vec![form(self)?];
        while !self.done {
            self.blank("expected an empty line")?;
            found.push(form(self)?);
        }
        Ok(found)
    }

    /// The end of the text, after its last line.
    ///
    /// # Errors
    ///
    /// [`InvalidInput`] where there is another line.
    pub fn end(&self) -> Result<(), InvalidInput> {
        if self.done { Ok(()) } else { Err(self.fault(NO_MORE)) }
    }
}

/// A text whose lines all have one form.
///
/// # Errors
///
/// [`InvalidInput`] with the message on the first line that has another form.
#[inline]
pub fn lines<'a, T>(
    text: &'a str,
    message: &str,
    mut form: impl FnMut(&mut Cursor<'a>) -> Option<T>,
) -> Result<Vec<T>, InvalidInput> {
    let mut cursor = Cursor::new(text);
    let mut found = Vec::with_capacity(text.len() / 8 + 1);
    while !cursor.done {
        found.push(cursor.line(message, &mut form)?);
    }
    Ok(found)
}

/// A text of one line.
///
/// # Errors
///
/// [`InvalidInput`] with the message on a line of another form, or on a second line.
#[inline]
pub fn single<'a, T>(
    text: &'a str,
    message: &str,
    form: impl FnOnce(&mut Cursor<'a>) -> Option<T>,
) -> Result<T, InvalidInput> {
    let mut cursor = Cursor::new(text);
    let found = cursor.line(message, form)?;
    cursor.end()?;
    Ok(found)
}

/// A text whose rows are as long as the first: at least one byte, and at most as many as a limit, which holds for the
/// number of rows, too.
#[derive(Clone, Copy)]
pub struct Grid<'a> {
    pub width: usize,
    pub height: usize,
    text: &'a [u8],
}

impl<'a> Grid<'a> {
    /// Reads a grid of bytes that may be there.
    ///
    /// # Errors
    ///
    /// [`InvalidInput`] with the message on the first row that is not so.
    pub fn new(
        text: &'a str,
        most: usize,
        message: &str,
        may: impl Fn(u8) -> bool,
    ) -> Result<Self, InvalidInput> {
        let bytes = text.as_bytes();
        let width = bytes.iter().position(|&byte| byte == b'\n').unwrap_or(bytes.len());
        let mut rest = Some(bytes);
        let mut height = 0;
        while let Some(here) = rest {
            height += 1;
            let (row, after) = here.split_at(width.min(here.len()));
            // No early end, so that it is vector code.
            let fine = row.iter().fold(true, |fine, &byte| fine & may(byte));
            let ends = after.first().is_none_or(|&byte| byte == b'\n');
            if row.len() < width || width == 0 || !fine || !ends || height.max(width) > most {
                return Err(InvalidInput::new(height, message));
            }
            rest = after.get(1..);
        }
        Ok(Self { width, height, text: bytes })
    }

    pub fn rows(self) -> impl DoubleEndedIterator<Item = &'a [u8]> + ExactSizeIterator {
        self.text.chunks(self.width + 1).map(move |row| &row[..self.width])
    }

    /// The cells row after row with a border around them, so that all have neighbours; a row takes `width + 2`.
    pub fn padded<T: Copy>(self, border: T, cell: impl Fn(u8) -> T) -> Vec<T> {
        let width = self.width + 2;
        let mut cells = vec![border; width * (self.height + 2)];
        for (row, to) in self.rows().zip(cells.chunks_exact_mut(width).skip(1)) {
            to[1..=row.len()].iter_mut().zip(row).for_each(|(to, &byte)| *to = cell(byte));
        }
        cells
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two numbers, as `1,-2`.
    fn pair(line: &mut Cursor) -> Option<(u64, i64)> {
        let first = line.natural(99)?;
        line.tag(",")?;
        Some((first, line.integer(99)?))
    }

    #[test]
    fn lines_have_one_form() {
        assert_eq!(lines("1,2", "wrong", pair), Ok(vec![(1, 2)]));
        assert_eq!(lines("1,-2\n003,4", "wrong", pair), Ok(vec![(1, -2), (3, 4)]));
        for (text, line) in [
            ("", 1),
            ("1,2\n", 2),
            ("1,2\n\n1,2", 2),
            ("1\n,2", 1),
            ("1,\n2", 1),
            ("1,2 \n1,2", 1),
            ("1,2\n1,2\n1,100", 3),
            ("1,+2", 1),
            ("1,--2", 1),
            ("1,-100", 1),
            ("1,2\n0000000000000000001,2", 2),
            ("18446744073709551617,1", 1),
        ] {
            assert_eq!(lines(text, "wrong", pair), Err(InvalidInput::new(line, "wrong")), "{text:?}");
        }
        assert_eq!(lines("000000000000000001,2", "wrong", pair), Ok(vec![(1, 2)]));
    }

    #[test]
    fn one_line_is_one() {
        let list = |text| single(text, "wrong", |line| line.separated(",", |item| item.natural(9)));
        assert_eq!(list("1,2,3"), Ok(vec![1, 2, 3]));
        for (text, line, message) in [
            ("", 1, "wrong"),
            ("1,", 1, "wrong"),
            ("1,\n2", 1, "wrong"),
            ("1\n", 2, NO_MORE),
            ("1\n2", 2, NO_MORE),
        ] {
            assert_eq!(list(text), Err(InvalidInput::new(line, message)), "{text:?}");
        }
    }

    #[test]
    fn words_and_choices() {
        let form = |line: &mut Cursor| {
            let first = line.choice(&["on", "off"])?;
            line.spaces();
            let word = line.word(|byte| byte.is_ascii_lowercase())?;
            Some((first, String::from_utf8(word.to_vec()).unwrap(), line.byte()?))
        };
        assert_eq!(single("off   ab!", "wrong", form), Ok((1, "ab".to_owned(), b'!')));
        for text in ["on ab", "on ab\n", "on !", "o ab!", "on\nab!"] {
            assert_eq!(single(text, "wrong", form), Err(InvalidInput::new(1, "wrong")), "{text:?}");
        }
    }

    #[test]
    fn blocks_are_separated_by_empty_lines() {
        let read = |text| {
            let mut cursor = Cursor::new(text);
            cursor.blocks(|cursor| {
                cursor.line("name", |line| line.tag("name:"))?;
                cursor.block("number", |line| line.natural(9))
            })
        };
        assert_eq!(read("name:\n1\n2\n\nname:\n3"), Ok(vec![vec![1, 2], vec![3]]));
        for (text, line, message) in [
            ("", 1, "name"),
            ("name:", 1, "number"),
            ("name:\n", 2, "number"),
            ("name:\n\n1", 2, "number"),
            ("name:\n1\n", 3, "name"),
            ("name:\n1\n\n", 4, "name"),
            ("name:\n1\n\n\nname:\n1", 4, "name"),
            ("name:\n1\nname:\n1", 3, "number"),
        ] {
            assert_eq!(read(text), Err(InvalidInput::new(line, message)), "{text:?}");
        }
    }

    #[test]
    fn a_text_ends() {
        let read = |text| {
            let mut cursor = Cursor::new(text);
            cursor.block("number", |line| line.natural(9))?;
            cursor.blank("blank")?;
            cursor.block("number", |line| line.natural(9))?;
            cursor.end()
        };
        assert_eq!(read("1\n\n2"), Ok(()));
        for (text, line, message) in [("1", 1, "blank"), ("1\n", 2, "number"), ("1\n\n2\n", 4, NO_MORE)] {
            assert_eq!(read(text), Err(InvalidInput::new(line, message)), "{text:?}");
        }
    }

    #[test]
    fn grids_are_padded() {
        let grid = |text| Grid::new(text, 3, "wrong", |byte| byte.is_ascii_digit());
        let found = grid("12\n34\n56").unwrap();
        assert_eq!((found.width, found.height), (2, 3));
        assert_eq!(found.rows().next_back(), Some(b"56".as_slice()));
        let padded = found.padded(0, |byte| byte - b'0');
        assert_eq!(padded, [0, 0, 0, 0, 0, 1, 2, 0, 0, 3, 4, 0, 0, 5, 6, 0, 0, 0, 0, 0]);
        for (text, line) in [("", 1), ("1234", 1), ("1\n2\n3\n4", 4), ("1\nx", 2), ("1\n23", 2)] {
            assert_eq!(grid(text).err(), Some(InvalidInput::new(line, "wrong")), "{text:?}");
        }
    }

    #[test]
    fn rectangles_have_a_width_and_rows() {
        let read = |text| {
            let grid = Grid::new(text, 3, "wrong", |byte| byte.is_ascii_digit())?;
            Ok((grid.width, grid.rows().map(|row| std::str::from_utf8(row).unwrap()).collect::<Vec<_>>()))
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
            ("1234\n5", 1),
            ("123a\n5", 1),
            ("1\n2\n3\n4", 4),
            ("1\n2\n3\n45", 4),
        ] {
            assert_eq!(read(text), Err(InvalidInput::new(line, "wrong")), "{text:?}");
        }
    }
}
