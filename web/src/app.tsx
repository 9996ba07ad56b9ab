/** The web app: one page for each route, each loaded when it is first opened. */
import { Navigate, Route, Router } from '@solidjs/router';
import {
  MutationCache,
  QueryCache,
  QueryClient,
  QueryClientProvider,
  replaceEqualDeep,
} from '@tanstack/solid-query';
import { lazy, Suspense } from 'solid-js';
import { render } from 'solid-js/web';
import { keptLanguage, useLanguage, withMore } from './i18n/language.ts';
import { readKept, writeKept } from './parts/kept.ts';
import { Shell } from './parts/shell/shell.tsx';
import { startTheme } from './parts/theme.ts';
import { problemOf } from './problem.ts';
import { queries } from './queries.ts';
import './style/base.css';

const SignIn = lazy(() => import('./pages/sign-in/sign-in.tsx'));
const Phone = lazy(() => import('./pages/phone/phone.tsx'));
const Overview = lazy(() => import('./pages/overview/overview.tsx'));
const Tasks = lazy(() => import('./pages/tasks/tasks.tsx'));
const Task = lazy(() => import('./pages/task/task.tsx'));
const Wordings = lazy(() => import('./pages/wordings/wordings.tsx'));
const Paste = lazy(() => import('./pages/paste/paste.tsx'));
const Verify = lazy(() => import('./pages/verify/verify.tsx'));
const Ranking = lazy(() => import('./pages/ranking/ranking.tsx'));
const Assessment = lazy(() => withMore(() => import('./pages/assessment/assessment.tsx')));
const Values = lazy(() => import('./pages/assessment/values/values.tsx'));
const Years = lazy(() => import('./pages/assessment/years/years.tsx'));
const Year = lazy(() => import('./pages/assessment/years/year.tsx'));
const AnnualProgress = lazy(() => import('./pages/assessment/years/progress.tsx'));
const AnnualSelf = lazy(() => import('./pages/assessment/years/self.tsx'));
const AnnualBench = lazy(() => import('./pages/assessment/years/bench.tsx'));
const AnnualNotice = lazy(() => import('./pages/assessment/years/notice.tsx'));
const AnnualSign = lazy(() => import('./pages/assessment/years/sign.tsx'));
const Schemes = lazy(() => import('./pages/assessment/schemes/schemes.tsx'));
const SchemePage = lazy(() => import('./pages/assessment/schemes/scheme.tsx'));
const UnitPage = lazy(() => import('./pages/unit/unit.tsx'));
const Bulletins = lazy(() => import('./pages/bulletins/bulletins.tsx'));
const Bulletin = lazy(() => import('./pages/bulletins/bulletin.tsx'));
const Practices = lazy(() => import('./pages/practices/practices.tsx'));
const Chat = lazy(() => import('./pages/chat/chat.tsx'));
const Admin = lazy(() => withMore(() => import('./pages/admin/admin.tsx')));
const AdminCalendar = lazy(() => import('./pages/admin/calendar/calendar.tsx'));
const AdminChannels = lazy(() => import('./pages/admin/channels/channels.tsx'));
const AdminRooms = lazy(() => import('./pages/admin/rooms/rooms.tsx'));
const AdminBurden = lazy(() => import('./pages/admin/burden/burden.tsx'));
const AdminJobs = lazy(() => import('./pages/admin/jobs/jobs.tsx'));
const Orders = lazy(() => import('./pages/orders/orders.tsx'));
const Order = lazy(() => import('./pages/order/order.tsx'));
const Inspections = lazy(() => import('./pages/inspections/inspections.tsx'));
const Inspection = lazy(() => import('./pages/inspection/inspection.tsx'));
const CheckLists = lazy(() => import('./pages/check-lists/check-lists.tsx'));
const CheckList = lazy(() => import('./pages/check-lists/check-list.tsx'));
const Password = lazy(() => import('./pages/password/password.tsx'));
const NotFound = lazy(() => import('./pages/not-found/not-found.tsx'));

/** A session that ended while a page was open shows at the next question: ask who is signed in. */
const onError = (error: unknown): void => {
  if (problemOf(error).status === 401) void client.resetQueries({ queryKey: queries.me().queryKey });
};

const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (query.queryKey[0] !== 'me') onError(error);
    },
  }),
  mutationCache: new MutationCache({
    onError: (error, _fields, _context, mutation) => {
      if (mutation.options.mutationKey?.[0] !== 'sign-in') onError(error);
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      /**
       * What is as it was in a fresh answer stays the same object, so that the rows made of it stay: news takes the
       * focus from nobody.
       */
      reconcile: <T,>(before: T, fresh: T): T => replaceEqualDeep(before, fresh),
      /** What was refused stays refused; what did not arrive is tried twice more. */
      retry: (times, error) => times < 2 && problemOf(error).status === 0,
    },
  },
});

function App() {
  return (
    <QueryClientProvider client={client}>
      <Router scrollRestoration root={(props) => <Suspense>{props.children}</Suspense>}>
        <Route path="/sign-in" component={SignIn} />
        <Route path="/m/:token" component={Phone} />
        <Route path="/" component={Shell}>
          <Route path="/" component={Overview} />
          <Route path="/tasks" component={Tasks} />
          <Route path="/tasks/:id" component={Task} />
          <Route path="/wordings" component={Wordings} />
          <Route path="/paste" component={Paste} />
          <Route path="/verify" component={Verify} />
          <Route path="/ranking" component={Ranking} />
          <Route path="/units/:id" component={UnitPage} />
          <Route path="/assessment" component={Assessment}>
            <Route path="/" component={() => <Navigate href="/assessment/schemes" />} />
            <Route path="/schemes" component={Schemes} />
            <Route path="/values" component={Values} />
            <Route path="/years" component={Years} />
            <Route path="/years/:year" component={Year}>
              <Route path="/" component={AnnualProgress} />
              <Route path="/self" component={AnnualSelf} />
              <Route path="/bench" component={AnnualBench} />
              <Route path="/notice" component={AnnualNotice} />
              <Route path="/sign" component={AnnualSign} />
            </Route>
            <Route path="/schemes/:id" component={SchemePage} />
          </Route>
          <Route path="/bulletins" component={Bulletins} />
          <Route path="/bulletins/:id" component={Bulletin} />
          <Route path="/practices" component={Practices} />
          <Route path="/chat" component={Chat} />
          <Route path="/admin" component={Admin}>
            <Route path="/" />
            <Route path="/calendar" component={AdminCalendar} />
            <Route path="/jobs" component={AdminJobs} />
            <Route path="/channels" component={AdminChannels} />
            <Route path="/rooms" component={AdminRooms} />
            <Route path="/burden" component={AdminBurden} />
          </Route>
          <Route path="/orders" component={Orders} />
          <Route path="/orders/:id" component={Order} />
          <Route path="/inspections" component={Inspections} />
          <Route path="/inspections/lists" component={CheckLists} />
          <Route path="/inspections/lists/:id" component={CheckList} />
          <Route path="/inspections/:id" component={Inspection} />
          <Route path="/password" component={Password} />
          <Route path="*" component={NotFound} />
        </Route>
      </Router>
    </QueryClientProvider>
  );
}

/** When this page was last loaded anew for the sake of a newer release. */
const RELOADED = 'duban.reloaded';
const PATIENCE_MS = 60_000;

/** After a new release an open page asks for parts that are gone: it is loaded anew, but not again and again. */
window.addEventListener('vite:preloadError', (event) => {
  const last = Number(readKept(RELOADED) ?? 0);
  if (Date.now() - last < PATIENCE_MS) return;
  event.preventDefault();
  writeKept(RELOADED, String(Date.now()));
  location.reload();
});

startTheme();
void useLanguage(keptLanguage()).then(() => {
  const place = document.getElementById('app');
  if (place !== null) render(App, place);
});
