package demo

// Sources of networks, projects and papers; those they share with the relations stand in relation_sources.go.

// What the city publishes.
const (
	leadCity cite = "hannover.de: Hannover ist Lead City of Mayors for Peace | http://www.hannover.de/Leben-in-der-Region-Hannover" +
		"/Politik/Politische-Gremien/Mayors-for-Peace/Hannover-ist-Lead-City-of-Mayors-for-Peace"
	executives2019 cite = "hannover.de: Erfolgreicher Abschluss der Exekutivkonferenz in Hannover | " + lhh +
		"/Politik/Politische-Gremien/Mayors-for-Peace/Aktivitäten/Erfolgreicher-Abschluss-der-Exekutivkonferenz-in-Hannover"
	germanPolish2019 cite = "hannover.de: Deutsche und polnische Politiker*innen diskutieren in Hannover | " + europe +
		"/Archiv-Meldungen-Veranstaltungen/Deutsche-und-polnische-Politiker*innen-diskutieren-in-Hannover"
	hanseAdmitted cite = "hannover.de: Landeshauptstadt in „Die Hanse“ aufgenommen | " + press +
		"/Meldungsarchiv-für-das-Jahr-2019/Landeshauptstadt-in-%22Die-Hanse%22-aufgenommen"
	climateTies cite = "hannover.de: Nationale und internationale Kooperationen im Klimaschutz | " + lhh +
		"/Umwelt-Nachhaltigkeit/Klimaschutz-Energie/Organisationen-im-Klimaschutz/Klima-Allianz-Hannover" +
		"/Städtische-Einrichtungen-und-Bauleitplanung/Nationale-und-internationale-Kooperationen"
	climateAlliance cite = "hannover.de: Hannover im Klima-Bündnis | " + lhh +
		"/Umwelt-Nachhaltigkeit/Nachhaltigkeit/Nachhaltigkeitsbüro/Wir-über-uns/Unsere-Arbeit-in-Netzwerken/Hannover-im-Klima-Bündnis"
	musicCity    cite = "hannover.de: UNESCO City of Music"
	refuge       cite = "hannover.de: ICORN"
	nucleus      cite = "hannover.de: NUCLEUS"
	ehap         cite = "hannover.de: EHAP"
	ehapPlus     cite = "hannover.de: EhAP Plus"
	wellsProject cite = "hannover.de: Pflanz- und Brunnenprojekt in Blantyre | " + wellsPage
	wellsInterim cite = "hannover.de: Pflanzsaison in vollem Gange | " + wellsPage + "/Pflanzsaison-in-vollem-Gange"
	wellsStart   cite = "hannover.de: Kooperationsprojekt nimmt Fahrt auf | " + lhh +
		"/Umwelt-Nachhaltigkeit/Nachhaltigkeit/Agenda-21-Nachhaltigkeit/Aktuelles/Archiv/Kooperationsprojekt-nimmt-Fahrt-auf"
	wellsPage = "https://hannover.de/Leben-in-der-Region-Hannover/Umwelt-Nachhaltigkeit/Nachhaltigkeit/Nachhaltigkeitsbüro" +
		"/Projekte/Pflanz-und-Brunnenprojekt-in-Blantyre"
	blantyreTrip22 cite = "hannover.de: Delegation nach Blantyre 2022"
	vhsEurope      cite = "vhs-hannover.de: VHS Hannover goes Europe | https://www.vhs-hannover.de/vhs-netzwerk/projekte/internationale-projekte/vhs-hannover-goes-europe"
	vhsRefugees    cite = "vhs-hannover.de: Network Supporting Refugees | https://www.vhs-hannover.de/vhs-netzwerk/projekte/network-supporting-refugees"
	vhsRevot       cite = "vhs-hannover.de: REVOT | https://www.vhs-hannover.de/aus-den-programmbereichen/projekte/revot-refugees-in-vocational-training.html"
)

// What was laid before the council.
const (
	paper0963 cite = "Drucksache 0963/2021, Ratsinformationssystem der Landeshauptstadt Hannover"
	paper1153 cite = "Drucksache 1153/2018 | " + council + "/DS/1153-2018"
	paper0613 cite = "Drucksache 0613/2022 | " + council + "/DS/0613-2022"
	paper2293 cite = "Drucksache 2293/2019 | " + council + "/DS/2293-2019"
	paper3168 cite = "Drucksache 3168/2017, Ratsinformationssystem der Landeshauptstadt Hannover"
	paper0248 cite = "Drucksache 0248/2018, Ratsinformationssystem der Landeshauptstadt Hannover"
	paper2152 cite = "Drucksache 2152/2006, Ratsinformationssystem der Landeshauptstadt Hannover"
)

// What networks, funders and the press publish.
const (
	mayors2019      cite = "mayorsforpeace.org: 11th Executive Conference | https://www.mayorsforpeace.org/en/news/2020/former-11th-ec-en/"
	mayorsGermany   cite = "hannover.de, mayors-for-peace.de"
	mayorsWorld     cite = "hannover.de, mayorsforpeace.org"
	rgreSite        cite = "rgre.de | https://www.rgre.de"
	rgreFunding     cite = "rgre.de: EU-Förderung"
	hanseSite       cite = "hanse.org"
	hazHanse        cite = "Hannoversche Allgemeine Zeitung: Hannover ist wieder Hansestadt | https://www.haz.de/Hannover/Aus-der-Stadt/Hannover-Hannover-ist-wieder-Hansestadt"
	musicSchool     cite = "hmtm-hannover.de: Hannover ist UNESCO City of Music | https://www.hmtm-hannover.de/de/aktuelles/meldungen/archiv/2014/dezember/artikel/hannover-ist-unesco-city-of-music/"
	unescoPages     cite = "hannover.de, UNESCO"
	musicPress      cite = "hannover.de, Presse"
	discover5000    cite = "hannover-entdecken.de: 5.000 Städte"
	mobileBE        cite = "mobilebe.eu"
	cityFederation  cite = "staedtetag.de"
	lueneburgPaper  cite = "Landkreis Lüneburg: Vorlage zu KEPOL"
	cervCalls       cite = "ec.europa.eu, kontaktstelle-cerv"
	citizensFund    cite = "buergerfonds.eu"
	polishYouth     cite = "dpjw.org"
	frenchYouth     cite = "dfjw.org"
	creativeEurope  cite = "culture.ec.europa.eu, creative-europe-desk.de"
	urbanInitiative cite = "urban-initiative.eu"
	urbact          cite = "urbact.eu"
	kiel            cite = "kiel.de"
)
