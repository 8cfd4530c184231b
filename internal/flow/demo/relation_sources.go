package demo

// Addresses on the city's portal under which several sources stand.
const (
	lhh      = "https://www.hannover.de/Leben-in-der-Region-Hannover"
	twins    = lhh + "/Politik/Städte-Regionspartnerschaften/Städtepartnerschaften-der-Landeshauptstadt-Hannover"
	obOffice = lhh + "/Verwaltungen-Kommunen/Die-Verwaltung-der-Landeshauptstadt-Hannover/Dezernate-und-Fachbereiche-der-LHH" +
		"/Geschäftsbereich-des-Oberbürgermeisters/Büro-Oberbürgermeister"
	europe   = obOffice + "/Europäische-und-internationale-Angelegenheiten"
	worldOld = "http://www.hannover.de/Leben-in-der-Region-Hannover/Verwaltungen-Kommunen/Die-Verwaltung-der-Landeshauptstadt-Hannover" +
		"/Dezernate-und-Fachbereiche-der-LHH/Geschäftsbereich-des-Oberbürgermeisters/Büro-Oberbürgermeister/Internationale-Angelegenheiten"
	council = "https://e-government.hannover-stadt.de/lhhsimwebre.nsf"
	press   = "https://www.hannover.de/Service/Presse-Medien/Landeshauptstadt-Hannover"
)

// What the city itself publishes.
const (
	portal2019  cite = "hannover.de: Internationale Beziehungen (Stand November 2019)"
	portalEN    cite = "hannover.de: International Relations"
	report2020  cite = "Landeshauptstadt Hannover: Nachhaltigkeitsbericht 2020, Teilziel 16.2"
	concept2019 cite = "Landeshauptstadt Hannover: Handlungskonzept „Hannover – internationale Stadt“, Kurzfassung, Januar 2019"
	aboutTwins  cite = "hannover.de: Kulturbüro, Über Städtepartnerschaften"
	cityNews    cite = "hannover.de"
	newsletter  cite = "hannover.de: Städtepartnerschaften der Landeshauptstadt"
	history     cite = "hannover.de: Geschichte der hannoverschen Städtepartnerschaften | " + twins + "/Geschichte-der-hannoverschen-Städtepartnerschaften"
	plaque      cite = "hannover.de: Acht Städtepartnerschaftsvereine mit der Stadtplakette ausgezeichnet | " + europe +
		"/Internationale-Beziehungen/Acht-Städtepartnerschaftsvereine-mit-der-Stadtplakette-ausgezeichnet"
	plaqueNews cite = "hannover.de: Acht Organisationen und Vereine ausgezeichnet | " + press +
		"/Aktuelle-Meldungen-und-Veranstaltungen/Acht-Organisationen-und-Vereine-ausgezeichnet"
	onBristol    cite = "hannover.de: Stadtseite Bristol | " + twins
	onPerpignan  cite = "hannover.de: Perpignan | " + twins + "/Perpignan"
	onRouen      cite = "hannover.de: Stadtseite Rouen | " + twins
	onBlantyre   cite = "hannover.de: Stadtseite Blantyre | " + twins
	onPoznan     cite = "hannover.de: Stadtseite Poznań | " + twins
	onHiroshima  cite = "hannover.de: Stadtseite Hiroshima | " + twins
	onLeipzig    cite = "hannover.de: Stadtseite Leipzig | " + twins
	bristol70    cite = "hannover.de, Presse: 70 Jahre Hannover–Bristol (August 2017)"
	bristol75    cite = "hannover.de: 75 Jahre Hannover–Bristol"
	bristolVisit cite = "hannover.de: Bürgermeister Hermann in Bristol | " + europe
	perpignan16  cite = "hannover.de: Perpignan (Fassung vom Dezember 2016)"
	perpignanOB  cite = "hannover.de: Gäste aus Perpignan im Rathaus | https://hannover.de/Leben-in-der-Region-Hannover/Politik" +
		"/Städte-Regionspartnerschaften/Städtepartnerschaften-der-Landeshauptstadt-Hannover/Perpignan/Gäste-aus-Perpignan-im-Rathaus"
	placeHanovre cite = "hannover.de: Rouen: Place Hanovre eingeweiht | " + twins + "/Rouen/Rouen-Place-Hanovre-eingeweiht"
	twinFunding  cite = "hannover.de: Städtepartnerschaften, Projektförderung | " + lhh +
		"/Kulturförderung/Kulturbüro-der-Landeshauptstadt-Hannover/Übersicht-über-alle-Förderungen-des-Kulturbüros" +
		"/Städtepartnerschaften-Projektförderung"
	blantyreEN cite = "hannover.de: Blantyre | https://www.hannover.de/en/Government-Service/State-Capital-Hannover" +
		"/Twin-Cities-of-the-State-Capital-Hannover/Blantyre"
	blantyreOld   cite = "hannover.de: Blantyre (ältere englische Fassung)"
	blantyre50    cite = "hannover.de: 50 Jahre Hannover–Blantyre"
	blantyreTrees cite = "hannover.de: Pflanzaktion in Blantyre | " + lhh +
		"/Umwelt-Nachhaltigkeit/Nachhaltigkeit/Agenda-21-Nachhaltigkeit/Meldungen/Pflanzaktion-in-Blantyre"
	blantyreWells cite = "hannover.de: Pflanz- und Brunnenprojekt erfolgreich beendet | https://hannover.de/Leben-in-der-Region-Hannover" +
		"/Umwelt-Nachhaltigkeit/Nachhaltigkeit/Nachhaltigkeitsbüro/Projekte/Pflanz-und-Brunnenprojekt-in-Blantyre" +
		"/Pflanz-und-Brunnenprojekt-erfolgreich-beendet"
	awareFair     cite = "hannover.de: aware&fair"
	poznan40      cite = "hannover.de: 40 Jahre Hannover–Poznań"
	hiroshimaIn14 cite = "hannover.de: Besuch aus Hiroshima | " + press + "/Meldungsarchiv-für-das-Jahr-2014/Besuch-aus-Hiroshima"
	hiroshimaTrip cite = "hannover.de: Oberbürgermeister Belit Onay reist mit Delegation nach Hiroshima | " + lhh +
		"/Politik/Politische-Gremien/Mayors-for-Peace/Aktivitäten/Oberbürgermeister-Belit-Onay-reist-mit-Delegation-nach-Hiroshima"
	hiroshimaHain cite = "hannover.de: Hiroshimahain"
	leipzigOld    cite = "hannover.de: Leipzig (ältere Fassung)"
	leipzigPage   cite = "hannover.de: Leipzig | http://www.hannover.de/Leben-in-der-Region-Hannover/Politik" +
		"/Städte-Regionspartnerschaften/Städtepartnerschaften-der-Landeshauptstadt-Hannover/Leipzig"
	changdeGuests cite = "hannover.de: OB Onay empfängt Delegation aus Changde | " + europe +
		"/Archiv-Meldungen-Veranstaltungen/OB-Onay-empfängt-Delegation-aus-Changde"
	shenzhenGuests cite = "hannover.de: Besuch aus Shenzhen | " + worldOld + "/Besuch-aus-Shenzhen"
	shenzhen2019   cite = "hannover.de: Shenzhen (2019)"
	konyaTalks     cite = "hannover.de: Hannover prüft engere Kooperation mit Konya | " + worldOld + "/Hannover-prüft-engere-Kooperation-mit-Konya"
	kansas2025     cite = "hannover.de: Deutsche und amerikanische Städte halten zusammen (Oktober 2025) | https://www.hannover.de"
	musicCities    cite = "hannover.de: The Cities of Music (Liste von 59 Städten)"
	musicFocus     cite = "hannover.de: UNESCO City of Music, Schwerpunktstädte 2025"
	localPress     cite = "hannover.de, Presse"
	mykolaivPage   cite = "hannover.de: Solidaritätspartnerschaft mit Mykolajiw | " + europe + "/Solidaritätspartnerschaft-mit-Mykolajiw"
	mykolaivHelp   cite = "hannover.de: Jede Unterstützung ist willkommen | " + europe + "/Meldungen-und-Berichte/Jede-Unterstützung-ist-willkommen"
	mykolaiv2025   cite = "hannover.de: Hannover baut Hilfe für ukrainische Stadt Mykolajiw aus | " + press +
		"/Aktuelle-Meldungen-und-Veranstaltungen/Hannover-baut-Hilfe-für-ukrainische-Stadt-Mykolajiw-aus"
	chocolate cite = "hannover.de: Hannover-Schokolade | " + lhh +
		"/Umwelt-Nachhaltigkeit/Nachhaltigkeit/Agenda-21-Nachhaltigkeit/Aktiv-werden/Projekte/Hannover-Schokolade"
	climateWork cite = "hannover.de: Internationale Zusammenarbeit im Klimaschutz | http://www.hannover.de/Leben-in-der-Region-Hannover" +
		"/Umwelt-Nachhaltigkeit/Klimaschutz-Energie/Akteure-und-Netzwerke/Die-Klimaschutzleitstelle-der-Landeshauptstadt-Hannover" +
		"/Internationale-Zusammenarbeit-im-Klimaschutz"
)

// What was laid before the council.
const (
	paper1497 cite = "Drucksache 1497/2009 N1 | " + council + "/Drucksachen/F1AF57F430593ACCC1257666004141D2?OpenDocument"
	paper2597 cite = "Drucksache 2597/2013, Ratsinformationssystem der Landeshauptstadt Hannover"
	paper2337 cite = "Drucksache 2337/2018, Ratsinformationssystem der Landeshauptstadt Hannover"
	paper0076 cite = "Drucksache 0076/2014 | " + council + "/DS/0076-2014"
	paper0023 cite = "Drucksache 0023/2019, Ratsinformationssystem der Landeshauptstadt Hannover"
	paper0907 cite = "Drucksache 15-0907/2010, Ratsinformationssystem der Landeshauptstadt Hannover"
)

// What partner cities publish.
const (
	hiroshimaSite cite = "city.hiroshima.lg.jp: Hannover | https://www.city.hiroshima.lg.jp/site/english/10356.html"
	poznanSite    cite = "poznan.pl: Umowa z Hanowerem | https://www.poznan.pl/mim/main/umowa-z-hanowerem,p,19,64,15514.html"
	bristolTwins  cite = "bristol.org.uk: Twin cities"
	catalanSite   cite = "ajuntament-perpinya.cat"
)

// What societies and other bodies publish.
const (
	bristolClub   cite = "hannover-bristol-gesellschaft.de"
	bristolPeers  cite = "bristolhannovercouncil.org.uk"
	bristolPapers cite = "Arcinsys Niedersachsen: Hannover-Bristol-Gesellschaft | https://www.arcinsys.niedersachsen.de/arcinsys/detailAction.action?detailid=b13836"
	rouenFriends  cite = "amisdujumelagerouenhanovre.eu: Histoire du jumelage"
	normandy      cite = "niedersachsennormandie.de"
	malawiFriends cite = "Freundeskreis Malawi: Website"
	teaSociety    cite = "djg-hannover.de: Städtepartnerschaft | https://djg-hannover.de/index.php/ueber-uns/staedtepartnerschaft"
	huculvi       cite = "huculvi.de | https://huculvi.de/?p=12164"
	changdeStory  cite = "changde-centrum.de: Geschichte"
	migration     cite = "migrationsbeauftragte-niedersachsen.de | https://www.migrationsbeauftragte-niedersachsen.de/?p=6872"
	russiaPartner cite = "russlandpartner.de: Hannover–Ekaterinburg"
	ukraineClub   cite = "hannover-ukraine.de: Über die Partnerschaft | https://hannover-ukraine.de/ueber-partnerschaft/"
	ukraineNews   cite = "hannover-ukraine.de: Solidaritätspartnerschaft Hannovers mit Mykolajiw | https://hannover-ukraine.de/2022/06/17/solidaritaetspartnerschaft-hannovers-mit-mykolajiw/"
	hanoverHelps  cite = "hanover-helps.de: Solidaritätspartnerschaft | https://hanover-helps.de/2023/09/wir-sind-teil-der-solidaritaetspartnerschaft-zwischen-hannover-und-mykolajiw/"
	ukraineConsul cite = "hamburg.mfa.gov.ua | https://hamburg.mfa.gov.ua/de/news/mikolayiv-i-gannover-uklali-partnerstvo-solidarnosti"
	solano        cite = "corpsolano.org: Stadt Hannover | http://corpsolano.org/klimaschutz-projekte/stadt-hannover/"
	skew          cite = "skew.engagement-global.de"
	defus         cite = "defus.de: Unsere Mitglieder, Hannover | https://www.defus.de/nano.cms/unsere-mitglieder?xa=details&id=16"
	misburgRing   cite = "nananet.de: Städtepartnerschaften | http://www.nananet.de/ma/staedtepartnerschaften.htm"
	misburgDay    cite = "nananet.de: Welttag der Partnerstädte | http://nananet.de/ma/archiv/a2014/2014-04-27-Welttag-Partnerstaedte.htm"
	flekkefjord17 cite = "nananet.de: Besuch in Flekkefjord | http://www.nananet.de/ma/2017-08-11%20besuch%20flekkefjord.htm"
	flekkefjordUf cite = "spd-misburg-anderten.de | https://spd-misburg-anderten.de/meldungen/delegationsreise-in-die-partnerstadt-flekkefjord"
)

// What the press and reference works say.
const (
	np70        cite = "Neue Presse: 70 Jahre Partnerschaft mit Bristol | http://www.neuepresse.de/Hannover/Meine-Stadt/70-Jahre-Partnerschaft-mit-Bristol-Feinde-wurden-Freunde"
	zeit1972    cite = "Die Zeit, 1972 | https://www.zeit.de/1972/32/dudelsack-und-gamsbart"
	discoverAll cite = "hannover-entdecken.de: Partnerstädte Hannovers | https://hannover-entdecken.de/partnerstaedte-hannover"
	discover70  cite = "hannover-entdecken.de: 70 Jahre Hannover–Bristol | https://www.hannover-entdecken.de/70-jaehriges-jubilaeum-der-staedtepartnerschaft-hannover-bristol-wirft-seine-schatten-voraus/"
	discover    cite = "hannover-entdecken.de"
	discoverHi  cite = "hannover-entdecken.de: Hiroshima und Hannover | https://hannover-entdecken.de/hiroshima-und-hannover-zwei-staedte-arbeiten-fuer-den-frieden"
	hazRouen    cite = "Hannoversche Allgemeine Zeitung: Bürgermeister enthüllen Straßenschild in Rouen | http://www.haz.de/Hannover/Aus-der-Stadt/Uebersicht/Buergermeister-enthuellen-Strassenschild-in-Rouen"
	np50        cite = "Neue Presse: 50 Jahre Städtepartnerschaft zwischen Hannover und Blantyre | https://www.neuepresse.de/Hannover/Meine-Stadt/50-Jahre-Staedtepartnerschaft-zwischen-Hannover-und-Blantyre"
	hazLeipzig  cite = "Hannoversche Allgemeine Zeitung: Als 2000 Leipziger in Hannover die Städtepartnerschaft feierten | https://www.haz.de/Hannover/Aus-der-Stadt/Als-2000-Leipziger-in-Hannover-die-Staedtepartnerschaft-feierten"
	haz         cite = "Hannoversche Allgemeine Zeitung"
	hazChina    cite = "Hannoversche Allgemeine Zeitung: Was ist für Hannover in China drin? | https://www.haz.de/Hannover/Aus-der-Stadt/Uebersicht/Oberbuergermeister-Stefan-Schostok-unterwegs-Was-ist-fuer-Hannover-in-China-drin"
	npChina     cite = "Neue Presse: Shenzhen, Hannovers neue Liebe in China | http://www.neuepresse.de/Hannover/Meine-Stadt/Shenzhen-Hannovers-neue-Liebe-in-China"
	hazTurkey   cite = "Hannoversche Allgemeine Zeitung: Partnerschaften mit Türkei vor dem Aus | http://www.haz.de/Hannover/Aus-der-Stadt/Uebersicht/Partnerschaften-zwischen-Hannover-mit-Tuerkei-vor-dem-Aus"
	lvz2019     cite = "Leipziger Volkszeitung, Dezember 2019"
	bild        cite = "bild.de"
	tOnline     cite = "t-online.de, 14. Februar 2019"
	ndr         cite = "NDR: Hannover und Mykolajiw besiegeln Solidaritätspartnerschaft | https://www.ndr.de/nachrichten/niedersachsen/hannover_weser-leinegebiet/Hannover-und-Mykolajiw-besiegeln-Solidaritaetspartnerschaft,aktuellhannover11726.html"
	ndrMoney    cite = "ndr.de"
	kcToday     cite = "KCtoday: Kansas City’s sister cities | https://kctoday.6amcity.com/city/say-hey-to-the-12-cities-that-call-themselves-kansas-citys-sisters"
	wikiBristol cite = "Wikipedia: Bristol"
	wikiPerpi   cite = "Wikipedia: Perpignan"
	wikiRouen   cite = "Wikipedia: Rouen"
	wikiBlan    cite = "Wikipedia: Blantyre"
	wikiPoznan  cite = "Wikipedia: Poznań"
	wikiHiro    cite = "Wikipedia: Hiroshima"
	wikiTwin    cite = "Wikipedia, Kopie auf profilpelajar.com: Städtepartnerschaft zwischen Hannover und Hiroshima | https://profilpelajar.com/de/Städtepartnerschaft_zwischen_Hannover_und_Hiroshima"
	wikiPetit   cite = "Wikipedia, Kopie auf wiki.li: Petit-Couronne | https://de.wiki.li/Petit-Couronne"
)
