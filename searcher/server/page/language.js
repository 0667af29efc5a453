// The page's language: ?lang= in the address, else the browser's; Korean unless that is English.

const asked = new URLSearchParams(location.search).get('lang');

export const language = ['ko', 'en'].includes(asked) ? asked : navigator.language.startsWith('en') ? 'en' : 'ko';

// Of a text in both.
export const say = (korean, english) => language === 'en' ? english : korean;

// What a link carries on, where the language was chosen.
export const chosenLanguage = language === asked ? asked : '';

// page.html is Korean, and has in data-en what its English is: of its text, its label, its hint.
const PLACES = {en: (element, text) => { element.textContent = text; },
  enLabel: (element, text) => element.setAttribute('aria-label', text),
  enPlaceholder: (element, text) => element.setAttribute('placeholder', text),
  enLang: (element, text) => element.setAttribute('lang', text)};

export function translatePage() {
  document.documentElement.lang = language;
  if (language === 'ko') return;
  for (const element of document.querySelectorAll('*')) {
    for (const [name, put] of Object.entries(PLACES)) if (element.dataset[name]) put(element, element.dataset[name]);
  }
}
