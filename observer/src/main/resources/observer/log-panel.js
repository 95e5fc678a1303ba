/** What happened, in words: the newest sentence is always in sight, and those who listen are told. */

import {Announcer} from './announcer.js';
import {html, setAttributes, setText} from './elements.js';
import {clock, counted} from './words.js';

const MOST_AT_ONCE = 12;
const URGENT = new Set(['gave_up', 'dropped']);

export class LogPanel {
  #frame;
  #list;
  #unfold;
  #view;
  #open;
  #newest = null;
  #announcer = new Announcer();

  /** @param open is told the id of the process that a sentence is about, when that is chosen */
  constructor(frame, unfold, view, open) {
    this.#frame = frame;
    this.#list = frame.querySelector('ol');
    this.#unfold = unfold;
    this.#view = view;
    this.#open = open;
    frame.after(this.#announcer.element);
    unfold.addEventListener('click', () => view.change({logOpen: !view.logOpen}));
  }

  draw(picture) {
    const isOpen = this.#view.logOpen;
    setAttributes(this.#unfold, {'aria-expanded': isOpen ? 'true' : 'false'});
    setText(this.#unfold, isOpen ? 'Less' : 'More');
    this.#append(picture);
  }

  /** Begins anew: in another run of the observer the numbers begin again. */
  restart() {
    this.#newest = null;
    this.#list.replaceChildren();
  }

  #append(picture) {
    const fresh = this.#newest === null ? picture.log : picture.log.filter(({n}) => n > this.#newest);
    if (fresh.length === 0) return;
    if (this.#newest !== null) fresh.forEach(({kind, text}) => this.#announcer.say(text, URGENT.has(kind)));
    this.#newest = fresh.at(-1).n;
    const shown = fresh.slice(-MOST_AT_ONCE);
    const left = fresh.length - shown.length;
    if (left > 0) this.#list.append(html('li', {}, html('span', {}, `${counted(left, 'thing')} more happened`)));
    this.#list.append(...shown.map((entry) => this.#line(entry)));
    while (this.#list.children.length > picture.log.length) this.#list.firstChild.remove();
    this.#frame.scrollTop = this.#frame.scrollHeight;
  }

  #line({time, kind, text, process}) {
    const when = html('time', {datetime: new Date(time).toISOString()}, clock(time));
    const what = process ? html('button', {type: 'button', class: 'plain', tabindex: -1}, text) : html('span', {}, text);
    if (process) what.addEventListener('click', () => this.#open(process));
    return html('li', {class: kind}, when, what);
  }
}
