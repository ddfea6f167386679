// Package train learns the weights of package tagger.
package train

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"math/rand"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/communique-go/communique/internal/tagger"
)

// Sentence is a sentence with the tags that it should have.
type Sentence struct {
	Words []string
	Tags  []tagger.Tag
}

// Read reads a file of JSON objects, one a line, whose tokens and pos are
// those of a paragraph, and returns its sentences. A name that ends in .gz is
// unpacked.
func Read(name string) ([]Sentence, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		z, err := gzip.NewReader(f)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		r = z
	}
	var out []Sentence
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<26)
	for line := 1; sc.Scan(); line++ {
		var p struct{ Tokens, Pos []string }
		if err := json.Unmarshal(sc.Bytes(), &p); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, line, err)
		}
		if len(p.Tokens) != len(p.Pos) {
			return nil, fmt.Errorf("%s:%d: %d tokens with %d tags", name, line, len(p.Tokens), len(p.Pos))
		}
		tags := make([]tagger.Tag, len(p.Pos))
		for i, s := range p.Pos {
			t, ok := tagger.ParseTag(s)
			if !ok {
				return nil, fmt.Errorf("%s:%d: tag %q", name, line, s)
			}
			tags[i] = t
		}
		out = append(out, split(p.Tokens, tags)...)
	}
	return out, sc.Err()
}

// split cuts a paragraph after every sentence end and the closing quotes and
// brackets behind it.
func split(words []string, tags []tagger.Tag) []Sentence {
	var out []Sentence
	from := 0
	for i := 0; i < len(words); i++ {
		if w := words[i]; w != "." && w != "?" && w != "!" {
			continue
		}
		for i+1 < len(words) && (words[i+1] == "''" || words[i+1] == "-RRB-" ||
			words[i+1] == "'" && tags[i+1] == tagger.CloseQuote) {
			i++
		}
		out = append(out, Sentence{words[from : i+1], tags[from : i+1]})
		from = i + 1
	}
	if from < len(words) {
		out = append(out, Sentence{words[from:], tags[from:]})
	}
	return out
}

// IsHeadline reports whether the sentence is written like a headline. The
// tags of those are not to be trusted.
func IsHeadline(s Sentence) bool {
	var t tagger.Sentence
	t.Reset(s.Words)
	return t.Caseless
}

// Augment returns the sentences to learn from: those of s that are no
// headlines, some of them with the quotes and the capitals that other texts
// have.
func Augment(s []Sentence, rng *rand.Rand) []Sentence {
	var out []Sentence
	for _, x := range s {
		if IsHeadline(x) {
			continue
		}
		if rng.Intn(2) == 0 {
			x = straighten(x)
		}
		out = append(out, x)
		if len(x.Words) < 4 || len(x.Words) > 40 {
			continue
		}
		if i := beginning(x, rng); i > 0 {
			y := mapWords(Sentence{x.Words[i:], x.Tags[i:]}, func(s string) string { return s })
			y.Words[0] = titleCase(y.Words[0])
			out = append(out, y)
		}
		switch rng.Intn(25) {
		case 0:
			out = append(out, mapWords(x, strings.ToUpper))
		case 1:
			y := mapWords(x, titleCase)
			if n := len(y.Words); y.Tags[n-1] == tagger.Period {
				y = Sentence{y.Words[:n-1], y.Tags[:n-1]}
			}
			out = append(out, y)
		case 2:
			y := mapWords(x, func(s string) string { return s })
			if t := y.Tags[0]; t != tagger.NNP && t != tagger.NNPS {
				y.Words[0] = strings.ToLower(y.Words[0])
			}
			out = append(out, y)
		}
	}
	return out
}

// beginning chooses, for one sentence in three, a common noun or an adjective
// within it that could be the first word of a sentence. It returns 0 if there
// is none. Newspapers begin sentences with names so often that a noun which
// does is otherwise taken for one.
func beginning(x Sentence, rng *rand.Rand) int {
	if rng.Intn(3) != 0 {
		return 0
	}
	from := 1 + rng.Intn(len(x.Words)-1)
	for i := from; i+3 < len(x.Words); i++ {
		switch x.Tags[i] {
		case tagger.NN, tagger.NNS, tagger.JJ:
		default:
			continue
		}
		switch x.Tags[i-1] {
		case tagger.Comma, tagger.IN, tagger.CC, tagger.Colon, tagger.OpenQuote, tagger.TO, tagger.VBD, tagger.VBZ:
		default:
			continue
		}
		if w := x.Words[i]; len(w) > 1 && w == strings.ToLower(w) && w[0] >= 'a' && w[0] <= 'z' {
			return i
		}
	}
	return 0
}

func mapWords(x Sentence, f func(string) string) Sentence {
	y := Sentence{make([]string, len(x.Words)), x.Tags}
	for i, w := range x.Words {
		y.Words[i] = f(w)
	}
	return y
}

func straighten(x Sentence) Sentence {
	return mapWords(x, func(w string) string {
		if w == "``" || w == "''" {
			return `"`
		}
		return w
	})
}

func titleCase(w string) string {
	switch w {
	case "a", "an", "the", "of", "in", "on", "to", "for", "and", "or", "at", "by",
		"with", "from", "as", "but", "'s", "n't", "'re", "'ve", "'ll", "'d", "'m":
		return w
	}
	r, n := utf8.DecodeRuneInString(w)
	return string(unicode.ToUpper(r)) + w[n:]
}
