// Headings that say what to do: "Repair the VM offline". They name no situation, so nobody can be asked whether it fits.

const imperative =
  /^(?:add|adjust|allow|apply|assign|avoid|back|build|call|change|check|clean|clear|click|close|configure|confirm|connect|contact|clone|convert|copy|create|delete|deploy|determine|disable|disconnect|do|download|edit|enable|ensure|examine|exclude|execute|export|find|fix|follow|force|get|give|grant|have|ignore|inspect|import|increase|install|join|keep|limit|list|locate|look|make|manually|map|migrate|modify|move|obtain|open|perform|place|please|prevent|provide|publish|pull|put|query|re-?\w+|reduce|remove|rename|renew|repair|replace|reset|resolve|restart|restore|review|run|see|select|send|set|shut|sign|specify|start|stop|switch|temporarily|test|troubleshoot|try|turn|uninstall|unlock|update|upgrade|use|using|validate|verify|view|wait)\b/i;
const action =
  /^(?:how to\b|to [a-z]|let me\b|let us\b|here['’]s\b|fix it\b|using\b|\w{2,}ing (?:the|a|an|your|all)\b|(?:serial|azure) con(?:trol|sole)\b|trace flag\b|(?:power\s?shell|sql|command[ -]line|rest|cli|gui|wizard|user interface|regedit|registry)(?: \w+)?$)|\b(?:re-?)?(?:repair|installation method)$|\.(?:ps1|exe|vbs|cmd|bat)$/i;

/** @param title Plain text, without what counts it. */
export function saysWhatToDo(title: string): boolean {
  return imperative.test(title) || action.test(title);
}
