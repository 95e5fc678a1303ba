/** Where in the lesson its reader is. It stays with the entry of the history: who goes on, comes back or loads the page again, reads on there. */

export class ReadingPlace {
  #article;
  #scrollers;

  /** In a small window, it is the whole page that scrolls. */
  constructor(element, article) {
    this.#article = article;
    this.#scrollers = [element, document.scrollingElement];
    history.scrollRestoration = 'manual';
    [element, document].forEach((one) => one.addEventListener('scrollend', () => this.#keep()));
  }

  /** By the block that is read, since those above it may grow when the page is shown again. */
  #keep() {
    const edge = Math.max(0, this.#scrollers[0].getBoundingClientRect().top);
    const block = [...this.#article.children].findIndex((one) => one.getBoundingClientRect().bottom > edge);
    if (block >= 0) history.replaceState({reading: {block, top: this.#topOf(block)}}, '');
  }

  /** Leads there; returns false if nothing has been read under this entry. */
  restore() {
    const reading = history.state?.reading;
    if (!reading || reading.block >= this.#article.children.length) return false;
    this.#scrollers.forEach((scroller) => scroller.scrollBy({top: this.#topOf(reading.block) - reading.top, behavior: 'instant'}));
    return true;
  }

  #topOf(block) {
    return this.#article.children[block].getBoundingClientRect().top;
  }
}
