package text

import (
	"fmt"
	"os"
	"testing"
)

func TestDump(t *testing.T) {
	f := os.Getenv("DUMP")
	if f == "" {
		t.Skip()
	}
	b, _ := os.ReadFile(f)
	d := Parse(string(b))
	for _, p := range d.Paragraphs {
		fmt.Printf("PARA kind=%d date=%q label=%q turn=%v\n", p.Kind, d.Slice(p.Dateline), d.Slice(p.Label), p.Turn)
		for _, s := range d.Sentences[p.First:p.Last] {
			fmt.Print("  S", s.Repeat, ": ")
			for i := s.First; i < s.Last; i++ {
				fmt.Printf("%s/%s ", d.Word(i), d.Tokens[i].Tag)
			}
			fmt.Println()
		}
	}
}
