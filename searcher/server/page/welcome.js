// The start page: what the archive holds, and examples that find something in it.

import {link} from './address.js';
import {ask} from './ask.js';
import {$, counted, make, written} from './elements.js';

const TRIES = 4; // of an example, each with other words
const MOST_NEWSPAPERS = 1000; // that are named (docs/http.md)

const EXAMPLES = [
  {of: ([a, b]) => `${a} ${b}`, means: '두 말 가운데 하나라도 있는 기사. 둘 다, 가까이 있으면 앞에 나옵니다.'},
  {of: ([a, b]) => `${a} -${b}`, means: '앞의 말이 있고 뒤의 말은 없는 기사.'},
  {of: ([a]) => `title:${a}`, means: '제목에 그 말이 있는 기사.'},
  {of: ([a], press) => press && `press:"${press}" ${a}`, means: '그 언론사가 쓴 기사.'},
];

function describe({articles, newspapers, first_date: first, last_date: last, updated}) {
  const more = newspapers.length === MOST_NEWSPAPERS ? ' 이상' : '';
  const facts = [`기사 ${counted(articles)}`, newspapers.length > 0 && `언론사 ${newspapers.length.toLocaleString('ko')}곳${more}`,
    first && `${written(first)} – ${written(last)}`, updated && `${written(updated)} ${updated.slice(11)} 갱신`];
  $('archive').replaceChildren(...facts.filter(Boolean).map((fact) => make('span', {}, fact)));
}

function daysBefore(date, days) {
  const [year, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day - days)).toISOString().slice(0, 10);
}

// Words of late articles, the most typical first, and the newspaper that has most of these.
async function lateWords(last) {
  const lately = {q: '*', since: last && daysBefore(last, 30)};
  const [counts, newest] = await Promise.all([
    ask('/search', {...lately, related: true, facet: 'press', limit: 0}), ask('/search', {q: '*', sort: 'newest', limit: 10})]);
  const related = counts.related ? counts.related.words.filter(({articles}) => articles > 1).map(({word}) => word) : [];
  const titles = newest.hits.flatMap(({title}) => title.split(/[^가-힣]+/));
  // What ends like a particle or a verb may be one.
  const words = [...related, ...titles].filter((word) => /^[가-힣]{2,6}$/.test(word) && !/[은는을를의에도다고서로]$/.test(word));
  const press = counts.facets.press.values[0];
  return {words: [...new Set(words)], press: press && press.value.replace(/"/g, ' ')};
}

// The first of an example's queries that finds something: [query, articles].
async function found({of}, words, press) {
  for (let i = 0; i + 1 < words.length && i < TRIES; ++i) {
    const q = of(words.slice(i), press);
    const {total} = q ? await ask('/search', {q, totals: true, limit: 0}) : {total: 0};
    if (total > 0) return [q, total];
  }
  return null;
}

async function showExamples({articles, last_date: last}, isAsked) {
  const {words, press} = await lateWords(last);
  const all = await Promise.all(EXAMPLES.map(async (example, i) => [await found(example, words.slice(i), press), example.means]));
  if (!isAsked()) return;
  const row = (s, name, total, means) =>
    [make('dt', {}, link(s, name), ' ', make('span', {class: 'count'}, counted(total))), make('dd', {}, means)];
  $('examples').replaceChildren(
    ...all.filter(([example]) => example).flatMap(([[q, total], means]) => row({q}, q, total, means)),
    ...row({q: '*', sort: 'newest'}, '*', articles, '모든 기사, 새것부터.'));
}

export async function showWelcome(isAsked) {
  $('welcome').hidden = false;
  $('welcome').setAttribute('aria-busy', true);
  try {
    const archive = await ask('/archive', {});
    if (!isAsked()) return;
    describe(archive);
    if (archive.articles > 0) await showExamples(archive, isAsked);
  } catch (error) {
    if (isAsked()) $('archive').textContent = error.message;
  }
  if (isAsked()) $('welcome').setAttribute('aria-busy', false);
}
