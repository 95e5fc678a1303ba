/** Saves a diagram as a picture that looks the same anywhere: its colours travel with it. */

import {svg} from './elements.js';

const COLOURS = ['--ink', '--quiet', '--paper', '--line', '--accent', '--warn', '--dead'];

/** Hands the reader a file. `head` and `body` are the two halves of the diagram, `headHeight` is where the second begins. */
export function saveSvg(name, head, body, headHeight, {width, height}) {
  const whole = svg('svg', {xmlns: 'http://www.w3.org/2000/svg', width, height: height + headHeight, class: 'sequence'},
      svg('style', {}, styles()),
      svg('rect', {class: 'paper', width: '100%', height: '100%'}),
      svg('g', {}, ...head),
      svg('g', {transform: `translate(0, ${headHeight})`}, ...body));
  const file = new Blob([new XMLSerializer().serializeToString(whole)], {type: 'image/svg+xml'});
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}

/** The rules of sequence.css, and the colours as they are now, light or dark. */
function styles() {
  const now = getComputedStyle(document.documentElement);
  const colours = COLOURS.map((name) => `${name}: ${now.getPropertyValue(name)};`).join(' ');
  const sheet = [...document.styleSheets].find(({href}) => href?.endsWith('/sequence.css'));
  return [`.sequence { ${colours} }`, ...[...sheet.cssRules].map((rule) => rule.cssText)].join('\n');
}
