# Everything one does here. `make help` prints the targets.
# VENV: where the virtual environment is.  PYTHON: what makes it (3.11 or newer).
# TORCH=no leaves torch out: all but the examples that use it works without.

VENV ?= .venv
PYTHON ?= python3
TORCH ?= yes
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
export PIP_CONSTRAINT := $(CURDIR)/constraints.txt
# One thread for BLAS and torch: faster for programs of a lesson's size, and steady in tests.
export OMP_NUM_THREADS := 1

.DEFAULT_GOAL := help
.PHONY: run test lint check fix course bench soak help clean

run: $(VENV)/.installed  ## open the app (the first time: install it into .venv)
	@$(BIN)/mlmath

test: $(VENV)/.installed-for-tests  ## run the tests (the first time: install what they need)
	$(BIN)/python -m pytest -n 2 --dist loadgroup

lint: $(VENV)/.installed-for-tests  ## ruff, mypy --strict, import law
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/ruff format --check src tests benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test  ## lint and tests

fix: $(VENV)/.installed-for-tests  ## let ruff mend what it can
	$(BIN)/ruff check --fix src tests benchmarks
	$(BIN)/ruff format src tests benchmarks

course: $(VENV)/.installed  ## check the course: links, both languages, formulas, examples, questions
	$(BIN)/mlmath check

bench: $(VENV)/.installed-for-benchmarks  ## print the benchmarks as ratios (with a Jupyter kernel)
	$(BIN)/python benchmarks/start.py
	$(BIN)/python benchmarks/expressions.py
	$(BIN)/python benchmarks/runner.py
	$(BIN)/python benchmarks/lesson.py
	$(BIN)/python benchmarks/maths.py

soak: $(VENV)/.installed-for-tests  ## run 400 mixed programs; nothing may grow (Linux)
	cd tests && $(abspath $(BIN))/python -m engine.runner.soak 400

help:  ## print this
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: fuzz
fuzz: $(VENV)/.installed-for-tests  ## draw 100,000 random figures: none may abort, hang or overflow
	cd tests && $(abspath $(BIN))/python -m render.figures.many_figures 100000

clean:  ## take the virtual environment and caches away
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

# Without torch its requirement is left out of the list, and the package itself asks for nothing.
$(VENV)/.installed: pyproject.toml constraints.txt | $(BIN)/python
ifeq ($(TORCH),no)
	$(BIN)/python -c "import tomllib; print('\n'.join(d for d in tomllib.load(open('pyproject.toml', 'rb'))['project']['dependencies'] if not d.startswith('torch')))" > $(VENV)/requirements.txt
	$(PIP) install --quiet -r $(VENV)/requirements.txt hatchling
	$(PIP) install --quiet --no-deps --editable .
else
	$(PIP) install --quiet --editable .
endif
	@touch $@

$(VENV)/.installed-for-tests: pyproject.toml constraints.txt | $(VENV)/.installed
	$(PIP) install --quiet --editable '.[test]'
	@touch $@

$(VENV)/.installed-for-benchmarks: pyproject.toml constraints.txt | $(VENV)/.installed-for-tests
	$(PIP) install --quiet --editable '.[test,bench]'
	@touch $@
