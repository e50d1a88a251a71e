//! Medicine for Rudolph: one derivation is enough where all of them are as long, and a chart finds the shortest elsewhere.
//!
//! Part 1 makes no molecules. Two replacements make the same one only if the later of them stands where the molecule after the earlier is
//! like the medicine up to there; so a molecule is counted at the last place that makes it, and nearly always the next atom differs.
//! Part 2 takes replacements back on a stack, from the right, as long as one fits. Does that end in `e`, and does every replacement add 1 to the number of
//! atoms, `Rn` and `Ar` left out and `Y` taken off, it took as many steps as any other way. If not, a chart
//! holds the fewest steps for each stretch.

use contract::{InvalidInput, NoAnswer, reading::Cursor};

const REPLACEMENT: &str = "expected a replacement as H => HO, with 2 to 16 atoms";
const MEDICINE: &str = "expected a molecule as HOH, of at most 1000 atoms";

/// A letter, and a small one or none: 27 numbers for each capital. What has no second letter and is none of these is `e`.
type Atom = u16;
const ATOMS: usize = 26 * 27 + 1;
const E: Atom = 26 * 27;
const RN: Atom = atom(b'R', b'n');
const AR: Atom = atom(b'A', b'r');
const Y: Atom = atom(b'Y', b'`');

/// The small letter is a backtick, which is before `a`, if there is none.
const fn atom(capital: u8, small: u8) -> Atom {
    (capital - b'A') as Atom * 27 + (small - b'`') as Atom
}

pub struct Plant {
    replacements: Vec<(Atom, Vec<Atom>)>,
    medicine: Vec<Atom>,
}

fn molecule(line: &mut Cursor) -> Option<Vec<Atom>> {
    let word = line.word(|byte| byte.is_ascii_alphabetic())?;
    let mut atoms = Vec::with_capacity(word.len());
    let mut rest = word;
    while let [capital @ b'A'..=b'Z', after @ ..] = rest {
        let small = after.first().filter(|byte| byte.is_ascii_lowercase());
        atoms.push(atom(*capital, *small.unwrap_or(&b'`')));
        rest = &after[usize::from(small.is_some())..];
    }
    rest.is_empty().then_some(atoms)
}

pub fn parse(text: &str) -> Result<Plant, InvalidInput> {
    let mut lines = Cursor::new(text);
    let mut replacements = lines.block(REPLACEMENT, |line| {
        let left = if line.tag("e").is_some() {
            E
        } else {
            *molecule(line).filter(|left| left.len() == 1)?.first()?
        };
        line.tag(" => ")?;
        molecule(line).filter(|right| (2..=16).contains(&right.len())).map(|right| (left, right))
    })?;
    lines.blank("expected an empty line")?;
    let medicine = lines.line(MEDICINE, |line| molecule(line).filter(|atoms| atoms.len() <= 1000))?;
    lines.end()?;
    replacements.sort_unstable();
    replacements.dedup();
    Ok(Plant { replacements, medicine })
}

pub fn part1(plant: &Plant) -> usize {
    let mut by_left = vec![0..0; ATOMS];
    for (at, (left, _)) in plant.replacements.iter().enumerate() {
        let range = &mut by_left[usize::from(*left)];
        *range = if range.end > 0 { range.start } else { at }..at + 1;
    }
    let rights = |atom: Atom| &plant.replacements[by_left[usize::from(atom)].clone()];
    let medicine = &plant.medicine;
    let mut count = 0;
    for (place, &left) in medicine.iter().enumerate() {
        for (_, right) in rights(left) {
            // The molecule from a place on is what is made, and then the rest of the medicine.
            let made = |at: usize| {
                let at = at - place;
                right.get(at).or_else(|| medicine.get(place + 1 + at - right.len())).copied()
            };
            let again = (place + 1..medicine.len())
                .take_while(|&later| made(later - 1) == Some(medicine[later - 1]))
                .any(|later| {
                    rights(medicine[later]).iter().any(|(_, other)| {
                        other.len() == right.len()
                            && (later..).zip(other).all(|(at, &atom)| made(at) == Some(atom))
                    })
                });
            count += usize::from(!again);
        }
    }
    count
}

/// How many replacements lead to the medicine, if taking them back from the right succeeds?
fn taken_back(plant: &Plant) -> Option<u32> {
    // The stack's top is the left end of what has been read.
    let mut by_first: Vec<Vec<usize>> = vec![Vec::new(); ATOMS];
    for (at, (_, right)) in plant.replacements.iter().enumerate() {
        by_first[usize::from(right[0])].push(at);
    }
    let mut stack: Vec<Atom> = Vec::with_capacity(plant.medicine.len());
    let mut steps = 0;
    for &atom in plant.medicine.iter().rev() {
        let mut top = atom;
        loop {
            let fits = |&&at: &&usize| {
                let (left, right) = &plant.replacements[at];
                *left != E && right[1..].iter().eq(stack.iter().rev().take(right.len() - 1))
            };
            let longest = |&&at: &&usize| plant.replacements[at].1.len();
            let Some(&at) = by_first[usize::from(top)].iter().filter(fits).max_by_key(longest) else { break };
            let (left, right) = &plant.replacements[at];
            stack.truncate(stack.len() + 1 - right.len());
            top = *left;
            steps += 1;
        }
        stack.push(top);
    }
    stack.reverse();
    plant.replacements.iter().any(|(left, right)| *left == E && *right == stack).then_some(steps + 1)
}

/// Atoms, but for `Rn` and `Ar`, less those that are `Y`.
fn weight(atoms: &[Atom]) -> i32 {
    atoms.iter().map(|&atom| if atom == Y { -1 } else { i32::from(atom != RN && atom != AR) }).sum()
}

/// The fewest steps, by a chart: what is known of each stretch of the medicine, from the last place to the first.
fn fewest(plant: &Plant) -> Option<u32> {
    // What an atom begins: what must follow it, and what the two are, for how many steps.
    let mut begins: Vec<Vec<(usize, usize, u32)>> = vec![Vec::new(); ATOMS];
    let mut names = ATOMS;
    for (left, right) in &plant.replacements {
        let mut tail = right[right.len() - 1].into();
        for (place, &head) in right[..right.len() - 1].iter().enumerate().rev() {
            let whole = if place == 0 { (*left).into() } else { names };
            begins[usize::from(head)].push((tail, whole, u32::from(place == 0)));
            tail = names;
            names += 1;
        }
    }
    let size = plant.medicine.len();
    // From each start, sorted: what, up to which end, in how many steps.
    let mut known: Vec<Vec<(usize, usize, u32)>> = vec![Vec::new(); size + 1];
    let mut here: Vec<Vec<(usize, u32)>> = vec![Vec::new(); size + 1];
    for start in (0..size).rev() {
        here[start + 1].push((plant.medicine[start].into(), 0));
        for middle in start + 1..=size {
            for (head, steps) in std::mem::take(&mut here[middle]) {
                known[start].push((head, middle, steps));
                for &(tail, whole, step) in begins.get(head).into_iter().flatten() {
                    let from = known[middle].partition_point(|stretch| stretch.0 < tail);
                    for &(_, end, more) in
                        known[middle][from..].iter().take_while(|stretch| stretch.0 == tail)
                    {
                        let total = steps + more + step;
                        match here[end].iter_mut().find(|found| found.0 == whole) {
                            Some(found) => found.1 = found.1.min(total),
                            None => here[end].push((whole, total)),
                        }
                    }
                }
            }
        }
        known[start].sort_unstable();
    }
    known[0].iter().find(|stretch| (stretch.0, stretch.1) == (E.into(), size)).map(|stretch| stretch.2)
}

pub fn part2(plant: &Plant) -> Result<u32, NoAnswer> {
    let alike = plant.replacements.iter().all(|(left, right)| weight(right) == weight(&[*left]) + 1);
    let quick = if alike { taken_back(plant) } else { None };
    quick.or_else(|| fewest(plant)).ok_or_else(|| NoAnswer("e never becomes the medicine".into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_are_as_long() {
        let plant = parse("H => OO\nO => NRnNYNAr\ne => HN\n\nONRnNYNArN").unwrap();
        assert_eq!(taken_back(&plant), Some(3));
        assert_eq!(fewest(&plant), Some(3));
    }
}
