//! Transparent Origami: all dots are folded at once, eight to an instruction.
//!
//! Folds along x do nothing to y, so the dots are kept as a list of xs and one of ys in 16 bits each, and to fold along k
//! is to replace each number n of a list by the smaller of n and 2k - n: vector code, and a list of an official input is
//! only a hundred vectors long. Two dots in one place are found by a set of bits for the whole paper.

use std::iter::zip;
use std::mem;

use contract::InvalidInput;
use contract::reading::Cursor;

const LIMIT: u64 = 9999;

pub struct Paper {
    /// Their xs, and their ys.
    dots: [Vec<i16>; 2],
    folds: Vec<Fold>,
}

struct Fold {
    /// 0 for x, 1 for y.
    axis: usize,
    line: i16,
}

pub fn parse(text: &str) -> Result<Paper, InvalidInput> {
    let mut cursor = Cursor::new(text);
    let mut dots = [0; 2].map(|_| Vec::with_capacity(text.len() / 8));
    cursor.block("expected a dot as x,y, none above 9999", |line| {
        dots[0].push(line.natural(LIMIT)? as i16);
        line.tag(",")?;
        dots[1].push(line.natural(LIMIT)? as i16);
        Some(())
    })?;
    cursor.blank("expected an empty line after the dots")?;

    // How long a side may be: as long as the dots need, until the first fold tells.
    let mut sides = [0, 1].map(|axis: usize| size(&dots[axis]) as u64..=2 * LIMIT + 1);
    let mut folds = Vec::new();
    while !cursor.is_done() {
        folds.push(cursor.line(
            "expected a fold in the middle, as fold along x=5 or fold along y=5",
            |line| {
                line.tag("fold along ")?;
                let axis = line.choice(&["x=", "y="])?;
                let at = line.natural(LIMIT)?;
                let side = mem::replace(&mut sides[axis], at..=at);
                side.contains(&(2 * at + 1)).then_some(Fold { axis, line: at as i16 })
            },
        )?);
    }
    if (0..2).any(|axis| lines(&folds, axis).next().is_none()) {
        return Err(cursor.fault("expected folds along x and along y"));
    }
    Ok(Paper { dots, folds })
}

fn lines(folds: &[Fold], axis: usize) -> impl DoubleEndedIterator<Item = i16> {
    folds.iter().filter(move |fold| fold.axis == axis).map(|fold| fold.line)
}

/// The first number that is larger than all of these.
fn size(numbers: &[i16]) -> usize {
    numbers.iter().fold(0, |most, &number| most.max(number)) as usize + 1
}

pub fn part1(paper: &Paper) -> usize {
    let [xs, ys] = folded(paper, &paper.folds[..1]);
    let width = size(&xs);
    let mut seen = vec![0u64; width * size(&ys) / 64 + 1];
    let is_new = |(x, y)| {
        let place = y as usize * width + x as usize;
        let (word, bit) = (&mut seen[place / 64], 1 << (place % 64));
        usize::from(mem::replace(word, *word | bit) & bit == 0)
    };
    zip(xs, ys).map(is_new).sum()
}

pub fn part2(paper: &Paper) -> String {
    let [width, height] =
        [0, 1].map(|axis| lines(&paper.folds, axis).next_back().expect("a fold along each axis"));
    let [width, height] = [width as usize, height as usize];
    // A row is followed by a line end, the last one too until the picture is done.
    let long = width + 1;
    let mut picture = vec![b'.'; long * height];
    picture.iter_mut().skip(width).step_by(long).for_each(|byte| *byte = b'\n');
    let [xs, ys] = folded(paper, &paper.folds);
    for (x, y) in zip(xs, ys) {
        // A dot that was on a line is outside; -1 is a large number here.
        let (x, y) = (x as usize, y as usize);
        if x < width && y < height {
            picture[y * long + x] = b'#';
        }
    }
    picture.pop();
    String::from_utf8(picture).expect("a picture is ASCII")
}

/// What becomes of the dots, folded at these lines in turn?
fn folded(paper: &Paper, folds: &[Fold]) -> [Vec<i16>; 2] {
    let mut dots = paper.dots.clone();
    for &Fold { axis, line } in folds {
        dots[axis].iter_mut().for_each(|number| *number = (2 * line - *number).min(*number));
    }
    dots
}
