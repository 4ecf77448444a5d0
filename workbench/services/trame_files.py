"""A guide as a TOML file, read and written."""

import json
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from msgspec import to_builtins

from workbench.domain.trame import Step, Trame, TrameField, flaw
from workbench.errors import UnreadableFileError
from workbench.resources import read_toml

HEADING = "# Trame adaptée dans Établi ; la forme est expliquée en tête de ressources/trames/cep-reconnaissance.toml.\n"
_TABLES = {"steps": Step, "fields": TrameField}
_MAY_BE_LEFT_OUT = ("help", "model", "organisation")


def read_trame(path: Path) -> Trame:
    """Return the guide that a file holds; its identifier is the file's name.

    Raises:
        UnreadableFileError: it cannot be read or followed; the sentence says what to mend.
    """
    unknown = _unknown_key(read_toml(path, dict), Trame)
    if unknown:
        raise UnreadableFileError(f"« {path.name} » nomme « {unknown} », qu’Établi ne connaît pas : corrigez ce mot.")
    trame = replace(read_toml(path, Trame), id=path.stem)
    words = flaw(trame)
    if words:
        raise UnreadableFileError(f"« {path.name} » ne peut pas servir de trame : {words}.")
    return trame


def trame_toml(trame: Trame) -> str:
    """Return a guide as TOML; what is empty is left out."""
    return HEADING + _table(to_builtins(trame), "")


def _unknown_key(table: Mapping[str, Any], kind: type) -> str:
    """Return a key that the type does not have, at any depth, or nothing: a misspelt one would be lost in silence."""
    known = {field.name for field in fields(kind)}
    for key, value in table.items():
        if key not in known:
            return key
        inner = value if key in _TABLES and isinstance(value, list) else ()
        found = next((n for t in inner if isinstance(t, dict) and (n := _unknown_key(t, _TABLES[key]))), "")
        if found:
            return found
    return ""


def _table(values: Mapping[str, Any], name: str) -> str:
    plain = [
        f"{key} = {_value(value)}\n" for key, value in values.items() if key not in _TABLES and _is_said(key, value)
    ]
    nested = []
    for key in (k for k in values if k in _TABLES):
        path = f"{name}.{key}" if name else key
        nested += [f"\n[[{path}]]\n{_table(inner, path)}" for inner in values[key]]
    return "".join([*plain, *nested])


def _is_said(key: str, value: object) -> bool:
    return value != () and value is not False and not (key in _MAY_BE_LEFT_OUT and value == "")


def _value(value: str | int | bool | tuple[str, ...]) -> str:  # noqa: FBT001  (a value, not a flag)
    if isinstance(value, tuple):
        return "[\n" + "".join(f"  {_value(item)},\n" for item in value) + "]"
    # A JSON string is a TOML string, but for the one control character that JSON lets through.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
