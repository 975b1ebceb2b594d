import { recordsQuery } from 'c/orgReader';
import { gql } from 'lightning/graphql';

// Only what no save asks: for everything else this page asks the questions of the agents' panel.

export const ACCOUNT_FIELDS = gql`
    query SwitchboardHealthAccountFields {
        uiapi {
            objectInfos(apiNames: ["Account"]) {
                ApiName
                fields {
                    ApiName
                }
            }
        }
    }
`;

export const ANY_LEAD = recordsQuery({
    name: 'SwitchboardHealthLead',
    object: 'Lead',
    which: 'where: { IsConverted: { eq: false } }, first: 1',
    fields: ['Id']
});

export const ANY_ACCOUNT = recordsQuery({
    name: 'SwitchboardHealthAccount',
    object: 'Account',
    which: 'first: 1',
    fields: ['Id']
});
