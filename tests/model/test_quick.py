"""Data made quickly are what they would be otherwise: equal, hashed, shown, refused and frozen alike."""

from __future__ import annotations

import copy
import inspect
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from typing import Any

import pytest

from timeline.model.event import Event, Evidence
from timeline.model.expression import CalendarDate
from timeline.model.quick import quickly_made
from timeline.model.text import Mention, Resolution
from timeline.model.value import TimeValue

NOTHING: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Slow:
    """A class as `dataclasses` makes it."""

    name: str
    number: int
    usual: tuple[str, ...] = NOTHING
    last: float | None = None


@quickly_made
@dataclass(frozen=True, slots=True)
class Quick:
    """The same, made quickly."""

    name: str
    number: int
    usual: tuple[str, ...] = NOTHING
    last: float | None = None


@pytest.mark.parametrize(
    ("given", "named"),
    [
        (("a", 1), {}),
        (("a", 1, ("x",)), {"last": 0.5}),
        ((), {"number": 2, "name": "b"}),
        (("a", 1, ("x",), 2.0), {}),
    ],
)
def test_it_takes_the_same_and_makes_the_same(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    slow, quick = Slow(*given, **named), Quick(*given, **named)
    assert type(quick) is Quick
    assert [getattr(quick, one.name) for one in fields(Quick)] == [getattr(slow, one.name) for one in fields(Slow)]
    assert hash(quick) == hash(slow)
    assert repr(quick) == repr(slow).replace("Slow", "Quick")
    assert quick == Quick(*given, **named) == replace(quick) == copy.deepcopy(quick)
    assert pickle.loads(pickle.dumps(quick)) == quick
    assert quick.usual is NOTHING or quick.usual == slow.usual


@pytest.mark.parametrize(
    ("given", "named"), [(("a",), {}), (("a", 1, (), 0.5, "more"), {}), (("a", 1), {"name": "b"}), (("a", 1), {"x": 2})]
)
def test_it_refuses_the_same(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    for kind in (Slow, Quick):
        with pytest.raises(TypeError, match=r"__init__\(\)"):
            kind(*given, **named)


@pytest.mark.parametrize("kind", [Quick, Evidence, Event, Mention, Resolution, TimeValue, CalendarDate])
def test_what_it_made_is_frozen(kind: type[Any]) -> None:
    made = kind(*range(sum(one.default is inspect.Parameter.empty for one in parameters(kind))))
    first = fields(kind)[0].name
    with pytest.raises(FrozenInstanceError):
        setattr(made, first, 1)
    with pytest.raises(FrozenInstanceError):
        delattr(made, first)
    assert type(made) is kind
    assert getattr(made, first) == 0


def parameters(kind: type[Any]) -> list[inspect.Parameter]:
    return list(inspect.signature(kind).parameters.values())


def test_its_signature_is_told() -> None:
    assert [str(one) for one in parameters(Quick)] == [str(one) for one in parameters(Slow)]


def test_a_class_that_it_cannot_fill_is_refused() -> None:
    @dataclass(frozen=True, slots=True)
    class WithFactory:
        names: list[str] = field(default_factory=list)

    @dataclass(frozen=True, slots=True)
    class Child(Slow):
        more: int = 0

    for kind, why in ((WithFactory, "fields that are made"), (Child, "has parents")):
        with pytest.raises(AssertionError, match=why):
            quickly_made(kind)
