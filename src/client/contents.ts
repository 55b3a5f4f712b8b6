/** Marks the part being read in the page's own contents. */
export const watchContents = (): void => {
  const links = new Map(
    [...document.querySelectorAll<HTMLAnchorElement>('.toc a')].map((link) => [link.hash.slice(1), link]),
  );
  const headings = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);
  if (headings.length === 0) return;
  let current: HTMLAnchorElement | undefined;
  let isAsked = false;
  const findCurrent = (): HTMLElement | undefined => {
    const isAtEnd = scrollY > 0 && scrollY + innerHeight > document.documentElement.scrollHeight - 2;
    if (!isAtEnd) return headings.filter((heading) => heading.getBoundingClientRect().top < 120).at(-1);
    // A part on the last screen cannot come to the top.
    const target = headings.find(({ id }) => `#${id}` === location.hash);
    return target && target.getBoundingClientRect().top > 0 ? target : headings.at(-1);
  };
  const mark = (): void => {
    isAsked = false;
    const heading = findCurrent();
    const link = heading && links.get(heading.id);
    if (link === current) return;
    current?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'true');
    current = link;
  };
  // An observer of intersections misses a jump over headings that stay outside its window.
  const ask = (): void => {
    if (!isAsked) requestAnimationFrame(mark);
    isAsked = true;
  };
  mark();
  addEventListener('scroll', ask, { passive: true });
  addEventListener('hashchange', ask);
};
