"""What a sieve refuses, none of its patterns matches."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.errors import GrammarError
from timeline.grammar.linear import Sieve, widened
from timeline.read import wording

LINES = [
    wording.STAMP, wording.OWN_STAMP, wording.PLACED_LINE, wording.READ_ON, wording.OTHERS, wording.CREDIT,
    wording.FURNITURE, wording.POINTER,
]  # fmt: skip
# Why without these three: the standard library alone takes them for i, s and k where case does not matter.
LETTERS = st.characters(max_codepoint=0x2FFF, exclude_categories=("Cs", "Cc"), exclude_characters="ıſ\u212a")
CHECKED = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("pattern", LINES, ids=lambda pattern: pattern.pattern[:30])
def test_lines_of_known_wording_pass(pattern: re.Pattern[str]) -> None:
    sieve = Sieve(*LINES)

    @CHECKED
    @given(st.from_regex(pattern, fullmatch=True, alphabet=LETTERS))
    def passes(text: str) -> None:
        assert sieve.whole(text)

    passes()


@CHECKED
@given(st.from_regex(wording.CREDIT_AT_END, alphabet=LETTERS))
def test_closing_credits_pass(text: str) -> None:
    found = wording.CREDIT_AT_END.search(text)
    assert found is not None
    assert Sieve(wording.CREDIT_AT_END).end(text[: found.end()])


@CHECKED
@given(st.from_regex(wording.CAPTION_WORDS, alphabet=LETTERS))
def test_words_of_captions_pass(text: str) -> None:
    assert Sieve(wording.CAPTION_WORDS).somewhere(text)


@CHECKED
@given(st.from_regex(wording.ENTRY_START, alphabet=LETTERS), st.text(LETTERS))
def test_heads_of_entries_pass(text: str, before: str) -> None:
    assert Sieve(wording.ENTRY_START).line(f"{before}\n{text}")


@pytest.mark.parametrize(
    ("pattern", "wide"),
    [
        (r"(?:a|b)?\b", "(?:a|b)?"),
        (r"^(?P<x>a)$", "(?:a)"),
        (r"(?-i:A)(?!\w)b", "(?:A)b"),
        (r"(?<=[.)])(?=[(]|\))c", "c"),
        (r"a{2}b{0,3}c{0,30}d{2,}", "a{2}b{0,3}c*d+"),
        (r"[^\s|][)\]]\.", "[^\\t\\n\\v\\f\\r\\x{1c}-\\x{1f} \\x{85}\\x{a0}\\pZ|][)\\]]\\."),
        (r"[^\W\d_]\d", r"[\pL\pM\pN]\p{Nd}"),
    ],
)
def test_widened(pattern: str, wide: str) -> None:
    assert widened(pattern) == wide


@pytest.mark.parametrize("pattern", [r"(a)\1", r"(a)?(?(1)b)", r"[^\w]", r"\W", r"a\B"])
def test_what_cannot_be_widened(pattern: str) -> None:
    with pytest.raises(GrammarError, match="cannot be widened"):
        widened(pattern)


def test_plain_prose_does_not_pass() -> None:
    prose = "The lock gates at Tarn Bridge failed on 3 March 2017 and sent a wave of brown water into the lower town."
    assert not Sieve(*LINES).whole(prose)
    assert not Sieve(wording.CREDIT_AT_END).end(prose)
    assert not Sieve(wording.CAPTION_WORDS).somewhere(prose)
