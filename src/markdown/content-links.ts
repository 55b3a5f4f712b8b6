import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineMdastPlugin } from 'satteri';
import { findPageUrl } from '../lib/urls.ts';

/** The address of the page that a link in a content file leads to; undefined for links to anything else. */
const findUrl = (content: string, file: URL | undefined, link: string): string | undefined => {
  if (!file || /^(?:[a-z]+:|#|\/)/.test(link)) return undefined;
  const [path = '', anchor] = link.split('#');
  const target = relative(content, resolve(dirname(fileURLToPath(file)), path))
    .split(sep)
    .join('/');
  const url = findPageUrl(target);
  return url && anchor ? `${url}#${anchor}` : url;
};

/** Turns links between content files (`../1.2-…/index.mdx#anchor`) into links between pages, where they stand or where they are defined. */
export const contentLinks = (content: string) =>
  defineMdastPlugin({
    name: 'content-links',
    link(node, context) {
      const url = findUrl(content, context.fileURL, node.url);
      if (url) context.setProperty(node, 'url', url);
    },
    definition(node, context) {
      const url = findUrl(content, context.fileURL, node.url);
      if (url) context.setProperty(node, 'url', url);
    },
  });
