"""Reindeer Olympics: every reindeer, every second, one kilometre per second after the other."""


class Reindeer:
    def __init__(self, line: str):
        words = line.split()
        self.speed, self.flies, self.rests = (int(words[at]) for at in (3, 6, 13))
        self.place = self.points = 0
        self.flying, self.left = True, self.flies

    def second(self) -> None:
        if self.left == 0:
            self.flying = not self.flying
            self.left = self.flies if self.flying else self.rests
        self.left -= 1
        if self.flying:
            self.place += self.speed


def solve(text: str) -> tuple[str, str]:
    herd = [Reindeer(line) for line in text.split("\n")]
    for _ in range(2503):
        for one in herd:
            one.second()
        furthest = sorted(one.place for one in herd)[-1]
        for one in herd:
            if one.place == furthest:
                one.points += 1
    return str(max(one.place for one in herd)), str(max(one.points for one in herd))
