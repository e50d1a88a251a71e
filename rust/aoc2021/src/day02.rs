//! Dive!: one walk answers both parts, for what the first calls depth is what the second calls aim.
//!
//! A command becomes a turn and a way ahead, one of which is 0, so that following the course takes no branch:
//! which command comes next is chance, and a [mispredicted branch](https://en.wikipedia.org/wiki/Branch_predictor)
//! costs more than all the arithmetic of a command.
use contract::InvalidInput;
use contract::reading::lines;

const MOST: u64 = 100;

pub struct Command {
    turn: i64,
    ahead: i64,
}

pub fn parse(text: &str) -> Result<Vec<Command>, InvalidInput> {
    let message = format!("expected forward, down or up, and a number from 0 to {MOST}");
    lines(text, &message, |line| {
        let direction = line.choice(&["forward ", "down ", "up "])?;
        let amount = line.natural(MOST)? as i64;
        let (turn, ahead) = [(0, 1), (1, 0), (-1, 0)][direction];
        Some(Command { turn: turn * amount, ahead: ahead * amount })
    })
}

/// Position, aim and depth at the end. They fit in 64 bits for courses of up to sixty million commands.
fn dive(course: &[Command]) -> (i64, i64, i64) {
    course.iter().fold((0, 0, 0), |(position, aim, depth), command| {
        (position + command.ahead, aim + command.turn, depth + aim * command.ahead)
    })
}

pub fn part1(course: &[Command]) -> i64 {
    let (position, depth, _) = dive(course);
    position * depth
}

pub fn part2(course: &[Command]) -> i128 {
    let (position, _, depth) = dive(course);
    i128::from(position) * i128::from(depth)
}
