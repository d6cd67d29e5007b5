# Everything from a fresh clone: `make demo` shows the flow, `make test` checks it all.
# What is set up already is not set up again: the stamps in .venv say what was finished.

VENV := .venv
PYTHON := $(VENV)/bin/python
# As many workers as keep all cores busy: the plugin says how many (pytest_xdist_auto_num_workers). Whoever is done
# takes half of what another one has left: nobody ends with what is longest.
PYTEST_ARGS ?= -n auto --dist worksteal
N ?= 60
SEED ?= 1

SUDO := $(if $(filter-out 0,$(shell id -u)),sudo)
APT := $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get -qq --yes --no-install-recommends

# Compiled Python is kept, whatever the machine says: the suite starts hundreds of programs of its own.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup firefox demo test engines formatter lint docs pictures bench mutants soak clean

help:
	@echo "make demo   set up all, then show a renewal and a failure with recovery"
	@echo "make test   set up all, then check all: lint, every feature, every test"
	@echo "make setup  set up only        make lint   ruff, mypy, import-linter, deptry, zizmor"
	@echo "make bench  the benchmarks     make clean  remove what make made"
	@echo "make docs   lists of all phrases: docs/steps.*.md, and .vscode/ for the editor; messages.mo"
	@echo "make engines  every feature in Firefox and through a grid, WebKit, JavaScript, several machines"
	@echo "make mutants  alter the bank N=60 times at random (SEED=1), and see what notices"
	@echo "make soak     play the features in random order beside other work until N=10000 scenarios have run"
	@echo "make pictures  the README's picture and film: docs/renewal.png and .mp4"

setup: $(VENV)/installed
	@$(VENV)/bin/renewal setup

demo: setup
	@$(VENV)/bin/renewal demo

test: setup firefox formatter lint
	@$(PYTHON) -m pytest $(PYTEST_ARGS)

# A second engine, for the test that plays a chapter in it.
firefox: $(VENV)/installed
	@$(VENV)/bin/renewal setup --browser firefox || echo "Firefox could not be had: its test is skipped"

# Cucumber's formatter, which a test has read our messages. It is not needed: without it that test is skipped.
CUCUMBER := tests/harness/report/cucumber
formatter: $(CUCUMBER)/node_modules/installed
$(CUCUMBER)/node_modules/installed: $(CUCUMBER)/package.json
	@! command -v npm >/dev/null || \
		{ npm install --prefix $(CUCUMBER) --no-package-lock --no-audit --no-fund --silent && touch $@; } || \
		echo "Cucumber's formatter could not be installed: its test is skipped"

lint: $(VENV)/installed
	@$(PYTHON) -m ruff check --quiet
	@$(PYTHON) -m ruff format --check
	@$(PYTHON) -m mypy --no-error-summary
	@$(VENV)/bin/lint-imports --no-logo
	@$(VENV)/bin/deptry .
	@$(VENV)/bin/zizmor --offline --quiet .github/workflows

# Written beside, then moved: a command that fails leaves the old one.
docs: $(VENV)/installed
	@for lang in en ko; do \
		$(VENV)/bin/renewal steps --format md --lang $$lang > docs/steps.new && mv docs/steps.new docs/steps.$$lang.md || exit 1; \
	done
	@$(PYTHON) -m harness.language.editor
	@cd harness/locale/ko/LC_MESSAGES && ! command -v msgfmt >/dev/null || msgfmt -o messages.mo messages.po

pictures: setup
	@$(PYTHON) -m harness.presentation.readme_pictures

bench: setup
	@$(PYTHON) -m tests.bench

# What was seen is kept in reports/soak.json: it goes on where it stopped. A round is all features.
soak: N = 10000
soak: setup
	@$(PYTHON) -m tests.soak $(N)

# What was seen of a mutant is kept in reports/mutants: it goes on where it was interrupted.
mutants: setup
	@$(PYTHON) -m tests.mutants $(N) $(SEED)

ENGINES := tests/engines/grid tests/engines/javascript
# What needs other browsers and machines; WebKit is driven by Debian's webkit2gtk-driver, where that is there.
engines: setup firefox $(addsuffix /node_modules/installed,$(ENGINES))
	@for needed in java:default-jre-headless chromedriver:chromium-driver ip:iproute2; do \
		command -v $${needed%%:*} >/dev/null || ! command -v apt-get >/dev/null || \
		{ echo "$${needed##*:}: installing it with apt-get"; $(APT) install $${needed##*:} >/dev/null; } || true; \
	done
	@$(PYTHON) -m pytest features --browser firefox $(PYTEST_ARGS)
	@$(PYTHON) -m pytest tests/engines -n 0 -rs

# What is missing afterwards is told by the tests, in one message.
tests/engines/%/node_modules/installed: tests/engines/%/package.json
	@! command -v npm >/dev/null || \
		{ npm install --prefix $(<D) --no-package-lock --no-audit --no-fund --silent && touch $@; } || true

clean:
	rm -rf $(VENV) $(CUCUMBER)/node_modules $(addsuffix /node_modules,$(ENGINES)) reports test-results .mypy_cache .ruff_cache .pytest_cache .import_linter_cache *.egg-info

$(VENV)/installed: $(VENV)/made pyproject.toml constraints.txt
	@echo "packages: installing those of constraints.txt into $(VENV)"
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

# A .venv without its stamp was not finished: begin anew. Debian keeps what makes one in a package of its own.
$(VENV)/made:
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed, and python3 is $$(python3 --version). Install it, then type make again." >&2; exit 1; }
	@python3 -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "python3-venv: installing it with apt-get"; \
		  $(APT) install python3-venv >/dev/null 2>&1 || \
		  { $(APT) update && $(APT) install python3-venv >/dev/null; }; }
	@echo "$(VENV): making it with $$(python3 --version)"
	@python3 -m venv --clear $(VENV)
	@touch $@
