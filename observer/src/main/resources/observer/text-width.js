/** How wide texts and cards are, measured once for each text, without touching the page. */

import {beginning} from './elements.js';
import {Lately} from './lately.js';
import {grouped, marks, restarts, shortPid} from './words.js';

export const FONTS = {
  name: '600 13px system-ui, sans-serif',
  small: '11.5px system-ui, sans-serif',
  code: '11.5px ui-monospace, "DejaVu Sans Mono", monospace',
};

/** Room that is kept for the number of waiting messages, so that no column moves when one arrives. */
export const MAILBOX_ROOM = 26;
export const PADDING = 11;

const MOST_CHARACTERS = 200;
const MOST_REMEMBERED = 3_000;
const MOST_ON_ONE_CANVAS = 1_000;
const widths = new Lately(MOST_REMEMBERED);
const cuts = new Lately(MOST_REMEMBERED);
let canvas = null;
let measurements = 0;

/** Returns the width of a text in pixels. */
export function widthOf(text, font) {
  return widths.get(font + beginning(text, MOST_CHARACTERS), () => measure(text, font));
}

/** The browser keeps all that was ever measured on a canvas for as long as there is the canvas. */
function measure(text, font) {
  if (measurements++ % MOST_ON_ONE_CANVAS === 0) canvas = document.createElement('canvas').getContext('2d');
  canvas.font = font;
  return canvas.measureText(beginning(text, MOST_CHARACTERS)).width;
}

/** Cuts a text so that it fits, with an ellipsis for what is missing. */
export function fitting(whole, font, room) {
  const text = beginning(whole, MOST_CHARACTERS);
  if (widthOf(text, font) <= room) return text;
  return cuts.get(`${Math.floor(room)} ${font}${text}`, () => cut(text, font, Math.floor(room)));
}

function cut(text, font, room) {
  let [fits, tooLong] = [0, text.length];
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (measure(`${beginning(text, middle)}…`, font) <= room) fits = middle;
    else tooLong = middle;
  }
  return `${beginning(text, fits)}…`;
}

/** @param isTall whether what does not belong to the name stands in a second line */
export function cardWidth(process, isTall) {
  const name = widthOf(process.title, FONTS.name) + MAILBOX_ROOM;
  const pid = widthOf(shortPid(process), FONTS.code);
  const badges = marks(process).reduce((sum, mark) => sum + widthOf(mark, FONTS.small) + 16, 0);
  const first = isTall && !process.supervision ? Math.max(name, pid + badges) : name + pid + badges + 14;
  const strategy = process.supervision
      ? widthOf(`${process.supervision.strategy}${restarts(process)}`, FONTS.small) + pipsWidth(process) + 16 : 0;
  return Math.max(first, strategy) + 2 * PADDING;
}

/** A supervisor's allowance is drawn as so many dots, unless there are too many to see. */
export function pipsWidth({supervision}) {
  return supervision.maxRestarts <= 6 ? supervision.maxRestarts * 9 : 0;
}

export function ghostWidth(process, earlier) {
  const text = `${shortPid(process)}  ${process.reason ?? ''}${earlier > 0 ? `  and ${earlier} before` : ''}`;
  return Math.min(widthOf(text, FONTS.small) + 34, 300);
}

export function tableWidth(table) {
  return widthOf(table.name, FONTS.name) + widthOf(`${grouped(table.size)} rows`, FONTS.small) + 52;
}

export function waitingWidth(child) {
  return widthOf(`${child.childId} ${child.status}`, FONTS.name) + 30;
}
