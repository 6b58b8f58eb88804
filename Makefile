# A machine with python3 and pip is enough: uv is installed into a small environment of its own.
PYTHON ?= python3
UV := .venv-uv/bin/uv
BIN := .venv/bin

.PHONY: help run test lint evals bench definitions

help:  ## what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

run: .venv/installed  ## install what is needed and open the app
	$(BIN)/python app.py

test: .venv/installed lint  ## lint, types, import rules, all tests
	$(BIN)/python -m pytest

lint: .venv/installed  ## lint, types, import rules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

evals: .venv/installed  ## measure the grounding gate and the checker; DATES=n for more dates
	$(BIN)/python -m tests.evals.run_gate $(or $(DATES),20)
	$(BIN)/python -m tests.evals.run_checker $(or $(DATES),10)

bench: .venv/installed  ## measure start and answer times, what facts cost, and tokens
	$(BIN)/python -m benchmarks.answer
	$(BIN)/python -m benchmarks.facts
	$(BIN)/python -m benchmarks.tokens
	$(BIN)/python -m benchmarks.streaming

definitions: .venv/installed  ## write docs/definitions.md from the code
	$(BIN)/python -m tools.definitions_page > docs/definitions.md.new
	mv docs/definitions.md.new docs/definitions.md

.venv/installed: requirements.lock pyproject.toml $(UV)
	$(UV) venv --quiet --allow-existing --python $(PYTHON) .venv
	$(UV) pip sync --quiet --require-hashes --python $(BIN)/python requirements.lock
	$(UV) pip install --quiet --no-deps --python $(BIN)/python --editable .
	touch $@

$(UV):
	$(PYTHON) -m venv .venv-uv
	.venv-uv/bin/python -m pip install --quiet uv
