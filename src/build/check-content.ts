/** `npm run check:content`: tells authors all that is wrong with content/. */
import { checkContent } from './checks/index.ts';
import { renderReport } from './report.ts';

const issues = checkContent(process.cwd());
if (issues.length > 0) {
  console.error(renderReport(issues));
  process.exitCode = 1;
} else console.log('Content: no problems.');
