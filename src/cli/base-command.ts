import { Command, ux } from '@oclif/core';
import { EXIT_CODES } from '../errors.js';
import { logJson, logLine, plainLine } from '../output/plain-text.js';
import { describeError, errorText } from './error-envelope.js';

/** What all commands share: `--json`, one error form, one set of exit codes, prompt ends on signals. */
export abstract class BaseCommand extends Command {
  static override enableJsonFlag = true;

  protected override async init(): Promise<void> {
    await super.init();
    process.once('SIGINT', () => process.exit(EXIT_CODES.interrupted));
    process.once('SIGTERM', () => process.exit(EXIT_CODES.terminated));
    // A reader that has seen enough (`| head`) is no error.
    process.stdout.once('error', (error: NodeJS.ErrnoException) =>
      process.exit(error.code === 'EPIPE' ? 0 : 1),
    );
  }

  protected override async catch(error: Error): Promise<never> {
    if (isExit(error)) throw error;
    const { envelope, exitCode } = await describeError(error);
    if (this.jsonEnabled()) this.logJson({ error: envelope });
    else process.stderr.write(`${errorText(envelope)}\n`);
    if (exitCode === EXIT_CODES.bug && process.env['DEBUG'] !== undefined)
      process.stderr.write(`${await redactedStack(error)}\n`);
    await Promise.all([drained(process.stdout), drained(process.stderr)]);
    return this.exit(exitCode);
  }

  /** What is printed of a stranger's file commands neither a terminal nor a log. */
  override logJson(json: unknown): void {
    ux.stdout(logJson(json));
  }

  /** What the user gave, such as a path, as output may show it: redacted, on one line. */
  protected async shown(given: string): Promise<string> {
    const { redactText } = await import('../safety/redaction.js');
    return plainLine(await redactText(given));
  }

  /** Ends with a code other than 0 after the result has been printed. */
  protected failGate(): void {
    process.exitCode = EXIT_CODES.gate;
  }
}

/** Waits until a reader at the other end of a pipe has taken what was written: leaving drops the rest. */
function drained(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => {
      resolve();
    });
  });
}

/** Stacks quote messages, and these quote data. */
async function redactedStack({ stack = '' }: Error): Promise<string> {
  const { redactText } = await import('../safety/redaction.js');
  const lines = (await redactText(stack)).split('\n');
  return lines.map(logLine).join('\n');
}

function isExit(error: Error): boolean {
  return 'code' in error && error.code === 'EEXIT';
}
