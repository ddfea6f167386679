package text

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// labelsOf returns for each paragraph the label of the turn that it opens, with a mark for questions and answers, else "".
func labelsOf(s string) []string {
	d := Tag(Cut(s))
	var out []string
	for _, p := range d.Paragraphs {
		switch {
		case !p.Turn:
			out = append(out, "")
		case p.Asks:
			out = append(out, "? "+d.Slice(p.Speaker))
		case p.Answers:
			out = append(out, "! "+d.Slice(p.Speaker))
		default:
			out = append(out, d.Slice(p.Speaker))
		}
	}
	return out
}

func TestTurns(t *testing.T) {
	const nb = "\u00a0"
	tests := []struct {
		name  string
		paras []string
		want  []string
	}{
		{"no-break spaces", []string{"MS." + nb + "ADAEZE:" + nb + " We met.", "Q" + nb + nb + nb + " Why?", "MR. BELIK:" + nb + "We must."}, []string{"MS." + nb + "ADAEZE", "? Q", "MR. BELIK"}},
		{"without full stops", []string{"MR BELIK: We met.", "QUESTION: Why?", "MR BELIK: We must."}, []string{"MR BELIK", "? QUESTION", "MR BELIK"}},
		{"a remark", []string{"Mr. Belik (on the phone): We met.", "JOURNALIST (in French): Why?"}, []string{"Mr. Belik", "? JOURNALIST"}},
		{"Markdown", []string{"**MS. ADAEZE:** We met.", "**Q** Why?", "**MS. ADAEZE**: We must."}, []string{"MS. ADAEZE", "? Q", "MS. ADAEZE"}},
		{"title and name", []string{"Secretary Belik: We met.", "SECRETARY GENERAL ADAEZE: We did.", "PM ORMOND: I did."}, []string{"Secretary Belik", "SECRETARY GENERAL ADAEZE", "PM ORMOND"}},
		{"offices", []string{"THE PRESIDENT: We met.", "VICE PRESIDENT: So did we.", "SENIOR ADMINISTRATION OFFICIAL ONE: Indeed."}, []string{"THE PRESIDENT", "VICE PRESIDENT", "SENIOR ADMINISTRATION OFFICIAL ONE"}},
		{"question and answer", []string{"Q: Did you meet?", "A: We did.", "Follow-up: When?", "Answer: Today."}, []string{"? Q", "! A", "? Follow-up", "! Answer"}},
		{"news outlets ask", []string{"Newswire: Did you meet?", "Anton Belik: We did.", "The Daily Zalesk: And Chad?", "Anton Belik: It stayed away."}, []string{"? Newswire", "Anton Belik", "? The Daily Zalesk", "Anton Belik"}},
		{"surnames in capitals", []string{"PRESIDENT ORMOND: Come in.", "BELIK: Thank you, sir.", "ORMOND: Sit down.", "BELIK: I shall."}, []string{"PRESIDENT ORMOND", "BELIK", "ORMOND", "BELIK"}},
		{"a label alone", []string{"JOURNALIST:", "Did you meet?", "PRIME MINISTER:", "We did."}, []string{"? JOURNALIST", "", "PRIME MINISTER", ""}},
		{"parliament", []string{"The PRESIDING OFFICER. The Senator is recognized.", "Mr. BELIK. I met them.", "Ms. ADAEZE of Zalesk. So did I.", "Mr. ORMOND (during the reading). Madam Chair, I did not."}, []string{"The PRESIDING OFFICER", "Mr. BELIK", "Ms. ADAEZE of Zalesk", "Mr. ORMOND"}},
		{"offices with their state", []string{"President of Chad Anton Belik: We met.", "Prime Minister of the Republic of Mali Tamsin Adaeze: We did."}, []string{"President of Chad Anton Belik", "Prime Minister of the Republic of Mali Tamsin Adaeze"}},
		{"turns that run together", []string{"They met in Zalesk.*** President of Chad Anton Belik: Welcome. I am glad. Tamsin Adaeze: Thank you. Anton Belik: Sit down."}, []string{"", "President of Chad Anton Belik", "Tamsin Adaeze", "Anton Belik"}},
		{"headings", []string{"Key points: They met.", "Location: Zalesk", "EMBARGO: 4 May", "FOR PRESS: 5 May", "Background: They met.", "Background: They left."}, []string{"", "", "", "", "", ""}},
		{"colons in prose", []string{"They agreed on one thing: peace.", "Let me be clear: we met.", "Next Steps: They will meet again.", "President of Chad: Anton Belik"}, []string{"", "", "", ""}},
		{"a surname once", []string{"BELIK: We met.", "They left."}, []string{"", ""}},
		{"a sentence about the letter", []string{"Q is a letter.", "Mr. Belik. He left.", "“The U.N. Assembly met,” he said."}, []string{"", "", ""}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, labelsOf(strings.Join(tt.paras, "\n\n"))); diff != "" {
				t.Errorf("turns (-want +got):\n%s", diff)
			}
		})
	}
}

func TestTurnsOfWrappedLines(t *testing.T) {
	got := labelsOf("The PRESIDING OFFICER. The Senator is recognized.\nMr. BELIK. I met them and\nI shall meet them again.\nMs. ADAEZE. So shall I.")
	if diff := cmp.Diff([]string{"The PRESIDING OFFICER", "Mr. BELIK", "Ms. ADAEZE"}, got); diff != "" {
		t.Errorf("turns (-want +got):\n%s", diff)
	}
}
