package communique

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
)

func TestSameEntity(t *testing.T) {
	tests := []struct {
		x, y Entity
		want bool
	}{
		{Entity{Kind: State, Name: "Russia", Country: "RUS"}, Entity{Kind: State, Name: "Russian Federation", Country: "RUS"}, true},
		{Entity{Kind: State, Name: "Congo", Country: "COD"}, Entity{Kind: State, Name: "Congo", Country: "COG"}, false},
		{Entity{Kind: Person, Name: "Barack Obama"}, Entity{Kind: Person, Name: "Obama", Country: "USA"}, true},
		{Entity{Kind: Person, Name: "B. Obama"}, Entity{Kind: Person, Name: "Barack Obama"}, true},
		{Entity{Kind: Person, Name: "Hillary Clinton"}, Entity{Kind: Person, Name: "Bill Clinton"}, false},
		{Entity{Kind: Organization, Name: "U.N."}, Entity{Kind: Organization, Name: "United Nations"}, true},
		{Entity{Kind: Organization, Name: "Foreign Ministry", Country: "RUS"}, Entity{Kind: Organization, Name: "Ministry of Foreign Affairs", Country: "RUS"}, true},
		{Entity{Kind: Organization, Name: "Foreign Ministry", Country: "RUS"}, Entity{Kind: Organization, Name: "Foreign Ministry", Country: "CHN"}, false},
		{Entity{Kind: Organization, Name: "European Union"}, Entity{Kind: Organization, Name: "African Union"}, false},
		{Entity{Kind: Organization, Name: "Economic Community of West African States"},
			Entity{Kind: Organization, Name: "Economic Community of Central African States"}, false},
		{Entity{Kind: Agreement, Name: "the Minsk agreements"}, Entity{Kind: Agreement, Name: "Minsk agreement"}, true},
		{Entity{Kind: Place, Name: "Libya"}, Entity{Kind: State, Name: "Libya", Country: "LBY"}, true},
		{Entity{}, Entity{}, false},
	}
	for _, test := range tests {
		x, y := newNamed(test.x), newNamed(test.y)
		if got := sameEntity(x, y) > 0; got != test.want {
			t.Errorf("%v, %v: %v, want %v", test.x, test.y, got, test.want)
		}
		if sameEntity(x, y) != sameEntity(y, x) {
			t.Errorf("%v, %v: depends on the order", test.x, test.y)
		}
	}
}

// templates are sentences about a state, a place and a person.
var templates = strings.Split(strings.TrimSpace(`
%[1]s pledged to send 40 engineers to the harbour of %[2]s by the end of May.
Under the %[2]s Agreement, %[1]s undertook to withdraw its patrol boats from the inner bay by 30 June.
%[1]s promised to release the detained crew of the %[2]s trawler.
President %[3]s reaffirmed the commitment of %[1]s to send engineers to the harbour of %[2]s.
Foreign Minister %[3]s urged %[1]s to honour its obligation to withdraw its patrol boats from the inner bay.
%[1]s deplored the delay at the harbour of %[2]s.
%[3]s said %[1]s had violated the %[2]s Agreement.
%[1]s will fund the repair of the bridge in %[2]s.
%[1]s has fulfilled its pledge to send 40 engineers to the harbour of %[2]s.
Provided that the talks continue, %[1]s will withdraw its patrol boats from the bay of %[2]s by the end of August.
The Ministry of Foreign Affairs of %[1]s condemned the attack on the convoy near %[2]s.
The %[2]s Fisheries Commission welcomed the decision of %[1]s to reopen the ports.
%[1]s strongly supports the mediation led by %[3]s.
%[1]s called on all parties to return to the talks in %[2]s.
%[1]s expressed deep concern about the detention of the fishermen near %[2]s.
%[3]s rejected the accusation that %[1]s had closed the strait.
%[1]s undertakes to reduce its tariffs on grain by 30 percent by 2032.
%[1]s must ensure the safe passage of ships through the strait of %[2]s, %[3]s said.
%[1]s failed to honour its pledge to rebuild the bridge in %[2]s.
%[1]s and Norway agreed to set up a joint commission on the waters off %[2]s.
%[1]s will consider the establishment of a consulate in %[2]s.
%[1]s threatened to suspend the %[2]s Agreement.
%[1]s agreed to grant observers of the %[2]s Mission access to the depots within 72 hours.
%[1]s denied that it had broken its promise to open the border at %[2]s.
`), "\n")

// benchTexts returns n texts of three sentences about states that come again and again and places and persons that seldom do.
func benchTexts(n int) []string {
	r := rand.New(rand.NewSource(7))
	pick := func(list string) string {
		words := strings.Fields(list)
		return words[r.Intn(len(words))]
	}
	name := func() string {
		const syllables = "tal pes ost nor lin dal var kel mor bren hav sund tor gal ven mar"
		s := pick(syllables) + pick(syllables)
		return strings.ToUpper(s[:1]) + s[1:]
	}
	out := make([]string, n)
	for i := range out {
		for range 3 {
			state := pick("France Germany Italy Kenya Ghana Chile Brazil Japan India Egypt Jordan Oman Sweden Poland Turkey Armenia")
			out[i] += fmt.Sprintf(templates[r.Intn(len(templates))]+" ", state, name(), pick("Ada Pavel Maria Jonas Omar Elena")+" "+name())
		}
	}
	return out
}

// BenchmarkAlike times a ledger over many statements, and the comparison of two statements as long as half of them each.
func BenchmarkAlike(b *testing.B) {
	texts := benchTexts(1400)
	parse := func(s string) *Statement {
		out, err := Parse(s)
		if err != nil {
			b.Fatal(err)
		}
		return out
	}
	var all []*Statement
	for _, s := range texts {
		all = append(all, parse(s))
	}
	for _, n := range []int{350, 700, 1400} {
		b.Run(fmt.Sprintf("ledger/%d", n), func(b *testing.B) {
			for i := 0; i < b.N; i++ {
				NewLedger(all[:n]...)
			}
		})
		x, y := parse(strings.Join(texts[:n/2], "\n\n")), parse(strings.Join(texts[n/2:n], "\n\n"))
		b.Run(fmt.Sprintf("compare/%d", n), func(b *testing.B) {
			for i := 0; i < b.N; i++ {
				Compare(x, y)
			}
		})
	}
}
