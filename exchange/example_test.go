package exchange_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"strings"

	"github.com/communique-go/communique"
	"github.com/communique-go/communique/exchange"
)

func ExampleWriteBrat() {
	s, err := communique.Parse("“It must stop,” Ada Lindqvist said.")
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := exchange.WriteBrat(nil, os.Stdout, s); err != nil { // nil: the text is a file already
		fmt.Println(err)
	}
	// Output:
	// T1	Source 16 29	Ada Lindqvist
	// T2	Cue 30 34	said
	// T3	Content 1 14	It must stop,
	// T4	Attribution 30 34	said
	// E1	Attribution:T4 Content:T3 Cue:T2 Source:T1
	// A1	Kind E1 direct
	// A2	Mode E1 assertion
	// T5	Person 16 29	Ada Lindqvist
	// #1	Communique T5	{"name":"Ada Lindqvist"}
	// R1	Speaker Arg1:E1 Arg2:T5
}

func ExampleReadBrat() {
	const text = "“It must stop,” Ada Lindqvist said. “It must stop now.”"
	const ann = `T1	Source 16 29	Ada Lindqvist
T2	Cue 30 34	said
T3	Content 0 15;36 55	“It must stop,” “It must stop now.”
T4	Attribution 30 34	said
E1	Attribution:T4 Content:T3 Cue:T2 Source:T1
`
	s, err := exchange.ReadBrat(text, strings.NewReader(ann))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, q := range s.Quotes {
		fmt.Printf("%s %s: %s\n", q.Source, q.Cue, q.Text)
		for _, p := range q.Content {
			fmt.Println(p.Span(), text[p.Start:p.End])
		}
	}

	_, err = exchange.ReadBrat("Ada Lindqvist was asked and did not answer.", strings.NewReader(ann))
	fmt.Println(err)
	// Output:
	// Ada Lindqvist said: “It must stop,” “It must stop now.”
	// [0:19] “It must stop,”
	// [40:63] “It must stop now.”
	// exchange: read brat annotations: line 1: T1: the words are "Ada Lindqvist", in the text they are "s asked and d": is it the text that was annotated?
}

func ExampleWriteStancesCSV() {
	var statements []*communique.Statement
	for day, text := range []string{"Germany condemned the coup.", "France and Germany praised Kenya."} {
		s, err := communique.ParseDocument(communique.Document{ID: fmt.Sprintf("day %d", day+1), Text: text})
		if err != nil {
			fmt.Println(err)
			return
		}
		statements = append(statements, s)
	}
	var table bytes.Buffer
	if err := exchange.WriteStancesCSV(&table, statements); err != nil {
		fmt.Println(err)
		return
	}
	records, err := csv.NewReader(&table).ReadAll()
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, name := range records[0] {
		switch name {
		case "statement", "label", "intensity", "phrase", "phrase_char_start", "holders", "holder_codes", "targets":
			fmt.Printf("%s: %s | %s\n", name, records[1][i], records[2][i])
		}
	}
	// Output:
	// statement: day 1 | day 2
	// label: accuse | support
	// intensity: 4 | 2
	// phrase: condemned the coup | praised
	// phrase_char_start: 8 | 19
	// holders: Germany | France; Germany
	// holder_codes: DEU | FRA; DEU
	// targets:  | Kenya
}

func ExampleWritePLOVER() {
	s, err := communique.ParseDocument(communique.Document{ID: "2024-05-07", Text: "France praised Kenya."})
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := exchange.WritePLOVER(os.Stdout, []*communique.Statement{s}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {"id":"2024-05-07-0001","source":[{"code":"FRA","actor_text":"France"}],"recipient":[{"code":"KEN","actor_text":"Kenya"}],"event":["SUPPORT"],"event_text":["praised"],"quad_code":1,"event_scale":5,"mode":"praise","text":"France praised Kenya.","text_info":{"sequence":1,"start":0,"end":21,"event_start":7,"event_end":14},"cite_info":{"citation":"2024-05-07"},"coder":"communique","cameo":"051","intensity":2}
}
