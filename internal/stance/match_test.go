package stance

import (
	"slices"
	"testing"
)

// patternTest is a sentence that a pattern does or does not fit.
type patternTest struct {
	name, row, text string
	fits            bool
}

func TestPatterns(t *testing.T) {
	tests := []patternTest{
		{"bare trigger", "affirm\tcarry\t2", "Chad carried.", true},
		{"word right behind", "affirm\tcarry at\t2", "Chad carried at dawn.", true},
		{"word over an adverb", "affirm\tcarry at\t2", "Chad carried again at dawn.", true},
		{"word further on without a gap", "affirm\tcarry at\t2", "Chad carried songs of peace at dawn.", false},
		{"word further on with a gap", "affirm\tcarry ... at\t2", "Chad carried songs of peace at dawn.", true},
		{"alternatives", "affirm\tcarry at|near\t2", "Chad carried near it.", true},
		{"object", "affirm\tcarry [song|hymn]\t2", "Chad carried an old hymn.", true},
		{"another object", "affirm\tcarry [song|hymn]\t2", "Chad carried an old letter.", false},
		{"object behind of", "affirm\tcarry [hymn]\t2", "Chad carried a lot of hymns.", true},
		{"any object", "affirm\tcarry NP\t2", "Chad carried it.", true},
		{"no object", "affirm\tcarry NP\t2", "Chad carried.", false},
		{"actor", "affirm\tcarry ACTOR\t2", "Chad carried Mali.", true},
		{"object that is no actor", "affirm\tcarry ACTOR\t2", "Chad carried a hymn.", false},
		{"infinitive", "affirm\tcarry INF\t2", "Chad carried to celebrate.", true},
		{"infinitive of force", "affirm\tcarry INF-HOSTILE\t2", "Chad carried to bomb it.", true},
		{"infinitive of no force", "affirm\tcarry INF-HOSTILE\t2", "Chad carried to celebrate.", false},
		{"place", "affirm\tcarry PLACE\t2", "Chad carried Nairobi.", true},
		{"object that is no place", "affirm\tcarry PLACE\t2", "Chad carried a hymn.", false},
		{"clause", "affirm\tcarry THAT\t2", "Chad carried that it was over.", true},
		{"clause without that", "affirm\tcarry THAT\t2", "Chad carried the war was over.", true},
		{"phrase that is no clause", "affirm\tcarry THAT\t2", "Chad carried the hymn.", false},
		{"gerund", "affirm\tcarry ING\t2", "Chad carried arming Mali.", true},
		{"no gerund", "affirm\tcarry ING\t2", "Chad carried to sing hymns.", false},
		{"verb", "affirm\tdare VERB\t2", "Chad dared say it.", true},
		{"no verb", "affirm\tdare VERB\t2", "Chad dared the envoy.", false},
		{"verb further on", "affirm\tshall ... VERB\t2", "The Parties shall: sign the accord.", true},
		{"modal of the future", "affirm\tcarry WILL\t2", "Mali, which would carry it, is near.", true},
		{"no modal of the future", "affirm\tcarry WILL\t2", "Chad carried it.", false},
		{"reflexive", "affirm\tcarry REFL\t2", "Chad carried itself.", true},
		{"object for a reflexive", "affirm\tcarry REFL\t2", "Chad carried it.", false},
		{"either of two triggers", "affirm\tsing|carry\t2", "Chad carried.", true},
		{"noun", "affirm\tn:overture to\t2", "Chad's overtures to Mali came late.", true},
		{"noun without an owner", "affirm\tn:overture to\t2", "The overtures to Mali came late.", false},
		{"a word 14 others further on", "affirm\tcarry ... at\t2", "Chad carried a b c d e f g h i j k l m n at dawn.", true},
		{"a word 15 others further on", "affirm\tcarry ... at\t2", "Chad carried a b c d e f g h i j k l m n o at dawn.", false},
		{"adjective in another form", "affirm\ta:jolly\t2", "Chad is jollier.", false},
		{"adjective", "affirm\ta:jolly about\t2", "Chad is jolly about it.", true},
		{"passive", "affirm\tcarry NP\t2", "The hymn was carried by Chad.", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l := empty()
			if err := l.Add("mine", tt.row+"\nassault\tbomb NP\t2\n"); err != nil {
				t.Fatal(err)
			}
			fits := slices.ContainsFunc(read(tt.text, l).Stances, func(s Stance) bool { return s.Label == "affirm" })
			if fits != tt.fits {
				t.Errorf("%q fits %q: %v, want %v", tt.row, tt.text, fits, tt.fits)
			}
		})
	}
}
