"""Times in words."""

UNITS = ((1e9, "s"), (1e6, "ms"), (1e3, "µs"), (1.0, "ns"))


def scale(nanoseconds: float) -> tuple[float, str]:
    """The unit in which a time is best said: its nanoseconds, and its sign."""
    return next((one for one in UNITS if abs(nanoseconds) >= one[0]), UNITS[-1])


def duration(nanoseconds: float) -> str:
    """A time with three significant digits: ``1.23 ms``."""
    size, unit = scale(nanoseconds)
    return f"{figures(nanoseconds / size)} {unit}"


def figures(value: float) -> str:
    """A number with three significant digits, and no exponent."""
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
