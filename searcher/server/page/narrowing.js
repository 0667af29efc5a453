// What stands beside the hits: newspapers, months and related words, each with its number of
// articles, to narrow by with a click.

import {link} from './address.js';
import {ask, question} from './ask.js';
import {$, make, written} from './elements.js';

const ROWS = 6; // of each list, before a click shows the rest

const wide = matchMedia('(min-width: 52rem)');

// `rows` as bars, each {name, articles, to, isChosen}; those from `first` on until all are wanted.
function list(section, title, rows, first = 0) {
  const most = Math.max(...rows.map(({articles}) => articles));
  const elements = rows.map(({name, articles, to, isChosen}) => {
    const a = link(to, '', isChosen ? {'aria-current': 'true'} : {});
    a.style.setProperty('--share', `${Math.round(100 * articles / most)}%`);
    a.append(make('span', {}, name), make('span', {class: 'count'}, articles.toLocaleString('ko')));
    return make('li', {}, a);
  });
  const items = make('ul', {}, ...elements.slice(first, first + ROWS));
  const more = rows.length > ROWS ? make('button', {class: 'more', type: 'button', onclick: () => {
    items.replaceChildren(...elements);
    more.remove();
  }}, `모두 보기 (${rows.length})`) : null;
  $(section).append(make('h2', {}, title), items, ...[more].filter(Boolean));
  $('facets').hidden = false;
}

function listFacet(field, title, facet, s) {
  const rows = facet.values.filter(({articles}) => articles > 0).map(({value, articles}) => {
    const isChosen = s[field] === value;
    return {name: field === 'month' ? written(value) : value, articles, isChosen,
      to: {...s, [field]: isChosen ? '' : value, page: 1}};
  });
  if (rows.length > 0) list(`by-${field}`, title, rows, field === 'month' ? Math.max(0, rows.length - ROWS) : 0);
}

// The query, whose articles have the word, too.
function withWord(q, word) {
  if (!q || q === '*') return word;
  const isPlain = !/[-+!:]$/.test(q) && /^[^\s"“”()|-][^\s"“”()|]*( AND [^\s"“”()|-][^\s"“”()|]*)*$/.test(q);
  return isPlain ? `${q} AND ${word}` : `(${q}) AND ${word}`;
}

// Returns the answer, whose total is exact; null if it failed, or nobody asks any more.
export async function showFacets(s, isAsked) {
  const answer = await ask('/search', {...question(s), facet: 'press,month', totals: true, limit: 0}).catch(() => null);
  if (!isAsked() || !answer) return null;
  listFacet('press', '언론사', answer.facets.press, s);
  listFacet('month', '달', answer.facets.month, s);
  return answer;
}

export async function showRelated(s, isAsked) {
  const answer = await ask('/search', {...question(s), related: true, limit: 0}).catch(() => null);
  if (!isAsked() || !answer || !answer.related || answer.related.words.length === 0) return;
  const {words, articles, all} = answer.related;
  list('related', '연관어', words.map(({word, articles}) =>
    ({name: word, articles, to: {...s, q: withWord(s.q, word), page: 1}})));
  if (!all) $('related').append(make('p', {class: 'about'}, `가장 알맞은 기사 ${articles.toLocaleString('ko')}건에서 세었습니다.`));
}

export function clearNarrowing() {
  for (const id of ['by-press', 'by-month', 'related']) $(id).replaceChildren();
  $('facets').hidden = true;
}

const fold = () => { $('facets').firstElementChild.open = wide.matches; };
wide.addEventListener('change', fold);
fold();
