/** Finds any process by name, pid or class, also those that are not drawn. */

import {html, setAttributes, setText} from './elements.js';
import {counted} from './words.js';

const REST_MILLIS = 120;

export class SearchBox {
  #input;
  #list;
  #more;
  #connection;
  #found = [];
  #active = -1;
  #timer = 0;
  #asked = 0; // how often something was asked for, or the list was closed
  #show;

  /** @param show is told the id of the process that was chosen */
  constructor(element, connection, show) {
    this.#input = element.querySelector('input');
    this.#list = element.querySelector('[role=listbox]');
    this.#more = element.querySelector('.more');
    this.#connection = connection;
    this.#show = show;
    this.#input.addEventListener('input', () => this.#askSoon());
    this.#input.addEventListener('keydown', (event) => this.#pressed(event));
    element.addEventListener('focusout', (event) => element.contains(event.relatedTarget) || this.#close());
  }

  focus() {
    this.#input.focus();
    this.#input.select();
  }

  #askSoon() {
    this.#asked++;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), REST_MILLIS);
  }

  async #ask() {
    const words = this.#input.value.trim();
    if (words === '') return this.#close();
    const number = ++this.#asked;
    const answer = await this.#connection.get('search', {q: words}).catch((problem) => ({found: [], problem: problem.message, more: 0}));
    if (number !== this.#asked) return undefined;
    this.#found = answer.found;
    this.#list.replaceChildren(...answer.found.map((one, index) => this.#option(one, index)));
    this.#list.hidden = answer.found.length === 0;
    setAttributes(this.#input, {'aria-expanded': this.#list.hidden ? 'false' : 'true'});
    setText(this.#more, answer.problem ?? (answer.found.length === 0 ? `No process is called ${words}.` : ''));
    if (answer.more > 0) setText(this.#more, `and ${counted(answer.more, 'process', 'processes')} more`);
    return this.#activate(answer.found.length > 0 ? 0 : -1);
  }

  #option({title, pid, path, shown}, index) {
    const option = html('li', {role: 'option', id: `found-${index}`, 'aria-selected': 'false'},
        html('strong', {}, title), ' ', html('span', {class: 'pid'}, pid),
        html('span', {class: 'path'}, [path.join(' › '), shown ? '' : 'not drawn yet'].filter(Boolean).join(', ')));
    option.addEventListener('pointerdown', (event) => event.preventDefault()); // Keeps the focus, so that the click comes.
    option.addEventListener('click', () => this.#choose(index));
    return option;
  }

  #pressed(event) {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step && this.#found.length > 0) {
      event.preventDefault();
      this.#activate((this.#active + step + this.#found.length) % this.#found.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.#choose(this.#active);
    } else if (event.key === 'Escape' && !this.#list.hidden) {
      event.preventDefault(); // The next one leaves the search.
      this.#close();
    }
  }

  #activate(index) {
    this.#list.children[this.#active]?.setAttribute('aria-selected', 'false');
    this.#active = index;
    const option = this.#list.children[index];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({block: 'nearest'});
    setAttributes(this.#input, {'aria-activedescendant': option?.id ?? null});
  }

  #choose(index) {
    const chosen = this.#found[index];
    if (!chosen) return;
    this.#close();
    this.#show(chosen);
  }

  #close() {
    this.#asked++;
    clearTimeout(this.#timer);
    this.#list.hidden = true;
    this.#found = [];
    setText(this.#more, '');
    setAttributes(this.#input, {'aria-expanded': 'false', 'aria-activedescendant': null});
  }
}
