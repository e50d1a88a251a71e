#!/bin/sh
# Biopython 1.88 reads a codon that may stop and may code (genetic codes 27, 28, 31) by where it stands.
# In code 27 TGA is W and a stop. With cds=True the same codon is W inside and the stop at the end;
# with to_stop=True, which one would expect to do no more than end early, it is an error; and by default it is
# W at the end too. The warning counts two such codons in code 27, whose table has one.
# Seen on 28 November 2026: ATG TGA TGA is MW, or MWW, or a ValueError.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check biopython==1.88
cd "$folder"
said=$("$folder/env/bin/python" - <<'END'
import re
import warnings

import Bio
from Bio.Seq import Seq

dna = Seq("ATGTGATGA")
with warnings.catch_warnings(record=True) as warned:
    warnings.simplefilter("always")
    plain = dna.translate(table=27)
cds = dna.translate(table=27, cds=True)
try:
    stopped = dna.translate(table=27, to_stop=True)
except ValueError as error:
    stopped = type(error).__name__
counted = next(int(found[0]) for each in warned if (found := re.search(r"\d+(?= codon)", str(each.message))))
print(Bio.__version__, plain, cds, stopped, counted)
END
)
echo "version, by default, as a coding sequence, to the stop, codons warned of: $said"
[ "$said" = "1.88 MWW MW ValueError 2" ] || { echo "it has changed"; exit 1; }
