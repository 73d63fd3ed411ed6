"""Damage to a rule pack: at any place of its data, or in the letters of its file."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

Place = tuple[Any, ...]


def dump_toml(data: dict[str, Any]) -> str:
    """Write data as TOML: each table of the first floor as one inline table, keys quoted."""
    return "".join(f"{_word(key)} = {_value(value)}\n" for key, value in data.items())


def _value(value: Any) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return _word(value)
        case dict():
            return "{ " + ", ".join(f"{_word(k)} = {_value(v)}" for k, v in value.items()) + " }"
        case list():
            return "[ " + ", ".join(_value(one) for one in value) + " ]"
    return str(value)


def _word(words: str) -> str:
    plain = words.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in plain) + '"'


def places(data: Any, at: Place = ()) -> list[Place]:
    """Return the way to every entry of nested data."""
    found: list[Place] = []
    if isinstance(data, dict | list):
        for key in data if isinstance(data, dict) else range(len(data)):
            found += [(*at, key), *places(data[key], (*at, key))]
    return found


NONSENSE = st.one_of(
    st.booleans(),
    st.integers(-(10**6), 10**6),
    st.floats(),
    st.dates(min_value=date(1, 1, 1)),
    st.text(st.characters(codec="utf-8"), max_size=6),
    st.sampled_from(
        ["3/2", "0/1", "1/0", "-1/2", "1/2/3", "½", "1e3", "", "votes_cast", "majority", "none",
         "..", "a/b", "ronr", "floor", "statute", 10**30, -1, 0, "9" * 5000 + "/" + "9" * 5001]
    ),
    st.lists(st.integers(-2, 2) | st.text(max_size=2), max_size=3),
    st.dictionaries(
        st.sampled_from(["value", "source", "kind", "any_of", "fraction", "en", "unit", "x y"]),
        st.integers(-2, 2) | st.text(max_size=2) | st.booleans(),
        max_size=3,
    ),
)  # fmt: skip


@st.composite
def damages(draw: st.DrawFn, data: dict[str, Any], times: int = 3) -> dict[str, Any]:
    """Draw a copy with a few entries replaced, removed, renamed, doubled or put elsewhere."""
    hurt = _copy(data)
    for _ in range(draw(st.integers(1, times))):
        ways = places(hurt)
        if not ways:
            break
        top = [way for way in ways if way[0] == "pack"]
        *above, key = draw(st.sampled_from(ways) | st.sampled_from(top or ways))
        holder = hurt
        for step in above:
            holder = holder[step]
        kind = draw(st.sampled_from(["replace", "remove", "rename", "wrap", "swap"]))
        _hurt(draw, hurt, holder, key, kind, ways)
    return hurt


def _hurt(draw: st.DrawFn, whole: Any, holder: Any, key: Any, kind: str, ways: list[Place]) -> None:
    if kind == "remove":
        del holder[key]
    elif kind == "rename" and isinstance(holder, dict):
        holder[draw(st.sampled_from(["value", "pack", "x", "a.b", "ก", ""]))] = holder.pop(key)
    elif kind == "wrap":
        holder[key] = draw(st.sampled_from([[holder[key]], {"value": holder[key]}]))
    elif kind == "swap":
        other = whole
        for step in draw(st.sampled_from(ways)):
            other = other[step]
        holder[key] = _copy(other)
    else:
        holder[key] = draw(NONSENSE)


def _copy(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _copy(value) for key, value in data.items()}
    return [_copy(one) for one in data] if isinstance(data, list) else data


@st.composite
def scratched(draw: st.DrawFn, raw: bytes) -> bytes:
    """Draw a copy of a file with a stretch removed, replaced by bytes, or cut off."""
    start = draw(st.integers(0, len(raw)))
    end = min(len(raw), start + draw(st.sampled_from([0, 1, 2, 40, len(raw)])))
    return raw[:start] + draw(st.binary(max_size=8)) + raw[end:]
