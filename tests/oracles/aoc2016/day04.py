"""Security Through Obscurity: the most frequent letter is taken out again and again, names are shifted."""

SIZES = (*range(1, 20), 50, 100)
ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def solve(text: str) -> tuple[str, str]:
    total, wanted = 0, ""
    for line in text.split("\n"):
        rest, checksum = line.rstrip("]").split("[")
        *words, number = rest.split("-")
        if checksum != most_frequent("".join(words)):
            continue
        total += int(number)
        for _ in range(int(number)):
            words = ["".join(following(letter) for letter in word) for word in words]
        if words == ["northpole", "object", "storage"] and not wanted:
            wanted = number
    return str(total), str(int(wanted))


def following(letter: str) -> str:
    return "a" if letter == "z" else ALPHABET[ALPHABET.index(letter) + 1]


def most_frequent(letters: str) -> str:
    found = ""
    while letters and len(found) < 5:
        best = ALPHABET[0]
        for letter in ALPHABET:
            if letters.count(letter) > letters.count(best):
                best = letter
        found += best
        letters = letters.replace(best, "")
    return found
