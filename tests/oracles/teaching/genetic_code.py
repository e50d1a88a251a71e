"""The genetic code: from every start to every stop, translated by Biopython."""

import warnings
from itertools import product

from Bio import BiopythonWarning
from Bio.Data.CodonTable import CodonTable
from Bio.Seq import Seq

SIZES = (*range(6, 40), 60, 90)
CODONS = ["".join(bases) for bases in product("TCAG", repeat=3)]


def solve(text: str) -> tuple[str, str]:
    letters, signs, _, *lines = text.split("\n")
    starts = [codon for codon, sign in zip(CODONS, signs, strict=True) if sign == "M"]
    stops = [codon for codon, sign in zip(CODONS, signs, strict=True) if sign == "*"]
    sense = {codon: letter for codon, letter in zip(CODONS, letters, strict=True) if letter != "*"}
    table = CodonTable(forward_table=sense, start_codons=starts, stop_codons=stops)

    def read(dna: Seq) -> str:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", BiopythonWarning)  # that a codon is an amino acid and a stop
            return str(dna.translate(table=table))

    dna = Seq("".join(lines))
    proteins = [
        "M" + inside
        for strand in (dna, dna.reverse_complement())
        for start in range(len(dna) - 5)
        if strand[start : start + 3] in starts
        for stop in range(start + 3, len(dna) - 2, 3)
        if strand[stop : stop + 3] in stops and "*" not in (inside := read(strand[start + 3 : stop]))
    ]
    protein = max(proteins, key=len)  # the first of the longest
    count = len(starts) * len(stops)
    for letter in protein[1:]:
        count *= sum(read(Seq(codon)) == letter for codon in CODONS)
    return protein, str(count)
