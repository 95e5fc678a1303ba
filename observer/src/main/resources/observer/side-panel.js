/** The side of the page: one process, one table, a question about a lever, or what came of it. */

import {keepFocus, setText} from './elements.js';
import {Comparison, Question} from './prediction.js';
import {ProcessPanel} from './process-panel.js';
import {TablePanel} from './table-panel.js';

export class SidePanel {
  #element;
  #content;
  #problem;
  #view;
  #panels;
  #leave;

  /** @param leave returns what has the focus when there is nothing to show any more */
  constructor(element, {connection, view, levers, open, choose, leave}) {
    this.#element = element;
    this.#content = element.querySelector('.content');
    this.#problem = element.querySelector('.problem');
    this.#view = view;
    this.#leave = leave;
    this.#panels = {
      question: new Question(view, levers),
      comparison: new Comparison(view),
      process: new ProcessPanel(connection, view, levers, {open, choose}),
      table: new TablePanel(connection, view),
    };
    element.querySelector('.close').addEventListener('click', () => this.#close());
  }

  draw(picture) {
    keepFocus(this.#element, () => this.#draw(picture), () => (this.#element.hidden ? this.#leave() : this.#content.querySelector('h2')));
  }

  #draw(picture) {
    const panel = this.#panels[this.#wanted()];
    this.#element.hidden = !panel && !this.#view.problem;
    setText(this.#problem, this.#view.problem ?? '');
    if (!panel) return this.#content.replaceChildren();
    if (this.#content.firstChild !== panel.element) this.#content.replaceChildren(panel.element);
    return panel.draw(picture);
  }

  /** Gives the next answer about a process, while the page asks. */
  answerNext(id) {
    this.#panels.question.answerNext(id);
  }

  /** Leads to the lever that a key stands for: `exit` or `slow`. */
  focusLever(action, picture) {
    this.draw(picture);
    this.#panels.process.focusLever(action);
  }

  #wanted() {
    const {prediction, outcome, selected} = this.#view;
    if (prediction) return 'question';
    if (outcome !== null) return 'comparison';
    if (selected?.process !== undefined) return 'process';
    return selected?.table !== undefined ? 'table' : null;
  }

  #close() {
    this.#view.change({prediction: null, outcome: null, selected: null, problem: null});
  }
}
