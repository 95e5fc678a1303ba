/** What shows the reference: how it differs from one's own code, and how it solves each task. */

import {codeOf} from './dialogs.js';
import {html} from './elements.js';

/** Shows the diff; asks first if the stage is not solved. */
export async function showDiff(act, dialogs, isSolved) {
  await show(act, dialogs, isSolved, 'diff', 'From your code to the reference', ({lines}) =>
    [lines.length === 0 ? html('p', {}, 'Your code is the reference, line by line.') : codeOf(lines.join('\n'), 'diff')]);
}

/** Shows how the reference solves the tasks; asks first if the stage is not solved. */
export async function showSolution(act, dialogs, isSolved) {
  await show(act, dialogs, isSolved, 'solution', 'One possibility to solve it', ({solutions}) =>
    solutions.flatMap(({task, file, line, code}) => [html('h3', {}, `Task ${task}`), html('p', {class: 'quiet'}, `${file}:${line}`), codeOf(code, 'java')]));
}

async function show(act, dialogs, isSolved, path, title, nodesOf) {
  const open = () => dialogs.showAnswer(title, async () => nodesOf(await act.get(path, {sure: true})));
  if (isSolved) {
    await open();
    return;
  }
  const sure = html('button', {type: 'button', class: 'primary'}, 'Show it');
  sure.addEventListener('click', open);
  dialogs.show(title, html('p', {}, 'The stage is not solved yet. Its hints give away less. Do you want to see the reference?'), sure);
}
