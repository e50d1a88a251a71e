"""Giant Squid, played: every call is announced, every board marked and looked at."""


def solve(text: str) -> tuple[str, str]:
    """The score of every board as it wins; the answers are the first and the last of them."""
    first, *blocks = text.split("\n\n")
    boards = [[[int(word) for word in row.split()] for row in block.split("\n")] for block in blocks]
    marked: set[int] = set()
    scores: list[int] = []
    playing = list(range(len(boards)))
    for call in map(int, first.split(",")):
        marked.add(call)
        for place in playing[:]:
            board = boards[place]
            rows = any(all(board[y][x] in marked for x in range(5)) for y in range(5))
            columns = any(all(board[y][x] in marked for y in range(5)) for x in range(5))
            if rows or columns:
                playing.remove(place)
                scores.append(call * sum(number for row in board for number in row if number not in marked))
    return str(scores[0]), str(scores[-1])
