// Below what is printed: which page it is, when that was, and where it is found again. Not on screens (base.css).
const foot = document.createElement('footer');
foot.dataset.print = '';
document.body.append(foot);
addEventListener('beforeprint', () => foot.replaceChildren(...said().map(lineOf)));

function said(): string[] {
  const form = { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Tokyo' } as const;
  const at = new Date().toLocaleString(document.documentElement.lang, form);
  return [document.title, `${at} JST`, location.href];
}

function lineOf(words: string): Element {
  const line = document.createElement('span');
  line.textContent = words;
  return line;
}
