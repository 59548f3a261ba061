import { argon2, createHash, createHmac, getHashes } from 'node:crypto';
import { promisify } from 'node:util';
import { blake2b } from '@noble/hashes/blake2.js';
import { keccak_256, keccak_512 } from '@noble/hashes/sha3.js';

/** A form of a secret that must not be found, as bytes written one character each. */
export interface Needle {
  name: string;
  text: string;
}

const indexLength = 6;
/** Of a digest, this many bytes are looked for: enough to exclude chance, few enough to find a shortened one. */
const prefixBytes = 8;

/** Finds the needles in bytes. They are indexed by how they begin, so that one pass suffices for any number of them. */
export function createDetector(needles: Iterable<Needle>): (haystack: string | Uint8Array) => string[] {
  const index = new Map<string, Needle[]>();
  for (const needle of needles) {
    const start = needle.text.slice(0, indexLength);
    if (start.length < indexLength) throw new RangeError(`${needle.name} is too short to be told from chance`);
    const known = index.get(start);
    if (known === undefined) index.set(start, [needle]);
    else known.push(needle);
  }
  return (haystack) => {
    const text = Buffer.from(haystack).toString('latin1');
    const found = new Set<string>();
    for (let at = 0; at + indexLength <= text.length; at++) {
      for (const needle of index.get(text.slice(at, at + indexLength)) ?? []) {
        if (!text.startsWith(needle.text, at) || isChance(text, at, needle.text)) continue;
        const around = text.slice(Math.max(0, at - 20), at + needle.text.length + 20);
        found.add(`${needle.name} in ${JSON.stringify(around)}`);
      }
    }
    return Array.from(found);
  };
}

/** Six digits are likely somewhere in so many random ids and hashes; what is hidden in hex is looked for in hex. */
function isChance(text: string, at: number, needle: string): boolean {
  if (!/^\d{6}$/.test(needle)) return false;
  const before = /[0-9a-f]*$/.exec(text.slice(Math.max(0, at - 128), at))?.[0] ?? '';
  const after = /^[0-9a-f]*/.exec(text.slice(at, at + 128))?.[0] ?? '';
  const run = before + after;
  return run.length >= 24 && /[a-f]/.test(run);
}

/** A text as it is, and in every encoding that it could be carried in. */
export function encodings(name: string, secret: string): Needle[] {
  const needles: Needle[] = [];
  const add = (form: string, value: string | Uint8Array): void => {
    needles.push({ name: `${name}, ${form}`, text: Buffer.from(value).toString('latin1') });
  };
  for (const [order, text] of [['', secret], ['reversed ', Array.from(secret).reverse().join('')]] as const) {
    const characters = Array.from(text);
    for (const [letters, cased] of new Map([['', text], ['lower case ', text.toLowerCase()], ['upper case ', text.toUpperCase()]])) {
      const bytes = Buffer.from(cased);
      const utf16 = Buffer.from(cased, 'utf16le');
      const kind = order + letters;
      add(`${kind}text`, bytes);
      add(`${kind}UTF-16LE`, utf16);
      add(`${kind}UTF-16BE`, Buffer.from(utf16).swap16());
      for (const [unit, units] of [['UTF-8', bytes], ['UTF-16', utf16]] as const) {
        const hex = Array.from(units, (byte) => byte.toString(16).padStart(2, '0'));
        for (const separator of ['', ' ', ':', '-', '%', '\\x', ', 0x', ',0x']) {
          add(`${kind}${unit} hex by "${separator}"`, hex.join(separator));
          add(`${kind}${unit} upper-case hex by "${separator}"`, hex.join(separator).toUpperCase().replaceAll('X', 'x'));
        }
        add(`${kind}${unit} byte list`, units.join(','));
        add(`${kind}${unit} spaced byte list`, units.join(', '));
        add(`${kind}${unit} byte object`, JSON.stringify({ ...Array.from(units) }).slice(1, -1));
        for (const shift of [0, 1, 2]) {
          const inner = base64Within(units, shift);
          add(`${kind}${unit} base64 at ${shift}`, inner);
          add(`${kind}${unit} base64url at ${shift}`, inner.replaceAll('+', '-').replaceAll('/', '_'));
        }
      }
      add(`${kind}percent-encoded`, encodeURIComponent(cased));
      add(`${kind}form-encoded`, new URLSearchParams({ '': cased }).toString().slice(1));
    }
    for (const separator of [' ', '-', '.', ',', ':', '_', '/', '\0', '","', '", "', ', ']) {
      add(`${order}by "${separator}"`, characters.join(separator));
      for (const group of [2, 3]) {
        const groups = Array.from({ length: Math.ceil(characters.length / group) }, (_, at) => characters.slice(at * group, (at + 1) * group).join(''));
        add(`${order}in ${group}s by "${separator}"`, groups.join(separator));
      }
    }
    add(`${order}JSON escapes`, characters.map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''));
    add(`${order}HTML escapes`, characters.map((one) => `&#${one.codePointAt(0)};`).join(''));
    add(`${order}escaped for JSON`, JSON.stringify(text).slice(1, -1));
  }
  return needles;
}

/** The characters of the base64 that are the same whatever stands around the bytes. */
function base64Within(bytes: Uint8Array, shift: number): string {
  const whole = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64').replace(/=+$/, '');
  const last = ((shift + bytes.length) * 8) % 6 === 0 ? whole.length : whole.length - 1;
  return whole.slice(Math.ceil((shift * 8) / 6), last);
}

const nodeHashes = ['md5', 'ripemd160', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha512-256', 'sha3-224', 'sha3-256', 'sha3-384', 'sha3-512', 'blake2b512', 'blake2s256'];
const otherHashes: Record<string, (bytes: Uint8Array) => Uint8Array> = {
  'keccak-256': keccak_256,
  'keccak-512': keccak_512,
  'blake2b-256': (bytes) => blake2b(bytes, { dkLen: 32 }),
};

/** Everything of this name that a fast hash could make of a text, with and without what is publicly known beside it. */
export function fastHashes(name: string, secret: string, salts: readonly Uint8Array[], ids: readonly string[]): Needle[] {
  const missing = nodeHashes.filter((hash) => !getHashes().includes(hash));
  if (missing.length > 0) throw new Error(`This Node has no ${missing.join(', ')}`);
  const needles: Needle[] = [];
  const text = Buffer.from(secret);
  const beside = [
    ...salts.flatMap((salt) => [Buffer.from(salt), Buffer.from(Buffer.from(salt).toString('base64')), Buffer.from(Buffer.from(salt).toString('hex'))]),
    ...ids.map((id) => Buffer.from(id)),
  ];
  const inputs = [text, Buffer.from(secret, 'utf16le'), Buffer.from(JSON.stringify(secret))];
  for (const known of beside) {
    for (const separator of ['', ':', '.']) inputs.push(Buffer.concat([known, Buffer.from(separator), text]), Buffer.concat([text, Buffer.from(separator), known]));
  }
  for (const hash of nodeHashes) {
    for (const input of inputs) needles.push(...digestForms(`${name}, ${hash}`, createHash(hash).update(input).digest()));
    for (const known of beside) {
      needles.push(...digestForms(`${name}, HMAC-${hash}`, createHmac(hash, known).update(text).digest()));
      needles.push(...digestForms(`${name}, HMAC-${hash} as the key`, createHmac(hash, text).update(known).digest()));
    }
  }
  for (const [hash, digest] of Object.entries(otherHashes)) {
    for (const input of inputs) needles.push(...digestForms(`${name}, ${hash}`, digest(input)));
  }
  return needles;
}

/** The ways in which a digest, a key or a token is written. */
export function digestForms(name: string, digest: Uint8Array): Needle[] {
  const start = Buffer.from(digest).subarray(0, prefixBytes);
  const base64 = start.toString('base64').slice(0, Math.floor((prefixBytes * 8) / 6));
  const forms = {
    raw: start.toString('latin1'),
    hex: start.toString('hex'),
    'upper-case hex': start.toString('hex').toUpperCase(),
    base64,
    base64url: base64.replaceAll('+', '-').replaceAll('/', '_'),
  };
  return Object.entries(forms).map(([form, text]) => ({ name: `${name}, ${form}`, text }));
}

/** The secret that the contract derives (Argon2id, RFC 9106), by an implementation other than the page's. */
export function deriveArgon2id(text: string, salt: Uint8Array): Promise<Buffer> {
  return promisify(argon2)('argon2id', { message: text, nonce: salt, parallelism: 1, tagLength: 32, memory: 65536, passes: 3 });
}
