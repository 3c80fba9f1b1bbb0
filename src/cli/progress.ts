import type { OnProgress } from '../services/section.js';

const REFRESH_MS = 100;
const LABELS = {
  pages: 'Pages parsed',
  events: 'Event files read',
  queries: 'Answers of ClickHouse',
  drafts: 'Content drafted',
} as const;

/** A line on stderr that shows how far a stage is; nothing off a terminal or when quiet. */
export function terminalProgress(options: { readonly isQuiet: boolean }): {
  onProgress: OnProgress;
  done: () => void;
} {
  const stream = process.stderr;
  if (options.isQuiet || !stream.isTTY) return { onProgress: () => undefined, done: () => undefined };
  const started = Date.now();
  let shownAt = 0;
  return {
    onProgress: ({ stage, done, total }) => {
      const now = Date.now();
      if (now - shownAt < REFRESH_MS && done < total) return;
      shownAt = now;
      // Queries are too few and too unlike for a pace.
      const detail = stage === 'queries' ? '' : ` (${pace(done, total, now - started)})`;
      stream.write(`\r\u001b[2K${LABELS[stage]}: ${done} of ${total}${detail}`);
    },
    done: () => {
      if (shownAt > 0) stream.write('\r\u001b[2K');
    },
  };
}

/** How fast, and how long it will still take: `812 a second, 38 s left`. */
function pace(done: number, total: number, elapsedMs: number): string {
  const seconds = elapsedMs / 1000;
  if (done === 0 || seconds < 1) return `${seconds.toFixed(1)} s`;
  const perSecond = done / seconds;
  const rate = perSecond >= 10 ? Math.round(perSecond) : perSecond.toFixed(1);
  return `${rate} a second, ${Math.ceil((total - done) / perSecond)} s left`;
}
