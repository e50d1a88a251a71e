"""What solutions and plug-ins name: the contract's errors and normal form (see `threefold.core.contract`)."""

from .core.contract import UNWRITTEN, InvalidInput, NoAnswer, Solved, normalise

__all__ = ["UNWRITTEN", "InvalidInput", "NoAnswer", "Solved", "normalise"]
