"""Hello, by replacing text."""


def solve(text: str) -> tuple[str, str]:
    return "Hello, world!", "Hello, " + text.replace("\n", "!\nHello, ") + "!"
