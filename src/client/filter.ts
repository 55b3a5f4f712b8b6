/** Narrows a long table to the rows that a reader asks for, and keeps what was asked in the address. */
const filterRows = (): void => {
  const filter = document.querySelector<HTMLElement>('[data-filter]');
  if (!filter) return;
  const rows = [...document.querySelectorAll<HTMLElement>('tr[data-status]')];
  const groups = [...document.querySelectorAll<HTMLElement>('[data-filter-group]')];
  const fields = [...filter.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]')];
  const output = filter.querySelector('output');

  const apply = (): void => {
    const asked = Object.fromEntries(fields.map(({ name, value }) => [name, value.trim()]));
    const words = (asked['words'] ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    const isAsked = ({ dataset, textContent }: HTMLElement): boolean =>
      (!asked['domain'] || dataset['of'] === asked['domain']) &&
      (!asked['status'] || dataset['status'] === asked['status']) &&
      words.every((word) => textContent?.toLowerCase().includes(word));
    for (const row of rows) row.hidden = !isAsked(row);
    for (const group of groups) group.hidden = !group.querySelector('tr[data-status]:not([hidden])');
    const shown = rows.filter(({ hidden }) => !hidden).length;
    if (output) output.textContent = shown === rows.length ? '' : `${shown} of ${rows.length} facts`;
    const url = new URL(location.href);
    for (const [name, value] of Object.entries(asked))
      if (value) url.searchParams.set(name, value);
      else url.searchParams.delete(name);
    history.replaceState(history.state, '', url);
  };

  const before = new URLSearchParams(location.search);
  for (const field of fields) field.value = before.get(field.name) ?? '';
  filter.addEventListener('input', apply);
  if (fields.some(({ value }) => value)) apply();
};

filterRows();
