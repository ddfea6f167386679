package exchange_test

import (
	"fmt"
	"strings"
	"time"

	"github.com/communique-go/communique"
	"github.com/communique-go/communique/exchange"
)

func ExampleReadActorsCSV() {
	const file = `name,kind,country,role,from,to
Ruta Holm,person,EST,Foreign Minister,2021,2023-06-30
Ruta Holm,person,EST,President,2023-07-01,
Amber Forum,club,,,,
`
	actors, problems, err := exchange.ReadActorsCSV("actors.csv", strings.NewReader(file))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range problems {
		fmt.Println(p)
	}
	a, err := communique.New(communique.WithActors(actors...))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, year := range []int{2022, 2024} {
		s, err := a.ParseDocument(communique.Document{Text: "Ruta Holm met the press.", Date: time.Date(year, time.March, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(year, s.Entities[0])
	}
	// Output:
	// actors.csv:4: kind "club" is unknown: write person, state, organization or group: Amber Forum,club,,,,
	// 2022 Ruta Holm (person, EST, Foreign Minister)
	// 2024 Ruta Holm (person, EST, President)
}
