package table

import (
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
)

// Classes is a table of words and of the classes that each belongs to. Its columns are the word, or a phrase, and the names
// of its classes, separated by blanks; the comment at its top explains each class on a line that begins with "#   " and the
// name of the class. The table is parsed at the first question.
type Classes struct {
	name, data string
	declared   []string
	sets       func() map[string][]string
}

// NewClasses returns the table of an embedded file.
func NewClasses(name, data string) *Classes {
	t := &Classes{name: name, data: data}
	t.sets = sync.OnceValue(t.read)
	return t
}

// read returns the words of each class in the order of the table, which is sorted.
func (t *Classes) read() map[string][]string {
	sets := map[string][]string{}
	for _, r := range MustParse(t.name, t.data, 2) {
		for _, class := range strings.Fields(r.Cells[1]) {
			sets[class] = append(sets[class], r.Cells[0])
		}
	}
	return sets
}

// Class declares a class of the table and returns it.
func (t *Classes) Class(name string) *Class {
	t.declared = append(t.declared, name)
	return &Class{table: t, name: name}
}

// Class is the set of the words of a table that belong to one of its classes.
type Class struct {
	table *Classes
	name  string
	full  atomic.Pointer[[]bucket] // nil before the first question
}

// bucket holds the words of a class that agree in length and in their first and last byte, or nearly so.
type bucket []string

// Has reports whether a word, written as in the table, belongs to the class. Stages ask this of every token: most buckets
// are empty, so that it costs less than a map.
func (c *Class) Has(word string) bool {
	buckets := c.full.Load()
	if buckets == nil {
		buckets = c.fill()
	}
	for _, w := range (*buckets)[place(word, len(*buckets))] {
		if w == word {
			return true
		}
	}
	return false
}

// place returns the bucket of a word among n, a power of two.
func place(word string, n int) int {
	h := len(word)
	if h > 0 {
		h += int(word[0])*29 + int(word[h-1])*7
	}
	return h & (n - 1)
}

// fill puts the words into buckets, eight times as many as there are words. Callers that fill at the same time store the same.
func (c *Class) fill() *[]bucket {
	words := c.table.sets()[c.name]
	n := 1
	for n < 8*len(words) {
		n *= 2
	}
	buckets := make([]bucket, n)
	for _, w := range words {
		i := place(w, n)
		buckets[i] = append(buckets[i], w)
	}
	c.full.Store(&buckets)
	return &buckets
}

// Words returns the words of the class, sorted. The slice is shared: callers must not modify it.
func (c *Class) Words() []string { return c.table.sets()[c.name] }

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
