package syntax

import (
	"strings"

	"github.com/communique-go/communique/internal/calendar"
	"github.com/communique-go/communique/internal/lexicon"
	"github.com/communique-go/communique/internal/tagger"
	"github.com/communique-go/communique/internal/text"
)

// groupEnd returns the end of the verb group that begins at token i, or i if none does.
func (s *Doc) groupEnd(i, limit int) int {
	tag := s.Tag(i)
	j := i
	switch {
	case tag == tagger.TO:
		j = s.skipAdverbs(i+1, limit)
		if j >= limit || !text.IsVerb(s.Tag(j)) || s.Tag(j) == tagger.VBG && s.Lemma(j) != "be" {
			return i
		}
	case tag == tagger.MD, text.IsVerb(tag):
		if text.IsVerb(tag) && s.modifiesNoun(i, limit) {
			return i
		}
	case tag == tagger.RB && (s.Norm(i) == "not" || s.Norm(i) == "never"):
		j = s.skipAdverbs(i, limit)
		if j >= limit || !(text.IsVerb(s.Tag(j)) && s.Tag(j) != tagger.VBD || s.Tag(j) == tagger.TO) {
			return i
		}
		if s.Tag(j) == tagger.TO {
			return s.groupEnd(j, limit)
		}
	default:
		return i
	}
	for {
		next := s.nextVerb(j, limit)
		if next == j {
			return j + 1
		}
		j = next
	}
}

// modifiesNoun reports whether a participle at i stands before the noun it modifies rather than heading a group.
func (s *Doc) modifiesNoun(i, limit int) bool {
	tag := s.Tag(i)
	if tag != tagger.VBN && tag != tagger.VBG || i == 0 {
		return false
	}
	switch prev := s.Tag(i - 1); {
	case prev == tagger.DT || prev == tagger.PRPS || prev == tagger.POS || text.IsAdjective(prev) && s.PhraseAt[i-1] == None:
		return s.nounFollows(i, limit)
	case tag == tagger.VBN && i+1 < limit && s.Tag(i+1) == tagger.NNS:
		return !text.IsVerb(prev) && prev != tagger.MD && prev != tagger.TO && !text.IsAdverb(prev)
	}
	return false
}

// nextVerb returns the token of the verb that goes on with the group whose last verb so far is at j, or j. Adverbs may
// stand between, and a short aside: "has, however, withdrawn", "has for years now encouraged".
func (s *Doc) nextVerb(j, limit int) int {
	if !s.isAuxiliary(j) {
		return j
	}
	k := s.skipAdverbs(j+1, limit)
	if k < limit && s.continues(j, k) {
		return k
	}
	if k+1 < limit && s.Tag(k) == tagger.JJ && s.Lemma(j) == "have" && s.continues(j, k+1) { // "has once again outright rejected"
		return k + 1
	}
	if s.Norm(j+1) == "," || s.Tag(j+1) == tagger.IN && s.Lemma(j) == "have" {
		for k = j + 1; k < limit && k < j+8; k++ {
			tag := s.Tag(k)
			if before := s.Tag(k - 1); s.continues(j, k) && (tag != tagger.VBD || !text.IsNoun(before) && before != tagger.PRP) {
				return k
			}
			if !text.IsAdverb(tag) && tag != tagger.Comma && tag != tagger.IN && tag != tagger.CD && !text.IsNoun(tag) && !text.IsAdjective(tag) {
				break
			}
		}
	}
	return j
}

func (s *Doc) isAuxiliary(i int) bool {
	if s.Tag(i) == tagger.MD {
		return true
	}
	switch s.Lemma(i) {
	case "be", "have", "do":
		return true
	}
	return false
}

// continues reports whether the verb at k can follow the auxiliary at j.
func (s *Doc) continues(j, k int) bool {
	tag := s.Tag(k)
	switch {
	case s.Tag(j) == tagger.MD || s.Lemma(j) == "do":
		return tag == tagger.VB || tag == tagger.VBP || s.Tag(j) == tagger.MD && tag == tagger.VBD
	case s.Lemma(j) == "have":
		return tag == tagger.VBN || tag == tagger.VBD
	}
	return tag == tagger.VBN || tag == tagger.VBG || tag == tagger.VBD
}

func (s *Doc) skipAdverbs(i, limit int) int {
	for i < limit && (s.Tag(i) == tagger.RB || s.Tag(i) == tagger.RBR || s.IsQuoteMark(i) || isFloating(s.Norm(i))) {
		i++
	}
	return i
}

// isFloating reports whether w is a pronoun or quantifier that may stand between auxiliary and verb.
func isFloating(w string) bool {
	return isReflexive(w) || w == "both" || w == "each" || w == "all" || w == "today" || w == "also"
}

func (s *Doc) addGroup(first, last int) {
	g := Group{First: first, Last: last, Head: last - 1, Subject: None, Object: None, Governor: None, Predicate: None}
	for i := first; i < last; i++ {
		s.GroupAt[i] = len(s.Groups)
		switch {
		case s.Tag(i) == tagger.MD && g.Modal == "":
			g.Modal = s.Lemma(i)
		case s.Norm(i) == "not" || s.Norm(i) == "n't" || s.Norm(i) == "never":
			g.Negated = true
		case i < g.Head && s.Lemma(i) == "have":
			g.Perfect = true
		}
	}
	head := s.Tag(g.Head)
	aux := s.auxiliaryBefore(g)
	g.Passive = aux == "be" && (head == tagger.VBN || head == tagger.VBD)
	switch {
	case s.Tag(first) == tagger.TO || s.Norm(first) == "not" && s.Tag(first+1) == tagger.TO:
		g.Form = Infinitive
	case g.Modal == "" && aux == "" && head == tagger.VB && (s.followsVerb(first) || s.splitInfinitive(first)):
		g.Form = Infinitive
	case aux == "" && g.Modal == "" && head == tagger.VBG, s.Tag(first) == tagger.VBG:
		g.Form = Gerund
	case aux == "" && g.Modal == "" && head == tagger.VBN:
		g.Form = Participle
		g.Passive = true
	}
	if s.Lemma(g.Head) == "be" && (s.Norm(last) == "not" || s.Norm(last) == "n't" || s.Norm(last) == "never") {
		g.Negated = true
	}
	if s.Lemma(g.Head) == "be" || lexicon.Copula.Has(s.Lemma(g.Head)) {
		g.Predicate = s.predicate(last)
	}
	s.Groups = append(s.Groups, g)
}

// splitInfinitive reports whether "to" stands before token i over an aside: "to, once again, make the case".
func (s *Doc) splitInfinitive(i int) bool {
	for k := i - 1; k >= 0 && k > i-6; k-- {
		if s.Tag(k) == tagger.TO {
			return true
		}
		if tag := s.Tag(k); !text.IsAdverb(tag) && tag != tagger.Comma {
			return false
		}
	}
	return false
}

func (s *Doc) followsVerb(i int) bool {
	return i > 0 && (s.GroupAt[i-1] != None || s.PhraseAt[i-1] != None && s.Phrases[s.PhraseAt[i-1]].First > 0 &&
		s.GroupAt[s.Phrases[s.PhraseAt[i-1]].First-1] != None)
}

// auxiliaryBefore returns the lemma of the last auxiliary before the head, "" if there is none.
func (s *Doc) auxiliaryBefore(g Group) string {
	for i := g.Head - 1; i >= g.First; i-- {
		if l := s.Lemma(i); l == "be" || l == "have" || l == "do" {
			return l
		}
	}
	return ""
}

// predicate returns the adjective or participle after a copula, or None.
func (s *Doc) predicate(i int) int {
	for k := i; k < len(s.Tokens) && k < i+4; k++ {
		tag := s.Tag(k)
		switch {
		case tag == tagger.JJ && !s.nounFollows(k, len(s.Tokens)), tag == tagger.VBN:
			return k
		case !text.IsAdverb(tag):
			return None
		}
	}
	return None
}

// mendForms tells past tenses from participles by what stands around them, where the tagger went by the word.
func (s *Doc) mendForms(sent text.Sentence, first int) {
	for gi := first; gi < len(s.Groups); gi++ {
		g := &s.Groups[gi]
		before := g.First - 1
		for before > sent.First && text.IsAdverb(s.Tag(before)) {
			before--
		}
		p := s.PhraseEnding(before)
		if p == None && g.Form == Participle && (s.joinsPast(before, gi, first) || s.isHeadless(sent, gi)) {
			g.Form, g.Passive = Finite, false
		}
		if p == None || g.Last-g.First > 1 {
			continue
		}
		switch {
		case g.Form == Participle && s.isPastTense(sent, gi, p):
			g.Form, g.Passive = Finite, false
		case g.Form == Finite && s.Tag(g.Head) == tagger.VBD && s.isReducedRelative(gi, first, p):
			g.Form, g.Passive = Participle, true
		}
	}
}

// joinsPast reports whether a conjunction at token i joins a participle to a verb in the simple past, which makes it one
// too: "She called on X and pledged to ...".
func (s *Doc) joinsPast(i, gi, first int) bool {
	if s.Tag(i) != tagger.CC || gi == first {
		return false
	}
	for h := gi - 1; h >= first; h-- {
		if prev := s.Groups[h]; prev.Form == Finite {
			return prev.Last-prev.First == 1 && s.Tag(prev.Head) == tagger.VBD && !prev.Passive
		}
	}
	return false
}

// isHeadless reports whether a participle is all the verb there is in a phrase that stands alone: "condemned in the
// strongest terms".
func (s *Doc) isHeadless(sent text.Sentence, gi int) bool {
	return s.Groups[gi].First == sent.First && s.nextFinite(gi) == None && s.Norm(s.Groups[gi].Last) != "by"
}

// isPastTense reports whether a participle behind phrase p is the past tense of p's clause: p opens the clause or a
// relative clause, and no other finite verb claims it.
func (s *Doc) isPastTense(sent text.Sentence, gi, p int) bool {
	g := s.Groups[gi]
	before := s.Phrases[p].First - 1
	if s.Norm(g.Last) == "by" {
		return false
	}
	if before >= sent.First && (s.Norm(before) == "that" || s.Norm(before) == "which") {
		return true
	}
	if before >= sent.First && !s.IsQuoteMark(before) {
		return false
	}
	if q := s.PhraseStarting(g.Last); q != None && !calendar.IsDay(s.Norm(s.Phrases[q].Head)) {
		return true
	}
	next := s.nextFinite(gi)
	return next == None || s.Tag(s.Groups[next].First-1) == tagger.CC
}

// isReducedRelative reports whether a past tense behind phrase p is the participle of a reduced relative clause: p is
// the object of a verb, or stands behind a preposition, in a clause that has its verb already ("return to the line
// agreed in Prague").
func (s *Doc) isReducedRelative(gi, first, p int) bool {
	g := s.Groups[gi]
	if !strings.HasSuffix(s.Norm(g.Head), "ed") || gi == first {
		return false
	}
	if q := s.PhraseStarting(g.Last); q != None { // an object of its own
		return false
	}
	start := s.Phrases[p].First
	for k := start - 1; k >= s.Groups[first].First; k-- {
		switch s.Norm(k) {
		case ",", ";", "that", "which", "who", "and", "but", "or", ":":
			return false
		}
		if lexicon.Subordinator.Has(s.Norm(k)) && s.Tag(k) == tagger.IN || s.IsQuoteMark(k) {
			return false
		}
		if h := s.GroupAt[k]; h != None {
			return s.Groups[h].Form == Finite && !s.reports(s.Lemma(s.Groups[h].Head)) || s.Groups[h].Form == Infinitive
		}
	}
	return false
}

// nextFinite returns the next finite group of the sentence that is in no relative clause, or None.
func (s *Doc) nextFinite(gi int) int {
	sent := s.Tokens[s.Groups[gi].Head].Sent
	for h := gi + 1; h < len(s.Groups) && s.Tokens[s.Groups[h].Head].Sent == sent; h++ {
		g := s.Groups[h]
		if g.Form != Finite || isRelative(s, g.First-1) {
			continue
		}
		if p := s.PhraseEnding(g.First - 1); p != None && isRelative(s, s.Phrases[p].First-1) {
			continue
		}
		return h
	}
	return None
}
