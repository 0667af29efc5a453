// What stands beside the hits: newspapers, sections, reporters, years and months to be ticked, and related
// words, each with its number of articles.

import {FACETS, go, link, toggled} from './address.js';
import {ask, question} from './ask.js';
import {$, counted, make, numbered, written} from './elements.js';
import {say} from './language.js';

const ROWS = 6; // of each list, before a click shows the rest

const TITLES = {press: say('언론사', 'Newspapers'), section: say('분류', 'Sections'), by: say('기자', 'Reporters'), year: say('해', 'Years'), month: say('달', 'Months')};

const wide = matchMedia('(min-width: 52rem)');

let ticked = ''; // the facet:value that was ticked last: it keeps the focus

// Those of `items` from `first` on, a few of them until all are wanted.
function list(section, title, items, first = 0) {
  const shown = make('ul', {}, ...items.slice(first, first + ROWS));
  const more = items.length > ROWS ? make('button', {class: 'more', type: 'button', onclick: () => {
    shown.replaceChildren(...items);
    more.remove();
  }}, say(`모두 보기 (${items.length})`, `Show all (${items.length})`)) : null;
  $(section).replaceChildren(make('h2', {}, title), shown, ...[more].filter(Boolean));
  $('facets').hidden = false;
}

// A bar, as long as its share of `most` articles.
function bar(element, name, articles, most) {
  element.style.setProperty('--share', `${Math.round(100 * articles / most)}%`);
  element.append(make('span', {}, name), make('span', {class: 'count'}, numbered(articles)));
  return make('li', {}, element);
}

function box(facet, value, s) {
  const input = make('input', {type: 'checkbox', 'data-value': `${facet}:${value}`, onchange: () => {
    ticked = input.dataset.value;
    go(toggled(s, facet, value));
  }});
  input.checked = s[facet].includes(value);
  return make('label', {}, input);
}

export const nameOf = (facet, value) => facet === 'month' || facet === 'year' ? written(value) : value;

// Those that are ticked stay, whatever the others leave of them.
function listFacet(facet, {values}, s) {
  const there = values.filter(({articles}) => articles > 0);
  const gone = s[facet].filter((value) => !there.some((row) => row.value === value)).map((value) => ({value, articles: 0}));
  const rows = [...gone, ...there];
  if (rows.length === 0 || (facet === 'year' && rows.length === 1 && s.year.length === 0)) return;
  const most = Math.max(1, ...rows.map(({articles}) => articles));
  const isDate = facet === 'month' || facet === 'year';
  if (isDate) rows.sort((a, b) => a.value < b.value ? -1 : 1);
  const first = isDate ? Math.max(0, rows.length - ROWS) : 0;
  const isFar = (row, i) => s[facet].includes(row.value) && (i < first || i >= first + ROWS);
  const items = rows.map(({value, articles}) => bar(box(facet, value, s), nameOf(facet, value), articles, most));
  list(`by-${facet}`, TITLES[facet], items, first);
  if (rows.some(isFar)) $(`by-${facet}`).querySelector('.more').click();
}

// The query, whose articles have the word, too.
function withWord(q, word) {
  if (!q || q === '*') return word;
  const isPlain = !/[-+!:]$/.test(q) && /^[^\s"“”()|-][^\s"“”()|]*( AND [^\s"“”()|-][^\s"“”()|]*)*$/.test(q);
  return isPlain ? `${q} AND ${word}` : `(${q}) AND ${word}`;
}

// Returns the answer, whose total is exact; null if it failed, or nobody asks any more.
export async function showFacets(s, isAsked) {
  const answer = await ask('/search', {...question(s), facet: FACETS.join(','), totals: true, limit: 0}).catch(() => null);
  if (!isAsked() || !answer) return null;
  FACETS.forEach((facet) => listFacet(facet, answer.facets[facet], s));
  const box = ticked && [...document.querySelectorAll('#facets input')].find((input) => input.dataset.value === ticked);
  if (box) box.focus();
  ticked = '';
  return answer;
}

export async function showRelated(s, isAsked) {
  const answer = await ask('/search', {...question(s), related: true, limit: 0}).catch(() => null);
  if (!isAsked() || !answer || !answer.related || answer.related.words.length === 0) return;
  const {words, articles, all} = answer.related;
  const most = Math.max(...words.map(({articles}) => articles));
  list('related', say('연관어', 'Related words'), words.map(({word, articles}) =>
    bar(link({...s, q: withWord(s.q, word), page: 1}, ''), word, articles, most)));
  if (!all) $('related').append(make('p', {class: 'about'}, say(`가장 알맞은 기사 ${counted(articles)}에서 세었습니다.`, `Counted in the best ${counted(articles)}.`)));
}

export function clearNarrowing() {
  for (const id of [...FACETS.map((facet) => `by-${facet}`), 'related']) $(id).replaceChildren();
  $('facets').hidden = true;
}

const fold = () => { $('facets').firstElementChild.open = wide.matches; };
wide.addEventListener('change', fold);
fold();
