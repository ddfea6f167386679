package table

import (
	"fmt"
	"sort"
	"strings"
	"sync"
)

// Classes is a table of words and of the classes that each belongs to. Its columns are the word, or a phrase, and the names
// of its classes, separated by blanks; the comment at its top explains each class on a line that begins with "#   " and the
// name of the class. The table is parsed at the first question.
type Classes struct {
	name, data string
	declared   []string
	sets       func() map[string]map[string]bool
}

// NewClasses returns the table of an embedded file.
func NewClasses(name, data string) *Classes {
	t := &Classes{name: name, data: data}
	t.sets = sync.OnceValue(t.read)
	return t
}

func (t *Classes) read() map[string]map[string]bool {
	sets := map[string]map[string]bool{}
	for _, r := range MustParse(t.name, t.data, 2) {
		for _, class := range strings.Fields(r.Cells[1]) {
			if sets[class] == nil {
				sets[class] = map[string]bool{}
			}
			sets[class][r.Cells[0]] = true
		}
	}
	return sets
}

// Class declares a class of the table and returns it.
func (t *Classes) Class(name string) Class {
	t.declared = append(t.declared, name)
	return Class{sync.OnceValue(func() map[string]bool { return t.sets()[name] })}
}

// Class is the set of the words of a table that belong to one of its classes.
type Class struct{ words func() map[string]bool }

// Has reports whether a word, written as in the table, belongs to the class.
func (c Class) Has(word string) bool { return c.words()[word] }

// Words returns the words of the class, sorted.
func (c Class) Words() []string {
	words := make([]string, 0, len(c.words()))
	for w := range c.words() {
		words = append(words, w)
	}
	sort.Strings(words)
	return words
}

// Check returns what is wrong with the form of the table, or nil: it has to begin with a comment that explains every class,
// the words have to be sorted, each in one row, with classes that are sorted and declared, and every declared class has to
// have a word.
func (t *Classes) Check() error {
	rows, err := Parse(t.name, t.data, 2)
	if err != nil {
		return err
	}
	known, used := map[string]bool{}, map[string]bool{}
	for _, class := range t.declared {
		if known[class] {
			return fmt.Errorf("%s: class %q is declared twice", t.name, class)
		}
		if !strings.Contains(t.data, "\n#   "+class+" ") {
			return fmt.Errorf("%s: the comment at the top does not explain class %q", t.name, class)
		}
		known[class] = true
	}
	previous := ""
	for _, r := range rows {
		if r.Cells[0] <= previous {
			return fmt.Errorf("%s:%d: %q stands behind %q", t.name, r.Line, r.Cells[0], previous)
		}
		previous = r.Cells[0]
		last := ""
		for _, class := range strings.Fields(r.Cells[1]) {
			if !known[class] || class <= last {
				return fmt.Errorf("%s:%d: class %q is unknown or stands behind %q", t.name, r.Line, class, last)
			}
			used[class], last = true, class
		}
		if last == "" {
			return fmt.Errorf("%s:%d: %q has no class", t.name, r.Line, r.Cells[0])
		}
	}
	for _, class := range t.declared {
		if !used[class] {
			return fmt.Errorf("%s: no word has class %q", t.name, class)
		}
	}
	return nil
}
