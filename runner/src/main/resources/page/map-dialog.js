/** All stages with one's progress, and a search over all lessons. */

import {html, setText} from './elements.js';

const STATES = {solved: '✓ solved', open: '· not solved', untested: '? not tested yet', coming: 'to come'};
const PAUSE_MILLIS = 120;

export class MapDialog {
  #element;
  #connection;
  #stage;
  #addressOf;
  #input = html('input', {type: 'search', 'aria-label': 'Search in all lessons', placeholder: 'Search in all lessons', autocomplete: 'off', maxlength: '80'});
  #count = html('p', {class: 'quiet', role: 'status'});
  #list = html('div', {class: 'list'});
  #timer = 0;
  #asked = 0;

  constructor(element, connection, stage, addressOf) {
    this.#element = element;
    this.#connection = connection;
    this.#stage = stage;
    this.#addressOf = addressOf;
    const close = html('button', {type: 'button', class: 'close', 'aria-label': 'Close'}, '×');
    close.addEventListener('click', () => element.close());
    element.append(html('h2', {}, 'All stages'), close, this.#input, this.#count, this.#list);
    // A search field would only empty itself, and leave the dialog open.
    this.#input.addEventListener('keydown', (event) => event.key === 'Escape' && element.close());
    this.#input.addEventListener('input', () => {
      this.#asked++;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#fill(), PAUSE_MILLIS);
    });
  }

  /** Opens it, to look around or to search. */
  open(isSearch) {
    if (!this.#element.open) this.#element.showModal();
    this.#fill();
    if (isSearch) this.#input.select();
    else this.#element.querySelector('h2').scrollIntoView();
    this.#input.focus();
  }

  /** Looks again how the stages stand, if it is open. */
  refresh() {
    if (this.#element.open) this.#fill();
  }

  async #fill() {
    const number = ++this.#asked;
    const query = this.#input.value.trim();
    const answer = await (query ? this.#connection.get('search', {q: query}) : this.#connection.get('map', {}))
        .catch((problem) => ({problem: problem.message}));
    if (number !== this.#asked) return; // A later question may have been answered before.
    if (answer.problem) setText(this.#count, answer.problem);
    else if (query) this.#showFound(answer);
    else this.#showMap(answer);
  }

  #showMap({chapters, solved, total}) {
    setText(this.#count, `${solved} of ${total} solved`);
    this.#list.replaceChildren(...chapters.map((chapter) =>
      html('section', {}, html('h3', {}, `${chapter.folder}: ${chapter.title}`), html('ol', {}, ...chapter.stages.map((stage) => this.#entry(stage))))));
  }

  #entry({stage, title, state}) {
    const name = stage.split('/').at(-1);
    const isHere = stage === this.#stage;
    const link = state === 'coming' ? html('span', {}, name) : html('a', {href: this.#addressOf(stage), 'aria-current': isHere ? 'page' : null}, name);
    return html('li', {'data-state': state}, html('span', {class: 'state'}, STATES[state]), link, html('span', {class: 'title'}, title));
  }

  #showFound({found}) {
    setText(this.#count, found.length === 0 ? 'Nothing was found.' : `${found.length} places`);
    this.#list.replaceChildren(html('ul', {class: 'found'}, ...found.map(({stage, heading, at, text}) =>
      html('li', {}, html('a', {href: this.#addressOf(stage, at)}, `${stage}: ${heading}`), html('p', {}, text)))));
  }
}
