package communique_test

import (
	"fmt"
	"time"

	"github.com/communique-go/communique"
)

func ExampleNewLedger() {
	texts := []string{
		"Chile pledged to send 40 engineers to the harbour of Pesk by the end of May.",
		"Kenya urged Chile to honour its obligation to send 40 engineers to the harbour.",
		"Chile has fulfilled its pledge to send 40 engineers to the harbour of Pesk.",
	}
	var statements []*communique.Statement
	for i, text := range texts {
		s, err := communique.ParseDocument(communique.Document{
			ID:   fmt.Sprintf("note %d", i+1),
			Text: text,
			Date: time.Date(2031, time.April, 7*(i+1), 0, 0, 0, 0, time.UTC),
		})
		if err != nil {
			fmt.Println(err)
			return
		}
		statements = append(statements, s)
	}
	fmt.Print(communique.NewLedger(statements...).Markdown())
	// Output:
	// | #   | Who is bound | To what                                  | Due        | Date       | Statement | Status     | According to | Passage                                  |
	// | --- | ------------ | ---------------------------------------- | ---------- | ---------- | --------- | ---------- | ------------ | ---------------------------------------- |
	// | 1   | Chile        | send 40 engineers to the harbour of Pesk | 2031-05-31 | 2031-04-07 | note 1    | undertaken | Chile        | Chile pledged to **send 40 engineers to the harbour of Pesk** by the end of May. |
	// |     |              |                                          |            | 2031-04-14 | note 2    | invoked    | Kenya        | Kenya urged Chile to **honour its obligation to send 40 engineers to the harbour**. |
	// |     |              |                                          |            | 2031-04-21 | note 3    | fulfilled  | Chile        | Chile has fulfilled **its pledge** to send 40 engineers to the harbour of Pesk. |
}

func ExampleNewGraph() {
	s, err := communique.Parse("France condemned the shelling by Mali and urged Mali to cease fire. Mali thanked Ghana for its offer.")
	if err != nil {
		fmt.Println(err)
		return
	}
	g := communique.NewGraph(s)
	for _, e := range g.Edges {
		if e.To != nil {
			fmt.Printf("%s → %s: %s\n", g.Nodes[e.From].Name, g.Nodes[*e.To].Name, e)
		}
	}
	// Output:
	// Mali → Ghana: support
	// France → Mali: accuse
	// France → Mali: request
}
