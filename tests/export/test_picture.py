"""Pictures drawn by a Chromium, and what is said where there is none."""

from __future__ import annotations

import struct
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.browser.samples import bridge
from timeline.errors import InputError
from timeline.export import embed, picture
from timeline.export.format import ExportOptions


def test_without_a_browser_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture.shutil, "which", lambda name: None)
    monkeypatch.setattr(picture, "PLACES", ())
    with pytest.raises(InputError, match=r"apt install chromium.*or save the picture from the page"):
        picture.write_png(bridge(), tmp_path / "timeline.png")


@pytest.mark.parametrize(("browser", "said"), [("/no/such/browser", "could not draw"), ("/bin/true", "drew nothing")])
def test_a_browser_that_draws_nothing_is_named(tmp_path: Path, browser: str, said: str) -> None:
    with pytest.raises(InputError, match=f"{browser}.*{said}"):
        picture.write_svg(bridge(), tmp_path / "timeline.svg", ExportOptions(chromium=browser))


def test_the_page_drawn_as_a_picture(tmp_path: Path, chromium: str) -> None:
    options = ExportOptions(chromium=chromium)
    png = picture.write_png(bridge(), tmp_path / "timeline.png", options).read_bytes()
    assert png.startswith(b"\x89PNG") and struct.unpack(">I", png[16:20]) == (3200,)
    svg = ElementTree.fromstring(picture.write_svg(bridge(), tmp_path / "timeline.svg", options).read_text("utf-8"))
    words = {"".join(text.itertext()) for text in svg.iter("{http://www.w3.org/2000/svg}text")}
    assert {"Bridge deck fails under a freight train", "Denied: Alder Rail had known of the rust"} <= words
    assert any("The fall of the Alder Bridge" in text and "1998 – 2026" in text for text in words)
    pdf = picture.write_pdf(bridge(), tmp_path / "timeline.pdf", options).read_bytes()
    assert pdf.startswith(b"%PDF") and len(pdf) > 30_000
    assert sorted(path.name for path in tmp_path.iterdir()) == ["timeline.pdf", "timeline.png", "timeline.svg"]


def test_the_snippet_names_the_page_and_gives_it_no_more_than_it_needs(tmp_path: Path) -> None:
    page, beside = embed.write_embed(bridge(), tmp_path / "my page.embed.html")
    text = beside.read_text(encoding="utf-8")
    assert beside.name == "my page.embed.snippet.html" and 'src="my%20page.embed.html"' in text
    assert 'title="Timeline: The fall of the Alder Bridge"' in text and "allow-same-origin" not in text
    assert '<body class="page embed">' in page.read_text(encoding="utf-8")
