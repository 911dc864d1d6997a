import { BrowserRouter, Link, Route, Routes } from 'react-router';
import { CrashBoundary } from '../parts/crash-boundary.js';
import { useWords, WordsProvider } from '../words/portal-words.js';
import { FilePage } from './file/file-page.js';
import { FollowPage } from './follow/follow-page.js';
import { HomePage } from './home/home-page.js';
import { HowPage } from './how/how-page.js';
import { Page } from './page.js';
import { QuestionnairePage } from './questionnaire/questionnaire-page.js';
import { PublishedPage } from './published/published-page.js';
import { ReceiptPage } from './receipt/receipt-page.js';

export function App() {
  return (
    <WordsProvider>
      <CrashBoundary page={<BrokenPage />}>
        <BrowserRouter>
          <Routes>
            <Route path="/p" element={<HomePage />} />
            <Route path="/p/file" element={<FilePage />} />
            <Route path="/p/receipt" element={<ReceiptPage />} />
            <Route path="/p/follow" element={<FollowPage />} />
            <Route path="/p/questionnaire" element={<QuestionnairePage />} />
            <Route path="/p/how" element={<HowPage />} />
            <Route path="/p/published" element={<PublishedPage />} />
            <Route path="*" element={<NotFound />} />
          </Routes>
        </BrowserRouter>
      </CrashBoundary>
    </WordsProvider>
  );
}

function NotFound() {
  const { t } = useWords();
  return (
    <Page title={t('app.notFound')}>
      <p>{t('app.notFoundHint')}</p>
      <Link className="button primary" to="/p">
        {t('app.home')}
      </Link>
    </Page>
  );
}

/** What was written lies on the phone. */
function BrokenPage() {
  const { t } = useWords();
  return (
    <main>
      <h1>{t('app.crash')}</h1>
      <p>{t('app.crashHint')}</p>
      <a className="button primary" href="/p">
        {t('app.home')}
      </a>
    </main>
  );
}
