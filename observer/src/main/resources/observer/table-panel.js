/** One table: what it is, and its rows, as many at a time as the server gives. */

import {html, setText} from './elements.js';
import {counted, grouped} from './words.js';

const ASK_EVERY_MILLIS = 1000;

export class TablePanel {
  element = html('section', {class: 'table', 'aria-labelledby': 'table-title'});
  #connection;
  #view;
  #shown = null; // the record of the table whose rows are shown
  #least = 0; // how many rows the reader wants to see, if there are so many
  #isAsking = false;
  #askedAt = 0;
  #read = null; // the rows as they were read last, so that what did not change is not made anew
  #heading = html('h2', {id: 'table-title', tabindex: -1});
  #about = html('p', {class: 'quiet'});
  #rows = html('div', {class: 'rows', role: 'region', tabindex: 0, 'aria-label': 'Rows'});
  #more = html('button', {type: 'button', hidden: true});

  constructor(connection, view) {
    this.#connection = connection;
    this.#view = view;
    this.#more.addEventListener('click', () => {
      this.#least = this.#rows.querySelectorAll('tr').length + 1;
      this.#ask();
    });
    this.element.append(this.#heading, this.#about, this.#rows, this.#more);
  }

  draw(picture) {
    const table = picture.tables.get(this.#view.selected.table);
    if (!table) return this.#drawGone(this.#view.selected.table);
    const owner = picture.processes.get(table.owner)?.title ?? 'a process that is not in the picture';
    setText(this.#heading, table.name);
    setText(this.#about, `${table.type}, ${table.access}, owned by ${owner}, ${counted(table.size, 'row')}`);
    if (table.id !== this.#shown?.id) this.#begin();
    else if (table === this.#shown && performance.now() - this.#askedAt < ASK_EVERY_MILLIS) return undefined;
    this.#shown = table;
    return this.#ask();
  }

  /** What was read of it last stays. */
  #drawGone(id) {
    if (id !== this.#shown?.id) {
      this.#begin();
      this.#shown = {id};
      setText(this.#heading, 'Table');
    }
    setText(this.#about, 'This table is gone.');
  }

  #begin() {
    this.#least = 0;
    this.#read = null;
    this.#rows.replaceChildren();
    this.#more.hidden = true;
  }

  /** Reads the rows from the first on: once a second, since a row can change without a trace. */
  async #ask() {
    if (this.#isAsking) return;
    this.#isAsking = true;
    this.#askedAt = performance.now();
    const {id} = this.#shown;
    const rows = [];
    let answer;
    do {
      answer = await this.#connection.get('rows', {table: id, from: rows.length}).catch((problem) => ({rows: [], problem: problem.message}));
      rows.push(...answer.rows);
    } while (id === this.#shown.id && answer.more > 0 && answer.rows.length > 0 && rows.length < this.#least);
    this.#isAsking = false;
    if (id === this.#shown.id) this.#show(rows, answer);
    else this.#ask();
  }

  #show(rows, {problem, more = 0}) {
    const read = JSON.stringify([rows, problem]);
    this.#more.hidden = more === 0;
    setText(this.#more, `Show more of ${grouped(more)}`);
    if (read === this.#read) return;
    this.#read = read;
    this.#rows.replaceChildren(problem ? html('p', {}, problem) : html('table', {}, html('tbody', {}, ...rows.map(rowOf))));
  }
}

function rowOf(row) {
  return html('tr', {}, ...row.map((cell) => html('td', {}, cell)));
}
