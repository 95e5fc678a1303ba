/** Draws messages as a sequence diagram: a head with the names, which stays in sight, and below it the messages. */

import {svg} from './elements.js';
import {GAP} from './sequence-layout.js';
import {FONTS, fitting, widthOf} from './text-width.js';
import {span} from './words.js';

const LANE = 5;
export const HEAD_HEIGHT = 44;

/** Returns the names of the processes, as the content of an svg. */
export function headOf({lines}) {
  return lines.map(({title, pid, x}) => svg('g', {class: 'life'},
      svg('title', {}, `${title} ${pid}`),
      svg('text', {class: 'name', x, y: 18, 'text-anchor': 'middle'}, fitting(title, FONTS.name, GAP - 12)),
      svg('text', {class: 'pid', x, y: 34, 'text-anchor': 'middle'}, pid)));
}

/** Returns all messages, as the content of an svg. */
export function bodyOf({lines, rows, pauses, height, width}) {
  return [
    ...lines.flatMap((line) => lifeOf(line, height)),
    ...pauses.map(({y, millis}) => svg('g', {class: 'pause'},
        svg('line', {x1: 0, x2: width, y1: y, y2: y}),
        svg('text', {class: 'small', x: 6, y: y - 3}, `${span(millis)} later`))),
    ...rows.map(messageOf),
  ];
}

/** A line ends in a cross where its process did. */
function lifeOf({x, end}, height) {
  const life = svg('line', {class: 'lifeline', x1: x, x2: x, y1: 0, y2: end ?? height});
  if (end === null) return [life];
  return [life, svg('path', {class: 'end', d: `M${x - 6} ${end - 6} l12 12 M${x + 6} ${end - 6} l-12 12`})];
}

function messageOf(row) {
  const {message, from, to, sent, taken, until, lane} = row;
  const bar = to + 3 + lane * LANE;
  return svg('g', {class: `message ${message.kind}`, role: 'listitem', 'aria-label': spokenMessage(message)},
      svg('title', {}, spokenMessage(message)),
      from === to ? selfArrow(row) : svg('line', {class: 'arrow', x1: from, x2: to + (to > from ? -7 : 7), y1: sent, y2: sent}),
      svg('circle', {class: 'sent', cx: from, cy: sent, r: 3}),
      arrowHead(row),
      svg('rect', {class: 'wait', x: bar, y: sent, width: 4, height: Math.max(2, until - sent), rx: 2}),
      taken === null ? pending(message, bar + 2, until) : svg('circle', {class: 'taken', cx: bar + 2, cy: taken, r: 3.5}),
      ...label(row));
}

function selfArrow({from, sent}) {
  return svg('path', {class: 'arrow', fill: 'none', d: `M${from} ${sent} h-26 v-8 h20`});
}

function arrowHead({from, to, sent, message}) {
  const [tip, back] = to > from || from === to ? [to - 1, to - 9] : [to + 1, to + 9];
  const shape = message.kind === 'cast' || message.kind === 'reply' ? 'head open' : 'head';
  const y = from === to ? sent - 8 : sent;
  return svg('path', {class: shape, d: `M${back} ${y - 4} L${tip} ${y} L${back} ${y + 4}`});
}

/** A message that was never taken ends in a cross, one that still waits in a ring. */
function pending(message, x, y) {
  if (!message.lost) return svg('circle', {class: 'still', cx: x, cy: y, r: 3.5});
  return svg('path', {class: 'lost', d: `M${x - 4} ${y - 4} l8 8 M${x + 4} ${y - 4} l-8 8`});
}

/** The words stand above the arrow, beginning where it does, so that a bar does not hide them. */
function label({message, from, to, sent}) {
  const room = Math.max(GAP, Math.abs(to - from)) - 24;
  const kind = widthOf(`${message.kind} `, FONTS.small) + 3;
  const words = fitting(message.text, FONTS.code, room - kind);
  const whole = kind + widthOf(words, FONTS.code);
  const x = to >= from ? from + 10 : Math.max(4, from - 10 - whole);
  return [
    svg('text', {class: 'small', x, y: sent - 5}, message.kind),
    svg('text', {class: 'pid', x: x + kind, y: sent - 5}, words),
  ];
}

function spokenMessage({kind, text, fromTitle, toTitle, sent, taken, lost}) {
  const waited = taken === null ? (lost ? 'never taken: the receiver had ended' : 'still waits') : `waited ${span(taken - sent)} in the mailbox`;
  return `${kind} ${text}, from ${fromTitle ?? 'a timer'} to ${toTitle}, ${waited}`;
}
