package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strings"
)

// switchName is the variable that says, in each package with rules, which of them are off.
const switchName = "ablationOff"

// switchVariable is the environment variable that the numbers of these rules are read from, separated by commas.
const switchVariable = "ABLATION_OFF"

// switchFile is the file that declares them. Its %s are the package's name, the number of rules, and the two names.
const switchFile = `package %[1]s

import (
	"os"
	"strconv"
	"strings"
)

var %[3]s = func() (off [%[2]d]bool) {
	for _, s := range strings.Split(os.Getenv(%[4]q), ",") {
		if n, err := strconv.Atoi(s); err == nil && n < len(off) {
			off[n] = true
		}
	}
	return off
}()

func %[3]sUnless[T any](rule int, v T) T {
	if %[3]s[rule] {
		var none T
		return none
	}
	return v
}
`

// writeOverlay writes files for the repository at root in which rules can be turned off, and returns the name of the file
// for "go build -overlay" that puts them in the place of the repository's own. One program serves all rules that change Go
// code: rule i is off if the environment variable names i. The rows of tables are missing for good; of two rules that change
// one row the later counts.
func writeOverlay(root, dir string, rules []rule) (string, error) {
	edits, changed, packages := map[string][]edit{}, map[string]map[int]string{}, map[string]string{}
	for i, r := range rules {
		if r.isTable() {
			if changed[r.file] == nil {
				changed[r.file] = map[int]string{}
			}
			for n, rest := range r.lines {
				changed[r.file][n] = rest
			}
			continue
		}
		edits[r.file] = append(edits[r.file], r.edits(i)...)
		packages[path.Dir(r.file)] = r.name[:strings.IndexByte(r.name, '.')]
	}

	replace := map[string]string{}
	write := func(file, content string) error {
		name := filepath.Join(dir, fmt.Sprintf("%d-%s", len(replace), path.Base(file)))
		replace[filepath.Join(root, filepath.FromSlash(file))] = name
		return os.WriteFile(name, []byte(content), 0o644)
	}
	for file, list := range edits {
		src, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(file)))
		if err != nil {
			return "", err
		}
		if err := write(file, applied(string(src), list)); err != nil {
			return "", err
		}
	}
	for file, lines := range changed {
		data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(file)))
		if err != nil {
			return "", err
		}
		if err := write(file, replaced(string(data), lines)); err != nil {
			return "", err
		}
	}
	for dir, name := range packages {
		if err := write(path.Join(dir, "ablation_switch.go"), fmt.Sprintf(switchFile, name, len(rules), switchName, switchVariable)); err != nil {
			return "", err
		}
	}
	overlay, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	name := filepath.Join(dir, "overlay.json")
	return name, os.WriteFile(name, overlay, 0o644)
}

// applied returns a source with the texts of edits put in.
func applied(src string, edits []edit) string {
	sort.SliceStable(edits, func(i, j int) bool { return edits[i].at < edits[j].at })
	var b strings.Builder
	at := 0
	for _, e := range edits {
		b.WriteString(src[at:e.at])
		b.WriteString(e.text)
		at = e.at
	}
	b.WriteString(src[at:])
	return b.String()
}

// replaced returns a table with other lines in the place of some; what is dropped is left empty, so that the others keep their
// numbers.
func replaced(data string, lines map[int]string) string {
	list := strings.Split(data, "\n")
	for n, line := range lines {
		list[n-1] = line
	}
	return strings.Join(list, "\n")
}
