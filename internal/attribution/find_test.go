package attribution_test

import (
	"flag"
	"fmt"
	"os"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/communique-go/communique/internal/attribution"
	"github.com/communique-go/communique/internal/attribution/train"
	"github.com/communique-go/communique/internal/text"
)

var update = flag.Bool("update", false, "write the golden files anew")

func words(d *text.Doc, r attribution.Range) string {
	if r.Empty() {
		return "-"
	}
	return d.Slice(d.Cover(r.First, r.Last))
}

// show writes an attribution in one line.
func show(d *text.Doc, a attribution.Attribution) string {
	var parts []string
	for _, r := range a.Content {
		parts = append(parts, words(d, r))
	}
	return fmt.Sprintf("%s | %s | %s", words(d, a.Source), words(d, a.Cue), strings.Join(parts, " + "))
}

// find returns the attributions of s, a line each.
func find(s string, bias float64) []string {
	in := train.Read(s)
	var out []string
	for _, a := range attribution.Find(in, bias) {
		out = append(out, show(in.Doc.Doc, a))
	}
	return out
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		{`The minister said that the border would stay closed.`,
			[]string{`The minister | said | that the border would stay closed`}},
		{`“We will not accept this,” the spokeswoman said on Friday.`,
			[]string{`the spokeswoman | said | We will not accept this,`}},
		{`"We will not accept this," Ms. Okafor said. "The treaty is clear."`,
			[]string{`Ms. Okafor | said | We will not accept this, + The treaty is clear.`}},
		{`" We will not accept this , " Ms. Okafor said .`,
			[]string{`Ms. Okafor | said | We will not accept this ,`}},
		{`According to the embassy, two consulates were evacuated.`,
			[]string{`the embassy | According to | two consulates were evacuated`}},
		{`President Lindqvist added that his country would send observers.`,
			[]string{`President Lindqvist | added | that his country would send observers`}},
		{`He believes the talks have failed.`,
			[]string{`He | believes | the talks have failed`}},
		{`The delegation arrived in Geneva on Tuesday.`, nil},
	} {
		if got := find(c.in, 0); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s\ngot  %q\nwant %q", c.in, got, c.want)
		}
	}
}

// TestGolden fails if code and model do not belong together: whoever changes features has to learn the model anew.
func TestGolden(t *testing.T) {
	in, err := os.ReadFile("testdata/report.txt")
	if err != nil {
		t.Fatal(err)
	}
	d := train.Read(string(in))
	var sb strings.Builder
	for _, a := range attribution.Find(d, 0) {
		fmt.Fprintf(&sb, "%s | %d\n", show(d.Doc.Doc, a), a.Kind)
	}
	const golden = "testdata/report.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(sb.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if sb.String() != string(want) {
		t.Errorf("the model no longer finds what it found:\n%s\nwant:\n%s", sb.String(), want)
	}
}

func TestBias(t *testing.T) {
	in, err := os.ReadFile("testdata/report.txt")
	if err != nil {
		t.Fatal(err)
	}
	few, some, many := len(find(string(in), -2)), len(find(string(in), 0)), len(find(string(in), 2))
	if few >= many || few > some || some > many {
		t.Errorf("%d, %d and %d attributions with growing bias", few, some, many)
	}
}

func TestConcurrent(t *testing.T) {
	in, err := os.ReadFile("testdata/report.txt")
	if err != nil {
		t.Fatal(err)
	}
	d := train.Read(string(in))
	want := attribution.Find(d, 0)
	var wg sync.WaitGroup
	for i := 0; i < 8; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for k := 0; k < 5; k++ {
				if got := attribution.Find(d, 0); !reflect.DeepEqual(got, want) {
					t.Error("another result in another goroutine")
				}
			}
		}()
	}
	wg.Wait()
}

// check tests what holds of every result.
func check(t *testing.T, d *text.Doc, as []attribution.Attribution) {
	t.Helper()
	in := func(r attribution.Range) bool { return r.First >= 0 && r.Last <= len(d.Tokens) && r.First <= r.Last }
	for _, a := range as {
		if !in(a.Source) || !in(a.Cue) {
			t.Fatalf("range out of the text: %+v", a)
		}
		for i, r := range a.Content {
			if !in(r) || r.Empty() || i > 0 && r.First < a.Content[i-1].Last {
				t.Fatalf("content out of order: %+v", a)
			}
		}
		if a.Score < 0 || a.Score > 1.001 {
			t.Fatalf("score %g", a.Score)
		}
		if a.Cue.Empty() && len(a.Outer) == 0 {
			t.Fatalf("an attribution of nothing: %+v", a)
		}
	}
}

func TestHostile(t *testing.T) {
	said := `The minister said that it was "over" and he added, “no.” `
	for name, s := range map[string]string{
		"empty":          "",
		"blank":          " \n\t\n ",
		"marks":          `"""'' “”«» ‘’ " ' `,
		"many marks":     strings.Repeat(`" `, 5000),
		"open marks":     strings.Repeat("“", 3000),
		"nul and broken": "He said \x00\xff\xfe that \xc3\x28 it was \u202e over.",
		"one word":       "said",
		"long sentence":  strings.Repeat("he said that ", 5000),
		"long paragraph": strings.Repeat(said, 1000),
		"many lines":     strings.Repeat(said+"\n\n", 500),
		"one quote":      "“" + strings.Repeat("We stand by it. ", 3000) + "” he said.",
		"commas":         strings.Repeat(",", 20000),
	} {
		t.Run(name, func(t *testing.T) {
			in := train.Read(s)
			for _, bias := range []float64{0, 5, -5} {
				check(t, in.Doc.Doc, attribution.Find(in, bias))
			}
		})
	}
}

// TestLinear takes a paragraph of about a megabyte, and one of a quarter of it, in the same run: four times the text may take no
// more than ten times as long.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a second or two")
	}
	took := func(n int) time.Duration {
		in := train.Read(strings.Repeat(`The minister said that it was "over" and she added: "No comment." `, n))
		start := time.Now()
		found := attribution.Find(in, 0)
		d := time.Since(start)
		check(t, in.Doc.Doc, found)
		return d
	}
	quarter := took(3750)
	if whole := took(15000); whole > 10*quarter {
		t.Errorf("a quarter of the text took %v, the whole %v", quarter, whole)
	}
}

func BenchmarkFind(b *testing.B) {
	in, err := os.ReadFile("testdata/report.txt")
	if err != nil {
		b.Fatal(err)
	}
	d := train.Read(strings.Repeat(string(in)+"\n\n", 20))
	attribution.Find(d, 0)
	b.ReportAllocs()
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		attribution.Find(d, 0)
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
