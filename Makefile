# Targets for developers; "make help" lists them.

GO          ?= go
PYTHON      ?= python3
STATICCHECK ?= honnef.co/go/tools/cmd/staticcheck@v0.8.2
FUZZTIME    ?= 30s
BENCH       ?= .
# The directory with the evaluation data and score/score.py. It is no part of the repository.
SHARED      ?= ../shared

SCORE   = $(PYTHON) $(SHARED)/score/score.py
# What score.py found stays in eval/NAME.score: its table, and a last line with the same as JSON.
KEEP    = --json > eval/$(@:eval-%=%).score && sed '$$d' eval/$(@:eval-%=%).score
# Exit status 1 means that some documents failed. They are named on standard error and count as missing in the score.
ANALYZE = bin/communique analyze --format jsonl
SOME    = || [ $$? -eq 1 ]

# The data sets that "make eval" measures on.
EVAL    = seed gold field polnear cofenet gsr cases plv directed

.PHONY: help build test lint bench fuzz notebook browser pictures ci clean eval $(EVAL:%=eval-%) eval-check ablate check-shared

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
	@for p in . ./exchange ./internal/page; do for f in $$($(GO) test -list '^Fuzz' $$p | grep '^Fuzz'); do \
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

eval: $(EVAL:%=eval-%) ## measure on all evaluation data
	@echo; $(PYTHON) scripts/measures.py table eval $(BEFORE)

check-shared:
	@[ -f $(SHARED)/score/score.py ] || { echo "No evaluation data at $(SHARED): name its directory, make eval SHARED=/path/to/shared" >&2; exit 1; }
	@mkdir -p eval

eval-seed: check-shared build ## measure on the first report
	@echo; echo "== seed"
	@$(ANALYZE) $(SHARED)/seed/*.txt > eval/seed.jsonl $(SOME)
	@$(SCORE) statements $(SHARED)/seed eval/seed.jsonl $(KEEP)

eval-gold: check-shared build ## measure on the annotated statements
	@echo; echo "== gold"
	@$(ANALYZE) $(SHARED)/gold/*.txt > eval/gold.jsonl $(SOME)
	@$(SCORE) statements $(SHARED)/gold eval/gold.jsonl $(KEEP)

eval-field: check-shared build ## measure on real statements, with their issuers and dates
	@echo; echo "== field"
	@$(SCORE) input-statements - $(SHARED)/field/train > eval/field-input.jsonl
	@$(ANALYZE) eval/field-input.jsonl > eval/field.jsonl $(SOME)
	@$(SCORE) statements $(SHARED)/field/train eval/field.jsonl $(KEEP)

eval-polnear: check-shared build ## measure attributions on PolNeAR's documents
	@echo; echo "== polnear"
	@$(ANALYZE) $(SHARED)/polnear/dev/text/*.txt > eval/polnear.jsonl $(SOME)
	@$(SCORE) brat $(SHARED)/polnear/dev eval/polnear.jsonl $(KEEP)

eval-cofenet: check-shared build ## measure attributions on PolNeAR's paragraphs as CofeNet has them
	@echo; echo "== cofenet"
	@$(SCORE) input cofenet $(SHARED)/cofenet/polnear_valid.txt > eval/cofenet-input.jsonl
	@$(ANALYZE) eval/cofenet-input.jsonl > eval/cofenet.jsonl $(SOME)
	@$(SCORE) cofenet $(SHARED)/cofenet/polnear_valid.txt eval/cofenet.jsonl $(KEEP)

eval-gsr: check-shared build ## measure events on the PLOVER records
	@echo; echo "== gsr"
	@$(SCORE) input gsr $(SHARED)/plover/gsr_dev.json > eval/gsr-input.jsonl
	@$(ANALYZE) eval/gsr-input.jsonl > eval/gsr.jsonl $(SOME)
	@$(SCORE) gsr $(SHARED)/plover/gsr_dev.json eval/gsr.jsonl $(KEEP)

eval-cases: check-shared build ## count the small inputs that come out right (VERBOSE=1 lists the faults)
	@echo; echo "== cases"
	@$(SCORE) input cases $(SHARED)/cases/cases.jsonl > eval/cases-input.jsonl
	@$(ANALYZE) eval/cases-input.jsonl > eval/cases.jsonl $(SOME)
	@$(SCORE) cases $(SHARED)/cases/cases.jsonl eval/cases.jsonl $(KEEP)

eval-plv: check-shared build ## measure events between a marked source and target
	@echo; echo "== plv"
	@$(SCORE) input plv $(SHARED)/plv/train.tsv > eval/plv-input.jsonl
	@$(ANALYZE) eval/plv-input.jsonl > eval/plv.jsonl $(SOME)
	@$(SCORE) plv $(SHARED)/plv/train.tsv eval/plv.jsonl $(KEEP)

eval-directed: check-shared build ## measure who blames or endorses whom
	@echo; echo "== directed"
	@$(SCORE) input directed $(SHARED)/directed/dev.txt > eval/directed-input.jsonl
	@$(ANALYZE) eval/directed-input.jsonl > eval/directed.jsonl $(SOME)
	@$(SCORE) directed $(SHARED)/directed/dev.txt eval/directed.jsonl $(KEEP)

eval-check: check-shared build ## print totals on statements that nobody reads
	@$(PYTHON) $(SHARED)/score/check.py $(ANALYZE)

ablate: check-shared ## turn rules off (RULE='names', RULES=file) and print what changes
	@$(GO) run ./cmd/ablate -shared $(SHARED) -python $(PYTHON) $(if $(RULES),-rules $(RULES)) '$(RULE)'
