package exchange

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the examples of docs/formats.md anew")

// block is a fenced block of the documentation: what it shows and its lines.
var block = regexp.MustCompile("(?ms)^```(\\w+(?: \\w+)?)\n(.*?)^```$")

// TestFormats makes the examples of docs/formats.md anew.
func TestFormats(t *testing.T) {
	const path = "../docs/formats.md"
	doc := readFile(t, path)
	blocks := map[string]string{}
	for _, m := range block.FindAllStringSubmatch(doc, -1) {
		blocks[m[1]] = m[2]
	}
	s := dated(t, "d1", strings.TrimSuffix(blocks["text"], "\n"))
	_, ann := brat(t, s)
	want := map[string]string{"text": blocks["text"], "text brat": ann, "json plover": strings.Join(plover(t, s), "\n") + "\n",
		"json annotation": firstQuote(t, webAnnotations(t, "https://example.org/d1", s))}
	for name := range tables {
		want["csv "+name] = strings.ReplaceAll(csvOf(t, name, s), "\r\n", "\n")
	}
	if *update {
		doc = block.ReplaceAllStringFunc(doc, func(b string) string {
			name := block.FindStringSubmatch(b)[1]
			return "```" + name + "\n" + want[name] + "```"
		})
		if err := os.WriteFile(path, []byte(doc), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if d := cmp.Diff(want, blocks); d != "" {
		t.Errorf("the examples of %s are stale; run go test ./exchange -run Formats -update (-want +got):\n%s", path, d)
	}
}

// firstQuote returns the annotation of the first quote, indented.
func firstQuote(t *testing.T, data []byte) string {
	t.Helper()
	var collection struct {
		First struct{ Items []json.RawMessage }
	}
	if err := json.Unmarshal(data, &collection); err != nil {
		t.Fatal(err)
	}
	for _, item := range collection.First.Items {
		if !bytes.Contains(item, []byte(`"quote"`)) {
			continue
		}
		var b bytes.Buffer
		if err := json.Indent(&b, item, "", "  "); err != nil {
			t.Fatal(err)
		}
		return b.String() + "\n"
	}
	t.Fatal("no quote")
	return ""
}
