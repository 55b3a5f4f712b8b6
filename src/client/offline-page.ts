/** The page on which a reader keeps the guide for reading without a network, renews it and removes it. */
import type { OfflineIndex } from '../lib/offline.ts';
import { create } from './create.ts';
import { fetchIndex, findKeptVersion, findObstacle, keepCopy, removeCopy } from './offline-copy.ts';

const place = document.querySelector<HTMLElement>('[data-offline]');

const toMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;

const createButton = (text: string, act: () => void): HTMLButtonElement => {
  const button = create('button', { type: 'button', className: 'button', textContent: text });
  button.addEventListener('click', act);
  return button;
};

const status = create('p', { role: 'status' });
const bar = create('progress', { max: 1, hidden: true, ariaLabel: 'Loading the copy' });
const actions = create('p', { className: 'offline-actions' });

/** Explains a failure; what was kept before is still kept. */
const tellFailure = (error: unknown): void => {
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  status.textContent = isFull
    ? 'There is not enough room in this browser for the copy. Nothing of it was kept.'
    : 'The copy could not be loaded whole, so nothing of it was kept. Try again when the network is steady.';
};

/** Runs one act at a time, and shows afterwards what is kept. */
const run = async (act: () => Promise<void>): Promise<void> => {
  for (const button of actions.querySelectorAll('button')) button.disabled = true;
  bar.hidden = false;
  try {
    await act();
    await show();
  } catch (error) {
    await show();
    tellFailure(error);
  }
  bar.hidden = true;
  status.focus();
};

const keep = (index: OfflineIndex): Promise<void> =>
  run(async () => {
    status.textContent = 'Loading the copy …';
    // Browsers that are asked do not clear the copy away when space runs short.
    await navigator.storage?.persist?.().catch(() => false);
    await keepCopy(index, (share) => {
      bar.value = share;
    });
  });

/** Says what is kept and what can be done. */
const show = async (): Promise<void> => {
  const kept = await findKeptVersion();
  const index = await fetchIndex().catch(() => undefined);
  const remove = createButton('Remove the copy', () => void run(removeCopy));
  const toCost = ({ bytes, size }: OfflineIndex): string =>
    `${toMegabytes(bytes)} to load, ${toMegabytes(size)} of space in this browser`;
  if (!kept && !index) {
    status.textContent = 'The site cannot be reached now. Come back when the network is there.';
    actions.replaceChildren();
  } else if (!kept && index) {
    status.textContent = `Nothing is kept yet. The copy takes ${toCost(index)}.`;
    actions.replaceChildren(createButton('Keep the guide in this browser', () => void keep(index)));
  } else if (kept && index && index.version !== kept) {
    status.textContent = `The guide is kept, and the site has a newer version: ${toCost(index)}.`;
    actions.replaceChildren(
      createButton('Load the newer version', () => void keep(index)),
      remove,
    );
  } else {
    status.textContent = index
      ? 'The whole guide is kept in this browser, in the newest version. It opens without a network.'
      : 'The whole guide is kept in this browser. You are offline now, so a newer version cannot be looked for.';
    actions.replaceChildren(remove);
  }
};

if (place) {
  status.tabIndex = -1;
  place.append(status, bar, actions);
  if (new URLSearchParams(location.search).has('missing'))
    place.prepend(
      create('p', {
        role: 'alert',
        textContent: 'What you asked for is not in the copy, and there is no network now.',
      }),
    );
  const obstacle = findObstacle();
  if (obstacle) status.textContent = obstacle;
  else
    show().catch(() => {
      status.textContent =
        'This browser does not let the guide keep anything, so it cannot keep a copy. It may block the data of sites.';
    });
}
