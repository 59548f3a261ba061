import { isRecord } from './document.ts';
import type { DocumentOperation, OpenApiDocument } from './document.ts';
import { dialect } from './schemas.ts';

const knownFormats = new Set([
  'date', 'time', 'date-time', 'duration', 'uri', 'uri-reference', 'uri-template', 'url', 'email', 'hostname', 'ipv4',
  'ipv6', 'regex', 'uuid', 'json-pointer', 'relative-json-pointer', 'byte', 'int32', 'int64', 'float', 'double',
  'password', 'binary',
]);
// What stands below these keys is data, not a schema.
const data = new Set(['example', 'examples', 'default', 'const', 'enum', 'value', 'links', 'description']);
const styles = { path: 'simple', query: 'form', header: 'simple', cookie: '' };

/**
 * Lists what in a contract the validator would silently not check. Each entry names the place and says what to do.
 * A contract with any of these must not be served: an illegal pattern, for one, switches off its whole schema.
 */
export function findUncheckable(document: OpenApiDocument, operations: DocumentOperation[]): string[] {
  const problems: string[] = [];
  if (document.jsonSchemaDialect !== dialect) {
    problems.push(`The document is not validated as JSON Schema 2020-12. Set jsonSchemaDialect: ${dialect}.`);
  }
  const checked = new Set<string>();
  const visit = (value: unknown, pointer: string): void => {
    if (Array.isArray(value)) return value.forEach((member, index) => visit(member, `${pointer}/${index}`));
    if (!isRecord(value)) return;
    const { pattern, format, multipleOf, $dynamicRef } = value;
    if (typeof pattern === 'string' && !checked.has(pattern)) {
      checked.add(pattern);
      const reason = patternFault(pattern);
      if (reason) problems.push(`${pointer}: the pattern ${pattern} is not a Unicode regular expression (${reason}). Rewrite it.`);
    }
    if (typeof format === 'string' && isType(value['type']) && !knownFormats.has(format)) {
      problems.push(`${pointer}: the format ${format} is not checked by anything. Use a pattern instead.`);
    }
    if (typeof multipleOf === 'number' && !Number.isInteger(multipleOf)) {
      problems.push(`${pointer}: multipleOf ${multipleOf} fails on floating-point numbers. Send a decimal as a string.`);
    }
    if ($dynamicRef !== undefined) problems.push(`${pointer}: $dynamicRef is not supported. Use $ref.`);
    for (const [key, member] of Object.entries(value)) {
      if (!data.has(key) || pointer.endsWith('/properties')) visit(member, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    }
  };
  visit(document.components?.schemas, '#/components/schemas');
  visit(document.paths, '#/paths');
  for (const part of ['parameters', 'headers', 'responses', 'requestBodies']) {
    visit(document.components?.[part], `#/components/${part}`);
  }

  for (const { operationId, path, parameters, requestBody } of operations) {
    if (/[^/]\{|\}[^/]/.test(path)) problems.push(`${operationId}: ${path} has a template inside a segment. Give it a segment of its own.`);
    for (const mediaType of Object.keys(requestBody?.content ?? {})) {
      if (/^(application\/x-www-form-urlencoded|multipart\/.*)$/.test(mediaType)) {
        problems.push(`${operationId}: a ${mediaType} body is not checked. Use application/json.`);
      }
    }
    for (const { name, in: place, style, explode, schema, content } of parameters) {
      const parameter = `${operationId}: the ${place} parameter ${name}`;
      const type = isRecord(schema) ? schema['type'] : undefined;
      if (place === 'cookie') problems.push(`${parameter} is never checked. Use a header.`);
      if (content !== undefined) problems.push(`${parameter} has content, which is not checked. Give it a schema.`);
      if (place !== 'cookie' && style !== undefined && style !== styles[place]) {
        problems.push(`${parameter} has style ${style}. Use ${styles[place]}.`);
      }
      if (explode === true && place !== 'query') problems.push(`${parameter} is exploded. Use a plain value.`);
      if (type === 'array' || type === 'object') {
        problems.push(`${parameter} is an ${type}, of which only a part would be checked. Use a string with a pattern.`);
      }
    }
  }
  return problems;
}

function isType(value: unknown): boolean {
  return typeof value === 'string' || Array.isArray(value);
}

function patternFault(pattern: string): string | undefined {
  try {
    new RegExp(pattern, 'u');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^.*: /, '') : String(error);
  }
}
