package page

// name is the name of an element or an attribute. No other package can name the type: it can but write a name in its code, so
// that nothing that comes from a text becomes one.
type name string

// Open begins an element.
func (w *Writer) Open(element name, attributes ...Attribute) *Writer {
	w.start(element, attributes)
	w.b.WriteByte('>')
	w.open = append(w.open, element)
	return w
}

// Close ends the innermost element of a name, and before it those that are open within it. If none is open, it writes nothing.
func (w *Writer) Close(element name) *Writer {
	at := len(w.open) - 1
	for at >= 0 && w.open[at] != element {
		at--
	}
	for i := len(w.open) - 1; i >= at && at >= 0; i-- {
		w.end(w.open[i])
		w.open = w.open[:i]
	}
	return w
}

// Element writes an element that holds a text and nothing else.
func (w *Writer) Element(element name, text string, attributes ...Attribute) *Writer {
	w.start(element, attributes)
	w.b.WriteByte('>')
	w.escape(text)
	w.end(element)
	return w
}

// Empty writes an element that can hold nothing, such as meta in HTML or rect in SVG.
func (w *Writer) Empty(element name, attributes ...Attribute) *Writer {
	w.start(element, attributes)
	if !element.void() {
		w.b.WriteByte('/')
	}
	w.b.WriteByte('>')
	return w
}

// void reports whether HTML knows the element to have no end, and so neither an end tag nor a slash.
func (n name) void() bool {
	switch n {
	case "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr":
		return true
	}
	return false
}

// start writes a start tag but for its last bracket.
func (w *Writer) start(element name, attributes []Attribute) {
	w.b.WriteByte('<')
	w.b.WriteString(string(element))
	for _, a := range attributes {
		w.attribute(a)
	}
}

// end writes an end tag.
func (w *Writer) end(element name) {
	w.b.WriteString("</")
	w.b.WriteString(string(element))
	w.b.WriteByte('>')
}
