package syntax

import (
	"strings"
	"sync"

	"github.com/communique-go/communique/internal/calendar"
	"github.com/communique-go/communique/internal/gazetteer"
	"github.com/communique-go/communique/internal/lemma"
	"github.com/communique-go/communique/internal/lexicon"
	"github.com/communique-go/communique/internal/tagger"
	"github.com/communique-go/communique/internal/text"
)

// longestNameChain is how many phrases one name runs through: "Under Secretary of State for Political Affairs NAME".
const longestNameChain = 8

// longestName is the number of words of a person's name.
const longestName = 6

// mendNames makes one phrase of a name that prepositions, commas or conjunctions run through ("Minister of Foreign Affairs
// NAME", "Joseph R. Biden, Jr.", "Front for the Liberation of ..."), and two of what stands side by side by chance ("Last
// night NAME"). It begins with the first phrase of a sentence.
func (s *Doc) mendNames(sent text.Sentence, first int) {
	old := append([]Phrase(nil), s.Phrases[first:]...)
	s.Phrases = s.Phrases[:first]
	for p := 0; p < len(old); {
		ph := old[p]
		if t := s.timeBefore(sent, ph); t > ph.First {
			s.addPhrase(ph.First, t, t-1)
			ph.First = t
		}
		if t := s.pluralBefore(ph); t > ph.First {
			s.addPhrase(ph.First, t, t-1)
			ph.First = t
		}
		n := s.nameChain(&ph, old[p:])
		if t := s.placeBefore(ph); ph.Name == 0 && t > ph.First {
			s.addPhrase(ph.First, t, t-1)
			ph.First = t
		}
		s.addName(ph)
		p += n
	}
}

// addName is addPhrase for a phrase that may have a name.
func (s *Doc) addName(ph Phrase) {
	s.addPhrase(ph.First, ph.Last, ph.Head)
	s.Phrases[len(s.Phrases)-1].Name = ph.Name
}

// nameChain extends the first phrase of a list by those that belong to the same name, and returns how many that are, itself
// included.
func (s *Doc) nameChain(ph *Phrase, next []Phrase) int {
	n := 1
	if k, name := s.titledName(*ph, next); k > 0 {
		ph.Last, ph.Head, ph.Name = next[k].Last, next[k].Head, name
		n = k + 1
		if ph.First > 0 && s.Norm(ph.First-1) == "under" && s.Tokens[ph.First-1].Upper && s.Norm(ph.First) == "secretary" {
			ph.First--
			s.Tokens[ph.First].Tag = tagger.NNP
		}
	} else if k := s.bodyName(*ph, next); k > 0 {
		ph.Last = next[k].Last
		n = k + 1
	}
	if n < len(next) && s.isSuffix(*ph, next[n]) {
		ph.Last, ph.Head = next[n].Last, next[n].Last-1
		n++
	}
	return n
}

// isSuffix reports whether a phrase is the suffix of the name before it: ", Jr.".
func (s *Doc) isSuffix(ph, q Phrase) bool {
	return q.First == ph.Last+1 && q.Last == q.First+1 && s.Norm(ph.Last) == "," && s.Tokens[ph.Last-1].Upper &&
		ph.Last-ph.First >= 2 && lexicon.NameSuffix.Has(s.Norm(q.First))
}

// titledName reports through how many of the phrases behind a title its words run up to a person's name, and where the name
// begins: "Minister", "of", "Foreign Affairs NAME". It returns 0 if no name follows.
func (s *Doc) titledName(ph Phrase, next []Phrase) (n, name int) {
	if !lexicon.TitleHeads()[s.Norm(ph.Last-1)] {
		return 0, 0
	}
	for k := 1; k < len(next) && k < longestNameChain; k++ {
		q := next[k]
		if !s.links(next[k-1].Last, q.First, k > 1) {
			return 0, 0
		}
		core := q.First
		for core < q.Last-1 && (s.Tag(core) == tagger.DT || s.Tag(core) == tagger.PRPS) {
			core++
		}
		if !s.Tokens[core].Upper || lexicon.Honorifics()[s.Norm(core)] { // "the Secretary of Trade, Mr NAME": an apposition
			return 0, 0
		}
		if at := s.nameStart(core, q.Last); at > core {
			return k, at
		} else if at == core {
			return 0, 0
		}
	}
	return 0, 0
}

// between returns the words between two phrases.
func (s *Doc) between(i, j int) string {
	if j-i == 1 {
		return s.Norm(i)
	}
	var words []string
	for ; i < j && len(words) < 4; i++ {
		words = append(words, s.Norm(i))
	}
	return strings.Join(words, " ")
}

// links reports whether the tokens [i, j) tie an office to its field: "of", "for East Asian and"; with and set, "and" alone.
func (s *Doc) links(i, j int, and bool) bool {
	for j-i > 2 && s.Tag(j-1) == tagger.CC && s.Tokens[j-2].Upper && text.IsAdjective(s.Tag(j-2)) {
		j -= 2
	}
	between := s.between(i, j)
	return isLink(between) || and && isAndLink(between)
}

// isLink reports whether the words between two phrases may tie an office to its field.
func isLink(w string) bool {
	switch w {
	case "of", "for", "to", "on", "in charge of", "at":
		return true
	}
	return false
}

func isAndLink(w string) bool { return w == "and" || w == "," || w == ", and" || w == "&" }

// nameStart returns the token at which a person's name begins in the tokens [first, last), which tell the field of an office
// and then, perhaps, who holds it: "Foreign Affairs NAME". It returns first if they are a name altogether, -1 if none.
func (s *Doc) nameStart(first, last int) int {
	given := lexicon.FirstNames()
	if _, ok := given[s.Word(first)]; ok && last-first >= 2 && !s.isField(first+1) {
		return first
	}
	for k := max(first+1, last-longestName); k < last; k++ {
		if !s.Tokens[k].Upper || s.Tag(k-1) == tagger.POS {
			continue
		}
		_, isGiven := given[s.Word(k)]
		switch {
		case isGiven && last-k >= 2 && s.isNameTo(k+1, last, false):
			return k
		case !isGiven && s.isField(k-1) && s.isNameTo(k, last, true) && (last-k >= 2 || lexicon.Portfolio.Has(s.Norm(k-1))):
			return k
		}
	}
	return -1
}

// isNameTo reports whether the tokens [first, last) can be words of a person's name; strict if none may be the name of a
// place either.
func (s *Doc) isNameTo(first, last int, strict bool) bool {
	for i := first; i < last; i++ {
		w := s.Word(i)
		switch {
		case strings.Contains(w, "/"):
			return false
		case s.Tag(i) == tagger.POS || s.Tag(i) == tagger.CD:
			return false
		case !s.Tokens[i].Upper:
			if i == last-1 || i == first && strict || len(w) > 5 && !strings.HasPrefix(w, "al-") {
				return false
			}
		case lexicon.Portfolio.Has(s.Norm(i)) || lexicon.TitleHeads()[s.Norm(i)] || s.isBodyNoun(i):
			return false
		case strict && (i == last-1 && placeWords()[w] || w == strings.ToUpper(w) && len(w) > 3 || calendar.IsDay(s.Norm(i)) || calendar.IsMonth(s.Norm(i))):
			return false
		}
	}
	return true
}

// isField reports whether token i is a word for the field of an office: "Affairs", "Poland", "Defence".
func (s *Doc) isField(i int) bool {
	w := s.Word(i)
	if k := strings.IndexByte(w, '/'); k >= 0 { // "Security Policy/Vice-President NAME"
		return lexicon.Portfolio.Has(strings.ToLower(w[:k]))
	}
	return lexicon.Portfolio.Has(s.Norm(i)) || placeWords()[w] || s.isBodyNoun(i) || len(w) > 1 && len(w) < 7 && w == strings.ToUpper(w)
}

// isBodyNoun reports whether token i is a common noun that heads actors, agreements, events or places.
func (s *Doc) isBodyNoun(i int) bool {
	for _, n := range lexicon.Nouns()[lemma.Noun(s.Norm(i))] {
		if n.Kind != "person" {
			return true
		}
	}
	return false
}

// placeWords returns the last words of the names of states, of their adjectives and of their capitals.
var placeWords = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	put := func(forms ...string) {
		for _, f := range forms {
			all[f[strings.LastIndexByte(f, ' ')+1:]] = true
		}
	}
	for _, c := range gazetteer.Countries() {
		put(c.Name, c.Official)
		put(c.Other...)
		put(c.Demonyms...)
		put(c.Capitals...)
	}
	return all
})

// bodyName returns through how many of the phrases behind the noun of a body its name runs: "Front", "for", "the
// Liberation", "of", "Azania"; "Committee", "to", "Protect Journalists".
func (s *Doc) bodyName(ph Phrase, next []Phrase) int {
	if !s.Tokens[ph.Head].Upper || ph.Head != ph.Last-1 || !s.isOrganizationNoun(ph.Head) {
		return 0
	}
	if p := len(s.Phrases) - 1; p >= 0 && isLink(s.between(s.Phrases[p].Last, ph.First)) && lexicon.TitleHeads()[s.Norm(s.Phrases[p].Last-1)] {
		return 0 // the field of an office
	}
	end, purpose := 0, false
	for k := 1; k < len(next) && k < longestNameChain; k++ {
		q := next[k]
		between := s.between(next[k-1].Last, q.First)
		if !s.isNamePhrase(q) || s.Norm(q.Last) == "'s" || s.Norm(q.Last) == "’s" {
			break
		}
		place := placeWords()[s.Word(q.Last-1)]
		switch {
		case (between == "for" || between == "against") && !purpose, between == "to" && !place && !purpose:
			if lexicon.TitleHeads()[s.Norm(q.Last-1)] {
				return end
			}
			purpose = true
		case between == "of" && (purpose || k == 1):
		case isAndLink(between) && purpose && lexicon.Portfolio.Has(s.Norm(q.Last-1)):
		case between == "in" && purpose:
		default:
			return end
		}
		if purpose {
			end = k
		}
	}
	return end
}

// isNamePhrase reports whether all words of a phrase behind its article are capitalised.
func (s *Doc) isNamePhrase(q Phrase) bool {
	for i := q.First; i < q.Last; i++ {
		if !s.Tokens[i].Upper && !(i == q.First && s.Norm(i) == "the") {
			return false
		}
	}
	return s.Tag(q.First) != tagger.PRP && s.Tokens[q.Last-1].Upper
}

func (s *Doc) isOrganizationNoun(i int) bool {
	for _, n := range lexicon.Nouns()[s.Norm(i)] {
		if n.Kind == "organization" || n.Kind == "group" {
			return true
		}
	}
	return lexicon.NamedBody.Has(s.Norm(i))
}

// isPersonAfterPlace reports whether b is a person and a the place behind a preposition, so that the comma between them closes
// an adverbial: "In Kyiv, President NAME and Prime Minister NAME met".
func (s *Doc) isPersonAfterPlace(a, b Phrase) bool {
	if !lexicon.Place.Has(s.Norm(a.First-1)) || !placeWords()[s.Word(a.Last-1)] || placeWords()[s.Word(b.Last-1)] {
		return false
	}
	if _, given := lexicon.FirstNames()[s.Word(b.First)]; given || b.Name > 0 {
		return true
	}
	for i := b.First; i < b.Last-1; i++ {
		if lexicon.TitleHeads()[s.Norm(i)] {
			return true
		}
	}
	return false
}

// timeBefore returns the token at which a name begins that stands right behind a time: "Last night NAME", "On Monday
// President NAME". It returns the first token of the phrase if there is no time.
func (s *Doc) timeBefore(sent text.Sentence, ph Phrase) int {
	for i := ph.First; i < ph.Last-1; i++ {
		w := s.Norm(i)
		if dated := calendar.IsDay(w) || calendar.IsMonth(w); dated || lexicon.TimeWord.Has(w) {
			if !s.Tokens[i+1].Upper || !text.IsNoun(s.Tag(i+1)) || s.isBodyNoun(i+1) && !s.isState(i+1) {
				return ph.First
			}
			if dated && i == ph.First && ph.First > sent.First && !opensTime(s.Norm(ph.First-1)) && s.Tag(ph.First-1) != tagger.CC && s.Norm(ph.First-1) != "," {
				return ph.First
			}
			if calendar.IsMonth(w) && (ph.First == sent.First || !opensTime(s.Norm(ph.First-1))) {
				return ph.First // "April Ryan"
			}
			return i + 1
		}
		if s.Tokens[i].Upper && i > sent.First && s.Tag(i) != tagger.DT || text.IsNoun(s.Tag(i)) && s.Tag(i) != tagger.CD && !s.Tokens[i].Upper {
			return ph.First
		}
	}
	return ph.First
}

func (s *Doc) isState(i int) bool { return placeWords()[s.Word(i)] }

// opensTime reports whether a preposition stands before a day or a month.
func opensTime(w string) bool {
	switch w {
	case "on", "in", "by", "since", "until", "before", "after":
		return true
	}
	return false
}

// pluralBefore returns the token at which names begin behind the plural of a title or of a noun for persons: "Presidents NAME
// and NAME", "old foes Kenya and Uganda". It returns the first token of the phrase if there is none.
func (s *Doc) pluralBefore(ph Phrase) int {
	for i := ph.First; i < ph.Last-1; i++ {
		if t := s.Tag(i); t != tagger.NNS && t != tagger.NNPS || !text.IsName(s.Tag(i+1)) || !s.Tokens[i+1].Upper || s.isBodyNoun(i+1) && !s.isState(i+1) {
			continue
		}
		if singular := lemma.Noun(s.Norm(i)); lexicon.TitleHeads()[singular] || s.isPersonNoun(singular) {
			return i + 1
		}
	}
	return ph.First
}

func (s *Doc) isPersonNoun(noun string) bool {
	for _, n := range lexicon.Nouns()[noun] {
		if n.Kind == "person" {
			return true
		}
	}
	return false
}

// placeBefore returns the token at which a person's name begins behind the name of a place: "In Brussels NAME said",
// "the Presidency of Bosnia and Herzegovina NAME". It returns the first token of the phrase if there is none.
func (s *Doc) placeBefore(ph Phrase) int {
	given := lexicon.FirstNames()
	if w := s.Norm(ph.First - 1); !lexicon.Place.Has(w) && w != "of" && w != "from" && w != "and" {
		return ph.First
	}
	for k := ph.First + 1; k < ph.Last-1; k++ {
		if !s.Tokens[k-1].Upper || lexicon.TitleHeads()[s.Norm(k-1)] || s.isBodyNoun(k-1) {
			return ph.First
		}
		if _, ok := given[s.Word(k)]; !ok || !s.isNameTo(k+1, ph.Last, false) {
			continue
		}
		if _, ok := given[s.Word(k-1)]; ok {
			return ph.First
		}
		if placeWords()[s.Word(k-1)] || lexicon.Place.Has(s.Norm(ph.First-1)) {
			return k
		}
		return ph.First
	}
	return ph.First
}

// setNameAt is setName for a phrase that an article may open.
func (s *Doc) setNameAt(i int, sent text.Sentence) int {
	if i+1 < sent.Last && s.Norm(i) == "the" {
		if end := s.setName(i+1, sent.Last); end > i+1 {
			return end
		}
		return i
	}
	return s.setName(i, sent.Last)
}

// setName returns the end of the name of a body that begins at token i and runs through words that would end a phrase, i if
// none does: "Save the Children", "Doctors Without Borders".
func (s *Doc) setName(i, limit int) int {
	if !s.Tokens[i].Upper {
		return i
	}
	end := i
	for _, words := range setNames()[s.Word(i)] {
		if i+len(words) > limit || i+len(words) <= end {
			continue
		}
		same := true
		for k, w := range words {
			same = same && s.Word(i+k) == w
		}
		if same {
			end = i + len(words)
		}
	}
	return end
}

// setNames returns the names of bodies with words in lower case in them, and those that begin with a verb, by their first
// words.
var setNames = sync.OnceValue(func() map[string][][]string {
	all := map[string][][]string{}
	for _, o := range lexicon.Organizations() {
		for _, form := range append([]string{o.Name}, o.Aliases...) {
			if words := text.Words(form); len(words) > 2 && runsThrough(words) {
				all[words[0]] = append(all[words[0]], words)
			}
		}
	}
	return all
})

// runsThrough reports whether a name has inner words that end a phrase: those in lower case, "of" excepted, and "Without".
func runsThrough(words []string) bool {
	for _, w := range words[1 : len(words)-1] {
		if w == "Without" || w != "of" && w == strings.ToLower(w) && w[0] >= 'a' && w[0] <= 'z' {
			return true
		}
	}
	return false
}
