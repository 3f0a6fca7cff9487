"""How the cost of finding and resolving dates grows with the text: ten times the text should cost about ten times.

Hostile text, and one long article of news; nothing here should cost more than 20 microseconds a date on top.

Run by `make bench`; prints a table, never fails.
"""

from __future__ import annotations

import time
from collections.abc import Iterable

import timeline

UNITS = (
    "1234567890 ",
    "may ",
    "from 3 to ",
    "Mon Mon ",
    "the the the ",
    "12/",
    "19 ",
    "of May and ",
    "a year ago ",
    "1990",
    "x",
)
SIZES = (100_000, 1_000_000)
NEWS = (
    "The council of town number {n} voted on {day} March {year} to close the old bridge, and said on Monday that it "
    "would be rebuilt by the autumn. Nobody had expected that, {n} days after the flood of 3 May.\n\n"
)
NEWS_SIZES = (1_000_000, 10_000_000)


def news(size: int) -> str:
    """One article of so many characters."""
    numbers = range(size // (len(NEWS) - 8))
    return "".join(NEWS.format(n=number, day=1 + number % 28, year=1900 + number * 7 % 100) for number in numbers)


def cost(text: str) -> tuple[float, int]:
    """CPU seconds to find and resolve the dates of a text, and how many there are."""
    start = time.process_time()
    found = timeline.dates(text, on="2024-03-22")
    return time.process_time() - start, len(found)


def row(name: str, texts: Iterable[str]) -> None:
    """One line: seconds for each size, their ratio, and microseconds a date."""
    costs = [cost(text) for text in texts]
    (small, _), (large, dates) = costs
    each = f"{1e6 * large / dates:.1f}" if dates else ""
    print(f"{name:<18}{small:>10.3f}{large:>10.3f}{large / max(small, 1e-3):>8.1f}{each:>14}")


def main() -> None:
    """Print one row a unit."""
    cost("It began on Monday.")
    print(f"{'text of':<18}{'0.1 MB':>10}{'1 MB':>10}{'ratio':>8}{'us a date':>14}")
    for unit in UNITS:
        row(repr(unit), (unit * (size // len(unit)) for size in SIZES))
    print(f"{'':<18}{'1 MB':>10}{'10 MB':>10}")
    row("one news article", (news(size) for size in NEWS_SIZES))


if __name__ == "__main__":
    main()
