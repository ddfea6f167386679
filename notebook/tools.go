//go:build tools

// Package notebook holds the example notebooks and their test. The import pins the kernel that internal/install builds.
package notebook

import _ "github.com/gopherdata/gophernotes"
