import { createContext, Script } from 'node:vm';
import { parse, type ParserPlugin } from '@babel/parser';
import type { Program } from '@babel/types';

/** Longest source that is read, in UTF-16 units: the longest that people write are a tenth of it. */
export const MAX_SOURCE_LENGTH = 1_000_000;
/**
 * The parser tries generics before comparisons, so a broken file that nests them costs twice the time for each level.
 * A sound file of the greatest length takes a hundredth of this.
 */
const MAX_MILLISECONDS = 10_000;

/** The syntax tree of a source, or undefined if it is no JavaScript or TypeScript. Nothing of it is executed. */
export function parseSource(
  text: string,
  path: string,
  maxMilliseconds = MAX_MILLISECONDS,
): Program | undefined {
  if (text.length > MAX_SOURCE_LENGTH) return undefined;
  try {
    return withinTime(maxMilliseconds, () => {
      const { program } = parse(text, {
        sourceType: 'unambiguous',
        errorRecovery: true,
        attachComment: false,
        allowReturnOutsideFunction: true,
        plugins: pluginsFor(path),
      });
      return program;
    });
  } catch {
    // Not the language, nested beyond the stack, or beyond the time.
    return undefined;
  }
}

function pluginsFor(path: string): ParserPlugin[] {
  if (/\.[cm]?ts$/.test(path)) return ['typescript', 'decorators-legacy'];
  if (/\.tsx$/.test(path)) return ['typescript', 'jsx', 'decorators-legacy'];
  // Annotations of Flow are read where a file has its pragma.
  return ['flow', 'jsx', 'decorators-legacy'];
}

const frame = { run: (): void => undefined };
const context = createContext(frame);
const call = new Script('run()');

/** Runs our own function, and nothing else, under the engine's time limit. @throws Error when it takes longer */
function withinTime<T>(milliseconds: number, task: () => T): T {
  const results: T[] = [];
  frame.run = () => void results.push(task());
  call.runInContext(context, { timeout: milliseconds });
  const [result] = results;
  if (result === undefined) throw new Error('no result');
  return result;
}
