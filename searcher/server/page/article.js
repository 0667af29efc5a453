// An article, and what it leads to: the next hits, its original, articles like it.

import {link} from './address.js';
import {ask, question} from './ask.js';
import {$, about, make, marked, pageNumber} from './elements.js';
import {copiesOf, pageOf} from './hits.js';
import {say} from './language.js';

const ALIKE = 5;

const isAddress = (text) => /^https?:\/\//.test(text);

function originalOf(article) {
  const address = [article.url, article.id].find(isAddress);
  return address ? make('a', {href: address, rel: 'noopener noreferrer'}, say('원문 보기', 'Original')) : null;
}

function passagesOf(hits) {
  const parts = [];
  let heading = '';
  let page = 0;
  for (const hit of hits) {
    if (hit.page && hit.page !== page) parts.push(make('p', {class: 'about'}, pageNumber(hit.page)));
    page = hit.page;
    if (hit.heading && hit.heading !== heading && !hit.text.startsWith(hit.heading)) parts.push(make('h2', {}, hit.heading));
    heading = hit.heading;
    parts.push(make('div', {class: hit.highlights.length ? 'passage found' : 'passage'}, marked(hit.text, hit.highlights)));
  }
  return parts;
}

// The hits before and behind it, and its copies.
async function showNeighbours(s, isAsked) {
  if (!s.at) return;
  const offset = Math.max(0, s.at - 2);
  const answer = await ask('/search', {...question(s), sort: s.sort, limit: s.at - offset + 1, offset}).catch(() => null);
  if (!isAsked() || !answer) return;
  const ranked = (rank) => answer.hits.find((hit) => hit.rank === rank);
  const neighbour = (rank, id, where) => {
    const hit = ranked(rank);
    if (!hit) return [];
    const a = link({...s, id: hit.id, at: rank}, make('span', {class: 'where'}, where), {id});
    a.append(hit.title || hit.id);
    return [a];
  };
  $('neighbours').replaceChildren(
    ...neighbour(s.at - 1, 'previous', say('← 앞 기사', '← Previous')), ...neighbour(s.at + 1, 'next', say('다음 기사 →', 'Next →')));
  const own = ranked(s.at);
  if (own && own.id === s.id && own.copies) $('copies').replaceChildren(copiesOf(own, s));
}

async function showAlike(s, isAsked) {
  const answer = await ask('/search', {like: s.id, limit: ALIKE}).catch(() => null);
  if (!isAsked() || !answer || answer.hits.length === 0) return;
  $('alike').replaceChildren(make('h2', {}, say('비슷한 기사', 'Similar articles')), make('ul', {}, ...answer.hits.map((hit) =>
    make('li', {}, link({...s, id: hit.id, at: 0}, hit.title || hit.id), about({...hit, page: 0})))));
}

export async function showArticle(s, isAsked) {
  const answer = await ask('/article', {id: s.id, q: s.q});
  if (!isAsked()) return;
  $('status').textContent = '';
  $('heading').hidden = true;
  const first = answer.hits[0];
  const source = first.source ? make('span', {}, first.source + (first.record ? `#${first.record}` : '')) : null;
  $('article').replaceChildren(
    make('p', {class: 'back'}, link({...s, id: '', at: 0, page: s.at ? pageOf(s.at) : s.page}, say('← 찾은 기사로', '← Back to the hits'), {id: 'back'})),
    make('h1', {}, marked(first.title || first.source || first.id, first.title_highlights)),
    about({...first, page: 0}, true),
    make('p', {class: 'about tools'}, source, originalOf(first), make('button', {type: 'button', class: 'more', onclick: () => print()}, say('인쇄', 'Print'))),
    make('div', {id: 'copies'}), ...passagesOf(answer.hits),
    make('nav', {id: 'neighbours', 'aria-label': say('앞뒤 기사', 'Hits before and behind')}), make('section', {id: 'alike', 'aria-label': say('비슷한 기사', 'Similar articles')}));
  $('article').hidden = false;
  document.title = first.title || say('기사', 'Article');
  const found = $('article').querySelector('mark');
  window.scrollTo(0, 0);
  if (found && found.getBoundingClientRect().top > innerHeight * 0.8) found.scrollIntoView({block: 'center'});
  $('article').focus({preventScroll: true});
  showNeighbours(s, isAsked);
  showAlike(s, isAsked);
}
