// An article.

import {link} from './address.js';
import {ask} from './ask.js';
import {$, about, make, marked} from './elements.js';
import {pageOf} from './hits.js';

const isAddress = (text) => /^https?:\/\//.test(text);

function originalOf(article) {
  const address = [article.url, article.id].find(isAddress);
  return address ? make('a', {href: address, rel: 'noopener noreferrer'}, '원문 보기') : null;
}

function passagesOf(hits) {
  const parts = [];
  let heading = '';
  let page = 0;
  for (const hit of hits) {
    if (hit.page && hit.page !== page) parts.push(make('p', {class: 'about'}, `${hit.page}쪽`));
    page = hit.page;
    if (hit.heading && hit.heading !== heading && !hit.text.startsWith(hit.heading)) parts.push(make('h2', {}, hit.heading));
    heading = hit.heading;
    parts.push(make('div', {class: hit.highlights.length ? 'passage found' : 'passage'}, marked(hit.text, hit.highlights)));
  }
  return parts;
}

export async function showArticle(s, isAsked) {
  const answer = await ask('/article', {id: s.id, q: s.q});
  if (!isAsked()) return;
  $('status').textContent = '';
  $('heading').hidden = true;
  const first = answer.hits[0];
  const source = first.source ? make('span', {}, first.source) : null;
  $('article').replaceChildren(
    make('p', {class: 'back'}, link({...s, id: '', at: 0, page: s.at ? pageOf(s.at) : s.page}, '← 찾은 기사로', {id: 'back'})),
    make('h1', {}, marked(first.title || first.source || first.id, first.title_highlights)),
    about({...first, page: 0}, true),
    make('p', {class: 'about tools'}, source, originalOf(first), make('button', {type: 'button', class: 'more', onclick: () => print()}, '인쇄')),
    ...passagesOf(answer.hits));
  $('article').hidden = false;
  document.title = first.title || '기사';
  const found = $('article').querySelector('mark');
  window.scrollTo(0, 0);
  if (found && found.getBoundingClientRect().top > innerHeight * 0.8) found.scrollIntoView({block: 'center'});
  $('article').focus({preventScroll: true});
}
