/** The header fields that every answer of a host should carry. Each host's file below `hosting/` says them; the tests compare. */

interface Header {
  readonly name: string;
  readonly value: string;
  /** What it is for, in a sentence. */
  readonly why: string;
}

/** What Mozilla's Observatory and securityheaders.com ask for, as far as it makes sense for a site without accounts or forms. */
export const headers: readonly Header[] = [
  {
    name: 'Content-Security-Policy',
    value: "frame-ancestors 'none'",
    why: 'No other site can show the guide in a frame. The rest of the policy stands in each page, where this cannot be said.',
  },
  {
    name: 'X-Frame-Options',
    value: 'DENY',
    why: 'The same for browsers that do not know frame-ancestors.',
  },
  {
    name: 'Strict-Transport-Security',
    value: 'max-age=63072000',
    why: 'For two years a browser comes by HTTPS only. Subdomains are not included: a guide cannot decide for them.',
  },
  {
    name: 'X-Content-Type-Options',
    value: 'nosniff',
    why: 'A file is what its type says, and never run as something else.',
  },
  {
    name: 'Referrer-Policy',
    value: 'strict-origin-when-cross-origin',
    why: 'A site that a reader goes on to learns the host they come from, not the page.',
  },
  {
    name: 'Permissions-Policy',
    value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    why: 'The guide needs none of these, so no script can ask for them.',
  },
  {
    name: 'Cross-Origin-Opener-Policy',
    value: 'same-origin',
    why: 'A window that another site opened has no hold on the guide.',
  },
  {
    name: 'Cross-Origin-Resource-Policy',
    value: 'same-origin',
    why: 'No other site can load the files of the guide into its own pages.',
  },
];

/** How long browsers keep files. */
export const caching = {
  /** Files in `_astro/`: their name holds their hash, so they never change. */
  hashed: 'public, max-age=31536000, immutable',
  /** Everything else: kept, and asked for again each time; the host answers 304 while it is the same. */
  other: 'no-cache',
};
