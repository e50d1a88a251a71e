"""Solving in a process of its own, so that a solution which hangs or crashes hurts nobody else."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Self

import psutil

from .contract import Solved
from .languages import TIME_LIMIT, OverLimit, SolverFailed, Unavailable, named, opened, said

MEMORY_LIMIT = 4 << 30
LOADING_LIMIT = 60.0
POLL = 0.02


class Worker:
    """A process that solves in one language, one text after another; made anew after each that broke it.

    ``time_limit`` is in seconds a text, ``memory_limit`` in bytes of resident memory.
    """

    def __init__(self, language: str, time_limit: float = TIME_LIMIT, memory_limit: int = MEMORY_LIMIT):
        self.language = language
        self.time_limit = time_limit
        self.memory_limit = memory_limit
        self._process: subprocess.Popen[bytes] | None = None
        self._pipe: Connection

    def solve(self, puzzle: str, text: str) -> Solved:
        """Solves a text in normal form. Raises `InvalidInput`, `NoAnswer` or `SolverFailed`."""
        return opened(self.ask(puzzle, text))

    def solve_each(self, puzzle: str, texts: list[str], limit: float) -> list[object]:
        """What each of many texts comes to, to be `opened`, in one message each way.

        Raises `SolverFailed` where the process breaks on one, or has not solved all after ``limit`` seconds.
        """
        answers = self.ask(puzzle, texts, limit=limit)
        return answers if isinstance(answers, list) else [opened(answers)]

    def ask(self, *request: object, limit: float | None = None) -> object:
        """The process's answer to a request. Raises `SolverFailed` where there is none."""
        try:
            if self._process is None:
                self._start()
            self._pipe.send(request)
            return self._receive(self.time_limit if limit is None else limit)
        except BrokenPipeError:
            raise SolverFailed(self._ended()) from None
        except KeyboardInterrupt:
            self.close()
            raise

    def command(self) -> list[str]:
        """The module to run and its arguments; the number of a file descriptor comes after them."""
        return ["threefold.core.worker", self.language]

    def _start(self) -> None:
        self._pipe, theirs = Pipe()
        with theirs:
            # Unbuffered, for what a solution prints must be out before its process is killed.
            # -P: nothing in the current folder is taken for a module.
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-u", "-m", *self.command(), str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=sys.stderr.fileno() if _has_descriptor(sys.stderr) else subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                process_group=0,  # out of Ctrl-C's reach, even before `serve` ignores it
                env=os.environ | {"THREEFOLD_MEMORY_LIMIT": str(self.memory_limit)},
            )
        match self._receive(LOADING_LIMIT):
            case ("failed", message):
                self.close()
                raise Unavailable(str(message))

    def _receive(self, limit: float) -> object:
        """The next message; raises `SolverFailed`, the process killed, where a limit is broken first."""
        assert self._process
        watched: psutil.Process | None = None  # most answers are there before anything has to be watched
        end = time.monotonic() + limit
        pause = 0.0005
        while not self._pipe.poll(min(pause, max(0.0, end - time.monotonic()))):
            pause = min(2 * pause, POLL)
            try:
                watched = watched or psutil.Process(self._process.pid)
                resident = watched.memory_info().rss
            except psutil.Error:
                resident = 0  # it has just ended: the pipe tells
            if resident > self.memory_limit:
                self.close()
                raise OverLimit(f"used more than {self.memory_limit / (1 << 20):.0f} MiB of memory")
            if time.monotonic() >= end:
                self.close()
                raise OverLimit(f"timed out after {limit:g} s")
        try:
            return self._pipe.recv()
        except (EOFError, OSError):
            raise SolverFailed(self._ended()) from None
        except Exception as error:  # an object of a class that only the solution knows
            raise SolverFailed(f"answers what can't be read: {said(error)}") from None

    def _ended(self) -> str:
        """How the process ended, in words."""
        assert self._process
        try:
            code = self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            code = None
        self.close()
        if code is None:
            return "closed its pipe"
        if code < 0:
            return f"killed by signal {-code} ({signal.Signals(-code).name})"
        return f"exited with status {code} in the middle"

    def processor_time(self) -> float:
        """Seconds that the process has taken; none where there is no process."""
        if self._process is None:
            return 0.0
        times = psutil.Process(self._process.pid).cpu_times()
        return times.user + times.system

    def abort(self) -> None:
        """Ends the process from another thread: what waits for its answer is told that it was killed."""
        if (process := self._process) is not None:
            process.kill()

    def close(self) -> None:
        """Ends the process, if there is one."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._pipe.close()
            self._process = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _has_descriptor(stream: object) -> bool:
    try:
        stream.fileno()  # type: ignore[attr-defined]
    except (AttributeError, OSError):
        return False
    return True


def _end_with(parent: int) -> None:
    """Ends this process soon after its parent, even in the midst of a solution."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def main(language: str, descriptor: int) -> None:
    """Solves in a language what `Worker` asks: a puzzle's text, or its texts."""

    def load() -> Callable[[str, str | list[str]], object]:
        solve = named(language).plugin.solve
        named(language).plugin.puzzles()
        return lambda puzzle, asked: (
            solve(puzzle, asked)
            if isinstance(asked, str)
            else [_answered(solve, puzzle, text) for text in asked]
        )

    serve(load, descriptor)


def _answered(answer: Callable[..., object], *request: object) -> object:
    try:
        return answer(*request)
    except BaseException as error:
        return "failed", said(error)


def serve(load: Callable[[], Callable[..., object]], descriptor: int) -> None:
    """The process's own side: answers requests with what ``load`` returns, until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started us
    threading.Thread(target=_end_with, args=[os.getppid()], daemon=True).start()
    pipe = Connection(descriptor)
    try:
        answer = load()
    except BaseException as error:
        pipe.send(("failed", str(error) if isinstance(error, SolverFailed) else said(error)))
        return
    pipe.send(("ready",))
    while True:
        try:
            request = pipe.recv()
        except (EOFError, OSError):  # the latter where an answer was left unread
            return
        try:
            pipe.send(_answered(answer, *request))
        except OSError:
            return
        except Exception as error:  # what can't be pickled
            pipe.send(("failed", f"answers what can't be sent: {said(error)}"))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
