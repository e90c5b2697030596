# Everything that Drws can be asked to do. `make` alone prints this list.
# `make site` and `make test` need nothing done before them; run again, they install nothing that is already there.

PYTHON ?= $(shell tools/choose_python.sh)
ARGS ?=

# Programs of this folder come first: an old system Node.js gives way to .venv/bin/node.
export PATH := $(CURDIR)/.venv/bin:$(PATH)

# Python keeps what it has compiled: many tests start `drws`, and without that each start compiles all of it.
unexport PYTHONDONTWRITEBYTECODE

# Only what the lock files name, only files with the right hash, and no package that would build (and fetch) things itself. Python compiles
# what it imports when it first does: compiling everything would take a third of the time of installing, and most is never imported.
PIP_WORDS := -m pip install --quiet --no-input --no-compile --disable-pip-version-check
PIP := .venv/bin/python $(PIP_WORDS)
LOCKED := $(PIP) --require-hashes --only-binary :all: --no-deps
THIS := $(PIP) --no-deps --no-build-isolation --editable . --editable generator/cymraeg && .venv/bin/python -m compileall -q generator
COMPILE := .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock" $(UPGRADE)

.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: help site serve test quick check lint format golden audit docs font bench geography wheel sbom release pages digests advisories setup develop lock upgrade clean pristine

help: ## print this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

site: setup ## build the real site into site/
	.venv/bin/drws build $(ARGS)

serve: setup ## show the site on this machine and build it again at every change
	.venv/bin/drws serve $(ARGS)

test: develop ## run every test; ARGS="tests/test_source.py -n 0" chooses
	TMPDIR=$$(tools/temporary_folder.sh) .venv/bin/pytest -n auto --dist loadfile --no-loadscope-reorder $(ARGS)

quick: .venv/.dev node_modules/.site ## run the tests that need no browser, no server and no built site
	TMPDIR=$$(tools/temporary_folder.sh) .venv/bin/pytest -n auto --dist loadfile --no-loadscope-reorder -m "not (bench or browser or nginx or node or package or slow)" --ignore tests/browser $(ARGS)

check: lint develop ## everything that must hold: lint, the directory's own checks, what the search of the real site answers, every test
	.venv/bin/drws check
	.venv/bin/drws build
	.venv/bin/drws search-test data/search/queries
	DRWS_BUILT_SITE=site $(MAKE) test

lint: .venv/.dev ## read the code (ruff's rules, ruff's format, mypy's types, zizmor on the workflows) and proofread the Welsh
	.venv/bin/ruff check . && .venv/bin/ruff format --check . && .venv/bin/mypy && .venv/bin/zizmor --quiet --offline .github && .venv/bin/python tools/proofread.py

format: .venv/.dev ## let ruff lay out the code and mend what it safely can
	.venv/bin/ruff check --fix . && .venv/bin/ruff format .

golden: develop ## write the expected results anew; read the difference like prose before you commit it
	.venv/bin/pytest -n 0 --rewrite-golden $(ARGS)

audit: develop ## ask the tests of accessibility and write what they looked at and found into data/audits/, which the statement repeats
	.venv/bin/python tools/proofread.py --write-audit
	.venv/bin/pytest -n auto --dist loadfile --no-loadscope-reorder --write-audit -m audit tests/browser $(ARGS)

docs: .venv/.dev ## write the docs that follow from the code anew
	.venv/bin/python tools/write_docs.py

font: develop ## make the font that every page fetches anew, after an update of its package
	.venv/bin/python tools/make_font.py

bench: develop .venv/.bench benchmarks/node_modules/.all ## measure how long things take, beside Hugo and MkDocs
	.venv/bin/python -m benchmarks.run $(ARGS)

geography: setup .venv/.geography ## write the table of postcodes, the map and the places anew, from the newest locked editions
	.venv/bin/drws refresh-geography

wheel: setup ## make the packages that others install: dist/*.whl, and the sdists they are made from
	tools/make_wheels.sh dist

sbom: setup .venv/.release ## write down all that Drws and its sites are made of, with hashes and licences: dist/*.cdx.json (CycloneDX)
	.venv/release/bin/python tools/make_sbom.py dist

release: wheel sbom ## make all that a release has: packages and SBOM, of the version that the tag names
	@.venv/bin/python -c 'import os, drws; tag, own = os.environ.get("GITHUB_REF_NAME", ""), "v" + drws.__version__; raise SystemExit(f"The tag is {tag}, the version {own}." if tag[:1] == "v" and tag != own else 0)'

pages: site ## build and verify the real site, and pack it as GitHub Pages wants it: dist/artifact.tar
	.venv/bin/drws verify site
	-.venv/bin/drws ready --format github
	mkdir -p dist && tar --create --file dist/artifact.tar --directory site --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner .

digests: setup ## build the small example, and write down the SHA-256 of each file but the one that names versions: dist/digests.txt
	.venv/bin/drws build --data tests/examples/small/data --content tests/examples/small/content --as-of 2025-11-21 --site-dir .cache/digests/site --work-dir .cache/digests/work
	mkdir -p dist && grep --invert-match '  build-info.json$$' .cache/digests/site/.drws-files >dist/digests.txt

advisories: .venv/.release .venv/.node ## ask whether anything is known against what Drws depends on; needs a network
	tools/advisories.sh

setup: .venv/.site node_modules/.site ## install what `make site` needs

develop: .venv/.dev node_modules/.dev ## install what `make test` needs, a browser, nginx and Pango included
	@tools/install_test_programs.sh

lock: .venv/.dev .venv/.node ## choose versions after a change in pyproject.toml or package.json, and write their hashes down
	$(COMPILE) pyproject.toml generator/cymraeg/pyproject.toml --group build -o requirements.txt
	$(COMPILE) pyproject.toml generator/cymraeg/pyproject.toml --extra pdf --group build --group dev --group geography -c requirements.txt -o requirements-dev.txt
	$(COMPILE) --group pip -o requirements-pip.txt
	$(COMPILE) --group node -o requirements-node.txt
	$(COMPILE) --group bench -o requirements-bench.txt
	$(COMPILE) --group geography -o requirements-geography.txt
	$(COMPILE) --group release -o requirements-release.txt
	npm install --package-lock-only --no-audit --no-fund
	npm install --package-lock-only --no-audit --no-fund --prefix benchmarks

upgrade: .venv/.dev .venv/.node ## take the newest versions that pyproject.toml and package.json allow
	npm update --package-lock-only && npm update --package-lock-only --prefix benchmarks && $(MAKE) lock UPGRADE=--upgrade

clean: ## remove what was built
	rm -rf build dist site .cache

pristine: clean ## remove what was installed as well
	rm -rf .venv node_modules benchmarks/node_modules

# The files below are stamps: each is newer than the lock file it stands for, or its one line runs again.

# a Python environment of our own
.venv/pyvenv.cfg: requirements-pip.txt
	$(PYTHON) -c 'import sys; sys.exit("Drws needs Python 3.11 or newer: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)' && $(PYTHON) -m venv .venv && $(LOCKED) -r requirements-pip.txt && touch $@

# what building the site needs
.venv/.site: requirements.txt pyproject.toml generator/cymraeg/pyproject.toml .venv/pyvenv.cfg
	$(LOCKED) -r requirements.txt && $(THIS) && touch $@

# what the tests need, which includes the above
.venv/.dev: requirements-dev.txt requirements.txt pyproject.toml generator/cymraeg/pyproject.toml .venv/pyvenv.cfg
	$(LOCKED) -r requirements-dev.txt && $(THIS) && touch .venv/.site $@

# what the benchmarks are measured beside
.venv/.bench: requirements-bench.txt .venv/pyvenv.cfg
	$(LOCKED) -r requirements-bench.txt && touch $@

# what the tables of postcodes and places and the map are made from
.venv/.geography: requirements-geography.txt .venv/pyvenv.cfg
	$(LOCKED) -r requirements-geography.txt && touch $@

# what a release is written down and looked through with, apart from what it is made of
.venv/.release: requirements-release.txt .venv/pyvenv.cfg
	.venv/bin/python -m venv .venv/release && .venv/release/bin/python $(PIP_WORDS) --require-hashes --only-binary :all: --no-deps -r requirements-release.txt && touch $@

# Node.js 20.19 or newer, with npm
.venv/.node: requirements-node.txt .venv/pyvenv.cfg
	tools/node_is_new_enough.sh || $(LOCKED) -r requirements-node.txt && touch $@

# the theme's Sass, styles and font
node_modules/.site: package.json package-lock.json | .venv/.node
	npm ci --ignore-scripts --omit=dev && touch $@

# and what the tests measure with
node_modules/.dev: package.json package-lock.json | .venv/.node
	npm ci --ignore-scripts && touch node_modules/.site $@

# Lighthouse, with four times as many packages as everything else: only benchmarks ask it
benchmarks/node_modules/.all: benchmarks/package.json benchmarks/package-lock.json | .venv/.node
	npm ci --ignore-scripts --prefix benchmarks && touch $@
