// Package distinct tells statements apart that are shown on one page. The ids of their HTML are made from ID, date and text, so
// that those of a statement given twice would stand there twice.
package distinct

import (
	"crypto/sha256"
	"strconv"
	"strings"
	"time"

	"github.com/communique-go/communique/internal/markup"
)

// Statements remembers the statements of a page. The zero value remembers none.
type Statements struct {
	seen map[identity]bool
	last map[identity]int // how often those with the same ID, but for white space at its edges, came again
}

type identity struct {
	id, day string
	text    [sha256.Size]byte // the sum of it, so that no text is kept
}

// Add returns id and "", or if a statement with the same ID, date and text was added before, another ID to show it by and what
// was put behind the old one: " (2)" for the second of them.
func (u *Statements) Add(id string, date time.Time, text string) (shown, suffix string) {
	if u.seen == nil {
		u.seen, u.last = map[identity]bool{}, map[identity]int{}
	}
	key := identity{id, markup.Day(date), sha256.Sum256([]byte(text))}
	base := key
	base.id = strings.TrimSpace(id)
	for u.seen[key] {
		u.last[base]++
		suffix = " (" + strconv.Itoa(u.last[base]+1) + ")"
		key.id = strings.TrimSpace(base.id + suffix)
	}
	u.seen[key] = true
	return key.id, suffix
}
