"""One build, measured: `python -m tests.bench.stages PROJECT` prints its stages in seconds of processor time, as data.

A process of its own, so that nothing is warm that would not be, and the memory is that of one build.
"""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from mkdocs.plugins import event_priority

FIRST, LAST = 1000, -1000


class Stages:
    """Event handlers that note when MkDocs goes from one stage to the next, summed over the languages."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._since = time.process_time()

    def end(self, stage: str) -> None:
        """What was done since the last stage was this one."""
        now = time.process_time()
        self.seconds[stage] += now - self._since
        self._since = now

    @event_priority(LAST)
    def on_files(self, files: Any, config: Any) -> Any:
        """Configuration is read, and files are collected and given their addresses."""
        self.end("collect")
        return files

    @event_priority(FIRST)
    def on_env(self, env: Any, config: Any, files: Any) -> Any:
        """Every page has its markup: navigation and Markdown are done."""
        self.end("markup")
        return env

    @event_priority(FIRST)
    def on_post_build(self, config: Any) -> None:
        """Every page is drawn and written."""
        self.end("pages")

    @event_priority(LAST)
    def on_pre_build(self, config: Any) -> None:
        """Assets and pictures are there."""
        self.end("start")


def measure(root: Path) -> dict[str, float]:
    """Build the project; the seconds of each stage, of all, and the most memory in megabytes."""
    stages = Stages()
    started = time.perf_counter()
    from portal.checks import ADVICE, CHECKS
    from portal.content.reading import read
    from portal.engine.build import build_site
    from portal.markdown import convert
    from portal.model.clock import build_day
    from portal.model.site import Site

    stages.end("imports")
    site = Site(read(root), build_day())
    stages.end("read")
    for page in site.content.pages:
        convert(page.body)
    stages.end("convert")
    for check in CHECKS:
        list(check(site))
    stages.end("check")
    for check in ADVICE:
        list(check(site))
    stages.end("advice")
    files = build_site(root, root / "site", site, bench=stages)
    stages.end("after")
    return {
        **stages.seconds,
        "processor": sum(stages.seconds.values()),
        "wall": time.perf_counter() - started,
        "memory": most_memory(),
        "files": files,
    }


def most_memory() -> float:
    """The most memory that this process has held, in megabytes; not a number where the system does not say."""
    if sys.platform == "win32":
        return float("nan")
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024**2 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))))
