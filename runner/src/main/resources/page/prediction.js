/** A question of the lesson that is to be answered before the session is run: three answers to choose from, and what to say to each. */

import {html} from './elements.js';

const LETTER = /^([A-Z])\.\s*/;
let count = 0;

export class Prediction {
  /** Puts a form in the place of each question: a quote that begins with "Predict.", and the folded answer behind it. */
  static all(element) {
    for (const quote of element.querySelectorAll('blockquote')) {
      const answer = nextElement(quote);
      if (quote.querySelector('strong')?.textContent === 'Predict.' && answer?.matches('details')) new Prediction(quote, answer);
    }
  }

  #said = html('div', {class: 'said', role: 'status'});
  #explanations;

  constructor(quote, answer) {
    this.#explanations = explanationsIn(answer);
    const options = [...quote.querySelectorAll('li')].map((item) => this.#option(item, `predict-${count}`));
    count++;
    const form = html('fieldset', {class: 'predict'}, html('legend', {}, ...quote.querySelector('p').childNodes), ...options, this.#said);
    quote.replaceWith(form);
    answer.remove();
  }

  #option(item, name) {
    const [, letter] = item.textContent.match(LETTER) ?? [];
    const radio = html('input', {type: 'radio', name, value: letter});
    radio.addEventListener('change', () => this.#answer(letter));
    return html('label', {}, radio, html('span', {}, ...content(item)));
  }

  #answer(letter) {
    const explanation = this.#explanations.get(letter);
    this.#said.replaceChildren(...(explanation ?? []).map((node) => node.cloneNode(true)));
    const isRight = this.#said.textContent.trim().startsWith('Right');
    this.#said.dataset.right = isRight ? 'true' : 'false';
    this.#said.prepend(html('strong', {}, isRight ? '✓ ' : '✗ '));
  }
}

function nextElement(element) {
  return element.nextElementSibling;
}

/** A folded answer and what is in it may be siblings in the rendered text, or one in the other. */
function explanationsIn(details) {
  const all = new Map();
  for (const item of details.querySelectorAll('li')) {
    const [, letter] = item.textContent.trim().match(LETTER) ?? [];
    if (letter) all.set(letter, content(item).filter((node) => node.textContent.trim() !== `${letter}.`));
  }
  return all;
}

/** The nodes of a list item, without the paragraph that may be around them. */
function content(item) {
  const [first] = item.children;
  return [...(first?.matches('p') ? first.childNodes : item.childNodes)];
}
