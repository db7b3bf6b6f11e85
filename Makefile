# What a newcomer needs: `make demo` shows it, `make test` proves it.
# Works from a clean clone with the Swift toolchain, apt-get and pip.

SWIFT ?= swift
PREFIX ?= /usr/local
RELEASE = .build/release
MAILUO = $(RELEASE)/mailuo
SOURCES = Package.swift Sources Tests seeds/Seeds.swift Benchmarks/Package.swift Benchmarks/Sources

.PHONY: build demo peers test fuzz lint format train evaluate bench bench-graph setup install clean help

help: ## Lists the targets.
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12

setup: ## Installs the system libraries that are missing.
	@scripts/setup

build: setup ## Builds the command for use, its dictionaries compiled.
	$(SWIFT) build -c release --product mailuo
	@$(MAILUO) compile

demo: build ## Builds a graph of two newspaper pages, asks it, draws it.
	@scripts/demo $(MAILUO)

peers: ## Makes Python ready for the tests that read exports with programs of others.
	@scripts/setup-python

test: setup peers ## Runs all tests.
	$(SWIFT) test

fuzz: setup ## Feeds damaged text for SECONDS=300, from SEED=1; what fails is kept in a file and named.
	MAILUO_FUZZ_SECONDS=$(or $(SECONDS),300) MAILUO_FUZZ_SEED=$(or $(SEED),1) \
	  $(SWIFT) test --filter RobustnessTests.FuzzTests

lint: ## Checks the style of all Swift files.
	$(SWIFT) format lint --strict -r $(SOURCES)

format: ## Brings all Swift files into the house style.
	$(SWIFT) format -i -r $(SOURCES)

evaluate: build ## Measures against annotated pages, where they are (../shared/eval).
	@scripts/evaluate --program $(MAILUO) pages held-out names traditional relations

train: ## Estimates the weights of the context model anew (about three minutes).
	@scripts/train

bench: setup ## Measures speed, also beside a well-known peer.
	@Benchmarks/run

bench-graph: setup ## Measures the graph beside other stores (ENTITIES=1000000 for seven million triples).
	@Benchmarks/run-graph

install: build ## Installs the command under PREFIX (/usr/local).
	install -d $(DESTDIR)$(PREFIX)/lib/mailuo $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(MAILUO) $(DESTDIR)$(PREFIX)/lib/mailuo/mailuo
	rm -rf $(DESTDIR)$(PREFIX)/lib/mailuo/mailuo_Seeds.resources $(DESTDIR)$(PREFIX)/lib/mailuo/queries
	cp -RL $(RELEASE)/mailuo_Seeds.resources $(DESTDIR)$(PREFIX)/lib/mailuo/
	cp -R queries $(DESTDIR)$(PREFIX)/lib/mailuo/
	ln -sf ../lib/mailuo/mailuo $(DESTDIR)$(PREFIX)/bin/mailuo

clean: ## Removes everything that was built.
	rm -rf .build Benchmarks/.build graph.sqlite graph.sqlite-* graph.dot graph.svg
