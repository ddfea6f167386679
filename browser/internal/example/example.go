// Package example reads the texts that the pictures and the tests show.
package example

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/communique-go/communique"
)

// Statements returns the analysed texts of a directory, in the order of the dates that the names of their files begin with.
func Statements(dir string) ([]*communique.Statement, error) {
	a, err := communique.New(communique.WithActors(
		communique.Actor{Name: "Norland", Kind: communique.State, Country: "NRL"},
		communique.Actor{Name: "Sarvia", Kind: communique.State, Country: "SRV"}))
	if err != nil {
		return nil, err
	}
	files, err := filepath.Glob(filepath.Join(dir, "????-??-??-*.txt"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s: no texts with names such as 2031-05-02-talks.txt", dir)
	}
	var out []*communique.Statement
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		name := strings.TrimSuffix(filepath.Base(f), ".txt")
		day, err := time.Parse(time.DateOnly, name[:len(time.DateOnly)])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f, err)
		}
		s, err := a.ParseDocument(communique.Document{ID: name[len(time.DateOnly)+1:], Text: string(text), Date: day})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f, err)
		}
		out = append(out, s)
	}
	return out, nil
}
