//! The machine of days 12, 23 and 25, which takes many rounds of a loop at once.
//!
//! Two rounds in a row that run the same instructions and add the same to each register are followed by more, until one of the
//! numbers that `jnz` tests comes to 0 or changes its sign; so what has been tested is kept. Constants stand behind the
//! registers, so that a value is a place in one list, whichever it is.

use contract::{InvalidInput, NoAnswer, reading::Cursor, reading::lines};

const STEPS: u32 = 500_000;
const LONGEST: usize = 10_000;
const LARGEST: i64 = 999_999_999_999_999_999;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Copy,
    Increment,
    Decrement,
    JumpIfNotZero,
    Toggle,
    Out,
}

const KINDS: [(&str, Kind); 6] = [
    ("cpy ", Kind::Copy),
    ("inc ", Kind::Increment),
    ("dec ", Kind::Decrement),
    ("jnz ", Kind::JumpIfNotZero),
    ("tgl ", Kind::Toggle),
    ("out ", Kind::Out),
];

/// What is done with the values at two places.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Instruction(Kind, u32, u32);

/// The values are four registers, and constants.
#[derive(Clone)]
pub struct Program {
    code: Vec<Instruction>,
    values: Vec<i64>,
}

/// Reads a program in which only so many of the kinds occur.
pub fn read(text: &str, message: &str, kinds: usize) -> Result<Program, InvalidInput> {
    let names = KINDS.map(|(name, _)| name);
    let mut values = vec![0; 4];
    let mut value = |line: &mut Cursor| {
        let mut word = *line;
        if let Some(register) = word.choice(&["a", "b", "c", "d"]) {
            *line = word;
            return Some(register as u32);
        }
        values.push(line.integer(999_999)?);
        Some(values.len() as u32 - 1)
    };
    let mut count = 0;
    let code = lines(text, message, |line| {
        count += 1;
        let kind = KINDS[line.choice(&names[..kinds])?].1;
        let x = value(line)?;
        let y = match kind {
            Kind::Copy | Kind::JumpIfNotZero => line.tag(" ").and_then(|()| value(line))?,
            _ => 0,
        };
        let is_whole = match kind {
            Kind::Copy => y < 4,
            Kind::Increment | Kind::Decrement => x < 4,
            _ => true,
        };
        (is_whole && count <= LONGEST).then_some(Instruction(kind, x, y))
    })?;
    Ok(Program { code, values })
}

/// Which way a `jnz` went, in a word; and the number that it tested. Or how many rounds were left out.
#[derive(Clone, Copy)]
struct Test(u64, i64);

/// A loop when it last went round: the registers, by how much they had changed, and where its last two rounds of tests begin.
#[derive(Clone, Copy)]
struct Loop {
    at: usize,
    registers: [i64; 4],
    change: [i64; 4],
    start: usize,
    middle: usize,
}

pub struct Machine {
    program: Program,
    at: usize,
    pub steps: u32,
    tests: Vec<Test>,
    /// The inner ones come last. A jump from further down ends those before it.
    loops: Vec<Loop>,
}

impl Machine {
    pub fn new(program: &Program, registers: [i64; 4]) -> Self {
        let mut machine = Self { program: program.clone(), at: 0, steps: 0, tests: vec![], loops: vec![] };
        machine.restart(program, registers);
        machine
    }

    pub fn restart(&mut self, program: &Program, registers: [i64; 4]) {
        self.program.code.clone_from(&program.code);
        self.program.values[..4].copy_from_slice(&registers);
        (self.at, self.steps) = (0, 0);
        self.forget();
    }

    /// Place, registers and program.
    pub fn state(&self) -> (usize, &[i64; 4], &[Instruction]) {
        (self.at, self.registers(), &self.program.code)
    }

    fn registers(&self) -> &[i64; 4] {
        self.program.values.first_chunk().expect("four registers")
    }

    fn forget(&mut self) {
        self.tests.clear();
        self.loops.clear();
    }

    fn toggle(&mut self, place: i64) {
        if let Some(Instruction(kind, ..)) = self.program.code.get_mut(place as usize) {
            *kind = match kind {
                Kind::Increment => Kind::Decrement,
                Kind::Copy => Kind::JumpIfNotZero,
                Kind::JumpIfNotZero => Kind::Copy,
                _ => Kind::Increment,
            };
        }
    }

    /// Is there a last round of the loop that ends here? Rounds that are as the last two were are taken at once.
    fn goes_on(&mut self) -> bool {
        let mut now = *self.registers();
        let (at, end) = (self.at, self.tests.len());
        while self.loops.last().is_some_and(|inner| inner.at < at) {
            self.loops.pop();
        }
        let Some(&Loop { registers, change: before, start, middle, .. }) =
            self.loops.last().filter(|last| last.at == at)
        else {
            self.loops.push(Loop { at, registers: now, change: [0; 4], start: end, middle: end });
            return true;
        };
        let change = [0, 1, 2, 3].map(|register| now[register] - registers[register]);
        let mut next = Loop { at, registers: now, change, start: middle, middle: end };
        let (last, this) = (&self.tests[start..middle], &self.tests[middle..]);
        if change == before && last.len() == this.len() && last.iter().zip(this).all(|(a, b)| a.0 == b.0) {
            let toward_zero = |(old, new): (&Test, &Test)| {
                let step = new.1 - old.1;
                (new.1 > 0 && step < 0 || new.1 < 0 && step > 0).then(|| (new.1.abs() - 1) / step.abs())
            };
            let Some(rounds) = last.iter().zip(this).filter_map(toward_zero).min() else { return false };
            for (register, step) in now.iter_mut().zip(change) {
                match step.checked_mul(rounds).and_then(|all| all.checked_add(*register)) {
                    Some(sum) if (-LARGEST..=LARGEST).contains(&sum) => *register = sum,
                    _ => return false,
                }
            }
            if rounds > 0 {
                self.program.values[..4].copy_from_slice(&now);
                self.tests.push(Test(!(rounds as u64), 0));
                for place in 0..end - middle {
                    let (Test(_, old), Test(key, new)) =
                        (self.tests[start + place], self.tests[middle + place]);
                    self.tests.push(Test(key, new + rounds * (new - old)));
                }
                next = Loop { registers: now, start: end + 1, middle: self.tests.len(), ..next };
            }
        }
        *self.loops.last_mut().expect("the loop") = next;
        true
    }

    /// What is in a when the program has ended?
    pub fn result(&mut self) -> Result<i64, NoAnswer> {
        self.by_ref().for_each(drop);
        if self.at < self.program.code.len() {
            return Err(NoAnswer(format!("no end of the program is in sight after {STEPS} steps")));
        }
        Ok(self.registers()[0])
    }
}

/// What the program puts out, until it ends, or no end is in sight.
impl Iterator for Machine {
    type Item = i64;

    fn next(&mut self) -> Option<i64> {
        while let Some(&Instruction(kind, x, y)) =
            self.program.code.get(self.at).filter(|_| self.steps < STEPS)
        {
            self.steps += 1;
            let number = self.program.values[x as usize];
            let mut following = self.at + 1;
            match kind {
                Kind::Copy if y < 4 => self.program.values[y as usize] = number,
                Kind::Increment | Kind::Decrement if x < 4 => {
                    let sum = if kind == Kind::Increment { number + 1 } else { number - 1 };
                    self.program.values[x as usize] = sum;
                    if sum.abs() > LARGEST {
                        return None;
                    }
                }
                Kind::JumpIfNotZero => {
                    if number != 0 {
                        following = (self.at as i64 + self.program.values[y as usize]) as usize;
                    }
                    if following < self.program.code.len() {
                        let key = (self.at as u64) << 32 | (following as u64) << 1 | u64::from(number != 0);
                        self.tests.push(Test(key, number));
                        if number != 0 && following <= self.at && !self.goes_on() {
                            return None;
                        }
                    }
                }
                Kind::Toggle => {
                    self.forget();
                    self.toggle(self.at as i64 + number);
                }
                Kind::Out => {
                    self.forget();
                    self.at = following;
                    return Some(number);
                }
                _ => {}
            }
            self.at = following;
        }
        None
    }
}
