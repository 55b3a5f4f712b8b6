import { writeSetting } from './storage.ts';

/** Lets the theme button change between light and dark, and remembers the choice. */
export const switchTheme = (): void => {
  document.querySelector('[data-theme-switch]')?.addEventListener('click', () => {
    const { dataset } = document.documentElement;
    const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    dataset['theme'] = (dataset['theme'] ?? system) === 'dark' ? 'light' : 'dark';
    writeSetting('theme', dataset['theme']);
  });
};
