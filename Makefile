# `make` alone prints what can be done. Everything happens in .venv, which `make env` builds from constraints.txt.

SHELL   := /bin/sh
VENV    := .venv
PYTHON  := $(VENV)/bin/python
READY   := $(VENV)/.ready
KERNEL  := src/roster_app/engine/kernel/kernel.so
SETUP   := $(READY) $(KERNEL)
PYTHON3 ?= $(shell for name in python3 python3.13 python3.12 python3.11 python3.14; do \
	$$name -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
ARGS    ?=

.PHONY: help env run test check bench shots guide i18n migration package clean
.DEFAULT_GOAL := help

help:  ## print this list
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

env: $(SETUP)  ## build .venv with everything the project needs

$(READY): pyproject.toml constraints.txt
	@test -n "$(PYTHON3)" || { echo "Python 3.11 or newer with its venv module is needed (Debian: apt install python3-venv)"; exit 1; }
	@echo "Building $(VENV) with $$($(PYTHON3) --version); the first time this takes a few minutes"
	@$(PYTHON3) -m venv $(VENV)
	@PIP_CONSTRAINT=constraints.txt $(PYTHON) -m pip install --quiet --disable-pip-version-check --editable '.[dev,bench]'
	@touch $@

$(KERNEL): $(wildcard src/roster_app/engine/kernel/*.[ch]) tools/kernel.py | $(READY)
	@$(PYTHON) tools/kernel.py >/dev/null

run: $(SETUP)  ## roster the sample team for a month into out/demo and, with a display, open the window
	@$(PYTHON) -m roster_app demo --dir out/demo $(ARGS)

test: $(SETUP)  ## run all tests (one file: make test ARGS=tests/test_i18n.py)
	@$(PYTHON) -m pytest --numprocesses auto --dist worksteal $(ARGS)

check: $(SETUP)  ## lint, format, types, import contracts, Chinese catalogue
	@$(VENV)/bin/ruff check
	@$(VENV)/bin/ruff format --check
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports --no-logo
	@$(PYTHON) tools/catalogue.py check

bench: $(SETUP)  ## measure what a coordinator waits for: start, roster, sheets, storage
	@for part in benchmarks/*/__main__.py; do part=$$(basename $$(dirname $$part)); \
		echo; echo "== $$part"; $(PYTHON) -m benchmarks.$$part $(ARGS) || exit 1; done

shots: $(SETUP)  ## write pictures of the window into shots/
	@$(PYTHON) tests/shots.py shots $(ARGS)

guide: $(SETUP)  ## take the pictures of the user guide anew, into resources/guide
	@$(PYTHON) tests/guide_pictures.py $(ARGS)

i18n: $(SETUP)  ## bring the Chinese catalogue up to the code; PARTS="a.po b.po" adds their translations
	@$(PYTHON) tools/catalogue.py update $(PARTS)

migration: $(SETUP)  ## write the next database migration: make migration SAYS="volunteers have a birthday"
	@$(PYTHON) tools/migration.py "$(SAYS)"

package: $(SETUP)  ## bundle the application for this system into dist/
	@$(PYTHON) packaging/build.py $(ARGS)

clean:  ## remove what the targets above have made, except .venv
	@rm -rf build dist out shots .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
