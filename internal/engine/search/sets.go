package search

import (
	"encoding/binary"
	"math/bits"
	"sync"
)

// A bitmap is a set of the numbers of one block.
type bitmap [blockSize / 64]uint64

var bitmaps = sync.Pool{New: func() any { return new(bitmap) }}

func newBitmap() *bitmap {
	b := bitmaps.Get().(*bitmap)
	clear(b[:])
	return b
}

func (b *bitmap) add(docs []byte) {
	if len(docs) == bitmapSize {
		for i := range b {
			b[i] |= binary.LittleEndian.Uint64(docs[8*i:])
		}
		return
	}
	for i := 0; i+1 < len(docs); i += 2 {
		v := binary.LittleEndian.Uint16(docs[i:])
		b[v>>6] |= 1 << (v & 63)
	}
}

func (b *bitmap) or(c *bitmap) {
	for i, v := range c {
		b[i] |= v
	}
}

func (b *bitmap) and(c *bitmap) {
	for i, v := range c {
		b[i] &= v
	}
}

func (b *bitmap) andNot(c *bitmap) {
	for i, v := range c {
		b[i] &^= v
	}
}

// overlap counts the stored numbers that are also in b, and in who unless that is nil.
func (b *bitmap) overlap(docs []byte, who *bitmap) (n int) {
	if len(docs) == bitmapSize {
		for i, v := range b {
			if who != nil {
				v &= who[i]
			}
			n += bits.OnesCount64(v & binary.LittleEndian.Uint64(docs[8*i:]))
		}
		return n
	}
	for i := 0; i+1 < len(docs); i += 2 {
		v := binary.LittleEndian.Uint16(docs[i:])
		if b[v>>6]&(1<<(v&63)) != 0 && (who == nil || who[v>>6]&(1<<(v&63)) != 0) {
			n++
		}
	}
	return n
}

// classes are Title to Similar; Whole is found among the first.
const classes = int(Similar) + 1

// layers are the sets of one query word in one block: by class, and by who may see them.
type layers [classes][2]*bitmap

// A layered is what was read for one query word, or for one condition; that is all in class Title.
type layered map[int64]*layers

func (l layered) add(class Class, reach int, block int64, docs []byte) {
	at := l[block]
	if at == nil {
		at = &layers{}
		l[block] = at
	}
	if at[class][reach] == nil {
		at[class][reach] = newBitmap()
	}
	at[class][reach].add(docs)
}

// settle adds to what everybody may see what the actor may see besides.
func (l layered) settle(v *visible) {
	for block, at := range l {
		for class := range at {
			inner := at[class][staff]
			if inner == nil {
				continue
			}
			at[class][staff] = nil
			if mine, all := v.in(block); !all {
				if mine == nil {
					bitmaps.Put(inner)
					continue
				}
				inner.and(mine)
			}
			if at[class][everybody] == nil {
				at[class][everybody] = inner
				continue
			}
			at[class][everybody].or(inner)
			bitmaps.Put(inner)
		}
	}
}

// remove takes out of all classes what is in a settled set.
func (l layered) remove(other layered) {
	for block, at := range l {
		gone := other.of(Title, block)
		if gone == nil {
			continue
		}
		for class := range at {
			for _, b := range at[class] {
				if b != nil {
					b.andNot(gone)
				}
			}
		}
	}
}

// join moves all that is in other to l.
func (l layered) join(other layered) {
	for block, more := range other {
		at := l[block]
		if at == nil {
			l[block] = more
			continue
		}
		for class := range more {
			for reach, b := range more[class] {
				switch {
				case b == nil:
				case at[class][reach] == nil:
					at[class][reach] = b
				default:
					at[class][reach].or(b)
					bitmaps.Put(b)
				}
			}
		}
	}
}

// of returns the settled set of a class, or nil.
func (l layered) of(class Class, block int64) *bitmap {
	if at := l[block]; at != nil {
		return at[class][everybody]
	}
	return nil
}

func (l layered) free() {
	for _, at := range l {
		for _, both := range at {
			for _, b := range both {
				if b != nil {
					bitmaps.Put(b)
				}
			}
		}
	}
}

// A result is what was found: how many in each class, and the first of them. In a block the numbers that are in the order
// of answers lie before the young ones.
type result struct {
	base    int64 // the first young number
	need    int   // how many in order are wanted
	total   [classes]int
	records int // how many have the words themselves and are no bare places
	order   [classes][]int64
	young   [classes][]int64
	hits    map[int64]*bitmap // all, by block; nil unless wanted
}

func (r *result) count() (n int) {
	for _, t := range r.total {
		n += t
	}
	return n
}

// take adds the numbers from first on whose bits are set.
func (r *result) take(class Class, v uint64, first int64) {
	if v == 0 {
		return
	}
	r.total[class] += bits.OnesCount64(v)
	var young uint64
	switch {
	case first >= r.base:
		v, young = 0, v
	case first+64 > r.base:
		below := uint64(1)<<(r.base-first) - 1
		v, young = v&below, v&^below
	}
	for ; v != 0 && len(r.order[class]) < r.need; v &= v - 1 {
		r.order[class] = append(r.order[class], first+int64(bits.TrailingZeros64(v)))
	}
	for ; young != 0; young &= young - 1 {
		r.young[class] = append(r.young[class], first+int64(bits.TrailingZeros64(young)))
	}
}

func (r *result) free() {
	for _, b := range r.hits {
		bitmaps.Put(b)
	}
}
