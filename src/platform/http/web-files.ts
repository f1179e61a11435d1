import { createReadStream, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { newNonce, pagePolicy } from './headers.ts';

export type WebFiles = { answer: (request: Request) => Response };

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.json': 'application/json',
};
const forEver = 'public, max-age=31536000, immutable';

/**
 * The built pages: hashed files are cached for ever, every other path is the application itself with a fresh nonce.
 * Beside a file "x" its compressed forms "x.br" and "x.gz" are served to browsers that accept them.
 * @param folder  where the build wrote index.html and assets/
 */
export function openWebFiles(folder: string): WebFiles {
  const index = readFileSync(path.join(folder, 'index.html'), 'utf8');

  return {
    answer(request) {
      const { pathname } = new URL(request.url);
      const file = path.join(folder, path.normalize(decodePath(pathname)));
      if (file.startsWith(folder + path.sep) && path.extname(file) in types && isFile(file))
        return fileAnswer(file, request);
      if (pathname.startsWith('/assets/')) return new Response('Not found', { status: 404 });
      const nonce = newNonce();
      return new Response(index.replace('name="csp-nonce" content=""', `name="csp-nonce" content="${nonce}"`), {
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': pagePolicy(nonce),
          'cache-control': 'no-store',
        },
      });
    },
  };
}

function fileAnswer(file: string, request: Request): Response {
  const headers = new Headers({
    'content-type': types[path.extname(file)] ?? 'application/octet-stream',
    'cache-control': file.includes(`${path.sep}assets${path.sep}`) ? forEver : 'no-cache',
    vary: 'accept-encoding',
  });
  const accepted = request.headers.get('accept-encoding') ?? '';
  const encoding = (['br', 'gzip'] as const).find((one) => accepted.includes(one) && isFile(packed(file, one)));
  if (encoding) headers.set('content-encoding', encoding);
  // Nobody would read the stream of a HEAD, and its file would stay open for ever.
  if (request.method === 'HEAD') return new Response(null, { headers });
  const stream = createReadStream(encoding ? packed(file, encoding) : file);
  return new Response(Readable.toWeb(stream) as ReadableStream, { headers });
}

const packed = (file: string, encoding: 'br' | 'gzip') => `${file}.${encoding === 'br' ? 'br' : 'gz'}`;

function isFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false; // not there, or no name that a file can have: too long, with a zero byte
  }
}

function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return '/';
  }
}
