// What a line of a paste is there for. People copy whole screens: the line that tells stands among lines that any paste
// of its kind has.

/**
 * `tells`: reports that something is wrong. `consequence`: that something ended by it, whatever it was. `frame`: a stack
 * frame. `header`: a field that every event record has.
 */
export type LineRole = 'tells' | 'consequence' | 'plain' | 'frame' | 'header';

const frame =
  /^\s*(?:at\s+[\w$.<>`[\]+]+[.(]|(?:[\w$<>`[\]+]+\.{1,2}){2,}[\w$<>`[\]+]+\((?:\)|[\w.<>`[\]&]+ \w+[,)])|--->?\s*(?:End of|at )|--- End of|bei [\w.]+\(|à [\w.]+\(|в [\w.]+\(|File "[^"]*", line \d+|#\d+ 0x|\.{3} \d+ more|caused by: at\b|\^+\s*$)/i;

const header =
  /^\s*(?:STATMSG: ID=|#Fields:|(?:log name|date|time|task category|level|keywords|user|computer|logging computer|event type|event category|opcode|logged|faulting (?:application|module) (?:name|path)|faulting application start time|faulting process id|faulting package[\w -]{0,30}|fault offset|report id|protokollname|datum|uhrzeit|benutzer|ebene|aufgabenkategorie|schlüsselwörter|nom du journal|niveau|utilisateur|ordinateur|mots[- ]clés|catégorie de la tâche|nombre de registro|fecha|nivel|usuario|equipo|palabras clave|categoría de la tarea|имя журнала|дата|уровень|пользователь|компьютер|ключевые слова|категория задачи)\s*:|(?:日志名称|日期|任务类别|级别|关键字|用户|计算机|ログの名前|日付|タスクのカテゴリ|レベル|キーワード|ユーザー|コンピューター)\s*[:：])/i;

/** What every answer of a web server says besides its status. */
const httpHeader =
  /^\s*(?:cache-control|content-(?:type|length|encoding|language|disposition|security-policy)|set-cookie|transfer-encoding|pragma|accept(?:-\w+)?|user-agent|referer|vary|etag|last-modified|strict-transport-security|x-[a-z][\w-]{1,40})\s*:/i;

/** What an event record holds in XML besides its source, its number and what it tells. */
const eventXml =
  /^\s*-?\s*<\/?(?:Event xmlns\b|(?:System|EventData|UserData|Version|Level|Task|Opcode|Keywords|TimeCreated|EventRecordID|Correlation|Execution|Channel|Computer|Security|Binary)\b)/;

/** A flag or a time of a record in XML: <Retriable>false</Retriable>. */
const xmlValue = /^\s*<(\w{1,60})>(?:true|false|\d{4}-\d\d-\d\dT[\d:.]{5,20}(?:Z|[+-]\d\d:\d\d)?)?<\/\1>\s*$/i;

const origin = /^\s*(?:-?\s*<(?:EventID|Provider)\b|(?:source|event source)\s*:)/i;

/** Announces what other lines tell, or says no more than that something failed. */
const announces =
  /(?:\bfollowing (?:errors?|exceptions?|reasons?|message)(?: (?:occurred|information|was returned|details))?|\b(?:error|exception) (?:details|information|message))\W{0,3}$|^\W{0,3}(?:an |the )?(?:unhandled )?exception (?:has )?occurred (?:while|during) |\bbelow is a summary of the errors/i;

/** What Windows says of any service that crashed, SQL Server of any statement and Azure of any deployment that failed. */
const follows =
  /service terminated unexpectedly\.\s+it has done this \d+ time|\b(?:backup|restore) (?:database|log)? ?is terminating abnormally|^(?:msg|error:) 3013\b|^the statement has been terminated|at least one resource deployment operation failed|the resource operation completed with terminal provisioning state/i;

const tells =
  /\b(?:err(?:or|no)?|errors|fail(?:ed|s|ure|ing|ures)?|exceptions?|\w+exception|cannot|can't|can not|could ?n[o']t|could not|unable|denied|invalid|not found|not available|not allowed|not supported|not recognized|does not exist|doesn't exist|fatal|refused|timed? ?out|timeout|incorrect|missing|unexpected|corrupt(?:ed)?|reject(?:ed)?|unauthorized|forbidden|expired|abort(?:ed)?|crash(?:ed|es)?|stopped|terminated|hr|hresult|fehler|fehlgeschlagen|nicht|ungültig|verweigert|ошибка|не удалось|erreur|impossible|échec|error al|errore)\b|错误|失败|无法|エラー|失敗|오류|0x[89c][0-9a-f]{7}\b/i;

/** False for lines no part of which is of role `tells`. */
export function mayTell(line: string): boolean {
  return tells.test(line);
}

export function lineRole(line: string): LineRole {
  if (frame.test(line)) return 'frame';
  if (header.test(line) || eventXml.test(line) || httpHeader.test(line) || xmlValue.test(line)) return 'header';
  if (follows.test(line)) return 'consequence';
  return tells.test(line) && !announces.test(line) ? 'tells' : 'plain';
}

/** Whether a line is the field that says which event it is or who reports it: its value may tell, its wording does not. */
export function isOrigin(line: string): boolean {
  return origin.test(line);
}
