package lemma

import (
	"testing"

	"github.com/communique-go/communique/internal/table"
)

func TestVerb(t *testing.T) {
	for form, want := range map[string]string{
		"committed": "commit", "agreed": "agree", "urges": "urge", "said": "say", "told": "tell", "withdrew": "withdraw",
		"condemning": "condemn", "released": "release", "stopped": "stop", "carries": "carry", "denied": "deny",
		"undertook": "undertake", "'ve": "have", "re-opened": "re-open", "refuses": "refuse", "noting": "note",
		"threatened": "threaten", "signing": "sign", "visited": "visit", "deplores": "deplore", "is": "be", "were": "be",
	} {
		if got := Verb(form); got != want {
			t.Errorf("Verb(%q) = %q, want %q", form, got, want)
		}
	}
}

func TestIsVerbLemma(t *testing.T) {
	for w, want := range map[string]bool{
		"urge": true, "urged": false, "urges": false, "urging": false, "said": false, "is": false, "be": true, "will": true,
		"wound": true, "lay": true, "left": false, // "wounded" and "laid" are theirs; nothing is that of "left"
		"co-host": true, "co-hosted": false, "googlewhack": true,
	} {
		if got := IsVerbLemma(w); got != want {
			t.Errorf("IsVerbLemma(%q) = %v, want %v", w, got, want)
		}
	}
}

func TestNoun(t *testing.T) {
	for form, want := range map[string]string{
		"agreements": "agreement", "parties": "party", "crises": "crisis", "attacks": "attack", "men": "man",
		"sanctions": "sanction", "losses": "loss", "status": "status", "allies": "ally",
	} {
		if got := Noun(form); got != want {
			t.Errorf("Noun(%q) = %q, want %q", form, got, want)
		}
	}
}

// TestClosed checks that closed.tsv is sorted and leads to verbs or to modals.
func TestClosed(t *testing.T) {
	previous := ""
	for _, r := range table.MustParse("closed.tsv", closedTable, 2) {
		form, base := r.Cells[0], r.Cells[1]
		if form <= previous {
			t.Errorf("closed.tsv:%d: %q stands behind %q", r.Line, form, previous)
		}
		if !IsVerb(base) && base != "shall" {
			t.Errorf("closed.tsv:%d: %q is no verb", r.Line, base)
		}
		previous = form
	}
}
