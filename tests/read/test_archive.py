"""Archives: members in order through the table, and what is refused, each with one failure that says what to do."""

from __future__ import annotations

import gzip
import io
import os
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.read.test_read import PAGE, PROSE, kinds
from timeline.model.event import Failure
from timeline.model.text import Document
from timeline.read import Blob, read, read_blob

MEMBERS = {
    "b.txt": PROSE + "B.",
    "a/page.html": PAGE.replace("A bridge", "A long bridge"),
    "a/z.md": f"# Later\n\n{PROSE}",
    "Bridge.html": PAGE,
    "Bridge_files/frame.html": PAGE,
    "Bridge_files/deep/frame.html": PAGE,
    "__MACOSX/._b.txt": "x",
    "photo.jpg": "x",
    ".DS_Store": "x",
}
EXPECTED = [
    ("skipped", ".DS_Store"),
    ("read", "Bridge.html"),
    ("skipped", "Bridge_files/"),
    ("skipped", "__MACOSX/"),
    ("read", "a/page.html"),
    ("read", "a/z.md"),
    ("read", "b.txt"),
    ("skipped", "photo.jpg"),
]


def zipped(members: dict[str, str | bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", packing) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def tarred(members: dict[str, str | bytes], mode: str = "w") -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in members.items():
            data = content.encode() if isinstance(content, str) else content
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return target.getvalue()  # type: ignore[no-any-return]


def told(name: str, data: bytes) -> list[tuple[str, str]]:
    return kinds(read_blob(Blob(name, data)))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("in.zip", zipped(MEMBERS)),
        ("in.tar", tarred(MEMBERS)),
        ("in.tar.gz", tarred(MEMBERS, "w:gz")),
        ("in.tgz", tarred(MEMBERS, "w:gz")),
        ("wrong.txt", zipped(MEMBERS)),
        ("wrong.zip", tarred(MEMBERS, "w:gz")),
        ("none", tarred(MEMBERS)),
    ],
)
def test_members_are_read_in_the_order_of_their_names(name: str, data: bytes) -> None:
    assert told(name, data) == [(kind, f"{name}/{uri}") for kind, uri in EXPECTED]


def test_archives_in_archives_and_how_deep() -> None:
    data = zipped({"a.txt": PROSE})
    assert told("1.zip", zipped({"2.zip": zipped({"3.tgz": tarred({"a.txt": PROSE}, "w:gz")})})) == [
        ("read", "1.zip/2.zip/3.tgz/a.txt")
    ]
    for _ in range(8):
        data = zipped({"a.zip": data, "b.txt": PROSE})
    found = told("1.zip", data)
    assert [kind for kind, _ in found] == ["too-deep", "read", "read", "read", "read"]
    assert found[0] == ("too-deep", "1.zip/a.zip/a.zip/a.zip/a.zip")
    assert found[-1] == ("read", "1.zip/b.txt")


def test_one_compressed_file() -> None:
    assert told("letter.txt.gz", gzip.compress(PROSE.encode())) == [("read", "letter.txt.gz/letter.txt")]
    assert told("letter", gzip.compress(PROSE.encode())) == [("read", "letter/letter")]


def encrypted() -> bytes:
    data = bytearray(zipped({"a.txt": PROSE}, zipfile.ZIP_STORED))
    for magic, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(magic) + at] |= 1
    return bytes(data)


def flipped(data: bytes) -> bytes:
    at = data.index(b"bridge")
    return data[:at] + b"BRIDGE" + data[at + 6 :]


def linked() -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        info = tarfile.TarInfo("passwd.txt")
        info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(info)
    return target.getvalue()


BROKEN = {
    "a zip that is cut short": (zipped(MEMBERS)[:400], ["broken-archive"]),
    "a zip of nothing but its first bytes": (b"PK\x03\x04....", ["broken-archive"]),
    "a zip bomb": (zipped({"a.txt": "0" * 30_000_000, "b.txt": PROSE}), ["bomb"]),
    "a bomb in a zip in a zip": (zipped({"in.zip": zipped({"a.txt": "0" * 30_000_000})}), ["bomb"]),
    "a gzip bomb": (gzip.compress(b"0" * 30_000_000), ["bomb"]),
    "an encrypted member": (encrypted(), ["encrypted"]),
    "a member whose checksum is wrong": (flipped(zipped({"a.txt": PROSE}, zipfile.ZIP_STORED)), ["broken-archive"]),
    "a name that leads out": (zipped({"../../a.txt": PROSE, "b.txt": PROSE}), ["unsafe-name", "read"]),
    "a name with a drive": (zipped({"C:\\a.txt": PROSE}), ["unsafe-name"]),
    "an absolute name": (tarred({"/etc/a.txt": PROSE}), ["unsafe-name"]),
    "a link": (linked(), ["skipped"]),
    "a tar that is cut short": (tarred({"a.txt": PROSE, "b.txt": PROSE * 99})[:3000], ["read", "broken-archive"]),
    "a tar without its end": (tarred({"a.txt": PROSE})[:1024], ["read", "broken-archive"]),
    "a tar.gz that is cut short": (tarred({"a.txt": PROSE, "b.txt": os.urandom(9000)}, "w:gz")[:4000], ["read", "broken-archive"]),
    "a gzip that is cut short": (gzip.compress(os.urandom(3000))[:2000], ["broken-archive"]),
    "an empty member": (zipped({"a.txt": "", "b.txt": PROSE}), ["empty", "read"]),
    "noise in a member": (zipped({"a.txt": bytes(range(256)) * 9}), ["binary"]),
    "no member": (zipped({}), ["empty"]),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_or_refused_is_told_once(name: str) -> None:
    data, codes = BROKEN[name]
    found = list(read_blob(Blob("in", data)))
    assert [kind for kind, _ in kinds(found)] == codes
    for item in found:
        assert isinstance(item, Document) or item.uri.startswith("in")
        if isinstance(item, Failure):
            assert item.message.startswith(item.uri)
            assert ";" in item.message, "a message ends in what to do"


def test_a_folder_of_pages_saved_complete_is_as_many_sources(tmp_path: Path) -> None:
    pages = {f"{number}.html": PAGE.replace("A bridge", f"Bridge {number}") for number in range(30)}
    for name, page in pages.items():
        (tmp_path / name).write_text(page, encoding="utf-8")
        files = tmp_path / name.replace(".html", "_files")
        files.mkdir()
        (files / "frame.html").write_text(PAGE, encoding="utf-8")
    for where in ([tmp_path], [f"{tmp_path}/*"], sorted(tmp_path.iterdir())):
        found = kinds(read(*where))
        assert sum(kind == "read" for kind, _ in found) == 30
        assert sum(kind == "skipped" for kind, _ in found) == 30
