"""Arithmetic Logic Unit, by running it: all digits are tried, and of numbers with the same z two are kept.

After each digit there is a z for every beginning of a model number. What the program does with the rest
depends on z only, so of the beginnings with the same z the largest and the smallest will do. And nothing but
`div z 26` makes z smaller, so a z is given up if the divisions to come can't bring it down to 0. The many
beginnings are run side by side, in numpy's arrays.
"""

import numpy as np

DIGITS = np.arange(1, 10)


def run(lines: list[str], z: np.ndarray) -> np.ndarray:
    """For each z a row: the z that follows for each digit, by the lines up to the next `inp`."""
    # All variables but z are made anew from 0 or from the digit, so that their old values don't count.
    variables = {"w": DIGITS, "x": np.array(0), "y": np.array(0), "z": z[:, None]}
    for line in lines:
        operation, a, b = line.split(" ")
        first, second = variables[a], variables[b] if b in variables else int(b)
        if operation == "add":
            variables[a] = first + second
        elif operation == "mul":
            variables[a] = first * second
        elif operation == "div":
            # Neither is negative here, so that rounding down is rounding towards 0.
            variables[a] = first // second
        elif operation == "mod":
            variables[a] = first % second
        else:
            variables[a] = (first == second).astype(np.int64)
    return variables["z"] + 0 * DIGITS


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    blocks = [block.split("\n") for block in text.removeprefix("inp w\n").split("\ninp w\n")]
    divisions = [block.count("div z 26") for block in blocks]
    z = largest = smallest = np.array([0])
    for at, block in enumerate(blocks):
        after = run(block, z)
        kept = after < 26 ** sum(divisions[at + 1 :])
        high = (10 * largest[:, None] + DIGITS)[kept]
        low = (10 * smallest[:, None] + DIGITS)[kept]
        z, where = np.unique(after[kept], return_inverse=True)
        largest, smallest = np.zeros_like(z), np.full_like(z, 10**14)
        np.maximum.at(largest, where, high)
        np.minimum.at(smallest, where, low)
    return str(largest[z == 0][0]), str(smallest[z == 0][0])
