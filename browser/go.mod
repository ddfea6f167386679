module github.com/communique-go/communique/browser

go 1.22

require (
	github.com/chromedp/cdproto v0.0.0-20241003230502-a4a8f7c660df
	github.com/chromedp/chromedp v0.11.0
	github.com/communique-go/communique v0.0.0
)

require (
	github.com/chromedp/sysutil v1.0.0 // indirect
	github.com/deckarep/golang-set v1.7.1 // indirect
	github.com/gobwas/httphead v0.1.0 // indirect
	github.com/gobwas/pool v0.2.1 // indirect
	github.com/gobwas/ws v1.4.0 // indirect
	github.com/jdkato/prose/v2 v2.0.0 // indirect
	github.com/josharian/intern v1.0.0 // indirect
	github.com/mailru/easyjson v0.7.7 // indirect
	github.com/mingrammer/commonregex v1.0.1 // indirect
	github.com/sergi/go-diff v1.4.0 // indirect
	golang.org/x/sys v0.30.0 // indirect
	gonum.org/v1/gonum v0.7.0 // indirect
	gopkg.in/neurosnap/sentences.v1 v1.0.6 // indirect
)

replace github.com/communique-go/communique => ..
