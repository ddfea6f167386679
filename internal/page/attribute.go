package page

import (
	"strconv"
	"strings"
)

// Attribute is an attribute of an element. The zero value is none, and is not written.
type Attribute struct {
	name  name
	value string
	bare  bool // has no value
}

// Attr returns an attribute. One that leads somewhere, such as href, is none if that is neither an anchor of the page nor an
// address of the web: other schemes may run something.
func Attr(attribute name, value string) Attribute {
	if attribute.leads() && !strings.HasPrefix(value, "#") && !isWeb(value) {
		return Attribute{}
	}
	return Attribute{name: attribute, value: value}
}

// Some returns an attribute, none if there is no value.
func Some(attribute name, value string) Attribute {
	if value == "" {
		return Attribute{}
	}
	return Attr(attribute, value)
}

// Class returns the attribute class with the classes that are not "", none if all are.
func Class(classes ...string) Attribute {
	if len(classes) == 1 {
		return Some("class", classes[0])
	}
	known := make([]string, 0, 8)
	for _, c := range classes {
		if c != "" {
			known = append(known, c)
		}
	}
	return Some("class", strings.Join(known, " "))
}

// Int returns an attribute whose value is an integer.
func Int(attribute name, value int) Attribute { return Attr(attribute, strconv.Itoa(value)) }

// Flag returns an attribute that says all by being there, such as hidden.
func Flag(attribute name) Attribute { return Attribute{name: attribute, bare: true} }

// leads reports whether the value of an attribute is an address.
func (n name) leads() bool {
	switch n {
	case "href", "src", "action", "formaction", "cite", "poster", "data", "xlink:href":
		return true
	}
	return false
}

// attribute writes an attribute.
func (w *Writer) attribute(a Attribute) {
	if a.name == "" {
		return
	}
	w.b.WriteByte(' ')
	w.b.WriteString(string(a.name))
	if !a.bare {
		w.b.WriteString(`="`)
		w.escape(a.value)
		w.b.WriteByte('"')
	}
}
