/** Tells a reader of a kept copy, at most once an hour, that the site has a newer version. Pages never change by themselves. */
import { create } from './create.ts';
import { showNotice } from './notice.ts';
import { fetchIndex, findKeptVersion, keepCopy } from './offline-copy.ts';
import { readSetting, writeSetting } from './storage.ts';

const hour = 3_600_000;

const isAskedLately = (): boolean => Date.now() - Number(readSetting('offline-asked') ?? 0) < hour;

const offer = async (): Promise<void> => {
  const kept = await findKeptVersion();
  if (!kept || isAskedLately() || document.querySelector('[data-offline]')) return;
  writeSetting('offline-asked', String(Date.now()));
  const index = await fetchIndex();
  if (index.version === kept) return;
  const button = create('button', { className: 'tool', textContent: 'Load it' });
  const notice = showNotice(`A newer version of the guide is there (${(index.bytes / 1e6).toFixed(1)} MB).`, button);
  button.addEventListener('click', async () => {
    button.disabled = true;
    button.textContent = 'Loading …';
    try {
      await keepCopy(index, () => undefined);
      notice.remove();
      const reload = create('button', { className: 'tool', textContent: 'Reload this page' });
      reload.addEventListener('click', () => location.reload());
      showNotice('The newer version is kept. Pages that you open from now on are new.', reload);
    } catch {
      notice.remove();
      showNotice('The newer version could not be loaded; the guide that you have stays.');
    }
  });
};

// Without a network there is no news.
offer().catch(() => undefined);
