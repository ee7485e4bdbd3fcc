# plangraph: `make run` sets up and opens the explorer, `make test` sets up and tests everything.
PYTHON ?= python3
BIN := .venv/bin
NEO4J_VERSION := 5.26.30
NEO4J := .cache/neo4j-$(NEO4J_VERSION)

.PHONY: setup run test packages lint lock clean
.DELETE_ON_ERROR:

setup: .venv/installed  ## a virtual environment with the locked packages

run: setup  ## load the plans in data/ and open the explorer
	$(BIN)/plangraph load data/plans data/sample-city
	$(BIN)/plangraph status
	$(BIN)/plangraph ui

test: setup packages lint $(NEO4J)/complete  ## everything, on both engines and in a real browser
	$(BIN)/pytest

packages:
	tests/system_packages.sh test

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

lock:  ## renew requirements.lock from pyproject.toml (needs uv)
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header \
		--python-version 3.11 --group dev pyproject.toml -o requirements.lock

clean:
	rm -rf .venv .cache .pytest_cache .mypy_cache .ruff_cache

.venv/installed: requirements.lock pyproject.toml
	tests/system_packages.sh venv
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

$(NEO4J)/complete: tests/neo4j/pom.xml | packages
	mvn -q -B -f tests/neo4j/pom.xml -Dneo4j.version=$(NEO4J_VERSION) dependency:copy-dependencies \
		-DoutputDirectory=$(CURDIR)/$(NEO4J)/lib -DincludeScope=runtime
	touch $@
