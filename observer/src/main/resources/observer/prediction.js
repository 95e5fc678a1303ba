/** Predict first: the page asks who will be alive, and then compares with what happened. */

import {html, setText} from './elements.js';
import {counted, FATES} from './words.js';
import {forest} from './slots.js';

const MOST_ASKED = 80;
const DEEDS = {kill: 'kill', exit: 'send an exit signal to'};

/** Asks: one line for each process, with all of its possible fates. The cards of the tree show the same answers. */
export class Question {
  element = html('section', {class: 'question', 'aria-labelledby': 'question-title'});
  #view;
  #levers;
  #asked = null; // the prediction that the lines were made for
  #processes = [];

  constructor(view, levers) {
    this.#view = view;
    this.#levers = levers;
  }

  draw(picture) {
    const prediction = this.#view.prediction;
    if (prediction !== this.#asked) this.#begin(prediction, picture);
  }

  /** Answers for a process, and for all that it supervises: who falls with a supervisor is asked most often. */
  answer(id, fate) {
    const fates = this.#view.prediction.fates;
    for (const {process} of this.#processes.filter((line) => line.process.id === id || line.above.includes(id))) {
      fates.set(process.id, fate);
      const choice = this.element.querySelector(`[name="fate-${process.id}"][value="${fate}"]`);
      if (choice) choice.checked = true;
    }
    this.#view.change({});
  }

  /** A click on a card gives the next answer. */
  answerNext(id) {
    const fate = this.#view.prediction.fates.get(id);
    if (fate === undefined) return;
    const names = Object.keys(FATES);
    this.answer(id, names[(names.indexOf(fate) + 1) % names.length]);
  }

  #begin(prediction, picture) {
    this.#asked = prediction;
    const all = candidates(picture);
    this.#processes = all.slice(0, MOST_ASKED);
    for (const {process} of this.#processes) prediction.fates.set(process.id, 'lives');
    const target = picture.processes.get(prediction.process);
    const left = all.length - this.#processes.length;
    this.element.replaceChildren(...[
        html('h2', {id: 'question-title', tabindex: -1}, 'Who will be alive?'),
        html('p', {}, `You are about to ${DEEDS[prediction.lever]} ${target.title}. Say what becomes of each process: here, or by clicks on `
            + 'the cards. An answer for a supervisor counts for all below it, until you say otherwise.'),
        this.#buttons(),
        html('div', {class: 'fates'}, ...this.#processes.map((line) => this.#line(line))),
        left > 0 ? html('p', {class: 'quiet'}, `${counted(left, 'process', 'processes')} more are not asked about.`) : null,
    ].filter(Boolean));
    this.element.querySelector('h2').focus();
    this.#view.change({});
  }

  #buttons() {
    const go = html('button', {type: 'button', class: 'primary'}, 'Do it, and compare');
    go.addEventListener('click', () => this.#levers.pullPredicted());
    const leave = html('button', {type: 'button'}, 'Leave it');
    leave.addEventListener('click', () => this.#view.change({prediction: null}));
    return html('p', {class: 'buttons'}, go, leave);
  }

  #line({process, above}) {
    const choices = Object.entries(FATES).map(([fate, words]) => {
      const radio = html('input', {type: 'radio', name: `fate-${process.id}`, value: fate, checked: fate === 'lives'});
      radio.addEventListener('change', () => this.answer(process.id, fate));
      return html('label', {}, radio, words);
    });
    const legend = html('legend', {}, `${'\u2003'.repeat(above.length)}${process.title} `, html('span', {class: 'pid'}, process.pid));
    return html('fieldset', {}, legend, ...choices);
  }
}

/** All living processes of the picture in the order of the tree, each with the ids of those above it. */
function candidates(picture) {
  const {trees, outside} = forest(picture);
  const lines = [];
  const visit = (slot, above) => {
    if (slot.process.state !== 'dead') lines.push({process: slot.process, above});
    for (const child of slot.children) visit(child, [...above, slot.process.id]);
  };
  for (const slot of [...trees, ...outside]) visit(slot, []);
  return lines;
}

/** Compares: how many were right, and one sentence for each that was not. */
export class Comparison {
  element = html('section', {class: 'comparison', 'aria-labelledby': 'comparison-title'});
  #view;
  #shown = null;

  constructor(view) {
    this.#view = view;
  }

  draw(picture) {
    const outcome = picture.outcomes.get(this.#view.outcome);
    if (this.#shown === (outcome ?? 'waiting')) return;
    this.#shown = outcome ?? 'waiting';
    this.element.replaceChildren(...(outcome ? this.#result(outcome) : [html('h2', {id: 'comparison-title', tabindex: -1}, 'Watch'), html('p', {}, 'Waiting until things are quiet again.')]));
    if (outcome) this.element.querySelector('h2').focus();
  }

  #result(outcome) {
    const wrong = outcome.processes.filter((process) => process.right === false);
    const heading = html('h2', {id: 'comparison-title', tabindex: -1});
    setText(heading, wrong.length === 0 ? 'You were right about all of them' : `${outcome.right} right, ${outcome.wrong} wrong`);
    const close = html('button', {type: 'button', class: 'primary'}, 'Go on');
    close.addEventListener('click', () => this.#view.change({outcome: null}));
    return [heading, html('p', {}, outcome.text), html('ul', {class: 'wrong'}, ...wrong.map(sentence)), html('p', {class: 'buttons'}, close)];
  }
}

function sentence({title, predicted, actual, why}) {
  return html('li', {}, html('strong', {}, title), ` You said: it ${FATES[predicted]}. It ${PAST[actual]}. `, html('span', {class: 'why'}, why));
}

const PAST = {lives: 'lived on', replaced: 'ended, and was replaced', ends: 'ended, and nothing took its place'};
