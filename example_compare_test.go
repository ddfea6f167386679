package communique_test

import (
	"fmt"

	"github.com/communique-go/communique"
)

func ExampleCompare() {
	earlier := &communique.Statement{
		Text: "Norway expressed deep concern about the detention of the crew. Iran will release the crew by the end of June.",
		Entities: []communique.Entity{
			{ID: 0, Kind: communique.State, Name: "Norway", Country: "NOR"},
			{ID: 1, Kind: communique.State, Name: "Iran", Country: "IRN"},
		},
		Stances: []communique.Stance{{Label: communique.Concern, Intensity: communique.Marked, HolderIDs: []int{0}, TargetIDs: []int{1},
			Phrase: communique.Passage{Start: 7, End: 29, Text: "expressed deep concern"}}},
		Commitments: []communique.Commitment{{Status: communique.Undertaken, PartyIDs: []int{1},
			Action:   communique.Passage{Start: 73, End: 89, Text: "release the crew"},
			Deadline: &communique.Passage{Start: 90, End: 108, Text: "by the end of June"}}},
	}
	later := &communique.Statement{
		Text: "Norway condemned the detention of the crew. Iran will consider the release of the crew.",
		Entities: []communique.Entity{
			{ID: 0, Kind: communique.State, Name: "Iran", Country: "IRN"},
			{ID: 1, Kind: communique.State, Name: "Norway", Country: "NOR"},
		},
		Stances: []communique.Stance{{Label: communique.Accuse, Intensity: communique.Severe, HolderIDs: []int{1}, TargetIDs: []int{0},
			Phrase: communique.Passage{Start: 7, End: 16, Text: "condemned"}}},
		Commitments: []communique.Commitment{{Status: communique.Undertaken, PartyIDs: []int{0},
			Action: communique.Passage{Start: 54, End: 86, Text: "consider the release of the crew"}}},
	}
	fmt.Print(communique.Compare(earlier, later))
	// Output:
	// 4 changes
	// sentence reworded: Norway [-expressed deep concern about-] {+condemned+} the detention of the crew.
	// stance escalated: “expressed deep concern” → “condemned” (Norway towards Iran: concern, marked → accuse, severe)
	// sentence reworded: Iran will {+consider the+} release {+of+} the crew [-by the end of June-].
	// commitment weakened: “release the crew” → “consider the release of the crew” (Iran: deadline “by the end of June” gone; “consider” softens it)
}

func ExampleCompareSeverity() {
	concern := communique.Stance{Label: communique.Concern, Intensity: communique.Severe}    // "gravely concerned"
	criticism := communique.Stance{Label: communique.Accuse, Intensity: communique.Plain}    // "criticised"
	outrage := communique.Stance{Label: communique.Accuse, Intensity: communique.MostSevere} // "condemned in the strongest terms"
	fmt.Println(communique.CompareSeverity(concern, criticism) < 0, communique.CompareSeverity(criticism, outrage) < 0)
	// Output: true true
}
