/** The page of a lesson: joins the lesson, its shell, what the tests say, and the processes. */

import {Connection, tokenOf} from './connection.js';
import {Dialogs} from './dialogs.js';
import {setAttributes, setText} from './elements.js';
import {Glossary} from './glossary.js';
import {LessonView} from './lesson-view.js';
import {MapDialog} from './map-dialog.js';
import {ReadingPlace} from './reading-place.js';
import {ShellPane} from './shell-pane.js';
import {StageState} from './stage-state.js';
import {TaskStrip} from './task-strip.js';

const STATUS = {
  connecting: 'Connecting',
  live: 'Live',
  lost: 'Connection lost, trying again. Does ./kata still run?',
  stopped: 'Ended: run ./kata see, and open the address that it prints',
  refused: 'This address is of another run: open the one that was printed last',
  nowhere: 'There is no such stage',
};
const NOT_FOUND = 404;

const part = (name) => document.querySelector(name);
const token = tokenOf(location);
const stage = new URLSearchParams(location.search).get('stage') ?? '';

/** The address of a stage's page, or of a place in it. */
function addressOf(path, at = '') {
  return `?${new URLSearchParams({stage: path})}#${new URLSearchParams(at ? {token, at} : {token})}`;
}

const state = new StageState();
const connection = new Connection(token, {
  picture: (whole) => state.replace(whole) || draw(),
  changes: (changes) => {
    if (changes.progress) map.refresh();
    state.change(changes);
    draw();
  },
  status: showStatus,
}, {stage});

const act = {
  /** Asks the server for something that concerns this stage. */
  get: (path, fields = {}) => connection.get(path, {stage, ...fields}),
  /** Tells the server something about this stage, in the order in which it is told. */
  tell: (path, fields = {}) => orProblem(() => connection.tell(path, {stage, ...fields})),
  /** Has the server do something for this stage that takes its time. */
  post: (path, fields = {}) => orProblem(() => connection.post(path, {stage, ...fields})),
  /** Stops what runs now, and nothing that begins later. */
  stop: (byForce) => act.tell('stop', {shell: state.shell.number, run: state.shell.run, force: byForce}),
  addressOf,
};

const dialogs = new Dialogs(part('dialog.text'));
const map = new MapDialog(part('dialog.map'), connection, stage, addressOf);
const lesson = new LessonView(part('article'), act, dialogs, new Glossary(part('.tip'), dialogs));
const place = new ReadingPlace(part('main'), part('article'));
const shell = new ShellPane(part('.side'), act, `observer/${stage}/#${new URLSearchParams({token})}`);
const tasks = new TaskStrip(part('section.tasks'), act, dialogs, lesson);

let isDrawingSoon = false;

function draw() {
  if (isDrawingSoon) return;
  isDrawingSoon = true;
  requestAnimationFrame(() => {
    isDrawingSoon = false;
    if (!state.known) return;
    lesson.draw(state);
    shell.draw(state);
    tasks.draw(state);
  });
}

function showStatus(status) {
  setAttributes(part('header .status'), {'data-status': status});
  setText(part('header .status .words'), STATUS[status]);
}

/** Does something; what cannot be done is said, and has no answer. */
async function orProblem(step) {
  showProblem('');
  try {
    return await step();
  } catch (problem) {
    showProblem(problem.message);
    return null;
  }
}

function showProblem(sentence) {
  setText(part('main > .problem'), sentence);
}

function point(link, to, word) {
  link.hidden = !to;
  if (!to) return;
  link.href = addressOf(to.stage);
  link.title = to.title;
  setText(link, word);
}

/** Leads to where the reader was, or else to the heading that the address names. */
function goToPlace() {
  if (!place.restore()) lesson.goTo(new URLSearchParams(location.hash.slice(1)).get('at'));
}

/** Returns whether there is such a stage, be it that its lesson cannot be read just now. */
async function load() {
  try {
    const read = await act.get('lesson');
    document.title = `${read.stage} · OTP kata`;
    setText(part('.where .stage'), read.stage);
    point(part('header .before'), read.before, '← Before');
    point(part('header .next'), read.next, 'Next →');
    lesson.show(read);
    tasks.show(read).catch((problem) => showProblem(problem.message));
    draw();
    goToPlace();
    performance.mark('usable');
    return true;
  } catch (problem) {
    showProblem(problem.message);
    setAttributes(part('article'), {'aria-busy': 'false'});
    return problem.status !== NOT_FOUND;
  }
}

const SHORTCUTS = {
  '/': () => map.open(true),
  m: () => map.open(false),
  t: () => part('section.tasks .unfold').click(),
  n: () => lesson.focusNextLine(),
  j: () => focusOwnLine(),
};

function focusOwnLine() {
  showSide(true);
  part('#own-line').focus();
}

function showSide(isShown) {
  setAttributes(part('.show-side'), {'aria-pressed': isShown ? 'true' : 'false'});
  part('.page').classList.toggle('without-side', !isShown);
}

document.addEventListener('keydown', (event) => {
  const isTyping = event.target.matches('input, select, textarea, [role=radio]');
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping || event.defaultPrevented) return;
  if (document.querySelector('dialog[open]')) return;
  const shortcut = SHORTCUTS[event.key];
  if (!shortcut) return;
  event.preventDefault();
  shortcut();
});

part('article').addEventListener('hints', () => tasks.showHints());
part('.open-map').addEventListener('click', () => map.open(false));
part('.home').addEventListener('click', (event) => {
  event.preventDefault();
  map.open(false);
});
part('.show-side').addEventListener('click', (event) => {
  showSide(event.currentTarget.getAttribute('aria-pressed') !== 'true');
});
window.addEventListener('pageshow', (event) => event.persisted && connection.open());
window.addEventListener('hashchange', () => {
  if (tokenOf(location) === token) goToPlace();
  else location.reload();
});
window.addEventListener('beforeprint', () => lesson.unfold(true));
window.addEventListener('afterprint', () => lesson.unfold(false));
setInterval(() => connection.watch(), 1000);
load().then((isThere) => (isThere ? connection.open() : showStatus('nowhere')));
