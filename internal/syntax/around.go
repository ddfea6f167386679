package syntax

import (
	"slices"
	"sort"

	"github.com/communique-go/communique/internal/tagger"
	"github.com/communique-go/communique/internal/text"
)

// Behind returns the phrase that follows token i if that is one of the words, or None: Y in "X of Y".
func (s *Doc) Behind(i int, words ...string) int {
	if p := s.PhraseStarting(i + 1); p != None && slices.Contains(words, s.Norm(i)) {
		return p
	}
	return None
}

// Before returns the phrase that ends before token i if that is one of the words, or None: X in "X of Y".
func (s *Doc) Before(i int, words ...string) int {
	if p := s.PhraseEnding(i - 1); p != None && slices.Contains(words, s.Norm(i)) {
		return p
	}
	return None
}

// ChainEnd returns where the phrases end that prepositions tie to what ends before token i, each to the one before it: "the
// head | of the Authority for the Protection of Minorities". They are at most n and end by limit; if there are none, it is i.
func (s *Doc) ChainEnd(i, n, limit int, prepositions ...string) int {
	for ; n > 0; n-- {
		p := s.Behind(i, prepositions...)
		if p == None || s.Phrases[p].Last > limit {
			break
		}
		i = s.Phrases[p].Last
	}
	return i
}

// Core returns the first token of a phrase behind its determiners and its possessor. It leaves those that are part of a name
// ("The Hague"), which the function inName tells; nil stands for none.
func (s *Doc) Core(ph Phrase, inName func(i int) bool) int {
	first := ph.First
	for i := ph.First; i < ph.Last-1; i++ {
		switch s.Tag(i) {
		case tagger.POS:
		case tagger.DT, tagger.PDT, tagger.PRPS, tagger.WPS:
			if first < i {
				continue
			}
		default:
			continue
		}
		if inName == nil || !inName(i) {
			first = i + 1
		}
	}
	return first
}

// BehindArticle returns the first token of a phrase behind the article or demonstrative that may open it.
func (s *Doc) BehindArticle(ph Phrase) int {
	if s.Tag(ph.First) == tagger.DT && ph.Last-ph.First > 1 {
		return ph.First + 1
	}
	return ph.First
}

// Act returns the token where the words begin that tell what the verb of a group does: at the negation if there is one, else
// behind "to", and behind a modal, auxiliaries and the adverbs among them.
func (s *Doc) Act(g int) int {
	grp := s.Groups[g]
	for i := grp.First; i < grp.Head; i++ {
		if n := s.Norm(i); n == "not" || n == "never" {
			return i
		}
	}
	for i := grp.First; i < grp.Head; i++ {
		if tag := s.Tag(i); tag != tagger.MD && tag != tagger.TO && (grp.Form == Infinitive || !text.IsAdverb(tag)) {
			return i
		}
	}
	return grp.Head
}

// GroupOf returns the group that token i belongs to, None if it belongs to none or is outside the text.
func (s *Doc) GroupOf(i int) int {
	if i < 0 || i >= len(s.GroupAt) {
		return None
	}
	return s.GroupAt[i]
}

// GroupStarting returns the group whose first token is i, or None.
func (s *Doc) GroupStarting(i int) int {
	if g := s.GroupOf(i); g != None && s.Groups[g].First == i {
		return g
	}
	return None
}

// GroupHeaded returns the group whose main verb is token i, or None.
func (s *Doc) GroupHeaded(i int) int {
	if g := s.GroupOf(i); g != None && s.Groups[g].Head == i {
		return g
	}
	return None
}

// GroupsEnd returns the end of the groups of the sentence of group g: those behind it are [g+1, end).
func (s *Doc) GroupsEnd(g int) int {
	limit := s.Sentence(s.Groups[g].Head).Last
	return g + sort.Search(len(s.Groups)-g, func(k int) bool { return s.Groups[g+k].First >= limit })
}

// FiniteIn returns the first finite group that has one of the tokens [first, last), or None.
func (s *Doc) FiniteIn(first, last int) int {
	for i := max(first, 0); i < min(last, len(s.GroupAt)); i++ {
		if g := s.GroupAt[i]; g != None && s.Groups[g].Form == Finite {
			return g
		}
	}
	return None
}

// VerbOf returns the finite group of which phrase p is the subject and which stands behind it, before token limit, or None.
func (s *Doc) VerbOf(p, limit int) int {
	for i := s.Phrases[p].Last; i < min(limit, len(s.GroupAt)); i++ {
		if g := s.GroupAt[i]; g != None && s.Groups[g].Form == Finite && s.Groups[g].Subject == p {
			return g
		}
	}
	return None
}
