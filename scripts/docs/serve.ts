import { stat, readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.yaml': 'application/yaml; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.wasm': 'application/wasm',
};
const compressible = /^(text\/|application\/(json|yaml|xml)|image\/svg)/;

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

interface Sent {
  status: number;
  type: string;
  body: Buffer;
}

export interface RunningSite {
  /** With the base path, and a slash at its end. */
  url: string;
  stop: () => Promise<void>;
}

/** Serves a static folder as a host of static sites does: compressed, with its 404 page, folders by their `index.html`. */
export async function serveFolder(folder: string, { port = 0, base = '/' } = {}): Promise<RunningSite> {
  const packed = new Map<string, Promise<Buffer>>();

  /** Each file is compressed once; a rebuild has other bytes under another time. */
  function compress(key: string, encoding: 'br' | 'gzip', body: Buffer): Promise<Buffer> {
    const known = packed.get(key);
    if (known !== undefined) return known;
    const made = encoding === 'br' ? toBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : toGzip(body);
    packed.set(key, made);
    return made;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const redirect = await folderWithoutSlash(folder, base, pathname);
    if (redirect !== undefined) {
      response.writeHead(308, { location: redirect }).end();
      return;
    }
    const { file, status, modified } = await find(folder, base, pathname);
    const type = types[extname(file)] ?? 'application/octet-stream';
    let body: Buffer = await readFile(file);
    const headers: Record<string, string> = { 'content-type': type, 'x-content-type-options': 'nosniff', 'cache-control': 'no-cache', vary: 'accept-encoding' };
    const accepted = request.headers['accept-encoding'] ?? '';
    const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
    if (encoding !== undefined && compressible.test(type) && body.length > 1000) {
      body = await compress(`${encoding} ${file} ${modified}`, encoding, body);
      headers['content-encoding'] = encoding;
    }
    response.writeHead(status, { ...headers, 'content-length': String(body.length) });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  const server = createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    answer(request, response).catch(() => response.writeHead(500).end());
  });
  await listen(server, port);
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}${base}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Found {
  file: string;
  status: Sent['status'];
  modified: number;
}

async function find(folder: string, base: string, pathname: string): Promise<Found> {
  const file = fileOf(folder, base, pathname);
  if (file !== undefined) {
    const candidates = pathname.endsWith('/') ? [join(file, 'index.html')] : [file];
    for (const candidate of candidates) {
      const found = await stat(candidate).catch(() => undefined);
      if (found?.isFile()) return { file: candidate, status: 200, modified: found.mtimeMs };
    }
  }
  const missing = join(folder, '404.html');
  return { file: missing, status: 404, modified: (await stat(missing)).mtimeMs };
}

/** `/webhooks` is sent on to `/webhooks/`, where relative links are right. */
async function folderWithoutSlash(folder: string, base: string, pathname: string): Promise<string | undefined> {
  if (pathname.endsWith('/')) return undefined;
  const file = fileOf(folder, base, pathname);
  const found = file === undefined ? undefined : await stat(join(file, 'index.html')).catch(() => undefined);
  return found?.isFile() ? `${pathname}/` : undefined;
}

/** The file that a path names; `undefined` outside of the base path, and for what would leave the folder. */
function fileOf(folder: string, base: string, pathname: string): string | undefined {
  if (!`${pathname}/`.startsWith(base)) return undefined;
  let path: string;
  try {
    path = decodeURIComponent(pathname.slice(base.length - 1));
  } catch {
    return undefined;
  }
  if (path.includes('\0') || path.split(/[/\\]/).includes('..')) return undefined;
  return join(folder, path);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve());
  });
}
