// Cuts assets/css/kern.css out of the published KERN stylesheet. Run by hand when KERN is renewed:
//
//   npm pack @kern-ux/native@2.7.2 && tar xzf kern-ux-native-2.7.2.tgz
//   node assets/build/kern.mjs package assets/css/kern.css
//
// kern.css is one long file, but every part of it opens with a comment that names its source ("@file _colors.scss").
// We keep the parts listed below and drop the rest, all comments, and the few base rules our own sheet replaces.
// What is left goes into the cascade layer "kern": a rule of kontor.css, which is outside every layer, always wins over it.
import { readFileSync, writeFileSync } from 'node:fs';

const parts = [
  '_icons.scss',     // despite its name: reset and base rules
  '_colors.scss', '_font.scss', '_sizes.scss', '_spacing.scss', '_variables.scss', // tokens
  '_themes.scss',    // roles, light and dark
  '_layers.scss',    // roles by nesting level
  // A component is added by its part, for instance '_alert.scss', with '_icon.scss' if it shows an icon.
];

// Base rules we replace: a font on every single element (ours is inherited), a second focus ring,
// and helpers of components we do not use.
const replaced = [/^\*:not\(i\)$/, /:focus/, /^\.kern-(sr-only|error|number)/];

const [from, to] = process.argv.slice(2);
if (!to) {
  console.error('usage: node kern.mjs UNPACKED_PACKAGE OUTPUT.css');
  process.exit(2);
}
const version = JSON.parse(readFileSync(`${from}/package.json`, 'utf8')).version;
const whole = readFileSync(`${from}/dist/kern.css`, 'utf8');

const found = new Set();
const kept = whole
  .split(/\/\*\*(?=\s*\* @file )/)
  .filter((chunk) => {
    const name = /@file (\S+)/.exec(chunk)?.[1];
    if (!parts.includes(name)) return false;
    // "_spacing.scss" opens two parts: the tokens, and hundreds of utility classes we do not want.
    if (found.has(name)) return false;
    found.add(name);
    return true;
  })
  .map((chunk) => chunk.slice(chunk.indexOf('*/') + 2))
  .join('\n');

for (const name of parts) {
  if (!found.has(name)) throw new Error(`kern.css has no part ${name}`);
}

const css = rules(kept.replace(/\/\*[\s\S]*?\*\//g, ''))
  .filter((rule) => !replaced.some((gone) => gone.test(rule.trim().split(/[,{]/)[0].trim())))
  .filter((rule) => !/^@media[^{]*\{\s*\.kern-/.test(rule.trim()))
  .map((rule) => rule.trim()
    .replace(/,\s*(?=\))/g, '')        // stray commas: ":is(a, b, )" matches nothing in strict parsers
    .replace(/\s*\n\s*/g, ' ')
    .replace(/; \}/g, ' }'))
  .join('\n');

writeFileSync(to, `/* KERN UX ${version}, tokens and base. Copyright KERN-Team, licensed under the EUPL-1.2 (licences/KERN-EUPL-1.2.md).
   Cut out by build/kern.mjs: change that, not this. */
@layer kern {
${css}
}
`);

// rules splits a stylesheet into its outermost rules by counting braces.
function rules(text) {
  const list = [];
  let depth = 0, start = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '{') depth++;
    if (text[i] === '}' && --depth === 0) {
      list.push(text.slice(start, i + 1));
      start = i + 1;
    }
  }
  return list;
}
