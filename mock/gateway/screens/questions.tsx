import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { normaliseAnswer } from '../../protocol/answers.ts';
import type { ScreenProps } from '../app.tsx';
import { Exits } from '../components/actions.tsx';
import { Submit } from '../components/button.tsx';
import { FlowMessage } from '../components/message.tsx';
import { Screen } from '../components/screen.tsx';
import { TextField } from '../components/text-field.tsx';

type Position = 0 | 1;
const positions: readonly Position[] = [0, 1];
const ordinals = ['First', 'Second'] as const;

/** The choice of two questions, and their answers. */
export function QuestionsScreen(props: ScreenProps): VNode {
  const { flow, session, dispatch } = props;
  const { draft, challenge, busy } = flow;
  const [mistakes, setMistakes] = useState<Record<string, string>>({});
  const catalogue = challenge?.recovery.questionCatalogue ?? [];

  useEffect(() => {
    document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [mistakes]);

  function put<Item>(pair: readonly [Item, Item], position: Position, value: Item): [Item, Item] {
    return position === 0 ? [value, pair[1]] : [pair[0], value];
  }

  function submit(event: Event): void {
    event.preventDefault();
    if (busy !== undefined) return;
    const found: Record<string, string> = {};
    for (const position of positions) {
      if (draft.questionIds[position] === '') found[`question-${position}`] = 'Choose a question.';
      if (normaliseAnswer(draft.answers[position]) === '') found[`answer-${position}`] = 'Enter your answer.';
    }
    const [first, second] = draft.answers.map(normaliseAnswer);
    if (first !== '' && first === second) found['answer-1'] = 'Give two different answers.';
    setMistakes(found);
    if (Object.keys(found).length === 0) void session.chooseQuestions();
  }

  return (
    <Screen
      flow={flow}
      withRequester
      title="Security questions"
      lead="Choose two questions. Capital letters and extra spaces in your answers do not matter."
    >
      <form class="form" noValidate onSubmit={submit}>
        {positions.map((position) => {
          const other = draft.questionIds[position === 0 ? 1 : 0];
          const mistake = mistakes[`question-${position}`];
          return (
            <fieldset class="question">
              <legend class="spoken">{ordinals[position]} question</legend>
              <div class="field">
                <label for={`question-${position}`}>{ordinals[position]} question</label>
                <select
                  id={`question-${position}`}
                  aria-invalid={mistake !== undefined}
                  aria-describedby={mistake === undefined ? undefined : `question-${position}-mistake`}
                  value={draft.questionIds[position]}
                  onChange={(event) =>
                    dispatch({ type: 'drafted', draft: { questionIds: put(draft.questionIds, position, event.currentTarget.value) } })
                  }
                >
                  <option value="" disabled>
                    Choose a question
                  </option>
                  {catalogue
                    .filter(({ questionId }) => questionId !== other)
                    .map(({ questionId, text }) => (
                      <option value={questionId}>{text}</option>
                    ))}
                </select>
                {mistake === undefined ? null : (
                  <p class="mistake" role="alert" id={`question-${position}-mistake`}>
                    {mistake}
                  </p>
                )}
              </div>
              <TextField
                id={`answer-${position}`}
                label="Your answer"
                value={draft.answers[position]}
                mistake={mistakes[`answer-${position}`]}
                isBusy={busy !== undefined}
                onValue={(value) => dispatch({ type: 'drafted', draft: { answers: put(draft.answers, position, value) } })}
              />
            </fieldset>
          );
        })}
        <FlowMessage flow={flow} id="questions-message" />
        <Submit flow={flow}>{challenge?.action === 'set-pin' ? 'Finish' : 'Continue'}</Submit>
        <Exits {...props} />
      </form>
    </Screen>
  );
}
