import type { AppPage } from '../app-pages.js';
import type { NextApp } from '../next-app.js';

/** Pages that show something of their own. */
export function contentPages({ appPages }: NextApp): AppPage[] {
  return appPages.filter(({ isRedirect }) => !isRedirect);
}

/** Whether any file of the page is among these. */
export function isMadeOf({ roots }: AppPage, files: ReadonlySet<string>): boolean {
  return roots.some((file) => files.has(file));
}

/** `5 routes`, `1 route`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
