"""Makes machines whose lights and counters can be reached."""

from random import Random

FEW = 100  # machines: of fewer than that, all are small


def generate(rng: Random, size: int) -> str:
    """``size`` machines of 4 to 10 lights and up to 13 buttons; smaller ones where there are few."""
    return "\n".join(machine(rng, size < FEW) for _ in range(max(1, size)))


def machine(rng: Random, small: bool) -> str:
    lights = rng.randint(1, 6) if small else rng.randint(4, 10)
    count = rng.randint(1, 5) if small else rng.randint(lights // 2, min(13, lights + 3))
    buttons = [rng.sample(range(lights), rng.randint(1, lights)) for _ in range(count)]
    pressed = rng.sample(buttons, rng.randint(0, count))
    on = [sum(place in button for button in pressed) % 2 for place in range(lights)]
    often = 4 if small else rng.choice((20, 20, 20, 60))
    presses = [rng.randint(0, often) for _ in buttons]
    counters = [
        sum(times for times, button in zip(presses, buttons, strict=True) if place in button)
        for place in range(lights)
    ]
    wiring = " ".join(f"({listed(sorted(button))})" for button in buttons)
    return f"[{''.join('.#'[light] for light in on)}] {wiring} {{{listed(counters)}}}"


def listed(numbers: list[int]) -> str:
    return ",".join(map(str, numbers))
