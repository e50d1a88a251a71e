//! It Hangs in the Balance: groups are bits of a word, found with the heaviest package first.
//!
//! A group of so many packages is given up where even that many of the heaviest left are too light, and where its product is no less
//! than the best. A better group is the best only if the rest divides, which is found the same way.

use contract::bits::ones;
use contract::{InvalidInput, NoAnswer, reading::lines};

const MESSAGE: &str = "expected a weight from 1 to 999, on at most 32 lines";

/// Weights, the heaviest first.
pub fn parse(text: &str) -> Result<Vec<u32>, InvalidInput> {
    let mut count = 0;
    let mut weights = lines(text, MESSAGE, |line| {
        count += 1;
        line.natural(999).filter(|&weight| weight > 0 && count <= 32).map(|weight| weight as u32)
    })?;
    weights.sort_unstable_by(|one, other| other.cmp(one));
    Ok(weights)
}

/// Some packages of those that are left.
#[derive(Clone, Copy)]
struct Group {
    taken: u64,
    product: u128,
}

struct Search<'a> {
    weights: &'a [u32],
    share: u32,
    best: Option<u128>,
}

impl Search<'_> {
    /// Visits the groups of so many packages with a weight, until a visit says that it is enough; of packages that weigh the same, the first are taken.
    fn chosen(
        &mut self,
        mut left: u64,
        size: u32,
        weight: u32,
        group: Group,
        visit: &mut impl FnMut(&mut Self, Group) -> bool,
    ) -> bool {
        if size == 0 {
            return weight == 0 && visit(self, group);
        }
        let mut tried = 0;
        while left.count_ones() >= size {
            let place = left.trailing_zeros() as usize;
            let package = self.weights[place];
            let product = group.product * u128::from(package);
            left &= left - 1;
            if package * size < weight {
                return false;
            }
            if package > weight || package == tried || self.best.is_some_and(|best| product >= best) {
                continue;
            }
            tried = package;
            let group = Group { taken: group.taken | 1 << place, product };
            if self.chosen(left, size - 1, weight - package, group, visit) {
                return true;
            }
        }
        false
    }

    /// Can what is left be put into groups that weigh a share? One of them has the heaviest package.
    fn divides(&self, left: u64) -> bool {
        let Some(heaviest) = ones(left).next() else { return true };
        let others = left & (left - 1);
        let mut search = Search { best: None, ..*self };
        let Some(weight) = self.share.checked_sub(self.weights[heaviest]) else { return false };
        (0..=others.count_ones()).any(|size| {
            let none = Group { taken: 0, product: 0 };
            search.chosen(others, size, weight, none, &mut |search, group| {
                search.divides(others & !group.taken)
            })
        })
    }
}

fn least(weights: &[u32], groups: u32) -> Result<u128, NoAnswer> {
    let total: u32 = weights.iter().sum();
    let mut search = Search { weights, share: total / groups, best: None };
    // What is no multiple of a divisor is made of packages, one of which is none.
    let too_few = |divisor: u32| {
        let mut others = weights.iter().filter(|&weight| weight % divisor > 0);
        search.share % divisor > 0 && others.nth(groups as usize - 1).is_none()
    };
    let possible = total % groups == 0 && weights[0] <= search.share && !(2..=weights[0]).any(too_few);
    let all = (1 << weights.len()) - 1;
    for size in 1..=weights.len() as u32 {
        if !possible || search.best.is_some() {
            break;
        }
        let none = Group { taken: 0, product: 1 };
        search.chosen(all, size, search.share, none, &mut |search, group| {
            if search.divides(all & !group.taken) {
                search.best = Some(group.product);
            }
            false
        });
    }
    search.best.ok_or_else(|| NoAnswer("the packages can't be put into groups as heavy".into()))
}

pub fn part1(weights: &[u32]) -> Result<u128, NoAnswer> {
    least(weights, 3)
}

pub fn part2(weights: &[u32]) -> Result<u128, NoAnswer> {
    least(weights, 4)
}
