// Package house holds the house: its tests read every Go file of the project
// and fail when one stands in the wrong room or does what its room may not do.
// There is nothing to import here.
//
// The rooms and who may enter them are in rooms_test.go; a new room gets its
// row there first. Each rule is a function from files to findings, written
// once in the file that is named for it, with its controls beside it: small
// planted sources that the rule must report. An exception goes into the list
// `excused` in house_test.go, with its reason; an excuse that nothing needs
// any more fails too.
package house
