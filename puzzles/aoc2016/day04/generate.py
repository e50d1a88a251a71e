"""Makes lists of rooms."""

from collections import Counter
from random import Random
from string import ascii_lowercase

WANTED = "northpole-object-storage"
WORDS = (
    "frozen magnetic classified striped wooden glittering top-secret north half-eaten",
    "lantern ribbon sleigh gingerbread snowball reindeer chimney pudding mitten",
    "storage repairs kitchen workshop accounting archive logistics inspection sales",
)


def generate(rng: Random, size: int) -> str:
    """``size`` rooms, about a quarter of them real ones, among which is the one that is looked for."""
    rooms = []
    for _ in range(size - 1):
        name = "-".join(rng.choice(words.split()) for words in WORDS)
        rooms.append(room(rng, name, rng.random() < 0.25))
    rooms.insert(rng.randint(0, len(rooms)), room(rng, WANTED, is_real=True))
    return "\n".join(rooms)


def room(rng: Random, name: str, is_real: bool) -> str:
    """A room whose name is to be decrypted to this one."""
    number = rng.randint(100, 999)
    by = -number % 26
    encrypted = name.translate(str.maketrans(ascii_lowercase, ascii_lowercase[by:] + ascii_lowercase[:by]))
    counts = Counter(sorted(encrypted.replace("-", "")))
    checksum = [letter for letter, _ in counts.most_common(5)]
    while not is_real and checksum == [letter for letter, _ in counts.most_common(5)]:
        checksum = rng.sample(checksum if rng.getrandbits(1) else ascii_lowercase, 5)
    return f"{encrypted}-{number}[{''.join(checksum)}]"
