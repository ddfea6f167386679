package communique

import (
	"os"
	"testing"

	"github.com/jdkato/prose/v2"

	"github.com/communique-go/communique/internal/commitment"
	"github.com/communique-go/communique/internal/entity"
	"github.com/communique-go/communique/internal/marks"
	"github.com/communique-go/communique/internal/quote"
	"github.com/communique-go/communique/internal/stance"
	"github.com/communique-go/communique/internal/syntax"
	"github.com/communique-go/communique/internal/text"
)

// benchText returns the statements of testdata, one after the other.
func benchText(b *testing.B) string {
	b.Helper()
	var s string
	for _, name := range []string{"readout", "communique", "news"} {
		data, err := os.ReadFile("testdata/" + name + ".txt")
		if err != nil {
			b.Fatal(err)
		}
		s += string(data) + "\n\n"
	}
	return s
}

// BenchmarkStages times each stage alone, on what the stages before it found.
func BenchmarkStages(b *testing.B) {
	s := benchText(b)
	a, err := New()
	if err != nil {
		b.Fatal(err)
	}
	doc := text.Tag(text.Cut(s))
	tree := syntax.Parse(doc, a.cues.Reports)
	pairs := marks.Find(doc)
	entities := entity.Find(tree, pairs, a.names, a.cues.Reports, entity.Given{})
	quotes := quote.Find(entities, a.cues, 0)
	stances := stance.Find(quotes, a.lexicon)
	for _, stage := range []struct {
		name string
		run  func()
	}{
		{"text", func() { text.Tag(text.Cut(s)) }},
		{"rules", func() { quote.Input(entities, a.cues) }},
		{"syntax", func() { syntax.Parse(doc, a.cues.Reports) }},
		{"marks", func() { marks.Find(doc) }},
		{"entity", func() { entity.Find(tree, pairs, a.names, a.cues.Reports, entity.Given{}) }},
		{"quote", func() { quote.Find(entities, a.cues, 0) }},
		{"attribution", func() { // all that follows the tokens up to the quotes
			tree := syntax.Parse(doc, a.cues.Reports)
			quote.Find(entity.Find(tree, marks.Find(doc), a.names, a.cues.Reports, entity.Given{}), a.cues, 0)
		}},
		{"stance", func() { stance.Find(quotes, a.lexicon) }},
		{"commitment", func() { commitment.Find(stances) }},
	} {
		b.Run(stage.name, func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; i < b.N; i++ {
				stage.run()
			}
			reportTokens(b, len(doc.Tokens))
		})
	}
}

// BenchmarkParse times the whole analysis, beside what prose takes for tokens, sentences, tags and entities of the same
// text.
func BenchmarkParse(b *testing.B) {
	s := benchText(b)
	tokens := len(text.Tag(text.Cut(s)).Tokens)
	b.Run("communique", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; i < b.N; i++ {
			if _, err := Parse(s); err != nil {
				b.Fatal(err)
			}
		}
		reportTokens(b, tokens)
	})
	b.Run("prose", func(b *testing.B) {
		first, err := prose.NewDocument("")
		if err != nil {
			b.Fatal(err)
		}
		b.ReportAllocs()
		b.ResetTimer()
		for i := 0; i < b.N; i++ {
			if _, err := prose.NewDocument(s, prose.UsingModel(first.Model)); err != nil {
				b.Fatal(err)
			}
		}
		reportTokens(b, tokens)
	})
}

func reportTokens(b *testing.B, tokens int) {
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
