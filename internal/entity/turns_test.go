package entity

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTurns(t *testing.T) {
	const nb = "\u00a0"
	tests := []struct {
		name   string
		issuer string
		paras  []string
		want   []string // for each paragraph whose turn it is, "?" for a questioner's
	}{
		{"briefing", "", []string{"MS. ADAEZE: We are leaving.", "QUESTION: Why now?", "MR. BELIK: Because we must.", "MS. ADAEZE: That is all."},
			[]string{"Adaeze", "?", "Belik", "Adaeze"}},
		{"until the next turn", "", []string{"They met.", "MS." + nb + "ADAEZE:" + nb + " We are leaving.", "The talks are over.", "Q" + nb + nb + " Why now?", "Norway is angry.", "MS. ADAEZE: Ask them.", "###", "Norway left."},
			[]string{"", "Adaeze", "Adaeze", "?", "?", "Adaeze", "", ""}},
		{"named by the title", "", []string{"Press briefing by Tamsin Adaeze", "The spokeswoman Tamsin Adaeze met reporters on Tuesday.", "MS. ADAEZE: We are leaving."},
			[]string{"", "", "Tamsin Adaeze"}},
		{"named by the issuer", "Karin Jean-Belik", []string{"MS. JEAN-BELIK: We are leaving.", "Q: Why?", "MS. JEAN-BELIK: We must."},
			[]string{"Karin Jean-Belik", "?", "Karin Jean-Belik"}},
		{"as the text writes it", "", []string{"MR. MCBELIK: We are leaving.", "Q: Is that so, McBelik?", "MR. O'DREY: It is."}, []string{"McBelik", "?", "O'Drey"}},
		{"a surname that is a title", "", []string{"Mr. KING. We are leaving.", "Ms. PRICE. So are we."}, []string{"King", "Price"}},
		{"answers of the issuer", "Anton Belik", []string{"Q: Will Chad leave?", "A: It will not.", "It never did.", "Q: Why?", "A: Ask Chad."}, []string{"?", "Anton Belik", "Anton Belik", "?", "Anton Belik"}},
		{"answers of a name that no table has", "Zhelik Oromu", []string{"Q: Will Chad leave?", "A: It will not."}, []string{"?", "Zhelik Oromu"}},
		{"answers of the spokesperson", "Ministry of Foreign Affairs of Norway", []string{"Spokesperson Tamsin Adaeze met reporters on Tuesday.", "Q: Will Chad leave?", "A: It will not."}, []string{"", "?", "Tamsin Adaeze"}},
		{"an office that a title gives", "", []string{"Remarks by President Anton Belik", "THE PRESIDENT: We are leaving.", "Q   Why?", "THE PRESIDENT: We must."}, []string{"", "Anton Belik", "?", "Anton Belik"}},
		{"not the other office", "", []string{"Remarks by Vice President Tamsin Adaeze", "THE PRESIDENT: We are leaving.", "THE VICE PRESIDENT: We are."}, []string{"", "The President", "Tamsin Adaeze"}},
		{"an office of nobody", "", []string{"SENIOR ADMINISTRATION OFFICIAL ONE: We are leaving.", "SENIOR ADMINISTRATION OFFICIAL TWO: We are."}, []string{"Senior Administration Official One", "Senior Administration Official Two"}},
		{"offices with their state", "", []string{"President of Chad Anton Belik: Welcome.", "Prime Minister of the Republic of Mali Tamsin Adaeze: Thank you.", "Anton Belik: Sit down."}, []string{"Anton Belik", "Tamsin Adaeze", "Anton Belik"}},
		{"unlabelled answers", "", []string{"Q: Will Chad leave?", "It will not.", "Q: Why?", "It must stay."}, []string{"?", "", "?", ""}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := readGiven(strings.Join(tt.paras, "\n\n"), Given{Issuer: tt.issuer})
			var got []string
			for i, id := range d.Turns {
				if name := nameOf(d, id); d.asked[i] {
					got = append(got, "?"+name)
				} else {
					got = append(got, name)
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("whose turn (-want +got):\n%s", diff)
			}
		})
	}
}

func TestRolesOfTurns(t *testing.T) {
	d := readGiven("President of Chad Anton Belik: Welcome.\n\nPrime Minister of the Republic of Mali Tamsin Adaeze: Thank you.", Given{})
	var got []string
	for _, id := range d.Turns {
		got = append(got, d.Entities[id].Name+", "+d.Entities[id].Role+", "+d.Entities[id].Country)
	}
	if diff := cmp.Diff([]string{"Anton Belik, President of Chad, TCD", "Tamsin Adaeze, Prime Minister of the Republic of Mali, MLI"}, got); diff != "" {
		t.Errorf("speakers (-want +got):\n%s", diff)
	}
}
