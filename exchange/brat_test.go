package exchange

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/communique-go/communique"
)

// shared is the directory with the evaluation data, which is no part of the repository.
const shared = "../../shared"

// sharedFiles returns the files that match, and skips the test if there are none.
func sharedFiles(t *testing.T, patterns ...string) []string {
	t.Helper()
	var out []string
	for _, p := range patterns {
		files, err := filepath.Glob(filepath.Join(shared, filepath.FromSlash(p)))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, files...)
	}
	if len(out) == 0 {
		t.Skipf("no evaluation data: %s has no %s", shared, strings.Join(patterns, ", "))
	}
	return out
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func parse(t testing.TB, text string) *communique.Statement {
	t.Helper()
	s, err := communique.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// brat returns the two files of a statement.
func brat(t testing.TB, s *communique.Statement) (txt, ann string) {
	t.Helper()
	var a, b bytes.Buffer
	if err := WriteBrat(&a, &b, s); err != nil {
		t.Fatal(err)
	}
	return a.String(), b.String()
}

func readBrat(t testing.TB, text, ann string) *communique.Statement {
	t.Helper()
	s, err := ReadBrat(text, strings.NewReader(ann))
	if err != nil {
		t.Fatalf("%v\n%s", err, ann)
	}
	return s
}

// bare returns what brat carries of a statement.
func bare(s *communique.Statement) communique.Statement {
	return communique.Statement{Text: s.Text, Entities: s.Entities, Quotes: s.Quotes, Attributions: s.Attributions,
		Stances: s.Stances, Commitments: s.Commitments}
}

func diff(want, got *communique.Statement, opts ...cmp.Option) string {
	return cmp.Diff(bare(want), bare(got), append(opts, cmpopts.EquateEmpty())...)
}

func TestBratShared(t *testing.T) {
	for i, path := range sharedFiles(t, "seed/*.txt", "gold/*.txt", "polnear/*/text/*.txt") {
		if strings.Contains(path, "train") && i%10 != 0 {
			continue // to analyse them all takes a minute
		}
		s := parse(t, readFile(t, path))
		txt, ann := brat(t, s)
		if txt != s.Text {
			t.Errorf("%s: the text was changed", path)
		}
		if d := diff(s, readBrat(t, txt, ann)); d != "" {
			t.Errorf("%s (-want +got):\n%s", path, d)
		}
	}
}

// annotator is what stands between the name of a text and .ann in the names of PolNeAR's files.
var annotator = regexp.MustCompile(`_[0-9a-f]{4}\.ann$`)

func TestReadBratPolNeAR(t *testing.T) {
	for _, path := range sharedFiles(t, "polnear/*/attributions/*.ann") {
		text := readFile(t, annotator.ReplaceAllString(strings.Replace(path, "attributions", "text", 1), ".txt"))
		ann := readFile(t, path)
		s := readBrat(t, text, ann)
		if d := cmp.Diff(countEvents(ann), countQuotes(s)); d != "" {
			t.Errorf("%s: quotes and their parts (-want +got):\n%s", path, d)
		}
		_, again := brat(t, s)
		if d := diff(s, readBrat(t, text, again)); d != "" {
			t.Errorf("%s (-want +got):\n%s", path, d)
		}
	}
}

// countEvents counts the events of a file and their arguments.
func countEvents(ann string) map[string]int {
	n := map[string]int{}
	for _, line := range strings.Split(ann, "\n") {
		if !strings.HasPrefix(line, "E") {
			continue
		}
		n["quotes"]++
		for _, role := range []string{"Content", "Cue", "Source"} {
			if strings.Contains(line, " "+role) {
				n[role]++
			}
		}
		if len(strings.Fields(line)) == 2 { // no argument: the trigger is read as the cue
			n["Cue"]++
		}
	}
	return n
}

func countQuotes(s *communique.Statement) map[string]int {
	n := map[string]int{}
	for _, q := range append(s.Quotes, s.Attributions...) {
		n["quotes"]++
		if len(q.Content) > 0 {
			n["Content"]++
		}
		if q.Cue != nil {
			n["Cue"]++
		}
		if q.Source != nil {
			n["Source"]++
		}
	}
	return n
}

func TestBratRoundTrip(t *testing.T) {
	statements := map[string]*communique.Statement{"readout": parse(t, readout), "zero": {}, "hand made": handMade()}
	for i, text := range hostile {
		statements["hostile "+string(rune('a'+i))] = parse(t, text)
	}
	for name, s := range statements {
		t.Run(name, func(t *testing.T) {
			txt, ann := brat(t, s)
			if !utf8.ValidString(txt) || utf8.RuneCountInString(txt) != utf8.RuneCountInString(s.Text) {
				t.Errorf("the text file has other characters than the text: %q", txt)
			}
			if d := diff(s, readBrat(t, s.Text, ann), cmp.Transformer("valid", valid)); d != "" {
				t.Errorf("read with the text (-want +got):\n%s", d)
			}
			_, again := brat(t, readBrat(t, txt, ann)) // the bytes differ, the characters do not
			if d := cmp.Diff(ann, again); d != "" {
				t.Errorf("read with the text file and written again (-want +got):\n%s", d)
			}
		})
	}
}

// TestBratLines checks that a line can be read by programs that break it at other characters than the line feed, and that
// its words are those in the text, as brat demands.
func TestBratLines(t *testing.T) {
	s := handMade()
	txt, ann := brat(t, s)
	chars := []rune(txt)
	for _, line := range strings.Split(strings.TrimSuffix(ann, "\n"), "\n") {
		fields := strings.Split(line, "\t")
		if strings.ContainsFunc(strings.ReplaceAll(line, "\t", ""), breaksLine) {
			t.Errorf("the line breaks: %q", line)
		}
		if line[0] != 'T' {
			continue
		}
		if len(fields) != 3 {
			t.Errorf("%q has %d fields, want 3", line, len(fields))
			continue
		}
		_, places, _ := strings.Cut(fields[1], " ")
		var words []string
		for _, place := range strings.Split(places, ";") {
			var start, end int
			if _, err := fmt.Sscanf(place, "%d %d", &start, &end); err != nil {
				t.Fatal(err)
			}
			words = append(words, string(chars[start:end]))
		}
		if want := strings.Join(words, " "); fields[2] != want {
			t.Errorf("the words are %q, in the text %q", fields[2], want)
		}
	}
}

// TestBratConf checks that annotation.conf declares what WriteBrat writes, and visual.conf nothing else.
func TestBratConf(t *testing.T) {
	declared := map[string]string{} // the declaration of each type
	section := ""
	for _, line := range strings.Split(BratAnnotationConf, "\n") {
		name, rest, _ := strings.Cut(line, "\t")
		switch {
		case name == "" || name[0] == '#' || name[0] == '<':
		case name[0] == '[':
			section = name
		case declared[name] != "":
			t.Errorf("%s is declared twice", name)
		default:
			declared[name] = section + " " + rest
		}
	}
	for name, list := range values {
		if want := "Value:" + strings.Join(list, "|"); !strings.HasSuffix(declared[name], want) {
			t.Errorf("%s is declared as %q, want %s", name, declared[name], want)
		}
	}
	_, ann := brat(t, parse(t, readout))
	_, more := brat(t, handMade())
	for _, line := range strings.Split(strings.TrimSpace(ann+more), "\n") {
		section := map[byte]string{'T': "[entities]", 'E': "[events]", 'R': "[relations]", '*': "[relations]", 'A': "[attributes]", '#': ""}[line[0]]
		words := strings.Fields(line)
		name, _, _ := strings.Cut(words[1], ":")
		if line[0] == 'T' && strings.HasPrefix(declared[name], "[events]") {
			continue // a trigger
		}
		if !strings.HasPrefix(declared[name], section) || declared[name] == "" && section != "" {
			t.Errorf("%s is declared as %q, want it in %s", name, declared[name], section)
		}
		for _, arg := range words[2:] {
			if role, _, _ := strings.Cut(arg, ":"); line[0] == 'E' && !regexp.MustCompile(`\b`+strings.TrimRight(role, "0123456789")+`[*?]:`).MatchString(declared[name]) {
				t.Errorf("%s has no argument %s", name, role)
			}
		}
	}
	for _, line := range strings.Split(BratVisualConf, "\n") {
		if name := strings.FieldsFunc(line+" [", func(r rune) bool { return r == '\t' || r == ' ' })[0]; name[0] != '[' && declared[name] == "" &&
			!strings.HasSuffix(name, "_DEFAULT") {
			t.Errorf("visual.conf has %s, which annotation.conf has not", name)
		}
	}
}

// TestReadBratByHand reads what an annotator or another program may have written.
func TestReadBratByHand(t *testing.T) {
	const text = "\"Stop,\" said Ada.\n\nBob called\nthat wise. “No”, he believes. It is “late” now."
	ann := strings.Join([]string{
		"\ufeffT1\tContent 0 7\t\"Stop,\"\r",
		"T2\tCue 8 12\tsaid",
		"T3\tSource 13 16\tAda   ",
		"T4\tAttribution 8 12\tsaid",
		"E1\tAttribution:T4 Content:T1 Cue:T2 Source:T3 ",
		"",
		"T5\tSource 19 22\tBob",
		"T6\tCue 23 29;35 39\tcalled wise", // in two parts
		"T7\tContent 30 34\tthat",
		"T8\tAttribution 23 29\tcalled",
		"E2\tAttribution:T8 Content2:T9 Cue:T6 Source:T5 Content:T7",
		"T9\tContent 0 7;16 22\t\"Stop,\" .",
		"", // the words of T9 hold two line breaks
		"Bob",
		"A1\tMode E2 belief",
		"T10\tSource 47 49\the",
		"T11\tContent 41 45\t“No”",
		"T12\tAttribution 50 58",
		"E3\tAttribution:T12 Content:T11 Source:T10",
		"T13\tAttribution-no-source 8 12\tsaid",
		"E4\tAttribution-no-source:T13",
		"T14\tContent 60 77\tIt is “late” now.",
		"E5\tAttribution-no-source:T14 Content:T14",
		"T15\tDiscuss 0 1\t\"", "T16\tMood 0 1\t\"", "E6\tMood:T16 Cause:E99", "A2\tKind T16 odd", "N1\tReference T1 Wiki:1\tx", "R1\tOther Arg1:T1",
		"#1\tAnnotatorNotes T15\tAre headlines annotated?", "#2\tCommunique T3\tnot JSON",
		"T17\tPerson 13 16\tAda", "T18\tPerson 19 22\tBob", "T19\tPerson 47 49\the", "*\tEquiv T19 T18", "*\tOther T77",
		"R2\tSpeaker Arg1:E3 Arg2:T19",
	}, "\n")
	s := readBrat(t, text, ann)
	var got []string
	for _, q := range append(s.Quotes, s.Attributions...) {
		line := fmt.Sprintf("%d %s %s %q by %q", q.ID, q.Kind, q.Mode, q.Text, q.Speaker)
		for _, p := range []*communique.Passage{q.Cue, q.Source} {
			if p != nil {
				line += fmt.Sprintf(" %q", p.Text)
			}
		}
		got = append(got, line)
	}
	want := []string{
		`0 direct assertion "\"Stop,\"" by "" "said" "Ada"`,
		`1 direct assertion "“No”" by "Bob" "he"`,
		`2 mixed assertion "It is “late” now." by ""`,
		`3 mixed belief "\"Stop,\" .\n\nBob that" by "" "called\nthat wise" "Bob"`,
		`4 indirect mention "" by "" "said"`,
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("quotes (-want +got):\n%s", d)
	}
	if len(s.Entities) != 2 || s.Entities[1].Name != "Bob" || len(s.Entities[1].Mentions) != 2 {
		t.Errorf("entities %v, want Ada and Bob with two mentions", s.Entities)
	}
}

// TestReadBratEdited changes what WriteBrat has written, as an annotator would.
func TestReadBratEdited(t *testing.T) {
	text := "Ada said: \"One\ntwo.\" Ada agreed."
	at := passage(text, "One\ntwo.")
	s := communique.Statement{Text: text, Quotes: []communique.Quote{{Kind: communique.Direct, Mode: communique.Assertion, Content: []communique.Passage{at}}}}
	_, ann := brat(t, &s)
	if got := readBrat(t, text, ann).Quotes[0].Content; len(got) != 1 || got[0] != at {
		t.Fatalf("content %v, want %v", got, at)
	}
	// The note on the spans no longer holds once the annotation has been moved.
	moved := strings.Replace(ann, "Content 11 14;15 19\tOne two.", "Content 11 14;15 18\tOne two", 1)
	if got := readBrat(t, text, moved).Quotes[0].Content; len(got) != 2 || got[1].Text != "two" {
		t.Errorf("content %v, want two pieces:\n%s", got, moved)
	}
}

func TestReadBratErrors(t *testing.T) {
	const text = "Ada said no. Žofia left."
	base := "T1\tSource 0 3\tAda\nT2\tCue 4 8\tsaid\nT3\tContent 9 11\tno\nT4\tAttribution 4 8\tsaid\nE1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n" +
		"T5\tPerson 0 3\tAda\nT6\tStance 4 8\tsaid\nT7\tCommitment 4 8\tsaid\n"
	tests := []struct{ line, want string }{
		{"hello", `line 9: "hello" is no annotation`},
		{"T8", "is no annotation"},
		{"X1\tSource 0 3\tAda", "is no annotation"},
		{"T1\tSource 0 3\tAda", "line 9: the id T1 is taken by line 1"},
		{"T8\tSource\tAda", "T8 has no offsets"},
		{"T8\tSource 0 x\tAda", `"0 x" are no offsets`},
		{"T8\tSource 0 3;5\tAda", `"5" are no offsets`},
		{"T8\tSource 0 99999999999999999999\tAda", "are no offsets"},
		{"T8\tSource 3 3\t", "line 9: T8: the span 3 3 is empty or lies outside the text"},
		{"T8\tSource 5 2\tAda", "the span 5 2 is empty"},
		{"T8\tSource 0 25\tAda", "the span 0 25 is empty or lies outside the text"},
		{"T8\tSource 13 18\tZofia", `line 9: T8: the words are "Zofia", in the text they are "Žofia"`},
		{"E2\tAttribution:T9", "line 9: the trigger of E2 is T9: there is no such text-bound annotation"},
		{"E2\tAttribution:T4 Content:T9", "line 9: the Content of E2 is T9"},
		{"E2\tAttribution:T4 Content", `E2: "Content" is no argument`},
		{"E2\t", "is no annotation"},
		{"E2\t \t", "E2 has no type and trigger"},
		{"A1\tKind", `"Kind" is no attribute`},
		{"A1\tKind E1 loud", `line 5: E1 has the Kind "loud": want one of direct, mixed, indirect`},
		{"A1\tMode E1 sung", `the Mode "sung"`},
		{"E2\tStance:T6\nA1\tLabel E2 hum", `line 9: E2 has the Label "hum": want one of agree`},
		{"E2\tStance:T6\nA1\tIntensity E2 6", `the Intensity "6"`},
		{"E2\tStance:T6 Holder:T9", "line 9: the Holder is T9: there is no such"},
		{"E2\tStance:T6 Target2:T1", "the Target is T1, a Source: want a Person"},
		{"E2\tStance:T6 Quote:E3", "the Quote of E2 is E3: there is no such quote"},
		{"E2\tStance:T99", "the trigger of E2 is T99"},
		{"E2\tCommitment:T99", "the trigger of E2 is T99"},
		{"E2\tCommitment:T7 Deadline:T99", "the Deadline of E2 is T99"},
		{"E2\tCommitment:T7 Party:T1", "the Party is T1"},
		{"E2\tCommitment:T7\nA1\tStatus E2 odd", `the Status "odd"`},
		{"R1\tSpeaker Arg1:E1", "R1: want two arguments"},
		{"R1\tSpeaker Arg1:E7 Arg2:T5", "line 9: Speaker relates E7: there is no such quote"},
		{"R1\tSpeaker Arg1:E1 Arg2:T1", "the speaker is T1, a Source"},
		{"R1\tMember Arg1:T5 Arg2:T99", "the member is T99"},
		{"R1\tMember Arg1:T99 Arg2:T5", "the group is T99"},
		{"*\tEquiv T5 T99", "line 9: Equiv names T99"},
	}
	readBrat(t, text, base)
	for _, tt := range tests {
		s, err := ReadBrat(text, strings.NewReader(base+tt.line))
		if err == nil || !strings.Contains(err.Error(), tt.want) || s != nil {
			t.Errorf("%q: the error is %v, want %q", tt.line, err, tt.want)
		}
	}
	if _, err := ReadBrat(text, iotest.ErrReader(io.ErrClosedPipe)); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("the error is %v, want that of the reader", err)
	}
}

// failing is a writer that fails.
type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

// TestWriters gives every writer statements that cannot be, no statement, and a writer that fails.
func TestWriters(t *testing.T) {
	writers := map[string]func(io.Writer, *communique.Statement) error{
		"brat text": func(w io.Writer, s *communique.Statement) error { return WriteBrat(w, nil, s) },
		"brat":      func(w io.Writer, s *communique.Statement) error { return WriteBrat(nil, w, s) },
		"quotes":    func(w io.Writer, s *communique.Statement) error { return WriteQuotesCSV(w, []*communique.Statement{s}) },
		"stances": func(w io.Writer, s *communique.Statement) error {
			return WriteStancesCSV(w, []*communique.Statement{s})
		},
		"commitments": func(w io.Writer, s *communique.Statement) error {
			return WriteCommitmentsCSV(w, []*communique.Statement{s})
		},
		"PLOVER":          func(w io.Writer, s *communique.Statement) error { return WritePLOVER(w, []*communique.Statement{s}) },
		"web annotations": func(w io.Writer, s *communique.Statement) error { return WriteWebAnnotations(w, s) },
	}
	for name, write := range writers {
		for _, s := range []*communique.Statement{nil, {}, broken(), handMade()} {
			var a, b bytes.Buffer
			if err := write(&a, s); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			if err := write(&b, s); err != nil || a.String() != b.String() {
				t.Errorf("%s: the second time is another: %v", name, err)
			}
			if !utf8.Valid(a.Bytes()) {
				t.Errorf("%s: not UTF-8: %q", name, a.String())
			}
		}
		if err := write(failing{}, parse(t, readout)); !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("%s: the error is %v, want that of the writer", name, err)
		}
	}
}

// TestBratBroken checks that what cannot be is left out, and that what is left can be read.
func TestBratBroken(t *testing.T) {
	txt, ann := brat(t, broken())
	s := readBrat(t, txt, ann)
	if len(s.Quotes) != 1 || len(s.Attributions) != 1 || len(s.Stances) != 2 || len(s.Commitments) != 1 {
		t.Errorf("%d quotes, %d attributions, %d stances, %d commitments; want 1, 1, 2, 1:\n%s",
			len(s.Quotes), len(s.Attributions), len(s.Stances), len(s.Commitments), ann)
	}
	if got := s.Quotes[0]; got.Speaker != "nobody" || len(got.Content) != 2 {
		t.Errorf("%+v, want the two pieces said by nobody that do not lie within others", got)
	}
	if _, again := brat(t, s); again == "" {
		t.Error("nothing written again")
	}
}

// FuzzWriteBrat checks that every analysis survives brat, with the text and with the text file.
func FuzzWriteBrat(f *testing.F) {
	f.Add(readout)
	f.Add("KPIBA A0\xff0AA met in Bonn.") // a broken byte in a name
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s := parse(t, text)
		txt, ann := brat(t, s)
		if d := diff(s, readBrat(t, text, ann), cmp.Transformer("valid", valid)); d != "" {
			t.Errorf("read with the text (-want +got):\n%s", d)
		}
		if _, again := brat(t, readBrat(t, txt, ann)); again != ann {
			t.Errorf("read with the text file and written again (-want +got):\n%s", cmp.Diff(ann, again))
		}
	})
}

// FuzzReadBrat checks that whatever is read can be written, and is then read as the same.
func FuzzReadBrat(f *testing.F) {
	for _, s := range []*communique.Statement{parse(f, readout), handMade(), broken()} {
		txt, ann := brat(f, s)
		f.Add(txt, ann)
	}
	f.Add("Ada\xff", "T1\tPerson 0 4\tAda\xff\n")
	f.Add("a\nb", "T1\tContent 0 3\ta\nb\nE1\tAttribution:T1 Content:T1 Content2:T1\n*\tEquiv T1 T1\n")
	f.Fuzz(func(t *testing.T, text, ann string) {
		s, err := ReadBrat(text, strings.NewReader(ann))
		if err != nil {
			return
		}
		for _, q := range append(s.Quotes, s.Attributions...) {
			end := 0
			for _, p := range q.Content {
				if p.Text != p.Span().In(text) || p.Text == "" || p.Start < end {
					t.Fatalf("%v is not %q, or lies within the piece before", p.Span(), p.Text)
				}
				end = p.End
			}
		}
		_, first := brat(t, s)
		s = readBrat(t, text, first)
		_, second := brat(t, s)
		if d := diff(s, readBrat(t, text, second)); d != "" {
			t.Errorf("written and read again (-want +got):\n%s", d)
		}
		if first != second {
			t.Errorf("written again (-want +got):\n%s", cmp.Diff(first, second))
		}
	})
}
