package page

// Time writes a day, which comes as YYYY-MM-DD, so that programs know it for one. Of "" it writes nothing.
func (w *Writer) Time(day string) *Writer {
	if day == "" {
		return w
	}
	return w.Element("time", day, Attr("datetime", day))
}
