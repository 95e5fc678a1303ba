/** What this page shows of the picture: the reader's choices. Everything that is drawn depends on the picture and on this. */
export class View {
  selected = null; // {process: id}, {table: id} or null
  links = false;
  monitors = false;
  predictFirst = false;
  prediction = null; // {lever, process, fields, fates: Map of id -> lives | replaced | ends}, while the page asks
  outcome = null; // the number of the lever whose prediction is compared
  problem = null; // a sentence, if the last thing that was tried could not be done
  messagesOpen = false;
  logOpen = false;

  #changed;
  #chosen = 0; // how often something was chosen
  #followed = null; // the process that is shown, if it was alive when it was chosen

  /** @param changed is called after each change */
  constructor(changed) {
    this.#changed = changed;
  }

  change(choices) {
    Object.assign(this, choices);
    this.#changed();
  }

  /** Forgets what was chosen: another run of the observer gives the same numbers to others. */
  restart() {
    this.change({prediction: null});
    this.select(null);
  }

  /** Shows a process at the side once that is ready, unless something else is chosen meanwhile; returns whether it does. */
  async selectWhen(ready, process) {
    const number = ++this.#chosen;
    await ready;
    if (number !== this.#chosen) return false;
    this.select({process});
    return true;
  }

  /** Shows one thing at the side: `{process: id}`, `{table: id}`, or null for nothing. */
  select(selected) {
    this.#chosen++;
    this.#followed = null;
    this.change({selected, outcome: null, problem: null});
  }

  /** Goes on with the successor if the process that is shown has been replaced: so it can be killed again and again. */
  follow(picture) {
    const shown = picture.processes.get(this.selected?.process);
    if (!shown) return;
    if (shown.state !== 'dead') this.#followed = shown.id;
    if (this.#followed !== shown.id) return;
    // The successor may have ended as well before it is drawn again.
    this.#followed = picture.latest(shown).id;
    this.selected = {process: this.#followed};
  }
}
