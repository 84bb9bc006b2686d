# make preview, make test; each sets up all it needs on a machine with Python 3.11+ and make, and again in seconds.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

# uv where it is present: it installs the same lock in a sixth of the time. Each knows an environment that is not whole.
ifneq ($(shell command -v uv 2>/dev/null),)
MAKE_VENV = uv venv --quiet --no-project --clear --python $(PYTHON) .venv
INSTALL = uv pip install --quiet --python $(BIN)/python
WHOLE = $(BIN)/python --version
else
MAKE_VENV = $(PYTHON) -m venv --clear .venv
INSTALL = $(PIP) install
WHOLE = $(PIP) --version
endif

.PHONY: preview build check style test bench bench-search audit servers faults claims screenshots mistakes install tested \
  browser lock

preview: install
	@$(BIN)/portal preview --port $(PORT)

build check style: install
	@$(BIN)/portal $@

test: tested browser
	@echo "Testing: lint, types, then the suite (six to seven minutes on two cores)"
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/python -m pytest
	@echo "Not tested here: real servers, faults at length, Lighthouse (make audit)"

# What takes minutes: Lighthouse on the built site (needs Node.js; KINDS="cluster story-index" for other page kinds); every
# page in Chromium and Firefox, one of each kind in WebKit, and all through the Nu checker (Debian's packages); our
# Markdown, on the examples of CommonMark and on every .md file below POUR="folder ...", such as a clone of a documentation
# site; the check on such files (ALARMS="nl=folder en=folder"); real servers; faults at length; the site without MkDocs; and
# 200 sequences of edits, after each of which what was kept is compared with a build from nothing.
audit: tested browser tests/audit/node_modules servers faults
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
servers: tested
	@tests/servers/install
	@PORTAL_SERVERS=1 $(BIN)/python -m pytest tests/servers -n 0
	@$(BIN)/python -m tests.servers.switching

# Kills at every step, full disks, damaged caches, hostile input (SEED=1 for the same again).
faults: tested
	@$(BIN)/python -m tests.faults.run
	@$(BIN)/python -m tests.faults.hostile 2000 $(SEED)

tests/audit/node_modules: tests/audit/package-lock.json
	@npm ci --prefix tests/audit --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# What a build costs in each stage, and how that grows: N="100 400 1600" stories a language (docs/benchmark.md).
bench: tested
	@$(BIN)/python -m tests.bench.run $(N)

# What a visitor of the search page fetches and waits for at 10,000 pages (N for another number).
bench-search: tested browser
	@$(BIN)/python -m tests.bench.search $(N)

# 40 claims of the content, drawn by a hash, with their sources: for somebody to look up.
claims: tested
	@$(BIN)/python -m tests.audit.claims

# The pictures of docs/screenshots.md.
screenshots: tested browser
	@$(BIN)/python -m tests.screenshots

# docs/mistakes.md, after a change of the table of mistakes.
mistakes: tested
	@$(BIN)/python -m tests.mistakes.page

# What the site needs, and no more: an editor has no use for the tools of the tests.
install: .venv/installed

.venv/installed: requirements-site.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	{ echo "Python 3.11 or newer is needed: make $(MAKECMDGOALS) PYTHON=/path/to/python3.11"; exit 1; }
	@echo "Installing into .venv what the site needs (once; up to a minute)"
	@# An environment whose making was cut off has no pip, or half a package that pip takes for a whole one.
	@if [ -e .venv/unfinished ] || ! $(WHOLE) >/dev/null 2>&1; then $(MAKE_VENV); fi
	@touch .venv/unfinished
	@$(INSTALL) --require-hashes -r requirements-site.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@rm -f .venv/unfinished
	@touch $@

# What the tests need besides. While it is being installed, nothing counts as installed.
tested: .venv/tested

.venv/tested: .venv/installed requirements.txt
	@echo "Installing into .venv what the tests need (once; up to a minute)"
	@rm -f .venv/installed && touch .venv/unfinished
	@$(INSTALL) --require-hashes -r requirements.txt
	@rm -f .venv/unfinished
	@touch .venv/installed $@

# The tests need a real browser; a machine without one fails, it never passes by skipping.
browser: tested
	@$(BIN)/python tests/chromium.py

# After a change of pyproject.toml; needs uv. A lock holds for every platform and names no index; that of the site is the
# part of the other that it needs.
LOCKED = --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --quiet \
  --custom-compile-command "make lock"
lock:
	uv pip compile pyproject.toml --extra test $(LOCKED) -o requirements.txt
	uv pip compile pyproject.toml --extra install $(LOCKED) --constraints requirements.txt -o requirements-site.txt
	$(BIN)/portal bill --page > docs/made-of.md
