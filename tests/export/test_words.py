"""The page's own words: every phrase is in every language, with the same places to fill, and nothing is left over."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
from lxml import html

from timeline.export.page import MODULES
from timeline.export.page_options import LANGUAGES

WEB = files("timeline.export") / "web"
OTHERS = [language for language in LANGUAGES if language != "en"]
PLURALS = {
    "de": {"one", "other"},
    "fr": {"one", "other"},
    "es": {"one", "other"},
    "ru": {"one", "few", "many", "other"},
}
TABLES = (
    "ROLE PART BASIS FACTUALITY STATUS SAID PRECISION_WORDS MODS KIND_WORDS REVIEW_WORDS EXACT_WORDS WITHOUT PREFIX SHAPE_WORDS"
).split()
"""Tables of words in the scripts, of which each value is said."""
UNITS = "second minute hour day week month quarter season half year decade century millennium".split()
SEASONS = ["spring", "summer", "autumn", "winter"]
MADE = {
    *UNITS,
    *(f"to the {unit}" for unit in UNITS if unit not in ("quarter", "season", "half")),
    *(f"{season} {{year}}" for season in SEASONS),
    *(f"{half} half of {{year}}" for half in ("first", "second")),
    *(f"{{date}}, {part}" for part in ("daytime", "morning", "midday", "afternoon", "evening", "night")),
    *("{n} century", "{n} millennium"),
    *(
        "Date known",
        "Sure of the date",
        "Told by",
        "Review",
        "Who",
        "Where",
        "Tag",
        "Tags",
        "What is said",
        "Importance",
    ),
    *("from – to", "open end", "open start", "approximate", "uncertain", "Julian calendar", "ongoing", "recurring"),
    *("{n} sources", "{n} publishers", "{n} independent", "← {n} earlier", "{n} later →", "Added by hand"),
    "told as happened",
}
"""What is put together in the scripts, or said from a variable."""


def words(language: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((WEB / "words" / f"{language}.json").read_text(encoding="utf-8"))
    return told


def scripts() -> str:
    return "\n".join((WEB / f"{name}.js").read_text(encoding="utf-8") for name in MODULES)


def in_scripts() -> set[str]:
    code = scripts()
    found = set(re.findall(r'\bsay\((?:[\w.]+ \? )?"([^"]+)"', code))
    found |= {other for pair in re.findall(r'say\([^()"]*"([^"]+)" : "([^"]+)"', code) for other in pair}
    found |= set(re.findall(r'/, "(\{?[^"]*\{date\}[^"]*)"\]', code))
    for name in TABLES:
        (body,) = re.findall(rf"const {name} = \{{(.*?)\}};", code, re.DOTALL)
        found |= set(re.findall(r': "([^"]+)"', body))
    (key,) = re.findall(r"const KEY = \{(.*?)\};", code, re.DOTALL)
    return found | {mark[2:] for mark in re.findall(r': "([^"]+)"', key)}


def in_the_html() -> Iterator[str]:
    """What the template says, outside of what comes from documents."""
    page = html.document_fromstring((WEB / "template.html").read_text(encoding="utf-8"))
    for node in page.body.iter():
        if not isinstance(node.tag, str) or node.tag in ("script", "style", "kbd", "text"):
            told = [node.tail]
        else:
            told = [node.text, node.tail, *(node.get(name) for name in ("aria-label", "title", "placeholder"))]
        for text in told:
            bare = (text or "").strip()
            if re.search("[A-Za-z]{2}", bare) and "$" not in bare and bare not in ("PNG", "SVG"):
                yield bare


def in_python() -> set[str]:
    code = "".join((files("timeline.export") / name).read_text(encoding="utf-8") for name in ("listing.py", "notes.py"))
    found = set(re.findall(r"""said\(["']([^"']+)["']""", code)) | set(re.findall(r'"(\{n\} [^"]+)"', code))
    found |= set(re.findall(r'data-say="([^"]+)"', code)) - {"{escape(phrase)}"}
    found |= set(re.findall(r"_section\(\s*\"[^\"]+\",\s*\"([^\"]+)\",\s*\"[^\"]+\"", code))
    found |= set(re.findall(r"_section\(\s*\"[^\"]+\",\s*\"[^\"]+\",\s*\"([^\"]+)\"", code))
    found |= {
        "No document was read.",
        "No dated events.",
        "Date unknown",
        "no date stated",
        "added by hand",
        "Corrected:",
    }
    found |= {
        "The documents that were read name no date that could be placed.",
        "sources disagree",
        "Notes",
        "Date worked out:",
    }
    found |= {"The others are counted by month in the chart. All are in", "; a page of a shorter time, made with"}
    return found | {", shows all of that time.", "{n} dates"}


def phrases() -> set[str]:
    return in_scripts() | set(in_the_html()) | in_python() | MADE


@pytest.mark.parametrize("language", OTHERS)
def test_every_phrase_is_there_and_nothing_else(language: str) -> None:
    assert sorted(phrases() - words(language).keys()) == [], "not told in this language"
    assert sorted(words(language).keys() - phrases()) == [], "said nowhere"


@pytest.mark.parametrize("language", OTHERS)
def test_a_phrase_has_the_same_places_to_fill_in_every_language(language: str) -> None:
    def places(text: str) -> set[str]:
        return {place.replace("roman", "n") for place in re.findall(r"\{(\w+)\}", text)}

    for english, told in words(language).items():
        for form in told.values() if isinstance(told, dict) else [told]:
            assert places(form) == places(english), english
        if isinstance(told, dict):
            assert told.keys() == PLURALS[language], english


def test_english_needs_its_plurals_alone() -> None:
    assert all(set(told) == {"one", "other"} and told["other"] == key for key, told in words("en").items())
    assert words("en").keys() <= phrases()
