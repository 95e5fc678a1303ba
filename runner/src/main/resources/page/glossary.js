/** The terms of the glossary explain themselves where a section of the lesson uses them first. */

import {html} from './elements.js';

/** Terms that mostly are everyday words in a lesson. */
const EVERYDAY = new Set(['application', 'bag', 'continue', 'from', 'heir', 'key', 'normal', 'package', 'pattern', 'private', 'protected', 'public', 'race', 'rows', 'set', 'type', 'value']);
const LEFT_OUT = 'a, code, pre, h1, h2, h3, h4, summary, button, .session, .picture-frame, .term, table';

export class Glossary {
  #tip;
  #dialogs;
  #terms = null;
  #pattern = null;

  constructor(tip, dialogs) {
    this.#tip = tip;
    this.#dialogs = dialogs;
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#hide();
    });
  }

  /** Takes the terms. */
  know(terms) {
    this.#terms = new Map(terms.map((term) => [term.words.toLowerCase(), term]).filter(([words]) => !EVERYDAY.has(words)));
    const words = [...this.#terms.keys()].sort((one, other) => other.length - one.length).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    this.#pattern = words.length > 0 ? new RegExp(`(?<![\\w-])(${words.join('|')})(s?)(?![\\w-])`, 'i') : null;
  }

  /** Marks each term once between two headings. */
  mark(element) {
    if (!this.#pattern) return;
    let seen = new Set();
    const texts = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node instanceof Element) {
        if (node.matches('h2')) texts.push(null);
      } else if (!node.parentElement.closest(LEFT_OUT)) {
        texts.push(node);
      }
    }
    for (const text of texts) {
      if (text === null) seen = new Set();
      else this.#markIn(text, seen);
    }
  }

  #markIn(text, seen) {
    let rest = text;
    let from = 0;
    for (;;) {
      const found = rest.data.slice(from).match(this.#pattern);
      if (!found) return;
      const key = found[1].toLowerCase();
      const at = from + found.index;
      if (seen.has(key)) {
        from = at + found[0].length;
        continue;
      }
      seen.add(key);
      const word = rest.splitText(at);
      rest = word.splitText(found[0].length);
      from = 0;
      word.replaceWith(this.#span(word.data, this.#terms.get(key)));
    }
  }

  #span(words, term) {
    const span = html('span', {class: 'term', tabindex: '0', role: 'button', 'aria-label': `${words}, a term of the glossary`}, words);
    span.addEventListener('mouseenter', () => this.#explain(span, term));
    span.addEventListener('focus', () => this.#explain(span, term));
    span.addEventListener('mouseleave', () => this.#hide());
    span.addEventListener('blur', () => this.#hide());
    span.addEventListener('click', () => this.#open(term));
    span.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        this.#open(term);
      }
    });
    return span;
  }

  #explain(span, term) {
    this.#tip.replaceChildren(html('strong', {}, term.words), ' ', ...plain(term.meaning));
    this.#tip.hidden = false;
    span.setAttribute('aria-describedby', this.#tip.id);
    const box = span.getBoundingClientRect();
    const {offsetWidth, offsetHeight} = this.#tip;
    const isAbove = box.bottom + offsetHeight + 8 > window.innerHeight;
    this.#tip.style.left = `${Math.max(8, Math.min(box.left, window.innerWidth - offsetWidth - 8))}px`;
    this.#tip.style.top = `${isAbove ? box.top - offsetHeight - 6 : box.bottom + 6}px`;
  }

  #hide() {
    this.#tip.hidden = true;
  }

  #open(term) {
    this.#hide();
    const list = html('dl', {}, html('dt', {}, 'Elixir'), html('dd', {}, ...nodes(term.elixir)), html('dt', {}, 'here'), html('dd', {}, ...nodes(term.here)));
    this.#dialogs.show(term.words, ...nodes(term.meaning), list);
  }
}

function nodes(rendered) {
  return [...new DOMParser().parseFromString(rendered, 'text/html').body.childNodes];
}

function plain(rendered) {
  return [new DOMParser().parseFromString(rendered, 'text/html').body.textContent];
}
