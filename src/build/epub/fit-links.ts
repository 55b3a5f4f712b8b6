import type { CheerioAPI } from 'cheerio';
import { type Places, toId } from './book.ts';
import { toUrl } from './built-site.ts';

/** The link's address in the book or on the web; undefined where it leads out of the book and nobody knows the site's address. */
const findTarget = (href: string, url: string, { files, site }: Places): string | undefined => {
  if (/^https?:/.test(href)) return href;
  const [, anchor = ''] = href.split('#');
  const fragment = anchor && `#${toId(anchor)}`;
  if (href.startsWith('#')) return fragment;
  const page = toUrl(href, url);
  const file = files.get(page);
  if (file) return file.includes('#') ? file : `${file}${fragment}`;
  return site && new URL(href, new URL(`.${url}`, site)).href;
};

/** Leads the links of a page to the places in the book; a link that leads nowhere becomes its text, or goes from the page's head. */
export const fitLinks = ($: CheerioAPI, url: string, places: Places): void => {
  for (const element of $('[id]').toArray()) $(element).attr('id', toId($(element).attr('id') ?? ''));
  for (const element of $('a[href]').toArray()) {
    const link = $(element);
    const target = findTarget(link.attr('href') ?? '', url, places);
    if (link.is('.meta a') && !target?.includes('.xhtml')) link.closest('li').remove();
    else if (target) link.attr('href', target);
    else link.replaceWith(link.contents());
  }
};
