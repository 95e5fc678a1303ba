/** What is known of the stage: its shell, what was typed there, and what the tests say. */
export class StageState {
  known = false;
  shell = null; // {number, run, code, state, problem, isOutdated}
  tests = null; // {isTesting, isSolved, summary, tasks, text}
  entries = new Map(); // by number: {number, exchange, typed, text, dropped, running, same, difference, note}
  #latest = new Map(); // by the lesson's exchange: the entry that ran it last

  /** Begins with all that there is. */
  replace({shell, tests, entries}) {
    this.known = true;
    this.shell = shell;
    this.tests = tests;
    this.#clear();
    entries.forEach((entry) => this.#put(entry));
  }

  /** Takes what has changed. */
  change({shell, tests, restarted, first = 0, entries}) {
    if (restarted) this.#clear();
    if (shell) this.shell = shell;
    if (tests) this.tests = tests;
    entries?.forEach((entry) => this.#put(entry));
    this.#forgetBefore(first);
  }

  /** The entry that ran one of the lesson's exchanges last, if one did. */
  entryOf(exchange) {
    return this.#latest.get(exchange);
  }

  /** The entries that are the learner's own. */
  get own() {
    return [...this.entries.values()].filter((entry) => entry.exchange === null);
  }

  /** What is not solved yet, in a few words; null if all is solved, or nothing is known. */
  get open() {
    if (!this.tests || this.tests.isTesting || this.tests.isSolved) return null;
    const task = this.tests.tasks.find(({state, number}) => state !== 'solved' && number > 0);
    return task ? `task ${task.number} is not solved yet` : null;
  }

  #forgetBefore(first) {
    for (const number of this.entries.keys()) if (number < first) this.entries.delete(number);
  }

  #clear() {
    this.entries.clear();
    this.#latest.clear();
  }

  #put({from, text, ...entry}) {
    const before = this.entries.get(entry.number)?.text ?? '';
    const now = {...entry, text: before.slice(0, from) + text};
    this.entries.set(now.number, now);
    if (now.exchange !== null) this.#latest.set(now.exchange, now);
  }
}
