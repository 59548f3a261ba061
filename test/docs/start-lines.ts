/**
 * Commands that a page may show in a block ```sh start, without running them itself: each with the test that does, and
 * with words of that test which prove it; where it takes the command from a README, with that README.
 * `npm start -- …` needs no entry: it is run with the flags that the page has.
 */
export const runElsewhere: Record<string, { test: string; by: string; readme?: string }> = {
  'npm ci': { test: '.github/workflows/ci.yaml', by: 'npm ci' },
  'npm test': { test: '.github/workflows/ci.yaml', by: 'npm ci && npm test' },
  'npm run pack:client -- --output ../my-app': { test: 'test/client/package.test.ts', by: 'packClient(work)' },
  'npm install ./planbok-customer-custody-2.0.0.tgz': { test: 'test/client/package.test.ts', by: "'-xzf', archive" },
  'npm install --save-dev planbok-mock@file:../customer-custody': { test: 'test/client/mock-types.test.ts', by: "'node_modules/planbok-mock'" },
  'npx node docs/examples/server.ts': { test: 'test/browser/example.test.ts', by: 'docs/examples/server.ts' },
  'pip install ./generated/python': { test: 'test/languages/python.test.ts', by: "readmeBlocks(readme, 'sh')", readme: 'generated/python/README.md' },
  'go mod edit -replace planbok.io/customercustody/v2=../customer-custody/generated/go': { test: 'test/languages/go.test.ts', by: "readmeBlocks(readme, 'sh')", readme: 'generated/go/README.md' },
  'go mod edit -require planbok.io/customercustody/v2@v2.0.0': { test: 'test/languages/go.test.ts', by: "readmeBlocks(readme, 'sh')", readme: 'generated/go/README.md' },
  'mvn -q install -f generated/java': { test: 'test/languages/java.test.ts', by: "readmeBlocks(readme, 'sh')", readme: 'generated/java/README.md' },
  'composer config repositories.planbok path ../customer-custody/generated/php': { test: 'test/languages/php.test.ts', by: "readmeBlocks(readme, 'sh')", readme: 'generated/php/README.md' },
  'composer require planbok/customer-custody:2.0.0': { test: 'test/languages/php.test.ts', by: "readmeBlocks(readme, 'sh')", readme: 'generated/php/README.md' },
};
