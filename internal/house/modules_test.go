package house_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// SQLite in Go is a translation that runs on exactly one version of its C
// library; another compiles and may corrupt data.
func TestSQLiteHasTheLibcItWasMadeFor(t *testing.T) {
	ours := requirements(t, filepath.Join(root, "go.mod"))
	sqlite := goList(t, "{{.GoMod}}", "modernc.org/sqlite")
	if sqlite == "" {
		t.Fatal("the module of SQLite is not on this machine")
	}
	if problem := libcProblem(ours, requirements(t, sqlite)); problem != "" {
		t.Error(problem)
	}
}

func libcProblem(ours, sqlites map[string]string) string {
	const libc = "modernc.org/libc"
	if ours[libc] == "" || ours[libc] != sqlites[libc] {
		return fmt.Sprintf("go.mod takes %s %s, SQLite's own %s", libc, ours[libc], sqlites[libc])
	}
	return ""
}

func TestControlOfLibc(t *testing.T) {
	const libc = "modernc.org/libc"
	for _, c := range []struct {
		ours, theirs map[string]string
		fault        bool
	}{
		{map[string]string{libc: "v1.77.1"}, map[string]string{libc: "v1.77.1"}, false},
		{map[string]string{libc: "v1.78.0"}, map[string]string{libc: "v1.77.1"}, true},
		{map[string]string{}, map[string]string{}, true},
	} {
		if got := libcProblem(c.ours, c.theirs); (got != "") != c.fault {
			t.Errorf("%v against %v: %q", c.ours, c.theirs, got)
		}
	}
}

// Every module in go.mod is named in NOTICE with the licence that its own
// files hold, and nothing else is named there.
func TestNoticeNamesEveryModule(t *testing.T) {
	notice, err := os.ReadFile(filepath.Join(root, "NOTICE"))
	if err != nil {
		t.Fatal(err)
	}
	var modules []string
	for m := range requirements(t, filepath.Join(root, "go.mod")) {
		modules = append(modules, m)
	}
	slices.Sort(modules)
	licences := map[string]string{}
	for line := range strings.Lines(goList(t, "{{.Path}} {{.Dir}}", modules...)) {
		if m, dir, _ := strings.Cut(strings.TrimSpace(line), " "); dir != "" {
			licences[m] = licenceIn(t, dir)
		}
	}
	if licences["modernc.org/sqlite"] == "" {
		t.Error("no licence could be read, not even of SQLite")
	}
	for _, problem := range noticeProblems(string(notice), modules, licences) {
		t.Error(problem)
	}
}

// compatible are the licences that may go into a work under the EUPL.
var compatible = []string{"Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MPL-2.0"}

// noticeLine is a row of NOTICE's table of modules: path, licence, purpose.
var noticeLine = regexp.MustCompile(`(?m)^([a-z0-9-]+(?:\.[a-z0-9-]+)+/\S+) +(\S+) +(\S.*)$`)

// noticeProblems compares NOTICE with the modules and with the licences that were read, "" for unknown.
func noticeProblems(notice string, modules []string, licences map[string]string) (problems []string) {
	named := map[string]string{}
	for _, row := range noticeLine.FindAllStringSubmatch(notice, -1) {
		named[row[1]] = row[2]
		if !slices.Contains(modules, row[1]) {
			problems = append(problems, row[1]+" is named, but not used")
		}
	}
	for _, m := range modules {
		switch licence := named[m]; {
		case licence == "":
			problems = append(problems, m+" is not named")
		case slices.ContainsFunc(strings.Split(licence, ","), func(l string) bool { return !slices.Contains(compatible, l) }):
			problems = append(problems, m+": "+licence+" is not known to go with the EUPL")
		case licences[m] != "" && licences[m] != licence:
			problems = append(problems, m+": NOTICE says "+licence+", its own files "+licences[m])
		}
	}
	return problems
}

func TestControlsOfNotice(t *testing.T) {
	notice := "Modules\n\nfar.example/a        MIT   words\nfar.example/b/v2     GPL-3.0-only   numbers\nfar.example/old      MIT   nothing\n"
	got := noticeProblems(notice, []string{"far.example/a", "far.example/b/v2", "far.example/c"}, map[string]string{"far.example/a": "BSD-3-Clause"})
	want := []string{
		"far.example/old is named, but not used",
		"far.example/a: NOTICE says MIT, its own files BSD-3-Clause",
		"far.example/b/v2: GPL-3.0-only is not known to go with the EUPL",
		"far.example/c is not named",
	}
	if !slices.Equal(got, want) {
		t.Errorf("problems %q, want %q", got, want)
	}
}

// licenceIn recognises the licence in a module's folder; "" when it cannot.
func licenceIn(t *testing.T, dir string) string {
	t.Helper()
	for _, pattern := range []string{"LICEN[SC]E*", "License*", "license*", "COPYING*"} {
		names, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				continue // a folder of licences
			}
			if licence := licenceOf(string(text)); licence != "" {
				return licence
			}
		}
	}
	return ""
}

// licenceOf recognises licences by sentences that only they have: their SPDX
// names in order, with commas between where parts of a module differ.
func licenceOf(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	has := func(s string) bool { return strings.Contains(text, s) }
	var found []string
	if has("Apache License") && has("Version 2.0") || has("Apache License, Version 2.0") {
		found = append(found, "Apache-2.0")
	}
	if has("Redistribution and use in source and binary forms") {
		if has("Neither the name") || has("may be used to endorse") {
			found = append(found, "BSD-3-Clause")
		} else {
			found = append(found, "BSD-2-Clause")
		}
	}
	if has("Permission to use, copy, modify, and") && has("provided that the above copyright notice") {
		found = append(found, "ISC")
	}
	if has("Permission is hereby granted, free of charge") {
		found = append(found, "MIT")
	}
	if has("Mozilla Public License Version 2.0") {
		found = append(found, "MPL-2.0")
	}
	return strings.Join(found, ",")
}

func TestLicencesAreRecognised(t *testing.T) {
	for text, want := range map[string]string{
		"Permission is hereby granted, free\nof charge, to any person":                                   "MIT",
		"Apache License\n Version 2.0, January 2004":                                                     "Apache-2.0",
		"Redistribution and use in source and binary forms. Neither the name …":                          "BSD-3-Clause",
		"Redistribution and use in source and binary forms, with":                                        "BSD-2-Clause",
		"Permission to use, copy, modify, and distribute this, provided that the above copyright notice": "ISC",
		"one part: Permission is hereby granted, free of charge; another: Apache License, Version 2.0":   "Apache-2.0,MIT",
		"All rights reserved.": "",
	} {
		if got := licenceOf(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// requirements reads the modules that a go.mod requires, with their versions.
func requirements(t *testing.T, gomod string) map[string]string {
	t.Helper()
	out, err := exec.Command("go", "mod", "edit", "-json", gomod).Output()
	if err != nil {
		t.Fatal(err)
	}
	var mod struct {
		Require []struct{ Path, Version string }
	}
	if err := json.Unmarshal(out, &mod); err != nil {
		t.Fatal(err)
	}
	required := map[string]string{}
	for _, r := range mod.Require {
		required[r.Path] = r.Version
	}
	return required
}

// goList asks the go command about modules; it reads what is on the machine.
func goList(t *testing.T, format string, modules ...string) string {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-mod=readonly", "-m", "-f", format}, modules...)...)
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	return strings.TrimSpace(string(out))
}

// maxSize is the size in bytes that no file of the project exceeds.
const maxSize = 5_000_000

// hosts and folders that say where something was made, in the texts that
// people read and machines run. Put together, so as not to find themselves.
var betraying = regexp.MustCompile(strings.Join([]string{
	`(^|[\s"'=(])/` + `(work|root)/`,
	"proxy.golang" + `\.org`, "registry.npmjs" + `\.org`, "deb.debian" + `\.org`,
}, "|"))

func TestFilesAreSmallAndOfNoPlace(t *testing.T) {
	names := projectFiles(t)
	if len(names) < 20 {
		t.Fatalf("only %d files were looked at", len(names))
	}
	for _, name := range names {
		info, err := os.Stat(filepath.Join(root, name))
		if err != nil || info.IsDir() {
			continue // deleted, and not yet told to git
		}
		if info.Size() > maxSize {
			t.Errorf("%s has %d bytes, more than %d", name, info.Size(), maxSize)
			continue
		}
		if !prose(name) {
			continue
		}
		text, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range betrayals(string(text)) {
			t.Errorf("%s: %s", name, line)
		}
	}
}

// prose tells whether a file is text that people read or machines run.
func prose(name string) bool {
	return slices.Contains([]string{".md", ".sh", ".templ", ".go", ".sql", ".toml", ".yml", ".yaml", ".conf", ".service", ".css", ".json"}, filepath.Ext(name)) ||
		name == ".ci/run" || name == "NOTICE"
}

// betrayals are the lines of a text that name a place.
func betrayals(text string) (lines []string) {
	scanner := bufio.NewScanner(strings.NewReader(text))
	scanner.Buffer(nil, maxSize+1)
	for n := 1; scanner.Scan(); n++ {
		if hit := betraying.FindString(scanner.Text()); hit != "" {
			lines = append(lines, fmt.Sprintf("line %d names %s", n, strings.TrimSpace(hit)))
		}
	}
	return lines
}

func TestControlsOfBetrayals(t *testing.T) {
	planted := "good /de/work/\nrun `x` in /" + "work/main\nfrom registry.npmjs" + ".org\n"
	want := []string{"line 2 names /" + "work/", "line 3 names registry.npmjs" + ".org"}
	if got := betrayals(planted); !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

// projectFiles are those that git knows or would take; without git, all in the folder.
func projectFiles(t *testing.T) (names []string) {
	t.Helper()
	cmd := exec.Command("git", "ls-files", "-z", "-co", "--exclude-standard")
	cmd.Dir = root
	if out, err := cmd.Output(); err == nil && len(out) > 0 {
		return strings.Split(strings.TrimSuffix(string(out), "\x00"), "\x00")
	}
	walk(t, func(name string, _ os.DirEntry) { names = append(names, name) })
	return names
}
