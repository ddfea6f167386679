package page

import "strings"

// Address writes an address, as a link where it is one of the web. Shown is what is read of it.
func (w *Writer) Address(address, shown string, class Attribute) *Writer {
	if isWeb(address) {
		return w.Element("a", shown, class, Attr("href", address), Attr("rel", "noopener noreferrer"))
	}
	return w.Element("bdi", shown, class)
}

// Address returns an address, as a link where it is one of the web that Markdown can hold between angle brackets.
func Address(address string) Inline {
	if isWeb(address) && strings.IndexFunc(address, breaksLink) < 0 {
		return Inline{"<" + address + ">"}
	}
	return Plain(address)
}

// breaksLink reports whether a character ends a link between angle brackets, or the cell of a table around it.
func breaksLink(r rune) bool { return r <= ' ' || r > '~' || strings.ContainsRune("<>`\\|", r) }

// isWeb reports whether an address is one of the web.
func isWeb(address string) bool {
	scheme, _, ok := strings.Cut(address, "://")
	return ok && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}
