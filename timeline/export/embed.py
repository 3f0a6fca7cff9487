"""The page for a frame in another page, and the lines of HTML that put it there.

In: a published timeline. Out: the page without its header, and a `.snippet.html` to paste. It tells the page around it
which event a reader chose, and takes one to choose: `{"type": "timeline:event", "id": ...}`.
"""

from __future__ import annotations

from dataclasses import replace
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import quote

from timeline.export import schema
from timeline.export.format import DEFAULTS, ExportOptions
from timeline.export.page import write_page

HEIGHT = 640
SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals"
"""What the frame may, no more than it needs. Without "allow-same-origin" it sees nothing of the page around it."""

SNIPPET = Template("""\
<iframe id="timeline" src="$src" title="$title" width="100%" height="$height"
  style="border:0" loading="lazy" sandbox="$sandbox"></iframe>
<script>
  // Which event a reader chose: its id as in timeline.json, or null. To choose one from here:
  // document.getElementById("timeline").contentWindow.postMessage({ type: "timeline:event", id: "..." }, "*")
  addEventListener("message", (message) => {
    if (message.source !== document.getElementById("timeline").contentWindow) return;
    if (message.data && message.data.type === "timeline:event") console.log(message.data.id);
  });
</script>
""")


def write_embed(published: schema.Timeline, path: Path, options: ExportOptions = DEFAULTS) -> tuple[Path, Path]:
    """The format `embed`: the page, and the snippet beside it."""
    page = write_page(published, path, replace(options.page, embed=True))
    beside = path.with_name(f"{path.name.removesuffix('.html')}.snippet.html")
    beside.write_text(snippet(published, path.name), encoding="utf-8", newline="\n")
    return page, beside


def snippet(published: schema.Timeline, name: str) -> str:
    """The HTML to paste into a page that has the file `name` beside it."""
    title = f"Timeline: {published.title}" if published.title else "Timeline"
    return SNIPPET.substitute(src=quote(name), title=escape(title), height=HEIGHT, sandbox=SANDBOX)
