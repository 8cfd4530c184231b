package web_test

import (
	"strings"
	"testing"

	"kontor.example/internal/serve/web"
)

func TestMarkdown(t *testing.T) {
	m := web.NewMarkdown()
	for in, want := range map[string]string{
		"Ein *Satz*.\n\nNoch **einer**.":                  "<p>Ein <em>Satz</em>.</p>\n<p>Noch <strong>einer</strong>.</p>\n",
		"# Oben\n\n### Tief":                              "<h3>Oben</h3>\n<h4>Tief</h4>\n",
		"- eins\n- zwei":                                  "<ul>\n<li>eins</li>\n<li>zwei</li>\n</ul>\n",
		"[hin](https://example.org/) [her](/de/)":         `<p><a href="https://example.org/">hin</a> <a href="/de/">her</a></p>` + "\n",
		"[böse](javascript:alert)":                        "<p>böse</p>\n",
		"a <script>x</script> <b onclick=y>c</b> & d":     "<p>a x c &amp; d</p>\n",
		"`a/b?c=1&d=2` a/b?c=1&d=2":                       "<p><code>a/<wbr>b?<wbr>c=1&amp;<wbr>d=2</code> a/b?c=1&amp;d=2</p>\n",
		"```\nget \"https://x.org/é/?\" &lt; <code>\n```": "<pre><code>get &#34;https://x.org/<wbr>é/<wbr>?<wbr>&#34; &amp;<wbr>lt; &lt;code&gt;\n</code></pre>\n",
		"`get --some-option /a--b` am 1. März, 2. Wahl":   `<p><code>get <span class="k-nowrap">--some-option</span> /<wbr>a--b</code> am <span class="k-nowrap">1. März</span>, 2. Wahl</p>` + "\n",
		"EUPL-1.2, [UTF-8](/UTF-8)":                       `<p><span class="k-nowrap">EUPL-1.2</span>, <a href="/UTF-8"><span class="k-nowrap">UTF-8</span></a></p>` + "\n",
		"`UTF-8` Ende-2, a-1 Überlandleitung-7 2-3":       "<p><code>UTF-8</code> <span class=\"k-nowrap\">Ende-2</span>, a-1 Überlandleitung-7 2-3</p>\n",
		"![Bild](https://example.org/bild.png \"Bild\")":  "<p></p>\n",
	} {
		var b strings.Builder
		if err := m.HTML(in).Render(t.Context(), &b); err != nil {
			t.Fatal(err)
		}
		if b.String() != want {
			t.Errorf("%q gives\n%q, want\n%q", in, b.String(), want)
		}
	}
}

func TestCapital(t *testing.T) {
	for in, want := range map[string]string{"": "", "ö": "Ö", "town twinning": "Town twinning", "Ärztin": "Ärztin"} {
		if got := web.Capital(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
}

// A long German word may part in a narrow column where its own parts meet, and nowhere else.
func TestLongWordsPartWhereTheirPartsMeet(t *testing.T) {
	for in, want := range map[string]string{
		"Solidaritätspartnerschaft":            "Solidaritäts|partnerschaft",
		"Ringpartnerschaft eines Stadtbezirks": "Ring|partnerschaft eines Stadtbezirks",
		"Absichtserklärung":                    "Absichts|erklärung",
		"Vizepräsidentschaft, Lead City":       "Vize|präsidentschaft, Lead City",
		"Kommunale Entwicklungszusammenarbeit": "Kommunale Entwicklungs|zusammenarbeit",
		"Partnerschaft, Erklärung, Mitglied":   "Partnerschaft, Erklärung, Mitglied",
		"solidarity partnership":               "solidarity partnership",
		"":                                     "",
	} {
		want = strings.ReplaceAll(want, "|", "\u00ad")
		if got := web.Parted(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
		if got := (web.Words{Text: in, Lang: "de"}).Parted(); got != (web.Words{Text: want, Lang: "de"}) {
			t.Errorf("%q: %+v", in, got)
		}
	}
}
