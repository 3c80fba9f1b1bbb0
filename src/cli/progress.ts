import type { OnProgress } from '../services/section.js';

const REFRESH_MS = 100;
const LABELS = { pages: 'Pages parsed', events: 'Event files read', drafts: 'Content drafted' } as const;

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
      stream.write(
        `\r\u001b[2K${LABELS[stage]}: ${done} of ${total} (${((now - started) / 1000).toFixed(1)} s)`,
      );
    },
    done: () => {
      if (shownAt > 0) stream.write('\r\u001b[2K');
    },
  };
}
