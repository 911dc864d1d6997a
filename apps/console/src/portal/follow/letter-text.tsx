/** Addresses of this site inside a letter, such as that of a questionnaire, can be pressed; every other text stays text. */
export function LetterText({ text }: { text: string }) {
  return (
    <p className="their-text">
      {text.split(/(https?:\/\/\S+)/).map((part, place) =>
        part.startsWith(`${location.origin}/`) ? (
          <a key={place} href={part}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  );
}
