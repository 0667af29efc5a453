// What can be taken along: all hits as tables, and as a feed.

import {parametersOf, question} from './ask.js';
import {$, make, numbered} from './elements.js';
import {say} from './language.js';
import {TABLES} from './tables.js'; // the server makes it

const ROWS = 10000; // of a table at once (docs/http.md)
const MOST = 100000; // hits that can be passed over

const path = (to, s, more = {}) => `${to}?${parametersOf({...question(s), ...more})}`;

const FILES = [
  ['csv', 'CSV로 받기', 'Download CSV'],
  ['xlsx', '엑셀로 받기', 'Download for Excel'],
].filter(([kind]) => TABLES.includes(kind));

// A table of each kind for each ten thousand of `total` articles; none where only parts of a word
// were found.
export function showTaking(s, total) {
  const offsets = [];
  for (let at = 0; at < total && at <= MOST; at += ROWS) offsets.push(at);
  const tables = offsets.flatMap((offset) => {
    const part = offsets.length > 1 ? say(` ${numbered(offset + 1)}부터`, ` from ${numbered(offset + 1)}`) : '';
    return FILES.map(([kind, korean, english]) =>
      make('a', {class: kind, download: '', href: path(`/export.${kind}`, s, {sort: s.sort, offset})}, say(korean, english) + part));
  });
  const rest = total > MOST + ROWS ? [make('span', {}, say('나머지는 기간을 좁혀 받으십시오.', 'Narrow the days for the rest.'))] : [];
  $('taking').replaceChildren(...tables, ...rest, make('a', {href: path('/feed', s)}, say('새 기사 구독', 'Feed of new articles')));
}
