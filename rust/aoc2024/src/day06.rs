//! Guard Gallivant: states lead out as a forest, whose numbers tell in constant time what a route passes.
//!
//! A state's children are the states before it: one step back, or on the spot before a turn. In a depth-first search a run of steps is numbered
//! in one loop, and only turns go through the stack. The states whose routes pass one then have the numbers from its own to before an end.

use std::array;

use contract::{InvalidInput, NoAnswer, reading::Grid};

const MOST: usize = 500;
const FORM: &str = "expected a row as long as the first, at most 500, of . # and one ^, in at most 500 rows";
const OPEN: u8 = 0;
const OBSTRUCTION: u8 = 1;
const RIM: u8 = 2;
const WALKED: u32 = u32::MAX;

/// Up, right, down, left.
type Direction = usize;

pub struct Lab {
    /// With the rim around them.
    cells: Vec<u8>,
    /// From a cell to the next one in each direction, modulo a word.
    steps: [usize; 4],
    start: usize,
}

pub fn parse(text: &str) -> Result<Lab, InvalidInput> {
    let may = |byte| matches!(byte, b'.' | b'#' | b'^');
    let guard = text.find('^').unwrap_or(text.len());
    let (before, after) = text.split_at(text.len().min(guard + 1));
    if after.contains('^') {
        Grid::new(&(before.to_owned() + &after.replace('^', "?")), MOST, FORM, may)?;
    }
    let grid = Grid::new(text, MOST, FORM, may)?;
    if guard == text.len() {
        return Err(InvalidInput::new(grid.height, "expected a guard ^"));
    }
    let (row, column) = (guard / (grid.width + 1), guard % (grid.width + 1));
    let width = grid.width + 2;
    let cells = grid.padded(RIM, |byte| u8::from(byte == b'#'));
    let steps = [width.wrapping_neg(), 1, width, 1usize.wrapping_neg()];
    Ok(Lab { cells, steps, start: (row + 1) * width + column + 1 })
}

pub fn part1(lab: &Lab) -> Result<usize, NoAnswer> {
    Ok(lab.visits()?.len())
}

pub fn part2(lab: &Lab) -> Result<usize, NoAnswer> {
    let visits = lab.visits()?;
    let forest = Forest::new(lab);
    Ok(visits[1..].iter().filter(|&&(cell, direction)| forest.is_trap(cell, direction)).count())
}

impl Lab {
    /// Where the guard comes, each place once, and in which direction first.
    fn visits(&self) -> Result<Vec<(usize, Direction)>, NoAnswer> {
        let mut known = vec![0u8; self.cells.len()];
        let mut visits = Vec::new();
        let (mut cell, mut direction) = (self.start, 0);
        while known[cell] >> direction & 1 == 0 {
            if known[cell] == 0 {
                visits.push((cell, direction));
            }
            known[cell] |= 1 << direction;
            let ahead = cell.wrapping_add(self.steps[direction]);
            match self.cells[ahead] {
                RIM => return Ok(visits),
                OBSTRUCTION => direction = (direction + 1) % 4,
                _ => cell = ahead,
            }
        }
        Err(NoAnswer("the guard never leaves".into()))
    }
}

struct Forest<'a> {
    lab: &'a Lab,
    /// By direction and cell, a state's number from 1, and the end of those that pass it.
    spans: Vec<[u32; 2]>,
    next: u32,
    /// The first number of each tree that leads into a cycle, and the number of its root.
    cycles: Vec<[u32; 2]>,
}

impl<'a> Forest<'a> {
    fn new(lab: &'a Lab) -> Self {
        let mut forest = Self { lab, spans: vec![[0; 2]; 4 * lab.cells.len()], next: 1, cycles: Vec::new() };
        for kind in [RIM, OBSTRUCTION] {
            for (stop, _) in lab.cells.iter().enumerate().filter(|&(_, &cell)| cell == kind) {
                for direction in 0..4 {
                    let before = stop.wrapping_sub(lab.steps[direction]);
                    if lab.cells.get(before) != Some(&OPEN)
                        || forest.spans[forest.state(before, direction)][0] > 0
                    {
                        continue;
                    }
                    if kind == RIM {
                        forest.grow(before, direction, usize::MAX);
                    } else {
                        let (cell, direction) = forest.on_cycle(before, direction);
                        let (start, root) = (forest.next, forest.state(cell, direction));
                        forest.grow(cell, direction, root);
                        forest.cycles.push([start, forest.spans[root][0]]);
                    }
                }
            }
        }
        forest
    }

    fn state(&self, cell: usize, direction: Direction) -> usize {
        direction * self.lab.cells.len() + cell
    }

    /// From turn to turn to one on a cycle.
    fn on_cycle(&mut self, mut cell: usize, mut direction: Direction) -> (usize, Direction) {
        loop {
            let state = self.state(cell, direction);
            if self.spans[state][0] == WALKED {
                return (cell, direction);
            }
            self.spans[state][0] = WALKED;
            direction = (direction + 1) % 4;
            while self.lab.cells[cell.wrapping_add(self.lab.steps[direction])] == OPEN {
                cell = cell.wrapping_add(self.lab.steps[direction]);
            }
        }
    }

    /// Numbers a run's last state and all that lead there; a root on a cycle is led to, and gets its number then.
    fn grow(&mut self, cell: usize, direction: Direction, root: usize) {
        let mut stack = Vec::new();
        self.run(cell, direction, &mut stack);
        while let Some((cell, direction, is_start)) = stack.pop() {
            // The next state, a turn's or the run's own, and all that lead to it are numbered.
            let is_root = self.state(cell, direction) == root;
            let after = if is_start { direction } else { (direction + 1) % 4 };
            self.end(
                if is_start && !is_root { cell } else { cell.wrapping_sub(self.lab.steps[after]) },
                after,
            );
            if is_start {
                continue;
            }
            if is_root {
                self.spans[root] = [self.next, self.next + 1];
                self.next += 1;
            } else {
                self.run(cell, direction, &mut stack);
            }
        }
    }

    /// Numbers a run backwards; turns into it come later, the farthest first.
    fn run(&mut self, cell: usize, direction: Direction, stack: &mut Vec<(usize, Direction, bool)>) {
        let turned = (direction + 3) % 4;
        let Lab { cells, steps, .. } = self.lab;
        let spans = &mut self.spans[direction * cells.len()..][..cells.len()];
        stack.push((cell, direction, true));
        let (mut cell, mut next) = (cell, self.next);
        while cells[cell] == OPEN {
            spans[cell] = [next, 0];
            next += 1;
            if cells[cell.wrapping_add(steps[turned])] == OBSTRUCTION {
                stack.push((cell, turned, false));
            }
            cell = cell.wrapping_sub(steps[direction]);
        }
        self.next = next;
    }

    /// Nothing passes these states of a run that has no number yet.
    fn end(&mut self, mut cell: usize, direction: Direction) {
        let Lab { cells, steps, .. } = self.lab;
        let spans = &mut self.spans[direction * cells.len()..][..cells.len()];
        while cells[cell] == OPEN && spans[cell][1] == 0 {
            spans[cell][1] = self.next;
            cell = cell.wrapping_sub(steps[direction]);
        }
    }

    /// Does an obstruction that the guard meets in a direction keep him for ever?
    fn is_trap(&self, cell: usize, mut direction: Direction) -> bool {
        let before = self.lab.steps.map(|step| cell.wrapping_sub(step));
        let gates =
            array::from_fn::<_, 4, _>(|direction| self.spans[self.state(before[direction], direction)]);
        // Of the states on one route the first has the greatest number.
        let first = |number: u32| {
            let rank = |(direction, &[start, end]): (u32, &[u32; 2])| {
                if start <= number && number < end { 4 * start + direction } else { 0 }
            };
            (0..).zip(&gates).map(rank).max().filter(|&rank| rank > 0)
        };
        let mut met = 0;
        while met >> direction & 1 == 0 {
            met |= 1 << direction;
            let [number, _] = self.spans[self.state(before[direction], (direction + 1) % 4)];
            let cycle = self.cycles.partition_point(|&[start, _]| start <= number);
            match first(number).or_else(|| first(self.cycles[cycle.checked_sub(1)?][1])) {
                Some(rank) => direction = rank as usize % 4,
                None => return cycle > 0,
            }
        }
        true
    }
}
