// What is asked of the server.

import {FACETS} from './address.js';
import {language} from './language.js';

const CODES = {
  timeout: '너무 오래 걸려 멈췄습니다. 더 드문 말로 찾아 보세요.',
  database_missing: '데이터베이스가 없습니다.',
  database_damaged: '데이터베이스를 읽을 수 없습니다.',
  input: '그런 기사가 없습니다.',
  usage: '이 주소로는 찾을 수 없습니다.',
};

const USAGES = [
  [/: that is no date$/, '날짜를 읽을 수 없습니다. 2020. 02. 03.이나 2020. 02., 어제처럼 쓰십시오.'],
  [/^since .* is later than until /, '시작하는 날이 끝나는 날보다 뒤입니다.'],
  [/^the query is longer than/, '찾을 말이 너무 깁니다.'],
];

function inWords({code, message, hint}) {
  if (language === 'en') return hint ? `${message} (${hint})` : message;
  const usage = USAGES.find(([form]) => form.test(message));
  return usage ? usage[1] : CODES[code] || message;
}

// `parameters` for an address; a list is a parameter for each of its values.
export function parametersOf(parameters) {
  const p = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== '' && one !== undefined) p.append(name, one);
  }
  return p;
}

export async function ask(path, parameters) {
  const response = await fetch(path + '?' + parametersOf(parameters));
  const answer = await response.json();
  if (answer.error) throw new Error(inWords(answer.error));
  return answer;
}

// What the state asks for; what is ticked is no part of the query, so it narrows one that is not
// finished, too.
export function question(s) {
  const only = FACETS.flatMap((facet) => s[facet].map((value) => `${facet}:${value}`));
  return {q: s.q || '*', since: s.since, until: s.until, only, all_words: s.all_words};
}
