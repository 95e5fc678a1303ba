/** The tasks as the tests see them: a strip, and in detail what fails, and hints one at a time. */

import {html, setAttributes, setText} from './elements.js';
import {Puzzle} from './puzzle.js';
import {showDiff, showSolution} from './spoilers.js';

const MARKS = {solved: '✓', open: '·', failing: '✗'};
const WORDS = {solved: 'solved', open: 'not begun', failing: 'a test fails'};
const MOST_TESTS = 5;

export class TaskStrip {
  #part;
  #act;
  #dialogs;
  #lesson;
  #read = null;
  #drawn = null;
  #seeksHints = false;
  #hints = new Map(); // by task: those that were seen, and how many there are
  #places = new Map(); // by task: the element that shows them

  constructor(element, act, dialogs, lesson) {
    this.#part = (name) => element.querySelector(name);
    this.#act = act;
    this.#dialogs = dialogs;
    this.#lesson = lesson;
    this.#part('.unfold').addEventListener('click', () => this.#unfold(this.#part('.details').hidden));
  }

  /** Takes the lesson that was read, and the hints that were seen before. */
  async show(read) {
    this.#read = read;
    this.#drawn = null;
    const {tasks} = await this.#act.get('hints');
    for (const hints of tasks) {
      this.#hints.set(hints.task, hints);
      this.#fillHints(this.#hintsOf(hints.task), hints.task);
    }
    this.#leadToHints();
  }

  draw({tests}) {
    if (tests === this.#drawn || !this.#read) return;
    this.#drawn = tests;
    setText(this.#part('.summary'), summaryOf(tests));
    setAttributes(this.#part('.summary'), {'data-state': tests.isTesting ? 'testing' : tests.isSolved ? 'solved' : 'open'});
    this.#part('.marks').replaceChildren(...tests.tasks.filter(({number}) => number > 0).map((task) => this.#mark(task)));
    const focused = document.activeElement;
    this.#part('.details').replaceChildren(...this.#details(tests));
    if (focused.isConnected && document.activeElement !== focused) focused.focus({preventScroll: true});
    this.#leadToHints();
  }

  #mark({number, title, state}) {
    const button = html('button', {type: 'button', 'data-state': state, title, 'aria-label': `Task ${number}, ${title}: ${WORDS[state]}`}, `${MARKS[state]} ${number}`);
    button.addEventListener('click', () => {
      this.#unfold(true);
      const task = document.getElementById(`task-${number}`);
      task?.scrollIntoView({block: 'nearest'});
      task?.querySelector('h3').focus();
    });
    return html('li', {}, button);
  }

  /** Leads to the next hint for the first task that is not solved, as soon as it is there. */
  showHints() {
    this.#unfold(true);
    this.#seeksHints = true;
    this.#leadToHints();
  }

  #leadToHints() {
    if (!this.#seeksHints || !this.#drawn?.tasks.length || this.#hints.size === 0) return;
    this.#seeksHints = false;
    (this.#part('.details :is(button.hint, .hints summary)') ?? this.#part('.unfold')).focus();
  }

  #unfold(isShown) {
    this.#part('.details').hidden = !isShown;
    setAttributes(this.#part('.unfold'), {'aria-expanded': isShown ? 'true' : 'false'});
  }

  #details(tests) {
    const text = tests.text ? [html('pre', {class: 'text', tabindex: '0'}, tests.text)] : [];
    const end = tests.isSolved ? [this.#solved()] : [this.#buttons(false)];
    return [...(tests.isSolved ? end : []), ...text, ...tests.tasks.map((task) => this.#task(task)), ...(tests.isSolved ? [] : end)];
  }

  #task({number, title, state, failed}) {
    const shown = failed.slice(0, MOST_TESTS);
    return html('section', {class: 'task', id: `task-${number}`, 'data-state': state},
      html('h3', {tabindex: '-1'}, `${MARKS[state]} ${number > 0 ? `Task ${number}: ` : ''}${title}`),
      html('ul', {}, ...shown.map(({sentence, lines}) => html('li', {}, html('strong', {}, sentence), html('pre', {}, lines.join('\n'))))),
      failed.length > shown.length ? html('p', {class: 'quiet'}, `and ${failed.length - shown.length} tests more`) : null,
      number > 0 && state !== 'solved' ? this.#hintsOf(number) : null);
  }

  /** The same element for as long as the page is open: who reads a hint goes on reading while the tests run. */
  #hintsOf(number) {
    if (!this.#places.has(number)) {
      const place = html('div', {class: 'hints'});
      this.#places.set(number, place);
      this.#fillHints(place, number);
    }
    return this.#places.get(number);
  }

  #fillHints(place, number) {
    const hints = this.#hints.get(number);
    if (!hints) return;
    const seen = hints.seen.map(({title, html: rendered}, index) => {
      return html('details', {open: index === hints.seen.length - 1}, html('summary', {}, `Hint ${index + 1} of ${hints.all}: ${title}`), this.#lesson.rendered(rendered));
    });
    place.replaceChildren(...seen);
    if (hints.seen.length < hints.all) {
      const more = html('button', {type: 'button', class: 'hint'}, hints.seen.length === 0 ? 'A hint' : 'One more hint');
      more.addEventListener('click', async () => {
        const next = await this.#act.tell('hint', {task: number, hint: hints.seen.length + 1}); // Pressed twice, it is one all the same.
        if (!next) return;
        this.#hints.set(number, next);
        this.#fillHints(place, number);
        (place.querySelector('button.hint') ?? place.querySelector('details:last-of-type summary')).focus();
      });
      place.append(more);
    }
  }

  #solved() {
    const {learned, next} = this.#read;
    return html('div', {class: 'solved', role: 'status'},
      html('p', {}, `✓ Solved: you can now ${learned}.`),
      this.#buttons(true),
      next ? html('p', {}, 'Next: ', html('a', {href: this.#act.addressOf(next.stage)}, `${next.stage}, ${next.title}`)) : null);
  }

  #buttons(isSolved) {
    const diff = html('button', {type: 'button', class: 'diff'}, 'Diff to the reference');
    diff.addEventListener('click', () => showDiff(this.#act, this.#dialogs, isSolved));
    const solution = html('button', {type: 'button', class: 'solution'}, 'Solution');
    solution.addEventListener('click', () => showSolution(this.#act, this.#dialogs, isSolved));
    const puzzle = html('button', {type: 'button', class: 'as-puzzle'}, 'As a puzzle');
    puzzle.addEventListener('click', () => Puzzle.open(this.#act, this.#dialogs));
    const again = html('button', {type: 'button'}, 'Test once more');
    again.addEventListener('click', () => this.#act.tell('test'));
    return html('p', {class: 'buttons'}, diff, solution, puzzle, again);
  }
}

function summaryOf({isTesting, isSolved, summary, tasks, text}) {
  if (isTesting) return 'The tests run ...';
  if (isSolved) return `✓ solved, ${summary}`;
  if (summary) {
    const failing = tasks.flatMap(({failed}) => failed);
    return `${summary}. First: ${failing[0]?.sentence ?? ''}`;
  }
  return text.split('\n')[0];
}
