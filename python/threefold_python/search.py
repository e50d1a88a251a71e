"""What searches are made of: the cheapest way, and states that come again."""

from collections.abc import Callable, Hashable, Iterable
from heapq import heappop, heappush
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def cheapest(
    start: Node, steps: Callable[[Node], Iterable[tuple[int, Node]]], is_goal: Callable[[Node], bool]
) -> int | None:
    """What does it cost at least to get to a goal, by Dijkstra's algorithm? None if there is no way.

    The steps from a node are costs, from 0 on, and nodes.
    """
    best = {start: 0}
    order = 0  # so that no two nodes are ever compared
    queue = [(0, order, start)]
    while queue:
        cost, _, node = heappop(queue)
        if is_goal(node):
            return cost
        if cost > best[node]:
            continue
        for more, neighbour in steps(node):
            if neighbour not in best or cost + more < best[neighbour]:
                best[neighbour] = cost + more
                order += 1
                heappush(queue, (cost + more, order, neighbour))
    return None


def repeated(step: Callable[[Node], Node], steps: int, state: Node) -> Node:
    """The state after the steps of a walk that comes back to where it was: whole rounds are left out."""
    seen: dict[Node, int] = {}
    for done in range(steps):
        if state in seen:
            return repeated(step, (steps - done) % (done - seen[state]), state)
        seen[state] = done
        state = step(state)
    return state
