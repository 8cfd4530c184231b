#!/bin/sh
# Cuts the five faces of Fira Sans to the characters European languages in Latin script need. Run by hand:
#
#   apt-get install fonttools python3-brotli
#   sh assets/build/fonts.sh UNPACKED_KERN_PACKAGE assets/fonts
#
# Kept: Basic Latin, Latin-1, Latin Extended-A, Romanian comma letters, capital sharp s, punctuation, euro, arrows,
# minus, approximately-equal; of the features kerning, ligatures, marks, local forms and lining or tabular figures.
set -eu
from=$1 to=$2
chars='U+20-7E,U+A0-17F,U+218-21B,U+2C6,U+2DA,U+2DC,U+300-304,U+306-308,U+30A-30C,U+327-328,U+1E9E'
chars="$chars,U+2009,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+202F,U+2030,U+2039,U+203A,U+2044,U+20AC,U+2116,U+2122"
chars="$chars,U+2190-2193,U+2197,U+2212,U+2248,U+2260,U+2264,U+2265"
for face in Light Regular Italic Medium SemiBold; do
  pyftsubset "$from/dist/fonts/fira-sans/FiraSans-$face.woff2" \
    --unicodes="$chars" --layout-features=kern,liga,mark,mkmk,ccmp,locl,lnum,tnum,pnum \
    --name-IDs=0,1,2,3,4,5,6,7,13,14,16,17 --no-hinting --desubroutinize --flavor=woff2 \
    --output-file="$to/FiraSans-$face.woff2"
done
