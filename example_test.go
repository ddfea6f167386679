package communique_test

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/communique-go/communique"
)

const readout = `OSTERHAVN — Norland's Foreign Minister Ada Lindqvist on Monday condemned the shelling of the border town of Pesk by Sarvian forces. "We will not be intimidated," she said. She called on Sarvia to honour the Tallport Agreement and pledged to send 40 engineers by the end of May.`

func ExampleParse() {
	s, err := communique.Parse(readout)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, q := range s.Quotes {
		fmt.Println(q)
	}
	for _, st := range s.Stances {
		fmt.Println(st)
	}
	for _, c := range s.Commitments {
		fmt.Println(c)
	}
	// Output:
	// Ada Lindqvist (direct): “We will not be intimidated,”
	// Ada Lindqvist: accuse (severe) “condemned the shelling” → Sarvian forces
	// Ada Lindqvist: request (plain) “called on” → Sarvia
	// Ada Lindqvist: agree (plain) “pledged to send”
	// Sarvia: invoked “honour the Tallport Agreement”; the Tallport Agreement
	// Ada Lindqvist: undertaken “send 40 engineers”; by the end of May
}

func ExampleAttribute() {
	s, err := communique.Attribute(`According to Kofi Mensah, the talks are "alive". He added that a text was ready.`)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, q := range s.Quotes {
		fmt.Printf("%s | %s | %s | %s\n", q.Speaker, q.Cue, q.Kind, q.Text)
	}
	// Output:
	// Kofi Mensah | According to | mixed | the talks are "alive"
	// Kofi Mensah | added | indirect | that a text was ready
}

func ExampleLabel() {
	for _, phrase := range []string{"committed to intensify", "condemned in the strongest terms"} {
		stances, err := communique.Label(phrase)
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, st := range stances {
			fmt.Println(st.Label, st.Intensity, st.Label.PLOVER(), st.Label.Score(), st.CAMEO, st.Label.Quad())
		}
	}
	// Output:
	// agree plain AGREE 2.5 03 verbal cooperation
	// accuse most severe ACCUSE -2 111 verbal conflict
}

func ExampleNew() {
	a, err := communique.New(
		communique.WithActors(communique.Actor{Name: "Norland", Kind: communique.State, Country: "NRL"}),
		communique.WithStances("request\tprevail on|upon\t2\ton,upon"),
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	s, err := a.Parse("Norland prevailed on Kenya to reopen the crossing.")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, st := range s.Stances {
		fmt.Println(st)
	}
	// Output:
	// Norland: request (plain) “prevailed on” → Kenya
}

func ExampleWithStances() {
	a, err := communique.New(communique.WithStances(`
# label, pattern, intensity, where the target is sought
request	prevail on|upon	2	on,upon
concern	a:uneasy about	2	about
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	s, err := a.Parse("Kenya is deeply uneasy about Mali. Norway prevailed upon Mali to reopen the crossing.")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, st := range s.Stances {
		fmt.Println(st)
	}

	_, err = communique.New(communique.WithStances("request\tprevail on|upon\t2\tobject"))
	fmt.Println(err)
	// Output:
	// Kenya: concern (marked) “is deeply uneasy about” → Mali
	// Norway: request (plain) “prevailed upon” → Mali
	// communique: stances:1: target "object": want obj, subj, poss, adj or a preposition such as "to"
}

func ExampleWithCues() {
	a, err := communique.New(communique.WithCues(`
# lemma, mode, frames
crow	assertion	quote that bare
cable	assertion	quote that addressee
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	s, err := a.Attribute(`"The road is open again," Kenya crowed. Norway cabled Mali that it was closed.`)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, q := range s.Quotes {
		fmt.Println(q)
	}
	// Output:
	// Kenya (direct): “The road is open again,”
	// Norway (indirect): that it was closed
}

func ExampleStatement_json() {
	s, err := communique.Parse("France welcomed the truce.")
	if err != nil {
		fmt.Println(err)
		return
	}
	b, err := json.Marshal(s.Stances)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(string(b))
	// Output:
	// [{"label":"support","phrase":{"start":7,"end":25,"text":"welcomed the truce"},"holders":[0],"targets":[],"negated":false,"intensity":2,"polarity":"cooperative","plover":"SUPPORT","score":5,"cameo":"051","quad":"verbal cooperation","mode":"praise","contexts":["military"],"pattern":"welcome NP"}]
}

func ExampleParseDocument() {
	s, err := communique.ParseDocument(communique.Document{
		ID:     "readout 7",
		Issuer: "Ministry of Foreign Affairs of Norway",
		Date:   time.Date(2031, time.May, 2, 0, 0, 0, 0, time.UTC),
		Text:   "We condemn the attack on the consulate. Chad pledged to send 40 engineers by the end of May.",
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s.Entities[*s.IssuerID])
	for _, c := range s.Commitments {
		fmt.Println(c.Parties, c.Action.Text, c.Due.Format(time.DateOnly))
	}
	data, err := json.Marshal(s) // to be stored
	if err != nil {
		fmt.Println(err)
		return
	}
	var stored communique.Statement
	if err := json.Unmarshal(data, &stored); err != nil {
		fmt.Println(err)
		return
	}
	sentence, _ := stored.Sentence(stored.Stances[0].Phrase.Span())
	fmt.Println(stored.Stances[0], "in", sentence)
	// Output:
	// Ministry of Foreign Affairs of Norway (organization, NOR)
	// [Chad] send 40 engineers 2031-05-31
	// Ministry of Foreign Affairs of Norway: accuse (severe) “condemn the attack” in [0:39]
}
