/**
 * Finds a place for messages in a sequence diagram. Each process has a line, time runs down. A message has two points: where
 * it was sent, and where it was taken out of the mailbox; the bar between them is its time in the mailbox.
 */

export const GAP = 150; // between two lines of processes
const FIRST = 90;
const STEPS = {sent: 26, taken: 11, end: 14, pause: 26};
const PAUSE_MILLIS = 500;
const MOST_LANES = 8;

/** Where messages come from that no process has sent. */
export const CLOCK = {id: 'clock', title: 'timers', pid: ''};

/**
 * Returns `{lines, rows, pauses, height, width}`: the lines of the processes and where they end, a row for each message, and
 * the places where nothing happened for a while.
 *
 * @param processes what is known of the processes: id -> process
 */
export function layOutMessages(messages, processes) {
  const lines = linesOf(messages, processes);
  const at = new Map(lines.map((line) => [line.id, line.x]));
  const points = messages.flatMap((message) => [
    {message, time: message.sent, what: 'sent'},
    ...(message.taken === null ? [] : [{message, time: message.taken, what: 'taken'}]),
  ]);
  points.push(...endsOf(lines, processes));
  points.sort((one, other) => one.time - other.time);
  const places = new Map(messages.map((message) => [message.n, {}]));
  const pauses = [];
  let y = 0;
  let before = points[0]?.time ?? 0;
  for (const {message, line, time, what} of points) {
    if (time - before > PAUSE_MILLIS) {
      y += STEPS.pause;
      pauses.push({y: y - 4, millis: time - before});
    }
    y += STEPS[what];
    if (what === 'end') line.end = y;
    else places.get(message.n)[what] = y;
    before = time;
  }
  const height = y + 30;
  const rows = messages.map((message) => rowOf(message, places.get(message.n), at, height));
  giveLanes(rows);
  return {lines, rows, pauses, height, width: FIRST + Math.max(0, lines.length - 1) * GAP + 190};
}

/** The processes that take part, in the order in which they first do. */
function linesOf(messages, processes) {
  const lines = new Map();
  const note = (id, title) => {
    if (!lines.has(id)) lines.set(id, {id, title, pid: processes.get(id)?.pid ?? '', x: FIRST + lines.size * GAP, end: null});
  };
  for (const {from, fromTitle, to, toTitle} of messages) {
    if (from === null) note(CLOCK.id, CLOCK.title);
    else note(from, fromTitle);
    note(to, toTitle);
  }
  return [...lines.values()];
}

function endsOf(lines, processes) {
  return lines.map((line) => ({line, time: processes.get(line.id)?.ended ?? null, what: 'end'})).filter(({time}) => time !== null);
}

function rowOf(message, {sent, taken}, at, height) {
  return {
    message, from: at.get(message.from ?? CLOCK.id), to: at.get(message.to), sent, lane: 0,
    taken: taken ?? null, until: taken ?? (message.lost ? sent : height - 8),
  };
}

/** Messages that wait in one mailbox at the same time get bars side by side: a queue is seen as one. */
function giveLanes(rows) {
  const busy = new Map(); // line of a process -> until where each of its lanes is taken
  for (const row of rows.toSorted((one, other) => one.sent - other.sent)) {
    if (!busy.has(row.to)) busy.set(row.to, []);
    const lanes = busy.get(row.to);
    const free = lanes.findIndex((until) => until <= row.sent);
    row.lane = Math.min(free === -1 ? lanes.length : free, MOST_LANES - 1);
    lanes[row.lane] = row.until;
  }
}
