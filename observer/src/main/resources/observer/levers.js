/** The levers: what a reader can do to a process. Those that end something ask first what will come of it, if told to. */

const ASKS_FIRST = new Set(['kill', 'exit']);

export class Levers {
  #connection;
  #view;
  #sent = 0;

  constructor(connection, view) {
    this.#connection = connection;
    this.#view = view;
  }

  /** Pulls a lever, or asks first. `fields` holds what the lever needs besides the process: a reason, or milliseconds. */
  async pull(lever, process, fields = {}) {
    if (this.#view.predictFirst && ASKS_FIRST.has(lever)) {
      this.#view.change({prediction: {lever, process: process.id, fields, fates: new Map()}, outcome: null});
    } else {
      await this.#send(lever, process.id, fields);
    }
  }

  /** Pulls the lever that was asked about, and hands in what was predicted. */
  async pullPredicted() {
    const {lever, process, fields, fates} = this.#view.prediction;
    const ids = (fate) => [...fates].filter(([, predicted]) => predicted === fate).map(([id]) => id).join(',');
    this.#view.change({prediction: null});
    await this.#send(lever, process, {...fields, lives: ids('lives'), replaced: ids('replaced'), ends: ids('ends')});
  }

  /** Suspends a server, or lets it go on. */
  toggleSuspended(process) {
    return this.pull(process.suspended ? 'resume' : 'suspend', process);
  }

  /** A problem is said whenever it comes; that all went well, only of the lever that was pulled last. */
  async #send(lever, id, fields) {
    const number = ++this.#sent;
    try {
      const answer = await this.#connection.post('lever', {lever, process: id, ...fields});
      const isPredicted = 'lives' in fields;
      if (number === this.#sent) this.#view.change({problem: null, outcome: isPredicted ? answer.lever : null});
    } catch (problem) {
      this.#view.change({problem: problem.message});
    }
  }
}

/** Whether a lever can move a process at all; if not, why. */
export function refusal(lever, process) {
  if (process.state === 'dead') return 'it has ended';
  if (process.kind === 'thread') return 'it is a thread of the program';
  const needsServer = lever === 'suspend' || lever === 'slow';
  if (needsServer && !['server', 'supervisor'].includes(process.kind)) return 'only servers can be';
  return null;
}
