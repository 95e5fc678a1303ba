/** A question of the lesson that is to be answered before the session is run: three answers to choose from, and what to say to each. */

import {html} from './elements.js';

const LETTER = /^([A-Z])\.\s*/;

export class Prediction {
  /** Puts a form in the place of each question: a quote that begins with "Predict.", and the folded answer behind it. */
  static all(element, act, predicted) {
    const questions = [...element.querySelectorAll('blockquote')].filter((quote) => quote.querySelector('strong')?.textContent === 'Predict.');
    questions.forEach((quote, index) => {
      const answer = quote.nextElementSibling;
      if (answer?.matches('details')) new Prediction(quote, answer, {act, number: index + 1, chosen: predicted[index]});
    });
  }

  #said = html('div', {class: 'said', role: 'status'});
  #explanations;

  /** @param chosen the letter that was chosen before; empty if none was */
  constructor(quote, answer, {act, number, chosen}) {
    this.#explanations = explanationsIn(answer);
    const options = [...quote.querySelectorAll('li')].map((item) => this.#option(item, `predict-${number}`, chosen, (letter) => act.tell('predict', {question: number, letter})));
    const form = html('fieldset', {class: 'predict'}, html('legend', {}, ...quote.querySelector('p').childNodes), ...options, this.#said);
    quote.replaceWith(form);
    answer.remove();
    if (chosen) this.#answer(chosen);
  }

  #option(item, name, chosen, remember) {
    const [, letter] = item.textContent.match(LETTER) ?? [];
    const radio = html('input', {type: 'radio', name, value: letter, checked: letter === chosen});
    radio.addEventListener('change', () => {
      this.#answer(letter);
      remember(letter);
    });
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
