// What the word under way may become: a list below the field, to be chosen of by keys or a click.

import {ask} from './ask.js';
import {$, make} from './elements.js';
import {say} from './language.js';

const REST = 120; // milliseconds without a key before the server is asked

let waiting = 0;
let asked = 0;
let shown = [];
let chosen = -1;

const quoted = (name) => /[\s()|]/.test(name) ? `"${name}"` : name;

// Where the word begins that ends at `end`, and what stands before it that is none of it.
function wordUnderWay(text, end) {
  const [, before, field, word] = /^(|.*[\s(])((?:-|press:|by:|section:|title:)*)"?([^\s()|:"]*)$/s.exec(text.slice(0, end)) || [];
  return word ? {before, field, word, after: text.slice(end)} : null;
}

const KINDS = {words: '', press: say('언론사', 'newspaper'), by: say('기자', 'reporter'), section: say('분류', 'section')};

function choicesOf(answer, {field}) {
  const named = /(press|by|section):$/.exec(field);
  const kinds = named ? [named[1]] : Object.keys(KINDS);
  return kinds.flatMap((kind) => answer[kind].map((text) => {
    const sign = kind === 'words' || named || field.endsWith('title:') ? '' : `${kind}:`;
    return {text, kind: named ? '' : KINDS[kind], typed: `${field}${sign}${kind === 'words' ? text : quoted(text)}`};
  }));
}

export function closeSuggestions() {
  clearTimeout(waiting);
  ++asked;
  shown = [];
  choose(-1);
  $('suggestions').hidden = true;
  $('q').setAttribute('aria-expanded', false);
}

function choose(i) {
  chosen = i;
  [...$('suggestions').children].forEach((item, at) => item.setAttribute('aria-selected', at === i));
  if (i < 0) $('q').removeAttribute('aria-activedescendant');
  else $('q').setAttribute('aria-activedescendant', `suggestion-${i}`);
}

function take({typed}, {before, after}) {
  const text = `${before}${typed} `;
  $('q').value = text + after.trimStart();
  $('q').setSelectionRange(text.length, text.length);
  closeSuggestions();
  $('q').focus();
}

async function suggest() {
  const turn = ++asked;
  const under = wordUnderWay($('q').value, $('q').selectionStart);
  const answer = under && await ask('/suggest', {q: under.word}).catch(() => null);
  if (turn !== asked || document.activeElement !== $('q')) return;
  const choices = answer ? choicesOf(answer, under).filter(({typed}) => typed !== under.field + under.word) : [];
  if (choices.length === 0) return closeSuggestions();
  shown = choices.map((choice) => () => take(choice, under));
  $('suggestions').replaceChildren(...choices.map(({text, kind}, i) => make('li', {role: 'option', id: `suggestion-${i}`,
    'aria-selected': false, onpointerdown: (event) => { event.preventDefault(); shown[i](); }},
  make('span', {}, text), kind ? make('span', {class: 'count'}, kind) : null)));
  chosen = -1;
  $('q').removeAttribute('aria-activedescendant');
  $('suggestions').hidden = false;
  $('q').setAttribute('aria-expanded', true);
}

$('q').addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(suggest, REST);
});
$('q').addEventListener('blur', closeSuggestions);
$('q').addEventListener('keydown', (event) => {
  if (shown.length === 0 || event.isComposing) return;
  const by = {ArrowDown: 1, ArrowUp: -1}[event.key];
  if (by) choose((chosen + 1 + by + shown.length + 1) % (shown.length + 1) - 1);
  else if (event.key === 'Enter' && chosen >= 0) shown[chosen]();
  else if (event.key === 'Escape') closeSuggestions();
  else return;
  event.preventDefault();
  event.stopPropagation();
});
