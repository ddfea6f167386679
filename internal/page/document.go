package page

import (
	"crypto/sha256"
	"encoding/base64"
)

// Document is a page of HTML that needs nothing else. What it shows is written between its Begin and its End.
type Document struct {
	Title  string
	Class  string   // of the body
	Styles []string // style sheets, which follow the colours that they share
	Script string   // runs when the page is there
}

// Begin returns the page up to what it shows. Where it has style sheets or a script, a content security policy forbids all
// others.
func (d Document) Begin() Raw {
	w := NewHTML()
	w.Raw("<!doctype html>").Line().Open("html", Attr("lang", "en")).Line().Open("head").Line()
	w.Empty("meta", Attr("charset", "utf-8")).Line()
	w.Raw(d.policy()).Line()
	w.Empty("meta", Attr("name", "viewport"), Attr("content", "width=device-width, initial-scale=1")).Line()
	w.Empty("meta", Attr("name", "color-scheme"), Attr("content", "light dark")).Line()
	w.Element("title", d.Title).Line()
	if len(d.Styles) > 0 {
		w.Style(d.Styles...).Line()
	}
	w.Close("head").Line().Open("body", Class(d.Class)).Line()
	return w.Markup()
}

// End returns what follows on what the page shows.
func (d Document) End() Raw {
	const end = "</body>\n</html>\n"
	if d.Script == "" {
		return end
	}
	return Raw("<script>"+d.script()+"</script>\n") + end
}

// script returns what the script element holds.
func (d Document) script() string { return "\n" + d.Script }

// policy returns the element with the content security policy, nothing if the page has nothing to allow. The quotes of source
// expressions are not escaped, so that who looks for a policy in the source finds it.
func (d Document) policy() Raw {
	var allowed Raw
	if len(d.Styles) > 0 {
		allowed += "style-src " + source(StyleSheet(d.Styles...)) + "; "
	}
	if d.Script != "" {
		allowed += "script-src " + source(d.script()) + "; "
	}
	if allowed == "" {
		return ""
	}
	return `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; ` + allowed + `base-uri 'none'; form-action 'none'">`
}

// source returns the source expression of a content security policy that allows an inline style sheet or script.
func source(code string) Raw {
	sum := sha256.Sum256([]byte(code))
	return Raw("'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'")
}
