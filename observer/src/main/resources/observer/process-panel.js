/** One process in detail: what it is, what it holds, who it is tied to, and the levers that move it. */

import {html, keepFocus, setAttributes, setText} from './elements.js';
import {LeverForm} from './lever-form.js';
import {clock, counted, grouped, restarts} from './words.js';

const ASK_EVERY_MILLIS = 1000;

export class ProcessPanel {
  element = html('section', {class: 'process', 'aria-labelledby': 'process-title'});
  #connection;
  #view;
  #open;
  #id = null;
  #asked = {record: null, at: 0};
  #questions = 0;
  #answered = 0; // the question whose answer is shown
  #answer = null; // the last detail, as text, so that what did not change is not made anew
  #heading = html('h2', {id: 'process-title', tabindex: -1});
  #pid = html('p', {class: 'pid'});
  #facts = html('dl');
  #detail = html('div', {class: 'detail'});
  #form;

  /** @param open is told the id of another process that is chosen; `choose`, one whose messages alone are to be shown */
  constructor(connection, view, levers, {open, choose}) {
    this.#connection = connection;
    this.#view = view;
    this.#open = open;
    this.#form = new LeverForm(levers, choose);
    this.element.append(this.#heading, this.#pid, this.#form.element, this.#facts, this.#detail);
  }

  draw(picture) {
    const id = this.#view.selected.process;
    const process = picture.processes.get(id);
    if (id !== this.#id) this.#begin(id);
    if (!process) return this.#drawGone();
    setText(this.#heading, process.title);
    setText(this.#pid, [process.pid, ...process.names.filter((name) => name !== process.title)].join('  '));
    this.#form.draw(process, picture);
    this.#drawFacts(process, picture);
    this.#ask(process);
  }

  /** The keys x and w lead to a lever: `exit` or `slow`. */
  focusLever(action) {
    if (action === 'exit') this.#form.focusReason();
    else this.#form.focusDelay();
  }

  /** Asks for the details when the process has changed, and once a second: a state can change without a trace. */
  #ask(process) {
    const now = performance.now();
    if (process === this.#asked.record && now - this.#asked.at < ASK_EVERY_MILLIS) return;
    this.#asked = {record: process, at: now};
    const number = ++this.#questions;
    this.#connection.get('process', {id: process.id})
        .then((answer) => this.#id === process.id && number > this.#answered && this.#drawDetail(answer.detail, number))
        .catch(() => {}); // It has left the picture; the next drawing says so.
  }

  #begin(id) {
    this.#id = id;
    setText(this.#heading, 'Process');
    this.#answer = null;
    this.#asked = {record: null, at: 0};
    this.#detail.replaceChildren();
  }

  #drawGone() {
    setText(this.#pid, 'It ended a while ago, and has left the picture.');
    this.#form.draw(null);
    setAttributes(this.#facts, {'data-text': null});
    this.#facts.replaceChildren();
  }

  #drawFacts(process, picture) {
    const facts = [
      ['What', `${process.label}, a ${process.kind}`],
      ['Restart', process.restart ?? 'not supervised'],
      process.supervision && ['Strategy', process.supervision.strategy],
      process.supervision && ['Restarts', `${restarts(process)}, ${grouped(process.supervision.restartsEver)} ever`],
      process.supervision && ['Children', counted(process.supervision.children, 'child', 'children')],
      process.generation > 1 && ['Generation', `${process.generation}, after ${this.#titleOf(process.predecessor, picture)}`],
      ['Mailbox', process.mailbox === 0 ? 'empty' : `${counted(process.mailbox, 'message')} waiting`],
      process.state === 'dead' && ['Ended', `${clock(process.ended)}: ${process.reason}`],
    ].filter(Boolean);
    const text = JSON.stringify(facts);
    if (this.#facts.dataset.text === text) return;
    setAttributes(this.#facts, {'data-text': text});
    this.#facts.replaceChildren(...facts.flatMap(([name, value]) => [html('dt', {}, name), html('dd', {}, value)]));
  }

  #titleOf(id, picture) {
    return picture.processes.get(id)?.pid ?? 'one that has left the picture';
  }

  #drawDetail(detail, number) {
    this.#answered = number;
    const text = JSON.stringify(detail);
    if (text === this.#answer) return;
    this.#answer = text;
    const focused = document.activeElement.dataset.kept;
    const again = () => this.#detail.querySelector(`[data-kept="${CSS.escape(focused)}"]`) ?? this.#heading;
    keepFocus(this.#detail, () => this.#detail.replaceChildren(...this.#partsOf(detail)), again);
  }

  #partsOf(detail) {
    return [
      part('State', detail.stateProblem ? html('p', {class: 'quiet'}, detail.stateProblem) : html('pre', {tabindex: 0, 'data-kept': 'state'}, detail.state ?? '')),
      detail.lastCrash ? part('Last crash', html('pre', {tabindex: 0, 'data-kept': 'crash'}, detail.lastCrash.reason)) : null,
      this.#list('Messages that wait', detail.mailboxMessages, (message) => html('li', {class: 'code'}, message)),
      this.#relations('Links', detail.links),
      this.#relations('Monitors', detail.monitors),
      this.#relations('Monitored by', detail.monitoredBy),
    ].filter(Boolean);
  }

  #relations(title, others = []) {
    return this.#list(title, others, ({id, title: name, alive}) => {
      const words = alive === false ? `${name}, ended` : name;
      if (id === null || id === undefined) return html('li', {}, words);
      const button = html('button', {type: 'button', class: 'plain', 'data-kept': id}, words);
      button.addEventListener('click', () => this.#open(id));
      return html('li', {}, button);
    });
  }

  #list(title, items = [], itemOf) {
    return items?.length > 0 ? part(title, html('ul', {}, ...items.map(itemOf))) : null;
  }
}

function part(title, content) {
  return html('div', {class: 'part'}, html('h3', {}, title), content);
}
