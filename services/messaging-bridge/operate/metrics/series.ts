/** One number of one metric. */
export interface Sample {
    readonly labels?: Readonly<Record<string, string>>;
    readonly value: number;
}

export interface Series {
    /** With its unit: `bridge_oldest_waiting_seconds`. */
    readonly name: string;
    readonly help: string;
    readonly type: 'counter' | 'gauge';
    readonly samples: readonly Sample[];
}

/** The text format that Prometheus reads (version 0.0.4). */
export const PROMETHEUS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

export function prometheusText(all: readonly Series[]): string {
    return all
        .map(({ help, name, samples, type }) => {
            const lines = samples.map(({ labels = {}, value }) => `${name}${labelsText(labels)} ${value}\n`);
            return `# HELP ${name} ${help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}\n# TYPE ${name} ${type}\n${lines.join('')}`;
        })
        .join('');
}

function labelsText(labels: Readonly<Record<string, string>>): string {
    const pairs = Object.entries(labels).map(
        ([key, value]) => `${key}="${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`
    );
    return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}
