import { ux } from '@oclif/core';
import { ERROR_CODES, EXIT_CODES, type ErrorCode, type ErrorDetail, GrowthError } from '../errors.js';
import { logLine } from '../output/plain-text.js';

export const MAX_DETAILS = 100;

/** What `--json` prints of an error. */
export interface ErrorEnvelope {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string;
  readonly details: readonly ErrorDetail[];
}

/** An error as users see it, with everything secret or personal redacted. */
export async function describeError(error: Error): Promise<{ envelope: ErrorEnvelope; exitCode: number }> {
  const known = error instanceof GrowthError ? error : asGrowthError(error);
  const envelope = {
    code: known.code,
    message: known.message,
    hint: known.hint,
    details: bounded(known.details),
  };
  return { envelope: await redacted(envelope), exitCode: known.exitCode };
}

/** A file with thousands of mistakes needs the first hundred named, not megabytes on a terminal. */
function bounded(details: readonly ErrorDetail[]): readonly ErrorDetail[] {
  const more = details.length - MAX_DETAILS;
  if (more <= 0) return details;
  return [...details.slice(0, MAX_DETAILS), { path: '', message: `and ${more} more` }];
}

/** The detector is loaded only when there is an error to print. */
async function redacted(envelope: ErrorEnvelope): Promise<ErrorEnvelope> {
  const { redact } = await import('../safety/redaction.js');
  const { value } = await redact({
    envelope: { message: envelope.message, hint: envelope.hint, details: envelope.details },
  });
  return { code: envelope.code, ...value.envelope };
}

/** oclif's own errors are mistakes of usage; anything else is a bug. */
function asGrowthError(error: Error): GrowthError {
  const exit = 'oclif' in error ? (error.oclif as { exit?: number } | undefined)?.exit : undefined;
  if (exit === EXIT_CODES.usage) {
    const [message = '', ...rest] = error.message.replace(/\n?See more help with --help$/, '').split('\n');
    return new GrowthError('usage_invalid', [message, ...rest].join('\n').trim(), { cause: error });
  }
  const [line = ''] = error.message.split('\n', 1);
  return new GrowthError('internal_error', `growth has a bug: ${line}`, { cause: error });
}

/** The error for a terminal: what, where, what to do. Names in it come from files of strangers. */
export function errorText({ code, message, hint, details }: ErrorEnvelope): string {
  const shown = details.filter((detail) => !message.includes(detail.message));
  return [
    `${ux.colorize('red', 'Error')} [${code}]: ${lines(message)}`,
    ...shown.map(
      (detail) => `  ${logLine(detail.path === '' ? '/' : detail.path)}: ${lines(detail.message)}`,
    ),
    `${ux.colorize('bold', ERROR_CODES[code].exit === 'bug' ? 'Please' : 'Hint')}: ${lines(hint)}`,
  ].join('\n');
}

/** Messages of oclif have several; no line of one may pass for a command. */
function lines(text: string): string {
  return text.split('\n').map(logLine).join('\n');
}
