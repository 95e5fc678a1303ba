/**
 * Remembers what was made for the keys that were asked for lately. What nobody asks for any more is forgotten: it never keeps
 * more than twice as many as it is told.
 */
export class Lately {
  #most;
  #now = new Map();
  #before = new Map();

  constructor(most) {
    this.#most = most;
  }

  /** Returns what was made for a key; makes it if that is not remembered. */
  get(key, make) {
    const value = this.#now.get(key) ?? this.#before.get(key) ?? make();
    this.#now.set(key, value);
    if (this.#now.size >= this.#most) [this.#before, this.#now] = [this.#now, new Map()];
    return value;
  }
}
