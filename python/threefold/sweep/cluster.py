"""A sweep's units on the workers of Dask's `distributed`: processes of this machine, or of many.

A worker that dies loses nothing, since its units are tried again. One gets units only after it has shown that
it runs the same versions of everything.
"""

# mypy: allow-untyped-calls

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Any

from distributed import Client, Future, LocalCluster
from distributed.client import ClosedClientError

from . import trying
from .engines import Gone, Lost
from .trying import How, Tally, Unit
from .versions import told

AHEAD = 2  # units that a worker has, so that it need not wait for the next
LOOK = 1.0  # seconds from one look at the workers to the next
SILENCE = 10.0  # seconds without the scheduler until it is taken for gone
PATIENCE = 60.0  # seconds without any worker that may be used
NOISY = ("distributed", "distributed.client", "asyncio")  # what is to be said of them we say


class Cluster:
    """Dask's workers: one a core here, or those of a scheduler elsewhere.

    ``asked`` are the puzzles by language; they have to be there in the same versions as here.
    """

    def __init__(
        self,
        how: How,
        asked: dict[str, list[str]],
        versions: dict[str, str],
        scheduler: str | None,
        workers: int | None,
    ):
        for name in NOISY:
            logging.getLogger(name).setLevel(logging.CRITICAL)
        self.how, self.asked, self.versions = how, asked, versions
        self._own: Any = None
        try:
            if not scheduler:
                quiet: Any = {"dashboard_address": "127.0.0.1:0", "silence_logs": logging.CRITICAL}
                self._own = LocalCluster(n_workers=workers, threads_per_worker=1, processes=True, **quiet)
            self._client = Client(self._own or scheduler, timeout=SILENCE)
        except Exception as error:
            where = f" at {scheduler}" if scheduler else ""
            raise Gone(f"no scheduler{where}: {' '.join(str(error).split()):.300}") from None
        self._given: dict[Any, tuple[Unit, Future[Any]]] = {}
        self._over: SimpleQueue[Future[Any]] = SimpleQueue()
        self._threads: dict[str, int] = {}  # of each worker that is there
        self._says: dict[str, Future[Any]] = {}  # of each worker, its versions
        self._same: set[str] = set()
        self._refused: set[str] = set()
        self._unplaced: set[Any] = set()  # units that no worker had at the last look
        self._news: list[str] = []
        self._looked, self._heard, self._used = 0.0, time.monotonic(), time.monotonic()

    @property
    def workers(self) -> int:
        return sum(self._threads.get(address, 0) for address in self._same)

    @property
    def room(self) -> int:
        self._look()
        return AHEAD * self.workers - len(self._given)

    def _look(self) -> None:
        """Who is there, and may be used? Raises `Gone`."""
        now = time.monotonic()
        if now - self._looked < LOOK:
            return
        self._looked = now
        if self._client.status == "running":
            try:
                self._threads = self._ask("ncores")
                placed = {key for keys in self._ask("processing").values() for key in keys}
                self._heard = time.monotonic()
                self._welcome()
                self._place_anew(placed)
            except (OSError, CancelledError, ClosedClientError):
                pass  # the scheduler has just gone, or does not answer
        if time.monotonic() - self._heard > SILENCE:
            raise Gone("the scheduler is gone")
        self._used = now if self.workers else self._used
        if now - self._used > PATIENCE:
            raise Gone("there is no worker with the same versions" if self._threads else "there is no worker")

    def _ask(self, what: str) -> Any:
        """What the scheduler says. Raises `OSError` where it has closed, or is silent."""
        return self._client.sync(getattr(self._client.scheduler, what), callback_timeout=SILENCE)

    def _welcome(self) -> None:
        """Asks new workers what they would run, and hears what they say."""
        for address in self._threads.keys() - self._says.keys():
            self._says[address] = self._client.submit(told, self.asked, workers=[address], pure=False)
        self._same &= self._threads.keys()
        for address in self._says.keys() & self._threads.keys() - self._same:
            answer = self._says[address]
            if answer.done() and address not in self._refused:
                if words := self._other(answer):
                    self._refused.add(address)
                    self._news.append(f"{address} gets nothing to do: {words}")
                else:
                    self._same.add(address)

    def _other(self, answer: Future[Any]) -> str:
        """What a worker has in another version than we, or why it does not say."""
        if error := answer.exception(timeout=SILENCE):
            return f"it does not say its versions: {type(error).__name__}: {error}"
        theirs = answer.result(SILENCE)
        others = {
            name: theirs.get(name, "") for name in self.versions if theirs.get(name) != self.versions[name]
        }
        words = [f"{name} ({said})" if " " in said else name for name, said in others.items()]
        return f"another version of {', '.join(words)}" if words else ""

    def _place_anew(self, placed: set[Any]) -> None:
        """Gives units again that no worker has for longer than a look: those whom they were for have died."""
        waiting = {key for key, (_, future) in self._given.items() if not future.done()} - placed
        if self._same:
            for key in waiting & self._unplaced:
                unit, future = self._given.pop(key)
                future.cancel()
                self.give(unit)
        self._unplaced = waiting

    def give(self, unit: Unit) -> None:
        where = [address for address in self._same if address in self._threads]
        try:
            future = self._client.submit(trying.tried, self.how, unit, pure=False, workers=where)
        except ClosedClientError:
            raise Gone("the scheduler is gone") from None
        self._given[future.key] = unit, future
        future.add_done_callback(self._over.put)

    def over(self, seconds: float) -> Iterator[tuple[Unit, Tally | Lost]]:
        try:
            while True:
                future = self._over.get(timeout=seconds)
                seconds = 0
                if future.key not in self._given:  # given anew
                    continue
                try:
                    error = future.exception(timeout=SILENCE)
                    result = Lost(f"{type(error).__name__}: {error}") if error else future.result(SILENCE)
                except CancelledError:
                    raise Gone("the scheduler is gone") from None
                except OSError:  # who has it is silent; it is looked for anew, or nobody is there
                    self._over.put(future)
                    break
                unit, _ = self._given.pop(future.key)
                yield unit, result
        except Empty:
            pass
        self._look()

    def news(self) -> Iterator[str]:
        while self._news:
            yield self._news.pop()

    def close(self) -> None:
        """Lets the workers go; what does not end in time ends with this process."""
        self._given.clear()
        with suppress(Exception):
            self._client.close(timeout=2)
        with suppress(Exception):
            if self._own:
                self._own.close(timeout=20)
