"""The genetic code: each codon becomes a sign for what it may do, and frames are found among the signs."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import MAX_EMAX, Decimal, localcontext
from itertools import product

from threefold.contract import NoAnswer

from ..reading import Lines

CODONS = ["".join(bases) for bases in product("TCAG", repeat=3)]
COMPLEMENT = str.maketrans("ACGT", "TGCA")


@dataclass(frozen=True)
class Gene:
    """What each codon stands for, what it may do (M start, * only stop, + stop or not, -), and DNA."""

    letters: dict[str, str]
    signs: dict[str, str]
    dna: str


def parse(text: str) -> Gene:
    """Which code is it, and which DNA?"""
    lines = Lines(text)
    (letters,) = lines.line("([A-Z*]{64})", "expected 64 amino acids, each a capital letter or *")

    def stops(signs: str) -> bool:
        return all(sign == "*" for letter, sign in zip(letters, signs, strict=True) if letter == "*")

    message = "expected 64 signs M, * or -, with * wherever the amino acids have it"
    (signs,) = lines.line("([M*-]{64})", message, valid=stops)
    lines.blank("expected an empty line")
    dna = "".join(bases for (bases,) in lines.block("([ACGT]+)", "expected bases A, C, G and T"))
    lines.end()
    both = zip(letters, signs, strict=True)
    may = ["+" if sign == "*" and letter != "*" else sign for letter, sign in both]
    return Gene(dict(zip(CODONS, letters, strict=True)), dict(zip(CODONS, may, strict=True)), dna)


def part1(gene: Gene) -> str:
    """What is the protein of the longest open reading frame?"""
    codons = longest(gene)
    return "M" + "".join([gene.letters[codon] for codon in codons[1:-1]])


def part2(gene: Gene) -> str:
    """How many sequences are open reading frames with that protein?"""
    protein = part1(gene)
    signs, codons = Counter(gene.signs.values()), Counter(gene.letters.values())
    choices = Counter([codons[letter] for letter in protein[1:]] + [signs["M"], signs["*"] + signs["+"]])
    with localcontext(prec=2 * len(protein) + 10, Emax=MAX_EMAX):
        count = Decimal(1)
        for ways, times in choices.items():
            count *= Decimal(ways) ** times
        return str(count)


def longest(gene: Gene) -> list[str]:
    """Which codons does the longest open reading frame have, the start and the stop among them?"""
    best: list[str] = []
    for strand in (gene.dna, gene.dna[::-1].translate(COMPLEMENT)):
        found = [frame for first in range(3) for frame in open_frames(gene, strand, first)]
        length, start = max(found, key=lambda frame: (frame[0], -frame[1]), default=(0, 0))
        if length > len(best):
            best = [strand[at : at + 3] for at in range(start, start + 3 * length, 3)]
    if not best:
        raise NoAnswer("no reading frame is open")
    return best


def open_frames(gene: Gene, strand: str, first: int) -> Iterator[tuple[int, int]]:
    """How many codons has the longest frame before each codon that only stops, and where does it start?"""
    signs = "".join([gene.signs[strand[at : at + 3]] for at in range(first, len(strand) - 2, 3)])
    for stretch in re.finditer(r"[^*]+(\*?)", signs):
        start = signs.find("M", *stretch.span())
        if start >= 0:
            stop = stretch.end() - 1 if stretch[1] else signs.rfind("+", start, stretch.end())
            if stop > start:
                yield stop - start + 1, first + 3 * start
