import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { aStage } from './stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const { house, open } = await aStage();
await house.drain();
const analyst = await house.aSignedIn(['analyst']);

const none = { y: 0, height: 0 };
/** As wide as A4 landscape between its margins. */
const paper = { width: 1031, height: 703 };

const pages = {
  today: '/today',
  products: '/products',
  vulnerabilities: '/vulnerabilities',
  vulnerability: '/vulnerabilities/CVE-2021-3711',
  release: '/products/mr-1167/1.4.7?row=CVE-2021-3711',
};

test.each([
  ['ja', 'light'],
  ['en', 'dark'],
] as const)('on paper there is no menu, every row, and nothing is cut: %s', async (language, scheme) => {
  for (const [name, address] of Object.entries(pages)) {
    const page = await open(address, { ...analyst, language, scheme });
    const rows = await page.getByRole('row').count();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    await keep(`print-${name}-${language}.pdf`, pdf);
    expect(pdf.toString('latin1')).toMatch(/\/MediaBox\s*\[0 0 841\.\d+ 59[45]/);

    await page.setViewportSize(paper);
    await page.emulateMedia({ media: 'print' });
    const shown = await page.evaluate(whatIsShown);
    if (process.env.MAMORI_SHOTS)
      await page.screenshot({
        path: path.join(process.env.MAMORI_SHOTS, `print-${name}-${language}.png`),
        fullPage: true,
      });
    expect({ name, ...shown, rows: shown.rows >= rows }).toEqual({
      ...{ name, rows: true, menus: 0, buttons: 0, cut: [], background: 'rgb(255, 255, 255)' },
      foot: expect.stringContaining(`${house.url}${address}`),
    });
    await page.context().close();
  }
});

test('on paper the evidence stands below its list, as a whole', async () => {
  const page = await open('/products/mr-1167/1.4.7?row=CVE-2021-3711', analyst);
  await page.setViewportSize(paper);
  await page.emulateMedia({ media: 'print' });
  const [list = none, evidence = none, after = none] = await Promise.all(
    [
      page.getByRole('table', { name: 'このリリースの照合結果' }),
      page.getByRole('region', { name: '根拠 CVE-2021-3711' }),
      page.getByRole('table', { name: '照合できない部品' }),
    ].map(async (part) => (await part.boundingBox()) ?? none),
  );
  expect(evidence.y).toBeGreaterThan(list.y + list.height);
  expect(after.y).toBeGreaterThan(evidence.y + evidence.height);
});

/** Runs in the page, as it would be printed. */
function whatIsShown() {
  const isSeen = (element: Element) => element.getClientRects().length > 0;
  const count = (selector: string) => [...document.querySelectorAll(selector)].filter(isSeen).length;
  const cut = [...document.querySelectorAll('main *')].filter((element) => {
    const hides = ['hidden', 'clip', 'auto', 'scroll'].includes(getComputedStyle(element).overflowX);
    const isCut = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
    return isSeen(element) && hides && isCut && getComputedStyle(element).webkitLineClamp === 'none';
  });
  return {
    rows: count('main tr'),
    menus: count('nav[aria-label] ul a, [role="menu"]'),
    buttons: count('main button:not(th *, [role="treegrid"] *)'),
    cut: cut.map(({ tagName, className }) => `${tagName} ${className}`),
    background: getComputedStyle(document.body).backgroundColor,
    foot: document.querySelector('footer')?.textContent ?? '',
  };
}

async function keep(name: string, bytes: Buffer): Promise<void> {
  if (process.env.MAMORI_SHOTS) await writeFile(path.join(process.env.MAMORI_SHOTS, name), bytes);
}
