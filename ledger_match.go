package communique

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mention is a commitment as one statement has it.
type mention struct {
	obligation
	number   int // index in Statement.Commitments
	sentence Passage
	objects  wordSet // what the action is done to: its words but the verb, numbers and names
	proper   wordSet // the names in the action
	words    wordSet // of the sentence, if the action does no more than name the obligation or the instrument
}

// bare are the roots of words that name an obligation but not its content.
var bare = contentWords("honour honor respect abide comply observe implement uphold fulfil fulfill meet keep obligation commitment pledge " +
	"promise undertaking term provision letter spirit")

// duties are the roots of nouns that stand for an obligation: behind one, its content follows.
var duties = contentWords("obligation commitment pledge promise undertaking")

// measures are the roots of words that count what an action is done to.
var measures = contentWords("percent cent million billion thousand hundred euro dollar pound")

// newMention returns a commitment as it is matched. Words that only name an obligation are left out of an action that says
// more: who "failed to honour its pledge to rebuild the bridge" did not rebuild it.
func newMention(o obligation, number int, sentence Passage) mention {
	m := mention{obligation: o, number: number, sentence: sentence}
	m.objects, m.proper = objectsOf(o.Action.Text)
	switch {
	case m.isBare():
		m.words = contentWords(sentence.Text)
	case m.action.overlap(duties) > 0:
		for w := range bare {
			delete(m.action, w)
		}
	}
	return m
}

// objectsOf returns the roots of the words behind the verb of an action that are neither numbers nor measures: names, and
// others.
func objectsOf(action string) (objects, proper wordSet) {
	objects, proper = wordSet{}, wordSet{}
	verb := true
	for _, w := range strings.FieldsFunc(action, func(r rune) bool { return !isWordRune(r) }) {
		first, _ := utf8.DecodeRuneInString(w)
		for root := range contentWords(w) {
			switch {
			case bare[root]:
			case verb:
				verb = false
			case measures[root] || strings.Trim(root, "0123456789") == "":
			case unicode.IsUpper(first):
				proper[root] = true
			default:
				objects[root] = true
			}
		}
	}
	return objects, proper
}

// isBare reports whether the action has no words but those of the instrument and those that name an obligation.
func (m mention) isBare() bool {
	for w := range m.action {
		if !bare[w] && !m.instrument[w] {
			return false
		}
	}
	return true
}

// features are the words of the commitment, each with each party.
func (m mention) features() []string {
	parties := m.parties.list()
	if len(parties) == 0 {
		parties = []string{""}
	}
	words := append(m.obligation.features(), m.words.list()...)
	out := make([]string, 0, len(words)*len(parties))
	for _, p := range parties {
		for _, w := range words {
			out = append(out, p+" "+w)
		}
	}
	return out
}

// The likenesses of mentions that have few words of their own. A mention that names no more than the instrument comes last.
const (
	bySentence   = 0.6
	byInstrument = 0.1
	mostWords    = 0.66 // the part of the words of an action that a sentence has to have
)

// like returns how like a thread a mention is, 0 if it belongs elsewhere.
func (t *thread) like(m mention) float64 {
	return max(t.first.like(m), t.latest.like(m))
}

// like returns how like each other two mentions are, 0 if they do not speak of one commitment.
func (m mention) like(n mention) float64 {
	if (len(m.parties) == 0) != (len(n.parties) == 0) || m.parties.overlap(n.parties) == 0 && len(m.parties) > 0 {
		return 0
	}
	score := sameCommitment(m.obligation, n.obligation)
	if m.objects.apart(n.objects) || m.proper.apart(n.proper) {
		score = 0 // "send tanks" and "send doctors"
	}
	if n.words == nil || m.words != nil {
		return score
	}
	if len(m.action) > 1 && m.action.share(n.words) >= mostWords {
		score = max(score, bySentence+m.action.overlap(n.words))
	}
	if score == 0 && m.instrument.overlap(n.instrument) >= 0.5 {
		score = byInstrument
	}
	return score
}

// repeats reports whether one of two commitments says no more than the other, or nearly so.
func (m mention) repeats(n mention) bool {
	const nearly = 0.8
	x, y := m.action, n.action
	return m.folded == n.folded || x.overlap(y) >= nearly || len(x) > 1 && x.within(y) || len(y) > 1 && y.within(x)
}
