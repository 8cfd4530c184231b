package search

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

// A block holds 65,536 document numbers. Those of a posting that lie in one are stored as sorted offsets of two bytes or,
// once that would not be smaller, as a bitmap of exactly 8,192 bytes: the length tells which.
const (
	blockBits  = 16
	blockSize  = 1 << blockBits
	bitmapSize = blockSize / 8
)

func blockOf(num int64) int64   { return num >> blockBits }
func offsetOf(num int64) uint16 { return uint16(num & (blockSize - 1)) } // #nosec G115 -- masked

// encode stores sorted offsets.
func encode(offsets []uint16) []byte {
	if 2*len(offsets) < bitmapSize {
		b := make([]byte, 2*len(offsets))
		for i, v := range offsets {
			binary.LittleEndian.PutUint16(b[2*i:], v)
		}
		return b
	}
	b := make([]byte, bitmapSize)
	for _, v := range offsets {
		b[v>>3] |= 1 << (v & 7)
	}
	return b
}

// decode returns the offsets that are stored, in rising order.
func decode(docs []byte) []uint16 {
	if len(docs) != bitmapSize {
		offsets := make([]uint16, len(docs)/2)
		for i := range offsets {
			offsets[i] = binary.LittleEndian.Uint16(docs[2*i:])
		}
		return offsets
	}
	var offsets []uint16
	for i, b := range docs {
		for ; b != 0; b &= b - 1 {
			offsets = append(offsets, uint16(i<<3+bits.TrailingZeros8(b))) // #nosec G115 -- below 65,536
		}
	}
	return offsets
}

// revise returns stored offsets with some added and others taken away. A bitmap is changed as it is.
func revise(docs []byte, add, remove []uint16) []byte {
	if len(docs) == bitmapSize {
		b := slices.Clone(docs)
		for _, v := range remove {
			b[v>>3] &^= 1 << (v & 7)
		}
		for _, v := range add {
			b[v>>3] |= 1 << (v & 7)
		}
		if 2*ones(b) < bitmapSize {
			return encode(decode(b))
		}
		return b
	}
	offsets := decode(docs)
	for _, v := range remove {
		if i, ok := slices.BinarySearch(offsets, v); ok {
			offsets = slices.Delete(offsets, i, i+1)
		}
	}
	for _, v := range add {
		if i, ok := slices.BinarySearch(offsets, v); !ok {
			offsets = slices.Insert(offsets, i, v)
		}
	}
	return encode(offsets)
}

func ones(b []byte) (n int) {
	for i := 0; i+8 <= len(b); i += 8 {
		n += bits.OnesCount64(binary.LittleEndian.Uint64(b[i:]))
	}
	return n
}

// faulty tells what is wrong with stored offsets of which none may reach end; "" for nothing.
func faulty(docs []byte, end int64) string {
	switch {
	case len(docs) == 0:
		return "is empty"
	case len(docs) > bitmapSize || len(docs)%2 != 0:
		return "has an impossible length"
	case len(docs) == bitmapSize && 2*ones(docs) < bitmapSize:
		return "is a bitmap of too few"
	}
	offsets := decode(docs)
	for i := 1; i < len(offsets); i++ {
		if offsets[i] <= offsets[i-1] {
			return "is not sorted"
		}
	}
	if int64(offsets[len(offsets)-1]) >= end {
		return "has numbers that were never given"
	}
	return ""
}
