import { fillBlanks } from './pack-index.ts';
import { type Change, slim } from './slim.ts';

const changes: readonly Change[] = [
  // The browser can unpack by itself.
  [/var u8=Uint8Array;.*?var gz_default=gunzipSync;/s, ''],
  [/decompress\(data,file=/, 'async $&'],
  [
    /gz_default\(data\)/,
    'new Uint8Array(await new Response(new Blob([data]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer())',
  ],
  [/this\.decompress\(/g, 'await $&'],
  [/(this\.searchMeta=)(await [^;]*)/, '$1fillBlanks($2)'],
  [/^/, `const fillBlanks = ${fillBlanks};`],
  // The Component UI asks for an instance and for nothing else. A worker would be one more file to fetch; the index is small
  // enough for the page's own thread.
  [/var hasWorkerSupport=.*$/s, 'export const createInstance=(options)=>new Pagefind(options);'],
];

/**
 * Pagefind's script without its own unpacking and without its worker.
 *
 * @throws when the script has another shape than that of the pinned version
 */
export const slimEngine = (script: string): string => slim('src/build/slim-engine.ts', script, changes);
