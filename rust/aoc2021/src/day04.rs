//! Giant Squid: nothing is played.
//!
//! A number that is called at time t is marked from t on. So a line is full at the *latest* of its five
//! times, and a board wins at the *earliest* of its ten lines: 25 table look-ups, then minima and maxima
//! of a few registers. Only the board that is asked for has its score worked out.
use contract::reading::natural;
use contract::{InvalidInput, NoAnswer};

const LIMIT: u32 = 999_999;
const NEVER: u32 = u32::MAX;

type Board = [u32; 25];

pub struct Game {
    calls: Vec<u32>,
    boards: Vec<Board>,
}

pub fn parse(text: &str) -> Result<Game, InvalidInput> {
    read(text.as_bytes()).ok_or_else(|| first_fault(text))
}

pub fn part1(game: &Game) -> Result<u64, NoAnswer> {
    let times = Times::new(&game.calls);
    let wins = times.wins(&game.boards);
    // The first of the smallest...
    times.score(game, wins.min_by_key(|&(time, _)| time))
}

pub fn part2(game: &Game) -> Result<u64, NoAnswer> {
    let times = Times::new(&game.calls);
    let wins = times.wins(&game.boards);
    // ...and the last of the largest.
    times.score(game, wins.max_by_key(|&(time, _)| time))
}

/// When each number up to the largest called is called first.
struct Times(Vec<u32>);

impl Times {
    fn new(calls: &[u32]) -> Self {
        let largest = calls.iter().copied().max().unwrap_or(0);
        let mut times = vec![NEVER; largest as usize + 1];
        for (time, &number) in (0..).zip(calls) {
            let first = &mut times[number as usize];
            *first = time.min(*first);
        }
        Self(times)
    }

    #[inline]
    fn of(&self, number: u32) -> u32 {
        self.0.get(number as usize).copied().unwrap_or(NEVER)
    }

    /// The boards that win, each with its time.
    fn wins<'a>(&self, boards: &'a [Board]) -> impl Iterator<Item = (u32, &'a Board)> {
        boards.iter().map(|board| (self.win(board), board)).filter(|&(time, _)| time != NEVER)
    }

    fn win(&self, board: &Board) -> u32 {
        let mut columns = [0; 5];
        let mut earliest = NEVER;
        for row in board.chunks_exact(5) {
            let mut latest = 0;
            for (column, &number) in columns.iter_mut().zip(row) {
                let time = self.of(number);
                latest = latest.max(time);
                *column = time.max(*column);
            }
            earliest = earliest.min(latest);
        }
        columns.into_iter().fold(earliest, u32::min)
    }

    /// At most 25 * 999999 * 999999, which is below 2^45.
    fn score(&self, game: &Game, win: Option<(u32, &Board)>) -> Result<u64, NoAnswer> {
        let (time, board) = win.ok_or_else(|| NoAnswer("no board wins".into()))?;
        let unmarked = board.iter().filter(|&&number| self.of(number) > time);
        Ok(unmarked.map(|&number| u64::from(number)).sum::<u64>() * u64::from(game.calls[time as usize]))
    }
}

/// The game in one pass; nothing if the text is no valid input.
fn read(text: &[u8]) -> Option<Game> {
    let mut at = 0;
    let mut calls = Vec::with_capacity(128);
    loop {
        calls.push(number(text, &mut at)?);
        match text.get(at)? {
            b',' => at += 1,
            b'\n' => break,
            _ => return None,
        }
    }
    let mut boards = Vec::with_capacity((text.len() - at) / 75 + 1);
    while at < text.len() {
        // Here and at each row's start, `at` is where the line before ends.
        if text[at] != b'\n' {
            return None;
        }
        at += 1;
        let mut board = [0; 25];
        for row in board.chunks_exact_mut(5) {
            if *text.get(at)? != b'\n' {
                return None;
            }
            at += 1;
            if let Some(aligned) = text.get(at..).and_then(aligned_row) {
                row.copy_from_slice(&aligned);
                at += 14;
                continue;
            }
            for cell in row {
                while text.get(at) == Some(&b' ') {
                    at += 1;
                }
                *cell = number(text, &mut at)?;
            }
        }
        boards.push(board);
    }
    Some(Game { calls, boards })
}

/// The row of a line as most inputs have it: two places a number, 14 in all.
#[inline]
fn aligned_row(text: &[u8]) -> Option<[u32; 5]> {
    let (line, rest) = text.split_first_chunk::<14>()?;
    let mut row = [0; 5];
    let mut good = rest.first().is_none_or(|&byte| byte == b'\n');
    for (at, number) in row.iter_mut().enumerate() {
        let (tens, ones) = (line[3 * at], line[3 * at + 1].wrapping_sub(b'0'));
        let tens = if tens == b' ' { 0 } else { tens.wrapping_sub(b'0') };
        good &= (tens < 10) & (ones < 10) & (at == 4 || line[3 * at + 2] == b' ');
        *number = u32::from(tens) * 10 + u32::from(ones);
    }
    good.then_some(row)
}

#[inline]
fn number(text: &[u8], at: &mut usize) -> Option<u32> {
    let start = *at;
    let mut value = 0;
    while let Some(digit) = text.get(*at).map(|byte| byte.wrapping_sub(b'0')).filter(|&digit| digit < 10) {
        value = value * 10 + u32::from(digit);
        if value > LIMIT {
            return None;
        }
        *at += 1;
    }
    (*at > start).then_some(value)
}

/// What is wrong with a text that `read` refused, line by line.
fn first_fault(text: &str) -> InvalidInput {
    let mut count = 0;
    for line in text.split('\n') {
        count += 1;
        let fault = match count % 6 {
            _ if count == 1 => line.split(',').find_map(|word| out_of_range(word, 1)),
            2 if line.is_empty() => None,
            2 => Some(InvalidInput::new(count, "expected an empty line before a board")),
            _ => row_fault(line, count),
        };
        if let Some(fault) = fault {
            return fault;
        }
    }
    InvalidInput::new(count, "expected one or more boards of five rows")
}

fn row_fault(line: &str, number: usize) -> Option<InvalidInput> {
    let words: Vec<&str> = line.split(' ').filter(|word| !word.is_empty()).collect();
    let digits = line.bytes().all(|byte| byte == b' ' || byte.is_ascii_digit());
    if !digits || words.len() != 5 || line.ends_with(' ') {
        return Some(InvalidInput::new(number, "expected five numbers parted by spaces"));
    }
    words.into_iter().find_map(|word| out_of_range(word, number))
}

fn out_of_range(word: &str, line: usize) -> Option<InvalidInput> {
    natural(word.as_bytes(), line, u64::from(LIMIT)).err()
}
