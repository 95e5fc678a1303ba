/** The lesson: its text as it was rendered, with sessions that run, coloured code, and terms that explain themselves. */

import {colour} from './code-colours.js';
import {codeOf} from './dialogs.js';
import {html} from './elements.js';
import {Prediction} from './prediction.js';
import {SessionView} from './session-view.js';

export class LessonView {
  #element;
  #act;
  #dialogs;
  #glossary;
  #sessions = [];

  constructor(element, act, dialogs, glossary) {
    this.#element = element;
    this.#act = act;
    this.#dialogs = dialogs;
    this.#glossary = glossary;
  }

  /** Shows a lesson that was read. */
  show({html: text, exchanges, predicted}) {
    // The server has rendered it, and lets no markup but its own through; scripts could not run here in any case.
    const parsed = new DOMParser().parseFromString(text, 'text/html');
    this.#sessions = [...parsed.querySelectorAll('.session')].map((place) =>
      new SessionView(place, exchanges, Number(place.dataset.first), Number(place.dataset.last), this.#act));
    this.#prepare(parsed.body);
    Prediction.all(parsed.body, this.#act, predicted);
    this.#element.replaceChildren(...parsed.body.childNodes);
    this.#element.setAttribute('aria-busy', 'false');
    this.#markTerms();
  }

  async #markTerms() {
    const {terms} = await this.#act.get('glossary').catch(() => ({terms: []})); // Without them it is a lesson, too.
    this.#glossary.know(terms);
    this.#glossary.mark(this.#element);
  }

  /** Gives rendered text its colours, its links and its buttons. */
  #prepare(element) {
    element.querySelectorAll('pre.code > code').forEach((code) => decorate(code));
    element.querySelectorAll('table').forEach((table) => {
      const scroll = html('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'A table'});
      table.replaceWith(scroll);
      scroll.append(table);
    });
    element.querySelectorAll('a[href="#"]').forEach((link) => this.#lead(link));
  }

  #lead(link) {
    const {stage, at, file, hints} = link.dataset;
    if (stage) {
      link.href = this.#act.addressOf(stage, at);
    } else {
      link.addEventListener('click', (event) => {
        event.preventDefault();
        if (hints !== undefined) link.dispatchEvent(new CustomEvent('hints', {bubbles: true}));
        else if (file) this.#showFile(file);
        else this.goTo(at);
      });
    }
  }

  #showFile(path) {
    this.#dialogs.showAnswer(path, async () => {
      const {text, html: rendered} = await this.#act.get('file', {path});
      return [rendered === undefined ? codeOf(text, path.split('.').at(-1)) : this.#withoutAnchors(this.rendered(rendered))];
    });
  }

  /** Anchors lead to the lesson's headings. */
  #withoutAnchors(element) {
    element.querySelectorAll('[id^="at-"]').forEach((heading) => heading.removeAttribute('id'));
    return element;
  }

  /** Returns text that the server has rendered with its colours, its links and its buttons. */
  rendered(text) {
    const element = html('div', {class: 'prose'});
    element.append(...new DOMParser().parseFromString(text, 'text/html').body.childNodes);
    this.#prepare(element);
    return element;
  }

  /** Shows what the shell says now. */
  draw(state) {
    this.#sessions.forEach((session) => session.draw(state));
  }

  /** Leads to a heading by its anchor. */
  goTo(at) {
    const heading = at && document.getElementById(`at-${at}`);
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({preventScroll: true});
    heading.scrollIntoView();
  }

  /** Leads to the next line that has not run. */
  focusNextLine() {
    for (const session of this.#sessions) {
      const button = session.nextButton();
      if (button) {
        button.focus();
        return;
      }
    }
  }

  /** Unfolds everything, for paper, or folds it again. */
  unfold(isUnfolded) {
    this.#element.querySelectorAll('details').forEach((details) => {
      if (isUnfolded) details.dataset.was = details.open ? 'open' : '';
      details.open = isUnfolded || details.dataset.was === 'open';
    });
  }
}

function decorate(code) {
  const text = code.textContent;
  code.replaceChildren(...colour(text, code.dataset.language));
  const copy = html('button', {type: 'button', class: 'copy'}, 'Copy');
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text);
    copy.textContent = 'Copied';
  });
  code.parentElement.tabIndex = 0;
  const frame = html('div', {class: 'frame'});
  code.parentElement.replaceWith(frame);
  frame.append(code.closest('pre') ?? code, copy);
}
