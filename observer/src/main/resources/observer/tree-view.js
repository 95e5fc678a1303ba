/** The living tree: keeps one element for each box of the picture, and moves it when its place changes. */

import {drawCard, newCard} from './card.js';
import {setAttributes, setText} from './elements.js';
import {Lines, ties, treeLines} from './lines.js';
import {layOutPicture} from './tree-layout.js';
import {FATES} from './words.js';

const SCALES = {least: 0.75, most: 1.25};
const ROOM_FOR_GHOSTS = 120;
const FRESH_MILLIS = 1800;
const LEAVES_MILLIS = 300;
const MOST_NEW = 40;
const MOST_MOVING = 300;

export class TreeView {
  /** The boxes of the last drawing, in the order of the tree: key -> box. */
  boxes = new Map();

  #frame;
  #parts;
  #lines;
  #ties;
  #cards = new Map(); // key -> {element, box, state}
  #scale = SCALES.most;
  #isTall = false;
  #room = {width: 0, height: 0};

  /** @param frame the element that scrolls; it holds the svg of the tree */
  constructor(frame) {
    this.#frame = frame;
    const part = (name) => frame.querySelector(name);
    this.#parts = {svg: part('svg'), world: part('.world'), cards: part('.cards'), outside: part('.outside-heading')};
    this.#lines = new Lines(part('.lines'));
    this.#ties = new Lines(part('.ties'));
  }

  /** Draws the picture. Returns in how many milliseconds it has to be drawn again though nothing has changed, or null. */
  draw(picture, view) {
    const layout = this.#layOut(picture);
    const boxes = this.#admitted(layout.boxes);
    this.boxes = new Map(boxes.map((box) => [box.key, box]));
    this.#parts.svg.classList.toggle('many', layout.boxes.length > MOST_MOVING);
    this.#fit(layout);
    this.#lines.draw(treeLines(layout.lines, this.boxes));
    this.#ties.draw(ties(this.boxes, {...view, selected: view.selected?.process ?? null}));
    this.#removeOthers();
    const now = performance.now();
    for (const [id, since] of picture.fresh) if (now - since > FRESH_MILLIS) picture.fresh.delete(id);
    this.#drawCards(boxes, picture, view);
    if (boxes.length < layout.boxes.length) return 0;
    return picture.fresh.size > 0 ? FRESH_MILLIS : null;
  }

  /** Returns the element of a box, or undefined. */
  elementOf(key) {
    return this.#cards.get(key)?.element;
  }

  /** So that the page answers while it draws very many cards, only some new ones are drawn at a time. */
  #admitted(boxes) {
    let left = MOST_NEW;
    return boxes.filter((box) => this.#cards.has(box.key) || left-- > 0);
  }

  #drawCards(boxes, picture, view) {
    const entering = new Set();
    let next = null;
    for (const box of boxes.toReversed()) {
      let card = this.#cards.get(box.key);
      if (!card) {
        card = {element: newCard(box), box: null, state: null};
        this.#cards.set(box.key, card);
        this.#parts.cards.insertBefore(card.element, next);
        place(card.element, this.boxes.get(box.above) ?? box);
        entering.add(card.element);
      }
      const state = stateOf(box, picture, view);
      if (differs(card, box, state)) drawCard(card.element, box, state);
      if (entering.has(card.element)) card.element.classList.add('entering');
      else if (card.box.x !== box.x || card.box.y !== box.y) place(card.element, box);
      Object.assign(card, {box, state});
      next = card.element;
    }
    if (entering.size > 0) this.#parts.svg.getBoundingClientRect(); // Lets the browser see where they come from.
    for (const element of entering) {
      element.classList.remove('entering');
      place(element, this.boxes.get(element.dataset.key));
    }
  }

  #removeOthers() {
    for (const [key, {element, box}] of this.#cards) {
      if (this.boxes.has(key)) continue;
      const hadFocus = element === document.activeElement;
      this.#cards.delete(key);
      element.classList.add('leaving');
      element.removeAttribute('id');
      setTimeout(() => element.remove(), LEAVES_MILLIS);
      const heir = this.elementOf(`p${box.process?.successor}`) ?? this.elementOf(box.above);
      if (hadFocus) (heir ?? this.#frame).focus();
    }
  }

  /** Lays out with flat or with tall cards, whichever can be drawn larger; it keeps to what it has if that is no great gain. */
  #layOut(picture) {
    const room = this.#frame.clientWidth / this.#scale;
    const now = layOutPicture(picture, room, this.#isTall);
    if (now.boxes.length > MOST_MOVING) return now;
    const other = layOutPicture(picture, room, !this.#isTall);
    if (this.#scaleFor(other) < this.#scaleFor(now) * 1.08) return now;
    this.#isTall = !this.#isTall;
    return other;
  }

  #scaleFor({width, height}) {
    const {clientWidth, clientHeight} = this.#frame;
    return Math.min(SCALES.most, clientWidth / (width + ROOM_FOR_GHOSTS), (clientHeight - 4) / height);
  }

  /** Makes the picture as large as fits. It shrinks when it has to, and grows only when that is worth a movement. */
  #fit(layout) {
    const {clientWidth: width, clientHeight: height} = this.#frame;
    const wanted = Math.max(SCALES.least, this.#scaleFor(layout));
    const isResized = this.#room.width !== width || this.#room.height !== height;
    if (isResized || wanted < this.#scale || wanted > this.#scale * 1.15) this.#scale = wanted;
    this.#room = {width, height};
    this.#parts.world.style.transform = `scale(${this.#scale})`;
    this.#parts.svg.style.width = `${Math.ceil(layout.width * this.#scale)}px`;
    this.#parts.svg.style.height = `${Math.ceil(layout.height * this.#scale)}px`;
    setAttributes(this.#parts.outside, {y: layout.outsideAt ?? 0, x: 16});
    setText(this.#parts.outside, layout.outsideAt === null ? '' : 'Outside of any tree');
  }
}

function place(element, {x, y}) {
  element.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
}

function stateOf(box, picture, view) {
  const fate = box.kind === 'process' ? view.prediction?.fates.get(box.process.id) : undefined;
  return {
    isSelected: isSelected(box, view.selected),
    isFresh: box.kind === 'process' && picture.fresh.has(box.process.id),
    fate: fate ? {name: fate, words: FATES[fate]} : null,
  };
}

function isSelected(box, selected) {
  if (box.kind === 'table') return selected?.table === box.table.id;
  return box.process !== undefined && selected?.process === box.process.id;
}

/** Records are replaced, never changed: what is still the same object is still the same. */
function differs({box: before, state: was}, box, state) {
  return before === null
      || ['process', 'table', 'child', 'kind', 'width', 'height', 'level', 'earlier'].some((name) => before[name] !== box[name])
      || before.slot?.hidden !== box.slot?.hidden
      || was.isSelected !== state.isSelected || was.isFresh !== state.isFresh || was.fate?.name !== state.fate?.name;
}
