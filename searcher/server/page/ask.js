// What is asked of the server.

const MESSAGES = {
  timeout: '너무 오래 걸려 멈췄습니다. 더 드문 말로 찾아 보세요.',
  database_missing: '데이터베이스가 없습니다.',
  database_damaged: '데이터베이스를 읽을 수 없습니다.',
  input: '그런 기사가 없습니다.',
};

export async function ask(path, parameters) {
  const p = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== '' && value !== undefined) p.set(name, value);
  const response = await fetch(path + '?' + p);
  const answer = await response.json();
  if (answer.error) throw new Error(MESSAGES[answer.error.code] || answer.error.message);
  return answer;
}

export function question(s) {
  const press = s.press ? ` press:"${s.press.replace(/"/g, ' ')}"` : '';
  const month = s.month ? ` date:${s.month}` : '';
  return {q: (s.q || '*') + press + month, since: s.since, until: s.until};
}
