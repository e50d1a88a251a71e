#!/bin/sh
# advent-of-code-ocr 1.1.0 never looks at every fifth column, the gap between two letters.
# One would expect ink in a gap to be an error, as any other picture that is no letter is: a
# picture that was cut or moved wrongly can be read as a word, and sent as an answer.
# Seen on 28 November 2026: the word EC is read as EC, with its gaps blank and with its gaps full.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check advent-of-code-ocr==1.1.0
cd "$folder"
said=$("$folder/env/bin/python" - <<'END'
from importlib.metadata import version

from advent_of_code_ocr import convert_6

rows = ["####..##..", "#....#..#.", "###..#....", "#....#....", "#....#..#.", "####..##.."]
inked = [row[:4] + "#" + row[5:9] + "#" for row in rows]
print(version("advent-of-code-ocr"), convert_6("\n".join(rows)), convert_6("\n".join(inked)))
END
)
echo "version, the word, the word with ink in its gaps: $said"
[ "$said" = "1.1.0 EC EC" ] || { echo "it has changed"; exit 1; }
