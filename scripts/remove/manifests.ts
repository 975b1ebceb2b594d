/** Stages as destructive deployments of the Metadata API. */
import '../sf/noLogFile.ts';
import { ComponentSet, DestructiveChangesType } from '@salesforce/source-deploy-retrieve';
import type { Component } from './components.ts';

export interface Manifest {
    readonly name: 'destructiveChanges.xml' | 'package.xml';
    readonly text: string;
}

/** The deletions of one stage, and the manifest without components that has to stand beside them. */
export async function manifestsOf(stage: readonly Component[], apiVersion: string): Promise<Manifest[]> {
    const set = new ComponentSet();
    set.sourceApiVersion = apiVersion;
    for (const { type, name } of stage) set.add({ type, fullName: name }, DestructiveChangesType.POST);
    const empty = new ComponentSet();
    empty.sourceApiVersion = apiVersion;
    return [
        { name: 'destructiveChanges.xml', text: await set.getPackageXml(4, DestructiveChangesType.POST) },
        { name: 'package.xml', text: await empty.getPackageXml(4) }
    ];
}
