"""Reads the JSON of requests."""

from __future__ import annotations

from typing import Any

from flask.json.provider import DefaultJSONProvider


class JsonReader(DefaultJSONProvider):
    """Flask's own, but for one thing: what is nested too deeply is malformed, too (ValueError)."""

    def loads(self, s: str | bytes, **kwargs: Any) -> Any:
        """What the text says."""
        try:
            return super().loads(s, **kwargs)
        except RecursionError:
            raise ValueError("this JSON is nested too deeply") from None
