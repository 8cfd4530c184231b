package app

import (
	"context"
	"time"

	"kontor.example/internal/base/i18n"
	"kontor.example/internal/domain/fact"
	"kontor.example/internal/domain/link"
	"kontor.example/internal/domain/network"
	"kontor.example/internal/domain/office"
	"kontor.example/internal/domain/paper"
	"kontor.example/internal/domain/party"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/domain/project"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/domain/theme"
	"kontor.example/internal/engine/db"
	"kontor.example/internal/engine/record"
	"kontor.example/internal/flow/demo"
)

// Stores are the rooms of the house, and the kernel that they share.
type Stores struct {
	Kernel *record.Kernel
	demo.Stores
}

// NewStores builds the rooms on d, and ties what one room knows and others need: how a place of the gazetteer becomes a
// record.
func NewStores(d *db.DB, now func() time.Time, langs []i18n.Lang) *Stores {
	k := record.NewKernel(d, now, langs)
	s := &Stores{Kernel: k, Stores: demo.Stores{
		Offices:       office.NewStore(k),
		Places:        place.NewStore(k),
		Themes:        theme.NewStore(k),
		Organisations: party.NewStore(k),
		Papers:        paper.NewStore(k),
		Programmes:    project.NewProgrammeStore(k),
		Networks:      network.NewStore(k),
		Relations:     relation.NewStore(k),
		Agreements:    relation.NewAgreementStore(k),
		Memberships:   network.NewMembershipStore(k),
		Projects:      project.NewStore(k),
		Links:         link.NewStore(k),
		Facts:         fact.NewStore(k),
	}}
	k.ClaimWith("place", place.Claimer{Store: s.Places})
	return s
}

// Collections lists all kinds, in the order in which the API shows them.
func (s *Stores) Collections() []record.Collection {
	return []record.Collection{
		s.Offices.Collection(), s.Places.Collection(), s.Themes.Collection(), s.Organisations.Collection(),
		s.Relations.Collection(), s.Agreements.Collection(), s.Networks.Collection(), s.Memberships.Collection(),
		s.Programmes.Collection(), s.Projects.Collection(), s.Papers.Collection(), s.Links.Collection(),
		s.Facts.Collection(),
	}
}

// loadGazetteer fills the gazetteer with the places that Kontor ships, unless it holds places already.
func loadGazetteer(ctx context.Context, d *db.DB) error {
	tsv, err := place.OpenGazetteer()
	if err != nil {
		return err
	}
	defer tsv.Close()
	_, err = place.LoadGazetteer(ctx, d, tsv)
	return err
}
