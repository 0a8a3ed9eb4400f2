import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Action, mayEver } from '#access-policy';
import { Forecast } from '#clocks';
import { languageOf, wordsOf } from '../door/language.ts';
import { personAt } from '../door/visit.ts';
import { Pages } from '../pages/pages.ts';
import type { Words } from '../words/words.ts';
import { presentForecast } from './forecast.presenter.ts';
import { namesOf } from './names.ts';

type LinkName = keyof Words['oversight']['index']['links'];

interface Link {
  readonly name: LinkName;
  readonly href: string;
  readonly access: Action;
}

/** Everything that managers and auditors look over, by what it is about. */
const GROUPS: readonly { readonly title: 'decisions' | 'people' | 'records'; readonly links: readonly Link[] }[] = [
  {
    title: 'decisions',
    links: [
      { name: 'decisions', href: '/decisions', access: 'audit.read' },
      { name: 'overrides', href: '/oversight/overrides', access: 'audit.read' },
      { name: 'quality', href: '/quality', access: 'quality.read' },
      { name: 'breaches', href: '/oversight/breaches', access: 'audit.read' },
      { name: 'forecast', href: '/forecast', access: 'forecast.read' },
    ],
  },
  {
    title: 'people',
    links: [
      { name: 'access', href: '/access', access: 'audit.read' },
      { name: 'alerts', href: '/alerts', access: 'alert.handle' },
      { name: 'breakGlass', href: '/break-glass-reviews', access: 'break_glass.review' },
      { name: 'signIns', href: '/sign-in-reports', access: 'audit.read' },
    ],
  },
  {
    title: 'records',
    links: [
      { name: 'disposals', href: '/disposals', access: 'disposal.read' },
      { name: 'holds', href: '/legal-holds', access: 'disposal.read' },
    ],
  },
];

@Controller()
export class OversightController {
  constructor(
    private readonly forecast: Forecast,
    private readonly pages: Pages,
  ) {}

  @Get('oversight')
  index(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const actor = personAt(request);
    const { index } = wordsOf(request).oversight;
    const groups = GROUPS.map(({ title, links }) => ({
      title: index[title],
      links: links
        .filter(({ access }) => mayEver(actor, access))
        .map(({ name, href }) => ({ href, title: index.links[name][0], text: index.links[name][1] })),
    }));
    this.pages.send(request, reply, 'oversight/index.njk', { groups });
  }

  @Get('forecast')
  async showForecast(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const actor = personAt(request);
    const forecast = await this.forecast.execute(actor);
    const view = presentForecast(forecast, namesOf(actor.authorityId), languageOf(request), wordsOf(request));
    this.pages.send(request, reply, 'oversight/forecast.njk', { view });
  }
}
