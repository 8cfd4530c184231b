package main

import (
	"fmt"
	"os"
	"strings"
	"time"
)

// A load is how busy the machine and this process have been so far.
type load struct {
	machine, own time.Duration
	at           time.Time
}

// tick is the unit of /proc/stat.
const tick = 10 * time.Millisecond

// busy reads how busy the machine has been, with what a hypervisor took from it (Linux; elsewhere it is never busy).
func busy() load {
	l := load{own: cpuTime(), at: time.Now()}
	stat, err := os.ReadFile("/proc/stat")
	if err != nil {
		return l
	}
	first, _, _ := strings.Cut(string(stat), "\n")
	var user, nice, system, idle, wait, irq, softirq, steal int64
	if _, err := fmt.Sscanf(first, "cpu %d %d %d %d %d %d %d %d", &user, &nice, &system, &idle, &wait, &irq, &softirq, &steal); err == nil {
		l.machine = time.Duration(user+nice+system+irq+softirq+steal) * tick
	}
	return l
}

// othersUntil returns how many cores other programs used between two moments, on average.
func (l load) othersUntil(later load) float64 {
	others := (later.machine - l.machine) - (later.own - l.own)
	return max(0, float64(others)/float64(later.at.Sub(l.at)))
}
