/** What hosts read from inside the site: `_headers` for Netlify and Cloudflare, `.htaccess` for Apache. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { caching, headers } from './headers.ts';

/** Types that are worth compressing and that servers name differently. */
const texts =
  'text/html text/css text/javascript text/plain text/xml application/javascript application/json application/manifest+json application/xml image/svg+xml';

/**
 * The format that Netlify and Cloudflare read.
 * Both let browsers ask again for everything by themselves, and both join fields of several rules, so only hashed names get a rule.
 * https://docs.netlify.com/manage/routing/headers/ https://developers.cloudflare.com/pages/configuration/headers/
 */
export const renderHeadersFile = (): string => `/*
${headers.map(({ name, value }) => `  ${name}: ${value}`).join('\n')}
/_astro/*
  Cache-Control: ${caching.hashed}
`;

/**
 * What Apache reads where it lets folders have settings. A module that is not switched on is passed over.
 *
 * @param base the folder of the address in which the site stands, as in `/guide/`
 */
export const renderHtaccess = (base: string): string => `# Made by the build for Apache 2.4; other hosts do not read it.
ErrorDocument 404 ${base}404.html
DirectoryIndex index.html
AddDefaultCharset UTF-8
<IfModule mod_mime.c>
  AddCharset UTF-8 .css .js .json .svg .webmanifest .xml
  AddType text/javascript .js
  AddType font/woff2 .woff2
  AddType application/wasm .wasm
  AddType application/manifest+json .webmanifest
  AddType application/epub+zip .epub
</IfModule>
<IfModule mod_rewrite.c>
  # A folder is no page: its address is as wrong as that of a file that is not there.
  RewriteEngine On
  RewriteCond %{REQUEST_FILENAME} -d
  RewriteCond %{REQUEST_FILENAME}/index.html !-f
  RewriteRule ^ - [R=404]
  RewriteRule (?:^|/)(?:_headers|\\.ht[^/]*)$ - [R=404]
</IfModule>
<IfModule mod_filter.c>
  # The filter that comes first answers, if the browser knows it. With an ETag, compressed answers would never be "304 Not Modified".
  FileETag None
  <IfModule mod_brotli.c>
    AddOutputFilterByType BROTLI_COMPRESS ${texts}
  </IfModule>
  <IfModule mod_deflate.c>
    AddOutputFilterByType DEFLATE ${texts}
  </IfModule>
</IfModule>
<IfModule mod_headers.c>
${headers.map(({ name, value }) => `  Header always set ${name} "${value}"`).join('\n')}
  Header set Cache-Control "${caching.other}"
  Header set Cache-Control "${caching.hashed}" "expr=%{REQUEST_STATUS} < 400 && %{REQUEST_URI} =~ m#/_astro/#"
</IfModule>
`;

/**
 * Writes the settings for hosts into a built site.
 *
 * @param folder the built site
 * @param site the whole address at which it will stand, if it is known
 */
export const writeHostFiles = (folder: string, site?: string): void => {
  const base = site ? new URL(site).pathname.replace(/\/?$/, '/') : '/';
  writeFileSync(join(folder, '_headers'), renderHeadersFile());
  writeFileSync(join(folder, '.htaccess'), renderHtaccess(base));
};
