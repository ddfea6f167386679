package text

// IsDay reports whether a word in lower case names a day: a day of the week, or "today" and its like.
func IsDay(w string) bool {
	switch w {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tomorrow", "tonight":
		return true
	}
	return false
}

// IsMonth reports whether a word in lower case names a month, in full or abbreviated.
func IsMonth(w string) bool {
	switch w {
	case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"jan.", "feb.", "mar.", "apr.", "aug.", "sept.", "sep.", "oct.", "nov.", "dec.":
		return true
	}
	return false
}
