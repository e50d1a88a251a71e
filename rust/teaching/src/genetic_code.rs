//! The genetic code: one pass over the codons of a frame knows the first start that is open.
//!
//! Bases are T, C, A and G from 0, in NCBI's order. So three of them are an index into a table of what a codon may do, and
//! the other strand's base is the same but for one bit; its codons are read from the end, and no strand is made. In nine of ten
//! codons nothing happens. Part 2 multiplies powers of 2 to 64, squared in decimals, so that nothing is converted in the end.

use crate::decimal_convolution::Digits;
use contract::reading::Cursor;
use contract::{InvalidInput, NoAnswer};

const AMINO_ACIDS: &str = "expected 64 amino acids, each a capital letter or *";
const SIGNS: &str = "expected 64 signs M, * or -, with * wherever the amino acids have it";
const BASES: &str = "expected bases A, C, G and T";

/// What a codon may do.
#[derive(Clone, Copy, PartialEq)]
enum May {
    Go,
    Start,
    StopOrGo,
    Stop,
}

pub struct Gene {
    letters: [u8; 64],
    may: [May; 64],
    /// From 0 to 3.
    dna: Vec<u8>,
}

pub fn parse(text: &str) -> Result<Gene, InvalidInput> {
    let mut lines = Cursor::new(text);
    let letters = lines.line(AMINO_ACIDS, |line| {
        let letters: [u8; 64] =
            line.word(|byte| byte.is_ascii_uppercase() || byte == b'*')?.try_into().ok()?;
        Some(letters)
    })?;
    let may = lines.line(SIGNS, |line| {
        let signs: [u8; 64] = line.word(|byte| b"M*-".contains(&byte))?.try_into().ok()?;
        let mut may = [May::Go; 64];
        for (may, (letter, sign)) in may.iter_mut().zip(letters.into_iter().zip(signs)) {
            *may = match (letter, sign) {
                (b'*', b'*') => May::Stop,
                (b'*', _) => return None,
                (_, b'*') => May::StopOrGo,
                (_, b'M') => May::Start,
                _ => May::Go,
            };
        }
        Some(may)
    })?;
    lines.blank("expected an empty line")?;
    let mut dna = Vec::with_capacity(text.len());
    lines.block(BASES, |line| {
        dna.extend(
            line.word(|byte| BASE[usize::from(byte)] < 4)?.iter().map(|&byte| BASE[usize::from(byte)]),
        );
        Some(())
    })?;
    lines.end()?;
    Ok(Gene { letters, may, dna })
}

const BASE: [u8; 256] = {
    let mut bases = [4; 256];
    bases[b'T' as usize] = 0;
    bases[b'C' as usize] = 1;
    bases[b'A' as usize] = 2;
    bases[b'G' as usize] = 3;
    bases
};

pub fn part1(gene: &Gene) -> Result<String, NoAnswer> {
    Ok(gene.protein()?.into_iter().map(char::from).collect())
}

pub fn part2(gene: &Gene) -> Result<String, NoAnswer> {
    let protein = gene.protein()?;
    let mut codons = [0; 256];
    gene.letters.iter().for_each(|&letter| codons[usize::from(letter)] += 1);
    let are = |kinds: &[May]| gene.may.iter().filter(|may| kinds.contains(may)).count();
    // How often there is a choice of so many codons.
    let mut times = [0u64; 65];
    times[are(&[May::Start])] += 1;
    times[are(&[May::Stop, May::StopOrGo])] += 1;
    protein[1..].iter().for_each(|&letter| times[codons[usize::from(letter)]] += 1);
    let powers = times.iter().zip(0..).skip(2).filter(|&(&times, _)| times > 0);
    let factors = powers.map(|(&times, ways)| power(ways, times));
    Ok(factors.reduce(|product, factor| &product * &factor).unwrap_or_else(|| 1.into()).to_string())
}

fn power(base: u64, exponent: u64) -> Digits {
    if exponent < 10 {
        return base.pow(exponent as u32).into(); // at most 64^9 = 2^54
    }
    let root = power(base, exponent / 2);
    let square = &root * &root;
    if exponent % 2 == 0 { square } else { &square * &base.into() }
}

/// An open reading frame by its number of codons, and where it starts on its strand.
type Frame = (usize, usize);

impl Gene {
    /// The longest open reading frame's.
    fn protein(&self) -> Result<Vec<u8>, NoAnswer> {
        let given = self.longest(self.dna.iter().copied());
        let other = self.longest(self.dna.iter().rev().map(|base| base ^ 2));
        let ((count, start), turned) = if other.0 > given.0 { (other, true) } else { (given, false) };
        if count == 0 {
            return Err(NoAnswer("no reading frame is open".to_owned()));
        }
        let codon = |at: usize| {
            let base = |at: usize| if turned { self.dna[self.dna.len() - 1 - at] ^ 2 } else { self.dna[at] };
            self.letters[index([base(at), base(at + 1), base(at + 2)])]
        };
        Ok([b'M'].into_iter().chain((1..count - 1).map(|number| codon(start + 3 * number))).collect())
    }

    /// Of a strand. All three frames are read in one pass: a base ends a codon of one of them.
    fn longest(&self, mut bases: impl Iterator<Item = u8>) -> Frame {
        const NONE: usize = usize::MAX;
        let mut best = (0, NONE);
        let mut open = [NONE; 3];
        let (Some(first), Some(second)) = (bases.next(), bases.next()) else { return best };
        let mut codon = index([0, first, second]);
        let (mut frame, mut at) = (0, 0);
        for base in bases {
            codon = (codon << 2 | usize::from(base)) % 64;
            match self.may[codon] {
                May::Go => (),
                May::Start => open[frame] = open[frame].min(at),
                stop => {
                    if open[frame] != NONE {
                        let found = ((at - open[frame]) / 3 + 1, open[frame]);
                        if found.0 > best.0 || found.0 == best.0 && found.1 < best.1 {
                            best = found;
                        }
                    }
                    if stop == May::Stop {
                        open[frame] = NONE;
                    }
                }
            }
            frame = if frame == 2 { 0 } else { frame + 1 };
            at += 1;
        }
        best
    }
}

fn index(bases: [u8; 3]) -> usize {
    bases.iter().fold(0, |index, &base| index << 2 | usize::from(base))
}
