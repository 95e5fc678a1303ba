/** Draws the lines of the picture: who supervises whom, and, if they are switched on, links and monitors. */

import {setAttributes, svg} from './elements.js';

const MOVES_SOFTLY = CSS.supports('d', 'path("M0 0")');

/** Keeps one path for each line, so that a line moves when its ends do. */
export class Lines {
  #group;
  #paths = new Map(); // key of a line -> its element
  #drawn = new Map(); // key of a line -> the line as it was drawn last

  constructor(group) {
    this.#group = group;
  }

  /** @param lines each with `key`, `kind` (the class of its path), and `path`, the way that it takes */
  draw(lines) {
    const keys = new Set(lines.map((line) => line.key));
    for (const [key, path] of this.#paths) {
      if (keys.has(key)) continue;
      path.remove();
      this.#paths.delete(key);
      this.#drawn.delete(key);
    }
    for (const line of lines) {
      if (!this.#paths.has(line.key)) {
        this.#paths.set(line.key, this.#group.appendChild(svg('path', {fill: 'none'})));
      }
      const before = this.#drawn.get(line.key);
      if (before?.path === line.path && before.kind === line.kind) continue;
      this.#drawn.set(line.key, line);
      const path = this.#paths.get(line.key);
      setAttributes(path, {class: line.kind, 'marker-end': line.kind.includes('monitor') ? 'url(#arrow)' : null});
      if (MOVES_SOFTLY) path.style.setProperty('d', `path("${line.path}")`);
      else setAttributes(path, {d: line.path});
    }
  }
}

/** The lines of the tree, from the right of a card to the left of those below it. */
export function treeLines(lines, boxes) {
  return lines
      .map((line) => ({...line, from: boxes.get(line.from), to: boxes.get(line.to)}))
      .filter(({from, to}) => from && to && to.x >= from.x + from.width)
      .map(({key, kind, from, to}) => ({key, kind: `line ${kind}`, path: bent(rightOf(from, 0), leftOf(to, 0))}));
}

/**
 * Links and monitors as lines. If a process is selected, those of others are drawn faintly.
 *
 * @param shown `{links, monitors, selected}`
 */
export function ties(boxes, shown) {
  const all = [];
  for (const box of boxes.values()) {
    if (box.kind !== 'process' || box.process.state === 'dead') continue;
    if (shown.links) {
      const others = box.process.links.filter((id) => id > box.process.id || !boxes.get(`p${id}`)?.process.links.includes(box.process.id));
      all.push(...tiesOf('link', box, others, boxes, shown));
    }
    if (shown.monitors) all.push(...tiesOf('monitor', box, box.process.monitors, boxes, shown));
  }
  return all;
}

function tiesOf(kind, box, ids, boxes, {selected}) {
  return ids.map((id) => boxes.get(`p${id}`)).filter((other) => other?.kind === 'process' && other !== box).map((other) => {
    const isFaint = selected !== null && selected !== box.process.id && selected !== other.process.id;
    return {
      key: `${kind}-${box.key}-${other.key}`,
      kind: `tie ${kind}${isFaint ? ' faint' : ''}`,
      path: way(box, other, kind === 'link' ? -7 : 7),
    };
  });
}

/** Links leave a card above its middle and monitors below it, so that neither hides the line of the tree. */
function way(from, to, offset) {
  if (to.x > from.x + from.width) return bent(rightOf(from, offset), leftOf(to, offset));
  if (from.x > to.x + to.width) return bent(leftOf(from, offset), rightOf(to, offset));
  const [begin, end] = [rightOf(from, offset), rightOf(to, offset)];
  const bulge = Math.max(begin.x, end.x) + 24 + Math.min(60, Math.abs(begin.y - end.y) / 6);
  return `M${begin.x} ${begin.y} C${bulge} ${begin.y} ${bulge} ${end.y} ${end.x} ${end.y}`;
}

function bent(begin, end) {
  const middle = (begin.x + end.x) / 2;
  return `M${begin.x} ${begin.y} C${middle} ${begin.y} ${middle} ${end.y} ${end.x} ${end.y}`;
}

function rightOf(box, offset) {
  return {x: box.x + box.width, y: box.y + box.height / 2 + offset};
}

function leftOf(box, offset) {
  return {x: box.x, y: box.y + box.height / 2 + offset};
}
