# A machine with python3 and pip is enough: uv is installed into a small environment of its own.
PYTHON ?= python3
UV := .venv-uv/bin/uv
BIN := .venv/bin

# Compiled once, not at each of the hundred starts that the tests make.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run test lint evals durability bench definitions intents

help:  ## what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

run: .venv/installed  ## install what is needed and open the app
	$(BIN)/python app.py

test: .venv/installed lint  ## lint, types, import rules, all tests
	$(BIN)/python -m pytest -n 2 --dist loadfile

lint: .venv/installed  ## lint, types, import rules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

evals: .venv/installed  ## measure gate, checker, search, commentary and models; DATES=n for more dates, MODEL=name for an endpoint's
	$(BIN)/python -m tests.evals.run_gate $(or $(DATES),20)
	$(BIN)/python -m tests.evals.run_checker $(or $(DATES),10)
	$(BIN)/python -m tests.evals.run_inks
	$(BIN)/python -m tests.evals.run_search
	$(BIN)/python -m tests.evals.run_brief $(or $(DATES),20)
	$(BIN)/python -m tests.evals.run_models $(MODEL)

durability: .venv/installed  ## kill the library's and the index's writers a hundred times; 20 minutes
	ulimit -f 4000000; $(BIN)/python -m tests.evals.run_durability 100

bench: .venv/installed  ## measure start and answer times, what facts cost, and tokens
	$(BIN)/python -m benchmarks.answer
	$(BIN)/python -m benchmarks.facts
	$(BIN)/python -m benchmarks.measures
	$(BIN)/python -m benchmarks.tokens
	$(BIN)/python -m benchmarks.streaming
	PYTHONHASHSEED=0 $(BIN)/python -m benchmarks.library 1000 10000

definitions: .venv/installed  ## write docs/definitions.md from the code
	$(BIN)/python -m tools.definitions.page > docs/definitions.md.new
	mv docs/definitions.md.new docs/definitions.md

intents: .venv/installed  ## train the classifier of intents from its bank
	$(BIN)/python -m assistant.understanding.intents.train

.venv/installed: requirements.lock pyproject.toml $(UV)
	$(UV) venv --quiet --allow-existing --python $(PYTHON) .venv
	$(UV) pip sync --quiet --compile-bytecode --require-hashes --python $(BIN)/python requirements.lock
	$(UV) pip install --quiet --no-deps --python $(BIN)/python --editable .
	touch $@

$(UV):
	$(PYTHON) -m venv .venv-uv
	.venv-uv/bin/python -m pip install --quiet uv
