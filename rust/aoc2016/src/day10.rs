//! Balance Bots: chips on a stack, targets as numbers, and what they hold in arrays.

use contract::reading::{Cursor, lines};
use contract::{InvalidInput, NoAnswer};

const FORM: &str = "expected value 5 goes to bot 2, or bot 2 gives low to output 0 and high to bot 1, numbers to 99999, \
                    one rule and two chips to a bot, one chip to an output";
const MOST: u64 = 99_999;

/// Twice the number of a bot, or of an output and 1 more.
type Target = usize;

#[derive(Default)]
pub struct Factory {
    chips: Vec<(u32, Target)>,
    /// By the giver, the targets of the lower and the higher chip.
    rules: Vec<Option<[Target; 2]>>,
}

pub fn parse(text: &str) -> Result<Factory, InvalidInput> {
    let mut factory = Factory::default();
    let mut sent = Vec::new(); // how many chips go to a target
    lines(text, FORM, |line| {
        let targets = if line.choice(&["value ", "bot "])? == 0 {
            let value = line.natural(MOST)? as u32;
            line.tag(" goes to bot ")?;
            let target = 2 * line.natural(MOST)? as Target;
            factory.chips.push((value, target));
            [Some(target), None]
        } else {
            let giver = line.natural(MOST)? as Target;
            line.tag(" gives low to ")?;
            let low = target(line)?;
            line.tag(" and high to ")?;
            let high = target(line)?;
            let is_new = at(&mut factory.rules, 2 * giver).replace([low, high]).is_none();
            is_new.then_some([Some(low), Some(high)])?
        };
        targets.into_iter().flatten().all(|target| room(&mut sent, target)).then_some(())
    })?;
    Ok(factory)
}

fn target(line: &mut Cursor) -> Option<Target> {
    let kind = line.choice(&["bot ", "output "])?;
    Some(2 * line.natural(MOST)? as Target + kind)
}

/// A place in a list, which grows as needed.
fn at<T: Default + Clone>(list: &mut Vec<T>, place: usize) -> &mut T {
    if place >= list.len() {
        list.resize(2 * place + 64, T::default());
    }
    &mut list[place]
}

/// Is there room for another chip? Two fit into a bot, one into an output.
fn room(sent: &mut Vec<u8>, target: Target) -> bool {
    let count = at(sent, target);
    *count += 1;
    usize::from(*count) + target % 2 <= 2
}

pub fn part1(factory: &Factory) -> Result<Target, NoAnswer> {
    let mut found = None;
    factory.hand_on(|bot, low, high| {
        if (low, high) == (17, 61) {
            found = Some(found.unwrap_or(bot).min(bot));
        }
    });
    found.map(|bot| bot / 2).ok_or_else(|| NoAnswer("no bot compares 17 and 61".into()))
}

pub fn part2(factory: &Factory) -> Result<u64, NoAnswer> {
    let held = factory.hand_on(|_, _, _| ());
    let outputs = [1, 3, 5].map(|output| held.get(output).copied().flatten().map(u64::from));
    let product = outputs.into_iter().product::<Option<u64>>();
    product.ok_or_else(|| NoAnswer("one of the outputs 0, 1 and 2 stays empty".into()))
}

impl Factory {
    /// What each target holds in the end. A function is told which bot compares which chips.
    fn hand_on(&self, mut compares: impl FnMut(Target, u32, u32)) -> Vec<Option<u32>> {
        let mut held = Vec::new();
        let mut chips = self.chips.clone();
        while let Some((chip, target)) = chips.pop() {
            let place = at(&mut held, target);
            match (*place, self.rules.get(target).copied().flatten()) {
                (Some(other), Some([lower, higher])) => {
                    let (low, high) = (chip.min(other), chip.max(other));
                    compares(target, low, high);
                    chips.extend([(low, lower), (high, higher)]);
                }
                _ => *place = Some(chip),
            }
        }
        held
    }
}
