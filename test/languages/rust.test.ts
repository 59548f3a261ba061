import { join } from 'node:path';
import { describe } from 'vitest';
import { itMakesAClient } from './openapi-generator.ts';
import { runCommand } from './run-command.ts';

describe('the Rust client', () => {
  itMakesAClient('rust', {
    compile: (folder) => runCommand('cargo', ['build', '--quiet', '--target-dir', join(folder, 'target')], { cwd: folder }),
    command: async (folder) => [join(folder, 'target/debug/flow')],
  });
});
