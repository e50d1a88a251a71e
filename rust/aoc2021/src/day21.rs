//! Dirac Dice: the players never meet, so the compiler lets each play alone, from every space.
//!
//! Nothing that a player does changes anything for the other: they only take turns. So part 2 needs to know of each
//! player, turn by turn, in how many universes the goal is reached and in how many it is not yet. That depends on the
//! starting space alone, which is one of ten, and so these numbers are constants. What is left are two sums of products.
//!
//! In part 1 the rolls of a turn add up to 6, 15, 24 and so on, which is 6, 5, 4, ... to a board of ten spaces (and a
//! die that starts anew after 100 changes nothing about that). After ten turns of each, the pawns are back where they were, and
//! everybody has gained what they gain in any ten turns. Those are skipped as long as nobody can win in them.

use contract::InvalidInput;

const SPACES: usize = 10;

/// The spaces on which the players start, from 0.
pub type Starts = [usize; 2];

pub fn parse(text: &str) -> Result<Starts, InvalidInput> {
    let two_lines = |line| InvalidInput::new(line, "expected two lines");
    let mut lines = text.split('\n');
    let mut start = |player| {
        let line = lines.next().ok_or_else(|| two_lines(player - 1))?;
        space(line, player).ok_or_else(|| {
            InvalidInput::new(player, format!("expected player {player}'s starting position, from 1 to 10"))
        })
    };
    let starts = [start(1)?, start(2)?];
    if lines.next().is_some() { Err(two_lines(3)) } else { Ok(starts) }
}

fn space(line: &str, player: usize) -> Option<usize> {
    let number = line.strip_prefix(["Player 1", "Player 2"][player - 1])?.strip_prefix(" starting position: ")?;
    match *number.as_bytes() {
        [digit @ b'1'..=b'9'] => Some(usize::from(digit - b'1')),
        [b'1', b'0'] => Some(9),
        _ => None,
    }
}

pub fn part1(starts: &Starts) -> usize {
    const GOAL: usize = 1000;
    let mut spaces = *starts;
    let mut play = |scores: &mut [usize; 2], turn: usize| {
        let player = turn % 2;
        // 9 a turn less is 1 a turn more.
        spaces[player] = (spaces[player] + 6 + 9 * turn) % SPACES;
        scores[player] += spaces[player] + 1;
        scores[player] >= GOAL
    };
    let mut gains = [0; 2];
    for turn in 0..2 * SPACES {
        play(&mut gains, turn);
    }
    let rounds = gains.map(|gain| (GOAL - 1) / gain).into_iter().min().unwrap_or_default();
    let mut scores = gains.map(|gain| gain * rounds);
    let first = 2 * SPACES * rounds;
    let last = (first..).find(|&turn| play(&mut scores, turn)).unwrap_or_default();
    scores[(last + 1) % 2] * 3 * (last + 1)
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
            let (score, space, roll) = (state / SPACES / WAYS.len(), state / WAYS.len() % SPACES, state % WAYS.len());
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn skipped_rounds_are_as_if_they_were_played() {
        for starts in (0..100).map(|number| [number / 10, number % 10]) {
            let (mut spaces, mut scores, mut rolls) = (starts, [0; 2], 0);
            let loser = loop {
                let player = rolls / 3 % 2;
                for _ in 0..3 {
                    spaces[player] += rolls % 100 + 1;
                    rolls += 1;
                }
                scores[player] += spaces[player] % SPACES + 1;
                if scores[player] >= 1000 {
                    break 1 - player;
                }
            };
            assert_eq!(part1(&starts), scores[loser] * rolls, "{starts:?}");
        }
    }
}
