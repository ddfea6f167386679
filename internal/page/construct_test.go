package page

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestConstructs has what is written for each construct of HTML and XML. Where both differ, xml has the latter.
func TestConstructs(t *testing.T) {
	tests := []struct {
		name      string
		write     func(w *Writer)
		html, xml string
	}{
		{"nothing", func(*Writer) {}, "", ""},
		{"element", func(w *Writer) { w.Element("bdi", "Oman & Iran", Attr("dir", "auto")) }, `<bdi dir="auto">Oman &amp; Iran</bdi>`, ""},
		{"element without text", func(w *Writer) { w.Element("span", "") }, "<span></span>", ""},
		{"nested", func(w *Writer) { w.Open("p").Text("a").Open("b").Text("c").Close("b").Close("p") }, "<p>a<b>c</b></p>", ""},
		{"close closes what is within", func(w *Writer) {
			w.Open("div").Open("table").Open("tr").Open("td").Close("table").Text("x").Close("div")
		},
			"<div><table><tr><td></td></tr></table>x</div>", ""},
		{"close closes the innermost", func(w *Writer) { w.Open("i").Open("b").Open("i").Close("i").Text("x").Close("i") }, "<i><b><i></i>x</b></i>", ""},
		{"close of what is not open", func(w *Writer) { w.Open("p").Close("b").Close("p").Close("p") }, "<p></p>", ""},
		{"empty", func(w *Writer) { w.Empty("meta", Attr("charset", "utf-8")).Empty("rect", Int("x", 0)) },
			`<meta charset="utf-8"><rect x="0"/>`, ""},
		{"attributes", func(w *Writer) {
			w.Open("a", Attr("id", ""), Some("title", ""), Flag("hidden"), Some("rel", "x"), Int("n", -7), Attribute{})
		},
			`<a id="" hidden rel="x" n="-7">`, ""},
		{"class", func(w *Writer) {
			w.Open("a", Class("a", "", "b c")).Open("b", Class("")).Open("i", Class("", "")).Open("u", Class())
		},
			`<a class="a b c"><b><i><u>`, ""},
		{"value", func(w *Writer) { w.Open("a", Attr("title", `<&">'`)) }, `<a title="&lt;&amp;&#34;&gt;&#39;">`, ""},
		{"link", func(w *Writer) { w.Element("a", "3", Attr("href", "#s3")) }, `<a href="#s3">3</a>`, ""},
		{"link out of the web", func(w *Writer) {
			w.Open("a", Attr("href", "javascript:alert(1)"), Some("src", "data:text/html,x"), Attr("href", "//example.org"), Attr("action", ""))
		}, "<a>", ""},
		{"text", func(w *Writer) { w.Text("a < b > c & \"d\" 'e'") }, "a &lt; b &gt; c &amp; &#34;d&#34; &#39;e&#39;", ""},
		{"text without markup", func(w *Writer) { w.Text("Both sides met – in Muscat. 日本 😀") }, "Both sides met – in Muscat. 日本 😀", ""},
		{"line breaks", func(w *Writer) { w.Text("a\r\nb\rc\n") }, "a&#13;\nb&#13;c\n", ""},
		{"controls", func(w *Writer) { w.Text("a\x00b\x07c\td") }, "a\uFFFDb\x07c\td", "a\uFFFDb\uFFFDc\td"},
		{"broken UTF-8", func(w *Writer) { w.Text("a\xff\xfeb\xe2\x82") }, "a\uFFFD\uFFFDb\uFFFD\uFFFD", ""},
		{"noncharacters", func(w *Writer) { w.Text("a\uFFFEb\uFFFFc\uFFFD") }, "a\uFFFEb\uFFFFc\uFFFD", "a\uFFFDb\uFFFDc\uFFFD"},
		{"raw", func(w *Writer) { w.Raw("<b>").Raw(NarrowSpace).Raw(NewHTML().Element("i", "<").Markup()) }, "<b>&#8239;<i>&lt;</i>", ""},
		{"line", func(w *Writer) { w.Line().Element("p", "").Line().Line().Text("a\n").Line().Text("b") }, "<p></p>\na\nb", ""},
		{"time", func(w *Writer) { w.Time("2031-05-02").Time("") }, `<time datetime="2031-05-02">2031-05-02</time>`, ""},
		{"address", func(w *Writer) { w.Address("HTTPS://a.example/?b&c", "a.example", Class("u")) },
			`<a class="u" href="HTTPS://a.example/?b&amp;c" rel="noopener noreferrer">a.example</a>`, ""},
		{"address out of the web", func(w *Writer) {
			w.Address("javascript://a", "javascript://a", Class("u")).Address("", "", Attribute{})
		},
			`<bdi class="u">javascript://a</bdi><bdi></bdi>`, ""},
		{"mark", func(w *Writer) { w.Marked("They ", "pay <all>", " & go.") }, "They <mark>pay &lt;all&gt;</mark> &amp; go.", ""},
		{"region", func(w *Writer) { w.Region("r", "Who speaks").Close("div") }, `<div class="r" role="region" aria-label="Who speaks" tabindex="0"></div>`, ""},
		{"table", func(w *Writer) {
			w.Open("table").TableHead(append(Columns("#", "Due <by>"), Column{Title: "Quotes", Class: "n", Span: 2}, Column{}))
			w.Open("tr").Element("td", "1").Close("tr").Line().Close("table")
		}, "<table><thead><tr><th scope=\"col\">#</th><th scope=\"col\">Due &lt;by&gt;</th><th scope=\"col\" class=\"n\" colspan=\"2\">Quotes</th>" +
			"<th scope=\"col\"></th></tr></thead>\n<tbody>\n<tr><td>1</td></tr>\n</tbody></table>", ""},
		{"lengths", func(w *Writer) {
			w.Empty("rect", Px("x", 1.25), Px("y", -0.04), Whole("width", 99.5), ViewBox(1000, 52.4))
		},
			`<rect x="1.2" y="-0.0" width="100" viewBox="0 0 1000 52"/>`, ""},
		{"text of a picture", func(w *Writer) { w.TextAt("w", 1, 2.55, "a<b", Centred) }, `<text class="w" x="1.0" y="2.5" text-anchor="middle">a&lt;b</text>`, ""},
		{"path", func(w *Writer) {
			w.Empty("path", Path{}.To('M', 1, 2).To('C', 1, 2, 3, 4, 5.55, -6).To('v', 7).To('z').Data())
		},
			`<path d="M1.0 2.0C1.0 2.0 3.0 4.0 5.5 -6.0v7.0z"/>`, ""},
		{"style", func(w *Writer) { w.Style("a > b {}\n", "c {}\n") }, "<style>\n" + palette + "a > b {}\nc {}\n</style>", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if tt.xml == "" {
				tt.xml = tt.html
			}
			html, xml := NewHTML(), NewXML()
			tt.write(html)
			tt.write(xml)
			if diff := cmp.Diff(tt.html, html.String()); diff != "" {
				t.Errorf("HTML (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.xml, xml.String()); diff != "" {
				t.Errorf("XML (-want +got):\n%s", diff)
			}
		})
	}
}

func TestHoist(t *testing.T) {
	tests := []struct {
		name, fragment string
		rest           Raw
		sheet          string
	}{
		{"styled", NewHTML().Open("div").Style("a {}\n").Text("</style>").Close("div").String(), "<div>&lt;/style&gt;</div>", "a {}\n"},
		{"of another hand", "<p><style>b {}</style></p>", "<p></p>", "b {}"},
		{"none", "<p>a</p>", "<p>a</p>", ""},
		{"not closed", "<p><style>a", "<p><style>a", ""},
	}
	for _, tt := range tests {
		rest, sheet := Hoist(tt.fragment)
		if diff := cmp.Diff([]string{string(tt.rest), tt.sheet}, []string{string(rest), sheet}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestDocument(t *testing.T) {
	const (
		begin   = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
		view    = "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n"
		content = "<p>\n"
		end     = "</body>\n</html>\n"
	)
	policy := func(kind, code string) string {
		return "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; " + kind + " " + string(source(code)) +
			"; base-uri 'none'; form-action 'none'\">\n"
	}
	tests := []struct {
		name     string
		document Document
		want     string
	}{
		{"bare", Document{Title: "A <b>"}, begin + view + "<title>A &lt;b&gt;</title>\n</head>\n<body>\n" + content + end},
		{"styled", Document{Title: "A", Class: "c", Styles: []string{"a {}\n", "b {}\n"}}, begin +
			policy("style-src", "\n"+palette+"a {}\nb {}\n") + view +
			"<title>A</title>\n<style>\n" + palette + "a {}\nb {}\n</style>\n</head>\n<body class=\"c\">\n" + content + end},
		{"with a script", Document{Script: "go()\n"}, begin + policy("script-src", "\ngo()\n") + view +
			"<title></title>\n</head>\n<body>\n" + content + "<script>\ngo()\n</script>\n" + end},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, string(tt.document.Begin()+content+tt.document.End())); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
	// of the standard of content security policies
	if got := source("doSomething();"); got != "'sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc='" {
		t.Errorf("the source expression is %s", got)
	}
}
