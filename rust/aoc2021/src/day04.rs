//! Giant Squid: nothing is played.
//!
//! A number that is called at time t is marked from t on. So a line is full at the *latest* of its five
//! times, and a board wins at the *earliest* of its ten lines: 25 table look-ups, then minima and maxima
//! of a few registers. Only the board that is asked for has its score worked out.
use contract::reading::Cursor;
use contract::{InvalidInput, NoAnswer};

const MOST: u64 = 9999;
const NEVER: u32 = u32::MAX;

type Board = [u32; 25];

pub struct Game {
    calls: Vec<u32>,
    boards: Vec<Board>,
}

pub fn parse(text: &str) -> Result<Game, InvalidInput> {
    let calls_wanted = format!("expected numbers up to {MOST}, separated by commas");
    let row_wanted = format!("expected five numbers up to {MOST}, separated by spaces");
    let mut cursor = Cursor::new(text);
    let calls =
        cursor.line(&calls_wanted, |line| line.separated(",", |item| Some(item.natural(MOST)? as u32)))?;
    cursor.blank("expected an empty line")?;
    let boards = cursor.blocks(|cursor| {
        let mut board = [0; 25];
        for row in board.chunks_exact_mut(5) {
            cursor.line(&row_wanted, |line| {
                row.iter_mut().try_for_each(|cell| {
                    line.spaces();
                    *cell = line.natural(MOST)? as u32;
                    Some(())
                })
            })?;
        }
        Ok(board)
    })?;
    Ok(Game { calls, boards })
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

    fn score(&self, game: &Game, win: Option<(u32, &Board)>) -> Result<u64, NoAnswer> {
        let (time, board) = win.ok_or_else(|| NoAnswer("no board wins".into()))?;
        let unmarked = board.iter().filter(|&&number| self.of(number) > time);
        Ok(unmarked.map(|&number| u64::from(number)).sum::<u64>() * u64::from(game.calls[time as usize]))
    }
}
