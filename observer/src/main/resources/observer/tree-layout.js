/** Finds a place for everything in the picture of the tree: boxes with positions, and lines between them. */

import {layOut} from './tidy-tree.js';
import {forest} from './slots.js';
import {cardWidth, ghostWidth, tableWidth, waitingWidth} from './text-width.js';

const HEIGHTS = {supervisor: 46, tall: 44, other: 30, ghost: 22, table: 24, more: 24};
const ROW_GAP = 9;
const COLUMN_GAP = 34;
const WIDTHS = {least: 110, most: 340};
const MARGIN = 16;
const HEADING = 34;

/**
 * Returns `{boxes, lines, width, height}`. A box has a `key`, a `kind` (process, ghost, table, waiting or more), what it
 * shows, its rectangle, its `level` in the tree, and `above`, the key of the box that it hangs on.
 *
 * @param room how wide the picture may be before it has to be scrolled
 * @param isTall whether cards have two lines: then columns are narrower, and the picture is higher
 */
export function layOutPicture(picture, room, isTall) {
  const {trees, outside} = forest(picture);
  const root = {kind: 'root', height: 0, children: trees.map((slot) => nodeOf(slot, isTall))};
  const places = layOut(root, (node) => node.children, (node) => node.height, ROW_GAP);
  const columns = columnsOf(places);
  const boxes = [];
  collect(root, null, places, columns, boxes);
  const top = Math.min(...boxes.map((box) => box.y), MARGIN) - MARGIN;
  for (const box of boxes) box.y -= top;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height), 0);
  const beside = placeOutside(outside.map((slot) => nodeOf(slot, isTall)), bottom, room);
  const all = [...boxes, ...beside];
  return {
    boxes: all,
    lines: all.filter((box) => box.above).map((box) => ({key: `${box.above}-${box.key}`, kind: box.kind, from: box.above, to: box.key})),
    outsideAt: beside.length > 0 ? bottom + HEADING - 8 : null,
    width: Math.max(...all.map((box) => box.x + box.width), 0) + MARGIN,
    height: Math.max(...all.map((box) => box.y + box.height), 0) + MARGIN,
  };
}

/**
 * A slot becomes a node with its children. Dead predecessors of a leaf stand beside it, those of a parent below it; there is
 * always room for them, so that nothing else moves when a process ends.
 */
function nodeOf(slot, isTall) {
  const {process, ghosts} = slot;
  const children = [
    ...slot.children.map((child) => nodeOf(child, isTall)),
    ...slot.tables.map((table) => leaf('table', `t${table.id}`, {table}, tableWidth(table))),
    ...slot.waiting.map((child) => leaf('waiting', `w${process.id}-${child.childId}`, {child}, waitingWidth(child))),
  ];
  if (slot.hidden > 0) children.push(leaf('more', `m${process.id}`, {slot}, WIDTHS.most));
  const ghost = ghosts.length > 0 ? ghostOf(slot) : {kind: 'room', children: [], width: 0, height: HEIGHTS.ghost};
  const isBelow = children.length > 0;
  if (!isBelow) children.push(ghost);
  const cardHeight = process.supervision ? HEIGHTS.supervisor : isTall ? HEIGHTS.tall : HEIGHTS.other;
  return {
    kind: 'process', key: `p${process.id}`, process, children, ghost: isBelow && ghosts.length > 0 ? ghost : null,
    cardHeight, isTall, width: cardWidth(process, isTall),
    height: cardHeight + (isBelow ? 2 * (HEIGHTS.ghost + 3) : 0),
  };
}

function leaf(kind, key, content, width) {
  return {kind, key, ...content, children: [], width, height: HEIGHTS[kind] ?? HEIGHTS.other};
}

function ghostOf({process, ghosts}) {
  const [youngest, ...earlier] = ghosts;
  return {
    kind: 'ghost', key: `p${youngest.id}`, process: youngest, earlier: earlier.length, after: process,
    children: [], width: ghostWidth(youngest, earlier.length), height: HEIGHTS.ghost,
  };
}

/** A column is as wide as its widest card, within limits. Ghosts do not count: they come and go. */
function columnsOf(places) {
  const widths = [];
  for (const [node, {depth}] of places) {
    if (node.kind === 'root' || node.kind === 'room' || node.kind === 'ghost') continue;
    const wanted = Math.min(node.width, WIDTHS.most);
    widths[depth] = Math.max(widths[depth] ?? WIDTHS.least, wanted);
  }
  let x = MARGIN;
  const columns = [];
  for (let depth = 1; depth <= widths.length; depth++) {
    columns[depth] = {x, width: widths[depth] ?? WIDTHS.least};
    x += columns[depth].width + COLUMN_GAP;
  }
  return columns;
}

function collect(node, above, places, columns, boxes) {
  if (node.kind === 'room') return;
  if (node.kind !== 'root') boxes.push(...boxesOf(node, above, places.get(node), columns));
  for (const child of node.children) collect(child, node.kind === 'root' ? null : node, places, columns, boxes);
}

function boxesOf(node, above, {depth, across}, columns) {
  const {x, width} = columns[depth];
  const y = across - (node.cardHeight ?? node.height) / 2;
  const box = {...node, x, y, width, height: node.cardHeight ?? node.height, level: depth, above: above?.key ?? null};
  if (node.kind === 'ghost') Object.assign(box, {x: x - COLUMN_GAP + 14, width: node.width});
  if (!node.ghost) return [box];
  return [box, {...node.ghost, x: x + 14, y: y + box.height + 3, level: depth + 1, above: node.key}];
}

/** Those outside of any tree stand below it, side by side. */
function placeOutside(nodes, bottom, room) {
  if (nodes.length === 0) return [];
  const width = Math.min(Math.max(...nodes.map((node) => node.width), WIDTHS.least), WIDTHS.most);
  const perRow = Math.max(1, Math.floor((room - MARGIN) / (width + ROW_GAP * 2)));
  return nodes.map((node, index) => ({
    ...node, width, height: node.cardHeight, level: 1, above: null,
    x: MARGIN + (index % perRow) * (width + ROW_GAP * 2),
    y: bottom + HEADING + Math.floor(index / perRow) * (nodes[0].cardHeight + ROW_GAP),
  }));
}
