import module from 'node:module';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { describeScenario, isScenarioName, type ScenarioName, scenarioNames } from './scenarios.ts';
import type { RunningMock } from './start-mock.ts';
import { usage } from './usage.ts';

module.enableCompileCache();

/** The command line is wrong. */
class UsageError extends Error {}

function readOptions(args: string[]) {
  const { values } = parse(args);
  const [apiKey, readKey] = [values['api-key'], values['read-key']];
  if (apiKey !== undefined && apiKey === readKey) {
    throw new UsageError('--api-key and --read-key are the same. Give two keys.');
  }
  for (const name of ['api-key', 'read-key', 'webhook-secret', 'host', 'data', 'brand-name'] as const) {
    if (values[name] === '') throw new UsageError(`--${name} is empty.`);
  }
  if ((values['brand-name'] ?? '').length > 60) throw new UsageError('--brand-name has more than 60 characters.');
  if (values.seed !== undefined && values.data !== undefined) {
    throw new UsageError('--seed repeats a run from its beginning, --data goes on where the last one ended. Give one of them.');
  }
  const color = values['brand-color']?.toLowerCase();
  if (color !== undefined && !/^#[0-9a-f]{6}$/.test(color)) {
    throw new UsageError(`--brand-color is ${color}, not a colour such as #2f5bea.`);
  }
  return {
    help: values.help ?? false,
    start: {
      port: readPort('--port', values.port) ?? 4010,
      gatewayPort: readPort('--gateway-port', values['gateway-port']) ?? 4020,
      host: values.host,
      data: values.data,
      apiKey,
      readKey,
      webhookSecret: values['webhook-secret'],
      returnOrigins: values['return-origin'],
      corsOrigins: values.cors,
      webhookUrls: values['webhook-url'],
      faucet: !values['no-faucet'],
      rateLimit: values['rate-limit'],
      scenario: readScenario(values.scenario),
      seed: readNumber('--seed', values.seed, /^\d{1,15}$/, Number.MAX_SAFE_INTEGER, 'a whole number of 15 digits at most'),
      failRate: readNumber('--fail', values.fail, /^\d*\.?\d+$/, 1, 'a number from 0 to 1'),
      latencyMs: readNumber('--latency', values.latency, /^\d{1,5}$/, 60_000, 'a whole number from 0 to 60000'),
      json: values.json ?? false,
      branding: {
        ...(values['brand-name'] === undefined ? {} : { name: values['brand-name'] }),
        ...(color === undefined ? {} : { color }),
        ...(values['brand-logo'] === undefined ? {} : { logo: readLogo(values['brand-logo']) }),
      },
    },
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string' },
        'gateway-port': { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        'api-key': { type: 'string' },
        'read-key': { type: 'string' },
        'webhook-secret': { type: 'string' },
        'webhook-url': { type: 'string', multiple: true },
        'no-faucet': { type: 'boolean' },
        'return-origin': { type: 'string', multiple: true },
        cors: { type: 'string', multiple: true },
        'brand-name': { type: 'string' },
        'brand-color': { type: 'string' },
        'brand-logo': { type: 'string' },
        'rate-limit': { type: 'boolean' },
        seed: { type: 'string' },
        scenario: { type: 'string' },
        fail: { type: 'string' },
        latency: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(messageOf(error));
  }
}

function readPort(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new UsageError(`${option} is ${text}, not a number from 0 to 65535.`);
  }
  return Number(text);
}

function readNumber(option: string, text: string | undefined, form: RegExp, most: number, what: string): number | undefined {
  if (text === undefined) return undefined;
  if (!form.test(text) || Number(text) > most) throw new UsageError(`${option} is ${text}, not ${what}.`);
  return Number(text);
}

function readScenario(name: string | undefined): ScenarioName | undefined {
  if (name === undefined || isScenarioName(name)) return name;
  throw new UsageError(`--scenario is ${name}, not one of ${scenarioNames.join(', ')}.`);
}

function readLogo(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new UsageError(`--brand-logo cannot be read: ${messageOf(error)}.`);
  }
  const isPng = bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]));
  if (!isPng && !/<svg[\s>]/.test(bytes.toString('utf8'))) {
    throw new UsageError(`--brand-logo ${file} is neither PNG nor SVG.`);
  }
  const uri = `data:image/${isPng ? 'png' : 'svg+xml'};base64,${bytes.toString('base64')}`;
  if (uri.length > 100_000) throw new UsageError(`--brand-logo ${file} is larger than 70 kB.`);
  return uri;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function main(args: string[]): Promise<void> {
  const { help, start } = readOptions(args);
  if (help) {
    process.stdout.write(usage);
    return;
  }
  const [{ startMock }, { createLineLog }, { failureText }] = await Promise.all([
    import('./start-mock.ts'),
    import('./line-log.ts'),
    import('./request-log.ts'),
  ]);
  const mock = await startMock({
    ...start,
    compile: 'later',
    replaceGlobals: true,
    log: createLineLog((text) => process.stdout.write(text)),
    logFailure: (failure) => process.stderr.write(`${failureText(failure, start.json)}\n`),
  });
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      mock.stop().then(
        () => process.exit(0),
        (error: unknown) => fail(error, 1),
      );
    });
  }
  // Whoever reads this may stop it at once: it must be ready for that.
  process.stdout.write(start.json ? `${JSON.stringify(started(mock))}\n` : greeting(mock));
  try {
    await mock.warmUp();
  } catch (error) {
    // A stop takes the store away from under it.
    if (!stopping) throw error;
  }
}

/** What a user needs to begin. The keys are sandbox keys, good for this mock alone. */
function greeting({ apiUrl, gatewayUrl, keys, webhookSecret, scenario }: RunningMock): string {
  const lines = [
    ['API', apiUrl],
    ['Gateway', gatewayUrl],
    ['Full key', keys.apiKey],
    ['Read-only key', keys.readKey],
    ['Webhook secret', webhookSecret],
    ...(scenario === undefined ? [] : describeScenario(scenario)),
  ].map(([name = '', text = '']) => `${name.padEnd(14)} ${text}\n`);
  return `${lines.join('')}
Make a customer:
curl -X POST ${apiUrl}/v2/customers -H 'PLANBOK-X-API-KEY: ${keys.apiKey}' -H 'Content-Type: application/json' -d '{"name":"Ada Lovelace","refId":"user-1001"}'

`;
}

function started({ apiUrl, gatewayUrl, keys, webhookSecret, scenario }: RunningMock): object {
  return { type: 'started', apiUrl, gatewayUrl, ...keys, webhookSecret, ...(scenario === undefined ? {} : { scenario }) };
}

function fail(error: unknown, code: number): never {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exit(code);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof UsageError) fail(`${error.message}\n\`npm start -- --help\` lists the options.`, 2);
  fail(error, 1);
});
