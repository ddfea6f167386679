package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/communique-go/communique"
	"github.com/communique-go/communique/exchange"
)

// newAnalyzer loads the analyzer with the user's actors. Irregular lines of their files go to warn; the others are used.
func newAnalyzer(o options, warn func(error)) (analyzeFunc, error) {
	var list []communique.Actor
	for _, path := range o.actors {
		read, err := readActors(path, warn)
		if err != nil {
			return nil, err
		}
		list = append(list, read...)
	}
	a, err := communique.New(communique.WithActors(list...))
	if err != nil {
		return nil, err
	}
	return a.ParseDocument, nil
}

// readActors reads one file of actors: CSV by its name, else a dictionary of TABARI or PETRARCH. States without a code are
// left out, for there is nothing to tell them by.
func readActors(path string, warn func(error)) ([]communique.Actor, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	read := exchange.ReadActorsPETRARCH
	if strings.EqualFold(filepath.Ext(path), ".csv") {
		read = exchange.ReadActorsCSV
	}
	list, problems, err := read(path, f)
	if err != nil {
		return nil, err
	}
	for _, p := range problems {
		warn(p)
	}
	usable := list[:0]
	for _, a := range list {
		if a.Kind != communique.State || a.Country != "" {
			usable = append(usable, a)
		}
	}
	return usable, nil
}
