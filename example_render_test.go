package communique_test

import (
	"fmt"
	"os"

	"github.com/communique-go/communique"
)

// HTML is a fragment, which a notebook shows as it is. A page of its own needs a first line.
func ExampleStatement_HTML() {
	s, err := communique.Parse(readout)
	if err != nil {
		fmt.Println(err)
		return
	}
	page := "<!doctype html><meta charset=\"utf-8\"><title>Readout</title>\n" + s.HTML()
	if err := os.WriteFile("readout.html", []byte(page), 0o644); err != nil {
		fmt.Println(err)
	}
}

func ExampleStatement_Markdown() {
	s, err := communique.Parse(`Kenya strongly condemned the raid. "We will reopen the port by Friday," said Ada Lindqvist.`)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(s.Markdown())
	// Output:
	// ### Quotes
	//
	// - **Ada Lindqvist** (direct, “said”): “We will reopen the port by Friday,”
	// - **Kenya** (indirect, mention, “strongly condemned”): the raid
	//
	// ### Stances
	//
	// | Holder        | Stance | Intensity | Phrase                      | PLOVER | CAMEO |
	// | ------------- | ------ | --------- | --------------------------- | ------ | ----- |
	// | Kenya         | accuse | 4 severe  | strongly condemned the raid | ACCUSE | 111   |
	// | Ada Lindqvist | agree  | 2 plain   | will reopen                 | AGREE  | 03    |
	//
	// ### Commitments
	//
	// | Parties       | Status     | Action          | Deadline  | According to  |
	// | ------------- | ---------- | --------------- | --------- | ------------- |
	// | Ada Lindqvist | undertaken | reopen the port | by Friday | Ada Lindqvist |
}
