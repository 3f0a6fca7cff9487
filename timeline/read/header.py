"""A document's own header: `Title: ...` lines or front matter. In: text. Out: fields with their spans.

Front matter is read as flat `key: value` pairs (YAML) or `key = "value"` (TOML): what articles carry.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.model.text import DateCandidate, DateOrigin, Part, PartKind, Span
from timeline.read.document import Metadata
from timeline.read.wording import DATE

_FIELDS = {
    "title": "title", "headline": "title",
    "source": "publisher", "publisher": "publisher", "publication": "publisher", "outlet": "publisher",
    "newspaper": "publisher", "site": "publisher", "website": "publisher",
    "published": "date", "date": "date", "publication date": "date", "pubdate": "date", "date published": "date",
    "published on": "date", "published at": "date", "publish date": "date", "issued": "date", "datepublished": "date",
    "dateline": "dateline", "accessed": "other",
    "updated": "updated", "last updated": "updated", "modified": "updated", "last modified": "updated",
    "lastmod": "updated", "date modified": "updated",
    "author": "author", "authors": "author", "by": "author", "byline": "author", "writer": "author",
    "url": "url", "link": "url", "permalink": "url", "canonical": "url",
    "language": "language", "lang": "language",
    "section": "other", "category": "other", "tags": "other", "keywords": "other", "topic": "other", "id": "other",
    "place": "other", "location": "other", "subtitle": "other", "description": "other", "summary": "other",
    "slug": "other", "licence": "other", "license": "other", "copyright": "other", "word count": "other",
}  # fmt: skip
_DATED = re.compile(rf"[,(]? *\(?(?P<date>{DATE})\)?$", re.I)
_SURE = frozenset({"title", "date", "url", "publisher"})
_LINE = re.compile(
    r"[ \t]*(?:[*_]{2})?(?P<key>[A-Za-z][A-Za-z ]{0,18}?)(?:[*_]{2})?[ \t]*:(?:[*_]{2})?[ \t]+(?P<value>\S[^\r\n]*)"
)
_FRONT = re.compile(
    r"\s*(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<body>(?:[^\r\n]*\r?\n){0,200}?)(?:(?P=fence)|\.\.\.)[ \t]*(?=\r?\n|\Z)"
)
_PAIR = re.compile(r"^(?P<key>[A-Za-z][\w -]*?)[ \t]*[:=][ \t]*(?P<value>[^\r\n]*)$", re.M)
_MOST = 400
_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a header: what it is about, its value, and where the value stands."""

    name: str
    value: str
    span: Span
    line: Span


@dataclass(frozen=True, slots=True)
class Header:
    """A header as read; `end` is where the document proper starts."""

    fields: tuple[Field, ...] = ()
    span: Span = _NOWHERE
    front_matter: bool = False

    @property
    def end(self) -> int:
        """Where the text after the header starts."""
        return self.span.end

    def first(self, name: str) -> str | None:
        """The first value of a field."""
        return next((field.value for field in self.fields if field.name == name and field.value), None)

    @property
    def about(self) -> Metadata:
        """The metadata that the header states; a `Source:` that is an address is the url."""
        publisher, url = self.first("publisher"), self.first("url")
        if publisher and re.match(r"https?://", publisher):
            publisher, url = None, url or publisher
        if publisher and (dated := _DATED.search(publisher)):
            publisher = publisher[: dated.start()]
        return Metadata(self.first("title"), publisher, self.first("author"), self.first("language"), url)

    @property
    def candidates(self) -> tuple[DateCandidate, ...]:
        """The dates that the header states; of "Source: Tarn Herald, 4 March 2017" the one behind the paper."""
        papers = ((field, _DATED.search(field.value)) for field in self.fields if field.name == "publisher")
        behind = tuple(
            DateCandidate(
                dated["date"],
                DateOrigin.HEADER,
                Span(field.span.start + dated.start("date"), field.span.start + dated.end("date")),
            )
            for field, dated in papers
            if dated
        )
        return behind + tuple(
            DateCandidate(field.value, DateOrigin.HEADER, field.span, field.name == "updated")
            for field in self.fields
            if field.name in ("date", "updated") and any(character.isdigit() for character in field.value)
        )

    @property
    def parts(self) -> tuple[Part, ...]:
        """The header's parts: its title is a title, the rest byline; front matter is boilerplate whole."""
        if self.front_matter:
            return (Part(PartKind.BOILERPLATE, self.span),)
        titles = [field for field in self.fields if field.name == "title"]
        labels = [Part(PartKind.BYLINE, Span(field.line.start, field.span.start)) for field in titles]
        others = [Part(PartKind.BYLINE, field.line) for field in self.fields if field.name != "title"]
        return tuple(
            sorted(
                (*labels, *(Part(PartKind.TITLE, field.span) for field in titles), *others),
                key=lambda part: part.span,
            )
        )


def header(text: str) -> Header:
    """The header lines at a text's top; empty where there are none."""
    fields: list[Field] = []
    at = len(text) - len(text.lstrip())
    while at < len(text) and (found := _LINE.match(text, at)):
        name = _FIELDS.get(found["key"].lower().strip())
        if name is None or len(found["value"]) > _MOST:
            break
        value = found["value"].rstrip()
        start = found.start("value")
        left = found.start() + len(found[0]) - len(found[0].lstrip())
        fields.append(Field(name, value.strip("*_ "), Span(start, start + len(value)), Span(left, start + len(value))))
        line_end = re.compile(r"[ \t]*(?:\r\n|\r|\n)?").match(text, found.end())
        at = line_end.end() if line_end else found.end()
    if not fields or not any(field.name in _SURE for field in fields):
        return Header()
    if len(fields) == 1 and fields[0].name == "publisher" and " " not in fields[0].value and len(text) < 200:
        return Header()
    return Header(tuple(fields), Span(fields[0].line.start, fields[-1].line.end))


def front_matter(text: str) -> Header:
    """The front matter between `---` (or `+++`) fences at a text's top; empty where there is none."""
    found = _FRONT.match(text)
    if not found:
        return Header()
    fields: list[Field] = []
    for pair in _PAIR.finditer(text, found.start("body"), found.end("body")):
        name = _FIELDS.get(pair["key"].lower().replace("_", " ").replace("-", " ").strip())
        raw = pair["value"].strip()
        value = raw.strip("\"'[] ")
        if name and value:
            start = text.index(value, pair.start("value"))
            fields.append(Field(name, value, Span(start, start + len(value)), Span(pair.start(), pair.end())))
    if not fields and not _PAIR.search(text, found.start("body"), found.end("body")):
        return Header()
    return Header(tuple(fields), Span(found.start("fence"), found.end()), front_matter=True)
