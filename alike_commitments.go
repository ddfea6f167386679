package communique

import (
	"strings"

	"github.com/communique-go/communique/internal/alike"
	"github.com/communique-go/communique/internal/lemma"
	"github.com/communique-go/communique/internal/lexicon"
)

// obligation is a commitment with what it is matched by.
type obligation struct {
	Commitment
	in                 *compared
	parties            alike.Set
	action, instrument alike.Set
	folded             string // the action, without regard to case and white space
	soft, firm         alike.Set
	negated            bool
}

func (s *compared) obligations() []*obligation {
	out := make([]*obligation, 0, len(s.Commitments))
	for _, x := range s.Commitments {
		o := &obligation{Commitment: x, in: s, parties: s.keys(x.PartyIDs, x.Parties), instrument: alike.Content(textOf(x.Instrument)),
			folded: fold(x.Action.Text)}
		words := alike.Words(x.Action.Text)
		o.soft, o.firm = manner(words)
		o.action = alike.Content(x.Action.Text).Without(alike.Content(strings.Join(o.soft, " ")))
		o.negated = len(words) > 0 && (words[0] == "not" || words[0] == "no" || words[0] == "never")
		out = append(out, o)
	}
	return out
}

// Features are the words of action and instrument, and the action as a whole.
func (o *obligation) Features() []string {
	out := make([]string, 0, len(o.action)+len(o.instrument)+1)
	return append(append(append(out, o.action...), o.instrument...), o.folded)
}

// sameCommitment returns how like each other two commitments are, 0 if they are not one.
func sameCommitment(x, y *obligation) float64 {
	parties := x.parties.Overlap(y.parties)
	if parties == 0 && len(x.parties) > 0 && len(y.parties) > 0 || x.negated != y.negated {
		return 0
	}
	action, instrument := x.action.Overlap(y.action), x.instrument.Overlap(y.instrument)
	if x.folded == y.folded {
		action = 1 // "do so" has no words that carry content
	}
	if action < 0.3 || action < 0.5 && instrument < 0.5 {
		return 0
	}
	score := action + 0.3*instrument + 0.2*parties
	if x.Status == y.Status {
		score += 0.2
	}
	return score
}

// manner returns what softens an action, given by its words, and what makes it firm: phrases anywhere in it, and its verb.
func manner(action []string) (soft, firm alike.Set) {
	soft, firm = phrasesIn(action, lexicon.Soft.Words()), phrasesIn(action, lexicon.Firm.Words())
	for _, w := range action {
		if soft.Has(w) || firm.Has(w) || lexicon.Function.Has(w) {
			continue // "fully ensure"
		}
		if v := lemma.Verb(w); lexicon.SoftVerb.Has(v) {
			soft = soft.With(v)
		} else if lexicon.FirmVerb.Has(v) {
			firm = firm.With(v)
		}
		break
	}
	return soft, firm
}

// phrasesIn returns the phrases that occur among the words.
func phrasesIn(words, phrases []string) alike.Set {
	joined := " " + strings.Join(words, " ") + " "
	var out []string
	for _, p := range phrases {
		if strings.Contains(joined, " "+p+" ") {
			out = append(out, p)
		}
	}
	return alike.SetOf(out...)
}
