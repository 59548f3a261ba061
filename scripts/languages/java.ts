/** What the Java generator leaves out or gets wrong for users, put right in what it writes. */
import type { ContractFacts } from './contract-facts.ts';
import { replaceEach, replaceOnce } from './replace-code.ts';

const javaPackage = 'io.planbok.customercustody';
export const javaFolder = `src/main/java/${javaPackage.replaceAll('.', '/')}`;

/** The calls as they are published; every change says what it is for. */
export function adaptJava(code: string, facts: ContractFacts): string {
  const steps = [inPackage, withDataAsItIsCalled, withOpenEnums, withOpenUnions, withTypedEvents, withEasyRequests, withKeys, withErrors, withPatience, withDefaults, withReadableDocs];
  return steps.reduce((adapted, step) => step(adapted, facts), code);
}

/** The generator takes the package from the title of the contract, and does not know of this script. */
function inPackage(code: string): string {
  const named = replaceOnce(code, '// Regenerate with `redocly generate-client`.', '// Put right by scripts/languages/java.ts; `npm run generate` makes it again.');
  return replaceOnce(named, /^package \w+;$/m, `package ${javaPackage};`);
}

/** The payload is `data`, as on the wire: `data2` comes of a local variable of that name. */
function withDataAsItIsCalled(code: string): string {
  const declared = replaceEach(code, /^( {8}\S.*) data2(,?)$/gm, '$1 data$2');
  return replaceEach(declared, /\bdata2\b/g, 'this.data');
}

/** A value that a later version of the contract adds is text like every other, and no exception. */
function withOpenEnums(code: string): string {
  const enums = [...code.matchAll(/^ {4}public enum (\w+) implements WireValue \{$/gm)].map(([, name]) => name);
  const names = enums.join('|');
  let open = replaceEach(code, /^ {4}\/\*\* .*\*\/\n {4}public enum \w+ implements WireValue \{\n[\s\S]*?\n {4}\}\n\n/gm, '');
  open = replaceEach(open, new RegExp(`\\b(?:${names})\\.fromWire\\((asString\\(data\\.get\\("\\w+"\\)\\))\\)`, 'g'), '$1');
  return replaceEach(open, new RegExp(`\\b(?:${names})(?= \\w+[,;)\\n])`, 'g'), 'String');
}

/** The same of the members of a union. */
function withOpenUnions(code: string): string {
  const unions = [...code.matchAll(/^ {4}public sealed interface (\w+) extends JsonValue \{\}$/gm)].map(([, name]) => name);
  const open = replaceEach(code, /throw new IllegalArgumentException\("Unknown \w+ value: " \+ data\.get\("\w+"\)\);/g, 'return new Unknown(data);');
  return afterTheHead(open, `    /** One of a union that came after this version of the contract, as it is in the JSON. */
    public record Unknown(Map<String, Object> json) implements ${unions.join(', ')} {
        @Override
        public Map<String, Object> toJson() {
            return json;
        }
    }
`);
}

/** The events have a type in common, and are read by their name. */
function withTypedEvents(code: string, { webhooks }: ContractFacts): string {
  let typed = code;
  for (const { type } of webhooks) {
    typed = replaceOnce(typed, new RegExp(`(public record ${type}\\([^)]*\\) implements JsonValue) \\{`), '$1, WebhookEvent {');
  }
  return afterTheHead(typed, `    /** What a webhook tells: a record whose name ends in Event. More may come: ignore what you do not know. */
    public sealed interface WebhookEvent extends JsonValue {
        /** Its name, as transaction.confirmed. */
        String event();

        /** When it happened. */
        String timestamp();

        /** The same in every delivery of this event. */
        String idempotencyKey();

        static WebhookEvent fromJson(Object json) {
            Map<String, Object> data = asObject(json);
            if (data == null) {
                return null;
            }
            switch (String.valueOf(data.get("event"))) {
${webhooks.map(({ event, type }) => `                case "${event}":\n                    return ${type}.fromJson(data);\n`).join('')}\
                default:
                    return new UnknownEvent(
                        asString(data.get("event")),
                        asString(data.get("timestamp")),
                        asString(data.get("idempotencyKey")),
                        asObject(data.get("data"))
                    );
            }
        }
    }

    /** An event that came after this version of the contract. Ignore it, and answer with 2xx. */
    public record UnknownEvent(String event, String timestamp, String idempotencyKey, Map<String, Object> data) implements WebhookEvent {
        @Override
        public Map<String, Object> toJson() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("event", event);
            json.put("timestamp", timestamp);
            json.put("idempotencyKey", idempotencyKey);
            json.put("data", data);
            return json;
        }
    }
`);
}

/**
 * A request is made of what it needs, and the rest by name: a constructor of ten texts is read by nobody, and changes with
 * each field that the contract adds.
 */
function withEasyRequests(code: string, { requestTypes }: ContractFacts): string {
  const record = /^( {4}public record (\w+)\(\n)([\s\S]*?)(\n {4}\) implements [^{]+\{\n)([\s\S]*?\n {4}\}\n)/gm;
  return replaceEach(code, record, (whole: string, head: string, name: string, list: string, middle: string, body: string) => {
    if (!requestTypes.includes(name)) return whole;
    const fields = list.split(',\n').map((line) => {
      const at = line.lastIndexOf(' ');
      const field = line.slice(at + 1);
      return { field, type: line.slice(0, at).trim(), optional: body.includes(`if (${field} != null) {`) };
    });
    const optional = fields.filter((field) => field.optional);
    if (optional.length === 0) return whole;
    const parameters = fields.filter((field) => !field.optional).map(({ type, field }) => `${type} ${field}`);
    const made = [
      `        /** With what is required; the rest by the methods below. */\n` +
      `        public ${name}(${parameters.join(', ')}) {\n            this(${fields.map(({ field, optional }) => (optional ? 'null' : field)).join(', ')});\n        }\n`,
      ...optional.map(({ field, type }) =>
        `        public ${name} ${field}(${type} ${field}) {\n            return new ${name}(${fields.map(({ field }) => field).join(', ')});\n        }\n`),
    ];
    return `${head}${list}${middle}${made.join('\n')}\n${body}`;
  });
}

/**
 * A call that takes an idempotency key has one, the same in all attempts, so that it can be repeated. The generator gives
 * one to every POST and PATCH or to none, and would repeat calls that the service does not know again.
 */
function withKeys(code: string, { keyed }: ContractFacts): string {
  const operations = new Set(keyed.map(({ operationId }) => operationId));
  const [head = '', ...calls] = code.split('new Operation("');
  const withKeyed = calls.map((call) => {
    const operationId = call.slice(0, call.indexOf('"'));
    const sends = 'spec.body(payload.body(), payload.contentType());';
    return operations.has(operationId) ? replaceOnce(call, sends, 'spec.body(payload.body(), payload.contentType()).key(body.idempotencyKey());') : call;
  });
  let adapted = [head, ...withKeyed].join('new Operation("');
  adapted = replaceOnce(adapted, /\n {8}\/\*\* Supplies the `Idempotency-Key` [^\n]*\n[\s\S]*?\n {8}\}\n/, '');
  adapted = replaceOnce(adapted, '        Supplier<String> idempotencyKey;\n', '');
  adapted = replaceOnce(adapted, / {8}if \(\(method\.equals\("POST"\) \|\| method\.equals\("PATCH"\)\) && !hasHeader\(headers, "Idempotency-Key"\)[^\n]*\n[^\n]*\n {8}\}\n/, '');
  adapted = replaceOnce(adapted, 'import java.util.Objects;\n', 'import java.util.Objects;\nimport java.util.UUID;\n');
  return replaceOnce(adapted, '        RequestSpec body(Object body, String contentType) {', `        /** Names this call in all its attempts, by the key of the body if it has one. */
        RequestSpec key(String key) {
            headers.put("Idempotency-Key", key != null ? key : UUID.randomUUID().toString());
            return this;
        }

        RequestSpec body(Object body, String contentType) {`);
}

/** An answer that is no success is a PlanbokException, and so is one that is not the API's. */
function withErrors(code: string): string {
  const adapted = replaceOnce(code, 'return new ApiException(url, response.statusCode(), body);', 'return new PlanbokException(url, response, body);');
  return replaceOnce(adapted, 'return text.isBlank() ? null : Json.parse(text);', `if (response.statusCode() < 300) {
            try {
                return Json.parse(text);
            } catch (IllegalArgumentException notJson) {
                // It is told below.
            }
        }
        throw new PlanbokException(response.uri().toString(), response, text);`);
}

/** Who asks for more than a minute is not waited for: the caller is told instead, by retryAfter(). */
function withPatience(code: string): string {
  let asked = replaceOnce(code, 'return response != null && TRANSIENT_STATUS.contains(response.statusCode());', 'return response != null && (TRANSIENT_STATUS.contains(response.statusCode()) || isInProgress(response)) && !asksForLong(response);');
  asked = replaceOnce(asked, 'Duration.ofMillis((long) (Double.parseDouble(retryAfter.trim()) * 1000))', 'Duration.ofSeconds(Integer.parseInt(retryAfter.trim()))');
  asked = replaceOnce(asked, 'import java.io.ByteArrayOutputStream;\n', 'import java.io.ByteArrayInputStream;\nimport java.io.ByteArrayOutputStream;\n');
  asked = replaceOnce(asked, 'import java.util.Objects;\n', 'import java.util.Objects;\nimport java.util.concurrent.CompletableFuture;\nimport java.util.concurrent.ExecutionException;\nimport java.util.concurrent.TimeUnit;\nimport java.util.concurrent.TimeoutException;\n');
  asked = replaceOnce(asked, 'httpClient.send(builder.build(), HttpResponse.BodyHandlers.ofInputStream())', 'exchange(httpClient, builder.build(), config.timeout)');
  return replaceOnce(asked, '    private static boolean hasHeader(', `    /** Whether the first attempt is still at work. */
    private static boolean isInProgress(HttpResponse<?> response) {
        if (response.statusCode() != 409 || !(response.body() instanceof ByteArrayInputStream body)) {
            return false;
        }
        String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
        body.reset();
        return text.contains("\\"idempotency_in_progress\\"");
    }

    /** The whole answer: the timeout of a request ends with its head, and an answer that is cut off is a lost connection too. */
    private static HttpResponse<InputStream> exchange(HttpClient client, HttpRequest request, Duration timeout) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<InputStream>> answer = client.sendAsync(
            request,
            head -> HttpResponse.BodySubscribers.mapping(HttpResponse.BodySubscribers.ofByteArray(), ByteArrayInputStream::new)
        );
        try {
            return timeout == null ? answer.get() : answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException known ? known : new IOException(failed.getCause());
        } catch (TimeoutException late) {
            throw new HttpTimeoutException("request timed out");
        } finally {
            // Of no effect where it is answered.
            answer.cancel(true);
        }
    }

    private static boolean asksForLong(HttpResponse<?> response) {
        String retryAfter = response.headers().firstValue("Retry-After").orElse("");
        return retryAfter.matches("[0-9]+") && (retryAfter.length() > 9 || Integer.parseInt(retryAfter) > 60);
    }

    private static boolean hasHeader(`);
}

/** The key is given once; an attempt ends after 30 seconds, is repeated up to four times, and says who sends it. */
function withDefaults(code: string, { version }: ContractFacts): string {
  let adapted = replaceOnce(code, '        Duration timeout;\n', '        Duration timeout = Duration.ofSeconds(30);\n');
  adapted = replaceOnce(adapted, '        int retries;\n', '        int retries = 4;\n');
  adapted = replaceOnce(adapted, '        Duration delay = Duration.ofSeconds(1);\n', '        Duration delay = Duration.ofMillis(500);\n');
  adapted = replaceOnce(adapted, '        public Config httpClient(HttpClient httpClient) {\n', `        /** A client of yours. It must follow no redirect: each would be sent the API key, wherever it leads. */
        public Config httpClient(HttpClient httpClient) {
            if (httpClient.followRedirects() != HttpClient.Redirect.NEVER) {
                throw new IllegalArgumentException("This HttpClient follows redirects, with the API key. Build it with Redirect.NEVER.");
            }
`);
  adapted = replaceOnce(adapted, '        String clientHeader = "redocly-client-generator";\n', `        final String clientHeader = "planbok-customer-custody-java/${version}";\n`);
  adapted = replaceOnce(adapted, 'headers.put("X-Redocly-Client", config.clientHeader);', 'headers.putIfAbsent("User-Agent", config.clientHeader);');
  return replaceOnce(adapted, '        public Config serverUrl(String serverUrl) {', `        /** The key of your organization. Keep it on your backend. */
        public Config apiKey(String apiKey) {
            // A line break would have HttpRequest tell the key in its error.
            if (apiKey == null || !apiKey.matches("[\\\\x21-\\\\x7e]+")) {
                throw new IllegalArgumentException("The API key is missing or empty, or has characters that no key has. Look at where it is read from.");
            }
            this.auth.apiKey("apiKey", apiKey);
            return this;
        }

        /** Without /v2, as https://api.planbok.io, or http://localhost:4010 for the mock. */
        public Config serverUrl(String serverUrl) {`);
}

/** In a comment, Java takes `Map<String, Object>` for HTML, and refuses to make a page of it. */
function withReadableDocs(code: string): string {
  return replaceEach(code, /^( +(?:\/\*\*|\*) .*)`([^`\n]*<[^`\n]*)`/gm, '$1{@code $2}');
}

function afterTheHead(code: string, declared: string): string {
  return replaceOnce(code, '\npublic final class Client {\n', `\npublic final class Client {\n${declared}\n`);
}

/** A class of constants for each of the contract's lists of values, and the names of the events. */
export function javaFacts({ version, errors, enums }: ContractFacts): Record<string, string> {
  const notice = '// Made by `npm run generate` from the contract: do not edit.\n';
  const file = (name: string, doc: string, lines: string[]) => ({
    [`${javaFolder}/${name}.java`]:
      `${notice}\npackage ${javaPackage};\n\n/** ${doc} */\npublic final class ${name} {\n${lines.join('')}\n    private ${name}() {}\n}\n`,
  });
  const constant = (name: string, value: string, doc = '') => `${doc}    public static final String ${name} = "${value}";\n`;
  const codes = errors.map(({ code, status, summary }) => constant(code.toUpperCase(), code, `    /** ${status}: ${summary}. */\n`));
  return Object.assign(
    file('ErrorCode', 'The codes of errors: what a program decides by. Treat one that is not here by its HTTP status.', codes),
    file('ContractVersion', 'The version of the contract that this package was made from.', [constant('VALUE', version)]),
    ...enums.map(({ name, values }) => file(name, 'Values of the contract. More may come: accept what is not here.', values.map(({ constant: named, value }) => constant(named, value)))),
  );
}
