// Package assets holds what browsers load beside the pages: stylesheets, fonts, scripts and pictures. README.md tells
// where each file comes from, under which licence, and which classes pages may use.
package assets

import "embed"

// FS has the files that are served, and nothing else: neither sources nor build scripts nor licence texts.
//
//go:embed css/*.css fonts/*.woff2 js/*.js img/*.svg
var FS embed.FS
