//! Sparse coding: products of the active atoms are kept swept, so that each step is one sweep and nothing is solved.
//!
//! The matrix of products of the signal and the active atoms, swept at the atoms (see `sweep`), holds what is asked: minus the
//! inverse of their own products, and how the signal is made of them. Another atom is one more row, found by one multiplication. The
//! penalty adds entries with signs, so no fraction is met but where coefficients move and one of them stops the others.

use contract::reading::Cursor;
use contract::{InvalidInput, NoAnswer};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};

use crate::sweep::Tableau;

const HEAD: &str = "expected 1 to 100 atoms and a penalty above 0, as 5 3/2";
const LARGEST: u64 = 999_999_999_999_999_999;
const SIGNAL: &str = "expected 1 to 20 numbers from -999 to 999, with a space between two";

pub struct Question {
    /// Numerator and denominator.
    penalty: [BigInt; 2],
    signal: Vec<i64>,
    atoms: Vec<Vec<i64>>,
}

pub fn parse(text: &str) -> Result<Question, InvalidInput> {
    let mut cursor = Cursor::new(text);
    let (count, penalty) = cursor.line(HEAD, |line| {
        let count = line.natural(100).filter(|&count| count > 0)?;
        line.tag(" ")?;
        let above = line.natural(LARGEST)?;
        let below = if line.tag("/").is_some() { line.natural(LARGEST)? } else { 1 };
        (above > 0 && below > 0).then(|| (count, [above.into(), below.into()]))
    })?;
    let vector = |line: &mut Cursor| line.separated(" ", |word| word.integer(999));
    let signal = cursor.line(SIGNAL, |line| vector(line).filter(|found| found.len() <= 20))?;
    cursor.blank("expected an empty line")?;
    let message = format!("expected {} numbers from -999 to 999, with a space between two", signal.len());
    let atom = |_| cursor.line(&message, |line| vector(line).filter(|found| found.len() == signal.len()));
    let atoms = (0..count).map(atom).collect::<Result<_, _>>()?;
    cursor.end()?;
    Ok(Question { penalty, signal, atoms })
}

pub fn part1(question: &Question) -> Result<String, NoAnswer> {
    let mut signs = "0".repeat(question.atoms.len()).into_bytes();
    for active in Coder::settled(question)?.active {
        signs[active.atom] = if active.sign > 0 { b'+' } else { b'-' };
    }
    Ok(signs.into_iter().map(char::from).collect())
}

/// The squares left are x x - c a - penalty |a|, where c are the atoms' products with the signal x.
pub fn part2(question: &Question) -> Result<String, NoAnswer> {
    let Question { penalty: [above, below], signal, atoms } = question;
    let Coder { active, below: scale, .. } = Coder::settled(question)?;
    let products = active.iter().map(|one| &one.value * dot(&atoms[one.atom], signal));
    let made = BigRational::new(products.sum(), scale.clone());
    let sizes: BigInt = active.iter().map(|one| one.value.abs()).sum();
    let sum = BigRational::new(active.iter().map(|one| &one.value).sum(), scale.clone());
    let all = BigRational::from_integer(dot(signal, signal).into());
    let least = (all - made + BigRational::new(sizes * above, scale * below)) / BigInt::from(2);
    Ok(format!("{sum} {least}"))
}

fn dot(one: &[i64], other: &[i64]) -> i64 {
    one.iter().zip(other).map(|(a, b)| a * b).sum()
}

struct Active {
    atom: usize,
    sign: i32,
    /// The coefficient, times a number that all have in common.
    value: BigInt,
}

struct Coder<'a> {
    question: &'a Question,
    active: Vec<Active>,
    below: BigInt,
    /// Products of the signal, first, and of the active atoms, swept by all of these.
    table: Tableau,
}

impl<'a> Coder<'a> {
    /// Where what is asked for is least.
    fn settled(question: &'a Question) -> Result<Self, NoAnswer> {
        let Question { penalty: [above, below], signal, atoms } = question;
        let rows = vec![vec![dot(signal, signal).into()]];
        let table = Tableau { rows, denominator: BigInt::one() };
        let mut coder = Self { question, active: Vec::new(), below: BigInt::one(), table };
        loop {
            let (scale, limit) = (below * &coder.table.denominator, above * &coder.table.denominator);
            let mut residual: Vec<_> = signal.iter().map(|&value| &scale * value).collect();
            for (active, goal) in coder.active.iter().zip(coder.goals()) {
                residual
                    .iter_mut()
                    .zip(&atoms[active.atom])
                    .for_each(|(rest, &value)| *rest -= &goal * value);
            }
            let product =
                |atom: &Vec<i64>| residual.iter().zip(atom).map(|(rest, &value)| rest * value).sum();
            let products: Vec<BigInt> = atoms.iter().map(product).collect();
            let size = |atom: &usize| products[*atom].magnitude();
            let most = (0..atoms.len()).max_by_key(size).expect("there is an atom");
            if size(&most) > limit.magnitude() {
                coder.enter(most, if products[most].is_positive() { 1 } else { -1 });
                continue;
            }
            let idle = |atom: &usize| coder.active.iter().all(|active| active.atom != *atom);
            let tight: Vec<_> =
                (0..atoms.len()).filter(|at| size(at) == limit.magnitude()).filter(idle).collect();
            let mut known: Vec<_> = coder.active.iter().map(|active| active.atom).collect();
            for atom in tight {
                if !coder.sweep_in(&known, atom) {
                    return Err(NoAnswer("the active atoms depend on each other".into()));
                }
                known.push(atom);
            }
            return Ok(coder);
        }
    }

    /// A row for one more atom, swept by all of the known ones and, if it doesn't depend on them, by itself.
    fn sweep_in(&mut self, known: &[usize], atom: usize) -> bool {
        let Question { signal, atoms, .. } = self.question;
        let new = &atoms[atom];
        let products: Vec<_> = known.iter().map(|&other| dot(&atoms[other], new)).collect();
        let others = |column: usize| {
            (1..)
                .zip(&products)
                .map(|(place, &product)| self.table.entry(place, column) * product)
                .sum::<BigInt>()
        };
        let mut row: Vec<_> = (0..=products.len()).map(|column| -others(column)).collect();
        row[0] += &self.table.denominator * dot(signal, new);
        let made: BigInt = row[1..].iter().zip(&products).map(|(part, &product)| part * product).sum();
        row.push(&self.table.denominator * dot(new, new) - made);
        self.table.rows.push(row);
        self.table.sweep(known.len() + 1)
    }

    /// Where the active coefficients settle, times the table's denominator and the penalty's.
    fn goals(&self) -> Vec<BigInt> {
        let goal = |place: usize| {
            let signs = self.active.iter().map(|active| active.sign);
            let turned: BigInt =
                (1..).zip(signs).map(|(other, sign)| self.table.entry(place, other) * sign).sum();
            self.table.entry(place, 0) * &self.question.penalty[1] + turned * &self.question.penalty[0]
        };
        (1..=self.active.len()).map(goal).collect()
    }

    fn enter(&mut self, atom: usize, sign: i32) {
        let known: Vec<_> = self.active.iter().map(|active| active.atom).collect();
        let free = self.sweep_in(&known, atom);
        self.active.push(Active { atom, sign, value: BigInt::ZERO });
        if !free {
            // It is a sum of the others, and takes their place until one of them is 0.
            let mut moves: Vec<_> =
                (1..=known.len()).map(|at| self.table.entry(known.len() + 1, at) * -sign).collect();
            moves.push(&self.table.denominator * sign);
            self.go(moves, BigInt::ZERO);
            let free = self.table.sweep(self.active.len());
            assert!(free, "what it needs has left");
        }
        while !self.go(self.goals(), &self.table.denominator * &self.question.penalty[1]) {}
    }

    /// All coefficients go to fractions with one denominator, or, if that is 0, forever in a direction: do they get there? Not if one has to
    /// change its sign; the first to be 0 stops all, and drops out.
    fn go(&mut self, goals: Vec<BigInt>, below: BigInt) -> bool {
        let crosses = |&at: &usize| (&self.active[at].value * &goals[at]).is_negative();
        let sooner = |&one: &usize, &other: &usize| {
            let value = |at: usize| self.active[at].value.magnitude();
            (value(one) * goals[other].magnitude()).cmp(&(value(other) * goals[one].magnitude()))
        };
        let stop = (0..goals.len()).filter(crosses).min_by(sooner);
        // How much of the way is done and left, but for a factor.
        let [done, left] = match stop {
            Some(at) => [self.active[at].value.abs(), goals[at].abs()],
            None => [BigInt::one(), BigInt::ZERO],
        };
        for (at, goal) in goals.into_iter().enumerate().rev() {
            self.active[at].value = &self.active[at].value * &left + goal * &done;
            if self.active[at].value.is_zero() {
                self.active.remove(at);
                self.table.sweep_back(at + 1);
                self.table.drop(at + 1);
            }
        }
        self.below = &self.below * left + below * done;
        stop.is_none()
    }
}
