/** What an import keeps: the file as it was sent, its rows once read, the file with the wrong cells marked. */
export type Part = 'sent' | 'rows' | 'marked';
