/** Asks whether the addresses that facts cite still answer, politely: hosts at the same time, one request after the other on each. */

/** What came of asking. */
export type Verdict = 'answers' | 'moved' | 'gone' | 'refused' | 'unreachable';

/** An address and what it said. */
export interface Answer {
  readonly url: string;
  readonly verdict: Verdict;
  /** The status, the new address, or the error. */
  readonly detail: string;
}

interface Manner {
  /** The time between two requests to one host, in milliseconds. */
  readonly pause: number;
  /** How long an answer may take, in milliseconds. */
  readonly timeout: number;
  /** Hears of each answer as it comes. */
  readonly tell: (answer: Answer) => void;
}

const wait = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

const request = (url: string, method: string, timeout: number): Promise<Response> =>
  fetch(url, {
    method,
    redirect: 'manual',
    signal: AbortSignal.timeout(timeout),
    headers: { 'user-agent': 'study-guide-freshness (asks once, one request a second)' },
  });

/** Where a permanent redirect leads, when it is more than a slash or a language. */
const toMove = (url: string, response: Response): string | undefined => {
  const target = response.headers.get('location');
  return target && [301, 308].includes(response.status) ? new URL(target, url).href : undefined;
};

const judge = (url: string, response: Response): Answer => {
  const { status } = response;
  const move = toMove(url, response);
  if (move) return { url, verdict: 'moved', detail: move };
  if (status < 400) return { url, verdict: 'answers', detail: String(status) };
  return { url, verdict: status === 404 || status === 410 ? 'gone' : 'refused', detail: String(status) };
};

/** Asks one address; servers that know no HEAD are asked for the page itself. */
const ask = async (url: string, timeout: number): Promise<Answer> => {
  try {
    const head = await request(url, 'HEAD', timeout);
    const response = [403, 405, 501].includes(head.status) ? await request(url, 'GET', timeout) : head;
    await response.body?.cancel();
    return judge(url, response);
  } catch (error) {
    const { name, cause, message } = error as Error & { cause?: { code?: string } };
    const detail = name === 'TimeoutError' ? `no answer in ${timeout / 1000} s` : (cause?.code ?? message);
    return { url, verdict: 'unreachable', detail };
  }
};

/** Asks all addresses. Those of a host whose first two cannot be reached at all are not tried further. */
export const askSources = async (urls: readonly string[], { pause, timeout, tell }: Manner): Promise<Answer[]> => {
  const hosts = Object.values(Object.groupBy(urls, (url) => new URL(url).host));
  const askHost = async (own: readonly string[] = []): Promise<Answer[]> => {
    const answers: Answer[] = [];
    for (const url of own) {
      const isDead = answers.length >= 2 && answers.every(({ verdict }) => verdict === 'unreachable');
      const answer: Answer = isDead
        ? { url, verdict: 'unreachable', detail: 'not tried, its host cannot be reached' }
        : await ask(url, timeout);
      answers.push(answer);
      tell(answer);
      if (!isDead && url !== own.at(-1)) await wait(pause);
    }
    return answers;
  };
  return (await Promise.all(hosts.map(askHost))).flat();
};
