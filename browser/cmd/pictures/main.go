// Command pictures takes the screenshots of a statement, a graph, a ledger and a report in a Chromium that is on the machine.
//
//	go run ./cmd/pictures            # the two pictures of the README, into ../docs/images
//	go run ./cmd/pictures -out DIR   # all, light and dark, into DIR
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"github.com/communique-go/communique"
	"github.com/communique-go/communique/browser/internal/chrome"
	"github.com/communique-go/communique/browser/internal/example"
	"github.com/communique-go/communique/report"
)

func main() {
	out := flag.String("out", "", "the folder for all pictures, light and dark; without it, those of the README are written")
	texts := flag.String("texts", "../report/testdata", "the folder of the texts")
	flag.Parse()
	if err := run(*texts, *out); err != nil {
		fmt.Fprintln(os.Stderr, "pictures:", err)
		os.Exit(1)
	}
}

// picture is what is shown, and how much of it.
type picture struct {
	name  string
	html  string
	width int64   // of the window in CSS pixels
	scale float64 // pixels of the picture for one of CSS
	upTo  string  // selector of what the picture ends below
}

func run(texts, out string) error {
	pictures, err := draw(texts)
	if err != nil {
		return err
	}
	program, err := chrome.Find()
	if err != nil {
		return err
	}
	ctx, cancel := chrome.Start(program, 5*time.Minute)
	defer cancel()
	if out == "" {
		const images = "../docs/images"
		for _, p := range pictures {
			if p.name == "statement" || p.name == "report" {
				if err := take(ctx, p, "light", filepath.Join(images, p.name+".png")); err != nil {
					return err
				}
			}
		}
		return nil
	}
	for _, p := range pictures {
		for _, scheme := range []string{"light", "dark"} {
			if err := take(ctx, p, scheme, filepath.Join(out, p.name+"-"+scheme+".png")); err != nil {
				return err
			}
		}
	}
	return nil
}

// draw returns the pictures of the texts.
func draw(texts string) ([]picture, error) {
	statements, err := example.Statements(texts)
	if err != nil {
		return nil, err
	}
	var all bytes.Buffer
	if err := report.Write(&all, statements, report.Options{Title: "The harbour of Pesk"}); err != nil {
		return nil, err
	}
	return []picture{
		{"statement", frame(statements[1].HTML()), 960, 1.25, ".cq-text"},
		{"graph", frame(communique.NewGraph(statements...).SVG()), 1000, 1.2, "body"},
		{"ledger", frame(communique.NewLedger(statements...).HTML()), 1000, 1.2, "body"},
		{"report", all.String(), 1200, 1, "#r-overview ~ .r-wide"},
	}, nil
}

// frame returns a page that has a fragment, on the ground of light or dark pages.
func frame(fragment string) string {
	return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>A picture</title>
<style>body { margin: 0; padding: 12px; } @media (prefers-color-scheme: dark) { html { background: #0d1117; } }</style>` + fragment
}

// take opens the page of a picture and writes the picture to a file.
func take(ctx context.Context, p picture, scheme, path string) error {
	dir, err := os.MkdirTemp("", "pictures")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "page.html")
	if err := os.WriteFile(file, []byte(p.html), 0o600); err != nil {
		return err
	}
	var height float64
	var png []byte
	err = chromedp.Run(ctx,
		emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}),
		emulation.SetDeviceMetricsOverride(p.width, 800, p.scale, false),
		chromedp.Navigate("file://"+file),
		chromedp.Evaluate(fmt.Sprintf("document.querySelector(%q).getBoundingClientRect().bottom + scrollY + 12", p.upTo), &height),
		chromedp.ActionFunc(func(ctx context.Context) error {
			png, err = page.CaptureScreenshot().WithCaptureBeyondViewport(true).
				WithClip(&page.Viewport{Width: float64(p.width), Height: height, Scale: 1}).Do(ctx)
			return err
		}))
	if err != nil {
		return fmt.Errorf("%s: %w", p.name, err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	fmt.Printf("%s: %d kB\n", path, len(png)/1000)
	return os.WriteFile(path, png, 0o644)
}
