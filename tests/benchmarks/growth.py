"""How the cost of finding dates grows with hostile text: ten times the text should cost about ten times.

Run by `make bench`; prints a table, never fails.
"""

from __future__ import annotations

import time

from timeline.language import pack

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


def cost(unit: str, size: int) -> float:
    """CPU seconds to search a text of one unit repeated."""
    text = unit * (size // len(unit))
    find = pack("en").matcher.find
    start = time.process_time()
    find(text)
    return time.process_time() - start


def main() -> None:
    """Print one row a unit: seconds for each size, and the ratio."""
    print(f"{'text of':<16}" + "".join(f"{size:>12,}" for size in SIZES) + f"{'ratio':>8}")
    for unit in UNITS:
        costs = [cost(unit, size) for size in SIZES]
        print(
            f"{unit!r:<16}"
            + "".join(f"{seconds:>12.3f}" for seconds in costs)
            + f"{costs[-1] / max(costs[0], 1e-4):>8.1f}"
        )


if __name__ == "__main__":
    main()
