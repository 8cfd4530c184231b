package i18n

import (
	"math"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// noBreak keeps a number and its unit on one line.
const noBreak = "\u00a0"

// Number writes a whole number: 1.196.274 in German, 1,196,274 in English. A year is not a number in this sense.
func (l *Localizer) Number(n int64) string {
	return l.Decimal(strconv.FormatInt(n, 10))
}

// Decimal writes a canonical decimal (digits, perhaps a minus before and a point with digits after): "0.84" becomes
// 0,84 in German. Every digit is kept. Anything else comes back as it is.
func (l *Localizer) Decimal(s string) string {
	d, ok := parseDecimal(s)
	if !ok {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + len(s)/3 + 2)
	if d.negative {
		b.WriteString(l.cldr.minus)
	}
	grouped := len(d.whole) >= 3+l.cldr.minGroup
	for i := range len(d.whole) {
		if i > 0 && grouped && (len(d.whole)-i)%3 == 0 {
			b.WriteString(l.cldr.group)
		}
		b.WriteByte(d.whole[i])
	}
	if d.fraction != "" {
		b.WriteString(l.cldr.decimal)
		b.WriteString(d.fraction)
	}
	return b.String()
}

// Percent writes a canonical decimal that counts hundredths: "84" becomes 84 % in German and 84% in English. Anything
// else comes back as it is.
func (l *Localizer) Percent(s string) string {
	if _, ok := parseDecimal(s); !ok {
		return s
	}
	return strings.Replace(l.cldr.percent, "0", l.Decimal(s), 1)
}

// Distance writes a length given in kilometres, rounded to the kilometre, with its unit: 8.887 km.
func (l *Localizer) Distance(km float64) string {
	return l.Number(int64(math.Round(km))) + noBreak + "km"
}

// Money writes an amount, a canonical decimal, in a currency by its ISO 4217 code: 5.000 € in German, €5,000 in English.
// A whole amount stands without decimals, any other with two at least. An amount that is no decimal comes back as it
// is, without the currency; a currency without a symbol is named by its code.
func (l *Localizer) Money(amount, currency string) string {
	d, ok := parseDecimal(amount)
	if !ok {
		return amount
	}
	if len(d.fraction) == 1 {
		amount += "0"
	}
	minus := ""
	if d.negative {
		amount, minus = amount[1:], l.cldr.minus
	}
	symbol, ok := l.cldr.symbols[currency]
	if !ok {
		symbol = currency
	}
	pattern := l.cldr.currency
	if last, _ := utf8.DecodeLastRuneInString(symbol); unicode.IsLetter(last) {
		pattern = strings.Replace(pattern, "¤0", "¤"+noBreak+"0", 1)
	}
	return minus + strings.NewReplacer("0", l.Decimal(amount), "¤", symbol).Replace(pattern)
}

// Date writes a partial date (1968, 1968-04, 1968-04-22) as far as it is known: 1968, April 1968, 22. April 1968.
// Nothing gives nothing, and what is no partial date comes back as it is.
func (l *Localizer) Date(partial string) string {
	year, month, day, ok := parsePartial(partial)
	switch {
	case !ok:
		return partial
	case month == 0:
		return strconv.Itoa(year)
	case day == 0:
		return l.datePattern(l.cldr.monPattern, year, month, day)
	}
	return l.datePattern(l.cldr.dayPattern, year, month, day)
}

// datePattern fills a pattern of CLDR: d is the day, MMMM the name of the month, y the year, all else stands as it is, but
// that a day stays on one line with its month.
func (l *Localizer) datePattern(pattern string, year, month, day int) string {
	var buf [64]byte
	b := buf[:0]
	for i := 0; i < len(pattern); i++ {
		switch pattern[i] {
		case 'd':
			b = strconv.AppendInt(b, int64(day), 10)
		case 'M':
			if n := len(b) - 1; n >= 0 && b[n] == ' ' && day != 0 {
				b = append(b[:n], noBreak...)
			}
			b = append(b, l.cldr.months[month-1]...)
			i += len("MMM")
		case 'y':
			b = strconv.AppendInt(b, int64(year), 10)
		default:
			b = append(b, pattern[i])
		}
	}
	return string(b)
}

// Time writes the time of day by the 24-hour clock, in the zone that t is in: 15:04.
func (l *Localizer) Time(t time.Time) string { return t.Format("15:04") }

// A decimal is a number in its written form, so that no digit is lost to floating point.
type decimal struct {
	negative        bool
	whole, fraction string
}

func parseDecimal(s string) (d decimal, ok bool) {
	rest, negative := strings.CutPrefix(s, "-")
	whole, fraction, point := strings.Cut(rest, ".")
	if !digits(whole) || point && !digits(fraction) {
		return decimal{}, false
	}
	return decimal{negative, whole, fraction}, true
}

// parsePartial takes a partial date apart; a month or day that is not given is 0.
func parsePartial(s string) (year, month, day int, ok bool) {
	if len(s) != 4 && len(s) != 7 && len(s) != 10 || !digits(s[:4]) {
		return 0, 0, 0, false
	}
	year = number(s[:4])
	if len(s) >= 7 {
		if s[4] != '-' || !digits(s[5:7]) {
			return 0, 0, 0, false
		}
		if month = number(s[5:7]); month < 1 || month > 12 {
			return 0, 0, 0, false
		}
	}
	if len(s) == 10 {
		if s[7] != '-' || !digits(s[8:]) {
			return 0, 0, 0, false
		}
		if day = number(s[8:]); day < 1 || day > 31 {
			return 0, 0, 0, false
		}
	}
	return year, month, day, true
}

// digits reports whether s is one or more ASCII digits.
func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// number reads a few digits.
func number(s string) (n int) {
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	return n
}
