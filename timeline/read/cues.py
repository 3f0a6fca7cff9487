"""Transcripts with time codes (.srt, .vtt). In: a blob. Out: one Document of running text.

Cues are joined to sentences, so that a date split over two of them is one; a new speaker, a pause after a sentence or
a long paragraph's next sentence starts a new paragraph. The time code of each cue is in the places.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.errors import UnreadableDocument
from timeline.model.locator import Locator
from timeline.model.text import Document
from timeline.read.blob import Blob, ReadOptions
from timeline.read.decode import decode
from timeline.read.document import Metadata
from timeline.read.paragraphs import Paragraph, compose
from timeline.read.runs import Runs

_CODE = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMES = re.compile(rf"[ \t]*{_CODE}[ \t]*-->[ \t]*{_CODE}[^\n]*")
_TAG = re.compile(r"<(?!v[ .])[^<>]{0,80}>|\{\\[^{}]{0,40}\}")
_VOICE = re.compile(r"<v(?:\.[^ >]*)? ([^<>]{1,60})>")
_SPEAKER = re.compile(r"(?:[-–—]\s*|>>+\s*)?(?P<name>[A-Z][\w.' -]{1,40}):\s|[-–—]\s|>>+")
_ENDED = re.compile(r"""[.!?…]["'”’»)\]]*$""")
_PAUSE, _LONG_PAUSE = 1.5, 8.0
"""Seconds without a word after which a sentence that has ended, or any, ends a paragraph."""
_LONG = 600


@dataclass(frozen=True, slots=True)
class Cue:
    """What is said from one second to another."""

    start: float
    end: float
    text: str
    voice: str | None = None

    @property
    def code(self) -> str:
        """The time code of its start: "00:12:03"."""
        seconds = int(self.start)
        return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def read_cues(blob: Blob, options: ReadOptions) -> Iterator[Document]:
    """The one document of a transcript. Raises UnreadableDocument (no-cues, empty)."""
    text = decode(blob.data, blob.uri)
    cues = tuple(_cues(text))
    if not cues:
        told = (
            f"{blob.uri}: no line such as 00:01:02,000 --> 00:01:04,000 in it; save it as text if it is no transcript"
        )
        raise UnreadableDocument(told, "no-cues")
    media_type = "text/vtt" if text.startswith("WEBVTT") else "application/x-subrip"
    yield compose(blob, list(_paragraphs(cues)), Metadata(), (), options=options, media_type=media_type)


def _cues(text: str) -> Iterator[Cue]:
    """The cues in order; notes and styles between them are none."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    starts = [(i, found) for i, line in enumerate(lines) if (found := _TIMES.fullmatch(line))]
    shown: tuple[str, ...] = ()
    for place, (i, times) in enumerate(starts):
        stop = starts[place + 1][0] if place + 1 < len(starts) else len(lines)
        said = _said(lines[i + 1 : stop], last=place + 1 == len(starts))
        # Why: captions that roll show each line twice.
        fresh = said[1:] if shown and said[:1] == shown[-1:] else said
        shown = said or shown
        voice = _VOICE.match(" ".join(fresh))
        words = " ".join(_plain(line) for line in fresh)
        if words:
            start, end = _seconds(times.groups()[:4]), _seconds(times.groups()[4:])
            yield Cue(start, end, words, voice[1].strip() if voice else None)


def _said(lines: Sequence[str], *, last: bool) -> tuple[str, ...]:
    """A cue's lines: up to a blank one; the next cue's number or name does not count."""
    kept: list[str] = []
    for i, line in enumerate(lines):
        if not line.strip() or (not last and i == len(lines) - 1 and line.strip().isdigit() and kept):
            break
        kept += [line.strip()] if _plain(line) else []
    return tuple(kept)


def _plain(line: str) -> str:
    """A line without its markup; a voice is told in front of its words by whoever starts a paragraph."""
    return " ".join(html.unescape(_VOICE.sub("", _TAG.sub("", line))).split())


def _seconds(code: Sequence[str | None]) -> float:
    hours, minutes, seconds, parts = (int(piece or 0) for piece in code)
    return hours * 3600 + minutes * 60 + seconds + parts / 1000


def _paragraphs(cues: Sequence[Cue]) -> Iterator[Paragraph]:
    runs = Runs()
    before: Cue | None = None
    speaker: str | None = None
    for cue in cues:
        named = _SPEAKER.match(cue.text)
        name = cue.voice or (named["name"] if named else None)
        changes = name != speaker if name else named is not None
        if before is None or changes or _pauses(before, cue, runs.at):
            if (paragraph := runs.paragraph()) is not None:
                yield paragraph
            runs = Runs()
        else:
            runs.say(" ")
        runs.stand(Locator(time=cue.code))
        runs.say(f"{cue.voice}: " if cue.voice and changes else "")
        runs.say(cue.text)
        speaker = name or (None if changes else speaker)
        before = cue
    if (paragraph := runs.paragraph()) is not None:
        yield paragraph


def _pauses(before: Cue, cue: Cue, length: int) -> bool:
    pause = cue.start - before.end
    ended = bool(_ENDED.search(before.text))
    return pause >= _LONG_PAUSE or (ended and (pause >= _PAUSE or length >= _LONG))
