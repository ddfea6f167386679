package page

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/communique-go/communique/internal/page/pagetest"
)

// TestBlocks has what is written for each block of Markdown.
func TestBlocks(t *testing.T) {
	tests := []struct {
		name  string
		write func(m *Markdown)
		want  string
	}{
		{"nothing", func(*Markdown) {}, ""},
		{"heading", func(m *Markdown) { m.Heading(2, Plain("The *talks*")) }, "## The \\*talks\\*\n"},
		{"paragraph", func(m *Markdown) { m.Paragraph(Plain("a\nb")) }, "a b\n"},
		{"blank", func(m *Markdown) { m.Heading(1, Inline{}); m.Paragraph(Plain(" \n")); m.List(nil) }, ""},
		{"list", func(m *Markdown) { m.List([]Inline{Plain("- a"), Plain("b")}) }, "- \\- a\n- b\n"},
		{"blocks", func(m *Markdown) {
			m.Paragraph(Plain("a"))
			m.Paragraph(Inline{})
			m.List([]Inline{Plain("b")})
			m.Heading(3, Plain("c"))
			m.Table([]Inline{Plain("d")}, nil)
		}, "a\n\n- b\n\n### c\n\n| d   |\n| --- |\n"},
		{"table", func(m *Markdown) {
			m.Table(Words("#", "To what"), [][]Inline{{Plain("1"), Plain("pay | send")}, {{}, Plain("Größe")}})
		}, "| #   | To what     |\n| --- | ----------- |\n| 1   | pay \\| send |\n|     | Größe       |\n"},
		{"table with long cells", func(m *Markdown) { m.Table(Words("a"), [][]Inline{{Plain(strings.Repeat("x", 50))}, {Plain("y")}}) },
			"| a" + strings.Repeat(" ", 39) + " |\n| " + strings.Repeat("-", 40) + " |\n| " + strings.Repeat("x", 50) + " |\n| y" + strings.Repeat(" ", 39) + " |\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var m Markdown
			tt.write(&m)
			if diff := cmp.Diff(tt.want, m.String()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestInline has what is written for each construct within a line of Markdown.
func TestInline(t *testing.T) {
	tests := []struct {
		name string
		got  Inline
		want string
	}{
		{"strong", Plain("a*b").Strong(), `**a\*b**`},
		{"in", Plain("a|b").In("(", ")"), `(a\|b)`},
		{"nothing in", Inline{}.In("(", ")"), ""},
		{"joined", Joined(", ", Plain("a"), Inline{}, Plain(" "), Plain("b")), "a, b"},
		{"address", Address("HTTP://a.example/b_c?d&e"), "<HTTP://a.example/b_c?d&e>"},
		{"address that ends a link", Address("https://a.example/>"), `https\://a.example/\>`},
		{"address that ends a cell", Address("https://a.example/|"), `https\://a.example/\|`},
		{"address with a blank", Address("https://a.example/b c"), `https\://a.example/b c`},
		{"address out of the web", Address("javascript:alert(1)"), "javascript:alert(1)"},
		{"no address", Address(""), ""},
		{"marked", Marked("They ", "pay *all*", ", he said."), `They **pay \*all\***, he said.`},
		{"marked at the edges of words", Marked("un", "fold\n", "\ned"), "un**fold** ed"},
		{"marked alone", Marked("", "pay", " \n"), "**pay**"},
		{"nothing marked", Marked("a ", " ", " b"), "a  b"},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, tt.got.markdown); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestPlain(t *testing.T) {
	tests := []struct{ in, want string }{
		{"plain words, with (brackets).", "plain words, with (brackets)."},
		{"a*b_c`d", "a\\*b\\_c\\`d"},
		{"# no heading", `\# no heading`},
		{"- no list", `\- no list`},
		{"+ no list", `\+ no list`},
		{"cease-fire", "cease-fire"},
		{"12. May", `12\. May`},
		{"1) May", `1\) May`},
		{"in 12. May", "in 12. May"},
		{"<script>|[x](y)", `\<script\>\|\[x\](y)`},
		{" line\r\n  break ", "line break"},
		{"bad \xff byte", "bad \uFFFD byte"},
		{"see https://a.example/b_c and www.b.example", "see https\\://a.example/b\\_c and www\\.b.example"},
		{"write to x@y.example: now", "write to x\\@y.example: now"},
		{"\x1b[31mred\u0085", "\uFFFD\\[31mred"},
	}
	for _, tt := range tests {
		if got := Plain(tt.in).markdown; got != tt.want {
			t.Errorf("Plain(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

// TestMarkdownHostile has hostile texts in every place of Markdown. The lines and cells are those that harmless words make.
func TestMarkdownHostile(t *testing.T) {
	for _, s := range pagetest.Hostile {
		var m Markdown
		m.Heading(2, Plain("x"+s))
		m.Paragraph(Joined(", ", Address("https://"+s), Address(s), Marked(s, "x"+s, s)))
		m.List([]Inline{Plain("x" + s).Strong()})
		m.Table(Words("a", "b"), [][]Inline{{Plain(s), Marked(s, s, s)}, {Address("https://" + s), Plain("x"+s).In("(", ")")}})
		var got []string
		for _, line := range strings.Split(strings.TrimSuffix(m.String(), "\n"), "\n") {
			got = append(got, lineKind(line))
		}
		want := []string{"## ", "", "text", "", "- **", "", "3 bars", "3 bars", "3 bars", "3 bars"}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%.80q (-want +got):\n%s", s, diff)
		}
	}
}

// lineKind tells what a line of Markdown is. Of markup that could be raw HTML or a link it tells too.
func lineKind(line string) string {
	bare := unescaped(line)
	switch {
	case strings.HasPrefix(bare, "| "):
		return string(rune('0'+strings.Count(bare, "|"))) + " bars"
	case strings.ContainsAny(strings.NewReplacer("<https://", "", ">", "").Replace(bare), "<[]`|"):
		return "markup: " + line
	}
	for _, marker := range []string{"## ", "- **"} {
		if strings.HasPrefix(bare, marker) {
			return marker
		}
	}
	if bare != "" {
		return "text"
	}
	return ""
}

// unescaped returns the line without what a backslash escapes.
func unescaped(line string) string {
	var b strings.Builder
	for i := 0; i < len(line); i++ {
		if line[i] == '\\' {
			i++
			continue
		}
		b.WriteByte(line[i])
	}
	return b.String()
}
