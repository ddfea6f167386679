package page

// Region begins a div that scrolls by itself where it is wider or longer than its place. The keyboard reaches it, and its label
// tells what it holds.
func (w *Writer) Region(class, label string) *Writer {
	return w.Open("div", Class(class), Attr("role", "region"), Attr("aria-label", label), Attr("tabindex", "0"))
}
