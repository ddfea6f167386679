// Package chrome starts a Chromium that is on the machine already, without a window.
package chrome

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"time"

	"github.com/chromedp/chromedp"
)

// ErrNone is returned by Find where there is no Chromium.
var ErrNone = errors.New("no Chromium found: install it (Debian: apt install chromium) or name its program in the variable CHROMIUM")

// Find returns the path of the program: that of the variable CHROMIUM, else the first one of a usual name.
func Find() (string, error) {
	if path := os.Getenv("CHROMIUM"); path != "" {
		found, err := exec.LookPath(path)
		if err != nil {
			return "", fmt.Errorf("CHROMIUM: %w", err)
		}
		return found, nil
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", ErrNone
}

// Start starts the program with a new, empty profile and returns a context for one page of it. The page, the program and the
// profile end with cancel. Nothing is done in less than the time given, or it fails.
func Start(program string, limit time.Duration) (ctx context.Context, cancel func()) {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(program),
		chromedp.NoSandbox, // needed where root runs it, as in a container; it opens files of ours alone
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("force-color-profile", "srgb"),
		chromedp.Flag("font-render-hinting", "none"),
		chromedp.WSURLReadTimeout(limit),
	)
	ctx, cancelTime := context.WithTimeout(context.Background(), limit)
	ctx, cancelProgram := chromedp.NewExecAllocator(ctx, options...)
	// A Chromium newer than the library has events that it does not know. They are no errors of ours.
	ctx, cancelPage := chromedp.NewContext(ctx, chromedp.WithErrorf(func(string, ...any) {}))
	return ctx, func() {
		cancelPage()
		cancelProgram()
		cancelTime()
	}
}
