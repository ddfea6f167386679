package entity

// trie holds values by phrases, a word after the other.
type trie[V any] struct {
	next  map[string]*trie[V]
	value *V
}

// put enters the value of a phrase; without override the first one entered stays.
func (t *trie[V]) put(words []string, v *V, override bool) {
	for _, w := range words {
		if t.next == nil {
			t.next = map[string]*trie[V]{}
		}
		if t.next[w] == nil {
			t.next[w] = &trie[V]{}
		}
		t = t.next[w]
	}
	if t.value == nil || override {
		t.value = v
	}
}

// begins reports whether a phrase begins with a word.
func (t *trie[V]) begins(word string) bool { return t.next[word] != nil }

// get returns the value of a single word, nil if it has none.
func (t *trie[V]) get(word string) *V {
	if at := t.next[word]; at != nil {
		return at.value
	}
	return nil
}

// longest returns the value of the longest phrase that begins at token i and ends before limit, and its end, or nil and i.
func (t *trie[V]) longest(i, limit int, word func(int) string) (*V, int) {
	var best *V
	end := i
	for j := i; j < limit; j++ {
		if t = t.next[word(j)]; t == nil {
			break
		}
		if t.value != nil {
			best, end = t.value, j+1
		}
	}
	return best, end
}
