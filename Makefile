# make preview, make test; each sets up all it needs on a machine with Python 3.11+ and make, and again in seconds.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: preview build check style test bench bench-search audit servers faults claims screenshots mistakes install browser lock

preview: install
	@$(BIN)/portal preview --port $(PORT)

build check style: install
	@$(BIN)/portal $@

test: install browser
	@echo "Testing: lint, types, then the suite (two to four minutes)"
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/python -m pytest
	@echo "Not tested here: real servers, faults at length, Lighthouse (make audit)"

# What takes minutes: Lighthouse on the built site (needs Node.js; KINDS="cluster story-index" for other page kinds); every
# page in Chromium and Firefox, one of each kind in WebKit, and all through the Nu checker (Debian's packages); our
# Markdown, on the examples of CommonMark and on every .md file below POUR="folder ...", such as a clone of a documentation
# site; the check on such files (ALARMS="nl=folder en=folder"); real servers; faults at length; the site without MkDocs; and 200 sequences of edits, after each of which what was
# kept is compared with a build from nothing.
audit: install browser tests/audit/node_modules servers faults
	@$(BIN)/python -m tests.audit.commonmark
	@test -z "$(POUR)" || $(BIN)/python -m tests.audit.pour $(POUR)
	@test -z "$(ALARMS)" || $(BIN)/python -m tests.audit.alarms $(ALARMS)
	@$(BIN)/python -m tests.audit.way_out
	@$(BIN)/python -m tests.audit.search
	@PORTAL_EVERYTHING=1 $(BIN)/python -m pytest tests/browser/test_every_kind.py -k axe
	@tests/audit/install
	@$(BIN)/python -m tests.audit.nu
	@$(BIN)/python -m tests.audit.browsers
	@PORTAL_SEQUENCES=200 $(BIN)/python -m pytest tests/build/test_kept_pages.py -n 0
	@$(BIN)/python -m tests.audit.run $(KINDS)

# nginx, Apache, Caddy, rsync over ssh: installs what is missing on Debian, as root; fails where it is not to be had.
servers: install
	@tests/servers/install
	@PORTAL_SERVERS=1 $(BIN)/python -m pytest tests/servers -n 0
	@$(BIN)/python -m tests.servers.switching

# Kills at every step, full disks, damaged caches, hostile input (SEED=1 for the same again).
faults: install
	@$(BIN)/python -m tests.faults.run
	@$(BIN)/python -m tests.faults.hostile 2000 $(SEED)

tests/audit/node_modules: tests/audit/package-lock.json
	@npm ci --prefix tests/audit --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# What a build costs in each stage, and how that grows: N="100 400 1600" stories a language (docs/benchmark.md).
bench: install
	@$(BIN)/python -m tests.bench.run $(N)

# What a visitor of the search page fetches and waits for at 10,000 pages (N for another number).
bench-search: install browser
	@$(BIN)/python -m tests.bench.search $(N)

# 40 claims of the content, drawn by a hash, with their sources: for somebody to look up.
claims: install
	@$(BIN)/python -m tests.audit.claims

# The pictures of docs/screenshots.md.
screenshots: install browser
	@$(BIN)/python -m tests.screenshots

# docs/mistakes.md, after a change of the table of mistakes.
mistakes: install
	@$(BIN)/python -m tests.mistakes.page

install: .venv/installed

.venv/installed: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	{ echo "Python 3.11 or newer is needed: make $(MAKECMDGOALS) PYTHON=/path/to/python3.11"; exit 1; }
	@echo "Installing into .venv (once; a minute or so)"
	@# An environment whose making was cut off has no pip, or half a package that pip takes for a whole one.
	@if [ -e .venv/unfinished ] || ! $(PIP) --version >/dev/null 2>&1; then $(PYTHON) -m venv --clear .venv; fi
	@touch .venv/unfinished
	@$(PIP) install --require-hashes -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@rm -f .venv/unfinished
	@touch $@

# The tests need a real browser; a machine without one fails, it never passes by skipping.
browser: install
	@$(BIN)/python tests/chromium.py

# After a change of pyproject.toml; needs uv. The lock holds for every platform and names no index.
lock:
	uv pip compile pyproject.toml --extra test --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-annotate --quiet --custom-compile-command "make lock" -o requirements.txt
	$(BIN)/portal bill --page > docs/made-of.md
