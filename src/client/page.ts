/** What every page does in the browser. Each part finds its own elements and does nothing without them. */
import { watchContents } from './contents.ts';
import { offerToContinue } from './continue.ts';
import { enlargeDiagrams } from './diagram-dialog.ts';
import { prepareFilter } from './filter-rows.ts';
import { highlightSearch } from './highlight.ts';
import { listenToKeys } from './keys.ts';
import { prepareOffline } from './offline.ts';
import { answerQuestions } from './question.ts';
import { recordProgress } from './record.ts';
import { openSearch, prepareSearch } from './search.ts';
import { startStudy } from './study.ts';
import { prepareTerms } from './terms.ts';
import { switchTheme } from './theme.ts';

switchTheme();
prepareSearch();
watchContents();
// Moves text, which would lose its marks.
answerQuestions();
highlightSearch();
prepareTerms();
enlargeDiagrams();
offerToContinue();
prepareFilter();
recordProgress();
listenToKeys(openSearch);
void startStudy();
prepareOffline();
