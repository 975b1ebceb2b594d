import OrgReaderElement from 'c/orgReader';
import type { OrgReader } from 'c/orgReader';
import { createElement } from 'lwc';
import { gql } from 'lightning/graphql';
import { emitData, emitErrors } from '../../../../../test/mocks/lightning/graphql.ts';

function mount(): { element: HTMLElement; reader: OrgReader } {
    const element = createElement('c-org-reader', { is: OrgReaderElement });
    let reader: OrgReader | undefined;
    element.addEventListener('ready', (event) => {
        reader = (event as CustomEvent<{ reader: OrgReader }>).detail.reader;
    });
    document.body.appendChild(element);
    if (reader === undefined) {
        throw new Error('no reader was handed out');
    }
    return { element, reader };
}

afterEach(() => {
    document.body.replaceChildren();
});

it('hands out a reader that asks over its wire', async () => {
    const { element, reader } = mount();
    const answer = reader.query(
        gql`
            query Q {
                uiapi
            }
        `,
        { id: 1 }
    );
    await Promise.resolve();
    emitData({ uiapi: 'now' });
    await expect(answer).resolves.toEqual({ uiapi: 'now' });
    await expect(element).toBeAccessible();
});

it('a refused query reaches who asked', async () => {
    const { reader } = mount();
    const answer = reader.query(gql`
        query Q {
            uiapi
        }
    `);
    await Promise.resolve();
    emitErrors([{ message: 'no such field' }]);
    await expect(answer).rejects.toMatchObject({ failure: 'refused', message: 'no such field' });
});

it('whoever still waits is told when the page is left', async () => {
    const { element, reader } = mount();
    const answer = reader
        .query(gql`
            query Q {
                uiapi
            }
        `)
        .catch((error: unknown) => error);
    element.remove();
    expect(await answer).toMatchObject({ failure: 'offline' });
});
