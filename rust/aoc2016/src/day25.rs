//! Clock Signal: starts are tried with one machine, whose lists keep their room; a state is kept at each power of 2.

use crate::assembunny::{Instruction, Machine, Program, read};
use contract::{InvalidInput, NoAnswer};

const MESSAGE: &str = "expected an instruction as cpy 41 a, inc a, dec a, jnz a -2, tgl a or out a, with numbers of at most 999999, in at most 10000 lines";
const STARTS: i64 = 5_000;
const STEPS: u32 = 500_000;

pub fn parse(text: &str) -> Result<Program, InvalidInput> {
    read(text, MESSAGE, 6)
}

pub fn part1(program: &Program) -> Result<i64, NoAnswer> {
    let mut machine = Machine::new(program, [0; 4]);
    let mut steps = 0;
    for start in 1..=STARTS {
        machine.restart(program, [start, 0, 0, 0]);
        if alternates(&mut machine) {
            return Ok(start);
        }
        steps += machine.steps;
        if steps > STEPS {
            break;
        }
    }
    Err(NoAnswer(format!("none of the starts up to {STARTS} is seen to make the signal, in {STEPS} steps")))
}

/// Does the machine put out 0, 1, 0, 1 and so on, until it comes to a state in which it was before?
fn alternates(machine: &mut Machine) -> bool {
    let mut kept: Option<(i64, usize, [i64; 4], Vec<Instruction>)> = None;
    let mut turn = 0;
    while let Some(signal) = machine.next() {
        if signal != turn % 2 {
            return false;
        }
        let (at, registers, code) = machine.state();
        if kept
            .as_ref()
            .is_some_and(|kept| (kept.0, kept.1, &kept.2, &*kept.3) == (turn % 2, at, registers, code))
        {
            return true;
        }
        if turn & (turn - 1) == 0 {
            kept = Some((turn % 2, at, *registers, code.to_vec()));
        }
        turn += 1;
    }
    false
}
