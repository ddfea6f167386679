package syntax

import (
	"fmt"
	"strings"
	"testing"

	"github.com/communique-go/communique/internal/cue"
	"github.com/communique-go/communique/internal/text"
	"github.com/google/go-cmp/cmp"
)

var cues = cue.Default()

func parse(t *testing.T, s string) *Doc {
	t.Helper()
	return Parse(text.Tag(text.Cut(s)), cues.Reports)
}

// phraseText returns the words of phrase p and of those coordinated with it, "" for None.
func phraseText(d *Doc, p int) string {
	var parts []string
	for _, c := range d.Coordinates(p) {
		parts = append(parts, d.Slice(d.Cover(d.Phrases[c].First, d.Phrases[c].Last)))
	}
	return strings.Join(parts, " + ")
}

// groupOf returns the group whose head is the given word of a text.
func groupOf(t *testing.T, d *Doc, head string) Group {
	t.Helper()
	for _, g := range d.Groups {
		if d.Word(g.Head) == head {
			return g
		}
	}
	t.Fatalf("%q has no verb group with the head %q: %q", d.Text, head, groupTexts(d))
	return Group{}
}

func groupTexts(d *Doc) []string {
	var out []string
	for _, g := range d.Groups {
		out = append(out, d.Slice(d.Cover(g.First, g.Last)))
	}
	return out
}

func TestSubjectAndObject(t *testing.T) {
	tests := []struct{ name, text, verb, subject, object string }{
		{"plain", "Chad expelled the envoy.", "expelled", "Chad", "the envoy"},
		{"adverb before the verb", "Chad quietly expelled the envoy.", "expelled", "Chad", "the envoy"},
		{"time before the verb", "The minister on Monday expelled the envoy.", "expelled", "The minister", "the envoy"},
		{"apposition between commas", "Anton Belik, the foreign minister, expelled the envoy.", "expelled", "Anton Belik", "the envoy"},
		{"apposition with an of-phrase", "Anton Belik, the head of the mission in Zalesk, expelled the envoy.", "expelled", "Anton Belik", "the envoy"},
		{"acronym in brackets", "The Eastern Defence Front (EDF) released the crew.", "released", "The Eastern Defence Front", "the crew"},
		{"of-chain", "The head of the delegation of Chad left the hall.", "left", "The head", "the hall"},
		{"prepositions of place", "The envoy to the talks in Zalesk left the hall.", "left", "The envoy", "the hall"},
		{"relative clause with who", "The minister, who chaired the talks, left the hall.", "chaired", "The minister", "the talks"},
		{"main verb behind a relative clause", "The minister, who chaired the talks, left the hall.", "left", "The minister", "the hall"},
		{"relative clause with that", "The states that signed the plan left the hall.", "signed", "The states", "the plan"},
		{"object of a relative clause", "The plan that Chad signed failed.", "signed", "Chad", "The plan"},
		{"object of a relative clause without a pronoun", "They praised the pledge it made.", "made", "it", "the pledge"},
		{"coordinated subjects", "Chad and Mali signed the plan.", "signed", "Chad + Mali", "the plan"},
		{"list of subjects", "Denmark, Estonia and Finland signed the plan.", "signed", "Denmark + Estonia + Finland", "the plan"},
		{"list with a comma before and", "Denmark, Estonia, and Finland signed the plan.", "signed", "Denmark + Estonia + Finland", "the plan"},
		{"coordinated objects", "The envoy met the king and the queen.", "met", "The envoy", "the king + the queen"},
		{"coordinated verbs", "Chad recalled its envoy and closed the border.", "closed", "Chad", "the border"},
		{"coordinated verbs behind a comma", "Chad recalled its envoy, and closed the border.", "closed", "Chad", "the border"},
		{"second reporting verb goes with the first", "The minister said Chad would come and added that Mali would stay.", "added", "The minister", ""},
		{"verb in the reported clause", "The minister said Chad would recall its envoy.", "recall", "Chad", "its envoy"},
		{"complement clause", "The minister said that the envoy left the hall.", "left", "the envoy", "the hall"},
		{"possessor belongs to the phrase", "Chad's Foreign Ministry denied the report.", "denied", "Chad's Foreign Ministry", "the report"},
		{"pronoun", "They signed it.", "signed", "They", "it"},
		{"quotation mark before the object", "He rejected “the plan” again.", "rejected", "He", "the plan"},
		{"reduced relative clause within the subject", "A statement carried by state media blamed Chad.", "blamed", "A statement", "Chad"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := parse(t, tt.text)
			g := groupOf(t, d, tt.verb)
			got := []string{phraseText(d, g.Subject), phraseText(d, g.Object)}
			if diff := cmp.Diff([]string{tt.subject, tt.object}, got); diff != "" {
				t.Errorf("subject and object of %q in %q (-want +got):\n%s", tt.verb, tt.text, diff)
			}
		})
	}
}

func TestControl(t *testing.T) {
	tests := []struct{ name, text, verb, subject, governor string }{
		{"object control", "Chad urged Mali to leave.", "leave", "Mali", "urged"},
		{"object behind on", "Chad called on Mali to leave.", "leave", "Mali", "called"},
		{"subject control with an object", "Chad promised Mali to leave.", "leave", "Chad", "promised"},
		{"subject control without an object", "Chad threatened to leave.", "leave", "Chad", "threatened"},
		{"passive", "Chad was urged to leave.", "leave", "Chad", "urged"},
		{"coordinated infinitives", "Chad urged Mali to leave and to disarm.", "disarm", "Mali", "leave"},
		{"gerund behind a comma", "Chad recalled its envoy, closing the border.", "closing", "Chad", "recalled"},
		{"gerund that opens the sentence", "Speaking after the talks, Anton Belik blamed Mali.", "Speaking", "Anton Belik", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := parse(t, tt.text)
			g := groupOf(t, d, tt.verb)
			governor := ""
			if g.Governor != None {
				governor = d.Word(d.Groups[g.Governor].Head)
			}
			if diff := cmp.Diff([]string{tt.subject, tt.governor}, []string{phraseText(d, g.Subject), governor}); diff != "" {
				t.Errorf("subject and governor of %q in %q (-want +got):\n%s", tt.verb, tt.text, diff)
			}
		})
	}
}

// describe renders a group: its words and form, and what is special.
func describe(d *Doc, g Group) string {
	s := fmt.Sprintf("%s: %s", d.Slice(d.Cover(g.First, g.Last)), [...]string{Finite: "finite", Infinitive: "infinitive", Gerund: "gerund", Participle: "participle"}[g.Form])
	if g.Modal != "" {
		s += ", modal " + g.Modal
	}
	for _, f := range []struct {
		set  bool
		name string
	}{{g.Passive, "passive"}, {g.Perfect, "perfect"}, {g.Negated, "negated"}, {g.Relative, "relative"}} {
		if f.set {
			s += ", " + f.name
		}
	}
	if g.Predicate != None {
		s += ", predicate " + d.Word(g.Predicate)
	}
	return s
}

func TestGroups(t *testing.T) {
	tests := []struct{ name, text, verb, want string }{
		{"past tense", "Chad left.", "left", "left: finite"},
		{"modal", "Chad will leave.", "leave", "will leave: finite, modal will"},
		{"negated modal", "Chad will not leave.", "leave", "will not leave: finite, modal will, negated"},
		{"negation in n't", "Chad didn't leave.", "leave", "didn't leave: finite, negated"},
		{"never", "Chad has never left.", "left", "has never left: finite, perfect, negated"},
		{"passive", "The envoy was expelled.", "expelled", "was expelled: finite, passive"},
		{"passive perfect", "The envoy has been expelled.", "expelled", "has been expelled: finite, passive, perfect"},
		{"progressive", "Chad is withdrawing its troops.", "withdrawing", "is withdrawing: finite"},
		{"aside within the group", "Chad has, however, withdrawn its troops.", "withdrawn", "has, however, withdrawn: finite, perfect"},
		{"adverb within the group", "Chad has repeatedly violated the truce.", "violated", "has repeatedly violated: finite, perfect"},
		{"also within the group", "Chad has also violated the truce.", "violated", "has also violated: finite, perfect"},
		{"infinitive", "Chad plans to leave.", "leave", "to leave: infinitive"},
		{"negated infinitive", "Chad decided not to leave.", "leave", "not to leave: infinitive, negated"},
		{"gerund", "Chad left, closing the border.", "closing", "closing: gerund"},
		{"participle behind a noun", "They welcomed the plan signed in Zalesk.", "signed", "signed: participle, passive"},
		{"past tense with an object", "The rebels attacked the convoy.", "attacked", "attacked: finite"},
		{"past tense behind which", "The convoy, which reached Zalesk, left.", "reached", "reached: finite, relative"},
		{"past tense at the end", "The talks collapsed.", "collapsed", "collapsed: finite"},
		{"participle with by", "The convoy attacked by rebels left.", "attacked", "attacked: participle, passive"},
		{"participle behind a preposition's noun", "Mali must return to the line agreed in Zalesk.", "agreed", "agreed: participle, passive"},
		{"predicate adjective", "Chad is ready to leave.", "is", "is: finite, predicate ready"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := parse(t, tt.text)
			if diff := cmp.Diff(tt.want, describe(d, groupOf(t, d, tt.verb))); diff != "" {
				t.Errorf("group of %q (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestPhrases(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"determiner, adjective, noun", "The new foreign minister left.", []string{"The new foreign minister"}},
		{"names", "Anton Belik left.", []string{"Anton Belik"}},
		{"numeral", "Three soldiers left.", []string{"Three soldiers"}},
		{"participle before the noun", "The armed groups left.", []string{"The armed groups"}},
		{"participle in front of a plural", "They condemned continued violations.", []string{"They", "continued violations"}},
		{"possessor", "The president's envoy left.", []string{"The president's envoy"}},
		{"adjective for a noun", "They helped the poor.", []string{"They", "the poor"}},
		{"day behind a name", "They met Anton Belik Monday.", []string{"They", "Anton Belik", "Monday"}},
		{"demonstrative", "They signed that agreement.", []string{"They", "that agreement"}},
		{"quantifier", "Both sides left.", []string{"Both sides"}},
		{"reflexive is none", "They committed themselves.", []string{"They"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := parse(t, tt.text)
			var got []string
			for _, p := range d.Phrases {
				got = append(got, d.Slice(d.Cover(p.First, p.Last)))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("phrases of %q (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestArgument(t *testing.T) {
	tests := []struct{ name, text, verb, prep, want string }{
		{"behind the object", "Chad shared its data with Mali.", "shared", "with", "Mali"},
		{"behind an adverbial", "Chad met on Monday with Mali.", "met", "with", "Mali"},
		{"not in the next clause", "Chad left because it quarrelled with Mali.", "left", "with", ""},
		{"none", "Chad left.", "left", "with", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := parse(t, tt.text)
			if got := phraseText(d, d.Argument(groupOf(t, d, tt.verb), tt.prep)); got != tt.want {
				t.Errorf("argument of %q behind %q in %q: %q, want %q", tt.verb, tt.prep, tt.text, got, tt.want)
			}
		})
	}
}

func TestOutOfRange(t *testing.T) {
	d := parse(t, "Chad left.")
	if d.Lemma(-1) != "" || d.Norm(99) != "" || d.Behind(99, "") != None || d.Before(-1, "") != None || d.PhraseStarting(-1) != None || d.PhraseEnding(99) != None || d.Coordinates(None) != nil {
		t.Error("what lies outside the text is not empty")
	}
	parse(t, "")
}
