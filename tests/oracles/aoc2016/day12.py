"""Leonardo's Monorail: instruction after instruction, each a line of Python."""

SIZES = range(1, 23)

BODY = {
    "cpy": "state['{1}'] = {0}",
    "inc": "state['{0}'] = {0} - -1",
    "dec": "state['{0}'] = {0} + -1",
    "jnz": "state['at'] = at + ({1} if {0} else 1) - 1",
}


def solve(text: str) -> tuple[str, str]:
    lines = [line.split() for line in text.split("\n")]
    code = [compile(BODY[name].format(*values), name, "exec") for name, *values in lines]
    answers = []
    for c in (0, 1):
        state = {"a": 0, "b": 0, "c": c, "d": 0, "at": 0}
        while 0 <= state["at"] < len(code):
            exec(code[state["at"]], {"state": state}, state)
            state["at"] += 1
        answers.append(str(state["a"]))
    return answers[0], answers[1]
