package record

// CopiesAtOnce is copiesAtOnce.
const CopiesAtOnce = copiesAtOnce

// Packed returns the parts of r as they stand in its row.
func (s *Store[T, P]) Packed(r P) string { return s.pack(r) }

// Unpack fills the lists of r; false if they would be read from the tables.
func (s *Store[T, P]) Unpack(text string, r P) bool {
	return s.unpack(text, r.base().Version, bind(&Fields{}, r), &Fields{})
}
