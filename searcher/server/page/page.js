import {address, go, link, state, whenAddressChanges} from './address.js';
import {ask, question} from './ask.js';
import {$, counted, make, marked, written} from './elements.js';
import {clearNarrowing, showFacets, showRelated} from './narrowing.js';
import {noteOf} from './notes.js';
import {showTaking} from './taking.js';
import {showTimeline} from './timeline.js';
import {showWelcome} from './welcome.js';

const PAGE = 10;
const PATIENCE = 200; // milliseconds before a wait is told
let asked = 0; // answers to what is not asked any more are dropped

function about(article) {
  const page = article.page ? `${article.page}쪽` : '';
  const parts = [written(article.date), article.press, article.by, page].filter(Boolean);
  return make('p', {class: 'about'}, ...parts.map((part) => make('span', {}, part)));
}

function hitOf(hit, s) {
  const title = hit.title ? marked(hit.title, hit.title_highlights) : hit.source || hit.id;
  const [begin, end] = hit.snippet;
  const text = make('p', {class: 'text'}, marked(hit.text, hit.highlights, begin, end));
  if (begin > 0) text.prepend('… ');
  if (end < Array.from(hit.text).length) text.append(' …');
  const copies = hit.copies ? make('details', {},
    make('summary', {}, `같은 기사 ${hit.copies.length}건`),
    make('ul', {}, ...hit.copies.map((copy) => make('li', {},
      link({...s, id: copy.id}, copy.title || copy.id), ' ', [written(copy.date), copy.press].filter(Boolean).join(' · '))))) : null;
  return make('div', {class: 'hit'},
    make('h2', {}, link({...s, id: hit.id}, title)), about(hit), text, copies);
}

function clear() {
  for (const id of ['chips', 'notes', 'results', 'pages', 'article', 'taking']) $(id).replaceChildren();
  for (const id of ['heading', 'timeline', 'article', 'welcome']) $(id).hidden = true;
  clearNarrowing();
  $('status').textContent = '';
}

function daysOf({since, until}) {
  if (since && since === until) return written(since);
  return since || until ? [written(since), written(until)].join(' – ').trim() : '';
}

function showChips(s) {
  const chips = [[s.press, {press: ''}], [written(s.month), {month: ''}], [daysOf(s), {since: '', until: ''}]];
  $('chips').replaceChildren(...chips.filter(([name]) => name).map(([name, without]) =>
    make('li', {}, link({...s, ...without, page: 1}, `${name} ✕`, {'aria-label': `${name} 조건 빼기`}))));
}

function showPages(s, total, exact, more) {
  const pages = [];
  if (s.page > 1) pages.push(link({...s, page: s.page - 1}, '← 앞'));
  if (more) pages.push(link({...s, page: s.page + 1}, '다음 →'));
  $('pages').replaceChildren(...pages);
}

async function showResults(s, turn) {
  $('heading').textContent = s.q ? `“${s.q}” 찾기` : '기사 찾기';
  $('heading').hidden = false;
  const offset = (s.page - 1) * PAGE;
  const answer = await ask('/search', {...question(s), sort: s.sort, limit: PAGE, offset});
  if (turn !== asked) return;
  const count = answer.hits.length;
  const say = (total, exact) => {
    $('status').textContent = count === 0 ? (offset ? '더는 없습니다.' : '찾은 기사가 없습니다.')
      : `기사 ${counted(total)}${exact ? '' : ' 이상'} 가운데 ${offset + 1}–${offset + count}`;
  };
  say(answer.total, answer.total_exact);
  if (count > 0) showTaking(s, answer.total);
  $('notes').replaceChildren(...answer.notes.map((note) => noteOf(note, s)));
  $('results').replaceChildren(...answer.hits.map((hit) => hitOf(hit, s)));
  const more = !answer.total_exact || offset + count < answer.total;
  showPages(s, answer.total, answer.total_exact, more && count === PAGE);
  if (count === 0) return;
  const isAsked = () => turn === asked;
  showTimeline(s, isAsked);
  showRelated(s, isAsked);
  showFacets(s, isAsked).then((all) => {
    if (!all) return;
    say(all.total, true);
    showTaking(s, all.total);
  });
}

async function showArticle(s, turn) {
  const answer = await ask('/article', {id: s.id, q: s.q});
  if (turn !== asked) return;
  $('status').textContent = '';
  const first = answer.hits[0];
  const parts = [make('p', {class: 'back'}, link({...s, id: ''}, '← 찾은 기사로', {id: 'back'})),
    make('h1', {}, marked(first.title || first.source || first.id, first.title_highlights)), about({...first, page: 0})];
  if (/^https?:\/\//.test(first.url)) {
    parts.push(make('p', {class: 'about'}, make('a', {href: first.url, rel: 'noopener noreferrer'}, '원문')));
  }
  let heading = '';
  let page = 0;
  for (const hit of answer.hits) {
    if (hit.page && hit.page !== page) parts.push(make('p', {class: 'about'}, `${hit.page}쪽`));
    page = hit.page;
    if (hit.heading && hit.heading !== heading && !hit.text.startsWith(hit.heading)) parts.push(make('h2', {}, hit.heading));
    heading = hit.heading;
    parts.push(make('div', {class: hit.highlights.length ? 'passage found' : 'passage'}, marked(hit.text, hit.highlights)));
  }
  $('article').replaceChildren(...parts);
  $('article').hidden = false;
  document.title = first.title || '기사';
  const found = $('article').querySelector('mark');
  window.scrollTo(0, 0);
  if (found && found.getBoundingClientRect().top > innerHeight * 0.8) found.scrollIntoView({block: 'center'});
  $('article').focus({preventScroll: true});
}

async function show() {
  const turn = ++asked;
  const s = state();
  for (const name of ['q', 'since', 'until', 'sort']) $(name).value = s[name];
  clear();
  showChips(s);
  document.title = s.q ? `${s.q} — 기사 찾기` : '기사 찾기';
  if (!s.q && !s.id && !s.press && !s.month && !s.since && !s.until) {
    document.querySelector('main').setAttribute('aria-busy', false); // the welcome has its own
    showWelcome(() => turn === asked);
    $('q').focus();
    return;
  }
  document.querySelector('main').setAttribute('aria-busy', true);
  const waiting = setTimeout(() => { $('status').textContent = '찾는 중입니다…'; }, PATIENCE);
  try {
    if (s.id) await showArticle(s, turn);
    else await showResults(s, turn);
  } catch (error) {
    if (turn === asked) $('status').textContent = error.message;
  }
  clearTimeout(waiting);
  if (turn !== asked) return;
  document.querySelector('main').setAttribute('aria-busy', false);
  document.body.dataset.shown = address(s);
}

function step(by) {
  const links = [...document.querySelectorAll('.hit h2 a')];
  if (links.length === 0) return;
  const at = links.indexOf(document.activeElement);
  links[Math.min(links.length - 1, Math.max(0, at + by))].focus();
}

const KEYS = {
  '/': () => $('q').select(),
  j: () => step(1),
  k: () => step(-1),
  Escape: () => { if (state().id) $('back').click(); },
};

document.addEventListener('keydown', (event) => {
  const typing = ['INPUT', 'SELECT', 'TEXTAREA'].includes(document.activeElement.tagName);
  if (event.metaKey || event.ctrlKey || event.altKey || event.isComposing) return;
  if (typing && event.key !== 'Escape') return;
  if (typing) return document.activeElement.blur();
  if (KEYS[event.key]) {
    event.preventDefault();
    KEYS[event.key]();
  }
});

$('form').addEventListener('submit', (event) => {
  event.preventDefault();
  go({...state(), q: $('q').value.trim(), since: $('since').value, until: $('until').value, sort: $('sort').value, page: 1, id: ''});
  $('q').blur();
});
for (const name of ['since', 'until', 'sort']) $(name).addEventListener('change', () => $('form').requestSubmit());
$('home').addEventListener('click', (event) => { event.preventDefault(); go({}); });
whenAddressChanges(show);
show();
