"""Keypad Conundrum: two robots are acted out; for 25, an arm may go anywhere, and the cheapest walk wins."""

from functools import cache

DOOR = {sign: (x, y) for y, row in enumerate(("789", "456", "123", "#0A")) for x, sign in enumerate(row)}
ARROWS = {sign: (x, y) for y, row in enumerate(("#^A", "<v>")) for x, sign in enumerate(row)}
STEPS = {"^": (0, -1), "v": (0, 1), "<": (-1, 0), ">": (1, 0)}


def stepped(pad, button, arrow):
    """The button on that side, "#" for none."""
    place = (pad[button][0] + STEPS[arrow][0], pad[button][1] + STEPS[arrow][1])
    return next((sign for sign, there in pad.items() if there == place), "#")


def pressed(arms, button):
    """The arms after a press of mine, and what is typed at the door."""
    for place, pad in enumerate((ARROWS, ARROWS, DOOR)):
        if button != "A":
            arm = stepped(pad, arms[place], button)
            return (*arms[:place], arm, *arms[place + 1 :]), ""
        button = arms[place]
    return arms, button


@cache
def acted(start, end):
    """The fewest presses with two robots, found by trying all."""
    states, seen, count = {("A", "A", start)}, set(), 0
    while True:
        count += 1
        after = [pressed(arms, button) for arms in states for button in "^v<>A"]
        if any(typed == end and arms[:2] == ("A", "A") for arms, typed in after):
            return count
        seen |= states
        states = {arms for arms, typed in after if not typed and "#" not in arms} - seen


@cache
def walked(start, end, robots, is_door=False):
    """The fewest presses with so many robots before this one."""
    if robots == 0 and not is_door:
        return 1
    pad, below = (DOOR, robots) if is_door else (ARROWS, robots - 1)
    costs, open_ = {}, [(0, start, "A")]
    while open_:
        cost, button, arrow = open_.pop(open_.index(min(open_)))
        if button != "#" and (button, arrow) not in costs:
            costs[button, arrow] = cost
            open_ += [(cost + walked(arrow, to, below), stepped(pad, button, to), to) for to in STEPS]
    return min(cost + walked(arrow, "A", below) for (button, arrow), cost in costs.items() if button == end)


def solve(text: str) -> tuple[str, str]:
    """Both answers of a valid input."""
    sums = [0, 0]
    for code in text.split("\n"):
        moves = list(zip("A" + code, code, strict=False))
        sums[0] += int(code[:-1]) * sum(acted(*move) for move in moves)
        sums[1] += int(code[:-1]) * sum(walked(*move, 25, True) for move in moves)
    return str(sums[0]), str(sums[1])
