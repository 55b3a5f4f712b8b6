/** The authors' vocabulary: what MDX pages can use without importing it, and how plain Markdown is set. */
import Code from './Code.astro';
import Diagram from './Diagram.astro';
import ExamCue from './ExamCue.astro';
import Heading2 from './Heading2.astro';
import Heading3 from './Heading3.astro';
import Pitfall from './Pitfall.astro';
import Retired from './Retired.astro';
import Table from './Table.astro';
import Then from './Then.astro';

export const vocabulary = {
  Diagram,
  ExamCue,
  Pitfall,
  Retired,
  Then,
  h2: Heading2,
  h3: Heading3,
  pre: Code,
  table: Table,
};
