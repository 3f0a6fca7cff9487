"""Language packs, found by their code: a language is a folder here with a `PACK`; others fall back.

Third parties add languages through the entry point group `timeline.languages`.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec

from timeline.errors import UnknownLanguage
from timeline.grammar.pack import LanguagePack


@lru_cache(maxsize=64)
def pack(code: str) -> LanguagePack:
    """The pack of a language code ("en", "pt-BR").

    Raises UnknownLanguage where neither we nor dateparser's locale data know it.
    """
    bare = code.strip().lower().replace("_", "-")
    for name in dict.fromkeys((bare, bare.split("-")[0])):
        if name.isidentifier() and find_spec(f"{__name__}.{name}") is not None and name not in ("fallback",):
            own: LanguagePack = import_module(f"{__name__}.{name}").PACK
            return own
        from importlib.metadata import entry_points

        for entry in entry_points(group="timeline.languages", name=name):
            loaded = entry.load()
            if isinstance(loaded, LanguagePack):
                return loaded
    from timeline.language.fallback import fallback_pack

    found = fallback_pack(bare)
    if found is None:
        raise UnknownLanguage(f"no language {code!r}: give an ISO 639 code such as en, de, fr or es")
    return found
