"""Decimal convolution, by every pair of digits, and a product by adding one factor up."""


def solve(text: str) -> tuple[str, str]:
    first, second = text.split("\n")
    a, b = (line.lstrip("+-").lstrip("0") or "0" for line in (first, second))
    negative = first.startswith("-") != second.startswith("-") and a != "0" and b != "0"
    sums = [0] * (len(a) + len(b) - 1)
    for i in range(len(a)):
        for j in range(len(b)):
            sums[i + j] += int(a[i]) * int(b[j])
    signed = [f"-{value}" if negative and value else str(value) for value in sums]
    return " ".join(signed), "-" * negative + product(a, b)


def product(a: str, b: str) -> str:
    """a * b: for each digit of b, ten times what there was and so many times a."""
    result = "0"
    for digit in b:
        result = (result + "0").lstrip("0") or "0"
        for _ in range(int(digit)):
            result = total(result, a)
    return result


def total(a: str, b: str) -> str:
    """a + b, as on paper."""
    width = max(len(a), len(b)) + 1
    digits, carry = "", 0
    for x, y in zip(reversed(a.rjust(width, "0")), reversed(b.rjust(width, "0")), strict=True):
        carry += int(x) + int(y)
        digits = str(carry % 10) + digits
        carry //= 10
    return digits.lstrip("0") or "0"
