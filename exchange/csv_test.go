package exchange

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/communique-go/communique"
)

// tables are the writers of tables by what they write.
var tables = map[string]func(io.Writer, []*communique.Statement) error{
	"quotes": WriteQuotesCSV, "stances": WriteStancesCSV, "commitments": WriteCommitmentsCSV,
}

func csvOf(t testing.TB, table string, statements ...*communique.Statement) string {
	t.Helper()
	var b bytes.Buffer
	if err := tables[table](&b, statements); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// rfc4180 reads a table by the grammar of RFC 4180 and takes nothing else: records end in CRLF, quotes stand only in quoted
// fields, quoted fields hold what they hold.
func rfc4180(t testing.TB, s string) [][]string {
	t.Helper()
	var records [][]string
	var record []string
	for s != "" {
		var field string
		if strings.HasPrefix(s, `"`) {
			end := 1
			for ; ; end++ {
				if end >= len(s) {
					t.Fatal("a quoted field does not end")
				}
				if s[end] == '"' {
					if !strings.HasPrefix(s[end+1:], `"`) {
						break
					}
					end++
				}
			}
			field, s = strings.ReplaceAll(s[1:end], `""`, `"`), s[end+1:]
		} else {
			end := strings.IndexAny(s, ",\r\n\"")
			field, s = s[:end], s[end:]
		}
		record = append(record, field)
		switch {
		case strings.HasPrefix(s, ","):
			s = s[1:]
		case strings.HasPrefix(s, "\r\n"):
			records, record, s = append(records, record), nil, s[2:]
		default:
			t.Fatalf("%.20q is neither a comma nor the end of a record", s)
		}
	}
	return records
}

// cells returns the records behind the header, by column.
func cells(t testing.TB, records [][]string) []map[string]string {
	t.Helper()
	var out []map[string]string
	for _, r := range records[1:] {
		if len(r) != len(records[0]) {
			t.Fatalf("%d fields, want %d: %q", len(r), len(records[0]), r)
		}
		row := map[string]string{}
		for i, name := range records[0] {
			row[name] = r[i]
		}
		out = append(out, row)
	}
	return out
}

// TestCSVFields checks that a reader of the RFC finds the words and offsets of the statement.
func TestCSVFields(t *testing.T) {
	s, other := dated(t, "d1", readout), handMade()
	records := rfc4180(t, csvOf(t, "quotes", s, nil, other))
	rows := cells(t, records)
	all := append(append(append([]communique.Quote{}, s.Quotes...), s.Attributions...), append(other.Quotes, other.Attributions...)...)
	if len(rows) != len(all) {
		t.Fatalf("%d rows, want %d", len(rows), len(all))
	}
	for i, row := range rows {
		of, q := s, all[i]
		if i >= len(s.Quotes)+len(s.Attributions) {
			of = other
		}
		if row["statement"] != of.ID || row["quote"] != strconv.Itoa(q.ID) || row["kind"] != string(q.Kind) || row["speaker"] != valid(q.Speaker) {
			t.Errorf("row %d is %q, want %v", i, row, q)
		}
		checkPassage(t, of.Text, row, "cue", q.Cue)
		checkPassage(t, of.Text, row, "source", q.Source)
		if want := strings.ReplaceAll(valid(q.Text), "\x00", "\uFFFD"); row["content"] != want {
			t.Errorf("content %q, want %q", row["content"], want)
		}
		checkSpans(t, of.Text, row["content_spans"], row["content_char_spans"], q.Content)
	}
	for i, row := range cells(t, rfc4180(t, csvOf(t, "stances", s))) {
		checkPassage(t, s.Text, row, "phrase", &s.Stances[i].Phrase)
	}
	for i, row := range cells(t, rfc4180(t, csvOf(t, "commitments", s))) {
		c := s.Commitments[i]
		checkPassage(t, s.Text, row, "action", &c.Action)
		checkPassage(t, s.Text, row, "instrument", c.Instrument)
		checkPassage(t, s.Text, row, "deadline", c.Deadline)
		checkPassage(t, s.Text, row, "condition", c.Condition)
	}
}

// checkPassage compares the columns of a passage with it, counting characters on its own.
func checkPassage(t *testing.T, text string, row map[string]string, name string, p *communique.Passage) {
	t.Helper()
	got := fmt.Sprint(row[name], row[name+"_start"], " ", row[name+"_end"], " ", row[name+"_char_start"], " ", row[name+"_char_end"])
	want := "   "
	if p != nil {
		want = fmt.Sprint(valid(p.Text), p.Start, " ", p.End, " ", len([]rune(text[:p.Start])), " ", len([]rune(text[:p.End])))
	}
	if got != want {
		t.Errorf("%s is %q, want %q", name, got, want)
	}
}

func checkSpans(t *testing.T, text, spans, chars string, want []communique.Passage) {
	t.Helper()
	var wantSpans, wantChars []string
	for _, p := range want {
		wantSpans = append(wantSpans, fmt.Sprintf("%d-%d", p.Start, p.End))
		wantChars = append(wantChars, fmt.Sprintf("%d-%d", len([]rune(text[:p.Start])), len([]rune(text[:p.End]))))
	}
	if spans != strings.Join(wantSpans, "; ") || chars != strings.Join(wantChars, "; ") {
		t.Errorf("spans %q and %q, want %q and %q", spans, chars, wantSpans, wantChars)
	}
}

func TestStancesCSV(t *testing.T) {
	s := dated(t, "d1", readout)
	var got []string
	for _, row := range cells(t, rfc4180(t, csvOf(t, "stances", s))) {
		got = append(got, strings.Join([]string{row["date"], row["label"], row["intensity"], row["negated"], row["score"], row["holders"], row["holder_codes"],
			row["holder_countries"], row["targets"]}, " | "))
	}
	want := []string{
		"2024-04-29 | accuse | 4 | FALSE | -2 | Ada Lindqvist |  |  | Sarvian forces",
		"2024-04-29 | accuse | 2 | TRUE | -2 | Germany; Japan | DEU; JPN | DEU; JPN | Sarvia",
		"2024-04-29 | request | 2 | FALSE | 0 | Ada Lindqvist |  |  | Germany",
		"2024-04-29 | agree | 2 | FALSE | 2.5 | Ada Lindqvist |  |  | ",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

// TestCSVPlaces checks that what is missing leaves its place in a list.
func TestCSVPlaces(t *testing.T) {
	s := handMade()
	row := cells(t, rfc4180(t, csvOf(t, "stances", s)))[1]
	for name, want := range map[string]string{"holders": "they; Ada", "holder_ids": "1; 0", "holder_countries": "; NOR", "holder_codes": "; NORGOV",
		"targets": "Bob\u0085\u2028", "target_countries": "", "quote": "1", "contexts": "military; x\ny"} {
		if row[name] != want {
			t.Errorf("%s is %q, want %q", name, row[name], want)
		}
	}
}

// TestCSVReaders reads the tables with encoding/csv, which turns CRLF within a field into a line feed, and with Python's csv,
// which does not.
func TestCSVReaders(t *testing.T) {
	statements := []*communique.Statement{dated(t, "d1", readout), handMade(), broken()}
	for name := range tables {
		out := csvOf(t, name, statements...)
		want := rfc4180(t, out)
		got, err := csv.NewReader(strings.NewReader(out)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		unixed := make([][]string, len(want))
		for i, r := range want {
			for _, f := range r {
				unixed[i] = append(unixed[i], strings.ReplaceAll(f, "\r\n", "\n"))
			}
		}
		if d := cmp.Diff(unixed, got); d != "" {
			t.Errorf("%s: encoding/csv (-want +got):\n%s", name, d)
		}
		python(t, name, out, want)
	}
}

// python reads a table with Python's csv module, where there is one.
func python(t *testing.T, name, table string, want [][]string) {
	t.Helper()
	path, err := exec.LookPath("python3")
	if err != nil {
		t.Log("no python3: its reader is not tried")
		return
	}
	cmd := exec.Command(path, "-c", `import csv, io, json, sys
text = sys.stdin.buffer.read().decode("utf-8")
print(json.dumps(list(csv.reader(io.StringIO(text, newline=""), strict=True))))`)
	cmd.Stdin = strings.NewReader(table)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var got [][]string
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("%s: Python (-want +got):\n%s", name, d)
	}
}
