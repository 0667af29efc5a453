// The hits over time, a bar for each day, week, month or year. Bars that are dragged over, or chosen
// by keys, narrow the search to their days.

import {go} from './address.js';
import {ask, question} from './ask.js';
import {$, counted, draw, numbered, written} from './elements.js';
import {say} from './language.js';

const BAR = 10; // of the drawing's units, for each time
const GAP = 2;
const HEIGHT = 60;
const FEWEST = 20; // times that there is room for, so that a few bars are not broad

const PERIODS = {day: say('날짜별', 'day'), week: say('주별', 'week'), month: say('달별', 'month'), year: say('해별', 'year')};

let shown = null; // of the bars on the page: s, period, times, totals, all, unknown, groups
let chosen = null; // [first, last] of the times
let anchor = null; // where a drag, or a choice with Shift, began
let dragging = false;
let byKeys = false; // the bars to come take the focus

const iso = (...date) => new Date(Date.UTC(...date)).toISOString().slice(0, 10);

// The first and last day of a time.
function daysOf(time, period) {
  const [year, month, day] = time.split('-').map(Number);
  if (period === 'year') return [`${time}-01-01`, `${time}-12-31`];
  if (period === 'month') return [`${time}-01`, iso(year, month, 0)];
  return [time, iso(year, month - 1, day + (period === 'week' ? 6 : 0))];
}

function inWords([first, last]) {
  const {times, period} = shown;
  if (first === last && period !== 'week') return written(times[first]);
  const end = period === 'week' ? daysOf(times[last], period)[1] : times[last];
  return `${written(times[first])} – ${written(end)}`;
}

const sum = (numbers, [first, last]) => numbers.slice(first, last + 1).reduce((a, b) => a + b, 0);

function reading(range) {
  const articles = sum(shown.totals, range);
  const all = sum(shown.all, range);
  const part = numbered(100 * articles / all, {maximumSignificantDigits: 2});
  const share = all > 0 ? say(` (같은 때 나온 기사의 ${part}%)`, ` (${part}% of all of that time)`) : '';
  return `${inWords(range)}: ${counted(articles)}${share}`;
}

function tell(range) {
  const {period, unknown} = shown;
  const left = unknown > 0 ? say(` 날짜를 모르는 ${counted(unknown)}은 빠져 있습니다.`, ` ${counted(unknown)} without a date left out.`) : '';
  $('reading').textContent = range ? reading(range) : say(`${PERIODS[period]} 기사 수. 막대를 끌면 그 기간만 봅니다.`, `Articles by ${PERIODS[period]}. Drag over bars to narrow to them.`) + left;
}

function choose(range) {
  chosen = range;
  shown.groups.forEach((group, i) => group.setAttribute('aria-pressed', Boolean(range && range[0] <= i && i <= range[1])));
  tell(range);
}

// The same of what was typed: 2020, 2020-02 or 2020-02-03; nothing of words (어제).
function daysTyped(text) {
  if (!/^\d{4}(-\d\d){0,2}$/.test(text)) return ['', ''];
  return daysOf(text, {4: 'year', 7: 'month', 10: 'day'}[text.length]);
}

function narrow() {
  const {s, times, period} = shown;
  const first = daysOf(times[chosen[0]], period)[0];
  const last = daysOf(times[chosen[1]], period)[1];
  const [begin] = daysTyped(s.since);
  const end = daysTyped(s.until)[1];
  // A week or month at the edge reaches over it.
  go({...s, since: begin > first ? begin : first, until: end && end < last ? end : last, page: 1});
}

function focusOn(i) {
  for (const group of shown.groups) group.setAttribute('tabindex', -1);
  shown.groups[i].setAttribute('tabindex', 0);
  shown.groups[i].focus();
}

function timeAt(event) {
  const {left, width} = $('bars').getBoundingClientRect();
  const at = Math.floor((event.clientX - left) / width * Math.max(FEWEST, shown.times.length));
  return Math.min(shown.times.length - 1, Math.max(0, at));
}

const between = (a, b) => [Math.min(a, b), Math.max(a, b)];

const POINTER = {
  pointerdown: (event) => {
    if (event.button) return;
    event.preventDefault(); // no text is to be selected
    dragging = true;
    anchor = timeAt(event);
    $('bars').setPointerCapture(event.pointerId);
    choose([anchor, anchor]);
  },
  pointermove: (event) => {
    if (dragging) choose(between(anchor, timeAt(event)));
    else tell([timeAt(event), timeAt(event)]);
  },
  pointerup: () => {
    if (!dragging) return;
    dragging = byKeys = false;
    narrow();
  },
  pointercancel: () => {
    dragging = false;
    choose(null);
  },
  pointerleave: () => {
    if (!dragging) tell(chosen);
  },
};

function onKey(event) {
  const at = shown.groups.indexOf(document.activeElement);
  if (at < 0 || event.metaKey || event.ctrlKey || event.altKey) return;
  const last = shown.times.length - 1;
  const to = {ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last}[event.key];
  if (to !== undefined) {
    const next = Math.min(last, Math.max(0, to));
    if (!event.shiftKey) anchor = next;
    focusOn(next);
    choose(between(anchor, next));
  } else if (event.key === 'Enter' || event.key === ' ') {
    byKeys = true;
    narrow();
  } else if (event.key === 'Escape' && dragging) {
    dragging = false;
    choose(null);
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

function drawBars() {
  const {times, totals} = shown;
  const most = Math.max(1, ...totals);
  shown.groups = times.map((_, i) => {
    const height = totals[i] === 0 ? 0 : Math.max(1.5, HEIGHT * totals[i] / most);
    const group = draw('g', {class: 'time', role: 'button', tabindex: i === times.length - 1 ? 0 : -1,
      'aria-label': reading([i, i]), 'aria-pressed': false});
    group.append(
      draw('rect', {class: 'reach', x: i * BAR, y: 0, width: BAR, height: HEIGHT}),
      draw('rect', {class: 'bar', x: i * BAR + GAP / 2, y: HEIGHT - height, width: BAR - GAP, height}));
    group.addEventListener('focus', () => {
      if (dragging) return;
      anchor = chosen ? anchor : i;
      if (!chosen) choose([i, i]);
    });
    group.addEventListener('blur', (event) => {
      if (!dragging && !shown.groups.includes(event.relatedTarget)) choose(null);
    });
    return group;
  });
  $('bars').setAttribute('viewBox', `0 0 ${Math.max(FEWEST, times.length) * BAR} ${HEIGHT}`);
  $('bars').replaceChildren(...shown.groups);
}

// Shows them when they come, as long as `isAsked()`.
export async function showTimeline(s, isAsked) {
  $('timeline').hidden = false;
  $('timeline').setAttribute('aria-busy', true);
  const answer = await ask('/search', {...question(s), trend: 'auto', limit: 0}).catch(() => null);
  if (!isAsked()) return;
  $('timeline').setAttribute('aria-busy', false);
  const {period, points, series} = answer ? answer.trend : {points: []};
  $('timeline').hidden = points.length < 2;
  if (points.length < 2) return;
  shown = {s, period, times: points.map(({date}) => date), totals: points.map(({articles}) => articles[0]),
    all: points.map(({all}) => all), unknown: series[0].unknown};
  chosen = anchor = null;
  drawBars();
  tell(null);
  const ends = [written(shown.times[0]), written(shown.times.at(-1))];
  const isFull = shown.times.length >= FEWEST; // else the last bar is not at the end
  $('first-time').textContent = isFull ? ends[0] : ends.join(' – ');
  $('last-time').textContent = isFull ? ends[1] : '';
  if (byKeys) focusOn(shown.times.length - 1);
  byKeys = false;
}

for (const [name, listener] of Object.entries(POINTER)) {
  $('bars').addEventListener(name, (event) => { if (shown) listener(event); });
}
$('bars').addEventListener('keydown', onKey);
