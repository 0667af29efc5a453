// What a reader should know about an answer, in Korean. tests/web/test_page.py has a query for each.

import {link} from './address.js';
import {make, written} from './elements.js';
import {language, say} from './language.js';

const leftOut = (part, why) => `“${part}” 부분은 빼고 찾았습니다. ${why}`;

const REASONS = {
  'that is no date': '날짜가 아닙니다.',
  'no letter or digit in it': '글자도 숫자도 없습니다.',
  'that is every value': '모든 값에 맞습니다.',
  'NEAR/ takes a number of words': 'NEAR/ 뒤에는 낱말 수를 씁니다.',
};

// `금리 619, "의료 상담" at least 40`
const eachAlone = (counts) => counts.replace(/ at least (\d+)(?=,|$)/g, ' $1건 이상').replace(/ (\d+)(?=,|$)/g, ' $1건');

// The text of a note as the server gives it, and what it is here.
const TEXTS = [
  [/^ignored a \) without its \($/, () => leftOut(')', '짝이 되는 괄호가 없습니다.')],
  [/^ignored a \( without its \)$/, () => leftOut('(', '짝이 되는 괄호가 없습니다.')],
  [/^ignored a quote without its partner$/, () => leftOut('"', '짝이 되는 따옴표가 없습니다.')],
  [/^ignored an? (\w+) with nothing on one side$/, (name) => leftOut(name, '한쪽에 찾을 말이 없습니다.')],
  [/^ignored (.+) with nothing behind it$/, (sign) => leftOut(sign, '뒤에 찾을 말이 없습니다.')],
  [/^ignored a NEAR that joins more than words and phrases; both sides must stand$/,
    () => leftOut('NEAR', '낱말과 구절만 이을 수 있어, 양쪽이 모두 있는 기사를 찾았습니다.')],
  [/^ignored an empty phrase ""$/, () => leftOut('""', '따옴표 안에 찾을 말이 없습니다.')],
  [/^ignored parentheses nested too deep$/, () => leftOut('( )', '괄호가 너무 여러 겹입니다.')],
  [/^ignored the star in (.+): it stands behind a beginning$/, (part) => leftOut(part, '별표는 말의 앞부분 뒤에 씁니다.')],
  [/^ignored the order of (.+): read as (\S+)\.\.(\S+)$/,
    (part, first, last) => `“${part}” 부분은 앞뒤를 바꾸어 ${written(first)} – ${written(last)} 기사를 찾았습니다.`],
  [/^ignored (\S+:) in front of another field$/, (field) => leftOut(field, '바로 뒤에 다른 조건이 있습니다.')],
  [/^ignored a word of (\d+) characters$/, (length) => `${length}자나 되는 말은 빼고 찾았습니다.`],
  [/^ignored (.+?):? (that is no date|no letter or digit in it|that is every value|NEAR\/ takes a number of words)$/,
    (part, why) => leftOut(part, REASONS[why])],
  [/^read (.+) as text: there is no field (\S+:); did you mean (\S+)$/,
    (part, field, meant) => `“${part}” 부분은 글로 찾았습니다. ${field} 조건은 없습니다. ${meant}라고 쓰려던 것입니까?`],
  [/^read (.+) as text: there is no field (\S+:); there are .*$/,
    (part, field) => `“${part}” 부분은 글로 찾았습니다. ${field} 조건은 없고 title:, press:, by:, date:, id:, url:, path:가 있습니다.`],
  [/^used only the first (\d+) words$/, (n) => `앞의 말 ${n}개로만 찾았습니다.`],
  [/^used only the first (\d+) filters$/, (n) => `앞의 조건 ${n}개로만 좁혔습니다.`],
  [/^(.+\*) stands for its (\d+) most frequent words$/, (part, n) => `“${part}” 부분은 가장 자주 나오는 말 ${n}개로 찾았습니다.`],
  [/^also read (.+)$/, (words) => `이렇게도 읽었습니다: ${words.replace(/ as /g, ' → ').replace(/; /g, ' · ')}`],
  [/^listed with parts of a word only: (\d+) \(a count leaves them out\)$/,
    (n) => `말의 일부만 나오는 기사 ${n}건도 보입니다. 건수에는 들지 않습니다.`],
  [/^no article has these words; listed are some with parts of them$/,
    () => '그 말이 그대로 나오는 기사는 없어, 말의 일부가 나오는 기사를 보입니다.'],
  [/^the archive has articles of (\S+) to (\S+)$/, (first, last) => `기사는 ${written(first)}부터 ${written(last)}까지 있습니다.`],
  [/^articles without exact: (at least )?(\d+)$/, (least, n) => `적은 그대로가 아니면 ${n}건${least ? ' 이상' : '이'} 있습니다.`],
  [/^articles that have each alone: (.+)$/, (counts) => `하나씩 찾으면: ${eachAlone(counts)}`],
  [/^(.+) is a word here; (date:.+) is (\S+)$/,
    (part, date, days) => `“${part}” 부분은 말로 찾았습니다. ${days.split('..').map(written).join(' – ')} 기사는 ${date}로 찾습니다.`],
  [/^an article is of one newspaper; (press:\(.+\)) is of either$/,
    (query) => `기사 한 건은 한 언론사의 것입니다. 어느 한쪽이면 ${query}라고 쓰십시오.`],
];

const KINDS = {
  damaged: '손상된 문단을 빼고 찾았습니다. gisa-index --check로 살펴보십시오.',
  partial: '일부 데이터베이스가 답하지 않아 빼고 찾았습니다.',
  empty: '찾을 말이 없습니다.',
};

function inKorean(text) {
  for (const [form, say] of TEXTS) {
    const parts = form.exec(text);
    if (parts) return say(...parts.slice(1));
  }
  return null;
}

export function noteOf(note, s) {
  const meant = note.query ? {...s, q: note.query, page: 1} : null;
  if (note.kind === 'suggested') return make('li', {}, say('이것을 찾으셨나요? ', 'Did you mean '), link(meant, note.query));
  if (note.kind === 'corrected') {
    return language === 'en' ? make('li', {}, `Nothing has “${s.q}”; this is for `, link(meant, note.query))
      : make('li', {}, `“${s.q}”에는 기사가 없어 `, link(meant, note.query), '(으)로 찾았습니다.');
  }
  const text = language === 'en' ? null : KINDS[note.kind] || inKorean(note.text);
  return text ? make('li', {}, text) : make('li', {lang: 'en'}, note.text);
}
