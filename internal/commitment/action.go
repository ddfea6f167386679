package commitment

import (
	"sort"

	"github.com/communique-go/communique/internal/deadline"
	"github.com/communique-go/communique/internal/entity"
	"github.com/communique-go/communique/internal/lexicon"
	"github.com/communique-go/communique/internal/ontology"
	"github.com/communique-go/communique/internal/stance"
	"github.com/communique-go/communique/internal/syntax"
	"github.com/communique-go/communique/internal/tagger"
	"github.com/communique-go/communique/internal/text"
)

// enter makes a commitment of the holders of a stance, whose action begins at token i.
func (f *finder) enter(s stance.Stance, i int, status ontology.Status) {
	f.enterFor(s, s.Holders, i, status)
}

// enterFor makes a commitment of the given parties, whose action begins at token i.
func (f *finder) enterFor(s stance.Stance, parties []int, i int, status ontology.Status) {
	last := f.end(i)
	if i >= last || len(parties) == 0 {
		return
	}
	c := Commitment{Parties: parties, Status: status, Claimants: f.claimants(s, parties, status)}
	sent := f.Sentence(i)
	c.Deadline, c.Condition, last = f.limits(i, last, sent.Last)
	if i >= last {
		return
	}
	c.Action = f.Cover(i, last)
	c.Instrument = f.instrumentFor(s, sent, i, last)
	f.out = append(f.out, c)
}

// enterPhrase makes a commitment of the given parties, whose action is a noun phrase, with what is attached to it by "of" and "on".
func (f *finder) enterPhrase(s stance.Stance, parties []int, p int, status ontology.Status) {
	if len(parties) == 0 {
		return
	}
	first := f.Phrases[p].First
	last := f.ChainEnd(f.Phrases[p].Last, 4, len(f.Tokens), "of", "on", "for", "under")
	sent := f.Sentence(first)
	f.out = append(f.out, Commitment{Parties: parties, Action: f.Cover(first, last), Status: status,
		Claimants: f.claimants(s, parties, status), Instrument: f.instrumentIn(first, min(last+1, sent.Last))})
}

// claimants returns who says so: the speaker of the innermost quote, else for what is newly undertaken the parties
// themselves, else whoever takes the stance.
func (f *finder) claimants(s stance.Stance, parties []int, status ontology.Status) []int {
	if s.Quote != none && f.Quotes[s.Quote].Speaker != entity.None {
		return f.Members([]int{f.Quotes[s.Quote].Speaker})
	}
	if status == ontology.Undertaken {
		return parties
	}
	if len(s.Holders) > 0 {
		return s.Holders
	}
	return parties
}

// end returns the end of the action that begins at token i: of the clause, without a coordinated one, the full stop and
// the attribution at its edge.
func (f *finder) end(i int) int {
	if i >= len(f.Tokens) {
		return i
	}
	sent := f.Sentence(i)
	end := sent.Last
	pos := f.Tokens[i].Start
	at := sort.Search(len(f.Quotes), func(k int) bool { return f.Quotes[k].Span().Start > pos })
	for k := at - 1; k >= 0 && k >= at-recent; k-- {
		if q := f.Quotes[k]; q.Covers(f.Tokens[i].Span) {
			for _, c := range q.Content {
				if c.Contains(f.Tokens[i].Span) {
					_, last := f.TokenRange(c)
					end = min(end, last)
				}
			}
		}
	}
	for k := i + 1; k < end; k++ {
		if f.Norm(k) == ";" || f.endsAction(k, end) {
			end = k
			break
		}
	}
	for end > i+1 && (text.IsMark(f.Tag(end-1)) && f.Norm(end-1) != ")" || f.Tag(end-1) == tagger.CC) && !(f.IsQuoteMark(end-1) && f.Opening(end-1) > i) {
		end--
	}
	return end
}

// endsAction reports whether a coordinated clause or infinitive begins at token k.
func (f *finder) endsAction(k, end int) bool {
	if f.Tag(k) != tagger.CC && f.Norm(k) != "," {
		return false
	}
	j := k + 1
	for j < end && (f.Tag(j) == tagger.CC || text.IsAdverb(f.Tag(j)) && f.GroupAt[j] == none) {
		j++
	}
	if j >= end {
		return false
	}
	if g := f.GroupAt[j]; g != none {
		h := f.Groups[g]
		return h.First == j && (h.Form == syntax.Finite || h.Form == syntax.Infinitive && f.Tag(j) == tagger.TO)
	}
	if p := f.PhraseStarting(j); p != none && f.Tag(k) == tagger.CC {
		if f.VerbOf(p, min(end, f.Phrases[p].Last+1)) != none {
			return true
		}
	}
	if f.Norm(k) == "," {
		if f.Tag(k+1) == tagger.CC && f.Tag(j) == tagger.IN {
			return true // ", and by doing so, ..."
		}
		return lexicon.EndsAction.Has(f.Norm(j))
	}
	return false
}

// limits finds the deadline and the condition in the tokens [first, last), and the end of the action without them. A
// condition may reach to the end of the sentence.
func (f *finder) limits(first, last, sentEnd int) (due, condition text.Span, end int) {
	end = last
	for i := first + 1; i < sentEnd; i++ {
		if n := f.conditionAt(i); n > 0 && i <= last+1 {
			stop := f.conditionEnd(i+n, sentEnd)
			condition = f.Cover(i, stop)
			end = min(end, f.back(i, first))
			break
		}
	}
	for i := first + 1; i < end; i++ {
		n := deadline.Find(f.Tokens, i, end)
		if n == 0 {
			continue
		}
		due = f.Cover(i, i+n)
		if i+n >= end-1 {
			end = f.back(i, first)
		}
		break
	}
	return due, condition, end
}

// back steps over marks before token i.
func (f *finder) back(i, first int) int {
	for i > first+1 && (text.IsMark(f.Tag(i-1)) || f.IsQuoteMark(i-1) || f.Tag(i-1) == tagger.CC) {
		i--
	}
	return i
}

// conditionAt returns the length of the words that open a condition at token i, or 0.
func (f *finder) conditionAt(i int) int {
	switch f.Norm(i) {
	case "if", "unless", "once":
		return 1
	case "only":
		if f.Norm(i+1) == "if" {
			return 2
		}
	case "provided", "providing":
		return 1
	case "subject":
		if f.Norm(i+1) == "to" {
			return 2
		}
	case "on":
		if n := f.Norm(i + 1); n == "condition" {
			return 2
		} else if n == "the" && (f.Norm(i+2) == "condition" || f.Norm(i+2) == "understanding") {
			return 3
		}
	case "as":
		if f.Norm(i+1) == "long" && f.Norm(i+2) == "as" {
			return 3
		}
	case "in":
		if f.Norm(i+1) == "exchange" && f.Norm(i+2) == "for" {
			return 3
		}
	}
	return 0
}

func (f *finder) conditionEnd(i, limit int) int {
	for k := i; k < limit; k++ {
		if n := f.Norm(k); n == ";" || n == "." || f.IsQuoteMark(k) && k > i {
			return k
		}
	}
	for limit > i && text.IsMark(f.Tag(limit-1)) {
		limit--
	}
	return limit
}

// instrumentFor returns the agreement under which an action stands: named in the action, else between the verb that binds
// and the action, or from the beginning of a sentence that opens with "Under the X Agreement".
func (f *finder) instrumentFor(s stance.Stance, sent text.Sentence, first, last int) text.Span {
	if in := f.instrumentIn(first, last); in.Len() > 0 {
		return in
	}
	from := first
	if s.Group != none {
		from = max(sent.First, f.Groups[s.Group].First)
	} else if s.Object != none {
		from = max(sent.First, f.Phrases[s.Object].First)
	}
	if f.Norm(sent.First) == "under" || f.Norm(sent.First) == "in" {
		from = sent.First
	}
	return f.instrumentIn(from, first)
}

// instrumentIn returns the fullest mention of an agreement in the tokens [first, last).
func (f *finder) instrumentIn(first, last int) text.Span {
	var best text.Span
	for i := first; i < last; i++ {
		p := f.PhraseStarting(i)
		if p == none || f.Of(p) == entity.None || f.Entities[f.Of(p)].Kind != entity.Agreement {
			continue
		}
		end := f.ChainEnd(f.Phrases[p].Last, 3, last, "of", "on", "for")
		if s := f.Cover(f.Phrases[p].First, end); s.Len() > best.Len() {
			best = s
		}
	}
	return best
}
