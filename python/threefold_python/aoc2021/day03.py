"""Binary Diagnostic: places are slices of one long string; ratings sift the numbers place by place."""

from collections.abc import Callable

from threefold.contract import InvalidInput, NoAnswer
from threefold_python.reading import fields

WIDEST = 32


def parse(text: str) -> list[str]:
    """Which binary numbers does the report list?"""
    message = f"expected 1 to {WIDEST} binary digits, as many on every line"
    report: list[str] = []
    for (number,) in fields(text, f"([01]{{1,{WIDEST}}})", message):
        report.append(number)
        if len(number) != len(report[0]):
            raise InvalidInput(len(report), message)
    return report


def part1(report: list[str]) -> int:
    """What is gamma, of each place's common bits, times epsilon, of its rare ones?"""
    width = len(report[0])
    digits = "".join(report)
    ones = [digits[place::width].count("1") for place in range(width)]
    if any(2 * count == len(report) for count in ones):
        raise NoAnswer("a place has as many ones as zeros")
    gamma = "".join("1" if 2 * count > len(report) else "0" for count in ones)
    epsilon = "".join("0" if bit == "1" else "1" for bit in gamma)
    return int(gamma, 2) * int(epsilon, 2)


def rating(report: list[str], choose: Callable[[list[str], list[str]], list[str]]) -> int:
    """Which number is left when, place by place, zeros and ones part and one side is chosen?"""
    for place in range(len(report[0])):
        zeros = [number for number in report if number[place] == "0"]
        ones = [number for number in report if number[place] == "1"]
        report = choose(zeros, ones) if zeros and ones else report
    return int(report[0], 2)


def part2(report: list[str]) -> int:
    """What is the oxygen rating, by the larger side, times the carbon dioxide rating, by the smaller?"""
    oxygen = rating(report, lambda zeros, ones: ones if len(ones) >= len(zeros) else zeros)
    carbon_dioxide = rating(report, lambda zeros, ones: zeros if len(zeros) <= len(ones) else ones)
    return oxygen * carbon_dioxide
