//! RPG Simulator 20XX: 660 outfits, each of which is decided without a fight.
//!
//! Armour alone says for how many rounds you last, and these say which damage wins. So divisions are made for each armour, 11 in all, and
//! an outfit costs a comparison.

use contract::{InvalidInput, NoAnswer, reading::Cursor};

const HIT_POINTS: &str = "expected Hit Points: 80, a number from 1 to 10000";
const DAMAGE: &str = "expected Damage: 5, a number from 1 to 1000";
const ARMOR: &str = "expected Armor: 1, a number from 0 to 1000";

pub struct Boss {
    hit_points: u64,
    damage: u64,
    armor: u64,
}

/// Gold, damage and armour.
type Item = [u64; 3];

const WEAPONS: [Item; 5] = [[8, 4, 0], [10, 5, 0], [25, 6, 0], [40, 7, 0], [74, 8, 0]];
const ARMORS: [Item; 6] = [[0; 3], [13, 0, 1], [31, 0, 2], [53, 0, 3], [75, 0, 4], [102, 0, 5]];
/// The first two are none.
const RINGS: [Item; 8] =
    [[0; 3], [0; 3], [25, 1, 0], [50, 2, 0], [100, 3, 0], [20, 0, 1], [40, 0, 2], [80, 0, 3]];

pub fn parse(text: &str) -> Result<Boss, InvalidInput> {
    let mut lines = Cursor::new(text);
    let mut number = |name: &str, least: u64, most: u64, message: &str| {
        lines.line(message, |line| {
            line.tag(name)?;
            line.natural(most).filter(|&number| number >= least)
        })
    };
    let hit_points = number("Hit Points: ", 1, 10_000, HIT_POINTS)?;
    let damage = number("Damage: ", 1, 1000, DAMAGE)?;
    let armor = number("Armor: ", 0, 1000, ARMOR)?;
    lines.end()?;
    Ok(Boss { hit_points, damage, armor })
}

/// The gold that each outfit costs which wins, or which loses.
fn prices(boss: &Boss, wanted: bool) -> impl Iterator<Item = u64> {
    // The damage that wins, by armour.
    let needed: [u64; 11] = std::array::from_fn(|armor| {
        let rounds = 100u64.div_ceil(boss.damage.saturating_sub(armor as u64).max(1));
        let strike = boss.hit_points.div_ceil(rounds);
        if strike <= 1 { 0 } else { strike + boss.armor }
    });
    let pairs = (0..RINGS.len()).flat_map(|one| (0..one).map(move |other| add(RINGS[one], RINGS[other])));
    pairs.flat_map(move |pair| {
        let worn = ARMORS.map(|armor| add(pair, armor)).into_iter();
        worn.flat_map(|worn| WEAPONS.map(|weapon| add(worn, weapon)))
            .filter(move |outfit| (outfit[1] >= needed[outfit[2] as usize]) == wanted)
            .map(|outfit| outfit[0])
    })
}

fn add(one: Item, other: Item) -> Item {
    std::array::from_fn(|at| one[at] + other[at])
}

pub fn part1(boss: &Boss) -> Result<u64, NoAnswer> {
    prices(boss, true).min().ok_or_else(|| NoAnswer("no outfit wins".into()))
}

pub fn part2(boss: &Boss) -> Result<u64, NoAnswer> {
    prices(boss, false).max().ok_or_else(|| NoAnswer("every outfit wins".into()))
}
