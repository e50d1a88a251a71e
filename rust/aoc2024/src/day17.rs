//! Chronospatial Computer: A is found from its highest digit, and what has failed once is not tried again.
//!
//! Where a round's output depends on A alone, that of the last round does on the highest three bits, that of the one before on
//! these and the next, and so on. Digits are tried in rising order, so the first A that is found is the least. A round
//! sees no more than 13 bits, so a number that failed has failed for all that end with the same ten bits.

use contract::reading::Cursor;
use contract::{InvalidInput, NoAnswer};

const REGISTER: &str = "expected a number of at most 18 digits as Register A: 1977, for A, B and C";
const PROGRAM: &str =
    "expected one to ten pairs of an instruction and its operand as Program: 2,4,0,3,5,5,3,0";
const STEPS: usize = 100_000;
const MOST: usize = 20;
/// How many bits a later round sees, but for three new ones.
const SEEN_LATER: u32 = 10;

const ADV: u8 = 0;
const BXL: u8 = 1;
const BST: u8 = 2;
const JNZ: u8 = 3;
const BXC: u8 = 4;
const OUT: u8 = 5;
const BDV: u8 = 6;
const CDV: u8 = 7;

pub struct Computer {
    registers: [u64; 3],
    /// Instructions with their operands.
    program: Vec<(u8, u8)>,
}

pub fn parse(text: &str) -> Result<Computer, InvalidInput> {
    let mut lines = Cursor::new(text);
    let mut registers = [0; 3];
    for (register, name) in registers.iter_mut().zip(["Register A: ", "Register B: ", "Register C: "]) {
        *register = lines.line(REGISTER, |line| {
            line.tag(name)?;
            line.natural(999_999_999_999_999_999)
        })?;
    }
    lines.blank("expected an empty line")?;
    let program = lines.line(PROGRAM, |line| {
        line.tag("Program: ")?;
        line.separated(",", pair).filter(|pairs| pairs.len() <= MOST / 2)
    })?;
    lines.end()?;
    Ok(Computer { registers, program })
}

fn pair(line: &mut Cursor) -> Option<(u8, u8)> {
    let number =
        |line: &mut Cursor| line.byte().map(|byte| byte.wrapping_sub(b'0')).filter(|&number| number < 8);
    let instruction = number(line)?;
    line.tag(",")?;
    let operand = number(line)?;
    let is_valid = match instruction {
        BXL | BXC => true,
        JNZ => operand % 2 == 0,
        _ => operand < 7,
    };
    is_valid.then_some((instruction, operand))
}

/// What an operand stands for that is no literal.
#[inline]
fn combo(operand: u8, [a, b, c]: [u64; 3]) -> u64 {
    match operand {
        4 => a,
        5 => b,
        6 => c,
        literal => literal.into(),
    }
}

/// What is put out, if the instruction does that; it is no jump.
#[inline]
fn execute((instruction, operand): (u8, u8), registers: &mut [u64; 3]) -> Option<u8> {
    let value = combo(operand, *registers);
    let shifted = registers[0] >> value.min(63);
    match instruction {
        ADV => registers[0] = shifted,
        BXL => registers[1] ^= u64::from(operand),
        BST => registers[1] = value % 8,
        BXC => registers[1] ^= registers[2],
        BDV => registers[1] = shifted,
        CDV => registers[2] = shifted,
        _ => return Some((value % 8) as u8),
    }
    None
}

pub fn part1(computer: &Computer) -> Result<String, NoAnswer> {
    let mut registers = computer.registers;
    let mut outputs = String::new();
    let mut at = 0;
    for _ in 0..STEPS {
        let Some(&(instruction, operand)) = computer.program.get(at) else {
            return if outputs.pop().is_some() {
                Ok(outputs)
            } else {
                Err(NoAnswer("the program puts nothing out".into()))
            };
        };
        at += 1;
        if instruction == JNZ {
            at = if registers[0] == 0 { at } else { usize::from(operand / 2) };
        } else if let Some(output) = execute((instruction, operand), &mut registers) {
            outputs.push((b'0' + output).into());
            outputs.push(',');
        }
    }
    Err(NoAnswer(format!("the program does not end within {STEPS} instructions")))
}

pub fn part2(computer: &Computer) -> Result<u64, NoAnswer> {
    let program = &computer.program;
    if !is_loop(program) {
        return Err(NoAnswer("the program is no loop over three bits of A each, and nothing else".into()));
    }
    let numbers =
        program.iter().flat_map(|&(instruction, operand)| [instruction, operand]).collect::<Vec<_>>();
    let mut search =
        Search { round: &program[..program.len() - 1], failed: [[0; 1 << (SEEN_LATER - 6)]; MOST] };
    search.least(&numbers, 0).ok_or_else(|| NoAnswer("the program never puts out itself".into()))
}

/// Does a round shift A by three bits and put one number out, all else being computed anew from A?
fn is_loop(program: &[(u8, u8)]) -> bool {
    let Some((&(JNZ, 0), round)) = program.split_last() else { return false };
    // Operands as bits: what is known, and what is less than 8.
    let (mut known, mut small) = (0b1_1111u8, 0b1111u8);
    let (mut shifts, mut outputs) = (0, 0);
    for &(instruction, operand) in round {
        let own = 1 << operand;
        let (reads, is_fine) = match instruction {
            ADV => (0, operand == 3),
            BXL => (1 << 5, true),
            BXC => (0b11 << 5, true),
            BDV | CDV => (own, small & own != 0),
            JNZ => (0, false),
            _ => (own, true),
        };
        if known & reads != reads || !is_fine {
            return false;
        }
        match instruction {
            ADV => shifts += 1,
            BST => (known, small) = (known | 1 << 5, small | 1 << 5),
            BXC => small &= !(1 << 5),
            OUT => outputs += 1,
            BDV => (known, small) = (known | 1 << 5, small & !(1 << 5)),
            CDV => known |= 1 << 6,
            _ => {}
        }
    }
    shifts == 1 && outputs == 1
}

struct Search<'a> {
    round: &'a [(u8, u8)],
    /// By how many numbers are left, the ends of what has failed, as bits.
    failed: [[u64; 1 << (SEEN_LATER - 6)]; MOST],
}

impl Search<'_> {
    /// The least A that begins with some digits, after which so many numbers are left to be put out.
    fn least(&mut self, numbers: &[u8], a: u64) -> Option<u64> {
        let Some((&number, left)) = numbers.split_last() else { return Some(a) };
        let end = (a % (1 << SEEN_LATER)) as usize;
        if self.failed[left.len()][end / 64] >> (end % 64) & 1 == 1 {
            return None;
        }
        for longer in (8 * a).max(1)..8 * a + 8 {
            if self.output(longer) == Some(number) {
                if let Some(found) = self.least(left, longer) {
                    return Some(found);
                }
            }
        }
        self.failed[left.len()][end / 64] |= 1 << (end % 64);
        None
    }

    fn output(&self, a: u64) -> Option<u8> {
        let mut registers = [a, 0, 0];
        self.round.iter().find_map(|&instruction| execute(instruction, &mut registers))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_program_runs() {
        for (a, b, c, program, outputs) in [
            (12345_u64, 70_u64, 3_u64, "6,5,5,5,5,6,4,1,5,5", "0,3,3"),
            (100, 64, 9, "5,5,1,6,4,7,5,5,0,1,3,2", "0,7,0,7,0,7,0,7"),
            (53, 7, 999_999_999_999_999_999, "3,4,5,0,0,2,5,4,7,1,5,6,3,2", "5,6,0,3,1,0,0,0"),
        ] {
            let text = format!("Register A: {a}\nRegister B: {b}\nRegister C: {c}\n\nProgram: {program}");
            assert_eq!(part1(&parse(&text).unwrap()).unwrap(), outputs, "{text}");
        }
    }
}
