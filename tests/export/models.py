"""Any published model, for property tests: strategies that follow from the schema, so that a new field is tried too."""

from __future__ import annotations

from collections.abc import Sequence
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st

from timeline.export import schema

# Why no surrogates: half a pair is no UTF-8.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["=1+1", "'=x", "''", "'", "-5", "a; b", "[1]", "a\r\nb", '"', " x ", "\t", "@me", "+", "['", "true", "null", "ß—€"]
)
DATES = st.sampled_from(["2023-12-24", "2004-05", "-0043-03-15", "XXXX-12-24", "2022-02/..", "Y12024", "1850~"])


def any_of(kind: type[schema.Published]) -> st.SearchStrategy[Any]:
    fields = {name: _value(name, field.annotation) for name, field in kind.model_fields.items()}
    return st.fixed_dictionaries(fields).map(kind.model_validate)


def _value(name: str, annotation: Any) -> st.SearchStrategy[Any]:
    if get_origin(annotation) in (Union, UnionType):
        return st.one_of(*(_value(name, inner) for inner in get_args(annotation)))
    if annotation is NoneType:
        return st.none()
    if get_origin(annotation) is Literal:
        return st.sampled_from(get_args(annotation))
    if get_origin(annotation) is Sequence:
        return _value(name, tuple[get_args(annotation)[0], ...])
    if get_origin(annotation) is tuple:
        inner = get_args(annotation)
        if inner[-1] is Ellipsis:
            least = 1 if name == "evidence" and annotation == tuple[schema.Evidence, ...] else 0
            return st.lists(_value(name, inner[0]), min_size=least, max_size=2).map(tuple)
        return st.tuples(*(_value(name, one) for one in inner))
    if isinstance(annotation, type) and issubclass(annotation, schema.Published):
        return any_of(annotation)
    return {
        bool: st.booleans(), int: st.integers(), float: st.floats(0, 1), str: DATES if name == "edtf" else TEXTS,
    }[annotation]  # fmt: skip
