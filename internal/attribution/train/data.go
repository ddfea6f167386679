// Package train learns the model of package attribution from texts with attributions.
package train

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"sync"

	"github.com/communique-go/communique/internal/attribution"
	"github.com/communique-go/communique/internal/cue"
	"github.com/communique-go/communique/internal/entity"
	"github.com/communique-go/communique/internal/marks"
	"github.com/communique-go/communique/internal/quote"
	"github.com/communique-go/communique/internal/syntax"
	"github.com/communique-go/communique/internal/text"
)

// Segment is a source, cue or content as tokens [First, Last) of a document.
type Segment struct {
	Type        attribution.Type
	First, Last int
	Event       int // the attribution that it belongs to, -1 if that is not known
	Source      int // of a cue: the event's source as an index into the document's segments, -1 if it has none
}

// Text is a document, or a paragraph on its own, with its segments in order.
type Text struct {
	Group string // texts of one group belong together in jackknifing
	Doc   *text.Doc
	In    *attribution.Input // what the model reads of it
	Gold  []Segment
	// Bench is what the benchmark measures, nil for documents read from standoff.
	Bench *Bench
}

// Bench is a paragraph of the benchmark: its text, the byte ranges of its tokens, and its spans in tokens.
type Bench struct {
	Tokens []text.Span
	Quote  []bool // the token is a quotation mark
	Gold   map[BenchSpan]bool
}

// BenchSpan is a span in the tokens of the benchmark.
type BenchSpan struct {
	Type        attribution.Type
	First, Last int
}

// Read takes a text through the stages before the model, with the embedded tables.
func Read(s string) *attribution.Input {
	cues := cue.Default()
	tree := syntax.Parse(text.Tag(text.Cut(s)), cues.Reports)
	return quote.Input(entity.Find(tree, marks.Find(tree.Doc), names(), cues.Reports, entity.Given{}), cues)
}

var names = sync.OnceValue(entity.NewNames)

// mark is a segment in bytes.
type mark struct {
	kind   attribution.Type
	sp     text.Span
	event  int
	source int // index into the marks
}

// ReadStandoff reads the documents of a folder with text/*.txt and attributions/*.ann, one for each annotator.
func ReadStandoff(dir string) ([]*Text, error) {
	files, err := filepath.Glob(filepath.Join(dir, "attributions", "*.ann"))
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	docs := map[string]*attribution.Input{}
	var out []*Text
	for _, f := range files {
		stem := strings.TrimSuffix(filepath.Base(f), ".ann")
		stem = stem[:strings.LastIndexByte(stem, '_')]
		in := docs[stem]
		if in == nil {
			b, err := os.ReadFile(filepath.Join(dir, "text", stem+".txt"))
			if err != nil {
				return nil, err
			}
			in = Read(string(b))
			docs[stem] = in
		}
		d := in.Doc.Doc
		gold, err := readMarks(f, d.Text)
		if err != nil {
			return nil, err
		}
		out = append(out, &Text{Group: stem, Doc: d, In: in, Gold: project(d, gold)})
	}
	return out, nil
}

// readMarks reads a standoff file.
func readMarks(file, text string) ([]mark, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	off := runeOffsets(text)
	spans := map[string][]rangeOf{}
	var out []mark
	events := 0
	for _, line := range strings.Split(string(b), "\n") {
		f := strings.Split(line, "\t")
		if len(f) < 2 || f[0] == "" {
			continue
		}
		switch f[0][0] {
		case 'T':
			spans[f[0]] = parseRanges(f[1], off)
		case 'E':
			out = appendEvent(out, f[1], spans, events)
			events++
		}
	}
	return out, nil
}

type rangeOf struct{ start, end int }

func runeOffsets(s string) []int {
	off := make([]int, 0, len(s)+1)
	for i := range s {
		off = append(off, i)
	}
	return append(off, len(s))
}

// parseRanges reads "Content 209 236;91 186" into byte ranges, in order.
func parseRanges(s string, off []int) []rangeOf {
	_, rest, _ := strings.Cut(s, " ")
	var out []rangeOf
	for _, p := range strings.Split(rest, ";") {
		a, b, _ := strings.Cut(p, " ")
		start, err1 := strconv.Atoi(a)
		end, err2 := strconv.Atoi(b)
		if err1 == nil && err2 == nil && start < end && end < len(off) {
			out = append(out, rangeOf{off[start], off[end]})
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].start < out[j].start })
	return out
}

func appendEvent(out []mark, line string, spans map[string][]rangeOf, event int) []mark {
	source, first := -1, len(out)
	for _, part := range strings.Fields(line) {
		role, id, _ := strings.Cut(part, ":")
		role = strings.TrimRight(role, "0123456789")
		kind, ok := map[string]attribution.Type{"Source": attribution.Source, "Cue": attribution.Cue, "Content": attribution.Content}[role]
		if !ok {
			continue
		}
		for _, r := range spans[id] {
			if kind == attribution.Source && source < 0 {
				source = len(out)
			}
			out = append(out, mark{kind, text.Span{Start: r.start, End: r.end}, event, -1})
		}
	}
	for i := first; i < len(out); i++ {
		out[i].source = source
	}
	return out
}

// project turns marks into segments of tokens. Where marks overlap, the first stays; a source that several events share
// is one segment; a segment does not go beyond its paragraph.
func project(d *text.Doc, marks []mark) []Segment {
	taken := make([]int, len(d.Tokens)) // segment+1
	index := make([]int, len(marks))
	var segs []Segment
	for i, m := range marks {
		index[i] = -1
		first, last := d.TokenRange(m.sp)
		for first < last {
			end := paragraphEnd(d, first, last)
			free := true
			for t := first; t < end; t++ {
				free = free && taken[t] == 0
			}
			switch {
			case free:
				segs = append(segs, Segment{m.kind, first, end, m.event, -1})
				for t := first; t < end; t++ {
					taken[t] = len(segs)
				}
				index[i] = len(segs) - 1
			case taken[first] > 0 && same(segs[taken[first]-1], m.kind, first, end):
				index[i] = taken[first] - 1
			}
			first = end
		}
	}
	for i, m := range marks {
		if index[i] >= 0 && m.source >= 0 && m.kind == attribution.Cue {
			segs[index[i]].Source = index[m.source]
		}
	}
	return sortSegments(segs)
}

func same(s Segment, kind attribution.Type, first, last int) bool {
	return s.Type == kind && s.First == first && s.Last == last
}

func paragraphEnd(d *text.Doc, first, last int) int {
	p := d.Paragraphs[d.Sentences[d.Tokens[first].Sent].Para]
	return min(last, d.Sentences[p.Last-1].Last)
}

// sortSegments brings segments into the order of the text and keeps the references between them.
func sortSegments(segs []Segment) []Segment {
	order := make([]int, len(segs))
	for i := range order {
		order[i] = i
	}
	sort.Slice(order, func(i, j int) bool { return segs[order[i]].First < segs[order[j]].First })
	place := make([]int, len(segs))
	out := make([]Segment, len(segs))
	for to, from := range order {
		out[to], place[from] = segs[from], to
	}
	for i := range out {
		if out[i].Source >= 0 {
			out[i].Source = place[out[i].Source]
		}
	}
	return out
}

var treebank = map[string]string{"``": `"`, "''": `"`, "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}", "`": "'"}

// ReadBench reads paragraphs in the form of the CofeNet benchmark, a JSON object a line, gzipped or not.
func ReadBench(file string) ([]*Text, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(file, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return nil, err
		}
	}
	var out []*Text
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<24)
	for n := 1; lines.Scan(); n++ {
		var row struct {
			Tokens, Labels []string
			ID             string
		}
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, n, err)
		}
		if len(row.Tokens) > 0 {
			out = append(out, benchText(row.Tokens, row.Labels, row.ID))
		}
	}
	return out, lines.Err()
}

func benchText(tokens, labels []string, id string) *Text {
	var sb strings.Builder
	b := &Bench{Gold: map[BenchSpan]bool{}}
	for i, t := range tokens {
		if i > 0 {
			sb.WriteByte(' ')
		}
		if m, ok := treebank[t]; ok {
			t = m
		}
		b.Tokens = append(b.Tokens, text.Span{Start: sb.Len(), End: sb.Len() + len(t)})
		b.Quote = append(b.Quote, t == `"`)
		sb.WriteString(t)
	}
	in := Read(sb.String())
	d := in.Doc.Doc
	var marks []mark
	for _, s := range bioSpans(labels) {
		b.Gold[s] = true
		marks = append(marks, mark{s.Type, text.Span{Start: b.Tokens[s.First].Start, End: b.Tokens[s.Last-1].End}, -1, -1})
	}
	group := id
	if i := strings.LastIndexByte(id, '_'); i > 0 {
		group = id[:i]
	}
	return &Text{Group: group, Doc: d, In: in, Gold: project(d, marks), Bench: b}
}

// bioSpans reads the spans off labels as the benchmark does.
func bioSpans(labels []string) []BenchSpan {
	kinds := map[string]attribution.Type{"source": attribution.Source, "cue": attribution.Cue, "content": attribution.Content}
	var out []BenchSpan
	kind, start := "", 0
	for i := 0; i <= len(labels); i++ {
		k := ""
		begin := false
		if i < len(labels) && labels[i] != "O" {
			k, begin = labels[i][2:], labels[i][0] == 'B'
		}
		if begin || k != kind {
			if kind != "" {
				out = append(out, BenchSpan{kinds[kind], start, i})
			}
			kind, start = k, i
		}
	}
	return out
}

// fold puts a group into one of n folds.
func fold(group string, n int) int {
	h := fnv.New32a()
	h.Write([]byte(group))
	return int(h.Sum32()>>8) % n
}
