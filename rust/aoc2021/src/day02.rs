//! Dive!: four parts of the course are read side by side, without a guess, and followed so.
//!
//! *Reading.* What a line says is chance, so the processor often guesses a branch on it wrong,
//! and that takes longer than reading the line. Here no branch depends on it: two bits of
//! the first letter tell the kind of line, and tables tell what such a line must look like, how
//! long it is with one digit, as most have, and what the digit counts for. The branches left
//! are those on wrong lines. But where a line starts is known only when the one before has been
//! looked at, and the processor would wait; so it is given four lines at once, one from each
//! quarter of the text.
//!
//! *Following.* The quarters' commands stay side by side, one of each in a row, and parts add
//! up rows, which is vector code. A command is packed into a word, forward in the lower half,
//! down in the upper, so that prefix sums of both are one addition. Then quarters are joined as
//! the Haskell solution joins stretches: the later one sinks further by its way ahead times the
//! aim that it starts with. Blocks are so short that no half of a word overflows.
//!
//! Blocks with other lines (more digits, or wrong) are read again, line by line.
//!
//! *Tried.* Branches on the kind of line, adding up turns in a row and ways ahead in a row while
//! reading: a tenth less time for an input read many times, which the processor then knows by
//! heart, but more than twice the time for inputs it hasn't seen. Four slices instead of
//! indices, which needs no unsafe code: a third more. Collecting what is wrong instead of
//! stopping there: a quarter more. Two or three lines at once were slower, five to eight no
//! faster, and so was finding a line's length by shifting a constant instead of in a table.
use contract::InvalidInput;

const FURTHEST: u64 = 1_000_000_000;

pub struct Course(Vec<Piece>);

enum Piece {
    /// Quarters of a piece side by side: the first column is to be followed first.
    Rows(Vec<Row>),
    /// Turn and way ahead of each command.
    Lines(Vec<(i32, i32)>),
}

/// Commands, or 0; each is `forward + (down << 16)`, where one of them is 0; up is negative down.
type Row = [i32; LANES];

const LANES: usize = 4;

/// The most bytes that are read as one piece of rows. A quarter of it, with the rest of the line
/// there, has at most 3279 lines of 5 bytes or more, and 9 * 3279 < 2^15.
const BLOCK: usize = 1 << 16;

/// The longest line that rows are made of; so many bytes are needed from any line's start.
const MARGIN: usize = b"forward 0\n".len();

pub fn parse(text: &str) -> Result<Course, InvalidInput> {
    let text = text.as_bytes();
    let mut pieces = Vec::new();
    let mut start = 0;
    loop {
        let rest = &text[start..];
        let room = rest.len().saturating_sub(MARGIN).min(BLOCK);
        let block = rest[..room].iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
        if let Some(rows) = short_lines(&rest[..block + MARGIN.min(rest.len())]) {
            pieces.push(Piece::Rows(rows));
            start += block;
            continue;
        }
        // Where there is no block, the text's end is near, or that of a very long line.
        let end = start + if block > 0 { block } else { BLOCK };
        let mut commands = Vec::new();
        while start < end {
            let rest = &text[start..];
            let length = rest.iter().position(|&byte| byte == b'\n').unwrap_or(rest.len());
            let command = any_line(&rest[..length]).map_err(|message| {
                let before = text[..start].iter().filter(|&&byte| byte == b'\n').count();
                InvalidInput::new(before + 1, message)
            })?;
            commands.push(command);
            if length == rest.len() {
                pieces.push(Piece::Lines(commands));
                return Ok(Course(pieces));
            }
            start += length + 1;
        }
        pieces.push(Piece::Lines(commands));
    }
}

/// The rows of a text of whole lines that end in one digit, if it is one; `MARGIN` bytes of
/// `text` are what follows.
fn short_lines(text: &[u8]) -> Option<Vec<Row>> {
    let size = text.len().checked_sub(MARGIN).filter(|&size| size > 0)?;
    // The last byte within `size` is a line end, so no cut is beyond.
    let mut cuts = [0, 0, 0, 0, size];
    for (lane, cut) in cuts.iter_mut().enumerate().take(LANES).skip(1) {
        let from = size / LANES * lane;
        *cut = from + 1 + text[from..size].iter().position(|&byte| byte == b'\n')?;
    }
    let longest = cuts.windows(2).map(|ends| ends[1] - ends[0]).max()?;
    let mut rows = vec![[0; LANES]; longest / b"up 0\n".len()];
    let count = side_by_side(text, &cuts, &mut rows)?;
    rows.truncate(count);
    Some(rows)
}

/// Reads the lines from each cut up to the next into columns of `rows`; how many rows it took.
// Its own function, so that its four indices stay in registers.
#[inline(never)]
fn side_by_side(text: &[u8], cuts: &[usize; LANES + 1], rows: &mut [Row]) -> Option<usize> {
    assert!(cuts.iter().all(|cut| cut + MARGIN <= text.len()));
    // SAFETY: each call follows a comparison of its index with a cut, and cuts have the margin.
    let line = |at: &mut usize| unsafe { short_line(text, at) };
    let [mut a, mut b, mut c, mut d, _] = *cuts;
    let mut count = 0;
    for row in &mut *rows {
        if a >= cuts[1] || b >= cuts[2] || c >= cuts[3] || d >= cuts[4] {
            break;
        }
        row[0] = line(&mut a)?;
        row[1] = line(&mut b)?;
        row[2] = line(&mut c)?;
        row[3] = line(&mut d)?;
        count += 1;
    }
    let mut most = count;
    for (lane, mut at) in [a, b, c, d].into_iter().enumerate() {
        let mut row = count;
        while at < cuts[lane + 1] {
            rows[row][lane] = line(&mut at)?;
            row += 1;
        }
        most = most.max(row);
    }
    Some(most)
}

/// What lines look like by the last two bits of their first letters: down, up, forward, none.
struct Kinds {
    mask: [u64; 4],
    word: [u64; 4],
    length: [usize; 4],
    unit: [i32; 4],
}

static KINDS: Kinds = Kinds {
    mask: [(1 << 40) - 1, (1 << 24) - 1, u64::MAX, 0],
    word: [word(b"down \0\0\0"), word(b"up \0\0\0\0\0"), word(b"forward "), 1],
    length: [b"down 0\n".len(), b"up 0\n".len(), b"forward 0\n".len(), MARGIN],
    unit: [1 << 16, -1 << 16, 1, 0],
};

const fn word(bytes: &[u8; 8]) -> u64 {
    u64::from_le_bytes(*bytes)
}

/// The command of the line that starts there, if it ends in one digit; moves on to the next.
///
/// # Safety
///
/// From `at` on, `text` must have `MARGIN` bytes, which no `KINDS.length` exceeds.
#[inline(always)]
unsafe fn short_line(text: &[u8], at: &mut usize) -> Option<i32> {
    // SAFETY: eight bytes are within the margin.
    let start = unsafe { text.as_ptr().add(*at).cast::<[u8; 8]>().read() };
    let start = word(&start);
    let kind = (start & 3) as usize;
    if start & KINDS.mask[kind] != KINDS.word[kind] {
        return None;
    }
    *at += KINDS.length[kind];
    // SAFETY: a line is at least two bytes and at most as long as the margin.
    let end = unsafe { text.as_ptr().add(*at - 2).cast::<[u8; 2]>().read() };
    let amount = i32::from(u16::from_le_bytes(end)) - i32::from(u16::from_le_bytes(*b"0\n"));
    (0..=9).contains(&amount).then(|| amount * KINDS.unit[kind])
}

/// The turn and the way ahead of a line.
#[cold]
fn any_line(line: &[u8]) -> Result<(i32, i32), String> {
    let space = line.iter().position(|&byte| byte == b' ').unwrap_or(line.len());
    let (turn, ahead) = match &line[..space] {
        b"forward" => (0, 1),
        b"down" => (1, 0),
        b"up" => (-1, 0),
        _ => return Err("expected forward, down or up".into()),
    };
    let amount = contract::reading::natural(line.get(space + 1..).unwrap_or(&[]), 0, FURTHEST)
        .map_err(|error| error.message)? as i32;
    Ok((turn * amount, ahead * amount))
}

/// What a part of the course does, as the Haskell solution has it: how far it goes ahead, turns
/// the aim, and sinks if it starts with aim 0. For 9 * 10^9 commands the sums stay below 2^63,
/// and the depth below 2^126.
#[derive(Clone, Copy, Default)]
struct Stretch {
    ahead: i64,
    turn: i64,
    sinks: i128,
}

impl Stretch {
    fn then(self, next: Self) -> Self {
        Self {
            ahead: self.ahead + next.ahead,
            turn: self.turn + next.turn,
            sinks: self.sinks + i128::from(self.turn) * i128::from(next.ahead) + next.sinks,
        }
    }
}

/// Forward and down of a command, or of a sum of commands.
fn halves(sum: i32) -> (i32, i32) {
    (sum & 0x7fff, sum >> 16)
}

/// Turn and way ahead of a piece.
fn totals(piece: &Piece) -> (i64, i64) {
    let add = |(turn, ahead), (more_turn, more_ahead)| {
        (turn + i64::from(more_turn), ahead + i64::from(more_ahead))
    };
    match piece {
        Piece::Lines(commands) => commands.iter().copied().fold((0, 0), add),
        Piece::Rows(rows) => {
            let mut sums = [0; LANES];
            for row in rows {
                for lane in 0..LANES {
                    sums[lane] += row[lane];
                }
            }
            sums.map(halves).into_iter().map(|(ahead, turn)| (turn, ahead)).fold((0, 0), add)
        }
    }
}

fn follow(piece: &Piece) -> Stretch {
    let stretch = |turn: i32, ahead: i32, sinks: i32| Stretch {
        ahead: ahead.into(),
        turn: turn.into(),
        sinks: sinks.into(),
    };
    match piece {
        Piece::Lines(commands) => commands
            .iter()
            .map(|&(turn, ahead)| stretch(turn, ahead, 0))
            .fold(Stretch::default(), Stretch::then),
        Piece::Rows(rows) => {
            // The depth is at most the furthest aim, below 2^15, times the way ahead.
            let (mut sums, mut sinks) = ([0; LANES], [0; LANES]);
            for row in rows {
                for lane in 0..LANES {
                    sums[lane] += row[lane];
                    sinks[lane] += halves(sums[lane]).1 * halves(row[lane]).0;
                }
            }
            sums.into_iter()
                .map(halves)
                .zip(sinks)
                .map(|((ahead, turn), sinks)| stretch(turn, ahead, sinks))
                .fold(Stretch::default(), Stretch::then)
        }
    }
}

pub fn part1(course: &Course) -> i128 {
    let (mut position, mut depth) = (0, 0);
    for (turn, ahead) in course.0.iter().map(totals) {
        position += ahead;
        depth += turn;
    }
    i128::from(position) * i128::from(depth)
}

pub fn part2(course: &Course) -> String {
    let whole = course.0.iter().map(follow).fold(Stretch::default(), Stretch::then);
    product(whole.ahead.unsigned_abs(), whole.sinks)
}

/// A product that may leave 128 bits.
fn product(position: u64, depth: i128) -> String {
    const CUT: u128 = 10_000_000_000_000_000_000;
    if let Some(product) = depth.checked_mul(i128::from(position)) {
        return product.to_string();
    }
    let position = u128::from(position);
    let size = depth.unsigned_abs();
    // Below 2^127, the upper part is below 2^64, and so is the lower: no product overflows.
    let lower = position * (size % CUT);
    let upper = position * (size / CUT) + lower / CUT;
    let lower = lower % CUT;
    let sign = if depth < 0 { "-" } else { "" };
    format!("{sign}{upper}{lower:019}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_of_any_size() {
        assert_eq!(product(0, -5), "0");
        assert_eq!(product(7, -5), "-35");
        assert_eq!(product(10, 10i128.pow(18)), "10000000000000000000");
        assert_eq!(product(1, 10i128.pow(19) + 1), "10000000000000000001");
        // 2^63 * 2^126 = 2^189
        let power = "784637716923335095479473677900958302012794430558004314112";
        assert_eq!(product(1 << 63, 1 << 126), power);
        assert_eq!(product(1 << 63, -1 << 126), format!("-{power}"));
    }

    /// Both answers, one command after the other.
    fn slowly(text: &str) -> (i128, String) {
        let (mut position, mut aim, mut depth) = (0, 0, 0);
        for line in text.split('\n') {
            let (turn, ahead) = any_line(line.as_bytes()).unwrap();
            position += i128::from(ahead);
            aim += i128::from(turn);
            depth += aim * i128::from(ahead);
        }
        (position * aim, product(position as u64, depth))
    }

    #[test]
    fn pieces_do_not_show() {
        let (kinds, mut random) = (["up ", "down ", "down ", "forward "], 1u64);
        for count in (1..200).chain([5000, 9000, 30000, 50000]) {
            for one_in in [2, 40, 3000, u64::MAX] {
                let line = |_| {
                    random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    let amount = if (random >> 40) % one_in == 0 { 1_000_000_000 } else { (random >> 36) % 10 };
                    format!("{}{amount}", kinds[(random >> 60) as usize % 4])
                };
                let text = (0..count).map(line).collect::<Vec<_>>().join("\n");
                let course = parse(&text).unwrap();
                assert_eq!((part1(&course), part2(&course)), slowly(&text));
            }
        }
    }

    #[test]
    fn halves_do_not_overflow() {
        for lines in [["up 9\n", "forward 9\n"], ["down 9\n", "forward 9\n"], ["forward 9\n", "up 9\n"]] {
            for (first, second) in [(20000, 20000), (20000, 100), (13107, 3000), (1600, 900)] {
                let text = lines[0].repeat(first) + &lines[1].repeat(second);
                let course = parse(text.trim_end()).unwrap();
                assert_eq!((part1(&course), part2(&course)), slowly(text.trim_end()));
            }
        }
    }

    #[test]
    fn a_wrong_byte_is_found_anywhere() {
        let text = "forward 1\nup 2\ndown 3\nup 4\nforward 5\ndown 6\n".repeat(4);
        let mut bytes = text.trim_end().as_bytes().to_vec();
        for at in 0..bytes.len() {
            let right = bytes[at];
            let line = 1 + bytes[..at].iter().filter(|&&byte| byte == b'\n').count();
            for wrong in (0..128).filter(|&byte| byte != right) {
                bytes[at] = wrong;
                let found = parse(std::str::from_utf8(&bytes).unwrap()).map_err(|error| error.line).err();
                let expected = if right.is_ascii_digit() && wrong.is_ascii_digit() { None } else { Some(line) };
                assert_eq!(found, expected, "{wrong} at {at}");
            }
            bytes[at] = right;
        }
    }

    #[test]
    fn courses_of_large_amounts() {
        let text = "down 1000000000\nforward 1000000000\n".repeat(20000);
        let course = parse(text.trim_end()).unwrap();
        assert_eq!(part1(&course), 400_000_000 * 10i128.pow(18));
        // The depth is q^2 * (1 + 2 + ... + 20000), the position 20000 q, with q = 10^9.
        assert_eq!(part2(&course), format!("{}{}", 200_010_000u64 * 20_000, "0".repeat(27)));
    }
}
