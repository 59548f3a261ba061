import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { normaliseAnswer } from '../../protocol/answers.ts';
import type { ScreenProps } from '../app.tsx';
import { Exits } from '../components/actions.tsx';
import { Submit } from '../components/button.tsx';
import { FlowMessage } from '../components/message.tsx';
import { OpeningDetails, openingLead } from '../components/request-details.tsx';
import { SafeText } from '../components/safe-text.tsx';
import { Screen } from '../components/screen.tsx';
import { TextField } from '../components/text-field.tsx';

/** What happens, in the words of the request, and how it begins. */
function Lead({ flow: { challenge } }: Pick<ScreenProps, 'flow'>): VNode {
  const opening = challenge === undefined ? undefined : openingLead(challenge);
  return (
    <>
      {opening === undefined ? null : <SafeText text={opening} />} First answer the questions you chose when you set up recovery.
    </>
  );
}

/** The two answers that let a user who forgot the PIN choose a new one. */
export function ProveQuestionsScreen(props: ScreenProps): VNode {
  const { flow, session, dispatch } = props;
  const { draft, challenge, busy } = flow;
  const [mistakes, setMistakes] = useState<readonly [boolean, boolean]>([false, false]);

  useEffect(() => {
    if (flow.notice !== undefined) document.getElementById('answer-0')?.focus();
  }, [flow.noticeNumber]);

  function submit(event: Event): void {
    event.preventDefault();
    if (busy !== undefined) return;
    const empty = draft.answers.map((answer) => normaliseAnswer(answer) === '');
    setMistakes([empty[0] ?? false, empty[1] ?? false]);
    const first = empty.indexOf(true);
    if (first >= 0) return document.getElementById(`answer-${first}`)?.focus();
    void session.answerQuestions();
  }

  return (
    <Screen flow={flow} withRequester title={challenge?.display.title ?? 'Reset your PIN'} lead={<Lead flow={flow} />}>
      {challenge === undefined ? null : <OpeningDetails challenge={challenge} />}
      <form class="form" noValidate onSubmit={submit}>
        {(challenge?.recovery.questions ?? []).map(({ text }, index) => (
          <TextField
            id={`answer-${index}`}
            label={text}
            value={draft.answers[index] ?? ''}
            mistake={mistakes[index] === true ? 'Enter your answer.' : undefined}
            isBusy={busy !== undefined}
            onValue={(value) =>
              dispatch({ type: 'drafted', draft: { answers: index === 0 ? [value, draft.answers[1]] : [draft.answers[0], value] } })
            }
          />
        ))}
        <FlowMessage flow={flow} id="answers-message" />
        <Submit flow={flow}>Continue</Submit>
        <Exits {...props} />
      </form>
    </Screen>
  );
}
