# What a first-time user and a developer run; `make` alone lists it. It needs git, make and a Python of 3.11 or later.
# Where packages come from is pip's own configuration and environment; what they are is in constraints*.txt, by hash.

VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
# Why the PATH: the build backend looks there for its own program.
PIP := PATH="$$PWD/$(BIN):$$PATH" $(PY) -m pip --disable-pip-version-check --quiet --quiet
LOCK := $(PY) -m uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --quiet --group build
SHARED := ../shared

.DEFAULT_GOAL := help
.PHONY: help timeline test check fix bench corpus screenshots assets docs lock clean

help: ## List what can be made
	@awk 'BEGIN { FS = ":.*## " } /^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

timeline: $(VENV)/.run ## Build the timeline of seeds/ into exports/ (sets everything up on the first run)
	@$(BIN)/timeline build seeds --out exports --title "Moscow, Hamas and the hostages"
	@echo "Open exports/timeline.html in a browser."

test: check ## Run everything that must hold: style, types, imports, all tests (sees to a Chromium)
	@chromium=$$(.ci/chromium $(PY)) && TIMELINE_CHROMIUM="$$chromium" $(PY) -m pytest $(ARGS)

check: $(VENV)/.dev ## Check style, types and import contracts
	@failed=0; \
	$(PY) -m ruff check --quiet --output-format concise . || failed=1; \
	$(PY) -m ruff format --check --quiet . || { failed=1; echo "ruff format would change files: run make fix"; }; \
	$(PY) -m mypy --strict || failed=1; \
	$(BIN)/lint-imports --no-logo || failed=1; \
	exit $$failed

fix: $(VENV)/.dev ## Format, and correct what ruff can
	@$(PY) -m ruff check --fix --quiet . || true
	@$(PY) -m ruff format .

bench: $(VENV)/.dev ## Measure the speed (tests/benchmarks)
	@if ls tests/benchmarks/*.py >/dev/null 2>&1; \
	then for script in tests/benchmarks/*.py; do $(PY) "$$script" || exit 1; done; \
	else echo "tests/benchmarks holds nothing to run."; fi

corpus: $(VENV)/.dev ## Score the tagger on the gold corpora and suites beside the project (../shared)
	@test -d $(SHARED)/corpora || { echo "$(SHARED)/corpora is not beside this project: nothing to score against."; exit 1; }
	@mkdir -p build/corpora
	@for gold in $(SHARED)/corpora/*.jsonl; do \
		tagged="build/corpora/$$(basename "$$gold")"; echo "== $$(basename "$$gold" .jsonl)"; \
		$(BIN)/timeline tag "$$gold" --out "$$tagged" && $(PY) $(SHARED)/corpora/score.py "$$gold" "$$tagged" || exit 1; \
	done
	@for script in tests/corpora/*.py; do $(PY) "$$script" || exit 1; done

screenshots: $(VENV)/.dev ## Photograph the pages of seeds/ (build/screenshots, and the README's pictures in docs/)
	@$(BIN)/timeline build seeds --out build/page --title "Moscow, Hamas and the hostages"
	@chromium=$$(.ci/chromium $(PY)) && TIMELINE_CHROMIUM="$$chromium" $(PY) tests/browser/screenshots.py build/page/timeline.html \
		build/screenshots docs/timeline.png
	@TIMELINE_CHROMIUM="$$(.ci/chromium $(PY))" PYTHONPATH=. $(PY) tests/browser/review/screenshots.py build/page build/screenshots docs/review.png

assets: $(VENV)/.run ## Fetch the small plotly.js with npm, so that pages are a third of the size (never committed)
	@.ci/assets "$$($(PY) -c 'from plotly.offline import get_plotlyjs_version as version; print(version())')"

docs: $(VENV)/.dev ## Fill in what follows from the program, and build the pages of docs/ as a site (build/site)
	@$(PY) .ci/tables.py
	@$(BIN)/zensical build --strict
	@echo "Open build/site/index.html in a browser."

lock: $(VENV)/.dev ## Choose the newest versions that fit, and write them down by hash
	@$(LOCK) --upgrade --output-file constraints.txt
	@$(LOCK) --upgrade --group dev --constraints constraints.txt --output-file constraints-dev.txt

clean: ## Remove all that was made here: the environment, caches, exports; never what people decided
	@rm -rf $(VENV) build dist timeline/export/assets *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find timeline tests -name __pycache__ -type d -prune -exec rm -rf {} +
	@find exports -mindepth 1 ! -name .gitkeep ! -name 'decisions.db*' -exec rm -rf {} +

# An environment that works is kept, whoever made it.
$(VENV)/.made:
	@$(PY) -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		python=$$(.ci/python) && echo "Making an environment in $(VENV) with $$python" && "$$python" -m venv --clear $(VENV); }
	@touch $@

$(VENV)/.run: $(VENV)/.made constraints.txt pyproject.toml
	@echo "Installing what timeline needs (once; about a minute)"
	@$(PIP) install --require-hashes --requirement constraints.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run constraints-dev.txt
	@echo "Installing the developer's tools (once; about a minute)"
	@$(PIP) install --require-hashes --requirement constraints-dev.txt
	@touch $@
