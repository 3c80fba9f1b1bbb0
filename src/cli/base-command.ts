import { Command } from '@oclif/core';
import { EXIT_CODES } from '../errors.js';
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
      process.stderr.write(`${error.stack ?? ''}\n`);
    await Promise.all([drained(process.stdout), drained(process.stderr)]);
    return this.exit(exitCode);
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

function isExit(error: Error): boolean {
  return 'code' in error && error.code === 'EEXIT';
}
