/** An answer that a customer can give with one tap. */
export interface NumberedAnswer {
    readonly number: string;
    /** `2. Next week` */
    readonly label: string;
}

/** The lines of a text that are numbered from 1, as a list reads on a plain phone. */
export function numberedAnswers(text: string): NumberedAnswer[] {
    const numbered = text.split('\n').flatMap((label) => {
        const number = /^(\d+)\. \S/.exec(label)?.[1];
        return number === undefined ? [] : [{ number, label }];
    });
    return numbered.every(({ number }, at) => number === `${at + 1}`) ? numbered : [];
}
