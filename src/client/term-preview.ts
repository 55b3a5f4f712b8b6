/** Shows a term's definition when its link is pointed at or has the focus, from the first such link on. Pages that cannot be fetched leave the plain link. */

const definitions = new Map<string, Promise<string | undefined>>();

const fetchDefinition = async (url: string): Promise<string | undefined> => {
  try {
    const page = new DOMParser().parseFromString(await (await fetch(url)).text(), 'text/html');
    return page.querySelector('[data-definition] p')?.textContent ?? undefined;
  } catch {
    return undefined;
  }
};

const getDefinition = (url: string): Promise<string | undefined> => {
  const known = definitions.get(url) ?? fetchDefinition(url);
  definitions.set(url, known);
  return known;
};

const place = (preview: HTMLElement, link: HTMLElement): void => {
  const box = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const left = Math.max(8, Math.min(box.left, innerWidth - preview.offsetWidth - 8));
  const below = box.bottom + 6;
  const top = below + preview.offsetHeight > innerHeight ? box.top - preview.offsetHeight - 6 : below;
  preview.style.left = `${left}px`;
  preview.style.top = `${top}px`;
};

/** Prepares previews for all term links of the page. They can be pointed at, and Escape closes them (WCAG 2.2, 1.4.13). */
const showTerms = (): void => {
  const preview = document.createElement('div');
  preview.className = 'term-preview';
  preview.id = 'term-preview';
  preview.popover = 'manual';
  preview.setAttribute('role', 'tooltip');
  document.body.append(preview);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown: HTMLAnchorElement | undefined;

  const hide = (): void => {
    clearTimeout(timer);
    shown?.removeAttribute('aria-describedby');
    shown = undefined;
    if (preview.matches(':popover-open')) preview.hidePopover();
  };
  const hideSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(hide, 250);
  };
  const show = async (link: HTMLAnchorElement): Promise<void> => {
    const definition = await getDefinition(link.href);
    if (!definition || !(link.matches(':hover') || link === document.activeElement)) return;
    hide();
    preview.textContent = definition;
    preview.showPopover();
    place(preview, link);
    shown = link;
    link.setAttribute('aria-describedby', preview.id);
  };
  const showSoon = (target: Element | null): void => {
    const link = target?.closest<HTMLAnchorElement>('a.term');
    if (!link || link === shown) return;
    clearTimeout(timer);
    timer = setTimeout(() => void show(link), 150);
  };
  for (const event of ['pointerover', 'focusin'])
    document.addEventListener(event, ({ target }) => showSoon(target as Element));
  document.addEventListener('focusout', hideSoon);
  document.addEventListener('pointerout', (event) => (event.target as Element).closest('a.term') && hideSoon());
  preview.addEventListener('pointerenter', () => clearTimeout(timer));
  preview.addEventListener('pointerleave', hideSoon);
  document.addEventListener('keydown', (event) => event.key === 'Escape' && hide());
  addEventListener('scroll', () => shown && place(preview, shown), { passive: true });
  // The link that this script was loaded for.
  showSoon(document.querySelector('a.term:is(:hover, :focus)'));
};

showTerms();
