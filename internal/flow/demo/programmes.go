package demo

import (
	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/fact"
	"kontor.example/internal/domain/project"
	"kontor.example/internal/engine/record"
)

// programmes returns the programmes that fund projects of cities: those that the city may apply to, and two that only a
// project names. Conditions change from call to call; the figures stand as facts with their sources.
func programmes() []project.Programme {
	eu := i18n.Of("de", "Europäische Union", "en", "European Union")
	skewFunds := i18n.Of(
		"de", "Engagement Global, Servicestelle Kommunen in der Einen Welt (SKEW)",
		"en", "Engagement Global, Service Agency Communities in One World (SKEW)")
	return []project.Programme{
		{
			Base: record.Base{ID: id("programme", "nakopa")},
			Name: i18n.Of("de", "Nakopa – Nachhaltige Kommunalentwicklung durch Partnerschaftsprojekte"),
			Funder: i18n.Of(
				"de", "SKEW bei Engagement Global, mit Mitteln des BMZ",
				"en", "SKEW at Engagement Global, with funds of the BMZ"),
			Summary: i18n.Of(
				"de", "Für deutsche Kommunen mit einer Partnerkommune im Globalen Süden. 50.000 bis 250.000 Euro, mit der Klimalinie bis 500.000; 90 % der Kosten, 10 % trägt die Stadt. Bis zu 36 Monate, bei kleineren Summen 24. Zwei Schritte: 2023 Interessenbekundung bis 31. Juli, Antrag bis 30. September.",
				"en", "For German municipalities with a partner in the Global South. 50,000 to 250,000 euros, up to 500,000 with the climate strand; 90% of the costs, 10% is the city’s own share. Up to 36 months, 24 for smaller sums. Two steps: in 2023 expression of interest by 31 July, application by 30 September."),
		},
		{
			Base:   record.Base{ID: id("programme", "kleinprojektefonds-kommunale-entwicklungspolitik")},
			Name:   i18n.Of("de", "Kleinprojektefonds kommunale Entwicklungspolitik"),
			Funder: skewFunds,
			Summary: i18n.Of(
				"de", "Nur für Kommunen, mit Partnern in Ländern der DAC-Liste. 1.000 bis 20.000 Euro, für Begegnung und Partnerschaft bis 50.000; 90 % der Kosten. Bis zu 12 Monate, Antrag bis 15. Oktober.",
				"en", "For municipalities only, with partners in countries of the DAC list. 1,000 to 20,000 euros, up to 50,000 for encounters and partnership; 90% of the costs. Up to 12 months, application by 15 October."),
		},
		{
			Base:   record.Base{ID: id("programme", "kepol")},
			Name:   i18n.Of("de", "KEPOL – Personalstellen für kommunale Entwicklungspolitik"),
			Funder: skewFunds,
			Summary: i18n.Of(
				"de", "Kommunen erhalten Geld für eine Stelle und bis zu 20.000 Euro für Sachkosten. Zwei Jahre lang 90 %, danach 75 %.",
				"en", "Municipalities receive money for a post and up to 20,000 euros for material costs. 90% for two years, then 75%."),
		},
		{
			Base:   record.Base{ID: id("programme", "cerv-town-twinning")},
			Name:   i18n.Of("en", "CERV Town Twinning", "de", "CERV Bürgerbegegnungen"),
			Funder: eu,
			Summary: i18n.Of(
				"de", "Für Städte und Partnerschaftsvereine. Pauschale von 8.455 bis 50.745 Euro (2024). Mindestens 50 Menschen nehmen teil, 25 davon als Gäste aus anderen Ländern. 6 bis 12 Monate; letzte bekannte Frist: 19. September 2024.",
				"en", "For towns and twinning associations. Lump sum of 8,455 to 50,745 euros (2024). At least 50 people take part, 25 of them as guests from other countries. 6 to 12 months; last known deadline: 19 September 2024."),
		},
		{
			Base:   record.Base{ID: id("programme", "cerv-networks-of-towns")},
			Name:   i18n.Of("en", "CERV Networks of Towns"),
			Funder: eu,
			Summary: i18n.Of(
				"de", "Mindestens vier Kommunen aus vier Ländern tun sich zusammen. Pauschalen ohne Obergrenze, 90 % der Kosten. 12 bis 24 Monate; letzte bekannte Frist: 27. März 2025.",
				"en", "At least four municipalities from four countries join forces. Lump sums without upper limit, 90% of the costs. 12 to 24 months; last known deadline: 27 March 2025."),
		},
		{
			Base: record.Base{ID: id("programme", "deutsch-franzoesischer-buergerfonds")},
			Name: i18n.Of("de", "Deutsch-Französischer Bürgerfonds"),
			Summary: i18n.Of(
				"de", "Für Vereine, Kommunen und Initiativen, auch für Gruppen ab drei Personen. Vier Stufen: bis 5.000, bis 10.000, bis 50.000 Euro und darüber; bis zu 80 % der Kosten. Anträge sind das ganze Jahr möglich, nur die vierte Stufe hat feste Termine.",
				"en", "For associations, municipalities and initiatives, also for groups of three or more. Four steps: up to 5,000, 10,000, 50,000 euros and above; up to 80% of the costs. Open all year, only the fourth step has fixed dates."),
		},
		{
			Base: record.Base{ID: id("programme", "deutsch-polnisches-jugendwerk")},
			Name: i18n.Of("de", "Deutsch-Polnisches Jugendwerk (DPJW)"),
			Summary: i18n.Of(
				"de", "Für Jugendverbände, Schulen und Kommunen; Menschen von 12 bis 26 Jahren, 4 bis 28 Programmtage. Feste Sätze: 12 Euro am Tag in Familien, 18 im Heim, 50 für Dolmetschen, 0,15 Euro je Kilometer und Person. Wer einlädt, beantragt die Programmkosten, wer reist, die Fahrt.",
				"en", "For youth organisations, schools and municipalities; people aged 12 to 26, 4 to 28 programme days. Fixed rates: 12 euros a day in families, 18 in a hostel, 50 for interpreting, 0.15 euros per kilometre and person. The host applies for the programme, the guest for the journey."),
		},
		{
			Base: record.Base{ID: id("programme", "deutsch-franzoesisches-jugendwerk")},
			Name: i18n.Of("de", "Deutsch-Französisches Jugendwerk (DFJW / OFAJ)"),
			Summary: i18n.Of(
				"de", "Für Vereine, Schulen und Kommunen; Menschen von 3 bis 30 Jahren, 4 bis 21 Tage, höchstens 35 Personen. Feste Sätze, nur für die reisende Gruppe; Dolmetschen 100 Euro am Tag. Der vollständige Antrag muss vier Monate vor Beginn vorliegen.",
				"en", "For associations, schools and municipalities; people aged 3 to 30, 4 to 21 days, at most 35 persons. Fixed rates, for the travelling group only; 100 euros a day for interpreting. The complete application is due four months before the start."),
		},
		{
			Base:   record.Base{ID: id("programme", "creative-europe")},
			Name:   i18n.Of("en", "Creative Europe – European Cooperation Projects"),
			Funder: eu,
			Summary: i18n.Of(
				"de", "Für Verbünde von Kultureinrichtungen, auch mit Städten. Klein: ab 3 Partnern, bis 200.000 Euro, 80 %. Mittel: ab 5, bis 1 Million, 70 %. Groß: ab 10, bis 2 Millionen, 60 %. Bis zu 48 Monate; letzte bekannte Frist: 13. Mai 2025.",
				"en", "For groups of cultural organisations, also with cities. Small: 3 partners or more, up to 200,000 euros, 80%. Medium: 5 or more, up to 1 million, 70%. Large: 10 or more, up to 2 million, 60%. Up to 48 months; last known deadline: 13 May 2025."),
		},
		{
			Base:   record.Base{ID: id("programme", "european-urban-initiative")},
			Name:   i18n.Of("en", "European Urban Initiative – Innovative Actions"),
			Funder: eu,
			Summary: i18n.Of(
				"de", "Für Städte mit mehr als 50.000 Einwohner*innen. Bis zu 5 Millionen Euro, 80 % der Kosten.",
				"en", "For cities of more than 50,000 inhabitants. Up to 5 million euros, 80% of the costs."),
		},
		{
			Base:   record.Base{ID: id("programme", "urbact-networks")},
			Name:   i18n.Of("en", "URBACT networks"),
			Funder: eu,
			Summary: i18n.Of(
				"de", "Für Städte, die in Netzwerken voneinander lernen. Rund 750.000 Euro je Netzwerk (2019), 70 % der Kosten.",
				"en", "For cities that learn from each other in networks. About 750,000 euros per network (2019), 70% of the costs."),
		},
		{
			Base:   record.Base{ID: id("programme", "interreg-a-b-europe")},
			Name:   i18n.Of("en", "Interreg A / B / Europe"),
			Funder: eu,
			Summary: i18n.Of(
				"de", "Für öffentliche Stellen in Verbünden über Grenzen hinweg. Die Stadt Kiel hält im Jahr 200.000 Euro für ihren Anteil bereit.",
				"en", "For public bodies in groups across borders. The city of Kiel keeps 200,000 euros a year for its own share."),
		},
		{
			Base:   record.Base{ID: id("programme", "erasmus")},
			Name:   i18n.Of("en", "Erasmus+"),
			Funder: eu,
			Summary: i18n.Of(
				"de", "Für Bildung und Jugend, zum Beispiel für Volkshochschulen. Kommunen können Partner sein.",
				"en", "For education and youth, for example adult education centres. Municipalities can be partners."),
		},
		{
			Base:   record.Base{ID: id("programme", "life")},
			Name:   i18n.Of("en", "LIFE"),
			Funder: eu,
		},
		{
			Base:   record.Base{ID: id("programme", "horizon-2020-horizon-europe")},
			Name:   i18n.Of("en", "Horizon 2020 / Horizon Europe"),
			Funder: eu,
			Summary: i18n.Of(
				"de", "Für Forschungsverbünde; Städte sind Partner. Hannover war bei NUCLEUS dabei.",
				"en", "For research groups; cities are partners. Hannover took part in NUCLEUS."),
		},
		{
			Base:   record.Base{ID: id("programme", "esf-ehap-ehap-plus")},
			Name:   i18n.Of("de", "ESF / EHAP / EhAP Plus"),
			Funder: eu,
			Summary: i18n.Of(
				"de", "Für Kommunen und Wohlfahrtsverbände. Hannover erhielt 2019 und 2020 rund 898.000 Euro.",
				"en", "For municipalities and welfare bodies. Hannover received about 898,000 euros in 2019 and 2020."),
		},
		{
			Base:   record.Base{ID: id("programme", "eu-development-education")},
			Name:   i18n.Of("de", "Entwicklungspolitische Bildung der EU", "en", "EU development education"),
			Funder: eu,
		},
		{
			Base:   record.Base{ID: id("programme", "eu-concerto")},
			Name:   i18n.Of("de", "CONCERTO", "en", "CONCERTO"),
			Funder: eu,
		},
	}
}

// programmeFacts are the figures of the programmes with their sources.
func programmeFacts() []fact.Fact {
	var facts []fact.Fact
	for _, c := range []struct {
		key, property  string
		number         record.Decimal
		qualifier      fact.Qualifier
		tag            string
		noteDE, noteEN string
		source         cite
	}{
		{"nakopa", amountMin, "50000", "", "1", "", "", skew},
		{"nakopa", amountMax, "250000", "", "1", "mit der Klimalinie bis 500.000 Euro", "up to 500,000 euros with the climate strand", skew},
		{"nakopa", fundingRate, "90", "", "1", "Das Blantyre-Projekt der Stadt wurde zu 84 % gefördert.", "The city’s Blantyre project was funded at 84%.", skew},
		{"nakopa", longest, "36", "", "1", "bis 100.000 Euro höchstens 24 Monate", "at most 24 months up to 100,000 euros", skew},
		{"nakopa", overhead, "7", "", "1", "Verwaltungspauschale, höchstens", "flat rate for administration, at most", skew},
		{"kleinprojektefonds-kommunale-entwicklungspolitik", amountMin, "1000", "", "1", "", "", skew},
		{"kleinprojektefonds-kommunale-entwicklungspolitik", amountMax, "50000", "", "1", "für Begegnung und Partnerschaft, sonst 20.000 Euro", "for encounters and partnership, otherwise 20,000 euros", skew},
		{"kleinprojektefonds-kommunale-entwicklungspolitik", fundingRate, "90", "", "1", "", "", skew},
		{"kleinprojektefonds-kommunale-entwicklungspolitik", longest, "12", "", "1", "", "", skew},
		{"kepol", fundingRate, "90", "", "1", "zwei Jahre lang, danach 75 %", "for two years, then 75%", lueneburgPaper},
		{"cerv-town-twinning", amountMin, "8455", "", "2024", "Pauschale 2024", "lump sum 2024", cervCalls},
		{"cerv-town-twinning", amountMax, "50745", "", "2024", "Pauschale 2024; 2021/22 höchstens 30.000 Euro", "lump sum 2024; at most 30,000 euros in 2021/22", cervCalls},
		{"cerv-town-twinning", longest, "12", "", "1", "mindestens 6 Monate", "at least 6 months", cervCalls},
		{"cerv-networks-of-towns", fundingRate, "90", "", "1", "Pauschalen ohne Obergrenze", "lump sums without upper limit", cervCalls},
		{"cerv-networks-of-towns", longest, "24", "", "1", "mindestens 12 Monate", "at least 12 months", cervCalls},
		{"deutsch-franzoesischer-buergerfonds", fundingRate, "80", "", "1", "höchstens", "at most", citizensFund},
		{"creative-europe", amountMax, "2000000", "", "1", "große Projekte; mittlere 1 Million, kleine 200.000 Euro", "large projects; medium ones 1 million, small ones 200,000 euros", creativeEurope},
		{"creative-europe", fundingRate, "80", "", "1", "kleine Projekte; mittlere 70 %, große 60 %", "small projects; medium ones 70%, large ones 60%", creativeEurope},
		{"creative-europe", longest, "48", "", "1", "", "", creativeEurope},
		{"european-urban-initiative", amountMax, "5000000", "", "1", "", "", urbanInitiative},
		{"european-urban-initiative", fundingRate, "80", "", "1", "", "", urbanInitiative},
		{"urbact-networks", amountMax, "750000", fact.About, "2019", "je Netzwerk, 2019", "per network, 2019", urbact},
		{"urbact-networks", fundingRate, "70", "", "1", "", "", urbact},
		{"interreg-a-b-europe", cofinancing, "200000", "", "kiel", "So viel hält die Stadt Kiel im Jahr bereit.", "This is what the city of Kiel keeps per year.", kiel},
		{"deutsch-polnisches-jugendwerk", interpreting, "50", "", "1", "", "", polishYouth},
		{"deutsch-franzoesisches-jugendwerk", interpreting, "100", "", "1", "", "", frenchYouth},
		{"esf-ehap-ehap-plus", received, "898000", fact.About, "1", "2019 und 2020", "2019 and 2020", cityNews},
	} {
		f := fact.Fact{Number: c.number, Qualifier: c.qualifier, Side: fact.Third, Note: i18n.Of("de", c.noteDE, "en", c.noteEN)}
		f.Label, f.Unit = programmeWords(c.property)
		facts = append(facts, said("programme", c.key, c.property, c.tag, f, c.source))
	}
	return facts
}

// What is stated of a programme.
const (
	amountMin    = "amount-min"
	amountMax    = "amount-max"
	fundingRate  = "funding-rate"
	longest      = "duration-max"
	overhead     = "administration-rate"
	cofinancing  = "co-financing"
	interpreting = "interpreting-rate"
	received     = "received"
)

// programmeWords returns how a page heads such a figure, and its unit.
func programmeWords(property string) (label, unit i18n.Text) {
	euro := i18n.Of("de", "Euro", "en", "euros")
	percent := alike("%")
	switch property {
	case amountMin:
		return i18n.Of("de", "Fördersumme mindestens", "en", "Grant at least"), euro
	case amountMax:
		return i18n.Of("de", "Fördersumme höchstens", "en", "Grant at most"), euro
	case fundingRate:
		return i18n.Of("de", "Fördersatz", "en", "Funding rate"), percent
	case longest:
		return i18n.Of("de", "Dauer höchstens", "en", "Duration at most"), i18n.Of("de", "Monate", "en", "months")
	case overhead:
		return i18n.Of("de", "Verwaltungspauschale", "en", "Flat rate for administration"), percent
	case cofinancing:
		return i18n.Of("de", "Eigener Anteil", "en", "Own share"), i18n.Of("de", "Euro im Jahr", "en", "euros per year")
	case interpreting:
		return i18n.Of("de", "Dolmetschen", "en", "Interpreting"), i18n.Of("de", "Euro am Tag", "en", "euros per day")
	default:
		return i18n.Of("de", "Nach Hannover geflossen", "en", "Received by Hannover"), euro
	}
}
