"""Arguments and options that several commands take, each with its help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

PATHS = (
    "Documents: text, Markdown, web pages, PDF, Word and other papers, mails, feeds, tables, archives of any of these; "
    'JSON Lines (.jsonl) of one document a line, as in {"text": "...", "published": "2024-03-22", "url": "..."}; '
    "folders, read with all that is in them; patterns such as 'news/*.html'; web addresses; - for standard input."
)
Paths = Annotated[list[str], typer.Argument(metavar="PATH", help=PATHS)]
Published = Annotated[
    str | None, typer.Option(metavar="DATE", help="Day on which the documents were written, such as 2024-03-22.")
]
TrustMtime = Annotated[
    bool,
    typer.Option(
        "--trust-mtime",
        help="Let the day of a file's last change date it, where nothing else does.",
    ),
]
Ocr = Annotated[
    bool, typer.Option("--ocr", help="Read pages of PDFs that are pictures, by ocrmypdf, which must be installed.")
]
MaxDocument = Annotated[
    float,
    typer.Option("--max-document-mb", min=0.001, metavar="MB", help="The largest text that a document may have."),
]
Origin = Annotated[
    Path | None,
    typer.Option("--from", metavar="timeline.json", help="The timeline that names it. Without it, the one in exports."),
]
Language = Annotated[
    str | None,
    typer.Option(
        metavar="CODE",
        help="Two-letter code of the language that the texts are in, such as en. Without it, each is judged.",
    ),
]
Fields = Annotated[
    str | None,
    typer.Option(
        "--map",
        metavar="FIELDS",
        help="What JSON, CSV and Excel files call things, such as text=body,published=date; "
        "with date=When,title=Fact a table is a chronology, each row an event. The usual names are known.",
    ),
]
DecisionsFile = Annotated[
    Path | None,
    typer.Option(
        "--decisions", metavar="FILE", help="Where people's decisions are kept. Without it, decisions.db in the folder."
    ),
]
PlotlyJs = Annotated[
    str,
    typer.Option(
        "--plotlyjs",
        metavar="inline|cdn|directory",
        help="Where the page has plotly.js from: in itself, its makers' address, or a file beside it.",
    ),
]
Dates = Annotated[
    str,
    typer.Option(
        "--dates",
        metavar="reader|day|month|iso",
        help="How the page writes dates: as the reader's language does, 7 Oct 2023, Oct 7, 2023 or 2023-10-07.",
    ),
]
PageLanguage = Annotated[
    str,
    typer.Option(
        "--page-language",
        metavar="reader|en|de|fr|es|ru",
        help="The language of the page's own words: the reader's, where the page has it, or one for all.",
    ),
]
Chromium = Annotated[
    str | None,
    typer.Option(
        metavar="PATH",
        envvar="TIMELINE_CHROMIUM",
        help="The browser that draws png, svg and pdf. Without it, one is looked for.",
    ),
]
