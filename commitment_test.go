package communique

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestCommitmentsOfTurns reads a briefing, in which whoever has the turn is bound by a "we" and makes the claims.
func TestCommitmentsOfTurns(t *testing.T) {
	const briefing = `Press briefing on the river talks

Estonia received the envoy Anton Belik on Tuesday. The spokeswoman Tamsin Adaeze spoke first.

MS. ADAEZE: We have met our obligations under the Zalesk Accord. Latvia has kept its promise too.

QUESTION: Have you paid your share?

MR. BELIK: We have paid our share. We will open the archive by Friday.`
	s, err := Parse(briefing)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range s.Commitments {
		got = append(got, c.String()+", says "+strings.Join(c.Claimants, ", "))
	}
	want := []string{
		"Tamsin Adaeze: fulfilled “our obligations under the Zalesk Accord”; the Zalesk Accord, says Tamsin Adaeze",
		"Latvia: fulfilled “its promise”, says Tamsin Adaeze",
		"Anton Belik: fulfilled “our share”, says Anton Belik",
		"Anton Belik: undertaken “open the archive”; by Friday, says Anton Belik",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
