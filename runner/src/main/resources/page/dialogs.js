/** What is read in a window over the page: a file that the lesson names, a term, a diff, a solution. */

import {colour} from './code-colours.js';
import {html} from './elements.js';

export class Dialogs {
  #element;
  #asked = 0; // how often something was asked for, or closed

  constructor(element) {
    this.#element = element;
    element.addEventListener('close', () => this.#asked++);
  }

  /** Shows what `ask` returns, or why there is nothing to show; not if something else was asked for meanwhile, or all was closed. */
  async showAnswer(title, ask) {
    const number = ++this.#asked;
    const nodes = await ask().catch((problem) => [html('p', {}, problem.message)]);
    if (number === this.#asked) this.show(title, ...nodes);
  }

  /** Shows nodes under a title. */
  show(title, ...nodes) {
    this.#asked++;
    const close = html('button', {type: 'button', class: 'close', 'aria-label': 'Close'}, '×');
    close.addEventListener('click', () => this.#element.close());
    this.#element.replaceChildren(html('h2', {id: 'text-title', tabindex: '-1'}, title), close, ...nodes);
    if (!this.#element.open) this.#element.showModal();
    this.#element.firstChild.focus();
  }
}

/** Returns code as it is shown. */
export function codeOf(text, language) {
  return html('pre', {class: 'code', tabindex: '0'}, html('code', {}, ...colour(text, language)));
}
