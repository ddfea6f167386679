// Package pagetest has texts for the tests of what writes pages.
package pagetest

import "strings"

// Hostile are texts that have broken renderers.
var Hostile = []string{
	"<script>alert(1)</script>", "<SCRIPT SRC=//example.org/x.js></SCRIPT>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
	`" onmouseover="alert(1)`, `' onmouseover='alert(1)`, "` onmouseover=`alert(1)", `"><script>alert(1)</script>`, "javascript:alert(1)", "a=b c=d",
	"</div></div></div>", "</style><script>alert(1)</script>", "</textarea>", "</title>", "</table><p>", "<plaintext>", "<!--", "-->", "<!-- a --!>", "]]>",
	"<![CDATA[x]]>", "<?xml version='1.0'?>", "<!doctype html>", "&lt;script&gt;", "&#60;b&#62;", "&amp", "&notit;", "&#0;", "&#x110000;", "&;", "<a href='#'", "<", "<<<>>>",
	"\n\nleading line feeds", "\r\n\r\nleading returns", "a\rb\rc", "a\r\nb\r\n", "a\x00b", "\xff\xfe\xfd", "a\xe2\x82", "\xed\xa0\x80", "\xf4\x90\x80\x80", "a\u00a0b\u00a0 c", "\u2028\u2029\u0085\u000b\f",
	"\u202eDiplomat said \u202d“yes”", "\u2066Minister\u2067 said “no”\u2068", "“\u202e", "\u200f“שלום”, he said.", "قال الوزير: “نعم”.", "\ufeffHe said “\ufeffyes”.", "e\u0301\u0301\u0301\u0301 said", "👩‍👩‍👧‍👦 said “🇺🇳”.",
	"“He said ‘she said “they said ‘no’”’”", "“unclosed, she said", "“”“”“”", "said “" + strings.Repeat("‘“", 400),
	"Minister Ada <b>Lindqvist</b> said “</span></div>” and condemned the <i>attack</i>.", "Norland pledged to send </td></tr></table> by <June>, if \"x\".",
	"expression(alert(1))", "@import url(//example.org)", "{{.}} {% x %} ${x} <%= x %>",
	strings.Repeat("a", 100_000), strings.Repeat("<", 5000), strings.Repeat("&", 5000), strings.Repeat("\u202e", 2000), strings.Repeat("“He said, ", 300),
}
