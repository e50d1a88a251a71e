"""Dive!, naively: each part follows its own rules, command by command."""


def solve(text: str) -> tuple[str, str]:
    commands = [line.split(" ") for line in text.split("\n")]
    forward = sum(int(amount) for direction, amount in commands if direction == "forward")
    down = sum(int(amount) for direction, amount in commands if direction == "down")
    up = sum(int(amount) for direction, amount in commands if direction == "up")

    depth = 0
    for at, (direction, amount) in enumerate(commands):
        if direction == "forward":
            so_far = commands[:at]
            aim = sum({"down": 1, "up": -1}.get(turn, 0) * int(by) for turn, by in so_far)
            depth += aim * int(amount)
    return str(forward * (down - up)), str(forward * depth)
