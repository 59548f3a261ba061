/** Preloaded by Node into the processes that tests start: puts the recorders in place of what they record. */
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { recorderOf } from './redirect.ts';

const pathOf = (url: string): string => (url.startsWith('file:') ? fileURLToPath(url) : url);

registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    const recorder = recorderOf(pathOf(resolved.url), pathOf(context.parentURL ?? ''));
    return recorder === undefined ? resolved : { ...resolved, url: pathToFileURL(recorder).href };
  },
});
