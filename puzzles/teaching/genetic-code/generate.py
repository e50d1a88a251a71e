"""Makes DNA with an open reading frame, and one of NCBI's genetic codes."""

import tomllib
from itertools import product
from pathlib import Path
from random import Random

CODES = tomllib.loads(Path(__file__).with_name("codes.toml").read_text(encoding="utf-8"))["code"]
CODONS = ["".join(bases) for bases in product("TCAG", repeat=3)]
OTHER = str.maketrans("ACGT", "TGCA")


def generate(rng: Random, size: int) -> str:
    """``size`` bases, six at least, with an open reading frame: mostly by chance, and one that is put in."""
    size = max(6, size)
    code = rng.choice(
        CODES if rng.random() < 0.5 else [one for one in CODES if one["number"] in (1, 2, 27, 28, 31)]
    )
    gene = planted(rng, code, longest=size // 3)
    kind = rng.random()
    if kind < 0.15:  # nothing but starts in front
        dna = (start(rng, code) * size)[: size - len(gene)] + gene
    elif kind < 0.3 and size >= 2 * len(gene):  # another frame of the same length, on one of the strands
        twin = planted(rng, code, len(gene) // 3, exact=True)
        rest = size - len(gene) - len(twin)
        dna = gene + random_bases(rng, rest) + rng.choice((twin, turned(twin)))
    else:
        before = rng.randint(0, size - len(gene))
        dna = random_bases(rng, before) + gene + random_bases(rng, size - len(gene) - before)
    if rng.random() < 0.5:
        dna = turned(dna)
    width = rng.choice((60, 70, 80, rng.randint(1, 100), size))
    lines = [dna[at : at + width] for at in range(0, size, width)]
    return "\n".join([code["amino_acids"], code["signs"], "", *lines])


def start(rng: Random, code: dict) -> str:
    return rng.choice([codon for codon, sign in zip(CODONS, code["signs"], strict=True) if sign == "M"])


def planted(rng: Random, code: dict, longest: int, exact: bool = False) -> str:
    """An open reading frame of at most so many codons; now and then of that many."""
    most = min(longest - 2, 300, rng.randint(0, longest - 2))
    inside = longest - 2 if exact or rng.random() < 0.05 else most
    sense = [codon for codon, letter in zip(CODONS, code["amino_acids"], strict=True) if letter != "*"]
    stops = [codon for codon, sign in zip(CODONS, code["signs"], strict=True) if sign == "*"]
    return start(rng, code) + "".join(rng.choices(sense, k=inside)) + rng.choice(stops)


def random_bases(rng: Random, count: int) -> str:
    return rng.randbytes(count).translate(b"ACGT" * 64).decode()


def turned(dna: str) -> str:
    """The other strand."""
    return dna[::-1].translate(OTHER)
