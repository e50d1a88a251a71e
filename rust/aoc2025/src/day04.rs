//! Printing Department: every roll knows how many neighbours it has, and who is taken tells them.
//!
//! Counting is three sums of three neighbouring rows and three of columns, which the compiler makes vector code of.
//! After that only what changes is looked at: each roll that is taken lowers eight counts, and a roll whose count
//! falls below four is next. So part 2 takes as long as there are rolls to take, however many waves it needs.

use contract::{InvalidInput, reading::Grid};

const MESSAGE: &str = "expected a row of @ and . as long as the first, at most 2000 rows and columns";
const FEW: u8 = 4;
/// No roll, and so far from few that no roll around can change it.
const FREE: u8 = 128;

/// How many rolls are around each, on a floor with a free border.
#[derive(Clone)]
pub struct Floor {
    width: usize,
    around: Vec<u8>,
}

pub fn parse(text: &str) -> Result<Floor, InvalidInput> {
    let grid = Grid::new(text, 2000, MESSAGE, |byte| matches!(byte, b'@' | b'.'))?;
    let width = grid.width + 2;
    let rolls = grid.padded(0u8, |byte| u8::from(byte == b'@'));
    let inner = width + 1..rolls.len() - width - 1;
    let mut rows = vec![0; rolls.len()];
    for at in width..rolls.len() - width {
        rows[at] = rolls[at - width] + rolls[at] + rolls[at + width];
    }
    let mut around = vec![FREE; rolls.len()];
    for at in inner {
        if rolls[at] == 1 {
            around[at] = rows[at - 1] + rows[at] + rows[at + 1] - 1;
        }
    }
    Ok(Floor { width, around })
}

pub fn part1(floor: &Floor) -> usize {
    floor.around.iter().filter(|&&count| count < FEW).count()
}

pub fn part2(floor: &Floor) -> usize {
    let mut around = floor.around.clone();
    let mut next: Vec<usize> = (0..around.len()).filter(|&at| around[at] < FEW).collect();
    let mut taken = 0;
    while let Some(at) = next.pop() {
        taken += 1;
        let (up, down) = (at - floor.width, at + floor.width);
        for neighbour in [up - 1, up, up + 1, at - 1, at + 1, down - 1, down, down + 1] {
            around[neighbour] -= 1;
            if around[neighbour] == FEW - 1 {
                next.push(neighbour);
            }
        }
    }
    taken
}
