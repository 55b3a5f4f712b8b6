/** Marks the part being read in the page's own contents. */
export const watchContents = (): void => {
  const links = new Map(
    [...document.querySelectorAll<HTMLAnchorElement>('.toc a')].map((link) => [link.hash.slice(1), link]),
  );
  const headings = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);
  if (headings.length === 0) return;
  let current: HTMLAnchorElement | undefined;
  const mark = (): void => {
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < 120).at(-1);
    const link = passed && links.get(passed.id);
    if (link === current) return;
    current?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'true');
    current = link;
  };
  const observer = new IntersectionObserver(mark, { rootMargin: '-110px 0px -60% 0px' });
  for (const heading of headings) observer.observe(heading);
};
