"""A tiny PDF writer: pages of words at places, pictures, printed page labels, the document's own fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

WIDTH, HEIGHT = 612, 792
SIZE = 11
WORDS = [
    "quay",
    "barge",
    "ledger",
    "mill",
    "weir",
    "ferry",
    "wharf",
    "signal",
    "bell",
    "tender",
    "keeper",
    "lantern",
    "sluice",
    "towpath",
    "rope",
    "anchor",
]
"""What invented pages are filled with."""


_NARROW = {**dict.fromkeys("ijl'", 0.222), **dict.fromkeys(" .,:;t!/fI[]", 0.278), **dict.fromkeys("r-()", 0.333)}
_WIDE = {**dict.fromkeys("ABEKPSVXY", 0.667), **dict.fromkeys("CDHNRUw", 0.722), **dict.fromkeys("mMGOQW", 0.8)}
_WIDTHS = {**dict.fromkeys("ckJsvxyz", 0.5), **_NARROW, **_WIDE}


def width(text: str) -> float:
    """How wide a text is in Helvetica, in sizes of the font."""
    return sum(_WIDTHS.get(letter, 0.556) for letter in text)


@dataclass
class Page:
    """A page in points from its lower left corner; `lines` are (x, y, size, words)."""

    lines: list[tuple[float, float, float, str]] = field(default_factory=list)
    picture: bool = False
    stamp: str = ""
    """Words of a stamp that somebody put on the page with a viewer."""

    def write(self, x: float, y: float, words: str, size: float = SIZE) -> Page:
        self.lines.append((x, y, size, words))
        return self

    def apart(self, x: float, y: float, words: str, size: float = SIZE) -> Page:
        """Writes each word by itself, as many programs do."""
        for word in words.split():
            self.write(x, y, word, size)
            x += (width(word) + width(" ")) * size
        return self

    def column(self, x: float, y: float, rows: Sequence[str], leading: float = 14, size: float = SIZE) -> Page:
        for i, row in enumerate(rows):
            self.write(x, y - i * leading, row, size)
        return self


def pdf(pages: Sequence[Page], info: dict[str, str] | None = None, labels: str = "") -> bytes:
    """The bytes of a PDF; `labels` is the inside of its /PageLabels /Nums array."""
    objects: list[bytes] = []

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    def stream(body: bytes, more: bytes = b"") -> bytes:
        return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(body), more, body)

    add(b"")  # the catalog and the page tree, filled in below
    add(b"")
    font = add(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    look = b"/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8"
    picture = add(stream(b"\x20\x80\xa0\xf0", look))
    kids: list[int] = []
    for page in pages:
        drawn = b"q %d 0 0 %d 0 0 cm /P Do Q\n" % (WIDTH, HEIGHT) if page.picture else b""
        drawn += b"BT\n"
        for x, y, size, words in page.lines:
            escaped = words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
            drawn += b"/F %.2f Tf 1 0 0 1 %.2f %.2f Tm (%s) Tj\n" % (size, x, y, escaped)
        content = add(stream(drawn + b"ET"))
        notes = b""
        if page.stamp:
            form = b"/Type /XObject /Subtype /Form /BBox [0 0 300 20] /Resources << /Font << /F %d 0 R >> >>" % font
            look = add(stream(b"BT /F 9 Tf 1 0 0 1 2 5 Tm (%s) Tj ET" % page.stamp.encode(), form))
            place = b"/Type /Annot /Subtype /Stamp /Rect [200 10 500 30] /F 4"
            notes = b"/Annots [%d 0 R]" % add(b"<< %s /AP << /N %d 0 R >> >>" % (place, look))
        used = b"<< /Font << /F %d 0 R >> /XObject << /P %d 0 R >> >>" % (font, picture)
        box = b"[0 0 %d %d]" % (WIDTH, HEIGHT)
        kids.append(
            add(
                b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Resources %s /Contents %d 0 R %s >>"
                % (box, used, content, notes)
            )
        )
    numbered = b"/PageLabels << /Nums [%s] >>" % labels.encode() if labels else b""
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R %s >>" % numbered
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(b"%d 0 R" % kid for kid in kids), len(kids))
    about = add(
        b"<< %s >>" % b" ".join(b"/%s (%s)" % (name.encode(), value.encode()) for name, value in (info or {}).items())
    )
    written = b"%PDF-1.7\n"
    places: list[int] = []
    for number, body in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    written += b"".join(b"%010d 00000 n \n" % place for place in places)
    return written + b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        about,
        start,
    )
