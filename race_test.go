//go:build race

package communique

// sharedStep is one in how many evaluation texts a slow test takes: the race detector makes it ten times slower.
const sharedStep = 10
