//! Dirac Dice: the players never meet, so the compiler lets each play alone, from every space.
//!
//! Of each player all that matters is in how many universes the goal is not reached yet, turn by turn. That depends on
//! the starting space alone, which is one of ten, so these numbers are constants. What is left of part 2 is two sums of
//! products.

use contract::InvalidInput;
use contract::reading::Cursor;

const SPACES: usize = 10;

/// The spaces on which the players start, from 0.
pub type Starts = [usize; 2];

pub fn parse(text: &str) -> Result<Starts, InvalidInput> {
    let mut cursor = Cursor::new(text);
    let mut start = |player: &str| {
        let message = format!("expected player {player}'s starting position, from 1 to 10");
        cursor.line(&message, |line| {
            line.tag("Player ")?;
            line.tag(player)?;
            line.tag(" starting position: ")?;
            Some(line.natural(10)?.checked_sub(1)? as usize)
        })
    };
    let starts = [start("1")?, start("2")?];
    cursor.end()?;
    Ok(starts)
}

pub fn part1(starts: &Starts) -> usize {
    let (mut spaces, mut scores) = (*starts, [0; 2]);
    for turn in 0.. {
        let player = turn % 2;
        // A hundred sides make no difference to ten spaces: 1 + 2 + 3, and 9 more with each turn.
        spaces[player] = (spaces[player] + 6 + 9 * turn) % SPACES;
        scores[player] += spaces[player] + 1;
        if scores[player] >= 1000 {
            return scores[1 - player] * 3 * (turn + 1);
        }
    }
    unreachable!("each turn scores")
}

pub fn part2(starts: &Starts) -> u64 {
    let [first, second] = starts.map(|start| &GOING_ON[start]);
    // What a turn ends is what it splits, times 27, less what goes on.
    let wins = |mine: &[u64], theirs: &[u64]| -> u64 {
        mine.windows(2).zip(theirs).map(|(turn, theirs)| (27 * turn[0] - turn[1]) * theirs).sum()
    };
    // Player 1 is a turn ahead.
    wins(first, second).max(wins(second, &first[1..]))
}

/// Turns after which nobody is still going on, or else this doesn't compile.
const TURNS: usize = 10;

/// In how many universes a player who starts on each space and plays alone has not reached the goal: before the first
/// turn, after it, and so on.
const GOING_ON: [[u64; TURNS + 1]; SPACES] = {
    let mut players = [[0; TURNS + 1]; SPACES];
    let mut start = 0;
    while start < SPACES {
        players[start] = going_on(start);
        start += 1;
    }
    players
};

const fn going_on(start: usize) -> [u64; TURNS + 1] {
    const GOAL: usize = 21;
    /// How often three rolls of 1 to 3 add up to 3, 4 and so on.
    const WAYS: [u64; 7] = [1, 3, 6, 7, 6, 3, 1];
    let mut counts = [0; TURNS + 1];
    counts[0] = 1;
    let mut universes = [[0; SPACES]; GOAL];
    universes[0][start] = 1;
    let mut turn = 1;
    while turn <= TURNS {
        let mut after = [[0; SPACES]; GOAL];
        let mut state = 0;
        while state < GOAL * SPACES * WAYS.len() {
            let (score, space, roll) =
                (state / SPACES / WAYS.len(), state / WAYS.len() % SPACES, state % WAYS.len());
            let reached = (space + roll + 3) % SPACES;
            if score + reached + 1 < GOAL {
                let times = universes[score][space] * WAYS[roll];
                after[score + reached + 1][reached] += times;
                counts[turn] += times;
            }
            state += 1;
        }
        universes = after;
        turn += 1;
    }
    assert!(counts[TURNS] == 0);
    counts
}
