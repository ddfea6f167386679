package train

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/communique-go/communique/internal/cue"
	"github.com/communique-go/communique/internal/entity"
	"github.com/communique-go/communique/internal/marks"
	"github.com/communique-go/communique/internal/ontology"
	"github.com/communique-go/communique/internal/quote"
	"github.com/communique-go/communique/internal/stance"
	"github.com/communique-go/communique/internal/syntax"
	"github.com/communique-go/communique/internal/text"
)

// annotated is an annotated statement.
type annotated struct {
	ID, Text, Issuer, Date string
	Entities               []goldEntity
	Stances                []struct {
		Label          string
		Phrase         struct{ Start, End int }
		Holder, Target []string
	}
}

type goldEntity struct {
	Name, Kind, Country string
	Aliases             []string
}

// Read returns the questions after holders and targets of the annotated statements in directories, *.json each.
func Read(dirs ...string) (holders, targets []Question, err error) {
	names, cues, lexicon := entity.NewNames(), cue.Default(), stance.Default()
	for _, dir := range dirs {
		files, err := filepath.Glob(filepath.Join(dir, "*.json"))
		if err != nil || len(files) == 0 {
			return nil, nil, fmt.Errorf("%s: no annotated statements (*.json): %w", dir, err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				return nil, nil, err
			}
			var g annotated
			if err := json.Unmarshal(data, &g); err != nil {
				return nil, nil, fmt.Errorf("%s: %w", file, err)
			}
			h, t := g.questions(names, cues, lexicon)
			holders, targets = append(holders, h...), append(targets, t...)
		}
	}
	return holders, targets, nil
}

func (g *annotated) questions(names *entity.Names, cues *cue.Table, lexicon *stance.Lexicon) (holders, targets []Question) {
	day, _ := time.Parse(time.DateOnly, g.Date) // the zero time where it is no date
	tree := syntax.Parse(text.Tag(text.Cut(g.Text)), cues.Reports)
	d := entity.Find(tree, marks.Find(tree.Doc), names, cues.Reports, entity.Given{Day: day, Issuer: g.Issuer})
	var known []stance.Known
	for _, s := range g.Stances {
		known = append(known, stance.Known{Label: ontology.Label(s.Label), Phrase: text.Span(s.Phrase)})
	}
	h, t := stance.Ask(quote.Find(d, cues, 0), lexicon, known)
	gold := map[string]goldEntity{}
	for _, e := range g.Entities {
		gold[e.Name] = e
	}
	for i, s := range g.Stances {
		holders = append(holders, asQuestion(g.ID, h[i], d, gold, s.Holder))
		targets = append(targets, asQuestion(g.ID, t[i], d, gold, s.Target))
	}
	return holders, targets
}

func asQuestion(id string, a stance.Asked, d *entity.Doc, gold map[string]goldEntity, want []string) Question {
	q := Question{Document: id, Candidates: a.Features, Right: make([]bool, len(a.Candidates))}
	for i, ids := range a.Candidates {
		q.Right[i] = agree(d, ids, gold, want)
	}
	return q
}

// agree reports whether a set of entities is that of the names, as score.py has it: each is one of the others.
func agree(d *entity.Doc, ids []int, gold map[string]goldEntity, names []string) bool {
	if len(names) == 0 || len(ids) == 0 {
		return len(names) == len(ids)
	}
	for _, n := range names {
		if !slices.ContainsFunc(ids, func(id int) bool { return same(d.Entities[id], gold, n) }) {
			return false
		}
	}
	for _, id := range ids {
		if !slices.ContainsFunc(names, func(n string) bool { return same(d.Entities[id], gold, n) }) {
			return false
		}
	}
	return true
}

// same reports whether an entity is the annotated one of a name.
func same(e entity.Entity, gold map[string]goldEntity, name string) bool {
	g, ok := gold[name]
	if !ok {
		return folded(e.Name) == folded(name)
	}
	forms := append([]string{g.Name}, g.Aliases...)
	if slices.ContainsFunc(forms, func(f string) bool { return folded(f) == folded(e.Name) }) {
		return true
	}
	switch {
	case g.Kind == "state" && e.Kind == entity.State && g.Country != "" && g.Country == e.Country:
		return true
	case g.Kind == "person" && e.Kind == entity.Person && surname(g.Name) == surname(e.Name):
		return true
	}
	w := bare(e.Name)
	return w != "" && slices.ContainsFunc(forms, func(f string) bool { return bare(f) == w })
}

// folded returns the words of a name in lower case.
func folded(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' }), " ")
}

// surname returns the last word of a name that is no suffix.
func surname(s string) string {
	words := strings.Fields(folded(s))
	for i := len(words) - 1; i >= 0; i-- {
		switch words[i] {
		case "jr", "sr", "ii", "iii", "iv":
		default:
			return words[i]
		}
	}
	return ""
}

// bare returns the different words of a name in order, without articles and the like.
func bare(s string) string {
	var out []string
	for _, w := range strings.Fields(folded(s)) {
		if w != "the" && w != "of" && w != "and" && w != "a" {
			out = append(out, w)
		}
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), " ")
}
