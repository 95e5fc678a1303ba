/**
 * Who stands where. A slot is a place in a supervision tree: one process stands in it now, and behind it are the dead that
 * stood in it before.
 */

/**
 * Returns the supervision trees as slots, and the slots of the processes that are outside of any tree. A process that
 * owns a table counts as a tree, too.
 *
 * A slot has its `process`, its `ghosts` (its dead predecessors, the youngest first), its `children` in their order, and
 * what else hangs on it: `tables`, `waiting` (children without a process) and `hidden` (how many are not in the picture).
 */
export function forest(picture) {
  const slots = new Map();
  for (const process of picture.processes.values()) {
    if (!picture.processes.has(process.successor)) slots.set(process.id, emptySlot(process, picture));
  }
  for (const process of picture.processes.values()) {
    if (picture.processes.has(process.successor)) slots.get(picture.latest(process).id).ghosts.push(process);
  }
  const tops = [];
  for (const slot of slots.values()) {
    slot.ghosts.sort((one, other) => other.id - one.id);
    const parent = picture.processes.get(slot.process.parent);
    const above = parent ? slots.get(picture.latest(parent).id) : null;
    if (above && above !== slot) above.children.push(slot);
    else tops.push(slot);
  }
  for (const slot of slots.values()) {
    slot.children.sort(byPlace);
    slot.waiting = withoutThoseSeen(slot);
  }
  return {
    trees: tops.filter(isTree).sort(byPlace),
    outside: tops.filter((slot) => !isTree(slot)).sort(byPlace),
  };
}

function emptySlot(process, picture) {
  const tables = (process.tables ?? []).map((id) => picture.tables.get(id)).filter(Boolean);
  return {process, ghosts: [], children: [], tables, waiting: [], hidden: process.supervision?.hiddenChildren ?? 0};
}

function isTree(slot) {
  return slot.process.kind === 'supervisor' || slot.children.length > 0 || slot.tables.length > 0;
}

function byPlace(one, other) {
  return (one.process.place ?? 0) - (other.process.place ?? 0) || one.process.id - other.process.id;
}

/** A child that is about to be restarted is mostly still there, as the dead that it is. */
function withoutThoseSeen(slot) {
  const seen = new Set(slot.children.map((child) => child.process.childId));
  return (slot.process.supervision?.waiting ?? []).filter((child) => !seen.has(child.childId));
}
