"""The six reading frames of some DNA: where they may start and stop, and which is open for longest."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from random import Random

SIZE, WIDTH, ROW = 600, 120, 9
STOPS, STARTS = ("TAA", "TAG", "TGA"), ("TTG", "CTG", "ATG")

Frame = tuple[int, int, int]  # its codons, its row, where it starts


def bases(rng: Random) -> str:
    """DNA of the standard code."""
    spec = spec_from_file_location("generate", Path(__file__).with_name("generate.py"))
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    standard = module.CODES[0]
    gene = module.planted(rng, standard, 90)
    before = rng.randint(0, SIZE - len(gene))
    dna = module.random_bases(rng, before) + gene + module.random_bases(rng, SIZE - len(gene) - before)
    return str(dna)


def read(strand: str, row: int) -> tuple[list[int], list[int], list[Frame]]:
    """Starts, stops and open frames of one of the six."""
    codons = [(at, strand[at : at + 3]) for at in range(row % 3, SIZE - 2, 3)]
    starts = [at for at, codon in codons if codon in STARTS]
    stops = [at for at, codon in codons if codon in STOPS]
    frames, after = [], -1
    for stop in stops:
        if here := [at for at in starts if after < at < stop]:
            frames.append(((stop - here[0]) // 3 + 1, row, here[0]))
        after = stop
    return starts, stops, frames


def picture(rng: Random) -> tuple[str, str]:
    """An SVG, and what it shows in words."""
    dna = bases(rng)
    strands = (dna, dna[::-1].translate(str.maketrans("ACGT", "TGCA")))
    rows = [read(strands[row // 3], row) for row in range(6)]
    best = max((frame for _, _, frames in rows for frame in frames), key=lambda frame: (frame[0], -frame[1]))
    drawn = []
    for row, (starts, stops, frames) in enumerate(rows):
        y = 4 + ROW * row + 3 * (row // 3)
        for codons, _, at in frames:
            x, width = place(row, at, 3 * codons)
            kind = "best" if (codons, row, at) == best else "open"
            drawn.append(f'<rect class="{kind}" x="{x:.1f}" y="{y}" width="{width:.1f}" height="6"/>')
        for kind, places in (("start", starts), ("stop", stops)):
            ticks = "".join(f"M{place(row, at, 3)[0]:.1f} {y}v6" for at in places)
            drawn.append(f'<path class="{kind}" d="{ticks}"/>')
        drawn.append(f'<text x="-1" y="{y + 4.5}" text-anchor="end">{"−+"[row < 3]}{row % 3 + 1}</text>')
    for base in range(0, SIZE + 1, 100):
        drawn.append(f'<text x="{base * WIDTH / SIZE}" y="66" text-anchor="middle">{base or ""}</text>')
    drawn.append(f'<text x="{WIDTH / 2}" y="71" text-anchor="middle">base</text>')
    style = (
        ".open{fill:var(--faint);opacity:.5}.best{fill:var(--haskell);opacity:.6}.start,.stop{stroke-width:.4}"
        ".start{stroke:var(--python)}.stop{stroke:currentColor}text{font:3.5px sans-serif;fill:currentColor}"
    )
    box = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 0 134 73">'
    count = sum(len(frames) for _, _, frames in rows)
    return f"{box}<style>{style}</style>{''.join(drawn)}</svg>", (
        f"The six reading frames of {SIZE} bases, three a strand, their starts in colour, their stops dark. "
        f"{count} are open from a start to a stop; the longest has {best[0]} codons."
    )


def place(row: int, at: int, width: int) -> tuple[float, float]:
    """Where so many bases are drawn; the other strand's run from the right to the left."""
    left = at if row < 3 else SIZE - at - width
    return left * WIDTH / SIZE, width * WIDTH / SIZE
