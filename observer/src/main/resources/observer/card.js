/** Draws one box of the tree: a process, one that has ended, a table, or what stands for those that are not drawn. */

import {setAttributes, setText, svg} from './elements.js';
import {FONTS, MAILBOX_ROOM, PADDING, fitting, pipsWidth, widthOf} from './text-width.js';
import {counted, grouped, marks, restarts, shortPid, spoken} from './words.js';

const FIRST_LINE = 19.5;
const SECOND_LINE = 36;

/** Makes the element of a box, with nothing in it yet. */
export function newCard(box) {
  return svg('g', {id: box.key, role: 'treeitem', tabindex: -1, 'data-key': box.key}, svg('rect', {class: 'face', rx: 7}));
}

/** Draws a box into its element anew. `state` says whether it is selected, fresh, and what is predicted for it. */
export function drawCard(element, box, state) {
  const face = element.querySelector('.face');
  setAttributes(face, {width: box.width, height: box.height});
  setAttributes(element, {
    class: ['card', box.kind, ...classesOf(box), state.isSelected && 'selected', state.isFresh && 'fresh'].filter(Boolean).join(' '),
    'aria-level': box.level, 'aria-selected': state.isSelected ? 'true' : 'false',
    'aria-label': labelOf(box, state.fate),
  });
  element.replaceChildren(face, ...contentOf(box), ...fateOf(box, state.fate));
}

function classesOf({kind, process}) {
  if (kind !== 'process') return [];
  return [process.kind, process.state, process.suspended && 'suspended', process.delay > 0 && 'slowed'].filter(Boolean);
}

function labelOf(box, fate) {
  const about = {
    process: () => spoken(box.process),
    ghost: () => `${spoken(box.process)}, ${box.after.pid} took its place`,
    table: () => `table ${box.table.name}, ${box.table.type}, ${counted(box.table.size, 'row')}`,
    waiting: () => `${box.child.childId}, ${box.child.status}`,
    more: () => `${counted(box.slot.hidden, 'child', 'children')} more, not drawn: search finds them`,
  }[box.kind]();
  return fate ? `${about}. You say: it ${fate.words}` : about;
}

function contentOf(box) {
  switch (box.kind) {
    case 'process': return processContent(box);
    case 'ghost': return ghostContent(box);
    case 'table': return titled(box, box.table.name, counted(box.table.size, 'row'));
    case 'waiting': return titled(box, box.child.childId, box.child.status);
    default: return [text('small', PADDING, 16, `${grouped(box.slot.hidden)} more: search finds them (/)`)];
  }
}

function processContent({process, width, height, isTall}) {
  const parts = isTall && !process.supervision ? twoLines(process, width) : oneLine(process, width);
  parts.push(...mailbox(process.mailbox, width, height));
  if (process.supervision) parts.push(...allowance(process, width - PADDING));
  return [title(process), ...parts];
}

/** From the right: the mailbox, the pid, and the marks; the name has what is left. */
function oneLine(process, width) {
  const pidAt = width - PADDING - MAILBOX_ROOM;
  let end = pidAt - widthOf(shortPid(process), FONTS.code);
  const parts = [text('pid', pidAt, FIRST_LINE, shortPid(process), 'end')];
  for (const mark of marks(process).toReversed()) {
    end = Math.max(end - markWidth(mark) - 6, 60);
    parts.push(...badge(mark, end, FIRST_LINE));
  }
  return [...parts, text('name', PADDING, FIRST_LINE, fitting(process.title, FONTS.name, end - PADDING - 8))];
}

function twoLines(process, width) {
  const room = width - 2 * PADDING - (process.mailbox > 0 ? MAILBOX_ROOM : 0);
  const parts = [
    text('name', PADDING, FIRST_LINE, fitting(process.title, FONTS.name, room)),
    text('pid', PADDING, SECOND_LINE, shortPid(process)),
  ];
  let begin = PADDING + widthOf(shortPid(process), FONTS.code) + 6;
  for (const mark of marks(process)) {
    parts.push(...badge(mark, begin, SECOND_LINE));
    begin += markWidth(mark) + 6;
  }
  return parts;
}

function markWidth(mark) {
  return widthOf(mark, FONTS.small) + 10;
}

function badge(mark, x, y) {
  return [svg('rect', {class: 'mark', x, y: y - 12.5, width: markWidth(mark), height: 17, rx: 8.5}), text('small', x + 5, y, mark)];
}

/** A mailbox is a bar that fills up, on a scale on which each tenfold is as long as the one before. */
function mailbox(waiting, width, height) {
  if (waiting === 0) return [];
  const full = Math.min(1, Math.log10(1 + waiting) / 4);
  return [
    svg('rect', {class: 'mailbox', x: 4, y: height - 5, width: Math.max(8, full * (width - 8)), height: 3, rx: 1.5}),
    text('waiting', width - PADDING, FIRST_LINE, waiting > 9999 ? '10k+' : String(waiting), 'end'),
  ];
}

function allowance(supervisor, right) {
  const words = restarts(supervisor);
  const dots = pipsWidth(supervisor) / 9;
  const begin = right - widthOf(words, FONTS.small) - dots * 9 - 3;
  return [
    text('small', PADDING, SECOND_LINE, supervisor.supervision.strategy),
    text('small', right, SECOND_LINE, words, 'end'),
    ...Array.from({length: dots}, (_, index) => svg('circle', {
      class: index < supervisor.supervision.restarts ? 'pip used' : 'pip', cx: begin + index * 9, cy: 32, r: 3,
    })),
  ];
}

function ghostContent({process, earlier}) {
  const pid = text('pid gone', PADDING, 15, shortPid(process));
  const after = PADDING + widthOf(shortPid(process), FONTS.code) + 8;
  const words = `${process.reason ?? 'ended'}${earlier > 0 ? `, and ${earlier} before` : ''}`;
  return [title(process), pid, text('small', after, 15, fitting(words, FONTS.small, 300 - after))];
}

function titled(box, name, words) {
  return [
    text('name', PADDING, 16.5, fitting(name, FONTS.name, box.width - widthOf(words, FONTS.small) - 30)),
    text('small', box.width - PADDING, 16.5, words, 'end'),
  ];
}

function fateOf(box, fate) {
  if (!fate) return [];
  const room = widthOf(fate.words, FONTS.small) + 14;
  return [
    svg('rect', {class: `fate ${fate.name}`, x: box.width - room, y: -9, width: room, height: 18, rx: 9}),
    text('fate-words', box.width - room + 7, 4, fate.words),
  ];
}

function title(process) {
  return svg('title', {}, [process.title, process.label, process.pid, ...process.names].join('\n'));
}

function text(kind, x, y, words, anchor = 'start') {
  return svg('text', {class: kind, x, y, 'text-anchor': anchor}, words);
}
