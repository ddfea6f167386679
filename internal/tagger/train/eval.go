package train

import "github.com/communique-go/communique/internal/tagger"

// Score is how often a model is right.
type Score struct{ Right, All int }

// Percent is the share of right tags.
func (s Score) Percent() float64 { return 100 * float64(s.Right) / float64(max(1, s.All)) }

func (s *Score) add(right bool) {
	s.All++
	if right {
		s.Right++
	}
}

// Report is what Evaluate finds.
type Report struct {
	All      Score // all words
	Prose    Score // words outside of headlines
	Words    Score // words outside of headlines that no rule or dictionary tags
	NounVerb Score // words outside of headlines that occur both as a common noun and as a verb
	Unknown  Score // words outside of headlines that the training data lack
}

// Evaluate compares the tags of a model with those of the sentences. The words
// that are ambiguous are looked for in the training data.
func Evaluate(m *tagger.Model, train, dev []Sentence) Report {
	type uses struct{ noun, verb int }
	seen := map[uint32]*uses{}
	var s tagger.Sentence
	for _, x := range train {
		s.Reset(x.Words)
		for i, t := range x.Tags {
			h := s.LowerHash(i)
			if seen[h] == nil {
				seen[h] = &uses{}
			}
			if t == tagger.NN || t == tagger.NNS {
				seen[h].noun++
			} else if t.IsVerb() {
				seen[h].verb++
			}
		}
	}
	var r Report
	var got []tagger.Tag
	for _, x := range dev {
		got = m.Tag(x.Words, got)
		s.Reset(x.Words)
		for i, want := range x.Tags {
			right := got[i] == want
			r.All.add(right)
			if s.Caseless {
				continue
			}
			r.Prose.add(right)
			if _, ok := s.Fixed(i); !ok {
				r.Words.add(right)
			}
			u := seen[s.LowerHash(i)]
			if u == nil {
				r.Unknown.add(right)
			} else if u.noun >= 3 && u.verb >= 3 && min(u.noun, u.verb)*20 >= u.noun+u.verb {
				r.NounVerb.add(right)
			}
		}
	}
	return r
}
