import { Module } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { ContactPoints } from '#messages';
import { VaultModule } from '#vault';
import { AcceptIssuerLogout } from './accept-issuer-logout.ts';
import { AcceptToken } from './accept-token.ts';
import { BeginSignIn } from './begin-sign-in.ts';
import { EndSession } from './end-session.ts';
import { FinishSignIn } from './finish-sign-in.ts';
import { HeldForms } from './held-forms.ts';
import { IdentityProvider } from './identity-provider.ts';
import { ListSessions } from './list-sessions.ts';
import { ListSignInReports } from './list-sign-in-reports.ts';
import { IssuerSignOut } from './issuer-sign-out.ts';
import { NoteContactPoint } from './note-contact-point.ts';
import { OpenSession } from './open-session.ts';
import { RenewSessionKey } from './renew-session-key.ts';
import { ReportSignIn } from './report-sign-in.ts';
import { ResumeSession } from './resume-session.ts';
import { SessionStillOpen } from './session-still-open.ts';
import { SessionTrail } from './session-trail.ts';
import { SignInAttempts } from './sign-in-attempts.ts';
import { SignOut } from './sign-out.ts';
import { SignOutCutoffs } from './sign-out-cutoffs.ts';
import { SessionRepository } from './store/session.repository.ts';
import { TokenVerifier } from './token-verifier.ts';

/** Bearer tokens, for the API. */
@Module({
  providers: [TokenVerifier, SignOutCutoffs, AcceptToken],
  exports: [TokenVerifier, SignOutCutoffs, AcceptToken],
})
export class TokensModule {}

const USE_CASES = [
  BeginSignIn,
  FinishSignIn,
  ResumeSession,
  RenewSessionKey,
  SessionStillOpen,
  SignOut,
  ListSessions,
  EndSession,
  AcceptIssuerLogout,
  HeldForms,
  ReportSignIn,
  ListSignInReports,
];

const PARTS = [
  ...[IdentityProvider, IssuerSignOut, OpenSession, SessionRepository, SessionTrail, SignInAttempts],
  ...[ContactPoints, NoteContactPoint],
];

/** Sessions, for the pages. */
@Module({
  imports: [TokensModule, VaultModule],
  providers: [AuditTrail, ...PARTS, ...USE_CASES],
  exports: USE_CASES,
})
export class SignInModule {}
