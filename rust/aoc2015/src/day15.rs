//! Science for Hungry People: amounts are chosen ingredient by ingredient, and what cannot beat the best is left.
//!
//! If all that is left in the bag were the best remaining ingredient for each property by itself, no total could be higher; the
//! product of these is a bound. Of some 180000 mixes a few hundred are scored.

use contract::{
    InvalidInput, NoAnswer,
    reading::{Cursor, lines},
};
use std::array::from_fn;

const TEASPOONS: i64 = 100;
const CALORIES: i64 = 500;
const MOST: usize = 5;
const WRONG: &str = "expected a line as Oats: capacity -1, durability 3, flavor 0, texture 2, calories 5, \
                     numbers up to 99, on at most 5 lines";

/// Capacity, durability, flavor and texture of a teaspoon, or of many.
type Properties = [i64; 4];

pub struct Ingredient {
    properties: Properties,
    calories: i64,
    /// The most and the least of this and all later ones.
    most: Properties,
    calorific: (i64, i64),
}

pub fn parse(text: &str) -> Result<Vec<Ingredient>, InvalidInput> {
    let mut count = 0;
    let mut ingredients = lines(text, WRONG, |line: &mut Cursor| {
        count += 1;
        line.word(|byte| byte.is_ascii_alphabetic())?;
        let mut properties = [0; 4];
        for (name, to) in
            [": capacity ", ", durability ", ", flavor ", ", texture "].iter().zip(&mut properties)
        {
            line.tag(name)?;
            *to = line.integer(99)?;
        }
        line.tag(", calories ")?;
        let calories = line.natural(99)? as i64;
        let alone = Ingredient { properties, calories, most: properties, calorific: (calories, calories) };
        (count <= MOST).then_some(alone)
    })?;
    for at in (1..ingredients.len()).rev() {
        let (most, (least, highest)) = (ingredients[at].most, ingredients[at].calorific);
        let before = &mut ingredients[at - 1];
        before.most = from_fn(|place| before.most[place].max(most[place]));
        before.calorific = (before.calories.min(least), before.calories.max(highest));
    }
    Ok(ingredients)
}

pub fn part1(ingredients: &[Ingredient]) -> i64 {
    best(ingredients, None).expect("there is a mix")
}

pub fn part2(ingredients: &[Ingredient]) -> Result<i64, NoAnswer> {
    best(ingredients, Some(CALORIES)).ok_or_else(|| NoAnswer(format!("no cookie has {CALORIES} calories")))
}

fn best(ingredients: &[Ingredient], calories: Option<i64>) -> Option<i64> {
    let mut best = None;
    improve(ingredients, TEASPOONS, [0; 4], calories, &mut best);
    best
}

/// The best score of mixes that begin with these totals, if it is better. Just so many calories are still wanted.
fn improve(
    ingredients: &[Ingredient],
    left: i64,
    totals: Properties,
    calories: Option<i64>,
    best: &mut Option<i64>,
) {
    let [first, others @ ..] = ingredients else {
        *best = Some(score(&totals));
        return;
    };
    let (most, (least, highest)) =
        others.first().map_or(([0; 4], (0, 0)), |next| (next.most, next.calorific));
    let mut amounts = (if others.is_empty() { left } else { 0 }, left);
    if let Some(calories) = calories {
        amounts = narrowed(amounts, calories - left * least, least - first.calories);
        amounts = narrowed(amounts, left * highest - calories, first.calories - highest);
    }
    let bound = |amount: i64| {
        let most: Properties =
            from_fn(|place| totals[place] + amount * first.properties[place] + (left - amount) * most[place]);
        (score(&most), most.into_iter().min())
    };
    let mut visit = |amount: i64| {
        let promising = best.is_none_or(|best| bound(amount).0 > best);
        if promising {
            let totals = from_fn(|place| totals[place] + amount * first.properties[place]);
            let calories = calories.map(|calories| calories - amount * first.calories);
            improve(others, left - amount, totals, calories, best);
        }
        promising
    };
    let (mut peak, mut end) = amounts;
    while peak < end {
        let middle = (peak + end).div_euclid(2);
        if bound(middle) < bound(middle + 1) {
            peak = middle + 1;
        } else {
            end = middle;
        }
    }
    let _ = (peak..=amounts.1).all(&mut visit) | (amounts.0..peak).rev().all(&mut visit);
}

/// Where in a range a start and a slope times the place is at least 0.
fn narrowed((low, high): (i64, i64), start: i64, slope: i64) -> (i64, i64) {
    match slope.signum() {
        1 => (low.max(-start.div_euclid(slope)), high),
        -1 => (low, high.min(start.div_euclid(-slope))),
        _ if start < 0 => (low, low - 1),
        _ => (low, high),
    }
}

fn score(totals: &Properties) -> i64 {
    totals.iter().map(|&total| total.max(0)).product()
}
