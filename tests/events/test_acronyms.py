"""Acronyms that a text explains itself."""

import pytest

from timeline.events.acronyms import acronyms_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The International Atomic Energy Agency (IAEA) met.", {"IAEA": "International Atomic Energy Agency"}),
        ("The International Committee of the Red Cross (ICRC) met.", {"ICRC": "International Committee of the Red Cross"}),
        ("The Anti-Defamation League (ADL) met.", {"ADL": "Anti-Defamation League"}),
        ("The United Nations (U.N.) met.", {"UN": "United Nations"}),
        ("The World Food Council's (WFC) head left.", {"WFC": "World Food Council"}),
        ("Its chief executive (CEO) left.", {}),
        ("He met Anna (AB) there.", {}),
        ("They met in Lund (see FIGURE).", {}),
        ("The World Food\nCouncil (WFC) met.", {}),
        ("(WFC) met.", {}),
    ],
)  # fmt: skip
def test_acronyms(text: str, found: dict[str, str]) -> None:
    assert acronyms_in(text) == found
