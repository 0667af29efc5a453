// What is put into the page. All that comes from the database goes in as text, never as markup.

import {language, say} from './language.js';

export const $ = (id) => document.getElementById(id);

export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'class') element.className = value;
    else if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

// `text` from `begin` to `end` with its spans marked; all are counted in code points. Blank lines
// are left out.
export function marked(text, spans, begin = 0, end = Infinity) {
  const chars = Array.from(text);
  const out = document.createDocumentFragment();
  let at = begin;
  end = Math.min(end, chars.length);
  for (const [from, to] of spans) {
    if (to <= at || from >= end) continue;
    out.append(chars.slice(at, Math.max(at, from)).join(''));
    at = Math.min(to, end);
    out.append(make('mark', {}, chars.slice(Math.max(begin, from), at).join('')));
  }
  out.append(chars.slice(at, end).join(''));
  for (const node of out.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) node.data = node.data.replace(/\n+/g, '\n');
  }
  return out;
}

// An element of the drawing #bars.
export function draw(tag, properties) {
  const element = document.createElementNS($('bars').namespaceURI, tag);
  for (const [name, value] of Object.entries(properties)) element.setAttribute(name, value);
  return element;
}

// 2020-02-03T10:30 -> 2020. 02. 03., 2020-02 -> 2020. 02., 2020 -> 2020년; in English without the time.
export function written(date) {
  const day = (date || '').slice(0, 10);
  const parts = day.split('-');
  if (language === 'en') return day;
  if (parts.length > 1) return parts.map((part) => `${part}.`).join(' ');
  return parts[0] && `${parts[0]}년`;
}

export const numbered = (number, form = {}) => number.toLocaleString(language, form);

export const counted = (articles) => say(`${numbered(articles)}건`, `${numbered(articles)} ${articles === 1 ? 'article' : 'articles'}`);

export const pageNumber = (page) => say(`${page}쪽`, `p. ${page}`);

// When an article is from, of whom; the hour, too, `withTime`.
export function about(article, withTime = false) {
  const date = article.date || '';
  const day = withTime && date.includes('T') ? `${written(date)} ${date.slice(11, 16)}` : written(date);
  const page = article.page ? pageNumber(article.page) : '';
  const parts = [day, article.press, article.by, article.section, page].filter(Boolean);
  return make('p', {class: 'about'}, ...parts.map((part) => make('span', {}, part)));
}
