"""A message with its values, to be said later by `i18n`: the engine makes no sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_NOTHING: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Reason:
    """A message of `i18n` by key, with its values."""

    key: str
    values: Mapping[str, object] = field(default_factory=lambda: _NOTHING)
