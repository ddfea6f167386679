module github.com/communique-go/communique

go 1.22

require (
	github.com/google/go-cmp v0.7.0
	github.com/jdkato/prose/v2 v2.0.0
	github.com/sergi/go-diff v1.4.0
	github.com/spf13/pflag v1.0.10
	golang.org/x/net v0.35.0
	golang.org/x/term v0.29.0
)

require (
	github.com/deckarep/golang-set v1.7.1 // indirect
	github.com/mingrammer/commonregex v1.0.1 // indirect
	golang.org/x/sys v0.30.0 // indirect
	gonum.org/v1/gonum v0.7.0 // indirect
	gopkg.in/neurosnap/sentences.v1 v1.0.6 // indirect
)
