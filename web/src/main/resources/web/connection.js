/** The line to the server: events come down a stream, questions and levers go up. */

/** The token is in the address behind the #, which the browser sends nowhere. */
export function tokenOf(address) {
  return new URLSearchParams(address.hash.slice(1)).get('token') ?? '';
}

export class Connection {
  #token;
  #fields;
  #listener;
  #stream = null;
  #heardAt = 0;
  #failures = 0; // since something was heard
  #told = Promise.resolve(); // when all that was told has arrived

  /**
   * @param token what the server demands with every question
   * @param listener has `picture(picture)`, `changes(changes)` and `status(status)`, where status is one of
   *     'connecting', 'live', 'lost', 'stopped' and 'refused'
   * @param fields what the stream is asked with, beside the token
   */
  constructor(token, listener, fields = {}) {
    this.#token = token;
    this.#fields = fields;
    this.#listener = listener;
  }

  /** Opens the stream of events. The browser opens it again by itself whenever it breaks. */
  open() {
    this.#stream?.close();
    this.#heardAt = performance.now();
    this.#listener.status('connecting');
    this.#stream = new EventSource(`events?${new URLSearchParams({token: this.#token, ...this.#fields})}`);
    this.#stream.addEventListener('open', () => this.#heard());
    this.#stream.addEventListener('picture', (event) => this.#heard(event, 'picture'));
    this.#stream.addEventListener('changes', (event) => this.#heard(event, 'changes'));
    this.#stream.addEventListener('bye', () => this.#end('stopped'));
    this.#stream.addEventListener('error', () => this.#broken());
  }

  /** Opens another stream if this one has been silent for too long, as after a sleep: the server says something every 2 s. */
  watch() {
    if (performance.now() - this.#heardAt < SILENCE_MILLIS) return;
    if (this.#stream?.readyState === EventSource.OPEN) this.open();
    else if (this.#stream?.readyState === EventSource.CONNECTING) this.#listener.status('lost');
  }

  #heard(event, what) {
    this.#heardAt = performance.now();
    this.#failures = 0;
    this.#listener.status('live');
    if (event) this.#listener[what](JSON.parse(event.data));
  }

  /** Asks for something; the answer is JSON. A refusal is an error with the server's sentence, and its `status`. */
  get(path, fields) {
    return this.#ask(`${path}?${new URLSearchParams(fields)}`, {});
  }

  /** Has the server do something that may take its time: nothing waits for it, and it may overtake what was posted before. */
  post(path, fields) {
    return this.#ask(path, {method: 'POST', body: new URLSearchParams(fields)});
  }

  /** Tells the server something, as soon as all that was told before has been answered: what is done in a row arrives in a row. */
  tell(path, fields) {
    const answer = this.#told.then(() => this.post(path, fields));
    this.#told = answer.catch(() => {});
    return answer;
  }

  async #ask(address, options) {
    const headers = {Authorization: `Bearer ${this.#token}`};
    let response;
    try {
      response = await fetch(address, {...options, headers});
    } catch {
      throw new Error('The program does not answer. Does it still run?');
    }
    const answer = await response.json();
    if (!response.ok) throw Object.assign(new Error(answer.error), {status: response.status});
    return answer;
  }

  /**
   * Tells a line that was cut, which mends itself, from a door that is shut. A stream does not say which it was. The server
   * cuts the line of one page when many are open; so that is no loss if the browser gets through again.
   */
  async #broken() {
    this.#failures++;
    const isShut = this.#stream?.readyState === EventSource.CLOSED;
    if (isShut) {
      const response = await this.#knock();
      if (response?.status === 401 || response?.status === 403) return this.#end('refused');
      setTimeout(() => this.open(), AGAIN_MILLIS);
    }
    if (isShut || this.#failures > 1) this.#listener.status('lost');
  }

  #knock() {
    return fetch('knock', {headers: {Authorization: `Bearer ${this.#token}`}}).catch(() => null);
  }

  #end(status) {
    this.#stream.close();
    this.#listener.status(status);
  }
}

const AGAIN_MILLIS = 1000;
const SILENCE_MILLIS = 7000;
