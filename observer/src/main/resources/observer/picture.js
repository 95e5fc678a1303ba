/** What is known of the observed system: folded from the server's events, and drawn by everything else. */
export class Picture {
  processes = new Map(); // id -> process, as the server describes it
  tables = new Map(); // id -> table
  messages = new Map(); // number -> message, the oldest first
  log = []; // sentences, the oldest first
  outcomes = new Map(); // number of the lever -> what came of it
  counts = {alive: 0, shown: 0, hidden: 0, dead: 0, dropped: 0, messagesNotShown: 0, tablesNotShown: 0};
  settings = {messages: true, of: []};
  limits = {messages: 1000};
  epoch = ''; // tells this run of the observer from all others
  program = '';
  hint = '';
  known = false; // false until the first picture has arrived

  /** The processes that appeared while this page was looking: they are drawn as new for a moment. */
  fresh = new Map(); // id -> when it appeared, as performance.now() counts

  /** Throws away all that was known, for the whole truth. */
  replace(picture) {
    const {epoch, program, hint = '', limits, settings, counts} = picture;
    Object.assign(this, {epoch, program, hint, limits, settings, counts, known: true});
    this.processes = byKey(picture.processes, 'id');
    this.tables = byKey(picture.tables, 'id');
    this.messages = byKey(picture.messages, 'n');
    this.outcomes = byKey(picture.outcomes, 'lever');
    this.log = picture.log;
    this.fresh.clear();
  }

  /** Takes in what has changed; any part may be missing. */
  change({counts, settings, processes = [], gone = [], tables = [], goneTables = [], messages = [], log = [],
      outcomes = []}) {
    if (counts) this.counts = counts;
    if (settings) this.settings = settings;
    for (const process of processes) this.#put(process);
    for (const id of gone) this.#remove(id);
    for (const table of tables) this.tables.set(table.id, table);
    for (const id of goneTables) this.tables.delete(id);
    for (const message of messages) this.messages.set(message.n, message);
    for (const outcome of outcomes) this.outcomes.set(outcome.lever, outcome);
    this.log = [...this.log, ...log].slice(-MOST_SENTENCES);
    forgetOldest(this.messages, this.limits.messages);
    forgetOldest(this.outcomes, MOST_OUTCOMES);
  }

  /** Returns the process that stands now where this one stood: itself, or its last known successor. */
  latest(process) {
    let last = process;
    while (this.processes.has(last.successor)) last = this.processes.get(last.successor);
    return last;
  }

  #put(process) {
    if (!this.processes.has(process.id) && process.state === 'alive') this.fresh.set(process.id, performance.now());
    this.processes.set(process.id, process);
  }

  /** A page that is not in sight draws nothing: what was new there leaves with its process. */
  #remove(id) {
    this.processes.delete(id);
    this.fresh.delete(id);
  }
}

const MOST_SENTENCES = 300;
const MOST_OUTCOMES = 50;

function byKey(records = [], key) {
  return new Map(records.map((record) => [record[key], record]));
}

function forgetOldest(map, most) {
  for (const key of map.keys()) {
    if (map.size <= most) return;
    map.delete(key);
  }
}
