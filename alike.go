package communique

import (
	"sort"
	"strings"
	"sync"

	"github.com/communique-go/communique/internal/alike"
	"github.com/communique-go/communique/internal/markup"
	"github.com/communique-go/communique/internal/text"
)

// compared is a statement as Compare and the ledger read it: beside others, with keys that tell its entities among theirs.
type compared struct {
	*Statement
	key       []string           // of each entity, equal to that of the same entity in the other statements
	sentences func() []*sentence // the sentences of prose and the titles, cut when they are first asked for
}

// read returns a statement as it is compared with those that the registry has learnt from, and has it learn from this one.
func (r *registry) read(s *Statement) *compared {
	if s == nil {
		s = &Statement{}
	}
	return &compared{Statement: s, key: r.keys(s.Entities), sentences: sync.OnceValue(func() []*sentence { return sentencesOf(s.Text) })}
}

// sentence is a sentence of prose or a title.
type sentence struct {
	Passage
	tokens []text.Token
	roots  alike.Set // see content, nil before
}

// sentencesOf cuts a text. Statement.Sentences would not do: statements that were read or made by hand may have none, and they
// do not tell prose from captions.
func sentencesOf(s string) []*sentence {
	var out []*sentence
	doc := text.Cut(s)
	for _, para := range doc.Paragraphs {
		if para.Kind != text.Body && para.Kind != text.Title {
			continue
		}
		for i := para.First; i < para.Last; i++ {
			st := doc.Sentences[i]
			if first := max(st.First, para.Lead); !st.Repeat && first < st.Last {
				out = append(out, &sentence{Passage: passage(s, Span(doc.Cover(first, st.Last))), tokens: doc.Tokens[first:st.Last]})
			}
		}
	}
	return out
}

// content returns the content words of a sentence.
func (s *sentence) content() alike.Set {
	if s.roots == nil {
		s.roots = alike.Content(s.Text)
	}
	return s.roots
}

// around returns the sentence that a passage stands in, nil if there is none such.
func (s *compared) around(p Passage) *sentence {
	sentences := s.sentences()
	i := sort.Search(len(sentences), func(i int) bool { return sentences[i].End > p.Start })
	if i < len(sentences) && sentences[i].Start <= p.Start && p.End <= sentences[i].End {
		return sentences[i]
	}
	return nil
}

// topic returns the content words of the sentence that a passage stands in, or of the passage if there is none such.
func (s *compared) topic(p Passage) alike.Set {
	if x := s.around(p); x != nil {
		return x.content()
	}
	return alike.Content(p.Text)
}

// keys returns the keys of entities given by their ids, or where there are none by their names.
func (s *compared) keys(ids []int, names []string) alike.Set {
	var out []string
	for _, id := range ids {
		if id >= 0 && id < len(s.key) {
			out = append(out, s.key[id])
		}
	}
	if len(ids) == 0 {
		for _, n := range names {
			out = append(out, nameKey(n))
		}
	}
	return alike.SetOf(out...)
}

func nameKey(name string) string { return "name " + strings.ToLower(name) }

// names returns the names of entities, as a list for a reader, without those with a key in except.
func (s *compared) names(ids []int, names []string, except alike.Set) string {
	var out []string
	for _, id := range ids {
		if e, ok := s.Entity(id); ok && !except.Has(s.key[id]) {
			out = append(out, e.Name)
		}
	}
	if len(ids) == 0 {
		for _, n := range names {
			if !except.Has(nameKey(n)) {
				out = append(out, n)
			}
		}
	}
	return markup.OneLine(strings.Join(out, ", "))
}

func passage(text string, s Span) Passage { return Passage{s.Start, s.End, s.In(text)} }

func textOf(p *Passage) string {
	if p == nil {
		return ""
	}
	return p.Text
}

// fold makes texts equal that differ in case and white space.
func fold(s string) string { return markup.OneLine(strings.ToLower(s)) }
