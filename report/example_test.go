package report_test

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"github.com/communique-go/communique"
	"github.com/communique-go/communique/report"
)

func ExampleWrite() {
	var statements []*communique.Statement
	for i, text := range []string{"Norway condemned the shelling by Chad.", "Chad pledged to withdraw by 1 May."} {
		s, err := communique.ParseDocument(communique.Document{
			ID:   fmt.Sprintf("day %d", i+1),
			Text: text,
			Date: time.Date(2031, time.April, i+1, 0, 0, 0, 0, time.UTC),
		})
		if err != nil {
			fmt.Println(err)
			return
		}
		statements = append(statements, s)
	}
	var page bytes.Buffer // or a file
	if err := report.Write(&page, statements, report.Options{Title: "Norway and Chad"}); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(strings.Contains(page.String(), "<title>Norway and Chad</title>"))
	// Output: true
}
