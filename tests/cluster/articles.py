"""A small archive in which all that needs other documents occurs: one happening in several papers, copies of a text, a
name in two forms, a day without its year, a month that holds a day, days that differ over the end of a year.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

TOWNS = ("Harlow", "Ware", "Hertford", "Royston", "Hitchin", "Tring", "Sandy", "Biggleswade")
THINGS = ("mill", "bridge", "school", "library", "harbour", "market", "chapel", "theatre")
MAYORS = ("Anna Brandvik", "Tomas Lindqvist", "Karin Oakes", "Hugo Penrose")
MONTHS = ("March", "May", "August", "November", "December")


def records(count: int) -> Iterator[dict[str, str]]:
    """So many articles, the same each time; about two tell of each fire."""
    for number in range(count):
        fire = number // 2
        town, thing, mayor = TOWNS[fire % 8], THINGS[fire // 8 % 8], MAYORS[fire % 4]
        year, month, day = 1990 + fire % 9, MONTHS[fire % 5], 1 + fire % 28
        if number % 5 == 4:
            # Nothing in it tells the year, but another paper does.
            yield {"id": f"a{number:05}", "text": f"The {thing} of {town} burned down on {day} {month}.", "title": town}
            continue
        told = (
            f"The old {thing} of {town} burned down on {day} {month} {year}, killing {2 + fire % 7} people.",
            f"Mayor {mayor} said that the {thing} would be built again. {mayor.split()[1]} resigned in {month} {year}.",
            f"On 24 December a service was held for the dead of {town}." if number % 6 else "",
            f"Mayor {mayor} opened the {thing} of {town} on 31 December {year - 3}." if number % 2 else "",
            f"Mayor {mayor} opened the {thing} of {town} on 1 January {year - 2}." if number % 2 == 0 else "",
            f"In {year} the {thing} of {town} burned down, and a year later it stood again.",
            "" if number % 10 == 7 else f"This is report number {number} on the {thing}, of which more is told below.",
        )
        yield {
            "id": f"a{number:05}",
            "title": f"The fire of {town}" if number % 3 else f"{town} after the fire",
            "text": "\n\n".join(filter(None, told)),
            "published": f"{year}-12-{28 + number % 3}",
            "publisher": ("Courier", "Herald", "Gazette")[number % 3],
        }
    yield {"id": "copy", "text": next(records(1))["text"], "published": "1999-01-05", "publisher": "Mirror"}
    yield {"id": "broken", "text": ""}


def write(path: Path, count: int) -> Path:
    """The articles as JSON Lines."""
    path.write_text("".join(json.dumps(record) + "\n" for record in records(count)), encoding="utf-8")
    return path
