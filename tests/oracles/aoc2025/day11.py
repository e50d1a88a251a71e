"""Reactor: every path is walked."""

from collections.abc import Iterator

SIZES = (*range(1, 13), 20, 30, 40)


def solve(text: str) -> tuple[str, str]:
    outputs = {line[:3]: line[5:].split() for line in text.split("\n")}

    def paths(path: list[str]) -> Iterator[list[str]]:
        if path[-1] == "out":
            yield path
        for output in outputs.get(path[-1], []):
            yield from paths([*path, output])

    both = sum("dac" in path and "fft" in path for path in paths(["svr"]))
    return str(sum(1 for _ in paths(["you"]))), str(both)
