// The hits of a query, how many there are, and what was asked besides the query.

import {FACETS, link, toggled} from './address.js';
import {ask, question} from './ask.js';
import {$, about, counted, make, marked, written} from './elements.js';
import {say} from './language.js';
import {nameOf, showFacets, showRelated} from './narrowing.js';
import {noteOf} from './notes.js';
import {showTaking} from './taking.js';
import {showTimeline} from './timeline.js';

const PAGE = 10;
const AROUND = 4; // pages that are linked before and behind one

const exactTotals = new Map(); // of what was asked before, so that none jumps on going back

export function copiesOf(hit, s) {
  if (!hit.copies) return null;
  return make('details', {class: 'copies'},
    make('summary', {}, say(`같은 기사 ${hit.copies.length}건`, `${hit.copies.length} copies`)),
    make('ul', {}, ...hit.copies.map((copy) => make('li', {},
      link({...s, id: copy.id, at: 0}, copy.title || copy.id), ' ', [written(copy.date), copy.press].filter(Boolean).join(' · ')))));
}

function hitOf(hit, s) {
  const title = hit.title ? marked(hit.title, hit.title_highlights) : hit.source || hit.id;
  const [begin, end] = hit.snippet;
  const headed = hit.heading_highlights.length > 0 && !hit.text.startsWith(hit.heading);
  const heading = headed ? make('p', {class: 'text'}, marked(hit.heading, hit.heading_highlights)) : null;
  const text = make('p', {class: 'text'}, marked(hit.text, hit.highlights, begin, end));
  if (begin > 0) text.prepend('… ');
  if (end < Array.from(hit.text).length) text.append(' …');
  return make('div', {class: 'hit'},
    make('h2', {}, link({...s, id: hit.id, at: hit.rank}, title)), about(hit), heading, text, copiesOf(hit, s));
}

function daysOf({since, until}) {
  if (since && since === until) return written(since);
  return since || until ? [written(since), written(until)].join(' – ').trim() : '';
}

function showChips(s) {
  const ticked = FACETS.flatMap((facet) => s[facet].map((value) => [nameOf(facet, value), toggled(s, facet, value)]));
  const chips = [...ticked, [daysOf(s), {...s, since: '', until: '', page: 1}]];
  $('chips').replaceChildren(...chips.filter(([name]) => name).map(([name, without]) =>
    make('li', {}, link(without, `${name} ✕`, {'aria-label': say(`${name} 조건 빼기`, `Take ${name} away`)}))));
}

// The pages around, and the first; `behind` of them are known to follow.
function showPages(s, behind) {
  const first = Math.max(1, s.page - AROUND);
  const last = s.page + behind;
  const to = (page, text = page) => link({...s, page}, String(text), text === page ? {'aria-label': say(`${page}쪽`, `Page ${page}`)} : {});
  const pages = [];
  if (s.page > 1) pages.push(to(s.page - 1, say('← 앞', '← Previous')));
  if (first > 1) pages.push(to(1), '…');
  for (let page = first; page <= last && last > 1; ++page) {
    pages.push(page === s.page ? make('span', {'aria-current': 'page'}, String(page)) : to(page));
  }
  if (behind > 0) pages.push(to(s.page + 1, say('다음 →', 'Next →')));
  $('pages').replaceChildren(...pages);
}

// Copies stand below one hit, so that the number of articles does not tell that of pages.
async function countPages(s, isAsked) {
  const following = {...question(s), sort: s.sort, limit: PAGE * AROUND, offset: s.page * PAGE};
  const answer = await ask('/search', following).catch(() => null);
  if (isAsked() && answer) showPages(s, Math.ceil(answer.hits.length / PAGE));
}

// `found` is {total, total_exact, all_words}; those on the page are numbers `first` to `last`.
function tell(s, found, [first, last], ...more) {
  const shown = `${first}–${last}`;
  const articles = counted(found.total);
  const parts = [!found.total_exact ? say(`기사 ${articles} 이상 가운데 ${shown}`, `${shown} of ${articles} or more`) : found.total < last
    ? say(`말이 그대로 나오는 기사 ${articles}, 말의 일부만 나오는 기사까지 ${shown}`, `${articles} with the words as they are; with parts of them, ${shown}`)
    : say(`기사 ${articles} 가운데 ${shown}`, `${shown} of ${articles}`)];
  const all = s.all_words ? null : found.all_words;
  if (all && all.total === 0) parts.push(say('모든 말이 있는 기사는 없습니다', 'none has all words'));
  if (all && all.total > 0) parts.push(link({...s, all_words: 'true', page: 1}, say(`모든 말이 있는 기사 ${counted(all.total)}`, `all words: ${counted(all.total)}`)));
  $('status').replaceChildren(...[...parts, ...more].flatMap((part, i) => i > 0 ? [' · ', part] : [part]));
}

async function countAll(s, isAsked, found, shown) {
  const key = JSON.stringify(question(s));
  const first = exactTotals.get(key) || found;
  if (!first.total_exact) tell(s, first, shown, say('세는 중입니다…', 'counting…'));
  else tell(s, first, shown);
  showTaking(s, first.total);
  const counts = await showFacets(s, isAsked);
  if (!isAsked()) return;
  if (counts) {
    exactTotals.set(key, {total: counts.total, total_exact: true, all_words: counts.all_words});
    tell(s, counts, shown);
    showTaking(s, counts.total);
  } else if (!first.total_exact) {
    tell(s, first, shown, make('button', {class: 'more', type: 'button', onclick: () => countAll(s, isAsked, found, shown)}, say('모두 세기', 'Count all')));
  }
}

export async function showResults(s, isAsked) {
  showChips(s);
  const offset = (s.page - 1) * PAGE;
  const answer = await ask('/search', {...question(s), sort: s.sort, limit: PAGE, offset});
  if (!isAsked()) return;
  const count = answer.hits.length;
  $('notes').replaceChildren(...answer.notes.map((note) => noteOf(note, s)));
  $('results').replaceChildren(...answer.hits.map((hit) => hitOf(hit, s)));
  const mayGoOn = count === PAGE && (!answer.total_exact || offset + count < answer.total);
  showPages(s, mayGoOn ? 1 : 0);
  if (count === 0) {
    $('status').textContent = offset > 0 ? say('더는 없습니다.', 'There are no more.') : say('찾은 기사가 없습니다.', 'Nothing found.');
    return;
  }
  $('facets').hidden = false; // takes its room before it is filled
  showTimeline(s, isAsked);
  showRelated(s, isAsked);
  if (mayGoOn) countPages(s, isAsked);
  countAll(s, isAsked, answer, [offset + 1, offset + count]);
}

// The page of the hits on which number `rank` stands.
export const pageOf = (rank) => Math.max(1, Math.ceil(rank / PAGE));
