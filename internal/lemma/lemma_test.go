package lemma

import "testing"

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
