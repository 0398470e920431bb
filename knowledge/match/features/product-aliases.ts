// Names of one product or technology: a paste and an article may call it differently, and a tool or a log file names the
// product that it belongs to.

import { hashPair, hashText } from './tokens.js';

/** A line for each: words, or two words joined by `+` for two that stand side by side. */
const names = `
sccm mecm memcm configmgr configuration+manager cmg management+gateway ccmsetup ccmexec ccm smsts sms smsexec ccmhttp wuahandler distmgr hman wcm wsyncmgr locationservices policyagent execmgr appenforce clientlocation mpcontrol smspxe dataldr scanagent updatesdeployment updateshandler
intune endpoint+manager company+portal companyportal mdm enterprisemgmt
autopilot ztd zero+touch
wsus susdb wsuspool wsusutil wsusservice wsuscontent update+services updateservices wsussetup
windows+update wuauclt wuauserv windowsupdate wua wuaueng usoclient update+agent
aks kubernetes kubectl kubelet k8s agentpool agentpools agentpoolprofile nodepool nodepools node+pool container+service containerservice managedclusters managed+cluster
aad azuread azure+ad entra azure+active msol msolservice
dirsync aadconnect aad+connect ad+connect entra+connect directory+synchronization directory+sync
adfs ad+fs federation+services
sql+server sqlserver mssql mssqlserver sqlservr ssms sqlclient sqlncli
iis w3wp w3svc iisreset inetpub apppool applicationhost internet+information
scom opsmgr operations+manager
vmm scvmm machine+manager
dpm protection+manager msdpm
hyperv hyper+v vmms vmwp
rds rdp remote+desktop mstsc termsrv terminal+services rdsh
vpn l2tp rras ikev2 rasdial rasphone aovpn rasman rasclient
dfsr dfs+replication
ntfrs frs file+replication
domain+controller domain+controllers dcpromo dcdiag repadmin ntds dc dcs
gpo gpos group+policy gpupdate gpresult admx adml
bitlocker fve manage+bde
wds pxe deployment+services wdsserver
mdt deployment+toolkit
defender mde mpcmdrun endpoint+protection msmpeng
kms slmgr activation activating volume+activation slui
smb smb1 smb2 smb3 samba cifs lanmanserver lanmanworkstation
crm dynamics+365 d365
dynamics+gp great+plains
linux ubuntu centos rhel redhat suse sles debian
failover+cluster failover+clustering wsfc clussvc
power+automate microsoft+flow rpa
ndes scep
dism servicing cbs
time+service w32time w32tm ntp
batch+pool azure+batch
visual+studio msvc
asp+net aspnet
live+migration move+vm
`;

const seed = hashText('<product>');
const mask = 0xfff;
const keys = new Int32Array(mask + 1);
const values = new Int32Array(mask + 1);
for (const line of names.trim().split('\n')) {
  const all = line.trim().split(' ');
  const product = hashPair(seed, hashText(all[0] ?? ''));
  for (const name of all) {
    const [first = '', second] = name.split('+');
    const key = second === undefined ? hashText(first) : hashPair(hashText(first), hashText(second));
    const place = placeOf(key);
    keys[place] = key;
    values[place] = product;
  }
}

/** @param key Hash of a lower-case token, or of two side by side. @returns Hash of the product; 0 where it names none. */
export function productNamed(key: number): number {
  return values[placeOf(key)] ?? 0;
}

function placeOf(key: number): number {
  let place = key & mask;
  while (keys[place] !== 0 && keys[place] !== key) place = (place + 1) & mask;
  return place;
}
