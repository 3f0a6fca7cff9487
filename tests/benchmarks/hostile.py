"""Input that means no good, or is only too large, through `timeline build`: time, memory, and what is said of it.

    python tests/benchmarks/hostile.py [--scale 1.0] [--only deep,bomb]

At scale 1: a text of 200 MB, a line of 50 MB, a million tiny files, folders 1,200 deep, zip bombs, a PDF of 5,000
pages, a web page and a table of 100 MB. `make bench` runs a hundredth of that. An article lies beside each: it must
be read whatever happens to its neighbour.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
from archive import memory_of_tree  # noqa: E402

SENTENCE = "The old mill burned down on 3 May 1901, and was built again by the town a year later. "
FILLER = "Nobody in the town could say how the money was to be found, and most shops were left without customers. "
WORDS = SENTENCE + FILLER * 9 + "\n\n"


def text(folder: Path, scale: float) -> None:
    with (folder / "long.txt").open("w") as file:
        for _ in range(int(200e6 * scale / len(WORDS))):
            file.write(WORDS)


def line(folder: Path, scale: float) -> None:
    words = SENTENCE + FILLER * 9
    (folder / "fits.txt").write_text(words * int(19e6 * min(1.0, scale * 2) / len(words)))
    (folder / "long.txt").write_text(words * int(50e6 * scale / len(words)))
    (folder / "record.jsonl").write_text(json.dumps({"text": words * int(50e6 * scale / len(words))}) + "\n")


def tiny(folder: Path, scale: float) -> None:
    for number in range(int(1e6 * scale)):
        inside = folder / f"{number // 1000:03}"
        if number % 1000 == 0:
            inside.mkdir()
        (inside / f"{number:06}.txt").write_text(
            f"Mill {number} burned down on {1 + number % 28} May {1700 + number % 300}."
        )


def deep(folder: Path, scale: float) -> None:
    here = Path.cwd()
    os.chdir(folder)
    try:
        for number in range(max(50, int(1200 * scale))):
            name = Path(f"l{number}")
            name.mkdir()
            os.chdir(name)
        Path("deep.txt").write_text(SENTENCE)
    finally:
        os.chdir(here)


def bomb(folder: Path, scale: float) -> None:
    zeros = b"0" * int(500e6 * scale)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros.txt", zeros)
    (folder / "flat.zip").write_bytes(held.getvalue())
    inner = held.getvalue()
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(int(1000 * scale) + 10):
            archive.writestr(f"{number}.zip", inner)
    (folder / "nested.zip").write_bytes(held.getvalue())
    mixed = (WORDS.encode() * 20_000)[: int(20e6 * scale)]
    with zipfile.ZipFile(folder / "wide.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(120):
            archive.writestr(f"{number}.txt", mixed)


def pdf(folder: Path, scale: float) -> None:
    pages = int(5000 * scale)
    objects: list[bytes] = []
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(pages))
    objects += [b"<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Count {pages} /Kids [{kids}] >>".encode()]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for number in range(pages):
        lines = "".join(f"({SENTENCE[:80]} {number}) Tj T*\n" for _ in range(40))
        stream = f"BT /F1 9 Tf 12 TL 50 780 Td\n{lines}ET".encode()
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            + f"/Contents {5 + 2 * number} 0 R >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    out, places = io.BytesIO(b""), []
    out.write(b"%PDF-1.4\n")
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    (folder / "pages.pdf").write_bytes(out.getvalue())


def page(folder: Path, scale: float) -> None:
    nested = "<div>" * 3000
    (folder / "nested.html").write_text(f"<html><body>{nested}{SENTENCE}</body></html>")
    with (folder / "large.html").open("w") as file:
        file.write("<html><head><title>Mills</title></head><body>")
        for _ in range(int(100e6 * scale / len(WORDS))):
            file.write(f"<p>{WORDS}</p>")


def table(folder: Path, scale: float) -> None:
    with (folder / "rows.csv").open("w") as file:
        file.write("title,text,published\n")
        for number in range(int(100e6 * scale / 1100)):
            file.write(f'Mill {number},"{WORDS.strip()}",2004-05-03\n')


CASES: dict[str, Callable[[Path, float], None]] = {
    "text": text, "line": line, "tiny": tiny, "deep": deep, "bomb": bomb, "pdf": pdf, "page": page, "table": table,
}  # fmt: skip


def build(source: Path, out: Path) -> tuple[float, int, int, list[str]]:
    """Seconds, highest memory of the tree of processes, exit code and what was said."""
    call = [sys.executable, "-c", "from timeline.cli import main; main()", "build", str(source), "--out", str(out)]
    start = time.perf_counter()
    process = subprocess.Popen(
        [*call, "--format", "json", "--workers", "2"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    said: list[str] = []
    assert process.stdout is not None
    listener = threading.Thread(target=lambda stream=process.stdout: said.extend(stream), daemon=True)
    listener.start()
    peak = 0
    while process.poll() is None:
        peak = max(peak, memory_of_tree(process.pid))
        time.sleep(0.1)
    listener.join()
    return time.perf_counter() - start, peak, process.returncode, said


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", type=float, default=0.01)
    parser.add_argument("--only", default=",".join(CASES))
    given = parser.parse_args()
    for name in given.only.split(","):
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / "in"
            source.mkdir()
            (source / "article.txt").write_text("The bridge of Tarn was opened on 9 June 1977.")
            CASES[name](source, given.scale)
            seconds, peak, code, said = build(source, Path(folder) / "out")
            print(f"{name:<6} {seconds:>7.1f} s {peak / 1e6:>7.0f} MB at most  exit {code}")
            for told in said[:4]:
                print(f"       {told.rstrip()[:200]}")
            subprocess.run(["rm", "-rf", folder], check=False)
            Path(folder).mkdir(exist_ok=True)


if __name__ == "__main__":
    main()
