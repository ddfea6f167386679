package markup

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
)

func TestEscape(t *testing.T) {
	tests := []struct{ name, in, html, xml string }{
		{"plain", "Both sides met.", "Both sides met.", "Both sides met."},
		{"markup", `<b a="1">&'`, "&lt;b a=&#34;1&#34;&gt;&amp;&#39;", "&lt;b a=&#34;1&#34;&gt;&amp;&#39;"},
		{"line breaks", "a\r\nb\rc\n", "a&#13;\nb&#13;c\n", "a&#13;\nb&#13;c\n"},
		{"controls", "a\x00b\x07c", "a\uFFFDb\x07c", "a\uFFFDb\uFFFDc"},
		{"broken UTF-8", "a\xff\xfeb", "a\uFFFD\uFFFDb", "a\uFFFD\uFFFDb"},
		{"noncharacters", "a\uFFFEb", "a\uFFFEb", "a\uFFFDb"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.html, HTML(tt.in)); diff != "" {
				t.Errorf("HTML (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.xml, XML(tt.in)); diff != "" {
				t.Errorf("XML (-want +got):\n%s", diff)
			}
		})
	}
}

func TestMarkdown(t *testing.T) {
	tests := []struct{ in, want string }{
		{"plain words, with (brackets).", "plain words, with (brackets)."},
		{"a*b_c`d", "a\\*b\\_c\\`d"},
		{"# no heading", `\# no heading`},
		{"- no list", `\- no list`},
		{"+ no list", `\+ no list`},
		{"cease-fire", "cease-fire"},
		{"12. May", `12\. May`},
		{"in 12. May", "in 12. May"},
		{"<script>|[x](y)", `\<script\>\|\[x\](y)`},
		{" line\r\n  break ", "line break"},
		{"bad \xff byte", "bad \uFFFD byte"},
		{"see https://a.example/b_c and www.b.example", "see https\\://a.example/b\\_c and www\\.b.example"},
		{"write to x@y.example: now", "write to x\\@y.example: now"},
		{"\x1b[31mred\u0085", "\uFFFD\\[31mred"},
	}
	for _, tt := range tests {
		if got := Markdown(tt.in); got != tt.want {
			t.Errorf("Markdown(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestRecord(t *testing.T) {
	tests := []struct {
		in   []string
		want string
	}{
		{nil, "\r\n"},
		{[]string{"a", "", "b c"}, "a,,b c\r\n"},
		{[]string{`said "no"`, "a,b", " edge"}, `"said ""no""","a,b"," edge"` + "\r\n"},
		{[]string{"two\nlines", "\r\n", "lone\rreturn"}, "\"two\nlines\",\"\r\n\",\"lone\rreturn\"\r\n"},
		{[]string{"=1+1", "a\x00b", "\xff\xfe"}, "=1+1,a\uFFFDb,\uFFFD\uFFFD\r\n"},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, Record(tt.in...)); diff != "" {
			t.Errorf("Record(%q) (-want +got):\n%s", tt.in, diff)
		}
	}
}

// What HTML returns is read back by a real parser as the text that went in, in an element and in an attribute.
func FuzzHTML(f *testing.F) {
	f.Add("</p><script>alert(1)</script>")
	f.Add("\"'> onload=x \r\n\x00\xff&amp;&#x3c;")
	f.Fuzz(func(t *testing.T, s string) {
		doc, err := html.Parse(strings.NewReader(`<!doctype html><p title="` + HTML(s) + `">x` + HTML(s) + "</p>"))
		if err != nil {
			t.Fatal(err)
		}
		want := strings.ReplaceAll(valid(s), "\x00", "\uFFFD")
		p := find(doc, "p")
		if p == nil || p.FirstChild == nil || p.FirstChild != p.LastChild || len(p.Attr) != 1 {
			t.Fatalf("%q: not one paragraph with one text and one attribute", s)
		}
		if diff := cmp.Diff("x"+want, p.FirstChild.Data); diff != "" {
			t.Errorf("text (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff(want, p.Attr[0].Val); diff != "" {
			t.Errorf("attribute (-want +got):\n%s", diff)
		}
	})
}

// valid returns s with a U+FFFD for each broken byte.
func valid(s string) string { return string([]rune(s)) }

func find(n *html.Node, name string) *html.Node {
	if n.Type == html.ElementNode && n.Data == name {
		return n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if m := find(c, name); m != nil {
			return m
		}
	}
	return nil
}

func TestClip(t *testing.T) {
	tests := []struct {
		in   string
		n    int
		want string
	}{
		{"", 3, ""},
		{"abc", 3, "abc"},
		{"abcd", 3, "abc…"},
		{"aéé", 2, "a…"},
		{"é", 1, "…"},
	}
	for _, tt := range tests {
		if got := Clip(tt.in, tt.n); got != tt.want {
			t.Errorf("Clip(%q, %d) = %q, want %q", tt.in, tt.n, got, tt.want)
		}
	}
}

func TestShorten(t *testing.T) {
	const size, width = 14, 200
	tests := []struct{ in, want string }{
		{"Oman", "Oman"},
		{"Organization for the Observation of Harbours", "Organization for the O…"},
		{strings.Repeat("W", 50), strings.Repeat("W", 13) + "…"},
		{strings.Repeat("\u0301", 500), strings.Repeat("\u0301", 500)},
	}
	for _, test := range tests {
		got := Shorten(test.in, size, width)
		if got != test.want || TextWidth(got, size) > width {
			t.Errorf("Shorten(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}
