// Package syntax is the second stage: noun phrases, verb groups, and which phrase is the subject and object of which
// verb. It is shallow on purpose: chunks and local attachment, no tree; it takes time linear in the text.
package syntax

import (
	"github.com/communique-go/communique/internal/tagger"
	"github.com/communique-go/communique/internal/text"
)

// None stands for the index of a phrase or group that there is not.
const None = -1

// Phrase is a noun phrase without what follows its head: the tokens [First, Last). A possessor is part of the phrase
// ("China's Foreign Ministry").
type Phrase struct {
	First, Last int
	Head        int // the head noun or pronoun
	Next        int // the phrase that a conjunction or a comma of a list joins to this one, or None
	Joined      bool
	Name        int // where a title runs through several phrases, the first token of the name behind it, else 0
}

// Form is the form of a verb group.
type Form uint8

// The forms of a verb group.
const (
	Finite     Form = iota
	Infinitive      // "to leave", and the bare infinitive after a verb
	Gerund          // "condemning"
	Participle      // "agreed in Jeddah" after a noun
)

// Group is a verb with its auxiliaries, negation and adverbs: the tokens [First, Last).
type Group struct {
	First, Last int
	Head        int // the main verb
	Form        Form
	Modal       string // lemma of the modal, "" if there is none
	Passive     bool
	Perfect     bool
	Negated     bool
	Predicate   int // after a copula: the token of the predicate adjective or participle, or None
	Subject     int // phrase, or None
	Object      int // phrase right after the verb, or None
	Governor    int // for an infinitive or gerund: the group it depends on, or None
	Relative    bool
}

// Doc is the syntax of a text.
type Doc struct {
	*text.Doc
	Phrases  []Phrase
	Groups   []Group
	PhraseAt []int // for each token the phrase it belongs to, or None
	GroupAt  []int // for each token the group it belongs to, or None
	reports  func(lemma string) bool
}

// Parse finds the phrases and groups of a text. The function reports tells whether a lemma is a reporting verb: with "He
// said X would come and added ...", the second verb goes with the first.
func Parse(d *text.Doc, reports func(lemma string) bool) *Doc {
	s := &Doc{Doc: d, PhraseAt: filled(len(d.Tokens)), GroupAt: filled(len(d.Tokens)), reports: reports}
	for _, sent := range d.Sentences {
		firstPhrase, firstGroup := len(s.Phrases), len(s.Groups)
		s.chunk(sent)
		s.mendNames(sent, firstPhrase)
		s.join(firstPhrase)
		s.mendForms(sent, firstGroup)
		for g := firstGroup; g < len(s.Groups); g++ {
			s.attach(sent, g, firstGroup)
		}
	}
	return s
}

func filled(n int) []int {
	a := make([]int, n)
	for i := range a {
		a[i] = None
	}
	return a
}

// Lemma returns the lemma of token i, "" outside the text.
func (s *Doc) Lemma(i int) string {
	if i < 0 || i >= len(s.Tokens) {
		return ""
	}
	return s.Tokens[i].Lemma
}

// Norm returns the normalised form of token i, "" outside the text.
func (s *Doc) Norm(i int) string {
	if i < 0 || i >= len(s.Tokens) {
		return ""
	}
	return s.Tokens[i].Norm
}

// Tag returns the tag of token i, tagger.Other outside the text.
func (s *Doc) Tag(i int) tagger.Tag {
	if i < 0 || i >= len(s.Tokens) {
		return tagger.Other
	}
	return s.Tokens[i].Tag
}

// PhraseStarting returns the phrase whose first token is i, or None.
func (s *Doc) PhraseStarting(i int) int {
	if i >= 0 && i < len(s.PhraseAt) {
		if p := s.PhraseAt[i]; p != None && s.Phrases[p].First == i {
			return p
		}
	}
	return None
}

// PhraseEnding returns the phrase whose last token is i, or None.
func (s *Doc) PhraseEnding(i int) int {
	if i >= 0 && i < len(s.PhraseAt) {
		if p := s.PhraseAt[i]; p != None && s.Phrases[p].Last == i+1 {
			return p
		}
	}
	return None
}

// Coordinates returns p and the phrases that are joined to it, in order.
func (s *Doc) Coordinates(p int) []int {
	var out []int
	for ; p != None; p = s.Phrases[p].Next {
		out = append(out, p)
	}
	return out
}

// Sentence returns the sentence of token i.
func (s *Doc) Sentence(i int) text.Sentence { return s.Sentences[s.Tokens[i].Sent] }

// IsQuoteMark reports whether token i is a quotation mark.
func (s *Doc) IsQuoteMark(i int) bool {
	switch s.Norm(i) {
	case `"`, "'", "''":
		return true
	}
	return false
}
