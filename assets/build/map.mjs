// Draws assets/img/world.svg and assets/img/europe.svg, the land below the maps. Run by hand when the maps change:
//
//   npm install --prefix FOLDER world-atlas@2.0.2 d3-geo@3.1.2 topojson-client@3.1.0     # a folder outside the tree
//   node assets/build/map.mjs FOLDER assets/img internal/base/geo/testdata/charts.tsv
//
// Land is Natural Earth (public domain), projected and cut at ±180° by d3, simplified, and written as relative integers.
// There are no borders of states: we draw cities. The same two projections are computed in internal/base/geo/chart.go;
// the third file holds where d3 puts some cities, for the test that both agree. Change one, change the other.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [from, to, golden] = process.argv.slice(2);
if (!golden) {
  console.error('usage: node map.mjs FOLDER_WITH_NODE_MODULES IMAGES CITIES.tsv');
  process.exit(2);
}
const require = createRequire(pathToFileURL(`${from}/`));
const load = async (name) => import(pathToFileURL(require.resolve(name)));
const d3 = await load('d3-geo');
const { feature } = await load('topojson-client');
const land = (name) => {
  const atlas = JSON.parse(readFileSync(require.resolve(`world-atlas/${name}.json`), 'utf8'));
  return feature(atlas, atlas.objects.land);
};

const charts = {
  world: { // Equal Earth, centred on Greenwich; the south of 57° S, which is ice, is left out
    width: 1000, height: 446, land: 'land-110m',
    projection: d3.geoEqualEarth().scale(184).translate([500, 247]),
  },
  europe: { // conformal conic on 40° N and 60° N, centred on 51.3° N 16.5° E
    width: 1000, height: 730, land: 'land-50m',
    projection: d3.geoConicConformal().parallels([40, 60]).rotate([-16.5, 0]).center([0, 51.3]).scale(1130).translate([500, 365]),
  },
};

// rings projects land to closed rings of points, clipped a little beyond the chart.
function rings(chart) {
  const out = [];
  let ring;
  const sink = {
    moveTo: (x, y) => { ring = [[x, y]]; },
    lineTo: (x, y) => { ring.push([x, y]); },
    closePath: () => { out.push(ring); },
  };
  chart.projection.clipExtent([[-3, -3], [chart.width + 3, chart.height + 3]]);
  d3.geoPath(chart.projection, sink)(land(chart.land));
  return out;
}

const area = ([ax, ay], [bx, by], [cx, cy]) => Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;

// simplify drops the point that makes the least difference, until each makes at least as much as asked (Visvalingam and
// Whyatt 1993). Of an open line the ends stay.
function simplify(line, least, closed = true) {
  const points = [...line], end = closed ? 0 : 1;
  for (;;) {
    let worst = -1, size = least;
    for (let i = end; i < points.length - end && points.length > 2 + !end; i++) {
      const a = area(points.at(i - 1), points[i], points[(i + 1) % points.length]);
      if (a < size) [worst, size] = [i, a];
    }
    if (worst < 0) return points;
    points.splice(worst, 1);
  }
}

function ringArea(ring) {
  return Math.abs(ring.reduce((sum, [x, y], i) => sum + x * ring.at(i - 1)[1] - ring.at(i - 1)[0] * y, 0)) / 2;
}

// number writes integers one after the other, parted by a space only where no minus parts them.
const numbers = (list) => list.map((n, i) => (i > 0 && n >= 0 ? ' ' : '') + n).join('');

function path(ring, closed = true) {
  const whole = ring.map((p) => p.map(Math.round)).filter((p, i, all) => i === 0 || p[0] !== all[i - 1][0] || p[1] !== all[i - 1][1]);
  const steps = whole.slice(1).flatMap((p, i) => [p[0] - whole[i][0], p[1] - whole[i][1]]);
  return whole.length < 3 && closed ? '' : `M${numbers(whole[0])}l${numbers(steps)}${closed ? 'z' : ''}`;
}

function drawn(chart, { least, smallest }) {
  return rings(chart).filter((r) => ringArea(r) >= smallest).map((r) => path(simplify(r, least))).join('');
}

// graticule draws the edge of the world, and meridians and parallels every 30°, as one path.
function graticule(chart) {
  const lines = [];
  const sink = { moveTo: (x, y) => lines.push([[x, y]]), lineTo: (x, y) => lines.at(-1).push([x, y]), closePath() {} };
  const net = d3.geoGraticule().extent([[-150, -90], [151, 90]]).step([30, 30]);
  for (const part of [{ type: 'Sphere' }, net()]) d3.geoPath(chart.projection, sink)(part);
  return lines.map((l) => path(simplify(l, 2, false), false)).join('');
}

// frame is the outline of one chart as the other draws it.
function frame(inner, outer) {
  const { width: w, height: h } = inner, steps = 12, edge = [];
  const along = (ax, ay, bx, by) => {
    for (let i = 0; i < steps; i++) edge.push([ax + (bx - ax) * i / steps, ay + (by - ay) * i / steps]);
  };
  along(0, 0, w, 0); along(w, 0, w, h); along(w, h, 0, h); along(0, h, 0, 0);
  return path(edge.map((p) => outer.projection(inner.projection.invert(p))));
}

const svg = (body) => `<svg xmlns="http://www.w3.org/2000/svg">${body}</svg>\n`;
const id = (name, d) => `<path id="${name}" d="${d}"/>`;
writeFileSync(`${to}/world.svg`, svg(id('land', drawn(charts.world, { least: 1.2, smallest: 5 })) + id('lines', graticule(charts.world))
  + id('frame', frame(charts.europe, charts.world))));
writeFileSync(`${to}/europe.svg`, svg(id('land', drawn(charts.europe, { least: 2.5, smallest: 12 }))));

const cities = [
  ['Hannover', 52.36697, 9.71666], ['Bristol', 51.4545, -2.5879], ['Hiroshima', 34.39627, 132.45937], ['Blantyre', -15.78499, 35.00854],
  ['Kansas City', 39.09973, -94.57857], ['Perpignan', 42.69764, 2.89541], ['Iwanowo', 56.99719, 40.97139], ['Diyarbakır', 37.91363, 40.21721],
  ['Suva', -18.1416, 178.4415], ['Honolulu', 21.30694, -157.85833], ['Ushuaia', -54.8, -68.3], ['Longyearbyen', 78.22334, 15.64689],
  ['Reykjavík', 64.13548, -21.89541], ['Quito', 0, -78.52495], ['Lissabon', 38.71667, -9.13333],
];
const at = (chart, lat, lon) => chart.projection.clipExtent(null)([lon, lat]).map((n) => n.toFixed(4));
writeFileSync(golden, 'city\tlat\tlon\tworld x\tworld y\teurope x\teurope y\n'
  + cities.map(([name, lat, lon]) => [name, lat, lon, ...at(charts.world, lat, lon), ...at(charts.europe, lat, lon)].join('\t')).join('\n') + '\n');
