/** The folder in which the site stands, with its closing slash. Every page names it, so that one build works anywhere. */
export const root = new URL(document.documentElement.dataset['root'] ?? './', location.href).href;
