/** The tree by keyboard: one card can be reached by Tab, the arrows lead from it to all others. */

export class TreeKeys {
  #tree;
  #focused = null; // the key of the card that Tab reaches
  #kind = null; // what it was when it was drawn last
  #act;

  /**
   * @param act is told `select`, `kill`, `exit`, `suspend`, `slow` or `messages`, and the box that is meant
   */
  constructor(frame, tree, act) {
    this.#tree = tree;
    this.#act = act;
    frame.addEventListener('keydown', (event) => this.#pressed(event));
    frame.addEventListener('click', (event) => this.#clicked(event));
    frame.addEventListener('focusin', (event) => this.#remember(boxKey(event.target)));
  }

  /** Returns the element of the card that Tab reaches; undefined if there is none. */
  current() {
    return this.#tree.elementOf(this.#focused);
  }

  /** Gives the focus to a box, and scrolls it into view. Without a key it is the box that had it last. */
  focus(key = this.#focused) {
    const element = this.#tree.elementOf(key);
    element?.scrollIntoView({block: 'nearest', inline: 'nearest'});
    element?.focus({preventScroll: true});
  }

  /**
   * Sees to it, after each drawing, that there is exactly one card that Tab reaches. If the process that has the focus was
   * replaced just now, its successor has it next.
   */
  settle() {
    const box = this.#tree.boxes.get(this.#focused);
    const hasFocus = document.activeElement === this.#tree.elementOf(this.#focused);
    if (hasFocus && this.#kind === 'process' && box?.kind === 'ghost') this.focus(`p${box.after.id}`);
    this.#kind = this.#tree.boxes.get(this.#focused)?.kind;
    if (!this.#tree.elementOf(this.#focused)) this.#remember(this.#tree.boxes.keys().next().value ?? null);
    else this.#tree.elementOf(this.#focused).setAttribute('tabindex', 0);
  }

  #remember(key) {
    if (key === null || key === this.#focused) return;
    this.#tree.elementOf(this.#focused)?.setAttribute('tabindex', -1);
    this.#focused = key;
    this.#kind = this.#tree.boxes.get(key)?.kind;
    this.#tree.elementOf(key)?.setAttribute('tabindex', 0);
  }

  #clicked(event) {
    const key = boxKey(event.target);
    if (key === null) return;
    this.focus(key);
    this.#act('select', this.#tree.boxes.get(key));
  }

  #pressed(event) {
    const box = this.#tree.boxes.get(boxKey(event.target));
    if (!box || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = this.#ways[event.key]?.(box);
    const action = ACTIONS[event.key];
    if (target === undefined && action === undefined) return;
    event.preventDefault();
    if (action) this.#act(action, box);
    else if (target) this.focus(target);
  }

  /** Where each key leads from a box: the key of another box, or null if there is none. */
  #ways = {
    ArrowDown: (box) => this.#beside(box, 1),
    ArrowUp: (box) => this.#beside(box, -1),
    ArrowRight: (box) => [...this.#tree.boxes.values()].find((other) => other.above === box.key)?.key ?? null,
    ArrowLeft: (box) => box.above,
    Home: () => [...this.#tree.boxes.keys()].at(0),
    End: () => [...this.#tree.boxes.keys()].at(-1),
  };

  #beside(box, step) {
    const keys = [...this.#tree.boxes.keys()];
    return keys[keys.indexOf(box.key) + step] ?? null;
  }
}

const ACTIONS = {
  Enter: 'select', ' ': 'select', k: 'kill', x: 'exit', s: 'suspend', w: 'slow', m: 'messages',
};

function boxKey(element) {
  return element.closest?.('[data-key]')?.dataset.key ?? null;
}
