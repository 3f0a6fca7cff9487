"""A published page after a correction: what readers are told, and that an old link still opens the event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.conftest import Opened
from tests.browser.samples import edition

pytestmark = pytest.mark.xdist_group("browser")

Show = Callable[..., Opened]


def test_the_id_of_any_passage_opens_its_event(show: Show) -> None:
    for event in edition().events:
        for name in (event.id, *(item.id for item in event.evidence)):
            assert show("edition", address=f"#e={name}").title() == event.title


def test_a_correction_is_told_and_what_may_be_the_same_is_a_link(show: Show) -> None:
    opened = show("edition", address="#e=e0000")
    told = opened.page.locator("#panel .notice.correction")
    assert told.inner_text() == "Corrected. An earlier version gave 7 March."
    opened.page.locator("#panel .notice.alike a").click()
    opened.page.wait_for_function("document.querySelector('#panel h2').innerText === 'Lock closed'")
    assert opened.page.locator("#panel .notice.correction").count() == 0
    assert opened.troubles == []
