import type { Plugin } from 'vite';
import { recorderOf } from './redirect.ts';

/** Puts the recorders in place of what they record, in the tests' own process. */
export const recordTraffic: Plugin = {
  name: 'record-traffic',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    if (importer === undefined || !/^\.{1,2}\//.test(source)) return null;
    const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
    return resolved === null ? null : (recorderOf(resolved.id, importer) ?? resolved);
  },
};
