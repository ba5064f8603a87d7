// A Sync Connector on npm's "soap": an order book kept in memory, described as WCF describes its services.
// Prints the port it listens on (127.0.0.1 only), and ends when its standard input is closed.
"use strict";

const fs = require("node:fs");
const http = require("node:http");
const path = require("node:path");
const soap = require("soap");

const CONTRACT = path.join(__dirname, "contract");
const PATH = "/Kontor/Anbindung.svc";
// What the published contract calls this host; no client can reach it.
const PUBLISHED = `http://erp-internal:8080${PATH}`;
// As a connector may well be that was never met by a strict client: see "qualified".
const CARELESS = process.argv.includes("--careless");
const PASSWORD = "Kontor!2024 ß<&>";

const FIELDS = [
  {
    Access: "ReadOnly", DefaultValue: "Kontor Nord 4.2", DisplayDescription: "", DisplayName: 'US:"Version"GE:"Version"',
    FieldKey: "Version", FieldType: "Text", ListName: "", MaxLength: 0, Rank: 90,
  },
  {
    Access: "Mandatory", DefaultValue: "", DisplayDescription: 'US:"Not your own password";GE:"Nicht Ihr eigenes Kennwort"',
    DisplayName: 'US:"Password";GE:"Kennwort";NO:"Passord"', FieldKey: "Password", FieldType: "Password", ListName: "",
    MaxLength: 64, Rank: 20,
  },
  {
    Access: "Mandatory", DefaultValue: "", DisplayDescription: "", DisplayName: 'US:"Client number"GE:"Mandant"',
    FieldKey: "Client", FieldType: "Text", ListName: "", MaxLength: 10, Rank: 10,
  },
  {
    Access: "Normal", DefaultValue: "[I:30]", DisplayDescription: "", DisplayName: 'US:"Days to pay";GE:"Zahlungsziel (Tage)"',
    FieldKey: "Days", FieldType: "Integer", ListName: "", MaxLength: 0, Rank: 30,
  },
  {
    Access: "Normal", DefaultValue: "[F:0.19]", DisplayDescription: "", DisplayName: 'US:"VAT";GE:"MwSt."',
    FieldKey: "Vat", FieldType: "Double", ListName: "", MaxLength: 0, Rank: 40,
  },
  {
    Access: "Normal", DefaultValue: "[I:1]", DisplayDescription: "", DisplayName: 'US:"With archive";GE:"Mit Archiv"',
    FieldKey: "Archive", FieldType: "Checkbox", ListName: "", MaxLength: 0, Rank: 50,
  },
  {
    Access: "Normal", DefaultValue: "W2", DisplayDescription: "", DisplayName: 'US:"Warehouse";GE:"Lager"',
    FieldKey: "Warehouse", FieldType: "List", ListName: "Warehouses", MaxLength: 0, Rank: 60,
  },
  {
    Access: "Normal", DefaultValue: "[DT:12/31/2013 23:59:59.1234567]", DisplayDescription: "",
    DisplayName: 'US:"Orders since";GE:"Aufträge seit"', FieldKey: "Since", FieldType: "Datetime", ListName: "",
    MaxLength: 0, Rank: 70,
  },
  {
    Access: "Normal", DefaultValue: "", DisplayDescription: "",
    DisplayName: 'US:"Ask <Kontor Nord> & partners";GE:"Fragen Sie <Kontor Nord> & Partner"', FieldKey: "Note",
    FieldType: "Label", ListName: "", MaxLength: 0, Rank: 80,
  },
];
const LISTS = {
  Warehouses: [
    ["W2", 'US:"North";GE:"Nord"'],
    ["W1", 'US:"South";GE:"Süd"'],
    ["W3", "Łódź & <Gdańsk>"],
  ],
};
const ACTOR_FIELDS = [["NAME", "Name"], ["NUMBER", "Number"], ["CITY", "City"]];

const connections = new Map();
const actors = new Map();
let clock = 1000;

function actor(type, key, values, parent = ["", ""]) {
  clock += 1;
  const made = { type, key, values, modified: String(clock).padStart(8, "0"), parent };
  actors.set(`${type} ${key}`, made);
  return made;
}

actor("Customer", "K1", { NAME: "Acme & Söhne <GmbH>", NUMBER: "[I:1]", CITY: "Kiel" });
actor("Customer", "K2", { NAME: "Brügge KG", NUMBER: "[I:2]", CITY: "Lübeck" });
actor("Customer", "K3", { NAME: "acme 東京", NUMBER: "[I:3]", CITY: "東京" });
actor("Person", "P1", { NAME: "Ann Ahlers", NUMBER: "[I:7]", CITY: "Kiel" }, ["Customer", "K1"]);

// What npm's soap hands over is shaped by what came: nothing, one, or several.

function list(value) {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function text(value) {
  return typeof value === "string" ? value : "";
}

function strings(array) {
  return list(array && array.string).map(text);
}

function dictionary(array) {
  return new Map(list(array && array.KeyValueOfstringstring).map((entry) => [text(entry.Key), text(entry.Value)]));
}

// Members of a carrier stand in WCF's order: those of the base first, each group by alphabet.

function result(more = {}, state = "Ok", user = "", tech = "", code = "") {
  const base = { ErrorCode: code, IsOk: state !== "Error", State: state, TechExplanation: tech, UserExplanation: user };
  return { ...base, ...more };
}

function refused(user, tech, code) {
  return result({}, "Error", user, tech, code);
}

function pairs(entries) {
  return { KeyValueOfstringstring: entries.map(([Key, Value]) => ({ Key, Value })) };
}

function written(one, keys) {
  const wanted = Object.entries(one.values).filter(([key]) => keys.length === 0 || keys.includes(key));
  return {
    ActorType: one.type, ErpKey: one.key, FieldValues: pairs(wanted), LastModified: one.modified,
    ParentActorType: one.parent[0], ParentErpKey: one.parent[1],
  };
}

function answer(found, keys) {
  return result({ Actors: { ErpActorWS: found.map((one) => written(one, keys)) } });
}

function store(sent) {
  const values = Object.fromEntries(dictionary(sent.FieldValues));
  const type = text(sent.ActorType);
  const key = text(sent.ErpKey) || `N${actors.size + 1}`;
  const before = actors.get(`${type} ${key}`);
  const parent = [text(sent.ParentActorType), text(sent.ParentErpKey)];
  return actor(type, key, { ...(before && before.values), ...values }, parent);
}

function tried(values) {
  if (values.get("Password") !== PASSWORD) {
    return refused(
      'US:"The password is wrong.";GE:"Das Kennwort ist falsch."', "401 from the order book", "WRONG_PASSWORD");
  }
  if (values.get("Archive") === "[I:0]") {
    return result({}, "OkWithInfo", 'US:"The archive is off.";GE:"Das Archiv ist aus."');
  }
  return result();
}

function matching(request, test) {
  const type = text(request.ActorType);
  return answer([...actors.values()].filter((one) => one.type === type && test(one)), strings(request.FieldKeys));
}

function holds(one, restriction) {
  const value = (one.values[text(restriction.FieldKey)] || "").toLowerCase();
  const wanted = (text(restriction.ScalarValue) || strings(restriction.Values)[0] || "").toLowerCase();
  const operators = {
    "=": value === wanted, begins: value.startsWith(wanted), contains: value.includes(wanted), ends: value.endsWith(wanted),
  };
  return operators[text(restriction.Operator)] === true;
}

// Operations that need a saved connection go through here.
function connected(work) {
  return (request) => {
    if (!connections.has(text(request.ConnectionGuid))) {
      return refused('US:"Unknown connection";GE:"Unbekannte Verbindung"', "not saved here", "Unknown-Connection-Id");
    }
    return work(request);
  };
}

const OPERATIONS = {
  WSGetConfigData: () => result({ FieldMetaDataObjects: { FieldMetadataInfoWS: FIELDS } }),
  WSTestConfigData: (request) => tried(dictionary(request.ConnectionInfo)),
  WSSaveConnection: (request) => {
    connections.set(text(request.ConnectionGuid), dictionary(request.ConnectionInfo));
    return result();
  },
  WSTestConnection: connected((request) => tried(connections.get(text(request.ConnectionGuid)))),
  WSDeleteConnection: connected((request) => {
    connections.delete(text(request.ConnectionGuid));
    return result();
  }),
  WSGetSupportedActorTypes: connected(() => result({ Items: { string: ["Customer", "Person"] } })),
  WSGetSupportedActorTypeFields: connected(() => result({
    FieldMetaDataObjects: {
      FieldMetadataInfoWS: ACTOR_FIELDS.map(([key, name], index) => ({
        Access: key === "NAME" ? "Mandatory" : "Normal", DefaultValue: "", DisplayDescription: "", DisplayName: name,
        FieldKey: key, FieldType: key === "NUMBER" ? "Integer" : "Text", ListName: "", MaxLength: 80, Rank: index,
      })),
    },
  })),
  WSGetSearchableFields: connected(() => result({ Items: { string: ["NAME", "CITY"] } })),
  WSGetActors: connected((request) => {
    const keys = strings(request.ErpKeys);
    return matching(request, (one) => keys.includes(one.key));
  }),
  WSSearchActors: connected((request) => {
    const wanted = text(request.SearchText).toLowerCase();
    return matching(request, (one) => one.values.NAME.toLowerCase().includes(wanted));
  }),
  WSSearchActorsAdvanced: connected((request) => {
    const restrictions = list(request.Restrictions && request.Restrictions.SearchRestrictionInfoWS);
    return matching(request, (one) => restrictions.every((restriction) => holds(one, restriction)));
  }),
  WSSearchActorByParent: connected((request) => matching(request, (one) =>
    one.parent[0] === text(request.ParentActorType) && one.parent[1] === text(request.ParentActorErpKey))),
  WSGetActorsByTimestamp: connected((request) =>
    matching(request, (one) => one.modified >= text(request.UpdatedOnOrAfter))),
  WSCreateActor: connected((request) => result({ Actor: written(store(request.Actor), []) })),
  WSSaveActors: connected((request) =>
    answer(list(request.Actors && request.Actors.ErpActorWS).map(store), [])),
  WSGetList: (request) => result({ ListItems: pairs(LISTS[text(request.ListName)] || []) }),
  WSGetListItems: (request) => {
    const keys = strings(request.ListItemKeys);
    return result({ ListItems: pairs((LISTS[text(request.ListName)] || []).filter(([key]) => keys.includes(key))) });
  },
};

// npm's soap writes everything into the namespace of the service unless it is told better.
const NAMESPACES = {
  "xmlns:c": "http://www.superoffice.net/EIS/Connector/1.0",
  "xmlns:a": "http://schemas.microsoft.com/2003/10/Serialization/Arrays",
};
const ARRAY_MEMBERS = new Set(["KeyValueOfstringstring", "Key", "Value", "string"]);

function qualified(value) {
  if (Array.isArray(value)) return value.map(qualified);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [`${ARRAY_MEMBERS.has(key) ? "a" : "c"}:${key}`, qualified(member)]));
}

// npm's soap wants one function an operation, which gets the request wrapper.
function served(name, operation) {
  return (wrapper) => {
    const answered = operation((wrapper && wrapper.request) || {});
    return { [`${name}Result`]: CARELESS ? answered : { attributes: NAMESPACES, ...qualified(answered) } };
  };
}

const port = Object.fromEntries(Object.entries(OPERATIONS).map(([name, operation]) => [name, served(name, operation)]));
const service = { KontorAnbindung: { BasicHttpBinding_IKontorAnbindung: port } };

// The documents of the contract, under the addresses that WCF gives them.
function published(name) {
  const file = fs.readFileSync(path.join(CONTRACT, `${name}.xml`), "utf8");
  return file
    .replace(/(location|schemaLocation)="(wsdl0)\.xml"/g, `$1="${PUBLISHED}?wsdl=$2"`)
    .replace(/schemaLocation="(xsd\d)\.xml"/g, `schemaLocation="${PUBLISHED}?xsd=$1"`);
}

const server = http.createServer((request, response) => {
  response.writeHead(404, { "Content-Type": "text/html" });
  response.end("<html><head><title>404 - Not Found</title></head><body>Nothing here</body></html>");
});

// In front of npm's soap: the documents as WCF publishes them. An old WCF knows no ?singleWsdl and shows its help page.
function publish(request, response) {
  const url = new URL(request.url, PUBLISHED);
  const name = url.search === "?wsdl" ? "wsdl" : url.searchParams.get("wsdl") || url.searchParams.get("xsd");
  if (name && /^(wsdl0?|xsd[0-3])$/.test(name)) {
    response.writeHead(200, { "Content-Type": "text/xml; charset=UTF-8" });
    response.end(published(name));
  } else {
    response.writeHead(200, { "Content-Type": "text/html; charset=UTF-8" });
    response.end("<html><head><title>KontorAnbindung Service</title></head><body>You have created a service.</body></html>");
  }
}

function ready(error) {
  if (error) throw error;
  const behind = server.listeners("request");
  server.removeAllListeners("request");
  server.on("request", (request, response) => {
    const mine = request.method === "GET" && new URL(request.url, PUBLISHED).pathname === PATH;
    (mine ? [publish] : behind).forEach((listener) => listener.call(server, request, response));
  });
  server.listen(0, "127.0.0.1", () => console.log(server.address().port));
}

const main = path.join(CONTRACT, "wsdl.xml");
soap.listen(server, { path: PATH, services: service, uri: main, xml: fs.readFileSync(main, "utf8"), callback: ready });
process.stdin.on("end", () => process.exit(0)).resume();
