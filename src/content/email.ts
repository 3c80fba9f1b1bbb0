import { callToAction } from './call-to-action.js';

export interface Letter {
  readonly subject: string;
  readonly preheader: string;
  readonly greeting: string;
  readonly body: readonly string[];
  readonly cta: string;
  readonly disclaimers?: string;
  readonly brand: string;
  readonly url: string | undefined;
  /** Stands for the address at which a reader unsubscribes. */
  readonly unsubscribe: string;
}

/** The plain-text form of an e-mail. */
export function emailText(letter: Letter): string {
  return [
    letter.greeting,
    ...letter.body,
    callToAction(letter.cta, letter.url),
    letter.brand,
    ...(letter.disclaimers === undefined ? [] : [letter.disclaimers]),
    `Unsubscribe: ${letter.unsubscribe}`,
  ].join('\n\n');
}

/** The HTML form: no images, styles of its own in one place, the preheader hidden before the text. */
export function emailHtml(letter: Letter): string {
  const { subject, preheader, greeting, body, cta, url, brand, disclaimers, unsubscribe } = letter;
  const paragraph = (text: string) => `<p>${escapeHtml(text)}</p>`;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${escapeHtml(subject)}</title>`,
    '</head>',
    '<body style="font-family: Arial, sans-serif; font-size: 16px; line-height: 1.5">',
    `<div style="display: none">${escapeHtml(preheader)}</div>`,
    ...[greeting, ...body].map(paragraph),
    url === undefined
      ? paragraph(callToAction(cta, url))
      : `<p><a href="${escapeHtml(url)}">${escapeHtml(cta)}</a></p>`,
    paragraph(brand),
    ...(disclaimers === undefined ? [] : [`<p style="font-size: 13px">${escapeHtml(disclaimers)}</p>`]),
    `<p style="font-size: 13px"><a href="${escapeHtml(unsubscribe)}">Unsubscribe</a></p>`,
    '</body>',
    '</html>',
  ].join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/gu, (character) => ENTITIES[character] ?? '');
}
