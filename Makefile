# Targets for developers; "make help" lists them.

GO          ?= go
PYTHON      ?= python3
STATICCHECK ?= honnef.co/go/tools/cmd/staticcheck@v0.8.2
FUZZTIME    ?= 30s
BENCH       ?= .
# The directory with the evaluation data and score/score.py. It is no part of the repository.
SHARED      ?= ../shared

SCORE   = $(PYTHON) $(SHARED)/score/score.py
# Exit status 1 means that some documents failed. They are named on standard error and count as missing in the score.
ANALYZE = bin/communique analyze --format jsonl
SOME    = || [ $$? -eq 1 ]

.PHONY: help build test lint bench fuzz notebook browser pictures ci clean eval eval-seed eval-gold eval-polnear eval-gsr eval-cofenet check-shared

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 16

build: ## build the command into bin/
	@mkdir -p bin
	$(GO) build -o bin/communique ./cmd/communique

test: ## run the tests
	$(GO) test ./...

lint: ## check the format, go vet, staticcheck
	@files=$$(gofmt -l .); [ -z "$$files" ] || { echo "run gofmt -w on:"; echo "$$files"; exit 1; } >&2
	$(GO) vet ./...
	$(GO) run $(STATICCHECK) ./...

bench: ## run the benchmarks (BENCH=regexp)
	$(GO) test -run '^$$' -bench '$(BENCH)' -benchmem ./...

fuzz: ## run every fuzz target for FUZZTIME
	@for p in . ./exchange ./internal/markup; do for f in $$($(GO) test -list '^Fuzz' $$p | grep '^Fuzz'); do \
		$(GO) test -run '^$$' -fuzz "^$$f\$$" -fuzztime $(FUZZTIME) $$p || exit 1; done; done

notebook: ## run the notebooks in Jupyter
	cd notebook && $(GO) test ./...

browser: ## click through the report in Chromium
	cd browser && $(GO) test ./...

pictures: ## take the pictures of the README
	cd browser && $(GO) run ./cmd/pictures

ci: ## run what continuous integration runs
	.ci/run

clean: ## remove what was built and measured
	rm -rf bin eval

eval: eval-seed eval-gold eval-polnear eval-gsr eval-cofenet ## measure on all evaluation data (SHARED=directory)

check-shared:
	@[ -f $(SHARED)/score/score.py ] || { echo "No evaluation data at $(SHARED): name its directory, make eval SHARED=/path/to/shared" >&2; exit 1; }
	@mkdir -p eval

eval-seed: check-shared build ## measure on the first report
	@echo; echo "== seed"
	@$(ANALYZE) $(SHARED)/seed/*.txt > eval/seed.jsonl $(SOME)
	@$(SCORE) statements $(SHARED)/seed eval/seed.jsonl

eval-gold: check-shared build ## measure on the annotated statements
	@echo; echo "== gold"
	@$(ANALYZE) $(SHARED)/gold/*.txt > eval/gold.jsonl $(SOME)
	@$(SCORE) statements $(SHARED)/gold eval/gold.jsonl

eval-polnear: check-shared build ## measure attributions on PolNeAR's documents
	@echo; echo "== polnear"
	@$(ANALYZE) $(SHARED)/polnear/dev/text/*.txt > eval/polnear.jsonl $(SOME)
	@$(SCORE) brat $(SHARED)/polnear/dev eval/polnear.jsonl

eval-gsr: check-shared build ## measure events on the PLOVER records
	@echo; echo "== gsr"
	@$(SCORE) input gsr $(SHARED)/plover/gsr_dev.json > eval/gsr-input.jsonl
	@$(ANALYZE) eval/gsr-input.jsonl > eval/gsr.jsonl $(SOME)
	@$(SCORE) gsr $(SHARED)/plover/gsr_dev.json eval/gsr.jsonl

eval-cofenet: check-shared build ## measure attributions on PolNeAR's paragraphs as CofeNet has them
	@echo; echo "== cofenet"
	@$(SCORE) input cofenet $(SHARED)/cofenet/polnear_valid.txt > eval/cofenet-input.jsonl
	@$(ANALYZE) eval/cofenet-input.jsonl > eval/cofenet.jsonl $(SOME)
	@$(SCORE) cofenet $(SHARED)/cofenet/polnear_valid.txt eval/cofenet.jsonl
