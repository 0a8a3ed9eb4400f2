import type { SignedCertificate } from '#retention';
import { escapeHtml, pageOf } from '../service/media.ts';

/** The certificate as a page to print. */
export function certificatePage({ certificate, signature, auditEventId }: SignedCertificate): string {
  const facts: [string, string][] = [
    ['Authority', certificate.authorityName],
    ['Disposal', certificate.disposalId],
    ['Due on', certificate.dueOn],
    ['Asked for by', `${certificate.requested.by}, ${certificate.requested.at}`],
    ['Approved by', `${certificate.approved.by}, ${certificate.approved.at}`],
    ['Finished', certificate.finishedAt],
    ['Records destroyed', String(certificate.destroyed)],
    ['Taken out of the list by a person', String(certificate.kept)],
    ['Not destroyed when their turn came', String(certificate.skipped)],
    ['SHA-256 of the retention schedule', certificate.scheduleSha256],
    ['SHA-256 of the list below', certificate.listSha256],
    ['Audit event', auditEventId ?? 'none'],
    [
      'Signature',
      signature === null ? 'None: the audit log is the proof.' : `${signature.algorithm} ${signature.value}`,
    ],
    ['Key', signature?.keyId ?? 'none'],
  ];
  const rules = certificate.byRule.map(({ ruleId, source, destroyed }) => [ruleId, source ?? '', String(destroyed)]);
  const hashes = certificate.referenceHashes.map((hash) => `<li><code>${escapeHtml(hash)}</code></li>`);
  return pageOf(
    'Certificate of disposal',
    `<dl>${facts.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`).join('\n')}</dl>
<h2>By rule</h2>
<table><thead><tr><th>Rule</th><th>Rests on</th><th>Records</th></tr></thead><tbody>
${rules.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('\n')}
</tbody></table>
<h2>Records destroyed</h2>
<p>The SHA-256 of each reference, in order. Whoever holds a reference can tell whether it is among them.</p>
<ol>${hashes.join('\n')}</ol>`,
  );
}
