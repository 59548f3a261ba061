import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ChallengeDisplay, GatewayChallenge } from '../contract.ts';
import { hasHidden } from '../visible-text.ts';
import { BoxedValue, groupLines, LineList, nestLines } from './line-list.tsx';
import { SafeText, SafeValue } from './safe-text.tsx';
import { countText, ScrollBox } from './scroll-box.tsx';
import { Warnings } from './warnings.tsx';

/** What is approved, word for word and in the order the application's backend can read it too. */
export function RequestDetails({ challenge }: { challenge: GatewayChallenge }): VNode {
  // A message can be long: it is not taken apart again with every digit that is typed.
  return useMemo(() => <Details challenge={challenge} />, [challenge]);
}

function Details({ challenge }: { challenge: GatewayChallenge }): VNode {
  const { display, task } = challenge;
  const groups = groupLines(challenge);
  return (
    <>
      <Warnings warnings={display.warnings} />
      <LineList
        label={display.title}
        nodes={task === 'sign-typed-data' ? nestLines(groups) : groups}
        after={display.fee === undefined ? [] : [<Fee fee={display.fee} />]}
      />
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

function Fee({ fee }: { fee: NonNullable<ChallengeDisplay['fee']> }): VNode {
  return (
    <div class="line">
      <dt>
        Network fee <span class="line-aside">at most</span>
      </dt>
      <dd>
        <SafeText text={`${fee.amount} ${fee.symbol}`} />
        <span class="line-aside">
          <SafeText text={fee.level} /> priority
        </span>
      </dd>
    </div>
  );
}

/** The same on the first of several steps, where the sentence that says what happens is the screen's lead. */
export function OpeningDetails({ challenge }: { challenge: GatewayChallenge }): VNode | null {
  const groups = groupLines(challenge).filter(({ label }) => label !== whatHappens);
  return <LineList label={challenge.display.title} nodes={groups} />;
}

/** The sentence that says what happens, if the request has one. */
export function openingLead({ display }: GatewayChallenge): string | undefined {
  return display.lines.find(({ label }) => label === whatHappens)?.value;
}

const whatHappens = 'What happens';

/** Beyond this many arguments the list scrolls in a box. */
const manyArguments = 12;

function DecodedCall({ call }: { call: NonNullable<ChallengeDisplay['decodedCall']> }): VNode {
  const isBoxed = call.arguments.length > manyArguments;
  const list = (
    <dl class="lines">
      {call.arguments.map(({ name = '', type, value }) => (
        <div class="line line-long">
          <dt>
            <SafeText text={name} />{' '}
            <span class="argument-type">
              <SafeText text={type} />
            </span>
          </dt>
          <dd>{isBoxed ? <SafeValue value={value} /> : <BoxedValue label={name} value={value} />}</dd>
        </div>
      ))}
    </dl>
  );
  return (
    <section class="call" aria-label="Contract call">
      <h2>Contract call</h2>
      <p class="call-function code">
        <SafeText text={call.function} />
      </p>
      {isBoxed ? (
        <ScrollBox isTall label="Arguments" extent={countText(call.arguments.length, 'argument')}>
          {list}
        </ScrollBox>
      ) : call.arguments.length === 0 ? null : (
        list
      )}
    </section>
  );
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
