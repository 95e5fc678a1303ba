/** Colours for code: enough to tell words, texts, numbers and comments from each other. */

import {html} from './elements.js';

const JAVA = 'abstract|assert|boolean|break|byte|case|catch|char|class|continue|default|do|double|else|enum|extends|final|finally|float|for|if|implements'
  + '|import|instanceof|int|interface|long|native|new|null|package|permits|private|protected|public|record|return|sealed|short|static|super|switch'
  + '|synchronized|this|throw|throws|true|false|try|var|void|volatile|when|while|yield';
const ELIXIR = 'after|alias|and|case|catch|cond|def|defdelegate|defmodule|defp|defstruct|do|else|end|false|fn|for|if|import|in|nil|not|or|raise|receive'
  + '|require|rescue|true|try|unless|use|when|with';

const LANGUAGES = {
  java: rules(JAVA, '//[^\\n]*|/\\*[\\s\\S]*?\\*/', '"""[\\s\\S]*?"""|"(?:\\\\.|[^"\\\\\\n])*"|\'(?:\\\\.|[^\'\\\\])\'', '@\\w+|\\b[A-Z]\\w*'),
  elixir: rules(ELIXIR, '#[^\\n]*', '"(?:\\\\.|[^"\\\\])*"', '(?<![\\w:]):\\w+[?!]?|\\b\\w+:(?=\\s)|\\b[A-Z]\\w*|@\\w+'),
};

function rules(words, comments, texts, names) {
  return new RegExp(`(?<comment>${comments})|(?<text>${texts})|(?<word>\\b(?:${words})\\b)|(?<name>${names})|(?<number>\\b\\d[\\d_.]*\\b)`, 'g');
}

/** Returns the nodes that show code of a language; code of another one is one text. */
export function colour(code, language) {
  const rule = LANGUAGES[language];
  if (!rule) return language === 'diff' ? lines(code) : [document.createTextNode(code)];
  const nodes = [];
  let end = 0;
  for (const found of code.matchAll(rule)) {
    const kind = Object.keys(found.groups).find((name) => found.groups[name] !== undefined);
    nodes.push(document.createTextNode(code.slice(end, found.index)), html('span', {class: `c-${kind}`}, found[0]));
    end = found.index + found[0].length;
  }
  nodes.push(document.createTextNode(code.slice(end)));
  return nodes;
}

const SIGNS = {'+': 'added', '-': 'removed', '@': 'place'};

function lines(diff) {
  return diff.split('\n').map((line) => html('span', {class: `d-${SIGNS[line[0]] ?? 'same'}`}, `${line}\n`));
}
