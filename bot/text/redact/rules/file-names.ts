// Names of files, which look like those of hosts and people.

const ending =
  /\.(?:exe|dll|log|lo_|msi|msp|msu|inf|ini|sys|cab|xml|xsd|txt|ps1|psm1|psd1|cmd|bat|vbs|js|ts|cs|cpp|h|svc|aspx?|asmx|php|html?|mof|config|cfg|conf|json|ya?ml|dat|db|mdf|ldf|bak|edb|wim|iso|vhdx?|zip|7z|gz|nupkg|cer|crt|pfx|p7b|csv|xlsx?|docx?|pdf|png|jpe?g|gif|dmp|etl|evtx|tmp|pol|admx|adml|reg|lnk|ocx|mui|cat|man|resx?|py|java|jar|sh)$/i;

export function endsLikeFile(name: string): boolean {
  return ending.test(name);
}
