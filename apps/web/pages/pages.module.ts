import { Global, Module } from '@nestjs/common';
import { Cookies } from '../door/cookies.ts';
import { Pages } from './pages.ts';

/** What every area's pages need. */
@Global()
@Module({ providers: [Pages, Cookies], exports: [Pages, Cookies] })
export class PagesModule {}
