/**
 * Says what happens to those who listen: at most once a second, since nobody can hear more. Of much at once it says the
 * beginning, what is urgent first, and how much more there was.
 */

import {html} from './elements.js';

const EVERY_MILLIS = 1000;
const MOST_SENTENCES = 3;

export class Announcer {
  element = html('p', {class: 'unseen', role: 'status'}); // in the page before it says anything: else it is not heard
  #urgent = [];
  #sentences = [];
  #unsaid = 0;
  #timer = null;
  #saidAt = -EVERY_MILLIS;

  say(sentence, isUrgent = false) {
    const kept = isUrgent ? this.#urgent : this.#sentences;
    if (kept.length < MOST_SENTENCES) kept.push(sentence);
    else this.#unsaid++;
    this.#timer ??= setTimeout(() => this.#speak(), Math.max(0, this.#saidAt + EVERY_MILLIS - performance.now()));
  }

  #speak() {
    const all = [...this.#urgent, ...this.#sentences];
    const more = this.#unsaid + Math.max(0, all.length - MOST_SENTENCES);
    const rest = more > 0 ? [`And ${more} more.`] : [];
    this.element.replaceChildren([...all.slice(0, MOST_SENTENCES), ...rest].join(' '));
    [this.#urgent, this.#sentences, this.#unsaid, this.#timer] = [[], [], 0, null];
    this.#saidAt = performance.now();
  }
}
