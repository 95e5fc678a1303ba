/** The shell at the side: whose code it has, what it is doing, the processes in it, and lines of one's own. */

import {Announcer} from './announcer.js';
import {beginning, html, setAttributes, setText} from './elements.js';

const STATES = {
  starting: 'The shell is starting',
  ready: 'Ready',
  running: 'Running',
  incomplete: 'Goes on: type the rest, or stop',
  broken: 'Your code does not compile yet',
  ended: 'The shell has ended',
};
const FORCE_MILLIS = 1000;
const MOST_RECALLED = 100;
const MOST_SPOKEN = 200;

/** What a line has come to, for those who listen: the beginning of what it has printed. */
function spoken({text, note}) {
  const all = `${text.trim()} ${note}`.trim() || 'Done';
  return all.length > MOST_SPOKEN ? `${beginning(all, MOST_SPOKEN)} and so on` : all;
}

/** Tells whether an observer's page seeks its program. It has no status if a part of it was lost with the shell it came from. */
function isLooking(page) {
  return ['connecting', 'live', 'lost'].includes(page?.querySelector('[data-status]')?.dataset.status);
}

export class ShellPane {
  #part;
  #act;
  #frameAddress;
  #framed = null; // the number of the shell whose observer is shown
  #running = ''; // what can be stopped: a run of a shell
  #forced = null; // the run that has not stopped when it was asked to
  #announcer = new Announcer();
  #isFirst = true;
  #history = [];
  #place = 0;
  #drawn = new Map();

  constructor(element, act, frameAddress) {
    this.#part = (name) => element.querySelector(name);
    this.#act = act;
    this.#frameAddress = frameAddress;
    this.#part('.log').after(this.#announcer.element);
    this.#part('.code').addEventListener('change', (event) => act.tell('begin', {code: event.target.value}));
    this.#part('.begin').addEventListener('click', () => act.tell('begin', {code: this.#part('.code').value}));
    this.#part('.stop').addEventListener('click', () => this.#stop());
    this.#part('.line').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#type();
    });
    this.#part('textarea').addEventListener('keydown', (event) => this.#key(event));
    this.#part('textarea').addEventListener('input', () => this.#fit());
  }

  draw(state) {
    const {shell} = state;
    setText(this.#part('.state'), shell.isOutdated && shell.state !== 'broken' ? 'Your code has changed: start again to run it' : STATES[shell.state]);
    setAttributes(this.#part('.state'), {'data-state': shell.isOutdated ? 'outdated' : shell.state, 'data-shell': shell.number});
    this.#part('.code').value = shell.code;
    const canStop = shell.state === 'running' || shell.state === 'incomplete';
    this.#running = canStop ? `${shell.number} ${shell.run}` : '';
    this.#part('.stop').hidden = !canStop;
    this.#drawStop();
    setText(this.#part('.prompt'), shell.state === 'incomplete' ? '   ...>' : 'jshell>');
    if (shell.state === 'ready' && shell.number !== this.#framed) this.#frame(shell.number);
    this.#drawOwn(state.own);
    this.#drawProblem(shell);
  }

  /** Shows the observer of a new shell. Its page finds the next one by itself, unless it never began to look, or has given up. */
  #frame(number) {
    this.#framed = number;
    const frame = this.#part('.observer');
    if (!frame.getAttribute('src')) frame.src = this.#frameAddress;
    else if (!isLooking(frame.contentDocument)) frame.contentWindow.location.reload();
  }

  #drawProblem({state, problem}) {
    let box = this.#part('.broken');
    if (state !== 'broken') {
      box?.remove();
      return;
    }
    if (!box) {
      const help = html('button', {type: 'button', class: 'primary'}, 'Use the maintainers’ code');
      help.addEventListener('click', () => this.#act.tell('begin', {code: 'solution'}));
      box = html('div', {class: 'broken', role: 'alert'}, html('p', {}, 'Your code does not compile yet, so there is no shell with it. It begins as soon as you save code that compiles.'), html('pre', {tabindex: '0'}), help);
      this.#part('.shell-bar').after(box);
    }
    setText(box.querySelector('pre'), problem);
  }

  #drawOwn(entries) {
    const log = this.#part('.log');
    log.hidden = entries.length === 0;
    const isAtEnd = log.scrollTop + log.clientHeight >= log.scrollHeight - 4;
    this.#removeOthers(entries);
    for (const entry of entries) {
      if (this.#drawn.get(entry.number)?.entry === entry) continue;
      if (!entry.running && !this.#isFirst) this.#announcer.say(spoken(entry));
      const element = this.#drawn.get(entry.number)?.element ?? log.appendChild(html('div', {class: 'entry'}));
      element.replaceChildren(
        html('pre', {class: 'typed'}, entry.typed.map((line, index) => `${index === 0 ? 'jshell>' : '   ...>'} ${line}`).join('\n')),
        html('pre', {class: 'output', hidden: !entry.text}, entry.text.trimEnd() + (entry.dropped > 0 ? `\n... and ${entry.dropped} characters more, which are not kept` : '')),
        html('p', {class: 'note', hidden: !entry.note}, entry.note));
      this.#drawn.set(entry.number, {entry, element});
    }
    this.#isFirst = false;
    if (isAtEnd) log.scrollTop = log.scrollHeight;
  }

  #removeOthers(entries) {
    const numbers = new Set(entries.map(({number}) => number));
    for (const [number, {element}] of this.#drawn) {
      if (numbers.has(number)) continue;
      element.remove();
      this.#drawn.delete(number);
    }
  }

  #stop() {
    const asked = this.#running;
    this.#act.stop(asked === this.#forced);
    setTimeout(() => {
      this.#forced = asked;
      this.#drawStop();
    }, FORCE_MILLIS);
  }

  #drawStop() {
    setText(this.#part('.stop'), this.#running && this.#running === this.#forced ? 'Stop by force' : 'Stop');
  }

  #type() {
    const field = this.#part('textarea');
    const text = field.value;
    if (!text.trim()) return;
    this.#history = [...this.#history, text].slice(-MOST_RECALLED);
    this.#place = this.#history.length;
    field.value = '';
    this.#fit();
    this.#act.tell('type', {text});
  }

  #key(event) {
    const field = event.target;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.#type();
    } else if (event.key === 'ArrowUp' && !field.value.slice(0, field.selectionStart).includes('\n') && this.#place > 0) {
      event.preventDefault();
      this.#recall(this.#place - 1);
    } else if (event.key === 'ArrowDown' && !field.value.slice(field.selectionEnd).includes('\n') && this.#place < this.#history.length) {
      event.preventDefault();
      this.#recall(this.#place + 1);
    }
  }

  #recall(place) {
    this.#place = place;
    this.#part('textarea').value = this.#history[place] ?? '';
    this.#fit();
  }

  #fit() {
    const field = this.#part('textarea');
    field.rows = Math.min(8, field.value.split('\n').length);
  }
}
