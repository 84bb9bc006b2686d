"""What the `portal` command says, in the language of the editor's machine: Dutch or English (wording.yml)."""

from __future__ import annotations

import functools
import locale
import os
from pathlib import Path

import yaml


@functools.cache
def wording() -> dict[str, dict[str, str]]:
    """Every message as {key: {locale: text}}."""
    text = Path(__file__).with_name("wording.yml").read_text(encoding="utf-8")
    messages: dict[str, dict[str, str]] = yaml.safe_load(text)
    return messages


def editor_locale() -> str:
    """`nl` on a Dutch machine, else `en`. PORTAL_LANG says otherwise; Windows sets none of the LC variables."""
    for name in ("PORTAL_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "nl" if value.lower().startswith("nl") else "en"
    return "nl" if (locale.getlocale()[0] or "").lower().startswith(("nl", "dutch")) else "en"


def say(key: str, **words: object) -> str:
    """The message in the editor's language, its placeholders filled in."""
    return wording()[key][editor_locale()].format(**words).strip()
