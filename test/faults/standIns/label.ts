/** Any label: the fault model reads no words. */
export default 'label';
