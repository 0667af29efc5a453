// The start page: what the archive holds, and examples that find something in it.

import {FACETS, link} from './address.js';
import {ask} from './ask.js';
import {$, counted, make, numbered, written} from './elements.js';
import {say} from './language.js';
import {faultOf} from './notes.js';

const TRIES = 4; // of an example, each with other words
const MOST_NEWSPAPERS = 1000; // that are named (docs/http.md)

const EXAMPLES = [
  {of: ([a, b]) => `${a} ${b}`, means: say('두 말 가운데 하나라도 있는 기사. 둘 다, 가까이 있으면 앞에 나옵니다.',
    'Either word; articles with both, close together, come first.')},
  {of: ([a, b]) => `${a} -${b}`, means: say('앞의 말이 있고 뒤의 말은 없는 기사.', 'With the first word and without the second.')},
  {of: ([a]) => `title:${a}`, means: say('제목에 그 말이 있는 기사.', 'With the word in the title.')},
  {of: ([a], press) => press && `press:"${press}" ${a}`, means: say('그 언론사가 쓴 기사.', 'Of that newspaper.')},
];

function describe({articles, newspapers, first_date: first, last_date: last, updated}) {
  const more = newspapers.length === MOST_NEWSPAPERS ? say(' 이상', ' or more') : '';
  const facts = [say(`기사 ${counted(articles)}`, counted(articles)), newspapers.length > 0 && say(`언론사 ${numbered(newspapers.length)}곳`, `${numbered(newspapers.length)} newspapers`) + more,
    first && `${written(first)} – ${written(last)}`, updated && say(`${written(updated)} ${updated.slice(11)} 갱신`, `updated ${written(updated)} ${updated.slice(11)}`)];
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
    ...row({q: '*', sort: 'newest'}, '*', articles, say('모든 기사, 새것부터.', 'All articles, the newest first.')));
}

const listOf = (value) => value === undefined ? [] : [value].flat();

// What the page knows of the options of a saved search.
function stateOf({query, options}) {
  const only = listOf(options.only);
  const ticked = FACETS.map((facet) => [facet, only.filter((value) => value.startsWith(`${facet}:`)).map((value) => value.slice(facet.length + 1))]);
  return {...Object.fromEntries(ticked), q: query, since: options.since, until: options.until,
    all_words: options.all_words ? 'true' : '', sort: 'newest'};
}

async function showSaved(isAsked) {
  const answer = await ask('/saved', {}).catch(() => null);
  if (!isAsked() || !answer || answer.searches.length + (answer.unreadable || []).length === 0) return;
  $('saved').querySelector('ul').replaceChildren(...answer.searches.map((search) => make('li', {},
    link(stateOf(search), search.name), ' ',
    search.new === undefined ? null : make('span', {class: search.new > 0 ? 'count new' : 'count'}, search.new > 0 ? say(`새 기사 ${counted(search.new)}`, `${counted(search.new)} new`) : say('새 기사 없음', 'nothing new')))), ...(answer.unreadable || []).map((fault) => faultOf(fault)));
  $('saved').hidden = false;
}

export async function showWelcome(isAsked) {
  $('welcome').hidden = false;
  $('welcome').setAttribute('aria-busy', true);
  $('saved').hidden = true;
  showSaved(isAsked);
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
