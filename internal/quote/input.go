package quote

import (
	"github.com/communique-go/communique/internal/attribution"
	"github.com/communique-go/communique/internal/cue"
	"github.com/communique-go/communique/internal/entity"
	"github.com/communique-go/communique/internal/text"
)

// Input returns what the learnt model reads of a text.
func Input(d *entity.Doc, cues *cue.Table) *attribution.Input {
	f := newFinder(d, cues)
	f.rules()
	return f.input()
}

// input returns what the learnt model reads: the text with its syntax, and the attributions that the rules found in it.
func (f *finder) input() *attribution.Input {
	in := &attribution.Input{Doc: f.Doc.Doc, Marks: f.Marks}
	for _, q := range f.quotes {
		for _, c := range q.Content {
			in.Rules = f.appendRuled(in.Rules, attribution.Content, c)
		}
		in.Rules = f.appendRuled(in.Rules, attribution.Cue, q.Cue)
		in.Rules = f.appendRuled(in.Rules, attribution.Source, q.Source)
	}
	return in
}

func (f *finder) appendRuled(dst []attribution.Ruled, k attribution.Type, s text.Span) []attribution.Ruled {
	if s.Len() == 0 {
		return dst
	}
	first, last := f.TokenRange(s)
	return append(dst, attribution.Ruled{Type: k, First: first, Last: last})
}
