import { type Page, unescaped } from './browser.ts';

type Fields = Record<string, string>;

/** The fields of a page's form as a browser without script would send them; one value for each name. */
export function formOn({ text }: Page, action: string): Fields {
  const start = text.indexOf(`action="${action}"`);
  if (start === -1) throw new Error(`The page has no form for ${action}.`);
  const form = text.slice(start, text.indexOf('</form>', start));
  return { ...inputsIn(form), ...areasIn(form), ...selectsIn(form) };
}

function inputsIn(form: string): Fields {
  const inputs = [...form.matchAll(/<input\b[^>]*>/g)].map(([tag]) => tag);
  const sent = inputs.filter((tag) => !/type="(?:checkbox|radio)"/.test(tag) || /\schecked\b/.test(tag));
  return Object.fromEntries(sent.map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')]));
}

function areasIn(form: string): Fields {
  const areas = [...form.matchAll(/<textarea\b([^>]*)>([^<]*)<\/textarea>/g)];
  return Object.fromEntries(
    areas.map(([, tag = '', text = '']) => [attribute(tag, 'name'), unescaped(text).replace(/^\n/, '')]),
  );
}

function selectsIn(form: string): Fields {
  const selects = [...form.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)];
  return Object.fromEntries(
    selects.map(([, tag = '', inner = '']) => {
      const options = [...inner.matchAll(/<option\b[^>]*>/g)].map(([option]) => option);
      const chosen = options.find((option) => /\sselected\b/.test(option)) ?? options[0] ?? '';
      return [attribute(tag, 'name'), attribute(chosen, 'value')];
    }),
  );
}

function attribute(tag: string, name: string): string {
  return unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}
