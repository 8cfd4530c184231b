package web

// DataPath is where the files lie that people take along: tables, maps, the feed of changes.
const DataPath = "/data/"

// OpenDataPage is the page that explains them, without the language.
const OpenDataPage = "/data"

// Changes returns the address of the feed of changes in the page's language.
func (p *Page) Changes() string { return DataPath + "changes.atom?lang=" + string(p.Lang()) }

// A DataSet is a table that can be taken along as a file. What it is called and what its columns mean stands in the
// catalog of words, for the file's own description and for the page that lists them.
type DataSet struct {
	Name    string // as in its address, and as the section of the portal that shows the same rows
	Columns []DataColumn
}

// A DataColumn is a column of a data set.
type DataColumn struct {
	Name string
	Type DataType
	Unit string // "km", "°"; empty for none
	// Choices are the codes that may stand there, if they are few; the word for one is in the catalog under Words+code. In a
	// list their words stand there.
	Choices []string
	Words   string
}

// DataType says how the values of a column are written.
type DataType string

// The types of columns.
const (
	DataText    DataType = "text"
	DataCode    DataType = "code"   // one of a few words, the same in every language
	DataDay     DataType = "day"    // as much as is known: 1968, 1968-04, 1968-04-22
	DataMoment  DataType = "moment" // UTC
	DataNumber  DataType = "number"
	DataYesNo   DataType = "yes_no"
	DataList    DataType = "list" // several texts
	DataAddress DataType = "address"
)

// Meaning returns the key of the words that say what a column means: columns of one name mean the same in every set.
func (c DataColumn) Meaning() string { return "data.field." + c.Name }

// DataFormats are the endings of the files of a data set.
func DataFormats() []string { return []string{"csv", "xlsx", "geojson", "json"} }
