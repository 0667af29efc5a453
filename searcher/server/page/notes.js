// What a reader should know about an answer, in Korean. tests/web/test_page_language.py has a query for each.

import {link} from './address.js';
import {FORMS} from './forms.js';
import {make, written} from './elements.js';
import {language} from './language.js';

const letters = (pieces) => pieces.join('').length;

// Those with the most letters first, as common/cli/forms.cc has it.
const PATTERNS = FORMS.map(([english, korean]) => ({pieces: english.split('{}'), korean}))
  .sort((a, b) => letters(b.pieces) - letters(a.pieces));

// What stands for the fields in `text`; null if it is not of this form.
function fieldsIn(text, [first, ...rest]) {
  if (!text.startsWith(first)) return null;
  let at = first.length;
  const fields = [];
  for (const [i, piece] of rest.entries()) {
    const end = i + 1 < rest.length ? text.indexOf(piece, at) : text.length - piece.length;
    if (end < at || !text.startsWith(piece, end)) return null;
    fields.push(text.slice(at, end));
    at = end + piece.length;
  }
  return at === text.length ? fields : null;
}

function filled(korean, fields) {
  let next = 0;
  return korean.replace(/\{(\d*)\}/g, (_, number) => fields[number === '' ? next++ : number]);
}

function inKorean(text) {
  for (const {pieces, korean} of PATTERNS) {
    const fields = fieldsIn(text, pieces);
    if (fields) return filled(korean, fields.map((field) => field.includes(' ') && inKorean(field) || field));
  }
  return null;
}

// With days as the page writes them, but for those of a query, and a full stop.
function sentence(text) {
  const days = /(?<![\w:.-])(\d{4}(?:-\d\d){1,2})(?:\.\.(\d{4}(?:-\d\d){1,2}))?(?![\w-]|\.\.)/g;
  return text.replace(days, (_, first, last) => written(first) + (last ? ` – ${written(last)}` : '')).replace(/[다오]$/, '$&.');
}

const KINDS = {
  damaged: '손상된 문단을 빼고 찾았습니다. gisa-index --check로 살펴보십시오',
  partial: '일부 데이터베이스가 답하지 않아 빼고 찾았습니다',
};

// An error about something that is passed over.
export function faultOf({message, hint}) {
  const korean = language === 'en' ? null : inKorean(message);
  return make('li', korean ? {} : {lang: 'en'}, korean ? sentence(korean) : hint ? `${message} (${hint})` : message);
}

export function noteOf(note, s) {
  const meant = note.query ? {...s, q: note.query, page: 1} : null;
  if (note.kind === 'suggested') return make('li', {}, language === 'en' ? 'Did you mean ' : '이것을 찾으셨나요? ', link(meant, note.query));
  if (note.kind === 'corrected') {
    return language === 'en' ? make('li', {}, `Nothing has “${s.q}”; this is for `, link(meant, note.query))
      : make('li', {}, `“${s.q}”에는 기사가 없어 `, link(meant, note.query), '(으)로 찾았습니다.');
  }
  const text = language === 'en' ? null : KINDS[note.kind] || inKorean(note.text);
  return text ? make('li', {}, sentence(text)) : make('li', {lang: 'en'}, note.text);
}
