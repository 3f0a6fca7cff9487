"""Outlook's .msg files as tests need them: a compound file (MS-CFB) of property streams (MS-OXMSG), all streams small."""

from __future__ import annotations

import struct
from collections.abc import Mapping

_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR, _MINI = 512, 64
Tree = Mapping[str, "bytes | Tree"]

SUBJECT, BODY, HTML, HEADERS, SENDER, TO_NAME = 0x0037, 0x1000, 0x1013, 0x007D, 0x0C1A, 0x3001
FILE_NAME, FILE_DATA, METHOD, SENT = 0x3707, 0x3701, 0x3705, 0x0039
_TEXT, _BINARY, _NUMBER, _TIME = 0x001F, 0x0102, 0x0003, 0x0040


def msg(
    told: Mapping[int, str],
    sent: int | None = None,
    files: Mapping[str, bytes | Tree | None] | None = None,
    to: str = "",
) -> bytes:
    """A mail: properties as text, when it was sent (seconds since 1970), attachments (None: a link; a tree: a mail)."""
    return compound(mail_tree(told, sent, files, to))


def mail_tree(
    told: Mapping[int, str],
    sent: int | None = None,
    files: Mapping[str, bytes | Tree | None] | None = None,
    to: str = "",
    *,
    inner: bool = False,
) -> Tree:
    """The storage of a mail; `inner`: of one that is attached to another."""
    files = files or {}
    entries = [(pid, _TEXT, value.encode("utf-16-le")) for pid, value in told.items()]
    tree: dict[str, bytes | Tree] = {**_streams(entries)}
    fixed = b"" if sent is None else _entry(SENT, _TIME, struct.pack("<Q", (sent + 11_644_473_600) * 10**7))
    head = struct.pack("<8x4I8x", 0, len(files), int(bool(to)), len(files))
    tree["__properties_version1.0"] = head[: 24 if inner else 32] + fixed + _table(entries)
    for number, (name, data) in enumerate(files.items()):
        inside = [(FILE_NAME, _TEXT, name.encode("utf-16-le"))]
        inside += [(FILE_DATA, _BINARY, data)] if isinstance(data, bytes) else []
        method = _entry(METHOD, _NUMBER, struct.pack("<Q", 1 if isinstance(data, bytes) else 5))
        place: dict[str, bytes | Tree] = {
            **_streams(inside),
            "__properties_version1.0": bytes(8) + method + _table(inside),
        }
        if data is not None and not isinstance(data, bytes):
            place["__substg1.0_3701000D"] = data
        tree[f"__attach_version1.0_#{number:08X}"] = place
    if to:
        person = [(TO_NAME, _TEXT, to.encode("utf-16-le"))]
        tree["__recip_version1.0_#00000000"] = {
            **_streams(person),
            "__properties_version1.0": bytes(8) + _table(person),
        }
    return tree


def _streams(entries: list[tuple[int, int, bytes]]) -> dict[str, bytes]:
    return {f"__substg1.0_{pid:04X}{kind:04X}": data for pid, kind, data in entries}


def _table(entries: list[tuple[int, int, bytes]]) -> bytes:
    return b"".join(_entry(pid, kind, struct.pack("<II", len(data), 0)) for pid, kind, data in entries)


def _entry(pid: int, kind: int, value: bytes) -> bytes:
    return struct.pack("<HHI", kind, pid, 6) + value


def compound(tree: Tree) -> bytes:
    """A compound file with all streams in its mini stream."""
    entries: list[list[object]] = [["Root Entry", 5, _FREE, _FREE, _FREE, _END, 0]]
    mini = bytearray()

    def add(node: Tree) -> int:
        """Adds a storage's children as a chain to the right, in the order that the format asks for; gives the first."""
        first = before = _FREE
        for name in sorted(node, key=lambda name: (len(name), name.upper())):
            inside = node[name]
            number = len(entries)
            entries.append([name, 2 if isinstance(inside, bytes) else 1, _FREE, _FREE, _FREE, _END, 0])
            if isinstance(inside, bytes):
                entries[number][5], entries[number][6] = len(mini) // _MINI, len(inside)
                mini.extend(inside + bytes(-len(inside) % _MINI or (0 if inside else _MINI)))
            else:
                entries[number][4], entries[number][5] = add(inside), 0
            if before == _FREE:
                first = number
            else:
                entries[before][3] = number
            before = number
        return first

    entries[0][4] = add(tree)
    mini += bytes(-len(mini) % _SECTOR)
    entries[0][5], entries[0][6] = 0, len(mini)
    chains = _mini_chains(entries, len(mini) // _MINI)
    directory = b"".join(_named(*entry) for entry in entries)  # type: ignore[arg-type]
    directory += b"".join(_named("", 0, _FREE, _FREE, _FREE, 0, 0) for _ in range(-len(entries) % 4))
    pieces = [bytes(mini), chains + b"\xff" * (-len(chains) % _SECTOR), directory]
    counts = [len(piece) // _SECTOR for piece in pieces]
    starts = [sum(counts[:index]) for index in range(3)]
    fat_at = sum(counts)
    fats = -(-(fat_at + 8) // (_SECTOR // 4))
    table = [_FREE] * (fats * _SECTOR // 4)
    for start, count in zip(starts, counts, strict=True):
        for number in range(start, start + count):
            table[number] = number + 1 if number + 1 < start + count else _END
    table[fat_at : fat_at + fats] = [_FAT] * fats
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, fats, starts[2], 0, 4096, starts[1], counts[1], _END, 0)
    head += struct.pack("<109I", *(fat_at + number if number < fats else _FREE for number in range(109)))
    return head + b"".join(pieces) + struct.pack(f"<{len(table)}I", *table)


def _mini_chains(entries: list[list[object]], count: int) -> bytes:
    table = [_FREE] * count
    for _, kind, _, _, _, start, size in entries:
        if kind == 2:
            last = start + max(1, -(-size // _MINI)) - 1  # type: ignore[operator]
            for number in range(start, last + 1):  # type: ignore[call-overload]
                table[number] = number + 1 if number < last else _END
    return struct.pack(f"<{count}I", *table)


def _named(name: str, kind: int, left: int, right: int, child: int, start: int, size: int) -> bytes:
    words = name.encode("utf-16-le")
    length = len(words) + 2 if name else 0
    return struct.pack("<64sHBBIII16xI8x8xIQ", words, length, kind, 1, left, right, child, 0, start, size)
