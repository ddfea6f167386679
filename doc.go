// Package communique reads diplomatic statements.
package communique
