# Two commands matter: `make` builds the programs and the site and decodes a trace; `make test` checks everything.
# Works with GNU make 3.81. Needs Swift 6.1 or newer; installs libcmark and libcurl when they are missing.

SHELL := /bin/sh
SWIFT ?= swift
# Without this, a Linux program dies as soon as the toolchain's folder is gone.
STATIC := $(shell test "`uname -s`" = Linux && echo --static-swift-stdlib)
BUILD := $(SWIFT) build -c release $(STATIC)
PROGRAMS := .build/release

.PHONY: all test check sarif accuracy report docs browser budgets fuzz bench bench-embedded bench-site reproduce lint swift libraries decode \
  decode-site programs site demo install clean

all: demo

swift:
	@command -v $(SWIFT) >/dev/null 2>&1 || { \
	  echo "make: Swift is not installed. Get Swift 6.1 or newer from https://www.swift.org/install/ and run make again." >&2; exit 1; }
	@$(SWIFT) --version 2>/dev/null | awk '/Swift version/ { \
	  for (i = 1; i < NF; i++) if ($$i == "version") split($$(i + 1), v, "."); \
	  if (v[1] > 6 || (v[1] == 6 && v[2] >= 1)) ok = 1; else print "make: this is Swift " v[1] "." v[2] "; 6.1 or newer is needed." > "/dev/stderr" } \
	  END { exit !ok }'

# apt-get as root or through sudo, for this one line only; brew never as root.
# libcurl: Foundation's part that decode-site is linked with statically refers to it.
APT := apt-get install -y --no-install-recommends libcmark-dev libcurl4-openssl-dev pkg-config
libraries:
	@if test "`uname -s`" = Linux && command -v apt-get >/dev/null 2>&1; then \
	  dpkg -s libcmark-dev libcurl4-openssl-dev >/dev/null 2>&1 && exit 0; \
	elif pkg-config --exists libcmark 2>/dev/null || test -e /usr/include/cmark.h; then exit 0; fi; \
	echo "make: libcmark or libcurl is missing; installing them."; \
	if command -v apt-get >/dev/null 2>&1; then \
	  if test "`id -u`" = 0; then apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(APT); \
	  elif command -v sudo >/dev/null 2>&1; then sudo sh -c 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(APT)'; \
	  else echo "make: there is no sudo. As root, run: apt-get update && $(APT)" >&2; exit 1; fi; \
	elif command -v brew >/dev/null 2>&1; then \
	  if test "`id -u`" = 0; then echo "make: brew does not run as root. As yourself, run: brew install cmark pkgconf" >&2; exit 1; fi; \
	  brew install cmark pkgconf; \
	else echo "make: install libcmark with its headers (libcmark-dev, cmark-devel, cmark) and run make again." >&2; exit 1; fi

# DECODE_SITE=path takes a program that is there already; otherwise it is built. What the compiler says goes to standard error: the output
# of a target below is what decode-site prints.
ifeq ($(DECODE_SITE),)
override DECODE_SITE := $(PROGRAMS)/decode-site
decode-site: swift libraries
	@echo "make: building decode-site (the first time takes some minutes)" >&2
	@$(BUILD) --product decode-site >&2
else
decode-site: libraries
endif

# decode-site first: it builds while content is broken, and says best what is wrong with it. BASE_URL is where the site will be, when
# that is not the url of content/site.yml.
site: decode-site
	@$(DECODE_SITE) build $${BASE_URL:+--base-url "$$BASE_URL"}

decode: swift libraries
	@echo "make: building decode, with the index of content/ in it" >&2
	@$(BUILD) --product decode >&2

programs: site decode

demo: programs
	@echo
	@echo "\$$ $(PROGRAMS)/decode -f content/samples/eaddrinuse/node-watch.txt"
	@$(PROGRAMS)/decode -f content/samples/eaddrinuse/node-watch.txt
	@echo
	@echo "make: done. Open site/index.html; paste an error of your own into $(PROGRAMS)/decode"

# All rules over content/: FORMAT=github in a workflow, with SINCE=HEAD^1 for changed lines first; PATHS=content/entries/node to report a
# part, FIX=1 to mend what can be.
FORMAT ?= text
check: decode-site
	@$(DECODE_SITE) check --format $(FORMAT) $(if $(FIX),--fix) $${SINCE:+--changed-since "$$SINCE"} $(PATHS)

# The findings for code scanning. That there are some is no failure here: check fails.
sarif: decode-site
	@$(DECODE_SITE) check --format sarif > findings.sarif || test $$? = 1

# How well the entries know their texts; BASE=HEAD^1 shows what is different from another revision, FORMAT=markdown for a workflow's summary.
accuracy: decode-site
	@.ci/accuracy $(DECODE_SITE) $(FORMAT) "$(BUILD)" $${BASE:+"$$BASE"}

PASSING := --rule external-link-gone --rule external-link-moved --rule stale-entry
# What may change without anybody's doing: links out of the site, wordings of programs. report.md is empty when nothing needs a look.
report: decode-site
	@$(DECODE_SITE) check --links external $(PASSING) --format markdown > report.md || test $$? = 1
	@$(DECODE_SITE) reproduce --format markdown >> report.md || test $$? = 1

# The pages and schemas of .github/docs/ that are made from the programs.
docs: decode-site
	@$(DECODE_SITE) schema --format markdown > .github/docs/content.md
	@for name in entry site groupings; do $(DECODE_SITE) schema $$name > .github/docs/$$name.schema.json || exit 1; done
	@folder=`mktemp -d` && cp content/*.yml "$$folder" && $(DECODE_SITE) new node/my-error --content "$$folder" > "$$folder/said" && \
	  sed 's/^updated: .*/updated: YYYY-MM-DD/' "$$folder/entries/node/my-error.md" > .github/docs/entry-template.md; \
	  status=$$?; rm -rf "$$folder"; exit $$status

lint: swift
	@echo "make: checking the format of the sources"
	@$(SWIFT) format lint --strict --recursive --parallel Package.swift Plugins Sources Tests

test: swift libraries lint
	@echo "make: building and running the tests"
	@$(SWIFT) test
	@if test "$$REQUIRE_BROWSER" = 1 || { test -x "$(CHROMIUM)" && $(PYTHON) -c 'import axe_playwright_python, playwright, yaml' 2>/dev/null; }; then \
	  $(MAKE) browser; else echo "NOT RUN: browser (make browser)"; fi

# The page's engine must print what decode prints, and the site must be readable by everyone. Needs Chromium, and of Python playwright, PyYAML
# and axe-playwright-python; make test runs it where they are, and with REQUIRE_BROWSER=1 fails where they are not.
PYTHON ?= python3
CHROMIUM ?= /usr/bin/chromium
DEBUG := .build/debug
browser: swift libraries
	@echo "make: reading the site, and comparing its page with decode, in Chromium"
	@$(SWIFT) build --product decode
	@$(SWIFT) build --product decode-site
	@$(PYTHON) Tests/Browser/budgets.py $(DEBUG)/decode-site 100 1000
	@folder=`mktemp -d` && { $(DEBUG)/decode-site build --output "$$folder" && \
	  (for checks in site gates search offline preview; do CHROMIUM="$(CHROMIUM)" $(PYTHON) Tests/Browser/$$checks.py $(DEBUG)/decode-site || exit; done) && \
	  CHROMIUM="$(CHROMIUM)" $(PYTHON) Tests/Browser/conformance.py $(DEBUG)/decode "$$folder"; \
	  status=$$?; rm -rf "$$folder"; exit $$status; }

# What the site weighs, and that it weighs the same with 100 entries and with 10,000; takes some minutes. make browser has the same for 1,000.
budgets: swift libraries
	@$(BUILD) --product decode-site
	@$(PYTHON) Tests/Browser/budgets.py $(PROGRAMS)/decode-site

# Provokes the errors of content/ anew, with whatever programs are installed here.
reproduce: decode-site
	@$(DECODE_SITE) reproduce

# Each target for so many seconds; then the work of hostile texts is counted, in steps, not in time.
TIME ?= 60
fuzz: swift
	@Tests/Fuzz/run -t $(TIME)
	@Tests/Fuzz/run work

# Beside ripgrep, in one run. LOGS: a folder of *.log; CATALOGUE: slug, area and a line of the error, parted by TABs.
bench: swift libraries
	@test -n "$(LOGS)" -a -n "$(CATALOGUE)" || { echo "make: bench needs LOGS=folder CATALOGUE=file.tsv" >&2; exit 1; }
	@$(BUILD) --product decode
	@$(PYTHON) Tests/Bench/bench.py $(PROGRAMS)/decode "$(LOGS)" "$(CATALOGUE)"

# Building and previewing sites of many entries, next to Hugo where the package hugo is installed for PYTHON.
bench-site: swift libraries
	@$(BUILD) --product decode-site
	@$(PYTHON) Tests/Bench/site.py $(PROGRAMS)/decode-site

# With 10,000 entries built in: a build of its own, of many minutes. CATALOGUE as above.
bench-embedded: swift libraries
	@test -n "$(CATALOGUE)" || { echo "make: bench-embedded needs CATALOGUE=file.tsv" >&2; exit 1; }
	@$(PYTHON) Tests/Bench/embedded.py "$(BUILD)" "$(CATALOGUE)"

# Programs that need nothing of the toolchain, and completions for three shells.
PREFIX ?= /usr/local
BIN := $(DESTDIR)$(PREFIX)/bin
SHARE := $(DESTDIR)$(PREFIX)/share
install: programs
	@echo "make: installing into $(DESTDIR)$(PREFIX)"
	@mkdir -p "$(BIN)" "$(SHARE)/bash-completion/completions" "$(SHARE)/zsh/site-functions" "$(SHARE)/fish/vendor_completions.d"
	@for name in decode decode-site; do \
	  install -m 755 $(PROGRAMS)/$$name "$(BIN)/$$name" && \
	  "$(BIN)/$$name" --generate-completion-script bash > "$(SHARE)/bash-completion/completions/$$name" && \
	  "$(BIN)/$$name" --generate-completion-script zsh > "$(SHARE)/zsh/site-functions/_$$name" && \
	  "$(BIN)/$$name" --generate-completion-script fish > "$(SHARE)/fish/vendor_completions.d/$$name.fish" || exit 1; \
	done
	@echo "make: $(BIN)/decode and $(BIN)/decode-site are in place"

clean:
	rm -rf .build site
