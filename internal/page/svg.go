package page

import "strconv"

// Px returns an attribute of a picture that is a length in pixels, to a tenth.
func Px(attribute name, length float64) Attribute { return Attr(attribute, decimal(length, 1)) }

// Whole returns an attribute of a picture that is a length in whole pixels.
func Whole(attribute name, length float64) Attribute { return Attr(attribute, decimal(length, 0)) }

// ViewBox returns the attribute that makes a picture so many pixels wide and high, before it is scaled.
func ViewBox(width, height float64) Attribute {
	return Attr("viewBox", "0 0 "+decimal(width, 0)+" "+decimal(height, 0))
}

// TextAt writes a text of a picture, whose baseline begins at x and y unless further attributes say otherwise.
func (w *Writer) TextAt(class string, x, y float64, text string, attributes ...Attribute) *Writer {
	return w.Element("text", text, append([]Attribute{Class(class), Px("x", x), Px("y", y)}, attributes...)...)
}

// Centred is the attribute of a text that is centred on the x at which it stands.
var Centred = Attr("text-anchor", "middle")

func decimal(x float64, digits int) string { return strconv.FormatFloat(x, 'f', digits, 64) }

// Path is a line of a picture in the making: the commands of SVG with their numbers.
type Path struct{ data []byte }

// To appends a command and its numbers, in pixels, and returns the path so far.
func (p Path) To(command byte, numbers ...float64) Path {
	p.data = append(p.data, command)
	for i, x := range numbers {
		if i > 0 {
			p.data = append(p.data, ' ')
		}
		p.data = strconv.AppendFloat(p.data, x, 'f', 1, 64)
	}
	return p
}

// Data returns the attribute that gives the path.
func (p Path) Data() Attribute { return Attr("d", string(p.data)) }
