package app

import (
	"os"
	"runtime/debug"
)

// How much garbage a server lets gather before it collects, in percent of what it holds. That is little, some
// ten megabytes: to collect as often as the runtime does by itself, at 100, takes a tenth of what a request costs.
const (
	gcPercent    = 400
	usualPercent = 100
)

// CollectLess has the process collect garbage as a server does, until the function that it returns is called. GOGC in the
// environment counts more.
func CollectLess() (undo func()) { return collect(gcPercent) }

func collect(percent int) (undo func()) {
	if os.Getenv("GOGC") != "" {
		return func() {}
	}
	before := debug.SetGCPercent(percent)
	return func() { debug.SetGCPercent(before) }
}

// frugally does what holds much for a while, many times what the program needs otherwise, and gives the memory back.
func frugally(do func() error) error {
	defer debug.FreeOSMemory()
	defer collect(usualPercent)()
	return do()
}

// settle gives back the memory that the start took, for migrating, for the gazetteer, for a demonstration: several times what
// an idle desk needs. The runtime would come to it only after minutes, and to what SQLite keeps, never.
func (a *App) settle() {
	a.DB.Refresh()
	debug.FreeOSMemory()
}
