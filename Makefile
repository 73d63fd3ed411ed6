# Two commands do all the set-up: `make demo` and `make test`.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
  command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
SETUP := packaging/setup.sh packaging/debian-packages.txt pyproject.toml

.PHONY: demo test check run bench kill mutate screenshots translations clean

demo: $(VENV)/.ready-run
	$(BIN)/council demo demo --window

test: $(VENV)/.ready-test check
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n auto

check: $(VENV)/.ready-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python tools/translations.py --check

run: $(VENV)/.ready-run
	$(BIN)/council

bench: $(VENV)/.ready-bench
	QT_QPA_PLATFORM=offscreen $(BIN)/python tests/bench/run.py

kill: $(VENV)/.ready-test
	QT_QPA_PLATFORM=offscreen $(BIN)/python tests/e2e/kill_meeting.py 200

mutate: .venv-mutate/.ready
	.venv-mutate/bin/python tools/mutate.py

screenshots: $(VENV)/.ready-run
	QT_QPA_PLATFORM=offscreen $(BIN)/python tools/screenshots.py

translations: $(VENV)/.ready-test
	$(BIN)/python tools/translations.py

$(VENV)/.ready-run: $(SETUP)
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, and none was found." >&2; exit 1; }
	packaging/setup.sh "$(PYTHON)" $(VENV) ""
	@touch $@

$(VENV)/.ready-test: $(SETUP)
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, and none was found." >&2; exit 1; }
	packaging/setup.sh "$(PYTHON)" $(VENV) "test,lint"
	@touch $@ $(VENV)/.ready-run

$(VENV)/.ready-bench: $(SETUP)
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, and none was found." >&2; exit 1; }
	packaging/setup.sh "$(PYTHON)" .venv-bench "bench"
	packaging/setup.sh "$(PYTHON)" $(VENV) ""
	@touch $@

# mutmut stays out of the program's environment.
.venv-mutate/.ready: $(SETUP)
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, and none was found." >&2; exit 1; }
	packaging/setup.sh "$(PYTHON)" .venv-mutate "test,mutate"
	@touch $@

clean:
	rm -rf $(VENV) .venv-bench .venv-mutate demo screenshots
