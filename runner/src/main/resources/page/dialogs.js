/** What is read in a window over the page: a file that the lesson names, a term, a diff, a solution. */

import {colour} from './code-colours.js';
import {html} from './elements.js';

export class Dialogs {
  #element;
  #act;

  constructor(element, act) {
    this.#element = element;
    this.#act = act;
  }

  /** Shows a file of the kata. */
  async showFile(path) {
    try {
      const {text} = await this.#act.get('file', {path});
      this.show(path, codeOf(text, path.split('.').at(-1)));
    } catch (problem) {
      this.show(path, html('p', {}, problem.message));
    }
  }

  /** Shows nodes under a title. */
  show(title, ...nodes) {
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
