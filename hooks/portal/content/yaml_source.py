"""YAML as an editor writes it: plain data with the line of each field; what can hurt or surprise is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

import yaml

from portal.words.characters import ODD_SPACES, described, invisible
from portal.words.own_file import FAST_LOADER
from portal.words.problem import Place, Problem

MAX_BYTES = 64 * 1024
MAX_DEPTH = 12
MAX_TEXT = 5_000
MAX_ITEMS = 1_000


class _Loader(FAST_LOADER):  # type: ignore[misc]
    """The plain values we know: true/false, decimal numbers, dates. So `no`, `12:30` and `010` stay text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - the form PyYAML wants


for _tag, _pattern, _first in (
    ("null", r"^(?:~|null|)$", ["~", "n", ""]),
    ("bool", r"^(?:true|false)$", ["t", "f"]),
    ("int", r"^[-+]?(?:0|[1-9][0-9]*)$", list("-+0123456789")),
    ("float", r"^[-+]?(?:0|[1-9][0-9]*)\.[0-9]+$", list("-+0123456789")),
    ("timestamp", r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", list("0123456789")),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), _first)


_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\ufeff")
"""What no YAML may hold; PyYAML counts its place in bytes, or in letters."""


@dataclass(frozen=True)
class YamlSource:
    """The data of one YAML text, where its fields stand, and what is wrong with it."""

    place: Place
    data: dict[str, Any] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    """What keeps it from being read."""
    advice: tuple[Problem, ...] = ()


def read_yaml(text: str, path: PurePosixPath, first_line: int = 1) -> YamlSource:
    """Read the fields of a YAML text whose first line is line `first_line` of `path`."""

    def refused(key: str, line: int, **words: object) -> YamlSource:
        place = Place(path, {(): line})
        return YamlSource(place, problems=(place.problem(key, **words),))

    size = len(text.encode("utf-8", errors="replace"))
    if size > MAX_BYTES:
        return refused("yaml.size", first_line, size=size, limit=MAX_BYTES)
    try:
        if bad := _refused_event(text):
            key, line, words = bad
            return refused(key, line + first_line, **words)
        loader = _Loader(text)
        node = loader.get_single_node()
        lines: dict[tuple[str | int, ...], int] = {(): first_line}
        place = Place(path, lines)
        if not isinstance(node, yaml.MappingNode):
            return refused("yaml.mapping", first_line)
        problems: list[Problem] = []
        data = _construct(loader, node, (), place, first_line, problems)
        problems += [place.problem("yaml.comment", *at) for at in _cut_short(text.split("\n"), node)]
    except yaml.MarkedYAMLError as error:
        key, line, words = _broken(text, error)
        return refused(key, first_line + line, **words, number=first_line + line)
    except (yaml.reader.ReaderError, UnicodeEncodeError):
        unreadable = _UNREADABLE.search(text)
        line = text.count("\n", 0, unreadable.start()) if unreadable else 0
        return refused("yaml.character", first_line + line, what=described(unreadable[0] if unreadable else "\ufffd"))
    return YamlSource(place, data, tuple(problems), tuple(_edges(place, node)))


def _edges(place: Place, node: yaml.Node, at: tuple[str | int, ...] = ()) -> Iterator[Problem]:
    """The texts in quotes with a space before or behind them, which is left out when they are read."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _edges(place, value, (*at, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for i, item in enumerate(node.value):
            yield from _edges(place, item, (*at, i))
    elif (
        isinstance(node, yaml.ScalarNode)
        and node.style in ("'", '"')
        and node.value != (better := node.value.strip(" \t"))
        and better
    ):
        yield place.problem("yaml.edge", *at, better=better)


def _broken(text: str, error: yaml.MarkedYAMLError) -> tuple[str, int, dict[str, object]]:
    """What is wrong, in words for who has never heard of YAML, and on which line; its own words are for programmers."""
    # A quote that is never closed is noticed at the end of the file; where it opens is where to look.
    opened = error.context_mark if "quoted" in (error.context or "") else None
    mark = opened or error.problem_mark or error.context_mark
    if not mark:
        return "yaml.broken", 0, {}
    line = "".join(text.split("\n")[mark.line : mark.line + 1])
    for number in (mark.line, mark.line - 1):  # what was meant for one line may only fail on the next
        if character := _hidden("".join(text.split("\n")[number : number + 1]) if number >= 0 else ""):
            return "character.line", number, {"what": described(character)}
    if re.match(r" *\t", line):
        return "yaml.tab", mark.line, {}
    if opened and "end of stream" in (error.problem or ""):
        return "yaml.quote", mark.line, {}
    colon = None
    if "mapping values" in (error.problem or ""):
        colon = re.match(r"\s*(?:-\s+)*(\w[\w-]*):\s+\S.*:(?:\s|$)", line)
    elif "expected ',' or '}'" in (error.problem or ""):
        colon = re.search(r"[{,]\s*(\w[\w-]*):\s+[^\s\"'{\[,}][^,}]*:\s", line)
    if colon:
        quoted = "'\u2026'" if '"' in colon[0] else '"\u2026"'
        return "yaml.colon", mark.line, {"field": colon[1], "quoted": quoted}
    for number in dict.fromkeys([mark.line, mark.line - 1, getattr(error.context_mark, "line", mark.line)]):
        before = "".join(text.split("\n")[number - 1 : number]) if number > 0 else ""
        if slip := _slip("".join(text.split("\n")[max(number, 0) : number + 1]), before):
            return slip[0], number, slip[1]
    return "yaml.broken", mark.line, {}


_FIELD = re.compile(r"(?P<start>\s*(?:-\s+)?(?P<field>[\w-]+):[ \t]+)(?P<value>\S.*?)\s*$")


def _slip(line: str, before: str) -> tuple[str, dict[str, object]] | None:
    """The slip of the hand that a line shows, as a key of wording.yml and its words."""
    if found := re.fullmatch(r"\s*([\w-]+):([^\s:/].*?)\s*", line):
        return "yaml.space", {"better": f"{found[1]}: {found[2]}"}
    if found := re.fullmatch(r"\s*-([^\s-].*?)\s*", line):
        return "yaml.hyphen", {"better": f"- {found[1]}"}
    if found := re.fullmatch(r"\s*([\w-]+)\s*=\s*(.+?)\s*", line):
        return "yaml.equals", {"better": f"{found[1]}: {found[2]}"}
    if re.fullmatch(r"[^\s#:\-\[\]{}\"'][^:]*", line):
        return "yaml.no-field", {}
    if re.match(r"[ ]+[\w-]+:(?:\s|$)", line) and re.match(r"[\w-]+:[ ]+\S", before):
        return "yaml.indent", {}
    if not (found := _FIELD.fullmatch(line)):
        return None
    field, value = found["field"], found["value"]
    sign = value[0]
    if sign in "%@`" or (sign in "[{" and re.search(r"[\]}]\s*[^\s\]},#]", value)):
        return "yaml.sign", {"sign": sign, "better": f"{field}: {_in_quotes(value)}"}
    if sign == "[" and "]" not in value:
        return "yaml.bracket", {}
    if sign in "\"'" and value.count(sign) > 2 and value[-1] == sign:
        inside = value[1:-1]
        return "yaml.within", {"sign": sign, "better": f"{field}: {_in_quotes(inside)}"}
    if re.match(r"[>|][+-]?\s*\S", value):
        return "yaml.block", {"sign": re.match(r"[>|][+-]?", value)[0]}  # type: ignore[index]
    return None


def _in_quotes(text: str) -> str:
    """A text between the quotes that it does not hold itself; with both, its own are doubled."""
    if '"' not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _hidden(line: str) -> str:
    """A character where YAML wants an ordinary space or none: in front of a field, behind its colon, or unseen."""
    odd = re.match(rf"\s*(?:-\s*)?(?:[\w-]+\s*:)?(?<!\w)([{ODD_SPACES}])", line) or re.match(
        f"( *[{ODD_SPACES}])", line
    )
    return odd[1][-1] if odd else next((character for _, character in invisible(line)), "")


def _refused_event(text: str) -> tuple[str, int, dict[str, object]] | None:
    """The first event that we refuse: an anchor, alias or tag, too deep a nesting, a second document.

    Looked for in the events, before anything is composed: 236 bytes of aliases can become 28 MB of data.
    """
    depth = documents = 0
    for event in yaml.parse(text, Loader=_Loader):
        line = event.start_mark.line if event.start_mark else 0
        match event:
            case yaml.AliasEvent():
                return "yaml.alias", line, {"found": f"*{event.anchor}"}
            case yaml.DocumentStartEvent():
                documents += 1
                if documents > 1:
                    return "yaml.several", line, {}
            case yaml.NodeEvent():
                if event.anchor:
                    return "yaml.alias", line, {"found": f"&{event.anchor}"}
                if tag := getattr(event, "tag", None):
                    return "yaml.tag", line, {"found": tag}
                if isinstance(event, yaml.CollectionStartEvent):
                    depth += 1
                    if depth > MAX_DEPTH:
                        return "yaml.deep", line, {"limit": MAX_DEPTH}
            case yaml.CollectionEndEvent():
                depth -= 1
    return None


_TEXT_OR_NOTHING = ("tag:yaml.org,2002:str", "tag:yaml.org,2002:null")


def _cut_short(lines: list[str], node: yaml.Node, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The texts without quotes that a ` #` cuts short: for YAML the rest is a comment, and nobody would notice.

    A comment on a line of its own is fine, and so is one after a number, a date or a closing quote.
    """
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _cut_short(lines, value, (*at, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for i, item in enumerate(node.value):
            yield from _cut_short(lines, item, (*at, i))
    elif isinstance(node, yaml.ScalarNode) and not node.style and node.tag in _TEXT_OR_NOTHING:
        line = "".join(lines[node.end_mark.line : node.end_mark.line + 1])
        if re.match(r"\s+#", line[node.end_mark.column :]):
            yield at


def _construct(loader: _Loader, node: yaml.Node, at: tuple[str | int, ...], place: Place,
               first_line: int, problems: list[Problem]) -> Any:  # fmt: skip
    place.lines.setdefault(at, node.start_mark.line + first_line)
    limit = MAX_TEXT if isinstance(node, yaml.ScalarNode) else MAX_ITEMS
    if len(node.value) > limit:
        worded = "too-long" if isinstance(node, yaml.ScalarNode) else "limit.items"
        problems.append(place.problem(worded, *at, length=len(node.value), limit=limit))
        return None
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + first_line
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
            if not isinstance(key, str) or not key:
                found = "[...]" if key is None else "''"
                problems.append(Place(place.path, {(): line}).problem("yaml.key", found=found))
            elif key in mapping:
                first = place.lines[*at, key]
                double = Place(place.path, {(): line}).problem("yaml.double", field=key, first=first)
                problems.append(double)
            else:
                place.lines[*at, key] = line
                mapping[key] = _construct(loader, value_node, (*at, key), place, first_line, problems)
        return mapping
    if isinstance(node, yaml.SequenceNode):
        items = enumerate(node.value)
        return [_construct(loader, item, (*at, i), place, first_line, problems) for i, item in items]
    try:
        return loader.construct_object(node)
    except ValueError:  # 2026-02-30, or a number of thousands of digits
        problems.append(place.problem("yaml.value", *at, found=node.value[:20]))
        return None
