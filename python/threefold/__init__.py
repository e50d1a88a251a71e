"""One puzzle, three languages: solved, checked and timed by one harness."""

import sys

# `python -m threefold.…` puts the current folder before all others, and then looks for the module.
if sys.argv[:1] == ["-m"] and not sys.flags.safe_path and any("threefold." in one for one in sys.orig_argv):
    del sys.path[0]
