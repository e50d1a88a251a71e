#!/bin/sh
# aococr 1.0.0 reads a drawing with a letter that it has no picture of as if that letter were not
# there. One would expect an error, or a sign in its place: a word of three letters comes back as
# one of two, which looks like an answer. (advent-of-code-ocr raises a KeyError there.)
# Seen on 28 November 2026: E, a square, C is read as EC.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check aococr==1.0.0
cd "$folder"
said=$("$folder/env/bin/python" - <<'END'
from importlib.metadata import version

from aococr import aococr

rows = [
    "####.####..##..",
    "#....#..#.#..#.",
    "###..#..#.#....",
    "#....#..#.#....",
    "#....#..#.#..#.",
    "####.####..##..",
]
print(version("aococr"), aococr("\n".join(rows)))
END
)
echo "version, what is read of three places: $said"
[ "$said" = "1.0.0 EC" ] || { echo "it has changed"; exit 1; }
