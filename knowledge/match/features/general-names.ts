// Names that faults of every kind end in: they wrap the name that tells, and hardly ever tell themselves.

import { hashText } from './tokens.js';

const names: ReadonlySet<number> = new Set(
  [
    'DeploymentFailed',
    'ResourceDeploymentFailure',
    'InvalidTemplateDeployment',
    'ProvisioningFailed',
    'BadRequest',
    'InvalidParameter',
    'OperationNotAllowed',
    'InternalServerError',
    'FullyQualifiedErrorId',
    'CategoryInfo',
    'MODULE_SET_RESPONSE_ERROR_STATUS',
    'ObjectNotFound',
    'NotSpecified',
  ].map((name) => hashText(name.toLowerCase())),
);

/**
 * True for names of deployments and of error records, and for the class of an exception.
 *
 * @param hash Of the name that ends at `end`.
 */
export function isGeneralName(line: string, hash: number, end: number): boolean {
  return names.has(hash) || line.startsWith('Exception', end - 9);
}
