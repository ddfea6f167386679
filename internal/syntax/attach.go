package syntax

import (
	"github.com/communique-go/communique/internal/calendar"
	"github.com/communique-go/communique/internal/lexicon"
	"github.com/communique-go/communique/internal/tagger"
	"github.com/communique-go/communique/internal/text"
)

// attach finds the subject, object and governor of group gi; firstGroup is the first one of its sentence.
func (s *Doc) attach(sent text.Sentence, gi, firstGroup int) {
	g := &s.Groups[gi]
	g.Object = s.objectOf(*g, sent.Last)
	switch g.Form {
	case Finite:
		g.Subject = s.subjectOf(sent, gi, firstGroup)
		if g.Object == None {
			g.Object = s.relativeObject(sent, *g)
		}
	case Participle:
		if p := s.PhraseEnding(g.First - 1); p != None {
			g.Object = p // passive: the noun before it is what is acted upon
		}
	default:
		s.control(sent, gi, firstGroup)
	}
}

// objectOf returns the phrase right after the verb, over adverbs, particles and quotation marks.
func (s *Doc) objectOf(g Group, limit int) int {
	for i := g.Last; i < limit && i < g.Last+5; i++ {
		if p := s.PhraseStarting(i); p != None {
			return p
		}
		if tag := s.Tag(i); !text.IsAdverb(tag) && !s.IsQuoteMark(i) {
			return None
		}
	}
	return None
}

// relativeObject returns the antecedent of a relative clause whose verb lacks an object: "the equipment that France
// delivered", "the pledge it made".
func (s *Doc) relativeObject(sent text.Sentence, g Group) int {
	if g.Subject == None || g.Relative || s.Phrases[g.Subject].Last != g.First {
		return None
	}
	i := s.Phrases[g.Subject].First - 1
	if i <= sent.First {
		return None
	}
	if n := s.Norm(i); n == "that" || n == "which" || n == "whom" {
		return s.PhraseEnding(i - 1)
	}
	return s.PhraseEnding(i)
}

// control gives an infinitive or gerund the subject of the verb that governs it: its object ("urged X to leave"), or
// with verbs like "promise", and without an object, its subject.
func (s *Doc) control(sent text.Sentence, gi, firstGroup int) {
	g := &s.Groups[gi]
	if g.Form == Gerund && s.Norm(g.First-1) == "," && s.mainSubject(gi, firstGroup) {
		return // ", saying that ..." goes with the main clause
	}
	for h := gi - 1; h >= firstGroup; h-- {
		gov := s.Groups[h]
		if s.clauseBetween(gov.Last, g.First) {
			continue
		}
		g.Governor = h
		g.Subject = gov.Subject
		if gov.Passive && !lexicon.Control.Has(s.Lemma(gov.Head)) && gov.Form == Finite {
			return
		}
		if !lexicon.Control.Has(s.Lemma(gov.Head)) {
			if p := s.actorBetween(gov.Last, g.First); p != None {
				g.Subject = p
			}
		}
		return
	}
	if g.Form == Gerund { // "Speaking after the talks, X said": the subject follows
		for i := g.Last; i < sent.Last; i++ {
			if s.Norm(i) == "," {
				g.Subject = s.PhraseStarting(i + 1)
				return
			}
		}
	}
}

// mainSubject gives group gi the subject of the nearest finite clause before it that is no relative one.
func (s *Doc) mainSubject(gi, firstGroup int) bool {
	for h := gi - 1; h >= firstGroup; h-- {
		if prev := s.Groups[h]; prev.Form == Finite && !prev.Relative && prev.Subject != None {
			s.Groups[gi].Governor, s.Groups[gi].Subject = h, prev.Subject
			return true
		}
	}
	return false
}

// clauseBetween reports whether a clause boundary other than a coordination lies between two tokens.
func (s *Doc) clauseBetween(i, j int) bool {
	for ; i < j; i++ {
		switch s.Norm(i) {
		case ";", ":", "—", "–":
			return true
		}
	}
	return false
}

// actorBetween returns the phrase between two tokens that may act in an infinitive's place: the object of the verb before
// it, or what stands behind "on", "upon", "to", "for" or "with" ("called on X to", "influence with X to").
func (s *Doc) actorBetween(i, j int) int {
	found := None
	for direct := true; i < j; {
		p := s.PhraseStarting(i)
		switch {
		case p == None:
			direct = direct && (text.IsAdverb(s.Tag(i)) || s.Tag(i) == tagger.RP || s.IsQuoteMark(i))
			i++
			continue
		case calendar.IsDay(s.Norm(s.Phrases[p].Head)):
		case direct || i > 0 && s.passesOn(i-1):
			if found == None || !direct {
				found = p
			}
		}
		direct = false
		i = s.Phrases[p].Last
	}
	return found
}

// passesOn reports whether the preposition at token i may stand before the one who is to act.
func (s *Doc) passesOn(i int) bool {
	switch s.Norm(i) {
	case "on", "upon", "to", "for":
		return true
	}
	return false
}

// subjectOf finds the subject of a finite group: the nearest phrase to its left that is not in a prepositional phrase,
// over asides between commas; the antecedent of a relative pronoun; the subject of the verb it is coordinated with.
func (s *Doc) subjectOf(sent text.Sentence, gi, firstGroup int) int {
	g := &s.Groups[gi]
	i := g.First - 1
	for i >= sent.First && (text.IsAdverb(s.Tag(i)) || s.IsQuoteMark(i) || isFloating(s.Norm(i)) || calendar.IsDay(s.Norm(i))) {
		i--
	}
	if s.Norm(i) == "," && lexicon.NameSuffix.Has(s.Norm(i-1)) && s.Norm(i-2) == "," {
		i-- // "Joseph R. Biden, Jr., met"
	}
	if i < sent.First {
		return None
	}
	switch {
	case s.Tag(i) == tagger.CC, s.Norm(i) == ",", s.Norm(i) == ")":
		return s.subjectOver(sent, gi, firstGroup, i)
	case isRelative(s, i):
		g.Relative = true
		return s.antecedent(sent, i)
	}
	if p := s.PhraseEnding(i); p != None {
		if q := s.overRelative(gi, firstGroup, p); q != None {
			return q
		}
		return s.headOfChain(sent, p)
	}
	if s.Tag(i) == tagger.IN || s.Tag(i) == tagger.VBG || s.GroupAt[i] != None {
		return s.phraseLeft(sent, i)
	}
	return None
}

// overRelative returns the antecedent of a relative clause that ends in phrase p: "the minister who chaired the talks left".
func (s *Doc) overRelative(gi, firstGroup, p int) int {
	for h := gi - 1; h >= firstGroup; h-- {
		g := s.Groups[h]
		if g.Form != Finite {
			continue
		}
		if !g.Relative || s.reports(s.Lemma(g.Head)) || s.Norm(g.First-1) == "that" && s.reports(s.Lemma(g.First-2)) {
			return None // "who said the talks were over"
		}
		for k := g.Last; k < s.Phrases[p].First; k++ {
			if s.Norm(k) == "," || s.Tag(k) == tagger.CC || lexicon.Subordinator.Has(s.Norm(k)) && s.Tag(k) == tagger.IN {
				return None
			}
		}
		return g.Subject
	}
	return None
}

func isRelative(s *Doc, i int) bool {
	switch s.Norm(i) {
	case "who", "which", "whom":
		return true
	case "that":
		return s.PhraseEnding(i-1) != None
	}
	return false
}

// antecedent returns the phrase before the relative pronoun at i.
func (s *Doc) antecedent(sent text.Sentence, i int) int {
	for i--; i >= sent.First; i-- {
		if p := s.PhraseEnding(i); p != None {
			for s.Phrases[p].Joined {
				p--
			}
			return p
		}
		if s.Norm(i) != "," && s.Tag(i) != tagger.IN {
			return None
		}
	}
	return None
}

// subjectOver finds the subject where a conjunction or a comma at i stands before the verb.
func (s *Doc) subjectOver(sent text.Sentence, gi, firstGroup, i int) int {
	if s.Tag(i) == tagger.CC || s.Tag(i-1) == tagger.CC {
		return s.coordinated(gi, firstGroup)
	}
	if s.Norm(i) == "," {
		open := s.asideStart(sent, i)
		if open <= sent.First || s.hasMainVerb(open, i) { // "rejected X, stressed Y and urged Z"
			return s.coordinated(gi, firstGroup)
		}
		if open > sent.First {
			if p := s.PhraseEnding(open - 1); p != None {
				return s.headOfChain(sent, p)
			}
			return s.phraseLeft(sent, open)
		}
	}
	if s.Norm(i) == ")" {
		for k := i; k > sent.First && k > i-12; k-- {
			if s.Norm(k) == "(" {
				if p := s.PhraseEnding(k - 1); p != None {
					return s.headOfChain(sent, p)
				}
			}
		}
	}
	return None
}

// hasMainVerb reports whether a clause of its own stands between the commas at i and j, rather than an apposition, a
// relative clause or an attribution ("The ship, he said, would leave").
func (s *Doc) hasMainVerb(i, j int) bool {
	switch s.Norm(i + 1) {
	case "who", "which", "whose", "whom", "where", "when":
		return false
	}
	for k := i; k < j; k++ {
		g := s.GroupAt[k]
		if g == None || s.Groups[g].Form != Finite || s.Groups[g].Relative {
			continue
		}
		if p := s.Groups[g].Subject; s.reports(s.Lemma(s.Groups[g].Head)) && p != None && s.Phrases[p].First == i+1 {
			continue
		}
		return true
	}
	return false
}

// coordinated returns the subject of the verb that gi is joined to by a conjunction.
func (s *Doc) coordinated(gi, firstGroup int) int {
	fallback := None
	report := s.reports(s.Lemma(s.Groups[gi].Head))
	for h := gi - 1; h >= firstGroup; h-- {
		prev := s.Groups[h]
		if prev.Form != Finite || prev.Subject == None || prev.Relative {
			continue
		}
		if fallback == None {
			fallback = prev.Subject
		}
		if !report || s.reports(s.Lemma(prev.Head)) {
			return prev.Subject
		}
	}
	return fallback
}

// asideStart returns the comma that opens the aside closed by the comma at i, or -1.
func (s *Doc) asideStart(sent text.Sentence, i int) int {
	for k := i - 1; k >= sent.First; k-- {
		if s.Norm(k) == "," && !s.inList(k) {
			return k
		}
		if s.IsQuoteMark(k) {
			return None
		}
	}
	return None
}

// inList reports whether the comma at k separates members of a list.
func (s *Doc) inList(k int) bool {
	p := s.PhraseEnding(k - 1)
	return p != None && s.Phrases[p].Next != None
}

// headOfChain climbs from a phrase inside prepositional phrases to the one that heads them: "the head of the authority".
func (s *Doc) headOfChain(sent text.Sentence, p int) int {
	for {
		first := s.Phrases[p].First
		if s.Phrases[p].Joined && p > 0 { // a list: its first member is the subject, the others are coordinates
			p--
			continue
		}
		i := first - 1
		if i < sent.First || !isPreposition(s, i) {
			return p
		}
		k := i - 1
		for k >= sent.First && (text.IsAdverb(s.Tag(k)) || s.IsQuoteMark(k)) {
			k--
		}
		q := s.PhraseEnding(k)
		if q == None {
			if g := s.reducedRelative(k); g != None { // "a statement carried by state media"
				return s.headOfChain(sent, g)
			}
			return p
		}
		p = q
	}
}

// reducedRelative returns the noun that the participle at token k modifies, or None.
func (s *Doc) reducedRelative(k int) int {
	if k < 0 || s.GroupAt[k] == None || s.Groups[s.GroupAt[k]].Form != Participle {
		return None
	}
	return s.PhraseEnding(s.Groups[s.GroupAt[k]].First - 1)
}

// isPreposition tells the prepositions from the subordinating conjunctions that share their tag.
func isPreposition(s *Doc, i int) bool {
	if s.Tag(i) == tagger.TO {
		return true
	}
	if s.Tag(i) != tagger.IN {
		return false
	}
	return !lexicon.Subordinator.Has(s.Norm(i))
}

// phraseLeft returns the nearest phrase that ends before token i and stands in no prepositional phrase.
func (s *Doc) phraseLeft(sent text.Sentence, i int) int {
	for k := i - 1; k >= sent.First; k-- {
		if p := s.PhraseEnding(k); p != None {
			return s.headOfChain(sent, p)
		}
		if s.Norm(k) == ";" || s.Norm(k) == ":" {
			return None
		}
	}
	return None
}

// Argument returns the phrase that follows the preposition prep after group g within its clause, or None.
func (s *Doc) Argument(g Group, prep string) int {
	limit := s.Sentence(g.Head).Last
	for i := g.Last; i < limit && i < g.Last+maxReach; i++ {
		if s.Norm(i) == prep {
			for k := i + 1; k < limit && k < i+4; k++ {
				if p := s.PhraseStarting(k); p != None {
					return p
				}
			}
		}
		if h := s.GroupAt[i]; h != None && s.Groups[h].Form == Finite || s.Norm(i) == ";" {
			return None
		}
	}
	return None
}

// maxReach is how many tokens after a verb its arguments are sought.
const maxReach = 30
