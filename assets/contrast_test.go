package assets_test

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// Contrasts that WCAG 2.2 asks for: of text (1.4.3), and of what is needed to see a control (1.4.11).
const (
	textContrast    = 4.5
	controlContrast = 3
)

// A pair is a colour on a ground, as values of the sheet such as "var(--k-ink)".
type pair struct {
	colour, ground string
	least          float64
}

// Words and controls stand out from every ground they appear on: in each accent, each wind, light and dark.
func TestRolesContrast(t *testing.T) {
	var pairs []pair
	for ground, colours := range map[string]string{
		"paper": "ink soft accent", "wash": "ink soft accent", "raised": "ink soft accent", "tint": "ink soft accent",
		"accent": "on-accent", "warn-ground": "ink warn", "gold": "on-gold", "band": "deep-ink deep-soft gold",
		"ground": "deep-ink deep-soft gold", "found": "ink",
	} {
		for _, colour := range strings.Fields(colours) {
			pairs = append(pairs, pair{role(colour), role(ground), textContrast})
		}
	}
	for _, ground := range []string{"paper", "wash", "raised"} {
		for _, colour := range []string{"edge-line", "coop", "district", "other"} {
			pairs = append(pairs, pair{role(colour), role(ground), controlContrast})
		}
	}
	for _, ground := range []string{"sea", "land"} { // marks and arcs of maps
		for _, colour := range []string{"ink", "accent", "coop", "district", "other"} {
			pairs = append(pairs, pair{role(colour), role(ground), controlContrast})
		}
	}
	for _, weak := range weakPairs(t, pairs) {
		t.Error(weak)
	}
}

// The accessibility checker cannot tell what lies behind words beside a drawing, nor below suggestions that lie over them.
// They are proven here, from the very rules that give them their colour and their ground.
func TestWordsBesideDrawingsContrast(t *testing.T) {
	sheet := read(t, "css/kontor.css")
	const hero, tile = ".k-hero", ".k-city"
	for class, at := range map[string]struct{ colour, ground string }{
		"k-city__line":    {".k-deep :is(.k-meta, .k-small)", tile},
		"k-city__name":    {".k-deep", tile}, // its link inherits
		"a-name":          {".k-deep", hero},
		"k-hero__caption": {".k-deep :is(.k-meta, .k-small)", hero},
		"k-keys__label":   {".k-deep .k-keys dt", hero},
		"k-keys__value":   {".k-deep", hero},
		"k-label":         {"body", ".k-filter"},
	} {
		if regexp.MustCompile(`\.` + class + `\b[^{]*\{[^}]*(?:color|background|opacity):`).MatchString(sheet) {
			t.Errorf("%s has colours of its own", class)
		}
		p := pair{declared(t, sheet, at.colour, "color"), declared(t, sheet, at.ground, "background"), textContrast}
		for _, weak := range weakPairs(t, []pair{p}) {
			t.Errorf("%s: %s", class, weak)
		}
	}
}

// Nor can it tell what lies behind the names on maps: their halo, which has the colour of the sea, and beyond it sea or land.
func TestNamesOnMapsContrast(t *testing.T) {
	sheet := read(t, "css/map.css")
	words := declared(t, sheet, ".m-label", "fill")
	for _, ground := range []string{declared(t, sheet, ".m-label", "stroke"), declared(t, sheet, ".m-land", "fill"), declared(t, sheet, ".k-map svg[role]", "background")} {
		for _, weak := range weakPairs(t, []pair{{words, ground, textContrast}}) {
			t.Error(weak)
		}
	}
}

// What fails is found, and only there: a colour on itself everywhere, one that differs by theme in the theme it fails in,
// one that differs by accent in each.
func TestWeakContrastIsFound(t *testing.T) {
	for _, c := range []struct {
		pair
		weak int
	}{
		{pair{"#777777", "#ffffff", textContrast}, palettes}, // 4.48
		{pair{"#767676", "#ffffff", textContrast}, 0},        // 4.54
		{pair{"var(--k-ink)", "#ffffff", textContrast}, palettes / 2},
		{pair{"var(--k-accent)", "var(--k-accent)", textContrast}, palettes},
		{pair{"oklch(34% .078 150)", "var(--k-ground)", textContrast}, palettes},
	} {
		if got := len(weakPairs(t, []pair{c.pair})); got != c.weak {
			t.Errorf("%s on %s is weak in %d palettes, want %d", c.colour, c.ground, got, c.weak)
		}
	}
}

// The formulas agree with values known from elsewhere.
func TestColoursAreComputed(t *testing.T) {
	for value, want := range map[string][3]float64{ // sRGB, 0 to 255
		"#0b5a45": {11, 90, 69}, "oklch(100% 0 0)": {255, 255, 255}, "oklch(0% 0 0)": {0, 0, 0},
		"oklch(62.796% .25768 29.234)": {255, 0, 0}, "oklch(45.201% .31321 264.052)": {0, 0, 255},
	} {
		got := palette{}.linear(t, value)
		for i, channel := range want {
			if d := math.Abs(got[i] - toLinear(channel/255)); d > .002 {
				t.Errorf("%s is %v", value, got)
			}
		}
	}
	if r := ratio([3]float64{0, 0, 0}, [3]float64{1, 1, 1}); r != 21 {
		t.Errorf("black on white: %v", r)
	}
}

func role(name string) string { return "var(--k-" + name + ")" }

const palettes = 2 * 5 * 16 // themes, accents, winds

// A palette is the value of each custom property in one theme, one accent and one wind.
type palette struct {
	name string
	dark bool
	set  map[string]string
}

// readPalettes reads the custom properties of section 2 of the sheet.
func readPalettes(t *testing.T) []palette {
	t.Helper()
	roles, _, _ := strings.Cut(read(t, "css/kontor.css"), "/* ---- 3 ")
	roles = regexp.MustCompile(`(?s)/\*.*?\*/`).ReplaceAllString(roles, "")
	base := map[string]string{}
	accents, winds := map[string]map[string]string{"garden": {}}, map[string]map[string]string{}
	for _, rule := range regexp.MustCompile(`(?:(:root)|\[data-(accent|wind)(?:="(\w+)")?\])\s*\{([^}]*)\}`).FindAllStringSubmatch(roles, -1) {
		set := base
		switch {
		case rule[2] == "accent":
			set = map[string]string{}
			accents[rule[3]] = set
		case rule[2] == "wind" && rule[3] != "":
			set = map[string]string{}
			winds[rule[3]] = set
		}
		for _, d := range regexp.MustCompile(`(--[\w-]+):\s*([^;]+);`).FindAllStringSubmatch(rule[4], -1) {
			set[d[1]] = d[2]
		}
	}
	var all []palette
	for _, dark := range []bool{false, true} {
		for accent, a := range accents {
			for wind, w := range winds {
				p := palette{fmt.Sprintf("accent %s, wind %s, dark %v", accent, wind, dark), dark, map[string]string{}}
				for _, from := range []map[string]string{base, a, w} {
					for name, value := range from {
						p.set[name] = value
					}
				}
				all = append(all, p)
			}
		}
	}
	if len(all) != palettes {
		t.Fatalf("%d palettes, want %d", len(all), palettes)
	}
	return all
}

// weakPairs tells which pairs fall short of their contrast, and in which palettes.
func weakPairs(t *testing.T, pairs []pair) []string {
	t.Helper()
	var weak []string
	for _, in := range readPalettes(t) {
		for _, p := range pairs {
			for _, ground := range in.grounds(p.ground) {
				if r := ratio(in.linear(t, p.colour), in.linear(t, ground)); r < p.least {
					weak = append(weak, fmt.Sprintf("%s on %s: %.2f, want %v (%s)", p.colour, ground, r, p.least, in.name))
				}
			}
		}
	}
	return weak
}

// grounds are both values of a variable with a fallback: an element without a wind takes the latter.
func (p palette) grounds(value string) []string {
	if m := regexp.MustCompile(`^var\((--[\w-]+), (var\(.*\))\)$`).FindStringSubmatch(value); m != nil {
		return []string{"var(" + m[1] + ")", m[2]}
	}
	return []string{value}
}

// linear computes a colour as linear sRGB, each channel from 0 to 1. It knows what the sheet's roles are written in:
// var(), light-dark(), #rrggbb and oklch(), the latter by Björn Ottosson's matrices, cut off at the gamut as browsers do.
func (p palette) linear(t *testing.T, value string) [3]float64 {
	t.Helper()
	value = p.plain(t, value)
	if n, err := strconv.ParseUint(strings.TrimPrefix(value, "#"), 16, 24); err == nil && len(value) == 7 {
		return [3]float64{toLinear(float64(n>>16) / 255), toLinear(float64(n>>8&255) / 255), toLinear(float64(n&255) / 255)}
	}
	var lightness, chroma, hue float64
	if _, err := fmt.Sscanf(value, "oklch(%f%% %f %f)", &lightness, &chroma, &hue); err != nil {
		t.Fatalf("%q is no colour this test can read: %v", value, err)
	}
	sin, cos := math.Sincos(hue * math.Pi / 180)
	a, b := chroma*cos, chroma*sin
	l := math.Pow(lightness/100+0.3963377774*a+0.2158037573*b, 3)
	m := math.Pow(lightness/100-0.1055613458*a-0.0638541728*b, 3)
	s := math.Pow(lightness/100-0.0894841775*a-1.2914855480*b, 3)
	return [3]float64{
		min(max(4.0767416621*l-3.3077115913*m+0.2309699292*s, 0), 1),
		min(max(-1.2684380046*l+2.6097574011*m-0.3413193965*s, 0), 1),
		min(max(-0.0041960863*l-0.7034186147*m+1.7076147010*s, 0), 1),
	}
}

// plain replaces variables by their values, and light-dark() by the theme's.
func (p palette) plain(t *testing.T, value string) string {
	t.Helper()
	variable := regexp.MustCompile(`var\((--[\w-]+)\)`)
	for range 5 {
		value = variable.ReplaceAllStringFunc(value, func(v string) string {
			name := variable.FindStringSubmatch(v)[1]
			if p.set[name] == "" {
				t.Fatalf("%s is not set", name)
			}
			return p.set[name]
		})
	}
	if m := regexp.MustCompile(`^light-dark\((.*), (.*)\)$`).FindStringSubmatch(value); m != nil {
		if p.dark {
			return m[2]
		}
		return m[1]
	}
	return value
}

// toLinear undoes the transfer curve of sRGB (IEC 61966-2-1).
func toLinear(c float64) float64 {
	if c <= 0.04045 {
		return c / 12.92
	}
	return math.Pow((c+0.055)/1.055, 2.4)
}

// ratio is the contrast ratio of WCAG 2.2, from 1 to 21.
func ratio(a, b [3]float64) float64 {
	luminance := func(c [3]float64) float64 { return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2] }
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// declared returns the value that the rule of exactly this selector gives to a property.
func declared(t *testing.T, sheet, selector, property string) string {
	t.Helper()
	rule := regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(selector) + ` \{(.*)\}$`).FindStringSubmatch(sheet)
	if rule == nil {
		t.Fatalf("no rule for %s", selector)
	}
	value := regexp.MustCompile(`(?:^|[;\s])` + property + `:\s*([^;]+);`).FindStringSubmatch(rule[1])
	if value == nil {
		t.Fatalf("%s sets no %s", selector, property)
	}
	return value[1]
}
