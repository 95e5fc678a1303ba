/** One table: what it is, and its rows, as many at a time as the server gives. */

import {html, setText} from './elements.js';
import {counted, grouped} from './words.js';

export class TablePanel {
  element = html('section', {class: 'table', 'aria-labelledby': 'table-title'});
  #connection;
  #view;
  #shown = null; // the record of the table whose rows are shown
  #heading = html('h2', {id: 'table-title', tabindex: -1});
  #about = html('p', {class: 'quiet'});
  #rows = html('div', {class: 'rows', role: 'region', tabindex: 0, 'aria-label': 'Rows'});
  #more = html('button', {type: 'button', hidden: true});

  constructor(connection, view) {
    this.#connection = connection;
    this.#view = view;
    this.#more.addEventListener('click', () => this.#ask(this.#rows.querySelectorAll('tr').length));
    this.element.append(this.#heading, this.#about, this.#rows, this.#more);
  }

  draw(picture) {
    const table = picture.tables.get(this.#view.selected.table);
    if (!table) {
      setText(this.#about, 'This table is gone.');
      return;
    }
    if (table === this.#shown) return;
    this.#shown = table;
    const owner = picture.processes.get(table.owner)?.title ?? 'a process that is not in the picture';
    setText(this.#heading, table.name);
    setText(this.#about, `${table.type}, ${table.access}, owned by ${owner}, ${counted(table.size, 'row')}`);
    this.#ask(0);
  }

  async #ask(from) {
    const table = this.#shown;
    this.#more.disabled = true; // The same rows are not asked for twice.
    const answer = await this.#connection.get('rows', {table: table.id, from}).catch((problem) => ({problem: problem.message}));
    if (table !== this.#shown) return;
    this.#more.disabled = false;
    if (answer.problem) {
      this.#rows.replaceChildren(html('p', {}, answer.problem));
      return;
    }
    if (from === 0) this.#rows.replaceChildren(html('table', {}, html('tbody')));
    this.#rows.querySelector('tbody').append(...answer.rows.map(rowOf));
    this.#more.hidden = answer.more === 0;
    setText(this.#more, `Show more of ${grouped(answer.more)}`);
  }
}

function rowOf(row) {
  return html('tr', {}, ...row.map((cell) => html('td', {}, cell)));
}
