package web

import (
	"context"
	"encoding/json"
	"fmt"
	"io"

	"github.com/a-h/templ"
)

// LinkedData is what a page says to machines, as JSON-LD. It is a block of data, which no browser runs, so the policy
// that no script stands in a page has nothing against it. encoding/json writes <, >, & and the line ends of Unicode as
// escapes: nothing in v ends the block.
func LinkedData(v any) templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		b, err := json.Marshal(v)
		if err != nil {
			return fmt.Errorf("linked data: %w", err)
		}
		_, err = fmt.Fprintf(w, `<script type="application/ld+json">%s</script>`, b)
		return err
	})
}
