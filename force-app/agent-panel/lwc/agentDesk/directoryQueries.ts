import { gql } from 'lightning/graphql';

export const TARGETS_TYPE = 'Switchboard_Transfer_Target__mdt';
export const STATUSES_TYPE = 'Switchboard_Agent_Status__mdt';

export const TARGETS_QUERY = gql`
    query SwitchboardTransferTargets {
        uiapi {
            query {
                Switchboard_Transfer_Target__mdt(first: 2000) {
                    edges {
                        node {
                            DeveloperName {
                                value
                            }
                            MasterLabel {
                                value
                            }
                            Kind__c {
                                value
                            }
                            Address__c {
                                value
                            }
                            Pinned__c {
                                value
                            }
                            Order__c {
                                value
                            }
                            Active__c {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

export const STATUSES_QUERY = gql`
    query SwitchboardAgentStatuses {
        uiapi {
            query {
                Switchboard_Agent_Status__mdt(first: 2000) {
                    edges {
                        node {
                            DeveloperName {
                                value
                            }
                            MasterLabel {
                                value
                            }
                            Status__c {
                                value
                            }
                            Order__c {
                                value
                            }
                            Active__c {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;
