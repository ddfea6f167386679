package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/communique-go/communique"
)

func TestNewAnalyzer(t *testing.T) {
	path := filepath.Join(t.TempDir(), "actors.csv")
	if err := os.WriteFile(path, []byte("name,kind,country,role,from,to\nAmber Forum,organization,LVA,,,\nBad,planet,,,,\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var warned []string
	parse, err := newAnalyzer(options{actors: []string{path}}, func(err error) { warned = append(warned, err.Error()) })
	if err != nil {
		t.Fatal(err)
	}
	if len(warned) != 1 || !strings.Contains(warned[0], "actors.csv:3: ") {
		t.Errorf("got warnings %q, want one of line 3", warned)
	}
	s, err := parse(communique.Document{
		Text: "The Amber Forum pledged to publish the list by the end of June.",
		Date: time.Date(2031, time.March, 2, 0, 0, 0, 0, time.UTC),
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Entities) == 0 || s.Entities[0].Country != "LVA" {
		t.Errorf("got entities %v, want the Amber Forum of LVA", s.Entities)
	}
	if len(s.Commitments) != 1 || s.Commitments[0].Due.Format(time.DateOnly) != "2031-06-30" {
		t.Errorf("got commitments %v, want one due on 2031-06-30", s.Commitments)
	}
}

func TestNewAnalyzerMissingFile(t *testing.T) {
	if _, err := newAnalyzer(options{actors: []string{"no such file"}}, func(error) {}); err == nil {
		t.Error("no error for a file of actors that does not exist")
	}
}
