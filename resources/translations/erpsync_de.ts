<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
<context>
    <name>About</name>
    <message>
        <source>About ERP Sync Desktop</source>
        <translation>Über ERP Sync Desktop</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>ERP Sync Desktop {version}</source>
        <translation>ERP Sync Desktop {version}</translation>
    </message>
    <message>
        <source>Licence: MIT</source>
        <translation>Lizenz: MIT</translation>
    </message>
    <message>
        <source>Sets up, tests and looks after SuperOffice Sync Connectors and ERP connections.</source>
        <translation>Richtet Sync Connectors und ERP-Verbindungen für SuperOffice ein, testet und pflegt sie.</translation>
    </message>
    <message>
        <source>Workspace: {place}</source>
        <translation>Arbeitsbereich: {place}</translation>
    </message>
</context>
<context>
    <name>ActivationDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Configure</source>
        <translation>Konfigurieren</translation>
    </message>
    <message>
        <source>ERP connection not switched</source>
        <translation>ERP-Verbindung nicht umgeschaltet</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Open defaults</source>
        <translation>Standards öffnen</translation>
    </message>
    <message>
        <source>Open list mapping</source>
        <translation>Listenzuordnung öffnen</translation>
    </message>
    <message>
        <source>Open mappings</source>
        <translation>Zuordnungen öffnen</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Gründe</translation>
    </message>
    <message>
        <source>Test ERP connection</source>
        <translation>ERP-Verbindung testen</translation>
    </message>
    <message>
        <source>“{name}” stays as it is, because:</source>
        <translation>„{name}“ bleibt unverändert. Die Gründe:</translation>
    </message>
</context>
<context>
    <name>ActivationOffer</name>
    <message>
        <source>Activate again</source>
        <translation>Erneut aktivieren</translation>
    </message>
    <message>
        <source>Activate it again when you have put the reason right. What is left is shown then.</source>
        <translation>Aktivieren Sie die Verbindung erneut, sobald der Grund behoben ist. Was dann noch zu tun ist, wird angezeigt.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>“{name}” is not active yet.</source>
        <translation>„{name}“ ist noch nicht aktiv.</translation>
    </message>
</context>
<context>
    <name>ActorPage</name>
    <message>
        <source>&amp;Find:</source>
        <translation>&amp;Suchen:</translation>
    </message>
    <message>
        <source>&amp;Sync ERP &quot;{actor}&quot;</source>
        <translation>ERP-&quot;{actor}&quot; s&amp;ynchronisieren</translation>
    </message>
    <message>
        <source>&amp;Sync ERP &quot;{actor}&quot; to SuperOffice &quot;{entity}&quot;</source>
        <translation>ERP-&quot;{actor}&quot; mit SuperOffice-&quot;{entity}&quot; s&amp;ynchronisieren</translation>
    </message>
    <message>
        <source>* mandatory in the ERP. Direction: framed is possible, filled is chosen.</source>
        <translation>* Pflichtfeld im ERP. Richtung: umrahmt ist möglich, gefüllt ist gewählt.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Ctrl+Right: to SuperOffice. Ctrl+Left: to ERP. Ctrl+Down: both. Ctrl+0: none.</source>
        <translation>Strg+Nach rechts: zu SuperOffice. Strg+Nach links: zum ERP. Strg+Nach unten: beide. Strg+0: keine.</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>ERP field</source>
        <translation>ERP-Feld</translation>
    </message>
    <message>
        <source>Filter fields</source>
        <translation>Felder filtern</translation>
    </message>
    <message>
        <source>Mapped</source>
        <translation>Zugeordnet</translation>
    </message>
    <message>
        <source>No SuperOffice field that fits is called “{typed}”.</source>
        <translation>Kein passendes SuperOffice-Feld heißt „{typed}“.</translation>
    </message>
    <message>
        <source>No field matches.</source>
        <translation>Kein Feld passt.</translation>
    </message>
    <message>
        <source>Not mapped</source>
        <translation>Nicht zugeordnet</translation>
    </message>
    <message>
        <source>Part of a name, key or type</source>
        <translation>Teil eines Namens, Schlüssels oder Typs</translation>
    </message>
    <message>
        <source>S&amp;how:</source>
        <translation>&amp;Anzeigen:</translation>
    </message>
    <message>
        <source>Show in ERP tab</source>
        <translation>In ERP-Registerkarte anzeigen</translation>
    </message>
    <message>
        <source>Show in Search</source>
        <translation>In Suche anzeigen</translation>
    </message>
    <message>
        <source>SuperOffice field</source>
        <translation>SuperOffice-Feld</translation>
    </message>
    <message>
        <source>The ERP names no field for this type, so nothing can be mapped.</source>
        <translation>Das ERP-System nennt für diesen Aktortyp kein Feld; es kann nichts zugeordnet werden.</translation>
    </message>
    <message>
        <source>The fields of “{actor}” could not be read from the ERP.</source>
        <translation>Die Felder von „{actor}“ konnten nicht aus dem ERP-System gelesen werden.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>What is shown was read before.</source>
        <translation>Angezeigt wird, was früher gelesen wurde.</translation>
    </message>
    <message>
        <source>Which fields are shown</source>
        <translation>Welche Felder angezeigt werden</translation>
    </message>
    <message>
        <source>With problems</source>
        <translation>Mit Problemen</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} von {total}</translation>
    </message>
</context>
<context>
    <name>ActorTabs</name>
    <message>
        <source>Actor types</source>
        <translation>Aktortypen</translation>
    </message>
    <message numerus="yes">
        <source>{actor}: %n problems</source>
        <translation>
            <numerusform>{actor}: %n Problem</numerusform>
            <numerusform>{actor}: %n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>{actor}: not synchronised</source>
        <translation>{actor}: nicht synchronisiert</translation>
    </message>
    <message>
        <source>{actor}: synchronised</source>
        <translation>{actor}: synchronisiert</translation>
    </message>
</context>
<context>
    <name>Actors</name>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Contact</source>
        <comment>SuperOffice record</comment>
        <translation>Person</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>Mitarbeiter</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>Person</source>
        <comment>ERP actor</comment>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
</context>
<context>
    <name>AskingDialog</name>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>What was changed here is not saved. Discard it?</source>
        <translation>Ihre Änderungen sind noch nicht gespeichert. Verwerfen?</translation>
    </message>
</context>
<context>
    <name>BusyLine</name>
    <message>
        <source>{what} ({seconds} s)</source>
        <translation>{what} ({seconds} s)</translation>
    </message>
</context>
<context>
    <name>CatalogueFiles</name>
    <message>
        <source>JSON and CSV files (*.json *.csv *.txt)</source>
        <translation>JSON- und CSV-Dateien (*.json *.csv *.txt)</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON-Dateien (*.json)</translation>
    </message>
</context>
<context>
    <name>CatalogueImportDialog</name>
    <message>
        <source>A JSON file as it is saved here, or a CSV file with the columns {fields} for fields, or {items} for the items of lists. What is new is added, what is there is updated; a list gets exactly the items of the file. Standard fields stay as they are. Nothing changes before you choose Import.</source>
        <translation>Eine JSON-Datei, wie sie hier gespeichert wird, oder eine CSV-Datei mit den Spalten {fields} für Felder oder {items} für die Einträge von Listen. Neues wird hinzugefügt, Vorhandenes aktualisiert; eine Liste erhält genau die Einträge der Datei. Standardfelder bleiben unverändert. Bevor Sie „Importieren“ wählen, ändert sich nichts.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Import SuperOffice fields and lists</source>
        <translation>SuperOffice-Felder und -Listen importieren</translation>
    </message>
    <message>
        <source>Items: {what}</source>
        <translation>Einträge: {what}</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>List or items</source>
        <translation>Liste oder Einträge</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>superoffice-fields.json</source>
        <translation>superoffice-felder.json</translation>
    </message>
    <message>
        <source>{count} changed</source>
        <translation>{count} geändert</translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>{count} neu</translation>
    </message>
    <message>
        <source>{count} removed</source>
        <translation>{count} entfernt</translation>
    </message>
</context>
<context>
    <name>CataloguePage</name>
    <message>
        <source>&amp;Add …</source>
        <translation>Hin&amp;zufügen …</translation>
    </message>
    <message>
        <source>&amp;Edit …</source>
        <translation>Bea&amp;rbeiten …</translation>
    </message>
    <message>
        <source>&amp;Import …</source>
        <translation>&amp;Importieren …</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>En&amp;tfernen</translation>
    </message>
    <message>
        <source>&amp;Save as JSON …</source>
        <translation>Als &amp;JSON speichern …</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Choose a list to see its items.</source>
        <translation>Wählen Sie eine Liste aus, um ihre Einträge zu sehen.</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Fields and lists</source>
        <translation>Felder und Listen</translation>
    </message>
    <message>
        <source>Filter fields and lists</source>
        <translation>Felder und Listen filtern</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Items of {list}</source>
        <translation>Einträge von {list}</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>No field matches the filter.</source>
        <translation>Kein Feld passt zum Filter.</translation>
    </message>
    <message>
        <source>No list matches the filter.</source>
        <translation>Keine Liste passt zum Filter.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Put &amp;back</source>
        <translation>Z&amp;urücksetzen</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Re&amp;cord:</source>
        <translation>Datensatzt&amp;yp:</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatztyp</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Save user-defined fields and lists</source>
        <translation>Benutzerdefinierte Felder und Listen speichern</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The list has no items yet.</source>
        <translation>Die Liste hat noch keine Einträge.</translation>
    </message>
    <message>
        <source>There are no fields of this record.</source>
        <translation>Für diesen Datensatztyp gibt es keine Felder.</translation>
    </message>
    <message>
        <source>There are no lists.</source>
        <translation>Es gibt keine Listen.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Vi&amp;ew …</source>
        <translation>Anzei&amp;gen …</translation>
    </message>
    <message>
        <source>What the fields and lists of an ERP can be mapped to: SuperOffice’s standard, and the user-defined fields and lists that are described here. They are kept in this workspace.</source>
        <translation>Die Felder und Listen, denen Felder und Listen eines ERP-Systems zugeordnet werden können: die Standardfelder und -listen von SuperOffice und die hier beschriebenen benutzerdefinierten. Sie werden in diesem Arbeitsbereich geführt.</translation>
    </message>
    <message>
        <source>superoffice-fields.json</source>
        <translation>superoffice-felder.json</translation>
    </message>
</context>
<context>
    <name>CatalogueRemoval</name>
    <message>
        <source>Mappings to it stay, marked, until they are unmapped.</source>
        <translation>Zuordnungen dazu bleiben gekennzeichnet erhalten, bis sie aufgehoben werden.</translation>
    </message>
    <message>
        <source>Mappings to them stay, marked, until they are unmapped.</source>
        <translation>Zuordnungen dazu bleiben gekennzeichnet erhalten, bis sie aufgehoben werden.</translation>
    </message>
    <message>
        <source>Put the list {name} back? It gets SuperOffice’s standard items again in place of yours.</source>
        <translation>Liste „{name}“ zurücksetzen? Sie erhält statt Ihrer Einträge wieder die Standardeinträge von SuperOffice.</translation>
    </message>
    <message>
        <source>Remove the field {name}?</source>
        <translation>Feld „{name}“ entfernen?</translation>
    </message>
    <message>
        <source>Remove the list {name} with all of its items?</source>
        <translation>Liste „{name}“ mit allen Einträgen entfernen?</translation>
    </message>
    <message>
        <source>Remove {count} fields?</source>
        <translation>{count} Felder entfernen?</translation>
    </message>
    <message>
        <source>{count} fields were removed.</source>
        <translation>{count} Felder wurden entfernt.</translation>
    </message>
    <message>
        <source>{name} has its standard items again.</source>
        <translation>„{name}“ enthält wieder die Standardeinträge.</translation>
    </message>
    <message>
        <source>{name} was removed.</source>
        <translation>„{name}“ wurde entfernt.</translation>
    </message>
</context>
<context>
    <name>CatalogueRows</name>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Standard, changed</source>
        <translation>Standard, geändert</translation>
    </message>
    <message>
        <source>User-defined</source>
        <translation>Benutzerdefiniert</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ConflictPanel</name>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Save mine over it</source>
        <translation>Meine Version speichern</translation>
    </message>
    <message>
        <source>Saved meanwhile</source>
        <translation>Inzwischen gespeichert</translation>
    </message>
    <message>
        <source>Somebody else saved this meanwhile. Choose which version is to stay; nothing is lost yet.</source>
        <translation>Jemand anderes hat dies inzwischen gespeichert. Wählen Sie, welche Version bleiben soll; noch ist nichts verloren.</translation>
    </message>
    <message>
        <source>Take the other version</source>
        <translation>Andere Version übernehmen</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… und %n weiterer Unterschied.</numerusform>
            <numerusform>… und %n weitere Unterschiede.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectionActions</name>
    <message>
        <source>Deleting …</source>
        <translation>Wird gelöscht …</translation>
    </message>
    <message>
        <source>Duplicating …</source>
        <translation>Wird dupliziert …</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>Wird geöffnet …</translation>
    </message>
    <message>
        <source>Remove ERP connections for ever</source>
        <translation>ERP-Verbindungen endgültig entfernen</translation>
    </message>
    <message>
        <source>Remove for ever</source>
        <translation>Endgültig entfernen</translation>
    </message>
    <message>
        <source>Remove {count} ERP connections for ever? Their configuration goes with them, here and at the Sync Connector, and so do their stored secrets (number: {secrets}). This cannot be undone.</source>
        <translation>{count} ERP-Verbindungen endgültig entfernen? Damit werden auch ihre Konfiguration, hier und beim Sync Connector, und ihre gespeicherten Zugangsdaten (Anzahl: {secrets}) entfernt. Dies kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Remove “{name}” for ever? Its configuration goes with it, here and at the Sync Connector, and so do its stored secrets (number: {secrets}). This cannot be undone.</source>
        <translation>„{name}“ endgültig entfernen? Damit werden auch die Konfiguration, hier und beim Sync Connector, und die gespeicherten Zugangsdaten (Anzahl: {secrets}) entfernt. Dies kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Removing was stopped. What is listed is still there.</source>
        <translation>Das Entfernen wurde abgebrochen. Was noch in der Liste steht, ist noch vorhanden.</translation>
    </message>
    <message>
        <source>Removing …</source>
        <translation>Wird endgültig entfernt …</translation>
    </message>
    <message>
        <source>Restoring …</source>
        <translation>Wird wiederhergestellt …</translation>
    </message>
    <message>
        <source>Switching “{name}” off</source>
        <translation>„{name}“ wird deaktiviert</translation>
    </message>
    <message>
        <source>Switching “{name}” on</source>
        <translation>„{name}“ wird aktiviert</translation>
    </message>
    <message>
        <source>Undo delete of ERP connection</source>
        <translation>Löschen der ERP-Verbindung rückgängig machen</translation>
    </message>
    <message>
        <source>{count} ERP connections were deleted. Configuration and secrets are kept for now.</source>
        <translation>{count} ERP-Verbindungen wurden gelöscht. Konfiguration und Zugangsdaten bleiben vorerst erhalten.</translation>
    </message>
    <message>
        <source>{count} ERP connections were removed for ever.</source>
        <translation>{count} ERP-Verbindungen wurden endgültig entfernt.</translation>
    </message>
    <message>
        <source>{count} ERP connections were restored.</source>
        <translation>{count} ERP-Verbindungen wurden wiederhergestellt.</translation>
    </message>
    <message>
        <source>{name} (copy {number})</source>
        <translation>{name} (Kopie {number})</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name} (Kopie)</translation>
    </message>
    <message>
        <source>“{name}” could not be activated.</source>
        <translation>„{name}“ konnte nicht aktiviert werden.</translation>
    </message>
    <message>
        <source>“{name}” could not be deactivated.</source>
        <translation>„{name}“ konnte nicht deaktiviert werden.</translation>
    </message>
    <message>
        <source>“{name}” is active now.</source>
        <translation>„{name}“ ist jetzt aktiv.</translation>
    </message>
    <message>
        <source>“{name}” is inactive now.</source>
        <translation>„{name}“ ist jetzt inaktiv.</translation>
    </message>
    <message>
        <source>“{name}” was deleted. Its configuration and secrets are kept for now.</source>
        <translation>„{name}“ wurde gelöscht. Konfiguration und Zugangsdaten bleiben vorerst erhalten.</translation>
    </message>
    <message>
        <source>“{name}” was made as a copy. It is inactive and not tested yet.</source>
        <translation>„{name}“ wurde als Kopie angelegt. Die Kopie ist inaktiv und noch nicht getestet.</translation>
    </message>
    <message>
        <source>“{name}” was removed for ever.</source>
        <translation>„{name}“ wurde endgültig entfernt.</translation>
    </message>
    <message>
        <source>“{name}” was restored.</source>
        <translation>„{name}“ wurde wiederhergestellt.</translation>
    </message>
</context>
<context>
    <name>ConnectionDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Changed since the last test.</source>
        <translation>Seit dem letzten Test geändert.</translation>
    </message>
    <message>
        <source>Configure ERP connection</source>
        <translation>ERP-Verbindung konfigurieren</translation>
    </message>
    <message>
        <source>Define new ERP connection</source>
        <translation>Neue ERP-Verbindung definieren</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Something is missing before the test.</source>
        <translation>Vor dem Test fehlt noch etwas.</translation>
    </message>
    <message>
        <source>Test cancelled.</source>
        <translation>Test abgebrochen.</translation>
    </message>
    <message>
        <source>The connection is active, so its connector and configuration cannot be changed.</source>
        <translation>Die Verbindung ist aktiv; ihr Sync Connector und ihre Konfiguration können daher nicht geändert werden.</translation>
    </message>
    <message>
        <source>The test could not be made.</source>
        <translation>Der Test konnte nicht durchgeführt werden.</translation>
    </message>
    <message>
        <source>To change them, deactivate the ERP connection. It then stops synchronising.</source>
        <translation>Um sie zu ändern, deaktivieren Sie die ERP-Verbindung. Sie synchronisiert dann nicht mehr.</translation>
    </message>
    <message>
        <source>What was typed here is not saved. Discard it?</source>
        <translation>Ihre Eingaben sind noch nicht gespeichert. Verwerfen?</translation>
    </message>
</context>
<context>
    <name>ConnectionDifferences</name>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Jeder</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>Sync Connector</source>
        <translation>Sync Connector</translation>
    </message>
    <message>
        <source>a connector that was deleted</source>
        <translation>ein gelöschter Connector</translation>
    </message>
    <message>
        <source>as stored</source>
        <translation>wie gespeichert</translation>
    </message>
    <message>
        <source>newly typed</source>
        <translation>neu eingegeben</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
</context>
<context>
    <name>ConnectionFields</name>
    <message>
        <source>Fetching the configuration fields …</source>
        <translation>Konfigurationsfelder werden abgerufen …</translation>
    </message>
    <message>
        <source>Passwords travel in plain text. Put the URL right if the connector offers https.</source>
        <translation>Kennwörter werden im Klartext übertragen. Korrigieren Sie die URL, falls der Connector https anbietet.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The configuration fields did not come.</source>
        <translation>Die Konfigurationsfelder konnten nicht abgerufen werden.</translation>
    </message>
    <message>
        <source>The connector’s address is not encrypted (http).</source>
        <translation>Die Adresse des Connectors ist nicht verschlüsselt (http).</translation>
    </message>
</context>
<context>
    <name>ConnectionPage</name>
    <message>
        <source>&amp;Add …</source>
        <translation>&amp;Hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Description:</source>
        <translation>&amp;Beschreibung:</translation>
    </message>
    <message>
        <source>&amp;Edit …</source>
        <translation>B&amp;earbeiten …</translation>
    </message>
    <message>
        <source>* &amp;Name:</source>
        <translation>* &amp;Name:</translation>
    </message>
    <message>
        <source>* Sync &amp;Connector:</source>
        <translation>* Sync &amp;Connector:</translation>
    </message>
    <message>
        <source>Add a Sync Connector</source>
        <translation>Sync Connector hinzufügen</translation>
    </message>
    <message>
        <source>Add a Sync Connector to the list</source>
        <translation>Der Liste einen Sync Connector hinzufügen</translation>
    </message>
    <message>
        <source>Choose a Sync Connector</source>
        <translation>Sync Connector auswählen</translation>
    </message>
    <message>
        <source>Configuration fields</source>
        <translation>Konfigurationsfelder</translation>
    </message>
    <message>
        <source>Edit the Sync Connector</source>
        <translation>Sync Connector bearbeiten</translation>
    </message>
    <message>
        <source>Fields with * must be filled.</source>
        <translation>Felder mit * müssen ausgefüllt werden.</translation>
    </message>
    <message>
        <source>Put name and URL of this Sync Connector right</source>
        <translation>Name und URL dieses Sync Connectors korrigieren</translation>
    </message>
    <message>
        <source>Scope:</source>
        <translation>Umfang:</translation>
    </message>
    <message>
        <source>Sync Connector</source>
        <translation>Sync Connector</translation>
    </message>
    <message>
        <source>They appear when a Sync Connector is chosen. * must be filled.</source>
        <translation>Sie erscheinen, sobald ein Sync Connector ausgewählt ist. Felder mit * müssen ausgefüllt werden.</translation>
    </message>
    <message>
        <source>{name} (deleted)</source>
        <translation>{name} (gelöscht)</translation>
    </message>
</context>
<context>
    <name>ConnectionSaving</name>
    <message>
        <source>Keep the secrets for this session only</source>
        <translation>Zugangsdaten nur für diese Sitzung behalten</translation>
    </message>
    <message>
        <source>Saved. Closing …</source>
        <translation>Gespeichert. Wird geschlossen …</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Taking back what was begun … (Cancel closes without waiting)</source>
        <translation>Begonnenes wird zurückgenommen … („Abbrechen“ schließt sofort)</translation>
    </message>
</context>
<context>
    <name>ConnectionTests</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Testing “{name}”</source>
        <translation>„{name}“ wird getestet</translation>
    </message>
    <message>
        <source>Testing “{name}” ({number} of {total})</source>
        <translation>„{name}“ wird getestet ({number} von {total})</translation>
    </message>
    <message>
        <source>The test was cancelled.</source>
        <translation>Der Test wurde abgebrochen.</translation>
    </message>
    <message>
        <source>{passed} of {total} ERP connections passed the test.</source>
        <translation>{passed} von {total} ERP-Verbindungen haben den Test bestanden.</translation>
    </message>
    <message>
        <source>“{name}” could not be tested.</source>
        <translation>„{name}“ konnte nicht getestet werden.</translation>
    </message>
    <message>
        <source>“{name}” failed the test.</source>
        <translation>„{name}“ hat den Test nicht bestanden.</translation>
    </message>
    <message>
        <source>“{name}” passed the test in {seconds} seconds.</source>
        <translation>„{name}“ hat den Test in {seconds} Sekunden bestanden.</translation>
    </message>
</context>
<context>
    <name>ConnectionsPanel</name>
    <message>
        <source>&amp;Add …</source>
        <comment>menu ERP connection</comment>
        <translation>&amp;Hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Configure …</source>
        <comment>menu ERP connection</comment>
        <translation>&amp;Konfigurieren …</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <comment>menu ERP connection</comment>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;List mapping …</source>
        <comment>menu ERP connection</comment>
        <translation>Listen&amp;zuordnung …</translation>
    </message>
    <message>
        <source>&amp;Mappings</source>
        <translation>Z&amp;uordnungen</translation>
    </message>
    <message>
        <source>&amp;Mappings …</source>
        <comment>menu ERP connection</comment>
        <translation>Z&amp;uordnungen …</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <comment>menu ERP connection</comment>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Switch on or off</source>
        <comment>menu ERP connection</comment>
        <translation>&amp;Aktivieren oder deaktivieren</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <comment>menu ERP connection</comment>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>Hinzu&amp;fügen</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Add ERP connection</source>
        <translation>ERP-Verbindung hinzufügen</translation>
    </message>
    <message>
        <source>Confi&amp;gure</source>
        <translation>&amp;Konfigurieren</translation>
    </message>
    <message>
        <source>Configure ERP connection</source>
        <translation>ERP-Verbindung konfigurieren</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <comment>menu ERP connection</comment>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>De&amp;faults …</source>
        <comment>menu ERP connection</comment>
        <translation>&amp;Standards …</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>Standards</translation>
    </message>
    <message>
        <source>Dele&amp;te</source>
        <translation>Lö&amp;schen</translation>
    </message>
    <message>
        <source>Delete ERP connection</source>
        <translation>ERP-Verbindung löschen</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Du&amp;plicate</source>
        <translation>Du&amp;plizieren</translation>
    </message>
    <message>
        <source>Duplicate ERP connection</source>
        <translation>ERP-Verbindung duplizieren</translation>
    </message>
    <message>
        <source>ERP &amp;connections</source>
        <translation>ERP-&amp;Verbindungen</translation>
    </message>
    <message>
        <source>ERP connections</source>
        <translation>ERP-Verbindungen</translation>
    </message>
    <message>
        <source>Filter ERP connections</source>
        <translation>ERP-Verbindungen filtern</translation>
    </message>
    <message>
        <source>Last tested</source>
        <translation>Zuletzt getestet</translation>
    </message>
    <message>
        <source>List mappi&amp;ng</source>
        <translation>Listenzuord&amp;nung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Ran&amp;k Fields</source>
        <translation>Felder s&amp;ortieren</translation>
    </message>
    <message>
        <source>Ran&amp;k Fields …</source>
        <comment>menu ERP connection</comment>
        <translation>Felder s&amp;ortieren …</translation>
    </message>
    <message>
        <source>Remove ERP connection for ever</source>
        <translation>ERP-Verbindung endgültig entfernen</translation>
    </message>
    <message>
        <source>Remove for e&amp;ver …</source>
        <comment>menu ERP connection</comment>
        <translation>End&amp;gültig entfernen …</translation>
    </message>
    <message>
        <source>Remove for ever</source>
        <translation>Endgültig entfernen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Restore ERP connection</source>
        <translation>ERP-Verbindung wiederherstellen</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>Set Sync &amp;Priority …</source>
        <comment>menu ERP connection</comment>
        <translation>Sync-&amp;Priorität festlegen …</translation>
    </message>
    <message>
        <source>Set Sync Pri&amp;ority</source>
        <translation>Sync-Pr&amp;iorität festlegen</translation>
    </message>
    <message>
        <source>Sync Connector</source>
        <translation>Sync Connector</translation>
    </message>
    <message>
        <source>Te&amp;st</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>Test ERP connection</source>
        <translation>ERP-Verbindung testen</translation>
    </message>
</context>
<context>
    <name>ConnectorActions</name>
    <message>
        <source>Deleting …</source>
        <translation>Wird gelöscht …</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>Wird geöffnet …</translation>
    </message>
    <message>
        <source>Remove Sync Connectors for ever</source>
        <translation>Sync Connectors endgültig entfernen</translation>
    </message>
    <message>
        <source>Remove for ever</source>
        <translation>Endgültig entfernen</translation>
    </message>
    <message>
        <source>Remove the Sync Connector “{name}” for ever? This cannot be undone.</source>
        <translation>Sync Connector „{name}“ endgültig entfernen? Dies kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Remove {count} Sync Connectors for ever? This cannot be undone.</source>
        <translation>{count} Sync Connectors endgültig entfernen? Dies kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Removing …</source>
        <translation>Wird endgültig entfernt …</translation>
    </message>
    <message>
        <source>Restoring …</source>
        <translation>Wird wiederhergestellt …</translation>
    </message>
    <message>
        <source>Sync Connector “{name}” was deleted.</source>
        <translation>Sync Connector „{name}“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>Sync Connector “{name}” was removed for ever.</source>
        <translation>Sync Connector „{name}“ wurde endgültig entfernt.</translation>
    </message>
    <message>
        <source>Sync Connector “{name}” was restored.</source>
        <translation>Sync Connector „{name}“ wurde wiederhergestellt.</translation>
    </message>
    <message>
        <source>Undo delete of Sync Connector</source>
        <translation>Löschen des Sync Connectors rückgängig machen</translation>
    </message>
    <message>
        <source>{count} Sync Connectors were deleted.</source>
        <translation>{count} Sync Connectors wurden gelöscht.</translation>
    </message>
    <message>
        <source>{count} Sync Connectors were removed for ever.</source>
        <translation>{count} Sync Connectors wurden endgültig entfernt.</translation>
    </message>
    <message>
        <source>{count} Sync Connectors were restored.</source>
        <translation>{count} Sync Connectors wurden wiederhergestellt.</translation>
    </message>
</context>
<context>
    <name>ConnectorDialog</name>
    <message>
        <source>* &amp;Name:</source>
        <translation>* &amp;Name:</translation>
    </message>
    <message>
        <source>* Connector &amp;URL:</source>
        <translation>* Connector-&amp;URL:</translation>
    </message>
    <message>
        <source>Add Sync Connector</source>
        <translation>Sync Connector hinzufügen</translation>
    </message>
    <message>
        <source>Ask again whether a Sync Connector answers there (F5)</source>
        <translation>Erneut prüfen, ob dort ein Sync Connector antwortet (F5)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Chec&amp;k</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Checking the address …</source>
        <translation>Adresse wird geprüft …</translation>
    </message>
    <message>
        <source>Connector URL</source>
        <translation>Connector-URL</translation>
    </message>
    <message>
        <source>Edit Sync Connector</source>
        <translation>Sync Connector bearbeiten</translation>
    </message>
    <message>
        <source>It publishes no description of itself (WSDL); the usual contract was assumed.</source>
        <translation>Er veröffentlicht keine Beschreibung (WSDL); es wurde die übliche Schnittstelle angenommen.</translation>
    </message>
    <message>
        <source>Missing: {operations}</source>
        <translation>Es fehlen: {operations}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Passwords would travel in plain text. Use https:// if the connector offers it.</source>
        <translation>Kennwörter würden im Klartext übertragen. Verwenden Sie https://, falls der Connector es anbietet.</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>The address answers as a Sync Connector, but does not offer everything.</source>
        <translation>Unter der Adresse antwortet ein Sync Connector, er bietet aber nicht alles an.</translation>
    </message>
    <message>
        <source>The address answers as a Sync Connector.</source>
        <translation>Unter der Adresse antwortet ein Sync Connector.</translation>
    </message>
    <message>
        <source>The address that the provider of the sync app gave you: https://…, http://… or app://… Fields with * must be filled.</source>
        <translation>Die Adresse, die Sie vom Anbieter der Sync-App erhalten haben: https://…, http://… oder app://… Felder mit * müssen ausgefüllt werden.</translation>
    </message>
    <message>
        <source>The connector can be saved all the same.</source>
        <translation>Der Connector kann trotzdem gespeichert werden.</translation>
    </message>
    <message>
        <source>This address is not encrypted.</source>
        <translation>Diese Adresse ist nicht verschlüsselt.</translation>
    </message>
</context>
<context>
    <name>ConnectorsPanel</name>
    <message>
        <source>&amp;Add</source>
        <translation>Hin&amp;zufügen</translation>
    </message>
    <message>
        <source>&amp;Add …</source>
        <comment>menu Sync Connector</comment>
        <translation>&amp;Hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <comment>menu Sync Connector</comment>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Edit …</source>
        <comment>menu Sync Connector</comment>
        <translation>&amp;Bearbeiten …</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <comment>menu Sync Connector</comment>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Add Sync Connector</source>
        <translation>Sync Connector hinzufügen</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Delete Sync Connector</source>
        <translation>Sync Connector löschen</translation>
    </message>
    <message>
        <source>Ed&amp;it</source>
        <translation>Bea&amp;rbeiten</translation>
    </message>
    <message>
        <source>Edit Sync Connector</source>
        <translation>Sync Connector bearbeiten</translation>
    </message>
    <message>
        <source>Filter Sync Connectors</source>
        <translation>Sync Connectors filtern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Remove Sync Connector for ever</source>
        <translation>Sync Connector endgültig entfernen</translation>
    </message>
    <message>
        <source>Remove for e&amp;ver …</source>
        <comment>menu Sync Connector</comment>
        <translation>End&amp;gültig entfernen …</translation>
    </message>
    <message>
        <source>Remove for ever</source>
        <translation>Endgültig entfernen</translation>
    </message>
    <message>
        <source>Restore Sync Connector</source>
        <translation>Sync Connector wiederherstellen</translation>
    </message>
    <message>
        <source>S&amp;ync Connectors</source>
        <translation>S&amp;ync Connectors</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Sync Connectors</source>
        <translation>Sync Connectors</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
</context>
<context>
    <name>CrmDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Name in &amp;English:</source>
        <translation>Name auf &amp;Englisch:</translation>
    </message>
    <message>
        <source>Name in &amp;German:</source>
        <translation>Name auf De&amp;utsch:</translation>
    </message>
</context>
<context>
    <name>CrmFieldDialog</name>
    <message>
        <source>&amp;Length:</source>
        <translation>&amp;Länge:</translation>
    </message>
    <message>
        <source>&amp;Record:</source>
        <translation>&amp;Datensatztyp:</translation>
    </message>
    <message>
        <source>&amp;Set by SuperOffice alone; nothing can be written to it</source>
        <translation>Nur von SuperOffice &amp;gesetzt; nimmt keine Werte an</translation>
    </message>
    <message>
        <source>&amp;Type:</source>
        <translation>&amp;Typ:</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keine)</translation>
    </message>
    <message>
        <source>* &amp;Key:</source>
        <translation>* &amp;Schlüssel:</translation>
    </message>
    <message>
        <source>* L&amp;ist:</source>
        <translation>* L&amp;iste:</translation>
    </message>
    <message>
        <source>Add SuperOffice field</source>
        <translation>SuperOffice-Feld hinzufügen</translation>
    </message>
    <message>
        <source>Edit SuperOffice field</source>
        <translation>SuperOffice-Feld bearbeiten</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Mappings name a field by its record and key, so both stay as they are.</source>
        <translation>Zuordnungen verweisen über Datensatztyp und Schlüssel auf ein Feld; daher sind beide nicht änderbar.</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>Name auf Englisch</translation>
    </message>
    <message>
        <source>Name in German</source>
        <translation>Name auf Deutsch</translation>
    </message>
    <message>
        <source>Set by SuperOffice alone</source>
        <translation>Nur von SuperOffice gesetzt</translation>
    </message>
    <message>
        <source>Standard field of SuperOffice</source>
        <translation>Standardfeld von SuperOffice</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
</context>
<context>
    <name>CrmItems</name>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>To put right</source>
        <translation>Zu korrigieren</translation>
    </message>
</context>
<context>
    <name>CrmListDialog</name>
    <message>
        <source>&amp;Add item</source>
        <translation>Eintrag &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Paste from a spreadsheet</source>
        <translation>Aus Ta&amp;belle einfügen</translation>
    </message>
    <message>
        <source>&amp;Remove item</source>
        <translation>Eintrag en&amp;tfernen</translation>
    </message>
    <message>
        <source>(not there)</source>
        <translation>(nicht vorhanden)</translation>
    </message>
    <message>
        <source>* &amp;Key:</source>
        <translation>* &amp;Schlüssel:</translation>
    </message>
    <message>
        <source>A standard list of SuperOffice with {count} items; it can be put back afterwards.</source>
        <translation>Eine Standardliste von SuperOffice mit {count} Einträgen; sie kann danach zurückgesetzt werden.</translation>
    </message>
    <message>
        <source>Add SuperOffice list</source>
        <translation>SuperOffice-Liste hinzufügen</translation>
    </message>
    <message>
        <source>Edit SuperOffice list</source>
        <translation>SuperOffice-Liste bearbeiten</translation>
    </message>
    <message>
        <source>Fields and list mappings name a list by its key, so it stays as it is.</source>
        <translation>Felder und Listenzuordnungen verweisen über den Schlüssel auf eine Liste; daher ist er nicht änderbar.</translation>
    </message>
    <message>
        <source>Ite&amp;ms:</source>
        <translation>E&amp;inträge:</translation>
    </message>
    <message>
        <source>Key, English and German text of each item can be pasted from a spreadsheet.</source>
        <translation>Schlüssel, englischer und deutscher Text der Einträge können aus einer Tabellenkalkulation eingefügt werden.</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach u&amp;nten</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Order of the items</source>
        <translation>Reihenfolge der Einträge</translation>
    </message>
    <message>
        <source>Red&amp;o</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>U&amp;ndo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>as here</source>
        <translation>wie hier</translation>
    </message>
    <message>
        <source>as it was saved</source>
        <translation>wie gespeichert</translation>
    </message>
</context>
<context>
    <name>DateInput</name>
    <message>
        <source>Choose a date</source>
        <translation>Datum auswählen</translation>
    </message>
    <message>
        <source>Choose a date: {label}</source>
        <translation>Datum auswählen: {label}</translation>
    </message>
    <message>
        <source>e.g. {date}</source>
        <translation>z. B. {date}</translation>
    </message>
</context>
<context>
    <name>Deactivation</name>
    <message>
        <source>Deactivate</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Deactivating …</source>
        <translation>Wird deaktiviert …</translation>
    </message>
    <message>
        <source>This is being saved. The dialog closes by itself when that is done.</source>
        <translation>Es wird gespeichert. Das Dialogfeld schließt sich danach von selbst.</translation>
    </message>
</context>
<context>
    <name>DefaultDialog</name>
    <message>
        <source>&amp;Ask user for value</source>
        <translation>&amp;Benutzer nach Wert fragen</translation>
    </message>
    <message>
        <source>&amp;Mandatory – User must fill in value</source>
        <translation>&amp;Obligatorisch – Benutzer muss einen Wert angeben</translation>
    </message>
    <message>
        <source>&amp;Set default value</source>
        <translation>&amp;Standardwert festlegen</translation>
    </message>
    <message>
        <source>&amp;Value:</source>
        <translation>&amp;Wert:</translation>
    </message>
    <message>
        <source>Add sync default value</source>
        <translation>Sync-Standardwert hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>ERP &amp;field:</source>
        <translation>ERP-&amp;Feld:</translation>
    </message>
    <message>
        <source>Edit sync default value</source>
        <translation>Sync-Standardwert bearbeiten</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Type to search</source>
        <translation>Zum Suchen tippen</translation>
    </message>
</context>
<context>
    <name>Defaults</name>
    <message>
        <source>(no value)</source>
        <translation>(kein Wert)</translation>
    </message>
    <message>
        <source>ask the user</source>
        <translation>Benutzer fragen</translation>
    </message>
    <message>
        <source>mandatory</source>
        <translation>obligatorisch</translation>
    </message>
    <message>
        <source>no default</source>
        <translation>kein Standardwert</translation>
    </message>
</context>
<context>
    <name>DefaultsDialog</name>
    <message>
        <source>Actor types</source>
        <translation>Aktortypen</translation>
    </message>
    <message>
        <source>Defaults – {name}</source>
        <translation>Standards – {name}</translation>
    </message>
    <message>
        <source>These values are sent to the ERP when a new record is created there from SuperOffice.</source>
        <translation>Diese Werte werden an das ERP-System gesendet, wenn SuperOffice dort einen neuen Datensatz anlegt.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>DefaultsPage</name>
    <message>
        <source>&amp;Add …</source>
        <translation>&amp;Hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Edit …</source>
        <translation>&amp;Bearbeiten …</translation>
    </message>
    <message>
        <source>Add a default for them, or choose a direction towards the ERP in “Mappings”.</source>
        <translation>Fügen Sie Standardwerte für sie hinzu oder wählen Sie unter „Zuordnungen“ eine Richtung zum ERP.</translation>
    </message>
    <message>
        <source>Add a default for {label}</source>
        <translation>Standardwert für {label} hinzufügen</translation>
    </message>
    <message>
        <source>Ask user</source>
        <translation>Benutzer fragen</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Default value</source>
        <translation>Standardwert</translation>
    </message>
    <message>
        <source>Defaults of {actor}</source>
        <translation>Standards für {actor}</translation>
    </message>
    <message>
        <source>ERP field</source>
        <translation>ERP-Feld</translation>
    </message>
    <message>
        <source>Mandatory</source>
        <translation>Obligatorisch</translation>
    </message>
    <message>
        <source>Map them and choose a direction in “Mappings”.</source>
        <translation>Ordnen Sie sie unter „Zuordnungen“ zu und wählen Sie eine Richtung.</translation>
    </message>
    <message>
        <source>New records would reach the ERP without these mandatory fields: {fields}.</source>
        <translation>Neue Datensätze kämen ohne diese Pflichtfelder im ERP-System an: {fields}.</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>The fields of “{actor}” could not be read from the ERP.</source>
        <translation>Die Felder von „{actor}“ konnten nicht aus dem ERP-System gelesen werden.</translation>
    </message>
    <message>
        <source>There are no defaults yet. Add one for a field of the ERP.</source>
        <translation>Es gibt noch keine Standardwerte. Fügen Sie einen für ein ERP-Feld hinzu.</translation>
    </message>
    <message>
        <source>These mandatory fields of the ERP have no direction yet: {fields}.</source>
        <translation>Diese Pflichtfelder des ERP-Systems haben noch keine Richtung: {fields}.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>U&amp;ndo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} weitere</translation>
    </message>
</context>
<context>
    <name>DirectoryFiles</name>
    <message>
        <source>CSV files (*.csv *.txt)</source>
        <translation>CSV-Dateien (*.csv *.txt)</translation>
    </message>
</context>
<context>
    <name>DirectoryPage</name>
    <message>
        <source>&amp;Edit …</source>
        <translation>Bea&amp;rbeiten …</translation>
    </message>
    <message>
        <source>&amp;Import from CSV …</source>
        <translation>Aus CSV &amp;importieren …</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>En&amp;tfernen</translation>
    </message>
    <message>
        <source>Add &amp;group …</source>
        <translation>&amp;Gruppe hinzufügen …</translation>
    </message>
    <message>
        <source>Add &amp;user …</source>
        <translation>Ben&amp;utzer hinzufügen …</translation>
    </message>
    <message>
        <source>E&amp;xport as CSV …</source>
        <translation>Als CSV e&amp;xportieren …</translation>
    </message>
    <message>
        <source>Export users and groups</source>
        <translation>Benutzer und Gruppen exportieren</translation>
    </message>
    <message>
        <source>Filter groups and users</source>
        <translation>Gruppen und Benutzer filtern</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Vollständiger Name</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>No group matches the filter.</source>
        <translation>Keine Gruppe passt zum Filter.</translation>
    </message>
    <message>
        <source>No groups yet. Add one, or import a CSV file.</source>
        <translation>Noch keine Gruppen. Fügen Sie eine hinzu oder importieren Sie eine CSV-Datei.</translation>
    </message>
    <message>
        <source>No user matches the filter.</source>
        <translation>Kein Benutzer passt zum Filter.</translation>
    </message>
    <message>
        <source>No users yet. Add one, or import a CSV file.</source>
        <translation>Noch keine Benutzer. Fügen Sie einen hinzu oder importieren Sie eine CSV-Datei.</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>Entfer&amp;nen</translation>
    </message>
    <message>
        <source>Re&amp;name …</source>
        <translation>U&amp;mbenennen …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>The groups and users that an ERP connection can be for. They are kept in this workspace.</source>
        <translation>Die Gruppen und Benutzer, für die eine ERP-Verbindung gelten kann. Sie werden in diesem Arbeitsbereich geführt.</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>users-and-groups.csv</source>
        <translation>benutzer-und-gruppen.csv</translation>
    </message>
</context>
<context>
    <name>ErpChanges</name>
    <message>
        <source>can be searched now</source>
        <translation>kann jetzt durchsucht werden</translation>
    </message>
    <message>
        <source>cannot be searched any more</source>
        <translation>kann nicht mehr durchsucht werden</translation>
    </message>
    <message>
        <source>described otherwise</source>
        <translation>anders beschrieben</translation>
    </message>
    <message>
        <source>length: {before} → {after}</source>
        <translation>Länge: {before} → {after}</translation>
    </message>
    <message>
        <source>list: {before} → {after}</source>
        <translation>Liste: {before} → {after}</translation>
    </message>
    <message>
        <source>mandatory</source>
        <translation>obligatorisch</translation>
    </message>
    <message>
        <source>name: {before} → {after}</source>
        <translation>Name: {before} → {after}</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>now {access}</source>
        <translation>jetzt {access}</translation>
    </message>
    <message>
        <source>optional and writable</source>
        <translation>optional und beschreibbar</translation>
    </message>
    <message>
        <source>other default of the ERP</source>
        <translation>anderer Standardwert des ERP-Systems</translation>
    </message>
    <message>
        <source>other description</source>
        <translation>andere Beschreibung</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>schreibgeschützt</translation>
    </message>
    <message>
        <source>type: {before} → {after}</source>
        <translation>Typ: {before} → {after}</translation>
    </message>
</context>
<context>
    <name>ErpChangesDialog</name>
    <message>
        <source>&amp;Take over</source>
        <translation>Ü&amp;bernehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Changes in the ERP</source>
        <translation>Änderungen im ERP</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>List “{name}”</source>
        <translation>Liste „{name}“</translation>
    </message>
    <message>
        <source>Mappings of changed fields stay; what is not possible any more is marked.</source>
        <translation>Zuordnungen geänderter Felder bleiben erhalten; was nicht mehr möglich ist, wird gekennzeichnet.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>New fields come without a mapping.</source>
        <translation>Neue Felder sind noch nicht zugeordnet.</translation>
    </message>
    <message>
        <source>New items of lists come without a SuperOffice item.</source>
        <translation>Neue Listeneinträge haben noch keinen SuperOffice-Eintrag.</translation>
    </message>
    <message>
        <source>Since it was read last, this has changed in the ERP. Nothing is taken over yet.</source>
        <translation>Seit dem letzten Lesen hat sich im ERP-System Folgendes geändert. Noch ist nichts übernommen.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>What is configured for something that is gone stays, marked, and can be unmapped.</source>
        <translation>Was für nicht mehr Vorhandenes konfiguriert ist, bleibt gekennzeichnet erhalten; die Zuordnung kann aufgehoben werden.</translation>
    </message>
    <message>
        <source>configured here: it stays, marked, until it is unmapped</source>
        <translation>hier konfiguriert: bleibt gekennzeichnet erhalten, bis die Zuordnung aufgehoben wird</translation>
    </message>
    <message>
        <source>gone: the Sync Connector does not support it any more</source>
        <translation>nicht mehr vorhanden: wird vom Sync Connector nicht mehr unterstützt</translation>
    </message>
    <message>
        <source>new: the Sync Connector supports it now</source>
        <translation>neu: wird jetzt vom Sync Connector unterstützt</translation>
    </message>
    <message>
        <source>nothing is configured for it</source>
        <translation>dafür ist nichts konfiguriert</translation>
    </message>
    <message>
        <source>now {text}</source>
        <translation>jetzt {text}</translation>
    </message>
    <message>
        <source>{kind} ({count})</source>
        <translation>{kind} ({count})</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… und %n weitere Änderung.</numerusform>
            <numerusform>… und %n weitere Änderungen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Das hat nicht geklappt</translation>
    </message>
</context>
<context>
    <name>FailedPage</name>
    <message>
        <source>Open another file …</source>
        <translation>Andere Datei öffnen …</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>Given by the connector; cannot be changed.</source>
        <translation>Vom Connector vorgegeben; kann nicht geändert werden.</translation>
    </message>
    <message>
        <source>{label}:</source>
        <translation>{label}:</translation>
    </message>
    <message>
        <source>{length} of {limit} characters</source>
        <translation>{length} von {limit} Zeichen</translation>
    </message>
</context>
<context>
    <name>FieldTypes</name>
    <message>
        <source>Checkbox</source>
        <translation>Kontrollkästchen</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Decimal number</source>
        <translation>Dezimalzahl</translation>
    </message>
    <message>
        <source>Integer</source>
        <translation>Ganzzahl</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Unknown type</source>
        <translation>Unbekannter Typ</translation>
    </message>
</context>
<context>
    <name>FieldsView</name>
    <message>
        <source>Both directions  ( &lt; &gt; )</source>
        <translation>Beide Richtungen  ( &lt; &gt; )</translation>
    </message>
    <message>
        <source>ERP fields</source>
        <translation>ERP-Felder</translation>
    </message>
    <message>
        <source>No direction</source>
        <translation>Keine Richtung</translation>
    </message>
    <message>
        <source>Remove the mapping</source>
        <translation>Zuordnung aufheben</translation>
    </message>
    <message>
        <source>Show in ERP tab</source>
        <translation>In ERP-Registerkarte anzeigen</translation>
    </message>
    <message>
        <source>Show in Search</source>
        <translation>In Suche anzeigen</translation>
    </message>
    <message>
        <source>To ERP  ( &lt; )</source>
        <translation>Zum ERP  ( &lt; )</translation>
    </message>
    <message>
        <source>To SuperOffice  ( &gt; )</source>
        <translation>Zu SuperOffice  ( &gt; )</translation>
    </message>
</context>
<context>
    <name>FileImportDialog</name>
    <message>
        <source>&amp;Copy all</source>
        <translation>Alles &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose &amp;file …</source>
        <translation>&amp;Datei auswählen …</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei auswählen</translation>
    </message>
    <message>
        <source>Here stands what a file would change, once one is chosen.</source>
        <translation>Sobald eine Datei ausgewählt ist, steht hier, was sie ändern würde.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>No file is chosen yet.</source>
        <translation>Es ist noch keine Datei ausgewählt.</translation>
    </message>
    <message>
        <source>Nothing can be imported until this is put right in the file:</source>
        <translation>Es kann nichts importiert werden, bis Folgendes in der Datei korrigiert ist:</translation>
    </message>
    <message>
        <source>Reading the file …</source>
        <translation>Datei wird gelesen …</translation>
    </message>
    <message>
        <source>Save a &amp;template …</source>
        <translation>&amp;Vorlage speichern …</translation>
    </message>
    <message>
        <source>Save a template</source>
        <translation>Vorlage speichern</translation>
    </message>
    <message>
        <source>The template could not be saved.</source>
        <translation>Die Vorlage konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Aktualisiert</translation>
    </message>
    <message>
        <source>What is wrong with the file</source>
        <translation>Fehler in der Datei</translation>
    </message>
    <message>
        <source>What the file changes</source>
        <translation>Änderungen durch die Datei</translation>
    </message>
    <message>
        <source>{new} new, {updated} updated, {unchanged} unchanged</source>
        <translation>{new} neu, {updated} aktualisiert, {unchanged} unverändert</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>GroupDialog</name>
    <message>
        <source>* &amp;Name:</source>
        <translation>* &amp;Name:</translation>
    </message>
    <message>
        <source>Add group</source>
        <translation>Gruppe hinzufügen</translation>
    </message>
    <message>
        <source>Rename group</source>
        <translation>Gruppe umbenennen</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Help – ERP Sync Desktop</source>
        <translation>Hilfe – ERP Sync Desktop</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>A CSV file with the columns {columns}; the kind is “user” or “group”. New users and groups are added, those that are there are updated, nobody is removed. Nothing changes before you choose Import.</source>
        <translation>Eine CSV-Datei mit den Spalten {columns}; in „kind“ steht „Benutzer“ oder „Gruppe“. Neue Benutzer und Gruppen werden hinzugefügt, vorhandene aktualisiert, niemand wird entfernt. Bevor Sie „Importieren“ wählen, ändert sich nichts.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Vollständiger Name</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Import users and groups</source>
        <translation>Benutzer und Gruppen importieren</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>users-and-groups.csv</source>
        <translation>benutzer-und-gruppen.csv</translation>
    </message>
</context>
<context>
    <name>ItemsModel</name>
    <message>
        <source>(No Selection)</source>
        <translation>(Keine Selektion)</translation>
    </message>
    <message>
        <source>Chosen twice: {items}</source>
        <translation>Doppelt gewählt: {items}</translation>
    </message>
    <message>
        <source>Mapped</source>
        <translation>Zugeordnet</translation>
    </message>
    <message>
        <source>No longer in SuperOffice</source>
        <translation>Nicht mehr in SuperOffice</translation>
    </message>
    <message>
        <source>Not mapped</source>
        <translation>Nicht zugeordnet</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} weitere</translation>
    </message>
</context>
<context>
    <name>ItemsPanel</name>
    <message>
        <source>&amp;Filter:</source>
        <translation>&amp;Filtern:</translation>
    </message>
    <message>
        <source>&amp;Match equal names</source>
        <translation>&amp;Gleiche Namen zuordnen</translation>
    </message>
    <message>
        <source>(No Selection)</source>
        <translation>(Keine Selektion)</translation>
    </message>
    <message>
        <source>All items</source>
        <translation>Alle Einträge</translation>
    </message>
    <message>
        <source>Ask the provider of the Sync Connector to correct this.</source>
        <translation>Bitten Sie den Anbieter des Sync Connectors, dies zu korrigieren.</translation>
    </message>
    <message>
        <source>Chosen twice</source>
        <translation>Doppelt gewählt</translation>
    </message>
    <message>
        <source>ERP item</source>
        <translation>ERP-Eintrag</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Items of the ERP’s list that repeat a key and are left out: {count}.</source>
        <translation>Einträge der ERP-Liste mit wiederholtem Schlüssel, die ausgelassen werden: {count}.</translation>
    </message>
    <message>
        <source>Items: {count}</source>
        <translation>Einträge: {count}</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Matched by equal names: {count}. Still unmapped: {left}.</source>
        <translation>Nach gleichen Namen zugeordnet: {count}. Noch nicht zugeordnet: {left}.</translation>
    </message>
    <message>
        <source>No SuperOffice item is called “{typed}”.</source>
        <translation>Kein SuperOffice-Eintrag heißt „{typed}“.</translation>
    </message>
    <message>
        <source>No further item of the ERP has the same name as a free SuperOffice item.</source>
        <translation>Kein weiterer ERP-Eintrag heißt wie ein freier SuperOffice-Eintrag.</translation>
    </message>
    <message>
        <source>No longer in SuperOffice</source>
        <translation>Nicht mehr in SuperOffice</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>S&amp;how:</source>
        <translation>&amp;Anzeigen:</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>SuperOffice item</source>
        <translation>SuperOffice-Eintrag</translation>
    </message>
    <message>
        <source>There is no such item.</source>
        <translation>Es gibt keinen solchen Eintrag.</translation>
    </message>
    <message>
        <source>This list of the ERP has no items.</source>
        <translation>Diese ERP-Liste hat keine Einträge.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>U&amp;ndo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Unmapped</source>
        <translation>Nicht zugeordnet</translation>
    </message>
    <message>
        <source>chosen twice: {count}</source>
        <translation>doppelt gewählt: {count}</translation>
    </message>
    <message>
        <source>no longer in SuperOffice: {count}</source>
        <translation>nicht mehr in SuperOffice: {count}</translation>
    </message>
    <message>
        <source>shown: {count}</source>
        <translation>angezeigt: {count}</translation>
    </message>
    <message>
        <source>unmapped: {count}</source>
        <translation>nicht zugeordnet: {count}</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>{what} – {stage}</source>
        <translation>{what} – {stage}</translation>
    </message>
</context>
<context>
    <name>ListInput</name>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The list is being fetched …</source>
        <translation>Die Liste wird abgerufen …</translation>
    </message>
    <message>
        <source>“{key}” is not in the list. It is kept and sent as it stands here.</source>
        <translation>„{key}“ ist nicht in der Liste. Der Wert bleibt erhalten und wird so gesendet, wie er hier steht.</translation>
    </message>
</context>
<context>
    <name>ListMappingDialog</name>
    <message>
        <source>&amp;Lists:</source>
        <translation>&amp;Listen:</translation>
    </message>
    <message>
        <source>(No Selection)</source>
        <translation>(Keine Selektion)</translation>
    </message>
    <message>
        <source>List mapping – {name}</source>
        <translation>Listenzuordnung – {name}</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>Matching equal names …</source>
        <translation>Gleiche Namen werden zugeordnet …</translation>
    </message>
    <message>
        <source>No list field is mapped, so there are no lists to map.</source>
        <translation>Es ist kein Listenfeld zugeordnet; daher gibt es keine Listen, die zugeordnet werden können.</translation>
    </message>
    <message>
        <source>Open “Mappings” and map a list field of the ERP to a list field of SuperOffice. Its lists then appear here.</source>
        <translation>Öffnen Sie „Zuordnungen“ und ordnen Sie ein Listenfeld des ERP-Systems einem Listenfeld von SuperOffice zu. Seine Listen erscheinen dann hier.</translation>
    </message>
</context>
<context>
    <name>ListNews</name>
    <message>
        <source>Lists that could not be read: {lists}.</source>
        <translation>Listen, die nicht gelesen werden konnten: {lists}.</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Needed for activation</source>
        <translation>Für die Aktivierung erforderlich</translation>
    </message>
    <message>
        <source>No longer in SuperOffice</source>
        <translation>Nicht mehr in SuperOffice</translation>
    </message>
    <message>
        <source>Not needed for activation</source>
        <translation>Für die Aktivierung nicht erforderlich</translation>
    </message>
    <message>
        <source>Used by {fields}</source>
        <translation>Verwendet von {fields}</translation>
    </message>
    <message>
        <source>could not be read again</source>
        <translation>konnte nicht erneut gelesen werden</translation>
    </message>
    <message>
        <source>{count} chosen twice</source>
        <translation>{count} doppelt gewählt</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} weitere</translation>
    </message>
    <message>
        <source>{count} no longer in SuperOffice</source>
        <translation>{count} nicht mehr in SuperOffice</translation>
    </message>
    <message>
        <source>{count} unmapped</source>
        <translation>{count} nicht zugeordnet</translation>
    </message>
</context>
<context>
    <name>LongTextInput</name>
    <message>
        <source>Only the beginning is shown. All {count} characters are sent exactly as they came.</source>
        <translation>Nur der Anfang wird angezeigt. Alle {count} Zeichen werden genau so gesendet, wie sie kamen.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Undo replacing</source>
        <translation>Ersetzen rückgängig machen</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>ERP Sync Desktop could not start.</source>
        <translation>ERP Sync Desktop konnte nicht gestartet werden.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>New workspace file</source>
        <translation>Neue Arbeitsbereichsdatei</translation>
    </message>
    <message>
        <source>Open workspace file</source>
        <translation>Arbeitsbereichsdatei öffnen</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>Wird geöffnet …</translation>
    </message>
    <message>
        <source>Starting the sample ERP …</source>
        <translation>Beispiel-ERP wird gestartet …</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>The sample ERP is running. Define an ERP connection to it now.</source>
        <translation>Das Beispiel-ERP läuft. Definieren Sie jetzt eine ERP-Verbindung dazu.</translation>
    </message>
    <message>
        <source>Workspace files (*.sqlite)</source>
        <translation>Arbeitsbereichsdateien (*.sqlite)</translation>
    </message>
</context>
<context>
    <name>MappingResults</name>
    <message numerus="yes">
        <source>%n of the selected fields were not changed.</source>
        <translation>
            <numerusform>%n der markierten Felder wurde nicht geändert.</numerusform>
            <numerusform>%n der markierten Felder wurden nicht geändert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them could not be taken over as they are there:</source>
        <translation>
            <numerusform>%n davon konnte nicht unverändert übernommen werden:</numerusform>
            <numerusform>%n davon konnten nicht unverändert übernommen werden:</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the SuperOffice fields by hand.</source>
        <translation>Wählen Sie die SuperOffice-Felder von Hand aus.</translation>
    </message>
    <message>
        <source>Choose the directions that are to be synchronised.</source>
        <translation>Wählen Sie die Richtungen, in die synchronisiert werden soll.</translation>
    </message>
    <message>
        <source>Not possible: {why}</source>
        <translation>Nicht möglich: {why}</translation>
    </message>
    <message>
        <source>The mappings of “{name}” are the same.</source>
        <translation>Die Zuordnungen von „{name}“ sind dieselben.</translation>
    </message>
    <message>
        <source>The mappings of “{name}” were taken over.</source>
        <translation>Die Zuordnungen von „{name}“ wurden übernommen.</translation>
    </message>
    <message numerus="yes">
        <source>{actor}: %n fields were mapped, without a direction.</source>
        <translation>
            <numerusform>{actor}: %n Feld wurde ohne Richtung zugeordnet.</numerusform>
            <numerusform>{actor}: %n Felder wurden ohne Richtung zugeordnet.</numerusform>
        </translation>
    </message>
    <message>
        <source>{actor}: no further field has a key that is known.</source>
        <translation>{actor}: Kein weiteres Feld hat einen bekannten Schlüssel.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… und %n weiterer Grund.</numerusform>
            <numerusform>… und %n weitere Gründe.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MappingTexts</name>
    <message>
        <source>(No Selection)</source>
        <translation>(Keine Selektion)</translation>
    </message>
    <message>
        <source>Both directions</source>
        <translation>Beide Richtungen</translation>
    </message>
    <message>
        <source>To ERP</source>
        <translation>Zum ERP</translation>
    </message>
    <message>
        <source>To SuperOffice</source>
        <translation>Zu SuperOffice</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>chosen, but not possible any more. {why}</source>
        <translation>gewählt, aber nicht mehr möglich. {why}</translation>
    </message>
    <message>
        <source>gone from the ERP</source>
        <translation>im ERP nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>in ERP tab</source>
        <translation>in ERP-Registerkarte</translation>
    </message>
    <message>
        <source>in search</source>
        <translation>in Suche</translation>
    </message>
    <message>
        <source>mandatory in the ERP</source>
        <translation>im ERP obligatorisch</translation>
    </message>
    <message>
        <source>no direction</source>
        <translation>keine Richtung</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>not possible. {why}</source>
        <translation>nicht möglich. {why}</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>möglich</translation>
    </message>
    <message>
        <source>read-only in the ERP</source>
        <translation>im ERP schreibgeschützt</translation>
    </message>
    <message>
        <source>{actor} – order of the fields</source>
        <translation>{actor} – Reihenfolge der Felder</translation>
    </message>
    <message>
        <source>{actor} – synchronised</source>
        <translation>{actor} – synchronisiert</translation>
    </message>
    <message>
        <source>{actor} – {field}</source>
        <translation>{actor} – {field}</translation>
    </message>
    <message>
        <source>{actor} – {field}: default</source>
        <translation>{actor} – {field}: Standardwert</translation>
    </message>
    <message>
        <source>{direction}: {state}</source>
        <translation>{direction}: {state}</translation>
    </message>
    <message>
        <source>{label} (gone)</source>
        <translation>{label} (nicht mehr vorhanden)</translation>
    </message>
</context>
<context>
    <name>MappingToolbar</name>
    <message>
        <source>&amp;Copy from …</source>
        <translation>&amp;Kopieren aus …</translation>
    </message>
    <message>
        <source>&amp;Map automatically</source>
        <translation>Auto&amp;matisch zuordnen</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>As last saved</source>
        <translation>Wie zuletzt gespeichert</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Remove all mappings of “{actor}”</source>
        <translation>Alle Zuordnungen von „{actor}“ aufheben</translation>
    </message>
</context>
<context>
    <name>MappingsDialog</name>
    <message>
        <source>Asking the ERP …</source>
        <translation>ERP-System wird abgefragt …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Mappings – {name}</source>
        <translation>Zuordnungen – {name}</translation>
    </message>
    <message>
        <source>The Sync Connector names no actor type.</source>
        <translation>Der Sync Connector nennt keinen Aktortyp.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Working …</source>
        <translation>Wird bearbeitet …</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;About ERP Sync Desktop</source>
        <translation>Ü&amp;ber ERP Sync Desktop</translation>
    </message>
    <message>
        <source>&amp;ERP connection</source>
        <translation>&amp;ERP-Verbindung</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtern</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;New workspace file …</source>
        <translation>&amp;Neue Arbeitsbereichsdatei …</translation>
    </message>
    <message>
        <source>&amp;Open workspace file …</source>
        <translation>Arbeitsbereichsdatei ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>&amp;Sync Connector</source>
        <translation>&amp;Sync Connector</translation>
    </message>
    <message>
        <source>&amp;Sync apps in the SuperOffice App Store</source>
        <translation>&amp;Sync-Apps im SuperOffice App Store</translation>
    </message>
    <message>
        <source>&amp;Try the sample ERP</source>
        <translation>Beis&amp;piel-ERP ausprobieren</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>&amp;Systemsprache</translation>
    </message>
    <message>
        <source>How a sync app is &amp;made</source>
        <translation>Wie eine Sync-App &amp;entsteht</translation>
    </message>
    <message>
        <source>Show &amp;deleted</source>
        <translation>&amp;Gelöschte anzeigen</translation>
    </message>
</context>
<context>
    <name>MessagePanel</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
</context>
<context>
    <name>MissingLine</name>
    <message>
        <source>Nothing is missing: OK saves.</source>
        <translation>Es fehlt nichts: „OK“ speichert.</translation>
    </message>
    <message>
        <source>To enable OK: {what}</source>
        <translation>Damit „OK“ verfügbar wird: {what}</translation>
    </message>
    <message>
        <source>To enable Save: {what}</source>
        <translation>Damit „Speichern“ verfügbar wird: {what}</translation>
    </message>
    <message numerus="yes">
        <source>{what} … and %n more.</source>
        <translation>
            <numerusform>{what} … und %n weiterer Punkt.</numerusform>
            <numerusform>{what} … und %n weitere Punkte.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>1 day ago</source>
        <translation>vor 1 Tag</translation>
    </message>
    <message>
        <source>1 hour ago</source>
        <translation>vor 1 Stunde</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>{count} days ago</source>
        <translation>vor {count} Tagen</translation>
    </message>
    <message>
        <source>{count} hours ago</source>
        <translation>vor {count} Stunden</translation>
    </message>
    <message>
        <source>{count} minutes ago</source>
        <translation>vor {count} Minuten</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Navigator</source>
        <translation>Navigator</translation>
    </message>
    <message>
        <source>Quote/Sync</source>
        <translation>Angebot/Sync</translation>
    </message>
    <message>
        <source>SuperOffice fields and lists</source>
        <translation>SuperOffice-Felder und -Listen</translation>
    </message>
    <message>
        <source>Users and groups</source>
        <translation>Benutzer und Gruppen</translation>
    </message>
</context>
<context>
    <name>OrderedList</name>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Select what is to be moved.</source>
        <translation>Markieren Sie, was verschoben werden soll.</translation>
    </message>
    <message>
        <source>To the &amp;bottom</source>
        <translation>Ans &amp;Ende</translation>
    </message>
    <message>
        <source>To the &amp;top</source>
        <translation>An den An&amp;fang</translation>
    </message>
    <message>
        <source>U&amp;ndo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>{name}: {place} of {count}</source>
        <translation>{name}: {place} von {count}</translation>
    </message>
    <message>
        <source>{number} selected, from {first} to {last} of {count}</source>
        <translation>{number} markiert, von {first} bis {last} von {count}</translation>
    </message>
</context>
<context>
    <name>Orders</name>
    <message>
        <source>Place {place}</source>
        <translation>Platz {place}</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} von {total}</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Hide {label}</source>
        <translation>{label} verbergen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Show {label}</source>
        <translation>{label} anzeigen</translation>
    </message>
    <message>
        <source>password</source>
        <translation>Kennwort</translation>
    </message>
</context>
<context>
    <name>PriorityDialog</name>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>ERP connection</source>
        <translation>ERP-Verbindung</translation>
    </message>
    <message>
        <source>ERP connections by priority</source>
        <translation>ERP-Verbindungen nach Priorität</translation>
    </message>
    <message>
        <source>Set Sync Priority</source>
        <translation>Sync-Priorität festlegen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>When several ERP connections are active and there is much to do, they are synchronised in this order: the first is the most important.</source>
        <translation>Wenn mehrere ERP-Verbindungen aktiv sind und viel zu tun ist, werden sie in dieser Reihenfolge synchronisiert: Die erste ist die wichtigste.</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>inaktiv</translation>
    </message>
</context>
<context>
    <name>RankDialog</name>
    <message>
        <source>Actor types</source>
        <translation>Aktortypen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>ERP field</source>
        <translation>ERP-Feld</translation>
    </message>
    <message>
        <source>ERP tab</source>
        <translation>ERP-Registerkarte</translation>
    </message>
    <message>
        <source>Fields of {actor}</source>
        <translation>Felder für {actor}</translation>
    </message>
    <message>
        <source>Rank Fields – {name}</source>
        <translation>Felder sortieren – {name}</translation>
    </message>
    <message>
        <source>The ERP tab of SuperOffice shows the fields in this order.</source>
        <translation>Die ERP-Registerkarte in SuperOffice zeigt die Felder in dieser Reihenfolge.</translation>
    </message>
    <message>
        <source>not in the ERP any more</source>
        <translation>im ERP nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>not shown in the ERP tab</source>
        <translation>nicht in der ERP-Registerkarte</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>angezeigt</translation>
    </message>
</context>
<context>
    <name>Removal</name>
    <message>
        <source>One user is in it, who stays, without a group.</source>
        <translation>Betroffen ist ein Benutzer. Er bleibt erhalten, ohne Gruppe.</translation>
    </message>
    <message>
        <source>Remove the group {name}?</source>
        <translation>Gruppe „{name}“ entfernen?</translation>
    </message>
    <message>
        <source>Remove the user {name}?</source>
        <translation>Benutzer „{name}“ entfernen?</translation>
    </message>
    <message>
        <source>Remove {count} groups?</source>
        <translation>{count} Gruppen entfernen?</translation>
    </message>
    <message>
        <source>Remove {count} users?</source>
        <translation>{count} Benutzer entfernen?</translation>
    </message>
    <message>
        <source>{count} groups were removed.</source>
        <translation>{count} Gruppen wurden entfernt.</translation>
    </message>
    <message>
        <source>{count} users are in it. They stay, without a group.</source>
        <translation>Betroffen sind {count} Benutzer. Sie bleiben erhalten, ohne Gruppe.</translation>
    </message>
    <message>
        <source>{count} users were removed.</source>
        <translation>{count} Benutzer wurden entfernt.</translation>
    </message>
    <message>
        <source>{name} was removed.</source>
        <translation>„{name}“ wurde entfernt.</translation>
    </message>
</context>
<context>
    <name>RowLine</name>
    <message numerus="yes">
        <source>%n fields are selected; the keys work on all of them.</source>
        <translation>
            <numerusform>%n Feld ist markiert; die Tasten wirken darauf.</numerusform>
            <numerusform>%n Felder sind markiert; die Tasten wirken auf alle.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Jeder</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>{name} (deleted)</source>
        <translation>{name} (gelöscht)</translation>
    </message>
</context>
<context>
    <name>ScopeChoice</name>
    <message numerus="yes">
        <source>%n that are gone</source>
        <translation>
            <numerusform>%n nicht mehr vorhandener Eintrag</numerusform>
            <numerusform>%n nicht mehr vorhandene Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Configure scope</source>
        <translation>Umfang konfigurieren</translation>
    </message>
    <message>
        <source>Configure scope: {choice}</source>
        <translation>Umfang konfigurieren: {choice}</translation>
    </message>
    <message>
        <source>E&amp;veryone</source>
        <translation>&amp;Jeder</translation>
    </message>
    <message>
        <source>No users or groups are selected</source>
        <translation>Es sind keine Benutzer oder Benutzergruppen ausgewählt</translation>
    </message>
    <message>
        <source>S&amp;pecific users + groups</source>
        <translation>&amp;Spezifische Benutzer + Gruppen</translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} und %n weiterer</numerusform>
            <numerusform>{names} und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScopeDialog</name>
    <message>
        <source>&amp;Find:</source>
        <translation>&amp;Suchen:</translation>
    </message>
    <message>
        <source>&amp;Groups</source>
        <translation>&amp;Gruppen</translation>
    </message>
    <message>
        <source>&amp;Users</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>1 group</source>
        <translation>1 Gruppe</translation>
    </message>
    <message>
        <source>1 user</source>
        <translation>1 Benutzer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Configure scope</source>
        <translation>Umfang konfigurieren</translation>
    </message>
    <message>
        <source>Filter groups and users</source>
        <translation>Gruppen und Benutzer filtern</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Vollständiger Name</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>No group matches.</source>
        <translation>Keine Gruppe passt.</translation>
    </message>
    <message>
        <source>No user matches.</source>
        <translation>Kein Benutzer passt.</translation>
    </message>
    <message>
        <source>No users or groups are selected</source>
        <translation>Es sind keine Benutzer oder Benutzergruppen ausgewählt</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Part of a name</source>
        <translation>Teil eines Namens</translation>
    </message>
    <message>
        <source>Select &amp;all shown users</source>
        <translation>Alle angezeigten Ben&amp;utzer auswählen</translation>
    </message>
    <message>
        <source>Select all &amp;shown groups</source>
        <translation>Alle &amp;angezeigten Gruppen auswählen</translation>
    </message>
    <message>
        <source>Show only selec&amp;ted</source>
        <translation>&amp;Nur Ausgewählte anzeigen</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>There are no groups yet. They are added on the page “Users and groups”.</source>
        <translation>Es gibt noch keine Gruppen. Sie werden auf der Seite „Benutzer und Gruppen“ hinzugefügt.</translation>
    </message>
    <message>
        <source>There are no users yet. They are added on the page “Users and groups”.</source>
        <translation>Es gibt noch keine Benutzer. Sie werden auf der Seite „Benutzer und Gruppen“ hinzugefügt.</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>{count} groups</source>
        <translation>{count} Gruppen</translation>
    </message>
    <message>
        <source>{count} users</source>
        <translation>{count} Benutzer</translation>
    </message>
    <message>
        <source>{groups} and {users} selected</source>
        <translation>{groups} und {users} ausgewählt</translation>
    </message>
    <message>
        <source>{what} selected</source>
        <translation>{what} ausgewählt</translation>
    </message>
</context>
<context>
    <name>SecretInput</name>
    <message>
        <source>No longer stored; type it again</source>
        <translation>Nicht mehr gespeichert; bitte neu eingeben</translation>
    </message>
    <message>
        <source>Stored; kept unless typed over</source>
        <translation>Gespeichert; bleibt, wenn Sie nichts eingeben</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>A connector URL cannot begin with “{scheme}”.</source>
        <translation>Eine Connector-URL kann nicht mit „{scheme}“ beginnen.</translation>
    </message>
    <message>
        <source>A key has up to 100 characters: letters from A to Z, digits, hyphens, underscores, dots and colons.</source>
        <translation>Ein Schlüssel hat bis zu 100 Zeichen: Buchstaben von A bis Z, Ziffern, Bindestriche, Unterstriche, Punkte und Doppelpunkte.</translation>
    </message>
    <message>
        <source>A list field needs a list.</source>
        <translation>Ein Listenfeld benötigt eine Liste.</translation>
    </message>
    <message>
        <source>A quotation mark is in the wrong place.</source>
        <translation>Ein Anführungszeichen steht an der falschen Stelle.</translation>
    </message>
    <message>
        <source>A test counts for exactly the Sync Connector and the values that were tested.</source>
        <translation>Ein Test gilt nur für genau den Sync Connector und die Werte, die getestet wurden.</translation>
    </message>
    <message>
        <source>A text has up to {limit} characters, and no line break or other invisible control character.</source>
        <translation>Ein Text hat bis zu {limit} Zeichen und enthält weder Zeilenumbrüche noch andere unsichtbare Steuerzeichen.</translation>
    </message>
    <message>
        <source>Add a default for it, or choose a direction towards the ERP.</source>
        <translation>Fügen Sie einen Standardwert dafür hinzu oder wählen Sie eine Richtung zum ERP.</translation>
    </message>
    <message>
        <source>Add the list first, or choose one that is there.</source>
        <translation>Fügen Sie zuerst die Liste hinzu oder wählen Sie eine vorhandene aus.</translation>
    </message>
    <message>
        <source>Add the name, or remove the line.</source>
        <translation>Ergänzen Sie den Namen oder entfernen Sie die Zeile.</translation>
    </message>
    <message>
        <source>Addresses are shown, exported and logged by servers on the way, so a secret is not safe there.</source>
        <translation>Adressen werden angezeigt, exportiert und von Servern unterwegs protokolliert; Zugangsdaten sind dort nicht sicher.</translation>
    </message>
    <message>
        <source>An ERP connection needs its Sync Connector.</source>
        <translation>Eine ERP-Verbindung benötigt ihren Sync Connector.</translation>
    </message>
    <message>
        <source>An active ERP connection cannot be deleted.</source>
        <translation>Eine aktive ERP-Verbindung kann nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>Another program is using {path}.</source>
        <translation>{path} wird von einem anderen Programm verwendet.</translation>
    </message>
    <message>
        <source>As long as these ERP connections are active, it cannot be removed or get another key, type or list: {connections}.</source>
        <translation>Solange diese ERP-Verbindungen aktiv sind, kann es weder entfernt werden noch einen anderen Schlüssel, Typ oder eine andere Liste erhalten: {connections}.</translation>
    </message>
    <message>
        <source>Ask the network administrator to let this computer reach the connector without signing in.</source>
        <translation>Bitten Sie die Netzwerkadministration, diesem Computer den Zugang zum Connector ohne Anmeldung zu erlauben.</translation>
    </message>
    <message>
        <source>Ask the provider of the Sync Connector to correct this.</source>
        <translation>Bitten Sie den Anbieter des Sync Connectors, dies zu korrigieren.</translation>
    </message>
    <message>
        <source>Ask the provider of the sync app to allow anonymous access to the address of the connector.</source>
        <translation>Bitten Sie den Anbieter der Sync-App, anonymen Zugriff auf die Adresse des Connectors zu erlauben.</translation>
    </message>
    <message>
        <source>Ask the provider of the sync app whether the connector can store its configuration.</source>
        <translation>Fragen Sie den Anbieter der Sync-App, ob der Connector seine Konfiguration speichern kann.</translation>
    </message>
    <message>
        <source>Ask the provider of the sync app why the answer is so large.</source>
        <translation>Fragen Sie den Anbieter der Sync-App, warum die Antwort so groß ist.</translation>
    </message>
    <message>
        <source>Ask whoever runs the server to allow access from here.</source>
        <translation>Bitten Sie den Betreiber des Servers, den Zugriff von hier zu erlauben.</translation>
    </message>
    <message>
        <source>Ask whoever runs the server to renew the certificate, and check the date and time of this computer.</source>
        <translation>Bitten Sie den Betreiber des Servers, das Zertifikat zu erneuern, und prüfen Sie Datum und Uhrzeit dieses Computers.</translation>
    </message>
    <message>
        <source>Asking the Sync Connector …</source>
        <translation>Sync Connector wird abgefragt …</translation>
    </message>
    <message>
        <source>Because of their types, information would be lost.</source>
        <translation>Wegen der Typen ginge Information verloren.</translation>
    </message>
    <message>
        <source>Change the scope of these ERP connections first.</source>
        <translation>Ändern Sie zuerst den Umfang dieser ERP-Verbindungen.</translation>
    </message>
    <message>
        <source>Check in the keyring’s own program whether ERP Sync Desktop may use it, or keep the secrets for this session only.</source>
        <translation>Prüfen Sie im Programm des Schlüsselbunds, ob ERP Sync Desktop ihn verwenden darf, oder behalten Sie die Zugangsdaten nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>Check the configuration fields. If they are right, give the details to the provider of the sync app.</source>
        <translation>Prüfen Sie die Konfigurationsfelder. Wenn sie stimmen, geben Sie die Details an den Anbieter der Sync-App weiter.</translation>
    </message>
    <message>
        <source>Check the connector URL and whether the server is running. Ask the network administrator about the firewall.</source>
        <translation>Prüfen Sie die Connector-URL und ob der Server läuft. Fragen Sie die Netzwerkadministration nach der Firewall.</translation>
    </message>
    <message>
        <source>Check the connector URL. If the server is in the company network, connect to it or to its VPN first.</source>
        <translation>Prüfen Sie die Connector-URL. Wenn der Server im Firmennetz steht, verbinden Sie sich zuerst mit diesem Netz oder seinem VPN.</translation>
    </message>
    <message>
        <source>Check the connector URL; it often ends in .svc or .asmx.</source>
        <translation>Prüfen Sie die Connector-URL; oft endet sie auf .svc oder .asmx.</translation>
    </message>
    <message>
        <source>Check the date and time of this computer.</source>
        <translation>Prüfen Sie Datum und Uhrzeit dieses Computers.</translation>
    </message>
    <message>
        <source>Check the name and your access, and close the file in other programs.</source>
        <translation>Prüfen Sie den Namen und Ihre Zugriffsrechte und schließen Sie die Datei in anderen Programmen.</translation>
    </message>
    <message>
        <source>Check the name and your access, or open another file.</source>
        <translation>Prüfen Sie den Namen und Ihre Zugriffsrechte oder öffnen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Check the network connection, or connect to the company’s VPN.</source>
        <translation>Prüfen Sie die Netzwerkverbindung oder verbinden Sie sich mit dem VPN der Firma.</translation>
    </message>
    <message>
        <source>Check the part of the connector URL after the server name.</source>
        <translation>Prüfen Sie den Teil der Connector-URL nach dem Servernamen.</translation>
    </message>
    <message>
        <source>Check the port in the connector URL, and whether the sync app is running on the server.</source>
        <translation>Prüfen Sie den Port in der Connector-URL und ob die Sync-App auf dem Server läuft.</translation>
    </message>
    <message>
        <source>Check the port in the connector URL. If it is right, ask whoever runs the server about its TLS settings.</source>
        <translation>Prüfen Sie den Port in der Connector-URL. Wenn er stimmt, fragen Sie den Betreiber des Servers nach dessen TLS-Einstellungen.</translation>
    </message>
    <message>
        <source>Check the proxy settings of the system, or ask the network administrator to allow the connection.</source>
        <translation>Prüfen Sie die Proxy-Einstellungen des Systems oder bitten Sie die Netzwerkadministration, die Verbindung zu erlauben.</translation>
    </message>
    <message>
        <source>Check whether it is there and whether you may read it.</source>
        <translation>Prüfen Sie, ob sie vorhanden ist und ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>Check whether more than the address was pasted.</source>
        <translation>Prüfen Sie, ob mehr als die Adresse eingefügt wurde.</translation>
    </message>
    <message>
        <source>Check whether the ERP system is working, then try again. If it happens again, ask the provider of the sync app.</source>
        <translation>Prüfen Sie, ob das ERP-System arbeitet, und versuchen Sie es dann erneut. Wenn es wieder geschieht, fragen Sie den Anbieter der Sync-App.</translation>
    </message>
    <message>
        <source>Check whether the URL is right. If it is, ask the provider of the sync app.</source>
        <translation>Prüfen Sie, ob die URL stimmt. Wenn ja, fragen Sie den Anbieter der Sync-App.</translation>
    </message>
    <message>
        <source>Check whether the URL is right. If it is, give the details to the provider of the sync app.</source>
        <translation>Prüfen Sie, ob die URL stimmt. Wenn ja, geben Sie die Details an den Anbieter der Sync-App weiter.</translation>
    </message>
    <message>
        <source>Check whether the URL is that of a Sync Connector, and ask the provider of the sync app for a current version.</source>
        <translation>Prüfen Sie, ob die URL zu einem Sync Connector gehört, und fragen Sie den Anbieter der Sync-App nach einer aktuellen Version.</translation>
    </message>
    <message>
        <source>Check whether the URL is that of a Sync Connector.</source>
        <translation>Prüfen Sie, ob die URL zu einem Sync Connector gehört.</translation>
    </message>
    <message>
        <source>Check whether the URL is that of a Sync Connector. If it is, give the details to the provider of the sync app.</source>
        <translation>Prüfen Sie, ob die URL zu einem Sync Connector gehört. Wenn ja, geben Sie die Details an den Anbieter der Sync-App weiter.</translation>
    </message>
    <message>
        <source>Check whether the URL is that of the Sync Connector itself. If it is, ask the provider of the sync app.</source>
        <translation>Prüfen Sie, ob die URL die des Sync Connectors selbst ist. Wenn ja, fragen Sie den Anbieter der Sync-App.</translation>
    </message>
    <message>
        <source>Checking the certificate …</source>
        <translation>Zertifikat wird geprüft …</translation>
    </message>
    <message>
        <source>Choose (No Selection), and then another SuperOffice field.</source>
        <translation>Wählen Sie „(Keine Selektion)“ und dann ein anderes SuperOffice-Feld.</translation>
    </message>
    <message>
        <source>Choose a SuperOffice field first.</source>
        <translation>Wählen Sie zuerst ein SuperOffice-Feld.</translation>
    </message>
    <message>
        <source>Choose a SuperOffice field of a type that fits.</source>
        <translation>Wählen Sie ein SuperOffice-Feld mit passendem Typ.</translation>
    </message>
    <message>
        <source>Choose a SuperOffice item for each item of the ERP.</source>
        <translation>Wählen Sie für jeden ERP-Eintrag einen SuperOffice-Eintrag.</translation>
    </message>
    <message>
        <source>Choose a Sync Connector from the list.</source>
        <translation>Wählen Sie einen Sync Connector aus der Liste aus.</translation>
    </message>
    <message>
        <source>Choose a file with a header line and one line for each user or group.</source>
        <translation>Wählen Sie eine Datei mit einer Kopfzeile und je einer Zeile für jeden Benutzer und jede Gruppe aus.</translation>
    </message>
    <message>
        <source>Choose another SuperOffice field.</source>
        <translation>Wählen Sie ein anderes SuperOffice-Feld.</translation>
    </message>
    <message>
        <source>Choose another SuperOffice item for each of them.</source>
        <translation>Wählen Sie für jeden von ihnen einen anderen SuperOffice-Eintrag.</translation>
    </message>
    <message>
        <source>Choose another direction, or unmap the field in “{name}”.</source>
        <translation>Wählen Sie eine andere Richtung oder heben Sie die Zuordnung des Feldes in „{name}“ auf.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Choose another item for all but one of them.</source>
        <translation>Wählen Sie für alle außer einem einen anderen Eintrag.</translation>
    </message>
    <message>
        <source>Choose another item, or remove the default.</source>
        <translation>Wählen Sie einen anderen Eintrag oder entfernen Sie den Standardwert.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Choose the ERP field that the default is for.</source>
        <translation>Wählen Sie das ERP-Feld, für das der Standardwert gilt.</translation>
    </message>
    <message>
        <source>Choose the direction to SuperOffice, or another SuperOffice field.</source>
        <translation>Wählen Sie die Richtung zu SuperOffice oder ein anderes SuperOffice-Feld.</translation>
    </message>
    <message>
        <source>Choose the direction to SuperOffice.</source>
        <translation>Wählen Sie die Richtung zu SuperOffice.</translation>
    </message>
    <message>
        <source>Choose the direction to the ERP, or another SuperOffice field.</source>
        <translation>Wählen Sie die Richtung zum ERP oder ein anderes SuperOffice-Feld.</translation>
    </message>
    <message>
        <source>Choose the direction to the ERP.</source>
        <translation>Wählen Sie die Richtung zum ERP.</translation>
    </message>
    <message>
        <source>Choose the list whose items it offers.</source>
        <translation>Wählen Sie die Liste, deren Einträge das Feld anbietet.</translation>
    </message>
    <message>
        <source>Clear its box in the column “Active” first.</source>
        <translation>Entfernen Sie zuerst das Häkchen in der Spalte „Aktiv“.</translation>
    </message>
    <message>
        <source>Click “Test ERP connection” again.</source>
        <translation>Klicken Sie erneut auf „ERP-Verbindung testen“.</translation>
    </message>
    <message>
        <source>Click “Test ERP connection”.</source>
        <translation>Klicken Sie auf „ERP-Verbindung testen“.</translation>
    </message>
    <message>
        <source>Close other copies of this program and try again.</source>
        <translation>Beenden Sie andere laufende Instanzen dieses Programms und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Close the other program and try again.</source>
        <translation>Schließen Sie das andere Programm und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Compare it with a file that was saved here. Nothing was taken from it.</source>
        <translation>Vergleichen Sie sie mit einer hier gespeicherten Datei. Aus der Datei wurde nichts übernommen.</translation>
    </message>
    <message>
        <source>Configuration field {position} has no key.</source>
        <translation>Das Konfigurationsfeld an Position {position} hat keinen Schlüssel.</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Verbindung wird hergestellt …</translation>
    </message>
    <message>
        <source>Correct it in the file. Nothing was taken from it.</source>
        <translation>Korrigieren Sie dies in der Datei. Es wurde nichts daraus übernommen.</translation>
    </message>
    <message>
        <source>Correct the configuration fields and try again. If that does not help, give the details to the provider of the sync app.</source>
        <translation>Korrigieren Sie die Konfigurationsfelder und versuchen Sie es erneut. Wenn das nicht hilft, geben Sie die Details an den Anbieter der Sync-App weiter.</translation>
    </message>
    <message>
        <source>Correct the connector URL or the configuration fields, then test again.</source>
        <translation>Korrigieren Sie die Connector-URL oder die Konfigurationsfelder und testen Sie dann erneut.</translation>
    </message>
    <message>
        <source>Correct the file there. Nothing was taken from it.</source>
        <translation>Korrigieren Sie die Datei an dieser Stelle. Es wurde nichts daraus übernommen.</translation>
    </message>
    <message>
        <source>Correct the key.</source>
        <translation>Korrigieren Sie den Schlüssel.</translation>
    </message>
    <message>
        <source>Correct the line and import the file again.</source>
        <translation>Korrigieren Sie die Zeile und importieren Sie die Datei erneut.</translation>
    </message>
    <message>
        <source>Correct the number after the colon, or remove the colon with the number.</source>
        <translation>Korrigieren Sie die Zahl nach dem Doppelpunkt oder entfernen Sie den Doppelpunkt mit der Zahl.</translation>
    </message>
    <message>
        <source>Correct the text.</source>
        <translation>Korrigieren Sie den Text.</translation>
    </message>
    <message>
        <source>Deactivate the ERP connection first.</source>
        <translation>Deaktivieren Sie zuerst die ERP-Verbindung.</translation>
    </message>
    <message>
        <source>Deactivate the ERP connections first.</source>
        <translation>Deaktivieren Sie zuerst die ERP-Verbindungen.</translation>
    </message>
    <message>
        <source>Delete the name and type it anew.</source>
        <translation>Löschen Sie den Namen und geben Sie ihn neu ein.</translation>
    </message>
    <message>
        <source>Delete the text and type it anew.</source>
        <translation>Löschen Sie den Text und geben Sie ihn neu ein.</translation>
    </message>
    <message>
        <source>Delete these ERP connections first, or choose another Sync Connector for them.</source>
        <translation>Löschen Sie zuerst diese ERP-Verbindungen oder wählen Sie für sie einen anderen Sync Connector aus.</translation>
    </message>
    <message>
        <source>ERP Sync Desktop does not sign in at proxies.</source>
        <translation>ERP Sync Desktop meldet sich nicht bei Proxys an.</translation>
    </message>
    <message>
        <source>Each SuperOffice item can stand for one item of the ERP only.</source>
        <translation>Jeder SuperOffice-Eintrag kann nur für einen ERP-Eintrag stehen.</translation>
    </message>
    <message>
        <source>Enter a URL that begins with https://, http:// or app://.</source>
        <translation>Geben Sie eine URL ein, die mit https://, http:// oder app:// beginnt.</translation>
    </message>
    <message>
        <source>Enter a date as it is usually written in your region, or choose it from the calendar.</source>
        <translation>Geben Sie ein Datum in der in Ihrer Region üblichen Schreibweise ein oder wählen Sie es im Kalender aus.</translation>
    </message>
    <message>
        <source>Enter a number in this range.</source>
        <translation>Geben Sie eine Zahl aus diesem Bereich ein.</translation>
    </message>
    <message>
        <source>Enter a value, or do not set a default value.</source>
        <translation>Geben Sie einen Wert ein oder legen Sie keinen Standardwert fest.</translation>
    </message>
    <message>
        <source>Enter digits without a decimal separator.</source>
        <translation>Geben Sie nur Ziffern ohne Dezimaltrennzeichen ein.</translation>
    </message>
    <message>
        <source>Enter digits, with a decimal separator as is usual in your region.</source>
        <translation>Geben Sie Ziffern ein, mit dem in Ihrer Region üblichen Dezimaltrennzeichen.</translation>
    </message>
    <message>
        <source>Enter the URL that the provider of the sync app gave you.</source>
        <translation>Geben Sie die URL ein, die Sie vom Anbieter der Sync-App erhalten haben.</translation>
    </message>
    <message>
        <source>Enter the whole address, such as {suggestion}.</source>
        <translation>Geben Sie die vollständige Adresse ein, zum Beispiel {suggestion}.</translation>
    </message>
    <message>
        <source>Enter the whole address: after https:// comes the name of the server, after app:// the client ID.</source>
        <translation>Geben Sie die vollständige Adresse ein: Nach https:// folgt der Name des Servers, nach app:// die Client-ID.</translation>
    </message>
    <message>
        <source>Enter “{label}” again and test the ERP connection.</source>
        <translation>Geben Sie „{label}“ erneut ein und testen Sie die ERP-Verbindung.</translation>
    </message>
    <message>
        <source>Fields have the columns {fields_columns}; list items have {items_columns}.</source>
        <translation>Felder haben die Spalten {fields_columns}; Listeneinträge haben {items_columns}.</translation>
    </message>
    <message>
        <source>Fields or items are left out, as their keys contain a password of this connection: {count}.</source>
        <translation>Felder oder Einträge, die ausgelassen werden, weil ihre Schlüssel ein Kennwort dieser Verbindung enthalten: {count}.</translation>
    </message>
    <message>
        <source>Files that several computers change there can be damaged.</source>
        <translation>Dateien, die dort von mehreren Computern geändert werden, können beschädigt werden.</translation>
    </message>
    <message>
        <source>Fill in “{label}”.</source>
        <translation>Füllen Sie „{label}“ aus.</translation>
    </message>
    <message>
        <source>For “{label}”, the Sync Connector states the unknown access “{access}”; the field can be filled in or left empty.</source>
        <translation>Für „{label}“ nennt der Sync Connector den unbekannten Zugriff „{access}“; das Feld kann ausgefüllt werden oder leer bleiben.</translation>
    </message>
    <message>
        <source>Give each item of the list a key of its own.</source>
        <translation>Geben Sie jedem Eintrag der Liste einen eigenen Schlüssel.</translation>
    </message>
    <message>
        <source>Give the connection another password. If that does not help, ask the provider of the Sync Connector.</source>
        <translation>Geben Sie der Verbindung ein anderes Kennwort. Wenn das nicht hilft, fragen Sie den Anbieter des Sync Connectors.</translation>
    </message>
    <message>
        <source>Give the details to the provider of the sync app.</source>
        <translation>Geben Sie die Details an den Anbieter der Sync-App weiter.</translation>
    </message>
    <message>
        <source>Give the path of a file, or an address such as sqlite:///path/to/file.</source>
        <translation>Geben Sie den Pfad einer Datei an oder eine Adresse wie sqlite:///pfad/zur/datei.</translation>
    </message>
    <message>
        <source>Give yourself write access to the file and its folder, or open another file.</source>
        <translation>Verschaffen Sie sich Schreibzugriff auf die Datei und ihren Ordner oder öffnen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Have a certificate of a recognised authority installed on the server, or have this one added to the trusted certificates of this computer.</source>
        <translation>Lassen Sie auf dem Server ein Zertifikat einer anerkannten Zertifizierungsstelle installieren oder dieses Zertifikat zu den vertrauenswürdigen Zertifikaten dieses Computers hinzufügen.</translation>
    </message>
    <message>
        <source>If this is your company’s own authority, have its root certificate installed on this computer. Otherwise ask the provider of the sync app.</source>
        <translation>Wenn es die eigene Zertifizierungsstelle Ihrer Firma ist, lassen Sie deren Stammzertifikat auf diesem Computer installieren. Fragen Sie andernfalls den Anbieter der Sync-App.</translation>
    </message>
    <message>
        <source>If you trust that address, enter it as connector URL.</source>
        <translation>Wenn Sie dieser Adresse vertrauen, geben Sie sie als Connector-URL ein.</translation>
    </message>
    <message>
        <source>In the answer to {operation}, “{member}” is missing.</source>
        <translation>In der Antwort auf {operation} fehlt „{member}“.</translation>
    </message>
    <message>
        <source>Install the newest version of ERP Sync Desktop.</source>
        <translation>Installieren Sie die neueste Version von ERP Sync Desktop.</translation>
    </message>
    <message>
        <source>It came too slowly to be used.</source>
        <translation>Sie kam zu langsam, um verwendet zu werden.</translation>
    </message>
    <message>
        <source>It did not release the file within {seconds} seconds.</source>
        <translation>Die Datei wurde innerhalb von {seconds} Sekunden nicht freigegeben.</translation>
    </message>
    <message>
        <source>It does not exist, or access to it is refused.</source>
        <translation>Die Datei existiert nicht oder der Zugriff darauf wird verweigert.</translation>
    </message>
    <message>
        <source>It has a document type declaration or entities, which can be an attack and which no Sync Connector needs.</source>
        <translation>Sie enthält eine Dokumenttypdeklaration oder Entitäten. Das kann ein Angriff sein, und kein Sync Connector benötigt es.</translation>
    </message>
    <message>
        <source>It holds {limit} characters for a secret.</source>
        <translation>Er fasst {limit} Zeichen je Eintrag.</translation>
    </message>
    <message>
        <source>It is XML, but not SOAP.</source>
        <translation>Sie ist XML, aber nicht SOAP.</translation>
    </message>
    <message>
        <source>It is a database of another program and is left as it is.</source>
        <translation>Es ist die Datenbank eines anderen Programms und bleibt unverändert.</translation>
    </message>
    <message>
        <source>It is a label without a value, a password, or of a type that this program does not know.</source>
        <translation>Es ist eine Beschriftung ohne Wert, ein Kennwort oder hat einen Typ, den dieses Programm nicht kennt.</translation>
    </message>
    <message>
        <source>It is a password, or of a type that this program does not know.</source>
        <translation>Es ist ein Kennwort oder hat einen Typ, den dieses Programm nicht kennt.</translation>
    </message>
    <message>
        <source>It is in the scope of these ERP connections: {connections}.</source>
        <translation>Der Eintrag gehört zum Umfang dieser ERP-Verbindungen: {connections}.</translation>
    </message>
    <message>
        <source>It is not XML, which every Sync Connector answers in.</source>
        <translation>Sie ist kein XML; jeder Sync Connector antwortet in XML.</translation>
    </message>
    <message>
        <source>It is synchronised to SuperOffice only, and has no default.</source>
        <translation>Es wird nur zu SuperOffice synchronisiert und hat keinen Standardwert.</translation>
    </message>
    <message>
        <source>It lost the configuration, and lost it again after it had been sent anew.</source>
        <translation>Er hat die Konfiguration verloren, auch nachdem sie erneut gesendet wurde.</translation>
    </message>
    <message>
        <source>It may be another kind of web service, or a Sync Connector of an older version.</source>
        <translation>Es ist vielleicht ein Webdienst anderer Art oder ein Sync Connector einer älteren Version.</translation>
    </message>
    <message>
        <source>It may be full, damaged, or closed to this program.</source>
        <translation>Er ist vielleicht voll, beschädigt oder für dieses Programm gesperrt.</translation>
    </message>
    <message>
        <source>It names {location}. Redirections are not followed, so that no secret gets to another server.</source>
        <translation>Er nennt {location}. Weiterleitungen werden nicht befolgt, damit keine Zugangsdaten an einen anderen Server gelangen.</translation>
    </message>
    <message>
        <source>It was issued by “{issuer}”, which the system does not know as a certificate authority.</source>
        <translation>Es wurde von „{issuer}“ ausgestellt; das System kennt diesen Aussteller nicht als Zertifizierungsstelle.</translation>
    </message>
    <message>
        <source>It was not unlocked when the system asked for it.</source>
        <translation>Er wurde nicht entsperrt, als das System danach fragte.</translation>
    </message>
    <message>
        <source>It was removed in the meantime.</source>
        <translation>Der Eintrag wurde in der Zwischenzeit entfernt.</translation>
    </message>
    <message>
        <source>It was removed there, or you are working on another computer or as another user.</source>
        <translation>Der Eintrag wurde dort entfernt, oder Sie arbeiten an einem anderen Computer oder als anderer Benutzer.</translation>
    </message>
    <message>
        <source>Item {position} has no key.</source>
        <translation>Eintrag {position} hat keinen Schlüssel.</translation>
    </message>
    <message>
        <source>Item {position} with the key “{key}” has no text.</source>
        <translation>Eintrag {position} mit dem Schlüssel „{key}“ hat keinen Text.</translation>
    </message>
    <message>
        <source>Items of the list “{list}” are being synchronised and cannot be removed.</source>
        <translation>Einträge der Liste „{list}“ werden synchronisiert und können nicht entfernt werden.</translation>
    </message>
    <message>
        <source>Its URL begins with app://, and only SuperOffice Online knows which server that means.</source>
        <translation>Seine URL beginnt mit app://, und nur SuperOffice Online weiß, welcher Server damit gemeint ist.</translation>
    </message>
    <message>
        <source>Its items can be changed, but the list cannot be removed.</source>
        <translation>Ihre Einträge können geändert werden, die Liste selbst kann aber nicht entfernt werden.</translation>
    </message>
    <message>
        <source>Its workbook cannot be opened, or this computer has no free port.</source>
        <translation>Seine Arbeitsmappe kann nicht geöffnet werden, oder auf diesem Computer ist kein Port frei.</translation>
    </message>
    <message>
        <source>Leave out what is never synchronised.</source>
        <translation>Lassen Sie weg, was nie synchronisiert wird.</translation>
    </message>
    <message>
        <source>Line {line}</source>
        <translation>Zeile {line}</translation>
    </message>
    <message>
        <source>Line {line} cannot be read.</source>
        <translation>Zeile {line} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Line {line} has no name.</source>
        <translation>Zeile {line} enthält keinen Namen.</translation>
    </message>
    <message>
        <source>Line {line} has {found} columns; {expected} are expected.</source>
        <translation>Zeile {line} hat {found} Spalten; erwartet werden {expected}.</translation>
    </message>
    <message>
        <source>Line {line} is neither a user nor a group, but “{kind}”.</source>
        <translation>Zeile {line} ist weder Benutzer noch Gruppe, sondern „{kind}“.</translation>
    </message>
    <message>
        <source>Longer texts are cut or refused: “{label}” in the ERP takes {limit} characters.</source>
        <translation>Längere Texte werden abgeschnitten oder abgelehnt: „{label}“ im ERP fasst {limit} Zeichen.</translation>
    </message>
    <message>
        <source>Longer texts are cut: “{crm_label}” in SuperOffice takes {limit} characters.</source>
        <translation>Längere Texte werden abgeschnitten: „{crm_label}“ in SuperOffice fasst {limit} Zeichen.</translation>
    </message>
    <message>
        <source>Looking up the server …</source>
        <translation>Server wird gesucht …</translation>
    </message>
    <message>
        <source>Make room on the disk and try again. What was saved before is still there.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger und versuchen Sie es erneut. Was vorher gespeichert wurde, ist noch da.</translation>
    </message>
    <message>
        <source>Map it and choose a direction.</source>
        <translation>Ordnen Sie das Feld zu und wählen Sie eine Richtung.</translation>
    </message>
    <message>
        <source>Map “{label}” to another SuperOffice field.</source>
        <translation>Ordnen Sie „{label}“ einem anderen SuperOffice-Feld zu.</translation>
    </message>
    <message>
        <source>Most often the clock of this computer is wrong.</source>
        <translation>Meistens geht die Uhr dieses Computers falsch.</translation>
    </message>
    <message>
        <source>Move the file to a drive of this computer.</source>
        <translation>Verschieben Sie die Datei auf ein Laufwerk dieses Computers.</translation>
    </message>
    <message>
        <source>No ERP field is chosen.</source>
        <translation>Es ist kein ERP-Feld ausgewählt.</translation>
    </message>
    <message>
        <source>No SuperOffice field is chosen for “{label}”.</source>
        <translation>Für „{label}“ ist kein SuperOffice-Feld ausgewählt.</translation>
    </message>
    <message>
        <source>No Sync Connector is chosen.</source>
        <translation>Es ist kein Sync Connector ausgewählt.</translation>
    </message>
    <message>
        <source>No name server knows this name: it may be misspelt, or only known inside another network.</source>
        <translation>Kein Nameserver kennt diesen Namen: Er ist vielleicht falsch geschrieben oder nur in einem anderen Netzwerk bekannt.</translation>
    </message>
    <message>
        <source>No secure connection to “{host}” could be made.</source>
        <translation>Zu „{host}“ konnte keine sichere Verbindung hergestellt werden.</translation>
    </message>
    <message>
        <source>Nobody is chosen in the scope.</source>
        <translation>Im Umfang ist niemand ausgewählt.</translation>
    </message>
    <message>
        <source>Nobody vouches for it, so it cannot be told from a forged one.</source>
        <translation>Niemand bürgt dafür; von einem gefälschten ist es nicht zu unterscheiden.</translation>
    </message>
    <message>
        <source>Nothing can be saved: the disk with {path} is full.</source>
        <translation>Es kann nichts gespeichert werden: Der Datenträger mit {path} ist voll.</translation>
    </message>
    <message>
        <source>Nothing can be saved: {path} is write-protected.</source>
        <translation>Es kann nichts gespeichert werden: {path} ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>Nothing is chosen that the default does.</source>
        <translation>Es ist nicht ausgewählt, was der Standardwert bewirken soll.</translation>
    </message>
    <message>
        <source>Nothing was saved here.</source>
        <translation>Hier wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>On Windows and macOS it belongs to the system; on Linux a service such as GNOME Keyring or KWallet must be running.</source>
        <translation>Unter Windows und macOS gehört er zum System; unter Linux muss ein Dienst wie GNOME Keyring oder KWallet laufen.</translation>
    </message>
    <message>
        <source>Only user-defined fields can be changed and removed.</source>
        <translation>Nur benutzerdefinierte Felder können geändert und entfernt werden.</translation>
    </message>
    <message>
        <source>Open a backup copy of the file, or another file.</source>
        <translation>Öffnen Sie eine Sicherungskopie der Datei oder eine andere Datei.</translation>
    </message>
    <message>
        <source>Open a workspace file instead.</source>
        <translation>Öffnen Sie stattdessen eine Arbeitsbereichsdatei.</translation>
    </message>
    <message>
        <source>Open another file.</source>
        <translation>Öffnen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Open it again, compare, and make your changes once more.</source>
        <translation>Öffnen Sie den Eintrag erneut, vergleichen Sie und nehmen Sie Ihre Änderungen noch einmal vor.</translation>
    </message>
    <message>
        <source>Open the SuperOffice site as workspace, or use a Sync Connector with an https:// URL.</source>
        <translation>Öffnen Sie die SuperOffice-Installation als Arbeitsbereich oder verwenden Sie einen Sync Connector mit einer https://-URL.</translation>
    </message>
    <message>
        <source>Open the list mapping and try again.</source>
        <translation>Öffnen Sie die Listenzuordnung und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Open the mappings and refresh from the ERP.</source>
        <translation>Öffnen Sie die Zuordnungen und klicken Sie auf „Aus ERP aktualisieren“.</translation>
    </message>
    <message>
        <source>Open the mappings, refresh from the ERP and see what is new.</source>
        <translation>Öffnen Sie die Zuordnungen, klicken Sie auf „Aus ERP aktualisieren“ und sehen Sie nach, was neu ist.</translation>
    </message>
    <message>
        <source>Or the clock of this computer is wrong.</source>
        <translation>Oder die Uhr dieses Computers geht falsch.</translation>
    </message>
    <message>
        <source>Possible are numbers from {lowest} to {highest}.</source>
        <translation>Möglich sind Zahlen von {lowest} bis {highest}.</translation>
    </message>
    <message>
        <source>Read the ERP again.</source>
        <translation>Lesen Sie das ERP-System erneut aus.</translation>
    </message>
    <message>
        <source>Reading the answer …</source>
        <translation>Antwort wird gelesen …</translation>
    </message>
    <message>
        <source>Reading the connector’s description …</source>
        <translation>Beschreibung des Connectors wird gelesen …</translation>
    </message>
    <message>
        <source>Reading what the ERP has …</source>
        <translation>ERP-System wird ausgelesen …</translation>
    </message>
    <message>
        <source>Refresh from the ERP.</source>
        <translation>Klicken Sie auf „Aus ERP aktualisieren“.</translation>
    </message>
    <message>
        <source>Remove it from the URL and enter it in the configuration fields of the ERP connection.</source>
        <translation>Entfernen Sie diese Angaben aus der URL und geben Sie sie in den Konfigurationsfeldern der ERP-Verbindung ein.</translation>
    </message>
    <message>
        <source>Remove one of the two lines, or change a name.</source>
        <translation>Entfernen Sie eine der beiden Zeilen oder ändern Sie einen Namen.</translation>
    </message>
    <message>
        <source>Remove the default.</source>
        <translation>Entfernen Sie den Standardwert.</translation>
    </message>
    <message>
        <source>Remove the fields, or give them another list first.</source>
        <translation>Entfernen Sie zuerst die Felder oder weisen Sie ihnen eine andere Liste zu.</translation>
    </message>
    <message>
        <source>Remove the space, or write it as %20 where it belongs to the address.</source>
        <translation>Entfernen Sie das Leerzeichen oder schreiben Sie es als %20, wenn es zur Adresse gehört.</translation>
    </message>
    <message>
        <source>Remove “#” and everything after it.</source>
        <translation>Entfernen Sie „#“ und alles danach.</translation>
    </message>
    <message>
        <source>Restore the Sync Connector first.</source>
        <translation>Stellen Sie zuerst den Sync Connector wieder her.</translation>
    </message>
    <message>
        <source>Save the file as “CSV UTF-8” and import it again.</source>
        <translation>Speichern Sie die Datei als „CSV UTF-8“ und importieren Sie sie erneut.</translation>
    </message>
    <message>
        <source>Saving “{name}” failed, and the Sync Connector could not be told to forget what it had already received.</source>
        <translation>„{name}“ konnte nicht gespeichert werden, und der Sync Connector konnte nicht angewiesen werden, das bereits Empfangene zu verwerfen.</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Select users or groups, or choose “Everyone”.</source>
        <translation>Wählen Sie Benutzer oder Gruppen aus oder wählen Sie „Jeder“.</translation>
    </message>
    <message>
        <source>Set a default value, or ask the user for a value.</source>
        <translation>Legen Sie einen Standardwert fest oder fragen Sie den Benutzer nach einem Wert.</translation>
    </message>
    <message>
        <source>Shorten the description.</source>
        <translation>Kürzen Sie die Beschreibung.</translation>
    </message>
    <message>
        <source>Shorten the name and import the file again.</source>
        <translation>Kürzen Sie den Namen und importieren Sie die Datei erneut.</translation>
    </message>
    <message>
        <source>Shorten the name.</source>
        <translation>Kürzen Sie den Namen.</translation>
    </message>
    <message>
        <source>Shorten “{label}”.</source>
        <translation>Kürzen Sie „{label}“.</translation>
    </message>
    <message>
        <source>So much is not expected and was not read to the end.</source>
        <translation>So viel wird nicht erwartet und wurde nicht bis zum Ende gelesen.</translation>
    </message>
    <message>
        <source>Somebody else changed the order of the ERP connections meanwhile.</source>
        <translation>Jemand anderes hat inzwischen die Reihenfolge der ERP-Verbindungen geändert.</translation>
    </message>
    <message>
        <source>Something has changed since the last test.</source>
        <translation>Seit dem letzten Test hat sich etwas geändert.</translation>
    </message>
    <message>
        <source>Something is wrong; the details say what.</source>
        <translation>Etwas stimmt nicht; die Details sagen, was.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program.</source>
        <translation>Im Programm ist ein Fehler aufgetreten.</translation>
    </message>
    <message>
        <source>Start such a service, or keep the secrets for this session only.</source>
        <translation>Starten Sie einen solchen Dienst oder behalten Sie die Zugangsdaten nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>Storing the secrets in the keyring …</source>
        <translation>Zugangsdaten werden im Schlüsselbund gespeichert …</translation>
    </message>
    <message>
        <source>Such characters often come along when an address is pasted.</source>
        <translation>Solche Zeichen geraten oft beim Einfügen einer Adresse mit hinein.</translation>
    </message>
    <message>
        <source>Such characters often come along when text is pasted.</source>
        <translation>Solche Zeichen geraten oft beim Einfügen von Text mit hinein.</translation>
    </message>
    <message>
        <source>SuperOffice does not have the field “{crm_key}” any more, which “{label}” is mapped to.</source>
        <translation>Das Feld „{crm_key}“, dem „{label}“ zugeordnet ist, gibt es in SuperOffice nicht mehr.</translation>
    </message>
    <message>
        <source>SuperOffice does not have the list “{crm_list}” of “{label}” any more.</source>
        <translation>Die Liste „{crm_list}“ von „{label}“ gibt es in SuperOffice nicht mehr.</translation>
    </message>
    <message>
        <source>SuperOffice numbers its records itself.</source>
        <translation>SuperOffice nummeriert seine Datensätze selbst.</translation>
    </message>
    <message>
        <source>SuperOffice synchronises customers, suppliers, partners, persons and projects only.</source>
        <translation>SuperOffice synchronisiert nur Kunden, Lieferanten, Partner, Kontakte und Projekte.</translation>
    </message>
    <message>
        <source>Switch its synchronisation off, or ask the connector’s provider.</source>
        <translation>Schalten Sie die Synchronisation dieses Aktortyps aus oder fragen Sie den Anbieter des Connectors.</translation>
    </message>
    <message>
        <source>Switch its synchronisation off.</source>
        <translation>Schalten Sie die Synchronisation dieses Aktortyps aus.</translation>
    </message>
    <message>
        <source>Switch the synchronisation of {actor} off, or ask the connector’s provider.</source>
        <translation>Schalten Sie die Synchronisation von „{actor}“ aus oder fragen Sie den Anbieter des Connectors.</translation>
    </message>
    <message>
        <source>Sync Connectors are reached by https, http, or app:// followed by a client ID.</source>
        <translation>Sync Connectors werden über https, http oder app:// mit einer Client-ID erreicht.</translation>
    </message>
    <message>
        <source>Taking back what was done …</source>
        <translation>Begonnenes wird zurückgenommen …</translation>
    </message>
    <message>
        <source>That is not expected of a Sync Connector, and can be an attack.</source>
        <translation>Das wird von einem Sync Connector nicht erwartet und kann ein Angriff sein.</translation>
    </message>
    <message>
        <source>That part is for browsers and never reaches a server.</source>
        <translation>Dieser Teil ist für Browser bestimmt und erreicht nie einen Server.</translation>
    </message>
    <message>
        <source>The ERP cannot search for “{label}”.</source>
        <translation>Das ERP-System kann nicht nach „{label}“ suchen.</translation>
    </message>
    <message>
        <source>The ERP connection is not tested yet.</source>
        <translation>Die ERP-Verbindung ist noch nicht getestet.</translation>
    </message>
    <message>
        <source>The ERP connection “{name}” already synchronises this SuperOffice field.</source>
        <translation>Die ERP-Verbindung „{name}“ synchronisiert dieses SuperOffice-Feld bereits.</translation>
    </message>
    <message>
        <source>The ERP connection “{name}” is active.</source>
        <translation>Die ERP-Verbindung „{name}“ ist aktiv.</translation>
    </message>
    <message>
        <source>The ERP does not have the field “{label}” any more, so it takes no default.</source>
        <translation>Das Feld „{label}“ gibt es im ERP-System nicht mehr; es nimmt keinen Standardwert an.</translation>
    </message>
    <message>
        <source>The ERP does not have the field “{label}” any more.</source>
        <translation>Das Feld „{label}“ gibt es im ERP-System nicht mehr.</translation>
    </message>
    <message>
        <source>The ERP does not take a record without it.</source>
        <translation>Das ERP-System nimmt keinen Datensatz ohne dieses Feld an.</translation>
    </message>
    <message>
        <source>The ERP names the field key “{key}” more than once.</source>
        <translation>Das ERP-System nennt den Feldschlüssel „{key}“ mehrmals.</translation>
    </message>
    <message>
        <source>The Sync Connector asks for {count} configuration fields; {limit} are possible.</source>
        <translation>Der Sync Connector verlangt {count} Konfigurationsfelder; möglich sind {limit}.</translation>
    </message>
    <message>
        <source>The Sync Connector describes a field without saying by which name its value is sent.</source>
        <translation>Der Sync Connector beschreibt ein Feld, ohne zu sagen, unter welchem Namen sein Wert gesendet wird.</translation>
    </message>
    <message>
        <source>The Sync Connector describes the configuration field “{key}” twice.</source>
        <translation>Der Sync Connector beschreibt das Konfigurationsfeld „{key}“ zweimal.</translation>
    </message>
    <message>
        <source>The Sync Connector does not name it among the searchable fields.</source>
        <translation>Der Sync Connector nennt das Feld nicht unter den durchsuchbaren Feldern.</translation>
    </message>
    <message>
        <source>The Sync Connector does not remember this ERP connection.</source>
        <translation>Der Sync Connector kennt diese ERP-Verbindung nicht mehr.</translation>
    </message>
    <message>
        <source>The Sync Connector does not support “{actor}” any more.</source>
        <translation>Der Sync Connector unterstützt „{actor}“ nicht mehr.</translation>
    </message>
    <message>
        <source>The Sync Connector may be newer than this program.</source>
        <translation>Der Sync Connector ist vielleicht neuer als dieses Programm.</translation>
    </message>
    <message>
        <source>The Sync Connector names {count} actor types; {limit} are possible.</source>
        <translation>Der Sync Connector nennt {count} Aktortypen; möglich sind {limit}.</translation>
    </message>
    <message>
        <source>The Sync Connector repeats what it was given, or the password is part of a common word.</source>
        <translation>Der Sync Connector gibt zurück, was er erhalten hat, oder das Kennwort ist Teil eines üblichen Wortes.</translation>
    </message>
    <message>
        <source>The Sync Connector reports a fault: {text}</source>
        <translation>Der Sync Connector meldet einen Fehler: {text}</translation>
    </message>
    <message>
        <source>The Sync Connector requires this field.</source>
        <translation>Der Sync Connector verlangt dieses Feld.</translation>
    </message>
    <message>
        <source>The Sync Connector says which fields there are, and its answer is not here.</source>
        <translation>Welche Felder es gibt, sagt der Sync Connector, und seine Antwort steht noch aus.</translation>
    </message>
    <message>
        <source>The Sync Connector says: {explanation}</source>
        <translation>Der Sync Connector meldet: {explanation}</translation>
    </message>
    <message>
        <source>The Sync Connector was asked for {operation} and answered something else.</source>
        <translation>Der Sync Connector wurde nach {operation} gefragt und hat etwas anderes geantwortet.</translation>
    </message>
    <message>
        <source>The Sync Connector “{name}” is deleted.</source>
        <translation>Der Sync Connector „{name}“ ist gelöscht.</translation>
    </message>
    <message>
        <source>The URL uses another name than the certificate, or another server answers.</source>
        <translation>Die URL verwendet einen anderen Namen als das Zertifikat, oder es antwortet ein anderer Server.</translation>
    </message>
    <message>
        <source>The address answers with a web page, not as a Sync Connector.</source>
        <translation>Unter der Adresse antwortet eine Webseite, kein Sync Connector.</translation>
    </message>
    <message>
        <source>The address of the workspace cannot be read: {url}</source>
        <translation>Die Adresse des Arbeitsbereichs kann nicht gelesen werden: {url}</translation>
    </message>
    <message>
        <source>The answer belongs to another question.</source>
        <translation>Die Antwort gehört zu einer anderen Anfrage.</translation>
    </message>
    <message>
        <source>The answer cannot be read.</source>
        <translation>Die Antwort kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The answer contains XML that is not allowed.</source>
        <translation>Die Antwort enthält unzulässiges XML.</translation>
    </message>
    <message>
        <source>The answer is empty.</source>
        <translation>Die Antwort ist leer.</translation>
    </message>
    <message>
        <source>The answer is incomplete.</source>
        <translation>Die Antwort ist unvollständig.</translation>
    </message>
    <message>
        <source>The answer is larger than {limit} MB.</source>
        <translation>Die Antwort ist größer als {limit} MB.</translation>
    </message>
    <message>
        <source>The answer is nested too deeply.</source>
        <translation>Die Antwort ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>The answer is not that of a Sync Connector.</source>
        <translation>Die Antwort stammt nicht von einem Sync Connector.</translation>
    </message>
    <message>
        <source>The answer of “{host}” was not complete after {seconds} seconds.</source>
        <translation>Die Antwort von „{host}“ war nach {seconds} Sekunden nicht vollständig.</translation>
    </message>
    <message>
        <source>The certificate of “{host}” has expired.</source>
        <translation>Das Zertifikat von „{host}“ ist abgelaufen.</translation>
    </message>
    <message>
        <source>The certificate of “{host}” is not trusted on this computer.</source>
        <translation>Dem Zertifikat von „{host}“ wird auf diesem Computer nicht vertraut.</translation>
    </message>
    <message>
        <source>The certificate of “{host}” is not valid yet.</source>
        <translation>Das Zertifikat von „{host}“ ist noch nicht gültig.</translation>
    </message>
    <message>
        <source>The certificate of “{host}” is signed by the server itself.</source>
        <translation>Das Zertifikat von „{host}“ ist vom Server selbst signiert.</translation>
    </message>
    <message>
        <source>The certificate was not issued for “{host}”.</source>
        <translation>Das Zertifikat wurde nicht für „{host}“ ausgestellt.</translation>
    </message>
    <message>
        <source>The characters of the file cannot be read.</source>
        <translation>Die Zeichen der Datei können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The configuration fields are not loaded yet.</source>
        <translation>Die Konfigurationsfelder sind noch nicht geladen.</translation>
    </message>
    <message>
        <source>The configuration of “{name}” has changed since its ERP was read.</source>
        <translation>Die Konfiguration von „{name}“ hat sich geändert, seit ihr ERP-System gelesen wurde.</translation>
    </message>
    <message>
        <source>The connector URL contains a user name, a password or a key.</source>
        <translation>Die Connector-URL enthält einen Benutzernamen, ein Kennwort oder einen Schlüssel.</translation>
    </message>
    <message>
        <source>The connector URL does not begin with https:// or http://.</source>
        <translation>Die Connector-URL beginnt nicht mit https:// oder http://.</translation>
    </message>
    <message>
        <source>The connector URL has a part after “#”.</source>
        <translation>Die Connector-URL hat einen Teil nach „#“.</translation>
    </message>
    <message>
        <source>The connector URL has a space or a line break in it.</source>
        <translation>Die Connector-URL enthält ein Leerzeichen oder einen Zeilenumbruch.</translation>
    </message>
    <message>
        <source>The connector URL has {length} characters; {limit} are possible.</source>
        <translation>Die Connector-URL hat {length} Zeichen; möglich sind {limit}.</translation>
    </message>
    <message>
        <source>The connector URL is missing.</source>
        <translation>Die Connector-URL fehlt.</translation>
    </message>
    <message>
        <source>The connector URL names no server.</source>
        <translation>Die Connector-URL nennt keinen Server.</translation>
    </message>
    <message>
        <source>The default of “{label}” is an item that the list “{erp_list}” does not have any more.</source>
        <translation>Der Standardwert von „{label}“ ist ein Eintrag, den es in der Liste „{erp_list}“ nicht mehr gibt.</translation>
    </message>
    <message>
        <source>The default value for “{label}” is empty.</source>
        <translation>Der Standardwert für „{label}“ ist leer.</translation>
    </message>
    <message>
        <source>The description has {length} characters; {limit} are possible.</source>
        <translation>Die Beschreibung hat {length} Zeichen; möglich sind {limit}.</translation>
    </message>
    <message>
        <source>The description of the web service (WSDL) cannot be read.</source>
        <translation>Die Beschreibung des Webdienstes (WSDL) kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The field “{crm_label}” is being synchronised.</source>
        <translation>Das Feld „{crm_label}“ wird synchronisiert.</translation>
    </message>
    <message>
        <source>The fields of “{actor}” could not be read from the ERP.</source>
        <translation>Die Felder von „{actor}“ konnten nicht aus dem ERP-System gelesen werden.</translation>
    </message>
    <message>
        <source>The fields or lists of the ERP have changed since they were read.</source>
        <translation>Die Felder oder Listen des ERP-Systems haben sich geändert, seit sie gelesen wurden.</translation>
    </message>
    <message>
        <source>The file has no fields and no lists.</source>
        <translation>Die Datei enthält weder Felder noch Listen.</translation>
    </message>
    <message>
        <source>The file has version {found}; this program knows versions up to {known}.</source>
        <translation>Die Datei hat Version {found}; dieses Programm kennt Versionen bis {known}.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The file is not built as expected here.</source>
        <translation>Die Datei ist an dieser Stelle nicht wie erwartet aufgebaut.</translation>
    </message>
    <message>
        <source>The file is not encoded as UTF-8 or UTF-16.</source>
        <translation>Die Datei ist nicht als UTF-8 oder UTF-16 codiert.</translation>
    </message>
    <message>
        <source>The file is not valid JSON: line {line}, column {column}.</source>
        <translation>Die Datei ist kein gültiges JSON: Zeile {line}, Spalte {column}.</translation>
    </message>
    <message>
        <source>The file was changed by another program, or the disk has an error.</source>
        <translation>Die Datei wurde von einem anderen Programm verändert, oder der Datenträger hat einen Fehler.</translation>
    </message>
    <message>
        <source>The file {path} cannot be read.</source>
        <translation>Die Datei {path} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The first field with this key counts; the others are left out.</source>
        <translation>Das erste Feld mit diesem Schlüssel gilt; die anderen werden ausgelassen.</translation>
    </message>
    <message>
        <source>The first line does not name the columns.</source>
        <translation>Die erste Zeile nennt die Spalten nicht.</translation>
    </message>
    <message>
        <source>The first line of the file does not name the expected columns.</source>
        <translation>Die erste Zeile der Datei nennt nicht die erwarteten Spalten.</translation>
    </message>
    <message>
        <source>The key is missing.</source>
        <translation>Der Schlüssel fehlt.</translation>
    </message>
    <message>
        <source>The key of an item has up to {limit} characters, no space around it, and no line break or other invisible control character.</source>
        <translation>Der Schlüssel eines Eintrags hat bis zu {limit} Zeichen, keine Leerzeichen am Anfang oder Ende und weder Zeilenumbrüche noch andere unsichtbare Steuerzeichen.</translation>
    </message>
    <message>
        <source>The key “{key}” is already in use.</source>
        <translation>Der Schlüssel „{key}“ wird bereits verwendet.</translation>
    </message>
    <message>
        <source>The key “{key}” of item {position} is already that of another item.</source>
        <translation>Der Schlüssel „{key}“ von Eintrag {position} gehört bereits zu einem anderen Eintrag.</translation>
    </message>
    <message>
        <source>The keyring is locked.</source>
        <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>The keyring refuses access.</source>
        <translation>Der Schlüsselbund verweigert den Zugriff.</translation>
    </message>
    <message>
        <source>The last test did not succeed.</source>
        <translation>Der letzte Test war nicht erfolgreich.</translation>
    </message>
    <message>
        <source>The length is not a whole number from 0 to 1,000,000.</source>
        <translation>Die Länge ist keine ganze Zahl von 0 bis 1.000.000.</translation>
    </message>
    <message>
        <source>The list has {count} items; {limit} are possible.</source>
        <translation>Die Liste hat {count} Einträge; möglich sind {limit}.</translation>
    </message>
    <message>
        <source>The list “{erp_list}” of “{label}” could not be read from the ERP.</source>
        <translation>Die Liste „{erp_list}“ von „{label}“ konnte nicht aus dem ERP-System gelesen werden.</translation>
    </message>
    <message>
        <source>The list “{list}” cannot be removed.</source>
        <translation>Die Liste „{list}“ kann nicht entfernt werden.</translation>
    </message>
    <message>
        <source>The name has a line break or another invisible control character.</source>
        <translation>Der Name enthält einen Zeilenumbruch oder ein anderes unsichtbares Steuerzeichen.</translation>
    </message>
    <message>
        <source>The name has {length} characters; {limit} are possible.</source>
        <translation>Der Name hat {length} Zeichen; möglich sind {limit}.</translation>
    </message>
    <message>
        <source>The name in line {line} has a line break or another invisible control character.</source>
        <translation>Der Name in Zeile {line} enthält einen Zeilenumbruch oder ein anderes unsichtbares Steuerzeichen.</translation>
    </message>
    <message>
        <source>The name in line {line} is longer than {limit} characters.</source>
        <translation>Der Name in Zeile {line} ist länger als {limit} Zeichen.</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>Der Name fehlt.</translation>
    </message>
    <message>
        <source>The name “{name}” is already in use.</source>
        <translation>Der Name „{name}“ wird bereits verwendet.</translation>
    </message>
    <message>
        <source>The page is titled “{title}”. It may be a start page, a sign-in page or an error page.</source>
        <translation>Der Titel der Seite lautet „{title}“. Vielleicht ist es eine Startseite, eine Anmeldeseite oder eine Fehlerseite.</translation>
    </message>
    <message>
        <source>The port in the connector URL is not a number from 1 to 65535.</source>
        <translation>Der Port in der Connector-URL ist keine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>The proxy “{proxy}” asks for a user name and password.</source>
        <translation>Der Proxy „{proxy}“ verlangt Benutzername und Kennwort.</translation>
    </message>
    <message>
        <source>The proxy “{proxy}” does not let the connection through.</source>
        <translation>Der Proxy „{proxy}“ lässt die Verbindung nicht durch.</translation>
    </message>
    <message>
        <source>The sample ERP could not be started.</source>
        <translation>Das Beispiel-ERP konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The scope is “Specific users + groups”, but no user or group is selected.</source>
        <translation>Der Umfang ist „Spezifische Benutzer + Gruppen“, aber es ist kein Benutzer und keine Gruppe ausgewählt.</translation>
    </message>
    <message>
        <source>The secret for “{label}” is no longer in the keyring of this computer.</source>
        <translation>„{label}“ ist nicht mehr im Schlüsselbund dieses Computers gespeichert.</translation>
    </message>
    <message>
        <source>The secret for “{label}” is too long for the keyring of this computer.</source>
        <translation>„{label}“ ist zu lang für den Schlüsselbund dieses Computers.</translation>
    </message>
    <message>
        <source>The server answers that the connector is at another address.</source>
        <translation>Der Server antwortet, dass der Connector unter einer anderen Adresse zu finden ist.</translation>
    </message>
    <message>
        <source>The server answers with an error (status {status}).</source>
        <translation>Der Server antwortet mit einem Fehler (Status {status}).</translation>
    </message>
    <message>
        <source>The server answers, but not at this path.</source>
        <translation>Der Server antwortet, aber nicht unter diesem Pfad.</translation>
    </message>
    <message>
        <source>The server asks for a sign-in (status {status}).</source>
        <translation>Der Server verlangt eine Anmeldung (Status {status}).</translation>
    </message>
    <message>
        <source>The server is switched off or overloaded, or a firewall drops the connection in silence.</source>
        <translation>Der Server ist ausgeschaltet oder überlastet, oder eine Firewall verwirft die Verbindung ohne Rückmeldung.</translation>
    </message>
    <message>
        <source>The server is there, but no program listens on this port, or a firewall turns connections away.</source>
        <translation>Der Server ist da, aber kein Programm nimmt auf diesem Port Verbindungen an, oder eine Firewall weist sie ab.</translation>
    </message>
    <message>
        <source>The server may offer only outdated encryption, or not speak https on this port.</source>
        <translation>Der Server bietet vielleicht nur veraltete Verschlüsselung an oder spricht auf diesem Port kein https.</translation>
    </message>
    <message>
        <source>The server offers one, but with errors in it.</source>
        <translation>Der Server bietet eine an, sie enthält aber Fehler.</translation>
    </message>
    <message>
        <source>The server refuses access (status {status}).</source>
        <translation>Der Server verweigert den Zugriff (Status {status}).</translation>
    </message>
    <message>
        <source>The server took the request but said nothing.</source>
        <translation>Der Server hat die Anfrage angenommen, aber nichts geantwortet.</translation>
    </message>
    <message>
        <source>The server “{host}” was not found.</source>
        <translation>Der Server „{host}“ wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>The sync app failed where it should have answered.</source>
        <translation>Die Sync-App ist abgebrochen, statt zu antworten.</translation>
    </message>
    <message>
        <source>The sync app may have crashed or been restarted, or something on the way cut the connection.</source>
        <translation>Die Sync-App ist vielleicht abgestürzt oder wurde neu gestartet, oder die Verbindung wurde unterwegs getrennt.</translation>
    </message>
    <message>
        <source>The sync app or its web server failed with this request.</source>
        <translation>Die Sync-App oder ihr Webserver ist an dieser Anfrage gescheitert.</translation>
    </message>
    <message>
        <source>The sync app or the ERP system behind it is overloaded or hangs.</source>
        <translation>Die Sync-App oder das ERP-System dahinter ist überlastet oder reagiert nicht.</translation>
    </message>
    <message>
        <source>The system’s proxy settings send it there, but the proxy does not answer or refuses.</source>
        <translation>Die Proxy-Einstellungen des Systems leiten sie dorthin, aber der Proxy antwortet nicht oder lehnt ab.</translation>
    </message>
    <message>
        <source>The test is still running.</source>
        <translation>Der Test läuft noch.</translation>
    </message>
    <message>
        <source>The text of item {position} with the key “{key}” cannot be taken.</source>
        <translation>Der Text von Eintrag {position} mit dem Schlüssel „{key}“ ist nicht zulässig.</translation>
    </message>
    <message>
        <source>The types of “{label}” and “{crm_label}” do not fit together.</source>
        <translation>Die Typen von „{label}“ und „{crm_label}“ passen nicht zusammen.</translation>
    </message>
    <message>
        <source>The web server does not let this computer call the Sync Connector.</source>
        <translation>Der Webserver erlaubt diesem Computer nicht, den Sync Connector aufzurufen.</translation>
    </message>
    <message>
        <source>The web server in front of the Sync Connector wants a user name and password of its own.</source>
        <translation>Der Webserver vor dem Sync Connector verlangt einen eigenen Benutzernamen und ein eigenes Kennwort.</translation>
    </message>
    <message>
        <source>The web service has no operation {operation}.</source>
        <translation>Der Webdienst kennt die Operation {operation} nicht.</translation>
    </message>
    <message>
        <source>There are {count} entries; {limit} are possible.</source>
        <translation>Es sind {count} Einträge; möglich sind {limit}.</translation>
    </message>
    <message>
        <source>There is no list “{list}”.</source>
        <translation>Es gibt keine Liste „{list}“.</translation>
    </message>
    <message>
        <source>There is no way through the network to “{host}”.</source>
        <translation>„{host}“ ist über das Netzwerk nicht erreichbar.</translation>
    </message>
    <message>
        <source>There is nothing at this address (status {status}).</source>
        <translation>Unter dieser Adresse ist nichts zu finden (Status {status}).</translation>
    </message>
    <message>
        <source>These ERP connections are active and use them: {connections}.</source>
        <translation>Diese ERP-Verbindungen sind aktiv und verwenden sie: {connections}.</translation>
    </message>
    <message>
        <source>These ERP connections use the Sync Connector: {connections}.</source>
        <translation>Diese ERP-Verbindungen verwenden den Sync Connector: {connections}.</translation>
    </message>
    <message>
        <source>These fields use it: {fields}.</source>
        <translation>Diese Felder verwenden sie: {fields}.</translation>
    </message>
    <message>
        <source>This Sync Connector can only be called by a SuperOffice site.</source>
        <translation>Dieser Sync Connector kann nur von einer SuperOffice-Installation aufgerufen werden.</translation>
    </message>
    <message>
        <source>This computer has no keyring in which secrets could be stored.</source>
        <translation>Auf diesem Computer gibt es keinen Schlüsselbund, in dem Zugangsdaten gespeichert werden könnten.</translation>
    </message>
    <message>
        <source>This computer is offline, or the server is in a network that it is not connected to.</source>
        <translation>Dieser Computer ist offline, oder der Server steht in einem Netzwerk, mit dem er nicht verbunden ist.</translation>
    </message>
    <message>
        <source>This is a mistake of the program, not yours.</source>
        <translation>Der Fehler liegt beim Programm, nicht bei Ihnen.</translation>
    </message>
    <message>
        <source>This version cannot open workspaces of the kind “{kind}”.</source>
        <translation>Diese Version kann Arbeitsbereiche der Art „{kind}“ nicht öffnen.</translation>
    </message>
    <message>
        <source>Try again later. If it happens again, ask the provider of the sync app.</source>
        <translation>Versuchen Sie es später erneut. Wenn es wieder geschieht, fragen Sie den Anbieter der Sync-App.</translation>
    </message>
    <message>
        <source>Try again later. If it happens again, give the details to the provider of the sync app.</source>
        <translation>Versuchen Sie es später erneut. Wenn es wieder geschieht, geben Sie die Details an den Anbieter der Sync-App weiter.</translation>
    </message>
    <message>
        <source>Try again when the Sync Connector answers. If you do not, tell the provider of the sync app.</source>
        <translation>Versuchen Sie es erneut, sobald der Sync Connector antwortet. Andernfalls informieren Sie den Anbieter der Sync-App.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, ask the provider of the sync app what the server’s log says.</source>
        <translation>Versuchen Sie es erneut. Wenn es wieder geschieht, fragen Sie den Anbieter der Sync-App, was im Protokoll des Servers steht.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, report the details.</source>
        <translation>Versuchen Sie es erneut. Wenn es wieder geschieht, melden Sie die Details.</translation>
    </message>
    <message>
        <source>Two ERP fields would overwrite each other there.</source>
        <translation>Zwei ERP-Felder würden sich dort gegenseitig überschreiben.</translation>
    </message>
    <message>
        <source>Two fields with one key cannot be told apart.</source>
        <translation>Zwei Felder mit demselben Schlüssel sind nicht zu unterscheiden.</translation>
    </message>
    <message>
        <source>Type a name.</source>
        <translation>Geben Sie einen Namen ein.</translation>
    </message>
    <message>
        <source>Type another key.</source>
        <translation>Geben Sie einen anderen Schlüssel ein.</translation>
    </message>
    <message>
        <source>Type its text in English, in German, or in both.</source>
        <translation>Geben Sie den Text auf Englisch, auf Deutsch oder in beiden Sprachen ein.</translation>
    </message>
    <message>
        <source>Type the key that SuperOffice has for it, or remove the item.</source>
        <translation>Geben Sie den Schlüssel ein, den SuperOffice dafür hat, oder entfernen Sie den Eintrag.</translation>
    </message>
    <message>
        <source>Type the key that SuperOffice has for it.</source>
        <translation>Geben Sie den Schlüssel ein, den SuperOffice dafür hat.</translation>
    </message>
    <message>
        <source>Type the key without spaces and other characters.</source>
        <translation>Geben Sie den Schlüssel ohne Leerzeichen und andere Zeichen ein.</translation>
    </message>
    <message>
        <source>Type the name anew and import the file again.</source>
        <translation>Geben Sie den Namen neu ein und importieren Sie die Datei erneut.</translation>
    </message>
    <message>
        <source>Type the name anew.</source>
        <translation>Geben Sie den Namen neu ein.</translation>
    </message>
    <message>
        <source>Type the name that SuperOffice shows.</source>
        <translation>Geben Sie den Namen ein, den SuperOffice anzeigt.</translation>
    </message>
    <message>
        <source>Type the number of characters, or 0 for no limit.</source>
        <translation>Geben Sie die Anzahl der Zeichen ein oder 0 für unbegrenzt.</translation>
    </message>
    <message>
        <source>Types are Text, Integer, Double, Checkbox, List and Datetime.</source>
        <translation>Typen sind Text, Integer, Double, Checkbox, List und Datetime.</translation>
    </message>
    <message>
        <source>Unlock the keyring and try again, or keep the secrets for this session only.</source>
        <translation>Entsperren Sie den Schlüsselbund und versuchen Sie es erneut, oder behalten Sie die Zugangsdaten nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>Unmap it by choosing (No Selection).</source>
        <translation>Heben Sie die Zuordnung auf: Wählen Sie „(Keine Selektion)“.</translation>
    </message>
    <message>
        <source>Upper and lower case do not tell keys apart.</source>
        <translation>Groß- und Kleinschreibung macht bei Schlüsseln keinen Unterschied.</translation>
    </message>
    <message>
        <source>Upper and lower case do not tell names apart.</source>
        <translation>Groß- und Kleinschreibung macht bei Namen keinen Unterschied.</translation>
    </message>
    <message>
        <source>Use a shorter secret.</source>
        <translation>Verwenden Sie einen kürzeren Wert.</translation>
    </message>
    <message>
        <source>Use the server name that the certificate names, or have the certificate issued for this name too.</source>
        <translation>Verwenden Sie den im Zertifikat genannten Servernamen oder lassen Sie das Zertifikat auch für diesen Namen ausstellen.</translation>
    </message>
    <message>
        <source>Wait for the answer, or load the fields again.</source>
        <translation>Warten Sie auf die Antwort oder laden Sie die Felder erneut.</translation>
    </message>
    <message>
        <source>Wait until it ends, or cancel it.</source>
        <translation>Warten Sie das Ende des Tests ab oder brechen Sie ihn ab.</translation>
    </message>
    <message>
        <source>Whether the ERP can search for “{label}” could not be read from the ERP.</source>
        <translation>Es konnte nicht aus dem ERP-System gelesen werden, ob nach „{label}“ gesucht werden kann.</translation>
    </message>
    <message>
        <source>Write this as the first line: {columns}</source>
        <translation>Schreiben Sie dies als erste Zeile: {columns}</translation>
    </message>
    <message>
        <source>Write “user” or “group” in the column “kind”.</source>
        <translation>Schreiben Sie „Benutzer“ oder „Gruppe“ in die Spalte „kind“.</translation>
    </message>
    <message>
        <source>Your changes were made to an older version.</source>
        <translation>Ihre Änderungen beruhen auf einer älteren Version.</translation>
    </message>
    <message>
        <source>{actor}: new records would reach the ERP without the mandatory field “{label}”.</source>
        <translation>{actor}: Neue Datensätze kämen ohne das Pflichtfeld „{label}“ im ERP-System an.</translation>
    </message>
    <message>
        <source>{actor}: the mandatory field “{label}” cannot be synchronised.</source>
        <translation>{actor}: Das Pflichtfeld „{label}“ kann nicht synchronisiert werden.</translation>
    </message>
    <message>
        <source>{actor}: the mandatory field “{label}” has no direction.</source>
        <translation>{actor}: Das Pflichtfeld „{label}“ hat keine Richtung.</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} weitere</translation>
    </message>
    <message>
        <source>{path} cannot be opened.</source>
        <translation>{path} kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>{path} cannot be read.</source>
        <translation>{path} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{path} is damaged and cannot be read.</source>
        <translation>{path} ist beschädigt und kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{path} is not a file of ERP Sync Desktop.</source>
        <translation>{path} ist keine Datei von ERP Sync Desktop.</translation>
    </message>
    <message>
        <source>{path} is on a network drive.</source>
        <translation>{path} liegt auf einem Netzlaufwerk.</translation>
    </message>
    <message>
        <source>{path} was saved by a newer version of ERP Sync Desktop.</source>
        <translation>{path} wurde mit einer neueren Version von ERP Sync Desktop gespeichert.</translation>
    </message>
    <message>
        <source>“Mandatory” needs a default value or a question to the user.</source>
        <translation>„Obligatorisch“ setzt einen Standardwert oder eine Frage an den Benutzer voraus.</translation>
    </message>
    <message>
        <source>“{actor}” cannot be synchronised with SuperOffice.</source>
        <translation>„{actor}“ kann nicht mit SuperOffice synchronisiert werden.</translation>
    </message>
    <message>
        <source>“{crm_label}” already receives from “{other_label}”.</source>
        <translation>„{crm_label}“ erhält seine Werte bereits von „{other_label}“.</translation>
    </message>
    <message>
        <source>“{crm_label}” cannot be one-way to SuperOffice here.</source>
        <translation>„{crm_label}“ kann hier nicht allein in Richtung SuperOffice synchronisiert werden.</translation>
    </message>
    <message>
        <source>“{crm_label}” in SuperOffice cannot hold every value of “{label}”.</source>
        <translation>„{crm_label}“ in SuperOffice kann nicht jeden Wert von „{label}“ aufnehmen.</translation>
    </message>
    <message>
        <source>“{crm_label}” is an ID and cannot be synchronised.</source>
        <translation>„{crm_label}“ ist eine ID und kann nicht synchronisiert werden.</translation>
    </message>
    <message>
        <source>“{crm_label}” is set by SuperOffice itself and cannot receive.</source>
        <translation>„{crm_label}“ wird von SuperOffice selbst gesetzt und kann keine Werte empfangen.</translation>
    </message>
    <message>
        <source>“{entity}” is neither company, person nor project.</source>
        <translation>„{entity}“ ist weder company (Firma) noch person (Person) noch project (Projekt).</translation>
    </message>
    <message>
        <source>“{host}” broke off the connection before it had answered.</source>
        <translation>„{host}“ hat die Verbindung abgebrochen, bevor eine Antwort kam.</translation>
    </message>
    <message>
        <source>“{host}” did not take the connection on port {port} within {seconds} seconds.</source>
        <translation>„{host}“ hat die Verbindung auf Port {port} nicht innerhalb von {seconds} Sekunden angenommen.</translation>
    </message>
    <message>
        <source>“{host}” does not accept connections on port {port}.</source>
        <translation>„{host}“ nimmt auf Port {port} keine Verbindungen an.</translation>
    </message>
    <message>
        <source>“{host}” took the request but did not answer within {seconds} seconds.</source>
        <translation>„{host}“ hat die Anfrage angenommen, aber nicht innerhalb von {seconds} Sekunden geantwortet.</translation>
    </message>
    <message>
        <source>“{key}” cannot be a key.</source>
        <translation>„{key}“ ist als Schlüssel nicht zulässig.</translation>
    </message>
    <message>
        <source>“{key}” is a standard field of SuperOffice.</source>
        <translation>„{key}“ ist ein Standardfeld von SuperOffice.</translation>
    </message>
    <message>
        <source>“{key}” of item {position} cannot be a key.</source>
        <translation>„{key}“ von Eintrag {position} ist als Schlüssel nicht zulässig.</translation>
    </message>
    <message>
        <source>“{label}” cannot be shown.</source>
        <translation>„{label}“ kann nicht angezeigt werden.</translation>
    </message>
    <message>
        <source>“{label}” cannot be synchronised with “{crm_label}”, as it names no list of the ERP.</source>
        <translation>„{label}“ kann nicht mit „{crm_label}“ synchronisiert werden, weil das Feld keine Liste des ERP-Systems nennt.</translation>
    </message>
    <message>
        <source>“{label}” cannot be synchronised.</source>
        <translation>„{label}“ kann nicht synchronisiert werden.</translation>
    </message>
    <message>
        <source>“{label}” has an invisible control character that cannot be sent to a Sync Connector.</source>
        <translation>„{label}“ enthält ein unsichtbares Steuerzeichen, das nicht an einen Sync Connector gesendet werden kann.</translation>
    </message>
    <message>
        <source>“{label}” has {length} characters; the Sync Connector takes {limit}.</source>
        <translation>„{label}“ hat {length} Zeichen; der Sync Connector nimmt {limit} an.</translation>
    </message>
    <message>
        <source>“{label}” in the ERP cannot hold every value of “{crm_label}”.</source>
        <translation>„{label}“ im ERP kann nicht jeden Wert von „{crm_label}“ aufnehmen.</translation>
    </message>
    <message>
        <source>“{label}” is empty.</source>
        <translation>„{label}“ ist leer.</translation>
    </message>
    <message>
        <source>“{label}” is not a date.</source>
        <translation>„{label}“ ist kein Datum.</translation>
    </message>
    <message>
        <source>“{label}” is not a number.</source>
        <translation>„{label}“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>“{label}” is not a whole number.</source>
        <translation>„{label}“ ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>“{label}” is of the unknown type “{type}” and is treated as text.</source>
        <translation>„{label}“ hat den unbekannten Typ „{type}“ und wird als Text behandelt.</translation>
    </message>
    <message>
        <source>“{label}” is read-only in the ERP and cannot receive.</source>
        <translation>„{label}“ ist im ERP schreibgeschützt und kann keine Werte empfangen.</translation>
    </message>
    <message>
        <source>“{label}” is read-only in the ERP and takes no default.</source>
        <translation>„{label}“ ist im ERP schreibgeschützt und nimmt keinen Standardwert an.</translation>
    </message>
    <message>
        <source>“{label}” is too small or too large.</source>
        <translation>„{label}“ ist zu klein oder zu groß.</translation>
    </message>
    <message>
        <source>“{label}” takes no default.</source>
        <translation>„{label}“ nimmt keinen Standardwert an.</translation>
    </message>
    <message>
        <source>“{label}”: items of the list “{erp_list}” that share their SuperOffice item: {count}.</source>
        <translation>„{label}“: Einträge der Liste „{erp_list}“, die sich einen SuperOffice-Eintrag teilen: {count}.</translation>
    </message>
    <message>
        <source>“{label}”: items of the list “{erp_list}” whose SuperOffice item is gone: {count}.</source>
        <translation>„{label}“: Einträge der Liste „{erp_list}“, deren SuperOffice-Eintrag nicht mehr vorhanden ist: {count}.</translation>
    </message>
    <message>
        <source>“{label}”: items of the list “{erp_list}” without a SuperOffice item: {count}.</source>
        <translation>„{label}“: Einträge der Liste „{erp_list}“ ohne SuperOffice-Eintrag: {count}.</translation>
    </message>
    <message>
        <source>“{list}” is a standard list of SuperOffice.</source>
        <translation>„{list}“ ist eine Standardliste von SuperOffice.</translation>
    </message>
    <message>
        <source>“{name}” cannot be removed.</source>
        <translation>„{name}“ kann nicht entfernt werden.</translation>
    </message>
    <message>
        <source>“{name}” in line {line} is already in line {first}.</source>
        <translation>„{name}“ aus Zeile {line} steht bereits in Zeile {first}.</translation>
    </message>
    <message>
        <source>“{name}” is active, so this cannot be changed.</source>
        <translation>„{name}“ ist aktiv; daher kann dies nicht geändert werden.</translation>
    </message>
    <message>
        <source>“{name}” is no longer there.</source>
        <translation>„{name}“ ist nicht mehr vorhanden.</translation>
    </message>
    <message>
        <source>“{name}” is still in use and cannot be deleted.</source>
        <translation>„{name}“ wird noch verwendet und kann nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>“{name}” was saved by somebody else in the meantime.</source>
        <translation>„{name}“ wurde in der Zwischenzeit von jemand anderem gespeichert.</translation>
    </message>
    <message>
        <source>“{type}” is not a type of field.</source>
        <translation>„{type}“ ist kein Feldtyp.</translation>
    </message>
</context>
<context>
    <name>SetupActions</name>
    <message>
        <source>Opening …</source>
        <translation>Wird geöffnet …</translation>
    </message>
</context>
<context>
    <name>SetupDialog</name>
    <message>
        <source>Asking the ERP …</source>
        <translation>ERP-System wird abgefragt …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>Nothing has changed in the ERP.</source>
        <translation>Im ERP-System hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>Refresh from ERP</source>
        <translation>Aus ERP aktualisieren</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Show changes</source>
        <translation>Änderungen anzeigen</translation>
    </message>
    <message>
        <source>The ERP could not be asked whether something changed; what is shown was read before.</source>
        <translation>Das ERP-System konnte nicht gefragt werden, ob sich etwas geändert hat; angezeigt wird, was früher gelesen wurde.</translation>
    </message>
    <message>
        <source>The ERP could not be asked.</source>
        <translation>Das ERP-System konnte nicht abgefragt werden.</translation>
    </message>
    <message>
        <source>The fields or lists of the ERP have changed since they were read.</source>
        <translation>Die Felder oder Listen des ERP-Systems haben sich geändert, seit sie gelesen wurden.</translation>
    </message>
    <message>
        <source>To change it, deactivate the ERP connection. It then stops synchronising.</source>
        <translation>Um etwas zu ändern, deaktivieren Sie die ERP-Verbindung. Sie synchronisiert dann nicht mehr.</translation>
    </message>
    <message>
        <source>To save it, deactivate the ERP connection. It then stops synchronising.</source>
        <translation>Um zu speichern, deaktivieren Sie die ERP-Verbindung. Sie synchronisiert dann nicht mehr.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>“{name}” is active by now, so what was changed here is not saved yet.</source>
        <translation>„{name}“ ist inzwischen aktiv; daher sind Ihre Änderungen noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>“{name}” is active, so this can be looked at but not changed.</source>
        <translation>„{name}“ ist aktiv; daher können Sie hier alles ansehen, aber nichts ändern.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Answers</source>
        <translation>Antwortet</translation>
    </message>
    <message>
        <source>Answers, but publishes no description</source>
        <translation>Antwortet, veröffentlicht aber keine Beschreibung</translation>
    </message>
    <message>
        <source>Checked on {moment}</source>
        <translation>Geprüft am {moment}</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>Antwortet nicht</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Noch nie</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Not tested since the address changed</source>
        <translation>Seit Änderung der Adresse nicht getestet</translation>
    </message>
    <message>
        <source>Only through a SuperOffice site</source>
        <translation>Nur über eine SuperOffice-Installation</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Passed with a note</source>
        <translation>Erfolgreich mit Hinweis</translation>
    </message>
    <message>
        <source>Passed with a warning</source>
        <translation>Erfolgreich mit Warnung</translation>
    </message>
    <message>
        <source>This ERP connection was never tested.</source>
        <translation>Diese ERP-Verbindung wurde noch nie getestet.</translation>
    </message>
    <message>
        <source>{result}, {moment}</source>
        <translation>{result}, {moment}</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>&amp;Undo</source>
        <translation>Rü&amp;ckgängig</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop what runs (Esc)</source>
        <translation>Laufenden Vorgang abbrechen (Esc)</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>Defaults</source>
        <translation>Standardwerte</translation>
    </message>
    <message>
        <source>From SuperOffice to the ERP</source>
        <translation>Von SuperOffice zum ERP</translation>
    </message>
    <message>
        <source>From the ERP to SuperOffice</source>
        <translation>Vom ERP zu SuperOffice</translation>
    </message>
    <message>
        <source>In both directions</source>
        <translation>In beide Richtungen</translation>
    </message>
    <message>
        <source>Last tested: {result}</source>
        <translation>Zuletzt getestet: {result}</translation>
    </message>
    <message>
        <source>Shown in Search</source>
        <translation>In Suche angezeigt</translation>
    </message>
    <message>
        <source>Shown in the ERP tab</source>
        <translation>In ERP-Registerkarte angezeigt</translation>
    </message>
    <message>
        <source>What the ERP has was never read. Open the mappings to read it.</source>
        <translation>Die Felder des ERP-Systems wurden noch nie gelesen. Öffnen Sie die Zuordnungen, um sie zu lesen.</translation>
    </message>
    <message>
        <source>mandatory</source>
        <translation>obligatorisch</translation>
    </message>
    <message>
        <source>set to {value}</source>
        <translation>festgelegt auf {value}</translation>
    </message>
    <message>
        <source>the user is asked</source>
        <translation>Benutzer wird gefragt</translation>
    </message>
    <message>
        <source>{actor} with SuperOffice {entity}: not synchronised</source>
        <translation>{actor} mit SuperOffice-{entity}: nicht synchronisiert</translation>
    </message>
    <message>
        <source>{actor} with SuperOffice {entity}: synchronised</source>
        <translation>{actor} mit SuperOffice-{entity}: synchronisiert</translation>
    </message>
    <message>
        <source>{actor}: cannot be synchronised with SuperOffice</source>
        <translation>{actor}: kann nicht mit SuperOffice synchronisiert werden</translation>
    </message>
    <message>
        <source>{actor}: not supported by the Sync Connector any more</source>
        <translation>{actor}: vom Sync Connector nicht mehr unterstützt</translation>
    </message>
    <message>
        <source>{name}: active</source>
        <translation>{name}: aktiv</translation>
    </message>
    <message>
        <source>{name}: inactive</source>
        <translation>{name}: inaktiv</translation>
    </message>
</context>
<context>
    <name>SummaryLoader</name>
    <message>
        <source>Select an ERP connection to see here what it synchronises.</source>
        <translation>Markieren Sie eine ERP-Verbindung, um hier zu sehen, was sie synchronisiert.</translation>
    </message>
    <message>
        <source>Select one ERP connection alone to see here what it synchronises.</source>
        <translation>Markieren Sie nur eine ERP-Verbindung, um hier zu sehen, was sie synchronisiert.</translation>
    </message>
    <message>
        <source>This ERP connection is deleted. Restore it to see here what it synchronises.</source>
        <translation>Diese ERP-Verbindung ist gelöscht. Stellen Sie sie wieder her, um hier zu sehen, was sie synchronisiert.</translation>
    </message>
</context>
<context>
    <name>SummaryView</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy what is synchronised</source>
        <translation>Kopieren, was synchronisiert wird</translation>
    </message>
    <message>
        <source>What is synchronised</source>
        <translation>Was synchronisiert wird</translation>
    </message>
</context>
<context>
    <name>SyncTab</name>
    <message>
        <source>1 ERP connection</source>
        <translation>1 ERP-Verbindung</translation>
    </message>
    <message>
        <source>1 Sync Connector</source>
        <translation>1 Sync Connector</translation>
    </message>
    <message>
        <source>&lt;p&gt;No connectors yet. &lt;a href=&apos;add:connector&apos;&gt;Add one&lt;/a&gt;, or &lt;a href=&apos;app:sample&apos;&gt;try the sample ERP&lt;/a&gt;.&lt;/p&gt;&lt;p&gt;You need a sync app for your ERP system: &lt;a href=&apos;app:store&apos;&gt;find one in the SuperOffice App Store&lt;/a&gt;, or have &lt;a href=&apos;app:make&apos;&gt;a partner or your own team make one&lt;/a&gt;.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Noch keine Sync Connectors. &lt;a href=&apos;add:connector&apos;&gt;Fügen Sie einen hinzu&lt;/a&gt; oder &lt;a href=&apos;app:sample&apos;&gt;probieren Sie das Beispiel-ERP aus&lt;/a&gt;.&lt;/p&gt;&lt;p&gt;Ihr ERP-System benötigt eine Sync-App: &lt;a href=&apos;app:store&apos;&gt;Suchen Sie im SuperOffice App Store&lt;/a&gt; oder lassen Sie &lt;a href=&apos;app:make&apos;&gt;einen Partner oder Ihr internes Team eine entwickeln&lt;/a&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>ERP connections are defined here once there is a Sync Connector.</source>
        <translation>Hier definieren Sie ERP-Verbindungen, sobald es einen Sync Connector gibt.</translation>
    </message>
    <message>
        <source>No ERP connection matches the filter.</source>
        <translation>Keine ERP-Verbindung passt zum Filter.</translation>
    </message>
    <message>
        <source>No ERP connections yet. &lt;a href=&apos;add:connection&apos;&gt;Define one&lt;/a&gt;.</source>
        <translation>Noch keine ERP-Verbindungen. &lt;a href=&apos;add:connection&apos;&gt;Definieren Sie eine&lt;/a&gt;.</translation>
    </message>
    <message>
        <source>No Sync Connector matches the filter.</source>
        <translation>Kein Sync Connector passt zum Filter.</translation>
    </message>
    <message>
        <source>{count} ERP connections</source>
        <translation>{count} ERP-Verbindungen</translation>
    </message>
    <message>
        <source>{count} Sync Connectors</source>
        <translation>{count} Sync Connectors</translation>
    </message>
</context>
<context>
    <name>TestSection</name>
    <message>
        <source>&amp;Test ERP connection</source>
        <translation>ERP-Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>Cancel test</source>
        <translation>Test abbrechen</translation>
    </message>
    <message>
        <source>Stop the test (Esc)</source>
        <translation>Test abbrechen (Esc)</translation>
    </message>
    <message>
        <source>Test failed after {seconds} s.</source>
        <translation>Test nach {seconds} s fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Test succeeded in {seconds} s.</source>
        <translation>Test nach {seconds} s erfolgreich.</translation>
    </message>
    <message>
        <source>Test this configuration without saving it (F5)</source>
        <translation>Diese Konfiguration testen, ohne sie zu speichern (F5)</translation>
    </message>
    <message>
        <source>Testing the ERP connection …</source>
        <translation>ERP-Verbindung wird getestet …</translation>
    </message>
    <message>
        <source>The ERP connection works, but the connector warns:</source>
        <translation>Die ERP-Verbindung funktioniert, aber der Connector warnt:</translation>
    </message>
    <message>
        <source>The ERP connection works.</source>
        <translation>Die ERP-Verbindung funktioniert.</translation>
    </message>
    <message>
        <source>The ERP connection works. The connector says:</source>
        <translation>Die ERP-Verbindung funktioniert. Der Connector meldet:</translation>
    </message>
    <message>
        <source>The connector publishes no WSDL; the bundled contract was used.</source>
        <translation>Der Connector veröffentlicht keine WSDL; die mitgelieferte Schnittstellenbeschreibung wurde verwendet.</translation>
    </message>
</context>
<context>
    <name>TextInput</name>
    <message>
        <source>At most {limit} characters fit in here. Nothing was taken of what was pasted.</source>
        <translation>Hier passen höchstens {limit} Zeichen hinein. Der eingefügte Text wurde nicht übernommen.</translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message>
        <source>Discard and quit</source>
        <translation>Verwerfen und beenden</translation>
    </message>
    <message>
        <source>What was changed here is not saved. Discard it and quit?</source>
        <translation>Ihre Änderungen sind noch nicht gespeichert. Verwerfen und beenden?</translation>
    </message>
</context>
<context>
    <name>UserDialog</name>
    <message>
        <source>&amp;Full name:</source>
        <translation>&amp;Vollständiger Name:</translation>
    </message>
    <message>
        <source>&amp;Group:</source>
        <translation>&amp;Gruppe:</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keine)</translation>
    </message>
    <message>
        <source>* &amp;Sign-in name:</source>
        <translation>* &amp;Benutzername:</translation>
    </message>
    <message>
        <source>Add user</source>
        <translation>Benutzer hinzufügen</translation>
    </message>
    <message>
        <source>Edit user</source>
        <translation>Benutzer bearbeiten</translation>
    </message>
</context>
<context>
    <name>ValueArea</name>
    <message>
        <source>Default value for {label}</source>
        <translation>Standardwert für {label}</translation>
    </message>
</context>
<context>
    <name>WorkspacePage</name>
    <message>
        <source>Exported to {path}.</source>
        <translation>Exportiert nach {path}.</translation>
    </message>
    <message>
        <source>Imported: {added} new, {updated} updated.</source>
        <translation>Importiert: {added} neu, {updated} aktualisiert.</translation>
    </message>
    <message>
        <source>The file {path} could not be written.</source>
        <translation>Die Datei {path} konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Und&amp;o</source>
        <translation>Rüc&amp;kgängig</translation>
    </message>
    <message>
        <source>Undo removal</source>
        <translation>Entfernen rückgängig machen</translation>
    </message>
</context>
<context>
    <name>_Details</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>_GoneNotice</name>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>One of the selected is no longer in the directory. It is kept until removed.</source>
        <translation>Ein ausgewählter Eintrag ist nicht mehr im Verzeichnis. Er bleibt ausgewählt, bis Sie ihn entfernen.</translation>
    </message>
    <message>
        <source>{count} of the selected are no longer in the directory. They are kept until removed.</source>
        <translation>{count} ausgewählte Einträge sind nicht mehr im Verzeichnis. Sie bleiben ausgewählt, bis Sie sie entfernen.</translation>
    </message>
</context>
</TS>
