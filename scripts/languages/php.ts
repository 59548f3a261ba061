/** What the PHP generator leaves out or gets wrong for users, put right in what it writes. */
import type { ContractFacts } from './contract-facts.ts';
import { replaceEach, replaceOnce } from './replace-code.ts';

const namespace = 'Planbok\\CustomerCustody';

/** The calls as they are published; every change says what it is for. */
export function adaptPhp(code: string, facts: ContractFacts): string {
  const steps = [inNamespace, withOpenEnums, withEmptyObjects, withKeys, withErrors, withPatience, withDefaults];
  return steps.reduce((adapted, step) => step(adapted, facts), code);
}

/** The generator takes the namespace from the title of the contract, and does not know of this script. */
function inNamespace(code: string): string {
  const named = replaceOnce(code, '// Regenerate with `redocly generate-client`.', '// Put right by scripts/languages/php.ts; `npm run generate` makes it again.');
  return replaceOnce(named, /^namespace \w+;$/m, `namespace ${namespace};`);
}

/** A value that a later version of the contract adds is text like every other, and no exception. */
function withOpenEnums(code: string): string {
  const names = [...code.matchAll(/^enum (\w+): string$/gm)].map(([, name]) => name).join('|');
  let open = replaceEach(code, /^\/\*\* .*\*\/\nenum \w+: string\n\{\n[\s\S]*?\n\}\n\n/gm, '');
  open = replaceEach(open, new RegExp(`\\b(?:${names})::from\\((\\$data\\['\\w+'\\])\\)`, 'g'), '$1');
  open = replaceEach(open, new RegExp(`\\b(?:${names})(?= \\$\\w+)`, 'g'), 'string');
  return replaceEach(open, /(\$this->\w+|\$(?!this\b)\w+)->value\b/g, '$1');
}

/** An object without fields is `{}`, and not the `[]` of an empty array. What is no Unicode is refused here. */
function withEmptyObjects(code: string): string {
  const nested = replaceEach(code, /^( +\$data\['\w+'\] = \$this->\w+->toArray\(\));$/gm, '$1 ?: new \\stdClass();');
  const whole = replaceEach(nested, /json_encode\(\$body->toArray\(\)\)/g, 'json_encode($body->toArray() ?: new \\stdClass(), JSON_THROW_ON_ERROR)');
  return replaceEach(whole, /json_encode\(is_object\(\$body\) \? \$body->toArray\(\) : \$body\)/g, 'json_encode(is_object($body) ? $body->toArray() : $body, JSON_THROW_ON_ERROR)');
}

/**
 * A call that takes an idempotency key has one, the same in all attempts, so that it can be repeated. The generator offers
 * one for every POST and PATCH, and would repeat calls that the service does not know again.
 */
function withKeys(code: string, { keyed }: ContractFacts): string {
  const operations = new Set(keyed.map(({ operationId }) => operationId));
  const parameter = ', ?string $idempotencyKey = null)';
  const sent = ", 'idempotencyKey' => $idempotencyKey]";
  const [head = '', ...methods] = code.split('    public function ');
  const adapted = methods.map((method) => {
    if (!method.includes(sent)) return method;
    const operationId = /OPERATIONS\['(\w+)'\]/.exec(method)?.[1] ?? '';
    if (operations.has(operationId)) return replaceOnce(method, sent, ", 'idempotencyKey' => $idempotencyKey ?? $body->idempotencyKey ?? newIdempotencyKey()]");
    return replaceOnce(replaceOnce(method, parameter, ')'), sent, ']');
  });
  return replaceOnce([head, ...adapted].join('    public function '), '/** Decoded JSON body (assoc arrays), or null for empty bodies. */', `/** A random UUID (RFC 9562, version 4). */
function newIdempotencyKey(): string
{
    $bytes = random_bytes(16);
    $bytes[6] = chr(ord($bytes[6]) & 0x0f | 0x40);
    $bytes[8] = chr(ord($bytes[8]) & 0x3f | 0x80);
    return vsprintf('%s%s-%s-%s-%s-%s%s%s', str_split(bin2hex($bytes), 4));
}

/** Decoded JSON body (assoc arrays), or null for empty bodies. */`);
}

/** An answer that is no success is a PlanbokError, and so is one that is not the API's. */
function withErrors(code: string): string {
  let adapted = replaceOnce(code, 'final class ApiError extends', 'class ApiError extends');
  const thrown = "($response['url'], $response['status'], $response['reason'], decodeJson($response)";
  adapted = replaceOnce(adapted, `return new ApiError${thrown});`, `return new PlanbokError${thrown}, $response['headers']['retry-after'] ?? '');`);
  adapted = replaceEach(adapted, /::fromArray\(decodeJson\(\$response\)\)/g, '::fromArray(answerOf($response))');
  return replaceOnce(adapted, '/** `ApiError` from a non-2xx response. */', `/** The answer of the API. Something else, as a page of a proxy, is no answer. */
function answerOf(array $response): array
{
    $answer = decodeJson($response);
    return $response['status'] < 300 && is_array($answer) ? $answer : throw apiErrorFrom($response);
}

/** \`ApiError\` from a non-2xx response. */`);
}

/** Who asks for more than a minute is not waited for: the caller is told instead, by retryAfterSeconds. */
function withPatience(code: string): string {
  const told = replaceOnce(code, "            'status' => $response['status'],\n            'timedOut' => $response['timedOut'],\n            'attempt' => $attempt,\n", `            'status' => $response['status'],
            'timedOut' => $response['timedOut'],
            'attempt' => $attempt,
            'retryAfter' => $response['headers']['retry-after'] ?? '',
            'isInProgress' => $response['status'] === 409 && str_contains($response['body'], '"idempotency_in_progress"'),
`);
  const sooner = replaceOnce(told, "(float) ($retry['delay'] ?? 1.0)", "(float) ($retry['delay'] ?? 0.5)");
  const longer = replaceOnce(sooner, "(int) ($config->retry['attempts'] ?? 3)", "(int) ($config->retry['attempts'] ?? 5)");
  return replaceOnce(longer, '    return in_array($status, [0, 408, 429, 500, 502, 503, 504], true);', `    $isTransient = in_array($status, [0, 408, 429, 500, 502, 503, 504], true) || ($context['isInProgress'] ?? false);
    return $isTransient && (int) ($context['retryAfter'] ?? 0) <= 60;`);
}

/** The key is given once, a call ends after 30 seconds, and says who sends it. Nobody counts calls: what is for that goes. */
function withDefaults(code: string, { version }: ContractFacts): string {
  let adapted = replaceOnce(code, /    \/\*\*\n     \* Callables that run after `onSettled` on every client[\s\S]*?public static array \$registeredOnSettled = \[\];\n\n/, '');
  adapted = replaceOnce(adapted, 'foreach ([$config->onSettled, Config::$registeredOnSettled] as $hooks)', 'foreach ([$config->onSettled] as $hooks)');
  adapted = replaceOnce(adapted, `        public string $serverUrl = '',
        public array $auth = [],
        public ?float $timeout = null,`, `        public string $serverUrl = '',
        public array $auth = [],
        public ?float $timeout = 30.0,`);
  adapted = replaceOnce(adapted, `        public string $clientHeader = 'redocly-client-generator',
        public array $onSettled = [],
    ) {
    }`, `        public string $clientHeader = 'planbok-customer-custody-php/${version}',
        public array $onSettled = [],
        #[\\SensitiveParameter] ?string $apiKey = null,
    ) {
        if ($apiKey !== null && preg_match('/^[\\x21-\\x7e]+$/D', $apiKey) !== 1) {
            throw new \\InvalidArgumentException('The API key is missing or empty, or has characters that no key has. Look at where it is read from.');
        }
        if ($apiKey !== null) {
            $this->auth['apiKey'] = ['apiKey' => $apiKey];
        }
    }

    /** The key is in no dump and no log. */
    public function __debugInfo(): array
    {
        return ['auth' => 'not shown'] + get_object_vars($this);
    }`);
  adapted = replaceOnce(adapted, "        $headerLines[] = $name . ': ' . $value;\n", `        // curl would make headers of the lines.
        if (strpbrk("{$name}{$value}", "\\r\\n\\0") !== false) {
            throw new \\InvalidArgumentException("The header {$name} has a line break.");
        }
        $headerLines[] = $name . ': ' . $value;
`);
  adapted = replaceOnce(adapted, ' * Per-instance configuration.\n', ` * Per-instance configuration.
 * \`apiKey\`: the key of your organization; keep it on your backend.
 * \`serverUrl\`: without /v2, as https://api.planbok.io, or http://localhost:4010 for the mock.
`);
  return replaceOnce(adapted, "$headers['X-Redocly-Client'] = $config->clientHeader;", "$headers['User-Agent'] ??= $config->clientHeader;");
}

/** A class of constants for each of the contract's lists of values, and the classes of the events. */
export function phpFacts({ version, errors, enums, webhooks }: ContractFacts): Record<string, string> {
  const notice = '// Made by `npm run generate` from the contract: do not edit.\n';
  const file = (name: string, doc: string, lines: string[]) => ({
    [`src/${name}.php`]: `<?php\n\n${notice}\ndeclare(strict_types=1);\n\nnamespace ${namespace};\n\n/** ${doc} */\nfinal class ${name}\n{\n${lines.join('')}}\n`,
  });
  const constant = (name: string, value: string, doc = '') => `${doc}    public const ${name} = '${value}';\n`;
  const codes = errors.map(({ code, status, summary }) => constant(code.toUpperCase(), code, `    /** ${status}: ${summary}. */\n`));
  const classes = webhooks.map(({ event, type }) => `        '${event}' => ${type}::class,\n`);
  return Object.assign(
    file('ErrorCode', 'The codes of errors: what a program decides by. Treat one that is not here by its HTTP status.', codes),
    file('ContractVersion', 'The version of the contract that this package was made from.', [constant('VALUE', version)]),
    file('WebhookEvents', 'The class of each event.', [`    public const CLASSES = [\n${classes.join('')}    ];\n`]),
    ...enums.map(({ name, values }) => file(name, 'Values of the contract. More may come: accept what is not here.', values.map(({ constant: named, value }) => constant(named, value)))),
  );
}
