package i18n

import (
	"strings"

	"golang.org/x/text/language"
)

// maxAccept bounds what is read of an Accept-Language header. Browsers send less than a hundred bytes.
const maxAccept = 512

// Match returns the one of langs that suits a reader best who sends this Accept-Language header, and the first of them
// where the header says nothing that helps. It returns "" only for no langs.
//
// A language that is close enough counts as what it is close to: de-AT and gsw (Swiss German) are served in German,
// zh-HK in zh-Hant. The reader's order decides, also between a close and an exact match.
func Match(acceptLanguage string, langs []Lang) Lang {
	if len(langs) == 0 {
		return ""
	}
	wanted := parseAccept(acceptLanguage)
	if len(wanted) == 0 {
		return langs[0]
	}
	tags := make([]language.Tag, len(langs))
	for i, l := range langs {
		tags[i] = language.Make(string(l))
	}
	// The matcher's own tag carries the reader's region (de-u-rg-atzzzz), so the index tells which one is meant.
	matcher := language.NewMatcher(tags)
	for _, tag := range wanted {
		if _, i, sure := matcher.Match(tag); sure >= language.High {
			return langs[i]
		}
	}
	_, i, _ := matcher.Match(wanted...)
	return langs[i]
}

// parseAccept returns the languages of a header, the most wanted first. Parts that are malformed are passed over.
func parseAccept(header string) []language.Tag {
	if len(header) > maxAccept {
		header = header[:maxAccept]
		header = header[:max(0, strings.LastIndexByte(header, ','))]
	}
	tags, _, err := language.ParseAcceptLanguage(header)
	if err == nil {
		return tags
	}
	var sound []string
	for part := range strings.SplitSeq(header, ",") {
		if _, _, err := language.ParseAcceptLanguage(part); err == nil {
			sound = append(sound, part)
		}
	}
	tags, _, err = language.ParseAcceptLanguage(strings.Join(sound, ","))
	if err != nil {
		return nil
	}
	return tags
}
