"""JSON Feed 1.1 as its specification (jsonfeed.org/version/1.1) has it: what must be there, and of what type."""

from __future__ import annotations

from typing import Any

import jsonschema

_URL = {"type": "string", "pattern": "^https?://"}
_AUTHORS = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"name": {"type": "string"}, "url": _URL, "avatar": _URL},
        "anyOf": [{"required": ["name"]}, {"required": ["url"]}, {"required": ["avatar"]}],
    },
}
_MOMENT = {"type": "string", "format": "date-time", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"}
_LANGUAGE = {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"}
_ITEM = {
    "type": "object",
    "required": ["id"],
    "anyOf": [{"required": ["content_html"]}, {"required": ["content_text"]}],
    "properties": {
        "id": {"type": "string", "minLength": 1},
        "url": _URL,
        "external_url": _URL,
        "title": {"type": "string"},
        "content_html": {"type": "string", "minLength": 1},
        "content_text": {"type": "string", "minLength": 1},
        "summary": {"type": "string", "pattern": "^[^<>]*$"},
        "image": _URL,
        "banner_image": _URL,
        "date_published": _MOMENT,
        "date_modified": _MOMENT,
        "authors": _AUTHORS,
        "tags": {"type": "array", "items": {"type": "string"}},
        "language": _LANGUAGE,
        "attachments": {"type": "array"},
    },
    "additionalProperties": False,
}
SCHEMA = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "home_page_url": _URL,
        "feed_url": _URL,
        "description": {"type": "string"},
        "user_comment": {"type": "string"},
        "next_url": _URL,
        "icon": _URL,
        "favicon": _URL,
        "authors": _AUTHORS,
        "language": _LANGUAGE,
        "expired": {"type": "boolean"},
        "hubs": {"type": "array"},
        "items": {"type": "array", "items": _ITEM},
    },
    "additionalProperties": False,
}


def problems(feed: Any) -> list[str]:
    """What is not as the specification has it, a line each; an id that two items share included."""
    found = [
        f"{list(error.path)}: {error.message[:200]}"
        for error in jsonschema.Draft202012Validator(SCHEMA).iter_errors(feed)
    ]
    ids = [item.get("id") for item in feed.get("items", [])]
    return found + [f"{one} twice" for one in sorted({one for one in ids if ids.count(one) > 1})]
