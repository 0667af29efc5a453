// The address is the state: ?q= since= until= sort= page= all_words=; press= section= by= year= month=, each
// as often as one is ticked; and id= for an article, with at=, its rank among the hits.

import {make} from './elements.js';
import {chosenLanguage} from './language.js';

export const FACETS = ['press', 'section', 'by', 'year', 'month'];

const tops = new Map(); // how far down a list was read when it was left

let arrived = () => {};

// `show` is called whenever the address has changed, with how far down to go.
export function whenAddressChanges(show) {
  arrived = show;
  window.addEventListener('popstate', () => show(tops.get(address(state()))));
}

export function state() {
  const p = new URLSearchParams(location.search);
  const get = (name) => (p.get(name) || '').trim();
  const ticked = Object.fromEntries(FACETS.map((facet) => [facet, [...new Set(p.getAll(facet).filter(Boolean))]]));
  return {
    ...ticked, q: get('q'), since: get('since'), until: get('until'), sort: get('sort') || 'relevance',
    page: Math.max(1, parseInt(get('page'), 10) || 1),
    all_words: get('all_words') === 'true' ? 'true' : '', id: get('id'), at: parseInt(get('at'), 10) || 0,
  };
}

export function address(s) {
  const p = new URLSearchParams();
  for (const name of ['q', 'since', 'until', 'all_words', 'id']) if (s[name]) p.set(name, s[name]);
  for (const facet of FACETS) for (const value of s[facet] || []) p.append(facet, value);
  if (s.sort && s.sort !== 'relevance') p.set('sort', s.sort);
  if (s.page > 1) p.set('page', s.page);
  if (s.id && s.at > 0) p.set('at', s.at);
  if (chosenLanguage) p.set('lang', chosenLanguage);
  const query = p.toString();
  return query ? '?' + query : '/';
}

// `s` with a value of a facet ticked, or no more.
export function toggled(s, facet, value) {
  const ticked = s[facet].includes(value) ? s[facet].filter((other) => other !== value) : [...s[facet], value];
  return {...s, [facet]: ticked, page: 1};
}

export function go(s) {
  const left = state();
  if (!left.id) tops.set(address(left), scrollY);
  history.pushState(null, '', address(s));
  arrived(left.id && !s.id ? tops.get(address(s)) : 0);
}

export function link(s, text, properties = {}) {
  return make('a', {...properties, href: address(s), onclick: (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    go(s);
  }}, text);
}
