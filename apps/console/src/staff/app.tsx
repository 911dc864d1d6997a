import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { CrashBoundary } from '../parts/crash-boundary.js';
import { useWords, WordsProvider } from '../words/staff-words.js';
import { CasePage } from './cases/case-page.js';
import { CasesPage } from './cases/cases-page.js';
import { DeskPage } from './desk/desk-page.js';
import { RegisterPage } from './desk/register-page.js';
import { DisputePage } from './disputes/dispute-page.js';
import { DisputesPage } from './disputes/disputes-page.js';
import { EmergenciesPage } from './emergencies/emergencies-page.js';
import { EmergencyPage } from './emergencies/emergency-page.js';
import { ExposurePage } from './exposures/exposure-page.js';
import { ExposuresPage } from './exposures/exposures-page.js';
import { Frame } from './frame/frame.js';
import { menuOf } from './frame/menu.js';
import { InsightsPage } from './insights/insights-page.js';
import { PeriodicReportPage } from './insights/periodic-report-page.js';
import { LinkingPage } from './linking/linking-page.js';
import { OpsPage } from './ops/ops-page.js';
import { PageHead } from './parts/page.js';
import { Empty } from './parts/states.js';
import { AccountPage } from './penalties/account-page.js';
import { PenaltiesPage } from './penalties/penalties-page.js';
import { PenaltyPage } from './penalties/penalty-page.js';
import { DefectsPage } from './projects/defects-page.js';
import { ProjectPage } from './projects/project-page.js';
import { ProjectsPage } from './projects/projects-page.js';
import { RankingsPage } from './rankings/rankings-page.js';
import { ReportPage } from './reports/report-page.js';
import { ReportTaskPage } from './reports/report-task-page.js';
import { ReportsPage } from './reports/reports-page.js';
import { ConfirmDialog } from './session/confirm-dialog.js';
import { useSession } from './session/session.js';
import { SignInDialog, SignInPage } from './session/sign-in.js';
import { ParametersPage } from './studio/parameters-page.js';
import { RulebookPage } from './studio/rulebook-page.js';
import { TasksPage } from './tasks/tasks-page.js';
import { theme } from './theme.js';

const queries = new QueryClient({
  // `request` repeats what may be repeated; a second layer would only multiply it.
  defaultOptions: { queries: { retry: false, staleTime: 5_000 }, mutations: { retry: false } },
});

/** The server writes a fresh nonce into this element for the styles that antd adds (access.md §7). */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;

export function App() {
  return (
    <WordsProvider>
      <Styled>
        <CrashBoundary page={<BrokenPage />}>
          <QueryClientProvider client={queries}>
            <BrowserRouter>
              <Pages />
            </BrowserRouter>
          </QueryClientProvider>
        </CrashBoundary>
      </Styled>
    </WordsProvider>
  );
}

function Styled({ children }: { children: ReactNode }) {
  const { language } = useWords();
  return (
    <ConfigProvider
      theme={theme}
      csp={nonce ? { nonce } : undefined}
      locale={language === 'en' ? enUS : zhCN}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  );
}

function Pages() {
  const { user, expired, confirming } = useSession();
  if (!user) return <SignInPage />;
  const menu = menuOf(user);
  const may = (path: string) => menu.some((entry) => entry.path === path);
  return (
    <>
      <Frame user={user} menu={menu}>
        <Routes>
          <Route path="/" element={menu[0] ? <Navigate to={menu[0].path} replace /> : <NothingHere />} />
          {may('/tasks') && <Route path="/tasks/:id?" element={<TasksPage />} />}
          {may('/desk') && <Route path="/desk" element={<DeskPage />} />}
          {may('/tasks') && <Route path="/desk/new" element={<RegisterPage />} />}
          {may('/desk') && <Route path="/desk/linking" element={<LinkingPage />} />}
          {may('/studio/parameters') && <Route path="/studio/parameters" element={<ParametersPage />} />}
          {may('/studio/rulebook') && <Route path="/studio/rulebook" element={<RulebookPage />} />}
          {may('/cases') && <Route path="/cases" element={<CasesPage />} />}
          {may('/cases') && <Route path="/cases/:caseNo" element={<CasePage />} />}
          {may('/insights') && <Route path="/insights" element={<InsightsPage />} />}
          {may('/insights') && <Route path="/insights/reports/:reportNo" element={<PeriodicReportPage />} />}
          {may('/emergencies') && <Route path="/emergencies" element={<EmergenciesPage />} />}
          {may('/cases') && <Route path="/emergency/:caseNo" element={<EmergencyPage />} />}
          {may('/penalties') && <Route path="/penalties" element={<PenaltiesPage />} />}
          {may('/penalties') && <Route path="/penalties/accounts/:account" element={<AccountPage />} />}
          {may('/penalties') && <Route path="/penalties/:penaltyNo" element={<PenaltyPage />} />}
          {may('/exposures') && <Route path="/exposures" element={<ExposuresPage />} />}
          {may('/exposures') && <Route path="/exposures/:exposureNo" element={<ExposurePage />} />}
          {may('/disputes') && <Route path="/disputes" element={<DisputesPage />} />}
          {may('/disputes') && <Route path="/disputes/:disputeNo" element={<DisputePage />} />}
          {may('/rankings') && <Route path="/rankings" element={<RankingsPage />} />}
          {may('/defects') && <Route path="/defects" element={<DefectsPage />} />}
          {may('/projects') && <Route path="/projects" element={<ProjectsPage />} />}
          {may('/projects') && <Route path="/projects/:name" element={<ProjectPage />} />}
          {may('/jb') && <Route path="/jb" element={<ReportsPage />} />}
          {may('/jb') && <Route path="/jb/tasks/:id" element={<ReportTaskPage />} />}
          {may('/jb') && <Route path="/jb/:reportNo" element={<ReportPage />} />}
          {may('/ops') && <Route path="/ops" element={<OpsPage />} />}
          <Route path="*" element={<NotFound />} />
        </Routes>
      </Frame>
      {expired && <SignInDialog />}
      {confirming !== undefined && !expired && <ConfirmDialog name={user.name} />}
    </>
  );
}

function NotFound() {
  const { t } = useWords();
  return (
    <>
      <PageHead title={t('state.missing')} />
      <Empty text={t('state.missingHint')} />
    </>
  );
}

/** A person without a role that this console serves yet. */
function NothingHere() {
  const { t } = useWords();
  return (
    <>
      <PageHead title={t('app.name')} />
      <Empty text={t('state.noPages')} />
    </>
  );
}

function BrokenPage() {
  const { t } = useWords();
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <h1>{t('state.crash')}</h1>
        <p>{t('state.crashHint')}</p>
        <a href="/">{t('state.reopen')}</a>
      </div>
    </main>
  );
}
