"""Releases switched while visitors ask: every page whole, with its own stylesheet, and nothing fails.

`python -m tests.servers.switching [REQUESTS] [SWITCHES]`: nginx with our configuration, only on the loopback.
"""

from __future__ import annotations

import http.client
import multiprocessing
import re
import ssl
import sys
import tempfile
import time
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path

from portal.publish.hosting import Hosting
from portal.publish.releases import Store
from tests.publish.site import files, publish, stylesheet
from tests.servers.hosts import running

VISITORS = 2


def visit(port: int, requests: int, done: Synchronized[int], failed: Synchronized[int]) -> None:
    """Ask for a page and for the stylesheet that it names, again and again, over one connection."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    link = http.client.HTTPSConnection("localhost", port, timeout=10, context=context)

    def ask(path: str) -> str:
        link.request("GET", path)
        answer = link.getresponse()
        text = answer.read().decode()
        done.value += 1
        if answer.status != 200:
            raise LookupError(path)
        return text

    for _ in range(requests // 2):
        try:
            page = ask("/")
            number = int(re.findall(r"<title>(\d+)<", page)[0])
            css = ask(f"/{stylesheet(number)}")
            if page != files(number)["index.html"] or css != files(number)[stylesheet(number)]:
                failed.value += 1
        except (OSError, LookupError, http.client.HTTPException):
            failed.value += 1
            link.close()


def switching(requests: int, switches: int) -> tuple[int, int]:
    """How many requests were made while so many releases were switched, and how many failed or mixed two releases."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        work.chmod(0o755)
        store = Store(work / "www", durable=False)
        publish(store, 0)
        host = Hosting("https://localhost/", store.link, (("/", "/404.html"),), ())
        with running("nginx", host, work / "run") as started:
            counts = [(multiprocessing.Value("i", 0), multiprocessing.Value("i", 0)) for _ in range(VISITORS)]
            arguments = [(started.ports[1], requests // VISITORS, *pair) for pair in counts]
            visitors = [multiprocessing.Process(target=visit, args=each) for each in arguments]
            for visitor in visitors:
                visitor.start()
            for number in range(1, switches + 1):
                wanted = requests * number // (switches + 1)
                while sum(done.value for done, _ in counts) < wanted and any(
                    map(multiprocessing.Process.is_alive, visitors)
                ):
                    time.sleep(0.005)
                publish(store, number)
            for visitor in visitors:
                visitor.join()
        return sum(done.value for done, _ in counts), sum(failed.value for _, failed in counts)


def main(requests: str = "100000", switches: str = "20") -> int:
    """0 when nothing failed."""
    made, failed = switching(int(requests), int(switches))
    print(f"{made} requests while {switches} releases were switched: {failed} failed or mixed two releases")
    return 1 if failed or made < int(requests) * 0.99 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
