/** The messages of the last moments: running along, or stopped and scrolled back; all, or those of chosen processes. */

import {html, keepFocus, setAttributes, setText} from './elements.js';
import {saveSvg} from './save-svg.js';
import {layOutMessages} from './sequence-layout.js';
import {bodyOf, headOf, HEAD_HEIGHT} from './sequence-view.js';
import {counted} from './words.js';

const MOST_WHILE_RUNNING = 40;
const EVERY_MILLIS = 100;

export class MessagesPanel {
  #parts;
  #connection;
  #view;
  #stopped = null; // the messages as they were when the reader stopped them
  #drawnAt = 0;
  #drawn = null; // what the diagram on the page was made from
  #layout = null;
  #picture = null;

  constructor(element, connection, view) {
    this.#connection = connection;
    this.#view = view;
    const part = (name) => element.querySelector(name);
    this.#parts = {
      element, stop: part('.stop'), save: part('.save'), chosen: part('.chosen'), missed: part('.missed'),
      scroll: part('.diagram'), head: part('.diagram .head'), body: part('.diagram .body'), empty: part('.no-messages'),
    };
    this.#parts.stop.addEventListener('click', () => this.#toggle());
    // Who scrolls back wants to read, so nothing is to move any more.
    this.#parts.scroll.addEventListener('wheel', (event) => event.deltaY < 0 && this.#stopped === null && this.#toggle());
    this.#parts.save.addEventListener('click', () => saveSvg('messages.svg', headOf(this.#layout), bodyOf(this.#layout), HEAD_HEIGHT, this.#layout));
  }

  /** Has only the messages of these processes traced and shown; with none, all. */
  async choose(ids) {
    try {
      await this.#connection.tell('messages', {on: true, of: ids.join(',')});
      this.#view.change({messagesOpen: true, problem: null});
    } catch (problem) {
      this.#view.change({problem: problem.message});
    }
  }

  /** Goes on with the messages of another run of the observer. */
  restart() {
    this.#drawn = null;
    if (this.#stopped) this.#toggle();
  }

  /** Draws what is to be seen, at most ten times a second. Returns in how many milliseconds it wants to be asked again. */
  draw(picture) {
    this.#parts.element.hidden = !this.#view.messagesOpen;
    if (!this.#view.messagesOpen) return null;
    const left = this.#drawnAt + EVERY_MILLIS - performance.now();
    if (left > 0) return left;
    this.#drawnAt = performance.now();
    this.#picture = picture;
    this.#drawChosen(picture);
    const messages = this.#stopped ?? wanted(picture).slice(-MOST_WHILE_RUNNING);
    const key = messages.map(({n, taken, lost, from, to}) => `${n} ${taken} ${lost} ${hasEnded(from, picture)} ${hasEnded(to, picture)}`).join();
    if (key !== this.#drawn) this.#drawDiagram(messages, picture, key);
    const missed = picture.counts.messagesNotShown;
    setText(this.#parts.missed, missed > 0 ? `${counted(missed, 'message')} not shown: too many at once.` : '');
    return null;
  }

  #drawDiagram(messages, picture, key) {
    this.#drawn = key;
    const fromEnd = this.#fromEnd();
    this.#layout = layOutMessages(messages, picture.processes);
    const {width, height} = this.#layout;
    setAttributes(this.#parts.head, {width, height: HEAD_HEIGHT});
    setAttributes(this.#parts.body, {width, height});
    this.#parts.head.replaceChildren(...headOf(this.#layout));
    this.#parts.body.replaceChildren(...bodyOf(this.#layout));
    this.#parts.empty.hidden = messages.length > 0;
    this.#parts.save.disabled = messages.length === 0;
    this.#scrollTo(this.#stopped ? fromEnd : 0);
  }

  #fromEnd() {
    const {scrollHeight, scrollTop, clientHeight} = this.#parts.scroll;
    return scrollHeight - scrollTop - clientHeight;
  }

  #scrollTo(fromEnd) {
    const {scroll} = this.#parts;
    scroll.scrollTop = scroll.scrollHeight - scroll.clientHeight - fromEnd;
  }

  #toggle() {
    this.#stopped = this.#stopped ? null : wanted(this.#picture);
    setText(this.#parts.stop.firstElementChild, this.#stopped ? 'Go on' : 'Stop');
    setAttributes(this.#parts.element, {'data-stopped': this.#stopped !== null});
    this.#drawnAt = 0;
    this.#view.change({});
  }

  #drawChosen(picture) {
    const {of} = picture.settings;
    const key = `${of.join()} ${of.map((id) => picture.processes.has(id)).join()}`;
    if (this.#parts.chosen.dataset.key === key) return;
    this.#parts.chosen.dataset.key = key;
    const chips = of.map((id) => {
      const title = picture.processes.get(id)?.title ?? `process ${id}`;
      const chip = html('button', {type: 'button', class: 'chip', 'aria-label': `No longer only ${title}`}, title, html('span', {'aria-hidden': 'true'}, '×'));
      chip.addEventListener('click', () => this.choose(of.filter((other) => other !== id)));
      return chip;
    });
    keepFocus(this.#parts.chosen,
        () => this.#parts.chosen.replaceChildren(of.length === 0 ? 'Messages of all processes' : 'Only of ', ...chips),
        () => chips[0] ?? this.#parts.stop);
  }
}

function hasEnded(id, {processes}) {
  const process = processes.get(id);
  return !process || process.state === 'dead'; // Who has left the picture had ended before.
}

function wanted(picture) {
  const {of} = picture.settings;
  const all = [...picture.messages.values()];
  return of.length === 0 ? all : all.filter(({from, to}) => of.includes(from) || of.includes(to));
}
