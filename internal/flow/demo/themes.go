package demo

import (
	"strings"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/theme"
	"kontor.example/internal/engine/record"
)

// themes returns the vocabulary of themes. The words are those of the city's own pages and reports; the tree and the ties
// to the Sustainable Development Goals are this seed's reading of them. A parent comes before its children.
func themes() []theme.Theme {
	return []theme.Theme{
		topic("kultur", none, "Kultur", "Culture",
			"Kunst und Kultur tragen die Arbeit mit den Partnerstädten: Sie spiegeln die Gegenwart und stoßen Debatten an.",
			"Arts and culture carry the work with the twin towns: they reflect the present and set debates going.",
			"11.4"),
		under("kultur", "musik", "Musik", "Music",
			"Konzerte, Orchester und Bands zwischen Städten der Musik.",
			"Concerts, orchestras and bands between Cities of Music."),
		under("kultur", "kunst", "Kunst", "Art",
			"Ausstellungen, Ateliers und Begegnungen von Künstler*innen.",
			"Exhibitions, studios and meetings of artists."),
		under("kultur", "kreativitaet", "Kreativität", "Creativity",
			"Neue Ideen an der Grenze von Kunst, Stadt und Alltag.",
			"New ideas where art, city and everyday life meet.",
			"8.3"),
		under("kultur", "kulturelle-vielfalt", "Kulturelle Vielfalt", "Cultural diversity",
			"Viele Herkünfte und Ausdrucksformen in einer Stadt.",
			"Many origins and forms of expression in one city.",
			"4.7"),
		under("kultur", "schutz-verfolgter-kulturschaffender", "Schutz verfolgter Kulturschaffender", "Refuge for persecuted writers and artists",
			"Städte geben Menschen Zuflucht, die wegen ihrer Worte oder Werke verfolgt werden.",
			"Cities give refuge to people who are persecuted for their words or works.",
			"16.10"),

		topic("bildung", none, "Bildung", "Education",
			"Lernen über Grenzen hinweg, von der Grundschule bis zur Volkshochschule.",
			"Learning across borders, from primary school to adult education.",
			"4"),
		under("bildung", "jugend-und-schule", "Jugend und Schule", "Youth and school",
			"Jugendbegegnungen, Schulpartnerschaften und Austausch.",
			"Youth encounters, school partnerships and exchange.",
			"4.7"),
		under("bildung", "berufliche-qualifizierung", "Berufliche Qualifizierung", "Vocational qualification",
			"Ausbildung und Weiterbildung für den Beruf.",
			"Initial and further training for work.",
			"4.4"),
		under("bildung", "erwachsenenbildung", "Erwachsenenbildung", "Adult education",
			"Grundbildung, Sprachen und neue Lernformen für Erwachsene.",
			"Basic skills, languages and new ways of learning for adults.",
			"4.6"),

		topic("nachhaltige-entwicklung-bne", none, "Nachhaltige Entwicklung und Bildung dafür", "Sustainability and sustainability education",
			"Gut leben, ohne anderen oder den Kommenden die Grundlagen zu nehmen, und lernen, wie das geht.",
			"Living well without taking the basis of life from others or from those to come, and learning how.",
			"4.7", "12.8"),
		under("nachhaltige-entwicklung-bne", "globale-nachhaltigkeitsziele", "Globale Nachhaltigkeitsziele", "Global sustainability goals",
			"Die 17 Ziele der Vereinten Nationen, vor Ort umgesetzt.",
			"The 17 goals of the United Nations, put into practice locally.",
			"17.14"),
		under("nachhaltige-entwicklung-bne", "kommunale-entwicklungszusammenarbeit", "Kommunale Entwicklungszusammenarbeit", "Municipal development cooperation",
			"Stadtverwaltungen des Nordens und des Südens arbeiten auf Augenhöhe zusammen.",
			"City administrations of the North and the South work together as equals.",
			"17.9", "17.16"),

		topic("umwelt-und-klimaschutz", none, "Umwelt- und Klimaschutz", "Environment and climate",
			"Weniger Treibhausgase, mehr Grün und Städte, die mit Hitze und Starkregen leben können.",
			"Fewer greenhouse gases, more green, and cities that can live with heat and heavy rain.",
			"13", "11.6"),
		under("umwelt-und-klimaschutz", "schutz-der-natuerlichen-ressourcen", "Schutz der natürlichen Ressourcen", "Protection of natural resources",
			"Boden, Wasser, Wald und Rohstoffe bewahren.",
			"Keeping soil, water, forests and raw materials.",
			"12.2", "15"),

		topic("stadtentwicklung", none, "Stadtentwicklung", "Urban development",
			"Wie Städte planen, bauen und sich verändern.",
			"How cities plan, build and change.",
			"11.3"),
		under("stadtentwicklung", "mobilitaet", "Mobilität", "Mobility",
			"Bus und Bahn, Rad, Fußwege und Auto in der Stadt.",
			"Bus and rail, cycling, walking and cars in the city.",
			"11.2"),
		under("stadtentwicklung", "digitalisierung", "Digitalisierung", "Digitalisation",
			"Digitale Dienste und Netze für die Stadt.",
			"Digital services and networks for the city.",
			"9.c"),

		topic("wirtschaft", none, "Wirtschaft", "Economy",
			"Betriebe, Märkte und Standorte, die voneinander lernen.",
			"Businesses, markets and locations that learn from each other.",
			"8"),
		under("wirtschaft", "wasserwirtschaft", "Wasserwirtschaft", "Water industry",
			"Trinkwasser, Abwasser und Schutz vor Hochwasser.",
			"Drinking water, waste water and protection from floods.",
			"6"),
		under("wirtschaft", "kreativwirtschaft", "Kreativwirtschaft", "Creative industries",
			"Betriebe, die von Ideen leben: Design, Medien, Musik.",
			"Businesses that live on ideas: design, media, music.",
			"8.3"),
		under("wirtschaft", "gesundheitswirtschaft", "Gesundheitswirtschaft", "Health industries",
			"Medizin und Pflege als Arbeitsfeld und Markt.",
			"Medicine and care as a field of work and a market.",
			"3"),
		under("wirtschaft", "messen-und-grossveranstaltungen", "Messen und Großveranstaltungen", "Fairs and major events",
			"Messen, Kongresse und große Feste mit Gästen aus aller Welt.",
			"Trade fairs, congresses and large events with guests from all over the world.",
			"8"),
		under("wirtschaft", "tourismus", "Tourismus", "Tourism",
			"Reisen in die Stadt und von ihr aus.",
			"Travel to the city and from it.",
			"8.9"),

		topic("wissenschaft", none, "Wissenschaft", "Science",
			"Hochschulen und Forschung, und das Gespräch zwischen ihnen und der Stadt.",
			"Universities and research, and the talk between them and the city.",
			"9.5"),
		topic("sport", none, "Sport", "Sport",
			"Turniere, Vereine und gemeinsames Training.",
			"Tournaments, clubs and training together.",
			"3"),
		topic("gesundheit", none, "Gesundheit", "Health",
			"Gesund bleiben, gesund werden, Krankheiten vorbeugen.",
			"Staying healthy, getting well, preventing disease.",
			"3"),
		under("gesundheit", "gesunde-ernaehrung", "Gesunde Ernährung", "Healthy eating",
			"Gutes Essen und Wissen darüber.",
			"Good food and knowing about it.",
			"2.1", "3"),

		topic("frieden-und-solidaritaet", none, "Frieden und Solidarität", "Peace and solidarity",
			"Städte stehen füreinander ein und treten für eine Welt ohne Atomwaffen ein.",
			"Cities stand up for each other and for a world without nuclear weapons.",
			"16"),
		under("frieden-und-solidaritaet", "aussoehnung", "Aussöhnung", "Reconciliation",
			"Aus Gegnern von einst werden Nachbarn.",
			"Former enemies become neighbours.",
			"16"),
		under("frieden-und-solidaritaet", "toleranz-und-voelkerverstaendigung", "Toleranz und Völkerverständigung", "Tolerance and understanding between peoples",
			"Einander kennenlernen, Unterschiede achten.",
			"Getting to know each other, respecting differences.",
			"4.7", "16"),
		under("frieden-und-solidaritaet", "weltoffenheit", "Weltoffenheit", "Openness to the world",
			"Eine Stadt, die neugierig ist und Gäste willkommen heißt.",
			"A city that is curious and makes guests welcome.",
			"16"),

		topic("integration", none, "Integration", "Integration",
			"Ankommen und dazugehören.",
			"Arriving and belonging.",
			"10.2", "10.7"),
		under("integration", "flucht-und-integration-in-arbeit", "Flucht und Integration in Arbeit", "Refugees and integration into work",
			"Wege in Ausbildung und Beruf für Menschen, die geflüchtet sind.",
			"Ways into training and work for people who have fled.",
			"8.5", "10.7"),
		under("integration", "kampf-gegen-rassismus", "Kampf gegen Rassismus", "Fight against racism",
			"Städte treten Rassismus und Ausgrenzung entgegen.",
			"Cities stand against racism and exclusion.",
			"10.3", "16.b"),
		under("integration", "interkultureller-austausch-und-interkulturelles-lernen", "Interkultureller Austausch und interkulturelles Lernen", "Intercultural exchange and learning",
			"Begegnungen, in denen beide Seiten lernen.",
			"Encounters in which both sides learn.",
			"4.7"),

		topic("gesellschaftliche-teilhabe", none, "Gesellschaftliche Teilhabe", "Social participation",
			"Alle können mitmachen, unabhängig von Herkunft und Geldbeutel.",
			"Everyone can take part, whatever their origin or means.",
			"10.2"),
		under("gesellschaftliche-teilhabe", "familienpolitik", "Familienpolitik", "Family policy",
			"Was Familien in der Stadt brauchen.",
			"What families in the city need.",
			"5.4"),

		topic("kommunalpolitik", none, "Kommunalpolitik", "Municipal politics",
			"Räte und Verwaltungen tauschen aus, wie sie ihre Städte gestalten.",
			"Councils and administrations share how they shape their cities.",
			"16.7"),
		under("kommunalpolitik", "demokratische-teilhabe", "Demokratische Teilhabe", "Democratic participation",
			"Bürger*innen reden mit und entscheiden mit.",
			"Citizens have a say and a part in decisions.",
			"16.7"),
		under("kommunalpolitik", "zukunft-der-eu", "Zukunft der EU", "Future of the European Union",
			"Was Städte von Europa erwarten und was sie beitragen.",
			"What cities expect of Europe and what they contribute.",
			"17"),
		under("kommunalpolitik", "buergernahes-und-erfolgreiches-europa", "Bürgernahes und erfolgreiches Europa", "A successful Europe close to its citizens",
			"Europa, das im Alltag der Stadt spürbar ist.",
			"A Europe that is felt in the everyday life of the city.",
			"16.7"),
	}
}

// topic makes one theme. A goal is written as its number, "13", or as one of its targets, "11.4".
func topic(key string, parent record.ID, de, en, aboutDE, aboutEN string, goals ...string) theme.Theme {
	t := theme.Theme{
		Base:   record.Base{ID: id("theme", key)},
		Name:   i18n.Of("de", de, "en", en),
		About:  i18n.Of("de", aboutDE, "en", aboutEN),
		Parent: parent,
	}
	for _, g := range goals {
		t.Goals = append(t.Goals, goalOf(g))
	}
	return t
}

// under makes a theme below another one.
func under(parent, key, de, en, aboutDE, aboutEN string, goals ...string) theme.Theme {
	return topic(key, id("theme", parent), de, en, aboutDE, aboutEN, goals...)
}

// goalOf reads "13" as the goal and "11.4" as one of its targets.
func goalOf(s string) theme.Goal {
	number, _, isTarget := strings.Cut(s, ".")
	if !isTarget {
		return theme.Goal{Number: number}
	}
	return theme.Goal{Number: number, Target: s}
}
