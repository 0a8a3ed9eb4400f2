import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { seesWholeList, WorklistChanges } from '#decisions';
import { type Session, SessionStillOpen } from '#sign-in';

/** So many of one person at once: more are lost tabs, and browsers themselves open no more than six. */
const MOST_OF_A_PERSON = 4;
/** So many in one process; whoever comes after them refreshes by hand. */
const MOST_AT_ALL = 1_000;
/** Well within the half minute after which a silent connection is closed, and soon enough after somebody signs out. */
const HEARTBEAT_MS = 5_000;
/** Changes that come in a row are told together. */
const TOGETHER_MS = 300;

interface Stream {
  readonly session: Session;
  readonly reply: FastifyReply;
  /** The queue that the screen shows; null for all that the person sees. */
  readonly team: string | null;
  waiting: number;
  timer: NodeJS.Timeout | null;
}

/** The open screens that want to know when their list changes. They are told that it did, never what. */
@Injectable()
export class ChangeStreams implements OnModuleDestroy {
  private readonly streams = new Set<Stream>();
  private stopHearing: (() => void) | null = null;
  private heartbeat: NodeJS.Timeout | null = null;

  constructor(
    private readonly changes: WorklistChanges,
    private readonly sessionStillOpen: SessionStillOpen,
  ) {}

  /** Answers with a stream that stays open; false, with nothing answered, when there are too many. */
  open(session: Session, reply: FastifyReply, team: string | null): boolean {
    const ofPerson = [...this.streams].filter((other) => other.session.actor.id === session.actor.id);
    if (ofPerson.length >= MOST_OF_A_PERSON || this.streams.size >= MOST_AT_ALL) return false;
    const stream: Stream = { session, reply, team, waiting: 0, timer: null };
    reply.hijack();
    const headers = { 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' };
    reply.raw.writeHead(200, { ...(reply.getHeaders() as Record<string, string>), ...headers });
    reply.raw.write('retry: 5000\n\n');
    this.streams.add(stream);
    reply.raw.on('close', () => {
      this.close(stream);
    });
    this.start();
    return true;
  }

  onModuleDestroy(): void {
    for (const stream of this.streams) this.close(stream);
  }

  private start(): void {
    this.stopHearing ??= this.changes.hear(({ authorityId, queue }) => {
      for (const stream of this.streams) if (concerns(stream, authorityId, queue)) this.note(stream);
    });
    this.heartbeat ??= setInterval(() => {
      for (const stream of this.streams) void this.check(stream);
    }, HEARTBEAT_MS);
  }

  private note(stream: Stream): void {
    stream.waiting += 1;
    stream.timer ??= setTimeout(() => {
      stream.reply.raw.write(`event: changed\ndata: ${String(stream.waiting)}\n\n`);
      stream.waiting = 0;
      stream.timer = null;
    }, TOGETHER_MS);
  }

  /** A session that has ended takes its screens with it. */
  private async check(stream: Stream): Promise<void> {
    const isOpen = await this.sessionStillOpen.execute(stream.session).catch(() => true);
    if (isOpen) {
      stream.reply.raw.write(': still here\n\n');
      return;
    }
    stream.reply.raw.write('event: over\ndata: 1\n\n');
    this.close(stream);
  }

  private close(stream: Stream): void {
    if (!this.streams.delete(stream)) return;
    if (stream.timer !== null) clearTimeout(stream.timer);
    stream.reply.raw.end();
    if (this.streams.size > 0) return;
    if (this.heartbeat !== null) clearInterval(this.heartbeat);
    this.stopHearing?.();
    this.heartbeat = null;
    this.stopHearing = null;
  }
}

/** Whoever sees a part of the list is told of that part. */
function concerns({ session, team }: Stream, authorityId: string | null, queue: string | null): boolean {
  if (authorityId === null || queue === null) return true;
  const { actor } = session;
  if (actor.authorityId !== authorityId || (team !== null && team !== queue)) return false;
  return seesWholeList(actor) || actor.teams.includes(queue);
}
