package search

import (
	"slices"
	"strings"
	"testing"
)

func spellings(text string) (all []string) {
	for t := range func(yield func(token) bool) { tokens(text, yield) } {
		all = append(all, strings.Join(t.spellings, "|"))
	}
	return all
}

func TestTextsBecomeWords(t *testing.T) {
	for text, want := range map[string]string{
		"POZNAŃ, Poznan":                 "poznan poznan",
		"Иваново":                        "иваново|iwanowo|ivanovo",
		"Екатеринбург":                   "екатеринбург|jekaterinburg|ekaterinburg",
		"Миколаїв":                       "миколаів|mykolajiw|mykolaiv",
		"Київ":                           "киів|kyjiw|kyiv",
		"Чернігів Київський":             "чернігів|tschernihiw|chernihiv киівськии|kyjiwskyj|kyivskyi",
		"Diyarbakır DİYARBAKIR":          "diyarbakir diyarbakir",
		"Perpinyà":                       "perpinya",
		"Łódź, Tromsø, Straße, STRAẞE":   "lodz tromso|tromsoe strasse strasse",
		"KÖLN Ko\u0308ln Koeln Århus":    "koln|koeln koln|koeln koeln arhus|aarhus",
		"A\u030arhus":                    "arhus|aarhus",
		"Þingvellir Đakovo Œuvre Ħamrun": "thingvellir dakovo oeuvre hamrun",
		"Bürgermeister für den Frieden":  "burgermeister|buergermeister fur|fuer den frieden",
		"広島市":                            "広島 島市",
		"京":                              "京",
		"ラーメン がっこう":                      "ラー ーメ メン がっ っこ こう",
		"か\u3099っこう":                     "がっ っこ こう",
		"東京2020年 Tokyo":                  "東京 2020 年 tokyo",
		"ΑΘΗΝΑΣ Αθήνας":                  "αθηνασ αθηνασ",
		"Rio-Grande d'Or 1.5":            "rio grande d or 1 5",
		"ﬁn Ⅳ":                           "fin iv",
		"":                               "", " – ": "", "\xff\x00": "",
		strings.Repeat("x", 60): strings.Repeat("x", 40),
		"a\u0301e\u0300":        "ae",
	} {
		if got := strings.Join(spellings(text), " "); got != want {
			t.Errorf("%q gives %q, not %q", text, got, want)
		}
	}
}

func TestTokensKnowWhereTheyStand(t *testing.T) {
	text := "Über Łódź: 広島市"
	var got []string
	for tok := range func(yield func(token) bool) { tokens(text, yield) } {
		got = append(got, text[tok.from:tok.to])
	}
	if want := []string{"Über", "Łódź", "広島", "島市"}; !slices.Equal(got, want) {
		t.Errorf("%q, not %q", got, want)
	}
}

func TestWordsAreTheSame(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"vertrag", "vertrags", true},
		{"burgermeister", "burgermeisters", true},
		{"frieden", "friedens", true},
		{"city", "cities", true},
		{"ville", "villes", true},
		{"schule", "schulen", true},
		{"poznan", "posen", false},
		{"stadt", "staat", false},
		{"12", "1", false},
	} {
		same := slices.ContainsFunc(forms(c.a), func(f string) bool { return slices.Contains(forms(c.b), f) })
		if same != c.same {
			t.Errorf("%s and %s: %v", c.a, c.b, same)
		}
	}
}

func TestTails(t *testing.T) {
	for _, c := range []struct {
		tail, long string
		is         bool
	}{
		{"partnerschaft", "stadtepartnerschaften", true},
		{"partnerschaften", "stadtepartnerschaft", true},
		{"ekaterinburg", "jekaterinburg", true},
		{"rat", "stadtrates", false},              // too short to ask for
		{"partner", "stadtepartnerschaft", false}, // not at the end
		{"stadt", "altstadt", false},              // not long
		{"иваново", "новоиваново", false},
	} {
		mark := tailOf(c.tail)
		if is := mark != "" && strings.HasPrefix(backward(c.long), mark); is != c.is {
			t.Errorf("%s at the end of %s: %v", c.tail, c.long, is)
		}
	}
}

// By these the reason of a hit spares itself what it would else do for each word of a text.
func TestSparingRulesHold(t *testing.T) {
	m := newMaker(7)
	for range 20_000 {
		text := m.word()
		for t2 := range func(yield func(token) bool) { tokens(text, yield) } {
			for i, s := range t2.spellings {
				if latinOnly(s) && !strings.HasPrefix(s, germanStem(s)) {
					t.Fatalf("the stem of %s is %s, which is no beginning of it", s, germanStem(s))
				}
				if i > 0 && !hasDigraph(s) && !strings.ContainsFunc(text, func(r rune) bool { return r >= 0x400 }) {
					t.Fatalf("%s is %s, too, which has no digraph", text, s)
				}
			}
		}
	}
}

func TestMistakes(t *testing.T) {
	for _, c := range []struct {
		a, b string
		near bool
	}{
		{"iwanowo", "ivanovo", true},
		{"hiroschima", "hiroshima", true},
		{"mykolajiw", "mykolaiv", true},
		{"posn", "posen", true},
		{"muenchen", "munchen", true},
		{"bristlo", "bristol", true},
		{"briistol", "bristol", true},
		{"bristal", "bristol", true},
		{"brustal", "bristol", false},
		{"bris", "bristol", false},
		{"leeds", "leids", true},
	} {
		if near(skeleton(c.a), skeleton(c.b)) != c.near || near(skeleton(c.b), skeleton(c.a)) != c.near {
			t.Errorf("%s and %s: %v", c.a, c.b, !c.near)
		}
		if m := (mistaken{c.a, skeleton(c.a)}); c.near && !m.meets(c.b) {
			t.Errorf("%s is not looked for where %s stands", c.a, c.b)
		}
	}
	if (mistaken{"otto", "oto"}).is("oddo") {
		t.Error("a skeleton of three letters forgives another letter")
	}
}

// meets tells whether a word is found among its marks.
func (m mistaken) meets(word string) bool {
	least, most := m.lengths()
	return m.is(word) && slices.ContainsFunc(formMarks(word, true), func(mark string) bool {
		return len(mark) >= least && len(mark) <= most && slices.ContainsFunc(m.spans(), func(s span) bool {
			return mark >= s.from && mark < string(s.to)
		})
	})
}

// Whatever single mistake somebody makes, the word is found: also where skeletons have one letter for two or three.
func TestEverySingleMistakeIsForgiven(t *testing.T) {
	for _, word := range []string{
		"ottawa", "perpignan", "diyarbakir", "ivanovo", "schwerin", "lubeck", "lecce", "saarbrucken", "mykolaiv", "poznan",
		"aschaffenburg", "mannheim", "bocksbeutel", "schule", "ascher", "becker", "lacha", "jjww", "иваново", "πατρα",
	} {
		n := 0
		for _, wrong := range mistakes([]rune(word)) {
			if letters(wrong) < minForgiving {
				continue
			}
			n++
			if m := (mistaken{wrong, skeleton(wrong)}); !m.meets(word) {
				t.Errorf("%s is not found by %s", word, wrong)
			}
		}
		if n < 40 {
			t.Errorf("%s: %d mistakes", word, n)
		}
	}
}

// mistakes returns a word with a letter missing, wrong, too many, or with two neighbours swapped, in all ways.
func mistakes(word []rune) (all []string) {
	add := func(head []rune, middle string, tail []rune) { all = append(all, string(head)+middle+string(tail)) }
	for i := range len(word) + 1 {
		for _, r := range "abcdefghijklmnopqrstuvwxyzдоω" {
			add(word[:i], string(r), word[i:])
			if i < len(word) {
				add(word[:i], string(r), word[i+1:])
			}
		}
		if i < len(word) {
			add(word[:i], "", word[i+1:])
		}
		if i+1 < len(word) {
			add(word[:i], string([]rune{word[i+1], word[i]}), word[i+2:])
		}
	}
	return all
}

// What every stored set goes through: add, remove, grow into a bitmap and shrink again.
func TestBlocksKeepTheirNumbers(t *testing.T) {
	m := newMaker(3)
	want := map[uint16]bool{}
	var docs []byte
	for round := range 60 {
		var add, remove []uint16
		for range 300 {
			v := uint16(m.IntN(blockSize))
			if round < 30 || m.IntN(4) == 0 {
				add = append(add, v)
				want[v] = true
			}
		}
		if round >= 30 {
			for v := range want {
				if !slices.Contains(add, v) && len(remove) < 400 {
					remove = append(remove, v)
				}
			}
			for _, v := range remove {
				delete(want, v)
			}
		}
		slices.Sort(add)
		docs = revise(docs, slices.Compact(add), remove)
		if got := decode(docs); len(got) != len(want) || slices.ContainsFunc(got, func(v uint16) bool { return !want[v] }) {
			t.Fatalf("round %d: %d numbers, not %d", round, len(got), len(want))
		}
		if fault := faulty(docs, blockSize); fault != "" && len(want) > 0 {
			t.Fatalf("round %d: %s", round, fault)
		}
		if (len(docs) == bitmapSize) != (len(want) >= bitmapSize/2) {
			t.Fatalf("round %d: %d numbers in %d bytes", round, len(want), len(docs))
		}
	}
}

func TestFaultyBlocks(t *testing.T) {
	for docs, want := range map[string]string{
		"":                                 "is empty",
		"\x01":                             "has an impossible length",
		strings.Repeat("\x00", 9000):       "has an impossible length",
		"\x02\x00\x01\x00":                 "is not sorted",
		"\x01\x00\x01\x00":                 "is not sorted",
		"\x01\x00\x09\x00":                 "has numbers that were never given",
		strings.Repeat("\x00", bitmapSize): "is a bitmap of too few",
		"\x01\x00\x08\x00":                 "",
	} {
		if got := faulty([]byte(docs), 9); got != want {
			t.Errorf("%.8q %s, not %s", docs, got, want)
		}
	}
}
