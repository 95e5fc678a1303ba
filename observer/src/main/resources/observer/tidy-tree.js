/**
 * Lays out a tree in linear time: as narrow as can be, no overlaps, parents at the middle of their children.
 *
 * C. Buchheim, M. Jünger, S. Leipert: "Improving Walker's Algorithm to Run in Linear Time" (2002), which makes the layout
 * of Reingold and Tilford (1981) linear for any number of children. The names below are the paper's.
 */

/** What the algorithm remembers of one node. */
class Spot {
  constructor(node, parent, number, depth) {
    Object.assign(this, {node, parent, number, depth});
    this.children = [];
    this.prelim = 0; // where it stands, before its ancestors are moved
    this.mod = 0; // by how much its children are moved along with it
    this.shift = 0; // moves that are still to be spread over its older siblings
    this.change = 0;
    this.thread = null; // the next spot of the contour, if it is in another subtree
    this.ancestor = this;
  }

  get leftSibling() {
    return this.number > 0 ? this.parent.children[this.number - 1] : null;
  }

  get nextLeft() {
    return this.children.length > 0 ? this.children[0] : this.thread;
  }

  get nextRight() {
    return this.children.length > 0 ? this.children[this.children.length - 1] : this.thread;
  }
}

/**
 * Returns for each node, in a Map, its `depth` (the root's is 0) and its middle `across` the tree.
 *
 * @param childrenOf tells a node's children, in order
 * @param sizeOf tells how much room a node takes across the tree
 * @param gap the room between two neighbours
 */
export function layOut(root, childrenOf, sizeOf, gap) {
  const distance = (left, right) => (sizeOf(left.node) + sizeOf(right.node)) / 2 + gap;
  const top = planted(root, childrenOf);
  firstWalk(top, distance);
  const places = new Map();
  secondWalk(top, 0, places);
  return places;
}

function planted(node, childrenOf, parent = null, number = 0, depth = 0) {
  const spot = new Spot(node, parent, number, depth);
  spot.children = childrenOf(node).map((child, index) => planted(child, childrenOf, spot, index, depth + 1));
  return spot;
}

function firstWalk(spot, distance) {
  let defaultAncestor = spot.children[0];
  for (const child of spot.children) {
    firstWalk(child, distance);
    defaultAncestor = apportion(child, defaultAncestor, distance);
  }
  executeShifts(spot);
  const left = spot.leftSibling;
  const beside = left ? left.prelim + distance(left, spot) : 0;
  if (spot.children.length === 0) {
    spot.prelim = beside;
    return;
  }
  const middle = (spot.children[0].prelim + spot.children[spot.children.length - 1].prelim) / 2;
  spot.prelim = left ? beside : middle;
  spot.mod = spot.prelim - middle;
}

/** Moves a subtree away from all subtrees at its left, by walking down the contours between them. */
function apportion(spot, defaultAncestor, distance) {
  const left = spot.leftSibling;
  if (!left) return defaultAncestor;
  let [innerRight, outerRight, innerLeft, outerLeft] = [spot, spot, left, spot.parent.children[0]];
  let [modInnerRight, modOuterRight, modInnerLeft, modOuterLeft] =
      [innerRight.mod, outerRight.mod, innerLeft.mod, outerLeft.mod];
  while (innerLeft.nextRight && innerRight.nextLeft) {
    innerLeft = innerLeft.nextRight;
    innerRight = innerRight.nextLeft;
    outerLeft = outerLeft.nextLeft;
    outerRight = outerRight.nextRight;
    outerRight.ancestor = spot;
    const overlap = innerLeft.prelim + modInnerLeft + distance(innerLeft, innerRight)
        - (innerRight.prelim + modInnerRight);
    if (overlap > 0) {
      const mover = innerLeft.ancestor.parent === spot.parent ? innerLeft.ancestor : defaultAncestor;
      moveSubtree(mover, spot, overlap);
      modInnerRight += overlap;
      modOuterRight += overlap;
    }
    modInnerLeft += innerLeft.mod;
    modInnerRight += innerRight.mod;
    modOuterLeft += outerLeft.mod;
    modOuterRight += outerRight.mod;
  }
  if (innerLeft.nextRight && !outerRight.nextRight) {
    outerRight.thread = innerLeft.nextRight;
    outerRight.mod += modInnerLeft - modOuterRight;
  }
  if (innerRight.nextLeft && !outerLeft.nextLeft) {
    outerLeft.thread = innerRight.nextLeft;
    outerLeft.mod += modInnerRight - modOuterLeft;
    return spot;
  }
  return defaultAncestor;
}

function moveSubtree(left, right, by) {
  const share = by / (right.number - left.number);
  right.change -= share;
  right.shift += by;
  left.change += share;
  right.prelim += by;
  right.mod += by;
}

function executeShifts(spot) {
  let [shift, change] = [0, 0];
  for (const child of spot.children.toReversed()) {
    child.prelim += shift;
    child.mod += shift;
    change += child.change;
    shift += child.shift + change;
  }
}

function secondWalk(spot, moved, places) {
  places.set(spot.node, {depth: spot.depth, across: spot.prelim + moved});
  for (const child of spot.children) secondWalk(child, moved + spot.mod, places);
}
