/** One page as a browser without script sees it. */
export interface Page {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly location: string | null;
  readonly text: string;
}

/** A browser's share of the work: cookies for each host, redirects when asked, forms sent as pages send them. */
export class Browser {
  readonly jar = new Map<string, string>();
  /** Every address asked for. */
  readonly visited: string[] = [];

  constructor(private readonly userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0') {}

  /** One request, no redirect followed. */
  async open(
    url: string,
    form?: Readonly<Record<string, string>>,
    headers: Record<string, string> = {},
  ): Promise<Page> {
    this.visited.push(url);
    const { origin, host } = new URL(url);
    const own = [...this.jar].filter(([name]) => name.startsWith(`${host} `));
    const cookie = own.map(([name, value]) => `${name.slice(host.length + 1)}=${value}`).join('; ');
    const sent = form === undefined ? {} : { origin, 'sec-fetch-site': 'same-origin' };
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie, 'user-agent': this.userAgent, ...sent, ...headers },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) this.keep(host, line);
    const location = response.headers.get('location');
    return {
      url,
      status: response.status,
      headers: response.headers,
      location: location === null ? null : new URL(location, url).href,
      text: await response.text(),
    };
  }

  /** As `open`, through every redirect to a page, or to one that leads to `stop`. */
  async visit(url: string, form?: Readonly<Record<string, string>>, stop?: string): Promise<Page> {
    let page = await this.open(url, form);
    for (let hops = 0; page.location !== null && hops < 10; hops += 1) {
      if (stop !== undefined && page.location.startsWith(stop)) break;
      page = await this.open(page.location);
    }
    return page;
  }

  cookie(url: string, name: string): string | null {
    return this.jar.get(`${new URL(url).host} ${name}`) ?? null;
  }

  setCookie(url: string, name: string, value: string): void {
    this.jar.set(`${new URL(url).host} ${name}`, value);
  }

  private keep(host: string, line: string): void {
    const [pair = '', ...attributes] = line.split(';');
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    const isGone = value === '' || attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute));
    if (isGone) this.jar.delete(`${host} ${name}`);
    else this.jar.set(`${host} ${name}`, value);
  }
}

/** The value that a page shows in a field, as text; `null` when the page has no such field. */
export function fieldOf({ text }: Page, name: string): string | null {
  const input = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(text)?.[0];
  if (input !== undefined) return unescaped(/value="([^"]*)"/.exec(input)?.[1] ?? '');
  const area = new RegExp(`<textarea[^>]*name="${name}"[^>]*>([^<]*)</textarea>`).exec(text)?.[1];
  return area === undefined ? null : unescaped(area);
}

export function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
