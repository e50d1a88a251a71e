#!/bin/sh
# python-flint 0.9.0 answers 0 for a coefficient of a power series that it does not know.
# One would expect a series that was made with 20 terms to keep them, and an error for a term beyond
# those that are known. But any operation cuts its result to the context's cap, 10 terms, whatever the
# series were made with, and beyond that an index reads 0: a sum over coefficients is silently wrong.
# Seen on 29 November 2026: of exp(x), made with 20 terms, the coefficients 9 and 10 are 1/362880 and 0.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check python-flint==0.9.0
cd "$folder"
said=$("$folder/env/bin/python" - <<'END'
from importlib.metadata import version

from flint import ctx, fmpq_series

x = fmpq_series([0, 1], prec=20)
short = x.exp()
ctx.cap = 20
long = x.exp()
print(version("python-flint"), x.prec, short.prec, short[9], short[10], long[10])
END
)
echo "version, terms asked for, terms kept, coefficients 9 and 10, and 10 under a cap of 20: $said"
[ "$said" = "0.9.0 20 10 1/362880 0 1/3628800" ] || { echo "it has changed"; exit 1; }
