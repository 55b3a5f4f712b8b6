import type { ShikiTransformer } from 'shiki';

/**
 * Gives highlighted code classes in place of inline styles, which a strict Content-Security-Policy refuses.
 * Works with Shiki's `css-variables` theme: `style="color:var(--…-token-keyword)"` becomes `class="tok-keyword"`.
 */
export const tokenClasses: ShikiTransformer = {
  name: 'token-classes',
  preprocess(code, options) {
    // Shiki gives up on a line after half a second; on a busy machine two builds would then differ.
    options.tokenizeTimeLimit = 0;
    return code;
  },
  pre(node) {
    delete node.properties['style'];
    node.properties['class'] = 'code';
  },
  span(node) {
    const token = /-token-([a-z-]+)\)/.exec(String(node.properties['style'] ?? ''))?.[1];
    delete node.properties['style'];
    if (token) node.properties['class'] = `tok-${token}`;
  },
};
