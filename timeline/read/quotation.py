"""What a mail quotes and forwards, told apart from its own words. In: a mail's text. Out: its own text, and Quotations.

Three forms: lines with ">" under "On Tue, 3 March 2020, X wrote:"; all that follows "-----Original Message-----",
"Begin forwarded message:" or a block of header lines; and the same with ">" before every line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_FIELDS = {
    "from": "from", "von": "from", "de": "from", "da": "from", "van": "from", "från": "from", "od": "from",
    "sent": "date", "date": "date", "gesendet": "date", "datum": "date", "envoyé": "date", "enviado": "date",
    "enviado el": "date", "fecha": "date", "inviato": "date", "data": "date", "verzonden": "date", "skickat": "date",
    "to": "to", "an": "to", "à": "to", "para": "to", "a": "to", "aan": "to", "till": "to",
    "cc": "other", "kopie": "other", "bcc": "other", "reply-to": "other", "attachments": "other", "importance": "other",
    "subject": "subject", "betreff": "subject", "objet": "subject", "asunto": "subject", "assunto": "subject",
    "oggetto": "subject", "onderwerp": "subject", "ämne": "subject",
}  # fmt: skip
_FIELD = re.compile(
    r"[ \t]*\*?(?P<name>[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ -]{0,14}?)[ \t]?:\*?[ \t]*\*?(?:\|[ \t]*)?(?P<value>[^\n]*)"
)
_FORWARDED = re.compile(
    r"\W*(?:(?:begin )?forwarded message|weitergeleitete nachricht|message transféré|mensaje reenviado"
    r"|messaggio inoltrato|doorgestuurd bericht)(?: (?:from|by) [^\n]{1,80})?\W*",
    re.I,
)
_ORIGINAL = re.compile(
    r"[-_ ]{2,80}+(?:original message|reply message|ursprüngliche nachricht|originalnachricht|message d.origine"
    r"|mensaje original|messaggio originale|oorspronkelijk bericht|forwarded by [^\n]{1,120}?)[-_ ]{2,}|_{10,}",
    re.I,
)
_VERBS = "(?:wrote|writes|said|schrieb|geschrieben|a écrit|escribió|escreveu|ha scritto|schreef|skrev)"
_WROTE = re.compile(rf"\b{_VERBS}\b[^\n]{{0,120}}:\s*$", re.I)
_DATED = re.compile(r"\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2}|\d{1,2} \w{3,9}|\w{3,9} \d{1,2}")
_CLOCK_OR_ADDRESS = re.compile(r"\d{1,2}:\d{2}|<?[\w.+-]+@[\w.-]+")
_OPENS = re.compile(r"\s*(?:On|Am|Le|El|Il|Op|Den|Em)\s|\s*\d", re.I)
"""How the first line of an introduction begins that goes over several."""
_UNDATED = re.compile(rf"(?=[A-ZÀ-Þ])[^,\n]{{1,80}} {_VERBS}\s?:")
"""An introduction without a date, on a line of its own: "Tom Hall wrote:"."""
_QUOTED = re.compile(r"[ \t]?>")
_LONGEST_INTRODUCTION = 4
_BLANK_LINES = 2


@dataclass(frozen=True, slots=True)
class Quotation:
    """A message inside another: how it is introduced, what its header lines say, and its text.

    `introduction`: the lines in front of it as they stand ("On ... wrote:", or the header's lines); `date` is
    the stretch of it that dates it, or all of it.
    """

    forwarded: bool
    introduction: str
    text: str
    author: str | None = None
    date: str | None = None
    subject: str | None = None


def divide(text: str) -> tuple[str, tuple[Quotation, ...]]:
    """A mail's own words, in order, and what it quotes; line ends are "\\n"."""
    lines = text.split("\n")
    own: list[str] = []
    found: list[Quotation] = []
    at, open_quote = 0, False
    while at < len(lines):
        rest = _rest_is_quoted(lines, at)
        if rest is not None:
            found.append(rest)
            break
        if not _QUOTED.match(lines[at]):
            own.append(lines[at])
            at += 1
            continue
        end = _end_of_quote(lines, at)
        inside = "\n".join(_unquoted(line) for line in lines[at:end])
        introduction, notice = _introduction(own), _notice(own)
        if introduction:
            del own[-len(introduction) :]
            found.append(_introduced("\n".join(introduction).strip(), inside))
        elif headed := _headed(inside.split("\n"), 0, forwarded=notice is not None):
            own = own[:notice]
            found.append(headed)
        elif open_quote:
            found[-1] = _longer(found[-1], inside)
        elif inside.strip():
            found.append(Quotation(False, "", inside))
        open_quote, at = bool(found), end
    return "\n".join(own), tuple(found)


def _rest_is_quoted(lines: list[str], at: int) -> Quotation | None:
    """What follows a separator or a block of header lines, to the end, where there is one at this line."""
    line = lines[at]
    if not line.strip() or _QUOTED.match(line):
        return None
    forwarded = bool(_FORWARDED.fullmatch(line))
    if forwarded or _ORIGINAL.fullmatch(line.strip()):
        after = _next_line(lines, at + 1)
        if after < len(lines) and _QUOTED.match(lines[after]):
            return None
        headed = _headed(lines, after, forwarded=forwarded)
        return headed or (None if line.startswith("_") else _without_sender(lines, at))
    headed = _headed(lines, at, forwarded=False)
    if headed is not None:
        return headed
    # Why: some programs quote without a mark; then only an introduction that no prose has will do.
    if _OPENS.match(line):
        for count in range(1, _LONGEST_INTRODUCTION):
            told = " ".join(lines[at : at + count])
            after = _next_line(lines, at + count)
            if _WROTE.search(told):
                bare = after < len(lines) and not _QUOTED.match(lines[after])
                sure = _DATED.search(told) and _CLOCK_OR_ADDRESS.search(told)
                if not (bare and sure):
                    return None
                return _introduced("\n".join(lines[at : at + count]).strip(), "\n".join(lines[after:]))
    return None


def _headed(lines: list[str], at: int, *, forwarded: bool) -> Quotation | None:
    """The message whose header lines start here: at least who, when, and to whom or about what."""
    at = _next_line(lines, at)
    told: dict[str, str] = {}
    end = at
    while end < len(lines) and end - at < 12:
        line = lines[end]
        field = _FIELD.fullmatch(line)
        name = _FIELDS.get(field["name"].lower()) if field else None
        if field and name:
            told.setdefault(name, field["value"].strip(" *\t"))
        elif not told or not (line.startswith((" ", "\t")) or _goes_on(lines, end)):
            break
        end += 1
    if not {"from", "date"} <= told.keys() or not told.keys() & {"to", "subject"}:
        return None
    return Quotation(
        forwarded,
        "\n".join(lines[at:end]).strip(),
        "\n".join(lines[end:]),
        told["from"] or None,
        told["date"] or None,
        told.get("subject"),
    )


def _goes_on(lines: list[str], at: int) -> bool:
    """Whether a blank line stands between two header lines, as pages put them."""
    field = _FIELD.fullmatch(lines[at + 1]) if not lines[at].strip() and at + 1 < len(lines) else None
    return field is not None and field["name"].lower() in _FIELDS


def _without_sender(lines: list[str], at: int) -> Quotation:
    """The message behind a separator whose lines do not name "From": who and when stand on lines without a name."""
    told: dict[str, str] = {}
    bare: list[str] = []
    end = at + 1
    for number in range(at + 1, min(len(lines), at + 12)):
        field = _FIELD.fullmatch(lines[number])
        name = _FIELDS.get(field["name"].lower()) if field else None
        if field and name:
            told.setdefault(name, field["value"].strip(" *\t"))
            end = number + 1
        elif not told:
            bare.append(lines[number])
    when = [told.get("date", ""), *(bare if told else []), lines[at]]
    date = next((line.strip() for line in when if _DATED.search(line)), None)
    top = "\n".join(lines[at:end]).strip()
    return Quotation(True, top, "\n".join(lines[end:]), told.get("from"), date, told.get("subject"))


def _introduction(own: list[str]) -> list[str]:
    """The last lines of a mail's own words so far that introduce a quote, or none.

    One that names a date may go over several lines, if the first opens as such do.
    """
    blank = 0
    while blank < min(len(own), _BLANK_LINES) and not own[-1 - blank].strip():
        blank += 1
    for count in range(blank + 1, min(len(own), blank + _LONGEST_INTRODUCTION) + 1):
        lines = own[-count:]
        if not lines[0].strip():
            break
        told = " ".join(" ".join(lines).split())
        opens = count == blank + 1 or _OPENS.match(lines[0])
        who_or_when = _WROTE.search(told) or _CLOCK_OR_ADDRESS.search(told)
        if opens and told.endswith(":") and _DATED.search(told) and who_or_when:
            return lines
    last = own[-1 - blank :] if len(own) > blank else [""]
    return last if _UNDATED.fullmatch(" ".join(last).strip()) else []


def _introduced(introduction: str, text: str) -> Quotation:
    """A quote with its introduction; its writer is who stands beside "wrote"."""
    told = " ".join(introduction.split())
    wrote = _WROTE.search(told)
    before = told[: wrote.start()] if wrote else told.rstrip(":")
    pieces = re.split(r",\s|\d{1,2}[:.]\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s?\([A-Z]{2,5}\))?,?\s|\d{4},?\s", before)
    author = pieces[-1].strip(" ,") if pieces else ""
    if wrote and (behind := re.match(r"schrieb|schreef|skrev", wrote[0], re.I)):
        author = wrote[0][behind.end() :].strip(" :") or author
    known = re.search(r"[^\W\d_]{2}", author) and not re.fullmatch(r"(?i)(?:on|am|le|at|um) .*\d.*", author)
    return Quotation(False, introduction, text, author if known else None, told if _DATED.search(told) else None)


def _notice(own: list[str]) -> int | None:
    """Where the last line of the own words stands, if it announces a forwarded message."""
    last = next((i for i in range(len(own) - 1, max(-1, len(own) - 4), -1) if own[i].strip()), None)
    return last if last is not None and _FORWARDED.fullmatch(own[last]) else None


def _end_of_quote(lines: list[str], at: int) -> int:
    """Where the lines with ">" end; a lone blank line between two of them belongs to them."""
    end = at
    while end < len(lines):
        if _QUOTED.match(lines[end]):
            end += 1
        elif not lines[end].strip() and end + 1 < len(lines) and _QUOTED.match(lines[end + 1]):
            end += 2
        else:
            break
    return end


def _unquoted(line: str) -> str:
    return re.sub(r"^[ \t]?>[ ]?", "", line)


def _longer(quotation: Quotation, more: str) -> Quotation:
    return Quotation(
        quotation.forwarded, quotation.introduction, f"{quotation.text.rstrip()}\n\n{more}", quotation.author,
        quotation.date, quotation.subject,
    )  # fmt: skip


def _next_line(lines: list[str], at: int) -> int:
    """The next line that is not blank."""
    while at < len(lines) and not lines[at].strip():
        at += 1
    return at
