"""HTML that is all content (a mail's body, a feed's item) as text. In: HTML. Out: paragraphs, quotes with ">".

Unlike a web page it has no menus around it: everything that is shown is kept.
"""

from __future__ import annotations

from timeline.read.markup import Block, parse_page


def text_of_html(html: str) -> str:
    """What a reader sees: a blank line between paragraphs, none between items or rows, "> " before quotes."""
    pieces: list[str] = []
    before: Block | None = None
    for block in parse_page(html).blocks:
        marks = "> " * _depth(block)
        if before is not None:
            close = any(tag in block.tags and tag in before.tags for tag in ("li", "tr"))
            pieces.append("" if close else ("> " * min(_depth(block), _depth(before))).rstrip() + "\n")
        pieces.append("\n".join(marks + line for line in block.text.split("\n")) + "\n")
        before = block
    return "".join(pieces)


def _depth(block: Block) -> int:
    return block.tags.count("blockquote")
