// Package demo loads the demonstration: what is publicly known of the international relations of Hannover, written down
// once, in German and English, with its sources. It is not a publication of the city.
package demo

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"time"

	"kontor.example/internal/domain/fact"
	"kontor.example/internal/domain/link"
	"kontor.example/internal/domain/network"
	"kontor.example/internal/domain/paper"
	"kontor.example/internal/domain/party"
	"kontor.example/internal/domain/place"
	"kontor.example/internal/domain/project"
	"kontor.example/internal/domain/relation"
	"kontor.example/internal/domain/theme"
	"kontor.example/internal/engine/record"
)

// A Seed is everything that the demonstration loads, beside its two offices.
type Seed struct {
	Places        []place.Place
	Themes        []theme.Theme
	Organisations []party.Organisation
	Papers        []paper.Paper
	Programmes    []project.Programme
	Networks      []network.Network
	Relations     []relation.Relation
	Agreements    []relation.Agreement
	Memberships   []network.Membership
	Projects      []project.Project
	Links         []link.Link
	Facts         []fact.Fact
}

// Hannover returns the seed.
func Hannover() Seed {
	return Seed{
		Places:        places(),
		Themes:        themes(),
		Organisations: append(units(), societies()...),
		Papers:        papers(),
		Programmes:    programmes(),
		Networks:      networks(),
		Relations:     append(append(twinnings(), cooperations()...), otherRelations()...),
		Agreements:    agreements(),
		Memberships:   memberships(),
		Projects:      projects(),
		Links:         append(relationLinks(), restLinks()...),
		Facts:         append(relationFacts(), restFacts()...),
	}
}

// none refers to nothing.
const none record.ID = ""

// seeded returns the day that the ids of seed records carry.
func seeded() time.Time { return time.Date(2023, time.August, 1, 0, 0, 0, 0, time.UTC) }

// id returns the id of a seed record: always the same for the same kind and key, in the form of any other (UUIDv7).
func id(kind, key string) record.ID {
	b := sha256.Sum256([]byte(kind + "/" + key))
	binary.BigEndian.PutUint64(b[:8], uint64(seeded().UnixMilli())<<16|uint64(b[6])<<8|uint64(b[7])) // #nosec G115 -- after 1970
	b[6] = b[6]&0x0f | 0x70
	b[8] = b[8]&0x3f | 0x80
	return record.ID(fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:16]))
}

// src returns where a fact was read; url is empty where only the site is known.
func src(title, url string) fact.Source { return fact.Source{Title: title, URL: url} }
