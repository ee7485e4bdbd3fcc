# plangraph: `make run` sets up and opens the explorer, `make test` sets up and tests everything.
PYTHON ?= python3
BIN := .venv/bin
# All tests run on the long-term Neo4j, tests/queries/test_newest_neo4j.py on the newest.
NEO4J_LONG_TERM := 5.26.30
NEO4J_NEWEST := 2026.08.1
SERVERS := .cache/NeoServer.class .cache/neo4j-$(NEO4J_NEWEST)/complete

.PHONY: setup run test packages lint lock clean
.DELETE_ON_ERROR:

setup: .venv/installed  ## a virtual environment with the locked packages

run: setup  ## load the plans in data/ and open the explorer
	$(BIN)/plangraph load data/plans data/sample-city
	$(BIN)/plangraph status
	$(BIN)/plangraph ui

test: setup packages lint $(SERVERS)  ## everything, on all engines and in a real browser
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

.cache/neo4j-%/complete: tests/neo4j/pom.xml | packages
	mvn -q -B -f tests/neo4j/pom.xml -Dneo4j.version=$* dependency:copy-dependencies \
		-DoutputDirectory=$(CURDIR)/$(@D)/lib -DincludeScope=runtime
	touch $@

# Compiled against the older jars, it runs with both.
.cache/NeoServer.class: tests/neo4j/NeoServer.java .cache/neo4j-$(NEO4J_LONG_TERM)/complete
	javac --release 17 -cp '.cache/neo4j-$(NEO4J_LONG_TERM)/lib/*' -d .cache $<
