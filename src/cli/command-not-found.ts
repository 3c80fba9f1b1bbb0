import { type Hook, ux } from '@oclif/core';
import { GrowthError } from '../errors.js';
import { logJson } from '../output/plain-text.js';
import { describeError, errorText } from './error-envelope.js';

/** Unknown commands end like every mistake of usage: exit 2, the nearest command, JSON where asked for. */
const hook: Hook.CommandNotFound = async function ({ id, argv, config }) {
  const { didYouMean } = await import('../inputs/problems.js');
  const [wanted, ...rest] = [id, ...(argv ?? [])].map((word) => word.replaceAll(':', ' '));
  const typed = [wanted, ...rest.filter((word) => !word.startsWith('-'))].join(' ');
  const commands = config.commandIDs.map((command) => command.replaceAll(':', ' '));
  const nearest = didYouMean(typed, commands) ?? didYouMean(wanted ?? '', commands);
  const error = new GrowthError('command_unknown', `there is no command "${typed}"`, {
    hint: `${nearest === undefined ? '' : `Did you mean "${config.bin} ${nearest}"? `}Run "${config.bin} --help" for the list.`,
  });
  const { envelope, exitCode } = await describeError(error);
  if (argv?.includes('--json')) ux.stdout(logJson({ error: envelope }));
  else process.stderr.write(`${errorText(envelope)}\n`);
  this.exit(exitCode);
};

export default hook;
