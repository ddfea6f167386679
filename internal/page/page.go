// Package page writes what is shown: HTML, SVG and other XML, and Markdown. Who uses it says which elements, attributes, texts
// and tables there are; how they are written, and that no text is taken for markup, is known here alone.
//
// A [Writer] writes HTML or XML. The names of elements and attributes have to stand in the code that calls it, texts and values
// may be whatever somebody wrote, and what is markup already has the type [Raw]. A [Markdown] writes blocks, whose text is
// [Inline]. Where both languages know a construct, its file has it in both.
package page
