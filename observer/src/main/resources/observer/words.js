/** Everything that is said in words about processes, tables and messages. */

/** '1 process', '2 processes', '12 000 processes'. */
export function counted(number, noun, plural = `${noun}s`) {
  return `${grouped(number)} ${number === 1 ? noun : plural}`;
}

/** Numbers with a narrow space between thousands, which reads the same in every language. */
export function grouped(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, '\u202f');
}

/** '2 of 5 in 5 s': how often a supervisor has restarted children lately, against what it is allowed. */
export function restarts({supervision}) {
  return `${supervision.restarts} of ${supervision.maxRestarts} in ${supervision.maxSeconds} s`;
}

/** '<0.12.0>', as Erlang writes a pid: short enough for a card. */
export function shortPid({pid}) {
  return pid.replace(/^#PID/, '');
}

/** What is out of the ordinary with a process, in a few words each. */
export function marks(process) {
  const all = [];
  if (process.state === 'dead') all.push(process.reason ?? 'ended');
  if (process.state === 'ending') all.push('ending');
  if (process.suspended) all.push('suspended');
  if (process.delay > 0) all.push(`${process.delay} ms slow`);
  if (process.restart && process.restart !== 'permanent') all.push(process.restart);
  return all;
}

/** A whole card in words, for those who listen. */
export function spoken(process) {
  const parts = [process.title, process.pid, `${process.kind} ${process.label}`];
  if (process.supervision) {
    parts.push(process.supervision.strategy, `restarts ${restarts(process)}`, counted(process.supervision.children, 'child', 'children'));
  }
  if (process.state === 'dead') parts.push(`ended: ${process.reason}`);
  else parts.push(...marks(process), process.restart === 'permanent' ? 'permanent' : null);
  if (process.mailbox > 0) parts.push(`${counted(process.mailbox, 'message')} waiting`);
  return parts.filter(Boolean).join(', ');
}

/** '14:02:33' */
export function clock(millis) {
  const date = new Date(millis);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
}

/** '340 µs', '12.3 ms', '2.04 s': a length of time that is given in milliseconds. */
export function span(millis) {
  if (millis < 1) return `${Math.round(millis * 1000)} µs`;
  if (millis < 1000) return `${millis.toPrecision(3)} ms`;
  return `${(millis / 1000).toPrecision(3)} s`;
}

/** What has to be said about the line to the program, for each status of the connection. */
export const STATUS = {
  connecting: 'Connecting',
  live: 'Live',
  lost: 'Connection lost, trying again',
  stopped: 'The program has stopped its observer',
  refused: 'This address belongs to another run: take the one that your program has printed last',
};

/** The states that a process can be in after a lever, as predicted and as it came. */
export const FATES = {lives: 'lives on', replaced: 'is replaced', ends: 'is gone'};
