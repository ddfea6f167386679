package entity

import (
	"strings"
	"testing"

	"github.com/communique-go/communique/internal/text"
)

// marked cuts the brackets out of a text and returns the span that stood between them.
func marked(t *testing.T, s string) (string, text.Span) {
	t.Helper()
	open, end := strings.IndexByte(s, '['), strings.IndexByte(s, ']')
	if open < 0 || end < open {
		t.Fatalf("%q marks no mention", s)
	}
	return s[:open] + s[open+1:end] + s[end+1:], text.Span{Start: open, End: end - 1}
}

// referent returns the name of the entity that has the bracketed mention, or, for "I", "we" and what the text does not
// resolve, "".
func referent(t *testing.T, s string) string {
	t.Helper()
	plain, span := marked(t, s)
	d := read(t, plain)
	for _, e := range d.Entities {
		for _, m := range e.Mentions {
			if m == span {
				return e.Name
			}
		}
	}
	first, _ := d.TokenRange(span)
	return nameOf(d, d.OwnerOf(first))
}

func TestCoreference(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"the narrator's subject goes on", "Anton Belik met Ilya Marek. [He] left.", "Anton Belik"},
		{"the narrator's subject goes on behind a quotation", "Anton Belik met Ilya Marek. “We agreed,” [he] said.", "Anton Belik"},
		{"inverted behind a quotation", "Anton Belik met Ilya Marek. “We agreed,” said [he].", "Anton Belik"},
		{"it goes on", "Chad met Mali. [It] left.", "Chad"},
		{"the subject of a report is not the narrator's", "Chad left. The minister said that Mali had come. [It] signed.", "Chad"},
		{"the one who reports opens the clause", "Mali left. Chad said that [it] would stay.", "Chad"},
		{"without that", "Mali left. Chad said [it] would stay.", "Chad"},
		{"a promise", "Ilya Marek left. Anton Belik promised that [he] would stay.", "Anton Belik"},
		{"they for a group that reports", "Chad met Mali. The rebels said [they] would stay.", "rebels"},
		{"it is no person who reports", "Mali left. Anton Belik said [it] would return.", "Mali"},
		{"he is not a woman", "Anton Belik met Margaret Adaeze, and she thanked [him].", "Anton Belik"},
		{"she is not a man", "Margaret Adaeze met Anton Belik. On Monday [she] left.", "Margaret Adaeze"},
		{"gender by the honorific", "Mrs. Zorvane met Mr. Telmak, who thanked [her].", "Zorvane"},
		{"he in an object is the last person", "Ilya Marek spoke. Anton Belik left. Chad blamed [him].", "Anton Belik"},
		{"it is no person", "Chad signed. Anton Belik left and praised [it].", "Chad"},
		{"it is an organisation", "The Arab League met. Anton Belik left and praised [it].", "Arab League"},
		{"it is an armed group", "Boko Haram left. Anton Belik spoke and blamed [it].", "Boko Haram"},
		{"they is the coordination", "Chad and Mali met. [They] signed.", "Chad and Mali"},
		{"they is a group", "The rebels met Anton Belik. [They] left.", "rebels"},
		{"a group since the coordination", "Chad and Mali met. The rebels left. [They] returned.", "rebels"},
		{"they is an organisation", "The Arab League met. [They] adjourned.", "Arab League"},
		{"I is whoever speaks", "Anton Belik spoke. [I] left.", ""},
		{"we is whoever speaks", "Chad signed. [We] left.", ""},
		{"possessive his", "Anton Belik praised [his] envoy.", "Anton Belik"},
		{"possessive her", "Margaret Adaeze met Anton Belik and praised [her] envoy.", "Margaret Adaeze"},
		{"possessive its", "Chad recalled [its] envoy.", "Chad"},
		{"possessive their", "The rebels praised [their] envoy.", "rebels"},
		{"nobody before", "[It] rained.", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := referent(t, tt.text); got != tt.want {
				t.Errorf("%s: %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

func TestPossessors(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"state", "[Chad]'s envoy left.", "Chad"},
		{"state with a curly apostrophe", "[Chad]’s envoy left.", "Chad"},
		{"surname", "Anton Belik spoke. [Belik]'s envoy left.", "Anton Belik"},
		{"description", "Foreign Minister Anton Belik spoke. [The minister]'s envoy left.", "Anton Belik"},
		{"organisation", "[The Arab League]'s envoy left.", "Arab League"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			plain, span := marked(t, tt.text)
			d := read(t, plain)
			first, _ := d.TokenRange(span)
			if got := nameOf(d, d.OwnerOf(first)); got != tt.want {
				t.Errorf("%s: %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

func TestStateIn(t *testing.T) {
	d := read(t, "The Chadian proposal failed.")
	if got := nameOf(d, d.StateIn(0, 3)); got != "Chad" {
		t.Errorf("state in %q: %q", d.Text, got)
	}
	if got := d.StateIn(2, 4); got != None {
		t.Errorf("state in the tokens behind the adjective: %d", got)
	}
}

func TestLeader(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"US President Dana Whitlow called Ottawa. [The US leader] thanked Canada.", "Dana Whitlow"},
		{"Kenyan Prime Minister Ann Were met French President Luc Morel. [The Kenyan leader] left early.", "Ann Were"},
	} {
		if got := referent(t, test.text); got != test.want {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
	}
}
