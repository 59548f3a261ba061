import { readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe } from 'vitest';
import { itMakesAClient } from './openapi-generator.ts';
import { runCommand } from './run-command.ts';

describe('the Kotlin client', () => {
  itMakesAClient('kotlin', {
    compile: (folder) => runCommand('mvn', ['-q', '-B', 'compile', 'dependency:build-classpath', '-Dmdep.outputFile=classpath.txt'], { cwd: folder }),
    async command(folder) {
      const libraries = await readFile(join(folder, 'classpath.txt'), 'utf8');
      return ['java', '-cp', [join(folder, 'target/classes'), libraries.trim()].join(delimiter), 'FlowKt'];
    },
  });
});
