# Bronbrief: `make` sets up and builds every brief in briefs/; `make help` lists the rest.
# All paths are relative, so that a clone may lie anywhere.

.DEFAULT_GOAL := briefs
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory
PYTHON ?= python3
BIN := .venv/bin
PYTEST_ARGS ?=

READY := .venv/.ready
READY_DEV := .venv/.ready-dev
LOCKED := pyproject.toml constraints.txt

# A virtual environment survives neither a move of the clone nor the removal of its Python.
STALE := $(shell [ ! -f $(READY) ] || { [ -x $(BIN)/python ] && [ "$$(cat .venv/.at 2>/dev/null)" = "$$(pwd -P)" ]; } || echo yes)
ifeq ($(STALE),yes)
.PHONY: $(READY) $(READY_DEV)
endif

.PHONY: briefs setup test fuzz check format docs bench bench-quotations validators lock audit wheel clean help

briefs: $(READY) ## set up where needed, and build every brief into build/
	@$(BIN)/bronbrief build

setup: $(READY) ## make .venv and install Bronbrief in it

test: $(READY_DEV) ## set up where needed, and run the tests
	@$(BIN)/python -m pytest -n auto --dist worksteal $(PYTEST_ARGS)

fuzz: $(READY_DEV) ## look for what breaks the property tests, with new seeds, for ten minutes (FUZZ_SECONDS)
	@scripts/fuzz
	@$(BIN)/python scripts/fuzz-patterns
	@$(BIN)/python scripts/fuzz-parsers
	@$(BIN)/python scripts/fuzz-kills

check: $(READY_DEV) ## lint, formatting, types and the direction of imports
	@scripts/check

format: $(READY_DEV) ## put the code in the agreed format
	@$(BIN)/ruff check --quiet --fix . ; $(BIN)/ruff format .

docs: $(READY_DEV) ## write what is made from the code and its words: pages in docs/, compiled translations
	@$(BIN)/pybabel --quiet compile --directory src/bronbrief/locale
	@$(BIN)/python -m bronbrief.reporting.manual docs
	@$(BIN)/python -m bronbrief.reporting.json_reference docs
	@$(BIN)/python -m bronbrief.authoring.record_reference docs
	@$(BIN)/bronbrief schema --reference --output docs/spec-reference.md

bench: $(READY_DEV) ## measure speed and memory; see bench/
	@$(BIN)/python -m bench

bench-quotations: $(READY_DEV) ## check 60 000 altered quotations and harmless variants, beside other checkers
	@$(BIN)/python -m bench.quotations

validators: ## install veraPDF, Nu, axe-core and Chromium for the tests
	@scripts/install-validators

lock: ## refresh constraints.txt on purpose: the newest versions allowed
	@scripts/lock $(PYTHON)

audit: ## ask whether a pinned version has a known advisory, where a database can be reached
	@scripts/audit $(PYTHON)

wheel: $(READY_DEV) ## build the wheel and try it in an empty environment
	@scripts/test-wheel

clean: ## remove what was built and installed here
	@rm -rf .venv .tools dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find build -mindepth 1 ! -name .gitkeep -delete
	@echo "Removed .venv, .tools and the contents of build/"

help: ## list what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' Makefile

$(READY): $(LOCKED)
	@scripts/setup run "$(PYTHON)"

$(READY_DEV): $(LOCKED)
	@scripts/setup dev "$(PYTHON)"
