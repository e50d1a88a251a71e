#!/bin/sh
# scipy 1.17.1's signal.convolve of whole numbers (int64) returns whole numbers that are wrong by up to 3.
# It chooses a Fourier transform by itself where that is quicker, and does so for integers whose largest sum
# is below 2^52. One would take that limit for one below which rounding gives the right integer.
# Seen on 28 November 2026: of two sequences of 5000 terms near 900000, four sums in ten are wrong; numpy's are right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check scipy==1.17.1 numpy==2.3.5
cd "$folder"
said=$("$folder/env/bin/python" - <<'END'
import numpy as np
import scipy
from scipy.signal import choose_conv_method, convolve

a = 900_000 + np.arange(5000) * 7919 % 1000
b = 900_000 + np.arange(5000) * 104_729 % 1000
right = np.convolve(a, b)
found = convolve(a, b)
share = np.mean(found != right)
print(scipy.__version__, choose_conv_method(a, b), found.dtype, right.max() < 2**52, 0.1 < share, np.abs(found - right).max() > 1)
END
)
echo "version, method, type, sums below 2^52, over a tenth of them wrong, some by more than 1: $said"
[ "$said" = "1.17.1 fft int64 True True True" ] || { echo "it has changed"; exit 1; }
