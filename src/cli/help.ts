import { type Command, Help, type Interfaces } from '@oclif/core';
import type { RunnerRegistry } from '../runners/registry.js';

/** Help that ends with what the registry says of the runners, where it matters. */
export default class GrowthHelp extends Help {
  override async showCommandHelp(command: Command.Loadable): Promise<void> {
    await super.showCommandHelp(command);
    if (command.id === 'analyze' || command.id === 'runners:describe') await this.#showRunners();
  }

  protected override async showTopicHelp(topic: Interfaces.Topic): Promise<void> {
    await super.showTopicHelp(topic);
    if (topic.name === 'runners') await this.#showRunners();
  }

  async #showRunners(): Promise<void> {
    const { registry } = await import('../runners/registry.js');
    this.log(await runnersHelp(registry));
  }
}

/** The runner part of the help: caps, and which runners are actions. */
export async function runnersHelp(runners: RunnerRegistry): Promise<string> {
  const { runnersTable } = await import('./runner-text.js');
  const table = runnersTable(runners)
    .split('\n')
    .map((line) => `  ${line}`);
  return [
    'RUNNERS',
    ...table,
    '',
    '  Actions need a policy token besides approval. Caps are per job.',
    '',
  ].join('\n');
}
