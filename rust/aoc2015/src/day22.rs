//! Wizard Simulator 20XX: A* over fights that are packed into words.
//!
//! No damage is cheaper than Poison's, 18 for 173 mana, so what the boss has left, less what a Poison that works still takes, has a price at
//! least. The least sum of mana spent and that price is taken first. The bound falls by no more than a spell costs, so a state is taken
//! at its cheapest the first time, and the shared radix heap fits.

use contract::search::{Queue, QuickSet};
use contract::{InvalidInput, NoAnswer, reading::Cursor};

const HIT_POINTS: &str = "expected Hit Points: 40, a number from 1 to 150";
const DAMAGE: &str = "expected Damage: 5, a number from 1 to 200";

pub struct Boss {
    hit_points: i32,
    damage: i32,
}

/// A fight when you are about to cast a spell.
#[derive(Clone, Copy)]
struct State {
    boss: i32,
    mine: i32,
    mana: i32,
    /// Of Shield, Poison and Recharge.
    timers: [i32; 3],
}

/// Mana, damage, healing, a timer (or one that does not exist) and its turns.
const SPELLS: [(i32, i32, i32, usize, i32); 5] =
    [(53, 4, 0, 3, 0), (73, 2, 2, 3, 0), (113, 0, 0, 0, 6), (173, 0, 0, 1, 6), (229, 0, 0, 2, 5)];

pub fn parse(text: &str) -> Result<Boss, InvalidInput> {
    let mut lines = Cursor::new(text);
    let mut number = |name: &str, most: u64, message: &str| {
        lines.line(message, |line| {
            line.tag(name)?;
            line.natural(most).filter(|&number| number > 0)
        })
    };
    let hit_points = number("Hit Points: ", 150, HIT_POINTS)? as i32;
    let damage = number("Damage: ", 200, DAMAGE)? as i32;
    lines.end()?;
    Ok(Boss { hit_points, damage })
}

impl State {
    /// One number for each state: a healed wizard has at most 1000 hit points, and mana is below 2^20.
    fn packed(self) -> u64 {
        let parts = [(self.boss, 8), (self.mine, 10), (self.mana, 20)];
        let timers = self.timers.map(|timer| (timer, 3));
        parts.into_iter().chain(timers).fold(0, |word, (part, bits)| word << bits | part as u64)
    }

    fn effects(&mut self) {
        self.boss -= if self.timers[1] > 0 { 3 } else { 0 };
        self.mana += if self.timers[2] > 0 { 101 } else { 0 };
        self.timers = self.timers.map(|timer| (timer - 1).max(0));
    }

    /// What is left when it is your turn again; none if you have lost.
    fn after(mut self, damage: i32, toll: i32) -> Option<Self> {
        let armor = if self.timers[0] > 0 { 7 } else { 0 };
        self.effects();
        if self.boss > 0 {
            self.mine -= (damage - armor).max(1) + toll;
            if self.mine <= 0 {
                return None;
            }
            self.effects();
        }
        Some(self)
    }

    /// The least mana that can still win: a Poison's 18 damage for 173.
    fn bound(self) -> i32 {
        ((self.boss - 3 * self.timers[1]).max(0) * 173 + 17) / 18
    }
}

fn least_mana(boss: &Boss, toll: i32) -> Result<u32, NoAnswer> {
    let start = State { boss: boss.hit_points, mine: 50 - toll, mana: 500, timers: [0; 3] };
    let mut queue = Queue::default();
    let mut seen = QuickSet::default();
    queue.push(start.bound() as u32, (0, start));
    while let Some((_, (spent, state))) = queue.pop() {
        if state.boss <= 0 {
            return Ok(spent as u32);
        }
        if !seen.insert(state.packed()) {
            continue;
        }
        for (mana, damage, healing, timer, turns) in SPELLS {
            let mut next = state;
            next.mana -= mana;
            next.boss -= damage;
            next.mine += healing;
            if next.mana < 0 || state.timers.get(timer).is_some_and(|&turns| turns > 0) {
                continue;
            }
            if let Some(timer) = next.timers.get_mut(timer) {
                *timer = turns;
            }
            if let Some(next) = next.after(boss.damage, toll) {
                queue.push((spent + mana + next.bound()) as u32, (spent + mana, next));
            }
        }
    }
    Err(NoAnswer("the boss can't be beaten".into()))
}

pub fn part1(boss: &Boss) -> Result<u32, NoAnswer> {
    least_mana(boss, 0)
}

pub fn part2(boss: &Boss) -> Result<u32, NoAnswer> {
    least_mana(boss, 1)
}
