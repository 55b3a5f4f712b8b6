import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineMdastPlugin } from 'satteri';
import { findPageUrl } from '../lib/urls.ts';

/** Turns links between content files (`../1.2-…/index.mdx#anchor`) into links between pages. */
export const contentLinks = (content: string) =>
  defineMdastPlugin({
    name: 'content-links',
    link(node, context) {
      if (!context.fileURL || /^(?:[a-z]+:|#|\/)/.test(node.url)) return;
      const [path = '', anchor] = node.url.split('#');
      const target = relative(content, resolve(dirname(fileURLToPath(context.fileURL)), path))
        .split(sep)
        .join('/');
      const url = findPageUrl(target);
      if (url) context.setProperty(node, 'url', anchor ? `${url}#${anchor}` : url);
    },
  });
