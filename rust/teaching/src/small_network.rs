//! Small network: along a segment each unit is a linear form `slope * t + height` in whole numbers, a stretch at a time.
//!
//! A layer's form is a sum of products of whole numbers, whatever the moments between stretches are: no fraction enters. Where a form
//! changes its sign within a stretch it is cut, at a moment whose numerator and denominator are the form itself. A negative form becomes 0.
//! Two stretches are one piece where the outputs have equal forms. The weights bound the forms before anything is computed, and the
//! bound chooses their type: words whose products are two words, two words, or large numbers, by the same code.

use contract::reading::Cursor;
use contract::{InvalidInput, NoAnswer};
use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::Ratio;
use num_traits::Signed;
use std::cmp::Ordering;

const WIDTHS: &str = "expected 2 to 13 widths from 1 to 100, separated by spaces";
const POINT: &str = "expected numbers from -999 to 999, as many as the first width, separated by spaces";
const MOST_BENDS: usize = 5000;

/// A row for each unit, whose last number is the bias.
type Rows = Vec<Vec<i64>>;

pub struct Network {
    layers: Vec<Rows>,
    ends: Rows,
}

pub fn parse(text: &str) -> Result<Network, InvalidInput> {
    let mut lines = Cursor::new(text);
    let widths = lines.line(WIDTHS, |line| {
        let widths = line.separated(" ", |item| item.natural(100).filter(|&width| width > 0))?;
        (2..=13).contains(&widths.len()).then_some(widths)
    })?;
    let mut layers = Vec::new();
    for pair in widths.windows(2) {
        let message =
            format!("expected {} weights and a bias from -999 to 999, separated by spaces", pair[0]);
        layers.push(block(&mut lines, pair[1], pair[0] + 1, &message)?);
    }
    let ends = block(&mut lines, 2, widths[0], POINT)?;
    lines.end()?;
    Ok(Network { layers, ends })
}

/// So many rows of so many numbers, after an empty line.
fn block(lines: &mut Cursor, height: u64, width: u64, message: &str) -> Result<Rows, InvalidInput> {
    lines.blank("expected an empty line")?;
    let row = |line: &mut Cursor| {
        line.separated(" ", |item| item.integer(999)).filter(|row| row.len() as u64 == width)
    };
    (0..height).map(|_| lines.line(message, row)).collect()
}

pub fn part1(network: &Network) -> String {
    match network.bits() {
        ..=62 => network.outputs::<i64>(),
        63..=126 => network.outputs::<i128>(),
        _ => network.outputs::<BigInt>(),
    }
}

pub fn part2(network: &Network) -> Result<String, NoAnswer> {
    match network.bits() {
        ..=62 => network.pieces::<i64>(),
        63..=126 => network.pieces::<i128>(),
        _ => network.pieces::<BigInt>(),
    }
}

/// What forms are made of, and what holds a sum of four products of two.
trait Number: Integer + Signed + Clone + From<i64> + for<'a> std::ops::AddAssign<&'a Self> {
    type Wide: Integer + Signed + Clone + Into<BigInt>;
    fn wide(&self) -> Self::Wide;
    /// Adds a product.
    fn add_product(&mut self, weight: i64, value: &Self);
}

impl Number for i64 {
    type Wide = i128;

    fn wide(&self) -> i128 {
        (*self).into()
    }

    #[inline]
    fn add_product(&mut self, weight: i64, value: &Self) {
        *self += weight * value;
    }
}

impl Number for i128 {
    type Wide = BigInt;

    fn wide(&self) -> BigInt {
        (*self).into()
    }

    #[inline]
    fn add_product(&mut self, weight: i64, value: &Self) {
        *self += i128::from(weight) * value;
    }
}

impl Number for BigInt {
    type Wide = Self;

    fn wide(&self) -> Self {
        self.clone()
    }

    fn add_product(&mut self, weight: i64, value: &Self) {
        if *value != Self::ZERO {
            *self += value * weight;
        }
    }
}

/// What a row makes of values, without its bias.
fn weighted<N: Number>(row: &[i64], values: &[N]) -> N {
    let mut sum = N::zero();
    row.iter().zip(values).for_each(|(&weight, value)| sum.add_product(weight, value));
    sum
}

/// A linear function of the moment.
#[derive(Clone, PartialEq)]
struct Form<N> {
    slope: N,
    height: N,
}

impl<N: Number> Form<N> {
    /// Its value at a moment, times the moment's denominator.
    fn at(&self, moment: &Moment<N>) -> N::Wide {
        self.slope.wide() * moment.numerator.wide() + self.height.wide() * moment.denominator.wide()
    }

    fn zeros() -> Self {
        Self { slope: N::zero(), height: N::zero() }
    }

    /// Where it is 0.
    fn zero(&self) -> Moment<N> {
        let sign = self.slope.signum();
        Moment { numerator: -(self.height.clone() * sign.clone()), denominator: self.slope.clone() * sign }
    }
}

/// A fraction, not in lowest terms, with a positive denominator.
#[derive(Clone)]
struct Moment<N> {
    numerator: N,
    denominator: N,
}

impl<N: Number> Moment<N> {
    fn new(numerator: i64) -> Self {
        Self { numerator: numerator.into(), denominator: N::one() }
    }

    fn order(&self, other: &Self) -> Ordering {
        let product = |one: &N, two: &N| one.wide() * two.wide();
        product(&self.numerator, &other.denominator).cmp(&product(&other.numerator, &self.denominator))
    }
}

/// From a moment to another each unit has a form: slopes and heights.
struct Stretch<N> {
    from: Moment<N>,
    to: Moment<N>,
    slopes: Vec<N>,
    heights: Vec<N>,
}

impl<N: Number> Stretch<N> {
    fn through(&self, layer: &Rows) -> Vec<Form<N>> {
        let form = |row: &Vec<i64>| {
            let mut height = weighted(row, &self.heights);
            height += &row[row.len() - 1].into();
            Form { slope: weighted(row, &self.slopes), height }
        };
        layer.iter().map(form).collect()
    }
}

impl Network {
    /// No form, and no part of its sums, is as large as two to the power of this.
    fn bits(&self) -> u64 {
        let (mut bound, mut most) = (BigInt::from(2 * 999), 0);
        for layer in &self.layers {
            let weights = |row: &Vec<i64>| row.iter().map(|weight| weight.abs()).sum::<i64>();
            bound *= layer.iter().map(weights).max().unwrap_or(0).max(1);
            most = most.max(bound.bits());
        }
        most
    }

    fn outputs<N: Number + ToString>(&self) -> String {
        let (last, hidden) = self.layers.split_last().expect("there is a layer");
        let apply = |layer: &Rows, values: &[N]| -> Vec<N> {
            let bias = |row: &Vec<i64>| N::from(row[row.len() - 1]);
            layer.iter().map(|row| weighted(row, values) + bias(row)).collect()
        };
        let at = |end: &Vec<i64>| {
            let mut values: Vec<N> = end.iter().map(|&value| value.into()).collect();
            for layer in hidden {
                values = apply(layer, &values).into_iter().map(|value| value.max(N::zero())).collect();
            }
            apply(last, &values).iter().map(N::to_string).collect::<Vec<_>>().join(" ")
        };
        self.ends.iter().map(at).collect::<Vec<_>>().join("\n")
    }

    fn pieces<N: Number>(&self) -> Result<String, NoAnswer> {
        let (last, hidden) = self.layers.split_last().expect("there is a layer");
        let mut path = vec![Stretch {
            from: Moment::new(0),
            to: Moment::new(1),
            slopes: self.ends[0].iter().zip(&self.ends[1]).map(|(a, b)| N::from(b - a)).collect(),
            heights: self.ends[0].iter().map(|&a| a.into()).collect(),
        }];
        for layer in hidden {
            path = bent(layer, &path)?;
        }
        let forms: Vec<_> = path.iter().map(|stretch| stretch.through(last)).collect();
        let pieces = 1 + forms.windows(2).filter(|pair| pair[0] != pair[1]).count();
        // No output bends within a stretch, so the greatest is at an end of one.
        let greatest = path.iter().zip(&forms).flat_map(|(Stretch { from, to, .. }, forms)| {
            [from, to].map(|moment| {
                let value = forms.iter().map(|form| form.at(moment)).max().expect("there is an output");
                (value.into(), moment.denominator.wide().into())
            })
        });
        let greatest = greatest.reduce(
            |one: (BigInt, BigInt), two| {
                if &one.0 * &two.1 < &two.0 * &one.1 { two } else { one }
            },
        );
        let (numerator, denominator) = greatest.expect("there is a stretch");
        Ok(format!("{pieces} {}", Ratio::new(numerator, denominator)))
    }
}

/// What a layer hands on, cut where a unit's form changes its sign.
fn bent<N: Number>(layer: &Rows, path: &[Stretch<N>]) -> Result<Vec<Stretch<N>>, NoAnswer> {
    let mut found = Vec::with_capacity(2 * path.len());
    for stretch in path {
        let forms = stretch.through(layer);
        let crossing = |form: &&Form<N>| {
            let (first, last) = (form.at(&stretch.from), form.at(&stretch.to));
            first.is_negative() && last.is_positive() || first.is_positive() && last.is_negative()
        };
        let mut cuts: Vec<_> = forms.iter().filter(crossing).map(Form::zero).collect();
        cuts.sort_unstable_by(Moment::order);
        cuts.dedup_by(|one, two| one.order(two).is_eq());
        cuts.push(stretch.to.clone());
        let mut from = stretch.from.clone();
        for to in cuts {
            // The sum is a multiple of a value between: of that at the mediant.
            let fires = |form: &Form<N>| (form.at(&from) + form.at(&to)).is_positive();
            let handed = forms.iter().map(|form| if fires(form) { form.clone() } else { Form::zeros() });
            let (slopes, heights) = handed.map(|form| (form.slope, form.height)).unzip();
            found.push(Stretch { from: std::mem::replace(&mut from, to.clone()), to, slopes, heights });
        }
        if found.len() > MOST_BENDS + 1 {
            return Err(NoAnswer(format!("more than {MOST_BENDS} bends")));
        }
    }
    Ok(found)
}
