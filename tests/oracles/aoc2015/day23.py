"""Opening the Turing Lock: the program is written out as a Python function, line by line, and called."""

from itertools import count

BODY = {
    "hlf": "{0} = {0} >> 1",
    "tpl": "{0} = {0} + {0} + {0}",
    "inc": "{0} = {0} - -1",
    "jmp": "at = at + {0} - 1",
    "jie": "at = at + {1} - 1 if str({0})[-1] in '02468' else at",
    "jio": "at = at + {1} - 1 if {0} == 1 else at",
}


def solve(text: str) -> tuple[str, str]:
    lines = [line.replace(",", "").split() for line in text.split("\n")]
    code = [compile(BODY[name].format(*words), name, "exec") for name, *words in lines]
    answers = []
    for a in (0, 1):
        state = {"a": a, "b": 0, "at": 0}
        for _ in count():
            if not 0 <= state["at"] < len(code):
                break
            exec(code[state["at"]], {}, state)
            state["at"] += 1
        answers.append(str(state["b"]))
    return answers[0], answers[1]
