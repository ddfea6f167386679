//go:build !race

package communique

// sharedStep is one in how many evaluation texts a slow test takes.
const sharedStep = 1
