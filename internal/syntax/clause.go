package syntax

import (
	"github.com/communique-go/communique/internal/lexicon"
	"github.com/communique-go/communique/internal/tagger"
)

// ClauseStarts reports whether a finite clause begins at token k and has its verb before limit: with a phrase that is the
// subject, or has it behind it, or with an adverbial or a conjunction. Behind "that" the verb may be in the subjunctive.
func (s *Doc) ClauseStarts(k, limit int) bool {
	if k >= limit {
		return false
	}
	that := s.Norm(k-1) == "that"
	if lexicon.ClauseOpener.Has(s.Norm(k)) {
		return s.VerbWithin(k, limit, 40)
	}
	p := s.PhraseStarting(k)
	if p == None {
		return that && s.VerbWithin(k, limit, 12)
	}
	for i := s.Phrases[p].Last; i < limit && i < s.Phrases[p].Last+30; i++ {
		g := s.GroupHeaded(i)
		if g == None {
			continue
		}
		switch grp := s.Groups[g]; {
		case grp.Form == Finite && !grp.Relative && grp.Subject >= p:
			return true
		case that && s.Tag(i) == tagger.VB: // "demanded that it withdraw"
			return true
		case grp.Form == Infinitive && !that:
			return false
		}
	}
	return false
}

// VerbWithin reports whether a finite verb, or one in the subjunctive, stands among the n tokens from k on, before limit.
func (s *Doc) VerbWithin(k, limit, n int) bool {
	for i := k; i < limit && i < k+n; i++ {
		if g := s.GroupAt[i]; g != None && (s.Groups[g].Form == Finite || s.Tag(i) == tagger.VB) {
			return true
		}
	}
	return false
}
