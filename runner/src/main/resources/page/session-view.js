/** A session of the lesson: each line can be run, and what the lesson shows is folded until then. */

import {colour} from './code-colours.js';
import {html, setAttributes, setText} from './elements.js';

export class SessionView {
  #lines;
  #last;
  #run;
  #words;
  #isOver = false;
  #remedy;

  /** Fills the place of a session with the exchanges from `first` to `last`. */
  constructor(place, exchanges, first, last, act) {
    this.#last = last;
    this.#lines = exchanges.slice(first, last + 1).map((exchange, index) => new Line(exchange, first + index, act));
    this.#run = html('button', {type: 'button', class: 'run'}, '▶ Run');
    this.#run.addEventListener('click', () => act.tell('run', this.#isOver ? {from: first, exchange: last, again: true} : {exchange: last}));
    this.#words = html('span', {class: 'words'});
    this.#remedy = html('button', {type: 'button', hidden: true}, 'Use the maintainers’ code');
    this.#remedy.addEventListener('click', () => act.tell('begin', {code: 'solution'}));
    const stop = html('button', {type: 'button', class: 'stop', hidden: true}, 'Stop');
    stop.addEventListener('click', () => act.stop(false));
    place.replaceChildren(
      html('div', {class: 'bar'}, this.#run, stop, this.#remedy, this.#words),
      ...this.#lines.map((line) => line.element));
    this.stop = stop;
  }

  draw(state) {
    this.#lines.forEach((line) => line.draw(state.entryOf(line.index)));
    const isRunning = this.#lines.some((line) => line.isRunning);
    this.stop.hidden = !isRunning || state.shell.state !== 'running';
    const {words, needsHelp} = said(state);
    setText(this.#words, words);
    this.#remedy.hidden = !needsHelp;
    this.#run.title = this.#last > 0 ? 'Runs the lines before it as well, if they have not run' : '';
    this.#isOver = this.#lines.every((line) => line.hasRun);
    setText(this.#run, this.#isOver ? '▶ Run again' : '▶ Run');
    this.#run.disabled = state.shell.state === 'broken';
  }

  /** The button of the first line that has not run; null if all have. */
  nextButton() {
    return this.#lines.find((line) => !line.hasRun)?.button ?? null;
  }
}

/** What stands in the way of a session, in words. */
function said({shell, open}) {
  if (shell.code === 'solution') return {words: 'with the maintainers’ code', needsHelp: false};
  if (shell.state === 'broken') return {words: 'Your code does not compile yet.', needsHelp: true};
  if (open) return {words: `Your ${open}: it may come out otherwise.`, needsHelp: true};
  return {words: '', needsHelp: false};
}

class Line {
  index;
  element;
  button;
  hasRun = false;
  isRunning = false;
  #shown;
  #output;
  #verdict;

  constructor({typed, printed}, index, act) {
    this.index = index;
    this.button = html('button', {type: 'button', class: 'run-line', 'aria-label': `Run: ${typed[0]}`, title: 'Run this line'}, '▶');
    this.button.addEventListener('click', () => act.tell('run', {exchange: index, again: true}));
    this.#shown = html('details', {class: 'shown', hidden: !printed},
      html('summary', {}, 'What the lesson shows'), html('pre', {}, printed));
    this.#output = html('pre', {class: 'output', hidden: true, tabindex: '0', 'aria-label': 'Output'});
    this.#verdict = html('p', {class: 'verdict', role: 'status'});
    const code = html('code', {}, ...colour(typed.join('\n'), 'java'));
    this.element = html('div', {class: 'exchange'},
      html('div', {class: 'typed'}, this.button, html('pre', {tabindex: '0'}, code)),
      this.#output, this.#verdict, this.#shown);
  }

  draw(entry) {
    const wasRun = this.hasRun;
    this.hasRun = Boolean(entry);
    this.isRunning = entry?.running ?? false;
    setAttributes(this.element, {'data-state': stateOf(entry)});
    if (!entry) {
      this.#output.hidden = true;
      setText(this.#verdict, '');
      this.#shown.hidden = !this.#shown.lastChild.textContent;
      return;
    }
    const text = entry.text.trimEnd() + (entry.dropped > 0 ? `\n... and ${entry.dropped} characters more, which are not kept` : '');
    setText(this.#output, text);
    this.#output.hidden = !text;
    setText(this.#verdict, verdictOf(entry));
    this.#shown.hidden = entry.same || !this.#shown.lastChild.textContent;
    if (!wasRun) this.#shown.open = false;
  }
}

function stateOf(entry) {
  if (!entry) return 'new';
  if (entry.running) return 'running';
  if (entry.note) return 'ended';
  return entry.same ? 'same' : 'different';
}

function verdictOf({running, note, same, difference}) {
  if (running) return '';
  if (note) return note;
  if (same) return '✓ as the lesson shows';
  if (!difference) return '';
  const expected = difference.expected || 'nothing more';
  const actual = difference.actual || 'nothing more';
  return `≠ The lesson shows: ${expected}\n   Here it is: ${actual}`;
}
