/**
 * Lets Chromium measure texts: node text-widths.mjs < question.json > answer.json
 *
 * The question holds `texts`, `fontSizes` in CSS pixels, and `fonts`, files in the order in which they are
 * looked at for a character; the answer holds, per font size, the width of each text in CSS pixels.
 *
 * Fonts come from their files, so that no configuration of the system chooses another version. Where a system
 * asks for hinting, Chromium rounds each character to whole pixels, which makes a text up to 2.5 % wider at
 * 14 px; geometricPrecision keeps to the widths that the font gives, wherever it runs.
 */
import { readFile } from 'node:fs/promises';
import { json } from 'node:stream/consumers';
import { chromium } from 'playwright-core';

const { texts, fontSizes, fonts } = await json(process.stdin);
const data = await Promise.all(fonts.map((file) => readFile(file, 'base64')));

const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium' });
try {
  const page = await browser.newPage();
  await page.setContent('<!doctype html><meta charset="utf-8"><main></main>');
  const widths = await page.evaluate(widthsIn, { texts, fontSizes, data });
  process.stdout.write(JSON.stringify(widths));
} finally {
  await browser.close();
}

/* global document, FontFace -- this runs in the page */
async function widthsIn({ texts, fontSizes, data }) {
  const faces = data.map(
    (base64, index) => new FontFace(`font${index}`, `url(data:font/ttf;base64,${base64})`),
  );
  for (const face of faces) document.fonts.add(await face.load());
  const family = faces.map((face) => face.family).join(', ');

  const main = document.querySelector('main');
  main.style.whiteSpace = 'pre';
  main.style.textRendering = 'geometricPrecision';
  const spans = texts.map((text) => {
    const span = document.createElement('span');
    span.textContent = text;
    const line = document.createElement('div');
    line.append(span);
    main.append(line);
    return span;
  });
  return fontSizes.map((fontSize) => {
    main.style.font = `${fontSize}px ${family}`;
    return spans.map((span) => span.getBoundingClientRect().width);
  });
}
