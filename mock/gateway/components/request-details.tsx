import type { VNode } from 'preact';
import type { ChallengeDisplay, GatewayChallenge } from '../contract.ts';
import { hasHidden } from '../visible-text.ts';
import { Warning } from './icons.tsx';
import { hostOf } from './requester.tsx';
import { SafeText, SafeValue } from './safe-text.tsx';

interface LineGroup {
  label: string;
  values: string[];
}

/** What is approved, word for word and in the order the application's backend can read it too. */
export function RequestDetails({ challenge }: { challenge: GatewayChallenge }): VNode {
  const { display } = challenge;
  return (
    <>
      {display.warnings.map(({ message }) => (
        <div class="message message-warning">
          <Warning />
          <p>
            <SafeText text={message} />
          </p>
        </div>
      ))}
      <dl class="lines">
        {groupLines(challenge).map(line)}
        {display.fee === undefined ? null : (
          <div class="line">
            <dt>Highest fee</dt>
            <dd>
              <SafeText text={`${display.fee.amount} ${display.fee.symbol}`} /> <span class="muted">({display.fee.level})</span>
            </dd>
          </div>
        )}
      </dl>
      {display.decodedCall === undefined ? null : <DecodedCall call={display.decodedCall} />}
      {deceives(display) ? (
        <p class="hint">This request contains characters that are normally invisible. They are written out where they stand.</p>
      ) : null}
      <details class="technical">
        <summary>Technical details</summary>
        <dl class="lines">
          <div class="line line-long">
            <dt>Hash of what you approve</dt>
            <dd>
              <SafeValue value={display.payloadHash} />
            </dd>
          </div>
          <div class="line line-long">
            <dt>Request</dt>
            <dd>
              <SafeValue value={challenge.challengeId} />
            </dd>
          </div>
        </dl>
      </details>
    </>
  );
}

function line({ label, values }: LineGroup): VNode {
  return (
    <div class={isLong(values) ? 'line line-long' : 'line'}>
      <dt>
        <SafeText text={label} />
      </dt>
      {values.map((value) => (
        <dd>
          <SafeValue value={value} />
        </dd>
      ))}
    </div>
  );
}

/** The same on the first of several steps, where the sentence that says what happens is the screen's lead. */
export function OpeningDetails({ challenge }: { challenge: GatewayChallenge }): VNode | null {
  const groups = groupLines(challenge).filter(({ label }) => label !== whatHappens);
  return groups.length === 0 ? null : <dl class="lines">{groups.map(line)}</dl>;
}

/** The sentence that says what happens, if the request has one. */
export function openingLead({ display }: GatewayChallenge): string | undefined {
  return display.lines.find(({ label }) => label === whatHappens)?.value;
}

const whatHappens = 'What happens';

function DecodedCall({ call }: { call: NonNullable<ChallengeDisplay['decodedCall']> }): VNode {
  return (
    <section class="call" aria-label="Contract call">
      <h2>Contract call</h2>
      <p class="call-function code">
        <SafeText text={call.function} />
      </p>
      <dl class="lines">
        {call.arguments.map(({ name, type, value }) => (
          <div class="line line-long">
            <dt>
              <SafeText text={name ?? ''} /> <span class="muted">{type}</span>
            </dt>
            <dd>
              <SafeValue value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Equal labels in a row make one group; what the head of the screen says already is not said twice. */
export function groupLines({ display, application, customer }: GatewayChallenge): LineGroup[] {
  const groups: LineGroup[] = [];
  const names = [hostOf(application.origin), application.origin, application.origin.replace(/^https?:\/\//, '')];
  for (const { label, value } of display.lines) {
    if (label === 'Application' && names.includes(value)) continue;
    if (label === 'Customer' && value === customer.name) continue;
    const last = groups.at(-1);
    if (last?.label === label) last.values.push(value);
    else groups.push({ label, values: [value] });
  }
  return groups;
}

function isLong(values: string[]): boolean {
  return values.length > 1 || values.some((value) => value.length > 30 || value.includes('\n'));
}

function deceives({ title, lines, decodedCall, warnings }: ChallengeDisplay): boolean {
  const texts = [
    title,
    ...lines.flatMap(({ label, value }) => [label, value]),
    ...warnings.map(({ message }) => message),
    ...(decodedCall?.arguments.flatMap(({ name, value }) => [name ?? '', value]) ?? []),
  ];
  return texts.some(hasHidden);
}
