/** The levers as buttons, for the process that is shown. */

import {html, setAttributes, setText} from './elements.js';
import {refusal} from './levers.js';

const REASONS = ['shutdown', 'normal', 'kill', 'ill'];
const DELAYS = [[0, 'full speed'], [50, '50 ms a message'], [200, '200 ms a message'], [1000, '1 s a message'], [5000, '5 s a message']];

export class LeverForm {
  element = html('form', {class: 'levers', 'aria-label': 'Levers'});
  #process = null;
  #kill = button('Kill', 'k');
  #suspend = button('Suspend', 's');
  #messages = button('Only its messages', 'm');
  #exit = html('button', {type: 'submit'}, 'Send');
  #reason = html('input', {id: 'exit-reason', list: 'exit-reasons', value: 'shutdown', autocomplete: 'off', spellcheck: 'false', maxlength: 200});
  #delay = html('select', {id: 'slow-millis'}, ...DELAYS.map(([millis, words]) => html('option', {value: millis}, words)));
  #otherDelay = html('option'); // one that was not chosen here

  /** @param choose is told the process whose messages alone are to be shown */
  constructor(levers, choose) {
    const reasons = html('datalist', {id: 'exit-reasons'}, ...REASONS.map((value) => html('option', {value})));
    this.element.append(
        html('div', {class: 'buttons'}, this.#kill, this.#suspend, this.#messages),
        html('div', {class: 'field'}, html('label', {for: 'exit-reason'}, 'Exit with'), this.#reason, this.#exit, reasons),
        html('div', {class: 'field'}, html('label', {for: 'slow-millis'}, 'Speed'), this.#delay));
    this.#kill.addEventListener('click', () => levers.pull('kill', this.#process));
    this.#suspend.addEventListener('click', () => levers.toggleSuspended(this.#process));
    this.#messages.addEventListener('click', () => choose(this.#process));
    this.#delay.addEventListener('change', () => levers.pull('slow', this.#process, {millis: this.#delay.value}));
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      levers.pull('exit', this.#process, {reason: this.#reason.value});
    });
  }

  /** Shows what can be done to a process; with none, nothing. */
  draw(process) {
    this.element.hidden = !process || process.state === 'dead';
    if (this.element.hidden) return;
    const isOther = this.#process?.id !== process.id;
    this.#process = process;
    setText(this.#suspend.firstChild, process.suspended ? 'Resume' : 'Suspend');
    allow(this.#kill, refusal('kill', process));
    allow(this.#suspend, refusal('suspend', process));
    allow(this.#delay, refusal('slow', process));
    if (isOther || document.activeElement !== this.#delay) this.#showDelay(process.delay);
  }

  /** The keys x and w lead here. */
  focusReason() {
    this.#reason.focus();
    this.#reason.select();
  }

  focusDelay() {
    this.#delay.focus();
  }

  #showDelay(millis) {
    if (!DELAYS.some(([known]) => known === millis)) {
      setAttributes(this.#otherDelay, {value: millis});
      setText(this.#otherDelay, `${millis} ms a message`);
      this.#delay.append(this.#otherDelay);
    } else {
      this.#otherDelay.remove();
    }
    this.#delay.value = String(millis);
  }
}

function button(words, key) {
  return html('button', {type: 'button', 'aria-keyshortcuts': key}, html('span', {}, words), html('kbd', {'aria-hidden': 'true'}, key));
}

function allow(control, why) {
  setAttributes(control, {disabled: why !== null, title: why});
}
