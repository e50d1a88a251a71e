"""Numbers and times in words."""

UNITS = ((1e9, "s"), (1e6, "ms"), (1e3, "µs"), (1.0, "ns"))
LARGE = ((1e9, "G"), (1e6, "M"), (1e3, "k"))
MIB = 1 << 20


def scale(nanoseconds: float) -> tuple[float, str]:
    """The unit in which a time is best said: its nanoseconds, and its sign."""
    # 999.9 ns are said as 1.00 µs, and not as 1000 ns.
    return next((one for one in UNITS if abs(nanoseconds) >= 0.9995 * one[0]), UNITS[-1])


def duration(nanoseconds: float) -> str:
    """A time with three significant digits: ``1.23 ms``."""
    size, unit = scale(nanoseconds)
    return f"{figures(nanoseconds / size)} {unit}"


def round_duration(nanoseconds: float) -> str:
    """A round time, without noughts after the point: ``10 µs``."""
    size, unit = scale(nanoseconds)
    return f"{nanoseconds / size:.3g} {unit}"


def figures(value: float) -> str:
    """A number with three significant digits at least, and no exponent."""
    return f"{value:.0f}" if value >= 99.95 else f"{value:.1f}" if value >= 9.995 else f"{value:.2f}"


def counted(number: float) -> str:
    """A whole number with its digits in threes: ``1 280 000``."""
    return f"{number:,.0f}".replace(",", " ")


def rounded(number: float) -> str:
    """A whole number to two significant digits: ``1 300 000``."""
    return counted(float(f"{number:.1e}"))


def short(number: float) -> str:
    """A round number in little room: ``10k``, ``1M``."""
    size, sign = next((one for one in LARGE if number >= one[0]), (1, ""))
    return f"{number / size:g}{sign}"
