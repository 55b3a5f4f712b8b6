import type { StudyIndex } from '../../lib/study-index.ts';

/** What the page itself says about the guide's questions. */
export const studyIndex = JSON.parse(document.getElementById('study-index')?.textContent ?? '{}') as StudyIndex;
