package syntax

import (
	"github.com/communique-go/communique/internal/calendar"
	"github.com/communique-go/communique/internal/lexicon"
	"github.com/communique-go/communique/internal/tagger"
	"github.com/communique-go/communique/internal/text"
)

// chunk finds the noun phrases and verb groups of a sentence from left to right.
func (s *Doc) chunk(sent text.Sentence) {
	for i := sent.First; i < sent.Last; {
		s.demonstrative(i, sent)
		if end := s.setNameAt(i, sent); end > i {
			s.addPhrase(i, end, end-1)
			i = end
			continue
		}
		if end := s.groupEnd(i, sent.Last); end > i {
			s.addGroup(i, end)
			i = end
			continue
		}
		if end, head := s.phraseEnd(i, sent.Last); end > i {
			s.addPhrase(i, end, head)
			i = end
			continue
		}
		i++
	}
}

// demonstrative retags "that" before a noun, behind a verb that takes no clause: "signed that agreement".
func (s *Doc) demonstrative(i int, sent text.Sentence) {
	if s.Norm(i) != "that" || i == sent.First || i+1 >= sent.Last || s.Tag(i) != tagger.IN {
		return
	}
	if text.IsVerb(s.Tag(i-1)) && !s.reports(s.Lemma(i-1)) && (s.Tag(i+1) == tagger.NN || text.IsAdjective(s.Tag(i+1))) {
		s.Tokens[i].Tag = tagger.DT
	}
}

func (s *Doc) addPhrase(first, last, head int) {
	for i := first; i < last; i++ {
		s.PhraseAt[i] = len(s.Phrases)
	}
	s.Phrases = append(s.Phrases, Phrase{First: first, Last: last, Head: head, Next: None})
}

// phraseEnd returns the end and the head of the noun phrase that begins at token i, or i if none does.
func (s *Doc) phraseEnd(i, limit int) (end, head int) {
	if s.Tag(i) == tagger.PRP && !isReflexive(s.Norm(i)) {
		return i + 1, i
	}
	head = None
	j := i
	for ; j < limit; j++ {
		tag := s.Tag(j)
		switch {
		case text.IsNoun(tag) && head != None && calendar.IsDay(s.Norm(j)):
			return j, head // "Putin today"
		case text.IsNoun(tag):
			head = j
		case tag == tagger.CD:
			if head != None && !text.IsName(s.Tag(head)) && s.Tag(head) != tagger.CD {
				return j, head
			}
			if head == None || s.Tag(head) == tagger.CD {
				head = j // "three of them"; a noun that follows takes over
			}
		case tag == tagger.POS:
			if head == None {
				return i, None
			}
			head = None
			if j+1 >= limit || !s.continuesAfterPossessive(j+1) {
				return j, j - 1
			}
		case tag == tagger.DT || tag == tagger.PDT || tag == tagger.PRPS || tag == tagger.WPS:
			if j > i && s.Tag(j-1) != tagger.PDT && !(tag == tagger.DT && isQuantifier(s.Norm(j-1))) {
				return s.closePhrase(i, j, head)
			}
		case text.IsAdjective(tag) || tag == tagger.Dollar:
			if head != None && !s.nounFollows(j, limit) {
				return s.closePhrase(i, j, head)
			}
		case tag == tagger.VBN || tag == tagger.VBG:
			if !s.isModifier(i, j, limit) || head != None && s.Tag(head) != tagger.CD {
				return s.closePhrase(i, j, head)
			}
		case tag == tagger.RB:
			if j == i && !s.opensWithAdverb(j, limit) || head != None || !s.modifierFollows(j, limit) {
				return s.closePhrase(i, j, head)
			}
		default:
			return s.closePhrase(i, j, head)
		}
	}
	return s.closePhrase(i, j, head)
}

// closePhrase ends a phrase before token j. Without a noun, a determiner, numeral or adjective may stand for one.
func (s *Doc) closePhrase(i, j, head int) (int, int) {
	if head != None {
		return j, head
	}
	if j == i {
		return i, None
	}
	switch last := s.Tag(j - 1); {
	case last == tagger.DT && lexicon.Pronoun.Has(s.Norm(j-1)):
		return j, j - 1
	case text.IsAdjective(last) && s.Tag(i) == tagger.DT && j-i > 1:
		return j, j - 1 // "the bereaved"
	}
	return i, None
}

func (s *Doc) continuesAfterPossessive(i int) bool {
	tag := s.Tag(i)
	return text.IsNoun(tag) || text.IsAdjective(tag) || tag == tagger.CD || tag == tagger.VBG || tag == tagger.VBN || tag == tagger.RB
}

// nounFollows reports whether the adjective at j is followed by a noun, over other modifiers.
func (s *Doc) nounFollows(j, limit int) bool {
	for k := j + 1; k < limit && k < j+4; k++ {
		tag := s.Tag(k)
		if text.IsNoun(tag) {
			return true
		}
		if !text.IsAdjective(tag) && tag != tagger.VBN && tag != tagger.CD {
			return false
		}
	}
	return false
}

// isModifier reports whether the participle at j modifies a noun that follows: "the armed groups", "continued violations".
func (s *Doc) isModifier(i, j, limit int) bool {
	if j == i {
		return j+1 < limit && s.Tag(j+1) == tagger.NNS && s.Tag(j) == tagger.VBN && !text.IsVerb(s.Tag(j-1)) && s.Tag(j-1) != tagger.TO
	}
	return s.nounFollows(j, limit)
}

func (s *Doc) opensWithAdverb(j, limit int) bool {
	return j+2 < limit && (text.IsAdjective(s.Tag(j+1)) || s.Tag(j+1) == tagger.CD) && text.IsNoun(s.Tag(j+2))
}

func (s *Doc) modifierFollows(j, limit int) bool {
	if j+1 >= limit {
		return false
	}
	tag := s.Tag(j + 1)
	return (text.IsAdjective(tag) || tag == tagger.CD || tag == tagger.VBN || tag == tagger.VBG) && s.nounFollows(j+1, limit) || tag == tagger.CD
}

func isReflexive(w string) bool {
	n := len(w)
	return n > 4 && w[n-4:] == "self" || n > 6 && w[n-6:] == "selves"
}

func isQuantifier(w string) bool { return w == "all" || w == "both" || w == "half" }

// join links the phrases of lists and coordinations: "Denmark, Estonia and Finland".
func (s *Doc) join(first int) {
	for p := first; p+1 < len(s.Phrases); p++ {
		a, b := &s.Phrases[p], &s.Phrases[p+1]
		gap := b.First - a.Last
		switch {
		case gap == 1 && s.isAnd(a.Last), gap == 2 && s.Norm(a.Last) == "," && s.isAnd(a.Last+1):
			if s.commaListEnds(p) || gap == 1 {
				a.Next, b.Joined = p+1, true
			}
		case gap == 1 && s.Norm(a.Last) == "," && !s.isPersonAfterPlace(*a, *b) && s.listGoesOn(p+1):
			a.Next, b.Joined = p+1, true
		}
	}
}

func (s *Doc) isAnd(i int) bool { return s.Norm(i) == "and" || s.Norm(i) == "&" || s.Norm(i) == "or" }

// commaListEnds reports whether the phrase p stands in a list of names, so that ", and" after it closes the list.
func (s *Doc) commaListEnds(p int) bool { return s.Phrases[p].Joined }

// listGoesOn reports whether p is an inner member of a list that ends with "and": "A, p and B" or "A, p, B and C".
func (s *Doc) listGoesOn(p int) bool {
	for n := 0; p+1 < len(s.Phrases) && n < 12; n++ {
		a, b := s.Phrases[p], s.Phrases[p+1]
		gap := b.First - a.Last
		switch {
		case gap == 1 && s.isAnd(a.Last), gap == 2 && s.Norm(a.Last) == "," && s.isAnd(a.Last+1):
			return true
		case gap == 1 && s.Norm(a.Last) == "," && s.bothNames(a, b):
			p++
		default:
			return false
		}
	}
	return false
}

func (s *Doc) bothNames(a, b Phrase) bool {
	return text.IsName(s.Tag(a.Head)) && text.IsName(s.Tag(b.Head))
}
