/** The formats that the bridge brings to customers, if need be as text. Salesforce sends no others. */
export const FORMATS = {
    StaticContentMessage: ['Text', 'Attachments', 'Links', 'RichLink', 'Media', 'WebView', 'Application'],
    ChoicesMessage: ['Buttons', 'QuickReplies', 'ListPicker', 'Carousel', 'TimePicker'],
    FormMessage: ['Inputs']
} as const;
