//! Opening the Turing Lock: the program is run as it stands.
//!
//! Where a jump leads is worked out once; a target before the program is one far beyond it, so that one comparison ends the run.

use contract::{InvalidInput, NoAnswer, reading::Cursor, reading::lines};

const MESSAGE: &str = "expected an instruction as inc a, jmp +2 or jie a, -2, with an offset of at most 9999";
const STEPS: u32 = 500_000;
const LARGEST: u64 = 999_999_999_999_999_999;

/// Registers are numbered, and targets are places in the program.
pub enum Instruction {
    Half(usize),
    Triple(usize),
    Increment(usize),
    Jump(usize),
    JumpIfEven(usize, usize),
    JumpIfOne(usize, usize),
}

pub fn parse(text: &str) -> Result<Vec<Instruction>, InvalidInput> {
    let mut place = 0usize;
    lines(text, MESSAGE, |line| {
        let here = place;
        place += 1;
        let register = |line: &mut Cursor| line.choice(&["a", "b"]);
        let target = |line: &mut Cursor| {
            let back = line.choice(&["+", "-"])? == 1;
            let far = line.natural(9999)? as usize;
            Some(if back { here.wrapping_sub(far) } else { here + far })
        };
        let branch = |line: &mut Cursor| {
            let register = register(line)?;
            line.tag(", ")?;
            Some((register, target(line)?))
        };
        Some(match line.choice(&["hlf ", "tpl ", "inc ", "jmp ", "jie ", "jio "])? {
            0 => Instruction::Half(register(line)?),
            1 => Instruction::Triple(register(line)?),
            2 => Instruction::Increment(register(line)?),
            3 => Instruction::Jump(target(line)?),
            4 => branch(line).map(|(register, to)| Instruction::JumpIfEven(register, to))?,
            _ => branch(line).map(|(register, to)| Instruction::JumpIfOne(register, to))?,
        })
    })
}

fn run(program: &[Instruction], mut registers: [u64; 2]) -> Result<u64, NoAnswer> {
    let mut at = 0;
    for _ in 0..STEPS {
        let Some(instruction) = program.get(at) else { return Ok(registers[1]) };
        at += 1;
        match *instruction {
            Instruction::Half(register) => registers[register] /= 2,
            Instruction::Triple(register) => grow(&mut registers[register], 3, 0)?,
            Instruction::Increment(register) => grow(&mut registers[register], 1, 1)?,
            Instruction::Jump(to) => at = to,
            Instruction::JumpIfEven(register, to) if registers[register] % 2 == 0 => at = to,
            Instruction::JumpIfOne(register, to) if registers[register] == 1 => at = to,
            _ => {}
        }
    }
    if at < program.len() {
        return Err(NoAnswer("the program has not ended after 500000 instructions".into()));
    }
    Ok(registers[1])
}

fn grow(register: &mut u64, factor: u64, more: u64) -> Result<(), NoAnswer> {
    *register = *register * factor + more;
    if *register > LARGEST {
        return Err(NoAnswer("a register is above 999999999999999999".into()));
    }
    Ok(())
}

pub fn part1(program: &[Instruction]) -> Result<u64, NoAnswer> {
    run(program, [0, 0])
}

pub fn part2(program: &[Instruction]) -> Result<u64, NoAnswer> {
    run(program, [1, 0])
}
