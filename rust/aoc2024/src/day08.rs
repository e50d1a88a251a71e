//! Resonant Collinearity: each antenna knows the one before it of its frequency, and antinodes are bits.
//!
//! So pairs are found by following chains, and nothing is sorted or hashed.

use contract::InvalidInput;

const MOST: usize = 500;
const MOST_ALIKE: u8 = 30;
const FORM: &str = "expected a row of . and letters or digits, as long as the first, each at most 30 times in all, at most 500 rows and columns";
const NONE: u32 = u32::MAX;

pub struct City {
    width: i32,
    height: i32,
    antennas: Vec<Antenna>,
}

#[derive(Clone, Copy)]
struct Antenna {
    x: i32,
    y: i32,
    /// The number of the one before of the same frequency.
    before: u32,
}

pub fn parse(text: &str) -> Result<City, InvalidInput> {
    let width = text.find('\n').unwrap_or(text.len());
    let mut antennas = Vec::new();
    let (mut alike, mut last) = ([0; 256], [NONE; 256]);
    let mut height = 0;
    for row in text.as_bytes().split(|&byte| byte == b'\n') {
        let mut fine = width > 0 && row.len() == width && width.max(height + 1) <= MOST;
        for (x, &byte) in row.iter().enumerate().filter(|&(_, &byte)| byte != b'.') {
            let sign = usize::from(byte);
            fine &= byte.is_ascii_alphanumeric() && alike[sign] < MOST_ALIKE;
            if !fine {
                break;
            }
            alike[sign] += 1;
            antennas.push(Antenna { x: x as i32, y: height as i32, before: last[sign] });
            last[sign] = antennas.len() as u32 - 1;
        }
        height += 1;
        if !fine {
            return Err(InvalidInput::new(height, FORM));
        }
    }
    Ok(City { width: width as i32, height: height as i32, antennas })
}

pub fn part1(city: &City) -> u32 {
    city.antinodes(|a, b, places| {
        places.add(2 * a.x - b.x, 2 * a.y - b.y);
        places.add(2 * b.x - a.x, 2 * b.y - a.y);
    })
}

pub fn part2(city: &City) -> u32 {
    city.antinodes(|a, b, places| {
        let (right, down) = (b.x - a.x, b.y - a.y);
        let least = gcd(right.unsigned_abs(), down.unsigned_abs()) as i32;
        let (right, down) = (right / least, down / least);
        let (mut x, mut y) = (a.x, a.y);
        while places.add(x, y) {
            (x, y) = (x + right, y + down);
        }
        (x, y) = (a.x - right, a.y - down);
        while places.add(x, y) {
            (x, y) = (x - right, y - down);
        }
    })
}

impl City {
    /// At how many places are those that any two antennas of a frequency add?
    fn antinodes(&self, of_two: impl Fn(Antenna, Antenna, &mut Places)) -> u32 {
        let bits = vec![0; (self.width * self.height) as usize / 64 + 1];
        let mut places = Places { width: self.width, height: self.height, bits };
        for &antenna in &self.antennas {
            let mut other = antenna.before;
            while other != NONE {
                let before = self.antennas[other as usize];
                of_two(before, antenna, &mut places);
                other = before.before;
            }
        }
        places.bits.iter().map(|word| word.count_ones()).sum()
    }
}

struct Places {
    width: i32,
    height: i32,
    bits: Vec<u64>,
}

impl Places {
    /// Adds a place, if it is in the city.
    #[inline]
    fn add(&mut self, x: i32, y: i32) -> bool {
        let is_inside = (0..self.width).contains(&x) && (0..self.height).contains(&y);
        if is_inside {
            let place = (y * self.width + x) as usize;
            self.bits[place / 64] |= 1 << (place % 64);
        }
        is_inside
    }
}

/// Of two numbers that are not both 0.
fn gcd(mut a: u32, mut b: u32) -> u32 {
    while b > 0 {
        (a, b) = (b, a % b);
    }
    a
}
