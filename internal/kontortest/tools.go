package kontortest

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// This file asks other people's programs what they make of our files: a format
// is right when those open it who know nothing of us.

// FeatureCount returns how many features GDAL finds in a file, which is named
// as its format wants: "relations.geojson".
func FeatureCount(t testing.TB, name string, content []byte) int {
	t.Helper()
	ogrinfo, err := exec.LookPath("ogrinfo")
	if err != nil {
		missing(t, "there is no ogrinfo to open maps with (Debian: gdal-bin)")
	}
	out := output(t, exec.Command(ogrinfo, "-ro", "-so", "-al", keep(t, name, content)))
	for line := range strings.Lines(out) {
		if number, ok := strings.CutPrefix(line, "Feature Count: "); ok {
			n, err := strconv.Atoi(strings.TrimSpace(number))
			if err != nil {
				t.Fatal(err)
			}
			return n
		}
	}
	t.Fatalf("GDAL counts nothing in %s:\n%s", name, out)
	return 0
}

// Spreadsheets opens tables and workbooks in LibreOffice, all in one start of
// some seconds, and returns each as LibreOffice writes it out as CSV with
// semicolons. Formulas come out as formulas, with their "=".
func Spreadsheets(t testing.TB, files map[string][]byte) map[string]string {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil {
		missing(t, "there is no LibreOffice to open spreadsheets with (Debian: libreoffice-calc-nogui)")
	}
	dir := t.TempDir()
	args := []string{
		"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--norestore",
		"--infilter=CSV:44/59,34,76,1", // comma or semicolon, UTF-8, from the first line
		"--convert-to", "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,true,false,false,1", "--outdir", filepath.Join(dir, "out"),
	}
	for name, content := range files {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, content, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, file)
	}
	output(t, exec.Command(office, args...))
	out := map[string]string{}
	found, err := filepath.Glob(filepath.Join(dir, "out", "*.csv"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range found {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		base, _, _ := strings.Cut(strings.TrimSuffix(filepath.Base(file), ".csv"), "-") // of a workbook: NAME-SHEET
		out[base] = strings.TrimPrefix(string(text), "\ufeff")
	}
	return out
}

// Statements returns how many statements a JSON-LD processor reads from each
// document. The words of schema.org are taken as they stand; nothing is
// fetched.
func Statements(t testing.TB, documents []json.RawMessage) []int {
	t.Helper()
	folder := os.Getenv("KONTOR_TEST_JSONLD")
	if folder == "" {
		missing(t, "KONTOR_TEST_JSONLD names no folder of jsonld.js to read linked data with")
	}
	node, err := exec.LookPath("node")
	if err != nil {
		missing(t, "there is no Node.js to run the JSON-LD processor")
	}
	in, err := json.Marshal(documents)
	if err != nil {
		t.Fatal(err)
	}
	const program = `
		const jsonld = require(process.argv[1]);
		const documentLoader = async url => {
			if (!/^https?:\/\/schema\.org\/?$/.test(url)) throw new Error('asks for ' + url);
			return {documentUrl: url, document: {'@context': {'@vocab': 'https://schema.org/',
				url: {'@type': '@id'}, sameAs: {'@type': '@id'}, contentUrl: {'@type': '@id'}}}};
		};
		(async () => {
			const counts = [];
			for (const d of JSON.parse(require('fs').readFileSync(0, 'utf8'))) {
				const quads = await jsonld.toRDF(d, {documentLoader, safe: true});
				counts.push(quads.length);
			}
			console.log(JSON.stringify(counts));
		})().catch(e => { console.error(e); process.exit(1); });`
	cmd := exec.Command(node, "-e", program, folder)
	cmd.Stdin = strings.NewReader(string(in))
	var counts []int
	if err := json.Unmarshal([]byte(output(t, cmd)), &counts); err != nil || len(counts) != len(documents) {
		t.Fatalf("the JSON-LD processor reads %d documents of %d: %v", len(counts), len(documents), err)
	}
	return counts
}

// keep writes content to a file of this name that goes with the test.
func keep(t testing.TB, name string, content []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func output(t testing.TB, cmd *exec.Cmd) string {
	t.Helper()
	var wrong strings.Builder
	cmd.Stderr = &wrong
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s%s", filepath.Base(cmd.Path), err, out, wrong.String())
	}
	return string(out)
}
