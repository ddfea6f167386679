// Package browser_test opens reports in a browser and uses them as a reader does.
package browser_test

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/communique-go/communique/browser/internal/chrome"
	"github.com/communique-go/communique/browser/internal/example"
	"github.com/communique-go/communique/report"
)

// texts are what the tests report on.
const texts = "../report/testdata"

// limit is how long a test may take, the start of the browser included.
const limit = 2 * time.Minute

// page is a report in a browser.
type page struct {
	t       *testing.T
	ctx     context.Context
	address string

	mu       sync.Mutex
	problems []string // errors of the page, and what it asked of the network
}

// open opens a report. Without a browser it skips the test, or fails it where COMMUNIQUE_BROWSER is "required".
func open(t *testing.T, before ...chromedp.Action) *page {
	t.Helper()
	program, err := chrome.Find()
	if errors.Is(err, chrome.ErrNone) && os.Getenv("COMMUNIQUE_BROWSER") != "required" {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := chrome.Start(program, limit)
	t.Cleanup(cancel)
	p := &page{t: t, ctx: ctx, address: "file://" + writeReport(t)}
	p.listen()
	p.do(append(before, network.Enable(), log.Enable(), emulation.SetDeviceMetricsOverride(1200, 900, 1, false), chromedp.Navigate(p.address))...)
	t.Cleanup(p.quiet)
	return p
}

func writeReport(t *testing.T) string {
	t.Helper()
	statements, err := example.Statements(texts)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "report.html")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := report.Write(f, statements, report.Options{Title: "The harbour of Pesk"}); err != nil {
		t.Fatal(err)
	}
	return path
}

// listen notes errors and requests.
func (p *page) listen() {
	note := func(format string, args ...any) {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.problems = append(p.problems, fmt.Sprintf(format, args...))
	}
	chromedp.ListenTarget(p.ctx, func(event any) {
		switch e := event.(type) {
		case *runtime.EventExceptionThrown:
			note("exception: %s", e.ExceptionDetails.Error())
		case *runtime.EventConsoleAPICalled:
			note("console: %s", e.Type)
		case *log.EventEntryAdded:
			note("log: %s: %s", e.Entry.Level, e.Entry.Text)
		case *network.EventRequestWillBeSent:
			if u, _, _ := strings.Cut(e.Request.URL, "#"); u != p.address {
				note("request: %s", e.Request.URL)
			}
		}
	})
}

// quiet fails the test if the page had errors or used the network.
func (p *page) quiet() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, s := range p.problems {
		p.t.Error(s)
	}
}

func (p *page) do(actions ...chromedp.Action) {
	p.t.Helper()
	if err := chromedp.Run(p.ctx, actions...); err != nil {
		p.t.Fatal(err)
	}
}

// ask evaluates an expression into out.
func (p *page) ask(expression string, out any) {
	p.t.Helper()
	p.do(chromedp.Evaluate(expression, out))
}

// number evaluates an expression that is a number.
func (p *page) number(expression string) int {
	p.t.Helper()
	var n int
	p.ask(expression, &n)
	return n
}

// word evaluates an expression that is a string.
func (p *page) word(expression string) string {
	p.t.Helper()
	var s string
	p.ask(expression, &s)
	return s
}

// Expressions on what a reader sees.
const (
	rows     = `[...document.querySelectorAll(".r-statement .cq-sheet tbody tr")]`
	seenRows = rows + `.filter((r) => r.checkVisibility())`
	entries  = `[...document.querySelectorAll(".cq-l-table tbody tr")]`
	seen     = entries + `.filter((r) => r.checkVisibility())`
	focus    = `document.activeElement.name || document.activeElement.id || document.activeElement.className`
)

// want checks that of the rows those are seen, and no others, for which a condition on the row r holds, and that the page says so.
func (p *page) want(name, condition string) {
	p.t.Helper()
	want := p.number(rows + `.filter((r) => ` + condition + `).length`)
	got := p.number(seenRows + `.length`)
	right := p.number(seenRows + `.filter((r) => ` + condition + `).length`)
	if want == 0 || got != want || right != want {
		p.t.Errorf("%s: %d rows are seen, %d of them right, want %d", name, got, right, want)
	}
	all := p.number(rows + ".length")
	said := p.word(`document.getElementById("r-shown").textContent`)
	if want < all && !strings.HasPrefix(said, fmt.Sprintf("Shown: %d of %d ", want, all)) || want == all && !strings.HasPrefix(said, fmt.Sprintf("Shown: all %d ", all)) {
		p.t.Errorf("%s: the page says %q of %d rows of %d", name, said, want, all)
	}
}

// hash returns the fragment of the address as values.
func (p *page) hash() url.Values {
	p.t.Helper()
	v, err := url.ParseQuery(strings.TrimPrefix(p.word("location.hash"), "#"))
	if err != nil {
		p.t.Fatal(err)
	}
	return v
}

// choose sets a selection as a mouse would.
func choose(id, value string) chromedp.Action {
	return chromedp.Evaluate(fmt.Sprintf(`{ const s = document.getElementById(%q); s.value = %q; s.dispatchEvent(new Event("change", {bubbles: true})); }`, id, value), nil)
}

const (
	byOrban    = `("; " + (r.dataset.speaker || "") + "; ").includes("; Pavel Orban; ")`
	conflict   = `["accuse", "reject", "threaten", "protest", "sanction", "mobilize", "coerce", "assault", "concern", "deny"].includes(r.dataset.stance)`
	breached   = `r.dataset.status === "breached"`
	everything = "true"
)

func TestFilters(t *testing.T) {
	p := open(t)
	p.want("at first", everything)
	p.do(choose("r-speaker", "Pavel Orban"))
	p.want("speaker", byOrban)
	p.do(choose("r-stance", "*conflictual"))
	p.want("speaker and stance", byOrban+" && "+conflict)
	p.do(choose("r-speaker", ""))
	p.want("stance", conflict)
	p.do(choose("r-stance", "accuse"))
	p.want("label", `r.dataset.stance === "accuse"`)
	p.do(choose("r-stance", ""), chromedp.Click(`input[value="breached"]`))
	p.want("status", breached)
	if n, all := p.number(seen+".length"), p.number(entries+".length"); n == 0 || n == all {
		t.Errorf("%d entries of the ledger are seen, of %d", n, all)
	}
	if n := p.number(seen + `.filter((e) => !e.querySelector("li[data-status=breached]")).length`); n != 0 {
		t.Errorf("%d entries are seen that were never breached", n)
	}
	if n := p.number(`[...document.querySelectorAll(".r-statement")].filter((s) => s.querySelector("details").open !== !!s.querySelector("tr[data-status=breached]")).length`); n != 0 {
		t.Errorf("%d statements are open or closed, and should not be", n)
	}
	p.do(choose("r-stance", "accuse"))
	p.want("stance or status", breached+` || r.dataset.stance === "accuse"`)
	if n := p.number(`document.querySelectorAll(".cq-text .r-dim").length`); n == 0 {
		t.Error("no passage is dimmed")
	}
	if n := p.number(`[...document.querySelectorAll(".cq-text .r-dim")].filter((m) => m.dataset.stance === "accuse" || m.dataset.status === "breached").length`); n != 0 {
		t.Errorf("%d passages are dimmed that match", n)
	}
	if n := p.number(`[...document.querySelectorAll(".r-time .r-mark:not(.r-dim)[data-stance]")].filter((m) => !m.dataset.stance.includes("accuse")).length`); n != 0 {
		t.Errorf("%d marks of the timeline are not dimmed", n)
	}
	p.do(chromedp.Click("#r-clear"))
	p.want("clear", everything)
	if n := p.number(`document.querySelectorAll(".r-dim, main details:not([open]), main .cq-scroll[hidden]").length`); n != 0 {
		t.Errorf("%d elements are dimmed or hidden after all filters were cleared", n)
	}
	if got := p.word("location.hash"); got != "" {
		t.Errorf("the address has the fragment %q after all filters were cleared", got)
	}
}

// TestKeyboard uses nothing but keys.
func TestKeyboard(t *testing.T) {
	p := open(t)
	p.do(chromedp.KeyEvent(kb.Tab))
	if got := p.word(focus); got != "r-skip" {
		t.Errorf("the first stop is %q, want the link that skips", got)
	}
	p.do(chromedp.KeyEvent(kb.Enter), chromedp.KeyEvent(kb.Tab))
	if got := p.word(focus); got != "speaker" {
		t.Fatalf("after the skip the first stop is %q, want the speaker", got)
	}
	p.do(chromedp.KeyEvent("Pavel"))
	p.want("typed name", byOrban)
	p.do(chromedp.KeyEvent(kb.Home), chromedp.KeyEvent(kb.ArrowDown))
	first := p.word(`document.getElementById("r-speaker").options[1].value`)
	p.want("arrow", fmt.Sprintf(`("; " + (r.dataset.speaker || "") + "; ").includes("; %s; ")`, first))
	p.do(chromedp.KeyEvent(kb.Home), chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Tab))
	if got := p.word(focus); got != "status" {
		t.Fatalf("the third stop is %q, want a status", got)
	}
	p.do(chromedp.KeyEvent(" "))
	p.want("blank", `r.dataset.status === "undertaken"`)
	for p.word(focus) == "status" {
		p.do(chromedp.KeyEvent(kb.Tab))
	}
	if got := p.word(focus); got != "r-clear" {
		t.Fatalf("after the statuses comes %q, want the button", got)
	}
	p.do(chromedp.KeyEvent(kb.Enter))
	p.want("clear", everything)
	p.do(chromedp.KeyEvent(kb.Tab))
	if got := p.word(focus); got == "" || got == "r-clear" {
		t.Errorf("the focus does not leave the form: %q", got)
	}
}

// TestHash checks that the address keeps the choice: over a reload, as a link, and through the browser's history.
func TestHash(t *testing.T) {
	p := open(t)
	p.do(choose("r-speaker", "Pavel Orban"), choose("r-stance", "*conflictual"), chromedp.Click(`input[value="breached"]`))
	condition := byOrban + " && (" + conflict + " || " + breached + ")"
	p.want("chosen", condition)
	want := url.Values{"speaker": {"Pavel Orban"}, "stance": {"*conflictual"}, "status": {"breached"}}
	if got := p.hash(); got.Encode() != want.Encode() {
		t.Errorf("the fragment says %v, want %v", got, want)
	}
	p.do(chromedp.Reload())
	p.want("reloaded", condition)
	if got := p.word(`document.getElementById("r-speaker").value`); got != "Pavel Orban" {
		t.Errorf("after a reload the form says %q", got)
	}
	p.do(chromedp.Navigate("about:blank"), chromedp.Navigate(p.address+"#status=breached&speaker=Nobody+of+that+name"))
	p.want("link", breached)
	p.do(chromedp.Evaluate(`location.hash = "stance=accuse"`, nil), chromedp.Poll(`document.getElementById("r-stance").value === "accuse"`, nil))
	p.want("changed by hand", `r.dataset.stance === "accuse"`)
	p.do(chromedp.NavigateBack(), chromedp.Poll(`document.querySelector("input[value=breached]").checked`, nil))
	p.want("back", breached)
}

// empty is whether nothing is chosen in the form.
const empty = `[...document.querySelectorAll("#r-filter select")].every((s) => s.value === "") && !document.querySelector("#r-filter input:checked")`

// TestHashEmpty checks that an address without a choice chooses everything, whatever was chosen before.
func TestHashEmpty(t *testing.T) {
	p := open(t)
	p.do(chromedp.Evaluate(`location.hash = "stance=accuse&status=breached&speaker=Pavel+Orban"`, nil), chromedp.Poll(`!(`+empty+`)`, nil))
	p.do(chromedp.NavigateBack(), chromedp.Poll(empty, nil))
	p.want("back", everything)
	p.do(chromedp.Evaluate(`location.hash = "stance=accuse"`, nil), chromedp.Poll(`!(`+empty+`)`, nil))
	p.do(chromedp.Evaluate(`location.hash = ""`, nil), chromedp.Poll(empty, nil))
	p.want("emptied by hand", everything)
	p.do(choose("r-stance", "accuse"), chromedp.Navigate("about:blank"), chromedp.Navigate(p.address))
	p.want("opened anew", everything)
}

// TestHashAnchor checks that the choice outlives that a link puts an anchor into the address.
func TestHashAnchor(t *testing.T) {
	p := open(t)
	const condition = `r.dataset.stance === "accuse"`
	p.do(choose("r-stance", "accuse"), chromedp.Click(`.r-list li:last-child a`), chromedp.Poll(`history.state !== null`, nil))
	anchor := p.word("location.hash.slice(1)")
	target := fmt.Sprintf("document.getElementById(%q)", anchor)
	p.want("link", condition)
	p.do(chromedp.Reload())
	p.want("reloaded", condition)
	if got := p.word("location.hash.slice(1)"); got != anchor || !strings.HasPrefix(anchor, "r-s") {
		t.Errorf("the address leads to %q, want %q", got, anchor)
	}
	p.inSight(target, 900)
	p.do(chromedp.Click(`.r-list li:first-child a`), chromedp.Poll(`location.hash === "#r-s1" && history.state !== null`, nil), choose("r-stance", "deny"))
	p.want("chosen", `r.dataset.stance === "deny"`)
	p.do(chromedp.NavigateBack(), chromedp.Poll(fmt.Sprintf(`location.hash === "#%s" && document.getElementById("r-stance").value === "accuse"`, anchor), nil))
	p.want("back", condition)
}

// TestAnchors follows links to what a filter has hidden, on screens on which the bar has more and fewer lines.
func TestAnchors(t *testing.T) {
	for _, width := range []int64{1200, 920} {
		p := open(t)
		p.do(emulation.SetDeviceMetricsOverride(width, 900, 1, false))
		const event = `document.querySelector(".cq-l-history a")`
		anchor := p.word(event + `.getAttribute("href").slice(1)`)
		target := fmt.Sprintf("document.getElementById(%q)", anchor)
		p.do(choose("r-stance", "deny"))
		if p.word(`String(`+target+`.checkVisibility())`) != "false" {
			t.Fatal("the filter does not hide the row that the ledger leads to")
		}
		p.do(chromedp.Evaluate(fmt.Sprintf("location.hash = %q", anchor), nil), chromedp.Poll(target+".checkVisibility()", nil))
		p.inSight(target, 900)
		if got := p.word(`document.getElementById("r-stance").value`); got != "deny" {
			t.Errorf("a link changed the filter to %q", got)
		}
		p.do(chromedp.Click("#r-clear"), chromedp.Evaluate(`scrollTo(0, 0); location.hash = "r-s2"`, nil), chromedp.Poll("scrollY > 0", nil))
		p.inSight(`document.getElementById("r-s2")`, 900)
	}
}

// inSight checks that the top of an element is seen: neither below the window nor behind the bar, which sticks to the top.
func (p *page) inSight(element string, height int) {
	p.t.Helper()
	bar := p.number(`Math.ceil(document.getElementById("r-bar").getBoundingClientRect().bottom)`)
	if y := p.number(`Math.round(` + element + `.getBoundingClientRect().top)`); y < bar || y > height {
		p.t.Errorf("what a link leads to is at %d; the bar ends at %d, the window at %d", y, bar, height)
	}
}

func TestWithoutScript(t *testing.T) {
	p := open(t, emulation.SetScriptExecutionDisabled(true))
	if n, all := p.number(seenRows+".length"), p.number(rows+".length"); n != all || all == 0 {
		t.Errorf("%d rows are seen, want all %d", n, all)
	}
	if n, all := p.number(seen+".length"), p.number(entries+".length"); n != all || all == 0 {
		t.Errorf("%d entries are seen, want all %d", n, all)
	}
	if p.word(`String(document.getElementById("r-filter").checkVisibility())`) != "false" {
		t.Error("the form is seen, though nothing would answer to it")
	}
}

func TestPrint(t *testing.T) {
	p := open(t)
	const closed = `document.querySelectorAll("details:not([open])").length`
	p.do(choose("r-stance", "accuse"))
	before := p.number(closed)
	if before == 0 {
		t.Fatal("the filter closes no statement")
	}
	p.do(chromedp.Evaluate(`dispatchEvent(new Event("beforeprint"))`, nil), emulation.SetEmulatedMedia().WithMedia("print"))
	for selector, want := range map[string]bool{"#r-filter": false, ".r-parts": false, ".r-skip": false, "#r-shown": true, ".cq-text": true} {
		if p.word(fmt.Sprintf(`String([...document.querySelectorAll(%q)].every((e) => e.checkVisibility() === %v))`, selector, want)) != "true" {
			t.Errorf("%s seen: not always %v", selector, want)
		}
	}
	p.want("paper", `r.dataset.stance === "accuse"`)
	if n := p.number(`[...document.querySelectorAll(".cq-text .r-dim")].filter((m) => getComputedStyle(m).color !== getComputedStyle(document.body).color).length`); n != 0 {
		t.Errorf("%d passages are printed dimmed", n)
	}
	p.do(emulation.SetEmulatedMedia().WithMedia("screen"), chromedp.Evaluate(`dispatchEvent(new Event("afterprint"))`, nil))
	if n := p.number(closed); n != before {
		t.Errorf("%d statements are closed after printing, %d were before", n, before)
	}
	p.do(chromedp.Click("#r-clear"), emulation.SetEmulatedMedia().WithMedia("print"))
	if p.word(`String(document.getElementById("r-shown").checkVisibility())`) != "false" {
		t.Error("what is shown is printed, though all is")
	}
}

// TestNarrow checks that nothing but what scrolls by itself is wider than a telephone.
func TestNarrow(t *testing.T) {
	p := open(t)
	p.do(emulation.SetDeviceMetricsOverride(420, 800, 1, true))
	if w := p.number("document.documentElement.scrollWidth"); w > 420 {
		t.Errorf("the page is %d pixels wide on a screen of 420", w)
	}
}
