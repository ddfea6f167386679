package train

import (
	"encoding/csv"
	"fmt"
	"os"
	"strings"

	"github.com/communique-go/communique/internal/cue"
	"github.com/communique-go/communique/internal/entity"
	"github.com/communique-go/communique/internal/marks"
	"github.com/communique-go/communique/internal/quote"
	"github.com/communique-go/communique/internal/stance"
	"github.com/communique-go/communique/internal/syntax"
	"github.com/communique-go/communique/internal/text"
)

// ReadPLV returns the questions of a file of sentences with a marked source and target (Hu et al., ACL 2024): of the stances that are
// found in a sentence those with its label, or what PLOVER's YIELD stands for.
func ReadPLV(file string) (holders, targets []Question, err error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma, r.LazyQuotes = '\t', true
	rows, err := r.ReadAll()
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", file, err)
	}
	sentence, label := column(rows, "marked_sentence"), column(rows, "gold_root")
	if sentence < 0 || label < 0 {
		return nil, nil, fmt.Errorf("%s: no columns marked_sentence and gold_root", file)
	}
	names, cues, lexicon := entity.NewNames(), cue.Default(), stance.Default()
	for i, row := range rows[1:] {
		plain, source, target := unmark(row[sentence])
		tree := syntax.Parse(text.Tag(text.Cut(plain)), cues.Reports)
		d := quote.Find(entity.Find(tree, marks.Find(tree.Doc), names, cues.Reports, entity.Given{}), cues, 0)
		var known []stance.Known
		for _, s := range stance.Find(d, lexicon).Stances {
			if strings.EqualFold(string(s.Label), row[label]) || row[label] == "YIELD" && (s.Label == "concede" || s.Label == "retreat") {
				known = append(known, stance.Known{Label: s.Label, Phrase: s.Phrase})
			}
		}
		h, t := stance.Ask(d, lexicon, known)
		id := fmt.Sprintf("plv %d", i)
		for k := range known {
			holders = append(holders, touching(id, h[k], d.Doc, source))
			targets = append(targets, touching(id, t[k], d.Doc, target))
		}
	}
	return holders, targets, nil
}

// column returns the index of a column, -1 if there is none.
func column(rows [][]string, name string) int {
	if len(rows) > 0 {
		for i, c := range rows[0] {
			if c == name {
				return i
			}
		}
	}
	return -1
}

// unmark takes the marks out of a sentence and returns where source and target stand.
func unmark(marked string) (plain string, source, target []text.Span) {
	var b strings.Builder
	start := 0
	for rest := marked; rest != ""; {
		before, behind, found := strings.Cut(rest, "<")
		b.WriteString(before)
		mark, after, closed := strings.Cut(behind, ">")
		span := text.Span{Start: start, End: b.Len()}
		switch {
		case !found:
			return b.String(), source, target
		case closed && (mark == "s" || mark == "t"):
			start, rest = b.Len(), after
		case closed && mark == "/s":
			source, rest = append(source, span), after
		case closed && mark == "/t":
			target, rest = append(target, span), after
		default:
			b.WriteByte('<')
			rest = behind
		}
	}
	return b.String(), source, target
}

// touching makes a question of which those candidates are right that have a mention in one of the spans; of sets of several only
// those of two.
func touching(id string, a stance.Asked, d *entity.Doc, spans []text.Span) Question {
	q := Question{Document: id, Candidates: a.Features, Right: make([]bool, len(a.Candidates))}
	for i, ids := range a.Candidates {
		for _, e := range ids {
			q.Right[i] = q.Right[i] || len(ids) <= 2 && mentioned(d.Entities[e], spans)
		}
	}
	return q
}

func mentioned(e entity.Entity, spans []text.Span) bool {
	for _, m := range e.Mentions {
		for _, s := range spans {
			if m.Overlaps(s) {
				return true
			}
		}
	}
	return false
}
