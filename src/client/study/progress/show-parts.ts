/** Shows the parts of a report. What did not change stays as it is, and a link that has the focus keeps it. */
export const showParts = (place: HTMLElement, parts: readonly HTMLElement[]): void => {
  const focused = document.activeElement;
  const href = place.contains(focused) ? focused?.getAttribute('href') : undefined;
  const old = [...place.children];
  if (old.length !== parts.length) place.replaceChildren(...parts);
  else
    for (const [at, part] of parts.entries()) {
      const isOpen = old[at]?.querySelector('details')?.open ?? false;
      for (const details of part.querySelectorAll('details')) details.open = isOpen;
      if (!old[at]?.isEqualNode(part)) old[at]?.replaceWith(part);
    }
  if (href && !focused?.isConnected) place.querySelector<HTMLElement>(`[href="${CSS.escape(href)}"]`)?.focus();
};
