/** The observer's page: joins the picture of the system, what the reader wants to see, and everything that draws. */

import {Connection, tokenOf} from './connection.js';
import {Header} from './header.js';
import {Levers} from './levers.js';
import {LogPanel} from './log-panel.js';
import {MessagesPanel} from './messages-panel.js';
import {Picture} from './picture.js';
import {SearchBox} from './search-box.js';
import {SidePanel} from './side-panel.js';
import {TreeKeys} from './tree-keys.js';
import {TreeView} from './tree-view.js';
import {View} from './view.js';

const part = (name) => document.querySelector(name);

const picture = new Picture();
const view = new View(drawSoon);
const connection = new Connection(tokenOf(location), {
  picture: (whole) => {
    if (whole.epoch !== picture.epoch) for (const each of [log, view, messages]) each.restart();
    picture.replace(whole);
    drawSoon();
  },
  changes: (changes) => {
    picture.change(changes);
    drawSoon();
  },
  status: (status) => header.status(status),
});

const levers = new Levers(connection, view);
const header = new Header(part('header'), part('.empty'), view);
const messages = new MessagesPanel(part('.messages'), connection, view);
const log = new LogPanel(part('.log'), part('.unfold'), view, open);
const side = new SidePanel(part('.side'), {
  connection, view, levers, open,
  choose: (process) => messages.choose([process.id]),
  leave: () => keys.current() ?? part('.tree'),
});
const tree = new TreeView(part('.tree'));
const keys = new TreeKeys(part('.tree'), tree, act);
const search = new SearchBox(part('.search'), connection, show);

let isDrawingSoon = false;
let again = 0; // the timer of the next drawing that is due though nothing has changed

/** Draws once before the next frame, however many changes there were: so never more often than the screen shows. */
function drawSoon() {
  if (isDrawingSoon) return;
  isDrawingSoon = true;
  requestAnimationFrame(() => {
    isDrawingSoon = false;
    draw();
  });
}

function draw() {
  if (!picture.known) return;
  view.follow(picture);
  header.draw(picture);
  side.draw(picture);
  const due = [messages.draw(picture), tree.draw(picture, view)].filter((millis) => millis !== null);
  keys.settle();
  log.draw(picture);
  clearTimeout(again);
  if (due.length > 0) again = setTimeout(drawSoon, Math.min(...due));
}

/** What the reader does to a box of the tree, by mouse or keyboard. */
function act(action, box) {
  const {process} = box;
  if (view.prediction && process) return side.answerNext(process.id);
  if (action === 'select') return selectBox(box);
  if (!process || process.state === 'dead') return undefined;
  switch (action) {
    case 'kill': return levers.pull('kill', process);
    case 'suspend': return levers.toggleSuspended(process);
    case 'messages': return messages.choose([process.id]);
    default:
      view.select({process: process.id});
      return side.focusLever(action, picture);
  }
}

function selectBox({kind, process, table}) {
  if (process) view.select({process: process.id});
  else if (table) view.select({table: table.id});
  else if (kind === 'more') search.focus();
}

/** Shows a process in detail, and has it drawn if it was not: who is not in the picture may live. */
async function open(id) {
  const isThere = picture.processes.has(id);
  await view.selectWhen(isThere ? null : connection.post('reveal', {process: id}).catch(() => {}), id); // The panel says what is so.
}

/** Shows a process that was searched for, and has it drawn if it was not. */
async function show({id}) {
  try {
    if (!await view.selectWhen(connection.post('reveal', {process: id}), id)) return;
    requestAnimationFrame(() => requestAnimationFrame(() => keys.focus(`p${id}`)));
  } catch (problem) {
    view.change({problem: problem.message});
  }
}

const SHORTCUTS = {
  '/': () => search.focus(),
  p: () => view.messagesOpen && part('.stop').click(),
  l: () => part('.unfold').click(),
  Escape: () => {
    if (view.prediction) view.change({prediction: null});
    else view.select(null);
    keys.focus();
  },
};

document.addEventListener('keydown', (event) => {
  const isTyping = event.target.matches('input, select, textarea');
  if (event.ctrlKey || event.metaKey || event.altKey || (isTyping && event.key !== 'Escape') || event.defaultPrevented) return;
  const shortcut = SHORTCUTS[event.key];
  if (!shortcut) return;
  event.preventDefault();
  shortcut();
});

window.addEventListener('resize', drawSoon);
window.addEventListener('pageshow', (event) => event.persisted && connection.open());
window.addEventListener('hashchange', () => location.reload());
new ResizeObserver(drawSoon).observe(part('.tree'));
setInterval(() => {
  connection.watch();
  if (view.selected && !document.hidden) drawSoon();
}, 1000);
connection.open();
