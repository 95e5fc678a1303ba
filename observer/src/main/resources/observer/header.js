/** The line at the top: what is observed, whether the line to it is open, how much there is, and the switches. */

import {setAttributes, setText} from './elements.js';
import {counted, STATUS} from './words.js';

const EXAMPLE = 'Supervisor.startLink(...)';

export class Header {
  #parts;
  #view;
  #switches;

  constructor(element, empty, view) {
    const part = (name) => element.querySelector(name);
    this.#parts = {program: part('.program'), status: part('.status'), words: part('.status .words'), counts: part('.counts'), empty};
    this.#view = view;
    this.#switches = [...element.querySelectorAll('[data-switch]')];
    for (const button of this.#switches) {
      const name = button.dataset.switch;
      button.addEventListener('click', () => view.change({[name]: !view[name]}));
    }
    const copy = empty.querySelector('button');
    copy.addEventListener('click', async () => {
      await navigator.clipboard.writeText(empty.querySelector('code').textContent);
      setText(copy, 'Copied');
    });
  }

  /** Says how the line to the program is; see {@link Connection}. */
  status(status) {
    setAttributes(this.#parts.status, {'data-status': status});
    setText(this.#parts.words, STATUS[status]);
  }

  draw(picture) {
    const program = picture.program.split('/').at(-1); // A jar's name, without the folders that it is in.
    setText(this.#parts.program, program);
    document.title = program ? `${program}: observer` : 'Observer';
    setText(this.#parts.counts, said(picture));
    for (const button of this.#switches) {
      setAttributes(button, {'aria-pressed': this.#view[button.dataset.switch] ? 'true' : 'false'});
    }
    const isEmpty = ![...picture.processes.values()].some((process) => process.kind !== 'thread');
    this.#parts.empty.hidden = !isEmpty || picture.tables.size > 0;
    setText(this.#parts.empty.querySelector('code'), picture.hint || EXAMPLE);
    this.#parts.empty.querySelector('button').hidden = !picture.hint;
  }
}

/** All that is not shown is counted. */
function said({counts, tables}) {
  const parts = [counted(counts.alive, 'process', 'processes')];
  if (tables.size > 0) parts.push(counted(tables.size, 'table'));
  if (counts.hidden > 0) parts.push(`${counted(counts.hidden, 'process', 'processes')} not drawn`);
  if (counts.tablesNotShown > 0) parts.push(`${counted(counts.tablesNotShown, 'table')} not drawn`);
  if (counts.dropped > 0) parts.push(`${counted(counts.dropped, 'event')} missed: too many at once`);
  return parts.join(', ');
}
