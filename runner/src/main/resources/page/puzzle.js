/** The reference's lines to be put into order: for rooms that are short of time. */

import {colour} from './code-colours.js';
import {html, setText} from './elements.js';

export class Puzzle {
  #act;
  #seed;
  #parts;
  #checks = 0;
  #said = html('p', {class: 'said', role: 'status'});

  /** Opens a puzzle of the stage in a window. */
  static open(act, dialogs) {
    return dialogs.showAnswer('Put the lines into order', async () => new Puzzle(act, await act.get('puzzle')).#elements());
  }

  constructor(act, {seed, parts}) {
    this.#act = act;
    this.#seed = seed;
    this.#parts = parts.map((part) => new Part(part));
  }

  #elements() {
    const check = html('button', {type: 'button', class: 'primary'}, 'Check');
    check.addEventListener('click', () => this.#check());
    return [html('p', {}, `Choose the lines of each task in their order. Some belong to no solution (seed ${this.#seed}).`), ...this.#parts.map((part) => part.element), check, this.#said];
  }

  /** Nobody waits for what is checked when the window is closed. */
  #stopWhenClosed() {
    this.#said.closest('dialog').onclose = () => this.#act.tell('leave');
  }

  async #check() {
    const number = ++this.#checks;
    setText(this.#said, 'Checking ...');
    this.#stopWhenClosed();
    const answer = await this.#act.post('arrange', {seed: this.#seed, order: this.#parts.map((part) => part.order).join(';')});
    if (number !== this.#checks) return undefined; // A later order is being checked.
    if (answer?.isStopped) return setText(this.#said, 'Stopped: another order of this puzzle is being checked.');
    if (!answer) return setText(this.#said, 'That could not be checked.');
    this.#parts.forEach((part, index) => part.say(answer.tasks[index], answer.isSolved));
    return setText(this.#said, answer.isSolved ? `✓ Solved${answer.isReference ? '' : ', in another order than the reference, and as right'}. Now write it yourself.` : 'Not yet.');
  }
}

/** The lines of a task: those that are used, in order, and those that are not. */
class Part {
  element;
  #used = html('ol', {class: 'used'});
  #unused = html('ul', {class: 'unused'});
  #said = html('p', {class: 'quiet', role: 'status'});

  constructor({task, title, file, opening, pieces}) {
    this.#unused.append(...pieces.map((piece, index) => this.#piece(piece, index)));
    this.element = html('section', {class: 'puzzle'}, html('h3', {}, `Task ${task}: ${title}`), html('p', {class: 'quiet'}, `${file}, below: `, html('code', {}, opening)),
      this.#used, this.#said, html('p', {class: 'quiet'}, 'Not used:'), this.#unused);
  }

  get order() {
    return [...this.#used.children].map((item) => item.dataset.piece).join(',');
  }

  say({isReference, said}, isSolved) {
    setText(this.#said, isReference || isSolved ? '✓' : `✗ ${said}`);
  }

  #piece(text, index) {
    const line = html('button', {type: 'button', class: 'piece'}, html('code', {}, ...colour(text, 'java')));
    const item = html('li', {'data-piece': index}, line, this.#mover('↑', 'up', text), this.#mover('↓', 'down', text));
    line.addEventListener('click', () => {
      (item.parentElement === this.#used ? this.#unused : this.#used).append(item);
      line.focus();
    });
    line.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
      event.preventDefault();
      this.#move(item, event.key === 'ArrowUp');
      line.focus();
    });
    return item;
  }

  #mover(sign, word, text) {
    const button = html('button', {type: 'button', class: 'mover', 'aria-label': `Move ${word}: ${text}`}, sign);
    button.addEventListener('click', () => {
      this.#move(button.parentElement, word === 'up');
      button.focus();
    });
    return button;
  }

  #move(item, isUp) {
    if (item.parentElement !== this.#used) return;
    if (isUp) item.previousElementSibling?.before(item);
    else item.nextElementSibling?.after(item);
  }
}
