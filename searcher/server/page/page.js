import {address, FACETS, go, state, whenAddressChanges} from './address.js';
import {showArticle} from './article.js';
import {$, written} from './elements.js';
import {showResults} from './hits.js';
import {say, translatePage} from './language.js';
import {clearNarrowing} from './narrowing.js';
import {closeSuggestions} from './suggesting.js';
import {showWelcome} from './welcome.js';

const PATIENCE = 200; // milliseconds before the page says that it waits
let asked = 0; // answers to what is not asked any more are dropped

function clear() {
  for (const id of ['chips', 'notes', 'results', 'pages', 'article', 'taking']) $(id).replaceChildren();
  for (const id of ['heading', 'timeline', 'article', 'welcome']) $(id).hidden = true;
  clearNarrowing();
  $('status').textContent = '';
}

function fillForm(s) {
  const other = say('en', 'ko');
  $('language').href = `?${new URLSearchParams([...new URLSearchParams(address(s).slice(1)), ['lang', other]].filter(([name, value]) => name !== 'lang' || value === other))}`;
  closeSuggestions();
  for (const name of ['q', 'sort']) $(name).value = s[name];
  for (const name of ['since', 'until']) $(name).value = shownDay(s[name]);
  $('all_words').checked = Boolean(s.all_words);
}

async function show(top = 0) {
  const turn = ++asked;
  const isAsked = () => turn === asked;
  const main = document.querySelector('main');
  const s = state();
  fillForm(s);
  clear();
  const name = say('기사 찾기', 'Search the news');
  document.title = s.q ? `${s.q} — ${name}` : name;
  if (!s.q && !s.id && FACETS.every((facet) => s[facet].length === 0) && !s.since && !s.until) {
    main.setAttribute('aria-busy', false); // the welcome has its own
    showWelcome(isAsked);
    $('q').focus();
    return;
  }
  $('heading').textContent = document.title;
  $('heading').hidden = false;
  main.setAttribute('aria-busy', true);
  const waiting = setTimeout(() => { $('status').textContent = say('찾는 중입니다…', 'Searching…'); }, PATIENCE);
  try {
    await (s.id ? showArticle(s, isAsked) : showResults(s, isAsked));
  } catch (error) {
    if (isAsked()) $('status').textContent = error.message;
  }
  clearTimeout(waiting);
  if (!isAsked()) return;
  if (!s.id && top > 0) scrollTo(0, top);
  main.setAttribute('aria-busy', false);
  document.body.dataset.shown = address(s);
}

function step(by) {
  const to = $(by > 0 ? 'next' : 'previous');
  if (to) return to.click();
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

// 2020. 2. 3. -> 2020-02-03; what else the server knows of days (어제, 7d) is left to it.
function typedDay(name) {
  const typed = $(name).value.trim();
  const parts = /^(\d{4})(?:[-./]\s*(\d{1,2}))?(?:[-./]\s*(\d{1,2}))?[.년]?$/.exec(typed);
  return parts ? parts.slice(1).filter(Boolean).map((part) => part.padStart(2, '0')).join('-') : typed;
}

const shownDay = (day) => /^\d{4}(-\d\d)*$/.test(day) ? written(day) : day;

$('form').addEventListener('submit', (event) => {
  event.preventDefault();
  go({...state(), q: $('q').value.trim(), since: typedDay('since'), until: typedDay('until'), sort: $('sort').value,
    all_words: $('all_words').checked ? 'true' : '', page: 1, id: '', at: 0});
  $('q').blur();
});
for (const name of ['since', 'until', 'sort', 'all_words']) $(name).addEventListener('change', () => $('form').requestSubmit());
$('home').addEventListener('click', (event) => { event.preventDefault(); go({}); });
translatePage();
whenAddressChanges(show);
show();
