# The commands of the building site. `make test` and `make demo` need Rust, a C compiler and Node; `make interop`
# installs the rest of what it needs.

SHELL := /bin/bash
COMITY_TEST_DATA ?= $(abspath $(CURDIR)/../shared/data)
export COMITY_TEST_DATA

.DEFAULT_GOAL := help
.PHONY: help demo assets test fuzz interop bench

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: assets ## builds Comity, runs the main job between two offices, and leaves the pages open
	@echo "== the demonstration: two offices on this machine; Ctrl-C ends it"
	@cargo run --quiet --locked -p comity -- demo $(ARGS)

assets: ## fetches the browser libraries and fonts that are embedded, by lock file
	@bash tests/run/assets.sh

test: assets ## format, lints, every test, documentation, and short fuzzing of every target
	@bash tests/run/test.sh

fuzz: ## longer fuzzing of every target: make fuzz SECONDS=600 SEED=7
	@echo "== fuzzing every target for $(or $(SECONDS),60) s each"
	@cargo run --quiet --locked -p comity-fuzz -- --seconds-per-target $(or $(SECONDS),60) --seed $(or $(SEED),1)

interop: assets ## foreign judges: licences and bans, BagIt, qpdf, a real Bitcoin node and others
	@bash tests/run/interop.sh $(ONLY)

bench: ## measurements beside other programs; never in CI (see bench/README.md)
	@bash tests/run/bench.sh
