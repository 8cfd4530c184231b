// Package kontortest is the workbench of the tests: a fresh database on each
// engine, a real browser with the accessibility checker axe, the Nu HTML
// checker, golden files and a walk along links.
//
// What a bare machine lacks is skipped with the reason, so that `go test ./...`
// needs nothing but Go. On the build server KONTOR_TEST_ALL=1 is set, and
// there a missing tool fails the test: no check can disappear unseen.
//
//	KONTOR_TEST_ALL              1: what is missing fails instead of skipping
//	KONTOR_TEST_DATABASE_URL     postgres://… of a cluster where databases may be created
//	KONTOR_TEST_DATABASE_LOCALE  ICU locale of those databases, such as de-DE; empty: the cluster's own
//	KONTOR_TEST_ENGINE           sqlite or postgres: Each runs that engine only; empty: both
//	KONTOR_TEST_CHROMIUM         path of Chromium; else it is looked for on PATH
//	KONTOR_TEST_AXE              path of axe.min.js from the npm package axe-core
//	KONTOR_TEST_VNU              path of vnu.jar from the npm package vnu-jar
//
// Only tests import this package.
package kontortest
