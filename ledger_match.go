package communique

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/communique-go/communique/internal/alike"
	"github.com/communique-go/communique/internal/lexicon"
	"github.com/communique-go/communique/internal/table"
)

// mention is a commitment as one statement has it.
type mention struct {
	*obligation
	number   int // index in Statement.Commitments
	sentence Passage
	objects  alike.Set // what the action is done to: its words but the verb, numbers and names
	proper   alike.Set // the names in the action, or in what follows one that is bare
	bare     bool      // the action does no more than name the obligation or the instrument
	words    alike.Set // of the sentence, if the mention is bare
	features []string
}

// bareRoots are the roots of words that name an obligation but not its content.
var bareRoots = rootsOf(lexicon.BareVerb, lexicon.Bare)

// dutyRoots are the roots of nouns that stand for an obligation: behind one, its content follows.
var dutyRoots = rootsOf(lexicon.Duty)

// vagueRoots are the roots of words that tell no action from another: how much, when and in what manner, and verbs that another
// one follows.
var vagueRoots = rootsOf(lexicon.Vague, lexicon.VagueVerb, lexicon.SoftVerb, lexicon.Soft, lexicon.Firm)

// rootsOf returns the roots of the words of all the classes.
func rootsOf(classes ...*table.Class) alike.Set {
	var all []string
	for _, c := range classes {
		all = append(all, c.Words()...)
	}
	return alike.Content(strings.Join(all, " "))
}

// newMention returns a commitment as it is matched. Words that only name an obligation are left out of an action that says
// more: who "failed to honour its pledge to rebuild the bridge" did not rebuild it.
func newMention(o *obligation, number int, sentence Passage) *mention {
	m := &mention{obligation: o, number: number, sentence: sentence}
	m.objects, m.proper = objectsOf(o.Action.Text)
	m.bare = len(m.action.Without(bareRoots).Without(m.instrument)) == 0
	switch {
	case m.bare:
		m.words = alike.Content(sentence.Text)
		_, m.proper = objectsOf(clauseAfter(o.Action, sentence))
	case m.action.Overlap(dutyRoots) > 0:
		m.action = m.action.Without(bareRoots)
	}
	m.features = m.wordsByParty()
	return m
}

// clauseAfter returns what stands behind a passage in its sentence up to the next comma or the like: "to rebuild the bridge" in
// "its pledge to rebuild the bridge, Sweden said".
func clauseAfter(p, sentence Passage) string {
	from := p.End - sentence.Start
	if from < 0 || from > len(sentence.Text) {
		return ""
	}
	rest := sentence.Text[from:]
	if end := strings.IndexAny(rest, ",;:"); end >= 0 {
		rest = rest[:end]
	}
	return rest
}

// objectsOf returns the roots of the words behind the verb of an action that are neither numbers nor vague: names, and others.
func objectsOf(action string) (objects, proper alike.Set) {
	var things, names []string
	verb := true
	for i, w := range alike.Split(action) {
		first, _ := utf8.DecodeRuneInString(w)
		capital := unicode.IsUpper(first)
		root := alike.Root(w)
		switch {
		case bareRoots.Has(root) || vagueRoots.Has(root) || strings.TrimFunc(root, unicode.IsDigit) == "":
		case verb && (i == 0 || !capital): // "Send 40 engineers", but not "the Tallport Agreement"
			verb = false
		case capital:
			names = append(names, root)
		default:
			things = append(things, root)
		}
	}
	return alike.SetOf(things...), alike.SetOf(names...)
}

// Features are the words of the commitment, each with each party.
func (m *mention) Features() []string { return m.features }

func (m *mention) wordsByParty() []string {
	parties := m.parties
	if len(parties) == 0 {
		parties = alike.Set{""}
	}
	words := append(m.obligation.Features(), m.words...)
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
	mostWords    = 2.0 / 3 // the part of the words of an action that a sentence has to have
)

// like returns how like a thread a mention is, 0 if it belongs elsewhere.
func (t *thread) like(m *mention) float64 {
	if t.first == t.latest {
		return t.first.like(m)
	}
	return max(t.first.like(m), t.latest.like(m))
}

// like returns how like each other two mentions are, 0 if they do not speak of one commitment.
func (m *mention) like(n *mention) float64 {
	if (len(m.parties) == 0) != (len(n.parties) == 0) || m.parties.Apart(n.parties) {
		return 0
	}
	score := 0.0
	if !m.objects.Apart(n.objects) && !m.proper.Apart(n.proper) { // "send tanks" is not "send doctors"
		score = sameCommitment(m.obligation, n.obligation)
	}
	if !n.bare || m.bare {
		return score
	}
	if m.toldBy(n) {
		score = max(score, bySentence+m.action.Overlap(n.words))
	}
	if score == 0 && m.instrument.Overlap(n.instrument) >= 0.5 {
		score = byInstrument
	}
	return score
}

// toldBy reports whether the sentence of a bare mention tells the action: it has most of its words, something of what the
// action is done to, and no other names in its place.
func (m *mention) toldBy(n *mention) bool {
	return len(m.action) > 1 && m.action.Share(n.words) >= mostWords && !m.objects.Apart(n.words) && !m.proper.Apart(n.proper)
}

// repeats reports whether one of two commitments says no more than the other, or nearly so.
func (m *mention) repeats(n *mention) bool {
	const nearly = 0.8
	x, y := m.action, n.action
	return m.folded == n.folded || x.Overlap(y) >= nearly || len(x) > 1 && x.Within(y) || len(y) > 1 && y.Within(x)
}
