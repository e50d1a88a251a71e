//! Christmas Tree Farm: reading is all there is to do for regions that counting decides; a small one is filled unit by unit.
//!
//! A region of up to 60 units is a word. The first free unit is either left free, and counts as taken from then on, or is the
//! first unit of a present, in one of eight ways to lie; the ways are words as well, made once for each place. What is taken
//! and what is left to lie there is all that matters further on, so no such state is tried twice.

use contract::{InvalidInput, NoAnswer, reading::Cursor, search::QuickSet};

const SHAPES: usize = 6;
const SHAPE: &str = "expected three rows of three # or ., one # at least in each, five in all";
const REGION: &str = "expected a region as 12x5: 1 0 1 0 3 2, sides from 1 to 99, six numbers up to 999";
/// Of regions that are searched: the shorter side, and the units.
const NARROW: u32 = 5;
const SMALL: u32 = 60;

/// A row and a column of each unit.
type Shape = Vec<(usize, usize)>;
type Presents = [u16; SHAPES];

pub struct Region {
    width: u32,
    height: u32,
    presents: Presents,
}

pub struct Farm {
    shapes: [Shape; SHAPES],
    regions: Vec<Region>,
}

pub fn parse(text: &str) -> Result<Farm, InvalidInput> {
    let mut lines = Cursor::new(text);
    let mut shapes = [const { Vec::new() }; SHAPES];
    for (number, shape) in shapes.iter_mut().enumerate() {
        let header = format!("{number}:");
        lines.line(&format!("expected shape {number}, as {header} and three rows below"), |line| {
            line.tag(&header)
        })?;
        for y in 0..3 {
            lines.line(SHAPE, |line| {
                let row = line.word(|byte| matches!(byte, b'#' | b'.')).filter(|row| row.len() == 3)?;
                let before = shape.len();
                shape.extend((0..3).filter(|&x| row[x] == b'#').map(|x| (y, x)));
                (shape.len() > before && (y < 2 || shape.len() >= 5)).then_some(())
            })?;
        }
        lines.blank("expected an empty line after a shape")?;
    }
    let regions = lines.block(REGION, |line| {
        let width = line.natural(99).filter(|&side| side > 0)? as u32;
        line.tag("x")?;
        let height = line.natural(99).filter(|&side| side > 0)? as u32;
        line.tag(":")?;
        let mut presents = [0; SHAPES];
        for count in &mut presents {
            line.tag(" ")?;
            *count = line.natural(999)? as u16;
        }
        Some(Region { width, height, presents })
    })?;
    lines.end()?;
    Ok(Farm { shapes, regions })
}

pub fn part1(farm: &Farm) -> Result<usize, NoAnswer> {
    let mut count = 0;
    for (line, region) in (5 * SHAPES + 1..).zip(&farm.regions) {
        let fits = farm
            .fits(region)
            .ok_or_else(|| NoAnswer(format!("the region on line {line} is too large to be searched")))?;
        count += usize::from(fits);
    }
    Ok(count)
}

impl Farm {
    /// Do all presents fit? `None` if counting does not tell, and the region is too large.
    fn fits(&self, region: &Region) -> Option<bool> {
        let Region { width, height, presents } = region;
        let units = width * height;
        if units < self.needed(presents) {
            return Some(false);
        }
        let squares = (width / 3) * (height / 3);
        if presents.iter().map(|&count| u32::from(count)).sum::<u32>() <= squares {
            return Some(true);
        }
        let (narrow, long) = (*width.min(height), *width.max(height));
        let searched = narrow <= NARROW && units <= SMALL;
        searched.then(|| Search::new(self, narrow as usize, long as usize).fit(u64::MAX << units, presents))
    }

    /// How many units do presents take?
    fn needed(&self, presents: &Presents) -> u32 {
        self.shapes.iter().zip(presents).map(|(shape, &count)| shape.len() as u32 * u32::from(count)).sum()
    }
}

struct Search<'a> {
    farm: &'a Farm,
    /// How a present of each shape may lie with its first unit on each unit.
    places: Vec<[Vec<u64>; SHAPES]>,
    tried: QuickSet<(u64, Presents)>,
}

impl<'a> Search<'a> {
    fn new(farm: &'a Farm, width: usize, height: usize) -> Self {
        let mut places = vec![[const { Vec::new() }; SHAPES]; width * height];
        for (number, shape) in farm.shapes.iter().enumerate() {
            for way in ways_to_lie(shape) {
                let rows = 1 + way.iter().map(|&(y, _)| y).max().expect("five units or more");
                let columns = 1 + way.iter().map(|&(_, x)| x).max().expect("five units or more");
                for (top, left) in (0..height).flat_map(|top| (0..width).map(move |left| (top, left))) {
                    if top + rows <= height && left + columns <= width {
                        let place = way
                            .iter()
                            .fold(0, |place, (y, x)| place | 1u64 << ((top + y) * width + left + x));
                        places[place.trailing_zeros() as usize][number].push(place);
                    }
                }
            }
        }
        Self { farm, places, tried: QuickSet::default() }
    }

    /// Do these presents fit where nothing is taken?
    fn fit(&mut self, taken: u64, presents: &Presents) -> bool {
        if presents.iter().all(|&count| count == 0) {
            return true;
        }
        if taken.count_zeros() < self.farm.needed(presents) || !self.tried.insert((taken, *presents)) {
            return false;
        }
        let first = taken.trailing_ones() as usize;
        for number in (0..SHAPES).filter(|&number| presents[number] > 0) {
            let mut fewer = *presents;
            fewer[number] -= 1;
            for way in 0..self.places[first][number].len() {
                let place = self.places[first][number][way];
                if taken & place == 0 && self.fit(taken | place, &fewer) {
                    return true;
                }
            }
        }
        self.fit(taken | 1 << first, presents)
    }
}

/// The different ways of a present to lie, turned and flipped, moved to the corner.
fn ways_to_lie(shape: &Shape) -> Vec<Shape> {
    let mut ways = Vec::new();
    let mut turned = shape.clone();
    for _ in 0..4 {
        turned = moved(turned.iter().map(|&(y, x)| (x, 2 - y)).collect());
        ways.extend([turned.clone(), moved(turned.iter().map(|&(y, x)| (y, 2 - x)).collect())]);
    }
    ways.sort_unstable();
    ways.dedup();
    ways
}

fn moved(mut shape: Shape) -> Shape {
    let top = shape.iter().map(|&(y, _)| y).min().expect("five units or more");
    let left = shape.iter().map(|&(_, x)| x).min().expect("five units or more");
    shape.iter_mut().for_each(|(y, x)| (*y, *x) = (*y - top, *x - left));
    shape.sort_unstable();
    shape
}
