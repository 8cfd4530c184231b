// Package opendata is the door at which people take the register along: its lists as files that spreadsheets, maps and
// programs open, and a feed of what changed.
//
// A data set declares its columns once; the files of all formats, their description and the tests come from that. A file
// is written as it is read, two hundred records at a time, however long it gets.
package opendata

import (
	"net/http"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/network"
	"kontor.example/internal/domain/office"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/domain/project"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/serve/web"
)

// Options are what the door is built of.
type Options struct {
	Kernel    *record.Kernel
	Site      *web.Site // whose records, in which words, under which addresses
	Offices   *office.Store
	Relations *relation.Store
	Networks  *network.Store
	Projects  *project.Store
	Places    *place.Store
}

// OpenData answers those who take data along.
type OpenData struct {
	Options
	tables    []table
	workbooks chan struct{} // a place for each workbook that is made at a time: they lie in memory
}

// New returns the door's answers.
func New(o Options) *OpenData {
	d := &OpenData{Options: o, workbooks: make(chan struct{}, 2)}
	d.tables = []table{d.relations(), d.networks(), d.projects(), d.places()}
	return d
}

// Sets describes the data sets, in the order in which they are shown.
func Sets() []web.DataSet {
	return []web.DataSet{
		setOf("relations", relationColumns()), setOf("networks", networkColumns()),
		setOf("projects", projectColumns()), setOf("places", placeColumns()),
	}
}

// Door returns the answers as one of the doors of the house. It takes no tokens: everybody gets what is published.
func (d *OpenData) Door() web.Door {
	return web.Door{Prefix: web.DataPath, Routes: d.Routes(), Fail: d.Fail}
}

// Fail answers with a problem.
func (d *OpenData) Fail(w http.ResponseWriter, r *http.Request, err error) {
	web.Share(w)
	w.Header().Set("Vary", "Accept-Language")
	lang := i18n.Lang(r.URL.Query().Get("lang"))
	if !d.Site.Words.Has(lang) {
		lang = i18n.Match(r.Header.Get("Accept-Language"), d.Site.Words.Langs())
	}
	web.Problem(w, d.Site.Words.Localizer(lang), err)
}
